# Deutsch: Schlüssel einrichten

## Die Abschnitte

stage-check = Selbsttest
stage-plan = Plan
stage-meet = Kennenlernen
stage-random = Zufall
stage-make = Schlüssel erzeugen
stage-bring = Schlüssel bringen
stage-seal = Versiegeln, teilen
stage-cards = Anteilskarten
stage-bundle = Bündel auf Sticks
stage-rehearse = Probe
stage-flash = Beschreiben
stage-done = Fertig

## 1. Selbsttest

self-check = Taugt dieser Rechner dafür?
self-check-text = Ihre Schlüssel entstehen hier. Also sollte dieser Rechner mit nichts verbunden sein.
self-check-offline = Er ist nicht am Netz: Es gibt kein Netzgerät.
self-check-online = Dieser Rechner hat Netzgeräte: { $networks }. Für echte Schlüssel starten Sie Coldspare von seinem Stick. Hier taugt es nur zum Ausprobieren.
self-check-no-internet = Der Kernel kennt überhaupt kein Netz.
self-check-memory = Arbeitsspeicher: { $memory } MB frei, 64 MB nötig.
self-check-no-memory = Nur { $memory } MB Arbeitsspeicher sind frei, 64 MB sollten es sein. Vielleicht reicht es nicht. Nehmen Sie einen anderen Rechner.
self-check-swap = Arbeitsspeicher gerät vielleicht auf die Platte (Swap). Für echte Schlüssel starten Sie Coldspare von seinem Stick.
self-check-cards = Der Dienst für Nitrokeys antwortet.
self-check-keyboards = Tastaturen, die gehen: { $number }: { $names }. Eine davon kennen Sie nicht? Ziehen Sie sie heraus.
self-check-usb = An den USB-Anschlüssen bleiben aus: { $devices }.
self-check-help = Einen Rechner am Netz können andere auslesen. Coldspares eigener Stick startet ein System, das kein Netz und keine Platte kennt; so kommt nichts hinein und nichts hinaus. Auf einem gewöhnlichen Rechner geht Coldspare auch, zum Kennenlernen.
clock = Wie spät ist es?
clock-text = Die Schlüssel tragen das Datum ihrer Entstehung, unabänderlich. Berichtigen Sie es, wenn es falsch ist. Es ist die Zeit von Greenwich (UTC); eine Stunde mehr oder weniger schadet nicht.
clock-wrong = Die Uhr dieses Rechners geht sicher falsch. Tippen Sie das richtige Datum.
clock-text-old = Was auf dem Stick ist, wurde an einem bestimmten Tag unterschrieben. Glaubt dieser Rechner, dass der Tag erst kommt, kann er es nicht für gut halten. Es ist die Zeit von Greenwich (UTC).
clock-text-paper = Mit Papier allein zählt das Datum nur für die Schlüssel: ob sie abgelaufen sind. Mit einem falschen Datum wäre diese Auskunft falsch. Es ist die Zeit von Greenwich (UTC).
clock-code = Das war kein Datum, sondern ein Code, und er wurde nicht genommen.
    .now = Erst das Datum, dann Enter. Lesen Sie den Code noch einmal ein, wenn nach ihm gefragt wird.
clock-empty = Es wurde kein Datum getippt.
    .now = Tippen Sie das heutige Datum und die Zeit, wie 2026-11-24 17:05.
clock-doubt = Ist heute der { $typed }?
clock-doubt-text = Dieses Datum ist weit weg von dem, was dieser Rechner weiß. Sehen Sie auf einen Kalender.
clock-doubt-now = Die Uhr dieses Rechners: { $now }
clock-doubt-released = Diese Version von Coldspare: { $released }
clock-doubt-no = Nein, ich berichtige es
clock-doubt-no-note = Zurück zum Datum.
clock-doubt-yes = Ja, das ist das heutige Datum
clock-doubt-yes-note = Es gilt für alles, was von hier an gemacht und geprüft wird.
clock-field = Jahr-Monat-Tag Stunde:Minute
clock-help = Ein Rechner, der lange ohne Strom war, hat die Zeit vergessen. Mit einem falschen Datum gelten Ihre Schlüssel auf anderen Rechnern vielleicht noch nicht oder laufen zu früh ab; und eine Sicherung, die aus der Zukunft zu kommen scheint, sieht aus, als taugte sie nichts.

## Was verloren ginge

setup-loss-plan = Was Sie bisher getippt haben, wird vergessen. Noch wurde nichts erzeugt.
setup-loss-keys = Die eben erzeugten Schlüssel werden vergessen. Sie waren nirgends sonst, also ist nur die Mühe verloren.
setup-loss-cards = Die Schlüssel werden vergessen, bevor sie auf einem Nitrokey sind. Gedruckte Anteilskarten sind dann wertlos: Vernichten Sie sie, und das Bündel auf dem Stick.
setup-loss-written = Mindestens ein Nitrokey ist fertig. Er bleibt gültig, mit dem Stick und den Anteilskarten. Die anderen lassen sich später beschreiben, mit Anteilskarten und dem Stick: Wählen Sie „Noch einen Nitrokey beschreiben“.

## 2. Der Plan

source = Wie wollen Sie planen?
source-text = Der Plan ist alles, was Sie entscheiden. Er enthält kein Geheimnis.
source-help = Alles hat schon einen vernünftigen Wert. Die erste Antwort fragt nur, was keinen hat, und geht von selbst weiter, wo nichts zu entscheiden ist: neue Schlüssel, ohne Würfel; ein Sicherungsblatt zu jeder Karte; zwei Sticks. Alles andere steht auf dem Bildschirm mit dem ganzen Plan. Die zweite geht durch alles und nimmt auch Schlüssel, die Sie haben: Meist drücken Sie nur Enter. Oder Sie schreiben die Datei plan.toml zu Hause, in Ruhe, und bringen sie auf einem Stick. Wer viele Schlüssel verwaltet, wird das mögen.
source-short = Nur fragen, was keine Vorgabe hat
source-short-note = Neue Schlüssel: Ihr Name, Ihre Vertrauenspersonen. Dann zeigt sich der ganze Plan; jede Zeile lässt sich ändern.
source-typed = Hier alle Fragen beantworten
source-typed-note = Zehn Minuten. Alles lässt sich ändern, bis die Schlüssel erzeugt sind.
source-file = plan.toml von einem Stick lesen
source-file-note = Jede Zeile lässt sich hier noch ändern.
plan-file = Welcher Plan?
plan-file-text = Der Stick mit Ihrem Plan. Er wird nur gelesen.
plan-file-help = Ein Plan ist eine kleine Textdatei, deren Name auf .toml endet. FORMAT.md, das zu Coldspare gehört, beschreibt sie mit einem Beispiel.
plan-file-none = Auf { $stick } ist keine Datei, die auf .toml endet.
    .now = Wählen Sie einen anderen Stick, oder zurück zu den Fragen hier.
keys = Neue Schlüssel, oder Ihre?
keys-text = Neue Schlüssel entstehen hier und waren nie anderswo. Das ist am sichersten.
keys-help = Schlüssel, die auf einem Rechner waren, hat vielleicht jemand kopiert, und niemand wüsste es. Bei neuen kann das nicht sein. Kennen andere aber Ihren Schlüssel und wollen Sie ihn behalten, so bringen Sie ihn: Er bekommt dieselbe Sicherung, Anteilskarten und zwei Nitrokeys.
keys-new = Neue Schlüssel
keys-new-note = Einer zum Beglaubigen, er bleibt in der Sicherung; drei für die Nitrokeys: unterschreiben, entschlüsseln, anmelden.
keys-import = Schlüssel bringen, die ich habe
keys-import-note = Exportiert mit gpg --armor --export-secret-keys, als Datei auf einem Stick.
keys-card = Auf einem Nitrokey erzeugte Schlüssel
keys-card-note = Von dort kommen sie nicht weg. Enter: was sich tun lässt.
on-a-nitrokey = Auf einem Nitrokey erzeugte Schlüssel
on-a-nitrokey-text = Sie können ihn nicht verlassen, also gibt es keine Sicherung. Was sich tun lässt:
on-a-nitrokey-new = 1. Hier neue Schlüssel erzeugen. Der alte Nitrokey liest weiter alte Mails: Behalten Sie ihn. Haben alle Ihren neuen Schlüssel, so widerrufen Sie den alten.
on-a-nitrokey-saved = 2. Vielleicht hat GnuPG beim Erzeugen den zum Entschlüsseln gesichert, als Datei sk_….gpg. Bringen Sie diese und, auf demselben Stick, Ihren öffentlichen Schlüssel: Die neue Identität liest dann auch alte Mails.
on-a-nitrokey-primary = 3. Haben Sie den Hauptschlüssel als Datei, so bringen Sie ihn: Er bekommt neue Unterschlüssel.
on-a-nitrokey-guide = GUIDE.txt auf dem Stick, Abschnitt 16, sagt, wie Sie umziehen.
on-a-nitrokey-help = Ob ein Schlüssel auf dem Nitrokey erzeugt wurde, zeigt GnuPG: „gpg --list-secret-keys“ schreibt „sec>“ oder „ssb>“ vor das, was auf einem Nitrokey ist. Wurde er am Rechner erzeugt und auf einen Nitrokey verschoben, so haben Sie vielleicht noch eine Sicherung: Bringen Sie diese Datei.
key-file = Welcher Schlüssel?
key-file-text = Der exportierte Schlüssel. Der Stick wird nur gelesen; wurde alles übernommen, zerstören Sie ihn.
key-file-help = Am Rechner, auf dem Ihr Schlüssel ist: gpg --armor --export-secret-keys ADRESSE > key.asc. Auch Sicherungen von OpenKeychain (.sec.pgp) und die Datei sk_….gpg von Schlüsseln, die auf einem Nitrokey erzeugt wurden, werden gelesen. Die Datei wird sofort geöffnet: Was darin ist, sehen Sie, bevor etwas erzeugt wird.
key-file-none = Auf { $stick } ist keine Datei, die auf .asc, .gpg, .pgp, .key, .skr, .sec, .txt oder .eml endet.
    .now = Wählen Sie einen anderen Stick, oder zurück zu neuen Schlüsseln.
