"""How far a proper name reaches: known parts, unknown words that have the shape of one, particles."""

from typing import NamedTuple

from musnad.arabic import AND, ARTICLE, BARE
from musnad.arabic.letters import ALEF, ALEF_ABOVE, ALEF_BELOW, HA, NUN, TA, WAW, YA
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.found import unknown
from musnad.mentions.proper.believed import before_mark, believable, is_place, is_time, named_like_place, titled
from musnad.mentions.proper.bounds import (
    denied,
    described,
    ends_kunya,
    ends_lineage,
    for_somebody,
    foreign_first,
    foreign_shape,
    governs,
    hyphenated,
    in_family_of,
    of_a_seat,
    owned_behind,
    qualified,
    requests,
    second_family,
    sure_foreign,
    third,
    tribal,
)
from musnad.mentions.proper.clause import is_mine, of_clause
from musnad.mentions.proper.closed import closed_family, ends_speaker, is_office, of_a_land, relative
from musnad.mentions.proper.family import by_neighbours, ends_phrase
from musnad.mentions.proper.like_verb import like_verb, of_other_gender, with_w
from musnad.mentions.proper.shapes import (
    JOINED_NOUN,
    THEIRS,
    fathered,
    named_by_next,
    shaped,
    unknown_run,
)
from musnad.mentions.view import View, node_of
from musnad.model import Node

_NAMING = (*NAME_WORDS, "name_particle")
_ROLES = ("role", "title", "ordinary_word")
FREE = 4  # unknown tokens that may follow a title or role as a name
LONGEST = 8  # tokens of a name, particles included


class Name(NamedTuple):
    """A name on tokens `[first, last)` with what it is known by."""

    first: int
    last: int
    start: int
    gender: str | None
    nodes: tuple[Node, ...]


