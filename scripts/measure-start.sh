#!/bin/sh
# Seconds from `kycvs run` to the first answer, without and with the class-data archive, beside a bare
# Payara Micro. Needs a built checkout and a quiet machine. Usage: scripts/measure-start.sh [ROUNDS]
set -eu
cd "$(dirname "$0")/.."
rounds=${1:-3}
home=kycvs-launcher/target/kycvs
port=${PORT:-18095}
data=$(mktemp -d)
micro=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}/fish/payara/extras/payara-micro" -name '*.jar' | tail -n 1)
running=
trap 'if [ -n "$running" ]; then kill "$running" 2>/dev/null || true; wait "$running" || true; fi; rm -rf "$data"' EXIT

# Starts a command, waits until the URL answers, prints how long that took, and stops it.
measure() {
  what=$1 url=$2 flag=$3
  shift 3
  begin=$(date +%s%N)
  "$@" >"$data/output" 2>&1 &
  running=$!
  until curl -s -o /dev/null $flag "$url"; do sleep 0.1; done
  echo "$what: $((($(date +%s%N) - begin) / 1000000)) ms"
  kill "$running" && wait "$running" || true
  running=
}

run() {
  measure "$1" "http://localhost:$port/.well-known/jwks.json" -f \
    "$home/bin/kycvs" run --port "$port" --data "$data/kycvs" --json
}

run "first run, with a new database (not to be compared)"
for round in $(seq "$rounds"); do
  rm -f "$home"/cache/server-classes-*
  run "$round without archive"
  run "$round with archive"
  measure "$round bare Payara Micro" "http://localhost:$port/" "" \
    java -jar "$micro" --noHazelcast --port "$port"
done
