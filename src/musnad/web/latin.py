"""Names for readers who do not read Arabic: the known Latin form, else one made of the name."""

from functools import lru_cache

from musnad.arabic import fold_word
from musnad.lexicon import Lexicon
from musnad.names import latin
from musnad.names.known import Known

_KINDS = ("agency", "publisher", "organisation", "country", "place", "public_person", "office")
_JOINT = " + "


class LatinNames:
    """Latin forms by name, and by the id of the knowledge base where there is one."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take forms from a lexicon."""
        self._lexicon = lexicon
        self._known = Known.of(lexicon)
        self.of = lru_cache(1 << 15)(self._of)

    def _of(self, name: str, key: str | None = None, kind: str = "person") -> str:
        """Return the Latin form of a name; a name without Arabic letters is its own."""
        if key is not None:
            entry = self._lexicon.entries.get(key)
            if entry is not None and entry.text("latin"):
                return entry.text("latin")
        return _JOINT.join(self._single(part, kind) for part in name.split(_JOINT))

    def _single(self, name: str, kind: str) -> str:
        forms = self._lexicon.forms.get(fold_word(name).strip(), ())
        found = {form.entry.kind: form.entry.text("latin") for form in reversed(forms) if form.entry.text("latin")}
        told = next((found[each] for each in _KINDS if each in found), None)
        return told or latin(name, self._known, kind=kind).text
