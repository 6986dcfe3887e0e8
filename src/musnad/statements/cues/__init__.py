"""Words that may attribute, and what they are instead where they stand."""
