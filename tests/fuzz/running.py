"""Starting libFuzzer on a function: its folders, its dictionary, its limits."""

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import atheris
from seeds import words

# An option given on the command line wins, for libFuzzer takes the last.
_LIMITS = ("-timeout=20", "-rss_limit_mb=3000", "-max_len=4000", "-use_value_profile=1", "-print_final_stats=1")


Mutator = Callable[[bytes, int, int], bytes]


def run(
    one_input: Callable[[bytes], None], arguments: Sequence[str], seeds: Sequence[bytes], mutator: Mutator | None = None
) -> None:
    """Fuzz until told to stop; ends the process, with 0 when nothing was found.

    ``mutator`` makes of an input, the size it may have and a number by chance the next input.
    """
    own = {} if mutator is None else {"custom_mutator": mutator}
    if any(Path(argument).is_file() for argument in arguments[1:]):
        atheris.Setup([*arguments], one_input)
        atheris.Fuzz()
    with tempfile.TemporaryDirectory() as folder:
        given = _written(Path(folder) / "seeds", {str(number): seed for number, seed in enumerate(seeds)})
        dictionary = Path(folder) / "words"
        dictionary.write_text("".join(f'"{_escaped(word)}"\n' for word in words()), encoding="ascii")
        kept = [one for one in arguments[1:] if not one.startswith("-")] or [str(_written(Path(folder) / "kept", {}))]
        options = [one for one in arguments[1:] if one.startswith("-")]
        atheris.Setup([arguments[0], *_LIMITS, f"-dict={dictionary}", *options, *kept, str(given)], one_input, **own)
        atheris.Fuzz()


def _written(folder: Path, contents: dict[str, bytes]) -> Path:
    folder.mkdir(parents=True)
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return folder


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


if __name__ == "__main__":
    sys.exit("chạy fuzz_read.py hoặc fuzz_load.py · run fuzz_read.py or fuzz_load.py")
