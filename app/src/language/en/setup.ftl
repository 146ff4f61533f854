# English: set up keys

## The stages

stage-check = Self-check
stage-plan = Plan
stage-meet = Meet the Nitrokeys
stage-random = Randomness
stage-make = Make the keys
stage-bring = Bring the keys
stage-seal = Seal and split
stage-cards = Share cards
stage-bundle = Bundle on sticks
stage-rehearse = Rehearsal
stage-flash = Write Nitrokeys
stage-done = Done

## 1. Self-check

self-check = Is this computer fit for it?
self-check-text = Your keys are born here. So this computer should be connected to nothing.
self-check-offline = It is offline: there is no network device.
self-check-online = This computer has network devices: { $networks }. For real keys, start Coldspare from its stick. Here it is only good for trying it out.
self-check-no-internet = The kernel knows no network at all.
self-check-memory = Memory: { $memory } MB are free, 64 MB are wanted.
self-check-no-memory = Only { $memory } MB of memory are free, 64 MB are wanted. It may stop in the middle. Use another computer.
self-check-swap = Memory may be written to this computer’s disk (swap). For real keys, start Coldspare from its stick.
self-check-cards = The smart card service answers.
self-check-keyboards = Keyboards that work: { $number }: { $names }. One that you do not know? Pull it out.
self-check-usb = At the USB ports these stay off: { $devices }.
self-check-help = A computer that is online can be read by others. Coldspare’s own stick starts a system that knows no network and no disk, so nothing can get in and nothing can get out. On an ordinary computer Coldspare works as well, to get to know it.
clock = What time is it?
clock-text = The keys bear the date on which they were made, and it cannot be changed later. Correct it if it is wrong. The time is that of Greenwich (UTC); an hour more or less does no harm.
clock-wrong = This computer’s clock must be wrong. Type the right date.
clock-text-old = What is on the stick was signed on a certain day. If this computer believes that the day is still to come, it cannot accept it. The time is that of Greenwich (UTC).
clock-text-paper = With paper alone, the date matters only for the keys: have they expired? With a wrong date, that answer would be wrong. The time is that of Greenwich (UTC).
clock-code = That was no date, but a code, and it was not taken.
    .now = First the date, then Enter. Then scan the code again, when it is asked for.
clock-empty = No date was typed.
    .now = Type today’s date and the time, like 2026-11-24 17:05.
clock-doubt = Is today { $typed }?
clock-doubt-text = This date is far from what this computer knows. Look at a calendar.
clock-doubt-now = This computer’s clock: { $now }
clock-doubt-released = This version of Coldspare: { $released }
clock-doubt-no = No, I correct it
clock-doubt-no-note = Back to the date.
clock-doubt-yes = Yes, that is today’s date
clock-doubt-yes-note = It counts for all that is made and checked from here on.
clock-field = Year-month-day hour:minute
clock-help = A computer that was unplugged for long has forgotten the time. With a wrong date your keys may not be valid yet on other computers, or expire too early; and a backup that seems to come from the future looks as if it were no good.

## What would be lost

setup-loss-plan = What you have typed so far is forgotten. Nothing was made yet.
setup-loss-keys = The keys that were just made are forgotten. They were nowhere else, so nothing is lost but the work.
setup-loss-cards = The keys are forgotten before they are on a Nitrokey. Share cards that were printed are worthless then: destroy them, and the bundle on the stick.
setup-loss-written = At least one Nitrokey is written. It works, and the stick and the share cards belong to it. Those that are missing can be written later, with share cards and the stick: choose “Write another Nitrokey”.

## 2. The plan

source = How do you want to plan?
source-text = The plan is all that you decide. It holds no secret.
source-help = Everything has a sensible value already. The first answer asks only for what has none, and goes on by itself where nothing is to be decided: new keys, without dice; a backup sheet with each card; two sticks. All else stands on the screen with the whole plan. The second one goes through all of it, and takes keys that you have: you mostly press Enter. Or write the file plan.toml at home, at leisure, and bring it on a stick. The administrator of many keys will like that.
source-short = Only what has no preset
source-short-note = New keys: your name and your people. The whole plan is shown then, and each line of it can be changed.
source-typed = Answer all questions here
source-typed-note = Ten minutes. Everything can be changed until the keys are made.
source-file = Read plan.toml from a stick
source-file-note = You can still change every line of it here.
plan-file = Which plan?
plan-file-text = The stick with your plan. It is only read.
plan-file-help = A plan is a small text file whose name ends in .toml. FORMAT.md, which comes with Coldspare, describes it with an example.
plan-file-none = On { $stick } there is no file that ends in .toml.
    .now = Choose another stick, or go back and answer the questions here.
keys = New keys, or yours?
keys-text = New keys are born here and were never anywhere else. That is the safest.
keys-help = Keys that you have used on a computer may have been copied from it, and nobody would know. New ones cannot have been. But if others know your key and you want to keep it, bring it: it gets the same backup, the same share cards and the same two Nitrokeys.
keys-new = New keys
keys-new-note = One to certify, which stays in the backup, and three for the Nitrokeys: to sign, to decrypt, to log in.
keys-import = Bring keys that I have
keys-import-note = Exported by gpg --armor --export-secret-keys, as a file on a stick.
keys-card = My keys were made on a Nitrokey
keys-card-note = They cannot leave it. Enter: what can be done.
on-a-nitrokey = Keys that were made on a Nitrokey
on-a-nitrokey-text = They cannot leave it, so there is no backup of them. What can be done:
on-a-nitrokey-new = 1. Set up new keys here. The old Nitrokey goes on reading old mail: keep it. Once everybody has your new key, revoke the old one.
on-a-nitrokey-saved = 2. When GnuPG made them, it may have saved the decryption key: a file sk_….gpg. Bring that file, with your public key on the same stick: the new identity then reads old mail as well.
on-a-nitrokey-primary = 3. If you have the primary key as a file, bring that: new subkeys are made for it.
on-a-nitrokey-guide = GUIDE.txt, section 16, which you get on the stick, tells how to move over.
on-a-nitrokey-help = Whether a key was made on the Nitrokey, GnuPG shows: “gpg --list-secret-keys” has “sec>” or “ssb>” for what is on a Nitrokey. A key that you made on the computer and moved to a Nitrokey may still be in a backup of yours: bring that file.
key-file = Which key?
key-file-text = The stick with the exported secret key. It is only read. Destroy it afterwards, if all is taken over.
key-file-help = On the computer where your key is: gpg --armor --export-secret-keys ADDRESS > key.asc. OpenKeychain’s backups (.sec.pgp) and the sk_….gpg of keys that were made on a Nitrokey are read, too. The file is opened at once: what is in it you see before anything is made.
key-file-none = On { $stick } there is no file that ends in .asc, .gpg, .pgp, .key, .skr, .sec, .txt or .eml.
    .now = Choose another stick, or go back and make new keys.
