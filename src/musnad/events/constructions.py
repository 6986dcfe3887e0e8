"""In which constructions a word is the event that its entry says: «the boycott», «they pardon», «to rescue»."""

from collections.abc import Callable

from musnad.arabic import AND, ARTICLE, BA, BARE, FUTURE, LAM
from musnad.arabic.letters import ALEF, YA
from musnad.events.draft import FALLEN, SEIZING
from musnad.events.scene import QUOTES, Scene
from musnad.events.words import NONE
from musnad.lexicon import Hit

_BEHIND = 20  # tokens behind a word in which what it asks for must stand: «described X | as a terrorist»
_NEAR = 4  # tokens behind a word in which that must stand where its subject at most comes between
_RIGHT_BEHIND = 3  # tokens behind a word in which an object makes it another one: «waved | their flags»
_SUBJECT = 5  # tokens of the subject between a verb and the noun that it carries
_OBJECT = 2  # tokens behind the subject of a verb in which that object stands: «released | papers»
_LONGEST_CONTEXT = 3  # tokens of a phrase before a word that makes it another one
_UNREAL = frozenset({"present", "jussive"})
_NOUNS = frozenset({"masdar", "noun"})
_FREE = frozenset({"relative", "coordinator", "when"})
_GOVERNING = frozenset({"not", "not_past", "not_future", "if", "complementiser"})
_MANKIND = "mankind"
_NAMED = "named_after"  # the context of «the culture of, the ministry of»
_BODY = "body_for"  # the context of «committee, front», whose name goes on with «for»
_ON, _UNPLACED = "on", "unplaced"
_GROUND = "ground"  # the context of «town, airport, positions», which can be taken
_GROUND_BEHIND = 7  # tokens behind «on» in which it must stand: «of ninety per cent of the hills»
_BREAKING, _BROKEN = "breaking", 8  # the context of «breach, violation», and the tokens from it to what is broken
_STUDIED = "studied"  # the context of «at the university», behind «student»
_STOPS = frozenset(".؛:")
_BY = tuple(BA)
_TO = frozenset({"to", "for"})


def fits(scene: Scene, hit: Hit) -> bool:
    """Say whether a word may be its event where it stands: in its construction, and with what stands behind it."""
    entry = hit.entry
    if hit.form.pos != "verb" and _named(scene, hit):
        return False
    if any(_CONSTRUCTIONS[name](scene, hit) for name in entry.texts("never")):
        return False
    wanted = entry.texts("then")
    if wanted and not _follows(scene, hit, wanted, _NEAR + _subject(scene, hit) if entry.flag("near") else _BEHIND):
        return False
    excluded = entry.texts("not_then")
    over = _subject(scene, hit) + _OBJECT if excluded and entry.flag("over_subject") else 0
    if excluded and not _of_deed(scene, hit, excluded) and _follows(scene, hit, excluded, max(_RIGHT_BEHIND, over)):
        return False
    preceding = entry.texts("not_after")
    return not (preceding and _precedes(scene, hit, preceding))


def _named(scene: Scene, hit: Hit) -> bool:
    """Say whether a noun only names a notion or body: «the language of | dialogue», «the committee | for talks»."""
    before = hit.first - 1
    if before < scene.units.sentence(hit.first).first:
        return False
    if hit.prefix in BARE:
        words = scene.hits.at(before, "context") if scene.told_of(before, _NAMED) else ()
        return any(word.entry.text("context") == _NAMED and not word.definite for word in words)
    if not (hit.definite and hit.prefix[0] in LAM):
        return False
    head = before - (scene.units.norms[before].startswith(ARTICLE) and not scene.told_of(before, _BODY))
    return scene.told_of(head, _BODY) and not scene.verb(head - 1)  # «the committee called | for talks»


def _follows(scene: Scene, hit: Hit, contexts: tuple[str, ...], reach: int) -> bool:
    """Say whether a word of one of some contexts stands within a few tokens behind a word, in its clause."""
    for i in range(hit.last, scene.units.sentence(hit.first).last):
        if i in scene.timed:
            continue  # «published, on Monday, | a list»
        reach -= 1
        if reach < 0 or scene.units.norms[i][0] in _STOPS:
            return False
        if not scene.contexts_at(i).isdisjoint(contexts):
            return True
    return False


