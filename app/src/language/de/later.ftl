# Deutsch: Ein Schlüssel ist weg · Noch einen Nitrokey beschreiben · Karte prüfen · Nitrokey ansehen

## Eine Karte wird gelesen

entry-how = Lesen Sie den Code der Karte ein. Oder tippen Sie ihre 24 Wörter, nach jedem ein Leerzeichen: Je vier Buchstaben genügen. Oder ihre vier Zeilen Ziffern.
entry-any = Code, Wörter oder Ziffern
entry-any-open = Code, Wörter oder Ziffern; „?“ für Unlesbares
entry-code = Ein Code kommt an …
entry-word = Wort { $number } von 24
entry-word-whole = Wort { $number } von 24: { $word }
entry-word-begins = Wort { $number } von 24: Mehr als ein Wort beginnt so
entry-word-near = Wort { $number } von 24 steht auf keiner Karte. Meinten Sie { $words }?
entry-word-unknown = Wort { $number } von 24 steht auf keiner Karte. Wie wird es geschrieben?
entry-words-wrong = { $many ->
    [one] Wort { $numbers } steht auf keiner Karte. Die Pfeiltasten führen zurück.
   *[other] Die Wörter { $numbers } stehen auf keiner Karte. Die Pfeiltasten führen zurück.
 }
entry-words-whole = Wort { $number } von 24: { $word }. Alle sind da, drücken Sie Enter.
entry-line = Zeile { $number } von 4: 16 Ziffern und 4 Prüfziffern
entry-lines-wrong = { $many ->
    [one] Zeile { $numbers } ist nicht wie auf der Karte. Die Pfeiltasten führen zurück.
   *[other] Die Zeilen { $numbers } sind nicht wie auf der Karte. Die Pfeiltasten führen zurück.
 }
entry-lines-whole = Alle vier Zeilen sind da. Drücken Sie Enter.
entry-word-open = Wort { $number } von 24 ist unlesbar: Es wird gesucht, sobald alle anderen da sind.
entry-word-not-open = Wort { $number }: Was heute unlesbar ist, liest in zehn Jahren niemand. Machen Sie diese Karte neu.
entry-line-not-open = Zeile { $number }: Was heute unlesbar ist, liest in zehn Jahren niemand. Machen Sie diese Karte neu.
entry-anew = leeren
entry-searching = Was auf der Karte steht, wird gesucht …
entry-said = { $many ->
    [one] „{ $said }“
   *[other] { $number } „{ $said }“
 }
entry-words-likely = { $many ->
    [one] Wort { $number }: Auf der Karte steht wahrscheinlich { $said }. Sehen Sie nach.
   *[other] Auf der Karte steht wahrscheinlich { $said }. Sehen Sie nach.
 }
entry-lines-likely = { $many ->
    [one] Zeile { $number }: Auf der Karte steht wahrscheinlich { $said }. Sehen Sie nach.
   *[other] Auf der Karte steht wahrscheinlich, Zeile für Zeile, { $said }. Sehen Sie nach.
 }
entry-likely-look = Ist es so? Dann drücken Sie Enter. Wenn nicht, führt Esc zurück zu dem, was Sie getippt haben.
entry-likely-take = so steht es da
entry-open-none = Keine Karte dieses Satzes hat alles, was Sie getippt haben, was auch für „?“ steht.
    .now = Auch ein anderes Wort oder eine Ziffer ist nicht die der Karte. Vergleichen Sie alle mit der Karte.
entry-open-alone = Ohne den Stick sagt nichts, was für „?“ steht: { $many } Karten können gemeint sein.
    .now = Beginnen Sie mit dem Stick, oder lesen Sie das Wort oder die Ziffer von der Karte ab.
entry-take = annehmen

## Der Stick mit der Sicherung

fingerprint-compare = Vergleichen Sie damit den Fingerabdruck der Karte:
bundle-insert = Stecken Sie den Stick mit der Sicherung ein.
bundle-on = { $folder } auf { $stick }
bundle-sealing = Satz { $set }, Versiegelung { $sealing }, { $day }.
bundle-older = Alt: Satz { $set }, Versiegelung { $sealing }, { $day }. Eine neuere Sicherung derselben Schlüssel ist auch da.
bundle-kept = Die davor: Satz { $set }, Versiegelung { $sealing }, { $day }. Sie blieb, bis die neuere geprobt ist; beide lassen sich öffnen.
bundle-none = Auf { $stick } ist keine Sicherung von Coldspare.

## Karte prüfen

