# English: what can go wrong. A text that begins with error- says what happened; its .now says what to do.

## Words in these texts

name-pin-user = user PIN
name-pin-admin = admin PIN
name-pin-reset-code = reset code
name-slot-signature = signatures
name-slot-decryption = decryption
name-slot-authentication = logins
name-role-primary = primary
name-role-spare = spare
name-role-spare-more = spare { $number }
name-role-old-mail = Nitrokey for old mail
name-model-nitrokey-3 = Nitrokey 3
name-model-pro-2 = Nitrokey Pro 2 or Storage 2
name-model-pro-1 = Nitrokey Pro or Storage, first generation
name-model-start = Nitrokey Start
name-model-other = OpenPGP card
name-card = card { $number }
name-card-of = card { $number } ({ $trustee })
on-it-holder = in the name of { $name }
on-it-key = key for { $slot }: { $key }
on-it-nothing = nothing, no key is on it
takes-none = nothing that Coldspare knows

## What was being done

while-opening = while it was being opened
while-checking-pin = while a PIN was being checked
while-resetting = while it was being reset to the factory state
while-pin-hashing = while its PIN protection was being set up
while-importing = while a key was being put on it
while-settings = while its settings were being written
while-setting-pins = while its PINs were being set
while-reading-back = while it was being read back
while-proving = while its keys were being proven
while-counting-tries = while its PIN tries were being counted
while-making-keys = while the keys were being made
while-making-certificate = while the keys were being bound to your name
while-making-subkeys = while the keys were being joined
while-making-slots = while a key was being chosen for each use
while-making-public-key = while the public key was being written out
while-making-secret-key = while the secret key was being written out
while-making-protected-secret-key = while the secret key was being put under its passphrase
while-making-revocation = while the revocations were being made
while-making-mended = while signatures were being made anew
while-making-missing-subkey = while a missing key was being added
while-making-passphrase = while the passphrase was being taken off
while-making-user-ids = while a name was being signed
while-making-manifest = while the manifest was being signed

## Nitrokeys

error-nitrokey-no-service = Coldspare cannot look for Nitrokeys: the service for that does not answer ({ $cause }).
    .now = Start the computer again.
error-nitrokey-fault = A fault in this program got in the way while it was looking for Nitrokeys.
    .now = Pull out what you plugged in last. The program goes on looking.
error-nitrokey-not-there = Nitrokey { $serial } is not plugged in.
    .now = Insert it and go on.
error-nitrokey-two-of-one-serial = Two Nitrokeys say that they are { $serial }.
    .now = Remove one. Do not use the other for anything before you know why.
error-nitrokey-pulled-out = Nitrokey { $serial } stopped answering { $step }.
    .now = Insert it again and go on. Nothing is lost.
error-nitrokey-unreadable = The card in { $reader } cannot be read: { $cause }.
    .now = Pull it out; nothing else is harmed. If it is a Nitrokey that should work, try it once more, and then use another one.
unreadable-no-status = it answers without saying whether that is an answer
unreadable-endless = its answer does not end
unreadable-nested = its data go deeper and deeper
unreadable-other-length = it asks for one length after the other
unreadable-hashing = it would have PINs calculated for hours
unreadable-silent = it does not answer
unreadable-refuses = it refuses to say what it is
unreadable-half-reset = its reset was cut short, and it refuses to finish it
unreadable-unforeseen = it says something that no card says
error-nitrokey-wrong-pin = Nitrokey { $serial }: the { $pin } is wrong. { $left ->
        [one] One try is left.
       *[other] { $left } tries are left.
    }
    .now = { $left ->
        [one] Coldspare does not spend it. Use this Nitrokey where you are sure of its PIN.
       *[other] Type it again.
    }
error-nitrokey-last-try = Nitrokey { $serial }: only one try is left for the { $pin }, and Coldspare does not spend it.
    .now = Use this Nitrokey where you are sure of its { $pin }, or reset it to the factory state.
error-nitrokey-blocked = Nitrokey { $serial }: its { $pin } is blocked, no try is left.
    .now = It can be reset to the factory state. That erases:
        { $contents }
error-nitrokey-pin-length = Nitrokey { $serial }: the { $pin } must have { $min } to { $max } characters, this one has { $length }.
    .now = Choose another one. Nothing was written.
error-nitrokey-algorithm = Nitrokey { $serial } ({ $model }) does not support { $wanted } for { $slot }. It supports: { $takes }.
    .now = Use another Nitrokey, or choose another kind of key in the plan. Nothing was written.
error-nitrokey-algorithm-unknown = Nitrokey { $serial }: the key for { $slot } is of a kind that no Nitrokey takes.
    .now = Choose another key in the plan. Nothing was written.
error-nitrokey-no-touch = Nitrokey { $serial } has no touch button that it could wait for.
    .now = Use another Nitrokey, or turn touch off in the plan. Nothing was written.
error-nitrokey-too-old = The firmware of Nitrokey { $serial } is too old: it cannot keep its PINs safe.
    .now = Update it on another computer first, or use another Nitrokey. Nothing was written.
error-nitrokey-exponent = Nitrokey { $serial } ({ $model }) takes RSA keys only with the exponent 65537. Your key for { $slot } has another one.
    .now = Use another Nitrokey, or choose another key in the plan. Nothing was written.
