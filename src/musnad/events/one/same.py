"""Whether a later mention of an event can be the happening that was told first."""

from collections.abc import Iterable
from itertools import takewhile

from musnad.arabic import ARTICLE, SO
from musnad.arabic.clitics import LAM_ARTICLE
from musnad.arabic.stems import stem
from musnad.events.days.circumstances import before_that
from musnad.events.draft import DAY, OPEN, REAL, Draft, compatible
from musnad.events.one.references import (
    UNDONE,
    Lands,
    anaphoric,
    detail,
    elsewhere,
    lands_of,
    one_occasion,
    other_day,
    refers,
    targeted,
    tells,
    the_attack,
    the_meeting,
    to_come,
    unsaid,
)
from musnad.events.one.sides import akin, apart, bodies, by_count, equal, keys, known, shares
from musnad.events.one.wording import Wordings, toll
from musnad.events.referring import relative, said_of_it
from musnad.events.scene import Scene
from musnad.events.voices import SPOKEN
from musnad.model import Event, Participant

_SEPARATE = frozenset({"ASSAULT", "CONSULT", "COERCE"})
_PHONE = "phone"
_MEETING, _BOTH = "CONSULT", 2
OPENING = 3  # sentences from the title in which the lead tells it again, whatever subtitles stand between
_LEAD = 2  # sentences from the title in which the lead tells where an attack was
_VIOLENT, _PROTEST = "ASSAULT", "PROTEST"
_MAY = "may"
_TITLE = 5  # tokens behind a noun in which the name of a conference stands
_OBJECT = 3  # tokens behind a verb in which the place stands at which it was done
_ADJECTIVES = 2  # tokens behind a noun in which an adjective belongs to it
_FIREARMS = "firearms"  # shots are a detail of an attack or a killing told before
_SHOTS = 2  # sentences from an attack to the shots that were fired in it
_FEW = 3  # numbers of victims up to which one number tells one attack
_MANY = frozenset({"COERCE"})  # types of many deeds: arrests, sieges, bans
_OCCASION, _ATTACK = "occasion", "attack"
_SPEAK_FOR = ({"person", "organisation"}, {"office", "organisation"})
_PLACED = frozenset({"idafa", "where"})
_TAKEN = frozenset({"object", "idafa"})


