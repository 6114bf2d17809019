"""How the record is kept: keys, encryption, journal and index; the only package that knows SQL."""
