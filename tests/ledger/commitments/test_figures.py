"""Figures of one thing from several sources: which to use, which are superseded, and how a target stands by them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from camket.ledger.errors import DeniedError, InvalidError
from camket.ledger.history.writing import SYSTEM, writing
from camket.ledger.models import Account, Commitment, Event, Observation, TargetPart
from camket.ledger.queries.observations import assessment_of, losses, observations
from camket.ledger.services.figures import recommend, supersede

COMMUNE, OTHER = "03253@2025", "03301@2025"
Person = Callable[..., Account]
Figure = Callable[..., Observation]


@pytest.fixture
def figure(owed: Any) -> Figure:
    def make(value: str, as_of: date = date(2026, 1, 5), **columns: Any) -> Observation:
        given: dict[str, Any] = {
            "text": value, "indicator": "poverty_rate", "unit": COMMUNE, "measure": "%", "period": "2025", "first": date(2025, 1, 1),
            "last": date(2025, 12, 31), "entered_by": owed().entered_by,
        }  # fmt: skip
        with writing(SYSTEM, "test") as made:
            return made.add(Observation(value=Decimal(value), as_of=as_of, **(given | columns)))

    return make


def test_of_figures_that_disagree_all_stay_and_one_is_recommended(person: Person, figure: Figure) -> None:
    one, other, elsewhere = figure("7.71"), figure("7.9"), figure("5", unit=OTHER)
    office = person("office", "11")
    recommend(office, elsewhere, "duy nhất")
    recommend(office, one, "theo cục thống kê")
    recommend(office, Observation.objects.get(pk=other.pk), "đã rà soát lại")
    kept = Observation.objects.order_by("id")
    assert [(row.value, row.recommended) for row in kept] == [
        (Decimal("7.71"), False),
        (Decimal("7.9"), True),
        (Decimal(5), True),
    ]
    assert kept[1].recommended_by == office


def test_recommending_wants_a_note_and_the_office(person: Person, figure: Figure) -> None:
    one = figure("7.71")
    with pytest.raises(InvalidError, match="cần ghi vì sao"):
        recommend(person("office", "11"), one, " ")
    with pytest.raises(DeniedError):
        recommend(person("reporter", COMMUNE), one, "của chúng tôi")


def test_a_later_bulletin_takes_the_place_of_an_earlier_one_as_of_its_day(person: Person, figure: Figure) -> None:
    early, late = figure("12", date(2026, 7, 23)), figure("15", date(2026, 7, 25))
    office = person("office", "11")
    with pytest.raises(InvalidError, match="không mới hơn"):
        supersede(office, late, early)
    with pytest.raises(InvalidError, match="không cùng chỉ tiêu"):
        supersede(office, early, figure("3", date(2026, 7, 26), indicator="forest_cover"))
    supersede(office, early, late)
    kept = Observation.objects.get(pk=early.pk)
    assert (kept.superseded_by, kept.superseded_on, kept.value) == (late, date(2026, 7, 25), Decimal(12))
    with pytest.raises(InvalidError, match="đã có số liệu thay"):
        recommend(office, kept, "x")


def test_figures_and_losses_are_seen_where_one_may(
    person: Person, figure: Figure, django_assert_max_num_queries: Any
) -> None:
    here = figure("7.71")
    with writing(SYSTEM, "test") as made:
        flood = made.add(Event(unit=COMMUNE, hazard="lũ", entered_by=here.entered_by))
    lost = figure("12", event=flood, category="houses_unroofed", indicator="", measure="nhà")
    reporter = person("reporter", COMMUNE)
    with django_assert_max_num_queries(2):
        assert list(observations(reporter, indicator="poverty_rate")) == [here]
    assert list(losses(reporter, flood)) == [lost]
    assert not observations(person("reporter", OTHER)).exists()


@pytest.mark.parametrize(
    ("day", "verdict"), [(date(2026, 1, 1), "no_figure"), (date(2026, 1, 5), "not_met"), (date(2026, 2, 1), "exceeded")]
)
def test_a_target_stands_as_the_figures_of_the_day_say(
    person: Person, owed: Callable[..., Commitment], figure: Figure, day: date, verdict: str
) -> None:
    one = owed("target", made_on=date(2025, 7, 5))
    with writing(SYSTEM, "test") as made:
        made.add(
            TargetPart(
                commitment=one,
                indicator="poverty_rate",
                comparator="at_most",
                value=Decimal(8),
                measure="%",
                period="2025",
            )
        )
    first, second = figure("8.5"), figure("7.71", date(2026, 2, 1))
    supersede(person("office", "11"), first, second)
    found = assessment_of(person("leader", "11"), one, day)
    assert found is not None
    assert found.verdict == verdict
    assert assessment_of(person("leader", OTHER), one, day) is None


def test_what_has_no_indicator_or_no_time_cannot_be_assessed(person: Person, owed: Callable[..., Commitment]) -> None:
    one = owed("target")
    with writing(SYSTEM, "test") as made:
        made.add(TargetPart(commitment=one, label="số bản có nhà văn hóa", value=Decimal(8)))
    assert assessment_of(person("leader", "11"), one, date(2026, 1, 1)) is None
