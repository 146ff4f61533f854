# Deutsch. Die Platzhalter sind in jeder Sprache dieselben.

## Tage

day = { $day }. { $month } { $year }
month-01 = Januar
month-02 = Februar
month-03 = März
month-04 = April
month-05 = Mai
month-06 = Juni
month-07 = Juli
month-08 = August
month-09 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

## Jedes Blatt

page-number = Seite { $number } von { $of }
label-for = Für
label-by = Von
label-made = Erstellt am
label-set = Kartensatz
label-fingerprint = Fingerabdruck
label-sha256 = SHA-256

## Die Anteilskarte

card-title = Anteilskarte { $number } von { $cards }
card-quorum = { $spare ->
    [0] Nur alle { $cards } Karten gemeinsam öffnen die Sicherung. Weniger verraten nichts.
   *[other] Je { $needed } dieser { $cards } Karten öffnen die Sicherung. Weniger verraten nichts.
 }
card-code = Der Code: für ein Lesegerät, nie fürs Telefon
card-words = Die 24 englischen Wörter
card-words-how = Sie sagen dasselbe wie der Code. Von jedem genügen die ersten vier Buchstaben.
card-digits = Noch einmal dasselbe, in vier Zeilen
card-digits-how = 16 Zeichen in jeder Zeile (0 bis 9, A bis F) und vier weitere, die sie prüfen.
card-what = Was das ist
card-what-text = Ein Stück eines Schlüssels. Dieser Schlüssel öffnet eine Sicherung: die elektronischen Schlüssel von { $whom } für Post, Rechner und Unterschriften. Es gibt { $cards } solche Karten; { $spare ->
    [0] nur alle gemeinsam öffnen sie.
   *[other] { $needed } davon öffnen sie gemeinsam.
 } Diese hier allein öffnet nichts und verrät nichts.
card-else = Was sonst noch nötig ist
card-else-text = Die versiegelte Sicherung: { $behind ->
    [yes] auf dem Sicherungsblatt, den Seiten mit viereckigen Codes, die zu dieser Karte gehören, und auf Sticks von { $whom }.
   *[no] auf Sticks von { $whom } und vielleicht auf einem Sicherungsblatt, Seiten mit viereckigen Codes, bei den Papieren von { $whom }.
 } Ohne sie öffnen die Karten nichts.
card-why = Warum Sie sie haben
card-why-text = Weil { $owner } Ihnen vertraut. Sind die Schlüssel verloren, kaputt oder gestohlen, können Sie und { $others ->
    [one] eine weitere Person
   *[other] { $others } weitere
 } mit einer Karte sie wiederherstellen. Sie brauchen keinen Rechner und müssen nicht verstehen, wie es geht.
card-keep = Wie Sie sie aufbewahren
card-keep-text = Flach, trocken und dunkel, im Umschlag, bei Ihrem Pass oder Testament. Sagen Sie niemandem, dass Sie sie haben. Wenn Sie umziehen, nehmen Sie sie mit.
card-when = Wann sie gebraucht wird
card-when-text = Vielleicht nie, vielleicht in zehn Jahren. Einmal im Jahr fragt { $owner } vielleicht, ob sie noch da ist: Sehen Sie nach, und sagen Sie ja oder nein.
card-who = Wer danach fragen wird, und wie Sie sicher sein können
card-who-text = Nur { $owner }, von Angesicht zu Angesicht. Geben Sie sie nie her und lesen Sie sie nie vor, wenn jemand anruft, schreibt oder einen Boten schickt, so eilig es auch klingt und selbst wenn die Stimme stimmt. Im Zweifel rufen Sie zurück, unter einer Nummer, die Sie lange haben.
card-never = Was Sie nie tun
card-never-text = Nie fotografieren. Code, Wörter und Zeilen nie einem Telefon, einem Rechner oder einer Webseite geben. Die eine Ausnahme: ein Rechner ohne Netz, nur dafür gestartet, meist mit Coldspare, während Sie dabei sind. Abschreiben nur, wenn sie verblasst, von Hand auf gutes Papier: alles, was oben auf ihr steht, und alle 24 Wörter oder alle vier Zeilen.
card-lost = Wenn diese Karte weg ist oder jemand sie gesehen hat
card-lost-text = Sagen Sie es { $whom } bald, und schämen Sie sich nicht. Eine Karte allein öffnet nichts, und es lassen sich neue machen.
card-died = Wenn { $owner } gestorben ist oder nicht mehr handeln kann
card-died-text = Geben Sie die Karte niemandem, bis klar ist, wer handeln darf: wer den Nachlass regelt oder eine Vollmacht hat. Wer handeln darf, tritt in allem, was hier steht, an die Stelle von { $whom }, auch am Rechner. { $spare ->
    [0] Nur alle { $cards } mit einer Karte können die Sicherung gemeinsam öffnen.
   *[other] Je { $needed } mit einer Karte können die Sicherung gemeinsam öffnen.
 } { $page ->
    [yes] Die Seiten „Von Hand“ sagen allen,
   *[no] GUIDE.txt auf den Sticks und FORMAT.md, das mit Coldspare veröffentlicht ist, sagen allen,
 } die sich mit Rechnern auskennen, wie.
