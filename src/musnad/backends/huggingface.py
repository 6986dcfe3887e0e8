"""Names by a token-classification model of Hugging Face's `transformers`, from a folder on this machine.

Needs the extra `musnad[hf]`. The folder holds what `save_pretrained` writes: configuration, weights, a fast tokenizer.
Nothing is fetched. Labels are read as `B-PER`, `I-LOC`, `ORG` and the like; others are left aside. The same folder and
text give the same names.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from musnad.errors import MusnadError
from musnad.lexicon import Hits
from musnad.model import Sentence, Units
from musnad.names.signals import NO_NAME, Cover, Named

KINDS = {
    "PER": "person", "PERS": "person", "PERSON": "person",
    "LOC": "place", "GPE": "place", "LOCATION": "place", "FAC": "place",
    "ORG": "organisation", "ORGANIZATION": "organisation",
}  # fmt: skip
"""Kinds of entities by the labels that models of Arabic names use."""

_BATCH = 16  # sentences at a time
_LONGEST = 512  # pieces of a sentence; what most models take
_OVERLAP = 64  # pieces that two windows of a longer one share
_HEAD = 1 << 16  # bytes of each file that its digest reads, besides its size


class Label(NamedTuple):
    """What a model says of code points `[start, end)`: a kind, and whether a new name begins there."""

    start: int
    end: int
    kind: str
    begins: bool


class HuggingFaceNames:
    """A model of names, loaded from a folder. Follows `musnad.names.signals.NameSignal`."""

    def __init__(self, folder: Path) -> None:
        """Load the model. Raises `MusnadError` where the packages or the folder are missing, or hold no such model."""
        try:
            self._torch = import_module("torch")
            transformers = import_module("transformers")
        except ImportError as error:
            message = f"a model of names in {folder} needs torch and transformers: pip install 'musnad[hf]'"
            raise MusnadError(message) from error
        if not (folder / "config.json").is_file():
            message = f"no model lies in {folder}: it has no config.json"
            raise MusnadError(message)
        try:
            self._tokenizer = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
            self._model = transformers.AutoModelForTokenClassification.from_pretrained(folder, local_files_only=True)
        except Exception as error:  # transformers raises whatever its parts do
            message = f"the model in {folder} cannot be loaded: {error}"
            raise MusnadError(message) from error
        if not self._tokenizer.is_fast:
            message = f"the tokenizer in {folder} gives no offsets: a fast one is needed"
            raise MusnadError(message)
        self._model.eval()
        self._labels = {int(number): name for number, name in self._model.config.id2label.items()}
        self.digest = _digest(folder)

    def names(self, units: Units, hits: Hits, cover: Cover) -> Sequence[Named]:  # noqa: ARG002 - the contract's
        """Return the names that the model sees and no rule has read, in order."""
        found: list[Named] = []
        for start in range(0, len(units.sentences), _BATCH):
            sentences = units.sentences[start : start + _BATCH]
            texts = [units.text[s.start : s.end] for s in sentences]
            for sentence, labels in zip(sentences, self._label(texts), strict=True):
                found += aligned(units, sentence, labels, cover)
        return found

    def _label(self, texts: Sequence[str]) -> list[list[Label]]:
        """Return the labels of some texts; offsets count from the beginning of each."""
        size = min(_LONGEST, getattr(self._model.config, "max_position_embeddings", _LONGEST))
        encoded = self._tokenizer(
            list(texts),
            return_offsets_mapping=True,
            return_overflowing_tokens=True,
            truncation=True,
            max_length=size,
            stride=min(_OVERLAP, size // 4),
            padding=True,
            return_tensors="pt",
        )
        offsets = encoded.pop("offset_mapping").tolist()
        origins = encoded.pop("overflow_to_sample_mapping").tolist()
        with self._torch.no_grad():
            best = self._model(**encoded).logits.argmax(-1).tolist()
        labels: list[list[Label]] = [[] for _ in texts]
        for origin, places, numbers in zip(origins, offsets, best, strict=True):
            known = labels[origin][-1].end if labels[origin] else 0
            labels[origin] += [label for label in self._read(places, numbers) if label.start >= known]
        return labels

    def _read(self, places: Sequence[Sequence[int]], numbers: Sequence[int]) -> Iterator[Label]:
        for (start, end), number in zip(places, numbers, strict=True):
            mark, _, name = self._labels[number].rpartition("-")
            kind = KINDS.get(name.upper())
            if kind is not None and start < end:
                yield Label(start, end, kind, mark.upper() == "B")


def aligned(units: Units, sentence: Sentence, labels: Sequence[Label], cover: Cover) -> Iterator[Named]:
    """Yield names of whole tokens for the labels of a sentence, in order: a token is of the kind of its first one.

    Tokens that the rules have read as a name, and marks, belong to none.
    """
    told: dict[int, Label] = {}
    at = 0
    for i in range(sentence.first, sentence.last):
        if not units.is_word(i) or not cover.get(i, NO_NAME).startswith(NO_NAME):
            continue
        start, end = units.starts[i] - sentence.start, units.ends[i] - sentence.start
        while at < len(labels) and labels[at].end <= start:
            at += 1
        if at < len(labels) and labels[at].start < end:
            told[i] = labels[at]
    name: Named | None = None
    for i, label in told.items():
        if name is not None and name.last == i and name.kind == label.kind and not label.begins:
            name = name._replace(last=i + 1)
            continue
        if name is not None:
            yield name
        name = Named(i, i + 1, label.kind)
    if name is not None:
        yield name


def _digest(folder: Path) -> str:
    """Return a digest of the files of a model: their names, sizes and beginnings."""
    state = blake2b(digest_size=8)
    for path in sorted(p for p in folder.iterdir() if p.is_file()):
        with path.open("rb") as file:
            state.update(path.name.encode() + b"\0" + str(path.stat().st_size).encode() + b"\0" + file.read(_HEAD))
    return state.hexdigest()
