# Français : une Nitrokey est perdue ou cassée · programmer une autre Nitrokey · vérifier une carte · regarder une Nitrokey

## Une carte est lue

entry-how = Lisez le code de la carte avec un lecteur. Ou tapez ses 24 mots, chacun suivi d’un espace : les quatre premières lettres suffisent. Ou ses quatre lignes.
entry-any = Code, mots ou lignes
entry-any-open = Code, mots ou lignes ; « ? » pour l’illisible
entry-code = Un code arrive …
entry-word = Mot { $number } sur 24
entry-word-whole = Mot { $number } sur 24 : { $word }
entry-word-begins = Mot { $number } sur 24 : plusieurs mots commencent ainsi
entry-word-near = Le mot { $number } sur 24 n’est sur aucune carte. Peut-être { $words } ?
entry-word-unknown = Le mot { $number } sur 24 n’est sur aucune carte. Comment s’écrit-il ?
entry-words-wrong = { $many ->
    [one] Le mot { $numbers } n’est sur aucune carte. Les flèches y ramènent.
   *[other] Les mots { $numbers } ne sont sur aucune carte. Les flèches y ramènent.
 }
entry-words-whole = Mot { $number } sur 24 : { $word }. Tous y sont, appuyez sur Entrée.
entry-line = Ligne { $number } sur 4 : 16 caractères et 4 de contrôle
entry-lines-wrong = { $many ->
    [one] La ligne { $numbers } n’est pas comme sur la carte. Les flèches y ramènent.
   *[other] Les lignes { $numbers } ne sont pas comme sur la carte. Les flèches y ramènent.
 }
entry-lines-whole = Les quatre lignes y sont. Appuyez sur Entrée.
entry-word-open = Le mot { $number } sur 24 est illisible : il sera cherché dès que tous les autres y sont.
entry-word-not-open = Mot { $number } : l’illisible d’aujourd’hui le sera aussi dans dix ans. Refaites cette carte.
entry-line-not-open = Ligne { $number } : l’illisible d’aujourd’hui le sera aussi dans dix ans. Refaites cette carte.
entry-anew = effacer
entry-searching = Recherche de ce que dit la carte …
entry-said = { $many ->
    [one] « { $said } »
   *[other] { $number } « { $said } »
 }
entry-words-likely = { $many ->
    [one] Mot { $number } : la carte dit sans doute { $said }. Regardez-la.
   *[other] La carte dit sans doute { $said }. Regardez-la.
 }
entry-lines-likely = { $many ->
    [one] Ligne { $number } : la carte dit sans doute { $said }. Regardez-la.
   *[other] La carte dit sans doute, ligne par ligne, { $said }. Regardez-la.
 }
entry-likely-look = Est-ce juste ? Appuyez sur Entrée. Sinon, Échap revient à ce que vous avez tapé.
entry-likely-take = la carte le dit
entry-open-none = Aucune carte de ce jeu n’a tout ce que vous avez tapé, quoi que cache « ? ».
    .now = Un autre mot ou caractère n’est pas non plus celui de la carte. Comparez-les tous avec elle.
entry-open-alone = Sans la clé USB, rien ne dit ce que cache « ? » : { $many } cartes sont possibles.
    .now = Commencez avec la clé USB, ou lisez le mot ou le caractère sur la carte.
entry-take = prendre

## La clé USB avec la sauvegarde

fingerprint-compare = Comparez cette empreinte avec celle de la carte :
bundle-insert = Insérez la clé USB avec la sauvegarde.
bundle-on = { $folder } sur { $stick }
bundle-sealing = Jeu { $set }, scellement { $sealing }, { $day }.
bundle-beside = Jeu { $set }, scellement { $sealing }, { $day }. Une autre sauvegarde des mêmes clés est là aussi ; aucune n’a été faite à partir de l’autre.
bundle-older = Ancienne : jeu { $set }, scellement { $sealing }, { $day }. Une sauvegarde plus récente des mêmes clés est là aussi.
bundle-kept = Celle d’avant : jeu { $set }, scellement { $sealing }, { $day }. Gardée jusqu’à la répétition de la plus récente ; chacune s’ouvre avec les cartes de son jeu.
bundle-unread = Ce qu’elle dit d’elle-même n’a pas été lu : il y en a trop.
bundle-none = Il n’y a aucune sauvegarde de Coldspare sur { $stick }.
bundle-apart = Une autre sauvegarde est sur cette clé USB
bundle-apart-text = Dans { $folder } sur { $stick } est une sauvegarde des mêmes clés : jeu { $set }, scellement { $sealing }, { $day }. Ce qui vient d’être scellé n’a pas été fait à partir d’elle : il peut y avoir dedans quelque chose qui n’est dans aucune autre sauvegarde.
bundle-apart-lost = Si elle est remplacée, elle disparaît de cette clé USB, et ce qui n’est que dans elle est perdu. Si vous n’êtes pas sûr, gardez-la.
bundle-apart-cards = Si elle est remplacée, elle disparaît de cette clé USB, et les cartes du jeu { $set } n’y ouvrent plus rien. Ce qui n’est que dans elle est perdu. Si vous n’êtes pas sûr, gardez-la.
bundle-apart-no = La garder, et prendre une autre clé USB
bundle-apart-no-note = Pour continuer plutôt à partir d’elle, ouvrez-la : depuis le début, avec les cartes de son jeu.
bundle-apart-yes = La remplacer : personne n’en a besoin
bundle-apart-yes-note = C’est le cas, par exemple, si elle vient d’un essai interrompu.

## Vérifier une carte

check-bundle = La clé USB avec la sauvegarde
check-bundle-text = Elle dit, signé, ce que chaque carte doit être. Elle est seulement lue.
check-bundle-help = Le dossier de la sauvegarde sur la clé USB a une liste de toutes les cartes : pour chacune, une somme qui n’appartient qu’à elle, et qui ne révèle rien de ce qu’elle dit. Ainsi, une carte peut être vérifiée pendant que les autres restent où elles sont.
    
    La liste est une affirmation de qui l’a signée, et non une preuve : qui a eu la clé USB a pu en signer une autre, avec une autre clé et votre nom. Comparez donc l’empreinte à l’écran avec celle qui est imprimée sur la carte, caractère par caractère. Si elles diffèrent, ce n’est pas la bonne clé USB, quoi qu’elle dise de la carte.
    
    Sans la clé USB, un code montre encore par son propre contrôle s’il a été bien lu. Mais ce pourrait être une carte d’un autre jeu, ou une ancienne.
check-bundle-without = Continuer sans la clé USB
check-bundle-without-note = On saura alors seulement si elle a été lue sans faute, et non si c’est la bonne.
check-card = Une carte
check-card-text = Du jeu { $set }, pour les clés appartenant à { $owner }.
check-card-text-alone = Sans la clé USB : a-t-elle été lue sans faute ?
check-card-help = Lisez le code avec un lecteur au port USB de cet ordinateur, jamais avec un téléphone : qui a lu assez de cartes a vos clés. Sans lecteur, tapez les 24 mots ou les quatre lignes.
    
    Un mot devenu illisible se tape « ? », jusqu’à deux ; dans les lignes, jusqu’à quatre caractères. Virgules, numéros et accents ne gênent pas. La liste sur la clé USB indique ce que dit sans doute la carte, même si un mot est faux ou deux sont intervertis : cela vous est montré, et n’est pris que si vous dites que c’est bien sur la carte. Une carte qui en a besoin est à remplacer.
    
    Ce que vous tapez est oublié dès que la carte est vérifiée.
check-result = Le résultat
check-result-help = Une carte est bonne si elle dit ce qui a été imprimé. Rendez-la dans son enveloppe à qui la garde. Si le papier pâlit, recopiez à la main sur du bon papier : tout ce qui est en haut de la carte, et les 24 mots au complet ou les quatre lignes ; puis vérifiez la copie ici.
    
    « Bonne » veut dire : c’est la carte que nomme cette liste. La liste est une affirmation de qui l’a signée : comparez l’empreinte à l’écran avec celle de la carte. Si elles diffèrent, cette clé USB ne va pas avec la carte.
check-result-next = Vérifier une autre carte
check-result-next-note = Avec la même clé USB, s’il y en avait une.
check-result-home = C’est tout
check-result-home-note = Retour au début.
check-other-set = Ceci est la carte { $card } du jeu { $found }. La liste sur la clé USB est du jeu { $set }, { $day }.
    .now = Si de nouvelles cartes ont été faites ce jour-là, celle-ci est ancienne : elle va avec celles à brûler. Sinon, prenez la clé USB du jeu { $found }.
check-good = La carte { $card } sur { $cards } du jeu { $set } est bonne : comme le dit la liste de la clé USB, qui est du scellement { $sealing }, { $day }.
check-good-owner = Qui a signé la liste de la clé USB dit : clés appartenant à { $owner }.
check-mended = Remplacez cette carte. C’est la carte { $card } sur { $cards } du jeu { $set }, mais tout n’était pas lisible : une partie a été retrouvée grâce à la clé USB. Dans quelques années, cela peut échouer.
check-mended-now = Elle compte encore, et ouvre la sauvegarde avec d’autres. Faites de nouvelles cartes tant qu’il y en a assez. Si vos doigts ont seulement glissé, vérifiez-la encore une fois, et tapez tout.
check-claims = Le code a été lu sans faute : son contrôle est juste. Il dit être la carte { $card } sur { $cards } du jeu { $set }.
check-digits = Ces quatre lignes ont été lues sans faute : le contrôle à la fin de chacune est juste.
check-words = Ces 24 mots vont ensemble. Mais sur 250 mots faux, un passerait inaperçu : comparez-les encore une fois avec la carte, ou prenez la clé USB.
check-alone = Si la carte compte encore, seule la clé USB avec la sauvegarde peut le dire.

## Programmer une autre Nitrokey

another-stage-needs = Ce qu’il faut
another-stage-back = La sauvegarde
another-stage-write = La programmer
another-text = Il faut la Nitrokey, la sauvegarde (la clé USB, ou la feuille de sauvegarde), et autant de cartes de partage qu’il en faut pour l’ouvrir.
another-stays = Les Nitrokeys que vous utilisez ne changent pas, et peuvent rester insérées : on les reconnaît à leurs clés.
another-lost = Si l’une d’elles est perdue ou cassée : Échap, puis « Une Nitrokey est perdue ou cassée ».
another-help = Une Nitrokey ne donne jamais ses clés. Une autre les reçoit donc de la sauvegarde, comme quand tout est perdu : quelques cartes ensemble l’ouvrent.
    
    C’est pour celle de secours qui n’était pas là au début, et pour une de plus que prévu. Elle reçoit les mêmes clés. Les cartes et la clé USB restent valables et retournent à leur place.
another-back = La sauvegarde est ouverte
another-back-text = Elle s’est ouverte avec ces cartes, et chaque clé y a été essayée.
another-back-help = Chaque clé vient de signer ou de déchiffrer quelque chose. Tout n’est que dans la mémoire de cet ordinateur, et est effacé quand vous partez. Comparez aussi le scellement avec la fiche du propriétaire : si elle en nomme un plus récent, c’est une vieille copie.
    
    Comparez l’empreinte avec celle imprimée sur chaque carte. Ce ne sont vos clés que si elle est la même.
another-role = Laquelle sera-t-elle ?
another-role-text = Cela décide de son étiquette, et des PIN de la sauvegarde qu’elle reçoit.
another-role-help = Toutes les Nitrokeys ont les mêmes clés. Le PIN utilisateur fait par Coldspare est aussi le même sur toutes ; le PIN admin et le code de réinitialisation sont différents sur chacune. Ils sont dans la sauvegarde : personne n’a à les retenir.
    
    Choisissez celle de secours si elle n’était pas là au début. Seule une Nitrokey disparue devrait être remplacée sous son nom.
another-role-unmet = Elle n’était pas là quand la sauvegarde a été scellée.
another-role-met = Quand la sauvegarde a été scellée, c’était { $serial }. Seulement si celle-là a disparu.
another-role-more = Une de plus que prévu. Elle reçoit les PIN de la dernière prévue.

## Une sauvegarde est scellée de nouveau

renew-numbers = De quelles cartes s’agit-il ?
renew-numbers-text = La sauvegarde est ouverte. Mais rien ne dit quelles cartes il y a, et il faut le savoir pour la sceller de nouveau pour elles. Rien n’a été changé.
renew-numbers-help = Les mots et les lignes ne disent pas sur quelle carte ils sont. Un code le dit, et la clé USB avec la sauvegarde aussi. Échap ramène aux cartes : lisez-en une, ou tapez son numéro quand il est demandé.
renew-stage-seal = Sceller
renew-seal-text = Tout ce qui est secret est chiffré de nouveau, avec la clé de la sauvegarde des cartes que vous venez de lire. Elles restent telles quelles, et ouvrent la nouvelle comme celle d’avant.
renew-bundle = La nouvelle sauvegarde, sur une clé USB
renew-bundle-text = Prenez d’abord la clé USB avec l’ancienne sauvegarde. L’ancienne reste à côté de la nouvelle jusqu’à la répétition de celle-ci.
renew-bundle-help = Le dossier apparaît en entier, ou pas du tout, même si vous retirez la clé USB au milieu : alors l’ancien y est encore. Ce qui y est d’autre reste tel quel.
    
    Qui trouve une copie plus ancienne et assez de cartes a vos clés telles qu’elles étaient. Mettez donc la nouvelle sur chaque clé USB qui en a une ancienne, maintenant ou plus tard, ici : une ancienne copie n’est pas fausse, mais il lui manque ce qui change aujourd’hui.
renew-rehearse = La répétition
renew-rehearse-text = Une restauration entière de la nouvelle sauvegarde : un programme séparé, qui ne sait rien, reçoit autant de cartes qu’il en faut, telles qu’elles ont été lues, et la clé USB.
renew-rehearse-help = Une sauvegarde jamais essayée n’est qu’un espoir. L’ancienne compte jusqu’à ce que celle-ci ait montré qu’elle rend tout ; alors l’ancienne quitte la clé USB.
renew-loss-changed = Ce que vous avez changé est oublié. La sauvegarde est comme avant, et les Nitrokeys aussi.
renew-loss-again = Ce que vous avez décidé depuis, et qui n’est pas encore scellé, est oublié. Ce qui a été scellé avant, dans cette séance, est sur la clé USB et y reste : c’est la sauvegarde la plus récente.
renew-loss-cards = Les nouvelles cartes ne valent alors rien : détruisez-les. Les anciennes cartes et l’ancienne sauvegarde restent valables.
renew-loss-stick = La nouvelle sauvegarde est sur une clé USB, et la répétition n’a pas encore eu lieu. Celle d’avant est à côté, et chacune s’ouvre avec les cartes de son jeu.
renew-loss-new-stick = La nouvelle sauvegarde est sur une clé USB, et la répétition n’a pas encore eu lieu. Celle d’avant est intacte, là où elle était, et s’ouvre avec les mêmes cartes.
renew-loss-rehearsed = La nouvelle sauvegarde est sur la clé USB, et la répétition a réussi. Ce qui restait à faire est oublié ; vous pouvez revenir avec la clé USB et les cartes.
renew-loss-written = Au moins une Nitrokey est programmée. La nouvelle sauvegarde et ses cartes vont avec elle ; les autres pourront être programmées plus tard : « Programmer une autre Nitrokey ».
new-sheets = De nouvelles feuilles de sauvegarde ?
new-sheets-text = Les cartes restent telles quelles. Mais une feuille de sauvegarde imprimée plus tôt contient la sauvegarde d’alors.
new-sheets-old = Les dernières sont du scellement { $sealing }, { $day } : le papier seul rendrait celui-là.
new-sheets-none = Aucune n’est notée : le papier seul ne rendrait rien.
new-sheets-yes = Oui, une pour chaque carte
new-sheets-yes-note = Elles sont imprimées à la fin, et vont dans les enveloppes. Alors les cartes seules rendent ce qui est scellé maintenant.
new-sheets-no = Non, seulement sur des clés USB
new-sheets-no-note = Alors ce qui change aujourd’hui ne revient que d’une clé USB.
new-sheets-help = Une feuille de sauvegarde n’est pas un secret : elle ne dit rien à qui a trop peu de cartes. Vous pouvez l’envoyer à ceux qui ont une carte, ou la donner à la prochaine rencontre. Jusque-là l’ancienne feuille s’ouvre encore, et rend ce qui a été scellé avant aujourd’hui.
    
    Ce qui est prévu est noté dans la nouvelle sauvegarde elle-même : vous verrez des années plus tard quelles copies il y a.