check-bundle = Der Stick mit der Sicherung
check-bundle-text = Auf ihm steht, wie jede Karte sein muss. Er wird nur gelesen.
check-bundle-help = Der Ordner der Sicherung auf dem Stick hat eine Liste aller Karten: für jede eine Prüfsumme, die nur zu ihr gehört und nichts davon verrät, was auf ihr steht. Damit lässt sich eine Karte prüfen, während alle anderen bleiben, wo sie sind.
    
    Die Liste ist eine Behauptung dessen, der sie unterschrieben hat, und kein Beweis: Wer den Stick hatte, kann eine andere unterschrieben haben, mit einem anderen Schlüssel und Ihrem Namen. Vergleichen Sie darum den Fingerabdruck auf dem Bildschirm mit dem auf der Karte, Ziffer für Ziffer. Sind sie verschieden, ist es nicht der richtige Stick, was immer er von der Karte sagt.
    
    Ohne den Stick zeigt ein Code immer noch selbst, ob er richtig gelesen wurde. Aber es könnte eine Karte eines anderen Satzes sein, oder eine alte.
check-bundle-without = Ohne den Stick weitermachen
check-bundle-without-note = Dann lässt sich nur sagen, ob sie fehlerfrei gelesen wurde, nicht, ob es die richtige ist.
check-card = Eine Karte
check-card-text = Vom Satz { $set }, für die Schlüssel von { $owner }.
check-card-text-alone = Ohne den Stick: Wurde sie fehlerfrei gelesen?
check-card-help = Lesen Sie den Code mit einem Lesegerät am USB-Anschluss dieses Rechners ein, nie mit einem Telefon: Wer genügend Karten gelesen hat, hat Ihre Schlüssel. Ohne Lesegerät tippen Sie die 24 Wörter oder die vier Zeilen Ziffern.
    
    Ein Wort, das niemand mehr lesen kann, tippen Sie als „?“, bis zu zwei davon; von den Zeilen bis zu vier Ziffern. Kommas, Nummern und Akzente schaden nicht. Die Liste auf dem Stick sagt, was wahrscheinlich auf der Karte steht, auch wenn ein Wort falsch ist oder zwei vertauscht sind: Es wird Ihnen gezeigt, und gilt nur, wenn Sie sagen, dass es so dasteht. Eine Karte, die das braucht, sollte ersetzt werden.
    
    Was Sie tippen, wird vergessen, sobald die Karte geprüft ist.
check-result = Das Ergebnis der Prüfung
check-result-help = Eine Karte ist gut, wenn sie sagt, was gedruckt wurde. Geben Sie sie in ihrem Umschlag zurück. Verblasst das Papier, so schreiben Sie von Hand auf gutes Papier ab: alles, was oben auf der Karte steht, und alle 24 Wörter oder alle vier Zeilen Ziffern; dann prüfen Sie die Abschrift hier.
    
    „Gut“ heißt: Es ist die Karte, die diese Liste nennt. Die Liste ist eine Behauptung dessen, der sie unterschrieben hat: Vergleichen Sie den Fingerabdruck auf dem Bildschirm mit dem auf der Karte. Sind sie verschieden, gehört dieser Stick nicht zu der Karte.
check-result-next = Noch eine Karte prüfen
check-result-next-note = Mit demselben Stick, wenn es einen gab.
check-result-home = Das war alles
check-result-home-note = Zurück an den Anfang.
check-good = Karte { $card } von { $cards } des Satzes { $set } ist gut: so, wie es die Liste auf dem Stick sagt, die zur Versiegelung { $sealing } vom { $day } gehört.
check-good-owner = Wer die Liste auf dem Stick unterschrieben hat, sagt: Schlüssel von { $owner }.
check-mended = Ersetzen Sie diese Karte. Es ist Karte { $card } von { $cards } des Satzes { $set }, aber nicht alles war lesbar: Ein Teil wurde mit Hilfe des Sticks gefunden. In ein paar Jahren kann das misslingen.
check-mended-now = Sie gilt noch und öffnet mit anderen zusammen die Sicherung. Machen Sie neue Karten, solange genug davon da sind. War es nur ein Tippfehler, so prüfen Sie sie noch einmal, und tippen Sie alles.
check-claims = Der Code wurde fehlerfrei gelesen: Seine Prüfziffern passen. Er sagt, er sei Karte { $card } von { $cards } des Satzes { $set }.
check-digits = Diese vier Zeilen wurden fehlerfrei gelesen: Die Prüfziffern am Ende jeder Zeile passen.
check-words = Diese 24 Wörter passen zusammen. Doch von 250 falschen Wörtern fiele eines nicht auf: Vergleichen Sie sie noch einmal mit der Karte, oder nehmen Sie den Stick.
check-alone = Ob es eine Karte ist, die noch gilt, lässt sich nur mit dem Stick sagen, der die Sicherung hat.

## Noch einen Nitrokey beschreiben

