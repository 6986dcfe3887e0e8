"""Subjects of other verbs around a cue that has none: of the one that governs it, of its sentence, of a paper."""

from musnad.arabic import AND, ARTICLE, BARE, CONJUNCTIONS, LAM, PRONOUN_ENDINGS, SO, fold_word
from musnad.arabic.letters import YA
from musnad.model import Sentence
from musnad.statements.carried.datelines import behind_dateline, is_byline
from musnad.statements.carried.documents import in_title
from musnad.statements.carried.joining import CLAUSE, acts, topic
from musnad.statements.content.appositions import is_affected
from musnad.statements.draft import Draft
from musnad.statements.scene import Noun, Scene
from musnad.statements.steps import VERBS, is_pronoun
from musnad.statements.subjects.companions import with_name, with_second
from musnad.statements.subjects.descriptions import with_description
from musnad.statements.subjects.fronted import amid_was
from musnad.statements.subjects.issuers import creator
from musnad.statements.subjects.phrases import GOVERNING, unknown
from musnad.statements.told import KINDS, Told, agrees, told_by

SUBJECTS = KINDS - {"place", "group"}
_ASK = "cue.ask"
_MANY = "addressed.many"
_NEAR = 3  # sentences before the first statement in which whoever makes it is named


def _indefinite(noun: Noun) -> bool:
    """Say whether a mention is one indefinite noun («ممثلا»), which is hardly a subject."""
    return (
        noun.last - noun.first == 1 and noun.mention.proper is None and not fold_word(noun.surface).startswith(ARTICLE)
    )


def governing(scene: Scene, first: int, draft: Draft) -> Told | None:
    """Return the subject right behind the nearest verb before a participle or masdar («علق الوزير … قائلا»)."""
    last, kinds = draft.cue.first, SUBJECTS if draft.family == "participle" else KINDS
    behind = (
        range(last - 1, max(first, last - CLAUSE) - 1, -1)
        if draft.family != "verb"
        else range(first, min(first + 1, last))
    )
    if draft.family == "participle" and (was := _was(scene, first, last)) is not None:
        return was
    over, around = scene.is_comma(last - 1), scene.within.get(last)
    for i in behind:
        if scene.within.get(i) not in {None, around}:
            continue  # «قال الوزير: "من الطبيعي أن يتعب الجيش"، مؤكدا أن …»
        if over and _is_relative(scene, i):
            continue  # «علق الوزير على ما نشره حداد، قائلا …»
        governed = scene.is_function(i) or scene.part(i - 1) in GOVERNING  # «وبين» is «between» too, «في وجه …» a noun
        if scene.is_verb(i, *VERBS) and not governed:
            noun = scene.starting.get(i + 2 if scene.part(i + 1) == "this" else i + 1)
            state = noun is not None and noun.mention.kind == "place" and acts(scene, i, noun, draft.cue)
            if noun is None and (paper := _paper_behind(scene, i, last)) is not None:
                return paper  # «استعرض البيان ما جرى، مشيرا إلى أن …»
            if noun is None or not (noun.mention.kind in kinds or state):
                return topic(scene, first, i, draft) if draft.family == "participle" else None
            many = draft.cue.hit is not None and draft.cue.hit.form.number in {"d", "p"}
            both = with_second(scene, noun, last) if many else None  # «اتفق حداد ونصر على …، مشيرين إلى …»
            if both is not None and both.number != "s":
                return both
            return with_name(scene, noun, _reach(scene, noun, last), "governing")
    return None


def _paper_behind(scene: Scene, i: int, last: int) -> Told | None:
    """Return the definite paper that is the subject right behind a verb, or None."""
    papers = [hit for hit in scene.hits.at(i + 1, "medium") if hit.definite and not hit.prefix.strip(ARTICLE)]
    return creator(scene, i + 1, last, papers) if any(hit.entry.flag("document") for hit in papers) else None


def justifying(scene: Scene, first: int, draft: Draft, before: Draft | None) -> Told | None:
    """Return the subject of the verb that a pretext justifies («رفضت الحكومة الطلب بحجة أن …»), said or done."""
    behind = range(draft.cue.first - 1, first - 1, -1)
    verb = next((i for i in behind if scene.is_verb(i, *VERBS)), None)
    if before is not None and before.cue.first == verb:
        return before.told
    return None if verb is None else governing(scene, first, draft)