print-sheets = Les nouvelles feuilles de sauvegarde
print-sheets-text = La nouvelle sauvegarde est éprouvée. Imprimez { $n } feuilles, une pour chaque carte ; qui a une carte met la feuille dans l’enveloppe, à la place de l’ancienne.
print-sheets-all = Une feuille pour chaque carte
print-sheets-all-note = Toutes, l’une après l’autre. Elles sont toutes pareilles.
print-sheets-all-done = { $n } nouvelles feuilles de sauvegarde sont imprimées.
print-sheets-one = Une pour mes propres papiers
print-sheets-one-note = La sauvegarde scellée sur papier. Ce n’est pas un secret, et elle ne vaut rien sans les cartes.
print-sheets-file = En fichier sur une clé USB
print-sheets-file-note = backup-sheet.pdf, à imprimer sur un autre ordinateur, autant de fois qu’il y a de cartes.
print-sheets-file-done = backup-sheet.pdf est dans { $folder } sur { $stick }. Imprimez-la pour chaque carte.
print-sheets-go-on = Continuer
print-sheets-go-on-note = Une ancienne feuille dans l’enveloppe s’ouvre encore, et rend ce qui a été scellé avant aujourd’hui.
print-sheets-no-printer = Il n’y a pas d’imprimante qui puisse imprimer ces feuilles.
    .now = Branchez-en une par USB, allumez-la, et choisissez de nouveau. Ou écrivez la feuille sur une clé USB, ou continuez sans.
print-sheets-help = Les cartes ouvrent la sauvegarde scellée, d’où qu’elle vienne : d’une clé USB, ou de ce papier. Une ancienne feuille ne nuit pas, mais rend ce qui a été scellé avant aujourd’hui ; déchirez-la quand la nouvelle est là.
sheets-stick = La clé USB pour la feuille
sheets-stick-text = Elle reçoit un dossier avec la feuille en PDF. Le reste de son contenu ne change pas.
sheets-stick-help = Une feuille de sauvegarde n’est pas un secret : elle n’apprend rien à qui a trop peu de cartes. N’importe quel ordinateur peut donc l’imprimer. Le dossier est relu et comparé avant de recevoir son nom.

## Quelque chose change dans mes clés

changes-stage-what = Ce qui change
changes-text = Il vous faut la sauvegarde (la clé USB, ou la feuille de sauvegarde), autant de cartes de partage qu’il en faut pour l’ouvrir, et une clé USB pour la nouvelle.
changes-stays = Les clés restent les mêmes, et les Nitrokeys aussi : elles n’ont pas à être là. Les cartes restent valables aussi.
changes-not = Pour une Nitrokey perdue ou volée, ou si d’autres doivent avoir les cartes, appuyez sur Échap et choisissez cela au début.
changes-help = Ce que les autres savent de vos clés, et ce qui est gardé à côté d’elles, peut changer sans nouvelles clés : combien de temps elles sont valables, noms et adresses, ce que contient la sauvegarde.
    
    La sauvegarde est ouverte, changée dans la mémoire de cet ordinateur, et scellée de nouveau pour les mêmes cartes. Tant que la nouvelle n’est pas sur une clé USB et n’a pas tout rendu dans une répétition, rien n’a changé.
changes-back = La sauvegarde est ouverte
changes-back-text = Elle s’est ouverte avec ces cartes, et chaque clé qu’elle contient a été essayée. Rien n’est encore changé.
changes-back-help = Chaque clé vient de signer ou de déchiffrer quelque chose. Tout est dans la mémoire de cet ordinateur seulement, et est effacé quand vous partez. Comparez aussi le scellement avec la fiche du propriétaire : si elle en nomme un plus récent, ceci est une ancienne copie, et ce qui a changé depuis serait perdu.
    
    Comparez l’empreinte avec celle qui est imprimée sur chaque carte. Ce sont vos clés seulement si c’est la même.
changes-list = Que faut-il changer ?
changes-list-text = Choisissez une chose après l’autre. Rien n’est scellé avant que vous le disiez.
changes-list-will = Ceci va changer :
changes-list-help = Tout ce que vous choisissez est fait d’abord en mémoire, et noté ici. F2 annule ce que vous avez choisi en dernier. « Sceller » en fait une nouvelle sauvegarde pour les mêmes cartes ; l’ancienne vaut jusqu’à ce que la nouvelle soit éprouvée.
changes-unfinished = Sur { $stick }, deux sauvegardes de ces clés sont l’une à côté de l’autre. Il n’est pas noté si la plus récente a été éprouvée. « Sceller » en fait une nouvelle à partir de celle que vous avez ouverte, et celle-là est éprouvée.
changes-take-back = annuler
changes-expiry = Combien de temps les clés sont valables
changes-expiry-note = Maintenant : { $day }.
changes-seal = Sceller
changes-seal-note = Pour les mêmes cartes. L’ancienne sauvegarde reste jusqu’à ce que la nouvelle soit éprouvée.
changes-nothing = Rien
changes-nothing-note = Rien n’est scellé, et la sauvegarde reste telle quelle.
changes-change = C’est en train de changer
changes-change-text = En mémoire seulement. Ce qui est dans la sauvegarde reste tel quel jusqu’à ce que vous la scelliez.
changes-change-help = La clé signe ce qui a changé, et de nouvelles révocations sont faites pour cela, une pour chaque raison. Chaque clé est essayée de nouveau.
changes-until = Combien de temps les clés seront-elles valables ?
changes-until-text = Les Nitrokeys ne sont pas touchées, et continuent à marcher. Mais tous les autres s’en tiennent à la date dans la clé publique qu’ils ont : il leur faut la nouvelle.
changes-until-help = Un jour après lequel les autres n’utilisent plus votre clé est une bonne chose : si tout est perdu, elle finit d’elle-même. Prolongez-la autant de fois que vous voulez, avec la clé USB et les cartes, avant ce jour ou après.
    
    Les clés pour signer, déchiffrer et se connecter sont prolongées avec la clé principale. Les anciennes, qui ont été révoquées, restent telles quelles.
changes-until-day = Elles sont valables jusqu’au { $day }.
changes-until-no-day = Elles n’expirent jamais.
changes-until-years = { $n ->
    [one] Un an à partir d’aujourd’hui
   *[other] { $n } ans à partir d’aujourd’hui
 }
changes-until-note = On peut les prolonger encore, avec les mêmes cartes.
changes-until-never = Les autres les utilisent pour toujours, sauf si vous les révoquez.
wish-expiry = Valables jusqu’au { $day }
wish-expiry-never = Valables pour toujours
changes-list-more = { $n ->
    [one] • une chose de plus, avant
   *[other] • { $n } choses de plus, avant
 }
changes-user-ids = Noms et adresses
changes-user-ids-note = En ajouter un, en révoquer un, ou choisir le premier.
changes-kept = Ce qui est gardé d’autre
changes-kept-note = Le regarder, ajouter, remplacer ou retirer quelque chose.
changes-pin = Les PIN dans la sauvegarde
changes-pin-note = Si elle contient le PIN utilisateur ; un PIN que vous avez changé.
changes-where = Où sont les cartes
changes-where-note = Les notes sur votre propre fiche.
changes-paper = La langue du papier
changes-paper-note = De ce qui est imprimé, et de GUIDE.txt.
changes-names = À qui sont les clés ?
changes-names-text = Les autres trouvent votre clé par ces noms. Le premier est le principal.
changes-names-help = Une adresse qui ne vous sert plus est révoquée : rien de ce qui a été signé ne disparaît, mais les autres voient qu’elle ne sert plus. On peut l’ajouter de nouveau plus tard.
    
    Ce que d’autres ont signé sur un nom y reste. Le nouveau nom est signé par votre clé seule, jusqu’à ce que d’autres le signent aussi.
    
    Les noms sur les cartes de partage restent tels qu’imprimés ; ils nomment la même clé, par son empreinte.
changes-name-is = Les autres trouvent la clé par ce nom.
changes-name-is-main = Le principal : les autres programmes le montrent en premier.
changes-name-add = Un autre nom ou une autre adresse
changes-name-add-note = Il est ajouté ; les autres restent.
changes-name-ask = Que doit-il devenir ?
changes-name-type = Le nouveau nom ou la nouvelle adresse. L’un des deux peut manquer.
changes-name-twice = Votre clé l’a déjà.
    .now = Tapez-en un autre, ou appuyez sur Échap.
changes-name-leave = Le laisser tel quel
changes-name-leave-note = Rien ne change.
changes-name-main = En faire le principal
changes-name-main-note = Les autres programmes le montrent en premier.
changes-name-revoke = Le révoquer
changes-name-revoke-note = Il ne sert plus. Les autres le voient encore, comme révoqué.
changes-vault = Ce qui est gardé d’autre
changes-vault-text = C’est scellé à côté des clés. Rien n’en est montré avant que vous le demandiez.
changes-vault-type = Un nom, et le secret lui-même.
changes-vault-help = Mots de passe de disques, codes de secours, secrets des mots de passe à usage unique : la sauvegarde scellée les garde à côté des clés, et ils reviennent dans une restauration.
    
    Ce qui est retiré n’est pas dans la nouvelle sauvegarde. Les anciennes copies l’ont encore, tant qu’il y en a : changez un mot de passe que quelqu’un a pu voir, plutôt que de le retirer ici.
changes-vault-add = Une autre entrée
changes-vault-add-note = Elle est scellée à côté des clés.
changes-vault-show = La montrer
changes-vault-show-note = Elle est alors sur cet écran. Que personne d’autre ne la voie.
changes-vault-replace = La remplacer
changes-vault-replace-note = Un autre nom, un autre secret, ou les deux.
changes-vault-remove = La retirer
changes-vault-remove-note = Elle n’est pas dans la nouvelle sauvegarde. Les anciennes copies l’ont encore.
changes-pins = Les PIN dans la sauvegarde
changes-pins-text = Aucune Nitrokey n’est touchée ici : c’est ce que contient la sauvegarde qui change, et ce doit être ce qui est mis sur la Nitrokey.
changes-pins-help = Le PIN admin et le code de réinitialisation sont dans la sauvegarde, pour que personne n’ait à les retenir. Si vous en avez changé un, par « J’ai oublié un PIN » ou avec GnuPG, la sauvegarde a l’ancien : dites-le-lui ici.
    
    Le PIN utilisateur n’y est que si vous le voulez. Il aide vos héritiers à se servir de celle de secours qu’ils trouvent ; mais assez de personnes de confiance ensemble connaîtraient alors le PIN de tous les jours.
changes-pins-keep = Mettre le PIN utilisateur dans la sauvegarde
changes-pins-keep-note = Vous le tapez pour chaque Nitrokey. Qui ouvre la sauvegarde le connaît alors.
changes-pins-drop = Ne pas mettre le PIN utilisateur dans la sauvegarde
changes-pins-drop-note = La nouvelle ne le contient pas. Les anciennes copies, oui.
changes-pins-of = PIN changé : { $role }
changes-pins-of-note = Vous tapez celui qui y a été mis.
changes-pins-which = Quel PIN a changé ? ({ $role })
changes-pins-type = Tapez-le comme il est mis sur la Nitrokey ({ $role }). Il n’y est pas essayé.
changes-pin-user = Le PIN utilisateur
changes-pin-user-note = Pour tous les jours.
changes-pin-admin = Le PIN admin
changes-pin-admin-note = Il met un nouveau PIN utilisateur, et change les réglages.
changes-pin-reset = Le code de réinitialisation
changes-pin-reset-note = Il met un nouveau PIN utilisateur.
changes-notes = Où sont les cartes ?
changes-notes-text = Pour votre propre fiche : où chacune se trouve, comment joindre qui l’a. Peut rester vide.
changes-notes-help = Les notes sont scellées dans la sauvegarde, et figurent sur la fiche du propriétaire, que vous pouvez imprimer de nouveau à la fin. Elles ne sont pas en clair sur la clé USB : qui la trouve n’apprend pas à qui demander.
    
    Si quelqu’un d’autre doit avoir une carte, ou si une carte est perdue, il faut de nouvelles cartes : pas ici, mais par « Les personnes de confiance changent, ou une carte est perdue ».
changes-language = En quelle langue est le papier ?
changes-language-text = Les nouvelles feuilles, la fiche du propriétaire et GUIDE.txt sont écrits dans cette langue. Les cartes restent telles qu’imprimées.
changes-language-help = Qui a une carte lit sa feuille, peut-être dans dix ans. Les 24 mots restent anglais : ils sont les mêmes partout dans le monde.
wish-name-add = Un nom de plus : { $name }
wish-name-revoke = Révoqué : { $name }
wish-name-main = Le principal : { $name }
wish-pins-keep = La sauvegarde contient les PIN utilisateur
wish-pins-drop = La sauvegarde ne contient pas les PIN utilisateur
wish-pin-user = Le PIN utilisateur : { $role }
wish-pin-admin = Le PIN admin : { $role }
wish-pin-reset = Le code de réinitialisation : { $role }
wish-notes = Les notes : où sont les cartes
wish-vault-add = Gardé à côté des clés : { $name }
wish-vault-replace = Gardé de nouveau : { $name }
wish-vault-remove = N’est plus gardé : { $name }
wish-language = Le papier : { $name }
changes-done = Que faire maintenant
changes-done-text = La nouvelle sauvegarde est éprouvée : sa répétition est arrivée aux mêmes clés. Les Nitrokeys sont comme avant.
changes-done-publish = Donnez le nouveau public-key.asc de la clé USB à tous ceux qui ont l’ancien : serveurs de clés, votre page web, ceux qui vous écrivent.
changes-done-computers = Sur chacun de vos ordinateurs : gpg --import public-key.asc. La Nitrokey marche alors comme avant.
changes-done-sticks = Mettez la nouvelle sauvegarde sur chaque autre clé USB qui en a une ancienne, ou détruisez celle-ci.
changes-done-sheets = Donnez à tous ceux qui ont une carte la nouvelle feuille, pour l’enveloppe avec la carte.
changes-done-no-sheets = Les feuilles dans les enveloppes sont anciennes : le papier seul rend la sauvegarde d’alors.
changes-done-help = Les autres voient ce qui a changé seulement avec la nouvelle clé publique. Sur un serveur de clés elle prend la place de l’ancienne, même expirée ; « gpg --refresh-keys » la prend là.
    
    Les anciennes copies de la sauvegarde s’ouvrent avec les mêmes cartes, et rendent vos clés telles qu’elles étaient. Qui en ouvre une voit par le scellement qu’elle est ancienne.

