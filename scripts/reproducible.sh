#!/bin/sh
# Builds the distribution of the last commit twice, in different folders, and compares the bytes.
# Takes some minutes. Exit code: 0 the same, 1 not; then it names the files that differ.
set -eu
root=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() {
  git clone -q "$root" "$work/$1"
  # Folder and time zone must not show. The mask does: archives hold the modes of files.
  (cd "$work/$1" && umask 022 && TZ=$2 ./mvnw -q -B -DskipTests -Pdistribution package >"$work/log" 2>&1) || {
    cat "$work/log" >&2
    exit 1
  }
  mkdir "$work/$1-files"
  archive=$(ls "$work/$1"/kycvs-launcher/target/kycvs-*.tar.gz)
  tar -xzf "$archive" -C "$work/$1-files"
  sha256sum <"$archive"
}

first=$(build one UTC)
second=$(build another-and-longer-path Asia/Kolkata)
echo "first  $first"
echo "second $second"
if [ "$first" = "$second" ]; then
  echo "the same bytes"
else
  diff -rq "$work/one-files" "$work/another-and-longer-path-files" || true
  exit 1
fi
