# English: A Nitrokey is lost or broken · Write another Nitrokey · Check a card · Look at a Nitrokey

## A card is read

entry-how = Scan the code on the card. Or type its 24 words with a space after each: the first four letters are enough. Or type its four lines.
entry-any = Code, words or lines
entry-any-open = Code, words or lines; “?” for what is unreadable
entry-code = A code is coming in …
entry-word = Word { $number } of 24
entry-word-whole = Word { $number } of 24: { $word }
entry-word-begins = Word { $number } of 24: more than one word begins like that
entry-word-near = Word { $number } of 24 is on no card. Did you mean { $words }?
entry-word-unknown = Word { $number } of 24 is on no card. Check its spelling.
entry-words-wrong = { $many ->
    [one] Word { $numbers } is on no card. The arrow keys lead back to it.
   *[other] Words { $numbers } are on no card. The arrow keys lead back to them.
 }
entry-words-whole = Word { $number } of 24: { $word }. All are there, press Enter.
entry-line = Line { $number } of 4: 16 characters and 4 for the check
entry-lines-wrong = { $many ->
    [one] Line { $numbers } is not as on the card. The arrow keys lead back to it.
   *[other] Lines { $numbers } are not as on the card. The arrow keys lead back to them.
 }
entry-lines-whole = All four lines are there. Press Enter.
entry-word-open = Word { $number } of 24 cannot be read: it is looked for once all others are there.
entry-word-not-open = Word { $number }: what cannot be read today cannot be read in ten years. Make this card anew.
entry-line-not-open = Line { $number }: what cannot be read today cannot be read in ten years. Make this card anew.
entry-anew = clear
entry-searching = Finding out what the card says …
entry-said = { $many ->
    [one] “{ $said }”
   *[other] { $number } “{ $said }”
 }
entry-words-likely = { $many ->
    [one] Word { $number }: the card most likely says { $said }. Look at it.
   *[other] The card most likely says { $said }. Look at it.
 }
entry-lines-likely = { $many ->
    [one] Line { $number }: the card most likely says { $said }. Look at it.
   *[other] The card most likely says, line by line, { $said }. Look at it.
 }
entry-likely-look = Is it so? Then press Enter. If it is not, Esc leads back to what you typed.
entry-likely-take = the card says so
entry-open-none = No card of this set has all that you typed, whatever stands for “?”.
    .now = Another word or character is not the card’s either. Compare each with the card.
entry-open-alone = Without the stick nothing says what stands for “?”: { $many } cards may be meant.
    .now = Begin with the stick, or read that word or character from the card.
entry-take = take it

## The stick with the backup

fingerprint-compare = Compare this fingerprint with the one on the card:
bundle-insert = Insert the stick with the backup.
bundle-on = { $folder } on { $stick }
bundle-sealing = Set { $set }, sealing { $sealing }, { $day }.
bundle-beside = Set { $set }, sealing { $sealing }, { $day }. Another backup of the same keys is here that it was not made from, nor that one from it.
bundle-older = Old: set { $set }, sealing { $sealing }, { $day }. A newer backup of the same keys is here too.
bundle-kept = The one before: set { $set }, sealing { $sealing }, { $day }. Kept until the newer one was rehearsed; each opens with the cards of its set.
bundle-unread = What it says of itself was not read: there are too many.
bundle-none = There is no backup of Coldspare on { $stick }.
bundle-apart = Another backup is on this stick
bundle-apart-text = In { $folder } on { $stick } is a backup of the same keys: set { $set }, sealing { $sealing }, { $day }. What was sealed just now was not made from it: something may be in it that is in no other backup.
bundle-apart-lost = If it is replaced, it goes from this stick, and what is in it alone is lost. If you are not sure, keep it.
bundle-apart-cards = If it is replaced, it goes from this stick, and the cards of set { $set } open nothing on it any more. What is in it alone is lost. If you are not sure, keep it.
bundle-apart-no = Keep it, and take another stick
bundle-apart-no-note = To go on from it instead, open it: from the beginning, with the cards of its set.
bundle-apart-yes = Replace it: nobody needs it
bundle-apart-yes-note = So it is, for example, if it comes from a try that was broken off.

## Check a card

check-bundle = The stick with the backup
check-bundle-text = On it stands, signed, what every card must be. It is only read.
check-bundle-help = The backup’s folder on the stick has a list of all cards: for each one a sum that belongs to this card alone, and that tells nothing of what stands on it. With it, one card can be checked while all the others stay where they are.
    
    The list is a claim of whoever signed it, and no proof: somebody who had the stick could have signed another one, with another key and your name. So compare the fingerprint on the screen with the one that is printed on the card, character by character. If they differ, the stick is not the right one, whatever it says of the card.
    
    Without the stick, a code still shows by its own check whether it was read right. But it could be a card of another set, or an old one.
check-bundle-without = Go on without the stick
check-bundle-without-note = It can then only be said whether it was read without a mistake, not whether it is the right one.
check-card = A card
check-card-text = Of set { $set }, for the keys of { $owner }.
check-card-text-alone = Without the stick: was it read without a mistake?
check-card-help = Scan the code with a scanner at this computer’s USB port, never with a telephone: whoever has read enough cards has your keys. Without a scanner, type the 24 words or the four lines.
    
    A word that cannot be read any more is typed as “?”, up to two of them; in the lines, up to four characters. Commas, numbers and accents do no harm. The list on the stick says what the card most likely says, also if one word is wrong or two are swapped: it is shown to you, and taken only if you agree that the card says so. A card that needs this should be replaced.
    
    What you type is forgotten as soon as the card was checked.
check-result = Result
check-result-help = A card is good if it says what was printed. Give it back to whoever keeps it, in its envelope. If the paper fades, copy it by hand onto good paper: all that stands at its top, and all 24 words or all four lines; then check the copy here.
    
    “Good” says that the card is the one that this list names. The list is a claim of whoever signed it: compare the fingerprint on the screen with the one on the card. If they differ, this stick is not the one that belongs to the card.
check-result-next = Check another card
check-result-next-note = With the same stick, if there was one.
check-result-home = That was all
check-result-home-note = Back to the beginning.
check-other-set = This is card { $card } of the set { $found }. The list on the stick is of the set { $set }, { $day }.
    .now = If new cards were made then, this is an old one: it belongs to those that are to be burned. Otherwise take the stick with the set { $found }.
check-good = Card { $card } of { $cards } of set { $set } is good: it is as the list on the stick says, which is of sealing { $sealing }, { $day }.
check-good-owner = Whoever signed the list on the stick says: keys of { $owner }.
check-mended = Replace this card. It is card { $card } of { $cards } of set { $set }, but not all of it could be read: some of it was found with the stick’s help. In a few years that may fail.
check-mended-now = It still counts, and opens the backup together with others. Make new cards while there are enough of them. If only your fingers slipped, check it once more, and type all of it.
check-claims = The code was read without a mistake: its check fits. It says that it is card { $card } of { $cards } of set { $set }.
check-digits = These four lines were read without a mistake: the check at the end of each fits.
check-words = These 24 words fit together. But of 250 wrong words one would not be noticed: compare them with the card once more, or use the stick.
check-alone = Whether it is a card that still counts can only be said with the stick that has the backup.

## Write another Nitrokey

another-stage-needs = What you need
another-stage-back = The backup opens
another-stage-write = It is written
another-text = You need the Nitrokey, the backup (the stick, or the backup sheet), and as many share cards as open it.
another-stays = The Nitrokeys that you use stay as they are, and may stay plugged in: they are known by the keys on them.
another-lost = If one of them is lost or broken, press Esc and choose “A Nitrokey is lost or broken” instead.
another-help = A Nitrokey never gives its keys away. So a further one gets them from the backup, as in a recovery: some share cards together open it.
    
    This is for the spare that was not at hand when the keys were set up, and for one more than was planned. It gets the same keys. The cards and the stick stay valid and can go back to their places.
another-back = The backup is open
another-back-text = It opened with these cards, and each key in it was tried.
another-back-help = Each key signed or decrypted something just now. It is all in this computer’s memory only, and is wiped when you leave. Compare the sealing with the owner’s record too: if that names a later one, this is an old copy.
    
    Compare the fingerprint with the one that is printed on each card. They are your keys only if it is the same.
another-role = Which one will it be?
another-role-text = That decides its label, and which PINs from the backup it gets.
another-role-help = All Nitrokeys have the same keys. The user PIN that Coldspare made is the same on all of them too; admin PIN and reset code are others on each. They are in the backup, so that nobody has to remember them.
    
    Choose the spare if it was not there when the keys were set up. Only a Nitrokey that is gone should be replaced under its own name.
another-role-unmet = It was not there when the backup was sealed.
another-role-met = When the backup was sealed, this was { $serial }. Choose it only if that one is gone.
another-role-more = One more than was planned. It gets the PINs of the last one that was.

## A backup is sealed again

renew-numbers = Which cards are these?
renew-numbers-text = The backup is open. But nothing tells which cards there are, and it can be sealed again for them only if that is known. Nothing was changed.
renew-numbers-help = Words and lines do not say which card they are on. A code says it, and so does the stick with the backup. Esc leads back to the cards: scan one, or type its number when you are asked.
renew-stage-seal = Seal
renew-seal-text = Everything secret is encrypted again, under the backup key of the cards that you have just read. They stay as they are, and open the new one as well as the one before.
renew-bundle = The new backup, on a stick
renew-bundle-text = Take the stick with the old backup first. The old one stays beside the new one until that was rehearsed.
renew-bundle-help = The folder appears whole, or not at all, even if you pull the stick out in the middle: then the old one is still there. What else is on the stick stays as it is.
    
    Whoever finds an older copy and enough cards has your keys as they were when it was sealed. So bring the new one to every stick that has an old one, now or later, here: an old copy is not wrong, but it lacks what changes today.
renew-rehearse = The rehearsal
renew-rehearse-text = A whole recovery from the new backup: a fresh process, which knows nothing, gets as many cards as are needed, as they were read, and the stick.
renew-rehearse-help = A backup that was never tried is a hope. The old one counts until this one has shown that it brings everything back; then the old one is removed from the stick.
renew-loss-changed = What you have changed is forgotten. The backup is as it was, and so are the Nitrokeys.
renew-loss-again = What you have decided since, and what is not sealed yet, is forgotten. What was sealed before that, in this sitting, is on the stick and stays there: it is the newest backup.
renew-loss-cards = The new cards are worthless then: destroy them. The old cards and the old backup are valid as before.
renew-loss-stick = The new backup is on a stick, and was not rehearsed yet. The one before lies beside it, and either opens with the cards of its set.
renew-loss-new-stick = The new backup is on a stick, and was not rehearsed yet. The one before is where it was, untouched, and opens with the same cards.
renew-loss-rehearsed = The new backup is on the stick and rehearsed. What is still to be done is forgotten; you can come back with the stick and the cards.
renew-loss-written = At least one Nitrokey was written. The new backup and its cards belong to it; the others can be written later: “Write another Nitrokey”.
new-sheets = New backup sheets for the cards?
new-sheets-text = The cards stay as they are. But a backup sheet that was printed earlier holds the backup as it was then.
new-sheets-old = The last ones are of sealing { $sealing }, { $day }: paper alone would bring back that one.
new-sheets-none = None is noted: paper alone would bring back nothing.
new-sheets-yes = Yes, one for each card
new-sheets-yes-note = They are printed at the end, and go into the envelopes. Then cards alone bring back what is sealed now.
new-sheets-no = No, on sticks alone
new-sheets-no-note = Then what changes today comes back from a stick only.
new-sheets-help = A backup sheet is no secret: it tells nothing to anyone who has too few cards. You can send it to whoever has a card, or hand it over when you next meet. Until then the old sheet still opens, and brings back what was sealed before today.
    
    What is planned is noted in the new backup itself, so that you see years later which copies there are.
