# Deutsch: was schiefgehen kann. Ein Text, der mit error- beginnt, sagt, was war; sein .now, was zu tun ist.

## Wörter in diesen Texten

name-pin-user = Benutzer-PIN
name-pin-admin = Admin-PIN
name-pin-reset-code = Rückstellcode
name-slot-signature = Unterschriften
name-slot-decryption = Entschlüsselung
name-slot-authentication = Anmeldungen
name-role-primary = Im Gebrauch
name-role-spare = Ersatz
name-role-spare-more = Ersatz { $number }
name-role-old-mail = Für alte Post
name-model-nitrokey-3 = Nitrokey 3
name-model-pro-2 = Nitrokey Pro 2 oder Storage 2
name-model-pro-1 = Nitrokey Pro oder Storage, erste Generation
name-model-start = Nitrokey Start
name-model-other = OpenPGP-Karte
name-card = Karte { $number }
name-card-of = Karte { $number } ({ $trustee })
on-it-holder = auf den Namen { $name }
on-it-key = Schlüssel für { $slot }: { $key }
on-it-nothing = nichts, kein Schlüssel ist darauf
takes-none = nichts, was Coldspare kennt

## Was gerade getan wurde

while-opening = beim Öffnen
while-checking-pin = beim Prüfen einer PIN
while-resetting = beim Zurücksetzen auf den Werkszustand
while-pin-hashing = beim Einrichten des PIN-Schutzes
while-importing = beim Übertragen eines Schlüssels
while-settings = beim Schreiben der Einstellungen
while-setting-pins = beim Setzen der PINs
while-reading-back = beim Zurücklesen
while-proving = beim Erproben der Schlüssel
while-counting-tries = beim Zählen der PIN-Versuche
while-making-keys = beim Erzeugen der Schlüssel
while-making-certificate = beim Verbinden der Schlüssel mit Ihrem Namen
while-making-subkeys = beim Verbinden der Schlüssel
while-making-slots = beim Wählen eines Schlüssels für jeden Zweck
while-making-public-key = beim Ausgeben des öffentlichen Schlüssels
while-making-secret-key = beim Ausgeben des geheimen Schlüssels
while-making-protected-secret-key = beim Schützen des geheimen Schlüssels mit dem Passwort
while-making-revocation = beim Erstellen der Widerrufe
while-making-mended = beim Erneuern von Unterschriften
while-making-missing-subkey = beim Ergänzen eines fehlenden Schlüssels
while-making-passphrase = beim Abnehmen des Passworts
while-making-user-ids = beim Unterschreiben eines Namens
while-making-manifest = beim Unterschreiben des Manifests

## Nitrokeys

error-nitrokey-no-service = Coldspare kann nicht nach Nitrokeys sehen: Der Dienst dafür antwortet nicht ({ $cause }).
    .now = Starten Sie den Rechner neu.
error-nitrokey-fault = Beim Suchen nach Nitrokeys kam ein Fehler im Programm dazwischen.
    .now = Ziehen Sie ab, was Sie zuletzt eingesteckt haben. Das Programm sucht weiter.
error-nitrokey-not-there = Der Nitrokey { $serial } ist nicht eingesteckt.
    .now = Stecken Sie ihn ein, und machen Sie weiter.
error-nitrokey-two-of-one-serial = Zwei Nitrokeys sagen, sie seien { $serial }.
    .now = Ziehen Sie einen heraus. Benutzen Sie den anderen für nichts, bis Sie wissen, warum.
error-nitrokey-pulled-out = Der Nitrokey { $serial } antwortet { $step } nicht mehr.
    .now = Stecken Sie ihn wieder ein, und machen Sie weiter. Nichts ist verloren.
error-nitrokey-unreadable = Die Karte in { $reader } ist nicht lesbar: { $cause }.
    .now = Ziehen Sie sie ab; sonst ist nichts geschehen. Ist es ein Nitrokey, der gehen sollte, versuchen Sie es noch einmal und nehmen Sie dann einen anderen.
unreadable-no-status = sie antwortet, ohne zu sagen, ob das eine Antwort ist
unreadable-endless = ihre Antwort hört nicht auf
unreadable-nested = ihre Daten gehen immer tiefer ineinander
unreadable-other-length = sie verlangt eine Länge nach der anderen
unreadable-hashing = sie ließe stundenlang an PINs rechnen
unreadable-silent = sie antwortet nicht
unreadable-refuses = sie will nicht sagen, was sie ist
unreadable-half-reset = ihr Zurücksetzen wurde unterbrochen, und sie weigert sich, es zu beenden
unreadable-unforeseen = sie sagt etwas, das keine Karte sagt
error-nitrokey-wrong-pin = Nitrokey { $serial }: { $pin } falsch. { $left ->
        [one] Ein Versuch bleibt.
       *[other] { $left } Versuche bleiben.
    }
    .now = { $left ->
        [one] Coldspare verbraucht ihn nicht. Benutzen Sie diesen Nitrokey dort, wo Sie seiner PIN sicher sind.
       *[other] Tippen Sie noch einmal.
    }
error-nitrokey-last-try = Nitrokey { $serial }: nur noch ein Versuch ({ $pin }), und Coldspare verbraucht ihn nicht.
    .now = Benutzen Sie diesen Nitrokey dort, wo Sie sicher sind, was zu tippen ist, oder setzen Sie ihn auf den Werkszustand zurück.
error-nitrokey-blocked = Nitrokey { $serial }: { $pin } gesperrt, kein Versuch bleibt.
    .now = Er lässt sich auf den Werkszustand zurücksetzen. Das löscht:
        { $contents }
error-nitrokey-pin-length = Nitrokey { $serial }, { $pin }: { $min } bis { $max } Zeichen sind nötig, hier sind es { $length }.
    .now = Wählen Sie etwas anderes. Nichts wurde geschrieben.
error-nitrokey-algorithm = Der Nitrokey { $serial } ({ $model }) unterstützt für { $slot } kein { $wanted }. Er unterstützt: { $takes }.
    .now = Nehmen Sie einen anderen Nitrokey, oder wählen Sie im Plan eine andere Art von Schlüssel. Nichts wurde geschrieben.
error-nitrokey-algorithm-unknown = Nitrokey { $serial }: Der Schlüssel für { $slot } ist von einer Art, die kein Nitrokey nimmt.
    .now = Wählen Sie im Plan einen anderen Schlüssel. Nichts wurde geschrieben.
error-nitrokey-no-touch = Der Nitrokey { $serial } hat keine Taste, auf die er warten könnte.
    .now = Nehmen Sie einen anderen Nitrokey, oder schalten Sie im Plan das Berühren aus. Nichts wurde geschrieben.
error-nitrokey-too-old = Die Firmware des Nitrokey { $serial } ist zu alt: Er kann seine PINs nicht sicher verwahren.
    .now = Aktualisieren Sie sie zuerst an einem anderen Rechner, oder nehmen Sie einen anderen Nitrokey. Nichts wurde geschrieben.
error-nitrokey-exponent = Der Nitrokey { $serial } ({ $model }) nimmt RSA-Schlüssel nur mit dem Exponenten 65537. Ihr Schlüssel für { $slot } hat einen anderen.
    .now = Nehmen Sie einen anderen Nitrokey, oder wählen Sie im Plan einen anderen Schlüssel. Nichts wurde geschrieben.
error-nitrokey-exponent-long = Der Nitrokey { $serial } ({ $model }) nimmt RSA-Schlüssel nur mit einem Exponenten von höchstens { $bits } Bits. Ihr Schlüssel für { $slot } hat einen längeren.
    .now = Nehmen Sie einen anderen Nitrokey, oder wählen Sie im Plan einen anderen Schlüssel. Nichts wurde geschrieben.
error-nitrokey-short-reader = Nitrokey { $serial }: Der Kartenleser ({ $reader }) gibt nur kurze Befehle weiter, und der RSA-Schlüssel für { $slot } passt nicht hinein.
    .now = Nehmen Sie einen anderen Kartenleser oder einen Nitrokey, der keinen braucht. Nichts wurde geschrieben.
