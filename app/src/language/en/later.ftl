# English: A key is lost · Check a card · Look at a Nitrokey

## A card is read

entry-how = Scan the code on the card. Or type its 24 words with a blank after each: the first four letters are enough. Or type its four lines of digits.
entry-any = Code, words or digits
entry-code = A code is coming in …
entry-word = Word { $number } of 24
entry-word-whole = Word { $number } of 24: { $word }
entry-word-begins = Word { $number } of 24: more than one word begins like that
entry-word-near = Word { $number } of 24 is on no card. Did you mean { $words }?
entry-word-unknown = Word { $number } of 24 is on no card. Look at its spelling.
entry-words-wrong = { $many ->
    [one] Word { $numbers } is on no card. The arrow keys lead back to it.
   *[other] Words { $numbers } are on no card. The arrow keys lead back to them.
 }
entry-words-whole = All 24 words are there. Press Enter.
entry-line = Line { $number } of 4: 16 digits and 4 check digits
entry-lines-wrong = { $many ->
    [one] Line { $numbers } is not as on the card. The arrow keys lead back to it.
   *[other] Lines { $numbers } are not as on the card. The arrow keys lead back to them.
 }
entry-lines-whole = All four lines are there. Press Enter.
