"""Tests of storage (same words as minors_desk/storage)."""
