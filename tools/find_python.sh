#!/usr/bin/env bash
# Prints the path of a Python of at least 3.12 that can make virtual environments; without one, says how to get it.
# usage: find_python.sh [VERSION]    VERSION such as 3.13 asks for exactly that one
set -euo pipefail
wanted=${1:-}

# Whether a candidate runs at all (a pyenv shim may stand for a version that is not chosen), fits and has venv.
fits() {
    "$1" - "$wanted" 2>/dev/null <<'PYTHON'
import sys
import venv, ensurepip
found = "%d.%d" % sys.version_info[:2]
sys.exit(not (sys.version_info >= (3, 12) and sys.argv[1] in ("", found)))
PYTHON
}

candidates() {
    [ -z "${PYTHON:-}" ] || echo "$PYTHON"
    local version
    for version in ${wanted:-3.12 3.13 3.14}; do
        type -aP "python$version" || true
        compgen -G "${PYENV_ROOT:-$HOME/.pyenv}/versions/$version*/bin/python" || true
    done
    type -aP python3 || true
    if command -v uv >/dev/null; then
        uv python find --no-project ">=3.12" 2>/dev/null || true
    fi
}

while IFS= read -r candidate; do
    if fits "$candidate"; then
        echo "$candidate"
        exit 0
    fi
done < <(candidates)

cat >&2 <<MESSAGE
Không tìm thấy Python ${wanted:-3.12 trở lên}. Có thể cài bằng một trong các cách sau, rồi chạy lại:
No Python ${wanted:-3.12 or newer} was found. Get one in any of these ways, then run this again:
    sudo apt install python3 python3-venv    (Debian 13, Ubuntu 24.04 +)
    pyenv install ${wanted:-3.12}
    uv python install ${wanted:-3.12}
Hoặc chỉ rõ · Or name it: make PYTHON=/path/to/python3.12
MESSAGE
exit 1