key-file-clock = set the date
key-file-clock-now = Press F6, and set the date. Then the file is opened again.
key-file-stubs = what can be done
key-which = Which of these keys?
key-which-text = In { $file } there is more than one key.
key-which-note = Made on { $made }. Fingerprint: { $key }
key-which-public = Made on { $made }; its secret is not in this file. Fingerprint: { $key }
key-which-nameless = (a key without a name)
key-whose = Whose is it?
key-whose-text = { $n ->
    [one] This key says that the decryption key belongs to it, and that cannot be checked here. Is it yours?
   *[other] Each of these keys says that the decryption key belongs to it. Anybody can say so: choose the one that is yours.
 }
key-whose-help = Whoever has your public key can sign that your decryption key is theirs, and a file with that may have come among yours. Compare the fingerprint with the one that you noted or that GnuPG shows at home: gpg --fingerprint. If none of these is yours, press Esc.
key-passphrase = What opens it?
key-passphrase-text = The passphrase of the key …{ $key } in { $file }.
key-passphrase-more = { $opened ->
    [one] One key is open.
   *[other] { $opened } keys are open.
 } { $locked ->
    [one] The key …{ $key } has another passphrase: type that one.
   *[other] The key …{ $key } and others have another passphrase: type that one.
 }
backup-code = The backup code
backup-code-text = { $file } is a backup that another program made, OpenKeychain for example. Type its code as it was shown, with the hyphens; or the passphrase under which you put the file.
key-alone = The public key is missing
key-alone-text = { $file } is a decryption key alone ({ $key }), as GnuPG saves it when keys are made on a Nitrokey. To use it, its public key is needed, and no file on this stick has it.
key-alone-now = At home, write it onto this stick: gpg --armor --export ADDRESS > public.asc. Then insert the stick again, and press Enter.
clock-again = What day is it?
alone = A decryption key alone
alone-text = This is what GnuPG saves when it makes keys on a Nitrokey: the decryption key …{ $key }. The keys for signatures and logins were never saved, and cannot be had again.
alone-new = So a new identity is made. It keeps this key, so that your old mail can be read. Others need your new public key: GUIDE.txt, section 16, tells how to give it to them.
alone-old = The old Nitrokey goes on reading old mail as well. Once everybody has the new key, revoke the old one.
alone-help = The identity that this key belonged to is on the old Nitrokey alone, so nothing can be signed for it here. Keep that Nitrokey until you have revoked the old identity with it, or with a revocation certificate that you have.
places = What goes where
places-text = What is in { $file }, and what becomes of it. Choose a line for more, or for another key.
places-help = A Nitrokey has three slots, a key in each. Your own keys go into them where they can. Where you have none, or none that a Nitrokey takes, a new key is made beside yours: others get it with your public key. Nothing is thrown away: whatever is in your file is sealed in the backup, unless a line here says that it is not taken over. Esc goes back to the file.
places-unchecked = Perhaps this key was revoked: on { $day } ({ $reason }), in the name of { $by }, whom it has named for that. Without their public key that cannot be checked, and anybody can have written it. If you do not know of it, ask them; with their key in the same file it is checked.
places-agree = it is right
places-agree-note = Nothing has been made or changed yet.
places-signature = Signatures: { $key }
places-decryption = Decryption: { $key }
places-authentication = Logins: { $key }
places-yours = yours, { $key }
places-new = new, { $kind }
places-about = Made on { $made }, valid until { $until }.
places-about-never = Made on { $made }, valid without end.
places-about-expired = Made on { $made }, expired on { $until }.
places-why-newest = It is your newest key for this.
places-why-only = It is your only key for this.
places-why-chosen = You have chosen it; you have others for this.
places-why-primary = Your primary key itself goes onto the Nitrokey.
places-why-primary-only = Your primary key does this, and no other key of yours: it goes onto the Nitrokey itself.
places-why-certifies = Your primary key itself goes onto the Nitrokey. It certifies keys; it signs no mail.
places-why-old-mail = The key for your old mail. New mail is encrypted to it as well.
places-why-old-kept = Your old key stays in the backup alone, for old mail; new mail comes to this one. Enter: put the old one here instead.
places-why-offline = Your primary key stays in the backup alone, where it is safest; this new key signs for it. Enter: put your primary key onto the Nitrokey instead.
places-why-offline-logins = Your primary key stays in the backup alone, where it is safest; this new key logs in for it. Enter: put your primary key onto the Nitrokey instead.
places-why-elsewhere = Your primary key is in another slot, and a key is in one slot alone. So a new one is made beside it.
places-why-elsewhere-own = Your key for this is in another slot, and a key is in one slot alone. So a new one is made beside it.
places-why-passed-over = Others encrypt to a key of yours that cannot go onto these Nitrokeys; another one of yours would read none of that. So a new one is made, and new mail comes to it.
places-why-next = Your newest key for this is in another slot. This is the next one.
places-why-new-chosen = You have chosen a new one.
places-why-none = You have no key for this. It is made beside yours.
places-why-not-saved = Yours was never saved. A new one is made.
places-why-revoked = You have revoked yours. A new one is made beside it.
places-why-no-secret = The file has no secret of yours. A new one is made beside it.
places-why-kind = Yours is of a kind that no Nitrokey takes. A new one is made beside it.
places-mended = It is signed anew: see that line.
places-choose-signature = Which key makes signatures?
places-choose-decryption = Which key decrypts?
places-choose-authentication = Which key logs in?
places-choose-new = A new one. None of yours goes into this slot.
places-choose-none = None of your keys can go there.
places-kept = { $n ->
    [one] Not on these Nitrokeys: one key
   *[other] Not on these Nitrokeys: { $n } keys
 }
places-kept-note = Which they are, why, and what that means.
places-kept-primary = Your primary key. It certifies the others; it is in the backup alone, and on no Nitrokey: that is the safest.
places-kept-older = In the backup alone: another key is used instead.
places-kept-revoked = In the backup alone: you have revoked it on { $day } ({ $reason }).
places-kept-no-secret = The file does not have its secret. That is where it was made, perhaps on your old Nitrokey, and not in this backup.
places-kept-kind = In the backup alone: no Nitrokey takes keys of this kind.
places-kept-rsa = In the backup alone: no Nitrokey takes RSA keys of this size, or with numbers like its own.
places-kept-form = In the backup alone: no Nitrokey and no GnuPG to date reads keys of this new form.
places-kept-unbound = In the backup alone: your primary key has not signed that it belongs to it.
places-kept-useless = In the backup alone: it is for nothing that a Nitrokey does.
places-kept-unproven = Whether its secret is right cannot be calculated here.
places-kept-mail = Mail to it can be read with the backup, not with the Nitrokey.
places-kept-mail-elsewhere = Mail to it can be read only where its secret is: keep that.
places-mail-kept = What was encrypted to another key of yours can be read with the backup, not with the Nitrokey.
places-mail-elsewhere = The file has no secret of a key that you read mail with. Keep what has it, your old Nitrokey for example: neither the backup nor the new Nitrokeys read that mail.
places-signs-not = None of these keys signs: this identity certifies other keys, and signs no mail.
places-names = { $n ->
    [one] One name
   *[other] { $n } names
 }
