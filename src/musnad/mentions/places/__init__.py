"""Places where they stand."""