print-sheets = The new backup sheets
print-sheets-text = The new backup is proven. Print { $n } sheets, one for each card; whoever has a card puts it into the envelope, in the place of the old one.
print-sheets-all = A sheet for each card
print-sheets-all-note = All of them, one after the other. They are all the same.
print-sheets-all-done = { $n } new backup sheets are printed.
print-sheets-one = One for my own papers
print-sheets-one-note = The sealed backup on paper. It is no secret, and useless without the cards.
print-sheets-file = As a file onto a stick
print-sheets-file-note = backup-sheet.pdf, to be printed on another computer, as often as there are cards.
print-sheets-file-done = backup-sheet.pdf is in { $folder } on { $stick }. Print it for each card.
print-sheets-go-on = Go on
print-sheets-go-on-note = An old sheet in the envelope still opens, and brings back what was sealed before today.
print-sheets-no-printer = No printer is there that these sheets can be printed on.
    .now = Connect one by USB, switch it on, and choose again. Or write the sheet to a stick, or go on without.
print-sheets-help = The cards open the sealed backup, wherever it comes from: from a stick, or from this paper. An old sheet does no harm, but brings back what was sealed before today; tear it up when the new one is there.
sheets-stick = The stick for the backup sheet
sheets-stick-text = It gets a folder with the sheet as a PDF. What else is on it stays as it is.
sheets-stick-help = A backup sheet is no secret: it tells nothing to anyone who has too few cards. So any computer may print it. The folder is read back and compared before it gets its name.

## Something about my keys changes

changes-stage-what = What changes
changes-text = You need the backup (the stick, or the backup sheet), as many share cards as open it, and a stick for the new one.
changes-stays = The keys stay the same, and so do the Nitrokeys: they need not be there. The cards stay valid, too.
changes-not = For a Nitrokey that was lost or stolen, or for new trustees, press Esc and choose that at the beginning.
changes-help = What others know of your keys, and what is kept beside them, can change without new keys: how long they are valid, names and addresses, what the backup holds.
    
    The backup is opened, changed in this computer’s memory, and sealed again for the same cards. Until the new one is on a stick and has brought everything back in a rehearsal, nothing has changed.
changes-back = The backup is open
changes-back-text = It opened with these cards, and each key in it was tried. Nothing is changed yet.
changes-back-help = Each key signed or decrypted something just now. It is all in this computer’s memory only, and is wiped when you leave. Compare the sealing with the owner’s record too: if that names a later one, this is an old copy, and what changed since then would be lost.
    
    Compare the fingerprint with the one that is printed on each card. They are your keys only if it is the same.
changes-list = What shall change?
changes-list-text = Choose one thing after the other. Nothing is sealed before you say so.
changes-list-will = This will change:
changes-list-help = All that you choose is made in memory first, and listed here. F2 takes back what you chose last. “Seal it” makes a new backup of it for the same cards; the old one is valid until the new one is proven.
changes-unfinished = On { $stick } two backups of these keys lie beside each other. It was not noted whether the newer one was rehearsed. “Seal it” makes a new one from the one that you have opened, and that is rehearsed.
changes-take-back = take back
changes-expiry = How long the keys are valid
changes-expiry-note = Now: { $day }.
changes-seal = Seal it
changes-seal-note = For the same cards. The old backup stays until the new one is proven.
changes-nothing = Nothing
changes-nothing-note = Nothing is sealed, and the backup stays as it is.
changes-change = It is changed
changes-change-text = In memory alone. What is in the backup stays as it is until you seal it again.
changes-change-help = The key signs what has changed, and new revocations are made for it, one for each reason. Each key is tried again.
changes-until = How long shall the keys be valid?
changes-until-text = The Nitrokeys are not touched, and go on working. But all others go by the date in the public key that they have: they need the new one.
changes-until-help = A day after which others stop using your key is a good thing: if all is lost, it ends by itself. Prolong it as often as you like, with the stick and the cards, before the day comes or after it.
    
    Signing key, decryption key and login key are prolonged together with the primary key. Old keys that were revoked stay as they are.
changes-until-day = Now they are valid until { $day }.
changes-until-no-day = Now they never expire.
changes-until-years = { $n ->
    [one] One year from today
   *[other] { $n } years from today
 }
changes-until-note = They can be prolonged again, with the same cards.
changes-until-never = Others use them for ever, unless you revoke them.
wish-expiry = Valid until { $day }
wish-expiry-never = Valid for ever
changes-list-more = { $n ->
    [one] • one thing more, earlier
   *[other] • { $n } things more, earlier
 }
changes-user-ids = Names and addresses
changes-user-ids-note = Add one, revoke one, or choose which comes first.
changes-kept = What else is kept
changes-kept-note = Look at it, add to it, replace or remove something.
changes-pin = PINs in the backup
changes-pin-note = Whether it holds the user PIN; a PIN that you have changed.
changes-where = Where the cards are
changes-where-note = The notes on your own record.
changes-paper = The language of the paper
changes-paper-note = Of what is printed, and of GUIDE.txt.
changes-names = Whose keys are they?
changes-names-text = Others find your key by these. The first one is the main one.
changes-names-help = An address that you no longer use is revoked: nothing that was signed goes away, but others see that it is not to be used. It can be added again later.
    
    Signatures that others have made on a name stay on it. The new name is signed by your key alone, until others sign it as well.
    
    The names on the share cards stay as they were printed; they name the same key, by its fingerprint.
changes-name-is = Others find the key by it.
changes-name-is-main = The main one: other programs show it first.
changes-name-add = Another name or address
changes-name-add-note = It is added; those that there are stay.
changes-name-ask = What shall become of it?
changes-name-type = The new name or address. One of the two may be left out.
changes-name-twice = Your key has this one already.
    .now = Type another one, or press Esc.
changes-name-leave = Leave it as it is
changes-name-leave-note = Nothing is changed.
changes-name-main = Make it the main one
changes-name-main-note = Other programs show it first.
changes-name-revoke = Revoke it
changes-name-revoke-note = It is no longer used. Others still see it, as revoked.
changes-vault = What else is kept
changes-vault-text = It is sealed beside the keys. Nothing of it is shown before you ask for it.
changes-vault-type = A name, and the secret itself.
changes-vault-help = Passphrases of disks, recovery codes, one-time-password seeds: the sealed backup keeps them beside the keys, and they come back in a recovery.
    
    What is removed is not in the new backup. Old copies of the backup still have it, as long as there are any: change a passphrase that somebody might have seen, rather than remove it here.
changes-vault-add = Another entry
changes-vault-add-note = It is sealed beside the keys.
changes-vault-show = Show it
changes-vault-show-note = It stands on this screen then. Make sure that nobody else sees it.
changes-vault-replace = Replace it
changes-vault-replace-note = Another name, another secret, or both.
changes-vault-remove = Remove it
changes-vault-remove-note = It is not in the new backup. Old copies still have it.
changes-pins = PINs in the backup
changes-pins-text = No Nitrokey is touched here: what the backup holds is changed, and must be what was set on the Nitrokey.
changes-pins-help = Admin PIN and reset code are in the backup, so that nobody has to remember them. If you have changed one, with “I have forgotten a PIN” or with GnuPG, the backup has the old one: tell it here.
    
    The user PIN is in there only if you want it. It helps your heirs to use the spare that they find; on the other hand enough trustees together would then know the PIN that you use every day.
changes-pins-keep = The user PIN shall be in the backup
changes-pins-keep-note = You type it for each Nitrokey. Whoever opens the backup knows it then.
changes-pins-drop = The user PIN shall not be in the backup
changes-pins-drop-note = The new one does not hold it. Old copies of the backup still do.
changes-pins-of = A PIN of { $role } was changed
changes-pins-of-note = You type the one that was set on it.
changes-pins-which = Which PIN of { $role } was changed?
changes-pins-type = Type it as it was set on { $role }. It is not tried there.
changes-pin-user = The user PIN
changes-pin-user-note = For every day.
changes-pin-admin = The admin PIN
changes-pin-admin-note = It sets a new user PIN, and changes settings.
changes-pin-reset = The reset code
changes-pin-reset-note = It sets a new user PIN.
changes-notes = Where are the cards?
changes-notes-text = For your own record: where each lies, how to reach who has it. You may leave it empty.
changes-notes-help = The notes are sealed into the backup, and stand on the owner’s record, which you can print again at the end. They are not on the stick in the clear: whoever finds it does not learn whom to ask.
    
    If somebody else is to have a card, or a card is lost, new cards are needed: that is not done here, but with “Trustees change, or a card is lost”.
changes-language = What language has the paper?
changes-language-text = New sheets, the owner’s record and GUIDE.txt are written in it. The cards stay as they were printed.
changes-language-help = Whoever has a card reads its sheet, perhaps in ten years. The 24 words stay English: they are the same everywhere in the world.
wish-name-add = Another name: { $name }
wish-name-revoke = Revoked: { $name }
wish-name-main = The main one: { $name }
wish-pins-keep = The backup holds the user PINs
wish-pins-drop = The backup does not hold the user PINs
wish-pin-user = The user PIN of { $role }
wish-pin-admin = The admin PIN of { $role }
wish-pin-reset = The reset code of { $role }
wish-notes = The notes on where the cards are
wish-vault-add = Kept beside the keys: { $name }
wish-vault-replace = Kept anew: { $name }
wish-vault-remove = No longer kept: { $name }
wish-language = The paper: { $name }
changes-done = What to do now
changes-done-text = The new backup is proven: its rehearsal came to the same keys. The Nitrokeys are as they were.
changes-done-publish = Give the new public-key.asc on the stick to all who have the old one: key servers, your web page, the people you write to.
changes-done-computers = On each of your computers: gpg --import public-key.asc. The Nitrokey then works as before.
changes-done-sticks = Bring the new backup to every other stick that has an old one, or destroy that stick.
changes-done-sheets = Give each trustee the new sheet, for the envelope with the card.
changes-done-no-sheets = Sheets in the envelopes are old now: paper alone brings back the backup as it was then.
changes-done-help = Others see what has changed only when they have the new public key. On a key server it takes the place of the old one, also if that has run out; “gpg --refresh-keys” fetches it from there.
    
    Old copies of the backup open with the same cards, and bring back your keys as they were. Whoever opens one is told by the sealing that it is an old one.