key-file-clock = Datum stellen
key-file-clock-now = Drücken Sie F6 und stellen Sie das Datum. Dann wird die Datei noch einmal geöffnet.
key-file-stubs = was sich tun lässt
key-which = Welcher von diesen?
key-which-text = In { $file } ist mehr als ein Schlüssel.
key-which-note = Vom { $made }. Fingerabdruck: { $key }
key-which-public = Vom { $made }; sein Geheimnis ist nicht in dieser Datei. Fingerabdruck: { $key }
key-which-nameless = (ein Schlüssel ohne Namen)
key-whose = Zu welchem gehört er?
key-whose-text = { $n ->
    [one] Von diesem Schlüssel heißt es, dass der zum Entschlüsseln zu ihm gehört; nachrechnen lässt es sich hier nicht. Ist es Ihrer?
   *[other] Jeder dieser Schlüssel sagt, dass der zum Entschlüsseln zu ihm gehört. Das kann jeder sagen: Wählen Sie den Ihren.
 }
key-whose-help = Wer Ihren öffentlichen Schlüssel hat, kann unterschreiben, dass der zum Entschlüsseln ihm gehört, und eine Datei damit kann unter Ihre geraten sein. Vergleichen Sie den Fingerabdruck mit dem, den Sie notiert haben oder den GnuPG daheim zeigt: gpg --fingerprint. Ist keiner davon Ihrer, drücken Sie Esc.
key-passphrase = Was öffnet ihn?
key-passphrase-text = Das Passwort des Schlüssels …{ $key } in { $file }.
key-passphrase-more = { $opened ->
    [one] Ein Schlüssel ist offen.
   *[other] { $opened } Schlüssel sind offen.
 } { $locked ->
    [one] Der Schlüssel …{ $key } hat ein anderes Passwort: Tippen Sie dieses.
   *[other] Der Schlüssel …{ $key } und weitere haben ein anderes Passwort: Tippen Sie dieses.
 }
backup-code = Der Sicherungscode
backup-code-text = { $file } ist eine Sicherung aus einem anderen Programm, aus OpenKeychain etwa. Tippen Sie deren Code, wie er angezeigt wurde, mit den Bindestrichen; oder das Passwort, unter dem Sie die Datei abgelegt haben.
key-alone = Der öffentliche Schlüssel fehlt
key-alone-text = { $file } ist ein Schlüssel zum Entschlüsseln allein ({ $key }), wie GnuPG ihn sichert, wenn Schlüssel auf einem Nitrokey erzeugt werden. Dazu gehört ein öffentlicher Schlüssel, und keine Datei auf diesem Stick enthält ihn.
key-alone-now = Schreiben Sie ihn daheim auf diesen Stick: gpg --armor --export ADRESSE > public.asc. Dann stecken Sie den Stick wieder ein und drücken Enter.
clock-again = Welcher Tag ist heute?
alone = Ein Schlüssel zum Entschlüsseln allein
alone-text = Das sichert GnuPG, wenn es Schlüssel auf einem Nitrokey erzeugt: den zum Entschlüsseln, …{ $key }. Die Schlüssel zum Unterschreiben und zum Anmelden wurden nie gesichert und sind nicht wieder zu haben.
alone-new = Darum wird eine neue Identität erzeugt. Sie behält diesen Schlüssel, damit alte Mails lesbar bleiben. Andere brauchen Ihren neuen öffentlichen Schlüssel: GUIDE.txt, Abschnitt 16, sagt, wie sie ihn bekommen.
alone-old = Auch der alte Nitrokey liest weiter alte Mails. Haben alle den neuen Schlüssel, so widerrufen Sie den alten.
alone-help = Die Identität, zu der dieser Schlüssel gehörte, ist nur auf dem alten Nitrokey; hier lässt sich nichts für sie unterschreiben. Behalten Sie ihn, bis Sie sie mit ihm widerrufen haben, oder mit einem Widerruf, den Sie schon haben.
places = Was wohin kommt
places-text = Was in { $file } ist und was daraus wird. Eine Zeile zeigt mehr oder einen anderen Schlüssel.
places-help = Ein Nitrokey hat drei Plätze, jeder für einen Schlüssel. Ihre eigenen kommen dorthin, wo sie passen. Haben Sie für einen Platz keinen, oder keinen, den ein Nitrokey nimmt, so wird neben Ihren ein neuer erzeugt: Andere bekommen ihn mit Ihrem öffentlichen Schlüssel. Nichts wird weggeworfen: Alles aus Ihrer Datei kommt in die versiegelte Sicherung, außer eine Zeile hier sagt, dass es nicht übernommen wird. Esc führt zurück zur Datei.
places-unchecked = Vielleicht ist er widerrufen: am { $day } ({ $reason }), im Namen von { $by }, dem er das erlaubt. Ohne dessen öffentlichen Schlüssel lässt es sich nicht prüfen, und jeder kann es geschrieben haben. Wissen Sie nichts davon, fragen Sie nach; steht jener in derselben Datei, wird es geprüft.
places-agree = so ist es richtig
places-agree-note = Noch wurde nichts erzeugt oder geändert.
places-signature = Unterschreiben: { $key }
places-decryption = Entschlüsseln: { $key }
places-authentication = Anmelden: { $key }
places-yours = Ihrer, { $key }
places-new = neu, { $kind }
places-about = Vom { $made }, gültig bis { $until }.
places-about-never = Vom { $made }, gültig ohne Ende.
places-about-expired = Vom { $made }, seit { $until } abgelaufen.
places-why-newest = Ihr neuester Schlüssel dafür.
places-why-only = Ihr einziger Schlüssel dafür.
places-why-chosen = Sie haben ihn gewählt; Sie haben noch andere dafür.
places-why-primary = Ihr Hauptschlüssel selbst kommt auf den Nitrokey.
places-why-primary-only = Das kann nur Ihr Hauptschlüssel: Er kommt selbst auf den Nitrokey.
places-why-certifies = Ihr Hauptschlüssel selbst kommt auf den Nitrokey. Er beglaubigt Schlüssel; Mails unterschreibt er nicht.
places-why-old-mail = Der Schlüssel für Ihre alten Mails. Auch neue werden für ihn verschlüsselt.
places-why-old-kept = Ihr alter Schlüssel bleibt nur in der Sicherung, für alte Mails; neue kommen für diesen. Enter: stattdessen den alten hierher.
places-why-offline = Ihr Hauptschlüssel bleibt nur in der Sicherung, dort ist er am sichersten; für ihn unterschreibt dieser neue. Enter: stattdessen den Hauptschlüssel auf den Nitrokey.
places-why-offline-logins = Ihr Hauptschlüssel bleibt nur in der Sicherung, dort ist er am sichersten; mit diesem neuen melden Sie sich an. Enter: stattdessen den Hauptschlüssel auf den Nitrokey.
places-why-elsewhere = Ihr Hauptschlüssel ist auf einem anderen Platz, und jeder hat nur einen. Darum wird neben ihm ein neuer erzeugt.
places-why-elsewhere-own = Ihr Schlüssel dafür ist auf einem anderen Platz, und jeder hat nur einen. Darum wird neben ihm ein neuer erzeugt.
places-why-passed-over = Andere verschlüsseln für einen Ihrer Schlüssel, der nicht auf diese Nitrokeys kann; ein anderer von Ihnen könnte davon nichts lesen. Darum wird ein neuer erzeugt; für ihn kommt neue Post.
places-why-next = Ihr neuester Schlüssel dafür ist auf einem anderen Platz. Das ist der nächste.
places-why-new-chosen = Sie haben einen neuen gewählt.
places-why-none = Dafür haben Sie keinen. Er wird neben Ihren erzeugt.
places-why-not-saved = Ihrer wurde nie gesichert. Ein neuer wird erzeugt.
places-why-revoked = Ihren haben Sie widerrufen. Daneben wird ein neuer erzeugt.
places-why-no-secret = Die Datei hat von Ihrem kein Geheimnis. Daneben wird ein neuer erzeugt.
places-why-kind = Ihrer ist von einer Art, die kein Nitrokey nimmt. Daneben wird ein neuer erzeugt.
places-mended = Er wird neu unterschrieben: siehe diese Zeile.
places-choose-signature = Welcher Schlüssel unterschreibt?
places-choose-decryption = Welcher Schlüssel entschlüsselt?
places-choose-authentication = Welcher Schlüssel meldet an?
places-choose-new = Ein neuer. Von Ihren kommt keiner auf diesen Platz.
places-choose-none = Keiner Ihrer Schlüssel kann dorthin.
places-kept = { $n ->
    [one] Nicht auf diesen Nitrokeys: ein Schlüssel
   *[other] Nicht auf diesen Nitrokeys: { $n } Schlüssel
 }
places-kept-note = Welche es sind, warum, und was das bedeutet.
places-kept-primary = Ihr Hauptschlüssel. Er beglaubigt die anderen; er ist nur in der Sicherung und auf keinem Nitrokey: am sichersten.
places-kept-older = Nur in der Sicherung: Ein anderer wird statt seiner benutzt.
places-kept-revoked = Nur in der Sicherung: am { $day } von Ihnen widerrufen ({ $reason }).
places-kept-no-secret = Die Datei hat sein Geheimnis nicht. Es ist dort, wo er erzeugt wurde, vielleicht auf Ihrem alten Nitrokey, und nicht in dieser Sicherung.
places-kept-kind = Nur in der Sicherung: Kein Nitrokey nimmt diese Art von Schlüssel.
places-kept-rsa = Nur in der Sicherung: Kein Nitrokey nimmt RSA-Schlüssel dieser Größe oder mit solchen Zahlen.
places-kept-form = Nur in der Sicherung: Diese neue Form liest bisher weder ein Nitrokey noch GnuPG.
places-kept-unbound = Nur in der Sicherung: Ihr Hauptschlüssel hat nicht unterschrieben, dass er zu ihm gehört.
places-kept-useless = Nur in der Sicherung: Er dient zu nichts, was ein Nitrokey tut.
places-kept-unproven = Ob sein Geheimnis stimmt, lässt sich hier nicht nachrechnen.
places-kept-mail = Mails für ihn lassen sich mit der Sicherung lesen, nicht mit dem Nitrokey.
places-kept-mail-elsewhere = Mails für ihn lassen sich nur dort lesen, wo sein Geheimnis ist: Behalten Sie das.
places-mail-kept = Was für einen anderen Ihrer Schlüssel verschlüsselt ist, lässt sich mit der Sicherung lesen, nicht mit dem Nitrokey.
places-mail-elsewhere = Von einem Schlüssel, mit dem Sie Mails lesen, hat die Datei kein Geheimnis. Behalten Sie, was es hat, etwa den alten Nitrokey: Weder Sicherung noch neue Nitrokeys lesen diese Mails.
places-signs-not = Keiner dieser Schlüssel unterschreibt: Diese Identität beglaubigt andere Schlüssel, Mails unterschreibt sie nicht.
places-names = { $n ->
    [one] Ein Name
   *[other] { $n } Namen
 }
