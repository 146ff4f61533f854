# Français : installer des clés

## Les étapes

stage-check = Autocontrôle
stage-plan = Plan
stage-meet = Les Nitrokeys
stage-random = Hasard
stage-make = Créer les clés
stage-bring = Apporter les clés
stage-seal = Sceller, partager
stage-cards = Cartes de partage
stage-bundle = Dossier sur USB
stage-rehearse = Répétition
stage-flash = Programmation
stage-done = Terminé

## 1. Autocontrôle

self-check = Cet ordinateur convient-il ?
self-check-text = Vos clés naissent ici. Cet ordinateur ne devrait donc être relié à rien.
self-check-offline = Il est hors ligne : il n’a aucune carte réseau.
self-check-online = Cet ordinateur a des cartes réseau : { $networks }. Pour de vraies clés, démarrez Coldspare depuis sa clé USB. Ici, Coldspare n’est bon qu’à être essayé.
self-check-no-internet = Le noyau ne connaît aucun réseau.
self-check-memory = Mémoire : { $memory } Mo sont libres, il en faut 64.
self-check-no-memory = Seulement { $memory } Mo de mémoire sont libres, il en faut 64. Tout peut s’arrêter au milieu. Prenez un autre ordinateur.
self-check-swap = La mémoire peut être écrite sur le disque (swap). Pour de vraies clés, démarrez Coldspare depuis sa clé USB.
self-check-cards = Le service des cartes à puce répond.
self-check-keyboards = Claviers qui marchent : { $number } : { $names }. L’un vous est inconnu ? Débranchez-le.
self-check-usb = Aux prises USB, ceci reste coupé : { $devices }.
self-check-help = Un ordinateur en ligne peut être lu par d’autres. La clé USB de Coldspare démarre un système qui ne connaît ni réseau ni disque : rien ne peut entrer, rien ne peut sortir. Coldspare marche aussi sur un ordinateur ordinaire, pour faire connaissance.
clock = Quelle heure est-il ?
clock-text = Les clés porteront cette date, et ne pourront plus en changer. Corrigez-la si elle est fausse. L’heure est celle de Greenwich (UTC) ; une heure de plus ou de moins ne fait rien.
clock-wrong = L’horloge de cet ordinateur est fausse. Tapez la bonne date.
clock-text-old = Ce qui est sur la clé USB a été signé un certain jour. Si cet ordinateur croit que ce jour est encore à venir, il ne peut pas le tenir pour bon. L’heure est celle de Greenwich (UTC).
clock-text-paper = Avec le papier seul, la date ne compte que pour les clés : ont-elles expiré ? Avec une fausse date, la réponse serait fausse. L’heure est celle de Greenwich (UTC).
clock-code = Ce n’était pas une date, mais un code, et il n’a pas été pris.
    .now = D’abord la date, puis Entrée. Lisez le code encore une fois quand il sera demandé.
clock-empty = Aucune date n’a été tapée.
    .now = Tapez la date d’aujourd’hui et l’heure, comme 2026-11-24 17:05.
clock-doubt = Sommes-nous le { $typed } ?
clock-doubt-text = Cette date est bien loin de ce que sait cet ordinateur. Regardez un calendrier.
clock-doubt-now = L’horloge de cet ordinateur : { $now }
clock-doubt-released = Cette version de Coldspare : { $released }
clock-doubt-no = Non, je la corrige
clock-doubt-no-note = Retour à la date.
clock-doubt-yes = Oui, c’est la date d’aujourd’hui
clock-doubt-yes-note = Elle compte pour tout ce qui est fait et vérifié à partir d’ici.
clock-field = Année-mois-jour heure:minute
clock-help = Un ordinateur resté longtemps débranché a oublié l’heure. Avec une fausse date, vos clés ne seront peut-être pas encore valables sur d’autres ordinateurs, ou expireront trop tôt ; et une sauvegarde qui paraît venir de l’avenir semble ne rien valoir.

## Ce qui serait perdu

setup-loss-plan = Ce que vous avez tapé est oublié. Rien n’a encore été créé.
setup-loss-keys = Les clés qui viennent d’être créées sont oubliées. Elles n’étaient nulle part ailleurs : seul le travail est perdu.
setup-loss-cards = Les clés sont oubliées avant d’être sur une Nitrokey. Les cartes de partage imprimées ne valent alors rien : détruisez-les, et aussi le dossier sur la clé USB.
setup-loss-written = Une Nitrokey au moins est programmée. Elle marche, et la clé USB et les cartes de partage vont avec elle. Celles qui manquent peuvent être programmées plus tard, avec des cartes et la clé USB : choisissez « Programmer une autre Nitrokey ».

## 2. Le plan

source = Comment voulez-vous faire le plan ?
source-text = Le plan est tout ce que vous décidez. Il ne contient aucun secret.
source-help = Tout a déjà une valeur raisonnable. La première réponse ne demande que ce qui n’en a pas, et continue d’elle-même là où rien n’est à décider : de nouvelles clés, sans dés ; une feuille de sauvegarde avec chaque carte ; deux clés USB. Tout le reste est sur l’écran avec tout le plan. La deuxième passe par tout, et prend aussi les clés que vous avez : le plus souvent, appuyez sur Entrée. Ou écrivez le fichier plan.toml chez vous, à loisir, et apportez-le sur une clé USB. Qui administre beaucoup de clés l’appréciera.
source-short = Ne demander que ce qui n’est pas prédéfini
source-short-note = De nouvelles clés : votre nom, vos personnes de confiance. Puis tout le plan est montré, et chaque ligne peut être changée.
source-typed = Répondre ici à toutes les questions
source-typed-note = Dix minutes. Tout peut être changé jusqu’à la création des clés.
source-file = Lire plan.toml sur une clé USB
source-file-note = Vous pourrez encore en changer chaque ligne ici.
plan-file = Quel plan ?
plan-file-text = La clé USB avec votre plan. Elle est seulement lue.
plan-file-help = Un plan est un petit fichier de texte dont le nom finit par .toml. FORMAT.md, livré avec Coldspare, le décrit avec un exemple.
plan-file-none = Sur { $stick }, aucun fichier ne finit par .toml.
    .now = Prenez une autre clé USB, ou revenez et répondez aux questions ici.
keys = De nouvelles clés, ou les vôtres ?
keys-text = De nouvelles clés naissent ici et n’ont jamais été ailleurs. C’est le plus sûr.
keys-help = Des clés dont vous vous êtes servi sur un ordinateur ont pu y être copiées à l’insu de tous. De nouvelles, non. Mais si d’autres connaissent votre clé et que vous voulez la garder, apportez-la : elle aura la même sauvegarde, les mêmes cartes de partage et les deux mêmes Nitrokeys.
keys-new = De nouvelles clés
keys-new-note = Une pour certifier, qui reste dans la sauvegarde, et trois pour les Nitrokeys : signer, déchiffrer, se connecter.
keys-import = Apporter des clés que j’ai
keys-import-note = Exportées par gpg --armor --export-secret-keys, dans un fichier sur une clé USB.
keys-card = Mes clés ont été créées sur une Nitrokey
keys-card-note = Elles ne peuvent pas en sortir. Entrée : que faire.
on-a-nitrokey = Des clés créées sur une Nitrokey
on-a-nitrokey-text = Elles ne peuvent pas en sortir : il n’en existe aucune sauvegarde. Ce qu’on peut faire :
on-a-nitrokey-new = 1. Créer ici de nouvelles clés. L’ancienne Nitrokey lit toujours les anciens messages : gardez-la. Quand tous auront votre nouvelle clé, révoquez l’ancienne.
on-a-nitrokey-saved = 2. GnuPG a peut-être sauvegardé la clé de déchiffrement en les créant : un fichier sk_….gpg. Apportez-le, avec votre clé publique sur la même clé USB : la nouvelle identité lira aussi les anciens messages.
on-a-nitrokey-primary = 3. Si vous avez la clé principale dans un fichier, apportez-le : elle recevra de nouvelles sous-clés.
on-a-nitrokey-guide = GUIDE.txt, section 16, sur la clé USB, dit comment passer de l’une à l’autre.
on-a-nitrokey-help = GnuPG montre si une clé est sur une Nitrokey : « gpg --list-secret-keys » écrit « sec> » ou « ssb> ». Une clé créée sur l’ordinateur, puis déplacée sur une Nitrokey, est peut-être encore dans une de vos sauvegardes : apportez ce fichier.
key-file = Quelle clé ?
key-file-text = La clé USB avec la clé secrète, seulement lue. Détruisez-la ensuite, si tout est repris.
key-file-help = Sur l’ordinateur où est votre clé : gpg --armor --export-secret-keys ADRESSE > key.asc. Les sauvegardes d’OpenKeychain (.sec.pgp) et le fichier sk_….gpg de clés créées sur une Nitrokey sont lus aussi. Le fichier est ouvert tout de suite : vous voyez ce qu’il contient avant que rien ne soit créé.
key-file-none = Sur { $stick }, aucun fichier ne finit par .asc, .gpg, .pgp, .key, .skr, .sec, .txt ou .eml.
    .now = Prenez une autre clé USB, ou revenez créer de nouvelles clés.
