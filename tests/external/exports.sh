#!/usr/bin/env bash
# Proves that other programs read the graph files whole: strict Relax NG schemas, NetworkX, igraph and
# graphology load exports/graph.graphml and exports/graph.gexf, find the same graph in both, and meet none of
# the known traps of Gephi, Gephi Lite and sigma.
#
#   tests/external/exports.sh [GRAPHML GEXF]
set -euo pipefail
cd "$(dirname "$0")/../.."
here=tests/external
graphml=${1:-exports/graph.graphml}
gexf=${2:-exports/graph.gexf}
room=${DEMARCHE_EXTERNAL:-target/external}/exports

# igraph 1.0.0 gives edges the ids of nodes when it reads GraphML, a fault of its own: 0.11.9 does not.
python=$("$here/venv.sh" "$room/venv" networkx lxml igraph==0.11.9)
mkdir -p "$room/js"
cp "$here/exports-check/check_exports.mjs" "$room/js/"
[ -d "$room/js/node_modules/graphology-graphml" ] ||
    npm install --prefix "$room/js" --no-save --no-audit --no-fund --loglevel=error graphology graphology-gexf graphology-graphml

# A warning fails as an error does.
report=$room/python.txt
failed=0
"$python" "$here/exports-check/check_exports.py" "$graphml" "$gexf" --no-gephi | tee "$report" || failed=1
if grep -q '^warn' "$report"; then
    echo "FAIL a warning"
    failed=1
fi
node "$room/js/check_exports.mjs" "$graphml" "$gexf" || failed=1
exit "$failed"
