"""Twelve nights as JSON, with all that the rules must give at each look; played in memory."""