places-names-note = Whose key it is. Nothing about it is changed.
places-name-valid = It stays in your key as it is.
places-name-revoked = It is no longer valid: you have revoked it, or its time is over. It stays in your key as that, and stands on no paper.
places-name-local = It is for yourself alone (local): it is sealed in the backup, and not in public-key.asc. Others do not see it, and it stands on no paper.
places-name-empty = Nothing stands in it that could be read. It stays in your key as it is, and stands on no paper.
places-name-new = The new identity has it, too.
places-name-not-new = It is no longer valid. The new identity does not have it.
places-names-left-out = Whose key it is, and what of it stays out of the sealed backup.
places-names-local = Whose key it is, and what of it is in the sealed backup alone.
left-out-photos = { $n ->
    [one] One photo
   *[other] { $n } photos
}
left-out-certifications = { $n ->
    [one] One signature by somebody else
   *[other] { $n } signatures by other people
}
left-out = This stays in public-key.asc on the stick, and is not in the sealed backup: it is no secret, and would take much paper. After a recovery with the stick it is back.
left-out-local = { $n ->
    [one] One local signature
   *[other] { $n } local signatures
 }
left-out-local-note = It is for yourself alone (local): it is sealed in the backup, and not in public-key.asc, so nobody else gets it.
places-mends = { $n ->
    [one] Signed anew: one key
   *[other] Signed anew: { $n } keys
 }
places-mends-note = Something is wrong with their old signatures. One new signature each mends that; the keys stay the same.
places-remains = { $n ->
    [one] Not taken over: one thing
   *[other] Not taken over: { $n } things
 }
places-remains-note = It is in the file, and will be in no backup. If you want it, keep the file, locked away.
remains-keys = { $n ->
    [one] Another key with its secret
   *[other] { $n } other keys with their secrets
 }
remains-keys-note = One key is brought at a time. Keep the file, or bring that key by itself later.
remains-without-primary = { $n ->
    [one] Secret subkeys of another key
   *[other] Secret subkeys of { $n } other keys
 }
remains-without-primary-note = Its primary key is not in this file, but perhaps in a file of yours, or on a Nitrokey. Without that it cannot be brought: keep the file.
remains-public-keys = { $n ->
    [one] Another public key
   *[other] { $n } other public keys
 }
remains-public-keys-note = It is not this key’s. Keep the file if you have it nowhere else.
remains-copies = { $n ->
    [one] Another copy of a secret, which differs
   *[other] { $n } other copies of secrets, which differ
 }
remains-copies-note = It is not the same as the copy that is brought. That one fits its public key, as far as this can be calculated here.
remains-messages = { $n ->
    [one] A message
   *[other] { $n } messages
 }
remains-messages-note = It is encrypted or signed. If there is a backup of a key in it, save it as a file of its own, and bring that by itself later.
remains-signatures = { $n ->
    [one] A signature that the key does without
   *[other] { $n } signatures that the key does without
 }
remains-signatures-note = It is of a version that is not known here, belongs to something else than this key, or is a revocation that a colon puts off.
remains-names = { $n ->
    [one] A name that is too long
   *[other] { $n } names that are too long
 }
remains-names-note = It has more than 2048 bytes. GnuPG could read nothing of a key that has such a name, so yours goes without it.
remains-others = { $n ->
    [one] Something else
   *[other] { $n } other things
 }
remains-others-note = It is data of a kind that belongs to no OpenPGP key.
places-fault-hash = It is signed with a hash that is no longer safe (SHA-1, say), or that GnuPG does not know. The new signature is made with SHA-512.
places-fault-no-flags = Nothing says what it is for. The new signature does.
places-fault-no-back-signature = It does not say itself that it belongs to your primary key, so others do not believe its signatures. From now on it does.
places-fault-expired = It gets a new date: valid until { $until }, unless you choose another one on the way.
places-fault-expired-never = It gets a new date: valid without end, unless you choose another one on the way.
places-fault-day-on-key = Its last day is signed on the key itself, where GnuPG can give it no other one. The new signatures put the same day where GnuPG can.
places-fault-on-photo = Until when it is valid or what it is for is signed on a photo, and photos are in no sealed backup. The new signatures say the same of the names.
places-fault-local = It is bound for yourself alone (local), so others do not get it with your public key. The new signature gives it to everybody.
places-again-text = { $nitrokey } does not take { $planned }. What is made new is { $now } instead; it works as well. Your own keys stay as they are.
places-again-back = If you do not want that, go back and take another Nitrokey.
places-again-help = Not every Nitrokey takes every kind of key. What is made new has to be of a kind that all of yours take, so that the spare can do what the other does.
key-passphrase-help = GnuPG protects an exported key with the passphrase that you type to use it. It is only used here, and not kept.
backup-code-help = OpenKeychain showed this code when it made the backup: nine groups of four digits. It is only used here, and not kept.
key-alone-help = GnuPG’s on-card generation offers to save the decryption key, and nothing else, as a file sk_….gpg in its folder. It says neither whose it is nor what it belongs to; the public key does.
owner = Whose keys are they?
owner-text = Others find your key by this. It stands on the share cards too. It can be changed later: “Something about my keys changes”.
owner-nameless = Your key has no name. Type the one by which others find it: your key signs it. It stands on the share cards too.
owner-too-long = The name of your key has more than 2048 bytes, and GnuPG could read nothing of a key with it. It is left out: keep your file for it. Type a name by which others find your key; your key signs it. Or go back, and shorten it at home.
owner-local = The name of your key is for yourself alone (local): others would get a key without a name. Type the one by which they find it; your key signs it. The local one stays as it is.
owner-not-on-paper = The letters of “{ $name }” cannot be printed. Type a name for the share cards; your key keeps its own.
owner-name = Your name
owner-address = Your e-mail address
owner-empty = Neither a name nor an address was typed.
    .now = Type at least one of them.
