"""Reading again: only what changed stages affect, the same as if all were read, resumable."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from musnad.collect import Cutter, Plan, fill, reread, units
from musnad.collect.partial import read_again
from musnad.ingest import Given
from musnad.model import Article, Published, Reading, Span, from_json, reading_to_json
from musnad.pipeline import STAGES, Engine, default_engine, read
from musnad.store import Question, Reader, Writer

GOLD = sorted((Path(__file__).parents[2] / "gold" / "articles").glob("*.json"))


def gold(path: Path) -> Reading:
    value = json.loads(path.read_text("utf-8"))
    day = value.get("published")
    day = day.get("value") if isinstance(day, dict) else day
    published = Published(day, "given", 1.0) if day else Published()
    article = Article(
        value["text"], Span(0, len(value["text"].split("\n\n")[0])), published=published, publisher="صحيفة"
    )
    return read(article, default_engine())


def stale(reading: Reading, *names: str) -> Reading:
    """Return a reading as it comes from a store, made by other versions of some stages."""
    found = from_json(json.loads(json.dumps(reading_to_json(reading))))
    assert isinstance(found, Reading)
    return replace(found, digests=tuple((n, "old" if n in names else d) for n, d in found.digests))


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", [stage.name for stage in STAGES])
def test_reading_again_is_the_same_as_reading_whole(path: Path, name: str) -> None:
    reading = gold(path)
    names = [stage.name for stage in STAGES]
    later = names[names.index(name) :]  # a change of a stage changes the digests of those that use it
    assert reading_to_json(read_again(stale(reading, *later), default_engine())) == reading_to_json(reading)


def test_what_is_up_to_date_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = gold(GOLD[0])
    monkeypatch.setattr("musnad.collect.partial.read", None)
    monkeypatch.setattr("musnad.collect.partial.STAGES", None)
    assert read_again(reading, default_engine()) is reading


def test_stages_that_did_not_change_are_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = stale(gold(GOLD[0]), "chains")
    ran: list[str] = []

    def watched(name: str, run: object) -> object:
        def runs(engine: Engine, work: object) -> None:
            ran.append(name)
            run(engine, work)  # type: ignore[operator]

        return runs

    spied = [replace(stage, run=watched(stage.name, stage.run)) for stage in STAGES]  # type: ignore[arg-type]
    monkeypatch.setattr("musnad.collect.partial.STAGES", spied)
    read_again(reading, default_engine())
    assert ran == ["text", "statements", "events", "chains"]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    source = tmp_path / "batch.jsonl"
    texts = [json.loads(path.read_text("utf-8"))["text"] for path in GOLD]
    source.write_text("\n".join(json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts)), "utf-8")
    engine = older(default_engine())
    with Writer(tmp_path / "news.db") as writer:
        cutter = Cutter(engine.lexicon, Given(), engine.settings.max_bytes, lambda _: False)
        fill(writer, units([str(source)], cutter), engine, Plan())
    return tmp_path / "news.db"


def older(engine: Engine) -> Engine:
    return replace(engine, digests=tuple((name, f"old {digest}") for name, digest in engine.digests))


def test_a_collection_is_read_again_once(db: Path) -> None:
    with Reader(db) as reader:
        facts = reader.count(Question("statements"))[0][1] + reader.count(Question("events"))[0][1]
    with Writer(db) as writer:
        found = reread(writer, default_engine(), 1)
        assert (found.due, found.done) == (len(GOLD), len(GOLD))
        assert (found.change.kept, found.change.gone, found.change.new) == (facts, 0, 0)
        assert reread(writer, default_engine(), 1).due == 0
    with Reader(db) as reader:
        assert reader.check() == []
        assert reader.digests() == {json.dumps(dict(default_engine().digests), sort_keys=True): len(GOLD)}


def test_a_run_that_was_ended_goes_on_where_it_was(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("musnad.collect.again._AT_ONCE", 5)

    def ends(_: object) -> None:
        raise KeyboardInterrupt

    def ended() -> None:
        with Writer(db) as writer:
            reread(writer, default_engine(), 1, ends)

    with pytest.raises(KeyboardInterrupt):
        ended()
    with Writer(db) as writer:
        assert reread(writer, default_engine(), 1).due == len(GOLD) - 5


def test_an_article_that_cannot_be_read_keeps_its_reading(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_reading: Reading, _engine: Engine) -> Reading:
        message = "a defect"
        raise ZeroDivisionError(message)

    monkeypatch.setattr("musnad.collect.work.read_again", broken)
    with Writer(db) as writer:
        found = reread(writer, default_engine(), 1)
    assert found.done == 0
    assert found.reasons == {"ZeroDivisionError: a defect": len(GOLD)}
    assert "stay as they were" in found.summary()
    with Reader(db) as reader:
        assert reader.count(Question("statements"))[0][1] > 0
