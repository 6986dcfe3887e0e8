"""Every span of an article leads to the very bytes that hold it, whatever the encodings of its page."""

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.ingest import read_bytes
from musnad.ingest.decode import decoded
from musnad.model import Article, Span
from musnad.pipeline import default_engine

LIMIT = 1 << 20
LEXICON = default_engine().lexicon
WORDS = st.sampled_from(
    [
        "وافق",
        "مجلس",
        "القرية،",
        "على",
        "خطة",
        "«جديدة»",
        "2024",
        "port",
        "ى",
        "ﷺ",
        "لا",
        "م\u0651د",
        "100%",
        "&amp;",
        "€",
    ]
)
LINES = st.lists(st.lists(WORDS, min_size=9, max_size=14).map(" ".join), min_size=4, max_size=7)
OLD_WORDS = st.sampled_from(["وافق", "مجلس", "القرية،", "على", "خطة", "«جديدة»", "2024", "port", "ى", "100%", "€"])
OLD_LINES = st.lists(st.lists(OLD_WORDS, min_size=9, max_size=14).map(" ".join), min_size=4, max_size=7)
PARAGRAPH = "<p>السطر {0} من الخبر: {1}</p>\r\n"  # none like another: what repeats itself is left out
NOISE = st.lists(st.integers(32, 255), max_size=60).map(bytes)  # without control bytes: many make a file binary
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "cp1256", "utf-16"])


def page(lines: list[str]) -> str:
    return (
        "<html><body><article><h1>خبر</h1>"
        + "".join(PARAGRAPH.format(n, x) for n, x in enumerate(lines))
        + "</article></body></html>"
    )


def assert_every_word_is_found(article: Article, data: bytes, encoding: str) -> None:
    at = 0
    for word in article.text.split():
        at = article.text.index(word, at)
        place = article.raw_bytes(Span(at, at + len(word)))
        assert place is not None
        assert data[slice(*place)].decode(encoding).replace("&amp;", "&") == word
        at += len(word)


@settings(max_examples=50, deadline=None)
@given(LINES, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_words_of_a_page_lead_to_their_bytes(lines: list[str], encoding: str) -> None:
    data = page(lines).encode(encoding)
    article = read_bytes(data, LEXICON, name="page.html")
    name = "utf-16-le" if encoding == "utf-16" else "utf-8"
    assert_every_word_is_found(article, data, name)


@settings(max_examples=50, deadline=None)
@given(OLD_LINES)
def test_words_of_an_old_page_lead_to_their_bytes(lines: list[str]) -> None:
    data = page(lines).encode("cp1256")
    article = read_bytes(data, LEXICON, name="page.html")
    assert_every_word_is_found(article, data, "cp1256")


@settings(max_examples=50, deadline=None)
@given(OLD_LINES, OLD_LINES)
def test_words_of_a_page_put_together_from_two_encodings_lead_to_their_bytes(new: list[str], old: list[str]) -> None:
    first = [PARAGRAPH.format(n, f"{line} ختام").encode() for n, line in enumerate(new)]
    second = [PARAGRAPH.format(n + 50, f"{line} قديم").encode("cp1256") for n, line in enumerate(old)]
    data = b"<html><body><article><h1>x</h1>" + b"".join((*first, *second)) + b"</article></body></html>"
    article = read_bytes(data, LEXICON, name="page.html")
    for word, encoding in (("ختام", "utf-8"), ("قديم", "cp1256")):
        at = article.text.rindex(word)
        place = article.raw_bytes(Span(at, at + len(word)))
        assert place is not None
        assert data[slice(*place)].decode(encoding) == word


@settings(max_examples=50, deadline=None)
@given(NOISE, OLD_LINES, ENCODINGS)
def test_every_character_of_a_plain_text_leads_to_its_bytes(noise: bytes, lines: list[str], encoding: str) -> None:
    data = "\n".join(lines).encode(encoding) + (noise if encoding.startswith("utf-8") else b"")
    article = read_bytes(data, LEXICON)
    assert article.text == decoded(data, LIMIT).text
    last = 0
    for at, character in enumerate(article.text):
        place = article.raw_bytes(Span(at, at + 1))
        assert place is not None
        assert last <= place[1] <= len(data)
        last = place[1]
        if character != "\ufffd" and encoding != "utf-16" and ord(character) < 128:
            assert data[slice(*place)] == character.encode()
    assert article.raw_bytes(Span(0, 5)) is not None
