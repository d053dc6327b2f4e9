"""``python -m camket.vocabulary``: lint the vocabulary; exit 1 and name each problem when there is one."""

import sys
from pathlib import Path

from camket.vocabulary.commitment import read_commitment_kinds
from camket.vocabulary.commitment_lint import commitment_problems
from camket.vocabulary.criteria import read_criteria_sets
from camket.vocabulary.criteria.lint import criteria_problems
from camket.vocabulary.data_file import VocabularyError
from camket.vocabulary.holiday_year import holiday_problems, read_holiday_years
from camket.vocabulary.lint import problems
from camket.vocabulary.vocabulary import DATA, read_vocabulary


def main(folder: Path = DATA) -> int:
    """Print the problems of the data files in ``folder``; return the exit code."""
    try:
        vocabulary = read_vocabulary(folder)
        found = problems(vocabulary) + commitment_problems(read_commitment_kinds(folder))
        found += holiday_problems(read_holiday_years(folder / "holidays"))
        found += criteria_problems(read_criteria_sets(folder / "criteria" / "sets").values(), vocabulary.units)
    except VocabularyError as error:
        found = [str(error)]
    for problem in found:
        sys.stdout.write(f"{problem}\n")
    sys.stdout.write(f"Từ vựng: {len(found)} lỗi\n" if found else "Từ vựng: không có lỗi\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
