# Deutsch: was alle Bildschirme gemeinsam haben, Anfang, Tastatur und Sprache, und ein Blick auf einen Nitrokey

## Der Rahmen

stage = Schritt { $at } von { $of }
key-enter = Enter
key-escape = Esc
key-next = weiter
key-back = zurück
key-help = erklären
key-off = aus
key-choose = wählen
key-show = zeigen
key-hide = verbergen
key-code = als Code
help = Erklärung
help-close = zurück
too-small = Coldspare braucht ein Fenster mit { $columns } Spalten und { $rows } Zeilen. Machen Sie dieses größer.
code-close = Jede Taste: zurück
code-small = Das Fenster ist zu klein für den Code. Vergrößern Sie es, oder drücken Sie eine Taste.

## Verlassen

leave = Hier abbrechen?
leave-text = Sie kommen zurück an den Anfang und können dort neu beginnen.
leave-yes = Ja, abbrechen
off = Ausschalten
off-note = Löscht alles aus dem Arbeitsspeicher und hört auf.
off-text = Alles Geheime wird aus dem Arbeitsspeicher gelöscht. Was auf Nitrokeys, Sticks und Papier steht, bleibt.
off-busy = Gerade wird ein Nitrokey, ein Stick oder eine Seite geschrieben. Warten Sie, wenn Sie können, bis das fertig ist.
off-yes = Ja, ausschalten
sure-no = Nein, hier weitermachen
panicked = Ein Fehler im Programm
panicked-text = Er hat beendet, was das Programm gerade tat. Was Sie bis hierher gemacht haben, ist noch da. Ein Nitrokey, der gerade beschrieben wurde, ist vielleicht unfertig: Beschreiben Sie ihn noch einmal, dann wird er fertig. Bitte sagen Sie den Machern von Coldspare, was Sie taten.
panicked-on = dort weitermachen
panicked-on-note = Derselbe Schritt lässt sich noch einmal versuchen.
panicked-home = aufhören und zum Anfang
panicked-home-note = Alles, was in dieser Sitzung gemacht wurde, wird aus dem Arbeitsspeicher gelöscht.
fault = Ein Fehler im Programm kam dazwischen.
    .now = Was bis hierher gemacht wurde, ist noch da. Versuchen Sie dasselbe noch einmal; ziehen Sie vorher ab, was Sie zuletzt eingesteckt haben, wenn es ohne geht.
too-much = Es kam mehr als eine Zeile auf einmal, wie nur ein Lesegerät tippt. Angenommen ist die erste und nichts dahinter: Sehen Sie nach, was hier steht. Der Code einer Karte hat eine Zeile.
farewell = Auf Wiedersehen
farewell-wiped = Alles Geheime ist aus dem Arbeitsspeicher gelöscht.
farewell-take = Nehmen Sie die Nitrokeys, die Sticks und das Papier mit.
farewell-now = Jetzt ausschalten
farewell-now-note = Der Rechner schaltet sich selbst aus.
farewell-stay = Eingeschaltet lassen, bis die Bestätigung erscheint
farewell-stay-note = Alles wird beendet und aller benutzte Arbeitsspeicher überschrieben. Dann steht da, dass der Rechner ausgeschaltet werden kann.
safe = Sie können den Rechner jetzt ausschalten. Nichts läuft mehr, und nichts Geheimes ist mehr im Arbeitsspeicher. Nehmen Sie die Nitrokeys, die Sticks und das Papier mit.
safe-enter = Drücken Sie Enter, um diesen Rechner auszuschalten.
switching-off = Der Rechner schaltet sich selbst aus. Ist er nach zehn Sekunden noch an, schalten Sie ihn mit seinem Knopf aus: Das ist sicher.
given-up = Coldspare brach immer wieder unerwartet ab und wird nicht mehr gestartet. Nichts Geheimes ist mehr im Arbeitsspeicher. Schalten Sie aus, ziehen Sie alle Sticks und Nitrokeys ab und beginnen Sie neu; hilft das nicht, nehmen Sie einen anderen Rechner, oder machen Sie den Stick neu.
restarted-here = Coldspare brach ab und wurde neu gestartet. Nichts wurde gespeichert.
restarted = Coldspare brach unerwartet ab und wurde neu gestartet. Nichts Geheimes ist geblieben, und gespeichert ist nur, was schon auf einem Stick, einem Nitrokey oder Papier stand. Ein Nitrokey, der gerade beschrieben wurde, ist vielleicht unfertig: Gehen Sie dieselben Schritte noch einmal, dann wird er fertig. Bitte sagen Sie den Machern von Coldspare, was Sie taten.
trial = Dies ist ein Versuch mit Programmen von Debian. Nicht für echte Schlüssel!
farewell-wait = Einen Moment: Was gerade geschrieben wird, wird erst fertig.
farewell-enter = beenden

