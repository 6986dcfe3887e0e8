"""Further people that «and» joins to those of whom some are meant: «عدد من الوزراء ‹والسفراء›»."""

from musnad.arabic import AND, ARTICLE, JOINED, OBLIQUE
from musnad.lexicon import Hit
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.people.roles import role_at
from musnad.mentions.phrases.reach import extend
from musnad.mentions.view import View
from musnad.model import Node

_MOST = 3  # further people
_AND_THE = AND + ARTICLE
_NO_PEOPLE = (
    "function_word",
    "country",
    "place",
    "organisation",
    "body",
    "agency",
    "elliptic_body",
    "title",
    "one_of",
    "cue",
)


def with_others(view: View, phrase: Phrase, head: Hit) -> None:
    """Take what «and» joins to the people in the plural of whom some are meant, up to a few more."""
    for _ in range(_MOST):
        i = phrase.last
        if i >= len(view.norms) or not view.same_sentence(head.first, i) or not view.norms[i].startswith(AND):
            return
        other = _people(view, i)
        if other is not None:
            more = extend(view, other, prepositions=True)
            whole = (more.definite or other.definite) and not more.wants
            if not whole or not (phrase.definite or phrase.last == head.last):
                return
            phrase.nodes += (Node("people", other.entry.id, other.start, other.end), *more.nodes)
            phrase.last, phrase.closed, phrase.filled = more.last, True, True
        elif phrase.definite and _is_unknown(view, i):
            phrase.word(view, i, closes=True)
        else:
            return


def _people(view: View, i: int) -> Hit | None:
    """Return the role or group in the plural that «and» joins at a token, or None."""
    role = role_at(view, i)
    hits = [hit for hit in (role, *view.all(i)) if hit is not None and hit.kind in {"role", "group"}]
    many = (hit for hit in hits if hit.form.number == "p" and hit.prefix[:1] == AND and not hit.suffix)
    return next((hit for hit in many if hit.prefix in JOINED), None)


def _is_unknown(view: View, i: int) -> bool:
    """Say whether a word that no list has for something else ends as people in the plural do («والمستثمرين»)."""
    norm = view.norms[i]
    return norm.startswith(_AND_THE) and norm.endswith(OBLIQUE) and not (view.any(i, *_NO_PEOPLE) or view.is_verb(i))