def _is_relative(scene: Scene, i: int) -> bool:
    """Say whether a verb at a token tells of the noun before it («الذي نشرته الصحيفة», «مقطع نشرته الصحيفة»)."""
    if scene.part(i - 1) in {"relative", "what"}:
        return True
    verbs = scene.hits.verbs(i)
    if not verbs or i == 0 or not all(hit.suffix and not hit.prefix for hit in verbs):
        return False
    if scene.is_comma(i - 1):
        return all(hit.form.tense == "present" for hit in verbs)  # «خلية تضم تسعة، يقودها حداد»
    marked = not (scene.units.is_word(i - 1) or scene.is_break(i - 1))  # «مؤتمر "الغد" نظمه المركز»
    return (marked or scene.is_plain(i - 1)) and i not in scene.opened


def _tells_which(scene: Scene, noun: Noun, first: int) -> bool:
    """Say whether a noun only does what tells of another one, where a verb of somebody else begins the sentence.

    «وأبرز على هامش زيارة يؤديها وفد …», «وحملت …، في بلاغ توصلت به الصحيفة، …», «وتطرقوا إلى ما ارتكبته الميليشيا».
    """
    begins = first + (scene.part(first) is not None)  # «كما تطرق …», «وقد أبرز …»
    at = noun.first - 1 - (noun.first - 1 in scene.quote_at)
    if at <= begins or not scene.hits.verbs(begins):
        return False
    if is_pronoun(scene, at):
        return any(not hit.prefix for hit in scene.hits.verbs(at - 1)) and not scene.is_function(at - 2)
    led = scene.part(at - 1) in {"relative", "what"}
    return _is_relative(scene, at) and (not led or scene.is_function(begins + 1))


def _opens_without(scene: Scene, first: int) -> bool:
    """Say whether the verb that begins a stretch has its subject in the ones before, so that its nouns are others.

    A verb in the plural has («وأيدوا تدمير التنظيم، وحذروا»), and one of saying before a verb («وأضاف كان حداد …»).
    """
    at = first + (scene.part(first) is not None)
    verbs = scene.hits.verbs(at)
    many = bool(verbs) and all(hit.form.number == "p" and hit.form.person != 1 for hit in verbs)
    says = any(hit.kind == "cue" and hit.entry.flag("utters") for hit in verbs)
    return many or (says and (scene.part(at + 1) == "auxiliary" or scene.is_surely_verb(at + 1)))


def _was(scene: Scene, first: int, last: int) -> Told | None:
    """Return the subject that a sentence begins with behind «كان» («وكان اليمن قد كذب مزاعم …، معبرا عن …»)."""
    at = next((i for i in range(first + 2, min(last, first + CLAUSE)) if scene.part(i) == "auxiliary"), None)
    told = None if at is None else amid_was(scene, at, first)
    return None if told is None or told.kind == "phrase" else told


def asked_by(scene: Scene, first: int, draft: Draft) -> Told | None:
    """Return who asks the one who answers, and is not he («وسأله القاضي عن المال، فأجاب: …»)."""
    hit = draft.cue.hit
    if draft.family != "verb" or hit is None or not hit.prefix.startswith(SO):
        return None
    for i in range(draft.cue.first - 1, first - 1, -1):
        if any(one.entry.id == _ASK and one.suffix for one in scene.hits.at(i, "cue")):
            noun = scene.starting.get(i + 1)
            return None if noun is None else told_by(noun, "subject")
    return None


def answering(scene: Scene, first: int, draft: Draft) -> Told | None:
    """Return the nearest man before a verb with «ف», whom somebody turned to («اتصلت الصحيفة بالمدير، فأكد أن …»)."""
    hit = draft.cue.hit
    if draft.family != "verb" or hit is None or hit.prefix != SO or draft.parent is not None or not draft.is_sure:
        return None
    for i in range(draft.cue.first, first, -1):
        noun = scene.ending.get(i)
        if noun is not None and noun.mention.kind == "person" and noun.mention.proper is not None:
            told = told_by(noun, "governing")
            return told if agrees(draft.cue, told) else None
    return None


def issuer(scene: Scene, first: int, last: int) -> Told | None:
    """Return who sent a paper: the noun behind the nearest verb before it, else the last that can be a subject."""
    found = None
    for i in range(last - 1, first - 1, -1):
        noun = scene.starting.get(i + 1) if scene.hits.verbs(i) else None
        if noun is not None and noun.mention.kind in SUBJECTS and noun.last <= last:
            return with_description(scene, told_by(noun, "subject"), last)
        if noun is None and scene.hits.has(i, "phase_verb") and (sender := unknown(scene, i + 1, last, sure=True)):
            return sender  # «أصدرت قيادة التجمع برئاسة الطبيب سامي حداد بيانا تؤكد فيه …»
    while (told := subject_between(scene, first, last)) is not None:
        found, first = told, told.last
    return found


