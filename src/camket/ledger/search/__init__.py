"""Search: words found in documents, statements and commitments, however they are spelled, on either database.

An application of its own, as its tables are derived: they are no part of the history, and made anew at will. ``search.search``
asks; ``indexing.index`` is called by whoever writes a row; a noun is added in ``noun``.
"""
