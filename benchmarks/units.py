"""Units through time: names resolved a second, and figures re-stated beside a plain group-by and pandas.

python benchmarks/units.py [--rows 24000000] [--full] [--memory 8GB] [--threads N]
"""

import units_names
import units_restatement


def main() -> None:
    """Measure and print both."""
    units_names.main()
    units_restatement.main()


if __name__ == "__main__":
    main()
