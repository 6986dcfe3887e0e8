"""Bodies that a head noun and its complement name («وزارة الصحة», «شركة "توليدو"», «البنك المركزي»)."""

from musnad.arabic import ARTICLE, BARE, LAM
from musnad.lexicon import Hit
from musnad.mentions.bodies.believed import is_civil, is_loose, is_verbal
from musnad.mentions.bodies.shared_names import bearer_at
from musnad.mentions.found import Found, unknown
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.phrases.agreement import of_another
from musnad.mentions.phrases.brackets import short_name, take_bracket
from musnad.mentions.phrases.fields import purposes
from musnad.mentions.phrases.own_names import is_plural, unknown_name, without_demonym
from musnad.mentions.phrases.reach import extend
from musnad.mentions.proper.names import announced, before_person
from musnad.mentions.view import CLOSING, OPENING, View, node_of, same_as
from musnad.model import Node

_OF = min(LAM, key=len)
_ADJECTIVES = 3  # behind a name
_GOVERNMENT = "GOV"
_HEADS = {"outlet": "MED", "firm": "company", "club": "sport"}
NAMED_BY = ("organisation", "agency")


def headed(view: View, head: Hit) -> Found | None:
    """Return the body that a head noun and what stands behind it name or describe, or None."""
    entry = head.entry
    phrase = extend(view, head)
    plural = head.form.number in {"p", "d"} and not entry.flag("alone")
    complete = phrase.last > head.last or (phrase.closed and not head.definite)
    name: tuple[int, int] | None = None
    if is_loose(view, head, phrase):
        return None
    if not phrase.closed and not plural and entry.flag("named") and phrase.last < len(view.norms):
        name = _proper(view, head, phrase)
        if name is not None and not (entry.flag("apart") or view.norms[name[0] - 1] in OPENING):
            name = (head.first, name[1])
    elif entry.flag("doubtful") and not _of_press(view, head, phrase):
        return None
    elif complete and phrase.closed and not plural and (not entry.flag("generic") or _is_titled(view, head, phrase)):
        name = (head.last if entry.flag("apart") and not head.definite else head.first, phrase.last)
    if not complete and ((name is None and not head.definite) or plural or is_verbal(view, head)):
        return None
    inner = None if plural else _inner(view, phrase, head)
    called = inner if inner is not None or plural else _called(view, phrase, head)
    civil = entry.flag("civil") and inner is None and is_civil(view, head, phrase)
    name = _without_allegiance(view, phrase, _bounds(view, head, phrase, inner, name))
    whole = entry.flag("whole") and name is not None and view.norms[name[0] - 1] not in OPENING
    if name is not None and (civil or whole):
        name = (head.first, name[1])
    slip = _lost_alef(view, head)
    agency = entry.flag("agency") and not civil
    return Found(
        first=head.first,
        last=phrase.last,
        start=head.start if slip is None else view.units.starts[head.first],
        end=view.units.ends[phrase.last - 1],
        kind="agency" if agency else "office" if entry.flag("office") else "organisation",
        subkind="composed",
        rule="mentions.body.headed",
        nodes=(node_of(head), *phrase.nodes),
        name=name,
        name_start=0 if name is None else head.start if name[0] == head.first else view.units.starts[name[0]],
        head=entry.id,
        repeats=noun_of(view, head),
        known=same_as(called.entry) if called is not None else None,
        country=phrase.country,
        sector=_GOVERNMENT if civil else entry.text("sector") or None,
        gender="f" if head.form.number == "p" else head.form.gender or None,
        number="s" if head.form.number == "s" else "p",
        definite=head.definite or complete,
        bare=name is None and (not complete or _is_loyal(head, phrase)),
        alone=entry.flag("alone"),
        definite_head=head.definite,
        label=slip and slip + view.units.text[head.start : view.units.ends[phrase.last - 1]],
    )


def _is_loyal(head: Hit, phrase: Phrase) -> bool:
    """Say whether a body is told again by a cause that nobody is («الجيش الموالي للشرعية» is the army)."""
    loyal = len(phrase.nodes) > 1 and phrase.nodes[0].kind == "allegiance" and not phrase.known
    return loyal and head.form.number == "s" and phrase.country is None