error-nitrokey-exponent-long = Nitrokey { $serial } ({ $model }) takes RSA keys only with an exponent of up to { $bits } bits. Your key for { $slot } has a longer one.
    .now = Use another Nitrokey, or choose another key in the plan. Nothing was written.
error-nitrokey-short-reader = Nitrokey { $serial }: its card reader ({ $reader }) passes on only short commands, and the RSA key for { $slot } does not fit into them.
    .now = Use another card reader, or a Nitrokey that needs none. Nothing was written.
error-nitrokey-touch-stays = Nitrokey { $serial } says that its touch setting is permanent, and not what the plan wants. No key was written.
    .now = Pull it out, insert it again and go on. If it says so again, use another one.
error-nitrokey-slot-taken = Nitrokey { $serial } has no factory reset, and a key for { $slot } that nothing takes off it ({ $found }). For old mail this slot has to be empty. Nothing was written.
    .now = Use another Nitrokey for old mail.
error-nitrokey-not-counted = Nitrokey { $serial } cannot be reset: it does not count wrong tries of its { $pin }.
    .now = Use another Nitrokey. What is on this one stays on it.
error-nitrokey-no-factory-reset = Nitrokey { $serial } has no factory reset. No try of a PIN was spent to find out.
    .now = Choose it again: then it is written with its admin PIN.
error-nitrokey-may-have-no-reset = Card { $serial } is no Nitrokey, and its admin PIN is not known here. Whether it can be reset shows only when both its PINs are blocked. If it cannot, it is lost for ever.
    .now = Type its admin PIN, use another card, or agree to have its PINs blocked. Nothing on it was erased.
error-nitrokey-not-reset = Nitrokey { $serial } is not in its factory state after the reset. Its PINs may be blocked for good.
    .now = Use another one.
error-nitrokey-no-import = Card { $serial } ({ $model }) takes no keys: it can only make its own.
    .now = Use another one. Nothing was written.
error-nitrokey-not-confirmed = These are not the last four characters of { $serial }.
    .now = Type those of the serial that stands here. Nothing was written.
error-nitrokey-refused = Nitrokey { $serial } said no { $step } ({ $cause }).
    .now = Pull it out, insert it again and go on. If it says no again, use another one.
error-nitrokey-unsuitable = The key for { $slot } cannot be put on a Nitrokey ({ $cause }).
    .now = Choose another key in the plan. Nothing was written.
error-nitrokey-not-proven = Nitrokey { $serial } is not proven: { $cause }.
    .now = Do not use it. Write it once more; if this happens again, use another one.
unproven-not-in-certificate = for { $slot } it should have a key that your public key does not have ({ $key })
unproven-other-key = for { $slot } it has another key ({ $found }) than it should ({ $key })
unproven-no-key = for { $slot } it has no key, and should have { $key }
unproven-not-empty = for { $slot } it has a key ({ $found }), and should have none
unproven-created = its key for { $slot } has another date than your public key says
unproven-other-algorithm = for { $slot } it is set to another kind of key ({ $found })
unproven-broken = its key for { $slot } does not do what your public key says ({ $cause })
unproven-other-touch = for { $slot } its touch is set to { $found }, and should be: { $expected }
unproven-other-holder = its holder is { $found } and should be { $expected }
unproven-other-language = its language is { $found } and should be { $expected }
unproven-other-url = the address of the public key on it is { $found } and should be { $expected }
unproven-no-pin-hashing = it does not keep hashes of its PINs
unproven-pin-rule = it says that its { $pin } has at most { $longest } characters, but { $length } were set
unproven-tries = its PINs have { $user } (user), { $reset } (reset code) and { $admin } (admin) tries, where each should have 3
error-nitrokey-old-firmware = The firmware { $firmware } of this Nitrokey has known faults in the factory reset and the counting of PIN tries. Firmware 1.8.3 and later does not.
    .now = Update it on another computer before you use it here.
error-nitrokey-password-safe = A factory reset takes more than OpenPGP: the password safe of a Pro or Storage, and a Storage’s encrypted volumes, cannot be read any more.
    .now = Copy off what is in them first, on another computer.
error-nitrokey-other-maker = It is no Nitrokey, and may have no factory reset.
    .now = Have its admin PIN at hand; you are asked before a PIN is blocked.
error-nitrokey-unknown-algorithms = It does not say which kinds of keys it takes, and may refuse these once it is erased.
    .now = Take one that you can do without.

## The keys

error-openpgp-make = Something went wrong { $step } ({ $cause }).
    .now = Nothing was written. Try again.
error-openpgp-slot-without-key = There is not a key for each use: signatures, decryption and logins.
    .now = Nothing was written. Add the missing key in GnuPG and export again, or use another copy of the bundle.
error-openpgp-no-secret-key = This file holds no OpenPGP secret key.
    .now = Export your key with “gpg --armor --export-secret-keys”, and bring that file.
error-openpgp-too-large = There is more in this file than in any key.
    .now = Export your key alone, with “gpg --armor --export-secret-keys ADDRESS”, and bring that file.
error-openpgp-no-key = There is no key in this file.
    .now = Export your key with “gpg --armor --export-secret-keys”, and bring that file.
