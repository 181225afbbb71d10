#!/bin/sh
# Measures how long Chromium takes to draw a report of 10 and of 1,000 messages.
#
#   bench/draw.sh
set -eu
cd "$(dirname "$0")/.."
mvn -q -B -ntp -Pdevelop -pl grader -am test-compile failsafe:integration-test \
  -Dproof.browser=required -Dit.test=DrawingBench -Dfailsafe.failIfNoSpecifiedTests=false
