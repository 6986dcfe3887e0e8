"""The people of an article: names that are one person, and the offices by which they are meant again."""

from collections import Counter
from collections.abc import Collection, Mapping

from musnad.arabic import ARTICLE
from musnad.mentions.found import Found
from musnad.mentions.identity.families import of_family
from musnad.mentions.identity.fitting import (
    CROWNS,
    called_alike,
    holds,
    in_order,
    may_tell,
    nearest,
    of_crowd,
    of_other_throne,
    of_state,
    surest,
)
from musnad.mentions.identity.near import namesake
from musnad.mentions.identity.one_name import are_kin, have_two_fathers, is_father, one_name, sound
from musnad.mentions.identity.professions import of_other_team
from musnad.mentions.person import ABOUT, Person, heads_of, of_one_gender, office

_ANY_OFFICIAL = frozenset({"role.official", "role.chief"})
_SOURCE, _SPOKESMAN = "source_noun.source", "role.spokesman"
_DEPUTY = "role.deputy"
_ADVISER, _CHANCELLOR = "role.adviser", "role.chancellor"
_CHIEF = "role.chief"
_PRINCES = frozenset({"title.highness", "title.prince_title", "title.prince_title2"})
_STATE, _PARLIAMENT = "GOV", "LEG"
_OF_STATE = frozenset({_STATE, _PARLIAMENT, "MIL", "JUD", "COP", "SPY", "REB"})
_PAIR = 2
_OFTEN = 3
"""Mentions of somebody whom an article is about."""

_BESIDE = 14
"""Tokens from a king's name to that of the crown prince whom the papers name with him."""

_LATTER = 30
"""Tokens from somebody to «the latter», who may mean him."""

_AHEAD = 60
"""Tokens: whom a role means stands at most so far behind it, but for roles in a title."""