places-names-note = Wem der Schlüssel gehört. Daran ändert sich nichts.
places-name-valid = Er bleibt im Schlüssel, wie er ist.
places-name-revoked = Er gilt nicht mehr: von Ihnen widerrufen oder abgelaufen. So bleibt er im Schlüssel und steht auf keinem Papier.
places-name-local = Er ist nur für Sie selbst (lokal): Er kommt in die versiegelte Sicherung und nicht in public-key.asc. Andere sehen ihn nicht, und er steht auf keinem Papier.
places-name-empty = Darin steht nichts, was man lesen könnte. Er bleibt im Schlüssel, wie er ist, und steht auf keinem Papier.
places-name-new = Die neue Identität hat ihn auch.
places-name-not-new = Er gilt nicht mehr. Die neue Identität hat ihn nicht.
places-names-left-out = Wem der Schlüssel gehört, und was davon nicht in die versiegelte Sicherung kommt.
places-names-local = Wem der Schlüssel gehört, und was davon nur in der versiegelten Sicherung ist.
left-out-photos = { $n ->
    [one] Ein Foto
   *[other] { $n } Fotos
}
left-out-certifications = { $n ->
    [one] Eine Unterschrift von jemand anderem
   *[other] { $n } Unterschriften anderer
}
left-out = Das bleibt in public-key.asc auf dem Stick und kommt nicht in die versiegelte Sicherung: Es ist kein Geheimnis und bräuchte viel Papier. Nach einer Wiederherstellung mit dem Stick ist es wieder da.
left-out-local = { $n ->
    [one] Eine lokale Unterschrift
   *[other] { $n } lokale Unterschriften
 }
left-out-local-note = Sie ist nur für Sie selbst (lokal): Sie kommt in die versiegelte Sicherung und nicht in public-key.asc; also bekommt sie sonst niemand.
places-mends = { $n ->
    [one] Neu unterschrieben: ein Schlüssel
   *[other] Neu unterschrieben: { $n } Schlüssel
 }
places-mends-note = Mit ihren alten Unterschriften stimmt etwas nicht. Je eine neue behebt das; die Schlüssel bleiben dieselben.
places-remains = { $n ->
    [one] Nicht übernommen: eines
   *[other] Nicht übernommen: { $n }
 }
places-remains-note = Es ist in der Datei und kommt in keine Sicherung. Wollen Sie es behalten, so behalten Sie die Datei, weggeschlossen.
remains-keys = { $n ->
    [one] Ein anderer Schlüssel mit Geheimnis
   *[other] { $n } andere Schlüssel mit Geheimnis
 }
remains-keys-note = Mitgebracht wird ein Schlüssel auf einmal. Behalten Sie die Datei, oder bringen Sie jenen später für sich mit.
remains-without-primary = { $n ->
    [one] Geheime Unterschlüssel eines anderen
   *[other] Geheime Unterschlüssel von { $n } anderen
 }
remains-without-primary-note = Der Hauptschlüssel dazu ist nicht in dieser Datei, aber vielleicht in einer anderen von Ihnen oder auf einem Nitrokey. Ohne ihn lässt er sich nicht bringen: Behalten Sie die Datei.
remains-public-keys = { $n ->
    [one] Ein anderer öffentlicher Schlüssel
   *[other] { $n } andere öffentliche Schlüssel
 }
remains-public-keys-note = Er gehört nicht zu diesem Schlüssel. Haben Sie ihn sonst nirgends, so behalten Sie die Datei.
remains-copies = { $n ->
    [one] Noch eine Kopie eines geheimen Schlüssels, die abweicht
   *[other] { $n } weitere Kopien geheimer Schlüssel, die abweichen
 }
remains-copies-note = Sie ist nicht dieselbe wie die, die mitgebracht wird. Jene passt zu ihrem öffentlichen Schlüssel, soweit sich das hier berechnen lässt.
remains-messages = { $n ->
    [one] Eine Nachricht
   *[other] { $n } Nachrichten
 }
remains-messages-note = Sie ist verschlüsselt oder unterschrieben. Ist die Sicherung eines Schlüssels darin, so speichern Sie sie als eigene Datei und bringen diese später für sich mit.
remains-signatures = { $n ->
    [one] Eine Unterschrift, ohne die der Schlüssel auskommt
   *[other] { $n } Unterschriften, ohne die der Schlüssel auskommt
 }
remains-signatures-note = Sie hat eine Version, die hier nicht bekannt ist, gehört zu etwas anderem als diesem Schlüssel oder ist ein Widerruf, den ein Doppelpunkt aufschiebt.
remains-names = { $n ->
    [one] Ein zu langer Name
   *[other] { $n } zu lange Namen
 }
remains-names-note = Er hat mehr als 2048 Bytes. Von einem Schlüssel mit so einem Namen könnte GnuPG gar nichts lesen, also bleibt Ihrer ohne ihn.
remains-others = { $n ->
    [one] Etwas anderes
   *[other] { $n } andere Dinge
 }
remains-others-note = Daten einer Art, die zu keinem OpenPGP-Schlüssel gehört.
places-fault-hash = Er ist mit einem Hash unterschrieben, der nicht mehr sicher ist (etwa SHA-1) oder den GnuPG nicht kennt. Die neue Unterschrift nimmt SHA-512.
places-fault-no-flags = Nichts sagt, wofür er ist. Die neue Unterschrift sagt es.
places-fault-no-back-signature = Er sagt selbst nicht, dass er zu Ihrem Hauptschlüssel gehört, also glaubt man seinen Unterschriften nicht. Von nun an sagt er es.
places-fault-expired = Er bekommt ein neues Datum: gültig bis { $until }, wenn Sie unterwegs kein anderes wählen.
places-fault-expired-never = Er bekommt ein neues Datum: gültig ohne Ende, wenn Sie unterwegs nichts anderes wählen.
places-fault-day-on-key = Sein letzter Tag ist auf dem Schlüssel selbst unterschrieben, wo GnuPG ihm keinen anderen geben kann. Die neuen Unterschriften setzen denselben Tag dorthin, wo GnuPG es kann.
places-fault-on-photo = Bis wann er gilt oder wofür er ist, ist auf einem Foto unterschrieben, und Fotos kommen in keine versiegelte Sicherung. Die neuen Unterschriften sagen dasselbe von den Namen.
places-fault-local = Er ist nur für Sie selbst gebunden (lokal), also bekommen ihn andere nicht mit Ihrem öffentlichen Schlüssel. Die neue Unterschrift gibt ihn allen.
places-again-text = { $nitrokey } nimmt kein { $planned }. Was neu erzeugt wird, ist stattdessen { $now }; das geht ebenso gut. Ihre eigenen Schlüssel bleiben, wie sie sind.
places-again-back = Wollen Sie das nicht, so gehen Sie zurück und nehmen einen anderen Nitrokey.
places-again-help = Nicht jeder Nitrokey nimmt jede Art von Schlüssel. Was neu erzeugt wird, muss von einer Art sein, die alle Ihre nehmen, damit der Ersatz dasselbe kann.
key-passphrase-help = GnuPG schützt einen exportierten Schlüssel mit dem Passwort, das Sie sonst für ihn tippen. Es wird nur hier benutzt, nicht behalten.
backup-code-help = OpenKeychain hat diesen Code gezeigt, als es die Sicherung schrieb: neun Gruppen zu vier Ziffern. Er wird nur hier benutzt, nicht behalten.
key-alone-help = Erzeugt GnuPG Schlüssel auf einer Karte, so bietet es an, den zum Entschlüsseln zu sichern, sonst nichts: als Datei sk_….gpg in seinem Ordner. Sie sagt weder, wem er gehört, noch wozu; das sagt der öffentliche Schlüssel.
owner = Wem gehören sie?
owner-text = Daran finden andere Ihren Schlüssel. Es steht auch auf den Anteilskarten. Später lässt es sich ändern: „An meinen Schlüsseln ändert sich etwas“.
owner-nameless = Ihr Schlüssel hat keinen Namen. Tippen Sie den, unter dem andere ihn finden: Ihr Schlüssel unterschreibt ihn. Er steht auch auf den Anteilskarten.
owner-too-long = Der Name Ihres Schlüssels hat mehr als 2048 Bytes, und GnuPG könnte von einem Schlüssel mit ihm nichts lesen. Er wird weggelassen: Behalten Sie dafür Ihre Datei. Tippen Sie einen, unter dem andere Ihren Schlüssel finden; Ihr Schlüssel unterschreibt ihn. Oder gehen Sie zurück, und kürzen Sie ihn daheim.
owner-local = Der Name Ihres Schlüssels ist nur für Sie selbst (lokal): Andere bekämen einen Schlüssel ohne Namen. Tippen Sie den, unter dem sie ihn finden; Ihr Schlüssel unterschreibt ihn. Der lokale bleibt, wie er ist.
owner-not-on-paper = Die Buchstaben von „{ $name }“ lassen sich nicht drucken. Tippen Sie einen Namen für die Anteilskarten; Ihr Schlüssel behält seinen.
owner-name = Ihr Name
owner-address = Ihre E-Mail-Adresse
owner-empty = Es steht weder ein Name noch eine Adresse da.
    .now = Tippen Sie wenigstens eines von beiden.
