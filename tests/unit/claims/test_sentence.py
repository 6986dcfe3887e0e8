"""The plain sentence counts as Arabic does: one, two, three to ten, eleven and more, a hundred."""

import pytest

from musnad.claims.sentence import sentence
from musnad.pipeline import default_engine

LEXICON = default_engine().lexicon


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ((1, 0, (1, 1), (1, 1)), "مقال واحد، أصل واحد، طريق واحد"),
        ((2, 1, (2, 2), (1, 1)), "مقالان، نسخة واحدة، أصلان، طريق واحد"),
        ((38, 30, (2, 2), (5, 5)), "٣٨ مقالا، ٣٠ نسخة، أصلان، ٥ طرق"),
        ((100, 3, (1, 3), (11, 11)), "١٠٠ مقال، ٣ نسخ، ١–٣ أصول، ١١ طريقا"),
        ((103, 0, (1, 2), (2, 2)), "١٠٣ مقالات، ١–٢ أصول، طريقان"),
    ],
)
def test_sentence(numbers: tuple[int, int, tuple[int, int], tuple[int, int]], shown: str) -> None:
    assert sentence(*numbers, LEXICON) == shown
