"""Proper names of people: where one starts, how far it reaches."""

from typing import NamedTuple

from musnad.arabic import AND, ARTICLE, BA, BARE, LAM, PRONOUNS, fold_word
from musnad.arabic.letters import ALEF, HA, MIM, NUN, TA, TA_MARBUTA, TANWIN, WAW, YA
from musnad.lexicon import Hit
from musnad.mentions.view import NAME_WORDS, View, node_of
from musnad.model import Node

_BEFORE_ARTICLE = max(LAM, key=len)
_BEFORE_NOUNS = frozenset({min(LAM, key=len), min(BA, key=len)})
_THEIRS = tuple(p for p in PRONOUNS if p.startswith(HA) and len(p) > 1)
LONGEST = 8  # tokens of a name, particles included
FREE = 4  # unknown tokens that may follow a title or role as a name
AFTER_KNOWN = 2  # unknown tokens behind a known given name: grandfather's and family name
_PARTS = frozenset({*NAME_WORDS, "name_particle"})
_PAIR = 2  # words of a name that nothing but commas tells
_SHORTEST = 3  # letters of an unknown part
_ROLES = ("role", "title", "ordinary_word")
_JOINED_NOUN = 6  # letters of a word that begins with «and the»
_SHORTEST_OWNED = 5  # letters of a word whose last ones may be a pronoun


class Name(NamedTuple):
    """A name on tokens `[first, last)` with what it is known by."""

    first: int
    last: int
    start: int
    gender: str | None
    nodes: tuple[Node, ...]


def announced(view: View, i: int) -> Name | None:
    """Return the name that follows a title or role at token `i`, known or not, or None."""
    if i >= len(view.norms) or view.any(i, "title") or _prefixed(view, i) or not _may_start(view, i):
        return None
    return _Reader(view, i, FREE).read()


def apposed(view: View, i: int) -> Name | None:
    """Return the name behind a comma: one that begins with a known part, or unknown words up to the next mark."""
    name = announced(view, i)
    if name is not None and view.any(i, *NAME_WORDS):
        return name
    closed = name is not None and name.last < len(view.norms) and not view.norms[name.last][0].isalpha()
    return name if name is not None and closed and name.last - name.first > 1 else _enclosed(view, i)


def _enclosed(view: View, i: int) -> Name | None:
    """Return the words between two marks as a name, whatever their letters, if all are unknown or parts of names."""
    units, last = view.units, i
    while last < len(units) and view.same_sentence(i, last) and view.norms[last][0].isalpha():
        if last - i == FREE or not (view.is_name(last) or not view.any(last)) or view.norms[last].isascii():
            return None
        last += 1
    if last - i < _PAIR or last >= len(units) or not view.same_sentence(i, last) or view.definite(i):
        return None
    nodes = tuple(Node("name", "unknown", units.starts[k], units.ends[k]) for k in range(i, last))
    return Name(i, last, units.starts[i], None, nodes)


def free(view: View, i: int) -> Name | None:
    """Return a name that nothing announces: known parts, or an unknown one right behind a verb of saying."""
    here = view.here(i)
    if here.keys().isdisjoint(_PARTS):
        return _speaking(view, i)
    given, family = here.get("given_name"), view.at(i, "public_person", "family_name")
    if given is None and family is None:
        opens = here.get("name_particle")
        if opens is not None and opens.entry.flag("opens"):
            return _Reader(view, i, AFTER_KNOWN).read()
        return _speaking(view, i)
    if view.any(i, "function_word") and not view.is_name(i):
        return None
    if (
        given is not None
        and (not given.definite or _linked(view, given.last))
        and (family is None or family.last <= given.last)
    ):
        name = _Reader(view, i, AFTER_KNOWN).read()
        if name is not None and _believed(view, given, name):
            return name
    if family is not None:
        if family.definite and not family.form.article:
            return None  # «الكاميرون» is not Cameron
        if family.kind == "public_person":
            return _Reader(view, i, 0).read()
        lone = family.kind == "family_name" and family.last == i + 1
        if lone and (view.is_verb(i) or view.any(i, "ordinary_word", "group")):
            return _speaking(view, i)  # «ترأس», «العنصر»
        if family.prefix in {"", ARTICLE, AND} or not _other_word(view, i):
            return Name(i, family.last, family.start, None, (node_of(family),))
        return None
    return _speaking(view, i)