another-stage-needs = Was nötig ist
another-stage-back = Die Sicherung
another-stage-write = Beschreiben
another-text = Sie brauchen den Nitrokey, die Sicherung (den Stick, oder das Sicherungsblatt), und so viele Anteilskarten, wie sie öffnen.
another-stays = Die Nitrokeys, die Sie benutzen, bleiben, wie sie sind, und dürfen eingesteckt sein: Man erkennt sie an den Schlüsseln darauf.
another-lost = Ist einer davon weg oder kaputt: Esc, und stattdessen „Ein Schlüssel ist weg“.
another-help = Ein Nitrokey gibt seine Schlüssel nie her. Also bekommt ein weiterer sie aus der Sicherung, wie bei einer Wiederherstellung: Einige Anteilskarten zusammen öffnen sie.
    
    Das ist für den Ersatz, der beim Einrichten nicht da war, und für einen mehr als geplant. Er bekommt dieselben Schlüssel. Karten und Stick bleiben gültig und können wieder an ihren Ort.
another-back = Die Sicherung ist offen
another-back-text = Sie ging mit diesen Karten auf, und jeder Schlüssel darin wurde erprobt.
another-back-help = Jeder Schlüssel hat gerade etwas unterschrieben oder entschlüsselt. Alles ist nur im Arbeitsspeicher dieses Rechners und wird gelöscht, wenn Sie gehen. Vergleichen Sie auch die Versiegelung mit dem Eigentümerblatt: Nennt es eine spätere, ist dies eine alte Kopie.
    
    Vergleichen Sie den Fingerabdruck mit dem auf jeder Karte. Nur wenn er derselbe ist, sind es Ihre Schlüssel.
another-role = Welcher soll er werden?
another-role-text = Das entscheidet über sein Etikett, und welche PINs aus der Sicherung er bekommt.
another-role-help = Alle Nitrokeys haben dieselben Schlüssel. Auch die Benutzer-PIN von Coldspare ist auf allen dieselbe; Admin-PIN und Rücksetzcode sind bei jedem anders. Sie sind in der Sicherung, damit niemand sie sich merken muss.
    
    Wählen Sie den Ersatz, wenn er beim Einrichten nicht da war. Nur ein Nitrokey, der weg ist, sollte unter seinem Namen ersetzt werden.
another-role-unmet = Er war nicht da, als die Sicherung versiegelt wurde.
another-role-met = Beim Versiegeln der Sicherung war das { $serial }. Nur wählen, wenn dieser weg ist.
another-role-more = Einer mehr als geplant. Er bekommt die PINs des letzten geplanten.

## Ein Schlüssel ist weg

lost-stage-left = Was noch da ist
lost-stage-backup = Die Sicherung
lost-stage-cards = Die Karten
lost-stage-back = Die Schlüssel
lost-stage-new = Weiterarbeiten
lost-stage-done = Fertig
lost-loss-back = Die zurückgeholten Schlüssel werden vergessen. Sicherung und Karten bringen sie wieder, und was geschrieben wurde, bleibt.
lost-loss-cards = Die bisher gelesenen Karten werden vergessen und müssen noch einmal gelesen werden.

lost-left = Keine Sorge. Was ist noch da?
lost-left-text = Wählen Sie die erste Zeile, die stimmt.
lost-left-help = Jedes davon genügt. Der Ersatz ist der kürzeste Weg: Er hat dieselben Schlüssel wie der verlorene Nitrokey. Ohne ihn bringt die Sicherung alles zurück; einige Anteilskarten zusammen öffnen sie. Die Sicherung ist auf dem Stick, und dieselbe ist auf dem Blatt mit vielen Codes.
lost-left-spare = Der Ersatz ist da
lost-left-spare-note = Der Nitrokey aus der Schublade. Sie können sofort damit weiterarbeiten.
lost-left-stick = Kein Nitrokey, aber der Stick der Sicherung
lost-left-stick-note = Mit dem Stick und genügend Anteilskarten kommt alles zurück.
lost-left-paper = Nur Papier
lost-left-paper-note = Anteilskarten und das Sicherungsblatt, das mit vielen Codes. Dafür ist ein Lesegerät nötig.
lost-spare = Den Ersatz benutzen
lost-spare-use = Der Ersatz hat dieselben Schlüssel für Mail, Unterschriften und SSH. Stecken Sie ihn dort ein, wo Sie arbeiten, mit seiner Benutzer-PIN. Konten im Web, Platten und Einmalpasswörter gehen nur, wo Sie auch ihn angemeldet haben.
lost-spare-text = Verlangt GnuPG den alten Nitrokey mit seiner Nummer: GUIDE.txt auf dem Stick, Abschnitt 3, sagt, was zu tippen ist.
lost-spare-new = Nun ist er aber der einzige. So kommen Sie wieder zu einem zweiten, heute oder in den nächsten Tagen. Sie brauchen einen neuen Nitrokey, die Sicherung und genügend Anteilskarten.
lost-spare-help = Beide Nitrokeys haben dieselben Schlüssel. Hat Coldspare die PINs gemacht, ist die Benutzer-PIN dieselbe, wenn Sie sie nicht geändert haben.
    
    Wurde der andere gestohlen, so hat ein Dieb nur wenige Versuche für die PIN. Kennt er sie vielleicht, so müssen die Schlüssel enden: Die Datei GUIDE.txt neben der Sicherung sagt in Abschnitt 3, wie. Lesen Sie ihn erst zu Ende: Ein fertiger Widerruf beendet die ganze Identität, auch die Schlüssel auf dem Ersatz.