key-file-clock = régler la date
key-file-clock-now = Appuyez sur F6 et réglez la date. Le fichier sera alors rouvert.
key-file-stubs = que faire
key-which = Laquelle de ces clés ?
key-which-text = { $file } contient plusieurs clés.
key-which-note = Créée le { $made }. Empreinte : { $key }
key-which-public = Créée le { $made } ; son secret n’est pas dans ce fichier. Empreinte : { $key }
key-which-nameless = (une clé sans nom)
key-whose = À laquelle appartient-elle ?
key-whose-text = { $n ->
    [one] Il est dit que la clé de déchiffrement appartient à cette clé, ce qui ne peut pas être vérifié ici. Est-ce la vôtre ?
   *[other] Chacune de ces clés dit que la clé de déchiffrement lui appartient. N’importe qui peut le dire : choisissez la vôtre.
 }
key-whose-help = Qui a votre clé publique peut signer que votre clé de déchiffrement lui appartient, et un tel fichier a pu arriver parmi les vôtres. Comparez l’empreinte avec celle que vous avez notée ou que GnuPG montre chez vous : gpg --fingerprint. Si aucune n’est la vôtre, appuyez sur Échap.
key-passphrase = Qu’est-ce qui l’ouvre ?
key-passphrase-text = Le mot de passe de la clé …{ $key } dans { $file }.
key-passphrase-more = { $opened ->
    [one] Une clé est ouverte.
   *[other] { $opened } clés sont ouvertes.
 } { $locked ->
    [one] La clé …{ $key } a un autre mot de passe : tapez celui-là.
   *[other] La clé …{ $key } et d’autres ont un autre mot de passe : tapez celui-là.
 }
backup-code = Le code de sauvegarde
backup-code-text = { $file } est une sauvegarde faite par un autre programme, OpenKeychain par exemple. Tapez son code comme il a été affiché, avec les tirets ; ou le mot de passe sous lequel vous avez mis le fichier.
key-alone = La clé publique manque
key-alone-text = { $file } est une clé de déchiffrement seule ({ $key }), comme GnuPG la sauvegarde quand il crée des clés sur une Nitrokey. Il faut aussi sa clé publique, et aucun fichier de cette clé USB ne la contient.
key-alone-now = Chez vous, écrivez-la sur cette clé USB : gpg --armor --export ADRESSE > public.asc. Puis rebranchez la clé USB et appuyez sur Entrée.
clock-again = Quel jour sommes-nous ?
alone = Une clé de déchiffrement seule
alone-text = C’est ce que GnuPG sauvegarde quand il crée des clés sur une Nitrokey : la clé de déchiffrement …{ $key }. Celles pour signer et se connecter n’ont jamais été sauvegardées et ne peuvent pas être retrouvées.
alone-new = Une nouvelle identité est donc créée. Elle garde cette clé, pour que vos anciens messages restent lisibles. Les autres ont besoin de votre nouvelle clé publique : GUIDE.txt, section 16, dit comment la leur donner.
alone-old = L’ancienne Nitrokey lit toujours aussi les anciens messages. Quand tous auront la nouvelle clé, révoquez l’ancienne.
alone-help = L’identité à laquelle cette clé appartenait n’est que sur l’ancienne Nitrokey ; rien ne peut être signé ici pour elle. Gardez cette Nitrokey jusqu’à ce que vous ayez révoqué l’ancienne identité, avec elle ou avec un certificat de révocation que vous avez.
places = Ce qui va où
places-text = Ce que contient { $file }, et ce que cela devient. Choisissez une ligne pour en voir plus ou pour une autre clé.
places-help = Une Nitrokey a trois emplacements, une clé dans chacun. Vos propres clés y vont là où elles le peuvent. S’il n’y en a pas, ou aucune qu’une Nitrokey accepte, une nouvelle clé est créée à côté des vôtres : les autres la reçoivent avec votre clé publique. Rien n’est jeté : tout ce qui est dans votre fichier est scellé dans la sauvegarde, sauf si une ligne ici dit que ce n’est pas repris. Échap revient au fichier.
places-unchecked = Cette clé est peut-être révoquée : le { $day } ({ $reason }), au nom de { $by }, qu’elle a désigné pour cela. Sans sa clé publique, cela ne peut pas être vérifié, et n’importe qui a pu l’écrire. Si vous n’en savez rien, demandez ; avec sa clé dans le même fichier, c’est vérifié.
places-agree = c’est juste
places-agree-note = Rien n’a encore été créé ni changé.
places-signature = Signer : { $key }
places-decryption = Déchiffrer : { $key }
places-authentication = Se connecter : { $key }
places-yours = la vôtre, { $key }
places-new = nouvelle, { $kind }
places-about = Créée le { $made }, valable jusqu’au { $until }.
places-about-never = Créée le { $made }, valable sans fin.
places-about-expired = Créée le { $made }, expirée depuis le { $until }.
places-why-newest = C’est votre clé la plus récente pour cela.
places-why-only = C’est votre seule clé pour cela.
places-why-chosen = Vous l’avez choisie ; vous en avez d’autres pour cela.
places-why-primary = Votre clé principale elle-même va sur la Nitrokey.
places-why-primary-only = Seule votre clé principale fait cela : elle va elle-même sur la Nitrokey.
places-why-certifies = Votre clé principale elle-même va sur la Nitrokey. Elle certifie des clés ; elle ne signe pas de messages.
places-why-old-mail = La clé de vos anciens messages. Les nouveaux seront chiffrés pour elle aussi.
places-why-old-kept = Votre ancienne clé reste dans la sauvegarde seule, pour les anciens messages ; les nouveaux sont pour celle-ci. Entrée : mettre plutôt l’ancienne ici.
places-why-offline = Votre clé principale reste dans la sauvegarde seule, c’est le plus sûr ; cette nouvelle clé signe pour elle. Entrée : mettre plutôt la clé principale sur la Nitrokey.
places-why-offline-logins = Votre clé principale reste dans la sauvegarde seule, c’est le plus sûr ; cette nouvelle clé ouvre les sessions pour elle. Entrée : mettre plutôt la clé principale sur la Nitrokey.
places-why-elsewhere = Votre clé principale est dans un autre emplacement, et une clé n’en a qu’un. Une nouvelle est donc créée à côté.
places-why-elsewhere-own = Votre clé pour cela est dans un autre emplacement, et une clé n’en a qu’un. Une nouvelle est donc créée à côté.
places-why-passed-over = Les autres chiffrent pour une de vos clés qui ne peut aller sur ces Nitrokeys ; une autre des vôtres n’en lirait rien. Une nouvelle est donc créée, et le nouveau courrier lui arrive.
places-why-next = Votre clé la plus récente pour cela est dans un autre emplacement. Celle-ci est la suivante.
places-why-new-chosen = Vous en avez choisi une nouvelle.
places-why-none = Vous n’avez pas de clé pour cela. Elle est créée à côté des vôtres.
places-why-not-saved = La vôtre n’a jamais été sauvegardée. Une nouvelle est créée.
places-why-revoked = Vous avez révoqué la vôtre. Une nouvelle est créée à côté.
places-why-no-secret = Le fichier n’a pas le secret de la vôtre. Une nouvelle est créée à côté.
places-why-kind = La vôtre est d’un type qu’aucune Nitrokey n’accepte. Une nouvelle est créée à côté.
places-mended = Elle est signée à nouveau : voyez cette ligne.
places-choose-signature = Quelle clé signe ?
places-choose-decryption = Quelle clé déchiffre ?
places-choose-authentication = Quelle clé sert à se connecter ?
places-choose-new = Une nouvelle. Aucune des vôtres ne va dans cet emplacement.
places-choose-none = Aucune de vos clés ne peut y aller.
places-kept = { $n ->
    [one] Pas sur ces Nitrokeys : une clé
   *[other] Pas sur ces Nitrokeys : { $n } clés
 }
places-kept-note = Lesquelles, pourquoi, et ce que cela veut dire.
places-kept-primary = Votre clé principale. Elle certifie les autres ; elle est dans la sauvegarde seule et sur aucune Nitrokey : c’est le plus sûr.
places-kept-older = Dans la sauvegarde seule : une autre clé sert à sa place.
places-kept-revoked = Dans la sauvegarde seule : vous l’avez révoquée le { $day } ({ $reason }).
places-kept-no-secret = Le fichier n’a pas son secret. Il est là où elle a été créée, sur votre ancienne Nitrokey peut-être, et pas dans cette sauvegarde.
places-kept-kind = Dans la sauvegarde seule : aucune Nitrokey n’accepte ce type de clé.
places-kept-rsa = Dans la sauvegarde seule : aucune Nitrokey n’accepte les clés RSA de cette taille, ou de tels nombres.
places-kept-form = Dans la sauvegarde seule : à ce jour, ni les Nitrokeys ni GnuPG ne lisent cette nouvelle forme.
places-kept-unbound = Dans la sauvegarde seule : votre clé principale n’a pas signé qu’elle lui appartient.
places-kept-useless = Dans la sauvegarde seule : elle ne sert à rien de ce que fait une Nitrokey.
places-kept-unproven = Si son secret est juste ne peut pas être calculé ici.
places-kept-mail = Les messages chiffrés pour elle se lisent avec la sauvegarde, pas avec la Nitrokey.
places-kept-mail-elsewhere = Les messages chiffrés pour elle ne se lisent que là où est son secret : gardez-le.
places-mail-kept = Ce qui a été chiffré pour une autre de vos clés se lit avec la sauvegarde, pas avec la Nitrokey.
places-mail-elsewhere = Le fichier n’a pas le secret d’une clé avec laquelle vous lisez des messages. Gardez ce qui l’a, l’ancienne Nitrokey par exemple : ni la sauvegarde ni les nouvelles Nitrokeys ne les lisent.
places-signs-not = Aucune de ces clés ne signe : cette identité certifie d’autres clés, et ne signe pas de messages.
places-names = { $n ->
    [one] Un nom
   *[other] { $n } noms
 }
