"""Tests of the command line, in this process and once in one of its own."""
