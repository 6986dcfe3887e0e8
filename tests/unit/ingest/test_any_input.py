"""Whatever comes in: an article whose offsets hold, or a rejection with a documented reason; never another error."""

import pytest
from designs import BODY, LEAD, TITLE, WITH_LEAD
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from musnad.errors import InputError
from musnad.ingest import read_bytes
from musnad.model import REASONS, Article
from musnad.pipeline import default_engine

SETTINGS = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])

TAGS = "div p span table tr td ul li a b br h1 article section form blockquote iframe svg math time meta".split()
pieces = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from([TITLE, LEAD, *BODY]),
    st.sampled_from(["<!--", "-->", "<![CDATA[", "]]>", "&#x110000;", "&nbsp;", "&", "<", ">", "\0", "<!DOCTYPE x>"]),
    st.sampled_from(['<time datetime="x">', '<meta property="og:url" content="http://[">', "<link rel=canonical>"]),
    st.sampled_from(['<script type="application/ld+json">[[[{"@type":5}]]]</script>', "<style>", "<p class=lead>"]),
    st.text(max_size=5),
)  # fmt: skip
pages = st.lists(pieces, max_size=40).map(lambda parts: "<html><body>" + "".join(parts))


def outcome(data: bytes, name: str | None = None) -> Article | str:
    try:
        return read_bytes(data, default_engine().lexicon, name=name)
    except InputError as error:
        return error.reason


def check(found: Article | str) -> None:
    if isinstance(found, str):
        assert found in REASONS
        assert found != "internal"
    else:
        assert found.title_span is None or found.title_span.end <= len(found.text)
        assert not any("\ud800" <= c <= "\udfff" for c in found.text)


@SETTINGS
@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00")
@example(b"\x00\xd8" * 20)
def test_any_bytes(data: bytes) -> None:
    check(outcome(data))
    check(outcome(data, "page.html"))


@SETTINGS
@given(pages)
def test_any_mark_up(page: str) -> None:
    check(outcome(page.encode("utf-8", "surrogatepass"), "page.html"))


@SETTINGS
@given(st.sampled_from(sorted(WITH_LEAD)), st.integers(0, 2000), st.integers(0, 60), st.binary(max_size=8))
@example("bare text between breaks", 755, 0, b"&#1")  # the name of a control character
@example("bare text between breaks", 755, 0, b"&#xFFFE;")
def test_any_damage_to_a_page(design: str, at: int, size: int, new: bytes) -> None:
    source = WITH_LEAD[design].encode()
    at %= len(source)
    check(outcome(source[:at] + new + source[at + size :], "page.html"))


@pytest.mark.parametrize("before", ["<html></html>", "<html><head><title>x</title></head></html>", "<html><p>x</html>"])
def test_a_page_behind_the_rest_of_another_one_is_read(before: str) -> None:
    dated = WITH_LEAD["plain article"].replace("</h1>", "</h1><time>17 أكتوبر 2023</time>")
    alone, behind = outcome(dated.encode(), "a.html"), outcome((before + dated).encode(), "a.html")
    assert isinstance(alone, Article)
    assert isinstance(behind, Article)
    assert (behind.text, behind.published) == (alone.text, alone.published)


def test_a_defect_of_ours_is_a_rejection_of_that_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Article:
        raise ZeroDivisionError

    monkeypatch.setattr("musnad.ingest.page.read_page", broken)
    assert outcome(WITH_LEAD["plain article"].encode()) == "internal"
