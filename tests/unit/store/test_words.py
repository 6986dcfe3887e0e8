"""Full text: every spelling and form of a word is found, and only on demand the letters as they are typed."""

import pytest

from musnad.model import Article, Published, Reading
from musnad.store import Question, Reader, StoreError, Writer, pack

TEXTS = {
    "hamza": "أعلنت إدارة الميناء أن الأسعار ارتفعت",
    "clitics": "وبالإدارة الجديدة وللوزارة رأي آخر",
    "pronoun": "شكرت المدينة وزارتها على الجهد",
    "marks": "قَالَ المُحَافِظُ كلمةً قصيرة",
    "digits": "عام ٢٠٢١ شهد ثلاثة حوادث",
    "phrase": "حضر الأمين العام للمنظمة اللقاء",
    "order": "العام الماضي حضر الأمين اللقاء",
    "bare": "لا إدارة هنا",
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    path = tmp_path_factory.mktemp("words") / "news.db"
    with Writer(path) as writer:
        for name, text in TEXTS.items():
            writer.add(pack(Reading(Article(text, id=name, published=Published("2021-09-14", "given")))))
    return Reader(path)


def found(reader: Reader, words: str, *, exact: bool = False) -> set[str]:
    rows = reader.page(Question("articles", words=words, exact=exact), None, 100)
    names = {row[5] for row in rows}
    assert reader.count(Question("articles", words=words, exact=exact)) == [("", len(names))]
    return names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("ادارة", {"hamza", "clitics", "bare"}),
        ("الإدارة", {"hamza", "clitics", "bare"}),
        ("وزارة", {"clitics", "pronoun"}),
        ("المحافظ", {"marks"}),
        ("2021", {"digits"}),
        ("الامين العام", {"phrase", "order"}),
        ('"الامين العام"', {"phrase"}),
        ('"أمين العام"', set()),
        ("ميناء الأسعار", {"hamza"}),
        ("شيء لا يوجد", set()),
    ],
)
def test_words_are_found_in_every_form(reader: Reader, words: str, names: set[str]) -> None:
    assert found(reader, words) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("إدارة", {"hamza", "bare"}),
        ("ادارة", set()),
        ("المُحَافِظُ", {"marks"}),
        ("المحافظ", set()),
        ("٢٠٢١", {"digits"}),
        ('"الأمين العام"', {"phrase"}),
    ],
)
def test_exact_words_are_found_as_they_are_typed(reader: Reader, words: str, names: set[str]) -> None:
    assert found(reader, words, exact=True) == names


def test_a_question_without_a_word_is_refused(reader: Reader) -> None:
    with pytest.raises(StoreError, match="holds no word"):
        found(reader, " .. ")


def test_pages_go_on_where_the_last_one_ended(reader: Reader) -> None:
    asked = Question("articles")
    seen: list[str] = []
    after: tuple[str | int, int] | None = None
    while rows := reader.page(asked, after, 3):
        seen += [row[5] for row in rows]
        after = (rows[-1][1], rows[-1][0])
    assert seen == list(reversed(TEXTS))