error-nitrokey-touch-stays = Der Nitrokey { $serial } sagt, dass das Berühren auf Dauer eingestellt ist und nicht so, wie es der Plan will. Kein Schlüssel wurde geschrieben.
    .now = Ziehen Sie ihn heraus, stecken Sie ihn wieder ein, und machen Sie weiter. Sagt er es wieder, nehmen Sie einen anderen.
error-nitrokey-slot-taken = Der Nitrokey { $serial } lässt sich nicht auf den Werkszustand zurücksetzen, und er hat für { $slot } einen Schlüssel, den nichts von ihm wegnimmt ({ $found }). Für alte Post muss dieser Platz leer sein. Nichts wurde geschrieben.
    .now = Nehmen Sie für alte Post einen anderen Nitrokey.
error-nitrokey-not-counted = Der Nitrokey { $serial } lässt sich nicht zurücksetzen: Er zählt falsche Versuche nicht ({ $pin }).
    .now = Nehmen Sie einen anderen Nitrokey. Was auf diesem ist, bleibt darauf.
error-nitrokey-no-factory-reset = Der Nitrokey { $serial } lässt sich nicht auf den Werkszustand zurücksetzen. Kein PIN-Versuch wurde dafür verbraucht.
    .now = Wählen Sie ihn noch einmal: Dann wird er mit seiner Admin-PIN beschrieben.
error-nitrokey-may-have-no-reset = Die Karte { $serial } ist kein Nitrokey, und ihre Admin-PIN ist hier nicht bekannt. Ob sie sich zurücksetzen lässt, zeigt sich erst, wenn beide PINs gesperrt sind. Wenn nicht, ist sie für immer verloren.
    .now = Tippen Sie ihre Admin-PIN, nehmen Sie eine andere Karte, oder lassen Sie ihre PINs sperren. Gelöscht wurde nichts.
error-nitrokey-not-reset = Der Nitrokey { $serial } ist nach dem Zurücksetzen nicht im Werkszustand. Vielleicht sind seine PINs für immer gesperrt.
    .now = Nehmen Sie einen anderen.
error-nitrokey-no-import = Die Karte { $serial } ({ $model }) nimmt keine Schlüssel: Sie kann nur eigene machen.
    .now = Nehmen Sie eine andere. Nichts wurde geschrieben.
error-nitrokey-not-confirmed = Das sind nicht die letzten vier Zeichen von { $serial }.
    .now = Tippen Sie die der Seriennummer, die hier steht. Nichts wurde geschrieben.
error-nitrokey-refused = Der Nitrokey { $serial } hat sich { $step } geweigert ({ $cause }).
    .now = Ziehen Sie ihn heraus, stecken Sie ihn wieder ein, und machen Sie weiter. Weigert er sich wieder, nehmen Sie einen anderen.
error-nitrokey-unsuitable = Der Schlüssel für { $slot } passt auf keinen Nitrokey ({ $cause }).
    .now = Wählen Sie im Plan einen anderen Schlüssel. Nichts wurde geschrieben.
error-nitrokey-not-proven = Der Nitrokey { $serial } hat die Probe nicht bestanden: { $cause }.
    .now = Benutzen Sie ihn nicht. Beschreiben Sie ihn noch einmal; geschieht es wieder, nehmen Sie einen anderen.
unproven-not-in-certificate = Für { $slot } soll er einen Schlüssel haben, den Ihr öffentlicher Schlüssel nicht hat ({ $key })
unproven-other-key = Für { $slot } hat er einen anderen Schlüssel ({ $found }) als er soll ({ $key })
unproven-no-key = Für { $slot } hat er keinen Schlüssel und soll { $key } haben
unproven-not-empty = Für { $slot } hat er einen Schlüssel ({ $found }) und soll keinen haben
unproven-created = Sein Schlüssel für { $slot } hat ein anderes Datum, als Ihr öffentlicher Schlüssel sagt
unproven-other-algorithm = Für { $slot } ist er auf eine andere Art von Schlüssel eingestellt ({ $found })
unproven-broken = Sein Schlüssel für { $slot } tut nicht, was Ihr öffentlicher Schlüssel sagt ({ $cause })
unproven-other-touch = Für { $slot } steht die Berührung auf { $found }, sie sollte sein: { $expected }
unproven-other-holder = Als Inhaber steht darauf { $found }, nicht { $expected }
unproven-other-language = Als Sprache steht darauf { $found }, nicht { $expected }
unproven-other-url = Als Adresse des öffentlichen Schlüssels steht darauf { $found }, nicht { $expected }
unproven-no-pin-hashing = Er bewahrt seine PINs nicht als Hashes auf
unproven-pin-rule = Er sagt, „{ $pin }“ habe höchstens { $longest } Zeichen, gesetzt wurden aber { $length }
unproven-tries = Seine PINs haben { $user } (Benutzer), { $reset } (Rückstellcode) und { $admin } (Admin) Versuche, und jede sollte 3 haben
error-nitrokey-old-firmware = Die Firmware { $firmware } dieses Nitrokeys hat bekannte Fehler beim Zurücksetzen und beim Zählen der PIN-Versuche. Ab Firmware 1.8.3 sind sie behoben.
    .now = Bringen Sie ihn an einem anderen Rechner auf den neuesten Stand, bevor Sie ihn hier benutzen.
error-nitrokey-password-safe = Das Zurücksetzen nimmt mehr als OpenPGP: Der Passwortspeicher eines Pro oder Storage und die verschlüsselten Bereiche eines Storage sind dann nicht mehr lesbar.
    .now = Kopieren Sie vorher an einem anderen Rechner heraus, was darin ist.
error-nitrokey-other-maker = Es ist kein Nitrokey; vielleicht lässt sich diese Karte nicht zurücksetzen.
    .now = Halten Sie ihre Admin-PIN bereit; vor dem Sperren werden Sie gefragt.
error-nitrokey-unknown-algorithms = Sie sagt nicht, welche Schlüssel sie nimmt, und weigert sich vielleicht erst nach dem Löschen.
    .now = Nehmen Sie eine entbehrliche.

## Die Schlüssel

error-openpgp-make = Etwas ging { $step } schief ({ $cause }).
    .now = Nichts wurde geschrieben. Versuchen Sie es noch einmal.
error-openpgp-slot-without-key = Es gibt nicht für jeden Zweck einen Schlüssel: Unterschriften, Entschlüsselung und Anmeldungen.
    .now = Nichts wurde geschrieben. Ergänzen Sie den fehlenden Schlüssel in GnuPG und exportieren Sie neu, oder nehmen Sie eine andere Kopie des Bündels.
error-openpgp-no-secret-key = Diese Datei enthält keinen geheimen OpenPGP-Schlüssel.
    .now = Exportieren Sie Ihren Schlüssel mit „gpg --armor --export-secret-keys“, und bringen Sie diese Datei.
error-openpgp-too-large = In dieser Datei ist mehr als in irgendeinem Schlüssel.
    .now = Exportieren Sie nur Ihren Schlüssel, mit „gpg --armor --export-secret-keys ADRESSE“, und bringen Sie diese Datei.
error-openpgp-no-key = In dieser Datei ist kein Schlüssel.
    .now = Exportieren Sie Ihren Schlüssel mit „gpg --armor --export-secret-keys“, und bringen Sie diese Datei.
error-openpgp-public-key-alone = Diese Datei enthält nur einen öffentlichen Schlüssel, ohne sein Geheimnis.
    .now = Exportieren Sie Ihren Schlüssel mit „gpg --armor --export-secret-keys“, und bringen Sie diese Datei.
error-openpgp-costly = Diese Datei zu öffnen würde mehr Speicher oder Zeit brauchen, als hier erlaubt ist. Kein gewöhnlicher Schlüssel braucht so viel.
    .now = Exportieren Sie Ihren Schlüssel noch einmal mit „gpg --armor --export-secret-keys“, auf einen anderen Stick, und bringen Sie diese Datei.
error-openpgp-version = Der Schlüssel in dieser Datei hat die Version { $version }, und Nitrokeys kennen nur die Version 4.
    .now = Bringen Sie einen der Version 4, oder gehen Sie zurück und lassen Sie neue Schlüssel machen.