owner-help = Name und Adresse werden zur User-ID Ihres Schlüssels: Ada Lovelace <ada@example.org>. Alle, die Ihren öffentlichen Schlüssel haben, sehen sie. Die Adresse darf fehlen.
algorithm = Was für Schlüssel?
algorithm-text = Nehmen Sie die ersten, wenn nichts dagegen spricht. Eine spätere Änderung braucht neue Schlüssel.
algorithm-beside = Für das, was neben Ihren neu erzeugt wird ({ $slots }). Nehmen Sie die Auswahl, wenn nichts dagegen spricht.
algorithm-help = Jeder Nitrokey 3 und jeder Nitrokey Start nimmt Curve 25519. Ein Nitrokey Pro 2 oder Storage 2 nicht: Wählen Sie dafür NIST P-256 oder RSA. Der erste Nitrokey Pro nimmt nur RSA. Sie alle sind heute sicher.
algorithm-curve25519 = Schnell und modern. Nitrokey 3 und Start.
algorithm-rsa2048 = Alt; jeder Nitrokey nimmt es. Das kürzeste, das noch sicher ist.
algorithm-rsa3072 = Alt; fast jeder Nitrokey nimmt es.
algorithm-rsa4096 = Alt und groß: Die versiegelte Sicherung braucht mehrere Blätter, jeder Gebrauch eine Sekunde oder mehr.
algorithm-nistp256 = Schnell. Nitrokey 3, Pro 2 und Storage 2.
algorithm-nistp384 = Wie P-256, und größer. Ein Nitrokey 3 nimmt es nur mit seinem Sicherheitselement.
algorithm-nistp521 = Wie P-384, und noch größer.
algorithm-brainpoolp256 = Die deutsche Wahl. Pro 2, Storage 2; Nitrokey 3 nur mit seinem Sicherheitselement.
algorithm-brainpoolp384 = Wie P-256 von Brainpool, und größer.
algorithm-brainpoolp512 = Wie P-384 von Brainpool, und noch größer.
expiry = Wie lange gelten sie?
expiry-text = Ein Ende schützt Sie: Ist alles verloren, gilt der Schlüssel irgendwann von selbst nicht mehr. Ein neues Datum geht jederzeit.
expiry-beside = Für das, was neben Ihren neu erzeugt wird ({ $slots }). Ein Ende schützt Sie, und ein neues Datum geht jederzeit. Ihre behalten ihres.
expiry-renewed = Schlüssel von Ihnen sind abgelaufen: Das ist ihr neues Datum, von heute an. Ein anderes geht jederzeit.
expiry-both = Für Ihre abgelaufenen Schlüssel und für das, was daneben neu erzeugt wird ({ $slots }), von heute an. Ändern geht jederzeit.
expiry-help = Nach diesem Tag verschlüsseln andere nicht mehr für Sie, und neue Unterschriften zählen nicht. Was vorher verschlüsselt wurde, bleibt lesbar. Setzen Sie einige Wochen vorher ein neues Datum: „An meinen Schlüsseln ändert sich etwas“. Dafür brauchen Sie den Stick und Anteilskarten, also wählen Sie es nicht zu kurz.
expiry-years = { $n ->
    [one] 1 Jahr
   *[other] { $n } Jahre
 }
expiry-years-note = Das lässt sich später verlängern, immer wieder.
expiry-never = unbegrenzt
expiry-never-note = Dann enden sie nur durch Widerruf. Ein fertiger ist in der Sicherung.
cards = Wie viele Anteilskarten?
cards-text = Jede geht an einen Menschen, dem Sie vertrauen. Keiner allein kann etwas damit tun.
cards-help = Eine Anteilskarte ist eine Seite zum Aufbewahren; auf Blätter gedruckt gehören zwei weitere dazu, die sagen, wie es ohne Coldspare geht. Geben Sie die Karten Menschen, die nicht zusammen wohnen und einander nicht alle kennen: Familie, Kollegin, Notar. Eine dürfen Sie selbst behalten. Soll es später anders sein, werden alle Karten neu gemacht.
cards-n = { $n } Karten
cards-note = Als Nächstes sagen Sie, wie viele davon nötig sind.
needed = Wie viele bringen alles zurück?
needed-text = So viele Karten zusammen sind nötig, um die Sicherung zu öffnen. Weniger verraten gar nichts.
needed-help = Sind mehr nötig, so können weniger Leute hinter Ihrem Rücken handeln; sind weniger nötig, so dürfen mehr Karten verloren gehen. Die meisten wählen zwei von drei oder drei von fünf. Soll es später anders sein, werden alle Karten neu gemacht.
needed-k = { $k } Karten
needed-two = Je 2 von { $n }; der Verlust von { $lost } schadet nicht. Zwei dieser Leute können ohne Sie handeln.
needed-some = Je { $k } von { $n }; der Verlust von { $lost } schadet nicht.
needed-all = Alle { $n } sind nötig. Geht eine Karte verloren, lässt sich die Sicherung nicht mehr öffnen!
trustees = Wer bekommt sie?
trustees-text = Der Name steht auf der Karte. Ein Spitzname genügt, wenn er für Sie beide klar ist.
trustees-field = Karte { $number }
trustees-empty = Karte { $number } hat noch keinen Namen.
    .now = Tippen Sie, wer sie bekommt. Ein Spitzname genügt.
trustees-help = Die Namen stehen auf den Karten, dem Eigentümerblatt und in der versiegelten Sicherung; nicht auf dem Stick. Wer ihn findet, erfährt nicht, wen er fragen könnte.
notes = Wo werden die Karten sein?
notes-text = Für Ihr Eigentümerblatt: wo jede Karte liegt und wie man den Menschen erreicht. Darf leer bleiben.
notes-field = Karte { $number }, { $name }
notes-help = In zehn Jahren haben Sie vielleicht vergessen, wer eine Karte hatte. Dies kommt auf das Eigentümerblatt für Ihre Papiere und in die versiegelte Sicherung.
nitrokeys = Wie viele Nitrokeys?
nitrokeys-text = Alle enthalten dieselben Schlüssel. Zwei sind richtig: einer im Gebrauch, einer als Ersatz, anderswo.
nitrokeys-help = Der Ersatz macht den Verlust eines Nitrokeys harmlos: Sie nehmen ihn aus der Schublade und machen weiter.
    
    Haben Sie heute nur einen, so sagen Sie trotzdem zwei: Der Ersatz darf später kommen. Dann muss aber die Sicherung noch einmal geöffnet werden, mit dem Stick und Anteilskarten. Haben Sie also besser beide hier, oder behalten Sie so viele Umschläge wie nötig, bis der Ersatz beschrieben ist.
nitrokeys-n = { $n ->
    [one] 1 Nitrokey
   *[other] { $n } Nitrokeys
 }
nitrokeys-one = Dann gibt es keinen Ersatz. Geht er verloren, brauchen Sie erst den Stick und Anteilskarten.
nitrokeys-note = Einer im Gebrauch, die anderen als Ersatz.
pins = Wer denkt sich die PINs aus?
pins-text = Ein Nitrokey verlangt bei jedem Gebrauch seine Benutzer-PIN. Sie lässt sich jederzeit ändern.
pins-help = Es gibt drei: die Benutzer-PIN für jeden Tag, die Admin-PIN für Einstellungen und den Rückstellcode für eine vergessene Benutzer-PIN. Merken müssen Sie sich nur die erste. Die anderen beiden sind in der versiegelten Sicherung.
pins-generated = PINs aus zufälligen Ziffern, hier gemacht
pins-generated-note = Sie sehen sie einmal und können sie drucken. Alle Nitrokeys bekommen dieselbe Benutzer-PIN.
pins-typed = PINs, die ich mir ausdenke
pins-typed-note = Sie tippen drei für jeden Nitrokey, jede zweimal.
touch = Muss man ihn berühren?
touch-text = Ein Nitrokey 3 kann jedes Mal auf Ihren Finger warten. Dann benutzt ihn niemand aus der Ferne, auch nicht mit PIN.
touch-help = Wer Ihren Rechner beherrscht, kann den Nitrokey benutzen, solange er eingesteckt ist. Mit Berühren braucht jeder Gebrauch Sie. Lästig ist es, wo viele Nachrichten nacheinander entschlüsselt werden. Nitrokey Pro, Storage und Start haben keine solche Taste.
touch-off = ohne Berühren
touch-off-note = Lässt sich später einschalten, mit der Admin-PIN.
touch-on = mit Berühren bei jedem Gebrauch
touch-on-note = Lässt sich später ausschalten, mit der Admin-PIN.
touch-permanent = mit Berühren für immer
touch-permanent-note = Nur das Zurücksetzen beendet es und löscht dabei die Schlüssel.
more = Noch etwas Besonderes?
more-text = Vier Fragen, die kaum jemand braucht.
more-help = Ob auch die Benutzer-PIN in der Sicherung ist; wo der Hauptschlüssel ist; die Sprache des Papiers; eine Adresse im Internet für Ihren öffentlichen Schlüssel.
more-no = Nein, es ist gut so
more-no-note = Empfohlen.
more-yes = Ja, fragen Sie mich
more-yes-note = Benutzer-PIN in der Sicherung, Hauptschlüssel, Sprache des Papiers, Adresse im Internet.
pin-backup = Auch die Benutzer-PIN?
pin-backup-text = Soll die versiegelte Sicherung sie enthalten? Wer die Sicherung öffnet, wählt ohnehin eine neue.
pin-backup-help = Es hilft Ihren Erben, den Ersatz aus Ihrer Schublade zu benutzen. Andererseits kennten dann genügend Vertrauenspersonen zusammen die PIN, die Sie jeden Tag benutzen.
pin-backup-no = Nein
pin-backup-no-note = Empfohlen.
pin-backup-yes = Ja, für meine Erben
pin-backup-yes-note = Dann kann den Ersatz benutzen, wer die Sicherung öffnet.
primary = Wo ist der Hauptschlüssel?
primary-text = Er beglaubigt alle anderen. Wer ihn hat, kann in Ihrem Namen neue machen.
primary-help = Nur in der Sicherung ist er am sichersten: Wer den Nitrokey stiehlt, kann Ihren Schlüssel nicht ändern. Im Platz für Unterschriften können Sie mit ihm fremde Schlüssel beglaubigen und Ihren ohne Anteilskarten verlängern.
primary-offline = Nur in der versiegelten Sicherung
primary-offline-note = Empfohlen.
primary-slot = Im Platz für Unterschriften jedes Nitrokeys
primary-slot-note = Für alle, die oft fremde Schlüssel beglaubigen.
paper-language = Welche Sprache hat das Papier?
paper-language-text = Die Vertrauenspersonen lesen es, vielleicht in zehn Jahren.
paper-language-help = In ihr sind die Karten, die anderen Blätter und GUIDE.txt geschrieben. Die 24 Wörter bleiben englisch: Sie sind auf der ganzen Welt dieselben.
url = Wo ist Ihr öffentlicher Schlüssel?
url-text = Ist er im Internet, so kann GnuPG ihn von dort holen, mit dem Nitrokey allein. Darf leer bleiben.
url-field = Adresse
url-help = Sie wird auf die Nitrokeys geschrieben, etwa https://example.org/ada.asc. Legen Sie danach die Datei public-key.asc vom Stick dorthin.
summary = Der Plan
summary-text = Sehen Sie ihn durch. Wählen Sie eine Zeile, um sie zu ändern.
summary-help = Noch ist nichts erzeugt. Von hier an geht es so: die Nitrokeys kennenlernen, die Schlüssel erzeugen, die Karten drucken, die Wiederherstellung proben, und erst dann die Nitrokeys beschreiben.
summary-twice = „{ $name }“ steht auf mehr als einer Karte: Dann genügen weniger Menschen, um die Sicherung zu öffnen, als Sie sagen.
summary-go-on = Stimmt, weiter
summary-go-on-note = Als Nächstes werden die Nitrokeys angesehen.
summary-change = Enter ändert das.
summary-left-out = { $n ->
    [one] Nur in public-key.asc: eines
   *[other] Nur in public-key.asc: { $n }
 }
