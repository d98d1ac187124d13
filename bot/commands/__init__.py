"""The commands of `lotse`, one file each."""