## Der Anfang

home = Was möchten Sie tun?
home-help = Nitrokey verloren, Schlüssel behalten. Nichts wird ohne Ihr Ja geschrieben.
    
    Coldspare erzeugt die elektronischen Schlüssel für E-Mail, Platten und Anmeldungen, bringt sie auf zwei Nitrokeys, einen im Gebrauch, einen als Ersatz, und versiegelt eine Sicherung.
    
    Der Schlüssel zur Sicherung wird auf Anteilskarten aus Papier verteilt, für Menschen, denen Sie vertrauen. Einige dieser Karten zusammen bringen alles zurück; weniger verraten nichts.
    
    Wählen Sie eine Zeile mit den Pfeiltasten oder dem Zeichen davor, und drücken Sie Enter. Oben steht, was zu dem gehört, was eingesteckt ist.
setup = Schlüssel einrichten
setup-note = Neue Schlüssel, eine Sicherung, Anteilskarten für Vertrauenspersonen, zwei Nitrokeys. Eine halbe Stunde.
revoke = Alles widerrufen
revoke-note = Die ganze Identität beenden: nach einem Todesfall, oder wenn ein Dieb den Hauptschlüssel hat. Nötig sind Sicherung und Karten.
lost = Ein Nitrokey ist weg oder kaputt
lost-note = Alles zurückholen, vom Ersatz oder mit Anteilskarten.
stolen = Ein Nitrokey wurde gestohlen
stolen-note = Neue Unterschlüssel statt der gestohlenen, die widerrufen werden. Die Karten bleiben.
forgotten = Ich habe eine PIN vergessen
forgotten-note = Vergessen oder gesperrt: eine neue Benutzer-PIN, mit dem PIN-Zettel oder der Sicherung. Nichts wird gelöscht.
deal = Vertrauenspersonen wechseln, oder eine Karte ist weg
deal-note = Neue Karten für alle, und was mit den alten zu tun ist. Nötig sind genug alte Karten.
yearly = Die jährliche Prüfung
yearly-note = Ersatz, Sticks, Karten und Daten, soweit sie da sind, und ein Bericht. Nichts wird geändert.
check = Karte prüfen
check-note = Ist eine Anteilskarte noch lesbar und richtig? Eine genügt, und wer sie aufbewahrt, ist dabei.
inspect = Nitrokey ansehen
inspect-note = Was ist darauf, und ist er gesund? Er wird nur gelesen.
another = Noch einen Nitrokey beschreiben
another-note = Ersatz, der später kam, oder einer mehr. Die anderen bleiben, wie sie sind.
changes = An meinen Schlüsseln ändert sich etwas
changes-note = Gültigkeit, Namen, was in der Sicherung ist. Nitrokeys braucht es nicht.
keyboard = Tastatur und Sprache
keyboard-note = Was Ihre Tasten schreiben und die Sprache dieser Bildschirme.

## Tastatur und Sprache

language-name = Deutsch
language = Language · Sprache · Langue
language-text = Wählen Sie mit den Pfeiltasten ↑ ↓, dann drücken Sie Enter.
language-help = Die Bildschirme und das Papier sprechen diese Sprache. Sie können sie jederzeit ändern. Die 24 Wörter auf Anteilskarten sind in jeder Sprache englisch.
    
    Wurde Coldspare von seinem eigenen Stick gestartet, stehen hier Zahl und Namen der Tastaturen, die gehen. Ist es eine mehr, als Sie vor sich sehen, dann tippt auch etwas Angestecktes: Ziehen Sie es heraus.
