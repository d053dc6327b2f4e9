#!/usr/bin/env bash
# Makes a virtual environment from requirements.lock, every download checked against its hash; quick when nothing changed.
# usage: environment.sh [FOLDER [VERSION]]    FOLDER is .venv unless told otherwise, VERSION any that fits
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-.venv}
stamp=$folder/.camket-installed
state=$(cat requirements.lock pyproject.toml | sha256sum)

if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$state" ] && "$folder/bin/python" -c "import camket" 2>/dev/null; then
    exit 0
fi
if ! "$folder/bin/python" -c "import sys; sys.exit(sys.version_info < (3, 12))" 2>/dev/null; then
    python=$(tools/find_python.sh "${2:-}")
    echo "Tạo môi trường · making $folder ($("$python" --version))"
    "$python" -m venv --clear "$folder"
fi
echo "Cài các thư viện · installing the libraries into $folder"
export PIP_DISABLE_PIP_VERSION_CHECK=1
"$folder/bin/python" -m pip install --quiet --require-hashes -r requirements.lock
# The build backend is in the lock too, so nothing is fetched that no hash vouches for.
"$folder/bin/python" -m pip install --quiet --no-deps --no-build-isolation --editable .
echo "$state" >"$stamp"
