"""Bytes become articles: plain text, HTML pages and JSON lines, with the evidence for day and publisher."""

from musnad.ingest.given import Given
from musnad.ingest.records import records
from musnad.ingest.single import read_bytes, read_text

__all__ = ["Given", "read_bytes", "read_text", "records"]
