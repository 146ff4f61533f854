# Deutsch: Ein Nitrokey ist weg oder kaputt · Noch einen Nitrokey beschreiben · Karte prüfen · Nitrokey ansehen

## Eine Karte wird gelesen

entry-how = Lesen Sie den Code der Karte ein. Oder tippen Sie ihre 24 Wörter, nach jedem ein Leerzeichen: Je vier Buchstaben genügen. Oder ihre vier Zeilen.
entry-any = Code, Wörter oder Zeilen
entry-any-open = Code, Wörter oder Zeilen; „?“ für Unlesbares
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
entry-line = Zeile { $number } von 4: 16 Zeichen und 4 Prüfzeichen
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
entry-open-none = Keine Karte dieses Kartensatzes hat alles, was Sie getippt haben, was auch für „?“ steht.
    .now = Auch ein anderes Wort oder Zeichen ist nicht das der Karte. Vergleichen Sie alle mit der Karte.
entry-open-alone = Ohne den Stick sagt nichts, was für „?“ steht: { $many } Karten können gemeint sein.
    .now = Beginnen Sie mit dem Stick, oder lesen Sie das Wort oder Zeichen von der Karte ab.
entry-take = annehmen

## Der Stick mit der Sicherung

fingerprint-compare = Vergleichen Sie damit den Fingerabdruck der Karte:
bundle-insert = Stecken Sie den Stick mit der Sicherung ein.
bundle-on = { $folder } auf { $stick }
bundle-sealing = Kartensatz { $set }, Versiegelung { $sealing }, { $day }.
bundle-beside = Kartensatz { $set }, Versiegelung { $sealing }, { $day }. Eine andere Sicherung derselben Schlüssel ist auch da; keine ist aus der anderen entstanden.
bundle-older = Alt: Kartensatz { $set }, Versiegelung { $sealing }, { $day }. Eine neuere Sicherung derselben Schlüssel ist auch da.
bundle-kept = Die davor: Kartensatz { $set }, Versiegelung { $sealing }, { $day }. Sie blieb, bis die neuere geprobt ist; jede öffnet sich mit den Karten ihres Kartensatzes.
bundle-unread = Was sie von sich sagt, wurde nicht gelesen: Es sind zu viele.
bundle-none = Auf { $stick } ist keine Sicherung von Coldspare.
bundle-apart = Auf diesem Stick ist eine andere Sicherung
bundle-apart-text = In { $folder } auf { $stick } ist eine Sicherung derselben Schlüssel: Kartensatz { $set }, Versiegelung { $sealing }, { $day }. Was eben versiegelt wurde, ist nicht aus ihr entstanden: In ihr kann etwas sein, was in keiner anderen Sicherung ist.
bundle-apart-lost = Wird sie ersetzt, so ist sie auf diesem Stick weg, und was nur in ihr ist, ist verloren. Sind Sie nicht sicher, so behalten Sie sie.
bundle-apart-cards = Wird sie ersetzt, so ist sie auf diesem Stick weg, und die Karten des Kartensatzes { $set } öffnen auf ihm nichts mehr. Was nur in ihr ist, ist verloren. Sind Sie nicht sicher, so behalten Sie sie.
bundle-apart-no = Behalten und einen anderen Stick nehmen
bundle-apart-no-note = Um stattdessen mit ihr weiterzumachen, öffnen Sie sie: vom Anfang aus, mit den Karten ihres Kartensatzes.
bundle-apart-yes = Ersetzen: Niemand braucht sie
bundle-apart-yes-note = So ist es zum Beispiel, wenn sie von einem Versuch ist, der abgebrochen wurde.

## Karte prüfen

check-bundle = Der Stick mit der Sicherung
check-bundle-text = Auf ihm steht, wie jede Karte sein muss. Er wird nur gelesen.
check-bundle-help = Der Ordner der Sicherung auf dem Stick hat eine Liste aller Karten: für jede eine Prüfsumme, die nur zu ihr gehört und nichts davon verrät, was auf ihr steht. Damit lässt sich eine Karte prüfen, während alle anderen bleiben, wo sie sind.
    
    Die Liste ist eine Behauptung dessen, der sie unterschrieben hat, und kein Beweis: Wer den Stick hatte, kann eine andere unterschrieben haben, mit einem anderen Schlüssel und Ihrem Namen. Vergleichen Sie darum den Fingerabdruck auf dem Bildschirm mit dem auf der Karte, Zeichen für Zeichen. Sind sie verschieden, ist es nicht der richtige Stick, was immer er von der Karte sagt.
    
    Ohne den Stick zeigt ein Code immer noch selbst, ob er richtig gelesen wurde. Aber es könnte eine Karte eines anderen Kartensatzes sein oder eine alte.
check-bundle-without = Ohne den Stick weitermachen
check-bundle-without-note = Dann lässt sich nur sagen, ob sie fehlerfrei gelesen wurde, nicht, ob es die richtige ist.
check-card = Eine Karte
check-card-text = Vom Kartensatz { $set }, für die Schlüssel von { $owner }.
check-card-text-alone = Ohne den Stick: Wurde sie fehlerfrei gelesen?
check-card-help = Lesen Sie den Code mit einem Lesegerät am USB-Anschluss dieses Rechners ein, nie mit einem Telefon: Wer genügend Karten gelesen hat, hat Ihre Schlüssel. Ohne Lesegerät tippen Sie die 24 Wörter oder die vier Zeilen.
    
    Ein Wort, das niemand mehr lesen kann, tippen Sie als „?“, bis zu zwei davon; in den Zeilen bis zu vier Zeichen. Kommas, Nummern und Akzente schaden nicht. Die Liste auf dem Stick sagt, was wahrscheinlich auf der Karte steht, auch wenn ein Wort falsch ist oder zwei vertauscht sind: Es wird Ihnen gezeigt und gilt nur, wenn Sie sagen, dass es so dasteht. Eine Karte, die das braucht, sollte ersetzt werden.
    
    Was Sie tippen, wird vergessen, sobald die Karte geprüft ist.
check-result = Das Ergebnis der Prüfung
check-result-help = Eine Karte ist gut, wenn sie sagt, was gedruckt wurde. Geben Sie sie in ihrem Umschlag zurück. Verblasst das Papier, so schreiben Sie von Hand auf gutes Papier ab: alles, was oben auf der Karte steht, und alle 24 Wörter oder alle vier Zeilen; dann prüfen Sie die Abschrift hier.
    
    „Gut“ heißt: Es ist die Karte, die diese Liste nennt. Die Liste ist eine Behauptung dessen, der sie unterschrieben hat: Vergleichen Sie den Fingerabdruck auf dem Bildschirm mit dem auf der Karte. Sind sie verschieden, gehört dieser Stick nicht zu der Karte.
check-result-next = Noch eine Karte prüfen
check-result-next-note = Mit demselben Stick, wenn es einen gab.
check-result-home = Das war alles
check-result-home-note = Zurück an den Anfang.
check-good = Karte { $card } von { $cards } des Kartensatzes { $set } ist gut: so, wie es die Liste auf dem Stick sagt, die zur Versiegelung { $sealing } vom { $day } gehört.
check-other-set = Das ist Karte { $card } des Kartensatzes { $found }. Die Liste auf dem Stick ist vom Kartensatz { $set }, { $day }.
    .now = Wurden damals neue Karten gemacht, so ist dies eine alte: Sie gehört zu denen, die verbrannt werden. Sonst nehmen Sie den Stick mit dem Kartensatz { $found }.
check-good-owner = Wer die Liste auf dem Stick unterschrieben hat, sagt: Schlüssel von { $owner }.
check-mended = Ersetzen Sie diese Karte. Es ist Karte { $card } von { $cards } des Kartensatzes { $set }, aber nicht alles war lesbar: Ein Teil wurde mit Hilfe des Sticks gefunden. In ein paar Jahren kann das misslingen.
check-mended-now = Sie gilt noch und öffnet mit anderen zusammen die Sicherung. Machen Sie neue Karten, solange genug davon da sind. War es nur ein Tippfehler, so prüfen Sie sie noch einmal, und tippen Sie alles.
check-claims = Der Code wurde fehlerfrei gelesen: Seine Prüfzeichen passen. Er sagt, er sei Karte { $card } von { $cards } des Kartensatzes { $set }.
check-digits = Diese vier Zeilen wurden fehlerfrei gelesen: Die Prüfzeichen am Ende jeder Zeile passen.
check-words = Diese 24 Wörter passen zusammen. Doch von 250 falschen Wörtern fiele eines nicht auf: Vergleichen Sie sie noch einmal mit der Karte, oder nehmen Sie den Stick.
check-alone = Ob es eine Karte ist, die noch gilt, lässt sich nur mit dem Stick sagen, der die Sicherung hat.

## Noch einen Nitrokey beschreiben

another-stage-needs = Was nötig ist
another-stage-back = Die Sicherung
another-stage-write = Beschreiben
another-text = Sie brauchen den Nitrokey, die Sicherung (den Stick oder das Sicherungsblatt) und so viele Anteilskarten, wie sie öffnen.
another-stays = Die Nitrokeys, die Sie benutzen, bleiben, wie sie sind, und dürfen eingesteckt sein: Man erkennt sie an den Schlüsseln darauf.
another-lost = Ist einer davon weg oder kaputt: Esc, und stattdessen „Ein Nitrokey ist weg oder kaputt“.
another-help = Ein Nitrokey gibt seine Schlüssel nie her. Also bekommt ein weiterer sie aus der Sicherung, wie bei einer Wiederherstellung: Einige Anteilskarten zusammen öffnen sie.
    
    Das ist für den Ersatz, der beim Einrichten nicht da war, und für einen mehr als geplant. Er bekommt dieselben Schlüssel. Karten und Stick bleiben gültig und können wieder an ihren Ort.
another-back = Die Sicherung ist offen
another-back-text = Sie wurde mit diesen Karten geöffnet, und jeder Schlüssel darin wurde erprobt.
another-back-help = Jeder Schlüssel hat gerade etwas unterschrieben oder entschlüsselt. Alles ist nur im Arbeitsspeicher dieses Rechners und wird gelöscht, wenn Sie gehen. Vergleichen Sie auch die Versiegelung mit dem Eigentümerblatt: Nennt es eine spätere, ist dies eine alte Kopie.
    
    Vergleichen Sie den Fingerabdruck mit dem auf jeder Karte. Nur wenn er derselbe ist, sind es Ihre Schlüssel.
another-role = Welcher soll er werden?
another-role-text = Das entscheidet über sein Etikett und darüber, welche PINs aus der Sicherung er bekommt.
another-role-help = Alle Nitrokeys haben dieselben Schlüssel. Auch die Benutzer-PIN von Coldspare ist auf allen dieselbe; Admin-PIN und Rückstellcode sind bei jedem anders. Sie sind in der Sicherung, damit niemand sie sich merken muss.
    
    Wählen Sie den Ersatz, wenn er beim Einrichten nicht da war. Nur ein Nitrokey, der weg ist, sollte unter seinem Namen ersetzt werden.
another-role-unmet = Er war nicht da, als die Sicherung versiegelt wurde.
another-role-met = Beim Versiegeln der Sicherung war das { $serial }. Nur wählen, wenn dieser weg ist.
another-role-more = Einer mehr als geplant. Er bekommt die PINs des letzten geplanten.

## Eine Sicherung wird neu versiegelt

renew-numbers = Welche Karten sind das?
renew-numbers-text = Die Sicherung ist offen. Doch nichts sagt, welche Karten es gibt, und nur dann lässt sie sich für sie neu versiegeln. Geändert wurde nichts.
renew-numbers-help = Wörter und Zeilen sagen nicht, auf welcher Karte sie stehen. Ein Code sagt es, und der Stick mit der Sicherung auch. Esc führt zu den Karten zurück: Lesen Sie eine ein, oder tippen Sie ihre Nummer, wenn danach gefragt wird.
renew-stage-seal = Versiegeln
renew-seal-text = Alles Geheime wird neu verschlüsselt, unter dem Sicherungsschlüssel der eben gelesenen Karten. Sie bleiben, wie sie sind, und öffnen die neue Sicherung so gut wie die vorige.
renew-bundle = Die neue Sicherung, auf einen Stick
renew-bundle-text = Nehmen Sie zuerst den Stick mit der alten Sicherung. Die alte bleibt neben der neuen, bis die geprobt ist.
renew-bundle-help = Der Ordner erscheint ganz oder gar nicht, selbst wenn Sie den Stick mittendrin herausziehen: Dann ist der alte noch da. Was sonst auf dem Stick ist, bleibt, wie es ist.
    
    Wer eine ältere Kopie und genügend Karten findet, hat Ihre Schlüssel, wie sie damals waren. Bringen Sie die neue also auf jeden Stick, auf dem eine alte ist, jetzt oder später, hier: Eine alte Kopie ist nicht falsch, aber ihr fehlt, was sich heute ändert.
renew-rehearse = Die Probe
renew-rehearse-text = Eine ganze Wiederherstellung aus der neuen Sicherung: Ein Programm, das nichts weiß, bekommt so viele Karten wie nötig, wie sie gelesen wurden, und den Stick.
renew-rehearse-help = Eine nie erprobte Sicherung ist nur eine Hoffnung. Die alte gilt, bis diese gezeigt hat, dass sie alles zurückbringt; dann wird die alte vom Stick entfernt.
renew-loss-changed = Was Sie geändert haben, ist vergessen. Die Sicherung ist, wie sie war, und die Nitrokeys auch.
renew-loss-again = Was Sie seitdem entschieden haben und noch nicht versiegelt ist, ist vergessen. Was in dieser Sitzung davor versiegelt wurde, ist auf dem Stick und bleibt dort: Es ist die neueste Sicherung.
renew-loss-cards = Die neuen Karten sind dann wertlos: Vernichten Sie sie. Die alten Karten und die alte Sicherung gelten wie zuvor.
renew-loss-stick = Die neue Sicherung ist auf einem Stick und noch nicht geprobt. Die vorige liegt daneben, und jede öffnet sich mit den Karten ihres Kartensatzes.
renew-loss-new-stick = Die neue Sicherung ist auf einem Stick und noch nicht geprobt. Die vorige ist unberührt, wo sie war, und öffnet sich mit denselben Karten.
renew-loss-rehearsed = Die neue Sicherung ist auf dem Stick und geprobt. Was noch zu tun war, ist vergessen; mit Stick und Karten können Sie wiederkommen.
renew-loss-written = Mindestens ein Nitrokey ist beschrieben. Die neue Sicherung und ihre Karten gehören dazu; die anderen können später beschrieben werden: „Noch einen Nitrokey beschreiben“.
new-sheets = Neue Sicherungsblätter zu den Karten?
new-sheets-text = Die Karten bleiben, wie sie sind. Doch ein früher gedrucktes Sicherungsblatt enthält die Sicherung von damals.
new-sheets-old = Die letzten sind von Versiegelung { $sealing }, { $day }: Papier allein brächte diese zurück.
new-sheets-none = Keines ist vermerkt: Papier allein brächte nichts zurück.
new-sheets-yes = Ja, eines zu jeder Karte
new-sheets-yes-note = Sie werden am Ende gedruckt und kommen in die Umschläge. Dann bringen Karten allein zurück, was jetzt versiegelt wird.
new-sheets-no = Nein, nur auf Sticks
new-sheets-no-note = Dann kommt, was sich heute ändert, nur von einem Stick zurück.
new-sheets-help = Ein Sicherungsblatt ist kein Geheimnis: Es verrät niemandem etwas, der zu wenige Karten hat. Sie können es denen schicken, die eine Karte haben, oder beim nächsten Treffen geben. Bis dahin öffnet sich das alte Blatt noch und bringt zurück, was vor heute versiegelt wurde.
    
    Was geplant ist, wird in der neuen Sicherung selbst vermerkt: So sehen Sie nach Jahren, welche Kopien es gibt.
