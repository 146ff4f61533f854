#!/bin/sh
# rootfs.sh PROGRAM DEBIAN: prints the root file system of the trial image as the kernel's gen_init_cpio wants it: one
# line for each file, with where it comes from. DEBIAN is the folder that debian.sh made.
set -eu
export LC_ALL=C
here=$(dirname "$(readlink -f "$0")")
program=$(readlink -f "$1")
tree=$(readlink -f "$2")/tree
overlay=$(readlink -f "$here/../buildroot-config/board/coldspare/overlay")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Prints the libraries that the program or library $1 needs, and those that these need.
needed() {
    readelf --dynamic "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | while read -r name; do
        library=
        for place in usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/systemd; do
            [ ! -e "$tree/$place/$name" ] || library=$place/$name
        done
        if [ -z "$library" ]; then
            echo "rootfs.sh: $1 needs $name, which is in none of the packages of image/debian-packages" >&2
            echo missing
            continue
        fi
        echo "$library"
        needed "$tree/$library"
    done
}

# Prints one line for each file of the root file system: kind, path, where it comes from, mode.
files() {
    driver=usr/lib/pcsc/drivers/ifd-ccid.bundle/Contents
    loaded=usr/lib/x86_64-linux-gnu/libpcsclite_real.so.1
    for file in etc/passwd etc/group; do echo "file $file $overlay/$file 0644"; done
    echo "file etc/coldspare/services $here/trial-services 0644"
    echo "file etc/coldspare/trial /dev/null 0644"
    echo "slink init usr/bin/coldspare 0777"
    echo "file usr/bin/coldspare $program 0755"
    for file in usr/sbin/pcscd usr/bin/udevadm; do echo "file $file $tree/$file 0755"; done
    echo "slink usr/lib/systemd/systemd-udevd ../../bin/udevadm 0777"
    echo "slink usr/lib/ld-linux-x86-64.so.2 x86_64-linux-gnu/ld-linux-x86-64.so.2 0777"
    echo "file $driver/Info.plist $tree/etc/libccid_Info.plist 0644"
    for file in $driver/Linux/libccid.so $loaded; do echo "file $file $tree/$file 0644"; done
    for file in "$program" "$tree/usr/sbin/pcscd" "$tree/usr/bin/udevadm" "$tree/$driver/Linux/libccid.so" "$tree/$loaded"; do
        needed "$file"
    done | sort -u >"$work/libraries"
    if grep -qx missing "$work/libraries"; then exit 1; fi
    while read -r library; do
        # The one of them that is started, for programs.
        case $library in */ld-linux*) mode=0755 ;; *) mode=0644 ;; esac
        echo "file $library $tree/$library $mode"
    done <"$work/libraries"
}

# The same as gen_init_cpio wants it, each folder before what lies in it.
{
    for mount in dev proc sys run tmp; do echo "dir /$mount 0755 0 0"; done
    echo "nod /dev/console 0600 0 0 c 5 1"
    for link in bin sbin lib; do echo "slink /$link usr/$link 0777 0 0"; done
    echo "slink /lib64 usr/lib 0777 0 0"
    files >"$work/files"
    sort -k2,2 "$work/files" | awk '{
        parts = split($2, part, "/"); above = ""
        for (n = 1; n < parts; n++) {
            above = above "/" part[n]
            if (!(above in made)) { print "dir " above " 0755 0 0"; made[above] = 1 }
        }
        print $1, "/" $2, $3, $4, 0, 0
    }'
}
