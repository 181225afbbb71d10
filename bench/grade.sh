#!/bin/sh
# Measures complete gradings: wall time, and the peak of the resident memory of the process tree,
# read every 50 ms from /proc (Linux only).
#
#   bench/grade.sh [RUNS]
#
# Two submissions take turns, so that changes in the speed of the machine affect both alike: the
# reference, and a copy whose consumer never calls the handler. The figures are medians.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
runs=${1:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p "$work/silent"
cp -r "$root/reference-solution/src" "$work/silent/"
consumer="$work/silent/src/main/java/dev/kafkalab/lab/KafkaUserEventConsumer.java"
sed -i 's/^      handle(record);$//' "$consumer"
if cmp -s "$consumer" "$root/reference-solution/src/main/java/dev/kafkalab/lab/KafkaUserEventConsumer.java"; then
  echo "The silent consumer equals the reference: adapt this script to the current source." >&2
  exit 1
fi

python3 - "$root/lab" "$runs" "$root/reference-solution" "$work/silent" <<'PYTHON'
import os, statistics, subprocess, sys, time

lab, runs, folders = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
PAGE_KIB = os.sysconf("SC_PAGE_SIZE") // 1024


def tree(root):
    parents = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/stat") as stat:
                parents[int(pid)] = int(stat.read().rsplit(")", 1)[1].split()[1])
        except OSError:
            pass
    found = {root}
    grew = True
    while grew:
        more = {pid for pid, parent in parents.items() if parent in found} - found
        found |= more
        grew = bool(more)
    return found


def resident_kib(pid):
    try:
        with open(f"/proc/{pid}/statm") as statm:
            return int(statm.read().split()[1]) * PAGE_KIB
    except OSError:
        return 0


def grade(folder):
    start = time.monotonic()
    process = subprocess.Popen([lab, "grade", folder, "--broker", "embedded"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(resident_kib(pid) for pid in tree(process.pid)))
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            pass
    return time.monotonic() - start, peak / 1024


figures = {folder: [] for folder in folders}
for run in range(runs + 1):
    for folder in folders:
        figure = grade(folder)
        if run:  # the first round only builds and warms up
            figures[folder].append(figure)
for folder, values in figures.items():
    seconds, mib = zip(*values)
    print(f"{os.path.basename(folder):20} wall {statistics.median(seconds):5.1f} s "
          f"({min(seconds):.1f} to {max(seconds):.1f})   memory {statistics.median(mib):5.0f} MiB "
          f"({min(mib):.0f} to {max(mib):.0f})   {runs} runs")
PYTHON
