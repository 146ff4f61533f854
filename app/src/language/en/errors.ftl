# English: What can go wrong: what happened, and what to do now
