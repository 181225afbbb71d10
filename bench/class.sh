#!/bin/sh
# Grades a class at several numbers of jobs, and prints submissions a minute and processor seconds for each.
#
#   bench/class.sh [STUDENTS] [JOBS...]        by default 40 students, and 1, 2 and 3 jobs
#
# The class is made of the reference with small edits: two thirds are right, one third has a usual fault. CRITERIA=IDS
# judges only these. One grading after the other by './lab grade' is measured for the first SINGLE=4 of them, for comparison.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
students=${1:-40}
[ $# -gt 0 ] && shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 - "$root" "$work" "$students" "${CRITERIA:-}" "${SINGLE:-4}" "${@:-1 2 3}" <<'PYTHON'
import os, pathlib, shutil, subprocess, sys, time

root, work, students, criteria, single = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4], int(sys.argv[5])
jobs = [int(n) for n in " ".join(sys.argv[6:]).split()]
FAULTS = [("KafkaUserEventProducer.java", '"all"', '"1"'), ("EventLoop.java", "handled.commit();", "")]


def make(folder, number):
    shutil.copytree(root / "reference-solution/src/main", folder / "src/main")
    shutil.copy(root / "reference-solution/ANSWERS.md", folder)
    answers = folder / "ANSWERS.md"
    answers.write_text(answers.read_text() + f"\nStudent {number}.\n")
    if number % 3 == 2:
        name, find, replace = FAULTS[number // 3 % len(FAULTS)]
        file = folder / "src/main/java/dev/kafkalab/lab" / name
        text = file.read_text()
        if find not in text:
            sys.exit(f"{name} has no {find!r}: adapt this script to the current source.")
        file.write_text(text.replace(find, replace))


def measured(command):
    """Returns wall seconds, and processor seconds of all processes that the machine ran meanwhile."""
    def busy():
        fields = [int(n) for n in open("/proc/stat").readline().split()[1:9]]
        return (sum(fields) - fields[3] - fields[4]) / os.sysconf("SC_CLK_TCK")
    before, start = busy(), time.monotonic()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{command}: exit {done.returncode}\n{done.stderr[-2000:]}")
    return time.monotonic() - start, busy() - before


def show(what, count, wall, busy):
    print(f"{what:28} {count:3} submissions in {wall:6.0f} s   {60 * count / wall:5.2f} a minute   {busy / count:5.1f} processor s each", flush=True)


source = work / "class"
for number in range(students):
    make(source / f"student{number:03}", number)
lab, chosen = str(root / "lab"), ["--criteria", criteria] if criteria else []
usual = ["--broker", "embedded", *chosen]
measured([lab, "grade", str(source / "student000"), *usual])  # builds and warms up
wall = busy = 0
for number in range(min(single, students)):
    more, used = measured([lab, "grade", str(source / f"student{number:03}"), *usual])
    wall, busy = wall + more, busy + used
if single:
    show("one after the other", min(single, students), wall, busy)
for n in jobs:
    wall, busy = measured([lab, "class", "grade", str(source), "--into", str(work / f"run{n}"), "--jobs", str(n),
                           "--canaries", "0", *usual])
    show(f"class grade --jobs {n}", students, wall, busy)
PYTHON
