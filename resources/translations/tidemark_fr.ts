<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>1 story</source>
        <translation type="unfinished">1 récit</translation>
    </message>
    <message>
        <source>%1 stories</source>
        <translation type="unfinished">%1 récits</translation>
    </message>
    <message>
        <source>What defines or codes a theme, or an event, is no action on stories.</source>
        <translation type="unfinished">Ce qui définit ou code un thème, ou un événement, n’est pas une action sur des récits.</translation>
    </message>
    <message>
        <source>Star %1</source>
        <translation type="unfinished">Attribuer une étoile à %1</translation>
    </message>
    <message>
        <source>Remove the star of %1</source>
        <translation type="unfinished">Retirer l’étoile de %1</translation>
    </message>
    <message>
        <source>Mark %1 as not to be quoted</source>
        <translation type="unfinished">Marquer comme à ne pas citer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Allow quoting of %1</source>
        <translation type="unfinished">Autoriser la citation de %1</translation>
    </message>
    <message>
        <source>Mark %1 as read</source>
        <translation type="unfinished">Marquer comme lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>Mark %1 as unread</source>
        <translation type="unfinished">Marquer comme non lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>Clear theme %1 on %2</source>
        <translation type="unfinished">Effacer le thème %1 sur %2</translation>
    </message>
    <message>
        <source>Set theme %1 on %2</source>
        <translation type="unfinished">Attribuer le thème %1 à %2</translation>
    </message>
    <message>
        <source>Take theme %1 off %2</source>
        <translation type="unfinished">Retirer le thème %1 de %2</translation>
    </message>
    <message>
        <source>Set voice %1 on %2</source>
        <translation type="unfinished">Attribuer la voix %1 à %2</translation>
    </message>
    <message>
        <source>Clear the voice set on %1</source>
        <translation type="unfinished">Effacer la voix attribuée à %1</translation>
    </message>
    <message>
        <source>Change the events</source>
        <translation type="unfinished">Modifier les événements</translation>
    </message>
    <message>
        <source>Change theme %1</source>
        <translation type="unfinished">Modifier le thème %1</translation>
    </message>
    <message>
        <source>Remove the note on %1</source>
        <translation type="unfinished">Retirer la note de %1</translation>
    </message>
    <message>
        <source>Write a note on %1</source>
        <translation type="unfinished">Écrire une note sur %1</translation>
    </message>
    <message>
        <source>Settle a difference on %1</source>
        <translation type="unfinished">Trancher une divergence sur %1</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation type="unfinished">Coder %1</translation>
    </message>
    <message>
        <source>Code %1 themes or voices by what was learned</source>
        <translation type="unfinished">Coder %1 thèmes ou voix d’après ce qui a été appris</translation>
    </message>
    <message>
        <source>Code %1 themes or voices by their rules</source>
        <translation type="unfinished">Coder %1 thèmes ou voix d’après leurs règles</translation>
    </message>
    <message>
        <source>Keep what was judged</source>
        <translation type="unfinished">Garder ce qui a été jugé</translation>
    </message>
    <message>
        <source>Merge theme %1 into %2</source>
        <translation type="unfinished">Fusionner le thème %1 dans %2</translation>
    </message>
    <message>
        <source>Split theme %1 off %2</source>
        <translation type="unfinished">Détacher le thème %1 de %2</translation>
    </message>
    <message>
        <source>Add the codebook %1</source>
        <translation type="unfinished">Ajouter le livre de codes %1</translation>
    </message>
    <message>
        <source>Delete the codebook %1</source>
        <translation type="unfinished">Supprimer le livre de codes %1</translation>
    </message>
    <message>
        <source>Name the codebook %1</source>
        <translation type="unfinished">Nommer le livre de codes %1</translation>
    </message>
    <message>
        <source>Use the codebook %1</source>
        <translation type="unfinished">Utiliser le livre de codes %1</translation>
    </message>
</context>
<context>
    <name>ActivityPubReader</name>
    <message>
        <source>not public</source>
        <translation type="unfinished">non public</translation>
    </message>
    <message>
        <source>It is neither an activity nor a post.</source>
        <translation type="unfinished">Ce n’est ni une activité ni une publication.</translation>
    </message>
    <message>
        <source>no post (%1)</source>
        <translation type="unfinished">pas une publication (%1)</translation>
    </message>
    <message>
        <source>ActivityPub, as in the archive of a Mastodon account</source>
        <translation type="unfinished">ActivityPub, comme dans l’archive d’un compte Mastodon</translation>
    </message>
    <message>
        <source>the archive of a Mastodon account</source>
        <translation type="unfinished">l’archive d’un compte Mastodon</translation>
    </message>
</context>
<context>
    <name>BlueskyReader</name>
    <message>
        <source>no post (%1)</source>
        <translation type="unfinished">pas une publication (%1)</translation>
    </message>
    <message>
        <source>an error message instead of a story</source>
        <translation type="unfinished">un message d’erreur au lieu d’un récit</translation>
    </message>
    <message>
        <source>It is not a post of Bluesky.</source>
        <translation type="unfinished">Ce n’est pas une publication de Bluesky.</translation>
    </message>
    <message>
        <source>its author shows it only to people who are logged in</source>
        <translation type="unfinished">son auteur ne le montre qu’aux personnes connectées</translation>
    </message>
    <message>
        <source>posts of Bluesky</source>
        <translation type="unfinished">publications de Bluesky</translation>
    </message>
</context>
<context>
    <name>ByteStream</name>
    <message>
        <source>%1 can&apos;t be read any further: %2.</source>
        <translation type="unfinished">Impossible de poursuivre la lecture de %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>There is no file %1. Check the name and the folder.</source>
        <translation type="unfinished">Il n’y a pas de fichier %1. Vérifiez le nom et le dossier.</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose the files in it that hold stories.</source>
        <translation type="unfinished">%1 est un dossier. Choisissez-y les fichiers qui contiennent des récits.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2. Ask its owner for the right to read it, or copy it to a place of your own.</source>
        <translation type="unfinished">Impossible de lire %1&#xa0;: %2. Demandez à son propriétaire le droit de le lire, ou copiez-le à un endroit qui vous appartient.</translation>
    </message>
    <message>
        <source>The data</source>
        <translation type="unfinished">Le flux de données</translation>
    </message>
    <message>
        <source>%1 is damaged or cut off: the compressed data can&apos;t be read any further (%2). What came before is kept; get the file again for the rest.</source>
        <translation type="unfinished">%1 est endommagé ou tronqué&#xa0;: impossible de poursuivre la lecture des données compressées (%2). Ce qui précède est conservé&#xa0;; procurez-vous de nouveau le fichier pour le reste.</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation type="unfinished">la fin arrive trop tôt</translation>
    </message>
    <message>
        <source>%1 is compressed so that unpacking it takes up to 2 GiB of memory. Allow that, on the command line with --large-window, or unpack it first (zstd -d --long=31 FILE) and import the result.</source>
        <translation type="unfinished">%1 est compressé de telle façon que sa décompression demande jusqu’à 2&#xa0;Gio de mémoire. Autorisez-le, en ligne de commande avec --large-window, ou décompressez-le d’abord (zstd -d --long=31 FILE) et importez le résultat.</translation>
    </message>
    <message>
        <source>unpacking it takes more than a gigabyte of memory</source>
        <translation type="unfinished">sa décompression demande plus d’un gigaoctet de mémoire</translation>
    </message>
</context>
<context>
    <name>ClearButton</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished">Effacer</translation>
    </message>
</context>
<context>
    <name>Codebook</name>
    <message>
        <source>Two themes are named “%1”. Give one of them another name, and import the codebook again.</source>
        <translation type="unfinished">Deux thèmes s’appellent «&#xa0;%1&#xa0;». Donnez un autre nom à l’un d’eux et importez de nouveau le livre de codes.</translation>
    </message>
    <message>
        <source>The table names no theme.</source>
        <translation type="unfinished">Le tableau ne nomme aucun thème.</translation>
    </message>
    <message>
        <source>Together the codebooks have %1 themes; at most 64 are possible.</source>
        <translation type="unfinished">Ensemble, les livres de codes comptent %1 thèmes&#xa0;; 64 au plus sont possibles.</translation>
    </message>
    <message>
        <source>The codebook is not valid JSON: %1 at byte %2. Check the file at that place.</source>
        <translation type="unfinished">Le livre de codes n’est pas du JSON valide&#xa0;: %1 à l’octet %2. Vérifiez le fichier à cet endroit.</translation>
    </message>
    <message>
        <source>The file is not a codebook of this version of Tidemark: its &quot;format&quot; must be &quot;story-codebook&quot; and its &quot;format_version&quot; 1.</source>
        <translation type="unfinished">Le fichier n’est pas un livre de codes de cette version de Tidemark&#xa0;: son «&#xa0;format&#xa0;» doit être «&#xa0;story-codebook&#xa0;» et son «&#xa0;format_version&#xa0;» 1.</translation>
    </message>
    <message>
        <source>The rule of %1 can&apos;t be read at character %2: %3</source>
        <translation type="unfinished">La règle de %1 ne peut pas être lue au caractère %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>The codebook has %1 themes; at most 64 are possible.</source>
        <translation type="unfinished">Le livre de codes compte %1 thèmes&#xa0;; 64 au plus sont possibles.</translation>
    </message>
    <message>
        <source>the theme &quot;%1&quot;</source>
        <translation type="unfinished">le thème «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Theme %1 of the codebook needs an id that no other theme has and that is not &quot;none&quot;.</source>
        <translation type="unfinished">Le thème %1 du livre de codes a besoin d’un id qu’aucun autre thème n’a et qui ne soit pas «&#xa0;none&#xa0;».</translation>
    </message>
    <message>
        <source>The codebook has a voice &quot;%1&quot;; only testimony, solidarity, support and commentary are known.</source>
        <translation type="unfinished">Le livre de codes a une voix «&#xa0;%1&#xa0;»&#xa0;; seules testimony, solidarity, support et commentary sont connues.</translation>
    </message>
    <message>
        <source>the voice &quot;%1&quot;</source>
        <translation type="unfinished">la voix «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>The theme &quot;%1&quot; is in a group &quot;%2&quot; that the codebook doesn&apos;t name.</source>
        <translation type="unfinished">Le thème «&#xa0;%1&#xa0;» est dans un groupe «&#xa0;%2&#xa0;» que le livre de codes ne nomme pas.</translation>
    </message>
    <message>
        <source>The file is no REFI-QDA codebook that can be read: %1. Export it anew from the program that made it.</source>
        <translation type="unfinished">Le fichier n’est pas un livre de codes REFI-QDA lisible&#xa0;: %1. Exportez-le de nouveau depuis le programme qui l’a produit.</translation>
    </message>
    <message>
        <source>it is larger than 16 MiB</source>
        <translation type="unfinished">il dépasse 16&#xa0;Mio</translation>
    </message>
    <message>
        <source>it has a DOCTYPE, which a codebook doesn&apos;t need</source>
        <translation type="unfinished">il a un DOCTYPE, dont un livre de codes n’a pas besoin</translation>
    </message>
    <message>
        <source>one of its tags has no end</source>
        <translation type="unfinished">l’une de ses balises n’a pas de fin</translation>
    </message>
    <message>
        <source>its elements are nested too deeply</source>
        <translation type="unfinished">ses éléments sont imbriqués trop profondément</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation type="unfinished">ligne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>it has no CodeBook</source>
        <translation type="unfinished">il n’a pas de CodeBook</translation>
    </message>
    <message>
        <source>it has no codes</source>
        <translation type="unfinished">il n’a pas de codes</translation>
    </message>
    <message>
        <source>It can&apos;t be read: %1</source>
        <translation type="unfinished">Il ne peut pas être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>It is larger than a codebook can be (16 MiB).</source>
        <translation type="unfinished">Il est plus grand que ne peut l’être un livre de codes (16 Mio).</translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished">nom</translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished">groupe</translation>
    </message>
    <message>
        <source>definition</source>
        <translation type="unfinished">définition</translation>
    </message>
    <message>
        <source>examples</source>
        <translation type="unfinished">exemples</translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished">règle</translation>
    </message>
    <message>
        <source>retired</source>
        <translation type="unfinished">retiré</translation>
    </message>
    <message>
        <source>The theme “%1” has no name. Give it one, and save again.</source>
        <translation type="unfinished">Le thème «&#xa0;%1&#xa0;» n’a pas de nom. Donnez-lui-en un et enregistrez de nouveau.</translation>
    </message>
    <message>
        <source>The rule of the theme %1 has a mistake at character %2: %3</source>
        <translation type="unfinished">La règle du thème %1 a une erreur au caractère %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Two themes are named “%1”. Give one of them another name, and save again.</source>
        <translation type="unfinished">Deux thèmes s’appellent «&#xa0;%1&#xa0;». Donnez un autre nom à l’un d’eux et enregistrez de nouveau.</translation>
    </message>
    <message>
        <source>The key %1 sets both “%2” and “%3”. Give one of them another key, and save again.</source>
        <translation type="unfinished">La touche %1 attribue à la fois «&#xa0;%2&#xa0;» et «&#xa0;%3&#xa0;». Donnez une autre touche à l’un d’eux et enregistrez de nouveau.</translation>
    </message>
    <message>
        <source>The codebook has no theme “%1”.</source>
        <translation type="unfinished">Le livre de codes n’a pas de thème «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The codebook would have %1 themes, retired ones included; at most 64 are possible.</source>
        <translation type="unfinished">Le livre de codes aurait %1 thèmes, retirés compris&#xa0;; 64 au plus sont possibles.</translation>
    </message>
    <message>
        <source>Change the codebook</source>
        <translation type="unfinished">Modifier le livre de codes</translation>
    </message>
    <message>
        <source>Add theme %1</source>
        <translation type="unfinished">Ajouter le thème %1</translation>
    </message>
    <message>
        <source>Retire theme %1</source>
        <translation type="unfinished">Retirer le thème %1</translation>
    </message>
    <message>
        <source>Bring back theme %1</source>
        <translation type="unfinished">Rétablir le thème %1</translation>
    </message>
    <message>
        <source>Change theme %1</source>
        <translation type="unfinished">Modifier le thème %1</translation>
    </message>
    <message>
        <source>This is not a lexicon of this version of Tidemark.</source>
        <translation type="unfinished">Ce n’est pas un lexique de cette version de Tidemark.</translation>
    </message>
    <message>
        <source>colour</source>
        <translation type="unfinished">couleur</translation>
    </message>
    <message>
        <source>Form of harassment</source>
        <translation type="unfinished">Forme du harcèlement</translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished">Qui</translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished">Où</translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished">Pouvoir</translation>
    </message>
    <message>
        <source>Aftermath</source>
        <translation type="unfinished">Après</translation>
    </message>
    <message>
        <source>Public talk</source>
        <translation type="unfinished">Débat public</translation>
    </message>
    <message>
        <source>Catcalling &amp; sexual comments</source>
        <translation type="unfinished">Interpellations et remarques sexuelles</translation>
    </message>
    <message>
        <source>Words or sounds aimed at someone: catcalls, whistles, sexual remarks, jokes, name-calling, propositions.</source>
        <translation type="unfinished">Paroles ou sons adressés à quelqu’un : interpellations, sifflements, remarques sexuelles, blagues, insultes, propositions.</translation>
    </message>
    <message>
        <source>Ogling &amp; staring</source>
        <translation type="unfinished">Regards insistants</translation>
    </message>
    <message>
        <source>Being looked at in a sexual way: staring, leering, winking, gestures, being looked up and down.</source>
        <translation type="unfinished">Être regardé de façon sexuelle : regards fixes ou lubriques, clins d’œil, gestes, être toisé.</translation>
    </message>
    <message>
        <source>Following, exposure &amp; images</source>
        <translation type="unfinished">Filature, exhibition et images</translation>
    </message>
    <message>
        <source>Contact-free intrusion: being followed or stalked, flashed, watched, filmed, or sent or shown sexual images.</source>
        <translation type="unfinished">Intrusion sans contact : être suivi ou traqué, subir une exhibition, être observé, filmé, recevoir ou se voir montrer des images sexuelles.</translation>
    </message>
    <message>
        <source>Groping &amp; unwanted touching</source>
        <translation type="unfinished">Attouchements et contacts non désirés</translation>
    </message>
    <message>
        <source>Unwanted physical contact short of rape: touching, grabbing, rubbing, pinching, forced kisses or hugs.</source>
        <translation type="unfinished">Contact physique non désiré en deçà du viol : toucher, saisir, se frotter, pincer, baisers ou étreintes forcés.</translation>
    </message>
    <message>
        <source>Rape &amp; sexual assault</source>
        <translation type="unfinished">Viol et agression sexuelle</translation>
    </message>
    <message>
        <source>Rape, attempted rape or sexual assault, including drugged or incapacitated victims and coerced sex.</source>
        <translation type="unfinished">Viol, tentative de viol ou agression sexuelle, y compris de personnes droguées ou hors d’état de se défendre, et rapports sous la contrainte.</translation>
    </message>
    <message>
        <source>Childhood &amp; teenage abuse</source>
        <translation type="unfinished">Abus dans l’enfance et l’adolescence</translation>
    </message>
    <message>
        <source>Abuse or harassment of a child or teenager, told then or remembered later.</source>
        <translation type="unfinished">Abus ou harcèlement d’un enfant ou d’un adolescent, raconté alors ou remémoré plus tard.</translation>
    </message>
    <message>
        <source>Family, partner &amp; date</source>
        <translation type="unfinished">Famille, partenaire et rendez-vous</translation>
    </message>
    <message>
        <source>The person responsible is a relative, partner, ex, date or family friend; includes domestic and marital abuse.</source>
        <translation type="unfinished">La personne responsable est un parent, un partenaire, un ex, un rendez-vous ou un ami de la famille ; violences domestiques et conjugales comprises.</translation>
    </message>
    <message>
        <source>Workplace harassment</source>
        <translation type="unfinished">Harcèlement au travail</translation>
    </message>
    <message>
        <source>Harassment or sexism at work: by a boss, colleague, client or customer, or in hiring.</source>
        <translation type="unfinished">Harcèlement ou sexisme au travail : par un chef, un collègue, un client, ou à l’embauche.</translation>
    </message>
    <message>
        <source>School &amp; university</source>
        <translation type="unfinished">École et université</translation>
    </message>
    <message>
        <source>Harassment at school, college or university: by teachers, professors, students or fraternities.</source>
        <translation type="unfinished">Harcèlement à l’école ou à l’université : par des enseignants, des professeurs, des étudiants ou des fraternités.</translation>
    </message>
    <message>
        <source>Street, transport &amp; public space</source>
        <translation type="unfinished">Rue, transports et espace public</translation>
    </message>
    <message>
        <source>Harassment in public: street, bus, train, metro, taxi, station, market, park, bar, club or gym.</source>
        <translation type="unfinished">Harcèlement en public : rue, bus, train, métro, taxi, gare, marché, parc, bar, boîte ou salle de sport.</translation>
    </message>
    <message>
        <source>Abuse of power &amp; sexual coercion</source>
        <translation type="unfinished">Abus de pouvoir et contrainte sexuelle</translation>
    </message>
    <message>
        <source>Pressure by someone with power: quid pro quo, threats or promises about job, grade, role or home.</source>
        <translation type="unfinished">Pression de quelqu’un qui a du pouvoir : contreparties, menaces ou promesses sur un emploi, une note, un rôle ou un logement.</translation>
    </message>
    <message>
        <source>Fear, silence &amp; retaliation</source>
        <translation type="unfinished">Peur, silence et représailles</translation>
    </message>
    <message>
        <source>Why people kept quiet: fear, shame, self-blame, threats, protecting others, or punishment for speaking.</source>
        <translation type="unfinished">Pourquoi on s’est tu : peur, honte, culpabilité, menaces, protéger d’autres, ou sanction pour avoir parlé.</translation>
    </message>
    <message>
        <source>Disbelief &amp; victim-blaming</source>
        <translation type="unfinished">Incrédulité et blâme de la victime</translation>
    </message>
    <message>
        <source>Not being believed, or being blamed: clothes, drink, behaviour, &quot;asking for it&quot;, &quot;why did you wait&quot;.</source>
        <translation type="unfinished">Ne pas être cru ou être blâmé : vêtements, alcool, comportement, « elle l’a cherché », « pourquoi avoir attendu ».</translation>
    </message>
    <message>
        <source>Dismissal, normalising &amp; backlash</source>
        <translation type="unfinished">Minimisation, banalisation et retour de bâton</translation>
    </message>
    <message>
        <source>Playing it down or hitting back: &quot;boys will be boys&quot;, &quot;just a joke&quot;, &quot;locker room talk&quot;, &quot;witch hunt&quot;, &quot;false accusations&quot;.</source>
        <translation type="unfinished">Minimiser ou riposter : « les garçons sont comme ça », « c’était une blague », « propos de vestiaire », « chasse aux sorcières », « fausses accusations ».</translation>
    </message>
    <message>
        <source>Impact &amp; healing</source>
        <translation type="unfinished">Conséquences et guérison</translation>
    </message>
    <message>
        <source>What it did and what helps: trauma, PTSD, fear, depression, therapy, recovery, surviving.</source>
        <translation type="unfinished">Ce que cela a fait et ce qui aide : traumatisme, ESPT, peur, dépression, thérapie, rétablissement, survie.</translation>
    </message>
    <message>
        <source>Public figures &amp; news</source>
        <translation type="unfinished">Personnalités et actualités</translation>
    </message>
    <message>
        <source>Posts about known people, companies and news events rather than a private story.</source>
        <translation type="unfinished">Messages sur des personnes connues, des entreprises et l’actualité plutôt qu’un récit personnel.</translation>
    </message>
    <message>
        <source>#MeToo story codebook (proposal)</source>
        <translation type="unfinished">Livre de codes des récits #MeToo (proposition)</translation>
    </message>
    <message>
        <source>covered first</source>
        <translation type="unfinished">d’abord masqué</translation>
    </message>
    <message>
        <source>GUID</source>
        <translation type="unfinished">GUID</translation>
    </message>
    <message>
        <source>Codebook %1</source>
        <translation type="unfinished">Livre de codes %1</translation>
    </message>
    <message>
        <source>The table has no column “name”. It needs one, and may have “definition”, “id”, “group” and “rule”.</source>
        <translation type="unfinished">Le tableau n’a pas de colonne «&#xa0;name&#xa0;». Il en faut une, et il peut avoir «&#xa0;definition&#xa0;», «&#xa0;id&#xa0;», «&#xa0;group&#xa0;» et «&#xa0;rule&#xa0;».</translation>
    </message>
    <message>
        <source>A theme&apos;s id is made of letters, digits, _ and -, unlike “%1”.</source>
        <translation type="unfinished">L’identifiant d’un thème se compose de lettres, de chiffres, de _ et de -, contrairement à «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>It has more than %1 rows, so it is no codebook: one has at most %2 themes.</source>
        <translation type="unfinished">Il a plus de %1 lignes, ce n’est donc pas un livre de codes&#xa0;: un tel livre a au plus %2 thèmes.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished">Ce fichier n’existe pas.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation type="unfinished">C’est vide.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished">Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation type="unfinished">Rétablir&#xa0;: %1</translation>
    </message>
    <message>
        <source>The first one</source>
        <translation type="unfinished">La première</translation>
    </message>
</context>
<context>
    <name>CodingsPreview</name>
    <message>
        <source>%1 (not in the codebook)</source>
        <translation type="unfinished">%1 (absent du livre de codes)</translation>
    </message>
    <message>
        <source>not: %1</source>
        <translation type="unfinished">non : %1</translation>
    </message>
    <message>
        <source>a list of themes</source>
        <translation type="unfinished">une liste de thèmes</translation>
    </message>
    <message>
        <source>Codings by hand come from: %1.</source>
        <translation type="unfinished">Les codages à la main viennent de : %1.</translation>
    </message>
</context>
<context>
    <name>Collection</name>
    <message>
        <source>The search has too many brackets inside brackets. Write it with fewer.</source>
        <translation type="unfinished">La recherche a trop de parenthèses imbriquées. Écrivez-la avec moins de parenthèses.</translation>
    </message>
    <message>
        <source>The import of “%1” was interrupted. Import the file again first; then its rejected records can be read once more.</source>
        <translation type="unfinished">L’import de «&#xa0;%1&#xa0;» a été interrompu. Importez d’abord de nouveau le fichier&#xa0;; ses enregistrements rejetés pourront alors être relus.</translation>
    </message>
    <message>
        <source>This collection has no import %1.</source>
        <translation type="unfinished">Cette collection n’a pas d’import %1.</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation type="unfinished">Nouvelle demande</translation>
    </message>
    <message>
        <source>The stories are gone, but the collection&apos;s journal file could not be emptied, so their words stay in it until the collection is closed. Close it once.</source>
        <translation type="unfinished">Les récits ont disparu, mais le fichier journal de la collection n’a pas pu être vidé&#xa0;; leurs mots y restent donc jusqu’à ce qu’elle soit fermée. Fermez-la une fois.</translation>
    </message>
    <message>
        <source>Stopped. The records that weren&apos;t read again are still set aside.</source>
        <translation type="unfinished">Arrêté. Les enregistrements qui n’ont pas été relus restent mis de côté.</translation>
    </message>
    <message>
        <source>This collection has no theme %1.</source>
        <translation type="unfinished">Cette collection n’a pas de thème %1.</translation>
    </message>
    <message>
        <source>This was stopped before it was done.</source>
        <translation type="unfinished">L’opération a été arrêtée avant la fin.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished">Arrêté.</translation>
    </message>
    <message>
        <source>%1 (of %2)</source>
        <translation type="unfinished">%1 (du %2)</translation>
    </message>
    <message>
        <source>Their words have left the collection&apos;s file.</source>
        <translation type="unfinished">Leurs mots ont quitté le fichier de la collection.</translation>
    </message>
    <message>
        <source>Copies and backups of it still hold them.</source>
        <translation type="unfinished">Ses copies et ses sauvegardes les contiennent encore.</translation>
    </message>
    <message>
        <source>A codebook needs a name.</source>
        <translation type="unfinished">Un livre de codes doit avoir un nom.</translation>
    </message>
    <message>
        <source>This collection has a codebook named “%1” already. Choose another name.</source>
        <translation type="unfinished">Cette collection a déjà un livre de codes nommé «&#xa0;%1&#xa0;». Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>This codebook is not in the collection any more.</source>
        <translation type="unfinished">Ce livre de codes n’est plus dans la collection.</translation>
    </message>
    <message>
        <source>Another codebook is in force by now, so nothing was changed.</source>
        <translation type="unfinished">Un autre livre de codes est désormais en vigueur&#xa0;: rien n’a donc été modifié.</translation>
    </message>
    <message>
        <source>Copies that were saved before still hold them, unless they are older than the stories: %1. So do backups by other programs.</source>
        <translation type="unfinished">Les copies enregistrées auparavant les contiennent encore, à moins d’être plus anciennes que les récits&#xa0;: %1. Les sauvegardes d’autres programmes aussi.</translation>
    </message>
    <message>
        <source>These copies are not where they were saved any more; wherever else they are, they hold them, too: %1.</source>
        <translation type="unfinished">Ces copies ne sont plus là où elles ont été enregistrées&#xa0;; où qu’elles soient, elles les contiennent aussi&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>ColourSwatch</name>
    <message>
        <source>Blue</source>
        <translation type="unfinished">Bleu</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished">Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished">Vert</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished">Rose</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation type="unfinished">Ocre</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished">Bleu canard</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished">Violet</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished">Gris</translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished">Aucune</translation>
    </message>
</context>
<context>
    <name>ColumnMapping</name>
    <message>
        <source>A story has no field “%1”. The fields are %2.</source>
        <translation type="unfinished">Un récit n’a pas de champ «&#xa0;%1&#xa0;». Les champs sont %2.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Write it like Europe/Berlin or UTC.</source>
        <translation type="unfinished">Il n’y a pas de fuseau horaire «&#xa0;%1&#xa0;». Écrivez-le comme Europe/Berlin ou UTC.</translation>
    </message>
    <message>
        <source>“dates” can be day-first, month-first or excel, not “%1”.</source>
        <translation type="unfinished">«&#xa0;dates&#xa0;» peut valoir day-first, month-first ou excel, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished">Texte</translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished">Date et heure</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished">Plateforme</translation>
    </message>
    <message>
        <source>Number on the platform</source>
        <translation type="unfinished">Numéro sur la plateforme</translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished">Lien</translation>
    </message>
    <message>
        <source>Author&apos;s number</source>
        <translation type="unfinished">Numéro de l’auteur</translation>
    </message>
    <message>
        <source>Author&apos;s handle</source>
        <translation type="unfinished">Nom de compte de l’auteur</translation>
    </message>
    <message>
        <source>Author&apos;s name</source>
        <translation type="unfinished">Nom de l’auteur</translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished">Langue</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation type="unfinished">Avertissement de contenu</translation>
    </message>
    <message>
        <source>Descriptions of pictures</source>
        <translation type="unfinished">Descriptions d’images</translation>
    </message>
    <message>
        <source>Hashtags</source>
        <translation type="unfinished">Hashtags</translation>
    </message>
    <message>
        <source>Reply to</source>
        <translation type="unfinished">Réponse à</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished">Cite</translation>
    </message>
    <message>
        <source>Marked as sensitive</source>
        <translation type="unfinished">Marqué comme sensible</translation>
    </message>
    <message>
        <source>“%1” names no column. Write FIELD=COLUMN, for example text=body.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» ne nomme aucune colonne. Écrivez FIELD=COLUMN, par exemple text=body.</translation>
    </message>
    <message>
        <source>The field “%1” is given two columns. Keep one of them.</source>
        <translation type="unfinished">Le champ «&#xa0;%1&#xa0;» reçoit deux colonnes. N’en gardez qu’une.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>What is to be measured? So far only: tidemark bench select.</source>
        <translation type="unfinished">Que faut-il mesurer&#xa0;? Pour l’instant, seulement&#xa0;: tidemark bench select.</translation>
    </message>
    <message>
        <source>--repeat takes a number from 1 on.</source>
        <translation type="unfinished">--repeat prend un nombre à partir de 1.</translation>
    </message>
    <message>
        <source>       count    median       p95     worst    median       p95     worst  filter</source>
        <translation type="unfinished">      nombre   médiane       p95      pire   médiane       p95      pire  filtre</translation>
    </message>
    <message>
        <source>             warm, ms                      store asked again, ms</source>
        <translation type="unfinished">             à chaud, ms                   base réinterrogée, ms</translation>
    </message>
    <message>
        <source>measure how long whole answers take</source>
        <translation type="unfinished">mesurer le temps que prennent des réponses complètes</translation>
    </message>
    <message>
        <source>For each FILTER (quote it, so that it is one argument) the whole answer is asked for again and again: count, all facets, a timeline of at most 400 buckets, and the first 100 stories with their text. The median, the 95th percentile and the worst time are printed in milliseconds: first warm, then with words and attributes looked up in the full text each time.

With --json each filter gives one line: filter, count, warm and store_asked_again, each of these two with median_ms, p95_ms, worst_ms and samples_ms.</source>
        <translation type="unfinished">Pour chaque FILTER (entre guillemets, pour qu’il forme un seul argument), la réponse complète est demandée plusieurs fois&#xa0;: nombre, toutes les facettes, une chronologie d’au plus 400 intervalles et les 100 premiers récits avec leur texte. La médiane, le 95e centile et le pire temps sont affichés en millisecondes&#xa0;: d’abord à chaud, puis en recherchant chaque fois les mots et les attributs dans le texte intégral.

Avec --json, chaque filtre donne une ligne&#xa0;: filter, count, warm et store_asked_again, ces deux derniers avec median_ms, p95_ms, worst_ms et samples_ms.</translation>
    </message>
    <message>
        <source>how often each answer is measured (9)</source>
        <translation type="unfinished">combien de fois chaque réponse est mesurée (9)</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished">Vérification</translation>
    </message>
    <message>
        <source>The collection is whole: %1 stories.</source>
        <translation type="unfinished">La collection est intacte&#xa0;: %1 récits.</translation>
    </message>
    <message>
        <source>look whether a collection is whole</source>
        <translation type="unfinished">vérifier si une collection est intacte</translation>
    </message>
    <message>
        <source>Reads the whole file. Prints a sentence for each thing that is wrong.</source>
        <translation type="unfinished">Lit tout le fichier. Affiche une phrase pour chaque défaut.</translation>
    </message>
    <message>
        <source>There is neither a command nor a file “%1”; --help lists the commands.</source>
        <translation type="unfinished">Il n’y a ni commande ni fichier «&#xa0;%1&#xa0;»&#xa0;; --help énumère les commandes.</translation>
    </message>
    <message>
        <source>There is no display to open the window on. The commands work without one; --help lists them.</source>
        <translation type="unfinished">Il n’y a pas d’affichage où ouvrir la fenêtre. Les commandes fonctionnent sans affichage&#xa0;; --help les énumère.</translation>
    </message>
    <message>
        <source>print the number of stories that a filter selects</source>
        <translation type="unfinished">afficher le nombre de récits qu’un filtre sélectionne</translation>
    </message>
    <message>
        <source>%1 (%2) would bring:</source>
        <translation type="unfinished">%1 (%2) apporterait&#xa0;:</translation>
    </message>
    <message>
        <source>stories</source>
        <translation type="unfinished">récits</translation>
    </message>
    <message>
        <source>reposts</source>
        <translation type="unfinished">reposts</translation>
    </message>
    <message>
        <source>(stories inside reposts)</source>
        <translation type="unfinished">(récits contenus dans des reposts)</translation>
    </message>
    <message>
        <source>taken back by their authors</source>
        <translation type="unfinished">retirés par leurs auteurs</translation>
    </message>
    <message>
        <source>records that would be skipped</source>
        <translation type="unfinished">enregistrements qui seraient ignorés</translation>
    </message>
    <message>
        <source>records that would be set aside</source>
        <translation type="unfinished">enregistrements qui seraient mis de côté</translation>
    </message>
    <message>
        <source>--separator is a comma, a semicolon, | or tab, not “%1”.</source>
        <translation type="unfinished">--separator est une virgule, un point-virgule, | ou tab, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>--for is spreadsheet or analysis, not “%1”.</source>
        <translation type="unfinished">--for est spreadsheet ou analysis, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>--themes is joined or wide, not “%1”.</source>
        <translation type="unfinished">--themes est joined ou wide, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>--columns names no column.</source>
        <translation type="unfinished">--columns ne nomme aucune colonne.</translation>
    </message>
    <message>
        <source>Say where to with --output FILE, or --output - for standard output.</source>
        <translation type="unfinished">Indiquez la destination avec --output FILE, ou --output - pour la sortie standard.</translation>
    </message>
    <message>
        <source>“%1” is there already. Name another file, or say --overwrite.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» existe déjà. Nommez un autre fichier, ou ajoutez --overwrite.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation type="unfinished">Export</translation>
    </message>
    <message>
        <source>Left out, for they look as if they were about people: %1. Name them in “settings shown-columns”, or export with --profile full.</source>
        <translation type="unfinished">Colonnes omises, car elles semblent concerner des personnes&#xa0;: %1. Nommez-les dans «&#xa0;settings shown-columns&#xa0;», ou exportez avec --profile full.</translation>
    </message>
    <message>
        <source>1 story written to %1</source>
        <translation type="unfinished">1 récit écrit dans %1</translation>
    </message>
    <message>
        <source>%1 stories written to %2</source>
        <translation type="unfinished">%1 récits écrits dans %2</translation>
    </message>
    <message>
        <source>write exactly the filtered stories to CSV</source>
        <translation type="unfinished">écrire exactement les récits filtrés en CSV</translation>
    </message>
    <message>
        <source>The file is whole or isn&apos;t there. Beside it stands NAME.manifest.json with the filter, the number of rows and what was replaced.

Columns: %1. Attributes are asked for by their names, or as attr:NAME where a column has that name.

The pseudonymous profile replaces people&apos;s handles, mail addresses, phone numbers and links; what people wrote stays, and can often be found again with a search engine.</source>
        <translation type="unfinished">Le fichier est complet ou n’existe pas. À côté se trouve NAME.manifest.json avec le filtre, le nombre de lignes et ce qui a été remplacé.

Colonnes&#xa0;: %1. Les attributs se demandent par leur nom, ou par attr:NAME lorsqu’une colonne porte ce nom.

Le profil pseudonymous remplace les noms de compte, les adresses électroniques, les numéros de téléphone et les liens des personnes&#xa0;; ce qu’elles ont écrit reste, et peut souvent être retrouvé avec un moteur de recherche.</translation>
    </message>
    <message>
        <source>where to; - is standard output (then without a manifest)</source>
        <translation type="unfinished">destination&#xa0;; - est la sortie standard (alors sans manifeste)</translation>
    </message>
    <message>
        <source>without the near-copies of earlier stories, as with is:original</source>
        <translation type="unfinished">sans les quasi-copies de récits antérieurs, comme avec is:original</translation>
    </message>
    <message>
        <source>analysis (R, Python, an archive: the default) or spreadsheet</source>
        <translation type="unfinished">analysis (R, Python, une archive&#xa0;: par défaut) ou spreadsheet</translation>
    </message>
    <message>
        <source>a comma (the default), a semicolon, | or tab</source>
        <translation type="unfinished">une virgule (par défaut), un point-virgule, | ou tab</translation>
    </message>
    <message>
        <source>joined (one column, the default) or wide (one column of 0 and 1 each)</source>
        <translation type="unfinished">joined (une colonne, par défaut) ou wide (une colonne de 0 et de 1 pour chacun)</translation>
    </message>
    <message>
        <source>pseudonyms that only this export uses</source>
        <translation type="unfinished">des pseudonymes que seul cet export utilise</translation>
    </message>
    <message>
        <source>write no manifest</source>
        <translation type="unfinished">ne pas écrire de manifeste</translation>
    </message>
    <message>
        <source>replace a file that is there already</source>
        <translation type="unfinished">remplacer un fichier qui existe déjà</translation>
    </message>
    <message>
        <source>No story has an attribute “%1”.</source>
        <translation type="unfinished">Aucun récit n’a d’attribut «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>print the count of every theme, voice, platform, language and source</source>
        <translation type="unfinished">afficher le nombre de récits de chaque thème, voix, plateforme, langue et source</translation>
    </message>
    <message>
        <source>The whole filter applies to every facet. Themes overlap, so their counts don&apos;t add up; “none” is no theme.</source>
        <translation type="unfinished">Le filtre entier s’applique à chaque facette. Les thèmes se recoupent, leurs nombres ne s’additionnent donc pas&#xa0;; «&#xa0;none&#xa0;» signifie aucun thème.</translation>
    </message>
    <message>
        <source>count the values of this attribute too</source>
        <translation type="unfinished">compter aussi les valeurs de cet attribut</translation>
    </message>
    <message>
        <source>Whose token is it? Name the source with --source.</source>
        <translation type="unfinished">À qui est ce jeton&#xa0;? Nommez la source avec --source.</translation>
    </message>
    <message>
        <source>%1: %2 new, %3 changed, %4 reposts, %5 left out</source>
        <translation type="unfinished">%1&#xa0;: %2 nouveaux, %3 modifiés, %4 reposts, %5 omis</translation>
    </message>
    <message>
        <source>This collection has no subscription yet; tidemark sources add makes one.</source>
        <translation type="unfinished">Cette collection n’a pas encore d’abonnement&#xa0;; tidemark sources add en crée un.</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation type="unfinished">Récupération</translation>
    </message>
    <message>
        <source>The collection holds %1 stories.</source>
        <translation type="unfinished">La collection contient %1 récits.</translation>
    </message>
    <message>
        <source>bring in what is new at the sources that are subscribed to</source>
        <translation type="unfinished">apporter ce qui est nouveau dans les sources auxquelles la collection est abonnée</translation>
    </message>
    <message>
        <source>the token for this fetch alone, where the keyring has none: a line of standard input, or an environment variable</source>
        <translation type="unfinished">le jeton pour cette seule récupération, quand le trousseau n’en a pas&#xa0;: une ligne de l’entrée standard, ou une variable d’environnement</translation>
    </message>
    <message>
        <source>“%1” is not a story&apos;s number.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» n’est pas le numéro d’un récit.</translation>
    </message>
    <message>
        <source>Name the stories by their numbers, as list prints them.</source>
        <translation type="unfinished">Désignez les récits par leurs numéros, tels que list les affiche.</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation type="unfinished">Oubli</translation>
    </message>
    <message>
        <source>%1 of the named stories are not in the collection.</source>
        <translation type="unfinished">%1 des récits indiqués ne sont pas dans la collection.</translation>
    </message>
    <message>
        <source>take stories out for good, because someone asks to be left out</source>
        <translation type="unfinished">retirer définitivement des récits, parce que quelqu’un demande à ne pas y figurer</translation>
    </message>
    <message>
        <source>A FILTER is the text of the search box: words (all of them), &quot;a phrase&quot;, pre*, AND, OR, NOT or -word, ( ), NEAR(a b, 5), #hashtag; theme:a,b (any of), theme:a theme:b (both), -theme:a, theme:none; voice:, platform:, lang: (a code, or unknown), source:&quot;name&quot;, attr:name=value, id:; since:2017-10-15 and until:2017-10-22 (both days included); is:unread, is:read, is:starred, is:undated, is:do-not-quote, is:original, is:copy, copies:&gt;10, has:note, has:theme, has:warning, coded:hand. Without a filter, all stories.</source>
        <translation type="unfinished">Un FILTER est le texte du champ de recherche&#xa0;: des mots (tous), &quot;une expression&quot;, pré*, AND, OR, NOT ou -mot, ( ), NEAR(a b, 5), #hashtag&#xa0;; theme:a,b (l’un des deux), theme:a theme:b (les deux), -theme:a, theme:none&#xa0;; voice:, platform:, lang: (un code, ou unknown), source:&quot;nom&quot;, attr:nom=valeur, id:&#xa0;; since:2017-10-15 et until:2017-10-22 (les deux jours compris)&#xa0;; is:unread, is:read, is:starred, is:undated, is:do-not-quote, is:original, is:copy, copies:&gt;10, has:note, has:theme, has:warning, coded:hand. Sans filtre, tous les récits.</translation>
    </message>
    <message>
        <source>Usage: tidemark [FILE...]
       tidemark COMMAND [options] ...

</source>
        <translation type="unfinished">Utilisation&#xa0;: tidemark [FILE...]
              tidemark COMMAND [options] ...

</translation>
    </message>
    <message>
        <source>Without a command, the window opens: with a collection (*.tidemark), or with other files to import.</source>
        <translation type="unfinished">Sans commande, la fenêtre s’ouvre&#xa0;: avec une collection (*.tidemark), ou avec d’autres fichiers à importer.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation type="unfinished">Commandes&#xa0;:</translation>
    </message>
    <message>
        <source>Exit codes: %1</source>
        <translation type="unfinished">Codes de sortie&#xa0;: %1</translation>
    </message>
    <message>
        <source>Usage: tidemark %1 [options] %2</source>
        <translation type="unfinished">Utilisation&#xa0;: tidemark %1 [options] %2</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation type="unfinished">Options&#xa0;:</translation>
    </message>
    <message>
        <source>read what a movement said</source>
        <translation type="unfinished">lire ce qu’un mouvement a dit</translation>
    </message>
    <message>
        <source>Tidemark gathers publicly shared stories of a movement from files into one private local collection, filters them by theme, shows their volume over time, shows each as plain text, and exports exactly the filtered set to CSV.</source>
        <translation type="unfinished">Tidemark rassemble dans une collection locale et privée, à partir de fichiers, les récits partagés publiquement d’un mouvement, les filtre par thème, montre leur volume au fil du temps, montre chacun en texte simple et exporte exactement l’ensemble filtré en CSV.</translation>
    </message>
    <message>
        <source>A collection is an ordinary SQLite database with the views stories and story_themes. It is not encrypted: keep it on an encrypted disk.</source>
        <translation type="unfinished">Une collection est une base de données SQLite ordinaire avec les vues stories et story_themes. Elle n’est pas chiffrée&#xa0;: gardez-la sur un disque chiffré.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished">Import</translation>
    </message>
    <message>
        <source>Name the files to import.</source>
        <translation type="unfinished">Nommez les fichiers à importer.</translation>
    </message>
    <message>
        <source>The collection holds 1 story.</source>
        <translation type="unfinished">La collection contient 1 récit.</translation>
    </message>
    <message>
        <source>bring the stories of files into a collection, which is made if it isn&apos;t there</source>
        <translation type="unfinished">apporter les récits de fichiers dans une collection, créée si elle n’existe pas</translation>
    </message>
    <message>
        <source>which column of a CSV or JSON file is which field; the rest is guessed</source>
        <translation type="unfinished">quelle colonne d’un fichier CSV ou JSON est quel champ&#xa0;; le reste est deviné</translation>
    </message>
    <message>
        <source>keep only these other columns as attributes; without it, all that aren&apos;t mapped</source>
        <translation type="unfinished">ne garder comme attributs que ces autres colonnes&#xa0;; sans cette option, toutes celles qui n’ont pas de correspondance</translation>
    </message>
    <message>
        <source>columns that look as if they were about people, and are to be kept in sight</source>
        <translation type="unfinished">colonnes qui semblent concerner des personnes et doivent rester visibles</translation>
    </message>
    <message>
        <source>columns that become codings by hand: 1 or 0 (yes or no) for a theme, or, with themes=COLUMN, a list of themes; the coder is the file&apos;s name</source>
        <translation type="unfinished">colonnes qui deviennent des codages à la main&#xa0;: 1 ou 0 (yes ou no) pour un thème, ou, avec themes=COLUMN, une liste de thèmes&#xa0;; le codeur est le nom du fichier</translation>
    </message>
    <message>
        <source>from now on the collection keeps no record as it came, which makes it smaller</source>
        <translation type="unfinished">désormais, la collection ne garde plus les enregistrements d’origine, ce qui la rend plus petite</translation>
    </message>
    <message>
        <source>from now on it keeps them again, as a new collection does</source>
        <translation type="unfinished">désormais, elle les garde de nouveau, comme une nouvelle collection</translation>
    </message>
    <message>
        <source>the platform of a CSV file without such a column</source>
        <translation type="unfinished">la plateforme d’un fichier CSV sans une telle colonne</translation>
    </message>
    <message>
        <source>take up to 2 GiB of memory for a zstd file that asks for it</source>
        <translation type="unfinished">utiliser jusqu’à 2&#xa0;Gio de mémoire pour un fichier zstd qui le demande</translation>
    </message>
    <message>
        <source>There is no option --%1 here; --help lists them.</source>
        <translation type="unfinished">Il n’y a pas d’option --%1 ici&#xa0;; --help les énumère.</translation>
    </message>
    <message>
        <source>--%1 needs a value: %2.</source>
        <translation type="unfinished">--%1 a besoin d’une valeur&#xa0;: %2.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number, not “%2”.</source>
        <translation type="unfinished">--%1 prend un nombre entier, pas «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>undated</source>
        <translation type="unfinished">sans date</translation>
    </message>
    <message>
        <source>print the first stories that a filter selects</source>
        <translation type="unfinished">afficher les premiers récits qu’un filtre sélectionne</translation>
    </message>
    <message>
        <source>With --json, one story a line. Handles in a text read person-1, person-2, ... in order of appearance, unless the profile is full.</source>
        <translation type="unfinished">Avec --json, un récit par ligne. Les noms de compte dans un texte deviennent person-1, person-2, ... dans l’ordre d’apparition, sauf si le profil est full.</translation>
    </message>
    <message>
        <source>at most so many; 20 without it</source>
        <translation type="unfinished">au plus ce nombre&#xa0;; 20 sans cette option</translation>
    </message>
    <message>
        <source>There is no platform “%1”. There are: %2.</source>
        <translation type="unfinished">Il n’y a pas de plateforme «&#xa0;%1&#xa0;». Il y a&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation type="unfinished">Demande</translation>
    </message>
    <message>
        <source>%1 stories still stand where they were shared.</source>
        <translation type="unfinished">%1 récits sont toujours là où ils ont été partagés.</translation>
    </message>
    <message>
        <source>%1 are out of sight there: hidden here, and gone in seven days.</source>
        <translation type="unfinished">%1 n’y sont plus visibles&#xa0;: masqués ici, ils disparaîtront dans sept jours.</translation>
    </message>
    <message>
        <source>%1 that were hidden can be seen again.</source>
        <translation type="unfinished">%1 qui étaient masqués sont de nouveau visibles.</translation>
    </message>
    <message>
        <source>Of %1 nobody said anything; they stay as they are.</source>
        <translation type="unfinished">Pour %1, aucune réponse&#xa0;; ils restent tels quels.</translation>
    </message>
    <message>
        <source>ask the platforms whether the stories still stand there</source>
        <translation type="unfinished">demander aux plateformes si les récits y sont toujours</translation>
    </message>
    <message>
        <source>whose token --token-from gives</source>
        <translation type="unfinished">à qui appartient le jeton que donne --token-from</translation>
    </message>
    <message>
        <source>a token or app password where the keyring has none: a line of standard input, or an environment variable</source>
        <translation type="unfinished">un jeton ou un mot de passe d’application quand le trousseau n’en a pas&#xa0;: une ligne de l’entrée standard, ou une variable d’environnement</translation>
    </message>
    <message>
        <source>There is no import %1 that set records aside.</source>
        <translation type="unfinished">Il n’y a pas d’import %1 ayant mis des enregistrements de côté.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read: %2.</source>
        <translation type="unfinished">Impossible de lire «&#xa0;%1&#xa0;»&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Say “rejected list”, “rejected export FILE” or “rejected retry”, with a file of edited records if you have one.</source>
        <translation type="unfinished">Indiquez «&#xa0;rejected list&#xa0;», «&#xa0;rejected export FILE&#xa0;» ou «&#xa0;rejected retry&#xa0;», avec un fichier d’enregistrements corrigés si vous en avez un.</translation>
    </message>
    <message>
        <source>list the records that imports set aside, write them to a file, or read them once more</source>
        <translation type="unfinished">énumérer les enregistrements que des imports ont mis de côté, les écrire dans un fichier, ou les relire</translation>
    </message>
    <message>
        <source>export writes JSON Lines with run, source, record, reason and content. Mend the contents there and give the file to retry, or mend nothing and say with --map how the columns are to be understood. What can be read then comes in as stories of the same source; the rest stays set aside.</source>
        <translation type="unfinished">export écrit du JSON Lines avec run, source, record, reason et content. Corrigez-y les contenus et donnez le fichier à retry, ou ne corrigez rien et indiquez avec --map comment comprendre les colonnes. Ce qui peut être lu entre alors comme récits de la même source&#xa0;; le reste demeure de côté.</translation>
    </message>
    <message>
        <source>only what this import set aside</source>
        <translation type="unfinished">seulement ce que cet import a mis de côté</translation>
    </message>
    <message>
        <source>retry: which column is which field, as for import</source>
        <translation type="unfinished">retry&#xa0;: quelle colonne est quel champ, comme pour import</translation>
    </message>
    <message>
        <source>retry: the other columns to keep, as for import</source>
        <translation type="unfinished">retry&#xa0;: les autres colonnes à garder, comme pour import</translation>
    </message>
    <message>
        <source>retry: columns about people to keep in sight, as for import</source>
        <translation type="unfinished">retry&#xa0;: colonnes concernant des personnes à garder visibles, comme pour import</translation>
    </message>
    <message>
        <source>retry: columns that become codings, as for import</source>
        <translation type="unfinished">retry&#xa0;: colonnes qui deviennent des codages, comme pour import</translation>
    </message>
    <message>
        <source>retry: the platform, as for import</source>
        <translation type="unfinished">retry&#xa0;: la plateforme, comme pour import</translation>
    </message>
    <message>
        <source>retry: the form of the records, if it isn&apos;t the file&apos;s</source>
        <translation type="unfinished">retry&#xa0;: la forme des enregistrements, si ce n’est pas celle du fichier</translation>
    </message>
    <message>
        <source>1 record read</source>
        <translation type="unfinished">1 enregistrement lu</translation>
    </message>
    <message>
        <source>%1 records read</source>
        <translation type="unfinished">%1 enregistrements lus</translation>
    </message>
    <message>
        <source>new stories</source>
        <translation type="unfinished">nouveaux récits</translation>
    </message>
    <message>
        <source>already there</source>
        <translation type="unfinished">déjà présents</translation>
    </message>
    <message>
        <source>already there, now with more or a newer text</source>
        <translation type="unfinished">déjà présents, désormais complétés ou avec un texte plus récent</translation>
    </message>
    <message>
        <source>(stories that came inside reposts)</source>
        <translation type="unfinished">(récits arrivés dans des reposts)</translation>
    </message>
    <message>
        <source>taken back by their authors, or forgotten here</source>
        <translation type="unfinished">retirés par leurs auteurs, ou oubliés ici</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished">ignorés</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation type="unfinished">mis de côté</translation>
    </message>
    <message>
        <source>  An import of this file that was interrupted went on behind record %1.</source>
        <translation type="unfinished">  Un import interrompu de ce fichier a repris après l’enregistrement %1.</translation>
    </message>
    <message>
        <source>  Stopped. Import the file again to go on where it stopped.</source>
        <translation type="unfinished">  Arrêté. Importez de nouveau le fichier pour reprendre là où l’import s’est arrêté.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. They are named like UTC and Europe/Berlin.</source>
        <translation type="unfinished">Il n’y a pas de fuseau horaire «&#xa0;%1&#xa0;». Ils se nomment comme UTC et Europe/Berlin.</translation>
    </message>
    <message>
        <source>Changing the time zone</source>
        <translation type="unfinished">Changement du fuseau horaire</translation>
    </message>
    <message>
        <source>Changing the public accounts</source>
        <translation type="unfinished">Modification des comptes publics</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t among the columns that look as if they were about people: %2.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» n’est pas parmi les colonnes qui semblent concerner des personnes&#xa0;: %2.</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation type="unfinished">il n’y en a pas</translation>
    </message>
    <message>
        <source>Changing the shown columns</source>
        <translation type="unfinished">Modification des colonnes affichées</translation>
    </message>
    <message>
        <source>Say “settings time-zone ZONE”, “settings public-accounts A,B” or “settings shown-columns A,B”.</source>
        <translation type="unfinished">Indiquez «&#xa0;settings time-zone ZONE&#xa0;», «&#xa0;settings public-accounts A,B&#xa0;» ou «&#xa0;settings shown-columns A,B&#xa0;».</translation>
    </message>
    <message>
        <source>print the settings that go with a collection, or change one</source>
        <translation type="unfinished">afficher les réglages propres à une collection, ou en modifier un</translation>
    </message>
    <message>
        <source>time-zone: that of the days in since: and until:, of timelines, and of the date and time columns for spreadsheets; UTC at first.

public-accounts: handles of the public and of organisations, which stay as they are where people read as person-N; the list replaces the one before, and an empty one (&quot;&quot;) clears it.

shown-columns: those among the columns that look as if they were about people which are shown and exported pseudonymously all the same.</source>
        <translation type="unfinished">time-zone&#xa0;: le fuseau des jours dans since: et until:, des chronologies, et des colonnes de date et d’heure pour tableurs&#xa0;; UTC au départ.

public-accounts&#xa0;: noms de compte de personnalités publiques et d’organisations, qui restent tels quels là où les personnes deviennent person-N&#xa0;; la liste remplace la précédente, et une liste vide (&quot;&quot;) l’efface.

shown-columns&#xa0;: parmi les colonnes qui semblent concerner des personnes, celles qui sont tout de même affichées et exportées sous pseudonyme.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished">oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished">non</translation>
    </message>
    <message>
        <source>Name a story by its number, as list prints it.</source>
        <translation type="unfinished">Désignez un récit par son numéro, tel que list l’affiche.</translation>
    </message>
    <message>
        <source>print everything about stories</source>
        <translation type="unfinished">afficher tout ce qui concerne des récits</translation>
    </message>
    <message>
        <source>There is no service “%1”: feed, mastodon, bluesky or x.</source>
        <translation type="unfinished">Il n’y a pas de service «&#xa0;%1&#xa0;»&#xa0;: feed, mastodon, bluesky ou x.</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation type="unfinished">Ajout</translation>
    </message>
    <message>
        <source>Keeping the token</source>
        <translation type="unfinished">Conservation du jeton</translation>
    </message>
    <message>
        <source>Its token is in the system&apos;s keyring.</source>
        <translation type="unfinished">Son jeton est dans le trousseau du système.</translation>
    </message>
    <message>
        <source>This system has no keyring, so its token is kept nowhere: give it to each fetch with --token-from.</source>
        <translation type="unfinished">Ce système n’a pas de trousseau, son jeton n’est donc conservé nulle part&#xa0;: donnez-le à chaque récupération avec --token-from.</translation>
    </message>
    <message>
        <source>Added “%1” (%2). Nothing is fetched before you ask: tidemark fetch.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» ajouté (%2). Rien n’est récupéré avant que vous ne le demandiez&#xa0;: tidemark fetch.</translation>
    </message>
    <message>
        <source> (paused)</source>
        <translation type="unfinished"> (en pause)</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation type="unfinished">Suppression</translation>
    </message>
    <message>
        <source>Removed “%1” and %2 stories that only it had brought.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» supprimé, avec %2 récits qu’il était seul à avoir apportés.</translation>
    </message>
    <message>
        <source>Removed “%1”. Its stories stay.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» supprimé. Ses récits restent.</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation type="unfinished">Modification</translation>
    </message>
    <message>
        <source>Say what to do and with which: add ADDRESS, list, pause NAME, resume NAME, remove NAME, import FILE, opml.</source>
        <translation type="unfinished">Indiquez quoi faire et avec quoi&#xa0;: add ADDRESS, list, pause NAME, resume NAME, remove NAME, import FILE, opml.</translation>
    </message>
    <message>
        <source>There is no “%1” here: add, list, pause, resume, remove, import, opml.</source>
        <translation type="unfinished">Il n’y a pas de «&#xa0;%1&#xa0;» ici&#xa0;: add, list, pause, resume, remove, import, opml.</translation>
    </message>
    <message>
        <source>There is no subscription “%1”; tidemark sources list shows them all.</source>
        <translation type="unfinished">Il n’y a pas d’abonnement «&#xa0;%1&#xa0;»&#xa0;; tidemark sources list les montre tous.</translation>
    </message>
    <message>
        <source>“%1” is no date. Write it as 2017-10-15.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» n’est pas une date. Écrivez-la comme 2017-10-15.</translation>
    </message>
    <message>
        <source>what brings stories: subscriptions to servers and feeds, and files</source>
        <translation type="unfinished">ce qui apporte des récits&#xa0;: abonnements à des serveurs et à des flux, et fichiers</translation>
    </message>
    <message>
        <source>A subscription is fetched when you ask for it (tidemark fetch) and at no other time. ADDRESS is that of a feed (RSS, Atom, JSON Feed) or of a page that names one; of a server with Mastodon&apos;s API, with the hashtags to follow; of your own Bluesky server (https://bsky.social); or https://api.x.com. Only https is used, except for servers in your own network whose address you type. import takes the feeds of an OPML file, opml writes one.

Authors who ask not to be found by searching, and those who show their posts only to people who are logged in, are left out.</source>
        <translation type="unfinished">Un abonnement est récupéré quand vous le demandez (tidemark fetch) et à aucun autre moment. ADDRESS est celle d’un flux (RSS, Atom, JSON Feed) ou d’une page qui en nomme un&#xa0;; d’un serveur doté de l’API de Mastodon, avec les hashtags à suivre&#xa0;; de votre propre serveur Bluesky (https://bsky.social)&#xa0;; ou https://api.x.com. Seul https est utilisé, sauf pour les serveurs de votre propre réseau dont vous saisissez l’adresse. import prend les flux d’un fichier OPML, opml en écrit un.

Les auteurs qui demandent à ne pas être trouvés par la recherche, et ceux qui ne montrent leurs publications qu’aux personnes connectées, sont omis.</translation>
    </message>
    <message>
        <source>feed, mastodon, bluesky or x; mastodon where hashtags are named, else feed</source>
        <translation type="unfinished">feed, mastodon, bluesky ou x&#xa0;; mastodon si des hashtags sont nommés, sinon feed</translation>
    </message>
    <message>
        <source>what to call it; without it, what it asks for and where</source>
        <translation type="unfinished">son nom&#xa0;; sans cette option, ce qu’il demande et où</translation>
    </message>
    <message>
        <source>hashtags, of which a story has any</source>
        <translation type="unfinished">hashtags, dont un récit a au moins un</translation>
    </message>
    <message>
        <source>hashtags, all of which it has</source>
        <translation type="unfinished">hashtags, qu’il a tous</translation>
    </message>
    <message>
        <source>hashtags, none of which it has</source>
        <translation type="unfinished">hashtags, dont il n’a aucun</translation>
    </message>
    <message>
        <source>what Bluesky or X search for, in their own query language</source>
        <translation type="unfinished">ce que Bluesky ou X recherchent, dans leur propre langage de requête</translation>
    </message>
    <message>
        <source>your account on Bluesky, whose app password lets Tidemark search</source>
        <translation type="unfinished">votre compte Bluesky, dont le mot de passe d’application permet à Tidemark de chercher</translation>
    </message>
    <message>
        <source>where the token (Mastodon, X) or app password (Bluesky) comes from: a line of standard input, or an environment variable. It goes into the system&apos;s keyring</source>
        <translation type="unfinished">d’où vient le jeton (Mastodon, X) ou le mot de passe d’application (Bluesky)&#xa0;: une ligne de l’entrée standard, ou une variable d’environnement. Il va dans le trousseau du système</translation>
    </message>
    <message>
        <source>how far back to fetch; without it, as far as the server goes</source>
        <translation type="unfinished">jusqu’où remonter&#xa0;; sans cette option, aussi loin que va le serveur</translation>
    </message>
    <message>
        <source>X: search the full archive, not the last seven days</source>
        <translation type="unfinished">X&#xa0;: chercher dans l’archive complète, pas dans les sept derniers jours</translation>
    </message>
    <message>
        <source>X: how many posts one fetch may read at most, for each costs money</source>
        <translation type="unfinished">X&#xa0;: combien de publications une récupération peut lire au plus, car chacune est payante</translation>
    </message>
    <message>
        <source>remove: the stories that only it had brought go, too</source>
        <translation type="unfinished">remove&#xa0;: les récits qu’il était seul à avoir apportés disparaissent aussi</translation>
    </message>
    <message>
        <source>The answer could not be written to standard output: %1.</source>
        <translation type="unfinished">La réponse n’a pas pu être écrite sur la sortie standard&#xa0;: %1.</translation>
    </message>
    <message>
        <source>the collection; without it, the one that the window opens by default</source>
        <translation type="unfinished">la collection&#xa0;; sans cette option, celle que la fenêtre ouvre par défaut</translation>
    </message>
    <message>
        <source>print JSON, for programs</source>
        <translation type="unfinished">afficher du JSON, pour des programmes</translation>
    </message>
    <message>
        <source>pseudonymous (people as person-N, the default) or full (names and links)</source>
        <translation type="unfinished">pseudonymous (les personnes deviennent person-N, par défaut) ou full (noms et liens)</translation>
    </message>
    <message>
        <source>--collection needs the name of a file.</source>
        <translation type="unfinished">--collection a besoin du nom d’un fichier.</translation>
    </message>
    <message>
        <source>--profile is pseudonymous or full, not “%1”.</source>
        <translation type="unfinished">--profile est pseudonymous ou full, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Stories: %1</source>
        <translation type="unfinished">Récits&#xa0;: %1</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation type="unfinished">Règle&#xa0;: %1</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation type="unfinished">Codage</translation>
    </message>
    <message>
        <source>There is no theme “%1”; “tidemark themes” lists them.</source>
        <translation type="unfinished">Il n’y a pas de thème «&#xa0;%1&#xa0;»&#xa0;; «&#xa0;tidemark themes&#xa0;» les énumère.</translation>
    </message>
    <message>
        <source>rule: a changed rule codes all stories anew; what was set by hand stays. A rule is a query over words: word, &quot;a phrase&quot;, pre*, NEAR(a b, 5), AND, OR, NOT, ( ).</source>
        <translation type="unfinished">rule&#xa0;: une règle modifiée code de nouveau tous les récits&#xa0;; ce qui a été attribué à la main reste. Une règle est une requête sur des mots&#xa0;: mot, &quot;une expression&quot;, pré*, NEAR(a b, 5), AND, OR, NOT, ( ).</translation>
    </message>
    <message>
        <source>evaluate: learns from the stories of --train that were coded by hand and judges on those of --test. A story that nobody coded with a theme, present or absent, doesn&apos;t count for it; one that is not coded with all the themes doesn&apos;t count for the exact match. A story in both is only judged. support is the number of stories that have the theme, exact_match the share with all themes right, hamming_score the share of right answers among all, macro_f1 the mean of the themes&apos; F1; where nothing is said to be present, precision is 0. The name “voice” among the themes stands for the voices.</source>
        <translation type="unfinished">evaluate&#xa0;: apprend à partir des récits de --train codés à la main et juge sur ceux de --test. Un récit que personne n’a codé pour un thème, présent ou absent, ne compte pas pour ce thème&#xa0;; un récit qui n’est pas codé pour tous les thèmes ne compte pas pour la concordance exacte. Un récit présent dans les deux est seulement jugé. support est le nombre de récits qui ont le thème, exact_match la part de ceux dont tous les thèmes sont justes, hamming_score la part de réponses justes parmi toutes, macro_f1 la moyenne des F1 des thèmes&#xa0;; là où rien n’est dit présent, la précision vaut 0. Le nom «&#xa0;voice&#xa0;» parmi les thèmes désigne les voix.</translation>
    </message>
    <message>
        <source>“themes %1” isn&apos;t understood; “tidemark themes --help” tells what can be said.</source>
        <translation type="unfinished">«&#xa0;themes %1&#xa0;» n’est pas compris&#xa0;; «&#xa0;tidemark themes --help&#xa0;» dit ce qui est possible.</translation>
    </message>
    <message>
        <source>--cut is accuracy, f1, or precision: with a share, such as precision:0.9; not “%1”.</source>
        <translation type="unfinished">--cut est accuracy, f1, ou precision&#xa0;: avec une part, comme precision:0.9&#xa0;; pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>list the themes, change their rules, learn them, and judge how well they are found</source>
        <translation type="unfinished">énumérer les thèmes, modifier leurs règles, les apprendre, et juger à quel point ils sont bien trouvés</translation>
    </message>
    <message>
        <source>label: the columns that hold codings</source>
        <translation type="unfinished">label&#xa0;: les colonnes qui contiennent des codages</translation>
    </message>
    <message>
        <source>label: the themes that they are codings of, in the same order</source>
        <translation type="unfinished">label&#xa0;: les thèmes qu’elles codent, dans le même ordre</translation>
    </message>
    <message>
        <source>label: who coded them, where several did</source>
        <translation type="unfinished">label&#xa0;: qui les a codés, si plusieurs personnes l’ont fait</translation>
    </message>
    <message>
        <source>train: the stories to learn from, table: those to count; without it, all</source>
        <translation type="unfinished">train&#xa0;: les récits à partir desquels apprendre&#xa0;; table&#xa0;: ceux à compter&#xa0;; sans cette option, tous</translation>
    </message>
    <message>
        <source>train, import: say what would change, and change nothing</source>
        <translation type="unfinished">train, import&#xa0;: dire ce qui changerait, et ne rien changer</translation>
    </message>
    <message>
        <source>train: learn from fewer stories, too, to see whether more coding would help</source>
        <translation type="unfinished">train&#xa0;: apprendre aussi à partir de moins de récits, pour voir si davantage de codage aiderait</translation>
    </message>
    <message>
        <source>evaluate: the stories to learn from</source>
        <translation type="unfinished">evaluate&#xa0;: les récits à partir desquels apprendre</translation>
    </message>
    <message>
        <source>evaluate: the stories to judge on</source>
        <translation type="unfinished">evaluate&#xa0;: les récits sur lesquels juger</translation>
    </message>
    <message>
        <source>these themes; without it, all that are coded by hand, present and absent</source>
        <translation type="unfinished">ces thèmes&#xa0;; sans cette option, tous ceux qui sont codés à la main, présents et absents</translation>
    </message>
    <message>
        <source>table: theme, voice, platform, language or month. evaluate: judge the rule, the model (learned from the texts alone), or both (the rules&apos; hits are among what it learns from; the default)</source>
        <translation type="unfinished">table&#xa0;: theme, voice, platform, language ou month. evaluate&#xa0;: juger la règle (rule), le modèle (model, appris des textes seuls), ou les deux (both&#xa0;: les résultats de la règle font partie de ce dont il apprend&#xa0;; par défaut)</translation>
    </message>
    <message>
        <source>another seed deals other folds; the same one gives the same model</source>
        <translation type="unfinished">une autre graine répartit autrement les parties&#xa0;; la même donne le même modèle</translation>
    </message>
    <message>
        <source>--by is rule, model or both, not “%1”.</source>
        <translation type="unfinished">--by est rule, model ou both, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>theme</source>
        <translation type="unfinished">thème</translation>
    </message>
    <message>
        <source>have it</source>
        <translation type="unfinished">l’ont</translation>
    </message>
    <message>
        <source>  accuracy  precision  recall      F1  cut</source>
        <translation type="unfinished">  justesse  précision  rappel      F1  seuil</translation>
    </message>
    <message>
        <source>All labels right: %1 % of %2 stories that are coded with all of them.</source>
        <translation type="unfinished">Toutes les étiquettes justes&#xa0;: %1&#xa0;% des %2 récits codés avec toutes.</translation>
    </message>
    <message>
        <source>Right answers among all: %1 %.</source>
        <translation type="unfinished">Réponses justes parmi toutes&#xa0;: %1&#xa0;%.</translation>
    </message>
    <message>
        <source>Name the stories to judge on: --test FILTER.</source>
        <translation type="unfinished">Indiquez les récits sur lesquels juger&#xa0;: --test FILTER.</translation>
    </message>
    <message>
        <source>Name the stories to learn from: --train FILTER.</source>
        <translation type="unfinished">Indiquez les récits à partir desquels apprendre&#xa0;: --train FILTER.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished">Apprentissage</translation>
    </message>
    <message>
        <source>Nothing is new in it.</source>
        <translation type="unfinished">Il ne contient rien de nouveau.</translation>
    </message>
    <message>
        <source>Name the columns and as many themes: --from-columns Commenting,Ogling --as commenting,ogling.</source>
        <translation type="unfinished">Nommez les colonnes et autant de thèmes&#xa0;: --from-columns Commenting,Ogling --as commenting,ogling.</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation type="unfinished">non défini</translation>
    </message>
    <message>
        <source> (95 %: %1 to %2)</source>
        <translation type="unfinished"> (95&#xa0;%&#xa0;: %1 à %2)</translation>
    </message>
    <message>
        <source>%1 codings were taken from the columns.</source>
        <translation type="unfinished">%1 codages ont été pris dans les colonnes.</translation>
    </message>
    <message>
        <source>--by is theme, voice, platform, language or month, not “%1”.</source>
        <translation type="unfinished">--by est theme, voice, platform, language ou month, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>%1 % (%2 to %3)</source>
        <translation type="unfinished">%1&#xa0;% (%2 à %3)</translation>
    </message>
    <message>
        <source>%1: precision %2, recall %3, F1 %4, right in %5 %</source>
        <translation type="unfinished">%1&#xa0;: précision %2, rappel %3, F1 %4, juste dans %5&#xa0;%</translation>
    </message>
    <message>
        <source>Learned from %1 stories coded by hand, tried %2 times on a part that was kept aside; %3 are copies of others and were kept together.</source>
        <translation type="unfinished">Appris à partir de %1 récits codés à la main, essayé %2 fois sur une partie mise de côté&#xa0;; %3 sont des copies d’autres récits et ont été gardés ensemble.</translation>
    </message>
    <message>
        <source>%1 of them have the very words of another one, and other codings.</source>
        <translation type="unfinished">%1 d’entre eux ont exactement les mots d’un autre, et d’autres codages.</translation>
    </message>
    <message>
        <source>%1: %2 stories coded, %3 have it</source>
        <translation type="unfinished">%1&#xa0;: %2 récits codés, %3 l’ont</translation>
    </message>
    <message>
        <source>learned</source>
        <translation type="unfinished">appris</translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished">règle</translation>
    </message>
    <message>
        <source>What was learned is not better than the rule, so the rule stays.</source>
        <translation type="unfinished">Ce qui a été appris n’est pas meilleur que la règle&#xa0;; la règle reste donc.</translation>
    </message>
    <message>
        <source>Of the whole collection %1 stories have it now; %2 would enter and %3 leave.</source>
        <translation type="unfinished">Dans toute la collection, %1 récits l’ont maintenant&#xa0;; %2 entreraient et %3 sortiraient.</translation>
    </message>
    <message>
        <source>From %1 stories, F1 on the same fifth: %2</source>
        <translation type="unfinished">À partir de %1 récits, F1 sur le même cinquième&#xa0;: %2</translation>
    </message>
    <message>
        <source>Now coded by what was learned: %1. “tidemark themes recode --themes %2” goes back to the rules.</source>
        <translation type="unfinished">Désormais codés par ce qui a été appris&#xa0;: %1. «&#xa0;tidemark themes recode --themes %2&#xa0;» revient aux règles.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished">Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>All stories were coded anew by the rules; what was set by hand stays.</source>
        <translation type="unfinished">Tous les récits ont été codés de nouveau par les règles&#xa0;; ce qui a été attribué à la main reste.</translation>
    </message>
    <message>
        <source>--split is theme, voice, platform or language, not “%1”.</source>
        <translation type="unfinished">--split est theme, voice, platform ou language, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>--by is minute, hour, day, week, month or year, not “%1”.</source>
        <translation type="unfinished">--by est minute, hour, day, week, month ou year, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>--count is stories, posts or accounts, not “%1”.</source>
        <translation type="unfinished">--count est stories, posts ou accounts, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The stories lie too far apart to be counted by %1. Narrow them with since: and until:, or say --by %2.</source>
        <translation type="unfinished">Les récits sont trop éloignés les uns des autres pour être comptés par %1. Restreignez-les avec since: et until:, ou indiquez --by %2.</translation>
    </message>
    <message>
        <source>print the volume over time</source>
        <translation type="unfinished">afficher le volume au fil du temps</translation>
    </message>
    <message>
        <source>Buckets without a story are printed too. Stories without a date are counted apart: the buckets and the undated ones together are the filter&apos;s count (in stories). Times are in the collection&apos;s time zone.</source>
        <translation type="unfinished">Les intervalles sans récit sont affichés aussi. Les récits sans date sont comptés à part&#xa0;: les intervalles et les récits sans date forment ensemble le nombre du filtre (en récits). Les heures sont dans le fuseau horaire de la collection.</translation>
    </message>
    <message>
        <source>minute, hour, day, week, month or year; without it, what fits</source>
        <translation type="unfinished">minute, hour, day, week, month ou year&#xa0;; sans cette option, ce qui convient</translation>
    </message>
    <message>
        <source>stories (the default), posts (with reposts) or accounts (distinct in each bucket)</source>
        <translation type="unfinished">stories (par défaut), posts (avec les reposts) ou accounts (distincts dans chaque intervalle)</translation>
    </message>
    <message>
        <source>theme, voice, platform or language</source>
        <translation type="unfinished">theme, voice, platform ou language</translation>
    </message>
    <message>
        <source>There is no token in “%1”.</source>
        <translation type="unfinished">Il n’y a pas de jeton dans «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>train: learns themes from the stories of --filter that were coded by hand (at least 50), says how good it is on parts that were kept aside, beside the rule over the same stories, and what would change; then codes the whole collection by it, where it is better than the rule. Codings by hand always win, and a theme is coded by its rule or by what was learned, never by both. Voices are learned where --themes names them (voice, voice:support); of those learned, the likeliest alone is asked whether it reaches its cut, and where it doesn&apos;t, the rules&apos; voice holds unless it is one of them.</source>
        <translation type="unfinished">train&#xa0;: apprend des thèmes à partir des récits de --filter codés à la main (au moins 50), dit quelle est la qualité du résultat sur des parties mises de côté, à côté de la règle sur les mêmes récits, et ce qui changerait&#xa0;; puis code ainsi toute la collection, là où c’est mieux que la règle. Les codages à la main l’emportent toujours, et un thème est codé par sa règle ou par ce qui a été appris, jamais par les deux. Les voix sont apprises là où --themes les nomme (voice, voice:support)&#xa0;; de celles-ci, seule la plus probable doit atteindre son seuil, et sinon la voix des règles vaut, sauf si elle en fait partie.</translation>
    </message>
    <message>
        <source>recode: applies the rules to all stories anew; themes and voices that a model codes go back to their rules, with --themes only these.</source>
        <translation type="unfinished">recode&#xa0;: applique de nouveau les règles à tous les récits&#xa0;; les thèmes et les voix qu’un modèle code reviennent à leurs règles, avec --themes seulement ceux-ci.</translation>
    </message>
    <message>
        <source>A column is taken as a theme, or as “voice” where it names the voice.</source>
        <translation type="unfinished">Une colonne est prise comme thème, ou comme «&#xa0;voice&#xa0;» si elle nomme la voix.</translation>
    </message>
    <message>
        <source>%1 cells say neither yes nor no (1 or 0), or name no voice, and were left out.</source>
        <translation type="unfinished">%1 cellules ne disent ni oui ni non (1 ou 0), ou ne nomment aucune voix, et ont été laissées de côté.</translation>
    </message>
    <message>
        <source>%1 (retired)</source>
        <translation type="unfinished">%1 (retiré)</translation>
    </message>
    <message>
        <source>table: how often each theme is said with each other theme, voice, platform, language or month (--by), as CSV: stories, or with --share the share of the row&apos;s or the column&apos;s stories. Themes overlap, so the counts don&apos;t add up; undated stories are in no month.</source>
        <translation type="unfinished">table : combien de fois chaque thème apparaît avec chaque autre thème, voix, plateforme, langue ou mois (--by), en CSV : des récits ou, avec --share, la part des récits de la ligne ou de la colonne. Les thèmes se recoupent, les nombres ne s’additionnent donc pas ; les récits sans date ne sont dans aucun mois.</translation>
    </message>
    <message>
        <source>lexicon: rules for the same themes in German (de), Spanish (es) and French (fr), each for stories in that language alone. Nobody has measured yet how well they find the themes, so each is off until it is switched on; switching codes all stories anew.</source>
        <translation type="unfinished">lexicon : des règles pour les mêmes thèmes en allemand (de), espagnol (es) et français (fr), chacune pour les récits dans cette langue seulement. Personne n’a encore mesuré à quel point elles trouvent les thèmes, chacun est donc désactivé jusqu’à ce qu’on l’active ; changer code de nouveau tous les récits.</translation>
    </message>
    <message>
        <source>show: the codebook as it was in this version</source>
        <translation type="unfinished">show&#xa0;: le livre de codes tel qu’il était dans cette version</translation>
    </message>
    <message>
        <source>table: shares of the row (the theme) or of the column</source>
        <translation type="unfinished">table : parts de la ligne (le thème) ou de la colonne</translation>
    </message>
    <message>
        <source>This collection has no version %1 of its codebook; “tidemark themes history” lists those that it has.</source>
        <translation type="unfinished">Cette collection n’a pas de version %1 de son livre de codes&#xa0;; «&#xa0;tidemark themes history&#xa0;» énumère celles qu’elle a.</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation type="unfinished">Groupe&#xa0;: %1</translation>
    </message>
    <message>
        <source>Version %1 of the codebook has no theme “%2”.</source>
        <translation type="unfinished">La version %1 du livre de codes n’a pas de thème «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>%1 (unmeasured)</source>
        <translation type="unfinished">%1 (non mesuré)</translation>
    </message>
    <message>
        <source>A lexicon is switched on or off, not “%1”.</source>
        <translation type="unfinished">Un lexique s’active (on) ou se désactive (off), pas « %1 ».</translation>
    </message>
    <message>
        <source>There is no lexicon for “%1”; there are those for %2.</source>
        <translation type="unfinished">Il n’y a pas de lexique pour « %1 » ; il y a ceux pour %2.</translation>
    </message>
    <message>
        <source>--share is row or column, not “%1”.</source>
        <translation type="unfinished">--share est row ou column, pas « %1 ».</translation>
    </message>
    <message>
        <source>the encoding of a CSV file, such as windows-1252, macintosh or Shift_JIS; without it, found</source>
        <translation type="unfinished">l’encodage d’un fichier CSV, tel que windows-1252, macintosh ou Shift_JIS ; sans lui, il est reconnu</translation>
    </message>
    <message>
        <source>what separates the columns of a CSV file: one sign, or tab; without it, found</source>
        <translation type="unfinished">ce qui sépare les colonnes d’un fichier CSV : un signe, ou tab ; sans cela, il est reconnu</translation>
    </message>
    <message>
        <source>how cells of a CSV file are quoted: double, single, backslash or none; without it, found</source>
        <translation type="unfinished">comment les cellules d’un fichier CSV sont mises entre guillemets : double, single, backslash ou none ; sans cela, c’est reconnu</translation>
    </message>
    <message>
        <source>--order is newest, oldest, relevance or stored, not “%1”.</source>
        <translation type="unfinished">--order vaut newest, oldest, relevance ou stored, pas « %1 ».</translation>
    </message>
    <message>
        <source>which columns, in this order; one whose name holds a comma in double quotes, &apos;&quot;Town, State&quot;,text&apos;</source>
        <translation type="unfinished">quelles colonnes, dans cet ordre&#xa0;; celle dont le nom contient une virgule entre guillemets doubles&#xa0;: &apos;&quot;Town, State&quot;,text&apos;</translation>
    </message>
    <message>
        <source>newest (the default), oldest, relevance, or stored: as they came in, which is the quickest</source>
        <translation type="unfinished">newest (par défaut), oldest, relevance ou stored : dans l’ordre d’arrivée, le plus rapide</translation>
    </message>
    <message>
        <source>Text, author and raw record go; what is left is the time, the platform and the themes, and a mark that keeps later imports from bringing the story back. A story that came without an id, a link, a time and an author is known again by its words, if they are six or more. This can&apos;t be undone.</source>
        <translation type="unfinished">Le texte, l’auteur et l’enregistrement brut disparaissent&#xa0;; il reste l’heure, la plateforme et les thèmes, ainsi qu’une marque qui empêche les imports ultérieurs de ramener le récit. Un récit arrivé sans identifiant, sans lien, sans date et sans auteur est reconnu à ses mots, s’il y en a six ou plus. Cette opération est irréversible.</translation>
    </message>
    <message>
        <source>tidemark COMMAND --help tells more; tidemark manual prints the man page.</source>
        <translation type="unfinished">tidemark COMMAND --help en dit davantage&#xa0;; tidemark manual affiche la page de manuel.</translation>
    </message>
    <message>
        <source>Forgetting the token</source>
        <translation type="unfinished">Oubli du jeton</translation>
    </message>
    <message>
        <source>newest (the default) or oldest first, undated stories last; or relevance, where the filter has words and at most a million stories match</source>
        <translation type="unfinished">newest (par défaut) ou oldest d’abord, récits non datés à la fin ; ou relevance, si le filtre a des mots et qu’au plus un million de récits correspondent</translation>
    </message>
    <message>
        <source>--order is newest, oldest or relevance, not “%1”.</source>
        <translation type="unfinished">--order vaut newest, oldest ou relevance, pas « %1 ».</translation>
    </message>
    <message numerus="yes">
        <source>%n of the stories judged is a copy or near-copy of one learned from.</source>
        <translation type="unfinished">
            <numerusform>%n des récits jugés est une copie ou presque d’un récit appris.</numerusform>
            <numerusform>%n des récits jugés sont des copies ou presque de récits appris.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forgotten: %1.</source>
        <translation type="unfinished">Oubliés&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 were deleted there and are gone here.</source>
        <translation type="unfinished">%1 y ont été supprimés et ont disparu ici.</translation>
    </message>
    <message>
        <source>Formats: Twitter API v1.1 and v2, X&apos;s and Facebook&apos;s archives, twarc-csv, 4CAT, Zeeschuimer, CrowdTangle, Meta Content Library, Reddit dumps and answers, feeds (RSS, Atom, JSON Feed), ActivityPub archives, Mastodon&apos;s and Bluesky&apos;s answers, any CSV or TSV with a header, JSON of any shape, whose places are columns (post.author.name), Tidemark&apos;s own JSON Lines; plain or compressed, in a folder, zip or tar. The format is found from the content. A mapping, and an encoding, delimiter or quote that you name, are remembered by the names of the columns. Importing a file twice adds nothing; an interrupted import goes on where it stopped.

Fields for --map: text, posted_at, platform, native_id, permalink, author_id, author, author_name, language, content_warning, media_descriptions, hashtags, reply_to, quote_of, sensitive; besides dates=day-first, month-first or excel, and zone=Europe/Berlin for times without a zone.</source>
        <translation type="unfinished">Formats&#xa0;: API Twitter v1.1 et v2, archives de X et de Facebook, twarc-csv, 4CAT, Zeeschuimer, CrowdTangle, Meta Content Library, dumps et réponses de Reddit, flux (RSS, Atom, JSON Feed), archives ActivityPub, réponses de Mastodon et de Bluesky, tout CSV ou TSV avec un en-tête, JSON de toute forme, dont les emplacements sont des colonnes (post.author.name), JSON Lines de Tidemark&#xa0;; bruts ou compressés, dans un dossier, zip ou tar. Le format est reconnu d’après le contenu. Une correspondance, ainsi qu’un codage, un séparateur ou des guillemets que vous indiquez, sont retenus d’après les noms des colonnes. Importer un fichier deux fois n’ajoute rien&#xa0;; un import interrompu reprend là où il s’est arrêté.

Champs pour --map&#xa0;: text, posted_at, platform, native_id, permalink, author_id, author, author_name, language, content_warning, media_descriptions, hashtags, reply_to, quote_of, sensitive&#xa0;; en outre dates=day-first, month-first ou excel, et zone=Europe/Berlin pour les heures sans fuseau.</translation>
    </message>
    <message>
        <source>%1 (themes: %2, version %3)</source>
        <translation type="unfinished">%1 (thèmes&#xa0;: %2, version %3)</translation>
    </message>
    <message>
        <source>Renaming</source>
        <translation type="unfinished">Renommage</translation>
    </message>
    <message>
        <source>“%1” is in force and can&apos;t be deleted. Use another codebook first.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» est en vigueur et ne peut pas être supprimé. Utilisez d’abord un autre livre de codes.</translation>
    </message>
    <message>
        <source>This deletes “%1” with everything that was coded by hand under it. Say --yes to go on.</source>
        <translation type="unfinished">Cela supprime «&#xa0;%1&#xa0;» avec tout ce qui a été codé à la main avec lui. Ajoutez --yes pour continuer.</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation type="unfinished">Suppression</translation>
    </message>
    <message>
        <source>This collection has no codebook named “%1”; “tidemark themes codebooks” lists those that it has.</source>
        <translation type="unfinished">Cette collection n’a pas de livre de codes nommé «&#xa0;%1&#xa0;»&#xa0;; «&#xa0;tidemark themes codebooks&#xa0;» énumère ceux qu’elle a.</translation>
    </message>
    <message>
        <source>Codebooks are changed by: codebooks add NAME [FILE], codebooks use NAME, codebooks rename NAME NEW, codebooks remove NAME.</source>
        <translation type="unfinished">On change les livres de codes par&#xa0;: codebooks add NAME [FILE], codebooks use NAME, codebooks rename NAME NEW, codebooks remove NAME.</translation>
    </message>
    <message>
        <source>codebooks: a collection may have several, one for each study or language; one is in force (*), and all else is about that one. add NAME: one more, without themes, with those of FILE (a codebook or another collection), or as a copy of --codebook NAME. use NAME: codes all stories anew by it; what was coded by hand under the one before is kept with that one, and back when it is used again. rename NAME NEW. remove NAME --yes: with all that was coded under it.</source>
        <translation type="unfinished">codebooks&#xa0;: une collection peut en avoir plusieurs, un par étude ou par langue&#xa0;; un seul est en vigueur (*), et tout le reste le concerne. add NAME&#xa0;: un de plus, sans thèmes, avec ceux de FILE (un livre de codes ou une autre collection), ou en copie de --codebook NAME. use NAME&#xa0;: code de nouveau tous les récits d’après lui&#xa0;; ce qui a été codé à la main avec le précédent reste avec celui-ci et revient quand il sert de nouveau. rename NAME NEW. remove NAME --yes&#xa0;: avec tout ce qui a été codé avec lui.</translation>
    </message>
    <message>
        <source>export, show --version: this codebook, which need not be in force; codebooks add: the one to copy</source>
        <translation type="unfinished">export, show --version&#xa0;: ce livre de codes, qui peut ne pas être en vigueur&#xa0;; codebooks add&#xa0;: celui à copier</translation>
    </message>
    <message>
        <source>codebooks remove: go on</source>
        <translation type="unfinished">codebooks remove&#xa0;: continuer</translation>
    </message>
    <message>
        <source>only say what would come in, with what the collection remembers of such files; it isn&apos;t touched</source>
        <translation type="unfinished">dire seulement ce qui entrerait, avec ce que la collection retient de tels fichiers ; elle n’est pas touchée</translation>
    </message>
    <message>
        <source>import %1, %2, %3: %4</source>
        <translation type="unfinished">import %1, %2, %3 : %4</translation>
    </message>
    <message>
        <source>No story was coded by two coders. Bring in the second one&apos;s codings with “tidemark themes label --coder NAME”.</source>
        <translation type="unfinished">Aucun récit n’a été codé par deux codeurs. Apportez les codages du second avec «&#xa0;tidemark themes label --coder NAME&#xa0;».</translation>
    </message>
    <message>
        <source>“tidemark %1” takes options alone, not “%2”; --help lists them.</source>
        <translation type="unfinished">«&#xa0;tidemark %1&#xa0;» ne prend que des options, pas «&#xa0;%2&#xa0;»&#xa0;; --help les énumère.</translation>
    </message>
    <message>
        <source>--themes wide needs “themes” among the --columns.</source>
        <translation type="unfinished">--themes wide demande «&#xa0;themes&#xa0;» parmi les --columns.</translation>
    </message>
    <message>
        <source>--fresh-pseudonyms has no use with --profile full.</source>
        <translation type="unfinished">--fresh-pseudonyms n’a pas d’usage avec --profile full.</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation type="unfinished">--%1 ne prend pas de valeur.</translation>
    </message>
    <message>
        <source>--%1 is at most %2.</source>
        <translation type="unfinished">--%1 vaut au plus %2.</translation>
    </message>
    <message>
        <source>“%1” has no use for --%2.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» n’a pas d’usage pour --%2.</translation>
    </message>
    <message>
        <source>“%1” looks as if it were about people. Name it in “settings shown-columns” first.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» semble porter sur des personnes. Nommez-la d’abord dans «&#xa0;settings shown-columns&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” has %2 different values, too many to count each. Export the column instead.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» a %2 valeurs différentes, trop pour compter chacune. Exportez plutôt la colonne.</translation>
    </message>
    <message>
        <source>Stopped. What had come stays, and the next fetch goes on.</source>
        <translation type="unfinished">Arrêté. Ce qui est arrivé reste, et la prochaine récupération continue.</translation>
    </message>
    <message>
        <source>--%1 is said twice. Say it once.</source>
        <translation type="unfinished">--%1 est indiqué deux fois. Indiquez-le une seule fois.</translation>
    </message>
    <message>
        <source>Stopped before all stories were asked about.</source>
        <translation type="unfinished">Arrêté avant d’avoir demandé pour tous les récits.</translation>
    </message>
    <message>
        <source>export: replace a file that is there already</source>
        <translation type="unfinished">export&#xa0;: remplacer un fichier qui existe déjà</translation>
    </message>
    <message numerus="yes">
        <source>%n records written to %1</source>
        <translation type="unfinished">
            <numerusform>%n enregistrement écrit dans %1</numerusform>
            <numerusform>%n enregistrements écrits dans %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying the rule</source>
        <translation type="unfinished">Essaie la règle</translation>
    </message>
    <message>
        <source>The rule finds no story: check its words.</source>
        <translation type="unfinished">La règle ne trouve aucun récit : vérifiez ses mots.</translation>
    </message>
    <message>
        <source>The rule finds nearly every story: check its words.</source>
        <translation type="unfinished">La règle trouve presque tous les récits : vérifiez ses mots.</translation>
    </message>
    <message>
        <source>It finds %1 of the %2 stories that rules read.</source>
        <translation type="unfinished">Elle trouve %1 des %2 récits que les règles lisent.</translation>
    </message>
    <message>
        <source>Against the rule before, %1 entered and %2 left.</source>
        <translation type="unfinished">Par rapport à la règle précédente, %1 sont entrés et %2 sortis.</translation>
    </message>
    <message>
        <source>only this one, even if it is paused or gone; without it, all that aren&apos;t</source>
        <translation type="unfinished">seulement celui-ci, même s’il est en pause ou disparu&#xa0;; sans cette option, tous ceux qui ne sont ni en pause ni disparus</translation>
    </message>
    <message>
        <source>go back to this day once more, whatever was fetched before; what is older in a feed is left out</source>
        <translation type="unfinished">remonter encore une fois jusqu’à ce jour, quoi qui ait été récupéré auparavant&#xa0;; ce qui est plus ancien dans un flux est laissé de côté</translation>
    </message>
    <message>
        <source>%1 is still to come: nothing can have been shared since.</source>
        <translation type="unfinished">%1 est encore à venir&#xa0;: rien n’a pu être partagé depuis.</translation>
    </message>
    <message>
        <source>The numbers are those that list prints and exports write as “story”. --explain says what each theme and the voice rest on: the words that a rule found, or how likely a model holds it, from which probability on it codes it, and the words that spoke most for it and against it.</source>
        <translation type="unfinished">Les numéros sont ceux que list affiche et que les exports écrivent sous «&#xa0;story&#xa0;». --explain dit sur quoi reposent chaque thème et la voix&#xa0;: les mots qu’une règle a trouvés, ou à quel point un modèle le tient pour probable, à partir de quelle probabilité il le code et quels mots ont le plus parlé pour et contre.</translation>
    </message>
    <message>
        <source>say what each theme and the voice rest on</source>
        <translation type="unfinished">dit sur quoi reposent chaque thème et la voix</translation>
    </message>
    <message>
        <source>label: takes codings by hand out of columns that say 1 or 0, yes or no; as “voice”, out of one that names the voice (testimony, solidarity, support, commentary, unknown). With --coder they are kept as what this one said, and agreement tells, theme by theme and for the voice, how far coders agree: the share of answers alike, Cohen&apos;s kappa (of more than two coders Fleiss&apos;), and Krippendorff&apos;s alpha with its interval.</source>
        <translation type="unfinished">label&#xa0;: prend des codages à la main dans des colonnes qui disent 1 ou 0, yes ou no&#xa0;; comme «&#xa0;voice&#xa0;», dans une qui nomme la voix (testimony, solidarity, support, commentary, unknown). Avec --coder, ils sont conservés comme ce que cette personne a dit, et agreement indique, thème par thème et pour la voix, à quel point les codeurs s’accordent&#xa0;: la part de réponses identiques, le kappa de Cohen (pour plus de deux, celui de Fleiss) et l’alpha de Krippendorff avec son intervalle.</translation>
    </message>
    <message>
        <source>Fleiss&apos; kappa %1</source>
        <translation type="unfinished">kappa de Fleiss %1</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa %1</source>
        <translation type="unfinished">kappa de Cohen %1</translation>
    </message>
    <message>
        <source>%1: %2 stories by %3 coders, %4 % alike; %5; Krippendorff&apos;s alpha %6%7; they differ on %8 stories</source>
        <translation type="unfinished">%1&#xa0;: %2 récits par %3 codeurs, %4&#xa0;% identiques&#xa0;; %5&#xa0;; alpha de Krippendorff %6%7&#xa0;; ils divergent sur %8 récits</translation>
    </message>
    <message>
        <source>where the model says present: f1 (the default of train), accuracy (fewest errors, the default of evaluate), or precision:0.9</source>
        <translation type="unfinished">où le modèle dit présent&#xa0;: f1 (par défaut pour train), accuracy (le moins d’erreurs, par défaut pour evaluate), ou precision:0.9</translation>
    </message>
    <message>
        <source>Stories whose attributes are damaged, so that they count as having none: %1. “tidemark check” names them.</source>
        <translation type="unfinished">Récits dont les attributs sont endommagés et qui comptent comme s’ils n’en avaient pas&#xa0;: %1. «&#xa0;tidemark check&#xa0;» les nomme.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>A first fetch goes back as far as the subscription says; later ones bring only what is new, and fill the gap that a stopped one left. Each page is in the collection as soon as it came, so a fetch may be stopped at any time. Servers that ask for patience get it.

The exit code is 4 where a source isn&apos;t complete yet and nothing failed: its server asked for patience, couldn&apos;t be reached, or has more than one run takes. Ask again later; each such source is named on standard error.</source>
        <translation type="unfinished">Une première récupération remonte aussi loin que l’abonnement l’indique&#xa0;; les suivantes n’apportent que le nouveau, et comblent la lacune laissée par une récupération arrêtée. Chaque page est dans la collection dès son arrivée&#xa0;; une récupération peut donc être arrêtée à tout moment. Les serveurs qui demandent de patienter sont respectés.

Le code de sortie est 4 quand une source n’est pas encore complète et que rien n’a échoué&#xa0;: son serveur a demandé de patienter, n’a pas pu être joint, ou a plus que ce qu’une exécution prend. Redemander plus tard&#xa0;; chacune de ces sources est nommée sur la sortie d’erreur.</translation>
    </message>
    <message>
        <source>0: done. 1: failed. 2: wrong usage, such as a filter that can&apos;t be understood. 3: done, with records that had to be set aside. 4: not all of it yet, since a server asked for patience, couldn&apos;t be reached, has more than one run takes, or said nothing of some stories; ask again later. Of several files or sources the worst counts, whichever came first: 1, then 2, then 4, then 3.</source>
        <translation type="unfinished">0&#xa0;: fait. 1&#xa0;: échec. 2&#xa0;: mauvais usage, par exemple un filtre incompréhensible. 3&#xa0;: fait, avec des enregistrements qu’il a fallu mettre de côté. 4&#xa0;: pas encore tout, car un serveur a demandé de patienter, n’a pas pu être joint, a plus que ce qu’une exécution prend, ou n’a rien dit de certains récits&#xa0;; redemander plus tard. De plusieurs fichiers ou sources, le pire compte, quel que soit l’ordre&#xa0;: 1, puis 2, puis 4, puis 3.</translation>
    </message>
    <message>
        <source>What was deleted there goes here and stays away; what was edited there reads so here; what is out of sight there (its account protected, suspended or gone, or shown to fewer people) is hidden and goes after seven days; so is what was found by searching and whose author doesn&apos;t want that any more; where nobody answers, nothing changes. Stories of Mastodon are asked about at their own servers, as a stranger, and where these let no stranger in with the token of a source at that very server; those of Bluesky and X through the first source of that service.

The exit code is 4 where nobody said anything of some stories: the lines behind the figures say why.</source>
        <translation type="unfinished">Ce qui a été supprimé là-bas disparaît ici et ne revient pas&#xa0;; ce qui y a été modifié se lit de même ici&#xa0;; ce qui n’y est plus visible (compte protégé, suspendu ou disparu, ou montré à moins de personnes) est masqué et disparaît après sept jours, de même que ce qui a été trouvé par une recherche et dont l’auteur ne le veut plus&#xa0;; là où personne ne répond, rien ne change. Pour les récits de Mastodon, la demande va à leurs propres serveurs, sans s’identifier, et là où ceux-ci ne l’acceptent pas, avec le jeton d’une source de ce même serveur&#xa0;; pour ceux de Bluesky et de X, elle passe par la première source de ce service.

Le code de sortie est 4 quand personne n’a rien dit de certains récits&#xa0;: les lignes qui suivent les chiffres disent pourquoi.</translation>
    </message>
    <message>
        <source>history: the versions of the codebook, newest first. A rule that changes raises the version; an export&apos;s manifest names the one that it was made with; where several have one version, for no rule changed, they are told apart as N.1, N.2. show --version N (the last of these) or N.1: all themes as they were then, or with THEME this one.</source>
        <translation type="unfinished">history&#xa0;: les versions du livre de codes, la plus récente d’abord. Une règle qui change élève la version&#xa0;; le manifeste d’une exportation nomme celle avec laquelle elle a été faite&#xa0;; si plusieurs ont la même version, parce qu’aucune règle n’a changé, elles se distinguent par N.1, N.2. show --version N (la dernière d’entre elles) ou N.1&#xa0;: tous les thèmes tels qu’ils étaient alors, ou avec THEME celui-ci.</translation>
    </message>
    <message>
        <source>--version takes a number that “tidemark themes history” lists, such as 3 or 3.2, not “%1”.</source>
        <translation type="unfinished">--version prend un numéro que donne «&#xa0;tidemark themes history&#xa0;», comme 3 ou 3.2, et non «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>import, export: the codebook as Tidemark&apos;s JSON, as CSV (name, definition and all else that is known of a theme), or as a REFI-QDA codebook (.qdc: names, definitions, groups, colours); export - writes JSON to standard output, import - reads JSON or .qdc from standard input. What is imported adds themes and renews those of the same id or name; none goes.</source>
        <translation type="unfinished">import, export&#xa0;: le livre de codes en JSON de Tidemark, en CSV (nom, définition et tout ce que l’on sait d’autre d’un thème) ou en livre de codes REFI-QDA (.qdc&#xa0;: noms, définitions, groupes, couleurs)&#xa0;; export - écrit du JSON sur la sortie standard, import - lit du JSON ou du .qdc sur l’entrée standard. Ce qui est importé ajoute des thèmes et renouvelle ceux de même id ou de même nom&#xa0;; aucun ne disparaît.</translation>
    </message>
</context>
<context>
    <name>Container</name>
    <message>
        <source>%1 unpacks to more than %2 times its size, as files do that were made to fill a disk. Reading it stopped at %3 MiB.</source>
        <translation type="unfinished">%1 se décompresse à plus de %2 fois sa taille, comme le font les fichiers conçus pour remplir un disque. La lecture s’est arrêtée à %3&#xa0;Mio.</translation>
    </message>
    <message>
        <source>%1 holds more than fits on the disk beside the 2 GiB that stay free. Reading it stopped at %2 MiB. Make room and import it again.</source>
        <translation type="unfinished">%1 contient plus que ce qui tient sur le disque à côté des 2&#xa0;Gio qui restent libres. La lecture s’est arrêtée à %2&#xa0;Mio. Faites de la place et importez-le de nouveau.</translation>
    </message>
    <message>
        <source>%1 is protected by a password. Unpack it, and import the folder.</source>
        <translation type="unfinished">%1 est protégé par un mot de passe. Décompressez-le et importez le dossier.</translation>
    </message>
    <message>
        <source>%1 is a damaged or incomplete archive (%2). Get it again, or unpack what can be unpacked and import the folder.</source>
        <translation type="unfinished">%1 est une archive endommagée ou incomplète (%2). Procurez-vous-la de nouveau, ou décompressez ce qui peut l’être et importez le dossier.</translation>
    </message>
    <message>
        <source>%1 changed while it was read.</source>
        <translation type="unfinished">%1 a changé pendant sa lecture.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 files, which is more than one source. Unpack it, and import the folder or the files that hold the stories.</source>
        <translation type="unfinished">%1 contient plus de %2 fichiers, ce qui est plus qu’une source. Décompressez-le, et importez le dossier ou les fichiers qui contiennent les récits.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 files, which is more than one source. Choose the folder or the files that hold the stories.</source>
        <translation type="unfinished">%1 contient plus de %2 fichiers, ce qui est plus qu’une source. Choisissez le dossier ou les fichiers qui contiennent les récits.</translation>
    </message>
</context>
<context>
    <name>ContentLibraryReader</name>
    <message>
        <source>The research terms of Meta&apos;s Content Library govern this file: keep to them.</source>
        <translation type="unfinished">Les conditions de recherche de la Content Library de Meta régissent ce fichier&#xa0;: respectez-les.</translation>
    </message>
    <message>
        <source>Meta Content Library, CSV</source>
        <translation type="unfinished">Meta Content Library, CSV</translation>
    </message>
</context>
<context>
    <name>CountSentence</name>
    <message>
        <source>1 story</source>
        <translation type="unfinished">1 récit</translation>
    </message>
    <message>
        <source>%1 stories</source>
        <translation type="unfinished">%1 récits</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished">%1 sur %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 (invented)</source>
        <translation type="unfinished">%1 (inventé)</translation>
    </message>
    <message>
        <source>Newest first: at most %1 stories can be sorted by relevance.</source>
        <translation type="unfinished">Les plus récents d’abord : au plus %1 récits peuvent être triés par pertinence.</translation>
    </message>
    <message>
        <source>Newest first: only stories that words were searched for can be sorted by relevance.</source>
        <translation type="unfinished">Les plus récents d’abord : seuls les récits où des mots ont été cherchés peuvent être triés par pertinence.</translation>
    </message>
</context>
<context>
    <name>CrowdTangleReader</name>
    <message>
        <source>These are posts in groups. Some groups show their posts to members only; keep only what was public.</source>
        <translation type="unfinished">Ce sont des publications de groupes. Certains groupes ne montrent leurs publications qu’à leurs membres&#xa0;; ne gardez que ce qui était public.</translation>
    </message>
    <message>
        <source>CrowdTangle&apos;s export of Facebook or Instagram, CSV</source>
        <translation type="unfinished">export CrowdTangle de Facebook ou d’Instagram, CSV</translation>
    </message>
    <message numerus="yes">
        <source>The time zone of %n stories is not certain: their times are read as UTC and marked so. If you know which zone CrowdTangle was set to, say it and import the file again.</source>
        <translation type="unfinished">
            <numerusform>Le fuseau horaire de %n récit n’est pas certain&#xa0;: son heure est lue comme UTC et marquée ainsi. Si vous savez sur quel fuseau CrowdTangle était réglé, indiquez-le et importez de nouveau le fichier.</numerusform>
            <numerusform>Le fuseau horaire de %n récits n’est pas certain&#xa0;: leurs heures sont lues comme UTC et marquées ainsi. Si vous savez sur quel fuseau CrowdTangle était réglé, indiquez-le et importez de nouveau le fichier.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CsvReader</name>
    <message>
        <source>Columns were understood as: %1.</source>
        <translation type="unfinished">Les colonnes ont été comprises comme&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The columns “%1” and “%2” together are the time.</source>
        <translation type="unfinished">Les colonnes «&#xa0;%1&#xa0;» et «&#xa0;%2&#xa0;» forment ensemble la date et l’heure.</translation>
    </message>
    <message>
        <source>Columns that look as if they were about people are kept out of sight: %1.</source>
        <translation type="unfinished">Les colonnes qui semblent concerner des personnes sont gardées hors de vue&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Dates were read with the day first.</source>
        <translation type="unfinished">Les dates ont été lues avec le jour en premier.</translation>
    </message>
    <message>
        <source>Dates were read with the month first.</source>
        <translation type="unfinished">Les dates ont été lues avec le mois en premier.</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation type="unfinished">colonne %1</translation>
    </message>
    <message>
        <source>the line of column names once more</source>
        <translation type="unfinished">la ligne des noms de colonnes encore une fois</translation>
    </message>
    <message>
        <source>The file was written for a spreadsheet: the apostrophes that guard cells were taken off.</source>
        <translation type="unfinished">Le fichier a été écrit pour un tableur&#xa0;: les apostrophes qui protègent les cellules ont été enlevées.</translation>
    </message>
    <message numerus="yes">
        <source>%n times could not be read; those stories are undated.</source>
        <translation type="unfinished">
            <numerusform>%n heure n’a pas pu être lue&#xa0;; ce récit est sans date.</numerusform>
            <numerusform>%n heures n’ont pas pu être lues&#xa0;; ces récits sont sans date.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no column “%2”. Its columns are: %3.</source>
        <translation type="unfinished">%1 n’a pas de colonne «&#xa0;%2&#xa0;». Ses colonnes sont&#xa0;: %3.</translation>
    </message>
    <message>
        <source>The column “%1” can become one field only. Keep one of its uses.</source>
        <translation type="unfinished">La colonne «&#xa0;%1&#xa0;» ne peut devenir qu’un seul champ. Gardez l’un de ses usages.</translation>
    </message>
    <message>
        <source>%1 holds no whole record. It is cut off, damaged, or nested too deeply to be read.</source>
        <translation type="unfinished">%1 ne contient aucun enregistrement complet. Il est tronqué, endommagé ou imbriqué trop profondément pour être lu.</translation>
    </message>
    <message>
        <source>CSV with a first line of column names</source>
        <translation type="unfinished">CSV dont la première ligne contient les noms de colonnes</translation>
    </message>
    <message>
        <source>JSON of any shape</source>
        <translation type="unfinished">JSON de toute forme</translation>
    </message>
    <message numerus="yes">
        <source>The ids of %n stories were shortened by a spreadsheet (1.23E+17), so their last digits are lost. These stories are told apart by link, or by time, author and text. If you have the file as it was before it was opened there, import that instead.</source>
        <translation type="unfinished">
            <numerusform>Un tableur a raccourci le numéro de %n récit (1,23E+17), dont les derniers chiffres sont perdus. Ce récit est reconnu par son lien, ou par l’heure, l’auteur et le texte. Si vous avez le fichier tel qu’il était avant d’y être ouvert, importez plutôt celui-là.</numerusform>
            <numerusform>Un tableur a raccourci les numéros de %n récits (1,23E+17), dont les derniers chiffres sont perdus. Ces récits sont distingués par leur lien, ou par l’heure, l’auteur et le texte. Si vous avez le fichier tel qu’il était avant d’y être ouvert, importez plutôt celui-là.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 looks like plain text, not like a table. Tidemark reads tables with a first line of column names (delete the lines above it, if there are any), JSON, feeds, and what platforms give their users.</source>
        <translation type="unfinished">%1 ressemble à du texte simple, pas à un tableau. Tidemark lit des tableaux dont la première ligne contient les noms de colonnes (supprimez les lignes qui la précèdent), du JSON, des flux et ce que les plateformes remettent à leurs utilisateurs.</translation>
    </message>
    <message>
        <source>not public</source>
        <translation type="unfinished">non public</translation>
    </message>
    <message>
        <source>In %1 no column could be recognised as the text. Its columns are: %2. Say which one it is, in the import window or with --map text=COLUMN.</source>
        <translation type="unfinished">Dans %1, aucune colonne n’a pu être reconnue comme le texte. Ses colonnes sont&#xa0;: %2. Indiquez laquelle, dans la fenêtre d’import ou avec --map text=COLUMN.</translation>
    </message>
    <message>
        <source>Dates like 3/4/2018 can be read in two ways; the month was taken to come first. If it is the day, say so and import again.</source>
        <translation type="unfinished">Les dates comme 3/4/2018 peuvent se lire de deux façons&#xa0;; le mois a été supposé en premier. Si c’est le jour, indiquez-le et importez de nouveau.</translation>
    </message>
    <message>
        <source>%1 looks like a log, in which a program notes what it does: “%2” holds words such as info and error. If its lines are stories, say so in the import window or with --map text=%3.</source>
        <translation type="unfinished">%1 ressemble à un journal où un programme note ce qu’il fait&#xa0;: «&#xa0;%2&#xa0;» contient des mots comme info et error. Si ses lignes sont des récits, dites-le dans la fenêtre d’import ou avec --map text=%3.</translation>
    </message>
    <message>
        <source>%1 has texts under “%2”, but nothing says when, where or by whom they were written, as in a file of settings. If they are stories, say so in the import window or with --map text=%2.</source>
        <translation type="unfinished">%1 contient des textes sous «&#xa0;%2&#xa0;», mais rien ne dit quand, où ni par qui ils ont été écrits, comme dans un fichier de réglages. Si ce sont des récits, dites-le dans la fenêtre d’import ou avec --map text=%2.</translation>
    </message>
</context>
<context>
    <name>CsvTable</name>
    <message>
        <source>commas</source>
        <translation type="unfinished">des virgules</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation type="unfinished">des points-virgules</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation type="unfinished">des tabulations</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation type="unfinished">colonne %1</translation>
    </message>
    <message>
        <source>The first line of %1, with the names of its columns, can&apos;t be used: %2</source>
        <translation type="unfinished">La première ligne de %1, avec les noms de ses colonnes, est inutilisable&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 has no first line with the names of its columns.</source>
        <translation type="unfinished">%1 n’a pas de première ligne avec les noms de ses colonnes.</translation>
    </message>
    <message>
        <source>The file ends in the middle of this row.</source>
        <translation type="unfinished">Le fichier se termine au milieu de cette ligne.</translation>
    </message>
    <message>
        <source>Columns are separated by %1.</source>
        <translation type="unfinished">Les colonnes sont séparées par %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have fewer cells than the first line names.</source>
        <translation type="unfinished">
            <numerusform>%n ligne a moins de cellules que la première ligne n’en nomme.</numerusform>
            <numerusform>%n lignes ont moins de cellules que la première ligne n’en nomme.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have more cells than the first line names; the further cells are kept.</source>
        <translation type="unfinished">
            <numerusform>%n ligne a plus de cellules que la première ligne n’en nomme&#xa0;; les cellules supplémentaires sont conservées.</numerusform>
            <numerusform>%n lignes ont plus de cellules que la première ligne n’en nomme&#xa0;; les cellules supplémentaires sont conservées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cells are quoted with apostrophes.</source>
        <translation type="unfinished">Les cellules sont entre apostrophes.</translation>
    </message>
    <message>
        <source>Quotation marks in cells stand behind a backslash.</source>
        <translation type="unfinished">Les guillemets dans les cellules suivent une barre oblique inverse.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines above the names of the columns were passed over; the first one says “%1”.</source>
        <translation type="unfinished">
            <numerusform>%n ligne au-dessus des noms des colonnes a été ignorée ; la première dit « %1 ».</numerusform>
            <numerusform>%n lignes au-dessus des noms des colonnes ont été ignorées ; la première dit « %1 ».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CsvTokenizer</name>
    <message>
        <source>A cell or row is longer than 16 MiB.</source>
        <translation type="unfinished">Une cellule ou une ligne dépasse 16&#xa0;Mio.</translation>
    </message>
    <message>
        <source>A quotation mark is opened and never closed.</source>
        <translation type="unfinished">Un guillemet est ouvert et jamais fermé.</translation>
    </message>
    <message>
        <source>The file ends in the middle of this row.</source>
        <translation type="unfinished">Le fichier se termine au milieu de cette ligne.</translation>
    </message>
    <message>
        <source>The row has more than 10,000 cells.</source>
        <translation type="unfinished">La ligne a plus de 10&#x202f;000 cellules.</translation>
    </message>
</context>
<context>
    <name>Detection</name>
    <message>
        <source>a PDF document</source>
        <translation type="unfinished">un document PDF</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation type="unfinished">une image</translation>
    </message>
    <message>
        <source>a picture, sound or film</source>
        <translation type="unfinished">une image, un son ou un film</translation>
    </message>
    <message>
        <source>a Parquet table</source>
        <translation type="unfinished">un tableau Parquet</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation type="unfinished">une archive 7-Zip</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation type="unfinished">une archive RAR</translation>
    </message>
    <message>
        <source>a program</source>
        <translation type="unfinished">un programme</translation>
    </message>
    <message>
        <source>a text document</source>
        <translation type="unfinished">un document texte</translation>
    </message>
    <message>
        <source>a sound or film</source>
        <translation type="unfinished">un son ou un film</translation>
    </message>
    <message>
        <source>%1 is an archive inside another one. Unpack it, and import what is in it.</source>
        <translation type="unfinished">%1 est une archive dans une autre. Décompressez-la et importez ce qu’elle contient.</translation>
    </message>
    <message>
        <source>%1 is an old Excel or Word file. Open it there, save it as CSV (UTF-8), and import that file.</source>
        <translation type="unfinished">%1 est un ancien fichier Excel ou Word. Ouvrez-le dans ce programme, enregistrez-le en CSV (UTF-8) et importez ce fichier.</translation>
    </message>
    <message>
        <source>%1 is a database. If it is a Tidemark collection, open it with File &gt; Open or --collection; otherwise export its table as CSV and import that.</source>
        <translation type="unfinished">%1 est une base de données. S’il s’agit d’une collection Tidemark, ouvrez-la avec Fichier &gt; Ouvrir ou --collection&#xa0;; sinon, exportez sa table en CSV et importez celle-ci.</translation>
    </message>
    <message>
        <source>%1 is %2, which holds no stories that Tidemark can read. It reads tables, JSON, and archives of them.</source>
        <translation type="unfinished">%1 est %2, qui ne contient pas de récits que Tidemark puisse lire. Il lit des tableaux, du JSON et des archives qui en contiennent.</translation>
    </message>
    <message>
        <source>%1 looks like %2. Tidemark can&apos;t read that; turn it into a CSV file with a first line of column names and import that.</source>
        <translation type="unfinished">%1 ressemble à %2. Tidemark ne peut pas le lire&#xa0;; convertissez-le en un fichier CSV dont la première ligne contient les noms de colonnes et importez celui-ci.</translation>
    </message>
    <message>
        <source>%1 is empty: there is nothing to import.</source>
        <translation type="unfinished">%1 est vide&#xa0;: il n’y a rien à importer.</translation>
    </message>
    <message>
        <source>%1 is a web page, perhaps the answer of a site that wanted you to log in. Download the data itself and import that.</source>
        <translation type="unfinished">%1 est une page web, peut-être la réponse d’un site qui demandait de vous connecter. Téléchargez les données elles-mêmes et importez-les.</translation>
    </message>
    <message>
        <source>%1 is a list of bare ids: it says which posts are meant, not what they say. The posts have to be fetched first (“hydrated”), with a tool such as twarc or Hydrator; import what that writes.</source>
        <translation type="unfinished">%1 est une simple liste d’ids&#xa0;: elle indique quelles publications sont visées, pas ce qu’elles disent. Les publications doivent d’abord être récupérées («&#xa0;hydratées&#xa0;»), avec un outil comme twarc ou Hydrator&#xa0;; importez ce qu’il écrit.</translation>
    </message>
    <message>
        <source>%1 is not text, so there are no stories in it that Tidemark can read. It reads tables, JSON, and archives of them.</source>
        <translation type="unfinished">%1 n’est pas du texte, il ne contient donc pas de récits que Tidemark puisse lire. Il lit des tableaux, du JSON et des archives qui en contiennent.</translation>
    </message>
    <message>
        <source>%1 holds %2, which were not public and are never imported.</source>
        <translation type="unfinished">%1 contient %2, qui n’étaient pas publics et ne sont jamais importés.</translation>
    </message>
    <message>
        <source>%1 is a recording of web traffic (WARC or HTTP): what servers answered, with their headers. Take the answers out of it, without the headers, and import those.</source>
        <translation type="unfinished">%1 est un enregistrement de trafic web (WARC ou HTTP) : ce que des serveurs ont répondu, avec leurs en-têtes. Extrayez-en les réponses, sans les en-têtes, et importez-les.</translation>
    </message>
    <message>
        <source>%1 is a JSON list of bare texts or numbers: nothing says what they are, when they were written and where. Write them into a CSV file with a first line of column names, such as text, and import that.</source>
        <translation type="unfinished">%1 est une liste JSON de simples textes ou nombres : rien ne dit ce qu’ils sont, ni quand et où ils ont été écrits. Écrivez-les dans un fichier CSV dont la première ligne nomme les colonnes, par exemple text, et importez-le.</translation>
    </message>
</context>
<context>
    <name>EntriesReader</name>
    <message>
        <source>In %1 there are no stories that Tidemark can read: %2</source>
        <translation type="unfinished">%1 ne contient pas de récits que Tidemark puisse lire&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>In %1 there are no stories that Tidemark can read: none of its %n files is of a form that it knows.</source>
        <translation type="unfinished">
            <numerusform>%1 ne contient pas de récits que Tidemark puisse lire&#xa0;: son seul fichier (%n) n’a pas une forme qu’il connaît.</numerusform>
            <numerusform>%1 ne contient pas de récits que Tidemark puisse lire&#xa0;: aucun de ses %n fichiers n’a une forme qu’il connaît.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were read.</source>
        <translation type="unfinished">
            <numerusform>%n fichier a été lu.</numerusform>
            <numerusform>%n fichiers ont été lus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files hold no stories that Tidemark can read and were passed over: %1.</source>
        <translation type="unfinished">
            <numerusform>%n fichier ne contient pas de récits que Tidemark puisse lire et a été ignoré&#xa0;: %1.</numerusform>
            <numerusform>%n fichiers ne contiennent pas de récits que Tidemark puisse lire et ont été ignorés&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (In %2, record %3.)</source>
        <translation type="unfinished">%1 (Dans %2, enregistrement %3.)</translation>
    </message>
    <message>
        <source>%1 (In %2.)</source>
        <translation type="unfinished">%1 (Dans %2.)</translation>
    </message>
    <message>
        <source>%1 (In %2, line %3.)</source>
        <translation type="unfinished">%1 (Dans %2, ligne %3.)</translation>
    </message>
</context>
<context>
    <name>EventsFile</name>
    <message>
        <source>%1 holds no events: its first line has to name the columns date, label and source.</source>
        <translation type="unfinished">%1 ne contient pas d’événements&#xa0;: sa première ligne doit nommer les colonnes date, label et source.</translation>
    </message>
    <message>
        <source>Line %1 of %2 has no date like 2017-10-15. Nothing was taken from the file.</source>
        <translation type="unfinished">La ligne %1 de %2 n’a pas de date de la forme 2017-10-15. Rien n’a été repris du fichier.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 events.</source>
        <translation type="unfinished">%1 contient plus de %2 événements.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>The export could not be written: %1.</source>
        <translation type="unfinished">L’export n’a pas pu être écrit&#xa0;: %1.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2. Choose another place or make room there.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» n’a pas pu être écrit&#xa0;: %2. Choisissez un autre emplacement ou faites-y de la place.</translation>
    </message>
    <message>
        <source>There is no column “%1”. There are: %2; and attributes by their names, or as attr:NAME.</source>
        <translation type="unfinished">Il n’y a pas de colonne «&#xa0;%1&#xa0;». Il y a&#xa0;: %2&#xa0;; et les attributs par leur nom, ou par attr:NAME.</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation type="unfinished">sortie standard</translation>
    </message>
    <message>
        <source>“%1” is a folder. Name a file in it.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» est un dossier. Nommez un fichier dans ce dossier.</translation>
    </message>
    <message>
        <source>Stories were taken out while the export ran, so it was not saved. Export again.</source>
        <translation type="unfinished">Des récits ont été retirés pendant l’export, qui n’a donc pas été enregistré. Exportez de nouveau.</translation>
    </message>
    <message>
        <source>“%1” is a collection or another database, and an export doesn&apos;t replace those. Name another file.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» est une collection ou une autre base de données, et un export ne les remplace pas. Nommez un autre fichier.</translation>
    </message>
    <message>
        <source>A REFI-QDA codebook (.qdc) has at least one code, and this one has no theme. Add a theme, or write it as .json.</source>
        <translation type="unfinished">Un livre de codes REFI-QDA (.qdc) a au moins un code, et celui-ci n’a aucun thème. Ajoutez un thème, ou écrivez-le en .json.</translation>
    </message>
</context>
<context>
    <name>ExportOutcome</name>
    <message>
        <source>%1 written to %2.</source>
        <translation type="unfinished">%1&#xa0;: écriture dans %2 terminée.</translation>
    </message>
    <message>
        <source>%1 handles, addresses, numbers and links were replaced.</source>
        <translation type="unfinished">%1 noms de compte, adresses, numéros et liens ont été remplacés.</translation>
    </message>
    <message>
        <source>Left out, for they look as if they were about people: %1. They can be ticked under Collection &gt; Columns About People.</source>
        <translation type="unfinished">Colonnes omises, car elles semblent concerner des personnes&#xa0;: %1. Elles peuvent être cochées sous Collection &gt; Colonnes sur les personnes.</translation>
    </message>
    <message>
        <source>The further columns of %1 are damaged, so they are empty in the file.</source>
        <translation type="unfinished">Les autres colonnes de %1 sont endommagées et donc vides dans le fichier.</translation>
    </message>
    <message>
        <source>%1 texts are longer than a spreadsheet&apos;s cell and will be cut there.</source>
        <translation type="unfinished">%1 textes sont plus longs qu’une cellule de tableur et y seront tronqués.</translation>
    </message>
    <message>
        <source>A spreadsheet shows only the first 1,048,576 rows.</source>
        <translation type="unfinished">Un tableur n’affiche que les 1&#x202f;048&#x202f;576 premières lignes.</translation>
    </message>
</context>
<context>
    <name>FacebookArchiveReader</name>
    <message>
        <source>It is not a post as Facebook&apos;s archives hold them.</source>
        <translation type="unfinished">Ce n’est pas une publication telle que les archives de Facebook en contiennent.</translation>
    </message>
    <message>
        <source>Facebook&apos;s archives don&apos;t say who could see a post. Keep only what was public.</source>
        <translation type="unfinished">Les archives de Facebook ne disent pas qui pouvait voir une publication. Ne gardez que ce qui était public.</translation>
    </message>
    <message>
        <source>Posts from an archive that Facebook gives its users</source>
        <translation type="unfinished">Publications d’une archive que Facebook remet à ses utilisateurs</translation>
    </message>
    <message>
        <source>Archive that Facebook gives its users</source>
        <translation type="unfinished">Archive que Facebook remet à ses utilisateurs</translation>
    </message>
</context>
<context>
    <name>Facet</name>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Thèmes</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation type="unfinished">Voix</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation type="unfinished">Plateformes</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished">Langues</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished">Sources</translation>
    </message>
    <message>
        <source>No theme</source>
        <translation type="unfinished">Aucun thème</translation>
    </message>
    <message>
        <source>Unknown language</source>
        <translation type="unfinished">Langue inconnue</translation>
    </message>
</context>
<context>
    <name>FeedList</name>
    <message numerus="yes">
        <source>%n feeds were there already.</source>
        <translation type="unfinished">
            <numerusform>%n flux était déjà là.</numerusform>
            <numerusform>%n flux étaient déjà là.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds were left out because their addresses hold a name or password, which would be kept where everybody can read it.</source>
        <translation type="unfinished">
            <numerusform>%n flux a été omis, car son adresse contient un nom ou un mot de passe, qui serait conservé lisible par tous.</numerusform>
            <numerusform>%n flux ont été omis, car leurs adresses contiennent un nom ou un mot de passe, qui serait conservé lisible par tous.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds were left out because they have no address of the web.</source>
        <translation type="unfinished">
            <numerusform>%n flux a été omis, car il n’a pas d’adresse du web.</numerusform>
            <numerusform>%n flux ont été omis, car ils n’ont pas d’adresse du web.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds were left out because their addresses are not https or lead into your own network. If you mean them, add them one by one.</source>
        <translation type="unfinished">
            <numerusform>%n flux a été omis, car son adresse n’est pas en https ou mène dans votre propre réseau. Si vous le voulez, ajoutez-le vous-même.</numerusform>
            <numerusform>%n flux ont été omis, car leurs adresses ne sont pas en https ou mènent dans votre propre réseau. Si vous les voulez, ajoutez-les un par un.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Namely: %1, and %n others.</source>
        <translation type="unfinished">
            <numerusform>À savoir&#xa0;: %1 et %n autre.</numerusform>
            <numerusform>À savoir&#xa0;: %1 et %n autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Namely: %1.</source>
        <translation type="unfinished">À savoir&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Added %1 of %2 feeds.</source>
        <translation type="unfinished">%1 flux sur %2 ajoutés.</translation>
    </message>
</context>
<context>
    <name>FeedReader</name>
    <message>
        <source>%1 is one XML document of more than 64 MiB.</source>
        <translation type="unfinished">%1 est un seul document XML de plus de 64&#xa0;Mio.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read as XML. %2 Get the file again.</source>
        <translation type="unfinished">%1 ne peut pas être lu comme du XML. %2 Procurez-vous de nouveau le fichier.</translation>
    </message>
    <message>
        <source>%1 could not be read to its end: %2</source>
        <translation type="unfinished">%1 n’a pas pu être lu jusqu’au bout&#xa0;: %2</translation>
    </message>
    <message>
        <source>The file breaks off in this entry.</source>
        <translation type="unfinished">Le fichier s’interrompt dans cette entrée.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is a list of %n feeds, and there is nothing in it to import. Save the feeds that it names and import those.</source>
        <translation type="unfinished">
            <numerusform>%1 est une liste de %n flux et ne contient rien à importer. Enregistrez le flux qu’elle nomme et importez-le.</numerusform>
            <numerusform>%1 est une liste de %n flux et ne contient rien à importer. Enregistrez les flux qu’elle nomme et importez-les.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a feed in the Channel Definition Format, which Tidemark can&apos;t read.</source>
        <translation type="unfinished">%1 est un flux au format Channel Definition Format, que Tidemark ne peut pas lire.</translation>
    </message>
    <message>
        <source>%1 is XML but no feed: it begins with &lt;%2&gt;. Tidemark reads RSS and Atom.</source>
        <translation type="unfinished">%1 est du XML mais pas un flux&#xa0;: il commence par &lt;%2&gt;. Tidemark lit RSS et Atom.</translation>
    </message>
    <message>
        <source>a feed, RSS or Atom</source>
        <translation type="unfinished">un flux, RSS ou Atom</translation>
    </message>
    <message>
        <source>%1 is one document of more than 64 MiB.</source>
        <translation type="unfinished">%1 est un seul document de plus de 64&#xa0;Mio.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read as one JSON document. %2 Get the file again.</source>
        <translation type="unfinished">%1 ne peut pas être lu comme un seul document JSON. %2 Procurez-vous de nouveau le fichier.</translation>
    </message>
    <message>
        <source>It is not an entry of a feed.</source>
        <translation type="unfinished">Ce n’est pas une entrée d’un flux.</translation>
    </message>
    <message>
        <source>a feed, JSON Feed</source>
        <translation type="unfinished">un flux, JSON Feed</translation>
    </message>
</context>
<context>
    <name>Fetch</name>
    <message>
        <source>This run has read as many posts as it may. Fetch again to go on.</source>
        <translation type="unfinished">Cette récupération a lu autant de publications qu’elle le pouvait. Récupérez de nouveau pour continuer.</translation>
    </message>
    <message>
        <source>%1 has more than one run takes. Fetch again to go on.</source>
        <translation type="unfinished">%1 en a plus qu’une récupération n’en prend. Récupérez de nouveau pour continuer.</translation>
    </message>
    <message>
        <source>%1 sent a page that can&apos;t be read, so nothing of it was taken. %2</source>
        <translation type="unfinished">%1 a envoyé une page illisible, rien n’en a donc été repris. %2</translation>
    </message>
    <message>
        <source>%1 asks to be left alone until %2.</source>
        <translation type="unfinished">%1 demande à ne pas être sollicité avant %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n stories of %1 were not asked about: add a source of %1 first, through which it can be asked.</source>
        <translation type="unfinished">
            <numerusform>Aucune demande n’a été faite pour %n récit de %1&#xa0;: ajoutez d’abord une source de %1 par laquelle demander.</numerusform>
            <numerusform>Aucune demande n’a été faite pour %n récits de %1&#xa0;: ajoutez d’abord une source de %1 par laquelle demander.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no address of the web. Only https addresses are fetched.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» n’est pas une adresse web. Seules les adresses https sont récupérées.</translation>
    </message>
    <message>
        <source>%1 is a host in your own network, and only addresses that you typed yourself lead there.</source>
        <translation type="unfinished">%1 est un hôte de votre propre réseau, et seules des adresses que vous avez saisies vous-même y mènent.</translation>
    </message>
    <message>
        <source>%1 was asked for over http, where anybody on the way can read along. Only https is used.</source>
        <translation type="unfinished">%1 a été demandé en http, où n’importe qui peut lire en chemin. Seul https est utilisé.</translation>
    </message>
    <message>
        <source>%1 sent a web page that names no feed. Give the address of the feed itself.</source>
        <translation type="unfinished">%1 a envoyé une page web qui ne nomme aucun flux. Donnez l’adresse du flux lui-même.</translation>
    </message>
    <message>
        <source>%1 sends from one address to the next and never to an end.</source>
        <translation type="unfinished">%1 renvoie d’une adresse à l’autre sans jamais aboutir.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished">Arrêté.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached from here.</source>
        <translation type="unfinished">%1 n’est pas joignable d’ici.</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation type="unfinished">
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent more than %2 of headers.</source>
        <translation type="unfinished">%1 a envoyé plus de %2 d’en-têtes.</translation>
    </message>
    <message>
        <source>%1 sent more than %2, the most that is taken of one answer.</source>
        <translation type="unfinished">%1 a envoyé plus de %2, le maximum accepté pour une réponse.</translation>
    </message>
    <message>
        <source>What %1 sent is packed, and damaged.</source>
        <translation type="unfinished">Ce que %1 a envoyé est compressé et endommagé.</translation>
    </message>
    <message>
        <source>What %1 sent is packed in a way that nobody asked for.</source>
        <translation type="unfinished">Ce que %1 a envoyé est compressé d’une façon qui n’a pas été demandée.</translation>
    </message>
    <message>
        <source>%1 didn&apos;t answer in full within %2.</source>
        <translation type="unfinished">%1 n’a pas répondu entièrement en %2.</translation>
    </message>
    <message>
        <source>%1 sent nothing that can be understood for %2.</source>
        <translation type="unfinished">%1 n’a rien envoyé de compréhensible pendant %2.</translation>
    </message>
    <message>
        <source>What %1 sent is no answer in HTTP.</source>
        <translation type="unfinished">Ce que %1 a envoyé n’est pas une réponse HTTP.</translation>
    </message>
    <message>
        <source>%1 broke off before its answer was whole.</source>
        <translation type="unfinished">%1 s’est interrompu avant la fin de sa réponse.</translation>
    </message>
    <message>
        <source>%1 takes no connection. Is the address right?</source>
        <translation type="unfinished">%1 n’accepte pas de connexion. L’adresse est-elle correcte&#xa0;?</translation>
    </message>
    <message>
        <source>%1 can&apos;t prove that it is who it says, so nothing was sent: %2</source>
        <translation type="unfinished">%1 ne peut pas prouver son identité, rien n’a donc été envoyé&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 could not be asked: %2</source>
        <translation type="unfinished">%1 n’a pas pu être interrogé&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 lets nobody in without a valid token or password, or not here.</source>
        <translation type="unfinished">%1 n’admet personne sans un jeton ou un mot de passe valide, ou pas à cet endroit.</translation>
    </message>
    <message>
        <source>%1 has nothing at this address.</source>
        <translation type="unfinished">%1 n’a rien à cette adresse.</translation>
    </message>
    <message>
        <source>%1 says that this is gone for good.</source>
        <translation type="unfinished">%1 indique que ceci a disparu définitivement.</translation>
    </message>
    <message>
        <source>%1 can&apos;t do what it was asked for.</source>
        <translation type="unfinished">%1 ne peut pas faire ce qui lui a été demandé.</translation>
    </message>
    <message>
        <source>%1 has a trouble of its own (%2). Try again later.</source>
        <translation type="unfinished">%1 a lui-même un problème (%2). Réessayez plus tard.</translation>
    </message>
    <message>
        <source>%1 answered with the status %2.</source>
        <translation type="unfinished">%1 a répondu par le statut %2.</translation>
    </message>
    <message>
        <source>It says: “%1”.</source>
        <translation type="unfinished">Il indique&#xa0;: «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>%1 is busy and asks for patience.</source>
        <translation type="unfinished">%1 est occupé et demande de patienter.</translation>
    </message>
    <message numerus="yes">
        <source>%n stories of %1 had been edited there; here they read so now, too.</source>
        <translation type="unfinished">
            <numerusform>%n récit de %1 y avait été modifié et se lit désormais de même ici.</numerusform>
            <numerusform>%n récits de %1 y avaient été modifiés et se lisent désormais de même ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a name of the world, but leads into your own network. If you mean that host, type its number instead of its name.</source>
        <translation type="unfinished">%1 est un nom public, mais mène dans votre propre réseau. Si c’est cet hôte que vous voulez, saisissez son numéro au lieu de son nom.</translation>
    </message>
    <message>
        <source>%1 sends to another address. %2</source>
        <translation type="unfinished">%1 renvoie à une autre adresse. %2</translation>
    </message>
    <message>
        <source>%1 gives the same page again and again. The next fetch goes on from there.</source>
        <translation type="unfinished">%1 donne sans cesse la même page. La prochaine récupération reprendra de là.</translation>
    </message>
    <message>
        <source>%1 sent nothing at all instead of a feed. Try again later.</source>
        <translation type="unfinished">%1 n’a rien envoyé au lieu d’un flux. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>%1 sends to another page than the one that was asked for, so nothing of it was taken.</source>
        <translation type="unfinished">%1 renvoie à une autre page que celle demandée ; rien n’en a été pris.</translation>
    </message>
    <message>
        <source>%1 sent something else than it was asked for, so nothing of it was taken.</source>
        <translation type="unfinished">%1 a envoyé autre chose que ce qui était demandé, donc rien n’en a été pris.</translation>
    </message>
    <message>
        <source>%1 shows no posts any more, though it did before. What is here stays.</source>
        <translation type="unfinished">%1 ne montre plus aucun message, alors qu’il en montrait auparavant. Ce qui est ici reste.</translation>
    </message>
    <message>
        <source>%1 says that stories are gone, but doesn&apos;t show what must be there either. Perhaps it has moved, is shut down or keeps us out: its stories stay as they are.</source>
        <translation type="unfinished">%1 dit que des récits ont disparu, mais ne montre pas non plus ce qui doit s’y trouver. Peut-être a-t-il déménagé, est-il fermé ou nous tient-il à l’écart&#xa0;: ses récits restent tels quels.</translation>
    </message>
    <message>
        <source>Stopped before it was asked.</source>
        <translation type="unfinished">Arrêté avant de l’interroger.</translation>
    </message>
    <message>
        <source>%1 leads to %2, which can&apos;t say what became of its stories. Perhaps it has moved: they stay as they are.</source>
        <translation type="unfinished">%1 mène à %2, qui ne peut pas dire ce que sont devenus ses récits. Peut-être a-t-il déménagé&#xa0;: ils restent tels quels.</translation>
    </message>
    <message numerus="yes">
        <source>%n stories had been out of sight for seven days, and are gone.</source>
        <translation type="unfinished">
            <numerusform>%n récit était masqué depuis sept jours et n’est plus là.</numerusform>
            <numerusform>%n récits étaient masqués depuis sept jours et ne sont plus là.</numerusform>
        </translation>
    </message>
    <message>
        <source>This source is asked again only when you fetch it by itself, or change what it asks for.</source>
        <translation type="unfinished">Cette source n’est plus interrogée que si vous la récupérez seule ou changez ce qu’elle demande.</translation>
    </message>
    <message>
        <source>%1 gave several empty pages, one after another, and says that more comes behind them. The next fetch goes on from there.</source>
        <translation type="unfinished">%1 a donné plusieurs pages vides de suite et dit qu’il y a autre chose derrière. La prochaine récupération continuera à partir de là.</translation>
    </message>
    <message>
        <source>%1 gave several empty pages, one after another, and says that more comes behind them. It was not asked for that.</source>
        <translation>%1 a donné plusieurs pages vides de suite et dit qu’il y a autre chose derrière. Cela n’a pas été demandé.</translation>
    </message>
    <message>
        <source>It was asked through the proxy %1, as this system is set up: does that one work?</source>
        <translation type="unfinished">La demande est passée par le proxy %1, selon les réglages de ce système&#xa0;: fonctionne-t-il&#xa0;?</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 lets nobody through without a name and a password, or not with these. Write both into its address where this system is set up: http://name:password@proxy.</source>
        <translation type="unfinished">Le proxy sur le chemin vers %1 ne laisse passer personne sans nom et mot de passe, ou pas avec ceux-ci. Écrivez les deux dans son adresse, là où ce système se règle&#xa0;: http://nom:motdepasse@proxy.</translation>
    </message>
    <message>
        <source>Its address has moved for good, to %1.</source>
        <translation type="unfinished">L’adresse a déménagé définitivement, vers %1.</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Folder</source>
        <translation type="unfinished">Dossier</translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished">Fichiers</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>since %1</source>
        <translation type="unfinished">depuis %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished">jusqu’à %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation type="unfinished">avant %1</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation type="unfinished">Vouliez-vous dire %1&#xa0;?</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>not %1</source>
        <translation type="unfinished">sauf %1</translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"> ou </translation>
    </message>
    <message>
        <source>theme: %1</source>
        <translation type="unfinished">thème&#xa0;: %1</translation>
    </message>
    <message>
        <source>voice: %1</source>
        <translation type="unfinished">voix&#xa0;: %1</translation>
    </message>
    <message>
        <source>platform: %1</source>
        <translation type="unfinished">plateforme&#xa0;: %1</translation>
    </message>
    <message>
        <source>language: %1</source>
        <translation type="unfinished">langue&#xa0;: %1</translation>
    </message>
    <message>
        <source>source: %1</source>
        <translation type="unfinished">source&#xa0;: %1</translation>
    </message>
    <message>
        <source>: %1</source>
        <translation type="unfinished">&#xa0;: %1</translation>
    </message>
    <message>
        <source>no theme</source>
        <translation type="unfinished">aucun thème</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished">inconnu</translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished">lu</translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished">non lu</translation>
    </message>
    <message>
        <source>not starred</source>
        <translation type="unfinished">sans étoile</translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished">avec étoile</translation>
    </message>
    <message>
        <source>may be quoted</source>
        <translation type="unfinished">peut être cité</translation>
    </message>
    <message>
        <source>do not quote</source>
        <translation type="unfinished">ne pas citer</translation>
    </message>
    <message>
        <source>dated</source>
        <translation type="unfinished">daté</translation>
    </message>
    <message>
        <source>undated</source>
        <translation type="unfinished">sans date</translation>
    </message>
    <message>
        <source>without a note</source>
        <translation type="unfinished">sans note</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation type="unfinished">avec une note</translation>
    </message>
    <message>
        <source>without a theme</source>
        <translation type="unfinished">sans thème</translation>
    </message>
    <message>
        <source>with a theme</source>
        <translation type="unfinished">avec un thème</translation>
    </message>
    <message>
        <source>without a content warning</source>
        <translation type="unfinished">sans avertissement de contenu</translation>
    </message>
    <message>
        <source>with a content warning</source>
        <translation type="unfinished">avec un avertissement de contenu</translation>
    </message>
    <message>
        <source>not coded by hand</source>
        <translation type="unfinished">non codé à la main</translation>
    </message>
    <message>
        <source>coded by hand</source>
        <translation type="unfinished">codé à la main</translation>
    </message>
    <message>
        <source>copies of earlier stories</source>
        <translation type="unfinished">copies de récits antérieurs</translation>
    </message>
    <message>
        <source>originals, without their copies</source>
        <translation type="unfinished">originaux, sans leurs copies</translation>
    </message>
    <message>
        <source>copies: more than %1</source>
        <translation type="unfinished">copies&#xa0;: plus de %1</translation>
    </message>
    <message>
        <source>copies: %1</source>
        <translation type="unfinished">copies&#xa0;: %1</translation>
    </message>
    <message>
        <source>copies: fewer than %1</source>
        <translation type="unfinished">copies&#xa0;: moins de %1</translation>
    </message>
    <message>
        <source>copies: %1 to %2</source>
        <translation type="unfinished">copies&#xa0;: %1 à %2</translation>
    </message>
    <message>
        <source>story number: %1</source>
        <translation type="unfinished">numéro de récit&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen stories</source>
        <translation type="unfinished">
            <numerusform>%n récit choisi</numerusform>
            <numerusform>%n récits choisis</numerusform>
        </translation>
    </message>
    <message>
        <source>All stories</source>
        <translation type="unfinished">Tous les récits</translation>
    </message>
    <message>
        <source>Stories: %1</source>
        <translation type="unfinished">Récits&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 (not in the codebook in force)</source>
        <translation type="unfinished">%1 (absent du livre de codes en vigueur)</translation>
    </message>
</context>
<context>
    <name>FilterReader</name>
    <message>
        <source>There is no theme %1.%2</source>
        <translation type="unfinished">Il n’y a pas de thème %1.%2</translation>
    </message>
    <message>
        <source>There is no voice %1: a voice is testimony, solidarity, support, commentary or unknown.%2</source>
        <translation type="unfinished">Il n’y a pas de voix %1&#xa0;: une voix est testimony, solidarity, support, commentary ou unknown.%2</translation>
    </message>
    <message>
        <source>There is no platform %1.%2</source>
        <translation type="unfinished">Il n’y a pas de plateforme %1.%2</translation>
    </message>
    <message>
        <source>There is no source %1 in this collection.%2</source>
        <translation type="unfinished">Il n’y a pas de source %1 dans cette collection.%2</translation>
    </message>
    <message>
        <source>There is no attribute %1 in this collection.%2</source>
        <translation type="unfinished">Il n’y a pas d’attribut %1 dans cette collection.%2</translation>
    </message>
    <message>
        <source>%1 is no language code: write two or three letters, such as es, or unknown.</source>
        <translation type="unfinished">%1 n’est pas un code de langue&#xa0;: écrivez deux ou trois lettres, comme es, ou unknown.</translation>
    </message>
    <message>
        <source>id: can&apos;t be turned round with - or NOT.</source>
        <translation type="unfinished">id: ne peut pas être inversé avec - ou NOT.</translation>
    </message>
    <message>
        <source>id: stands twice. Write all the numbers behind one, such as id:12,15.</source>
        <translation type="unfinished">id: figure deux fois. Écrivez tous les numéros derrière un seul, comme id:12,15.</translation>
    </message>
    <message>
        <source>%1 is no number of a story: write such as id:12 or id:12,15.</source>
        <translation type="unfinished">%1 n’est pas un numéro de récit&#xa0;: écrivez par exemple id:12 ou id:12,15.</translation>
    </message>
    <message>
        <source>One number is enough here, or two as in copies:2..10.</source>
        <translation type="unfinished">Un nombre suffit ici, ou deux comme dans copies:2..10.</translation>
    </message>
    <message>
        <source>%1 is no number of copies: write such as copies:2, copies:&gt;10, copies:&lt;3 or copies:2..10.</source>
        <translation type="unfinished">%1 n’est pas un nombre de copies&#xa0;: écrivez par exemple copies:2, copies:&gt;10, copies:&lt;3 ou copies:2..10.</translation>
    </message>
    <message>
        <source>since: can&apos;t be turned round; write until: instead.</source>
        <translation type="unfinished">since: ne peut pas être inversé&#xa0;; écrivez plutôt until:.</translation>
    </message>
    <message>
        <source>until: can&apos;t be turned round; write since: instead.</source>
        <translation type="unfinished">until: ne peut pas être inversé&#xa0;; écrivez plutôt since:.</translation>
    </message>
    <message>
        <source>%1 stands twice.</source>
        <translation type="unfinished">%1 figure deux fois.</translation>
    </message>
    <message>
        <source>One date is enough here.</source>
        <translation type="unfinished">Une date suffit ici.</translation>
    </message>
    <message>
        <source>%1 is no date, or a time that doesn&apos;t exist. Dates are written 2017, 2017-10, 2017-10-15 or 2017-10-15T06:30.</source>
        <translation type="unfinished">%1 n’est pas une date, ou est une heure qui n’existe pas. Les dates s’écrivent 2017, 2017-10, 2017-10-15 ou 2017-10-15T06:30.</translation>
    </message>
    <message>
        <source>since: lies after until:, so that no story could be found.</source>
        <translation type="unfinished">since: est postérieur à until:, aucun récit ne pourrait donc être trouvé.</translation>
    </message>
    <message>
        <source>%1 takes one value; write it again for the next.</source>
        <translation type="unfinished">%1 prend une seule valeur&#xa0;; écrivez-le de nouveau pour la suivante.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be asked for with %2; possible are: %3.%4</source>
        <translation type="unfinished">%1 ne peut pas être demandé avec %2&#xa0;; valeurs possibles&#xa0;: %3.%4</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Gnip Activity Streams</source>
        <translation type="unfinished">Gnip Activity Streams</translation>
    </message>
    <message>
        <source>posts of TikTok</source>
        <translation type="unfinished">publications de TikTok</translation>
    </message>
    <message>
        <source>posts of Instagram as its pages hold them</source>
        <translation type="unfinished">publications d’Instagram telles que ses pages les contiennent</translation>
    </message>
    <message>
        <source>posts of Telegram as its program exports them</source>
        <translation type="unfinished">publications de Telegram telles que son programme les exporte</translation>
    </message>
    <message>
        <source>an answer of YouTube&apos;s API</source>
        <translation type="unfinished">une réponse de l’API de YouTube</translation>
    </message>
    <message>
        <source>the included part of a Twitter answer, without its tweets</source>
        <translation type="unfinished">la partie jointe d’une réponse de Twitter, sans ses tweets</translation>
    </message>
    <message>
        <source>posts of Weibo, as its API gives them or Zeeschuimer or a scraper keeps them</source>
        <translation type="unfinished">des publications de Weibo, telles que les donne son API ou les garde Zeeschuimer ou un scraper</translation>
    </message>
    <message>
        <source>a recording of what a browser loaded (HAR)</source>
        <translation type="unfinished">un enregistrement de ce qu’un navigateur a chargé (HAR)</translation>
    </message>
</context>
<context>
    <name>FourCatCsvReader</name>
    <message>
        <source>the author asks not to be shown to people who aren&apos;t logged in</source>
        <translation type="unfinished">l’auteur demande à ne pas être montré aux personnes non connectées</translation>
    </message>
    <message>
        <source>4CAT&apos;s export, CSV</source>
        <translation type="unfinished">export de 4CAT, CSV</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Less than 200 MiB are free on the disk of “%1”. Make room, then import again.</source>
        <translation type="unfinished">Il reste moins de 200&#xa0;Mio sur le disque de «&#xa0;%1&#xa0;». Faites de la place, puis importez de nouveau.</translation>
    </message>
    <message>
        <source>The disk of “%1” is nearly full, so the import stopped after %2 records. Make room and import the file again: it goes on from there.</source>
        <translation type="unfinished">Le disque de «&#xa0;%1&#xa0;» est presque plein, l’import s’est donc arrêté après %2 enregistrements. Faites de la place et importez de nouveau le fichier&#xa0;: l’import reprendra à cet endroit.</translation>
    </message>
    <message>
        <source>The codebook has no theme “%1”. Its themes are: %2.</source>
        <translation type="unfinished">Le livre de codes n’a pas de thème «&#xa0;%1&#xa0;». Ses thèmes sont&#xa0;: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n codings by hand came with the labels.</source>
        <translation type="unfinished">
            <numerusform>%n codage à la main est venu des étiquettes.</numerusform>
            <numerusform>%n codages à la main sont venus des étiquettes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels found their story coded by hand already; that coding stays.</source>
        <translation type="unfinished">
            <numerusform>%n étiquette concernait un récit déjà codé à la main&#xa0;; ce codage reste.</numerusform>
            <numerusform>%n étiquettes concernaient un récit déjà codé à la main&#xa0;; ce codage reste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels that name no theme of the codebook were left out: %1%2.</source>
        <translation type="unfinished">Les étiquettes qui ne nomment aucun thème du livre de codes ont été omises&#xa0;: %1%2.</translation>
    </message>
    <message>
        <source>“%1” is there already. Name another file.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» existe déjà. Nommez un autre fichier.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written: %2. Name a file in another folder.</source>
        <translation type="unfinished">Impossible d’écrire «&#xa0;%1&#xa0;»&#xa0;: %2. Nommez un fichier dans un autre dossier.</translation>
    </message>
    <message>
        <source>Line %1 is no rejected record: it needs run, record and content, as “tidemark rejected export” writes them.</source>
        <translation type="unfinished">La ligne %1 n’est pas un enregistrement rejeté&#xa0;: il lui faut run, record et content, comme «&#xa0;tidemark rejected export&#xa0;» les écrit.</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished">ligne %1</translation>
    </message>
    <message>
        <source>record %1</source>
        <translation type="unfinished">enregistrement %1</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>It is nested more than 64 levels deep.</source>
        <translation type="unfinished">L’imbrication dépasse 64 niveaux.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation type="unfinished">C’est vide.</translation>
    </message>
    <message>
        <source>It is not valid JSON: a text is not closed; the line may be cut off.</source>
        <translation type="unfinished">Ce n’est pas du JSON valide&#xa0;: un texte n’est pas fermé&#xa0;; la ligne est peut-être tronquée.</translation>
    </message>
    <message>
        <source>It is not valid JSON (%1).</source>
        <translation type="unfinished">Ce n’est pas du JSON valide (%1).</translation>
    </message>
</context>
<context>
    <name>JsonReader</name>
    <message numerus="yes">
        <source>Of %n stories the file holds only the beginning of the text; they are marked as cut.</source>
        <translation type="unfinished">
            <numerusform>De %n récit, le fichier ne contient que le début du texte&#xa0;; il est marqué comme tronqué.</numerusform>
            <numerusform>De %n récits, le fichier ne contient que le début du texte&#xa0;; ils sont marqués comme tronqués.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonRecords</name>
    <message>
        <source>The line is longer than 16 MiB.</source>
        <translation type="unfinished">La ligne dépasse 16&#xa0;Mio.</translation>
    </message>
    <message>
        <source>The record is longer than 16 MiB.</source>
        <translation type="unfinished">L’enregistrement dépasse 16&#xa0;Mio.</translation>
    </message>
    <message>
        <source>It is not a JSON object.</source>
        <translation type="unfinished">Ce n’est pas un objet JSON.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters could not be read and were replaced by the sign for an unreadable one.</source>
        <translation type="unfinished">
            <numerusform>%n caractère n’a pas pu être lu et a été remplacé par le signe d’un caractère illisible.</numerusform>
            <numerusform>%n caractères n’ont pas pu être lus et ont été remplacés par le signe d’un caractère illisible.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file ends in the middle of this line.</source>
        <translation type="unfinished">Le fichier se termine au milieu de cette ligne.</translation>
    </message>
    <message>
        <source>The record has no end: the file breaks off in it, or a bracket or quotation mark in it is damaged.</source>
        <translation type="unfinished">L’enregistrement n’a pas de fin&#xa0;: le fichier s’y interrompt, ou une accolade, un crochet ou un guillemet y est endommagé.</translation>
    </message>
</context>
<context>
    <name>JsonTable</name>
    <message>
        <source>It is not a JSON object.</source>
        <translation type="unfinished">Ce n’est pas un objet JSON.</translation>
    </message>
    <message numerus="yes">
        <source>%n values under names that the first records don&apos;t have were left out.</source>
        <translation type="unfinished">
            <numerusform>%n valeur sous un nom que les premiers enregistrements n’ont pas a été omise.</numerusform>
            <numerusform>%n valeurs sous des noms que les premiers enregistrements n’ont pas ont été omises.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>“%1” is no label. Write THEME=COLUMN, for example workplace=at_work, or themes=COLUMN for a column that lists themes.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» n’est pas une étiquette. Écrivez THEME=COLUMN, par exemple workplace=at_work, ou themes=COLUMN pour une colonne qui énumère des thèmes.</translation>
    </message>
    <message numerus="yes">
        <source>%n labels say neither yes nor no and were left out.</source>
        <translation type="unfinished">
            <numerusform>%n étiquette ne dit ni oui ni non et a été omise.</numerusform>
            <numerusform>%n étiquettes ne disent ni oui ni non et ont été omises.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>No theme is coded by hand, present and absent, in both the stories to learn from and those to judge on. Code some, or bring codings in with “tidemark themes label”.</source>
        <translation type="unfinished">Aucun thème n’est codé à la main, présent et absent, à la fois dans les récits à partir desquels apprendre et dans ceux sur lesquels juger. Codez-en, ou apportez des codages avec «&#xa0;tidemark themes label&#xa0;».</translation>
    </message>
    <message>
        <source>None of the stories to judge on is coded by hand with %1.</source>
        <translation type="unfinished">Aucun des récits sur lesquels juger n’est codé à la main pour %1.</translation>
    </message>
    <message>
        <source>the voice “%1”</source>
        <translation type="unfinished">la voix «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>the theme “%1”</source>
        <translation type="unfinished">le thème «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>There is no theme “%1”; “tidemark themes” lists them.</source>
        <translation type="unfinished">Il n’y a pas de thème «&#xa0;%1&#xa0;»&#xa0;; «&#xa0;tidemark themes&#xa0;» les énumère.</translation>
    </message>
    <message>
        <source>%1 of the stories selected are coded by hand; learning needs at least %2. Code some more.</source>
        <translation type="unfinished">%1 des récits sélectionnés sont codés à la main&#xa0;; l’apprentissage en demande au moins %2. Codez-en davantage.</translation>
    </message>
    <message>
        <source>No theme can be learned: none is coded by hand as present in two of the stories selected and as absent in two.</source>
        <translation type="unfinished">Aucun thème ne peut être appris&#xa0;: aucun n’est codé à la main comme présent dans deux des récits sélectionnés et comme absent dans deux.</translation>
    </message>
    <message>
        <source>No story has a column “%1”.</source>
        <translation type="unfinished">Aucun récit n’a de colonne «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>No model codes this theme; its rule does.</source>
        <translation type="unfinished">Aucun modèle ne code ce thème&#xa0;; sa règle le fait.</translation>
    </message>
    <message>
        <source>What was learned is too large to be kept. Learn fewer themes at once.</source>
        <translation type="unfinished">Ce qui a été appris est trop grand pour être conservé. Apprenez moins de thèmes à la fois.</translation>
    </message>
    <message>
        <source>Stopped before it was done.</source>
        <translation type="unfinished">Arrêté avant la fin.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be learned: of the stories selected, %2 are coded by hand as having it and %3 as not having it, and both are needed. Code some more by hand.</source>
        <translation type="unfinished">Impossible d’apprendre %1&#xa0;: parmi les récits sélectionnés, %2 sont codés à la main comme l’ayant et %3 comme ne l’ayant pas, et il faut les deux. Codez-en davantage à la main.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished">Arrêté.</translation>
    </message>
    <message>
        <source>The codebook has this theme no longer. Choose another one.</source>
        <translation type="unfinished">Le livre de codes n’a plus ce thème. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>What was learned can&apos;t be read: it is damaged or of another Tidemark. Train the themes again.</source>
        <translation type="unfinished">Ce qui a été appris est illisible&#xa0;: c’est endommagé ou issu d’un autre Tidemark. Entraînez de nouveau les thèmes.</translation>
    </message>
    <message>
        <source>%1 stories are coded by hand with this theme or voice; the learner can suggest some from %2 on. Begin with a sample.</source>
        <translation type="unfinished">%1 récits sont codés à la main avec ce thème ou cette voix&#xa0;; à partir de %2, il peut en être proposé. Commencez par un échantillon.</translation>
    </message>
</context>
<context>
    <name>LimitedReader</name>
    <message>
        <source>The record is longer than 16 MiB.</source>
        <translation type="unfinished">L’enregistrement dépasse 16&#xa0;Mio.</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished">&amp;Fichier</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished">&amp;Récemment ouverts</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished">É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished">&amp;Affichage</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation type="unfinished">Te&amp;xte</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation type="unfinished">C&amp;hronologie</translation>
    </message>
    <message>
        <source>A&amp;ppearance</source>
        <translation type="unfinished">Appare&amp;nce</translation>
    </message>
    <message>
        <source>&amp;Story</source>
        <translation type="unfinished">&amp;Récit</translation>
    </message>
    <message>
        <source>&amp;Themes</source>
        <translation type="unfinished">T&amp;hèmes</translation>
    </message>
    <message>
        <source>&amp;Voice</source>
        <translation type="unfinished">&amp;Voix</translation>
    </message>
    <message>
        <source>&amp;Collection</source>
        <translation type="unfinished">&amp;Collection</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished">A&amp;ide</translation>
    </message>
    <message>
        <source>O&amp;rder</source>
        <translation type="unfinished">Ord&amp;re</translation>
    </message>
    <message>
        <source>Codi&amp;ng Round</source>
        <translation type="unfinished">Session de coda&amp;ge</translation>
    </message>
</context>
<context>
    <name>MastodonReader</name>
    <message>
        <source>an error message instead of a story</source>
        <translation type="unfinished">un message d’erreur au lieu d’un récit</translation>
    </message>
    <message>
        <source>no status</source>
        <translation type="unfinished">pas un statut</translation>
    </message>
    <message>
        <source>an earlier version of a status, without its address</source>
        <translation type="unfinished">une version antérieure d’un statut, sans son adresse</translation>
    </message>
    <message>
        <source>not public</source>
        <translation type="unfinished">non public</translation>
    </message>
    <message>
        <source>its author asked not to be found by searching</source>
        <translation type="unfinished">son auteur a demandé à ne pas être trouvé par la recherche</translation>
    </message>
    <message>
        <source>Mastodon&apos;s API</source>
        <translation type="unfinished">API de Mastodon</translation>
    </message>
</context>
<context>
    <name>Opml</name>
    <message>
        <source>%1 can&apos;t be read, or is larger than any list of feeds.</source>
        <translation type="unfinished">%1 est illisible, ou plus grand que toute liste de flux.</translation>
    </message>
    <message>
        <source>%1 is no list of feeds (OPML).</source>
        <translation type="unfinished">%1 n’est pas une liste de flux (OPML).</translation>
    </message>
    <message>
        <source>%1 could not be read to its end, so nothing was added: %2 Get the file again.</source>
        <translation type="unfinished">%1 n’a pas pu être lu jusqu’à sa fin, et rien n’a été ajouté&#xa0;: %2 Récupérez le fichier à nouveau.</translation>
    </message>
    <message>
        <source>%1 is a list of feeds (OPML) that names none.</source>
        <translation type="unfinished">%1 est une liste de flux (OPML) qui n’en nomme aucun.</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation type="unfinished">Images PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation type="unfinished">Dessins SVG (*.svg)</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation type="unfinished">Documents PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>stories</source>
        <translation type="unfinished">récits</translation>
    </message>
    <message>
        <source>The folder %1 for collections can&apos;t be made. Name a collection elsewhere, or make the folder yourself.</source>
        <translation type="unfinished">Le dossier %1 pour les collections n’a pas pu être créé. Nommez une collection ailleurs, ou créez le dossier vous-même.</translation>
    </message>
</context>
<context>
    <name>Platform</name>
    <message>
        <source>Blog or news</source>
        <translation type="unfinished">Blog ou presse</translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished">Autre</translation>
    </message>
</context>
<context>
    <name>PreviewRows</name>
    <message>
        <source>(a repost)</source>
        <translation type="unfinished">(un repost)</translation>
    </message>
    <message>
        <source>(taken back by its author)</source>
        <translation type="unfinished">(retiré par son auteur)</translation>
    </message>
    <message>
        <source>(skipped: %1)</source>
        <translation type="unfinished">(ignoré&#xa0;: %1)</translation>
    </message>
    <message>
        <source>(set aside: %1)</source>
        <translation type="unfinished">(mis de côté&#xa0;: %1)</translation>
    </message>
</context>
<context>
    <name>PrivateContent</name>
    <message>
        <source>direct messages</source>
        <translation type="unfinished">messages privés</translation>
    </message>
    <message>
        <source>messages of a chat</source>
        <translation type="unfinished">messages d’une discussion</translation>
    </message>
    <message>
        <source>searches</source>
        <translation type="unfinished">recherches</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation type="unfinished">brouillons</translation>
    </message>
    <message>
        <source>comments or group posts of a Facebook archive</source>
        <translation type="unfinished">commentaires ou publications de groupes d’une archive Facebook</translation>
    </message>
    <message>
        <source>likes</source>
        <translation type="unfinished">mentions « j’aime »</translation>
    </message>
    <message>
        <source>posts for a chosen circle</source>
        <translation type="unfinished">publications pour un cercle choisi</translation>
    </message>
</context>
<context>
    <name>ProgressSentence</name>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished">encore %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation type="unfinished">encore %1 min</translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <translation type="unfinished">%1 sur environ %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished">%1/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished">%1&#xa0;%</translation>
    </message>
</context>
<context>
    <name>QueryCompletion</name>
    <message>
        <source>a theme of the codebook</source>
        <translation type="unfinished">un thème du livre de codes</translation>
    </message>
    <message>
        <source>testimony, support, ...</source>
        <translation type="unfinished">testimony, support, ...</translation>
    </message>
    <message>
        <source>where it was shared</source>
        <translation type="unfinished">où il a été partagé</translation>
    </message>
    <message>
        <source>language, as en or es</source>
        <translation type="unfinished">langue, comme en ou es</translation>
    </message>
    <message>
        <source>what brought it</source>
        <translation type="unfinished">ce qui l’a apporté</translation>
    </message>
    <message>
        <source>a further column, as attr:name=value</source>
        <translation type="unfinished">une autre colonne, comme attr:nom=valeur</translation>
    </message>
    <message>
        <source>a story&apos;s number</source>
        <translation type="unfinished">le numéro d’un récit</translation>
    </message>
    <message>
        <source>the first day, as 2017-10-15</source>
        <translation type="unfinished">le premier jour, comme 2017-10-15</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation type="unfinished">le dernier jour</translation>
    </message>
    <message>
        <source>unread, starred, undated, original, ...</source>
        <translation type="unfinished">unread, starred, undated, original, ...</translation>
    </message>
    <message>
        <source>note, theme, warning</source>
        <translation type="unfinished">note, theme, warning</translation>
    </message>
    <message>
        <source>how many near-copies, as 2 or &gt;10</source>
        <translation type="unfinished">combien de quasi-copies, comme 2 ou &gt;10</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished">à la main</translation>
    </message>
    <message>
        <source>no theme</source>
        <translation type="unfinished">aucun thème</translation>
    </message>
    <message>
        <source>nobody copied it</source>
        <translation type="unfinished">personne ne l’a copié</translation>
    </message>
    <message>
        <source>it has copies</source>
        <translation type="unfinished">il a des copies</translation>
    </message>
    <message>
        <source>more than ten</source>
        <translation type="unfinished">plus de dix</translation>
    </message>
</context>
<context>
    <name>QueryHelp</name>
    <message>
        <source>both words, anywhere in the story</source>
        <translation type="unfinished">les deux mots, n’importe où dans le récit</translation>
    </message>
    <message>
        <source>these words in a row</source>
        <translation type="unfinished">ces mots à la suite</translation>
    </message>
    <message>
        <source>words that begin so</source>
        <translation type="unfinished">les mots qui commencent ainsi</translation>
    </message>
    <message>
        <source>either word; round brackets group</source>
        <translation type="unfinished">l’un des deux mots&#xa0;; les parenthèses regroupent</translation>
    </message>
    <message>
        <source>the first without the second; NOT film does the same</source>
        <translation type="unfinished">le premier sans le second&#xa0;; NOT film fait de même</translation>
    </message>
    <message>
        <source>at most five words between</source>
        <translation type="unfinished">au plus cinq mots entre les deux</translation>
    </message>
    <message>
        <source>this hashtag</source>
        <translation type="unfinished">ce hashtag</translation>
    </message>
    <message>
        <source>any of these themes</source>
        <translation type="unfinished">l’un de ces thèmes</translation>
    </message>
    <message>
        <source>without this theme; - works before every term</source>
        <translation type="unfinished">sans ce thème&#xa0;; - fonctionne devant chaque terme</translation>
    </message>
    <message>
        <source>testimony, solidarity, support, commentary, unknown</source>
        <translation type="unfinished">testimony, solidarity, support, commentary, unknown</translation>
    </message>
    <message>
        <source>where it was shared, in which language</source>
        <translation type="unfinished">où il a été partagé, dans quelle langue</translation>
    </message>
    <message>
        <source>which file brought it</source>
        <translation type="unfinished">quel fichier l’a apporté</translation>
    </message>
    <message>
        <source>a further column of an imported file</source>
        <translation type="unfinished">une autre colonne d’un fichier importé</translation>
    </message>
    <message>
        <source>from the first day to the last</source>
        <translation type="unfinished">du premier jour au dernier</translation>
    </message>
    <message>
        <source>also has:note, has:theme, has:warning</source>
        <translation type="unfinished">aussi has:note, has:theme, has:warning</translation>
    </message>
    <message>
        <source>the first of those that say nearly the same; the later ones</source>
        <translation type="unfinished">le premier de ceux qui disent presque la même chose&#xa0;; les suivants</translation>
    </message>
    <message>
        <source>how many near-copies a story has</source>
        <translation type="unfinished">combien de quasi-copies a un récit</translation>
    </message>
    <message>
        <source>somebody set a theme or the voice by hand</source>
        <translation type="unfinished">un thème ou la voix a été attribué à la main</translation>
    </message>
</context>
<context>
    <name>QueryLexer</name>
    <message>
        <source>%1 has no word in it that can be searched for; links, signs and emoji have none.</source>
        <translation type="unfinished">%1 ne contient aucun mot qui puisse être recherché&#xa0;; les liens, signes et émojis n’en ont pas.</translation>
    </message>
    <message>
        <source>%1 is no key of a filter.%2 To search for it as words, put it in quotes.</source>
        <translation type="unfinished">%1 n’est pas une clé de filtre.%2 Pour rechercher ces mots, mettez-les entre guillemets.</translation>
    </message>
    <message>
        <source>The parenthesis of NEAR is not closed.</source>
        <translation type="unfinished">La parenthèse de NEAR n’est pas fermée.</translation>
    </message>
    <message>
        <source>NEAR needs words, such as NEAR(boss office, 5).</source>
        <translation type="unfinished">NEAR a besoin de mots, comme NEAR(patron bureau, 5).</translation>
    </message>
    <message>
        <source>NEAR takes words and phrases only, such as NEAR(boss &quot;his office&quot;, 5).</source>
        <translation type="unfinished">NEAR ne prend que des mots et des expressions, comme NEAR(patron &quot;son bureau&quot;, 5).</translation>
    </message>
    <message>
        <source>Behind the comma of NEAR stands one number, the most words between, and then the closing parenthesis.</source>
        <translation type="unfinished">Derrière la virgule de NEAR figure un seul nombre, le plus grand nombre de mots entre les termes, puis la parenthèse fermante.</translation>
    </message>
    <message>
        <source>An attribute is asked for as attr:name=value.</source>
        <translation type="unfinished">Un attribut se demande sous la forme attr:nom=valeur.</translation>
    </message>
    <message>
        <source>Put a space behind the closing quote.</source>
        <translation type="unfinished">Mettez une espace derrière le guillemet fermant.</translation>
    </message>
    <message>
        <source>A value with a quote in it is put in quotes as a whole, the inner quote written twice.</source>
        <translation type="unfinished">Une valeur qui contient un guillemet se met entièrement entre guillemets, le guillemet intérieur étant doublé.</translation>
    </message>
    <message>
        <source>Behind %1 a value is missing.</source>
        <translation type="unfinished">Il manque une valeur derrière %1.</translation>
    </message>
    <message>
        <source>This quote is not closed.</source>
        <translation type="unfinished">Ce guillemet n’est pas fermé.</translation>
    </message>
    <message>
        <source>A * that stands for any letters comes at the end of a word, such as harass*. To search for it as words, put it in quotes.</source>
        <translation type="unfinished">Un * qui remplace n’importe quelles lettres se place à la fin d’un mot, comme harcel*. Pour le rechercher comme mot, mettez-le entre guillemets.</translation>
    </message>
</context>
<context>
    <name>QueryParser</name>
    <message>
        <source>This parenthesis closes none.</source>
        <translation type="unfinished">Cette parenthèse n’en ferme aucune.</translation>
    </message>
    <message>
        <source>%1 needs words on both sides. To search for it as a word, put it in quotes.</source>
        <translation type="unfinished">%1 a besoin de mots des deux côtés. Pour le rechercher comme mot, mettez-le entre guillemets.</translation>
    </message>
    <message>
        <source>OR and parentheses join words only; %1 is joined to the rest by &quot;and&quot;.</source>
        <translation type="unfinished">OR et les parenthèses ne relient que des mots&#xa0;; %1 est relié au reste par «&#xa0;et&#xa0;».</translation>
    </message>
    <message>
        <source>%1 needs a word behind it. To search for it as a word, put it in quotes.</source>
        <translation type="unfinished">%1 a besoin d’un mot derrière lui. Pour le rechercher comme mot, mettez-le entre guillemets.</translation>
    </message>
    <message>
        <source>Only words can be asked for here. To search for %1 as words, put it in quotes.</source>
        <translation type="unfinished">Seuls des mots peuvent être demandés ici. Pour rechercher %1 comme mots, mettez-le entre guillemets.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n parentheses can stand inside each other.</source>
        <translation type="unfinished">
            <numerusform>Au plus %n parenthèse peut être imbriquée.</numerusform>
            <numerusform>Au plus %n parenthèses peuvent être imbriquées.</numerusform>
        </translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation type="unfinished">Cette parenthèse n’est pas fermée.</translation>
    </message>
    <message>
        <source>There are no words in this parenthesis.</source>
        <translation type="unfinished">Il n’y a pas de mots dans cette parenthèse.</translation>
    </message>
    <message>
        <source>A filter has at most %L1 characters.</source>
        <translation type="unfinished">Un filtre a au plus %L1 caractères.</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Question</source>
        <translation type="unfinished">Question</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished">Avis</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>The text is longer than 1 MiB, which is no longer one story.</source>
        <translation type="unfinished">Le texte dépasse 1&#xa0;Mio, ce n’est plus un seul récit.</translation>
    </message>
    <message>
        <source>no text</source>
        <translation type="unfinished">pas de texte</translation>
    </message>
    <message>
        <source>There is no format “%1”. The formats are: %2.</source>
        <translation type="unfinished">Il n’y a pas de format «&#xa0;%1&#xa0;». Les formats sont&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 is a spreadsheet or another office document. Open it in LibreOffice or Excel, save the sheet as CSV (UTF-8), and import that file.</source>
        <translation type="unfinished">%1 est une feuille de calcul ou un autre document bureautique. Ouvrez-le dans LibreOffice ou Excel, enregistrez la feuille en CSV (UTF-8) et importez ce fichier.</translation>
    </message>
    <message>
        <source>%1 is a text document. Tidemark reads tables, JSON, and archives of them.</source>
        <translation type="unfinished">%1 est un document texte. Tidemark lit des tableaux, du JSON et des archives qui en contiennent.</translation>
    </message>
    <message>
        <source>older than the day asked for</source>
        <translation type="unfinished">plus ancien que le jour demandé</translation>
    </message>
</context>
<context>
    <name>RedditReader</name>
    <message>
        <source>It is neither a post nor a comment as Reddit writes them.</source>
        <translation type="unfinished">Ce n’est ni une publication ni un commentaire tels que Reddit les écrit.</translation>
    </message>
    <message>
        <source>not public</source>
        <translation type="unfinished">non public</translation>
    </message>
    <message>
        <source>a stub for more comments, which the file doesn&apos;t hold</source>
        <translation type="unfinished">un renvoi vers d’autres commentaires, que le fichier ne contient pas</translation>
    </message>
    <message>
        <source>a private message, which is never imported</source>
        <translation type="unfinished">un message privé, qui n’est jamais importé</translation>
    </message>
    <message>
        <source>an account, a community or another thing that is no story</source>
        <translation type="unfinished">un compte, une communauté ou autre chose qui n’est pas un récit</translation>
    </message>
    <message>
        <source>Reddit, dump or answer of its API, JSON</source>
        <translation type="unfinished">Reddit, dump ou réponse de son API, JSON</translation>
    </message>
</context>
<context>
    <name>SampleCollection</name>
    <message>
        <source>The sample collection can&apos;t be made at %1. Look whether the folder can be written and has space left.</source>
        <translation type="unfinished">La collection d’exemple n’a pas pu être créée dans %1. Vérifiez que le dossier est accessible en écriture et qu’il y reste de la place.</translation>
    </message>
</context>
<context>
    <name>SplitterAccessible</name>
    <message>
        <source>Border between %1 and %2</source>
        <translation type="unfinished">Bord entre %1 et %2</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>Stopped. No copy was made.</source>
        <translation type="unfinished">Arrêté. Aucune copie n’a été faite.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Give the copy a name of its own in it.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» est un dossier. Donnez à la copie un nom qui lui soit propre dans ce dossier.</translation>
    </message>
    <message>
        <source>“%1” is this very collection. Choose another name for the copy.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» est cette collection même. Choisissez un autre nom pour la copie.</translation>
    </message>
    <message>
        <source>“%1” is open in Tidemark. Choose another name for the copy.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» est ouvert dans Tidemark. Choisissez un autre nom pour la copie.</translation>
    </message>
    <message>
        <source>The folder of “%1” can&apos;t be written. Choose another one for the copy.</source>
        <translation type="unfinished">Le dossier de «&#xa0;%1&#xa0;» n’est pas accessible en écriture. Choisissez-en un autre pour la copie.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written (%2). Choose another place for the copy.</source>
        <translation type="unfinished">Impossible d’écrire «&#xa0;%1&#xa0;» (%2). Choisissez un autre emplacement pour la copie.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished">Arrêté.</translation>
    </message>
    <message>
        <source>“%1” is open in another Tidemark (process %2 on %3), so here it can only be read. Close it there to change it here.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» est ouvert dans un autre Tidemark (processus %2 sur %3) et ne peut donc qu’être lu ici. Fermez-le là-bas pour le modifier ici.</translation>
    </message>
    <message>
        <source>The folder of “%1” can&apos;t be written, so the collection can only be read. To change it, copy it to a folder of your own.</source>
        <translation type="unfinished">Le dossier de «&#xa0;%1&#xa0;» n’est pas accessible en écriture, la collection ne peut donc qu’être lue. Pour la modifier, copiez-la dans un dossier qui vous appartient.</translation>
    </message>
    <message>
        <source>There is no space left on the disk of “%1”. Nothing was lost; make room and try again.</source>
        <translation type="unfinished">Il n’y a plus de place sur le disque de «&#xa0;%1&#xa0;». Rien n’a été perdu&#xa0;; faites de la place et réessayez.</translation>
    </message>
    <message>
        <source>“%1” is in use by another program. Close that program and try again.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» est utilisé par un autre programme. Fermez ce programme et réessayez.</translation>
    </message>
    <message>
        <source>“%1” is damaged (%2). Open a copy that you saved earlier, or rescue what is left with: sqlite3 FILE .recover</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» est endommagé (%2). Ouvrez une copie enregistrée auparavant, ou récupérez ce qui reste avec&#xa0;: sqlite3 FILE .recover</translation>
    </message>
    <message>
        <source>“%1” is not a collection. To bring a file of stories in, import it.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» n’est pas une collection. Pour apporter un fichier de récits, importez-le.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written. Check the file&apos;s and the folder&apos;s permissions, or save a copy elsewhere.</source>
        <translation type="unfinished">Impossible d’écrire «&#xa0;%1&#xa0;». Vérifiez les droits du fichier et du dossier, ou enregistrez une copie ailleurs.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be opened. Check the file&apos;s and the folder&apos;s permissions.</source>
        <translation type="unfinished">Impossible d’ouvrir «&#xa0;%1&#xa0;». Vérifiez les droits du fichier et du dossier.</translation>
    </message>
    <message>
        <source>Reading or writing “%1” failed (%2). Check the disk, then try again.</source>
        <translation type="unfinished">La lecture ou l’écriture de «&#xa0;%1&#xa0;» a échoué (%2). Vérifiez le disque, puis réessayez.</translation>
    </message>
    <message>
        <source>Something is too large to be stored in “%1”.</source>
        <translation type="unfinished">Un élément est trop grand pour être stocké dans «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>SQLite failed on “%1”: %2.</source>
        <translation type="unfinished">SQLite a échoué sur «&#xa0;%1&#xa0;»&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing. Install libqt6sql6-sqlite.</source>
        <translation type="unfinished">Le pilote SQLite de Qt est absent. Installez libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>Only words, tags and NEAR can be looked up by themselves.</source>
        <translation type="unfinished">Seuls les mots, les hashtags et NEAR peuvent être recherchés isolément.</translation>
    </message>
    <message>
        <source>The question has too many brackets within brackets.</source>
        <translation type="unfinished">La question a trop de parenthèses imbriquées.</translation>
    </message>
    <message>
        <source>The database is damaged: %1.</source>
        <translation type="unfinished">La base de données est endommagée&#xa0;: %1.</translation>
    </message>
    <message>
        <source>A row of “%1” refers to a row of “%2” that isn&apos;t there.</source>
        <translation type="unfinished">Une ligne de «&#xa0;%1&#xa0;» renvoie à une ligne de «&#xa0;%2&#xa0;» qui n’existe pas.</translation>
    </message>
    <message>
        <source>The full text (%1) holds %2 stories instead of %3, so searches may miss some.</source>
        <translation type="unfinished">Le texte intégral (%1) contient %2 récits au lieu de %3, des recherches peuvent donc en manquer.</translation>
    </message>
    <message>
        <source>The full text can&apos;t be read: %1</source>
        <translation type="unfinished">Le texte intégral est illisible&#xa0;: %1</translation>
    </message>
    <message>
        <source>The view “stories” shows %1 stories instead of %2.</source>
        <translation type="unfinished">La vue «&#xa0;stories&#xa0;» montre %1 récits au lieu de %2.</translation>
    </message>
    <message>
        <source>Story %1 was taken back and is still there.</source>
        <translation type="unfinished">Le récit %1 a été retiré et est toujours là.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be made (%2). Choose another place.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» n’a pas pu être créé (%2). Choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>The theme “%1” can&apos;t leave the codebook, for stories were coded with it by hand.</source>
        <translation type="unfinished">Le thème «&#xa0;%1&#xa0;» ne peut pas quitter le livre de codes, car des récits ont été codés à la main avec lui.</translation>
    </message>
    <message>
        <source>“%1” is a database, but not a collection of Tidemark. Open a file that ends in .tidemark, or start a new collection.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» est une base de données, mais pas une collection de Tidemark. Ouvrez un fichier qui se termine par .tidemark, ou commencez une nouvelle collection.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Choose a collection in it: a file that ends in .tidemark.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» est un dossier. Choisissez-y une collection&#xa0;: un fichier qui se termine par .tidemark.</translation>
    </message>
    <message>
        <source>“%1” is not an ordinary file. Choose a collection.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» n’est pas un fichier ordinaire. Choisissez une collection.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read. Ask its owner for the permission to read it.</source>
        <translation type="unfinished">Impossible de lire «&#xa0;%1&#xa0;». Demandez à son propriétaire le droit de le lire.</translation>
    </message>
    <message>
        <source>“%1” is empty: not a collection. Choose another file or start a new collection.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» est vide&#xa0;: ce n’est pas une collection. Choisissez un autre fichier ou commencez une nouvelle collection.</translation>
    </message>
    <message>
        <source>There is no collection at “%1”. Check the name, or start a new collection there.</source>
        <translation type="unfinished">Il n’y a pas de collection à «&#xa0;%1&#xa0;». Vérifiez le nom, ou commencez-y une nouvelle collection.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing or doesn&apos;t work. Install libqt6sql6-sqlite.</source>
        <translation type="unfinished">Le pilote SQLite de Qt est absent ou ne fonctionne pas. Installez libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>Tidemark runs SQLite %1 and Qt&apos;s driver SQLite %2. With two libraries a collection could be spoiled, so Tidemark stops here: build it against the SQLite that Qt uses.</source>
        <translation type="unfinished">Tidemark utilise SQLite %1 et le pilote de Qt SQLite %2. Avec deux bibliothèques, une collection pourrait être abîmée&#xa0;; Tidemark s’arrête donc ici&#xa0;: compilez-le avec le SQLite que Qt utilise.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written, so it can only be read. To change it, save a copy elsewhere.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» n’est pas accessible en écriture et ne peut donc qu’être lu. Pour le modifier, enregistrez une copie ailleurs.</translation>
    </message>
    <message>
        <source>“%1” was made by a newer Tidemark, so here it can only be read. Update Tidemark to change it.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» a été créé par une version plus récente de Tidemark et ne peut donc qu’être lu ici. Mettez Tidemark à jour pour le modifier.</translation>
    </message>
    <message>
        <source>“%1” was made by an older Tidemark and has to be brought up to date, but it can&apos;t be written. Copy it to a folder of your own and open the copy.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» a été créé par une version plus ancienne de Tidemark et doit être mis à jour, mais n’est pas accessible en écriture. Copiez-le dans un dossier qui vous appartient et ouvrez la copie.</translation>
    </message>
    <message>
        <source>The collection has no story %1.</source>
        <translation type="unfinished">La collection n’a pas de récit %1.</translation>
    </message>
    <message>
        <source>“%1” is the collection&apos;s own setting.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» est un réglage propre à la collection.</translation>
    </message>
    <message>
        <source>“%1” changes without a pause. Try again when that is over.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» change sans cesse. Réessayez quand cela sera terminé.</translation>
    </message>
    <message>
        <source>This collection has a source called “%1” already. Choose another name.</source>
        <translation type="unfinished">Cette collection a déjà une source nommée «&#xa0;%1&#xa0;». Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>This codebook is not in the collection any more.</source>
        <translation type="unfinished">Ce livre de codes n’est plus dans la collection.</translation>
    </message>
    <message>
        <source>Codebook %1, which is not in force, can&apos;t be read: %2</source>
        <translation type="unfinished">Le livre de codes %1, qui n’est pas en vigueur, ne peut pas être lu : %2</translation>
    </message>
    <message>
        <source>“%1” was changed or removed while it was fetched, so what came after that was not taken. Fetch it again.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» a été modifiée ou retirée pendant sa récupération, et ce qui est arrivé ensuite n’a pas été repris. Récupérez-la de nouveau.</translation>
    </message>
    <message>
        <source>The view “%1” can&apos;t be read: %2</source>
        <translation type="unfinished">La vue «&#xa0;%1&#xa0;» est illisible&#xa0;: %2</translation>
    </message>
    <message>
        <source>The attributes of story %1 can&apos;t be read.</source>
        <translation type="unfinished">Les attributs du récit %1 sont illisibles.</translation>
    </message>
    <message>
        <source>More is wrong; the first %1 findings are told.</source>
        <translation type="unfinished">D’autres choses ne vont pas&#xa0;; les %1 premières sont indiquées.</translation>
    </message>
    <message>
        <source>An import into it isn&apos;t done: until that or the next opening for changes has ended, words find too few stories, and answers aren&apos;t linked to what they answer.</source>
        <translation type="unfinished">Un import dans celle-ci n’est pas terminé&#xa0;: jusqu’à sa fin ou à la prochaine ouverture en écriture, les mots trouvent trop peu de récits et les réponses ne sont pas reliées à ce à quoi elles répondent.</translation>
    </message>
    <message>
        <source>An import into it isn&apos;t done: until that or the next opening for changes has ended, words find too few stories.</source>
        <translation type="unfinished">Une importation dans cette collection n’est pas terminée&#xa0;: jusqu’à sa fin, ou jusqu’à la prochaine ouverture pour la modifier, les mots trouvent trop peu de récits.</translation>
    </message>
    <message>
        <source>%1 keys that stories are known by can&apos;t be told any more: once forgotten, these stories may come in again.</source>
        <translation type="unfinished">%1 clés par lesquelles des récits sont reconnus ne peuvent plus être indiquées&#xa0;: une fois oubliés, ces récits peuvent revenir.</translation>
    </message>
</context>
<context>
    <name>StoryDocument</name>
    <message>
        <source>by rule</source>
        <translation type="unfinished">par règle</translation>
    </message>
    <message>
        <source>by model</source>
        <translation type="unfinished">par modèle</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished">à la main</translation>
    </message>
    <message>
        <source>The record&apos;s time could not be read: %1</source>
        <translation type="unfinished">L’heure de l’enregistrement n’a pas pu être lue&#xa0;: %1</translation>
    </message>
    <message>
        <source>The record names no time zone; its time is read as UTC.</source>
        <translation type="unfinished">L’enregistrement ne nomme pas de fuseau horaire&#xa0;; son heure est lue comme UTC.</translation>
    </message>
    <message>
        <source>%1 (detected)</source>
        <translation type="unfinished">%1 (détecté)</translation>
    </message>
    <message>
        <source>The author&apos;s content warning: </source>
        <translation type="unfinished">Avertissement de contenu de l’auteur&#xa0;: </translation>
    </message>
    <message>
        <source>Marked as sensitive where it was shared.</source>
        <translation type="unfinished">Marqué comme sensible là où il a été partagé.</translation>
    </message>
    <message>
        <source>This is the beginning of a text of %1 characters. </source>
        <translation type="unfinished">Ceci est le début d’un texte de %1 caractères. </translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished">Afficher plus</translation>
    </message>
    <message>
        <source>The record holds only the beginning of this text.</source>
        <translation type="unfinished">L’enregistrement ne contient que le début de ce texte.</translation>
    </message>
    <message>
        <source>Pictures, as described by the author</source>
        <translation type="unfinished">Images, telles que l’auteur les décrit</translation>
    </message>
    <message>
        <source>In reply to</source>
        <translation type="unfinished">En réponse à</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished">Cite</translation>
    </message>
    <message>
        <source>Show story %1</source>
        <translation type="unfinished">Afficher le récit %1</translation>
    </message>
    <message>
        <source>Not in this collection.</source>
        <translation type="unfinished">Pas dans cette collection.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished">Note</translation>
    </message>
    <message>
        <source>Not %1 (%2)</source>
        <translation type="unfinished">Pas %1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished">%1 (%2)</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Thèmes</translation>
    </message>
    <message>
        <source>No theme</source>
        <translation type="unfinished">Aucun thème</translation>
    </message>
    <message>
        <source>Before it was edited, %1</source>
        <translation type="unfinished">Avant modification, %1</translation>
    </message>
    <message>
        <source>Before it was edited</source>
        <translation type="unfinished">Avant modification</translation>
    </message>
    <message>
        <source>Further columns</source>
        <translation type="unfinished">Autres colonnes</translation>
    </message>
    <message>
        <source>%1: </source>
        <translation type="unfinished">%1&#xa0;: </translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished">modifié</translation>
    </message>
    <message>
        <source>story %1</source>
        <translation type="unfinished">récit %1</translation>
    </message>
    <message>
        <source>Open at %1</source>
        <translation type="unfinished">Ouvrir sur %1</translation>
    </message>
    <message>
        <source>Also %1</source>
        <translation type="unfinished">Aussi %1</translation>
    </message>
    <message>
        <source>%1, record %2, imported %3</source>
        <translation type="unfinished">%1, enregistrement %2, importé %3</translation>
    </message>
    <message>
        <source>for it its rule</source>
        <translation type="unfinished">pour, sa règle</translation>
    </message>
    <message>
        <source>for it %1</source>
        <translation type="unfinished">pour, %1</translation>
    </message>
    <message>
        <source>against it %1</source>
        <translation type="unfinished">contre, %1</translation>
    </message>
    <message>
        <source>Replies in this collection</source>
        <translation type="unfinished">Réponses dans cette collection</translation>
    </message>
    <message>
        <source>covered</source>
        <translation type="unfinished">masqué</translation>
    </message>
    <message>
        <source>%1 word</source>
        <translation type="unfinished">%1 mot</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation type="unfinished">%1 mots</translation>
    </message>
    <message>
        <source>reposted once</source>
        <translation type="unfinished">repartagé une fois</translation>
    </message>
    <message>
        <source>reposted %1 times</source>
        <translation type="unfinished">repartagé %1 fois</translation>
    </message>
    <message>
        <source>one near-copy in this collection</source>
        <translation type="unfinished">une quasi-copie dans cette collection</translation>
    </message>
    <message>
        <source>%1 near-copies in this collection</source>
        <translation type="unfinished">%1 quasi-copies dans cette collection</translation>
    </message>
    <message>
        <source>agreed upon by the coders</source>
        <translation type="unfinished">convenu par les codeurs</translation>
    </message>
    <message>
        <source>by hand: %1</source>
        <translation type="unfinished">à la main : %1</translation>
    </message>
    <message>
        <source>the rule of no other voice holds</source>
        <translation type="unfinished">la règle d’aucune autre voix ne s’applique</translation>
    </message>
    <message>
        <source>hardly a word beside tags, names and links</source>
        <translation type="unfinished">à peine un mot hors mots-dièse, noms et liens</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished">Voix</translation>
    </message>
    <message>
        <source>probability %1, cut %2</source>
        <translation type="unfinished">probabilité %1, seuil %2</translation>
    </message>
    <message>
        <source>What the file said in them is damaged and can&apos;t be read.</source>
        <translation type="unfinished">Ce que le fichier y disait est endommagé et illisible.</translation>
    </message>
    <message>
        <source>Hidden in a blind round, as is the voice</source>
        <translation type="unfinished">Masqués pendant un tour à l’aveugle, de même que la voix</translation>
    </message>
</context>
<context>
    <name>Subscription</name>
    <message>
        <source>“%1” is no address. Give one like https://server.example.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» n’est pas une adresse. Donnez-en une comme https://server.example.</translation>
    </message>
    <message>
        <source>Name the hashtags that are to be followed.</source>
        <translation type="unfinished">Nommez les hashtags à suivre.</translation>
    </message>
    <message>
        <source>Servers take at most four hashtags together.</source>
        <translation type="unfinished">Les serveurs acceptent au plus quatre hashtags ensemble.</translation>
    </message>
    <message>
        <source>Say what is to be searched for.</source>
        <translation type="unfinished">Indiquez ce qu’il faut rechercher.</translation>
    </message>
    <message>
        <source>Bluesky lets nobody search without an account: name yours, and give an app password of it.</source>
        <translation type="unfinished">Bluesky ne laisse personne chercher sans compte&#xa0;: nommez le vôtre, et donnez-en un mot de passe d’application.</translation>
    </message>
    <message>
        <source>X takes money for every post that is read: set a budget, how many one fetch may read at most (10 or more).</source>
        <translation type="unfinished">X fait payer chaque publication lue&#xa0;: fixez un budget, c’est-à-dire combien une récupération peut en lire au plus (10 ou davantage).</translation>
    </message>
    <message>
        <source>Mastodon</source>
        <translation type="unfinished">Mastodon</translation>
    </message>
    <message>
        <source>Bluesky</source>
        <translation type="unfinished">Bluesky</translation>
    </message>
    <message>
        <source>X</source>
        <translation type="unfinished">X</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation type="unfinished">Flux</translation>
    </message>
    <message>
        <source>%1 lets nobody in without a password or token, and none is known here, so nothing was asked. Edit the source to give it.</source>
        <translation type="unfinished">%1 ne laisse entrer personne sans mot de passe ni jeton, et aucun n’est connu ici ; rien n’a donc été demandé. Modifiez la source pour l’indiquer.</translation>
    </message>
    <message>
        <source>“%1” may read up to %2 posts of X, each of which costs money. In this month it has read %3.</source>
        <translation type="unfinished">« %1 » peut lire jusqu’à %2 publications de X, dont chacune coûte de l’argent. Ce mois-ci, %3 ont été lues.</translation>
    </message>
    <message>
        <source>By schedule, X is asked only within a budget for the month, since nobody is asked first: set one (10 or more), or have it fetched only when asked.</source>
        <translation type="unfinished">Selon un horaire, X n’est interrogé que dans les limites d’un budget pour le mois, car personne n’est consulté avant : fixez-en un (10 ou plus), ou ne récupérez que sur demande.</translation>
    </message>
    <message>
        <source>X takes money for each of its stories that still stands there. The collection holds %1 of X.</source>
        <translation type="unfinished">X fait payer chacun de ses récits qui y est encore. La collection en contient %1 de X.</translation>
    </message>
    <message>
        <source>The address holds a name or password, which would be kept where everybody can read it. Leave it out.</source>
        <translation type="unfinished">L’adresse contient un nom ou un mot de passe, qui serait conservé lisible par tous. Omettez-le.</translation>
    </message>
    <message>
        <source>“%1” is no hashtag: these have letters, digits and underscores alone.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» n’est pas un hashtag&#xa0;: ceux-ci n’ont que des lettres, des chiffres et des tirets bas.</translation>
    </message>
    <message>
        <source>X takes at most %1 letters in a query, and this one has %2. Make it shorter, or split it in two sources.</source>
        <translation type="unfinished">X accepte au plus %1 caractères dans une requête, et celle-ci en a %2. Raccourcissez-la, ou répartissez-la sur deux sources.</translation>
    </message>
    <message>
        <source>“%1” would be asked over http, where anybody on the way can read along. Only https is used: try the address with https.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» serait interrogé en http, où n’importe qui peut lire en chemin. Seul https est utilisé&#xa0;: essayez l’adresse avec https.</translation>
    </message>
    <message>
        <source>“%1” asks for the very same already.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» demande déjà exactement la même chose.</translation>
    </message>
    <message>
        <source>There is a source called “%1” already. Choose another name.</source>
        <translation type="unfinished">Il y a déjà une source nommée «&#xa0;%1&#xa0;». Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>The token or password holds a line break or the like, which none has. Copy it again, from its first letter to its last.</source>
        <translation type="unfinished">Le jeton ou mot de passe contient un saut de ligne ou quelque chose de semblable, ce qu’aucun n’a. Copiez-le de nouveau, du premier au dernier caractère.</translation>
    </message>
</context>
<context>
    <name>TableForm</name>
    <message>
        <source>“%1” can&apos;t separate columns. Give one sign, such as ; or |, or the word tab.</source>
        <translation type="unfinished">« %1 » ne peut pas séparer des colonnes. Donnez un signe, tel que ; ou |, ou le mot tab.</translation>
    </message>
    <message>
        <source>“quote” can be double, single, backslash or none, not “%1”.</source>
        <translation type="unfinished">« quote » peut être double, single, backslash ou none, pas « %1 ».</translation>
    </message>
    <message>
        <source>There is no encoding “%1”. Write it like UTF-8, windows-1252, macintosh or Shift_JIS.</source>
        <translation type="unfinished">Il n’y a pas d’encodage « %1 ». Écrivez-le comme UTF-8, windows-1252, macintosh ou Shift_JIS.</translation>
    </message>
</context>
<context>
    <name>TableReader</name>
    <message>
        <source>the line of column names once more</source>
        <translation type="unfinished">la ligne des noms de colonnes encore une fois</translation>
    </message>
    <message>
        <source>%1 lacks the column “%2” of the form that it was taken for. Import it as csv.</source>
        <translation type="unfinished">Il manque à %1 la colonne «&#xa0;%2&#xa0;» de la forme qui lui a été supposée. Importez-le comme csv.</translation>
    </message>
    <message>
        <source>The id “%1” is not whole: a spreadsheet shortened it, so its last digits are lost. Take the file as it was before.</source>
        <translation type="unfinished">L’id «&#xa0;%1&#xa0;» n’est pas complet&#xa0;: un tableur l’a raccourci, ses derniers chiffres sont donc perdus. Prenez le fichier tel qu’il était auparavant.</translation>
    </message>
    <message>
        <source>not public</source>
        <translation type="unfinished">non public</translation>
    </message>
</context>
<context>
    <name>TextStream</name>
    <message>
        <source>The text is not UTF-8; it was read as %1. If letters look wrong, save the file as UTF-8 and import it again.</source>
        <translation type="unfinished">Le texte n’est pas en UTF-8&#xa0;; il a été lu comme %1. Si des lettres paraissent fausses, enregistrez le fichier en UTF-8 et importez-le de nouveau.</translation>
    </message>
    <message>
        <source>The text was read as %1.</source>
        <translation type="unfinished">Le texte a été lu comme %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters could not be read and were replaced by the sign for an unreadable one.</source>
        <translation type="unfinished">
            <numerusform>%n caractère n’a pas pu être lu et a été remplacé par le signe d’un caractère illisible.</numerusform>
            <numerusform>%n caractères n’ont pas pu être lus et ont été remplacés par le signe d’un caractère illisible.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThemePage</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished">%1 (%2 à %3)</translation>
    </message>
    <message>
        <source>%1 of %2 have it, %3.</source>
        <translation type="unfinished">%1 sur %2 l’ont, %3.</translation>
    </message>
    <message>
        <source>A model that learned from codings by hand codes it.</source>
        <translation type="unfinished">Un modèle qui a appris de codages à la main le code.</translation>
    </message>
    <message>
        <source>Its rule codes it, where nobody did by hand.</source>
        <translation type="unfinished">Sa règle le code, là où personne ne l’a fait à la main.</translation>
    </message>
    <message>
        <source>Beside %1 that people coded with it, present or absent, the rule has a precision of %2 and a recall of %3, with the 95 percent interval after Wilson.</source>
        <translation type="unfinished">Face à %1 que des personnes ont codés avec lui, présent ou absent, la règle a une précision de %2 et un rappel de %3, avec l’intervalle à 95 pour cent d’après Wilson.</translation>
    </message>
    <message>
        <source>Nobody has coded it by hand here, so how good it is has not been measured.</source>
        <translation type="unfinished">Personne ne l’a codé à la main ici, on n’a donc pas mesuré ce qu’il vaut.</translation>
    </message>
    <message>
        <source>Words that set it apart: log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008), over %1 with it and %2 without, in the languages in which it is found, drawn evenly over time.</source>
        <translation type="unfinished">Mots qui le distinguent : rapport de cotes logarithmique avec une loi a priori de Dirichlet informative (Monroe, Colaresi et Quinn 2008), sur %1 avec lui et %2 sans, dans les langues où on le trouve, tirés régulièrement dans le temps.</translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished">Mot</translation>
    </message>
    <message>
        <source>With it</source>
        <translation type="unfinished">Avec</translation>
    </message>
    <message>
        <source>Without</source>
        <translation type="unfinished">Sans</translation>
    </message>
    <message>
        <source>z</source>
        <translation type="unfinished">z</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished">Thème</translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished">Les deux</translation>
    </message>
    <message>
        <source>Share of its stories</source>
        <translation type="unfinished">Part de ses récits</translation>
    </message>
    <message>
        <source>Times as often as by chance</source>
        <translation type="unfinished">Fois plus que par hasard</translation>
    </message>
    <message>
        <source>Typical stories are the most probable ones after the model, doubtful ones lie next to its cut.</source>
        <translation type="unfinished">Les récits typiques sont les plus probables selon le modèle, les douteux sont proches de son seuil.</translation>
    </message>
    <message>
        <source>Typical stories say most of the words above, doubtful ones least.</source>
        <translation type="unfinished">Les récits typiques disent le plus des mots ci-dessus, les douteux le moins.</translation>
    </message>
    <message>
        <source>When it was learned, the model was tried on %1 coded by hand, each kept aside while the rest was learned: it has a precision of %2 and a recall of %3, with the 95 percent interval after Wilson.</source>
        <translation type="unfinished">Lors de l’apprentissage, le modèle a été essayé sur %1 codés à la main, chacun mis de côté pendant que l’on apprenait des autres&#xa0;: il a une précision de %2 et un rappel de %3, avec l’intervalle à 95 pour cent d’après Wilson.</translation>
    </message>
    <message>
        <source>How good the model is was not kept with it; learn the theme anew to know.</source>
        <translation type="unfinished">Ce que vaut le modèle n’a pas été gardé avec lui&#xa0;; apprenez le thème à nouveau pour le savoir.</translation>
    </message>
    <message>
        <source>Nobody has coded it by hand here, so the rule can&apos;t be set beside it.</source>
        <translation type="unfinished">Personne ne l’a codé à la main ici, on ne peut donc pas comparer la règle au modèle.</translation>
    </message>
</context>
<context>
    <name>TidemarkReader</name>
    <message>
        <source>It is not a JSON object.</source>
        <translation type="unfinished">Ce n’est pas un objet JSON.</translation>
    </message>
    <message>
        <source>%1 does not begin with the line {&quot;format&quot;:&quot;tidemark-stories&quot;,&quot;version&quot;:1} that this form needs.</source>
        <translation type="unfinished">%1 ne commence pas par la ligne {&quot;format&quot;:&quot;tidemark-stories&quot;,&quot;version&quot;:1} dont cette forme a besoin.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Tidemark. Update Tidemark to read it.</source>
        <translation type="unfinished">%1 a été écrit par une version plus récente de Tidemark. Mettez Tidemark à jour pour le lire.</translation>
    </message>
    <message>
        <source>All stories in this file are invented.</source>
        <translation type="unfinished">Tous les récits de ce fichier sont inventés.</translation>
    </message>
    <message>
        <source>Tidemark&apos;s own JSON Lines</source>
        <translation type="unfinished">JSON Lines de Tidemark</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>Undated</source>
        <translation type="unfinished">Sans date</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation type="unfinished">Semaine du %1</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished">%1 à %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished">%1 sur %2</translation>
    </message>
    <message>
        <source>%1 story</source>
        <translation type="unfinished">%1 récit</translation>
    </message>
    <message>
        <source>%1 stories</source>
        <translation type="unfinished">%1 récits</translation>
    </message>
    <message>
        <source>%1 post</source>
        <translation type="unfinished">%1 publication</translation>
    </message>
    <message>
        <source>%1 posts</source>
        <translation type="unfinished">%1 publications</translation>
    </message>
    <message>
        <source>%1 account</source>
        <translation type="unfinished">%1 compte</translation>
    </message>
    <message>
        <source>%1 distinct accounts</source>
        <translation type="unfinished">%1 comptes distincts</translation>
    </message>
    <message>
        <source>So long a time has more than %1 %2, so %3 are shown. Select a shorter span and choose Chart &gt; Only the Selected Span.</source>
        <translation type="unfinished">Une durée aussi longue compte plus de %1 %2, l’affichage est donc en %3. Sélectionnez une période plus courte et choisissez Graphique &gt; Seulement la période sélectionnée.</translation>
    </message>
    <message>
        <source> (%1%2 %)</source>
        <translation type="unfinished"> (%1%2&#xa0;%)</translation>
    </message>
    <message>
        <source>Select a span to see an earlier one of the same length beside it.</source>
        <translation type="unfinished">Sélectionnez une période pour en voir à côté une antérieure de même longueur.</translation>
    </message>
    <message>
        <source>The collection has nothing as early as the span to compare with.</source>
        <translation type="unfinished">La collection ne contient rien d’aussi ancien que la période de comparaison.</translation>
    </message>
    <message>
        <source>Dashed: %1. Distinct accounts of several steps don&apos;t add up.</source>
        <translation type="unfinished">En tirets&#xa0;: %1. Les comptes distincts de plusieurs intervalles ne s’additionnent pas.</translation>
    </message>
    <message>
        <source>%1: %2%3. Dashed: %4: %5.</source>
        <translation type="unfinished">%1&#xa0;: %2%3. En tirets, %4&#xa0;: %5.</translation>
    </message>
    <message>
        <source>No bursts</source>
        <translation type="unfinished">Aucun pic</translation>
    </message>
    <message>
        <source>Bracket: one burst</source>
        <translation type="unfinished">Crochet&#xa0;: un pic</translation>
    </message>
    <message>
        <source>Brackets: %1 bursts</source>
        <translation type="unfinished">Crochets&#xa0;: %1 pics</translation>
    </message>
    <message>
        <source>%1, after Kleinberg&apos;s two-state model: %2 times the mean rate, price of a change %3.</source>
        <translation type="unfinished">%1, d’après le modèle à deux états de Kleinberg&#xa0;: %2 fois le taux moyen, prix d’un changement %3.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished">minutes</translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished">heures</translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished">jours</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation type="unfinished">semaines</translation>
    </message>
    <message>
        <source>months</source>
        <translation type="unfinished">mois</translation>
    </message>
    <message>
        <source>years</source>
        <translation type="unfinished">années</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>burst, %1</source>
        <translation type="unfinished">pic, %1</translation>
    </message>
    <message>
        <source>No dated stories</source>
        <translation type="unfinished">Aucun récit daté</translation>
    </message>
    <message>
        <source>A story with several themes counts once for each of them.</source>
        <translation type="unfinished">Un récit ayant plusieurs thèmes compte une fois pour chacun d’eux.</translation>
    </message>
    <message>
        <source>Lines, for on a logarithmic scale stacked bars don&apos;t add up.</source>
        <translation type="unfinished">Des lignes, car sur une échelle logarithmique les barres empilées ne s’additionnent pas.</translation>
    </message>
    <message>
        <source>Mean of %1 %2, the one in the middle among them.</source>
        <translation type="unfinished">Moyenne centrée sur %1 %2.</translation>
    </message>
    <message>
        <source>Only %1 is shown.</source>
        <translation type="unfinished">Affichage limité à %1.</translation>
    </message>
    <message>
        <source>The span to compare with is out of sight as long as only the selected one is shown.</source>
        <translation type="unfinished">La période de comparaison reste hors de vue tant que seule la période sélectionnée est affichée.</translation>
    </message>
</context>
<context>
    <name>TwarcCsvReader</name>
    <message>
        <source>Twitter API v2, CSV by twarc</source>
        <translation type="unfinished">Twitter API v2, CSV de twarc</translation>
    </message>
</context>
<context>
    <name>TwitterCompliance</name>
    <message>
        <source>a notice of the stream</source>
        <translation type="unfinished">un avis du flux</translation>
    </message>
    <message>
        <source>a post of a protected account, which only its followers could see</source>
        <translation type="unfinished">une publication d’un compte protégé, que seuls ses abonnés pouvaient voir</translation>
    </message>
</context>
<context>
    <name>TwitterV1Reader</name>
    <message>
        <source>an error message instead of a story</source>
        <translation type="unfinished">un message d’erreur au lieu d’un récit</translation>
    </message>
    <message>
        <source>a user, not a story</source>
        <translation type="unfinished">un utilisateur, pas un récit</translation>
    </message>
    <message>
        <source>It is not a tweet as API v1.1 writes it.</source>
        <translation type="unfinished">Ce n’est pas un tweet tel que l’API v1.1 l’écrit.</translation>
    </message>
    <message>
        <source>Twitter API v1.1, JSON Lines</source>
        <translation type="unfinished">Twitter API v1.1, JSON Lines</translation>
    </message>
    <message>
        <source>a private message, which is never imported</source>
        <translation type="unfinished">un message privé, qui n’est jamais importé</translation>
    </message>
    <message>
        <source>a list of accounts, not a story</source>
        <translation type="unfinished">une liste de comptes, pas un récit</translation>
    </message>
</context>
<context>
    <name>TwitterV2Reader</name>
    <message>
        <source>a user, not a story</source>
        <translation type="unfinished">un utilisateur, pas un récit</translation>
    </message>
    <message>
        <source>a list of accounts, not a story</source>
        <translation type="unfinished">une liste de comptes, pas un récit</translation>
    </message>
    <message>
        <source>a count, not a story</source>
        <translation type="unfinished">un décompte, pas un récit</translation>
    </message>
    <message>
        <source>It is not a tweet as API v2 writes it.</source>
        <translation type="unfinished">Ce n’est pas un tweet tel que l’API v2 l’écrit.</translation>
    </message>
    <message>
        <source>an error message instead of a story</source>
        <translation type="unfinished">un message d’erreur au lieu d’un récit</translation>
    </message>
    <message>
        <source>a page without results</source>
        <translation type="unfinished">une page sans résultats</translation>
    </message>
    <message>
        <source>only what belongs to stories, without them</source>
        <translation type="unfinished">seulement ce qui accompagne des récits, sans eux</translation>
    </message>
    <message>
        <source>Twitter API v2, JSON Lines</source>
        <translation type="unfinished">Twitter API v2, JSON Lines</translation>
    </message>
    <message>
        <source>a private message, which is never imported</source>
        <translation type="unfinished">un message privé, qui n’est jamais importé</translation>
    </message>
    <message>
        <source>a live conversation, not a story</source>
        <translation type="unfinished">une conversation en direct, pas un récit</translation>
    </message>
    <message numerus="yes">
        <source>X didn&apos;t give %n posts that are referred to here: they were gone, or not for everyone to see. What the collection holds of them stays until you ask whether its stories still stand there.</source>
        <translation type="unfinished">
            <numerusform>X n’a pas fourni %n publication dont il est question ici&#xa0;: elle avait disparu ou n’était pas visible par tous. Ce que la collection en contient reste jusqu’à ce que vous demandiez si ses récits sont toujours là.</numerusform>
            <numerusform>X n’a pas fourni %n publications dont il est question ici&#xa0;: elles avaient disparu ou n’étaient pas visibles par tous. Ce que la collection en contient reste jusqu’à ce que vous demandiez si ses récits sont toujours là.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Testimony</source>
        <translation type="unfinished">Témoignage</translation>
    </message>
    <message>
        <source>Solidarity</source>
        <translation type="unfinished">Solidarité</translation>
    </message>
    <message>
        <source>Support</source>
        <translation type="unfinished">Soutien</translation>
    </message>
    <message>
        <source>Commentary</source>
        <translation type="unfinished">Commentaire</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished">Inconnue</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Codebooks and collections (*.json *.csv *.tsv *.qdc *.tidemark)</source>
        <translation type="unfinished">Livres de codes et collections (*.json *.csv *.tsv *.qdc *.tidemark)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished">Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>XArchiveReader</name>
    <message>
        <source>It is not a tweet as X&apos;s archives hold them.</source>
        <translation type="unfinished">Ce n’est pas un tweet tel que les archives de X en contiennent.</translation>
    </message>
    <message>
        <source>Part of an archive that X gives its users</source>
        <translation type="unfinished">Partie d’une archive que X remet à ses utilisateurs</translation>
    </message>
    <message>
        <source>Archive that X gives its users</source>
        <translation type="unfinished">Archive que X remet à ses utilisateurs</translation>
    </message>
    <message>
        <source>no tweet</source>
        <translation type="unfinished">pas un tweet</translation>
    </message>
</context>
<context>
    <name>Xml</name>
    <message>
        <source>The XML breaks off in line %1: %2.</source>
        <translation type="unfinished">Le XML s’interrompt à la ligne %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Files that the XML refers to were not read.</source>
        <translation type="unfinished">Les fichiers auxquels le XML renvoie n’ont pas été lus.</translation>
    </message>
    <message>
        <source>The XML is nested more than 256 levels deep.</source>
        <translation type="unfinished">L’imbrication du XML dépasse 256 niveaux.</translation>
    </message>
    <message>
        <source>The XML has a tag of more than 64 KiB or 256 attributes.</source>
        <translation type="unfinished">Le XML a une balise de plus de 64 Kio ou de plus de 256 attributs.</translation>
    </message>
    <message>
        <source>The XML&apos;s own entities stand for more than 64 KiB.</source>
        <translation type="unfinished">Les entités propres au XML représentent plus de 64 Kio.</translation>
    </message>
    <message>
        <source>The XML&apos;s own entities refer to each other more than 16 levels deep.</source>
        <translation type="unfinished">Les entités propres au XML renvoient l’une à l’autre sur plus de 16 niveaux.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters that XML doesn&apos;t allow were replaced by the sign for an unreadable one.</source>
        <translation type="unfinished">
            <numerusform>%n caractère que XML n’autorise pas a été remplacé par le signe d’un caractère illisible.</numerusform>
            <numerusform>%n caractères que XML n’autorise pas ont été remplacés par le signe d’un caractère illisible.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signs &amp; that stood alone were taken as text.</source>
        <translation type="unfinished">
            <numerusform>%n signe &amp; isolé a été pris pour du texte.</numerusform>
            <numerusform>%n signes &amp; isolés ont été pris pour du texte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ZeeschuimerReader</name>
    <message>
        <source>a post of %1 as Zeeschuimer captures it, which Tidemark can&apos;t read</source>
        <translation type="unfinished">une publication de %1 telle que Zeeschuimer la capture, que Tidemark ne peut pas lire</translation>
    </message>
    <message>
        <source>a tweet that was not shown when it was captured</source>
        <translation type="unfinished">un tweet qui n’était pas affiché lors de sa capture</translation>
    </message>
    <message>
        <source>Zeeschuimer capture of Twitter/X, JSON Lines</source>
        <translation type="unfinished">capture Zeeschuimer de Twitter/X, JSON Lines</translation>
    </message>
</context>
<context>
    <name>tidemark::AboutDialog</name>
    <message>
        <source>About Tidemark</source>
        <translation type="unfinished">À propos de Tidemark</translation>
    </message>
    <message>
        <source>Tidemark %1</source>
        <translation type="unfinished">Tidemark %1</translation>
    </message>
    <message>
        <source>Read what a movement said.</source>
        <translation type="unfinished">Lire ce qu’un mouvement a dit.</translation>
    </message>
    <message>
        <source>Everything stays on this computer: Tidemark has no account, sends nothing and fetches nothing that you did not ask for.</source>
        <translation type="unfinished">Tout reste sur cet ordinateur&#xa0;: Tidemark n’a pas de compte, n’envoie rien et ne récupère rien que vous n’ayez demandé.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished">Logiciel libre sous la licence publique générale GNU, version 3 ou ultérieure.</translation>
    </message>
</context>
<context>
    <name>tidemark::AgreementDialog</name>
    <message>
        <source>Comparing ...</source>
        <translation type="unfinished">Comparaison ...</translation>
    </message>
    <message>
        <source>Agreement by theme</source>
        <translation type="unfinished">Accord par thème</translation>
    </message>
    <message>
        <source>Stories to settle</source>
        <translation type="unfinished">Récits à trancher</translation>
    </message>
    <message>
        <source>Agreement of Coders</source>
        <translation type="unfinished">Accord entre codeurs</translation>
    </message>
    <message>
        <source>The Theme Is &amp;There</source>
        <translation type="unfinished">Le thème est &amp;présent</translation>
    </message>
    <message>
        <source>It Is &amp;Not There</source>
        <translation type="unfinished">Il n’est p&amp;as présent</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Annuler</translation>
    </message>
    <message>
        <source>Nothing was coded by two people yet. Collection &gt; Code Stories has a second, blind round; “tidemark themes label” takes a coder’s answers out of a column.</source>
        <translation type="unfinished">Rien n’a encore été codé par deux personnes. Collection &gt; Coder des récits propose un second tour à l’aveugle&#xa0;; «&#xa0;tidemark themes label&#xa0;» prend les réponses d’une personne dans une colonne.</translation>
    </message>
    <message>
        <source>Over the stories that at least two coded. The interval holds 95 % (stories drawn anew a thousand times). What you settle becomes the coding by hand; the coders’ answers, and these figures, stay.</source>
        <translation type="unfinished">Sur les récits qu’au moins deux ont codés. L’intervalle est à 95 % (récits tirés à nouveau mille fois). Ce que vous tranchez devient le codage à la main&#xa0;; les réponses des codeurs et ces chiffres restent.</translation>
    </message>
</context>
<context>
    <name>tidemark::AgreementModel</name>
    <message>
        <source>unnamed</source>
        <translation type="unfinished">sans nom</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation type="unfinished">non défini</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished">%1 (%2 à %3)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished">%1&#xa0;%</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished">Thème</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished">Codeurs</translation>
    </message>
    <message>
        <source>Stories coded by two</source>
        <translation type="unfinished">Codés par deux</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished">Accord</translation>
    </message>
    <message>
        <source>Krippendorff’s alpha</source>
        <translation type="unfinished">Alpha de Krippendorff</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation type="unfinished">À trancher</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation type="unfinished">Tranchés</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished">Voix</translation>
    </message>
    <message>
        <source>%1 (Fleiss)</source>
        <translation type="unfinished">%1 (Fleiss)</translation>
    </message>
    <message>
        <source>%1 (Cohen)</source>
        <translation type="unfinished">%1 (Cohen)</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation type="unfinished">Kappa</translation>
    </message>
</context>
<context>
    <name>tidemark::AnswerButton</name>
    <message>
        <source>Key %1</source>
        <translation type="unfinished">Touche %1</translation>
    </message>
    <message>
        <source>Key %1, then the theme’s name</source>
        <translation type="unfinished">Touche %1, puis le nom du thème</translation>
    </message>
</context>
<context>
    <name>tidemark::Banners</name>
    <message>
        <source>These posts are invented. Import your own to begin.</source>
        <translation type="unfinished">Ces publications sont inventées. Importez les vôtres pour commencer.</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation type="unfinished">Importer...</translation>
    </message>
    <message>
        <source>New Collection...</source>
        <translation type="unfinished">Nouvelle collection...</translation>
    </message>
    <message>
        <source>Collections are kept on this computer and are not encrypted. Keep them on an encrypted disk.</source>
        <translation type="unfinished">Les collections sont conservées sur cet ordinateur et ne sont pas chiffrées. Gardez-les sur un disque chiffré.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished">Compris</translation>
    </message>
    <message>
        <source>Some stories tell of violence. You can have chosen themes covered until you uncover them.</source>
        <translation type="unfinished">Certains récits parlent de violences. Vous pouvez faire masquer des thèmes choisis jusqu’à ce que vous les dévoiliez.</translation>
    </message>
    <message>
        <source>Choose Themes...</source>
        <translation type="unfinished">Choisir des thèmes...</translation>
    </message>
    <message>
        <source>Cover None</source>
        <translation type="unfinished">Ne rien masquer</translation>
    </message>
    <message>
        <source>Tour, 2 of 3: Drag over the timeline to choose a span of time. Esc clears it.</source>
        <translation type="unfinished">Visite, 2 sur 3&#xa0;: faites glisser sur la chronologie pour choisir une période. Échap l’efface.</translation>
    </message>
    <message>
        <source>Tour, 3 of 3: Choose a story in the list. Space reads on, and ? shows all keys.</source>
        <translation type="unfinished">Visite, 3 sur 3&#xa0;: choisissez un récit dans la liste. Espace poursuit la lecture, et&#xa0;? montre toutes les touches.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished">Terminé</translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished">Suivant</translation>
    </message>
    <message>
        <source>Skip the Tour</source>
        <translation type="unfinished">Passer la visite</translation>
    </message>
    <message>
        <source>Tour, 1 of 3: Click one of the themes. The list, the timeline and all counts follow.</source>
        <translation type="unfinished">Visite, 1 sur 3&#xa0;: cliquez sur l’un des thèmes. La liste, la chronologie et tous les décomptes suivent.</translation>
    </message>
    <message>
        <source>These posts are invented.</source>
        <translation type="unfinished">Ces publications sont inventées.</translation>
    </message>
</context>
<context>
    <name>tidemark::CodebookChoice</name>
    <message>
        <source>Codebook in force</source>
        <translation type="unfinished">Livre de codes en vigueur</translation>
    </message>
    <message>
        <source>Codeboo&amp;k</source>
        <translation type="unfinished">&amp;Livre de codes</translation>
    </message>
    <message>
        <source>&amp;Add...</source>
        <translation type="unfinished">&amp;Ajouter...</translation>
    </message>
    <message>
        <source>Rename...</source>
        <translation type="unfinished">Renommer...</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation type="unfinished">Supprimer...</translation>
    </message>
    <message>
        <source>The codebook in force can&apos;t be deleted. Use another one first.</source>
        <translation type="unfinished">Le livre de codes en vigueur ne peut pas être supprimé. Utilisez-en d’abord un autre.</translation>
    </message>
    <message>
        <source>Coding the stories by %1</source>
        <translation type="unfinished">Codage des récits d’après %1</translation>
    </message>
    <message>
        <source>Adding %1</source>
        <translation type="unfinished">Ajout de %1</translation>
    </message>
    <message>
        <source>Rename Codebook</source>
        <translation type="unfinished">Renommer le livre de codes</translation>
    </message>
    <message>
        <source>Name of the codebook in force</source>
        <translation type="unfinished">Nom du livre de codes en vigueur</translation>
    </message>
    <message>
        <source>Renaming the codebook</source>
        <translation type="unfinished">Changement de nom du livre de codes</translation>
    </message>
    <message>
        <source>Delete Codebook</source>
        <translation type="unfinished">Supprimer un livre de codes</translation>
    </message>
    <message>
        <source>Which codebook is to go? What was coded by hand under it goes with it. That can be undone until the collection is closed. The one in force isn&apos;t among them.</source>
        <translation type="unfinished">Quel livre de codes faut-il supprimer&#xa0;? Ce qui a été codé à la main avec lui part avec lui. Cela peut être annulé jusqu’à la fermeture de la collection. Celui en vigueur n’y figure pas.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished">Supprimer</translation>
    </message>
    <message>
        <source>Deleting %1</source>
        <translation type="unfinished">Suppression de %1</translation>
    </message>
</context>
<context>
    <name>tidemark::CodebookDialog</name>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Thèmes</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished">T&amp;hème</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation type="unfinished">&amp;Règle</translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation type="unfinished">&amp;Nouveau</translation>
    </message>
    <message>
        <source>Ret&amp;ire</source>
        <translation type="unfinished">Ret&amp;irer</translation>
    </message>
    <message>
        <source>&amp;Merge...</source>
        <translation type="unfinished">&amp;Fusionner…</translation>
    </message>
    <message>
        <source>S&amp;plit...</source>
        <translation type="unfinished">&amp;Détacher…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished">Rétablir</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished">&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Fermer</translation>
    </message>
    <message>
        <source>&amp;Versions and Others...</source>
        <translation type="unfinished">&amp;Versions et autres…</translation>
    </message>
    <message>
        <source>E&amp;xport...</source>
        <translation type="unfinished">E&amp;xporter...</translation>
    </message>
    <message>
        <source>Br&amp;ing Back</source>
        <translation type="unfinished">Réta&amp;blir</translation>
    </message>
    <message>
        <source>New theme</source>
        <translation type="unfinished">Nouveau thème</translation>
    </message>
    <message>
        <source>A codebook has at most 64 themes, retired ones included. Bring back a retired one instead.</source>
        <translation type="unfinished">Un livre de codes a au plus 64 thèmes, retirés compris. Rétablissez plutôt un thème retiré.</translation>
    </message>
    <message>
        <source>Saving the codebook</source>
        <translation type="unfinished">Enregistrement du livre de codes</translation>
    </message>
    <message>
        <source>Retiring %1</source>
        <translation type="unfinished">Retrait de %1</translation>
    </message>
    <message>
        <source>Bringing back %1</source>
        <translation type="unfinished">Rétablissement de %1</translation>
    </message>
    <message>
        <source>Merge Theme</source>
        <translation type="unfinished">Fusionner le thème</translation>
    </message>
    <message>
        <source>Into which theme does %1 go? That one finds what either rule found, and has what was coded by hand. %1 is retired.</source>
        <translation type="unfinished">Dans quel thème %1 entre-t-il&#xa0;? Celui-ci trouve ce que l’une ou l’autre règle trouvait et a ce qui a été codé à la main. %1 est retiré.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished">Fusionner</translation>
    </message>
    <message>
        <source>Merging %1 into %2</source>
        <translation type="unfinished">Fusion de %1 dans %2</translation>
    </message>
    <message>
        <source>Splitting off %1</source>
        <translation type="unfinished">Détachement de %1</translation>
    </message>
    <message>
        <source>Taking themes over</source>
        <translation type="unfinished">Reprise de thèmes</translation>
    </message>
    <message>
        <source>Export Codebook</source>
        <translation type="unfinished">Exporter le livre de codes</translation>
    </message>
    <message>
        <source>Codebooks (*.json)</source>
        <translation type="unfinished">Livres de codes (*.json)</translation>
    </message>
    <message>
        <source>Tables of names and definitions (*.csv)</source>
        <translation type="unfinished">Tables de noms et de définitions (*.csv)</translation>
    </message>
    <message>
        <source>REFI-QDA codebooks (*.qdc)</source>
        <translation type="unfinished">Livres de codes REFI-QDA (*.qdc)</translation>
    </message>
    <message>
        <source>The codebook was written to %1.</source>
        <translation type="unfinished">Le livre de codes a été écrit dans %1.</translation>
    </message>
    <message>
        <source>Undoing: %1</source>
        <translation type="unfinished">Annulation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Redoing: %1</source>
        <translation type="unfinished">Rétablissement&#xa0;: %1</translation>
    </message>
    <message>
        <source>A change is still being made. Wait for it, or stop it.</source>
        <translation type="unfinished">Une modification est encore en cours. Attendez-la ou arrêtez-la.</translation>
    </message>
    <message>
        <source>The codebook has changes that are not saved.</source>
        <translation type="unfinished">Le livre de codes a des modifications qui ne sont pas enregistrées.</translation>
    </message>
    <message>
        <source>Discard Them</source>
        <translation type="unfinished">Les abandonner</translation>
    </message>
    <message>
        <source>The chosen theme</source>
        <translation type="unfinished">Le thème choisi</translation>
    </message>
</context>
<context>
    <name>tidemark::CodingBar</name>
    <message>
        <source>Coding</source>
        <translation type="unfinished">Codage</translation>
    </message>
    <message>
        <source>%1 of %2 coded</source>
        <translation type="unfinished">%1 sur %2 codés</translation>
    </message>
    <message>
        <source>blind: what others said is hidden</source>
        <translation type="unfinished">à l’aveugle&#xa0;: ce que d’autres ont dit est masqué</translation>
    </message>
    <message>
        <source>all is coded</source>
        <translation type="unfinished">tout est codé</translation>
    </message>
    <message>
        <source>the rest was passed over; choose one in the list to code it</source>
        <translation type="unfinished">le reste a été passé&#xa0;; choisissez-en un dans la liste pour le coder</translation>
    </message>
    <message>
        <source>choose the voice</source>
        <translation type="unfinished">choisissez la voix</translation>
    </message>
</context>
<context>
    <name>tidemark::CodingCommands</name>
    <message>
        <source>Coding a story</source>
        <translation type="unfinished">Codage d’un récit</translation>
    </message>
    <message>
        <source>Learning what to suggest for %1</source>
        <translation type="unfinished">Apprentissage de suggestions pour %1</translation>
    </message>
    <message>
        <source>Suggested for %1 by what %2 codings taught: F1 %3 %.</source>
        <translation type="unfinished">Suggérés pour %1 d’après ce qu’ont appris %2 codages&#xa0;: F1 %3 %.</translation>
    </message>
    <message>
        <source>None of the stories selected is to be coded this way.</source>
        <translation type="unfinished">Aucun des récits sélectionnés n’est à coder ainsi.</translation>
    </message>
    <message>
        <source>To code: %1 stories, seed %2</source>
        <translation type="unfinished">À coder&#xa0;: %1 récits, graine %2</translation>
    </message>
    <message>
        <source>Settling a difference</source>
        <translation type="unfinished">Une divergence est tranchée</translation>
    </message>
    <message>
        <source>Undoing: %1</source>
        <translation type="unfinished">Annulation&#xa0;: %1</translation>
    </message>
    <message>
        <source>With 50 codings more it has lately changed by %1 points.</source>
        <translation type="unfinished">Avec 50 codages de plus, il a changé dernièrement de %1 points.</translation>
    </message>
</context>
<context>
    <name>tidemark::CodingDialog</name>
    <message>
        <source>And the &amp;voice</source>
        <translation type="unfinished">Et la &amp;voix</translation>
    </message>
    <message>
        <source>Code Stories</source>
        <translation type="unfinished">Coder des récits</translation>
    </message>
    <message>
        <source>The stories selected, in the list’s order</source>
        <translation type="unfinished">Les récits sélectionnés, dans l’ordre de la liste</translation>
    </message>
    <message>
        <source>A sample, from all alike</source>
        <translation type="unfinished">Un échantillon, de tous également</translation>
    </message>
    <message>
        <source>A sample by month, in proportion</source>
        <translation type="unfinished">Un échantillon par mois, en proportion</translation>
    </message>
    <message>
        <source>A sample by theme, in proportion</source>
        <translation type="unfinished">Un échantillon par thème, en proportion</translation>
    </message>
    <message>
        <source>A sample by platform, in proportion</source>
        <translation type="unfinished">Un échantillon par plateforme, en proportion</translation>
    </message>
    <message>
        <source>What the learner suggests</source>
        <translation type="unfinished">Ce que suggère l’apprentissage</translation>
    </message>
    <message>
        <source>A second, blind round over what others coded</source>
        <translation type="unfinished">Un second tour à l’aveugle sur ce que d’autres ont codé</translation>
    </message>
    <message>
        <source>Who codes; kept with each coding</source>
        <translation type="unfinished">Qui code&#xa0;; gardé avec chaque codage</translation>
    </message>
    <message>
        <source>What is coded</source>
        <translation type="unfinished">Ce qui est codé</translation>
    </message>
    <message>
        <source>Stories to code</source>
        <translation type="unfinished">Récits à coder</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished">Graine</translation>
    </message>
    <message>
        <source>Themes in question</source>
        <translation type="unfinished">Thèmes en question</translation>
    </message>
    <message>
        <source>Coder’s name</source>
        <translation type="unfinished">Nom de la personne qui code</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation type="unfinished">&amp;Quoi</translation>
    </message>
    <message>
        <source>&amp;Stories</source>
        <translation type="unfinished">&amp;Récits</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation type="unfinished">&amp;Graine</translation>
    </message>
    <message>
        <source>&amp;Themes</source>
        <translation type="unfinished">T&amp;hèmes</translation>
    </message>
    <message>
        <source>&amp;Coder</source>
        <translation type="unfinished">&amp;Codé par</translation>
    </message>
    <message>
        <source>From the %1 of the selection. Each story is answered for every theme ticked: the themes that you set are there, the others are not.</source>
        <translation type="unfinished">De la sélection&#xa0;: %1. Chaque récit reçoit une réponse pour chaque thème coché&#xa0;: les thèmes que vous attribuez sont présents, les autres non.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished">Commencer</translation>
    </message>
    <message>
        <source>At most so many of them, from the top.</source>
        <translation type="unfinished">Au plus autant d’entre eux, depuis le haut.</translation>
    </message>
    <message>
        <source>The same seed draws the same stories again.</source>
        <translation type="unfinished">La même graine tire à nouveau les mêmes récits.</translation>
    </message>
    <message>
        <source>For the first theme ticked: stories that the learner doubts, some that the theme is likely missing from, and some drawn at random. Needs 50 codings of it.</source>
        <translation type="unfinished">Pour le premier thème coché&#xa0;: des récits douteux, quelques-uns où le thème manque sans doute et quelques-uns tirés au hasard. Il faut 50 codages de ce thème.</translation>
    </message>
    <message>
        <source>Themes and voice are hidden while you code. What the others said stays in force; Collection &gt; Agreement compares and settles.</source>
        <translation type="unfinished">Les thèmes et la voix sont masqués pendant que vous codez. Ce que les autres ont dit reste en vigueur&#xa0;; Collection &gt; Accord compare et tranche.</translation>
    </message>
    <message>
        <source>What the learner suggests for the voice “%1”</source>
        <translation type="unfinished">Ce qui est proposé pour la voix «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Stories that the learner doubts, some that are likely of this voice and not known as such, and some drawn at random. Needs 50 stories whose voice was set by hand.</source>
        <translation type="unfinished">Des récits dont l’apprentissage doute, certains qui ont sans doute cette voix sans qu’on le sache, et d’autres tirés au hasard. Il faut 50 récits dont la voix a été attribuée à la main.</translation>
    </message>
    <message>
        <source>Tick the themes in question first.</source>
        <translation type="unfinished">Cochez d’abord les thèmes en question.</translation>
    </message>
</context>
<context>
    <name>tidemark::CollectionChooser</name>
    <message>
        <source>Tidemark collections (*.tidemark)</source>
        <translation type="unfinished">Collections Tidemark (*.tidemark)</translation>
    </message>
    <message>
        <source>New Collection</source>
        <translation type="unfinished">Nouvelle collection</translation>
    </message>
    <message>
        <source>%1 exists already. Open it, or choose another name.</source>
        <translation type="unfinished">%1 existe déjà. Ouvrez cette collection, ou choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Open Collection</source>
        <translation type="unfinished">Ouvrir une collection</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished">Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>No Other Collection</source>
        <translation type="unfinished">Aucune autre collection</translation>
    </message>
    <message>
        <source>Save a Copy</source>
        <translation type="unfinished">Enregistrer une copie</translation>
    </message>
</context>
<context>
    <name>tidemark::CollectionCommands</name>
    <message>
        <source>Keeping the setting</source>
        <translation type="unfinished">Enregistrement du réglage</translation>
    </message>
    <message>
        <source>Undo Import</source>
        <translation type="unfinished">Annuler l’import</translation>
    </message>
    <message>
        <source>Undoing the import of %1</source>
        <translation type="unfinished">Annulation de l’import de %1</translation>
    </message>
    <message>
        <source>Remove Source</source>
        <translation type="unfinished">Supprimer une source</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Supprimer</translation>
    </message>
    <message>
        <source>Remove the stories that only it brought, too</source>
        <translation type="unfinished">Supprimer aussi les récits qu’elle était seule à avoir apportés</translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation type="unfinished">Suppression de %1</translation>
    </message>
    <message>
        <source>Changing the time zone</source>
        <translation type="unfinished">Changement du fuseau horaire</translation>
    </message>
    <message>
        <source>Public Accounts</source>
        <translation type="unfinished">Comptes publics</translation>
    </message>
    <message>
        <source>Accounts of organisations and public figures, one a line. Their names stay where people become person- and a number.</source>
        <translation type="unfinished">Comptes d’organisations et de personnalités publiques, un par ligne. Leurs noms restent là où les personnes deviennent person- et un numéro.</translation>
    </message>
    <message>
        <source>Keeping the accounts</source>
        <translation type="unfinished">Enregistrement des comptes</translation>
    </message>
    <message>
        <source>No column of this collection looks as if it were about people.</source>
        <translation type="unfinished">Aucune colonne de cette collection ne semble concerner des personnes.</translation>
    </message>
    <message>
        <source>Columns About People</source>
        <translation type="unfinished">Colonnes sur les personnes</translation>
    </message>
    <message>
        <source>These columns look as if they were about people. They are shown and exported pseudonymously only if they are ticked.</source>
        <translation type="unfinished">Ces colonnes semblent concerner des personnes. Elles ne sont affichées et exportées sous pseudonyme que si elles sont cochées.</translation>
    </message>
    <message>
        <source>Covered Themes</source>
        <translation type="unfinished">Thèmes masqués</translation>
    </message>
    <message>
        <source>Stories with these themes open covered, with their time, themes and length in sight. A warning of the author always covers.</source>
        <translation type="unfinished">Les récits ayant ces thèmes s’ouvrent masqués&#xa0;; leur heure, leurs thèmes et leur longueur restent visibles. Un avertissement de l’auteur masque toujours.</translation>
    </message>
    <message>
        <source>Reading the rejected records of %1 once more</source>
        <translation type="unfinished">Relecture des enregistrements rejetés de %1</translation>
    </message>
    <message>
        <source>Writing the rejected records of %1</source>
        <translation type="unfinished">Écriture des enregistrements rejetés de %1</translation>
    </message>
    <message>
        <source>Checking the collection</source>
        <translation type="unfinished">Vérification de la collection</translation>
    </message>
    <message>
        <source>The collection is whole.</source>
        <translation type="unfinished">La collection est intacte.</translation>
    </message>
    <message>
        <source>Something is wrong with this collection. Import what you can again, or go back to a copy.</source>
        <translation type="unfinished">Cette collection présente un défaut. Importez de nouveau ce que vous pouvez, ou revenez à une copie.</translation>
    </message>
    <message>
        <source>Undoing an import takes out the stories that it brought, unless another source has them too. What you marked and wrote on those goes with them, and doesn&apos;t come back.</source>
        <translation type="unfinished">Annuler un import retire les récits qu’il a apportés, sauf si une autre source les contient aussi. Ce que vous y avez marqué et écrit part avec eux et ne revient pas.</translation>
    </message>
    <message>
        <source>Which source should go? What you marked and wrote on stories that go with it doesn&apos;t come back.</source>
        <translation type="unfinished">Quelle source retirer ? Ce que vous avez marqué et écrit sur les récits qui partent avec elle ne revient pas.</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation type="unfinished">Enregistrement d’une copie</translation>
    </message>
    <message>
        <source>A copy of the collection was saved as %1.</source>
        <translation type="unfinished">Une copie de la collection a été enregistrée sous %1.</translation>
    </message>
</context>
<context>
    <name>tidemark::ColumnChooser</name>
    <message>
        <source>Columns, in order</source>
        <translation type="unfinished">Colonnes, dans l’ordre</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation type="unfinished">&amp;Monter</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation type="unfinished">&amp;Descendre</translation>
    </message>
</context>
<context>
    <name>tidemark::ComparisonDialog</name>
    <message>
        <source>The theme in force</source>
        <translation type="unfinished">Le thème en vigueur</translation>
    </message>
    <message>
        <source>The theme in the other codebook</source>
        <translation type="unfinished">Le thème dans l’autre livre de codes</translation>
    </message>
    <message>
        <source>Versions and Other Codebooks</source>
        <translation type="unfinished">Versions et autres livres de codes</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished">Comparer avec</translation>
    </message>
    <message>
        <source>Themes side by side</source>
        <translation type="unfinished">Thèmes côte à côte</translation>
    </message>
    <message>
        <source>&amp;File or Collection...</source>
        <translation type="unfinished">&amp;Fichier ou collection…</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation type="unfinished">Comparer &amp;avec</translation>
    </message>
    <message>
        <source>In force</source>
        <translation type="unfinished">En vigueur</translation>
    </message>
    <message>
        <source>There</source>
        <translation type="unfinished">Là-bas</translation>
    </message>
    <message>
        <source>&amp;Take Over What Is Ticked</source>
        <translation type="unfinished">&amp;Reprendre ce qui est coché</translation>
    </message>
    <message>
        <source>This codebook has no earlier version. Compare it with that of a file or of another collection.</source>
        <translation type="unfinished">Ce livre de codes n’a pas de version antérieure. Comparez-le avec celui d’un fichier ou d’une autre collection.</translation>
    </message>
    <message>
        <source>Compare with a Codebook</source>
        <translation type="unfinished">Comparer avec un livre de codes</translation>
    </message>
    <message numerus="yes">
        <source>“%1”, version %2, with %n themes; in force is version %3.</source>
        <translation type="unfinished">
            <numerusform>«&#xa0;%1&#xa0;», version %2, avec %n thème&#xa0;; la version %3 est en vigueur.</numerusform>
            <numerusform>«&#xa0;%1&#xa0;», version %2, avec %n thèmes&#xa0;; la version %3 est en vigueur.</numerusform>
        </translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation type="unfinished">(absent)</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation type="unfinished">Groupe&#xa0;: %1</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation type="unfinished">Retiré</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation type="unfinished">Exemple&#xa0;: %1</translation>
    </message>
    <message>
        <source>No rule</source>
        <translation type="unfinished">Pas de règle</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation type="unfinished">Règle&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1, version %2, from %3: %4</source>
        <translation type="unfinished">%1, version %2, du %3&#xa0;: %4</translation>
    </message>
</context>
<context>
    <name>tidemark::ComparisonModel</name>
    <message>
        <source>Differs in %1</source>
        <translation type="unfinished">Diffère&#xa0;: %1</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation type="unfinished">Seulement ici</translation>
    </message>
    <message>
        <source>Only there</source>
        <translation type="unfinished">Seulement là-bas</translation>
    </message>
    <message>
        <source>The same</source>
        <translation type="unfinished">Identique</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished">Thème</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished">Différence</translation>
    </message>
</context>
<context>
    <name>tidemark::CutChooser</name>
    <message>
        <source>How the cut is chosen</source>
        <translation type="unfinished">Comment le seuil est choisi</translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation type="unfinished">Meilleur F1</translation>
    </message>
    <message>
        <source>Precision of at least</source>
        <translation type="unfinished">Précision d’au moins</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished">À la main</translation>
    </message>
    <message>
        <source>Precision wished, in percent</source>
        <translation type="unfinished">Précision souhaitée, en pour cent</translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"> %</translation>
    </message>
    <message>
        <source>Cut, in thousandths of probability</source>
        <translation type="unfinished">Seuil, en millièmes de probabilité</translation>
    </message>
    <message>
        <source>C&amp;ut:</source>
        <translation type="unfinished">&amp;Seuil&#xa0;:</translation>
    </message>
</context>
<context>
    <name>tidemark::DisagreementModel</name>
    <message>
        <source>%1: yes</source>
        <translation type="unfinished">%1&#xa0;: oui</translation>
    </message>
    <message>
        <source>%1: no</source>
        <translation type="unfinished">%1&#xa0;: non</translation>
    </message>
    <message>
        <source>Story</source>
        <translation type="unfinished">Récit</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished">Réponses</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>tidemark::EventCommands</name>
    <message>
        <source>Keeping the events</source>
        <translation type="unfinished">Enregistrement des événements</translation>
    </message>
</context>
<context>
    <name>tidemark::EventsDialog</name>
    <message>
        <source>Events</source>
        <translation type="unfinished">Événements</translation>
    </message>
    <message>
        <source>What happened on a day stands as a label on the timeline. Dates are written like 2017-10-15; the source says where one can read of it.</source>
        <translation type="unfinished">Ce qui s’est passé un jour donné figure comme étiquette sur la chronologie. Les dates s’écrivent comme 2017-10-15&#xa0;; la source indique où l’on peut en lire davantage.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished">&amp;Ajouter</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished">&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation type="unfinished">&amp;Importer...</translation>
    </message>
    <message>
        <source>E&amp;xport...</source>
        <translation type="unfinished">E&amp;xporter...</translation>
    </message>
    <message>
        <source>Import Events</source>
        <translation type="unfinished">Importer des événements</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation type="unfinished">Tableaux (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished">Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Export Events</source>
        <translation type="unfinished">Exporter les événements</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished">Fichiers CSV (*.csv)</translation>
    </message>
    <message>
        <source>The events were written to %1.</source>
        <translation type="unfinished">Les événements ont été écrits dans %1.</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation type="unfinished">&amp;Conserver</translation>
    </message>
    <message>
        <source>The events have changes that are not kept.</source>
        <translation type="unfinished">Les événements ont des modifications qui ne sont pas conservées.</translation>
    </message>
    <message>
        <source>Discard Them</source>
        <translation type="unfinished">Les abandonner</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events were taken from the file; already there: %1.</source>
        <translation type="unfinished">
            <numerusform>%Ln événement a été repris du fichier&#xa0;; déjà présents&#xa0;: %1.</numerusform>
            <numerusform>%Ln événements ont été repris du fichier&#xa0;; déjà présents&#xa0;: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::EventsModel</name>
    <message>
        <source>Date</source>
        <translation type="unfinished">Date</translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished">Événement</translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished">Source</translation>
    </message>
</context>
<context>
    <name>tidemark::ExportCommands</name>
    <message>
        <source>Exporting %1</source>
        <translation type="unfinished">Export de %1</translation>
    </message>
</context>
<context>
    <name>tidemark::ExportDialog</name>
    <message>
        <source>New numbers for people and stories in this export alone</source>
        <translation type="unfinished">Nouveaux numéros pour les personnes et les récits dans ce seul export</translation>
    </message>
    <message>
        <source>Write a manifest beside it: filter, count, columns, checksum</source>
        <translation type="unfinished">Écrire à côté un manifeste&#xa0;: filtre, nombre, colonnes, somme de contrôle</translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished">Exporter</translation>
    </message>
    <message>
        <source>%1 will be written.</source>
        <translation type="unfinished">À écrire&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Who will read it</source>
        <translation type="unfinished">Qui le lira</translation>
    </message>
    <message>
        <source>A &amp;spreadsheet</source>
        <translation type="unfinished">Un &amp;tableur</translation>
    </message>
    <message>
        <source>Opens in LibreOffice Calc or Excel with date and time in columns of their own. A cell that could be taken for a formula gets a leading apostrophe; no guard is perfect.</source>
        <translation type="unfinished">S’ouvre dans LibreOffice Calc ou Excel, la date et l’heure dans leurs propres colonnes. Une cellule qui pourrait être prise pour une formule reçoit une apostrophe initiale&#xa0;; aucune protection n’est parfaite.</translation>
    </message>
    <message>
        <source>&amp;R, Python or an archive</source>
        <translation type="unfinished">&amp;R, Python ou une archive</translation>
    </message>
    <message>
        <source>Every text exactly as it is, times in UTC.</source>
        <translation type="unfinished">Chaque texte exactement tel quel, heures en UTC.</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished">Virgule</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished">Point-virgule</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished">Tabulation</translation>
    </message>
    <message>
        <source>Between cells</source>
        <translation type="unfinished">Entre les cellules</translation>
    </message>
    <message>
        <source>Between cells:</source>
        <translation type="unfinished">Entre les cellules&#xa0;:</translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished">Personnes</translation>
    </message>
    <message>
        <source>&amp;Pseudonymous</source>
        <translation type="unfinished">&amp;Pseudonymes</translation>
    </message>
    <message>
        <source>Authors and handles read person- and a number; mail addresses, phone numbers, links and ids are replaced or left out. Verbatim quotes can still often be found again by a search engine.</source>
        <translation type="unfinished">Les auteurs et les noms de compte deviennent person- et un numéro&#xa0;; les adresses électroniques, numéros de téléphone, liens et ids sont remplacés ou omis. Des citations mot à mot peuvent souvent encore être retrouvées par un moteur de recherche.</translation>
    </message>
    <message>
        <source>&amp;Full</source>
        <translation type="unfinished">&amp;Complet</translation>
    </message>
    <message>
        <source>With names, handles, links and ids. Whoever gets the file can find the people in it.</source>
        <translation type="unfinished">Avec les noms, noms de compte, liens et ids. Quiconque obtient le fichier peut y trouver les personnes.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished">Colonnes</translation>
    </message>
    <message>
        <source>In one column, joined by ;</source>
        <translation type="unfinished">Dans une colonne, joints par&#xa0;;</translation>
    </message>
    <message>
        <source>A column of 0 and 1 for each theme</source>
        <translation type="unfinished">Une colonne de 0 et de 1 pour chaque thème</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Thèmes</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished">Plus récents d’abord</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished">Plus anciens d’abord</translation>
    </message>
    <message>
        <source>Order of the rows</source>
        <translation type="unfinished">Ordre des lignes</translation>
    </message>
    <message>
        <source>Themes:</source>
        <translation type="unfinished">Thèmes&#xa0;:</translation>
    </message>
    <message>
        <source>Rows:</source>
        <translation type="unfinished">Lignes&#xa0;:</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation type="unfinished">Fichier à écrire</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation type="unfinished">C&amp;hoisir...</translation>
    </message>
    <message>
        <source>File:</source>
        <translation type="unfinished">Fichier&#xa0;:</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation type="unfinished">Fichiers CSV (*.csv);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>%1 exists already. Replace it?</source>
        <translation type="unfinished">%1 existe déjà. Le remplacer&#xa0;?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished">Remplacer</translation>
    </message>
    <message>
        <source>Stays empty in a pseudonymous export</source>
        <translation type="unfinished">Reste vide dans un export pseudonyme</translation>
    </message>
    <message>
        <source>Most relevant first</source>
        <translation type="unfinished">Les plus pertinents d’abord</translation>
    </message>
</context>
<context>
    <name>tidemark::FacetDelegate</name>
    <message>
        <source>Exclude no longer</source>
        <translation type="unfinished">Ne plus exclure</translation>
    </message>
    <message>
        <source>Exclude (Shift+Space)</source>
        <translation type="unfinished">Exclure (Maj+Espace)</translation>
    </message>
</context>
<context>
    <name>tidemark::FacetModel</name>
    <message>
        <source>%1 of %2 stories in the collection (%3 %)</source>
        <translation type="unfinished">%1 des %2 récits de la collection (%3&#xa0;%)</translation>
    </message>
    <message>
        <source>%1, %2 stories</source>
        <translation type="unfinished">%1, %2 récits</translation>
    </message>
    <message>
        <source>%1, included</source>
        <translation type="unfinished">%1, inclus</translation>
    </message>
    <message>
        <source>%1, excluded</source>
        <translation type="unfinished">%1, exclu</translation>
    </message>
    <message>
        <source>%1 (retired)</source>
        <translation type="unfinished">%1 (retiré)</translation>
    </message>
</context>
<context>
    <name>tidemark::FacetPanel</name>
    <message>
        <source>Facets</source>
        <translation type="unfinished">Facettes</translation>
    </message>
    <message>
        <source>%1 in languages that the rules don&apos;t read</source>
        <translation type="unfinished">%1 dans des langues que les règles ne lisent pas</translation>
    </message>
    <message>
        <source>%1 whose columns are damaged</source>
        <translation type="unfinished">%1 dont les colonnes sont endommagées</translation>
    </message>
</context>
<context>
    <name>tidemark::FacetSection</name>
    <message>
        <source>%1, section</source>
        <translation type="unfinished">%1, section</translation>
    </message>
    <message>
        <source>%1, order of the values</source>
        <translation type="unfinished">%1, ordre des valeurs</translation>
    </message>
    <message>
        <source>As in the &amp;Codebook</source>
        <translation type="unfinished">Comme dans le &amp;livre de codes</translation>
    </message>
    <message>
        <source>By &amp;Count</source>
        <translation type="unfinished">Par nom&amp;bre</translation>
    </message>
    <message>
        <source>By &amp;Name</source>
        <translation type="unfinished">Par &amp;nom</translation>
    </message>
    <message>
        <source>Search values</source>
        <translation type="unfinished">Rechercher des valeurs</translation>
    </message>
    <message>
        <source>%1, search values</source>
        <translation type="unfinished">%1, rechercher des valeurs</translation>
    </message>
    <message>
        <source>Show %1 More</source>
        <translation type="unfinished">Afficher %1 de plus</translation>
    </message>
    <message>
        <source>Show Fewer</source>
        <translation type="unfinished">Afficher moins</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>tidemark::FacetView</name>
    <message>
        <source>Space includes a value, Shift+Space excludes it</source>
        <translation type="unfinished">Espace inclut une valeur, Maj+Espace l’exclut</translation>
    </message>
    <message>
        <source>&amp;Only This</source>
        <translation type="unfinished">&amp;Seulement ceci</translation>
    </message>
    <message>
        <source>&amp;As Well (Any of These)</source>
        <translation type="unfinished">&amp;Ceci aussi (l’un d’eux)</translation>
    </message>
    <message>
        <source>Also &amp;Required (All of These)</source>
        <translation type="unfinished">Également &amp;requis (tous)</translation>
    </message>
    <message>
        <source>&amp;Exclude</source>
        <translation type="unfinished">&amp;Exclure</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation type="unfinished">E&amp;ffacer</translation>
    </message>
    <message>
        <source>A&amp;bout This Theme...</source>
        <translation type="unfinished">À propos de ce t&amp;hème...</translation>
    </message>
</context>
<context>
    <name>tidemark::FilterChipButton</name>
    <message>
        <source>Switched off, bring back into the filter: %1</source>
        <translation type="unfinished">Désactivé, remettre dans le filtre&#xa0;: %1</translation>
    </message>
    <message>
        <source>Remove from the filter: %1</source>
        <translation type="unfinished">Retirer du filtre&#xa0;: %1</translation>
    </message>
    <message>
        <source>Locked: Clear All leaves it</source>
        <translation type="unfinished">Verrouillé&#xa0;: «&#xa0;Tout effacer&#xa0;» n’y touche pas</translation>
    </message>
    <message>
        <source>off: %1</source>
        <translation type="unfinished">désactivé&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished">&amp;Retirer</translation>
    </message>
    <message>
        <source>&amp;Include Instead</source>
        <translation type="unfinished">&amp;Inclure à la place</translation>
    </message>
    <message>
        <source>&amp;Exclude Instead</source>
        <translation type="unfinished">&amp;Exclure à la place</translation>
    </message>
    <message>
        <source>&amp;Switch On</source>
        <translation type="unfinished">&amp;Activer</translation>
    </message>
    <message>
        <source>&amp;Switch Off</source>
        <translation type="unfinished">Dés&amp;activer</translation>
    </message>
    <message>
        <source>Un&amp;lock</source>
        <translation type="unfinished">Dé&amp;verrouiller</translation>
    </message>
    <message>
        <source>&amp;Lock Against Clear All</source>
        <translation type="unfinished">&amp;Verrouiller contre «&#xa0;Tout effacer&#xa0;»</translation>
    </message>
</context>
<context>
    <name>tidemark::FilterChips</name>
    <message>
        <source>Filter in force</source>
        <translation type="unfinished">Filtre en vigueur</translation>
    </message>
    <message>
        <source>Clear All</source>
        <translation type="unfinished">Tout effacer</translation>
    </message>
    <message>
        <source>All stories</source>
        <translation type="unfinished">Tous les récits</translation>
    </message>
</context>
<context>
    <name>tidemark::HelpCommands</name>
    <message>
        <source>The handbook is not installed. Install Tidemark&apos;s whole package.</source>
        <translation type="unfinished">Le manuel n’est pas installé. Installez le paquet complet de Tidemark.</translation>
    </message>
    <message>
        <source>No program opens the handbook. Open this file in a browser: %1</source>
        <translation type="unfinished">Aucun programme n’ouvre le manuel. Ouvrez ce fichier dans un navigateur&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>tidemark::HelplinesDialog</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished">%1, %2</translation>
    </message>
    <message>
        <source>%1, more than a year ago</source>
        <translation type="unfinished">%1, il y a plus d’un an</translation>
    </message>
    <message>
        <source>Helplines</source>
        <translation type="unfinished">Lignes d’écoute</translation>
    </message>
    <message>
        <source>Nobody has verified an entry yet, and a number that is wrong does harm. So this list is empty. If you are in danger, call the emergency number of your country.</source>
        <translation type="unfinished">Personne n’a encore vérifié d’entrée, et un numéro faux est nuisible. Cette liste est donc vide. Si vous êtes en danger, appelez le numéro d’urgence de votre pays.</translation>
    </message>
    <message>
        <source>Each of these was verified by the person named, on that day.</source>
        <translation type="unfinished">Chacune de ces lignes a été vérifiée par la personne nommée, ce jour-là.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished">Pays</translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished">Nom</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished">Téléphone</translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished">Lien</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished">Langues</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished">Horaires</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished">Vérifié</translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished">Source</translation>
    </message>
</context>
<context>
    <name>tidemark::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation type="unfinished">Importer</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation type="unfinished">Les premières lignes du fichier</translation>
    </message>
    <message>
        <source>The stories they make</source>
        <translation type="unfinished">Les récits qu’elles donnent</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Récits</translation>
    </message>
    <message>
        <source>Looking at %1 ...</source>
        <translation type="unfinished">Examen de %1...</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished">Fichier</translation>
    </message>
    <message>
        <source>Reading %1 takes %2 of memory, because of how it is compressed.</source>
        <translation type="unfinished">La lecture de %1 demande %2 de mémoire, en raison de sa compression.</translation>
    </message>
    <message>
        <source>Read It</source>
        <translation type="unfinished">Le lire</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation type="unfinished">Date (UTC)</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished">Plateforme</translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished">Texte</translation>
    </message>
    <message>
        <source>The stories go into a new collection that is named after the file.</source>
        <translation type="unfinished">Les récits vont dans une nouvelle collection qui porte le nom du fichier.</translation>
    </message>
    <message>
        <source>%1 is a database. If it is a collection of Tidemark, open it with File &gt; Open; from another database export its stories as CSV and import those.</source>
        <translation type="unfinished">%1 est une base de données. Si c’est une collection de Tidemark, ouvrez-la par Fichier &gt; Ouvrir ; d’une autre base, exportez les récits en CSV et importez-les.</translation>
    </message>
    <message>
        <source>Codings by hand</source>
        <translation type="unfinished">Codages à la main</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation type="unfinished">Ce que contient le fichier</translation>
    </message>
    <message numerus="yes">
        <source>Import All %n</source>
        <translation type="unfinished">
            <numerusform>Importer les %n</numerusform>
            <numerusform>Importer les %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Throw away what you said of the file?</source>
        <translation type="unfinished">Abandonner ce que vous avez dit du fichier&#xa0;?</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation type="unfinished">Abandonner</translation>
    </message>
</context>
<context>
    <name>tidemark::ImportQueue</name>
    <message>
        <source>Import</source>
        <translation type="unfinished">Importer</translation>
    </message>
    <message>
        <source>Files with stories (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.js *.xml *.rss *.atom *.zip *.tar *.tgz *.gz *.zst *.xz *.bz2)</source>
        <translation type="unfinished">Fichiers de récits (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.js *.xml *.rss *.atom *.zip *.tar *.tgz *.gz *.zst *.xz *.bz2)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished">Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>tidemark::ImportReportDialog</name>
    <message>
        <source>Imported</source>
        <translation type="unfinished">Importé</translation>
    </message>
    <message>
        <source>The file that the report is about</source>
        <translation type="unfinished">Le fichier dont il est question</translation>
    </message>
    <message numerus="yes">
        <source>%n files brought %1 new stories.</source>
        <translation type="unfinished">
            <numerusform>%n fichier a apporté %1 nouveaux récits.</numerusform>
            <numerusform>%n fichiers ont apporté %1 nouveaux récits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln new stories</source>
        <translation type="unfinished">
            <numerusform>%1&#xa0;: %Ln nouveau récit</numerusform>
            <numerusform>%1&#xa0;: %Ln nouveaux récits</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 set aside</source>
        <translation type="unfinished">%1, %2 mis de côté</translation>
    </message>
</context>
<context>
    <name>tidemark::ImportReportPage</name>
    <message>
        <source>%1 new stories came in before the file broke off. %2</source>
        <translation type="unfinished">%1 nouveaux récits sont entrés avant l’interruption du fichier. %2</translation>
    </message>
    <message>
        <source>The import of %1 was stopped after %2 new stories. Importing the file again goes on where it stopped.</source>
        <translation type="unfinished">L’import de %1 a été arrêté après %2 nouveaux récits. Importer de nouveau le fichier reprend là où il s’est arrêté.</translation>
    </message>
    <message>
        <source>%1 brought %2 new stories.</source>
        <translation type="unfinished">%1 a apporté %2 nouveaux récits.</translation>
    </message>
    <message>
        <source>records read</source>
        <translation type="unfinished">enregistrements lus</translation>
    </message>
    <message>
        <source>added as new stories</source>
        <translation type="unfinished">ajoutés comme nouveaux récits</translation>
    </message>
    <message>
        <source>already there</source>
        <translation type="unfinished">déjà présents</translation>
    </message>
    <message>
        <source>already there, now with more</source>
        <translation type="unfinished">déjà présents, désormais complétés</translation>
    </message>
    <message>
        <source>reposts</source>
        <translation type="unfinished">reposts</translation>
    </message>
    <message>
        <source>stories that came inside a repost</source>
        <translation type="unfinished">récits arrivés dans un repost</translation>
    </message>
    <message>
        <source>taken back by their authors</source>
        <translation type="unfinished">retirés par leurs auteurs</translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <translation type="unfinished">ignorés&#xa0;: %1</translation>
    </message>
    <message>
        <source>set aside because they can&apos;t be read</source>
        <translation type="unfinished">mis de côté, car illisibles</translation>
    </message>
    <message>
        <source>Records set aside</source>
        <translation type="unfinished">Enregistrements mis de côté</translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished">Endroit</translation>
    </message>
    <message>
        <source>Why it was set aside</source>
        <translation type="unfinished">Pourquoi mis de côté</translation>
    </message>
</context>
<context>
    <name>tidemark::ImportRunsModel</name>
    <message>
        <source>Complete</source>
        <translation type="unfinished">Complet</translation>
    </message>
    <message>
        <source>Stopped before its end</source>
        <translation type="unfinished">Arrêté avant la fin</translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished">Source</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished">Importé</translation>
    </message>
    <message>
        <source>Stories added</source>
        <translation type="unfinished">Récits ajoutés</translation>
    </message>
    <message>
        <source>Records set aside</source>
        <translation type="unfinished">Mis de côté</translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished">État</translation>
    </message>
</context>
<context>
    <name>tidemark::JobBar</name>
    <message>
        <source>Running jobs</source>
        <translation type="unfinished">Tâches en cours</translation>
    </message>
</context>
<context>
    <name>tidemark::JobLine</name>
    <message>
        <source>Progress of: %1</source>
        <translation type="unfinished">Progression de&#xa0;: %1</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation type="unfinished">Arrêter&#xa0;: %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished">Arrêter</translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation type="unfinished">Fermer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished">Fermer</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished">Arrêt en cours</translation>
    </message>
</context>
<context>
    <name>tidemark::JudgedStories</name>
    <message>
        <source>No story.</source>
        <translation type="unfinished">Aucun récit.</translation>
    </message>
    <message numerus="yes">
        <source>A sample of %n: judge each with Y or N whether it belongs to the theme.</source>
        <translation type="unfinished">
            <numerusform>Un échantillon de %n&#xa0;: jugez avec Y ou N s’il appartient au thème.</numerusform>
            <numerusform>Un échantillon de %n&#xa0;: jugez chacun avec Y ou N s’il appartient au thème.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 judged belong: %3 % (%4 % to %5 %, 95 % interval)</source>
        <translation type="unfinished">%1 sur %2 jugés appartiennent&#xa0;: %3 % (%4 % à %5 %, intervalle à 95 %)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished">Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished">Non</translation>
    </message>
    <message>
        <source>Belongs</source>
        <translation type="unfinished">Appartient</translation>
    </message>
    <message>
        <source>Story</source>
        <translation type="unfinished">Récit</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation type="unfinished">Non jugé</translation>
    </message>
    <message>
        <source>(covered)</source>
        <translation type="unfinished">(masqué)</translation>
    </message>
</context>
<context>
    <name>tidemark::LabelEditor</name>
    <message>
        <source>No coding</source>
        <translation type="unfinished">Aucun codage</translation>
    </message>
    <message>
        <source>A list of themes</source>
        <translation type="unfinished">Une liste de thèmes</translation>
    </message>
    <message>
        <source>Another column with codings</source>
        <translation type="unfinished">Une autre colonne avec des codages</translation>
    </message>
    <message>
        <source>Columns in which people coded the stories by hand: yes or no for a theme, or a list of themes. They come in as codings by hand.</source>
        <translation type="unfinished">Colonnes dans lesquelles les récits ont été codés à la main : oui ou non pour un thème, ou une liste de thèmes. Elles entrent comme codages à la main.</translation>
    </message>
    <message>
        <source>What %1 codes</source>
        <translation type="unfinished">Ce que code %1</translation>
    </message>
    <message>
        <source>Another column...</source>
        <translation type="unfinished">Autre colonne...</translation>
    </message>
</context>
<context>
    <name>tidemark::LanguageMenu</name>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished">Lan&amp;gue</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished">Comme le &amp;système</translation>
    </message>
    <message>
        <source>%1 (translated by machine, not reviewed)</source>
        <translation type="unfinished">%1 (traduction automatique, non relue)</translation>
    </message>
    <message>
        <source>Tidemark speaks the language that you chose when it is started again.</source>
        <translation type="unfinished">Tidemark parlera la langue choisie au prochain démarrage.</translation>
    </message>
</context>
<context>
    <name>tidemark::LearningCommands</name>
    <message>
        <source>Coding by what was learned</source>
        <translation type="unfinished">Codage d’après ce qui a été appris</translation>
    </message>
    <message>
        <source>Going back to the rules</source>
        <translation type="unfinished">Retour aux règles</translation>
    </message>
</context>
<context>
    <name>tidemark::LearningDialog</name>
    <message>
        <source>Too few stories are coded to tell whether more would help.</source>
        <translation type="unfinished">Trop peu de récits sont codés pour dire si davantage aiderait.</translation>
    </message>
    <message>
        <source>%1 %2 % from %3</source>
        <translation type="unfinished">%1 %2 % avec %3</translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished">F1</translation>
    </message>
    <message>
        <source>%1 stories</source>
        <translation type="unfinished">%1 récits</translation>
    </message>
    <message>
        <source>%1 %: %2 % of %3</source>
        <translation type="unfinished">%1 %&#xa0;: %2 % de %3</translation>
    </message>
    <message>
        <source>Said and found: %1.</source>
        <translation type="unfinished">Dit et trouvé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>F1 by stories learned from</source>
        <translation type="unfinished">F1 selon les récits appris</translation>
    </message>
    <message>
        <source>Probability said, and share found</source>
        <translation type="unfinished">Probabilité dite et part trouvée</translation>
    </message>
    <message>
        <source>Learn Themes</source>
        <translation type="unfinished">Apprendre des thèmes</translation>
    </message>
    <message>
        <source>Themes and voices to learn</source>
        <translation type="unfinished">Thèmes et voix à apprendre</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation type="unfinished">A&amp;pprendre</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation type="unfinished">&amp;Appliquer</translation>
    </message>
    <message>
        <source>Back to the &amp;Rules</source>
        <translation type="unfinished">Retour aux &amp;règles</translation>
    </message>
    <message>
        <source>Counting what is coded by hand ...</source>
        <translation type="unfinished">Comptage de ce qui est codé à la main ...</translation>
    </message>
    <message>
        <source>Learning begins with 50 stories coded by hand with a theme, some that have it and some that don’t. Collection &gt; Code Stories helps to get there.</source>
        <translation type="unfinished">L’apprentissage commence à 50 récits codés à la main avec un thème, certains qui l’ont et d’autres non. Collection &gt; Coder des récits aide à y arriver.</translation>
    </message>
    <message>
        <source>What is ticked is learned from the stories coded by hand, and tried on stories kept aside. Nothing changes before you apply it.</source>
        <translation type="unfinished">Ce qui est coché est appris des récits codés à la main et essayé sur des récits mis de côté. Rien ne change avant que vous l’appliquiez.</translation>
    </message>
    <message>
        <source>Learning from %1 stories</source>
        <translation type="unfinished">Apprentissage à partir de %1 récits</translation>
    </message>
    <message>
        <source>Learned from %1 stories coded by hand and tried %2 times on a part that was kept aside. Copies among them, which were kept together: %3. Intervals hold 95 %.</source>
        <translation type="unfinished">Appris à partir de %1 récits codés à la main et essayé %2 fois sur une partie mise de côté. Copies parmi eux, gardées ensemble&#xa0;: %3. Les intervalles sont à 95 %.</translation>
    </message>
    <message>
        <source>Stories with the very words of another one, and other codings: %1.</source>
        <translation type="unfinished">Récits ayant exactement les mots d’un autre et d’autres codages&#xa0;: %1.</translation>
    </message>
    <message>
        <source>With 50 codings more F1 has lately changed by %1 points.</source>
        <translation type="unfinished">Avec 50 codages de plus, F1 a changé dernièrement de %1 points.</translation>
    </message>
</context>
<context>
    <name>tidemark::LearningModel</name>
    <message>
        <source>%1 % (%2 to %3), rule %4 %</source>
        <translation type="unfinished">%1 % (%2 à %3), règle %4 %</translation>
    </message>
    <message>
        <source>Voice: %1</source>
        <translation type="unfinished">Voix&#xa0;: %1</translation>
    </message>
    <message>
        <source>From %1 % on a story has it: precision %2 %, recall %3 %, F1 %4 %. Stories that have it now: %5; of these would leave: %6; would enter: %7.</source>
        <translation type="unfinished">À partir de %1 % un récit l’a&#xa0;: précision %2 %, rappel %3 %, F1 %4 %. Récits qui l’ont maintenant&#xa0;: %5&#xa0;; parmi eux sortiraient&#xa0;: %6&#xa0;; entreraient&#xa0;: %7.</translation>
    </message>
    <message>
        <source>No story is coded by hand with it.</source>
        <translation type="unfinished">Aucun récit n’est codé à la main avec lui.</translation>
    </message>
    <message>
        <source>Only %1 coded by hand; learning begins with %2.</source>
        <translation type="unfinished">Seulement %1 codés à la main&#xa0;; l’apprentissage commence à %2.</translation>
    </message>
    <message>
        <source>None or one of the stories coded has it; code some that do.</source>
        <translation type="unfinished">Aucun ou un seul des récits codés l’a&#xa0;; codez-en qui l’ont.</translation>
    </message>
    <message>
        <source>All stories coded have it; code some that don’t, too.</source>
        <translation type="unfinished">Tous les récits codés l’ont&#xa0;; codez-en aussi qui ne l’ont pas.</translation>
    </message>
    <message>
        <source>Coded by a model. %1</source>
        <translation type="unfinished">Codé par un modèle. %1</translation>
    </message>
    <message>
        <source>Better than the rule.</source>
        <translation type="unfinished">Meilleur que la règle.</translation>
    </message>
    <message>
        <source>Not better than the rule, so the rule stays.</source>
        <translation type="unfinished">Pas meilleur que la règle&#xa0;; la règle reste donc.</translation>
    </message>
    <message>
        <source>Coded by a model; can be learned anew.</source>
        <translation type="unfinished">Codé par un modèle&#xa0;; peut être appris à nouveau.</translation>
    </message>
    <message>
        <source>Can be learned.</source>
        <translation type="unfinished">Peut être appris.</translation>
    </message>
    <message>
        <source>%1 yes, %2 no</source>
        <translation type="unfinished">%1 oui, %2 non</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished">%1&#xa0;%</translation>
    </message>
    <message>
        <source>Theme or voice</source>
        <translation type="unfinished">Thème ou voix</translation>
    </message>
    <message>
        <source>Coded by hand</source>
        <translation type="unfinished">Codé à la main</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished">Précision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished">Rappel</translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished">F1</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished">Seuil</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished">Entrent</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished">Sortent</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished">Verdict</translation>
    </message>
    <message>
        <source>Nearly every story would have it: a higher cut says more.</source>
        <translation type="unfinished">Presque tous les récits l’auraient : un seuil plus haut en dit plus.</translation>
    </message>
    <message>
        <source>It says the same of all stories, so the rule stays.</source>
        <translation type="unfinished">Il dit la même chose de tous les récits, la règle reste donc.</translation>
    </message>
    <message>
        <source>These figures are of this very cut over all stories kept aside, so one that was chosen by them looks a little better than it is; those of the other ways to cut don’t.</source>
        <translation type="unfinished">Ces chiffres sont ceux de ce seuil même sur tous les récits mis de côté&#xa0;; un seuil choisi d’après eux paraît donc un peu meilleur qu’il n’est, contrairement à ceux des autres façons de le choisir.</translation>
    </message>
    <message>
        <source>For these figures each part kept aside was judged by the cut that the other parts ask for.</source>
        <translation type="unfinished">Pour ces chiffres, chaque partie mise de côté a été jugée avec le seuil que demandent les autres.</translation>
    </message>
</context>
<context>
    <name>tidemark::LinesDialog</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished">Enregistrer</translation>
    </message>
    <message>
        <source>Throw away what you wrote?</source>
        <translation type="unfinished">Abandonner ce que vous avez écrit&#xa0;?</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation type="unfinished">Abandonner</translation>
    </message>
</context>
<context>
    <name>tidemark::LinkOpener</name>
    <message>
        <source>Open a page of %1 in your browser? The site will see that somebody came from this story.</source>
        <translation type="unfinished">Ouvrir une page de %1 dans votre navigateur&#xa0;? Le site verra que quelqu’un est venu de ce récit.</translation>
    </message>
    <message>
        <source>Open Page</source>
        <translation type="unfinished">Ouvrir la page</translation>
    </message>
</context>
<context>
    <name>tidemark::MainWindow</name>
    <message>
        <source>Hide</source>
        <translation type="unfinished">Masquer</translation>
    </message>
    <message>
        <source>Hide everything</source>
        <translation type="unfinished">Tout masquer</translation>
    </message>
    <message>
        <source>Stop and Open</source>
        <translation type="unfinished">Arrêter et ouvrir</translation>
    </message>
    <message>
        <source>the sample</source>
        <translation type="unfinished">l’exemple</translation>
    </message>
    <message>
        <source>Opening %1 ...</source>
        <translation type="unfinished">Ouverture de %1...</translation>
    </message>
    <message>
        <source>Open Another...</source>
        <translation type="unfinished">Ouvrir une autre...</translation>
    </message>
    <message>
        <source>New Collection...</source>
        <translation type="unfinished">Nouvelle collection...</translation>
    </message>
    <message>
        <source>Sample Collection</source>
        <translation type="unfinished">Collection d’exemple</translation>
    </message>
    <message>
        <source>%1 - Tidemark</source>
        <translation type="unfinished">%1 - Tidemark</translation>
    </message>
    <message>
        <source>Sample (invented)</source>
        <translation type="unfinished">Exemple (inventé)</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation type="unfinished">Import de %1</translation>
    </message>
    <message>
        <source>A job is still running. A stopped import keeps what came in and can go on later; anything else that is stopped is as if it had not begun.</source>
        <translation type="unfinished">Une tâche est encore en cours. Un import arrêté garde ce qui est entré et peut reprendre plus tard&#xa0;; toute autre tâche arrêtée est comme si elle n’avait pas commencé.</translation>
    </message>
    <message>
        <source>Stop and Quit</source>
        <translation type="unfinished">Arrêter et quitter</translation>
    </message>
    <message>
        <source>Make It</source>
        <translation type="unfinished">La créer</translation>
    </message>
    <message>
        <source>Opening %1 ... Where an import was interrupted, its work is finished first, which takes minutes with millions of stories.</source>
        <translation type="unfinished">Ouverture de %1... Là où une importation a été interrompue, son travail est d’abord terminé, ce qui prend des minutes avec des millions de récits.</translation>
    </message>
</context>
<context>
    <name>tidemark::MappingEditor</name>
    <message>
        <source>Further columns, kept with each story:</source>
        <translation type="unfinished">Autres colonnes, conservées avec chaque récit&#xa0;:</translation>
    </message>
    <message>
        <source>These columns look as if they were about people. They stay out of sight unless you tick them:</source>
        <translation type="unfinished">Ces colonnes semblent concerner des personnes. Elles restent hors de vue, sauf si vous les cochez&#xa0;:</translation>
    </message>
    <message>
        <source>Platform of the whole file</source>
        <translation type="unfinished">Plateforme de tout le fichier</translation>
    </message>
    <message>
        <source>As found in the file</source>
        <translation type="unfinished">D’après le fichier</translation>
    </message>
    <message>
        <source>Day before month (31/12/2017)</source>
        <translation type="unfinished">Jour avant mois (31/12/2017)</translation>
    </message>
    <message>
        <source>Month before day (12/31/2017)</source>
        <translation type="unfinished">Mois avant jour (12/31/2017)</translation>
    </message>
    <message>
        <source>Order of day and month</source>
        <translation type="unfinished">Ordre du jour et du mois</translation>
    </message>
    <message>
        <source>Shared on</source>
        <translation type="unfinished">Partagé sur</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished">Dates</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation type="unfinished">(aucune)</translation>
    </message>
</context>
<context>
    <name>tidemark::NewCodebookDialog</name>
    <message>
        <source>Add a Codebook</source>
        <translation type="unfinished">Ajouter un livre de codes</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished">Aucun pour l’instant</translation>
    </message>
    <message>
        <source>As in %1</source>
        <translation type="unfinished">Comme dans %1</translation>
    </message>
    <message>
        <source>&amp;File or Collection...</source>
        <translation type="unfinished">&amp;Fichier ou collection…</translation>
    </message>
    <message>
        <source>Add and Use</source>
        <translation type="unfinished">Ajouter et utiliser</translation>
    </message>
    <message>
        <source>A collection may have several codebooks, one for each study or language. One is in force: the stories are coded by it. What was coded by hand under the others is kept with them.</source>
        <translation type="unfinished">Une collection peut avoir plusieurs livres de codes, un par étude ou par langue. Un seul est en vigueur&#xa0;: les récits sont codés d’après lui. Ce qui a été codé à la main avec les autres est conservé avec eux.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished">&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Themes</source>
        <translation type="unfinished">T&amp;hèmes</translation>
    </message>
    <message>
        <source>Name of the codebook</source>
        <translation type="unfinished">Nom du livre de codes</translation>
    </message>
    <message>
        <source>Where its themes come from</source>
        <translation type="unfinished">D’où viennent ses thèmes</translation>
    </message>
    <message>
        <source>Take Themes From</source>
        <translation type="unfinished">Reprendre les thèmes de</translation>
    </message>
    <message>
        <source>There is a codebook of this name already. Choose another one.</source>
        <translation type="unfinished">Il y a déjà un livre de codes de ce nom. Choisissez-en un autre.</translation>
    </message>
</context>
<context>
    <name>tidemark::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation type="unfinished">Note</translation>
    </message>
    <message>
        <source>Note on this story</source>
        <translation type="unfinished">Note sur ce récit</translation>
    </message>
    <message>
        <source>Keep Note</source>
        <translation type="unfinished">Garder la note</translation>
    </message>
    <message>
        <source>Throw away what you wrote?</source>
        <translation type="unfinished">Abandonner ce que vous avez écrit&#xa0;?</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation type="unfinished">Abandonner</translation>
    </message>
    <message>
        <source>Note on these stories</source>
        <translation type="unfinished">Note sur ces récits</translation>
    </message>
    <message>
        <source>This becomes the note of %1 stories and takes the place of notes that they have. Left empty, it removes them.</source>
        <translation type="unfinished">Elle devient la note de %1 récits et remplace celles qu’ils ont. Laissée vide, elle les retire.</translation>
    </message>
</context>
<context>
    <name>tidemark::NoteEditor</name>
    <message>
        <source>Note</source>
        <translation type="unfinished">Note</translation>
    </message>
    <message>
        <source>A note on this story, for yourself</source>
        <translation type="unfinished">Une note sur ce récit, pour vous-même</translation>
    </message>
    <message>
        <source>Keep note</source>
        <translation type="unfinished">Garder la note</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Annuler</translation>
    </message>
</context>
<context>
    <name>tidemark::PaneBorder</name>
    <message>
        <source>Arrow keys move it, Enter ends that, Escape puts it back.</source>
        <translation type="unfinished">Les flèches le déplacent, Entrée termine, Échap le remet en place.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pixels for the pane before it</source>
        <translation type="unfinished">
            <numerusform>%Ln pixel pour le volet précédent</numerusform>
            <numerusform>%Ln pixels pour le volet précédent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::PlainTable</name>
    <message>
        <source>Empty</source>
        <translation type="unfinished">Vide</translation>
    </message>
</context>
<context>
    <name>tidemark::QueryHelp</name>
    <message>
        <source>Query Language</source>
        <translation type="unfinished">Langage de requête</translation>
    </message>
    <message>
        <source>Type words, terms or both; a story must match all of it.</source>
        <translation type="unfinished">Saisissez des mots, des termes ou les deux&#xa0;; un récit doit répondre à l’ensemble.</translation>
    </message>
</context>
<context>
    <name>tidemark::QuickHide</name>
    <message>
        <source>Untitled</source>
        <translation type="unfinished">Sans titre</translation>
    </message>
    <message>
        <source>%1 or a double click here goes back.</source>
        <translation type="unfinished">%1 ou un double clic ici ramène en arrière.</translation>
    </message>
</context>
<context>
    <name>tidemark::ReadingBar</name>
    <message>
        <source>Star</source>
        <translation type="unfinished">Étoile</translation>
    </message>
    <message>
        <source>Mark this story with a star</source>
        <translation type="unfinished">Marquer ce récit d’une étoile</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished">Note</translation>
    </message>
    <message>
        <source>Write a note on this story</source>
        <translation type="unfinished">Écrire une note sur ce récit</translation>
    </message>
    <message>
        <source>Do not quote</source>
        <translation type="unfinished">Ne pas citer</translation>
    </message>
    <message>
        <source>Remember not to quote this story</source>
        <translation type="unfinished">Retenir de ne pas citer ce récit</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished">Non lu</translation>
    </message>
    <message>
        <source>Mark this story as unread</source>
        <translation type="unfinished">Marquer ce récit comme non lu</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Thèmes</translation>
    </message>
    <message>
        <source>Set this story&apos;s themes by hand</source>
        <translation type="unfinished">Attribuer à la main les thèmes de ce récit</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished">Voix</translation>
    </message>
    <message>
        <source>Set this story&apos;s voice by hand</source>
        <translation type="unfinished">Attribuer à la main la voix de ce récit</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished">Expliquer</translation>
    </message>
    <message>
        <source>Mark the words for which each theme&apos;s rule matched</source>
        <translation type="unfinished">Marquer les mots auxquels la règle de chaque thème a répondu</translation>
    </message>
    <message>
        <source>%1 (by hand)</source>
        <translation type="unfinished">%1 (à la main)</translation>
    </message>
    <message>
        <source>%1 (not, by hand)</source>
        <translation type="unfinished">%1 (non, à la main)</translation>
    </message>
    <message>
        <source>%1 (by rule)</source>
        <translation type="unfinished">%1 (par règle)</translation>
    </message>
    <message>
        <source>Leave to the rules</source>
        <translation type="unfinished">Laisser aux règles</translation>
    </message>
    <message>
        <source>By rule: %1</source>
        <translation type="unfinished">Par règle&#xa0;: %1</translation>
    </message>
    <message>
        <source>By model: %1</source>
        <translation type="unfinished">Par modèle&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 (by model)</source>
        <translation type="unfinished">%1 (par modèle)</translation>
    </message>
</context>
<context>
    <name>tidemark::ReadingCommands</name>
    <message>
        <source>Every story here is read.</source>
        <translation type="unfinished">Ici, tous les récits sont lus.</translation>
    </message>
    <message>
        <source>No unread story comes before this one, but some come after it.</source>
        <translation type="unfinished">Aucun récit non lu ne précède celui-ci, mais il y en a après.</translation>
    </message>
    <message>
        <source>No unread story comes after this one, but some come before it.</source>
        <translation type="unfinished">Aucun récit non lu ne suit celui-ci, mais il y en a avant.</translation>
    </message>
</context>
<context>
    <name>tidemark::ReadingPane</name>
    <message>
        <source>The filter doesn&apos;t select this story.</source>
        <translation type="unfinished">Le filtre ne sélectionne pas ce récit.</translation>
    </message>
    <message>
        <source>Reading pane</source>
        <translation type="unfinished">Volet de lecture</translation>
    </message>
    <message>
        <source>Choose a story to read it here.</source>
        <translation type="unfinished">Choisissez un récit pour le lire ici.</translation>
    </message>
</context>
<context>
    <name>tidemark::RejectedRecordsDialog</name>
    <message>
        <source>&amp;Try Again</source>
        <translation type="unfinished">&amp;Réessayer</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation type="unfinished">&amp;Exporter...</translation>
    </message>
    <message>
        <source>Rejected Records</source>
        <translation type="unfinished">Enregistrements rejetés</translation>
    </message>
    <message>
        <source>%1, %2: %3 set aside</source>
        <translation type="unfinished">%1, %2&#xa0;: %3 mis de côté</translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished">Import</translation>
    </message>
    <message>
        <source>Records set aside</source>
        <translation type="unfinished">Enregistrements mis de côté</translation>
    </message>
    <message>
        <source>Content of the record</source>
        <translation type="unfinished">Contenu de l’enregistrement</translation>
    </message>
    <message>
        <source>Reads the records once more, with what you mended below</source>
        <translation type="unfinished">Relit les enregistrements, avec ce que vous avez corrigé ci-dessous</translation>
    </message>
    <message>
        <source>No record was set aside: every one could be read.</source>
        <translation type="unfinished">Aucun enregistrement n’a été mis de côté&#xa0;: tous ont pu être lus.</translation>
    </message>
    <message>
        <source>Export Rejected Records</source>
        <translation type="unfinished">Exporter les enregistrements rejetés</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl);;All files (*)</source>
        <translation type="unfinished">JSON Lines (*.jsonl);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>tidemark::RejectedRecordsModel</name>
    <message>
        <source>Place</source>
        <translation type="unfinished">Endroit</translation>
    </message>
    <message>
        <source>Why it was set aside</source>
        <translation type="unfinished">Pourquoi mis de côté</translation>
    </message>
</context>
<context>
    <name>tidemark::RuleDraft</name>
    <message>
        <source>Counting ...</source>
        <translation type="unfinished">Décompte...</translation>
    </message>
    <message>
        <source>Without a rule the theme is set by hand only.</source>
        <translation type="unfinished">Sans règle, le thème n’est attribué qu’à la main.</translation>
    </message>
    <message>
        <source>Finds %1 of %2 stories in the rules&apos; language; against the rule in force %3 enter, %4 leave.</source>
        <translation type="unfinished">Trouve %1 récits sur %2 dans la langue des règles&#xa0;; par rapport à la règle en vigueur, %3 entrent, %4 sortent.</translation>
    </message>
    <message>
        <source>It matches no story: check its words.</source>
        <translation type="unfinished">Elle ne correspond à aucun récit&#xa0;: vérifiez ses mots.</translation>
    </message>
    <message>
        <source>It matches nearly every story: check its words.</source>
        <translation type="unfinished">Elle correspond à presque tous les récits&#xa0;: vérifiez ses mots.</translation>
    </message>
</context>
<context>
    <name>tidemark::RuleEditor</name>
    <message>
        <source>Stories that match</source>
        <translation type="unfinished">Récits qui correspondent</translation>
    </message>
    <message>
        <source>Stories that enter</source>
        <translation type="unfinished">Récits qui entrent</translation>
    </message>
    <message>
        <source>Stories that leave</source>
        <translation type="unfinished">Récits qui sortent</translation>
    </message>
    <message>
        <source>What each of the words brings</source>
        <translation type="unfinished">Ce que chaque mot apporte</translation>
    </message>
    <message>
        <source>&amp;Keep what was judged as codings by hand when saving</source>
        <translation type="unfinished">&amp;Garder ce qui a été jugé comme codages à la main à l’enregistrement</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished">Règle</translation>
    </message>
    <message>
        <source>Words, &quot;phrases&quot;, beginnings*, NEAR(a b, 5), joined by OR, AND, NOT</source>
        <translation type="unfinished">Mots, &quot;expressions&quot;, débuts*, NEAR(a b, 5), joints par OR, AND, NOT</translation>
    </message>
    <message>
        <source>Wor&amp;ds</source>
        <translation type="unfinished">&amp;Mots</translation>
    </message>
    <message>
        <source>M&amp;atch: %1</source>
        <translation type="unfinished">C&amp;orrespondent&#xa0;: %1</translation>
    </message>
    <message>
        <source>En&amp;ter: %1</source>
        <translation type="unfinished">En&amp;trent&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Leave: %1</source>
        <translation type="unfinished">&amp;Sortent&#xa0;: %1</translation>
    </message>
    <message>
        <source>A model codes this theme now, and the rule is only among what it learned from. “Back to the Rules” in Learn Themes lets the rule code it again.</source>
        <translation type="unfinished">Un modèle code maintenant ce thème, et la règle n’est qu’une partie de ce dont il a appris. « Retour aux règles » dans « Apprendre des thèmes » la fait coder de nouveau.</translation>
    </message>
    <message>
        <source>Rule and what it codes</source>
        <translation type="unfinished">Règle et ce qu’elle code</translation>
    </message>
    <message>
        <source>What the rule brings</source>
        <translation type="unfinished">Ce qu’apporte la règle</translation>
    </message>
</context>
<context>
    <name>tidemark::RuleTermsModel</name>
    <message>
        <source>Words</source>
        <translation type="unfinished">Mots</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Récits</translation>
    </message>
    <message>
        <source>Only by These</source>
        <translation type="unfinished">Par ceux-ci seuls</translation>
    </message>
</context>
<context>
    <name>tidemark::SampleCommands</name>
    <message>
        <source>Sample of %1 by month, seed %2</source>
        <translation type="unfinished">Échantillon de %1 par mois, graine %2</translation>
    </message>
    <message>
        <source>Sample of %1 by theme, seed %2</source>
        <translation type="unfinished">Échantillon de %1 par thème, graine %2</translation>
    </message>
    <message>
        <source>Sample of %1 by platform, seed %2</source>
        <translation type="unfinished">Échantillon de %1 par plateforme, graine %2</translation>
    </message>
    <message>
        <source>Sample of %1, seed %2</source>
        <translation type="unfinished">Échantillon de %1, graine %2</translation>
    </message>
    <message>
        <source>: %1 read, %2 coded by hand</source>
        <translation type="unfinished">&#xa0;: %1 lus, %2 codés à la main</translation>
    </message>
</context>
<context>
    <name>tidemark::SampleDialog</name>
    <message>
        <source>Draw a Reading Sample</source>
        <translation type="unfinished">Tirer un échantillon de lecture</translation>
    </message>
    <message>
        <source>Draws at random from the %1 of the selection, and keeps what was drawn as a saved filter. The same seed draws the same stories again.</source>
        <translation type="unfinished">Tire au hasard parmi les %1 de la sélection, et garde ce qui a été tiré comme filtre enregistré. La même graine tire de nouveau les mêmes récits.</translation>
    </message>
    <message>
        <source>From all alike</source>
        <translation type="unfinished">Parmi tous, à égalité</translation>
    </message>
    <message>
        <source>By month, in proportion</source>
        <translation type="unfinished">Par mois, en proportion</translation>
    </message>
    <message>
        <source>By theme, in proportion</source>
        <translation type="unfinished">Par thème, en proportion</translation>
    </message>
    <message>
        <source>By platform, in proportion</source>
        <translation type="unfinished">Par plateforme, en proportion</translation>
    </message>
    <message>
        <source>&amp;Stories</source>
        <translation type="unfinished">&amp;Récits</translation>
    </message>
    <message>
        <source>&amp;Drawn</source>
        <translation type="unfinished">&amp;Tirage</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation type="unfinished">&amp;Graine</translation>
    </message>
    <message>
        <source>Stories in the sample</source>
        <translation type="unfinished">Récits de l’échantillon</translation>
    </message>
    <message>
        <source>How they are drawn</source>
        <translation type="unfinished">Mode de tirage</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished">Graine</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished">Tirer</translation>
    </message>
</context>
<context>
    <name>tidemark::SampleView</name>
    <message>
        <source>The story</source>
        <translation type="unfinished">Le récit</translation>
    </message>
    <message>
        <source>Belongs (Y)</source>
        <translation type="unfinished">Appartient (Y)</translation>
    </message>
    <message>
        <source>Doesn&apos;t (N)</source>
        <translation type="unfinished">Non (N)</translation>
    </message>
    <message>
        <source>Unjudged</source>
        <translation type="unfinished">Non jugé</translation>
    </message>
</context>
<context>
    <name>tidemark::SavedFilters</name>
    <message>
        <source>It can&apos;t be read any more: %1</source>
        <translation type="unfinished">Il n’est plus lisible&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1, %2 stories</source>
        <translation type="unfinished">%1, %2 récits</translation>
    </message>
</context>
<context>
    <name>tidemark::SavedFiltersView</name>
    <message>
        <source>Saved Filters</source>
        <translation type="unfinished">Filtres enregistrés</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished">Filtres enregistrés</translation>
    </message>
    <message>
        <source>Save Filter</source>
        <translation type="unfinished">Enregistrer le filtre</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation type="unfinished">Nom du filtre</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished">&amp;Renommer</translation>
    </message>
    <message>
        <source>&amp;Change to the Filter in Force</source>
        <translation type="unfinished">Rem&amp;placer par le filtre en vigueur</translation>
    </message>
    <message>
        <source>Copy as &amp;Text</source>
        <translation type="unfinished">Copier comme &amp;texte</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation type="unfinished">&amp;Monter</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation type="unfinished">&amp;Descendre</translation>
    </message>
    <message>
        <source>Re&amp;move...</source>
        <translation type="unfinished">&amp;Supprimer...</translation>
    </message>
    <message>
        <source>Remove the saved filter %1? The stories stay.</source>
        <translation type="unfinished">Supprimer le filtre enregistré %1&#xa0;? Les récits restent.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Supprimer</translation>
    </message>
    <message>
        <source>There is another saved filter %1. Replace it?</source>
        <translation type="unfinished">Il y a un autre filtre enregistré, %1. Le remplacer&#xa0;?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished">Remplacer</translation>
    </message>
</context>
<context>
    <name>tidemark::SearchBox</name>
    <message>
        <source>Search stories</source>
        <translation type="unfinished">Rechercher des récits</translation>
    </message>
</context>
<context>
    <name>tidemark::SearchCompleter</name>
    <message>
        <source>Ways to go on</source>
        <translation type="unfinished">Suites possibles</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation type="unfinished">%1  %2</translation>
    </message>
</context>
<context>
    <name>tidemark::ShortcutsDialog</name>
    <message>
        <source>&amp;Change</source>
        <translation type="unfinished">&amp;Modifier</translation>
    </message>
    <message>
        <source>As &amp;Delivered</source>
        <translation type="unfinished">Par &amp;défaut</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished">Raccourcis clavier</translation>
    </message>
    <message>
        <source>New key of the chosen command</source>
        <translation type="unfinished">Nouvelle touche de la commande choisie</translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished">Espace</translation>
    </message>
    <message>
        <source>Facets: include the value, or take that back</source>
        <translation type="unfinished">Facettes&#xa0;: inclure la valeur, ou revenir là-dessus</translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation type="unfinished">Ctrl+Espace</translation>
    </message>
    <message>
        <source>Facets: include it as well</source>
        <translation type="unfinished">Facettes&#xa0;: l’inclure aussi</translation>
    </message>
    <message>
        <source>Shift+Space, Del</source>
        <translation type="unfinished">Maj+Espace, Suppr</translation>
    </message>
    <message>
        <source>Facets: exclude it</source>
        <translation type="unfinished">Facettes&#xa0;: l’exclure</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation type="unfinished">Gauche, Droite</translation>
    </message>
    <message>
        <source>Timeline: move; with Shift, widen the span; with Ctrl, only look</source>
        <translation type="unfinished">Chronologie&#xa0;: se déplacer&#xa0;; avec Maj, élargir la période&#xa0;; avec Ctrl, seulement regarder</translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished">Entrée</translation>
    </message>
    <message>
        <source>Timeline: choose the bar under the cursor</source>
        <translation type="unfinished">Chronologie&#xa0;: choisir la barre sous le curseur</translation>
    </message>
    <message>
        <source>+, -, 0</source>
        <translation type="unfinished">+, -, 0</translation>
    </message>
    <message>
        <source>Timeline: closer, wider, everything</source>
        <translation type="unfinished">Chronologie&#xa0;: plus près, plus large, tout</translation>
    </message>
    <message>
        <source>Z</source>
        <translation type="unfinished">Z</translation>
    </message>
    <message>
        <source>Timeline: only the selected span, and back</source>
        <translation type="unfinished">Chronologie&#xa0;: seulement la période sélectionnée, et retour</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished">Échap</translation>
    </message>
    <message>
        <source>Timeline: clear the span</source>
        <translation type="unfinished">Chronologie&#xa0;: effacer la période</translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished">Suppr</translation>
    </message>
    <message>
        <source>Chips: remove it from the filter</source>
        <translation type="unfinished">Critères&#xa0;: le retirer du filtre</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished">Touches</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation type="unfinished">Ce qu’elles font</translation>
    </message>
    <message>
        <source>Press the key that “%1” is to have.</source>
        <translation type="unfinished">Appuyez sur la touche à attribuer à «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Choose a command to change its key. Those of the panes stay.</source>
        <translation type="unfinished">Choisissez une commande pour modifier sa touche. Celles des volets ne changent pas.</translation>
    </message>
    <message>
        <source>“%1” has this key, or one that begins alike. Give that another one first.</source>
        <translation type="unfinished">«&#xa0;%1&#xa0;» a cette touche, ou une qui commence de même. Attribuez-lui d’abord une autre touche.</translation>
    </message>
    <message>
        <source>Type to find a command or a key</source>
        <translation type="unfinished">Saisissez pour trouver une commande ou une touche</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation type="unfinished">Trouver une commande ou une touche</translation>
    </message>
    <message>
        <source>&amp;No Key</source>
        <translation type="unfinished">A&amp;ucune touche</translation>
    </message>
    <message>
        <source>Press the key that “%1” is to have in place of %2. It keeps %3.</source>
        <translation type="unfinished">Appuyez sur la touche à attribuer à «&#xa0;%1&#xa0;» à la place de %2. La commande garde %3.</translation>
    </message>
    <message>
        <source>Space, Shift+Space</source>
        <translation type="unfinished">Espace, Maj+Espace</translation>
    </message>
    <message>
        <source>Stories: a page on or back, and at its end the next or previous story</source>
        <translation type="unfinished">Récits : une page plus loin ou en arrière, et au bout le récit suivant ou précédent</translation>
    </message>
    <message>
        <source>Ctrl+Down, Ctrl+Up</source>
        <translation type="unfinished">Ctrl+Bas, Ctrl+Haut</translation>
    </message>
    <message>
        <source>Story: next and previous link</source>
        <translation type="unfinished">Récit : lien suivant et précédent</translation>
    </message>
    <message>
        <source>Story: open the link</source>
        <translation type="unfinished">Récit : ouvrir le lien</translation>
    </message>
    <message>
        <source>Ctrl+Return, Esc</source>
        <translation type="unfinished">Ctrl+Entrée, Échap</translation>
    </message>
    <message>
        <source>Note: keep it and leave it</source>
        <translation type="unfinished">Note : la garder et en sortir</translation>
    </message>
    <message>
        <source>Names of columns: choose one; with Shift, change its width</source>
        <translation type="unfinished">Noms des colonnes : en choisir un ; avec Maj, changer la largeur</translation>
    </message>
    <message>
        <source>Names of columns: sort by it</source>
        <translation type="unfinished">Noms des colonnes : trier selon lui</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation type="unfinished">Touches fléchées</translation>
    </message>
    <message>
        <source>Borders: move; Return ends that, Esc puts the border back</source>
        <translation type="unfinished">Bordures : déplacer ; Entrée y met fin, Échap remet la bordure en place</translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished">Bas</translation>
    </message>
    <message>
        <source>Search box: choose from what it offers; while it is empty, earlier searches</source>
        <translation type="unfinished">Champ de recherche : choisir parmi ce qu’il propose ; tant qu’il est vide, les recherches précédentes</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished">Tabulation</translation>
    </message>
    <message>
        <source>Search box: take the only value that is left</source>
        <translation type="unfinished">Champ de recherche : prendre la seule valeur qui reste</translation>
    </message>
    <message>
        <source>Saved filters: filter by it</source>
        <translation type="unfinished">Filtres enregistrés : filtrer selon lui</translation>
    </message>
    <message>
        <source>F2</source>
        <translation type="unfinished">F2</translation>
    </message>
    <message>
        <source>Saved filters: rename it</source>
        <translation type="unfinished">Filtres enregistrés : le renommer</translation>
    </message>
    <message>
        <source>Saved filters: remove it</source>
        <translation type="unfinished">Filtres enregistrés : le retirer</translation>
    </message>
    <message>
        <source>Page Up, Page Down, Home, End</source>
        <translation type="unfinished">Page haut, Page bas, Début, Fin</translation>
    </message>
    <message>
        <source>Timeline: move further, and to either end</source>
        <translation type="unfinished">Chronologie : se déplacer plus loin, et à chaque extrémité</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Left, Ctrl+Shift+Right</source>
        <translation type="unfinished">Ctrl+Maj+Gauche, Ctrl+Maj+Droite</translation>
    </message>
    <message>
        <source>Timeline: move what is shown</source>
        <translation type="unfinished">Chronologie : déplacer ce qui est affiché</translation>
    </message>
</context>
<context>
    <name>tidemark::SourceCommands</name>
    <message>
        <source>Removing %1</source>
        <translation type="unfinished">Suppression de %1</translation>
    </message>
    <message>
        <source>Adding %1</source>
        <translation type="unfinished">Ajout de %1</translation>
    </message>
    <message>
        <source>Changing %1</source>
        <translation type="unfinished">Modification de %1</translation>
    </message>
    <message>
        <source>Keeping the token</source>
        <translation type="unfinished">Enregistrement du jeton</translation>
    </message>
    <message>
        <source>This system has no keyring, so the token is kept only until Tidemark is closed.</source>
        <translation type="unfinished">Ce système n’a pas de trousseau, le jeton n’est donc conservé que jusqu’à la fermeture de Tidemark.</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation type="unfinished">Récupération</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Asking whether the stories still stand</source>
        <translation type="unfinished">Demande si les récits sont toujours là</translation>
    </message>
    <message>
        <source>Out of sight there, hidden here and gone in seven days: %1.</source>
        <translation type="unfinished">Plus visibles là-bas, masqués ici et disparus dans sept jours&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Nobody said anything of %1; they stay as they are.</source>
        <translation type="unfinished">Pour %1, aucune réponse&#xa0;; ils restent tels quels.</translation>
    </message>
    <message>
        <source>%1 stories still stand where they were shared.</source>
        <translation type="unfinished">%1 récits sont toujours là où ils ont été partagés.</translation>
    </message>
    <message>
        <source>Forgetting the token</source>
        <translation type="unfinished">Oubli du jeton</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation type="unfinished">Récupérer</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished">Demander</translation>
    </message>
    <message>
        <source>Deleted there and gone here: %1.</source>
        <translation type="unfinished">Supprimés là-bas et disparus ici&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Hidden until now, and seen again: %1.</source>
        <translation type="unfinished">Masqués jusqu’ici et de nouveau visibles&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Fetching by schedule: %1</source>
        <translation type="unfinished">Récupération selon l’horaire : %1</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation type="unfinished">Récupération de %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n new stories (%2).</source>
        <translation type="unfinished">
            <numerusform>%1&#xa0;: %n nouveau récit (%2).</numerusform>
            <numerusform>%1&#xa0;: %n nouveaux récits (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: nothing new, %n changed (%2).</source>
        <translation type="unfinished">
            <numerusform>%1&#xa0;: rien de nouveau, %n modifié (%2).</numerusform>
            <numerusform>%1&#xa0;: rien de nouveau, %n modifiés (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: nothing new (%2).</source>
        <translation type="unfinished">%1&#xa0;: rien de nouveau (%2).</translation>
    </message>
    <message numerus="yes">
        <source>And %n other sources.</source>
        <translation type="unfinished">
            <numerusform>Et %n autre source.</numerusform>
            <numerusform>Et %n autres sources.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records were set aside.</source>
        <translation type="unfinished">
            <numerusform>%n enregistrement a été mis de côté.</numerusform>
            <numerusform>%n enregistrements ont été mis de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for saved copies</source>
        <translation type="unfinished">Recherche des copies enregistrées</translation>
    </message>
</context>
<context>
    <name>tidemark::SourcesDialog</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished">Sources</translation>
    </message>
    <message>
        <source>&amp;Add...</source>
        <translation type="unfinished">&amp;Ajouter...</translation>
    </message>
    <message>
        <source>&amp;Edit...</source>
        <translation type="unfinished">&amp;Modifier...</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished">&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Remove...</source>
        <translation type="unfinished">&amp;Supprimer...</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation type="unfinished">&amp;Récupérer</translation>
    </message>
    <message>
        <source>Fetch A&amp;ll</source>
        <translation type="unfinished">&amp;Tout récupérer</translation>
    </message>
    <message>
        <source>No source is subscribed to. Nothing is fetched before you ask for it.</source>
        <translation type="unfinished">Aucun abonnement à une source. Rien n’est récupéré avant que vous ne le demandiez.</translation>
    </message>
    <message>
        <source>Remove %1? It is asked no more.</source>
        <translation type="unfinished">Supprimer %1&#xa0;? Plus aucune demande ne lui sera faite.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Supprimer</translation>
    </message>
    <message>
        <source>&amp;Import List...</source>
        <translation type="unfinished">&amp;Importer une liste...</translation>
    </message>
    <message>
        <source>E&amp;xport List...</source>
        <translation type="unfinished">E&amp;xporter une liste...</translation>
    </message>
    <message>
        <source>Import List of Feeds</source>
        <translation type="unfinished">Importer une liste de flux</translation>
    </message>
    <message>
        <source>Export List of Feeds</source>
        <translation type="unfinished">Exporter une liste de flux</translation>
    </message>
    <message>
        <source>The list was written to %1.</source>
        <translation type="unfinished">La liste a été écrite dans %1.</translation>
    </message>
    <message>
        <source>Lists of feeds (*.opml *.xml)</source>
        <translation type="unfinished">Listes de flux (*.opml *.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished">Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation type="unfinished">Repre&amp;ndre</translation>
    </message>
    <message>
        <source>Remove the &amp;stories that only it brought, too</source>
        <translation type="unfinished">Supprimer aussi les &amp;récits qu’elle seule a apportés</translation>
    </message>
</context>
<context>
    <name>tidemark::SourcesModel</name>
    <message>
        <source>Source</source>
        <translation type="unfinished">Source</translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished">Format</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Récits</translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished">Ajoutée</translation>
    </message>
</context>
<context>
    <name>tidemark::SplitDialog</name>
    <message>
        <source>Split Theme</source>
        <translation type="unfinished">Détacher un thème</translation>
    </message>
    <message>
        <source>Words, or any filter: bus OR train, platform:mastodon</source>
        <translation type="unfinished">Des mots ou tout filtre&#xa0;: bus OR train, platform:mastodon</translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished">Détacher</translation>
    </message>
    <message>
        <source>&amp;New theme</source>
        <translation type="unfinished">&amp;Nouveau thème</translation>
    </message>
    <message>
        <source>&amp;Stories</source>
        <translation type="unfinished">&amp;Récits</translation>
    </message>
    <message>
        <source>Name of the new theme</source>
        <translation type="unfinished">Nom du nouveau thème</translation>
    </message>
    <message>
        <source>Filter for its stories</source>
        <translation type="unfinished">Filtre pour ses récits</translation>
    </message>
    <message>
        <source>The stories of %1 that match become a theme of their own.</source>
        <translation type="unfinished">Les récits de %1 qui correspondent deviennent un thème à part.</translation>
    </message>
    <message>
        <source>Counting ...</source>
        <translation type="unfinished">Décompte...</translation>
    </message>
    <message>
        <source>%1 stories go over: the rule is divided, and what was coded by hand goes with it.</source>
        <translation type="unfinished">%1 récits passent&#xa0;: la règle est divisée, et ce qui a été codé à la main la suit.</translation>
    </message>
    <message>
        <source>%1 stories go over, coded by hand.</source>
        <translation type="unfinished">%1 récits passent, codés à la main.</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryCommands</name>
    <message>
        <source>Marking %1</source>
        <translation type="unfinished">Marquage de %1</translation>
    </message>
    <message>
        <source>Setting a theme of %1</source>
        <translation type="unfinished">Attribution d’un thème à %1</translation>
    </message>
    <message>
        <source>Setting the voice of %1</source>
        <translation type="unfinished">Attribution de la voix à %1</translation>
    </message>
    <message>
        <source>Keeping the note</source>
        <translation type="unfinished">Enregistrement de la note</translation>
    </message>
    <message>
        <source>Forget %1? Text, author and record are deleted from this collection, and no later import brings them back. This can&apos;t be undone.</source>
        <translation type="unfinished">Oublier %1&#xa0;? Le texte, l’auteur et l’enregistrement sont supprimés de cette collection, et aucun import ultérieur ne les ramène. Cette opération est irréversible.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished">Oublier</translation>
    </message>
    <message>
        <source>Forgetting %1</source>
        <translation type="unfinished">Oubli de %1</translation>
    </message>
    <message>
        <source>Remove &amp;Star</source>
        <translation type="unfinished">Retirer l’éto&amp;ile</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation type="unfinished">Éto&amp;ile</translation>
    </message>
    <message>
        <source>Mark &amp;as Unread</source>
        <translation type="unfinished">Mar&amp;quer comme non lu</translation>
    </message>
    <message>
        <source>Mark &amp;as Read</source>
        <translation type="unfinished">Mar&amp;quer comme lu</translation>
    </message>
    <message>
        <source>May Be &amp;Quoted</source>
        <translation type="unfinished">Peut être ci&amp;té</translation>
    </message>
    <message>
        <source>Do Not &amp;Quote</source>
        <translation type="unfinished">Ne pas ci&amp;ter</translation>
    </message>
    <message>
        <source>As the &amp;Rules Say</source>
        <translation type="unfinished">Selon les &amp;règles</translation>
    </message>
    <message>
        <source>Forgotten: %1.</source>
        <translation type="unfinished">Oubliés&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Looking for saved copies</source>
        <translation type="unfinished">Recherche des copies enregistrées</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryCover</name>
    <message>
        <source>Show This Story</source>
        <translation type="unfinished">Afficher ce récit</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished">%1 · %2</translation>
    </message>
    <message>
        <source>No theme</source>
        <translation type="unfinished">Aucun thème</translation>
    </message>
    <message>
        <source>Marked as sensitive where it was shared</source>
        <translation type="unfinished">Marqué comme sensible là où il a été partagé</translation>
    </message>
    <message>
        <source>The author&apos;s warning: %1</source>
        <translation type="unfinished">Avertissement de l’auteur&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln words</source>
        <translation type="unfinished">
            <numerusform>%1 · %Ln mot</numerusform>
            <numerusform>%1 · %Ln mots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation type="unfinished">
            <numerusform>%Ln mot</numerusform>
            <numerusform>%Ln mots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::StoryHeader</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished">Colonnes</translation>
    </message>
    <message>
        <source>&amp;Fit Columns</source>
        <translation type="unfinished">&amp;Ajuster les colonnes</translation>
    </message>
    <message>
        <source>&amp;Usual Widths</source>
        <translation type="unfinished">Largeurs &amp;habituelles</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln pixels wide</source>
        <translation type="unfinished">
            <numerusform>%1, %Ln pixel de large</numerusform>
            <numerusform>%1, %Ln pixels de large</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::StoryListModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished">Date</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished">Plateforme</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished">Début</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Thèmes</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished">Voix</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished">Marques</translation>
    </message>
    <message>
        <source>(covered)</source>
        <translation type="unfinished">(masqué)</translation>
    </message>
    <message>
        <source>+1 copy</source>
        <translation type="unfinished">+1 copie</translation>
    </message>
    <message>
        <source>+%1 copies</source>
        <translation type="unfinished">+%1 copies</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished">Non lu</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished">Avec étoile</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished">Note</translation>
    </message>
    <message>
        <source>Do not quote</source>
        <translation type="unfinished">Ne pas citer</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation type="unfinished">Avertissement de contenu</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryListPane</name>
    <message>
        <source>This collection holds no story yet. Import a file to begin.</source>
        <translation type="unfinished">Cette collection ne contient encore aucun récit. Importez un fichier pour commencer.</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation type="unfinished">Importer...</translation>
    </message>
    <message>
        <source>No story matches.</source>
        <translation type="unfinished">Aucun récit ne correspond.</translation>
    </message>
    <message>
        <source>Clear All</source>
        <translation type="unfinished">Tout effacer</translation>
    </message>
    <message>
        <source>No story matches. Without “%1” there would be %2.</source>
        <translation type="unfinished">Aucun récit ne correspond. Sans «&#xa0;%1&#xa0;», il y aurait %2.</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation type="unfinished">Retirer «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished">Réessayer</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Récits</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryListView</name>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Récits</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryText</name>
    <message>
        <source>Story</source>
        <translation type="unfinished">Récit</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished">&amp;Copier</translation>
    </message>
    <message>
        <source>Copy with &amp;Names</source>
        <translation type="unfinished">Copier avec les &amp;noms</translation>
    </message>
    <message>
        <source>&amp;Note on the Selection</source>
        <translation type="unfinished">N&amp;ote sur la sélection</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation type="unfinished">&amp;Tout sélectionner</translation>
    </message>
</context>
<context>
    <name>tidemark::SubscriptionDialog</name>
    <message>
        <source>Add Source</source>
        <translation type="unfinished">Ajouter une source</translation>
    </message>
    <message>
        <source>Edit Source</source>
        <translation type="unfinished">Modifier la source</translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished">Ajouter</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Service:</source>
        <translation type="unfinished">&amp;Service&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation type="unfinished">&amp;Adresse&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished">&amp;Nom&#xa0;:</translation>
    </message>
    <message>
        <source>What it is called here</source>
        <translation type="unfinished">Son nom ici</translation>
    </message>
    <message>
        <source>Any of these &amp;hashtags:</source>
        <translation type="unfinished">L’un de ces &amp;hashtags&#xa0;:</translation>
    </message>
    <message>
        <source>A&amp;ll of these:</source>
        <translation type="unfinished">&amp;Tous ceux-ci&#xa0;:</translation>
    </message>
    <message>
        <source>N&amp;one of these:</source>
        <translation type="unfinished">Au&amp;cun de ceux-ci&#xa0;:</translation>
    </message>
    <message>
        <source>In the query language of the service</source>
        <translation type="unfinished">Dans le langage de requête du service</translation>
    </message>
    <message>
        <source>&amp;Token or app password:</source>
        <translation type="unfinished">&amp;Jeton ou mot de passe d’application&#xa0;:</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring</source>
        <translation type="unfinished">Conservé dans le trousseau du système</translation>
    </message>
    <message>
        <source>Search the &amp;full archive, not the last seven days</source>
        <translation type="unfinished">Chercher dans l’arch&amp;ive complète, pas dans les sept derniers jours</translation>
    </message>
    <message>
        <source>Not &amp;before</source>
        <translation type="unfinished">Pas a&amp;vant</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation type="unfinished">Pas avant</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation type="unfinished">Seulement à la demande</translation>
    </message>
    <message>
        <source>Every half hour, while Tidemark runs</source>
        <translation type="unfinished">Toutes les demi-heures, pendant que Tidemark est ouvert</translation>
    </message>
    <message>
        <source>Every three hours, while Tidemark runs</source>
        <translation type="unfinished">Toutes les trois heures, pendant que Tidemark est ouvert</translation>
    </message>
    <message>
        <source>Once a day, while Tidemark runs</source>
        <translation type="unfinished">Une fois par jour, pendant que Tidemark est ouvert</translation>
    </message>
    <message>
        <source>F&amp;etched:</source>
        <translation type="unfinished">Réc&amp;upération&#xa0;:</translation>
    </message>
    <message>
        <source>Give the address.</source>
        <translation type="unfinished">Donnez l’adresse.</translation>
    </message>
    <message>
        <source>Sea&amp;rch for:</source>
        <translation type="unfinished">&amp;Rechercher&#xa0;:</translation>
    </message>
    <message>
        <source>A&amp;ccount:</source>
        <translation type="unfinished">C&amp;ompte&#xa0;:</translation>
    </message>
    <message>
        <source>Bu&amp;dget, posts a fetch:</source>
        <translation type="unfinished">&amp;Budget, publications par récupération&#xa0;:</translation>
    </message>
    <message>
        <source>Bud&amp;get, posts a month:</source>
        <translation type="unfinished">Budget mensuel, &amp;publications&#xa0;:</translation>
    </message>
    <message>
        <source>Once so many were read in a month, the schedule rests until the next one.</source>
        <translation type="unfinished">Dès que tant de publications ont été lues en un mois, l’horaire est suspendu jusqu’au suivant.</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished">à %1</translation>
    </message>
    <message>
        <source>Throw away what you wrote?</source>
        <translation type="unfinished">Abandonner ce que vous avez écrit&#xa0;?</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation type="unfinished">Abandonner</translation>
    </message>
</context>
<context>
    <name>tidemark::SubscriptionsModel</name>
    <message>
        <source>Not fetched yet</source>
        <translation type="unfinished">Pas encore récupérée</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished">Complète</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation type="unfinished">Se poursuit</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished">En attente</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished">Hors ligne</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished">Échec</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished">Disparue</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished">En pause</translation>
    </message>
    <message>
        <source>When asked</source>
        <translation type="unfinished">À la demande</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation type="unfinished">Bientôt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished">Source</translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished">Service</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Récits</translation>
    </message>
    <message>
        <source>Last fetch</source>
        <translation type="unfinished">Dernier état</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished">Demandée le</translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished">Prochaine</translation>
    </message>
    <message>
        <source>%1 a fetch; %2 of %3 this month</source>
        <translation type="unfinished">%1 par récupération ; %2 sur %3 ce mois-ci</translation>
    </message>
    <message>
        <source>%1 a fetch; %2 this month</source>
        <translation type="unfinished">%1 par récupération ; %2 ce mois-ci</translation>
    </message>
    <message>
        <source>Waits for a budget</source>
        <translation type="unfinished">Attend un budget</translation>
    </message>
    <message>
        <source>Budget (posts)</source>
        <translation type="unfinished">Budget (publications)</translation>
    </message>
</context>
<context>
    <name>tidemark::TableFormEditor</name>
    <message>
        <source>&amp;Encoding:</source>
        <translation type="unfinished">&amp;Encodage :</translation>
    </message>
    <message>
        <source>&amp;Separator:</source>
        <translation type="unfinished">&amp;Séparateur :</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished">Virgule</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished">Point-virgule</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished">Tabulation</translation>
    </message>
    <message>
        <source>&amp;Quotation marks:</source>
        <translation type="unfinished">&amp;Guillemets :</translation>
    </message>
    <message>
        <source>Doubled (&quot;&quot;)</source>
        <translation type="unfinished">Doublés (&quot;&quot;)</translation>
    </message>
    <message>
        <source>Apostrophes (&apos;)</source>
        <translation type="unfinished">Apostrophes (&apos;)</translation>
    </message>
    <message>
        <source>Behind a backslash (\&quot;)</source>
        <translation type="unfinished">Après une barre inverse (\&quot;)</translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished">Aucune</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation type="unfinished">&amp;Fuseau horaire :</translation>
    </message>
    <message>
        <source>Unknown, read as UTC</source>
        <translation type="unfinished">Inconnu, lu comme UTC</translation>
    </message>
    <message>
        <source>Of times in the file that name no zone, or one that means several</source>
        <translation type="unfinished">Des heures du fichier qui ne nomment pas de fuseau, ou un qui en désigne plusieurs</translation>
    </message>
    <message>
        <source>As found</source>
        <translation type="unfinished">Comme reconnu</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeCommands</name>
    <message>
        <source>%1 (unmeasured)</source>
        <translation type="unfinished">%1 (non mesuré)</translation>
    </message>
    <message>
        <source>Rules in Other Languages</source>
        <translation type="unfinished">Règles dans d’autres langues</translation>
    </message>
    <message>
        <source>The themes can be looked for in these languages, too, each in stories of that language only. Nobody has measured yet how well these rules find them: read what they bring before you count on it. Choosing them codes all stories anew, and can be undone.</source>
        <translation type="unfinished">Les thèmes peuvent aussi être cherchés dans ces langues, chacune dans les récits de cette langue seulement. Personne n’a encore mesuré à quel point ces règles les trouvent : lisez ce qu’elles apportent avant d’y compter. Les choisir code de nouveau tous les récits, et peut être annulé.</translation>
    </message>
    <message>
        <source>Coding the stories anew</source>
        <translation type="unfinished">Les récits sont codés de nouveau</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeFields</name>
    <message>
        <source>Its stories open &amp;covered</source>
        <translation type="unfinished">Ses récits s’ouvrent mas&amp;qués</translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished">Aucune</translation>
    </message>
    <message>
        <source>One a line, invented: a codebook is passed on</source>
        <translation type="unfinished">Un par ligne, inventé&#xa0;: un livre de codes se transmet</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished">&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation type="unfinished">&amp;Groupe</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation type="unfinished">&amp;Touche</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation type="unfinished">C&amp;ouleur</translation>
    </message>
    <message>
        <source>&amp;Definition</source>
        <translation type="unfinished">&amp;Définition</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation type="unfinished">E&amp;xemples</translation>
    </message>
    <message>
        <source>Stored and exported in these words; the window shows it as “%1”.</source>
        <translation type="unfinished">Enregistré et exporté ainsi&#xa0;; la fenêtre l’affiche comme «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>What the theme is</source>
        <translation type="unfinished">Ce qu’est le thème</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemePage</name>
    <message>
        <source>Typical stories</source>
        <translation type="unfinished">Récits typiques</translation>
    </message>
    <message>
        <source>Doubtful stories</source>
        <translation type="unfinished">Récits douteux</translation>
    </message>
    <message>
        <source>About a Theme</source>
        <translation type="unfinished">À propos d’un thème</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished">Thème</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished">Règle</translation>
    </message>
    <message>
        <source>Volume of the theme over time</source>
        <translation type="unfinished">Volume du thème au fil du temps</translation>
    </message>
    <message>
        <source>Words that set the theme apart</source>
        <translation type="unfinished">Mots qui distinguent le thème</translation>
    </message>
    <message>
        <source>Themes that occur with it</source>
        <translation type="unfinished">Thèmes qui apparaissent avec lui</translation>
    </message>
    <message>
        <source>Over Time</source>
        <translation type="unfinished">Au fil du temps</translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished">Mots</translation>
    </message>
    <message>
        <source>Themes That Occur With It</source>
        <translation type="unfinished">Thèmes qui apparaissent avec lui</translation>
    </message>
    <message>
        <source>Typical Stories</source>
        <translation type="unfinished">Récits typiques</translation>
    </message>
    <message>
        <source>Doubtful Stories</source>
        <translation type="unfinished">Récits douteux</translation>
    </message>
    <message>
        <source>Show Its &amp;Stories</source>
        <translation type="unfinished">Montrer ses &amp;récits</translation>
    </message>
    <message>
        <source>It has no rule and is coded by hand only.</source>
        <translation type="unfinished">Il n’a pas de règle et n’est codé qu’à la main.</translation>
    </message>
    <message>
        <source>Being counted ...</source>
        <translation type="unfinished">Comptage ...</translation>
    </message>
    <message>
        <source>(covered)</source>
        <translation type="unfinished">(masqué)</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemePalette</name>
    <message>
        <source>Set or Clear a Theme</source>
        <translation type="unfinished">Attribuer ou effacer un thème</translation>
    </message>
    <message>
        <source>Type to find a theme</source>
        <translation type="unfinished">Saisissez pour trouver un thème</translation>
    </message>
    <message>
        <source>Find a theme</source>
        <translation type="unfinished">Trouver un thème</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Thèmes</translation>
    </message>
    <message>
        <source>No theme has this in its name or definition.</source>
        <translation type="unfinished">Aucun thème ne l’a dans son nom ou sa définition.</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeTableDialog</name>
    <message>
        <source>&amp;Heat map</source>
        <translation type="unfinished">Carte de &amp;chaleur</translation>
    </message>
    <message>
        <source>Theme Tables</source>
        <translation type="unfinished">Tableaux des thèmes</translation>
    </message>
    <message>
        <source>Themes by theme</source>
        <translation type="unfinished">Thèmes par thème</translation>
    </message>
    <message>
        <source>Themes by voice</source>
        <translation type="unfinished">Thèmes par voix</translation>
    </message>
    <message>
        <source>Themes by platform</source>
        <translation type="unfinished">Thèmes par plateforme</translation>
    </message>
    <message>
        <source>Themes by language</source>
        <translation type="unfinished">Thèmes par langue</translation>
    </message>
    <message>
        <source>Themes by month</source>
        <translation type="unfinished">Thèmes par mois</translation>
    </message>
    <message>
        <source>What themes are counted by</source>
        <translation type="unfinished">Selon quoi les thèmes sont comptés</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Récits</translation>
    </message>
    <message>
        <source>Share of the row</source>
        <translation type="unfinished">Part de la ligne</translation>
    </message>
    <message>
        <source>Share of the column</source>
        <translation type="unfinished">Part de la colonne</translation>
    </message>
    <message>
        <source>What the cells say</source>
        <translation type="unfinished">Ce que disent les cellules</translation>
    </message>
    <message>
        <source>Save &amp;Picture...</source>
        <translation type="unfinished">Enregistrer l’&amp;image...</translation>
    </message>
    <message>
        <source>Save &amp;Figures...</source>
        <translation type="unfinished">Enregistrer les &amp;nombres...</translation>
    </message>
    <message>
        <source>A story can have several themes, so rows don&apos;t add up to all stories.</source>
        <translation type="unfinished">Un récit peut avoir plusieurs thèmes, les lignes ne font donc pas la somme de tous les récits.</translation>
    </message>
    <message>
        <source>Undated stories are in no month; all stories count them, too.</source>
        <translation type="unfinished">Les récits sans date ne sont dans aucun mois ; tous les récits les comptent aussi.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished">%1, %2 : %3</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation type="unfinished">Enregistrer l’image</translation>
    </message>
    <message>
        <source>Save Figures</source>
        <translation type="unfinished">Enregistrer les chiffres</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished">Fichiers CSV (*.csv)</translation>
    </message>
    <message>
        <source>The table was written to %1.</source>
        <translation type="unfinished">Le tableau a été écrit dans %1.</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeTableModel</name>
    <message>
        <source>All stories</source>
        <translation type="unfinished">Tous les récits</translation>
    </message>
    <message>
        <source>%1, %2: %3 stories, %4 of the row, %5 of the column</source>
        <translation type="unfinished">%1, %2 : %3 récits, %4 de la ligne, %5 de la colonne</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeTableView</name>
    <message>
        <source>Themes as a table</source>
        <translation type="unfinished">Thèmes en tableau</translation>
    </message>
    <message>
        <source>Return shows the stories of a cell</source>
        <translation type="unfinished">Entrée montre les récits d’une cellule</translation>
    </message>
    <message>
        <source>A click shows the stories of a cell</source>
        <translation type="unfinished">Un clic montre les récits d’une cellule</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeTree</name>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Thèmes</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeTreeModel</name>
    <message>
        <source>Without a Group</source>
        <translation type="unfinished">Sans groupe</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation type="unfinished">Retiré</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation type="unfinished">Groupe %1</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation type="unfinished">%1  (%2)</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation type="unfinished">%1 *</translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <translation type="unfinished">%1, touche %2</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation type="unfinished">%1, non enregistré</translation>
    </message>
</context>
<context>
    <name>tidemark::TicksDialog</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished">Enregistrer</translation>
    </message>
</context>
<context>
    <name>tidemark::TimeZoneDialog</name>
    <message>
        <source>Time Zone</source>
        <translation type="unfinished">Fuseau horaire</translation>
    </message>
    <message>
        <source>Times are shown, and days are counted, in this zone. The stories keep their own times.</source>
        <translation type="unfinished">Les heures sont affichées, et les jours comptés, dans ce fuseau. Les récits gardent leurs propres heures.</translation>
    </message>
    <message>
        <source>Search places</source>
        <translation type="unfinished">Rechercher des lieux</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation type="unfinished">Fuseaux horaires</translation>
    </message>
    <message>
        <source>Use This Zone</source>
        <translation type="unfinished">Utiliser ce fuseau</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineCommands</name>
    <message>
        <source>Save Picture</source>
        <translation type="unfinished">Enregistrer l’image</translation>
    </message>
    <message>
        <source>Save Figures</source>
        <translation type="unfinished">Enregistrer les chiffres</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished">Fichiers CSV (*.csv)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation type="unfinished">Écrit dans %1.</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineMenu</name>
    <message>
        <source>&amp;Chart</source>
        <translation type="unfinished">&amp;Graphique</translation>
    </message>
    <message>
        <source>&amp;Bars</source>
        <translation type="unfinished">&amp;Barres</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation type="unfinished">&amp;Lignes</translation>
    </message>
    <message>
        <source>Parts &amp;Together</source>
        <translation type="unfinished">Parties &amp;ensemble</translation>
    </message>
    <message>
        <source>Parts Side b&amp;y Side</source>
        <translation type="unfinished">Parties &amp;côte à côte</translation>
    </message>
    <message>
        <source>Lo&amp;garithmic Scale</source>
        <translation type="unfinished">Échelle lo&amp;garithmique</translation>
    </message>
    <message>
        <source>&amp;Only the Selected Span</source>
        <translation type="unfinished">&amp;Seulement la période sélectionnée</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation type="unfinished">É&amp;vénements</translation>
    </message>
    <message>
        <source>As a T&amp;able</source>
        <translation type="unfinished">En t&amp;ableau</translation>
    </message>
    <message>
        <source>Copy &amp;Picture</source>
        <translation type="unfinished">C&amp;opier l’image</translation>
    </message>
    <message>
        <source>&amp;Save Picture...</source>
        <translation type="unfinished">E&amp;nregistrer l’image...</translation>
    </message>
    <message>
        <source>Copy &amp;Figures</source>
        <translation type="unfinished">Copier les c&amp;hiffres</translation>
    </message>
    <message>
        <source>Sa&amp;ve Figures...</source>
        <translation type="unfinished">Enregis&amp;trer les chiffres...</translation>
    </message>
    <message>
        <source>P&amp;rint Chart...</source>
        <translation type="unfinished">Imp&amp;rimer le graphique...</translation>
    </message>
    <message>
        <source>&amp;Moving Average</source>
        <translation type="unfinished">&amp;Moyenne mobile</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation type="unfinished">&amp;Aucune</translation>
    </message>
    <message>
        <source>Of %1 Steps</source>
        <translation type="unfinished">Sur %1 intervalles</translation>
    </message>
    <message>
        <source>&amp;Compare the Selected Span</source>
        <translation type="unfinished">Com&amp;parer la période sélectionnée</translation>
    </message>
    <message>
        <source>With &amp;Nothing</source>
        <translation type="unfinished">À &amp;rien</translation>
    </message>
    <message>
        <source>With the Same Length &amp;Before</source>
        <translation type="unfinished">À la même durée &amp;précédente</translation>
    </message>
    <message>
        <source>With the &amp;Year Before</source>
        <translation type="unfinished">À l’&amp;année précédente</translation>
    </message>
    <message>
        <source>B&amp;ursts</source>
        <translation type="unfinished">P&amp;ics</translation>
    </message>
    <message>
        <source>&amp;Not Marked</source>
        <translation type="unfinished">&amp;Non signalés</translation>
    </message>
    <message>
        <source>%1 Times the Mean Rate</source>
        <translation type="unfinished">%1 fois le taux moyen</translation>
    </message>
    <message>
        <source>Loo&amp;k Closer</source>
        <translation type="unfinished">Agran&amp;dir</translation>
    </message>
    <message>
        <source>Look &amp;Wider</source>
        <translation type="unfinished">Réd&amp;uire</translation>
    </message>
    <message>
        <source>Show Everyt&amp;hing</source>
        <translation type="unfinished">Tout a&amp;fficher</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished">Période</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Récits</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation type="unfinished">Publications</translation>
    </message>
    <message>
        <source>Distinct accounts</source>
        <translation type="unfinished">Comptes distincts</translation>
    </message>
    <message>
        <source>Whole collection</source>
        <translation type="unfinished">Toute la collection</translation>
    </message>
    <message>
        <source>%1, mean of %2</source>
        <translation type="unfinished">%1, moyenne sur %2</translation>
    </message>
    <message>
        <source>Mean of %1</source>
        <translation type="unfinished">Moyenne sur %1</translation>
    </message>
    <message>
        <source>%1, earlier span</source>
        <translation type="unfinished">%1, période antérieure</translation>
    </message>
    <message>
        <source>Earlier span</source>
        <translation type="unfinished">Période antérieure</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation type="unfinished">Pic</translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished">Événements</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelinePanel</name>
    <message>
        <source>Counted in</source>
        <translation type="unfinished">Compté en</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation type="unfinished">Réparti par</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished">Intervalles</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished">Graphique</translation>
    </message>
    <message>
        <source>How the timeline is shown</source>
        <translation type="unfinished">Présentation de la chronologie</translation>
    </message>
    <message>
        <source>stories</source>
        <translation type="unfinished">récits</translation>
    </message>
    <message>
        <source>posts with reposts</source>
        <translation type="unfinished">publications avec reposts</translation>
    </message>
    <message>
        <source>distinct accounts</source>
        <translation type="unfinished">comptes distincts</translation>
    </message>
    <message>
        <source>not split</source>
        <translation type="unfinished">non réparti</translation>
    </message>
    <message>
        <source>by theme</source>
        <translation type="unfinished">par thème</translation>
    </message>
    <message>
        <source>by voice</source>
        <translation type="unfinished">par voix</translation>
    </message>
    <message>
        <source>by platform</source>
        <translation type="unfinished">par plateforme</translation>
    </message>
    <message>
        <source>by language</source>
        <translation type="unfinished">par langue</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished">automatique</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished">minutes</translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished">heures</translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished">jours</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation type="unfinished">semaines</translation>
    </message>
    <message>
        <source>months</source>
        <translation type="unfinished">mois</translation>
    </message>
    <message>
        <source>years</source>
        <translation type="unfinished">années</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation type="unfinished">par minute</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation type="unfinished">par heure</translation>
    </message>
    <message>
        <source>a day</source>
        <translation type="unfinished">par jour</translation>
    </message>
    <message>
        <source>a week</source>
        <translation type="unfinished">par semaine</translation>
    </message>
    <message>
        <source>a month</source>
        <translation type="unfinished">par mois</translation>
    </message>
    <message>
        <source>a year</source>
        <translation type="unfinished">par an</translation>
    </message>
    <message>
        <source>%1 undated</source>
        <translation type="unfinished">%1 sans date</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished">Chronologie</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineTable</name>
    <message>
        <source>Timeline as a table</source>
        <translation type="unfinished">Chronologie en tableau</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished">Chronologie</translation>
    </message>
    <message>
        <source>Others</source>
        <translation type="unfinished">Autres</translation>
    </message>
    <message>
        <source>No dated stories</source>
        <translation type="unfinished">Aucun récit daté</translation>
    </message>
</context>
<context>
    <name>tidemark::UndoCommands</name>
    <message>
        <source>Undoing: %1</source>
        <translation type="unfinished">Annulation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Redoing: %1</source>
        <translation type="unfinished">Rétablissement&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished">&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation type="unfinished">&amp;Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation type="unfinished">&amp;Rétablir&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>tidemark::WindowActions</name>
    <message>
        <source>&amp;New Collection...</source>
        <translation type="unfinished">&amp;Nouvelle collection...</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation type="unfinished">&amp;Ouvrir...</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation type="unfinished">&amp;Importer...</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation type="unfinished">&amp;Exporter...</translation>
    </message>
    <message>
        <source>Save a &amp;Copy...</source>
        <translation type="unfinished">Enregistrer une &amp;copie...</translation>
    </message>
    <message>
        <source>&amp;Sample Collection</source>
        <translation type="unfinished">Collection d’e&amp;xemple</translation>
    </message>
    <message>
        <source>&amp;Print Story...</source>
        <translation type="unfinished">Im&amp;primer le récit...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished">&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished">&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished">&amp;Copier</translation>
    </message>
    <message>
        <source>Copy with &amp;Names</source>
        <translation type="unfinished">Copier avec les &amp;noms</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished">Rec&amp;hercher</translation>
    </message>
    <message>
        <source>Sa&amp;ve Filter...</source>
        <translation type="unfinished">&amp;Enregistrer le filtre...</translation>
    </message>
    <message>
        <source>Dra&amp;w a Reading Sample...</source>
        <translation type="unfinished">&amp;Tirer un échantillon de lecture...</translation>
    </message>
    <message>
        <source>Next Pa&amp;ne</source>
        <translation type="unfinished">Volet su&amp;ivant</translation>
    </message>
    <message>
        <source>Previ&amp;ous Pane</source>
        <translation type="unfinished">Volet &amp;précédent</translation>
    </message>
    <message>
        <source>Show &amp;Authors</source>
        <translation type="unfinished">Afficher les &amp;auteurs</translation>
    </message>
    <message>
        <source>Always Show Authors in &amp;This Collection</source>
        <translation type="unfinished">Toujours afficher les auteurs dans cette &amp;collection</translation>
    </message>
    <message>
        <source>Fold &amp;Copies</source>
        <translation type="unfinished">Rep&amp;lier les copies</translation>
    </message>
    <message>
        <source>Co&amp;mpact</source>
        <translation type="unfinished">C&amp;ompact</translation>
    </message>
    <message>
        <source>Alwa&amp;ys as Cards</source>
        <translation type="unfinished">Tou&amp;jours en fiches</translation>
    </message>
    <message>
        <source>&amp;Newest First</source>
        <translation type="unfinished">&amp;Plus récents d’abord</translation>
    </message>
    <message>
        <source>&amp;Oldest First</source>
        <translation type="unfinished">Plus ancien&amp;s d’abord</translation>
    </message>
    <message>
        <source>&amp;Explain Themes</source>
        <translation type="unfinished">Expli&amp;quer les thèmes</translation>
    </message>
    <message>
        <source>&amp;Show Covered Stories</source>
        <translation type="unfinished">Afficher les récits &amp;masqués</translation>
    </message>
    <message>
        <source>&amp;Hide Everything</source>
        <translation type="unfinished">To&amp;ut masquer</translation>
    </message>
    <message>
        <source>Hi&amp;de by Shift Three Times</source>
        <translation type="unfinished">Masquer en appu&amp;yant trois fois sur Maj</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished">Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished">&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished">So&amp;mbre</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation type="unfinished">Texte plus &amp;grand</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation type="unfinished">Texte plus &amp;petit</translation>
    </message>
    <message>
        <source>&amp;Usual Size</source>
        <translation type="unfinished">&amp;Taille habituelle</translation>
    </message>
    <message>
        <source>Se&amp;rif</source>
        <translation type="unfinished">&amp;Empattements</translation>
    </message>
    <message>
        <source>Sep&amp;ia</source>
        <translation type="unfinished">&amp;Sépia</translation>
    </message>
    <message>
        <source>Show &amp;Hidden Characters</source>
        <translation type="unfinished">Afficher les &amp;caractères invisibles</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation type="unfinished">&amp;Suivant</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation type="unfinished">&amp;Précédent</translation>
    </message>
    <message>
        <source>Next Un&amp;read</source>
        <translation type="unfinished">Suivant non &amp;lu</translation>
    </message>
    <message>
        <source>Previous Unr&amp;ead</source>
        <translation type="unfinished">Pré&amp;cédent non lu</translation>
    </message>
    <message>
        <source>Next &amp;Match</source>
        <translation type="unfinished">&amp;Occurrence suivante</translation>
    </message>
    <message>
        <source>Previous Matc&amp;h</source>
        <translation type="unfinished">Occu&amp;rrence précédente</translation>
    </message>
    <message>
        <source>Set or &amp;Clear a Theme...</source>
        <translation type="unfinished">Attribuer ou &amp;effacer un thème...</translation>
    </message>
    <message>
        <source>Theme %1</source>
        <translation type="unfinished">Thème %1</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation type="unfinished">Éto&amp;ile</translation>
    </message>
    <message>
        <source>Mark &amp;as Unread</source>
        <translation type="unfinished">Mar&amp;quer comme non lu</translation>
    </message>
    <message>
        <source>&amp;Note...</source>
        <translation type="unfinished">&amp;Note...</translation>
    </message>
    <message>
        <source>Do Not &amp;Quote</source>
        <translation type="unfinished">Ne pas ci&amp;ter</translation>
    </message>
    <message>
        <source>Show C&amp;opies</source>
        <translation type="unfinished">&amp;Afficher les copies</translation>
    </message>
    <message>
        <source>&amp;Forget Story...</source>
        <translation type="unfinished">Ou&amp;blier le récit...</translation>
    </message>
    <message>
        <source>&amp;Themes...</source>
        <translation type="unfinished">&amp;Thèmes...</translation>
    </message>
    <message>
        <source>&amp;Sources...</source>
        <translation type="unfinished">&amp;Sources...</translation>
    </message>
    <message>
        <source>&amp;Fetch All</source>
        <translation type="unfinished">Tout &amp;récupérer</translation>
    </message>
    <message>
        <source>Ask &amp;Whether Stories Still Stand</source>
        <translation type="unfinished">&amp;Demander si les récits sont toujours là</translation>
    </message>
    <message>
        <source>&amp;Undo Import...</source>
        <translation type="unfinished">&amp;Annuler l’import...</translation>
    </message>
    <message>
        <source>&amp;Remove Source...</source>
        <translation type="unfinished">Su&amp;pprimer une source...</translation>
    </message>
    <message>
        <source>Time &amp;Zone...</source>
        <translation type="unfinished">&amp;Fuseau horaire...</translation>
    </message>
    <message>
        <source>&amp;Public Accounts...</source>
        <translation type="unfinished">&amp;Comptes publics...</translation>
    </message>
    <message>
        <source>Columns &amp;About People...</source>
        <translation type="unfinished">Co&amp;lonnes sur les personnes...</translation>
    </message>
    <message>
        <source>Co&amp;vered Themes...</source>
        <translation type="unfinished">Thèmes mas&amp;qués...</translation>
    </message>
    <message>
        <source>Rejected Re&amp;cords...</source>
        <translation type="unfinished">&amp;Enregistrements rejetés...</translation>
    </message>
    <message>
        <source>&amp;Events...</source>
        <translation type="unfinished">É&amp;vénements...</translation>
    </message>
    <message>
        <source>C&amp;heck</source>
        <translation type="unfinished">Vér&amp;ifier</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation type="unfinished">&amp;Manuel</translation>
    </message>
    <message>
        <source>&amp;Query Language</source>
        <translation type="unfinished">&amp;Langage de requête</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished">&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>Help&amp;lines</source>
        <translation type="unfinished">Lignes d’éc&amp;oute</translation>
    </message>
    <message>
        <source>&amp;About Tidemark</source>
        <translation type="unfinished">À &amp;propos de Tidemark</translation>
    </message>
    <message>
        <source>Voice %1</source>
        <translation type="unfinished">Voix %1</translation>
    </message>
    <message>
        <source>&amp;Learn Themes...</source>
        <translation type="unfinished">Apprendre des t&amp;hèmes...</translation>
    </message>
    <message>
        <source>C&amp;ode Stories...</source>
        <translation type="unfinished">C&amp;oder des récits...</translation>
    </message>
    <message>
        <source>Coded, Ne&amp;xt</source>
        <translation type="unfinished">Codé, sui&amp;vant</translation>
    </message>
    <message>
        <source>Pass O&amp;ver</source>
        <translation type="unfinished">Pass&amp;er</translation>
    </message>
    <message>
        <source>En&amp;d Coding</source>
        <translation type="unfinished">Terminer le co&amp;dage</translation>
    </message>
    <message>
        <source>A&amp;greement of Coders...</source>
        <translation type="unfinished">Accord e&amp;ntre codeurs...</translation>
    </message>
    <message>
        <source>Theme Ta&amp;bles...</source>
        <translation type="unfinished">Ta&amp;bleaux des thèmes...</translation>
    </message>
    <message>
        <source>About a The&amp;me...</source>
        <translation type="unfinished">À propos d’un thè&amp;me...</translation>
    </message>
    <message>
        <source>Rules &amp;in Other Languages...</source>
        <translation type="unfinished">Règles dans d’a&amp;utres langues...</translation>
    </message>
    <message>
        <source>Note on Selected &amp;Words...</source>
        <translation type="unfinished">Note sur les &amp;mots choisis...</translation>
    </message>
    <message>
        <source>Most &amp;Relevant First</source>
        <translation type="unfinished">Les plus pert&amp;inents d’abord</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation type="unfinished">Menus</translation>
    </message>
    <message>
        <source>Context Menu</source>
        <translation type="unfinished">Menu contextuel</translation>
    </message>
    <message>
        <source>Resi&amp;ze Panes and Columns</source>
        <translation type="unfinished">Redimen&amp;sionner volets et colonnes</translation>
    </message>
    <message>
        <source>Always &amp;Reduce Motion</source>
        <translation type="unfinished">Toujours &amp;réduire les animations</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished">Revenir au &amp;filtre ou récit précédent</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished">A&amp;vancer</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation type="unfinished">Mo&amp;de plein écran</translation>
    </message>
</context>
<context>
    <name>tidemark::Workspace</name>
    <message>
        <source>%1 stories, being counted</source>
        <translation type="unfinished">%1 récits, décompte en cours</translation>
    </message>
    <message>
        <source>Keeping the saved filters</source>
        <translation type="unfinished">Enregistrement des filtres</translation>
    </message>
    <message>
        <source>Keeping which themes are covered</source>
        <translation type="unfinished">Enregistrement des thèmes masqués</translation>
    </message>
</context>
</TS>
