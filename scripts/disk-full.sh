#!/bin/sh
# Fills the disk below a running server, and empties it again: a data folder on a small file system
# of its own (tmpfs, so it needs root on Linux), DISK_MB large (default 400). Exits 0 if the server,
# with a full disk, answered every call within MOST_SECONDS (default 2), with success or with 503
# database-unavailable, kept what it had answered, lived on, and went on by itself once there was
# room again. FULL_SECONDS (default 30) says how long the disk stays full.
set -eu

root=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd -P)
home=$root/kycvs-launcher/target/kycvs

say() { printf '%s\n' "disk-full: $1"; }
fail() {
  say "$1" >&2
  exit 1
}
[ "$(id -u)" = 0 ] || fail "only root may mount the small file system"
[ -e "$home/.built" ] || fail "build first: ./mvnw -q -DskipTests package"

work=$(mktemp -d "${TMPDIR:-/tmp}/kycvs-disk-XXXXXX")
disk=$work/disk
mkdir "$disk"
mount -t tmpfs -o "size=${DISK_MB:-400}m" kycvs-disk "$disk"
launcher=
clean_up() {
  code=$?
  trap '' HUP INT TERM
  trap - EXIT
  rm -f "$disk/filler"
  [ -z "$launcher" ] || { kill "$launcher" 2>/dev/null && wait "$launcher" || :; }
  [ "$code" = 0 ] || tail -n 20 "$disk"/data/logs/postgresql-?.log "$disk/data/logs/server.log" >&2 || :
  umount "$disk"
  rm -rf "$work"
  exit "$code"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

say "starting a server on $(df -m --output=size "$disk" | tail -n 1 | tr -d ' ') MB"
KYCVS_SERVER_OPTIONS=-XX:TieredStopAtLevel=1 "$home/bin/kycvs" run --port 0 --data "$disk/data" --json >"$work/kycvs.out" 2>"$work/kycvs.err" &
launcher=$!
seconds=0
while [ ! -e "$disk/data/run.json" ]; do
  kill -0 "$launcher" 2>/dev/null || fail "kycvs run ended: $(cat "$work/kycvs.err")"
  [ "$seconds" -lt 600 ] || fail "kycvs run is not ready after $seconds s"
  sleep 1
  seconds=$((seconds + 1))
done
run=$(cat "$disk/data/run.json")
url=$(printf '%s' "$run" | sed 's/.*"url":"\([^"]*\)".*/\1/')
key=$(printf '%s' "$run" | grep -o '"testKey":"[^"]*"' | head -n 1 | cut -d '"' -f 4)
api=$url/api/v1/verifications
question='{"mobile":"+915555500002","name":"Anybody","purpose":"hotel-check-in"}'
: >"$work/completed"
: >"$work/outcomes"

# Makes a call; prints its outcome, status and seconds, and keeps its body in $work/body.
call() {
  curl -s -o "$work/body" -w '%{http_code} %{time_total}\n' -H "x-api-key: $key" \
    -H 'Content-Type: application/json' "$@" || echo "000 0"
}

# One verification from the question to the answer; notes the phase and each outcome.
verify() {
  phase=$1
  took=$(call "$api" -d "$question")
  note "$phase" "asked" "$took"
  [ "${took%% *}" = 201 ] || return 0
  id=$(grep -o 'ver_[0-9A-Za-z]*' "$work/body" | head -n 1)
  took=$(call "$api/$id/confirmation" -d '{"code":"246810"}')
  note "$phase" "confirmed" "$took"
  [ "${took%% *}" != 200 ] || echo "$id" >>"$work/completed"
}

note() {
  echo "$1 $2 $3" >>"$work/outcomes"
  case ${3%% *} in
    200 | 201) ;;
    503)
      grep -q '"database-unavailable"' "$work/body" || fail "$1, $2: $(cat "$work/body")"
      ;;
    *) fail "$1, $2: $3 $(cat "$work/body")" ;;
  esac
  [ "$1" != full ] || echo "${3##* }" | awk -v most="${MOST_SECONDS:-2}" '{ exit $1 > most }' \
    || fail "$1, $2 took ${3##* } s"
}

for i in 1 2 3 4 5 6 7 8 9 10; do verify room; done
say "filling the disk"
dd if=/dev/zero of="$disk/filler" bs=64k 2>/dev/null || :
say "left: $(df -k --output=avail "$disk" | tail -n 1 | tr -d ' ') kB"
end=$(($(date +%s) + ${FULL_SECONDS:-30}))
while [ "$(date +%s)" -lt "$end" ]; do
  dd if=/dev/zero of="$disk/filler" bs=4k oflag=append conv=notrunc 2>/dev/null || :
  verify full
  kill -0 "$launcher" 2>/dev/null || fail "kycvs run ended: $(cat "$work/kycvs.err")"
done
say "live $(call "$url/health/live"), ready $(call "$url/health/ready")"

say "emptying the disk"
rm "$disk/filler"
emptied=$(date +%s)
until [ "$(call "$url/health/ready" | cut -d ' ' -f 1)" = 200 ]; do
  kill -0 "$launcher" 2>/dev/null || fail "kycvs run ended: $(cat "$work/kycvs.err")"
  [ $(($(date +%s) - emptied)) -lt 60 ] || fail "not ready 60 s after there was room again"
  sleep 0.2
done
say "ready again after $(($(date +%s) - emptied)) s"
for i in 1 2 3 4 5 6 7 8 9 10; do verify again; done
awk '{ count[$1 " " $2 " " $3]++; if ($4 > most[$1]) most[$1] = $4 }
  END { for (one in count) print "  " one ": " count[one]; for (one in most) print "  " one ", slowest: " most[one] " s" }' \
  "$work/outcomes" | sort

[ "$(tail -n 1 "$work/outcomes" | cut -d ' ' -f 3)" = 200 ] || fail "not served again"
grep -q '^full .* 503 ' "$work/outcomes" || fail "the disk was not full"
while read -r id; do
  [ "$(call "$api/$id" | cut -d ' ' -f 1)" = 200 ] || fail "$id is lost"
  grep -q '"state":"completed"' "$work/body" || fail "$id: $(cat "$work/body")"
done <"$work/completed"
say "nothing lost of $(wc -l <"$work/completed") answers; PostgreSQL said:"
grep -h -oE '(PANIC|FATAL): .*' "$disk"/data/logs/postgresql-*.log | sort | uniq -c | sort -rn | head -n 8 || :
! grep -q Incident "$disk/data/logs/server.log" || fail "the log has incidents"
