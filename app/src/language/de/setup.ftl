# Deutsch: Set up keys