## J’ai oublié un PIN

forgotten-stage-which = Quelle Nitrokey
forgotten-stage-code = Avec quoi
forgotten-stage-new = Le nouveau PIN
forgotten-loss-unsure = On ne sait pas quel PIN utilisateur cette Nitrokey a maintenant. Si vous partez, essayez le nouveau, puis l’ancien ; si aucun ne l’ouvre, définissez-le ici encore une fois.
forgotten-loss-another = Cette Nitrokey a maintenant un PIN utilisateur qui n’est ni l’ancien ni le nouveau. Si vous partez : définissez-le ici à nouveau avant de vous en servir.
forgotten-which = Laquelle est-ce ?
forgotten-which-text = Insérez la Nitrokey dont le PIN utilisateur est oublié ou bloqué. Elle est seulement lue : on voit ici combien d’essais a chacun de ses PIN.
forgotten-which-help = Une Nitrokey a trois PIN. Le PIN utilisateur sert tous les jours. Le code de réinitialisation ne peut qu’une chose : définir un nouveau PIN utilisateur. Le PIN admin le peut aussi, et change les réglages. Coldspare a fait ces deux-là et les a mis dans la sauvegarde ; ils sont aussi sur la fiche PIN.
    
    Chacun a trois essais. Après le bon, il y en a de nouveau trois. Quand il n’en reste aucun, ce PIN est bloqué, et même le bon n’ouvre plus rien.
    
    Tant que le code de réinitialisation ou le PIN admin a un essai, on peut donc définir un nouveau PIN utilisateur, et les clés restent où elles sont. Si aucun des deux n’en a, la Nitrokey doit être reprogrammée.
forgotten-this = celle-ci
forgotten-tries = Essais restants : PIN utilisateur { $user }, code de réinitialisation { $reset }, PIN admin { $admin }.
forgotten-blank = Il n’y a aucune clé dessus, donc rien qu’un PIN puisse ouvrir. Choisissez au début « Programmer une autre Nitrokey » : elle recevra des clés et des PIN.
forgotten-all-blocked = Tous trois sont bloqués. Cette Nitrokey ne peut qu’être reprogrammée : choisissez au début « Programmer une autre Nitrokey ». Vos clés reviennent de la sauvegarde, et rien n’est perdu.
forgotten-dead = Tous trois sont bloqués, et cette carte n’a pas de remise à l’état d’usine : plus rien ne l’ouvre. Vos clés sont dans la sauvegarde : programmez une autre Nitrokey.
forgotten-only-user = Le code de réinitialisation et le PIN admin sont bloqués : on ne peut pas définir de nouveau PIN utilisateur. Il vous reste { $user ->
    [one] un essai
   *[other] { $user } essais
 } pour le PIN utilisateur. S’il ne vous revient pas : « Programmer une autre Nitrokey » reprogramme celle-ci, depuis la sauvegarde.
forgotten-blocked = Son PIN utilisateur est bloqué : même le bon n’ouvre plus rien. Un nouveau sera défini, et il peut être le même qu’avant.
forgotten-not-blocked = Son PIN utilisateur n’est pas bloqué. Si vous le savez quand même, continuez avec lui : il n’y a rien à faire.
forgotten-no-reset-code = Son code de réinitialisation est bloqué, ou elle n’en a jamais eu. Le PIN admin définit aussi un nouveau PIN utilisateur.
forgotten-no-admin = Son PIN admin est bloqué. Le code de réinitialisation définit aussi un nouveau PIN utilisateur.
forgotten-start = Une Nitrokey Start annonce trois essais pour le code de réinitialisation même si elle n’en a jamais eu. Coldspare en met un sur chacune.
forgotten-from = Où est le code de réinitialisation ou le PIN admin ?
forgotten-from-text = L’un des deux définit le nouveau PIN utilisateur. Chaque endroit a les deux.
forgotten-from-help = Qui a la fiche PIN n’a besoin ni de cartes ni de clé USB. Si le PIN utilisateur y est aussi, et que vous ne l’avez jamais changé, c’est simplement celui-là.
    
    Sans la fiche, ils viennent de la sauvegarde, que quelques cartes ensemble ouvrent.
forgotten-from-slip = Sur la fiche PIN, ou dans ma tête
forgotten-from-slip-note = Vous le tapez. Aucune carte n’est nécessaire. Regardez d’abord si le PIN utilisateur est aussi sur la fiche.
forgotten-from-backup = Dans la sauvegarde
forgotten-from-backup-note = Sur la clé USB ou la feuille de sauvegarde, avec assez de cartes de partage pour l’ouvrir.
forgotten-back = La sauvegarde est ouverte
forgotten-back-text = Elle s’est ouverte avec ces cartes. Les PIN de vos Nitrokeys y sont.
forgotten-back-help = Comparez l’empreinte avec celle imprimée sur chaque carte, et le scellement avec la fiche du propriétaire. Si elle en nomme un plus récent, c’est une vieille copie, et ses PIN sont peut-être anciens : un code faux coûte un essai.
forgotten-stranger = Pas de cette sauvegarde
forgotten-stranger-text = Les clés de cette sauvegarde ne sont pas sur cette Nitrokey. Ses PIN n’y sont donc pas, et tout autre ne ferait que coûter un essai.
forgotten-stranger-help = On reconnaît une Nitrokey à ses clés. Celle-ci n’en a aucune de la sauvegarde, ni d’aujourd’hui ni d’avant. Prenez la Nitrokey de cette sauvegarde, ou la clé USB de cette Nitrokey.
forgotten-stranger-enter = une autre Nitrokey
forgotten-by = Avec lequel des deux ?
forgotten-by-text = Chacun définit un nouveau PIN utilisateur. Les clés restent, quel que soit votre choix.
forgotten-by-help = Le code de réinitialisation ne peut que cela : prenez-le d’abord. S’il est faux, il reste le PIN admin.
    
    Un faux coûte un essai, et la Nitrokey dit combien il en reste. Le dernier essai n’est dépensé qu’avec votre oui.
forgotten-by-ours = C’est « { $role } » : d’après la sauvegarde, elle a ceux-ci. Chacun définit un nouveau PIN utilisateur.
forgotten-by-old = C’est « { $role } » avec les anciennes sous-clés, et elle a encore les PIN d’avant, si vous ne les avez pas changés depuis. La sauvegarde a gardé ceux-ci.
forgotten-by-old-mail = C’est une Nitrokey pour l’ancien courrier : elle a reçu le code de réinitialisation et le PIN admin de « { $role } ». Si vous les avez changés depuis, ceux d’ici ne font que coûter des essais.
forgotten-by-old-none = Elle a d’anciennes sous-clés, et est restée telle quelle quand d’autres ont été programmées. La sauvegarde n’a plus les PIN d’avant, et les nouveaux ne feraient que coûter des essais. Appuyez sur Entrée, et choisissez sa fiche PIN.
forgotten-by-which = La sauvegarde ne sait pas laquelle de vos Nitrokeys c’est. Choisissez ce que dit son étiquette : un faux coûte un essai.
forgotten-by-none = Cette Nitrokey n’accepte rien de ce que cette sauvegarde a pour elle : ses PIN ont peut-être été changés depuis, ou la sauvegarde est ancienne. Appuyez sur Entrée, et choisissez la fiche PIN ou une sauvegarde plus récente.
forgotten-by-reset = Code de réinitialisation
forgotten-by-admin = PIN admin
forgotten-by-reset-of = Code de réinitialisation : { $role }
forgotten-by-admin-of = PIN admin : { $role }
forgotten-by-left = { $left ->
    [one] Il reste un essai. Il n’est dépensé qu’après un oui.
   *[other] Il reste { $left } essais.
 }
forgotten-code = Tapez-le
forgotten-code-text = Comme il est sur la fiche de cette Nitrokey même : son numéro de série y est. Un faux coûte un essai.
forgotten-code-help = F2 montre ce que vous tapez. La dernière ligne montre ce que tape vraiment votre clavier ; rien n’en est gardé. La Nitrokey ne reçoit ce que vous tapez qu’une fois le nouveau PIN utilisateur choisi.
forgotten-last = Le dernier essai
forgotten-last-text = Le code de réinitialisation a un seul essai. Si ce qu’on donne maintenant est faux, il est bloqué à jamais.
forgotten-last-admin = Le PIN admin a un seul essai. Si ce qu’on donne maintenant est faux, il est bloqué à jamais.
forgotten-last-other = Il resterait alors : { $pin }, essais { $left }. Prenez peut-être plutôt celui-là.
forgotten-last-anew = La Nitrokey ne pourrait alors qu’être reprogrammée, depuis la sauvegarde : ses clés y sont.
forgotten-last-dead = Plus rien n’ouvrirait alors cette carte : elle n’a pas de remise à l’état d’usine. Ses clés sont dans la sauvegarde.
forgotten-last-help = Trois essais faux bloquent un PIN, et deux sont déjà dépensés. Ne continuez que si vous êtes sûr : vous avez sous les yeux la fiche de cette Nitrokey même, ou la sauvegarde d’aujourd’hui.
forgotten-last-no = Non, revenir
forgotten-last-no-note = Rien n’est dépensé.
forgotten-last-yes = Oui, dépenser le dernier essai
forgotten-last-yes-note = S’il est juste, il y en a de nouveau trois.
forgotten-new = Le nouveau PIN utilisateur
forgotten-new-text = Lequel sera-ce ?
forgotten-new-help = Six ou huit chiffres au hasard suffisent : après trois essais faux, la Nitrokey bloque le PIN utilisateur. Ne prenez ni anniversaire ni numéro de téléphone.
forgotten-new-backup = Celui de la sauvegarde
forgotten-new-backup-note = Il vous est montré. La sauvegarde reste juste.
forgotten-new-same = Le même qu’à l’instant
forgotten-new-same-note = Les deux Nitrokeys ont alors le même PIN utilisateur.
forgotten-new-drawn = Tiré au hasard
forgotten-new-drawn-note = Des chiffres. Vous les voyez avant qu’ils soient définis, et pouvez les noter.
forgotten-new-typed = Un que je choisis
forgotten-new-typed-note = Tapé deux fois.
forgotten-type = Votre nouveau PIN utilisateur
forgotten-type-help = F2 montre ce que vous tapez. La dernière ligne montre ce que tape vraiment votre clavier. Les chiffres sont sur tous les claviers, les lettres accentuées non.
forgotten-show = Le nouveau PIN utilisateur
forgotten-show-text = Vous le voyez avant qu’il soit défini : quoi qu’il arrive entre-temps, vous l’avez.
forgotten-show-write = Notez-le maintenant.
forgotten-show-hidden = Il est de nouveau caché. Est-il noté ? F2 le montre encore une fois.
forgotten-show-enter = il est noté
forgotten-show-before = La Nitrokey ne l’a pas encore. Elle le reçoit à l’étape suivante.
forgotten-show-help = Apprenez-le par cœur, puis détruisez le papier ; jusque-là, gardez-le loin de la Nitrokey.
forgotten-set = Définir le nouveau PIN utilisateur
forgotten-set-text = Rien n’est effacé. Clés, code de réinitialisation, PIN admin, mots de passe à usage unique et connexions web restent ce qu’ils sont.
forgotten-set-help = La Nitrokey vérifie le code, prend le nouveau PIN utilisateur, et on le lui redemande aussitôt. Si elle est retirée entre-temps, elle a l’ancien PIN utilisateur ou le nouveau (une Start peut-être aucun des deux) ; on recommence alors.
forgotten-set-by-reset = Le nouveau PIN utilisateur est défini avec son code de réinitialisation.
forgotten-set-by-admin = Le nouveau PIN utilisateur est défini avec son PIN admin.
forgotten-set-enter = le définir
forgotten-set-insert = Elle n’est pas insérée. Remettez-la.
forgotten-set-unsure = On ne sait pas si elle a maintenant l’ancien PIN utilisateur ou le nouveau. Quand elle est insérée, appuyez sur Entrée : le nouveau est défini encore une fois, et c’est alors certain.
forgotten-set-unsure-start = Une Nitrokey Start a maintenant l’ancien PIN utilisateur ou le nouveau ; ou aucun des deux, si elle écrivait à cet instant. Quand elle est insérée, appuyez sur Entrée : le nouveau est défini encore une fois, et c’est alors certain.
forgotten-set-last = Appuyez sur Entrée : on vous demande s’il doit être dépensé.
forgotten-set-wrong = Ce que vous avez tapé est faux ({ $pin }). { $left ->
        [0] C’est bloqué maintenant.
        [one] Il reste un essai.
       *[other] Il reste { $left } essais.
    }
    .now = { $left ->
        [0] Rien d’autre n’a changé. Appuyez sur Entrée : on voit ce qui est encore possible.
       *[other] Rien d’autre n’a changé. Est-ce la fiche de cette Nitrokey ? Comparez le numéro de série, appuyez sur Entrée et retapez-le.
    }
forgotten-set-wrong-backup = Ce qu’a la sauvegarde est faux pour cette Nitrokey ({ $pin }) : peut-être changé depuis, ou celui d’une autre. { $left ->
        [0] C’est bloqué maintenant.
        [one] Il reste un essai.
       *[other] Il reste { $left } essais.
    }
    .now = Rien d’autre n’a changé, et on ne le redonne pas. Appuyez sur Entrée : on voit ce qui est encore possible.
forgotten-set-another = La Nitrokey a pris le code de réinitialisation, et a défini un autre PIN utilisateur que le nouveau : ce qu’elle a reçu comme code était plus long ou plus court que celui-ci, et c’est elle qui trouve où finit le code. Son PIN utilisateur n’est maintenant ni l’ancien ni le nouveau. { $left ->
        [one] Il lui reste un essai.
       *[other] Il lui reste { $left } essais.
    }
    .now = Appuyez sur Entrée, et définissez le nouveau encore une fois, avec le code tel qu’il est sur la fiche, ou avec le PIN admin. D’ici là, n’essayez aucun PIN utilisateur.