places-names-note = À qui est la clé. Rien n’y est changé.
places-name-valid = Il reste dans votre clé tel qu’il est.
places-name-revoked = Il n’est plus valable : vous l’avez révoqué, ou il a expiré. Il reste ainsi dans votre clé, et n’est sur aucun papier.
places-name-local = Il n’est que pour vous (local) : il est scellé dans la sauvegarde, et pas dans public-key.asc. Les autres ne le voient pas, et il n’est sur aucun papier.
places-name-empty = Rien de lisible n’y est écrit. Il reste dans votre clé tel qu’il est, et n’est sur aucun papier.
places-name-new = La nouvelle identité l’a aussi.
places-name-not-new = Il n’est plus valable. La nouvelle identité ne l’a pas.
places-names-left-out = À qui est la clé, et ce qui n’en va pas dans la sauvegarde scellée.
places-names-local = À qui est la clé, et ce qui n’en est que dans la sauvegarde scellée.
left-out-photos = { $n ->
    [one] Une photo
   *[other] { $n } photos
}
left-out-certifications = { $n ->
    [one] Une signature d’une autre personne
   *[other] { $n } signatures d’autres personnes
}
left-out = Cela reste dans public-key.asc sur la clé USB, hors de la sauvegarde scellée : ce n’est pas secret et prendrait beaucoup de papier. Après une restauration avec la clé USB, tout est de nouveau là.
left-out-local = { $n ->
    [one] Une signature locale
   *[other] { $n } signatures locales
 }
left-out-local-note = Elle n’est que pour vous (locale) : elle est scellée dans la sauvegarde, et pas dans public-key.asc ; personne d’autre ne la reçoit.
places-mends = { $n ->
    [one] Signée à nouveau : une clé
   *[other] Signées à nouveau : { $n } clés
 }
places-mends-note = Quelque chose ne va pas avec leurs anciennes signatures. Une nouvelle pour chacune y remédie ; les clés restent les mêmes.
places-remains = { $n ->
    [one] Non repris : une chose
   *[other] Non repris : { $n } choses
 }
places-remains-note = C’est dans le fichier, et ne sera dans aucune sauvegarde. Si vous y tenez, gardez le fichier, bien enfermé.
remains-keys = { $n ->
    [one] Une autre clé avec son secret
   *[other] { $n } autres clés avec leurs secrets
 }
remains-keys-note = On apporte une clé à la fois. Gardez le fichier, ou apportez celle-là seule plus tard.
remains-without-primary = { $n ->
    [one] Les sous-clés secrètes d’une autre clé
   *[other] Les sous-clés secrètes de { $n } autres clés
 }
remains-without-primary-note = Sa clé principale n’est pas dans ce fichier, mais peut-être dans un autre des vôtres, ou sur une Nitrokey. Sans elle, elle ne peut pas être apportée : gardez le fichier.
remains-public-keys = { $n ->
    [one] Une autre clé publique
   *[other] { $n } autres clés publiques
 }
remains-public-keys-note = Elle n’est pas de cette clé. Gardez le fichier si vous ne l’avez nulle part ailleurs.
remains-copies = { $n ->
    [one] Une autre copie d’une clé secrète, qui diffère
   *[other] { $n } autres copies de clés secrètes, qui diffèrent
 }
remains-copies-note = Elle n’est pas la même que celle qui est apportée. Celle-là convient à sa clé publique, pour autant que cela se calcule ici.
remains-messages = { $n ->
    [one] Un message
   *[other] { $n } messages
 }
remains-messages-note = Il est chiffré ou signé. S’il contient la sauvegarde d’une clé, enregistrez-le dans un fichier à part, et apportez celui-ci seul plus tard.
remains-signatures = { $n ->
    [one] Une signature dont la clé se passe
   *[other] { $n } signatures dont la clé se passe
 }
remains-signatures-note = Elle est d’une version inconnue ici, appartient à autre chose que cette clé, ou est une révocation qu’un deux-points suspend.
remains-names = { $n ->
    [one] Un nom trop long
   *[other] { $n } noms trop longs
 }
remains-names-note = Il a plus de 2048 octets. D’une clé avec un tel nom, GnuPG ne pourrait rien lire : la vôtre s’en passe.
remains-others = { $n ->
    [one] Autre chose
   *[other] { $n } autres choses
 }
remains-others-note = Des données d’une sorte qui n’appartient à aucune clé OpenPGP.
places-fault-hash = Elle est signée avec un hachage qui n’est plus sûr (SHA-1, par exemple), ou que GnuPG ne connaît pas. La nouvelle signature prend SHA-512.
places-fault-no-flags = Rien ne dit à quoi elle sert. La nouvelle signature le dit.
places-fault-no-back-signature = Elle ne dit pas elle-même qu’elle appartient à votre clé principale : on ne croit donc pas ses signatures. Désormais, elle le dit.
places-fault-expired = Elle reçoit une nouvelle date : valable jusqu’au { $until }, si vous n’en choisissez pas une autre en chemin.
places-fault-expired-never = Elle reçoit une nouvelle date : valable sans fin, si vous n’en choisissez pas une autre en chemin.
places-fault-day-on-key = Son dernier jour est signé sur la clé elle-même, où GnuPG ne peut pas lui en donner d’autre. Les nouvelles signatures mettent le même jour là où GnuPG le peut.
places-fault-on-photo = Jusqu’à quand elle est valable ou à quoi elle sert est signé sur une photo, et aucune photo n’est dans la sauvegarde scellée. Les nouvelles signatures disent la même chose des noms.
places-fault-local = Elle est liée pour vous seul (localement) : les autres ne la reçoivent pas avec votre clé publique. La nouvelle signature la donne à tous.
places-again-text = { $nitrokey } n’accepte pas { $planned }. Ce qui est créé est donc du { $now } ; cela marche aussi bien. Vos propres clés restent telles quelles.
places-again-back = Si vous ne le voulez pas, revenez et prenez une autre Nitrokey.
places-again-help = Toutes les Nitrokeys n’acceptent pas tous les types de clés. Ce qui est créé doit être d’un type que toutes les vôtres acceptent, pour que celle de secours fasse la même chose.
key-passphrase-help = GnuPG protège une clé exportée par le mot de passe que vous tapez pour vous en servir. Il ne sert qu’ici, et n’est pas gardé.
backup-code-help = OpenKeychain a montré ce code en faisant la sauvegarde : neuf groupes de quatre chiffres. Il ne sert qu’ici, et n’est pas gardé.
key-alone-help = Quand GnuPG crée des clés sur une carte, il propose de sauvegarder celle de déchiffrement, et rien d’autre : un fichier sk_….gpg dans son dossier. Il ne dit ni à qui elle est ni à quoi elle appartient ; la clé publique, si.
owner = À qui sont les clés ?
owner-text = C’est ainsi que d’autres trouvent votre clé. C’est aussi sur les cartes de partage. On peut le changer plus tard : « Quelque chose change dans mes clés ».
owner-nameless = Votre clé n’a pas de nom. Tapez celui par lequel d’autres la trouvent : votre clé le signe. Il est aussi sur les cartes de partage.
owner-too-long = Le nom de votre clé a plus de 2048 octets, et GnuPG ne pourrait rien lire d’une clé qui le porte. Il est laissé de côté : gardez votre fichier pour lui. Tapez celui par lequel d’autres trouvent votre clé ; votre clé le signe. Ou revenez, et raccourcissez-le chez vous.
owner-local = Le nom de votre clé n’est que pour vous (local) : les autres recevraient une clé sans nom. Tapez celui par lequel ils la trouvent ; votre clé le signe. Le nom local reste tel quel.
owner-not-on-paper = Les lettres de « { $name } » ne peuvent pas être imprimées. Tapez un nom pour les cartes de partage ; votre clé garde le sien.
owner-name = Votre nom
owner-address = Votre adresse e-mail
owner-empty = Il n’y a ni nom ni adresse.
    .now = Tapez au moins l’un des deux.
