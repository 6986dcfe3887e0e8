"""Identities across articles: joined by their names, whatever comes in which order; parted by analysts."""

import tempfile
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musnad.corpus.identities import Identified, identify
from musnad.model import Article, Published
from musnad.pipeline import default_engine, read
from musnad.query import Collection, FoundPerson, Question
from musnad.store import Correction, Packed, Reader, Writer, pack

NAMES = (
    "عبد الرحمن الشاذلي",
    "عبدالرحمن الشاذلي",
    "كارل ليفنسون",
    "كارل ليفسنون",
    "سامح بن فهد المقرن",
    "سامح بن حمد المقرن",
    "سامح المقرن",
    "أنجيلا ميركل",
    "أنجيلا ميركلل",
)
ONE, TWO = "person:عبد الرحمن الشاذلي", "person:عبدالرحمن الشاذلي"
some = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@lru_cache
def told(name: str) -> Packed:
    """Return an article of its own in which somebody speaks."""
    text = f"قال السيد {name} إن السفن وصلت إلى الميناء.\n"
    url = f"https://paper.example/{NAMES.index(name)}"
    return pack(read(Article(text, url=url, published=Published("2021-09-14", "given", 1.0)), default_engine()))


def add(path: Path, *names: str) -> Identified:
    with Writer(path) as writer:
        for name in names:
            writer.add(told(name))
        return identify(writer, default_engine().lexicon, "2021-10-01T00:00:00")


def groups(path: Path) -> set[tuple[str, ...]]:
    with Collection(path) as collection:
        return {i.ids for i in collection.all(Question("people")) if isinstance(i, FoundPerson) and len(i.ids) > 1}


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def test_spellings_are_one_and_what_is_like_two_different_people_is_neither(db: Path) -> None:
    add(db, *NAMES)
    assert (ONE, TWO) in groups(db)
    assert ("person:كارل ليفسنون", "person:كارل ليفنسون") in groups(db)
    assert ("public_person.merkel", "person:انجيلا ميركلل") in groups(db), "the knowledge base stands for spellings"
    joined = {name for group in groups(db) for name in group}
    assert not any("المقرن" in name for name in joined), "the short name fits two fathers"


def test_a_name_of_somebody_known_that_many_bear_is_not_his(db: Path) -> None:
    with Writer(db) as writer:
        for who in ("رئيس مجلس النواب المصري علي عبد العال", "السيد علي عبد العال"):
            article = Article(f"قال {who} إن السفن وصلت.", published=Published("2020-09-14", "given", 1.0))
            writer.add(pack(read(article, default_engine())))
        identify(writer, default_engine().lexicon, "2021-10-01T00:00:00")
    assert not any("public_person.abdel_aal_ali" in one for one in groups(db))


def test_a_name_fits_one_until_another_one_comes(db: Path) -> None:
    short, first, second = "سامح المقرن", "سامح بن فهد المقرن", "سامح بن حمد المقرن"
    add(db, short, first)
    assert groups(db) == {("person:سامح المقرن", "person:سامح بن فهد المقرن")}
    assert add(db, second).moved.parted == 1
    assert groups(db) == set()
    with Writer(db) as writer:
        writer.take_down("https://paper.example/5", "by request", "2021-10-03")
    assert groups(db) == {("person:سامح المقرن", "person:سامح بن فهد المقرن")}


@some
@given(st.permutations(NAMES), st.lists(st.integers(1, 4), max_size=5))
def test_the_table_does_not_depend_on_order_or_on_how_many_came_at_once(order: list[str], sizes: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whole, steps = Path(folder) / "whole.db", Path(folder) / "steps.db"
        add(whole, *NAMES)
        for size in sizes:
            add(steps, *order[:size])
            order = order[size:]
        add(steps, *order)
        assert groups(whole) == groups(steps)


def test_a_run_that_is_ended_is_resumed(db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(tmp_path / "whole.db", *NAMES)
    monkeypatch.setattr("musnad.corpus.identities._AT_ONCE", 2)

    def end(found: Identified) -> None:
        if found.done >= 4:
            raise KeyboardInterrupt

    with Writer(db) as writer:
        for name in NAMES:
            writer.add(told(name))
        with pytest.raises(KeyboardInterrupt):
            identify(writer, default_engine().lexicon, "2021-10-01", end)
        rest = identify(writer, default_engine().lexicon, "2021-10-01")
        assert 0 < rest.due < len(NAMES)
    assert groups(db) == groups(tmp_path / "whole.db")


def test_nothing_new_is_no_version(db: Path) -> None:
    first = add(db, *NAMES)
    again = add(db, *NAMES)
    assert (first.moved.version, again.done, again.moved.version) == (1, 0, 0)
    assert again.summary() == ""


def test_a_decision_holds_whatever_comes_and_however_names_are_compared(db: Path) -> None:
    with Writer(db) as writer:
        writer.correct(Correction("different", ONE, TWO, at="2021-09-30"), must_exist=False)
    add(db, *NAMES)
    assert not any(ONE in group for group in groups(db))
    with Writer(db) as writer:
        with writer.identities() as table:
            table.begin("other rules")
        assert identify(writer, default_engine().lexicon, "2021-10-02").done > 0
    assert not any(ONE in group for group in groups(db))
    with Writer(db) as writer:
        writer.correct(Correction("same", ONE, TWO, at="2021-10-03"))
    assert (ONE, TWO) in groups(db)


def test_every_state_of_the_table_is_kept(db: Path) -> None:
    add(db, NAMES[0])
    add(db, NAMES[1])
    with Writer(db) as writer:
        writer.correct(Correction("different", ONE, TWO, at="2021-10-02"))
    with Collection(db) as collection:
        (parted,) = collection.identities(TWO)
        (past,) = parted.past
        assert (past.same, past.since, past.until) == (ONE, 1, 2)
        assert [member.id for member in parted.members] == [TWO]
        assert {each.id for each in collection.identities("الشاذلي")} == {ONE, TWO}
    with Reader(db) as reader:
        assert reader.identities.version()[:2] == (2, "2021-10-02")
        assert reader.check() == []
