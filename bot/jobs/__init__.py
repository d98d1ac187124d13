"""What happens by itself, by the clock. Every job may run twice."""
