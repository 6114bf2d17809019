"""Forms that are described, not coded: what is asked, in which words, and which entry it makes."""
