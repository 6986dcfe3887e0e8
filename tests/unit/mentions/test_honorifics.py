"""Honorifics with a pronoun name titles and roles that the lexicon has."""

from musnad.pipeline import default_engine


def test_bearers_are_entries() -> None:
    entries = default_engine().lexicon.entries
    honorifics = [entry for entry in entries.values() if entry.id.startswith("honorific_pronoun.")]
    assert honorifics
    assert [name for entry in honorifics for name in entry.texts("bearers") if name not in entries] == []