keyboards = Keyboards · Tastaturen · Claviers: { $number }: { $names }
keyboards-unknown = Not yours? Pull it out · Nicht Ihre? Abziehen · Pas à vous ? Débranchez
keyboards-built-in = built-in · eingebaut · intégré
layout = Was für eine Tastatur ist das?
layout-text = Hier im Fenster schreiben die Tasten, was Ihr System eingestellt hat. Diese Wahl ändert nichts daran.
layout-press = Drücken Sie die Taste mit { $label } darauf. Oder wählen Sie mit den Pfeiltasten aus der Liste.
layout-press-not-pad = Drücken Sie die Taste mit { $label } darauf, nicht im Ziffernblock. Oder wählen Sie mit den Pfeiltasten aus der Liste.
layout-left = Tastaturen wie Ihre. Wählen Sie die richtige mit den Pfeiltasten.
layout-no-fit = Keine Tastatur hat diese Taste dort.
    .now = Beginnen Sie neu, oder wählen Sie aus der Liste.
layout-help = Dieselbe Taste schreibt auf einer deutschen und auf einer französischen Tastatur Verschiedenes. Ist die Belegung falsch, so ist eine PIN, die Sie hier tippen, nicht die, an die Sie denken.
layout-us = Englisch (USA)
layout-uk = Englisch (Großbritannien)
layout-de = Deutsch
layout-de-nodeadkeys = Deutsch, Akzente sofort
layout-ch-de = Schweiz, deutsch
layout-ch-fr = Schweiz, französisch
layout-fr = Französisch
layout-be = Belgisch
layout-es = Spanisch
layout-it = Italienisch
layout-pt = Portugiesisch
layout-br = Brasilianisch
layout-nl = Niederländisch
layout-se = Schwedisch
layout-no = Norwegisch
layout-dk = Dänisch
layout-fi = Finnisch
layout-pl = Polnisch
layout-cz = Tschechisch
layout-hu = Ungarisch
layout-tr = Türkisch
layout-ru = Russisch
try = Schreibt sie, was Sie drücken?
try-text = Tippen Sie ein paar Buchstaben und die Zeichen einer Adresse: @ . - _ Kommen sie richtig, drücken Sie Enter. Sonst Esc, und wählen Sie eine andere Tastatur.
try-field = Hier probieren
try-help = Nichts, was Sie hier tippen, wird behalten.

## USB-Geräte

usb-keyboard = Darf diese Tastatur tippen?
usb-why-later = Sie wurde eben angesteckt. Auch ein Lesegerät, das tippt, ist eine Tastatur.
usb-why-hidden = Sie steckt mit etwas anderem in einem Gerät. Ein Stick, der tippt, ist so ein Gerät.
usb-why-beside = Sie hängt am selben Hub wie ein Stick. Das ist richtig, wenn beide Ihre sind; doch auch in einem Stick können Hub und Tastatur stecken.
usb-digits = Gehört sie Ihnen, dann tippen Sie diese Ziffern auf der Tastatur, die Sie jetzt benutzen. Bis dahin bleibt sie aus.
usb-digits-only = Keine andere Tastatur geht. Gehört diese Ihnen, dann tippen Sie diese Ziffern auf ihr. Bis dahin kann sie sonst nichts.
usb-beware = Gehört sie Ihnen nicht, oder haben Sie etwas anderes angesteckt, dann ist es nicht, wonach es aussieht: Drücken Sie Esc und ziehen Sie es heraus.
usb-beware-only = Das ist weniger sicher als ein Ja auf einer anderen Tastatur: Was die Ziffern tippt, darf danach tippen. Kennen Sie sie nicht, dann ziehen Sie sie heraus und stecken Ihre an.
usb-wrong = Das waren nicht die Ziffern. Hier sind andere.
usb-wait = Das waren nicht die Ziffern. Gleich kommen andere.
usb-first = Keyboard · Tastatur · Clavier
usb-first-asks = Gehört sie Ihnen? Sie kam spät, oder mit einem Stick oder etwas anderem. Wenn ja, tippen Sie diese Ziffern auf der Tastatur, die Sie jetzt benutzen. Sonst: Esc, und herausziehen.
usb-first-only = Ist das Ihre Tastatur? Keine andere geht. Wenn ja, tippen Sie diese Ziffern auf ihr. Das ist weniger sicher: Kennen Sie sie nicht, dann heraus damit, und Ihre anstecken.
usb-again = { $name } kommt immer wieder, wie bei einem Wackelkontakt. Darum bleibt es aus. Ziehen Sie es zehn Sekunden lang heraus, bis dieser Text weg ist, und stecken Sie es wieder an, möglichst woanders.
usb-keyboard-no = bleibt aus
usb-built-in = eingebaut oder PS/2
usb-notice = An den USB-Anschlüssen
usb-off = Aus: { $device }
usb-off-text = Nur was Coldspare braucht, darf hier arbeiten: Tastaturen, Sticks, Kartenleser, Nitrokeys, Drucker. Alles andere bleibt aus, auch Kameras: Sie werden noch nicht gebraucht. Sie müssen nichts tun.
usb-close = weiter
usb-device = { $name } ({ $kinds })
usb-nameless = ein Gerät ohne Namen
usb-kind-keyboard = Tastatur
usb-kind-hub = Hub
usb-kind-storage = Stick
usb-kind-card-reader = Kartenleser
usb-kind-nitrokey = Nitrokey
usb-kind-printer = Drucker
usb-kind-ipp = Drucker, der nur IPP spricht
usb-kind-camera = Kamera
usb-kind-mouse = Maus
usb-kind-input = Eingabegerät
usb-kind-network = Netzgerät
usb-kind-bluetooth = Bluetooth
usb-kind-sound = Ton
usb-kind-phone = Telefon oder Tablet
usb-kind-serial = serielle Leitung
usb-kind-unknown = unbekanntes Gerät

