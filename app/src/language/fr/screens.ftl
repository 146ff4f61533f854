# Français : ce que tous les écrans partagent, le début, clavier et langue, et un regard sur une Nitrokey

## Le cadre

stage = étape { $at } sur { $of }
key-enter = Entrée
key-escape = Échap
key-next = continuer
key-back = retour
key-help = aide
key-off = arrêt
key-choose = choisir
key-show = montrer
key-hide = cacher
key-code = code
help = Explications
help-close = retour
too-small = Coldspare a besoin d’une fenêtre de { $columns } colonnes et { $rows } lignes. Agrandissez celle-ci.
code-close = N’importe quelle touche : retour
code-small = Cette fenêtre est trop petite pour le code. Agrandissez-la, ou appuyez sur une touche.

## Quitter

leave = Quitter ?
leave-text = Vous reviendrez au début, où vous pourrez recommencer.
leave-yes = Oui, quitter
off = Éteindre
off-note = Efface tout de la mémoire et termine.
off-text = Tout ce qui est secret est effacé de la mémoire. Ce qui est sur les Nitrokeys, les clés USB et le papier reste.
off-busy = Une Nitrokey, une clé USB ou une page est en train d’être écrite. Si vous le pouvez, attendez que ce soit fini.
off-yes = Oui, éteindre
sure-no = Non, continuer ici
panicked = Un défaut de ce programme
panicked-text = Il a arrêté ce que le programme faisait. Ce que vous avez fait jusqu’ici est conservé. Une Nitrokey en cours de programmation est peut-être inachevée : programmez-la encore une fois, et elle sera complétée. Merci de dire aux auteurs de Coldspare ce que vous avez fait.
panicked-on = continuer au même endroit
panicked-on-note = La même étape peut être tentée de nouveau.
panicked-home = abandonner et revenir au début
panicked-home-note = Tout ce qui a été fait dans cette séance est effacé de la mémoire.
fault = Un défaut de ce programme est survenu.
    .now = Ce qui a été fait jusqu’ici est conservé. Essayez encore une fois ; retirez d’abord ce que vous avez branché en dernier, si l’on peut s’en passer.
too-much = Plus d’une ligne est arrivée d’un coup, comme seul un lecteur de codes tape. La première est prise, et rien de la suite : regardez ce qui se trouve ici. Le code d’une carte a une seule ligne.
farewell = Au revoir
farewell-wiped = Tout ce qui est secret a été effacé de la mémoire.
farewell-take = Emportez les Nitrokeys, les clés USB et le papier.
farewell-now = Éteindre maintenant
farewell-now-note = L’ordinateur s’éteint de lui-même.
farewell-stay = Rester allumé jusqu’à la confirmation
farewell-stay-note = Tout se termine et toute la mémoire utilisée est écrasée. Ensuite, il est dit que l’ordinateur peut être éteint.
safe = Vous pouvez éteindre l’ordinateur. Plus rien ne tourne, et plus rien de secret n’est en mémoire. Emportez les Nitrokeys, les clés USB et le papier.
safe-enter = Appuyez sur Entrée pour éteindre cet ordinateur.
switching-off = L’ordinateur s’éteint de lui-même. S’il est encore allumé après dix secondes, éteignez-le par son bouton : c’est sans danger.
given-up = Coldspare s’est arrêté sans cesse de façon inattendue et n’est plus relancé. Plus rien de secret n’est en mémoire. Éteignez, retirez toutes les clés USB et les Nitrokeys, et recommencez ; si cela n’aide pas, prenez un autre ordinateur, ou refaites la clé USB.
restarted-here = Coldspare s’est arrêté et a été relancé. Rien n’a été enregistré.
restarted = Coldspare s’est arrêté de façon inattendue et a été relancé. Rien de secret n’est resté, et seul est enregistré ce qui était déjà sur une clé USB, une Nitrokey ou du papier. Une Nitrokey en cours de programmation est peut-être inachevée : refaites les mêmes étapes, et elle sera complétée. Merci de dire aux auteurs de Coldspare ce que vous avez fait.
trial = Ceci est un essai, avec des programmes de Debian. Pas de vraies clés !
farewell-wait = Un instant : ce qui est en train d’être écrit est d’abord terminé.
farewell-enter = terminer