forgotten-done = Le PIN utilisateur est défini
forgotten-done-good = La Nitrokey { $serial } a vérifié le nouveau PIN : il est juste.
forgotten-done-text = Rien n’a été effacé : clés, code de réinitialisation et PIN admin sont comme avant. Vos autres Nitrokeys gardent leur PIN.
forgotten-done-same = La sauvegarde a ce PIN, et la fiche PIN telle qu’elle a été imprimée aussi : elles restent justes.
forgotten-done-slip = Si la fiche porte un autre PIN utilisateur, corrigez-la. S’il y en a un dans la sauvegarde, il reste celui qui y a été scellé.
forgotten-done-backup = La sauvegarde a un autre PIN utilisateur, et la fiche PIN telle qu’elle a été imprimée aussi : corrigez la fiche.
forgotten-done-not-in-backup = La sauvegarde n’a pas de PIN utilisateur, comme vous le vouliez : elle reste juste. Si une fiche PIN en porte un autre, corrigez-la.
forgotten-done-help = GnuPG croit peut-être encore la Nitrokey bloquée : retirez-la et remettez-la. La sauvegarde s’ouvre avec les mêmes cartes que toujours ; le code de réinitialisation et le PIN admin qu’elle contient n’ont pas changé.
forgotten-done-home = C’est tout
forgotten-done-home-note = Tout ce qui est secret est effacé de la mémoire.
forgotten-done-another = La même chose pour une autre Nitrokey
forgotten-done-another-note = Elle peut recevoir le même PIN : celle de secours s’ouvre alors comme l’autre.
slip-print = nouvelle fiche
slip-print-done = La nouvelle fiche PIN est imprimée. Détruisez l’ancienne, et gardez celle-ci loin de la Nitrokey.

## Les personnes de confiance changent, ou une carte est perdue

deal-stage-what = Ce qui s’est passé
deal-stage-who = Qui a des cartes
deal-stage-old = Les anciennes
deal-loss-new = Les nouvelles cartes ne sont pas encore éprouvées. Si vous partez, celles qui sont imprimées ne valent rien : brûlez-les. Les anciennes cartes et l’ancienne sauvegarde restent telles quelles.
deal-loss-new-stick = Les nouvelles cartes ne sont pas encore éprouvées, et la nouvelle sauvegarde est seule sur sa clé USB. Si vous partez, brûlez les cartes imprimées et formatez cette clé USB : rien d’autre ne l’ouvre. Les anciennes cartes et l’ancienne sauvegarde restent telles quelles.
deal-loss-again = Les cartes distribuées en dernier ne valent alors rien : brûlez celles qui sont imprimées. Mais ce qui a été scellé avant, dans cette séance, est sur la clé USB : gardez les cartes imprimées pour cela, elles l’ouvrent.
deal-loss-old = Les nouvelles cartes et la nouvelle sauvegarde sont valables. Mais ce qu’il faut détruire des anciennes n’est montré qu’ici.
deal-what = Que s’est-il passé ?
deal-what-text = Une nouvelle carte ne va avec aucune ancienne. Toutes sont donc refaites, pour tout le monde.
deal-what-help = Les cartes sont des parts d’une seule clé, celle de la sauvegarde, et chacune ne va qu’avec celles de son jeu. Personne ne peut ajouter une carte à un jeu, ni en rendre une sans valeur : ce qui est sur le papier y reste. On tire donc une nouvelle clé de sauvegarde, vos clés sont scellées avec elle, et de nouvelles cartes sont faites.
    
    Vos clés restent les mêmes. Rien n’est écrit sur une Nitrokey, et aucune n’a besoin d’être là.
deal-what-people = Les personnes de confiance changent
deal-what-people-note = Quelqu’un part ou arrive, ou il doit falloir un autre nombre de cartes.
deal-what-lost = Une carte est perdue
deal-what-lost-note = Elle est brûlée ou introuvable, et personne d’autre ne peut l’avoir.
deal-what-seen = Une carte est peut-être en de mauvaises mains
deal-what-seen-note = Une ou plusieurs : volée, photographiée, vue, ou laissée là où d’autres pouvaient la lire.
deal-seen = De combien de cartes s’agit-il ?
deal-seen-text = Comptez chaque carte que quelqu’un d’autre a ou a vue, et celle de chaque personne en qui vous n’avez plus confiance.
deal-seen-help = Combien il en faut est écrit sur chaque carte. Un nombre inférieur ne révèle rien de la clé, pas même une part.
    
    Autant qu’il en faut donnent la clé de la sauvegarde. Avec elle s’ouvre toute copie de la sauvegarde scellée : chaque clé USB qui en a le dossier, et chaque feuille de sauvegarde, où qu’elle soit.
deal-seen-few = Moins qu’il n’en faut pour ouvrir
deal-seen-few-note = Elles ne révèlent encore rien. Les nouvelles arrivent à temps.
deal-seen-enough = Assez pour ouvrir, ou je ne sais pas
deal-seen-enough-note = Tout dépend alors des copies de la sauvegarde scellée. Lisez la suite.
deal-means = Ce que cela veut dire
deal-means-text = Tant que les nouvelles cartes ne sont pas éprouvées, rien d’ancien ne change : vous pouvez arrêter à tout moment, et le courant peut manquer. Et l’ancien reste valable jusqu’à ce que vous le détruisiez. À la fin, vous en aurez la liste.
deal-means-people = Qui part sait ce que dit l’ancienne carte, même si le papier revient. Cela ne vaut plus rien dès que toute copie de l’ancienne sauvegarde scellée a disparu, ou qu’il reste trop peu d’autres anciennes cartes.
deal-means-lost = La sauvegarde s’ouvre encore avec les cartes qui restent, mais moins de celles-ci peuvent se perdre. De nouvelles y remédient. Si la carte perdue reparaît, brûlez-la.
deal-means-few = À qui a ces cartes, il en faut encore d’autres, et une copie de l’ancienne sauvegarde scellée. Les nouvelles ne leur ôtent toute valeur qu’une fois chaque copie disparue.
deal-means-enough = Qui a ces cartes et une copie de l’ancienne sauvegarde scellée a votre clé principale. De nouvelles cartes n’aident que si personne n’a encore eu de copie, et si vous pouvez les détruire toutes. Si vous n’en êtes pas sûr, il faut une nouvelle identité : sortez d’ici, choisissez « Tout révoquer », puis « Installer des clés ».
deal-means-needs = Il vous faut la sauvegarde, assez d’anciennes cartes pour l’ouvrir, et des clés USB pour la nouvelle, neuves de préférence. Les Nitrokeys restent telles quelles, et n’ont pas besoin d’être là.
deal-means-help = L’ancienne sauvegarde et la nouvelle contiennent les mêmes clés. L’ancienne s’ouvre avec d’anciennes cartes, la nouvelle avec de nouvelles, et jamais avec un mélange. Il faut donc que les anciennes disparaissent ; rien de ce qu’on fait avec les nouvelles ne leur ôte leur valeur.
deal-back = La sauvegarde est ouverte
deal-back-text = Les anciennes cartes l’ont ouverte. Elles restent valables jusqu’à ce que vous les détruisiez.
deal-back-help = Chaque clé qu’elle contient vient de signer ou de déchiffrer quelque chose. Tout n’est que dans la mémoire de cet ordinateur, et sera effacé quand vous partirez. Comparez le scellement avec la fiche du propriétaire : si elle en nomme un plus récent, ceci est une ancienne copie, et ce qui a changé depuis n’y est pas.
    
    Comparez l’empreinte avec celle qui est imprimée sur chaque carte. Ce ne sont vos clés que si elle est la même.
deal-who = Qui reçoit les nouvelles cartes ?
deal-who-text = Chacun en reçoit une nouvelle, même qui en a une.
deal-who-today = Aujourd’hui, { $needed } cartes sur { $cards } ouvrent la sauvegarde : { $names }.
deal-who-help = Les noms sont sur les cartes, sur la fiche du propriétaire, et dans la sauvegarde scellée. Avec « D’autres » viennent les mêmes questions qu’à l’installation ; ce qui fut répondu alors y est déjà.
deal-unfinished = Sur { $stick }, deux sauvegardes de ces clés sont l’une à côté de l’autre. Il n’est pas noté si la plus récente a été éprouvée ; chacune s’ouvre avec les cartes de son jeu. Si vous continuez, de nouvelles cartes sont faites à partir de celle que vous avez ouverte. Avant que l’autre disparaisse, on vous le demande.
deal-who-same = Les mêmes personnes qu’aujourd’hui
deal-who-same-note = Noms et nombres restent tels quels.
deal-who-others = D’autres, ou un autre nombre
deal-who-others-note = Vous dites combien il y a de cartes, combien il en faut, qui les reçoit, et où elles seront.
deal-new = De nouvelles cartes pour tous
deal-new-text = Une nouvelle clé de sauvegarde est tirée ; les mêmes clés, PIN et coffre sont scellés avec elle. Puis les nouvelles cartes sont imprimées et relues.
deal-new-before = Jusqu’ici { $needed } sur { $cards } : { $names }.
deal-new-after = Désormais { $needed } sur { $cards } : { $names }.
deal-new-enter = faire de nouvelles cartes
deal-new-help = Jusqu’ici, rien n’a changé. La nouvelle sauvegarde scellée est la première d’un nouveau jeu ; son nom est sur chaque carte, pour que personne ne prenne une ancienne pour une nouvelle.
deal-bundle = Le nouveau dossier, sur une clé USB
deal-bundle-text = De préférence une clé USB qui n’a jamais eu l’ancien : on pourra alors détruire toute l’ancienne. Sans les nouvelles cartes, rien de secret n’y est lisible.
deal-bundle-help = Si l’ancien dossier est sur la clé USB, il reste à côté du nouveau jusqu’à la fin de la répétition, sous un nom qui finit par « .old ». À tout moment il y en a donc un qui s’ouvre : l’ancien avec les anciennes cartes, le nouveau avec les nouvelles. Tout le reste de la clé USB demeure.
deal-before = L’ancien dossier sur ces clés USB
deal-before-text = Le nouveau est éprouvé : l’ancien est donc effacé ici. Cela ne le détruit pas : que faire d’une telle clé USB, la suite le dit.
deal-before-help = Ce que contenait un fichier effacé reste sur la clé USB jusqu’à ce qu’autre chose soit écrit au même endroit. Une clé USB qui a eu l’ancien dossier est donc dans la liste de ce qu’il faut détruire, même si le nouveau y est à présent.
deal-old = Ce qu’il faut détruire
deal-old-text = Assez d’anciennes cartes et une seule de ces copies donnent toujours votre clé principale. Entrée coche ce qui est détruit.
deal-old-help = La liste dit ce qui était prévu à chaque scellement. Vos copies faites depuis comptent aussi.
    
    Papier : brûlez-le. Déchirés ou broyés, un code ou une rangée de mots peuvent rester entiers.
    
    Clés USB : effacer ou formater y laisse ce que contenaient les fichiers. Réécrivez la clé USB en entier ; cela suffit le plus souvent, mais d’anciens octets peuvent rester dans ses blocs de réserve. Casser la puce à l’intérieur est sûr. Si le nouveau dossier y est aussi, copiez-le d’abord ailleurs.
    
    Si c’est impossible, et qu’assez d’anciennes cartes sont peut-être en de mauvaises mains, il faut une nouvelle identité : « Tout révoquer », puis « Installer des clés ».
deal-old-next = { $left ->
    [0] Continuer : tout est détruit
    [one] Continuer : il en reste { $left }
   *[other] Continuer : il en reste { $left }
 }
deal-old-next-note = La liste part avec vous sur papier : la plupart ne peut être détruite que plus tard.
deal-old-of = Du jeu { $set }.
deal-old-print = imprimer la liste
deal-old-printed = La liste est imprimée. Gardez-la jusqu’à ce que tout soit coché.
deal-old-file = Elle est aussi avec les fichiers des cartes : to-destroy.pdf.
deal-old-no-printer = Recopiez-la, ou branchez une imprimante.
deal-done = C’est fait. À présent, dans cet ordre :
deal-done-text = 1. Donnez à chacun sa nouvelle carte, en main propre : { $k } sur { $n } rendent tout.
    2. Reprenez en même temps à chacun l’ancienne carte. Brûlez les anciennes, avec toutes leurs feuilles.
    3. Détruisez les anciennes clés USB : réécrivez-les en entier, ou cassez-les. Effacer ne suffit pas.
    4. Mettez les nouvelles clés USB à la place des anciennes, et la nouvelle fiche du propriétaire à la place de l’ancienne.
deal-done-left = { $left ->
    [one] Une chose de la liste n’est pas cochée. Tant qu’elle n’est pas détruite, assez d’anciennes cartes et une ancienne copie donnent votre clé principale.
   *[other] { $left } choses de la liste ne sont pas cochées. Tant qu’elles ne sont pas détruites, assez d’anciennes cartes et une ancienne copie donnent votre clé principale.
 }
deal-done-help = Vos Nitrokeys sont comme avant, et vos clés aussi : qui a votre clé publique ne remarque rien.
    
    Jusqu’au retour des anciennes cartes, il y en a d’anciennes et de nouvelles. Le nom du jeu est sur chacune, et partout où l’on lit une carte, on dit si elle est d’un autre jeu. « Vérifier une carte » le dit aussi.

## Une Nitrokey a été volée

stolen-stage-what = Ce qui s’est passé
stolen-stage-keys = Les sous-clés
stolen-pin = Quelqu’un peut-il en connaître le PIN ?
stolen-pin-text = Cela décide de ce que le voleur peut faire, et pour quelle raison les anciennes sous-clés sont révoquées.
stolen-pin-help = Une Nitrokey ne donne ses clés à personne. Qui l’a peut s’en servir avec le PIN utilisateur, et a trois essais. Mais un PIN vu, noté ou deviné ne protège rien.
    
    S’il est peut-être connu, les anciennes sous-clés sont révoquées comme « compromises » : Sequoia et Thunderbird ne croient alors plus rien de ce qu’elles ont signé, même plus tôt. Si personne ne le connaît, elles sont révoquées comme « remplacées » : ce qui a été signé avant y reste bon. GnuPG ne fait pas de différence : dans les deux cas il dit que la clé est révoquée.
stolen-pin-yes = Oui, ou je n’en suis pas sûr
stolen-pin-yes-note = Quelqu’un l’a vu, ou il était noté tout près.
stolen-pin-no = Non, personne ne peut le connaître
stolen-pin-no-note = Le voleur a alors quelques essais, et pas plus.
stolen-running = Était-elle branchée, son PIN donné ?
stolen-running-text = Une fois le PIN utilisateur donné, elle travaille sans lui tant qu’elle a du courant.
stolen-running-help = Si elle a été emportée avec un ordinateur allumé, qui a les deux peut déchiffrer et se connecter jusqu’à ce qu’elle soit retirée ou que le courant manque ; pour une signature, elle demande peut-être le PIN chaque fois. Si cela a eu lieu, personne ne peut le dire plus tard. Cela compte donc comme un PIN connu.
stolen-running-no = Non
stolen-running-no-note = Elle n’était pas branchée, ou son PIN n’était pas donné. Sans courant, elle l’oublie.
stolen-running-yes = Oui, ou je ne sais pas
stolen-running-yes-note = L’ordinateur est parti avec, ou quelqu’un était devant.
stolen-also = Qu’est-ce qui est parti avec ?
stolen-also-text = Entrée coche une ligne, ou la décoche.
stolen-also-help = Chacune de ces choses donne au voleur un peu plus, et ensemble peut-être tout.
    
    La sauvegarde est chiffrée, sur une clé USB comme sur papier. Autant de cartes qu’il en faut pour l’ouvrir en donnent la clé. Qui a les deux a tout ce que vous avez, la clé principale aussi : de nouvelles sous-clés n’y changent rien.
