"""The nominative of what people are called, where nothing but letters tells that their name is a plural or dual."""

from itertools import takewhile

from musnad.arabic.clitics import ARTICLE, DUAL, NUNATED, OBLIQUE
from musnad.arabic.letters import ALEF, MIM, TA, YA

_PARTICIPLE = 4  # letters of the shortest participle
_NISBA = YA + OBLIQUE


def nominative(name: str) -> str:
    """Return the name of people with the ending of who acts, where letters tell that its head is a sound plural.

    It is a participle («the citizens») or relational («the craftsmen»), or a broken plural before an adjective that is
    relational; of one alone («the squares») the letters end alike. «Two cars», «the two companies» are dual.

    >>> nominative("المواطنين الغاضبين"), nominative("الفرقاء السياسيين"), nominative("الميادين")
    ('المواطنون الغاضبون', 'الفرقاء السياسيون', 'الميادين')
    >>> nominative("سيارتين مفخختين"), nominative("الرهينتين الفرنسيين")
    ('سيارتان مفخختان', 'الرهينتان الفرنسيان')
    """
    words = name.split()
    if words[0].endswith(TA + OBLIQUE):
        pair = tuple(takewhile(lambda word: word.endswith(OBLIQUE), words))
        return " ".join([*(word.removesuffix(OBLIQUE) + DUAL for word in pair), *words[len(pair) :]])
    for k, word in enumerate(words):
        if not k and word.startswith(ARTICLE) and not word.endswith(OBLIQUE) and any(map(_is_relational, words[1:2])):
            continue
        acts = bool(k) or is_participle(word.removesuffix(OBLIQUE)) or _is_relational(word)
        if not (acts and word.startswith(ARTICLE) and word.endswith(OBLIQUE)):
            break
        words[k] = word.removesuffix(OBLIQUE) + NUNATED[0]
    return " ".join(words)


def _is_relational(word: str) -> bool:
    """Say whether letters are those of a relational plural with article: «the politicians», no «the millions»."""
    return word.startswith(ARTICLE) and word.endswith(_NISBA) and not word.endswith(ALEF + _NISBA)


def is_participle(word: str) -> bool:
    """Say whether letters before the ending of a plural are those of a participle: «citizen, kidnapper»."""
    bare = word.removeprefix(ARTICLE)
    if len(bare) < _PARTICIPLE:
        return False
    broken = len(bare) == _PARTICIPLE and bare[2] == ALEF  # «the fields, the poor»
    return not broken and (bare[0] == MIM or (len(bare) == _PARTICIPLE and bare[1] == ALEF))