card-not-you = Wenn Sie nicht { $trustee } sind
card-not-you-text = Sie haben diese Karte gefunden, in einem Schreibtisch oder bei Papieren? Werfen Sie sie nicht weg, schreiben Sie sie nicht ab, zeigen Sie sie niemandem. Geben Sie sie in einem geschlossenen Umschlag { $whom } oder wem die Angelegenheiten von { $whom } anvertraut sind.
card-others = Wer die anderen Karten kennt und wo die Sicherung liegt:
card-fades = Dieses Papier verblasst in wenigen Jahren. Schreiben Sie jetzt von Hand auf gutes Papier ab: alles, was über dieser Zeile steht, und alle 24 Wörter oder alle vier Zeilen. Vergleichen Sie, und behalten Sie beides.

## Der Brief zu einer Karte, die von Hand abgeschrieben wurde

letter-title = An alle mit einer Anteilskarte
letter-of = Von Hand geschrieben, Kartensatz { $set }. { $spare ->
    [0] Nur alle { $cards } Karten gemeinsam öffnen die Sicherung.
   *[other] Je { $needed } von { $cards } Karten öffnen die Sicherung.
 }
letter-text = Ihre Anteilskarte wurde von Hand geschrieben: ein Blatt, auf dem oben steht, welche Nummer und welchen Kartensatz sie hat, für wen und von wem sie ist, und darunter 24 englische Wörter oder vier Zeilen. Dieser Brief erklärt sie. Er enthält kein Geheimnis und nennt niemanden: „Diese Person“ ist, wessen Name auf Ihrer Karte hinter „Von“ steht. Sehen Sie nach, ob Ihre Karte denselben Kartensatz nennt, und bewahren Sie den Brief bei ihr auf. Wo in einem Befehl FINGERPRINT steht, tippen Sie die 40 Zeichen, die gpg --show-keys secret-key.asc zeigt.
letter-owner = diese Person
letter-whom = dieser Person
letter-not-you = Wenn die Karte nicht für Sie ist

## Wiederherstellen von Hand

hand-title = Von Hand: ohne Coldspare
hand-card = Anteilskarte { $number } von { $cards }, Kartensatz { $set }
hand-intro = Für jemanden, der sich mit Rechnern auskennt. Alles hier geht mit Debians gewöhnlichen Werkzeugen. Was nach $ steht, wird als eine Zeile getippt; wo es hier in der nächsten weitergeht, mit einem Leerzeichen dazwischen.

## Das Sicherungsblatt

sheet-title = Sicherungsblatt
sheet-of = { $owner }, Kartensatz { $set }, Versiegelung { $sealing }
sheet-page = Seite { $page } von { $pages }; je { $pages_enough } davon genügen. Von den { $codes } Codes genügen je { $enough }, auf welchen Seiten auch immer.
sheet-one = Seite 1 von 1. Von den { $codes } Codes genügen je { $enough }.
sheet-set = { $set }, Versiegelung { $sealing }
sheet-what = Die versiegelte Sicherung der elektronischen Schlüssel von { $owner }. Nur { $spare ->
    [0] alle { $cards }
   *[other] { $needed } der { $cards }
 } Karten des Kartensatzes { $set } öffnen sie gemeinsam; ohne sie ist sie wertlos. Dieses Blatt ist also kein Geheimnis; halten Sie es aber sauber und flach.
sheet-how = Zum Wiederherstellen: Coldspare starten, „Ein Nitrokey ist weg oder kaputt“ wählen und Codes einlesen, in beliebiger Reihenfolge; was nicht lesbar ist, auslassen. Ohne Coldspare geht jedes Programm, das solche Codes liest; jeder ist eine Zeile, die mit COLDSPARE1:B beginnt. Wie es weitergeht, { $recovery_page ->
    [yes] sagen die Seiten „Von Hand“ bei jeder Karte und GUIDE.txt auf dem Stick.
   *[no] sagen GUIDE.txt auf dem Stick und FORMAT.md, das mit Coldspare veröffentlicht ist.
 }
sheet-code = Code { $number } von { $of }

## Das Eigentümerblatt

