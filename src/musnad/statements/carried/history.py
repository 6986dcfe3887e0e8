"""Who spoke before: the speakers and subjects to whom a verb without a subject can belong."""

from dataclasses import replace

from musnad.lexicon import Hit
from musnad.statements.carried.choosing import (
    around,
    carried,
    choose,
    is_impersonal,
    is_reply,
    is_silent_since,
    joined,
    may_think,
    same_sentence,
    speaks_later,
)
from musnad.statements.carried.datelines import behind_dateline, is_byline
from musnad.statements.carried.documents import (
    REPORT,
    in_paper,
    is_definite_paper,
    is_document,
    is_in_general,
    is_passing,
)
from musnad.statements.carried.governors import (
    answering,
    asked_by,
    denied_between,
    governing,
    is_called_upon,
    issuer,
    justifying,
    main_subject,
    meant,
    owner_between,
    related_to,
    sent_by,
    standing,
    subject_between,
    told_of_first,
    topic_of,
    turned,
)
from musnad.statements.carried.headings import Papers
from musnad.statements.carried.joining import joined_to, meanwhile
from musnad.statements.carried.met_again import REMEMBERED, MetAgain
from musnad.statements.draft import Draft
from musnad.statements.scene import Scene
from musnad.statements.subjects.counted import counted_before, many_before, many_between
from musnad.statements.subjects.makers import made_before
from musnad.statements.subjects.scripture import KIND as SCRIPTURE
from musnad.statements.subjects.surnames import with_first_names
from musnad.statements.told import KINDS, Told

_ISSUERS, _PRINTERS = frozenset({"office", "organisation"}), frozenset({"agency"})
_IMPERSONAL = frozenset({REPORT, "unknown"})  # papers such as decisions, which a person does not make alone
_TURNS = 4  # statements back to which one who answers may have spoken
_NEAR = 60  # tokens between those statements and the one that is answered
_OTHERS = 2  # others who spoke later, behind whom somebody may still go on
_SOURCES = 6  # statements back to which a dropped subject is looked for


