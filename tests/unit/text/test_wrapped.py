"""Which line breaks only the width of a text has made."""

import textwrap

import pytest

from musnad.model import Article
from musnad.text import cut
from musnad.text.wrapped import unwrapped

FIRST = (
    "قال مدير الميناء سامي حداد إن السفن ستعود إلى الأرصفة القديمة بعد أن ينتهي العمال من ترميمها في نهاية الصيف، وإن "
    "الشركة طلبت من البحارة أن ينتظروا أسبوعين آخرين قبل أن يدخلوا المرفأ."
)
SECOND = (
    "وأضاف أن الأمواج العالية أخرت وصول الحجارة التي طلبتها البلدية من المقالع البعيدة في الجبال، وأن العمل سيستمر."
)
VERSES = "\n".join(
    ["يا بحر كم حملت من سفن إلى أرض بعيدة لا تعود", "وكم رسا في شاطئيك من الرجال الحالمين", "يا بحر"] * 3
)
LIST = "\n".join(f"{name}: عشرون نقطة من ثماني مباريات" for name in ("الضفاف", "الميناء", "الجبل", "النهر", "الوادي"))


def wrapped(width: int) -> str:
    return "ميناء ينتظر سفنه\n\n" + "\n".join(textwrap.fill(part, width) for part in (FIRST, SECOND) * 3)


@pytest.mark.parametrize("width", [45, 60, 72, 100])
def test_lines_of_one_width_are_joined(width: int) -> None:
    text = wrapped(width)
    sentences = cut(Article(text)).sentences
    assert [text[s.start : s.end].replace("\n", " ") for s in sentences][1:] == [FIRST, SECOND] * 3
    assert len(unwrapped(text)) == len(text)


def test_windows_line_ends_are_joined() -> None:
    assert "\r" not in unwrapped(wrapped(60).replace("\n", "\r\n")).removeprefix("ميناء ينتظر سفنه\r\n\r\n")[:100]


@pytest.mark.parametrize("text", [VERSES, LIST, f"{FIRST}\n{SECOND}\n{FIRST}\n{SECOND}\n{FIRST}", "قال\nنعم"])
def test_other_line_breaks_stay(text: str) -> None:
    assert unwrapped(text) == text
