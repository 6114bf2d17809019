"""The window: the only package with widgets; it asks services and shows frozen records."""
