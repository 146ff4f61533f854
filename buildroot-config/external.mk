include $(sort $(wildcard $(BR2_EXTERNAL_COLDSPARE_PATH)/package/*/*.mk))

# Where the toolchain has libatomic, Buildroot links all of pcsc-lite with it, though on this processor nothing of it is
# used; it would have to be in the root file system.
PCSC_LITE_CONF_ENV += LIBS=

# With it, libtool writes the folder of this build into what uses libusb; patchelf blanks that later, but its length
# stays, and two builds in two folders differ.
define COLDSPARE_REMOVE_LIBUSB_LA
	rm -f $(STAGING_DIR)/usr/lib/libusb-1.0.la
endef
LIBUSB_POST_INSTALL_STAGING_HOOKS += COLDSPARE_REMOVE_LIBUSB_LA
