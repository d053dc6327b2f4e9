"""Verbs that write: each one change, with its entry in the history."""
