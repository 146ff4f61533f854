# English: A key is lost · Check a card · Look at a Nitrokey
