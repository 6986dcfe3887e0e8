"""When: time expressions, their values, and the article's own day."""

from musnad.times.read import read

__all__ = ["read"]
