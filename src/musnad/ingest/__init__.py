"""Bytes become articles, whatever they hold (`inputs.KINDS`), with the evidence for day and publisher."""

from musnad.ingest.boilerplate import Boilerplate
from musnad.ingest.given import Given
from musnad.ingest.records import records
from musnad.ingest.single import read_bytes, read_text

__all__ = ["Boilerplate", "Given", "read_bytes", "read_text", "records"]