## I have forgotten a PIN

forgotten-stage-which = Which Nitrokey
forgotten-stage-code = What sets it
forgotten-stage-new = The new PIN
forgotten-loss-unsure = It is not certain which user PIN this Nitrokey has now. If you leave, try the new one, then the old one; if neither opens it, set it here again.
forgotten-loss-another = This Nitrokey has a user PIN now that is neither the old one nor the new one. If you leave, set it here again before you use it.
forgotten-which = Which Nitrokey is it?
forgotten-which-text = Insert the Nitrokey whose user PIN is forgotten or blocked. It is only read: here it shows how many tries each of its PINs has.
forgotten-which-help = A Nitrokey has three PINs. The user PIN is for every day. The reset code can do one thing: set a new user PIN. The admin PIN can do that too, and changes settings. Coldspare made the last two and sealed them into the backup; they are also on the PIN slip.
    
    Each has three tries. When a PIN was right, its tries are three again. When none is left, that PIN is blocked, and even the right one opens nothing any more.
    
    So as long as reset code or admin PIN has a try left, a new user PIN can be set, and the keys stay where they are. Only if neither has, the Nitrokey has to be written anew.
forgotten-this = this one
forgotten-tries = Tries left: user PIN { $user }, reset code { $reset }, admin PIN { $admin }.
forgotten-blank = No key is on it, so there is nothing that a PIN would open. Choose “Write another Nitrokey” at the beginning: then it gets keys and PINs.
forgotten-all-blocked = All three are blocked. This Nitrokey can only be written anew: choose “Write another Nitrokey” at the beginning. Your keys come back from the backup, and nothing is lost.
forgotten-dead = All three are blocked, and this card has no factory reset: nothing opens it any more. Your keys are in the backup: write another Nitrokey.
forgotten-only-user = Reset code and admin PIN are blocked, so no new user PIN can be set. You still have { $user ->
    [one] one try
   *[other] { $user } tries
 } at the user PIN. If it does not come back to you: “Write another Nitrokey” writes this one anew, from the backup.
forgotten-blocked = Its user PIN is blocked: even the right one opens nothing now. A new one is set, and it may be the same as before.
forgotten-not-blocked = Its user PIN is not blocked. If you know it after all, go on using it: nothing has to be done.
forgotten-no-reset-code = Its reset code is blocked, or it never had one. The admin PIN sets a new user PIN as well.
forgotten-no-admin = Its admin PIN is blocked. The reset code sets a new user PIN as well.
forgotten-start = A Nitrokey Start says three tries for the reset code even if it never had one. Coldspare sets one on each.
forgotten-from = Where is the reset code or the admin PIN?
forgotten-from-text = One of the two sets the new user PIN. Either place has both.
forgotten-from-help = Whoever has the PIN slip needs no cards and no stick. If the user PIN is on it too, and you have never changed it, it is simply that one.
    
    Without the slip they come from the backup, which some share cards together open.
forgotten-from-slip = On the PIN slip, or in my head
forgotten-from-slip-note = You type it. No cards are needed. Look first whether the user PIN is on the slip, too.
forgotten-from-backup = In the backup
forgotten-from-backup-note = On the stick or the backup sheet; it takes as many share cards as open it.
forgotten-back = The backup is open
forgotten-back-text = It opened with these cards. The PINs of your Nitrokeys are in it.
forgotten-back-help = Compare the fingerprint with the one that is printed on each card, and the sealing with the owner’s record. If the record names a later one, this is an old copy, and the PINs in it may be old ones: a wrong code costs a try.
forgotten-stranger = Not from this backup
forgotten-stranger-text = The keys of this backup are not on this Nitrokey. So its PINs are not in it, and any other would only cost a try.
forgotten-stranger-help = A Nitrokey is known by the keys on it. This one has none of those that the backup holds, neither today’s nor earlier ones. Take the Nitrokey that belongs to this backup, or the stick that belongs to this Nitrokey.
forgotten-stranger-enter = another Nitrokey
forgotten-by = By which of the two?
forgotten-by-text = Each sets a new user PIN. The keys stay, whichever you take.
forgotten-by-help = The reset code can do nothing but this, so take it first. If it is wrong, there is still the admin PIN.
    
    A wrong one costs a try, and the Nitrokey says how many are left. The last try is not spent unless you say so.
forgotten-by-ours = It is your { $role }: by the backup it has these. Each sets a new user PIN.
forgotten-by-old = It is your { $role } with the old subkeys, and still has the PINs of before, if you have not changed them since. The backup has kept these.
forgotten-by-old-mail = It is a Nitrokey for old mail: it was given reset code and admin PIN of your { $role }. If you have changed them since, the ones from here only cost tries.
forgotten-by-old-none = It has old subkeys, and stayed as it was when others were written. The backup does not have the PINs of before any more, and the new ones would only cost tries. Press Enter, and choose its PIN slip.
forgotten-by-which = The backup does not know which of your Nitrokeys this is. Choose the one that is on its label: a wrong one costs a try.
forgotten-by-none = This Nitrokey takes nothing that this backup has for it: its PINs may have been changed since, or the backup is an old one. Press Enter, and choose the PIN slip or a newer backup.
forgotten-by-reset = Reset code
forgotten-by-admin = Admin PIN
forgotten-by-reset-of = Reset code of the { $role }
forgotten-by-admin-of = Admin PIN of the { $role }
forgotten-by-left = { $left ->
    [one] One try is left. It is spent only after a yes.
   *[other] { $left } tries are left.
 }
forgotten-code = Type it
forgotten-code-text = As it stands on the slip of this very Nitrokey: the serial is on it. A wrong one costs a try.
forgotten-code-help = F2 shows what you type. The last line shows what your keyboard really types; nothing there is kept. What you type is given to the Nitrokey when the new user PIN is chosen, and not before.
forgotten-last = The last try
forgotten-last-text = The reset code has one try left. If what is given now is wrong, it is blocked for ever.
forgotten-last-admin = The admin PIN has one try left. If what is given now is wrong, it is blocked for ever.
forgotten-last-other = Then there would still be: { $pin }, tries left { $left }. Perhaps take that first.
forgotten-last-anew = Then the Nitrokey could only be written anew, from the backup: its keys are in there.
forgotten-last-dead = Then nothing would open this card any more: it has no factory reset. Its keys are in the backup.
forgotten-last-help = Three wrong tries block a PIN, and two were spent already. Go on only if you are sure: you have the slip of this very Nitrokey before you, or the backup that is today’s.
forgotten-last-no = No, go back
forgotten-last-no-note = Nothing is spent.
forgotten-last-yes = Yes, spend the last try
forgotten-last-yes-note = If it is right, there are three again.
forgotten-new = The new user PIN
forgotten-new-text = Which one will it be?
forgotten-new-help = A user PIN of six or eight random digits is enough: after three wrong tries the Nitrokey blocks it. Do not take a birthday or a telephone number.
forgotten-new-backup = The one that the backup has
forgotten-new-backup-note = It is shown to you. The backup stays right.
forgotten-new-same = The same as just now
forgotten-new-same-note = Then both Nitrokeys have one user PIN.
forgotten-new-drawn = Drawn by chance
forgotten-new-drawn-note = Digits. They are shown to you before they are set, so that you can write them down.
forgotten-new-typed = One that I choose
forgotten-new-typed-note = Typed twice.
forgotten-type = Your new user PIN
forgotten-type-help = F2 shows what you type. The last line shows what your keyboard really types. Digits are on every keyboard; letters with accents are not.
forgotten-show = The new user PIN
forgotten-show-text = It is shown before it is set: whatever comes between, you have it.
forgotten-show-write = Write it down now.
forgotten-show-hidden = It is hidden again. Is it on paper? F2 shows it once more.
forgotten-show-enter = it is on paper
forgotten-show-before = The Nitrokey does not have it yet. It gets it in the next step.
forgotten-show-help = Learn it, then destroy the paper; until then keep it apart from the Nitrokey.
forgotten-set = Set the new user PIN
forgotten-set-text = Nothing is erased. Keys, reset code, admin PIN, one-time passwords and web logins stay as they are.
forgotten-set-help = The Nitrokey checks the code, takes the new user PIN, and is asked for it at once. If it is pulled out in between, it has the old user PIN or the new one (a Start perhaps neither); then the same is done once more.
forgotten-set-by-reset = The new user PIN is set by its reset code.
forgotten-set-by-admin = The new user PIN is set by its admin PIN.
forgotten-set-enter = set it
forgotten-set-insert = It is not plugged in. Insert it again.
forgotten-set-unsure = It is not certain whether it has the old user PIN or the new one now. When it is plugged in, press Enter: the new one is set once more, and then it is certain.
forgotten-set-unsure-start = A Nitrokey Start has the old user PIN or the new one now; or neither, if it was just being written. When it is plugged in, press Enter: the new one is set once more, and then it is certain.
forgotten-set-last = Press Enter: you are asked whether it shall be spent.
forgotten-set-wrong = The { $pin } that you typed is wrong. { $left ->
        [0] It is blocked now.
        [one] One try is left.
       *[other] { $left } tries are left.
    }
    .now = { $left ->
        [0] Nothing else has changed. Press Enter: what is still possible is shown.
       *[other] Nothing else has changed. Is it the slip of this Nitrokey? Compare the serial, press Enter and type it again.
    }
forgotten-set-wrong-backup = The { $pin } from the backup is wrong for this Nitrokey: it may have been changed since, or be that of another one. { $left ->
        [0] It is blocked now.
        [one] One try is left.
       *[other] { $left } tries are left.
    }
    .now = Nothing else has changed, and it is not given again. Press Enter: what is still possible is shown.
forgotten-set-another = The Nitrokey took the reset code, and set another user PIN than the new one: what it was given as the code was longer or shorter than that, and where the code ends the Nitrokey finds itself. Its user PIN is now neither the old one nor the new one. { $left ->
        [one] One try is left at it.
       *[other] { $left } tries are left at it.
    }
    .now = Press Enter, and set the new one once more, with the code just as it stands on the slip, or with the admin PIN. Until then, try no user PIN.
