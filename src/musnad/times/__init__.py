"""When: time expressions, their values, and the article's own day."""

from musnad.times.find import find
from musnad.times.read import read
from musnad.times.reference import reference

__all__ = ["find", "read", "reference"]
