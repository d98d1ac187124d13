"""The web chat: a JSON API and a page that uses nothing else."""
