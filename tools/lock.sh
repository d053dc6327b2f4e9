#!/usr/bin/env bash
# Writes requirements.lock anew from pyproject.toml: every library that running, testing and fuzzing need, with hashes.
# usage: lock.sh [--upgrade]    needs uv; without --upgrade what is locked already stays at its version
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PATH:$PWD/.venv/bin"
lock=requirements.lock
draft=$(mktemp)
trap 'rm -f "$draft"' EXIT

[ ! -f "$lock" ] || cp "$lock" "$draft"
uv pip compile pyproject.toml --group dev --group fuzz --universal --python-version 3.12 --generate-hashes \
    --no-emit-index-url --no-header --no-annotate --quiet --output-file "$draft" "$@" >/dev/null
{
    echo "# Every library with its version and hashes, from pyproject.toml by tools/lock.sh; not to be edited by hand."
    cat "$draft"
} >"$lock"
