#!/bin/sh
# debian.sh FOLDER: Debian 13's packages named in `debian-packages`, unpacked to FOLDER/tree. They come through an
# apt of their own below FOLDER, so that this machine's sources and packages stay as they are; every package is
# verified with Debian's own key. What is there already is not fetched again.
set -eu
here=$(dirname "$(readlink -f "$0")")
mkdir -p "$1"
folder=$(readlink -f "$1")
packages=$(grep -v '^#' "$here/debian-packages" | xargs)

if [ "$(cat "$folder/complete" 2>/dev/null)" = "$packages" ]; then exit 0; fi

rm -rf "$folder"
mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial" "$folder/packages" "$folder/tree"
: >"$folder/status"
key=/usr/share/keyrings/debian-archive-keyring.gpg
cat >"$folder/sources.list" <<EOF
deb [signed-by=$key] http://deb.debian.org/debian trixie main
deb [signed-by=$key] http://deb.debian.org/debian trixie-updates main
deb [signed-by=$key] http://deb.debian.org/debian-security trixie-security main
EOF
cat >"$folder/apt.conf" <<EOF
Dir::State "$folder";
Dir::State::status "$folder/status";
Dir::Cache "$folder/cache";
Dir::Etc::sourcelist "$folder/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
APT::Architecture "amd64";
APT::Sandbox::User "root";
Acquire::Retries "3";
EOF
export APT_CONFIG="$folder/apt.conf"
apt-get -qq update
cd "$folder/packages"
# shellcheck disable=SC2086 # one word each
apt-get -qq download $packages
for package in *.deb; do dpkg-deb --extract "$package" "$folder/tree"; done
echo "$packages" >"$folder/complete"
