"""What may stand between a role and its name: fields, seats and places («مدير الجودة بصحة جدة الدكتور …»).

A role with a complement goes on over nouns in idafa, adjectives and what «ل», «ب» and «في» tie to it, up to a title
or a name. Verbs, marks and function words end the search, and nothing is said where no name follows.
"""

from musnad.arabic import AND, BA, BARE, JOINED, LAM
from musnad.arabic.letters import YA
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.proper.family import TIMES
from musnad.mentions.proper.names import announced, apposed
from musnad.mentions.view import COMMAS, View
from musnad.mentions.word_shapes import like_present
from musnad.model import Node

_LONGEST = 12  # tokens between the complement of a role and its name
_FULL = 2  # words of a name that needs no other sign
_TIED = BARE | LAM | BA | JOINED
_CLOSING = ("organisation", "agency", "place", "country", "region_adjective")
_OPEN = ("body", "place_head", "role_field", "purpose", "ordinary_word", "adjective", "head_of", "elliptic_body")
_PEOPLE = ("role", "title", "source_noun", "one_of", "function_word")
_NEVER = ("complementiser", "pronoun", "counterpart", "source_noun", "one_of", "group")


def reaching_name(view: View, role: Hit, phrase: Phrase) -> Phrase | None:
    """Return the phrase of a role extended up to the name or further role that it announces, or None."""
    if _acts(view, role):
        return None
    first = at = phrase.last
    closed = phrase.closed
    limit = min(first + _LONGEST, len(view.norms))
    while at < limit and view.same_sentence(role.first, at):
        if closed and at > first and _named_at(view, at):
            return _extended(view, phrase, first, at)
        after, closed = _pass(view, at, closed)
        if after == at:
            return None
        at = after
    return None


def _acts(view: View, role: Hit) -> bool:
    """Say whether the role is the subject of a deed, so that a title behind it may begin the object."""
    before = role.first - 1
    if before < 0 or role.prefix not in BARE or not view.is_verb(before):
        return False
    return view.any(before, "trigger") and not view.any(before, "cue") and not view.of_things(before)


def _named_at(view: View, i: int) -> bool:
    """Say whether a title with a name, a name by itself or a role starts at a token, or the name behind a comma."""
    more = view.at(i, "role")
    if more is not None and more.prefix in BARE and more.form.number in {"s", ""} and not more.suffix:
        return True  # another office of the same person
    comma = view.norms[i] in COMMAS
    start = i + comma
    name_at = view.behind_titles(start) if start < len(view.norms) else start
    if name_at > start:
        return announced(view, name_at) is not None
    if comma:
        return view.any(start, *NAME_WORDS) and apposed(view, start) is not None
    name = announced(view, i)
    if name is None or view.definite(i):
        return False
    demonym = view.country(i - 1)
    if demonym is not None and demonym.definite and demonym.form.number == "s":
        return name.last - i >= _FULL
    given = view.at(i, "given_name")
    verb = view.is_verb(i) and (given is None or given.entry.flag("ambiguous"))
    return view.any(i, *NAME_WORDS) and name.last - i >= _FULL and not verb


def _pass(view: View, i: int, closed: bool) -> tuple[int, bool]:  # noqa: FBT001 - the state of the walk
    """Return the token behind the next part of the phrase and whether it may end there; the same token for none."""
    norm = view.norms[i]
    quoted = view.quoted(i) if norm != "(" else 0
    if norm == AND:
        return (i if _begins_other(view, i + 1) else i + 1), False
    if quoted:
        return quoted, True
    if (tied := _tied(view, i, closed=closed)) is not None:
        return tied
    the = view.has_article(i)
    never = view.any(i, *_NEVER) and not the and (closed or not view.any(i, "group"))
    if not norm[0].isalpha() or norm.isascii() or view.any(i, *TIMES) or never:
        return i, closed
    if not closed:
        owner = view.behind_titles(i)
        noun = the and view.any(i, "ordinary_word")  # «لعملية السلام جورج …»
        name = announced(view, owner) if owner > i or (view.any(i, *NAME_WORDS) and not noun) else None
        if name is not None:
            return name.last, True  # «بمستشفى الملك فهد»
    if not the and _tells(view, i, closed=closed):
        return i, closed
    into = view.at(i, "role_preposition", "in_name_of")
    if into is not None and not into.prefix:
        return into.last, False
    hit = view.at(i, *_CLOSING, *_OPEN)
    goes_on = hit is not None and (hit.kind == "adjective" or _is_field(view, hit))
    if hit is not None and hit.prefix in _TIED and not (closed and hit.prefix in {"", AND} and not goes_on):
        return hit.last, hit.kind in _CLOSING or hit.definite
    if the and not view.any(i, "title", "role"):
        return i + 1, True
    if view.same_sentence(i, i + 1) and _is_part(view, i, closed=closed):
        wants = view.definite(i + 1) or view.any(i + 1, "place", "country", "organisation")
        return i + 1, closed or not wants  # «قسم جراحة القلب», «شركة روتانا للصوتيات», «فريق سالك»
    return i, closed