owner-help = The name and the address become the user id of your key: Ada Lovelace <ada@example.org>. Everybody who has your public key sees it. The address may be left out.
algorithm = What kind of keys?
algorithm-text = Take the first one, unless you know why not. To change it later, new keys are needed.
algorithm-beside = For what is made new beside your keys ({ $slots }). Take the one that is selected, unless you know why not.
algorithm-help = Every Nitrokey 3 and every Nitrokey Start takes Curve 25519. A Nitrokey Pro 2 or Storage 2 does not: choose NIST P-256 or RSA for these. The first Nitrokey Pro takes RSA only. All of these are safe today.
algorithm-curve25519 = Fast and modern. Nitrokey 3 and Start.
algorithm-rsa2048 = Old, and taken by every Nitrokey. The shortest that is still safe.
algorithm-rsa3072 = Old, and taken by nearly every Nitrokey.
algorithm-rsa4096 = Old and large: the sealed backup needs several sheets, and each use takes a second or more.
algorithm-nistp256 = Fast. Nitrokey 3, Pro 2 and Storage 2.
algorithm-nistp384 = As P-256, and larger. A Nitrokey 3 takes it only with its secure element.
algorithm-nistp521 = As P-384, and larger still.
algorithm-brainpoolp256 = The German choice. Pro 2, Storage 2; Nitrokey 3 only with its secure element.
algorithm-brainpoolp384 = As P-256 of Brainpool, and larger.
algorithm-brainpoolp512 = As P-384 of Brainpool, and larger still.
expiry = How long are they valid?
expiry-text = An end protects you: if all is lost, others stop using the key by themselves. You can give it a new date at any time.
expiry-beside = For what is made new beside your keys ({ $slots }). An end protects you, and you can give it a new date at any time. Yours keep their dates.
expiry-renewed = Keys of yours have expired: this is their new date, from today on. You can give them another one at any time.
expiry-both = For your keys that have expired, and for what is made new beside them ({ $slots }), from today on. You can change it at any time.
expiry-help = After that day others do not encrypt to you any more, and your new signatures do not count. What was encrypted before stays readable. A few weeks before, give the key a new date: “Something about my keys changes”. For that you need the stick and share cards, so do not make it too short.
expiry-years = { $n ->
    [one] 1 year
   *[other] { $n } years
 }
expiry-years-note = It can be made longer later, again and again.
expiry-never = never
expiry-never-note = Then only a revocation ends them. The backup holds one, ready made.
cards = How many share cards?
cards-text = Each one goes to somebody whom you trust. No one alone can do anything with it.
cards-help = A share card is one page to be kept; printed on sheets, it comes with two more that tell how to do without Coldspare. Give the cards to people who do not live together and do not all know each other: family, a colleague, a notary. You may keep one yourself. To change it later, all cards are made anew.
cards-n = { $n } cards
cards-note = Next you say how many of them are needed.
needed = How many bring everything back?
needed-text = This many cards together open the backup. Fewer reveal nothing at all.
needed-help = If more are needed, fewer people can act behind your back; if fewer are needed, more cards may get lost. Two of three, or three of five, is what most people choose. To change it later, all cards are made anew.
needed-k = { $k } cards
needed-two = Any two of { $n }; { $lost } may be lost. Two of these people could act without you.
needed-some = Any { $k } of { $n }; { $lost } may be lost.
needed-all = All { $n } are needed. If one card is lost, the backup cannot be opened any more!
trustees = Who gets them?
trustees-text = The name stands on the card. A nickname will do, if it is clear to both of you.
trustees-field = Card { $number }
trustees-empty = Card { $number } has no name yet.
    .now = Type who gets it. A nickname will do.
trustees-help = The names stand on the cards and on your own record, and in the sealed backup; not on the stick. Whoever finds a stick does not learn whom to ask.
notes = Where will the cards be?
notes-text = For your own record: where each card will be, how to reach its holder. You may leave it empty.
notes-field = Card { $number }, { $name }
notes-help = In ten years you may have forgotten who had a card. This goes onto the owner’s record, a sheet for your own papers, and into the sealed backup.
nitrokeys = How many Nitrokeys?
nitrokeys-text = All of them hold the same keys. Two are right: one to use, one as the spare, in another place.
nitrokeys-help = The spare is what makes the loss of a Nitrokey harmless: you take it out of the drawer and go on.
    
    If you have only one today, say two all the same: the spare may come later. But then the backup has to be opened again, with the stick and share cards. So have both here if you can, or keep as many envelopes as are needed until the spare is written.
nitrokeys-n = { $n ->
    [one] 1 Nitrokey
   *[other] { $n } Nitrokeys
 }
nitrokeys-one = There is no spare then. If it is lost, you need the stick and share cards before you can go on.
nitrokeys-note = One to use, the others as spares.
pins = Who chooses the PINs?
pins-text = A Nitrokey asks for its user PIN whenever it is used. It can be changed at any time.
pins-help = There are three: the user PIN for every day, the admin PIN for settings, and the reset code for a forgotten user PIN. You need to remember only the first one. The other two are in the sealed backup.
pins-generated = PINs made here from random digits
pins-generated-note = You see them once, and can have them printed. All Nitrokeys get the same user PIN.
pins-typed = PINs that I choose
pins-typed-note = You type three for each Nitrokey, each of them twice.
touch = Must it be touched?
touch-text = A Nitrokey 3 can wait for your finger each time. Then nobody can use it from afar, even with the PIN.
touch-help = Whoever controls your computer can use the Nitrokey while it is plugged in. With touch, each use needs you. It is a nuisance where many messages are decrypted one after the other. Nitrokey Pro, Storage and Start have no such button.
touch-off = no touch
touch-off-note = It can be switched on later, with the admin PIN.
touch-on = touch for each use
touch-on-note = It can be switched off later, with the admin PIN.
touch-permanent = touch for ever
touch-permanent-note = Only a factory reset ends it, which erases the keys.
more = Anything special?
more-text = Four questions that hardly anybody needs.
more-help = Whether the user PIN is in the backup too; where the primary key lives; the language of the paper; an address on the Internet for your public key.
more-no = No, it is fine as it is
more-no-note = Recommended.
more-yes = Yes, ask me
more-yes-note = User PIN in the backup, primary key, language of the paper, address of the public key.
pin-backup = The user PIN too?
pin-backup-text = Shall the sealed backup hold the user PIN? Whoever opens the backup chooses a new one anyway.
pin-backup-help = It helps your heirs to use the spare that they find in your drawer. On the other hand enough trustees together would then know the PIN that you use every day.
pin-backup-no = No
pin-backup-no-note = Recommended.
pin-backup-yes = Yes, for my heirs
pin-backup-yes-note = Then the spare can be used by whoever opens the backup.
primary = Where does the primary key live?
primary-text = It certifies all others. Whoever has it can make new keys in your name.
primary-help = In the backup alone it is safest: a thief of the Nitrokey cannot change your key. In the signature slot you can certify other people’s keys with the Nitrokey, and renew your own key without share cards.
primary-offline = In the sealed backup alone
primary-offline-note = Recommended.
primary-slot = In the signature slot of each Nitrokey
primary-slot-note = For anyone who often certifies others’ keys.
paper-language = What language has the paper?
paper-language-text = The trustees read it, perhaps in ten years.
paper-language-help = The cards, the other sheets and GUIDE.txt are written in it. The 24 words stay English: they are the same everywhere in the world.
url = Where is your public key?
url-text = If it is on the Internet, GnuPG can fetch it from there with the Nitrokey alone. You may leave it empty.
url-field = Address
url-help = It is written onto the Nitrokeys, like https://example.org/ada.asc. Put the file public-key.asc from the stick there afterwards.
summary = The plan
summary-text = Look it over. Choose a line to change it.
summary-help = Nothing has been made yet. From here on the order is: meet the Nitrokeys, make the keys, print the cards, try the recovery, and only then write the Nitrokeys.
summary-twice = “{ $name }” stands on more than one card: then fewer people together can open the backup than you say.
summary-go-on = It is right, go on
summary-go-on-note = Next, the Nitrokeys are looked at.
summary-change = Enter changes it.
summary-left-out = { $n ->
    [one] In public-key.asc alone: one thing
   *[other] In public-key.asc alone: { $n } things
 }