error-openpgp-damaged = Etwas in dieser Datei ist beschädigt: Ein Schlüssel, oder was zu einem gehört, wurde verändert oder fehlt zum Teil.
    .now = Exportieren Sie Ihren Schlüssel noch einmal mit „gpg --armor --export-secret-keys“, und bringen Sie diese Datei.
error-openpgp-message = Diese Datei ist eine Nachricht und kein Schlüssel.
    .now = Exportieren Sie Ihren Schlüssel mit „gpg --armor --export-secret-keys“, und bringen Sie diese Datei.
error-openpgp-sealed-backup = Diese Datei ist eine versiegelte Sicherung von Coldspare, und nur ihre Karten öffnen sie.
    .now = Um ihre Schlüssel zurückzuholen, gehen Sie an den Anfang und wählen dort, was mit Ihren Nitrokeys geschehen ist.
error-openpgp-signed-text = Diese Datei ist ein unterschriebener Text und kein Schlüssel.
    .now = Exportieren Sie Ihren Schlüssel mit „gpg --armor --export-secret-keys“, und bringen Sie diese Datei.
error-openpgp-signature = Diese Datei ist nur eine Unterschrift und kein Schlüssel.
    .now = Exportieren Sie Ihren Schlüssel mit „gpg --armor --export-secret-keys“, und bringen Sie diese Datei.
error-openpgp-revocation = Diese Datei ist ein Widerruf: Sie sagt nur, dass ein Schlüssel nicht mehr benutzt wird.
    .now = Exportieren Sie Ihren Schlüssel mit „gpg --armor --export-secret-keys“, und bringen Sie diese Datei.
error-openpgp-ssh = Diese Datei ist ein Schlüssel für SSH und kein OpenPGP-Schlüssel.
    .now = Exportieren Sie Ihren Schlüssel mit „gpg --armor --export-secret-keys“, und bringen Sie diese Datei.
error-openpgp-x509 = Diese Datei ist ein Schlüssel oder Zertifikat für S/MIME oder Webserver und kein OpenPGP-Schlüssel.
    .now = Exportieren Sie Ihren Schlüssel mit „gpg --armor --export-secret-keys“, und bringen Sie diese Datei.
error-openpgp-gnupg-own = Diese Datei führt GnuPG für sich selbst. Ohne GnuPG lässt sie sich nicht lesen.
    .now = Exportieren Sie Ihren Schlüssel mit „gpg --armor --export-secret-keys“, und bringen Sie diese Datei.
error-openpgp-several = Diese Datei enthält { $count } Schlüssel.
    .now = Exportieren Sie den gewünschten allein, mit seinem Fingerabdruck.
error-openpgp-passphrase = Das Passwort öffnet den Schlüssel { $key } nicht.
    .now = Tippen Sie das Passwort, das dieser Schlüssel in GnuPG hat.
error-openpgp-code = Der Code öffnet diese Datei nicht.
    .now = Tippen Sie den Code, den das Programm beim Sichern gezeigt hat, oder das Passwort, unter das Sie die Datei gestellt haben.
error-openpgp-locked = Der Schlüssel { $key } ist auf eine Art verschlossen, die hier nicht bekannt ist ({ $how }).
    .now = Ändern Sie sein Passwort in GnuPG mit „gpg --change-passphrase“, und exportieren Sie ihn neu.
error-openpgp-not-beside = Der Schlüssel { $key } ist nicht in dieser Datei.
    .now = Wählen Sie den öffentlichen Schlüssel, der mit ihm zusammen gemacht wurde: „gpg --armor --export“ schreibt ihn.
error-openpgp-stub = Vom Schlüssel { $key } enthält die Datei nur den Hinweis, dass sein Geheimnis anderswo ist.
    .now = Exportieren Sie ihn mit „gpg --armor --export-secret-keys“ dort, wo „gpg --list-secret-keys“ hinter „sec“ kein Zeichen zeigt. Ein Schlüssel, der nur auf einem Nitrokey ist, lässt sich nicht exportieren.
error-openpgp-primary-elsewhere = Vom Schlüssel { $key } hat diese Datei Unterschlüssel, aber nicht den Hauptschlüssel: „gpg --export-secret-subkeys“ schreibt solche Dateien.
    .now = Bringen Sie die Datei mit, die den Hauptschlüssel hat. Fehlen ihr Unterschlüssel, so machen Sie aus beiden eine (cat eine.asc andere.asc > beide.asc) und bringen diese mit.
error-openpgp-unusable = Der Schlüssel { $key } lässt sich nicht benutzen: { $cause }.
    .now = Richten Sie neue Schlüssel ein. Bewahren Sie diese Datei auf, für alles, was für den alten verschlüsselt wurde.
error-openpgp-revoked = Der Schlüssel { $key } wurde am { $day } widerrufen ({ $reason }).
    .now = Niemand verschlüsselt mehr für ihn, und niemand glaubt ihm. Richten Sie neue Schlüssel ein, und bewahren Sie diese Datei für alte Post auf.
error-openpgp-revoked-beside = Neben dem Schlüssel { $key } liegt in dieser Datei sein Widerrufszertifikat vom { $day } ({ $reason }). Wer beides aufnimmt, beendet ihn.
    .now = Gilt er noch, so bringen Sie eine Datei ohne das Zertifikat mit (gpg --armor --export-secret-keys) und bewahren es für sich auf. Gilt er nicht mehr, richten Sie neue Schlüssel ein; die Datei bleibt für alte Post.
revoked-compromised = jemand anders könnte ihn haben
revoked-superseded = es gibt einen neueren
revoked-retired = er wird nicht mehr benutzt
revoked-unspecified = ohne Angabe eines Grundes
unusable-version-6 = Er hat die Version 6, und Nitrokeys kennen nur die Version 4
unusable-primary = Er ist von der Art { $kind }. Damit lässt sich hier nichts unterschreiben, und weder GnuPG noch ein Nitrokey kennt sie
error-openpgp-slot = Der Plan nennt für { $slot } einen Schlüssel, der das nicht kann: { $key }.
    .now = Nennen Sie im Plan einen, der es kann:
        { $allowed }
error-openpgp-slot-none = Der Plan nennt für { $slot } einen Schlüssel, der das nicht kann ({ $key }), und keiner Ihrer Schlüssel kann es.
    .now = Lassen Sie dieses Feld im Plan weg: Dann wird dafür ein neuer Schlüssel gemacht.
error-openpgp-primary-in-slot = Der Hauptschlüssel { $key } ist auf dem Nitrokey selbst, für { $slot }. Neue Unterschlüssel würden nicht helfen: Wer den Nitrokey hat, hat alles.
    .now = Widerrufen Sie alles, und erzeugen Sie neue Schlüssel.
error-openpgp-last-user-id = „{ $id }“ ist der einzige Name dieses Schlüssels.
    .now = Fügen Sie zuerst einen anderen hinzu.
error-openpgp-no-user-id = Dieser Schlüssel hat keinen Namen „{ $id }“, oder nicht mehr.
    .now = Wählen Sie einen von denen, die gezeigt werden.
error-openpgp-bad-signature = Das Manifest des Bündels ist nicht so unterschrieben, wie es sein soll ({ $cause }).
    .now = Nehmen Sie eine andere Kopie des Bündels.
signed-not = es ist nicht unterschrieben
signed-by-another = ein anderer Schlüssel hat es unterschrieben
signed-otherwise = es wurde verändert, oder seine Unterschrift
error-openpgp-not-yet = Die Kartenliste der Sicherung ist vom { $made }, und die Uhr dieses Rechners sagt { $clock }. Mit der Sicherung ist alles in Ordnung: Wahrscheinlich geht die Uhr nach.
    .now = Gehen Sie an den Anfang zurück und stellen Sie das Datum ein, oder drücken Sie noch einmal Enter, um so weiterzumachen.
