#!/usr/bin/env bash
# Writes one graph of 100,000 nodes and 300,000 edges with three programs in one run and prints the times side by
# side: our GraphML and GEXF, igraph's GraphML, NetworkX's GraphML and GEXF. What fails here is correctness alone:
# igraph and NetworkX must read the same graph from our files.
#
#   tests/external/speed.sh [NODES EDGES]
set -euo pipefail
cd "$(dirname "$0")/../.."
room=${DEMARCHE_EXTERNAL:-target/external}/speed
mkdir -p "$room"
python=$(tests/external/venv.sh "$room/venv" networkx lxml igraph==0.11.9)
cargo run --locked --release --quiet --example large_graph -- "$room" "$@" | tee "$room/ours.txt"
exec "$python" tests/external/speed.py "$room"
