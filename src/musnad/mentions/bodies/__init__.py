"""Organisations where they stand: known ones, and those that a head noun names."""
