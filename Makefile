# Coldspare. Each target does its own set-up and asks nothing; only `run` needs a terminal.
#
#   make run        the appliance in QEMU, with virtual Nitrokeys, a stick and a printer
#   make demo       the whole job, shown: ceremony, loss, recovery; everything under out/demo/
#   make check      format, lints, unit tests, spelling, what only reads files: two minutes on a built tree
#   make test       that, and all other tests
#   make test-all   the same with the long matrices
#   make bench      how fast and how small, beside GnuPG
#   make image      the image for a stick, by Buildroot (SIGN_KEY=… SIGN_CERT=… for Secure Boot)
#   make usb DEVICE=/dev/sdX    writes that image to a stick, and reads it back
#   make versions   what is pinned in that image and in the trial's, side by side
#   make trial      the same image with Debian's binaries, for QEMU: what the others use

# Every Debian package that building, showing and testing need; the only such list.
PACKAGES = build-essential perl pkg-config clang libclang-dev libpcsclite-dev ca-certificates git \
    pcscd vsmartcard-vpcd gnupg gpg-agent scdaemon libgfshare-bin coreutils util-linux tar procps \
    openssh-client
# For the trial image and the computer in QEMU that it starts.
IMAGE_PACKAGES = flex bison bc libelf-dev xz-utils debian-archive-keyring meson ninja-build grub-common grub-pc-bin \
    qemu-system-x86 dosfstools mtools poppler-utils ghostscript
# What Buildroot asks for, and signing.
BUILDROOT_PACKAGES = openssl curl wget rsync cpio unzip file python3 sbsigntool
# For tests alone. (openssh-server: installing it starts its service where there is systemd.)
TEST_PACKAGES = openssh-server zbar-tools xkb-data console-setup faketime sqv rnp \
    cryptsetup-bin exfatprogs fdisk ovmf sbsigntool openssl cpio python3-mnemonic \
    hunspell hunspell-en-gb hunspell-de-de hunspell-fr-comprehensive
# For the bench alone, beside zbar's: another reader of codes, from PyPI in this version.
BENCH_PACKAGES = python3 python3-pip
BENCH_ZXING = 3.1.1
# The oldest Rust that compiles all of it stands in Cargo.toml alone.
RUST := $(shell sed -n 's/^rust-version = "\(.*\)"$$/\1/p' Cargo.toml)

SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)
export CARGO_TERM_COLOR ?= never
export DEBIAN_FRONTEND = noninteractive

.PHONY: run demo check test test-all bench image usb trial versions setup setup-test setup-bench setup-image

run: trial
	@target/debug/run

demo: setup
	cargo build --locked --workspace --bins
	$(call make_trial,debug)
	target/debug/demo

check: setup-test
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- --deny warnings
	RUSTDOCFLAGS="--deny warnings" cargo doc --locked --workspace --no-deps --document-private-items
	cargo test --locked --workspace --lib --test spelling --test documents --test threats --test structure --test errors

test: check
	cargo build --locked --workspace --all-targets
	$(call make_trial,debug)
	tests/trixie.sh out/trixie
	cargo test --locked --workspace

test-all: export COLDSPARE_TESTS = all
test-all: test

# The program as it is released: this is about its size and speed.
bench: setup-bench
	cargo build --locked --workspace --bins
	cargo build --locked --release -p coldspare --bins --examples
	$(call make_trial,release)
	target/debug/bench

image: setup setup-image
	SIGN_KEY='$(SIGN_KEY)' SIGN_CERT='$(SIGN_CERT)' BUILDROOT='$(BUILDROOT)' O='$(O)' image/buildroot.sh out

usb:
	@image/usb.sh '$(or $(IMAGE),$(lastword $(wildcard out/coldspare-*-x86_64.img)))' '$(DEVICE)'

versions:
	@image/versions.sh out/trial

trial: setup
	cargo build --locked --workspace --bins
	$(call make_trial,debug)

setup:
	@$(call install,$(PACKAGES) $(IMAGE_PACKAGES))
	@$(install_rust)

setup-test: setup
	@$(call install,$(TEST_PACKAGES))
	@$(install_clippy)

setup-bench: setup-test
	@$(call install,$(BENCH_PACKAGES))
	@[ -d out/bench/zxing_cpp-$(BENCH_ZXING).dist-info ] || \
	    python3 -m pip install --quiet --target out/bench zxing-cpp==$(BENCH_ZXING)

setup-image: setup
	@$(call install,$(BUILDROOT_PACKAGES))

# $(1) is debug or release; the program goes in without what only debuggers read. The image is made anew only where
# something in it has changed.
define make_trial
mkdir -p out/trial
strip -o out/trial/program.new target/$(1)/coldspare
cmp -s out/trial/program.new out/trial/program || mv out/trial/program.new out/trial/program
image/trial.sh out/trial/program out/trial
endef

# Installs what is missing, and says nothing if nothing is.
define install
missing=$$(for package in $(1); do dpkg -s "$$package" 2>/dev/null | grep -q '^Status: install ok' || echo "$$package"; done); \
if [ -n "$$missing" ]; then \
    echo "installing" $$missing; \
    $(SUDO) apt-get update -qq && \
    $(SUDO) apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
fi
endef

# A Rust that is there and new enough is used. Else Debian's own: rustc-web is its recent one, kept
# for building browsers. Where that does not exist (Ubuntu), rustup's package.
define install_rust
have=$$(rustc --version 2>/dev/null | cut -d' ' -f2); \
if [ "$$(printf '%s\n' $(RUST) "$${have:-0}" | sort -V | head -n1)" != "$(RUST)" ] || ! command -v cargo >/dev/null; then \
    $(SUDO) apt-get update -qq; \
    if apt-cache show rustc-web >/dev/null 2>&1; then \
        echo "installing Rust: rustc-web"; \
        $(SUDO) apt-get install -y -qq --no-install-recommends rustc-web cargo-web rustfmt-web rust-web-clippy >/dev/null; \
    else \
        echo "installing Rust: rustup"; \
        $(SUDO) apt-get install -y -qq --no-install-recommends rustup >/dev/null && \
        rustup toolchain install stable --profile minimal --component clippy,rustfmt; \
    fi; \
fi
endef

# A Rust that somebody installed may come without it.
define install_clippy
if ! cargo clippy --version >/dev/null 2>&1; then \
    if command -v rustup >/dev/null; then rustup component add clippy; \
    else $(SUDO) apt-get install -y -qq --no-install-recommends rust-web-clippy >/dev/null; fi; \
fi
endef
