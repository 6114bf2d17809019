"""Steps from one version of the database to the next; a step is never changed once released."""
