#!/usr/bin/env bash
# Every check that a change must pass, but the tests: for a person, the commit hook and CI alike. Goes on after a
# failure, so that one run shows all there is to mend.
# usage: check.sh [BIN]    BIN is the folder of the programs, .venv/bin unless told otherwise
set -uo pipefail
cd "$(dirname "$0")/.." || exit
bin=${1:-.venv/bin}
failed=()

step() {
    local name=$1 program=$2
    shift 2
    echo "== $name"
    "$bin/$program" "$@" || failed+=("$name")
}

step "ruff check" ruff check --quiet .
step "ruff format" ruff format --check --output-format concise --quiet .
step "mypy" mypy --no-error-summary
step "layers" lint-imports --no-logo
step "vocabulary" python -m camket.vocabulary
step "glossary" python -m camket.vocabulary.glossary --check
step "docs" python -m pytest tests/test_docs.py -p no:cacheprovider

if [ ${#failed[@]} -gt 0 ]; then
    echo "make check: chưa đạt · failed: ${failed[*]}" >&2
    exit 1
fi
echo "make check: đạt · passed"
