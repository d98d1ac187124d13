"""Published content: read, checked and looked up."""
