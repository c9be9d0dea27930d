#!/usr/bin/env bash
# Makes a virtual environment of Python with the packages named, unless it stands there, and prints the path
# of its interpreter.
#
#   tests/external/venv.sh DIR PACKAGE...
set -euo pipefail
dir=$1
shift
stamp=$dir/packages.txt
if ! [ -x "$dir/bin/python" ] || [ "$(cat "$stamp" 2>/dev/null)" != "$*" ]; then
    python3 -m venv "$dir" >&2
    "$dir/bin/pip" install --quiet --disable-pip-version-check "$@" >&2
    echo "$*" >"$stamp"
fi
echo "$dir/bin/python"