stolen-also-backup = Clé USB avec la sauvegarde, ou une feuille
stolen-also-backup-note = Chiffrée : sans assez de cartes, elle ne dit rien.
stolen-also-slip = Une fiche PIN
stolen-also-slip-note = Les PIN qui y figurent sont alors connus.
stolen-also-few = Des cartes, trop peu pour la sauvegarde
stolen-also-few-note = Elles ne disent rien, mais il en manque moins maintenant.
stolen-also-all = Assez de cartes pour ouvrir la sauvegarde
stolen-also-all-note = Avec la sauvegarde, elles donnent tout.
stolen-also-record = La fiche du propriétaire
stolen-also-record-note = Aucun secret n’y figure. Elle nomme qui a les cartes.
stolen-also-on = C’est tout
stolen-also-on-note = Ce que cela veut dire vient ensuite.
stolen-has = Ce que le voleur a, et n’a pas
stolen-has-help = Un PIN faux trois fois est bloqué : le PIN utilisateur, le PIN admin, le code de réinitialisation. La clé principale certifie vos sous-clés et vos noms. Si Coldspare a fait les clés, elle n’est sur aucune Nitrokey ; des clés apportées l’ont peut-être à la place des signatures. Cela se voit quand la sauvegarde est ouverte.
stolen-has-tries = Le voleur a la Nitrokey, et trois essais chacun pour le PIN utilisateur, le PIN admin et le code de réinitialisation. Avec le PIN utilisateur : les trois sous-clés qu’elle porte.
stolen-has-keys = Le voleur a, ou peut avoir, les trois sous-clés de la Nitrokey : il peut lire votre courrier, signer et se connecter comme vous.
stolen-has-backup = La sauvegarde partie ne dit rien tant qu’assez de cartes ne sont pas avec elle.
stolen-has-few = Faites ensuite de nouvelles cartes : « Les personnes de confiance changent, ou une carte est perdue ».
stolen-has-cards = Les cartes parties ouvrent toute copie de la sauvegarde. Faites-en aussitôt après de nouvelles : « Les personnes de confiance changent, ou une carte est perdue » ; d’ici là, ne laissez partir aucune copie.
stolen-has-record = La fiche dit qui a les autres cartes : prévenez ces personnes.
stolen-has-text = Le voleur n’a pas votre clé principale, sauf si elle est sur la Nitrokey même. Cette clé fait maintenant de nouvelles sous-clés et révoque les anciennes ; les cartes restent.
stolen-has-compromised = Elles sont révoquées comme « compromises ».
stolen-has-superseded = Elles sont révoquées comme « remplacées ».
stolen-late = Une Nitrokey est déjà programmée
stolen-late-text = À partir d’une sauvegarde où les anciennes sous-clés sont révoquées comme « remplacées ». Ce qui est scellé et programmé reste, même si d’autres les ont peut-être.
stolen-late-way = Ouvrez encore une fois la sauvegarde la plus récente : « Une Nitrokey a été volée », avec ces réponses ; puis « { stolen-again-seal } ». Les nouvelles sous-clés restent, et les anciennes sont révoquées comme « compromises ».
stolen-late-help = Une Nitrokey programmée a ce qui est dans la sauvegarde la plus récente ; rien n’est donc refait derrière elle. « Remplacées » dit que les signatures d’avant comptent encore, et qui a les sous-clés peut en antidater une ; « compromises » dit qu’aucune ne compte. Jusqu’à ce que ce soit scellé et publié, dites-le à ceux qui vérifient vos signatures.
stolen-all = De nouvelles sous-clés n’aideraient pas
stolen-all-text = Qui a la sauvegarde et assez de cartes a tout, la clé principale aussi, et peut faire des sous-clés comme vous.
stolen-all-help = Ce qui est chiffré pour cette identité, le voleur peut le lire, et rien de ce qu’elle signe ne peut plus être cru. « Tout révoquer » écrit un certificat qui le dit à tous. Il y faut aussi la sauvegarde et des cartes : d’autres copies de la sauvegarde, des cartes qui restent. Si rien ne reste, vous seul pouvez le dire.
stolen-all-way = Au début, choisissez « Tout révoquer » : cela met fin à cette identité. Puis « Installer des clés » en fait une nouvelle.
stolen-all-enter = au début
stolen-back = La sauvegarde est ouverte
stolen-back-text = Ces cartes l’ont ouverte, et chaque clé y a été essayée.
stolen-back-help = Comparez l’empreinte avec celle de chaque carte, et le scellement avec la fiche du propriétaire. Un voleur peut signer une liste avec la Nitrokey volée, et la poser à côté d’une sauvegarde : ce qui est dans la sauvegarde compte, et si les deux diffèrent, c’est dit.
stolen-primary = La clé principale y était
stolen-primary-text = La clé principale est sur la Nitrokey même, pour { $slot }. Qui a cette Nitrokey a tout, et peut faire des sous-clés comme vous : de nouvelles n’aideraient personne.
stolen-primary-help = Des clés apportées ont souvent une clé principale qui signe aussi, et elle est donc sur la Nitrokey. Si personne ne peut connaître le PIN, le voleur a quelques essais, et celle de secours fait la même chose qu’avant : « Une Nitrokey est perdue ou cassée ». S’il est peut-être connu, seuls une fin et un nouveau début aident.
stolen-again = Il y a déjà de nouvelles sous-clés
stolen-again-text = Faites le { $day } ; celles d’avant sont révoquées. Était-ce à cause de ce vol ?
stolen-again-help = Le courant a peut-être manqué, ou une Nitrokey n’était pas là. Ce qui a été scellé et programmé alors est valable, et n’est pas à refaire. Insérez chaque Nitrokey que vous avez : il est dit ici si elle porte encore d’anciennes sous-clés.
stolen-again-old = La Nitrokey { $serial } porte encore les anciennes sous-clés.
stolen-again-new = La Nitrokey { $serial } porte les nouvelles sous-clés.
stolen-again-write = Oui : des Nitrokeys restent à programmer
stolen-again-write-note = La sauvegarde reste comme elle est.
stolen-again-seal = Oui, et il en manque sur clés USB ou papier
stolen-again-seal-note = Scellée encore une fois pour les mêmes cartes, puis les Nitrokeys.
stolen-again-more = Non : de nouvelles encore une fois
stolen-again-more-note = Celles d’alors sont révoquées aussi.
stolen-again-mild = Les anciennes sous-clés sont révoquées comme « remplacées », or d’autres les ont peut-être. La ligne 2 les scelle comme « compromises ».
stolen-again-late = Une Nitrokey est déjà programmée : cela reste comme c’était choisi.
    .now = S’il y a eu un autre vol, allez jusqu’au bout, et choisissez encore une fois « Une Nitrokey a été volée ».
stolen-left = Une Nitrokey a-t-elle les anciennes clés ?
stolen-left-text = Serveurs et disques ne connaissent encore que les anciennes clés, et les anciens messages sont chiffrés pour elles.
stolen-left-help = Personne ne doit rester dehors. Un serveur laisse entrer avec l’ancienne clé jusqu’à ce que vous ayez ajouté la nouvelle ; un disque s’ouvre avec l’ancienne sous-clé jusqu’à ce qu’il ait un emplacement pour la nouvelle. Cela se fait sur ces ordinateurs, donc pas ici, pas maintenant.
    
    Les anciens messages ne dépendent d’aucune Nitrokey : l’ancienne clé de déchiffrement reste dans la sauvegarde, et « Utiliser mes clés sans Nitrokey » les lit.
stolen-left-keep = Oui : pour l’instant, elle reste ainsi
stolen-left-keep-note = Programmez-la quand tout sera changé : « Programmer une autre Nitrokey ». Aujourd’hui, seulement d’autres.
stolen-left-changed = Oui, et rien n’en dépend
stolen-left-changed-note = Toutes les Nitrokeys sont programmées aujourd’hui, celle-ci aussi.
stolen-left-export = Non : d’abord les anciennes clés en fichier
stolen-left-export-note = Sous un mot de passe, sur une clé USB : pour se connecter et ouvrir des disques jusqu’à ce que tout soit changé.
stolen-left-none = Non, et rien n’en dépend
stolen-left-none-note = Aucun serveur, aucun disque. Les anciens messages se lisent avec la sauvegarde.
stolen-loss-write = Rien n’est perdu : la sauvegarde reste telle quelle, avec les nouvelles sous-clés. Des Nitrokeys pourront être programmées plus tard : « Programmer une autre Nitrokey ».
stolen-loss-written = Au moins une Nitrokey est programmée, et la sauvegarde reste telle quelle. Les autres pourront être programmées plus tard : « Programmer une autre Nitrokey ».
stolen-which = Laquelle reste telle quelle ?
stolen-which-text = Insérez-la et revenez avec Échap : elle dit elle-même laquelle c’est. Si elle n’est pas sous la main :
stolen-which-help = Son numéro de série et ses PIN restent dans la sauvegarde, et elle n’a pas de fiche aujourd’hui ; les autres ont de nouveaux PIN. Si vous dites la mauvaise, rien n’est perdu : elle marche comme avant, et les anciens PIN de toutes sont gardés dans la sauvegarde.
stolen-which-role = « { $role } »
stolen-which-serial = Numéro de série { $serial }, il est sur l’étiquette.
stolen-which-no-serial = Son numéro de série n’est pas dans la sauvegarde.
stolen-new = De nouvelles sous-clés
stolen-new-text = À l’étape suivante, et seulement dans la mémoire de cet ordinateur, il y aura :
stolen-new-help = Qui reçoit votre nouvelle clé publique chiffre pour la nouvelle sous-clé et ne prend aucune signature d’une ancienne pour une nouvelle. Essayé avec GnuPG 2.2 et 2.4 : de ce que vous avez signé avant, tous deux disent que la clé est révoquée, quelle que soit la raison, et « git verify-commit » échoue pour ces commits. GitHub continue de montrer comme vérifié ce qu’il a enregistré ainsi. Sequoia et Thunderbird regardent la raison.
    
    Les anciennes sous-clés restent dans la sauvegarde : ce qui a été chiffré pour vous reste lisible.
stolen-new-keys = Trois nouvelles sous-clés, une par emplacement
stolen-new-pins = De nouveaux PIN et codes pour toutes les Nitrokeys
stolen-new-old = Les anciennes révoquées : { $reason ->
    [compromised] compromises
   *[other] remplacées
 }
stolen-new-until = Valables jusqu’au { $day }.
stolen-new-stay = Empreinte, noms, cartes : comme avant
stolen-new-enter = les faire
stolen-change = De nouvelles sous-clés sont faites
stolen-change-text = Des clés RSA prennent un peu de temps.
stolen-change-help = Tout se passe dans la mémoire de cet ordinateur. Ce qui est scellé reste comme c’était jusqu’à ce que le nouveau ait fait ses preuves.
stolen-made = Les nouvelles sous-clés
stolen-made-text = Rien n’est encore écrit. Elles sont maintenant scellées pour les mêmes cartes.
stolen-made-help = Elles ne sont que dans la mémoire de cet ordinateur. Elles sont scellées pour les mêmes cartes, et le dossier vient sur des clés USB. Celui d’avant reste à côté jusqu’à la répétition avec le nouveau.
stolen-made-good = Votre clé principale les a certifiées, et a révoqué les anciennes.
stolen-pins = De nouveaux PIN
stolen-pins-text = Chaque Nitrokey reçoit d’autres PIN qu’avant. Personne ne les a encore vus : l’étape suivante les montre.
stolen-pins-user = Le PIN utilisateur n’est pas dans la sauvegarde : vous le choisissez pour chaque Nitrokey quand elle est programmée.
stolen-pins-kept = Celle qui reste comme elle est garde ses anciens PIN jusqu’à ce qu’elle soit programmée : gardez son ancienne fiche PIN. Ils sont aussi dans la sauvegarde, parmi ce qui est gardé avec les clés.
stolen-pins-help = Toutes les Nitrokeys reçoivent le même PIN utilisateur, ou celui que vous choisissez ; le PIN admin et le code de réinitialisation sont différents sur chacune. S’il y a une imprimante, F5 imprime une fiche PIN pour chacune. Détruisez les anciennes fiches de celles qui sont programmées aujourd’hui.
stolen-today = Que faire aujourd’hui
stolen-today-text = Personne d’autre ne sait encore rien des nouvelles sous-clés. Dans cet ordre :
stolen-today-help = D’abord la clé publique : tant que les autres ne l’ont pas, ils écrivent à la sous-clé volée. Sur un serveur, ne supprimez l’ancienne ligne qu’après avoir essayé la nouvelle ; sur un disque, l’ancien emplacement qu’après l’avoir ouvert avec le nouveau.
    
    F5 imprime une page avec tout cela, avec votre empreinte et les lignes pour les serveurs, à cocher. F6 l’écrit plutôt sur une clé USB, en PDF, pour l’imprimer ailleurs. Aucun secret n’y figure.
stolen-today-1 = 1 Publier la nouvelle clé publique
stolen-today-2 = 2 Serveurs : nouvelle ligne, essai, ôter l’ancienne
stolen-today-3 = 3 Git : nouvelle clé, puis ôter l’ancienne ligne
stolen-today-4 = 4 Disques : nouvel emplacement, essai, ôter l’ancien
stolen-today-5 = 5 Comptes web : retirer la Nitrokey volée
stolen-today-sheets = Les feuilles avec les cartes sont anciennes : le papier seul ramènerait les anciennes sous-clés. Gardez deux clés USB.
stolen-today-keep = La Nitrokey avec les anciennes sous-clés : programmez-la quand tout cela est fait (« Programmer une autre Nitrokey »).
stolen-today-done = La page est imprimée.
stolen-today-on = La page est sur { $stick } : today.pdf.
stolen-today-stick = sur une clé USB
stolen-page = La clé USB pour la page
stolen-page-text = Elle reçoit un dossier avec la page en PDF. Le reste de son contenu ne change pas.
stolen-page-help = La page a votre empreinte et les lignes pour les serveurs, et aucun secret : elle peut être à côté de la sauvegarde. Le dossier est relu et comparé avant de recevoir son nom.

## Une Nitrokey est perdue ou cassée

lost-stage-left = Ce qui reste
lost-stage-backup = La sauvegarde
lost-stage-cards = Les cartes
lost-stage-back = Les clés
lost-stage-new = Reprendre
lost-stage-done = Terminé
lost-loss-back = Les clés revenues sont oubliées. La sauvegarde et les cartes les rendent de nouveau, et ce qui a été écrit reste.
lost-loss-cards = Les cartes lues jusqu’ici sont oubliées, et devront être relues.

