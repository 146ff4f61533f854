#!/bin/sh
# trial.sh PROGRAM FOLDER: the trial image, FOLDER/coldspare-trial.img: the appliance from Debian 13's sources of kernel,
# pcscd and libusb, and its binaries of the C library and the driver, in the place of what Buildroot would compile.
# Configurations, the list of files, program and disk are the same. What was fetched and compiled stays in FOLDER, and
# serves the next time.
set -eu
here=$(dirname "$(readlink -f "$0")")
mkdir -p "$2"
folder=$(readlink -f "$2")

"$here/debian.sh" "$folder/debian"
"$here/pcsc.sh" "$folder/debian" "$folder/pcsc"
if [ ! -e "$folder/linux/complete" ]; then
    rm -rf "$folder/linux"
    mkdir "$folder/linux"
    tar --extract --file "$folder"/debian/tree/usr/src/linux-source-*.tar.xz --directory "$folder/linux" --strip-components 1
    touch "$folder/linux/complete"
fi

"$here/rootfs.sh" "$1" "$folder/debian" "$folder/pcsc" "$folder/root" >"$folder/rootfs.new"
mv "$folder/rootfs.new" "$folder/rootfs.list"
"$here/kernel.sh" "$folder/linux" "$folder/kernel" "$folder/rootfs.list"
"$here/disk.sh" "$folder/kernel/arch/x86/boot/bzImage" "$folder/coldspare-trial.img"
