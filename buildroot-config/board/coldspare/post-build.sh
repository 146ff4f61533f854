#!/bin/sh
# post-build.sh TARGET: called once everything is installed below TARGET, for the trial image or by Buildroot; by this on
# a copy (its post-fakeroot script), as the next build asks for what is removed here. Makes the program the first process,
# and removes whatever is not named in `files`.
set -eu
here=$(dirname "$(readlink -f "$0")")
target=$1
ln -sf usr/bin/coldspare "$target/init"

kept=$(mktemp)
trap 'rm -f "$kept"' EXIT
cd "$target"
grep -v '^#' "$here/files" | grep . | while read -r pattern; do
    found=
    for file in $pattern; do
        if [ -e "$file" ] || [ -L "$file" ]; then
            found=yes
            echo "./$file"
        fi
    done
    if [ -z "$found" ]; then
        echo "post-build.sh: $pattern of $here/files is not in the root file system" >&2
        exit 1
    fi
done >"$kept"
# Links between folders (bin, sbin, lib, lib64) stay, and the folders on which the kernel's file systems are mounted.
find . -type f -o -type l ! -xtype d | grep -vxFf "$kept" | tr '\n' '\0' | xargs -0r rm -f
find . -mindepth 1 -depth -type d -empty ! -path ./dev ! -path ./proc ! -path ./sys ! -path ./run ! -path ./tmp -delete
mkdir -p dev proc sys run tmp
# Programs are started, and the one library that starts them.
find . -type f -exec chmod 0644 {} +
chmod 0755 usr/bin/* usr/sbin/* usr/lib/ld-linux*
# Whatever the toolchain was: a library that one of them is linked with and that is not there shows here.
find . -type f -exec readelf --dynamic {} + 2>/dev/null | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | sort -u |
    while read -r library; do
        [ -e "usr/lib/$library" ] || { echo "post-build.sh: $library is not in the root file system" >&2; exit 1; }
    done
