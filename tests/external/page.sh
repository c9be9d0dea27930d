#!/usr/bin/env bash
# Proves the page that `export graph.html` writes: its program is what npm makes of src/export/html/web, byte for
# byte, and in headless Chromium it loads, searches, filters, opens nodes, links and quotes, by mouse and by
# keyboard, in light and dark, without an error and without asking the network for anything. Screenshots are left
# in the folder `page` of the room.
#
#   tests/external/page.sh [HTML...]     (default exports/graph.html and a graph of 500 speeches)
set -euo pipefail
cd "$(dirname "$0")/../.."
room=${DEMARCHE_EXTERNAL:-target/external}/page
mkdir -p "$room/web"

cp -r src/export/html/web/{package.json,package-lock.json,build.mjs,page.html,style.css,src} "$room/web/"
npm ci --prefix "$room/web" --no-audit --no-fund --loglevel=error
node "$room/web/build.mjs" "$room/page.html"
if ! cmp "$room/page.html" src/export/html/page.html; then
    echo "FAIL src/export/html/page.html is not what src/export/html/web builds: cd there, npm ci, node build.mjs"
    exit 1
fi
echo "ok   the program of the page is what npm builds, $(wc -c <"$room/page.html") bytes"

chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$chromium" ]; then
    sudo=()
    [ "$(id -u)" -eq 0 ] || sudo=(sudo)
    "${sudo[@]}" apt-get update -qq
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium
    chromium=$(command -v chromium)
fi
cp tests/external/page.mjs "$room/"
[ -d "$room/node_modules/playwright-core" ] ||
    npm install --prefix "$room" --no-save --no-audit --no-fund --loglevel=error playwright-core
if [ $# -eq 0 ]; then
    set -- exports/graph.html "$(tests/external/speeches.sh)/graph.html"
fi
n=0
for html in "$@"; do
    n=$((n + 1))
    node "$room/page.mjs" "$chromium" "$html" "$room/page/$n"
done
