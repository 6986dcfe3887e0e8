"""Short names: a full name, its last part or last two, used again without announcement."""

from collections.abc import Collection

from musnad.arabic import AND, ARTICLE, BEFORE_NAMES, LAM
from musnad.arabic.letters import ALEF, SON, YA
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.found import Found
from musnad.mentions.labels import SHORT
from musnad.mentions.proper.shapes import OF_GOD
from musnad.mentions.view import View
from musnad.model import Node

_GOD = (OF_GOD,)
_SHORTEST = 3  # letters of a part that may stand alone
_BARE_ROLE, SHORT_RULE = "mentions.role.phrase", "mentions.person.short"
_FULL = 2  # words of a name that has parts


def short_names(view: View, found: list[Found]) -> list[Found]:
    """Return mentions for the parts of full names that stand alone elsewhere in the article."""
    parts = _parts(view, found)
    if not parts:
        return []
    taken = {i for f in found if f.kind == "person" or f.last - f.first > 1 for i in range(f.first, f.last)}
    places: dict[str, list[int]] = {}
    wanted = {_written(prefix, words[0]) for words in parts for prefix in BEFORE_NAMES}
    for i, norm in enumerate(view.norms):
        if norm in wanted:
            places.setdefault(norm, []).append(i)
    short: dict[int, Found] = {}
    for words, person in sorted(parts.items(), key=lambda item: -len(item[0])):
        for prefix in BEFORE_NAMES:
            for i in places.get(_written(prefix, words[0]), ()):
                last = i + len(words)
                if i in taken or view.norms[i + 1 : last] != words[1:] or not _is_name(view, i, prefix):
                    continue
                if len(words) == 1 and not prefix and _has_other(view, i):
                    continue
                short[i] = _short(view, range(i, last), prefix, words[0], person.gender)
                taken.update(range(i, last))
    return [short[i] for i in sorted(short)]


def with_roles(found: list[Found], short: list[Found]) -> list[Found]:
    """Return all phrases, where a lone role right before a short name is a part of it («الجنرال زازاي»)."""
    behind = {phrase.first: phrase for phrase in short}
    covered = {i for phrase in short for i in range(phrase.first, phrase.last)}
    joined: list[Found] = []
    for phrase in found:
        name = behind.get(phrase.last)
        lone = phrase.rule == _BARE_ROLE and phrase.bare and phrase.definite and phrase.number == "s"
        if lone and name is not None and name.start == name.name_start and phrase.end < name.start:
            del behind[name.first]
            nodes = (*phrase.nodes, *name.nodes)
            joined.append(name._replace(first=phrase.first, start=phrase.start, head=phrase.head, nodes=nodes))
        elif phrase.kind != "person" or not {phrase.first, phrase.last - 1} <= covered:
            joined.append(phrase)
    return joined + list(behind.values())


def _written(prefix: str, word: str) -> str:
    """Return a word behind a proclitic as it is written: «ل» and «السراج» are «للسراج»."""
    lam = prefix in LAM and prefix and word.startswith(ARTICLE)
    return prefix + word.removeprefix(ALEF) if lam else prefix + word


def ranked_families(view: View, found: list[Found]) -> list[Found]:
    """Give roles that the article also knows as the last word of a full name that name.

    A rank before it («اللواء التركي» behind «اللواء منصور التركي»), or the word alone where nobody has that role
    («المعلم» behind «وليد المعلم»).
    """
    last_words = {view.norms[f.name[1] - 1] for f in found if f.kind == "person" and f.name is not None and _full(f)}
    held = {f.head for f in found if f.kind == "person" and not (f.bare and f.rule == _BARE_ROLE)}
    return [
        _renamed(view, f, held) if f.rule == _BARE_ROLE and view.norms[f.last - 1] in last_words else f for f in found
    ]


def _full(found: Found) -> bool:
    return found.name is not None and found.name[1] - found.name[0] >= _FULL


def _renamed(view: View, found: Found, held: Collection[str | None]) -> Found:
    """Return a rank and the one word behind it, or a lone role that nobody has, as a name."""
    rank = view.at(found.first, "role")
    last = found.last - 1
    if rank is None or not rank.definite or found.number != "s":
        return found
    ranked = rank.entry.flag("rank") and rank.last == last
    if not ranked and (last > found.first or found.head in held):
        return found
    found = found._replace(name=(last, found.last), name_start=view.units.starts[last], subkind=None, country=None)
    if ranked:
        return found
    found = found._replace(name_start=found.start, subkind=SHORT, rule=SHORT_RULE, head=None)
    return found._replace(sector=None, gender=None, bare=False)


