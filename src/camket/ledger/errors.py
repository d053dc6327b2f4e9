"""What the ledger refuses: said in Vietnamese, for the person who asked."""


class LedgerError(Exception):
    """Anything refused. The message says what, where, and what to do; nothing was written."""


class DeniedError(LedgerError):
    """The account may not do this to that."""


class ConflictError(LedgerError):
    """Somebody else changed the thing meanwhile; the message tells who, when and what."""


class InvalidError(LedgerError):
    """The data cannot be so."""


class BusyError(LedgerError):
    """Others were writing the same rows at the same moment; nothing was written, and asking again may succeed."""
