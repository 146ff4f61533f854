# English: Set up keys
