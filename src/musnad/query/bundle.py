"""An evidence bundle: one zip file with all that stands behind an article or one of its facts, and the hashes of it.

Equal contents make equal files: the times within the zip are fixed.
"""

import json
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from musnad.model import Document, Reading, reading_to_json
from musnad.query.collection import Collection
from musnad.query.prov import prov

FORMAT = "musnad.bundle/1"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can hold
_READ_ME = """An evidence bundle of musnad.

text.txt          the text of the article as it was extracted, verbatim; all spans count its code points
reading.json      all that was read in it (musnad.reading/1)
facts.json        the facts that were asked for, with the words of their evidence
captures.json     when and where the page was fetched, and the SHA-256 of its bytes
prov.jsonld       the same in the terms of W3C PROV-O
raw/<sha-256>     the bytes of the page, where they were kept
manifest.json     what the bundle is about, and the SHA-256 of every other file
"""


def bundle(collection: Collection, key: str, path: Path) -> dict[str, str]:
    """Write the bundle of an article, or of one fact, and return the hash of every file in it.

    `key` is an address, or the id of a document, version, statement or event. Raises `MusnadError` for an unknown one.
    """
    reading, captures = collection.reading(key), collection.captures(key)
    known = {*(s.id for s in reading.statements), *(e.id for e in reading.events)}
    ids = [key] if key in known else None
    pages = {hash_: data for hash_ in {c.raw_hash for c in captures} if (data := collection.raw(hash_)) is not None}
    files = {
        "README.txt": _READ_ME.encode(),
        "text.txt": reading.article.text.encode(),
        "reading.json": _json(reading_to_json(reading)),
        "facts.json": _json(facts_of(reading, ids)),
        "captures.json": _json([asdict(capture) | {"bytes": capture.raw_hash in pages} for capture in captures]),
        "prov.jsonld": _json(prov(reading, captures, ids)),
    }
    files |= {f"raw/{hash_}": data for hash_, data in pages.items()}
    hashes = {name: sha256(data).hexdigest() for name, data in sorted(files.items())}
    manifest = {
        "format": FORMAT,
        "key": key,
        "document": Document.of(reading.article).id,
        "version": reading.article.version,
        "url": reading.article.url,
        "publisher": reading.article.publisher,
        "published": reading.published.value,
        "digests": dict(reading.digests),
        "files": hashes,
    }
    files["manifest.json"] = _json(manifest)
    with ZipFile(path, "w") as file:
        for name, data in sorted(files.items()):
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            file.writestr(entry, data)
    return hashes


def facts_of(reading: Reading, ids: list[str] | None) -> list[dict[str, Any]]:
    """Return facts in the public JSON form, each with the words of its evidence; all of them where `ids` is None."""
    value = reading_to_json(reading)
    text = reading.article.text
    found = []
    for kind, spans in (("statements", "content"), ("events", "trigger")):
        for fact in value[kind]:
            if ids is None or fact["id"] in ids:
                places = fact[spans] if kind == "statements" else [fact[spans]]
                found.append({"kind": kind, "words": [text[start:end] for start, end in places], **fact})
    return found


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
