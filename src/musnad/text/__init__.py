"""Cut an article into tokens, sentences and quotations, once, with offsets into the original."""

from musnad.text.cut import cut

__all__ = ["cut"]
