#!/usr/bin/env python3
"""Builds that are disturbed, against builds that are not. See faults.sh. Standard library only."""
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "target/release/demarche"
N_DOCUMENTS = 150


def corpus(folder):
    """Documents of some paragraphs each, no two the same, one of them converted."""
    text = (ROOT / "seeds/documents/sg-report-2015-ict-replies.md").read_text(encoding="utf-8")
    paragraphs = [p for p in text.split("\n\n") if len(p) > 200]
    folder.mkdir()
    for n in range(N_DOCUMENTS):
        some = [paragraphs[(n * 7 + i) % len(paragraphs)] for i in range(6)]
        (folder / f"CAN_{n}_2015.txt").write_text(f"Document {n}.\n\n" + "\n\n".join(some), encoding="utf-8")
    shutil.copy(ROOT / "tests/formats/pandoc.docx", folder / "report.docx")


def files(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file() and p.name != ".lock"}


def is_whole(path):
    """Whether a graph file is what its first line says."""
    head, _, rest = path.read_bytes().partition(b"\n")
    return head == b"# sha256 " + hashlib.sha256(rest).hexdigest().encode()


def command(work, graph="graph", inputs="in"):
    return [PROGRAM, "build", inputs, "--graph", graph, "--export", graph + "-exports", "--quiet"], {"cwd": work}


def build(work, graph="graph", inputs="in"):
    arguments, options = command(work, graph, inputs)
    return subprocess.run(arguments, **options, capture_output=True, text=True)


def check(is_right, what):
    print(f"{'ok  ' if is_right else 'FAIL'} {what}")
    return bool(is_right)


def killed(work, undisturbed, seconds, n_kills):
    """Kills builds; every tenth time the next one may end, and the folder begins anew."""
    chance = random.Random(70172)
    n_broken = n_different = n_rounds = 0
    for n in range(1, n_kills + 1):
        arguments, options = command(work)
        process = subprocess.Popen(arguments, **options, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, 1.1 * seconds))
        process.send_signal(signal.SIGKILL)
        process.wait()
        n_broken += sum(not is_whole(path) for path in (work / "graph").rglob("*.nq"))
        if n % 10 == 0 or n == n_kills:
            n_rounds += 1
            done = build(work)
            n_different += done.returncode != 0 or files(work / "graph") != undisturbed
            shutil.rmtree(work / "graph")
    one = check(n_broken == 0, f"{n_kills} builds killed: {n_broken} graph files are not whole")
    return one & check(n_different == 0, f"{n_rounds} builds after them: {n_different} differ from an undisturbed one")


def full_disk(work):
    """A file system of 700 kB, where one may be made."""
    place = work / "small"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", place], capture_output=True).returncode == 0
    if not mounted:
        print("--   full disk: no file system can be made here; cargo test tries it with a limit on files")
        return True
    try:
        (work / "one").mkdir()
        shutil.copy(work / "in/CAN_1_2015.txt", work / "one")
        first = subprocess.run([PROGRAM, "extract", "one/CAN_1_2015.txt", "--output", "/dev/null"], cwd=work, capture_output=True)
        done = build(work, graph=str(place / "graph"))
        left = [path for path in place.rglob("*") if path.suffix == ".tmp"]
        whole = all(is_whole(path) for path in (place / "graph").rglob("*.nq"))
        said = "No space left on device" in done.stderr and "cannot write" in done.stderr
        return check(first.returncode == 0 and done.returncode == 2 and said and whole and not left, f"full disk: {done.stderr.strip()}")
    finally:
        subprocess.run(["umount", place], check=True)


def as_nobody(work, arguments):
    """The command as somebody who has no rights of their own."""
    if os.geteuid() != 0:
        return arguments
    work.chmod(0o755)
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *map(str, arguments)]


def read_only(work, undisturbed):
    """As somebody who may not write to the folder."""
    graph = work / "graph"
    build(work)
    arguments, options = command(work, inputs="in/CAN_1_2015.txt")
    arguments = as_nobody(work, arguments)
    if os.geteuid() != 0:
        graph.chmod(0o555)
    done = subprocess.run(arguments, **options, capture_output=True, text=True)
    graph.chmod(0o755)
    said = "check its permissions" in done.stderr
    return check(done.returncode == 2 and said and files(graph) == undisturbed, f"read-only: {done.stderr.strip()}")


def closed(work):
    """A folder and a file that may not be read are named, and what comes after them is read."""
    folder = work / "some"
    (folder / "b").mkdir(parents=True)
    names = ["a.txt", "b/x.txt", "c.txt", "d.txt"]
    for n, name in enumerate(names):
        (folder / name).write_text(f"Canada joined the Council of Europe in {1990 + n}.")
    shut = [folder / "b", folder / "c.txt"]
    for path in shut:
        path.chmod(0)
    done = subprocess.run(as_nobody(work, [PROGRAM, "extract", "some", "--format", "nquads"]), cwd=work, capture_output=True, text=True)
    for path in shut:
        path.chmod(0o755)
    read = all((f"/document/{name}>" in done.stdout) == (name in "ad") for name in "axcd")
    said = all(f"`some/{path.name}` cannot be read: check its permissions" in done.stderr for path in shut)
    return check(done.returncode == 1 and read and said, f"no rights: {done.stderr.strip()}")


def two_at_once(work):
    arguments, options = command(work, graph="both")
    both = [subprocess.Popen(arguments, **options, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    ends = [(process.communicate()[1], process.returncode) for process in both]
    codes = sorted(code for _, code in ends)
    said = any("another process is writing to `both`" in stderr for stderr, _ in ends)
    return check(codes == [0, 2] and said, f"two builds at once end with {codes}")


def main(n_kills):
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        corpus(work / "in")
        begun = time.monotonic()
        first = build(work)
        seconds = time.monotonic() - begun
        undisturbed = files(work / "graph")
        right = check(first.returncode == 0 and len(undisturbed) == N_DOCUMENTS + 5, f"{len(undisturbed)} files in {seconds:.1f} s: {first.stderr}")
        shutil.rmtree(work / "graph")
        right &= killed(work, undisturbed, seconds, n_kills)
        right &= read_only(work, undisturbed)
        right &= full_disk(work)
        right &= closed(work)
        right &= two_at_once(work)
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
