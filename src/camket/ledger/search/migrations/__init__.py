"""Migrations of the index, apart from the ledger's: nothing in it is lost by making it anew."""