owner-help = Le nom et l’adresse deviennent l’identité de votre clé : Ada Lovelace <ada@example.org>. Tous ceux qui ont votre clé publique la voient. L’adresse peut rester vide.
algorithm = Quel type de clés ?
algorithm-text = Prenez le premier, sauf raison contraire. Pour en changer plus tard, il faut de nouvelles clés.
algorithm-beside = Pour ce qui est créé à côté des vôtres ({ $slots }). Prenez ce qui est choisi, sauf raison contraire.
algorithm-help = Toute Nitrokey 3 et toute Nitrokey Start accepte Curve 25519. Une Nitrokey Pro 2 ou Storage 2, non : choisissez pour elles NIST P-256 ou RSA. La première Nitrokey Pro n’accepte que RSA. Tous sont sûrs aujourd’hui.
algorithm-curve25519 = Rapide et moderne. Nitrokey 3 et Start.
algorithm-rsa2048 = Ancien, accepté par toute Nitrokey. Le plus court qui soit encore sûr.
algorithm-rsa3072 = Ancien, accepté par presque toute Nitrokey.
algorithm-rsa4096 = Ancien et grand : la sauvegarde scellée prend plusieurs feuilles, et chaque usage une seconde ou plus.
algorithm-nistp256 = Rapide. Nitrokey 3, Pro 2 et Storage 2.
algorithm-nistp384 = Comme P-256, et plus grand. Nitrokey 3 seulement avec son élément sécurisé.
algorithm-nistp521 = Comme P-384, et encore plus grand.
algorithm-brainpoolp256 = Le choix allemand. Pro 2, Storage 2 ; Nitrokey 3 seulement avec son élément sécurisé.
algorithm-brainpoolp384 = Comme P-256 de Brainpool, et plus grand.
algorithm-brainpoolp512 = Comme P-384 de Brainpool, et encore plus grand.
expiry = Combien de temps sont-elles valables ?
expiry-text = Une fin vous protège : si tout est perdu, les autres cessent d’eux-mêmes d’utiliser la clé. La date peut être changée à tout moment.
expiry-beside = Pour ce qui est créé à côté des vôtres ({ $slots }). Une fin vous protège, et la date peut être changée à tout moment. Les vôtres gardent la leur.
expiry-renewed = Des clés à vous ont expiré : c’est leur nouvelle date, à partir d’aujourd’hui. Elle peut être changée à tout moment.
expiry-both = Pour vos clés expirées, et pour ce qui est créé à côté ({ $slots }), à partir d’aujourd’hui. Cela peut être changé à tout moment.
expiry-help = Après ce jour, les autres ne chiffrent plus pour vous, et vos nouvelles signatures ne comptent pas. Ce qui a été chiffré reste lisible. Quelques semaines avant, donnez à la clé une nouvelle date : « Quelque chose change dans mes clés ». Il faut pour cela la clé USB et des cartes : ne prenez donc pas trop court.
expiry-years = { $n ->
    [one] { $n } an
   *[other] { $n } ans
 }
expiry-years-note = On peut prolonger plus tard, encore et encore.
expiry-never = sans fin
expiry-never-note = Alors seule une révocation y met fin. La sauvegarde en a une, prête.
cards = Combien de cartes de partage ?
cards-text = Chacune va à une personne de confiance. Une carte seule n’ouvre rien.
cards-help = Une carte de partage est une page à garder ; imprimée sur des feuilles, elle est suivie de deux autres, qui disent comment faire sans Coldspare. Donnez les cartes à des personnes qui n’habitent pas ensemble et ne se connaissent pas toutes : famille, collègue, notaire. Vous pouvez en garder une. Pour changer leur nombre plus tard, toutes les cartes sont refaites.
cards-n = { $n } cartes
cards-note = Ensuite, vous dites combien il en faut.
needed = Combien en faut-il pour ouvrir ?
needed-text = Ce nombre de cartes ouvre la sauvegarde. Un nombre inférieur n’en révèle rien.
needed-help = S’il en faut plus, moins de gens peuvent agir dans votre dos ; s’il en faut moins, plus de cartes peuvent se perdre. Deux sur trois, ou trois sur cinq, c’est ce que la plupart choisissent. Pour en changer plus tard, toutes les cartes sont refaites.
needed-k = { $k } cartes
needed-two = N’importe quelles 2 sur { $n } ; on peut en perdre { $lost }. Deux personnes pourraient agir sans vous.
needed-some = N’importe quelles { $k } sur { $n } ; on peut en perdre { $lost }.
needed-all = Il les faut toutes : { $n }. Si une carte est perdue, la sauvegarde ne s’ouvre plus !
trustees = Qui les reçoit ?
trustees-text = Le nom est sur la carte. Un surnom suffit, s’il est clair pour vous deux.
trustees-field = Carte { $number }
trustees-empty = La carte { $number } n’a pas encore de nom.
    .now = Tapez qui la reçoit. Un surnom suffit.
trustees-help = Les noms sont sur les cartes et sur votre fiche, et dans la sauvegarde scellée ; pas sur la clé USB. Qui trouve une clé USB n’apprend pas à qui s’adresser.
notes = Où seront les cartes ?
notes-text = Pour votre fiche : où sera chaque carte, comment joindre la personne. Cela peut rester vide.
notes-field = Carte { $number }, { $name }
notes-help = Dans dix ans, vous aurez peut-être oublié qui avait une carte. Ceci va sur la fiche du propriétaire, une feuille pour vos papiers, et dans la sauvegarde scellée.
nitrokeys = Combien de Nitrokeys ?
nitrokeys-text = Toutes ont les mêmes clés. Deux, c’est juste : une pour l’usage, une de secours, ailleurs.
nitrokeys-help = Grâce à celle de secours, la perte d’une Nitrokey ne fait rien : vous la sortez du tiroir et continuez.
    
    Si vous n’en avez qu’une aujourd’hui, dites deux quand même : celle de secours peut venir plus tard. Mais il faudra alors rouvrir la sauvegarde, avec la clé USB et des cartes. Ayez donc plutôt les deux ici, ou gardez autant d’enveloppes qu’il en faut jusqu’à ce que celle de secours soit programmée.
nitrokeys-n = { $n ->
    [one] { $n } Nitrokey
   *[other] { $n } Nitrokeys
 }
nitrokeys-one = Alors pas de secours. Si elle est perdue, il faut la clé USB et des cartes avant de pouvoir continuer.
nitrokeys-note = Une pour l’usage, les autres de secours.
pins = Qui choisit les PIN ?
pins-text = Une Nitrokey demande son PIN utilisateur à chaque usage. On peut le changer à tout moment.
pins-help = Il y en a trois : le PIN utilisateur de tous les jours, le PIN admin pour les réglages, et le code de réinitialisation si le PIN utilisateur est oublié. Vous ne devez retenir que le premier. Les deux autres sont dans la sauvegarde scellée.
pins-generated = Des PIN faits ici de chiffres au hasard
pins-generated-note = Vous les voyez une fois, et pouvez les imprimer. Toutes les Nitrokeys ont le même PIN utilisateur.
pins-typed = Des PIN que je choisis
pins-typed-note = Vous en tapez trois pour chaque Nitrokey, chacun deux fois.
touch = Faut-il la toucher ?
touch-text = Une Nitrokey 3 peut attendre votre doigt chaque fois. Personne ne peut alors s’en servir de loin, même avec le PIN.
touch-help = Qui contrôle votre ordinateur peut se servir de la Nitrokey tant qu’elle est insérée. Avec le toucher, chaque usage a besoin de vous. C’est gênant quand on déchiffre beaucoup de messages à la suite. Nitrokey Pro, Storage et Start n’ont pas un tel bouton.
touch-off = sans toucher
touch-off-note = On peut l’activer plus tard, avec le PIN admin.
touch-on = toucher à chaque usage
touch-on-note = On peut le désactiver plus tard, avec le PIN admin.
touch-permanent = toucher pour toujours
touch-permanent-note = Seule la remise à l’état d’usine, qui efface tout, y met fin.
more = Quelque chose de particulier ?
more-text = Quatre questions dont presque personne n’a besoin.
more-help = Le PIN utilisateur dans la sauvegarde aussi ou non ; la place de la clé principale ; la langue du papier ; une adresse sur Internet pour votre clé publique.
more-no = Non, c’est bien ainsi
more-no-note = Conseillé.
more-yes = Oui, demandez-moi
more-yes-note = PIN utilisateur dans la sauvegarde, clé principale, langue du papier, adresse de la clé publique.
pin-backup = Le PIN utilisateur aussi ?
pin-backup-text = La sauvegarde scellée doit-elle l’avoir ? Qui ouvre la sauvegarde en choisit de toute façon un nouveau.
pin-backup-help = Cela aide vos héritiers à se servir de celle de secours, trouvée dans votre tiroir. Mais assez de personnes de confiance ensemble sauraient alors le PIN dont vous vous servez chaque jour.
pin-backup-no = Non
pin-backup-no-note = Conseillé.
pin-backup-yes = Oui, pour mes héritiers
pin-backup-yes-note = Alors, qui ouvre la sauvegarde peut se servir de celle de secours.
primary = Où sera la clé principale ?
primary-text = Elle certifie toutes les autres. Qui l’a peut en créer à votre nom.
primary-help = Dans la sauvegarde seule, elle est le plus en sûreté : qui vole la Nitrokey ne peut pas changer votre clé. Dans l’emplacement des signatures, elle permet de certifier les clés des autres avec la Nitrokey, et de prolonger la vôtre sans cartes.
primary-offline = Dans la sauvegarde scellée seule
primary-offline-note = Conseillé.
primary-slot = À l’emplacement des signatures
primary-slot-note = Pour qui certifie souvent les clés des autres.
paper-language = En quelle langue est le papier ?
paper-language-text = Vos personnes de confiance le liront, dans dix ans peut-être.
paper-language-help = Les cartes, les autres feuilles et GUIDE.txt sont écrits dans cette langue. Les 24 mots restent anglais : ils sont les mêmes partout dans le monde.
url = Où est votre clé publique ?
url-text = Si elle est sur Internet, GnuPG peut l’y prendre avec la Nitrokey seule. Cela peut rester vide.
url-field = Adresse
url-help = Elle est écrite sur les Nitrokeys, comme https://example.org/ada.asc. Mettez-y ensuite le fichier public-key.asc de la clé USB.
summary = Le plan
summary-text = Relisez-le. Choisissez une ligne pour la changer.
summary-help = Rien n’a encore été créé. Maintenant, dans l’ordre : présenter les Nitrokeys, créer les clés, imprimer les cartes de partage, essayer la restauration, et alors seulement programmer les Nitrokeys.
summary-twice = « { $name } » est sur plus d’une carte : moins de personnes que vous ne dites peuvent alors ouvrir la sauvegarde.
summary-go-on = C’est juste, continuer
summary-go-on-note = Ensuite, les Nitrokeys sont examinées.
summary-change = Entrée la change.
summary-left-out = { $n ->
    [one] Seulement dans public-key.asc : une chose
   *[other] Seulement dans public-key.asc : { $n } choses
 }