forgotten-done = The user PIN is set
forgotten-done-good = Nitrokey { $serial } has checked the new user PIN: it is right.
forgotten-done-text = Nothing was erased: keys, reset code and admin PIN are as before. Your other Nitrokeys keep the user PIN that they have.
forgotten-done-same = The backup has this PIN, and so has the PIN slip as it was printed: they stay right.
forgotten-done-slip = If another user PIN stands on the slip, correct it. A user PIN in the backup stays the one that was sealed.
forgotten-done-backup = The backup has another user PIN, and so has the PIN slip as it was printed: correct the slip.
forgotten-done-not-in-backup = The backup has no user PIN, as you wanted it, so it stays right. If another one stands on a PIN slip, correct it.
forgotten-done-help = GnuPG may remember that the Nitrokey was blocked: pull it out and insert it again. The backup opens with the same cards as ever; it holds reset code and admin PIN, and these have not changed.
forgotten-done-home = That was all
forgotten-done-home-note = Everything secret is wiped from memory.
forgotten-done-another = The same for another Nitrokey
forgotten-done-another-note = It may get the same user PIN, so that the spare opens as the primary does.
slip-print = new PIN slip
slip-print-done = The new PIN slip is printed. Destroy the old one, and keep this one apart from the Nitrokey.

## Trustees change, or a card is lost

deal-stage-what = What happened
deal-stage-who = Who gets cards
deal-stage-old = The old ones
deal-loss-new = The new cards are not proven yet. If you leave, those that were printed are worthless: burn them. The old cards and the old backup stay as they are.
deal-loss-new-stick = The new cards are not proven yet, and the new backup lies alone on its stick. If you leave, burn the cards that were printed, and format that stick: nothing else opens it. The old cards and the old backup stay as they are.
deal-loss-again = The cards that were dealt last are worthless then: burn those that were printed. But what was sealed before them, in this sitting, is on the stick: keep the cards that were printed for that, they open it.
deal-loss-old = The new cards and the new backup are valid. But what is to be destroyed of the old ones is shown only here.
deal-what = What has happened?
deal-what-text = A new card fits none of the old ones. So all cards are made anew, for everybody.
deal-what-help = The cards are parts of one key, the backup key, and each fits only those of its own set. Nobody can add a card to a set, or make one of it worthless: what is on paper stays. So a new backup key is drawn, your keys are sealed under it, and new cards are made.
    
    Your keys stay the same. Nothing is written to a Nitrokey, and none need be here.
deal-what-people = Trustees change
deal-what-people-note = Somebody leaves or comes, or another number of cards is to be needed.
deal-what-lost = A card is lost
deal-what-lost-note = It is burnt, or cannot be found, and nobody else can have it.
deal-what-seen = A card may be in wrong hands
deal-what-seen-note = One or several: stolen, photographed, seen, or left where others could read it.
deal-seen = How many cards is that?
deal-seen-text = Count each card that somebody else has or has seen, and that of each trustee whom you no longer trust.
deal-seen-help = How many are needed stands on each card. Fewer tell nothing of the key, not even a part of it.
    
    As many as are needed give the backup key. With it, any copy of the sealed backup opens: each stick with the bundle, and each backup sheet, wherever it lies.
deal-seen-few = Fewer than open the backup
deal-seen-few-note = They tell nothing yet. New cards are in time.
deal-seen-enough = As many as open it, or I do not know
deal-seen-enough-note = Then it depends on the copies of the sealed backup. Read on.
deal-means = What that means
deal-means-text = Until the new cards are proven, nothing old changes: you may stop, or the power may fail, at any moment. And what is old stays valid until you destroy it. In the end you get a list of all that.
deal-means-people = Whoever leaves knows what the old card says, also when the paper comes back. That is worthless once every copy of the old sealed backup is gone, or too few other old cards are left.
deal-means-lost = The backup still opens with the cards that are left, but fewer of those may be lost. New cards put that right. If the lost one turns up, burn it.
deal-means-few = Whoever has these cards needs more of them, and a copy of the old sealed backup. New cards make them worthless only once every such copy is gone.
deal-means-enough = Whoever has these cards and one copy of the old sealed backup has your primary key. New cards help only if nobody has got at a copy yet, and you can destroy each of them. If you are not sure of that, the way is a new identity: leave here, choose “Revoke everything”, then “Set up keys”.
deal-means-needs = You need as many old cards as open the backup, the backup, and sticks for the new one, best fresh ones. Nitrokeys stay as they are, and need not be here.
deal-means-help = The old backup and the new one hold the same keys. The old one opens with old cards, the new one with new cards, and never with some of each. So the old ones must go; nothing that is done with the new ones makes them worthless.
deal-back = The backup is open
deal-back-text = It opened with the old cards. They stay valid until you destroy them.
deal-back-help = Each key in it signed or decrypted something just now. It is all in this computer’s memory only, and is wiped when you leave. Compare the sealing with the owner’s record: if that names a later one, this is an old copy, and what was changed since is not in it.
    
    Compare the fingerprint with the one that is printed on each card. They are your keys only if it is the same.
deal-who = Who gets the new cards?
deal-who-text = Everybody gets a new card, even those who have one now.
deal-who-today = Today any { $needed } of { $cards } open the backup: { $names }.
deal-who-help = The names stand on the cards, on the owner’s record, and in the sealed backup. With “Others” you go through the same questions as when the keys were set up; all that was answered then stands there already.
deal-unfinished = On { $stick } two backups of these keys lie beside each other. It was not noted whether the newer one was rehearsed; each opens with the cards of its set. If you go on, new cards are made from the one that you have opened. Before the other one goes, you are asked.
deal-who-same = The same people as today
deal-who-same-note = Names and numbers stay as they are.
deal-who-others = Others, or another number
deal-who-others-note = You say how many cards there are, how many are needed, who gets them, and where they will be.
deal-new = New cards for everybody
deal-new-text = A new backup key is drawn, and the same keys, PINs and vault are sealed under it. Then the new cards are printed and read back.
deal-new-before = Until now any { $needed } of { $cards }: { $names }.
deal-new-after = From now on any { $needed } of { $cards }: { $names }.
deal-new-enter = make new cards
deal-new-help = Before this nothing was changed. The new sealed backup is the first of a new set; the set’s name stands on each card, so that nobody takes an old one for a new one.
deal-bundle = The new bundle, on a stick
deal-bundle-text = Best on a stick that never had the old one: then the old stick can be destroyed whole. Without the new cards nothing secret on it can be read.
deal-bundle-help = Where the old bundle lies on the stick, it is kept beside the new one until the rehearsal is through, in a folder that ends in “.old”. So at every moment there is one that opens: the old one with the old cards, the new one with the new cards. What else is on the stick stays as it is.
deal-before = The old bundle on these sticks
deal-before-text = The new one is proven, so the old one is deleted here. That does not destroy it: what to do with such a stick comes next.
deal-before-help = What a deleted file held stays on the stick until something else is written to the same place. So a stick that had the old bundle is on the list of what is to be destroyed, also if the new one is on it now.
deal-old = What is to be destroyed
deal-old-text = Enough old cards and any one of these copies still give your primary key. Enter ticks off what is destroyed.
deal-old-help = The list is what was planned each time it was sealed. Copies that you made since count as well.
    
    Paper: burn it. Torn or shredded, a code or a row of words may still be whole.
    
    Sticks: deleting files or formatting leaves what they held. Overwrite the stick whole, from its first byte to its last; that is usually enough, but a stick has blocks in reserve, where old bytes may stay. Breaking the chip inside is certain. If the new bundle took the old one’s place on a stick, copy it to a fresh one first.
    
    If that cannot be done, and as many old cards as open it may be in wrong hands, the way is a new identity: “Revoke everything”, then “Set up keys”.
deal-old-next = { $left ->
    [0] Go on: all is destroyed
    [one] Go on: one is still there
   *[other] Go on: { $left } are still there
 }
deal-old-next-note = The list goes home with you on paper: most of it can only be destroyed later.
deal-old-of = Of set { $set }.
deal-old-print = print the list
deal-old-printed = The list is printed. Keep it until all of it is ticked off.
deal-old-file = It lies with the cards’ files as well: to-destroy.pdf.
deal-old-no-printer = Copy it by hand, or connect a printer.
deal-done = That was it. Now, in this order:
deal-done-text = 1. Give each trustee the new card, face to face: any { $k } of { $n } bring everything back.
    2. Take the old card back from each at the same time. Burn the old cards, with all their sheets.
    3. Destroy the old sticks: overwrite them whole, or break them. Deleting is not enough.
    4. Put the new sticks where the old ones were, and the new owner’s record in place of the old one.
deal-done-left = { $left ->
    [one] One thing on the list is not ticked off. Until it is destroyed, enough old cards and one old copy give your primary key.
   *[other] { $left } things on the list are not ticked off. Until they are destroyed, enough old cards and one old copy give your primary key.
 }
deal-done-help = Your Nitrokeys are as they were, and so are your keys: nobody who has your public key notices anything.
    
    Until the old cards are back, old and new ones are about. The set’s name stands on each, and wherever a card is read, it is told if it is of another set. “Check a card” tells it as well.

## A Nitrokey was stolen

stolen-stage-what = What happened
stolen-stage-keys = New subkeys
stolen-pin = May somebody know its user PIN?
stolen-pin-text = That decides what the thief can do, and for which reason the old subkeys are revoked.
stolen-pin-help = A Nitrokey gives its keys to nobody. Whoever has it can use them with its user PIN, and has three tries at it. But a PIN that was seen, written down or guessed protects nothing.
    
    If it may be known, the old subkeys are revoked as “compromised”: Sequoia and Thunderbird then believe nothing that they have signed, not even what is older. If nobody knows it, they are revoked as “superseded”: what was signed before stays good there. GnuPG makes no difference: with either it calls all of it signed by a revoked key.
stolen-pin-yes = Yes, or I am not sure
stolen-pin-yes-note = Somebody saw it typed, or it was written down near it.
stolen-pin-no = No, nobody can know it
stolen-pin-no-note = Then the thief has a few tries at it, and no more.
stolen-running = Was it plugged in, with its PIN given?
stolen-running-text = Once its user PIN was given, it works without it as long as it has power.
stolen-running-help = If it was taken together with a computer that was on, whoever has both can decrypt and log in until it is pulled out or the power fails; for a signature it may ask for the PIN each time. Nobody can tell later whether that was done. So it counts as if the PIN were known.
stolen-running-no = No
stolen-running-no-note = It was not plugged in, or its PIN had not been given. Without power it forgets that it was.
stolen-running-yes = Yes, or I do not know
stolen-running-yes-note = The computer was taken with it, or somebody was at it.
stolen-also = What else went with it?
stolen-also-text = Enter ticks a line, or takes the tick away.
stolen-also-help = Each of these gives the thief something else, and together they may give all.
    
    The backup is encrypted, on a stick as on paper. As many share cards as open it give the key to it. Whoever has both has everything that you have, the primary key too: that cannot be mended by new subkeys.