summary-date = Heute ist der { $day }
summary-expiry = Gültig: { $expiry }
summary-quorum = { $spare ->
    [0] Alle { $n } Karten sind nötig
   *[other] Je { $k } von { $n } Karten genügen
 }

## 3. Die Nitrokeys kennenlernen

meet = Welcher ist „{ $role }“?
meet-text = Wählen Sie den, der „{ $role }“ sein soll. Er wird jetzt nur gelesen.
meet-two = Zwei neue sind eingesteckt. Ziehen Sie einen heraus, und sehen Sie hier, welcher fehlt: So wissen Sie, welcher welcher ist.
meet-next = Jetzt stecken Sie den ein, der „{ $role }“ sein soll.
meet-insert = Stecken Sie den Nitrokey ein, der „{ $role }“ sein soll.
meet-genuine = Ob ein Nitrokey echt ist, kann Coldspare nicht erkennen: Ein gefälschter könnte die Schlüssel für jemand anderen aufheben. Nehmen Sie nur solche, die versiegelt aus einem Laden kamen, dem Sie trauen.
meet-help = Jeder Nitrokey wird einmal eingesteckt, damit er bekannt ist, bevor etwas erzeugt wird: Nimmt er diese Schlüssel, was für PINs will er, ist etwas darauf, was Ihnen fehlen würde? Jeder gibt auch einige seiner eigenen zufälligen Bytes. Nichts wird geschrieben.
meet-blank = Kein Schlüssel ist darauf.
meet-full = Auf ihm sind Schlüssel. Sie werden bei „{ $stage }“ gelöscht, nachdem Sie sie gesehen haben.
meet-ours = Diese Schlüssel sind schon darauf. Er würde bei „{ $stage }“ gelöscht und bekäme sie wieder.
meet-alone = Auf ihm sind Schlüssel von Ihnen, deren Geheimnis Sie nicht mitgebracht haben. Gelöscht sind sie für immer verloren. Behalten Sie ihn, und nehmen Sie einen anderen Nitrokey.
meet-met = { $role }: { $nitrokey }
meet-same = Er war schon da: „{ $role }“. Ziehen Sie ihn heraus, und stecken Sie den nächsten ein.
meet-later = Er ist nicht hier, später
meet-later-note = Ohne ihn weiter: beschreiben bei „{ $stage }“, oder an einem anderen Tag. Dafür brauchen Sie wieder { $needed } Karten und den Stick; oder behalten { $needed } Umschläge so lange.
meet-all = Alle Nitrokeys sind bekannt
meet-all-text = Sie dürfen eingesteckt bleiben: Dann geben auch sie zufällige Bytes.
meet-other-key = Nehmen Sie einen anderen Nitrokey; oder gehen Sie zurück zu „Was wohin kommt“ und setzen dort einen anderen oder neuen Schlüssel ein. Nichts wurde geschrieben.
meet-again = einen anderen

## 4. Zufall

dice = Würfel
dice-text = Schlüssel sind zufällige Zahlen. Das System hat Zufall gesammelt; wollen Sie sich nicht darauf allein verlassen, so würfeln Sie und tippen, was fällt. Oder lassen Sie es leer.
dice-help = Was Sie tippen, wird dazugemischt. Es kann nur helfen: Auch ein gezinkter Würfel nimmt nichts weg. 50 Würfe sind so gut wie ein Schlüssel selbst.
dice-field = Würfe, Ziffern von 1 bis 6
dice-bits = Bisher höchstens { $bits } von { $enough } Bits.
dice-enough = { $bits } Bits: genug für alle Schlüssel.
dice-made-up = So fallen keine Würfel: Es wiederholt sich, oder nur zwei Seiten kamen.
    .now = Würfeln Sie noch einmal, und tippen Sie, was fällt. Oder leeren Sie die Zeile.
typing = Oder tippen Sie irgendetwas
typing-text = Ein paar Zeilen ohne Sinn, wie Ihre Finger wollen. Oder lassen Sie es leer.
typing-field = Irgendetwas
typing-help = Auch das wird dazugemischt und nirgends behalten.
mix = Mischen
mix-text = Zufall vom System, von Ihnen und den Nitrokeys.
mix-help = Alles kommt in den Vorrat des Systems, und beide Quellen, aus denen Schlüssel entstehen, beginnen von dort neu.
mix-done = Gemischt aus Nitrokeys ({ $nitrokeys }), Würfen ({ $rolls }), getippten Buchstaben ({ $letters }).

## 5. Die Schlüssel erzeugen

type-pins = PINs: { $role }
type-pins-kept = PINs
type-pins-kept-text = Sie haben alle getippt.
type-pins-anew = neu tippen
type-pins-help = F2 zeigt, was Sie tippen. Die letzte Zeile zeigt, was Ihre Tastatur wirklich schreibt. Ziffern hat jede Tastatur; Umlaute und Akzente nicht.
vault = Ist noch etwas aufzubewahren?
vault-text = Passwörter von Platten, Notfall-Codes, Startwerte für Einmalpasswörter: Die versiegelte Sicherung bewahrt sie mit auf. Oder lassen Sie es leer.
vault-kept = Aufbewahrt: { $names }
vault-name = Was ist es? (etwa: Passwort der Platte)
vault-content = Das Geheimnis selbst
vault-keep = aufbewahren
vault-both = Ein Name und ein Geheimnis gehören zusammen; eines davon fehlt.
    .now = Tippen Sie beides. Oder leeren Sie beides, und Enter.
vault-twice = Etwas mit diesem Namen gibt es schon.
    .now = Geben Sie ihm einen anderen Namen.
vault-suggested = Es heißt jetzt „{ $name }“. Tippen Sie, was behalten werden soll; Pfeil nach oben führt zurück zum Namen.
vault-edit = ändern
vault-which = Was davon?
vault-which-text = Wählen Sie, was geändert oder gelöscht werden soll.
vault-entry = Aufbewahrt als { $name }
vault-leave = Lassen, wie es ist
vault-leave-note = Nichts wird geändert.
vault-change = Ändern
vault-change-note = Ein anderer Name, ein anderes Geheimnis oder beides.
vault-change-text = Tippen Sie das Geheimnis neu, oder lassen Sie es leer: Dann bleibt es, wie es ist.
vault-delete = Löschen
vault-delete-note = Es kommt nicht in die Sicherung. Es war nur im Arbeitsspeicher dieses Rechners und ist dann fort.
vault-help = Geht der Nitrokey verloren, der Ihre Platte öffnet, so öffnet das Passwort sie. Den Startwert eines Einmalpassworts gibt ein Nitrokey nicht mehr her, also bewahren Sie ihn gleich hier auf. Alles kommt bei einer Wiederherstellung zurück, und niemand sieht es vorher.
make = Die Schlüssel
make-text = Sie entstehen jetzt, nur im Arbeitsspeicher.
make-bringing = Was fehlt, wird erzeugt, was es braucht, neu unterschrieben, und jeder Schlüssel erprobt. Alles nur im Arbeitsspeicher.
make-done = Sie sind erzeugt. Das ist ihr Fingerabdruck; er ist kein Geheimnis.
make-brought = Ihre Schlüssel sind da, und jeder wurde erprobt. Das ist ihr Fingerabdruck; er ist nicht geheim.
make-joined = Die neue Identität ist erzeugt, mit Ihrem alten Schlüssel zum Entschlüsseln. Das ist ihr Fingerabdruck; er ist nicht geheim.
make-pins = Auch die PINs sind da. Sehen Sie sie an, wenn Ihnen niemand über die Schulter schaut. Ein Drucker hier druckt sie auch, mit den Anteilskarten. Nichts wird beschrieben, bevor Sie sie haben.
make-show = PINs zeigen
make-anew = Neu erzeugen?
make-anew-text = Sie haben etwas geändert, nachdem die Schlüssel erzeugt waren; nun sind neue nötig. Anteilskarten und Sticks der alten sind dann wertlos: Vernichten Sie sie. Oder gehen Sie zurück, und nehmen Sie die Änderung zurück.
make-anew-written = Sie haben etwas geändert, nachdem die Schlüssel erzeugt waren; nun sind neue nötig. Ein Nitrokey hat die alten und muss neu beschrieben werden. Anteilskarten und Sticks der alten sind dann wertlos: Vernichten Sie sie.
make-anew-brought = Sie haben etwas geändert, nachdem Ihre Schlüssel zusammengestellt waren; das wird nun noch einmal gemacht. Anteilskarten und Sticks von vorher sind dann wertlos: Vernichten Sie sie. Ihre eigenen Schlüssel bleiben dieselben. Soll alles bleiben, so gehen Sie zurück und nehmen die Änderung zurück.
make-anew-brought-written = Sie haben etwas geändert, nachdem Ihre Schlüssel zusammengestellt waren; das wird nun noch einmal gemacht. Ein Nitrokey ist schon beschrieben und muss dann noch einmal beschrieben werden. Anteilskarten und Sticks von vorher sind dann wertlos: Vernichten Sie sie.
make-anew-enter = neu erzeugen
make-anew-again = noch einmal
make-help = Ein Hauptschlüssel, der die anderen beglaubigt, und drei Unterschlüssel: unterschreiben, entschlüsseln, anmelden. Es gibt sie nur im Arbeitsspeicher dieses Rechners, und noch wurde nichts geschrieben. Andere erkennen Ihren Schlüssel am Fingerabdruck.

## 6. Versiegeln und teilen

copies = Wie viele Sticks bekommen die Sicherung?
copies-text = Wo Kopien geplant sind, steht in der versiegelten Sicherung selbst: Wer Jahre später etwas ändert, sieht dort, welche alten Kopien es gibt.
copies-sticks = { $n ->
    [one] Ein Stick
   *[other] { $n } Sticks
 }
