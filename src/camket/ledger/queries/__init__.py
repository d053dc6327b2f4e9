"""Nouns that read: what an account may see, and nothing else."""