## Nitrokeys

nitrokey-who = { $model }, Seriennummer { $serial }
nitrokey-who-firmware = { $model }, Seriennummer { $serial }, Firmware { $firmware }
nitrokey-blank = Kein Schlüssel ist darauf.
nitrokey-takes = Er unterstützt: { $algorithms }.
nitrokey-tries = Versuche übrig: Benutzer-PIN { $user }, Admin-PIN { $admin }, Rückstellcode { $reset }. OpenPGP-Karte { $version }.
nitrokey-ours-primary = Ihrer, im Gebrauch
nitrokey-ours-role = Ihrer: { $role }
nitrokey-ours = Ihre Schlüssel sind darauf
nitrokey-ours-some = einige Ihrer Schlüssel sind darauf
nitrokey-ours-old = alte Unterschlüssel darauf
nitrokey-half-reset = Das Zurücksetzen des Nitrokeys in { $reader } wurde unterbrochen. Nichts ist darauf. Richten Sie ihn ein, dann wird es zu Ende geführt.
nitrokey-unreadable = Eine Karte, die nicht lesbar ist
nitrokey-unreadable-note = In { $reader }: { $cause }. Ziehen Sie sie heraus, außer sie sollte eigentlich gehen.
insert-one = Stecken Sie einen Nitrokey ein.
inspect-help = Ein Nitrokey wird hier nur gelesen; keine PIN wird verlangt und nichts geändert.
inspect-none = Kein Nitrokey ist eingesteckt. Sobald einer da ist, erscheint er hier.
inspect-more = Das ist Nummer { $at } von { $of }, die eingesteckt sind.
inspect-next = nächster
list-none = Kein Nitrokey ist eingesteckt.

## Die Arbeit

key-again = noch einmal
work-seconds = bisher { $seconds } Sekunden
work-left = bisher { $seconds } Sekunden, noch etwa { $left }
work-quiet = Seit einer Minute hat er nichts von sich hören lassen. Bleibt es so, ziehen Sie den Nitrokey ab: Sie können von vorn beginnen, und nichts ist verloren.
event-begins = Einen Augenblick …
event-making = Die Schlüssel entstehen. RSA 4096 kann eine Minute dauern; alle anderen sind sofort da.
event-sealed = Versiegelt, und der Schlüssel dazu in { $cards } Anteile geteilt.
event-written = Auf { $stick } geschrieben, zurückgelesen, verglichen.
event-rehearsing = Ein Programm stellt alles aus den Anteilen { $cards } und dem Stick wieder her.
event-rehearsed = Es fand dieselben Schlüssel.
event-resetting = Zurück auf den Werkszustand.
event-importing-signature = Der Schlüssel für Unterschriften wird übertragen.
event-importing-decryption = Der Schlüssel für Entschlüsselung wird übertragen.
event-importing-authentication = Der Schlüssel für Anmeldungen wird übertragen.
event-settings = Name, Sprache und Berühren sind eingestellt.
event-pins = Die PINs sind gesetzt.
event-reading-back = Was sagt er von sich selbst?
event-proving-signature = Er unterschreibt etwas. Blinkt sein Licht, berühren Sie ihn.
event-proving-decryption = Er entschlüsselt etwas. Blinkt sein Licht, berühren Sie ihn.
event-proving-authentication = Er meldet sich an. Blinkt sein Licht, berühren Sie ihn.