copies-one-note = Geht er kaputt, bleibt nur Papier.
copies-help = Ein Stick kann kaputtgehen oder verbrennen. Zwei an zwei Orten sind ein guter Anfang. Nach jedem werden Sie gefragt, wenn das Bündel geschrieben wird; am Ende dürfen es mehr oder weniger sein. Sonst wird nur notiert, wie viele Sicherungsblätter gedruckt werden und wer eine Karte bekommt.
seal = Versiegelt und geteilt
seal-text = Alles Geheime wird mit einem zufälligen Schlüssel verschlüsselt, dem Sicherungsschlüssel. Er wird in Anteile geteilt, für jede Karte einen, und dann vergessen.
seal-done = Kartensatz { $set }: Je { $k } von { $n } Karten ergeben den Sicherungsschlüssel wieder. { $k ->
    [2] Eine allein verrät nichts.
   *[other] Weniger verraten nichts.
 }
seal-again = Für dieselben Karten wurde noch einmal versiegelt: Dies ist die Versiegelung { $sealing }. Blätter und Sticks der vorigen sind älter; die Karten bleiben gut.
seal-help = Die versiegelte Sicherung darf überall liegen: Ohne genügend Karten verrät sie nichts. Der Kartensatz ist der Name dieser Karten; er steht auf jeder, damit Karten verschiedener Jahre nicht durcheinanderkommen. Die Karten lassen sich auch ohne Coldspare zusammenfügen: GUIDE.txt sagt, wie.

## 7. Anteilskarten

paper-way = Wie sollen die Karten aufs Papier?
paper-way-text = Jede Vertrauensperson bekommt eine Karte. Je weniger Rechner sie auf dem Weg aufs Papier sehen, desto besser.
paper-way-printer = Drucker: { $name }
paper-way-printer-note = Der beste Weg: durch das Kabel und an keinem anderen Rechner vorbei.
paper-way-unknown-note = Er spricht { $speaks }; davon ist hier nichts bekannt. Nehmen Sie einen anderen, oder einen anderen Weg.
paper-way-silent-note = Er sagt nicht, welche Sprache er spricht. Nehmen Sie einen anderen, oder einen anderen Weg.
paper-way-ipp-note = Er spricht nur IPP, wie Drucker in einem Netz, und das ist hier nicht bekannt. Nehmen Sie einen anderen, oder einen anderen Weg: Dateien auf einem Stick, zum Beispiel.
paper-way-untried-note = Ein Tintendrucker, der PCL nennt: Was er bekommt, wurde mit solchen Druckern nie erprobt. Sehen Sie bei der ersten Seite zu. Kommen Buchstaben und Zeichen statt der Karte, halten Sie ihn an, und wählen Sie einen anderen Weg.
paper-way-none = Ein Drucker an diesem Rechner
paper-way-none-note = Noch ist keiner da. Schließen Sie einen mit USB-Kabel an und schalten Sie ihn ein: Sein Name erscheint hier von selbst.
paper-way-elsewhere = Dateien auf einem Stick, anderswo gedruckt
paper-way-elsewhere-note = Für einen Drucker an einem anderen Rechner, der dann alle Karten sieht. Lesen Sie erst, was das heißt.
paper-way-handwritten = Vom Bildschirm abgeschrieben, von Hand
paper-way-handwritten-note = Ohne Drucker: Sie schreiben 24 Wörter auf jede Karte und tippen sie zurück. Zehn Minuten für jede.
paper-way-help = Eine Anteilskarte allein öffnet nichts. Aber wer genügend sieht, auch nur kurz, kann Ihre Sicherung öffnen. Also soll sie auf dem Weg aufs Papier niemand sehen als Sie: kein anderer Rechner, kein Druckserver, keine Cloud.
    
    Ein Drucker am USB-Anschluss dieses Rechners ist am besten, und ein einfacher besser als einer mit Platte oder eigenem Netz. Haben Sie keinen: Abschreiben ist langsamer, aber ebenso sicher.
    
    Sie können später hierher zurück und einen anderen Weg wählen. Fertige Karten bleiben fertig.
paper-size = Was für Papier ist darin?
paper-size-text = Wählen Sie das Papier, auf das die Karten kommen.
paper-size-a4 = A4
paper-size-a4-note = Blätter von 210 x 297 mm: Europa und fast überall.
paper-size-letter = US-Letter
paper-size-letter-note = Blätter von 8,5 x 11 Zoll: Nordamerika.
paper-size-roll-58 = Bonrolle, 58 mm
paper-size-roll-58-note = Eine schmale Rolle, wie in kleinen Bondruckern. Solches Papier verblasst in wenigen Jahren; die Karte sagt, was dagegen zu tun ist.
paper-size-roll-80 = Bonrolle, 80 mm
paper-size-roll-80-note = Eine breite Rolle, wie an einer Ladenkasse. Solches Papier verblasst in wenigen Jahren; die Karte sagt, was dagegen zu tun ist.
paper-size-help = Ist es anderes Papier, als Sie sagen, so fehlen vielleicht die Ränder, und ein Code am Rand wäre nicht zu lesen. Sie merken es, wenn die Karte zurückgelesen wird, und können sie noch einmal drucken.
paper-behind = Zu jeder Karte das Sicherungsblatt drucken?
paper-behind-text = Die Karten öffnen Ihre versiegelte Sicherung. Die kommt sowieso auf einen Stick; sie kann auch auf Papier, als Blatt zu jeder Karte.
paper-behind-yes = Ja, zu jeder Karte
paper-behind-yes-note = Dann bringen die Karten allein alles zurück, auch wenn jeder Stick weg oder kaputt ist. Es braucht { $codes ->
    [one] einen Code
   *[other] { $codes } Codes
 } auf Papier.
paper-behind-no = Nein, nur auf Sticks
paper-behind-no-note = Dann braucht es Karten und einen Stick. Ist er weg, sind die Karten wertlos: Behalten Sie zwei Sticks oder mehr.
paper-behind-large-note = Ihre Sicherung ist zu groß für Papier: Sie bleibt nur auf Sticks. Behalten Sie zwei davon oder mehr.
paper-behind-help = Die versiegelte Sicherung verrät niemandem etwas, der zu wenige Karten hat. Also schadet sie neben einer Karte nicht.
    
    Mit ihr können genügend Vertrauenspersonen zusammen alles öffnen, ohne Sie und ohne Stick. Das wollen Sie, wenn Ihnen etwas zustößt. Ohne sie brauchen sie auch einen Ihrer Sticks: Wählen Sie das, wenn Sie das letzte Wort behalten wollen.
card-of = Karte { $at } von { $of }, für { $name }
card-right = Karte { $at } ist richtig. Auf ihr steht, was gemacht wurde.
card-right-words = Karte { $at } ist richtig, soweit drei Wörter es zeigen.
card-right-text = { $pages ->
    [more] Alle Seiten jetzt in den Umschlag, Schrift nach unten. Schließen Sie ihn, und schreiben Sie „{ $name }“ darauf.
    [handwritten] Jetzt in ihren Umschlag, Schrift nach unten. Schreiben Sie „{ $name }“ darauf, und schließen Sie ihn, wenn auch der Brief vom Stick der Sicherung darin liegt.
   *[one] Jetzt in ihren Umschlag, Schrift nach unten. Schließen Sie ihn, und schreiben Sie „{ $name }“ darauf.
 } Niemand sieht sie mehr an, auch Sie nicht.
card-right-all = Alle { $of } Karten sind fertig. Was gelesen wurde, passt zu dem, was gemacht wurde.
card-right-spot-checked = Alle { $of } Karten sind fertig, aber { $whole ->
    [0] keine wurde ganz gelesen: Das Papier ist nur stichprobenweise geprüft.
    [one] nur eine wurde ganz gelesen: Das Papier ist nur stichprobenweise geprüft.
   *[other] nur { $whole } wurden ganz gelesen: Das Papier ist nur stichprobenweise geprüft.
 } Eine Probe vom Papier braucht { $needed } ganze Karten.
card-other = Das war Karte { $other }, und auf ihr steht, was gemacht wurde. Jetzt bitte Karte { $at }.
card-words-differ = { $many ->
    [one] Wort { $numbers } ist nicht das dieser Karte. Sehen Sie auf Ihr Papier:
   *[other] Die Wörter { $numbers } sind nicht die dieser Karte. Sehen Sie auf Ihr Papier:
 } { $way ->
    [printer] vertippt, oder falsch gedruckt? Pfeiltasten führen zurück, F5 druckt die Karte neu.
    [elsewhere] vertippt, oder falsch gedruckt? Pfeiltasten führen zurück. Liegt es am Papier, drucken Sie ihre Datei neu.
   *[handwritten] vertippt, oder falsch abgeschrieben? Pfeiltasten führen zurück, Esc führt zur Karte.
 }
card-words-other = Das sind die Wörter der Karte { $other }, und dies ist Karte { $at }. Sehen Sie auf die Nummer auf Ihrem Papier.
card-lines-differ = { $many ->
    [one] Zeile { $numbers } ist nicht die dieser Karte. Sehen Sie auf Ihr Papier:
   *[other] Die Zeilen { $numbers } sind nicht die dieser Karte. Sehen Sie auf Ihr Papier:
 } { $way ->
    [printer] vertippt, oder falsch gedruckt? Pfeiltasten führen zurück, F5 druckt die Karte neu.
    [elsewhere] vertippt, oder falsch gedruckt? Pfeiltasten führen zurück. Liegt es am Papier, drucken Sie ihre Datei neu.
   *[handwritten] vertippt, oder falsch abgeschrieben? Pfeiltasten führen zurück, Esc führt zur Karte.
 }
card-lines-other = Das sind die Zeilen der Karte { $other }, und dies ist Karte { $at }. Sehen Sie auf die Nummer auf Ihrem Papier.
print-card = Eine Karte drucken
print-card-text = { $behind ->
    [yes] Diese Karte wird jetzt gedruckt. Danach kommt das Sicherungsblatt, es ist kein Geheimnis.
   *[no] Diese Karte wird jetzt gedruckt.
 } Seien Sie allein. Sehen Sie nach, ob Papier im Drucker ist, und nehmen Sie alles, was kommt, sofort heraus.
