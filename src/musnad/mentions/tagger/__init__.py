"""A small statistical model of names of people, a second opinion beside the rules."""
