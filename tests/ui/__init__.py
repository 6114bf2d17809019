"""Tests of ui (same words as minors_desk/ui)."""
