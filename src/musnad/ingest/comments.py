"""How a comment of a page or feed is passed over where its beginning or end is looked at."""

COMMENT = r"<!--(?>.*?-->)\s*"
"""One comment and what space follows it, with `re.DOTALL`; atomic, so that an open one costs one look."""
COMMENTS = f"(?:{COMMENT})*+"
"""Any comments."""
