#!/bin/sh
# Shows that the EAR runs unchanged on the full Payara Server: deploys it there, completes one
# verification over HTTP, and removes all traces. Exits 0 only if the verification completed.
# Needs curl, and ports 28000 to 28100 free. The first time it downloads Payara Server (170 MB).
set -eu

root=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd -P)
home=$root/kycvs-launcher/target/kycvs
ear=$root/kycvs-ear/target/kycvs.ear
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
port_base=28000
admin_port=28048
url=http://localhost:28080

say() { printf '%s\n' "full-payara-server: $1"; }
fail() {
  say "$1" >&2
  exit 1
}
# A member of a JSON object of one line; the last one if there are several.
member() { sed -n 's/.*"'"$1"'":"\{0,1\}\([^",}]*\).*/\1/p'; }

work=$(mktemp -d "${TMPDIR:-/tmp}/kycvs-full-XXXXXX")
launcher=
domain=
clean_up() {
  code=$?
  trap '' HUP INT TERM
  trap - EXIT
  if [ "$code" -ne 0 ]; then
    for log in "$work"/*.out "$work"/payara6/glassfish/domains/kycvs/logs/server.log; do
      [ -s "$log" ] && { echo "--- end of $log"; tail -n 40 "$log"; } >&2
    done
  fi
  [ -z "$domain" ] || asadmin stop-domain --force kycvs >"$work/stop.out" 2>&1 || say "could not stop the domain" >&2
  [ -z "$launcher" ] || { kill "$launcher" 2>/dev/null && wait "$launcher" || :; }
  rm -rf "$work"
  exit "$code"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

asadmin() { "$work/payara6/bin/asadmin" --interactive=false "$@"; }
configure() { asadmin --port "$admin_port" "$@" >"$work/asadmin.out" 2>&1 || fail "asadmin $1 failed"; }

cd "$root"
if [ ! -e "$home/.built" ] || [ ! -e "$ear" ]; then
  say "building"
  ./mvnw -q -B -DskipTests package -pl kycvs-launcher -am
fi

version=$(sed -n 's:.*<payara.version>\(.*\)</payara.version>.*:\1:p' pom.xml)
say "unpacking Payara Server $version"
./mvnw -q -B -N dependency:unpack -Dartifact="fish.payara.distributions:payara:$version:zip" \
  -DoutputDirectory="$work" -Dmdep.unpack.excludes='**/domains/**' >"$work/unpack.out" 2>&1 \
  || fail "cannot get fish.payara.distributions:payara:$version:zip"
chmod +x "$work/payara6/bin/asadmin" "$work/payara6/glassfish/bin/"*

say "starting PostgreSQL, with schema and sample people"
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
key=$(printf '%s' "$run" | grep -o '"liveKey":"[^"]*"' | head -n 1 | cut -d '"' -f 4)
owner_url=$(printf '%s' "$run" | member databaseUrl)
owner=$(printf '%s' "$owner_url" | sed 's|^postgresql://\([^:]*\):.*|\1|')
owner_password=$(printf '%s' "$owner_url" | sed 's|^postgresql://[^:]*:\([^@]*\)@.*|\1|')
jdbc_url=jdbc:postgresql://$(printf '%s' "$owner_url" | sed 's|.*@||')

# A login of its own with the rights of the application's role, which may do less than the owner.
cat >"$work/MakeLogin.java" <<'JAVA'
import java.sql.DriverManager;

class MakeLogin {
  public static void main(String[] arguments) throws Exception {
    String owner = System.getenv("OWNER");
    try (var connection =
            DriverManager.getConnection(arguments[0], owner, System.getenv("OWNER_PASSWORD"));
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE ROLE full_server LOGIN PASSWORD '" + System.getenv("PASSWORD") + "'");
      statement.execute("GRANT \"" + owner + "_app\" TO full_server");
    }
  }
}
JAVA
password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
OWNER=$owner OWNER_PASSWORD=$owner_password PASSWORD=$password \
  "$java" -cp "$home/lib/*" "$work/MakeLogin.java" "$jdbc_url" || fail "cannot make a login"

say "starting Payara Server"
asadmin create-domain --nopassword=true --portbase "$port_base" kycvs >"$work/domain.out" 2>&1 \
  || fail "cannot make a domain"
domain=kycvs
asadmin start-domain kycvs >"$work/start.out" 2>&1 || fail "the domain does not start"
for driver in "$home"/lib/postgresql-[0-9]*.jar; do
  configure add-library "$driver"
done
escaped() { printf '%s' "$1" | sed 's/[\\:=]/\\&/g'; }
configure create-system-properties "kycvs.mode=development:kycvs.issuer=$(escaped "$url"):kycvs.master-key-file=$(escaped "$work/data/secrets/master.key")"
configure create-jdbc-connection-pool \
  --datasourceclassname org.postgresql.ds.PGSimpleDataSource --restype javax.sql.DataSource \
  --isconnectvalidatereq true --validationmethod custom-validation \
  --validationclassname org.glassfish.api.jdbc.validation.PostgresConnectionValidation \
  --failconnection true --maxwait 1800 --maxpoolsize 32 \
  --property "url=$(escaped "$jdbc_url"):user=full_server:password=$password:connectTimeout=2:tcpKeepAlive=true" \
  kycvs
configure create-jdbc-resource --connectionpoolid kycvs jdbc/kycvs
asadmin restart-domain kycvs >"$work/start.out" 2>&1 || fail "the domain does not start again"
configure ping-connection-pool kycvs

say "deploying $ear"
configure deploy --name kycvs "$ear"

api=$url/api/v1/verifications
say "asking"
asked=$(curl -sS "$api" -H "Authorization: Bearer $key" -H 'Content-Type: application/json' \
  -d '{"mobile": "+917011000000", "name": "Arjun Pillai", "purpose": "hotel-check-in"}')
printf '%s\n' "$asked"
id=$(printf '%s' "$asked" | grep -o '"ver_[0-9A-Za-z]*"' | head -n 1 | tr -d '"')
[ -n "$id" ] || fail "not asked"

sms=
seconds=0
while [ -z "$sms" ]; do
  [ "$seconds" -lt 20 ] || fail "no SMS after $seconds s"
  sms=$(curl -sS -H 'Accept: application/json' "$url/dev/sms?mobile=%2B917011000000" \
    | tr '}' '\n' | grep "$id" || :)
  [ -n "$sms" ] || sleep 1
  seconds=$((seconds + 1))
done
printf '%s\n' "$sms"
code=$(printf '%s' "$sms" | member code)

answer=$(curl -sS "$api/$id/confirmation" \
  -H "Authorization: Bearer $key" -H 'Content-Type: application/json' -d "{\"code\": \"$code\"}")
printf '%s\n' "$answer"
case $answer in
  *'"state":"completed"'*) say "completed on Payara Server $version, status $(printf '%s' "$answer" | member status)" ;;
  *) fail "not completed" ;;
esac
