# Français. Les mêmes variables dans toutes les langues.

## Les jours

day = { $day } { $month } { $year }
month-01 = janvier
month-02 = février
month-03 = mars
month-04 = avril
month-05 = mai
month-06 = juin
month-07 = juillet
month-08 = août
month-09 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

## Chaque feuille

page-number = Page { $number } sur { $of }
label-for = Pour
label-by = De
label-made = Fait le
label-set = Jeu
label-fingerprint = Empreinte
label-sha256 = SHA-256

## La carte

card-title = Carte de partage { $number } sur { $cards }
card-quorum = { $spare ->
    [0] Seules ces { $cards } cartes ensemble rendent la sauvegarde. Un nombre inférieur n’en révèle rien.
   *[other] N’importe quelles { $needed } de ces { $cards } cartes rendent la sauvegarde. Un nombre inférieur n’en révèle rien.
 }
card-code = Le code : pour un lecteur à main, jamais un téléphone
card-words = Les 24 mots anglais
card-words-how = Ils disent la même chose que le code. Les quatre premières lettres de chacun suffisent.
card-digits = Encore la même chose, en quatre lignes
card-digits-how = 16 caractères par ligne (0 à 9, A à F), et quatre autres qui la vérifient.
card-what = Ce que c’est
card-what-text = Un morceau d’une clé. Cette clé ouvre une sauvegarde : les clés électroniques appartenant à { $whom }, pour le courrier, les ordinateurs et les signatures. Il y a { $cards } cartes comme celle-ci ; { $spare ->
    [0] il les faut toutes pour l’ouvrir.
   *[other] { $needed } ensemble l’ouvrent.
 } Seule, elle n’ouvre rien et ne révèle rien.
card-else = Ce qu’il faut encore
card-else-text = La sauvegarde scellée : { $behind ->
    [yes] sur la feuille de sauvegarde, les pages de codes carrés remises avec cette carte, et sur les clés USB appartenant à { $whom }.
   *[no] sur les clés USB appartenant à { $whom }, et peut-être sur une feuille de sauvegarde, des pages de codes carrés, avec ses papiers.
 } Sans elle, les cartes n’ouvrent rien.
card-why = Pourquoi vous l’avez
card-why-text = La raison : { $owner } vous fait confiance. Si les clés sont perdues, cassées ou volées, vous et { $others ->
    [one] une autre personne qui a
   *[other] { $others } autres personnes qui ont
 } une carte pouvez les rendre. Vous n’avez pas besoin d’ordinateur, ni de comprendre comment cela marche.
card-keep = Comment la garder
card-keep-text = À plat, au sec, à l’abri de la lumière, dans une enveloppe, avec votre passeport ou votre testament. Ne dites à personne que vous l’avez. Si vous déménagez, emportez-la.
card-when = Quand elle servira
card-when-text = Peut-être jamais, peut-être dans dix ans. Une fois par an, { $owner } demandera peut-être si elle est toujours là : regardez, et dites oui ou non.
card-who = Qui la demandera, et comment en être sûr
card-who-text = Seulement { $owner }, face à face. Ne la donnez et ne la lisez jamais à quelqu’un qui appelle, écrit ou envoie un messager, si urgent que cela paraisse et même si la voix est la bonne. Dans le doute, rappelez à un numéro que vous avez depuis longtemps.
card-never = Ce qu’il ne faut jamais faire
card-never-text = Ne jamais la photographier. Ne jamais donner son code, ses mots ou ses lignes à un téléphone, un ordinateur ou une page web. La seule exception : un ordinateur sans réseau démarré pour cela seul, avec Coldspare le plus souvent, en votre présence. Ne la copier que si elle pâlit, à la main, sur du bon papier : tout ce qui est en haut, et les 24 mots au complet ou les quatre lignes.
card-lost = Si cette carte est perdue, ou si quelqu’un l’a vue
card-lost-text = Dites-le vite à { $whom }, sans honte. Une carte seule n’ouvre rien, et on peut en faire de nouvelles.
card-died = Si { $owner } meurt, ou ne peut plus agir
card-died-text = Ne donnez la carte à personne avant de savoir qui a le droit d’agir : qui règle la succession, ou a procuration. Qui a ce droit remplace { $whom } dans tout ce que dit cette carte, aussi à l’ordinateur. { $spare ->
    [0] Seuls les { $cards } détenteurs ensemble peuvent ouvrir la sauvegarde.
   *[other] Ensemble, { $needed } détenteurs peuvent ouvrir la sauvegarde.
 } { $page ->
    [yes] Les pages « À la main » disent comment,
   *[no] GUIDE.txt sur les clés USB et FORMAT.md, publié avec Coldspare, disent comment,
 } à qui connaît les ordinateurs.
