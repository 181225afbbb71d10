#!/bin/sh
# Compares this checkout with another revision: wall and processor seconds of whole gradings, in turns.
#
#   bench/against.sh REVISION [ROUNDS] [SUBMISSION]        by default 5 rounds, and each revision's own reference
#
# Both are built first, and grade once unmeasured. Then they grade in turns, each round in the other order, with the same
# seed and the embedded broker, so that changes in the speed of the machine affect both alike. ISOLATION=sandbox grades in
# another isolation than 'process'; CRITERIA=IDS judges only these. Processor seconds are those of all processes that a
# grading starts. What counts is the last line: the median of the rounds' ratios.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
if [ $# -lt 1 ]; then
  sed -n 's/^# \{0,1\}//p' "$0" | sed -n '4p' >&2
  exit 2
fi
work=$(mktemp -d)
trap 'git -C "$root" worktree remove --force "$work/other" 2>/dev/null || true; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
git -C "$root" worktree add --quiet --detach "$work/other" "$1"

python3 - "$root" "$work/other" "$1" "${2:-5}" "${3:-}" "${ISOLATION:-process}" "${CRITERIA:-}" <<'PYTHON'
import os, statistics, subprocess, sys, time

root, other, revision, rounds, submission, isolation, criteria = sys.argv[1:]
submission = submission and os.path.abspath(submission)


def help_of(folder):
    # The first call builds the grader, which is not part of the time.
    return subprocess.run(["./lab", "grade", "--help"], cwd=folder, check=True, capture_output=True, text=True).stdout


def command(folder, seed):
    options = ["--broker", "embedded", "--seed", str(seed)]
    if knows_isolation[folder]:
        options += ["--isolation", isolation]
    if criteria:
        options += ["--criteria", criteria]
    return ["./lab", "grade", submission or "reference-solution", *options]


def grade(folder, seed):
    """Returns the exit code, and the wall and processor seconds, those of all processes that it waited for."""
    start = time.monotonic()
    grading = subprocess.Popen(command(folder, seed), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(grading.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    grading.returncode = code
    return code, time.monotonic() - start, used.ru_utime + used.ru_stime


def line(name, wall, busy):
    print(f"{name:24} {middle(wall)}   {middle(busy)}", flush=True)


def middle(values):
    return f"{statistics.median(values):7.2f} ({min(values):.2f} to {max(values):.2f})"


knows_isolation = {folder: "--isolation" in help_of(folder) for folder in (other, root)}
if isolation != "process" and not knows_isolation[other]:
    sys.exit(f"{revision} knows no isolation: it grades in 'process'.")
codes = {folder: grade(folder, 0)[0] for folder in (other, root)}
names = {other: revision[:24], root: "this checkout"}
wall, busy = {other: [], root: []}, {other: [], root: []}
for number in range(1, int(rounds) + 1):
    for folder in (other, root) if number % 2 else (root, other):
        code, seconds, used = grade(folder, number)
        if code != codes[folder] or code not in (0, 1):
            sys.exit(f"{names[folder]}: exit code {code}, and {codes[folder]} the first time.")
        wall[folder].append(seconds)
        busy[folder].append(used)
    print(f"round {number} of {rounds}: wall {wall[other][-1]:.1f} and {wall[root][-1]:.1f} s, "
          f"processor {busy[other][-1]:.1f} and {busy[root][-1]:.1f} s", file=sys.stderr, flush=True)
print(f"{'median (range)':24} {'wall s':>24}   {'processor s':>24}")
for folder in (other, root):
    line(names[folder], wall[folder], busy[folder])
line("ratio", *([mine / its for its, mine in zip(both[other], both[root])] for both in (wall, busy)))
PYTHON
