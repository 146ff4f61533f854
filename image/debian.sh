#!/bin/sh
# debian.sh FOLDER: Debian 13's packages named in `debian-packages`, unpacked to FOLDER/tree, and the sources of those in
# `debian-sources` as FOLDER/sources/<name>_<version>.orig.tar.*. They come through an apt of their own below FOLDER, so
# that this machine's sources and packages stay as they are; everything is verified with Debian's own key. What is there
# already is not fetched again.
set -eu
here=$(dirname "$(readlink -f "$0")")
mkdir -p "$1"
folder=$(readlink -f "$1")
packages=$(grep -v '^#' "$here/debian-packages" | xargs)
sources=$(grep -v '^#' "$here/debian-sources" | xargs)

if [ "$(cat "$folder/complete" 2>/dev/null)" = "$packages $sources" ]; then exit 0; fi

rm -rf "$folder"
mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial" "$folder/packages" "$folder/sources" "$folder/tree"
: >"$folder/status"
for kind in deb deb-src; do
    from="$kind [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org"
    echo "$from/debian trixie main"
    echo "$from/debian trixie-updates main"
    echo "$from/debian-security trixie-security main"
done >"$folder/sources.list"
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
cd "$folder/sources"
# shellcheck disable=SC2086
apt-get -qq source --tar-only $sources
echo "$packages $sources" >"$folder/complete"