lost-left = Pas d’inquiétude. Que reste-t-il ?
lost-left-text = Choisissez la première ligne qui est vraie.
lost-left-help = Chacune suffit. Celle de secours est le chemin le plus court : elle a les mêmes clés que la Nitrokey perdue. Sans elle, la sauvegarde rend tout ; quelques cartes de partage ensemble l’ouvrent. La sauvegarde est sur la clé USB, et la même est sur la feuille de papier avec beaucoup de codes.
lost-left-spare = La Nitrokey de secours est ici
lost-left-spare-note = La Nitrokey qui était dans un tiroir. Vous pouvez continuer aussitôt avec elle.
lost-left-stick = Sans Nitrokey : clé USB de la sauvegarde
lost-left-stick-note = Avec la clé USB et assez de cartes de partage, tout revient.
lost-left-paper = Seulement du papier
lost-left-paper-note = Les cartes de partage et la feuille de sauvegarde, celle avec beaucoup de codes. Il faut un lecteur.
lost-spare = Prendre la Nitrokey de secours
lost-spare-use = Elle a les mêmes clés pour le courrier, les signatures et SSH. Insérez-la là où vous travaillez, avec son PIN utilisateur. Comptes web, disques et mots de passe à usage unique ne marchent que là où vous l’avez aussi enregistrée.
lost-spare-text = Si GnuPG réclame l’ancienne Nitrokey par son numéro : GUIDE.txt sur la clé USB, section 11, dit quoi taper.
lost-spare-new = Mais elle est maintenant la seule. Voici comment en avoir de nouveau deux, aujourd’hui ou ces prochains jours. Il faut une nouvelle Nitrokey, la sauvegarde et assez de cartes de partage.
lost-spare-help = Les deux Nitrokeys ont reçu les mêmes clés. Si Coldspare a fait les PIN, le PIN utilisateur est le même, sauf si vous l’avez changé.
    
    Si l’autre a été volée, choisissez au début « Une Nitrokey a été volée » : cela dit ce que peut un voleur, et fait de nouvelles sous-clés à la place des siennes. Sans Coldspare : le fichier GUIDE.txt à côté de la sauvegarde, section 12. Lisez-la d’abord jusqu’au bout : une révocation toute prête met fin à toute l’identité, aux clés de celle de secours aussi.
lost-from = Où est la sauvegarde ?
lost-from-text = Les deux contiennent la même chose. La clé USB va plus vite.
lost-from-help = La sauvegarde est chiffrée, sur la clé USB comme sur papier. Il faut assez de cartes de partage ensemble pour l’ouvrir.
lost-from-stick = Sur une clé USB
lost-from-stick-note = Dans un dossier dont le nom commence par coldspare-.
lost-from-sheet = Sur papier
lost-from-sheet-note = La feuille de sauvegarde, avec beaucoup de codes. Il faut un lecteur.
lost-bundle = La clé USB avec la sauvegarde
lost-bundle-text = Insérez-la, choisissez la sauvegarde. Elle est seulement lue.
lost-bundle-help = On vérifie la signature de la liste des cartes, et que la sauvegarde est celle que la liste nomme. Ainsi, on sait de chaque carte, dès qu’elle est lue, si elle est juste.
    
    S’il y a plusieurs sauvegardes, choisissez celle dont le nom a les derniers caractères de l’empreinte de votre clé. Les plus anciennes ont peut-être besoin d’autres cartes.
lost-sheet = La feuille de sauvegarde
lost-sheet-text = Lisez ses codes, un par un, dans n’importe quel ordre. Certains sont de réserve : ils ne sont pas tous nécessaires.
lost-sheet-help = Chaque code a une partie de la sauvegarde chiffrée, et son numéro est dessous. Un code lu deux fois ne gêne pas. Si l’un ne se lit pas, passez-le : n’importe quels autres de la même feuille le remplacent, quelle que soit leur page.
    
    Le lecteur doit être de ceux qui tapent comme un clavier, au port USB de cet ordinateur.
lost-sheet-field = Le code
lost-sheet-read = Code { $number }, merci : { $there } sur { $needed }, d’après lui ; encore { $missing ->
    [one] un, n’importe lequel.
   *[other] { $missing }, n’importe lesquels.
 }
lost-sheet-all = Assez de codes ont été lus, et ensemble ils donnent une sauvegarde dont le SHA-256 commence comme chacun le dit. Ils disent que c’est le scellement { $sealing } pour le jeu { $set } ; les cartes le diront.
lost-sheet-compare = Comparez avec le SHA-256 imprimé sur la feuille :
lost-sheet-forged = { $many ->
    [one] Le code { $codes } n’est pas de cette sauvegarde, bien qu’il la nomme : il est contrefait, ou tous les autres le sont ; les cartes le diront. Il a été laissé de côté.
   *[other] Les codes { $codes } ne sont pas de cette sauvegarde, bien qu’ils la nomment : ils sont contrefaits, ou tous les autres le sont ; les cartes le diront. Ils ont été laissés de côté.
 }
lost-sheet-one = { $code } (l’un de plusieurs)
lost-sheet-more = { $codes } et { $more ->
    [one] un autre
   *[other] { $more } autres
 }
lost-sheet-card = C’est la carte de partage { $card }. Elle est gardée, et vient ensuite.
    .now = Lisez maintenant la feuille de sauvegarde : celle aux nombreux codes.
lost-sheet-card-enough = C’est la carte de partage { $card }. Elle est gardée, et vient ensuite.
    .now = Il y a assez de codes. Appuyez sur Entrée : les cartes viennent ensuite.
lost-sheet-anew = recommencer
lost-cards = Les cartes de partage
lost-cards-text = { $spare ->
    [0] Toutes les { $cards } cartes du jeu { $set }, peu importe l’ordre.
   *[other] { $needed } des { $cards } cartes du jeu { $set }, peu importe l’ordre.
 }
lost-cards-text-said = { $sayers ->
    [one] Une carte dit
   *[other] { $sayers } cartes disent
 } : il faut { $needed } des { $cards } cartes du jeu { $set }, peu importe l’ordre.
lost-cards-text-any = Cartes du jeu { $set }, peu importe l’ordre.
lost-cards-sheet = C’est le code { $number } de la feuille de sauvegarde, celle aux nombreux codes. La sauvegarde est déjà là.
    .now = Maintenant les cartes de partage : chacune a un code et 24 mots.
lost-cards-unfit-now = Comparez chaque mot avec la carte. Si vous n’en trouvez pas de faux, appuyez encore une fois sur Entrée : les autres cartes le trouvent.
lost-cards-help = Peu importe quelles cartes viennent, et dans quel ordre. Une carte seule n’ouvre rien.
    
    Avec la clé USB, chacune est comparée aussitôt avec sa liste. Sans elle, une fausse ne se voit que quand toutes sont essayées ensemble : apportez-en une ou deux de plus, et on la trouve.
    
    Lisez le code avec un lecteur au port USB de cet ordinateur, jamais avec un téléphone. Ou tapez les 24 mots (quatre lettres de chacun suffisent) ou les quatre lignes.
    
    Un mot illisible se tape « ? », jusqu’à deux ; dans les lignes, jusqu’à quatre caractères. Ce qui y est se retrouve avec la liste de la clé USB, et vous est montré, ou avec les autres cartes.
lost-cards-thanks = Carte { $card }, merci : { $missing ->
    [0] cela suffit.
    [one] encore une.
   *[other] encore { $missing }.
 }
lost-cards-listed = Elle est sur la liste de la clé USB.
lost-cards-kept = Carte { $card }, merci : { $missing ->
    [0] assez pour essayer.
    [one] encore une.
   *[other] encore { $missing }.
 }
lost-cards-here = Lues jusqu’ici : { $card }. { $missing ->
    [0] Assez pour essayer ; une de plus ne gêne pas.
    [one] Il en faut encore une.
   *[other] Il en faut encore { $missing }.
 }
lost-cards-there = Lues jusqu’ici : { $card }. { $missing ->
    [0] Cela suffit.
    [one] Il en faut encore une.
   *[other] Il en faut encore { $missing }.
 }
lost-cards-try = essayer
lost-cards-out = en ôter une
lost-out = Quelle carte ôter ?
lost-out-text = Les autres restent. Avec Échap, toutes restent.
lost-out-read = Carte { $card }, lue par son code
lost-out-listed = Carte { $card }, comme la nomme la liste de la clé USB
lost-out-typed = Carte { $card }, telle qu’elle a été tapée
lost-out-unnumbered = Une carte tapée sans son numéro
lost-out-take = ôter
lost-number = Quelle carte est-ce ?
lost-number-text = Les mots et les lignes ne le disent pas ; c’est en haut de la carte, « Carte de partage 3 sur 5 », et au-dessous combien il en faut. Ce qui est illisible reste vide : on le trouve en essayant. Ou lisez le code de cette carte.
lost-number-card = Carte de partage
lost-number-of = sur
lost-number-needed = N’importe quelles … de ces cartes
lost-number-wrong = Cela ne peut pas être.
    .now = Tapez les nombres comme ils sont sur la carte, en chiffres, ou laissez-les vides.
lost-back = Tout est revenu
lost-back-ask = Les cartes ouvrent-elles la sauvegarde ?
lost-back-ask-text = Elles sont essayées ensemble, et chaque clé qui revient est essayée aussi.
lost-back-ask-help = Les cartes sont réunies, et la clé qu’elles donnent est essayée sur la sauvegarde. Si elles ne vont pas telles quelles, d’autres choix sont essayés, et celles qui ont été tapées avec d’autres numéros aussi : un million de façons au plus. Échap arrête cela.
    
    Seule compte une clé qui ouvre la sauvegarde. Ensuite, chaque autre carte est comparée avec celles qui l’ont donnée.
lost-back-tries = Telles quelles, elles ne vont pas : d’autres façons de les prendre ensemble sont essayées, { $tries } jusqu’ici, { $most } au plus.
lost-back-stop = arrêter
lost-back-cards = retour aux cartes
lost-back-text = La sauvegarde s’est ouverte avec ces cartes, et chaque clé y a été essayée.
lost-back-help = Chaque clé vient de signer ou de déchiffrer quelque chose. Tout n’est que dans la mémoire de cet ordinateur, et est effacé quand vous partez. Comparez aussi le scellement avec la fiche du propriétaire : si elle en nomme un plus récent, c’est une vieille copie.
    
    Comparez l’empreinte avec celle qui est imprimée sur chaque carte. Ce ne sont vos clés que si c’est la même.
lost-back-good = Ces clés sont à { $owner }, dit la sauvegarde. Chacune marche. Ce qu’elle a fait correspond à sa clé publique.
lost-back-fit = Les cartes { $cards } vont ensemble, et l’ont ouverte.
lost-back-place = { $card } (lue en n° { $place })
lost-back-mended = Ce qui a été tapé de la carte { $cards } n’était pas tout à fait ce qu’il faut, et les autres cartes ont aidé : un mot ou un caractère a été mal lu ou ne se lit plus, ou une autre de ces cartes n’est pas juste. Comparez-les encore une fois.
lost-back-misfit = { $many ->
    [one] La carte { $cards } ne convient pas : mal lue, sous un faux numéro, d’un autre jeu, ou contrefaite. Mettez-la de côté.
   *[other] Les cartes { $cards } ne conviennent pas : mal lues, sous de faux numéros, d’un autre jeu, ou contrefaites. Mettez-les de côté.
 }
lost-back-unknown = { $many ->
    [one] La carte { $cards } n’était pas nécessaire. Si elle va aussi, on ne peut le dire.
   *[other] Les cartes { $cards } n’étaient pas nécessaires. Si elles vont aussi, on ne peut le dire.
 }
lost-back-number = Un numéro n’a pas été tapé comme il est sur sa carte. Cela ne gêne pas : les cartes l’ont ouverte quand même.
lost-back-revoked = D’après la clé publique de la clé USB, elles ont été révoquées le { $day } ({ $reason }) : les autres ne les acceptent plus. Ce qui a été chiffré reste lisible. Ne les prolongez pas et ne programmez pas de Nitrokeys avec elles : « Installer des clés » en fait de nouvelles.
lost-back-expired = Elles ont expiré. Ce qui a été chiffré reste lisible ; pour les autres, il leur faut une nouvelle date. « Quelque chose change dans mes clés » la leur donne.
lost-way = Que voulez-vous faire des clés ?
lost-way-text = Vous pourrez revenir ici et choisir une autre ligne.
lost-way-help = Les clés sont le plus en sûreté dans une Nitrokey : personne ne peut les en copier. Sans nouvelle Nitrokey, servez-vous d’un fichier quelques jours seulement.
lost-way-spare = Éprouver le secours, en programmer une autre
lost-way-spare-note = Pour en avoir de nouveau deux.
lost-way-new = Programmer de nouvelles Nitrokeys
lost-way-new-note = Les mêmes clés sur de nouvelles Nitrokeys : courrier, signatures, SSH. Les comptes web (FIDO2) ne reviennent pas.
lost-way-another = Programmer une autre Nitrokey
lost-way-another-note = Les mêmes clés sur une de plus. Les autres ne changent pas.
lost-way-export = S’en servir sans Nitrokey
lost-way-export-note = Un fichier sur une clé USB, sous un mot de passe. Moins sûr.
lost-way-see = Voir les PIN et ce qui a été gardé d’autre
lost-way-see-note = PIN, mots de passe à usage unique, codes de secours : gardés avec les clés.
lost-prove = Éprouver la Nitrokey de secours
lost-prove-text = Désormais, tout repose sur elle. Qu’elle montre donc qu’elle marche.
lost-prove-help = Elle signe, déchiffre et se connecte, et les résultats sont vérifiés avec votre clé publique. Rien n’y est changé.
    
    Sans son PIN utilisateur, elle ne peut pas être éprouvée. Continuez alors avec F3, et programmez-en une nouvelle.
