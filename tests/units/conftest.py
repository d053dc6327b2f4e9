"""Standing here, it lets the tests below import the generated histories beside it."""
