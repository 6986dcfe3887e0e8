"""People whom a pronoun gives to somebody: «دعا حزب البناء ‹أعضاءه› إلى …» is shown as «أعضاء حزب البناء»."""

from collections.abc import Mapping, Sequence

from musnad.arabic import AND, LIKE, fold_word
from musnad.arabic.letters import ALEF, HA, HAMZA, HAMZA_SEATS, MIM, TA, TA_MARBUTA, WAW, YA
from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.identity.drafts import Draft, Key
from musnad.mentions.identity.latter import is_nested, of_gender
from musnad.mentions.identity.role_words import plain
from musnad.mentions.labels import SOUND_PLURAL, label
from musnad.mentions.person import RULING, THEIRS, Person, office
from musnad.mentions.view import View

_GENDERS = {HA: "m", HA + ALEF: "f"}
_THEIRS = HA + MIM
_TWO = "d"
_BODIES = frozenset({"organisation", "place", "agency"})
_PEOPLE = frozenset({"person", "group"})
_OWNERS = ("body", "elliptic_body", "organisation", "agency", "country")


def call_by_owners(
    view: View, found: Sequence[Found], keys: Mapping[int, tuple[Key, Draft]], drafts: Mapping[Key, Draft]
) -> None:
    """Name unnamed people after the only one before them in the sentence whose they can be, and tell his country."""
    for i, phrase in enumerate(found):
        noun = noun_of(view, phrase) if i in keys else None
        if noun is None:
            continue
        theirs = drafts[keys[i][0]]
        if theirs.name != label(view, phrase):
            continue
        name = _construct(view, phrase, noun)
        owner = owner_of(view, (found, i), keys, noun) if name else ()
        if not owner or owner == keys[i][0]:
            continue
        whose = drafts[owner]
        theirs.name = f"{name} {whose.name}"
        theirs.country = theirs.country or whose.country
        if whose.kind in _BODIES:
            theirs.sector = theirs.sector or whose.sector


def is_others(view: View, phrase: Found, holder: Person) -> bool:
    """Say whether an office with a pronoun is of another body or land than that of somebody named with the office.

    «قال مدرب الهلال سالم … وفاز الاتحاد بقيادة ‹مدربه›»: nothing in the sentence tells of his, nor in the one before
    where it names no body and land.
    """
    own = view.at(phrase.first, "role")
    if own is None or not own.suffix or own.entry.flag("owned") or holder.role_only:
        return False
    held = [each for each in holder.offices if each[0] == office(phrase.head)]
    rules = office(phrase.head) in RULING
    lands = {holder.country, holder.nation, *(land for _, land, _ in held)} - {None} if rules else set[str]()
    fields = frozenset[str]().union(*(about for _, _, about in held))
    if THEIRS in fields or not (fields or lands):
        return False
    sentence = view.units.sentence_of[phrase.first]
    before = range(view.units.sentences[sentence].first, phrase.first)
    if not any(view.any(k, *_OWNERS) for k in before):
        before = range(view.units.sentences[max(sentence - 1, 0)].first, phrase.first)
    if fields & plain(view, before):
        return False
    return lands.isdisjoint(view.code(hit) for k in before if (hit := view.country(k) or view.land(k)) is not None)


def noun_of(view: View, phrase: Found) -> Hit | None:
    """Return the noun with a pronoun in which a phrase for unnamed people ends, or None."""
    if phrase.kind not in _PEOPLE or phrase.name is not None:
        return None
    hits = (hit for hit in view.all(phrase.last - 1) if hit.kind == ("role" if phrase.kind == "person" else "group"))
    nouns = [hit for hit in hits if hit.suffix and hit.last == phrase.last]
    return min(nouns, key=lambda hit: hit.form.number == _TWO, default=None)  # «مقاتليها» are rather many than two


def owner_of(view: View, at: tuple[Sequence[Found], int], keys: Mapping[int, tuple[Key, Draft]], noun: Hit) -> Key:
    """Return the key of the only one before people in their sentence with whom the pronoun of their noun agrees.

    It is empty where there is no such one.
    """
    found, i = at
    if noun.entry.flag("thing") or noun.prefix[-1:] == LIKE:
        return ()  # «مدافعهم»
    first = found[i].first
    before = [j for j in range(i) if j in keys and view.same_sentence(found[j].first, first) and found[j].last <= first]
    if AND in noun.prefix and all(found[j].last != first for j in before):
        return ()  # «السيارة وسائقها»
    fitting = {keys[j][0]: j for j in before if _agrees(view, found[j], keys[j][1], noun)}
    if len(fitting) > 1:
        acting = {key: j for key, j in fitting.items() if _acts(view, found[j])}
        fitting = {key: j for key, j in acting.items() if not is_nested(found, found[j])}
    if len(fitting) != 1:
        return ()
    ((key, j),) = fitting.items()
    if noun.kind == "group" and any(_is_nearer(view, found[k], noun) for k in before if k > j and keys[k][0] != key):
        return ()  # «قالت فرنسا إن على قطر ‹الرد› على جيرانها»
    another = _is_kin(noun) and any(view.any(k, "group") and view.definite(k) for k in range(found[j].last, first))
    return key if not another and _may_own(view, found[j], keys[j][1], noun) else ()  # «أن ‹الشاب› … والده»


def _is_nearer(view: View, place: Found, noun: Hit) -> bool:
    """Say whether a pronoun agrees with a place where something is, which may be meant too."""
    gender = _GENDERS.get(noun.suffix)
    return place.kind == "place" and gender is not None and of_gender(view, place, gender)


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
    if owner.kind in _BODIES:
        return not _is_kin(role)
    if not role.entry.flag("owned"):
        return False
    own = view.at(owner.first, "role")
    known = owner.name is not None or (owner.definite and own is not None and not _is_kin(own))
    return owner.kind == "person" and known and draft.gender == _GENDERS.get(role.suffix)


def _is_kin(role: Hit) -> bool:
    return role.kind == "role" and role.entry.flag("owned")


def _construct(view: View, phrase: Found, noun: Hit) -> str:
    """Return people without the pronoun at their end, in the nominative; nothing where letters do not tell it."""
    word = view.units.text[noun.start : noun.end]
    before = view.units.surface(phrase.first, noun.first) + " " if noun.first > phrase.first else ""
    if noun.form.number == _TWO or noun.last > noun.first + 1:
        return ""
    if word[-1] in HAMZA_SEATS:
        return before + word[:-1] + HAMZA
    if word[-1] == YA and noun.form.number == "p" and not before:
        return word[:-1] + WAW
    if word[-1] == TA and word[-2:] != ALEF + TA:
        return before + word[:-1] + TA_MARBUTA
    told = noun.form.number == "p" or fold_word(noun.entry.headword)[:-1] in fold_word(word)
    return before + word if told else ""
