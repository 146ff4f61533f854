# English. Placeholders are the same in every language; a line that is indented goes on.

## Days

day = { $day } { $month } { $year }
month-01 = January
month-02 = February
month-03 = March
month-04 = April
month-05 = May
month-06 = June
month-07 = July
month-08 = August
month-09 = September
month-10 = October
month-11 = November
month-12 = December

## Every sheet

page-number = Page { $number } of { $of }
label-for = For
label-by = By
label-made = Made on
label-set = Set
label-fingerprint = Fingerprint
label-sha256 = SHA-256

## The share card

card-title = Share card { $number } of { $cards }
card-quorum = { $spare ->
    [0] Only all { $cards } of these cards together open the backup. Fewer reveal nothing.
   *[other] Any { $needed } of these { $cards } cards open the backup. Fewer reveal nothing.
 }
card-code = The code: for a hand-held scanner, never for a telephone
card-words = The 24 English words
card-words-how = They say the same as the code. The first four letters of each are enough.
card-digits = The same once more, in four lines
card-digits-how = 16 characters in each line (0 to 9, A to F), and four more that check it.
card-what = What this is
card-what-text = A piece of a key. That key opens a backup of { $whom }’s electronic keys, for mail, computers and signatures. There are { $cards } such cards; { $spare ->
    [0] only all of them together open it.
   *[other] { $needed } of them together open it.
 } This one alone opens nothing and tells nothing.
card-else = What else is needed
card-else-text = The sealed backup: { $behind ->
    [yes] on the backup sheet, the pages of square codes that came with this card, and on { $whom }’s sticks.
   *[no] on { $whom }’s sticks, and perhaps on a backup sheet, pages of square codes, with { $whom }’s papers.
 } Without it the cards open nothing.
card-why = Why you have it
card-why-text = Because { $owner } trusts you. If the keys are lost, broken or stolen, you and { $others ->
    [one] one other person who holds
   *[other] { $others } others who hold
 } a card can bring them back. You need no computer, and you need not understand how it works.
card-keep = How to keep it
card-keep-text = Flat, dry and dark, in an envelope, where your passport or your will is. Tell nobody that you have it. If you move house, take it along.
card-when = When it will be needed
card-when-text = Perhaps never, perhaps in ten years. Once a year { $owner } may ask whether it is still there: look, and say yes or no.
card-who = Who will ask for it, and how to be sure
card-who-text = Only { $owner }, face to face. Never give it, or read it out, to someone who calls, writes or sends a messenger, however urgent it sounds, and even if the voice is right. In doubt, call back on a number that you have had for a long time.
card-never = What never to do
card-never-text = Never photograph it. Never let a telephone, a computer or a web page have its code, words or lines. The one exception: a computer without a network, started for this alone, mostly with Coldspare, while you are there. Copy it only if it fades, by hand, onto good paper: all that stands at its top, and all 24 words or all four lines.
card-lost = If this card is lost, or somebody has seen it
card-lost-text = Tell { $whom } soon, and do not be ashamed. One card alone opens nothing, and new ones can be made.
card-died = If { $owner } has died, or can no longer act
card-died-text = Give the card to nobody until it is clear who may act: who settles the estate, or has the authority to act. That person takes the place of { $whom } in all that this card says, at the computer too. { $spare ->
    [0] Only all { $cards } holders together can open the backup.
   *[other] Any { $needed } holders can open the backup together.
 } { $page ->
    [yes] The pages “By hand” tell
   *[no] GUIDE.txt on the sticks, and FORMAT.md that is published with Coldspare, tell
 } anybody who knows computers how.
card-not-you = If you are not { $trustee }
card-not-you-text = You have found this card, in a desk or among somebody’s papers? Do not throw it away, do not copy it, and show it to nobody. Hand it, in a closed envelope, to { $whom }, or to whoever settles the affairs of { $whom }.
card-others = Who knows the other holders, and where the backup is:
card-fades = This paper fades within a few years. Copy it now, by hand, onto good paper: all that stands above this line, and all 24 words or all four lines. Compare, and keep both.

## The letter that goes with a card that was copied by hand

letter-title = To whoever holds a share card
letter-of = Written by hand, set { $set }. { $spare ->
    [0] Only all { $cards } such cards together open the backup.
   *[other] Any { $needed } of { $cards } such cards open the backup.
 }
