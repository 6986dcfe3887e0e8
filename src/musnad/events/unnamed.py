"""Noun phrases that the cast does not know: definite nouns, and people counted by a number or a quantity."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BA, BARE, OBLIQUE
from musnad.arabic.cases import is_participle, nominative
from musnad.arabic.letters import ALEF, HA, MIM, NUN, TA, TANWIN, WAW, YA
from musnad.arabic.letters import LAM as LETTER_LAM
from musnad.events.phrases import Phrase, unknown
from musnad.events.scene import Scene
from musnad.events.words import NONE
from musnad.lexicon import TOPICS, Hit

_LONGEST = 4  # tokens of a noun phrase that the cast does not know
_COUNTED_LAST = 8  # tokens of counted people and whose they are
_SOME = "one_of"  # the kind of words such as «dozens»
OF = "from"
"""The slot of whom people are some."""
OF_THE = LETTER_LAM * 2
"""«Of the», written onto a noun."""
_AT_LEAST = "at_most"  # the kind of «at least, at most» behind a number
_PRONOUNS = (HA, HA + ALEF, HA + MIM, HA + MIM + ALEF)
_THEIRS = (HA + ALEF, HA + MIM)
_BASES = (HA + ALEF, TA + NUN + ALEF, ALEF + YA + ALEF, WAW + ALEF)  # alefs that are no ending of an object
_SHORT = 3  # letters of a word whose last one may be its root
NUMBER = "number"
"""What those are who are only counted: «three were killed»."""
_TAFIL = 5  # letters of a masdar such as «improving»
_PASSIVE = ARTICLE + MIM  # how a participle with the article begins
_AGE, _UNIT = "age_word", "time_unit"  # what ages and durations are told by, which is nobody


def definite(scene: Scene, i: int) -> Phrase | None:
    """Return the noun phrase at a token: a definite noun with what belongs to it."""
    norms = scene.units.norms
    if not _nominal(scene, i) or not norms[i].startswith(ARTICLE) or _of_age(scene, i):
        return None
    last = i + 1
    end = min(scene.units.sentence(i).last, i + _LONGEST)
    while last < end and norms[last].startswith(ARTICLE) and (_nominal(scene, last) or last in scene.words.demonyms):
        people = norms[last].endswith(OBLIQUE) and is_participle(norms[last].removesuffix(OBLIQUE))
        if people and norms[last - 1].endswith(HA):
            break  # «the ministry called on | the citizens»
        last += 1
    held = last < end and norms[last - 1].startswith(_PASSIVE) and scene.hits.has(last, "bound_preposition")
    return unnamed_phrase(scene, i, last + held)  # «the suspects», two words in Arabic


def _of_age(scene: Scene, i: int) -> bool:
    """Say whether a word tells an age or a duration: «aged», «years», no «son» without a number behind it."""
    return scene.hits.has(i, _UNIT) or any(not hit.entry.flag("next") for hit in scene.hits.at(i, _AGE))


def definite_before(scene: Scene, i: int) -> Phrase | None:
    """Return the noun phrase that opens a clause and ends before a token: «that the forces …»."""
    start = scene.units.sentence(i).first
    first = i
    norms = scene.units.norms
    while first > start and i - first < _LONGEST and norms[first - 1].startswith(ARTICLE):
        if not (_nominal(scene, first - 1) or (first == i and first - 1 in scene.words.demonyms)):
            return None
        first -= 1
    if first == i:
        return None
    if first > start and norms[first - 1][0].isalpha() and not _closed(scene, first - 1):
        first -= 1
    if any(hit.prefix not in BARE | {AND} for hit in scene.hits.at(first, "demonstrative")):
        return None  # «in this matter, | X …»
    particle = scene.words.particle_before(first)
    opens = particle is not None and particle.part in {"complementiser", "was"}
    return unnamed_phrase(scene, first, i) if opens or first == start else None


def indefinite_before(scene: Scene, i: int) -> Phrase | None:
    """Return the indefinite subject of «that» that ends before a token: «that | soldiers of the army | killed»."""
    start = scene.units.sentence(i).first
    for first in range(i - 2, max(start, i - _LONGEST - 1), -1):
        particle = scene.words.particle_before(first)
        if particle is not None and particle.part == "complementiser":
            nouns = (_noun(scene, k) or (k > first and k in scene.words.demonyms) for k in range(first, i))
            ends = scene.units.norms[first].endswith(ALEF) or all(nouns)
            free = ends and first not in scene.covered and first not in scene.timed
            return unnamed_phrase(scene, first, i) if free else None
        if scene.verb(first) or not scene.units.is_word(first):
            return None
    return None


def lone_before(scene: Scene, i: int) -> Phrase | None:
    """Return the one accusative noun between «that» and a token: «that | a man | was killed»."""
    alone = scene.behind_subject(i) and not scene.hits.has(i - 1, "demonstrative")
    return unnamed_phrase(scene, i - 1, i) if alone else None


def accusative_before(scene: Scene, i: int) -> Phrase | None:
    """Return the object that ends before a token, a noun with the ending of one and its demonym: «a young Syrian»."""
    first = i - 1
    while first > scene.units.sentence(i).first and first in scene.words.demonyms:
        first -= 1
    if first < i - 1 and not accusative(scene, first):  # «shot | a Palestinian | who tried», without «who»
        return national(scene, i - 1) if scene.units.norms[i - 1].endswith(YA + ALEF) else None
    alone = first >= 0 and accusative(scene, first) and first - 1 not in scene.words.triggers  # «an air strike | hit»
    return unnamed_phrase(scene, first, i) if alone else None


def indefinite(scene: Scene, i: int) -> Phrase | None:
    """Return the indefinite noun at a token with its adjectives, unless its ending says that it is an object."""
    last = i
    end = min(scene.units.sentence(i).last, i + _LONGEST - 1) if i < len(scene.units) else i
    while last < end and (_noun(scene, last) or (last > i and _purpose(scene, last))) and not accusative(scene, last):
        last += 1
    while i < last < end and _adjective_of_land(scene, last):
        last += 1  # «a fisherman | of Gaza»
    return unnamed_phrase(scene, i, last) if last > i else None


def _adjective_of_land(scene: Scene, i: int) -> bool:
    """Say whether an indefinite adjective of a country that is no object stands at a token."""
    bare = any(not hit.prefix and not hit.definite for hit in scene.words.demonyms.get(i, NONE))
    return bare and i not in scene.covered and not scene.units.norms[i].endswith((ALEF, YA + NUN))


def construct(scene: Scene, i: int) -> Phrase | None:
    """Return the noun at a token with the definite one in its idafa, or with its adjectives: «depots of the port»."""
    last = i
    end = min(scene.units.sentence(i).last, i + _LONGEST - 1) if i < len(scene.units) else i
    while last < end and (_noun(scene, last) or (last > i and _purpose(scene, last))):
        last += 1
    if last == i:
        return None
    whole = definite(scene, last)
    if whole is None and last < end and scene.units.norms[last].startswith(OF_THE) and last not in scene.covered:
        last += 1  # «positions | of the opposition»
    return unnamed_phrase(scene, i, last if whole is None else whole.last)


def whole(scene: Scene, i: int) -> Phrase | None:
    """Return the noun at a token that is made definite by the one in its idafa: «the imams of the mosques»."""
    phrase = construct(scene, i)
    named = phrase is not None and scene.units.norms[phrase.last - 1].startswith(ARTICLE)
    return phrase if named else None


def _purpose(scene: Scene, i: int) -> bool:
    """Say whether a masdar says what the noun before it is for: «a point | of inspection»."""
    return any(hit.form.pos == "masdar" and not hit.prefix for hit in scene.words.triggers.get(i, NONE))


def accusative(scene: Scene, i: int) -> bool:
    """Say whether an indefinite noun at a token is an object by its ending."""
    norms = scene.units.norms
    ends = i < len(norms) and len(norms[i]) > _SHORT and norms[i].endswith((ALEF, YA + NUN)) and scene.plain(i)
    return ends and not (norms[i].endswith(OBLIQUE) and _improving(norms[i]))


def _improving(norm: str) -> bool:
    """Say whether letters are those of a masdar that ends like a plural, «by» before it or not: «the improving»."""
    bare = norm[1:] if norm[0] in BA else norm
    return len(bare) == _TAFIL and bare[0] == TA


def _noun(scene: Scene, i: int) -> bool:
    """Say whether a token is an unnamed noun without article, and nothing but a noun is written there.

    «One of them» is none, nor is a word behind a preposition or «and» written onto it.
    """
    if not scene.plain(i) or scene.hits.has(i, _SOME):
        return False
    joined = scene.prefixed(i) or scene.units.norms[i].startswith(AND)
    return not joined or any(not hit.prefix and hit.kind != TOPICS for hit in scene.hits.at(i))


def national(scene: Scene, i: int) -> Phrase | None:
    """Return who is only called by his country at a token: «the arrest of | a Palestinian», «two Iraqis fell»."""
    if i in scene.covered or i in scene.timed:
        return None
    hit = next((h for h in scene.words.demonyms.get(i, NONE) if not h.prefix and not h.definite), None)
    if hit is None:
        return None
    person = unnamed_phrase(scene, i, i + 1, rule="events.counted")
    return person._replace(entity=replace(person.entity, country=hit.entry.text("code")))


def several(scene: Scene, i: int) -> Phrase | None:
    """Return the people at a token whom the ending of a plural or dual tells, with their adjectives: «journalists»."""
    last = i
    end = min(scene.units.sentence(i).last, i + _LONGEST)
    while (
        last < end
        and scene.units.norms[last].endswith(YA + NUN)
        and (accusative(scene, last) or (last > i and last in scene.words.demonyms))
    ):
        last += 1
    return unnamed_phrase(scene, i, last, rule="events.counted") if last > i else None


def counted(scene: Scene, i: int) -> Phrase | None:
    """Return the people counted at a token: a number and an indefinite noun, a number alone, «dozens of people»."""
    if i >= len(scene.units) or i in scene.timed or i in scene.covered:
        return None
    noun = _behind_number(scene, i)
    if not noun:
        return None
    noun = next((hit.last for hit in scene.hits.at(noun, _AT_LEAST)), noun)  # «six | at least | of the smugglers»
    end = scene.units.sentence(i).last
    particle = scene.words.particle(noun)
    if particle is not None and particle.part == OF:
        of = particle.last
        some_of = _whole_at(scene, of) or definite(scene, of) or _theirs(scene, of) or whole(scene, of)
        return None if some_of is None else unnamed_phrase(scene, i, some_of.last, rule="events.counted")
    if any(hit.entry.text("part") == OF for hit in scene.hits.at(noun, "bound_preposition")):
        return unnamed_phrase(scene, i, noun + 1, rule="events.counted")  # «two | of them»
    some = scene.hits.has(i, _SOME)
    if some and noun < end and owned(scene, noun) and noun not in scene.covered:
        return unnamed_phrase(scene, i, noun + 1, rule="events.counted")  # «one of | its soldiers»
    if noun >= end or scene.units.norms[noun].startswith(ARTICLE) != some:
        return None
    lands = (hit for hit in scene.words.demonyms.get(noun, NONE) if not some or hit.form.number == "p")
    land = next(lands, None)
    if land is not None and noun not in scene.covered:  # «thousands of | Iraqis»
        people = unnamed_phrase(scene, i, noun + 1, rule="events.counted")
        return people._replace(entity=replace(people.entity, country=land.entry.text("code")))
    theirs = noun < end and scene.units.norms[noun].endswith(_THEIRS)  # «13, | most of them»
    theirs = theirs or (owned(scene, noun) and scene.units.norms[noun].startswith(AND))  # «regiment 30 | and his men»
    # Behind a number an object is a noun, whatever else its letters are: «20 | students» or «demanding».
    letters = scene.units.norms[noun]
    object_ends = not some and (
        letters.endswith(OBLIQUE) or (scene.units.norms[i].isdigit() and letters.endswith(ALEF))
    )
    nominal = _nominal(scene, noun) or (object_ends and noun not in scene.covered and noun not in scene.timed)
    if nominal and len(letters) > 1 and not _of_age(scene, noun) and not theirs:  # «in 1225 | AD»
        these = definite(scene, noun) if some else None  # «hundreds of | the young Egyptians»
        last = noun + 1 if these is None else these.last
        held = any(hit.entry.text("part") == "by" for hit in scene.hits.at(last, "bound_preposition"))
        return unnamed_phrase(scene, i, last + held, rule="events.counted")  # «five suspects», in Arabic two words
    return None


def counted_before(scene: Scene, i: int) -> Phrase | None:
    """Return the counted people who end before a token: «40 men, 40 men | of the district's people | were killed»."""
    start = max(scene.units.sentence(i - 1).first, i - _COUNTED_LAST) if i else 0
    for first in range(i - 2, start - 1, -1):
        known = scene.covered.get(first)
        listed = known is not None and known.first == first and known.mention.rule.endswith("counted")
        people = known if listed else counted(scene, first)
        of = None if people is None else scene.words.particle(people.last)
        some_of = whole(scene, of.last) if of is not None and of.part == OF and of.last < i else None
        if people is not None and some_of is not None:
            people = unnamed_phrase(scene, first, some_of.last, rule="events.counted")
        if people is not None or scene.verb(first) or not scene.units.is_word(first):
            stands = people is not None and people.last == i and (first == i - 2 or not _ruled(scene, first))
            return people if stands else None
    return None


