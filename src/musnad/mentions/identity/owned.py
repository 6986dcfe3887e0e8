"""People whom a pronoun gives to somebody: «دعا حزب البناء ‹أعضاءه› إلى …» is shown as «أعضاء حزب البناء»."""

from collections.abc import Mapping, Sequence

from musnad.arabic import AND, LIKE, fold_word
from musnad.arabic.letters import ALEF, HA, HAMZA, HAMZA_SEATS, MIM, TA, TA_MARBUTA, WAW, YA
from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.identity.drafts import Draft, Key
from musnad.mentions.identity.latter import is_nested, of_gender
from musnad.mentions.labels import SOUND_PLURAL, label
from musnad.mentions.view import View

_GENDERS = {HA: "m", HA + ALEF: "f"}
_THEIRS = HA + MIM
_BODIES = frozenset({"organisation", "place", "agency"})
_PEOPLE = frozenset({"person", "group"})


def call_by_owners(
    view: View, found: Sequence[Found], keys: Mapping[int, tuple[Key, Draft]], drafts: Mapping[Key, Draft]
) -> None:
    """Name unnamed people after the only one before them in the sentence whose they can be, and tell his country."""
    for i, phrase in enumerate(found):
        role = view.at(phrase.first, "role")
        if role is None or not role.suffix or phrase.last != role.last or phrase.kind != "person":
            continue
        theirs = drafts[keys[i][0]]
        noun = _construct(view, role)
        owner = _owner(view, (found, i), role, keys) if theirs.name == label(view, phrase) and noun else None
        if owner is None or owner == keys[i][0]:
            continue
        whose = drafts[owner]
        theirs.name = f"{noun} {whose.name}"
        theirs.country = theirs.country or whose.country
        if whose.kind in _BODIES:
            theirs.sector = theirs.sector or whose.sector


def _owner(view: View, at: tuple[Sequence[Found], int], role: Hit, keys: Mapping[int, tuple[Key, Draft]]) -> Key | None:
    """Return the key of the only one before a noun in its sentence with whom its pronoun agrees."""
    found, i = at
    before = [j for j in range(i) if view.same_sentence(found[j].first, role.first) and found[j].last <= role.first]
    if role.entry.flag("thing") or role.prefix[-1:] == LIKE:
        return None  # «مدافعهم»
    if AND in role.prefix and all(found[j].last != role.first for j in before):
        return None  # «السيارة وسائقها»
    fitting = {keys[j][0]: j for j in before if _agrees(view, found[j], keys[j][1], role)}
    if len(fitting) > 1:
        acting = {key: j for key, j in fitting.items() if _acts(view, found[j])}
        fitting = {key: j for key, j in acting.items() if not is_nested(found, found[j])}
    if len(fitting) != 1:
        return None
    ((key, j),) = fitting.items()
    another = _is_kin(role) and any(view.any(k, "group") and view.definite(k) for k in range(found[j].last, role.first))
    return key if not another and _may_own(view, found[j], keys[j][1], role) else None  # «أن ‹الشاب› … والده»


def _acts(view: View, phrase: Found) -> bool:
    """Say whether a verb stands right before a phrase."""
    return phrase.first > 0 and view.is_verb(phrase.first - 1) and phrase.start == view.units.starts[phrase.first]


def _agrees(view: View, owner: Found, draft: Draft, role: Hit) -> bool:
    """Say whether a pronoun may mean somebody: no place where something is, nor a body as somebody's relative."""
    if owner.kind in _PEOPLE:
        if role.suffix == _THEIRS:
            return draft.number != "s"
        return draft.number == "s" and draft.gender in {None, _GENDERS.get(role.suffix)}
    if owner.kind == "place" and (
        owner.start > view.units.starts[owner.first] or view.any(owner.first - 1, "function_word", "role_preposition")
    ):
        return False
    gender = _GENDERS.get(role.suffix)
    return not _is_kin(role) and gender is not None and owner.kind in _BODIES and of_gender(view, owner, gender)


def _may_own(view: View, owner: Found, draft: Draft, role: Hit) -> bool:
    """Say whether it is told who somebody is whose people they are: relatives are those of people, others of bodies."""
    if draft.name.endswith(SOUND_PLURAL):
        return False
    if not _is_kin(role):
        return owner.kind in _BODIES
    own = view.at(owner.first, "role")
    known = owner.name is not None or (owner.definite and own is not None and not _is_kin(own))
    return owner.kind == "person" and known and draft.gender == _GENDERS.get(role.suffix)


def _is_kin(role: Hit) -> bool:
    return role.entry.flag("owned")


def _construct(view: View, role: Hit) -> str:
    """Return a noun without its pronoun, in the nominative; nothing where letters do not tell it."""
    word = view.units.text[role.start : role.end]
    if role.form.number == "d" or role.last > role.first + 1:
        return ""
    if word[-1] in HAMZA_SEATS:
        return word[:-1] + HAMZA
    if word[-1] == YA and role.form.number == "p":
        return word[:-1] + WAW
    if word[-1] == TA and word[-2:] != ALEF + TA:  # «أخته» is in no list
        return word[:-1] + TA_MARBUTA
    told = role.form.number == "p" or fold_word(role.entry.headword)[:-1] in fold_word(word)
    return word if told else ""
