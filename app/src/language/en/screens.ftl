# English: what all screens share, home, keyboard and language, and a look at a Nitrokey

## The frame

stage = step { $at } of { $of }
key-enter = Enter
key-escape = Esc
key-next = go on
key-back = back
key-help = explain
key-off = switch off
key-choose = choose
key-show = show
key-hide = hide
key-code = as code
help = What this is
help-close = back
too-small = Coldspare needs a window of { $columns } columns and { $rows } rows. Make this one larger.
code-close = Any key: back
code-small = This window is too small for the code. Make it larger, or press any key.

## Leaving

leave = Leave this?
leave-text = You will be back at the beginning, where you can start again.
leave-yes = Yes, leave it
off = Switch off
off-note = Wipes everything from memory and ends.
off-text = Everything secret is wiped from memory. What was written to Nitrokeys, sticks and paper stays.
off-busy = A Nitrokey, a stick or a page is being written just now. If you can, wait until it is done.
off-yes = Yes, switch off
sure-no = No, go on here
panicked = A fault in this program
panicked-text = It stopped what the program did just now. What you have made so far is kept. A Nitrokey that was being written may be unfinished: write it once more, and it will be completed. Please tell the makers of Coldspare what you did.
panicked-on = go on where you were
panicked-on-note = The same step can be tried again.
panicked-home = leave it, and go home
panicked-home-note = Everything made in this sitting is wiped from memory.
fault = A fault in this program got in the way.
    .now = What was made so far is kept. Try the same once more; pull out first what you plugged in last, if you can do without it.
too-much = More than one line came at once, as only a scanner types. The first was taken, and nothing behind it: look at what stands here. A card’s code has one line.
farewell = Good-bye
farewell-wiped = Everything secret has been wiped from memory.
farewell-take = Take the Nitrokeys, the sticks and the paper with you.
farewell-now = Switch off now
farewell-now-note = The computer switches itself off.
farewell-stay = Stay on until it says that it is safe
farewell-stay-note = Everything ends and all memory that was used is overwritten. Then it is said that the computer can be switched off.
safe = It is safe to switch off now. Nothing runs any more, and nothing secret is left in memory. Take the Nitrokeys, the sticks and the paper with you.
safe-enter = Press Enter to switch this computer off.
switching-off = The computer switches itself off. If it is still on after ten seconds, switch it off by its button: it is safe.
given-up = Coldspare stopped unexpectedly, again and again, and is not started any more. Nothing secret is left in memory. Switch off, pull out all sticks and Nitrokeys, and start again; if that does not help, try another computer or make the stick anew.
restarted-here = Coldspare stopped unexpectedly and was started again. Nothing was saved.
restarted = Coldspare stopped unexpectedly and was started again. Nothing secret was kept, and nothing was saved that was not yet on a stick, a Nitrokey or paper. A Nitrokey that was being written may be unfinished: go through the same steps again, and it will be completed. Please tell the makers of Coldspare what you did.
trial = This is a trial: its programs come from Debian. Use no real keys.
farewell-wait = One moment: what is being written is finished first.
farewell-enter = end

## Home

home = What do you want to do?
home-help = Lose a Nitrokey, lose nothing. Nothing is written before you say yes.
    
    Coldspare makes the electronic keys for your mail, disks and logins, seals a backup of them, and puts them on two Nitrokeys: one to use, one as the spare.
    
    The key to the backup is split into share cards on paper, for people whom you trust. A few of these cards together bring everything back; fewer tell nothing.
    
    Choose a line with the arrow keys or by the sign before it, and press Enter. The lines that belong to what is plugged in stand at the top.
