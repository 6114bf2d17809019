"""What a person can do to a case, by feature: its key, its words, when it makes sense, its form."""