## Le début

home = Que voulez-vous faire ?
home-help = Une Nitrokey perdue, et rien de perdu. Rien n’est écrit sans votre oui.
    
    Coldspare crée les clés électroniques pour votre courrier, vos disques et vos connexions, en scelle une sauvegarde, et les met sur deux Nitrokeys : une pour l’usage, une de secours.
    
    La clé de la sauvegarde est partagée en cartes de partage, sur papier, pour des personnes de confiance. Quelques-unes ensemble rendent tout ; un nombre inférieur ne révèle rien.
    
    Choisissez une ligne avec les flèches ou le signe qui la précède, et appuyez sur Entrée. Ce qui concerne ce qui est inséré se trouve en haut.
setup = Installer des clés
setup-note = De nouvelles clés, leur sauvegarde, des cartes de partage, et deux Nitrokeys. Une demi-heure.
revoke = Tout révoquer
revoke-note = Mettre fin à toute l’identité : son titulaire est mort, ou un voleur a la clé principale. Il faut la sauvegarde et des cartes.
lost = Une Nitrokey est perdue ou cassée
lost-note = Tout retrouver, par celle de secours ou par les cartes de partage.
stolen = Une Nitrokey a été volée
stolen-note = De nouvelles sous-clés pour celles qu’elle porte, qui sont révoquées. Les cartes restent.
forgotten = J’ai oublié un PIN
forgotten-note = Oublié ou bloqué : un nouveau PIN utilisateur, par la fiche PIN ou la sauvegarde. Rien n’est effacé.
deal = Les personnes de confiance changent, ou une carte est perdue
deal-note = De nouvelles cartes pour tous, et que faire des anciennes. Il faut assez d’anciennes cartes.
yearly = La vérification annuelle
yearly-note = Secours, clés USB, cartes et dates, si elles sont là, et un rapport. Rien n’est changé.
check = Vérifier une carte
check-note = Une carte de partage est-elle encore lisible et juste ? Une seule suffit, avec qui la garde.
inspect = Regarder une Nitrokey
inspect-note = Qu’y a-t-il dessus, va-t-elle bien ? Elle est seulement lue.
another = Programmer une autre Nitrokey
another-note = Une de secours venue plus tard, ou une de plus. Rien d’autre ne change.
changes = Quelque chose change dans mes clés
changes-note = Validité, noms, contenu de la sauvegarde. Aucune Nitrokey n’est nécessaire.
keyboard = Clavier et langue
keyboard-note = Choisir ce que tapent vos touches, et la langue de ces écrans.

## Clavier et langue

language-name = Français
language = Language · Sprache · Langue
language-text = Choisissez avec les flèches ↑ ↓, puis appuyez sur Entrée.
language-help = Les écrans et le papier parlent cette langue. Vous pouvez la changer à tout moment. Les 24 mots des cartes de partage sont anglais dans toutes les langues.
    
    Quand Coldspare a démarré depuis sa propre clé USB, les claviers qui marchent sont comptés et nommés ici. S’il y en a un de plus que vous n’en voyez, quelque chose de branché tape aussi : débranchez-le.
