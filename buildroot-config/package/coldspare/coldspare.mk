################################################################################
#
# coldspare
#
################################################################################

# The version stands in Cargo.toml alone.
COLDSPARE_TOP = $(realpath $(BR2_EXTERNAL_COLDSPARE_PATH)/..)
COLDSPARE_VERSION = $(shell sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' $(COLDSPARE_TOP)/Cargo.toml)
COLDSPARE_SITE = $(COLDSPARE_TOP)
COLDSPARE_SITE_METHOD = local
COLDSPARE_OVERRIDE_SRCDIR_RSYNC_EXCLUSIONS = --exclude /target --exclude /out
COLDSPARE_LICENSE = MIT or Apache-2.0, OFL-1.1 (fonts)
COLDSPARE_LICENSE_FILES = LICENSE-MIT LICENSE-APACHE \
	app/src/paper/font/OFL.txt app/src/machine/console/font/OFL.txt
COLDSPARE_DEPENDENCIES = pcsc-lite host-pkgconf

# Rust crates lie in a folder that `make image` filled from Cargo.lock; from here on nothing is fetched.
COLDSPARE_VENDOR = $(or $(COLDSPARE_VENDOR_DIR),$(COLDSPARE_TOP)/out/vendor)

# Where the build lies must not be seen in the program.
COLDSPARE_RUSTFLAGS = \
	-L native=$(STAGING_DIR)/usr/lib \
	--remap-path-prefix=$(@D)=/coldspare \
	--remap-path-prefix=$(COLDSPARE_VENDOR)=/vendor

COLDSPARE_CARGO_ENV = \
	$(TARGET_MAKE_ENV) \
	PKG_CONFIG=$(PKG_CONFIG_HOST_BINARY) \
	PKG_CONFIG_ALLOW_CROSS=1 \
	CARGO_HOME=$(@D)/.cargo-home \
	CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER=$(TARGET_CC) \
	CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUSTFLAGS="$(COLDSPARE_RUSTFLAGS)" \
	CC_x86_64_unknown_linux_gnu=$(TARGET_CC) \
	AR_x86_64_unknown_linux_gnu=$(TARGET_AR) \
	RANLIB_x86_64_unknown_linux_gnu=$(TARGET_RANLIB) \
	CFLAGS_x86_64_unknown_linux_gnu="$(TARGET_CFLAGS) -ffile-prefix-map=$(@D)=/coldspare -ffile-prefix-map=$(COLDSPARE_VENDOR)=/vendor" \
	SOURCE_DATE_EPOCH=0

define COLDSPARE_BUILD_CMDS
	$(COLDSPARE_CARGO_ENV) cargo build \
		--manifest-path $(@D)/Cargo.toml --target-dir $(@D)/target \
		--config 'source.crates-io.replace-with="vendor"' \
		--config 'source.vendor.directory="$(COLDSPARE_VENDOR)"' \
		--locked --offline --release --target x86_64-unknown-linux-gnu \
		--package coldspare --bin coldspare
endef

define COLDSPARE_INSTALL_TARGET_CMDS
	$(INSTALL) -D -m 0755 $(@D)/target/x86_64-unknown-linux-gnu/release/coldspare \
		$(TARGET_DIR)/usr/bin/coldspare
endef

$(eval $(generic-package))