lost-prove-insert = Insérez celle de secours.
lost-prove-here = Elle dit avoir vos clés : les empreintes sont celles de votre clé publique.
lost-prove-many = Plusieurs Nitrokeys avec ces clés sont insérées. Ne laissez que celle qui doit être éprouvée.
lost-prove-other = Vos clés ne sont pas sur cette Nitrokey. Retirez-la, et insérez celle de secours.
lost-prove-skip = passer
lost-prove-known = La sauvegarde a son PIN utilisateur. Appuyez sur Entrée pour le prendre. Si vous l’avez changé depuis, appuyez sur F3.
lost-prove-type = le taper
lost-prove-pin = Il faut son PIN utilisateur. Un faux coûte un essai.
lost-prove-work = Laissez-la insérée.
lost-prove-good = Elle a signé, déchiffré et s’est connectée, et chaque résultat correspond à votre clé publique. Celle de secours est bonne.
lost-prove-good-text = Retirez-la maintenant et mettez-la de côté. Ensuite, une nouvelle Nitrokey remplace celle qui est perdue, avec les mêmes clés.
lost-pins-text = Ces PIN viennent de la sauvegarde, et sont maintenant sur la nouvelle Nitrokey.
lost-pins-help = Le PIN admin et le code de réinitialisation sont dans chaque sauvegarde, le PIN utilisateur seulement si la personne qui l’a scellée le voulait ; sinon, c’est celui que vous venez de choisir. On peut le changer avec GnuPG, sur l’ordinateur où la Nitrokey est utilisée. S’il y a une imprimante, F5 imprime une fiche PIN. Gardez le papier loin de la Nitrokey, et détruisez une fiche plus ancienne.
lost-export = Sans Nitrokey
lost-export-warning = Copier un fichier de clés ne se remarque pas. Qui a le fichier et le mot de passe peut agir à votre place.
lost-export-text = Ne le faites que le temps d’attendre une nouvelle Nitrokey, sur un ordinateur sûr. README.txt sur la clé USB dit comment revenir ; détruisez-la ensuite.
lost-export-all = Toutes les clés y sont, la clé principale aussi.
lost-export-old = Les anciennes sous-clés y sont. Les nouvelles, non : elles restent sur les Nitrokeys ; la clé principale non plus.
lost-export-subkeys = Les sous-clés y sont. La clé principale, non : elle reste dans la sauvegarde, et elle seule peut faire de nouvelles sous-clés.
lost-export-help = Une Nitrokey ne donne jamais ses clés ; un fichier, si. Seul le mot de passe le protège : il doit donc être long.
lost-passphrase = Un mot de passe pour le fichier
lost-passphrase-text = Sans lui, le fichier ne vaut rien, même pour vous.
lost-passphrase-help = Qui trouve la clé USB peut essayer des mots de passe sans fin, sur beaucoup d’ordinateurs à la fois. Des mots tirés au hasard, avec des dés et une liste, valent mieux que ceux qui vous viennent à l’esprit.
lost-stick = Quelle clé USB ?
lost-stick-text = Un dossier avec les clés y est écrit, puis relu. Le reste de son contenu ne change pas.
lost-stick-help = Pas celle de la sauvegarde : la clé USB prise ici sera détruite un jour.
lost-exported = Les clés sont sur la clé USB
lost-exported-help = gpg demande le mot de passe que vous venez de choisir. Au milieu, GnuPG oublie ce qu’il a noté sur la Nitrokey perdue et ces clés. Les notes sur d’autres cartes restent, de même que les clés que garde le TPM de l’ordinateur.
    
    Quand une nouvelle Nitrokey est là, revenez avec les mêmes cartes. Mais tant que GnuPG a les clés dans des fichiers, il ne l’emploie pas : README.txt, partie 3, dit ce qu’il faut d’abord effacer.
lost-exported-good = Elles sont dans le dossier { $folder } sur { $stick }, et ont été relues.
lost-exported-text = README.txt a ceci à copier, SSH, et le chemin du retour. Au milieu, GnuPG oublie la Nitrokey perdue ; sinon il la réclame encore.
lost-exported-after = Détruisez la clé USB quand une nouvelle Nitrokey l’a remplacée.
lost-see = Les PIN et ce qui a été gardé d’autre
lost-see-text = Que personne d’autre ne voie l’écran. F2 montre la ligne choisie.
opened-sealing = Scellement { $sealing }, jeu { $set }, { $day }
opened-unknown = Elle ne dit pas quel scellement elle est.
opened-list = La liste de la clé USB dit autre chose : scellement { $sealing }, { $day }, d’autres cartes ou d’autres sauvegardes avant elle. C’est ce que dit la sauvegarde qui vaut : sans assez de cartes personne ne peut l’écrire. La liste peut être contrefaite : prenez une autre copie.
opened-sheet = La feuille dit autre chose : scellement { $sealing }. C’est ce que dit la sauvegarde qui vaut : sans assez de cartes personne ne peut l’écrire. La feuille peut être contrefaite : prenez une autre copie.
opened-two = Deux sauvegardes sur une clé USB
opened-two-text = Sur { $stick } se trouvent deux sauvegardes de ces clés. Celle d’avant reste jusqu’à ce que la plus récente ait été répétée, et elle y est encore.
opened-two-help = Une sauvegarde scellée de nouveau vient sur la clé USB à côté de celle d’avant, qui ne s’en va qu’après la répétition de la nouvelle. Jusque-là le courant peut manquer à tout moment : ce qui était valable le reste.
opened-two-same = Les deux s’ouvrent avec ces cartes, et la plus récente est proposée d’abord. « Quelque chose change dans mes clés » scelle encore une fois : il n’en reste alors qu’une.
opened-two-before = Les deux s’ouvrent avec ces cartes, et la plus récente est proposée d’abord. Vous avez ouvert celle d’avant : ce qui a changé avec la plus récente n’y est pas. Revenez en arrière, et ouvrez celle-ci.
opened-two-sets = Chacune ne s’ouvre qu’avec les cartes de son jeu, et la plus récente est proposée d’abord. « Quelque chose change dans mes clés » scelle pour les cartes que vous avez lues. Si vous avez ouvert la plus ancienne, on vous demande avant que la plus récente disparaisse.
opened-two-others = Sur { $stick } se trouvent deux sauvegardes de ces clés, et aucune n’a été faite à partir de l’autre.
opened-two-apart = Chacune peut contenir ce qui manque à l’autre. Ouvrez les deux avant de sceller quoi que ce soit sur cette clé USB.
opened-two-unread = L’une d’elles est endommagée. « Quelque chose change dans mes clés » scelle encore une fois celle que vous avez ouverte, sur une autre clé USB.
nitrokey-newer = Une clé de cette Nitrokey a été faite le { $key }, et cette sauvegarde ne la connaît pas : sa clé la plus récente est du { $newest }. Si elle est à vous, la sauvegarde est ancienne : cherchez une clé USB ou une feuille plus récente avant d’effacer quoi que ce soit.
lost-see-help = Tout cela était scellé dans la sauvegarde avec vos clés. C’est montré seulement tant que vous le voulez, et n’est écrit nulle part. Une ligne qui finit par → continue à la suivante.
lost-see-pins = PIN de la Nitrokey « { $role } »
lost-see-user = PIN utilisateur
lost-see-admin = PIN admin
lost-see-reset = Code de réinitialisation
lost-see-not-there = pas dans la sauvegarde
lost-see-no-text = Ce n’est pas un texte qu’on puisse montrer ici.
lost-done = Ce que vous avez maintenant
lost-done-text = Rendez les cartes, remettez la clé USB et la feuille à leur place : elles restent valables.
lost-done-help = Les mêmes cartes ouvrent toujours la même sauvegarde, s’il le faut. Si une Nitrokey a été volée, choisissez au début « Une Nitrokey a été volée » : cela fait de nouvelles sous-clés à la place des siennes. Sans Coldspare : GUIDE.txt à côté de la sauvegarde, section 12. Lisez-la d’abord jusqu’au bout : une révocation toute prête met fin à toute l’identité, avec toutes ses clés.
lost-done-proven = Éprouvée avec votre clé publique : celle de secours, numéro de série { $serial }.
lost-done-written = Programmée, et éprouvée avec votre clé publique : « { $role } », n° { $serial }.
lost-done-change = Pour en changer chez vous : GUIDE.txt, section 11.
lost-done-old = Chez vous : montrez-la à GnuPG, comme le dit GUIDE.txt, section 11. Les autres continuent comme avant.
lost-done-exported = Les clés sont dans { $folder } sur { $stick }.
lost-done-home = C’est tout
lost-done-home-note = Tout ce qui est secret est effacé de la mémoire.
lost-done-more = Faire autre chose avec les clés
lost-done-more-note = Programmer une autre Nitrokey, voir ce qui a été gardé, utiliser les clés sans Nitrokey.
without = Utiliser mes clés sans Nitrokey
without-note = Déchiffrer un message ou signer un fichier ici, ou mettre les clés sur une clé USB. Il faut la sauvegarde et quelques cartes.
without-stage-use = Utiliser
without-text = Il faut la sauvegarde (la clé USB, ou la feuille de sauvegarde), et autant de cartes de partage qu’il en faut pour l’ouvrir. On peut alors déchiffrer ici un message, même ancien, pour une clé qu’aucune Nitrokey ne porte plus, ou signer un fichier.
without-stays = Rien n’est écrit sur une Nitrokey, et les vôtres restent comme elles sont.
without-help = Toutes les clés sont dans la sauvegarde, aussi celles qui ont été remplacées. Avec une Nitrokey, ceci est inutile : GnuPG déchiffre et signe avec elle chez vous.
lost-way-message = Déchiffrer un message ici
lost-way-message-note = D’une clé USB sur cet écran. Les clés restent sur cet ordinateur, qui n’est jamais en ligne.
message-file = Quel message ?
message-file-text = Mettez le fichier chiffré sur une clé USB : une pièce jointe, ou le courriel entier, enregistré comme fichier.
message-file-help = Les fichiers qui finissent par .asc, .gpg, .pgp, .eml ou .txt sont montrés. Un processus à part, qui n’atteint rien d’autre, ouvre le fichier : celui qui l’a écrit est peut-être malveillant.
message-file-none = Sur { $stick }, aucun fichier ne finit par .asc, .gpg, .pgp, .eml ou .txt.
    .now = Prenez une autre clé USB, ou mettez le message sur celle-ci.
message = Le message
message-text = Qui l’a écrit n’est pas vérifié ici. Personne d’autre ne devrait voir l’écran.
message-help = Le texte est montré sans rien de ce qui pourrait bouger le curseur ; d’un courriel, son texte et les noms des pièces jointes. Elles ne sont pas ouvertes ici : elles peuvent nuire. Page haut et page bas déplacent le texte.
message-whole = { $file } est intact, selon son propre contrôle. La clé qui l’ouvre finit par { $key }.
message-no-text = Il n’y a pas de texte qui puisse être montré ici.
message-longer = Le reste n’a pas de place ici. F5 écrit tout sur une clé USB.
message-part = Pièce jointe, pas ouverte : { $name } ({ $kind }, { $bytes } octets)
message-part-unnamed = Pièce jointe sans nom, pas ouverte : { $kind }, { $bytes } octets
message-save = sur une clé USB
message-plain = L’écrire sur une clé USB ?
message-plain-warning = Sur la clé USB, tout le monde peut le lire, même effacé : ce qui y a été une fois peut y être retrouvé.
message-plain-text = Les pièces jointes en font partie. Elles viennent du dehors : ouvrez-les chez vous avec la prudence due à un inconnu.
message-plain-help = Il est écrit comme il était dans le message, octet par octet, sous un nom que Coldspare choisit. Échap ramène au texte.
message-plain-yes = oui, sur une clé USB
message-stick = Quelle clé USB ?
message-stick-text = Un dossier avec le message est écrit puis relu. Tout le reste demeure.
message-stick-help = Ne prenez pas la clé USB de la sauvegarde. Détruisez celle-ci, ou gardez-la aussi sûrement que le message doit l’être.
lost-done-message = Le message dans { $file } a été déchiffré.
lost-done-saved = Il est dans { $folder } sur { $stick }, où tout le monde peut le lire.
lost-way-old = Programmer une Nitrokey pour l’ancien courrier
lost-way-old-note = Une deuxième, avec une ancienne clé. Elle lit ce qui a été chiffré pour celle-ci, et rien de plus récent.
old-key = Quelle ancienne clé ?
old-key-text = Ce qui a été chiffré pour elle, vos Nitrokeys ne le lisent plus.
old-key-help = Elle va sur une Nitrokey à elle, à côté de celles en usage. Pour quelle clé une chose a été chiffrée, GnuPG le montre par « gpg --list-packets FICHIER ». Pour un seul message, choisissez « Déchiffrer un message ici » : cela ne demande aucune Nitrokey.
old-key-made = Créée le { $made }.
old-key-expired = Créée le { $made }, expirée le { $day }.
old-key-revoked = Créée le { $made }, révoquée le { $day } ({ $reason }).
old-key-means = Ce que sera cette Nitrokey
old-key-means-text = Prenez-en une dont vous pouvez vous passer : tout ce qui est d’OpenPGP y est effacé. Cela est montré avant.
old-key-means-reads = Elle déchiffre ce qui a été chiffré pour { $key }.
old-key-means-not = Elle ne signe pas, n’ouvre aucune connexion, et n’est pas un secours : elle ne lit pas le nouveau courrier. Perdue, elle ne coûte que l’ancien courrier, et la clé reste dans la sauvegarde.
old-key-means-pins = Ses PIN sont ceux que la sauvegarde a pour : { $role }.
old-key-means-help = Les emplacements des signatures et des connexions restent vides. Quand vous montrez cette Nitrokey à GnuPG, il continue donc à signer avec celle en usage. Chez vous, montrez-la à GnuPG, comme le dit GUIDE.txt, section 11 ; quand une chose est chiffrée pour l’ancienne clé, GnuPG demande celle-ci par son numéro.
lost-way-sign = Signer un fichier ici
lost-way-sign-note = D’une clé USB, et sa signature sur une autre ou la même. Les clés restent sur cet ordinateur, qui n’est jamais en ligne.
sign-file = Quel fichier ?
sign-file-text = Mettez le fichier sur une clé USB, hors de tout dossier.
sign-file-help = Le fichier est seulement lu : rien de ce qu’il contient n’est ouvert ni exécuté. Il peut avoir jusqu’à 4 Go, et un grand prend des minutes. Les commits et les tags de git ne sont pas des fichiers : pour eux, il faut une Nitrokey, ou les clés dans un fichier.
sign-file-none = Sur { $stick }, il n’y a aucun fichier hors des dossiers.
    .now = Prenez une autre clé USB, ou mettez le fichier sur celle-ci.
sign-file-unnamed = Sur { $stick }, aucun fichier hors des dossiers n’a un nom qui puisse être montré ici. Fichiers avec d’autres noms : { $many }.
    .now = Donnez au fichier un nom en lettres simples, sur l’ordinateur d’où il vient, et apportez-le de nouveau.
sign-file-left-out = Laissés de côté, parce que leur nom ne peut pas être montré ici : { $many }.
sign-reading = Le fichier est lu …
sign = Signer ce fichier ?
sign-what = { $file }, { $bytes } octets
sign-hash = Son SHA-256 :
sign-key = La clé qui signe finit par { $key }.
sign-empty = Il est vide : il n’y a rien dedans.
sign-compare = Ce qu’il contient ne peut être montré ici. Comparez son SHA-256 avec ce que sha256sum dit du fichier auquel vous pensez, là d’où il vient.
sign-text = C’est un texte court. Il suit en entier : lisez-le avant de le signer.
sign-help = Est signé ce qui a été montré ici, ou a ce SHA-256 : c’est lu encore une fois, et comparé. Ce qui ne se voit pas dans un texte y est par son numéro : «U+202E» retournerait ce qui suit. Une ligne qui finit par → continue à la suivante. Une signature donnée ne peut être reprise.
sign-page = Page { $page } sur { $pages } :
sign-read = le lire
sign-yes = oui, le signer
sign-signing = Le fichier est relu et signé …
sign-stick = Pour quelle clé USB est la signature ?
sign-stick-text = Le fichier est signé, et la signature a été vérifiée. Elle est écrite dans un dossier à elle, puis relue. Tout le reste de la clé USB demeure.
sign-stick-help = Ce peut être la clé USB du fichier, mais aucune avec la sauvegarde : celle-ci sort de la maison. Échap ramène en arrière, et rien ne reste de la signature.
lost-done-signed = { $file } est signé, avec la clé qui finit par { $key } : { $signature } dans { $folder } sur { $stick }.
lost-done-signed-text = Donnez les deux fichiers. Qui a votre clé publique les vérifie avec gpg --verify, la signature d’abord.

