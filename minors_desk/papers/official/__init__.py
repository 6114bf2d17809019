"""Forms of other agencies as fillable PDFs: read, mapped to our facts, filled, and compared."""
