include $(sort $(wildcard $(BR2_EXTERNAL_COLDSPARE_PATH)/package/*/*.mk))
