#!/usr/bin/env bash
# Grades the reference on failing machines, and prints a Markdown table: what was done, exit code, points, duration.
#   bench/machine.sh [TRIAL...]     all trials if none is named; STOP=S and LOAD=N change the pause and the load
# Each grading must end with all points, or with exit code 4 and no score; otherwise the exit code is 1.
# As root it also grades as another user and with a full disk.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
scratch=$(mktemp -d)
stop=${STOP:-90}
load=${LOAD:-100}
failed=0
trap 'clean_up' EXIT

clean_up() {
  pkill -f kafka-lab-busy-loop 2>/dev/null || true
  umount "$scratch/full" 2>/dev/null || true
  rm -rf "$scratch" 2>/dev/null || true
}

# Prints the result of a grading: row WHAT EXIT_CODE JSON
row() {
  local said
  said=$(python3 - "$2" "$3" <<'PY'
import json, sys
code, file = sys.argv[1:]
try:
    report = json.load(open(file))
except (OSError, ValueError):
    report = None
if report is None:
    print("no report" if code in ("2", "4") else "LOST")
elif code == "4":
    print("no score counts")
elif report["score"] == report["maxScore"] and report["bonus"] == report["maxBonus"] and code == "0":
    print(f'{report["score"] + report["bonus"]} of {report["maxScore"] + report["maxBonus"]}')
else:
    print(f'LOST: {report["score"]} of {report["maxScore"]}, {report["bonus"]} of {report["maxBonus"]}')
PY
  )
  case $said in LOST*) failed=1 ;; esac
  printf '| %s | %s | %s | %s s |\n' "$1" "$2" "$said" "$SECONDS"
}

# Grades the reference: grade WHAT [COMMAND BEFORE ./lab ...]
grade() {
  local what=$1 json code=0
  shift
  json=$(mktemp "$scratch/report-XXXXXX")
  SECONDS=0
  "$@" "$root/lab" grade "$root/reference-solution" --broker embedded --json "$json" \
    >"$scratch/out" 2>"$scratch/err" || code=$?
  row "$what" "$code" "$json"
  [ -z "${KEEP:-}" ] || { mkdir -p "$KEEP" && cat "$scratch/err" "$scratch/out" >"$KEEP/${what//[^a-zA-Z0-9]/-}.txt"; }
}

tree() {
  local child
  for child in $(pgrep -P "$1" || true); do
    tree "$child"
  done
  echo "$1"
}

# Stops a grading and resumes it: suspended SECONDS_AFTER_ITS_START [WHOM]
suspended() {
  local after=$1 whom=${2:-all its processes} json code=0 lab
  json=$(mktemp "$scratch/report-XXXXXX")
  SECONDS=0
  ./lab grade reference-solution --broker embedded --json "$json" >"$scratch/out" 2>"$scratch/err" &
  lab=$!
  sleep "$after"
  local all
  all=$(tree "$lab")
  # The script runs the launcher's Java, which runs the grader's.
  [ "$whom" = "all its processes" ] || all=$(pgrep -P "$(pgrep -P "$lab" | head -n 1)" | head -n 1)
  # shellcheck disable=SC2086 # several processes
  kill -STOP $all 2>/dev/null || true
  sleep "$stop"
  # shellcheck disable=SC2086
  kill -CONT $all 2>/dev/null || true
  wait "$lab" || code=$?
  row "$whom stopped for $stop s, $after s after its start" "$code" "$json"
}

trial_suspended() {
  suspended 0.8 'the grader alone'
  for after in 0.4 0.8 1.5 4 8; do
    suspended "$after"
  done
}

trial_user() {
  [ "$(id -u)" = 0 ] || return 0
  id kafka-lab-other >/dev/null 2>&1 || useradd -m kafka-lab-other
  chmod 755 "$scratch"
  local folder=$scratch/other
  install -d -o kafka-lab-other "$folder"
  local code=0
  SECONDS=0
  su kafka-lab-other -s /bin/sh -c \
    "'$root/lab' grade '$root/reference-solution' --broker embedded --json '$folder/report.json'" >"$scratch/out" 2>&1 || code=$?
  row "another user than the builder" "$code" "$folder/report.json"
}

trial_locales() {
  local locale
  for locale in ar-EG fa-IR bn-BD tr-TR de-DE; do
    grade "locale $locale" env "JAVA_TOOL_OPTIONS=-Duser.language=${locale%-*} -Duser.country=${locale#*-}"
  done
}