error-openpgp-key-not-yet = Der Schlüssel { $key } ist vom { $made }, und die Uhr dieses Rechners sagt { $clock }. Wahrscheinlich geht die Uhr nach.
    .now = Gehen Sie an den Anfang zurück und stellen Sie das Datum ein.
error-openpgp-secret-damaged = Das Geheimnis des Schlüssels { $key } tut nicht, was sein öffentlicher Schlüssel sagt: Die Datei ist beschädigt.
    .now = Exportieren Sie ihn noch einmal, und wählen Sie diese Datei.
error-openpgp-broken = Der Schlüssel { $key } wurde wiederhergestellt, tut aber nicht, was sein öffentlicher Schlüssel sagt.
    .now = Nehmen Sie eine andere Kopie des Bündels.

## Die Sicherung: Anteilskarten

error-share-not-a-share = Das ist nicht der Code einer Anteilskarte.
    .now = Lesen Sie eine Anteilskarte ein: das Blatt mit einem Code und 24 Wörtern.
error-share-backup-part = Das ist ein Code des Sicherungsblatts, dessen mit vielen Codes.
    .now = Lesen Sie eine Anteilskarte ein: das Blatt mit einem Code und 24 Wörtern.
error-share-later-version = Diese Anteilskarte stammt von einer späteren Version von Coldspare.
    .now = Nehmen Sie die neueste Version von Coldspare.
error-share-check = Der Code der Anteilskarte wurde nicht richtig gelesen: Seine Prüfzeichen passen nicht.
    .now = Lesen Sie ihn noch einmal ein, oder tippen Sie die Wörter.
error-share-field = Der Code der Anteilskarte kann nicht stimmen: { $field }.
    .now = Lesen Sie ihn noch einmal ein. Geschieht es wieder, hat Coldspare diese Karte nicht gemacht.
name-share-field-set = Einen solchen Kartensatz gibt es nicht
name-share-field-quorum = So viele Karten können nicht nötig sein
name-share-field-cards = So viele Karten kann es nicht geben
name-share-field-number = Keine Karte hat diese Nummer
name-share-field-share = Sein Anteil ist beschädigt
error-words-count = Eine Anteilskarte hat 24 Wörter, das sind { $found }.
    .now = Sehen Sie nach, welches fehlt oder doppelt ist.
error-words-unknown = Wort { $position } ist keines der Wörter, aus denen Karten bestehen.
    .now = Sehen Sie auf der Karte nach, wie es geschrieben wird.
error-words-checksum = Alle 24 Wörter gibt es, aber sie gehören nicht zusammen: Eines ist nicht das der Karte, oder zwei sind vertauscht.
    .now = Vergleichen Sie jedes Wort mit der Karte.
error-words-open = { $open } fehlen, und höchstens { $most } lassen sich finden.
    .now = Lesen Sie mehr davon von der Karte ab, oder nehmen Sie eine andere Karte.
error-digits-lines = Eine Anteilskarte hat 4 Zeilen, das sind { $found }.
    .now = Tippen Sie alle vier Zeilen, wie sie auf der Karte stehen.
error-digits-line = Zeile { $line } ist falsch: Ihre letzten vier Zeichen, die Prüfzeichen, passen nicht.
    .now = Vergleichen Sie diese Zeile mit der Karte.
typed-word-ambiguous = Wort { $position }: Mit „{ $typed }“ beginnt mehr als eines. Tippen Sie vier Buchstaben.
typed-word-near = Wort { $position }: „{ $typed }“ steht auf keiner Karte. Meinten Sie { $near }?
typed-word-none = Wort { $position }: „{ $typed }“ steht auf keiner Karte. Sehen Sie nach, wie es geschrieben wird.
typed-word-quoted = „{ $word }“
error-gather-other-set = Karte { $card } gehört zum Kartensatz { $found }, die Sicherung zum Kartensatz { $expected }.
    .now = Legen Sie sie beiseite, und nehmen Sie eine Karte des Kartensatzes { $expected }. Sind alle Karten vom Kartensatz { $found }, ist es die falsche Sicherung: Nehmen Sie die ihres Kartensatzes.
error-gather-doubled = Karte { $card } war schon da.
    .now = Nehmen Sie eine andere Karte dieses Kartensatzes.
error-gather-doubled-unnumbered = Diese Karte war schon da.
    .now = Nehmen Sie eine andere Karte dieses Kartensatzes.
error-gather-same-number = Es gibt schon eine Karte { $card }, mit anderen Wörtern.
    .now = Sehen Sie nach der Nummer dieser Karte. Ist es dieselbe, tippen Sie sie noch einmal: Die andere Karte ist vielleicht gefälscht. Ist sie nicht zu lesen, lassen Sie sie leer: Sie wird durch Versuchen gefunden.
error-gather-not-listed = Karte { $card } wurde fehlerfrei gelesen, ist aber nicht die Karte { $card } des Kartensatzes { $set }, die die Liste auf dem Stick nennt. Eines von beiden ist nicht echt.
    .now = Nehmen Sie eine andere Karte. Wird auch sie abgelehnt, liegt es an der Liste: Nehmen Sie eine andere Kopie der Sicherung, oder das Sicherungsblatt.
error-gather-not-needed = Noch eine Karte ({ $card }) ist nicht nötig: Die Sicherung ist offen.
    .now = Machen Sie weiter.
error-gather-misfit = Diese Karte ({ $card }) passt nicht zu denen, die die Sicherung geöffnet haben: Sie wurde verlesen, hat eine falsche Nummer, ist aus einem anderen Kartensatz oder gefälscht.
    .now = Sie ist nicht nötig: Legen Sie sie beiseite, und machen Sie weiter.
error-gather-full = Mehr Karten, als schon da sind, hat kein Kartensatz.
    .now = Drücken Sie F2, und nehmen Sie eine heraus, bevor eine andere kommt.
error-gather-too-few = { $missing ->
        [one] Von { $needed } nötigen Karten fehlt noch eine.
       *[other] Von { $needed } nötigen Karten fehlen noch { $missing }.
    }
    .now = Lesen Sie eine weitere Karte ein, oder tippen Sie sie.
error-gather-unfit = Wie man die Karten { $cards } auch zusammennimmt, sie ergeben nicht den Schlüssel des Kartensatzes { $set }. Eine wurde verlesen, hat eine falsche Nummer, ist aus einem anderen Kartensatz (er steht auf jeder Karte oben rechts) oder gefälscht.
    .now = Bringen Sie noch eine Karte: Dann lässt sich sagen, welche falsch ist. Oder drücken Sie F2, nehmen Sie eine heraus, und lesen Sie sie noch einmal ein.
error-gather-unfit-all = Wie man die Karten { $cards } auch zusammennimmt, sie ergeben nicht den Schlüssel des Kartensatzes { $set }. Eine wurde verlesen, hat eine falsche Nummer, ist aus einem anderen Kartensatz (er steht auf jeder Karte oben rechts) oder gefälscht.
    .now = Weitere Karten hat dieser Kartensatz nicht. Drücken Sie F2, nehmen Sie eine getippte heraus, vergleichen Sie jedes Wort, und lesen Sie sie noch einmal ein.
error-gather-list-unfit = Die Karten { $cards } sind die, die die Liste auf dem Stick nennt, und ergeben doch nicht den Schlüssel des Kartensatzes { $set }. Die Liste ist nicht echt; die Karten können es sein.
    .now = Nehmen Sie eine andere Kopie der Sicherung, oder das Sicherungsblatt.
error-gather-numbers-needed = Die Karten { $cards } können auf so viele Arten gelesen oder nummeriert sein, dass sich nicht alle versuchen lassen.
    .now = Vergleichen Sie ihre Nummern und Wörter: F2 nimmt heraus, was falsch ist oder ein „?“ hat; tippen Sie es noch einmal, mit seiner Nummer. Auch eine Karte mehr hilft.
error-gather-not-this-backup = Die Karten { $cards } passen zusammen und ergeben den Schlüssel des Kartensatzes { $set }. Doch diese Sicherung öffnet sich damit nicht: Es ist nicht ihre, was immer sie von sich sagt.
    .now = Behalten Sie die Karten. Nehmen Sie eine andere Kopie der Sicherung: einen anderen Stick oder ein anderes Sicherungsblatt. Wurden Codes eines Blatts weggelassen: Gehen Sie zu ihm zurück, drücken Sie F2, und lesen Sie nur jene ein; die Karten bleiben da.
