"""Tests of domain (same words as minors_desk/domain)."""