class NameReader:
    """Reads one name from token `first` on; `room` is how many unknown parts it may have."""

    __slots__ = ("at", "first", "full", "gender", "nodes", "room", "shut", "start", "told", "view")

    def __init__(self, view: View, first: int, room: int) -> None:
        """Start before a token."""
        self.view = view
        self.first = self.at = first
        self.start = view.units.starts[first]
        self.room = room
        self.told = room == FREE
        self.gender: str | None = None
        self.nodes: list[Node] = []
        self.shut = False  # behind a family name only known parts go on
        self.full = False  # behind the full name of a public figure nothing does

    def read(self) -> Name | None:
        """Return the name, or None where nothing here is one."""
        view, first = self.view, self.first
        while self.at < len(view.norms) and self.at - first < LONGEST and view.same_sentence(first, self.at):
            over = self.at > first and (is_office(view, self.at) or self._over())
            if over or self._parted() or not (self._known() or self._hyphenated() or self._unknown()):
                self._regnal()
                break
        while self._linked():
            node = self.nodes.pop()
            self.at = view.units.token_at(node.start)
        unknown = bool(self.nodes) and all(node.rule == "unknown" for node in self.nodes)
        if self.at == first or (unknown and not believable(view, first, self.at, told=self.told)):
            return None
        return Name(first, self.at, self.start, self.gender, tuple(self.nodes))

    def _parted(self) -> bool:
        """Say whether a dash that is no token stands before this one («سالم كامل ـ الرياض»)."""
        units, at = self.view.units, self.at
        return at > self.first and units.text[units.ends[at - 1] : units.starts[at]].strip() != ""

    def _over(self) -> bool:
        """Say whether the next word belongs to the clause around the name: no particle wants it."""
        return not self._linked() and of_clause(self.view, self.first, self.at)

    def _known(self) -> bool:
        """Take a known part of names."""
        view, at = self.view, self.at
        hit = self._part(at)
        if hit is None or (self.full and not self._longer(hit)):
            return False
        role = view.at(at, "role", "title")
        given = view.at(at, "given_name")
        if at > self.first and ((titled(view, at) and not self._is_second(at)) or is_time(view, at)):
            return False
        if at > self.first and ((role is not None and role.last > hit.last) or self._is_thing(given)):
            return False
        if len(self.nodes) > 1 and role is not None and given is None:
            office = self.shut and role.definite and view.any(hit.last, "role_preposition")
            if office or governs(view, role, hit):
                return False  # «سالم كامل العنزي المشرف على …»
        if at > self.first and not self._linked() and (self._is_alias_word(at) or self._is_kinsman(given)):
            return False
        if (
            given is not None
            and hit.kind != "name_particle"
            and given.entry.flag("ambiguous")
            and self._is_other(given)
        ):
            return False
        if hit.kind == "name_particle":
            if not self._goes_on(hit) or (at == self.first and view.units.surface(at, at + 1) == ARTICLE):
                return False  # «ال وطني» is a torn word
            self.room = max(self.room, 2)
        if at == self.first:
            self.start = hit.start
            self.gender = (given or hit).entry.text("gender") or None
        self.full = hit.kind == "public_person"
        self.shut = self.full or (given is None and hit.kind == "family_name" and view.at(at, "name_particle") is None)
        self.nodes.append(node_of(hit))
        self.at = hit.last
        return True

    def _is_second(self, at: int) -> bool:
        """Say whether a title behind one sure given name is the father's name («محمد السيد كامل»)."""
        given = self.view.at(self.first, "given_name")
        sure = given is not None and not given.entry.flag("ambiguous") and self.nodes[-1].kind == "given_name"
        return sure and self.view.any(at, "given_name")

    def _is_kinsman(self, given: Hit | None) -> bool:
        """Say whether a given name behind a family name is that of its bearer's kinsman («ابنة ترامب ايفانكا»)."""
        return self.shut and given is not None and in_family_of(self.view, self.first)

    def _is_thing(self, given: Hit | None) -> bool:
        """Say whether a given name with an article that it need not have is a noun behind foreign names."""
        if given is None or not given.definite or given.form.article:
            return False
        return foreign_first(self.view, self.first)

    def _hyphenated(self) -> bool:
        """Take a hyphen and the word that it ties to this name."""
        view, at = self.view, self.at
        if not self.nodes or at == self.first or not hyphenated(view, at):
            return False
        self.nodes += unknown(view.units, at + 1, at + 2)
        self.at += 2
        return True

    def _part(self, at: int) -> Hit | None:
        """Return the known part of names at a token; a particle rather than a name where its noun follows."""
        view, here = self.view, self.view.here(at)
        hit = None if here.keys().isdisjoint(_NAMING) else view.at(at, *_NAMING)
        if hit is None or (at > self.first and (hit.prefix not in BARE or not view.is_name(at))):
            return None
        particle = here.get("name_particle")
        if particle is None or hit.last > at + 1 or view.is_name(at + 1):
            return hit
        # «أبي عبيدة», «عبد الرحمان»
        return particle if particle.entry.flag("opens") or view.definite(at + 1) else hit

    def _longer(self, part: Hit) -> bool:
        """Say whether a part behind the full name of a public figure makes it another one's («محمد البشير ولد …»)."""
        if self._linked() or part.kind == "name_particle":
            return self._linked() or part.entry.flag("kin")
        if ends_lineage(self.view, self.first, part.first):
            return True  # «عمر بن عبدالعزيز المبارك»
        if part.kind == "public_person" or part.entry.flag("ambiguous") or self.view.is_verb(part.first):
            return False
        if self.view.any(part.first, "part_of_day"):
            return False  # «قائد الثورة صبيحة العيد»
        return part.last == part.first + 1 and not self.view.any(part.first, *_ROLES, "cue", "place", "country")

    def _goes_on(self, particle: Hit) -> bool:
        """Say whether a name may follow a particle."""
        view, after = self.view, particle.last
        if after >= len(view.norms) or not view.norms[after][0].isalpha() or view.norms[after].isascii():
            return False  # «الـ pcr»
        mine = particle.entry.flag("opens") and particle.first == self.first and is_mine(view, particle)
        if mine or (view.any(after, "function_word") and not view.is_name(after)):
            return False
        unknown = particle.entry.flag("kin") and bool(self.nodes) and not view.any(after)  # «فاطمة ولد خصال»
        return not particle.entry.flag("strict") or view.is_name(after) or self._linked() or unknown

    def _is_other(self, given: Hit) -> bool:
        """Say whether an ambiguous word behind a name is rather a verb, a role or the opening of what follows."""
        view, at = self.view, given.first
        if at == self.first or self._linked():
            return False  # «حمود أبو طالب»
        if len(self.nodes) > 1 and view.any(at, *_ROLES):
            return not ends_lineage(view, self.first, at)
        if view.is_verb(at) and view.any(at + 1, "role_preposition", "complementiser"):
            return True  # «علام اشرف على»
        if requests(view, self.first, at):
            return True
        return self._goes_on_elsewhere(given)

    def _goes_on_elsewhere(self, given: Hit) -> bool:
        """Say whether an ambiguous word behind a name opens what follows rather than ends the name."""
        after = given.last
        if after >= len(self.view.norms) or given.definite or not self.view.definite(after):
            return False
        if self.view.any(after, "family_name") or relative(self.view, after):
            return False  # «سمير كامل الحدادي», «سمير كامل الذي …»
        if self.view.at(after, "title") is not None and self.view.any(after, "given_name"):
            return self.view.any(after + 1, "given_name")  # «سالم كامل السيد»
        return not self.told or self.view.any(after)  # «خميس مطر المزينة»

    def _unknown(self) -> bool:
        """Take a word that may be a part of this name; «two said» is none («والملك سالم ‹أكدا›»)."""
        view, at = self.view, self.at
        if at > self.first and any(hit.form.number == "d" and hit.form.tense for hit in view.hits.at(at, "cue")):
            return False
        linked = self._linked() or (at == self.first and fathered(view, at))
        if linked:
            house = view.at(at - 1, "name_particle")  # «آل كاشف»
            verb = view.any(at, "cue") and not (house is not None and house.entry.flag("kin"))
            if not view.norms[at][0].isalpha() or verb or view.any(at, "function_word"):
                return False
            if view.norms[at].startswith(AND) and view.units.surface(at, at + 1)[1:2] in {ALEF_ABOVE, ALEF_BELOW}:
                return False  # «أبي وأهل الحارة»
        elif self.shut or self.room <= 0:
            if self.full or not (second_family(view, self.first, at, told=self.told) or self._spoken(at)):
                return False
        elif not (self._shaped(at) or self._family(at) or self._lineage(at) or self._spoken(at)):
            return False
        if view.definite(at) and self.nodes and not self._fathers():
            second = len(self.nodes) > 1 and view.definite(at - 1) and not view.norms[at].endswith(YA)
            family = (self.told or self._behind_given(at)) and not view.any(at)
            family = family and (view.norms[at].endswith(YA) or (self.told and before_mark(view, at)))
            if second or (self.nodes[-1].rule == "unknown" and not family):
                return False  # «عبدالله الربيعة المشرف»; «سعد عابس الشهري» is one, as is «دودي الفايد،»
        if at > self.first and not linked and self._opens_other(at):
            return False
        self.room = 0 if view.definite(at) and not linked else self.room - 1
        self.nodes += unknown(view.units, at, at + 1)
        self.at += 1
        return True

    def _shaped(self, at: int) -> bool:
        """Say whether an unknown word has the shape of a part of names and nothing says that it is something else."""
        view = self.view
        if len(self.nodes) == 1 and owned_behind(view, self.first, at):
            return False
        foreign = foreign_first(view, self.first) or view.any(self.first, "famous_name")
        if at > self.first and is_time(view, at) and (foreign or not view.definite(at)):
            return False  # «التقى ميتشل الخميس»
        if at > self.first and any(no(view, self.first, at) for no in (requests, for_somebody, described)):
            return False
        if view.any(at, *_ROLES) or (at == self.first and view.any(at, "number_word")):
            return False
        if at > self.first and qualified(view, at):
            return False
        noun = not view.any(at) or (view.any(at, "trigger", "ordinary_word") and not view.is_name(at))
        if len(self.nodes) > 1 and view.norms[at].endswith(ALEF) and noun and not self._runs():
            return False  # «سجل جود بيلينغهام هدفا»
        if at == self.first and self._runs():
            return True
        if denied(view, at, parts=len(self.nodes)) or (self._ends(at) and not self._like_verb(at)):
            return False
        known = bool(self.nodes) and self.nodes[-1].rule != "unknown"
        if shaped(view, at) or (known and tribal(view, self.first, at)) or self._foreign(at):
            return True
        return at == self.first and named_by_next(view, at)

    def _runs(self) -> bool:
        """Say whether an announced name begins with two or three unknown words that end where names do."""
        return self.told and unknown_run(self.view, self.first)

    def _like_verb(self, at: int) -> bool:
        """Say whether a word behind a given name is the family although it looks like a verb."""
        if at == self.first or self.nodes[-1].kind != "given_name":
            return False
        view, first = self.view, self.first
        return like_verb(view, first, at, told=self.told, gender=self.gender) or with_w(view, first, at, told=self.told)

    def _is_alias_word(self, at: int) -> bool:
        """Say whether a word announces another name of the same person («أحمد الشريف المعروف باسم …»)."""
        word = self.view.at(at, "alias_word")
        return word is not None and not word.entry.flag("joins")

    def _behind_given(self, at: int) -> bool:
        """Say whether a given name that is an ordinary word too stands before a token («بسام عبدالله فضل الحيدري»)."""
        return len(self.nodes) > 1 and self.view.any(at - 1, "given_name")

    def _family(self, at: int) -> bool:
        """Say whether a word that ends a phrase is the family of an announced given name («سامي العدل»)."""
        return ends_phrase(self.view, self.first, at, given=self._is_given() if self.told else False)

    def _lineage(self, at: int) -> bool:
        """Say whether an ordinary noun is the family of a given name by the words around the two."""
        if not self.nodes or self.nodes[-1].kind != "given_name":
            return False
        if len(self.nodes) > 1:
            return self.told and third(self.view, at)
        first, told = self.first, self.told
        return by_neighbours(self.view, first, at, told=told) or closed_family(self.view, first, at, told=told)

    def _spoken(self, at: int) -> bool:
        """Say whether a word that is another one too ends the name of who speaks («قال سامي الرمادي رئيس …»)."""
        return bool(self.nodes) and ends_speaker(self.view, self.first, at)

    def _is_given(self) -> bool:
        """Say whether the name so far is one given name."""
        return len(self.nodes) == 1 and self.nodes[0].kind == "given_name"

    def _opens_other(self, at: int) -> bool:
        """Say whether an unknown word is joined by «and», or is a place."""
        place = is_place(self.view, at) and not (named_like_place(self.view, self.first, at) or self._nisba(at))
        place = place and not (self._lineage(at) or ends_kunya(self.view, self.first, at) or self._spoken(at))
        family = len(self.nodes) == 1 and (self._foreign(at) or with_w(self.view, self.first, at, told=self.told))
        joined = self.view.norms[at].startswith(AND) and not family
        return place or joined

    def _ends(self, at: int) -> bool:
        """Say whether an unknown word ends the name. A plural verb cannot follow one person («مرتضى تامادون»)."""
        other = self.gender is not None and len(self.nodes) == 1 and of_other_gender(self.view, at, self.gender)
        if self._nisba(at) or (at > self.first and other):
            return False
        plural = at > self.first and self.view.norms[at].endswith(WAW + NUN) and not self.view.any(at)
        return not plural and self.view.ends_name(at)

    def _nisba(self, at: int) -> bool:
        """Say whether a relational adjective is the family of a given name («حاتم الجبلي»), not his land or office."""
        view = self.view
        if at == self.first or self.nodes[-1].kind != "given_name":
            return False
        sure = len(self.nodes) == 1 and (sure_foreign(view, self.first) or of_a_land(view, self.first, at))
        if not (view.definite(at) or self.told or sure):
            return False
        if of_a_seat(view, self.first, at):
            return False
        known = view.any(at, "adjective", "organisation") or view.country(at) is not None
        relational = view.norms[at].endswith(YA) and known
        if view.any(at, *_ROLES, "body", "elliptic_body") or not relational:
            return False
        given = view.at(at - 1, "given_name")
        if given is not None and given.entry.flag("foreign") and view.definite(at) and view.any(at, "adjective"):
            return False  # «كلينتون الإلكتروني»
        if given is not None and given.entry.flag("foreign") and not view.definite(at) and len(self.nodes) == 1:
            return True  # «راشيل كوري» is no Korean
        lone = len(self.nodes) == 1 and given is not None and not given.entry.flag("foreign")
        # «محمد السويدي», «خالد مغربي»
        return view.country(at) is None or (lone and (view.definite(at) or of_a_land(view, self.first, at)))

    def _foreign(self, at: int) -> bool:
        """Say whether a word of which nothing is known stands right behind a foreign given name («هاينز رومينيجه»)."""
        view = self.view
        if at == self.first or self.nodes[-1].kind != "given_name" or view.any(at) or view.definite(at):
            return False
        given = view.at(at - 1, "given_name")
        if given is None or not given.entry.flag("foreign"):
            return False
        norm = view.norms[at]
        if norm.endswith(TA + HA) or (norm.endswith(THEIRS) and len(norm) >= JOINED_NOUN - (norm[-3:-2] != ALEF)):
            return False  # «يولي عنايته», «إليسا إعجابها», «إيمري سعيهم», but «غراهم»
        stem = norm.removesuffix(HA) if not norm.startswith(AND) else norm
        if stem == norm:
            return self.told or len(norm) < JOINED_NOUN or foreign_shape(view, at)
        return shaped(view, at, owned=True)

    def _regnal(self) -> None:
        """Take the number of a king («خايمي الأول») behind one name."""
        told = self.told and self.nodes[:1] != [] and self.nodes[0].rule == "unknown"
        told = told and not self.view.definite(self.first)  # not «الفريق الهلالي الأول»
        if len(self.nodes) != 1 or not (self.nodes[0].kind == "given_name" or told):
            return
        number = self.view.at(self.at, "regnal")
        if number is not None and number.prefix in BARE and not number.entry.flag("heir"):
            self.nodes.append(node_of(number))
            self.at = number.last

    def _linked(self) -> bool:
        """Say whether the last part is a particle that wants another one («آل ثاني», «بن أبي وقاص»)."""
        return bool(self.nodes) and self.nodes[-1].kind == "name_particle"

    def _fathers(self) -> bool:
        """Say whether the last word, unknown, stands behind a particle («أبو حفص القرشي»)."""
        return len(self.nodes) > 1 and self.nodes[-2].kind == "name_particle"
