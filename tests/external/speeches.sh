#!/usr/bin/env bash
# Builds the graph of the 500 speeches in speeches.jsonl.zst (General Debate of the General Assembly, 1992-2024;
# from the UN General Debate Corpus of Jankin, Baturo and Dasandi, doi 10.7910/DVN/0TJX8Y, CC0), which other
# checks read, and prints the folder of its exports.
#
#   tests/external/speeches.sh     (needs target/release/demarche, or DEMARCHE=path)
set -euo pipefail
cd "$(dirname "$0")/../.."
demarche=${DEMARCHE:-target/release/demarche}
room=${DEMARCHE_EXTERNAL:-target/external}/speeches
"$demarche" build tests/external/speeches.jsonl.zst --graph "$room/graph" --export "$room/exports" --quiet --prune >&2
echo "$room/exports"
