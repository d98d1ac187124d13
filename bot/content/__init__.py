"""What we say and hear, read from the content tree."""
