"""Who acts where a verb stands: the subject before it, the speaker of «that he», the last one who agrees."""

from musnad.arabic import AND, ARTICLE, FUTURE
from musnad.arabic.letters import ALEF, HA, MIM, TA, YA
from musnad.events.draft import HARMING, OTHER
from musnad.events.parts import part_before, part_of
from musnad.events.phrases import Phrase
from musnad.events.roles.acting import DOERS, is_subject, last_subject, only_subject_before, previous_start
from musnad.events.roles.agreement import BODIES, agrees, differs
from musnad.events.roles.antecedents import AUXILIARIES, clause_start, lasting, obliging, resumed
from musnad.events.roles.asides import between_commas, was
from musnad.events.roles.fronted import over_relative, topic
from musnad.events.scene import Scene
from musnad.events.unnamed import (
    accusative,
    accusative_before,
    counted_before,
    definite_before,
    indefinite_before,
    lone_before,
    unnamed_phrase,
)
from musnad.events.voices import SPOKEN, sayers
from musnad.events.words import NONE, PREPOSITIONS, Particle
from musnad.lexicon import TOPICS, Hit

_COUNTRY = "role_field.country"
_SOURCE, _PRESS = "source", "JRN"  # the kind of people, and the sector of bodies, who only tell
_NOT_DONE_BY_MEDIA = HARMING | {""}  # nor what a word of status or a carrying verb tells
_OWN_DEEDS = frozenset({"CONCEDE", "PROTEST", "RETREAT", "MOBILIZE", "AID"})
_RULING = 2  # tokens from a verb, with its subject, to the verb of a relative clause
_FEMININE = (HA, ALEF + TA)
_ENDINGS = (HA, HA + ALEF, HA + MIM, YA)  # of a noun with the pronoun of whom it belongs to
_SOME = "one_of"  # the kind of words such as «dozens»
_OBLIGED = frozenset({"on", "from", "for"})  # prepositions of who is to do something
_THEIRS = (HA + ALEF, HA + MIM)
_LED = 7  # tokens from «that» to the verb that its subject stands before
_MARKS = 3  # closing marks and commas between a subject and its verb
_OWNERS = BODIES | {"group"}
_PEOPLE = frozenset({"person", "office", "organisation", "agency", "group"})


def subject_before(scene: Scene, first: int, hit: Hit) -> Phrase | None:
    """Return the subject that stands before a verb, particles, a day or who he is between them allowed."""
    if hit.prefix and hit.prefix != FUTURE:
        return topic(scene, first, hit)
    return _right_before(scene, first, hit) or over_relative(scene, first, hit)


def _right_before(scene: Scene, first: int, hit: Hit) -> Phrase | None:
    """Return the subject that stands right before a verb."""
    units, i = scene.units, first
    start = units.sentence(first).first
    qualified = _qualified_noun(scene, first, hit)
    if qualified is not None:
        return qualified
    while i > start:
        still = lasting(scene, i) or (obliging(scene, i) if i == first else None)
        i = _before_among(scene, i if still is None else still.first, start)
        phrase = scene.at_last.get(i)
        if phrase is not None and i < first and _fronted(scene, phrase, i, first):
            return None
        if phrase is not None:
            leads = phrase if i == first and _qualified(scene, phrase) else _leads(scene, phrase, hit)
            return leads or (_slotted(scene, phrase, first, hit) if phrase.slot else None)
        people = counted_before(scene, i)
        if people is not None:
            return people
        unnamed = definite_before(scene, i) or lone_before(scene, i)
        if unnamed is not None:
            return unnamed
        particle = scene.words.particle_before(i)
        aside = between_commas(scene, i, start)
        if particle is not None and particle.part in AUXILIARIES:
            i = particle.first
        elif i == first and i - 1 in scene.at_last and i - 1 in scene.words.demonyms:
            i -= 1  # «four of the soldiers | of Yemen | were killed»
        elif aside:
            i = aside
        elif i - 1 in scene.timed or (units.norms[i - 1][0] in '،,)»"”' and i - 1 > start and first - i < _MARKS):
            i -= 1
        else:
            return _one_unnamed(scene, i) or _indefinite_before(scene, i, hit) or _opening(scene, first, hit)
    return None


