#!/usr/bin/env bash
# Proves that `demarche verify` and pySHACL find the same graphs good and bad: the graph of the report that comes along, and
# ten made of it, each with one fault.
#
#   tests/external/shapes.sh     (after `cargo build --release`)
set -euo pipefail
cd "$(dirname "$0")/../.."
room=${DEMARCHE_EXTERNAL:-target/external}/rdf
python=$(tests/external/venv.sh "$room/venv" rdflib pyoxigraph pyshacl)
exec "$python" tests/external/verify_shapes.py
