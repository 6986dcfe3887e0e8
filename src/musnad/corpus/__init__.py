"""Across articles: who prints whose text, what a copy changed, whose name was left out."""
