"""Identities across articles: what the names of entities are to each other, kept in the table of the store.

Only entities that were not compared yet are, with those that share a key of their name; which ones are one follows from
that and from what analysts decided (`musnad.store.grouping`). So a few new articles cost little, and the table is the
same as if all had come at once, in any order. Other rules or data compare all again.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib import resources
from itertools import combinations

from musnad.arabic import fold_word
from musnad.lexicon import Lexicon
from musnad.names import keys, same_name
from musnad.names.known import Known
from musnad.names.parts import parts
from musnad.store import APART, ONE, OPEN, Identities, Likeness, Moved, Named, Writer, is_known

_AT_ONCE = 200  # entities of a transaction
_COUNTRY = "country."
_CODE = ("names", "arabic")  # packages of which the verdict on two names is made


@dataclass(slots=True)
class Identified:
    """How many entities there were to compare, how many were, and what moved in the table."""

    due: int
    done: int = 0
    moved: Moved = field(default_factory=Moved)

    def summary(self) -> str:
        """Return what moved, nothing where nothing did."""
        said = ((self.moved.joined, "names joined to others"), (self.moved.parted, "parted from others"))
        return ", ".join(f"{number:,} {words}" for number, words in said if number)


def identify(
    writer: Writer, lexicon: Lexicon, at: str, show: Callable[[Identified], None] = lambda _: None
) -> Identified:
    """Bring the table of identities up to date; `at` is the ISO moment of now, `show` is called after every commit.

    A run that was ended is resumed by the next one.
    """
    judge = Judge(lexicon)
    with writer.identities() as table:
        table.begin(rules(lexicon))
        found = Identified(table.waiting())
    writer.commit()
    while True:
        with writer.identities() as table:
            waiting = table.unmatched(_AT_ONCE)
            _compare(waiting, table, judge)
        writer.commit()
        if not waiting:
            break
        found.done += len(waiting)
        show(found)
    with writer.identities() as table:
        found.moved = table.unite(at)
    writer.commit()
    return found


def rules(lexicon: Lexicon) -> str:
    """Return a digest of the data and code that judge two names."""
    state = blake2b(lexicon.digest.encode(), digest_size=8)
    folder = resources.files("musnad")
    for name in _CODE:
        for file in sorted((folder / name).iterdir(), key=lambda each: each.name):
            if file.name.endswith(".py"):
                state.update(file.read_bytes())
    return state.hexdigest()


class Judge:
    """Says what the names of two entities are to each other, by what a lexicon knows."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Judge by a lexicon."""
        self._lexicon = lexicon
        self._known = Known.of(lexicon)

    def name(self, entity: Named) -> str | None:
        """Return the name by which an entity is compared: that of the knowledge base, else the one in its id."""
        if not is_known(entity.key):
            return None if "@" in entity.key else entity.key.partition(":")[2]
        entry = self._lexicon.entries.get(entity.key)
        return None if entry is None else entry.headword

    def keys(self, entity: Named) -> frozenset[int]:
        """Return the hashes of the keys of an entity; none for one that is never the same as another."""
        name = self.name(entity)
        return (
            frozenset()
            if name is None
            else _hashed(keys(name, self._known, kind=entity.kind, surely=True), entity.kind)
        )

    def likeness(self, one: Named, two: Named) -> Likeness:
        """Return what the names of two entities are to each other. Two of the knowledge base are different."""
        first, second = self.name(one), self.name(two)
        if first is None or second is None or one.kind != two.kind or (is_known(one.key) and is_known(two.key)):
            return Likeness(APART, 0.0, "two of the knowledge base" if is_known(one.key) else "not compared")
        match = same_name(first, second, self._known, kind=one.kind)
        verdict = {"same": ONE, "possible": OPEN}.get(match.verdict, APART)
        if verdict == ONE and (is_known(one.key) or is_known(two.key)):
            known, name = (one, second) if is_known(one.key) else (two, first)
            if self._is_other(known, name):
                return Likeness(OPEN, match.score, "a name that others bear too")
        return Likeness(verdict, match.score, match.reason)

    def _is_other(self, known: Named, name: str) -> bool:
        """Say whether a name may well mean another one than the entry of the knowledge base that it is like.

        Names of people in office that many bear, and places of the name of a country («ولاية تونس»).
        """
        if known.key.startswith(_COUNTRY):
            own = self.name(known) or ""
            return len(parts(name, self._known)) != len(parts(own, self._known))
        return any(form.entry.kind == "common_name" for form in self._lexicon.forms.get(fold_word(name), ()))


def _compare(waiting: list[Named], table: Identities, judge: Judge) -> None:
    """Compare entities with all that share a key, and all of a chain of names that are the same with each other."""
    joined = []
    for entity in waiting:
        found = judge.keys(entity)
        table.put_keys(entity, found)
        for other in table.sharing(entity, found) if found else ():
            like = judge.likeness(entity, other)
            if like.verdict == ONE:
                table.put_likeness(entity, other, like)
                joined.append(entity)
    done: set[int] = set()
    for entity in joined:
        if entity.row in done:
            continue
        chain = table.component(entity)
        done |= {each.row for each in chain}
        known = table.compared(chain)
        for one, two in combinations(chain, 2):
            if (one.row, two.row) not in known:
                table.put_likeness(one, two, judge.likeness(one, two))


def _hashed(found: frozenset[str], kind: str) -> frozenset[int]:
    """Return keys as numbers of five bytes: two that meet by chance are compared, and found different."""
    return frozenset(int.from_bytes(blake2b(f"{kind} {key}".encode(), digest_size=5).digest(), "big") for key in found)