letter-text = Your share card was written by hand: a sheet with its number at the top, the set, for whom it is and by whom, and below that 24 English words or four lines. This letter explains it. It holds no secret and names nobody: “this person” is the one whose name stands on your card after “By”. Check that your card names the same set, and keep the letter with it. Where a command has FINGERPRINT, type the 40 characters that gpg --show-keys secret-key.asc shows.
letter-owner = this person
letter-whom = this person
letter-not-you = If the card is not for you

## Recovery by hand

hand-title = By hand: without Coldspare
hand-card = Share card { $number } of { $cards }, set { $set }
hand-intro = For somebody who knows computers. Everything below works with Debian’s ordinary tools alone. Type what stands after $ as one line; where it goes on in the next line here, with one space between.

## The backup sheet

sheet-title = Backup sheet
sheet-of = { $owner }, set { $set }, sealing { $sealing }
sheet-page = Page { $page } of { $pages }; any { $pages_enough } of them are enough. Of the { $codes } codes any { $enough } are enough, on whichever pages.
sheet-one = Page 1 of 1. Of the { $codes } codes any { $enough } are enough.
sheet-set = { $set }, sealing { $sealing }
sheet-what = The sealed backup of { $owner }’s electronic keys. Only { $spare ->
    [0] all { $cards }
   *[other] { $needed } of the { $cards }
 } share cards of set { $set } together open it; without them it is worthless. So this sheet is no secret; but keep it clean and flat.
sheet-how = To use it: start Coldspare, choose “A Nitrokey is lost or broken”, and scan codes, in any order; leave out what cannot be read. Without Coldspare any program that reads such codes will do; each is a line that begins with COLDSPARE1:B. { $recovery_page ->
    [yes] The pages “By hand” with each card, and GUIDE.txt on the stick, tell
   *[no] GUIDE.txt on the stick, and FORMAT.md that is published with Coldspare, tell
 } how it goes on.
sheet-code = Code { $number } of { $of }

## The owner's record

record-title = The owner’s record
record-intro = No secret stands on this page. Keep it with your papers, and not with a share card.
record-identity = Identity
record-algorithm = Keys
record-kept = Backup alone
record-remains = Not in backup
record-public = { $what } (in public-key.asc alone)
record-yours = { $slot }: yours, { $key }, { $until }
record-new = { $slot }: new, { $key }, { $until }
record-until = until { $day }
record-endless = without end
record-made-both = backup: { $backup }, key: { $key }
record-expires = Valid until
record-never = they are revoked
record-quorum = Share cards
record-quorum-text = { $spare ->
    [0] only all { $cards } together open the backup;
   *[other] any { $needed } of { $cards } open the backup;
 } set { $set }, sealing { $sealing }
record-read = Read back
record-read-to-come = not yet; note it here: ____ cards whole, ____ by three words
record-read-opened = { $whole } of { $cards } cards, whole: they opened the backup before this one
record-read-all = all { $cards } cards, whole
record-read-enough = { $whole } of { $cards } cards whole, the others by three words
record-read-few = only spot-checked: { $whole } of { $cards } cards whole ({ $needed } needed), the others by three words
record-read-none = only spot-checked: three words of each of the { $cards } cards; none was read whole
record-done = Done
record-done-rehearsed = rehearsed on { $day }, { $paper ->
    [yes] from the cards as they were read
   *[no] with the cards as they were printed
}
record-done-cards = cards printed
record-done-sheet = backup sheet printed
record-done-slips = PIN slips printed
record-done-files = sheets written as files, to be printed elsewhere
record-done-bundle = bundle written to a stick
record-done-spot-check = a spot check was said to be enough
record-nitrokeys = The Nitrokeys: write the label onto each, now
record-role = What it is
record-serial = Serial
record-label = Label
record-where = Where it lies
record-later = not written yet
record-proven = { $serial }, proven on { $day }
record-primary = Primary, to use
record-spare = Spare
record-spare-more = Spare { $number }
record-trustees = The share cards: where they went
record-card = Card
record-name = Trustee
record-given = Given on, to be found at
record-sticks = The sticks with the bundle lie at
record-sheet = The backup sheet { $behind ->
    [yes] is with each card; one more lies at
   *[no] lies at
 }