summary-date = Aujourd’hui : { $day }
summary-expiry = Validité : { $expiry }
summary-quorum = { $spare ->
    [0] Les { $n } cartes ensemble ouvrent la sauvegarde
   *[other] { $k } cartes sur { $n } ouvrent la sauvegarde
 }

## 3. Présenter les Nitrokeys

meet = Laquelle sera « { $role } » ?
meet-text = Choisissez celle qui sera « { $role } ». Elle est seulement lue.
meet-two = Deux nouvelles sont insérées. Retirez-en une, et voyez ici laquelle a disparu : vous saurez ainsi laquelle est laquelle.
meet-next = Insérez maintenant celle qui sera « { $role } ».
meet-insert = Insérez la Nitrokey qui sera « { $role } ».
meet-genuine = Coldspare ne peut pas dire si une Nitrokey est authentique : une fausse pourrait garder les clés pour quelqu’un d’autre. N’en prenez que des scellées, d’un magasin de confiance.
meet-help = Chaque Nitrokey est insérée une fois, pour être connue avant que rien ne soit créé : accepte-t-elle ces clés, quels PIN veut-elle, a-t-elle quelque chose qui vous manquerait ? Chacune donne aussi quelques octets de son propre hasard. Rien n’est écrit.
meet-blank = Aucune clé n’y est.
meet-full = Des clés y sont. Elles seront effacées à l’étape « { $stage } », après que vous les aurez vues.
meet-ours = Elle a déjà ces clés. Elle serait effacée à l’étape « { $stage } », et les recevrait de nouveau.
meet-alone = Elle a des clés à vous dont vous n’avez pas apporté le secret. Effacées, elles sont perdues pour toujours. Gardez-la, et prenez une autre Nitrokey.
meet-met = { $role } : { $nitrokey }
meet-same = Vous l’avez déjà présentée : « { $role } ». Retirez-la, et insérez la suivante.
meet-later = Elle n’est pas ici, plus tard
meet-later-note = Continuer sans elle : la programmer à l’étape « { $stage } », ou un autre jour. Il faudra alors de nouveau { $needed } cartes et la clé USB ; ou gardez { $needed } enveloppes jusque-là.
meet-all = Toutes les Nitrokeys sont connues
meet-all-text = Elles peuvent rester insérées : elles donnent alors aussi du hasard.
meet-other-key = Prenez une autre Nitrokey ; ou revenez à « Ce qui va où » et mettez-y une autre clé, ou une nouvelle. Rien n’a été écrit.
meet-again = une autre

## 4. Hasard

dice = Des dés
dice-text = Les clés sont des nombres au hasard. Le système a recueilli du hasard ; si vous ne voulez pas compter sur lui seul, lancez des dés et tapez ce qu’ils montrent. Ou laissez vide.
dice-help = Tout ce que vous tapez est ajouté. Cela ne peut qu’aider : même un dé pipé n’enlève rien. 50 lancers valent une clé.
dice-field = Les lancers, chiffres de 1 à 6
dice-bits = Au plus { $bits } bits sur { $enough } jusqu’ici.
dice-enough = { $bits } bits : assez pour toutes les clés.
dice-made-up = Des dés ne tombent pas ainsi : cela se répète, ou n’a que deux faces.
    .now = Lancez de nouveau, et tapez ce qu’ils montrent. Ou videz la ligne.
typing = Ou tapez n’importe quoi
typing-text = Quelques lignes sans aucun sens, au gré de vos doigts. Ou laissez vide.
typing-field = N’importe quoi
typing-help = Cela est ajouté aussi, et n’est gardé nulle part.
mix = Le mélange
mix-text = Le hasard du système, le vôtre, et celui des Nitrokeys.
mix-help = Tout cela va dans la réserve du système, et les deux générateurs dont les clés sont faites repartent de là.
mix-done = Mélangés : des octets au hasard de { $nitrokeys } Nitrokeys, { $rolls } lancers de dés, { $letters } lettres tapées.

## 5. Créer les clés

type-pins = PIN de la Nitrokey « { $role } »
type-pins-kept = Les PIN
type-pins-kept-text = Vous les avez tous tapés.
type-pins-anew = les retaper
type-pins-help = F2 montre ce que vous tapez. La dernière ligne montre ce que tape vraiment votre clavier. Les chiffres sont sur tous les claviers, les lettres accentuées non.
vault = Y a-t-il autre chose à garder ?
vault-text = Mots de passe de disques, codes de secours, secrets des mots de passe à usage unique : la sauvegarde scellée les garde avec les clés. Ou laissez vide.
vault-kept = Gardés : { $names }
vault-name = Qu’est-ce ? (mot de passe du disque, par exemple)
vault-content = Le secret lui-même
vault-keep = le garder
vault-both = Un nom et un secret vont ensemble ; il en manque un.
    .now = Tapez les deux. Ou videz les deux et appuyez sur Entrée.
vault-twice = Il y en a déjà un de ce nom.
    .now = Donnez-lui un autre nom.
vault-suggested = Le nom est maintenant « { $name } ». Tapez ce qui doit être gardé ; flèche vers le haut ramène au nom.
vault-edit = changer
vault-which = Lequel ?
vault-which-text = Choisissez ce qui doit être changé ou effacé.
vault-entry = Gardé sous { $name }
vault-leave = Le laisser tel quel
vault-leave-note = Rien n’est changé.
vault-change = Le changer
vault-change-note = Un autre nom, un autre secret, ou les deux.
vault-change-text = Tapez le secret de nouveau, ou laissez vide : alors il reste tel quel.
vault-delete = L’effacer
vault-delete-note = Il ne sera pas dans la sauvegarde. Il n’était que dans la mémoire de cet ordinateur, et sera perdu.
vault-help = Si la Nitrokey qui ouvre votre disque est perdue, le mot de passe l’ouvre. Le secret d’un mot de passe à usage unique ne peut plus être lu d’une Nitrokey : gardez-le donc ici quand vous le recevez. Tout revient lors d’une restauration, et personne ne le voit avant.
make = Les clés
make-text = Elles sont créées maintenant, en mémoire seulement.
make-bringing = Ce qui manque est créé, ce qui doit l’être est signé à nouveau, et chaque clé est essayée. Le tout en mémoire seulement.
make-done = Elles sont créées. Voici leur empreinte ; ce n’est pas un secret.
make-brought = Vos clés sont là, et chacune a été essayée. Voici leur empreinte ; elle n’est pas secrète.
make-joined = La nouvelle identité est créée, avec votre ancienne clé de déchiffrement. Voici son empreinte ; elle n’est pas secrète.
make-pins = Les PIN sont là aussi. Regardez-les quand personne ne lit par-dessus votre épaule. Une imprimante ici peut aussi les imprimer, avec les cartes de partage. Rien n’est écrit avant que vous ne les ayez.
make-show = voir les PIN
make-anew = Les créer de nouveau ?
make-anew-text = Vous avez changé quelque chose après la création des clés : il en faut de nouvelles. Les cartes de partage et clés USB des anciennes ne valent alors rien : détruisez-les. Pour garder les anciennes, revenez et annulez le changement.
make-anew-written = Vous avez changé quelque chose après la création des clés : il en faut de nouvelles. Une Nitrokey a les anciennes, et devra être reprogrammée. Les cartes de partage et clés USB des anciennes ne valent alors rien : détruisez-les.
make-anew-brought = Vous avez changé quelque chose après que vos clés ont été réunies : c’est donc refait. Les cartes et clés USB d’avant ne valent alors plus rien : détruisez-les. Vos propres clés restent les mêmes. Pour tout garder, revenez et annulez le changement.
make-anew-brought-written = Vous avez changé quelque chose après que vos clés ont été réunies : c’est donc refait. Une Nitrokey est déjà programmée, et devra l’être à nouveau. Les cartes et clés USB d’avant ne valent alors plus rien : détruisez-les.
make-anew-enter = nouvelles clés
make-anew-again = refaire
make-help = Une clé principale, qui certifie les autres, et trois sous-clés : signer, déchiffrer, se connecter. Elles ne sont que dans la mémoire de cet ordinateur, et rien n’a encore été écrit. Les autres reconnaissent votre clé à l’empreinte.

## 6. Sceller et partager

copies = Combien de clés USB recevront la sauvegarde ?
copies-text = Où des copies sont prévues est noté dans la sauvegarde scellée elle-même : qui change quelque chose des années plus tard y voit quelles vieilles copies existent.
copies-sticks = { $n ->
    [one] Une clé USB
   *[other] { $n } clés USB
 }
