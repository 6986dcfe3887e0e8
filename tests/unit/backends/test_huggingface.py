"""Names by a model of `transformers`: a tiny one, made and taught here, loaded from its folder as any other."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from musnad.backends.huggingface import HuggingFaceNames, Label, aligned
from musnad.errors import MusnadError
from musnad.lexicon import Hits
from musnad.model import Article
from musnad.names.signals import Named, NameSignal
from musnad.pipeline import read, start
from musnad.settings import Settings
from musnad.text import cut

SENTENCES = {
    "سافر زرياف المرشود أمس": "O B-PER I-PER O",
    "عاد زرياف إلى كرشونة": "O B-PER O B-LOC",
    "أعلنت مؤسسة نرجان نتائجها": "O B-ORG I-ORG O",
}
_UNKNOWN = {"unk_token": "[UNK]"}
LABELS = ["O", "B-PER", "I-PER", "B-LOC", "B-ORG", "I-ORG"]
TEXT = "سافر زرياف المرشود أمس.\n\nعاد زرياف إلى كرشونة."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a model that knows the sentences above by heart."""
    torch = pytest.importorskip("torch", reason="the extra musnad[hf] is not installed: torch is missing")
    transformers = pytest.importorskip("transformers", reason="the extra musnad[hf] is not installed")
    tokenizer = _tokenizer(transformers)
    torch.manual_seed(0)
    config = transformers.BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=24,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=24,
        max_position_embeddings=16,
        id2label=dict(enumerate(LABELS)),
        label2id={label: n for n, label in enumerate(LABELS)},
    )
    model = transformers.BertForTokenClassification(config)
    batch = tokenizer(list(SENTENCES), padding=True, return_tensors="pt")
    wanted = torch.full(batch["input_ids"].shape, -100)
    for row, labels in enumerate(SENTENCES.values()):
        for n, label in enumerate(labels.split(), 1):
            wanted[row, n] = LABELS.index(label)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
    model.train()
    for _ in range(80):
        optimizer.zero_grad()
        model(**batch, labels=wanted).loss.backward()
        optimizer.step()
    path = tmp_path_factory.mktemp("model")
    model.save_pretrained(path)
    tokenizer.save_pretrained(path)
    return path


def _tokenizer(transformers: Any) -> Any:  # noqa: ANN401 - what is not installed has no types
    tokenizers = pytest.importorskip("tokenizers")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *sorted({w for s in SENTENCES for w in s.split()})]
    made = tokenizers.Tokenizer(tokenizers.models.WordLevel({w: n for n, w in enumerate(words)}, **_UNKNOWN))
    made.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    made.post_processor = tokenizers.processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=made, **_UNKNOWN, **{f"{name}_token": f"[{name.upper()}]" for name in ("pad", "cls", "sep")}
    )


def surfaces(text: str, names: Sequence[Named]) -> list[tuple[str, str]]:
    units = cut(Article(text))
    return [(units.text[units.starts[n.first] : units.ends[n.last - 1]], n.kind) for n in names]


@pytest.mark.filterwarnings("default")
def test_a_model_of_a_folder_names_people_and_places(folder: Path) -> None:
    signal: NameSignal = HuggingFaceNames(folder)
    names = signal.names(cut(Article(TEXT)), Hits([]), {})
    assert surfaces(TEXT, names) == [("زرياف المرشود", "person"), ("زرياف", "person"), ("كرشونة", "place")]


@pytest.mark.filterwarnings("default")
def test_what_the_rules_read_stays_theirs_and_the_digest_is_that_of_the_folder(folder: Path) -> None:
    signal = HuggingFaceNames(folder)
    names = signal.names(cut(Article(TEXT)), Hits([]), {1: "person", 2: "person", 6: "~person"})
    assert surfaces(TEXT, names) == [("زرياف", "person"), ("كرشونة", "place")]
    assert signal.digest == HuggingFaceNames(folder).digest


@pytest.mark.filterwarnings("default")
def test_a_sentence_longer_than_the_model_is_read_in_windows(folder: Path) -> None:
    text = "سافر زرياف المرشود أمس " * 12
    names = HuggingFaceNames(folder).names(cut(Article(text)), Hits([]), {})
    assert len(names) >= 10
    assert {kind for _, kind in surfaces(text, names)} == {"person"}


@pytest.mark.filterwarnings("default")
def test_the_settings_name_the_folder_and_readings_hold_its_names(folder: Path) -> None:
    engine = start(Settings(names_model=str(folder)))
    reading = read(Article(TEXT), engine)
    found = {(m.name, m.kind) for m in reading.mentions if m.rule == "mentions.model.name"}
    assert ("كرشونة", "place") in found
    assert dict(engine.digests)["mentions"] != dict(start(Settings()).digests)["mentions"]


def test_labels_of_pieces_become_names_of_whole_words() -> None:
    text = "قال زرياف المرشود لنرجان، أمس"
    units = cut(Article(text))
    (sentence,) = units.sentences
    labels = [Label(4, 6, "person", begins=True), Label(6, 10, "person", begins=False)]
    labels += [Label(11, 18, "person", begins=False), Label(20, 25, "organisation", begins=True)]
    assert list(aligned(units, sentence, labels, {})) == [Named(1, 3, "person"), Named(3, 4, "organisation")]
    assert list(aligned(units, sentence, labels, {1: "person"})) == [Named(2, 3, "person"), Named(3, 4, "organisation")]


def test_a_folder_without_a_model_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(MusnadError, match=r"config.json|musnad\[hf\]"):
        HuggingFaceNames(tmp_path)


@pytest.mark.filterwarnings("default")
def test_a_broken_model_is_a_clear_error(folder: Path, tmp_path: Path) -> None:
    assert folder.is_dir()
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "bert"}), "utf-8")
    with pytest.raises(MusnadError, match="cannot be loaded"):
        HuggingFaceNames(tmp_path)