record-title = Das Eigentümerblatt
record-intro = Auf diesem Blatt steht kein Geheimnis. Es gehört zu Ihren Papieren, nicht zu einer Karte.
record-identity = Identität
record-algorithm = Schlüssel
record-kept = Nur Sicherung
record-remains = Nicht gesichert
record-public = { $what } (nur in public-key.asc)
record-yours = { $slot }: Ihrer, { $key }, { $until }
record-new = { $slot }: neu, { $key }, { $until }
record-until = bis { $day }
record-endless = ohne Ende
record-made-both = Sicherung: { $backup }, Schlüssel: { $key }
record-expires = Gültig bis
record-never = sie widerrufen werden
record-quorum = Karten
record-quorum-text = { $spare ->
    [0] nur alle { $cards } gemeinsam öffnen die Sicherung;
   *[other] je { $needed } von { $cards } öffnen die Sicherung;
 } Kartensatz { $set }, Versiegelung { $sealing }
record-read = Zurückgelesen
record-read-to-come = noch nicht; hier eintragen: ____ Karten ganz, ____ an drei Wörtern
record-read-opened = { $whole } von { $cards } Karten, ganz: Sie haben die vorige Sicherung geöffnet
record-read-all = alle { $cards } Karten, ganz
record-read-enough = { $whole } von { $cards } Karten ganz, die anderen an drei Wörtern
record-read-few = nur stichprobenweise: { $whole } von { $cards } Karten ganz ({ $needed } nötig), die anderen an drei Wörtern
record-read-none = nur stichprobenweise: drei Wörter jeder der { $cards } Karten; keine wurde ganz gelesen
record-done = Getan
record-done-rehearsed = Probe am { $day }, { $paper ->
    [yes] mit den Karten, wie sie gelesen wurden
   *[no] mit den Karten, wie sie gedruckt wurden
}
record-done-cards = Karten gedruckt
record-done-sheet = Sicherungsblatt gedruckt
record-done-slips = PIN-Zettel gedruckt
record-done-files = Blätter als Dateien geschrieben, anderswo zu drucken
record-done-bundle = Bündel auf einen Stick geschrieben
record-done-spot-check = eine Stichprobe wurde für genug erklärt
record-nitrokeys = Die Nitrokeys: jetzt jeden beschriften
record-role = Was er ist
record-serial = Seriennummer
record-label = Etikett
record-where = Wo er liegt
record-later = noch nicht beschrieben
record-proven = { $serial }, erprobt am { $day }
record-primary = Im Gebrauch
record-spare = Ersatz
record-spare-more = Ersatz { $number }
record-trustees = Die Anteilskarten: wohin sie gingen
record-card = Karte
record-name = Vertrauensperson
record-given = Übergeben am, zu finden bei
record-sticks = Die Sticks mit dem Bündel liegen
record-sheet = Das Sicherungsblatt { $behind ->
    [yes] ist bei jeder Karte; eines mehr liegt
   *[no] liegt
 }
record-guide = Ein gedrucktes GUIDE.txt liegt
record-slips = Die PIN-Zettel liegen
record-knows = Wer von all dem weiß
record-coming = Was noch zu beschreiben ist
record-coming-text = Coldspare, Stick und { $needed } Karten: „Noch einen Nitrokey beschreiben“. Bis dahin { $needed } Umschläge behalten, nicht beim Stick.
record-loss = Ein Nitrokey ist weg oder kaputt
record-loss-text = Nehmen Sie den Ersatz: dieselben Schlüssel. GUIDE.txt, Abschnitt 11, sagt, was zu tippen ist. Dann mit Coldspare, dem Stick und { $needed } Karten einen neuen Ersatz machen.
record-theft = Er wurde gestohlen
record-theft-text = Dasselbe; ist die PIN vielleicht bekannt: „Ein Nitrokey wurde gestohlen“, oder GUIDE.txt, Abschnitt 12. Ein fertiger Widerruf beendet alles.
record-both = Beide sind weg
record-both-text = Bringen Sie { $needed } Karten und den Stick (oder das Sicherungsblatt) zu einem Rechner ohne Netz, starten Sie Coldspare, wählen Sie „Ein Nitrokey ist weg oder kaputt“.
record-death = Wenn ich sterbe oder nicht mehr handeln kann
record-death-text = Wer meine Angelegenheiten regelt, braucht { $needed } der Karten oben und den Stick oder das Sicherungsblatt{ $behind ->
    [yes] {" "}bei jeder Karte.
   *[no] .
 } GUIDE.txt auf dem Stick{ $page ->
    [yes] {" "}und die Seiten „Von Hand“ bei jeder Karte sagen,
   *[no] {" "}sagt,
 } wie, mit oder ohne Coldspare.
