"""Who says what: cues, contents, speakers."""

from musnad.statements.find import find

__all__ = ["find"]
