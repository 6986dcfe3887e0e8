"""Who stands where around a noun or masdar: idafa, demonym, prepositions, the verb that carries it."""

from musnad.arabic import ARTICLE, BARE, JOINED
from musnad.arabic.letters import MIM
from musnad.events import unnamed
from musnad.events.draft import Draft, Party
from musnad.events.phrases import Phrase
from musnad.events.scene import PREPOSITIONS, Scene
from musnad.events.subjects import dropped_subject, last_subject, relative_antecedent, subject_before
from musnad.events.verbs import add, foreign
from musnad.events.words import NONE
from musnad.lexicon import Hit

_VIOLENT = "ASSAULT"
_HYPHENS = frozenset("-–—/")
_ADJECTIVAL = frozenset({"gunman", "terrorist", "bomber", "suicide_bomber"})
_BODIES = frozenset({"organisation", "office", "group"})  # behind a person stands who that is, more often
_ASIDE = 5  # tokens of a day in brackets between a masdar with pronoun and its object
_ASIDE_LONG = 16  # tokens of a relative clause between commas
_ADJECTIVES = 3  # words between a noun and its complement
_SUPPORT_LEFT = 9  # tokens from a carrying verb to its noun
_RULED = 2  # tokens from a verb to the masdar that it rules
_SUPPORT_RIGHT = 4  # tokens from a noun to the verb of its relative clause


def noun_parties(scene: Scene, draft: Draft) -> None:
    """Fill the parties of a draft whose trigger is a noun or masdar."""
    last = _complement(scene, draft)
    draft.reach = scene.clause_end(last)
    _preposed(scene, draft, last)
    relative_end = _relative(scene, draft, last)
    if relative_end:
        draft.reach = relative_end
    if draft.support is None:
        _carrier(scene, draft)
    if draft.type == _VIOLENT:
        _target(scene, draft)
    if draft.hit.suffix:
        _pronoun(scene, draft)
    if draft.symmetric and draft.type == "CONSULT":
        _attendant(scene, draft)


def _target(scene: Scene, draft: Draft) -> None:
    """Take what an attack is aimed at though the cast does not know it: «attacks on | military targets»."""
    if any(party.slot in {"object", "on", "against", "idafa"} for party in draft.parties):
        return
    for i in range(draft.last, draft.reach):
        particle = scene.words.particle(i)
        if particle is None or particle.part not in {"on", "against"}:
            continue
        phrase = unnamed.indefinite(scene, particle.last) or unnamed.definite(scene, particle.last)
        where = scene.hits.has(particle.last, "place_head")  # «on | districts of the town»
        if phrase is not None and not where and not foreign(scene, draft, phrase):
            draft.parties.append(Party(particle.part, phrase))
        return


def _complement(scene: Scene, draft: Draft) -> int:
    """Read idafa, adjectives and demonyms behind the noun; return the token behind them."""
    units, i = scene.units, draft.last
    end = units.sentence(draft.first).last
    definite = draft.hit.definite or bool(draft.hit.suffix)
    steps = 0
    while i < end and steps <= _ADJECTIVES:
        phrase = scene.at_head.get(i)
        if phrase is not None:
            if phrase.slot or phrase.joined or (steps and phrase.first == phrase.head):
                return i
            if _qualifies(draft, phrase):
                i = phrase.last
                continue
            if not definite or draft.hit.suffix:
                return _idafa(scene, draft, phrase)
            return i
        if i == draft.last and not definite:
            behind = _unnamed_idafa(scene, draft, i)
            if behind:
                return behind
        if draft.hit.suffix and (i in scene.timed or not units.norms[i][0].isalnum()) and i - draft.last < _ASIDE:
            i += 1
            continue
        nisba = any(party.slot == "nisba" for party in draft.parties)
        if nisba and units.norms[i] in _HYPHENS:
            i += 1
            continue
        allowed = BARE | JOINED if nisba else BARE
        demonym = next((h for h in scene.words.demonyms.get(i, NONE) if h.prefix in allowed), None)
        if demonym is not None:
            draft.parties.append(Party("nisba", hit=demonym))
            steps += 1
            i = demonym.last
            continue
        if (
            scene.verb(i)
            or not units.norms[i][0].isalpha()
            or scene.words.is_particle(i)
            or i in scene.timed
            or not _adjective(scene, draft, i)
        ):
            return i
        steps += 1
        i += 1
    return i


