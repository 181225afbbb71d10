#!/bin/sh
# Measures how long ./lab console takes until its page answers, and how long Chromium takes to draw 1,000 messages.
#
#   bench/console.sh
set -eu
cd "$(dirname "$0")/.."
./lab --version >/dev/null # builds what is missing, which is not part of the time
mvn -q -B -ntp -Pdevelop -pl grader -am test-compile failsafe:integration-test \
  -Dproof.browser=required -Dit.test=ConsoleBench -Dfailsafe.failIfNoSpecifiedTests=false
