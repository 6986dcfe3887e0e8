"""Names by themselves: their parts, their Latin form, and when two of them are one. Pure functions over the lexicon."""

from musnad.names.keys import keys
from musnad.names.latin import Latin, basis, latin, with_latin
from musnad.names.same import POSSIBLE, SAME, Match, same_name

__all__ = ["POSSIBLE", "SAME", "Latin", "Match", "basis", "keys", "latin", "same_name", "with_latin"]
