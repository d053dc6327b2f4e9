"""``python -m camket``."""

from camket.cli import main

# Worker processes import this module under another name and must not start the command again.
if __name__ == "__main__":
    main(prog_name="python -m camket")