record-expiry = Die Schlüssel laufen ab
record-expiry-text = { $expires ->
    [never] Diese Schlüssel laufen nie ab. Widerrufen können Sie sie jederzeit.
   *[other] Bis { $expires } nehmen andere alle an, dann läuft der erste ab; was verschlüsselt wurde, bleibt lesbar. Einige Wochen vorher ein neues Datum setzen: GUIDE.txt, Abschnitt 15.
 }
record-yearly = Jedes Jahr am { $day }
record-yearly-text = Geht der Ersatz noch? Ist der Stick lesbar? Haben alle ihre Karte noch? Das Jahr abhaken.

## The booklet for the spare

booklet-title = Das Heft für den Ersatz
booklet-intro = Es gehört zum Ersatz, eingeschlossen. Kein Geheimnis steht darin, aber wer die Karten hat. Die Befehle brauchen die Dateien auf dem Stick mit dem Bündel.
booklet-of = { $owner } · { $fingerprint } · Kartensatz { $set }
booklet-nitrokeys = Die Nitrokeys: Rolle, Seriennummer, Etikett
booklet-here = Was zu tun ist, und auf welcher Seite es steht
booklet-page = Seite { $number }
booklet-elsewhere = Nur in GUIDE.txt auf dem Stick

## Was zu vernichten ist, nachdem neue Karten gemacht wurden

old-card-of = Karte { $card }, { $name }
old-card = Karte { $card }
old-behind = samt den Blättern dazu
old-stick = Stick { $at } von { $of }, Versiegelung { $sealing }
old-sheets = Sicherungsblätter der Versiegelung { $sealing }: { $many }
old-unknown = Alle Kopien der Versiegelung { $sealing }: Zahl nicht notiert
destroy-title = Zu vernichten
destroy-of = { $owner }: neue Karten, Kartensatz { $set }, seit { $day }
destroy-why = Genug Karten eines alten Kartensatzes geben zusammen mit einer einzigen Kopie der alten versiegelten Sicherung noch immer den Hauptschlüssel, was auch seither versiegelt wurde. Ohne Kopie sind die Karten wertlos, ohne Karten die Kopien: Vernichten Sie also beides. Die Liste sagt, was beim Versiegeln geplant war. Haben Sie seither mehr Kopien gemacht, so zählen die mit.
destroy-set = Kartensatz { $set }
destroy-paper = Karten und Sicherungsblätter
destroy-paper-text = Verbrennen Sie sie, auch die drei Seiten jeder Karte. Zerrissen oder geschreddert kann ein Code oder eine Reihe Wörter noch ganz sein.
destroy-stick = Sticks
destroy-stick-text = Wer Dateien löscht oder einen Stick formatiert, lässt darauf, was in ihnen stand. Das gilt auch für einen Stick, auf dem das neue Bündel an die Stelle des alten trat: Kopieren Sie den neuen Ordner zuerst auf einen frischen Stick. Dann überschreiben Sie den alten Stick ganz, vom ersten Byte bis zum letzten, unter Linux mit „dd if=/dev/zero of=/dev/sdX“ (das löscht alles darauf; prüfen Sie den Buchstaben). Das genügt meistens. Aber ein Stick hat Blöcke in Reserve, und in einem davon können alte Bytes bleiben. Sicher ist, den Chip darin zu zerbrechen.
destroy-else = Wenn das nicht möglich ist
destroy-else-text = Können so viele alte Karten, wie sie öffnen, in falschen Händen sein, und ist eine Kopie nicht zu finden, so helfen die Karten des Kartensatzes { $set } nicht: Der Weg ist eine neue Identität. Wählen Sie „Alles widerrufen“, dann „Schlüssel einrichten“.

## Die PIN-Zettel

slip-title = PIN-Zettel
slip-intro = Abschneiden. Bis er vernichtet ist, liegt jeder getrennt von seinem Nitrokey, wo nur Sie ihn finden.
slip-role = Nitrokey: { $role }
slip-serial = Seriennummer
slip-user = Benutzer-PIN
slip-admin = Admin-PIN
slip-reset = Rückstellcode
slip-note = Die Benutzer-PIN auswendig lernen, dann den Zettel vernichten. Die anderen beiden sind auch in der versiegelten Sicherung.

## Anderswo drucken

elsewhere-warning = Diese Dateien sind die Anteilskarten selbst. Wer an sie herankommt, hat alle Anteile auf einmal: der Rechner, der sie druckt, seine Platte, der Speicher des Druckers, ein Druckserver, die Cloud, in die ein Ordner kopiert wird. Drucken Sie an einem Rechner, dem Sie trauen und der kein Netz hat, von einem Stick, den Sie danach zerstören. Ein Drucker an diesem Rechner, oder die Wörter von Hand abzuschreiben, ist sicherer.

