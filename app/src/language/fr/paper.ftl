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
    [0] Seules ces { $cards } cartes ensemble ouvrent la sauvegarde. Un nombre inférieur n’en révèle rien.
   *[other] N’importe quelles { $needed } de ces { $cards } cartes ouvrent la sauvegarde. Un nombre inférieur n’en révèle rien.
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
 } une carte pouvez les restaurer. Vous n’avez besoin ni d’ordinateur, ni de comprendre la technique.
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
    [0] Seules les { $cards } cartes comme elle, ensemble, ouvrent la sauvegarde.
   *[other] { $needed } sur { $cards } cartes comme elle ouvrent la sauvegarde.
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
sheet-how = Pour s’en servir : démarrer Coldspare, choisir « Une Nitrokey est perdue ou cassée », et lire des codes, dans n’importe quel ordre ; passer ceux qui ne se lisent pas. Sans Coldspare, tout programme qui lit de tels codes convient ; chacun est une ligne qui commence par COLDSPARE1:B. { $recovery_page ->
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
    [0] seules les { $cards } ensemble ouvrent la sauvegarde ;
   *[other] { $needed } sur { $cards } ouvrent la sauvegarde ;
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
record-proven = { $serial }, éprouvée le { $day }
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
today-intro = Une Nitrokey a été volée, et il y a de nouvelles sous-clés. Personne ne le sait encore : suivez cet ordre, et cochez.
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

## Le rapport de la vérification annuelle

yearly-paper-title = La vérification annuelle
yearly-paper-backup = Sauvegarde
yearly-paper-which = jeu { $set }, scellement { $sealing }, { $day }
yearly-paper-next = Prochaine fois
yearly-paper-intro = Case remplie : comparé, et bon. « ! » : à régler. Case vide : non vérifié. Comparez l’empreinte et le scellement avec la fiche du propriétaire, et gardez cette feuille avec elle.
yearly-paper-bad = À régler
yearly-paper-open = Non vérifié
yearly-paper-good = Bon
yearly-said-clock = L’horloge : { $today }
yearly-said-clock-note = Confirmée par le propriétaire, et pas avant le jour où la sauvegarde a été scellée, { $sealed }.
yearly-said-clock-alone = L’horloge : { $today }
yearly-said-clock-alone-note = Confirmée par le propriétaire.
yearly-said-clock-behind = L’horloge est fausse : { $today }
yearly-said-clock-behind-note = La sauvegarde a été scellée plus tard, { $sealed }. Mettez l’horloge à l’heure et vérifiez de nouveau : les dates de cette feuille ne comptent pas.
yearly-said-image = Cette image : Coldspare { $program }
yearly-said-image-note = Pas plus ancienne que celle qui a scellé la sauvegarde, Coldspare { $by }.
yearly-said-image-old = Cette image est ancienne : Coldspare { $program }
yearly-said-image-old-note = Une plus récente a scellé la sauvegarde, Coldspare { $by }. Prenez celle-là, ou une plus récente.
yearly-said-image-alone = Cette image : Coldspare { $program }
yearly-said-image-alone-note = Il n’y avait pas de sauvegarde à laquelle la comparer.
yearly-said-image-newer = S’il y a une image plus récente
yearly-said-image-newer-note = Cet ordinateur est hors ligne. Regardez sur un autre, et vérifiez la signature de ce que vous téléchargez.
yearly-said-stick = Clé USB { $stick }
yearly-said-stick-note = La signature de la liste correspond à la clé publique, et la sauvegarde scellée au SHA-256 de la liste ; tout est comme ce par quoi cette vérification a commencé, scellement { $sealing }.
yearly-said-stick-newer = La clé USB { $stick } a une sauvegarde plus récente : scellement { $sealing }, { $day }
yearly-said-stick-newer-note = Recommencez la vérification avec celle-là.
yearly-said-stick-older = La clé USB { $stick } a une ancienne sauvegarde : scellement { $sealing }, { $day }
yearly-said-stick-older-note = Copiez-y le dossier d’aujourd’hui depuis une autre. Une sauvegarde d’un jeu précédent est à détruire.
yearly-said-stick-kept = La clé USB { $stick } a encore la sauvegarde d’avant, à côté d’une plus récente : scellement { $sealing }, { $day }
yearly-said-stick-kept-note = Elle reste jusqu’à ce que la plus récente ait été répétée. Si les deux s’ouvrent, commencez « Quelque chose change dans mes clés » avec la plus récente : elle est scellée encore une fois, et il n’en reste alors qu’une.
yearly-said-stick-apart = La clé USB { $stick } a une autre sauvegarde de ces clés, qui n’a pas été faite à partir de celle-ci : scellement { $sealing }, { $day }
yearly-said-stick-apart-note = Ne copiez rien par-dessus avant de l’avoir ouverte : il peut y avoir dedans quelque chose qui manque ici. Si personne ne la connaît, quelqu’un l’y a peut-être mise.
yearly-said-stick-differs = La clé USB { $stick } se dit du même scellement, et ne l’est pas
yearly-said-stick-differs-note = Quelqu’un a pu la substituer. Copiez le dossier depuis une autre, et comparez les deux empreintes avec la fiche du propriétaire.
yearly-said-stick-revoked = Clé USB { $stick } : la clé publique y est révoquée
yearly-said-stick-revoked-note = Sa liste est la même. Seul qui a la clé principale ou une révocation toute prête peut le faire. Était-ce vous ? Recommencez la vérification avec cette clé USB. Sinon, voyez « Tout révoquer ».
yearly-said-stick-other = Clé USB { $stick } : une sauvegarde d’autres clés
yearly-said-stick-other-note = Elle n’a été comparée à rien.
yearly-said-stick-alone = La clé USB { $stick } a une sauvegarde
yearly-said-stick-alone-note = Elle n’a été comparée à rien : cette vérification a commencé sans sauvegarde. Revenez en arrière, et commencez avec cette clé USB.
yearly-said-stick-none = Clé USB { $stick } : il n’y a pas de sauvegarde
yearly-said-stick-none-note = Devrait-il y en avoir une ? Copiez-y alors le dossier depuis une autre.
yearly-said-stick-unreadable = La clé USB { $stick } est illisible
yearly-said-stick-unreadable-note = { $cause } Copiez le dossier depuis une autre sur une nouvelle.
yearly-said-no-bundle = Aucune clé USB avec une sauvegarde n’était là
yearly-said-no-bundle-note = Trouvez l’une des clés USB, ou la feuille de sauvegarde : sans elle, les cartes n’ouvrent rien.
yearly-said-card = Carte { $card } sur { $cards }
yearly-said-card-note = Elle est comme le dit la liste du jeu { $set } sur la clé USB.
yearly-said-card-mended = La carte { $card } sur { $cards } n’est pas entièrement lisible
yearly-said-card-mended-note = La liste du jeu { $set } dit que c’est celle-là. Elle compte encore ; faites de nouvelles cartes tant qu’il y en a assez.
yearly-said-card-other = Carte { $card } du jeu { $found }
yearly-said-card-other-note = Elle n’ouvre pas cette sauvegarde, qui est du jeu { $set }. Si c’est une ancienne carte, brûlez-la ; la personne a besoin de la nouvelle.
yearly-said-card-wrong = La carte { $card } sur { $cards } n’est pas celle de la liste
yearly-said-card-wrong-note = Elle se dit du jeu { $set } et n’est pas ce que dit la liste sur la clé USB : elle ou la liste est contrefaite. Comparez l’empreinte avec la fiche du propriétaire, et demandez d’où vient la carte.
yearly-said-card-unlisted = Une carte qui n’est pas dans la liste
yearly-said-card-unlisted-note = Elle a été lue sans erreur, et n’est pas du jeu { $set }. Si c’est une ancienne carte, brûlez-la ; la personne a besoin de la nouvelle.
yearly-said-card-alone = Carte { $card }
yearly-said-card-alone-note = Elle a été lue sans erreur, et comparée à rien.
yearly-said-cards-none = Toutes les cartes
yearly-said-cards-none-note = Il n’y avait pas de sauvegarde à laquelle les comparer.
yearly-said-cards-missing = { $many ->
    [one] Carte { $cards }
   *[other] Cartes { $cards }
 }
yearly-said-cards-missing-note = Ce qui n’a pas été lu ici n’a pas été apporté, ou ne se lit pas. Qui a une carte peut la vérifier seule : « Vérifier une carte ».
yearly-said-recovery = Toute la restauration
yearly-said-recovery-note = { $needed } cartes ont ouvert la sauvegarde scellée, et chaque clé secrète correspond à sa clé publique.
yearly-said-recovery-failed = Toute la restauration a échoué
yearly-said-recovery-failed-note = { $needed } cartes conformes à la liste n’ont pas ouvert la sauvegarde. Essayez une autre clé USB. Ne détruisez rien ; éprouvez les Nitrokeys, et faites une nouvelle sauvegarde.
yearly-said-contradicted = La liste sur la clé USB n’est pas celle de la sauvegarde
yearly-said-contradicted-note = Dans la sauvegarde figure un autre scellement, d’autres cartes ou d’autres sauvegardes avant elle. C’est cela qui vaut, et la liste peut être contrefaite : prenez une autre copie, et comparez l’empreinte.
yearly-said-recovery-not = Toute la restauration
yearly-said-recovery-not-note = Il faut { $needed } cartes à la fois ; elle n’a pas été répétée.
yearly-said-recovery-none = Toute la restauration
yearly-said-recovery-none-note = Il n’y avait pas de sauvegarde.
yearly-said-nitrokey = { $role }, { $serial }
yearly-said-nitrokey-note = Le PIN utilisateur est juste ; elle a signé, déchiffré et s’est connectée, et chaque résultat correspond à la clé publique.
yearly-said-nitrokey-by-owner = { $role }, { $serial }
yearly-said-nitrokey-by-owner-note = Le PIN utilisateur est juste ; elle a signé, déchiffré et s’est connectée, et chaque résultat correspond à la clé publique. Laquelle c’est, son propriétaire l’a dit.
yearly-said-nitrokey-pin = { $role }, { $serial } : le PIN utilisateur était faux
yearly-said-nitrokey-pin-note = { $left ->
    [one] Il reste un essai.
   *[other] Il reste { $left } essais.
 } « J’ai oublié un PIN » en met un nouveau, et les clés restent.
yearly-said-nitrokey-last = { $role }, { $serial } : non éprouvée
yearly-said-nitrokey-last-note = Il reste un essai à son PIN utilisateur, et il n’a pas été dépensé. « J’ai oublié un PIN » en met un nouveau, et les clés restent.
yearly-said-nitrokey-blocked = { $role }, { $serial } : son PIN utilisateur est bloqué
yearly-said-nitrokey-blocked-note = « J’ai oublié un PIN » en met un nouveau, et les clés restent.
yearly-said-nitrokey-old = { $role }, { $serial } : pas les clés en usage
yearly-said-nitrokey-old-note = La clé publique a en usage d’autres sous-clés que celles qui y sont. Si elle est pour l’ancien courrier, c’est juste. Sinon, programmez-la de nouveau : « Programmer une autre Nitrokey ».
yearly-said-nitrokey-old-mail = { $role }, { $serial } : pour l’ancien courrier
yearly-said-nitrokey-old-mail-note = Une ancienne clé de déchiffrement y est, et rien d’autre. Si elle est pour l’ancien courrier, c’est juste. Elle n’a pas été éprouvée.
yearly-said-nitrokey-none = { $role }, { $serial } : aucune de vos clés n’y est
yearly-said-nitrokey-none-note = Elle ne les a plus, ou en a reçu d’autres. Programmez-la de nouveau : « Programmer une autre Nitrokey ».
yearly-said-nitrokey-foreign = { $role }, { $serial } : aucune de vos clés n’y est
yearly-said-nitrokey-foreign-note = Elle n’a pas été éprouvée. Si c’est l’une des vôtres, elle ne les a plus : « Programmer une autre Nitrokey ».
yearly-said-nitrokey-failed = { $role }, { $serial } a échoué
yearly-said-nitrokey-failed-note = { $cause } Essayez encore une fois ; si elle échoue de nouveau, programmez-en une autre : « Programmer une autre Nitrokey ».
yearly-said-spare-not = Celle de secours
yearly-said-spare-not-note = Elle n’était pas là, ou personne n’a dit que c’est elle.
yearly-said-primary-not = La Nitrokey en usage
yearly-said-primary-not-note = Elle n’était pas là, ou personne n’a dit que c’est elle. Qui s’en sert chaque jour sait qu’elle marche.
yearly-said-role-not = { $role }
yearly-said-role-not-note = La sauvegarde la nomme. Elle n’était pas là, ou personne n’a dit que c’est elle.
yearly-said-spare-alone = Celle de secours
yearly-said-spare-alone-note = Il n’y avait pas de clé publique pour l’éprouver.
yearly-said-primary-alone = La Nitrokey en usage
yearly-said-primary-alone-note = Il n’y avait pas de clé publique pour l’éprouver.
yearly-said-expiry = Les clés durent jusqu’au { $day }
yearly-said-expiry-note = Comme le dit la clé publique : plus d’un an à partir d’aujourd’hui.
yearly-said-expiry-never = Les clés n’expirent jamais
yearly-said-expiry-never-note = Comme le dit la clé publique.
yearly-said-expiry-soon = Les clés expirent le { $day }
yearly-said-expiry-soon-note = Dans moins d’un an, avant la prochaine vérification. Prolongez-les maintenant : « Quelque chose change dans mes clés ».
yearly-said-expired = Les clés ont expiré le { $day }
yearly-said-expired-note = Les autres ne les acceptent plus ; ce qui a été chiffré reste lisible. Prolongez-les : « Quelque chose change dans mes clés ».
yearly-said-revoked = Les clés ont été révoquées le { $day } ({ $reason })
yearly-said-revoked-note = C’est ce que dit la clé publique : les autres ne les acceptent plus, et elles ne se prolongent pas. « Installer des clés » en fait de nouvelles ; gardez sauvegarde, cartes et Nitrokeys pour ce qui a été chiffré pour celles-ci.
yearly-said-expiry-not = Jusqu’à quand durent les clés
yearly-said-expiry-not-note = Il n’y avait pas de clé publique.
yearly-said-copies = D’autres copies de la sauvegarde, s’il y en a
yearly-said-copies-note = Seul ce qui figure ici a été lu.
yearly-said-paper = Feuilles de sauvegarde et fiches PIN
yearly-said-paper-note = Ni les feuilles, ni les codes de réinitialisation et les PIN admin n’ont été essayés.
yearly-said-fido = Ce qui est encore sur les Nitrokeys
yearly-said-fido-note = Comptes web (FIDO2) et mots de passe à usage unique : essayez celle de secours dans chaque compte.