card-not-you = Si vous n’êtes pas { $trustee }
card-not-you-text = Vous avez trouvé cette carte, dans un bureau ou parmi des papiers ? Ne la jetez pas, ne la copiez pas, ne la montrez à personne. Remettez-la, dans une enveloppe fermée, à { $whom }, ou à qui règle ses affaires.
card-others = Qui connaît les autres détenteurs, et où est la sauvegarde :
card-fades = Ce papier pâlit en quelques années. Copiez-le dès maintenant, à la main, sur du bon papier : tout ce qui est au-dessus de cette ligne, et les 24 mots au complet ou les quatre lignes. Comparez, et gardez les deux.

## La lettre pour une carte recopiée à la main

letter-title = À qui détient une carte de partage
letter-of = Écrite à la main, jeu { $set }. { $spare ->
    [0] Seules les { $cards } cartes comme elle, ensemble, rendent la sauvegarde.
   *[other] { $needed } sur { $cards } cartes comme elle rendent la sauvegarde.
 }
letter-text = Votre carte de partage a été écrite à la main : une feuille avec en haut son numéro, le jeu, pour qui et de qui elle est, et dessous 24 mots anglais ou quatre lignes. Cette lettre l’explique. Elle ne contient aucun secret et ne nomme personne : « cette personne » est celle dont le nom est sur votre carte après « De ». Vérifiez que votre carte porte le même jeu, et gardez la lettre avec elle. Là où une commande dit FINGERPRINT, tapez les 40 caractères que montre gpg --show-keys secret-key.asc.
letter-owner = cette personne
letter-whom = cette personne
letter-not-you = Si la carte n’est pas pour vous

## À la main

hand-title = À la main : sans Coldspare
hand-card = Carte de partage { $number } sur { $cards }, jeu { $set }
hand-intro = Pour quelqu’un qui connaît les ordinateurs. Tout ce qui suit marche avec les outils ordinaires de Debian. Ce qui vient après $ se tape en une seule ligne ; s’il continue ici à la ligne suivante, avec une espace entre les deux.

## La feuille de sauvegarde

sheet-title = Feuille de sauvegarde
sheet-of = { $owner }, jeu { $set }, scellement { $sealing }
sheet-page = Page { $page } sur { $pages } ; { $pages_enough } suffisent, n’importe lesquelles. Sur les { $codes } codes, { $enough } suffisent, n’importe lesquels.
sheet-one = Page 1 sur 1. Sur les { $codes } codes, { $enough } suffisent, n’importe lesquels.
sheet-set = { $set }, scellement { $sealing }
sheet-what = La sauvegarde scellée des clés électroniques appartenant à { $owner }. Il faut { $spare ->
    [0] les { $cards } cartes
   *[other] { $needed } des { $cards } cartes
 } du jeu { $set } pour l’ouvrir ; sans elles, elle ne vaut rien. Cette feuille n’est donc pas un secret ; mais gardez-la propre et à plat.
sheet-how = Pour s’en servir : démarrer Coldspare, choisir « Une Nitrokey est perdue ou cassée », et lire des codes, dans n’importe quel ordre ; passer ceux qui ne se lisent pas. Sans Coldspare, tout programme qui lit de tels codes convient ; chacun est une ligne qui commence par COLDSPARE1:B. { $by_hand ->
    [yes] Les pages « À la main » avec chaque carte et GUIDE.txt sur la clé USB disent la suite.
   *[no] GUIDE.txt sur la clé USB et FORMAT.md, publié avec Coldspare, disent la suite.
 }
