"""Who stands where around a trigger, and who of them takes part."""