stolen-also-backup = A stick with the backup, or a backup sheet
stolen-also-backup-note = Encrypted: it tells nothing without as many cards as open it.
stolen-also-slip = A PIN slip
stolen-also-slip-note = Then the PINs on it are known.
stolen-also-few = Share cards, fewer than open the backup
stolen-also-few-note = They tell nothing, but fewer others are needed to open it now.
stolen-also-all = As many share cards as open the backup
stolen-also-all-note = With the backup they give everything.
stolen-also-record = The owner’s record
stolen-also-record-note = No secret stands on it. It names the trustees.
stolen-also-on = That was all
stolen-also-on-note = What that means comes next.
stolen-has = What the thief has, and has not
stolen-has-help = A user PIN that is wrong three times is blocked, and so are admin PIN and reset code. The primary key certifies your subkeys and names. Where Coldspare made the keys it is on no Nitrokey; a key that was brought along may have its primary key in the signature slot. That is seen when the backup is open.
stolen-has-tries = The thief has the Nitrokey, and three tries each at user PIN, admin PIN and reset code. With the user PIN: the three subkeys on it.
stolen-has-keys = The thief has, or may have, the three subkeys on it: can read your mail, sign as you, log in as you.
stolen-has-backup = The backup that is gone tells nothing as long as fewer cards than open it are with it.
stolen-has-few = Make new cards when this is done: “Trustees change, or a card is lost”.
stolen-has-cards = The cards that are gone open any copy of the backup. Make new cards as soon as this is done: “Trustees change, or a card is lost”; until then let no copy out of your hands.
stolen-has-record = The record says who has the other cards: warn them.
stolen-has-text = The thief does not have your primary key, unless it is on the Nitrokey itself. That key makes new subkeys now and revokes the old ones; trustees keep their cards.
stolen-has-compromised = They are revoked as “compromised”.
stolen-has-superseded = They are revoked as “superseded”.
stolen-late = A Nitrokey is written already
stolen-late-text = Out of a backup in which the old subkeys are revoked as “superseded”. What is sealed and written stays, though others may have them after all.
stolen-late-way = Open the newest backup once more: “A Nitrokey was stolen”, with these answers; then choose “{ stolen-again-seal }”. The new subkeys stay, and the old ones are revoked as “compromised”.
stolen-late-help = A Nitrokey that is written has what is in the newest backup, so nothing is made anew behind it. “Superseded” says that older signatures still count, and whoever has the subkeys can date one back; “compromised” says that none does. Until that is sealed and published, tell those who check your signatures.
stolen-all = New subkeys would not help
stolen-all-text = Whoever has the backup and as many cards as open it has everything, the primary key too, and can make subkeys as you can.
stolen-all-help = What is encrypted to this identity can be read by the thief, and nothing that is signed with it can be believed any more. “Revoke everything” writes a certificate that says so to everybody. It needs the backup and cards, too: other copies of the backup, or cards that are left. If neither is left, nothing can say it but you.
stolen-all-way = At the beginning choose “Revoke everything”: it ends this identity. Then “Set up keys” makes a new one.
stolen-all-enter = to the beginning
stolen-back = The backup is open
stolen-back-text = It opened with these cards, and each key in it was tried.
stolen-back-help = Compare the fingerprint with the one that is printed on each card, and the sealing with the owner’s record. A thief can sign a list with the stolen Nitrokey, and lay it beside a backup: what is inside the backup counts, and if the two differ it is said.
stolen-primary = The primary key was on it
stolen-primary-text = The primary key of these keys is on the Nitrokey itself, for { $slot }. Whoever has that has all, and can make subkeys as you can: new ones would help nobody.
stolen-primary-help = Keys that were brought along often have a primary key that signs too, and so it is on the Nitrokey. If nobody can know the PIN, the thief has a few tries, and the spare does the same as before: “A Nitrokey is lost or broken”. If it may be known, only an end and a new beginning help.
stolen-again = There are new subkeys already
stolen-again-text = Made on { $day }; those before them are revoked. Was that because of this theft?
stolen-again-help = The power may have failed, or a Nitrokey was not at hand. What was sealed and written then is valid, and need not be made again. Insert each Nitrokey that you have: it says here whether it still carries old subkeys.
stolen-again-old = Nitrokey { $serial } still carries the old subkeys.
stolen-again-new = Nitrokey { $serial } carries the new subkeys.
stolen-again-write = Yes: Nitrokeys are still to be written
stolen-again-write-note = The backup stays as it is.
stolen-again-seal = Yes, and sticks or sheets still lack them
stolen-again-seal-note = Sealed once more for the same cards, then the Nitrokeys.
stolen-again-more = No: new ones once more
stolen-again-more-note = Those of then are revoked, too.
stolen-again-mild = The old subkeys are revoked as “superseded”, though others may have them. Line 2 seals them as “compromised”.
stolen-again-late = A Nitrokey is written already: this stays as it was chosen.
    .now = If there was another theft, go on to the end, and choose “A Nitrokey was stolen” once more.
stolen-left = Is there a Nitrokey with the old subkeys?
stolen-left-text = Servers and disks know only the old keys as yet, and old mail is encrypted to them.
stolen-left-help = Nobody shall be locked out. A server lets in the old login until you have added the new one; a disk opens with the old subkey until it has a slot for the new one. Both is to be done at those computers, so not today, here.
    
    Old mail does not depend on a Nitrokey: the old decryption key stays in the backup, and “Use my keys without a Nitrokey” reads it.
stolen-left-keep = Yes: it stays as it is for now
stolen-left-keep-note = Write it anew when all is changed: “Write another Nitrokey”. Today only others are written.
stolen-left-changed = Yes, and nothing depends on it
stolen-left-changed-note = All Nitrokeys are written today, this one too.
stolen-left-export = No: first write the old keys to a file
stolen-left-export-note = Under a passphrase, on a stick: to log in and to open disks until all is changed.
stolen-left-none = No, and nothing depends on them
stolen-left-none-note = No server and no disk. Old mail is read from the backup.
stolen-loss-write = Nothing is lost: the backup stays as it is, with the new subkeys. Nitrokeys can be written later: “Write another Nitrokey”.
stolen-loss-written = At least one Nitrokey was written, and the backup stays as it is. The others can be written later: “Write another Nitrokey”.
stolen-which = Which one stays as it is?
stolen-which-text = Insert it, go back with Esc, and it says itself which it is. If it is not at hand:
stolen-which-help = It keeps its PINs and its serial in the backup, and gets no slip today; the others get new PINs. If you say the wrong one, nothing is lost: whatever it is, it goes on working as before, and the old PINs of all are kept in the backup.
stolen-which-role = The { $role }
stolen-which-serial = Serial { $serial }, it stands on its label.
stolen-which-no-serial = Its serial is not in the backup.
stolen-new = New subkeys
stolen-new-text = In the next step, and in this computer’s memory alone, there will be:
stolen-new-help = Whoever gets your new public key encrypts to the new subkey and takes no signature of an old one for new. Tried with GnuPG 2.2 and 2.4: of what you have signed before, both say that the key was revoked, whatever the reason, and “git verify-commit” fails for such commits. GitHub goes on showing as verified what it has recorded so. Sequoia and Thunderbird look at the reason.
    
    The old subkeys stay in the backup, so what was encrypted to you can be read.
stolen-new-keys = New subkeys to sign, to decrypt, to log in
stolen-new-pins = New PINs and reset codes for all Nitrokeys
stolen-new-old = Old subkeys revoked: { $reason ->
    [compromised] compromised
   *[other] superseded
 }
stolen-new-until = Valid until { $day }.
stolen-new-stay = Fingerprint, names, cards, vault: as before
stolen-new-enter = make them
stolen-change = New subkeys are being made
stolen-change-text = RSA keys take some time.
stolen-change-help = All of it happens in this computer’s memory. What is sealed stays as it was until the new one has proven itself.
stolen-made = The new subkeys
stolen-made-text = Nothing is written yet. Next they are sealed for the same cards.
stolen-made-help = They are in this computer’s memory alone. They are sealed for the same cards, and the bundle comes onto sticks. The one before is kept beside it until the new one was rehearsed.
stolen-made-good = Your primary key has certified them, and revoked the old ones.
stolen-pins = New PINs
stolen-pins-text = Each Nitrokey gets other PINs than before. Nobody has seen them yet: the next step shows them.
stolen-pins-user = The user PIN is not in the backup: you choose it for each Nitrokey when it is written.
stolen-pins-kept = The one that stays as it is for now keeps its old PINs until it is written anew: keep its old PIN slip. They are in the backup, too, among what is kept beside the keys.
stolen-pins-help = All Nitrokeys get the same user PIN, or the one that you choose; admin PIN and reset code are others on each. If a printer is there, F5 prints a PIN slip for each. Destroy the old slips of those that are written today.
stolen-today = What to do today
stolen-today-text = Nobody else knows of the new subkeys yet. In this order:
stolen-today-help = First the public key: until others have it, they write to the stolen subkey. On a server, delete the old line only when the new one has been tried; on a disk, remove the old slot only when the new one has opened it.
    
    F5 prints a page with all of it, with your fingerprint and the lines for the servers, to be ticked. F6 writes it to a stick as a PDF instead, to be printed elsewhere. It has no secret.
stolen-today-1 = 1 Publish the new public key: key servers, people
stolen-today-2 = 2 Servers: new line in, log in, old line out
stolen-today-3 = 3 Git hosts: new key in, then the old SSH line out
stolen-today-4 = 4 Disks: new slot in, open it, old slot out
stolen-today-5 = 5 Web accounts: remove the stolen Nitrokey
stolen-today-sheets = The sheets with the share cards are old: paper alone would bring back the old subkeys. Keep two sticks.
stolen-today-keep = The Nitrokey with the old subkeys: write it anew when all of this is done (“Write another Nitrokey”).
stolen-today-done = The page is printed.
stolen-today-on = The page is on { $stick }: today.pdf.
stolen-today-stick = to a stick
stolen-page = The stick for the page
stolen-page-text = It gets a folder with the page as a PDF. What else is on it stays as it is.
stolen-page-help = The page has your fingerprint and the lines for the servers, and no secret: it may lie beside the backup. The folder is read back and compared before it gets its name.

## A Nitrokey is lost or broken

lost-stage-left = What is left
lost-stage-backup = The backup
lost-stage-cards = The cards
lost-stage-back = The keys
lost-stage-new = Back to work
lost-stage-done = Done
lost-loss-back = The keys that came back are forgotten. The backup and the cards bring them back again, and what was written stays.
lost-loss-cards = The cards that were read so far are forgotten, and have to be read again.

lost-left = Do not worry. What is left?
lost-left-text = Choose the first line that is true.
lost-left-help = Each of these is enough. The spare is the shortest way: it has the same keys as the Nitrokey that is lost. Without it, the backup brings everything back; some share cards together open it. The backup is on the stick, and the same backup is on the sheet of paper with many codes.
lost-left-spare = The spare is here
lost-left-spare-note = The Nitrokey that was kept in a drawer. You can go on working with it at once.
lost-left-stick = No Nitrokey, but the stick with the backup
lost-left-stick-note = With the stick and enough share cards, everything comes back.
lost-left-paper = Only paper
lost-left-paper-note = Share cards and the backup sheet, the one with many codes. A scanner is needed for it.
lost-spare = Use the spare
lost-spare-use = The spare has the same keys for mail, signatures and SSH. Plug it in where you work, with its user PIN. Web accounts, disks and one-time passwords work with it only where you registered it as well.
lost-spare-text = If GnuPG asks for the old Nitrokey by its number, GUIDE.txt on the stick, section 11, tells what to type.
lost-spare-new = But now it is the only one. Here is how to get a second one again, today or in the next days. You need a new Nitrokey, the backup and enough share cards.
lost-spare-help = Both Nitrokeys were written with the same keys. PINs made by Coldspare: the user PIN is the same on both, unless you have changed it.
    
    If the other one was stolen, choose “A Nitrokey was stolen” at the beginning: it says what a thief can do, and makes new subkeys in the place of those on it. Without Coldspare: the file GUIDE.txt beside the backup, section 12. Read it to the end first: a ready-made revocation ends the whole identity, the spare’s keys as well.
