#!/bin/sh
# Builds the container image with buildah, on a base of Debian packages instead of one from a
# registry, and runs the demonstration in it as its own user. Needs root on Debian, and
#   apt-get install buildah mmdebstrap
# and the built distribution. Takes two minutes.
set -eu
root=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd -P)
home=$root/kycvs-launcher/target/kycvs
[ -e "$home/share/Containerfile" ] || { echo "build first: ./mvnw -q -DskipTests package" >&2; exit 2; }
work=$(mktemp -d)
trap 'buildah_ rm --all >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

# No daemon, no overlay, no registry: it works in a container, too.
buildah_() {
  STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot buildah --root "$work/store" --runroot "$work/run" "$@"
}

mkdir "$work/base"
mmdebstrap --quiet --variant=minbase --include=openjdk-17-jre-headless,ca-certificates,passwd \
  bookworm "$work/base/base.tar"
printf 'FROM scratch\nADD base.tar /\n' >"$work/base/Containerfile"
buildah_ bud -q -t localhost/java "$work/base"
(cd "$home" && buildah_ bud -q --build-arg BASE=localhost/java --ignorefile .containerignore \
  -f share/Containerfile -t kycvs .)

container=$(buildah_ from kycvs)
in_container() {
  buildah_ run --hostname localhost "$@"
}
in_container "$container" -- /opt/kycvs/bin/kycvs --version
echo "without settings, production says what it needs:"
in_container "$container" -- /opt/kycvs/bin/kycvs run --data /var/lib/kycvs && exit 1
in_container -e KYCVS_MODE=development "$container" -- /opt/kycvs/bin/kycvs demo --data /var/lib/kycvs
