"""Where sentences end, and where a full stop does not end one."""

import pytest

from musnad.model import Article
from musnad.text import cut


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in cut(Article(text)).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("جاء الوفد. ثم غادر.", ["جاء الوفد.", "ثم غادر."]),
        ("جاء الوفد.ثم غادر", ["جاء الوفد.", "ثم غادر"]),
        ("هل جاء؟ نعم!", ["هل جاء؟", "نعم!"]),
        ("تحسن منذ 2006.وأضاف نعم", ["تحسن منذ 2006.", "وأضاف نعم"]),
        ("قال د. سعيد إن أ.ف.ب نشرت 3.5 مليون", ["قال د. سعيد إن أ.ف.ب نشرت 3.5 مليون"]),
        ("فتح عام 1431هـ. وأغلق", ["فتح عام 1431هـ.", "وأغلق"]),
        ("يوم 3/2/1431 هـ. الموافق الاثنين", ["يوم 3/2/1431 هـ. الموافق الاثنين"]),
        ("موقع example.org العربي", ["موقع example.org العربي"]),
        ("قال «سنبقى.» ثم خرج", ["قال «سنبقى.»", "ثم خرج"]),
        ("انتظر... ثم مضى", ["انتظر...", "ثم مضى"]),
        ("رئيسي … تم خلالها", ["رئيسي … تم خلالها"]),
        ("رحل الوفد.، ثم عاد. نعم", ["رحل الوفد.، ثم عاد.", "نعم"]),
        ("عنوان بلا نقطة\n\nمتن", ["عنوان بلا نقطة", "متن"]),
    ],
)
def test_ends(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_paragraphs_are_numbered_from_the_title() -> None:
    units = cut(Article("عنوان\n\nأول. ثان.\nثالث"))
    assert [s.paragraph for s in units.sentences] == [0, 1, 1, 2]
