#!/bin/sh
# buildroot.sh FOLDER: the image, by Buildroot, in FOLDER (out/): coldspare-<version>-x86_64.img, its .sha256, the
# bill of materials and the licences. From the environment: BUILDROOT, a tree of Buildroot that is already there; O,
# where it builds; BR2_DL_DIR, where sources lie; CONFIG_FRAGMENT, further lines of configuration; SIGN_KEY and
# SIGN_CERT for Secure Boot.
set -eu
here=$(dirname "$(readlink -f "$0")")
top=$(readlink -f "$here/..")
mkdir -p "$1"
out=$(readlink -f "$1")
build=$(readlink -m "${O:-$out/buildroot}")
version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' "$top/Cargo.toml")

# Buildroot runs in a folder of its own, and takes nothing from the make that called this.
unset MAKEFLAGS
[ -z "${BR2_DL_DIR:-}" ] || BR2_DL_DIR=$(readlink -m "$BR2_DL_DIR")
[ -z "${SIGN_KEY:-}" ] || SIGN_KEY=$(readlink -f "$SIGN_KEY") SIGN_CERT=$(readlink -f "$SIGN_CERT")
# The same time for everybody, whatever the environment says; and root may build, as in a container.
export SOURCE_DATE_EPOCH=0 FORCE_UNSAFE_CONFIGURE=1

if [ -z "${BUILDROOT:-}" ]; then
    release=$(cut -d' ' -f3 "$top/buildroot-config/buildroot.sha256")
    BUILDROOT=$out/${release%.tar.xz}
    if [ ! -e "$BUILDROOT/Makefile" ]; then
        (cd "$out" && curl --fail --location --remote-name "https://buildroot.org/downloads/$release")
        (cd "$out" && sha256sum --check --strict "$top/buildroot-config/buildroot.sha256")
        tar --extract --file "$out/$release" --directory "$out"
    fi
fi

# Rust crates as Cargo.lock names them; Buildroot's part of the build fetches nothing of that.
export COLDSPARE_VENDOR_DIR="$out/vendor"
(cd "$top" && cargo vendor --locked --versioned-dirs "$COLDSPARE_VENDOR_DIR" >/dev/null)
cargo install --quiet --locked --root "$out/tools" cargo-cyclonedx@0.5.9
cargo build --locked --workspace --bin image --manifest-path "$top/Cargo.toml"
export IMAGE_TOOL="$top/target/debug/image"

in_buildroot() {
    make --no-print-directory -C "$BUILDROOT" O="$build" BR2_EXTERNAL="$top/buildroot-config" "$@"
}
mkdir -p "$build"
in_buildroot coldspare_x86_64_defconfig
if [ -n "${CONFIG_FRAGMENT:-}" ]; then
    cat "$CONFIG_FRAGMENT" >>"$build/.config"
    in_buildroot olddefconfig
fi
# What `make versions` says of the release is what this Buildroot has.
grep -v '^#' "$top/buildroot-config/versions" | while read -r name wanted; do
    variable=$(echo "$name" | tr a-z- A-Z_)_VERSION
    has=$(in_buildroot -s printvars VARS="$variable")
    if [ "$has" != "$variable=$wanted" ]; then
        echo "buildroot-config/versions says $name $wanted, and Buildroot $has: put it right" >&2
        exit 1
    fi
done
# What was compiled before stays, but for the program: Buildroot does not look whether its source has changed.
in_buildroot coldspare-dirclean
in_buildroot

name=coldspare-$version-x86_64
cp "$build/images/coldspare.img" "$out/$name.img"
(cd "$out" && sha256sum "$name.img" >"$name.img.sha256")

# What is in it, and under which licences: Buildroot's part, and cargo's.
in_buildroot -s show-info | "$BUILDROOT/utils/generate-cyclonedx" >"$out/$name.buildroot.cdx.json"
in_buildroot legal-info
# Cargo's is written into the source, for each part of the workspace one; so into the one that was built.
source=$build/build/coldspare-$version
PATH=$out/tools/bin:$PATH cargo cyclonedx --quiet --format json --manifest-path "$source/app/Cargo.toml" \
    --target x86_64-unknown-linux-gnu --override-filename sbom
mv "$source/app/sbom.json" "$out/$name.cargo.cdx.json"
rm -rf "$out/licences"
cp -r "$build/legal-info/licenses" "$out/licences"
(cd "$COLDSPARE_VENDOR_DIR" && find . -maxdepth 2 \( -iname 'licen[cs]e*' -o -iname 'copying*' -o -iname 'notice*' \) \
    -exec cp -r --parents {} "$out/licences" \;)
echo "$out/$name.img"