copies-one-note = Si elle casse, il ne reste que le papier.
copies-help = Une clé USB peut casser ou brûler. Deux en deux lieux sont un bon début. On vous demandera chacune quand le dossier sera écrit ; à la fin il peut y en avoir plus ou moins. On ne note rien d’autre que le nombre de feuilles de sauvegarde imprimées et qui reçoit une carte.
seal = Scellée et partagée
seal-text = Tout ce qui est secret est chiffré avec une clé au hasard, la clé de la sauvegarde. Elle est partagée en parts, une pour chaque carte, puis oubliée.
seal-done = Jeu { $set } : n’importe quelles { $k } des { $n } cartes rendent la clé de la sauvegarde. { $k ->
    [2] Une seule ne révèle rien.
   *[other] Un nombre inférieur ne révèle rien.
 }
seal-again = Elle a été scellée une fois de plus pour les mêmes cartes : c’est le scellement { $sealing }. Les feuilles et clés USB d’avant sont plus anciennes ; les cartes restent bonnes.
seal-help = La sauvegarde scellée peut être n’importe où : sans assez de cartes, elle ne révèle rien. Le jeu est le nom de ces cartes ; il est sur chacune, pour ne pas mêler des cartes d’années différentes. On peut aussi réunir les cartes sans Coldspare : GUIDE.txt dit comment.

## 7. Les cartes

paper-way = Comment mettre les cartes sur papier ?
paper-way-text = Chaque personne de confiance reçoit une carte. Moins elle passe par des ordinateurs avant le papier, mieux c’est.
paper-way-printer = Imprimante : { $name }
paper-way-printer-note = Le mieux : par le câble, sans passer par un autre ordinateur.
paper-way-unknown-note = Elle parle { $speaks } ; rien de cela n’est connu ici. Branchez-en une autre, ou choisissez un autre moyen.
paper-way-silent-note = Elle ne dit pas quel langage elle parle. Branchez-en une autre, ou choisissez un autre moyen.
paper-way-ipp-note = Elle ne parle que le langage IPP, comme les imprimantes d’un réseau, et ce n’est pas connu ici. Branchez-en une autre, ou choisissez un autre moyen : des fichiers sur clé USB, par exemple.
paper-way-untried-note = Une imprimante à jet d’encre qui annonce PCL : ce qu’elle reçoit n’a jamais été essayé sur ce genre d’imprimante. Regardez la première page. Si des lettres et des signes sortent à la place de la carte, arrêtez-la et choisissez un autre moyen.
paper-way-none = Une imprimante à cet ordinateur
paper-way-none-note = Aucune n’est encore trouvée. Branchez-en une par son câble USB et allumez-la : son nom apparaît ici de lui-même.
paper-way-elsewhere = Fichiers sur clé USB, à imprimer ailleurs
paper-way-elsewhere-note = Pour une imprimante d’un autre ordinateur. Il voit alors toutes les cartes. Lisez d’abord ce que cela signifie.
paper-way-handwritten = Recopier de l’écran à la main
paper-way-handwritten-note = Sans imprimante : vous écrivez 24 mots sur chaque carte, et les retapez. Dix minutes par carte.
paper-way-help = Une carte de partage seule n’ouvre rien. Mais qui en voit assez, même un instant, peut ouvrir votre sauvegarde. Que personne d’autre ne les voie donc avant le papier : ni autre ordinateur, ni serveur d’impression, ni nuage.
    
    Une imprimante au port USB de cet ordinateur est le mieux, et une simple vaut mieux qu’une avec disque ou réseau. Si vous n’en avez pas, recopier à la main est plus lent, mais aussi sûr.
    
    Vous pourrez revenir ici et choisir un autre moyen. Les cartes faites restent faites.
paper-size = Quel papier y a-t-il dedans ?
paper-size-text = Choisissez le papier sur lequel les cartes sont imprimées.
paper-size-a4 = A4
paper-size-a4-note = Feuilles de 210 x 297 mm : Europe et presque partout ailleurs.
paper-size-letter = US Letter
paper-size-letter-note = Feuilles de 8,5 x 11 pouces : Amérique du Nord.
paper-size-roll-58 = Rouleau de caisse, 58 mm
paper-size-roll-58-note = Un rouleau étroit, pour petites imprimantes à tickets. Ce papier pâlit en quelques années ; la carte dit que faire alors.
paper-size-roll-80 = Rouleau de caisse, 80 mm
paper-size-roll-80-note = Un rouleau large, comme à la caisse d’un supermarché. Ce papier pâlit en quelques années ; la carte dit que faire alors.
paper-size-help = Si le papier n’est pas celui que vous dites, les bords peuvent être coupés, et un code au bord serait illisible. Vous le verrez quand la carte est relue, et pourrez la réimprimer.
paper-behind = Imprimer la feuille de sauvegarde avec chaque carte ?
paper-behind-text = Les cartes ouvrent votre sauvegarde scellée. Elle sera sur clé USB ; elle peut aussi être sur papier, avec chaque carte.
paper-behind-yes = Oui, avec chaque carte
paper-behind-yes-note = Alors les cartes seules rendent tout, même si toutes les clés USB sont perdues ou cassées. Cela fait { $codes ->
    [one] { $codes } code
   *[other] { $codes } codes
 } sur papier.
paper-behind-no = Non, seulement sur des clés USB
paper-behind-no-note = Alors il faut les cartes et une clé USB. Sans elle, les cartes ne valent rien : gardez deux clés USB ou plus.
paper-behind-large-note = Votre sauvegarde est trop grande pour le papier : elle reste sur des clés USB. Gardez-en deux ou plus.
paper-behind-help = La sauvegarde scellée ne dit rien à qui a trop peu de cartes. Il n’y a donc aucun danger à la mettre avec une carte.
    
    Avec elle, assez de vos personnes de confiance ensemble peuvent tout ouvrir sans vous et sans clé USB. C’est ce qu’il faut s’il vous arrive quelque chose. Sans elle, il leur faut aussi une de vos clés USB : choisissez cela pour garder le dernier mot.
card-of = Carte { $at } sur { $of }, pour { $name }
card-right = La carte { $at } est juste. Elle dit ce qui a été fait.
card-right-words = La carte { $at } est juste, pour autant que trois mots le montrent.
card-right-text = { $pages ->
    [more] Toutes ses pages vont maintenant dans l’enveloppe, face cachée. Fermez-la, et écrivez-y « { $name } ».
    [handwritten] Elle va maintenant dans son enveloppe, face cachée. Écrivez-y « { $name } », et fermez-la quand la lettre de la clé USB de la sauvegarde y est aussi.
   *[one] Elle va maintenant dans son enveloppe, face cachée. Fermez-la, et écrivez-y « { $name } ».
 } Plus personne ne regarde la carte, pas même vous.
card-right-all = Les { $of } cartes sont faites. Ce qui a été lu correspond à ce qui a été fait.
card-right-spot-checked = Les { $of } cartes sont faites, mais { $whole ->
    [0] aucune n’a été lue en entier : le papier n’est vérifié que par sondage.
    [one] une seule a été lue en entier : le papier n’est vérifié que par sondage.
   *[other] { $whole } seulement ont été lues en entier : le papier n’est vérifié que par sondage.
 } Une répétition d’après le papier demande { $needed } cartes entières.
card-other = C’était la carte { $other }, et elle dit ce qui a été fait. À présent la { $at }.
card-words-differ = { $many ->
    [one] Le mot { $numbers } n’est pas de cette carte. Voyez votre papier :
   *[other] Les mots { $numbers } ne sont pas de cette carte. Voyez votre papier :
 } { $way ->
    [printer] mal tapé, ou mal imprimé ? Les flèches y ramènent. F5 réimprime la carte.
    [elsewhere] mal tapé, ou mal imprimé ? Les flèches y ramènent. Si c’est le papier, réimprimez son fichier.
   *[handwritten] mal tapé, ou mal recopié ? Les flèches y ramènent. Échap ramène à la carte.
 }
card-words-other = Ce sont les mots de la carte { $other }, et celle-ci est la carte { $at }. Regardez le numéro sur votre papier.
card-lines-differ = { $many ->
    [one] La ligne { $numbers } n’est pas de cette carte. Voyez votre papier :
   *[other] Les lignes { $numbers } ne sont pas de cette carte. Voyez votre papier :
 } { $way ->
    [printer] mal tapé, ou mal imprimé ? Les flèches y ramènent. F5 réimprime la carte.
    [elsewhere] mal tapé, ou mal imprimé ? Les flèches y ramènent. Si c’est le papier, réimprimez son fichier.
   *[handwritten] mal tapé, ou mal recopié ? Les flèches y ramènent. Échap ramène à la carte.
 }
card-lines-other = Ce sont les lignes de la carte { $other }, et celle-ci est la carte { $at }. Regardez le numéro sur votre papier.
print-card = Imprimer une carte
print-card-text = { $behind ->
    [yes] Cette carte va être imprimée. La feuille de sauvegarde suit ; ce n’est pas un secret.
   *[no] Cette carte va être imprimée.
 } Soyez seul. Vérifiez qu’il y a du papier, et prenez aussitôt tout ce qui sort.
