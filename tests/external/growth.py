#!/usr/bin/env python3
"""Builds of many documents, disturbed and not. See growth.sh."""
import csv
import fcntl
import io
import json
import os
import pty
import re
import shutil
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import zstandard

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("DEMARCHE", str(ROOT / "target/release/demarche"))
failures = 0


def check(holds, what):
    global failures
    failures += not holds
    print("ok  " if holds else "FAIL", what, flush=True)


def speeches(path):
    with open(path, "rb") as file:
        text = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(file), encoding="utf-8", newline="\n")
        yield from (json.loads(line) for line in text if line.strip())


def halves(text):
    """The lines of a text in two parts of about one length."""
    lines, size, at = text.split("\n"), 0, 0
    if len(lines) < 2:
        lines = re.split(r"(?<=[.!?]) ", text)
    while at < len(lines) - 1 and (at == 0 or size < len(text) // 2):
        size += len(lines[at]) + 1
        at += 1
    return "\n".join(lines[:at]), "\n".join(lines[at:])


def corpus(folder, n_documents, path):
    """Writes so many documents, no two the same, and a manifest; returns the bytes of their texts."""
    folder.mkdir(parents=True)
    whole = list(speeches(path))
    parts = ((speech, part, n) for speech in whole for n, part in enumerate(halves(speech["text"]), 1))
    documents = [(speech, speech["text"], 0) for speech in whole[: max(n_documents // 2, n_documents - 2 * len(whole))]]
    documents += [part for part in parts if part[1].strip()]
    met, n_bytes = set(), 0
    with open(folder / "manifest.csv", "w", newline="", encoding="utf-8") as table:
        rows = csv.writer(table)
        rows.writerow(["path", "state", "date", "language", "title"])
        for speech, text, n in documents:
            if text in met or len(met) == n_documents:
                continue
            met.add(text)
            name = speech["id"].split("/")[-1].lower() + (f".part-{n}" if n else "") + ".txt"
            n_bytes += (folder / name).write_bytes(text.encode())
            rows.writerow([name, speech["state"], speech["date"], speech["language"], speech["title"]])
    if len(met) < n_documents:
        sys.exit(f"{path} makes no more than {len(met)} documents")
    return n_bytes


class Build:
    """A build in a terminal of its own, as a user sees it."""

    def __init__(self, work, graph):
        self.documents = work / graph / "documents"
        self.said, self.begun = "", time.monotonic()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(work)
            # As a terminal begins programs; a shell in the background has them pass over Ctrl-C.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.execv(PROGRAM, [PROGRAM, "build", "in", "--graph", graph, "--export", f"{graph}-exports"])
        os.set_blocking(self.terminal, False)

    def listen(self):
        """Takes what was said since; whether there may be more."""
        try:
            self.said += os.read(self.terminal, 1 << 16).decode(errors="replace")
        except BlockingIOError:
            pass
        except OSError:
            return False
        return True

    def n_done(self):
        return sum(1 for _ in self.documents.glob("*/*.nq")) if self.documents.is_dir() else 0

    def stop(self, how, n_documents):
        """Sends a signal once so many documents are there; returns how many there were in the end."""
        while self.n_done() < n_documents and self.listen():
            time.sleep(0.02)
        os.kill(self.process, how)
        self.end()
        return self.n_done()

    def end(self):
        while self.listen():
            time.sleep(0.02)
        _, status, usage = os.wait4(self.process, 0)
        os.close(self.terminal)
        self.seconds, self.code = time.monotonic() - self.begun, os.waitstatus_to_exitcode(status)
        self.mib, self.processor = usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime
        return self

    def took(self):
        return f"{self.seconds:.0f} s ({self.processor:.0f} s of processors), at most {self.mib:.0f} MiB of memory"

    def documents_read(self):
        """Documents that the summary calls new."""
        found = re.search(r"documents: .*?(\d+) new", self.said)
        return int(found[1]) if found else 0


def files(folder):
    return {path.relative_to(folder): path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != ".lock"}


def are_same(one, other):
    ones, others = files(one), files(other)
    return ones.keys() == others.keys() and all(path.read_bytes() == others[name].read_bytes() for name, path in ones.items())


def size(folder):
    return sum(path.stat().st_size for path in files(folder).values()) / 1e6


def main(room, n_documents, path):
    work = room / "work"
    shutil.rmtree(work, ignore_errors=True)
    n_bytes = corpus(work / "in", n_documents, path)
    print(f"     {n_documents} documents, {n_bytes / 1e6:.1f} MB of text")

    whole = Build(work, "graph").end()
    check(whole.code == 0 and whole.documents_read() == n_documents, f"undisturbed: {whole.took()}")
    print(f"     graph {size(work / 'graph'):.0f} MB, exports {size(work / 'graph-exports'):.0f} MB")
    shown = re.findall(rf"(\d+) of {n_documents:,}".replace(",", "[, ]?") + r" documents", whole.said)
    check(len(set(shown)) > 1, f"progress was shown, with {len(set(shown))} numbers out of {n_documents}")

    check("writing graph-exports/graph.ttl" in whole.said, "and then which file is being written")

    one = Build(work, "again")
    n_kept = one.stop(signal.SIGINT, n_documents // 3)
    check(one.code == -signal.SIGINT and n_kept < n_documents, f"stopped with Ctrl-C after {n_kept} documents, {one.seconds:.0f} s")
    two = Build(work, "again")
    n_more = two.stop(signal.SIGKILL, 2 * n_documents // 3)
    check(two.code == -signal.SIGKILL and n_kept <= n_more < n_documents, f"begun again and killed after {n_more} documents, {two.seconds:.0f} s")
    three = Build(work, "again").end()
    check(three.code == 0, f"begun again and done: {three.took()}")
    n_read = three.documents_read()
    check(n_read == n_documents - n_more, f"read were the {n_read} documents that were missing")
    for folder in ("graph", "graph-exports"):
        other = folder.replace("graph", "again", 1)
        check(are_same(work / folder, work / other), f"{folder} and {other} are the same, byte for byte")

    four = Build(work, "again").end()
    check(four.code == 0 and four.documents_read() == 0, f"nothing changed: {four.took()}")
    check(are_same(work / "graph", work / "again"), "and the graph is as it was")
    shutil.rmtree(work)
    print(f"{failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))