class History:
    """The statements of an article so far, in order. Lives inside one call of `find`."""

    def __init__(self) -> None:
        """Start with nobody."""
        self.told: list[Draft] = []
        self._under = Papers()
        self._met = MetAgain(self.told, self._under)
        self._names: dict[str, str] = {}  # the fullest name of everybody who spoke
        self._nobody: Draft | None = None  # the last verb whose speaker is not known

    def identify(self, scene: Scene, draft: Draft, before: Draft | None) -> None:
        """Find the speaker of a draft that has none beside its cue, and remember it."""
        own = draft.told
        if own is not None and is_document(scene, own):
            draft.told = self._creator(scene, own, draft)
        elif own is not None and (caller := self._caller(scene, own, draft, before)) is not None:
            draft.told = caller
        elif own is not None:
            draft.told = self._met.again(scene, own, draft)
        if draft.agentless and draft.told is None:
            return
        alone = before is None and draft.family != "participle"  # «أبقى البنك سعره، متوقعا أن …»
        if draft.told is None and not (draft.cue.flag("mental") and (draft.parent is not None or alone)):
            draft.told = self._dropped(scene, draft, before)
            hit = draft.cue.hit  # «حققت فائضا كبيرا، يتوقع أن ينخفض»
            apart = scene.is_comma(draft.cue.first - 1) and hit is not None and not hit.prefix
            last = self.told[-1] if self.told else None
            if is_impersonal(draft.cue) and (apart or not may_think(scene, draft, last)):
                draft.told = None
        self._pass_on(scene, draft, before)
        if draft.told is not None:
            draft.told = self._in_full(with_first_names(scene, draft.told))
        if draft.told is not None and _is_hers(draft, draft.told):
            draft.told = replace(draft.told, gender=None)
        if draft.told is not None and not _is_passed_over(draft, draft.told):
            self.told.append(draft)
        if draft.told is None and draft.family == "verb" and draft.is_sure and not is_impersonal(draft.cue):
            self._nobody = draft

    def _caller(self, scene: Scene, own: Told, draft: Draft, before: Draft | None) -> Told | None:
        """Return who goes on speaking, where those behind a verb are called upon («ودعا المجتمع الدولي إلى …»)."""
        if not is_called_upon(scene, own, draft):
            return None
        caller = self._dropped(scene, replace(draft, told=None), before)
        return caller if caller is not None and caller.kind == "person" else None

    def _in_full(self, told: Told) -> Told:
        """Return a speaker by the fullest name that he had so far («كيري» after «كيري ماكني»)."""
        name, entity = told.speaker.name, told.speaker.entity
        if entity is None or told.kind != "person":
            return told
        known = self._names.setdefault(entity, name)
        if set(known.split()) < set(name.split()):
            self._names[entity] = name
        shorter = set(name.split()) < set(known.split())
        return replace(told, speaker=replace(told.speaker, name=known)) if shorter else told

    def _pass_on(self, scene: Scene, draft: Draft, before: Draft | None) -> None:
        """Find who passed on a draft: whom a document or a verb without a subject means («ونقلت عنه قوله»)."""
        relay = draft.relayed_by
        if relay is not None and is_document(scene, relay):
            draft.relayed_by = self._creator(scene, relay, draft)
        elif relay is not None and relay.speaker.span is not None:
            first, last = scene.units.tokens_of(relay.speaker.span.start, relay.speaker.span.end)
            alone = last == first + 1 and scene.head(first) != scene.norms[first]
            draft.relayed_by = (self._met.named_again(scene, relay, first) if alone else None) or relay
        elif relay is None and draft.bearer is not None:
            draft.relayed_by = self._dropped(scene, replace(draft, cue=draft.bearer), before)
        around = draft.parent.told if draft.parent is not None else None
        if draft.relayed_by is not None and around is not None and draft.relayed_by.speaker.name == around.speaker.name:
            draft.relayed_by = None  # the statement around it says so already

    def _creator(self, scene: Scene, own: Told, draft: Draft) -> Told | None:
        """A document speaks for its creator: whoever issues it, else the last speaker who is a body, else the last."""
        span = own.speaker.span
        if span is not None and not is_definite_paper(scene, own):
            if own.speaker.basis != "document":
                return own  # «امتنع عن تأكيد تقارير تحدثت عن …»: nobody is told to have made them
            at = scene.units.token_at(span.start)
            start = (
                behind_dateline(scene, scene.units.sentence(at).first) if draft.parent is None else draft.parent.first
            )
            sender = issuer(scene, start, at) or (None if draft.parent is None else draft.parent.told)
            if sender is None and draft.family == "document":  # «وأصدر حينها بيانا، جاء فيه …»
                sender = next((d.told for d in reversed(self.told) if d.parent is None), None)
            return own if sender is None else carried(sender, "document", own)
        if span is not None and is_in_general(scene, scene.units.token_at(span.start)):
            return own  # «وتشير الدراسات إلى أن …»
        made = None if span is None else made_before(scene, scene.units.token_at(span.start))
        if (made := made or self._heading(scene, draft)) is not None:
            return carried(made, "document", own)
        printed = any(hit.entry.text("medium") == REPORT for hit in self._papers(scene, own))
        issued = next((d.told for d in reversed(self.told[-REMEMBERED:]) if in_paper(scene, d, printed=printed)), None)
        if issued is not None and draft.parent is None:
            return carried(issued, "document", own)
        bodies = [d for d in reversed(self.told[-REMEMBERED:]) if d.told is not None and d.parent is draft.parent]
        bodies_only = any(hit.entry.text("medium") in _IMPERSONAL for hit in self._papers(scene, own))
        for kinds in (_ISSUERS, *((_PRINTERS,) if bodies_only else (KINDS - _PRINTERS, _PRINTERS))):
            for earlier in bodies:
                if earlier.told is not None and earlier.told.kind in kinds:
                    return carried(earlier.told, "document", own)
        return own

    def _papers(self, scene: Scene, own: Told) -> list[Hit]:
        """Return the words for documents at which a speaker stands."""
        span = own.speaker.span
        return [] if span is None else scene.hits.at(scene.units.token_at(span.start), "medium")

    def _dropped(self, scene: Scene, draft: Draft, before: Draft | None) -> Told | None:
        """Return to whom a verb or participle without a subject belongs.

        Inside a content: its first noun, else who says it. Else the statement before it in the sentence, the subject of
        the sentence, of the one before it, the last speakers.
        """
        if self.told and is_reply(scene, draft, self.told[-1]):
            return self._answerer(scene, draft)
        if draft.cue.is_pretext:
            return justifying(scene, scene.units.sentence(draft.cue.first).first, draft, before)
        first = meant(scene, draft, before), related_to(scene, draft), topic_of(scene, draft)
        named = self._named_before(scene, draft), meanwhile(scene, draft, before)
        candidates = [told for told in (*named, *first, *joined(before, draft), *around(scene, draft, before)) if told]
        if (turn := turned(scene, draft, before) or standing(scene, draft)) is not None:
            candidates.append(turn)
        if before is not None and before.told is not None and same_sentence(scene, before, draft):
            if (aside := denied_between(scene, before, draft)) is not None:
                candidates.append(aside)
            if (beside := self._beside(scene, before)) is not None:
                candidates.append(beside)
            told = before.told
            holy = told.kind == SCRIPTURE  # «وتلا قوله تعالى …، مؤكدا أن …»
            if not holy and (draft.family != "verb" or not is_passing(scene, before)):
                candidates.append(replace(told, gender=None) if in_paper(scene, before) else told)
        sent = scene.units.sentence(draft.cue.first)
        if draft.family in {"participle", "masdar"} and (governor := governing(scene, sent.first, draft)) is not None:
            maker = self._creator(scene, governor, draft) if is_document(scene, governor) else None
            candidates.append(maker or governor)
        alone = not any(same_sentence(scene, d, draft) for d in self.told[-1:])
        counted, sender = counted_before(scene, sent.first, draft), alone and sent_by(scene, sent.first, draft)
        near = counted, sender, many_before(scene, sent.first, draft)
        candidates += [told for told in (*near, joined_to(scene, sent.first, draft)) if told]
        inside = subject_between(scene, behind_dateline(scene, sent.first), draft.cue.first)
        inside = inside or owner_between(scene, sent.first, draft)
        if inside is not None and alone:
            candidates.append(inside)
        elif inside is None and (answer := answering(scene, sent.first, draft)) is not None:
            candidates.append(answer)
        elif inside is None and draft.family == "verb" and (verbal := governing(scene, sent.first, draft)) is not None:
            candidates.append(verbal)
        candidates += self._last(scene, draft)
        asker = asked_by(scene, sent.first, draft)
        candidates = [told for told in candidates if asker is None or told.speaker.name != asker.speaker.name]
        return choose(scene, draft, before, candidates)

    def _named_before(self, scene: Scene, draft: Draft) -> Told | None:
        """Return who spoke under the lone unknown name that stands right before a verb («لكن شينراي قال إن …»)."""
        at = draft.cue.first - 1
        if draft.family != "verb" or at < 0 or scene.hits.has(at) or not scene.is_plain(at):
            return None
        name = scene.units.surface(at, at + 1).strip()
        return next((d.told for d in reversed(self.told) if d.told is not None and d.told.speaker.name == name), None)

    def _answerer(self, scene: Scene, draft: Draft) -> Told | None:
        """Return who answers the last to speak: whoever spoke before him near by, or of whom his sentence tells."""
        asker = self.told[-1]
        near = [d.told for d in reversed(self.told[-_TURNS:-1]) if asker.cue.first - d.cue.first <= _NEAR]
        subject = subject_between(scene, scene.units.sentence(asker.cue.first).first, asker.cue.first)
        names, outer = {asker.told.speaker.name if asker.told else ""}, draft.parent
        while outer is not None:  # whoever tells of the two takes no part
            names.add(outer.told.speaker.name if outer.told else "")
            outer = outer.parent
        others = [told for told in (*near, subject) if told is not None and told.speaker.name not in names]
        return choose(scene, draft, None, others)

    def _beside(self, scene: Scene, before: Draft) -> Told | None:
        """Return who speaks in the clause that a preposition attributes («قالت …، وفقا لرويترز، مضيفة أن …»)."""
        if not before.is_attributed:
            return None
        earlier = (draft for draft in reversed(self.told) if draft is not before)
        last = next(earlier, None)
        inside = last is not None and last.family == "verb" and last.told is not None and last.first < before.cue.first
        return last.told if last is not None and inside and same_sentence(scene, last, before) else None

    def _heading(self, scene: Scene, draft: Draft) -> Told | None:
        """Return the paper whose name heads the words around a draft, where nobody has spoken behind that, or None."""
        told = self._under.over(scene, draft.cue.first) if draft.parent is None else None
        spoken = told is not None and self.told and self.told[-1].cue.span.start >= told.node.end
        return None if spoken else told

    def _last(self, scene: Scene, draft: Draft) -> list[Told]:
        heading = self._heading(scene, draft)
        found = [] if heading is None else [heading]
        number = scene.units.sentence_of[draft.cue.first]
        latest = scene.units.sentence_of[self.told[-1].cue.first] if self.told else -1
        goes_on = draft.cue.flag("continues") or scene.part(draft.cue.first - 1) == "contrast"
        if not self.told and draft.is_sure and (first := told_of_first(scene, number)) is not None:
            found.append(first)
        if number and latest < number - 1:
            sent = scene.units.sentences[number - 1]
            subject = main_subject(scene, sent) or subject_between(scene, sent.first, sent.last)
            passed = subject is not None and (_is_recalled(scene, sent.first, subject) or is_byline(scene, sent))
            passed = passed or (goes_on and not (subject is not None and _may_go_on(scene, subject)))
            subject = None if passed else subject
            free = sent.paragraph or not scene.units.sentences[number].paragraph  # no title
            if subject is not None and free and scene.units.token_at(subject.node.start) not in scene.within:
                found.append(subject)
        hit = draft.cue.hit
        last = self.told[-1].told if self.told else None
        many = draft.family == "verb" and hit is not None and hit.form.number == "p" and hit.prefix != ""
        if many and number and (last is None or last.number == "s"):
            people = many_between(scene, scene.units.sentences[number - 1])
            told_already = last is not None and people is not None and last.speaker.name.startswith(people.speaker.name)
            found += [] if people is None or told_already else [people]
        relay = self.told[-1].relayed_by if self.told else None
        found += self._speakers(scene, self._heard(scene, draft, relay), number)
        found += [] if relay is None else [relay]  # «نقلت الوكالة عن الوزير قوله …. وأضافت أن …»
        inner = self.told[-1] if self.told and self.told[-1].parent is not None and draft.parent is None else None
        if inner is not None and inner.told is not None and inner.told.kind == "person" and latest == number - 1:
            found.append(inner.told)  # «قالت الوزارة إن الرئيس أعرب عن …. وأشار إلى …»
        return found

    def _heard(self, scene: Scene, draft: Draft, relay: Told | None) -> list[Draft]:
        """Return the last statements whose speakers a draft can mean: if none is near, somewhat farther ones."""
        outer = [d for d in self.told[-REMEMBERED:] if d.parent is None or _is_beside(d, draft)][-_SOURCES:]
        near = [d for d in outer if not is_silent_since(scene, d, draft)]
        unknown = self._nobody is not None and self.told and self._nobody.cue.first > self.told[-1].cue.first
        return near if near or relay or unknown else [d for d in outer if speaks_later(scene, d, draft)]

    @staticmethod
    def _speakers(scene: Scene, outer: list[Draft], number: int) -> list[Told]:
        """Return who spoke in some statements, the last first: nobody goes on sentences later behind three others."""
        found: list[Told] = []
        names: set[str] = set()
        for earlier in reversed(outer):
            told = earlier.told
            if told is None or is_passing(scene, earlier):
                continue
            names.add(told.speaker.name)
            behind = len(names) - 1
            far = number - scene.units.sentence_of[earlier.cue.first] > 1
            if not (far and behind > _OTHERS):
                found.append(told)
        return found