setup = Set up keys
setup-note = New keys, their backup, share cards for people you trust, and two Nitrokeys. Half an hour.
revoke = Revoke everything
revoke-note = End the whole identity: its owner is dead, or a thief has the primary key. The backup and some cards are needed.
lost = A Nitrokey is lost or broken
lost-note = Bring everything back, from the spare or from share cards.
stolen = A Nitrokey was stolen
stolen-note = New subkeys in the place of those on it, which are revoked. The share cards stay.
forgotten = I have forgotten a PIN
forgotten-note = Forgotten or blocked: a new user PIN, by the PIN slip or the backup. Nothing is erased.
deal = Trustees change, or a card is lost
deal-note = New share cards for everybody, and what to do with the old ones. Enough old cards are needed.
yearly = The yearly check
yearly-note = Spare, sticks, cards and dates, as far as they are here, and a report. Nothing is changed.
check = Check a card
check-note = Is a share card still readable and right? One card is enough, with its holder there.
inspect = Look at a Nitrokey
inspect-note = What is on it, and is it healthy? It is only read.
another = Write another Nitrokey
another-note = A spare that came later, or one more. Those that there are stay as they are.
changes = Something about my keys changes
changes-note = They last longer, a name or address, what the backup holds. No Nitrokey is needed.
keyboard = Keyboard and language
keyboard-note = Choose what your keys type, and the language of these screens.

## Keyboard and language

language-name = English
language = Language · Sprache · Langue
language-text = Choose with the arrow keys ↑ ↓, then press Enter.
language-help = The screens and the paper speak this language. You can change it at any time. The 24 words on share cards are English in every language.
    
    Where Coldspare was started from its own stick, the keyboards that work are counted and named here. If there is one more than you see before you, something that is plugged in types as well: pull it out.
keyboards = Keyboards · Tastaturen · Claviers: { $number }: { $names }
keyboards-unknown = Not yours? Pull it out · Nicht Ihre? Abziehen · Pas à vous ? Débranchez
keyboards-built-in = built-in · eingebaut · intégré
layout = What keyboard is this?
layout-text = In this window the keys type what its system has set. So this choice changes nothing here.
layout-press = Press the key with { $label } on it. Or choose from the list with the arrow keys.
layout-press-not-pad = Press the key with { $label } on it, not on the number pad. Or choose from the list with the arrow keys.
layout-left = Keyboards like yours. Choose the right one with the arrow keys.
layout-no-fit = No keyboard has that key there.
    .now = Begin again, or choose from the list.
layout-help = The same key types another letter on a German and on a French keyboard. If the layout is wrong, a PIN that you type here is not the one that you think of.
layout-us = English (United States)
layout-uk = English (United Kingdom)
layout-de = German
layout-de-nodeadkeys = German, accents at once
layout-ch-de = Swiss, German
layout-ch-fr = Swiss, French
layout-fr = French
layout-be = Belgian
layout-es = Spanish
layout-it = Italian
layout-pt = Portuguese
layout-br = Brazilian
layout-nl = Dutch
layout-se = Swedish
layout-no = Norwegian
layout-dk = Danish
layout-fi = Finnish
layout-pl = Polish
layout-cz = Czech
layout-hu = Hungarian
layout-tr = Turkish
layout-ru = Russian
try = Does it type what you press?
try-text = Type a few letters, and the signs of an address: @ . - _ If they come out right, press Enter. If not, press Esc and choose another keyboard.
try-field = Try it here
try-help = Nothing that you type here is kept.

## USB devices