# Two gradings in a clone that has not been built yet.
trial_twice() {
  git clone -q . "$scratch/fresh"
  local one=0 two=0 other
  SECONDS=0
  (cd "$scratch/fresh" && ./lab grade reference-solution --broker embedded --json "$scratch/one.json" >"$scratch/one" 2>&1) &
  other=$!
  (cd "$scratch/fresh" && ./lab grade reference-solution --broker embedded --json "$scratch/two.json" >"$scratch/two" 2>&1) || two=$?
  wait "$other" || one=$?
  row "two at once in a fresh clone: one" "$one" "$scratch/one.json"
  row "two at once in a fresh clone: the other" "$two" "$scratch/two.json"
}

trial_load() {
  local i
  for ((i = 0; i < load; i++)); do
    sh -c 'while :; do :; done' kafka-lab-busy-loop &
  done
  grade "$load busy processes on $(nproc) cores"
  pkill -f kafka-lab-busy-loop || true
  wait || true
}

trial_quota() {
  local group=/sys/fs/cgroup/cpu/kafka-lab
  mkdir "$group" 2>/dev/null || return 0
  echo 50000 >"$group/cpu.cfs_quota_us"
  # shellcheck disable=SC2016 # the inner shell's own number
  grade "a quota of half a core" sh -c 'echo $$ >'"$group"'/cgroup.procs && exec "$@"' sh
  rmdir "$group" 2>/dev/null || true
}

trial_shell() {
  grade "ulimit -n 256" sh -c 'ulimit -n 256 && exec "$@"' sh
  grade "ulimit -n 64" sh -c 'ulimit -n 64 && exec "$@"' sh
  grade "stdin closed" sh -c 'exec "$@" <&-' sh
  grade "umask 077" sh -c 'umask 077 && exec "$@"' sh
  grade "no HOME" env -u HOME
  grade "an environment with only PATH" env -i "PATH=$PATH"
  # shellcheck disable=SC2016
  grade "stdout closed early (head -1)" bash -c 'set -o pipefail; "$@" | head -n 1 >/dev/null' bash
}

trial_folders() {
  mkdir "$scratch/read-only"
  chmod 555 "$scratch/read-only"
  if [ "$(id -u)" = 0 ]; then
    mkdir "$scratch/full"
    mount -t tmpfs -o size=1m tmpfs "$scratch/full"
    head -c 2000000 /dev/zero >"$scratch/full/zeros" 2>/dev/null || true
    grade "a temporary folder that is full" env "TMPDIR=$scratch/full"
    rm "$scratch/full/zeros"
    mount -o remount,size=3m "$scratch/full"
    grade "a temporary folder that becomes full" env "TMPDIR=$scratch/full"
    mount -o remount,ro "$scratch/full"
    grade "a temporary folder that is read-only" env "TMPDIR=$scratch/full"
  else
    grade "a temporary folder that is read-only" env "TMPDIR=$scratch/read-only"
  fi
}

trial_paths() {
  local there="$scratch/Übung eins: zwei"
  git clone -q . "$scratch/Übung eins"
  cp -R reference-solution "$scratch/Lösung 2"
  local code=0
  SECONDS=0
  "$scratch/Übung eins/lab" grade "$scratch/Lösung 2" --broker embedded --json "$scratch/paths.json" >"$scratch/out" 2>&1 || code=$?
  row "spaces and umlauts in the paths of clone and submission" "$code" "$scratch/paths.json"
  mv "$scratch/Übung eins" "$there"
  code=0
  SECONDS=0
  "$there/lab" grade "$scratch/Lösung 2" --broker embedded --json "$scratch/moved.json" >"$scratch/out" 2>&1 || code=$?
  row "the same clone moved to where its path has a colon" "$code" "$scratch/moved.json"
}

trial_jdk() {
  local home
  for home in ${OTHER_JDKS:-}; do
    grade "JDK $(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$home/release")" env "JAVA_HOME=$home"
  done
}

trial_loopback() {
  [ "$(id -u)" = 0 ] || return 0
  grade "no loopback network" unshare -n
}

printf '| what was done | exit code | points | took |\n|---|---|---|---|\n'
./lab rubric >/dev/null # builds what is missing
for trial in "${@:-suspended user locales twice load quota shell folders paths jdk loopback}"; do
  for each in $trial; do
    "trial_$each"
  done
done
exit "$failed"
