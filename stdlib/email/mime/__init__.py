"""Messages of the usual kinds, ready made."""
