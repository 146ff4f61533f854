# Français : ce qui peut mal tourner. Un texte qui commence par error- dit ce qui est arrivé ; son .now, que faire.

## Les mots de ces textes

name-pin-user = PIN utilisateur
name-pin-admin = PIN admin
name-pin-reset-code = code de réinitialisation
name-slot-signature = les signatures
name-slot-decryption = le déchiffrement
name-slot-authentication = les connexions
name-role-primary = En usage
name-role-spare = Secours
name-role-spare-more = Secours { $number }
name-role-old-mail = ancien courrier
name-model-nitrokey-3 = Nitrokey 3
name-model-pro-2 = Nitrokey Pro 2 ou Storage 2
name-model-pro-1 = Nitrokey Pro ou Storage, première génération
name-model-start = Nitrokey Start
name-model-other = carte OpenPGP
name-card = carte { $number }
name-card-of = carte { $number } ({ $trustee })
on-it-holder = titulaire : { $name }
on-it-key = clé pour { $slot } : { $key }
on-it-nothing = rien, aucune clé n’y est
takes-none = rien que Coldspare connaisse

## Ce qui était en cours

while-opening = pendant l’ouverture
while-checking-pin = pendant la vérification d’un PIN
while-resetting = pendant la remise à l’état d’usine
while-pin-hashing = pendant la mise en place de la protection des PIN
while-importing = pendant le transfert d’une clé
while-settings = pendant l’écriture des réglages
while-setting-pins = pendant l’écriture des PIN
while-reading-back = pendant la relecture
while-proving = pendant l’essai des clés
while-counting-tries = pendant le comptage des essais de PIN
while-making-keys = pendant la création des clés
while-making-certificate = pendant la liaison des clés à votre nom
while-making-subkeys = pendant la liaison des clés entre elles
while-making-slots = pendant le choix d’une clé pour chaque usage
while-making-public-key = pendant l’écriture de la clé publique
while-making-secret-key = pendant l’écriture de la clé secrète
while-making-protected-secret-key = pendant la mise de la clé secrète sous mot de passe
while-making-revocation = pendant la création des révocations
while-making-mended = pendant le renouvellement de signatures
while-making-missing-subkey = pendant l’ajout d’une clé manquante
while-making-passphrase = pendant le retrait du mot de passe
while-making-user-ids = pendant la signature d’un nom
while-making-manifest = pendant la signature du manifeste

## Nitrokeys

error-nitrokey-no-service = Coldspare ne peut pas chercher les Nitrokeys : le service ne répond pas ({ $cause }).
    .now = Redémarrez l’ordinateur.
error-nitrokey-fault = Un défaut de ce programme est survenu pendant qu’il cherchait des Nitrokeys.
    .now = Retirez ce que vous avez branché en dernier. Le programme continue de chercher.
error-nitrokey-not-there = La Nitrokey { $serial } n’est pas insérée.
    .now = Insérez-la et continuez.
error-nitrokey-two-of-one-serial = Deux Nitrokeys disent être { $serial }.
    .now = Retirez-en une. Ne vous servez pas de l’autre avant de savoir pourquoi.
error-nitrokey-pulled-out = La Nitrokey { $serial } a cessé de répondre { $step }.
    .now = Insérez-la de nouveau et continuez. Rien n’est perdu.
error-nitrokey-unreadable = La carte dans { $reader } est illisible : { $cause }.
    .now = Retirez-la ; rien d’autre n’est touché. Si c’est une Nitrokey qui devrait fonctionner, essayez encore une fois, puis prenez-en une autre.
unreadable-no-status = elle répond sans dire si c’est une réponse
unreadable-endless = sa réponse ne finit pas
unreadable-nested = ses données s’emboîtent sans fin
unreadable-other-length = elle demande une longueur après l’autre
unreadable-hashing = elle ferait calculer des PIN pendant des heures
unreadable-silent = elle ne répond pas
unreadable-refuses = elle refuse de dire ce qu’elle est
unreadable-half-reset = sa remise à zéro a été interrompue, et elle refuse de la terminer
unreadable-unforeseen = elle dit ce qu’aucune carte ne dit
error-nitrokey-wrong-pin = Nitrokey { $serial } : { $pin } faux. { $left ->
        [one] Il reste un essai.
       *[other] Il reste { $left } essais.
    }
    .now = { $left ->
        [one] Coldspare ne le dépense pas. Servez-vous de cette Nitrokey là où vous êtes sûr de son PIN.
       *[other] Tapez-le de nouveau.
    }
error-nitrokey-last-try = Nitrokey { $serial } : il ne reste qu’un essai ({ $pin }), et Coldspare ne le dépense pas.
    .now = Servez-vous de cette Nitrokey là où vous êtes sûr de ce qu’il faut taper, ou remettez-la à l’état d’usine.
error-nitrokey-blocked = Nitrokey { $serial } : { $pin } bloqué, il ne reste aucun essai.
    .now = On peut la remettre à l’état d’usine. Cela efface :
        { $contents }
error-nitrokey-pin-length = Nitrokey { $serial }, { $pin } : il faut { $min } à { $max } caractères, celui-ci en a { $length }.
    .now = Choisissez-en un autre. Rien n’a été écrit.
error-nitrokey-algorithm = La Nitrokey { $serial } ({ $model }) n’accepte pas { $wanted } pour { $slot }. Elle accepte : { $takes }.
    .now = Prenez une autre Nitrokey, ou choisissez dans le plan un autre type de clé. Rien n’a été écrit.
error-nitrokey-algorithm-unknown = Nitrokey { $serial } : la clé pour { $slot } est d’un type qu’aucune Nitrokey n’accepte.
    .now = Choisissez une autre clé dans le plan. Rien n’a été écrit.
error-nitrokey-no-touch = La Nitrokey { $serial } n’a pas de bouton à toucher.
    .now = Prenez une autre Nitrokey, ou désactivez le toucher dans le plan. Rien n’a été écrit.
error-nitrokey-too-old = Le micrologiciel de la Nitrokey { $serial } est trop ancien : elle ne peut pas protéger ses PIN.
    .now = Mettez-le d’abord à jour sur un autre ordinateur, ou prenez une autre Nitrokey. Rien n’a été écrit.
error-nitrokey-exponent = La Nitrokey { $serial } ({ $model }) n’accepte les clés RSA qu’avec l’exposant 65537. Votre clé pour { $slot } en a un autre.
    .now = Prenez une autre Nitrokey, ou choisissez une autre clé dans le plan. Rien n’a été écrit.
error-nitrokey-exponent-long = La Nitrokey { $serial } ({ $model }) n’accepte les clés RSA qu’avec un exposant de { $bits } bits au plus. Votre clé pour { $slot } en a un plus long.
    .now = Prenez une autre Nitrokey, ou choisissez une autre clé dans le plan. Rien n’a été écrit.
