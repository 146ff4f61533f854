#!/bin/sh
# program.sh FOLDER: the program as it is shipped, built from this source tree in FOLDER; leaves
# FOLDER/x86_64-unknown-linux-gnu/release/coldspare. Where all of this lies is not to be seen in it, so two builds
# are equal. CC, AR, RANLIB name other tools than this computer's, LIBRARIES a folder with the libraries to link with,
# CRATES one with everything that Cargo.lock names (then nothing is fetched).
set -eu
top=$(readlink -f "$(dirname "$(readlink -f "$0")")/..")
mkdir -p "$1"
folder=$(readlink -f "$1")
target=x86_64-unknown-linux-gnu
home=${CARGO_HOME:-$HOME/.cargo}

export REAL_CC="${CC:-cc}" SOURCE_DATE_EPOCH=0
unset CC CFLAGS LDFLAGS RUSTFLAGS
flags="--remap-path-prefix=$folder=/target --remap-path-prefix=$top=/coldspare --remap-path-prefix=$home=/cargo"
[ -z "${CRATES:-}" ] || flags="$flags --remap-path-prefix=$CRATES=/crates"
[ -z "${LIBRARIES:-}" ] || flags="$flags -L native=$LIBRARIES"
export CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER="$REAL_CC"
export CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUSTFLAGS="$flags"
export CC_x86_64_unknown_linux_gnu="$top/image/cc.sh"
hardened="-O2 -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3"
export CFLAGS_x86_64_unknown_linux_gnu="$hardened -ffile-prefix-map=$folder=/target"
export AR_x86_64_unknown_linux_gnu="${AR:-ar}" RANLIB_x86_64_unknown_linux_gnu="${RANLIB:-ranlib}"
unset AR RANLIB

set -- --manifest-path "$top/Cargo.toml" --target-dir "$folder" --target "$target" --locked --release
if [ -n "${CRATES:-}" ]; then
    set -- "$@" --offline --config 'source.crates-io.replace-with="crates"' --config "source.crates.directory=\"$CRATES\""
fi
cargo build "$@" --package coldspare --bin coldspare