sheet-code = Code { $number } sur { $of }

## La fiche du propriétaire

record-title = La fiche du propriétaire
record-intro = Aucun secret sur cette page. Gardez-la avec vos papiers, et non avec une carte.
record-identity = Identité
record-algorithm = Clés
record-kept = Hors Nitrokey
record-remains = Non sauvegardé
record-public = { $what } (seulement dans public-key.asc)
record-yours = { $slot } : la vôtre, { $key }, { $until }
record-new = { $slot } : nouvelle, { $key }, { $until }
record-until = jusqu’au { $day }
record-endless = sans fin
record-made-both = sauvegarde : { $backup }, clé : { $key }
record-expires = Expirent le
record-never = jamais
record-quorum = Cartes de partage
record-quorum-text = { $spare ->
    [0] seules les { $cards } ensemble rendent la sauvegarde ;
   *[other] { $needed } sur { $cards } rendent la sauvegarde ;
 } jeu { $set }, scellement { $sealing }
record-read = Relues
record-read-to-come = pas encore ; à noter ici : ____ cartes en entier, ____ par trois mots
record-read-opened = { $whole } cartes sur { $cards }, en entier : elles ont ouvert la sauvegarde d’avant
record-read-all = les { $cards } cartes, en entier
record-read-enough = { $whole } cartes sur { $cards } en entier, les autres par trois mots
record-read-few = par sondage seulement : { $whole } { $whole ->
    [one] carte
   *[other] cartes
 } sur { $cards } en entier (il en faut { $needed }), les autres par trois mots
record-read-none = par sondage seulement : trois mots de chacune des { $cards } cartes ; aucune n’a été lue en entier
record-done = Fait
record-done-rehearsed = répétition le { $day }, { $paper ->
    [yes] avec les cartes telles que relues
   *[no] avec les cartes telles qu’imprimées
}
record-done-cards = cartes imprimées
record-done-sheet = feuille de sauvegarde imprimée
record-done-slips = fiches PIN imprimées
record-done-files = feuilles écrites en fichiers, à imprimer ailleurs
record-done-bundle = dossier écrit sur une clé USB
record-done-spot-check = un sondage a été déclaré suffisant
record-nitrokeys = Les Nitrokeys : étiquetez chacune, maintenant
record-role = Ce qu’elle est
record-serial = Numéro de série
record-label = Étiquette
record-where = Où elle est
record-later = pas encore programmée
record-proven = { $serial }, vérifiée le { $day }
record-primary = En usage
record-spare = Secours
record-spare-more = Secours { $number }
record-trustees = Les cartes de partage : où elles sont allées
record-card = Carte
record-name = Personne de confiance
record-given = Remise le, se trouve à
record-sticks = Les clés USB avec le dossier sont à
record-sheet = La feuille de sauvegarde est { $behind ->
    [yes] avec chaque carte ; une de plus est à
   *[no] à
 }
record-guide = GUIDE.txt imprimé est à
record-slips = Les fiches PIN sont à
record-knows = Qui est au courant de tout cela
record-coming = Ce qui reste à programmer
record-coming-text = Coldspare, la clé USB et { $needed } cartes : « Programmer une autre Nitrokey ». Jusque-là, gardez { $needed } enveloppes, loin de la clé USB.
record-loss = Une Nitrokey est perdue ou cassée
record-loss-text = Prenez celle de secours : elle a les mêmes clés. GUIDE.txt, section 11, dit quoi taper. Puis faites-en une nouvelle avec Coldspare, la clé USB et { $needed } cartes.
record-theft = Elle a été volée
record-theft-text = De même ; si le PIN est peut-être connu, aussi « Une Nitrokey a été volée » dans Coldspare, ou GUIDE.txt, section 12. Une révocation toute prête met fin à tout.
record-both = Les deux ont disparu
record-both-text = Apportez { $needed } cartes et la clé USB (ou la feuille de sauvegarde) à un ordinateur hors ligne, démarrez Coldspare, choisissez « Une Nitrokey est perdue ou cassée ».
record-death = Si je meurs, ou ne peux plus agir
record-death-text = Qui règle mes affaires a besoin de { $needed } des cartes ci-dessus, et de la clé USB ou de la feuille de sauvegarde{ $behind ->
    [yes] {" "}qui est avec chaque carte.
   *[no] .
 } GUIDE.txt sur la clé USB{ $page ->
    [yes] {" "}et les pages « À la main » avec chaque carte disent comment,
   *[no] {" "}dit comment,
 } avec ou sans Coldspare.
