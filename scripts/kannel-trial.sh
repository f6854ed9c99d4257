#!/bin/sh
# Whole verifications whose codes travel by Kannel: a server of its own, Kannel's HTTP interface as
# its SMS gateway, and Kannel's fake SMSC as the phone. Shows what the phone received, in English and
# in Hindi, and the delivery reports that came back. Everything is on loopback, in a temporary
# folder, and is stopped and removed at the end. Needs
#   apt-get install kannel kannel-extras python3 curl
# and the built distribution. Takes a minute on an idle machine.
set -eu
root=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd -P)
kycvs=$root/kycvs-launcher/target/kycvs/bin/kycvs
[ -x "$kycvs" ] || { echo "build first: ./mvnw -q -DskipTests package" >&2; exit 2; }
phone=/usr/lib/kannel/test/fakesmsc
for program in bearerbox smsbox "$phone" python3 curl; do
  command -v "$program" >/dev/null || { echo "$program is missing: see the head of this script" >&2; exit 2; }
done

work=$(mktemp -d)
pids=
stop() {
  for pid in $pids; do kill "$pid" 2>/dev/null || true; done
  for pid in $pids; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 1' INT TERM

# Waits until a command succeeds, at most five minutes.
until_true() {
  tries=0
  until "$@" >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ "$tries" -lt 1500 ] || { echo "gave up waiting for: $*" >&2; tail -n 20 "$work"/*.log >&2; exit 1; }
    sleep 0.2
  done
}
listens() {
  python3 -c 'import socket, sys; socket.create_connection(("127.0.0.1", int(sys.argv[1]))).close()' "$1"
}

set -- $(python3 - <<'PY'
import socket
held = [socket.socket() for _ in range(6)]
for one in held:
    one.bind(("127.0.0.1", 0))
print(*(one.getsockname()[1] for one in held))
PY
)
admin=$1 boxes=$2 smsc=$3 sendsms=$4 server=$5
head -c 12 /dev/urandom | base64 | tr '+/' 'xy' >"$work/password"
chmod 600 "$work/password"

cat >"$work/kannel.conf" <<CONF
group = core
admin-port = $admin
admin-interface = 127.0.0.1
admin-password = $(cat "$work/password")
admin-deny-ip = "*.*.*.*"
admin-allow-ip = 127.0.0.1
smsbox-port = $boxes
smsbox-interface = 127.0.0.1
dlr-storage = internal

group = smsc
smsc = fake
smsc-id = fake
port = $smsc
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = $sendsms
sendsms-interface = 127.0.0.1
global-sender = KYCVS
http-request-retry = 3
http-queue-delay = 1

group = sendsms-user
username = kycvs
password = $(cat "$work/password")
max-messages = 10
concatenation = true
CONF
bearerbox -v 1 "$work/kannel.conf" >"$work/bearerbox.log" 2>&1 & pids="$pids $!"
until_true listens "$boxes"
smsbox -v 1 "$work/kannel.conf" >"$work/smsbox.log" 2>&1 & pids="$pids $!"
until_true listens "$sendsms"
until_true listens "$smsc"
# The phone: it prints what it receives.
"$phone" -H 127.0.0.1 -r "$smsc" -i 1 -m 0 "100 200 text unused" >"$work/phone.log" 2>&1 & pids="$pids $!"
until_true grep -q "Connecting" "$work/phone.log"

export KYCVS_MODE=development
export KYCVS_SMS_GATEWAYS=kannel
export KYCVS_SMS_GATEWAY_KANNEL_KIND=kannel
export KYCVS_SMS_GATEWAY_KANNEL_BASE="http://127.0.0.1:$sendsms"
export KYCVS_SMS_GATEWAY_KANNEL_USER=kycvs
export KYCVS_SMS_GATEWAY_KANNEL_PASSWORD_FILE="$work/password"
export KYCVS_SMS_REPORT_BASE="http://127.0.0.1:$server"
"$kycvs" run --port "$server" --data "$work/data" >"$work/server.log" 2>&1 & pids="$pids $!"
until_true test -s "$work/data/run.json"
url=http://127.0.0.1:$server
key=$(python3 -c '
import json, sys
print(json.load(open(sys.argv[1]))["organisations"][0]["liveKey"])' "$work/data/run.json")

# What fakesmsc printed: texts, UCS-2 and parts, as a person would read them.
cat >"$work/received.py" <<'PY'
import re, sys, urllib.parse
parts, texts = {}, []
for line in open(sys.argv[1], encoding="utf-8", errors="replace"):
    found = re.search(r"Got message \d+: <(\S+) (\S+) (\S+) (.*)>$", line.rstrip("\n"))
    if not found:
        continue
    sender, to, kind, rest = found.groups()
    if kind == "udh":
        udh, form, rest = rest.split(" ", 2)
        header = urllib.parse.unquote_to_bytes(udh)
        octets = urllib.parse.unquote_to_bytes(rest.replace("+", " "))
        # Two-byte letters of Indian scripts have a first octet that is not a letter of ASCII.
        text = octets.decode("utf-16-be") if b"\x09" in octets else octets.decode()
        got = parts.setdefault((to, header[3]), {})
        got[header[5]] = text
        if len(got) == header[4]:
            texts.append((to, len(got), "".join(got[n] for n in sorted(got))))
    elif kind == "ucs-2":
        octets = urllib.parse.unquote_to_bytes(rest.replace("+", " "))
        texts.append((to, 1, octets.decode("utf-16-be")))
    else:
        texts.append((to, 1, urllib.parse.unquote_plus(rest) if kind == "data" else rest))
for to, count, text in texts:
    print(f"{to} ({count} part{'s' if count > 1 else ''}): {text}")
PY
received() { python3 "$work/received.py" "$work/phone.log"; }
arrived() { [ "$(received | wc -l)" -ge "$1" ]; }
call() {
  path=$1
  shift
  curl -sS --fail-with-body "$url/api/v1/verifications$path" -H "Authorization: Bearer $key" "$@"
}
field() { python3 -c 'import json, sys
value = json.load(sys.stdin)
for name in sys.argv[1].split("."):
    value = value[name]
print(value)' "$1"; }
reported() { [ "$(call "/$id" | field sms)" = "$1" ]; }

messages=0
for language in en hi; do
  echo "asking, language $language"
  id=$(call "" -H "Content-Type: application/json" -d '{"mobile": "+917011000000", "name": "Asha Rao",
    "purpose": "hotel-check-in", "language": "'"$language"'"}' | field id)
  messages=$((messages + 1))
  until_true arrived "$messages"
  text=$(received | sed -n "${messages}p")
  echo "the phone shows: $text"
  code=$(printf '%s\n' "${text#*: }" | grep -oE '[0-9]{6}' | head -n 1)
  call "/$id/confirmation" -H "Content-Type: application/json" -d '{"code": "'"$code"'"}' >"$work/answer.json"
  echo "the verifier is told: $(field statement.meaning <"$work/answer.json" 2>/dev/null || cut -c 1-300 "$work/answer.json")"
  until_true reported delivered
  echo "the delivery report came back: $(call "/$id" | field sms)"
  # The person is told what was shared, where that is switched on.
  sleep 2
  messages=$(received | wc -l)
done
echo "all that the phone received:"
received
