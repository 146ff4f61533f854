#!/bin/sh
# trial.sh PROGRAM FOLDER: the trial image, FOLDER/coldspare-trial.img: the appliance with Debian 13's binaries in the
# place of those that Buildroot would compile. Kernel configuration, overlay, program and disk are the same.
# What was fetched and compiled stays in FOLDER, and serves the next time.
set -eu
here=$(dirname "$(readlink -f "$0")")
program=$(readlink -f "$1")
mkdir -p "$2"
folder=$(readlink -f "$2")
overlay=$(readlink -f "$here/../buildroot-config/board/coldspare/overlay")

"$here/debian.sh" "$folder/debian"
tree=$folder/debian/tree
if [ ! -e "$folder/linux/complete" ]; then
    rm -rf "$folder/linux"
    mkdir "$folder/linux"
    tar --extract --file "$tree"/usr/src/linux-source-*.tar.xz --directory "$folder/linux" --strip-components 1
    touch "$folder/linux/complete"
fi

# Prints the libraries that the program or library $1 needs, and those that these need.
needed() {
    readelf --dynamic "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | while read -r name; do
        library=
        for place in usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/systemd; do
            [ ! -e "$tree/$place/$name" ] || library=$place/$name
        done
        if [ -z "$library" ]; then
            echo "trial.sh: $1 needs $name, which is in none of the packages of image/debian-packages" >&2
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
    done | sort -u >"$folder/libraries"
    if grep -qx missing "$folder/libraries"; then exit 1; fi
    while read -r library; do
        # The one of them that is started, for programs.
        case $library in */ld-linux*) mode=0755 ;; *) mode=0644 ;; esac
        echo "file $library $tree/$library $mode"
    done <"$folder/libraries"
}

# The same as gen_init_cpio wants it, each folder before what lies in it.
{
    for folder_of_kernel in dev proc sys run tmp; do echo "dir /$folder_of_kernel 0755 0 0"; done
    echo "nod /dev/console 0600 0 0 c 5 1"
    for link in bin sbin lib; do echo "slink /$link usr/$link 0777 0 0"; done
    echo "slink /lib64 usr/lib 0777 0 0"
    files >"$folder/files"
    sort -k2,2 "$folder/files" | awk '{
        parts = split($2, part, "/"); above = ""
        for (n = 1; n < parts; n++) {
            above = above "/" part[n]
            if (!(above in made)) { print "dir " above " 0755 0 0"; made[above] = 1 }
        }
        print $1, "/" $2, $3, $4, 0, 0
    }'
} >"$folder/rootfs.list"

"$here/kernel.sh" "$folder/linux" "$folder/kernel" "$folder/rootfs.list"
"$here/disk.sh" "$folder/kernel/arch/x86/boot/bzImage" "$folder/coldspare-trial.img"
