"""What can keep a file from being read, each told to the user in Vietnamese: which file, what is wrong, what to do."""


class LoadError(Exception):
    """A file that cannot become a document; ``str()`` is the message for the user."""

    def __init__(self, name: str, problem: str, remedy: str) -> None:
        super().__init__(name, problem, remedy)
        self.name = name
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.name}: {self.problem}. {self.remedy}."


class UnreadableFileError(LoadError):
    """The file is not there, is no file, or may not be opened."""


class UnsupportedFormatError(LoadError):
    """A kind of file that is not read at all."""


class TooLargeError(LoadError):
    """More bytes, pages or points than the limits allow, packed or unpacked."""


class BrokenFileError(LoadError):
    """The bytes are not what the format demands."""


class ProtectedFileError(LoadError):
    """The file wants a password."""


class MissingProgramError(LoadError):
    """An outside program that this format needs is not installed."""


class ConversionError(LoadError):
    """An outside program was there and failed, or took too long."""


class SecretDocumentError(LoadError):
    """The document bears a mark of state secrecy; nothing of it is kept."""
