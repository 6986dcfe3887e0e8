"""On which occasion it was said: medium, addressee, the outlet that was told, and what carries over to the next."""

from musnad.arabic import ARTICLE, LAM, fold_word
from musnad.model import Link, Published, Span, Speaker
from musnad.statements.draft import Draft
from musnad.statements.scene import TO_THE, Noun, Scene
from musnad.statements.subjects.find import informs
from musnad.statements.told import Told, told_by

_DAY = len("2021-09-14")
_TO = min(LAM, key=len)
_TOLD_TO = frozenset({"to", "beside"})
_LONGEST_PAPER = 6  # tokens of a name in marks, the marks included
_SAYING = 2  # tokens behind a preposition within which a verb says what is told («وفق ما | أفاد به»)
_MARKS = 2  # tokens from the first word between marks to what stands before them
_KNOWN = ".known"  # how the rules end that find names of the lexicon
_PIECE = "context.published_piece"
_OPENING = 12  # tokens of a phrase that opens a clause
_TALK = "ordinary_word.speech"
_PUBLIC = frozenset({"speech", "press_conference"})  # occasions that many pass on
_NO_OUTLETS = frozenset({"person", "group", "organisation", "office"})
_PLACED = _TOLD_TO | {"in", "on"}  # an outlet is also where something is said or printed