error-gather-two-keys = In diesen Karten stecken zwei verschiedene Schlüssel, und diese Sicherung öffnet sich mit beiden: Das tut keine echte. Jemand hat sie so gemacht; keiner von beiden wurde genommen.
    .now = Nehmen Sie eine andere Kopie der Sicherung, und lassen Sie sich von allen die Karte selbst geben.
error-gather-stopped = Die Suche wurde abgebrochen. Die Karten sind noch da.
    .now = Mit Enter werden sie noch einmal versucht; oder bringen Sie noch eine Karte.

## Die Sicherung: Blatt, versiegelte Sicherung, Manifest

error-part-not-a-part = Das ist kein Code eines Sicherungsblatts.
    .now = Lesen Sie das Blatt mit vielen Codes ein.
error-part-check = Dieser Code des Sicherungsblatts wurde nicht richtig gelesen.
    .now = Lesen Sie ihn noch einmal ein.
error-part-field = Dieser Code des Sicherungsblatts kann nicht stimmen: { $field }.
    .now = Lesen Sie ihn noch einmal ein. Geschieht es wieder, hat Coldspare dieses Blatt nicht gemacht.
name-part-field-set = Einen solchen Kartensatz gibt es nicht
name-part-field-sealing = Eine solche Versiegelung gibt es nicht
name-part-field-count = So viele Codes kann es nicht geben
name-part-field-number = Kein Code hat diese Nummer
name-part-field-length = Seine Länge passt nicht
name-part-field-content = Sein Inhalt ist beschädigt
error-part-other-set = Code { $number } gehört zum Kartensatz { $found }, die anderen gehören zum Kartensatz { $expected }.
    .now = Nehmen Sie die Codes eines einzigen Blatts: das, dessen Kartensatz auf den Karten steht. F2 beginnt neu.
error-part-other-sealing = Code { $number } ist nach dem, was er sagt, von einem anderen Blatt dieses Kartensatzes: Versiegelung { $found }; die anderen sagen Versiegelung { $expected }.
    .now = Nehmen Sie die Codes eines einzigen Blatts. Ist keines gefälscht, so ist das mit der höchsten Nummer das neueste. F2 beginnt neu.
error-part-other-backup = Code { $number } ist von einem anderen Blatt dieses Kartensatzes: Er beginnt mit { $found }, die anderen mit { $expected }.
    .now = Nehmen Sie die Codes eines einzigen Blatts. Die ersten Zeichen seines SHA-256 sagen, welches es ist. F2 beginnt neu.
error-part-different = Code { $number } passt nicht zu den anderen des Kartensatzes { $set }, obwohl er dieselbe Sicherung nennt: Einer davon ist vielleicht gefälscht.
    .now = Machen Sie weiter: Genug echte Codes, einer nach dem anderen, werden unter gefälschten gefunden.
error-part-unfit = { $codes ->
        [one] Dieser Code allein soll die Sicherung ergeben, die er nennt, und tut es nicht: Er ist gefälscht.
       *[other] Diese { $codes } Codes ergeben zusammen nicht die Sicherung, die sie nennen: Mindestens einer ist gefälscht.
    }
    .now = Lesen Sie weitere Codes dieses Blatts ein. Hilft das nicht, lesen Sie alle noch einmal, die Seiten zuletzt, denen Sie am meisten trauen: Genug echte, einer nach dem anderen, werden gefunden. F2 beginnt neu mit einem anderen Blatt.
error-part-too-few = { $missing ->
        [one] Es fehlt noch ein Code des Sicherungsblatts.
       *[other] Es fehlen noch { $missing } Codes des Sicherungsblatts.
    }
    .now = Lesen Sie beliebige andere ein.
error-part-too-large = Die versiegelte Sicherung hat { $bytes } Bytes, zu viele für Papier.
    .now = Bewahren Sie die Sicherung nur auf Sticks auf.
error-part-too-large-vault = Die versiegelte Sicherung hat { $bytes } Bytes, zu viele für Papier.
    .now = Lassen Sie etwas Aufbewahrtes weg, oder bewahren Sie die Sicherung nur auf Sticks auf.
error-seal-seal = Die Sicherung ließ sich nicht versiegeln ({ $cause }).
    .now = Nichts wurde geschrieben. Versuchen Sie es noch einmal.
error-seal-too-large = Die Sicherung hätte { $bytes } Bytes, mehr als je wieder gelesen wird.
    .now = Lassen Sie etwas Aufbewahrtes weg.
error-seal-not-sealed = Das ist keine versiegelte Sicherung: Sie ist nicht so verschlüsselt, wie es jede ist. Jemand kann sie untergeschoben haben, oder sie ist schwer beschädigt.
    .now = Trauen Sie dieser Kopie nicht. Nehmen Sie eine andere Kopie des Bündels, oder das Sicherungsblatt.
error-seal-damaged = Die versiegelte Sicherung ist beschädigt oder wurde verändert.
    .now = Nehmen Sie eine andere Kopie des Bündels, oder das Sicherungsblatt. Ist sie von einem Blatt, gehen Sie zu ihm zurück und lesen weitere seiner Codes ein: Einer ist vielleicht gefälscht.
error-seal-inside = Die versiegelte Sicherung ist offen, aber ihr Inneres hat eine andere Form, als Coldspare ihm gibt.
    .now = Nehmen Sie eine andere Kopie des Bündels, oder stellen Sie alles von Hand wieder her, wie es in GUIDE.txt steht.
error-seal-wrong-key = Die Karten öffnen diese versiegelte Sicherung nicht: Sie gehört zu einem anderen Kartensatz.
    .now = Stecken Sie den Stick dieses Kartensatzes ein.
error-contents-archive = Die versiegelte Sicherung ist offen, aber ihr Inhalt ist beschädigt.
    .now = Nehmen Sie eine andere Kopie des Bündels.
error-contents-missing = Die versiegelte Sicherung ist offen, aber { $file } ist nicht darin.
    .now = Nehmen Sie eine andere Kopie des Bündels.
error-contents-unreadable = Die versiegelte Sicherung ist offen, aber { $file } darin lässt sich nicht lesen.
    .now = Nehmen Sie eine andere Kopie des Bündels, oder stellen Sie von Hand wieder her, wie GUIDE.txt es sagt.
error-contents-name = „{ $name }“ ist kein Name für etwas Aufbewahrtes.
    .now = Nehmen Sie nur Buchstaben ohne Umlaut und Akzent, Ziffern, „.“, „-“ und „_“.
error-manifest-syntax = Das Manifest des Bündels lässt sich nicht lesen ({ $cause }).
    .now = Nehmen Sie eine andere Kopie des Bündels.
error-manifest-field = Das Manifest des Bündels kann nicht stimmen: Sein „{ $field }“ ist unmöglich.
    .now = Nehmen Sie eine andere Kopie des Bündels.
error-manifest-later-version = Das Manifest des Bündels stammt von einer späteren Version von Coldspare ({ $version }).
    .now = Nehmen Sie die neueste Version von Coldspare.

## Der Rechner: Uhr, Zufall, Sticks

error-no-terminal = Die Bildschirme können dieses Terminal nicht benutzen ({ $cause }).
    .now = Starten Sie Coldspare in einem anderen Terminal.
error-clock-not-permitted = Die Uhr lässt sich hier nicht stellen: Das darf nur, wer den Rechner verwaltet.
    .now = Stellen Sie sie mit den eigenen Mitteln des Rechners, oder starten Sie Coldspare mit sudo.
error-clock-system = Die Uhr nimmt diese Zeit nicht an ({ $cause }).
    .now = Stellen Sie sie im Setup des Rechners, und starten Sie neu.
error-clock-no-time = „{ $typed }“ ist kein Datum mit Uhrzeit.
    .now = Tippen Sie beides wie 2026-11-24 17:05.