print-card-second = Cette carte, ou une partie, a peut-être déjà été imprimée. Gardez le nouvel exemplaire, qui est relu à nouveau. Déchirez et brûlez le reste : qui le trouve a peut-être la carte.
print-card-now = Prenez aussitôt tout ce qui sort, et gardez-en l’ordre.
print-card-read = Est-elle lisible ? Relisez-la en entier, d’après le papier : la répétition reçoit ce que vous lisez.
print-card-help = La carte est imprimée, puis relue aussitôt : une carte illisible se remarque aujourd’hui, et non dans dix ans. La répétition, avant de programmer une Nitrokey, reçoit ce qui a été lu du papier.
    
    Un lecteur lit le code, donc toute la carte. Sans lecteur, les 24 mots prennent deux minutes. F3 offre une voie courte, et dit ce qu’elle vaut.
    
    Si elle est tachée, coupée ou trop pâle, appuyez sur F5 et réimprimez-la.
    
    La carte n’est pas montrée sur cet écran, mais ce que vous tapez l’est. Échap ramène à la carte précédente ; ce qui a été lu reste lu.
key-print = imprimer
key-booklet = livret
key-print-again = encore
key-short = court
key-whole = entier
short-way = La voie courte : trois mots
short-way-text = Vous tapez trois des 24 mots, demandés au hasard. Cela montre que la bonne carte est sortie. Cela ne montre pas qu’elle est lisible en entier.
short-way-means = Une répétition d’après le papier demande { $needed } cartes lues en entier ; jusqu’ici il y en a { $whole }. Avec moins, elle reçoit les parts telles qu’imprimées. Le papier n’est alors vérifié que par sondage : la fiche du propriétaire le dit, et on vous le demande avant de programmer une Nitrokey.
short-way-enough = { $whole } cartes ont été lues en entier, et { $needed } suffisent pour une répétition d’après le papier. Pour celle-ci, trois mots peuvent suffire.
short-way-take = trois mots
short-way-words = Tapez ces trois mots de la carte ; quatre lettres de chacun suffisent. Si vous lisez son code, elle est lue en entier.
printer-draws = Les pages sont en train d’être dessinées.
printer-prints = La page { $page } sur { $of } s’imprime.
printer-stopped = Arrêt à la page { $page } sur { $of }. Que faire ?
printer-go-on = Continuer : elle est prête de nouveau
printer-go-on-note = Ce qui manque de la page { $page } est envoyé. Si cette page sort abîmée, détruisez-la, et réimprimez ensuite.
printer-again = La page { $page } encore, depuis le début
printer-again-note = Pour une page sortie froissée ou à moitié vide. Détruisez celle-là.
printer-give-up = Arrêter l’impression
printer-give-up-note = Plus rien n’est envoyé. Vous pourrez alors tout réimprimer, ou choisir un autre moyen.
elsewhere = Avant d’imprimer ailleurs
elsewhere-text = Lisez ceci avant de choisir, s’il vous plaît.
elsewhere-no = Non, je choisis un autre moyen
elsewhere-no-note = Retour au choix du moyen.
elsewhere-yes = J’ai compris, et j’imprime ailleurs
elsewhere-yes-note = Ensuite, vous choisissez la clé USB.
elsewhere-help = Les cartes de partage protègent votre sauvegarde parce qu’aucun endroit n’en a assez. Un ordinateur qui les imprime toutes est un tel endroit, au moins un moment. S’il est en ligne, ou si quelqu’un d’autre s’en occupe, votre sauvegarde n’est pas plus sûre que lui.
elsewhere-stick = Sur quelle clé USB ?
elsewhere-stick-text = Prenez une clé USB vide pour cela seul, jamais celle de la sauvegarde : avec les cartes et la sauvegarde, qui la trouve a tout.
elsewhere-stick-note = Les cartes sont écrites dans leur propre dossier. Rien d’autre n’y est changé.
elsewhere-writes = Les feuilles sont dessinées et écrites sur { $stick }.
elsewhere-leave = Laissez la clé USB où elle est.
elsewhere-done = Maintenant, imprimez-les
elsewhere-written = Sur { $stick }, dans le dossier { $folder }, et relues sans différence.
elsewhere-print = Retirez la clé USB, et imprimez ceci, sur une face et en taille réelle :
elsewhere-files-cards = share-card-1.pdf à share-card-{ $n }.pdf
elsewhere-files-record = owners-record.pdf et booklet.pdf, pour vous
elsewhere-files-sheet = backup-sheet.pdf, si vous voulez
elsewhere-files-old = owners-record.pdf, booklet.pdf, to-destroy.pdf
elsewhere-destroy = Détruisez ensuite la clé USB ; effacer ne suffit pas.
elsewhere-stay = Laissez cet ordinateur allumé, et personne d’autre à côté. Éteint, il oublie les clés, et les cartes ne valent rien.
elsewhere-back = Le papier est là ? Appuyez sur Entrée : chaque carte est relue.
elsewhere-again = autre clé USB
read-card = Relire une carte
read-card-text = Prenez la carte imprimée, et relisez-la en entier, d’après le papier : la répétition reçoit ce que vous lisez.
read-card-help = Chaque carte est relue aussitôt : une carte illisible se remarque aujourd’hui, et non dans dix ans. La répétition, avant de programmer une Nitrokey, reçoit ce qui a été lu du papier.
    
    Un lecteur lit le code, donc toute la carte. Sans lecteur, les 24 mots prennent deux minutes. F3 offre une voie courte, et dit ce qu’elle vaut.
    
    Si l’une est tachée ou coupée, imprimez son fichier encore une fois. Échap ramène à la carte précédente ; ce qui a été lu reste lu.
handwritten = Recopier une carte à la main
handwritten-text = Prenez une feuille de bon papier et un stylo qui ne pâlit pas. Écrivez ceci en haut :
handwritten-top-card = Coldspare : carte de partage { $at } sur { $n }
handwritten-top-set = Jeu { $set }. { $spare ->
    [0] Les { $n } cartes ensemble l’ouvrent.
   *[other] { $k } cartes sur { $n } l’ouvrent.
 }
handwritten-top-for = Pour { $name }. Ne la montrez à personne.
handwritten-top-by = De : { $owner }, { $day }
handwritten-beneath = Et ceci sous les mots :
handwritten-keep = À garder. Ne dites à personne que vous l’avez.
handwritten-ask = Seulement { $owner } peut la demander, face à face.
handwritten-died = Si { $owner } meurt : qui règle la succession.
handwritten-letter = Pour chaque enveloppe il y a une lettre qui explique la carte. Elle ne contient aucun secret et ne nomme personne : imprimez LETTER.pdf ou LETTER.txt de la clé USB de la sauvegarde, où vous voulez.
handwritten-show = Puis soyez seul, sans caméra ni fenêtre derrière vous, et appuyez sur F2 : les 24 mots apparaissent.
handwritten-words = Recopiez ces 24 mots avec leurs numéros, en lettres claires.
handwritten-digits = Recopiez ces quatre lignes. Leurs quatre derniers caractères les vérifient.
handwritten-code = Ce code est pour un lecteur sans réseau. Ne le laissez jamais voir à un téléphone. S’il n’a pas de place ici, F4 le montre seul.
handwritten-then = Quand tout est sur le papier, appuyez sur Entrée : cela disparaît de l’écran, et vous le retapez d’après le papier.
handwritten-as-words = mots
handwritten-as-digits = lignes
handwritten-as-code = code
handwritten-large = en grand
handwritten-back = Retapez-la d’après votre papier, pas de mémoire. Échap ramène à la carte.
handwritten-how = Tapez les 24 mots, chacun suivi d’un espace : les quatre premières lettres suffisent. Ou tapez les quatre lignes.
handwritten-any = Mots ou lignes
handwritten-help = Recopier demande de la patience, et un seul mot faux rend une carte sans valeur. Chaque carte est donc retapée en entier, et Coldspare dit quel mot est faux.
    
    Les mots sont anglais dans toutes les langues, pour que tout Coldspare les lise. Les numéros en font partie : leur ordre compte.
    
    Recopiez les mots ou les lignes, comme vous préférez ; l’un des deux suffit. F2 les montre et les cache, F3 passe des uns aux autres.
more-paper = Que faut-il encore imprimer ?
more-paper-text = Tant que l’imprimante est là : tout peut être imprimé autant de fois que vous voulez.
more-paper-now = Prenez aussitôt tout ce qui sort.
more-paper-booklet = Le livret de secours
more-paper-booklet-note = Quelques pages : vos numéros, qui a les cartes de partage, et que faire si une Nitrokey est perdue ou volée, un PIN bloqué, ou si vous n’êtes plus là. Aucun secret.
more-paper-booklet-done = Le livret est imprimé. Gardez-le avec la Nitrokey de secours, enfermé.
more-paper-sheet = La feuille de sauvegarde
more-paper-sheet-note = La sauvegarde scellée sur papier, pour vos papiers. Ce n’est pas un secret, et elle ne vaut rien sans les cartes.
more-paper-sheet-done = La feuille de sauvegarde est imprimée.
more-paper-record = La fiche du propriétaire
more-paper-record-note = Une page pour vous : à qui est chaque carte, les Nitrokeys, et que faire si l’une est perdue. Aucun secret n’y est.
more-paper-record-done = La fiche du propriétaire est imprimée. Gardez-la avec vos papiers.
more-paper-record-outdated = Les cartes ont été lues autrement depuis que la fiche du propriétaire est imprimée. Réimprimez-la, et jetez la première.
more-paper-slips = Les fiches PIN
more-paper-slips-note = Tous les PIN de chaque Nitrokey, en clair : PIN utilisateur, PIN admin et code de réinitialisation. Qui a une fiche et sa Nitrokey a vos clés.
more-paper-slips-done = Les fiches PIN sont imprimées. Découpez-les, et gardez chacune loin de sa Nitrokey.
more-paper-cards = Toutes les cartes encore une fois
more-paper-cards-note = Une seconde carte pour chaque personne. Elles sont aussi secrètes que les premières ; elles ne sont pas relues.
more-paper-cards-done = Toutes les cartes sont réimprimées. Mettez-les sous enveloppe.
more-paper-go-on = Continuer
more-paper-go-on-note = Rien d’autre n’est nécessaire sur papier.
more-paper-help = La fiche du propriétaire et les fiches PIN viennent d’abord, car sans PIN une Nitrokey ne sert à rien ; sans fiches PIN, les PIN sont montrés avant que rien ne soit écrit. Une copie de la feuille de sauvegarde vous protège si toutes les clés USB cassent. La fiche du propriétaire vous aidera dans dix ans, vous et qui règle vos affaires. Coldspare scelle aussi le PIN admin et le code de réinitialisation dans la sauvegarde.

