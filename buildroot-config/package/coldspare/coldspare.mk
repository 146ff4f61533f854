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
COLDSPARE_CRATES = $(or $(COLDSPARE_VENDOR_DIR),$(COLDSPARE_TOP)/out/vendor)

define COLDSPARE_BUILD_CMDS
	$(TARGET_MAKE_ENV) CARGO_HOME=$(@D)/.cargo-home \
		CC=$(TARGET_CC) AR=$(TARGET_AR) RANLIB=$(TARGET_RANLIB) \
		PKG_CONFIG=$(PKG_CONFIG_HOST_BINARY) PKG_CONFIG_ALLOW_CROSS=1 \
		LIBRARIES=$(STAGING_DIR)/usr/lib CRATES=$(COLDSPARE_CRATES) \
		$(@D)/image/program.sh $(@D)/target
endef

define COLDSPARE_INSTALL_TARGET_CMDS
	$(INSTALL) -D -m 0755 $(@D)/target/x86_64-unknown-linux-gnu/release/coldspare \
		$(TARGET_DIR)/usr/bin/coldspare
endef

$(eval $(generic-package))
