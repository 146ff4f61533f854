# English: set up keys

## The stages

stage-check = Self-check
stage-plan = Plan
stage-meet = Meet the Nitrokeys
stage-random = Randomness
stage-make = Make the keys
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
self-check-memory = Memory: { $memory } MB are free.
self-check-no-memory = Only { $memory } MB of memory are free, 64 MB are wanted. It may stop in the middle. Use another computer.
self-check-swap = Memory may be written to this computer’s disk (swap). For real keys, start Coldspare from its stick.
self-check-cards = The smart card service answers.
self-check-help = A computer that is online can be read by others. Coldspare’s own stick starts a system that knows no network and no disk, so nothing can get in and nothing can get out. On an ordinary computer Coldspare works as well, to get to know it.
clock = What time is it?
clock-text = The keys bear the date on which they were made, and it cannot be changed later. Correct it if it is wrong. The time is that of Greenwich (UTC); an hour more or less does no harm.
clock-wrong = This computer’s clock must be wrong. Type the right date.
clock-field = Year-month-day hour:minute
clock-help = A computer that was without current for long has forgotten the time. With a wrong date your keys may not be valid yet on other computers, or expire too early.

## 7. Share cards

paper-way = How do the share cards come to paper?
paper-way-text = Each of the people whom you trust gets a card. The fewer computers it passes on its way to paper, the better.
paper-way-printer = Printer: { $name }
paper-way-printer-note = The best way: through the cable, and past no other computer.
paper-way-unknown-note = This printer speaks no language that is known here. Connect another one, or choose another way.
paper-way-none = A printer at this computer
paper-way-none-note = No printer is found yet. Connect one with its USB cable and switch it on: its name appears here by itself.
paper-way-elsewhere = Files on a stick, printed elsewhere
paper-way-elsewhere-note = For a printer at another computer. That computer then sees all cards. Read first what this means.
paper-way-by-hand = Copied from the screen by hand
paper-way-by-hand-note = Without any printer: you write 24 words onto each card, and type them back. Ten minutes for each card.
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
paper-size-help = If the paper is another one than you say, the edges may be cut off, and a code at the edge could not be read. You will notice when the card is read back, and can print it again.
paper-behind = Print the backup behind each card?
paper-behind-text = The cards open your sealed backup. It will be on a stick in any case; it can be on paper too, behind each card.
paper-behind-yes = Yes, behind each card
paper-behind-yes-note = Then the cards alone bring everything back, even if every stick is lost or broken. It is { $codes ->
    [one] one code
   *[other] { $codes } codes
 } on paper.
paper-behind-no = No, on sticks alone
paper-behind-no-note = Then cards and a stick are needed. If no stick is left, the cards are worth nothing: keep two or more.
paper-behind-large-note = Your backup is too large for paper: it stays on sticks alone. Keep two or more of them.
paper-behind-help = The sealed backup tells nothing to who has too few cards. So it is no danger if it lies behind a card.
    
    With it, enough of your people together can open everything without you and without a stick. That is what you want if something happens to you. Without it, they need one of your sticks as well: choose this if you want to keep the last word.
card-of = Card { $at } of { $of }, for { $name }
card-right = Card { $at } is right.
card-right-text = { $pages ->
    [more] All its pages go into the envelope now, face down.
   *[one] It goes into its envelope now, face down.
 } Close it, and write “{ $name }” on it. Nobody looks at the card again, not even you.
card-right-all = All { $of } cards are done and right.
card-other = That was card { $other }, and it is right. Now card { $at }, please.
print-card = Print a card
print-card-text = { $behind ->
    [yes] This card is printed now. The backup sheet comes behind it, and is no secret.
   *[no] This card is printed now.
 } Be alone. Look that there is paper in the printer, and take all that comes out at once.
print-card-second = This card, or a part of it, was printed before. Keep one whole copy. Tear up the rest and burn it: whoever finds it may have the card.
print-card-now = Take out all that comes, at once, and keep its order.
print-card-read = Is it readable? Scan the code on the card. Or type these three words from it; four letters of each are enough.
print-card-help = The card is printed now, and then read back at once: a card that cannot be read is noticed today, and not in ten years. Three words, asked for at random, show that the right card came out whole.
    
    If it is smudged, cut off or too pale, press F5 and print it again.
    
    The card is never shown on this screen. Esc goes back to the card before; what was read stays read.