usb-keyboard = May this keyboard type?
usb-why-later = It was plugged in just now. A scanner that types is a keyboard as well.
usb-why-hidden = It is in one device with something else. A stick that types is such a device.
usb-why-beside = It hangs at the same hub as a stick. That is right if both are yours; but a stick may have a hub and a keyboard in it.
usb-digits = If it is yours, type these digits on the keyboard that you use now. Until then it stays off.
usb-digits-only = No other keyboard works. If this one is yours, type these digits on it. Until then it can do nothing else.
usb-beware = If it is not, or if you plugged in something else, it is not what it looks like: press Esc and pull it out.
usb-beware-only = This is less safe than a yes on another keyboard: whatever types the digits may type from then on. If you do not know it, pull it out and plug in your own.
usb-wrong = Those were not the digits. Here are others.
usb-wait = Those were not the digits. Others come in a moment.
usb-first = Keyboard · Tastatur · Clavier
usb-first-asks = Is this yours? It came late, or with a stick or something else. If so, type these digits on the keyboard that you use now. If not: Esc, and pull it out.
usb-first-only = Is this your keyboard? No other one works. If so, type these digits on it. This is less safe: if you do not know it, pull it out and plug in your own.
usb-again = { $name } comes back again and again, as with a loose contact. So it stays off. Pull it out for ten seconds, until this text is gone, and plug it in again, into another port if you can.
usb-keyboard-no = leave it off
usb-built-in = built-in or PS/2
usb-notice = At the USB ports
usb-off = Off: { $device }
usb-off-text = Only what Coldspare needs may work here: keyboards, sticks, card readers, Nitrokeys, printers. Everything else stays off, cameras too: nothing uses them yet. You need not do anything.
usb-close = go on
usb-device = { $name } ({ $kinds })
usb-nameless = a device without a name
usb-kind-keyboard = keyboard
usb-kind-hub = hub
usb-kind-storage = stick
usb-kind-card-reader = card reader
usb-kind-nitrokey = Nitrokey
usb-kind-printer = printer
usb-kind-ipp = printer that speaks only IPP
usb-kind-camera = camera
usb-kind-mouse = mouse
usb-kind-input = input device
usb-kind-network = network adapter
usb-kind-bluetooth = Bluetooth
usb-kind-sound = sound
usb-kind-phone = phone or tablet
usb-kind-serial = serial line
usb-kind-unknown = unknown device

## Nitrokeys

nitrokey-who = { $model }, serial { $serial }
nitrokey-who-firmware = { $model }, serial { $serial }, firmware { $firmware }
nitrokey-blank = No key is on it.
nitrokey-takes = It supports: { $algorithms }.
nitrokey-tries = Tries left: user PIN { $user }, admin PIN { $admin }, reset code { $reset }. OpenPGP card { $version }.
nitrokey-ours-primary = your primary, in use
nitrokey-ours-role = your { $role }
nitrokey-ours = your keys are on it
nitrokey-ours-some = some of your keys are on it
nitrokey-ours-old = your old subkeys are on it
nitrokey-half-reset = The factory reset of the Nitrokey in { $reader } was cut short. Nothing is on it. Set it up, and the reset will be finished.
nitrokey-unreadable = A card that cannot be read
nitrokey-unreadable-note = In { $reader }: { $cause }. Pull it out, unless it should work.
insert-one = Insert a Nitrokey.
inspect-help = A Nitrokey is only read here; no PIN is asked for and nothing is changed.
inspect-none = No Nitrokey is plugged in. As soon as one is, it is shown here.
inspect-more = This is Nitrokey { $at } of { $of } that are plugged in.
inspect-next = next
list-none = No Nitrokey is plugged in.

## Work

key-again = try again
work-seconds = { $seconds } seconds so far
work-left = { $seconds } seconds so far, about { $left } left
work-quiet = Nothing was heard from it for a minute. If it goes on like this, pull the Nitrokey out: you can begin again, and nothing is lost.
event-begins = One moment …
event-making = Making the keys. RSA 4096 can take a minute; all others are done at once.
event-sealed = Sealed, and its key split into { $cards } shares.
event-written = Written to { $stick }, read back, compared.
event-rehearsing = A fresh process recovers everything from shares { $cards } and the stick.
event-rehearsed = It came to the same identity.
event-resetting = Back to the factory state.
event-importing-signature = The key for signatures goes in.
event-importing-decryption = The key for decryption goes in.
event-importing-authentication = The key for logins goes in.
event-settings = Name, language and touch are set.
event-pins = The PINs are set.
event-reading-back = What does it say of itself?
event-proving-signature = It signs something. If its light blinks, touch it.
event-proving-decryption = It decrypts something. If its light blinks, touch it.
event-proving-authentication = It logs in. If its light blinks, touch it.

## Sticks