keyboards = Keyboards · Tastaturen · Claviers: { $number }: { $names }
keyboards-unknown = Not yours? Pull it out · Nicht Ihre? Abziehen · Pas à vous ? Débranchez
keyboards-built-in = built-in · eingebaut · intégré
layout = Quel est ce clavier ?
layout-text = Dans cette fenêtre, les touches tapent ce que le système a réglé. Ce choix n’y change donc rien.
layout-press = Appuyez sur la touche qui porte { $label }. Ou choisissez dans la liste avec les flèches.
layout-press-not-pad = Appuyez sur la touche qui porte { $label }, pas sur le pavé numérique. Ou choisissez dans la liste avec les flèches.
layout-left = Des claviers comme le vôtre. Choisissez le bon avec les flèches.
layout-no-fit = Aucun clavier n’a cette touche à cet endroit.
    .now = Recommencez, ou choisissez dans la liste.
layout-help = La même touche tape une autre lettre sur un clavier allemand et sur un clavier français. Si la disposition est fausse, un PIN que vous tapez ici n’est pas celui auquel vous pensez.
layout-us = Anglais (États-Unis)
layout-uk = Anglais (Royaume-Uni)
layout-de = Allemand
layout-de-nodeadkeys = Allemand, accents immédiats
layout-ch-de = Suisse, allemand
layout-ch-fr = Suisse, français
layout-fr = Français
layout-be = Belge
layout-es = Espagnol
layout-it = Italien
layout-pt = Portugais
layout-br = Brésilien
layout-nl = Néerlandais
layout-se = Suédois
layout-no = Norvégien
layout-dk = Danois
layout-fi = Finlandais
layout-pl = Polonais
layout-cz = Tchèque
layout-hu = Hongrois
layout-tr = Turc
layout-ru = Russe
try = Tape-t-il ce que vous voulez ?
try-text = Tapez quelques lettres, et les signes d’une adresse : @ . - _ S’ils sont justes, appuyez sur Entrée. Sinon, appuyez sur Échap et choisissez un autre clavier.
try-field = Essayez ici
try-help = Rien de ce que vous tapez ici n’est gardé.

## Appareils USB

usb-keyboard = Ce clavier peut-il taper ?
usb-why-later = Il vient d’être branché. Un lecteur de codes qui tape est aussi un clavier.
usb-why-hidden = Il est dans un même appareil avec autre chose. Une clé USB qui tape est un tel appareil.
usb-why-beside = Il est sur le même concentrateur qu’une clé USB. C’est normal si les deux sont à vous ; mais une clé USB peut aussi cacher un concentrateur et un clavier.
usb-digits = S’il est à vous, tapez ces chiffres sur le clavier que vous utilisez à présent. Jusque-là, il reste coupé.
usb-digits-only = Aucun autre clavier ne marche. S’il est à vous, tapez ces chiffres dessus. Jusque-là, il ne peut rien d’autre.
usb-beware = S’il n’est pas à vous, ou si vous avez branché autre chose, ce n’est pas ce que l’on croit : appuyez sur Échap et débranchez-le.
usb-beware-only = C’est moins sûr qu’un oui sur un autre clavier : ce qui tape les chiffres pourra ensuite taper. Si vous ne le connaissez pas, débranchez-le et branchez le vôtre.
usb-wrong = Ce n’étaient pas ces chiffres. En voici d’autres.
usb-wait = Ce n’étaient pas ces chiffres. D’autres viennent dans un instant.
usb-first = Keyboard · Tastatur · Clavier
usb-first-asks = Est-il à vous ? Il est venu tard, ou avec une clé USB ou autre chose. Si oui, tapez ces chiffres sur le clavier que vous utilisez. Sinon : Échap, et débranchez-le.
usb-first-only = Est-ce votre clavier ? Aucun autre ne marche. Si oui, tapez ces chiffres dessus. C’est moins sûr : si vous ne le connaissez pas, débranchez-le et branchez le vôtre.
usb-again = { $name } revient encore et encore, comme par un faux contact. Il reste donc coupé. Débranchez-le dix secondes, jusqu’à ce que ce texte disparaisse, puis rebranchez-le, si possible à une autre prise.
usb-keyboard-no = il reste coupé
usb-built-in = intégré ou PS/2
usb-notice = Aux prises USB
usb-off = Coupé : { $device }
usb-off-text = Ici ne marche que ce dont Coldspare a besoin : claviers, clés USB, lecteurs de cartes, Nitrokeys, imprimantes. Tout le reste reste coupé, les caméras aussi : rien ne s’en sert encore. Vous n’avez rien à faire.
usb-close = continuer
usb-device = { $name } ({ $kinds })
usb-nameless = un appareil sans nom
usb-kind-keyboard = clavier
usb-kind-hub = concentrateur
usb-kind-storage = clé USB
usb-kind-card-reader = lecteur de cartes
usb-kind-nitrokey = Nitrokey
usb-kind-printer = imprimante
usb-kind-ipp = imprimante limitée au langage IPP
usb-kind-camera = caméra
usb-kind-mouse = souris
usb-kind-input = périphérique de saisie
usb-kind-network = carte réseau
usb-kind-bluetooth = Bluetooth
usb-kind-sound = son
usb-kind-phone = téléphone ou tablette
usb-kind-serial = ligne série
usb-kind-unknown = appareil inconnu