print-card-second = Vielleicht wurde sie schon gedruckt, ganz oder zum Teil. Behalten Sie die neue, sie wird neu zurückgelesen. Zerreißen und verbrennen Sie den Rest: Wer ihn findet, hat sie vielleicht.
print-card-now = Nehmen Sie alles sofort heraus, und behalten Sie die Reihenfolge.
print-card-read = Ist sie lesbar? Lesen Sie sie ganz zurück, vom Papier: Die Probe bekommt, was Sie lesen.
print-card-help = Die Karte wird jetzt gedruckt und sofort zurückgelesen, damit eine unlesbare heute auffällt und nicht erst in zehn Jahren. Die Probe, bevor ein Nitrokey beschrieben wird, bekommt, was vom Papier gelesen wurde.
    
    Ein Lesegerät liest den Code, also die ganze Karte. Ohne eines brauchen die 24 Wörter zwei Minuten. F3 bietet einen kurzen Weg an und sagt, was er wert ist.
    
    Ist sie verschmiert, abgeschnitten oder zu blass, drücken Sie F5 und drucken sie noch einmal.
    
    Die Karte erscheint nicht auf diesem Bildschirm, was Sie tippen schon. Esc geht zur Karte davor; was gelesen ist, bleibt gelesen.
key-print = drucken
key-booklet = Heft
key-print-again = neu
key-short = kurz
key-whole = ganz
short-way = Der kurze Weg: drei Wörter
short-way-text = Sie tippen drei der 24 Wörter, nach denen zufällig gefragt wird. Das zeigt, dass die richtige Karte herauskam. Es zeigt nicht, dass sie ganz lesbar ist.
short-way-means = Eine Probe vom Papier braucht { $needed } ganz gelesene Karten; bis jetzt { $whole ->
    [one] ist es eine
   *[other] sind es { $whole }
 }. Bei weniger bekommt sie die Anteile, wie sie gedruckt wurden. Das Papier ist dann nur stichprobenweise geprüft: Das Eigentümerblatt sagt es, und Sie werden gefragt, bevor ein Nitrokey beschrieben wird.
short-way-enough = { $whole } Karten wurden ganz gelesen, und { $needed } genügen für eine Probe vom Papier. Für diese mögen drei Wörter reichen.
short-way-take = drei Wörter
short-way-words = Tippen Sie diese drei Wörter von der Karte; je vier Buchstaben genügen. Lesen Sie ihren Code ein, so ist sie ganz gelesen.
printer-draws = Die Seiten werden gezeichnet.
printer-prints = Seite { $page } von { $of } wird gedruckt.
printer-stopped = Halt bei Seite { $page } von { $of }. Was jetzt?
printer-go-on = Weiter: Er ist wieder bereit
printer-go-on-note = Was von Seite { $page } fehlt, wird gesendet. Kommt die Seite beschädigt heraus, vernichten Sie sie, und drucken Sie danach neu.
printer-again = Seite { $page } noch einmal, von Anfang an
printer-again-note = Wenn sie zerknittert oder halb leer herauskam. Vernichten Sie die erste.
printer-give-up = Nicht weiter drucken
printer-give-up-note = Nichts mehr wird gesendet. Sie können dann alles neu drucken, oder anders wählen.
elsewhere = Bevor Sie anderswo drucken
elsewhere-text = Bitte lesen Sie das, bevor Sie wählen.
elsewhere-no = Nein, ich wähle einen anderen Weg
elsewhere-no-note = Zurück zur Frage, wie die Karten aufs Papier kommen.
elsewhere-yes = Verstanden, ich drucke anderswo
elsewhere-yes-note = Als Nächstes wählen Sie den Stick.
elsewhere-help = Anteilskarten schützen Ihre Sicherung, weil nirgends genügend beisammen sind. Ein Rechner, der sie alle druckt, ist so ein Ort, zumindest eine Weile. Ist er am Netz, oder kümmert sich jemand anders um ihn, so ist Ihre Sicherung so sicher wie dieser Rechner.
elsewhere-stick = Auf welchen Stick?
elsewhere-stick-text = Nehmen Sie einen leeren nur dafür, nie den für die Sicherung: Mit Karten und Sicherung darauf hat alles, wer ihn findet.
elsewhere-stick-note = Die Karten kommen in einen eigenen Ordner. Sonst ändert sich auf diesem Stick nichts.
elsewhere-writes = Die Blätter werden gezeichnet und auf { $stick } geschrieben.
elsewhere-leave = Lassen Sie den Stick, wo er ist.
elsewhere-done = Jetzt drucken Sie sie
elsewhere-written = Auf { $stick }, im Ordner { $folder }, und identisch zurückgelesen.
elsewhere-print = Stick herausziehen und drucken, einseitig und in voller Größe:
elsewhere-files-cards = share-card-1.pdf bis share-card-{ $n }.pdf
elsewhere-files-record = owners-record.pdf und booklet.pdf, für Sie
elsewhere-files-sheet = backup-sheet.pdf, wenn Sie wollen
elsewhere-files-old = owners-record.pdf, booklet.pdf, to-destroy.pdf
elsewhere-destroy = Zerstören Sie danach den Stick; Löschen genügt nicht.
elsewhere-stay = Lassen Sie diesen Rechner an, und niemanden in seine Nähe. Ausgeschaltet vergisst er die Schlüssel, und die Karten sind wertlos.
elsewhere-back = Zurück mit dem Papier? Drücken Sie Enter: Jede Karte wird zurückgelesen.
elsewhere-again = anderer Stick
read-card = Eine Karte zurücklesen
read-card-text = Nehmen Sie die gedruckte Karte, und lesen Sie sie ganz zurück, vom Papier: Die Probe bekommt, was Sie lesen.
read-card-help = Jede Karte wird sofort zurückgelesen, damit eine unlesbare heute auffällt und nicht erst in zehn Jahren. Die Probe, bevor ein Nitrokey beschrieben wird, bekommt, was vom Papier gelesen wurde.
    
    Ein Lesegerät liest den Code, also die ganze Karte. Ohne eines brauchen die 24 Wörter zwei Minuten. F3 bietet einen kurzen Weg an und sagt, was er wert ist.
    
    Ist eine verschmiert oder abgeschnitten, drucken Sie ihre Datei noch einmal. Esc geht zur Karte davor; was gelesen ist, bleibt gelesen.
handwritten = Eine Karte von Hand abschreiben
handwritten-text = Nehmen Sie gutes Papier und einen Stift, der nicht verblasst. Schreiben Sie oben hin:
handwritten-top-card = Coldspare: Anteilskarte { $at } von { $n }
handwritten-top-set = Kartensatz { $set }. { $spare ->
    [0] Alle { $n } Karten sind nötig.
   *[other] Je { $k } von { $n } Karten genügen.
 }
handwritten-top-for = Für { $name }. Niemandem zeigen.
handwritten-top-by = Von { $owner }, { $day }
handwritten-beneath = Und dies unter die Wörter:
handwritten-keep = Aufbewahren. Niemandem sagen, dass Sie es haben.
handwritten-ask = Nur { $owner } darf danach fragen, persönlich.
handwritten-died = Ist { $owner } gestorben: wer den Nachlass regelt.
handwritten-letter = Für jeden Umschlag gibt es einen Brief, der die Karte erklärt. Er enthält kein Geheimnis und nennt niemanden: Drucken Sie LETTER.pdf oder LETTER.txt vom Stick der Sicherung, wo Sie wollen.
handwritten-show = Dann seien Sie allein, ohne Kamera oder Fenster hinter sich, und drücken Sie F2: Die 24 Wörter erscheinen.
handwritten-words = Schreiben Sie diese 24 Wörter mit ihren Nummern ab, deutlich.
handwritten-digits = Schreiben Sie diese vier Zeilen ab. Die letzten vier Zeichen prüfen die Zeile.
handwritten-code = Dieser Code ist für ein Lesegerät ohne Netz. Zeigen Sie ihn nie einem Telefon. Ist hier kein Platz für ihn, zeigt F4 ihn allein.
handwritten-then = Steht alles auf dem Papier, drücken Sie Enter: Es verschwindet vom Bildschirm, und Sie tippen es vom Papier zurück.
handwritten-as-words = Wörter
handwritten-as-digits = Zeilen
handwritten-as-code = Code
handwritten-large = groß
handwritten-back = Tippen Sie die Karte zurück, vom Papier und nicht aus dem Kopf. Esc führt zurück zu ihr.
handwritten-how = Tippen Sie die 24 Wörter, nach jedem ein Leerzeichen: Je vier Buchstaben genügen. Oder tippen Sie die vier Zeilen.
handwritten-any = Wörter oder Zeilen
handwritten-help = Abschreiben braucht Geduld, und ein falsches Wort macht eine Karte wertlos. Darum wird jede Karte ganz zurückgetippt, und Coldspare sagt, welches Wort falsch ist.
    
    Die Wörter sind in jeder Sprache englisch, damit jedes Coldspare sie liest. Die Nummern gehören dazu: Die Reihenfolge zählt.
    
    Schreiben Sie die Wörter oder die Zeilen ab, was Ihnen lieber ist; eines genügt. F2 zeigt und verbirgt sie, F3 wechselt zwischen ihnen.
more-paper = Was soll noch gedruckt werden?
more-paper-text = Solange der Drucker da ist: Alles hier lässt sich drucken, so oft Sie wollen.
more-paper-now = Nehmen Sie alles sofort heraus.
more-paper-booklet = Das Heft für den Ersatz
more-paper-booklet-note = Einige Seiten: Ihre Nummern, wer die Karten hat, und was zu tun ist, wenn ein Nitrokey weg oder gestohlen, eine PIN gesperrt ist, oder Sie gestorben sind. Kein Geheimnis.
more-paper-booklet-done = Das Heft ist gedruckt. Verwahren Sie es beim Ersatz, eingeschlossen.
more-paper-sheet = Das Sicherungsblatt
more-paper-sheet-note = Die versiegelte Sicherung auf Papier, für Ihre Papiere. Sie ist kein Geheimnis und ohne die Karten wertlos.
more-paper-sheet-done = Das Sicherungsblatt ist gedruckt.
more-paper-record = Das Eigentümerblatt
more-paper-record-note = Eine Seite für Sie: wem welche Karte gehört, die Nitrokeys, was bei Verlust zu tun ist. Kein Geheimnis steht darauf.
more-paper-record-done = Das Eigentümerblatt ist gedruckt. Legen Sie es zu Ihren Papieren.
more-paper-record-outdated = Seit das Eigentümerblatt gedruckt wurde, wurden Karten anders gelesen. Drucken Sie es noch einmal, und werfen Sie das erste weg.
more-paper-slips = Die PIN-Zettel
more-paper-slips-note = Alle PINs jedes Nitrokeys, in Ziffern: Benutzer-PIN, Admin-PIN und Rückstellcode. Wer einen Zettel und seinen Nitrokey hat, hat Ihre Schlüssel.
more-paper-slips-done = Die PIN-Zettel sind gedruckt. Abschneiden, und jeden getrennt von seinem Nitrokey aufbewahren.
more-paper-cards = Alle Karten noch einmal
more-paper-cards-note = Eine zweite Karte für jede Vertrauensperson. Sie sind so geheim wie die ersten; zurückgelesen werden sie nicht.
more-paper-cards-done = Alle Karten sind noch einmal gedruckt. Jetzt in Umschläge damit.
more-paper-go-on = Weiter
more-paper-go-on-note = Mehr wird auf Papier nicht gebraucht.
more-paper-help = Eigentümerblatt und PIN-Zettel stehen vorn, denn ohne PINs nützt kein Nitrokey; ohne Zettel werden die PINs gezeigt, bevor etwas beschrieben wird. Eine Kopie des Sicherungsblatts schützt Sie, wenn jeder Stick kaputtgeht. Das Eigentümerblatt hilft Ihnen in zehn Jahren und allen, die Ihre Angelegenheiten regeln. Admin-PIN und Rückstellcode versiegelt Coldspare auch in die Sicherung.

