"""History: the one way to write, the chain of what was written, and its verification."""
