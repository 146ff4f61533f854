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
            exit 1
        fi
        echo "$library"
        needed "$tree/$library"
    done
}

# Prints one line for each file of the root file system, as gen_init_cpio wants them.
contents() {
    for directory in dev proc sys run tmp; do echo "dir /$directory 0755 0 0"; done
    echo "nod /dev/console 0600 0 0 c 5 1"
    for link in bin sbin lib; do echo "slink /$link usr/$link 0777 0 0"; done
    echo "slink /lib64 usr/lib 0777 0 0"
    {
        (cd "$overlay" && find . -type f -printf '%P\n') | while read -r file; do
            echo "file $file $overlay/$file 0644"
        done
        echo "file etc/coldspare/services $here/trial-services 0644"
        echo "file etc/coldspare/trial /dev/null 0644"
        echo "file usr/bin/coldspare $program 0755"
        echo "file usr/lib/ld-linux-x86-64.so.2 $tree/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2 0755"
        for file in usr/sbin/pcscd usr/bin/udevadm; do echo "file $file $tree/$file 0755"; done
        driver=usr/lib/pcsc/drivers/ifd-ccid.bundle/Contents
        echo "file $driver/Linux/libccid.so $tree/$driver/Linux/libccid.so 0644"
        echo "file $driver/Info.plist $tree/etc/libccid_Info.plist 0644"
        for file in "$program" "$tree/usr/sbin/pcscd" "$tree/usr/bin/udevadm" "$tree/$driver/Linux/libccid.so" \
            "$tree/usr/lib/x86_64-linux-gnu/libpcsclite_real.so.1"; do
            needed "$file"
        done | sort -u | while read -r library; do
            echo "file $library $tree/$library 0644"
        done
        library=usr/lib/x86_64-linux-gnu/libpcsclite_real.so.1
        echo "file $library $tree/$library 0644"
        echo "slink usr/lib/systemd/systemd-udevd ../../bin/udevadm 0777"
        echo "slink init usr/bin/coldspare 0777"
    } | sort -k2,2 -s | awk '
        # The last of two that are the same is meant: the trial has its own list of services.
        { line[$2] = $0; if (!($2 in seen)) { order[++count] = $2; seen[$2] = 1 } }
        END {
            for (n = 1; n <= count; n++) {
                path = order[n]; split(line[path], field, " ")
                parts = split(path, part, "/"); folder = ""
                for (i = 1; i < parts; i++) {
                    folder = folder "/" part[i]
                    if (!(folder in made)) { print "dir " folder " 0755 0 0"; made[folder] = 1 }
                }
                print field[1], "/" path, field[3], field[4], 0, 0
            }
        }'
}
contents >"$folder/rootfs.list.new"
mv "$folder/rootfs.list.new" "$folder/rootfs.list"

"$here/kernel.sh" "$folder/linux" "$folder/kernel" "$folder/rootfs.list"
"$here/disk.sh" "$folder/kernel/arch/x86/boot/bzImage" "$folder/coldspare-trial.img"
