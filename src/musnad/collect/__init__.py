"""The loops that fill a collection and read it again: sources to workers to the store."""

from musnad.collect.again import Reread, reread
from musnad.collect.fill import Filled, Plan, fill
from musnad.collect.units import Cutter, Unit, size, units

__all__ = ["Cutter", "Filled", "Plan", "Reread", "Unit", "fill", "reread", "size", "units"]