error-openpgp-public-key-alone = This file holds a public key alone, without its secret.
    .now = Export your key with “gpg --armor --export-secret-keys”, and bring that file.
error-openpgp-costly = Opening this file would take more memory or time than is allowed here. No ordinary key needs that much.
    .now = Export your key anew with “gpg --armor --export-secret-keys”, onto another stick, and bring that file.
error-openpgp-version = The key in this file is of version { $version }, and Nitrokeys know version 4 alone.
    .now = Bring a key of version 4, or go back and have new keys made.
error-openpgp-damaged = Something in this file is damaged: a key, or what belongs to one, was changed or is partly missing.
    .now = Export your key anew with “gpg --armor --export-secret-keys”, and bring that file.
error-openpgp-message = This file is a message, and no key.
    .now = Export your key with “gpg --armor --export-secret-keys”, and bring that file.
error-openpgp-sealed-backup = This file is a sealed backup that Coldspare made, and only its cards open it.
    .now = To get its keys back, go to the beginning and choose what has happened to your Nitrokeys.
error-openpgp-signed-text = This file is a signed text, and no key.
    .now = Export your key with “gpg --armor --export-secret-keys”, and bring that file.
error-openpgp-signature = This file is a signature alone, and no key.
    .now = Export your key with “gpg --armor --export-secret-keys”, and bring that file.
error-openpgp-revocation = This file is a revocation certificate: it only says that a key is no longer used.
    .now = Export your key with “gpg --armor --export-secret-keys”, and bring that file.
error-openpgp-ssh = This file is a key for SSH, and no OpenPGP key.
    .now = Export your key with “gpg --armor --export-secret-keys”, and bring that file.
error-openpgp-x509 = This file is a key or certificate for S/MIME or web servers, and no OpenPGP key.
    .now = Export your key with “gpg --armor --export-secret-keys”, and bring that file.
error-openpgp-gnupg-own = This is a file that GnuPG keeps for itself. Without GnuPG it cannot be read.
    .now = Export your key with “gpg --armor --export-secret-keys”, and bring that file.
error-openpgp-several = This file holds { $count } keys.
    .now = Export only the one that you want, by its fingerprint.
error-openpgp-passphrase = The passphrase does not open the key { $key }.
    .now = Type the passphrase that this key has in GnuPG.
error-openpgp-code = The code does not open this file.
    .now = Type the code that the program showed when it made the backup, or the passphrase under which you put the file.
error-openpgp-locked = The key { $key } is locked in a way that is not known here ({ $how }).
    .now = Change its passphrase in GnuPG with “gpg --change-passphrase”, and export it again.
error-openpgp-not-beside = The key { $key } is not in this file.
    .now = Choose the public key that was made together with it: “gpg --armor --export” writes it.
error-openpgp-stub = Of the key { $key } the file holds only a note that its secret is elsewhere.
    .now = Export it with “gpg --armor --export-secret-keys” where “gpg --list-secret-keys” shows “sec” without a sign behind it. A key that is on a Nitrokey alone cannot be exported.
error-openpgp-primary-elsewhere = Of the key { $key } this file has subkeys, and not the primary key: “gpg --export-secret-subkeys” writes such files.
    .now = Bring the file that has the primary key. If that one lacks subkeys, put both into one file (cat one.asc other.asc > both.asc), and bring that.
error-openpgp-unusable = The key { $key } cannot be used: { $cause }.
    .now = Set up new keys. Keep this file for what was encrypted to the old one.
error-openpgp-revoked = The key { $key } was revoked on { $day } ({ $reason }).
    .now = Nobody encrypts to it any more, and nobody believes it. Set up new keys, and keep this file for old mail.
error-openpgp-revoked-beside = Beside the key { $key } this file has a revocation certificate for it, of { $day } ({ $reason }). Whoever takes in both ends the key.
    .now = If the key is still good, bring a file without that certificate (gpg --armor --export-secret-keys), and keep the certificate by itself. If it is not, set up new keys, and keep this file for old mail.
revoked-compromised = somebody else may have it
revoked-superseded = there is a newer one
revoked-retired = it is no longer used
revoked-unspecified = no reason is given
unusable-version-6 = it is of version 6, and Nitrokeys know version 4 alone
unusable-primary = it is of the kind { $kind }. Nothing can be signed with it here, and neither GnuPG nor a Nitrokey knows it
error-openpgp-slot = The plan names a key for { $slot } that cannot be used for this: { $key }.
    .now = Name one that can, in the plan:
        { $allowed }
error-openpgp-slot-none = The plan names a key for { $slot } that cannot be used for this ({ $key }), and none of your keys can.
    .now = Leave that field out of the plan: a new key is made for it then.
error-openpgp-primary-in-slot = The primary key { $key } is on the Nitrokey itself, for { $slot }. New subkeys would not help: whoever has the Nitrokey has all of it.
    .now = Revoke everything, and make new keys.
error-openpgp-last-user-id = “{ $id }” is the only name of this key.
    .now = Add another one first.
error-openpgp-no-user-id = This key has no name “{ $id }”, or not any more.
    .now = Choose one of those that are shown.
error-openpgp-bad-signature = The manifest of the bundle is not signed as it should be ({ $cause }).
    .now = Use another copy of the bundle.
