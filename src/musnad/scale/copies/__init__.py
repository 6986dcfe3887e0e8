"""Copies among the results of reading, found bucket by bucket on a cluster."""

from musnad.scale.copies.find import DISPATCHES, PAIRS, Found, Sizes, find

__all__ = ["DISPATCHES", "PAIRS", "Found", "Sizes", "find"]