record-guide = A printed GUIDE.txt lies at
record-slips = The PIN slips lie at
record-knows = Who knows of all this
record-coming = What is still to be written
record-coming-text = Coldspare, the stick and { $needed } cards: “Write another Nitrokey”. Until then keep { $needed } envelopes, not beside the stick.
record-loss = A Nitrokey is lost or broken
record-loss-text = Take the spare: it has the same keys. GUIDE.txt, section 11, tells what to type. Then make a new spare with Coldspare, the stick and { $needed } cards.
record-theft = It was stolen
record-theft-text = The same; if the PIN may be known, in Coldspare “A Nitrokey was stolen” as well, or GUIDE.txt, section 12. A ready-made revocation ends it all.
record-both = Both are gone
record-both-text = Bring { $needed } cards and the stick (or the backup sheet) to a computer that is not online, start Coldspare, choose “A Nitrokey is lost or broken”.
record-death = If I die, or can no longer act
record-death-text = Whoever settles my affairs needs { $needed } of the cards above, and the stick or the backup sheet{ $behind ->
    [yes] {" "}that is with each card.
   *[no] .
 } GUIDE.txt on the stick{ $page ->
    [yes] {" "}and the pages “By hand” with each card tell how,
   *[no] {" "}tells how,
 } with or without Coldspare.
record-expiry = The keys expire
record-expiry-text = { $expires ->
    [never] These keys never expire. You can revoke them at any time.
   *[other] On { $expires } the first of them expires, and others stop using it; what was encrypted stays readable. A few weeks before, give them a new date: GUIDE.txt, section 15.
 }
record-yearly = Every year on { $day }
record-yearly-text = Does the spare still work? Can the stick be read? Has every trustee still got the card? Tick the year.

## The booklet for the spare

booklet-title = The booklet for the spare
booklet-intro = Keep it with the spare, locked away. No secret stands in it, but who has the cards. The commands need the files on the stick with the bundle.
booklet-of = { $owner } · { $fingerprint } · set { $set }
booklet-nitrokeys = The Nitrokeys: role, serial, label
booklet-here = What to do, and on which page
booklet-page = page { $number }
booklet-elsewhere = Only in GUIDE.txt on the stick

## What is to be destroyed after new cards were made

old-card-of = Card { $card }, { $name }
old-card = Card { $card }
old-behind = with its sheets
old-stick = Stick { $at } of { $of }, sealing { $sealing }
old-sheets = Backup sheets of sealing { $sealing }: { $many }
old-unknown = All copies of sealing { $sealing }: how many is not noted
destroy-title = To be destroyed
destroy-of = { $owner }: new cards, set { $set }, since { $day }
destroy-why = Enough cards of an old set, together with any one copy of the old sealed backup, still give the primary key, whatever was sealed since. Without a copy the cards are worthless, and without cards the copies: so destroy both. The list says what was planned when it was sealed. If you have made more copies since, they count as well.
destroy-set = Set { $set }
destroy-paper = Cards and backup sheets
destroy-paper-text = Burn them, also the three pages of each card. Torn or shredded, a code or a row of words may still be whole.
destroy-stick = Sticks
destroy-stick-text = To delete files or to format a stick leaves on it what they held. This goes also for a stick on which the new bundle has taken the old one’s place: copy the new folder to a fresh stick first. Then overwrite the old stick whole, from its first byte to its last, on Linux by “dd if=/dev/zero of=/dev/sdX” (which erases all that is on it; make sure of the letter). That is usually enough. But a stick has blocks in reserve, and old bytes may stay in one of them. Breaking the chip inside is certain.
destroy-else = If that cannot be done
destroy-else-text = If as many old cards as open it may be in wrong hands, and one copy cannot be found, the cards of set { $set } do not help: the way is a new identity. Choose “Revoke everything”, then “Set up keys”.

## The PIN slips

slip-title = PIN slips
slip-intro = Cut them off. Until it is destroyed, each lies apart from its Nitrokey, where only you find it.
slip-role = Nitrokey: { $role }
slip-serial = Serial
slip-user = User PIN
slip-admin = Admin PIN
slip-reset = Reset code
slip-note = Learn the user PIN, then destroy this slip. The other two are in the sealed backup as well.

