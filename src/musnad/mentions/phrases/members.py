"""The people whom a body unites: behind «ل» or «and» («النقابة المستقلة ‹لأطباء القطاع العام›»)."""

from musnad.arabic import AND, ARTICLE, LAM, OBLIQUE
from musnad.lexicon import Hit
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.view import View

_AND_THE = AND + ARTICLE


def takes_members(view: View, phrase: Phrase, head: Hit, i: int, *, public: bool) -> bool:
    """Take the people whom a body unites («النقابة المستقلة ‹لأطباء القطاع العام›», «نقابة الأطباء ‹والصيادلة›»)."""
    if not phrase.nodes or head.kind != "body" or view.is_verb(i):
        return False
    group = view.at(i, "source_noun" if public and view.any(i, "source_noun") else "group")
    if (head.entry.flag("unites") or public) and group is not None and group.prefix in LAM and not group.suffix:
        phrase.joined += 1
        phrase.closed = group.definite
        phrase.take(group, closes=group.definite)
        return True
    if not (head.entry.flag("fields") and _is_alike(view, i, unites=head.entry.flag("unites"))):
        return False
    phrase.joined += 1
    phrase.word(view, i, closes=False)
    return True


def _is_alike(view: View, i: int, *, unites: bool) -> bool:
    """Say whether people joined by «and» are of the case or sort of those before them («المهجرين ‹والنازحين›»)."""
    if not view.norms[i].startswith(_AND_THE) or not view.has_article(i - 1):
        return False
    if view.norms[i].endswith(OBLIQUE) and view.norms[i - 1].endswith(OBLIQUE):
        return True
    if view.any(i - 1, "elliptic_body") and view.any(i, "group"):
        return True  # «وزارة الصحة ‹والسكان›»
    return unites and all(_is_people(view, at) for at in (i - 1, i))


def _is_people(view: View, i: int) -> bool:
    return any(hit.form.number == "p" for hit in view.all(i) if hit.kind in {"group", "role"})