print-sheets = Die neuen Sicherungsblätter
print-sheets-text = Die neue Sicherung ist erprobt. Drucken Sie { $n } Blätter, eines zu jeder Karte; wer eine Karte hat, legt es in den Umschlag, anstelle des alten.
print-sheets-all = Ein Blatt zu jeder Karte
print-sheets-all-note = Alle nacheinander. Sie sind alle gleich.
print-sheets-all-done = { $n } neue Sicherungsblätter sind gedruckt.
print-sheets-one = Eines für meine Papiere
print-sheets-one-note = Die versiegelte Sicherung auf Papier. Sie ist kein Geheimnis und ohne die Karten wertlos.
print-sheets-file = Als Datei auf einen Stick
print-sheets-file-note = backup-sheet.pdf, an einem anderen Rechner zu drucken, so oft, wie es Karten gibt.
print-sheets-file-done = backup-sheet.pdf ist in { $folder } auf { $stick }. Drucken Sie es für jede Karte.
print-sheets-go-on = Weiter
print-sheets-go-on-note = Ein altes Blatt im Umschlag öffnet sich noch und bringt zurück, was vor heute versiegelt wurde.
print-sheets-no-printer = Es ist kein Drucker da, auf dem sich diese Blätter drucken lassen.
    .now = Schließen Sie einen per USB an, schalten Sie ihn ein, und wählen Sie noch einmal. Oder schreiben Sie das Blatt auf einen Stick, oder gehen Sie ohne weiter.
print-sheets-help = Die Karten öffnen die versiegelte Sicherung, woher sie auch kommt: von einem Stick oder von diesem Papier. Ein altes Blatt schadet nicht, bringt aber zurück, was vor heute versiegelt wurde; zerreißen Sie es, wenn das neue da ist.
sheets-stick = Der Stick für das Sicherungsblatt
sheets-stick-text = Er bekommt einen Ordner mit dem Blatt als PDF. Was sonst auf ihm ist, bleibt, wie es ist.
sheets-stick-help = Ein Sicherungsblatt ist kein Geheimnis: Wer zu wenige Karten hat, erfährt daraus nichts. Deshalb darf es jeder Rechner drucken. Der Ordner wird zurückgelesen und verglichen, bevor er seinen Namen bekommt.

## An meinen Schlüsseln ändert sich etwas

changes-stage-what = Was sich ändert
changes-text = Sie brauchen die Sicherung (den Stick oder das Sicherungsblatt), so viele Anteilskarten, wie sie öffnen, und einen Stick für die neue.
changes-stays = Die Schlüssel bleiben dieselben, und die Nitrokeys auch: Sie müssen nicht da sein. Auch die Karten gelten weiter.
changes-not = Ist ein Nitrokey weg oder gestohlen, oder sollen andere die Karten haben, drücken Sie Esc und wählen das am Anfang.
changes-help = Was andere von Ihren Schlüsseln wissen, und was bei ihnen aufbewahrt ist, kann sich ohne neue Schlüssel ändern: wie lange sie gelten, Namen und Adressen, was die Sicherung enthält.
    
    Die Sicherung wird geöffnet, im Arbeitsspeicher dieses Rechners geändert und für dieselben Karten neu versiegelt. Bis die neue auf einem Stick ist und in einer Probe alles zurückgebracht hat, ist nichts geändert.
changes-back = Die Sicherung ist offen
changes-back-text = Sie wurde mit diesen Karten geöffnet, und jeder Schlüssel darin wurde erprobt. Noch ist nichts geändert.
changes-back-help = Jeder Schlüssel hat eben etwas unterschrieben oder entschlüsselt. Alles ist nur im Arbeitsspeicher dieses Rechners und wird gelöscht, wenn Sie gehen. Vergleichen Sie auch die Versiegelung mit dem Eigentümerblatt: Nennt das eine spätere, ist dies eine alte Kopie, und was sich seither geändert hat, ginge verloren.
    
    Vergleichen Sie den Fingerabdruck mit dem, der auf jeder Karte steht. Nur wenn er gleich ist, sind es Ihre Schlüssel.
changes-list = Was soll sich ändern?
changes-list-text = Wählen Sie eines nach dem anderen. Versiegelt wird erst, wenn Sie es sagen.
changes-list-will = Das wird sich ändern:
changes-list-help = Was Sie wählen, entsteht zuerst im Speicher und steht hier. F2 nimmt zurück, was Sie zuletzt gewählt haben. „Versiegeln“ macht daraus eine neue Sicherung für dieselben Karten; die alte gilt, bis die neue erprobt ist.
changes-unfinished = Auf { $stick } liegen zwei Sicherungen dieser Schlüssel nebeneinander. Ob die neuere geprobt wurde, ist nicht vermerkt. „Versiegeln“ macht aus der, die Sie geöffnet haben, eine neue, und die wird geprobt.
changes-take-back = zurücknehmen
changes-expiry = Wie lange die Schlüssel gelten
changes-expiry-note = Jetzt: { $day }.
changes-seal = Versiegeln
changes-seal-note = Für dieselben Karten. Die alte Sicherung bleibt, bis die neue erprobt ist.
changes-nothing = Nichts
changes-nothing-note = Es wird nichts versiegelt, und die Sicherung bleibt, wie sie ist.
changes-change = Es wird geändert
changes-change-text = Nur im Speicher. Was in der Sicherung ist, bleibt, bis Sie sie neu versiegeln.
changes-change-help = Der Schlüssel unterschreibt, was sich geändert hat, und neue Widerrufe werden dafür gemacht, einer für jeden Grund. Jeder Schlüssel wird noch einmal erprobt.
changes-until = Wie lange sollen die Schlüssel gelten?
changes-until-text = Die Nitrokeys werden nicht angerührt und arbeiten weiter. Aber alle anderen richten sich nach dem Datum in dem öffentlichen Schlüssel, den sie haben: Sie brauchen den neuen.
changes-until-help = Ein Tag, nach dem andere Ihren Schlüssel nicht mehr benutzen, ist etwas Gutes: Ist alles verloren, endet er von selbst. Verlängern Sie ihn, so oft Sie wollen, mit dem Stick und den Karten, bevor der Tag kommt oder danach.
    
    Die Schlüssel zum Unterschreiben, Entschlüsseln und Anmelden werden zusammen mit dem Hauptschlüssel verlängert. Alte, die widerrufen wurden, bleiben, wie sie sind.
changes-until-day = Jetzt gelten sie bis { $day }.
changes-until-no-day = Jetzt laufen sie nie ab.
changes-until-years = { $n ->
    [one] Ein Jahr ab heute
   *[other] { $n } Jahre ab heute
 }
changes-until-note = Sie lassen sich wieder verlängern, mit denselben Karten.
changes-until-never = Andere benutzen sie für immer, wenn Sie sie nicht widerrufen.
wish-expiry = Gültig bis { $day }
wish-expiry-never = Gültig für immer
changes-list-more = { $n ->
    [one] • eines mehr, früher
   *[other] • { $n } mehr, früher
 }
changes-user-ids = Namen und Adressen
changes-user-ids-note = Einen hinzufügen oder widerrufen, oder den ersten wählen.
changes-kept = Was noch aufbewahrt ist
changes-kept-note = Ansehen, etwas dazulegen, ersetzen oder entfernen.
changes-pin = PINs in der Sicherung
changes-pin-note = Ob sie die Benutzer-PIN enthält; eine PIN, die Sie geändert haben.
changes-where = Wo die Karten sind
changes-where-note = Die Notizen auf Ihrem Eigentümerblatt.
changes-paper = Die Sprache des Papiers
changes-paper-note = Von allem, was gedruckt wird, und von GUIDE.txt.
changes-names = Wem gehören die Schlüssel?
changes-names-text = So finden andere Ihren Schlüssel. Der erste ist der Hauptname.
changes-names-help = Eine Adresse, die Sie nicht mehr benutzen, wird widerrufen: Nichts Unterschriebenes verschwindet, aber andere sehen, dass sie nicht mehr gilt. Später kann sie wieder hinzukommen.
    
    Was andere zu einem Namen unterschrieben haben, bleibt. Den neuen Namen unterschreibt nur Ihr eigener Schlüssel, bis andere es auch tun.
    
    Die Namen auf den Anteilskarten bleiben, wie sie gedruckt sind; sie nennen denselben Schlüssel, am Fingerabdruck.
changes-name-is = So finden andere den Schlüssel.
changes-name-is-main = Der Hauptname: Andere Programme zeigen ihn zuerst.
changes-name-add = Noch ein Name oder eine Adresse
changes-name-add-note = Er kommt hinzu; die anderen bleiben.
changes-name-ask = Was soll damit geschehen?
changes-name-type = Der neue Name oder die neue Adresse. Eines von beiden darf fehlen.
changes-name-twice = Den hat Ihr Schlüssel schon.
    .now = Tippen Sie einen anderen, oder drücken Sie Esc.
changes-name-leave = So lassen
changes-name-leave-note = Nichts ändert sich.
changes-name-main = Zum Hauptnamen machen
changes-name-main-note = Andere Programme zeigen ihn zuerst.
changes-name-revoke = Widerrufen
changes-name-revoke-note = Er wird nicht mehr benutzt. Andere sehen ihn noch, als widerrufen.
changes-vault = Was noch aufbewahrt ist
changes-vault-text = Es ist neben den Schlüsseln versiegelt. Gezeigt wird davon erst etwas, wenn Sie es wollen.
changes-vault-type = Ein Name und das Geheimnis selbst.
changes-vault-help = Passwörter von Platten, Notfall-Codes, Startwerte von Einmalpasswörtern: Die versiegelte Sicherung bewahrt sie neben den Schlüsseln auf, und sie kommen bei einer Wiederherstellung zurück.
    
    Was entfernt wird, ist nicht in der neuen Sicherung. Alte Kopien der Sicherung haben es noch, solange es sie gibt: Ein Passwort, das jemand gesehen haben könnte, sollten Sie ändern, und nicht nur hier entfernen.
changes-vault-add = Noch ein Eintrag
changes-vault-add-note = Er wird neben den Schlüsseln versiegelt.
changes-vault-show = Zeigen
changes-vault-show-note = Dann steht es auf diesem Bildschirm. Achten Sie darauf, wer ihn sieht.
changes-vault-replace = Ersetzen
changes-vault-replace-note = Ein anderer Name, ein anderes Geheimnis oder beides.
changes-vault-remove = Entfernen
changes-vault-remove-note = Es ist nicht in der neuen Sicherung. Alte Kopien haben es noch.
changes-pins = PINs in der Sicherung
changes-pins-text = Kein Nitrokey wird hier angerührt: Geändert wird, was die Sicherung enthält, und das muss sein, was auf dem Nitrokey gesetzt ist.
changes-pins-help = Admin-PIN und Rückstellcode sind in der Sicherung, damit niemand sie sich merken muss. Haben Sie eines davon geändert, mit „Ich habe eine PIN vergessen“ oder mit GnuPG, so hat die Sicherung das alte: Sagen Sie es ihr hier.
    
    Die Benutzer-PIN ist nur darin, wenn Sie es wollen. Sie hilft Ihren Erben, den Ersatz zu benutzen, den sie finden; andererseits kennten dann genügend Vertrauenspersonen zusammen die PIN, die Sie jeden Tag benutzen.
changes-pins-keep = Die Benutzer-PIN soll in die Sicherung
changes-pins-keep-note = Sie tippen sie für jeden Nitrokey. Wer die Sicherung öffnet, kennt sie dann.
changes-pins-drop = Die Benutzer-PIN soll nicht in die Sicherung
changes-pins-drop-note = Die neue enthält sie nicht. Alte Kopien der Sicherung schon.
changes-pins-of = Geänderte PIN: { $role }
changes-pins-of-note = Sie tippen die, die darauf gesetzt wurde.
changes-pins-which = Welche PIN hat sich geändert? ({ $role })
changes-pins-type = Tippen Sie sie, wie sie auf dem Nitrokey gesetzt ist ({ $role }). Dort wird sie nicht versucht.
changes-pin-user = Die Benutzer-PIN
changes-pin-user-note = Für jeden Tag.
changes-pin-admin = Die Admin-PIN
changes-pin-admin-note = Sie setzt eine neue Benutzer-PIN und ändert Einstellungen.
changes-pin-reset = Der Rückstellcode
changes-pin-reset-note = Er setzt eine neue Benutzer-PIN.
changes-notes = Wo sind die Karten?
changes-notes-text = Für Ihr Eigentümerblatt: wo jede liegt, wie man erreicht, wer sie hat. Es darf leer bleiben.
changes-notes-help = Die Notizen werden mit versiegelt und stehen auf dem Eigentümerblatt, das Sie am Ende neu drucken können. Offen sind sie nicht auf dem Stick: Wer ihn findet, erfährt nicht, wen er fragen müsste.
    
    Soll jemand anderes eine Karte haben, oder ist eine weg, so braucht es neue Karten: nicht hier, sondern mit „Vertrauenspersonen wechseln, oder eine Karte ist weg“.
changes-language = Welche Sprache hat das Papier?
changes-language-text = Neue Blätter, das Eigentümerblatt und GUIDE.txt sind darin geschrieben. Die Karten bleiben, wie sie gedruckt sind.
changes-language-help = Wer eine Karte hat, liest ihr Blatt, vielleicht in zehn Jahren. Die 24 Wörter bleiben englisch: Sie sind überall auf der Welt gleich.
wish-name-add = Noch ein Name: { $name }
wish-name-revoke = Widerrufen: { $name }
wish-name-main = Der Hauptname: { $name }
wish-pins-keep = Die Sicherung enthält die Benutzer-PINs
wish-pins-drop = Die Sicherung enthält die Benutzer-PINs nicht
wish-pin-user = Die Benutzer-PIN: { $role }
wish-pin-admin = Die Admin-PIN: { $role }
wish-pin-reset = Der Rückstellcode: { $role }
wish-notes = Die Notizen, wo die Karten sind
wish-vault-add = Neben den Schlüsseln aufbewahrt: { $name }
wish-vault-replace = Neu aufbewahrt: { $name }
wish-vault-remove = Nicht mehr aufbewahrt: { $name }
wish-language = Das Papier: { $name }
changes-done = Was jetzt zu tun ist
changes-done-text = Die neue Sicherung ist erprobt: Ihre Probe kam auf dieselben Schlüssel. Die Nitrokeys sind, wie sie waren.
changes-done-publish = Geben Sie die neue public-key.asc vom Stick allen, die die alte haben: Schlüsselservern, Ihrer Webseite, denen, die Ihnen schreiben.
changes-done-computers = Auf jedem Ihrer Rechner: gpg --import public-key.asc. Der Nitrokey arbeitet dann wie zuvor.
changes-done-sticks = Bringen Sie die neue Sicherung auf jeden anderen Stick, auf dem eine alte ist, oder zerstören Sie ihn.
changes-done-sheets = Geben Sie allen, die eine Karte haben, das neue Blatt, für den Umschlag mit der Karte.
changes-done-no-sheets = Blätter in den Umschlägen sind jetzt alt: Papier allein bringt die Sicherung von damals zurück.
changes-done-help = Was sich geändert hat, sehen andere erst mit dem neuen öffentlichen Schlüssel. Auf einem Schlüsselserver ersetzt er den alten, auch wenn der abgelaufen ist; „gpg --refresh-keys“ holt ihn von dort.
    
    Alte Kopien der Sicherung öffnen sich mit denselben Karten und bringen Ihre Schlüssel zurück, wie sie waren. Wer eine öffnet, sieht an der Versiegelung, dass sie alt ist.

