#!/bin/sh
# pcsc.sh DEBIAN FOLDER: builds pcscd and libusb from the sources that debian.sh fetched to DEBIAN, as Buildroot does for
# the release: patched, and without udev, polkit and systemd. Leaves them below FOLDER/tree; what is there already is not
# built again.
set -eu
sources=$(readlink -f "$1")/sources
patches=$(dirname "$(readlink -f "$0")")/../buildroot-config/board/coldspare/patches/pcsc-lite
mkdir -p "$2"
folder=$(readlink -f "$2")
wanted=$(cat "$0" "$patches"/* "$sources"/*.orig.tar.* | sha256sum)
if [ "$(cat "$folder/complete" 2>/dev/null)" = "$wanted" ]; then exit 0; fi

rm -rf "$folder"
for name in libusb-1.0 pcsc-lite; do
    mkdir -p "$folder/$name"
    tar --extract --file "$sources/$name"_*.orig.tar.* --directory "$folder/$name" --strip-components 1
done
cat "$patches"/*.patch | patch --silent --strip 1 --directory "$folder/pcsc-lite"
tree=$folder/tree
export SOURCE_DATE_EPOCH=0
export CFLAGS="-O2 -fstack-protector-strong -D_FORTIFY_SOURCE=3 -ffile-prefix-map=$folder=."
export LDFLAGS="-Wl,-z,relro,-z,now"

cd "$folder/libusb-1.0"
./configure --quiet --disable-udev --disable-static --prefix=/usr --libdir=/usr/lib
make --silent >/dev/null
make --silent install-strip DESTDIR="$tree" >/dev/null

# Told otherwise, meson would have pcscd look for libusb in this folder, when it is started as well.
cd "$folder/pcsc-lite"
export CPATH="$tree/usr/include/libusb-1.0" LIBRARY_PATH="$tree/usr/lib" PKG_CONFIG_LIBDIR="$tree/usr/lib/pkgconfig"
meson setup build --prefix=/usr --libdir=lib --buildtype=plain --strip -Db_pie=true -Dlibusb=true -Dlibudev=false \
    -Dlibsystemd=false -Dpolkit=false -Dserial=false >/dev/null
ninja -C build --quiet
DESTDIR=$tree meson install -C build --quiet --no-rebuild
echo "$wanted" >"$folder/complete"
