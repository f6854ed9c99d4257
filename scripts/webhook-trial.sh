#!/bin/sh
# Tries webhooks on this machine as a verifier has them: verifications end while the receiver is
# down; a simulated day of retries passes; the server is killed in the middle of it; the receiver
# comes back and verifies what arrives with the npm package standardwebhooks. Succeeds if every
# event arrived, each verified.
#
# The day is simulated by kycvs.webhook.hasten, which divides the waits between tries by 1440: a day
# is a minute. Everything else is as always. Needs the built distribution, curl, node and npm (which
# reaches its registry), and takes three minutes.
set -eu
root=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd -P)
kycvs=$root/kycvs-launcher/target/kycvs/bin/kycvs
[ -x "$kycvs" ] || { echo "build first: ./mvnw -q -DskipTests package" >&2; exit 2; }
work=$(mktemp -d)
data=$work/data
server='' receiver=''
end() {
  [ -z "$receiver" ] || kill "$receiver" 2>/dev/null || true
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap end EXIT

cp "$root"/scripts/webhook-trial/* "$work"
(cd "$work" && npm ci --silent --no-audit --no-fund --ignore-scripts)
port=$(node -e 's=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')

start() {
  KYCVS_WEBHOOK_ALLOW_LOOPBACK=true KYCVS_WEBHOOK_HASTEN=1440 \
    KYCVS_OTP_ORGANISATION_SENDS_IN_10_MINUTES=20 KYCVS_OTP_ORGANISATION_SENDS_IN_24_HOURS=100 \
    KYCVS_OTP_MOBILE_SENDS_IN_10_MINUTES=50 KYCVS_OTP_MOBILE_SENDS_IN_24_HOURS=200 \
    "$kycvs" run --port 0 --data "$data" --json >"$work/out" 2>"$work/err" &
  server=$!
  for second in $(seq 600); do
    if [ -e "$data/run.json" ] && grep -q "\"pid\":$server\b" "$data/run.json"; then
      url=$(sed 's/.*"url":"\([^"]*\)".*/\1/' "$data/run.json")
      key=$(grep -o '"testKey":"[^"]*"' "$data/run.json" | head -n 1 | cut -d '"' -f 4)
      return
    fi
    sleep 1
  done
  cat "$work/err" >&2
  exit 1
}
call() {
  curl -fsS -H "Authorization: Bearer $key" -H 'Content-Type: application/json' "$@"
}
member() {
  sed "s/.*\"$1\":\"\([^\"]*\)\".*/\1/"
}

start
echo "1. A webhook, whose receiver is down"
webhook=$(call "$url/api/v1/webhooks" -d "{\"url\": \"http://127.0.0.1:$port/kycvs\", \"types\":
  [\"verification.completed\", \"verification.no-match\", \"verification.expired\", \"verification.locked\"]}")
hook=$(echo "$webhook" | member id)
(umask 077; echo "$webhook" | member secret >"$work/secret")

echo "2. Verifications end"
: >"$work/expected"
ask() {
  call "$url/api/v1/verifications" \
    -d "{\"mobile\": \"+9155555000$1\", \"name\": \"Asha Test\", \"purpose\": \"hotel-check-in\"}" | member id
}
for round in 1 2 3 4 5 6; do
  for person in 00 01 02; do
    id=$(ask $person)
    call "$url/api/v1/verifications/$id/confirmation" -d '{"code": "246810"}' >/dev/null
    echo "verification.completed $id 1" >>"$work/expected"
  done
done
for round in 1 2; do
  id=$(ask 08)
  echo "verification.expired $id 1" >>"$work/expected"
  id=$(ask 03)
  for try in 1 2 3; do
    call "$url/api/v1/verifications/$id/confirmation" -d '{"code": "246810"}' >/dev/null 2>&1 || true
  done
  echo "verification.no-match $id 1" >>"$work/expected"
done
count=$(wc -l <"$work/expected")

echo "3. Half a day passes; then launcher and server are killed"
sleep 30
jvm=$(cat "$data/server.pid")
kill -9 "$server" "${jvm%% *}"
wait "$server" 2>/dev/null || true
start

echo "4. The other half passes"
sleep 30
before=$(call "$url/api/v1/webhooks/$hook/deliveries?state=waiting&limit=200" | grep -o '"dlv_' | wc -l)
echo "   of $count deliveries, $before wait"

echo "5. The receiver comes back"
: >"$work/received"
(cd "$work" && exec node receiver.mjs "$port" "$work/secret" "$work/received") &
receiver=$!
for second in $(seq 300); do
  arrived=$(cut -d ' ' -f 1 "$work/received" | sort -u | wc -l)
  [ "$arrived" -lt "$count" ] || break
  kill -0 "$receiver"
  sleep 1
done
cut -d ' ' -f 2- "$work/received" | sort -u >"$work/told"
sort "$work/expected" | diff - "$work/told" || { echo "what was told is not what happened" >&2; exit 1; }
[ "$before" -eq "$count" ] || { echo "something was delivered while nobody was there" >&2; exit 1; }
echo "   $arrived events of $count, each verified by standardwebhooks, in $(wc -l <"$work/received") requests, $second s after it came back"
