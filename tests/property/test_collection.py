"""Whatever comes in which order: nothing is taken twice, nothing is lost, answers do not depend on the order."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musnad.model import Article, Published, Reading, Retrieval
from musnad.pipeline import default_engine, read
from musnad.query import Collection, Found, Question, to_json
from musnad.store import Reader, Writer, pack

TEXTS = (
    "قال وزير النقل سامح الشاذلي إن السفن وصلت إلى بيروت.\nوأضاف أن العمل مستمر.\n",
    "قال وزير النقل سامح الشاذلي إن السفن غادرت بيروت.\nوأضاف أن العمل مستمر.\n",
    "نفى كاظم نجفي وجود أزمة، وفق ما نقلته رويترز.\n",
    "التقى سامح الشاذلي كاظم نجفي في القاهرة يوم 14 سبتمبر 2021.\n",
)
captures = st.builds(
    lambda text, page, hour: (text, f"https://paper.example/{page}", f"2021-09-14T{hour:02}:00:00+00:00"),
    st.sampled_from(TEXTS),
    st.integers(1, 3),
    st.integers(0, 5),
)
OF = ("statements", "events", "articles", "people")
some = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def made(text: str, url: str, at: str) -> Reading:
    article = Article(text, url=url, publisher=f"صحيفة {url[-1]}", published=Published("2021-09-14", "given", 1.0))
    return read(replace(article, retrieval=Retrieval.of(text.encode(), at, url)), default_engine())


@contextmanager
def filled(*rounds: list[tuple[str, str, str]]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.db"
        for each in rounds:
            with Writer(path) as writer:
                for capture in each:
                    writer.add(pack(made(*capture)))
        yield path


def answers(path: Path, of: str) -> list[Found]:
    with Collection(path) as collection:
        return list(collection.all(Question(of)))


def sizes(path: Path) -> dict[str, int]:
    with Reader(path) as reader:
        assert reader.check() == []
        return reader.sizes()


@some
@given(st.lists(captures, max_size=6))
def test_the_same_again_changes_nothing(found: list[tuple[str, str, str]]) -> None:
    with filled(found) as once, filled(found, found) as twice:
        assert sizes(once) == sizes(twice)
        for of in OF:
            assert answers(once, of) == answers(twice, of)


@some
@given(st.lists(captures, max_size=6, unique_by=lambda each: each[1:]), st.randoms(use_true_random=False))
def test_answers_do_not_depend_on_the_order_of_coming(found: list[tuple[str, str, str]], chance: object) -> None:
    other = sorted(found, key=lambda _: chance.random())  # type: ignore[attr-defined]
    with filled(found) as one, filled(other) as two:
        assert sizes(one) == sizes(two)
        for of in OF:
            told = [sorted(map(repr, map(to_json, answers(path, of)))) for path in (one, two)]
            assert told[0] == told[1]


@some
@given(st.lists(captures, min_size=1, max_size=5), st.data())
def test_what_is_taken_down_leaves_the_rest_as_if_it_had_never_come(
    found: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from([url for _, url, _ in found]))
    with filled(found) as path, filled([each for each in found if each[1] != gone]) as without:
        with Writer(path) as writer:
            writer.take_down(gone, "by request", "2021-10-01T00:00:00")
        left, never = sizes(path), sizes(without)
        assert left.pop("tombstone") == 1
        assert never.pop("tombstone") == 0
        assert left == never
        for of in OF:
            told = [sorted(map(repr, map(to_json, answers(each, of)))) for each in (path, without)]
            assert told[0] == told[1]
