#!/usr/bin/env bash
# Runs a fuzz target for some seconds on one core. It begins with the files of the tests, of `fuzz/start` and `tests/hostile`, and
# with what earlier runs kept in `fuzz/corpus`. Without a sanitizer: the project has no unsafe code, and what is looked for -
# panics, overflows, failed assertions, long waits, much memory - needs none. Debug assertions are on.
#
#   fuzz/run.sh TARGET [SECONDS [OPTION OF LIBFUZZER ...]]     (default 300)
set -euo pipefail
cd "$(dirname "$0")/.."
target=$1 seconds=${2:-300}
shift $(($# < 2 ? $# : 2))
corpus=fuzz/corpus/$target
mkdir -p "$corpus"
options=(-max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -print_final_stats=1)
length=20000 dictionary=$target
case $target in
    html) cp tests/formats/*.html "$corpus" ;;
    docx) cp tests/formats/*.docx "$corpus" ;;
    pdf)
        cp tests/formats/protected.pdf "$corpus"
        # What its library cannot bear - endless nesting - ends the process, and the run goes on.
        options+=(-fork=1 -ignore_crashes=1)
        ;;
    seeds)
        for file in seeds/entities/*.toml; do head -c 3000 "$file" >"$corpus/${file##*/}"; done
        dictionary=toml
        ;;
    rules)
        # With a relation that the target's small ontology has.
        for file in seeds/rules/*.toml; do
            head -c 4000 "$file" | sed 's/^relation = .*/relation = "supports"/' >"$corpus/${file##*/}"
        done
        dictionary=toml
        ;;
    nquads) head -n 60 exports/graph.nq >"$corpus/head.nq" && tail -n 60 exports/graph.nq >"$corpus/tail.nq" ;;
    extract)
        length=700
        # Pieces of the cases: short texts are read often.
        for file in tests/cases/*/input.*; do split -C "$length" "$file" "$corpus/$(basename "$(dirname "$file")")-"; done
        ;;
    manifest) export TMPDIR=${TMPDIR:-/dev/shm} ;;
    *) for file in tests/cases/*/input.*; do cp "$file" "$corpus/$(basename "$(dirname "$file")")"; done ;;
esac
[ ! -d "fuzz/start/$target" ] || cp "fuzz/start/$target/"* "$corpus"
find tests/hostile -type f -size -"$((length / 1000 + 1))k" -exec cp -t "$corpus" {} +
nightly=+nightly
rustup toolchain list 2>/dev/null | grep -q nightly || { nightly='' && export RUSTC_BOOTSTRAP=1; }
# shellcheck disable=SC2086
exec cargo $nightly fuzz run --sanitizer none "$target" "$corpus" -- \
    "${options[@]}" -dict="fuzz/dictionaries/$dictionary.dict" -max_len="$length" "$@"