def _unnamed_idafa(scene: Scene, draft: Draft, i: int) -> int:
    """Take people whom the cast does not know as second part of an idafa; return the token behind them, or 0."""
    phrase = unnamed.counted(scene, i)
    if phrase is not None:
        return _idafa(scene, draft, phrase)
    phrase = unnamed.definite(scene, i) if draft.hit.form.pos == "masdar" else None
    if phrase is None or "object" not in draft.recipient_slots:
        return 0
    if _object_follows(scene, phrase, phrase.last):
        add(scene, draft, "subject", phrase)
        return phrase.last
    if draft.type == _VIOLENT and "idafa" not in draft.hit.entry.texts("actor"):
        add(scene, draft, "object", phrase)  # «the killing of | innocents»
        return phrase.last
    return 0


def _qualifies(draft: Draft, phrase: Phrase) -> bool:
    """Say whether a word for a person is only an adjective of the attack: «a suicide attack», «an armed clash»."""
    one_word = phrase.mention.kind == "group" and phrase.last - phrase.head == 1
    violent = draft.level in {"attack", "clash"}
    return (
        one_word
        and violent
        and (phrase.entity.number == "p" or draft.hit.definite)
        and not phrase.mention.rule.endswith("nationals")
        and (phrase.mention.subkind in _ADJECTIVAL)
    )


def _adjective(scene: Scene, draft: Draft, i: int) -> bool:
    """Say whether a word may be an adjective of the noun: it agrees in definiteness and is no event itself."""
    if scene.words.supports.get(i, NONE) or (i >= draft.last and scene.words.triggers.get(i, NONE)):
        return False
    definite = scene.units.norms[i].startswith(ARTICLE)
    return definite == draft.hit.definite or bool(draft.hit.suffix)


def _idafa(scene: Scene, draft: Draft, phrase: Phrase) -> int:
    """Take the second part of an idafa, and the object behind it where the noun is a masdar: «X's bombing of Y»."""
    chain = scene.chain(phrase)
    last = chain[-1].last
    behind = scene.at_head.get(last)
    has_object = behind is not None and not behind.slot and not behind.joined and not _apposed(phrase, behind)
    takes_object = "object" in draft.recipient_slots
    follows = takes_object and not draft.hit.suffix and not has_object and _object_follows(scene, phrase, last)
    if (
        draft.hit.suffix
        or (takes_object and phrase.head < phrase.first and draft.type == _VIOLENT and not has_object)
        or (takes_object and phrase.mention.kind == "place" and not has_object)
        or (takes_object and not (has_object or follows) and "idafa" not in draft.hit.entry.texts("actor"))
    ):
        slot = "object"
    else:
        slot = "idafa"
    add(scene, draft, slot, phrase)
    if has_object and takes_object and behind is not None:
        add(scene, draft, "object", behind)
        last = scene.chain(behind)[-1].last
    return last


def _apposed(phrase: Phrase, behind: Phrase) -> bool:
    """Say whether a second person behind a first only says who that is: «the arrest of X, brother of Y»."""
    return phrase.mention.kind == behind.mention.kind == "person"


def _object_follows(scene: Scene, phrase: Phrase, last: int) -> bool:
    """Say whether an unnamed object follows an actor in idafa: an indefinite noun behind a body that acts."""
    units = scene.units
    if last >= len(units) or units.sentence_of[last] != units.sentence_of[phrase.first]:
        return False
    return phrase.mention.kind in _BODIES and scene.plain(last)


def _preposed(scene: Scene, draft: Draft, low: int) -> None:
    """Add phrases with prepositions behind the noun."""
    for phrase in scene.between(low, draft.reach):
        if phrase.slot in PREPOSITIONS and not phrase.joined and not foreign(scene, draft, phrase):
            add(scene, draft, phrase.slot, phrase)


