"""Models of Qt's views over frozen records."""
