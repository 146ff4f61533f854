#!/bin/sh
# versions.sh [TRIAL]: what is pinned in the release and in the trial image, side by side, with a mark where they differ.
# Everything comes from files: the release's from the Buildroot tree and Cargo.lock, the trial's from the names of what
# debian.sh fetched to TRIAL/debian (out/trial). Nothing is asked of the network.
set -eu
top=$(readlink -f "$(dirname "$(readlink -f "$0")")/..")
trial=${1:-$top/out/trial}/debian
config=$top/buildroot-config/configs/coldspare_x86_64_defconfig

# The first word that a sed expression takes out of a file.
from() { sed -n "$1" "$2" 2>/dev/null | head -n1; }
crate() { from "/^name = \"$1\"\$/{n;s/^version = \"\\(.*\\)\"\$/\\1/p;}" "$top/Cargo.lock"; }
buildroot() { from "s/^$1 //p" "$top/buildroot-config/versions"; }
# The upstream version of a package or source of Debian's, without its epoch and Debian's own number.
debian() {
    for file in "$trial/packages/$1"_* "$trial/sources/$1"_*.orig.tar.*; do
        if [ -e "$file" ]; then
            basename "$file" | cut -d_ -f2 | sed 's/\.orig\.tar\..*//; s/^[0-9]*%3a//; s/-[^-]*$//; s/[+~]dfsg.*//'
            return
        fi
    done
    echo "Debian 13's"
}
installed() { dpkg-query --show --showformat '${Version}' "$1" 2>/dev/null | sed 's/-.*//' || echo "this computer's"; }
row() {
    mark=' '
    [ "$2" = "$3" ] || mark='*'
    printf '%s %-14s %-28s %s\n' "$mark" "$1" "$2" "$3"
}

printf '  %-14s %-28s %s\n' '' release trial
rust="$(from 's/^rust-version = "\(.*\)"$/\1/p' "$top/Cargo.toml") or later"
row Rust "$rust" "$rust"
row Buildroot "$(from 's/.*buildroot-\(.*\)\.tar.*/\1/p' "$top/buildroot-config/buildroot.sha256")" none
row kernel "$(from 's/^BR2_LINUX_KERNEL_CUSTOM_VERSION_VALUE="\(.*\)"$/\1/p' "$config")" "$(debian linux-source-6.12)"
row glibc "$(buildroot glibc | cut -c1-12)" "$(debian libc6)"
row pcsc-lite "$(buildroot pcsc-lite)" "$(debian pcsc-lite)"
row ccid "$(buildroot ccid)" "$(debian libccid)"
row libusb "$(buildroot libusb)" "$(debian libusb-1.0)"
row GRUB "$(buildroot grub2)" "$(installed grub-pc-bin)"
row gcc "$(buildroot gcc)" "$(cc -dumpfullversion 2>/dev/null || echo "this computer's")"
# One Cargo.lock for both.
for name in openssl-src sequoia-openpgp openpgp-card pcsc landlock seccompiler blahaj bip39 qrcode rxing resvg ratatui; do
    version=$(crate "$name")
    [ -z "$version" ] || row "$name" "$version" "$version"
done
echo "  Nitrokey's firmware, in tests alone: $(for name in opcard trussed; do echo "$name $(crate "$name")"; done | xargs)"
echo '* differs: the trial is for QEMU, and takes what Debian 13 has'
