# English: The screens that all share
