"""The source told of before: «أضافت المديرية في بلاغ … وتابع ‹المصدر ذاته›» is the directorate."""

from collections.abc import Mapping, Sequence

from musnad.arabic import BA
from musnad.arabic.letters import HA
from musnad.mentions.found import Found
from musnad.mentions.identity.drafts import Draft, Key
from musnad.mentions.labels import label
from musnad.mentions.view import View

_BODIES = frozenset({"organisation", "office", "agency"})
_SAME = ("same_word", "same_before")
_SOURCE = "source_noun.source"
_IT = min(BA, key=len) + HA  # «ما صرح ‹به› الوزير»
_FAR = 150  # tokens: the paragraphs that go on with one communiqué


def of_body(
    view: View, at: tuple[Sequence[Found], int], keys: Mapping[int, tuple[Key, Draft]]
) -> tuple[Found, tuple[Key, Draft]]:
    """Return a phrase for a person and who it is: a lone source who is nobody else is the body that spoke last."""
    found, i = at
    phrase = found[i]
    alone = phrase.head == _SOURCE and phrase.bare and phrase.definite and phrase.number == "s"
    same = any(view.hits.has(k, kind) for k in (phrase.first - 1, phrase.last) if k >= 0 for kind in _SAME)
    if not (alone and (same or tells(view, phrase))) or keys[i][1].name != label(view, phrase):
        return phrase, keys[i]
    spoke = (j for j in range(i - 1, -1, -1) if found[j].first >= phrase.first - _FAR and tells(view, found[j]))
    last = next(spoke, None)
    if last is None or found[last].kind not in _BODIES:
        return phrase, keys[i]
    return phrase._replace(kind=found[last].kind), keys[last]


def tells(view: View, phrase: Found) -> bool:
    """Say whether a verb of saying stands before a phrase, with «it» or a document of its own between them or not."""
    before = phrase.first - 1
    body = phrase.kind in _BODIES  # a paper gets a communique («بلاغ توصلت به صحيفة …»), and does not say it
    if before > 0 and (view.any(before, "medium") if body else view.norms[before] == _IT):
        before -= 1
    return before >= 0 and view.any(before, "cue") and view.same_sentence(before, phrase.first)