class Register:
    """All people of one article, in order of first mention."""

    def __init__(self, title: int = 0) -> None:
        """Start with nobody; the article's title ends before a token."""
        self.title = title
        self.people: list[Person] = []
        self._count = 0
        self._counterpart: Person | None = None
        self.given: dict[str, bool] = {}
        self._sons: frozenset[str] = frozenset()
        self._bearers: dict[str, dict[int, Person]] = {}
        self._holders: dict[str, dict[int, Person]] = {}

    def see(self, person: Person, found: Found, fields: frozenset[str]) -> None:
        """Learn from a mention of a person."""
        person.see(found, fields)
        for head in heads_of(found):
            self._holders.setdefault(office(head), {})[person.number] = person

    def know_words(self, given: Mapping[str, bool], sons: frozenset[str]) -> None:
        """Learn which words of a name are known given ones, and whether of foreigners, and which are for «son of»."""
        self.given |= given
        self._sons |= sons

    def named(
        self,
        words: tuple[str, ...],
        name: str,
        found: Found,
        speaks: str = "",
    ) -> Person:
        """Return the person of a name: the one whose name holds it or is held by it, else a new one.

        A known given name alone is the last word of a fuller name (the father's in its middle is too common), and two
        of Arabs are never spellings of one («سعد», «سعود»). «The king Faisal» is no prince of that name, nor is
        «his wife» with a family name alone the man who bears it, nor «his father» a man whose name ends as his does:
        only for such kin `found` has a gender. `speaks` is the gender of the verb of saying right before the name.
        """
        kin = found.gender is not None
        bearers = [
            p
            for p in self.bearers(words, found.first if found.head is None else 0)
            if len(words) > 1 or of_one_gender(p, found)
        ]
        bearers = [p for p in bearers if not kin or len(words) == 1 or p.words[0] == words[0]]
        known = None
        if len(words) == 1 and len(bearers) > 1:
            bearers = called_alike(bearers, found)
            known = of_family(bearers, found.first, speaks, self.title)
        known = known or max(bearers, key=lambda p: (p.words == words, p.named, -p.number), default=None)
        if known is None and len(words) == 1 and not kin and words[0] in self.given:
            known = namesake(self._called(words[0], found), found.first)
        if known is None or (len(words) == 1 and of_other_throne(known, found.head)):
            known = self._new(words, name)
        elif len(words) > len(known.words):
            known.words, known.name = words, name
        known.named += 1
        if name not in known.aliases:
            known.aliases.append(name)
            for word in words:
                self._bearers.setdefault(sound(word), {})[known.number] = known
        return known

    def _called(self, first: str, found: Found) -> list[Person]:
        """Return those of a first name and more, who have the office that stands before the first name alone."""
        called = [p for p in in_order(self._bearers.get(sound(first), {})) if p.words[0] == first and len(p.words) > 1]
        return [p for p in called if found.head is None or any(o[0] == office(found.head) for o in p.offices)]

    def know(self, person: Person, words: tuple[str, ...]) -> None:
        """Learn the words by which somebody is usually named, whatever the article calls him."""
        person.usual = words
        for word in words:
            self._bearers.setdefault(sound(word), {})[person.number] = person

    def join(self, person: Person, alias: Person) -> Person:
        """Make two names one person's, whose fullest name is the first one; return the person who is no more."""
        person.offices += [held for held in alias.offices if held not in person.offices]
        person.aliases += [name for name in alias.aliases if name not in person.aliases]
        person.titles |= alias.titles
        person.named += alias.named
        person.gender, person.country = person.gender or alias.gender, person.country or alias.country
        person.sector, person.latin = person.sector or alias.sector, person.latin or alias.latin
        for people in (*self._bearers.values(), *self._holders.values()):
            if people.pop(alias.number, None) is not None:
                people[person.number] = person
        self.people = [p for p in self.people if p is not alias]
        return alias

    def unite(self, person: Person, unnamed: Person) -> None:
        """Learn that somebody who had no name so far is a person."""
        unnamed.meant = person
        self.join(person, unnamed)

    def role(self, found: Found, fields: frozenset[str], name: str, words: tuple[str, ...]) -> Person:
        """Return whom a role without a name stands for: its holder, the role named before, or a new unknown."""
        holder = self.holder(found, fields)
        if holder is None and found.subkind == "counterpart" and found.country is None:
            holder = self._counterpart
        if holder is None and found.number == "p" and (found.definite or name.startswith(ARTICLE)):
            holder = next((p for p in self.people if p.role_only and p.plural == "p" and p.name == name), None)
        if holder is None:
            holder = self._unknown(found, name, words)
        if found.subkind == "counterpart":
            self._counterpart = holder
        return holder

    def _unknown(self, found: Found, name: str, words: tuple[str, ...]) -> Person:
        person = self._new(words, name)
        person.role_only = True
        person.indefinite = not found.definite
        person.plural = found.number
        return person

    def holder(self, found: Found, fields: frozenset[str]) -> Person | None:
        """Return the nearest person, seen before or else later, who holds the office that a role names."""
        candidates = self.candidates(found, fields)
        if self._meant(found) == _SPOKESMAN and found.bare and candidates:
            last = max(candidates, key=lambda p: p.told)
            if last.told >= 0:
                return last  # «وأضاف المتحدث»: who spoke last, not who was spoken of
        return nearest(candidates, found.first)

    def candidates(self, found: Found, fields: frozenset[str]) -> list[Person]:
        """Return all who hold the office that a role names, in order of first mention: before it or soon after."""
        holding = self._holding(found, fields)
        if found.first < self.title:
            return holding
        holding = [p for p in holding if p.last_seen >= 0 or p.first - found.first <= _AHEAD]
        return holding if fields or office(found.head) == _SPOKESMAN else of_crowd(holding, found.first)

    def _holding(self, found: Found, fields: frozenset[str]) -> list[Person]:
        if not found.definite:
            return []
        wanted = self._meant(found)
        if found.number != "s" and (wanted != _SOURCE or found.number != "p"):
            return []
        holders = in_order(self._holders.get(wanted, {}))
        if found.subkind == "counterpart":
            holders = [p for p in holders if found.country is not None and p.country == found.country]
        holders = [p for p in holders if p.plural == found.number and of_one_gender(p, found)]
        fitting = [p for p in holders if holds(p, wanted, found, fields)]
        if found.country is None and not found.bare and len(fitting) > 1:
            at_home = [p for p in fitting if any(o[0] == wanted and o[1] is None for o in p.offices)]
            fitting = at_home or fitting  # «وزير الخارجية» without a country is not the guest
        fitting = surest(fitting, wanted, found, fields)
        if not fitting and found.subkind == "counterpart":
            return []
        any_official = wanted in _ANY_OFFICIAL and ABOUT not in fields and (found.bare or wanted != _CHIEF)
        if not fitting and any_official and found.number == "s":
            fitting = [p for p in self.people if p.offices and of_state(p, found.country)]
            fitting = [p for p in fitting if p.plural == "s" and p.last_seen >= 0 and of_one_gender(p, found)]
            fitting = [p for p in fitting if p.role_only or p.sector in _OF_STATE] or fitting
        if not fitting and wanted == _DEPUTY:
            fitting = [p for p in self.people if p.plural == "s" and p.sector == _PARLIAMENT]
            fitting = [p for p in fitting if p.country in {None, found.country}]
        if not fitting and wanted == _SOURCE:
            fitting = [p for p in self.people if p.role_only and p.plural == found.number and may_tell(p)]
            fitting = [p for p in fitting if p.told >= 0] or [p for p in fitting if not p.indefinite]
        if not fitting and wanted == _SPOKESMAN and found.bare:
            seen = [p for p in self.people if p.last_seen >= 0 and p.plural == "s" and of_one_gender(p, found)]
            told = [p for p in seen if p.told >= 0]  # «المتحدث ذاته»: who spoke, by name or not
            fitting = [p for p in told or seen if not p.role_only] or told
        if not fitting and wanted == _SOURCE and found.bare and found.number == "s":
            spoke = [p for p in self.people if p.offices and 0 <= p.told >= found.first - _AHEAD]
            spoke = [p for p in spoke if not p.role_only or (p.plural == "p" and holds(p, wanted, found, fields))]
            fitting = [max(spoke, key=lambda p: p.told)] if spoke else []
        if wanted == _SOURCE and found.bare:
            fitting = [p for p in fitting if 0 <= p.last_seen <= found.first]
        return fitting

    def _meant(self, found: Found) -> str:
        """Return the office that a role names: «المستشارة» is the chancellor where the article has one."""
        wanted = office(found.head)
        return _CHANCELLOR if wanted == _ADVISER and found.bare and _CHANCELLOR in self._holders else wanted

    def latter(self, found: Found) -> Person | None:
        """Return the person of one gender who was seen last, shortly before a mention."""
        near = max(found.first - _LATTER, 0)
        seen = [
            p for p in self.people if near <= p.last_seen < found.first and p.plural == "s" and of_one_gender(p, found)
        ]
        return max(seen, key=lambda p: p.last_seen, default=None)

    def honoured(self, found: Found, bearers: Collection[str]) -> Person | None:
        """Return whom an honorific means, of those with a title or office that it names, else of those with any.

        It is whom the article is about: who was mentioned most, and first («استقبل سمو الأمير … في مكتب سموه …»).
        """
        seen = [p for p in self.people if 0 <= p.last_seen < found.first and p.plural == "s"]
        seen = [p for p in seen if of_one_gender(p, found) and (p.titles or p.offices)]
        called = [p for p in seen if not p.titles.isdisjoint(bearers) or any(o[0] in bearers for o in p.offices)]
        if _PRINCES.isdisjoint(bearers):  # «معاليه» is no prince, though he is the king's deputy
            called = [p for p in called if _PRINCES.isdisjoint(p.titles)] or called
        acting = [p for p in called if not self._is_beside_king(p)]
        return max(acting or called or seen, key=lambda p: (p.count, -p.number), default=None)

    def _is_beside_king(self, person: Person) -> bool:
        """Say whether somebody is only named behind the king («بتوجيهات الملك سالم وولي عهده الأمير سامر»)."""
        if person.count > _PAIR:
            return False
        after = [p for p in self.people if 0 <= p.last_seen < person.last_seen]
        last = max(after, key=lambda p: p.last_seen, default=None)
        king = last is not None and any(held[0] in CROWNS for held in last.offices)
        return last is not None and king and person.last_seen - last.last_seen <= _BESIDE

    def only_one(self, found: Found, *, famous: bool) -> Person | None:
        """Return the person seen before whom a profession without a name then means («اللاعب»).

        It is the only one who is named, in sports and arts also whom the article is about: named twice as often.
        """
        seen = [
            p
            for p in self.people
            if not p.role_only and not (p.byline and p.named == 1) and 0 <= p.last_seen < found.first
        ]
        seen.sort(key=lambda p: -p.count)
        if not seen or not of_one_gender(seen[0], found) or of_other_team(seen[0], office(found.head)):
            return None
        about = famous and seen[0].count >= max(_OFTEN, 2 * (seen[1].count if len(seen) > 1 else 0))
        if len(seen) > 1 and not about:
            return None
        if found.country not in {None, seen[0].country or found.country, seen[0].nation}:
            return None
        fits = not seen[0].offices or seen[0].sector == found.sector
        return seen[0] if fits or (about and seen[0].sector not in _OF_STATE) else None

    def two(self, found: Found) -> Person | None:
        """Return the two without names whom a dual means again («الزوجان» behind «زوجين مغربيين»)."""
        seen = [p for p in self.people if p.plural == "d" and 0 <= p.last_seen < found.first]
        seen = [p for p in seen if any(o[0] == office(found.head) for o in p.offices)]
        return max(seen, key=lambda p: p.last_seen, default=None)

    def pair(self, wanted: str, before: int, lands: tuple[str, ...] = ()) -> tuple[Person, Person] | None:
        """Return the two people meant before a token: those of one office, if `wanted`, else the most mentioned.

        Where two `lands` are told, each is of one («الرئيسان المصري والروسي»).

        «The two sides» are people only where the two hold an office of state in different countries.
        """
        people = [p for p in self.people if (p.offices or not p.role_only) and p.plural == "s"]
        if wanted:
            people = [p for p in people if any(o[0] == wanted for o in p.offices)]
        else:
            people = [p for p in people if all(o[0] != _SPOKESMAN for o in p.offices)]
        if len(lands) == _PAIR:
            one, other = (nearest([p for p in people if land in {p.country, p.nation}], before) for land in lands)
            return (one, other) if one is not None and other is not None else None
        seen = sorted((p for p in people if 0 <= p.last_seen < before), key=lambda p: (-p.count, -p.last_seen))
        if wanted:
            seen.sort(key=lambda p: -p.last_seen)
        if len(seen) < _PAIR:
            seen = people[:_PAIR]
        if len(seen) < _PAIR:
            return None
        first, second = sorted(seen[:_PAIR], key=lambda p: p.number)
        official = first.sector == second.sector == _STATE and first.country != second.country
        return (first, second) if wanted or official else None

    def bearers(self, words: tuple[str, ...], at: int = 0) -> list[Person]:
        """Return all whose name a name at a token can be, in order of first mention.

        A first name alone is that of the only one who has it, or of the only one of them who stands before it.
        """
        bearers: dict[int, Person] = {}
        shared: Counter[int] = Counter()  # words by person: a common first name alone makes nobody a candidate
        for word in words:
            known = self._bearers.get(sound(word), {})
            bearers |= known
            shared.update(known.keys())
        near = [p for p in in_order(bearers) if shared[p.number] >= min(len(p.words), len(words))]
        fitting = [p for p in near if any(self._fits(name, words) for name in p.names)]
        if not fitting and len(words) == 1:
            namesakes = [p for p in in_order(bearers) if p.words[0] == words[0]]
            if len(namesakes) > 1:
                namesakes = [p for p in namesakes if 0 <= p.first < at]
            fitting = namesakes if len(namesakes) == 1 else []
        last = [p for p in fitting if any(name[-1:] == words[-1:] for name in p.names)]
        return last or fitting

    def _fits(self, full: tuple[str, ...], words: tuple[str, ...]) -> bool:
        """Say whether words can name somebody by one of his names."""
        if not one_name(full, words, self.given) or are_kin(full, words, self._sons):
            return False
        if len(words) > 1:
            # who was named in full may be called by his house («سالم بن كستنان»), not the other way round
            return len(words) <= len(full) or not have_two_fathers(full, words, self._sons, self.given)
        return not is_father(full, words[0], self._sons) and (words[0] not in self.given or words[0] == full[-1])

    def _new(self, words: tuple[str, ...], name: str) -> Person:
        person = Person(self._count, words, name)
        self._count += 1
        self.people.append(person)
        return person
