#!/bin/sh
# Runs sqlmap against the API of a server that it starts and removes again: query parameters, ids
# in paths, headers, and members of JSON bodies, all with a good key. Exits 0 only if sqlmap tested
# each of them and found nothing. Needs sqlmap (Debian: apt-get install sqlmap) and some minutes.
# SQLMAP_LEVEL (1 to 5, default 2) and SQLMAP_RISK (1 to 3, default 1) are sqlmap's own.
set -eu

root=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd -P)
home=$root/kycvs-launcher/target/kycvs

say() { printf '%s\n' "sqlmap-api: $1"; }
fail() {
  say "$1" >&2
  exit 1
}
command -v sqlmap >/dev/null || fail "sqlmap is missing: apt-get install sqlmap"

work=$(mktemp -d "${TMPDIR:-/tmp}/kycvs-sqlmap-XXXXXX")
launcher=
clean_up() {
  code=$?
  trap '' HUP INT TERM
  trap - EXIT
  [ -z "$launcher" ] || { kill "$launcher" 2>/dev/null && wait "$launcher" || :; }
  rm -rf "$work"
  exit "$code"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

cd "$root"
if [ ! -e "$home/.built" ]; then
  say "building"
  ./mvnw -q -B -DskipTests package -pl kycvs-launcher -am
fi

say "starting a server"
"$home/bin/kycvs" run --port 0 --data "$work/data" --json >"$work/kycvs.out" 2>&1 &
launcher=$!
seconds=0
while [ ! -e "$work/data/run.json" ]; do
  kill -0 "$launcher" 2>/dev/null || fail "kycvs run ended"
  [ "$seconds" -lt 180 ] || fail "kycvs run is not ready after $seconds s"
  sleep 1
  seconds=$((seconds + 1))
done
run=$(cat "$work/data/run.json")
url=$(printf '%s' "$run" | sed 's/.*"url":"\([^"]*\)".*/\1/')
key=$(printf '%s' "$run" | grep -o '"testKey":"[^"]*"' | head -n 1 | cut -d '"' -f 4)
organisation=$(printf '%s' "$run" | grep -o '"org_[0-9A-Za-z]*"' | head -n 1 | tr -d '"')
if "$home/bin/kycvs" organisation --help | grep -q '^ *limits'; then
  "$home/bin/kycvs" organisation limits "$organisation" --requests-per-minute 60000 \
    --request-burst 5000 --data "$work/data"
fi

api=$url/api/v1/verifications
question='{"mobile":"+915555500002","name":"Anybody","purpose":"hotel-check-in","reference":"room 1","nonce":"12345678","language":"en"}'
asked=$(curl -sS "$api" -H "x-api-key: $key" -H 'Content-Type: application/json' -d "$question")
id=$(printf '%s' "$asked" | grep -o '"ver_[0-9A-Za-z]*"' | head -n 1 | tr -d '"')
[ -n "$id" ] || fail "not asked: $asked"

# What is tested, and sqlmap's own options for it. A star marks where to inject.
attack() {
  what=$1
  shift
  say "testing $what"
  timeout 900 sqlmap --batch --disable-coloring --flush-session --output-dir "$work/sqlmap" \
    --dbms PostgreSQL --level "${SQLMAP_LEVEL:-2}" --risk "${SQLMAP_RISK:-1}" --technique BEUST \
    --time-sec 3 --timeout 15 --retries 1 --threads 4 --ignore-code='*' "$@" \
    >"$work/found.txt" 2>&1 || fail "sqlmap failed on $what: $(tail -n 5 "$work/found.txt")"
  if grep -Eq 'identified the following injection|is vulnerable|resumed the following' "$work/found.txt"; then
    cat "$work/found.txt" >&2
    fail "sqlmap found something in $what"
  fi
  grep -q 'all tested parameters do not appear to be injectable' "$work/found.txt" \
    || fail "sqlmap did not finish on $what: $(tail -n 20 "$work/found.txt")"
  say "nothing in $what: $(grep -cE 'testing .(PostgreSQL|AND|OR|Generic|Boolean|MySQL|Microsoft|Oracle)' "$work/found.txt") kinds of tests"
}

attack "the list's parameters" --headers "x-api-key: $key" \
  -u "$api?from=2026-01-01T00%3A00%3A00Z&to=2099-01-01T00%3A00%3A00Z&purpose=hotel-check-in&state=completed&reference=room&cursor=abc&limit=2"
attack "an id" --headers "x-api-key: $key" -u "$api/$id*"
attack "a statement's id" --headers "x-api-key: $key" -u "$api/$id*/statement"
attack "the key's header" --headers "x-api-key: $key*" -u "$api?limit=1"
attack "the authorization header" --headers "Authorization: Bearer $key*" -u "$api?limit=1"
attack "other headers" -u "$api?limit=1" \
  --headers "x-api-key: $key\nX-Request-Id: a*\nX-Forwarded-For: 127.0.0.1*\nAccept-Language: en*\nIdempotency-Key: abc*"
attack "a question" --method POST --data "$question" -u "$api" \
  --headers "x-api-key: $key\nContent-Type: application/json"
attack "a confirmation" --method POST --data '{"code":"111111","yearOfBirth":1990}' \
  -u "$api/$id/confirmation" --headers "x-api-key: $key\nContent-Type: application/json"

curl -fsS "$url/health/ready" >/dev/null || fail "the server is not ready any more"
! grep -q Incident "$work/data/logs/server.log" || fail "the log has incidents"
say "nothing found"
