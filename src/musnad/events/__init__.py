"""Who did what to whom, and whether it happened."""

from musnad.events.find import find

__all__ = ["find"]