key-print = print it
key-print-again = print again
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
elsewhere-no-note = Back to the question how the cards come to paper.
elsewhere-yes = I understand, and print elsewhere
elsewhere-yes-note = Next you choose the stick.
elsewhere-help = Share cards protect your backup because no single place has enough of them. A computer that prints them all is such a place, at least for a while. If it is online, or somebody else looks after it, your backup is as safe as that computer.
elsewhere-stick = To which stick?
elsewhere-stick-text = Take an empty stick for this alone, never the one for the backup: with cards and backup on it, whoever finds it has everything.
elsewhere-stick-note = The cards are written into a folder of their own. Nothing else on this stick is changed.
elsewhere-bundle-note = Your backup is on this stick. The cards must not lie beside it: take another one.
elsewhere-no-stick = Insert a stick. It is noticed by itself.
elsewhere-writes = The sheets are drawn and written to { $stick }.
elsewhere-leave = Leave the stick where it is.
elsewhere-done = Now print them
elsewhere-written = On { $stick }, in the folder { $folder }, and read back the same.
elsewhere-print = Take the stick out, and print these, one-sided and in full size:
elsewhere-files-cards = share-card-1.pdf to share-card-{ $n }.pdf
elsewhere-files-record = owners-record.pdf, for yourself, if you like
elsewhere-files-sheet = backup-sheet.pdf, if you like
elsewhere-destroy = Destroy the stick afterwards. To delete the files is not enough.
elsewhere-stay = Leave this computer on, and nobody else near it. Switched off, it forgets the keys, and the cards are worth nothing.
elsewhere-back = Back with the paper? Press Enter: each card is read back.
elsewhere-again = another stick
read-card = Read a card back
read-card-text = Take the printed card. Scan its code, or type these three words from it; four letters of each are enough.
read-card-help = Each card is read back at once: a card that cannot be read is noticed today, and not in ten years. Three words, asked for at random, show that the right card came out whole.
    
    If one is smudged or cut off, print its file once more. Esc goes back to the card before; what was read stays read.
by-hand = Copy a card by hand
by-hand-text = Take a sheet of good paper and a pen that does not fade. Write this at the top:
by-hand-top-card = Coldspare: share card { $at } of { $n }
by-hand-top-set = Set { $set }. Any { $k } of { $n } cards open it.
by-hand-top-for = For { $name }. Show it to nobody.
by-hand-top-by = By { $owner }, { $day }
by-hand-show = Then be alone, with no camera and no window behind you, and press F2: the 24 words appear.
by-hand-words = Copy these 24 words with their numbers, in clear letters.
by-hand-digits = Copy these four lines. The last four digits of each are its check.
by-hand-code = This code is for a reader without a network. Never let a telephone see it. If it is cut off, F4 shows it whole.
by-hand-then = When all of it is on paper, press Enter: it disappears from the screen, and you type it back from the paper.
by-hand-as-words = words
by-hand-as-digits = digits
by-hand-as-code = code
by-hand-large = large
by-hand-back = Type the card back, from your paper and not from memory. Esc leads back to it.
by-hand-how = Type the 24 words with a blank after each: the first four letters are enough. Or type the four lines of digits.
by-hand-any = Words or digits
by-hand-words-differ = { $many ->
    [one] Word { $numbers } is not this card’s. Look at your paper:
   *[other] Words { $numbers } are not this card’s. Look at your paper:
 } typed wrong, or copied wrong? The arrow keys lead back. Esc leads to the card.
by-hand-words-other = These are the words of card { $other }, and this is card { $at }. Look at the number on your paper.
by-hand-lines-differ = { $many ->
    [one] Line { $numbers } is not this card’s. Look at your paper:
   *[other] Lines { $numbers } are not this card’s. Look at your paper:
 } typed wrong, or copied wrong? The arrow keys lead back. Esc leads to the card.
by-hand-lines-other = These are the lines of card { $other }, and this is card { $at }. Look at the number on your paper.
by-hand-help = Copying takes patience, and one wrong word makes a card worthless. So each card is typed back whole, and Coldspare says which word is wrong.
    
    The words are English in every language, so that every copy of Coldspare reads them. The numbers belong to them: their order counts.
    
    Copy the words or the digits, whichever you like better; one of them is enough. F2 shows and hides them, F3 changes between them.
more-paper = What else shall be printed?
more-paper-text = While the printer is there: each of these can be printed as often as you like.
more-paper-now = Take out all that comes, at once.
more-paper-sheet = The backup sheet
more-paper-sheet-note = The sealed backup on paper, for your own papers. It is no secret, and useless without the cards.
more-paper-sheet-done = The backup sheet is printed.
more-paper-record = The owner’s record
more-paper-record-note = One page for you: which card is whose, the Nitrokeys, and what to do if one is lost. No secret stands on it.
more-paper-record-done = The owner’s record is printed. Keep it with your papers.
more-paper-slips = The PIN slips
more-paper-slips-note = All PINs of each Nitrokey, in plain digits: user PIN, admin PIN and reset code. Whoever has a slip and its Nitrokey has your keys.
more-paper-slips-done = The PIN slips are printed. Cut them off, and keep each apart from its Nitrokey.
more-paper-cards = All cards once more
more-paper-cards-note = A second card for each of your people. The second ones are as secret as the first; they are not read back.
more-paper-cards-done = All cards are printed once more. Put them into envelopes now.
more-paper-go-on = Go on
more-paper-go-on-note = Nothing else is needed on paper.
more-paper-help = None of this is needed. A copy of the backup sheet protects you if every stick breaks. The record helps you in ten years, and whoever settles your affairs. PIN slips are for who cannot keep a PIN in mind; Coldspare also seals admin PIN and reset code into the backup.