def _relative(scene: Scene, draft: Draft, low: int) -> int:
    """Read «(that) X launched (on Y)» behind the noun; return where it ends, or 0."""
    units = scene.units
    end = units.sentence(draft.first).last
    opened = False
    for i in range(low, min(end, low + _SUPPORT_RIGHT + 4)):
        particle = scene.words.particle(i)
        if particle is not None and particle.part in {"complementiser", "conjunction"}:
            return 0
        opened = opened or (particle is not None and particle.part == "relative")
        if scene.hits.has(i, "demonstrative"):
            return 0
        if i in scene.at_head and scene.at_head[i].slot == "" and i - low > 1:
            return 0
        hit = next((h for h in scene.words.supports.get(i, NONE) if _carries(draft, h)), None)
        launched = hit is not None and hit.form.pos == "verb" and hit.suffix != "" and not draft.hit.definite
        if not scene.verb(i) and not launched:
            continue
        bare = draft.hit.form.pos != "masdar" or low == draft.last  # «shelling | that X carried out», without «that»
        if hit is None or hit.prefix or not (opened or bare):
            return 0
        reach = scene.clause_end(i + 1)
        draft.carried = True
        draft.support = draft.support or hit
        _read_support(scene, draft, hit, i + 1, reach)
        return reach
    return 0


def _carries(draft: Draft, hit: Hit) -> bool:
    """Say whether a verb may carry an event noun: any that carries all, or one that the noun asks for."""
    own = (*draft.hit.entry.texts("support"), *draft.hit.entry.texts("carriers"))
    return hit.entry.text("subject") != "any" and (hit.entry.flag("general") or hit.entry.text("group") in own)


def support_at(scene: Scene, i: int, groups: tuple[str, ...] = ()) -> Hit | None:
    """Return the support verb at a token, of some groups or of any that has a subject to give."""
    for hit in scene.words.supports.get(i, NONE):
        verbal = hit.form.pos == "verb"
        if i in scene.covered:
            if not verbal:
                continue  # the head of a name: an organisation, no organising
        elif verbal != scene.verb(i):
            continue
        if _spoke(scene, i, hit):
            continue
        if hit.entry.text("group") in groups if groups else hit.entry.flag("general"):
            return hit
    return None


def _spoke(scene: Scene, i: int, hit: Hit) -> bool:
    """Say whether letters in the present are rather a past cue: «he spoke», not «it occurs»."""
    occurs = hit.form.tense == "present" and hit.entry.text("group") == "occur"
    return occurs and any(other.kind == "cue" and other.form.tense == "past" for other in scene.hits.at(i))


def _read_support(scene: Scene, draft: Draft, hit: Hit, low: int, reach: int) -> None:
    """Take the parties of a carrying verb in the relative clause behind its noun."""
    role = hit.entry.text("subject")
    bare = [p for p in scene.bare(low, reach) if not p.joined]
    slot = {"actor": "subject", "recipient": "sufferer", "event": "hit"}.get(role)
    if slot == "hit" and hit.entry.text("object") != "recipient":
        slot = None
    if slot is not None and bare and bare[0].head - low <= _SUPPORT_RIGHT:
        add(scene, draft, slot, bare[0])
    for phrase in scene.between(low, reach):
        if phrase.slot in PREPOSITIONS and not phrase.joined and not foreign(scene, draft, phrase):
            add(scene, draft, phrase.slot, phrase)


def _carrier(scene: Scene, draft: Draft) -> None:
    """Find the verb before the noun that carries it, and take its subject: «X launched an attack», «X underwent»."""
    groups = draft.hit.entry.texts("support")
    before = scene.words.particle_before(draft.first)
    apart = before is not None and before.part == "cause"  # «signed … after the attack»
    extra = draft.hit.entry.texts("carriers")
    start = scene.units.sentence(draft.first).first
    last = _before_aside(scene, draft.first, start)
    for i in range(last - 1, max(start, last - _SUPPORT_LEFT) - 1, -1):
        if scene.idle(i):
            continue
        hit = None if apart else (support_at(scene, i, extra) if extra else None) or support_at(scene, i, groups)
        if hit is not None and (scene.verb(i) or hit.form.pos in {"masdar", "participle"}):
            draft.support = hit
            draft.carried = True
            _support_subject(scene, draft, hit, i)
            return
        word = next((h for h in scene.words.states.get(i, NONE) if h.form.pos in {"verb", "participle"}), None)
        if word is not None and "subject" in draft.actor_slots:
            _intender(scene, draft, word, i)
            return
        if scene.verb(i):
            _fallen(scene, draft, i)
            return
        if scene.units.norms[i][0] in ".؛:" or scene.opens_content(i):
            return


def _before_aside(scene: Scene, noun: int, start: int) -> int:
    """Return the token before which a noun's verb stands: before a relative clause between commas, «which X leads»."""
    if noun - 1 <= start or scene.units.norms[noun - 1][0] not in "،,":
        return noun
    for i in range(noun - 2, max(start, noun - _ASIDE_LONG), -1):
        particle = scene.words.particle(i)
        if particle is not None and particle.part == "relative" and scene.units.norms[i - 1][0] in "،,":
            return i - 1
    return noun


