"""Reading: from a document to its statements, each with its place. Pure functions; no database, no web."""