## Printing elsewhere

elsewhere-warning = These files are the share cards themselves. Whoever gets at them holds every share at once: the computer that prints them, its disk, the printer’s memory, a print server, the cloud that a folder is copied to. Print on a computer that you trust and that is offline, from a stick that you destroy afterwards. A printer at this computer, or copying the words by hand, is safer.

## What to do today

today-title = What to do today
today-intro = A Nitrokey was stolen, and there are new subkeys. Nobody knows of them yet: do this in this order, and tick it.
today-publish = Publish the new public key
today-publish-text = As long as others have the old one, they encrypt to the stolen subkey and believe what it signs. In the backup’s folder on the stick, on each of your computers:
today-publish-after = Import it into Thunderbird and on the telephone, put it where your address publishes it (WKD, website), and send it to those who write to you.
today-servers = Servers that you log in to with SSH
today-servers-text = On each: add the new line (it is ssh.pub on the stick) to ~/.ssh/authorized_keys. Log in with the new Nitrokey, in a second window. Only then delete the old line.
today-login-new = new: { $line }
today-login-old = old: { $line }
today-git = Git hosts
today-git-text = Upload the new public key and the new SSH line, then remove the old SSH line. What you have signed before: git verify-commit fails for it from now on, whatever the reason of the revocation. GitHub goes on showing as verified what it has recorded so; GitLab too if the old key is removed there, and not if it is revoked there.
today-disks = Encrypted disks
today-disks-text = Add a new slot: a key file that is encrypted to the new subkey. Open the disk with it. Only then remove the old slot; and destroy backups of the disk’s header, which open with the old one.
today-fido = Web accounts and one-time passwords
today-fido-text = In each account delete the registration of the stolen Nitrokey, and register the new ones. Where one-time passwords came from it, have new ones set up.
today-mail = Old mail
today-mail-text = It can be read: the old decryption key stays in the backup. “Use my keys without a Nitrokey” in Coldspare decrypts a message, or exports the keys. Destroy the old PIN slips, and the backup sheets with the share cards: they are of the backup before.
today-last = When all this is done
today-last-left = Not before, write the Nitrokeys anew that still have the old subkeys: “Write another Nitrokey”. Until then they open what is not changed yet. Keep them safe.
today-last-none = If a Nitrokey with the old subkeys comes back to you: “Look at a Nitrokey” tells what is on it, and “Write another Nitrokey” writes it anew.

## The report of the yearly check

