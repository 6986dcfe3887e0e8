"""Whom a speaker told in a few words means again: a bare head («المصدر»), a part of a name, a calling, a short name."""

from musnad.arabic import AND, ARTICLE, fold_word
from musnad.arabic.letters import HA
from musnad.statements.carried.choosing import carried
from musnad.statements.carried.headings import Papers
from musnad.statements.draft import SURE, Draft
from musnad.statements.scene import Noun, Scene
from musnad.statements.subjects.body_names import PLURALS
from musnad.statements.subjects.surnames import begun, by_part, in_full, in_short, is_whole_name
from musnad.statements.told import BODIES, Told, told_by

REMEMBERED = 40  # statements that a noun or dropped subject may point back over
_NEAR = 3  # sentences back, and words of a calling
_SPOKE = ("person", "phrase")  # kinds of who can be «the same», the likelier first
_ACTING = "organisation"  # the kind of body that others than its own noun may mean
_SOURCE, _SAME, _THESE = "source_noun.source", "connective.itself", "pointing.people"


class MetAgain:
    """Those who spoke so far, as they are told of again. Lives inside one `History`."""

    def __init__(self, told: list[Draft], under: Papers) -> None:
        """Look at the statements of a history, which go on growing, and at the papers that head their parts."""
        self._told, self._under = told, under
        self._first: dict[str, int] | None = None  # the first token of everybody
        self._places: dict[str, list[int]] | None = None  # the tokens of every word

    def again(self, scene: Scene, own: Told, draft: Draft) -> Told:
        """Return whom a bare definite noun means again («المصدر», «الحلف»): the last one named with that head."""
        span = own.speaker.span
        if span is None:
            return own
        first, last = scene.units.tokens_of(span.start, span.end)
        if (those := self._those(scene, first, last)) is not None:
            return carried(those, "again", own)
        found = fold_word(own.speaker.name).split()[0] == scene.head(first)  # «المصدر» is «مصدر أمني» already
        if not found and (source := self._source(scene, first, last)) is not None:
            return carried(source, "again", own)
        if (speaks_on := self._same(scene, own, draft) or self._speaks_on(scene, own, draft, first)) is not None:
            return carried(speaks_on, "again", own)
        if (described := self._described(scene, own, draft, first, last)) is not None:
            return carried(described, "again", own)
        if draft.bearer is None and (called := self._by_epithet(scene, own, first, last)) is not None:
            return carried(called, "again", own)
        fuller = in_full(scene, own, first, last) or in_short(scene, own, first, last) or begun(scene, own, first, last)
        if (fuller := fuller or by_part(scene, own, first, last)) is not None:
            return carried(fuller, "again", own)
        head = scene.head(first)
        if last - first > 1 or head == scene.norms[first] or scene.hits.has(first, "one_of"):
            return own  # «ويرى البعض أن …» does not mean «بعض الدول»
        if _is_same_source(scene, first, last) and draft.bearer is None:
            told = self._last()
            return own if told is None else carried(told, "again", own)
        return self.named_again(scene, own, first) or self._by_surname(scene, own, first) or own

    def _those(self, scene: Scene, first: int, last: int) -> Told | None:
        """Return the people named last, where «these» stands alone at a token («وقال هؤلاء إن …»), or None."""
        if last != first + 1 or not any(hit.entry.id == _THESE for hit in scene.hits.at(first, "pointing")):
            return None
        low = scene.units.sentences[max(0, scene.units.sentence_of[first] - 1)].first
        nouns = (scene.ending[i] for i in range(first, low, -1) if i in scene.ending)
        many = (noun for noun in nouns if noun.mention.kind in {"person", "group"} and noun.entity.number != "s")
        noun, told = next(many, None), self._last()
        if noun is not None:
            return told_by(noun, "again")
        return told if told is not None and told.number != "s" else None

    def _source(self, scene: Scene, first: int, last: int) -> Told | None:
        """Return the last source without a name that spoke, where «the source» stands alone («وقالت المصادر إن …»)."""
        definite = last == first + 1 and scene.norms[first].startswith(ARTICLE)
        if not definite or not _names_source(scene, first) or _is_itself(scene, first, last):
            return None
        alike: Told | None = None
        for earlier in reversed(self._told[-REMEMBERED:]):
            told = earlier.told
            span = None if told is None else told.speaker.span
            words = range(0) if span is None else range(*scene.units.tokens_of(span.start, span.end))
            heads = [i for i in words if _names_source(scene, i) and not scene.norms[i].startswith(ARTICLE)]
            if heads and (not _are_several(scene, first) or _are_several(scene, heads[0])):
                return told
            alike = alike or (told if heads else None)
        return alike

    def _last(self) -> Told | None:
        """Return who spoke last in a statement that is no part of another one."""
        return next((d.told for d in reversed(self._told) if d.parent is None), None)

    def named_again(self, scene: Scene, own: Told, first: int) -> Told | None:
        """Return the last one who has a head that stands alone at a token, or has passed on words under a bare name."""
        head, named = scene.head(first), scene.named_before(first)
        outlet = any(hit.entry.flag("agency") for hit in scene.hits.at(first, "body"))
        if (paper := self._under.again(scene, first)) is not None:
            return carried(paper, "again", own)
        for earlier in reversed(self._told[-REMEMBERED:]):
            told, relay = earlier.told, earlier.relayed_by
            if outlet and relay is not None and _is_outlet(scene, relay, head):
                return carried(relay, "again", own)  # «ونقلت «البحيرة» عن مصدر …. وأضافت الصحيفة …»
            if told is not None and fold_word(told.speaker.name).split()[0].removeprefix(ARTICLE) == head:
                if named and earlier.cue.first < named[-1].first and _is_topic(scene, named[-1]):
                    break
                return carried(told, "again", own)
        return carried(told_by(named[-1], "again"), "again", own) if named else None

    def _by_surname(self, scene: Scene, own: Told, first: int) -> Told | None:
        """Return the last person whose name ends in a definite word that nobody is called otherwise («العتيري»)."""
        if own.kind != "phrase":
            return None
        ends = " " + scene.norms[first]
        people = (d.told for d in reversed(self._told[-REMEMBERED:]) if d.told is not None)
        called = (one for one in people if fold_word(one.speaker.name).endswith(ends))
        told = next((one for one in called if is_whole_name(scene, one)), None)
        return None if told is None else carried(told, "again", own)

    def _described(self, scene: Scene, own: Told, draft: Draft, first: int, last: int) -> Told | None:
        """Return the last speaker, where definite words that stand nowhere before mean a person («وأكد التقني …»)."""
        hit = draft.cue.hit
        if own.kind != "phrase" or draft.parent is not None or draft.bearer is not None or hit is None:
            return None
        fresh = all(scene.norms[i].startswith(ARTICLE) for i in range(first, last)) and own.gender is None
        fresh = fresh and not scene.norms[first].endswith(PLURALS)
        verb = hit.form.pos == "verb" and hit.form.tense == "past" and hit.form.gender == "m" and hit.prefix != ""
        sure = (
            draft.opening is not None
            and draft.opening.by in SURE
            and not (draft.cue.flag("finding") or draft.cue.flag("asks"))
        )
        if not (fresh and verb and sure):
            return None
        told = self._last()
        if told is None or not self._is_first(scene, first, told):
            return None
        return told if told.kind == "person" and told.number == "s" and told.gender in {None, "m"} else None

    def _same(self, scene: Scene, own: Told, draft: Draft) -> Told | None:
        """Return the last person who spoke and can be meant by a calling that says «the same» («المتحدثة ذاتها»)."""
        span = own.speaker.span
        first, last = (0, 0) if span is None else scene.units.tokens_of(span.start, span.end)
        noun = scene.starting.get(first)
        calling = noun is not None and noun.mention.kind == "person" and noun.mention.proper is None
        calling = calling and not scene.hits.has(first, "source_noun")
        words = last - first == 1 or all(scene.norms[i].startswith(ARTICLE) for i in range(first, last))
        if not words or last - first > _NEAR or draft.bearer is not None or not _is_itself(scene, first, last):
            return None
        if not calling:
            return self._same_body(scene, own, first)
        if last - first > 1 and noun is not None and own.speaker.name != noun.surface:
            return None  # who that is was found already
        alike = [one for one in scene.heads.get(scene.head(first), []) if one.first < first and one.mention.proper]
        if noun is not None and any(one.entity.id == noun.entity.id for one in alike):
            return None  # «المتحدث باسم الوزارة سامي حداد» is who «المتحدث ذاته» means
        gender = "f" if scene.norms[first].endswith(HA) else "m"
        told = [d.told for d in reversed(self._told[-REMEMBERED:]) if d.parent is None and d.told is not None]
        fitting = [one for one in told if one.gender in {None, gender}]
        return next((one for kind in _SPOKE for one in fitting if one.kind == kind), None)

    def _same_body(self, scene: Scene, own: Told, first: int) -> Told | None:
        """Return the last body that spoke, where another word calls it the same («طالبت الهيئة الأهلية ذاتها بـ…»)."""
        body = own.kind in BODIES or (own.kind == "phrase" and scene.hits.has(first, "body"))
        known = own.speaker.entity is not None and not own.speaker.entity.startswith("local.")
        named = [noun for noun in scene.heads.get(scene.head(first), []) if noun.first < first]
        if not body or known or named or not scene.norms[first].startswith(ARTICLE) or own.number != "s":
            return None
        told = next((d.told for d in reversed(self._told[-REMEMBERED:]) if d.parent is None), None)
        if told is None or told.number != "s" or told.kind not in BODIES | {"phrase"}:
            return None
        heads = ("body", "place_head", "elliptic_body", "organisation")
        bodily = told.kind in BODIES or scene.hits.has(scene.units.token_at(told.node.start), *heads)
        return told if bodily else None

    def _by_epithet(self, scene: Scene, own: Told, first: int, last: int) -> Told | None:
        """Return the body that is only called what it is («قال بنك الضفاف …. وأضافت المؤسسة المالية الدولية …»).

        It is the last one with that head, else the last that spoke or, before anybody did, that acts.
        """
        noun = scene.starting.get(first)
        if noun is None or own.kind not in BODIES or own.number != "s" or self._is_met(scene, noun):
            return None
        if own.speaker.entity is not None and not own.speaker.entity.startswith("local."):
            return None
        if noun.last != last or not _is_epithet(scene, first, last):
            return None
        alike = [one for one in scene.named_before(first) if one.mention.kind in BODIES and one.entity.number == "s"]
        called = told_by(alike[-1], "again") if alike else self._last()
        if called is None:
            acting = (scene.starting.get(at) for at in range(first - 1, 0, -1) if scene.hits.verbs(at - 1))
            body = next((one for one in acting if one is not None and one.mention.kind == _ACTING), None)
            called = None if body is None or not scene.is_bare(body) else told_by(body, "again")
        if called is None or called.number != "s" or not (alike or called.kind == _ACTING):
            return None
        lands = (
            _lands(scene, range(first, last)),
            _lands(scene, range(scene.units.token_at(called.node.start), called.last)),
        )
        return None if all(lands) and lands[0] != lands[1] else called

    def _speaks_on(self, scene: Scene, own: Told, draft: Draft, first: int) -> Told | None:
        """Return the last speaker, where a verb of going on has a definite calling that means nobody named before.

        «قال سامي حداد، أستاذ الإعلام، إن … . وأضاف الأكاديمي المصري أن …».
        """
        noun = scene.starting.get(first)
        if draft.parent is not None or draft.bearer is not None or noun is None or noun.mention.proper is not None:
            return None
        bare = noun.last == first + 1 and own.speaker.name.startswith(ARTICLE)
        source = bare and scene.hits.has(first, "source_noun")
        if scene.head(first) == scene.norms[first] or not (source or not self._is_met(scene, noun)):
            return None
        told = self._last()
        if told is None or source:  # «وفق بلاغ الوزارة. وأضاف المصدر نفسه …»
            return None if told is not None and _are_several(scene, first) and _is_one(scene, told) else told
        goes_on = draft.cue.flag("continues") or scene.hits.has(first - 1, "demonstrative")  # «وأكد هذا الخبير أن …»
        goes_on = goes_on or (own.speaker.name == noun.surface and self._calls_again(scene, draft, noun, told))
        calling = goes_on and noun.mention.kind == "person" and own.number == "s"
        person = told.kind == "person" and told.number == "s" and told.gender in {None, own.gender}
        return told if calling and person else None

    def _calls_again(self, scene: Scene, draft: Draft, noun: Noun, told: Told) -> bool:
        """Say whether whoever spoke last by name is told of by definite words («وقال الوزير السوري إن …»)."""
        hit = draft.cue.hit
        verb = (
            hit is not None and hit.form.pos == "verb" and hit.prefix == AND and told.gender in {None, hit.form.gender}
        )
        sure = draft.opening is not None and draft.opening.by in SURE
        words = all(scene.norms[i].startswith(ARTICLE) for i in range(noun.first, noun.last))
        near = scene.units.sentence_of[draft.cue.first] - scene.units.sentence_of[self._told[-1].cue.first] <= _NEAR
        named = told.kind == "person" and self._told[-1].told is told and is_whole_name(scene, told)
        return verb and sure and words and near and named and 1 < noun.last - noun.first <= _NEAR

    def _is_met(self, scene: Scene, noun: Noun) -> bool:
        """Say whether somebody was named before a noun that means him."""
        if self._first is None:
            self._first = {known.entity.id: at for at, known in sorted(scene.starting.items(), reverse=True)}
        return self._first[noun.entity.id] < noun.first

    def _is_first(self, scene: Scene, i: int, told: Told) -> bool:
        """Say whether a word stands nowhere before but in front of the name of whoever is told («الرسام سامي»)."""
        if self._places is None:
            self._places = {}
            for at, norm in enumerate(scene.norms):
                self._places.setdefault(norm, []).append(at)
        before = (scene.starting.get(at + 1) for at in self._places[scene.norms[i]] if at < i)
        return all(noun is not None and noun.entity.id == told.speaker.entity for noun in before)


