#!/usr/bin/env bash
# Builds a graph of many documents: undisturbed; stopped with Ctrl-C and with `kill -9` and begun again; and once more with
# nothing changed. Progress must be shown, only what is missing be read, and the bytes be the same. Prints time, memory and size.
# The documents are speeches, whole and in halves, in one folder with a manifest.
#
#   tests/external/growth.sh [N [SPEECHES.jsonl.zst]]     (default 400, speeches.jsonl.zst; after `cargo build --release`)
set -euo pipefail
cd "$(dirname "$0")/../.."
room=${DEMARCHE_EXTERNAL:-target/external}/growth
mkdir -p "$room"
python=$(tests/external/venv.sh "$room/venv" zstandard)
exec "$python" tests/external/growth.py "$room" "${1:-400}" "${2:-tests/external/speeches.jsonl.zst}"
