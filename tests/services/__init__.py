"""Tests of services (same words as minors_desk/services)."""