error-nitrokey-short-reader = Nitrokey { $serial } : son lecteur de cartes ({ $reader }) ne transmet que des commandes courtes, et la clé RSA pour { $slot } n’y tient pas.
    .now = Prenez un autre lecteur de cartes, ou une Nitrokey qui n’en a pas besoin. Rien n’a été écrit.
error-nitrokey-touch-stays = La Nitrokey { $serial } dit que son réglage du toucher est permanent, et ce n’est pas celui du plan. Aucune clé n’a été écrite.
    .now = Retirez-la, insérez-la de nouveau et continuez. Si elle le dit encore, prenez-en une autre.
error-nitrokey-slot-taken = La Nitrokey { $serial } ne peut pas être remise à l’état d’usine, et elle a pour { $slot } une clé que rien ne lui enlève ({ $found }). Pour l’ancien courrier, cet emplacement doit être vide. Rien n’a été écrit.
    .now = Prenez une autre Nitrokey pour l’ancien courrier.
error-nitrokey-not-counted = La Nitrokey { $serial } ne peut pas être remise à zéro : elle ne compte pas les essais faux ({ $pin }).
    .now = Prenez une autre Nitrokey. Ce qui est sur celle-ci y reste.
error-nitrokey-no-factory-reset = La Nitrokey { $serial } ne peut pas être remise à l’état d’usine. Aucun essai de PIN n’a été dépensé pour le savoir.
    .now = Choisissez-la de nouveau : elle est alors programmée avec son PIN admin.
error-nitrokey-may-have-no-reset = La carte { $serial } n’est pas une Nitrokey, et son PIN admin n’est pas connu ici. On ne sait si elle peut être remise à l’état d’usine qu’une fois ses deux PIN bloqués. Si c’est non, elle est perdue à jamais.
    .now = Tapez son PIN admin, prenez une autre carte, ou acceptez que ses PIN soient bloqués. Rien n’a été effacé.
error-nitrokey-not-reset = La Nitrokey { $serial } n’est pas à l’état d’usine après la remise. Ses PIN sont peut-être bloqués à jamais.
    .now = Prenez-en une autre.
error-nitrokey-no-import = La carte { $serial } ({ $model }) n’accepte aucune clé : elle ne sait que faire les siennes.
    .now = Prenez-en une autre. Rien n’a été écrit.
error-nitrokey-not-confirmed = Ce ne sont pas les quatre derniers caractères de { $serial }.
    .now = Tapez ceux du numéro de série qui figure ici. Rien n’a été écrit.
error-nitrokey-refused = La Nitrokey { $serial } a refusé { $step } ({ $cause }).
    .now = Retirez-la, insérez-la de nouveau et continuez. Si elle refuse encore, prenez-en une autre.
error-nitrokey-unsuitable = La clé pour { $slot } ne va sur aucune Nitrokey ({ $cause }).
    .now = Choisissez une autre clé dans le plan. Rien n’a été écrit.
error-nitrokey-not-proven = La Nitrokey { $serial } n’a pas réussi l’essai : { $cause }.
    .now = Ne vous en servez pas. Programmez-la encore une fois ; si cela recommence, prenez-en une autre.
unproven-not-in-certificate = pour { $slot }, elle devrait avoir une clé que votre clé publique n’a pas ({ $key })
unproven-other-key = pour { $slot }, elle a une autre clé ({ $found }) que celle qu’il faut ({ $key })
unproven-no-key = pour { $slot }, elle n’a aucune clé, et devrait avoir { $key }
unproven-not-empty = pour { $slot }, elle a une clé ({ $found }), et ne devrait en avoir aucune
unproven-created = sa clé pour { $slot } n’a pas la date que dit votre clé publique
unproven-other-algorithm = pour { $slot }, elle est réglée sur un autre type de clé ({ $found })
unproven-broken = sa clé pour { $slot } ne fait pas ce que dit votre clé publique ({ $cause })
unproven-other-touch = pour { $slot }, le toucher est réglé sur { $found } ; il devrait être : { $expected }
unproven-other-holder = son titulaire est { $found } au lieu de { $expected }
unproven-other-language = sa langue est { $found } au lieu de { $expected }
unproven-other-url = l’adresse de la clé publique y est { $found } au lieu de { $expected }
unproven-no-pin-hashing = elle ne conserve pas ses PIN sous forme hachée
unproven-pin-rule = elle dit que « { $pin } » a au plus { $longest } caractères, mais { $length } ont été définis
unproven-tries = ses PIN ont { $user } (utilisateur), { $reset } (code de réinitialisation) et { $admin } (admin) essais, et chacun devrait en avoir 3
error-nitrokey-old-firmware = Le micrologiciel { $firmware } de cette Nitrokey a des défauts connus dans la remise à l’état d’usine et le comptage des essais de PIN. Ils sont corrigés à partir de 1.8.3.
    .now = Mettez-la à jour sur un autre ordinateur avant de vous en servir ici.
error-nitrokey-password-safe = La remise à l’état d’usine prend plus qu’OpenPGP : le coffre de mots de passe d’une Pro ou Storage, et les volumes chiffrés d’une Storage, deviennent illisibles.
    .now = Copiez d’abord ce qu’ils contiennent, sur un autre ordinateur.
error-nitrokey-other-maker = Ce n’est pas une Nitrokey ; peut-être n’a-t-elle pas de remise à l’état d’usine.
    .now = Ayez son PIN admin sous la main ; on vous demande avant de bloquer un PIN.
error-nitrokey-unknown-algorithms = Elle ne dit pas quels types de clés elle accepte, et peut refuser ceux-ci une fois effacée.
    .now = Prenez-en une dont vous pouvez vous passer.

## Les clés

error-openpgp-make = Quelque chose a échoué { $step } ({ $cause }).
    .now = Rien n’a été écrit. Essayez de nouveau.
error-openpgp-slot-without-key = Il n’y a pas une clé pour chaque usage : signatures, déchiffrement et connexions.
    .now = Rien n’a été écrit. Ajoutez la clé manquante dans GnuPG et exportez de nouveau, ou prenez une autre copie du dossier.
error-openpgp-no-secret-key = Ce fichier ne contient aucune clé secrète OpenPGP.
    .now = Exportez votre clé avec « gpg --armor --export-secret-keys », et apportez ce fichier.
error-openpgp-too-large = Il y a plus dans ce fichier que dans n’importe quelle clé.
    .now = Exportez votre clé seule, avec « gpg --armor --export-secret-keys ADRESSE », et apportez ce fichier.
error-openpgp-no-key = Il n’y a aucune clé dans ce fichier.
    .now = Exportez votre clé avec « gpg --armor --export-secret-keys », et apportez ce fichier.
error-openpgp-public-key-alone = Ce fichier ne contient qu’une clé publique, sans son secret.
    .now = Exportez votre clé avec « gpg --armor --export-secret-keys », et apportez ce fichier.
error-openpgp-costly = Ouvrir ce fichier demanderait plus de mémoire ou de temps qu’il n’est permis ici. Aucune clé ordinaire n’en demande autant.
    .now = Exportez à nouveau votre clé avec « gpg --armor --export-secret-keys », sur une autre clé USB, et apportez ce fichier.