def sent_by(scene: Scene, first: int, draft: Draft) -> Told | None:
    """Return from whom a verb tells that something came, before his own words («صدرت عن الجمعية، حيث اعتبرت …»)."""
    leads = scene.part(draft.cue.first - 1) == "subordinator"
    for i in range(draft.cue.first - 1, first, -1) if leads and draft.family == "verb" else ():
        noun = scene.starting.get(scene.particle_end(i)) if scene.part(i) == "issued" else None
        if noun is not None and noun.mention.kind in SUBJECTS and scene.hits.verbs(i):
            return told_by(noun, "governing")
    return None


def denied_between(scene: Scene, before: Draft, draft: Draft) -> Told | None:
    """Return who denies something between two cues, by no cue of its own («الأمر الذي نفاه الجيش، وقال …»).

    What others have done or shown only describes a noun («القانون الذي أقره البرلمان، مهددا بنقضه»).
    """
    for i in range(draft.cue.first - 1, before.cue.last, -1):
        noun = scene.starting.get(i + 1)
        verbs = [hit for hit in scene.hits.at(i, "cue") if hit.form.pos == "verb" and hit.suffix]
        said = any(hit.entry.text("stance") == "deny" for hit in verbs) or (verbs and scene.part(i - 2) == "fact")
        if (
            said
            and scene.part(i - 1) in {"relative", "what"}
            and i - 1 != before.first  # «ونفى المصدر ما روجه الإعلام …، وقال إن …»
            and noun is not None
            and noun.mention.kind in KINDS - {"place"}
            and scene.is_bare(noun)
        ):
            return told_by(noun, "subject")
    return None


def is_called_upon(scene: Scene, told: Told, draft: Draft) -> bool:
    """Say whether those behind a verb that goes on are rather its object («ودعا الشعب إلى …», «كما حث العالم …»).

    Whoever has somebody else behind him calls upon that («وطالب الشباب الحكومة بـ…»), and many may be the subject of a
    feminine verb («ودعت الأحزاب إلى …»).
    """
    span, hit = told.speaker.span, draft.cue.hit
    if span is None or hit is None or draft.family != "verb" or draft.cue.text("addressee") != "object":
        return False
    goes_on = hit.prefix.startswith(AND) or scene.is_as(draft.cue.first - 1)
    at = scene.units.token_at(span.start)
    behind = range(told.last, told.last if draft.opening is None else draft.opening.at)
    another = any(i in scene.starting and scene.is_bare(scene.starting[i]) for i in behind)
    called = [one for one in scene.hits.at(at, "addressed") if hit.form.gender == "m" or one.entry.id != _MANY]
    return goes_on and at == draft.cue.last and bool(called) and not another


def owner_between(scene: Scene, first: int, draft: Draft) -> Told | None:
    """Return the one person of a sentence, whose deed or thing it tells of («يدور جدل حول دور حداد، لكنه أكد …»)."""
    if not scene.contrasts(draft.cue.first) or not scene.norms[draft.cue.first - 1].endswith(PRONOUN_ENDINGS):
        return None
    nouns = [scene.starting[i] for i in range(first, draft.cue.first) if i in scene.starting]
    people = [noun for noun in nouns if noun.mention.kind == "person" and noun.mention.proper is not None]
    return told_by(people[0], "subject") if len(people) == 1 and scene.is_bare(people[0]) else None


def subject_between(scene: Scene, first: int, last: int) -> Told | None:
    """Return the first noun of a stretch that no preposition governs and that can speak."""
    dropped = _opens_without(scene, first)
    i = first
    while i < last:
        noun = scene.starting.get(i)
        if noun is None:
            i += 1
            continue
        written = fold_word(scene.units.text[scene.units.starts[i] : noun.mention.span.start])
        before = i - 2 if i - 1 in scene.quote_at else i - 1  # «كشف لـ «الضفاف» الوزير …»
        governed = i > 0 and (scene.part_before(before + 1) in GOVERNING or scene.norms[before] in LAM)
        bare = written in CONJUNCTIONS and not governed
        opens = i == first + 1 and bool(scene.hits.verbs(first))  # «روت نازحة كيف …»
        some = opens and not scene.norms[i].startswith(ARTICLE)  # «اتفق سياسيون على …»
        heads = i == first and scene.part(noun.last) == "relative"  # «سكان القرية الذين حضروا قالوا إن …»
        many = (some or heads) and noun.mention.kind == "group" and noun.entity.number == "p"
        speaks = many or (noun.mention.kind in SUBJECTS and (opens or not _indefinite(noun)))
        listed = i > first and is_pronoun(scene, i - 1) and not scene.hits.verbs(i - 2)  # «، ومنها جمعية …»
        owned = _is_owner(scene, noun, first) or _is_second(scene, noun, first) or is_affected(scene, noun)
        owned = owned or _tells_which(scene, noun, first) or (dropped and not opens)
        if bare and speaks and not (listed or owned or in_title(scene, i, last)):
            return with_name(scene, noun, _reach(scene, noun, last), "subject")
        i = max(noun.last, i + 1)
    return None