signed-not = it is not signed
signed-by-another = it is signed by another key
signed-otherwise = it was changed, or its signature was
error-openpgp-not-yet = The backup’s list of cards was signed on { $made }, and this computer’s clock says { $clock }. Nothing is wrong with the backup: most likely the clock is behind.
    .now = Go back to the beginning and set the date, or press Enter again to go on as it is.
error-openpgp-key-not-yet = The key { $key } was made on { $made }, and this computer’s clock says { $clock }. Most likely the clock is behind.
    .now = Go back to the beginning and set the date.
error-openpgp-secret-damaged = The secret of the key { $key } does not do what its public key says: the file is damaged.
    .now = Export it again, and choose that file.
error-openpgp-broken = The key { $key } was recovered, but does not do what its public key says.
    .now = Use another copy of the bundle.

## The backup: share cards

error-share-not-a-share = This is not the code of a share card.
    .now = Scan a share card: the sheet with one code and 24 words.
error-share-backup-part = This is a code of the backup sheet, the one with many codes.
    .now = Scan a share card: the sheet with one code and 24 words.
error-share-later-version = This share card was made by a later version of Coldspare.
    .now = Use the newest version of Coldspare.
error-share-check = The code of the share card was not read right: its check does not fit.
    .now = Scan it again, or type the words.
error-share-field = The code of the share card cannot be right: { $field }.
    .now = Scan it again. If this happens again, Coldspare has not made this card.
name-share-field-set = there is no such set
name-share-field-quorum = that many cards cannot be needed
name-share-field-cards = there cannot be that many cards
name-share-field-number = no card has this number
name-share-field-share = its share is damaged
error-words-count = A share card has 24 words, these are { $found }.
    .now = Check which one is missing, or there twice.
error-words-unknown = Word { $position } is none of the words that cards are made of.
    .now = Check its spelling on the card.
error-words-checksum = All 24 words exist, but they do not belong together: one is not the card’s, or two are swapped.
    .now = Compare each word with the card.
error-words-open = { $open } are missing, and at most { $most } can be found.
    .now = Read more of them from the card, or take another card.
error-digits-lines = A share card has 4 lines, these are { $found }.
    .now = Type all four lines, as they stand on the card.
error-digits-line = Line { $line } is wrong: its last four characters, the check, do not fit.
    .now = Compare this line with the card.
typed-word-ambiguous = Word { $position }: more than one begins with “{ $typed }”. Type four letters.
typed-word-near = Word { $position }: “{ $typed }” is on no card. Did you mean { $near }?
typed-word-none = Word { $position }: “{ $typed }” is on no card. Check its spelling.
typed-word-quoted = “{ $word }”
error-gather-other-set = Card { $card } belongs to the set { $found }, and the backup to the set { $expected }.
    .now = Put it aside, and take a card of the set { $expected }. If all cards are of the set { $found }, the backup is the wrong one: take that of their set.
error-gather-doubled = Card { $card } was here already.
    .now = Take another card of this set.
error-gather-doubled-unnumbered = This card was here already.
    .now = Take another card of this set.
error-gather-same-number = There is a card { $card } already, with other words.
    .now = Look at the number of this one. If it is the same, type it once more: the other card may be forged. If it cannot be read, leave it empty: it is found by trying.
error-gather-not-listed = Card { $card } was read without a mistake, but it is not the card { $card } of the set { $set } that the list on the stick names. One of the two is not the true one.
    .now = Take another card. If that one is refused too, it is the list: use another copy of the backup, or the backup sheet.
error-gather-not-needed = One more card ({ $card }) is not needed: the backup is open.
    .now = Go on.
error-gather-misfit = This card ({ $card }) does not fit to those that opened the backup: it was misread, has a wrong number, is of another set, or is a forgery.
    .now = It is not needed: put it aside, and go on.
error-gather-full = No set has more cards than are here already.
    .now = Press F2 and take one out before another one comes.
error-gather-too-few = { $missing ->
        [one] { $missing } more of { $needed } cards is needed.
       *[other] { $missing } more of { $needed } cards are needed.
    }
    .now = Scan or type another card.
error-gather-unfit = However the cards { $cards } are taken together, they do not give the key of the set { $set }. One was misread, has a wrong number, is of another set (it stands at the top right of each card), or is a forgery.
    .now = Bring one more card: then it can be told which one is wrong. Or press F2, take one out, and read it again.
error-gather-unfit-all = However the cards { $cards } are taken together, they do not give the key of the set { $set }. One was misread, has a wrong number, is of another set (it stands at the top right of each card), or is a forgery.
    .now = There is no further card of this set. Press F2, take out one that was typed, compare each word, and read it again.
error-gather-list-unfit = The cards { $cards } are those that the list on the stick names, and yet they do not give the key of the set { $set }. The list is not the true one; the cards may well be.
    .now = Use another copy of the backup, or the backup sheet.
error-gather-numbers-needed = The cards { $cards } can be read or numbered in too many ways to try all of them.
    .now = Compare their numbers and words: with F2, take out what is wrong or has a “?”, and type it again, with its number. One more card helps too.
