"""Where content begins and how far it reaches."""
