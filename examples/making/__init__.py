"""How the example documents are made from their sources."""
