"""The speaker whom another sentence or clause names."""
