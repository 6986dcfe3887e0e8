"""musnad reads Arabic news and keeps every fact with its isnad."""