lost-from = Wo ist die Sicherung?
lost-from-text = Beide enthalten dasselbe. Mit dem Stick geht es schneller.
lost-from-help = Die Sicherung ist versiegelt, auf dem Stick wie auf Papier. Nur genügend Anteilskarten zusammen öffnen sie.
lost-from-stick = Auf einem Stick
lost-from-stick-note = In einem Ordner, dessen Name mit coldspare- beginnt.
lost-from-sheet = Auf Papier
lost-from-sheet-note = Das Sicherungsblatt mit vielen Codes. Dafür ist ein Lesegerät nötig.
lost-bundle = Der Stick mit der Sicherung
lost-bundle-text = Stick einstecken, Sicherung wählen. Sie wird nur gelesen.
lost-bundle-help = Geprüft wird die Unterschrift der Kartenliste, und ob die Sicherung die ist, die darin steht. So zeigt sich bei jeder Karte sofort, ob sie richtig ist.
    
    Gibt es mehr als eine Sicherung, wählen Sie die, deren Name die letzten Ziffern des Fingerabdrucks Ihres Schlüssels hat. Ältere brauchen vielleicht andere Karten.
lost-sheet = Das Sicherungsblatt
lost-sheet-text = Lesen Sie die Codes ein, einen nach dem anderen, in beliebiger Reihenfolge. Einige davon sind Ersatz: Es braucht nicht alle.
lost-sheet-help = Jeder Code enthält einen Teil der versiegelten Sicherung, und seine Nummer steht darunter. Einen zweimal einzulesen schadet nicht. Ist einer nicht zu lesen, lassen Sie ihn aus: Beliebige andere desselben Blatts ersetzen ihn, auf welcher Seite sie auch stehen.
    
    Das Lesegerät muss eines sein, das wie eine Tastatur schreibt, am USB-Anschluss dieses Rechners.
lost-sheet-field = Der Code
lost-sheet-read = Code { $number }, danke: { $there } von { $needed }; noch { $missing ->
    [one] ein beliebiger.
   *[other] { $missing } beliebige.
 }
lost-sheet-all = Genug Codes sind gelesen, und zusammen ergeben sie, was jeder nennt: die Sicherung des Satzes { $set }, Versiegelung { $sealing }.
lost-sheet-forged = { $many ->
    [one] Code { $codes } gehört nicht zu dieser Sicherung, obwohl er sie nennt: Er ist gefälscht. Er wurde weggelassen.
   *[other] Die Codes { $codes } gehören nicht zu dieser Sicherung, obwohl sie sie nennen: Sie sind gefälscht. Sie wurden weggelassen.
 }
lost-sheet-card = Das ist Anteilskarte { $card }. Sie ist gemerkt, und kommt als Nächstes.
    .now = Jetzt lesen Sie das Sicherungsblatt ein: das mit vielen Codes.
lost-sheet-card-enough = Das ist Anteilskarte { $card }. Sie ist gemerkt, und kommt als Nächstes.
    .now = Codes sind genug da. Drücken Sie Enter: Als Nächstes kommen die Karten.
lost-sheet-anew = neu beginnen
lost-cards = Die Anteilskarten
lost-cards-text = { $spare ->
    [0] Alle { $cards } Karten des Satzes { $set }, beliebige Reihenfolge.
   *[other] Je { $needed } der { $cards } Karten des Satzes { $set }, beliebige Reihenfolge.
 }
lost-cards-text-any = Karten des Satzes { $set }, in beliebiger Reihenfolge.
lost-cards-sheet = Das ist Code { $number } des Sicherungsblatts, dessen mit vielen Codes. Die Sicherung ist schon da.
    .now = Jetzt die Anteilskarten: Jede hat einen Code und 24 Wörter.