def main_subject(scene: Scene, sent: Sentence) -> Told | None:
    """Return the subject right behind the verb with which the main clause of a sentence begins behind a comma, or None.

    «وردا على سؤال …، كرر الوزير مطالبه.»
    """
    if scene.part(sent.first) != "in":
        return None
    for i in range(sent.first + 1, sent.last - 1):
        noun = scene.starting.get(i + 1) if scene.is_comma(i - 1) and scene.hits.verbs(i) else None
        if noun is not None and noun.mention.kind in SUBJECTS and scene.is_bare(noun):
            return with_name(scene, noun, _reach(scene, noun, sent.last), "subject")
    return None


def told_of_first(scene: Scene, number: int) -> Told | None:
    """Return the subject of the nearest sentence before one in which the first to speak is not named, titles aside."""
    sentences = scene.units.sentences
    for sent in reversed(sentences[max(0, number - _NEAR) : number]):
        free = sent.paragraph or not sentences[number].paragraph  # a text without a title begins in its first one
        free = free and not is_byline(scene, sent)
        first = behind_dateline(scene, sent.first)
        told = (main_subject(scene, sent) or subject_between(scene, first, sent.last)) if free else None
        if told is not None and scene.units.token_at(told.node.start) not in scene.within:
            return told
    return None


def turned(scene: Scene, draft: Draft, before: Draft | None) -> Told | None:
    """Return the subject right behind the last contrast before a cue («…، إلا أن كلينتون امتنعت عن …، وحضت …»)."""
    first, last = scene.region(draft.cue.first)[0], draft.cue.first
    alone = before is None or before.cue.first < scene.units.sentence(last).first
    free = alone and scene.is_comma(last - 1)  # «…، لكن الحكومة لم تستجب، قائلة إن …»
    if not (draft.family == "verb" or (draft.family == "participle" and free)):
        return None
    goes_on = draft.cue.hit is not None and draft.cue.hit.prefix == AND  # «لكن الوزراء في المجلس رفضوا، ويقولون إن …»
    behind = range(last - 2, first - goes_on, -1)
    at = next((i for i in behind if scene.part(i) == "contrast"), None)
    later = before is not None and at is not None and before.cue.first > at  # «…، لكن الأمن نجح …، وأكد السكان …»
    noun = None if at is None or later else scene.starting.get(scene.particle_end(at))
    if noun is None or noun.last > last or noun.mention.kind not in KINDS:
        return None
    acts = any(map(scene.hits.verbs, (noun.last, noun.last + 1)))
    return told_by(noun, "subject") if acts or draft.family == "verb" else None


def related_to(scene: Scene, draft: Draft) -> Told | None:
    """Return of whom a relative verb tells to which one with «و» is joined («باليابان، التي استنفرت جيشها وهددت …»)."""
    hit = draft.cue.hit
    if draft.family != "verb" or hit is None or hit.prefix != AND or draft.parent is None:
        return None
    for i in range(draft.cue.first - 1, max(draft.parent.first, draft.cue.first - CLAUSE), -1):
        if scene.is_break(i):
            return None
        if scene.part(i) == "relative" and scene.hits.verbs(i + 1):
            noun = scene.ending.get(i - 1 if scene.is_comma(i - 1) else i)
            told = None if noun is None or noun.mention.kind not in KINDS else told_by(noun, "governing")
            return told if told is not None and agrees(draft.cue, told) else None
    return None


def topic_of(scene: Scene, draft: Draft) -> Told | None:
    """Return the place with whose name and a verb the content around a cue begins («إن ألمانيا تراقب … وتدعو …»)."""
    noun = None if draft.parent is None else scene.starting.get(draft.parent.first)
    if noun is None or noun.mention.kind != "place" or noun.last >= draft.cue.first or not scene.is_bare(noun):
        return None
    hit = draft.cue.hit
    joined = draft.family == "verb" and hit is not None and hit.form.gender == "f" and hit.prefix == AND
    return told_by(noun, "subject") if joined and scene.hits.verbs(noun.last) else None


