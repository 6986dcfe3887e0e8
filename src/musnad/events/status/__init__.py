"""Whether an event happened."""
