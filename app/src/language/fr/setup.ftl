# Français: Set up keys
