include $(sort $(wildcard $(BR2_EXTERNAL_COLDSPARE_PATH)/package/*/*.mk))

# Where the toolchain has libatomic, Buildroot links all of pcsc-lite with it, though on this processor nothing of it is
# used; it would have to be in the root file system.
PCSC_LITE_CONF_ENV += LIBS=
