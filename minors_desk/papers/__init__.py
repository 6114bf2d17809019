"""How a case is printed: each paper is a list of typed boxes over the folded case."""
