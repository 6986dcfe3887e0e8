"""What may be tied to a noun phrase by what is written onto it: nothing in idafa, «ل» or «ب» where it is tied so."""

from musnad.arabic import BA, BARE, LAM
from musnad.lexicon import Hit
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.phrases.adjuncts import at_work, wanted
from musnad.mentions.phrases.agreement import done_by, has_members, of_force
from musnad.mentions.phrases.fields import of_inner
from musnad.mentions.view import View


def ties(view: View, phrase: Phrase, head: Hit, target: Hit) -> bool:
    """Say whether a hit may be a part of the phrase by what is written onto it."""
    body = head.kind in {"body", "elliptic_body", "organisation"}
    if not phrase.closed and has_members(view, target):
        return True
    if (target.kind in {"role", "group"} and target.suffix) or done_by(view, head, target):
        return False
    if target.prefix in BARE:
        capital = bool(phrase.known) and phrase.known[-1].kind == "place_head" and phrase.known[-1].last == target.first
        if capital and target.kind in {"place", "country"}:
            return True
        inner = phrase.known[-1] if phrase.known else None
        seat = inner is not None and inner.kind == "body" and inner.prefix in BA  # «موظف بمكتب الوزير»
        office = target.kind == "role" and not (body or seat)
        return not (phrase.closed or phrase.free or (office and phrase.nodes))
    if target.kind == "agency" or target.entry.flag("agency"):
        return False  # «قال موظف لوكالة»: whom he told, not where he works
    if target.prefix in BA:  # «a delegation | led by X»
        return not target.entry.flag("verbal") and at_work(view, phrase, head, target)
    if target.prefix in LAM and _is_told(view, phrase, head, target):
        return False
    if target.prefix not in LAM or target.kind == "group" or (phrase.filled and not of_force(head, target)):
        return target.prefix in LAM and of_inner(view, phrase, head, target)
    if target.kind == "role" and head.entry.flag("serves"):
        free = phrase.free and head.form.number == "s" and not wanted(view, head, "for")
        return (phrase.closed or free) and not target.suffix  # «النائب الثاني لرئيس …», «مستشارا لوزير …»
    if target.kind in {"role", "place"} or target.kind == "country":
        full = bool(phrase.nodes or phrase.closed) or head.last > head.first + 1  # «رئيس وزراء لأيرلندا»
        sent = head.kind != "role" and head.entry.flag("members") and head.entry.flag("abroad")
        sent = sent and all(hit.kind != "organisation" for hit in phrase.known)  # «وفد تركي ‹لبغداد›» goes there
        if target.kind == "place" and head.entry.flag("serves") and head.entry.flag("abroad"):
            return bool(phrase.nodes) and head.form.number == "s"  # «مبعوثا خاصا للشرق الأوسط»
        sent = sent or (head.kind == "group" and not phrase.closed)  # «ألف جندي إضافي ‹لليمن›»
        return (body or target.kind == "country") and full and not sent
    return True


def _is_told(view: View, phrase: Phrase, head: Hit, target: Hit) -> bool:
    """Say whether «ل» behind a body belongs to what is done («رسائل التحالف | للنظام»), and does not tell whose it is.

    So it does behind a bare one, a ministry named by its field («الصحة | للعاهل»), or before the verbal noun of a power
    («الحكومة المصرية | لقيادة البلاد»).
    """
    if head.kind == "elliptic_body":
        return True
    if head.kind != "body" or not head.definite:
        return False
    bare = not phrase.nodes and head.last == head.first + 1
    return bare or (target.entry.flag("verbal") and view.country(phrase.last - 1) is not None)