def _ruled(scene: Scene, i: int) -> bool:
    """Say whether a preposition stands before a number or its «about»: «in | many of the cases»."""
    particle = scene.words.particle_before(scene.words.amounts.get(i, i))
    return particle is not None and particle.part not in {"complementiser", "was"}


def number_alone(scene: Scene, i: int) -> Phrase | None:
    """Return a number at a token that counts people without naming them, with «about» before it or not."""
    first = i
    for hit in scene.hits.at(i, "approximate"):
        i = hit.last
        break
    if i >= len(scene.units) or i in scene.timed or i in scene.covered:
        return None
    words = (hit.last for hit in scene.words.numbers.get(i, NONE) if hit.entry.text("role") != "ordinal")
    last = i + 1 if scene.units.norms[i].isdigit() else next(words, 0)
    people = counted(scene, i) if last else None
    if people is not None:
        return unnamed_phrase(scene, first, people.last, rule="events.counted")
    if not last or last in scene.words.numbers:
        return None  # «48 | thousand and 572 people»
    ends = last >= scene.units.sentence(i).last or not _nominal(scene, last) or scene.verb(last) or owned(scene, last)
    if not ends or last in scene.at_head:
        return None
    number = unnamed_phrase(scene, first, last, rule="events.counted")
    return number._replace(mention=replace(number.mention, subkind=NUMBER))