def _fallen(scene: Scene, draft: Draft, at: int) -> None:
    """Take those who fell through an attack: «three martyrs fell as a result of the shelling»."""
    fell = next((h for h in scene.words.supports.get(at, NONE) if h.entry.text("object") == "recipient"), None)
    particle = scene.words.particle_before(draft.first)
    if fell is None or fell.entry.text("subject") != "any" or particle is None or particle.part not in {"cause", "in"}:
        return
    behind = [p for p in scene.bare(at + 1, draft.first) if not p.joined]
    subject = subject_before(scene, at, fell) or (behind[0] if behind else None)
    if subject is not None and subject.mention.kind in {"group", "person"}:
        add(scene, draft, "sufferer", subject)


def _intender(scene: Scene, draft: Draft, word: Hit, at: int) -> None:
    """Take the subject of a verb of intention or attempt: it would do what the noun says."""
    behind = [p for p in scene.bare(at + 1, draft.first) if not p.joined]
    subject = relative_antecedent(scene, at) or subject_before(scene, at, word)
    subject = subject or (behind[0] if behind else dropped_subject(scene, at, word))
    if subject is not None:
        add(scene, draft, "subject", subject)


def _support_subject(scene: Scene, draft: Draft, hit: Hit, at: int) -> None:
    role = hit.entry.text("subject")
    slot = {"actor": "subject", "recipient": "sufferer", "any": "subject"}.get(role)
    if slot is None:
        return
    behind = [p for p in scene.bare(at + 1, draft.first) if not p.joined]
    if hit.form.pos == "verb":
        subject = subject_before(scene, at, hit) or (behind[0] if behind else None)
        if subject is None:
            named = None if hit.suffix or hit.form.number != "s" else unnamed.indefinite(scene, hit.last)
            subject = named or dropped_subject(scene, at, hit)
        elif behind and behind[0] is not subject:
            add(scene, draft, "object", behind[0])
    else:
        subject = behind[0] if behind else _planner(scene, at)
        subject = subject or last_subject(scene, scene.units.sentence(at).first, at)
    if subject is not None:
        add(scene, draft, slot, subject)
    for phrase in scene.between(at + 1, draft.first):
        if phrase.slot in PREPOSITIONS and not phrase.joined:
            add(scene, draft, phrase.slot, phrase)


def _planner(scene: Scene, at: int) -> Phrase | None:
    """Return the subject of the verb that rules a carrying masdar: «X | planned to carry out»."""
    for i in range(at - 1, max(scene.units.sentence(at).first, at - _RULED) - 1, -1):
        if scene.verb(i):
            hit = scene.hits.verbs(i)[0]
            return relative_antecedent(scene, i) or subject_before(scene, i, hit)
    return None


def _pronoun(scene: Scene, draft: Draft) -> None:
    """Let a pronoun on the noun stand for the subject of its sentence, or for the last people named: «killing them»."""
    if any(party.slot in {"idafa", "subject"} for party in draft.parties):
        return
    start = scene.units.sentence(draft.first).first
    has_object = any(party.slot == "object" for party in draft.parties)
    acts = "object" not in draft.recipient_slots or has_object or "idafa" in draft.hit.entry.texts("actor")
    found = None
    if MIM in draft.hit.suffix and not acts:
        groups = [p for p in scene.between(start, draft.first) if p.mention.kind == "group"]
        found = groups[-1] if groups else None
    if found is None:
        found = last_subject(scene, start, draft.first) or dropped_subject(scene, draft.first, draft.hit)
    if found is not None:
        draft.parties.append(Party("idafa" if acts else "object", found))


def _attendant(scene: Scene, draft: Draft) -> None:
    """Let the subject of the sentence take part in a meeting that only dates its verb: «he said after talks with»."""
    if any(party.slot in {"idafa", "subject", "between", "nisba"} for party in draft.parties):
        return
    start = scene.units.sentence(draft.first).first
    for i in range(draft.first, max(start, draft.first - 3), -1):
        particle = scene.words.particle_before(i)
        if particle is None:
            continue
        if particle.part in {"cause", "in"}:
            subject = last_subject(scene, start, draft.first)
            if subject is not None:
                draft.parties.append(Party("subject", subject))
        return
