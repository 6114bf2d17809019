"""Tests of papers (same words as minors_desk/papers)."""