summary-date = Today is { $day }
summary-expiry = Valid for: { $expiry }
summary-quorum = { $spare ->
    [0] All { $n } cards together bring it back
   *[other] Any { $k } of { $n } cards bring it back
 }

## 3. Meet the Nitrokeys

meet = Which one is the { $role }?
meet-text = Choose the one that is to be the { $role }. It is only read now.
meet-two = Two new ones are plugged in. Pull one out, and see here which of them is gone: so you know which is which.
meet-next = Now insert the one that is to be the { $role }.
meet-insert = Insert the Nitrokey that is to be the { $role }.
meet-genuine = Whether a Nitrokey is genuine, Coldspare cannot tell: a forged one could keep the keys for somebody else. Use only those that came sealed from a shop that you trust.
meet-help = Each Nitrokey is plugged in once, so that it is known before anything is made: does it take these keys, what PINs does it want, is there something on it that you would miss? Each also gives some of its own random bytes. Nothing is written.
meet-blank = No key is on it.
meet-full = There are keys on it. They will be erased in “{ $stage }”, after you have seen them.
meet-ours = It has these keys already. It would be erased in “{ $stage }”, and get them again.
meet-alone = It has keys of yours whose secret you have not brought. Erased, they are lost for good. Keep it, and take another Nitrokey.
meet-met = { $role }: { $nitrokey }
meet-same = You met it already: it is the { $role }. Remove it, and insert the next one.
meet-later = It is not here, later
meet-later-note = Go on without it: write it in “{ $stage }”, or another day. For that you will need { $needed } cards and the stick again; or keep { $needed } envelopes until then.
meet-all = All Nitrokeys are known
meet-all-text = They may stay plugged in: then they give random bytes as well.
meet-other-key = Use another Nitrokey; or go back to “What goes where” and put another key, or a new one, there. Nothing was written.
meet-again = another one

## 4. Randomness

dice = Dice
dice-text = Keys are random numbers. The kernel has collected randomness; if you do not want to rely on it alone, roll dice and type what they show. Or leave it empty.
dice-help = Whatever you type is mixed in. It can only help: even a loaded die takes nothing away. 50 rolls are as good as a key itself.
dice-field = Rolls, digits from 1 to 6
dice-bits = At most { $bits } of { $enough } bits so far.
dice-enough = { $bits } bits: enough for all the keys.
dice-made-up = No dice fall like that: it repeats itself, or only two faces came.
    .now = Roll again, and type what they show. Or empty the line.
typing = Or type anything
typing-text = A few lines of nonsense, as your fingers like. Or leave it empty.
typing-field = Anything
typing-help = It is mixed in as well, and kept nowhere.
mix = Mixing
mix-text = The kernel’s randomness, yours, and that of the Nitrokeys.
mix-help = All of it goes into the kernel’s pool, and both generators that keys are made from begin anew from there.
mix-done = Mixed in: random bytes of { $nitrokeys } Nitrokeys, { $rolls } rolls of dice, { $letters } letters typed.

## 5. Make the keys

type-pins = PINs of the { $role }
type-pins-kept = PINs
type-pins-kept-text = You have typed all of them.
type-pins-anew = type them anew
type-pins-help = F2 shows what you type. The last line shows what your keyboard really types. Digits are on every keyboard; letters with accents are not.
vault = Is there more to keep?
vault-text = Passphrases of disks, recovery codes, one-time-password seeds: the sealed backup keeps them beside the keys. Or leave it empty.
vault-kept = Kept: { $names }
vault-name = What is it? (disk passphrase, say)
vault-content = The secret itself
vault-keep = keep it
vault-both = A name and a secret belong together; one of them is missing.
    .now = Type both. Or empty both and press Enter.
vault-twice = There is one of that name already.
    .now = Give it another name.
vault-suggested = It is called “{ $name }” now. Type what is to be kept; arrow up leads back to the name.
vault-edit = change
vault-which = Which one?
vault-which-text = Choose what is to be changed or deleted.
vault-entry = What is kept as { $name }
vault-leave = Leave it as it is
vault-leave-note = Nothing is changed.
vault-change = Change it
vault-change-note = Another name, another secret, or both.
vault-change-text = Type the secret anew, or leave it empty: then it stays as it is.
vault-delete = Delete it
vault-delete-note = It will not be in the backup. It was kept in this computer’s memory only, so it is gone then.
vault-help = If the Nitrokey that opens your disk is lost, the passphrase opens it. A one-time-password seed cannot be read from a Nitrokey again, so keep it here when you get it. It all comes back in a recovery, and nobody sees it before.
make = The keys
make-text = They are made now, in memory only.
make-bringing = What is missing is made, what has to be is signed anew, and each key is tried. All of it in memory only.
make-done = They are made. This is their fingerprint; it is no secret.
make-brought = Your keys are here, and each was tried. This is their fingerprint; it is no secret.
make-joined = The new identity is made, with your old decryption key. This is its fingerprint; it is no secret.
make-pins = The PINs are there too. Look at them when nobody looks over your shoulder. A printer here can print them with the share cards. Nothing is written before you have them.
make-show = show the PINs
make-anew = Make them anew?
make-anew-text = You changed something after the keys were made, so new keys are needed. Share cards and sticks of the old ones are worthless then: destroy them. To keep the old ones, go back and undo the change.
make-anew-written = You changed something after the keys were made, so new keys are needed. A Nitrokey has the old ones, and will have to be written again. Share cards and sticks of the old ones are worthless then: destroy them.
make-anew-brought = You changed something after your keys were put together, so that is done again. Share cards and sticks from before are worthless then: destroy them. Your own keys stay the same. To keep all as it was, go back and undo the change.
make-anew-brought-written = You changed something after your keys were put together, so that is done again. A Nitrokey is written already, and will have to be written again. Share cards and sticks from before are worthless then: destroy them.
make-anew-enter = make new keys
make-anew-again = do it again
make-help = One primary key, which certifies the others, and three subkeys: to sign, to decrypt, to log in. They exist in this computer’s memory only, and nothing was written yet. Others recognise your key by the fingerprint.

## 6. Seal and split

copies = How many sticks will get the backup?
copies-text = Where copies are planned is noted in the sealed backup itself: whoever changes something years later sees there which old copies there are.
copies-sticks = { $n ->
    [one] One stick
   *[other] { $n } sticks
 }
