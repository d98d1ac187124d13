"""Doors for people: each folder speaks one channel's protocol and nothing else."""
