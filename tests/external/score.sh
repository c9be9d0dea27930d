#!/usr/bin/env bash
# Measures extraction against the gold links with tests/gold/score.py and fails below the floors given here.
# The passages for checking are shown, never held to a floor: nobody may tune to them.
#
#   tests/external/score.sh     (needs target/release/demarche, or DEMARCHE=path)
set -euo pipefail

# corpus measure figure floor
floors="
seed pairs  precision 0.92
seed pairs  recall    0.88
seed typed  f1        0.90
seed facts  f1        0.85
dev  pairs  f1        0.78
dev  typed  f1        0.74
dev  closer f1        0.68
dev  facts  f1        0.62
speeches-tune   pairs f1 0.70
speeches-tune   typed f1 0.67
speeches2-tune  pairs f1 0.70
speeches2-tune  typed f1 0.62
speeches3-tune  pairs f1 0.66
speeches3-tune  typed f1 0.60
replies-tune    typed f1 0.72
replies-tune    facts f1 0.76
replies2-tune   typed f1 0.80
replies2-tune   facts f1 0.84
statements-tune typed f1 0.62
replies3-tune   typed f1 0.74
replies3-tune   facts f1 0.78
replies5-tune   typed f1 0.77
replies5-tune   facts f1 0.80
replies6-tune   typed f1 0.78
replies6-tune   facts f1 0.81
replies7-tune   typed f1 0.76
replies7-tune   facts f1 0.82
mixed-tune      typed f1 0.68
mixed-tune      facts f1 0.72
mixed2-tune     typed f1 0.68
mixed2-tune     facts f1 0.70
speeches4-tune  typed f1 0.64
speeches5-tune  typed f1 0.63
speeches6-tune  typed f1 0.68
speeches7-tune  typed f1 0.58
speeches8-tune  typed f1 0.59
replies8-tune   typed f1 0.82
replies8-tune   facts f1 0.84
replies9-tune   typed f1 0.83
replies9-tune   facts f1 0.86
replies10-tune  typed f1 0.81
statements2-tune typed f1 0.75
statements3-tune typed f1 0.75
speeches9-tune  typed f1 0.64
replies11-tune  typed f1 0.80
replies12-tune  typed f1 0.78
replies13-tune  typed f1 0.80
statements4-tune typed f1 0.68
speeches10-tune typed f1 0.64
speeches11-tune typed f1 0.66
replies14-tune  typed f1 0.78
replies15-tune  typed f1 0.78
statements5-tune typed f1 0.72
speeches12-tune typed f1 0.60
"

cd "$(dirname "$0")/../.."
demarche=${DEMARCHE:-target/release/demarche}
room=${DEMARCHE_EXTERNAL:-target/external}/score
gold=tests/gold
mkdir -p "$room"

extract() { # CORPUS INPUT
    "$demarche" extract "$2" --format links --output "$room/$1.csv"
    echo "== $1"
    python3 "$gold/score.py" "$gold/$1-links.tsv" "$room/$1.csv" | sed -n 1,5p
    python3 "$gold/score.py" "$gold/$1-links.tsv" "$room/$1.csv" --json >"$room/$1.json"
    python3 "$gold/named.py" "$gold/$1-links.tsv" "$room/$1.csv" --json >"$room/$1.named.json"
}

python3 "$gold/calibrate.py" --check
extract seed seeds/documents
for corpus in dev tune speeches-tune speeches2-tune speeches3-tune speeches4-tune speeches5-tune speeches6-tune \
    speeches7-tune speeches8-tune speeches9-tune replies-tune replies2-tune replies3-tune replies5-tune replies6-tune \
    replies7-tune replies8-tune replies9-tune replies10-tune replies11-tune replies12-tune replies13-tune \
    statements-tune statements2-tune statements3-tune statements4-tune speeches10-tune speeches11-tune \
    replies14-tune replies15-tune statements5-tune speeches12-tune mixed-tune mixed2-tune \
    check speeches-check speeches2-check speeches3-check replies-check replies2-check replies3-check replies4-check; do
    extract $corpus "$gold/$corpus-passages.jsonl"
done

python3 - "$room" "$floors" <<'PYTHON'
import glob, json, sys
room, floors = sys.argv[1:]
failed = False
measures = "pairs", "typed", "closer", "facts"
for scorer, ending in ("score.py", "json"), ("named.py", "named.json"):
    kept = [json.load(open(path)) for path in glob.glob(f"{room}/*check.{ending}")]
    means = {m: sum(figures[m]["f1"] for figures in kept) / len(kept) for m in measures}
    print(f"mean of the {len(kept)} sets kept for checking, {scorer}:", *(f"{m} {mean:.3f}" for m, mean in means.items()))
for corpus, measure, figure, floor in map(str.split, filter(None, floors.splitlines())):
    value = json.load(open(f"{room}/{corpus}.json"))[measure][figure]
    failed |= value < float(floor)
    print("FAIL" if value < float(floor) else "ok  ", f"{corpus} {measure} {figure} {value:.3f}, floor {floor}")
sys.exit(failed)
PYTHON