def _behind_number(scene: Scene, i: int) -> int:
    """Return the token behind a number or quantity, 0 where none stands at a token."""
    if scene.units.norms[i].removeprefix(AND).isdigit():
        return _behind_thousands(scene, i + 1)
    for hit in scene.words.numbers.get(i, NONE):
        if hit.entry.text("role") != "ordinal":
            return _behind_thousands(scene, hit.last)
    some = scene.hits.at(i, _SOME)
    return some[0].last if some else 0


def _behind_thousands(scene: Scene, i: int) -> int:
    """Return the token behind what goes on with a number: «48 | thousand | and 572 | people», «three | million»."""
    words = next((hit for hit in scene.words.numbers.get(i, NONE) if hit.entry.text("role") != "ordinal"), None)
    if words is None:
        return i
    last, norms = words.last, (*scene.units.norms[words.last : words.last + 2], "", "")
    if norms[0] == AND:
        return last + 2 if norms[1].isdigit() else last
    return last + 1 if norms[0].startswith(AND) and norms[0].removeprefix(AND).isdigit() else last


def _whole_at(scene: Scene, i: int) -> Phrase | None:
    """Return the phrase at a token, unnamed nouns before it included: «six of | members of the police»."""
    heads = (scene.at_head[k] for k in range(i, i - _LONGEST, -1) if k in scene.at_head)
    return next((phrase for phrase in heads if i <= phrase.first < i + _LONGEST - 1), None)


