"""Sentences for what the domain says in codes: one place, read by papers, command line and window.

It stands between papers and domain so that a paper and a screen never word one thing two ways.
"""
