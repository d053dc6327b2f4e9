"""Loading: a file of any supported format becomes a Document, or a LoadError that tells the user what to do."""

from camket.reading.loading.errors import (
    BrokenFileError,
    ConversionError,
    LoadError,
    MissingProgramError,
    ProtectedFileError,
    SecretDocumentError,
    TooLargeError,
    UnreadableFileError,
    UnsupportedFormatError,
)
from camket.reading.loading.formats import EXTENSIONS
from camket.reading.loading.limits import Limits
from camket.reading.loading.loader import DEFAULT_LIMITS, load, load_bytes

__all__ = [
    "DEFAULT_LIMITS",
    "EXTENSIONS",
    "BrokenFileError",
    "ConversionError",
    "Limits",
    "LoadError",
    "MissingProgramError",
    "ProtectedFileError",
    "SecretDocumentError",
    "TooLargeError",
    "UnreadableFileError",
    "UnsupportedFormatError",
    "load",
    "load_bytes",
]