def _believed(view: View, given: Hit, name: Name) -> bool:
    """Say whether a known given name and what follows are a name: ordinary words need another known part."""
    other = _other_word(view, given.first)
    ambiguous = given.entry.flag("ambiguous")
    doubtful = ambiguous or (given.prefix != "" and other) or view.any(given.first, "role")
    if name.last == given.last and other and not view.any(given.first - 1, "cue"):
        return False
    if name.last == given.last:
        return not doubtful and (not given.prefix or (given.prefix == AND and not other))
    if ambiguous and other:
        if view.is_verb(given.first) or view.definite(given.last):
            return False
        return view.any(given.last, "given_name", "name_particle")
    known = any(view.any(i, *NAME_WORDS, "name_particle") for i in range(given.last, name.last))
    return known or not doubtful or (not other and _relational(view, given.last))


def _relational(view: View, i: int) -> bool:
    """Say whether a word that no list knows has the shape of a family name («الزهراني»)."""
    norm = view.norms[i]
    return norm.startswith(ARTICLE) and norm.endswith(YA) and not view.all(i)


def _linked(view: View, i: int) -> bool:
    """Say whether a token links a name to the father's («الحسن بن علي»)."""
    particle = view.at(i, "name_particle")
    return particle is not None and not particle.entry.flag("strict")


def _other_word(view: View, i: int) -> bool:
    """Say whether a token may be something else than a name, as it stands or behind the same proclitic."""
    name = view.at(i, *NAME_WORDS)
    whole = name is not None and name.prefix in BARE
    return any(hit.kind not in _PARTS and not (whole and hit.prefix not in BARE) for hit in view.all(i))


def may_name_speaker(view: View, i: int) -> bool:
    """Say whether the word behind a verb of saying may be an unknown name: a word, and no particle."""
    if i >= len(view.norms) or not view.norms[i][0].isalpha():
        return False
    return not view.may(i, "function_word", "complementiser") or view.may(i, *NAME_WORDS, "name_particle")


def _speaking(view: View, i: int) -> Name | None:
    """Return the unknown word between a past verb of saying and what is said («وأضاف بلازي أن»)."""
    if not i or not view.may(i - 1, "cue") or view.any(i - 1, "ordinary_word", "function_word") or view.any(i, "role"):
        return None
    verb = view.at(i - 1, "cue")
    if verb is None or verb.form.tense != "past" or verb.form.number != "s" or verb.suffix or verb.last != i:
        return None
    if view.definite(i):
        return _nisba(view, i) if not view.any(i) else None
    name = _Reader(view, i, AFTER_KNOWN).read() if _may_start(view, i) and not _prefixed(view, i) else None
    if name is None or name.last >= len(view.norms):
        return None
    after = name.last
    mark = not view.norms[after][0].isalnum() or len(view.norms[after]) == 1
    full = after - name.first > 1 and view.any(after, "role")
    return name if mark or full or view.any(after, "function_word", "complementiser", "cue") else None


def _nisba(view: View, i: int) -> Name | None:
    """Return an unknown relational word as a name («وقال العيساوي إن»)."""
    if not view.norms[i].endswith(YA) or not view.any(i + 1, "complementiser", "function_word"):
        return None
    units = view.units
    node = Node("name", "unknown", units.starts[i], units.ends[i])
    return Name(i, i + 1, units.starts[i], None, (node,))


def _prefixed(view: View, i: int) -> bool:
    """Say whether a token carries a conjunction or preposition before a known name, so that it starts anew."""
    hit = view.at(i, *NAME_WORDS)
    return hit is not None and hit.prefix not in BARE


def _may_start(view: View, i: int) -> bool:
    if view.is_name(i):
        # «فإن» is no «فان»: a particle that is a function word too must be spelled as one.
        doubtful = view.any(i, "function_word") and not view.any(i, *NAME_WORDS)
        return not doubtful or view.units.surface(i, i + 1) == view.norms[i]
    if view.definite(i) or view.any(i, "function_word", "country", "place", "organisation", "agency"):
        return False
    return not view.ends_name(i) and (shaped(view, i) or _paired(view, i))


def _paired(view: View, i: int) -> bool:
    """Say whether a word like «ماتيا» or «كواميه» is a name: nothing is known of it or of the name-like word behind."""
    nxt = i + 1
    if view.any(i) or view.definite(i) or not view.same_sentence(i, nxt) or view.any(nxt):
        return False
    norm, surface = view.norms[i], view.units.surface(i, nxt)
    participle, owned = norm.startswith(MIM) and norm.endswith(ALEF), surface.endswith(HA)
    if not (participle or owned) or surface.endswith(TANWIN + ALEF) or _served(norm, surface):
        return False
    return view.norms[nxt][0].isalpha() and shaped(view, nxt) and not view.norms[nxt].endswith((ALEF, HA))


