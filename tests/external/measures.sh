#!/usr/bin/env bash
# Proves the measures in graph.graphml against NetworkX: degree, weighted degree, PageRank, betweenness, hub,
# authority and core to 1e-6; communities by modularity, within 2 % of the best of ten runs of its Louvain.
#
#   tests/external/measures.sh [GRAPHML...]     (default exports/graph.graphml and a graph of 500 speeches)
set -euo pipefail
cd "$(dirname "$0")/../.."
room=${DEMARCHE_EXTERNAL:-target/external}/measures
python=$(tests/external/venv.sh "$room/venv" networkx scipy)
if [ $# -eq 0 ]; then
    set -- exports/graph.graphml "$(tests/external/speeches.sh)/graph.graphml"
fi
exec "$python" tests/external/measures.py "$@"
