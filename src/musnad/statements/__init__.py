"""Who says what: cues, contents, speakers; and what pairs of quotation marks do."""

from musnad.statements.find import find
from musnad.statements.marks import quotations

__all__ = ["find", "quotations"]