error-gather-not-this-backup = The cards { $cards } fit together and give the key of the set { $set }. But this backup does not open with it: it is not theirs, whatever it says of itself.
    .now = Keep the cards. Use another copy of the backup: another stick, or another backup sheet. If codes of a sheet were left out: go back to it, press F2, and scan those alone; the cards stay here.
error-gather-two-keys = There are two different keys in these cards, and this backup opens with both: no true one does. Somebody has made it so, and neither was chosen.
    .now = Use another copy of the backup, and ask each holder for the card itself.
error-gather-stopped = The search was stopped. The cards are still here.
    .now = Press Enter to try them again, or bring another card.

## The backup: sheet, sealed backup, manifest

error-part-not-a-part = This is not a code of a backup sheet.
    .now = Scan the sheet with many codes.
error-part-check = This code of the backup sheet was not read right.
    .now = Scan it again.
error-part-field = This code of the backup sheet cannot be right: { $field }.
    .now = Scan it again. If this happens again, Coldspare has not made this sheet.
name-part-field-set = there is no such set
name-part-field-sealing = there is no such sealing
name-part-field-count = there cannot be that many codes
name-part-field-number = no code has this number
name-part-field-length = its length does not fit
name-part-field-content = what it holds is damaged
error-part-other-set = Code { $number } belongs to the set { $found }, the others belong to the set { $expected }.
    .now = Use the codes of one sheet: the one whose set stands on the cards. F2 begins anew.
error-part-other-sealing = Code { $number } says that it is of another sheet of this set: of sealing { $found }; the others say sealing { $expected }.
    .now = Use the codes of one sheet. If none is forged, the one with the highest number is the newest. F2 begins anew.
error-part-other-backup = Code { $number } is of another sheet of this set: it begins { $found }, the others begin { $expected }.
    .now = Use the codes of one sheet. The first characters of its SHA-256 tell which. F2 begins anew.
error-part-different = Code { $number } does not fit to the others of the set { $set }, though it names the same backup: one of them may be forged.
    .now = Go on: enough true codes, one after the other, are found among forged ones.
error-part-unfit = { $codes ->
        [one] This code alone is to give the backup that it names, and does not: it is forged.
       *[other] These { $codes } codes together do not give the backup that they name: at least one is forged.
    }
    .now = Scan more codes of this sheet. If that does not help, scan all of them once more, those pages last that you trust most: enough true ones, one after the other, are found. F2 begins anew with another sheet.
error-part-too-few = { $missing ->
        [one] One more code of the backup sheet is needed.
       *[other] { $missing } more codes of the backup sheet are needed.
    }
    .now = Scan any others.
error-part-too-large = The sealed backup has { $bytes } bytes, too many for paper.
    .now = Keep the backup on sticks alone.
error-part-too-large-vault = The sealed backup has { $bytes } bytes, too many for paper.
    .now = Leave something out of the vault, or keep the backup on sticks alone.
error-seal-seal = The backup could not be sealed ({ $cause }).
    .now = Nothing was written. Try again.
error-seal-too-large = The backup would have { $bytes } bytes, more than is ever read again.
    .now = Leave something out of the vault.
error-seal-not-sealed = This is no sealed backup: it is not encrypted as every one is. Somebody may have put it there, or it is badly damaged.
    .now = Do not trust this copy. Use another copy of the bundle, or the backup sheet.
error-seal-damaged = The sealed backup is damaged, or was changed.
    .now = Use another copy of the bundle, or the backup sheet. If it is from a sheet, go back to it and scan more of its codes: one may be forged.
error-seal-inside = The sealed backup was opened, but its inside has another form than Coldspare gives it.
    .now = Use another copy of the bundle, or recover by hand, as its GUIDE.txt says.
error-seal-wrong-key = The cards do not open this sealed backup: it belongs to another set.
    .now = Insert the stick of this set.
error-contents-archive = The sealed backup was opened, but what is in it is damaged.
    .now = Use another copy of the bundle.
error-contents-missing = The sealed backup was opened, but there is no { $file } in it.
    .now = Use another copy of the bundle.
error-contents-unreadable = The sealed backup was opened, but its { $file } cannot be read.
    .now = Use another copy of the bundle, or recover by hand, as GUIDE.txt says.
error-contents-name = “{ $name }” is no name for a file in the vault.
    .now = Use letters without accents, digits, “.”, “-” and “_” alone.
error-manifest-syntax = The manifest of the bundle cannot be read ({ $cause }).
    .now = Use another copy of the bundle.
error-manifest-field = The manifest of the bundle cannot be right: its “{ $field }” is impossible.
    .now = Use another copy of the bundle.
error-manifest-later-version = The manifest of the bundle was made by a later version of Coldspare ({ $version }).
    .now = Use the newest version of Coldspare.

## The computer: clock, randomness, sticks

error-no-terminal = The screens cannot use this terminal ({ $cause }).
    .now = Start Coldspare in another terminal.
error-clock-not-permitted = The clock cannot be set here: only an administrator may do that.
    .now = Set it with the computer’s own means, or start Coldspare with sudo.
error-clock-system = The clock does not take this time ({ $cause }).
    .now = Set it in the computer’s setup, and start again.
error-clock-no-time = “{ $typed }” is no date and time.
    .now = Type them like 2026-11-24 17:05.
