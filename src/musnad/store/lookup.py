"""Which document an address or an id names."""

import sqlite3

from musnad.model import Document
from musnad.model.documents import canonical_url
from musnad.store.errors import StoreError

_BY_FACT = """
SELECT DISTINCT d.id, d.key FROM document d JOIN article a ON a.document = d.id WHERE a.id IN
(SELECT article FROM statement WHERE fact = ? UNION SELECT article FROM event WHERE fact = ?)
"""


def find_document(connection: sqlite3.Connection, key: str) -> tuple[int, str] | None:
    """Return row and id of the document that an address, or the id of a document, version or fact names."""
    by_url = Document(("url", canonical_url(key))).id
    asked = (
        ("SELECT id, key FROM document WHERE key IN (?, ?)", (key, by_url)),
        ("SELECT d.id, d.key FROM document d JOIN article a ON a.document = d.id WHERE a.version = ?", (key,)),
        (_BY_FACT, (key, key)),
    )
    for sql, values in asked:
        found = connection.execute(sql, values).fetchall()
        if len(found) == 1:
            return found[0][0], found[0][1]
        if found:
            keys = ", ".join(sorted({name for _, name in found}))
            message = f"{key} stands in several documents; name one of them: {keys}"
            raise StoreError(message)
    return None
