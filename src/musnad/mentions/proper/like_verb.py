"""Families that look like verbs: «يوري تروتنيف», «خالد تدمري،», «وقال كريس وليامسون كبير المحللين»."""

from musnad.arabic import AND, JOINED
from musnad.arabic.letters import ALEF, HA, NUN, TA, WAW, YA
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.proper.bounds import foreign_first
from musnad.mentions.proper.shapes import SHORTEST_OWNED, THEIRS, acts
from musnad.mentions.view import COMMAS, View

_ROLES = ("role", "title", "ordinary_word")
_JOINED_NAME = 6  # letters of a family that begins with «w»
_ENDINGS = (ALEF, HA, *THEIRS)


def like_verb(view: View, first: int, at: int, *, told: bool, gender: str | None) -> bool:
    """Say whether a word like a present verb is the family of the given name before it.

    A mark, another name, a verb or «that» follows, or no verb can stand here.
    """
    after = at + 1
    if view.definite(at) or not view.norms[at][0].isalpha():
        return False
    if any(hit.suffix != YA or hit.form.pos != "verb" for hit in view.all(at)):
        return False
    if after >= len(view.norms) or not view.norms[after][0].isalpha():
        return True
    if not view.any(at):
        agrees = view.norms[at][0] == (TA if gender == "f" else YA)
        last = _is_last(view, after) and (told or not agrees)
        joined = foreign_first(view, first) and any(hit.prefix.startswith(AND) for hit in view.all(after))
        if (told and (joined or acts(view, after))) or last or view.any(after, "complementiser"):
            return True  # «مولود تشاوش أوغلو», «باتريك سيمز إن»
        if at == first + 1 and _needs_no_verb(view, first, after):
            return True
    return any(hit.prefix in JOINED for hit in view.all(after) if hit.kind in NAME_WORDS)


def of_other_gender(view: View, at: int, gender: str) -> bool:
    """Say whether an unknown word is no verb of a person: its prefix is the other gender's («يوري تروتنيف»)."""
    norm = view.norms[at]
    if view.any(at) or len(norm) < SHORTEST_OWNED or norm.endswith(TA):
        return False  # neither «تفاعلت» nor «تلميحات»
    past = len(norm) == SHORTEST_OWNED and norm[2] == ALEF  # «تراجع» is masculine
    return norm[0] == (YA if gender == "f" else TA) and not past


def with_w(view: View, first: int, at: int, *, told: bool) -> bool:
    """Say whether an unknown word that begins with «and» is a foreign family («داني ويلبيك», «كريس وليامسون»)."""
    norm = view.norms[at]
    if at != first + 1 or not norm.startswith(AND) or len(norm) < _JOINED_NAME or norm.endswith(_ENDINGS):
        return False
    if view.any(at):
        return False
    if not foreign_first(view, first):
        return _is_said_by(view, first) and view.same_sentence(first, at + 1) and view.norms[at + 1] in COMMAS
    return (told and norm[1] == YA and not norm.endswith(WAW + NUN)) or _needs_no_verb(view, first, at + 1)


def _needs_no_verb(view: View, first: int, after: int) -> bool:
    """Say whether a verb of saying stands before the given name of a foreigner, or an indefinite office behind it."""
    if not foreign_first(view, first) or view.any(first, "ordinary_word"):
        return False
    given = view.at(first, "given_name")
    if given is not None and given.prefix == AND and first and view.is_name(first - 1):
        return True  # «سوني ويليامز وبوتش ويلمور»
    if _is_said_by(view, first):
        return True
    office = view.at(after, "role") if view.same_sentence(first, after) else None
    return office is not None and not (office.definite or office.prefix)


def _is_said_by(view: View, first: int) -> bool:
    """Say whether a verb of saying stands before a name that is nothing else («وقال محمد وخزان، وهو …»)."""
    before = view.at(first - 1, "cue") if first and view.same_sentence(first - 1, first) else None
    sure = not any(hit.entry.flag("ambiguous") for hit in view.all(first))
    return sure and before is not None and before.form.pos == "verb" and not before.suffix


def _is_last(view: View, at: int) -> bool:
    """Say whether a known family name stands at a token and can be nothing else."""
    last = view.at(at, "family_name")
    return last is not None and not (last.prefix or last.entry.flag("ambiguous") or view.any(at, *_ROLES))