lost-from = Where is the backup?
lost-from-text = Both have the same in them. The stick is quicker.
lost-from-help = The backup is encrypted, on the stick as on paper. Only enough share cards together open it.
lost-from-stick = On a stick
lost-from-stick-note = In a folder whose name begins with coldspare-.
lost-from-sheet = On paper
lost-from-sheet-note = The backup sheet, with many codes. A scanner is needed for it.
lost-bundle = The stick with the backup
lost-bundle-text = Insert it and choose the backup. It is only read.
lost-bundle-help = The signature of the backup’s list of cards is checked, and whether the backup is the one that it names. So each card can be told right or wrong as soon as it is read.
    
    If there is more than one backup, choose the one whose name has the last characters of your key’s fingerprint. Older ones may need other cards.
lost-sheet = The backup sheet
lost-sheet-text = Scan its codes, one after the other, in any order. Some of them are spare ones: not all are needed.
lost-sheet-help = Each code has a part of the encrypted backup, and its number stands beneath it. A code scanned twice does no harm. If one cannot be read, leave it out: any others of the same sheet take its place, on whichever page they are.
    
    The scanner must be one that types like a keyboard, at this computer’s USB port.
lost-sheet-field = The code
lost-sheet-read = Code { $number }, thank you: { $there } of { $needed }, as it says; any { $missing ->
    [one] one more.
   *[other] { $missing } more.
 }
lost-sheet-all = Enough codes were read, and together they give a backup whose SHA-256 begins as each of them says. They say that it is sealing { $sealing } for the set { $set }; the cards will tell.
lost-sheet-compare = Compare with the SHA-256 on the sheet’s pages:
lost-sheet-forged = { $many ->
    [one] Code { $codes } does not belong to this backup, though it says so: it is forged, or all others are; the cards will tell. It was left out.
   *[other] The codes { $codes } do not belong to this backup, though they say so: they are forged, or all others are; the cards will tell. They were left out.
 }
lost-sheet-one = { $code } (one of several)
lost-sheet-more = { $codes } and { $more ->
    [one] one more
   *[other] { $more } more
 }
lost-sheet-card = This is share card { $card }. It is kept, and comes next.
    .now = Now scan the backup sheet: the one with many codes.
lost-sheet-card-enough = This is share card { $card }. It is kept, and comes next.
    .now = There are enough codes. Press Enter: the cards come next.
lost-sheet-anew = begin anew
lost-cards = The share cards
lost-cards-text = { $spare ->
    [0] All { $cards } cards of set { $set }, in any order.
   *[other] Any { $needed } of the { $cards } cards of set { $set }, in any order.
 }
lost-cards-text-said = { $sayers ->
    [one] One card says
   *[other] { $sayers } cards say
 } that any { $needed } of the { $cards } cards of set { $set } are needed, in any order.
lost-cards-text-any = Cards of set { $set }, in any order.
lost-cards-sheet = This is code { $number } of the backup sheet, the one with many codes. The backup is here already.
    .now = Now the share cards: each has one code and 24 words.
lost-cards-unfit-now = Compare each word with the card. If you find none that is wrong, press Enter once more: the other cards find it.
lost-cards-help = Which cards come, and in which order, makes no difference. One card alone opens nothing.
    
    With the stick, each card is compared with its list at once. Without it, a wrong one shows only when they are tried together: bring one or two more than are needed, and it is found.
    
    Scan the code with a scanner at this computer’s USB port, never with a telephone. Or type the 24 words, of each the first four letters are enough, or the four lines.
    
    A word that cannot be read is typed as “?”, up to two of them; in the lines, up to four characters. What stands there is found with the list on the stick, and shown to you, or with the other cards.
lost-cards-thanks = Card { $card }, thank you: { $missing ->
    [0] that is enough.
    [one] one more.
   *[other] { $missing } more.
 }
lost-cards-listed = It is on the list of the stick.
lost-cards-kept = Card { $card }, thank you: { $missing ->
    [0] enough to try.
    [one] one more.
   *[other] { $missing } more.
 }
lost-cards-here = Read so far: { $card }. { $missing ->
    [0] Enough to try; one more does no harm.
    [one] One more is needed.
   *[other] { $missing } more are needed.
 }
lost-cards-there = Read so far: { $card }. { $missing ->
    [0] That is enough.
    [one] One more is needed.
   *[other] { $missing } more are needed.
 }
lost-cards-try = try them
lost-cards-out = take one out
lost-out = Take out which card?
lost-out-text = The others stay. Esc leaves all of them here.
lost-out-read = Card { $card }, from its code
lost-out-listed = Card { $card }, as the list on the stick names it
lost-out-typed = Card { $card }, as it was typed
lost-out-unnumbered = A card that was typed without its number
lost-out-take = take it out
lost-number = Which card is it?
lost-number-text = Words and lines do not say it; it stands at the top of the card, “Share card 3 of 5”, and below it how many are needed. What cannot be read stays empty: it is found by trying. Or scan the code of this card.
lost-number-card = Share card
lost-number-of = of how many cards
lost-number-needed = Any … of these cards open the backup
lost-number-wrong = That cannot be.
    .now = Type the numbers as they stand on the card, in digits, or leave them empty.
lost-back = Everything is back
lost-back-ask = Do the cards open the backup?
lost-back-ask-text = They are tried together, and each key that comes back is tried as well.
lost-back-ask-help = The cards are joined, and the key that they give is tried at the backup. If they do not fit as they are, other choices of them are tried, and typed ones with other numbers too: a million ways at most. Esc stops that.
    
    Only a key that opens the backup counts. Then each other card is compared with those that gave it.
lost-back-tries = They do not fit as they are: other ways of taking them together are tried, { $tries } so far, { $most } at most.
lost-back-stop = stop
lost-back-cards = back to the cards
lost-back-text = The backup opened with these cards, and each key in it was tried.
lost-back-help = Each key signed or decrypted something just now. It is all in this computer’s memory only, and is wiped when you leave. Compare the sealing with the owner’s record too: if that names a later one, this is an old copy.
    
    Compare the fingerprint with the one that is printed on each card. They are your keys only if it is the same.
lost-back-good = These are the keys of { $owner }, the backup says. Each of them works. What it did fits its public key.
lost-back-fit = The cards { $cards } fit together, and opened it.
lost-back-place = { $card } (read as no. { $place })
lost-back-mended = What was typed of card { $cards } was not all as it must be, and the other cards helped: a word or character of it was misread or cannot be read, or another of these cards is not right. Compare them once more.
lost-back-misfit = { $many ->
    [one] Card { $cards } does not fit: misread, under a wrong number, of another set, or forged. Put it aside.
   *[other] The cards { $cards } do not fit: misread, under wrong numbers, of another set, or forged. Put them aside.
 }
lost-back-unknown = { $many ->
    [one] Card { $cards } was not needed. Whether it fits too cannot be told.
   *[other] The cards { $cards } were not needed. Whether they fit too cannot be told.
 }
lost-back-number = A number was not typed as it stands on its card. That does no harm: the cards opened it all the same.
lost-back-revoked = By the public key on the stick they were revoked on { $day } ({ $reason }): others take them no more. What was encrypted can still be read. Do not prolong them or write Nitrokeys with them: “Set up keys” makes new ones.
lost-back-expired = They have expired. What was encrypted can still be read; for others they need a new date. “Something about my keys changes” gives it to them.
lost-way = What do you want to do with the keys?
lost-way-text = You can come back here and choose another line.
lost-way-help = Keys are safest in a Nitrokey: nobody can copy them out of it. Without a new one at hand, use the keys from a file for a few days only.
lost-way-spare = Prove the spare, and write a new one
lost-way-spare-note = So that there are two again.
lost-way-new = Write new Nitrokeys
lost-way-new-note = The same keys on new Nitrokeys: mail, signatures and SSH. Web accounts (FIDO2) do not come back.
lost-way-another = Write another Nitrokey
lost-way-another-note = The same keys on one more. Those that there are stay as they are.
lost-way-export = Use them without a Nitrokey
lost-way-export-note = As a file on a stick, under a passphrase. Less safe.
lost-way-see = See the PINs and what else was kept
lost-way-see-note = PINs, one-time passwords, recovery codes: what you put beside the keys.
lost-prove = Prove the spare
lost-prove-text = From now on everything rests on it. So let it show that it works.
lost-prove-help = It signs something, decrypts something and logs in, and the results are checked with your public key. Nothing on it is changed.
    
    Without its user PIN it cannot be proven. Then go on with F3, and write a new one.
lost-prove-insert = Insert the spare.
lost-prove-here = It says that your keys are on it: the fingerprints are those of your public key.
lost-prove-many = More than one Nitrokey with these keys is plugged in. Leave only the one that is to be proven.
lost-prove-other = Your keys are not on this Nitrokey. Remove it, and insert the spare.
lost-prove-skip = go on without
lost-prove-known = The backup has its user PIN. Press Enter to use that. If you have changed the PIN since, press F3.
lost-prove-type = type it
lost-prove-pin = Its user PIN is needed. A wrong one costs a try.
lost-prove-work = Leave it plugged in.
lost-prove-good = It signed, decrypted and logged in, and each result fits your public key. The spare is good.
lost-prove-good-text = Remove it now and put it aside. Next, a new Nitrokey takes the place of the one that is lost, with the same keys.
lost-pins-text = These PINs are from the backup, and are on the new Nitrokey now.
lost-pins-help = Admin PIN and reset code are in every backup, the user PIN only if whoever sealed it wanted that; if not, it is the one that you have just chosen. It can be changed with GnuPG, on the computer where the Nitrokey is used. If a printer is there, F5 prints a PIN slip. Keep the paper apart from the Nitrokey, and destroy an older slip.
lost-export = Without a Nitrokey
lost-export-warning = Keys in a file can be copied, and nobody notices. Whoever has the file and the passphrase can act as you.
lost-export-text = Do this only for as long as you wait for a new Nitrokey, on a computer that you trust. README.txt on the stick tells the way back; then destroy the stick.
lost-export-all = All keys are in it, the primary key too.
lost-export-old = The old subkeys are in it. The new ones are not, they stay on the Nitrokeys; nor is the primary key.
lost-export-subkeys = The subkeys are in it. The primary key is not: it stays in the backup, and only it can make new subkeys.
lost-export-help = A Nitrokey never gives its keys away; a file does. The passphrase is all that protects it, so it has to be long.
lost-passphrase = A passphrase for the file
lost-passphrase-text = Without it the file is worthless, also to you.
lost-passphrase-help = Whoever finds the stick can try passphrases as long as they like, on many computers at once. Words drawn by chance, with dice and a list, are better than words that come to your mind.
lost-stick = Which stick?
lost-stick-text = A folder with the keys is written to it, and read back. What else is on it stays.
lost-stick-help = Do not take the stick with the backup: this one will be destroyed one day.
lost-exported = The keys are on the stick
lost-exported-help = gpg asks for the passphrase that you have just chosen. In the middle GnuPG forgets what it has noted about the lost Nitrokey and these keys. Notes about other cards stay, and so do keys that the computer’s TPM keeps.
    
    When a new Nitrokey is there, come back with the same cards. But as long as GnuPG has the keys in files, it does not use the Nitrokey: README.txt, part 3, tells what to delete first.
