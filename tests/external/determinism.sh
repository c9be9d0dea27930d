#!/usr/bin/env bash
# Proves that the same documents give the same bytes: one build with one thread, one with four threads and the
# inputs in reverse order, one more over the first folder; the graph folders and the exports must be equal.
#
#   tests/external/determinism.sh     (needs target/release/demarche, or DEMARCHE=path)
set -euo pipefail
cd "$(dirname "$0")/../.."
demarche=${DEMARCHE:-target/release/demarche}
room=${DEMARCHE_EXTERNAL:-target/external}/determinism
rm -rf "$room"
mkdir -p "$room"

# The passages, one file each, beside the seed report: a hundred inputs whose order can be changed.
python3 - "$room/inputs" tests/gold/dev-passages.jsonl tests/gold/check-passages.jsonl <<'PYTHON'
import json, pathlib, sys
folder = pathlib.Path(sys.argv[1])
folder.mkdir()
for path in sys.argv[2:]:
    for line in open(path, encoding="utf-8"):
        (folder / f"{json.loads(line)['id']}.jsonl").write_text(line, encoding="utf-8")
PYTHON
mapfile -t inputs < <(ls "$room"/inputs/*.jsonl | LC_ALL=C sort)
mapfile -t reversed < <(printf '%s\n' "${inputs[@]}" | LC_ALL=C sort -r)

build() { # NAME JOBS INPUT...
    local name=$1 jobs=$2
    shift 2
    "$demarche" build "$@" --graph "$room/$name/graph" --export "$room/$name/exports" --jobs "$jobs" --quiet
}

failed=0
compare() { # ONE OTHER WHAT
    if diff -rq "$room/$1" "$room/$2"; then
        echo "ok   $3: $(find "$room/$1" -type f | wc -l) files, all the same"
    else
        echo "FAIL $3"
        failed=1
    fi
}

build one 1 seeds/documents "${inputs[@]}"
build four 4 "${reversed[@]}" seeds/documents
compare one four "one thread and four, inputs in opposite order"
cp -r "$room/one" "$room/again"
build again 2 seeds/documents "${inputs[@]}"
compare one again "a second build over the first"
exit "$failed"
