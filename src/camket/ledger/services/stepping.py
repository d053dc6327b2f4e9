"""Stepping: which step of a commitment is meant, who may take it, what it asks for, and taking it."""

from collections.abc import Callable, Mapping
from datetime import date

from camket.ledger.accept.existing import lives
from camket.ledger.errors import DeniedError, InvalidError
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account, Role
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.link import CommitmentLink
from camket.ledger.permissions import relations_to
from camket.ledger.register import name_of
from camket.ledger.services.news import News
from camket.vocabulary.commitment import CommitmentKind, Transition, load_commitment_kinds

_REPORTED = ("reported_done", "answered")
_NEVER_LATE = Commitment.Strength.SUGGEST


def kind_of(commitment: Commitment) -> CommitmentKind:
    """The states and steps of the commitment's kind."""
    return load_commitment_kinds()[commitment.kind]


def step_of(commitment: Commitment, code: str, day: date) -> Transition:
    """The step of a code, or of a service, from where the commitment stands. Whether it ends late is computed, not chosen.

    Raises InvalidError, which names the steps there are.
    """
    kind = kind_of(commitment)
    asked = kind.transitions.get(code)
    step = kind.of_service(asked.service if asked else code, commitment.state, late=is_late(commitment, day))
    if step is None:
        ways = "; ".join(f"{one.code} ({one.label_vi})" for one in kind.leaving(commitment.state))
        raise InvalidError(
            f"việc số {commitment.pk} đang «{kind.states[commitment.state].label_vi}», không có bước «{code}»; "
            f"{f'các bước có thể: {ways}' if ways else 'việc đã khép lại'}"
        )
    return step


def is_late(commitment: Commitment, day: date) -> bool:
    """Whether what was reported or answered, or else is done on ``day``, came after the last day in time."""
    if commitment.due_on is None or commitment.strength == _NEVER_LATE:
        return False
    told = commitment.updates.filter(to_state__in=_REPORTED, withdrawn=False, draft=False).exclude(transition="")
    last = told.order_by("-id").values_list("day", flat=True).first() if commitment.state in _REPORTED else None
    return (last or day) > commitment.due_on


def roles_for(account: Account, commitment: Commitment, step: Transition) -> frozenset[Role]:
    """The roles in which the account may take the step. Raises DeniedError where there is none."""
    held: Mapping[Role, frozenset[str]] = relations_to(account, commitment)
    found = frozenset(
        Role(role) for role, asked in step.by.items() if Role(role) in held and asked in {"any", *held[Role(role)]}
    )
    if not found:
        asked = "; ".join(f"{Role(role).label} ({_RELATIONS[relation]})" for role, relation in step.by.items())
        raise DeniedError(
            f"tài khoản «{account.name}» không được làm bước «{step.label_vi}» của việc số {commitment.pk}: cần {asked}"
        )
    return found


def must_have(commitment: Commitment, step: Transition, news: News, day: date) -> None:
    """Nothing where the step has what it asks for. Raises InvalidError."""
    for need in step.needs:
        if need in _NEEDS and not _NEEDS[need][0](news):
            raise InvalidError(f"bước «{step.label_vi}» của việc số {commitment.pk} cần {_NEEDS[need][1]}; hãy bổ sung")
    if "promises_kept" in step.needs:
        _promises_kept(commitment)
    if step.service == "reassign" and not (news.owner_code and lives(news.owner_code, day)):
        raise InvalidError(
            f"bước «{step.label_vi}» của việc số {commitment.pk} cần một cơ quan đang có vào ngày {day:%d/%m/%Y} nhận việc; "
            f"đang là «{news.owner_code}»"
        )


def day_of(commitment: Commitment, news: News, today: date) -> date:
    """The day on which it happened. Raises InvalidError for one to come, or before the commitment was made."""
    day = news.day or today
    if day > today:
        raise InvalidError(f"ngày {day:%d/%m/%Y} chưa tới; hãy ghi ngày đã diễn ra")
    if commitment.made_on is not None and day < commitment.made_on:
        raise InvalidError(
            f"ngày {day:%d/%m/%Y} sớm hơn ngày giao việc số {commitment.pk} ({commitment.made_on:%d/%m/%Y})"
        )
    return day


def take(
    made: Writing, account: Account, commitment: Commitment, step: Transition, news: News
) -> dict[str, list[object]]:
    """Bring the commitment to the step's state, to its new owner, and link what replaces it; returns the terms it changed."""
    if news.replaced_by is not None and step.to == "superseded":
        link = CommitmentLink.Kind.SUPERSEDES
        made.add(CommitmentLink(kind=link, source=news.replaced_by, target=commitment, entered_by=account))
    if step.service != "reassign":
        made.alter(commitment, state=step.to)
        return {}
    terms = {"owner": news.owner or name_of(*_unit_and_body(news.owner_code)), "owner_code": news.owner_code}
    before = {name: getattr(commitment, name) for name in terms}
    made.alter(commitment, state=step.to, **terms)
    return {name: [before[name], value] for name, value in terms.items()}


def _unit_and_body(code: str) -> tuple[str, str]:
    return code.partition("/")[0], code if "/" in code else ""


def _promises_kept(commitment: Commitment) -> None:
    promised = CommitmentLink.objects.filter(
        kind=CommitmentLink.Kind.PROMISES, target=commitment, withdrawn=False, source__withdrawn=False
    ).select_related("source")
    living = [link.source for link in promised if kind_of(link.source).states[link.source.state].living]
    if living:
        named = ", ".join(f"số {one.pk} ({kind_of(one).states[one.state].label_vi})" for one in living)
        raise InvalidError(f"kiến nghị số {commitment.pk} chưa thể khép lại: lời hứa {named} chưa xong")


_NEEDS: Mapping[str, tuple[Callable[[News], bool], str]] = {
    "reason": (lambda news: bool(news.reason.strip()), "lý do"),
    "evidence": (lambda news: bool(news.evidence.strip() or news.statement or news.document), "minh chứng"),
    "document": (lambda news: bool(news.document or news.number.strip()), "văn bản, hoặc số và ký hiệu của văn bản"),
}
_RELATIONS = {
    "owner": "của bên thực hiện", "assigner": "của bên giao", "sender": "của bên kiến nghị", "any": "ở nơi của việc này"
}  # fmt: skip