error-openpgp-version = La clé de ce fichier est de version { $version }, et les Nitrokeys ne connaissent que la version 4.
    .now = Apportez une clé de version 4, ou revenez en arrière et faites faire de nouvelles clés.
error-openpgp-damaged = Quelque chose dans ce fichier est abîmé : une clé, ou ce qui en fait partie, a été changée ou manque en partie.
    .now = Exportez votre clé à nouveau avec « gpg --armor --export-secret-keys », et apportez ce fichier.
error-openpgp-message = Ce fichier est un message, et non une clé.
    .now = Exportez votre clé avec « gpg --armor --export-secret-keys », et apportez ce fichier.
error-openpgp-sealed-backup = Ce fichier est une sauvegarde scellée de Coldspare, et seules ses cartes l’ouvrent.
    .now = Pour retrouver ses clés, revenez au début et choisissez ce qui est arrivé à vos Nitrokeys.
error-openpgp-signed-text = Ce fichier est un texte signé, et non une clé.
    .now = Exportez votre clé avec « gpg --armor --export-secret-keys », et apportez ce fichier.
error-openpgp-signature = Ce fichier n’est qu’une signature, et non une clé.
    .now = Exportez votre clé avec « gpg --armor --export-secret-keys », et apportez ce fichier.
error-openpgp-revocation = Ce fichier est une révocation : il dit seulement qu’une clé ne sert plus.
    .now = Exportez votre clé avec « gpg --armor --export-secret-keys », et apportez ce fichier.
error-openpgp-ssh = Ce fichier est une clé pour SSH, et non une clé OpenPGP.
    .now = Exportez votre clé avec « gpg --armor --export-secret-keys », et apportez ce fichier.
error-openpgp-x509 = Ce fichier est une clé ou un certificat pour S/MIME ou pour des serveurs web, et non une clé OpenPGP.
    .now = Exportez votre clé avec « gpg --armor --export-secret-keys », et apportez ce fichier.
error-openpgp-gnupg-own = GnuPG tient ce fichier pour lui-même. Sans GnuPG, on ne peut pas le lire.
    .now = Exportez votre clé avec « gpg --armor --export-secret-keys », et apportez ce fichier.
error-openpgp-several = Ce fichier contient { $count } clés.
    .now = Exportez seulement celle que vous voulez, par son empreinte.
error-openpgp-passphrase = Le mot de passe n’ouvre pas la clé { $key }.
    .now = Tapez le mot de passe que cette clé a dans GnuPG.
error-openpgp-code = Le code n’ouvre pas ce fichier.
    .now = Tapez le code que le programme a montré en faisant la sauvegarde, ou le mot de passe sous lequel vous avez mis le fichier.
error-openpgp-locked = La clé { $key } est verrouillée d’une façon qui n’est pas connue ici ({ $how }).
    .now = Changez son mot de passe dans GnuPG avec « gpg --change-passphrase », et exportez-la de nouveau.
error-openpgp-not-beside = La clé { $key } n’est pas dans ce fichier.
    .now = Choisissez la clé publique faite en même temps qu’elle : « gpg --armor --export » l’écrit.
error-openpgp-stub = De la clé { $key }, le fichier dit seulement que son secret est ailleurs.
    .now = Là où « gpg --list-secret-keys » ne montre aucun signe derrière « sec », exportez-la : gpg --armor --export-secret-keys. Une clé qui n’est que sur une Nitrokey ne peut pas être exportée.
error-openpgp-primary-elsewhere = De la clé { $key }, ce fichier a des sous-clés, et pas la clé principale : « gpg --export-secret-subkeys » écrit de tels fichiers.
    .now = Apportez le fichier qui a la clé principale. S’il y manque des sous-clés, mettez les deux en un (cat un.asc autre.asc > deux.asc), et apportez celui-là.
error-openpgp-unusable = La clé { $key } ne peut pas servir : { $cause }.
    .now = Créez de nouvelles clés. Gardez ce fichier pour ce qui a été chiffré pour l’ancienne.
error-openpgp-revoked = La clé { $key } a été révoquée le { $day } ({ $reason }).
    .now = Plus personne ne chiffre pour elle, et plus personne ne la croit. Créez de nouvelles clés, et gardez ce fichier pour les anciens messages.
error-openpgp-revoked-beside = À côté de la clé { $key }, ce fichier a son certificat de révocation, du { $day } ({ $reason }). Qui reçoit les deux y met fin.
    .now = Si la clé est encore bonne, apportez un fichier sans ce certificat (gpg --armor --export-secret-keys), et gardez-le à part. Sinon, créez de nouvelles clés, et gardez ce fichier pour les anciens messages.
revoked-compromised = quelqu’un d’autre l’a peut-être
revoked-superseded = il y en a une plus récente
revoked-retired = elle ne sert plus
revoked-unspecified = sans raison indiquée
unusable-version-6 = elle est de version 6, et les Nitrokeys ne connaissent que la version 4
unusable-primary = elle est du type { $kind }. Rien ne peut être signé avec elle ici, et ni GnuPG ni une Nitrokey ne la connaissent
error-openpgp-slot = Pour { $slot }, le plan nomme une clé qui ne convient pas : { $key }.
    .now = Nommez dans le plan une clé qui convient :
        { $allowed }
error-openpgp-slot-none = Pour { $slot }, le plan nomme une clé qui ne convient pas ({ $key }), et aucune de vos clés ne convient.
    .now = Retirez ce champ du plan : une nouvelle clé est alors créée.
error-openpgp-primary-in-slot = La clé principale { $key } est sur la Nitrokey elle-même, pour { $slot }. De nouvelles sous-clés n’aideraient pas : qui a la Nitrokey a tout.
    .now = Révoquez tout, et créez de nouvelles clés.
error-openpgp-last-user-id = « { $id } » est le seul nom de cette clé.
    .now = Ajoutez-en d’abord un autre.
error-openpgp-no-user-id = Cette clé n’a pas, ou plus, de nom « { $id } ».
    .now = Choisissez-en un de ceux qui sont affichés.
error-openpgp-bad-signature = Le manifeste du dossier n’est pas signé comme il faut ({ $cause }).
    .now = Prenez une autre copie du dossier.
signed-not = il n’est pas signé
signed-by-another = une autre clé l’a signé
signed-otherwise = il a été changé, ou sa signature
error-openpgp-not-yet = La liste des cartes a été signée le { $made }, et l’horloge de cet ordinateur dit { $clock }. La sauvegarde n’a aucun défaut : l’horloge retarde sans doute.
    .now = Revenez au début pour régler la date, ou appuyez encore sur Entrée pour continuer ainsi.
error-openpgp-key-not-yet = La clé { $key } a été faite le { $made }, et l’horloge de cet ordinateur dit { $clock }. L’horloge retarde sans doute.
    .now = Revenez au début et réglez la date.