def _slotted(scene: Scene, phrase: Phrase, first: int, hit: Hit) -> Phrase | None:
    """Return the subject before a verb whose last words stand behind a preposition: «a force | of the police»."""
    if phrase.joined and phrase.last == first and _goes_on_title(scene, phrase, hit):
        return phrase._replace(slot="", joined=False)
    part = part_before(scene, phrase) if phrase.last == first else None
    fits = part is not None and scene.units.norms[part.first].endswith(_FEMININE) == (hit.form.gender == "f")
    return part if fits else indefinite_before(scene, first) or _opening(scene, first, hit)


def _goes_on_title(scene: Scene, phrase: Phrase, hit: Hit) -> bool:
    """Say whether a phrase with «and» starts another clause of a title: «X praises Y | and Z | attacks»."""
    one = hit.form.number == "s" and hit.form.tense == "present" and phrase.head == phrase.first
    person = phrase.mention.kind in _PEOPLE and scene.in_headline(phrase.first)
    return one and person and agrees(hit, phrase, before=True) is not False


def _before_among(scene: Scene, i: int, start: int) -> int:
    """Return the token before «among them» and who that is, else the token: «five soldiers, | among them X | fell»."""
    phrase = scene.at_last.get(i)
    at = -1 if phrase is None else phrase.head - 1
    among = at > start and any(h.entry.text("part") == "between" for h in scene.hits.at(at, "bound_preposition"))
    return at if among else i


def _opening(scene: Scene, first: int, hit: Hit) -> Phrase | None:
    """Return the person who opens the sentence of a verb, told who he is between commas: «X, of Y, | called»."""
    start = scene.units.sentence(first).first
    phrase = scene.at_head.get(start)
    if phrase is None or phrase.slot or phrase.mention.kind != "person" or phrase.mention.proper is None:
        return None
    commas = scene.units.norms[first - 1][0] in "،," and "،" in scene.units.surface(phrase.first, phrase.last + 1)
    told = any(scene.verb(i) or scene.opens_content(i) for i in range(phrase.last, first))
    return None if not commas or told or agrees(hit, phrase) is False else phrase


def _one_unnamed(scene: Scene, i: int) -> Phrase | None:
    """Return the one word of «that» that ends before a token: «that | two people | were killed», or a name."""
    particle = scene.words.particle_before(i - 1)
    if particle is None or particle.part != "complementiser":
        return None
    if accusative(scene, i - 1):
        return unnamed_phrase(scene, i - 1, i)
    name = scene.plain(i - 1) and not scene.hits.has(i - 1) and not scene.units.norms[i - 1].endswith(_ENDINGS)
    return unnamed_phrase(scene, i - 1, i, rule=OTHER) if name else None


def _indefinite_before(scene: Scene, i: int, hit: Hit) -> Phrase | None:
    """Return the indefinite subject of «that» with its adjectives that ends before a token: «that | foreign banks | X».

    Behind «was» it stands where another particle parts it from its verb: «was | a man | had | blown up».
    """
    phrase = indefinite_before(scene, i)
    if phrase is None and i < hit.first and scene.plain(i - 1):
        phrase = unnamed_phrase(scene, i - 1, i) if was(scene, i - 1) else None
    fits = phrase is not None and scene.units.norms[phrase.first].endswith(_FEMININE) <= (hit.form.gender != "m")
    return phrase if fits else None


def _leads(scene: Scene, phrase: Phrase, hit: Hit) -> Phrase | None:
    """Return the first phrase of a chain that ends before a verb, if it can be its subject."""
    one = hit.form.pos == "verb" and hit.form.number == "s" and phrase.entity.number == "s"
    while phrase.joined and not one:  # of two that act together the verb behind them is in the dual
        before = scene.at_last.get(phrase.head) or next(
            (scene.at_last[j] for j in range(phrase.head, phrase.head - 3, -1) if j in scene.at_last), None
        )
        if before is None:
            break
        phrase = before
    town = phrase.mention.kind == "place" and (phrase.mention.subkind == "site" or phrase.entity.sector is None)
    if phrase.slot or town or _of_deed(scene, phrase):
        return None
    if agrees(hit, phrase, before=True) is False:
        return None
    head = phrase.head
    own = was(scene, head) or (head < phrase.first and scene.units.norms[head].startswith(AND))
    if head > scene.units.sentence(head).first and scene.verb(head - 1) and not own:
        return None
    return phrase