def shaped(view: View, i: int) -> bool:
    """Say whether an unknown word may be a part of a name by its letters: no ending that only nouns and verbs have."""
    norm, end = view.norms[i], view.units.ends[i]
    surface = view.units.text[view.units.starts[i] : end]
    if len(norm) < _SHORTEST or norm.startswith(_BEFORE_ARTICLE):
        return False
    if norm.startswith(AND + ARTICLE) and len(norm) >= _JOINED_NOUN:
        return False
    if norm.startswith(MIM) and norm.endswith(ALEF) and len(norm) >= _SHORTEST_OWNED:
        return False  # «متلثما»: a participle in the accusative
    if surface.endswith((TA_MARBUTA, TANWIN + ALEF, ALEF + TANWIN)):
        return False
    if len(norm) >= _SHORTEST_OWNED and (norm.endswith(_THEIRS) or surface.endswith(HA)):
        return False
    if view.definite(i):
        return norm.endswith(YA) or not (
            norm.startswith(ARTICLE + MIM) or norm.endswith((ALEF + TA, YA + NUN, WAW + NUN))
        )
    return not _served(norm, surface)


def _served(norm: str, surface: str) -> bool:
    """Say whether a word is rather a noun behind «ب» or «ل» («بالتحدث», «لإيقاف», «لتدريبات»)."""
    if norm[0] not in _BEFORE_NOUNS or len(norm) < _JOINED_NOUN:
        return False
    return norm.startswith(ARTICLE, 1) or norm[1] == TA or (surface[1] != ALEF == fold_word(surface[1]))