## Nitrokeys

nitrokey-who = { $model }, n° { $serial }
nitrokey-who-firmware = { $model }, n° { $serial }, micrologiciel { $firmware }
nitrokey-blank = Il n’y a aucune clé dessus.
nitrokey-takes = Elle accepte : { $algorithms }.
nitrokey-tries = Essais restants : PIN utilisateur { $user }, PIN admin { $admin }, code de réinitialisation { $reset }. Carte OpenPGP { $version }.
nitrokey-ours-primary = la vôtre, en usage
nitrokey-ours-role = la vôtre : { $role }
nitrokey-ours = vos clés y sont
nitrokey-ours-some = certaines de vos clés y sont
nitrokey-ours-old = vos anciennes sous-clés y sont
nitrokey-half-reset = La remise à l’état d’usine de la Nitrokey dans { $reader } a été interrompue. Rien n’y est. Installez-y des clés, et elle sera achevée.
nitrokey-unreadable = Une carte illisible
nitrokey-unreadable-note = Dans { $reader } : { $cause }. Retirez-la, sauf si elle devrait fonctionner.
insert-one = Insérez une Nitrokey.
inspect-help = Une Nitrokey est seulement lue ici ; aucun PIN n’est demandé et rien n’est changé.
inspect-none = Aucune Nitrokey n’est insérée. Dès qu’il y en a une, elle est montrée ici.
inspect-more = Nitrokey { $at } sur { $of } insérées.
inspect-next = suivante
list-none = Aucune Nitrokey n’est insérée.

## Le travail

key-again = réessayer
work-seconds = { $seconds } secondes jusqu’ici
work-left = { $seconds } secondes jusqu’ici, encore { $left } environ
work-quiet = Elle ne donne plus signe de vie depuis une minute. Si cela dure, retirez la Nitrokey : vous pourrez recommencer, et rien n’est perdu.
event-begins = Un instant …
event-making = Création des clés. RSA 4096 peut prendre une minute ; les autres sont faites aussitôt.
event-sealed = Scellée, et sa clé partagée en { $cards } parts.
event-written = Écrit sur { $stick }, relu, comparé.
event-rehearsing = Un programme séparé retrouve tout, avec les parts { $cards } et la clé USB.
event-rehearsed = Il arrive à la même identité.
event-resetting = Remise à l’état d’usine.
event-importing-signature = La clé pour les signatures y entre.
event-importing-decryption = La clé pour le déchiffrement y entre.
event-importing-authentication = La clé pour les connexions y entre.
event-settings = Nom, langue et toucher sont réglés.
event-pins = Les PIN sont en place.
event-reading-back = Que dit-elle d’elle-même ?
event-proving-signature = Elle signe quelque chose. Si elle clignote, touchez-la.
event-proving-decryption = Elle déchiffre quelque chose. Si elle clignote, touchez-la.
event-proving-authentication = Elle se connecte. Si elle clignote, touchez-la.