class Occasions:
    """Fills in the occasion of every statement, in order. Lives inside one call of `find`."""

    def __init__(self, scene: Scene, published: Published) -> None:
        """Start without an occasion."""
        self.scene = scene
        self.published = published
        self._bearers: dict[str, list[Noun]] | None = None  # agencies by the words behind their heads

    def fill(self, drafts: list[Draft]) -> None:
        """Set medium, addressee and outlet of every draft; who goes on speaking keeps them."""
        last: Draft | None = None
        inner: Draft | None = None  # the last statement that a preposition behind it attributes
        talks: dict[str, Draft] = {}  # what everybody told an outlet last, by his name
        for draft in drafts:
            self._own(draft, last)
            if last is not None and not draft.via and draft.parent is last.parent and self._goes_on(draft, last):
                draft.via = last.via
                if draft.relayed_by is None:
                    draft.relayed_by = last.relayed_by
                if draft.medium == "unknown":
                    draft.medium = last.medium
                draft.said = draft.said or last.said
            elif draft.relayed_by is None and inner is not None and draft.parent is None and not draft.via:
                draft.relayed_by = self._beside(draft, inner)
            if draft.parent is None and not _attributes(draft):
                self._resume(draft, talks)
            if draft.parent is None:
                inner = inner if _attributes(draft) and inner is not None and inner.parent is draft else None
                last = draft
            elif draft.parent.parent is None and _attributes(draft.parent):
                inner = draft

    def _resume(self, draft: Draft, talks: dict[str, Draft]) -> None:
        """Give a statement the outlet that one man or woman told before others spoke, and remember whom he told."""
        told = draft.told
        if told is None or told.kind != "person" or told.number != "s":
            return
        talk = talks.get(told.speaker.name)
        if talk is not None and not draft.via and draft.relayed_by is None and self._goes_on(draft, talk):
            draft.via, draft.relayed_by = talk.via, talk.relayed_by
        relay = draft.relayed_by
        if (draft.via and relay is None) or (relay is not None and relay.kind == "agency"):
            talks[told.speaker.name] = draft
        elif draft.medium != "unknown" or draft.addressee is not None:
            talks.pop(told.speaker.name, None)  # another occasion

    def _beside(self, draft: Draft, inner: Draft) -> Told | None:
        """Return the outlet behind a statement whose speaker goes on («قال …، حسبما ذكرت رويترز. وأضاف …»), or None."""
        outlet = None if inner.parent is None else inner.parent.told
        passed_on = outlet is not None and outlet.kind == "agency" and not _attributes(draft)
        return outlet if passed_on and self._goes_on(draft, inner) else None

    def _own(self, draft: Draft, last: Draft | None) -> None:
        scene = self.scene
        low, high = self._clause(draft, last)
        own = None if draft.told is None else draft.told.speaker.span
        for i in range(low, high):
            free = i < draft.cue.first or own is None or not self._covers(own, i)
            outlet = self._outlet(i, draft) if free else None
            outlet = None if outlet is not None and self._is_sent(i, draft) else outlet
            noun = scene.starting.get(i)
            draft.said = draft.said or self._day(i)
            if outlet is not None:
                draft.via = draft.via or (outlet,)
                draft.medium = "remarks" if draft.medium == "unknown" else draft.medium
                draft.addressee = draft.addressee or Speaker(outlet.name, outlet.span, outlet.entity, "addressee")
            elif noun is not None and free and self._is_told(i, noun.mention.span.start):
                draft.addressee = draft.addressee or told_by(noun, "addressee").speaker
            elif draft.medium == "unknown" and not (noun is not None and noun.mention.kind == "person"):
                found = scene.hits.at(i, "medium")
                draft.medium = found[0].entry.text("medium") if found else "unknown"

    def _is_sent(self, i: int, draft: Draft) -> bool:
        """Say whether a paper only came to whoever stands at a token («في بيان ورد لوكالة سومر»)."""
        papers = self.scene.hits.at(i - 2, "medium") if i > draft.cue.last + 1 else []
        came = bool(self.scene.hits.verbs(i - 1)) and any(hit.entry.flag("document") for hit in papers)
        return came and not self._is_brought(i)

    def _is_brought(self, i: int) -> bool:
        """Say whether an outlet at a token passed on what was told («تصريحات نشرتها صحيفة …», «الذي نقلت …»)."""
        scene = self.scene
        related = scene.part(i - 2) == "relative"
        verbs = [hit for hit in scene.hits.at(i - 1, "cue") if hit.form.pos == "verb"]
        verbs = [hit for hit in verbs if hit.suffix or (related and hit.entry.flag("relays"))]
        before = i - 3 if related else i - 2
        before -= related and scene.is_comma(before)
        told = any(hit.entry.text("medium") not in _PUBLIC for hit in scene.hits.at(before, "medium"))
        told = told or any(hit.entry.id == _PIECE for hit in scene.hits.at(before, "context"))  # «في حديث نقلته …»
        return bool(verbs) and told

    def _covers(self, span: Span, i: int) -> bool:
        """Say whether a token lies in a span, be it with something written before it («وفقا لرويترز»)."""
        units = self.scene.units
        return units.starts[i] < span.end and span.start < units.ends[i]

    def _day(self, i: int) -> str | None:
        """Return the day that a time expression at a token names, if it can be the day on which something was said."""
        time = self.scene.when.get(i)
        if time is None or time.start is None or time.granularity not in {"day", "part", "minute"}:
            return None
        day = time.start[:_DAY]
        return day if self.published.value is None or day <= self.published.value[:_DAY] else None

    def _outlet(self, i: int, draft: Draft) -> Link | None:
        """Return the agency or outlet at a token to which something is told, or that holds the interview."""
        noun = self.scene.starting.get(i)
        if any(hit.entry.text("medium") == "social_post" for hit in self.scene.hits.at(i, "medium")):
            return None
        if noun is not None and (
            draft.medium == "interview"
            or self._is_told(i, noun.mention.span.start, self._places(noun))
            or self._is_brought(i)
            or self._is_object(i, draft)
        ):
            agency = self._agency(i)
            if agency is not None:
                return agency
        if (
            noun is not None
            and noun.mention.kind in {"office", "person"}
            and (self._is_told(i, noun.mention.span.start) or self._is_object(i, draft))
        ):
            return next((link for at in range(i + 1, noun.last) if (link := self._agency(at))), None)
        for hit in self.scene.hits.at(i, "publisher"):
            marked = i - 1 in self.scene.quote_at  # «الشرق الأوسط» in marks is the newspaper, without them a place
            unmarked = noun is None and self.scene.part(i - 1) != "to"  # «قبل سفره إلى المدينة»
            if (unmarked or marked) and (self._is_told(i, hit.start) or (marked and self._is_object(i, draft))):
                if not marked and self._is_day(i, hit.last):
                    continue
                span, swallowed = Span(hit.start, hit.end), self.scene.norms[i].startswith(TO_THE)
                name = span.of(self.scene.units.text)
                name = f"{ARTICLE}{name[1:]}" if swallowed and not name.startswith(ARTICLE) else name  # «لليوم»
                return Link(name, "outlet", span, "text", entity=hit.entry.id)
        return (None if "for" in draft.cue.frames else self._marked(i, noun)) or self._again(i)

    def _is_day(self, i: int, last: int) -> bool:
        """Say whether a paper's name is the day here, or something else with an adjective («لليوم الخميس»)."""
        scene = self.scene
        if i in scene.time_at or last >= len(scene.norms):
            return i in scene.time_at
        return last in scene.time_at or (scene.is_plain(last) and scene.norms[last].startswith(ARTICLE))

    def _is_object(self, i: int, draft: Draft) -> bool:
        """Say whether an outlet beside the subject is whom its verb informs («أبلغ الوزير وكالة سومر أن …»)."""
        told, marks = draft.told, i - 1 in self.scene.quote_at
        if told is None:
            return False
        at = i - marks
        if at == told.last and self._is_informed(draft, told.last):
            return True
        if not informs(draft.cue):
            return False
        before = at == draft.cue.last and told.last > i and told.node.start > self.scene.units.ends[i]
        return told.last == at > draft.cue.last or before

    def _is_informed(self, draft: Draft, until: int) -> bool:
        """Say whether a verb before a token may inform an outlet («وفق ما أفاد به مصدر أمني مراسل إذاعة …»)."""
        at = draft.cue.first
        while at < until and not any(hit.entry.flag("informs") for hit in self.scene.hits.verbs(at)):
            at += 1
        return at < min(until, draft.cue.last + _SAYING)

    def _again(self, i: int) -> Link | None:
        """Return the outlet named before that is told by its head or its own name («قال للصحيفة إن …», «قال لسومر»)."""
        scene = self.scene
        if scene.norms[i].startswith(TO_THE):
            named = scene.named_before(i)
        elif scene.norms[i].startswith(_TO) and not scene.hits.has(i):
            named = self._called(scene.norms[i].removeprefix(_TO), i)
        else:
            return None
        if not named or named[-1].mention.kind != "agency":
            return None
        role = "agency" if named[-1].mention.subkind == "agency" else "outlet"
        span = Span(scene.offset(i, 1), scene.units.ends[i])
        return Link(named[-1].entity.name, role, span, "again", entity=named[-1].entity.id)

    def _called(self, name: str, until: int) -> list[Noun]:
        """Return the agencies before a token that bear a name behind their head («وكالة سومر للأنباء»)."""
        if self._bearers is None:
            self._bearers = {}
            for noun in self.scene.starting.values():
                words = self.scene.norms[noun.first + 1 : noun.last] if noun.mention.kind == "agency" else ()
                for word in words:
                    self._bearers.setdefault(word, []).append(noun)
        return [noun for noun in self._bearers.get(name, []) if noun.first < until]

    def _marked(self, i: int, noun: Noun | None) -> Link | None:
        """Return what is told where only a paper can stand: a name in marks behind «لـ» («قال لـ«الضفاف»: …»)."""
        scene, units = self.scene, self.scene.units
        if i < _MARKS or not self._is_told_there(i - _MARKS):
            return None
        if not units.is_word(i) or (noun is not None and noun.mention.kind in _NO_OUTLETS) or self._is_aimed(i):
            return None
        quote = scene.short_quote(i - 1, i + _LONGEST_PAPER)
        if quote is not None:
            span = Span(quote.inner_start, quote.inner_end)
        elif scene.norms[i - 1] == "(" and (last := self._closing(i)) is not None:
            span = units.span(i, last)
        else:
            return None
        return Link(span.of(units.text), "outlet", span, "text")

    def _is_aimed(self, i: int) -> bool:
        """Say whether what stands before «لـ» is done to what is marked, and no occasion («انتقادات لـ"…"»)."""
        noun = self.scene.ending.get(i - _MARKS)
        if self.scene.norms[i - _MARKS] != _TO or (noun is not None and noun.mention.kind == "person"):
            return False  # «وأوضح سامي الحربي لـ"…"»
        hits = self.scene.hits.at(i - _MARKS - 1, "cue", "trigger", "medium")
        known = {hit.kind for hit in hits if hit.form.pos != "verb" and hit.last == i - _MARKS}
        return bool(known) and "medium" not in known

    def _is_told_there(self, i: int) -> bool:
        """Say whether «لـ», «مع», or «إلى» behind a medium stands at a token («في تصريح إلى «الضفاف»»)."""
        scene = self.scene
        if scene.part(i) == "to":
            return any(scene.hits.has(at, "medium") for at in range(max(i - _MARKS, 0), i))
        return scene.norms[i] == _TO or scene.part(i) == "beside"

    def _closing(self, i: int) -> int | None:
        """Return the token of the bracket that closes a short name, or None («قال لـ(الضفاف) إن …»)."""
        norms = self.scene.norms
        return next((at for at in range(i + 1, min(len(norms), i + _LONGEST_PAPER)) if norms[at] == ")"), None)

    def _places(self, noun: Noun) -> frozenset[str]:
        """Return behind which prepositions a name is an outlet; one known by its head alone may be a canal."""
        return _PLACED if noun.mention.rule.endswith(_KNOWN) else _PLACED - {"in"}

    def _agency(self, i: int) -> Link | None:
        """Return the agency or outlet named at a token."""
        noun = self.scene.starting.get(i)
        if noun is None or noun.mention.kind != "agency":
            return None
        if any(at in self.scene.time_at for at in range(i + 1, noun.last)):
            return None  # «الموالون لروسيا | اليوم الجمعة»
        role = "agency" if noun.mention.subkind == "agency" else "outlet"
        return Link(noun.entity.name, role, noun.mention.span, "text", entity=noun.entity.id)

    def _clause(self, draft: Draft, last: Draft | None) -> tuple[int, int]:
        """Return the tokens of the cue's clause outside the content."""
        if draft.opening is None:
            end = self.scene.region(draft.cue.first)[1]
            attributed = draft.cue.family == "preposition" or draft.is_attributed
            return draft.cue.last, end if attributed and draft.limit <= draft.cue.first else 0
        first, _ = self.scene.region(draft.cue.first)
        low = draft.cue.first
        opened = first if last is None else min(low, max(first, last.last))
        if draft.family in {"masdar", "participle"} or self.scene.part(low - 1) == "subordinator":
            low = opened
        comma = self.scene.is_comma(max(draft.begins - 1, 0))
        if (comma and draft.begins - first < _OPENING) or self._opens_with_talk(first, low):
            low = opened
        return low, max(draft.opening.at, draft.cue.last)

    def _opens_with_talk(self, first: int, until: int) -> bool:
        """Say whether an occasion opens a clause before its verb («وفي حديث لوكالة الضفاف قال المدير إن …»)."""
        scene = self.scene
        if scene.part(first) != "in" or not 1 < until - first < _OPENING:
            return False
        talk = any(hit.kind == "medium" or hit.entry.id == _TALK for hit in scene.hits.at(first + 1))
        inside = range(first + 1, until)
        person = any(i in scene.starting and scene.starting[i].mention.kind == "person" for i in inside)
        return talk and not person and not any(scene.is_surely_verb(i) for i in inside)  # «وفي تصريح للوزير قال …»

    def _is_told(self, at: int, start: int, parts: frozenset[str] = _TOLD_TO) -> bool:
        """Say whether a preposition makes the noun at a token, which begins at `start`, the one who is told."""
        scene = self.scene
        written = fold_word(scene.units.text[scene.units.starts[at] : start])
        if written:
            return written in LAM
        before = at - 1 if at == 0 or scene.units.is_word(at - 1) else at - 2
        return before >= 0 and (scene.part_before(before + 1) in parts or scene.norms[before] == _TO)

    def _goes_on(self, draft: Draft, last: Draft) -> bool:
        """Say whether the last speaker goes on speaking on the same occasion."""
        one, other = draft.told, last.told
        if one is None or other is None or one.speaker.name != other.speaker.name:
            return False
        return draft.medium in {"unknown", last.medium} and draft.addressee is None


def _attributes(draft: Draft) -> bool:
    """Say whether a draft only tells who said what another one holds («وفقا للوكالة …», «…، كما ذكرت الوكالة»)."""
    return draft.family == "preposition" or draft.is_attributed