## Sticks

stick-none-other = Kein anderer Stick ist eingesteckt. Sobald einer da ist, erscheint er hier.
stick-none = Kein Stick ist eingesteckt. Sobald einer da ist, erscheint er hier.
stick-started = Der Stick, von dem Coldspare gestartet wurde.
stick-started-not = Der Stick, von dem Coldspare gestartet wurde, steht hier nicht zur Wahl: Er wird eines Tages überschrieben, mit einem neueren Coldspare.
stick-holds-bundle = Nicht dieser: Auf ihm ist die Sicherung, und was sie öffnet oder ungeschützt ist, gehört nicht daneben.
    .now = Nehmen Sie einen anderen. Soll es doch dieser sein, so wählen Sie ihn noch einmal.
stick-holds-cards = Nicht dieser: Auf ihm sind die Anteilskarten.
    .now = Nehmen Sie einen anderen. Soll es doch dieser sein, so wählen Sie ihn noch einmal.
stick-holds-key = Nicht dieser: Auf ihm liegt ein geheimer Schlüssel ungeschützt, und er wird eines Tages zerstört.
    .now = Nehmen Sie einen anderen. Soll es doch dieser sein, so wählen Sie ihn noch einmal.
stick-holds-message = Nicht dieser: Auf ihm liegt eine Nachricht ungeschützt, und er wird eines Tages zerstört.
    .now = Nehmen Sie einen anderen. Soll es doch dieser sein, so wählen Sie ihn noch einmal.
stick-holds-revocation = Nicht dieser: Auf ihm liegt ein Zertifikat, das eine Identität beendet.
    .now = Nehmen Sie einen anderen. Soll es doch dieser sein, so wählen Sie ihn noch einmal.
stick-holds-signature = Nicht dieser: Auf ihm liegt eine Unterschrift, und er geht aus dem Haus.
    .now = Nehmen Sie einen anderen. Soll es doch dieser sein, so wählen Sie ihn noch einmal.
stick-holds-report = Nicht dieser: Auf ihm ist ein Bericht oder ein Blatt zum Drucken.
    .now = Nehmen Sie einen anderen. Soll es doch dieser sein, so wählen Sie ihn noch einmal.
stick-another = Ein anderer Stick
stick-another-note = Stecken Sie ihn jetzt ein; er erscheint sofort hier.
stick-mega = { $name }, { $size } MB
stick-giga = { $name }, { $size } GB
stick-unformatted = Er hat kein Dateisystem, das sich benutzen lässt.
stick-unreadable = Nicht lesbar, was darauf ist: Nehmen Sie einen anderen.
stick-to-format = Er hat kein Dateisystem, das sich benutzen lässt. Enter: ansehen, was darauf ist, und eines anlegen.
file-taken = { $file } wurde gelesen.
file-keep = behalten

## Ein Stick ohne Dateisystem

format = Darf dieser Stick gelöscht werden?
format-other = Was jetzt darauf ist: { $has }. Das lässt sich hier nicht benutzen.
format-nothing = Auf ihm wurde kein Dateisystem erkannt. Er kann neu sein; er kann aber auch verschlüsselt sein.
format-gone = Alles, was darauf ist, wird für immer fort sein, auch was nicht erkannt wurde.
format-field = Wenn Sie einverstanden sind, tippen Sie, wie viele MB er hat
format-enter = löschen und formatieren
format-works = Er wird gelöscht und bekommt ein neues Dateisystem.
format-wrong = Das ist nicht seine Größe.
    .now = Tippen Sie die Zahl, die oben vor MB steht. Ist das nicht der Stick, den Sie meinen, drücken Sie Esc.

## PINs und Passwörter

