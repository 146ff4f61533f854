#!/bin/sh
# usb.sh IMAGE DEVICE: writes the image to a stick, and reads it back. It refuses what does not look like a stick:
# anything that is in use, not removable, or larger than 256 GB. FORCE=1 takes the last two back.
set -eu
fail() {
    echo "make usb: $1. Nothing was written." >&2
    exit 1
}
image=$1
[ -n "$2" ] || fail "say which stick: make usb DEVICE=/dev/sdX (lsblk shows them)"
[ -f "$image" ] || fail "$image is not there: make image makes it"
device=$(readlink -f "$2")
[ -b "$device" ] || fail "$2 is no disk"
name=$(basename "$device")
sys=${SYS:-/sys}/block/$name
[ -d "$sys" ] || fail "$device is a part of a disk: name the whole disk"

for node in "$device" "$device"?*; do
    if grep -q "^$node " /proc/mounts; then fail "$node is mounted: unmount it first"; fi
    if grep -q "^$node " /proc/swaps; then fail "$node is used for swapping"; fi
done
for holder in "$sys"/holders/* "$sys"/"$name"*/holders/*; do
    [ ! -e "$holder" ] || fail "$device is in use by $(basename "$holder")"
done
if [ "${FORCE:-}" != 1 ]; then
    [ "$(cat "$sys/removable")" = 1 ] || fail "$device is not removable (FORCE=1 writes it all the same)"
    [ "$(cat "$sys/size")" -le 500000000 ] || fail "$device is larger than 256 GB (FORCE=1 writes it all the same)"
fi

length=$(stat --format %s "$image")
[ $(($(cat "$sys/size") * 512)) -ge "$length" ] || fail "$device is too small: $length bytes are needed"
echo "writing $image to $device ($(cat "$sys/device/vendor" "$sys/device/model" 2>/dev/null | xargs))"
dd if="$image" of="$device" bs=1M conv=fsync status=none
# What comes next comes from the stick, not from memory.
blockdev --flushbufs "$device"
if ! head --bytes "$length" "$device" | cmp -s - "$image"; then
    echo "make usb: what was read back differs from what was written. Do not use this stick." >&2
    exit 1
fi
echo "written and read back: $device starts Coldspare"
