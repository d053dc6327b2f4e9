#!/usr/bin/env bash
# Reads the example documents, or the files named, writes the follow-up workbook, the page and the arithmetic to out/,
# and says what was found.
# usage: demo.sh [FILE...]
set -uo pipefail
cd "$(dirname "$0")/.." || exit
files=("$@")
[ ${#files[@]} -gt 0 ] || files=(examples/documents)
book=out/camket.xlsx page=out/camket.html sums=out/camket-check.txt
mkdir -p out
rm -f "$book" "$page" "$sums"

status=0
camket read "${files[@]}" --format xlsx -o "$book" >/dev/null || status=$?
camket read "${files[@]}" --format html -o "$page" >/dev/null 2>&1 || status=$?
camket check "${files[@]}" >"$sums" 2>"$sums.end"
arithmetic=$?
# That some sums do not add up is what check is there to say: 1 says so, more is a failure.
if [ "$arithmetic" -gt 1 ]; then
    status=$arithmetic
fi

# Of the arithmetic only what wants a look, under the name of its document; then how much there was of it.
awk '/^[^ ]/ { name = $0 } /^  Cần kiểm tra/ { if (name) print name; name = ""; print }' "$sums"
tail -n 1 "$sums.end"
rm -f "$sums.end"
echo
for made in "Sổ theo dõi · workbook: $book" "Trang đọc · page:       $page" "Phép tính · arithmetic: $sums"; do
    [ ! -s "${made##* }" ] || echo "$made"
done
exit "$status"
