#!/bin/sh
# Fuzzes one test for a while: scripts/fuzz.sh MODULE CLASS[#METHOD] [DURATION]
# An input that fails is written into the module's src/test/resources.
set -eu

[ $# -ge 2 ] || {
  echo "usage: scripts/fuzz.sh MODULE CLASS[#METHOD] [DURATION, such as 5m]" >&2
  exit 2
}
cd "$(dirname "$0")/.."
JAZZER_FUZZ=1 exec ./mvnw -B -pl "$1" -am test -Dtest="$2" \
  -Dsurefire.failIfNoSpecifiedTests=false -Djazzer.max_duration="${3:-1m}"