## Was heute zu tun ist

today-title = Was heute zu tun ist
today-intro = Ein Nitrokey wurde gestohlen, und es gibt neue Unterschlüssel. Noch weiß niemand davon: Gehen Sie der Reihe nach vor, und haken Sie ab.
today-publish = Den neuen öffentlichen Schlüssel veröffentlichen
today-publish-text = Solange andere den alten haben, verschlüsseln sie für den gestohlenen Unterschlüssel und glauben, was er unterschreibt. Im Ordner der Sicherung auf dem Stick, an jedem Ihrer Rechner:
today-publish-after = Importieren Sie ihn in Thunderbird und auf dem Telefon, legen Sie ihn dorthin, wo Ihre Adresse ihn veröffentlicht (WKD, Website), und schicken Sie ihn denen, die Ihnen schreiben.
today-servers = Server, an denen Sie sich mit SSH anmelden
today-servers-text = An jedem: Fügen Sie die neue Zeile (ssh.pub auf dem Stick) zu ~/.ssh/authorized_keys hinzu. Melden Sie sich in einem zweiten Fenster mit dem neuen Nitrokey an. Erst dann löschen Sie die alte Zeile.
today-login-new = neu: { $line }
today-login-old = alt: { $line }
today-git = Git-Plattformen
today-git-text = Laden Sie den neuen öffentlichen Schlüssel und die neue SSH-Zeile hoch, dann entfernen Sie die alte SSH-Zeile. Was Sie früher unterschrieben haben: git verify-commit schlägt dafür von jetzt an fehl, gleich aus welchem Grund widerrufen wurde. GitHub zeigt weiter als geprüft, was es so verzeichnet hat; GitLab auch, wenn der alte Schlüssel dort entfernt wird, und nicht, wenn er dort widerrufen wird.
today-disks = Verschlüsselte Festplatten
today-disks-text = Fügen Sie einen neuen Platz hinzu: eine Schlüsseldatei, die für den neuen Unterschlüssel verschlüsselt ist. Öffnen Sie die Festplatte damit. Erst dann entfernen Sie den alten Platz; und vernichten Sie Sicherungen des Headers, denn sie öffnen sich mit dem alten.
today-fido = Web-Konten und Einmalpasswörter
today-fido-text = Löschen Sie in jedem Konto die Registrierung des gestohlenen Nitrokeys, und registrieren Sie die neuen. Wo Einmalpasswörter von ihm kamen, lassen Sie neue einrichten.
today-mail = Alte Mail
today-mail-text = Sie bleibt lesbar: Der alte Schlüssel zum Entschlüsseln bleibt in der Sicherung. „Meine Schlüssel ohne Nitrokey benutzen“ in Coldspare entschlüsselt eine Nachricht oder schreibt die Schlüssel in eine Datei. Vernichten Sie die alten PIN-Zettel und die Sicherungsblätter bei den Karten: Sie sind von der Sicherung davor.
today-last = Wenn all das getan ist
today-last-left = Nicht früher: Beschreiben Sie die Nitrokeys neu, die noch die alten Unterschlüssel haben („Noch einen Nitrokey beschreiben“). Bis dahin öffnen sie, was noch nicht geändert ist. Verwahren Sie sie gut.
today-last-none = Falls ein Nitrokey mit den alten Unterschlüsseln zu Ihnen zurückkommt: „Nitrokey ansehen“ sagt, was darauf ist, und „Noch einen Nitrokey beschreiben“ beschreibt ihn neu.

## Der Bericht der jährlichen Prüfung

