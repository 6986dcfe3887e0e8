"""People where they stand: roles, titles, names, unnamed sources, groups."""