## Clés USB

stick-none-other = Aucune autre clé USB n’est insérée. Insérez-en une ; elle est montrée aussitôt.
stick-none = Aucune clé USB n’est insérée. Insérez-en une ; elle est montrée aussitôt.
stick-started = La clé USB depuis laquelle Coldspare a démarré.
stick-started-not = La clé USB depuis laquelle Coldspare a démarré n’est pas proposée ici : un jour, un Coldspare plus récent y sera écrit par-dessus.
stick-holds-bundle = Pas celle-ci : la sauvegarde y est, et ce qui l’ouvre ou n’est pas protégé ne va pas à côté.
    .now = Prenez-en une autre. Si ce doit être celle-ci malgré tout, choisissez-la de nouveau.
stick-holds-cards = Pas celle-ci : les cartes de partage y sont.
    .now = Prenez-en une autre. Si ce doit être celle-ci malgré tout, choisissez-la de nouveau.
stick-holds-key = Pas celle-ci : une clé secrète y est sans protection, et elle sera détruite un jour.
    .now = Prenez-en une autre. Si ce doit être celle-ci malgré tout, choisissez-la de nouveau.
stick-holds-message = Pas celle-ci : un message y est sans protection, et elle sera détruite un jour.
    .now = Prenez-en une autre. Si ce doit être celle-ci malgré tout, choisissez-la de nouveau.
stick-holds-revocation = Pas celle-ci : un certificat qui met fin à une identité s’y trouve.
    .now = Prenez-en une autre. Si ce doit être celle-ci malgré tout, choisissez-la de nouveau.
stick-holds-signature = Pas celle-ci : une signature y est, et elle sort de la maison.
    .now = Prenez-en une autre. Si ce doit être celle-ci malgré tout, choisissez-la de nouveau.
stick-holds-report = Pas celle-ci : un rapport ou une page à imprimer y est.
    .now = Prenez-en une autre. Si ce doit être celle-ci malgré tout, choisissez-la de nouveau.
stick-another = Une autre clé USB
stick-another-note = Insérez-la maintenant ; elle est montrée aussitôt.
stick-mega = { $name }, { $size } Mo
stick-giga = { $name }, { $size } Go
stick-unformatted = Elle n’a pas de système de fichiers utilisable.
stick-unreadable = Illisible : prenez-en une autre.
stick-to-format = Elle n’a pas de système de fichiers utilisable. Entrée : voir ce qu’elle contient, et en créer un.
file-taken = { $file } a été lu.
file-keep = le garder

## Une clé USB sans système de fichiers

format = Cette clé USB peut-elle être effacée ?
format-other = Ce qu’elle contient : { $has }. On ne peut pas l’utiliser ici.
format-nothing = Aucun système de fichiers n’y a été reconnu. Elle est peut-être neuve, peut-être chiffrée.
format-gone = Tout ce qu’elle contient sera perdu pour toujours, même ce qui n’a pas été reconnu.
format-field = Pour accepter, tapez combien de Mo elle a
format-enter = effacer et formater
format-works = Elle est effacée et reçoit un nouveau système de fichiers.
format-wrong = Ce n’est pas sa taille.
    .now = Tapez le nombre qui est devant Mo, plus haut. Si ce n’est pas la clé USB voulue, appuyez sur Échap.

## PIN et mots de passe