lost-cards-unfit-now = Vergleichen Sie jedes Wort mit der Karte. Finden Sie kein falsches, drücken Sie noch einmal Enter: Die anderen Karten finden es.
lost-cards-help = Welche Karten kommen, und in welcher Reihenfolge, ist gleich. Eine Karte allein öffnet nichts.
    
    Mit dem Stick wird jede sofort mit seiner Liste verglichen. Ohne ihn zeigt sich eine falsche erst, wenn alle zusammen versucht werden: Bringen Sie eine oder zwei mehr als nötig, und sie wird gefunden.
    
    Lesen Sie den Code mit einem Lesegerät am USB-Anschluss dieses Rechners ein, nie mit einem Telefon. Oder tippen Sie die 24 Wörter (je vier Buchstaben genügen) oder die vier Zeilen Ziffern.
    
    Ein unlesbares Wort tippen Sie als „?“, bis zu zwei davon; von den Zeilen bis zu vier Ziffern. Was dort steht, wird mit der Liste auf dem Stick gefunden und Ihnen gezeigt, oder mit den anderen Karten.
lost-cards-thanks = Karte { $card }, danke: { $missing ->
    [0] Das genügt.
    [one] noch eine.
   *[other] noch { $missing }.
 }
lost-cards-listed = Sie steht auf der Liste des Sticks.
lost-cards-kept = Karte { $card }, danke: { $missing ->
    [0] genug zum Versuchen.
    [one] noch eine.
   *[other] noch { $missing }.
 }
lost-cards-here = Bisher gelesen: { $card }. { $missing ->
    [0] Genug zum Versuchen; eine mehr schadet nicht.
    [one] Noch eine ist nötig.
   *[other] Noch { $missing } sind nötig.
 }
lost-cards-there = Bisher gelesen: { $card }. { $missing ->
    [0] Das genügt.
    [one] Noch eine ist nötig.
   *[other] Noch { $missing } sind nötig.
 }
lost-cards-try = versuchen
lost-cards-out = eine herausnehmen
lost-out = Welche Karte herausnehmen?
lost-out-text = Die anderen bleiben. Mit Esc bleiben alle.
lost-out-read = Karte { $card }, aus ihrem Code
lost-out-listed = Karte { $card }, wie die Liste auf dem Stick sie nennt
lost-out-typed = Karte { $card }, wie sie getippt wurde
lost-out-unnumbered = Eine Karte, ohne ihre Nummer getippt
lost-out-take = herausnehmen
lost-number = Welche Karte ist es?
lost-number-text = Wörter und Ziffern sagen es nicht; es steht oben auf der Karte, „Anteilskarte 3 von 5“, und darunter, wie viele nötig sind. Was nicht zu lesen ist, bleibt leer: Es wird durch Versuchen gefunden. Oder lesen Sie den Code dieser Karte ein.
lost-number-card = Anteilskarte
lost-number-of = von wie vielen Karten
lost-number-needed = Je … dieser Karten bringen die Sicherung zurück
lost-number-wrong = Das kann nicht sein.
    .now = Tippen Sie die Zahlen, wie sie auf der Karte stehen, in Ziffern, oder lassen Sie sie leer.
lost-back = Alles ist zurück
lost-back-ask = Öffnen die Karten die Sicherung?
lost-back-ask-text = Sie werden zusammen versucht, und jeder Schlüssel, der zurückkommt, wird erprobt.
lost-back-ask-help = Die Karten werden zusammengefügt, und der Schlüssel, den sie ergeben, wird an der Sicherung versucht. Passen sie so nicht, werden andere Auswahlen versucht, getippte auch mit anderen Nummern: höchstens eine Million Arten. Esc bricht das ab.
    
    Nur ein Schlüssel, der die Sicherung öffnet, zählt. Dann wird jede andere Karte mit denen verglichen, die ihn ergeben haben.
lost-back-tries = So passen sie nicht: Andere Arten, sie zusammenzunehmen, werden versucht, bisher { $tries }, höchstens { $most }.
lost-back-stop = abbrechen
lost-back-cards = zurück zu den Karten
lost-back-text = Die Sicherung ging mit diesen Karten auf, und jeder Schlüssel darin wurde erprobt.
lost-back-help = Jeder Schlüssel hat gerade unterschrieben oder entschlüsselt. Alles ist nur im Arbeitsspeicher hier, und wird gelöscht, wenn Sie aufhören. Vergleichen Sie auch die Versiegelung mit dem Eigentümerblatt: Nennt es eine spätere, ist dies eine alte Kopie.
    
    Vergleichen Sie den Fingerabdruck mit dem, der auf jeder Karte steht. Nur wenn er derselbe ist, sind es Ihre Schlüssel.
