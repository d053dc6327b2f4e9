#!/usr/bin/env bash
# Installs the Debian packages of the outside programs where that needs no password; elsewhere says what is skipped.
set -euo pipefail

# package, a file or program that shows that it is there, what goes without it
packages() {
    cat <<'TABLE'
libreoffice-writer swriter .doc, .odt, .rtf: không đọc được; bỏ qua kiểm thử cần LibreOffice · not read; their tests skipped
libreoffice-calc scalc bỏ qua kiểm thử mở tệp Excel bằng LibreOffice · tests that open the workbook are skipped
poppler-utils pdftoppm bỏ qua kiểm thử xem trang đã tạo · tests that look at pages are skipped
tesseract-ocr tesseract bản quét: không đọc được; bỏ qua kiểm thử cần Tesseract · scans not read; their tests skipped
tesseract-ocr-vie vie.traineddata bản quét tiếng Việt: như trên · Vietnamese scans: the same
chromium chromium bỏ qua kiểm thử trang HTML trong trình duyệt · browser tests of the page are skipped
postgresql-15 postgres bỏ qua kiểm thử sổ trên PostgreSQL · tests of the ledger on PostgreSQL are skipped
fonts-dejavu DejaVuSerif.ttf bỏ qua kiểm thử tạo lại tài liệu ví dụ · tests that rebuild the examples are skipped
TABLE
}

# Debian's soffice is there with any part of the office; other systems install it whole.
has_office() {
    if command -v dpkg >/dev/null; then
        [ -e "/usr/lib/libreoffice/program/$1" ]
    else
        command -v soffice >/dev/null
    fi
}

is_there() {
    case $1 in
        swriter) has_office libswlo.so ;;
        scalc) has_office libsclo.so ;;
        postgres) compgen -G "/usr/lib/postgresql/*/bin/postgres" >/dev/null ;;
        vie.traineddata) tesseract --list-langs 2>/dev/null | grep -qx vie ;;
        *.ttf) compgen -G "/usr/share/fonts/truetype/dejavu/$1" >/dev/null || fc-list 2>/dev/null | grep -q "$1" ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

missing() {
    local package proof without
    while read -r package proof without; do
        is_there "$proof" || echo "$package $without"
    done < <(packages)
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

may_install() {
    command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }
}

lacking=$(missing)
[ -n "$lacking" ] || exit 0
if may_install; then
    names=$(cut -d' ' -f1 <<<"$lacking" | tr '\n' ' ')
    echo "Cài các gói Debian · installing the Debian packages: $names"
    as_root apt-get update -qq
    # shellcheck disable=SC2086  # the names are meant to be separate words
    as_root apt-get install -y -qq --no-install-recommends $names >/dev/null || echo "apt-get: lỗi · failed" >&2
    lacking=$(missing)
fi
if [ -n "$lacking" ]; then
    echo "Chưa có các gói sau (sudo apt install ...) · these packages are missing:" >&2
    while read -r package without; do
        printf '    %-20s %s\n' "$package" "$without" >&2
    done <<<"$lacking"
fi