copies-one-note = If it breaks, only paper is left.
copies-help = A stick may break, or be lost in a fire. Two in two places are a good beginning. You are asked for each of them when the bundle is written; more or fewer may come in the end. Nothing else of what you plan is noted but how many backup sheets are printed, and who gets a card.
seal = Sealed and split
seal-text = Everything secret is encrypted under a random key, the backup key. That key is split into shares, one for each card, and then forgotten.
seal-done = Set { $set }: any { $k } of { $n } cards give the backup key back. { $k ->
    [2] One alone tells nothing.
   *[other] Fewer tell nothing.
 }
seal-again = It was sealed once more for the same cards: this is sealing { $sealing }. Sheets and sticks of the one before are older; the cards stay good.
seal-help = The sealed backup may lie anywhere: without enough cards it is noise. The set is the name of these cards; it stands on each of them, so that cards of different years are not mixed up. The cards can be put together without Coldspare, too: GUIDE.txt says how.

## 7. Share cards

paper-way = How should the cards be put on paper?
paper-way-text = Each of the people whom you trust gets a card. The fewer computers it passes on its way to paper, the better.
paper-way-printer = Printer: { $name }
paper-way-printer-note = The best way: through the cable, and past no other computer.
paper-way-unknown-note = It speaks { $speaks }; none of that is known here. Connect another one, or choose another way.
paper-way-silent-note = It does not say what language it speaks. Connect another one, or choose another way.
paper-way-ipp-note = It speaks only IPP, as printers in a network do, and that is not known here. Connect another one, or choose another way: files on a stick, for example.
paper-way-untried-note = An inkjet that names PCL: what it is sent was never tried on its kind. Watch the first page. If letters and signs come out instead of the card, stop it, and choose another way.
paper-way-none = A printer at this computer
paper-way-none-note = No printer is found yet. Connect one with its USB cable and switch it on: its name appears here by itself.
paper-way-elsewhere = Files on a stick, printed elsewhere
paper-way-elsewhere-note = For a printer at another computer. That computer then sees all cards. Read first what this means.
paper-way-handwritten = Copied from the screen by hand
paper-way-handwritten-note = Without any printer: you write 24 words onto each card, and type them back. Ten minutes for each card.
paper-way-help = A share card alone opens nothing. But whoever sees enough of them, even for a moment, can open your backup. So nobody but you should see them on their way to paper: no other computer, no print server, no cloud.
    
    A printer at this computer’s USB port is best, and a simple one is better than one with a disk or a network of its own. If you have none, copying by hand is slower, but as safe.
    
    You can come back here later and choose another way. Cards that are done stay done.
paper-size = What paper is in it?
paper-size-text = Choose the paper that the cards are printed on.
paper-size-a4 = A4
paper-size-a4-note = Sheets of 210 x 297 mm: Europe and most of the world.
paper-size-letter = US Letter
paper-size-letter-note = Sheets of 8.5 x 11 inches: North America.
paper-size-roll-58 = Receipt roll, 58 mm
paper-size-roll-58-note = A narrow roll, as in small receipt printers. Such paper fades within a few years; the card says what to do about it.
paper-size-roll-80 = Receipt roll, 80 mm
paper-size-roll-80-note = A wide roll, as at a supermarket’s till. Such paper fades within a few years; the card says what to do about it.
paper-size-help = If it is not the paper that you say, the edges may be cut off, and a code at the edge could not be read. You will notice when the card is read back, and can print it again.
paper-behind = Print the backup sheet with each card?
paper-behind-text = The cards open your sealed backup. It will be on a stick in any case; it can be on paper too, on a sheet with each card.
paper-behind-yes = Yes, with each card
paper-behind-yes-note = Then the cards alone bring everything back, even if every stick is lost or broken. It is { $codes ->
    [one] one code
   *[other] { $codes } codes
 } on paper.
paper-behind-no = No, on sticks alone
paper-behind-no-note = Then cards and a stick are needed. If no stick is left, the cards are worth nothing: keep two or more.
paper-behind-large-note = Your backup is too large for paper: it stays on sticks alone. Keep two or more of them.
paper-behind-help = The sealed backup tells nothing to anyone who has too few cards. So it does no harm beside a card.
    
    With it, enough of your people together can open everything without you and without a stick. That is what you want if something happens to you. Without it, they need one of your sticks as well: choose this if you want to keep the last word.
card-of = Card { $at } of { $of }, for { $name }
card-right = Card { $at } is right. It reads as it was made.
card-right-words = Card { $at } is right, as far as three words show.
card-right-text = { $pages ->
    [more] All its pages go into the envelope now, face down. Close it, and write “{ $name }” on it.
    [handwritten] It goes into its envelope now, face down. Write “{ $name }” on it, and close it once the letter from the backup’s stick lies in it too.
   *[one] It goes into its envelope now, face down. Close it, and write “{ $name }” on it.
 } Nobody looks at the card again, not even you.
card-right-all = All { $of } cards are done. What was read fits what was made.
card-right-spot-checked = All { $of } cards are done, but { $whole ->
    [0] none of them was read whole: the paper is only spot-checked.
    [one] only one of them was read whole: the paper is only spot-checked.
   *[other] only { $whole } of them were read whole: the paper is only spot-checked.
 } { $needed } whole cards make a rehearsal from paper.
card-other = That was card { $other }, and it reads as it was made. Now card { $at }, please.
card-words-differ = { $many ->
    [one] Word { $numbers } is not this card’s. Look at your paper:
   *[other] Words { $numbers } are not this card’s. Look at your paper:
 } { $way ->
    [printer] typed wrong, or printed wrong? The arrow keys lead back. F5 prints the card again.
    [elsewhere] typed wrong, or printed wrong? The arrow keys lead back. If it is the paper, print its file again.
   *[handwritten] typed wrong, or copied wrong? The arrow keys lead back. Esc leads to the card.
 }
card-words-other = These are the words of card { $other }, and this is card { $at }. Look at the number on your paper.
card-lines-differ = { $many ->
    [one] Line { $numbers } is not this card’s. Look at your paper:
   *[other] Lines { $numbers } are not this card’s. Look at your paper:
 } { $way ->
    [printer] typed wrong, or printed wrong? The arrow keys lead back. F5 prints the card again.
    [elsewhere] typed wrong, or printed wrong? The arrow keys lead back. If it is the paper, print its file again.
   *[handwritten] typed wrong, or copied wrong? The arrow keys lead back. Esc leads to the card.
 }
card-lines-other = These are the lines of card { $other }, and this is card { $at }. Look at the number on your paper.
print-card = Print a card
print-card-text = { $behind ->
    [yes] This card is printed now. The backup sheet comes after it, and is no secret.
   *[no] This card is printed now.
 } Be alone. Check that there is paper in the printer, and take all that comes out at once.
