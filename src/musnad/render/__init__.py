"""Texts and drawings of records. Reads records, changes nothing."""
