#!/usr/bin/env bash
# Fits the weights to all sets for tuning but some, and fails where they do not better what they say of the mentions of those left
# out (scikit-learn; BSD-3-Clause).
#
#   tests/external/weights.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
room=${DEMARCHE_EXTERNAL:-target/external}/weights
python=$(tests/external/venv.sh "$room/venv" scikit-learn==1.7.2)
exec "$python" tests/gold/train.py --folds