error-confine = The rehearsal’s process could not be confined: { $cause }.
    .now = Nothing was read, and no Nitrokey was written. Start the computer again. If this happens again, write the stick anew from the image.
confine-too-old = the kernel’s protection of files (Landlock) is off, or too old
confine-files = files cannot be kept from it ({ $cause })
confine-missing = a file that it needs is not there ({ $cause })
confine-calls = the kernel’s calls cannot be kept from it ({ $cause })
confine-system = the system does not allow it ({ $cause })
error-entropy-device = Randomness: the computer’s own source cannot be used ({ $cause }).
    .now = Start the computer again. If this happens again, use another one.
error-entropy-kernel = Randomness: the computer’s own source would not start afresh ({ $cause }).
    .now = Start the computer again. If this happens again, use another one.
error-entropy-openssl = Randomness: the source for new keys would not start afresh.
    .now = Start the computer again. If this happens again, use another one.
error-entropy-no-roll = Roll { $position } is “{ $found }”, and a die has no such side.
    .now = Type digits from 1 to 6 alone.
error-stick-full = The stick { $stick } is full.
    .now = Nothing half-written was left. Insert a stick with more room, and try again.
error-stick-read-only = The stick { $stick } cannot be written.
    .now = Slide its write protection off, or insert another one, and try again.
error-stick-gone = The stick { $stick } is gone.
    .now = Insert it again, and try again. What was not finished is written anew.
error-stick-damaged = The stick { $stick } could not be read or written: it was pulled out just then, or it is damaged.
    .now = Insert it again, and try again. If the same is said then, it is damaged: use another stick.
error-stick-differs = The stick { $stick } does not keep what is written: { $file } came back different.
    .now = Do not trust this stick. Insert another one.
error-stick-missing = There is no { $file } on the stick { $stick }.
    .now = Insert the stick that has this file.
error-stick-too-large = On the stick { $stick }, { $file } is larger than any file of its kind. It is not what it seems to be.
    .now = Use another copy.
error-stick-too-many = There are too many files on the stick { $stick }.
    .now = Delete what is not needed there, or insert another one.
error-stick-unformatted = The stick { $stick } has no file system that can be used.
    .now = Insert one with FAT or exFAT.
error-stick-system = The stick { $stick } has a fault at { $file } ({ $cause }).
    .now = Insert it again, or another one, and try again.
error-stick-unreadable = The stick { $stick } cannot be read ({ $cause }).
    .now = Insert it again, or another one, and try again.

## Paper, printers, pictures

error-paper-draw = The page could not be drawn ({ $cause }). That is a fault of Coldspare.
    .now = Nothing was printed. Go back one step, and try again.
error-print-unknown-language = The printer { $printer } speaks { $speaks }, and none of that is known here.
    .now = Nothing was printed. Connect another printer (PostScript, PCL 5, PDF, PWG or Apple raster, ESC/POS), or save the pages as PDF.
error-print-silent = The printer { $printer } does not say what language it speaks.
    .now = Nothing was printed. Connect another printer, or save the pages as PDF.
error-print-other-paper = The printer { $printer } does not print on { $paper }.
    .now = Nothing was printed. Choose the paper that it has, and print again.
name-paper-a4 = A4 sheets
name-paper-letter = Letter sheets
name-paper-roll = a roll { $width } mm wide
error-print-given-up = { $printer }: { $trouble } { $printed ->
        [0] No page was printed.
       *[other] Pages printed: { $printed } of { $of }.
    }
    .now = Switch the printer off. A part of the next page may lie in it or still come out: destroy that part. Then print the missing pages again.
error-printer-paper-out = The printer is out of paper.
    .now = Put paper in.
error-printer-offline = The printer is offline.
    .now = Press the button that takes it online.
error-printer-fault = The printer reports a fault.
    .now = Look at its display: a paper jam, an open cover, no toner?
error-printer-gone = The printer is gone.
    .now = Plug its cable in, and switch it on.
error-printer-takes-nothing = The printer takes no data.
    .now = Check whether it is ready: paper, cover, toner.
error-printer-system = The printer cannot be written to ({ $cause }).
    .now = Pull its cable, and plug it in again.
error-picture-not-png = The file is not a whole PNG picture ({ $cause }).
    .now = Save or scan the picture again, as PNG.
error-picture-too-large = The picture is too large: { $width } x { $height } pixels.
    .now = Scan the sheet again at 300 dpi, or save the picture smaller.
error-picture-length = The camera’s picture did not arrive whole ({ $found } bytes of { $expected }).
    .now = Try again, or use another camera.

## The ceremony

error-ceremony-not-printable = The plan says “{ $value }” for { $name }. The font for paper does not have: { $missing }
    .now = Write it in Latin, Greek or Cyrillic letters.
error-ceremony-already-met = Nitrokey { $serial } was here already, as “{ $role }”.
    .now = Remove it, and insert the next one.
error-ceremony-too-many = The plan wants { $planned ->
        [one] one Nitrokey, and it is
       *[other] { $planned } Nitrokeys, and all of them are
    } known. { $serial } is one too many.
    .now = Remove it, or change the plan.
error-ceremony-pin-count = PINs were typed for { $given ->
        [one] one Nitrokey
       *[other] { $given } Nitrokeys
    }, and the plan wants { $planned }.
    .now = Type PINs for each of them.
