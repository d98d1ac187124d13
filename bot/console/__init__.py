"""The staff pages under /staff: conversations, appointments, accounts, problems, the record."""