pin-user = PIN utilisateur
pin-user-chosen = (celui que vous choisissez)
pin-admin = PIN admin
pin-reset = Code de réinitialisation
pin-passphrase = Mot de passe
pin-code = Code de sauvegarde
pin-again = Encore une fois
pin-try = Ce que tapent vos touches : essayez, rien n’est gardé
pin-rules-user = Vous le taperez chaque fois que vous vous servez de la Nitrokey. { $min } à { $max } caractères. Après trois essais faux, il est bloqué : six chiffres au hasard suffisent donc. Les chiffres sont justes sur tous les claviers.
pin-rules-admin = Il débloque le PIN utilisateur et change les réglages ; il est aussi dans la sauvegarde scellée. { $min } à { $max } caractères. Après trois essais faux, il faut reprogrammer la Nitrokey.
pin-rules-reset = Il vous donne un nouveau PIN utilisateur sans le PIN admin ; il est aussi dans la sauvegarde scellée. { $min } à { $max } caractères.
pin-rules-passphrase = Au moins { $min } caractères, au plus { $max }. Rien ne limite les essais d’un voleur : prenez-le long, six mots au hasard par exemple.
pin-empty = Rien n’a été tapé.
    .now = Tapez-le, et appuyez sur Entrée.
pin-length = Il faut { $min } à { $max } caractères.
    .now = Choisissez-en un autre, et tapez-le deux fois.
pin-factory = Chaque Nitrokey neuve est livrée avec ce PIN : un voleur l’essaie d’abord.
    .now = Choisissez-en un autre, et tapez-le deux fois.
pin-differs = Les deux ne sont pas les mêmes.
    .now = Tapez les deux de nouveau. F2 montre ce que vous tapez.
blind-cut = C’est plus long que { $most } caractères. La fin n’a pas été prise.
    .now = Tapez quelque chose de plus court, depuis le début.
blind-code = Un lecteur a tapé un code ici.
    .now = Rangez la carte : elle n’est pas demandée maintenant. Puis tapez ce qui est demandé.
blind-came = Autre chose est venu à l’écran pendant que vous tapiez.
    .now = Tapez-le encore une fois, depuis le début.
show-pins-alone = Soyez seul, prenez du papier et un stylo, et appuyez sur Entrée.
show-pins-write = Notez-les maintenant.
show-pins-hidden = Ils sont de nouveau cachés. Sont-ils notés ? F2 les montre encore une fois.
show-pins-need = Il vous faut le PIN utilisateur chaque fois que vous vous servez de cette Nitrokey. Le PIN admin et le code de réinitialisation sont aussi dans la sauvegarde scellée.
show-pins-enter = ils sont notés

## Programmer une Nitrokey

write = Programmer la Nitrokey « { $role } »
write-text = Choisissez la Nitrokey. Ce qu’elle contient est montré avant que rien n’arrive.
write-two = Il y en a plus d’une. Ne laissez que celle à programmer, pour bien l’étiqueter.
write-help = Une Nitrokey après l’autre : vous la choisissez, voyez ce qu’elle contient, et dites oui en tapant les quatre derniers caractères de son numéro de série. Elle est alors remise à l’état d’usine, reçoit les clés et les PIN, et doit se servir une fois de chaque clé, ce qui est vérifié avec la clé publique. Si elle est retirée au milieu, insérez-la et choisissez-la de nouveau : tout est repris du début, et rien n’est perdu.
write-insert = Insérez « { $role } » : { $serial }
write-insert-any = Insérez la Nitrokey qui sera « { $role } ».
write-half = Une Nitrokey, remise à l’état d’usine inachevée
write-blank = Aucune clé n’y est.
write-full = Des clés y sont, qui seraient effacées. Elles sont montrées ensuite.
write-these = Elle dit que ces clés mêmes y sont déjà.
write-same = Elle est déjà « { $role } ».
write-other = Pas celle-ci : vous avez présenté { $serial } pour cela.
write-wrong = Vous aviez présenté { $serial } pour cela, et non celle-ci.
    .now = Insérez { $serial }. Pour en prendre une autre, revenez là où les Nitrokeys ont été présentées, et présentez-la.
