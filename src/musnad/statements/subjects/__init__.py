"""The speaker who stands beside the cue."""
