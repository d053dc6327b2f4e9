"""Relations: one file each. A new one is added here, with a test that it can hold and can fail."""

from camket.reading.checks.relations.anniversary import ANNIVERSARY
from camket.reading.checks.relations.baseline import BASELINE
from camket.reading.checks.relations.change_and_growth import CHANGE_AND_GROWTH
from camket.reading.checks.relations.criteria import CRITERIA
from camket.reading.checks.relations.dead_and_missing import DEAD_AND_MISSING
from camket.reading.checks.relations.deadline import DEADLINE
from camket.reading.checks.relations.from_to import FROM_TO
from camket.reading.checks.relations.growth_between import GROWTH_BETWEEN
from camket.reading.checks.relations.multiple import MULTIPLE
from camket.reading.checks.relations.part_of_whole import ACTUAL_OF_PLAN, PART_OF_WHOLE
from camket.reading.checks.relations.partition import PARTITION
from camket.reading.checks.relations.period_end import PERIOD_END
from camket.reading.checks.relations.rate_bounds import RATE_BOUNDS
from camket.reading.checks.relations.remaining import REMAINING
from camket.reading.checks.relations.scoreboard import SCOREBOARD
from camket.reading.checks.relations.scoreboard_fields import SCOREBOARD_FIELDS
from camket.reading.checks.relations.share_of_target import SHARE_OF_TARGET
from camket.reading.checks.relations.share_of_total import SHARE_OF_TOTAL
from camket.reading.checks.relations.stock_after_flow import STOCK_AFTER_FLOW
from camket.reading.checks.relations.structure import STRUCTURE
from camket.reading.checks.relations.told_twice import TOLD_TWICE
from camket.reading.checks.relations.two_authorities import TWO_AUTHORITIES
from camket.reading.checks.relations.yield_output import YIELD_OUTPUT

RELATIONS = (
    SCOREBOARD, SCOREBOARD_FIELDS, PARTITION, DEAD_AND_MISSING, PART_OF_WHOLE, ACTUAL_OF_PLAN, SHARE_OF_TOTAL,
    SHARE_OF_TARGET, TWO_AUTHORITIES, FROM_TO, BASELINE, CHANGE_AND_GROWTH, GROWTH_BETWEEN, MULTIPLE,
    STOCK_AFTER_FLOW, CRITERIA, YIELD_OUTPUT, STRUCTURE, REMAINING, TOLD_TWICE, RATE_BOUNDS, DEADLINE, PERIOD_END, ANNIVERSARY,
)  # fmt: skip
