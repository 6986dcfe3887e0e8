"""Tables of events for other programs: PLOVER-style events, CAMEO dyads."""

from musnad.export.codes import Code, Ontology
from musnad.export.tables import TABLES, Column, Table
from musnad.export.write import FORMATS, Writer, writer

__all__ = ["FORMATS", "TABLES", "Code", "Column", "Ontology", "Table", "Writer", "writer"]