error-confine = Der Prozess, der die Wiederherstellung probt, ließ sich nicht abschotten: { $cause }.
    .now = Es wurde nichts gelesen und kein Nitrokey beschrieben. Starten Sie den Rechner neu. Geschieht es wieder, schreiben Sie das Abbild neu auf den Stick.
confine-too-old = der Schutz der Dateien durch den Kernel (Landlock) ist aus oder zu alt
confine-files = Dateien lassen sich nicht von ihm fernhalten ({ $cause })
confine-missing = eine Datei, die er braucht, fehlt ({ $cause })
confine-calls = Aufrufe des Kernels lassen sich nicht von ihm fernhalten ({ $cause })
confine-system = das System lässt es nicht zu ({ $cause })
error-entropy-device = Zufall: Die Quelle des Rechners lässt sich nicht benutzen ({ $cause }).
    .now = Starten Sie den Rechner neu. Geschieht es wieder, nehmen Sie einen anderen.
error-entropy-kernel = Zufall: Die Quelle des Rechners ließ sich nicht auffrischen ({ $cause }).
    .now = Starten Sie den Rechner neu. Geschieht es wieder, nehmen Sie einen anderen.
error-entropy-openssl = Zufall: Die Quelle für neue Schlüssel ließ sich nicht auffrischen.
    .now = Starten Sie den Rechner neu. Geschieht es wieder, nehmen Sie einen anderen.
error-entropy-no-roll = Wurf { $position } ist „{ $found }“, und diese Seite hat kein Würfel.
    .now = Tippen Sie nur Ziffern von 1 bis 6.
error-stick-full = Der Stick { $stick } ist voll.
    .now = Nichts Halbes blieb darauf. Stecken Sie einen mit mehr Platz ein, und versuchen Sie es noch einmal.
error-stick-read-only = Der Stick { $stick } lässt sich nicht beschreiben.
    .now = Schalten Sie seinen Schreibschutz aus, oder stecken Sie einen anderen ein, und versuchen Sie es noch einmal.
error-stick-gone = Der Stick { $stick } ist weg.
    .now = Stecken Sie ihn wieder ein, und versuchen Sie es noch einmal. Was nicht fertig war, wird neu geschrieben.
error-stick-damaged = Der Stick { $stick } ließ sich nicht lesen oder beschreiben: Er wurde gerade herausgezogen, oder er ist beschädigt.
    .now = Stecken Sie ihn wieder ein, und versuchen Sie es noch einmal. Kommt dann dasselbe, so ist er beschädigt: Nehmen Sie einen anderen Stick.
error-stick-differs = Der Stick { $stick } behält nicht, was man schreibt: { $file } kam anders zurück.
    .now = Trauen Sie diesem Stick nicht. Stecken Sie einen anderen ein.
error-stick-missing = Auf dem Stick { $stick } ist kein { $file }.
    .now = Stecken Sie den Stick ein, auf dem diese Datei ist.
error-stick-too-large = Auf dem Stick { $stick } ist { $file } größer als jede Datei dieser Art. Sie ist nicht, was sie scheint.
    .now = Nehmen Sie eine andere Kopie.
error-stick-too-many = Auf dem Stick { $stick } sind zu viele Dateien.
    .now = Löschen Sie dort, was nicht nötig ist, oder stecken Sie einen anderen ein.
error-stick-unformatted = Der Stick { $stick } hat kein Dateisystem, das sich benutzen lässt.
    .now = Stecken Sie einen mit FAT oder exFAT ein.
error-stick-system = Der Stick { $stick } hat einen Fehler bei { $file } ({ $cause }).
    .now = Stecken Sie ihn wieder ein, oder einen anderen, und versuchen Sie es noch einmal.
error-stick-unreadable = Der Stick { $stick } lässt sich nicht lesen ({ $cause }).
    .now = Stecken Sie ihn wieder ein, oder einen anderen, und versuchen Sie es noch einmal.

## Papier, Drucker, Bilder

error-paper-draw = Die Seite ließ sich nicht zeichnen ({ $cause }). Das ist ein Fehler von Coldspare.
    .now = Nichts wurde gedruckt. Gehen Sie einen Schritt zurück, und versuchen Sie es noch einmal.
error-print-unknown-language = Der Drucker { $printer } spricht { $speaks }, und nichts davon ist hier bekannt.
    .now = Nichts wurde gedruckt. Schließen Sie einen anderen Drucker an (PostScript, PCL 5, PDF, PWG- oder Apple-Raster, ESC/POS), oder sichern Sie die Seiten als PDF.
error-print-silent = Der Drucker { $printer } sagt nicht, welche Sprache er spricht.
    .now = Nichts wurde gedruckt. Schließen Sie einen anderen Drucker an, oder sichern Sie die Seiten als PDF.
error-print-other-paper = Der Drucker { $printer } druckt nicht auf { $paper }.
    .now = Nichts wurde gedruckt. Wählen Sie das Papier, das er hat, und drucken Sie noch einmal.
name-paper-a4 = Blätter in A4
name-paper-letter = Blätter in US-Letter
name-paper-roll = eine Rolle von { $width } mm Breite
error-print-given-up = { $printer }: { $trouble } { $printed ->
        [0] Keine Seite wurde gedruckt.
       *[other] Gedruckte Seiten: { $printed } von { $of }.
    }
    .now = Schalten Sie den Drucker aus. Ein Teil der nächsten Seite liegt vielleicht darin oder kommt noch heraus: Vernichten Sie ihn. Drucken Sie dann die fehlenden Seiten noch einmal.
error-printer-paper-out = Der Drucker hat kein Papier.
    .now = Legen Sie Papier ein.
error-printer-offline = Der Drucker ist offline.
    .now = Drücken Sie die Taste, die ihn bereit macht.
error-printer-fault = Der Drucker meldet einen Fehler.
    .now = Sehen Sie auf seine Anzeige: Papierstau, offene Klappe, kein Toner?
error-printer-gone = Der Drucker ist weg.
    .now = Stecken Sie sein Kabel ein, und schalten Sie ihn ein.
error-printer-takes-nothing = Der Drucker nimmt keine Daten an.
    .now = Sehen Sie nach, ob er bereit ist: Papier, Klappe, Toner.
error-printer-system = An den Drucker lässt sich nichts senden ({ $cause }).
    .now = Ziehen Sie sein Kabel heraus, und stecken Sie es wieder ein.
error-picture-not-png = Die Datei ist kein ganzes PNG-Bild ({ $cause }).
    .now = Sichern oder scannen Sie das Bild noch einmal, als PNG.
error-picture-too-large = Das Bild ist zu groß: { $width } x { $height } Bildpunkte.
    .now = Scannen Sie das Blatt noch einmal mit 300 dpi, oder sichern Sie das Bild kleiner.
error-picture-length = Das Bild der Kamera kam nicht ganz an ({ $found } von { $expected } Bytes).
    .now = Versuchen Sie es noch einmal, oder nehmen Sie eine andere Kamera.

## Die Zeremonie

error-ceremony-not-printable = Im Plan steht „{ $value }“ ({ $name }). In der Schrift für Papier fehlt: { $missing }
    .now = Schreiben Sie es mit lateinischen, griechischen oder kyrillischen Buchstaben.
error-ceremony-already-met = Der Nitrokey { $serial } war schon da: „{ $role }“.
    .now = Ziehen Sie ihn heraus, und stecken Sie den nächsten ein.
error-ceremony-too-many = Der Plan will { $planned ->
        [one] einen Nitrokey, und er ist
       *[other] { $planned } Nitrokeys, und alle sind
    } bekannt. { $serial } ist einer zu viel.
    .now = Ziehen Sie ihn heraus, oder ändern Sie den Plan.
error-ceremony-pin-count = PINs wurden für { $given ->
        [one] einen Nitrokey
       *[other] { $given } Nitrokeys
    } getippt, und der Plan will { $planned }.
    .now = Tippen Sie PINs für jeden.
error-ceremony-card-differs = { $card }: Was gelesen wurde, ist nicht, was gedruckt wurde.
    .now = Lesen Sie sie noch einmal. Geschieht es wieder, drucken Sie diese Karte neu.