pin-user = Benutzer-PIN
pin-user-chosen = (die, die Sie wählen)
pin-admin = Admin-PIN
pin-reset = Rückstellcode
pin-passphrase = Passwort
pin-code = Sicherungscode
pin-again = Noch einmal
pin-try = Was Ihre Tasten schreiben: nur zum Probieren
pin-rules-user = Sie tippen sie bei jedem Gebrauch des Nitrokeys. { $min } bis { $max } Zeichen. Nach drei falschen Versuchen ist sie gesperrt, also genügen sechs zufällige Ziffern. Ziffern kommen auf jeder Tastatur richtig.
pin-rules-admin = Sie entsperrt die Benutzer-PIN und ändert Einstellungen; sie ist auch in der versiegelten Sicherung. { $min } bis { $max } Zeichen. Nach drei falschen Versuchen ist der Nitrokey neu einzurichten.
pin-rules-reset = Er gibt Ihnen eine neue Benutzer-PIN ohne die Admin-PIN; er ist auch in der versiegelten Sicherung. { $min } bis { $max } Zeichen.
pin-rules-passphrase = Mindestens { $min } Zeichen, höchstens { $max }. Ein Dieb darf beliebig oft raten, also machen Sie es lang: etwa sechs zufällige Wörter.
pin-empty = Es wurde nichts getippt.
    .now = Tippen Sie, und drücken Sie Enter.
pin-length = { $min } bis { $max } Zeichen sind nötig.
    .now = Wählen Sie etwas anderes, und tippen Sie es zweimal.
pin-factory = Mit dieser PIN kommt jeder neue Nitrokey: Ein Dieb versucht sie zuerst.
    .now = Wählen Sie eine andere, und tippen Sie sie zweimal.
pin-differs = Die beiden sind nicht gleich.
    .now = Tippen Sie beide noch einmal. F2 zeigt, was Sie tippen.
blind-cut = Das sind mehr als { $most } Zeichen. Das Ende wurde nicht genommen.
    .now = Tippen Sie etwas Kürzeres, von Anfang an.
blind-code = Hier hat ein Lesegerät einen Code getippt.
    .now = Legen Sie die Karte weg: Sie ist jetzt nicht gefragt. Tippen Sie dann, was verlangt ist.
blind-came = Etwas anderes kam auf den Bildschirm, während Sie tippten.
    .now = Tippen Sie es noch einmal, von Anfang an.
show-pins-alone = Seien Sie allein, nehmen Sie Papier und Stift, und drücken Sie Enter.
show-pins-write = Schreiben Sie sie jetzt auf.
show-pins-hidden = Sie sind wieder verborgen. Sind sie auf Papier? F2 zeigt sie noch einmal.
show-pins-need = Die Benutzer-PIN brauchen Sie bei jedem Gebrauch dieses Nitrokeys. Admin-PIN und Rückstellcode sind auch in der versiegelten Sicherung.
show-pins-enter = sie sind auf Papier

## Einen Nitrokey beschreiben

write = Nitrokey beschreiben: { $role }
write-text = Wählen Sie den Nitrokey. Was darauf ist, sehen Sie, bevor etwas geschieht.
write-two = Mehr als einer ist eingesteckt. Lassen Sie nur diesen, damit sein Etikett auf den richtigen kommt.
write-help = Ein Nitrokey nach dem anderen: Sie wählen ihn, sehen, was darauf ist, und sagen ja mit den letzten vier Zeichen seiner Seriennummer. Dann kommt er auf den Werkszustand, bekommt Schlüssel und PINs und muss jeden Schlüssel einmal benutzen, geprüft am öffentlichen Schlüssel. Wird er mittendrin herausgezogen, so stecken Sie ihn wieder ein und wählen ihn noch einmal: Es beginnt von vorn, und nichts ist verloren.
write-insert = Stecken Sie „{ $role }“ ein: { $serial }
write-insert-any = Stecken Sie den Nitrokey ein, der „{ $role }“ sein soll.
write-half = Ein Nitrokey, halb zurückgesetzt
write-blank = Kein Schlüssel ist darauf.
write-full = Auf ihm sind Schlüssel, die gelöscht würden. Sie sehen sie als Nächstes.
write-these = Er sagt, dass eben diese Schlüssel schon auf ihm sind.
write-same = Er ist es schon: „{ $role }“.
write-other = Nicht dieser: Vorgesehen ist { $serial }.
write-wrong = Vorgesehen ist dafür ein anderer: { $serial }.
    .now = Stecken Sie { $serial } ein. Soll es ein anderer sein: zurück dorthin, wo Sie die Nitrokeys kennengelernt haben, und ihn dort einstecken.