yearly-paper-title = Die jährliche Prüfung
yearly-paper-backup = Sicherung
yearly-paper-which = Kartensatz { $set }, Versiegelung { $sealing }, { $day }
yearly-paper-next = Nächstes Mal
yearly-paper-intro = Ausgefülltes Kästchen: verglichen und gut. „!“: zu richten. Leeres Kästchen: nicht geprüft. Vergleichen Sie Fingerabdruck und Versiegelung mit dem Eigentümerblatt, und legen Sie dieses Blatt dazu.
yearly-paper-bad = Zu richten
yearly-paper-open = Nicht geprüft
yearly-paper-good = Gut
yearly-said-clock = Die Uhr: { $today }
yearly-said-clock-note = Vom Eigentümer bestätigt, und nicht vor dem Tag, an dem die Sicherung versiegelt wurde, { $sealed }.
yearly-said-clock-alone = Die Uhr: { $today }
yearly-said-clock-alone-note = Vom Eigentümer bestätigt.
yearly-said-clock-behind = Die Uhr geht falsch: { $today }
yearly-said-clock-behind-note = Die Sicherung wurde später versiegelt, { $sealed }. Stellen Sie die Uhr, und prüfen Sie noch einmal: Daten auf diesem Blatt gelten nicht.
yearly-said-image = Dieses Abbild: Coldspare { $program }
yearly-said-image-note = Nicht älter als das, was die Sicherung versiegelt hat, Coldspare { $by }.
yearly-said-image-old = Dieses Abbild ist alt: Coldspare { $program }
yearly-said-image-old-note = Ein neueres hat die Sicherung versiegelt, Coldspare { $by }. Nehmen Sie jenes oder ein späteres.
yearly-said-image-alone = Dieses Abbild: Coldspare { $program }
yearly-said-image-alone-note = Es war keine Sicherung da, mit der es verglichen würde.
yearly-said-image-newer = Ob es ein neueres Abbild gibt
yearly-said-image-newer-note = Dieser Rechner hat kein Netz. Sehen Sie an einem anderen nach, und prüfen Sie die Unterschrift dessen, was Sie herunterladen.
yearly-said-stick = Stick { $stick }
yearly-said-stick-note = Die Unterschrift der Liste passt zum öffentlichen Schlüssel, die versiegelte Sicherung zum SHA-256 in der Liste; alles ist dasselbe, womit diese Prüfung begann, Versiegelung { $sealing }.
yearly-said-stick-newer = Stick { $stick } hat eine neuere Sicherung: Versiegelung { $sealing }, { $day }
yearly-said-stick-newer-note = Beginnen Sie die Prüfung noch einmal mit ihr.
yearly-said-stick-older = Stick { $stick } hat eine alte Sicherung: Versiegelung { $sealing }, { $day }
yearly-said-stick-older-note = Kopieren Sie den heutigen Ordner von einem anderen Stick darauf. Eine Sicherung eines früheren Kartensatzes ist zu vernichten.
yearly-said-stick-kept = Stick { $stick } hat neben einer neueren noch die Sicherung davor: Versiegelung { $sealing }, { $day }
yearly-said-stick-kept-note = Sie bleibt, bis die neuere geprobt ist. Öffnen sich beide, so beginnen Sie „An meinen Schlüsseln ändert sich etwas“ mit der neueren: Es wird noch einmal versiegelt, und dann bleibt nur eine.
yearly-said-stick-apart = Auf dem Stick { $stick } ist eine andere Sicherung dieser Schlüssel, die nicht aus dieser entstanden ist: Versiegelung { $sealing }, { $day }
yearly-said-stick-apart-note = Kopieren Sie nichts darüber, bevor Sie sie geöffnet haben: In ihr kann etwas sein, was hier fehlt. Kennt sie niemand, so hat sie vielleicht jemand dorthin gelegt.
yearly-said-stick-differs = Stick { $stick } nennt sich dieselbe Versiegelung und ist es nicht
yearly-said-stick-differs-note = Jemand kann ihn untergeschoben haben. Kopieren Sie den Ordner von einem anderen Stick, und vergleichen Sie beide Fingerabdrücke mit dem Eigentümerblatt.
yearly-said-stick-revoked = Stick { $stick }: Der öffentliche Schlüssel darauf wurde widerrufen
yearly-said-stick-revoked-note = Seine Liste ist dieselbe. Das kann nur, wer den Hauptschlüssel oder einen fertigen Widerruf hat. Waren Sie es? Dann beginnen Sie die Prüfung mit diesem Stick von vorn. Wenn nicht, siehe „Alles widerrufen“.
yearly-said-stick-other = Stick { $stick }: eine Sicherung anderer Schlüssel
yearly-said-stick-other-note = Sie wurde mit nichts verglichen.
yearly-said-stick-alone = Stick { $stick } hat eine Sicherung
yearly-said-stick-alone-note = Sie wurde mit nichts verglichen: Diese Prüfung begann ohne eine. Gehen Sie zurück, und beginnen Sie mit diesem Stick.
yearly-said-stick-none = Stick { $stick }: Auf ihm ist keine Sicherung
yearly-said-stick-none-note = Sollte eine darauf sein? Dann kopieren Sie den Ordner von einem anderen Stick darauf.
yearly-said-stick-unreadable = Stick { $stick } ist nicht lesbar
yearly-said-stick-unreadable-note = { $cause } Kopieren Sie den Ordner von einem anderen Stick auf einen neuen.
yearly-said-no-bundle = Kein Stick mit einer Sicherung war da
yearly-said-no-bundle-note = Finden Sie einen der Sticks oder das Sicherungsblatt: Ohne das öffnen die Karten nichts.
yearly-said-card = Karte { $card } von { $cards }
yearly-said-card-note = Sie ist so, wie es die Liste des Kartensatzes { $set } auf dem Stick sagt.
yearly-said-card-mended = Karte { $card } von { $cards } ist nicht ganz lesbar
yearly-said-card-mended-note = Die Liste des Kartensatzes { $set } sagt, dass es diese ist. Sie gilt noch; machen Sie neue Karten, solange genug da sind.
yearly-said-card-other = Karte { $card } des Kartensatzes { $found }
yearly-said-card-other-note = Sie öffnet nicht diese Sicherung, die vom Kartensatz { $set } ist. Ist es eine alte Karte, so verbrennen Sie sie; wer sie hat, braucht die neue.
yearly-said-card-wrong = Karte { $card } von { $cards } ist nicht die der Liste
yearly-said-card-wrong-note = Sie nennt sich vom Kartensatz { $set } und ist nicht, was die Liste auf dem Stick sagt: Sie oder die Liste ist gefälscht. Vergleichen Sie den Fingerabdruck mit dem Eigentümerblatt, und fragen Sie, woher die Karte kommt.
yearly-said-card-unlisted = Eine Karte, die nicht in der Liste steht
yearly-said-card-unlisted-note = Sie wurde fehlerfrei gelesen und ist nicht vom Kartensatz { $set }. Ist es eine alte Karte, so verbrennen Sie sie; wer sie hat, braucht die neue.
yearly-said-card-alone = Karte { $card }
yearly-said-card-alone-note = Sie wurde fehlerfrei gelesen und mit nichts verglichen.
yearly-said-cards-none = Alle Karten
yearly-said-cards-none-note = Es war keine Sicherung da, mit der sie verglichen würden.
yearly-said-cards-missing = { $many ->
    [one] Karte { $cards }
   *[other] Karten { $cards }
 }
