"""Which words may be the name of a person or place where their neighbours in an enumeration are such names."""

from musnad.arabic import AND, ARTICLE
from musnad.arabic.letters import HA, MIM, TA_MARBUTA, TANWIN
from musnad.arabic.sounds import looks_foreign
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.proper.shapes import SHORTEST_OWNED, THEIRS, shaped
from musnad.mentions.view import View
from musnad.mentions.word_shapes import like_present

_FULL = 2  # words of a name
_SHORTEST = 3  # letters of a place
_NEVER = (
    "function_word", "complementiser", "title", "role", "cue", "weekday", "day_word", "month", "vague", "part_of_day",
    "unit", "number_word", "body", "organisation", "agency", "country", "region_adjective", "place_head", "group",
    "source_noun", "counterpart", "latter", "pair_noun", "pronoun", "one_of",
)  # fmt: skip


def gives_name(view: View, i: int) -> Hit | None:
    """Return the given name that a token is, behind «and» or bare, even if it is a particle or office too."""
    given = view.at(i, "given_name")
    return given if given is not None and given.prefix in {"", AND} else None


def is_listed_person(view: View, first: int, last: int, *, full: bool) -> bool:
    """Say whether words may be the name of somebody beside whom people are enumerated.

    `full` says that a neighbour has a name of two words or more: one word is no name beside those.
    """
    if last - first < _FULL:
        return not full and _alone(view, first)
    given = gives_name(view, first)
    if given is None and not (view.at(first, *NAME_WORDS) or _unknown(view, first)):
        return False
    if given is not None and given.last >= last:
        return True
    after = first + 1 if given is None else given.last
    return all(_goes_on(view, i, sure=given is not None) for i in range(after, last))


def is_more(view: View, name: tuple[int, int], last: int) -> bool:
    """Say whether the words behind a name up to a mark belong to it: unknown ones, and others that end it.

    Those stand behind «son of» with the father, or a given name that is no other word.
    """
    if name[1] - name[0] > _FULL:
        sure = view.at(name[1] - 2, "name_particle") is not None
    else:
        given = gives_name(view, name[0])
        sure = given is not None and given.last == name[1] and not given.entry.flag("ambiguous")
    return last - name[1] <= _FULL and all(_goes_on(view, i, sure=sure) for i in range(name[1], last))


def is_listed_place(view: View, i: int) -> bool:
    """Say whether a word may be the name of a place among such names: nothing else is known of it than names."""
    if any(hit.kind not in NAME_WORDS for hit in view.all(i)):
        return False
    surface, norm = view.units.surface(i, i + 1), view.norms[i].removeprefix(AND)
    owned = surface.endswith(HA) or (norm.endswith(THEIRS) and len(norm) >= SHORTEST_OWNED)
    participle = norm.startswith(ARTICLE + MIM) and surface.endswith(TA_MARBUTA)
    return not (owned or participle or TANWIN in surface or like_present(norm) or len(norm) < _SHORTEST)


def _alone(view: View, i: int) -> bool:
    """Say whether one word may be a name beside others of one word: foreign, or known as a name."""
    if view.any(i):
        return view.at(i, *NAME_WORDS) is not None and not (view.any(i, *_NEVER) or view.is_verb(i))
    return looks_foreign(view.norms[i].removeprefix(AND)) and shaped(view, i)


def _unknown(view: View, i: int) -> bool:
    return not view.any(i) and not view.definite(i) and not view.has_article(i) and shaped(view, i)


def _goes_on(view: View, i: int, *, sure: bool) -> bool:
    """Say whether a word may go on with a name; behind a `sure` given name it may be an ordinary noun too."""
    if view.is_name(i):
        return True
    if not view.any(i):
        return not like_present(view.norms[i]) and (shaped(view, i) or sure)
    verb = any(hit.form.pos == "verb" and not hit.suffix for hit in view.all(i))
    return sure and not (verb or view.any(i, *_NEVER))