error-ceremony-card-differs = What was read from { $card } is not what was printed.
    .now = Read it again. If this happens again, print this card again.
error-ceremony-old-card = This is { $card } of the old set { $set }, and a new one is wanted: of the set { $expected }.
    .now = Put it with the old ones, which are to be burned, and take the new card.
error-ceremony-word-differs = Word { $position } of { $card } is not the one that was printed.
    .now = Compare it with the card, and answer again.
error-ceremony-not-a-code = This is no code of a share card or of a backup sheet.
    .now = A share card has one code and 24 words, a backup sheet many codes. Scan one of those.
error-ceremony-no-card = These words or lines are on no card that the list on the stick names.
    .now = Compare them with the card, and its set, at its top right, with { $set }. If both are the same, it is the list that may be wrong: use another copy of the backup.
error-ceremony-no-such-number = There is no card { $number } of { $cards }.
    .now = Look at the number on the card. If it stands there so, leave it empty.
error-ceremony-cards-missing = Not yet read back: { $cards }.
    .now = Scan them, or type their words.
error-ceremony-other-ceremony = The cards or the stick do not belong to the set { $set }.
    .now = Use those of this set.
error-ceremony-too-few-whole = Of { $needed } cards that are needed, { $whole } were read whole.
    .now = Read more of them whole, or rehearse with the shares as they were printed.
error-ceremony-not-opened = The backup was not opened with any cards that it could be sealed for again.
    .now = Seal it for new cards.
error-ceremony-other-backup = Keys, stick or consent belong to another sealed backup.
    .now = Write the bundle again, and rehearse again.
error-ceremony-made-apart = On this stick, in { $folder }, is another backup of these keys: set { $set }, sealing { $sealing }, { $day }. This one was not made from it, so it is not replaced: something may be in it that is missing here.
    .now = Take another stick. If the other one is the newer, go back to the beginning and open it, with the cards of its set. If nobody needs it, choose this stick once more, and say that it may go.
error-ceremony-cannot-tell = Nobody can tell what is in { $folder } on { $stick }: not all of it can be read. It may be needed still, so it is not replaced.
    .now = Take another stick. Or look at this one on another computer: rename the folder there, or delete it if nobody needs it.
error-ceremony-rehearsal = The rehearsal of the recovery did not succeed. { $cause }
    .now = No Nitrokey was written. Write the bundle again, read the cards again, and rehearse again.
rehearsal-different = What came out is not what was sealed.
rehearsal-process = The separate program for it failed ({ $cause }).
rehearsal-no-end = The separate program for it did not come to an end, and was stopped. If that happens again, write the bundle to another stick.
rehearsal-question = The separate program for it could not read what it was given.
rehearsal-nonce = The separate program for it was started in a wrong way.
rehearsal-folder = The separate program for it did not find the bundle.
error-ceremony-tampered = The file { $file } of the bundle is not the one that belongs to its { $other }.
    .now = Use another copy of the bundle.
error-ceremony-public-key = The public key in the bundle cannot be read ({ $cause }).
    .now = Use another copy of the bundle.
error-ceremony-no-such-role = There are no PINs for a Nitrokey “{ $role }”.
    .now = Choose one for which there are: { $known }.
error-ceremony-user-pin-needed = The backup does not hold the user PIN of the Nitrokey “{ $role }”.
    .now = Type a user PIN for it.
error-ceremony-already-flashed = Nitrokey { $serial } was written already, as “{ $role }”.
    .now = Remove it, and insert another one.
error-ceremony-short-passphrase = The passphrase has { $length } characters. A key that is not on a Nitrokey needs at least 12.
    .now = Choose a longer one.

## The plan

error-plan-syntax = The file { $file } cannot be read ({ $cause }).
    .now = Correct it, or leave the file out and type the plan.
error-plan-syntax-line = Line { $line } of the file { $file } cannot be read ({ $cause }).
    .now = Correct it, or leave the file out and type the plan.
error-plan-latin-1 = The file { $file } is not in UTF-8: line { $line } has letters in another encoding, most likely Latin-1 (Windows-1252).
    .now = Save it as UTF-8 in your editor, or leave the file out and type the plan.
error-plan-utf-16 = The file { $file } is in UTF-16, but damaged, or without the mark in front that says so.
    .now = Save it as UTF-8 in your editor, or leave the file out and type the plan.
error-plan-field = In the plan, { $name } ({ $field }) is “{ $value }”, which is not possible.
    .now = { $allowed }
error-plan-empty = In the plan, { $name } ({ $field }) is empty.
    .now = { $allowed }
error-plan-no-user-id = In the plan there is no name and no address (user_ids).
    .now = Write at least one, such as “Ada Lovelace <ada@example.org>”.
error-plan-trustees = The plan names { $found ->
        [one] { $found } trustee
       *[other] { $found } trustees
    } for { $cards } share cards.
    .now = Name one for each card.
