#!/bin/sh
# rootfs.sh PROGRAM DEBIAN PCSC FOLDER: assembles the root file system of the trial image in FOLDER, from what debian.sh
# and pcsc.sh left, by the same list of files as Buildroot's. Prints it as the kernel's gen_init_cpio wants it: one line
# for each file, with where it comes from.
set -eu
export LC_ALL=C
board=$(dirname "$(readlink -f "$0")")/../buildroot-config/board/coldspare
debian=$(readlink -f "$2")/tree
rm -rf "$4"
mkdir -p "$4/usr/bin" "$4/usr/lib" "$4/usr/sbin"
root=$(readlink -f "$4")

for link in bin sbin lib; do ln -s "usr/$link" "$root/$link"; done
ln -s usr/lib "$root/lib64"
cp -p "$1" "$root/usr/bin/coldspare"
cp -Lp "$debian"/usr/lib/x86_64-linux-gnu/*.so* "$root/usr/lib"
cp -Rp "$debian/usr/lib/pcsc" "$root/usr/lib"
cp -p --remove-destination "$debian/etc/libccid_Info.plist" "$root/usr/lib/pcsc/drivers/ifd-ccid.bundle/Contents/Info.plist"
cp -Rp "$(readlink -f "$3")/tree/." "$root"
cp -Rp "$board/overlay/." "$root"
"$board/post-build.sh" "$root"
touch --date @0 "$root/etc/coldspare/trial"

# Each folder comes before what lies in it.
find "$root" -mindepth 1 | sort | while read -r file; do
    path=${file#"$root"}
    if [ -L "$file" ]; then
        echo "slink $path $(readlink "$file") 0777 0 0"
    elif [ -d "$file" ]; then
        echo "dir $path 0755 0 0"
    else
        echo "file $path $file $(stat --format 0%a "$file") 0 0"
    fi
done
echo "nod /dev/console 0600 0 0 c 5 1"
