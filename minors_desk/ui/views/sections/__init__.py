"""The sections of the case page, one module for each feature."""