class _Reader:
    """Reads one name from token `first` on; `room` is how many unknown parts it may have."""

    __slots__ = ("at", "first", "full", "gender", "nodes", "room", "shut", "start", "view")

    def __init__(self, view: View, first: int, room: int) -> None:
        self.view = view
        self.first = self.at = first
        self.start = view.units.starts[first]
        self.room = room
        self.gender: str | None = None
        self.nodes: list[Node] = []
        self.shut = False  # behind a family name only known parts go on
        self.full = False  # behind the full name of a public figure nothing does

    def read(self) -> Name | None:
        """Return the name, or None where nothing here is one."""
        view, first = self.view, self.first
        while self.at < len(view.norms) and self.at - first < LONGEST and view.same_sentence(first, self.at):
            if not (self._known() or self._unknown()):
                self._regnal()
                break
        while self._linked():
            node = self.nodes.pop()
            self.at = view.units.token_at(node.start)
        unknown = bool(self.nodes) and all(node.rule == "unknown" for node in self.nodes)
        if self.at == first or (unknown and not self._believable()):
            return None
        return Name(first, self.at, self.start, self.gender, tuple(self.nodes))

    def _known(self) -> bool:
        """Take a known part of names."""
        view, at = self.view, self.at
        hit = view.at(at, *NAME_WORDS, "name_particle")
        if hit is None or (at > self.first and (hit.prefix not in BARE or not view.is_name(at))):
            return False
        role = view.at(at, "role", "title")
        if self.full or (at > self.first and role is not None and role.last > hit.last):
            return False
        given = view.at(at, "given_name")
        if given is not None and at > self.first and given.entry.flag("ambiguous") and self._goes_on_elsewhere(given):
            return False
        if given is not None and given.entry.flag("ambiguous") and len(self.nodes) > 1 and view.any(at, *_ROLES):
            return False
        if hit.kind == "name_particle":
            if hit.last >= len(view.norms) or not view.norms[hit.last][0].isalpha():
                return False
            if view.any(hit.last, "function_word") and not view.is_name(hit.last):
                return False
            if hit.entry.flag("strict") and not view.is_name(hit.last) and not self._linked():
                return False
            self.room = max(self.room, 2)
        if at == self.first:
            self.start = hit.start
            self.gender = (given or hit).entry.text("gender") or None
        self.full = hit.kind == "public_person"
        self.shut = self.full or (given is None and hit.kind == "family_name")
        self.nodes.append(node_of(hit))
        self.at = hit.last
        return True

    def _goes_on_elsewhere(self, given: Hit) -> bool:
        """Say whether an ambiguous word behind a name opens what follows rather than ends the name."""
        return given.last < len(self.view.norms) and self.view.definite(given.last) and not given.definite

    def _unknown(self) -> bool:
        """Take a word that may be a part of this name."""
        view, at = self.view, self.at
        if self._linked():
            if not view.norms[at][0].isalpha() or view.any(at, "function_word", "cue"):
                return False
        elif (
            self.room <= 0
            or self.shut
            or view.any(at, *_ROLES)
            or self._ends(at)
            or not (shaped(view, at) or self._tribal(at) or (at == self.first and _paired(view, at)))
        ):
            return False
        if view.definite(at) and self.nodes and self.nodes[-1].rule == "unknown" and not self._fathers():
            return False
        if at > self.first and not self._linked() and self._opens_other(at):
            return False
        self.room = 0 if view.definite(at) else self.room - 1
        self.nodes.append(Node("name", "unknown", view.units.starts[at], view.units.ends[at]))
        self.at += 1
        return True

    def _opens_other(self, at: int) -> bool:
        """Say whether an unknown word is joined by «and», or is a place."""
        place = _is_place(self.view, at) and not (self._named_like_place(at) or self._nisba(at))
        return place or self.view.norms[at].startswith(AND)

    def _ends(self, at: int) -> bool:
        """Say whether an unknown word ends the name. A plural verb cannot follow one person («مرتضى تامادون»)."""
        if self._nisba(at) or self._of_other_gender(at):
            return False
        plural = at > self.first and self.view.norms[at].endswith(WAW + NUN) and not self.view.any(at)
        return not plural and self.view.ends_name(at)

    def _nisba(self, at: int) -> bool:
        """Say whether a relational adjective is the family of a given name («حاتم الجبلي»), not his land or office."""
        view = self.view
        if at == self.first or self.nodes[-1].kind != "given_name" or not view.definite(at):
            return False
        relational = view.norms[at].endswith(YA) and view.any(at, "adjective")
        return relational and view.country(at) is None and not view.any(at, *_ROLES, "body", "elliptic_body")

    def _of_other_gender(self, at: int) -> bool:
        """Say whether an unknown word is no verb of this person: its prefix is the other gender's («يوري تروتنيف»)."""
        norm = self.view.norms[at]
        if at == self.first or self.gender is None or self.view.any(at) or len(norm) < _SHORTEST_OWNED:
            return False
        past = len(norm) == _SHORTEST_OWNED and norm[2] == ALEF  # «تراجع» is masculine
        plain = len(self.nodes) == 1 and not norm.endswith(TA)  # neither «تفاعلت» nor «تلميحات»
        return plain and norm[0] == (YA if self.gender == "f" else TA) and not past

    def _tribal(self, at: int) -> bool:
        """Say whether an unknown definite word right behind a known name is its family («معاذ الكساسبة»)."""
        return at > self.first and self.nodes[-1].rule != "unknown" and self.view.definite(at) and not self.view.any(at)

    def _regnal(self) -> None:
        """Take the number of a king («خايمي الأول») behind one name."""
        number = self.view.at(self.at, "regnal")
        if number is not None and len(self.nodes) == 1 and self.nodes[0].kind == "given_name":
            self.nodes.append(node_of(number))
            self.at = number.last

    def _linked(self) -> bool:
        """Say whether the last part is a particle that wants another one («آل ثاني», «بن أبي وقاص»)."""
        return bool(self.nodes) and self.nodes[-1].kind == "name_particle"

    def _fathers(self) -> bool:
        """Say whether the last word, unknown, stands behind a particle («أبو حفص القرشي»)."""
        return len(self.nodes) > 1 and self.nodes[-2].kind == "name_particle"

    def _named_like_place(self, at: int) -> bool:
        """Say whether a place name ends a name («برناردينو ليون»): behind one known part, before no adjective."""
        place = self.view.at(at, "place")
        return place is not None and not place.prefix and at == self.first + 1 and self.view.country(at + 1) is None

    def _believable(self) -> bool:
        """Say whether words of which none is a known name are one: they end at a mark, a verb or a function word."""
        view, last = self.view, self.at
        if last < len(view.norms) and view.same_sentence(self.first, last):
            mark = not view.norms[last][0].isalpha()
            demonym = view.country(last)
            joined = (demonym is not None and demonym.definite) or any(hit.prefix not in BARE for hit in view.all(last))
            if not (mark or joined or view.is_verb(last) or view.any(last, "function_word", "complementiser")):
                return False
        return not (view.norms[last - 1].endswith(ALEF) and last - self.first == 1)


def _is_place(view: View, i: int) -> bool:
    return view.any(i, "country", "place", "organisation", "agency", "place_head")