## Ich habe eine PIN vergessen

forgotten-stage-which = Welcher Nitrokey
forgotten-stage-code = Womit
forgotten-stage-new = Die neue PIN
forgotten-loss-unsure = Es ist nicht sicher, welche Benutzer-PIN dieser Nitrokey jetzt hat. Wenn Sie gehen, probieren Sie die neue, dann die alte; öffnet ihn keine, so setzen Sie sie hier noch einmal.
forgotten-loss-another = Dieser Nitrokey hat jetzt eine Benutzer-PIN, die weder die alte noch die neue ist. Wenn Sie gehen: Setzen Sie sie hier noch einmal, bevor Sie ihn benutzen.
forgotten-which = Welcher Nitrokey ist es?
forgotten-which-text = Stecken Sie den Nitrokey ein, dessen Benutzer-PIN vergessen oder gesperrt ist. Er wird nur gelesen: Hier steht dann, wie viele Versuche jede seiner PINs hat.
forgotten-which-help = Ein Nitrokey hat drei PINs. Die Benutzer-PIN ist für jeden Tag. Der Rückstellcode kann nur eines: eine neue Benutzer-PIN setzen. Die Admin-PIN kann das auch und ändert Einstellungen. Coldspare hat die beiden letzten erzeugt und in die Sicherung gelegt; auch auf dem PIN-Zettel stehen sie.
    
    Jede hat drei Versuche. Nach der richtigen sind es wieder drei. Bleibt keiner, so ist diese PIN gesperrt, und auch die richtige öffnet nichts mehr.
    
    Solange also Rückstellcode oder Admin-PIN noch einen Versuch hat, lässt sich eine neue Benutzer-PIN setzen, und die Schlüssel bleiben, wo sie sind. Nur wenn keine der beiden einen hat, muss der Nitrokey neu beschrieben werden.
forgotten-this = dieser
forgotten-tries = Versuche übrig: Benutzer-PIN { $user }, Rückstellcode { $reset }, Admin-PIN { $admin }.
forgotten-blank = Kein Schlüssel ist darauf, also gibt es nichts, was eine PIN öffnen würde. Wählen Sie am Anfang „Noch einen Nitrokey beschreiben“: Dann bekommt er Schlüssel und PINs.
forgotten-all-blocked = Alle drei sind gesperrt. Dieser Nitrokey kann nur neu beschrieben werden: Wählen Sie am Anfang „Noch einen Nitrokey beschreiben“. Ihre Schlüssel kommen aus der Sicherung zurück, und nichts ist verloren.
forgotten-dead = Alle drei sind gesperrt, und diese Karte lässt sich nicht auf den Werkszustand zurücksetzen: Nichts öffnet sie mehr. Ihre Schlüssel sind in der Sicherung: Beschreiben Sie einen anderen Nitrokey.
forgotten-only-user = Rückstellcode und Admin-PIN sind gesperrt, also lässt sich keine neue Benutzer-PIN setzen. Für die Benutzer-PIN { $user ->
    [one] bleibt noch ein Versuch
   *[other] bleiben noch { $user } Versuche
 }. Fällt sie Ihnen nicht ein: „Noch einen Nitrokey beschreiben“ beschreibt diesen neu, aus der Sicherung.
forgotten-blocked = Seine Benutzer-PIN ist gesperrt: Auch die richtige öffnet jetzt nichts. Eine neue wird gesetzt, und sie darf dieselbe sein wie vorher.
forgotten-not-blocked = Seine Benutzer-PIN ist nicht gesperrt. Wissen Sie sie doch, so benutzen Sie sie weiter: Dann ist nichts zu tun.
forgotten-no-reset-code = Sein Rückstellcode ist gesperrt, oder er hatte nie einen. Auch die Admin-PIN setzt eine neue Benutzer-PIN.
forgotten-no-admin = Seine Admin-PIN ist gesperrt. Auch der Rückstellcode setzt eine neue Benutzer-PIN.
forgotten-start = Ein Nitrokey Start nennt drei Versuche für den Rückstellcode, auch wenn er nie einen hatte. Coldspare setzt auf jedem einen.
forgotten-from = Wo ist der Rückstellcode oder die Admin-PIN?
forgotten-from-text = Eins von beiden setzt die neue Benutzer-PIN. An beiden Orten ist beides.
forgotten-from-help = Wer den PIN-Zettel hat, braucht weder Karten noch Stick. Steht auch die Benutzer-PIN darauf, und haben Sie sie nie geändert, so ist sie es einfach.
    
    Ohne den Zettel kommen sie aus der Sicherung, die einige Anteilskarten zusammen öffnen.
forgotten-from-slip = Auf dem PIN-Zettel oder im Kopf
forgotten-from-slip-note = Sie tippen es. Keine Karte ist nötig. Sehen Sie erst nach, ob auch die Benutzer-PIN auf dem Zettel steht.
forgotten-from-backup = In der Sicherung
forgotten-from-backup-note = Auf dem Stick oder dem Sicherungsblatt; dazu so viele Anteilskarten, wie sie öffnen.
forgotten-back = Die Sicherung ist offen
forgotten-back-text = Sie wurde mit diesen Karten geöffnet. Die PINs Ihrer Nitrokeys sind darin.
forgotten-back-help = Vergleichen Sie den Fingerabdruck mit dem auf jeder Karte, und die Versiegelung mit dem Eigentümerblatt. Nennt es eine spätere, ist dies eine alte Kopie, und die PINs darin sind vielleicht alte: Ein falscher Code kostet einen Versuch.
forgotten-stranger = Nicht aus dieser Sicherung
forgotten-stranger-text = Die Schlüssel dieser Sicherung sind nicht auf diesem Nitrokey. Also sind seine PINs nicht darin, und jede andere würde nur einen Versuch kosten.
forgotten-stranger-help = Einen Nitrokey erkennt man an den Schlüsseln darauf. Dieser hat keinen von denen, die in der Sicherung sind, weder heutige noch frühere. Nehmen Sie den Nitrokey, der zu dieser Sicherung gehört, oder den Stick, der zu diesem Nitrokey gehört.
forgotten-stranger-enter = ein anderer Nitrokey
forgotten-by = Womit von beiden?
forgotten-by-text = Beides setzt eine neue Benutzer-PIN. Die Schlüssel bleiben, was Sie auch nehmen.
forgotten-by-help = Der Rückstellcode kann nichts als das, also nehmen Sie ihn zuerst. Ist er falsch, gibt es noch die Admin-PIN.
    
    Ein falscher kostet einen Versuch, und der Nitrokey sagt, wie viele bleiben. Der letzte Versuch wird nur verbraucht, wenn Sie ja sagen.
forgotten-by-ours = Das ist „{ $role }“: Nach der Sicherung hat er diese. Beides setzt eine neue Benutzer-PIN.
forgotten-by-old = Das ist „{ $role }“ mit den alten Unterschlüsseln, und er hat noch die PINs von davor, wenn Sie sie seither nicht geändert haben. Die Sicherung hat diese aufbewahrt.
forgotten-by-old-mail = Das ist ein Nitrokey für alte Post: Er hat Rückstellcode und Admin-PIN von „{ $role }“ bekommen. Haben Sie diese seither geändert, kosten die von hier nur Versuche.
forgotten-by-old-none = Er hat alte Unterschlüssel und blieb, wie er war, als andere beschrieben wurden. Die PINs von davor hat die Sicherung nicht mehr, und die neuen kosteten nur Versuche. Drücken Sie Enter, und wählen Sie seinen PIN-Zettel.
forgotten-by-which = Die Sicherung weiß nicht, welcher Ihrer Nitrokeys das ist. Wählen Sie, was auf seinem Etikett steht: Falsches kostet einen Versuch.
forgotten-by-none = Dieser Nitrokey nimmt nichts von dem, was diese Sicherung für ihn hat: Vielleicht wurden seine PINs seither geändert, oder die Sicherung ist eine alte. Drücken Sie Enter, und wählen Sie den PIN-Zettel oder eine neuere Sicherung.
forgotten-by-reset = Rückstellcode
forgotten-by-admin = Admin-PIN
forgotten-by-reset-of = Rückstellcode: { $role }
forgotten-by-admin-of = Admin-PIN: { $role }
forgotten-by-left = { $left ->
    [one] Ein Versuch bleibt. Er wird nur nach einem Ja verbraucht.
   *[other] { $left } Versuche bleiben.
 }
forgotten-code = Tippen Sie
forgotten-code-text = So, wie es auf dem Zettel dieses Nitrokeys steht: Seine Seriennummer ist darauf. Falsches kostet einen Versuch.
forgotten-code-help = F2 zeigt, was Sie tippen. Die letzte Zeile zeigt, was Ihre Tastatur wirklich schreibt; nichts davon bleibt. Was Sie tippen, bekommt der Nitrokey erst, wenn die neue Benutzer-PIN gewählt ist.
forgotten-last = Der letzte Versuch
forgotten-last-text = Für den Rückstellcode bleibt ein Versuch. Ist falsch, was der Nitrokey jetzt bekommt, so ist der Code für immer gesperrt.
forgotten-last-admin = Für die Admin-PIN bleibt ein Versuch. Ist falsch, was der Nitrokey jetzt bekommt, so ist sie für immer gesperrt.
forgotten-last-other = Dann bliebe noch: { $pin }, Versuche übrig { $left }. Vielleicht nehmen Sie das zuerst.
forgotten-last-anew = Dann ließe sich der Nitrokey nur neu beschreiben, aus der Sicherung: Seine Schlüssel sind darin.
forgotten-last-dead = Dann öffnet nichts mehr diese Karte: Sie lässt sich nicht auf den Werkszustand zurücksetzen. Ihre Schlüssel sind in der Sicherung.
forgotten-last-help = Drei falsche Versuche sperren eine PIN, und zwei sind schon verbraucht. Machen Sie nur weiter, wenn Sie sicher sind: Der Zettel eben dieses Nitrokeys liegt vor Ihnen, oder die Sicherung ist die von heute.
forgotten-last-no = Nein, zurück
forgotten-last-no-note = Nichts wird verbraucht.
forgotten-last-yes = Ja, den letzten Versuch verbrauchen
forgotten-last-yes-note = Ist es richtig, so sind es wieder drei.
forgotten-new = Die neue Benutzer-PIN
forgotten-new-text = Welche soll es werden?
forgotten-new-help = Sechs oder acht zufällige Ziffern genügen: Nach drei falschen Versuchen sperrt der Nitrokey die Benutzer-PIN. Nehmen Sie keinen Geburtstag und keine Telefonnummer.
forgotten-new-backup = Die aus der Sicherung
forgotten-new-backup-note = Sie wird Ihnen gezeigt. Die Sicherung bleibt richtig.
forgotten-new-same = Dieselbe wie eben
forgotten-new-same-note = Dann haben beide Nitrokeys eine Benutzer-PIN.
forgotten-new-drawn = Zufällig gezogen
forgotten-new-drawn-note = Ziffern. Sie sehen sie, bevor sie gesetzt werden, und können sie aufschreiben.
forgotten-new-typed = Eine, die ich mir ausdenke
forgotten-new-typed-note = Zweimal getippt.
forgotten-type = Ihre neue Benutzer-PIN
forgotten-type-help = F2 zeigt, was Sie tippen. Die letzte Zeile zeigt, was Ihre Tastatur wirklich schreibt. Ziffern sind auf jeder Tastatur, Umlaute und Akzente nicht.
forgotten-show = Die neue Benutzer-PIN
forgotten-show-text = Sie sehen sie, bevor sie gesetzt wird: Was auch dazwischenkommt, Sie haben sie.
forgotten-show-write = Schreiben Sie sie jetzt auf.
forgotten-show-hidden = Sie ist wieder verborgen. Ist sie auf Papier? F2 zeigt sie noch einmal.
forgotten-show-enter = sie ist auf Papier
forgotten-show-before = Der Nitrokey hat sie noch nicht. Er bekommt sie im nächsten Schritt.
forgotten-show-help = Lernen Sie sie auswendig, dann vernichten Sie das Papier; bis dahin bleibt es getrennt vom Nitrokey.
forgotten-set = Die neue Benutzer-PIN setzen
forgotten-set-text = Nichts wird gelöscht. Schlüssel, Rückstellcode, Admin-PIN, Einmalpasswörter und Anmeldungen im Web bleiben, wie sie sind.
forgotten-set-help = Der Nitrokey prüft den Code, nimmt die neue Benutzer-PIN und wird sofort nach ihr gefragt. Wird er dazwischen herausgezogen, so hat er die alte Benutzer-PIN oder die neue (ein Start vielleicht keine von beiden); dann wird dasselbe noch einmal getan.
forgotten-set-by-reset = Die neue Benutzer-PIN wird mit seinem Rückstellcode gesetzt.
forgotten-set-by-admin = Die neue Benutzer-PIN wird mit seiner Admin-PIN gesetzt.
forgotten-set-enter = setzen
forgotten-set-insert = Er ist nicht eingesteckt. Stecken Sie ihn wieder ein.
forgotten-set-unsure = Es ist nicht sicher, ob er jetzt die alte Benutzer-PIN hat oder die neue. Wenn er eingesteckt ist, drücken Sie Enter: Die neue wird noch einmal gesetzt, und dann ist es sicher.
forgotten-set-unsure-start = Ein Nitrokey Start hat jetzt die alte Benutzer-PIN oder die neue; oder keine von beiden, wenn er eben schrieb. Wenn er eingesteckt ist, drücken Sie Enter: Die neue wird noch einmal gesetzt, und dann ist es sicher.
forgotten-set-last = Drücken Sie Enter: Sie werden gefragt, ob er verbraucht werden soll.
forgotten-set-wrong = Was Sie getippt haben, ist falsch ({ $pin }). { $left ->
        [0] Nun ist das gesperrt.
        [one] Ein Versuch bleibt.
       *[other] { $left } Versuche bleiben.
    }
    .now = { $left ->
        [0] Sonst hat sich nichts geändert. Drücken Sie Enter: Was noch geht, wird gezeigt.
       *[other] Sonst hat sich nichts geändert. Ist es der Zettel dieses Nitrokeys? Vergleichen Sie die Seriennummer, drücken Sie Enter, und tippen Sie es noch einmal.
    }
