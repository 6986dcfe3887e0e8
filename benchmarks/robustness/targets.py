"""What is fuzzed: functions of bytes that raise where musnad does anything but read or refuse properly.

`TARGETS` holds them by name. They need nothing but the package, so the test suite runs them on seeded inputs too.
"""

import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from musnad.arabic import fold
from musnad.errors import FormatError, GrammarError
from musnad.evaluate.sound import flaws
from musnad.grammar import Chart, Context, Grammar, Kind, Mark, Number, Optional, Rule, Word, draw, number_edges
from musnad.ingest import inputs
from musnad.ingest.source import Source
from musnad.lexicon import match
from musnad.model import Article, Published, Reading, Rejection, Units, from_json, reading_to_json, rejection_to_json
from musnad.pipeline import Engine, default_engine, read
from musnad.text import cut

LIMIT = 1 << 20  # bytes of one input
NAMES = ("a.txt", "a.html", "a.jsonl", "a.json", "a.csv", "a.tsv", "a.xml", "a.rss", "a.warc", "a.wet", "a.parquet")
KINDS = ("month", "weekday", "time_unit", "number_word", "day_word", "relative", "reporting_cue", "country")
DAYS = (Published(), Published("2021-09-14", "given", 1.0), Published("0001-01-01", "given", 1.0))


def ingest(data: bytes) -> None:
    """Any bytes under any name are articles and rejections, none of them a defect, and every article is kept whole."""
    name, body = NAMES[data[0] % len(NAMES)] if data else NAMES[0], data[1:]
    engine = default_engine()
    found = list(inputs.read(io.BytesIO(body), Source(engine.lexicon, max_bytes=LIMIT, name=name)))
    assert found, "an input is at least one item"
    for item in found:
        if isinstance(item, Rejection):
            assert item.reason != "internal", item.detail
            assert from_json(json.loads(json.dumps(rejection_to_json(item)))) == item
        else:
            assert not any("\ud800" <= c <= "\udfff" for c in item.text), "a lone surrogate"
            assert item.title_span is None or item.title_span.end <= len(item.text)


def text(data: bytes) -> None:
    """Any string is folded with a map, cut into units that point into it, and matched."""
    string = _string(data)
    folded = fold(string)
    assert folded.origins is None or (
        len(folded.origins) == len(folded.text) and list(folded.origins) == sorted(folded.origins)
    )
    assert fold(folded.text).text == folded.text, "folding twice changes something"
    units = cut(Article(string))
    _check_units(units, string)
    for hit in match(units, default_engine().lexicon).all:
        assert units.starts[hit.first] <= hit.start < hit.end <= units.ends[hit.last - 1]


def _string(data: bytes) -> str:
    """Return bytes as a string: lone surrogates stay where nothing else is wrong with the bytes."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def _check_units(units: Units, string: str) -> None:
    last = 0
    for start, end in zip(units.starts, units.ends, strict=True):
        assert last <= start < end <= len(string), "tokens overlap or leave the text"
        last = end
    assert [i for sent in units.sentences for i in range(sent.first, sent.last)] == list(range(len(units)))
    assert all(0 <= q.start < q.inner_start < q.inner_end <= q.end <= len(string) for q in units.quotes)


def grammar(data: bytes) -> None:
    """Any rules over any words either are refused as a grammar, or end, with edges inside the tokens."""
    draw_from = _Bytes(data)
    rules = [_rule(number, draw_from) for number in range(1 + draw_from.below(6))]
    string = _sentence(draw_from)
    try:
        checked = Grammar(rules)
    except GrammarError:
        return
    units = cut(Article(string))
    chart = checked.run(number_edges(Chart(units, match(units, default_engine().lexicon))))
    for kind in {rule.makes for rule in rules}:
        for edge in chart.of(kind):
            assert 0 <= edge.first < edge.last <= len(units)
            assert 0 <= edge.node.start < edge.node.end <= len(string)
            assert draw(edge.node, string)


def _rule(number: int, source: "_Bytes") -> Rule:
    pattern = {f"{'_' if source.below(4) == 0 else 'p'}{i}": _item(source) for i in range(1 + source.below(4))}
    refused = source.below(5) == 0
    return Rule(
        f"fuzz.rule.{number if source.below(20) else 0}",
        f"made{source.below(4)}",
        pattern,
        lambda **values: None if refused and len(values) % 2 else tuple(sorted(values)),
    )


def _item(source: "_Bytes") -> Any:  # noqa: ANN401 - any of the items
    shape = source.below(4)
    item: Word | Number | Kind | Mark
    if shape == 0:
        item = Word(KINDS[source.below(len(KINDS))])
    elif shape == 1:
        item = Number(source.below(3), source.below(200), (None, True, False)[source.below(3)])
    elif shape == 2:  # noqa: PLR2004 - four shapes
        item = Kind(f"made{source.below(5)}")
    else:
        item = Mark("/-،.:"[source.below(5) :])
    wrapped = source.below(8)
    return Optional(item) if wrapped == 0 else Context(item, taken=source.below(2) == 0) if wrapped == 1 else item


def sentences(data: bytes) -> None:
    """Any row of words that the lexicon knows is read soundly, by every stage, twice the same."""
    draw_from = _Bytes(data)
    day = DAYS[draw_from.below(len(DAYS))]
    article = Article(_sentence(draw_from), published=day, publisher=None if draw_from.below(2) else "A")
    _sound(article, default_engine())


def _sound(article: Article, engine: Engine) -> None:
    reading = read(article, engine)
    assert flaws(reading) == []
    assert reading_to_json(read(article, engine)) == reading_to_json(reading), "read twice, two readings"


def readings(data: bytes) -> None:
    """Any string is read soundly, once it is taken as an article."""
    _sound(Article(data.decode("utf-8", "replace"), published=DAYS[len(data) % len(DAYS)]), default_engine())


def forms(data: bytes) -> None:
    """Any JSON value, and any change to a valid reading, is a record again or a `FormatError`."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        value = _changed(_example(), _Bytes(data))
    try:
        record = from_json(value)
    except FormatError:
        return
    written = reading_to_json(record) if isinstance(record, Reading) else rejection_to_json(record)
    assert from_json(json.loads(json.dumps(written))) == record


