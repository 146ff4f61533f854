#!/bin/sh
# post-image.sh IMAGES: called by Buildroot once the kernel with the root file system inside lies in IMAGES. Signs it
# if SIGN_KEY and SIGN_CERT are set, and lays out the disk, IMAGES/coldspare.img.
set -eu
here=$(dirname "$(readlink -f "$0")")
exec "$here/../../../image/disk.sh" "$1/bzImage" "$1/coldspare.img" "$BUILD_DIR"/grub2-*/build-i386-pc/grub-core