revoke-warning = Cela met fin à tout : la clé principale, chaque sous-clé, chaque Nitrokey. Une fois que d’autres ont le certificat, on ne peut plus revenir en arrière.
revoke-text = C’est pour une identité que plus personne ne doit utiliser : son titulaire est mort ou en a une autre, ou quelqu’un a peut-être la clé principale. S’il ne manque qu’une Nitrokey, ce n’est pas la voie : les autres et la sauvegarde restent valables.
revoke-stays = Rien ne change ici, sauf un fichier sur une clé USB. La sauvegarde s’ouvre encore, et l’ancien courrier peut encore être lu.
revoke-help = Le certificat dit que la clé principale est révoquée. Les programmes qui l’ont ne chiffrent plus rien pour elle, et disent de ce qu’elle a signé que la clé est révoquée. Il est fait maintenant, à la date d’aujourd’hui, pour qu’aucune signature plus récente ne l’emporte.
revoke-stage-means = Ce que c’est
revoke-stage-certificate = Le certificat
revoke-why = Pourquoi prend-elle fin ?
revoke-why-text = La raison figure dans le certificat, et chacun peut la lire.
revoke-why-help = Si quelqu’un a peut-être la clé principale, dites-le : les programmes qui font la différence ne se fient alors à aucune de ses signatures, même anciennes. Avec les autres raisons, ils se fient encore à celles d’avant.
revoke-why-retired = Elle n’est plus utilisée
revoke-why-retired-note = Aussi si son titulaire est mort.
revoke-why-superseded = Il y a une nouvelle identité
revoke-why-superseded-note = C’est par vous que les autres apprendront laquelle.
revoke-why-compromised = Quelqu’un a peut-être la clé principale
revoke-why-compromised-note = La sauvegarde et assez de cartes, ou un export et son mot de passe, ou une Nitrokey qui la porte.
revoke-why-unspecified = Aucune raison n’est donnée
revoke-why-unspecified-note = Si cela ne regarde personne.
revoke-stick = Quelle clé USB reçoit le certificat ?
revoke-stick-text = Elle va vers un ordinateur connecté. Pas la clé USB de la sauvegarde.
revoke-stick-help = Un dossier avec la clé publique révoquée et README.txt, qui dit qu’en faire. Ni l’un ni l’autre n’est secret. Qui publie le certificat met fin à l’identité : gardez cette clé USB jusqu’à ce que vous le vouliez vraiment.
revoke-done = Le certificat peut être publié
revoke-done-good = La clé révoquée est dans le dossier { $folder } sur la clé USB { $stick }.
revoke-done-text = Personne ne le sait encore. Sur un ordinateur connecté, dans ce dossier :
revoke-done-then = Publiez-la ensuite partout où la clé se trouvait : serveurs de clés, votre site (WKD), ceux qui l’ont. Supprimez sa ligne dans authorized_keys sur chaque serveur, et la clé chez les hébergeurs git. README.txt à côté dit la même chose. Gardez sauvegarde et cartes tant que l’ancien courrier doit être lu.
revoke-done-help = Qui n’a pas le certificat continue comme avant ; donnez-le donc à tous ceux qui ont la clé. Une connexion SSH ne le regarde pas : là, il faut supprimer la ligne.
revoke-readme = Ce dossier met fin à l’identité dont l’empreinte est
    { $fingerprint }

    public-key-revoked.asc est sa clé publique avec une révocation. Elle n’est pas secrète.
    Rien n’a encore pris fin. Une fois que d’autres l’ont, on ne peut plus revenir en arrière.

    1. Dans votre propre GnuPG :

        gpg --import public-key-revoked.asc

    2. Là où la clé était publiée : sur chaque serveur de clés, par exemple

        gpg --keyserver hkps://keys.openpgp.org --send-keys { $fingerprint }

       et le même fichier à la place de l’ancien sur un site (WKD), et à tous ceux qui ont la clé.
    3. SSH n’en sait rien : supprimez la ligne de cette clé dans ~/.ssh/authorized_keys sur chaque
       serveur, et la clé chez chaque hébergeur git.
    4. Ce qui est chiffré pour elle peut encore être lu, avec une Nitrokey ou avec la sauvegarde et les
       cartes. Ne les détruisez que quand plus rien ne doit être lu.

## La vérification annuelle

yearly-stage-bring = Ce qu’il faut
yearly-stage-sticks = Les clés USB
yearly-stage-cards = Les cartes
yearly-stage-nitrokeys = Les Nitrokeys
yearly-stage-report = Le rapport
yearly-text = Une fois par an, une demi-heure. Apportez ce que vous avez sous la main : ce qui manque sera noté comme non vérifié.
yearly-bring-sticks = · chaque clé USB avec la sauvegarde
yearly-bring-nitrokeys = · celle de secours et celle en usage, avec leurs PIN
yearly-bring-cards = · des cartes de partage : quelques-unes, ou aucune
yearly-bring-record = · la fiche du propriétaire, avec une case par année
yearly-reads = Tout est seulement lu. Rien n’est écrit sur une Nitrokey.
yearly-help = Une Nitrokey dans un tiroir, une clé USB, une feuille de papier : personne ne remarque quand l’une d’elles ne marche plus. La vérification le montre tant que le reste est là pour y remédier.
    
    Chaque chose est comparée à une autre, et le rapport dit à laquelle. Ce qui n’était pas là y est appelé non vérifié, pour que personne ne s’y fie à cause du rapport.
yearly-bundle = La sauvegarde par laquelle commencer
yearly-bundle-text = Cartes et Nitrokeys sont comparées à ce qu’elle dit. Elle est seulement lue.
yearly-bundle-help = S’il y en a plusieurs, la plus récente est présélectionnée : commencez par elle. Les autres clés USB viennent ensuite, et chacune est comparée à celle-ci.
    
    Ce qui s’y trouve est signé par votre clé, mais qui a eu la clé USB a pu signer autre chose, avec une autre clé. Comparez donc l’empreinte avec celle de la fiche du propriétaire, chaque fois qu’elle est montrée.
yearly-bundle-without = Il n’y en a pas, ou elle est illisible
yearly-bundle-without-note = Le rapport le dit. Les cartes ne peuvent alors qu’être lues, sans être comparées.
yearly-sticks = Chaque clé USB
yearly-sticks-text = Insérez les clés USB avec la sauvegarde, l’une après l’autre ou ensemble. Chacune est lue en entier.
yearly-sticks-help = La liste du dossier doit être signée par la clé publique qui est à côté, la sauvegarde scellée doit avoir la somme de contrôle que dit la liste, et le tout doit être le même que sur la clé USB par laquelle vous avez commencé.
    
    Une clé USB illisible est remplacée aujourd’hui même : copiez tout le dossier depuis une autre. Il ne contient aucun secret lisible sans les cartes.
yearly-sticks-none = Aucune clé USB n’a encore été lue.
yearly-sticks-next = Une autre clé USB ? Insérez-la ; la précédente peut être retirée.
yearly-cards = Les cartes qui sont là
yearly-cards-text = L’une après l’autre, autant que vous en avez. Entrée continue, même sans aucune.
yearly-cards-alone = Il n’y a pas de sauvegarde à laquelle les comparer : on peut seulement dire si chacune a été lue sans erreur.
yearly-cards-so-far = Cartes lues jusqu’ici : { $many }.
yearly-cards-help = Lisez le code avec un lecteur branché à un port USB de cet ordinateur, jamais avec un téléphone, ou tapez les 24 mots ou les quatre lignes. Chaque carte est comparée à la liste sur la clé USB, qui ne dit rien de ce qu’elle porte.
    
    Dès qu’il y en a assez, toute la restauration peut être répétée. Ce qui est tapé et lu est oublié quand vous partez. Une personne de confiance qui habite loin peut vérifier sa carte seule, avec toute clé USB qui a la sauvegarde : « Vérifier une carte ».
yearly-recovery = Répéter toute la restauration ?
yearly-recovery-text = Il y a assez de cartes. Cela seul montre qu’elles ouvrent la sauvegarde et que les clés qui y sont marchent.
yearly-recovery-help = Les cartes sont réunies, la sauvegarde scellée est ouverte dans la mémoire de cet ordinateur, et chaque clé secrète qui y est fait quelque chose que vérifie sa clé publique. Tout est effacé quand vous partez. Rien n’est écrit nulle part.
yearly-recovery-yes = La répéter
yearly-recovery-yes-note = Tout revient dans la mémoire seule, puis est effacé.
yearly-recovery-no = La laisser de côté
yearly-recovery-no-note = Le rapport dit qu’elle n’a pas été faite, ou qu’elle a échoué.
yearly-open = La restauration marche
yearly-open-text = La sauvegarde s’est ouverte avec ces cartes, et chaque clé a été essayée.
yearly-open-help = Chaque clé vient de signer ou de déchiffrer quelque chose. Tout est dans la mémoire de cet ordinateur seulement, et sera effacé quand vous partirez. Comparez le numéro de scellement avec la fiche du propriétaire : si elle en dit un plus élevé, c’est une ancienne copie.
yearly-nitrokeys = Les Nitrokeys
yearly-nitrokeys-text = D’abord celle de secours, puis celle en usage si elle est là. Chacune signe, déchiffre et se connecte.
yearly-nitrokeys-help = Ce qu’elle fait est vérifié avec votre clé publique. Rien n’y est changé ; chaque vérification compte une signature de plus.
    
    Il faut le PIN utilisateur : que vous le sachiez encore fait partie de la vérification. Un faux coûte un essai, un juste rend les trois. Le dernier essai n’est jamais dépensé ici : « J’ai oublié un PIN » en met un nouveau.
yearly-nitrokeys-insert = Insérez celle de secours.
yearly-nitrokeys-tries = Vos clés y sont. Il reste { $tries } essais à son PIN utilisateur.
yearly-nitrokeys-last = Il reste un essai à son PIN utilisateur ; il n’est pas dépensé ici.
yearly-nitrokeys-blocked = Son PIN utilisateur est bloqué.
yearly-nitrokeys-old = D’autres de vos clés y sont que celles en usage.
yearly-nitrokeys-old-mail = Pour l’ancien courrier : une ancienne clé de déchiffrement y est, et rien d’autre.
yearly-nitrokeys-other = Vos clés n’y sont pas.
yearly-nitrokeys-proven = Éprouvée.
yearly-nitrokeys-next = Continuer
yearly-nitrokeys-next-note = Éprouvées jusqu’ici : { $proven }. Les autres seront dites non vérifiées.
yearly-nitrokeys-pin = Il reste { $tries } essais à son PIN utilisateur. Un faux en coûte un ; le dernier n’est pas dépensé.
yearly-nitrokeys-good = { $serial } a signé, déchiffré et s’est connectée, et chaque résultat correspond à votre clé publique. Le PIN utilisateur est juste.
yearly-nitrokeys-which = Laquelle est-ce ? Son étiquette et la fiche du propriétaire le disent.
yearly-nitrokey-other = Vos clés ne sont pas sur cette Nitrokey.
    .now = Insérez l’une des vôtres, ou continuez.
yearly-nitrokey-old = Des clés à vous sont sur cette Nitrokey, mais pas celles que votre clé publique a en usage. Elle n’a pas été éprouvée.
    .now = Si elle est pour l’ancien courrier, c’est juste. Sinon, programmez-la de nouveau : « Programmer une autre Nitrokey ». C’est dans le rapport.
yearly-nitrokey-old-mail = Une ancienne clé de déchiffrement à vous est sur cette Nitrokey, et rien d’autre. Elle n’a pas été éprouvée.
    .now = Si elle est pour l’ancien courrier, c’est juste : laissez-la comme elle est. C’est dans le rapport.
yearly-nitrokey-blocked = Le PIN utilisateur de cette Nitrokey est bloqué, elle n’a donc pas été éprouvée.
    .now = « J’ai oublié un PIN » en met un nouveau, et les clés restent. C’est dans le rapport.
yearly-nitrokey-last = Il reste un essai au PIN utilisateur de cette Nitrokey. Il n’est pas dépensé ici, elle n’a donc pas été éprouvée.
    .now = « J’ai oublié un PIN » en met un nouveau, et les clés restent. C’est dans le rapport.
yearly-report = Le rapport
yearly-report-text = Il dit à quoi chaque chose a été comparée, et ce qui n’a pas été vérifié.
yearly-report-help = Imprimez-le et gardez-le avec la fiche du propriétaire, ou écrivez-le sur une clé USB : il ne contient ni secret ni nom de personne de confiance, il peut donc être à côté de la sauvegarde. C’est un PDF dans un dossier à lui, qui porte la date.
    
    Ce qui y est dit non vérifié n’est pas mauvais : personne ne le sait. L’an prochain, apportez cela d’abord.
yearly-report-counts = Bon : { $good } · à régler : { $bad } · non vérifié : { $open }
yearly-report-print = imprimer le rapport
yearly-report-printed = Le rapport a été imprimé.
yearly-report-stick = L’écrire sur une clé USB
yearly-report-stick-note = En PDF. La clé USB avec la sauvegarde convient.
yearly-report-next = Continuer
yearly-report-next-note = Le rapport est imprimé ou sur une clé USB.
yearly-report-without = Continuer sans rapport
yearly-report-without-note = Rien ne dira alors plus tard ce qui a été vérifié ou non.
yearly-stick = La clé USB pour le rapport
yearly-stick-text = Elle reçoit un dossier avec le rapport. Le reste n’est pas touché.
yearly-stick-help = Le dossier est écrit sous un autre nom, relu, comparé, et reçoit alors seulement son nom. Celui du même jour et des mêmes clés est remplacé.
yearly-end = La vérification est faite
yearly-end-text = Emportez les cartes, les clés USB et les Nitrokeys, chacune à sa place.
yearly-end-help = La fiche du propriétaire a une case pour chaque année, même pour des clés qui n’expirent jamais. Ne la cochez que s’il ne reste rien à régler, que la Nitrokey de secours a été éprouvée et une clé USB lue, et que chaque personne de confiance a dit que sa carte est encore là.
yearly-end-written = Le rapport est dans { $folder } sur { $stick }.
yearly-end-tick = Rien de ce qui a été vérifié n’est à régler. Cochez l’année sur la fiche du propriétaire.
yearly-end-no-spare = Rien de ce qui a été vérifié n’est à régler, mais la Nitrokey de secours n’a pas été éprouvée. Ne cochez l’année sur la fiche du propriétaire qu’une fois cela fait.
yearly-end-no-stick = Rien de ce qui a été vérifié n’est à régler, mais aucune clé USB avec cette sauvegarde n’a été lue. Ne cochez l’année sur la fiche du propriétaire qu’une fois cela fait.
yearly-end-neither = Ni la Nitrokey de secours n’a été éprouvée, ni une clé USB avec cette sauvegarde lue. Ne cochez l’année sur la fiche du propriétaire qu’une fois cela fait.
yearly-end-bad = Encore à régler : { $many }. Le rapport dit quoi faire. Ne cochez l’année sur la fiche du propriétaire qu’ensuite.
yearly-end-next = La prochaine vérification : { $day }.
yearly-end-prolong = Prolonger les clés maintenant
yearly-end-prolong-note = Elles expirent d’ici un an, ou ont expiré. Il faut encore les cartes.
yearly-end-home = C’était tout
yearly-end-home-note = Retour au début.
yearly-loss = Ce qui a été vérifié n’est encore dans aucun rapport.