def _theirs(scene: Scene, i: int) -> Phrase | None:
    """Return the noun with a pronoun at a token: «six | of its inhabitants»."""
    closed = not owned(scene, i) or i in scene.covered or i in scene.timed or scene.is_preposition(i) or scene.verb(i)
    return None if closed else unnamed_phrase(scene, i, i + 1)


def owned(scene: Scene, i: int) -> bool:
    """Say whether a token is a noun with the pronoun of whom it belongs to: «his followers», no «in it»."""
    written = i < len(scene.units) and scene.units.surface(i, i + 1).strip().endswith(_PRONOUNS)
    return written and not scene.hits.has(i, "bound_preposition")


def _closed(scene: Scene, i: int) -> bool:
    """Say whether a token is no noun: a particle, a verb, a day, or part of a known phrase."""
    return scene.words.is_particle(i) or i in scene.timed or i in scene.covered or scene.verb(i)


def _nominal(scene: Scene, i: int) -> bool:
    """Say whether a token looks like a noun or adjective that no list knows as something else."""
    if i >= len(scene.units.norms):
        return False
    if not scene.units.norms[i][0].isalpha() or i in scene.timed or i in scene.covered:
        return False
    return i not in scene.words.known and not scene.verb(i)


def are_people(norm: str) -> bool:
    """Say whether a word is the sound plural of a participle with article: «the guards», no «the two towns»."""
    plural = norm.endswith(OBLIQUE) and not norm.endswith(TA + OBLIQUE)
    return plural and norm.startswith(ARTICLE) and is_participle(norm.removesuffix(OBLIQUE))