class Sameness:
    """Decides for the events of one article; made once an article."""

    def __init__(self, scene: Scene, drafts: Iterable[Draft]) -> None:
        """Keep the article, and what is looked up in it."""
        self._scene = scene
        self._wordings = Wordings(scene)
        self._bodies = bodies(scene.cast)
        self._lands = lands_of(scene.cast)
        self._drafts = tuple(drafts)
        self.toll = frozenset(toll(self._drafts))
        self._one_toll: bool | None = None
        self._also: dict[int, list[Draft]] = {}

    def note(self, told: Draft, new: Draft) -> None:
        """Remember that a later mention tells an event again: its words and numbers are that event's too."""
        self._also.setdefault(told.first, []).append(new)

    def decided(self, told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
        """Say whether one vote is told as an agreement and as support: by the same people, in the same words."""
        (first, first_draft), (later, draft) = told, new
        headline = self._scene.units.sentence(first_draft.first).paragraph == 0
        verbs = draft.hit.form.tense == "past" and (headline or first_draft.hit.form.tense == "past")
        alike = verbs and compatible(first.status, later.status) and not other_day(first, later)
        return alike and shares(first.actors, later.actors) and self._worded(first_draft, draft)

    def same(self, told: tuple[Event, Draft], new: tuple[Event, Draft], *, in_title: bool, untold: bool) -> bool:
        """Say whether a later mention can be the happening that was told first.

        `in_title` says that the title told it and the lead tells it now, `untold` that it stands in the title and no
        sentence has told it yet.
        """
        (first, first_draft), (later, draft) = told, new
        if self._further(draft):
            return False
        if detail(draft):
            return not other_day(first, later)
        if the_attack(draft):
            tolls = self._tolls(first_draft), self._wordings.tolls(draft)
            other = other_day(first, later) or (all(tolls) and not tolls[0] & tolls[1])
            return not (other or apart(first.actors, later.actors))
        if the_meeting(draft):
            return (in_title or not to_come(first, later)) and one_occasion(first, later, draft, self._lands)
        if said_of_it(self._scene, draft) and (one_deed(first, later) or shares(first.actors, later.actors)):
            return first.status not in UNDONE and (len(later.date or "") != DAY or not other_day(first, later))
        if in_title and shares(first.recipients, later.recipients):
            return True
        named = anaphoric(draft) and first.rule == later.rule and later.type not in _SEPARATE
        named = named and not (later.type in SPOKEN and unsaid(first, later))
        if named and not apart(first.actors, later.actors):
            return not other_day(first, later)
        if self._one_name(told, new) or self._one_process(told, new):
            return True
        tolls = self._tolls(first_draft), self._wordings.tolls(draft)
        if (all(tolls) and not (tolls[0] & tolls[1] or in_title)) or other_day(first, later):
            return False
        sentence_of = self._scene.units.sentence_of
        lead = later.type == _VIOLENT and sentence_of[draft.first] - sentence_of[first_draft.first] <= _LEAD
        if in_title:  # which may tell the region of an attack, whose town the lead names
            contradicted = _contradicts(first, later) or (not lead and elsewhere(first, later, self._lands))
        else:
            contradicted = self._conflict(first, later)
        if not contradicted and _alike(told, new, self._lands, in_title=in_title):
            return True
        return self._told_again(told, new, untold=untold, counted=bool(tolls[0] & tolls[1]))

    def _told_again(self, told: tuple[Event, Draft], new: tuple[Event, Draft], *, untold: bool, counted: bool) -> bool:
        """Say whether a later sentence tells the same deed: in a title, in the same words, of as many people."""
        (first, first_draft), (later, draft) = told, new
        sentence_of = self._scene.units.sentence_of
        if sentence_of[first_draft.first] == sentence_of[draft.first]:
            return False
        if any(self._known_apart(one, other) for one, other in _sides(first, later)):
            return False
        one_word = first.rule == later.rule
        if not (compatible(first.status, later.status) or {first.status, later.status} <= OPEN):
            return _named(first, later, draft)
        if self._elaborated(first_draft, draft) and (one_word or any(akin(*side) for side in _sides(first, later))):
            return True
        one_deed = one_word or (
            first.mode == later.mode and bool(later.mode) and akin(first.recipients, later.recipients)
        )
        if untold and (counted or (one_deed and self._of_title(told, new))):
            return True
        if elsewhere(first, later, self._lands):
            return False
        if counted and (self._has_one_toll() or shares(first.recipients, later.recipients)):
            return True
        if (one_word and self._one_phrase(first_draft, draft)) or _taken_again(told, new):
            return True
        if later.type in SPOKEN:
            alike = one_word or first.status == later.status
            one_side = self._one_side(first.actors, later.actors) or shares(first.recipients, later.recipients)
            return alike and one_side and self._worded(first_draft, draft)
        if one_word and self._bare(told, new):
            return True
        if one_word and self._worded(first_draft, draft) and (counted or not apart(first.recipients, later.recipients)):
            return True
        near = sentence_of[draft.first] - sentence_of[first_draft.first] <= _SHOTS
        return near and later.mode == _FIREARMS and not counted and _shot_at(first, later)

    def _conflict(self, first: Event, later: Event) -> bool:
        """Say whether place, day or participants of two mentions exclude each other."""
        if elsewhere(first, later, self._lands) or other_day(first, later) or (later.mode == _PHONE != first.mode):
            return True
        if apart(first.actors, later.actors, self._bodies):
            return True
        # A toll and a target are two ways to tell whom an attack hit: they exclude each other only among themselves.
        told, new = by_count(first.recipients, self.toll), by_count(later.recipients, self.toll)
        return any(apart(a, b) for a, b in zip(told, new, strict=True))

    def _worded(self, first: Draft, draft: Draft) -> bool:
        """Say whether a mention is told in the words of one of those that have told the event."""
        return any(self._wordings.alike(one, draft) for one in (first, *self._also.get(first.first, ())))

    def _tolls(self, first: Draft) -> frozenset[int]:
        """Return the numbers of people in all mentions that have told an event."""
        return frozenset().union(*map(self._wordings.tolls, (first, *self._also.get(first.first, ()))))

    def _one_name(self, told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
        """Say whether two nouns go by the same place: «the summit of X», «the attacks of X»."""
        (first, first_draft), (later, draft) = told, new
        if (
            first.rule != later.rule
            or first_draft.verbal
            or draft.verbal
            or later.recipients
            or other_day(first, later)
        ):
            return False
        if later.type == _MEETING and len(self._title_of(draft) & self._title_of(first_draft)) >= _BOTH:
            return True
        name = self._place_of_name(draft)
        if name is None or (later.type == _VIOLENT and later.place):
            return False
        return name == self._place_of_name(first_draft) or (later.type == _MEETING and name == first.place)

    def _one_process(self, told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
        """Say whether two nouns name one course of talks, which goes on for long: «peace negotiations | talks»."""
        (first, first_draft), (later, draft) = told, new
        nouns = not (first_draft.verbal or draft.verbal) and first.type == _MEETING and not (first.mode or later.mode)
        if not nouns or _OCCASION in {first_draft.level, draft.level} or other_day(first, later):
            return False
        about = [self._scene.units.norms[one.last] for one in (first_draft, draft) if one.last < len(self._scene.units)]
        known_apart = any(self._known_apart(one, other) for one, other in _sides(first, later))
        return len(about) == _BOTH and about[0] == about[1] and about[0].startswith(ARTICLE) and not known_apart

    def _title_of(self, draft: Draft) -> set[str]:
        """Return the stems of the definite words right behind a noun: «the summit | of the Union for water»."""
        norms, end = self._scene.units.norms, self._scene.units.sentence(draft.first).last
        words = (norms[i] for i in range(draft.last, min(end, draft.last + _TITLE)))
        return {stem(word) for word in takewhile(str.isalpha, words) if word.startswith((ARTICLE, LAM_ARTICLE))}

    def _place_of_name(self, draft: Draft) -> str | None:
        """Return the place that stands right behind a noun in its idafa."""
        phrase = self._scene.at_head.get(draft.last)
        named = phrase is not None and phrase.mention.kind == "place" and not (phrase.slot or phrase.joined)
        return phrase.entity.name if phrase is not None and named else None

    def _one_phrase(self, first: Draft, draft: Draft) -> bool:
        """Say whether two triggers are the same words, more than one: «tighten | security measures»."""
        norms = self._scene.units.norms
        words, more = norms[draft.first : draft.last], norms[first.first : first.last]
        return len(words) > 1 and [*map(stem, words)] == [*map(stem, more)] and draft.type not in _SEPARATE

    def _further(self, draft: Draft) -> bool:
        """Say whether a word behind a noun makes it a further event: «another attack», «a raid like it»."""
        noun = not (draft.verbal or draft.hit.definite or draft.hit.suffix)
        hits = (hit for i in range(draft.last, draft.last + _ADJECTIVES) for hit in self._scene.hits.at(i, "further"))
        return noun and any(not hit.prefix for hit in hits)

    def _elaborated(self, first: Draft, draft: Draft) -> bool:
        """Say whether a sentence tells in detail what the one before it sums up: «dozens were hurt. For 50 were»."""
        units = self._scene.units
        if units.sentence_of[draft.first] - units.sentence_of[first.first] != 1:
            return False
        opening = self._scene.words.particle(units.sentence(draft.first).first)
        return opening is not None and opening.part == _MAY and opening.hit.prefix == SO

    def _known_apart(self, one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
        """Say whether both sides are known, and others: «gunmen» and «the attackers» may be anybody."""
        return apart(known(one), known(other), self._bodies)

    def _one_side(self, one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
        """Say whether those who speak can be the same: somebody and the body for which he speaks among them."""
        return not apart(one, other, self._bodies) or {self._kind(one), self._kind(other)} in _SPEAK_FOR

    def _kind(self, participants: tuple[Participant, ...]) -> str:
        """Return of what kind the only one of a side is."""
        entities = [self._scene.cast.get(p.entity or "") for p in participants]
        only = entities[0] if len(entities) == 1 else None
        return "" if only is None or only.number != "s" else only.kind

    def _bare(self, told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
        """Say whether a deed told again has nothing of its own that sets it apart.

        It has a doer told before, or a relative clause or «had been» refers to it; of attacks, which come in numbers,
        the place is told again too.
        """
        (first, _), (later, draft) = told, new
        own = bool(later.recipients) or targeted(draft) or any(party.slot in _PLACED for party in draft.parties)
        own = own or self._at_place(draft)
        if own or draft.symmetric or first.status != later.status:
            return False
        if later.type == _VIOLENT:
            return bool(first.place) and first.place == later.place
        referred = (
            not later.actors and draft.verbal and (before_that(self._scene, draft) or relative(self._scene, draft))
        )
        return referred or shares(first.actors, later.actors)

    def _at_place(self, draft: Draft) -> bool:
        """Say whether a place right behind a verb tells where it was done: «took control | of Aden»."""
        near = self._scene.between(draft.last, min(draft.last + _OBJECT, self._scene.units.sentence(draft.first).last))
        return draft.verbal and any(phrase.mention.kind == "place" for phrase in near)

    def _of_title(self, told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
        """Say whether a sentence tells what the title does by its word: right below it, or of somebody it names."""
        (first, first_draft), (later, draft) = told, new
        sentence_of = self._scene.units.sentence_of
        if sentence_of[draft.first] - sentence_of[first_draft.first] <= OPENING:
            return True
        if later.date is not None and len(later.date) < DAY:
            return False  # «last month»: the background
        if later.type in SPOKEN:
            return shares(first.actors, later.actors)
        return not any(apart(one, other, self._bodies) for one, other in _sides(first, later))

    def _has_one_toll(self) -> bool:
        """Say whether the article counts the victims of few attacks: then their number tells them."""
        if self._one_toll is None:
            tolls = {number for draft in self._drafts for number in self._wordings.tolls(draft)}
            self._one_toll = len(tolls) <= _FEW
        return self._one_toll


def one_deed(first: Event, later: Event) -> bool:
    """Say whether two events are told by one word, or by words for the same kind of deed."""
    return first.rule == later.rule or (first.mode == later.mode and later.mode is not None)


def _sides(first: Event, later: Event) -> tuple[tuple[tuple[Participant, ...], tuple[Participant, ...]], ...]:
    """Return those who act in two mentions, and those to whom it is done."""
    return (first.actors, later.actors), (first.recipients, later.recipients)


def _named(first: Event, later: Event, draft: Draft) -> bool:
    """Say whether a noun only names what was told to come: «he will resign», «the resignation of the president»."""
    deed = one_deed(first, later)
    noun = not draft.verbal and draft.support is None and later.status == "happened" and later.date is None
    return noun and deed and first.status in OPEN and first.type != _VIOLENT and shares(first.actors, later.actors)


def _taken_again(told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
    """Say whether two mentions tell by any word that one place was taken: «retook | the port», «stormed | the port»."""
    (first, first_draft), (later, draft) = told, new
    taking = all(one.hit.entry.flag("takes_places") for one in (first_draft, draft))
    return taking and first.status == later.status and bool(_targets(first_draft) & _targets(draft))


def _targets(draft: Draft) -> set[str]:
    """Return the names of the places that are taken."""
    phrases = (party.phrase for party in draft.parties if party.slot in _TAKEN)
    return {p.entity.name for p in phrases if p is not None and p.mention.kind in {"place", "organisation"}}


def _shot_at(first: Event, later: Event) -> bool:
    """Say whether shots can have been fired in an attack: at nobody else than those whom that hit."""
    if not later.recipients:
        return not apart(first.actors, later.actors)
    hit = {p.sector for p in first.recipients if p.sector}
    return akin(first.recipients, later.recipients) or any(p.sector in hit for p in later.recipients)


def _alike(one: tuple[Event, Draft], other: tuple[Event, Draft], lands: Lands, *, in_title: bool) -> bool:
    """Say whether two mentions that do not exclude each other have enough in common: day, status, participants."""
    (first, first_draft), (later, draft) = one, other
    told, new = (keys(first.actors), keys(first.recipients)), (keys(later.actors), keys(later.recipients))
    alike = first.rule == later.rule or compatible(first.status, later.status)
    planned = first.type == _VIOLENT and first.status in OPEN and later.status in REAL
    alike = alike and not planned  # «plotted attacks», «after an attack on»
    if (
        (in_title and alike and not _causes(first, first_draft, later, draft))
        or _one_day(first, later)
        or _still_open(first, later)
    ):
        return True
    if draft.symmetric and alike and _met(first, later):
        return True
    sides = _sides(first, later)
    shared = [shares(*side) for side in sides]
    if planned and not anaphoric(draft) and draft.first - first_draft.last > _ADJECTIVES:
        return False
    if anaphoric(draft) and refers(one, other, lands):
        return True
    one_word = first.rule == later.rule
    if shared[1] and (shared[0] or not told[0] or not new[0]):
        return one_word or first.type not in _MANY or first.mode == later.mode
    whole = all(equal(*side) for side in sides)
    noun = not tells(draft) and (one_word or first.type not in _MANY)
    if not (shared[0] and noun):
        return False
    if first.type == _VIOLENT or not one_word:
        return whole and first.status == later.status
    if compatible(first.status, later.status):
        return whole or (not draft.verbal and all(_fewer(*side) for side in sides))
    return whole and {first.status, later.status} <= OPEN


def _fewer(told: tuple[Participant, ...], new: tuple[Participant, ...]) -> bool:
    """Say whether a later mention names none but those of the first: «the meeting of X», who met Y."""
    return all(shares((one,), told) for one in new)


def _contradicts(title: Event, lead: Event) -> bool:
    """Say whether the lead tells another event than the title: another day, or people known by name.

    A title describes briefly («a gang leader», «gunmen», «dozens») whom the lead names or counts.
    """
    sides = ((title.actors, lead.actors), (title.recipients, lead.recipients))
    return other_day(title, lead) or any(apart(known(one), known(other)) for one, other in sides)


def _causes(title: Event, told: Draft, lead: Event, draft: Draft) -> bool:
    """Say whether the lead names the attack, without its toll, in the course of which those of the title fell."""
    attack = told.level != _ATTACK and lead.type == _VIOLENT and draft.level == _ATTACK and not draft.toll
    return attack and title.rule != lead.rule and bool(lead.actors and lead.recipients)


def _still_open(first: Event, later: Event) -> bool:
    """Say whether two mentions tell by the same word what is only planned, asked for or thought of."""
    return first.rule == later.rule and first.status == later.status and first.status in OPEN


def _one_day(first: Event, later: Event) -> bool:
    """Say whether two mentions name an attack or a protest by the same day and word, and nothing sets them apart."""
    dated = first.date is not None and first.date == later.date and len(first.date) == DAY
    deed = first.rule == later.rule or (first.type == _PROTEST and first.mode == later.mode)
    return dated and first.type in {_VIOLENT, _PROTEST} and deed and compatible(first.status, later.status)


def _met(first: Event, later: Event) -> bool:
    """Say whether two people met in both mentions, and not once on the phone: others may have been there too."""
    both = sum(shares((one,), later.actors) for one in first.actors) >= _BOTH
    called = _PHONE in {first.mode, later.mode} and first.mode != later.mode
    return first.type == _MEETING and both and not called