error-openpgp-secret-damaged = Le secret de la clé { $key } ne fait pas ce que dit sa clé publique : le fichier est endommagé.
    .now = Exportez-la de nouveau, et choisissez ce fichier-là.
error-openpgp-broken = La clé { $key } a été restaurée, mais ne fait pas ce que dit sa clé publique.
    .now = Prenez une autre copie du dossier.

## La sauvegarde : les cartes

error-share-not-a-share = Ce n’est pas le code d’une carte de partage.
    .now = Lisez une carte de partage : la feuille avec un code et 24 mots.
error-share-backup-part = C’est un code de la feuille de sauvegarde, celle aux nombreux codes.
    .now = Lisez une carte de partage : la feuille avec un code et 24 mots.
error-share-later-version = Cette carte de partage vient d’une version plus récente de Coldspare.
    .now = Prenez la dernière version de Coldspare.
error-share-check = Le code de la carte de partage a été mal lu : son contrôle est faux.
    .now = Lisez-le de nouveau, ou tapez les mots.
error-share-field = Le code de la carte de partage ne peut pas être juste : { $field }.
    .now = Lisez-le de nouveau. Si cela recommence, cette carte n’a pas été faite par Coldspare.
name-share-field-set = ce jeu n’existe pas
name-share-field-quorum = il ne peut pas falloir autant de cartes
name-share-field-cards = il ne peut pas y avoir autant de cartes
name-share-field-number = aucune carte n’a ce numéro
name-share-field-share = sa part est abîmée
error-words-count = Une carte de partage a 24 mots, en voici { $found }.
    .now = Cherchez celui qui manque, ou qui est là deux fois.
error-words-unknown = Le mot { $position } n’est pas un des mots dont les cartes sont faites.
    .now = Regardez comment il est écrit sur la carte.
error-words-checksum = Les 24 mots existent, mais ne vont pas ensemble : l’un n’est pas celui de la carte, ou deux sont intervertis.
    .now = Comparez chaque mot avec la carte.
error-words-open = { $open } manquent, et { $most } au plus peuvent être retrouvés.
    .now = Lisez-en davantage sur la carte, ou prenez-en une autre.
error-digits-lines = Une carte de partage a 4 lignes, en voici { $found }.
    .now = Tapez les quatre lignes, comme elles sont sur la carte.
error-digits-line = La ligne { $line } est fausse : ses quatre derniers caractères, le contrôle, ne conviennent pas.
    .now = Comparez cette ligne avec la carte.
typed-word-ambiguous = Mot { $position } : plusieurs commencent par « { $typed } ». Tapez quatre lettres.
typed-word-near = Mot { $position } : « { $typed } » n’est sur aucune carte. Vouliez-vous dire { $near } ?
typed-word-none = Mot { $position } : « { $typed } » n’est sur aucune carte. Regardez comment il est écrit.
typed-word-quoted = « { $word } »
error-gather-other-set = La carte { $card } est du jeu { $found }, et la sauvegarde du jeu { $expected }.
    .now = Mettez-la de côté, et prenez une carte du jeu { $expected }. Si toutes les cartes sont du jeu { $found }, c’est la sauvegarde qui n’est pas la bonne : prenez celle de leur jeu.
error-gather-doubled = La carte { $card } était déjà là.
    .now = Prenez une autre carte de ce jeu.
error-gather-doubled-unnumbered = Cette carte était déjà là.
    .now = Prenez une autre carte de ce jeu.
error-gather-same-number = Il y a déjà une carte { $card }, avec d’autres mots.
    .now = Regardez le numéro de celle-ci. S’il est le même, retapez-le : l’autre carte est peut-être contrefaite. S’il est illisible, laissez-le vide : il est trouvé en essayant.
error-gather-not-listed = La carte { $card } a été lue sans faute, mais ce n’est pas la carte { $card } du jeu { $set } que nomme la liste de la clé USB. L’une des deux n’est pas la vraie.
    .now = Prenez une autre carte. Si elle est refusée aussi, c’est la liste : prenez une autre copie de la sauvegarde, ou la feuille de sauvegarde.
error-gather-not-needed = Une carte de plus ({ $card }) n’est pas nécessaire : la sauvegarde est ouverte.
    .now = Continuez.
error-gather-misfit = Cette carte ({ $card }) ne va pas avec celles qui ont ouvert la sauvegarde : elle a été mal lue, a un faux numéro, est d’un autre jeu, ou est contrefaite.
    .now = Elle n’est pas nécessaire : mettez-la de côté, et continuez.
error-gather-full = Aucun jeu n’a plus de cartes qu’il n’y en a déjà ici.
    .now = Appuyez sur F2 et ôtez-en une avant qu’une autre vienne.
error-gather-too-few = { $missing ->
        [one] Sur { $needed } cartes nécessaires, il en manque encore une.
       *[other] Sur { $needed } cartes nécessaires, il en manque encore { $missing }.
    }
    .now = Lisez ou tapez une autre carte.
error-gather-unfit = De quelque façon qu’on prenne les cartes { $cards }, elles ne donnent pas la clé du jeu { $set }. L’une a été mal lue, a un faux numéro, est d’un autre jeu (il est en haut à droite de chaque carte), ou est contrefaite.
    .now = Apportez encore une carte : on pourra dire laquelle est fausse. Ou appuyez sur F2, ôtez-en une, et lisez-la de nouveau.
error-gather-unfit-all = De quelque façon qu’on prenne les cartes { $cards }, elles ne donnent pas la clé du jeu { $set }. L’une a été mal lue, a un faux numéro, est d’un autre jeu (il est en haut à droite de chaque carte), ou est contrefaite.
    .now = Ce jeu n’a pas d’autre carte. Appuyez sur F2, ôtez-en une qui a été tapée, comparez chaque mot, et lisez-la de nouveau.
error-gather-list-unfit = Les cartes { $cards } sont celles que nomme la liste de la clé USB, et ne donnent pourtant pas la clé du jeu { $set }. La liste n’est pas la vraie ; les cartes le sont peut-être.
    .now = Prenez une autre copie de la sauvegarde, ou la feuille de sauvegarde.
error-gather-numbers-needed = Les cartes { $cards } peuvent être lues ou numérotées de trop de façons pour les essayer toutes.
    .now = Comparez leurs numéros et leurs mots : avec F2, ôtez ce qui est faux ou a un « ? », et tapez-le de nouveau, avec son numéro. Une carte de plus aide aussi.
error-gather-not-this-backup = Les cartes { $cards } vont ensemble et donnent la clé du jeu { $set }. Mais cette sauvegarde ne s’ouvre pas avec elle : ce n’est pas la leur, quoi qu’elle dise d’elle-même.
    .now = Gardez les cartes. Prenez une autre copie de la sauvegarde : une autre clé USB, ou une autre feuille de sauvegarde. Si des codes d’une feuille ont été laissés de côté : revenez à elle, appuyez sur F2, et ne lisez que ceux-là ; les cartes restent ici.
