"""Measurements: ours, bare, ratio, in one run."""