lost-exported-good = They are in the folder { $folder } on { $stick }, and were read back.
lost-exported-text = README.txt there has this to copy, SSH, and the way back. In the middle, GnuPG forgets the lost Nitrokey; else it goes on asking for it.
lost-exported-after = Destroy the stick when a new Nitrokey has taken its place.
lost-see = PINs and what else was kept
lost-see-text = Make sure that nobody else sees the screen. F2 shows the chosen line.
opened-sealing = Sealing { $sealing } of set { $set }, { $day }
opened-unknown = It does not say which sealing it is.
opened-list = The list on the stick says something else: sealing { $sealing }, { $day }, other cards, or other backups before it. What the backup itself says holds: nobody without enough cards could write it. The list may be forged: use another copy.
opened-sheet = The sheet says something else: sealing { $sealing }. What the backup itself says holds: nobody without enough cards could write it. The sheet may be forged: use another copy.
opened-two = Two backups on one stick
opened-two-text = On { $stick } lie two backups of these keys. The one before is kept until the newer one has been rehearsed, and is there still.
opened-two-help = A backup that is sealed again comes onto the stick beside the one before, which goes only when the new one was rehearsed. Until then the power may fail at any moment, and what was valid is valid still.
opened-two-same = Both open with these cards, and the newer one is offered first. “Something about my keys changes” seals once more: then only one is left.
opened-two-before = Both open with these cards, and the newer one is offered first. You have opened the one before: what changed with the newer one is not in it. Go back, and open that.
opened-two-sets = Each opens with the cards of its own set alone, and the newer one is offered first. “Something about my keys changes” seals for the cards that you have read. If you have opened the older one, you are asked before the newer one goes.
opened-two-others = On { $stick } lie two backups of these keys, and none of them was made from the other.
opened-two-apart = Each may have what the other lacks. Open both before you seal anything onto this stick.
opened-two-unread = One of them is damaged. “Something about my keys changes” seals what you have opened once more, onto another stick.
nitrokey-newer = A key on it was made on { $key }, and this backup does not know it: its newest key is of { $newest }. If the Nitrokey is yours, the backup is old: look for a newer stick or sheet before you erase anything.
lost-see-help = All of it was sealed in the backup with your keys. It is shown only while you want it, and is written nowhere. A line that ends with → goes on in the next one.
lost-see-pins = PINs of the { $role }
lost-see-user = User PIN
lost-see-admin = Admin PIN
lost-see-reset = Reset code
lost-see-not-there = not in the backup
lost-see-no-text = This is not a text that can be shown here.
lost-done = What you have now
lost-done-text = Give the cards back, and put the stick and the sheet back in their places: they stay valid.
lost-done-help = The same cards open the same backup again, whenever it is needed. If a Nitrokey was stolen, choose “A Nitrokey was stolen” at the beginning: it makes new subkeys in the place of those on it. Without Coldspare: the file GUIDE.txt beside the backup, section 12. Read it to the end first: a ready-made revocation ends the whole identity, with all its keys.
lost-done-proven = Proven with your public key: the spare, serial { $serial }.
lost-done-written = Written, and proven with your public key: the { $role }, serial { $serial }.
lost-done-change = How to change to it at home: GUIDE.txt, section 11.
lost-done-old = At home: have GnuPG look at it, as GUIDE.txt tells in section 11. The others go on as before.
lost-done-exported = The keys are in { $folder } on { $stick }.
lost-done-home = That was all
lost-done-home-note = Everything secret is wiped from memory.
lost-done-more = Do something else with the keys
lost-done-more-note = Write another Nitrokey, see what was kept, or use the keys without one.
without = Use my keys without a Nitrokey
without-note = Decrypt one message or sign one file here, or put the keys onto a stick. The backup and some cards are needed.
without-stage-use = To use them
without-text = You need the backup (the stick, or the backup sheet), and as many share cards as open it. Then one message can be decrypted here, also an old one, to a key that no Nitrokey carries any more; or one file can be signed.
without-stays = Nothing is written to a Nitrokey, and those that you have stay as they are.
without-help = All keys are in the backup, also those that were replaced. With a Nitrokey at hand you do not need this: GnuPG decrypts and signs with it at home.
lost-way-message = Decrypt one message here
lost-way-message-note = From a stick onto this screen. The keys stay on this computer, which is never online.
message-file = Which message?
message-file-text = Put the encrypted file onto a stick: an attachment, or the whole mail, saved as a file.
message-file-help = Files that end in .asc, .gpg, .pgp, .eml or .txt are listed. The file is opened by a process of its own that reaches nothing else, since whoever wrote it may be an attacker.
message-file-none = On { $stick } there is no file that ends in .asc, .gpg, .pgp, .eml or .txt.
    .now = Choose another stick, or put the message onto this one.
message = The message
message-text = Who wrote it is not checked here. Nobody else should see the screen.
message-help = Text is shown without anything that could move the cursor; of a mail its text, and the names of what is attached. Attached files are not opened here: they may do harm. Page Up and Page Down move the text.
message-whole = { $file } is whole, by its own check. The key that opens it ends in { $key }.
message-no-text = There is no text in it that can be shown here.
message-longer = The rest has no room here. F5 writes all of it to a stick.
message-part = Attached, not opened: { $name } ({ $kind }, { $bytes } bytes)
message-part-unnamed = Attached without a name, not opened: { $kind }, { $bytes } bytes
message-save = to a stick
message-plain = Write it to a stick?
message-plain-warning = On the stick anybody can read it, also after it was deleted: what was on a stick once can be found there.
message-plain-text = Attached files are in it too. They come from outside: open them at home as carefully as anything from a stranger.
message-plain-help = It is written as it was in the message, byte for byte, under a name that Coldspare chooses. Esc leads back to the text.
message-plain-yes = yes, to a stick
message-stick = Which stick?
message-stick-text = A folder with the message is written and read back. All else on it stays.
message-stick-help = Do not take the stick with the backup. Destroy this one, or keep it as safe as the message is to be kept.
lost-done-message = The message in { $file } was decrypted.
lost-done-saved = It is in { $folder } on { $stick }, where anybody can read it.
lost-way-old = Write a Nitrokey for old mail
lost-way-old-note = A second one, with an old decryption key. It reads what was encrypted to that, and nothing newer.
old-key = Which old key?
old-key-text = What was encrypted to it, your Nitrokeys do not read any more.
old-key-help = It comes onto a Nitrokey of its own, beside those that are in use. GnuPG shows by “gpg --list-packets FILE” to which key something was encrypted. To read one message alone, choose “Decrypt one message here”: that needs no Nitrokey.
old-key-made = Made on { $made }.
old-key-expired = Made on { $made }, expired on { $day }.
old-key-revoked = Made on { $made }, revoked on { $day } ({ $reason }).
old-key-means = What this Nitrokey will be
old-key-means-text = Take one that you can do without: everything of OpenPGP on it is erased. It is shown before.
old-key-means-reads = It decrypts what was encrypted to { $key }.
old-key-means-not = It does not sign, it logs in nowhere, and it is no spare: it does not read new mail. Lost, it costs nothing but old mail, and that key stays in the backup.
old-key-means-pins = Its PINs are those that the backup has for: { $role }.
old-key-means-help = The slots for signatures and logins stay empty. So when you tell GnuPG of this Nitrokey, it goes on signing and logging in with the one that is in use. At home have GnuPG look at it, as GUIDE.txt tells in section 11; when something is encrypted to the old key, GnuPG asks for this one by its serial.
lost-way-sign = Sign one file here
lost-way-sign-note = From a stick, and its signature onto one. The keys stay on this computer, which is never online.
sign-file = Which file?
sign-file-text = Put the file onto a stick, outside any folder.
sign-file-help = The file is only read: nothing in it is opened or run. It may have up to 4 GB, and a large one takes minutes. Commits and tags of git are no files: for these you need a Nitrokey, or the keys from a file.
sign-file-none = On { $stick } there is no file outside its folders.
    .now = Choose another stick, or put the file onto this one.
sign-file-unnamed = On { $stick } no file outside its folders has a name that can be shown here. Files with other names: { $many }.
    .now = Give the file a name in plain letters, on the computer that it is from, and bring it again.
sign-file-left-out = Left out, because their names cannot be shown here: { $many }.
sign-reading = The file is read …
sign = Sign this file?
sign-what = { $file }, { $bytes } bytes
sign-hash = Its SHA-256:
sign-key = The key that signs ends in { $key }.
sign-empty = It is empty: there is nothing in it.
sign-compare = What is in it cannot be shown here. Compare its SHA-256 with what sha256sum says of the file that you mean, where that comes from.
sign-text = It is a short text. All of it follows: read it before you sign it.
sign-help = What is signed is what was shown here, or has this SHA-256: it is read once more, and compared. What cannot be seen in a text stands as its number: «U+202E» would turn round what follows. A line that ends with → goes on in the next one. A signature that was given away cannot be taken back.
sign-page = Page { $page } of { $pages }:
sign-read = read it
sign-yes = yes, sign it
sign-signing = The file is read again, and signed …
sign-stick = Which stick is the signature for?
sign-stick-text = The file is signed, and the signature was checked. It is written into a folder of its own, and read back. All else on the stick stays.
sign-stick-help = It may be the stick with the file, but take none with the backup: this one goes out of the house. Esc leads back, and nothing is left of the signature.
lost-done-signed = { $file } is signed, with the key that ends in { $key }: { $signature } in { $folder } on { $stick }.
lost-done-signed-text = Pass both files on. Whoever has your public key checks them with gpg --verify, the signature first.