def _is_epithet(scene: Scene, first: int, last: int) -> bool:
    """Say whether definite words call a body only what it is («المنظمة الدولية», «الشركة الأمريكية»)."""
    words = range(first + 1, last)
    if not words or not all(scene.norms[i].startswith(ARTICLE) for i in range(first, last)):
        return False
    if all(scene.hits.has(i, "epithet") for i in words):
        return scene.hits.has(first, "body")
    bearer = any(hit.entry.flag("named") for hit in scene.hits.at(first, "body"))
    return bearer and all(scene.hits.has(i, "epithet") or _lands(scene, range(i, i + 1)) for i in words)


def _lands(scene: Scene, words: range) -> set[str]:
    """Return the adjectives among some words that name a land («الأمريكية»)."""
    return {scene.norms[i] for i in words if any(hit.form.pos == "adjective" for hit in scene.hits.at(i, "country"))}


def _names_source(scene: Scene, i: int) -> bool:
    """Say whether a source or sources stand at a token, be they joined to somebody («شهود ومصادر أمنية»)."""
    return any(hit.entry.id == _SOURCE for hit in scene.hits.at(i, "source_noun"))


def _are_several(scene: Scene, i: int) -> bool:
    """Say whether sources stand at a token and not one."""
    return any(hit.form.number == "p" for hit in scene.hits.at(i, "source_noun"))


