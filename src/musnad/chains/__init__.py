"""Through whom it reached us: the document's own tail, and the chain of every statement and event."""

from musnad.chains.attach import attach
from musnad.chains.credits import Source
from musnad.chains.tail import tail

__all__ = ["Source", "attach", "tail"]