def _of_deed(scene: Scene, phrase: Phrase) -> bool:
    """Say whether a phrase ends the idafa of a deed, and does not do the next: «the control of | X | stormed»."""
    at = phrase.head - 1
    if phrase.mention.proper is None and not scene.units.norms[phrase.first].startswith(ARTICLE):
        return False  # «the breaking up of | a cell | that planned»
    if at < scene.units.sentence(phrase.first).first or at in scene.covered or scene.verb(at):
        return False
    words = (*scene.words.triggers.get(at, NONE), *scene.words.supports.get(at, NONE))
    return any(hit.form.pos == "masdar" and not (hit.definite or hit.suffix) for hit in words)


def _qualified(scene: Scene, phrase: Phrase) -> bool:
    """Say whether the verb right behind a phrase qualifies it: «from a spokesman | who said», without «who»."""
    bare = phrase.mention.kind in {"person", "group"} and phrase.mention.proper is None
    bare = bare and not scene.hits.has(phrase.head - 1, "cue_preposition")  # «according to | a source»
    whole = phrase.head == phrase.first  # no «from the control of | gunmen of X»
    return bool(phrase.slot) and bare and whole and not scene.units.norms[phrase.first].startswith(ARTICLE)


def _fronted(scene: Scene, phrase: Phrase, last: int, first: int) -> bool:
    """Say whether a phrase before a comma only ends what a clause opens with: «after the ruling of the court, | X»."""
    norms = scene.units.norms
    if phrase.head != phrase.first or not any(norms[i][0] in "،," for i in range(last, first)):
        return False
    start, before = scene.units.sentence(first).first, phrase.head - 1
    if before < start or norms[before][0] in '،,«"“':
        return False
    opened = any(hit.form.pos == "masdar" for hit in scene.words.supports.get(before, NONE))
    opened = opened or scene.hits.has(before, "cue_preposition")  # «according to the site, | X»
    return scene.plain(before) or norms[before].startswith(ARTICLE) or opened


def _qualified_noun(scene: Scene, first: int, hit: Hit) -> Phrase | None:
    """Return the unnamed subject of a verb that the verb right behind it qualifies: «a militia | that supports X»."""
    told = hit.form.tense == "present" and not hit.prefix and first - _RULING >= scene.units.sentence(first).first
    if not told or not scene.verb(first - _RULING) or not scene.plain(first - 1) or scene.words.is_particle(first - 1):
        return None
    return unnamed_phrase(scene, first - 1, first)


def dropped_subject(scene: Scene, first: int, hit: Hit, *, acts: bool = False) -> Phrase | None:
    """Return who acts where a verb has no subject of its own: the last subject before it that agrees.

    One that surely `acts` on others, at the start of a sentence, is that of whoever alone acted in the one before.
    """
    sentence = scene.units.sentence(first)
    told = speaker(scene, first, hit) or _obliged(scene, first, hit)
    if told is not None:
        return told
    particle = None if hit.prefix else scene.words.particle_before(first)
    if particle is not None and particle.part == "from" and not scene.hits.has(particle.first - 1, "pronoun"):
        return None  # «those | who | hurried to condemn», but «it is they | who»
    led = 0 if hit.prefix else _led(scene, first)
    if led:  # «that | some of its fighters | stormed»
        some = scene.hits.has(led, _SOME)
        return unnamed_phrase(scene, led, first, rule="events.counted") if some else part_of(scene, led)
    qualified = None if hit.prefix or resumed(scene, hit.last) else accusative_before(scene, first)
    if qualified is not None:
        return qualified  # «the police stopped | a young man | who tried»: «who» is not written
    owned = _owned(scene, hit.last) or _his(scene, first - 1)  # «its forces | advanced»
    if not owned and last_subject(scene, sentence.first, first, hit) is None:
        teller = _teller(scene, first, hit)
        if teller is not None:
            return teller
    suits = _owns if owned else lambda phrase: not _only_tells(hit, phrase)
    for low in (sentence.first, previous_start(scene, first)):
        found = last_subject(scene, low, first, None if owned else hit, suits=suits)
        if found is not None:
            alone = acts and only_subject_before(scene, first, hit) is not None
            return found if alone or _goes_on_with(scene, first, hit, found) else found._replace(doubted=True)
    return None


