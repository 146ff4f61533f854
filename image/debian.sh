#!/bin/sh
# debian.sh FOLDER: Debian 13's packages named in `debian-packages`, unpacked to FOLDER/tree, and the sources of those in
# `debian-sources` as FOLDER/sources/<name>_<version>.orig.tar.*, by `apt.sh`. What is there already is not fetched again.
set -eu
here=$(dirname "$(readlink -f "$0")")
mkdir -p "$1"
folder=$(readlink -f "$1")
packages=$(grep -v '^#' "$here/debian-packages" | xargs)
sources=$(grep -v '^#' "$here/debian-sources" | xargs)

if [ "$(cat "$folder/complete" 2>/dev/null)" = "$packages $sources" ]; then exit 0; fi

rm -rf "$folder"
mkdir -p "$folder/packages" "$folder/sources" "$folder/tree"
"$here/apt.sh" "$folder" update
cd "$folder/packages"
# shellcheck disable=SC2086 # one word each
"$here/apt.sh" "$folder" download $packages
for package in *.deb; do dpkg-deb --extract "$package" "$folder/tree"; done
cd "$folder/sources"
# shellcheck disable=SC2086
"$here/apt.sh" "$folder" source --tar-only $sources
echo "$packages $sources" >"$folder/complete"