print-card-second = This card, or a part of it, may have been printed before. Keep the new copy, which is read back anew. Tear up the rest and burn it: whoever finds it may have the card.
print-card-now = Take out all that comes, at once, and keep its order.
print-card-read = Is it readable? Read it back whole, from the paper: the rehearsal is given what you read.
print-card-help = The card is printed now, and then read back at once, so that a card that cannot be read is noticed today, and not in ten years. The rehearsal, before a Nitrokey is written, is given what was read from the paper.
    
    A scanner reads the code, which is all of the card. Without one, the 24 words take two minutes. F3 offers a short way, and says what it is worth.
    
    If it is smudged, cut off or too pale, press F5 and print it again.
    
    The card is not shown on this screen; what you type is. Esc goes back to the card before; what was read stays read.
key-print = print it
key-booklet = booklet
key-print-again = reprint
key-short = short
key-whole = whole
short-way = The short way: three words
short-way-text = You type three of the 24 words, which are asked for at random. That shows that the right card came out. It does not show that all of it can be read.
short-way-means = A rehearsal from paper needs { $needed } cards that were read whole; so far { $whole ->
    [one] one was
   *[other] { $whole } were
 }. With fewer, it is made with the shares as they were printed. The paper is then only spot-checked: the owner’s record says so, and you are asked before a Nitrokey is written.
short-way-enough = { $whole } cards were read whole, and { $needed } are enough for a rehearsal from paper. For this one three words may do.
short-way-take = 3 words
short-way-words = Type these three words from the card; four letters of each are enough. If you scan its code, it is read whole.
printer-draws = The pages are being drawn.
printer-prints = Page { $page } of { $of } is being printed.
printer-stopped = It stopped at page { $page } of { $of }. What now?
printer-go-on = Go on: it is ready again
printer-go-on-note = What is missing of page { $page } is sent. If that page comes out damaged, destroy it, and print again afterwards.
printer-again = Page { $page } again, from its beginning
printer-again-note = For a page that came out crumpled or half empty. Destroy that one.
printer-give-up = Stop printing
printer-give-up-note = Nothing more is sent. You can print it all again then, or choose another way.
elsewhere = Before you print elsewhere
elsewhere-text = Please read this before you choose.
elsewhere-no = No, I choose another way
elsewhere-no-note = Back to the question how the cards are put on paper.
elsewhere-yes = I understand, and print elsewhere
elsewhere-yes-note = Next you choose the stick.
elsewhere-help = Share cards protect your backup because no single place has enough of them. A computer that prints them all is such a place, at least for a while. If it is online, or somebody else looks after it, your backup is as safe as that computer.
elsewhere-stick = To which stick?
elsewhere-stick-text = Take an empty stick for this alone, never the one for the backup: with cards and backup on it, whoever finds it has everything.
elsewhere-stick-note = The cards are written into a folder of their own. Nothing else on this stick is changed.
elsewhere-writes = The sheets are drawn and written to { $stick }.
elsewhere-leave = Leave the stick where it is.
elsewhere-done = Now print them
elsewhere-written = On { $stick }, in the folder { $folder }, and read back the same.
elsewhere-print = Print these from it, one-sided and in full size:
elsewhere-files-cards = share-card-1.pdf to share-card-{ $n }.pdf
elsewhere-files-record = owners-record.pdf and booklet.pdf, for yourself
elsewhere-files-sheet = backup-sheet.pdf, if you like
elsewhere-files-old = owners-record.pdf, booklet.pdf, to-destroy.pdf
elsewhere-destroy = Destroy the stick afterwards; deleting is not enough.
elsewhere-stay = Leave this computer on, and nobody else near it. Switched off, it forgets the keys, and the cards are worth nothing.
elsewhere-back = Back with the paper? Press Enter: each card is read back.
elsewhere-again = another stick
read-card = Read a card back
read-card-text = Take the printed card, and read it back whole, from the paper: the rehearsal is given what you read.
read-card-help = Each card is read back at once, so that a card that cannot be read is noticed today, and not in ten years. The rehearsal, before a Nitrokey is written, is given what was read from the paper.
    
    A scanner reads the code, which is all of the card. Without one, the 24 words take two minutes. F3 offers a short way, and says what it is worth.
    
    If one is smudged or cut off, print its file once more. Esc goes back to the card before; what was read stays read.
handwritten = Copy a card by hand
handwritten-text = Take a sheet of good paper and a pen that does not fade. Write this at the top:
handwritten-top-card = Coldspare: share card { $at } of { $n }
handwritten-top-set = Set { $set }. { $spare ->
    [0] All { $n } cards open it together.
   *[other] Any { $k } of { $n } cards open it.
 }
handwritten-top-for = For { $name }. Show it to nobody.
handwritten-top-by = By { $owner }, { $day }
handwritten-beneath = And this beneath the words:
handwritten-keep = Keep this. Tell nobody that you have it.
handwritten-ask = Only { $owner } may ask for it, face to face.
handwritten-died = If { $owner } has died: whoever settles the estate.
handwritten-letter = For each envelope there is a letter that explains the card. It holds no secret and names nobody: print LETTER.pdf or LETTER.txt from the backup’s stick, anywhere.
handwritten-show = Then be alone, with no camera and no window behind you, and press F2: the 24 words appear.
handwritten-words = Copy these 24 words with their numbers, in clear letters.
handwritten-digits = Copy these four lines. The last four characters of each are its check.
handwritten-code = This code is for a reader without a network. Never let a telephone see it. If there is no room for it here, F4 shows it alone.
handwritten-then = When all of it is on paper, press Enter: it disappears from the screen, and you type it back from the paper.
handwritten-as-words = words
handwritten-as-digits = lines
handwritten-as-code = code
handwritten-large = large
handwritten-back = Type the card back, from your paper and not from memory. Esc leads back to it.
handwritten-how = Type the 24 words with a space after each: the first four letters are enough. Or type the four lines.
handwritten-any = Words or lines
handwritten-help = Copying takes patience, and one wrong word makes a card worthless. So each card is typed back whole, and Coldspare says which word is wrong.
    
    The words are English in every language, so that every copy of Coldspare reads them. The numbers belong to them: their order counts.
    
    Copy the words or the lines, whichever you like better; one of them is enough. F2 shows and hides them, F3 changes between them.
more-paper = What else shall be printed?
more-paper-text = While the printer is there: each of these can be printed as often as you like.
more-paper-now = Take out all that comes, at once.
more-paper-booklet = The booklet for the spare
more-paper-booklet-note = A few pages: your numbers, who has the cards, and what to do when a Nitrokey is lost or stolen, a PIN blocked, or you have died. No secret.
more-paper-booklet-done = The booklet is printed. Keep it with the spare, locked away.
more-paper-sheet = The backup sheet
more-paper-sheet-note = The sealed backup on paper, for your own papers. It is no secret, and useless without the cards.
more-paper-sheet-done = The backup sheet is printed.
more-paper-record = The owner’s record
more-paper-record-note = One page for you: which card is whose, the Nitrokeys, and what to do if one is lost. No secret stands on it.
more-paper-record-done = The owner’s record is printed. Keep it with your papers.
more-paper-record-outdated = The cards were read otherwise since the owner’s record was printed. Print it again, and throw the first one away.
more-paper-slips = The PIN slips
more-paper-slips-note = All PINs of each Nitrokey, in plain digits: user PIN, admin PIN and reset code. Whoever has a slip and its Nitrokey has your keys.
more-paper-slips-done = The PIN slips are printed. Cut them off, and keep each apart from its Nitrokey.
more-paper-cards = All cards once more
more-paper-cards-note = A second card for each of your people. The second ones are as secret as the first; they are not read back.
more-paper-cards-done = All cards are printed once more. Put them into envelopes now.
more-paper-go-on = Go on
more-paper-go-on-note = Nothing else is needed on paper.
more-paper-help = The record and the PIN slips come first, because without PINs a Nitrokey is of no use; if you print no slips, the PINs are shown before anything is written. A copy of the backup sheet protects you if every stick breaks. The record helps you in ten years, and whoever settles your affairs. Coldspare also seals admin PIN and reset code into the backup.

