"""Bodies: committees, departments, boards and groups that belong to a unit on a day, each with an identity."""