error-ceremony-old-card = Das ist { $card } des alten Kartensatzes { $set }; gebraucht wird eine neue, vom Kartensatz { $expected }.
    .now = Legen Sie sie zu den alten, die verbrannt werden, und nehmen Sie die neue Karte.
error-ceremony-word-differs = { $card }: Wort { $position } ist nicht das gedruckte.
    .now = Vergleichen Sie es mit der Karte, und antworten Sie noch einmal.
error-ceremony-not-a-code = Das ist kein Code einer Anteilskarte oder eines Sicherungsblatts.
    .now = Eine Anteilskarte hat einen Code und 24 Wörter, ein Sicherungsblatt viele Codes. Lesen Sie einen davon ein.
error-ceremony-no-card = Diese Wörter oder Zeilen stehen auf keiner Karte, die die Liste auf dem Stick nennt.
    .now = Vergleichen Sie sie mit der Karte und ihren Kartensatz, oben rechts, mit { $set }. Ist beides gleich, ist vielleicht die Liste falsch: Nehmen Sie eine andere Kopie der Sicherung.
error-ceremony-no-such-number = Es gibt keine Karte { $number } von { $cards }.
    .now = Sehen Sie auf die Nummer der Karte. Steht sie so da, lassen Sie sie leer.
error-ceremony-cards-missing = Noch nicht zurückgelesen: { $cards }.
    .now = Lesen Sie sie ein, oder tippen Sie ihre Wörter.
error-ceremony-other-ceremony = Die Karten oder der Stick gehören nicht zum Kartensatz { $set }.
    .now = Nehmen Sie die dieses Kartensatzes.
error-ceremony-too-few-whole = Von { $needed } nötigen Karten wurden { $whole } ganz gelesen.
    .now = Lesen Sie weitere ganz, oder proben Sie mit den Anteilen, wie sie gedruckt wurden.
error-ceremony-not-opened = Die Sicherung wurde mit keinen Karten geöffnet, für die sie wieder versiegelt werden könnte.
    .now = Versiegeln Sie sie für neue Karten.
error-ceremony-other-backup = Schlüssel, Stick oder Einverständnis gehören zu einer anderen versiegelten Sicherung.
    .now = Schreiben Sie das Bündel neu, und proben Sie noch einmal.
error-ceremony-made-apart = Auf diesem Stick ist in { $folder } eine andere Sicherung dieser Schlüssel: Kartensatz { $set }, Versiegelung { $sealing }, { $day }. Diese hier ist nicht aus ihr entstanden, also wird sie nicht ersetzt: In ihr kann etwas sein, was hier fehlt.
    .now = Nehmen Sie einen anderen Stick. Ist die andere die neuere, so gehen Sie zum Anfang zurück und öffnen Sie sie, mit den Karten ihres Kartensatzes. Braucht sie niemand, so wählen Sie diesen Stick noch einmal, und sagen Sie, dass sie weg kann.
error-ceremony-cannot-tell = Was auf { $stick } in { $folder } ist, lässt sich nicht sagen: Nicht alles davon ist zu lesen. Vielleicht wird es noch gebraucht, also wird es nicht ersetzt.
    .now = Nehmen Sie einen anderen Stick. Oder sehen Sie ihn auf einem anderen Rechner an: Benennen Sie den Ordner dort um, oder löschen Sie ihn, wenn niemand ihn braucht.
error-ceremony-rehearsal = Die Probe der Wiederherstellung ist nicht gelungen. { $cause }
    .now = Kein Nitrokey wurde beschrieben. Schreiben Sie das Bündel neu, lesen Sie die Karten noch einmal, und proben Sie noch einmal.
rehearsal-different = Was herauskam, ist nicht, was versiegelt wurde.
rehearsal-process = Das gesonderte Programm dafür ist gescheitert ({ $cause }).
rehearsal-no-end = Das gesonderte Programm dafür kam zu keinem Ende und wurde beendet. Geschieht das noch einmal, so schreiben Sie das Bündel auf einen anderen Stick.
rehearsal-question = Das gesonderte Programm dafür konnte nicht lesen, was es bekam.
rehearsal-nonce = Das gesonderte Programm dafür wurde falsch gestartet.
rehearsal-folder = Das gesonderte Programm dafür hat das Bündel nicht gefunden.
error-ceremony-tampered = Die Datei { $file } des Bündels ist nicht die, die zu { $other } gehört.
    .now = Nehmen Sie eine andere Kopie des Bündels.
error-ceremony-public-key = Der öffentliche Schlüssel im Bündel lässt sich nicht lesen ({ $cause }).
    .now = Nehmen Sie eine andere Kopie des Bündels.
error-ceremony-no-such-role = Für einen Nitrokey „{ $role }“ gibt es keine PINs.
    .now = Wählen Sie einen, für den es welche gibt: { $known }.
error-ceremony-user-pin-needed = Die Sicherung enthält die Benutzer-PIN des Nitrokeys „{ $role }“ nicht.
    .now = Tippen Sie eine Benutzer-PIN für ihn.
error-ceremony-already-flashed = Der Nitrokey { $serial } ist schon beschrieben: „{ $role }“.
    .now = Ziehen Sie ihn heraus, und stecken Sie einen anderen ein.
error-ceremony-short-passphrase = Das Passwort hat { $length } Zeichen. Ein Schlüssel, der nicht auf einem Nitrokey ist, braucht mindestens 12.
    .now = Wählen Sie ein längeres.

## Der Plan

error-plan-syntax = Die Datei { $file } lässt sich nicht lesen ({ $cause }).
    .now = Berichtigen Sie sie, oder lassen Sie die Datei weg, und tippen Sie den Plan.
error-plan-syntax-line = Zeile { $line } der Datei { $file } lässt sich nicht lesen ({ $cause }).
    .now = Berichtigen Sie sie, oder lassen Sie die Datei weg, und tippen Sie den Plan.
error-plan-latin-1 = Die Datei { $file } ist nicht in UTF-8: Zeile { $line } hat Buchstaben in einer anderen Kodierung, wohl Latin-1 (Windows-1252).
    .now = Speichern Sie sie im Editor als UTF-8, oder lassen Sie die Datei weg, und tippen Sie den Plan.
error-plan-utf-16 = Die Datei { $file } ist in UTF-16, aber beschädigt oder ohne das Zeichen vorn, das es sagt.
    .now = Speichern Sie sie im Editor als UTF-8, oder lassen Sie die Datei weg, und tippen Sie den Plan.
error-plan-field = Im Plan: { $name } ({ $field }) ist „{ $value }“, und das geht nicht.
    .now = { $allowed }
error-plan-empty = Im Plan: { $name } ({ $field }) ist leer.
    .now = { $allowed }
error-plan-no-user-id = Im Plan steht kein Name und keine Adresse (user_ids).
    .now = Schreiben Sie mindestens eines, wie „Ada Lovelace <ada@example.org>“.
error-plan-trustees = Der Plan nennt { $found ->
        [one] { $found } Vertrauensperson
       *[other] { $found } Vertrauenspersonen
    } für { $cards } Anteilskarten.
    .now = Nennen Sie für jede Karte eine.
