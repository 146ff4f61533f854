# Deutsch: The screens that all share
