"""Texts and their bytes: every encoding of Arabic news is read, everything else is rejected with its reason."""

import gzip
import io
import zipfile
from hashlib import sha256

import pytest

from musnad.errors import InputError
from musnad.ingest import read_bytes, read_text
from musnad.model import Retrieval, Span
from musnad.pipeline import default_engine

LINE = "قال وزير الخارجية المصري، اليوم الثلاثاء، إن المحادثات في القاهرة كانت مثمرة وبناءة."
TEXT = f"الوزير يلتقي نظيره\n\n{LINE}\n{LINE}\n"


def text_of(data: bytes) -> str:
    return read_bytes(data, default_engine().lexicon).text


def reason_of(data: bytes, max_bytes: int = 1_000_000) -> str:
    with pytest.raises(InputError) as caught:
        read_bytes(data, default_engine().lexicon, max_bytes=max_bytes)
    return caught.value.reason


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", TEXT)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1256", "iso8859-6", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_a_text_is_the_same_in_every_encoding(encoding: str) -> None:
    assert text_of(TEXT.encode(encoding)) == TEXT


def test_a_declared_encoding_is_believed() -> None:
    page = (
        f'<html><head><meta charset="windows-1256"></head><body><article><h1>عنوان الخبر</h1><p>{LINE}</p><p>{LINE}</p>'
        "</article></body></html>"
    )
    assert LINE in text_of(page.encode("cp1256"))


@pytest.mark.parametrize("name", ["undefined", "no-such-encoding"])
def test_a_declared_encoding_that_is_none_is_passed_over(name: str) -> None:
    page = f'<html><head><meta charset="{name}"></head><body><p>{LINE}</p><p>{LINE}</p></body></html>'
    assert LINE in text_of(page.encode("cp1256"))


def test_damaged_utf_8_keeps_all_but_the_damage() -> None:
    data = (TEXT * 5).encode()
    assert text_of(data[:400] + b"\xff" + data[400:]).replace("\ufffd", "") == TEXT * 5


def test_a_file_that_mixes_encodings_is_decoded_line_by_line() -> None:
    assert text_of(TEXT.encode() + TEXT.encode("cp1256")) == TEXT * 2


def test_one_line_may_mix_encodings_too() -> None:
    assert text_of(f"{LINE} - ".encode() + LINE.encode("cp1256") + f" - {LINE}".encode()) == f"{LINE} - {LINE} - {LINE}"


def test_lone_surrogates_become_replacement_characters_one_for_one() -> None:
    assert text_of(TEXT.encode() + b"\xed\xa0\x80" + LINE.encode()) == f"{TEXT}\ufffd{LINE}"
    assert read_text(f"{LINE}\ud800\udc00\ud801", default_engine().lexicon).text == f"{LINE}\ufffd\ufffd\ufffd"


def test_stray_zero_bytes_are_kept_verbatim() -> None:
    text = TEXT.replace("\n", "\0\n", 1)
    assert text_of(text.encode()) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
        ("\u200f\u200e \u00a0".encode(), "not-arabic"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "binary"),
        (gzip.compress(TEXT.encode(), mtime=0), "binary"),
        (zipped(), "binary"),
        (bytes(range(256)) * 20, "binary"),
        ("Le ministre a été reçu à Paris, où il a déclaré être très satisfait.".encode("latin-1"), "encoding"),
        (TEXT.encode().decode("latin-1").encode(), "not-arabic"),
        (b"x" * 1_000_001, "too-large"),
    ],
    ids="nothing spaces bom bom16 marks png pdf gzip zip bytes french twice-encoded large".split(),
)
def test_what_is_no_text_has_its_reason(data: bytes, reason: str) -> None:
    assert reason_of(data) == reason


@pytest.mark.parametrize(
    "text",
    [
        "The minister met his counterpart in Cairo and said that the talks were fruitful.",
        "رئیس جمهور ایران امروز با همتای خود در تهران دیدار و درباره همکاری دو کشور گفتگو کرد",
        "وزیر اعظم نے کہا ہے کہ حکومت عوام کی فلاح کے لیے کام کر رہی ہے اور ملک میں امن قائم ہے",
        "سەرۆکی هەرێمی کوردستان لە کۆبوونەوەیەکدا گوتی کە پەیوەندییەکان باشن",
        "د افغانستان د بهرنیو چارو وزیر نن په کابل کې له خپل سیال سره ولیدل او ویې ویل چې خبرې ښې وې",
        "ראש הממשלה נפגש היום עם עמיתו בירושלים ואמר כי השיחות היו פוריות",
        "12345 67890",
    ],
    ids="english persian urdu kurdish pashto hebrew digits".split(),
)
def test_other_languages_are_not_read_as_arabic(text: str) -> None:
    assert reason_of(text.encode()) == "not-arabic"


@pytest.mark.parametrize(
    "text",
    [
        "التقى الوزير نظيره چاوش في گهران",  # one foreign name in a short sentence
        "أعلنت شركة Google في بيان صحفي إطلاق خدمة جديدة",
        LINE.replace("ي", "ی").replace("ك", "ک"),  # an Arabic text from a Persian keyboard
        "ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﺇﻥ ﺍﻟﻤﺤﺎﺩﺛﺎﺕ ﻛﺎﻧﺖ ﻣﺜﻤﺮﺓ",  # presentation forms
        "قَالَ الوَزِيرُ إِنَّ المُحَادَثَاتِ كَانَتْ مُثْمِرَة",
    ],
    ids="foreign-name latin-name persian-keyboard presentation-forms vowels".split(),
)
def test_unusual_arabic_is_arabic(text: str) -> None:
    assert text_of(text.encode()) == text


def test_the_title_is_the_first_line_before_a_blank_one() -> None:
    article = read_text(TEXT, default_engine().lexicon)
    assert article.title == "الوزير يلتقي نظيره"
    assert read_text(f"{LINE}\n{LINE}", default_engine().lexicon).title is None
    assert read_text(f"{LINE * 4}\n\n{LINE}", default_engine().lexicon).title is None


def test_a_file_is_known_by_its_bytes() -> None:
    data = TEXT.encode("cp1256")
    article = read_bytes(data, default_engine().lexicon)
    assert article.retrieval == Retrieval(sha256(data).hexdigest())
    assert article.raw_bytes(Span(2, 7)) == (2, 7)
    assert article.raw_bytes(Span(2, len(article.text) + 1)) is None


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6"])
def test_a_few_old_words_in_much_mark_up_are_read(encoding: str) -> None:
    assert LINE in text_of(b"0" * 15_000 + b"\n\n" + TEXT.encode(encoding, "replace"))


def test_old_bytes_that_happen_to_be_new_letters_are_not_taken_for_them() -> None:
    text = TEXT + "\n".join(f"وصلت الرسالة، وبقي النفط، وانتهى الموضوع، وتم البلاغ، {n}" for n in range(40))
    assert text_of(text.encode("cp1256")) == text


def test_damaged_words_lose_only_what_is_broken() -> None:
    data = TEXT.encode() * 40
    broken = data[:300] + b"\xff" + data[301:]
    assert text_of(broken).count("\ufffd") <= 2
    assert text_of(broken)[-2000:] == text_of(data)[-2000:]