record-expiry = Les clés expirent
record-expiry-text = { $expires ->
    [never] Ces clés n’expirent jamais. Vous pouvez les révoquer à tout moment.
   *[other] Le { $expires }, la première expire, et les autres cessent de s’en servir ; ce qui a été chiffré reste lisible. Quelques semaines avant, donnez-leur une nouvelle date : GUIDE.txt, section 15.
 }
record-yearly = Chaque année le { $day }
record-yearly-text = Celle de secours marche-t-elle ? La clé USB est-elle lisible ? Chacun a-t-il encore sa carte ? Cochez l’année.

## The booklet for the spare

booklet-title = Le livret de secours
booklet-intro = Gardez-le avec la Nitrokey de secours, enfermé. Aucun secret n’y figure, mais bien qui a les cartes de partage. Les commandes ont besoin des fichiers de la clé USB.
booklet-of = { $owner } · { $fingerprint } · jeu { $set }
booklet-nitrokeys = Les Nitrokeys : rôle, numéro de série, étiquette
booklet-here = Que faire, et à quelle page
booklet-page = page { $number }
booklet-elsewhere = Seulement dans GUIDE.txt sur la clé USB

## Ce qu’il faut détruire après avoir fait de nouvelles cartes

old-card-of = Carte { $card }, { $name }
old-card = Carte { $card }
old-behind = avec ses feuilles
old-stick = Clé USB { $at } sur { $of }, scellement { $sealing }
old-sheets = Feuilles de sauvegarde du scellement { $sealing } : { $many }
old-unknown = Toutes les copies du scellement { $sealing } : nombre non noté
destroy-title = À détruire
destroy-of = { $owner } : nouvelles cartes, jeu { $set }, depuis le { $day }
destroy-why = Assez de cartes d’un ancien jeu, avec une seule copie de l’ancienne sauvegarde scellée, donnent toujours la clé principale, quoi qu’on ait scellé depuis. Sans copie les cartes ne valent rien, et sans cartes les copies : détruisez donc les deux. La liste dit ce qui était prévu au moment de sceller. Si vous avez fait d’autres copies depuis, elles comptent aussi.
destroy-set = Jeu { $set }
destroy-paper = Cartes et feuilles de sauvegarde
destroy-paper-text = Brûlez-les, et avec chaque carte ses trois pages. Déchirés ou broyés, un code ou une rangée de mots peuvent rester entiers.
destroy-stick = Clés USB
destroy-stick-text = Effacer des fichiers ou formater une clé USB y laisse ce qu’ils contenaient. C’est vrai aussi d’une clé USB où le nouveau dossier a pris la place de l’ancien : copiez d’abord le nouveau sur une clé USB neuve. Puis réécrivez l’ancienne en entier, du premier octet au dernier, sous Linux par « dd if=/dev/zero of=/dev/sdX » (ce qui efface tout ; vérifiez la lettre). Cela suffit le plus souvent. Mais une clé USB a des blocs de réserve, où d’anciens octets peuvent rester. Casser la puce à l’intérieur est sûr.
destroy-else = Si ce n’est pas possible
destroy-else-text = Si assez d’anciennes cartes pour ouvrir sont peut-être en de mauvaises mains, et qu’une copie est introuvable, les cartes du jeu { $set } n’y changent rien : il faut une nouvelle identité. Choisissez « Tout révoquer », puis « Installer des clés ».

## Les fiches PIN