error-gather-two-keys = Il y a deux clés différentes dans ces cartes, et cette sauvegarde s’ouvre avec les deux : aucune vraie ne le fait. Quelqu’un l’a voulu ainsi, et aucune n’a été choisie.
    .now = Prenez une autre copie de la sauvegarde, et demandez à chacun la carte elle-même.
error-gather-stopped = La recherche a été arrêtée. Les cartes sont toujours là.
    .now = Appuyez sur Entrée pour les essayer de nouveau, ou apportez une autre carte.

## La sauvegarde : feuille, sauvegarde scellée, manifeste

error-part-not-a-part = Ce n’est pas un code de la feuille de sauvegarde.
    .now = Lisez la feuille aux nombreux codes.
error-part-check = Ce code de la feuille de sauvegarde a été mal lu.
    .now = Lisez-le de nouveau.
error-part-field = Ce code de la feuille de sauvegarde ne peut pas être juste : { $field }.
    .now = Lisez-le de nouveau. Si cela recommence, cette feuille n’a pas été faite par Coldspare.
name-part-field-set = ce jeu n’existe pas
name-part-field-sealing = ce scellement n’existe pas
name-part-field-count = il ne peut pas y avoir autant de codes
name-part-field-number = aucun code n’a ce numéro
name-part-field-length = sa longueur n’est pas la bonne
name-part-field-content = son contenu est abîmé
error-part-other-set = Le code { $number } est du jeu { $found }, les autres sont du jeu { $expected }.
    .now = Prenez les codes d’une seule feuille : celle du jeu inscrit sur les cartes. F2 recommence tout.
error-part-other-sealing = Le code { $number } se dit d’une autre feuille de ce jeu : du scellement { $found } ; les autres disent scellement { $expected }.
    .now = Prenez les codes d’une seule feuille. Si aucune n’est contrefaite, celle qui a le plus grand numéro est la plus récente. F2 recommence tout.
error-part-other-backup = Le code { $number } est d’une autre feuille de ce jeu : il commence par { $found }, les autres par { $expected }.
    .now = Prenez les codes d’une seule feuille. Les premiers caractères de son SHA-256 disent laquelle. F2 recommence tout.
error-part-different = Le code { $number } ne va pas avec les autres du jeu { $set }, bien qu’il nomme la même sauvegarde : l’un d’eux est peut-être contrefait.
    .now = Continuez : assez de vrais codes, l’un après l’autre, sont trouvés parmi des codes contrefaits.
error-part-unfit = { $codes ->
        [one] Ce code doit donner à lui seul la sauvegarde qu’il nomme, et ne le fait pas : il est contrefait.
       *[other] Ensemble, ces { $codes } codes ne donnent pas la sauvegarde qu’ils nomment : un au moins est contrefait.
    }
    .now = Lisez d’autres codes de cette feuille. Si cela n’aide pas, relisez-les tous, en dernier les pages auxquelles vous vous fiez le plus : assez de vrais, l’un après l’autre, sont trouvés. F2 recommence avec une autre feuille.
error-part-too-few = { $missing ->
        [one] Il manque encore un code de la feuille de sauvegarde.
       *[other] Il manque encore { $missing } codes de la feuille de sauvegarde.
    }
    .now = Lisez-en d’autres, n’importe lesquels.
error-part-too-large = La sauvegarde scellée a { $bytes } octets, trop pour du papier.
    .now = Gardez la sauvegarde seulement sur des clés USB.
error-part-too-large-vault = La sauvegarde scellée a { $bytes } octets, trop pour du papier.
    .now = Retirez quelque chose du coffre, ou gardez la sauvegarde seulement sur des clés USB.
error-seal-seal = La sauvegarde n’a pas pu être scellée ({ $cause }).
    .now = Rien n’a été écrit. Essayez de nouveau.
error-seal-too-large = La sauvegarde aurait { $bytes } octets, plus que ce qui est jamais relu.
    .now = Retirez quelque chose du coffre.
error-seal-not-sealed = Ce n’est pas une sauvegarde scellée : elle n’est pas chiffrée comme elles le sont toutes. Quelqu’un a pu la mettre là, ou elle est très abîmée.
    .now = Ne vous fiez pas à cette copie. Prenez une autre copie du dossier, ou la feuille de sauvegarde.
error-seal-damaged = La sauvegarde scellée est abîmée, ou quelqu’un l’a modifiée.
    .now = Prenez une autre copie du dossier, ou la feuille de sauvegarde. Si elle est d’une feuille, revenez à elle et lisez-en d’autres codes : l’un d’eux est peut-être contrefait.
error-seal-inside = La sauvegarde scellée est ouverte, mais son intérieur n’a pas la forme que lui donne Coldspare.
    .now = Prenez une autre copie du dossier, ou restaurez tout à la main, comme le dit GUIDE.txt.
error-seal-wrong-key = Les cartes n’ouvrent pas cette sauvegarde scellée : elle est d’un autre jeu.
    .now = Insérez la clé USB de ce jeu.
error-contents-archive = La sauvegarde scellée est ouverte, mais son contenu est abîmé.
    .now = Prenez une autre copie du dossier.
error-contents-missing = La sauvegarde scellée est ouverte, mais { $file } n’y est pas.
    .now = Prenez une autre copie du dossier.
error-contents-unreadable = La sauvegarde scellée est ouverte, mais { $file } y est illisible.
    .now = Prenez une autre copie du dossier, ou restaurez à la main, comme le dit GUIDE.txt.
error-contents-name = « { $name } » n’est pas un nom de fichier pour le coffre.
    .now = Servez-vous seulement de lettres sans accent, de chiffres, de « . », « - » et « _ ».
error-manifest-syntax = Le manifeste du dossier est illisible ({ $cause }).
    .now = Prenez une autre copie du dossier.
error-manifest-field = Le manifeste du dossier ne peut pas être juste : son « { $field } » est impossible.
    .now = Prenez une autre copie du dossier.
error-manifest-later-version = Le manifeste du dossier vient d’une version plus récente de Coldspare ({ $version }).
    .now = Prenez la dernière version de Coldspare.

## L’ordinateur : horloge, hasard, clés USB

error-no-terminal = Les écrans ne peuvent pas utiliser ce terminal ({ $cause }).
    .now = Lancez Coldspare dans un autre terminal.
error-clock-not-permitted = L’horloge ne peut pas être réglée ici : seul un administrateur en a le droit.
    .now = Réglez-la avec les moyens de l’ordinateur, ou démarrez Coldspare avec sudo.
error-clock-system = L’horloge n’accepte pas cette heure ({ $cause }).
    .now = Réglez-la dans le micrologiciel de l’ordinateur, et redémarrez.
error-clock-no-time = « { $typed } » n’est pas une date avec une heure.
    .now = Tapez-les comme 2026-11-24 17:05.
