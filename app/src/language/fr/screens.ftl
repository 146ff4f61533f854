# Français: The screens that all share