stick-none-other = No other stick is plugged in. Insert one; it is shown here at once.
stick-none = No stick is plugged in. Insert one; it is shown here at once.
stick-started = The stick that Coldspare was started from.
stick-started-not = The stick that Coldspare was started from is not offered here: it is overwritten one day, when there is a newer Coldspare.
stick-holds-bundle = Not this one: the backup is on it, and whatever opens it or lies unprotected is kept apart from it.
    .now = Take another one. To write onto this one all the same, choose it again.
stick-holds-cards = Not this one: the share cards are on it.
    .now = Take another one. To write onto this one all the same, choose it again.
stick-holds-key = Not this one: a secret key lies unprotected on it, and it is to be destroyed one day.
    .now = Take another one. To write onto this one all the same, choose it again.
stick-holds-message = Not this one: a message lies unprotected on it, and it is to be destroyed one day.
    .now = Take another one. To write onto this one all the same, choose it again.
stick-holds-revocation = Not this one: a certificate that ends an identity lies on it.
    .now = Take another one. To write onto this one all the same, choose it again.
stick-holds-signature = Not this one: a signature lies on it, and it goes out of the house.
    .now = Take another one. To write onto this one all the same, choose it again.
stick-holds-report = Not this one: a report or a page to be printed is on it.
    .now = Take another one. To write onto this one all the same, choose it again.
stick-another = Another stick
stick-another-note = Insert it now; it is shown here at once.
stick-mega = { $name }, { $size } MB
stick-giga = { $name }, { $size } GB
stick-unformatted = It has no file system that can be used.
stick-unreadable = What is on it cannot be read: use another one.
stick-to-format = It has no file system that can be used. Enter: see what is on it, and make one.
file-taken = { $file } was read.
file-keep = keep it

## A stick without a file system

format = May this stick be erased?
format-other = What is on it now: { $has }. It cannot be used here.
format-nothing = No file system was recognised on it. It may be new; it may as well be encrypted.
format-gone = Everything on it will be gone for ever, also what was not recognised.
format-field = To agree, type how many MB it has
format-enter = erase and format it
format-works = It is erased, and gets a new file system.
format-wrong = This is not its size.
    .now = Type the number that stands before MB above. If this is not the stick that you mean, press Esc.

## PINs and passphrases

pin-user = User PIN
pin-user-chosen = (the one that you choose)
pin-admin = Admin PIN
pin-reset = Reset code
pin-passphrase = Passphrase
pin-code = Backup code
pin-again = Once more
pin-try = What your keys type: try it here, it is not kept
pin-rules-user = You will type it for each use of the Nitrokey. { $min } to { $max } characters. After three wrong tries it is blocked, so six random digits are enough. Digits come out right on every keyboard.
pin-rules-admin = It unblocks the user PIN and changes settings; it is in the sealed backup as well. { $min } to { $max } characters. After three wrong tries the Nitrokey must be set up anew.
pin-rules-reset = It gives you a new user PIN without the admin PIN; it is in the sealed backup as well. { $min } to { $max } characters.
pin-rules-passphrase = At least { $min } characters, at most { $max }. Nothing limits how often a thief may try, so make it long: six random words, say.
pin-empty = Nothing was typed.
    .now = Type it, and press Enter.
pin-length = It must have { $min } to { $max } characters.
    .now = Choose another one, and type it twice.
pin-factory = Every new Nitrokey comes with this PIN: a thief tries it first.
    .now = Choose another one, and type it twice.
pin-differs = The two are not the same.
    .now = Type both again. F2 shows what you type.
blind-cut = That is longer than { $most } characters. The end of it was not taken.
    .now = Type a shorter one, from the beginning.
blind-code = A scanner has typed a code here.
    .now = Put the card away: it is not asked for now. Then type what is asked for.
blind-came = Something else came onto the screen while this was typed.
    .now = Type it once more, from the beginning.
show-pins-alone = Be alone, take paper and a pen, and press Enter.
show-pins-write = Write them down now.
show-pins-hidden = They are hidden again. Are they on paper? F2 shows them once more.
show-pins-need = You need the user PIN whenever you use this Nitrokey. Admin PIN and reset code are in the sealed backup as well.
show-pins-enter = they are on paper

## Writing a Nitrokey

