"""Lexing: the numbers, dates, periods and document numbers of a text."""
