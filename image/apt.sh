#!/bin/sh
# apt.sh FOLDER ARGUMENTS…: apt-get for Debian 13's packages and sources, with all that it keeps below FOLDER, so that this
# machine's own sources and packages stay as they are. Everything is verified with Debian's own key.
set -eu
folder=$(readlink -f "$1")
shift
mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"
: >"$folder/status"
for kind in deb deb-src; do
    from="$kind [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org"
    echo "$from/debian trixie main"
    echo "$from/debian trixie-updates main"
    echo "$from/debian-security trixie-security main"
done >"$folder/sources.list"
cat >"$folder/apt.conf" <<END
Dir::State "$folder";
Dir::State::status "$folder/status";
Dir::Cache "$folder/cache";
Dir::Etc::sourcelist "$folder/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
APT::Architecture "amd64";
APT::Architectures "amd64";
APT::Sandbox::User "root";
APT::Install-Recommends "false";
Acquire::Retries "3";
END
APT_CONFIG="$folder/apt.conf" exec apt-get -qq "$@"