yearly-said-cards-missing-note = Hier nicht gelesen: nicht mitgebracht oder nicht lesbar. Wer eine hat, kann sie allein prüfen: „Karte prüfen“.
yearly-said-recovery = Die ganze Wiederherstellung
yearly-said-recovery-note = { $needed } Karten haben die versiegelte Sicherung geöffnet, und jeder geheime Schlüssel darin passt zu seinem öffentlichen.
yearly-said-recovery-failed = Die ganze Wiederherstellung ist misslungen
yearly-said-recovery-failed-note = { $needed } Karten, die sind, wie es die Liste sagt, öffneten die Sicherung nicht. Versuchen Sie es mit einem anderen Stick. Vernichten Sie nichts; erproben Sie die Nitrokeys, und machen Sie eine neue Sicherung.
yearly-said-contradicted = Die Liste auf dem Stick ist nicht die der Sicherung
yearly-said-contradicted-note = In der Sicherung steht eine andere Versiegelung, oder andere Karten oder Sicherungen davor. Das gilt, und die Liste kann gefälscht sein: Nehmen Sie eine andere Kopie, und vergleichen Sie den Fingerabdruck.
yearly-said-recovery-not = Die ganze Wiederherstellung
yearly-said-recovery-not-note = Sie braucht { $needed } Karten zugleich und wurde nicht geprobt.
yearly-said-recovery-none = Die ganze Wiederherstellung
yearly-said-recovery-none-note = Es war keine Sicherung da.
yearly-said-nitrokey = { $role }, { $serial }
yearly-said-nitrokey-note = Die Benutzer-PIN stimmt; er hat unterschrieben, entschlüsselt und sich angemeldet, und jedes Ergebnis passt zum öffentlichen Schlüssel.
yearly-said-nitrokey-by-owner = { $role }, { $serial }
yearly-said-nitrokey-by-owner-note = Die Benutzer-PIN stimmt; er hat unterschrieben, entschlüsselt und sich angemeldet, und jedes Ergebnis passt zum öffentlichen Schlüssel. Welcher es ist, hat der Eigentümer gesagt.
yearly-said-nitrokey-pin = { $role }, { $serial }: Die Benutzer-PIN war falsch
yearly-said-nitrokey-pin-note = { $left ->
    [one] Ein Versuch bleibt.
   *[other] { $left } Versuche bleiben.
 } „Ich habe eine PIN vergessen“ setzt eine neue, und die Schlüssel bleiben.