forgotten-set-wrong-backup = Was die Sicherung hat, ist für diesen Nitrokey falsch ({ $pin }): Vielleicht wurde es seither geändert, oder es gehört zu einem anderen. { $left ->
        [0] Nun ist das gesperrt.
        [one] Ein Versuch bleibt.
       *[other] { $left } Versuche bleiben.
    }
    .now = Sonst hat sich nichts geändert, und noch einmal bekommt er es nicht. Drücken Sie Enter: Was noch geht, wird gezeigt.
forgotten-set-another = Der Nitrokey hat den Rückstellcode genommen und eine andere Benutzer-PIN gesetzt als die neue: Was er als Code bekam, war länger oder kürzer als dieser, und wo der Code endet, findet der Nitrokey selbst. Seine Benutzer-PIN ist jetzt weder die alte noch die neue. { $left ->
        [one] Ein Versuch bleibt für sie.
       *[other] { $left } Versuche bleiben für sie.
    }
    .now = Drücken Sie Enter, und setzen Sie die neue noch einmal, mit dem Code genau so, wie er auf dem Zettel steht, oder mit der Admin-PIN. Probieren Sie bis dahin keine Benutzer-PIN.
forgotten-done = Die Benutzer-PIN ist gesetzt
forgotten-done-good = Der Nitrokey { $serial } hat die neue Benutzer-PIN geprüft: Sie stimmt.
forgotten-done-text = Nichts wurde gelöscht: Schlüssel, Rückstellcode und Admin-PIN sind wie vorher. Ihre anderen Nitrokeys behalten ihre Benutzer-PIN.
forgotten-done-same = Die Sicherung hat diese PIN, und der PIN-Zettel, wie er gedruckt wurde, ebenso: Beide bleiben richtig.
forgotten-done-slip = Steht auf dem Zettel eine andere Benutzer-PIN, so berichtigen Sie sie. Liegt eine in der Sicherung, so bleibt es die, die versiegelt wurde.
forgotten-done-backup = Die Sicherung hat eine andere Benutzer-PIN, und der PIN-Zettel, wie er gedruckt wurde, ebenso: Berichtigen Sie den Zettel.
forgotten-done-not-in-backup = In der Sicherung ist keine Benutzer-PIN, wie Sie es wollten: Sie bleibt richtig. Steht auf einem PIN-Zettel eine andere, so berichtigen Sie ihn.
forgotten-done-help = Vielleicht meint GnuPG noch, der Nitrokey sei gesperrt: Ziehen Sie ihn heraus, und stecken Sie ihn wieder ein. Die Sicherung öffnen dieselben Karten wie immer; Rückstellcode und Admin-PIN darin haben sich nicht geändert.
forgotten-done-home = Das war alles
forgotten-done-home-note = Alles Geheime wird aus dem Arbeitsspeicher gelöscht.
forgotten-done-another = Dasselbe für einen anderen Nitrokey
forgotten-done-another-note = Er kann dieselbe Benutzer-PIN bekommen: So öffnet sich der Ersatz wie der andere.
slip-print = neuer PIN-Zettel
slip-print-done = Der neue PIN-Zettel ist gedruckt. Vernichten Sie den alten, und bewahren Sie diesen getrennt vom Nitrokey auf.

## Vertrauenspersonen wechseln, oder eine Karte ist weg

deal-stage-what = Was geschehen ist
deal-stage-who = Wer Karten hat
deal-stage-old = Die alten
deal-loss-new = Die neuen Karten sind noch nicht erprobt. Gehen Sie jetzt, so sind gedruckte wertlos: Verbrennen Sie sie. Die alten Karten und die alte Sicherung bleiben, wie sie sind.
deal-loss-new-stick = Die neuen Karten sind noch nicht erprobt, und die neue Sicherung liegt allein auf ihrem Stick. Gehen Sie jetzt, so verbrennen Sie gedruckte Karten und formatieren diesen Stick: Nichts anderes öffnet ihn. Die alten Karten und die alte Sicherung bleiben, wie sie sind.
deal-loss-again = Die zuletzt verteilten Karten sind dann wertlos: Verbrennen Sie gedruckte. Aber was in dieser Sitzung davor versiegelt wurde, ist auf dem Stick: Behalten Sie die Karten, die dafür gedruckt wurden, denn sie öffnen es.
deal-loss-old = Die neuen Karten und die neue Sicherung gelten. Aber was von den alten zu vernichten ist, steht nur hier.
deal-what = Was ist geschehen?
deal-what-text = Eine neue Karte passt zu keiner alten. Also werden alle Karten neu gemacht, für alle.
deal-what-help = Die Karten sind Teile eines Schlüssels, des Sicherungsschlüssels, und jede passt nur zu denen ihres Kartensatzes. Niemand kann einem Kartensatz eine Karte hinzufügen oder eine davon wertlos machen: Was auf Papier steht, bleibt. Also wird ein neuer Sicherungsschlüssel gezogen, Ihre Schlüssel werden damit versiegelt, und es werden neue Karten gemacht.
    
    Ihre Schlüssel bleiben dieselben. Auf keinen Nitrokey wird geschrieben, und keiner muss hier sein.
deal-what-people = Vertrauenspersonen wechseln
deal-what-people-note = Jemand geht oder kommt, oder es soll eine andere Zahl von Karten nötig sein.
deal-what-lost = Eine Karte ist weg
deal-what-lost-note = Sie ist verbrannt oder unauffindbar, und niemand sonst kann sie haben.
deal-what-seen = Eine Karte kann in falschen Händen sein
deal-what-seen-note = Eine oder mehrere: gestohlen, fotografiert, gesehen, oder so gelegen, dass andere sie lesen konnten.
deal-seen = Wie viele Karten sind das?
deal-seen-text = Zählen Sie jede Karte, die jemand anders hat oder gesehen hat, und die jeder Vertrauensperson, der Sie nicht mehr trauen.
deal-seen-help = Wie viele nötig sind, steht auf jeder Karte. Weniger verraten nichts vom Schlüssel, auch keinen Teil davon.
    
    So viele, wie nötig sind, geben den Sicherungsschlüssel. Mit ihm öffnet sich jede Kopie der versiegelten Sicherung: jeder Stick mit dem Bündel, und jedes Sicherungsblatt, wo es auch liegt.
deal-seen-few = Weniger, als die Sicherung öffnen
deal-seen-few-note = Sie verraten noch nichts. Neue Karten kommen rechtzeitig.
deal-seen-enough = So viele, wie sie öffnen, oder ich weiß es nicht
deal-seen-enough-note = Dann kommt es auf die Kopien der versiegelten Sicherung an. Lesen Sie weiter.
deal-means = Was das bedeutet
deal-means-text = Bis die neuen Karten erprobt sind, ändert sich am Alten nichts: Sie dürfen jederzeit aufhören, auch der Strom darf ausfallen. Und was alt ist, gilt, bis Sie es vernichten. Am Ende bekommen Sie eine Liste davon.
deal-means-people = Wer geht, weiß, was auf der alten Karte steht, auch wenn das Papier zurückkommt. Wertlos ist das, sobald jede Kopie der alten versiegelten Sicherung weg ist, oder zu wenige andere alte Karten übrig sind.
deal-means-lost = Die Sicherung öffnet sich noch mit den Karten, die da sind, aber von denen dürfen weniger verloren gehen. Neue Karten bringen das in Ordnung. Taucht die alte auf, verbrennen Sie sie.
deal-means-few = Wer diese Karten hat, braucht noch mehr davon, und eine Kopie der alten versiegelten Sicherung. Neue Karten machen sie erst wertlos, wenn jede solche Kopie weg ist.
deal-means-enough = Wer diese Karten und eine Kopie der alten versiegelten Sicherung hat, hat Ihren Hauptschlüssel. Neue Karten helfen nur, wenn noch niemand an eine Kopie kam und Sie jede vernichten können. Sind Sie nicht sicher, so ist der Weg eine neue Identität: Gehen Sie hier hinaus, wählen Sie „Alles widerrufen“, dann „Schlüssel einrichten“.
deal-means-needs = Sie brauchen so viele alte Karten, wie die Sicherung öffnen, die Sicherung und Sticks für die neue, am besten frische. Nitrokeys bleiben, wie sie sind, und müssen nicht hier sein.
deal-means-help = Die alte Sicherung und die neue enthalten dieselben Schlüssel. Die alte öffnet sich mit alten Karten, die neue mit neuen, und nie mit einigen von beiden. Also müssen die alten weg; nichts, was mit den neuen geschieht, macht sie wertlos.
deal-back = Die Sicherung ist offen
deal-back-text = Sie wurde mit den alten Karten geöffnet. Die gelten, bis Sie sie vernichten.
deal-back-help = Jeder Schlüssel darin hat eben etwas unterschrieben oder entschlüsselt. Alles ist nur im Arbeitsspeicher dieses Rechners und wird gelöscht, wenn Sie gehen. Vergleichen Sie die Versiegelung mit dem Eigentümerblatt: Nennt es eine spätere, so ist dies eine alte Kopie, und was seither geändert wurde, ist nicht darin.
    
    Vergleichen Sie den Fingerabdruck mit dem, der auf jeder Karte steht. Nur wenn er gleich ist, sind es Ihre Schlüssel.
deal-who = Wer bekommt die neuen Karten?
deal-who-text = Alle bekommen eine neue, auch wer jetzt eine hat.
deal-who-today = Heute öffnen je { $needed } von { $cards } die Sicherung: { $names }.
deal-who-help = Die Namen stehen auf den Karten, auf dem Eigentümerblatt und in der versiegelten Sicherung. Bei „Andere“ kommen dieselben Fragen wie beim Einrichten; was damals geantwortet wurde, steht schon da.
deal-unfinished = Auf { $stick } liegen zwei Sicherungen dieser Schlüssel nebeneinander. Ob die neuere geprobt wurde, ist nicht vermerkt; jede öffnet sich mit den Karten ihres Kartensatzes. Gehen Sie weiter, so werden aus der, die Sie geöffnet haben, neue Karten gemacht. Bevor die andere weg ist, werden Sie gefragt.
deal-who-same = Dieselben Leute wie heute
deal-who-same-note = Namen und Zahlen bleiben, wie sie sind.
deal-who-others = Andere, oder eine andere Zahl
deal-who-others-note = Sie sagen, wie viele Karten es gibt, wie viele nötig sind, wer sie bekommt, und wo sie sein werden.
deal-new = Neue Karten für alle
deal-new-text = Ein neuer Sicherungsschlüssel wird gezogen, und dieselben Schlüssel, PINs und alles Aufbewahrte werden damit versiegelt. Dann werden die neuen Karten gedruckt und zurückgelesen.
deal-new-before = Bisher je { $needed } von { $cards }: { $names }.
deal-new-after = Von nun an je { $needed } von { $cards }: { $names }.
deal-new-enter = neue Karten machen
deal-new-help = Bis hierher wurde nichts geändert. Die neue versiegelte Sicherung ist die erste eines neuen Kartensatzes; sein Name steht auf jeder Karte, damit niemand eine alte für eine neue hält.
deal-bundle = Das neue Bündel, auf einen Stick
deal-bundle-text = Am besten auf einen Stick, der das alte nie hatte: Dann lässt sich der alte ganz vernichten. Ohne die neuen Karten ist nichts Geheimes darauf lesbar.
deal-bundle-help = Liegt das alte Bündel auf dem Stick, so bleibt es neben dem neuen, bis die Probe bestanden ist, in einem Ordner, der auf „.old“ endet. So gibt es in jedem Augenblick eines, das sich öffnet: das alte mit den alten Karten, das neue mit den neuen. Was sonst auf dem Stick ist, bleibt.
deal-before = Das alte Bündel auf diesen Sticks
deal-before-text = Das neue ist erprobt, also wird das alte hier gelöscht. Das vernichtet es nicht: Was mit so einem Stick zu tun ist, kommt als Nächstes.
deal-before-help = Was in einer gelöschten Datei stand, bleibt auf dem Stick, bis an dieselbe Stelle etwas anderes geschrieben wird. Also steht ein Stick, der das alte Bündel hatte, auf der Liste dessen, was zu vernichten ist, auch wenn jetzt das neue darauf ist.
deal-old = Was zu vernichten ist
deal-old-text = Genug alte Karten und eine einzige dieser Kopien geben noch immer Ihren Hauptschlüssel. Enter hakt ab, was vernichtet ist.
deal-old-help = Die Liste ist, was bei jedem Versiegeln geplant war. Kopien, die Sie seither gemacht haben, zählen mit.
    
    Papier: Verbrennen Sie es. Zerrissen oder geschreddert kann ein Code oder eine Reihe Wörter noch ganz sein.
    
    Sticks: Löschen oder Formatieren lässt darauf, was in den Dateien stand. Überschreiben Sie den Stick ganz; das genügt meistens, aber in Blöcken der Reserve können alte Bytes bleiben. Sicher ist, den Chip darin zu zerbrechen. Ist auch das neue Bündel auf dem Stick, so kopieren Sie es zuerst auf einen frischen.
    
    Geht das nicht, und können genug alte Karten in falschen Händen sein, so ist der Weg eine neue Identität: „Alles widerrufen“, dann „Schlüssel einrichten“.
deal-old-next = { $left ->
    [0] Weiter: alles ist vernichtet
    [one] Weiter: eines ist noch da
   *[other] Weiter: { $left } sind noch da
 }
deal-old-next-note = Die Liste geht auf Papier mit nach Hause: Das meiste lässt sich erst später vernichten.
deal-old-of = Vom Kartensatz { $set }.
deal-old-print = Liste drucken
deal-old-printed = Die Liste ist gedruckt. Behalten Sie sie, bis alles abgehakt ist.
deal-old-file = Sie liegt auch bei den Dateien der Karten: to-destroy.pdf.
deal-old-no-printer = Schreiben Sie sie ab, oder schließen Sie einen Drucker an.
deal-done = Das war es. Jetzt, der Reihe nach:
deal-done-text = 1. Geben Sie jeder Vertrauensperson die neue Karte, von Hand zu Hand: Je { $k } von { $n } bringen alles zurück.
    2. Nehmen Sie dabei von jeder die alte Karte zurück. Verbrennen Sie die alten, mit allen Blättern dazu.
    3. Vernichten Sie die alten Sticks: ganz überschreiben oder zerbrechen. Löschen genügt nicht.
    4. Legen Sie die neuen Sticks an die Stelle der alten, und das neue Eigentümerblatt an die des alten.
deal-done-left = { $left ->
    [one] Eines auf der Liste ist nicht abgehakt. Bis es vernichtet ist, geben genug alte Karten und eine alte Kopie Ihren Hauptschlüssel.
   *[other] { $left } auf der Liste sind nicht abgehakt. Bis sie vernichtet sind, geben genug alte Karten und eine alte Kopie Ihren Hauptschlüssel.
 }
deal-done-help = Ihre Nitrokeys sind, wie sie waren, und Ihre Schlüssel auch: Niemand, der Ihren öffentlichen Schlüssel hat, bemerkt etwas.
    
    Bis die alten Karten zurück sind, gibt es alte und neue. Der Name des Kartensatzes steht auf jeder, und wo eine Karte gelesen wird, wird gesagt, wenn sie von einem anderen Kartensatz ist. Auch „Karte prüfen“ sagt es.

## Ein Nitrokey wurde gestohlen