def _without_allegiance(view: View, phrase: Phrase, name: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the tokens of a name without whose the body is: «the party X | loyal to Y»."""
    whose = next((node.start for node in phrase.nodes if node.kind == "allegiance"), None)
    if name is None or whose is None:
        return name
    last = min(name[1], view.units.token_at(whose))
    return (name[0], last) if last > name[0] else None


def _is_titled(view: View, head: Hit, phrase: Phrase) -> bool:
    """Say whether a common head is a name by what the body is for («الهيئة العامة للغذاء», «المركز الوطني للأرصاد»).

    An adjective of public bodies or a demonym stands between.
    """
    common = head.definite and head.form.number == "s" and head.entry.flag("fields") and not head.entry.flag("office")
    if not common or not phrase.joined:
        return False
    first = head.last
    adjective = view.at(first, "adjective")
    return view.country(first) is not None or (adjective is not None and adjective.entry.flag("public"))


def _bounds(
    view: View, head: Hit, phrase: Phrase, inner: Hit | None, name: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Take what stands behind the name of a body; return the tokens of its name, None where it is only described."""
    if inner is not None and name is None:
        name = (inner.first, inner.last)
    _behind_name(view, phrase, head)
    whole = name is not None and phrase.last == name[1] and inner is None
    if head.entry.flag("named") and phrase.closed and purposes(view, phrase, head) and whole and name is not None:
        name = (name[0], phrase.last)
    if name is None or (inner is None and _is_described(view, head, phrase)):
        return None
    sport = inner is not None and inner.entry.text("org_type") == "sport"
    return name[0], without_demonym(view, *name, known=sport)


def _is_described(view: View, head: Hit, phrase: Phrase) -> bool:
    """Say whether a definite head that no name includes has only demonyms behind it («الصحيفة الإسرائيلية»)."""
    if not (head.definite and head.entry.flag("apart")):
        return False
    return all(view.country(i) is not None for i in range(head.last, phrase.last))


def _of_press(view: View, head: Hit, phrase: Phrase) -> bool:
    """Say whether a site, network or station is an outlet: it is named, of a country or the press, or stands alone.

    Several of a body are where it stands: «bombed | the sites of the Houthis».
    """
    several, land = head.form.number == "p", view.country(head.last)
    named = not several and _inner(view, phrase, head) is not None
    if phrase.last == head.last or named or (land is not None and not (several and land.form.number == "p")):
        return True
    views = any(hit.entry.flag("views") for i in range(head.last, phrase.last) if (hit := view.at(i, "allegiance")))
    return views or any(view.any(i, "press_adjective") for i in range(head.last, phrase.last))


def noun_of(view: View, head: Hit) -> str:
    """Return the head noun that alone would mean a body again: the first word of «مجلس الوزراء»."""
    nouns = [hit for hit in view.all(head.first) if hit.kind == "body"]
    return nouns[-1].entry.id if nouns else head.entry.id


def _behind_name(view: View, phrase: Phrase, head: Hit) -> None:
    """Take the demonym and adjective behind a proper name («صحيفة "دي تليغراف" الهولندية»)."""
    for i in range(phrase.last, min(phrase.last + _ADJECTIVES, len(view.norms))):
        hit = view.country(i) or view.at(i, "adjective")
        if not phrase.closed or hit is None or not hit.definite or hit.prefix not in BARE:
            break
        if not phrase.joined and of_another(view, phrase, head, i):
            break
        if hit.kind == "country":
            phrase.country = phrase.country or view.code(hit)
        phrase.take(hit, closes=True)
    take_bracket(view, phrase, head)
    if head.entry.flag("agency"):
        phrase.last = short_name(view, phrase.last)


def _called(view: View, phrase: Phrase, head: Hit) -> Hit | None:
    """Return the known body whose name stands in marks behind what describes it («شركة الصناعات الأساسية «سابك»»)."""
    last = phrase.last - 1
    opening = (k for k in range(head.last + 1, last) if view.norms[k] in OPENING)
    first = max(opening, default=0) if view.norms[last] in CLOSING else 0
    of_another = any(hit.first < first for hit in phrase.known)  # «رئاسة ‹الاتحاد› الدولي "فيفا"»
    return view.at(first + 1, *NAMED_BY) if first and not of_another else None


def _is_bearer(head: Hit, hit: Hit) -> bool:
    """Say whether a shared name behind a head is that of the sort of body that the head says."""
    return hit.kind == "shared_name" and _HEADS[hit.entry.text("bearer")] in {
        *head.entry.texts("types"),
        head.entry.text("sector"),
    }


def _inner(view: View, phrase: Phrase, head: Hit) -> Hit | None:
    """Return the known body that a headed name consists of («وكالة رويترز», «وكالة "سبوتنيك"»).

    A head that is a part of names has one only in quotation marks, and of its own type («منظمة "أطباء بلا حدود"»).
    """
    apart = head.entry.flag("agency") or head.entry.flag("apart")
    formed = view.any(head.last, "role_preposition", "allegiance")  # «a team of | the UN» is not the UN
    for hit in phrase.known:
        if (hit.kind in NAMED_BY or _is_bearer(head, hit)) and hit.first <= head.last + 1 and not formed:
            marked = view.norms[head.last] in OPENING and hit.last >= phrase.last - 2
            if apart or (marked and hit.entry.text("org_type") in head.entry.texts("types")):
                return hit
    return None


def _lost_alef(view: View, head: Hit) -> str | None:
    """Return the article where a slip cut its alef («لرئاسة الإيرانية»): definite adjectives want definite nouns."""
    if head.prefix != _OF or head.last >= len(view.norms) or head.last > head.first + 1:
        return None  # «لمجلس الوزراء السعودي»
    demonym = view.country(head.last)
    return ARTICLE if demonym is not None and demonym.definite else None


def _proper(view: View, head: Hit, phrase: Phrase) -> tuple[int, int] | None:
    """Take the proper name behind a head («شركة سامسونج», «حركة نداء تونس», «تنظيم "داعش"»); return its tokens."""
    units, first = view.units, phrase.last
    if (after := view.quoted(first)) != 0:
        phrase.nodes.append(Node("quote", "quote", units.starts[first], units.ends[after - 1]))
        phrase.known += [h for i in range(first, after - 1) if (h := view.at(i, *NAMED_BY)) is not None]
        if (bearer := bearer_at(view, first + 1)) is not None and bearer.last == after - 1:
            phrase.known.append(bearer)
        phrase.last, phrase.closed = after, True
        end = after - 1
        while end - 1 > first + 1 and not view.norms[end - 1][0].isalnum():
            end -= 1
        return first + 1, end
    inner = view.at(first, *NAMED_BY, "place")
    if inner is not None and inner.prefix in BARE:
        phrase.known.append(inner)
        phrase.take(inner, closes=True)
        return inner.first, inner.last
    if (last := unknown_name(view, head, first)) > first:
        phrase.nodes += unknown(units, first, last)
        phrase.last, phrase.closed = last, True
        return first, last
    name = announced(view, first)
    if name is None or (name.last == first + 1 and is_plural(view, first)):
        return None
    name = before_person(view, name)
    phrase.nodes += name.nodes
    phrase.last, phrase.closed = name.last, True
    return name.first, name.last
