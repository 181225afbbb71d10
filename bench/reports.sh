#!/bin/sh
# Measures how long all report formats take to write during a grading, in a JVM as ./lab starts it.
#
#   bench/reports.sh
set -eu
cd "$(dirname "$0")/.."
mvn -q -B -ntp -Pdevelop -pl grader -am test-compile failsafe:integration-test \
  -Dit.test=WritingBench -Dfailsafe.failIfNoSpecifiedTests=false \
  "-DargLine=-Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
