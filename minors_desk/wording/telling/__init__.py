"""One sentence for each kind of entry, by feature: what the log says in an officer's words."""