def standing(scene: Scene, draft: Draft) -> Told | None:
    """Return the subject before a clause of time that leads to a verb («والوزارة إذ تعلن ذلك لتؤكد أن …»)."""
    first = scene.region(draft.cue.first)[0]
    for i in range(draft.cue.first - 1, first, -1):
        noun = scene.ending.get(i) if scene.part(i) == "subordinator" and scene.hits.verbs(i + 1) else None
        if noun is None or noun.mention.kind not in KINDS or not scene.is_bare(noun, CONJUNCTIONS):
            continue
        if noun.first == first or scene.is_break(noun.first - 1):
            return told_by(noun, "subject")
    return None


def meant(scene: Scene, draft: Draft, before: Draft | None) -> Told | None:
    """Return the nearest noun that the pronoun before a verb can mean («… لأنها تعهدت»), inside its sentence."""
    at = draft.cue.first - 1
    if draft.family != "verb" or not any(hit.suffix for hit in scene.hits.at(at, "complementiser", "connective")):
        return None
    if draft.parent is not None and draft.parent.opening is not None and draft.parent.opening.at == at:
        return draft.parent.told
    first, _ = scene.region(at)
    conceded = scene.starting.get(scene.particle_end(first)) if scene.is_that(scene.particle_end(first) - 1) else None
    nearest = [scene.ending[i] for i in range(at, first, -1) if i in scene.ending]
    fits = (noun for noun in (conceded, *nearest) if noun is not None and not in_title(scene, noun.first, at))
    fits = (noun for noun in fits if noun.mention.kind in KINDS and agrees(draft.cue, told_by(noun, "subject")))
    noun = next(fits, None)  # «رغم أن حداد زار المدير، فإنه أكد أن …» means the first
    if (speaker := _contrasted(scene, before, draft)) is not None and not (noun and scene.hits.verbs(noun.first - 1)):
        return speaker
    return None if noun is None else told_by(noun, "subject")


def _contrasted(scene: Scene, before: Draft | None, draft: Draft) -> Told | None:
    """Return the person who spoke last in a sentence and goes on («قال الوزير …، إلا أنه أضاف أن …»), or None."""
    if before is None or before.told is None or before.parent is not draft.parent:
        return None
    numbers = scene.units.sentence_of
    same = numbers[before.cue.first] == numbers[draft.cue.first] and scene.contrasts(draft.cue.first)
    return before.told if same and before.told.kind == "person" and agrees(draft.cue, before.told) else None


def _reach(scene: Scene, noun: Noun, last: int) -> int:
    """Return the token before which the name of a role must end: whoever is told («نقل ولي العهد للرئيس تحيات …»).

    An honorific has no name behind it («قدم سموه التهاني للعريس سامي حداد»).
    """
    if scene.hits.has(noun.first, "honorific_pronoun"):
        return noun.last
    people = (at for at in range(noun.last, last) if at in scene.starting and not scene.is_bare(scene.starting[at]))
    return next((at for at in people if scene.starting[at].mention.kind == "person"), last)


def _is_owner(scene: Scene, noun: Noun, first: int) -> bool:
    """Say whether a noun only defines an indefinite one that a preposition governs («زيارته لقصر حداد»)."""
    at = noun.first - 1
    if at <= first or not scene.is_bare(noun) or at in scene.ending or scene.norms[at].startswith(ARTICLE):
        return False
    said = any(hit.form.pos == "masdar" for hit in scene.hits.at(at, "cue")) or scene.hits.has(at, "medium")
    if said or scene.part(noun.last) == "relative":
        return False  # «بعد تحذير حداد بأن …، ولكنه قال …», «بذكرى حداد الذي … وقال …»
    if not scene.units.is_word(at) or scene.is_function(at) or scene.hits.verbs(at):
        return False
    if scene.hits.has(at, "role"):
        return True  # «سامي، أمير جماعة النور»
    written = any(hit.prefix not in BARE | CONJUNCTIONS for hit in scene.hits.at(at))
    known = any(hit.prefix in BARE for hit in scene.hits.at(at))
    people = scene.norms[at].endswith(YA) and not known and scene.norms[noun.first].startswith(ARTICLE)
    return (written and not known) or people or scene.part(at - 1) in GOVERNING  # «شكر منسوبي الجامعة»


def _is_second(scene: Scene, noun: Noun, first: int) -> bool:
    """Say whether a noun is joined to one before it that is no subject («شكره للأمير …، والوزير حداد»)."""
    at = noun.first - 1 if scene.is_comma(noun.first - 1) else noun.first
    return at > first and at in scene.ending and not scene.is_bare(noun)