lost-back-good = Das sind die Schlüssel von { $owner }, sagt die Sicherung. Jeder davon geht. Was er getan hat, passt zu seinem öffentlichen Schlüssel.
lost-back-fit = Die Karten { $cards } passen zusammen, und haben sie geöffnet.
lost-back-place = { $card } (als { $place }. gelesen)
lost-back-mended = Was von Karte { $cards } getippt wurde, war nicht ganz, wie es sein muss, und die anderen Karten halfen: Ein Wort oder eine Ziffer wurde verlesen oder ist nicht lesbar, oder eine andere dieser Karten stimmt nicht. Vergleichen Sie sie noch einmal.
lost-back-misfit = { $many ->
    [one] Karte { $cards } passt nicht: verlesen, mit falscher Nummer, aus einem anderen Satz oder gefälscht. Legen Sie sie beiseite.
   *[other] Die Karten { $cards } passen nicht: verlesen, mit falschen Nummern, aus einem anderen Satz oder gefälscht. Legen Sie sie beiseite.
 }
lost-back-unknown = { $many ->
    [one] Karte { $cards } war nicht nötig. Ob auch sie passt, lässt sich nicht sagen.
   *[other] Die Karten { $cards } waren nicht nötig. Ob auch sie passen, lässt sich nicht sagen.
 }
lost-back-number = Eine Nummer wurde nicht so getippt, wie sie auf ihrer Karte steht. Das schadet nicht: Die Karten haben sie trotzdem geöffnet.
lost-back-expired = Sie sind abgelaufen. Verschlüsseltes lässt sich noch lesen; für andere brauchen sie ein neues Datum. GUIDE.txt neben der Sicherung sagt in Abschnitt 5, wie.
lost-way = Was soll mit den Schlüsseln geschehen?
lost-way-text = Sie können hierher zurück und eine andere Zeile wählen.
lost-way-help = Am sichersten sind Schlüssel in einem Nitrokey: Niemand kann sie herauskopieren. Ist kein neuer da, benutzen Sie die Datei nur ein paar Tage.
lost-way-spare = Ersatz erproben, einen neuen beschreiben
lost-way-spare-note = Damit es wieder zwei sind.
lost-way-new = Neue Nitrokeys beschreiben
lost-way-new-note = Dieselben Schlüssel auf neuen Nitrokeys: Mail, Unterschriften, SSH. Konten im Web (FIDO2) kommen nicht zurück.
lost-way-another = Noch einen Nitrokey beschreiben
lost-way-another-note = Dieselben Schlüssel auf einen mehr. Die anderen bleiben, wie sie sind.
lost-way-export = Sie ohne Nitrokey benutzen
lost-way-export-note = Als Datei auf einem Stick, mit einem Passwort. Weniger sicher.
lost-way-see = PINs ansehen, und was noch aufbewahrt ist
lost-way-see-note = PINs, Einmalpasswörter, Notfall-Codes: was Sie neben die Schlüssel gelegt haben.
lost-prove = Den Ersatz erproben
lost-prove-text = Von nun an hängt alles an ihm. Also soll er zeigen, dass er geht.
lost-prove-help = Er unterschreibt etwas, entschlüsselt etwas und meldet sich an; geprüft wird es mit Ihrem öffentlichen Schlüssel. Nichts auf ihm wird geändert.
    
    Ohne seine Benutzer-PIN lässt er sich nicht erproben. Dann machen Sie mit F3 weiter, und beschreiben einen neuen.
