"""Plain Python: what the entries of a case mean; no input or output, and no clock of its own."""
