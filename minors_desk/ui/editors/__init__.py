"""Parts of forms that more than one dialog uses."""