write-not-taken = Prenez une autre Nitrokey : vos clés et les cartes restent telles quelles. Rien n’a été écrit sur celle-ci.
write-later = Pas maintenant, plus tard
write-later-note = Si elle n’est pas ici. Il faudra de nouveau { $needed } cartes et la clé USB ; ou gardez { $needed } enveloppes jusque-là.
write-none = Rien n’est choisi : des clés sont sur ce qui est inséré. Insérez une Nitrokey vide, ou allez à une ligne avec les flèches.
write-ours = Elle ne change pas : c’est une autre qu’il faut ici.
write-erase = Effacer celle-ci, qui est à vous ?
write-erase-text = Vos clés y sont ({ $what }). Pour en programmer une autre, rien n’y est à effacer.
write-erase-role = Si vous l’effacez quand même, elle devient « { $role } », avec les PIN de celle-là ; tout le reste d’OpenPGP y disparaît. Cela n’a de sens que si ses PIN sont bloqués, ou si la programmation a été interrompue.
write-erase-old = Vos anciennes sous-clés y sont. Ce qu’elles seules ouvrent, elle seule l’ouvre encore : des serveurs qui ne connaissent que l’ancienne clé, des disques sans emplacement pour la nouvelle. Les anciens messages se lisent avec la sauvegarde.
write-erase-old-role = Si vous l’effacez, elle devient « { $role } », avec les nouvelles sous-clés. C’est juste quand tout cela est changé.
write-erase-no = Non, elle reste comme elle est
write-erase-no-note = Insérez alors une autre Nitrokey.
write-erase-yes = Oui, l’effacer et la reprogrammer
write-erase-yes-note = Vous voyez encore une fois son contenu, et dites oui avec la fin de son numéro.
write-all = Les Nitrokeys sont programmées
write-all-text = Chacune s’est servie de toutes ses clés, et chaque résultat correspond à la clé publique.
write-admin = Son PIN admin
write-admin-text = Celle-ci ne peut pas être remise à l’état d’usine. On ne peut la programmer qu’avec le PIN admin qu’elle a maintenant. Si la programmation a été interrompue un autre jour, elle a peut-être déjà le nouveau, celui de la sauvegarde : appuyez alors sur F3.
write-admin-new = neuf
unsure = Son PIN admin est-il connu ?
unsure-pin = Je connais son PIN admin
unsure-pin-note = Avec lui, la remise est essayée sans rien bloquer.
unsure-another = Prendre une autre carte
unsure-another-note = Celle-ci reste comme elle est.
unsure-block = Bloquer ses PIN et essayer la remise
unsure-block-note = Si elle n’a pas de remise, plus personne ne peut s’en servir.
unsure-admin-text = Tapez le PIN admin qu’elle a maintenant. Si la programmation a été interrompue un autre jour, elle a peut-être déjà le nouveau, celui de la sauvegarde : appuyez alors sur F3.
write-user = Un nouveau PIN utilisateur
write-user-text = Il n’est pas dans la sauvegarde. Choisissez-en un nouveau pour cette Nitrokey.
confirm = Celle-ci ?
confirm-role = Elle devient « { $role } ».
confirm-blank = Elle sera remise à l’état d’usine et programmée. Aucune clé n’y est perdue.
confirm-gone = Ces clés, et tout ce qu’elle a d’autre pour OpenPGP, disparaîtront à jamais.
confirm-these = Elle dit que ce sont celles à mettre maintenant : alors aucune clé n’est perdue.
confirm-field = Pour dire oui : les 4 derniers caractères de son numéro
confirm-enter = effacer et programmer
writing = Elle est en cours de programmation
writing-text = Laissez-la insérée.
proven = Programmée, et éprouvée
proven-text = « { $role } », { $serial }, a signé, déchiffré et ouvert une connexion. La clé publique le confirme.
proven-old-mail = « { $role } », { $serial }, a déchiffré. La clé publique le confirme. Rien d’autre n’y est.
proven-label = Écrivez ceci sur une étiquette, collez-la maintenant sur cette Nitrokey. Puis retirez-la.
label-primary = EN USAGE
label-spare = SECOURS
label-old-mail = ANCIEN COURRIER