stolen-stage-what = Was geschehen ist
stolen-stage-keys = Unterschlüssel
stolen-pin = Kann jemand seine Benutzer-PIN kennen?
stolen-pin-text = Davon hängt ab, was der Dieb kann, und aus welchem Grund die alten Unterschlüssel widerrufen werden.
stolen-pin-help = Ein Nitrokey gibt seine Schlüssel niemandem. Wer ihn hat, kann sie mit der Benutzer-PIN benutzen und hat dafür drei Versuche. Eine PIN, die gesehen, aufgeschrieben oder erraten wurde, schützt aber nichts.
    
    Kann sie bekannt sein, so werden die alten Unterschlüssel als „kompromittiert“ widerrufen: Sequoia und Thunderbird glauben dann nichts mehr, was sie unterschrieben haben, auch Älteres nicht. Kennt sie niemand, so werden sie als „ersetzt“ widerrufen: Was davor unterschrieben wurde, bleibt dort gut. GnuPG macht keinen Unterschied: In beiden Fällen nennt es den Schlüssel widerrufen.
stolen-pin-yes = Ja, oder ich bin nicht sicher
stolen-pin-yes-note = Jemand hat sie gesehen, oder sie stand in der Nähe aufgeschrieben.
stolen-pin-no = Nein, niemand kann sie kennen
stolen-pin-no-note = Dann hat der Dieb ein paar Versuche, mehr nicht.
stolen-running = War er eingesteckt, mit gegebener PIN?
stolen-running-text = Ist die Benutzer-PIN gegeben, so arbeitet er ohne sie, solange er Strom hat.
stolen-running-help = Wurde er mit einem Rechner mitgenommen, der an war, so kann, wer beides hat, entschlüsseln und sich anmelden, bis er abgezogen wird oder der Strom ausfällt; für eine Unterschrift fragt er vielleicht jedes Mal nach der PIN. Ob das geschah, kann später niemand sagen. Darum zählt es, als wäre die PIN bekannt.
stolen-running-no = Nein
stolen-running-no-note = Er war nicht eingesteckt, oder die PIN war nicht gegeben. Ohne Strom vergisst er, dass sie es war.
stolen-running-yes = Ja, oder ich weiß es nicht
stolen-running-yes-note = Der Rechner ist auch weg, oder jemand war daran.
stolen-also = Was ist noch weg?
stolen-also-text = Enter hakt eine Zeile an oder nimmt den Haken weg.
stolen-also-help = Jedes davon gibt dem Dieb noch etwas, und zusammen vielleicht alles.
    
    Die Sicherung ist verschlüsselt, auf dem Stick wie auf Papier. So viele Karten, wie sie öffnen, geben den Schlüssel dazu. Wer beides hat, hat alles, was Sie haben, auch den Hauptschlüssel: Dagegen helfen neue Unterschlüssel nicht.
stolen-also-backup = Stick oder Blatt mit der Sicherung
stolen-also-backup-note = Verschlüsselt: Ohne genug Karten sagt sie nichts.
stolen-also-slip = Ein PIN-Zettel
stolen-also-slip-note = Dann sind die PINs darauf bekannt.
stolen-also-few = Karten, weniger als die Sicherung öffnen
stolen-also-few-note = Sie sagen nichts, aber jetzt fehlen weniger andere.
stolen-also-all = So viele Karten, wie die Sicherung öffnen
stolen-also-all-note = Mit der Sicherung zusammen geben sie alles.
stolen-also-record = Das Eigentümerblatt
stolen-also-record-note = Nichts Geheimes steht darauf. Es nennt, wer Karten hat.
stolen-also-on = Das war alles
stolen-also-on-note = Was das heißt, kommt jetzt.
stolen-has = Was der Dieb hat, und was nicht
stolen-has-help = Eine PIN, die dreimal falsch war, ist gesperrt: Benutzer-PIN, Admin-PIN und Rückstellcode. Der Hauptschlüssel beglaubigt Ihre Unterschlüssel und Namen. Hat Coldspare die Schlüssel gemacht, so ist er auf keinem Nitrokey; mitgebrachte haben ihn vielleicht auf dem Platz für Unterschriften. Das zeigt sich, wenn die Sicherung offen ist.
stolen-has-tries = Der Dieb hat den Nitrokey und je drei Versuche für Benutzer-PIN, Admin-PIN und Rückstellcode. Mit der Benutzer-PIN: die drei Unterschlüssel darauf.
stolen-has-keys = Der Dieb hat die drei Unterschlüssel darauf, oder kann sie haben: kann Ihre Mail lesen, als Sie unterschreiben, sich als Sie anmelden.
stolen-has-backup = Die Sicherung, die weg ist, sagt nichts, solange nicht genug Karten dabei sind.
stolen-has-few = Machen Sie danach neue Karten: „Vertrauenspersonen wechseln, oder eine Karte ist weg“.
stolen-has-cards = Die Karten, die weg sind, öffnen jede Kopie der Sicherung. Machen Sie gleich danach neue: „Vertrauenspersonen wechseln, oder eine Karte ist weg“; bis dahin geben Sie keine Kopie aus der Hand.
stolen-has-record = Das Blatt sagt, wer die anderen Karten hat: Warnen Sie diese Leute.
stolen-has-text = Der Dieb hat Ihren Hauptschlüssel nicht, außer er ist auf dem Nitrokey selbst. Mit dem Hauptschlüssel werden jetzt neue Unterschlüssel gemacht und die alten widerrufen; die Karten bleiben.
stolen-has-compromised = Widerrufen werden sie als „kompromittiert“.
stolen-has-superseded = Widerrufen werden sie als „ersetzt“.
stolen-late = Ein Nitrokey ist schon beschrieben
stolen-late-text = Aus einer Sicherung, in der die alten Unterschlüssel als „ersetzt“ widerrufen sind. Was versiegelt und geschrieben ist, bleibt, auch wenn doch andere sie haben können.
stolen-late-way = Öffnen Sie die neueste Sicherung noch einmal: „Ein Nitrokey wurde gestohlen“, mit diesen Antworten; dann „{ stolen-again-seal }“. Die neuen Unterschlüssel bleiben, und die alten werden als „kompromittiert“ widerrufen.
stolen-late-help = Ein beschriebener Nitrokey hat, was in der neuesten Sicherung steht; darum wird hinter ihm nichts neu gemacht. „Ersetzt“ heißt: Ältere Unterschriften gelten noch, und wer die Unterschlüssel hat, kann eine zurückdatieren; „kompromittiert“ heißt: Keine gilt. Bis das versiegelt und veröffentlicht ist, sagen Sie es denen, die Ihre Unterschriften prüfen.
stolen-all = Neue Unterschlüssel helfen nicht
stolen-all-text = Wer die Sicherung und genug Karten hat, hat alles, auch den Hauptschlüssel, und kann Unterschlüssel machen wie Sie.
stolen-all-help = Was für diese Identität verschlüsselt ist, kann der Dieb lesen, und was mit ihr unterschrieben ist, glaubt man nicht mehr. „Alles widerrufen“ schreibt ein Zertifikat, das es allen sagt. Auch dafür braucht es Sicherung und Karten: andere Kopien der Sicherung, Karten, die noch da sind. Ist beides weg, so können nur Sie selbst es den Leuten sagen.
stolen-all-way = Wählen Sie am Anfang „Alles widerrufen“: Das beendet diese Identität. Danach macht „Schlüssel einrichten“ eine neue.
stolen-all-enter = zum Anfang
stolen-back = Die Sicherung ist offen
stolen-back-text = Sie ging mit diesen Karten auf, und jeder Schlüssel darin wurde erprobt.
stolen-back-help = Vergleichen Sie den Fingerabdruck mit dem auf jeder Karte, und die Versiegelung mit dem Eigentümerblatt. Ein Dieb kann mit dem gestohlenen Nitrokey eine Liste unterschreiben und neben eine Sicherung legen: Es gilt, was in der Sicherung steht, und steht dort etwas anderes, so wird es gesagt.
stolen-primary = Der Hauptschlüssel war darauf
stolen-primary-text = Der Hauptschlüssel ist auf dem Nitrokey selbst, für { $slot }. Wer diesen Nitrokey hat, hat alles und kann Unterschlüssel machen wie Sie: Neue helfen niemandem.
stolen-primary-help = Mitgebrachte Schlüssel haben oft einen Hauptschlüssel, der auch unterschreibt, und so ist er auf dem Nitrokey. Kann niemand die PIN kennen, so hat der Dieb ein paar Versuche, und der Ersatz tut dasselbe wie zuvor: „Ein Nitrokey ist weg oder kaputt“. Kann sie bekannt sein, so helfen nur ein Ende und ein neuer Anfang.
stolen-again = Neue Unterschlüssel sind schon da
stolen-again-text = Gemacht am { $day }; die davor sind widerrufen. War das wegen dieses Diebstahls?
stolen-again-help = Vielleicht fiel der Strom aus, oder ein Nitrokey war nicht zur Hand. Was damals versiegelt und geschrieben wurde, gilt und muss nicht noch einmal gemacht werden. Stecken Sie jeden Nitrokey ein, den Sie haben: Hier steht, ob er noch alte Unterschlüssel trägt.
stolen-again-old = Nitrokey { $serial } trägt noch die alten Unterschlüssel.
stolen-again-new = Nitrokey { $serial } trägt die neuen Unterschlüssel.
stolen-again-write = Ja: Nitrokeys sind noch zu beschreiben
stolen-again-write-note = Die Sicherung bleibt, wie sie ist.
stolen-again-seal = Ja, und auf Sticks oder Blättern fehlen sie
stolen-again-seal-note = Noch einmal versiegelt, für dieselben Karten; dann die Nitrokeys.
stolen-again-more = Nein: noch einmal neue
stolen-again-more-note = Die von damals werden auch widerrufen.
stolen-again-mild = Die alten Unterschlüssel sind als „ersetzt“ widerrufen, obwohl andere sie haben können. Zeile 2 versiegelt sie als „kompromittiert“.
stolen-again-late = Ein Nitrokey ist schon beschrieben: Das bleibt, wie es gewählt wurde.
    .now = War es noch ein Diebstahl, gehen Sie bis zum Ende, und wählen Sie noch einmal „Ein Nitrokey wurde gestohlen“.
stolen-left = Hat noch ein Nitrokey die alten Schlüssel?
stolen-left-text = Server und Festplatten kennen bis jetzt nur die alten Schlüssel, und alte Mail ist für sie verschlüsselt.
stolen-left-help = Niemand soll ausgesperrt sein. Ein Server lässt die alte Anmeldung ein, bis Sie die neue hinzugefügt haben; eine Festplatte öffnet sich mit dem alten Unterschlüssel, bis sie einen Platz für den neuen hat. Beides geschieht an jenen Rechnern, also nicht jetzt und hier.
    
    Alte Mail hängt an keinem Nitrokey: Der alte Schlüssel zum Entschlüsseln bleibt in der Sicherung, und „Meine Schlüssel ohne Nitrokey benutzen“ liest sie.
stolen-left-keep = Ja: Er bleibt vorerst, wie er ist
stolen-left-keep-note = Beschreiben Sie ihn neu, wenn alles geändert ist: „Noch einen Nitrokey beschreiben“. Heute kommen nur andere dran.
stolen-left-changed = Ja, und nichts hängt davon ab
stolen-left-changed-note = Alle Nitrokeys werden heute beschrieben, auch dieser.
stolen-left-export = Nein: erst die alten Schlüssel in eine Datei
stolen-left-export-note = Mit einem Passwort, auf einem Stick: um sich anzumelden und Festplatten zu öffnen, bis alles geändert ist.
stolen-left-none = Nein, und nichts hängt davon ab
stolen-left-none-note = Kein Server, keine Festplatte. Alte Mail kommt aus der Sicherung.
stolen-loss-write = Nichts geht verloren: Die Sicherung bleibt, wie sie ist, mit den neuen Unterschlüsseln. Nitrokeys können später beschrieben werden: „Noch einen Nitrokey beschreiben“.
stolen-loss-written = Mindestens ein Nitrokey ist beschrieben, und die Sicherung bleibt, wie sie ist. Die anderen können später beschrieben werden: „Noch einen Nitrokey beschreiben“.
stolen-which = Welcher bleibt, wie er ist?
stolen-which-text = Stecken Sie ihn ein und gehen Sie mit Esc zurück, so sagt er selbst, welcher er ist. Ist er nicht zur Hand:
stolen-which-help = Seine PINs und seine Seriennummer bleiben in der Sicherung, und er bekommt heute keinen Zettel; die anderen bekommen neue PINs. Nennen Sie den falschen, ist nichts verloren: Er geht weiter wie bisher, und die alten PINs aller sind in der Sicherung aufbewahrt.
stolen-which-role = „{ $role }“
stolen-which-serial = Seriennummer { $serial }, sie steht auf dem Etikett.
stolen-which-no-serial = Seine Seriennummer ist nicht in der Sicherung.
stolen-new = Neue Unterschlüssel
stolen-new-text = Im nächsten Schritt, und nur im Arbeitsspeicher dieses Rechners, gibt es:
stolen-new-help = Wer Ihren neuen öffentlichen Schlüssel bekommt, verschlüsselt für den neuen Unterschlüssel und nimmt keine Unterschrift eines alten für eine neue. Mit GnuPG 2.2 und 2.4 erprobt: Von dem, was Sie davor unterschrieben haben, sagen beide, dass der Schlüssel widerrufen ist, gleich aus welchem Grund, und „git verify-commit“ schlägt bei solchen Commits fehl. GitHub zeigt weiter als geprüft, was es so verzeichnet hat. Sequoia und Thunderbird sehen auf den Grund.
    
    Die alten Unterschlüssel bleiben in der Sicherung: Was für Sie verschlüsselt war, bleibt lesbar.
stolen-new-keys = Drei neue Unterschlüssel, einer je Platz
stolen-new-pins = Neue PINs und Rückstellcodes für alle Nitrokeys
stolen-new-old = Die alten widerrufen: { $reason ->
    [compromised] kompromittiert
   *[other] ersetzt
 }