def _unmarked(scene: Scene, first: int, name: str) -> str:
    """Return a name without the alef of an object on the noun that heads it and on its adjectives: «a Tunisian»."""
    words = name.split()
    last = first + 1
    if len(words) > 1 and not (_object_ends(words[1]) or _apart(scene, last)):
        return name  # «the two leaders | of a party»
    for k, word in enumerate(words):
        if not _object_ends(word):
            break
        words[k] = word.replace(TANWIN, "").removesuffix(ALEF)
    return " ".join(words)


def _apart(scene: Scene, i: int) -> bool:
    """Say whether a token behind a noun is no second part of its idafa: an adjective, a preposition."""
    adjective = scene.hits.has(i, "adjective") or i in scene.words.demonyms  # «foreign banks»
    return adjective or scene.is_preposition(i) or scene.prefixed(i)


def _object_ends(word: str) -> bool:
    """Say whether letters may be those of an indefinite noun as an object."""
    bare = word.replace(TANWIN, "")
    return bare.endswith(ALEF) and not bare.endswith(_BASES) and len(bare) > _SHORT and not bare.startswith(ARTICLE)


def unnamed_phrase(scene: Scene, first: int, last: int, *, rule: str = "") -> Phrase:
    """Return tokens as a phrase that stands for nobody of the cast."""
    name = nominative(" ".join(scene.units.surface(first, last).split()))
    if first not in scene.words.numbers:
        name = _unmarked(scene, first, name)
    span = scene.units.span(first, last)
    definite = scene.units.norms[first].startswith(ARTICLE)
    return unknown((first, last), span, name, rule=rule, definite=definite)


def qualifies_noun(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb says what a thing right before it does, to whoever stands behind: «a book | criticises X»."""
    i, form, norms = hit.first - 1, hit.form, scene.units.norms
    if form.pos != "verb" or form.tense != "present" or form.number != "s" or hit.prefix:
        return False
    noun = i > scene.units.sentence(hit.first).first and norms[i][0].isalpha() and not norms[i].startswith(ARTICLE)
    closed = i in scene.covered or i in scene.timed or scene.words.is_particle(i) or scene.verb(i)
    if not noun or closed or norms[i].endswith(ALEF):
        return False
    return norms[i].endswith((HA, ALEF + TA)) == (form.gender == "f")


def qualifies_thing(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb tells what the thing right before it hit: «an operation, a wave of killings | targeted X»."""
    i, form, norms = hit.first - 1, hit.form, scene.units.norms
    if form.pos != "verb" or form.number != "s" or form.gender != "f" or hit.prefix or i not in range(len(norms)):
        return False
    closed = i in scene.covered or i in scene.timed or scene.words.is_particle(i) or scene.verb(i)
    thing = scene.words.is_event_noun(i) or (scene.plain(i) and not norms[i].startswith(ARTICLE))
    same = scene.units.sentence_of[i] == scene.units.sentence_of[hit.first]
    return same and thing and not closed and norms[i].endswith((HA, ALEF + TA))