def _goes_on_with(scene: Scene, first: int, hit: Hit, subject: Phrase) -> bool:
    """Say whether a verb without a subject surely has one named before: no «that» between, and the same sentence.

    Who speaks goes on with a verb of saying whatever he has said in between, and at the start of the next sentence.
    """
    speaks = _speaks(scene, hit)
    if subject.last <= scene.units.sentence(first).first:
        return _opens_sentence(scene, first, hit) and (speaks or hit.form.pos != "verb")
    return speaks or subject.head >= clause_start(scene, first)


def _speaks(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb is one of saying: who speaks goes on with it, whatever he has said in between."""
    return any(one.kind == "cue" for one in scene.hits.at(hit.first))


def _opens_sentence(scene: Scene, first: int, hit: Hit) -> bool:
    """Say whether only particles and a day stand before a verb in its sentence, which goes on with the one before.

    A noun with a pronoun does so behind «during».
    """
    particle = scene.words.particle_before(first)
    if hit.form.pos != "verb" and particle is not None and particle.part == "cause":
        return True
    before = range(scene.units.sentence(first).first, first)
    noun = hit.form.pos != "verb"  # «and he said, | on receiving X»
    return all((noun and scene.hits.has(i, "cue")) or i in scene.timed or scene.words.is_particle(i) for i in before)


def _obliged(scene: Scene, first: int, hit: Hit) -> Phrase | None:
    """Return who should do what a verb behind «that» says: «X has | to welcome», «it is asked of X | that he leave»."""
    particle = scene.words.particle_before(first)
    if particle is None or particle.part != "complementiser" or hit.form.tense == "past":
        return None
    phrase = scene.at_last.get(particle.first)
    on = phrase is not None and phrase.slot in _OBLIGED and phrase.mention.kind in DOERS
    return phrase if on and phrase is not None and agrees(hit, phrase) is not False else None


def _teller(scene: Scene, first: int, hit: Hit) -> Phrase | None:
    """Return who speaks in the sentence before, where a verb of saying goes on with him: «X said it. | He urged»."""
    before = previous_start(scene, first)
    start = scene.units.sentence(first).first
    goes_on = _speaks(scene, hit) and not any(map(scene.verb, range(start, first)))
    if before == start or not goes_on:
        return None
    told = [statement for statement in scene.statements_by(before) if statement.parent is None]
    speakers = (scene.speaker(statement, start) for statement in reversed(told))
    fitting = (one for one in speakers if one is not None and agrees(hit, one) is not False)
    return next((one for one in fitting if not differs(hit, one)), None)


def _led(scene: Scene, first: int) -> int:
    """Return where a subject that nobody knows starts between «that» and a verb, else 0: «that | some clubs | ask»."""
    for i in range(first - 1, max(scene.units.sentence(first).first, first - _LED), -1):
        particle = scene.words.particle(i)
        whoever = scene.words.particle_before(i) if scene.verb(i) else None
        if whoever is not None and whoever.part == "from":
            continue  # «that | those who refused to leave | were shot»
        within = scene.covered.get(i)
        named = within is not None and within.slot in {"", "other"}
        if named or scene.verb(i) or not scene.units.is_word(i) or _his(scene, i) or _owned(scene, i):
            return 0
        if particle is not None and not (particle.part in PREPOSITIONS or particle.part == "cause"):
            return 0
        who = particle is not None and particle.part == "from" and scene.verb(particle.last)
        that = None if particle is not None and not who else scene.words.particle_before(i)
        if that is not None and that.part == "complementiser":
            return i
    return 0


def speaker(scene: Scene, first: int, hit: Hit) -> Phrase | None:
    """Return the speaker whom the pronoun of «that he» before a verb means."""
    particle = scene.words.particle_before(first)
    if particle is not None and particle.part in AUXILIARIES:
        particle = scene.words.particle_before(particle.first)
    if particle is None and _his(scene, first - 1):
        particle = scene.words.particle_before(first - 1)  # «that his forces | arrested»
        particle = particle if particle is not None and particle.part == "complementiser" else None
    elif particle is None or particle.part != "that_he":
        return None
    if particle is None:
        return None
    said = next(sayers(scene, first), None)
    if said is not None and _goes_on_telling(scene, particle, hit, said):
        other_one = _spoken_of(scene, first, hit)  # «X said that Y arrived, | and that he met Z»
        return said if other_one is None or other_one.slot or other_one.mention.kind != "person" else other_one
    if said is not None and _only_tells(hit, said):
        other_one = _spoken_of(scene, first, hit)  # «a source said … the youth, and that he | confessed»
        return said if other_one is None or other_one.slot else other_one
    if said is not None and hit.form.pos == "verb" and hit.form.number == "p" and differs(hit, said):
        # «X condemned the raids on the farmers, and said that | they»; «the police said that | they got a call»
        return _spoken_of(scene, first, hit) or (said if said.mention.kind in BODIES else None)
    if said is not None and not _another(scene, particle, hit, said):
        return said
    spoken_of = _spoken_of(scene, first, hit)  # «the man said that | she»: never he
    return spoken_of if spoken_of is not None or said is None else said._replace(doubted=True)


def _another(scene: Scene, that: Particle, hit: Hit, said: Phrase) -> bool:
    """Say whether «that he» cannot mean who speaks: «X said … the government, | and that it», «the party … she»."""
    her = scene.units.norms[that.first].endswith(HA + ALEF)
    if her and said.entity.gender != "f" and said.mention.kind == "person":
        return True
    return that.part == "that_he" and hit.form.number == "s" and differs(hit, said)


def _goes_on_telling(scene: Scene, that: Particle, hit: Hit, said: Phrase) -> bool:
    """Say whether a second «and that he» tells what somebody did whom the first one names, and not what X wants."""
    if hit.form.number != "s" or _another(scene, that, hit, said):
        return False
    told = hit.entry.text("type") not in SPOKEN | {""}
    return said.mention.kind == "person" and told and scene.units.norms[that.first].startswith(AND)


def _only_tells(hit: Hit, phrase: Phrase) -> bool:
    """Say whether a source only tells of a deed, and does not do it: «a source said that …, and he | confessed»."""
    deed, mention = hit.entry.text("type"), phrase.mention
    medium = mention.kind == "agency" or (mention.kind == "organisation" and phrase.entity.sector == _PRESS)
    return deed in _NOT_DONE_BY_MEDIA if medium else mention.subkind == _SOURCE and deed in HARMING | _OWN_DEEDS


def _spoken_of(scene: Scene, first: int, hit: Hit) -> Phrase | None:
    """Return whom «he» means behind «that he»: the subject of the clause before, else the last one named."""
    start, named = scene.units.sentence(first).first, None
    for phrase in reversed(scene.between(start, first)):
        if phrase.last > first or phrase.mention.kind not in _PEOPLE or agrees(hit, phrase) is False:
            continue
        if _only_tells(hit, phrase):
            continue
        if hit.form.pos == "verb" and differs(hit, phrase):
            continue
        if not phrase.slot and not phrase.joined and is_subject(scene, phrase, start):
            return phrase
        named = named or phrase
    return named


def _his(scene: Scene, i: int) -> bool:
    """Say whether a token is a body of whoever speaks: «his forces, his government», and not «his country»."""
    return any(hit.suffix and hit.entry.id != _COUNTRY for hit in scene.hits.at(i, "role_field"))


def _owned(scene: Scene, i: int) -> bool:
    """Say whether a token is a noun with the pronoun of whom it belongs to, with whom its verb need not agree."""
    if not 0 <= i < len(scene.units) or i in scene.covered:
        return False
    known = [hit for hit in scene.hits.at(i) if hit.kind != TOPICS]
    return any(hit.kind == "role_field" and hit.suffix for hit in known) or (
        not known and scene.plain(i) and scene.units.norms[i].endswith(_THEIRS)
    )


def _owns(phrase: Phrase) -> bool:
    """Say whether a phrase is one of those that have forces, members, people: «it», and not «he»."""
    return phrase.mention.kind in _OWNERS