def _parts(view: View, found: list[Found]) -> dict[tuple[str, ...], Found]:
    """Return what may stand for a full name: itself, its last two words, its last word; or one word of no other use."""
    parts: dict[tuple[str, ...], Found] = {}
    for person in found:
        if person.kind != "person" or person.name is None:
            continue
        if person.name[1] - person.name[0] < _FULL:
            if _is_telling(view, person):
                parts.setdefault((view.norms[person.name[0]],), person)
            continue
        words = view.norms[person.name[0] : person.name[1]]
        linked = view.any(person.name[1] - 2, "name_particle")
        last = person.name[1] - 1
        noun = view.definite(last) and view.any(last, "ordinary_word", "title")
        linked = linked or (noun and not view.any(last, "family_name"))  # «نظام الملك»
        opens = view.at(person.name[0], "name_particle")
        linked = linked or (opens is not None and opens.entry.flag("opens") and view.country(last) is not None)
        tied = len(words) > _FULL and not words[-2][0].isalpha()  # «هولم-كيترسون»
        tail = words[-_FULL - tied :] if len(words) > _FULL + tied else ()
        for piece in (words, tail, () if linked else words[-1:]):
            if piece and len(piece[-1]) >= _SHORTEST and piece != _GOD:
                parts.setdefault(tuple(piece), person)
                if piece[0] == SON:
                    parts.setdefault((ALEF + SON, *piece[1:]), person)  # «ابن حداد»
    return parts


def _is_telling(view: View, person: Found) -> bool:
    """Say whether one word that a role or title announces can be nobody else again: nothing is known of it."""
    i = person.name[0] if person.name is not None else 0
    if view.any(i) or view.definite(i) or view.norms[i].startswith(AND) or len(view.norms[i]) <= _SHORTEST:
        return False
    return person.first < i and person.name_start == view.units.starts[i]


def _is_name(view: View, i: int, prefix: str) -> bool:
    """Say whether a token may be a name behind a proclitic: no known word, unless with that very proclitic."""
    if view.any(i, "function_word") or (not prefix and view.any(i, "cue")):
        return False
    if view.any(i, "month") and not view.any(i - 1, "cue", "title"):
        return False  # «في رمضان»
    if view.definite(i) and view.norms[i].endswith(YA) and _describes(view, i):
        return False
    told = view.any(i - 1, "cue", "title", "role")
    place = None if told else view.at(i, "place", "country")
    if place is not None and place.last == i + 1 and not view.is_name(i):
        return False  # «في واشنطن» behind «جورج واشنطن»
    if not prefix:
        known = told or view.is_name(i)
        return known or not (view.any(i, "adjective", "ordinary_word", "trigger") or view.is_verb(i))
    governed = prefix and not prefix.startswith(AND)  # «للذهبي»: no adjective stands right behind «ل»
    hits = [hit for hit in view.all(i) if not (governed and hit.kind == "adjective")]
    return not hits or any(hit.prefix == prefix for hit in hits)


def _describes(view: View, i: int) -> bool:
    """Say whether a relational word agrees with the definite noun before it («الحرم المكي», not «الإمام المكي»)."""
    before = i - 1
    if before < 0 or not view.same_sentence(before, i) or not view.has_article(before):
        return False
    return not view.any(before, "role", "title", "cue", *NAME_WORDS) and not view.is_verb(before)


def _has_other(view: View, i: int) -> bool:
    """Say whether another first name stands before a family name («متعب شراحيلي» beside «شايع شراحيلي»)."""
    before = i - 1
    given = view.at(before, "given_name") if i and view.same_sentence(before, i) and view.is_name(before) else None
    if given is None or view.is_verb(before):
        return False  # «والتقى» is in the spelling of «التقي»
    return not view.any(before, "function_word", "title", "ordinary_word", "complementiser")


def _short(view: View, tokens: range, prefix: str, word: str, gender: str | None) -> Found:
    """Return the mention for a part of a name that begins with a word, behind a proclitic."""
    units, first, last = view.units, tokens.start, tokens.stop
    start = units.origin(units.folded_starts[first] + len(prefix)) if prefix else units.starts[first]
    end = units.ends[last - 1]
    took_alef = _written(prefix, word) != prefix + word
    return Found(
        first=first,
        last=last,
        start=start,
        end=end,
        kind="person",
        subkind=SHORT,
        rule=SHORT_RULE,
        nodes=(Node("name", "short", start, end),),
        name=(first, last),
        name_start=start,
        gender=gender,
        definite=True,
        label=ALEF + units.text[start:end] if took_alef else None,
    )