def _subject(scene: Scene, hit: Hit) -> int:
    """Return how many tokens the subject right behind a verb has: «released | the Ministry of Defence | papers»."""
    phrase = scene.at_head.get(hit.last) if hit.form.pos == "verb" else None
    return 0 if phrase is None or phrase.slot or hit.suffix else phrase.last - hit.last


def _of_deed(scene: Scene, hit: Hit, excluded: tuple[str, ...]) -> bool:
    """Say whether a deed with «by» stands behind a verb or its subject: «threatened | the cutting of relations»."""
    at = hit.last + _subject(scene, hit)
    if not scene.contexts_at(at).isdisjoint(excluded):
        return False
    deeds = (*scene.words.triggers.get(at, NONE), *scene.words.supports.get(at, NONE))
    return hit.form.pos == "verb" and any(deed.prefix != "" and deed.prefix in BA for deed in deeds)


def _precedes(scene: Scene, hit: Hit, contexts: tuple[str, ...]) -> bool:
    """Say whether a word or phrase of one of some contexts ends right before a word or its quotation mark."""
    start, end = scene.units.sentence(hit.first).first, hit.first
    if end > start and scene.units.norms[end - 1] in QUOTES:
        end -= 1
    return any(
        context.last == end and context.entry.text("context") in contexts
        for i in range(max(start, end - _LONGEST_CONTEXT), end)
        if not scene.contexts_at(i).isdisjoint(contexts)
        for context in scene.hits.at(i, "context")
    )


def _present(_: Scene, hit: Hit) -> bool:
    return hit.form.pos == "verb" and hit.form.tense in _UNREAL


