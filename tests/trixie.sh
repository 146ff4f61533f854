#!/bin/sh
# trixie.sh FOLDER: what an owner has on Debian 13, GnuPG 2.4 and OpenSSH with all that they need, unpacked to FOLDER/tree.
# Tests type into it with `chroot`; nothing of it is installed here. What is there already is not fetched again.
set -eu
packages="gpg gpg-agent gpgconf scdaemon openssh-client bash dash coreutils findutils grep sed tar gzip libgfshare-bin python3-mnemonic git cryptsetup-bin"
here=$(dirname "$(readlink -f "$0")")
mkdir -p "$1"
folder=$(readlink -f "$1")
if [ "$(cat "$folder/complete" 2>/dev/null)" = "$packages" ]; then exit 0; fi

rm -rf "$folder"
mkdir -p "$folder/tree"
apt="$here/../image/apt.sh"
"$apt" "$folder" update
# shellcheck disable=SC2086 # one word each
"$apt" "$folder" --yes --download-only -o Debug::NoLocking=1 install $packages >/dev/null
for package in "$folder"/cache/archives/*.deb; do dpkg-deb --extract "$package" "$folder/tree"; done
# Whose files these are: sshd and ssh want to know, and the packages' scripts were not run.
printf 'root:x:0:0:root:/root:/bin/bash\n' >"$folder/tree/etc/passwd"
printf 'root:x:0:\n' >"$folder/tree/etc/group"
rm -rf "$folder/cache" "$folder/lists"
echo "$packages" >"$folder/complete"