## 8. Le dossier

bundle = Le dossier, sur une clé USB
bundle-text = La sauvegarde scellée, la clé publique, et GUIDE.txt. Sans les cartes de partage, il ne révèle aucun secret ; faites-en donc plus d’un.
bundle-done = { $stick } : { $folder }, relu sans différence
bundle-planned = { $there } sur { $n } clés USB prévues.
bundle-more-text = Une seconde clé USB, gardée ailleurs, est une bonne idée. Laissez la dernière insérée pour la répétition.
bundle-more = autre clé USB
bundle-cards = Les cartes sont sur « { $stick } ». Avec la sauvegarde à côté, qui la trouve a tout.
    .now = Prenez une autre clé USB pour la sauvegarde.
bundle-help = Ce qui est déjà sur la clé USB reste tel quel. Le dossier apparaît en entier, ou pas du tout, même si vous la retirez au milieu. GUIDE.txt vous dit comment vous servir de la Nitrokey avec GnuPG et SSH, et à vos héritiers comment tout retrouver.

## 9. La répétition

rehearse = La répétition
rehearse-text = Une restauration entière, avant de programmer une Nitrokey : un programme séparé, qui ne sait rien, reçoit autant de parts qu’il en faut, et la clé USB.
rehearse-done = Il arrive aux mêmes clés. La sauvegarde marche.
rehearse-done-paper = La répétition a reçu les cartes telles que vous les avez lues sur le papier.
rehearse-done-printed = Il arrive aux mêmes clés. La sauvegarde scellée marche.
rehearse-done-printed-text = Trop peu de cartes ont été lues en entier. La répétition a donc reçu des parts telles qu’imprimées, et non telles qu’on les lit sur le papier.
rehearse-help = Une sauvegarde jamais essayée n’est qu’un espoir. C’est pourquoi les Nitrokeys ne peuvent être programmées que maintenant, et pas plus tôt. Si assez de cartes ont été lues en entier, le papier et la clé USB seuls ont tout rendu. Sinon, on vous demande ensuite si cela suffit.
spot-check-only = Le papier n’est vérifié que par sondage
spot-check-only-warning = { $whole ->
    [0] Trois mots de chaque carte ont été comparés, et personne n’a relu une carte entière.
    [one] Une carte sur { $cards } a été lue en entier, et trois mots de chacune des autres.
   *[other] { $whole } cartes sur { $cards } ont été lues en entier, et trois mots de chacune des autres.
 } Que { $needed } d’entre elles rendent tout a été essayé avec les parts telles qu’imprimées. Une carte où un autre mot est faux ou manque n’a pas été remarquée.
spot-check-only-text = Faut-il programmer les Nitrokeys quand même ? La fiche du propriétaire dit ce qui a été vérifié.
spot-check-only-no = Non, je lis d’abord des cartes en entier
spot-check-only-no-note = Retour aux cartes. Celles lues en entier comptent ; on ne demande que celles qui manquent.
spot-check-only-yes = Oui, un sondage me suffit
spot-check-only-yes-note = Ensuite, les Nitrokeys sont programmées.
spot-check-only-help = La sauvegarde elle-même marche : elle vient d’être ouverte. Ce qui n’a pas été essayé, c’est si chaque carte se lit jusqu’au dernier mot. Si l’une se révèle fausse dans dix ans, c’est une carte de moins ; avec trop peu de cartes, rien ne revient.
before = La sauvegarde d’avant
before-text = Si une clé USB avait une sauvegarde plus ancienne de ces clés, elle est restée à côté de la nouvelle jusqu’à la fin de la répétition. Elle est maintenant retirée.
before-gone = { $stick } : il n’y reste que la nouvelle.
before-left = { $stick } : l’ancienne y est encore, elle n’a pas pu être retirée. C’est sans danger : chacune s’ouvre avec les cartes de son jeu, et la plus récente est proposée d’abord.
before-left-old = { $stick } : l’ancien y est encore : impossible de l’enlever. Avec les anciennes cartes il donne toujours vos clés : il figure dans la liste de ce qu’il faut détruire.
before-help = Si le courant avait manqué avant la répétition, les deux seraient sur la clé USB, entières, et chacune s’ouvrirait. Une sauvegarde plus ancienne qui reste sur une clé USB contient vos clés telles qu’elles étaient : gardez-la comme la nouvelle.

show-pins-text = Ces PIN ont été faits ici, et personne ne les a encore vus. Sans le PIN utilisateur, la Nitrokey ne vous sert à rien.
show-pins-help = Toutes les Nitrokeys ont le même PIN utilisateur ; le PIN admin et le code de réinitialisation sont différents sur chacune. Sauf si vous l’avez voulu, le PIN utilisateur n’est pas dans la sauvegarde scellée : il doit donc être sur papier, ou dans votre tête, avant que rien ne soit écrit. Gardez le papier loin de la Nitrokey.

## 11. Terminé

results = Votre clé
results-text = Voici son empreinte. Avec elle, les autres vérifient votre clé.
results-paper = Essayée d’après le papier : { $whole } cartes sur { $cards } ont été lues en entier.
results-spot-checked = Le papier n’est vérifié que par sondage : { $whole ->
    [0] aucune carte n’a été lue en entier.
    [one] une carte sur { $cards } a été lue en entier, et il en faut { $needed }.
   *[other] { $whole } cartes sur { $cards } ont été lues en entier, et il en faut { $needed }.
 }
results-record = F5 imprime la fiche du propriétaire : à qui est chaque carte, la répétition, les Nitrokeys, et que faire en cas de perte.
results-record-again = Depuis que la fiche du propriétaire est imprimée, il y a eu plus : la répétition, les Nitrokeys. F5 la réimprime, avec tout ; jetez alors la première.
results-record-no-printer = Avec une imprimante sur cet ordinateur, F5 imprime ici la fiche du propriétaire : à qui est chaque carte, la répétition, les Nitrokeys.
results-record-done = La fiche du propriétaire est imprimée, avec tout ce qui a été fait. Gardez-la avec vos papiers, et jetez une version antérieure.
results-help = F4 la montre en code, que lisent OpenKeychain et d’autres programmes : « la clé avec cette empreinte est à moi ». (OpenKeychain n’emploie une Nitrokey que par USB, et pas Brainpool P-384.) La clé elle-même est public-key.asc sur la clé USB : donnez-la aux autres, mettez-la sur un serveur de clés. À côté, ssh.pub est pour les connexions SSH.
done = C’est tout
done-later = Pas encore programmée : « { $role } ». Quand vous l’avez, choisissez « Programmer une autre Nitrokey ». Il faudra de nouveau { $k } cartes et la clé USB ; ou gardez { $k } enveloppes jusque-là.
done-text = { $nitrokeys ->
        [one] • Il n’y a pas de Nitrokey de secours. Programmez-en une bientôt : « Programmer une autre Nitrokey », avec la clé USB et les cartes.
       *[other] • Gardez celle de secours ailleurs.
    }
    • Donnez sa carte à chaque personne, face à face. { $k } sur { $n } rendent tout.
    • Gardez la clé USB et la fiche du propriétaire avec vos papiers.
    • Chez vous, commencez par GUIDE.txt sur la clé USB.
done-brought = Vos clés sont encore sur le disque chez vous, et GnuPG prend celles-là. Dès que la Nitrokey marche, effacez-les : GUIDE.txt, section 18.
done-moved = C’est une nouvelle identité : GUIDE.txt, section 16, dit comment y passer. Gardez l’ancienne Nitrokey jusque-là.
done-kept = Les clés qui ne sont sur aucune Nitrokey ne servent alors que depuis la sauvegarde. S’il vous en faut une souvent, laissez-la sur le disque.
done-off = Éteindre
done-home = Retour au début
done-help = Tout ce qui est secret est effacé de la mémoire quand vous éteignez. Une fois par an : celle de secours marche-t-elle, la clé USB est-elle lisible, chacun a-t-il encore sa carte ?
    
    Les enveloppes que vous gardez jusqu’à ce qu’une Nitrokey arrive ouvrent la sauvegarde, avec la clé USB : enfermez-les, loin d’elle, et remettez-les dès que la Nitrokey est programmée.
