"""Who prints an article and which agencies it credits, and what is known of owners: asked of one reading alone."""

from musnad.arabic import fold_word
from musnad.lexicon import Lexicon
from musnad.model import Link, Reading, shared_id


def publisher(reading: Reading) -> Link | None:
    """Return the link of who published an article last."""
    tail = [link for link in reading.chain if link.role in {"publisher", "republisher"}]
    return tail[-1] if tail else None


def agencies(reading: Reading, lexicon: Lexicon) -> tuple[Link, ...]:
    """Return the agencies of an article's own tail, and its publisher where that is an agency."""
    publishing = [link for link in reading.chain if link.role == "publisher" and _is_agency(link.name, lexicon)]
    return (*(link for link in reading.chain if link.role == "agency"), *publishing)


def owner(name: str, entity: str | None, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """Return owner and country of state control of an outlet or agency, None where nobody knows."""
    ids = [entity] if entity is not None and entity in lexicon.entries else []
    forms = [form.entry for form in lexicon.forms.get(fold_word(name), ())]
    entries = [
        *(lexicon.entry(each) for each in ids),
        *(e for e in forms if e.kind in {"publisher", "agency"}),
    ]
    for entry in entries:
        found = entry.text("owner") or None
        state = entry.text("country") if entry.flag("state") else None
        if found or state:
            return found, state
    return None, None


def agency_key(name: str, entity: str | None) -> str:
    """Return how an agency is compared: by its known id, else by its folded name."""
    return shared_id(entity) or fold_word(name)


def _is_agency(name: str, lexicon: Lexicon) -> bool:
    forms = lexicon.forms.get(fold_word(name), ())
    return any(form.entry.kind == "agency" and form.entry.text("role") == "agency" for form in forms)