name-plan-version = die Version des Formats
name-plan-user-ids = Ihr Name mit Adresse
name-plan-algorithm = die Art der Schlüssel
name-plan-expiry = die Zeit, bis die Schlüssel ablaufen
name-plan-nitrokeys = die Zahl der Nitrokeys
name-plan-pins = die Herkunft der PINs
name-plan-touch = der Gebrauch der Taste
name-plan-primary-key = der Ort des Hauptschlüssels
name-plan-public-key-url = die Adresse des öffentlichen Schlüssels
name-plan-language = die Sprache
name-plan-quorum-needed = die Zahl der nötigen Karten
name-plan-quorum-cards = die Zahl der Karten
name-plan-trustees-name = der Name einer Vertrauensperson
name-plan-trustees-note = die Notiz zu einer Vertrauensperson
name-plan-slots-signature = der Schlüssel für Unterschriften
name-plan-slots-decryption = der Schlüssel für Entschlüsselung
name-plan-slots-authentication = der Schlüssel für Anmeldungen
allowed-one-of = Schreiben Sie eines von diesen: { $words }.
allowed-range = Wählen Sie eine Zahl von { $from } bis { $to }.
allowed-up-to-cards = Wählen Sie eine Zahl von 2 bis { $cards }, der Zahl der Karten.
allowed-version = Schreiben Sie { $version }.
allowed-expiry = Schreiben Sie „never“ (nie) oder „1 year“ bis „30 years“ (Jahre).
allowed-user-id = Schreiben Sie „Name <Adresse>“, wie „Ada Lovelace <ada@example.org>“.
allowed-once = Schreiben Sie jedes nur einmal.
allowed-line = Schreiben Sie eine Zeile von { $min } bis { $max } Zeichen.
allowed-address = Schreiben Sie eine Adresse wie „https://example.org/ada.asc“.
allowed-language = Schreiben Sie zwei Buchstaben, wie „en“, „de“ oder „fr“.
allowed-fingerprint = Schreiben Sie einen Fingerabdruck von 40 hexadezimalen Ziffern.

## The keyboard

error-keyboard-not-allowed = Die Tastaturbelegung lässt sich ohne Verwalterrechte nicht setzen.
    .now = Setzen Sie sie mit den Mitteln dieses Systems, oder starten Sie Coldspare als Verwalter.
error-keyboard-kernel = Das System hat diese Tastaturbelegung abgelehnt ({ $cause }).
    .now = Wählen Sie eine andere; bis dahin schreiben die Tasten wie zuvor.
error-message-none = In dieser Datei ist keine verschlüsselte Nachricht.
    .now = Nehmen Sie die Datei, die Ihr Mailprogramm als verschlüsselt zeigt, oder die ganze Mail, als Datei gespeichert.
error-message-other-keys = Die Nachricht wurde für andere Schlüssel verschlüsselt: { $keys }.
    .now = Vielleicht ging sie an jemand anderen oder an Schlüssel, die Sie vor diesen hatten. Öffnen Sie deren Sicherung.
error-message-hidden = Die Nachricht sagt nicht, für welche Schlüssel sie verschlüsselt wurde, und keiner von diesen öffnet sie.
    .now = Vielleicht ging sie an jemand anderen oder an Schlüssel, die Sie vor diesen hatten. Öffnen Sie deren Sicherung.
error-message-kind = Die Nachricht wurde für Ihren Schlüssel { $key } verschlüsselt, und mit einem Schlüssel seiner Art ({ $kind }) wird hier nichts entschlüsselt.
    .now = Entschlüsseln Sie sie zu Hause mit GnuPG, wo Sie diesen Schlüssel noch haben. Ist er nirgends sonst, öffnen Sie die Sicherung von Hand, wie GUIDE.txt es sagt: GnuPG bekommt dann alle Schlüssel.
error-message-elsewhere = Die Nachricht wurde für Ihren Schlüssel { $key } verschlüsselt, dessen Geheimnis nicht in dieser Sicherung ist.
    .now = Entschlüsseln Sie sie dort, wo dieser Schlüssel ist: auf dem Rechner oder dem Nitrokey, auf dem er geblieben ist.
error-message-many = Die Nachricht wurde für mehr Schlüssel verschlüsselt, als hier angesehen werden.
    .now = Benutzen Sie die Schlüssel aus einer Datei, zu Hause: gpg --decrypt sieht alle an.
error-message-strange = Die Nachricht ist für einen Ihrer Schlüssel und wurde auf eine Art verschlüsselt oder gepackt, die hier nicht bekannt ist ({ $how }).
    .now = Benutzen Sie die Schlüssel aus einer Datei, zu Hause: gpg --decrypt kennt mehr Arten.
error-message-passphrase = Die Nachricht ist mit einem Passwort verschlüsselt, nicht für einen Schlüssel.
    .now = Entschlüsseln Sie sie zu Hause: gpg --decrypt fragt nach dem Passwort. Dazu ist kein Nitrokey nötig.
error-message-not-protected = Nichts zeigt, ob diese Nachricht unterwegs verändert wurde. Manche alten Programme schrieben solche Nachrichten. Hier wird sie nicht geöffnet: Veränderte können ihren eigenen Inhalt an einen Angreifer schicken.
    .now = Bitten Sie den Absender, sie noch einmal zu schicken.
error-message-changed = Die Nachricht wurde unterwegs verändert oder abgeschnitten. Nichts davon wird gezeigt.
    .now = Kopieren Sie die Datei noch einmal von dort, woher sie kommt, oder bitten Sie den Absender darum.
error-message-too-large = Die Nachricht, oder was darin ist, ist länger als { $most } MB. So viel wird hier nicht geöffnet.
    .now = Benutzen Sie die Schlüssel aus einer Datei, zu Hause: gpg --decrypt hat keine solche Grenze.
error-message-process = Das Programm, das entschlüsselt, ließ sich nicht benutzen ({ $cause }).
    .now = Versuchen Sie es noch einmal. Bleibt es so, benutzen Sie die Schlüssel zu Hause aus einer Datei.
error-message-no-answer = Das Programm, das entschlüsselt, wurde beendet: Es brauchte zu lange oder sagte, was kein solches Programm sagt. Mit dieser Datei stimmt vielleicht etwas nicht.
    .now = Öffnen Sie diese Datei auch anderswo nicht. Fragen Sie den Absender, was sie ist.
error-sign-no-key = Keiner dieser Schlüssel unterschreibt: Was da ist, beglaubigt, entschlüsselt oder meldet an.
    .now = Unterschreiben Sie mit dem Schlüssel, den Sie dafür haben. In dieser Sicherung ist er nicht.
error-sign-revoked = Der Schlüssel zum Unterschreiben, { $key }, wurde am { $day } widerrufen ({ $reason }). Niemand würde der Unterschrift glauben.
    .now = Öffnen Sie die neueste Sicherung: In ihr sind die Schlüssel, die ihn ersetzt haben.
error-sign-expired = Der Schlüssel zum Unterschreiben, { $key }, ist am { $day } abgelaufen.
    .now = Verlängern Sie ihn erst: „An meinen Schlüsseln ändert sich etwas“, auf dem ersten Bildschirm. Unterschreiben Sie dann.
error-sign-elsewhere = Das Geheimnis des Schlüssels zum Unterschreiben, { $key }, ist nicht in dieser Sicherung.
    .now = Unterschreiben Sie dort, wo dieser Schlüssel ist: auf dem Rechner oder dem Nitrokey, auf dem er geblieben ist.
error-sign-kind = Der Schlüssel zum Unterschreiben, { $key }, ist von einer Art, mit der hier nichts unterschrieben wird ({ $kind }).
    .now = Benutzen Sie die Schlüssel aus einer Datei, zu Hause: gpg --detach-sign kennt mehr Arten.
error-sign-not-yet = Ihre Schlüssel wurden zuletzt am { $made } geändert, und die Uhr dieses Rechners sagt { $clock }. Wahrscheinlich geht die Uhr nach, und niemand würde einer Unterschrift von diesem Tag glauben.
    .now = Gehen Sie an den Anfang zurück und stellen Sie das Datum ein.
error-sign-library = Die Datei ließ sich nicht unterschreiben ({ $cause }). Es gibt keine Unterschrift.
    .now = Versuchen Sie es noch einmal. Geht es wieder nicht, so benutzen Sie die Schlüssel aus einer Datei, zu Hause.
error-sign-too-large = { $file } hat mehr als 4 GB. Mehr wird hier nicht unterschrieben.
    .now = Schreiben Sie ihr SHA-256 in einen Text, wie sha256sum es schreibt, und unterschreiben Sie den.
error-sign-changed = { $file } ist nicht mehr, was gezeigt wurde: Jemand oder etwas hat die Datei auf dem Stick geändert. Nichts wurde unterschrieben.
    .now = Gehen Sie zurück und wählen Sie sie noch einmal. Hat sie niemand geändert, so trauen Sie weder dem Stick noch dem, was auf ihm ist.