stolen-new-until = Gültig bis { $day }.
stolen-new-stay = Fingerabdruck, Namen, Karten: wie zuvor
stolen-new-enter = sie machen
stolen-change = Neue Unterschlüssel werden gemacht
stolen-change-text = RSA-Schlüssel brauchen etwas Zeit.
stolen-change-help = Alles geschieht im Arbeitsspeicher dieses Rechners. Was versiegelt ist, bleibt, wie es war, bis das Neue sich bewährt hat.
stolen-made = Die neuen Unterschlüssel
stolen-made-text = Geschrieben ist noch nichts. Als Nächstes werden sie für dieselben Karten versiegelt.
stolen-made-help = Sie sind nur im Arbeitsspeicher dieses Rechners. Sie werden für dieselben Karten versiegelt, und das Bündel kommt auf Sticks. Das davor bleibt daneben, bis das neue erprobt ist.
stolen-made-good = Ihr Hauptschlüssel hat sie beglaubigt und die alten widerrufen.
stolen-pins = Neue PINs
stolen-pins-text = Jeder Nitrokey bekommt andere PINs als bisher. Noch hat sie niemand gesehen: Der nächste Schritt zeigt sie.
stolen-pins-user = Die Benutzer-PIN ist nicht in der Sicherung: Sie wählen sie für jeden Nitrokey, wenn er beschrieben wird.
stolen-pins-kept = Der eine, der vorerst bleibt, wie er ist, hat weiter seine alten PINs, bis er neu beschrieben wird: Behalten Sie seinen alten PIN-Zettel. Sie sind auch in der Sicherung, bei dem, was neben den Schlüsseln aufbewahrt ist.
stolen-pins-help = Alle Nitrokeys bekommen dieselbe Benutzer-PIN oder die, die Sie wählen; Admin-PIN und Rückstellcode sind bei jedem anders. Steht ein Drucker da, so druckt F5 einen PIN-Zettel für jeden. Vernichten Sie die alten Zettel derer, die heute beschrieben werden.
stolen-today = Was heute zu tun ist
stolen-today-text = Noch weiß sonst niemand von den neuen Unterschlüsseln. In dieser Reihenfolge:
stolen-today-help = Zuerst der öffentliche Schlüssel: Bis andere ihn haben, schreiben sie an den gestohlenen Unterschlüssel. Auf einem Server löschen Sie die alte Zeile erst, wenn die neue erprobt ist; bei einer Festplatte entfernen Sie den alten Platz erst, wenn der neue sie geöffnet hat.
    
    F5 druckt ein Blatt mit all dem, mit Ihrem Fingerabdruck und den Zeilen für die Server, zum Abhaken. F6 schreibt es stattdessen als PDF auf einen Stick, um es anderswo zu drucken. Nichts Geheimes steht darauf.
stolen-today-1 = 1 Neuen öffentlichen Schlüssel veröffentlichen
stolen-today-2 = 2 Server: neue Zeile, anmelden, alte löschen
stolen-today-3 = 3 Git-Plattformen: neuer Schlüssel, alte Zeile weg
stolen-today-4 = 4 Festplatten: neuer Platz, öffnen, alter Platz weg
stolen-today-5 = 5 Web-Konten: Registrierung des gestohlenen weg
stolen-today-sheets = Die Sicherungsblätter bei den Karten sind alt: Papier allein brächte die alten Unterschlüssel zurück. Behalten Sie zwei Sticks.
stolen-today-keep = Der Nitrokey mit den alten Unterschlüsseln: neu beschreiben, wenn all das getan ist („Noch einen Nitrokey beschreiben“).
stolen-today-done = Das Blatt ist gedruckt.
stolen-today-on = Das Blatt ist auf { $stick }: today.pdf.
stolen-today-stick = auf einen Stick
stolen-page = Der Stick für das Blatt
stolen-page-text = Er bekommt einen Ordner mit dem Blatt als PDF. Was sonst auf ihm ist, bleibt, wie es ist.
stolen-page-help = Das Blatt hat Ihren Fingerabdruck und die Zeilen für die Server, und nichts Geheimes: Es darf neben der Sicherung liegen. Der Ordner wird zurückgelesen und verglichen, bevor er seinen Namen bekommt.

## Ein Nitrokey ist weg oder kaputt

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
lost-spare-text = Verlangt GnuPG den alten Nitrokey mit seiner Nummer: GUIDE.txt auf dem Stick, Abschnitt 11, sagt, was zu tippen ist.
lost-spare-new = Nun ist er aber der einzige. So kommen Sie wieder zu einem zweiten, heute oder in den nächsten Tagen. Sie brauchen einen neuen Nitrokey, die Sicherung und genügend Anteilskarten.
lost-spare-help = Beide Nitrokeys haben dieselben Schlüssel. Hat Coldspare die PINs gemacht, ist die Benutzer-PIN dieselbe, wenn Sie sie nicht geändert haben.
    
    Wurde der andere gestohlen, so wählen Sie am Anfang „Ein Nitrokey wurde gestohlen“: Das sagt, was ein Dieb kann, und macht neue Unterschlüssel statt derer auf ihm. Ohne Coldspare: die Datei GUIDE.txt neben der Sicherung, Abschnitt 12. Lesen Sie ihn erst zu Ende: Ein fertiger Widerruf beendet die ganze Identität, auch die Schlüssel auf dem Ersatz.
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
    
    Gibt es mehr als eine Sicherung, wählen Sie die, deren Name die letzten Zeichen des Fingerabdrucks Ihres Schlüssels hat. Ältere brauchen vielleicht andere Karten.
lost-sheet = Das Sicherungsblatt
lost-sheet-text = Lesen Sie die Codes ein, einen nach dem anderen, in beliebiger Reihenfolge. Einige davon sind Ersatz: Es braucht nicht alle.
lost-sheet-help = Jeder Code enthält einen Teil der versiegelten Sicherung, und seine Nummer steht darunter. Einen zweimal einzulesen schadet nicht. Ist einer nicht zu lesen, lassen Sie ihn aus: Beliebige andere desselben Blatts ersetzen ihn, auf welcher Seite sie auch stehen.
    
    Das Lesegerät muss eines sein, das wie eine Tastatur schreibt, am USB-Anschluss dieses Rechners.
lost-sheet-field = Der Code
lost-sheet-read = Code { $number }, danke: { $there } von { $needed }, wie er sagt; noch { $missing ->
    [one] ein beliebiger.
   *[other] { $missing } beliebige.
 }
lost-sheet-all = Genug Codes sind gelesen, und zusammen ergeben sie eine Sicherung, deren SHA-256 so beginnt, wie jeder sagt. Sie sagen, dass es Versiegelung { $sealing } für den Kartensatz { $set } ist; das zeigen die Karten.
lost-sheet-compare = Vergleichen Sie mit dem SHA-256 auf dem Blatt:
lost-sheet-forged = { $many ->
    [one] Code { $codes } gehört nicht zu dieser Sicherung, obwohl er sie nennt: Er ist gefälscht, oder alle anderen sind es; das zeigen die Karten. Er wurde weggelassen.
   *[other] Die Codes { $codes } gehören nicht zu dieser Sicherung, obwohl sie sie nennen: Sie sind gefälscht, oder alle anderen sind es; das zeigen die Karten. Sie wurden weggelassen.
 }
lost-sheet-one = { $code } (einer von mehreren)
lost-sheet-more = { $codes } und { $more ->
    [one] ein weiterer
   *[other] { $more } weitere
 }
lost-sheet-card = Das ist Anteilskarte { $card }. Sie ist gemerkt und kommt als Nächstes.
    .now = Jetzt lesen Sie das Sicherungsblatt ein: das mit vielen Codes.
lost-sheet-card-enough = Das ist Anteilskarte { $card }. Sie ist gemerkt und kommt als Nächstes.
    .now = Codes sind genug da. Drücken Sie Enter: Als Nächstes kommen die Karten.
lost-sheet-anew = neu beginnen
lost-cards = Die Anteilskarten
lost-cards-text = { $spare ->
    [0] Alle { $cards } Karten des Kartensatzes { $set }, beliebige Reihenfolge.
   *[other] Je { $needed } der { $cards } Karten des Kartensatzes { $set }, beliebige Reihenfolge.
 }
lost-cards-text-said = { $sayers ->
    [one] Eine Karte sagt
   *[other] { $sayers } Karten sagen
 }: Je { $needed } der { $cards } Karten des Kartensatzes { $set } sind nötig, in beliebiger Reihenfolge.
lost-cards-text-any = Karten des Kartensatzes { $set }, in beliebiger Reihenfolge.
lost-cards-sheet = Das ist Code { $number } des Sicherungsblatts, dessen mit vielen Codes. Die Sicherung ist schon da.
    .now = Jetzt die Anteilskarten: Jede hat einen Code und 24 Wörter.
lost-cards-unfit-now = Vergleichen Sie jedes Wort mit der Karte. Finden Sie kein falsches, drücken Sie noch einmal Enter: Die anderen Karten finden es.
lost-cards-help = Welche Karten kommen, und in welcher Reihenfolge, ist gleich. Eine Karte allein öffnet nichts.
    
    Mit dem Stick wird jede sofort mit seiner Liste verglichen. Ohne ihn zeigt sich eine falsche erst, wenn alle zusammen versucht werden: Bringen Sie eine oder zwei mehr als nötig, und sie wird gefunden.
    
    Lesen Sie den Code mit einem Lesegerät am USB-Anschluss dieses Rechners ein, nie mit einem Telefon. Oder tippen Sie die 24 Wörter (je vier Buchstaben genügen) oder die vier Zeilen.
    
    Ein unlesbares Wort tippen Sie als „?“, bis zu zwei davon; in den Zeilen bis zu vier Zeichen. Was dort steht, wird mit der Liste auf dem Stick gefunden und Ihnen gezeigt, oder mit den anderen Karten.
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
lost-number-text = Wörter und Zeilen sagen es nicht; es steht oben auf der Karte, „Anteilskarte 3 von 5“, und darunter, wie viele nötig sind. Was nicht zu lesen ist, bleibt leer: Es wird durch Versuchen gefunden. Oder lesen Sie den Code dieser Karte ein.
lost-number-card = Anteilskarte
lost-number-of = von wie vielen Karten
lost-number-needed = Je … dieser Karten öffnen die Sicherung
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
lost-back-text = Die Sicherung wurde mit diesen Karten geöffnet, und jeder Schlüssel darin wurde erprobt.
lost-back-help = Jeder Schlüssel hat gerade unterschrieben oder entschlüsselt. Alles ist nur im Arbeitsspeicher hier und wird gelöscht, wenn Sie aufhören. Vergleichen Sie auch die Versiegelung mit dem Eigentümerblatt: Nennt es eine spätere, ist dies eine alte Kopie.
    
    Vergleichen Sie den Fingerabdruck mit dem, der auf jeder Karte steht. Nur wenn er derselbe ist, sind es Ihre Schlüssel.
lost-back-good = Das sind die Schlüssel von { $owner }, sagt die Sicherung. Jeder davon geht. Was er getan hat, passt zu seinem öffentlichen Schlüssel.
lost-back-fit = Die Karten { $cards } passen zusammen und haben sie geöffnet.
lost-back-place = { $card } (als { $place }. gelesen)
lost-back-mended = Was von Karte { $cards } getippt wurde, war nicht ganz, wie es sein muss, und die anderen Karten halfen: Ein Wort oder Zeichen wurde verlesen oder ist nicht lesbar, oder eine andere dieser Karten stimmt nicht. Vergleichen Sie sie noch einmal.
lost-back-misfit = { $many ->
    [one] Karte { $cards } passt nicht: verlesen, mit falscher Nummer, aus einem anderen Kartensatz oder gefälscht. Legen Sie sie beiseite.
   *[other] Die Karten { $cards } passen nicht: verlesen, mit falschen Nummern, aus einem anderen Kartensatz oder gefälscht. Legen Sie sie beiseite.
 }
lost-back-unknown = { $many ->
    [one] Karte { $cards } war nicht nötig. Ob auch sie passt, lässt sich nicht sagen.
   *[other] Die Karten { $cards } waren nicht nötig. Ob auch sie passen, lässt sich nicht sagen.
 }
lost-back-number = Eine Nummer wurde nicht so getippt, wie sie auf ihrer Karte steht. Das schadet nicht: Die Karten haben sie trotzdem geöffnet.
lost-back-revoked = Nach dem öffentlichen Schlüssel auf dem Stick wurden sie am { $day } widerrufen ({ $reason }): Andere nehmen sie nicht mehr an. Verschlüsseltes lässt sich noch lesen. Verlängern Sie sie nicht, und beschreiben Sie keine Nitrokeys mit ihnen: „Schlüssel einrichten“ macht neue.
lost-back-expired = Sie sind abgelaufen. Verschlüsseltes lässt sich noch lesen; für andere brauchen sie ein neues Datum. „An meinen Schlüsseln ändert sich etwas“ gibt es ihnen.
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
    
    Ohne seine Benutzer-PIN lässt er sich nicht erproben. Dann machen Sie mit F3 weiter und beschreiben einen neuen.
