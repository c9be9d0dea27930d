#!/usr/bin/env bash
# Proves that a build can be stopped at any moment: 200 are killed, each leaves only whole files, and what a later
# build makes is what an undisturbed one makes. Then a full disk, a folder that may not be written, and two builds at once.
#
#   tests/external/faults.sh [KILLS]     (default 200; after `cargo build --release`)
set -euo pipefail
cd "$(dirname "$0")/../.."
exec python3 tests/external/faults.py "${1:-200}"
