"""One event a happening."""
