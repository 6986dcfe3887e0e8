"""Optional models behind the same contracts as what is shipped; each needs packages that the core does not."""