## 8. The bundle

bundle = The bundle, on a stick
bundle-text = The sealed backup, the public key, and GUIDE.txt. Without share cards it tells no secret; so make more than one.
bundle-done = { $stick }: { $folder }, read back the same
bundle-planned = { $there } of { $n } sticks that you planned.
bundle-more-text = A second stick, kept elsewhere, is a good idea. Leave the last one plugged in for the rehearsal.
bundle-more = one more stick
bundle-cards = On { $stick } lie the share cards. With the backup beside them, whoever finds it has everything.
    .now = Take another stick for the backup.
bundle-help = What else is on the stick stays as it is. The folder appears whole, or not at all, even if you pull the stick out in the middle. GUIDE.txt tells you how to use the Nitrokey with GnuPG and SSH, and your heirs how to get everything back.

## 9. The rehearsal

rehearse = The rehearsal
rehearse-text = A whole recovery, before any Nitrokey is written: a fresh process, which knows nothing, gets as many shares as are needed, and the stick.
rehearse-done = It came to the same keys. The backup works.
rehearse-done-paper = The rehearsal was given the cards as you read them from the paper.
rehearse-done-printed = It came to the same keys. The sealed backup works.
rehearse-done-printed-text = Too few cards were read whole. So the rehearsal was given shares as they were printed, and not as they can be read from the paper.
rehearse-help = A backup that was never tried is a hope. Only now can Nitrokeys be written; this program has no way to do it earlier. Where enough cards were read whole, paper and stick alone brought everything back. Where they were not, you are asked next whether that is enough.
spot-check-only = The paper was only spot-checked
spot-check-only-warning = { $whole ->
    [0] Three words of each card were compared, and nobody has read a whole card back.
    [one] One of { $cards } cards was read whole, and of the others three words each.
   *[other] { $whole } of { $cards } cards were read whole, and of the others three words each.
 } That { $needed } of them bring everything back was tried with the shares as they were printed. A card with a wrong or missing word elsewhere was not noticed.
spot-check-only-text = Shall the Nitrokeys be written all the same? The owner’s record says what was checked.
spot-check-only-no = No, I read cards whole first
spot-check-only-no-note = Back to the cards. Those that were read whole count; only as many as are missing are asked for.
spot-check-only-yes = Yes, a spot check is enough for me
spot-check-only-yes-note = Next the Nitrokeys are written.
spot-check-only-help = The backup itself works: it was opened just now. What was not tried is whether every card can be read to its last word. If a card turns out to be wrong in ten years, it is one card less; with too few of them nothing comes back.
before = The backup before this one
before-text = Where a stick had an older backup of these keys, that was kept beside the new one until the rehearsal was through. Now it goes.
before-gone = { $stick }: only the new one is on it.
before-left = { $stick }: the older one is still on it: it could not be removed. That does no harm: each opens with the cards of its own set, and the newer one is offered first.
before-left-old = { $stick }: the old one is still on it: it could not be removed. With the old cards it still gives your keys: it stands in the list of what is to be destroyed.
before-help = Had the power failed before the rehearsal, both would be on the stick, whole, and either could be opened. An older backup that is left on some stick holds your keys as they were: keep it as you keep the new one.

show-pins-text = These PINs were made here, and nobody has seen them yet. Without the user PIN the Nitrokey is of no use to you.
show-pins-help = All Nitrokeys get the same user PIN; admin PIN and reset code are others on each. Unless you wanted it, the user PIN is not in the sealed backup: so it must be on paper, or in your head, before anything is written. Keep the paper apart from the Nitrokey.

## 11. Done

results = Your key
results-text = This is its fingerprint. Others check your key by it.
results-paper = Rehearsed from paper: { $whole } of { $cards } cards were read whole.
results-spot-checked = The paper was only spot-checked: { $whole ->
    [0] no card was read whole.
    [one] one of { $cards } cards was read whole, and { $needed } are needed.
   *[other] { $whole } of { $cards } cards were read whole, and { $needed } are needed.
 }
results-record = F5 prints the owner’s record: which card is whose, the rehearsal, the Nitrokeys, and what to do if one is lost.
results-record-again = Since the owner’s record was printed, more was done: the rehearsal, the Nitrokeys. F5 prints it again, with all of it; then throw the first one away.
results-record-no-printer = With a printer at this computer, F5 prints the owner’s record here: which card is whose, the rehearsal, the Nitrokeys.
results-record-done = The owner’s record is printed, with all that was done. Keep it with your papers, and throw an earlier one away.
results-help = F4 shows it as a code, which OpenKeychain and other programs read: “the key with this fingerprint is mine”. (OpenKeychain uses a Nitrokey by USB only, and no Brainpool P-384.) The key itself is public-key.asc on the stick: give it to others, put it on a key server. ssh.pub beside it is for SSH logins.
done = That was it
done-later = Not written yet: { $role }. When you have it, choose “Write another Nitrokey”. You will need { $k } cards and the stick again; or keep { $k } envelopes until then.
done-text = { $nitrokeys ->
        [one] • There is no spare. Write one soon: “Write another Nitrokey”, with the stick and the cards.
       *[other] • Keep the spare somewhere else.
    }
    • Give each trustee the card, face to face. { $k } of { $n } bring everything back.
    • Keep the stick and the owner’s record with your papers.
    • At home, begin with GUIDE.txt on the stick.
done-brought = Your keys still lie on the disk at home, and GnuPG uses those. Once the Nitrokey works, delete them there: GUIDE.txt, section 18.
done-moved = This is a new identity: GUIDE.txt, section 16, tells how to move over to it. Keep the old Nitrokey until that is done.
done-kept = Keys that are on no Nitrokey can then be used from the backup only. If you need one often, leave that one on the disk.
done-off = Switch off
done-home = Back to the beginning
done-help = Everything secret is wiped from memory when you switch off. Once a year: does the spare work, can the stick be read, has everybody still got the card?
    
    Envelopes that you keep until a Nitrokey has come open the backup, together with the stick: lock them away, apart from it, and give them to their people as soon as it is written.