@cache
def _told() -> str:
    article = Article(_sentence(_Bytes(bytes(range(256)) * 3)), published=DAYS[1], publisher="A")
    return json.dumps(reading_to_json(read(article, default_engine())))


def _example() -> Any:  # noqa: ANN401 - JSON
    return json.loads(_told())


_VALUES: tuple[Any, ...] = (None, True, 0, -1, 10**20, 1.5, float("nan"), "", "\ud800", "2021-99-99", [], [5, 2], {})


def _changed(value: Any, source: "_Bytes") -> Any:  # noqa: ANN401 - JSON
    """Return a JSON value with some of its parts removed, doubled or replaced."""
    for _ in range(1 + source.below(4)):
        at: Any = value
        while True:
            keys: Sequence[Any] = list(at) if isinstance(at, dict) else range(len(at))
            if not keys:
                break
            key = keys[source.below(len(keys))]
            if isinstance(at[key], dict | list) and at[key] and source.below(4):
                at = at[key]
                continue
            if source.below(4) == 0:
                del at[key]
            else:
                at[key] = _VALUES[source.below(len(_VALUES))]
            break
    return value


@cache
def _vocabulary() -> tuple[str, ...]:
    """Return words of every kind as they are written, evenly spread, and what stands between words."""
    lexicon = default_engine().lexicon
    found: list[str] = []
    for kind in sorted(lexicon.kinds):
        words = [entry.headword for entry in lexicon.of_kind(kind) if entry.headword]
        found += words[:: max(1, len(words) // 40)]
    marks = [*"«»“”\"'()،:.؟!؛-–/…", "\n", "\n\n", "17", "2021", "10:30", "\u200f", "\u202b", "\u0640", "\x00"]
    particles = [entry.headword for entry in lexicon.of_kind("particle")]
    return tuple(found + marks * 6 + particles * 2)


def _sentence(source: "_Bytes") -> str:
    """Return words chosen by the bytes; some are joined, or carry what is written onto words."""
    vocabulary = _vocabulary()
    parts: list[str] = []
    while source.left():
        word = vocabulary[source.below(1 << 16) % len(vocabulary)]
        how = source.below(16)
        head = {0: "\u0648", 1: "\u0628", 2: "\u0627\u0644", 3: "\u0644\u0644", 4: "\u0641"}.get(how, "")
        parts.append(head + word + ("" if how == 15 else " "))  # noqa: PLR2004 - the last of sixteen ways
    return "".join(parts)


class _Bytes:
    """Choices that bytes make; the same bytes make the same ones."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def left(self) -> bool:
        return self._at < len(self._data)

    def below(self, limit: int) -> int:
        """Return a number from 0 to below a limit; 0 when the bytes are used up."""
        size = 1 if limit <= 256 else 2  # noqa: PLR2004 - values of a byte
        value = int.from_bytes(self._data[self._at : self._at + size], "little")
        self._at += size
        return value % limit


def seeds(name: str) -> Iterator[bytes]:
    """Yield inputs to start from: the shipped pages, and what each target makes something of."""
    yield from _SEEDS.get(name, tuple)()
    yield from (bytes((number * step) % 256 for number in range(120)) for step in (3, 7, 31, 77))


def _inputs() -> Iterator[bytes]:
    """Yield one input of every kind, each behind the byte that gives it its name."""
    for page in _pages():
        yield b"\x01" + page
    said = "قال الوزير إن العمل مستمر في بيروت"
    record = json.dumps({"id": "a", "title": "خبر", "text": said, "published": "2021-09-14"})
    feed = f"<rss><channel><item><title>خبر</title><description>{said}</description></item></channel></rss>"
    archive = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: {len(page)}"
    made = ("", "", record, record, f"id,title,text\na,خبر,{said}\n", f"title\ttext\nخبر\t{said}\n", feed, feed)
    yield from (bytes([number]) + text.encode() + b"\n" for number, text in enumerate(made) if text)
    yield b"\x08" + archive.encode() + b"\r\n\r\n" + page + b"\r\n\r\n"


def _texts() -> Iterator[bytes]:
    yield from (b"\xed\xa0\x80\xd9\x82", b"\xed(\xd9\x82")  # half a character, and bytes that are none
    for page in _pages():
        for item in inputs.read(io.BytesIO(page), Source(default_engine().lexicon, name="a.html")):
            if isinstance(item, Article):
                yield item.text.encode()[:3000]


def _forms() -> Iterator[bytes]:
    yield _told().encode()
    yield b'{"format": "musnad.rejection/1", "id": "a", "reason": "empty", "detail": ""}'


def _pages() -> Iterator[bytes]:
    folder = resources.files("musnad") / "data" / "examples"
    for page in sorted(folder.iterdir(), key=str):
        if page.name.endswith(".html"):
            yield page.read_bytes()


_SEEDS: Mapping[str, Callable[[], Iterable[bytes]]] = {
    "ingest": _inputs,
    "text": _texts,
    "readings": _texts,
    "forms": _forms,
}
TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "ingest": ingest,
    "text": text,
    "grammar": grammar,
    "sentences": sentences,
    "readings": readings,
    "forms": forms,
}