revoke-warning = This ends all of it: the primary key, every subkey, every Nitrokey. It cannot be taken back once others have the certificate.
revoke-text = It is for an identity that nobody is to use any more: its owner is dead or has another one, or somebody may have the primary key. If one Nitrokey is gone, this is not the way: the others and the backup go on.
revoke-stays = Nothing changes here but one file on a stick. The backup still opens, and old mail can still be read.
revoke-help = The certificate that is written says that the primary key is revoked. Programs that have taken it in encrypt nothing to it any more, and call what it has signed signed by a revoked key. It is made now, with today’s date, so that no newer signature overtakes it.
revoke-stage-means = What it means
revoke-stage-certificate = The certificate
revoke-why = Why does it end?
revoke-why-text = The reason stands in the certificate, and everybody can read it.
revoke-why-help = If somebody may have the primary key, say so: then programs that know the difference trust no signature of it, old ones included. With the other reasons they go on trusting those that were made before.
revoke-why-retired = It is no longer used
revoke-why-retired-note = Also if its owner is dead.
revoke-why-superseded = There is a new identity
revoke-why-superseded-note = Others learn from you which one it is.
revoke-why-compromised = Somebody else may have the primary key
revoke-why-compromised-note = The backup with enough cards, or an export and its passphrase, or a Nitrokey with it.
revoke-why-unspecified = No reason is given
revoke-why-unspecified-note = If it is nobody’s business.
revoke-stick = Which stick gets the certificate?
revoke-stick-text = It goes to a computer that is online. Not the stick with the backup.
revoke-stick-help = A folder with the revoked public key and README.txt, which says what to do with it. Neither is secret. Whoever publishes the certificate ends the identity, so keep the stick until you mean it.
revoke-done = It is ready to be published
revoke-done-good = The revoked key is in the folder { $folder } on the stick { $stick }.
revoke-done-text = Nobody knows of it yet. On a computer that is online, in that folder:
revoke-done-then = Then publish it wherever the key was: key servers, your web site (WKD), whoever has it. Delete its line in authorized_keys on each server, and the key at git hosts. README.txt beside it says the same. Keep backup and cards as long as old mail is to be read.
revoke-done-help = Who does not get the certificate goes on as before, so give it to everybody who has the key. A login by SSH does not look at it at all: there the line has to be deleted.
revoke-readme = This folder ends the identity with the fingerprint
    { $fingerprint }

    public-key-revoked.asc is its public key with a revocation in it. It is not secret.
    Nothing has ended before others have it. Once they have, it cannot be taken back.

    1. Into your own GnuPG:

        gpg --import public-key-revoked.asc

    2. To where the key was published: to each key server, for example

        gpg --keyserver hkps://keys.openpgp.org --send-keys { $fingerprint }

       and the same file in the place of the old one on a web site (WKD), and to whoever has the key.
    3. SSH does not know of it: delete the line of this key in ~/.ssh/authorized_keys on each
       server, and the key at each git host.
    4. What was encrypted to it can still be read with a Nitrokey, or with the backup and the cards.
       Destroy them only when nothing is to be read any more.

## The yearly check

yearly-stage-bring = What you need
yearly-stage-sticks = The sticks
yearly-stage-cards = The cards
yearly-stage-nitrokeys = The Nitrokeys
yearly-stage-report = The report
yearly-text = Once a year, half an hour. Bring what you have at hand: what is missing stands on the report as not checked.
yearly-bring-sticks = · each stick with the backup
yearly-bring-nitrokeys = · the spare, and the primary; with their user PINs
yearly-bring-cards = · share cards, as many as you have: none will do too
yearly-bring-record = · the owner’s record: it has a box for each year
yearly-reads = All of it is only read. Nothing is written to a Nitrokey.
yearly-help = A spare that lies in a drawer, a stick, a sheet of paper: nobody notices when one of them fails. The check shows it while the others are still there to mend it.
    
    Each thing is compared with something, and the report says with what. What was not here is called not checked, so that nobody trusts it because of the report.
yearly-bundle = The backup to begin with
yearly-bundle-text = Cards and Nitrokeys are compared with what it says. It is only read.
yearly-bundle-help = If there are several, the newest is preset: begin with that. The other sticks come next, and each is compared with this one.
    
    What is on the stick is signed by your key, but whoever had the stick could have signed another one, with another key. So compare the fingerprint with the one on the owner’s record whenever it is shown.
yearly-bundle-without = There is none, or none can be read
yearly-bundle-without-note = The report says so. Cards can then only be read, and compared with nothing.
yearly-sticks = Each stick
yearly-sticks-text = Insert the sticks with the backup, one after the other or together. Each is read whole.
yearly-sticks-help = The folder’s list must be signed by the public key beside it, the sealed backup must have the checksum that stands in the list, and all of it must be the same as on the stick that you began with.
    
    A stick that cannot be read any more is replaced today: copy the whole folder from another one. It holds no secret that can be read without the cards.
yearly-sticks-none = No stick was read yet.
yearly-sticks-next = Another stick? Insert it; the one before may be pulled out.
yearly-cards = The cards that are here
yearly-cards-text = One after the other, as many as you have. Enter goes on, also without any.
yearly-cards-alone = No backup is here to compare them with: it can only be said whether each was read without a mistake.
yearly-cards-so-far = Cards read so far: { $many }.
yearly-cards-help = Scan the code with a scanner at this computer’s USB port, never with a telephone, or type the 24 words or the four lines. Each card is compared with the list on the stick, which tells nothing of what stands on it.
    
    As soon as enough of them are here, the whole recovery can be rehearsed. What is typed and scanned is forgotten when you leave. A trustee who lives far away can check a card alone, with any stick that has the backup: “Check a card”.
yearly-recovery = Rehearse the whole recovery?
yearly-recovery-text = Enough cards are here. Only this shows that they open the backup, and that the keys in it work.
yearly-recovery-help = The cards are joined, the sealed backup is opened in this computer’s memory, and each secret key in it does something that is checked with its public key. All of it is wiped when you leave. Nothing is written anywhere.
yearly-recovery-yes = Rehearse it
yearly-recovery-yes-note = Everything comes back into memory alone, and is wiped.
yearly-recovery-no = Leave it out
yearly-recovery-no-note = The report says that it was not done, or that it has failed.
yearly-open = The recovery has worked
yearly-open-text = The backup opened with these cards, and each key in it was tried.
yearly-open-help = Each key signed or decrypted something just now. It is all in this computer’s memory only, and is wiped when you leave. Compare the sealing with the owner’s record: if that names a later one, this is an old copy.
yearly-nitrokeys = The Nitrokeys
yearly-nitrokeys-text = The spare first, then the primary if it is here. Each signs, decrypts and logs in.
yearly-nitrokeys-help = What it does is checked with your public key. Nothing on it is changed; each check counts one more signature.
    
    It needs the user PIN: that you still know it is part of the check. A wrong one costs a try, and a right one brings all three back. The last try is never spent here: “I have forgotten a PIN” sets a new one.
yearly-nitrokeys-insert = Insert the spare.
yearly-nitrokeys-tries = Your keys are on it. Its user PIN has { $tries } tries left.
yearly-nitrokeys-last = Its user PIN has one try left, which is not spent here.
yearly-nitrokeys-blocked = Its user PIN is blocked.
yearly-nitrokeys-old = Other keys of yours are on it than those in use.
yearly-nitrokeys-old-mail = For old mail: an old decryption key is on it, and nothing else.
yearly-nitrokeys-other = Your keys are not on it.
yearly-nitrokeys-proven = Proven.
yearly-nitrokeys-next = Go on
yearly-nitrokeys-next-note = Proven so far: { $proven }. The others are called not checked.
yearly-nitrokeys-pin = Its user PIN has { $tries } tries left. A wrong one costs one of them, and the last is not spent.
yearly-nitrokeys-good = { $serial } signed, decrypted and logged in, and each result fits your public key. It took its user PIN.
yearly-nitrokeys-which = Which one is it? Its label and the owner’s record say it.
yearly-nitrokey-other = Your keys are not on this Nitrokey.
    .now = Insert one of yours, or go on.
yearly-nitrokey-old = Keys of yours are on this Nitrokey, but not those that your public key has in use. It was not proven.
    .now = If it is for old mail, that is right. If not, write it anew: “Write another Nitrokey”. It stands on the report.
yearly-nitrokey-old-mail = An old decryption key of yours is on this Nitrokey, and nothing else. It was not proven.
    .now = If it is for old mail, that is right: leave it as it is. It stands on the report.
yearly-nitrokey-blocked = The user PIN of this Nitrokey is blocked, so it was not proven.
    .now = “I have forgotten a PIN” sets a new one, and the keys stay. It stands on the report.
yearly-nitrokey-last = The user PIN of this Nitrokey has one try left. It is not spent here, so it was not proven.
    .now = “I have forgotten a PIN” sets a new one, and the keys stay. It stands on the report.
yearly-report = The report
yearly-report-text = It says with what each thing was compared, and what was not checked.
yearly-report-help = Print it and keep it with the owner’s record, or write it to a stick: it holds no secret and no trustee’s name, so it may lie beside the backup. It is a PDF in a folder of its own, which is called after the day.
    
    What stands there as not checked is not bad: nobody knows. Next year, bring that first.
yearly-report-counts = Good: { $good } · to be put right: { $bad } · not checked: { $open }
yearly-report-print = print the report
yearly-report-printed = The report was printed.
yearly-report-stick = Write it to a stick
yearly-report-stick-note = As a PDF. The stick with the backup will do.
yearly-report-next = Go on
yearly-report-next-note = The report is printed or on a stick.
yearly-report-without = Go on without a report
yearly-report-without-note = Then nothing says later what was checked and what was not.
yearly-stick = The stick for the report
yearly-stick-text = It gets a folder with the report. What else is on it stays as it is.
yearly-stick-help = The folder is written under another name, read back, compared, and only then gets its name. One of the same day and the same keys is replaced.
yearly-end = The check is done
yearly-end-text = Take the cards, the sticks and the Nitrokeys with you, each back to its place.
yearly-end-help = The owner’s record has a box for each year, also for keys that never expire. Tick it only if nothing is left to be put right, the spare was proven, a stick was read, and every trustee has said that the card is still there.
yearly-end-written = The report is in { $folder } on { $stick }.
yearly-end-tick = Nothing of what was checked is to be put right. Tick the year on the owner’s record.
yearly-end-no-spare = Nothing of what was checked is to be put right, but the spare was not proven. Tick the year on the owner’s record only when that is done.
yearly-end-no-stick = Nothing of what was checked is to be put right, but no stick with this backup was read. Tick the year on the owner’s record only when that is done.
yearly-end-neither = Neither was the spare proven nor a stick with this backup read. Tick the year on the owner’s record only when that is done.
yearly-end-bad = Still to be put right: { $many }. The report says what to do. Tick the year on the owner’s record only then.
yearly-end-next = The next check: { $day }.
yearly-end-prolong = Prolong the keys now
yearly-end-prolong-note = They expire within a year, or have. The cards are needed once more.
yearly-end-home = That was all
yearly-end-home-note = Back to the beginning.
yearly-loss = What was checked stands on no report yet.