slip-title = Fiches PIN
slip-intro = À découper. Jusqu’à sa destruction, chacune reste loin de sa Nitrokey, où vous seul la trouverez.
slip-role = Nitrokey : { $role }
slip-serial = Numéro de série
slip-user = PIN utilisateur
slip-admin = PIN admin
slip-reset = Code réinit.
slip-note = Apprenez le PIN utilisateur par cœur, puis détruisez cette fiche. Les deux autres sont aussi dans la sauvegarde scellée.

## Imprimer ailleurs

elsewhere-warning = Ces fichiers sont les cartes de partage elles-mêmes. Qui les obtient a toutes les parts d’un coup : l’ordinateur qui les imprime, son disque, la mémoire de l’imprimante, un serveur d’impression, le nuage où un dossier est copié. Imprimez sur un ordinateur sûr et hors ligne, depuis une clé USB que vous détruirez ensuite. Une imprimante à cet ordinateur, ou recopier les mots à la main, est plus sûr.

## Que faire aujourd’hui

today-title = Que faire aujourd’hui
today-intro = Une Nitrokey a été volée, et il y a de nouvelles sous-clés. Personne ne le sait encore : dans cet ordre, et cochez.
today-publish = Publier la nouvelle clé publique
today-publish-text = Tant que les autres ont l’ancienne, ils chiffrent pour la sous-clé volée et croient ce qu’elle signe. Dans le dossier de la sauvegarde sur la clé USB, sur chacun de vos ordinateurs :
today-publish-after = Importez-la dans Thunderbird et sur le téléphone, placez-la là où votre adresse la publie (WKD, site web), et envoyez-la à ceux qui vous écrivent.
today-servers = Les serveurs où vous vous connectez par SSH
today-servers-text = Sur chacun : ajoutez la nouvelle ligne (ssh.pub sur la clé USB) à ~/.ssh/authorized_keys. Connectez-vous avec la nouvelle Nitrokey, dans une deuxième fenêtre. Supprimez l’ancienne ligne seulement ensuite.
today-login-new = nouvelle : { $line }
today-login-old = ancienne : { $line }
today-git = Les hébergeurs Git
today-git-text = Téléversez la nouvelle clé publique et la nouvelle ligne SSH, puis retirez l’ancienne ligne SSH. Ce que vous avez signé avant : git verify-commit échoue désormais, quelle que soit la raison de la révocation. GitHub continue de montrer comme vérifié ce qu’il a enregistré ainsi ; GitLab aussi si l’ancienne clé y est retirée, mais pas si elle y est révoquée.
today-disks = Les disques chiffrés
today-disks-text = Ajoutez un nouvel emplacement : un fichier de clé chiffré pour la nouvelle sous-clé. Ouvrez le disque avec lui. Retirez l’ancien emplacement seulement ensuite ; et détruisez les sauvegardes de l’en-tête, que l’ancien ouvre encore.
today-fido = Comptes web et mots de passe à usage unique
today-fido-text = Dans chaque compte, supprimez l’enregistrement de la Nitrokey volée, et enregistrez les nouvelles. Là où elle donnait des mots de passe à usage unique, faites-en configurer de nouveaux.
today-mail = Les anciens messages
today-mail-text = Ils restent lisibles : l’ancienne clé de déchiffrement reste dans la sauvegarde. « Utiliser mes clés sans Nitrokey » dans Coldspare déchiffre un message, ou exporte les clés. Détruisez les anciennes fiches PIN et les feuilles de sauvegarde remises avec les cartes : elles sont de la sauvegarde d’avant.
today-last = Quand tout cela est fait
today-last-left = Pas avant : reprogrammez les Nitrokeys qui ont encore les anciennes sous-clés (« Programmer une autre Nitrokey »). D’ici là, elles ouvrent ce qui n’est pas encore changé. Gardez-les en lieu sûr.
today-last-none = Si une Nitrokey avec les anciennes sous-clés vous revient : « Regarder une Nitrokey » dit ce qu’elle contient, et « Programmer une autre Nitrokey » la reprogramme.