error-confine = Le processus de la répétition n’a pas pu être isolé : { $cause }.
    .now = Rien n’a été lu, et aucune Nitrokey n’a été programmée. Redémarrez l’ordinateur. Si cela recommence, écrivez de nouveau l’image sur la clé USB.
confine-too-old = la protection des fichiers par le noyau (Landlock) est désactivée ou trop ancienne
confine-files = les fichiers ne peuvent pas lui être interdits ({ $cause })
confine-missing = un fichier dont il a besoin manque ({ $cause })
confine-calls = les appels au noyau ne peuvent pas lui être interdits ({ $cause })
confine-system = le système ne le permet pas ({ $cause })
error-entropy-device = Hasard : la source de l’ordinateur ne peut pas servir ({ $cause }).
    .now = Redémarrez l’ordinateur. Si cela recommence, prenez-en un autre.
error-entropy-kernel = Hasard : la source de l’ordinateur n’a pas pu être renouvelée ({ $cause }).
    .now = Redémarrez l’ordinateur. Si cela recommence, prenez-en un autre.
error-entropy-openssl = Hasard : la source des nouvelles clés n’a pas pu être renouvelée.
    .now = Redémarrez l’ordinateur. Si cela recommence, prenez-en un autre.
error-entropy-no-roll = Le lancer { $position } est « { $found } », et aucun dé n’a cette face.
    .now = Tapez seulement des chiffres de 1 à 6.
error-stick-full = La clé USB { $stick } est pleine.
    .now = Rien d’inachevé n’y est resté. Insérez-en une qui a plus de place, et essayez de nouveau.
error-stick-read-only = La clé USB { $stick } ne peut pas être écrite.
    .now = Enlevez sa protection contre l’écriture, ou insérez-en une autre, et essayez de nouveau.
error-stick-gone = La clé USB { $stick } n’est plus là.
    .now = Insérez-la de nouveau, et essayez encore. Ce qui n’était pas fini sera réécrit.
error-stick-damaged = La clé USB { $stick } n’a pas pu être lue ou écrite : elle vient d’être retirée, ou elle est endommagée.
    .now = Insérez-la de nouveau, et essayez encore. Si le même message revient, elle est endommagée : prenez une autre clé USB.
error-stick-differs = La clé USB { $stick } ne garde pas ce qu’on écrit : { $file } est revenu différent.
    .now = Ne vous fiez pas à cette clé USB. Insérez-en une autre.
error-stick-missing = Il n’y a pas de { $file } sur la clé USB { $stick }.
    .now = Insérez la clé USB qui a ce fichier.
error-stick-too-large = Sur la clé USB { $stick }, { $file } est plus grand que tout fichier de ce genre. Ce n’est pas ce que cela paraît être.
    .now = Prenez une autre copie.
error-stick-too-many = Il y a trop de fichiers sur la clé USB { $stick }.
    .now = Supprimez-y ce qui est inutile, ou insérez-en une autre.
error-stick-unformatted = La clé USB { $stick } n’a pas de système de fichiers utilisable.
    .now = Insérez-en une en FAT ou exFAT.
error-stick-system = La clé USB { $stick } a un défaut à { $file } ({ $cause }).
    .now = Insérez-la de nouveau, ou une autre, et essayez encore.
error-stick-unreadable = La clé USB { $stick } est illisible ({ $cause }).
    .now = Insérez-la de nouveau, ou une autre, et essayez encore.

## Papier, imprimantes, images

error-paper-draw = La page n’a pas pu être dessinée ({ $cause }). C’est un défaut de Coldspare.
    .now = Rien n’a été imprimé. Revenez d’une étape, et essayez de nouveau.
error-print-unknown-language = L’imprimante { $printer } parle { $speaks }, et rien de cela n’est connu ici.
    .now = Rien n’a été imprimé. Branchez une autre imprimante (PostScript, PCL 5, PDF, PWG ou Apple raster, ESC/POS), ou enregistrez les pages en PDF.
error-print-silent = L’imprimante { $printer } ne dit pas quel langage elle parle.
    .now = Rien n’a été imprimé. Branchez une autre imprimante, ou enregistrez les pages en PDF.
error-print-other-paper = L’imprimante { $printer } n’imprime pas sur { $paper }.
    .now = Rien n’a été imprimé. Choisissez le papier qu’elle a, et imprimez de nouveau.
name-paper-a4 = des feuilles A4
name-paper-letter = des feuilles Letter
name-paper-roll = un rouleau de { $width } mm
error-print-given-up = { $printer } : { $trouble } { $printed ->
        [0] Aucune page n’a été imprimée.
       *[other] Pages imprimées : { $printed } sur { $of }.
    }
    .now = Éteignez l’imprimante. Un bout de la page suivante y est peut-être, ou va en sortir : détruisez-le. Puis imprimez de nouveau les pages qui manquent.
error-printer-paper-out = L’imprimante n’a plus de papier.
    .now = Mettez du papier.
error-printer-offline = L’imprimante est hors ligne.
    .now = Appuyez sur le bouton qui la met en ligne.
error-printer-fault = L’imprimante signale un défaut.
    .now = Regardez son écran : bourrage, capot ouvert, plus d’encre ?
error-printer-gone = L’imprimante n’est plus là.
    .now = Branchez son câble, et allumez-la.
error-printer-takes-nothing = L’imprimante ne prend pas de données.
    .now = Regardez si elle est prête : papier, capot, encre.
error-printer-system = On ne peut rien envoyer à l’imprimante ({ $cause }).
    .now = Débranchez son câble, et rebranchez-le.
error-picture-not-png = Le fichier n’est pas une image PNG entière ({ $cause }).
    .now = Enregistrez ou numérisez l’image de nouveau, en PNG.
error-picture-too-large = L’image est trop grande : { $width } x { $height } points.
    .now = Numérisez la feuille de nouveau à 300 dpi, ou enregistrez l’image plus petite.
error-picture-length = L’image de la caméra n’est pas arrivée entière ({ $found } octets sur { $expected }).
    .now = Essayez de nouveau, ou prenez une autre caméra.

## La cérémonie

error-ceremony-not-printable = Le plan dit « { $value } » ({ $name }). La police pour le papier n’a pas : { $missing }
    .now = Écrivez-le en lettres latines, grecques ou cyrilliques.
error-ceremony-already-met = La Nitrokey { $serial } était déjà là : « { $role } ».
    .now = Retirez-la, et insérez la suivante.
error-ceremony-too-many = Le plan veut { $planned ->
        [one] une Nitrokey, et elle est connue
       *[other] { $planned } Nitrokeys, et toutes sont connues
    }. { $serial } est de trop.
    .now = Retirez-la, ou changez le plan.
error-ceremony-pin-count = Des PIN ont été tapés pour { $given ->
        [one] { $given } Nitrokey
       *[other] { $given } Nitrokeys
    }, et le plan en veut { $planned }.
    .now = Tapez des PIN pour chacune.