def _tied(view: View, i: int, *, closed: bool) -> tuple[int, bool] | None:
    """Return what `_pass` does for people served, and for a place behind a preposition, where no verb can stand."""
    if closed:
        people = _served(view, i)
        return None if people is None else (people.last, people.definite)
    seat = view.at(i, "place") if view.is_verb(i) and view.any(i - 1, "role_preposition") else None
    return None if seat is None or seat.prefix else (seat.last, True)  # «في عدن»


def _served(view: View, i: int) -> Hit | None:
    """Return the people whom a body or office is for («الأمين العام للهيئة للمهندسين», «رئيس جمعية لنقاد المسرح»)."""
    if not view.any(i, "role", "group") or view.any(i - 1, "role", "title"):
        return None
    many = (hit for hit in view.all(i) if hit.kind in {"role", "group"} and hit.form.number == "p")
    return next((hit for hit in many if hit.prefix in LAM and not hit.suffix), None)


def _is_field(view: View, hit: Hit) -> bool:
    """Say whether a further field of an office is joined by «and» («للأرصاد وحماية البيئة»)."""
    if hit.kind not in {"purpose", "role_field"} or hit.prefix != AND:
        return False
    return hit.definite or (view.same_sentence(hit.first, hit.last) and view.definite(hit.last))


def _begins_other(view: View, i: int) -> bool:
    """Say whether a token behind «and» begins somebody else; two offices side by side are one man's («إمام و خطيب»)."""
    if not view.any(i, "role", "title", *NAME_WORDS):
        return False
    return view.definite(i) or not (view.any(i, "role") and view.any(i - 2, "role"))


def _is_part(view: View, i: int, *, closed: bool) -> bool:
    """Say whether a word that no list has for what it is here may be a part of the name of a seat."""
    if closed:
        name = view.norms[i].startswith(AND) or like_present(view.norms[i]) or _named_next(view, i)
        return not (view.any(i) or name)
    if not view.any(i) and view.norms[i].startswith(YA) and like_present(view.norms[i]):
        return False
    people = view.at(i, *_PEOPLE)
    return people is None or (people.kind == "role" and people.form.number == "p")  # «بمجلس نواب الشعب»


def _tells(view: View, i: int, *, closed: bool) -> bool:
    """Say whether a word is a verb or one of saying; behind a noun that wants another only a verb without object."""
    if closed or (view.norms[i].startswith(AND) and not view.any(i, "ordinary_word")):
        return view.is_verb(i) or view.any(i, "cue")
    return any(hit.form.pos == "verb" and not hit.suffix for hit in view.all(i))


def _named_next(view: View, i: int) -> bool:
    """Say whether an unknown word may be the first name of somebody whose next one is known («زيليكو جون …»)."""
    return view.any(i + 1, "given_name", "family_name") and announced(view, i) is not None


def _extended(view: View, phrase: Phrase, first: int, last: int) -> Phrase:
    """Return a phrase that reaches up to a token, with the country of the places passed."""
    units = view.units
    longer = Phrase(last, closed=True, country=phrase.country, known=phrase.known.copy(), nodes=phrase.nodes.copy())
    longer.nodes.append(Node("seat", "seat", units.starts[first], units.ends[last - 1]))
    for i in range(first, last):
        place = view.at(i, "place", "organisation", "country")
        if place is not None and longer.country is None:
            longer.country = place.entry.text("code") or place.entry.text("country") or None
    return longer
