"""The words of a name as they are compared within an article."""

import re

from musnad.arabic import BA, fold_word
from musnad.arabic.letters import ALEF, SERVANT, SON, WAW, YA
from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.labels import proper
from musnad.mentions.view import View

_PROPHET, _EULOGY = "ordinary_word.prophet", "connective.prophet"
_AB = ALEF + min(BA, key=len)
_APART = re.compile(rf"\b{SERVANT} (?=\w)")
_FATHER, _FATHERS = _AB + WAW, (_AB + YA, _AB + ALEF)
_LEVELLED = {**dict.fromkeys(_FATHERS, _FATHER), ALEF + SON: SON}
_BEHIND_FATHER = re.compile(rf"\b{_FATHER} (?=\w)")


def words_of(view: View, phrase: Found) -> tuple[str, ...]:
    """Return the words of the proper name in a phrase, folded; «father of» in the nominative («أبي عياض»).

    That of the prophet is one word, which is in nobody else's name («النبي محمد», «محمد صلى الله عليه وسلم»).
    """
    words = parts(proper(view, phrase))
    return (f"{_PROPHET} {words[0]}",) if _is_prophet(view, phrase) else words


def _is_prophet(view: View, phrase: Found) -> bool:
    """Say whether «the prophet» stands before a name, or what is said of him behind it."""
    if phrase.name is None or phrase.name[1] - phrase.name[0] > 1:
        return False
    first, last = phrase.name
    before = (hit for hit in view.hits.at(first - 1, "ordinary_word") if first and hit.last == first)
    return any(hit.entry.id in {_PROPHET, _EULOGY} for hit in (*before, *view.hits.at(last, "connective")))


def parts(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded: «عبد الله» is one, as is «أبو الخير», joined («أبوالخير») or not.

    «ابن حداد» is «بن حداد».
    """
    words = (_LEVELLED.get(word, word) for word in _APART.sub(SERVANT, fold_word(name)).split())
    return tuple(_BEHIND_FATHER.sub(_FATHER, " ".join(words)).split())


def given_of(view: View, phrase: Found) -> dict[str, bool]:
    """Return the words of a name that are known given names, folded, without proclitics, and whether of foreigners."""
    first, last = phrase.name or (phrase.first, phrase.first)
    hits = (view.at(i, "given_name") for i in range(first, last))
    given = ((parts(hit.form.pattern), hit.entry.flag("foreign")) for hit in hits if hit is not None)
    return {words[0]: foreign for words, foreign in given if len(words) == 1}


def sons_of(view: View, phrase: Found) -> frozenset[str]:
    """Return the words of a name behind which stands no name of its bearer's own: «son of», «the house of», folded."""
    first, last = phrase.name or (phrase.first, phrase.first)
    hits = (view.at(i, "name_particle") for i in range(first, last))
    return frozenset(hit.form.pattern for hit in hits if hit is not None and _is_of_others(hit))


def _is_of_others(particle: Hit) -> bool:
    return particle.entry.flag("son") or (particle.entry.flag("kin") and particle.entry.flag("opens"))