lost-prove-insert = Stecken Sie den Ersatz ein.
lost-prove-here = Er sagt, Ihre Schlüssel seien darauf: Die Fingerabdrücke sind dieselben.
lost-prove-many = Mehr als ein Nitrokey mit diesen Schlüsseln ist eingesteckt. Lassen Sie nur den, der zu erproben ist.
lost-prove-other = Auf diesem sind Ihre Schlüssel nicht. Herausziehen, und den Ersatz einstecken.
lost-prove-skip = auslassen
lost-prove-known = Die Sicherung hat seine Benutzer-PIN. Enter nimmt diese. Haben Sie die PIN seither geändert, drücken Sie F3.
lost-prove-type = tippen
lost-prove-pin = Seine Benutzer-PIN ist nötig. Eine falsche kostet einen Versuch.
lost-prove-work = Lassen Sie ihn eingesteckt.
lost-prove-good = Er hat unterschrieben, entschlüsselt und sich angemeldet, und jedes Ergebnis passt zu Ihrem öffentlichen Schlüssel. Der Ersatz ist gut.
lost-prove-good-text = Ziehen Sie ihn heraus, und legen Sie ihn beiseite. Nun tritt ein neuer Nitrokey an die Stelle des verlorenen, mit denselben Schlüsseln.
lost-pins-text = Diese PINs sind aus der Sicherung, und jetzt auf dem neuen Nitrokey.
lost-pins-help = Wer die Sicherung versiegelt hat, wollte die Benutzer-PIN darin. Sie lässt sich mit GnuPG ändern, an dem Rechner, an dem der Nitrokey benutzt wird. Bewahren Sie das Papier getrennt vom Nitrokey auf.
lost-export = Ohne Nitrokey
lost-export-warning = Eine Datei lässt sich unbemerkt kopieren. Wer sie und das Passwort hat, kann als Sie handeln.
lost-export-text = Tun Sie das nur, bis ein neuer Nitrokey da ist, an einem Rechner, dem Sie trauen. README.txt auf dem Stick sagt, wie Sie zurückkommen; dann zerstören Sie den Stick.
lost-export-help = Ein Nitrokey gibt seine Schlüssel nie her; eine Datei schon. Nur das Passwort schützt sie, also muss es lang sein.
lost-passphrase = Ein Passwort für die Datei
lost-passphrase-text = Ohne Passwort ist sie wertlos, auch für Sie.
lost-passphrase-help = Wer den Stick findet, kann ohne Ende Passwörter probieren, an vielen Rechnern zugleich. Zufällig gezogene Wörter, mit Würfeln und einer Liste, sind besser als solche, die Ihnen einfallen.
lost-stick = Welcher Stick?
lost-stick-text = Ein Ordner mit den Schlüsseln wird geschrieben und zurückgelesen. Alles andere bleibt.
lost-stick-help = Nehmen Sie nicht den Stick mit der Sicherung: Dieser hier wird eines Tages zerstört.
lost-exported = Die Schlüssel sind auf dem Stick
lost-exported-help = gpg fragt nach dem Passwort, das Sie gerade gewählt haben. In der Mitte vergisst GnuPG, was es sich über den verlorenen Nitrokey und diese Schlüssel notiert hat. Notizen über andere Karten bleiben, und Schlüssel, die das TPM des Rechners verwahrt, auch.
    
    Ist ein neuer Nitrokey da, kommen Sie mit denselben Karten wieder. Solange GnuPG aber die Schlüssel in Dateien hat, benutzt es den Nitrokey nicht: README.txt, Teil 3, sagt, was erst zu löschen ist.