error-ceremony-card-differs = Ce qui a été lu n’est pas ce qui a été imprimé : { $card }.
    .now = Lisez-la de nouveau. Si cela recommence, imprimez encore cette carte.
error-ceremony-old-card = Ceci est d’un ancien jeu, { $set } : { $card }. Il en faut une nouvelle, du jeu { $expected }.
    .now = Mettez-la avec les anciennes, qui seront brûlées, et prenez la nouvelle.
error-ceremony-word-differs = Le mot { $position } n’est pas celui qui a été imprimé : { $card }.
    .now = Comparez-le avec la carte, et répondez de nouveau.
error-ceremony-not-a-code = Ce n’est pas un code de carte de partage ou de feuille de sauvegarde.
    .now = Une carte de partage a un code et 24 mots, une feuille de sauvegarde de nombreux codes. Lisez-en un.
error-ceremony-no-card = Ces mots ou ces lignes ne sont sur aucune carte que nomme la liste de la clé USB.
    .now = Comparez-les avec la carte, et son jeu, en haut à droite, avec { $set }. Si les deux sont les mêmes, c’est peut-être la liste qui est fausse : prenez une autre copie de la sauvegarde.
error-ceremony-no-such-number = Il n’y a pas de carte { $number } sur { $cards }.
    .now = Regardez le numéro sur la carte. S’il y est bien, laissez-le vide.
error-ceremony-cards-missing = Pas encore relues : { $cards }.
    .now = Lisez leurs codes, ou tapez leurs mots.
error-ceremony-other-ceremony = Les cartes ou la clé USB ne sont pas du jeu { $set }.
    .now = Prenez celles de ce jeu.
error-ceremony-too-few-whole = Sur { $needed } cartes nécessaires, { $whole } ont été lues en entier.
    .now = Lisez-en d’autres en entier, ou répétez avec les parts telles qu’imprimées.
error-ceremony-not-opened = La sauvegarde n’a été ouverte avec aucune carte pour laquelle on pourrait la sceller de nouveau.
    .now = Scellez-la pour de nouvelles cartes.
error-ceremony-other-backup = Les clés, la clé USB ou l’accord sont d’une autre sauvegarde scellée.
    .now = Écrivez de nouveau le dossier, et répétez encore une fois.
error-ceremony-made-apart = Sur cette clé USB, { $folder } est une autre sauvegarde de ces clés : jeu { $set }, scellement { $sealing }, { $day }. Celle-ci n’a pas été faite à partir d’elle, et ne la remplace donc pas : il peut y avoir dedans quelque chose qui manque ici.
    .now = Prenez une autre clé USB. Si l’autre est la plus récente, revenez au début et ouvrez-la, avec les cartes de son jeu. Si personne n’en a besoin, choisissez encore une fois cette clé USB, et dites qu’elle peut disparaître.
error-ceremony-cannot-tell = On ne peut pas dire ce qu’il y a dans { $folder } sur { $stick } : tout n’y est pas lisible. On en a peut-être encore besoin, il n’est donc pas remplacé.
    .now = Prenez une autre clé USB. Ou regardez celle-ci sur un autre ordinateur : renommez-y le dossier, ou supprimez-le si personne n’en a besoin.
error-ceremony-rehearsal = La répétition de la restauration n’a pas réussi. { $cause }
    .now = Aucune Nitrokey n’a été programmée. Écrivez de nouveau le dossier, relisez les cartes, et répétez encore une fois.
rehearsal-different = Ce qui en est sorti n’est pas ce qui a été scellé.
rehearsal-process = Le programme séparé a échoué ({ $cause }).
rehearsal-no-end = Le programme séparé n’en finissait pas et a été arrêté. Si cela se reproduit, écrivez le dossier sur une autre clé USB.
rehearsal-question = Le programme séparé n’a pas pu lire ce qu’il a reçu.
rehearsal-nonce = Le programme séparé a été mal démarré.
rehearsal-folder = Le programme séparé n’a pas trouvé le dossier.
error-ceremony-tampered = Le fichier { $file } du dossier n’est pas celui qui va avec { $other }.
    .now = Prenez une autre copie du dossier.
error-ceremony-public-key = La clé publique du dossier est illisible ({ $cause }).
    .now = Prenez une autre copie du dossier.
error-ceremony-no-such-role = Il n’y a pas de PIN pour une Nitrokey « { $role } ».
    .now = Choisissez-en une pour laquelle il y en a : { $known }.
error-ceremony-user-pin-needed = La sauvegarde ne contient pas le PIN utilisateur de la Nitrokey « { $role } ».
    .now = Tapez un PIN utilisateur pour elle.
error-ceremony-already-flashed = La Nitrokey { $serial } est déjà programmée : « { $role } ».
    .now = Retirez-la, et insérez-en une autre.
error-ceremony-short-passphrase = Le mot de passe a { $length } caractères. Une clé qui n’est pas sur une Nitrokey en demande au moins 12.
    .now = Choisissez-en un plus long.

## Le plan

error-plan-syntax = Le fichier { $file } est illisible ({ $cause }).
    .now = Corrigez-le, ou laissez le fichier de côté et tapez le plan.
error-plan-syntax-line = La ligne { $line } du fichier { $file } est illisible ({ $cause }).
    .now = Corrigez-la, ou laissez le fichier de côté et tapez le plan.
error-plan-latin-1 = Le fichier { $file } n’est pas en UTF-8 : la ligne { $line } a des lettres dans un autre codage, sans doute Latin-1 (Windows-1252).
    .now = Enregistrez-le en UTF-8 dans votre éditeur, ou laissez le fichier de côté et tapez le plan.
error-plan-utf-16 = Le fichier { $file } est en UTF-16, mais abîmé, ou sans la marque de tête qui le dit.
    .now = Enregistrez-le en UTF-8 dans votre éditeur, ou laissez le fichier de côté et tapez le plan.
error-plan-field = Dans le plan, { $name } ({ $field }) : « { $value } » n’est pas possible.
    .now = { $allowed }
error-plan-empty = Dans le plan, { $name } ({ $field }) : ce champ est vide.
    .now = { $allowed }
error-plan-no-user-id = Il n’y a ni nom ni adresse dans le plan (user_ids).
    .now = Écrivez-en au moins un, comme « Ada Lovelace <ada@example.org> ».
error-plan-trustees = Le plan nomme { $found ->
        [one] { $found } personne
       *[other] { $found } personnes
    } de confiance pour { $cards } cartes de partage.
    .now = Nommez-en une pour chaque carte.