yearly-said-nitrokey-last = { $role }, { $serial }: nicht erprobt
yearly-said-nitrokey-last-note = Seine Benutzer-PIN hat noch einen Versuch; der wurde nicht verbraucht. „Ich habe eine PIN vergessen“ setzt eine neue, und die Schlüssel bleiben.
yearly-said-nitrokey-blocked = { $role }, { $serial }: Seine Benutzer-PIN ist gesperrt
yearly-said-nitrokey-blocked-note = „Ich habe eine PIN vergessen“ setzt eine neue, und die Schlüssel bleiben.
yearly-said-nitrokey-old = { $role }, { $serial }: nicht die jetzigen Schlüssel
yearly-said-nitrokey-old-note = Der öffentliche Schlüssel hat jetzt andere Unterschlüssel als die darauf. Ist er für alte Post, so ist das richtig. Wenn nicht, beschreiben Sie ihn neu: „Noch einen Nitrokey beschreiben“.
yearly-said-nitrokey-old-mail = { $role }, { $serial }: für alte Post
yearly-said-nitrokey-old-mail-note = Ein alter Schlüssel zum Entschlüsseln ist darauf, sonst nichts. Ist er für alte Post, so ist das richtig. Er wurde nicht erprobt.
yearly-said-nitrokey-none = { $role }, { $serial }: keiner Ihrer Schlüssel darauf
yearly-said-nitrokey-none-note = Er hat sie nicht mehr, oder wurde mit anderen beschrieben. Beschreiben Sie ihn neu: „Noch einen Nitrokey beschreiben“.
yearly-said-nitrokey-foreign = { $role }, { $serial }: keiner Ihrer Schlüssel darauf
yearly-said-nitrokey-foreign-note = Er wurde nicht erprobt. Soll es Ihrer sein, so hat er sie nicht mehr: „Noch einen Nitrokey beschreiben“.
yearly-said-nitrokey-failed = { $role }, { $serial } geht nicht
yearly-said-nitrokey-failed-note = { $cause } Versuchen Sie es noch einmal; misslingt es wieder, so beschreiben Sie einen anderen: „Noch einen Nitrokey beschreiben“.
yearly-said-spare-not = Der Ersatz
yearly-said-spare-not-note = Er war nicht da, oder niemand hat gesagt, dass er der Ersatz ist.
yearly-said-primary-not = Der Nitrokey im Gebrauch
yearly-said-primary-not-note = Er war nicht da, oder niemand hat gesagt, dass er es ist. Wer ihn jeden Tag benutzt, weiß, dass er geht.
yearly-said-role-not = { $role }
yearly-said-role-not-note = Die Sicherung nennt ihn. Er war nicht da, oder niemand hat gesagt, dass er es ist.
yearly-said-spare-alone = Der Ersatz
yearly-said-spare-alone-note = Es war kein öffentlicher Schlüssel da, um ihn zu erproben.
yearly-said-primary-alone = Der Nitrokey im Gebrauch
yearly-said-primary-alone-note = Es war kein öffentlicher Schlüssel da, um ihn zu erproben.
yearly-said-expiry = Die Schlüssel gelten bis { $day }
yearly-said-expiry-note = So sagt es der öffentliche Schlüssel: mehr als ein Jahr von heute an.
yearly-said-expiry-never = Die Schlüssel laufen nie ab
yearly-said-expiry-never-note = So sagt es der öffentliche Schlüssel.
yearly-said-expiry-soon = Die Schlüssel laufen am { $day } ab
yearly-said-expiry-soon-note = In weniger als einem Jahr, vor der nächsten Prüfung. Verlängern Sie sie jetzt: „An meinen Schlüsseln ändert sich etwas“.
yearly-said-expired = Die Schlüssel sind am { $day } abgelaufen
yearly-said-expired-note = Andere nehmen sie nicht mehr an; was verschlüsselt wurde, bleibt lesbar. Verlängern Sie sie: „An meinen Schlüsseln ändert sich etwas“.
yearly-said-revoked = Die Schlüssel wurden am { $day } widerrufen ({ $reason })
yearly-said-revoked-note = So sagt es der öffentliche Schlüssel: Andere nehmen sie nicht mehr an, und verlängern lassen sie sich nicht. „Schlüssel einrichten“ macht neue; behalten Sie Sicherung, Karten und Nitrokeys für das, was für diese verschlüsselt wurde.
yearly-said-expiry-not = Bis wann die Schlüssel gelten
yearly-said-expiry-not-note = Es war kein öffentlicher Schlüssel da.
yearly-said-copies = Weitere Kopien der Sicherung, falls es sie gibt
yearly-said-copies-note = Nur was hier steht, wurde gelesen.
yearly-said-paper = Sicherungsblätter und PIN-Zettel
yearly-said-paper-note = Weder die Blätter noch Rückstellcode und Admin-PIN wurden erprobt.
yearly-said-fido = Was sonst auf den Nitrokeys ist
yearly-said-fido-note = Web-Konten (FIDO2) und Einmalpasswörter: Erproben Sie den Ersatz in jedem Konto.