lost-exported-good = Sie sind im Ordner { $folder } auf { $stick }, und wurden zurückgelesen.
lost-exported-text = README.txt dort hat das zum Kopieren, SSH, und den Weg zurück. In der Mitte vergisst GnuPG den verlorenen Nitrokey; sonst verlangt es ihn weiter.
lost-exported-after = Zerstören Sie den Stick, sobald ein neuer Nitrokey an seine Stelle getreten ist.
lost-see = PINs, und was noch aufbewahrt ist
lost-see-text = Niemand sonst soll den Bildschirm sehen. F2 zeigt die gewählte Zeile.
opened-sealing = Versiegelung { $sealing }, Satz { $set }, { $day }
opened-unknown = Sie sagt nicht, die wievielte Versiegelung sie ist.
opened-list = Die Liste auf dem Stick sagt etwas anderes: Versiegelung { $sealing }, { $day }, oder andere Karten. Es gilt, was die Sicherung selbst sagt: Ohne genug Karten kann das niemand schreiben. Die Liste kann gefälscht sein: eine andere Kopie nehmen.
opened-sheet = Das Blatt sagt etwas anderes: Versiegelung { $sealing }. Es gilt, was die Sicherung selbst sagt: Ohne genug Karten kann das niemand schreiben. Das Blatt kann gefälscht sein: eine andere Kopie nehmen.
nitrokey-newer = Ein Schlüssel darauf wurde am { $key } erzeugt, nachdem diese Sicherung versiegelt war ({ $sealed }). Ist der Nitrokey Ihrer, ist die Sicherung alt: Suchen Sie nach einem neueren Stick oder Blatt, bevor Sie etwas löschen.
lost-see-help = Alles war mit Ihren Schlüsseln in der Sicherung versiegelt. Es erscheint nur, solange Sie wollen, und wird nirgends geschrieben. Eine Zeile, die mit → endet, geht in der nächsten weiter.
lost-see-pins = PINs: { $role }
lost-see-user = Benutzer-PIN
lost-see-admin = Admin-PIN
lost-see-reset = Rücksetzcode
lost-see-not-there = nicht in der Sicherung
lost-see-no-text = Das ist kein Text, der sich hier zeigen lässt.
lost-done = Was Sie jetzt haben
lost-done-text = Geben Sie die Karten den Vertrauenspersonen zurück, und legen Sie Stick und Blatt wieder an ihren Ort. Sie bleiben gültig.
lost-done-help = Dieselben Karten öffnen dieselbe Sicherung wieder, wann immer nötig. Wurde ein Nitrokey gestohlen, und jemand kennt vielleicht die PIN, so müssen die Schlüssel enden: GUIDE.txt neben der Sicherung sagt in Abschnitt 3, wie. Lesen Sie ihn erst zu Ende: Ein fertiger Widerruf beendet die ganze Identität, mit allen Schlüsseln.
lost-done-proven = Mit Ihrem öffentlichen Schlüssel erprobt: der Ersatz, Seriennummer { $serial }.
lost-done-written = Beschrieben und erprobt: „{ $role }“, Seriennummer { $serial }.
lost-done-exported = Die Schlüssel sind in { $folder } auf { $stick }.
lost-done-home = Das war alles
lost-done-home-note = Alles Geheime wird aus dem Arbeitsspeicher gelöscht.
lost-done-more = Noch etwas mit den Schlüsseln tun
lost-done-more-note = Noch einen Nitrokey beschreiben, Aufbewahrtes sehen, oder ohne Nitrokey weiter.
without = Meine Schlüssel ohne Nitrokey benutzen
without-note = Hier eine Nachricht entschlüsseln, oder die Schlüssel auf einen Stick. Nötig sind die Sicherung und einige Karten.
without-stage-use = Benutzen
without-text = Sie brauchen die Sicherung (den Stick, oder das Sicherungsblatt), und so viele Anteilskarten, wie sie öffnen. Dann lässt sich hier eine Nachricht entschlüsseln, auch eine alte, für einen Schlüssel, den kein Nitrokey mehr trägt.
without-stays = Auf keinen Nitrokey wird geschrieben, und alle bleiben, wie sie sind.
without-help = In der Sicherung sind alle Schlüssel, auch ersetzte. Mit einem Nitrokey brauchen Sie das nicht: GnuPG entschlüsselt mit ihm zu Hause.
lost-way-message = Hier eine Nachricht entschlüsseln
lost-way-message-note = Von einem Stick auf diesen Bildschirm. Die Schlüssel bleiben auf diesem Rechner, der nie ans Netz geht.
message-file = Welche Nachricht?
message-file-text = Die verschlüsselte Datei muss auf einem Stick sein: ein Anhang, oder die ganze Mail, als Datei gespeichert.
message-file-help = Gezeigt werden Dateien, die auf .asc, .gpg, .pgp, .eml oder .txt enden. Ein eigener Prozess öffnet die Datei, der sonst nichts erreicht: Wer sie geschrieben hat, ist vielleicht ein Angreifer.
message-file-none = Auf { $stick } ist keine Datei, die auf .asc, .gpg, .pgp, .eml oder .txt endet.
    .now = Wählen Sie einen anderen Stick, oder bringen Sie die Nachricht auf diesen.
message = Die Nachricht
message-text = Wer sie geschrieben hat, wird hier nicht geprüft. Niemand sonst soll den Bildschirm sehen.
message-help = Text erscheint ohne alles, was den Cursor bewegen könnte; von einer Mail ihr Text, und die Namen der Anhänge. Anhänge werden hier nicht geöffnet: Sie können schaden. Bild auf und Bild ab bewegen den Text.
message-whole = { $file } ist unversehrt, nach der eigenen Prüfsumme. Der Schlüssel, der sie öffnet, endet auf { $key }.
message-no-text = Es ist kein Text darin, der sich hier zeigen lässt.
message-longer = Der Rest hat hier keinen Platz. F5 schreibt alles auf einen Stick.
message-part = Anhang, nicht geöffnet: { $name } ({ $kind }, { $bytes } Bytes)
message-save = auf einen Stick
message-plain = Auf einen Stick schreiben?
message-plain-warning = Auf dem Stick kann es jeder lesen, auch nach dem Löschen: Was einmal auf einem Stick war, lässt sich dort finden.
message-plain-text = Auch die Anhänge sind dabei. Sie kommen von außen: Öffnen Sie sie zu Hause so vorsichtig wie etwas von einem Fremden.
message-plain-help = Geschrieben wird, was in der Nachricht war, Byte für Byte, unter einem Namen, den Coldspare wählt. Esc führt zum Text zurück.
message-plain-yes = ja, auf einen Stick
message-stick = Welcher Stick?
message-stick-text = Ein Ordner mit der Nachricht wird geschrieben und zurückgelesen. Alles andere bleibt.
message-stick-help = Nehmen Sie nicht den Stick mit der Sicherung. Zerstören Sie diesen hier, oder bewahren Sie ihn so sicher auf, wie die Nachricht es braucht.
lost-done-message = Die Nachricht in { $file } wurde entschlüsselt.
lost-done-saved = Sie ist in { $folder } auf { $stick }, wo jeder sie lesen kann.