write-not-taken = Nehmen Sie einen anderen Nitrokey: Ihre Schlüssel und die Karten bleiben, wie sie sind. Auf diesen wurde nichts geschrieben.
write-later = Nicht jetzt, später
write-later-note = Wenn er nicht da ist. Sie brauchen dann wieder { $needed } Karten und den Stick; oder behalten { $needed } Umschläge so lange.
write-none = Nichts ist ausgewählt: Auf dem, was eingesteckt ist, sind Schlüssel. Stecken Sie einen leeren ein, oder wählen Sie mit den Pfeiltasten.
write-ours = Er bleibt, wie er ist: Hier ist ein anderer gefragt.
write-erase = Diesen von Ihren löschen?
write-erase-text = Ihre Schlüssel sind darauf ({ $what }). Damit ein anderer beschrieben wird, muss auf ihm nichts gelöscht werden.
write-erase-role = Wird er trotzdem gelöscht, so wird er „{ $role }“, mit den PINs dafür; alles andere von OpenPGP auf ihm ist weg. Sinn hat das nur, wenn seine PINs gesperrt sind oder das Schreiben abgebrochen war.
write-erase-old = Ihre alten Unterschlüssel sind darauf. Was nur sie öffnen, öffnet nur noch er: Server, die nur die alte Anmeldung kennen, Festplatten ohne Platz für den neuen Unterschlüssel. Alte Mail kommt aus der Sicherung.
write-erase-old-role = Wird er gelöscht, so wird er „{ $role }“, mit den neuen Unterschlüsseln. Richtig ist das, wenn all das geändert ist.
write-erase-no = Nein, er bleibt, wie er ist
write-erase-no-note = Stecken Sie dann einen anderen ein.
write-erase-yes = Ja, löschen und neu beschreiben
write-erase-yes-note = Sie sehen noch einmal, was darauf ist, und bestätigen es mit dem Ende seiner Seriennummer.
write-all = Die Nitrokeys sind beschrieben
write-all-text = Jeder hat alle seine Schlüssel benutzt, und jedes Ergebnis passt zum öffentlichen Schlüssel.
write-admin = Seine Admin-PIN
write-admin-text = Dieser lässt sich nicht auf den Werkszustand zurücksetzen. Er lässt sich nur mit der Admin-PIN beschreiben, die er jetzt hat. Brach das Schreiben an einem anderen Tag ab, hat er vielleicht schon die neue aus der Sicherung: Dann drücken Sie F3.
write-admin-new = neue PIN
unsure = Ist ihre Admin-PIN bekannt?
unsure-pin = Ich kenne ihre Admin-PIN
unsure-pin-note = Mit ihr wird das Zurücksetzen versucht, und nichts wird gesperrt.
unsure-another = Eine andere Karte nehmen
unsure-another-note = Diese bleibt, wie sie ist.
unsure-block = PINs sperren und zurücksetzen
unsure-block-note = Lässt sie sich nicht zurücksetzen, kann sie niemand mehr benutzen.
unsure-admin-text = Tippen Sie die Admin-PIN, die sie jetzt hat. Brach das Schreiben an einem anderen Tag ab, hat sie vielleicht schon die neue aus der Sicherung: Dann drücken Sie F3.
write-user = Eine neue Benutzer-PIN
write-user-text = Die Sicherung enthält die Benutzer-PIN nicht. Wählen Sie eine neue für ihn.
confirm = Dieser hier?
confirm-role = Er wird „{ $role }“.
confirm-blank = Er kommt auf den Werkszustand und wird beschrieben. Kein Schlüssel geht verloren.
confirm-gone = Diese Schlüssel, und alles andere von OpenPGP darauf, sind dann für immer weg.
confirm-these = Er sagt, es sind die, die jetzt geschrieben werden: Dann geht kein Schlüssel verloren.
confirm-field = Wenn ja: die letzten vier Zeichen seiner Seriennummer
confirm-enter = überschreiben
writing = Er wird beschrieben
writing-text = Lassen Sie ihn eingesteckt.
proven = Beschrieben und erprobt
proven-text = „{ $role }“, { $serial }: unterschrieben, entschlüsselt, angemeldet. Alles passt zum öffentlichen Schlüssel.
proven-old-mail = „{ $role }“, { $serial }: hat entschlüsselt. Das Ergebnis passt zum öffentlichen Schlüssel. Sonst ist nichts darauf.
proven-label = Schreiben Sie das auf ein Etikett, und kleben Sie es jetzt auf ihn. Dann herausziehen.
label-primary = IM GEBRAUCH
label-spare = ERSATZ
label-old-mail = ALTE POST