yearly-paper-title = The yearly check
yearly-paper-backup = Backup
yearly-paper-which = set { $set }, sealing { $sealing }, { $day }
yearly-paper-next = Next check
yearly-paper-intro = A filled box: compared, and good. “!”: to be put right. An empty box: not checked. Compare fingerprint and sealing with the owner’s record, and keep this sheet with it.
yearly-paper-bad = To be put right
yearly-paper-open = Not checked
yearly-paper-good = Good
yearly-said-clock = The clock: { $today }
yearly-said-clock-note = Confirmed by the owner, and not before the day on which the backup was sealed, { $sealed }.
yearly-said-clock-alone = The clock: { $today }
yearly-said-clock-alone-note = Confirmed by the owner.
yearly-said-clock-behind = The clock is wrong: { $today }
yearly-said-clock-behind-note = The backup was sealed later, { $sealed }. Set the clock right, and check again: dates on this sheet do not count.
yearly-said-image = This image: Coldspare { $program }
yearly-said-image-note = Not older than what sealed the backup, Coldspare { $by }.
yearly-said-image-old = This image is old: Coldspare { $program }
yearly-said-image-old-note = A newer one sealed the backup, Coldspare { $by }. Use that, or a later one.
yearly-said-image-alone = This image: Coldspare { $program }
yearly-said-image-alone-note = No backup was there to compare it with.
yearly-said-image-newer = Whether there is a newer image
yearly-said-image-newer-note = This computer is offline. Look on another one, and check the signature of what you download.
yearly-said-stick = Stick { $stick }
yearly-said-stick-note = The list’s signature fits the public key, and the sealed backup the SHA-256 in the list; all is the same as what this check began with, sealing { $sealing }.
yearly-said-stick-newer = Stick { $stick } has a newer backup: sealing { $sealing }, { $day }
yearly-said-stick-newer-note = Begin the check again with that one.
yearly-said-stick-older = Stick { $stick } has an old backup: sealing { $sealing }, { $day }
yearly-said-stick-older-note = Copy today’s folder to it from another stick. A backup of an earlier set of cards is to be destroyed.
yearly-said-stick-kept = Stick { $stick } still has the backup before, beside a newer one: sealing { $sealing }, { $day }
yearly-said-stick-kept-note = It is kept until the newer one has been rehearsed. If both open, begin “Something about my keys changes” with the newer one: it seals once more, and then only one is left.
yearly-said-stick-apart = Stick { $stick } has another backup of these keys, made apart from this one: sealing { $sealing }, { $day }
yearly-said-stick-apart-note = Copy nothing over it before you have opened it: something may be in it that is missing here. If nobody knows it, somebody may have put it there.
yearly-said-stick-differs = Stick { $stick } calls itself the same sealing, and is not
yearly-said-stick-differs-note = Somebody may have put it there. Copy the folder from another stick, and compare both fingerprints with the owner’s record.
yearly-said-stick-revoked = Stick { $stick }: the public key on it was revoked
yearly-said-stick-revoked-note = Its list is the same. Only who has the primary key or a ready-made revocation can do that. Was it you? Begin the check again with this stick. If not, see “Revoke everything”.
yearly-said-stick-other = Stick { $stick }: a backup of other keys
yearly-said-stick-other-note = It was compared with nothing.
yearly-said-stick-alone = Stick { $stick } has a backup
yearly-said-stick-alone-note = It was compared with nothing: this check began without one. Go back, and begin with this stick.
yearly-said-stick-none = Stick { $stick }: there is no backup on it
yearly-said-stick-none-note = Should there be one? Then copy the folder to it from another stick.
yearly-said-stick-unreadable = Stick { $stick } cannot be read
yearly-said-stick-unreadable-note = { $cause } Copy the folder from another stick to a new one.
yearly-said-no-bundle = No stick with a backup was there
yearly-said-no-bundle-note = Find one of the sticks, or the backup sheet: without it the cards open nothing.
yearly-said-card = Card { $card } of { $cards }
yearly-said-card-note = It is as the list of set { $set } on the stick says.
yearly-said-card-mended = Card { $card } of { $cards } cannot be read whole
yearly-said-card-mended-note = The list of set { $set } says that it is this one. It still counts; make new cards while there are enough of them.
yearly-said-card-other = Card { $card } of set { $found }
yearly-said-card-other-note = It does not open this backup, which is of set { $set }. If it is an old card, burn it; its holder needs the new one.
yearly-said-card-wrong = Card { $card } of { $cards } is not the one of the list
yearly-said-card-wrong-note = It says that it is of set { $set }, and is not what the list on the stick says: it or the list is forged. Compare the fingerprint with the owner’s record, and ask its holder where it is from.
yearly-said-card-unlisted = A card that is none of the list’s
yearly-said-card-unlisted-note = It was read without a mistake, and is not of set { $set }. If it is an old card, burn it; its holder needs the new one.
yearly-said-card-alone = Card { $card }
yearly-said-card-alone-note = It was read without a mistake, and compared with nothing.
yearly-said-cards-none = All cards
yearly-said-cards-none-note = No backup was there to compare them with.
yearly-said-cards-missing = { $many ->
    [one] Card { $cards }
   *[other] Cards { $cards }
 }
yearly-said-cards-missing-note = Not read here: not brought, or not readable. Whoever has one can check it alone: “Check a card”.
yearly-said-recovery = The whole recovery
yearly-said-recovery-note = { $needed } cards opened the sealed backup, and each secret key in it fits its public key.
yearly-said-recovery-failed = The whole recovery has failed
yearly-said-recovery-failed-note = { $needed } cards that are as the list says did not open the backup. Try another stick. Do not destroy anything; prove the Nitrokeys, and make a new backup.
yearly-said-contradicted = The list on the stick is not the backup’s
yearly-said-contradicted-note = Inside the backup stands another sealing, other cards, or other backups before it. That holds, and the list may be forged: use another copy, and compare the fingerprint.
yearly-said-recovery-not = The whole recovery
yearly-said-recovery-not-note = It takes { $needed } cards at once, and was not rehearsed.
yearly-said-recovery-none = The whole recovery
yearly-said-recovery-none-note = There was no backup.
yearly-said-nitrokey = { $role }, { $serial }
yearly-said-nitrokey-note = It took its user PIN, signed, decrypted and logged in; each result fits the public key.
yearly-said-nitrokey-by-owner = { $role }, { $serial }
yearly-said-nitrokey-by-owner-note = It took its user PIN, signed, decrypted and logged in; each result fits the public key. Which one it is, the owner has said.
yearly-said-nitrokey-pin = { $role }, { $serial }: the user PIN was wrong
yearly-said-nitrokey-pin-note = { $left ->
    [one] One try is left.
   *[other] { $left } tries are left.
 } “I have forgotten a PIN” sets a new one, and the keys stay.
