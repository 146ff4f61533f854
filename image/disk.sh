#!/bin/sh
# disk.sh KERNEL DISK [GRUB]: lays out the disk around KERNEL, signed for Secure Boot if the environment names
# SIGN_KEY and SIGN_CERT. GRUB is the folder with GRUB's modules for BIOS. Loaded by it, there is no prompt: it
# starts the one file, or says that it could not. Of its drivers for screens it has the one that asks the BIOS: the one
# for VGA sets a mode even where there is no screen, and the kernel then draws on it instead of the serial line.
set -eu
here=$(dirname "$(readlink -f "$0")")
grub=${3:-/usr/lib/grub/i386-pc}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kernel=$1
if [ -n "${SIGN_KEY:-}" ]; then
    sbsign --key "$SIGN_KEY" --cert "$SIGN_CERT" --output "$work/kernel" "$kernel"
    kernel=$work/kernel
    openssl x509 -in "$SIGN_CERT" -outform DER -out "$work/certificate"
fi
grub-mkimage --format i386-pc --directory "$grub" --prefix '(,msdos1)/' --config "$here/grub.cfg" \
    --output "$work/core.img" biosdisk part_msdos fat linux boot vbe echo sleep reboot
"${IMAGE_TOOL:-$here/../target/debug/image}" "$kernel" "$grub/boot.img" "$work/core.img" "$2" ${SIGN_KEY:+"$work/certificate"}