lost-prove-insert = Stecken Sie den Ersatz ein.
lost-prove-here = Er sagt, Ihre Schlüssel seien darauf: Die Fingerabdrücke sind die Ihres öffentlichen Schlüssels.
lost-prove-many = Mehr als ein Nitrokey mit diesen Schlüsseln ist eingesteckt. Lassen Sie nur den, der zu erproben ist.
lost-prove-other = Auf diesem sind Ihre Schlüssel nicht. Herausziehen und den Ersatz einstecken.
lost-prove-skip = auslassen
lost-prove-known = Die Sicherung hat seine Benutzer-PIN. Enter nimmt diese. Haben Sie die PIN seither geändert, drücken Sie F3.
lost-prove-type = tippen
lost-prove-pin = Seine Benutzer-PIN ist nötig. Eine falsche kostet einen Versuch.
lost-prove-work = Lassen Sie ihn eingesteckt.
lost-prove-good = Er hat unterschrieben, entschlüsselt und sich angemeldet, und jedes Ergebnis passt zu Ihrem öffentlichen Schlüssel. Der Ersatz ist gut.
lost-prove-good-text = Ziehen Sie ihn heraus, und legen Sie ihn beiseite. Nun tritt ein neuer Nitrokey an die Stelle des verlorenen, mit denselben Schlüsseln.
lost-pins-text = Diese PINs sind aus der Sicherung und jetzt auf dem neuen Nitrokey.
lost-pins-help = Admin-PIN und Rückstellcode sind in jeder Sicherung, die Benutzer-PIN nur, wenn es so gewollt war, als sie versiegelt wurde; sonst ist es die, die Sie gerade gewählt haben. Sie lässt sich mit GnuPG ändern, an dem Rechner, an dem der Nitrokey benutzt wird. Steht ein Drucker da, so druckt F5 einen PIN-Zettel. Bewahren Sie das Papier getrennt vom Nitrokey auf, und vernichten Sie einen älteren Zettel.
lost-export = Ohne Nitrokey
lost-export-warning = Eine Datei lässt sich unbemerkt kopieren. Wer sie und das Passwort hat, kann als Sie handeln.
lost-export-text = Tun Sie das nur, bis ein neuer Nitrokey da ist, an einem Rechner, dem Sie trauen. README.txt auf dem Stick sagt, wie Sie zurückkommen; dann zerstören Sie den Stick.
lost-export-all = Alle Schlüssel sind darin, auch der Hauptschlüssel.
lost-export-old = Die alten Unterschlüssel sind darin. Die neuen nicht, sie bleiben auf den Nitrokeys; der Hauptschlüssel auch nicht.
lost-export-subkeys = Die Unterschlüssel sind darin. Der Hauptschlüssel nicht: Er bleibt in der Sicherung, und nur er kann neue Unterschlüssel machen.
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
lost-exported-good = Sie sind im Ordner { $folder } auf { $stick } und wurden zurückgelesen.
lost-exported-text = README.txt dort hat das zum Kopieren, SSH und den Weg zurück. In der Mitte vergisst GnuPG den verlorenen Nitrokey; sonst verlangt es ihn weiter.
lost-exported-after = Zerstören Sie den Stick, sobald ein neuer Nitrokey an seine Stelle getreten ist.
lost-see = PINs, und was noch aufbewahrt ist
lost-see-text = Niemand sonst soll den Bildschirm sehen. F2 zeigt die gewählte Zeile.
opened-sealing = Karten { $set }, Versiegelung { $sealing }, { $day }
opened-unknown = Sie sagt nicht, die wievielte Versiegelung sie ist.
opened-list = Die Liste auf dem Stick sagt etwas anderes: Versiegelung { $sealing }, { $day }, andere Karten oder andere Sicherungen davor. Es gilt, was die Sicherung selbst sagt: Ohne genug Karten kann das niemand schreiben. Die Liste kann gefälscht sein: eine andere Kopie nehmen.
opened-sheet = Das Blatt sagt etwas anderes: Versiegelung { $sealing }. Es gilt, was die Sicherung selbst sagt: Ohne genug Karten kann das niemand schreiben. Das Blatt kann gefälscht sein: eine andere Kopie nehmen.
opened-two = Zwei Sicherungen auf einem Stick
opened-two-text = Auf { $stick } liegen zwei Sicherungen dieser Schlüssel. Die davor bleibt, bis die neuere geprobt ist, und liegt noch da.
opened-two-help = Wird eine Sicherung noch einmal versiegelt, so kommt sie neben die vorige auf den Stick, und diese geht erst, wenn die neue geprobt ist. Bis dahin darf jederzeit der Strom ausfallen: Was galt, gilt weiter.
opened-two-same = Beide öffnen sich mit diesen Karten, und die neuere wird zuerst angeboten. „An meinen Schlüsseln ändert sich etwas“ versiegelt noch einmal: Dann bleibt nur eine.
opened-two-before = Beide öffnen sich mit diesen Karten, und die neuere wird zuerst angeboten. Geöffnet haben Sie die davor: Was sich mit der neueren geändert hat, ist nicht darin. Gehen Sie zurück, und öffnen Sie die neuere.
opened-two-sets = Jede öffnet sich nur mit den Karten ihres Kartensatzes, und die neuere wird zuerst angeboten. „An meinen Schlüsseln ändert sich etwas“ versiegelt für die Karten, die Sie gelesen haben. Haben Sie die ältere geöffnet, so werden Sie gefragt, bevor die neuere weg ist.
opened-two-others = Auf { $stick } liegen zwei Sicherungen dieser Schlüssel, und keine ist aus der anderen entstanden.
opened-two-apart = In jeder kann etwas sein, was der anderen fehlt. Öffnen Sie beide, bevor Sie etwas auf diesen Stick versiegeln.
opened-two-unread = Eine von ihnen ist beschädigt. „An meinen Schlüsseln ändert sich etwas“ versiegelt noch einmal, was Sie geöffnet haben, auf einen anderen Stick.
nitrokey-newer = Ein Schlüssel darauf wurde am { $key } erzeugt, und diese Sicherung kennt ihn nicht: Ihr neuester Schlüssel ist vom { $newest }. Ist der Nitrokey Ihrer, ist die Sicherung alt: Suchen Sie nach einem neueren Stick oder Blatt, bevor Sie etwas löschen.
lost-see-help = Alles war mit Ihren Schlüsseln in der Sicherung versiegelt. Es erscheint nur, solange Sie wollen, und wird nirgends geschrieben. Eine Zeile, die mit → endet, geht in der nächsten weiter.
lost-see-pins = PINs: { $role }
lost-see-user = Benutzer-PIN
lost-see-admin = Admin-PIN
lost-see-reset = Rückstellcode
lost-see-not-there = nicht in der Sicherung
lost-see-no-text = Das ist kein Text, der sich hier zeigen lässt.
lost-done = Was Sie jetzt haben
lost-done-text = Geben Sie die Karten zurück, und legen Sie Stick und Blatt wieder an ihren Ort: Sie bleiben gültig.
lost-done-help = Dieselben Karten öffnen dieselbe Sicherung wieder, wann immer nötig. Wurde ein Nitrokey gestohlen, so wählen Sie am Anfang „Ein Nitrokey wurde gestohlen“: Das macht neue Unterschlüssel statt derer auf ihm. Ohne Coldspare: GUIDE.txt neben der Sicherung, Abschnitt 12. Lesen Sie ihn erst zu Ende: Ein fertiger Widerruf beendet die ganze Identität, mit allen Schlüsseln.
lost-done-proven = Mit Ihrem öffentlichen Schlüssel erprobt: der Ersatz, Seriennummer { $serial }.
lost-done-written = Beschrieben und mit Ihrem öffentlichen Schlüssel erprobt: „{ $role }“, Seriennummer { $serial }.
lost-done-change = Wie Sie zu Hause wechseln: GUIDE.txt, Abschnitt 11.
lost-done-old = Zu Hause: ihn GnuPG zeigen, wie GUIDE.txt es in Abschnitt 11 sagt. Die anderen bleiben, wie sie sind.
lost-done-exported = Die Schlüssel sind in { $folder } auf { $stick }.
lost-done-home = Das war alles
lost-done-home-note = Alles Geheime wird aus dem Speicher gelöscht.
lost-done-more = Noch etwas mit den Schlüsseln tun
lost-done-more-note = Noch einen Nitrokey beschreiben, Aufbewahrtes sehen oder ohne Nitrokey weiter.
without = Meine Schlüssel ohne Nitrokey benutzen
without-note = Hier eine Nachricht entschlüsseln, eine Datei unterschreiben, oder die Schlüssel auf einen Stick. Mit Sicherung und Karten.
without-stage-use = Benutzen
without-text = Sie brauchen die Sicherung (den Stick oder das Sicherungsblatt) und so viele Anteilskarten, wie sie öffnen. Dann lässt sich hier eine Nachricht entschlüsseln, auch eine alte, für einen Schlüssel, den kein Nitrokey mehr trägt, oder eine Datei unterschreiben.
without-stays = Auf keinen Nitrokey wird geschrieben, und alle bleiben, wie sie sind.
without-help = In der Sicherung sind alle Schlüssel, auch ersetzte. Mit einem Nitrokey brauchen Sie das nicht: GnuPG entschlüsselt und unterschreibt mit ihm zu Hause.
lost-way-message = Hier eine Nachricht entschlüsseln
lost-way-message-note = Von einem Stick auf diesen Bildschirm. Die Schlüssel bleiben auf diesem Rechner, der nie ans Netz geht.
message-file = Welche Nachricht?
message-file-text = Die verschlüsselte Datei muss auf einem Stick sein: ein Anhang oder die ganze Mail, als Datei gespeichert.
message-file-help = Gezeigt werden Dateien, die auf .asc, .gpg, .pgp, .eml oder .txt enden. Ein eigener Prozess öffnet die Datei, der sonst nichts erreicht: Wer sie geschrieben hat, ist vielleicht ein Angreifer.
message-file-none = Auf { $stick } ist keine Datei, die auf .asc, .gpg, .pgp, .eml oder .txt endet.
    .now = Wählen Sie einen anderen Stick, oder bringen Sie die Nachricht auf diesen.
message = Die Nachricht
message-text = Wer sie geschrieben hat, wird hier nicht geprüft. Niemand sonst soll den Bildschirm sehen.
message-help = Text erscheint ohne alles, was den Cursor bewegen könnte; von einer Mail ihr Text und die Namen der Anhänge. Anhänge werden hier nicht geöffnet: Sie können schaden. Bild auf und Bild ab bewegen den Text.
message-whole = { $file } ist unversehrt, nach der eigenen Prüfsumme. Der Schlüssel, der sie öffnet, endet auf { $key }.
message-no-text = Es ist kein Text darin, der sich hier zeigen lässt.
message-longer = Der Rest hat hier keinen Platz. F5 schreibt alles auf einen Stick.
message-part = Anhang, nicht geöffnet: { $name } ({ $kind }, { $bytes } Bytes)
message-part-unnamed = Anhang ohne Namen, nicht geöffnet: { $kind }, { $bytes } Bytes
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
lost-way-old = Einen Nitrokey für alte Post beschreiben
lost-way-old-note = Einen zweiten, mit einem alten Schlüssel. Er liest, was für den verschlüsselt wurde, und nichts Neueres.
old-key = Welcher alte Schlüssel?
old-key-text = Was für ihn verschlüsselt wurde, lesen Ihre Nitrokeys nicht mehr.
old-key-help = Er kommt auf einen eigenen Nitrokey, neben denen, die in Gebrauch sind. Für welchen Schlüssel etwas verschlüsselt wurde, zeigt GnuPG mit „gpg --list-packets DATEI“. Für eine einzige Nachricht wählen Sie „Hier eine Nachricht entschlüsseln“: Das braucht keinen Nitrokey.
old-key-made = Erzeugt am { $made }.
old-key-expired = Erzeugt am { $made }, abgelaufen am { $day }.
old-key-revoked = Erzeugt am { $made }, widerrufen am { $day } ({ $reason }).
old-key-means = Was dieser Nitrokey sein wird
old-key-means-text = Nehmen Sie einen, den Sie entbehren können: Alles von OpenPGP auf ihm wird gelöscht. Vorher wird es gezeigt.
old-key-means-reads = Er entschlüsselt, was für { $key } verschlüsselt wurde.
old-key-means-not = Er unterschreibt nicht, meldet nirgends an und ist kein Ersatz: Neue Post liest er nicht. Geht er verloren, kostet das nur alte Post, und der Schlüssel bleibt in der Sicherung.
old-key-means-pins = Seine PINs sind die, die die Sicherung hierfür hat: { $role }.
old-key-means-help = Die Plätze für Unterschriften und Anmeldungen bleiben leer. Wenn Sie GnuPG diesen Nitrokey zeigen, unterschreibt es also weiter mit dem, der in Gebrauch ist. Zeigen Sie ihn zu Hause GnuPG, wie GUIDE.txt es in Abschnitt 11 sagt; ist etwas für den alten Schlüssel verschlüsselt, verlangt GnuPG diesen mit seiner Seriennummer.
lost-way-sign = Hier eine Datei unterschreiben
lost-way-sign-note = Von einem Stick, und die Unterschrift auf einen. Die Schlüssel bleiben auf diesem Rechner, der nie ans Netz geht.
sign-file = Welche Datei?
sign-file-text = Die Datei muss auf einem Stick sein, und dort in keinem Ordner.
sign-file-help = Die Datei wird nur gelesen: Nichts in ihr wird geöffnet oder ausgeführt. Sie darf bis zu 4 GB haben, und eine große dauert Minuten. Commits und Tags von Git sind keine Dateien: Dafür brauchen Sie einen Nitrokey oder die Schlüssel aus einer Datei.
sign-file-none = Auf { $stick } ist außerhalb der Ordner keine Datei.
    .now = Wählen Sie einen anderen Stick, oder bringen Sie die Datei auf diesen.
sign-file-unnamed = Auf { $stick } hat außerhalb der Ordner keine Datei einen Namen, der hier gezeigt werden kann. Dateien mit anderen Namen: { $many }.
    .now = Geben Sie der Datei auf dem Rechner, von dem sie ist, einen Namen aus einfachen Buchstaben, und bringen Sie sie noch einmal.
sign-file-left-out = Ausgelassen, weil ihr Name hier nicht gezeigt werden kann: { $many }.
sign-reading = Die Datei wird gelesen …
sign = Diese Datei unterschreiben?
sign-what = { $file }, { $bytes } Bytes
sign-hash = Ihr SHA-256:
sign-key = Der Schlüssel, der unterschreibt, endet auf { $key }.
sign-empty = Sie ist leer: Es steht nichts darin.
sign-compare = Was in ihr ist, lässt sich hier nicht zeigen. Vergleichen Sie ihr SHA-256 mit dem, was sha256sum von der Datei sagt, die Sie meinen, dort, wo sie herkommt.
sign-text = Sie ist ein kurzer Text. Er folgt ganz: Lesen Sie ihn, bevor Sie unterschreiben.
sign-help = Unterschrieben wird, was hier gezeigt wurde oder dieses SHA-256 hat: Es wird noch einmal gelesen und verglichen. Was sich in einem Text nicht sehen lässt, steht als Nummer da: «U+202E» würde umdrehen, was folgt. Eine Zeile, die mit → endet, geht in der nächsten weiter. Eine Unterschrift, die weggegeben ist, lässt sich nicht zurücknehmen.
sign-page = Seite { $page } von { $pages }:
sign-read = lesen
sign-yes = ja, unterschreiben
sign-signing = Die Datei wird noch einmal gelesen und unterschrieben …
sign-stick = Auf welchen Stick kommt die Unterschrift?
sign-stick-text = Die Datei ist unterschrieben, und die Unterschrift wurde geprüft. Sie wird in einen eigenen Ordner geschrieben und zurückgelesen. Alles andere auf dem Stick bleibt.
sign-stick-help = Es kann der Stick mit der Datei sein, aber keiner mit der Sicherung: Dieser geht aus dem Haus. Esc führt zurück, und von der Unterschrift bleibt nichts.
lost-done-signed = { $file } ist unterschrieben, mit dem Schlüssel, der auf { $key } endet: { $signature } in { $folder } auf { $stick }.
lost-done-signed-text = Geben Sie beide Dateien weiter. Wer Ihren öffentlichen Schlüssel hat, prüft sie mit gpg --verify, die Unterschrift zuerst.