def _habit(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb in the present tells what is done in general: in no headline, and not of what will be."""
    return _present(scene, hit) and not (hit.prefix.endswith(FUTURE) or scene.in_headline(hit.first))


def _general(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb in the present tells a habit by itself: «they | kill», not «before they | were killed»."""
    before = scene.words.particle_before(hit.first)
    return _habit(scene, hit) and (before is None or before.part in _FREE)


def _of_all(scene: Scene, hit: Hit) -> bool:
    """Say whether a bare word is done to mankind, and so names a kind of deed: «the killing | of innocents»."""
    bare = hit.form.tense != "present" and hit.last < len(scene.units) and not hit.suffix
    return bare and scene.told_of(hit.last, _MANKIND)


def _governed(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb stands right behind a negation, a condition or «that»: «if they do not | keep to»."""
    before = scene.words.particle_before(hit.first)
    return hit.form.pos == "verb" and before is not None and before.part in _GOVERNING


def _definite(_: Scene, hit: Hit) -> bool:
    return hit.form.pos != "verb" and hit.definite


def _pronoun(_: Scene, hit: Hit) -> bool:
    return hit.suffix != ""


def _purpose(_: Scene, hit: Hit) -> bool:
    return hit.form.pos != "verb" and hit.prefix in LAM


def _adverbial(scene: Scene, hit: Hit) -> bool:
    """Say whether a noun says why something is done: «resigned | in protest at», not «workers staged | a protest»."""
    if hit.form.pos != "masdar" or not scene.units.norms[hit.first].endswith(ALEF):
        return False
    verb = hit.first - 1
    while verb > hit.first - _SUBJECT and not scene.verb(verb) and _of_subject(scene, verb):
        verb -= 1
    staged = any(other.entry.flag("general") for other in scene.words.supports.get(verb, NONE))
    return scene.is_preposition(hit.last) and not staged


def _of_subject(scene: Scene, i: int) -> bool:
    """Say whether a token may belong to the subject of a verb before it, and not to its object."""
    named = i in scene.covered or scene.units.norms[i].startswith(ARTICLE)
    return named and scene.words.particle(i) is None


def _addressed(scene: Scene, hit: Hit) -> bool:
    """Say whether a noun stands behind «to», alone or counted: «directed a speech to | the forces, one of his men»."""
    if hit.prefix in LAM:
        return hit.prefix != ""
    particles = (scene.words.particle_before(i) for i in (hit.first, hit.first - 1))
    return any(particle is not None and particle.part in _TO for particle in particles)


def _unaddressed(scene: Scene, hit: Hit) -> bool:
    """Say whether a participle has no object behind it, and so tells what somebody is: «men | accused of»."""
    if hit.form.pos != "participle" or hit.suffix:
        return False
    i = hit.last + (hit.last < len(scene.units) and scene.units.norms[hit.last] in QUOTES)
    if i >= scene.units.sentence(hit.first).last or scene.verb(i) or not scene.units.is_word(i):
        return True
    phrase = scene.at_head.get(i)
    return phrase.slot != "" if phrase is not None else scene.prefixed(i) and scene.units.norms[i].startswith(_BY)


def _described(scene: Scene, hit: Hit) -> bool:
    """Say whether letters of a past verb are a noun: «a Nigerian | student», whose adjective has no article.

    So are those of whom somebody arrested, and those behind which another verb stands: «any | student can».
    """
    if not _without_object(scene, hit):
        return False
    norm = scene.units.norms[hit.last]
    if not hit.prefix and (_taken(scene, hit) or (scene.verb(hit.last) and not norm.startswith(AND))):
        return True
    foreign = hit.last in scene.words.demonyms and norm.endswith(YA) and not norm.startswith(ARTICLE)
    return foreign or scene.told_of(hit.last, _STUDIED)


def _taken(scene: Scene, hit: Hit) -> bool:
    """Say whether a noun of arrest or killing rules a word right behind it: «the arrest of | a student»."""
    before = (other for other in scene.words.triggers.get(hit.first - 1, NONE) if other.last == hit.first)
    return any(
        other.form.pos in _NOUNS
        and not (other.suffix or other.definite)
        and (other.entry.text("mode") in SEIZING or other.entry.text("level") == FALLEN)
        for other in before
    )


def _qualified(scene: Scene, hit: Hit) -> bool:
    """Say whether behind letters of a past verb stands what is neither subject nor object: «a dangerous | matter»."""
    if not _without_object(scene, hit) or hit.form.gender == "f":
        return False
    particle = scene.words.particle(hit.last)
    if particle is not None:
        return particle.part == "from"
    return scene.plain(hit.last) and not scene.prefixed(hit.last) and hit.last not in scene.at_head


def _without_object(scene: Scene, hit: Hit) -> bool:
    return hit.form.tense == "past" and hit.form.number == "s" and not hit.suffix and hit.last < len(scene.units)


def _bare(_: Scene, hit: Hit) -> bool:
    """Say whether letters of a past verb have no ending, as those of a noun: «and | support of the government»."""
    return hit.form.tense == "past" and hit.form.number == "s" and hit.form.gender != "f" and not hit.suffix


def _unplaced(scene: Scene, hit: Hit) -> bool:
    """Say whether nothing that can be taken stands behind «on»: «took | the market», not «the airport»."""
    last = scene.units.sentence(hit.first).last
    for i in range(hit.last - 1, min(last, hit.last + _BEHIND)):
        if i >= hit.last and any(
            _UNPLACED in other.entry.texts("never") for other in scene.words.triggers.get(i, NONE)
        ):
            return False  # that one asks for ground of its own
        particle = scene.words.particle(i)
        if particle is None or particle.part != _ON:
            continue
        behind = range(particle.last, min(last, particle.last + _GROUND_BEHIND))
        phrases = (scene.at_head.get(k) for k in behind)
        placed = any(phrase is not None and phrase.mention.kind == "place" for phrase in phrases)
        of_them = any(scene.hits.has(k, "bound_preposition") for k in behind)  # «took | three of them»
        return not (placed or of_them or any(scene.told_of(k, _GROUND) for k in behind))
    return False


def _breached(scene: Scene, hit: Hit) -> bool:
    """Say whether a truce is there already, since somebody breaks it: «accused X of another breach of | the truce»."""
    for i in range(hit.first - 1, max(scene.units.sentence(hit.first).first, hit.first - _BROKEN) - 1, -1):
        if scene.told_of(i, _BREAKING):
            return True
        if scene.ends_clause(i) or scene.words.is_relative(i) or scene.verb(i):
            return False
    return False


_CONSTRUCTIONS: dict[str, Callable[[Scene, Hit], bool]] = {
    "present": _present,
    "habit": _habit,
    "general": _general,
    "of_all": _of_all,
    "governed": _governed,
    "definite": _definite,
    "pronoun": _pronoun,
    "purpose": _purpose,
    "adverbial": _adverbial,
    "addressed": _addressed,
    "unaddressed": _unaddressed,
    "described": _described,
    "qualified": _qualified,
    "bare": _bare,
    _UNPLACED: _unplaced,
    "breached": _breached,
}