## 8. Das Bündel

bundle = Das Bündel, auf einem Stick
bundle-text = Die versiegelte Sicherung, der öffentliche Schlüssel und GUIDE.txt. Ohne Anteilskarten verrät es kein Geheimnis; also ruhig mehrfach.
bundle-done = { $stick }: { $folder }, identisch zurückgelesen
bundle-planned = { $there } von { $n } Sticks, die Sie geplant haben.
bundle-more-text = Ein zweiter Stick, an einem anderen Ort, ist eine gute Idee. Lassen Sie den letzten für die Probe eingesteckt.
bundle-more = noch ein Stick
bundle-cards = Auf „{ $stick }“ liegen die Anteilskarten. Mit der Sicherung daneben hat der Finder alles.
    .now = Nehmen Sie für die Sicherung einen anderen Stick.
bundle-help = Was sonst auf dem Stick ist, bleibt, wie es ist. Der Ordner erscheint ganz oder gar nicht, selbst wenn Sie den Stick mittendrin herausziehen. GUIDE.txt sagt Ihnen, wie Sie den Nitrokey mit GnuPG und SSH benutzen, und Ihren Erben, wie sie alles zurückbekommen.

## 9. Die Probe

rehearse = Die Probe
rehearse-text = Eine ganze Wiederherstellung, bevor ein Nitrokey beschrieben wird: Ein Programm, das nichts weiß, bekommt so viele Anteile wie nötig und den Stick.
rehearse-done = Es kam auf dieselben Schlüssel. Die Sicherung taugt.
rehearse-done-paper = Die Probe bekam die Karten, wie Sie sie vom Papier gelesen haben.
rehearse-done-printed = Es kam auf dieselben Schlüssel. Die versiegelte Sicherung taugt.
rehearse-done-printed-text = Zu wenige Karten wurden ganz gelesen. Darum bekam die Probe Anteile, wie sie gedruckt wurden, und nicht, wie sie vom Papier zu lesen sind.
rehearse-help = Eine nie erprobte Sicherung ist nur eine Hoffnung. Erst jetzt lassen sich Nitrokeys beschreiben; früher kann dieses Programm es gar nicht. Wurden genug Karten ganz gelesen, so brachten Papier und Stick allein alles zurück. Wenn nicht, werden Sie als Nächstes gefragt, ob das genügt.
spot-check-only = Das Papier ist nur stichprobenweise geprüft
spot-check-only-warning = { $whole ->
    [0] Drei Wörter jeder Karte wurden verglichen, und niemand hat eine ganze Karte zurückgelesen.
    [one] Eine von { $cards } Karten wurde ganz gelesen, von den anderen je drei Wörter.
   *[other] { $whole } von { $cards } Karten wurden ganz gelesen, von den anderen je drei Wörter.
 } Dass { $needed } davon alles zurückbringen, wurde mit den Anteilen erprobt, wie sie gedruckt wurden. Eine Karte, auf der ein anderes Wort falsch ist oder fehlt, fiel nicht auf.
spot-check-only-text = Sollen die Nitrokeys trotzdem beschrieben werden? Das Eigentümerblatt sagt, was geprüft wurde.
spot-check-only-no = Nein, erst lese ich Karten ganz
spot-check-only-no-note = Zurück zu den Karten. Ganz gelesene zählen; gefragt wird nur nach so vielen, wie noch fehlen.
spot-check-only-yes = Ja, mir genügt die Stichprobe
spot-check-only-yes-note = Als Nächstes werden die Nitrokeys beschrieben.
spot-check-only-help = Die Sicherung selbst taugt: Sie wurde eben geöffnet. Nicht erprobt ist, ob jede Karte bis zum letzten Wort lesbar ist. Erweist sich in zehn Jahren eine als falsch, so ist es eine Karte weniger; mit zu wenigen kommt nichts zurück.
before = Die Sicherung davor
before-text = War auf einem Stick eine ältere Sicherung dieser Schlüssel, so blieb sie neben der neuen, bis die Probe bestanden war. Jetzt wird sie entfernt.
before-gone = { $stick }: Nur die neue ist noch darauf.
before-left = { $stick }: Die ältere ist noch darauf, sie ließ sich nicht entfernen. Das schadet nicht: Jede öffnet sich mit den Karten ihres Kartensatzes, und die neuere wird zuerst angeboten.
before-left-old = { $stick }: Das alte ist noch darauf: Es ließ sich nicht entfernen. Mit den alten Karten gibt es noch immer Ihre Schlüssel: Es steht in der Liste dessen, was zu vernichten ist.
before-help = Wäre vor der Probe der Strom ausgefallen, so wären beide auf dem Stick, ganz, und jede ließe sich öffnen. Eine ältere Sicherung, die auf einem Stick bleibt, enthält Ihre Schlüssel, wie sie waren: Verwahren Sie sie wie die neue.

show-pins-text = Diese PINs wurden hier gemacht, und noch hat sie niemand gesehen. Ohne die Benutzer-PIN nützt der Nitrokey Ihnen nichts.
show-pins-help = Alle Nitrokeys bekommen dieselbe Benutzer-PIN; Admin-PIN und Rückstellcode sind bei jedem anders. Wenn Sie es nicht anders wollten, ist die Benutzer-PIN nicht in der versiegelten Sicherung: Also muss sie auf Papier oder in Ihrem Kopf sein, bevor etwas beschrieben wird. Bewahren Sie das Papier getrennt vom Nitrokey auf.

## 11. Fertig

results = Ihr Schlüssel
results-text = Das ist sein Fingerabdruck. Daran prüfen andere Ihren Schlüssel.
results-paper = Vom Papier erprobt: { $whole } von { $cards } Karten wurden ganz gelesen.
results-spot-checked = Das Papier ist nur stichprobenweise geprüft: { $whole ->
    [0] Keine Karte wurde ganz gelesen.
    [one] Eine von { $cards } Karten wurde ganz gelesen, und { $needed } sind nötig.
   *[other] { $whole } von { $cards } Karten wurden ganz gelesen, und { $needed } sind nötig.
 }
results-record = F5 druckt das Eigentümerblatt: wem welche Karte gehört, die Probe, die Nitrokeys, und was bei Verlust zu tun ist.
results-record-again = Seit das Eigentümerblatt gedruckt wurde, kam mehr dazu: die Probe, die Nitrokeys. F5 druckt es noch einmal, mit allem; werfen Sie dann das erste weg.
results-record-no-printer = Mit einem Drucker an diesem Rechner druckt F5 hier das Eigentümerblatt: wem welche Karte gehört, die Probe, die Nitrokeys.
results-record-done = Das Eigentümerblatt ist gedruckt, mit allem, was getan wurde. Legen Sie es zu Ihren Papieren, und werfen Sie ein früheres weg.
results-help = F4 zeigt ihn als Code für OpenKeychain und andere Programme: „Der Schlüssel mit diesem Fingerabdruck ist meiner“. (OpenKeychain benutzt einen Nitrokey nur über USB und kein Brainpool P-384.) Der Schlüssel selbst ist public-key.asc auf dem Stick: Geben Sie ihn anderen, legen Sie ihn auf einen Schlüsselserver. ssh.pub daneben ist für Anmeldungen mit SSH.
done = Das war es
done-later = Noch nicht beschrieben: { $role }. Ist er da, wählen Sie „Noch einen Nitrokey beschreiben“. Sie brauchen dann wieder { $k } Karten und den Stick; oder behalten { $k } Umschläge so lange.
done-text = { $nitrokeys ->
        [one] • Es gibt keinen Ersatz. Beschreiben Sie bald einen: „Noch einen Nitrokey beschreiben“, mit Stick und Karten.
       *[other] • Bewahren Sie den Ersatz an einem anderen Ort auf.
    }
    • Übergeben Sie jede Karte von Angesicht zu Angesicht. { $k } von { $n } bringen alles zurück.
    • Stick und Eigentümerblatt gehören zu Ihren Papieren.
    • Zu Hause beginnen Sie mit GUIDE.txt auf dem Stick.
done-brought = Ihre Schlüssel liegen daheim noch auf der Platte, und GnuPG nimmt diese. Sobald der Nitrokey geht, löschen Sie sie dort: GUIDE.txt, Abschnitt 18.
done-moved = Das ist eine neue Identität: GUIDE.txt, Abschnitt 16, sagt, wie Sie umziehen. Behalten Sie den alten Nitrokey bis dahin.
done-kept = Schlüssel, die auf keinem Nitrokey sind, gehen dann nur noch aus der Sicherung. Brauchen Sie einen oft, so lassen Sie diesen auf der Platte.
done-off = Ausschalten
done-home = Zurück an den Anfang
done-help = Alles Geheime wird beim Ausschalten aus dem Arbeitsspeicher gelöscht. Einmal im Jahr: Geht der Ersatz, ist der Stick lesbar, haben alle ihre Karte noch?
    
    Umschläge, die Sie behalten, bis ein Nitrokey da ist, öffnen mit dem Stick zusammen die Sicherung: Schließen Sie sie ein, getrennt von ihm, und übergeben Sie sie, sobald er beschrieben ist.