def _is_beside(earlier: Draft, draft: Draft) -> bool:
    """Say whether an earlier statement stands in words of the same speaker as a draft («وتابعت: "وأضاف …"»)."""
    if earlier.parent is draft.parent:
        return True
    outer, other = earlier.parent, draft.parent
    if outer is None or other is None or outer.told is None or other.told is None:
        return False
    return outer.told.speaker.name == other.told.speaker.name


def _is_hers(draft: Draft, told: Told) -> bool:
    """Say whether a verb is that of a paper and not of its maker («كشفت دراسة أعدها المركز عن …، كما أكدت أن …»)."""
    hit = draft.cue.hit
    verb = draft.family == "verb" and hit is not None and hit.form.gender == "f"
    return verb and told.speaker.basis == "creator" and told.gender == "m"


def _may_go_on(scene: Scene, subject: Told) -> bool:
    """Say whether a subject may go on speaking: a person, or whoever has said something («وقالت الوزارة نتوقع …»)."""
    before = scene.units.token_at(subject.node.start) - 1
    says = any(hit.form.pos == "verb" and hit.entry.flag("utters") for hit in scene.hits.at(before, "cue"))
    return subject.kind == "person" or says


def _is_recalled(scene: Scene, first: int, subject: Told) -> bool:
    """Say whether a sentence only recalls what its subject did («ويذكر أن الكونغرس كان قد أجاز …»)."""
    at = scene.units.token_at(subject.node.start)
    return any(scene.is_that(i) for i in range(first, at))


def _is_passed_over(draft: Draft, told: Told) -> bool:
    """Say whether no later verb can mean who speaks: scripture, or a topic before the colon of a title."""
    return told.kind == SCRIPTURE or (told.kind == "phrase" and draft.family == "colon")