revoke-warning = Das beendet alles: den Hauptschlüssel, jeden Unterschlüssel, jeden Nitrokey. Sobald andere das Zertifikat haben, ist es nicht mehr zurückzunehmen.
revoke-text = Es ist für eine Identität, die niemand mehr benutzen soll: Wem sie gehört, ist tot oder hat eine andere, oder jemand hat vielleicht den Hauptschlüssel. Fehlt nur ein Nitrokey, ist es nicht der Weg: Die anderen und die Sicherung gelten weiter.
revoke-stays = Hier ändert sich nichts, es kommt nur eine Datei auf einen Stick. Die Sicherung lässt sich weiter öffnen, alte Post weiter lesen.
revoke-help = Das Zertifikat sagt, dass der Hauptschlüssel widerrufen ist. Programme, die es haben, verschlüsseln nichts mehr für ihn, und was er unterschrieben hat, nennen sie von einem widerrufenen Schlüssel unterschrieben. Es entsteht jetzt, mit dem Datum von heute, damit keine neuere Unterschrift es überholt.
revoke-stage-means = Was es bedeutet
revoke-stage-certificate = Das Zertifikat
revoke-why = Warum endet sie?
revoke-why-text = Der Grund steht im Zertifikat, jeder kann ihn lesen.
revoke-why-help = Hat vielleicht jemand den Hauptschlüssel, dann sagen Sie es: Programme, die den Unterschied kennen, trauen dann keiner seiner Unterschriften, auch keiner alten. Bei den anderen Gründen trauen sie denen von früher weiter.
revoke-why-retired = Sie wird nicht mehr benutzt
revoke-why-retired-note = Auch wenn tot ist, wem sie gehört.
revoke-why-superseded = Es gibt eine neue Identität
revoke-why-superseded-note = Welche das ist, erfahren die anderen von Ihnen.
revoke-why-compromised = Jemand hat vielleicht den Hauptschlüssel
revoke-why-compromised-note = Die Sicherung mit genug Karten, einen Export mit seinem Passwort oder einen Nitrokey damit.
revoke-why-unspecified = Es wird kein Grund genannt
revoke-why-unspecified-note = Wenn er niemanden etwas angeht.
revoke-stick = Auf welchen Stick kommt das Zertifikat?
revoke-stick-text = Er kommt an einen Rechner, der online ist. Nicht der Stick mit der Sicherung.
revoke-stick-help = Ein Ordner mit dem widerrufenen öffentlichen Schlüssel und README.txt, wo steht, was damit zu tun ist. Beides ist nicht geheim. Wer das Zertifikat veröffentlicht, beendet die Identität: Verwahren Sie den Stick, bis Sie es wirklich wollen.
revoke-done = Es kann veröffentlicht werden
revoke-done-good = Der widerrufene Schlüssel ist im Ordner { $folder } auf dem Stick { $stick }.
revoke-done-text = Noch weiß niemand davon. Auf einem Rechner, der online ist, in diesem Ordner:
revoke-done-then = Veröffentlichen Sie ihn dann überall, wo der Schlüssel war: Schlüsselserver, Ihre Website (WKD), alle, die ihn haben. Löschen Sie seine Zeile in authorized_keys auf jedem Server und den Schlüssel bei Git-Anbietern. In README.txt daneben steht dasselbe. Behalten Sie Sicherung und Karten, solange alte Post gelesen werden soll.
revoke-done-help = Wer das Zertifikat nicht bekommt, macht weiter wie bisher; geben Sie es also allen, die den Schlüssel haben. Eine Anmeldung mit SSH fragt nicht danach: Dort muss die Zeile gelöscht werden.
revoke-readme = Dieser Ordner beendet die Identität mit dem Fingerabdruck
    { $fingerprint }

    public-key-revoked.asc ist ihr öffentlicher Schlüssel mit einem Widerruf darin. Er ist nicht geheim.
    Noch ist nichts beendet. Sobald andere ihn haben, ist es nicht mehr zurückzunehmen.

    1. In Ihr eigenes GnuPG:

        gpg --import public-key-revoked.asc

    2. Dorthin, wo der Schlüssel veröffentlicht war: auf jeden Schlüsselserver, zum Beispiel

        gpg --keyserver hkps://keys.openpgp.org --send-keys { $fingerprint }

       und dieselbe Datei an die Stelle der alten auf einer Website (WKD) und an alle, die ihn haben.
    3. SSH weiß nichts davon: Löschen Sie die Zeile dieses Schlüssels in ~/.ssh/authorized_keys auf
       jedem Server und den Schlüssel bei jedem Git-Anbieter.
    4. Was für ihn verschlüsselt ist, lässt sich weiter lesen, mit einem Nitrokey oder mit Sicherung und Karten.
       Zerstören Sie sie erst, wenn nichts mehr gelesen werden soll.

## Die jährliche Prüfung

yearly-stage-bring = Was Sie brauchen
yearly-stage-sticks = Die Sticks
yearly-stage-cards = Die Karten
yearly-stage-nitrokeys = Die Nitrokeys
yearly-stage-report = Der Bericht
yearly-text = Einmal im Jahr, eine halbe Stunde. Bringen Sie, was zur Hand ist: Was fehlt, steht im Bericht als nicht geprüft.
yearly-bring-sticks = · jeden Stick mit der Sicherung
yearly-bring-nitrokeys = · Ersatz und Nitrokey im Gebrauch, mit ihren PINs
yearly-bring-cards = · Anteilskarten, so viele Sie haben: auch keine
yearly-bring-record = · das Eigentümerblatt, mit einem Kästchen je Jahr
yearly-reads = Alles wird nur gelesen. Auf keinen Nitrokey wird etwas geschrieben.
yearly-help = Ein Ersatz in der Schublade, ein Stick, ein Blatt Papier: Niemand merkt, wenn davon etwas ausfällt. Die Prüfung zeigt es, solange das Übrige noch da ist, um es zu richten.
    
    Alles wird mit etwas verglichen, und der Bericht sagt, womit. Was nicht da war, heißt darin nicht geprüft, damit sich niemand des Berichts wegen darauf verlässt.
yearly-bundle = Die Sicherung, mit der es beginnt
yearly-bundle-text = Mit dem, was sie sagt, werden Karten und Nitrokeys verglichen. Sie wird nur gelesen.
yearly-bundle-help = Sind es mehrere, so ist die neueste vorgewählt: Beginnen Sie mit ihr. Die anderen Sticks kommen danach, und jeder wird mit diesem verglichen.
    
    Was auf dem Stick ist, hat Ihr Schlüssel unterschrieben; aber wer den Stick hatte, kann anderes unterschrieben haben, mit einem anderen Schlüssel. Vergleichen Sie darum den Fingerabdruck mit dem auf dem Eigentümerblatt, wo immer er gezeigt wird.
yearly-bundle-without = Es ist keine da, oder keine lesbar
yearly-bundle-without-note = Der Bericht sagt es. Karten werden dann nur gelesen und mit nichts verglichen.
yearly-sticks = Jeder Stick
yearly-sticks-text = Stecken Sie die Sticks mit der Sicherung ein, einen nach dem anderen oder zusammen. Jeder wird ganz gelesen.
yearly-sticks-help = Die Liste im Ordner muss vom öffentlichen Schlüssel daneben unterschrieben sein, die versiegelte Sicherung muss die Prüfsumme haben, die in der Liste steht, und alles muss dasselbe sein wie auf dem Stick, mit dem Sie begonnen haben.
    
    Ein Stick, der nicht mehr lesbar ist, wird noch heute ersetzt: Kopieren Sie den ganzen Ordner von einem anderen. In ihm ist kein Geheimnis, das ohne die Karten lesbar wäre.
yearly-sticks-none = Noch wurde kein Stick gelesen.
yearly-sticks-next = Noch ein Stick? Stecken Sie ihn ein; der vorige darf heraus.
yearly-cards = Die Karten, die da sind
yearly-cards-text = Eine nach der anderen, so viele Sie haben. Mit Enter geht es weiter, auch ohne eine.
yearly-cards-alone = Es ist keine Sicherung da, mit der sie verglichen würden: Es lässt sich nur sagen, ob jede fehlerfrei gelesen wurde.
yearly-cards-so-far = Bisher gelesene Karten: { $many }.
yearly-cards-help = Lesen Sie den Code mit einem Lesegerät am USB-Anschluss dieses Rechners ein, nie mit einem Telefon, oder tippen Sie die 24 Wörter oder die vier Zeilen. Jede Karte wird mit der Liste auf dem Stick verglichen, die nichts davon verrät, was auf ihr steht.
    
    Sobald genug da sind, lässt sich die ganze Wiederherstellung proben. Was getippt und eingelesen wurde, wird vergessen, wenn Sie gehen. Eine Vertrauensperson, die weit weg wohnt, kann ihre Karte allein prüfen, mit jedem Stick, der die Sicherung hat: „Karte prüfen“.
yearly-recovery = Die ganze Wiederherstellung proben?
yearly-recovery-text = Genug Karten sind da. Nur so zeigt sich, dass sie die Sicherung öffnen und die Schlüssel darin gehen.
yearly-recovery-help = Die Karten werden zusammengefügt, die versiegelte Sicherung wird im Speicher dieses Rechners geöffnet, und jeder geheime Schlüssel darin tut etwas, das mit seinem öffentlichen Schlüssel geprüft wird. Alles wird gelöscht, wenn Sie gehen. Nirgends wird etwas geschrieben.
yearly-recovery-yes = Proben
yearly-recovery-yes-note = Alles kommt nur in den Speicher zurück und wird gelöscht.
yearly-recovery-no = Auslassen
yearly-recovery-no-note = Der Bericht sagt, dass es nicht getan wurde oder misslang.
yearly-open = Die Wiederherstellung geht
yearly-open-text = Mit diesen Karten ging die Sicherung auf, und jeder Schlüssel darin wurde erprobt.
yearly-open-help = Jeder Schlüssel hat eben etwas unterschrieben oder entschlüsselt. Alles ist nur im Speicher dieses Rechners und wird gelöscht, wenn Sie gehen. Vergleichen Sie die Versiegelung mit dem Eigentümerblatt: Nennt es eine spätere, so ist das eine alte Kopie.
yearly-nitrokeys = Die Nitrokeys
yearly-nitrokeys-text = Zuerst der Ersatz, dann der im Gebrauch, falls er da ist. Jeder unterschreibt, entschlüsselt und meldet sich an.
yearly-nitrokeys-help = Was er tut, wird mit Ihrem öffentlichen Schlüssel geprüft. Nichts auf ihm wird geändert; jede Prüfung zählt eine Unterschrift weiter.
    
    Dazu braucht es die Benutzer-PIN: Dass Sie sie noch wissen, gehört zur Prüfung. Eine falsche kostet einen Versuch, eine richtige gibt alle drei zurück. Der letzte Versuch wird hier nie verbraucht: „Ich habe eine PIN vergessen“ setzt eine neue.
yearly-nitrokeys-insert = Stecken Sie den Ersatz ein.
yearly-nitrokeys-tries = Ihre Schlüssel sind darauf. Seine Benutzer-PIN hat noch { $tries } Versuche.
yearly-nitrokeys-last = Seine Benutzer-PIN hat noch einen Versuch; der wird hier nicht verbraucht.
yearly-nitrokeys-blocked = Seine Benutzer-PIN ist gesperrt.
yearly-nitrokeys-old = Andere von Ihren Schlüsseln sind darauf als die jetzigen.
yearly-nitrokeys-old-mail = Für alte Post: Ein alter Schlüssel zum Entschlüsseln ist darauf, sonst nichts.
yearly-nitrokeys-other = Ihre Schlüssel sind nicht darauf.
yearly-nitrokeys-proven = Erprobt.
yearly-nitrokeys-next = Weiter
yearly-nitrokeys-next-note = Bisher erprobt: { $proven }. Die anderen heißen nicht geprüft.
yearly-nitrokeys-pin = Seine Benutzer-PIN hat noch { $tries } Versuche. Eine falsche kostet einen; der letzte wird nicht verbraucht.
yearly-nitrokeys-good = { $serial } hat unterschrieben, entschlüsselt und sich angemeldet, und jedes Ergebnis passt zu Ihrem öffentlichen Schlüssel. Die Benutzer-PIN stimmt.
yearly-nitrokeys-which = Welcher ist es? Sein Etikett und das Eigentümerblatt sagen es.
yearly-nitrokey-other = Ihre Schlüssel sind nicht auf diesem Nitrokey.
    .now = Stecken Sie einen von Ihren ein, oder machen Sie weiter.
yearly-nitrokey-old = Auf diesem Nitrokey sind Schlüssel von Ihnen, aber nicht die, die Ihr öffentlicher Schlüssel jetzt hat. Er wurde nicht erprobt.
    .now = Ist er für alte Post, so ist das richtig. Wenn nicht, beschreiben Sie ihn neu: „Noch einen Nitrokey beschreiben“. Es steht im Bericht.
yearly-nitrokey-old-mail = Auf diesem Nitrokey ist ein alter Schlüssel zum Entschlüsseln von Ihnen, sonst nichts. Er wurde nicht erprobt.
    .now = Ist er für alte Post, so ist das richtig: Lassen Sie ihn, wie er ist. Es steht im Bericht.
yearly-nitrokey-blocked = Die Benutzer-PIN dieses Nitrokeys ist gesperrt, also wurde er nicht erprobt.
    .now = „Ich habe eine PIN vergessen“ setzt eine neue, und die Schlüssel bleiben. Es steht im Bericht.
yearly-nitrokey-last = Die Benutzer-PIN dieses Nitrokeys hat noch einen Versuch. Der wird hier nicht verbraucht, also wurde er nicht erprobt.
    .now = „Ich habe eine PIN vergessen“ setzt eine neue, und die Schlüssel bleiben. Es steht im Bericht.
yearly-report = Der Bericht
yearly-report-text = Er sagt, womit alles verglichen wurde, und was nicht geprüft wurde.
yearly-report-help = Drucken Sie ihn und legen Sie ihn zum Eigentümerblatt, oder schreiben Sie ihn auf einen Stick: Er enthält kein Geheimnis und keinen Namen einer Vertrauensperson, darf also neben der Sicherung liegen. Er ist ein PDF in einem eigenen Ordner, der nach dem Tag heißt.
    
    Was darin nicht geprüft heißt, ist nicht schlecht: Niemand weiß es. Bringen Sie es nächstes Jahr als Erstes.
yearly-report-counts = Gut: { $good } · zu richten: { $bad } · nicht geprüft: { $open }
yearly-report-print = Bericht drucken
yearly-report-printed = Der Bericht wurde gedruckt.
yearly-report-stick = Auf einen Stick schreiben
yearly-report-stick-note = Als PDF. Der Stick mit der Sicherung eignet sich.
yearly-report-next = Weiter
yearly-report-next-note = Der Bericht ist gedruckt oder auf einem Stick.
yearly-report-without = Ohne Bericht weitermachen
yearly-report-without-note = Dann sagt später nichts, was geprüft wurde und was nicht.
yearly-stick = Der Stick für den Bericht
yearly-stick-text = Er bekommt einen Ordner mit dem Bericht. Was sonst darauf ist, bleibt.
yearly-stick-help = Der Ordner wird unter einem anderen Namen geschrieben, zurückgelesen, verglichen und bekommt erst dann seinen Namen. Einer vom selben Tag und für dieselben Schlüssel wird ersetzt.
yearly-end = Die Prüfung ist getan
yearly-end-text = Nehmen Sie Karten, Sticks und Nitrokeys mit, jedes zurück an seinen Ort.
yearly-end-help = Das Eigentümerblatt hat ein Kästchen für jedes Jahr, auch für Schlüssel, die nie ablaufen. Haken Sie es nur ab, wenn nichts mehr zu richten ist, der Ersatz erprobt und ein Stick gelesen wurde, und alle gesagt haben, dass ihre Karte noch da ist.
yearly-end-written = Der Bericht ist in { $folder } auf { $stick }.
yearly-end-tick = Nichts von dem, was geprüft wurde, ist zu richten. Haken Sie das Jahr auf dem Eigentümerblatt ab.
yearly-end-no-spare = Nichts von dem, was geprüft wurde, ist zu richten, aber der Ersatz wurde nicht erprobt. Haken Sie das Jahr auf dem Eigentümerblatt erst ab, wenn das getan ist.
yearly-end-no-stick = Nichts von dem, was geprüft wurde, ist zu richten, aber kein Stick mit dieser Sicherung wurde gelesen. Haken Sie das Jahr auf dem Eigentümerblatt erst ab, wenn das getan ist.
yearly-end-neither = Weder wurde der Ersatz erprobt noch ein Stick mit dieser Sicherung gelesen. Haken Sie das Jahr auf dem Eigentümerblatt erst ab, wenn das getan ist.
yearly-end-bad = Noch zu richten: { $many }. Der Bericht sagt, was zu tun ist. Haken Sie das Jahr auf dem Eigentümerblatt erst danach ab.
yearly-end-next = Die nächste Prüfung: { $day }.
yearly-end-prolong = Die Schlüssel jetzt verlängern
yearly-end-prolong-note = Sie laufen binnen eines Jahres ab, oder sind abgelaufen. Die Karten werden noch einmal gebraucht.
yearly-end-home = Das war alles
yearly-end-home-note = Zurück an den Anfang.
yearly-loss = Was geprüft wurde, steht noch in keinem Bericht.
