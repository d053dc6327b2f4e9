"""State: what one sentence leaves in force for the next."""

from dataclasses import dataclass

from camket.reading.statements import Section
from camket.reading.structure.item import Governor, Role
from camket.reading.structure.speakers import Speaker
from camket.vocabulary.period import Period


@dataclass(slots=True)
class State:
    """The section, role, governor and speaker in force while a document is walked, sentence by sentence."""

    section: Section = "opening"
    role: Role = "plain"
    governor: Governor | None = None
    open_list: bool = False
    speaker: Speaker | None = None
    future: bool = False
    period: Period | None = None
    paragraph: int = -1
    finding: bool = False
    headed: bool = False
    awaiting: bool = False
    pending: bool = False
    follows: bool = False

    def govern(self, governor: Governor, *, open_list: bool) -> None:
        """A governing verb takes over."""
        self.role, self.governor, self.open_list = governor.role, governor, open_list
        self.finding = self.headed = False
        if governor.role == "petition":
            self.section = "petitions"
        elif governor.role == "directive" and self.section != "responses":
            self.section = "conclusion"

    def enter(self, section: Section, role: Role, *, headed: bool) -> None:
        """A part of the document begins, by its heading or its opening words."""
        self.section, self.role, self.headed = section, role, headed
        self.open_list = headed
        self.governor = None
        self.finding = role == "finding"
        self.future = role in ("target", "own_task")

    def plain(self) -> None:
        """What governed ends here."""
        self.role, self.governor, self.open_list, self.finding, self.headed = "plain", None, False, False, False
