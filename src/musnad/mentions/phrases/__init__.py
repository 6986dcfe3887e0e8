"""Noun phrases of people, bodies and places: how far they reach behind their head."""
