"""What a person can do at the desk, one function each; every change goes through ``record``."""
