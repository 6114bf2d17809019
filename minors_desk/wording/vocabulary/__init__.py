"""The words of each feature, as data: for every code the domain can give, what a person reads."""