name-plan-version = la version du format
name-plan-user-ids = votre nom avec l’adresse
name-plan-algorithm = le type des clés
name-plan-expiry = la durée de validité des clés
name-plan-nitrokeys = le nombre de Nitrokeys
name-plan-pins = le choix des PIN
name-plan-touch = l’usage du bouton
name-plan-primary-key = la place de la clé principale
name-plan-public-key-url = l’adresse de la clé publique
name-plan-language = la langue
name-plan-quorum-needed = le nombre de cartes nécessaires
name-plan-quorum-cards = le nombre de cartes
name-plan-trustees-name = le nom d’une personne de confiance
name-plan-trustees-note = la note sur une personne de confiance
name-plan-slots-signature = la clé pour les signatures
name-plan-slots-decryption = la clé pour le déchiffrement
name-plan-slots-authentication = la clé pour les connexions
allowed-one-of = Écrivez un de ces mots : { $words }.
allowed-range = Choisissez un nombre de { $from } à { $to }.
allowed-up-to-cards = Choisissez un nombre de 2 à { $cards }, le nombre de cartes.
allowed-version = Écrivez { $version }.
allowed-expiry = Écrivez « never » (jamais), ou « 1 year » à « 30 years » (ans).
allowed-user-id = Écrivez « Nom <adresse> », comme « Ada Lovelace <ada@example.org> ».
allowed-once = N’écrivez chacun qu’une fois.
allowed-line = Écrivez une ligne de { $min } à { $max } caractères.
allowed-address = Écrivez une adresse comme « https://example.org/ada.asc ».
allowed-language = Écrivez deux lettres, comme « en », « de » ou « fr ».
allowed-fingerprint = Écrivez une empreinte de 40 chiffres hexadécimaux.

## The keyboard

error-keyboard-not-allowed = La disposition du clavier ne peut pas être changée sans les droits d’administrateur.
    .now = Changez-la avec les moyens de ce système, ou lancez Coldspare en tant qu’administrateur.
error-keyboard-kernel = Le système a refusé cette disposition de clavier ({ $cause }).
    .now = Choisissez-en une autre ; d’ici là, les touches écrivent comme avant.
error-message-none = Il n’y a pas de message chiffré dans ce fichier.
    .now = Prenez le fichier que votre logiciel de messagerie montre comme chiffré, ou le courriel entier, enregistré comme fichier.
error-message-other-keys = Le message a été chiffré pour d’autres clés : { $keys }.
    .now = Il a peut-être été envoyé à quelqu’un d’autre, ou à des clés que vous aviez avant celles-ci. Ouvrez leur sauvegarde.
error-message-hidden = Le message ne dit pas pour quelles clés il a été chiffré, et aucune de celles-ci ne l’ouvre.
    .now = Il a peut-être été envoyé à quelqu’un d’autre, ou à des clés que vous aviez avant celles-ci. Ouvrez leur sauvegarde.
error-message-kind = Le message a été chiffré pour votre clé { $key }, et rien n’est déchiffré ici avec une clé de ce type ({ $kind }).
    .now = Déchiffrez-le chez vous avec GnuPG, là où vous avez encore cette clé. Si elle n’est nulle part ailleurs, ouvrez la sauvegarde à la main, comme le dit GUIDE.txt : GnuPG reçoit alors toutes les clés.
error-message-elsewhere = Le message a été chiffré pour votre clé { $key }, dont le secret n’est pas dans cette sauvegarde.
    .now = Déchiffrez-le là où est cette clé : sur l’ordinateur ou la Nitrokey où elle est restée.
error-message-many = Le message a été chiffré pour plus de clés qu’on n’en regarde ici.
    .now = Utilisez les clés depuis un fichier, chez vous : gpg --decrypt les regarde toutes.
error-message-strange = Le message est pour une de vos clés, et a été chiffré ou compressé d’une façon qui n’est pas connue ici ({ $how }).
    .now = Utilisez les clés depuis un fichier, chez vous : gpg --decrypt connaît plus de façons.
error-message-passphrase = Le message est chiffré avec un mot de passe, pas pour une clé.
    .now = Déchiffrez-le chez vous : gpg --decrypt demande le mot de passe. Aucune Nitrokey n’est nécessaire.
error-message-not-protected = Rien ne montre si ce message a été modifié en route. Certains anciens logiciels en écrivaient de tels. Il n’est pas ouvert ici : un message modifié peut envoyer son propre contenu à un attaquant.
    .now = Demandez à l’expéditeur de le renvoyer.
error-message-changed = Le message a été modifié ou coupé en route. Rien n’en est montré.
    .now = Copiez de nouveau le fichier de là d’où il vient, ou demandez-le à l’expéditeur.
error-message-too-large = Le message, ou son contenu, dépasse { $most } Mo. Autant n’est pas ouvert ici.
    .now = Utilisez les clés depuis un fichier, chez vous : gpg --decrypt n’a pas cette limite.
error-message-process = Le programme qui déchiffre n’a pas pu être utilisé ({ $cause }).
    .now = Essayez encore. Si cela persiste, utilisez les clés chez vous depuis un fichier.
error-message-no-answer = Le programme qui déchiffre a été arrêté : il prenait trop de temps, ou disait ce qu’aucun tel programme ne dit. Ce fichier n’est peut-être pas sain.
    .now = Ne l’ouvrez pas ailleurs non plus. Demandez à l’expéditeur ce que c’est.
error-sign-no-key = Aucune de ces clés ne signe : celles qu’il y a certifient, déchiffrent ou connectent.
    .now = Signez avec la clé que vous avez pour cela. Elle n’est pas dans cette sauvegarde.
error-sign-revoked = La clé pour signer, { $key }, a été révoquée le { $day } ({ $reason }). Personne ne croirait la signature.
    .now = Ouvrez la sauvegarde la plus récente : les clés qui l’ont remplacée y sont.
error-sign-expired = La clé pour signer, { $key }, a expiré le { $day }.
    .now = Prolongez-la d’abord : « Quelque chose change dans mes clés », sur le premier écran. Signez ensuite.
error-sign-elsewhere = Le secret de la clé pour signer, { $key }, n’est pas dans cette sauvegarde.
    .now = Signez là où est cette clé : sur l’ordinateur ou la Nitrokey où elle est restée.
error-sign-kind = La clé pour signer, { $key }, est d’un type avec lequel rien n’est signé ici ({ $kind }).
    .now = Utilisez les clés dans un fichier, chez vous : gpg --detach-sign en connaît d’autres.
error-sign-not-yet = Vos clés ont changé en dernier le { $made }, et l’horloge de cet ordinateur dit { $clock }. L’horloge retarde sans doute, et personne ne croirait une signature de ce jour-là.
    .now = Revenez au début et réglez la date.
error-sign-library = Le fichier n’a pas pu être signé ({ $cause }). Il n’y a pas de signature.
    .now = Essayez encore. Si cela échoue de nouveau, utilisez les clés dans un fichier, chez vous.
error-sign-too-large = { $file } a plus de 4 Go. C’est plus que ce qui est signé ici.
    .now = Mettez son SHA-256 dans un texte, comme sha256sum l’écrit, et signez celui-ci.
error-sign-changed = { $file } n’est plus ce qui a été montré : quelqu’un ou quelque chose l’a changé sur la clé USB. Rien n’a été signé.
    .now = Revenez et choisissez-le de nouveau. Si personne ne l’a changé, ne croyez ni cette clé USB ni ce qui y est.