write = Write the { $role }
write-text = Choose the Nitrokey. What is on it is shown before anything happens.
write-two = More than one is plugged in. Leave only this one in, so that its label goes onto the right one.
write-help = One Nitrokey after the other: you choose it, see what is on it, and say yes by typing the last four characters of its serial. Then it is put back to its factory state, gets the keys and the PINs, and must use each key once, checked against the public key. If it is pulled out in the middle, insert it again and choose it again: it is begun anew, and nothing is lost.
write-insert = Insert the { $role }: { $serial }
write-insert-any = Insert the Nitrokey that is to be the { $role }.
write-half = A Nitrokey, half reset
write-blank = No key is on it.
write-full = There are keys on it, which would be erased. They are shown next.
write-these = It says that these very keys are on it already.
write-same = It is the { $role } already.
write-other = Not this one: you met { $serial } for this.
write-wrong = This is not the one that you met for this: { $serial } is.
    .now = Insert { $serial }. If you want to use another one, go back to where the Nitrokeys were met, and meet it there.
write-not-taken = Use another Nitrokey: your keys and the cards stay as they are. Nothing was written on this one.
write-later = Not now, later
write-later-note = If it is not at hand. You will need { $needed } cards and the stick again; or keep { $needed } envelopes until then.
write-none = Nothing is selected, because there are keys on what is plugged in. Insert a blank one, or go to a line with the arrow keys.
write-ours = It stays as it is: another one is wanted here.
write-erase = Erase this one of yours?
write-erase-text = Your keys are on it ({ $what }). Nothing on it has to be erased for another one to be written.
write-erase-role = If you erase it all the same, it becomes “{ $role }”, with the PINs for that; everything else of OpenPGP on it is gone. That makes sense only if its PINs are blocked, or if writing it was broken off.
write-erase-old = Your old subkeys are on it. What only they open, this one alone opens still: servers that know only the old login, disks without a slot for the new subkey. Old mail is read from the backup.
write-erase-old-role = If you erase it, it becomes “{ $role }”, with the new subkeys. That is right once all that is changed.
write-erase-no = No, leave it as it is
write-erase-no-note = Then insert another one.
write-erase-yes = Yes, erase it and write it anew
write-erase-yes-note = You see once more what is on it, and agree with the end of its serial.
write-all = The Nitrokeys are written
write-all-text = Each one has used all of its keys, and every result fits the public key.
write-admin = Its admin PIN
write-admin-text = This one cannot be put back to its factory state. It can only be written with the admin PIN that it has now. If writing it was broken off on another day, it may have its new one from the backup already: then press F3.
write-admin-new = new PIN
unsure = Is its admin PIN known?
unsure-pin = I know its admin PIN
unsure-pin-note = With it the reset is tried, and nothing is blocked.
unsure-another = Use another card
unsure-another-note = This one stays as it is.
unsure-block = Block its PINs, and try the reset
unsure-block-note = If it has no reset, nobody can use it any more.
unsure-admin-text = Type the admin PIN that it has now. If writing it was broken off on another day, it may have its new one from the backup already: then press F3.
write-user = A new user PIN
write-user-text = The backup does not hold the user PIN. Choose a new one for this Nitrokey.
confirm = This one?
confirm-role = It becomes the { $role }.
confirm-blank = It will be put back to its factory state and written. No key on it is lost.
confirm-gone = These keys, and everything else of OpenPGP on it, will be gone for ever.
confirm-these = They are said to be the very keys that are written now: then no key is lost.
confirm-field = To agree, type the last four characters of its serial
confirm-enter = erase and write it
writing = It is being written
writing-text = Leave it plugged in.
proven = Written, and proven
proven-text = The { $role }, { $serial }, signed, decrypted and logged in. Every result fits the public key.
proven-old-mail = The { $role }, { $serial }, has decrypted. The result fits the public key. Nothing else is on it.
proven-label = Write this onto a label, and put it on this Nitrokey now. Then pull it out.
label-primary = PRIMARY
label-spare = SPARE
label-old-mail = OLD MAIL
