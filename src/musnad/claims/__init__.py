"""Claims: what several articles claim, and how many sources really stand behind it.

`corroborated(articles)` does all of it; `corroborate` works on readings that are there already.
"""

from musnad.claims.collected import Corroborated, corroborated
from musnad.claims.find import Claims, corroborate
from musnad.claims.rules import RULES, Rules

__all__ = ["RULES", "Claims", "Corroborated", "Rules", "corroborate", "corroborated"]