yearly-said-nitrokey-last = { $role }, { $serial }: not proven
yearly-said-nitrokey-last-note = Its user PIN has one try left, and that was not spent. “I have forgotten a PIN” sets a new one, and the keys stay.
yearly-said-nitrokey-blocked = { $role }, { $serial }: its user PIN is blocked
yearly-said-nitrokey-blocked-note = “I have forgotten a PIN” sets a new one, and the keys stay.
yearly-said-nitrokey-old = { $role }, { $serial }: not the keys in use
yearly-said-nitrokey-old-note = The public key has other subkeys in use than those on it. If it is for old mail, that is right. If not, write it anew: “Write another Nitrokey”.
yearly-said-nitrokey-old-mail = { $role }, { $serial }: for old mail
yearly-said-nitrokey-old-mail-note = An old decryption key is on it, and nothing else. If it is for old mail, that is right. It was not proven.
yearly-said-nitrokey-none = { $role }, { $serial }: none of your keys on it
yearly-said-nitrokey-none-note = It has lost them, or was written with others. Write it anew: “Write another Nitrokey”.
yearly-said-nitrokey-foreign = { $role }, { $serial }: none of your keys on it
yearly-said-nitrokey-foreign-note = It was not proven. If it is to be yours, it has lost them: “Write another Nitrokey”.
yearly-said-nitrokey-failed = { $role }, { $serial } has failed
yearly-said-nitrokey-failed-note = { $cause } Try it once more; if it fails again, write another one: “Write another Nitrokey”.
yearly-said-spare-not = The spare
yearly-said-spare-not-note = It was not here, or nobody said that it is the spare.
yearly-said-primary-not = The Nitrokey that is used every day
yearly-said-primary-not-note = It was not here, or nobody said that it is this one. Whoever uses it every day knows that it works.
yearly-said-role-not = { $role }
yearly-said-role-not-note = The backup names it. It was not here, or nobody said that it is this one.
yearly-said-spare-alone = The spare
yearly-said-spare-alone-note = No public key was there to prove it with.
yearly-said-primary-alone = The Nitrokey that is used every day
yearly-said-primary-alone-note = No public key was there to prove it with.
yearly-said-expiry = The keys last until { $day }
yearly-said-expiry-note = As the public key says: more than a year from today.
yearly-said-expiry-never = The keys never expire
yearly-said-expiry-never-note = As the public key says.
yearly-said-expiry-soon = The keys expire on { $day }
yearly-said-expiry-soon-note = In less than a year, before the next check. Prolong them now: “Something about my keys changes”.
yearly-said-expired = The keys expired on { $day }
yearly-said-expired-note = Others do not take them any more; what was encrypted can still be read. Prolong them: “Something about my keys changes”.
yearly-said-revoked = The keys were revoked on { $day } ({ $reason })
yearly-said-revoked-note = So the public key says: others take them no more, and they cannot be prolonged. “Set up keys” makes new ones; keep backup, cards and Nitrokeys for what was encrypted to these.
yearly-said-expiry-not = Until when the keys last
yearly-said-expiry-not-note = No public key was there.
yearly-said-copies = Other copies of the backup, if there are more
yearly-said-copies-note = Only what stands here was read.
yearly-said-paper = Backup sheets and PIN slips
yearly-said-paper-note = Neither the sheets nor reset codes and admin PINs were tried.
yearly-said-fido = What else is on the Nitrokeys
yearly-said-fido-note = Web accounts (FIDO2) and one-time passwords: try the spare in each account.
