#!/usr/bin/env bash
# Reads the example documents, or the files named, and writes the follow-up workbook and the page to out/.
# usage: demo.sh [FILE...]
set -uo pipefail
cd "$(dirname "$0")/.." || exit
files=("$@")
[ ${#files[@]} -gt 0 ] || files=(examples/documents)
mkdir -p out

status=0
camket read "${files[@]}" --format xlsx -o out/camket.xlsx || status=$?
camket read "${files[@]}" --format html -o out/camket.html || status=$?
camket check "${files[@]}"
arithmetic=$?

echo
[ ! -f out/camket.xlsx ] || echo "Sổ theo dõi · workbook: $PWD/out/camket.xlsx"
[ ! -f out/camket.html ] || echo "Trang đọc · page:       $PWD/out/camket.html"
# That some sums of the examples do not add up is what check is shown for: 1 says so, more is a failure.
if [ "$arithmetic" -gt 1 ]; then
    status=$arithmetic
fi
exit "$status"