def _is_one(scene: Scene, told: Told) -> bool:
    """Say whether a speaker is one man, paper or state, whom «the sources» cannot mean."""
    lone = told.kind == "phrase" and " " not in told.speaker.name
    if scene.hits.has(scene.units.token_at(told.node.start), "source_noun", "relation"):
        return False  # «قالت مصادرنا إن …. وأكدت المصادر أن …»
    return told.number == "s" and (lone or told.kind in {"person", "place"} | BODIES)


def _is_outlet(scene: Scene, told: Told, head: str) -> bool:
    """Say whether whoever passed on words is called by a head, or only by a name in marks («الصحيفة» for «البحيرة»)."""
    span = told.speaker.span
    if span is None:
        return False
    at = scene.units.token_at(span.start)
    return scene.head(at) == head or (at - 1 in scene.quote_at and not scene.hits.has(at, "body"))


def _is_itself(scene: Scene, first: int, last: int) -> bool:
    """Say whether «the same» stands behind a noun, or before it («المتحدث نفسه», «ذات المتحدث»)."""
    itself = scene.particle(last)
    return (itself is not None and itself.entry.id == _SAME) or scene.part(first - 1) == "this"


def _is_same_source(scene: Scene, first: int, last: int) -> bool:
    """Say whether a noun means whoever spoke last, whatever that is («أضاف المصدر نفسه», «وفقا لذات المصدر»)."""
    source = any(hit.entry.id == _SOURCE for hit in scene.hits.at(first, "source_noun"))
    return source and _is_itself(scene, first, last)


def _is_topic(scene: Scene, noun: Noun) -> bool:
    """Say whether a sentence begins with a name, «أما» or a conjunction before it («أما صحيفة … فنقلت …»)."""
    first = scene.units.sentence(noun.first).first
    return noun.first == first or (noun.first == first + 1 and scene.part(first) == "as_for")
