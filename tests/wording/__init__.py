"""Tests of the words: every code of the domain can be said to a person."""