name-plan-version = the version of the format
name-plan-user-ids = your name and address
name-plan-algorithm = the kind of keys
name-plan-expiry = the time until the keys expire
name-plan-nitrokeys = the number of Nitrokeys
name-plan-pins = the choice of the PINs
name-plan-touch = the use of the touch button
name-plan-primary-key = the place of the primary key
name-plan-public-key-url = the address of the public key
name-plan-language = the language
name-plan-quorum-needed = the number of cards needed
name-plan-quorum-cards = the number of cards
name-plan-trustees-name = the name of a trustee
name-plan-trustees-note = the note on a trustee
name-plan-slots-signature = the key for signatures
name-plan-slots-decryption = the key for decryption
name-plan-slots-authentication = the key for logins
allowed-one-of = Write one of these: { $words }.
allowed-range = Choose a number from { $from } to { $to }.
allowed-up-to-cards = Choose a number from 2 to { $cards }, the number of cards.
allowed-version = Write { $version }.
allowed-expiry = Write “never”, or “1 year” to “30 years”.
allowed-user-id = Write “Name <address>”, such as “Ada Lovelace <ada@example.org>”.
allowed-once = Write each one only once.
allowed-line = Write one line of { $min } to { $max } characters.
allowed-address = Write an address such as “https://example.org/ada.asc”.
allowed-language = Write two letters, such as “en”, “de” or “fr”.
allowed-fingerprint = Write a fingerprint of 40 hexadecimal digits.

## The keyboard

error-keyboard-not-allowed = The keyboard layout cannot be set without the administrator’s rights.
    .now = Set it with this system’s own means, or start Coldspare as administrator.
error-keyboard-kernel = The system refused this keyboard layout ({ $cause }).
    .now = Choose another one; until then the keys type as before.
error-message-none = There is no encrypted message in this file.
    .now = Take the file that your mail program shows as encrypted, or the whole mail, saved as a file.
error-message-other-keys = The message was encrypted to other keys: { $keys }.
    .now = Perhaps it was sent to somebody else, or to keys that you had before these. Open the backup of those.
error-message-hidden = The message does not say to which keys it was encrypted, and none of these opens it.
    .now = Perhaps it was sent to somebody else, or to keys that you had before these. Open the backup of those.
error-message-kind = The message was encrypted to your key { $key }, and nothing is decrypted here with a key of its kind ({ $kind }).
    .now = Decrypt it with GnuPG, at home, where you still have that key. If it is nowhere else, open the backup by hand, as GUIDE.txt says: GnuPG gets all keys then.
error-message-elsewhere = The message was encrypted to your key { $key }, whose secret is not in this backup.
    .now = Decrypt it where that key is: on the computer or the Nitrokey that it was left on.
error-message-many = The message was encrypted to more keys than are looked at here.
    .now = Use the keys from a file, at home: gpg --decrypt looks at all of them.
error-message-strange = The message is for one of your keys, and was encrypted or packed in a way that is not known here ({ $how }).
    .now = Use the keys from a file, at home: gpg --decrypt knows more ways.
error-message-passphrase = The message was encrypted under a passphrase, not to a key.
    .now = Decrypt it at home: gpg --decrypt asks for the passphrase. No Nitrokey is needed for that.
error-message-not-protected = Nothing shows whether this message was changed on its way. Some old programs wrote such messages. It is not opened here: one that was changed can send its own content to an attacker.
    .now = Ask the sender for it once more.
error-message-changed = The message was changed or cut off on its way. Nothing of it is shown.
    .now = Copy the file once more from where it came from, or ask the sender for it.
error-message-too-large = The message, or what is in it, is longer than { $most } MB. That is more than is opened here.
    .now = Use the keys from a file, at home: gpg --decrypt has no such limit.
error-message-process = The process that decrypts could not be used ({ $cause }).
    .now = Try it again. If it fails again, use the keys from a file, at home.
error-message-no-answer = The process that decrypts was stopped: it took too long, or said what no such process says. Something may be wrong with this file.
    .now = Do not open this file elsewhere. Ask the sender what it is.
error-sign-no-key = None of these keys signs: what there is certifies, decrypts or logs in.
    .now = Sign with the key that you have for that. It is not in this backup.
error-sign-revoked = The signing key { $key } was revoked on { $day } ({ $reason }). Nobody would believe the signature.
    .now = Open the newest backup: in it are the keys that took its place.
error-sign-expired = The signing key { $key } expired on { $day }.
    .now = Prolong it first: “Something about my keys changes”, on the first screen. Then sign.
error-sign-elsewhere = The secret of the signing key { $key } is not in this backup.
    .now = Sign where that key is: on the computer or the Nitrokey that it was left on.
error-sign-kind = The signing key { $key } is of a kind that nothing is signed with here ({ $kind }).
    .now = Use the keys from a file, at home: gpg --detach-sign knows more kinds.
error-sign-not-yet = Your keys were last changed on { $made }, and this computer’s clock says { $clock }. Most likely the clock is behind, and nobody would believe a signature of that day.
    .now = Go back to the beginning and set the date.
error-sign-library = The file could not be signed ({ $cause }). There is no signature.
    .now = Try it again. If it fails again, use the keys from a file, at home.
error-sign-too-large = { $file } has more than 4 GB. That is more than is signed here.
    .now = Put its SHA-256 into a text, as sha256sum writes it, and sign that.
error-sign-changed = { $file } is not any more what was shown: somebody or something has changed it on the stick. Nothing was signed.
    .now = Go back and choose it again. If nobody has changed it, trust neither this stick nor what is on it.
