"""What `case show` says of a case, feature by feature: each as lines and as part of a document."""
