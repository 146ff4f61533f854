#!/bin/sh
# kernel.sh SOURCE FOLDER [ROOTFS]: builds the kernel from SOURCE in FOLDER with Coldspare's configuration, and, if a
# list of gen_init_cpio is given, with that root file system inside. Leaves FOLDER/arch/x86/boot/bzImage. Times,
# names and numbers that would make each build another one are fixed.
set -eu
here=$(dirname "$(readlink -f "$0")")
config=$here/../buildroot-config/board/coldspare/linux.config
mkdir -p "$2"
export KBUILD_BUILD_TIMESTAMP='@0' KBUILD_BUILD_USER=coldspare KBUILD_BUILD_HOST=coldspare KBUILD_BUILD_VERSION=1
export SOURCE_DATE_EPOCH=0

# Only where something changes: everything that depends on it would be compiled again.
{
    cat "$config"
    [ -z "${3:-}" ] || echo "CONFIG_INITRAMFS_SOURCE=\"$3\""
} >"$2/wanted"
if ! cmp -s "$2/wanted" "$2/had"; then
    cp "$2/wanted" "$2/.config"
    make -s -C "$1" O="$2" olddefconfig
    cp "$2/wanted" "$2/had"
fi
make -s -C "$1" O="$2" -j"$(nproc)" bzImage
