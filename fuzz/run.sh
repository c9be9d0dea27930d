#!/usr/bin/env bash
# Runs a fuzz target for some seconds on one core. It begins with the files of the tests.
#
#   fuzz/run.sh TARGET [SECONDS]     (default 300)
set -euo pipefail
cd "$(dirname "$0")/.."
target=$1 seconds=${2:-300}
corpus=fuzz/corpus/$target
mkdir -p "$corpus"
case $target in
    html) cp tests/formats/*.html "$corpus" ;;
    docx) cp tests/formats/*.docx "$corpus" ;;
    pdf) cp tests/formats/{encrypted,protected}.pdf "$corpus" ;;
    seeds) cp seeds/entities/*.toml "$corpus" ;;
    rules) cp seeds/rules/*.toml "$corpus" ;;
    nquads) cp exports/graph.nq "$corpus" ;;
    *) cp tests/cases/*/input.* "$corpus" ;;
esac
cp -r tests/hostile/. "$corpus" 2>/dev/null || true
exec cargo +nightly fuzz run "$target" "$corpus" -- -max_total_time="$seconds" -timeout=60 -rss_limit_mb=4096 -max_len=200000
