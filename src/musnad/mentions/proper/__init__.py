"""Proper names of people: where they start, how far they reach, and which words are believed to be one."""
