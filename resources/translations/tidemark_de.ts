<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>1 story</source>
        <translation type="unfinished">1 Bericht</translation>
    </message>
    <message>
        <source>%1 stories</source>
        <translation type="unfinished">%1 Berichte</translation>
    </message>
    <message>
        <source>What defines or codes a theme, or an event, is no action on stories.</source>
        <translation type="unfinished">Was ein Thema definiert oder kodiert, oder ein Ereignis, ist keine Aktion an Berichten.</translation>
    </message>
    <message>
        <source>Star %1</source>
        <translation type="unfinished">Stern setzen: %1</translation>
    </message>
    <message>
        <source>Remove the star of %1</source>
        <translation type="unfinished">Stern entfernen: %1</translation>
    </message>
    <message>
        <source>Mark %1 as not to be quoted</source>
        <translation type="unfinished">%1 als nicht zu zitieren markieren</translation>
    </message>
    <message>
        <source>Allow quoting of %1</source>
        <translation type="unfinished">Zitieren erlauben: %1</translation>
    </message>
    <message>
        <source>Mark %1 as read</source>
        <translation type="unfinished">%1 als gelesen markieren</translation>
    </message>
    <message>
        <source>Mark %1 as unread</source>
        <translation type="unfinished">%1 als ungelesen markieren</translation>
    </message>
    <message>
        <source>Clear theme %1 on %2</source>
        <translation type="unfinished">Thema %1 zurücksetzen: %2</translation>
    </message>
    <message>
        <source>Set theme %1 on %2</source>
        <translation type="unfinished">Thema %1 setzen: %2</translation>
    </message>
    <message>
        <source>Take theme %1 off %2</source>
        <translation type="unfinished">Thema %1 entfernen: %2</translation>
    </message>
    <message>
        <source>Set voice %1 on %2</source>
        <translation type="unfinished">Stimme %1 setzen: %2</translation>
    </message>
    <message>
        <source>Clear the voice set on %1</source>
        <translation type="unfinished">Gesetzte Stimme zurücksetzen: %1</translation>
    </message>
    <message>
        <source>Change the events</source>
        <translation type="unfinished">Ereignisse ändern</translation>
    </message>
    <message>
        <source>Change theme %1</source>
        <translation type="unfinished">Thema %1 ändern</translation>
    </message>
    <message>
        <source>Remove the note on %1</source>
        <translation type="unfinished">Notiz zu %1 entfernen</translation>
    </message>
    <message>
        <source>Write a note on %1</source>
        <translation type="unfinished">Notiz zu %1 schreiben</translation>
    </message>
    <message>
        <source>Settle a difference on %1</source>
        <translation type="unfinished">Unterschied beilegen: %1</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation type="unfinished">Kodieren: %1</translation>
    </message>
    <message>
        <source>Code %1 themes or voices by what was learned</source>
        <translation type="unfinished">%1 Themen oder Stimmen nach dem Gelernten kodieren</translation>
    </message>
    <message>
        <source>Code %1 themes or voices by their rules</source>
        <translation type="unfinished">%1 Themen oder Stimmen nach ihren Regeln kodieren</translation>
    </message>
    <message>
        <source>Keep what was judged</source>
        <translation type="unfinished">Behalten, was beurteilt wurde</translation>
    </message>
    <message>
        <source>Merge theme %1 into %2</source>
        <translation type="unfinished">Thema %1 mit %2 zusammenlegen</translation>
    </message>
    <message>
        <source>Split theme %1 off %2</source>
        <translation type="unfinished">Thema %1 von %2 abspalten</translation>
    </message>
    <message>
        <source>Add the codebook %1</source>
        <translation type="unfinished">Codebuch %1 hinzufügen</translation>
    </message>
    <message>
        <source>Delete the codebook %1</source>
        <translation type="unfinished">Codebuch %1 löschen</translation>
    </message>
    <message>
        <source>Name the codebook %1</source>
        <translation type="unfinished">Codebuch %1 nennen</translation>
    </message>
    <message>
        <source>Use the codebook %1</source>
        <translation type="unfinished">Codebuch %1 verwenden</translation>
    </message>
</context>
<context>
    <name>ActivityPubReader</name>
    <message>
        <source>not public</source>
        <translation type="unfinished">nicht öffentlich</translation>
    </message>
    <message>
        <source>It is neither an activity nor a post.</source>
        <translation type="unfinished">Es ist weder eine Aktivität noch ein Beitrag.</translation>
    </message>
    <message>
        <source>no post (%1)</source>
        <translation type="unfinished">kein Beitrag (%1)</translation>
    </message>
    <message>
        <source>ActivityPub, as in the archive of a Mastodon account</source>
        <translation type="unfinished">ActivityPub, wie im Archiv eines Mastodon-Kontos</translation>
    </message>
    <message>
        <source>the archive of a Mastodon account</source>
        <translation type="unfinished">das Archiv eines Mastodon-Kontos</translation>
    </message>
</context>
<context>
    <name>BlueskyReader</name>
    <message>
        <source>no post (%1)</source>
        <translation type="unfinished">kein Beitrag (%1)</translation>
    </message>
    <message>
        <source>an error message instead of a story</source>
        <translation type="unfinished">eine Fehlermeldung statt eines Berichts</translation>
    </message>
    <message>
        <source>It is not a post of Bluesky.</source>
        <translation type="unfinished">Es ist kein Beitrag von Bluesky.</translation>
    </message>
    <message>
        <source>its author shows it only to people who are logged in</source>
        <translation type="unfinished">auf eigenen Wunsch nur für angemeldete Personen sichtbar</translation>
    </message>
    <message>
        <source>posts of Bluesky</source>
        <translation type="unfinished">Beiträge von Bluesky</translation>
    </message>
</context>
<context>
    <name>ByteStream</name>
    <message>
        <source>%1 can&apos;t be read any further: %2.</source>
        <translation type="unfinished">%1 kann nicht weiter gelesen werden: %2.</translation>
    </message>
    <message>
        <source>There is no file %1. Check the name and the folder.</source>
        <translation type="unfinished">Es gibt keine Datei %1. Prüfen Sie den Namen und den Ordner.</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose the files in it that hold stories.</source>
        <translation type="unfinished">%1 ist ein Ordner. Wählen Sie darin die Dateien, die Berichte enthalten.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2. Ask its owner for the right to read it, or copy it to a place of your own.</source>
        <translation type="unfinished">%1 kann nicht gelesen werden: %2. Lassen Sie sich das Leserecht geben, oder kopieren Sie die Datei an einen eigenen Ort.</translation>
    </message>
    <message>
        <source>The data</source>
        <translation type="unfinished">Der Inhalt</translation>
    </message>
    <message>
        <source>%1 is damaged or cut off: the compressed data can&apos;t be read any further (%2). What came before is kept; get the file again for the rest.</source>
        <translation type="unfinished">%1 ist beschädigt oder abgeschnitten: Die komprimierten Daten können nicht weiter gelesen werden (%2). Was davor kam, bleibt erhalten; beschaffen Sie die Datei für den Rest noch einmal.</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation type="unfinished">das Ende kommt zu früh</translation>
    </message>
    <message>
        <source>%1 is compressed so that unpacking it takes up to 2 GiB of memory. Allow that, on the command line with --large-window, or unpack it first (zstd -d --long=31 FILE) and import the result.</source>
        <translation type="unfinished">%1 ist so komprimiert, dass das Entpacken bis zu 2 GiB Speicher braucht. Erlauben Sie das, auf der Befehlszeile mit --large-window, oder entpacken Sie die Datei zuerst (zstd -d --long=31 FILE) und importieren Sie das Ergebnis.</translation>
    </message>
    <message>
        <source>unpacking it takes more than a gigabyte of memory</source>
        <translation type="unfinished">das Entpacken braucht mehr als ein Gigabyte Speicher</translation>
    </message>
</context>
<context>
    <name>ClearButton</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished">Leeren</translation>
    </message>
</context>
<context>
    <name>Codebook</name>
    <message>
        <source>Two themes are named “%1”. Give one of them another name, and import the codebook again.</source>
        <translation type="unfinished">Zwei Themen heißen „%1“. Geben Sie einem davon einen anderen Namen, und importieren Sie das Codebuch erneut.</translation>
    </message>
    <message>
        <source>The table names no theme.</source>
        <translation type="unfinished">Die Tabelle nennt kein Thema.</translation>
    </message>
    <message>
        <source>Together the codebooks have %1 themes; at most 64 are possible.</source>
        <translation type="unfinished">Zusammen haben die Codebücher %1 Themen; höchstens 64 sind möglich.</translation>
    </message>
    <message>
        <source>The codebook is not valid JSON: %1 at byte %2. Check the file at that place.</source>
        <translation type="unfinished">Das Codebuch ist kein gültiges JSON: %1 bei Byte %2. Prüfen Sie die Datei an dieser Stelle.</translation>
    </message>
    <message>
        <source>The file is not a codebook of this version of Tidemark: its &quot;format&quot; must be &quot;story-codebook&quot; and its &quot;format_version&quot; 1.</source>
        <translation type="unfinished">Die Datei ist kein Codebuch dieser Version von Tidemark: Ihr „format“ muss „story-codebook“ sein und ihre „format_version“ 1.</translation>
    </message>
    <message>
        <source>The rule of %1 can&apos;t be read at character %2: %3</source>
        <translation type="unfinished">Die Regel von %1 kann bei Zeichen %2 nicht gelesen werden: %3</translation>
    </message>
    <message>
        <source>The codebook has %1 themes; at most 64 are possible.</source>
        <translation type="unfinished">Das Codebuch hat %1 Themen; höchstens 64 sind möglich.</translation>
    </message>
    <message>
        <source>the theme &quot;%1&quot;</source>
        <translation type="unfinished">Thema „%1“</translation>
    </message>
    <message>
        <source>Theme %1 of the codebook needs an id that no other theme has and that is not &quot;none&quot;.</source>
        <translation type="unfinished">Thema %1 des Codebuchs braucht eine id, die kein anderes Thema hat und die nicht „none“ ist.</translation>
    </message>
    <message>
        <source>The codebook has a voice &quot;%1&quot;; only testimony, solidarity, support and commentary are known.</source>
        <translation type="unfinished">Das Codebuch hat eine Stimme „%1“; bekannt sind nur testimony, solidarity, support und commentary.</translation>
    </message>
    <message>
        <source>the voice &quot;%1&quot;</source>
        <translation type="unfinished">Stimme „%1“</translation>
    </message>
    <message>
        <source>The theme &quot;%1&quot; is in a group &quot;%2&quot; that the codebook doesn&apos;t name.</source>
        <translation type="unfinished">Das Thema „%1“ ist in einer Gruppe „%2“, die das Codebuch nicht nennt.</translation>
    </message>
    <message>
        <source>The file is no REFI-QDA codebook that can be read: %1. Export it anew from the program that made it.</source>
        <translation type="unfinished">Die Datei ist kein lesbares REFI-QDA-Codebuch: %1. Exportieren Sie es neu aus dem Programm, aus dem es stammt.</translation>
    </message>
    <message>
        <source>it is larger than 16 MiB</source>
        <translation type="unfinished">sie ist größer als 16 MiB</translation>
    </message>
    <message>
        <source>it has a DOCTYPE, which a codebook doesn&apos;t need</source>
        <translation type="unfinished">sie hat einen DOCTYPE, den ein Codebuch nicht braucht</translation>
    </message>
    <message>
        <source>one of its tags has no end</source>
        <translation type="unfinished">einem ihrer Tags fehlt das Ende</translation>
    </message>
    <message>
        <source>its elements are nested too deeply</source>
        <translation type="unfinished">ihre Elemente sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation type="unfinished">Zeile %1: %2</translation>
    </message>
    <message>
        <source>it has no CodeBook</source>
        <translation type="unfinished">sie hat kein CodeBook</translation>
    </message>
    <message>
        <source>it has no codes</source>
        <translation type="unfinished">sie hat keine Codes</translation>
    </message>
    <message>
        <source>It can&apos;t be read: %1</source>
        <translation type="unfinished">Sie kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>It is larger than a codebook can be (16 MiB).</source>
        <translation type="unfinished">Sie ist größer, als ein Codebuch sein kann (16 MiB).</translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished">Name</translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished">Gruppe</translation>
    </message>
    <message>
        <source>definition</source>
        <translation type="unfinished">Definition</translation>
    </message>
    <message>
        <source>examples</source>
        <translation type="unfinished">Beispiele</translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished">Regel</translation>
    </message>
    <message>
        <source>retired</source>
        <translation type="unfinished">stillgelegt</translation>
    </message>
    <message>
        <source>The theme “%1” has no name. Give it one, and save again.</source>
        <translation type="unfinished">Das Thema „%1“ hat keinen Namen. Geben Sie ihm einen, und speichern Sie erneut.</translation>
    </message>
    <message>
        <source>The rule of the theme %1 has a mistake at character %2: %3</source>
        <translation type="unfinished">Die Regel des Themas %1 hat bei Zeichen %2 einen Fehler: %3</translation>
    </message>
    <message>
        <source>Two themes are named “%1”. Give one of them another name, and save again.</source>
        <translation type="unfinished">Zwei Themen heißen „%1“. Geben Sie einem davon einen anderen Namen, und speichern Sie erneut.</translation>
    </message>
    <message>
        <source>The key %1 sets both “%2” and “%3”. Give one of them another key, and save again.</source>
        <translation type="unfinished">Die Taste %1 setzt sowohl „%2“ als auch „%3“. Geben Sie einem davon eine andere Taste, und speichern Sie erneut.</translation>
    </message>
    <message>
        <source>The codebook has no theme “%1”.</source>
        <translation type="unfinished">Das Codebuch hat kein Thema „%1“.</translation>
    </message>
    <message>
        <source>The codebook would have %1 themes, retired ones included; at most 64 are possible.</source>
        <translation type="unfinished">Das Codebuch hätte %1 Themen, stillgelegte eingeschlossen; höchstens 64 sind möglich.</translation>
    </message>
    <message>
        <source>Change the codebook</source>
        <translation type="unfinished">Codebuch ändern</translation>
    </message>
    <message>
        <source>Add theme %1</source>
        <translation type="unfinished">Thema %1 hinzufügen</translation>
    </message>
    <message>
        <source>Retire theme %1</source>
        <translation type="unfinished">Thema %1 stilllegen</translation>
    </message>
    <message>
        <source>Bring back theme %1</source>
        <translation type="unfinished">Thema %1 zurückholen</translation>
    </message>
    <message>
        <source>Change theme %1</source>
        <translation type="unfinished">Thema %1 ändern</translation>
    </message>
    <message>
        <source>This is not a lexicon of this version of Tidemark.</source>
        <translation type="unfinished">Das ist kein Lexikon dieser Fassung von Tidemark.</translation>
    </message>
    <message>
        <source>colour</source>
        <translation type="unfinished">Farbe</translation>
    </message>
    <message>
        <source>Form of harassment</source>
        <translation type="unfinished">Form der Belästigung</translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished">Wer</translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished">Wo</translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished">Macht</translation>
    </message>
    <message>
        <source>Aftermath</source>
        <translation type="unfinished">Danach</translation>
    </message>
    <message>
        <source>Public talk</source>
        <translation type="unfinished">Öffentliches Gespräch</translation>
    </message>
    <message>
        <source>Catcalling &amp; sexual comments</source>
        <translation type="unfinished">Anmache &amp; sexuelle Sprüche</translation>
    </message>
    <message>
        <source>Words or sounds aimed at someone: catcalls, whistles, sexual remarks, jokes, name-calling, propositions.</source>
        <translation type="unfinished">Auf jemanden gerichtete Worte oder Laute: Zurufe, Pfiffe, sexuelle Bemerkungen, Witze, Beschimpfungen, Angebote.</translation>
    </message>
    <message>
        <source>Ogling &amp; staring</source>
        <translation type="unfinished">Anstarren &amp; Blicke</translation>
    </message>
    <message>
        <source>Being looked at in a sexual way: staring, leering, winking, gestures, being looked up and down.</source>
        <translation type="unfinished">Sexuell angesehen werden: anstarren, lüstern blicken, zwinkern, Gesten, gemustert werden.</translation>
    </message>
    <message>
        <source>Following, exposure &amp; images</source>
        <translation type="unfinished">Verfolgen, Entblößen &amp; Bilder</translation>
    </message>
    <message>
        <source>Contact-free intrusion: being followed or stalked, flashed, watched, filmed, or sent or shown sexual images.</source>
        <translation type="unfinished">Eindringen ohne Berührung: verfolgt oder gestalkt, durch Entblößen belästigt, beobachtet, gefilmt werden, sexuelle Bilder zugeschickt oder gezeigt bekommen.</translation>
    </message>
    <message>
        <source>Groping &amp; unwanted touching</source>
        <translation type="unfinished">Grapschen &amp; Berührungen</translation>
    </message>
    <message>
        <source>Unwanted physical contact short of rape: touching, grabbing, rubbing, pinching, forced kisses or hugs.</source>
        <translation type="unfinished">Ungewollter Körperkontakt unterhalb der Vergewaltigung: anfassen, grapschen, reiben, kneifen, erzwungene Küsse oder Umarmungen.</translation>
    </message>
    <message>
        <source>Rape &amp; sexual assault</source>
        <translation type="unfinished">Vergewaltigung &amp; Übergriff</translation>
    </message>
    <message>
        <source>Rape, attempted rape or sexual assault, including drugged or incapacitated victims and coerced sex.</source>
        <translation type="unfinished">Vergewaltigung, versuchte Vergewaltigung oder sexueller Übergriff, auch an Betäubten oder Wehrlosen, und erzwungener Sex.</translation>
    </message>
    <message>
        <source>Childhood &amp; teenage abuse</source>
        <translation type="unfinished">Missbrauch Minderjähriger</translation>
    </message>
    <message>
        <source>Abuse or harassment of a child or teenager, told then or remembered later.</source>
        <translation type="unfinished">Missbrauch oder Belästigung eines Kindes oder Jugendlichen, damals erzählt oder später erinnert.</translation>
    </message>
    <message>
        <source>Family, partner &amp; date</source>
        <translation type="unfinished">Familie, Partner &amp; Dates</translation>
    </message>
    <message>
        <source>The person responsible is a relative, partner, ex, date or family friend; includes domestic and marital abuse.</source>
        <translation type="unfinished">Verantwortlich ist jemand aus der Verwandtschaft, Partner oder Ex, eine Verabredung oder ein Freund der Familie; auch häusliche und eheliche Gewalt.</translation>
    </message>
    <message>
        <source>Workplace harassment</source>
        <translation type="unfinished">Belästigung bei der Arbeit</translation>
    </message>
    <message>
        <source>Harassment or sexism at work: by a boss, colleague, client or customer, or in hiring.</source>
        <translation type="unfinished">Belästigung oder Sexismus bei der Arbeit: durch Vorgesetzte, Kollegen, Kundschaft oder bei der Einstellung.</translation>
    </message>
    <message>
        <source>School &amp; university</source>
        <translation type="unfinished">Schule &amp; Hochschule</translation>
    </message>
    <message>
        <source>Harassment at school, college or university: by teachers, professors, students or fraternities.</source>
        <translation type="unfinished">Belästigung an Schule oder Hochschule: durch Lehrkräfte, Professoren, Mitstudierende oder Verbindungen.</translation>
    </message>
    <message>
        <source>Street, transport &amp; public space</source>
        <translation type="unfinished">Straße &amp; öffentlicher Raum</translation>
    </message>
    <message>
        <source>Harassment in public: street, bus, train, metro, taxi, station, market, park, bar, club or gym.</source>
        <translation type="unfinished">Belästigung in der Öffentlichkeit: Straße, Bus, Zug, U-Bahn, Taxi, Bahnhof, Markt, Park, Bar, Club oder Fitnessstudio.</translation>
    </message>
    <message>
        <source>Abuse of power &amp; sexual coercion</source>
        <translation type="unfinished">Machtmissbrauch &amp; Nötigung</translation>
    </message>
    <message>
        <source>Pressure by someone with power: quid pro quo, threats or promises about job, grade, role or home.</source>
        <translation type="unfinished">Druck durch jemanden mit Macht: Gegenleistungen, Drohungen oder Versprechen um Arbeit, Note, Rolle oder Wohnung.</translation>
    </message>
    <message>
        <source>Fear, silence &amp; retaliation</source>
        <translation type="unfinished">Angst, Schweigen &amp; Vergeltung</translation>
    </message>
    <message>
        <source>Why people kept quiet: fear, shame, self-blame, threats, protecting others, or punishment for speaking.</source>
        <translation type="unfinished">Warum geschwiegen wurde: Angst, Scham, Selbstvorwürfe, Drohungen, Schutz anderer oder Strafe fürs Reden.</translation>
    </message>
    <message>
        <source>Disbelief &amp; victim-blaming</source>
        <translation type="unfinished">Unglaube &amp; Schuldumkehr</translation>
    </message>
    <message>
        <source>Not being believed, or being blamed: clothes, drink, behaviour, &quot;asking for it&quot;, &quot;why did you wait&quot;.</source>
        <translation type="unfinished">Keinen Glauben oder die Schuld bekommen: Kleidung, Alkohol, Verhalten, „es gewollt“, „warum erst jetzt“.</translation>
    </message>
    <message>
        <source>Dismissal, normalising &amp; backlash</source>
        <translation type="unfinished">Abtun &amp; Gegenschlag</translation>
    </message>
    <message>
        <source>Playing it down or hitting back: &quot;boys will be boys&quot;, &quot;just a joke&quot;, &quot;locker room talk&quot;, &quot;witch hunt&quot;, &quot;false accusations&quot;.</source>
        <translation type="unfinished">Kleinreden oder zurückschlagen: „so sind Jungs“, „nur ein Scherz“, „Männergerede“, „Hexenjagd“, „falsche Anschuldigungen“.</translation>
    </message>
    <message>
        <source>Impact &amp; healing</source>
        <translation type="unfinished">Folgen &amp; Heilung</translation>
    </message>
    <message>
        <source>What it did and what helps: trauma, PTSD, fear, depression, therapy, recovery, surviving.</source>
        <translation type="unfinished">Was es anrichtete und was hilft: Trauma, PTBS, Angst, Depression, Therapie, Genesung, Überleben.</translation>
    </message>
    <message>
        <source>Public figures &amp; news</source>
        <translation type="unfinished">Prominente &amp; Nachrichten</translation>
    </message>
    <message>
        <source>Posts about known people, companies and news events rather than a private story.</source>
        <translation type="unfinished">Beiträge über bekannte Personen, Firmen und Nachrichten statt einer persönlichen Geschichte.</translation>
    </message>
    <message>
        <source>#MeToo story codebook (proposal)</source>
        <translation type="unfinished">Codebuch für #MeToo-Berichte (Vorschlag)</translation>
    </message>
    <message>
        <source>covered first</source>
        <translation type="unfinished">zuerst verdeckt</translation>
    </message>
    <message>
        <source>GUID</source>
        <translation type="unfinished">GUID</translation>
    </message>
    <message>
        <source>Codebook %1</source>
        <translation type="unfinished">Codebuch %1</translation>
    </message>
    <message>
        <source>The table has no column “name”. It needs one, and may have “definition”, “id”, “group” and “rule”.</source>
        <translation type="unfinished">Die Tabelle hat keine Spalte „name“. Sie braucht eine und kann „definition“, „id“, „group“ und „rule“ haben.</translation>
    </message>
    <message>
        <source>A theme&apos;s id is made of letters, digits, _ and -, unlike “%1”.</source>
        <translation type="unfinished">Die Kennung eines Themas besteht aus Buchstaben, Ziffern, _ und -, anders als „%1“.</translation>
    </message>
    <message>
        <source>It has more than %1 rows, so it is no codebook: one has at most %2 themes.</source>
        <translation type="unfinished">Sie hat mehr als %1 Zeilen, ist also kein Codebuch: Eines hat höchstens %2 Themen.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished">Eine solche Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation type="unfinished">Es ist leer.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished">Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation type="unfinished">Wiederholt: %1</translation>
    </message>
    <message>
        <source>The first one</source>
        <translation type="unfinished">Die erste</translation>
    </message>
</context>
<context>
    <name>CodingsPreview</name>
    <message>
        <source>%1 (not in the codebook)</source>
        <translation type="unfinished">%1 (nicht im Codebuch)</translation>
    </message>
    <message>
        <source>not: %1</source>
        <translation type="unfinished">nicht: %1</translation>
    </message>
    <message>
        <source>a list of themes</source>
        <translation type="unfinished">eine Liste von Themen</translation>
    </message>
    <message>
        <source>Codings by hand come from: %1.</source>
        <translation type="unfinished">Kodierungen von Hand kommen aus: %1.</translation>
    </message>
</context>
<context>
    <name>Collection</name>
    <message>
        <source>The search has too many brackets inside brackets. Write it with fewer.</source>
        <translation type="unfinished">Die Suche hat zu viele Klammern in Klammern. Schreiben Sie sie mit weniger.</translation>
    </message>
    <message>
        <source>The import of “%1” was interrupted. Import the file again first; then its rejected records can be read once more.</source>
        <translation type="unfinished">Der Import von „%1“ wurde unterbrochen. Importieren Sie die Datei zuerst noch einmal; dann können ihre abgewiesenen Datensätze erneut gelesen werden.</translation>
    </message>
    <message>
        <source>This collection has no import %1.</source>
        <translation type="unfinished">Diese Sammlung hat keinen Import %1.</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation type="unfinished">Erneut abgefragt</translation>
    </message>
    <message>
        <source>The stories are gone, but the collection&apos;s journal file could not be emptied, so their words stay in it until the collection is closed. Close it once.</source>
        <translation type="unfinished">Die Berichte sind weg, aber die Journaldatei der Sammlung konnte nicht geleert werden; darum bleiben ihre Wörter darin, bis die Sammlung geschlossen wird. Schließen Sie sie einmal.</translation>
    </message>
    <message>
        <source>Stopped. The records that weren&apos;t read again are still set aside.</source>
        <translation type="unfinished">Angehalten. Die Datensätze, die nicht erneut gelesen wurden, sind weiterhin zurückgestellt.</translation>
    </message>
    <message>
        <source>This collection has no theme %1.</source>
        <translation type="unfinished">Diese Sammlung hat kein Thema %1.</translation>
    </message>
    <message>
        <source>This was stopped before it was done.</source>
        <translation type="unfinished">Dies wurde angehalten, bevor es fertig war.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished">Angehalten.</translation>
    </message>
    <message>
        <source>%1 (of %2)</source>
        <translation type="unfinished">%1 (vom %2)</translation>
    </message>
    <message>
        <source>Their words have left the collection&apos;s file.</source>
        <translation type="unfinished">Ihre Wörter sind nicht mehr in der Datei der Sammlung.</translation>
    </message>
    <message>
        <source>Copies and backups of it still hold them.</source>
        <translation type="unfinished">Kopien und Sicherungen davon enthalten sie noch.</translation>
    </message>
    <message>
        <source>A codebook needs a name.</source>
        <translation type="unfinished">Ein Codebuch braucht einen Namen.</translation>
    </message>
    <message>
        <source>This collection has a codebook named “%1” already. Choose another name.</source>
        <translation type="unfinished">Diese Sammlung hat schon ein Codebuch namens „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>This codebook is not in the collection any more.</source>
        <translation type="unfinished">Dieses Codebuch ist nicht mehr in der Sammlung.</translation>
    </message>
    <message>
        <source>Another codebook is in force by now, so nothing was changed.</source>
        <translation type="unfinished">Inzwischen gilt ein anderes Codebuch, deshalb wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Copies that were saved before still hold them, unless they are older than the stories: %1. So do backups by other programs.</source>
        <translation type="unfinished">Kopien, die vorher gespeichert wurden, enthalten sie noch, wenn sie nicht älter als die Berichte sind: %1. Sicherungen anderer Programme ebenso.</translation>
    </message>
    <message>
        <source>These copies are not where they were saved any more; wherever else they are, they hold them, too: %1.</source>
        <translation type="unfinished">Diese Kopien sind nicht mehr, wo sie gespeichert wurden; wo immer sie sonst sind, enthalten auch sie sie: %1.</translation>
    </message>
</context>
<context>
    <name>ColourSwatch</name>
    <message>
        <source>Blue</source>
        <translation type="unfinished">Blau</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished">Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished">Grün</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished">Rosa</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation type="unfinished">Ocker</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished">Blaugrün</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished">Violett</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished">Grau</translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished">Keine</translation>
    </message>
</context>
<context>
    <name>ColumnMapping</name>
    <message>
        <source>A story has no field “%1”. The fields are %2.</source>
        <translation type="unfinished">Ein Bericht hat kein Feld „%1“. Die Felder sind %2.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Write it like Europe/Berlin or UTC.</source>
        <translation type="unfinished">Es gibt keine Zeitzone „%1“. Schreiben Sie sie wie Europe/Berlin oder UTC.</translation>
    </message>
    <message>
        <source>“dates” can be day-first, month-first or excel, not “%1”.</source>
        <translation type="unfinished">„dates“ kann day-first, month-first oder excel sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished">Text</translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished">Zeit</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished">Plattform</translation>
    </message>
    <message>
        <source>Number on the platform</source>
        <translation type="unfinished">Nummer auf der Plattform</translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished">Link</translation>
    </message>
    <message>
        <source>Author&apos;s number</source>
        <translation type="unfinished">Nummer des Kontos</translation>
    </message>
    <message>
        <source>Author&apos;s handle</source>
        <translation type="unfinished">Kontoname</translation>
    </message>
    <message>
        <source>Author&apos;s name</source>
        <translation type="unfinished">Angezeigter Name</translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished">Sprache</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation type="unfinished">Inhaltswarnung</translation>
    </message>
    <message>
        <source>Descriptions of pictures</source>
        <translation type="unfinished">Bildbeschreibungen</translation>
    </message>
    <message>
        <source>Hashtags</source>
        <translation type="unfinished">Hashtags</translation>
    </message>
    <message>
        <source>Reply to</source>
        <translation type="unfinished">Antwort auf</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished">Zitiert</translation>
    </message>
    <message>
        <source>Marked as sensitive</source>
        <translation type="unfinished">Als heikel markiert</translation>
    </message>
    <message>
        <source>“%1” names no column. Write FIELD=COLUMN, for example text=body.</source>
        <translation type="unfinished">„%1“ nennt keine Spalte. Schreiben Sie FIELD=COLUMN, zum Beispiel text=body.</translation>
    </message>
    <message>
        <source>The field “%1” is given two columns. Keep one of them.</source>
        <translation type="unfinished">Das Feld „%1“ bekommt zwei Spalten. Behalten Sie eine davon.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>What is to be measured? So far only: tidemark bench select.</source>
        <translation type="unfinished">Was soll gemessen werden? Bisher nur: tidemark bench select.</translation>
    </message>
    <message>
        <source>--repeat takes a number from 1 on.</source>
        <translation type="unfinished">--repeat nimmt eine Zahl ab 1.</translation>
    </message>
    <message>
        <source>       count    median       p95     worst    median       p95     worst  filter</source>
        <translation type="unfinished">      Anzahl    Median       p95   Maximum    Median       p95   Maximum  Filter</translation>
    </message>
    <message>
        <source>             warm, ms                      store asked again, ms</source>
        <translation type="unfinished">             warm, ms                      mit neuer Abfrage des Speichers, ms</translation>
    </message>
    <message>
        <source>measure how long whole answers take</source>
        <translation type="unfinished">messen, wie lange ganze Antworten dauern</translation>
    </message>
    <message>
        <source>For each FILTER (quote it, so that it is one argument) the whole answer is asked for again and again: count, all facets, a timeline of at most 400 buckets, and the first 100 stories with their text. The median, the 95th percentile and the worst time are printed in milliseconds: first warm, then with words and attributes looked up in the full text each time.

With --json each filter gives one line: filter, count, warm and store_asked_again, each of these two with median_ms, p95_ms, worst_ms and samples_ms.</source>
        <translation type="unfinished">Für jeden FILTER (in Anführungszeichen, damit er ein einziges Argument ist) wird die ganze Antwort immer wieder abgefragt: Anzahl, alle Facetten, eine Zeitleiste mit höchstens 400 Intervallen und die ersten 100 Berichte mit ihrem Text. Median, 95. Perzentil und die längste Zeit werden in Millisekunden ausgegeben: zuerst warm, dann so, dass Wörter und Attribute jedes Mal im Volltext nachgeschlagen werden.

Mit --json ergibt jeder Filter eine Zeile: filter, count, warm und store_asked_again, die beiden letzten jeweils mit median_ms, p95_ms, worst_ms und samples_ms.</translation>
    </message>
    <message>
        <source>how often each answer is measured (9)</source>
        <translation type="unfinished">wie oft jede Antwort gemessen wird (9)</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished">Prüfen</translation>
    </message>
    <message>
        <source>The collection is whole: %1 stories.</source>
        <translation type="unfinished">Die Sammlung ist unversehrt: %1 Berichte.</translation>
    </message>
    <message>
        <source>look whether a collection is whole</source>
        <translation type="unfinished">prüfen, ob eine Sammlung unversehrt ist</translation>
    </message>
    <message>
        <source>Reads the whole file. Prints a sentence for each thing that is wrong.</source>
        <translation type="unfinished">Liest die ganze Datei. Gibt für alles, was nicht stimmt, einen Satz aus.</translation>
    </message>
    <message>
        <source>There is neither a command nor a file “%1”; --help lists the commands.</source>
        <translation type="unfinished">Es gibt weder einen Befehl noch eine Datei „%1“; --help listet die Befehle auf.</translation>
    </message>
    <message>
        <source>There is no display to open the window on. The commands work without one; --help lists them.</source>
        <translation type="unfinished">Es gibt keine Anzeige, auf der sich das Fenster öffnen ließe. Die Befehle kommen ohne aus; --help listet sie auf.</translation>
    </message>
    <message>
        <source>print the number of stories that a filter selects</source>
        <translation type="unfinished">die Anzahl der Berichte ausgeben, die ein Filter auswählt</translation>
    </message>
    <message>
        <source>%1 (%2) would bring:</source>
        <translation type="unfinished">%1 (%2) brächte:</translation>
    </message>
    <message>
        <source>stories</source>
        <translation type="unfinished">Berichte</translation>
    </message>
    <message>
        <source>reposts</source>
        <translation type="unfinished">Reposts</translation>
    </message>
    <message>
        <source>(stories inside reposts)</source>
        <translation type="unfinished">(Berichte in Reposts)</translation>
    </message>
    <message>
        <source>taken back by their authors</source>
        <translation type="unfinished">von den Verfassenden zurückgezogen</translation>
    </message>
    <message>
        <source>records that would be skipped</source>
        <translation type="unfinished">Datensätze, die übersprungen würden</translation>
    </message>
    <message>
        <source>records that would be set aside</source>
        <translation type="unfinished">Datensätze, die zurückgestellt würden</translation>
    </message>
    <message>
        <source>--separator is a comma, a semicolon, | or tab, not “%1”.</source>
        <translation type="unfinished">--separator ist ein Komma, ein Semikolon, | oder tab, nicht „%1“.</translation>
    </message>
    <message>
        <source>--for is spreadsheet or analysis, not “%1”.</source>
        <translation type="unfinished">--for ist spreadsheet oder analysis, nicht „%1“.</translation>
    </message>
    <message>
        <source>--themes is joined or wide, not “%1”.</source>
        <translation type="unfinished">--themes ist joined oder wide, nicht „%1“.</translation>
    </message>
    <message>
        <source>--columns names no column.</source>
        <translation type="unfinished">--columns nennt keine Spalte.</translation>
    </message>
    <message>
        <source>Say where to with --output FILE, or --output - for standard output.</source>
        <translation type="unfinished">Geben Sie das Ziel mit --output FILE an, oder --output - für die Standardausgabe.</translation>
    </message>
    <message>
        <source>“%1” is there already. Name another file, or say --overwrite.</source>
        <translation type="unfinished">„%1“ gibt es schon. Nennen Sie eine andere Datei, oder geben Sie --overwrite an.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation type="unfinished">Exportieren</translation>
    </message>
    <message>
        <source>Left out, for they look as if they were about people: %1. Name them in “settings shown-columns”, or export with --profile full.</source>
        <translation type="unfinished">Weggelassen, weil sie von Personen zu handeln scheinen: %1. Nennen Sie sie in „settings shown-columns“, oder exportieren Sie mit --profile full.</translation>
    </message>
    <message>
        <source>1 story written to %1</source>
        <translation type="unfinished">1 Bericht nach %1 geschrieben</translation>
    </message>
    <message>
        <source>%1 stories written to %2</source>
        <translation type="unfinished">%1 Berichte nach %2 geschrieben</translation>
    </message>
    <message>
        <source>write exactly the filtered stories to CSV</source>
        <translation type="unfinished">genau die gefilterten Berichte als CSV schreiben</translation>
    </message>
    <message>
        <source>The file is whole or isn&apos;t there. Beside it stands NAME.manifest.json with the filter, the number of rows and what was replaced.

Columns: %1. Attributes are asked for by their names, or as attr:NAME where a column has that name.

The pseudonymous profile replaces people&apos;s handles, mail addresses, phone numbers and links; what people wrote stays, and can often be found again with a search engine.</source>
        <translation type="unfinished">Die Datei ist vollständig oder nicht da. Neben ihr liegt NAME.manifest.json mit dem Filter, der Zahl der Zeilen und dem, was ersetzt wurde.

Spalten: %1. Attribute werden mit ihrem Namen verlangt, oder als attr:NAME, wo eine Spalte diesen Namen hat.

Das Profil pseudonymous ersetzt Kontonamen, Mailadressen, Telefonnummern und Links; was Menschen geschrieben haben, bleibt und lässt sich oft mit einer Suchmaschine wiederfinden.</translation>
    </message>
    <message>
        <source>where to; - is standard output (then without a manifest)</source>
        <translation type="unfinished">wohin; - ist die Standardausgabe (dann ohne Manifest)</translation>
    </message>
    <message>
        <source>without the near-copies of earlier stories, as with is:original</source>
        <translation type="unfinished">ohne die Beinahe-Kopien früherer Berichte, wie mit is:original</translation>
    </message>
    <message>
        <source>analysis (R, Python, an archive: the default) or spreadsheet</source>
        <translation type="unfinished">analysis (R, Python, ein Archiv: die Vorgabe) oder spreadsheet</translation>
    </message>
    <message>
        <source>a comma (the default), a semicolon, | or tab</source>
        <translation type="unfinished">ein Komma (die Vorgabe), ein Semikolon, | oder tab</translation>
    </message>
    <message>
        <source>joined (one column, the default) or wide (one column of 0 and 1 each)</source>
        <translation type="unfinished">joined (eine Spalte, die Vorgabe) oder wide (je eine Spalte mit 0 und 1)</translation>
    </message>
    <message>
        <source>pseudonyms that only this export uses</source>
        <translation type="unfinished">Pseudonyme, die nur dieser Export verwendet</translation>
    </message>
    <message>
        <source>write no manifest</source>
        <translation type="unfinished">kein Manifest schreiben</translation>
    </message>
    <message>
        <source>replace a file that is there already</source>
        <translation type="unfinished">eine schon vorhandene Datei ersetzen</translation>
    </message>
    <message>
        <source>No story has an attribute “%1”.</source>
        <translation type="unfinished">Kein Bericht hat ein Attribut „%1“.</translation>
    </message>
    <message>
        <source>print the count of every theme, voice, platform, language and source</source>
        <translation type="unfinished">die Anzahl für jedes Thema, jede Stimme, Plattform, Sprache und Quelle ausgeben</translation>
    </message>
    <message>
        <source>The whole filter applies to every facet. Themes overlap, so their counts don&apos;t add up; “none” is no theme.</source>
        <translation type="unfinished">Der ganze Filter gilt für jede Facette. Themen überschneiden sich, darum ergeben ihre Anzahlen keine Summe; „none“ ist kein Thema.</translation>
    </message>
    <message>
        <source>count the values of this attribute too</source>
        <translation type="unfinished">auch die Werte dieses Attributs zählen</translation>
    </message>
    <message>
        <source>Whose token is it? Name the source with --source.</source>
        <translation type="unfinished">Wessen Token ist das? Nennen Sie die Quelle mit --source.</translation>
    </message>
    <message>
        <source>%1: %2 new, %3 changed, %4 reposts, %5 left out</source>
        <translation type="unfinished">%1: %2 neu, %3 geändert, %4 Reposts, %5 weggelassen</translation>
    </message>
    <message>
        <source>This collection has no subscription yet; tidemark sources add makes one.</source>
        <translation type="unfinished">Diese Sammlung hat noch kein Abonnement; tidemark sources add legt eines an.</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation type="unfinished">Abrufen</translation>
    </message>
    <message>
        <source>The collection holds %1 stories.</source>
        <translation type="unfinished">Die Sammlung enthält %1 Berichte.</translation>
    </message>
    <message>
        <source>bring in what is new at the sources that are subscribed to</source>
        <translation type="unfinished">holen, was es bei den abonnierten Quellen Neues gibt</translation>
    </message>
    <message>
        <source>the token for this fetch alone, where the keyring has none: a line of standard input, or an environment variable</source>
        <translation type="unfinished">das Token nur für diesen Abruf, wo der Schlüsselbund keines hat: eine Zeile der Standardeingabe oder eine Umgebungsvariable</translation>
    </message>
    <message>
        <source>“%1” is not a story&apos;s number.</source>
        <translation type="unfinished">„%1“ ist keine Nummer eines Berichts.</translation>
    </message>
    <message>
        <source>Name the stories by their numbers, as list prints them.</source>
        <translation type="unfinished">Nennen Sie die Berichte mit ihren Nummern, wie list sie ausgibt.</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation type="unfinished">Vergessen</translation>
    </message>
    <message>
        <source>%1 of the named stories are not in the collection.</source>
        <translation type="unfinished">%1 der genannten Berichte sind nicht in der Sammlung.</translation>
    </message>
    <message>
        <source>take stories out for good, because someone asks to be left out</source>
        <translation type="unfinished">Berichte endgültig herausnehmen, weil jemand darum bittet</translation>
    </message>
    <message>
        <source>A FILTER is the text of the search box: words (all of them), &quot;a phrase&quot;, pre*, AND, OR, NOT or -word, ( ), NEAR(a b, 5), #hashtag; theme:a,b (any of), theme:a theme:b (both), -theme:a, theme:none; voice:, platform:, lang: (a code, or unknown), source:&quot;name&quot;, attr:name=value, id:; since:2017-10-15 and until:2017-10-22 (both days included); is:unread, is:read, is:starred, is:undated, is:do-not-quote, is:original, is:copy, copies:&gt;10, has:note, has:theme, has:warning, coded:hand. Without a filter, all stories.</source>
        <translation type="unfinished">Ein FILTER ist der Text des Suchfelds: Wörter (alle davon), &quot;eine Wortfolge&quot;, pre*, AND, OR, NOT oder -wort, ( ), NEAR(a b, 5), #hashtag; theme:a,b (eines davon), theme:a theme:b (beide), -theme:a, theme:none; voice:, platform:, lang: (ein Code oder unknown), source:&quot;name&quot;, attr:name=wert, id:; since:2017-10-15 und until:2017-10-22 (beide Tage eingeschlossen); is:unread, is:read, is:starred, is:undated, is:do-not-quote, is:original, is:copy, copies:&gt;10, has:note, has:theme, has:warning, coded:hand. Ohne Filter alle Berichte.</translation>
    </message>
    <message>
        <source>Usage: tidemark [FILE...]
       tidemark COMMAND [options] ...

</source>
        <translation type="unfinished">Aufruf: tidemark [FILE...]
        tidemark COMMAND [options] ...

</translation>
    </message>
    <message>
        <source>Without a command, the window opens: with a collection (*.tidemark), or with other files to import.</source>
        <translation type="unfinished">Ohne Befehl öffnet sich das Fenster: mit einer Sammlung (*.tidemark) oder mit anderen Dateien zum Importieren.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation type="unfinished">Befehle:</translation>
    </message>
    <message>
        <source>Exit codes: %1</source>
        <translation type="unfinished">Rückgabewerte: %1</translation>
    </message>
    <message>
        <source>Usage: tidemark %1 [options] %2</source>
        <translation type="unfinished">Aufruf: tidemark %1 [options] %2</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation type="unfinished">Optionen:</translation>
    </message>
    <message>
        <source>read what a movement said</source>
        <translation type="unfinished">lesen, was eine Bewegung gesagt hat</translation>
    </message>
    <message>
        <source>Tidemark gathers publicly shared stories of a movement from files into one private local collection, filters them by theme, shows their volume over time, shows each as plain text, and exports exactly the filtered set to CSV.</source>
        <translation type="unfinished">Tidemark sammelt öffentlich geteilte Berichte einer Bewegung aus Dateien in einer privaten lokalen Sammlung, filtert sie nach Themen, zeigt ihre Menge im Zeitverlauf, zeigt jeden als einfachen Text und exportiert genau die gefilterte Auswahl als CSV.</translation>
    </message>
    <message>
        <source>A collection is an ordinary SQLite database with the views stories and story_themes. It is not encrypted: keep it on an encrypted disk.</source>
        <translation type="unfinished">Eine Sammlung ist eine gewöhnliche SQLite-Datenbank mit den Sichten stories und story_themes. Sie ist nicht verschlüsselt: Bewahren Sie sie auf einem verschlüsselten Datenträger auf.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished">Importieren</translation>
    </message>
    <message>
        <source>Name the files to import.</source>
        <translation type="unfinished">Nennen Sie die Dateien, die importiert werden sollen.</translation>
    </message>
    <message>
        <source>The collection holds 1 story.</source>
        <translation type="unfinished">Die Sammlung enthält 1 Bericht.</translation>
    </message>
    <message>
        <source>bring the stories of files into a collection, which is made if it isn&apos;t there</source>
        <translation type="unfinished">die Berichte von Dateien in eine Sammlung bringen, die angelegt wird, wenn es sie nicht gibt</translation>
    </message>
    <message>
        <source>which column of a CSV or JSON file is which field; the rest is guessed</source>
        <translation type="unfinished">welche Spalte einer CSV- oder JSON-Datei welches Feld ist; der Rest wird erraten</translation>
    </message>
    <message>
        <source>keep only these other columns as attributes; without it, all that aren&apos;t mapped</source>
        <translation type="unfinished">nur diese anderen Spalten als Attribute behalten; ohne die Angabe alle, die nicht zugeordnet sind</translation>
    </message>
    <message>
        <source>columns that look as if they were about people, and are to be kept in sight</source>
        <translation type="unfinished">Spalten, die von Personen zu handeln scheinen und sichtbar bleiben sollen</translation>
    </message>
    <message>
        <source>columns that become codings by hand: 1 or 0 (yes or no) for a theme, or, with themes=COLUMN, a list of themes; the coder is the file&apos;s name</source>
        <translation type="unfinished">Spalten, die zu Kodierungen von Hand werden: 1 oder 0 (ja oder nein) für ein Thema oder, mit themes=COLUMN, eine Liste von Themen; wer kodiert hat, sagt der Dateiname</translation>
    </message>
    <message>
        <source>from now on the collection keeps no record as it came, which makes it smaller</source>
        <translation type="unfinished">von nun an behält die Sammlung keinen Datensatz so, wie er kam; das macht sie kleiner</translation>
    </message>
    <message>
        <source>from now on it keeps them again, as a new collection does</source>
        <translation type="unfinished">von nun an behält sie diese wieder, wie eine neue Sammlung es tut</translation>
    </message>
    <message>
        <source>the platform of a CSV file without such a column</source>
        <translation type="unfinished">die Plattform einer CSV-Datei ohne eine solche Spalte</translation>
    </message>
    <message>
        <source>take up to 2 GiB of memory for a zstd file that asks for it</source>
        <translation type="unfinished">bis zu 2 GiB Speicher für eine zstd-Datei verwenden, die danach verlangt</translation>
    </message>
    <message>
        <source>There is no option --%1 here; --help lists them.</source>
        <translation type="unfinished">Es gibt hier keine Option --%1; --help listet sie auf.</translation>
    </message>
    <message>
        <source>--%1 needs a value: %2.</source>
        <translation type="unfinished">--%1 braucht einen Wert: %2.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number, not “%2”.</source>
        <translation type="unfinished">--%1 nimmt eine ganze Zahl, nicht „%2“.</translation>
    </message>
    <message>
        <source>undated</source>
        <translation type="unfinished">ohne Datum</translation>
    </message>
    <message>
        <source>print the first stories that a filter selects</source>
        <translation type="unfinished">die ersten Berichte ausgeben, die ein Filter auswählt</translation>
    </message>
    <message>
        <source>With --json, one story a line. Handles in a text read person-1, person-2, ... in order of appearance, unless the profile is full.</source>
        <translation type="unfinished">Mit --json ein Bericht je Zeile. Kontonamen in einem Text lauten person-1, person-2, ... in der Reihenfolge ihres Auftretens, außer das Profil ist full.</translation>
    </message>
    <message>
        <source>at most so many; 20 without it</source>
        <translation type="unfinished">höchstens so viele; ohne die Angabe 20</translation>
    </message>
    <message>
        <source>There is no platform “%1”. There are: %2.</source>
        <translation type="unfinished">Es gibt keine Plattform „%1“. Es gibt: %2.</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation type="unfinished">Abfragen</translation>
    </message>
    <message>
        <source>%1 stories still stand where they were shared.</source>
        <translation type="unfinished">%1 Berichte stehen noch, wo sie geteilt wurden.</translation>
    </message>
    <message>
        <source>%1 are out of sight there: hidden here, and gone in seven days.</source>
        <translation type="unfinished">%1 sind dort nicht zu sehen: hier ausgeblendet und in sieben Tagen entfernt.</translation>
    </message>
    <message>
        <source>%1 that were hidden can be seen again.</source>
        <translation type="unfinished">%1, die ausgeblendet waren, sind wieder zu sehen.</translation>
    </message>
    <message>
        <source>Of %1 nobody said anything; they stay as they are.</source>
        <translation type="unfinished">Zu %1 kam keine Auskunft; sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>ask the platforms whether the stories still stand there</source>
        <translation type="unfinished">die Plattformen fragen, ob die Berichte dort noch stehen</translation>
    </message>
    <message>
        <source>whose token --token-from gives</source>
        <translation type="unfinished">wessen Token --token-from angibt</translation>
    </message>
    <message>
        <source>a token or app password where the keyring has none: a line of standard input, or an environment variable</source>
        <translation type="unfinished">ein Token oder App-Passwort, wo der Schlüsselbund keines hat: eine Zeile der Standardeingabe oder eine Umgebungsvariable</translation>
    </message>
    <message>
        <source>There is no import %1 that set records aside.</source>
        <translation type="unfinished">Es gibt keinen Import %1, der Datensätze zurückgestellt hat.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read: %2.</source>
        <translation type="unfinished">„%1“ kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Say “rejected list”, “rejected export FILE” or “rejected retry”, with a file of edited records if you have one.</source>
        <translation type="unfinished">Geben Sie „rejected list“, „rejected export FILE“ oder „rejected retry“ an, mit einer Datei bearbeiteter Datensätze, wenn Sie eine haben.</translation>
    </message>
    <message>
        <source>list the records that imports set aside, write them to a file, or read them once more</source>
        <translation type="unfinished">die von Importen zurückgestellten Datensätze auflisten, in eine Datei schreiben oder erneut lesen</translation>
    </message>
    <message>
        <source>export writes JSON Lines with run, source, record, reason and content. Mend the contents there and give the file to retry, or mend nothing and say with --map how the columns are to be understood. What can be read then comes in as stories of the same source; the rest stays set aside.</source>
        <translation type="unfinished">export schreibt JSON Lines mit run, source, record, reason und content. Bessern Sie darin die Inhalte aus und geben Sie die Datei an retry, oder bessern Sie nichts aus und sagen Sie mit --map, wie die Spalten zu verstehen sind. Was dann gelesen werden kann, kommt als Berichte derselben Quelle herein; der Rest bleibt zurückgestellt.</translation>
    </message>
    <message>
        <source>only what this import set aside</source>
        <translation type="unfinished">nur was dieser Import zurückgestellt hat</translation>
    </message>
    <message>
        <source>retry: which column is which field, as for import</source>
        <translation type="unfinished">retry: welche Spalte welches Feld ist, wie bei import</translation>
    </message>
    <message>
        <source>retry: the other columns to keep, as for import</source>
        <translation type="unfinished">retry: die anderen Spalten, die behalten werden, wie bei import</translation>
    </message>
    <message>
        <source>retry: columns about people to keep in sight, as for import</source>
        <translation type="unfinished">retry: Spalten über Personen, die sichtbar bleiben, wie bei import</translation>
    </message>
    <message>
        <source>retry: columns that become codings, as for import</source>
        <translation type="unfinished">retry: Spalten, die zu Kodierungen werden, wie bei import</translation>
    </message>
    <message>
        <source>retry: the platform, as for import</source>
        <translation type="unfinished">retry: die Plattform, wie bei import</translation>
    </message>
    <message>
        <source>retry: the form of the records, if it isn&apos;t the file&apos;s</source>
        <translation type="unfinished">retry: die Form der Datensätze, wenn es nicht die der Datei ist</translation>
    </message>
    <message>
        <source>1 record read</source>
        <translation type="unfinished">1 Datensatz gelesen</translation>
    </message>
    <message>
        <source>%1 records read</source>
        <translation type="unfinished">%1 Datensätze gelesen</translation>
    </message>
    <message>
        <source>new stories</source>
        <translation type="unfinished">neue Berichte</translation>
    </message>
    <message>
        <source>already there</source>
        <translation type="unfinished">schon vorhanden</translation>
    </message>
    <message>
        <source>already there, now with more or a newer text</source>
        <translation type="unfinished">schon vorhanden, nun mit mehr oder neuerem Text</translation>
    </message>
    <message>
        <source>(stories that came inside reposts)</source>
        <translation type="unfinished">(Berichte, die in Reposts kamen)</translation>
    </message>
    <message>
        <source>taken back by their authors, or forgotten here</source>
        <translation type="unfinished">von den Verfassenden zurückgezogen oder hier vergessen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished">übersprungen</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation type="unfinished">zurückgestellt</translation>
    </message>
    <message>
        <source>  An import of this file that was interrupted went on behind record %1.</source>
        <translation type="unfinished">  Ein unterbrochener Import dieser Datei ging hinter Datensatz %1 weiter.</translation>
    </message>
    <message>
        <source>  Stopped. Import the file again to go on where it stopped.</source>
        <translation type="unfinished">  Angehalten. Importieren Sie die Datei noch einmal, um dort weiterzumachen.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. They are named like UTC and Europe/Berlin.</source>
        <translation type="unfinished">Es gibt keine Zeitzone „%1“. Sie heißen wie UTC und Europe/Berlin.</translation>
    </message>
    <message>
        <source>Changing the time zone</source>
        <translation type="unfinished">Zeitzone ändern</translation>
    </message>
    <message>
        <source>Changing the public accounts</source>
        <translation type="unfinished">Öffentliche Konten ändern</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t among the columns that look as if they were about people: %2.</source>
        <translation type="unfinished">„%1“ gehört nicht zu den Spalten, die von Personen zu handeln scheinen: %2.</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation type="unfinished">es gibt keine</translation>
    </message>
    <message>
        <source>Changing the shown columns</source>
        <translation type="unfinished">Gezeigte Spalten ändern</translation>
    </message>
    <message>
        <source>Say “settings time-zone ZONE”, “settings public-accounts A,B” or “settings shown-columns A,B”.</source>
        <translation type="unfinished">Geben Sie „settings time-zone ZONE“, „settings public-accounts A,B“ oder „settings shown-columns A,B“ an.</translation>
    </message>
    <message>
        <source>print the settings that go with a collection, or change one</source>
        <translation type="unfinished">die Einstellungen einer Sammlung ausgeben oder eine ändern</translation>
    </message>
    <message>
        <source>time-zone: that of the days in since: and until:, of timelines, and of the date and time columns for spreadsheets; UTC at first.

public-accounts: handles of the public and of organisations, which stay as they are where people read as person-N; the list replaces the one before, and an empty one (&quot;&quot;) clears it.

shown-columns: those among the columns that look as if they were about people which are shown and exported pseudonymously all the same.</source>
        <translation type="unfinished">time-zone: die der Tage in since: und until:, der Zeitleisten und der Spalten für Datum und Uhrzeit in Tabellenprogrammen; anfangs UTC.

public-accounts: Kontonamen von Personen des öffentlichen Lebens und von Organisationen, die bleiben, wo Personen als person-N erscheinen; die Liste ersetzt die vorige, und eine leere (&quot;&quot;) löscht sie.

shown-columns: diejenigen der Spalten, die von Personen zu handeln scheinen, die trotzdem gezeigt und pseudonym exportiert werden.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished">ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished">nein</translation>
    </message>
    <message>
        <source>Name a story by its number, as list prints it.</source>
        <translation type="unfinished">Nennen Sie einen Bericht mit seiner Nummer, wie list sie ausgibt.</translation>
    </message>
    <message>
        <source>print everything about stories</source>
        <translation type="unfinished">alles über Berichte ausgeben</translation>
    </message>
    <message>
        <source>There is no service “%1”: feed, mastodon, bluesky or x.</source>
        <translation type="unfinished">Es gibt keinen Dienst „%1“: feed, mastodon, bluesky oder x.</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation type="unfinished">Hinzufügen</translation>
    </message>
    <message>
        <source>Keeping the token</source>
        <translation type="unfinished">Token speichern</translation>
    </message>
    <message>
        <source>Its token is in the system&apos;s keyring.</source>
        <translation type="unfinished">Das Token ist im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>This system has no keyring, so its token is kept nowhere: give it to each fetch with --token-from.</source>
        <translation type="unfinished">Dieses System hat keinen Schlüsselbund, darum wird das Token nirgends gespeichert: Geben Sie es bei jedem Abruf mit --token-from an.</translation>
    </message>
    <message>
        <source>Added “%1” (%2). Nothing is fetched before you ask: tidemark fetch.</source>
        <translation type="unfinished">„%1“ (%2) hinzugefügt. Nichts wird abgerufen, bevor Sie es verlangen: tidemark fetch.</translation>
    </message>
    <message>
        <source> (paused)</source>
        <translation type="unfinished"> (pausiert)</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation type="unfinished">Entfernen</translation>
    </message>
    <message>
        <source>Removed “%1” and %2 stories that only it had brought.</source>
        <translation type="unfinished">„%1“ und %2 Berichte entfernt, die nur diese Quelle gebracht hatte.</translation>
    </message>
    <message>
        <source>Removed “%1”. Its stories stay.</source>
        <translation type="unfinished">„%1“ entfernt. Die Berichte der Quelle bleiben.</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation type="unfinished">Ändern</translation>
    </message>
    <message>
        <source>Say what to do and with which: add ADDRESS, list, pause NAME, resume NAME, remove NAME, import FILE, opml.</source>
        <translation type="unfinished">Geben Sie an, was womit geschehen soll: add ADDRESS, list, pause NAME, resume NAME, remove NAME, import FILE, opml.</translation>
    </message>
    <message>
        <source>There is no “%1” here: add, list, pause, resume, remove, import, opml.</source>
        <translation type="unfinished">„%1“ gibt es hier nicht: add, list, pause, resume, remove, import, opml.</translation>
    </message>
    <message>
        <source>There is no subscription “%1”; tidemark sources list shows them all.</source>
        <translation type="unfinished">Es gibt kein Abonnement „%1“; tidemark sources list zeigt alle.</translation>
    </message>
    <message>
        <source>“%1” is no date. Write it as 2017-10-15.</source>
        <translation type="unfinished">„%1“ ist kein Datum. Schreiben Sie es wie 2017-10-15.</translation>
    </message>
    <message>
        <source>what brings stories: subscriptions to servers and feeds, and files</source>
        <translation type="unfinished">woher Berichte kommen: Abonnements bei Servern und von Feeds, und Dateien</translation>
    </message>
    <message>
        <source>A subscription is fetched when you ask for it (tidemark fetch) and at no other time. ADDRESS is that of a feed (RSS, Atom, JSON Feed) or of a page that names one; of a server with Mastodon&apos;s API, with the hashtags to follow; of your own Bluesky server (https://bsky.social); or https://api.x.com. Only https is used, except for servers in your own network whose address you type. import takes the feeds of an OPML file, opml writes one.

Authors who ask not to be found by searching, and those who show their posts only to people who are logged in, are left out.</source>
        <translation type="unfinished">Ein Abonnement wird abgerufen, wenn Sie es verlangen (tidemark fetch), und sonst nie. ADDRESS ist die eines Feeds (RSS, Atom, JSON Feed) oder einer Seite, die einen nennt; die eines Servers mit der API von Mastodon, mit den Hashtags, denen gefolgt wird; die Ihres eigenen Bluesky-Servers (https://bsky.social); oder https://api.x.com. Nur https wird verwendet, außer bei Servern in Ihrem eigenen Netz, deren Adresse Sie eingeben. import nimmt die Feeds einer OPML-Datei, opml schreibt eine.

Wer über die Suche nicht gefunden werden möchte und wer Beiträge nur angemeldeten Personen zeigt, wird ausgelassen.</translation>
    </message>
    <message>
        <source>feed, mastodon, bluesky or x; mastodon where hashtags are named, else feed</source>
        <translation type="unfinished">feed, mastodon, bluesky oder x; mastodon, wo Hashtags genannt sind, sonst feed</translation>
    </message>
    <message>
        <source>what to call it; without it, what it asks for and where</source>
        <translation type="unfinished">wie sie heißen soll; ohne die Angabe, wonach sie wo fragt</translation>
    </message>
    <message>
        <source>hashtags, of which a story has any</source>
        <translation type="unfinished">Hashtags, von denen ein Bericht irgendeinen hat</translation>
    </message>
    <message>
        <source>hashtags, all of which it has</source>
        <translation type="unfinished">Hashtags, die er alle hat</translation>
    </message>
    <message>
        <source>hashtags, none of which it has</source>
        <translation type="unfinished">Hashtags, von denen er keinen hat</translation>
    </message>
    <message>
        <source>what Bluesky or X search for, in their own query language</source>
        <translation type="unfinished">wonach Bluesky oder X suchen, in deren eigener Abfragesprache</translation>
    </message>
    <message>
        <source>your account on Bluesky, whose app password lets Tidemark search</source>
        <translation type="unfinished">Ihr Konto bei Bluesky, dessen App-Passwort Tidemark suchen lässt</translation>
    </message>
    <message>
        <source>where the token (Mastodon, X) or app password (Bluesky) comes from: a line of standard input, or an environment variable. It goes into the system&apos;s keyring</source>
        <translation type="unfinished">woher das Token (Mastodon, X) oder App-Passwort (Bluesky) kommt: eine Zeile der Standardeingabe oder eine Umgebungsvariable. Es kommt in den Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>how far back to fetch; without it, as far as the server goes</source>
        <translation type="unfinished">wie weit zurück abgerufen wird; ohne die Angabe, so weit der Server reicht</translation>
    </message>
    <message>
        <source>X: search the full archive, not the last seven days</source>
        <translation type="unfinished">X: das gesamte Archiv durchsuchen, nicht nur die letzten sieben Tage</translation>
    </message>
    <message>
        <source>X: how many posts one fetch may read at most, for each costs money</source>
        <translation type="unfinished">X: wie viele Beiträge ein Abruf höchstens lesen darf, denn jeder kostet Geld</translation>
    </message>
    <message>
        <source>remove: the stories that only it had brought go, too</source>
        <translation type="unfinished">remove: auch die Berichte entfernen, die nur diese Quelle gebracht hatte</translation>
    </message>
    <message>
        <source>The answer could not be written to standard output: %1.</source>
        <translation type="unfinished">Die Antwort konnte nicht auf die Standardausgabe geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>the collection; without it, the one that the window opens by default</source>
        <translation type="unfinished">die Sammlung; ohne die Angabe die, die das Fenster von sich aus öffnet</translation>
    </message>
    <message>
        <source>print JSON, for programs</source>
        <translation type="unfinished">JSON ausgeben, für Programme</translation>
    </message>
    <message>
        <source>pseudonymous (people as person-N, the default) or full (names and links)</source>
        <translation type="unfinished">pseudonymous (Personen als person-N, die Vorgabe) oder full (Namen und Links)</translation>
    </message>
    <message>
        <source>--collection needs the name of a file.</source>
        <translation type="unfinished">--collection braucht den Namen einer Datei.</translation>
    </message>
    <message>
        <source>--profile is pseudonymous or full, not “%1”.</source>
        <translation type="unfinished">--profile ist pseudonymous oder full, nicht „%1“.</translation>
    </message>
    <message>
        <source>Stories: %1</source>
        <translation type="unfinished">Berichte: %1</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation type="unfinished">Regel: %1</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation type="unfinished">Kodieren</translation>
    </message>
    <message>
        <source>There is no theme “%1”; “tidemark themes” lists them.</source>
        <translation type="unfinished">Es gibt kein Thema „%1“; „tidemark themes“ listet sie auf.</translation>
    </message>
    <message>
        <source>rule: a changed rule codes all stories anew; what was set by hand stays. A rule is a query over words: word, &quot;a phrase&quot;, pre*, NEAR(a b, 5), AND, OR, NOT, ( ).</source>
        <translation type="unfinished">rule: Eine geänderte Regel kodiert alle Berichte neu; was von Hand gesetzt wurde, bleibt. Eine Regel ist eine Abfrage über Wörter: wort, &quot;eine Wortfolge&quot;, pre*, NEAR(a b, 5), AND, OR, NOT, ( ).</translation>
    </message>
    <message>
        <source>evaluate: learns from the stories of --train that were coded by hand and judges on those of --test. A story that nobody coded with a theme, present or absent, doesn&apos;t count for it; one that is not coded with all the themes doesn&apos;t count for the exact match. A story in both is only judged. support is the number of stories that have the theme, exact_match the share with all themes right, hamming_score the share of right answers among all, macro_f1 the mean of the themes&apos; F1; where nothing is said to be present, precision is 0. The name “voice” among the themes stands for the voices.</source>
        <translation type="unfinished">evaluate: lernt aus den von Hand kodierten Berichten von --train und urteilt über die von --test. Ein Bericht, zu dem niemand ein Thema als vorhanden oder fehlend kodiert hat, zählt dafür nicht; einer, der nicht mit allen Themen kodiert ist, zählt nicht für die vollständige Übereinstimmung. Ein Bericht in beiden wird nur beurteilt. support ist die Zahl der Berichte, die das Thema haben, exact_match der Anteil mit durchweg richtigen Themen, hamming_score der Anteil richtiger Antworten an allen, macro_f1 das Mittel der F1 der Themen; wo nichts als vorhanden gilt, ist precision 0. Der Name „voice“ unter den Themen steht für die Stimmen.</translation>
    </message>
    <message>
        <source>“themes %1” isn&apos;t understood; “tidemark themes --help” tells what can be said.</source>
        <translation type="unfinished">„themes %1“ wird nicht verstanden; „tidemark themes --help“ sagt, was möglich ist.</translation>
    </message>
    <message>
        <source>--cut is accuracy, f1, or precision: with a share, such as precision:0.9; not “%1”.</source>
        <translation type="unfinished">--cut ist accuracy, f1 oder precision: mit einem Anteil, wie precision:0.9; nicht „%1“.</translation>
    </message>
    <message>
        <source>list the themes, change their rules, learn them, and judge how well they are found</source>
        <translation type="unfinished">die Themen auflisten, ihre Regeln ändern, sie lernen und beurteilen, wie gut sie gefunden werden</translation>
    </message>
    <message>
        <source>label: the columns that hold codings</source>
        <translation type="unfinished">label: die Spalten, die Kodierungen enthalten</translation>
    </message>
    <message>
        <source>label: the themes that they are codings of, in the same order</source>
        <translation type="unfinished">label: die Themen, deren Kodierungen sie sind, in derselben Reihenfolge</translation>
    </message>
    <message>
        <source>label: who coded them, where several did</source>
        <translation type="unfinished">label: wer sie kodiert hat, wo es mehrere waren</translation>
    </message>
    <message>
        <source>train: the stories to learn from, table: those to count; without it, all</source>
        <translation type="unfinished">train: die Berichte, aus denen gelernt wird, table: die gezählt werden; ohne die Angabe alle</translation>
    </message>
    <message>
        <source>train, import: say what would change, and change nothing</source>
        <translation type="unfinished">train, import: sagen, was sich ändern würde, und nichts ändern</translation>
    </message>
    <message>
        <source>train: learn from fewer stories, too, to see whether more coding would help</source>
        <translation type="unfinished">train: auch aus weniger Berichten lernen, um zu sehen, ob mehr Kodierung helfen würde</translation>
    </message>
    <message>
        <source>evaluate: the stories to learn from</source>
        <translation type="unfinished">evaluate: die Berichte, aus denen gelernt wird</translation>
    </message>
    <message>
        <source>evaluate: the stories to judge on</source>
        <translation type="unfinished">evaluate: die Berichte, die beurteilt werden</translation>
    </message>
    <message>
        <source>these themes; without it, all that are coded by hand, present and absent</source>
        <translation type="unfinished">diese Themen; ohne die Angabe alle, die von Hand kodiert sind, vorhanden und fehlend</translation>
    </message>
    <message>
        <source>table: theme, voice, platform, language or month. evaluate: judge the rule, the model (learned from the texts alone), or both (the rules&apos; hits are among what it learns from; the default)</source>
        <translation type="unfinished">table: theme, voice, platform, language oder month. evaluate: beurteilt rule, die Regel, model, das Modell (allein aus den Texten gelernt), oder both, beide (die Treffer der Regeln gehören zu dem, woraus gelernt wird; die Vorgabe)</translation>
    </message>
    <message>
        <source>another seed deals other folds; the same one gives the same model</source>
        <translation type="unfinished">ein anderer Startwert teilt anders auf; derselbe ergibt dasselbe Modell</translation>
    </message>
    <message>
        <source>--by is rule, model or both, not “%1”.</source>
        <translation type="unfinished">--by ist rule, model oder both, nicht „%1“.</translation>
    </message>
    <message>
        <source>theme</source>
        <translation type="unfinished">Thema</translation>
    </message>
    <message>
        <source>have it</source>
        <translation type="unfinished">davon</translation>
    </message>
    <message>
        <source>  accuracy  precision  recall      F1  cut</source>
        <translation type="unfinished">   richtig  Präzision  Recall      F1  Schwelle</translation>
    </message>
    <message>
        <source>All labels right: %1 % of %2 stories that are coded with all of them.</source>
        <translation type="unfinished">Alles richtig kodiert: %1 % von %2 Berichten, die mit allen Themen kodiert sind.</translation>
    </message>
    <message>
        <source>Right answers among all: %1 %.</source>
        <translation type="unfinished">Richtige Antworten unter allen: %1 %.</translation>
    </message>
    <message>
        <source>Name the stories to judge on: --test FILTER.</source>
        <translation type="unfinished">Nennen Sie die Berichte, die beurteilt werden: --test FILTER.</translation>
    </message>
    <message>
        <source>Name the stories to learn from: --train FILTER.</source>
        <translation type="unfinished">Nennen Sie die Berichte, aus denen gelernt wird: --train FILTER.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished">Lernen</translation>
    </message>
    <message>
        <source>Nothing is new in it.</source>
        <translation type="unfinished">Darin ist nichts neu.</translation>
    </message>
    <message>
        <source>Name the columns and as many themes: --from-columns Commenting,Ogling --as commenting,ogling.</source>
        <translation type="unfinished">Nennen Sie die Spalten und ebenso viele Themen: --from-columns Commenting,Ogling --as commenting,ogling.</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation type="unfinished">nicht definiert</translation>
    </message>
    <message>
        <source> (95 %: %1 to %2)</source>
        <translation type="unfinished"> (95 %: %1 bis %2)</translation>
    </message>
    <message>
        <source>%1 codings were taken from the columns.</source>
        <translation type="unfinished">%1 Kodierungen wurden aus den Spalten übernommen.</translation>
    </message>
    <message>
        <source>--by is theme, voice, platform, language or month, not “%1”.</source>
        <translation type="unfinished">--by ist theme, voice, platform, language oder month, nicht „%1“.</translation>
    </message>
    <message>
        <source>%1 % (%2 to %3)</source>
        <translation type="unfinished">%1 % (%2 bis %3)</translation>
    </message>
    <message>
        <source>%1: precision %2, recall %3, F1 %4, right in %5 %</source>
        <translation type="unfinished">%1: Präzision %2, Recall %3, F1 %4, richtig in %5 %</translation>
    </message>
    <message>
        <source>Learned from %1 stories coded by hand, tried %2 times on a part that was kept aside; %3 are copies of others and were kept together.</source>
        <translation type="unfinished">Gelernt aus %1 von Hand kodierten Berichten, %2-mal an einem zurückgehaltenen Teil erprobt; %3 sind Kopien anderer und wurden zusammengehalten.</translation>
    </message>
    <message>
        <source>%1 of them have the very words of another one, and other codings.</source>
        <translation type="unfinished">%1 davon haben denselben Wortlaut wie ein anderer und andere Kodierungen.</translation>
    </message>
    <message>
        <source>%1: %2 stories coded, %3 have it</source>
        <translation type="unfinished">%1: %2 Berichte kodiert, %3 haben es</translation>
    </message>
    <message>
        <source>learned</source>
        <translation type="unfinished">gelernt</translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished">Regel</translation>
    </message>
    <message>
        <source>What was learned is not better than the rule, so the rule stays.</source>
        <translation type="unfinished">Das Gelernte ist nicht besser als die Regel, darum bleibt die Regel.</translation>
    </message>
    <message>
        <source>Of the whole collection %1 stories have it now; %2 would enter and %3 leave.</source>
        <translation type="unfinished">In der ganzen Sammlung haben es jetzt %1 Berichte; %2 kämen hinzu und %3 fielen weg.</translation>
    </message>
    <message>
        <source>From %1 stories, F1 on the same fifth: %2</source>
        <translation type="unfinished">Aus %1 Berichten, F1 auf demselben Fünftel: %2</translation>
    </message>
    <message>
        <source>Now coded by what was learned: %1. “tidemark themes recode --themes %2” goes back to the rules.</source>
        <translation type="unfinished">Nun nach dem Gelernten kodiert: %1. „tidemark themes recode --themes %2“ kehrt zu den Regeln zurück.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished">Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>All stories were coded anew by the rules; what was set by hand stays.</source>
        <translation type="unfinished">Alle Berichte wurden nach den Regeln neu kodiert; was von Hand gesetzt wurde, bleibt.</translation>
    </message>
    <message>
        <source>--split is theme, voice, platform or language, not “%1”.</source>
        <translation type="unfinished">--split ist theme, voice, platform oder language, nicht „%1“.</translation>
    </message>
    <message>
        <source>--by is minute, hour, day, week, month or year, not “%1”.</source>
        <translation type="unfinished">--by ist minute, hour, day, week, month oder year, nicht „%1“.</translation>
    </message>
    <message>
        <source>--count is stories, posts or accounts, not “%1”.</source>
        <translation type="unfinished">--count ist stories, posts oder accounts, nicht „%1“.</translation>
    </message>
    <message>
        <source>The stories lie too far apart to be counted by %1. Narrow them with since: and until:, or say --by %2.</source>
        <translation type="unfinished">Die Berichte liegen zu weit auseinander, um sie nach %1 zu zählen. Grenzen Sie sie mit since: und until: ein, oder geben Sie --by %2 an.</translation>
    </message>
    <message>
        <source>print the volume over time</source>
        <translation type="unfinished">die Menge im Zeitverlauf ausgeben</translation>
    </message>
    <message>
        <source>Buckets without a story are printed too. Stories without a date are counted apart: the buckets and the undated ones together are the filter&apos;s count (in stories). Times are in the collection&apos;s time zone.</source>
        <translation type="unfinished">Auch Intervalle ohne Bericht werden ausgegeben. Berichte ohne Datum werden gesondert gezählt: Die Intervalle und die ohne Datum ergeben zusammen die Anzahl des Filters (in Berichten). Zeiten gelten in der Zeitzone der Sammlung.</translation>
    </message>
    <message>
        <source>minute, hour, day, week, month or year; without it, what fits</source>
        <translation type="unfinished">minute, hour, day, week, month oder year; ohne die Angabe, was passt</translation>
    </message>
    <message>
        <source>stories (the default), posts (with reposts) or accounts (distinct in each bucket)</source>
        <translation type="unfinished">stories (die Vorgabe), posts (mit Reposts) oder accounts (verschiedene je Intervall)</translation>
    </message>
    <message>
        <source>theme, voice, platform or language</source>
        <translation type="unfinished">theme, voice, platform oder language</translation>
    </message>
    <message>
        <source>There is no token in “%1”.</source>
        <translation type="unfinished">In „%1“ ist kein Token.</translation>
    </message>
    <message>
        <source>train: learns themes from the stories of --filter that were coded by hand (at least 50), says how good it is on parts that were kept aside, beside the rule over the same stories, and what would change; then codes the whole collection by it, where it is better than the rule. Codings by hand always win, and a theme is coded by its rule or by what was learned, never by both. Voices are learned where --themes names them (voice, voice:support); of those learned, the likeliest alone is asked whether it reaches its cut, and where it doesn&apos;t, the rules&apos; voice holds unless it is one of them.</source>
        <translation type="unfinished">train: lernt Themen aus den von Hand kodierten Berichten von --filter (mindestens 50), sagt, wie gut das auf zurückgehaltenen Teilen gelingt, neben der Regel über denselben Berichten, und was sich ändern würde; kodiert dann die ganze Sammlung danach, wo es besser ist als die Regel. Kodierungen von Hand gehen immer vor, und ein Thema wird nach seiner Regel oder nach dem Gelernten kodiert, nie nach beidem. Stimmen werden gelernt, wo --themes sie nennt (voice, voice:support); von den gelernten wird nur die wahrscheinlichste gefragt, ob sie ihre Schwelle erreicht, und wo nicht, gilt die Stimme der Regeln, es sei denn, sie ist eine davon.</translation>
    </message>
    <message>
        <source>recode: applies the rules to all stories anew; themes and voices that a model codes go back to their rules, with --themes only these.</source>
        <translation type="unfinished">recode: wendet die Regeln auf alle Berichte neu an; Themen und Stimmen, die ein Modell kodiert, kehren zu ihren Regeln zurück, mit --themes nur diese.</translation>
    </message>
    <message>
        <source>A column is taken as a theme, or as “voice” where it names the voice.</source>
        <translation type="unfinished">Eine Spalte wird als Thema übernommen oder als „voice“, wo sie die Stimme nennt.</translation>
    </message>
    <message>
        <source>%1 cells say neither yes nor no (1 or 0), or name no voice, and were left out.</source>
        <translation type="unfinished">%1 Zellen sagen weder ja noch nein (1 oder 0) oder nennen keine Stimme und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>%1 (retired)</source>
        <translation type="unfinished">%1 (stillgelegt)</translation>
    </message>
    <message>
        <source>table: how often each theme is said with each other theme, voice, platform, language or month (--by), as CSV: stories, or with --share the share of the row&apos;s or the column&apos;s stories. Themes overlap, so the counts don&apos;t add up; undated stories are in no month.</source>
        <translation type="unfinished">table: wie oft jedes Thema mit jedem anderen Thema, jeder Stimme, Plattform, Sprache oder jedem Monat (--by) vorkommt, als CSV: Berichte, oder mit --share der Anteil an den Berichten der Zeile oder der Spalte. Themen überschneiden sich, die Zahlen ergeben also keine Summe; undatierte Berichte stehen in keinem Monat.</translation>
    </message>
    <message>
        <source>lexicon: rules for the same themes in German (de), Spanish (es) and French (fr), each for stories in that language alone. Nobody has measured yet how well they find the themes, so each is off until it is switched on; switching codes all stories anew.</source>
        <translation type="unfinished">lexicon: Regeln für dieselben Themen auf Deutsch (de), Spanisch (es) und Französisch (fr), jeweils nur für Berichte in dieser Sprache. Wie gut sie die Themen finden, hat noch niemand gemessen, daher ist jedes aus, bis es eingeschaltet wird; das Umschalten kodiert alle Berichte neu.</translation>
    </message>
    <message>
        <source>show: the codebook as it was in this version</source>
        <translation type="unfinished">show: das Codebuch, wie es in dieser Fassung war</translation>
    </message>
    <message>
        <source>table: shares of the row (the theme) or of the column</source>
        <translation type="unfinished">table: Anteile an der Zeile (dem Thema) oder an der Spalte</translation>
    </message>
    <message>
        <source>This collection has no version %1 of its codebook; “tidemark themes history” lists those that it has.</source>
        <translation type="unfinished">Diese Sammlung hat keine Fassung %1 ihres Codebuchs; „tidemark themes history“ nennt die vorhandenen.</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation type="unfinished">Gruppe: %1</translation>
    </message>
    <message>
        <source>Version %1 of the codebook has no theme “%2”.</source>
        <translation type="unfinished">Fassung %1 des Codebuchs hat kein Thema „%2“.</translation>
    </message>
    <message>
        <source>%1 (unmeasured)</source>
        <translation type="unfinished">%1 (nicht gemessen)</translation>
    </message>
    <message>
        <source>A lexicon is switched on or off, not “%1”.</source>
        <translation type="unfinished">Ein Lexikon wird mit on oder off geschaltet, nicht mit „%1“.</translation>
    </message>
    <message>
        <source>There is no lexicon for “%1”; there are those for %2.</source>
        <translation type="unfinished">Für „%1“ gibt es kein Lexikon; es gibt die für %2.</translation>
    </message>
    <message>
        <source>--share is row or column, not “%1”.</source>
        <translation type="unfinished">--share ist row oder column, nicht „%1“.</translation>
    </message>
    <message>
        <source>the encoding of a CSV file, such as windows-1252, macintosh or Shift_JIS; without it, found</source>
        <translation type="unfinished">die Kodierung einer CSV-Datei, etwa windows-1252, macintosh oder Shift_JIS; ohne sie wird sie erkannt</translation>
    </message>
    <message>
        <source>what separates the columns of a CSV file: one sign, or tab; without it, found</source>
        <translation type="unfinished">was die Spalten einer CSV-Datei trennt: ein Zeichen oder tab; ohne diese Angabe wird es erkannt</translation>
    </message>
    <message>
        <source>how cells of a CSV file are quoted: double, single, backslash or none; without it, found</source>
        <translation type="unfinished">wie Zellen einer CSV-Datei in Anführungszeichen stehen: double, single, backslash oder none; ohne diese Angabe wird es erkannt</translation>
    </message>
    <message>
        <source>--order is newest, oldest, relevance or stored, not “%1”.</source>
        <translation type="unfinished">--order ist newest, oldest, relevance oder stored, nicht „%1“.</translation>
    </message>
    <message>
        <source>which columns, in this order; one whose name holds a comma in double quotes, &apos;&quot;Town, State&quot;,text&apos;</source>
        <translation type="unfinished">welche Spalten, in dieser Reihenfolge; eine, deren Name ein Komma enthält, in doppelten Anführungszeichen: &apos;&quot;Town, State&quot;,text&apos;</translation>
    </message>
    <message>
        <source>newest (the default), oldest, relevance, or stored: as they came in, which is the quickest</source>
        <translation type="unfinished">newest (Vorgabe), oldest, relevance oder stored: wie sie kamen, was am schnellsten geht</translation>
    </message>
    <message>
        <source>Text, author and raw record go; what is left is the time, the platform and the themes, and a mark that keeps later imports from bringing the story back. A story that came without an id, a link, a time and an author is known again by its words, if they are six or more. This can&apos;t be undone.</source>
        <translation type="unfinished">Text, Konto und Rohdatensatz werden gelöscht; es bleiben die Zeit, die Plattform und die Themen sowie ein Vermerk, der verhindert, dass spätere Importe den Bericht zurückbringen. Ein Bericht, der ohne Kennung, Link, Zeit und Konto kam, wird an seinen Wörtern wiedererkannt, wenn es sechs oder mehr sind. Dies kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>tidemark COMMAND --help tells more; tidemark manual prints the man page.</source>
        <translation type="unfinished">tidemark COMMAND --help sagt mehr; tidemark manual gibt die Handbuchseite aus.</translation>
    </message>
    <message>
        <source>Forgetting the token</source>
        <translation type="unfinished">Token wird vergessen</translation>
    </message>
    <message>
        <source>newest (the default) or oldest first, undated stories last; or relevance, where the filter has words and at most a million stories match</source>
        <translation type="unfinished">newest (Vorgabe) oder oldest zuerst, undatierte Berichte zuletzt; oder relevance, wo der Filter Wörter hat und höchstens eine Million Berichte passen</translation>
    </message>
    <message>
        <source>--order is newest, oldest or relevance, not “%1”.</source>
        <translation type="unfinished">--order ist newest, oldest oder relevance, nicht „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the stories judged is a copy or near-copy of one learned from.</source>
        <translation type="unfinished">
            <numerusform>%n der beurteilten Berichte ist eine Kopie oder Beinahe-Kopie eines gelernten.</numerusform>
            <numerusform>%n der beurteilten Berichte sind Kopien oder Beinahe-Kopien von gelernten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forgotten: %1.</source>
        <translation type="unfinished">Vergessen: %1.</translation>
    </message>
    <message>
        <source>%1 were deleted there and are gone here.</source>
        <translation type="unfinished">%1 wurden dort gelöscht und sind hier entfernt.</translation>
    </message>
    <message>
        <source>Formats: Twitter API v1.1 and v2, X&apos;s and Facebook&apos;s archives, twarc-csv, 4CAT, Zeeschuimer, CrowdTangle, Meta Content Library, Reddit dumps and answers, feeds (RSS, Atom, JSON Feed), ActivityPub archives, Mastodon&apos;s and Bluesky&apos;s answers, any CSV or TSV with a header, JSON of any shape, whose places are columns (post.author.name), Tidemark&apos;s own JSON Lines; plain or compressed, in a folder, zip or tar. The format is found from the content. A mapping, and an encoding, delimiter or quote that you name, are remembered by the names of the columns. Importing a file twice adds nothing; an interrupted import goes on where it stopped.

Fields for --map: text, posted_at, platform, native_id, permalink, author_id, author, author_name, language, content_warning, media_descriptions, hashtags, reply_to, quote_of, sensitive; besides dates=day-first, month-first or excel, and zone=Europe/Berlin for times without a zone.</source>
        <translation type="unfinished">Formate: Twitter API v1.1 und v2, Archive von X und Facebook, twarc-csv, 4CAT, Zeeschuimer, CrowdTangle, Meta Content Library, Dumps und Antworten von Reddit, Feeds (RSS, Atom, JSON Feed), ActivityPub-Archive, Antworten von Mastodon und Bluesky, jedes CSV oder TSV mit Kopfzeile, JSON jeder Form, dessen Stellen Spalten sind (post.author.name), Tidemarks eigene JSON Lines; einfach oder komprimiert, in einem Ordner, als zip oder tar. Das Format wird am Inhalt erkannt. Eine Zuordnung, und eine Kodierung, ein Trennzeichen oder eine Quotierung, die Sie nennen, werden anhand der Spaltennamen gemerkt. Eine Datei zweimal zu importieren fügt nichts hinzu; ein unterbrochener Import geht dort weiter, wo er anhielt.

Felder für --map: text, posted_at, platform, native_id, permalink, author_id, author, author_name, language, content_warning, media_descriptions, hashtags, reply_to, quote_of, sensitive; außerdem dates=day-first, month-first oder excel, und zone=Europe/Berlin für Zeiten ohne Zeitzone.</translation>
    </message>
    <message>
        <source>%1 (themes: %2, version %3)</source>
        <translation type="unfinished">%1 (Themen: %2, Fassung %3)</translation>
    </message>
    <message>
        <source>Renaming</source>
        <translation type="unfinished">Umbenennen</translation>
    </message>
    <message>
        <source>“%1” is in force and can&apos;t be deleted. Use another codebook first.</source>
        <translation type="unfinished">„%1“ gilt und kann nicht gelöscht werden. Verwenden Sie erst ein anderes Codebuch.</translation>
    </message>
    <message>
        <source>This deletes “%1” with everything that was coded by hand under it. Say --yes to go on.</source>
        <translation type="unfinished">Das löscht „%1“ mit allem, was damit von Hand kodiert wurde. Mit --yes geht es weiter.</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation type="unfinished">Löschen</translation>
    </message>
    <message>
        <source>This collection has no codebook named “%1”; “tidemark themes codebooks” lists those that it has.</source>
        <translation type="unfinished">Diese Sammlung hat kein Codebuch namens „%1“; „tidemark themes codebooks“ nennt die vorhandenen.</translation>
    </message>
    <message>
        <source>Codebooks are changed by: codebooks add NAME [FILE], codebooks use NAME, codebooks rename NAME NEW, codebooks remove NAME.</source>
        <translation type="unfinished">Codebücher ändert man mit: codebooks add NAME [FILE], codebooks use NAME, codebooks rename NAME NEW, codebooks remove NAME.</translation>
    </message>
    <message>
        <source>codebooks: a collection may have several, one for each study or language; one is in force (*), and all else is about that one. add NAME: one more, without themes, with those of FILE (a codebook or another collection), or as a copy of --codebook NAME. use NAME: codes all stories anew by it; what was coded by hand under the one before is kept with that one, and back when it is used again. rename NAME NEW. remove NAME --yes: with all that was coded under it.</source>
        <translation type="unfinished">codebooks: Eine Sammlung kann mehrere haben, eines für jede Studie oder Sprache; eines gilt (*), und alles andere betrifft dieses. add NAME: eines mehr, ohne Themen, mit denen aus FILE (einem Codebuch oder einer anderen Sammlung) oder als Kopie von --codebook NAME. use NAME: kodiert alle Berichte neu danach; was mit dem vorigen von Hand kodiert wurde, bleibt bei jenem und ist wieder da, wenn es wieder verwendet wird. rename NAME NEW. remove NAME --yes: mit allem, was damit kodiert wurde.</translation>
    </message>
    <message>
        <source>export, show --version: this codebook, which need not be in force; codebooks add: the one to copy</source>
        <translation type="unfinished">export, show --version: dieses Codebuch, das nicht gelten muss; codebooks add: das zu kopierende</translation>
    </message>
    <message>
        <source>codebooks remove: go on</source>
        <translation type="unfinished">codebooks remove: fortfahren</translation>
    </message>
    <message>
        <source>only say what would come in, with what the collection remembers of such files; it isn&apos;t touched</source>
        <translation type="unfinished">nur sagen, was hereinkäme, mit dem, was die Sammlung von solchen Dateien weiß; sie bleibt unberührt</translation>
    </message>
    <message>
        <source>import %1, %2, %3: %4</source>
        <translation type="unfinished">Import %1, %2, %3: %4</translation>
    </message>
    <message>
        <source>No story was coded by two coders. Bring in the second one&apos;s codings with “tidemark themes label --coder NAME”.</source>
        <translation type="unfinished">Kein Bericht wurde von zwei Kodierenden kodiert. Holen Sie die Kodierungen der zweiten Person mit „tidemark themes label --coder NAME“ herein.</translation>
    </message>
    <message>
        <source>“tidemark %1” takes options alone, not “%2”; --help lists them.</source>
        <translation type="unfinished">„tidemark %1“ nimmt nur Optionen, nicht „%2“; --help zählt sie auf.</translation>
    </message>
    <message>
        <source>--themes wide needs “themes” among the --columns.</source>
        <translation type="unfinished">--themes wide braucht „themes“ unter den --columns.</translation>
    </message>
    <message>
        <source>--fresh-pseudonyms has no use with --profile full.</source>
        <translation type="unfinished">--fresh-pseudonyms hat mit --profile full keinen Sinn.</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation type="unfinished">--%1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>--%1 is at most %2.</source>
        <translation type="unfinished">--%1 ist höchstens %2.</translation>
    </message>
    <message>
        <source>“%1” has no use for --%2.</source>
        <translation type="unfinished">„%1“ kann mit --%2 nichts anfangen.</translation>
    </message>
    <message>
        <source>“%1” looks as if it were about people. Name it in “settings shown-columns” first.</source>
        <translation type="unfinished">„%1“ sieht aus, als ginge es darin um Personen. Nennen Sie es zuerst in „settings shown-columns“.</translation>
    </message>
    <message>
        <source>“%1” has %2 different values, too many to count each. Export the column instead.</source>
        <translation type="unfinished">„%1“ hat %2 verschiedene Werte, zu viele, um jeden zu zählen. Exportieren Sie stattdessen die Spalte.</translation>
    </message>
    <message>
        <source>Stopped. What had come stays, and the next fetch goes on.</source>
        <translation type="unfinished">Angehalten. Was gekommen ist, bleibt, und der nächste Abruf macht weiter.</translation>
    </message>
    <message>
        <source>--%1 is said twice. Say it once.</source>
        <translation type="unfinished">--%1 steht zweimal da. Geben Sie es einmal an.</translation>
    </message>
    <message>
        <source>Stopped before all stories were asked about.</source>
        <translation type="unfinished">Angehalten, bevor nach allen Berichten gefragt war.</translation>
    </message>
    <message>
        <source>export: replace a file that is there already</source>
        <translation type="unfinished">export: eine Datei ersetzen, die schon da ist</translation>
    </message>
    <message numerus="yes">
        <source>%n records written to %1</source>
        <translation type="unfinished">
            <numerusform>%n Datensatz nach %1 geschrieben</numerusform>
            <numerusform>%n Datensätze nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying the rule</source>
        <translation type="unfinished">Probiert die Regel</translation>
    </message>
    <message>
        <source>The rule finds no story: check its words.</source>
        <translation type="unfinished">Die Regel findet keinen Bericht: prüfen Sie ihre Wörter.</translation>
    </message>
    <message>
        <source>The rule finds nearly every story: check its words.</source>
        <translation type="unfinished">Die Regel findet fast jeden Bericht: prüfen Sie ihre Wörter.</translation>
    </message>
    <message>
        <source>It finds %1 of the %2 stories that rules read.</source>
        <translation type="unfinished">Sie findet %1 der %2 Berichte, die Regeln lesen.</translation>
    </message>
    <message>
        <source>Against the rule before, %1 entered and %2 left.</source>
        <translation type="unfinished">Gegenüber der Regel zuvor kamen %1 hinzu, %2 fielen weg.</translation>
    </message>
    <message>
        <source>only this one, even if it is paused or gone; without it, all that aren&apos;t</source>
        <translation type="unfinished">nur diese, auch wenn sie pausiert oder verschwunden ist; ohne die Angabe alle, für die beides nicht gilt</translation>
    </message>
    <message>
        <source>go back to this day once more, whatever was fetched before; what is older in a feed is left out</source>
        <translation type="unfinished">noch einmal bis zu diesem Tag zurückgehen, unabhängig von früheren Abrufen; was in einem Feed älter ist, wird ausgelassen</translation>
    </message>
    <message>
        <source>%1 is still to come: nothing can have been shared since.</source>
        <translation type="unfinished">%1 kommt erst noch: Seither kann nichts geteilt worden sein.</translation>
    </message>
    <message>
        <source>The numbers are those that list prints and exports write as “story”. --explain says what each theme and the voice rest on: the words that a rule found, or how likely a model holds it, from which probability on it codes it, and the words that spoke most for it and against it.</source>
        <translation type="unfinished">Die Nummern sind die, die list ausgibt und Exporte als „story“ schreiben. --explain sagt, worauf jedes Thema und die Stimme beruhen: die Wörter, die eine Regel gefunden hat, oder für wie wahrscheinlich ein Modell es hält, ab welcher Wahrscheinlichkeit es kodiert und welche Wörter am meisten dafür und dagegen sprachen.</translation>
    </message>
    <message>
        <source>say what each theme and the voice rest on</source>
        <translation type="unfinished">sagt, worauf jedes Thema und die Stimme beruhen</translation>
    </message>
    <message>
        <source>label: takes codings by hand out of columns that say 1 or 0, yes or no; as “voice”, out of one that names the voice (testimony, solidarity, support, commentary, unknown). With --coder they are kept as what this one said, and agreement tells, theme by theme and for the voice, how far coders agree: the share of answers alike, Cohen&apos;s kappa (of more than two coders Fleiss&apos;), and Krippendorff&apos;s alpha with its interval.</source>
        <translation type="unfinished">label: übernimmt Kodierungen von Hand aus Spalten, die 1 oder 0, ja oder nein sagen; als „voice“ aus einer, die die Stimme nennt (testimony, solidarity, support, commentary, unknown). Mit --coder werden sie als Aussage dieser Person behalten, und agreement sagt Thema für Thema und für die Stimme, wie weit die Kodierenden übereinstimmen: den Anteil gleicher Antworten, Cohens Kappa (bei mehr als zweien das von Fleiss) und Krippendorffs Alpha mit seinem Intervall.</translation>
    </message>
    <message>
        <source>Fleiss&apos; kappa %1</source>
        <translation type="unfinished">Fleiss’ Kappa %1</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa %1</source>
        <translation type="unfinished">Cohens Kappa %1</translation>
    </message>
    <message>
        <source>%1: %2 stories by %3 coders, %4 % alike; %5; Krippendorff&apos;s alpha %6%7; they differ on %8 stories</source>
        <translation type="unfinished">%1: %2 Berichte von %3 Kodierenden, %4 % gleich; %5; Krippendorffs Alpha %6%7; verschieden bei %8 Berichten</translation>
    </message>
    <message>
        <source>where the model says present: f1 (the default of train), accuracy (fewest errors, the default of evaluate), or precision:0.9</source>
        <translation type="unfinished">ab wann das Modell vorhanden sagt: f1 (die Vorgabe von train), accuracy (wenigste Fehler, die Vorgabe von evaluate) oder precision:0.9</translation>
    </message>
    <message>
        <source>Stories whose attributes are damaged, so that they count as having none: %1. “tidemark check” names them.</source>
        <translation type="unfinished">Berichte, deren Attribute beschädigt sind, so dass sie als ohne Attribute zählen: %1. „tidemark check“ nennt sie.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1: %2</translation>
    </message>
    <message>
        <source>A first fetch goes back as far as the subscription says; later ones bring only what is new, and fill the gap that a stopped one left. Each page is in the collection as soon as it came, so a fetch may be stopped at any time. Servers that ask for patience get it.

The exit code is 4 where a source isn&apos;t complete yet and nothing failed: its server asked for patience, couldn&apos;t be reached, or has more than one run takes. Ask again later; each such source is named on standard error.</source>
        <translation type="unfinished">Ein erster Abruf reicht so weit zurück, wie das Abonnement es sagt; spätere holen nur Neues und füllen die Lücke, die ein angehaltener ließ. Jede Seite ist in der Sammlung, sobald sie da ist, ein Abruf lässt sich also jederzeit anhalten. Server, die um Geduld bitten, bekommen sie.

Der Exit-Code ist 4, wo eine Quelle noch nicht vollständig und nichts fehlgeschlagen ist: Ihr Server bat um Geduld, war nicht zu erreichen oder hat mehr, als ein Durchgang nimmt. Dann später noch einmal fragen; jede solche Quelle wird auf der Standardfehlerausgabe genannt.</translation>
    </message>
    <message>
        <source>0: done. 1: failed. 2: wrong usage, such as a filter that can&apos;t be understood. 3: done, with records that had to be set aside. 4: not all of it yet, since a server asked for patience, couldn&apos;t be reached, has more than one run takes, or said nothing of some stories; ask again later. Of several files or sources the worst counts, whichever came first: 1, then 2, then 4, then 3.</source>
        <translation type="unfinished">0: erledigt. 1: fehlgeschlagen. 2: falsche Verwendung, etwa ein Filter, der nicht verstanden werden kann. 3: erledigt, aber Datensätze mussten zurückgestellt werden. 4: noch nicht alles, weil ein Server um Geduld bat, nicht zu erreichen war, mehr hat, als ein Durchgang nimmt, oder von einigen Berichten nichts sagte; später noch einmal fragen. Von mehreren Dateien oder Quellen zählt die schlimmste, in welcher Reihenfolge auch immer: 1, dann 2, dann 4, dann 3.</translation>
    </message>
    <message>
        <source>What was deleted there goes here and stays away; what was edited there reads so here; what is out of sight there (its account protected, suspended or gone, or shown to fewer people) is hidden and goes after seven days; so is what was found by searching and whose author doesn&apos;t want that any more; where nobody answers, nothing changes. Stories of Mastodon are asked about at their own servers, as a stranger, and where these let no stranger in with the token of a source at that very server; those of Bluesky and X through the first source of that service.

The exit code is 4 where nobody said anything of some stories: the lines behind the figures say why.</source>
        <translation type="unfinished">Was dort gelöscht wurde, wird hier entfernt und bleibt es; was dort bearbeitet wurde, lautet auch hier so; was dort nicht zu sehen ist (das Konto geschützt, gesperrt oder weg, oder für weniger Leute sichtbar), wird ausgeblendet und nach sieben Tagen entfernt, ebenso, was durch Suchen gefunden wurde, wenn die Verfassenden das nicht mehr wollen; wo niemand antwortet, ändert sich nichts. Nach Berichten von Mastodon wird bei deren eigenen Servern gefragt, unangemeldet, und wo diese das nicht zulassen, mit dem Token einer Quelle bei genau diesem Server; nach denen von Bluesky und X über die erste Quelle dieses Dienstes.

Der Exit-Code ist 4, wo von einigen Berichten niemand etwas sagte: Die Zeilen hinter den Zahlen sagen, warum.</translation>
    </message>
    <message>
        <source>history: the versions of the codebook, newest first. A rule that changes raises the version; an export&apos;s manifest names the one that it was made with; where several have one version, for no rule changed, they are told apart as N.1, N.2. show --version N (the last of these) or N.1: all themes as they were then, or with THEME this one.</source>
        <translation type="unfinished">history: die Fassungen des Codebuchs, die neueste zuerst. Eine geänderte Regel erhöht die Fassung; das Manifest eines Exports nennt die, mit der er gemacht wurde; haben mehrere dieselbe Fassung, weil sich keine Regel geändert hat, so werden sie als N.1, N.2 auseinandergehalten. show --version N (die letzte davon) oder N.1: alle Themen, wie sie damals waren, oder mit THEME dieses eine.</translation>
    </message>
    <message>
        <source>--version takes a number that “tidemark themes history” lists, such as 3 or 3.2, not “%1”.</source>
        <translation type="unfinished">--version nimmt eine Nummer, die „tidemark themes history“ nennt, etwa 3 oder 3.2, nicht „%1“.</translation>
    </message>
    <message>
        <source>import, export: the codebook as Tidemark&apos;s JSON, as CSV (name, definition and all else that is known of a theme), or as a REFI-QDA codebook (.qdc: names, definitions, groups, colours); export - writes JSON to standard output, import - reads JSON or .qdc from standard input. What is imported adds themes and renews those of the same id or name; none goes.</source>
        <translation type="unfinished">import, export: das Codebuch als JSON von Tidemark, als CSV (Name, Definition und alles, was sonst von einem Thema bekannt ist) oder als REFI-QDA-Codebuch (.qdc: Namen, Definitionen, Gruppen, Farben); export - schreibt JSON auf die Standardausgabe, import - liest JSON oder .qdc von der Standardeingabe. Was importiert wird, fügt Themen hinzu und erneuert die mit derselben id oder demselben Namen; keines geht.</translation>
    </message>
</context>
<context>
    <name>Container</name>
    <message>
        <source>%1 unpacks to more than %2 times its size, as files do that were made to fill a disk. Reading it stopped at %3 MiB.</source>
        <translation type="unfinished">%1 wird entpackt mehr als %2-mal so groß, wie es bei Dateien vorkommt, die einen Datenträger füllen sollen. Das Lesen endete bei %3 MiB.</translation>
    </message>
    <message>
        <source>%1 holds more than fits on the disk beside the 2 GiB that stay free. Reading it stopped at %2 MiB. Make room and import it again.</source>
        <translation type="unfinished">%1 enthält mehr, als neben den 2 GiB, die frei bleiben, auf den Datenträger passt. Das Lesen endete bei %2 MiB. Schaffen Sie Platz, und importieren Sie erneut.</translation>
    </message>
    <message>
        <source>%1 is protected by a password. Unpack it, and import the folder.</source>
        <translation type="unfinished">%1 ist mit einem Passwort geschützt. Entpacken Sie die Datei, und importieren Sie den Ordner.</translation>
    </message>
    <message>
        <source>%1 is a damaged or incomplete archive (%2). Get it again, or unpack what can be unpacked and import the folder.</source>
        <translation type="unfinished">%1 ist ein beschädigtes oder unvollständiges Archiv (%2). Beschaffen Sie es noch einmal, oder entpacken Sie, was sich entpacken lässt, und importieren Sie den Ordner.</translation>
    </message>
    <message>
        <source>%1 changed while it was read.</source>
        <translation type="unfinished">%1 hat sich beim Lesen geändert.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 files, which is more than one source. Unpack it, and import the folder or the files that hold the stories.</source>
        <translation type="unfinished">%1 enthält mehr als %2 Dateien, das ist mehr als eine Quelle. Entpacken Sie die Datei, und importieren Sie den Ordner oder die Dateien, die die Berichte enthalten.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 files, which is more than one source. Choose the folder or the files that hold the stories.</source>
        <translation type="unfinished">%1 enthält mehr als %2 Dateien, das ist mehr als eine Quelle. Wählen Sie den Ordner oder die Dateien, die die Berichte enthalten.</translation>
    </message>
</context>
<context>
    <name>ContentLibraryReader</name>
    <message>
        <source>The research terms of Meta&apos;s Content Library govern this file: keep to them.</source>
        <translation type="unfinished">Für diese Datei gelten die Forschungsbedingungen der Content Library von Meta: Halten Sie sich daran.</translation>
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
        <translation type="unfinished">1 Bericht</translation>
    </message>
    <message>
        <source>%1 stories</source>
        <translation type="unfinished">%1 Berichte</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished">%1 / %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1: %2</translation>
    </message>
    <message>
        <source>%1 (invented)</source>
        <translation type="unfinished">%1 (erfunden)</translation>
    </message>
    <message>
        <source>Newest first: at most %1 stories can be sorted by relevance.</source>
        <translation type="unfinished">Neueste zuerst: Höchstens %1 Berichte lassen sich nach Relevanz ordnen.</translation>
    </message>
    <message>
        <source>Newest first: only stories that words were searched for can be sorted by relevance.</source>
        <translation type="unfinished">Neueste zuerst: Nach Relevanz lassen sich nur Berichte ordnen, in denen nach Wörtern gesucht wurde.</translation>
    </message>
</context>
<context>
    <name>CrowdTangleReader</name>
    <message>
        <source>These are posts in groups. Some groups show their posts to members only; keep only what was public.</source>
        <translation type="unfinished">Dies sind Beiträge in Gruppen. Manche Gruppen zeigen ihre Beiträge nur Mitgliedern; behalten Sie nur, was öffentlich war.</translation>
    </message>
    <message>
        <source>CrowdTangle&apos;s export of Facebook or Instagram, CSV</source>
        <translation type="unfinished">CrowdTangle-Export von Facebook oder Instagram, CSV</translation>
    </message>
    <message numerus="yes">
        <source>The time zone of %n stories is not certain: their times are read as UTC and marked so. If you know which zone CrowdTangle was set to, say it and import the file again.</source>
        <translation type="unfinished">
            <numerusform>Die Zeitzone von %n Bericht ist nicht sicher: Seine Zeit wird als UTC gelesen und so gekennzeichnet. Wenn Sie wissen, auf welche Zeitzone CrowdTangle eingestellt war, geben Sie sie an und importieren Sie die Datei noch einmal.</numerusform>
            <numerusform>Die Zeitzone von %n Berichten ist nicht sicher: Ihre Zeiten werden als UTC gelesen und so gekennzeichnet. Wenn Sie wissen, auf welche Zeitzone CrowdTangle eingestellt war, geben Sie sie an und importieren Sie die Datei noch einmal.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CsvReader</name>
    <message>
        <source>Columns were understood as: %1.</source>
        <translation type="unfinished">Spalten wurden verstanden als: %1.</translation>
    </message>
    <message>
        <source>The columns “%1” and “%2” together are the time.</source>
        <translation type="unfinished">Die Spalten „%1“ und „%2“ sind zusammen die Zeit.</translation>
    </message>
    <message>
        <source>Columns that look as if they were about people are kept out of sight: %1.</source>
        <translation type="unfinished">Spalten, die von Personen zu handeln scheinen, bleiben verborgen: %1.</translation>
    </message>
    <message>
        <source>Dates were read with the day first.</source>
        <translation type="unfinished">Datumsangaben wurden mit dem Tag zuerst gelesen.</translation>
    </message>
    <message>
        <source>Dates were read with the month first.</source>
        <translation type="unfinished">Datumsangaben wurden mit dem Monat zuerst gelesen.</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation type="unfinished">Spalte %1</translation>
    </message>
    <message>
        <source>the line of column names once more</source>
        <translation type="unfinished">noch einmal die Zeile mit den Spaltennamen</translation>
    </message>
    <message>
        <source>The file was written for a spreadsheet: the apostrophes that guard cells were taken off.</source>
        <translation type="unfinished">Die Datei wurde für ein Tabellenprogramm geschrieben: Die Apostrophe, die Zellen schützen, wurden entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>%n times could not be read; those stories are undated.</source>
        <translation type="unfinished">
            <numerusform>%n Zeitangabe konnte nicht gelesen werden; dieser Bericht ist ohne Datum.</numerusform>
            <numerusform>%n Zeitangaben konnten nicht gelesen werden; diese Berichte sind ohne Datum.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no column “%2”. Its columns are: %3.</source>
        <translation type="unfinished">%1 hat keine Spalte „%2“. Die Spalten sind: %3.</translation>
    </message>
    <message>
        <source>The column “%1” can become one field only. Keep one of its uses.</source>
        <translation type="unfinished">Die Spalte „%1“ kann nur ein Feld werden. Behalten Sie eine ihrer Verwendungen.</translation>
    </message>
    <message>
        <source>%1 holds no whole record. It is cut off, damaged, or nested too deeply to be read.</source>
        <translation type="unfinished">%1 enthält keinen ganzen Datensatz. Die Datei ist abgeschnitten, beschädigt oder zu tief verschachtelt, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>CSV with a first line of column names</source>
        <translation type="unfinished">CSV mit einer ersten Zeile aus Spaltennamen</translation>
    </message>
    <message>
        <source>JSON of any shape</source>
        <translation type="unfinished">JSON jeder Form</translation>
    </message>
    <message numerus="yes">
        <source>The ids of %n stories were shortened by a spreadsheet (1.23E+17), so their last digits are lost. These stories are told apart by link, or by time, author and text. If you have the file as it was before it was opened there, import that instead.</source>
        <translation type="unfinished">
            <numerusform>Die Nummer von %n Geschichte wurde von einer Tabellenkalkulation verkürzt (1,23E+17), ihre letzten Ziffern sind verloren. Diese Geschichte wird am Link oder an Zeit, Verfasser und Text erkannt. Haben Sie die Datei, wie sie vorher war, importieren Sie lieber diese.</numerusform>
            <numerusform>Die Nummern von %n Geschichten wurden von einer Tabellenkalkulation verkürzt (1,23E+17), ihre letzten Ziffern sind verloren. Diese Geschichten werden am Link oder an Zeit, Verfasser und Text unterschieden. Haben Sie die Datei, wie sie vorher war, importieren Sie lieber diese.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 looks like plain text, not like a table. Tidemark reads tables with a first line of column names (delete the lines above it, if there are any), JSON, feeds, and what platforms give their users.</source>
        <translation type="unfinished">%1 sieht nach einfachem Text aus, nicht nach einer Tabelle. Tidemark liest Tabellen mit einer ersten Zeile aus Spaltennamen (löschen Sie die Zeilen darüber, falls es welche gibt), JSON, Feeds und das, was Plattformen den Menschen geben, die sie nutzen.</translation>
    </message>
    <message>
        <source>not public</source>
        <translation type="unfinished">nicht öffentlich</translation>
    </message>
    <message>
        <source>In %1 no column could be recognised as the text. Its columns are: %2. Say which one it is, in the import window or with --map text=COLUMN.</source>
        <translation type="unfinished">In %1 war keine Spalte als der Text zu erkennen. Die Spalten sind: %2. Geben Sie an, welche es ist, im Importfenster oder mit --map text=COLUMN.</translation>
    </message>
    <message>
        <source>Dates like 3/4/2018 can be read in two ways; the month was taken to come first. If it is the day, say so and import again.</source>
        <translation type="unfinished">Datumsangaben wie 3/4/2018 lassen sich auf zwei Arten lesen; der Monat wurde als erste Zahl verstanden. Wenn es der Tag ist, geben Sie das an und importieren Sie erneut.</translation>
    </message>
    <message>
        <source>%1 looks like a log, in which a program notes what it does: “%2” holds words such as info and error. If its lines are stories, say so in the import window or with --map text=%3.</source>
        <translation type="unfinished">%1 sieht wie ein Protokoll aus, in dem ein Programm festhält, was es tut: „%2“ enthält Wörter wie info und error. Wenn die Zeilen Berichte sind, sagen Sie das im Importfenster oder mit --map text=%3.</translation>
    </message>
    <message>
        <source>%1 has texts under “%2”, but nothing says when, where or by whom they were written, as in a file of settings. If they are stories, say so in the import window or with --map text=%2.</source>
        <translation type="unfinished">%1 enthält Texte unter „%2“, aber nichts sagt, wann, wo oder von wem sie geschrieben wurden, wie in einer Datei mit Einstellungen. Wenn es Berichte sind, sagen Sie das im Importfenster oder mit --map text=%2.</translation>
    </message>
</context>
<context>
    <name>CsvTable</name>
    <message>
        <source>commas</source>
        <translation type="unfinished">Kommas</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation type="unfinished">Semikolons</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation type="unfinished">Tabulatoren</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation type="unfinished">Spalte %1</translation>
    </message>
    <message>
        <source>The first line of %1, with the names of its columns, can&apos;t be used: %2</source>
        <translation type="unfinished">Die erste Zeile von %1 mit den Namen der Spalten ist nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>%1 has no first line with the names of its columns.</source>
        <translation type="unfinished">%1 hat keine erste Zeile mit den Namen der Spalten.</translation>
    </message>
    <message>
        <source>The file ends in the middle of this row.</source>
        <translation type="unfinished">Die Datei endet mitten in dieser Zeile.</translation>
    </message>
    <message>
        <source>Columns are separated by %1.</source>
        <translation type="unfinished">Trennzeichen der Spalten: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have fewer cells than the first line names.</source>
        <translation type="unfinished">
            <numerusform>%n Zeile hat weniger Zellen, als die erste Zeile nennt.</numerusform>
            <numerusform>%n Zeilen haben weniger Zellen, als die erste Zeile nennt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have more cells than the first line names; the further cells are kept.</source>
        <translation type="unfinished">
            <numerusform>%n Zeile hat mehr Zellen, als die erste Zeile nennt; die weiteren Zellen werden behalten.</numerusform>
            <numerusform>%n Zeilen haben mehr Zellen, als die erste Zeile nennt; die weiteren Zellen werden behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cells are quoted with apostrophes.</source>
        <translation type="unfinished">Zellen stehen in Apostrophen.</translation>
    </message>
    <message>
        <source>Quotation marks in cells stand behind a backslash.</source>
        <translation type="unfinished">Anführungszeichen in Zellen stehen hinter einem umgekehrten Schrägstrich.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines above the names of the columns were passed over; the first one says “%1”.</source>
        <translation type="unfinished">
            <numerusform>%n Zeile über den Spaltennamen wurde übergangen; die erste lautet „%1“.</numerusform>
            <numerusform>%n Zeilen über den Spaltennamen wurden übergangen; die erste lautet „%1“.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CsvTokenizer</name>
    <message>
        <source>A cell or row is longer than 16 MiB.</source>
        <translation type="unfinished">Eine Zelle oder Zeile ist länger als 16 MiB.</translation>
    </message>
    <message>
        <source>A quotation mark is opened and never closed.</source>
        <translation type="unfinished">Ein Anführungszeichen wird geöffnet und nie geschlossen.</translation>
    </message>
    <message>
        <source>The file ends in the middle of this row.</source>
        <translation type="unfinished">Die Datei endet mitten in dieser Zeile.</translation>
    </message>
    <message>
        <source>The row has more than 10,000 cells.</source>
        <translation type="unfinished">Die Zeile hat mehr als 10.000 Zellen.</translation>
    </message>
</context>
<context>
    <name>Detection</name>
    <message>
        <source>a PDF document</source>
        <translation type="unfinished">ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation type="unfinished">ein Bild</translation>
    </message>
    <message>
        <source>a picture, sound or film</source>
        <translation type="unfinished">ein Bild, Ton oder Film</translation>
    </message>
    <message>
        <source>a Parquet table</source>
        <translation type="unfinished">eine Parquet-Tabelle</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation type="unfinished">ein 7-Zip-Archiv</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation type="unfinished">ein RAR-Archiv</translation>
    </message>
    <message>
        <source>a program</source>
        <translation type="unfinished">ein Programm</translation>
    </message>
    <message>
        <source>a text document</source>
        <translation type="unfinished">ein Textdokument</translation>
    </message>
    <message>
        <source>a sound or film</source>
        <translation type="unfinished">ein Ton oder Film</translation>
    </message>
    <message>
        <source>%1 is an archive inside another one. Unpack it, and import what is in it.</source>
        <translation type="unfinished">%1 ist ein Archiv in einem anderen. Entpacken Sie es, und importieren Sie, was darin ist.</translation>
    </message>
    <message>
        <source>%1 is an old Excel or Word file. Open it there, save it as CSV (UTF-8), and import that file.</source>
        <translation type="unfinished">%1 ist eine alte Excel- oder Word-Datei. Öffnen Sie sie dort, speichern Sie sie als CSV (UTF-8), und importieren Sie diese Datei.</translation>
    </message>
    <message>
        <source>%1 is a database. If it is a Tidemark collection, open it with File &gt; Open or --collection; otherwise export its table as CSV and import that.</source>
        <translation type="unfinished">%1 ist eine Datenbank. Wenn es eine Tidemark-Sammlung ist, öffnen Sie sie mit Datei &gt; Öffnen oder --collection; sonst exportieren Sie ihre Tabelle als CSV und importieren Sie diese.</translation>
    </message>
    <message>
        <source>%1 is %2, which holds no stories that Tidemark can read. It reads tables, JSON, and archives of them.</source>
        <translation type="unfinished">%1 ist %2 und enthält keine Berichte, die Tidemark lesen kann. Es liest Tabellen, JSON und Archive davon.</translation>
    </message>
    <message>
        <source>%1 looks like %2. Tidemark can&apos;t read that; turn it into a CSV file with a first line of column names and import that.</source>
        <translation type="unfinished">%1 sieht aus wie %2. Tidemark kann das nicht lesen; machen Sie daraus eine CSV-Datei mit einer ersten Zeile aus Spaltennamen, und importieren Sie diese.</translation>
    </message>
    <message>
        <source>%1 is empty: there is nothing to import.</source>
        <translation type="unfinished">%1 ist leer: Es gibt nichts zu importieren.</translation>
    </message>
    <message>
        <source>%1 is a web page, perhaps the answer of a site that wanted you to log in. Download the data itself and import that.</source>
        <translation type="unfinished">%1 ist eine Webseite, vielleicht die Antwort einer Website, die eine Anmeldung verlangte. Laden Sie die Daten selbst herunter, und importieren Sie diese.</translation>
    </message>
    <message>
        <source>%1 is a list of bare ids: it says which posts are meant, not what they say. The posts have to be fetched first (“hydrated”), with a tool such as twarc or Hydrator; import what that writes.</source>
        <translation type="unfinished">%1 ist eine bloße Liste von ids: Sie sagt, welche Beiträge gemeint sind, nicht, was darin steht. Die Beiträge müssen zuerst geholt („hydriert“) werden, mit einem Werkzeug wie twarc oder Hydrator; importieren Sie, was dieses schreibt.</translation>
    </message>
    <message>
        <source>%1 is not text, so there are no stories in it that Tidemark can read. It reads tables, JSON, and archives of them.</source>
        <translation type="unfinished">%1 ist kein Text, enthält also keine Berichte, die Tidemark lesen kann. Es liest Tabellen, JSON und Archive davon.</translation>
    </message>
    <message>
        <source>%1 holds %2, which were not public and are never imported.</source>
        <translation type="unfinished">%1 enthält %2; das war nicht öffentlich und wird nie importiert.</translation>
    </message>
    <message>
        <source>%1 is a recording of web traffic (WARC or HTTP): what servers answered, with their headers. Take the answers out of it, without the headers, and import those.</source>
        <translation type="unfinished">%1 ist ein Mitschnitt von Netzverkehr (WARC oder HTTP): was Server antworteten, mit ihren Kopfzeilen. Nehmen Sie die Antworten ohne Kopfzeilen heraus und importieren Sie diese.</translation>
    </message>
    <message>
        <source>%1 is a JSON list of bare texts or numbers: nothing says what they are, when they were written and where. Write them into a CSV file with a first line of column names, such as text, and import that.</source>
        <translation type="unfinished">%1 ist eine JSON-Liste bloßer Texte oder Zahlen: Nichts sagt, was sie sind, wann und wo sie geschrieben wurden. Schreiben Sie sie in eine CSV-Datei, deren erste Zeile die Spalten nennt, etwa text, und importieren Sie diese.</translation>
    </message>
</context>
<context>
    <name>EntriesReader</name>
    <message>
        <source>In %1 there are no stories that Tidemark can read: %2</source>
        <translation type="unfinished">In %1 sind keine Berichte, die Tidemark lesen kann: %2</translation>
    </message>
    <message numerus="yes">
        <source>In %1 there are no stories that Tidemark can read: none of its %n files is of a form that it knows.</source>
        <translation type="unfinished">
            <numerusform>In %1 sind keine Berichte, die Tidemark lesen kann: Ihre %n Datei hat keine bekannte Form.</numerusform>
            <numerusform>In %1 sind keine Berichte, die Tidemark lesen kann: Keine der %n Dateien hat eine bekannte Form.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were read.</source>
        <translation type="unfinished">
            <numerusform>%n Datei wurde gelesen.</numerusform>
            <numerusform>%n Dateien wurden gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files hold no stories that Tidemark can read and were passed over: %1.</source>
        <translation type="unfinished">
            <numerusform>%n Datei enthält keine Berichte, die Tidemark lesen kann, und wurde übergangen: %1.</numerusform>
            <numerusform>%n Dateien enthalten keine Berichte, die Tidemark lesen kann, und wurden übergangen: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (In %2, record %3.)</source>
        <translation type="unfinished">%1 (In %2, Datensatz %3.)</translation>
    </message>
    <message>
        <source>%1 (In %2.)</source>
        <translation type="unfinished">%1 (In %2.)</translation>
    </message>
    <message>
        <source>%1 (In %2, line %3.)</source>
        <translation type="unfinished">%1 (In %2, Zeile %3.)</translation>
    </message>
</context>
<context>
    <name>EventsFile</name>
    <message>
        <source>%1 holds no events: its first line has to name the columns date, label and source.</source>
        <translation type="unfinished">%1 enthält keine Ereignisse: Die erste Zeile muss die Spalten date, label und source nennen.</translation>
    </message>
    <message>
        <source>Line %1 of %2 has no date like 2017-10-15. Nothing was taken from the file.</source>
        <translation type="unfinished">Zeile %1 von %2 hat kein Datum wie 2017-10-15. Aus der Datei wurde nichts übernommen.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 events.</source>
        <translation type="unfinished">%1 enthält mehr als %2 Ereignisse.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>The export could not be written: %1.</source>
        <translation type="unfinished">Der Export konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2. Choose another place or make room there.</source>
        <translation type="unfinished">„%1“ konnte nicht geschrieben werden: %2. Wählen Sie einen anderen Ort, oder schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <source>There is no column “%1”. There are: %2; and attributes by their names, or as attr:NAME.</source>
        <translation type="unfinished">Es gibt keine Spalte „%1“. Es gibt: %2; und Attribute mit ihrem Namen oder als attr:NAME.</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation type="unfinished">Standardausgabe</translation>
    </message>
    <message>
        <source>“%1” is a folder. Name a file in it.</source>
        <translation type="unfinished">„%1“ ist ein Ordner. Nennen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>Stories were taken out while the export ran, so it was not saved. Export again.</source>
        <translation type="unfinished">Während des Exports wurden Berichte herausgenommen, darum wurde er nicht gespeichert. Exportieren Sie erneut.</translation>
    </message>
    <message>
        <source>“%1” is a collection or another database, and an export doesn&apos;t replace those. Name another file.</source>
        <translation type="unfinished">„%1“ ist eine Sammlung oder eine andere Datenbank, und solche ersetzt ein Export nicht. Nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>A REFI-QDA codebook (.qdc) has at least one code, and this one has no theme. Add a theme, or write it as .json.</source>
        <translation type="unfinished">Ein REFI-QDA-Codebuch (.qdc) hat mindestens einen Code, und dieses hat kein Thema. Fügen Sie ein Thema hinzu, oder schreiben Sie es als .json.</translation>
    </message>
</context>
<context>
    <name>ExportOutcome</name>
    <message>
        <source>%1 written to %2.</source>
        <translation type="unfinished">%1 nach %2 geschrieben.</translation>
    </message>
    <message>
        <source>%1 handles, addresses, numbers and links were replaced.</source>
        <translation type="unfinished">%1 Kontonamen, Adressen, Nummern und Links wurden ersetzt.</translation>
    </message>
    <message>
        <source>Left out, for they look as if they were about people: %1. They can be ticked under Collection &gt; Columns About People.</source>
        <translation type="unfinished">Weggelassen, weil sie von Personen zu handeln scheinen: %1. Sie lassen sich unter Sammlung &gt; Spalten über Personen ankreuzen.</translation>
    </message>
    <message>
        <source>The further columns of %1 are damaged, so they are empty in the file.</source>
        <translation type="unfinished">Die weiteren Spalten von %1 sind beschädigt und deshalb in der Datei leer.</translation>
    </message>
    <message>
        <source>%1 texts are longer than a spreadsheet&apos;s cell and will be cut there.</source>
        <translation type="unfinished">%1 Texte sind länger als eine Zelle eines Tabellenprogramms und werden dort abgeschnitten.</translation>
    </message>
    <message>
        <source>A spreadsheet shows only the first 1,048,576 rows.</source>
        <translation type="unfinished">Ein Tabellenprogramm zeigt nur die ersten 1.048.576 Zeilen.</translation>
    </message>
</context>
<context>
    <name>FacebookArchiveReader</name>
    <message>
        <source>It is not a post as Facebook&apos;s archives hold them.</source>
        <translation type="unfinished">Es ist kein Beitrag, wie ihn die Archive von Facebook enthalten.</translation>
    </message>
    <message>
        <source>Facebook&apos;s archives don&apos;t say who could see a post. Keep only what was public.</source>
        <translation type="unfinished">Die Archive von Facebook sagen nicht, wer einen Beitrag sehen konnte. Behalten Sie nur, was öffentlich war.</translation>
    </message>
    <message>
        <source>Posts from an archive that Facebook gives its users</source>
        <translation type="unfinished">Beiträge aus einem persönlichen Facebook-Archiv</translation>
    </message>
    <message>
        <source>Archive that Facebook gives its users</source>
        <translation type="unfinished">Persönliches Facebook-Archiv</translation>
    </message>
</context>
<context>
    <name>Facet</name>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Themen</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation type="unfinished">Stimmen</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation type="unfinished">Plattformen</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished">Sprachen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished">Quellen</translation>
    </message>
    <message>
        <source>No theme</source>
        <translation type="unfinished">Kein Thema</translation>
    </message>
    <message>
        <source>Unknown language</source>
        <translation type="unfinished">Unbekannte Sprache</translation>
    </message>
</context>
<context>
    <name>FeedList</name>
    <message numerus="yes">
        <source>%n feeds were there already.</source>
        <translation type="unfinished">
            <numerusform>%n Feed war schon vorhanden.</numerusform>
            <numerusform>%n Feeds waren schon vorhanden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds were left out because their addresses hold a name or password, which would be kept where everybody can read it.</source>
        <translation type="unfinished">
            <numerusform>%n Feed wurde ausgelassen, weil seine Adresse einen Namen oder ein Passwort enthält, das für alle lesbar aufbewahrt würde.</numerusform>
            <numerusform>%n Feeds wurden ausgelassen, weil ihre Adressen einen Namen oder ein Passwort enthalten, das für alle lesbar aufbewahrt würde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds were left out because they have no address of the web.</source>
        <translation type="unfinished">
            <numerusform>%n Feed wurde ausgelassen, weil er keine Adresse im Web hat.</numerusform>
            <numerusform>%n Feeds wurden ausgelassen, weil sie keine Adresse im Web haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds were left out because their addresses are not https or lead into your own network. If you mean them, add them one by one.</source>
        <translation type="unfinished">
            <numerusform>%n Feed wurde ausgelassen, weil seine Adresse nicht https ist oder in Ihr eigenes Netz führt. Wenn Sie ihn meinen, fügen Sie ihn selbst hinzu.</numerusform>
            <numerusform>%n Feeds wurden ausgelassen, weil ihre Adressen nicht https sind oder in Ihr eigenes Netz führen. Wenn Sie sie meinen, fügen Sie sie einzeln hinzu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Namely: %1, and %n others.</source>
        <translation type="unfinished">
            <numerusform>Nämlich: %1 und %n weiterer.</numerusform>
            <numerusform>Nämlich: %1 und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Namely: %1.</source>
        <translation type="unfinished">Nämlich: %1.</translation>
    </message>
    <message>
        <source>Added %1 of %2 feeds.</source>
        <translation type="unfinished">%1 von %2 Feeds hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>FeedReader</name>
    <message>
        <source>%1 is one XML document of more than 64 MiB.</source>
        <translation type="unfinished">%1 ist ein einziges XML-Dokument von mehr als 64 MiB.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read as XML. %2 Get the file again.</source>
        <translation type="unfinished">%1 kann nicht als XML gelesen werden. %2 Beschaffen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not be read to its end: %2</source>
        <translation type="unfinished">%1 konnte nicht bis zum Ende gelesen werden: %2</translation>
    </message>
    <message>
        <source>The file breaks off in this entry.</source>
        <translation type="unfinished">Die Datei bricht in diesem Eintrag ab.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is a list of %n feeds, and there is nothing in it to import. Save the feeds that it names and import those.</source>
        <translation type="unfinished">
            <numerusform>%1 ist eine Liste mit %n Feed, und darin gibt es nichts zu importieren. Speichern Sie den Feed, den sie nennt, und importieren Sie diesen.</numerusform>
            <numerusform>%1 ist eine Liste mit %n Feeds, und darin gibt es nichts zu importieren. Speichern Sie die Feeds, die sie nennt, und importieren Sie diese.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a feed in the Channel Definition Format, which Tidemark can&apos;t read.</source>
        <translation type="unfinished">%1 ist ein Feed im Channel Definition Format, das Tidemark nicht lesen kann.</translation>
    </message>
    <message>
        <source>%1 is XML but no feed: it begins with &lt;%2&gt;. Tidemark reads RSS and Atom.</source>
        <translation type="unfinished">%1 ist XML, aber kein Feed: Es beginnt mit &lt;%2&gt;. Tidemark liest RSS und Atom.</translation>
    </message>
    <message>
        <source>a feed, RSS or Atom</source>
        <translation type="unfinished">ein Feed, RSS oder Atom</translation>
    </message>
    <message>
        <source>%1 is one document of more than 64 MiB.</source>
        <translation type="unfinished">%1 ist ein einziges Dokument von mehr als 64 MiB.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read as one JSON document. %2 Get the file again.</source>
        <translation type="unfinished">%1 kann nicht als ein JSON-Dokument gelesen werden. %2 Beschaffen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>It is not an entry of a feed.</source>
        <translation type="unfinished">Es ist kein Eintrag eines Feeds.</translation>
    </message>
    <message>
        <source>a feed, JSON Feed</source>
        <translation type="unfinished">ein Feed, JSON Feed</translation>
    </message>
</context>
<context>
    <name>Fetch</name>
    <message>
        <source>This run has read as many posts as it may. Fetch again to go on.</source>
        <translation type="unfinished">Dieser Durchgang hat so viele Beiträge gelesen, wie er darf. Rufen Sie erneut ab, um weiterzumachen.</translation>
    </message>
    <message>
        <source>%1 has more than one run takes. Fetch again to go on.</source>
        <translation type="unfinished">%1 hat mehr, als ein Durchgang nimmt. Rufen Sie erneut ab, um weiterzumachen.</translation>
    </message>
    <message>
        <source>%1 sent a page that can&apos;t be read, so nothing of it was taken. %2</source>
        <translation type="unfinished">%1 hat eine Seite gesendet, die nicht gelesen werden kann, darum wurde nichts davon übernommen. %2</translation>
    </message>
    <message>
        <source>%1 asks to be left alone until %2.</source>
        <translation type="unfinished">%1 bittet darum, bis %2 nicht gefragt zu werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n stories of %1 were not asked about: add a source of %1 first, through which it can be asked.</source>
        <translation type="unfinished">
            <numerusform>Nach %n Bericht von %1 wurde nicht gefragt: Fügen Sie zuerst eine Quelle von %1 hinzu, über die gefragt werden kann.</numerusform>
            <numerusform>Nach %n Berichten von %1 wurde nicht gefragt: Fügen Sie zuerst eine Quelle von %1 hinzu, über die gefragt werden kann.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no address of the web. Only https addresses are fetched.</source>
        <translation type="unfinished">„%1“ ist keine Webadresse. Nur https-Adressen werden abgerufen.</translation>
    </message>
    <message>
        <source>%1 is a host in your own network, and only addresses that you typed yourself lead there.</source>
        <translation type="unfinished">%1 ist ein Rechner in Ihrem eigenen Netz, und dorthin führen nur Adressen, die Sie selbst eingegeben haben.</translation>
    </message>
    <message>
        <source>%1 was asked for over http, where anybody on the way can read along. Only https is used.</source>
        <translation type="unfinished">%1 sollte über http abgerufen werden, wo unterwegs alle mitlesen können. Nur https wird verwendet.</translation>
    </message>
    <message>
        <source>%1 sent a web page that names no feed. Give the address of the feed itself.</source>
        <translation type="unfinished">%1 hat eine Webseite gesendet, die keinen Feed nennt. Geben Sie die Adresse des Feeds selbst an.</translation>
    </message>
    <message>
        <source>%1 sends from one address to the next and never to an end.</source>
        <translation type="unfinished">%1 schickt von einer Adresse zur nächsten und nie an ein Ziel.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished">Angehalten.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached from here.</source>
        <translation type="unfinished">%1 ist von hier aus nicht zu erreichen.</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation type="unfinished">
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent more than %2 of headers.</source>
        <translation type="unfinished">%1 hat mehr als %2 an Kopfzeilen gesendet.</translation>
    </message>
    <message>
        <source>%1 sent more than %2, the most that is taken of one answer.</source>
        <translation type="unfinished">%1 hat mehr als %2 gesendet; mehr wird von einer Antwort nicht angenommen.</translation>
    </message>
    <message>
        <source>What %1 sent is packed, and damaged.</source>
        <translation type="unfinished">Was %1 gesendet hat, ist komprimiert und beschädigt.</translation>
    </message>
    <message>
        <source>What %1 sent is packed in a way that nobody asked for.</source>
        <translation type="unfinished">Was %1 gesendet hat, ist auf eine Weise komprimiert, die nicht verlangt war.</translation>
    </message>
    <message>
        <source>%1 didn&apos;t answer in full within %2.</source>
        <translation type="unfinished">%1 hat nicht innerhalb von %2 vollständig geantwortet.</translation>
    </message>
    <message>
        <source>%1 sent nothing that can be understood for %2.</source>
        <translation type="unfinished">%1 hat %2 lang nichts Verständliches gesendet.</translation>
    </message>
    <message>
        <source>What %1 sent is no answer in HTTP.</source>
        <translation type="unfinished">Was %1 gesendet hat, ist keine HTTP-Antwort.</translation>
    </message>
    <message>
        <source>%1 broke off before its answer was whole.</source>
        <translation type="unfinished">%1 hat abgebrochen, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>%1 takes no connection. Is the address right?</source>
        <translation type="unfinished">%1 nimmt keine Verbindung an. Stimmt die Adresse?</translation>
    </message>
    <message>
        <source>%1 can&apos;t prove that it is who it says, so nothing was sent: %2</source>
        <translation type="unfinished">%1 kann die eigene Identität nicht nachweisen, darum wurde nichts gesendet: %2</translation>
    </message>
    <message>
        <source>%1 could not be asked: %2</source>
        <translation type="unfinished">%1 konnte nicht gefragt werden: %2</translation>
    </message>
    <message>
        <source>%1 lets nobody in without a valid token or password, or not here.</source>
        <translation type="unfinished">%1 gewährt ohne gültiges Token oder Passwort keinen Zugang, oder nicht an dieser Stelle.</translation>
    </message>
    <message>
        <source>%1 has nothing at this address.</source>
        <translation type="unfinished">%1 hat unter dieser Adresse nichts.</translation>
    </message>
    <message>
        <source>%1 says that this is gone for good.</source>
        <translation type="unfinished">%1 meldet, dass dies endgültig weg ist.</translation>
    </message>
    <message>
        <source>%1 can&apos;t do what it was asked for.</source>
        <translation type="unfinished">%1 kann nicht, was verlangt wurde.</translation>
    </message>
    <message>
        <source>%1 has a trouble of its own (%2). Try again later.</source>
        <translation type="unfinished">%1 hat selbst eine Störung (%2). Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>%1 answered with the status %2.</source>
        <translation type="unfinished">%1 hat mit dem Status %2 geantwortet.</translation>
    </message>
    <message>
        <source>It says: “%1”.</source>
        <translation type="unfinished">Die Antwort lautet: „%1“.</translation>
    </message>
    <message>
        <source>%1 is busy and asks for patience.</source>
        <translation type="unfinished">%1 ist ausgelastet und bittet um Geduld.</translation>
    </message>
    <message numerus="yes">
        <source>%n stories of %1 had been edited there; here they read so now, too.</source>
        <translation type="unfinished">
            <numerusform>%n Bericht von %1 war dort bearbeitet worden und lautet jetzt auch hier so.</numerusform>
            <numerusform>%n Berichte von %1 waren dort bearbeitet worden und lauten jetzt auch hier so.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a name of the world, but leads into your own network. If you mean that host, type its number instead of its name.</source>
        <translation type="unfinished">%1 ist ein öffentlicher Name, führt aber in Ihr eigenes Netz. Wenn Sie diesen Rechner meinen, geben Sie statt des Namens seine Nummer ein.</translation>
    </message>
    <message>
        <source>%1 sends to another address. %2</source>
        <translation type="unfinished">%1 schickt an eine andere Adresse weiter. %2</translation>
    </message>
    <message>
        <source>%1 gives the same page again and again. The next fetch goes on from there.</source>
        <translation type="unfinished">%1 gibt immer wieder dieselbe Seite. Der nächste Abruf macht dort weiter.</translation>
    </message>
    <message>
        <source>%1 sent nothing at all instead of a feed. Try again later.</source>
        <translation type="unfinished">%1 hat statt eines Feeds gar nichts gesendet. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>%1 sends to another page than the one that was asked for, so nothing of it was taken.</source>
        <translation type="unfinished">%1 verweist auf eine andere Seite als die angefragte; darum wurde nichts davon übernommen.</translation>
    </message>
    <message>
        <source>%1 sent something else than it was asked for, so nothing of it was taken.</source>
        <translation type="unfinished">%1 hat etwas anderes gesendet, als verlangt war, darum wurde nichts davon übernommen.</translation>
    </message>
    <message>
        <source>%1 shows no posts any more, though it did before. What is here stays.</source>
        <translation type="unfinished">%1 zeigt keine Beiträge mehr, obwohl es früher welche gezeigt hat. Was hier ist, bleibt.</translation>
    </message>
    <message>
        <source>%1 says that stories are gone, but doesn&apos;t show what must be there either. Perhaps it has moved, is shut down or keeps us out: its stories stay as they are.</source>
        <translation type="unfinished">%1 sagt, dass Berichte weg sind, zeigt aber auch nicht, was dort sein muss. Vielleicht ist es umgezogen, abgeschaltet oder sperrt uns aus: Seine Berichte bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Stopped before it was asked.</source>
        <translation type="unfinished">Angehalten, bevor hier gefragt wurde.</translation>
    </message>
    <message>
        <source>%1 leads to %2, which can&apos;t say what became of its stories. Perhaps it has moved: they stay as they are.</source>
        <translation type="unfinished">%1 führt zu %2, und dort lässt sich nicht sagen, was aus seinen Berichten geworden ist. Vielleicht ist es umgezogen: Sie bleiben, wie sie sind.</translation>
    </message>
    <message numerus="yes">
        <source>%n stories had been out of sight for seven days, and are gone.</source>
        <translation type="unfinished">
            <numerusform>%n Bericht war sieben Tage lang außer Sicht und ist nun fort.</numerusform>
            <numerusform>%n Berichte waren sieben Tage lang außer Sicht und sind nun fort.</numerusform>
        </translation>
    </message>
    <message>
        <source>This source is asked again only when you fetch it by itself, or change what it asks for.</source>
        <translation type="unfinished">Diese Quelle wird erst wieder gefragt, wenn Sie sie einzeln abrufen oder ändern, wonach sie fragt.</translation>
    </message>
    <message>
        <source>%1 gave several empty pages, one after another, and says that more comes behind them. The next fetch goes on from there.</source>
        <translation type="unfinished">%1 hat mehrere leere Seiten nacheinander gegeben und sagt, dass dahinter mehr kommt. Der nächste Abruf geht von dort aus weiter.</translation>
    </message>
    <message>
        <source>%1 gave several empty pages, one after another, and says that more comes behind them. It was not asked for that.</source>
        <translation>%1 hat mehrere leere Seiten nacheinander gegeben und sagt, dass dahinter mehr kommt. Danach wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>It was asked through the proxy %1, as this system is set up: does that one work?</source>
        <translation type="unfinished">Gefragt wurde über den Proxy %1, wie dieses System eingestellt ist: Funktioniert er?</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 lets nobody through without a name and a password, or not with these. Write both into its address where this system is set up: http://name:password@proxy.</source>
        <translation type="unfinished">Der Proxy auf dem Weg zu %1 lässt niemanden ohne Namen und Passwort durch, oder nicht mit diesen. Schreiben Sie beides in seine Adresse, wo dieses System eingestellt wird: http://name:passwort@proxy.</translation>
    </message>
    <message>
        <source>Its address has moved for good, to %1.</source>
        <translation type="unfinished">Die Adresse ist endgültig umgezogen, nach %1.</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Folder</source>
        <translation type="unfinished">Ordner</translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished">Dateien</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>since %1</source>
        <translation type="unfinished">ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished">bis %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation type="unfinished">vor %1</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation type="unfinished">Meinten Sie %1?</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>not %1</source>
        <translation type="unfinished">nicht %1</translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"> oder </translation>
    </message>
    <message>
        <source>theme: %1</source>
        <translation type="unfinished">Thema: %1</translation>
    </message>
    <message>
        <source>voice: %1</source>
        <translation type="unfinished">Stimme: %1</translation>
    </message>
    <message>
        <source>platform: %1</source>
        <translation type="unfinished">Plattform: %1</translation>
    </message>
    <message>
        <source>language: %1</source>
        <translation type="unfinished">Sprache: %1</translation>
    </message>
    <message>
        <source>source: %1</source>
        <translation type="unfinished">Quelle: %1</translation>
    </message>
    <message>
        <source>: %1</source>
        <translation type="unfinished">: %1</translation>
    </message>
    <message>
        <source>no theme</source>
        <translation type="unfinished">kein Thema</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished">unbekannt</translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished">gelesen</translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished">ungelesen</translation>
    </message>
    <message>
        <source>not starred</source>
        <translation type="unfinished">ohne Stern</translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished">mit Stern</translation>
    </message>
    <message>
        <source>may be quoted</source>
        <translation type="unfinished">darf zitiert werden</translation>
    </message>
    <message>
        <source>do not quote</source>
        <translation type="unfinished">nicht zitieren</translation>
    </message>
    <message>
        <source>dated</source>
        <translation type="unfinished">mit Datum</translation>
    </message>
    <message>
        <source>undated</source>
        <translation type="unfinished">ohne Datum</translation>
    </message>
    <message>
        <source>without a note</source>
        <translation type="unfinished">ohne Notiz</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation type="unfinished">mit Notiz</translation>
    </message>
    <message>
        <source>without a theme</source>
        <translation type="unfinished">ohne Thema</translation>
    </message>
    <message>
        <source>with a theme</source>
        <translation type="unfinished">mit Thema</translation>
    </message>
    <message>
        <source>without a content warning</source>
        <translation type="unfinished">ohne Inhaltswarnung</translation>
    </message>
    <message>
        <source>with a content warning</source>
        <translation type="unfinished">mit Inhaltswarnung</translation>
    </message>
    <message>
        <source>not coded by hand</source>
        <translation type="unfinished">nicht von Hand kodiert</translation>
    </message>
    <message>
        <source>coded by hand</source>
        <translation type="unfinished">von Hand kodiert</translation>
    </message>
    <message>
        <source>copies of earlier stories</source>
        <translation type="unfinished">Kopien früherer Berichte</translation>
    </message>
    <message>
        <source>originals, without their copies</source>
        <translation type="unfinished">Originale, ohne ihre Kopien</translation>
    </message>
    <message>
        <source>copies: more than %1</source>
        <translation type="unfinished">Kopien: mehr als %1</translation>
    </message>
    <message>
        <source>copies: %1</source>
        <translation type="unfinished">Kopien: %1</translation>
    </message>
    <message>
        <source>copies: fewer than %1</source>
        <translation type="unfinished">Kopien: weniger als %1</translation>
    </message>
    <message>
        <source>copies: %1 to %2</source>
        <translation type="unfinished">Kopien: %1 bis %2</translation>
    </message>
    <message>
        <source>story number: %1</source>
        <translation type="unfinished">Berichtsnummer: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen stories</source>
        <translation type="unfinished">
            <numerusform>%n gewählter Bericht</numerusform>
            <numerusform>%n gewählte Berichte</numerusform>
        </translation>
    </message>
    <message>
        <source>All stories</source>
        <translation type="unfinished">Alle Berichte</translation>
    </message>
    <message>
        <source>Stories: %1</source>
        <translation type="unfinished">Berichte: %1</translation>
    </message>
    <message>
        <source>%1 (not in the codebook in force)</source>
        <translation type="unfinished">%1 (nicht im geltenden Codebuch)</translation>
    </message>
</context>
<context>
    <name>FilterReader</name>
    <message>
        <source>There is no theme %1.%2</source>
        <translation type="unfinished">Es gibt kein Thema %1.%2</translation>
    </message>
    <message>
        <source>There is no voice %1: a voice is testimony, solidarity, support, commentary or unknown.%2</source>
        <translation type="unfinished">Es gibt keine Stimme %1: Eine Stimme ist testimony, solidarity, support, commentary oder unknown.%2</translation>
    </message>
    <message>
        <source>There is no platform %1.%2</source>
        <translation type="unfinished">Es gibt keine Plattform %1.%2</translation>
    </message>
    <message>
        <source>There is no source %1 in this collection.%2</source>
        <translation type="unfinished">In dieser Sammlung gibt es keine Quelle %1.%2</translation>
    </message>
    <message>
        <source>There is no attribute %1 in this collection.%2</source>
        <translation type="unfinished">In dieser Sammlung gibt es kein Attribut %1.%2</translation>
    </message>
    <message>
        <source>%1 is no language code: write two or three letters, such as es, or unknown.</source>
        <translation type="unfinished">%1 ist kein Sprachcode: Schreiben Sie zwei oder drei Buchstaben, etwa „es“, oder unknown.</translation>
    </message>
    <message>
        <source>id: can&apos;t be turned round with - or NOT.</source>
        <translation type="unfinished">id: kann nicht mit - oder NOT umgekehrt werden.</translation>
    </message>
    <message>
        <source>id: stands twice. Write all the numbers behind one, such as id:12,15.</source>
        <translation type="unfinished">id: steht zweimal da. Schreiben Sie alle Nummern hinter eines, wie id:12,15.</translation>
    </message>
    <message>
        <source>%1 is no number of a story: write such as id:12 or id:12,15.</source>
        <translation type="unfinished">%1 ist keine Nummer eines Berichts: Schreiben Sie etwa id:12 oder id:12,15.</translation>
    </message>
    <message>
        <source>One number is enough here, or two as in copies:2..10.</source>
        <translation type="unfinished">Eine Zahl genügt hier, oder zwei wie in copies:2..10.</translation>
    </message>
    <message>
        <source>%1 is no number of copies: write such as copies:2, copies:&gt;10, copies:&lt;3 or copies:2..10.</source>
        <translation type="unfinished">%1 ist keine Zahl von Kopien: Schreiben Sie etwa copies:2, copies:&gt;10, copies:&lt;3 oder copies:2..10.</translation>
    </message>
    <message>
        <source>since: can&apos;t be turned round; write until: instead.</source>
        <translation type="unfinished">since: kann nicht umgekehrt werden; schreiben Sie stattdessen until:.</translation>
    </message>
    <message>
        <source>until: can&apos;t be turned round; write since: instead.</source>
        <translation type="unfinished">until: kann nicht umgekehrt werden; schreiben Sie stattdessen since:.</translation>
    </message>
    <message>
        <source>%1 stands twice.</source>
        <translation type="unfinished">%1 steht zweimal da.</translation>
    </message>
    <message>
        <source>One date is enough here.</source>
        <translation type="unfinished">Ein Datum genügt hier.</translation>
    </message>
    <message>
        <source>%1 is no date, or a time that doesn&apos;t exist. Dates are written 2017, 2017-10, 2017-10-15 or 2017-10-15T06:30.</source>
        <translation type="unfinished">%1 ist kein Datum, oder eine Zeit, die es nicht gibt. Ein Datum schreibt man 2017, 2017-10, 2017-10-15 oder 2017-10-15T06:30.</translation>
    </message>
    <message>
        <source>since: lies after until:, so that no story could be found.</source>
        <translation type="unfinished">since: liegt nach until:, kein Bericht könnte gefunden werden.</translation>
    </message>
    <message>
        <source>%1 takes one value; write it again for the next.</source>
        <translation type="unfinished">%1 nimmt einen Wert; schreiben Sie es für den nächsten noch einmal.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be asked for with %2; possible are: %3.%4</source>
        <translation type="unfinished">%1 kann nicht mit %2 abgefragt werden; möglich sind: %3.%4</translation>
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
        <translation type="unfinished">Beiträge von TikTok</translation>
    </message>
    <message>
        <source>posts of Instagram as its pages hold them</source>
        <translation type="unfinished">Beiträge von Instagram, wie dessen Seiten sie enthalten</translation>
    </message>
    <message>
        <source>posts of Telegram as its program exports them</source>
        <translation type="unfinished">Beiträge von Telegram, wie dessen Programm sie exportiert</translation>
    </message>
    <message>
        <source>an answer of YouTube&apos;s API</source>
        <translation type="unfinished">eine Antwort der API von YouTube</translation>
    </message>
    <message>
        <source>the included part of a Twitter answer, without its tweets</source>
        <translation type="unfinished">der mitgelieferte Teil einer Antwort von Twitter, ohne die Tweets</translation>
    </message>
    <message>
        <source>posts of Weibo, as its API gives them or Zeeschuimer or a scraper keeps them</source>
        <translation type="unfinished">Beiträge von Weibo, wie seine API sie gibt oder Zeeschuimer oder ein Scraper sie speichert</translation>
    </message>
    <message>
        <source>a recording of what a browser loaded (HAR)</source>
        <translation type="unfinished">ein Mitschnitt dessen, was ein Browser geladen hat (HAR)</translation>
    </message>
</context>
<context>
    <name>FourCatCsvReader</name>
    <message>
        <source>the author asks not to be shown to people who aren&apos;t logged in</source>
        <translation type="unfinished">auf eigenen Wunsch nicht für Unangemeldete sichtbar</translation>
    </message>
    <message>
        <source>4CAT&apos;s export, CSV</source>
        <translation type="unfinished">4CAT-Export, CSV</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Less than 200 MiB are free on the disk of “%1”. Make room, then import again.</source>
        <translation type="unfinished">Auf dem Datenträger von „%1“ sind weniger als 200 MiB frei. Schaffen Sie Platz, und importieren Sie dann erneut.</translation>
    </message>
    <message>
        <source>The disk of “%1” is nearly full, so the import stopped after %2 records. Make room and import the file again: it goes on from there.</source>
        <translation type="unfinished">Der Datenträger von „%1“ ist fast voll, darum endete der Import nach %2 Datensätzen. Schaffen Sie Platz, und importieren Sie die Datei erneut: Es geht von dort weiter.</translation>
    </message>
    <message>
        <source>The codebook has no theme “%1”. Its themes are: %2.</source>
        <translation type="unfinished">Das Codebuch hat kein Thema „%1“. Seine Themen sind: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n codings by hand came with the labels.</source>
        <translation type="unfinished">
            <numerusform>%n Kodierung von Hand kam mit den Labels.</numerusform>
            <numerusform>%n Kodierungen von Hand kamen mit den Labels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels found their story coded by hand already; that coding stays.</source>
        <translation type="unfinished">
            <numerusform>Bei %n Label war der Bericht schon von Hand kodiert; diese Kodierung bleibt.</numerusform>
            <numerusform>Bei %n Labels war der Bericht schon von Hand kodiert; diese Kodierung bleibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels that name no theme of the codebook were left out: %1%2.</source>
        <translation type="unfinished">Labels, die kein Thema des Codebuchs nennen, wurden ausgelassen: %1%2.</translation>
    </message>
    <message>
        <source>“%1” is there already. Name another file.</source>
        <translation type="unfinished">„%1“ gibt es schon. Nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written: %2. Name a file in another folder.</source>
        <translation type="unfinished">„%1“ kann nicht geschrieben werden: %2. Nennen Sie eine Datei in einem anderen Ordner.</translation>
    </message>
    <message>
        <source>Line %1 is no rejected record: it needs run, record and content, as “tidemark rejected export” writes them.</source>
        <translation type="unfinished">Zeile %1 ist kein abgewiesener Datensatz: Sie braucht run, record und content, wie „tidemark rejected export“ sie schreibt.</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished">Zeile %1</translation>
    </message>
    <message>
        <source>record %1</source>
        <translation type="unfinished">Datensatz %1</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>It is nested more than 64 levels deep.</source>
        <translation type="unfinished">Es ist mehr als 64 Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation type="unfinished">Es ist leer.</translation>
    </message>
    <message>
        <source>It is not valid JSON: a text is not closed; the line may be cut off.</source>
        <translation type="unfinished">Es ist kein gültiges JSON: Ein Text wird nicht geschlossen; vielleicht ist die Zeile abgeschnitten.</translation>
    </message>
    <message>
        <source>It is not valid JSON (%1).</source>
        <translation type="unfinished">Es ist kein gültiges JSON (%1).</translation>
    </message>
</context>
<context>
    <name>JsonReader</name>
    <message numerus="yes">
        <source>Of %n stories the file holds only the beginning of the text; they are marked as cut.</source>
        <translation type="unfinished">
            <numerusform>Von %n Bericht enthält die Datei nur den Anfang des Textes; er ist als gekürzt markiert.</numerusform>
            <numerusform>Von %n Berichten enthält die Datei nur den Anfang des Textes; sie sind als gekürzt markiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonRecords</name>
    <message>
        <source>The line is longer than 16 MiB.</source>
        <translation type="unfinished">Die Zeile ist länger als 16 MiB.</translation>
    </message>
    <message>
        <source>The record is longer than 16 MiB.</source>
        <translation type="unfinished">Der Datensatz ist länger als 16 MiB.</translation>
    </message>
    <message>
        <source>It is not a JSON object.</source>
        <translation type="unfinished">Es ist kein JSON-Objekt.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters could not be read and were replaced by the sign for an unreadable one.</source>
        <translation type="unfinished">
            <numerusform>%n Zeichen konnte nicht gelesen werden und wurde durch das Zeichen für ein unlesbares ersetzt.</numerusform>
            <numerusform>%n Zeichen konnten nicht gelesen werden und wurden durch das Zeichen für ein unlesbares ersetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file ends in the middle of this line.</source>
        <translation type="unfinished">Die Datei endet mitten in dieser Zeile.</translation>
    </message>
    <message>
        <source>The record has no end: the file breaks off in it, or a bracket or quotation mark in it is damaged.</source>
        <translation type="unfinished">Der Datensatz hat kein Ende: Die Datei bricht darin ab, oder eine Klammer oder ein Anführungszeichen darin ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>JsonTable</name>
    <message>
        <source>It is not a JSON object.</source>
        <translation type="unfinished">Es ist kein JSON-Objekt.</translation>
    </message>
    <message numerus="yes">
        <source>%n values under names that the first records don&apos;t have were left out.</source>
        <translation type="unfinished">
            <numerusform>%n Wert unter einem Namen, den die ersten Datensätze nicht haben, wurde ausgelassen.</numerusform>
            <numerusform>%n Werte unter Namen, die die ersten Datensätze nicht haben, wurden ausgelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>“%1” is no label. Write THEME=COLUMN, for example workplace=at_work, or themes=COLUMN for a column that lists themes.</source>
        <translation type="unfinished">„%1“ ist kein Label. Schreiben Sie THEME=COLUMN, zum Beispiel workplace=at_work, oder themes=COLUMN für eine Spalte, die Themen auflistet.</translation>
    </message>
    <message numerus="yes">
        <source>%n labels say neither yes nor no and were left out.</source>
        <translation type="unfinished">
            <numerusform>%n Label sagt weder ja noch nein und wurde ausgelassen.</numerusform>
            <numerusform>%n Labels sagen weder ja noch nein und wurden ausgelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>No theme is coded by hand, present and absent, in both the stories to learn from and those to judge on. Code some, or bring codings in with “tidemark themes label”.</source>
        <translation type="unfinished">Kein Thema ist von Hand kodiert, vorhanden und fehlend, sowohl in den Berichten, aus denen gelernt wird, als auch in denen, die beurteilt werden. Kodieren Sie einige, oder holen Sie Kodierungen mit „tidemark themes label“ herein.</translation>
    </message>
    <message>
        <source>None of the stories to judge on is coded by hand with %1.</source>
        <translation type="unfinished">Keiner der Berichte, die beurteilt werden, ist von Hand kodiert mit: %1.</translation>
    </message>
    <message>
        <source>the voice “%1”</source>
        <translation type="unfinished">Stimme „%1“</translation>
    </message>
    <message>
        <source>the theme “%1”</source>
        <translation type="unfinished">Thema „%1“</translation>
    </message>
    <message>
        <source>There is no theme “%1”; “tidemark themes” lists them.</source>
        <translation type="unfinished">Es gibt kein Thema „%1“; „tidemark themes“ listet sie auf.</translation>
    </message>
    <message>
        <source>%1 of the stories selected are coded by hand; learning needs at least %2. Code some more.</source>
        <translation type="unfinished">%1 der ausgewählten Berichte sind von Hand kodiert; zum Lernen braucht es mindestens %2. Kodieren Sie weitere.</translation>
    </message>
    <message>
        <source>No theme can be learned: none is coded by hand as present in two of the stories selected and as absent in two.</source>
        <translation type="unfinished">Kein Thema kann gelernt werden: Keines ist in zwei der ausgewählten Berichte von Hand als vorhanden und in zweien als fehlend kodiert.</translation>
    </message>
    <message>
        <source>No story has a column “%1”.</source>
        <translation type="unfinished">Kein Bericht hat eine Spalte „%1“.</translation>
    </message>
    <message>
        <source>No model codes this theme; its rule does.</source>
        <translation type="unfinished">Dieses Thema kodiert kein Modell, sondern seine Regel.</translation>
    </message>
    <message>
        <source>What was learned is too large to be kept. Learn fewer themes at once.</source>
        <translation type="unfinished">Das Gelernte ist zu groß, um gespeichert zu werden. Lernen Sie weniger Themen auf einmal.</translation>
    </message>
    <message>
        <source>Stopped before it was done.</source>
        <translation type="unfinished">Angehalten, bevor es fertig war.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be learned: of the stories selected, %2 are coded by hand as having it and %3 as not having it, and both are needed. Code some more by hand.</source>
        <translation type="unfinished">%1 kann nicht gelernt werden: Von den ausgewählten Berichten sind %2 von Hand als zutreffend und %3 als nicht zutreffend kodiert, und beides wird gebraucht. Kodieren Sie weitere von Hand.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished">Angehalten.</translation>
    </message>
    <message>
        <source>The codebook has this theme no longer. Choose another one.</source>
        <translation type="unfinished">Das Codebuch hat dieses Thema nicht mehr. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>What was learned can&apos;t be read: it is damaged or of another Tidemark. Train the themes again.</source>
        <translation type="unfinished">Das Gelernte kann nicht gelesen werden: Es ist beschädigt oder stammt von einem anderen Tidemark. Trainieren Sie die Themen erneut.</translation>
    </message>
    <message>
        <source>%1 stories are coded by hand with this theme or voice; the learner can suggest some from %2 on. Begin with a sample.</source>
        <translation type="unfinished">%1 Berichte sind mit diesem Thema oder dieser Stimme von Hand kodiert; ab %2 können welche vorgeschlagen werden. Beginnen Sie mit einer Stichprobe.</translation>
    </message>
</context>
<context>
    <name>LimitedReader</name>
    <message>
        <source>The record is longer than 16 MiB.</source>
        <translation type="unfinished">Der Datensatz ist länger als 16 MiB.</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished">&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished">&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished">&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished">&amp;Ansicht</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation type="unfinished">Te&amp;xt</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation type="unfinished">Ze&amp;itleiste</translation>
    </message>
    <message>
        <source>A&amp;ppearance</source>
        <translation type="unfinished">Ersc&amp;heinungsbild</translation>
    </message>
    <message>
        <source>&amp;Story</source>
        <translation type="unfinished">Be&amp;richt</translation>
    </message>
    <message>
        <source>&amp;Themes</source>
        <translation type="unfinished">&amp;Themen</translation>
    </message>
    <message>
        <source>&amp;Voice</source>
        <translation type="unfinished">St&amp;imme</translation>
    </message>
    <message>
        <source>&amp;Collection</source>
        <translation type="unfinished">&amp;Sammlung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished">&amp;Hilfe</translation>
    </message>
    <message>
        <source>O&amp;rder</source>
        <translation type="unfinished">&amp;Reihenfolge</translation>
    </message>
    <message>
        <source>Codi&amp;ng Round</source>
        <translation type="unfinished">Ko&amp;dierrunde</translation>
    </message>
</context>
<context>
    <name>MastodonReader</name>
    <message>
        <source>an error message instead of a story</source>
        <translation type="unfinished">eine Fehlermeldung statt eines Berichts</translation>
    </message>
    <message>
        <source>no status</source>
        <translation type="unfinished">kein Beitrag</translation>
    </message>
    <message>
        <source>an earlier version of a status, without its address</source>
        <translation type="unfinished">eine frühere Fassung eines Beitrags, ohne seine Adresse</translation>
    </message>
    <message>
        <source>not public</source>
        <translation type="unfinished">nicht öffentlich</translation>
    </message>
    <message>
        <source>its author asked not to be found by searching</source>
        <translation type="unfinished">auf eigenen Wunsch nicht über die Suche auffindbar</translation>
    </message>
    <message>
        <source>Mastodon&apos;s API</source>
        <translation type="unfinished">API von Mastodon</translation>
    </message>
</context>
<context>
    <name>Opml</name>
    <message>
        <source>%1 can&apos;t be read, or is larger than any list of feeds.</source>
        <translation type="unfinished">%1 kann nicht gelesen werden, oder ist größer als jede Liste von Feeds.</translation>
    </message>
    <message>
        <source>%1 is no list of feeds (OPML).</source>
        <translation type="unfinished">%1 ist keine Liste von Feeds (OPML).</translation>
    </message>
    <message>
        <source>%1 could not be read to its end, so nothing was added: %2 Get the file again.</source>
        <translation type="unfinished">%1 konnte nicht bis zum Ende gelesen werden, daher wurde nichts hinzugefügt: %2 Beschaffen Sie die Datei neu.</translation>
    </message>
    <message>
        <source>%1 is a list of feeds (OPML) that names none.</source>
        <translation type="unfinished">%1 ist eine Liste von Feeds (OPML), die keinen nennt.</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation type="unfinished">PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation type="unfinished">SVG-Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation type="unfinished">PDF-Dokumente (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>stories</source>
        <translation type="unfinished">berichte</translation>
    </message>
    <message>
        <source>The folder %1 for collections can&apos;t be made. Name a collection elsewhere, or make the folder yourself.</source>
        <translation type="unfinished">Der Ordner %1 für Sammlungen kann nicht angelegt werden. Nennen Sie eine Sammlung an einem anderen Ort, oder legen Sie den Ordner selbst an.</translation>
    </message>
</context>
<context>
    <name>Platform</name>
    <message>
        <source>Blog or news</source>
        <translation type="unfinished">Blog oder Nachrichten</translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished">Andere</translation>
    </message>
</context>
<context>
    <name>PreviewRows</name>
    <message>
        <source>(a repost)</source>
        <translation type="unfinished">(ein Repost)</translation>
    </message>
    <message>
        <source>(taken back by its author)</source>
        <translation type="unfinished">(zurückgezogen)</translation>
    </message>
    <message>
        <source>(skipped: %1)</source>
        <translation type="unfinished">(übersprungen: %1)</translation>
    </message>
    <message>
        <source>(set aside: %1)</source>
        <translation type="unfinished">(zurückgestellt: %1)</translation>
    </message>
</context>
<context>
    <name>PrivateContent</name>
    <message>
        <source>direct messages</source>
        <translation type="unfinished">Direktnachrichten</translation>
    </message>
    <message>
        <source>messages of a chat</source>
        <translation type="unfinished">Nachrichten eines Chats</translation>
    </message>
    <message>
        <source>searches</source>
        <translation type="unfinished">Suchanfragen</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation type="unfinished">Entwürfe</translation>
    </message>
    <message>
        <source>comments or group posts of a Facebook archive</source>
        <translation type="unfinished">Kommentare oder Gruppenbeiträge eines Facebook-Archivs</translation>
    </message>
    <message>
        <source>likes</source>
        <translation type="unfinished">Gefällt-mir-Angaben</translation>
    </message>
    <message>
        <source>posts for a chosen circle</source>
        <translation type="unfinished">Beiträge für einen ausgewählten Kreis</translation>
    </message>
</context>
<context>
    <name>ProgressSentence</name>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished">noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation type="unfinished">noch %1 min</translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <translation type="unfinished">%1 von etwa %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished">%1/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished">%1 %</translation>
    </message>
</context>
<context>
    <name>QueryCompletion</name>
    <message>
        <source>a theme of the codebook</source>
        <translation type="unfinished">ein Thema des Codebuchs</translation>
    </message>
    <message>
        <source>testimony, support, ...</source>
        <translation type="unfinished">testimony, support, ...</translation>
    </message>
    <message>
        <source>where it was shared</source>
        <translation type="unfinished">wo es geteilt wurde</translation>
    </message>
    <message>
        <source>language, as en or es</source>
        <translation type="unfinished">Sprache, wie en oder es</translation>
    </message>
    <message>
        <source>what brought it</source>
        <translation type="unfinished">was es gebracht hat</translation>
    </message>
    <message>
        <source>a further column, as attr:name=value</source>
        <translation type="unfinished">eine weitere Spalte, wie attr:name=wert</translation>
    </message>
    <message>
        <source>a story&apos;s number</source>
        <translation type="unfinished">die Nummer eines Berichts</translation>
    </message>
    <message>
        <source>the first day, as 2017-10-15</source>
        <translation type="unfinished">der erste Tag, wie 2017-10-15</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation type="unfinished">der letzte Tag</translation>
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
        <translation type="unfinished">wie viele Beinahe-Kopien, wie 2 oder &gt;10</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished">von Hand</translation>
    </message>
    <message>
        <source>no theme</source>
        <translation type="unfinished">kein Thema</translation>
    </message>
    <message>
        <source>nobody copied it</source>
        <translation type="unfinished">niemand hat es kopiert</translation>
    </message>
    <message>
        <source>it has copies</source>
        <translation type="unfinished">es hat Kopien</translation>
    </message>
    <message>
        <source>more than ten</source>
        <translation type="unfinished">mehr als zehn</translation>
    </message>
</context>
<context>
    <name>QueryHelp</name>
    <message>
        <source>both words, anywhere in the story</source>
        <translation type="unfinished">beide Wörter, irgendwo im Bericht</translation>
    </message>
    <message>
        <source>these words in a row</source>
        <translation type="unfinished">diese Wörter hintereinander</translation>
    </message>
    <message>
        <source>words that begin so</source>
        <translation type="unfinished">Wörter, die so beginnen</translation>
    </message>
    <message>
        <source>either word; round brackets group</source>
        <translation type="unfinished">eines der Wörter; runde Klammern gruppieren</translation>
    </message>
    <message>
        <source>the first without the second; NOT film does the same</source>
        <translation type="unfinished">das erste ohne das zweite; NOT film bewirkt dasselbe</translation>
    </message>
    <message>
        <source>at most five words between</source>
        <translation type="unfinished">höchstens fünf Wörter dazwischen</translation>
    </message>
    <message>
        <source>this hashtag</source>
        <translation type="unfinished">dieser Hashtag</translation>
    </message>
    <message>
        <source>any of these themes</source>
        <translation type="unfinished">eines dieser Themen</translation>
    </message>
    <message>
        <source>without this theme; - works before every term</source>
        <translation type="unfinished">ohne dieses Thema; - wirkt vor jedem Begriff</translation>
    </message>
    <message>
        <source>testimony, solidarity, support, commentary, unknown</source>
        <translation type="unfinished">testimony, solidarity, support, commentary, unknown</translation>
    </message>
    <message>
        <source>where it was shared, in which language</source>
        <translation type="unfinished">wo es geteilt wurde, in welcher Sprache</translation>
    </message>
    <message>
        <source>which file brought it</source>
        <translation type="unfinished">welche Datei es gebracht hat</translation>
    </message>
    <message>
        <source>a further column of an imported file</source>
        <translation type="unfinished">eine weitere Spalte einer importierten Datei</translation>
    </message>
    <message>
        <source>from the first day to the last</source>
        <translation type="unfinished">vom ersten Tag bis zum letzten</translation>
    </message>
    <message>
        <source>also has:note, has:theme, has:warning</source>
        <translation type="unfinished">auch has:note, has:theme, has:warning</translation>
    </message>
    <message>
        <source>the first of those that say nearly the same; the later ones</source>
        <translation type="unfinished">der erste von denen, die fast dasselbe sagen; die späteren</translation>
    </message>
    <message>
        <source>how many near-copies a story has</source>
        <translation type="unfinished">wie viele Beinahe-Kopien ein Bericht hat</translation>
    </message>
    <message>
        <source>somebody set a theme or the voice by hand</source>
        <translation type="unfinished">jemand hat ein Thema oder die Stimme von Hand gesetzt</translation>
    </message>
</context>
<context>
    <name>QueryLexer</name>
    <message>
        <source>%1 has no word in it that can be searched for; links, signs and emoji have none.</source>
        <translation type="unfinished">%1 enthält kein Wort, nach dem gesucht werden kann; Links, Zeichen und Emojis haben keines.</translation>
    </message>
    <message>
        <source>%1 is no key of a filter.%2 To search for it as words, put it in quotes.</source>
        <translation type="unfinished">%1 ist kein Schlüssel eines Filters.%2 Um danach als Wörter zu suchen, setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The parenthesis of NEAR is not closed.</source>
        <translation type="unfinished">Die Klammer von NEAR ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>NEAR needs words, such as NEAR(boss office, 5).</source>
        <translation type="unfinished">NEAR braucht Wörter, wie NEAR(boss office, 5).</translation>
    </message>
    <message>
        <source>NEAR takes words and phrases only, such as NEAR(boss &quot;his office&quot;, 5).</source>
        <translation type="unfinished">NEAR nimmt nur Wörter und Wortfolgen, wie NEAR(boss &quot;his office&quot;, 5).</translation>
    </message>
    <message>
        <source>Behind the comma of NEAR stands one number, the most words between, and then the closing parenthesis.</source>
        <translation type="unfinished">Hinter dem Komma von NEAR steht eine Zahl, die Höchstzahl der Wörter dazwischen, und dann die schließende Klammer.</translation>
    </message>
    <message>
        <source>An attribute is asked for as attr:name=value.</source>
        <translation type="unfinished">Ein Attribut wird als attr:name=wert abgefragt.</translation>
    </message>
    <message>
        <source>Put a space behind the closing quote.</source>
        <translation type="unfinished">Setzen Sie ein Leerzeichen hinter das schließende Anführungszeichen.</translation>
    </message>
    <message>
        <source>A value with a quote in it is put in quotes as a whole, the inner quote written twice.</source>
        <translation type="unfinished">Ein Wert mit einem Anführungszeichen wird als Ganzes in Anführungszeichen gesetzt, das innere doppelt geschrieben.</translation>
    </message>
    <message>
        <source>Behind %1 a value is missing.</source>
        <translation type="unfinished">Hinter %1 fehlt ein Wert.</translation>
    </message>
    <message>
        <source>This quote is not closed.</source>
        <translation type="unfinished">Dieses Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>A * that stands for any letters comes at the end of a word, such as harass*. To search for it as words, put it in quotes.</source>
        <translation type="unfinished">Ein *, das für beliebige Buchstaben steht, kommt ans Ende eines Wortes, wie harass*. Um danach als Wörter zu suchen, setzen Sie es in Anführungszeichen.</translation>
    </message>
</context>
<context>
    <name>QueryParser</name>
    <message>
        <source>This parenthesis closes none.</source>
        <translation type="unfinished">Diese Klammer schließt keine.</translation>
    </message>
    <message>
        <source>%1 needs words on both sides. To search for it as a word, put it in quotes.</source>
        <translation type="unfinished">%1 braucht Wörter auf beiden Seiten. Um danach als Wort zu suchen, setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>OR and parentheses join words only; %1 is joined to the rest by &quot;and&quot;.</source>
        <translation type="unfinished">OR und Klammern verbinden nur Wörter; %1 ist mit dem Rest durch „und“ verbunden.</translation>
    </message>
    <message>
        <source>%1 needs a word behind it. To search for it as a word, put it in quotes.</source>
        <translation type="unfinished">%1 braucht dahinter ein Wort. Um danach als Wort zu suchen, setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Only words can be asked for here. To search for %1 as words, put it in quotes.</source>
        <translation type="unfinished">Hier können nur Wörter abgefragt werden. Um nach %1 als Wörtern zu suchen, setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n parentheses can stand inside each other.</source>
        <translation type="unfinished">
            <numerusform>Höchstens %n Klammer kann in einer anderen stehen.</numerusform>
            <numerusform>Höchstens %n Klammern können ineinander stehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation type="unfinished">Diese Klammer ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>There are no words in this parenthesis.</source>
        <translation type="unfinished">In dieser Klammer stehen keine Wörter.</translation>
    </message>
    <message>
        <source>A filter has at most %L1 characters.</source>
        <translation type="unfinished">Ein Filter hat höchstens %L1 Zeichen.</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Question</source>
        <translation type="unfinished">Frage</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished">Hinweis</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>The text is longer than 1 MiB, which is no longer one story.</source>
        <translation type="unfinished">Der Text ist länger als 1 MiB, das ist nicht mehr ein einzelner Bericht.</translation>
    </message>
    <message>
        <source>no text</source>
        <translation type="unfinished">kein Text</translation>
    </message>
    <message>
        <source>There is no format “%1”. The formats are: %2.</source>
        <translation type="unfinished">Es gibt kein Format „%1“. Die Formate sind: %2.</translation>
    </message>
    <message>
        <source>%1 is a spreadsheet or another office document. Open it in LibreOffice or Excel, save the sheet as CSV (UTF-8), and import that file.</source>
        <translation type="unfinished">%1 ist eine Tabelle oder ein anderes Office-Dokument. Öffnen Sie es in LibreOffice oder Excel, speichern Sie das Blatt als CSV (UTF-8), und importieren Sie diese Datei.</translation>
    </message>
    <message>
        <source>%1 is a text document. Tidemark reads tables, JSON, and archives of them.</source>
        <translation type="unfinished">%1 ist ein Textdokument. Tidemark liest Tabellen, JSON und Archive davon.</translation>
    </message>
    <message>
        <source>older than the day asked for</source>
        <translation type="unfinished">älter als der gewünschte Tag</translation>
    </message>
</context>
<context>
    <name>RedditReader</name>
    <message>
        <source>It is neither a post nor a comment as Reddit writes them.</source>
        <translation type="unfinished">Es ist weder ein Beitrag noch ein Kommentar, wie Reddit sie schreibt.</translation>
    </message>
    <message>
        <source>not public</source>
        <translation type="unfinished">nicht öffentlich</translation>
    </message>
    <message>
        <source>a stub for more comments, which the file doesn&apos;t hold</source>
        <translation type="unfinished">ein Platzhalter für weitere Kommentare, die die Datei nicht enthält</translation>
    </message>
    <message>
        <source>a private message, which is never imported</source>
        <translation type="unfinished">eine private Nachricht; solche werden nie importiert</translation>
    </message>
    <message>
        <source>an account, a community or another thing that is no story</source>
        <translation type="unfinished">ein Konto, eine Community oder etwas anderes, das kein Bericht ist</translation>
    </message>
    <message>
        <source>Reddit, dump or answer of its API, JSON</source>
        <translation type="unfinished">Reddit, Dump oder Antwort der API, JSON</translation>
    </message>
</context>
<context>
    <name>SampleCollection</name>
    <message>
        <source>The sample collection can&apos;t be made at %1. Look whether the folder can be written and has space left.</source>
        <translation type="unfinished">Die Beispielsammlung kann unter %1 nicht angelegt werden. Prüfen Sie, ob der Ordner beschreibbar ist und Platz hat.</translation>
    </message>
</context>
<context>
    <name>SplitterAccessible</name>
    <message>
        <source>Border between %1 and %2</source>
        <translation type="unfinished">Grenze zwischen %1 und %2</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>Stopped. No copy was made.</source>
        <translation type="unfinished">Angehalten. Es wurde keine Kopie angelegt.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Give the copy a name of its own in it.</source>
        <translation type="unfinished">„%1“ ist ein Ordner. Geben Sie der Kopie darin einen eigenen Namen.</translation>
    </message>
    <message>
        <source>“%1” is this very collection. Choose another name for the copy.</source>
        <translation type="unfinished">„%1“ ist diese Sammlung selbst. Wählen Sie für die Kopie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“%1” is open in Tidemark. Choose another name for the copy.</source>
        <translation type="unfinished">„%1“ ist in Tidemark geöffnet. Wählen Sie für die Kopie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The folder of “%1” can&apos;t be written. Choose another one for the copy.</source>
        <translation type="unfinished">Der Ordner von „%1“ ist nicht beschreibbar. Wählen Sie für die Kopie einen anderen.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written (%2). Choose another place for the copy.</source>
        <translation type="unfinished">„%1“ kann nicht geschrieben werden (%2). Wählen Sie für die Kopie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished">Angehalten.</translation>
    </message>
    <message>
        <source>“%1” is open in another Tidemark (process %2 on %3), so here it can only be read. Close it there to change it here.</source>
        <translation type="unfinished">„%1“ ist in einem anderen Tidemark geöffnet (Prozess %2 auf %3) und kann hier nur gelesen werden. Schließen Sie die Sammlung dort, um sie hier zu ändern.</translation>
    </message>
    <message>
        <source>The folder of “%1” can&apos;t be written, so the collection can only be read. To change it, copy it to a folder of your own.</source>
        <translation type="unfinished">Der Ordner von „%1“ ist nicht beschreibbar, darum kann die Sammlung nur gelesen werden. Um sie zu ändern, kopieren Sie sie in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>There is no space left on the disk of “%1”. Nothing was lost; make room and try again.</source>
        <translation type="unfinished">Auf dem Datenträger von „%1“ ist kein Platz mehr. Nichts ging verloren; schaffen Sie Platz, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>“%1” is in use by another program. Close that program and try again.</source>
        <translation type="unfinished">„%1“ wird von einem anderen Programm benutzt. Schließen Sie dieses Programm, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>“%1” is damaged (%2). Open a copy that you saved earlier, or rescue what is left with: sqlite3 FILE .recover</source>
        <translation type="unfinished">„%1“ ist beschädigt (%2). Öffnen Sie eine früher gespeicherte Kopie, oder retten Sie, was übrig ist, mit: sqlite3 FILE .recover</translation>
    </message>
    <message>
        <source>“%1” is not a collection. To bring a file of stories in, import it.</source>
        <translation type="unfinished">„%1“ ist keine Sammlung. Um eine Datei mit Berichten hereinzuholen, importieren Sie sie.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written. Check the file&apos;s and the folder&apos;s permissions, or save a copy elsewhere.</source>
        <translation type="unfinished">„%1“ kann nicht geschrieben werden. Prüfen Sie die Rechte der Datei und des Ordners, oder speichern Sie eine Kopie an einem anderen Ort.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be opened. Check the file&apos;s and the folder&apos;s permissions.</source>
        <translation type="unfinished">„%1“ kann nicht geöffnet werden. Prüfen Sie die Rechte der Datei und des Ordners.</translation>
    </message>
    <message>
        <source>Reading or writing “%1” failed (%2). Check the disk, then try again.</source>
        <translation type="unfinished">Das Lesen oder Schreiben von „%1“ ist fehlgeschlagen (%2). Prüfen Sie den Datenträger, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Something is too large to be stored in “%1”.</source>
        <translation type="unfinished">Etwas ist zu groß, um in „%1“ gespeichert zu werden.</translation>
    </message>
    <message>
        <source>SQLite failed on “%1”: %2.</source>
        <translation type="unfinished">SQLite ist an „%1“ gescheitert: %2.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing. Install libqt6sql6-sqlite.</source>
        <translation type="unfinished">Der SQLite-Treiber von Qt fehlt. Installieren Sie libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>Only words, tags and NEAR can be looked up by themselves.</source>
        <translation type="unfinished">Nur Wörter, Tags und NEAR können für sich nachgeschlagen werden.</translation>
    </message>
    <message>
        <source>The question has too many brackets within brackets.</source>
        <translation type="unfinished">Die Frage hat zu viele Klammern in Klammern.</translation>
    </message>
    <message>
        <source>The database is damaged: %1.</source>
        <translation type="unfinished">Die Datenbank ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>A row of “%1” refers to a row of “%2” that isn&apos;t there.</source>
        <translation type="unfinished">Eine Zeile von „%1“ verweist auf eine Zeile von „%2“, die es nicht gibt.</translation>
    </message>
    <message>
        <source>The full text (%1) holds %2 stories instead of %3, so searches may miss some.</source>
        <translation type="unfinished">Der Volltext (%1) enthält %2 Berichte statt %3, Suchen können also einige übersehen.</translation>
    </message>
    <message>
        <source>The full text can&apos;t be read: %1</source>
        <translation type="unfinished">Der Volltext kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The view “stories” shows %1 stories instead of %2.</source>
        <translation type="unfinished">Die Sicht „stories“ zeigt %1 Berichte statt %2.</translation>
    </message>
    <message>
        <source>Story %1 was taken back and is still there.</source>
        <translation type="unfinished">Bericht %1 wurde zurückgezogen und ist noch da.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be made (%2). Choose another place.</source>
        <translation type="unfinished">„%1“ kann nicht angelegt werden (%2). Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The theme “%1” can&apos;t leave the codebook, for stories were coded with it by hand.</source>
        <translation type="unfinished">Das Thema „%1“ kann das Codebuch nicht verlassen, denn Berichte wurden damit von Hand kodiert.</translation>
    </message>
    <message>
        <source>“%1” is a database, but not a collection of Tidemark. Open a file that ends in .tidemark, or start a new collection.</source>
        <translation type="unfinished">„%1“ ist eine Datenbank, aber keine Sammlung von Tidemark. Öffnen Sie eine Datei, die auf .tidemark endet, oder legen Sie eine neue Sammlung an.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Choose a collection in it: a file that ends in .tidemark.</source>
        <translation type="unfinished">„%1“ ist ein Ordner. Wählen Sie eine Sammlung darin: eine Datei, die auf .tidemark endet.</translation>
    </message>
    <message>
        <source>“%1” is not an ordinary file. Choose a collection.</source>
        <translation type="unfinished">„%1“ ist keine gewöhnliche Datei. Wählen Sie eine Sammlung.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read. Ask its owner for the permission to read it.</source>
        <translation type="unfinished">„%1“ kann nicht gelesen werden. Lassen Sie sich das Leserecht geben.</translation>
    </message>
    <message>
        <source>“%1” is empty: not a collection. Choose another file or start a new collection.</source>
        <translation type="unfinished">„%1“ ist leer: keine Sammlung. Wählen Sie eine andere Datei, oder legen Sie eine neue Sammlung an.</translation>
    </message>
    <message>
        <source>There is no collection at “%1”. Check the name, or start a new collection there.</source>
        <translation type="unfinished">Unter „%1“ gibt es keine Sammlung. Prüfen Sie den Namen, oder legen Sie dort eine neue Sammlung an.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing or doesn&apos;t work. Install libqt6sql6-sqlite.</source>
        <translation type="unfinished">Der SQLite-Treiber von Qt fehlt oder funktioniert nicht. Installieren Sie libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>Tidemark runs SQLite %1 and Qt&apos;s driver SQLite %2. With two libraries a collection could be spoiled, so Tidemark stops here: build it against the SQLite that Qt uses.</source>
        <translation type="unfinished">Tidemark läuft mit SQLite %1 und der Treiber von Qt mit SQLite %2. Mit zwei Bibliotheken könnte eine Sammlung verdorben werden, darum hält Tidemark hier an: Bauen Sie es mit dem SQLite, das Qt verwendet.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written, so it can only be read. To change it, save a copy elsewhere.</source>
        <translation type="unfinished">„%1“ ist nicht beschreibbar und kann nur gelesen werden. Um etwas zu ändern, speichern Sie eine Kopie an einem anderen Ort.</translation>
    </message>
    <message>
        <source>“%1” was made by a newer Tidemark, so here it can only be read. Update Tidemark to change it.</source>
        <translation type="unfinished">„%1“ wurde von einem neueren Tidemark angelegt und kann hier nur gelesen werden. Aktualisieren Sie Tidemark, um etwas zu ändern.</translation>
    </message>
    <message>
        <source>“%1” was made by an older Tidemark and has to be brought up to date, but it can&apos;t be written. Copy it to a folder of your own and open the copy.</source>
        <translation type="unfinished">„%1“ wurde von einem älteren Tidemark angelegt und muss auf den neuesten Stand gebracht werden, ist aber nicht beschreibbar. Kopieren Sie die Datei in einen eigenen Ordner, und öffnen Sie die Kopie.</translation>
    </message>
    <message>
        <source>The collection has no story %1.</source>
        <translation type="unfinished">Die Sammlung hat keinen Bericht %1.</translation>
    </message>
    <message>
        <source>“%1” is the collection&apos;s own setting.</source>
        <translation type="unfinished">„%1“ ist eine Einstellung, die der Sammlung selbst gehört.</translation>
    </message>
    <message>
        <source>“%1” changes without a pause. Try again when that is over.</source>
        <translation type="unfinished">„%1“ ändert sich ohne Pause. Versuchen Sie es erneut, wenn das vorbei ist.</translation>
    </message>
    <message>
        <source>This collection has a source called “%1” already. Choose another name.</source>
        <translation type="unfinished">Diese Sammlung hat schon eine Quelle namens „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>This codebook is not in the collection any more.</source>
        <translation type="unfinished">Dieses Codebuch ist nicht mehr in der Sammlung.</translation>
    </message>
    <message>
        <source>Codebook %1, which is not in force, can&apos;t be read: %2</source>
        <translation type="unfinished">Das Codebuch %1, das nicht in Kraft ist, kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>“%1” was changed or removed while it was fetched, so what came after that was not taken. Fetch it again.</source>
        <translation type="unfinished">„%1“ wurde während des Abrufs geändert oder entfernt, darum wurde nicht übernommen, was danach kam. Rufen Sie die Quelle erneut ab.</translation>
    </message>
    <message>
        <source>The view “%1” can&apos;t be read: %2</source>
        <translation type="unfinished">Die Sicht „%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The attributes of story %1 can&apos;t be read.</source>
        <translation type="unfinished">Die Attribute des Berichts %1 können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>More is wrong; the first %1 findings are told.</source>
        <translation type="unfinished">Es ist noch mehr nicht in Ordnung; genannt sind die ersten %1 Befunde.</translation>
    </message>
    <message>
        <source>An import into it isn&apos;t done: until that or the next opening for changes has ended, words find too few stories, and answers aren&apos;t linked to what they answer.</source>
        <translation type="unfinished">Ein Import in sie ist nicht abgeschlossen: Bis er oder das nächste Öffnen zum Ändern beendet ist, finden Wörter zu wenige Berichte, und Antworten sind nicht mit dem verknüpft, worauf sie antworten.</translation>
    </message>
    <message>
        <source>An import into it isn&apos;t done: until that or the next opening for changes has ended, words find too few stories.</source>
        <translation type="unfinished">Ein Import in sie ist nicht fertig: Bis er oder das nächste Öffnen zum Ändern zu Ende ist, finden Wörter zu wenige Berichte.</translation>
    </message>
    <message>
        <source>%1 keys that stories are known by can&apos;t be told any more: once forgotten, these stories may come in again.</source>
        <translation type="unfinished">%1 Schlüssel, an denen Berichte erkannt werden, lassen sich nicht mehr angeben: Einmal vergessen, können diese Berichte wieder hereinkommen.</translation>
    </message>
</context>
<context>
    <name>StoryDocument</name>
    <message>
        <source>by rule</source>
        <translation type="unfinished">nach Regel</translation>
    </message>
    <message>
        <source>by model</source>
        <translation type="unfinished">nach Modell</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished">von Hand</translation>
    </message>
    <message>
        <source>The record&apos;s time could not be read: %1</source>
        <translation type="unfinished">Die Zeit des Datensatzes konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The record names no time zone; its time is read as UTC.</source>
        <translation type="unfinished">Der Datensatz nennt keine Zeitzone; seine Zeit wird als UTC gelesen.</translation>
    </message>
    <message>
        <source>%1 (detected)</source>
        <translation type="unfinished">%1 (erkannt)</translation>
    </message>
    <message>
        <source>The author&apos;s content warning: </source>
        <translation type="unfinished">Inhaltswarnung im Original: </translation>
    </message>
    <message>
        <source>Marked as sensitive where it was shared.</source>
        <translation type="unfinished">Am Ort der Veröffentlichung als heikel markiert.</translation>
    </message>
    <message>
        <source>This is the beginning of a text of %1 characters. </source>
        <translation type="unfinished">Dies ist der Anfang eines Textes von %1 Zeichen. </translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished">Mehr anzeigen</translation>
    </message>
    <message>
        <source>The record holds only the beginning of this text.</source>
        <translation type="unfinished">Der Datensatz enthält nur den Anfang dieses Textes.</translation>
    </message>
    <message>
        <source>Pictures, as described by the author</source>
        <translation type="unfinished">Bilder, wie im Original beschrieben</translation>
    </message>
    <message>
        <source>In reply to</source>
        <translation type="unfinished">Antwort auf</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished">Zitiert</translation>
    </message>
    <message>
        <source>Show story %1</source>
        <translation type="unfinished">Bericht %1 anzeigen</translation>
    </message>
    <message>
        <source>Not in this collection.</source>
        <translation type="unfinished">Nicht in dieser Sammlung.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished">Notiz</translation>
    </message>
    <message>
        <source>Not %1 (%2)</source>
        <translation type="unfinished">Nicht %1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished">%1 (%2)</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Themen</translation>
    </message>
    <message>
        <source>No theme</source>
        <translation type="unfinished">Kein Thema</translation>
    </message>
    <message>
        <source>Before it was edited, %1</source>
        <translation type="unfinished">Vor der Bearbeitung, %1</translation>
    </message>
    <message>
        <source>Before it was edited</source>
        <translation type="unfinished">Vor der Bearbeitung</translation>
    </message>
    <message>
        <source>Further columns</source>
        <translation type="unfinished">Weitere Spalten</translation>
    </message>
    <message>
        <source>%1: </source>
        <translation type="unfinished">%1: </translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished">bearbeitet</translation>
    </message>
    <message>
        <source>story %1</source>
        <translation type="unfinished">Bericht %1</translation>
    </message>
    <message>
        <source>Open at %1</source>
        <translation type="unfinished">Öffnen bei %1</translation>
    </message>
    <message>
        <source>Also %1</source>
        <translation type="unfinished">Auch %1</translation>
    </message>
    <message>
        <source>%1, record %2, imported %3</source>
        <translation type="unfinished">%1, Datensatz %2, importiert am %3</translation>
    </message>
    <message>
        <source>for it its rule</source>
        <translation type="unfinished">dafür seine Regel</translation>
    </message>
    <message>
        <source>for it %1</source>
        <translation type="unfinished">dafür %1</translation>
    </message>
    <message>
        <source>against it %1</source>
        <translation type="unfinished">dagegen %1</translation>
    </message>
    <message>
        <source>Replies in this collection</source>
        <translation type="unfinished">Antworten in dieser Sammlung</translation>
    </message>
    <message>
        <source>covered</source>
        <translation type="unfinished">verdeckt</translation>
    </message>
    <message>
        <source>%1 word</source>
        <translation type="unfinished">%1 Wort</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation type="unfinished">%1 Wörter</translation>
    </message>
    <message>
        <source>reposted once</source>
        <translation type="unfinished">einmal geteilt</translation>
    </message>
    <message>
        <source>reposted %1 times</source>
        <translation type="unfinished">%1-mal geteilt</translation>
    </message>
    <message>
        <source>one near-copy in this collection</source>
        <translation type="unfinished">eine Beinahe-Kopie in dieser Sammlung</translation>
    </message>
    <message>
        <source>%1 near-copies in this collection</source>
        <translation type="unfinished">%1 Beinahe-Kopien in dieser Sammlung</translation>
    </message>
    <message>
        <source>agreed upon by the coders</source>
        <translation type="unfinished">von den Kodierenden vereinbart</translation>
    </message>
    <message>
        <source>by hand: %1</source>
        <translation type="unfinished">von Hand: %1</translation>
    </message>
    <message>
        <source>the rule of no other voice holds</source>
        <translation type="unfinished">die Regel keiner anderen Stimme trifft zu</translation>
    </message>
    <message>
        <source>hardly a word beside tags, names and links</source>
        <translation type="unfinished">kaum ein Wort außer Hashtags, Namen und Links</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished">Stimme</translation>
    </message>
    <message>
        <source>probability %1, cut %2</source>
        <translation type="unfinished">Wahrscheinlichkeit %1, Schwelle %2</translation>
    </message>
    <message>
        <source>What the file said in them is damaged and can&apos;t be read.</source>
        <translation type="unfinished">Was die Datei darin sagte, ist beschädigt und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Hidden in a blind round, as is the voice</source>
        <translation type="unfinished">In einer blinden Runde verborgen, wie auch die Stimme</translation>
    </message>
</context>
<context>
    <name>Subscription</name>
    <message>
        <source>“%1” is no address. Give one like https://server.example.</source>
        <translation type="unfinished">„%1“ ist keine Adresse. Geben Sie eine an wie https://server.example.</translation>
    </message>
    <message>
        <source>Name the hashtags that are to be followed.</source>
        <translation type="unfinished">Nennen Sie die Hashtags, denen gefolgt werden soll.</translation>
    </message>
    <message>
        <source>Servers take at most four hashtags together.</source>
        <translation type="unfinished">Server nehmen höchstens vier Hashtags zusammen an.</translation>
    </message>
    <message>
        <source>Say what is to be searched for.</source>
        <translation type="unfinished">Geben Sie an, wonach gesucht werden soll.</translation>
    </message>
    <message>
        <source>Bluesky lets nobody search without an account: name yours, and give an app password of it.</source>
        <translation type="unfinished">Bluesky lässt niemanden ohne Konto suchen: Nennen Sie Ihres, und geben Sie ein App-Passwort dafür an.</translation>
    </message>
    <message>
        <source>X takes money for every post that is read: set a budget, how many one fetch may read at most (10 or more).</source>
        <translation type="unfinished">X nimmt Geld für jeden gelesenen Beitrag: Legen Sie ein Budget fest, wie viele ein Abruf höchstens lesen darf (10 oder mehr).</translation>
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
        <translation type="unfinished">Feed</translation>
    </message>
    <message>
        <source>%1 lets nobody in without a password or token, and none is known here, so nothing was asked. Edit the source to give it.</source>
        <translation type="unfinished">%1 lässt niemanden ohne Passwort oder Token ein, und hier ist keines bekannt; darum wurde nichts gefragt. Bearbeiten Sie die Quelle, um es anzugeben.</translation>
    </message>
    <message>
        <source>“%1” may read up to %2 posts of X, each of which costs money. In this month it has read %3.</source>
        <translation type="unfinished">„%1“ darf bis zu %2 Beiträge von X lesen, von denen jeder Geld kostet. In diesem Monat wurden %3 gelesen.</translation>
    </message>
    <message>
        <source>By schedule, X is asked only within a budget for the month, since nobody is asked first: set one (10 or more), or have it fetched only when asked.</source>
        <translation type="unfinished">Nach Zeitplan wird X nur innerhalb eines Budgets für den Monat gefragt, weil dabei niemand vorher gefragt wird: Legen Sie eines fest (mindestens 10), oder lassen Sie nur auf Wunsch abrufen.</translation>
    </message>
    <message>
        <source>X takes money for each of its stories that still stands there. The collection holds %1 of X.</source>
        <translation type="unfinished">X verlangt Geld für jeden seiner Berichte, der dort noch steht. Die Sammlung enthält %1 von X.</translation>
    </message>
    <message>
        <source>The address holds a name or password, which would be kept where everybody can read it. Leave it out.</source>
        <translation type="unfinished">Die Adresse enthält einen Namen oder ein Passwort, das für alle lesbar aufbewahrt würde. Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>“%1” is no hashtag: these have letters, digits and underscores alone.</source>
        <translation type="unfinished">„%1“ ist kein Hashtag: Die haben nur Buchstaben, Ziffern und Unterstriche.</translation>
    </message>
    <message>
        <source>X takes at most %1 letters in a query, and this one has %2. Make it shorter, or split it in two sources.</source>
        <translation type="unfinished">X nimmt höchstens %1 Zeichen in einer Abfrage, und diese hat %2. Kürzen Sie sie, oder teilen Sie sie auf zwei Quellen auf.</translation>
    </message>
    <message>
        <source>“%1” would be asked over http, where anybody on the way can read along. Only https is used: try the address with https.</source>
        <translation type="unfinished">„%1“ würde über http gefragt, wo unterwegs alle mitlesen können. Nur https wird benutzt: Versuchen Sie die Adresse mit https.</translation>
    </message>
    <message>
        <source>“%1” asks for the very same already.</source>
        <translation type="unfinished">„%1“ fragt schon nach genau demselben.</translation>
    </message>
    <message>
        <source>There is a source called “%1” already. Choose another name.</source>
        <translation type="unfinished">Es gibt schon eine Quelle namens „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The token or password holds a line break or the like, which none has. Copy it again, from its first letter to its last.</source>
        <translation type="unfinished">Das Token oder Passwort enthält einen Zeilenumbruch oder Ähnliches, was keines hat. Kopieren Sie es noch einmal, vom ersten bis zum letzten Zeichen.</translation>
    </message>
</context>
<context>
    <name>TableForm</name>
    <message>
        <source>“%1” can&apos;t separate columns. Give one sign, such as ; or |, or the word tab.</source>
        <translation type="unfinished">„%1“ kann keine Spalten trennen. Geben Sie ein Zeichen an, etwa ; oder |, oder das Wort tab.</translation>
    </message>
    <message>
        <source>“quote” can be double, single, backslash or none, not “%1”.</source>
        <translation type="unfinished">„quote“ kann double, single, backslash oder none sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>There is no encoding “%1”. Write it like UTF-8, windows-1252, macintosh or Shift_JIS.</source>
        <translation type="unfinished">Eine Kodierung „%1“ gibt es nicht. Schreiben Sie sie wie UTF-8, windows-1252, macintosh oder Shift_JIS.</translation>
    </message>
</context>
<context>
    <name>TableReader</name>
    <message>
        <source>the line of column names once more</source>
        <translation type="unfinished">noch einmal die Zeile mit den Spaltennamen</translation>
    </message>
    <message>
        <source>%1 lacks the column “%2” of the form that it was taken for. Import it as csv.</source>
        <translation type="unfinished">%1 fehlt die Spalte „%2“ der Form, für die die Datei gehalten wurde. Importieren Sie sie als csv.</translation>
    </message>
    <message>
        <source>The id “%1” is not whole: a spreadsheet shortened it, so its last digits are lost. Take the file as it was before.</source>
        <translation type="unfinished">Die id „%1“ ist nicht vollständig: Ein Tabellenprogramm hat sie gekürzt, ihre letzten Ziffern sind verloren. Nehmen Sie die Datei so, wie sie vorher war.</translation>
    </message>
    <message>
        <source>not public</source>
        <translation type="unfinished">nicht öffentlich</translation>
    </message>
</context>
<context>
    <name>TextStream</name>
    <message>
        <source>The text is not UTF-8; it was read as %1. If letters look wrong, save the file as UTF-8 and import it again.</source>
        <translation type="unfinished">Der Text ist nicht UTF-8; er wurde als %1 gelesen. Wenn Buchstaben falsch aussehen, speichern Sie die Datei als UTF-8, und importieren Sie sie erneut.</translation>
    </message>
    <message>
        <source>The text was read as %1.</source>
        <translation type="unfinished">Der Text wurde als %1 gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters could not be read and were replaced by the sign for an unreadable one.</source>
        <translation type="unfinished">
            <numerusform>%n Zeichen konnte nicht gelesen werden und wurde durch das Zeichen für ein unlesbares ersetzt.</numerusform>
            <numerusform>%n Zeichen konnten nicht gelesen werden und wurden durch das Zeichen für ein unlesbares ersetzt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThemePage</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished">%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>%1 of %2 have it, %3.</source>
        <translation type="unfinished">%1 von %2 haben es, %3.</translation>
    </message>
    <message>
        <source>A model that learned from codings by hand codes it.</source>
        <translation type="unfinished">Ein Modell, das aus Kodierungen von Hand gelernt hat, kodiert es.</translation>
    </message>
    <message>
        <source>Its rule codes it, where nobody did by hand.</source>
        <translation type="unfinished">Seine Regel kodiert es, wo es niemand von Hand tat.</translation>
    </message>
    <message>
        <source>Beside %1 that people coded with it, present or absent, the rule has a precision of %2 and a recall of %3, with the 95 percent interval after Wilson.</source>
        <translation type="unfinished">Neben %1, zu denen Menschen gesagt haben, ob es vorkommt, hat die Regel eine Genauigkeit von %2 und eine Trefferquote von %3, mit dem 95-Prozent-Intervall nach Wilson.</translation>
    </message>
    <message>
        <source>Nobody has coded it by hand here, so how good it is has not been measured.</source>
        <translation type="unfinished">Hier hat es niemand von Hand kodiert, wie gut es gefunden wird, ist also nicht gemessen.</translation>
    </message>
    <message>
        <source>Words that set it apart: log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008), over %1 with it and %2 without, in the languages in which it is found, drawn evenly over time.</source>
        <translation type="unfinished">Wörter, die es abheben: Log-Odds-Verhältnis mit informativem Dirichlet-Prior (Monroe, Colaresi und Quinn 2008), über %1 mit ihm und %2 ohne, in den Sprachen, in denen es gefunden wird, gleichmäßig über die Zeit gezogen.</translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished">Wort</translation>
    </message>
    <message>
        <source>With it</source>
        <translation type="unfinished">Mit ihm</translation>
    </message>
    <message>
        <source>Without</source>
        <translation type="unfinished">Ohne</translation>
    </message>
    <message>
        <source>z</source>
        <translation type="unfinished">z</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished">Thema</translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished">Beide</translation>
    </message>
    <message>
        <source>Share of its stories</source>
        <translation type="unfinished">Anteil an seinen Berichten</translation>
    </message>
    <message>
        <source>Times as often as by chance</source>
        <translation type="unfinished">Mal so oft wie durch Zufall</translation>
    </message>
    <message>
        <source>Typical stories are the most probable ones after the model, doubtful ones lie next to its cut.</source>
        <translation type="unfinished">Typische Berichte sind die nach dem Modell wahrscheinlichsten, zweifelhafte liegen neben seiner Schwelle.</translation>
    </message>
    <message>
        <source>Typical stories say most of the words above, doubtful ones least.</source>
        <translation type="unfinished">Typische Berichte sagen am meisten von den Wörtern oben, zweifelhafte am wenigsten.</translation>
    </message>
    <message>
        <source>When it was learned, the model was tried on %1 coded by hand, each kept aside while the rest was learned: it has a precision of %2 and a recall of %3, with the 95 percent interval after Wilson.</source>
        <translation type="unfinished">Als es gelernt wurde, wurde das Modell erprobt (%1, von Hand kodiert, jeder zurückgehalten, während aus den übrigen gelernt wurde): Es hat eine Genauigkeit von %2 und eine Trefferquote von %3, mit dem 95-Prozent-Intervall nach Wilson.</translation>
    </message>
    <message>
        <source>How good the model is was not kept with it; learn the theme anew to know.</source>
        <translation type="unfinished">Wie gut das Modell ist, wurde nicht mit ihm aufgehoben; lernen Sie das Thema neu, um es zu wissen.</translation>
    </message>
    <message>
        <source>Nobody has coded it by hand here, so the rule can&apos;t be set beside it.</source>
        <translation type="unfinished">Hier hat es niemand von Hand kodiert, die Regel kann dem Modell also nicht gegenübergestellt werden.</translation>
    </message>
</context>
<context>
    <name>TidemarkReader</name>
    <message>
        <source>It is not a JSON object.</source>
        <translation type="unfinished">Es ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>%1 does not begin with the line {&quot;format&quot;:&quot;tidemark-stories&quot;,&quot;version&quot;:1} that this form needs.</source>
        <translation type="unfinished">%1 beginnt nicht mit der Zeile {&quot;format&quot;:&quot;tidemark-stories&quot;,&quot;version&quot;:1}, die diese Form braucht.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Tidemark. Update Tidemark to read it.</source>
        <translation type="unfinished">%1 wurde von einem neueren Tidemark geschrieben. Aktualisieren Sie Tidemark, um die Datei zu lesen.</translation>
    </message>
    <message>
        <source>All stories in this file are invented.</source>
        <translation type="unfinished">Alle Berichte in dieser Datei sind erfunden.</translation>
    </message>
    <message>
        <source>Tidemark&apos;s own JSON Lines</source>
        <translation type="unfinished">Tidemarks eigene JSON Lines</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>Undated</source>
        <translation type="unfinished">Ohne Datum</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation type="unfinished">Woche vom %1</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished">%1 bis %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished">%1 / %2</translation>
    </message>
    <message>
        <source>%1 story</source>
        <translation type="unfinished">%1 Bericht</translation>
    </message>
    <message>
        <source>%1 stories</source>
        <translation type="unfinished">%1 Berichte</translation>
    </message>
    <message>
        <source>%1 post</source>
        <translation type="unfinished">%1 Beitrag</translation>
    </message>
    <message>
        <source>%1 posts</source>
        <translation type="unfinished">%1 Beiträge</translation>
    </message>
    <message>
        <source>%1 account</source>
        <translation type="unfinished">%1 Konto</translation>
    </message>
    <message>
        <source>%1 distinct accounts</source>
        <translation type="unfinished">%1 verschiedene Konten</translation>
    </message>
    <message>
        <source>So long a time has more than %1 %2, so %3 are shown. Select a shorter span and choose Chart &gt; Only the Selected Span.</source>
        <translation type="unfinished">Ein so langer Zeitraum hat mehr als %1 %2, darum werden %3 gezeigt. Wählen Sie einen kürzeren und dann Diagramm &gt; Nur ausgewählter Zeitraum.</translation>
    </message>
    <message>
        <source> (%1%2 %)</source>
        <translation type="unfinished"> (%1%2 %)</translation>
    </message>
    <message>
        <source>Select a span to see an earlier one of the same length beside it.</source>
        <translation type="unfinished">Wählen Sie einen Zeitraum aus, um daneben einen früheren gleicher Länge zu sehen.</translation>
    </message>
    <message>
        <source>The collection has nothing as early as the span to compare with.</source>
        <translation type="unfinished">Die Sammlung reicht nicht so weit zurück wie der Vergleichszeitraum.</translation>
    </message>
    <message>
        <source>Dashed: %1. Distinct accounts of several steps don&apos;t add up.</source>
        <translation type="unfinished">Gestrichelt: %1. Verschiedene Konten mehrerer Schritte ergeben keine Summe.</translation>
    </message>
    <message>
        <source>%1: %2%3. Dashed: %4: %5.</source>
        <translation type="unfinished">%1: %2%3. Gestrichelt: %4: %5.</translation>
    </message>
    <message>
        <source>No bursts</source>
        <translation type="unfinished">Keine Häufungen</translation>
    </message>
    <message>
        <source>Bracket: one burst</source>
        <translation type="unfinished">Klammer: eine Häufung</translation>
    </message>
    <message>
        <source>Brackets: %1 bursts</source>
        <translation type="unfinished">Klammern: %1 Häufungen</translation>
    </message>
    <message>
        <source>%1, after Kleinberg&apos;s two-state model: %2 times the mean rate, price of a change %3.</source>
        <translation type="unfinished">%1, nach Kleinbergs Modell mit zwei Zuständen: %2-fache mittlere Rate, Kosten eines Wechsels %3.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished">Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished">Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished">Tage</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation type="unfinished">Wochen</translation>
    </message>
    <message>
        <source>months</source>
        <translation type="unfinished">Monate</translation>
    </message>
    <message>
        <source>years</source>
        <translation type="unfinished">Jahre</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1: %2</translation>
    </message>
    <message>
        <source>burst, %1</source>
        <translation type="unfinished">Häufung, %1</translation>
    </message>
    <message>
        <source>No dated stories</source>
        <translation type="unfinished">Keine Berichte mit Datum</translation>
    </message>
    <message>
        <source>A story with several themes counts once for each of them.</source>
        <translation type="unfinished">Ein Bericht mit mehreren Themen zählt einmal für jedes davon.</translation>
    </message>
    <message>
        <source>Lines, for on a logarithmic scale stacked bars don&apos;t add up.</source>
        <translation type="unfinished">Linien, denn auf einer logarithmischen Skala ergeben gestapelte Balken keine Summe.</translation>
    </message>
    <message>
        <source>Mean of %1 %2, the one in the middle among them.</source>
        <translation type="unfinished">Zentriertes Mittel über %1 %2.</translation>
    </message>
    <message>
        <source>Only %1 is shown.</source>
        <translation type="unfinished">Gezeigt wird nur: %1.</translation>
    </message>
    <message>
        <source>The span to compare with is out of sight as long as only the selected one is shown.</source>
        <translation type="unfinished">Der Vergleichszeitraum ist außer Sicht, solange nur der gewählte gezeigt wird.</translation>
    </message>
</context>
<context>
    <name>TwarcCsvReader</name>
    <message>
        <source>Twitter API v2, CSV by twarc</source>
        <translation type="unfinished">Twitter API v2, CSV von twarc</translation>
    </message>
</context>
<context>
    <name>TwitterCompliance</name>
    <message>
        <source>a notice of the stream</source>
        <translation type="unfinished">eine Mitteilung des Streams</translation>
    </message>
    <message>
        <source>a post of a protected account, which only its followers could see</source>
        <translation type="unfinished">ein Beitrag eines geschützten Kontos, den nur dessen Follower sehen konnten</translation>
    </message>
</context>
<context>
    <name>TwitterV1Reader</name>
    <message>
        <source>an error message instead of a story</source>
        <translation type="unfinished">eine Fehlermeldung statt eines Berichts</translation>
    </message>
    <message>
        <source>a user, not a story</source>
        <translation type="unfinished">ein Konto, kein Bericht</translation>
    </message>
    <message>
        <source>It is not a tweet as API v1.1 writes it.</source>
        <translation type="unfinished">Es ist kein Tweet, wie API v1.1 ihn schreibt.</translation>
    </message>
    <message>
        <source>Twitter API v1.1, JSON Lines</source>
        <translation type="unfinished">Twitter API v1.1, JSON Lines</translation>
    </message>
    <message>
        <source>a private message, which is never imported</source>
        <translation type="unfinished">eine private Nachricht; solche werden nie importiert</translation>
    </message>
    <message>
        <source>a list of accounts, not a story</source>
        <translation type="unfinished">eine Liste von Konten, kein Bericht</translation>
    </message>
</context>
<context>
    <name>TwitterV2Reader</name>
    <message>
        <source>a user, not a story</source>
        <translation type="unfinished">ein Konto, kein Bericht</translation>
    </message>
    <message>
        <source>a list of accounts, not a story</source>
        <translation type="unfinished">eine Liste von Konten, kein Bericht</translation>
    </message>
    <message>
        <source>a count, not a story</source>
        <translation type="unfinished">eine Anzahl, kein Bericht</translation>
    </message>
    <message>
        <source>It is not a tweet as API v2 writes it.</source>
        <translation type="unfinished">Es ist kein Tweet, wie API v2 ihn schreibt.</translation>
    </message>
    <message>
        <source>an error message instead of a story</source>
        <translation type="unfinished">eine Fehlermeldung statt eines Berichts</translation>
    </message>
    <message>
        <source>a page without results</source>
        <translation type="unfinished">eine Seite ohne Ergebnisse</translation>
    </message>
    <message>
        <source>only what belongs to stories, without them</source>
        <translation type="unfinished">nur was zu Berichten gehört, ohne diese</translation>
    </message>
    <message>
        <source>Twitter API v2, JSON Lines</source>
        <translation type="unfinished">Twitter API v2, JSON Lines</translation>
    </message>
    <message>
        <source>a private message, which is never imported</source>
        <translation type="unfinished">eine private Nachricht; solche werden nie importiert</translation>
    </message>
    <message>
        <source>a live conversation, not a story</source>
        <translation type="unfinished">ein Gespräch in Echtzeit, kein Bericht</translation>
    </message>
    <message numerus="yes">
        <source>X didn&apos;t give %n posts that are referred to here: they were gone, or not for everyone to see. What the collection holds of them stays until you ask whether its stories still stand there.</source>
        <translation type="unfinished">
            <numerusform>X gab %n Beitrag, von dem hier die Rede ist, nicht heraus: Er war gelöscht oder nicht für alle zu sehen. Was die Sammlung davon enthält, bleibt, bis Sie fragen, ob ihre Berichte dort noch stehen.</numerusform>
            <numerusform>X gab %n Beiträge, von denen hier die Rede ist, nicht heraus: Sie waren gelöscht oder nicht für alle zu sehen. Was die Sammlung davon enthält, bleibt, bis Sie fragen, ob ihre Berichte dort noch stehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Testimony</source>
        <translation type="unfinished">Zeugnis</translation>
    </message>
    <message>
        <source>Solidarity</source>
        <translation type="unfinished">Solidarität</translation>
    </message>
    <message>
        <source>Support</source>
        <translation type="unfinished">Unterstützung</translation>
    </message>
    <message>
        <source>Commentary</source>
        <translation type="unfinished">Kommentar</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished">Unbekannt</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Codebooks and collections (*.json *.csv *.tsv *.qdc *.tidemark)</source>
        <translation type="unfinished">Codebücher und Sammlungen (*.json *.csv *.tsv *.qdc *.tidemark)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished">Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>XArchiveReader</name>
    <message>
        <source>It is not a tweet as X&apos;s archives hold them.</source>
        <translation type="unfinished">Es ist kein Tweet, wie ihn die Archive von X enthalten.</translation>
    </message>
    <message>
        <source>Part of an archive that X gives its users</source>
        <translation type="unfinished">Teil eines persönlichen X-Archivs</translation>
    </message>
    <message>
        <source>Archive that X gives its users</source>
        <translation type="unfinished">Persönliches X-Archiv</translation>
    </message>
    <message>
        <source>no tweet</source>
        <translation type="unfinished">kein Tweet</translation>
    </message>
</context>
<context>
    <name>Xml</name>
    <message>
        <source>The XML breaks off in line %1: %2.</source>
        <translation type="unfinished">Das XML bricht in Zeile %1 ab: %2.</translation>
    </message>
    <message>
        <source>Files that the XML refers to were not read.</source>
        <translation type="unfinished">Dateien, auf die das XML verweist, wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>The XML is nested more than 256 levels deep.</source>
        <translation type="unfinished">Das XML ist mehr als 256 Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>The XML has a tag of more than 64 KiB or 256 attributes.</source>
        <translation type="unfinished">Das XML hat ein Tag mit mehr als 64 KiB oder 256 Attributen.</translation>
    </message>
    <message>
        <source>The XML&apos;s own entities stand for more than 64 KiB.</source>
        <translation type="unfinished">Die eigenen Entitäten des XML stehen für mehr als 64 KiB.</translation>
    </message>
    <message>
        <source>The XML&apos;s own entities refer to each other more than 16 levels deep.</source>
        <translation type="unfinished">Die eigenen Entitäten des XML verweisen mehr als 16 Ebenen tief aufeinander.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters that XML doesn&apos;t allow were replaced by the sign for an unreadable one.</source>
        <translation type="unfinished">
            <numerusform>%n Zeichen, das XML nicht erlaubt, wurde durch das Zeichen für ein unlesbares ersetzt.</numerusform>
            <numerusform>%n Zeichen, die XML nicht erlaubt, wurden durch das Zeichen für ein unlesbares ersetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signs &amp; that stood alone were taken as text.</source>
        <translation type="unfinished">
            <numerusform>%n allein stehendes Zeichen &amp; wurde als Text übernommen.</numerusform>
            <numerusform>%n allein stehende Zeichen &amp; wurden als Text übernommen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ZeeschuimerReader</name>
    <message>
        <source>a post of %1 as Zeeschuimer captures it, which Tidemark can&apos;t read</source>
        <translation type="unfinished">ein Beitrag von %1, wie Zeeschuimer ihn aufzeichnet; Tidemark kann ihn nicht lesen</translation>
    </message>
    <message>
        <source>a tweet that was not shown when it was captured</source>
        <translation type="unfinished">ein Tweet, der beim Aufzeichnen nicht gezeigt wurde</translation>
    </message>
    <message>
        <source>Zeeschuimer capture of Twitter/X, JSON Lines</source>
        <translation type="unfinished">Zeeschuimer-Aufzeichnung von Twitter/X, JSON Lines</translation>
    </message>
</context>
<context>
    <name>tidemark::AboutDialog</name>
    <message>
        <source>About Tidemark</source>
        <translation type="unfinished">Über Tidemark</translation>
    </message>
    <message>
        <source>Tidemark %1</source>
        <translation type="unfinished">Tidemark %1</translation>
    </message>
    <message>
        <source>Read what a movement said.</source>
        <translation type="unfinished">Lesen, was eine Bewegung gesagt hat.</translation>
    </message>
    <message>
        <source>Everything stays on this computer: Tidemark has no account, sends nothing and fetches nothing that you did not ask for.</source>
        <translation type="unfinished">Alles bleibt auf diesem Computer: Tidemark hat kein Konto, sendet nichts und ruft nichts ab, was Sie nicht verlangt haben.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished">Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>tidemark::AgreementDialog</name>
    <message>
        <source>Comparing ...</source>
        <translation type="unfinished">Vergleiche ...</translation>
    </message>
    <message>
        <source>Agreement by theme</source>
        <translation type="unfinished">Übereinstimmung nach Thema</translation>
    </message>
    <message>
        <source>Stories to settle</source>
        <translation type="unfinished">Strittige Berichte</translation>
    </message>
    <message>
        <source>Agreement of Coders</source>
        <translation type="unfinished">Übereinstimmung der Kodierenden</translation>
    </message>
    <message>
        <source>The Theme Is &amp;There</source>
        <translation type="unfinished">Das Thema &amp;liegt vor</translation>
    </message>
    <message>
        <source>It Is &amp;Not There</source>
        <translation type="unfinished">Es liegt &amp;nicht vor</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Nothing was coded by two people yet. Collection &gt; Code Stories has a second, blind round; “tidemark themes label” takes a coder’s answers out of a column.</source>
        <translation type="unfinished">Noch hat nichts zwei Kodierende gesehen. Sammlung &gt; Berichte kodieren hat eine zweite, blinde Runde; „tidemark themes label“ übernimmt die Antworten einer Person aus einer Spalte.</translation>
    </message>
    <message>
        <source>Over the stories that at least two coded. The interval holds 95 % (stories drawn anew a thousand times). What you settle becomes the coding by hand; the coders’ answers, and these figures, stay.</source>
        <translation type="unfinished">Über die Berichte, die mindestens zwei kodiert haben. Das Intervall gilt zu 95 % (Berichte tausendmal neu gezogen). Was Sie beilegen, wird zur Kodierung von Hand; die Antworten der Kodierenden und diese Zahlen bleiben.</translation>
    </message>
</context>
<context>
    <name>tidemark::AgreementModel</name>
    <message>
        <source>unnamed</source>
        <translation type="unfinished">ohne Namen</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation type="unfinished">nicht definiert</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished">%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished">%1 %</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished">Thema</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished">Kodierende</translation>
    </message>
    <message>
        <source>Stories coded by two</source>
        <translation type="unfinished">Von zweien kodiert</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished">Übereinstimmung</translation>
    </message>
    <message>
        <source>Krippendorff’s alpha</source>
        <translation type="unfinished">Krippendorffs Alpha</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation type="unfinished">Strittig</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation type="unfinished">Beigelegt</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished">Stimme</translation>
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
        <translation type="unfinished">Taste %1</translation>
    </message>
    <message>
        <source>Key %1, then the theme’s name</source>
        <translation type="unfinished">Taste %1, dann der Name des Themas</translation>
    </message>
</context>
<context>
    <name>tidemark::Banners</name>
    <message>
        <source>These posts are invented. Import your own to begin.</source>
        <translation type="unfinished">Diese Beiträge sind erfunden. Importieren Sie eigene, um zu beginnen.</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation type="unfinished">Importieren...</translation>
    </message>
    <message>
        <source>New Collection...</source>
        <translation type="unfinished">Neue Sammlung...</translation>
    </message>
    <message>
        <source>Collections are kept on this computer and are not encrypted. Keep them on an encrypted disk.</source>
        <translation type="unfinished">Sammlungen liegen auf diesem Computer und sind nicht verschlüsselt. Bewahren Sie sie auf einem verschlüsselten Datenträger auf.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished">Verstanden</translation>
    </message>
    <message>
        <source>Some stories tell of violence. You can have chosen themes covered until you uncover them.</source>
        <translation type="unfinished">Manche Berichte erzählen von Gewalt. Sie können gewählte Themen verdecken lassen, bis Sie sie aufdecken.</translation>
    </message>
    <message>
        <source>Choose Themes...</source>
        <translation type="unfinished">Themen wählen...</translation>
    </message>
    <message>
        <source>Cover None</source>
        <translation type="unfinished">Keine verdecken</translation>
    </message>
    <message>
        <source>Tour, 2 of 3: Drag over the timeline to choose a span of time. Esc clears it.</source>
        <translation type="unfinished">Rundgang, 2 von 3: Ziehen Sie über die Zeitleiste, um einen Zeitraum zu wählen. Esc hebt ihn auf.</translation>
    </message>
    <message>
        <source>Tour, 3 of 3: Choose a story in the list. Space reads on, and ? shows all keys.</source>
        <translation type="unfinished">Rundgang, 3 von 3: Wählen Sie in der Liste einen Bericht. Die Leertaste liest weiter, und ? zeigt alle Tasten.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished">Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished">Weiter</translation>
    </message>
    <message>
        <source>Skip the Tour</source>
        <translation type="unfinished">Überspringen</translation>
    </message>
    <message>
        <source>Tour, 1 of 3: Click one of the themes. The list, the timeline and all counts follow.</source>
        <translation type="unfinished">Rundgang, 1 von 3: Klicken Sie auf eines der Themen. Liste, Zeitleiste und alle Anzahlen folgen.</translation>
    </message>
    <message>
        <source>These posts are invented.</source>
        <translation type="unfinished">Diese Beiträge sind erfunden.</translation>
    </message>
</context>
<context>
    <name>tidemark::CodebookChoice</name>
    <message>
        <source>Codebook in force</source>
        <translation type="unfinished">Geltendes Codebuch</translation>
    </message>
    <message>
        <source>Codeboo&amp;k</source>
        <translation type="unfinished">&amp;Codebuch</translation>
    </message>
    <message>
        <source>&amp;Add...</source>
        <translation type="unfinished">&amp;Hinzufügen...</translation>
    </message>
    <message>
        <source>Rename...</source>
        <translation type="unfinished">Umbenennen...</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation type="unfinished">Löschen...</translation>
    </message>
    <message>
        <source>The codebook in force can&apos;t be deleted. Use another one first.</source>
        <translation type="unfinished">Das geltende Codebuch kann nicht gelöscht werden. Verwenden Sie erst ein anderes.</translation>
    </message>
    <message>
        <source>Coding the stories by %1</source>
        <translation type="unfinished">Die Berichte werden nach %1 kodiert</translation>
    </message>
    <message>
        <source>Adding %1</source>
        <translation type="unfinished">%1 wird hinzugefügt</translation>
    </message>
    <message>
        <source>Rename Codebook</source>
        <translation type="unfinished">Codebuch umbenennen</translation>
    </message>
    <message>
        <source>Name of the codebook in force</source>
        <translation type="unfinished">Name des geltenden Codebuchs</translation>
    </message>
    <message>
        <source>Renaming the codebook</source>
        <translation type="unfinished">Das Codebuch wird umbenannt</translation>
    </message>
    <message>
        <source>Delete Codebook</source>
        <translation type="unfinished">Codebuch löschen</translation>
    </message>
    <message>
        <source>Which codebook is to go? What was coded by hand under it goes with it. That can be undone until the collection is closed. The one in force isn&apos;t among them.</source>
        <translation type="unfinished">Welches Codebuch soll gehen? Was damit von Hand kodiert wurde, geht mit. Das kann rückgängig gemacht werden, bis die Sammlung geschlossen wird. Das geltende ist nicht darunter.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished">Löschen</translation>
    </message>
    <message>
        <source>Deleting %1</source>
        <translation type="unfinished">%1 wird gelöscht</translation>
    </message>
</context>
<context>
    <name>tidemark::CodebookDialog</name>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Themen</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished">T&amp;hema</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation type="unfinished">&amp;Regel</translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation type="unfinished">N&amp;eu</translation>
    </message>
    <message>
        <source>Ret&amp;ire</source>
        <translation type="unfinished">St&amp;illlegen</translation>
    </message>
    <message>
        <source>&amp;Merge...</source>
        <translation type="unfinished">&amp;Zusammenlegen …</translation>
    </message>
    <message>
        <source>S&amp;plit...</source>
        <translation type="unfinished">Absp&amp;alten …</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished">Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished">&amp;Speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Schließen</translation>
    </message>
    <message>
        <source>&amp;Versions and Others...</source>
        <translation type="unfinished">&amp;Fassungen und andere …</translation>
    </message>
    <message>
        <source>E&amp;xport...</source>
        <translation type="unfinished">E&amp;xportieren...</translation>
    </message>
    <message>
        <source>Br&amp;ing Back</source>
        <translation type="unfinished">Zur&amp;ückholen</translation>
    </message>
    <message>
        <source>New theme</source>
        <translation type="unfinished">Neues Thema</translation>
    </message>
    <message>
        <source>A codebook has at most 64 themes, retired ones included. Bring back a retired one instead.</source>
        <translation type="unfinished">Ein Codebuch hat höchstens 64 Themen, stillgelegte eingeschlossen. Holen Sie stattdessen ein stillgelegtes zurück.</translation>
    </message>
    <message>
        <source>Saving the codebook</source>
        <translation type="unfinished">Das Codebuch wird gespeichert</translation>
    </message>
    <message>
        <source>Retiring %1</source>
        <translation type="unfinished">%1 wird stillgelegt</translation>
    </message>
    <message>
        <source>Bringing back %1</source>
        <translation type="unfinished">%1 wird zurückgeholt</translation>
    </message>
    <message>
        <source>Merge Theme</source>
        <translation type="unfinished">Thema zusammenlegen</translation>
    </message>
    <message>
        <source>Into which theme does %1 go? That one finds what either rule found, and has what was coded by hand. %1 is retired.</source>
        <translation type="unfinished">In welches Thema geht %1 auf? Jenes findet, was eine der beiden Regeln fand, und hat, was von Hand kodiert wurde. %1 wird stillgelegt.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished">Zusammenlegen</translation>
    </message>
    <message>
        <source>Merging %1 into %2</source>
        <translation type="unfinished">%1 wird mit %2 zusammengelegt</translation>
    </message>
    <message>
        <source>Splitting off %1</source>
        <translation type="unfinished">%1 wird abgespalten</translation>
    </message>
    <message>
        <source>Taking themes over</source>
        <translation type="unfinished">Themen werden übernommen</translation>
    </message>
    <message>
        <source>Export Codebook</source>
        <translation type="unfinished">Codebuch exportieren</translation>
    </message>
    <message>
        <source>Codebooks (*.json)</source>
        <translation type="unfinished">Codebücher (*.json)</translation>
    </message>
    <message>
        <source>Tables of names and definitions (*.csv)</source>
        <translation type="unfinished">Tabellen aus Namen und Definitionen (*.csv)</translation>
    </message>
    <message>
        <source>REFI-QDA codebooks (*.qdc)</source>
        <translation type="unfinished">REFI-QDA-Codebücher (*.qdc)</translation>
    </message>
    <message>
        <source>The codebook was written to %1.</source>
        <translation type="unfinished">Das Codebuch wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Undoing: %1</source>
        <translation type="unfinished">Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redoing: %1</source>
        <translation type="unfinished">Wiederholen: %1</translation>
    </message>
    <message>
        <source>A change is still being made. Wait for it, or stop it.</source>
        <translation type="unfinished">Eine Änderung läuft noch. Warten Sie auf sie, oder halten Sie sie an.</translation>
    </message>
    <message>
        <source>The codebook has changes that are not saved.</source>
        <translation type="unfinished">Das Codebuch hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Discard Them</source>
        <translation type="unfinished">Verwerfen</translation>
    </message>
    <message>
        <source>The chosen theme</source>
        <translation type="unfinished">Das gewählte Thema</translation>
    </message>
</context>
<context>
    <name>tidemark::CodingBar</name>
    <message>
        <source>Coding</source>
        <translation type="unfinished">Kodieren</translation>
    </message>
    <message>
        <source>%1 of %2 coded</source>
        <translation type="unfinished">%1 von %2 kodiert</translation>
    </message>
    <message>
        <source>blind: what others said is hidden</source>
        <translation type="unfinished">blind: was andere sagten, ist verborgen</translation>
    </message>
    <message>
        <source>all is coded</source>
        <translation type="unfinished">alles ist kodiert</translation>
    </message>
    <message>
        <source>the rest was passed over; choose one in the list to code it</source>
        <translation type="unfinished">der Rest wurde übergangen; wählen Sie einen in der Liste, um ihn zu kodieren</translation>
    </message>
    <message>
        <source>choose the voice</source>
        <translation type="unfinished">wählen Sie die Stimme</translation>
    </message>
</context>
<context>
    <name>tidemark::CodingCommands</name>
    <message>
        <source>Coding a story</source>
        <translation type="unfinished">Kodieren eines Berichts</translation>
    </message>
    <message>
        <source>Learning what to suggest for %1</source>
        <translation type="unfinished">Lernen, was für %1 vorzuschlagen ist</translation>
    </message>
    <message>
        <source>Suggested for %1 by what %2 codings taught: F1 %3 %.</source>
        <translation type="unfinished">Vorgeschlagen für %1 nach dem, was %2 Kodierungen lehrten: F1 %3 %.</translation>
    </message>
    <message>
        <source>None of the stories selected is to be coded this way.</source>
        <translation type="unfinished">Keiner der ausgewählten Berichte ist so zu kodieren.</translation>
    </message>
    <message>
        <source>To code: %1 stories, seed %2</source>
        <translation type="unfinished">Zu kodieren: %1 Berichte, Startwert %2</translation>
    </message>
    <message>
        <source>Settling a difference</source>
        <translation type="unfinished">Beilegen eines Unterschieds</translation>
    </message>
    <message>
        <source>Undoing: %1</source>
        <translation type="unfinished">Rückgängig: %1</translation>
    </message>
    <message>
        <source>With 50 codings more it has lately changed by %1 points.</source>
        <translation type="unfinished">Mit 50 Kodierungen mehr änderte es sich zuletzt um %1 Punkte.</translation>
    </message>
</context>
<context>
    <name>tidemark::CodingDialog</name>
    <message>
        <source>And the &amp;voice</source>
        <translation type="unfinished">Und die &amp;Stimme</translation>
    </message>
    <message>
        <source>Code Stories</source>
        <translation type="unfinished">Berichte kodieren</translation>
    </message>
    <message>
        <source>The stories selected, in the list’s order</source>
        <translation type="unfinished">Die ausgewählten Berichte, in der Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>A sample, from all alike</source>
        <translation type="unfinished">Eine Stichprobe, aus allen gleich</translation>
    </message>
    <message>
        <source>A sample by month, in proportion</source>
        <translation type="unfinished">Eine Stichprobe nach Monat, anteilig</translation>
    </message>
    <message>
        <source>A sample by theme, in proportion</source>
        <translation type="unfinished">Eine Stichprobe nach Thema, anteilig</translation>
    </message>
    <message>
        <source>A sample by platform, in proportion</source>
        <translation type="unfinished">Eine Stichprobe nach Plattform, anteilig</translation>
    </message>
    <message>
        <source>What the learner suggests</source>
        <translation type="unfinished">Was das Gelernte vorschlägt</translation>
    </message>
    <message>
        <source>A second, blind round over what others coded</source>
        <translation type="unfinished">Eine zweite, blinde Runde über das, was andere kodierten</translation>
    </message>
    <message>
        <source>Who codes; kept with each coding</source>
        <translation type="unfinished">Wer kodiert; steht bei jeder Kodierung</translation>
    </message>
    <message>
        <source>What is coded</source>
        <translation type="unfinished">Was kodiert wird</translation>
    </message>
    <message>
        <source>Stories to code</source>
        <translation type="unfinished">Zu kodierende Berichte</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished">Startwert</translation>
    </message>
    <message>
        <source>Themes in question</source>
        <translation type="unfinished">Themen, um die es geht</translation>
    </message>
    <message>
        <source>Coder’s name</source>
        <translation type="unfinished">Name der Person, die kodiert</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation type="unfinished">&amp;Was</translation>
    </message>
    <message>
        <source>&amp;Stories</source>
        <translation type="unfinished">&amp;Berichte</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation type="unfinished">&amp;Startwert</translation>
    </message>
    <message>
        <source>&amp;Themes</source>
        <translation type="unfinished">&amp;Themen</translation>
    </message>
    <message>
        <source>&amp;Coder</source>
        <translation type="unfinished">&amp;Kodiert von</translation>
    </message>
    <message>
        <source>From the %1 of the selection. Each story is answered for every theme ticked: the themes that you set are there, the others are not.</source>
        <translation type="unfinished">Aus der Auswahl: %1. Jeder Bericht wird für jedes angekreuzte Thema beantwortet: Themen, die Sie setzen, liegen vor, die anderen nicht.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished">Beginnen</translation>
    </message>
    <message>
        <source>At most so many of them, from the top.</source>
        <translation type="unfinished">Höchstens so viele davon, von oben.</translation>
    </message>
    <message>
        <source>The same seed draws the same stories again.</source>
        <translation type="unfinished">Derselbe Startwert zieht wieder dieselben Berichte.</translation>
    </message>
    <message>
        <source>For the first theme ticked: stories that the learner doubts, some that the theme is likely missing from, and some drawn at random. Needs 50 codings of it.</source>
        <translation type="unfinished">Für das erste angekreuzte Thema: zweifelhafte Berichte, einige, denen das Thema wohl fehlt, und einige zufällig gezogene. Braucht 50 Kodierungen davon.</translation>
    </message>
    <message>
        <source>Themes and voice are hidden while you code. What the others said stays in force; Collection &gt; Agreement compares and settles.</source>
        <translation type="unfinished">Themen und Stimme sind verborgen, während Sie kodieren. Was die anderen sagten, gilt weiter; Sammlung &gt; Übereinstimmung vergleicht und legt bei.</translation>
    </message>
    <message>
        <source>What the learner suggests for the voice “%1”</source>
        <translation type="unfinished">Was für die Stimme „%1“ vorgeschlagen wird</translation>
    </message>
    <message>
        <source>Stories that the learner doubts, some that are likely of this voice and not known as such, and some drawn at random. Needs 50 stories whose voice was set by hand.</source>
        <translation type="unfinished">Berichte, bei denen das Gelernte unsicher ist, einige, die wohl diese Stimme haben, ohne dass es bekannt ist, und einige zufällig gezogene. Braucht 50 Berichte, deren Stimme von Hand gesetzt wurde.</translation>
    </message>
    <message>
        <source>Tick the themes in question first.</source>
        <translation type="unfinished">Kreuzen Sie zuerst die Themen an, um die es geht.</translation>
    </message>
</context>
<context>
    <name>tidemark::CollectionChooser</name>
    <message>
        <source>Tidemark collections (*.tidemark)</source>
        <translation type="unfinished">Tidemark-Sammlungen (*.tidemark)</translation>
    </message>
    <message>
        <source>New Collection</source>
        <translation type="unfinished">Neue Sammlung</translation>
    </message>
    <message>
        <source>%1 exists already. Open it, or choose another name.</source>
        <translation type="unfinished">%1 existiert schon. Öffnen Sie die Sammlung, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Open Collection</source>
        <translation type="unfinished">Sammlung öffnen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished">Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No Other Collection</source>
        <translation type="unfinished">Keine andere Sammlung</translation>
    </message>
    <message>
        <source>Save a Copy</source>
        <translation type="unfinished">Kopie speichern</translation>
    </message>
</context>
<context>
    <name>tidemark::CollectionCommands</name>
    <message>
        <source>Keeping the setting</source>
        <translation type="unfinished">Einstellung wird gespeichert</translation>
    </message>
    <message>
        <source>Undo Import</source>
        <translation type="unfinished">Import rückgängig machen</translation>
    </message>
    <message>
        <source>Undoing the import of %1</source>
        <translation type="unfinished">Import wird rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Remove Source</source>
        <translation type="unfinished">Quelle entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Entfernen</translation>
    </message>
    <message>
        <source>Remove the stories that only it brought, too</source>
        <translation type="unfinished">Auch die Berichte entfernen, die nur sie gebracht hat</translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation type="unfinished">%1 wird entfernt</translation>
    </message>
    <message>
        <source>Changing the time zone</source>
        <translation type="unfinished">Zeitzone wird geändert</translation>
    </message>
    <message>
        <source>Public Accounts</source>
        <translation type="unfinished">Öffentliche Konten</translation>
    </message>
    <message>
        <source>Accounts of organisations and public figures, one a line. Their names stay where people become person- and a number.</source>
        <translation type="unfinished">Konten von Organisationen und Personen des öffentlichen Lebens, eines je Zeile. Ihre Namen bleiben, wo Personen zu person- und einer Zahl werden.</translation>
    </message>
    <message>
        <source>Keeping the accounts</source>
        <translation type="unfinished">Konten werden gespeichert</translation>
    </message>
    <message>
        <source>No column of this collection looks as if it were about people.</source>
        <translation type="unfinished">Keine Spalte dieser Sammlung scheint von Personen zu handeln.</translation>
    </message>
    <message>
        <source>Columns About People</source>
        <translation type="unfinished">Spalten über Personen</translation>
    </message>
    <message>
        <source>These columns look as if they were about people. They are shown and exported pseudonymously only if they are ticked.</source>
        <translation type="unfinished">Diese Spalten scheinen von Personen zu handeln. Sie werden nur gezeigt und pseudonym exportiert, wenn sie angekreuzt sind.</translation>
    </message>
    <message>
        <source>Covered Themes</source>
        <translation type="unfinished">Verdeckte Themen</translation>
    </message>
    <message>
        <source>Stories with these themes open covered, with their time, themes and length in sight. A warning of the author always covers.</source>
        <translation type="unfinished">Berichte mit diesen Themen öffnen sich verdeckt; Zeit, Themen und Länge bleiben sichtbar. Eine Warnung im Original verdeckt immer.</translation>
    </message>
    <message>
        <source>Reading the rejected records of %1 once more</source>
        <translation type="unfinished">Abgewiesene Datensätze werden erneut gelesen: %1</translation>
    </message>
    <message>
        <source>Writing the rejected records of %1</source>
        <translation type="unfinished">Abgewiesene Datensätze werden geschrieben: %1</translation>
    </message>
    <message>
        <source>Checking the collection</source>
        <translation type="unfinished">Sammlung wird geprüft</translation>
    </message>
    <message>
        <source>The collection is whole.</source>
        <translation type="unfinished">Die Sammlung ist unversehrt.</translation>
    </message>
    <message>
        <source>Something is wrong with this collection. Import what you can again, or go back to a copy.</source>
        <translation type="unfinished">Mit dieser Sammlung stimmt etwas nicht. Importieren Sie erneut, was Sie können, oder kehren Sie zu einer Kopie zurück.</translation>
    </message>
    <message>
        <source>Undoing an import takes out the stories that it brought, unless another source has them too. What you marked and wrote on those goes with them, and doesn&apos;t come back.</source>
        <translation type="unfinished">Einen Import zurückzunehmen entfernt die Berichte, die er gebracht hat, sofern sie nicht auch aus einer anderen Quelle stammen. Was Sie an diesen markiert und dazu geschrieben haben, geht mit und kommt nicht wieder.</translation>
    </message>
    <message>
        <source>Which source should go? What you marked and wrote on stories that go with it doesn&apos;t come back.</source>
        <translation type="unfinished">Welche Quelle soll entfernt werden? Was Sie an Berichten markiert und dazu geschrieben haben, die mit ihr gehen, kommt nicht wieder.</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation type="unfinished">Kopie wird gespeichert</translation>
    </message>
    <message>
        <source>A copy of the collection was saved as %1.</source>
        <translation type="unfinished">Eine Kopie der Sammlung wurde als %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>tidemark::ColumnChooser</name>
    <message>
        <source>Columns, in order</source>
        <translation type="unfinished">Spalten, der Reihe nach</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation type="unfinished">Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation type="unfinished">Nach &amp;unten</translation>
    </message>
</context>
<context>
    <name>tidemark::ComparisonDialog</name>
    <message>
        <source>The theme in force</source>
        <translation type="unfinished">Das geltende Thema</translation>
    </message>
    <message>
        <source>The theme in the other codebook</source>
        <translation type="unfinished">Das Thema im anderen Codebuch</translation>
    </message>
    <message>
        <source>Versions and Other Codebooks</source>
        <translation type="unfinished">Fassungen und andere Codebücher</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished">Vergleichen mit</translation>
    </message>
    <message>
        <source>Themes side by side</source>
        <translation type="unfinished">Themen nebeneinander</translation>
    </message>
    <message>
        <source>&amp;File or Collection...</source>
        <translation type="unfinished">&amp;Datei oder Sammlung …</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation type="unfinished">Vergleichen &amp;mit</translation>
    </message>
    <message>
        <source>In force</source>
        <translation type="unfinished">Geltend</translation>
    </message>
    <message>
        <source>There</source>
        <translation type="unfinished">Dort</translation>
    </message>
    <message>
        <source>&amp;Take Over What Is Ticked</source>
        <translation type="unfinished">&amp;Übernehmen, was angekreuzt ist</translation>
    </message>
    <message>
        <source>This codebook has no earlier version. Compare it with that of a file or of another collection.</source>
        <translation type="unfinished">Dieses Codebuch hat keine frühere Fassung. Vergleichen Sie es mit dem einer Datei oder einer anderen Sammlung.</translation>
    </message>
    <message>
        <source>Compare with a Codebook</source>
        <translation type="unfinished">Mit einem Codebuch vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>“%1”, version %2, with %n themes; in force is version %3.</source>
        <translation type="unfinished">
            <numerusform>„%1“, Fassung %2, mit %n Thema; es gilt Fassung %3.</numerusform>
            <numerusform>„%1“, Fassung %2, mit %n Themen; es gilt Fassung %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation type="unfinished">(nicht vorhanden)</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation type="unfinished">Gruppe: %1</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation type="unfinished">Stillgelegt</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation type="unfinished">Beispiel: %1</translation>
    </message>
    <message>
        <source>No rule</source>
        <translation type="unfinished">Keine Regel</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation type="unfinished">Regel: %1</translation>
    </message>
    <message>
        <source>%1, version %2, from %3: %4</source>
        <translation type="unfinished">%1, Fassung %2 vom %3: %4</translation>
    </message>
</context>
<context>
    <name>tidemark::ComparisonModel</name>
    <message>
        <source>Differs in %1</source>
        <translation type="unfinished">Verschieden: %1</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation type="unfinished">Nur hier</translation>
    </message>
    <message>
        <source>Only there</source>
        <translation type="unfinished">Nur dort</translation>
    </message>
    <message>
        <source>The same</source>
        <translation type="unfinished">Gleich</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished">Thema</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished">Unterschied</translation>
    </message>
</context>
<context>
    <name>tidemark::CutChooser</name>
    <message>
        <source>How the cut is chosen</source>
        <translation type="unfinished">Wie die Schwelle gewählt wird</translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation type="unfinished">Bestes F1</translation>
    </message>
    <message>
        <source>Precision of at least</source>
        <translation type="unfinished">Genauigkeit von mindestens</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished">Von Hand</translation>
    </message>
    <message>
        <source>Precision wished, in percent</source>
        <translation type="unfinished">Gewünschte Genauigkeit in Prozent</translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"> %</translation>
    </message>
    <message>
        <source>Cut, in thousandths of probability</source>
        <translation type="unfinished">Schwelle in Tausendsteln der Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>C&amp;ut:</source>
        <translation type="unfinished">&amp;Schwelle:</translation>
    </message>
</context>
<context>
    <name>tidemark::DisagreementModel</name>
    <message>
        <source>%1: yes</source>
        <translation type="unfinished">%1: ja</translation>
    </message>
    <message>
        <source>%1: no</source>
        <translation type="unfinished">%1: nein</translation>
    </message>
    <message>
        <source>Story</source>
        <translation type="unfinished">Bericht</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished">Antworten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1: %2</translation>
    </message>
</context>
<context>
    <name>tidemark::EventCommands</name>
    <message>
        <source>Keeping the events</source>
        <translation type="unfinished">Ereignisse werden gespeichert</translation>
    </message>
</context>
<context>
    <name>tidemark::EventsDialog</name>
    <message>
        <source>Events</source>
        <translation type="unfinished">Ereignisse</translation>
    </message>
    <message>
        <source>What happened on a day stands as a label on the timeline. Dates are written like 2017-10-15; the source says where one can read of it.</source>
        <translation type="unfinished">Was an einem Tag geschah, steht als Beschriftung an der Zeitleiste. Ein Datum schreibt man wie 2017-10-15; die Quelle sagt, wo man davon lesen kann.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished">&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished">&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation type="unfinished">&amp;Importieren...</translation>
    </message>
    <message>
        <source>E&amp;xport...</source>
        <translation type="unfinished">E&amp;xportieren...</translation>
    </message>
    <message>
        <source>Import Events</source>
        <translation type="unfinished">Ereignisse importieren</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation type="unfinished">Tabellen (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished">Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export Events</source>
        <translation type="unfinished">Ereignisse exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished">CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>The events were written to %1.</source>
        <translation type="unfinished">Die Ereignisse wurden nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation type="unfinished">&amp;Speichern</translation>
    </message>
    <message>
        <source>The events have changes that are not kept.</source>
        <translation type="unfinished">Die Ereignisse haben Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Discard Them</source>
        <translation type="unfinished">Verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events were taken from the file; already there: %1.</source>
        <translation type="unfinished">
            <numerusform>%Ln Ereignis wurde aus der Datei übernommen; schon vorhanden: %1.</numerusform>
            <numerusform>%Ln Ereignisse wurden aus der Datei übernommen; schon vorhanden: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::EventsModel</name>
    <message>
        <source>Date</source>
        <translation type="unfinished">Datum</translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished">Ereignis</translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished">Quelle</translation>
    </message>
</context>
<context>
    <name>tidemark::ExportCommands</name>
    <message>
        <source>Exporting %1</source>
        <translation type="unfinished">%1 wird exportiert</translation>
    </message>
</context>
<context>
    <name>tidemark::ExportDialog</name>
    <message>
        <source>New numbers for people and stories in this export alone</source>
        <translation type="unfinished">Neue Nummern für Personen und Berichte nur in diesem Export</translation>
    </message>
    <message>
        <source>Write a manifest beside it: filter, count, columns, checksum</source>
        <translation type="unfinished">Daneben ein Manifest schreiben: Filter, Anzahl, Spalten, Prüfsumme</translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished">Exportieren</translation>
    </message>
    <message>
        <source>%1 will be written.</source>
        <translation type="unfinished">Umfang des Exports: %1.</translation>
    </message>
    <message>
        <source>Who will read it</source>
        <translation type="unfinished">Wer die Datei liest</translation>
    </message>
    <message>
        <source>A &amp;spreadsheet</source>
        <translation type="unfinished">Ein &amp;Tabellenprogramm</translation>
    </message>
    <message>
        <source>Opens in LibreOffice Calc or Excel with date and time in columns of their own. A cell that could be taken for a formula gets a leading apostrophe; no guard is perfect.</source>
        <translation type="unfinished">Öffnet sich in LibreOffice Calc oder Excel mit Datum und Uhrzeit in eigenen Spalten. Eine Zelle, die für eine Formel gehalten werden könnte, beginnt mit einem Apostroph; kein Schutz ist vollkommen.</translation>
    </message>
    <message>
        <source>&amp;R, Python or an archive</source>
        <translation type="unfinished">&amp;R, Python oder ein Archiv</translation>
    </message>
    <message>
        <source>Every text exactly as it is, times in UTC.</source>
        <translation type="unfinished">Jeder Text genau so, wie er ist, Zeiten in UTC.</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished">Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished">Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished">Tabulator</translation>
    </message>
    <message>
        <source>Between cells</source>
        <translation type="unfinished">Zwischen Zellen</translation>
    </message>
    <message>
        <source>Between cells:</source>
        <translation type="unfinished">Zwischen Zellen:</translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished">Personen</translation>
    </message>
    <message>
        <source>&amp;Pseudonymous</source>
        <translation type="unfinished">&amp;Pseudonym</translation>
    </message>
    <message>
        <source>Authors and handles read person- and a number; mail addresses, phone numbers, links and ids are replaced or left out. Verbatim quotes can still often be found again by a search engine.</source>
        <translation type="unfinished">Verfassende und Kontonamen erscheinen als person- und eine Zahl; Mailadressen, Telefonnummern, Links und ids werden ersetzt oder weggelassen. Wörtliche Zitate lassen sich oft trotzdem mit einer Suchmaschine wiederfinden.</translation>
    </message>
    <message>
        <source>&amp;Full</source>
        <translation type="unfinished">&amp;Vollständig</translation>
    </message>
    <message>
        <source>With names, handles, links and ids. Whoever gets the file can find the people in it.</source>
        <translation type="unfinished">Mit Namen, Kontonamen, Links und ids. Wer die Datei bekommt, kann die Personen darin finden.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished">Spalten</translation>
    </message>
    <message>
        <source>In one column, joined by ;</source>
        <translation type="unfinished">In einer Spalte, durch ; verbunden</translation>
    </message>
    <message>
        <source>A column of 0 and 1 for each theme</source>
        <translation type="unfinished">Je Thema eine Spalte mit 0 und 1</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Themen</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished">Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished">Älteste zuerst</translation>
    </message>
    <message>
        <source>Order of the rows</source>
        <translation type="unfinished">Reihenfolge der Zeilen</translation>
    </message>
    <message>
        <source>Themes:</source>
        <translation type="unfinished">Themen:</translation>
    </message>
    <message>
        <source>Rows:</source>
        <translation type="unfinished">Zeilen:</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation type="unfinished">Zu schreibende Datei</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation type="unfinished">&amp;Auswählen...</translation>
    </message>
    <message>
        <source>File:</source>
        <translation type="unfinished">Datei:</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation type="unfinished">CSV-Dateien (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 exists already. Replace it?</source>
        <translation type="unfinished">%1 existiert schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished">Ersetzen</translation>
    </message>
    <message>
        <source>Stays empty in a pseudonymous export</source>
        <translation type="unfinished">Bleibt in einem pseudonymen Export leer</translation>
    </message>
    <message>
        <source>Most relevant first</source>
        <translation type="unfinished">Relevanteste zuerst</translation>
    </message>
</context>
<context>
    <name>tidemark::FacetDelegate</name>
    <message>
        <source>Exclude no longer</source>
        <translation type="unfinished">Nicht mehr ausschließen</translation>
    </message>
    <message>
        <source>Exclude (Shift+Space)</source>
        <translation type="unfinished">Ausschließen (Umschalt+Leertaste)</translation>
    </message>
</context>
<context>
    <name>tidemark::FacetModel</name>
    <message>
        <source>%1 of %2 stories in the collection (%3 %)</source>
        <translation type="unfinished">%1 von %2 Berichten der Sammlung (%3 %)</translation>
    </message>
    <message>
        <source>%1, %2 stories</source>
        <translation type="unfinished">%1, %2 Berichte</translation>
    </message>
    <message>
        <source>%1, included</source>
        <translation type="unfinished">%1, eingeschlossen</translation>
    </message>
    <message>
        <source>%1, excluded</source>
        <translation type="unfinished">%1, ausgeschlossen</translation>
    </message>
    <message>
        <source>%1 (retired)</source>
        <translation type="unfinished">%1 (stillgelegt)</translation>
    </message>
</context>
<context>
    <name>tidemark::FacetPanel</name>
    <message>
        <source>Facets</source>
        <translation type="unfinished">Facetten</translation>
    </message>
    <message>
        <source>%1 in languages that the rules don&apos;t read</source>
        <translation type="unfinished">%1 in Sprachen, die die Regeln nicht lesen</translation>
    </message>
    <message>
        <source>%1 whose columns are damaged</source>
        <translation type="unfinished">%1 mit beschädigten Spalten</translation>
    </message>
</context>
<context>
    <name>tidemark::FacetSection</name>
    <message>
        <source>%1, section</source>
        <translation type="unfinished">%1, Abschnitt</translation>
    </message>
    <message>
        <source>%1, order of the values</source>
        <translation type="unfinished">%1, Reihenfolge der Werte</translation>
    </message>
    <message>
        <source>As in the &amp;Codebook</source>
        <translation type="unfinished">Wie im &amp;Codebuch</translation>
    </message>
    <message>
        <source>By &amp;Count</source>
        <translation type="unfinished">Nach &amp;Anzahl</translation>
    </message>
    <message>
        <source>By &amp;Name</source>
        <translation type="unfinished">Nach &amp;Name</translation>
    </message>
    <message>
        <source>Search values</source>
        <translation type="unfinished">Werte suchen</translation>
    </message>
    <message>
        <source>%1, search values</source>
        <translation type="unfinished">%1, Werte suchen</translation>
    </message>
    <message>
        <source>Show %1 More</source>
        <translation type="unfinished">%1 weitere</translation>
    </message>
    <message>
        <source>Show Fewer</source>
        <translation type="unfinished">Weniger</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1: %2</translation>
    </message>
</context>
<context>
    <name>tidemark::FacetView</name>
    <message>
        <source>Space includes a value, Shift+Space excludes it</source>
        <translation type="unfinished">Leertaste schließt einen Wert ein, Umschalt+Leertaste schließt ihn aus</translation>
    </message>
    <message>
        <source>&amp;Only This</source>
        <translation type="unfinished">&amp;Nur dies</translation>
    </message>
    <message>
        <source>&amp;As Well (Any of These)</source>
        <translation type="unfinished">&amp;Auch dies (eines davon)</translation>
    </message>
    <message>
        <source>Also &amp;Required (All of These)</source>
        <translation type="unfinished">Zusätzlich &amp;verlangt (alle davon)</translation>
    </message>
    <message>
        <source>&amp;Exclude</source>
        <translation type="unfinished">Au&amp;sschließen</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation type="unfinished">&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>A&amp;bout This Theme...</source>
        <translation type="unfinished">Ü&amp;ber dieses Thema...</translation>
    </message>
</context>
<context>
    <name>tidemark::FilterChipButton</name>
    <message>
        <source>Switched off, bring back into the filter: %1</source>
        <translation type="unfinished">Ausgeschaltet, zurück in den Filter: %1</translation>
    </message>
    <message>
        <source>Remove from the filter: %1</source>
        <translation type="unfinished">Aus dem Filter entfernen: %1</translation>
    </message>
    <message>
        <source>Locked: Clear All leaves it</source>
        <translation type="unfinished">Gesperrt: „Filter leeren“ lässt ihn stehen</translation>
    </message>
    <message>
        <source>off: %1</source>
        <translation type="unfinished">aus: %1</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished">&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Include Instead</source>
        <translation type="unfinished">Stattdessen e&amp;inschließen</translation>
    </message>
    <message>
        <source>&amp;Exclude Instead</source>
        <translation type="unfinished">Stattdessen &amp;ausschließen</translation>
    </message>
    <message>
        <source>&amp;Switch On</source>
        <translation type="unfinished">Ei&amp;nschalten</translation>
    </message>
    <message>
        <source>&amp;Switch Off</source>
        <translation type="unfinished">A&amp;usschalten</translation>
    </message>
    <message>
        <source>Un&amp;lock</source>
        <translation type="unfinished">Ent&amp;sperren</translation>
    </message>
    <message>
        <source>&amp;Lock Against Clear All</source>
        <translation type="unfinished">Gegen „Filter leeren“ &amp;sperren</translation>
    </message>
</context>
<context>
    <name>tidemark::FilterChips</name>
    <message>
        <source>Filter in force</source>
        <translation type="unfinished">Aktueller Filter</translation>
    </message>
    <message>
        <source>Clear All</source>
        <translation type="unfinished">Filter leeren</translation>
    </message>
    <message>
        <source>All stories</source>
        <translation type="unfinished">Alle Berichte</translation>
    </message>
</context>
<context>
    <name>tidemark::HelpCommands</name>
    <message>
        <source>The handbook is not installed. Install Tidemark&apos;s whole package.</source>
        <translation type="unfinished">Das Handbuch ist nicht installiert. Installieren Sie das vollständige Paket von Tidemark.</translation>
    </message>
    <message>
        <source>No program opens the handbook. Open this file in a browser: %1</source>
        <translation type="unfinished">Kein Programm öffnet das Handbuch. Öffnen Sie diese Datei in einem Browser: %1</translation>
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
        <translation type="unfinished">%1, vor mehr als einem Jahr</translation>
    </message>
    <message>
        <source>Helplines</source>
        <translation type="unfinished">Hilfetelefone</translation>
    </message>
    <message>
        <source>Nobody has verified an entry yet, and a number that is wrong does harm. So this list is empty. If you are in danger, call the emergency number of your country.</source>
        <translation type="unfinished">Noch hat niemand einen Eintrag geprüft, und eine falsche Nummer richtet Schaden an. Darum ist diese Liste leer. Wenn Sie in Gefahr sind, wählen Sie die Notrufnummer Ihres Landes.</translation>
    </message>
    <message>
        <source>Each of these was verified by the person named, on that day.</source>
        <translation type="unfinished">Jeder Eintrag wurde von der genannten Person an diesem Tag geprüft.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished">Land</translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished">Name</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished">Telefon</translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished">Link</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished">Sprachen</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished">Zeiten</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished">Geprüft</translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished">Quelle</translation>
    </message>
</context>
<context>
    <name>tidemark::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation type="unfinished">Importieren</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation type="unfinished">Die ersten Zeilen der Datei</translation>
    </message>
    <message>
        <source>The stories they make</source>
        <translation type="unfinished">Die Berichte, die daraus werden</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Berichte</translation>
    </message>
    <message>
        <source>Looking at %1 ...</source>
        <translation type="unfinished">%1 wird angesehen ...</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1: %2</translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished">Datei</translation>
    </message>
    <message>
        <source>Reading %1 takes %2 of memory, because of how it is compressed.</source>
        <translation type="unfinished">%1 zu lesen braucht wegen der Art der Komprimierung %2 Speicher.</translation>
    </message>
    <message>
        <source>Read It</source>
        <translation type="unfinished">Lesen</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation type="unfinished">Zeit (UTC)</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished">Plattform</translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished">Text</translation>
    </message>
    <message>
        <source>The stories go into a new collection that is named after the file.</source>
        <translation type="unfinished">Die Berichte kommen in eine neue Sammlung, die nach der Datei benannt wird.</translation>
    </message>
    <message>
        <source>%1 is a database. If it is a collection of Tidemark, open it with File &gt; Open; from another database export its stories as CSV and import those.</source>
        <translation type="unfinished">%1 ist eine Datenbank. Ist sie eine Sammlung von Tidemark, öffnen Sie sie mit Datei &gt; Öffnen; aus einer anderen Datenbank exportieren Sie die Berichte als CSV und importieren diese.</translation>
    </message>
    <message>
        <source>Codings by hand</source>
        <translation type="unfinished">Kodierungen von Hand</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation type="unfinished">Was die Datei enthält</translation>
    </message>
    <message numerus="yes">
        <source>Import All %n</source>
        <translation type="unfinished">
            <numerusform>Alle %n importieren</numerusform>
            <numerusform>Alle %n importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Throw away what you said of the file?</source>
        <translation type="unfinished">Verwerfen, was Sie über die Datei gesagt haben?</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation type="unfinished">Verwerfen</translation>
    </message>
</context>
<context>
    <name>tidemark::ImportQueue</name>
    <message>
        <source>Import</source>
        <translation type="unfinished">Importieren</translation>
    </message>
    <message>
        <source>Files with stories (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.js *.xml *.rss *.atom *.zip *.tar *.tgz *.gz *.zst *.xz *.bz2)</source>
        <translation type="unfinished">Dateien mit Berichten (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.js *.xml *.rss *.atom *.zip *.tar *.tgz *.gz *.zst *.xz *.bz2)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished">Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>tidemark::ImportReportDialog</name>
    <message>
        <source>Imported</source>
        <translation type="unfinished">Importiert</translation>
    </message>
    <message>
        <source>The file that the report is about</source>
        <translation type="unfinished">Die Datei, um die es geht</translation>
    </message>
    <message numerus="yes">
        <source>%n files brought %1 new stories.</source>
        <translation type="unfinished">
            <numerusform>%n Datei hat %1 neue Berichte gebracht.</numerusform>
            <numerusform>%n Dateien haben %1 neue Berichte gebracht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln new stories</source>
        <translation type="unfinished">
            <numerusform>%1: %Ln neuer Bericht</numerusform>
            <numerusform>%1: %Ln neue Berichte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 set aside</source>
        <translation type="unfinished">%1, %2 zurückgestellt</translation>
    </message>
</context>
<context>
    <name>tidemark::ImportReportPage</name>
    <message>
        <source>%1 new stories came in before the file broke off. %2</source>
        <translation type="unfinished">%1 neue Berichte kamen herein, bevor die Datei abbrach. %2</translation>
    </message>
    <message>
        <source>The import of %1 was stopped after %2 new stories. Importing the file again goes on where it stopped.</source>
        <translation type="unfinished">Der Import von %1 wurde nach %2 neuen Berichten angehalten. Wird die Datei noch einmal importiert, geht es dort weiter.</translation>
    </message>
    <message>
        <source>%1 brought %2 new stories.</source>
        <translation type="unfinished">%1 brachte %2 neue Berichte.</translation>
    </message>
    <message>
        <source>records read</source>
        <translation type="unfinished">Datensätze gelesen</translation>
    </message>
    <message>
        <source>added as new stories</source>
        <translation type="unfinished">als neue Berichte hinzugefügt</translation>
    </message>
    <message>
        <source>already there</source>
        <translation type="unfinished">schon vorhanden</translation>
    </message>
    <message>
        <source>already there, now with more</source>
        <translation type="unfinished">schon vorhanden, nun mit mehr</translation>
    </message>
    <message>
        <source>reposts</source>
        <translation type="unfinished">Reposts</translation>
    </message>
    <message>
        <source>stories that came inside a repost</source>
        <translation type="unfinished">Berichte, die in einem Repost kamen</translation>
    </message>
    <message>
        <source>taken back by their authors</source>
        <translation type="unfinished">von den Verfassenden zurückgezogen</translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <translation type="unfinished">übersprungen: %1</translation>
    </message>
    <message>
        <source>set aside because they can&apos;t be read</source>
        <translation type="unfinished">zurückgestellt, weil sie nicht gelesen werden können</translation>
    </message>
    <message>
        <source>Records set aside</source>
        <translation type="unfinished">Zurückgestellte Datensätze</translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished">Stelle</translation>
    </message>
    <message>
        <source>Why it was set aside</source>
        <translation type="unfinished">Grund der Zurückstellung</translation>
    </message>
</context>
<context>
    <name>tidemark::ImportRunsModel</name>
    <message>
        <source>Complete</source>
        <translation type="unfinished">Vollständig</translation>
    </message>
    <message>
        <source>Stopped before its end</source>
        <translation type="unfinished">Vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished">Quelle</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished">Importiert</translation>
    </message>
    <message>
        <source>Stories added</source>
        <translation type="unfinished">Neue Berichte</translation>
    </message>
    <message>
        <source>Records set aside</source>
        <translation type="unfinished">Zurückgestellt</translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished">Stand</translation>
    </message>
</context>
<context>
    <name>tidemark::JobBar</name>
    <message>
        <source>Running jobs</source>
        <translation type="unfinished">Laufende Aufgaben</translation>
    </message>
</context>
<context>
    <name>tidemark::JobLine</name>
    <message>
        <source>Progress of: %1</source>
        <translation type="unfinished">Fortschritt: %1</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation type="unfinished">Anhalten: %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished">Anhalten</translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation type="unfinished">Ausblenden: %1</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished">Ausblenden</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished">Wird angehalten</translation>
    </message>
</context>
<context>
    <name>tidemark::JudgedStories</name>
    <message>
        <source>No story.</source>
        <translation type="unfinished">Kein Bericht.</translation>
    </message>
    <message numerus="yes">
        <source>A sample of %n: judge each with Y or N whether it belongs to the theme.</source>
        <translation type="unfinished">
            <numerusform>Eine Stichprobe von %n: Beurteilen Sie mit Y oder N, ob er zum Thema gehört.</numerusform>
            <numerusform>Eine Stichprobe von %n: Beurteilen Sie jeden mit Y oder N, ob er zum Thema gehört.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 judged belong: %3 % (%4 % to %5 %, 95 % interval)</source>
        <translation type="unfinished">%1 von %2 beurteilten gehören dazu: %3 % (%4 % bis %5 %, 95-%-Intervall)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished">Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished">Nein</translation>
    </message>
    <message>
        <source>Belongs</source>
        <translation type="unfinished">Gehört dazu</translation>
    </message>
    <message>
        <source>Story</source>
        <translation type="unfinished">Bericht</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation type="unfinished">Nicht beurteilt</translation>
    </message>
    <message>
        <source>(covered)</source>
        <translation type="unfinished">(verdeckt)</translation>
    </message>
</context>
<context>
    <name>tidemark::LabelEditor</name>
    <message>
        <source>No coding</source>
        <translation type="unfinished">Keine Kodierung</translation>
    </message>
    <message>
        <source>A list of themes</source>
        <translation type="unfinished">Eine Liste von Themen</translation>
    </message>
    <message>
        <source>Another column with codings</source>
        <translation type="unfinished">Eine weitere Spalte mit Kodierungen</translation>
    </message>
    <message>
        <source>Columns in which people coded the stories by hand: yes or no for a theme, or a list of themes. They come in as codings by hand.</source>
        <translation type="unfinished">Spalten, in denen die Berichte von Hand kodiert wurden: ja oder nein für ein Thema, oder eine Liste von Themen. Sie kommen als Kodierungen von Hand herein.</translation>
    </message>
    <message>
        <source>What %1 codes</source>
        <translation type="unfinished">Was %1 kodiert</translation>
    </message>
    <message>
        <source>Another column...</source>
        <translation type="unfinished">Weitere Spalte...</translation>
    </message>
</context>
<context>
    <name>tidemark::LanguageMenu</name>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished">S&amp;prache</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished">Wie das &amp;System</translation>
    </message>
    <message>
        <source>%1 (translated by machine, not reviewed)</source>
        <translation type="unfinished">%1 (maschinell übersetzt, nicht geprüft)</translation>
    </message>
    <message>
        <source>Tidemark speaks the language that you chose when it is started again.</source>
        <translation type="unfinished">Tidemark spricht die gewählte Sprache nach dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>tidemark::LearningCommands</name>
    <message>
        <source>Coding by what was learned</source>
        <translation type="unfinished">Kodieren nach dem Gelernten</translation>
    </message>
    <message>
        <source>Going back to the rules</source>
        <translation type="unfinished">Zurück zu den Regeln</translation>
    </message>
</context>
<context>
    <name>tidemark::LearningDialog</name>
    <message>
        <source>Too few stories are coded to tell whether more would help.</source>
        <translation type="unfinished">Zu wenige Berichte sind kodiert, um zu sagen, ob mehr hülfen.</translation>
    </message>
    <message>
        <source>%1 %2 % from %3</source>
        <translation type="unfinished">%1 %2 % aus %3</translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished">F1</translation>
    </message>
    <message>
        <source>%1 stories</source>
        <translation type="unfinished">%1 Berichte</translation>
    </message>
    <message>
        <source>%1 %: %2 % of %3</source>
        <translation type="unfinished">%1 %: %2 % von %3</translation>
    </message>
    <message>
        <source>Said and found: %1.</source>
        <translation type="unfinished">Gesagt und gefunden: %1.</translation>
    </message>
    <message>
        <source>F1 by stories learned from</source>
        <translation type="unfinished">F1 nach gelernten Berichten</translation>
    </message>
    <message>
        <source>Probability said, and share found</source>
        <translation type="unfinished">Gesagte Wahrscheinlichkeit und gefundener Anteil</translation>
    </message>
    <message>
        <source>Learn Themes</source>
        <translation type="unfinished">Themen lernen</translation>
    </message>
    <message>
        <source>Themes and voices to learn</source>
        <translation type="unfinished">Zu lernende Themen und Stimmen</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation type="unfinished">&amp;Lernen</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation type="unfinished">&amp;Anwenden</translation>
    </message>
    <message>
        <source>Back to the &amp;Rules</source>
        <translation type="unfinished">Zurück zu den &amp;Regeln</translation>
    </message>
    <message>
        <source>Counting what is coded by hand ...</source>
        <translation type="unfinished">Zähle, was von Hand kodiert ist ...</translation>
    </message>
    <message>
        <source>Learning begins with 50 stories coded by hand with a theme, some that have it and some that don’t. Collection &gt; Code Stories helps to get there.</source>
        <translation type="unfinished">Gelernt wird ab 50 mit einem Thema von Hand kodierten Berichten, einigen, die es haben, und einigen, die nicht. Sammlung &gt; Berichte kodieren hilft dorthin.</translation>
    </message>
    <message>
        <source>What is ticked is learned from the stories coded by hand, and tried on stories kept aside. Nothing changes before you apply it.</source>
        <translation type="unfinished">Was angekreuzt ist, wird aus den von Hand kodierten Berichten gelernt und an zurückgehaltenen erprobt. Nichts ändert sich, bevor Sie es anwenden.</translation>
    </message>
    <message>
        <source>Learning from %1 stories</source>
        <translation type="unfinished">Lernen aus %1 Berichten</translation>
    </message>
    <message>
        <source>Learned from %1 stories coded by hand and tried %2 times on a part that was kept aside. Copies among them, which were kept together: %3. Intervals hold 95 %.</source>
        <translation type="unfinished">Gelernt aus %1 von Hand kodierten Berichten und %2-mal an einem zurückgehaltenen Teil erprobt. Kopien darunter, die zusammengehalten wurden: %3. Intervalle gelten zu 95 %.</translation>
    </message>
    <message>
        <source>Stories with the very words of another one, and other codings: %1.</source>
        <translation type="unfinished">Berichte mit genau den Worten eines anderen und anderen Kodierungen: %1.</translation>
    </message>
    <message>
        <source>With 50 codings more F1 has lately changed by %1 points.</source>
        <translation type="unfinished">Mit 50 Kodierungen mehr änderte sich F1 zuletzt um %1 Punkte.</translation>
    </message>
</context>
<context>
    <name>tidemark::LearningModel</name>
    <message>
        <source>%1 % (%2 to %3), rule %4 %</source>
        <translation type="unfinished">%1 % (%2 bis %3), Regel %4 %</translation>
    </message>
    <message>
        <source>Voice: %1</source>
        <translation type="unfinished">Stimme: %1</translation>
    </message>
    <message>
        <source>From %1 % on a story has it: precision %2 %, recall %3 %, F1 %4 %. Stories that have it now: %5; of these would leave: %6; would enter: %7.</source>
        <translation type="unfinished">Ab %1 % hat ein Bericht es: Genauigkeit %2 %, Trefferquote %3 %, F1 %4 %. Berichte, die es jetzt haben: %5; davon gingen: %6; dazu kämen: %7.</translation>
    </message>
    <message>
        <source>No story is coded by hand with it.</source>
        <translation type="unfinished">Kein Bericht ist damit von Hand kodiert.</translation>
    </message>
    <message>
        <source>Only %1 coded by hand; learning begins with %2.</source>
        <translation type="unfinished">Nur %1 von Hand kodiert; gelernt wird ab %2.</translation>
    </message>
    <message>
        <source>None or one of the stories coded has it; code some that do.</source>
        <translation type="unfinished">Keiner oder einer der kodierten Berichte hat es; kodieren Sie einige, die es haben.</translation>
    </message>
    <message>
        <source>All stories coded have it; code some that don’t, too.</source>
        <translation type="unfinished">Alle kodierten Berichte haben es; kodieren Sie auch einige, die es nicht haben.</translation>
    </message>
    <message>
        <source>Coded by a model. %1</source>
        <translation type="unfinished">Von einem Modell kodiert. %1</translation>
    </message>
    <message>
        <source>Better than the rule.</source>
        <translation type="unfinished">Besser als die Regel.</translation>
    </message>
    <message>
        <source>Not better than the rule, so the rule stays.</source>
        <translation type="unfinished">Nicht besser als die Regel, darum bleibt die Regel.</translation>
    </message>
    <message>
        <source>Coded by a model; can be learned anew.</source>
        <translation type="unfinished">Von einem Modell kodiert; kann neu gelernt werden.</translation>
    </message>
    <message>
        <source>Can be learned.</source>
        <translation type="unfinished">Kann gelernt werden.</translation>
    </message>
    <message>
        <source>%1 yes, %2 no</source>
        <translation type="unfinished">%1 ja, %2 nein</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished">%1 %</translation>
    </message>
    <message>
        <source>Theme or voice</source>
        <translation type="unfinished">Thema oder Stimme</translation>
    </message>
    <message>
        <source>Coded by hand</source>
        <translation type="unfinished">Von Hand kodiert</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished">Genauigkeit</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished">Trefferquote</translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished">F1</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished">Schwelle</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished">Dazu</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished">Weg</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished">Urteil</translation>
    </message>
    <message>
        <source>Nearly every story would have it: a higher cut says more.</source>
        <translation type="unfinished">Fast jeder Bericht hätte es: eine höhere Schwelle sagt mehr.</translation>
    </message>
    <message>
        <source>It says the same of all stories, so the rule stays.</source>
        <translation type="unfinished">Es sagt von allen Berichten dasselbe, also bleibt die Regel.</translation>
    </message>
    <message>
        <source>These figures are of this very cut over all stories kept aside, so one that was chosen by them looks a little better than it is; those of the other ways to cut don’t.</source>
        <translation type="unfinished">Diese Zahlen gelten für genau diese Schwelle über alle zurückgehaltenen Berichte; eine, die nach ihnen gewählt wurde, sieht daher etwas besser aus, als sie ist. Die der anderen Wahlen tun das nicht.</translation>
    </message>
    <message>
        <source>For these figures each part kept aside was judged by the cut that the other parts ask for.</source>
        <translation type="unfinished">Für diese Zahlen wurde jeder zurückgehaltene Teil nach der Schwelle beurteilt, die die anderen Teile nahelegen.</translation>
    </message>
</context>
<context>
    <name>tidemark::LinesDialog</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished">Speichern</translation>
    </message>
    <message>
        <source>Throw away what you wrote?</source>
        <translation type="unfinished">Verwerfen, was Sie geschrieben haben?</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation type="unfinished">Verwerfen</translation>
    </message>
</context>
<context>
    <name>tidemark::LinkOpener</name>
    <message>
        <source>Open a page of %1 in your browser? The site will see that somebody came from this story.</source>
        <translation type="unfinished">Eine Seite von %1 in Ihrem Browser öffnen? Die Website wird sehen, dass jemand von diesem Bericht kam.</translation>
    </message>
    <message>
        <source>Open Page</source>
        <translation type="unfinished">Seite öffnen</translation>
    </message>
</context>
<context>
    <name>tidemark::MainWindow</name>
    <message>
        <source>Hide</source>
        <translation type="unfinished">Verbergen</translation>
    </message>
    <message>
        <source>Hide everything</source>
        <translation type="unfinished">Alles verbergen</translation>
    </message>
    <message>
        <source>Stop and Open</source>
        <translation type="unfinished">Anhalten und öffnen</translation>
    </message>
    <message>
        <source>the sample</source>
        <translation type="unfinished">Beispielsammlung</translation>
    </message>
    <message>
        <source>Opening %1 ...</source>
        <translation type="unfinished">%1 wird geöffnet ...</translation>
    </message>
    <message>
        <source>Open Another...</source>
        <translation type="unfinished">Andere öffnen...</translation>
    </message>
    <message>
        <source>New Collection...</source>
        <translation type="unfinished">Neue Sammlung...</translation>
    </message>
    <message>
        <source>Sample Collection</source>
        <translation type="unfinished">Beispielsammlung</translation>
    </message>
    <message>
        <source>%1 - Tidemark</source>
        <translation type="unfinished">%1 - Tidemark</translation>
    </message>
    <message>
        <source>Sample (invented)</source>
        <translation type="unfinished">Beispiel (erfunden)</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation type="unfinished">%1 wird importiert</translation>
    </message>
    <message>
        <source>A job is still running. A stopped import keeps what came in and can go on later; anything else that is stopped is as if it had not begun.</source>
        <translation type="unfinished">Eine Aufgabe läuft noch. Ein angehaltener Import behält, was hereinkam, und kann später weitergehen; alles andere ist nach dem Anhalten so, als hätte es nicht begonnen.</translation>
    </message>
    <message>
        <source>Stop and Quit</source>
        <translation type="unfinished">Anhalten und beenden</translation>
    </message>
    <message>
        <source>Make It</source>
        <translation type="unfinished">Anlegen</translation>
    </message>
    <message>
        <source>Opening %1 ... Where an import was interrupted, its work is finished first, which takes minutes with millions of stories.</source>
        <translation type="unfinished">%1 wird geöffnet ... Wo ein Import unterbrochen wurde, wird seine Arbeit erst beendet; bei Millionen von Berichten dauert das Minuten.</translation>
    </message>
</context>
<context>
    <name>tidemark::MappingEditor</name>
    <message>
        <source>Further columns, kept with each story:</source>
        <translation type="unfinished">Weitere Spalten, mit jedem Bericht behalten:</translation>
    </message>
    <message>
        <source>These columns look as if they were about people. They stay out of sight unless you tick them:</source>
        <translation type="unfinished">Diese Spalten scheinen von Personen zu handeln. Sie bleiben verborgen, wenn Sie sie nicht ankreuzen:</translation>
    </message>
    <message>
        <source>Platform of the whole file</source>
        <translation type="unfinished">Plattform der ganzen Datei</translation>
    </message>
    <message>
        <source>As found in the file</source>
        <translation type="unfinished">Wie in der Datei</translation>
    </message>
    <message>
        <source>Day before month (31/12/2017)</source>
        <translation type="unfinished">Tag vor Monat (31/12/2017)</translation>
    </message>
    <message>
        <source>Month before day (12/31/2017)</source>
        <translation type="unfinished">Monat vor Tag (12/31/2017)</translation>
    </message>
    <message>
        <source>Order of day and month</source>
        <translation type="unfinished">Reihenfolge von Tag und Monat</translation>
    </message>
    <message>
        <source>Shared on</source>
        <translation type="unfinished">Geteilt auf</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished">Datumsangaben</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation type="unfinished">(keine)</translation>
    </message>
</context>
<context>
    <name>tidemark::NewCodebookDialog</name>
    <message>
        <source>Add a Codebook</source>
        <translation type="unfinished">Codebuch hinzufügen</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished">Noch keine</translation>
    </message>
    <message>
        <source>As in %1</source>
        <translation type="unfinished">Wie in %1</translation>
    </message>
    <message>
        <source>&amp;File or Collection...</source>
        <translation type="unfinished">&amp;Datei oder Sammlung …</translation>
    </message>
    <message>
        <source>Add and Use</source>
        <translation type="unfinished">Hinzufügen und verwenden</translation>
    </message>
    <message>
        <source>A collection may have several codebooks, one for each study or language. One is in force: the stories are coded by it. What was coded by hand under the others is kept with them.</source>
        <translation type="unfinished">Eine Sammlung kann mehrere Codebücher haben, eines für jede Studie oder Sprache. Eines gilt: Danach sind die Berichte kodiert. Was mit den anderen von Hand kodiert wurde, bleibt bei ihnen.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished">&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Themes</source>
        <translation type="unfinished">&amp;Themen</translation>
    </message>
    <message>
        <source>Name of the codebook</source>
        <translation type="unfinished">Name des Codebuchs</translation>
    </message>
    <message>
        <source>Where its themes come from</source>
        <translation type="unfinished">Woher seine Themen kommen</translation>
    </message>
    <message>
        <source>Take Themes From</source>
        <translation type="unfinished">Themen übernehmen aus</translation>
    </message>
    <message>
        <source>There is a codebook of this name already. Choose another one.</source>
        <translation type="unfinished">Es gibt schon ein Codebuch dieses Namens. Wählen Sie einen anderen.</translation>
    </message>
</context>
<context>
    <name>tidemark::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation type="unfinished">Notiz</translation>
    </message>
    <message>
        <source>Note on this story</source>
        <translation type="unfinished">Notiz zu diesem Bericht</translation>
    </message>
    <message>
        <source>Keep Note</source>
        <translation type="unfinished">Notiz speichern</translation>
    </message>
    <message>
        <source>Throw away what you wrote?</source>
        <translation type="unfinished">Verwerfen, was Sie geschrieben haben?</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation type="unfinished">Verwerfen</translation>
    </message>
    <message>
        <source>Note on these stories</source>
        <translation type="unfinished">Notiz zu diesen Berichten</translation>
    </message>
    <message>
        <source>This becomes the note of %1 stories and takes the place of notes that they have. Left empty, it removes them.</source>
        <translation type="unfinished">Dies wird die Notiz von %1 Berichten und ersetzt vorhandene Notizen. Bleibt das Feld leer, werden sie entfernt.</translation>
    </message>
</context>
<context>
    <name>tidemark::NoteEditor</name>
    <message>
        <source>Note</source>
        <translation type="unfinished">Notiz</translation>
    </message>
    <message>
        <source>A note on this story, for yourself</source>
        <translation type="unfinished">Eine Notiz zu diesem Bericht, für Sie selbst</translation>
    </message>
    <message>
        <source>Keep note</source>
        <translation type="unfinished">Notiz speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Abbrechen</translation>
    </message>
</context>
<context>
    <name>tidemark::PaneBorder</name>
    <message>
        <source>Arrow keys move it, Enter ends that, Escape puts it back.</source>
        <translation type="unfinished">Pfeiltasten verschieben sie, Eingabe beendet das, Escape stellt sie zurück.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pixels for the pane before it</source>
        <translation type="unfinished">
            <numerusform>%Ln Pixel für den Bereich davor</numerusform>
            <numerusform>%Ln Pixel für den Bereich davor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::PlainTable</name>
    <message>
        <source>Empty</source>
        <translation type="unfinished">Leer</translation>
    </message>
</context>
<context>
    <name>tidemark::QueryHelp</name>
    <message>
        <source>Query Language</source>
        <translation type="unfinished">Abfragesprache</translation>
    </message>
    <message>
        <source>Type words, terms or both; a story must match all of it.</source>
        <translation type="unfinished">Geben Sie Wörter, Begriffe oder beides ein; ein Bericht muss alles erfüllen.</translation>
    </message>
</context>
<context>
    <name>tidemark::QuickHide</name>
    <message>
        <source>Untitled</source>
        <translation type="unfinished">Unbenannt</translation>
    </message>
    <message>
        <source>%1 or a double click here goes back.</source>
        <translation type="unfinished">%1 oder ein Doppelklick hier führt zurück.</translation>
    </message>
</context>
<context>
    <name>tidemark::ReadingBar</name>
    <message>
        <source>Star</source>
        <translation type="unfinished">Stern</translation>
    </message>
    <message>
        <source>Mark this story with a star</source>
        <translation type="unfinished">Diesen Bericht mit einem Stern markieren</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished">Notiz</translation>
    </message>
    <message>
        <source>Write a note on this story</source>
        <translation type="unfinished">Eine Notiz zu diesem Bericht schreiben</translation>
    </message>
    <message>
        <source>Do not quote</source>
        <translation type="unfinished">Nicht zitieren</translation>
    </message>
    <message>
        <source>Remember not to quote this story</source>
        <translation type="unfinished">Merken, dass dieser Bericht nicht zitiert werden soll</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished">Ungelesen</translation>
    </message>
    <message>
        <source>Mark this story as unread</source>
        <translation type="unfinished">Diesen Bericht als ungelesen markieren</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Themen</translation>
    </message>
    <message>
        <source>Set this story&apos;s themes by hand</source>
        <translation type="unfinished">Die Themen dieses Berichts von Hand setzen</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished">Stimme</translation>
    </message>
    <message>
        <source>Set this story&apos;s voice by hand</source>
        <translation type="unfinished">Die Stimme dieses Berichts von Hand setzen</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished">Erklären</translation>
    </message>
    <message>
        <source>Mark the words for which each theme&apos;s rule matched</source>
        <translation type="unfinished">Die Wörter markieren, auf die die Regel jedes Themas zutraf</translation>
    </message>
    <message>
        <source>%1 (by hand)</source>
        <translation type="unfinished">%1 (von Hand)</translation>
    </message>
    <message>
        <source>%1 (not, by hand)</source>
        <translation type="unfinished">%1 (nicht, von Hand)</translation>
    </message>
    <message>
        <source>%1 (by rule)</source>
        <translation type="unfinished">%1 (nach Regel)</translation>
    </message>
    <message>
        <source>Leave to the rules</source>
        <translation type="unfinished">Den Regeln überlassen</translation>
    </message>
    <message>
        <source>By rule: %1</source>
        <translation type="unfinished">Nach Regel: %1</translation>
    </message>
    <message>
        <source>By model: %1</source>
        <translation type="unfinished">Nach Modell: %1</translation>
    </message>
    <message>
        <source>%1 (by model)</source>
        <translation type="unfinished">%1 (nach Modell)</translation>
    </message>
</context>
<context>
    <name>tidemark::ReadingCommands</name>
    <message>
        <source>Every story here is read.</source>
        <translation type="unfinished">Hier sind alle Berichte gelesen.</translation>
    </message>
    <message>
        <source>No unread story comes before this one, but some come after it.</source>
        <translation type="unfinished">Vor diesem Bericht ist keiner ungelesen, aber dahinter.</translation>
    </message>
    <message>
        <source>No unread story comes after this one, but some come before it.</source>
        <translation type="unfinished">Nach diesem Bericht ist keiner ungelesen, aber davor.</translation>
    </message>
</context>
<context>
    <name>tidemark::ReadingPane</name>
    <message>
        <source>The filter doesn&apos;t select this story.</source>
        <translation type="unfinished">Der Filter wählt diesen Bericht nicht aus.</translation>
    </message>
    <message>
        <source>Reading pane</source>
        <translation type="unfinished">Lesebereich</translation>
    </message>
    <message>
        <source>Choose a story to read it here.</source>
        <translation type="unfinished">Wählen Sie einen Bericht, um ihn hier zu lesen.</translation>
    </message>
</context>
<context>
    <name>tidemark::RejectedRecordsDialog</name>
    <message>
        <source>&amp;Try Again</source>
        <translation type="unfinished">Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation type="unfinished">&amp;Exportieren...</translation>
    </message>
    <message>
        <source>Rejected Records</source>
        <translation type="unfinished">Abgewiesene Datensätze</translation>
    </message>
    <message>
        <source>%1, %2: %3 set aside</source>
        <translation type="unfinished">%1, %2: %3 zurückgestellt</translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished">Import</translation>
    </message>
    <message>
        <source>Records set aside</source>
        <translation type="unfinished">Zurückgestellte Datensätze</translation>
    </message>
    <message>
        <source>Content of the record</source>
        <translation type="unfinished">Inhalt des Datensatzes</translation>
    </message>
    <message>
        <source>Reads the records once more, with what you mended below</source>
        <translation type="unfinished">Liest die Datensätze erneut, mit dem, was Sie unten ausgebessert haben</translation>
    </message>
    <message>
        <source>No record was set aside: every one could be read.</source>
        <translation type="unfinished">Kein Datensatz wurde zurückgestellt: Alle konnten gelesen werden.</translation>
    </message>
    <message>
        <source>Export Rejected Records</source>
        <translation type="unfinished">Abgewiesene Datensätze exportieren</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl);;All files (*)</source>
        <translation type="unfinished">JSON Lines (*.jsonl);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>tidemark::RejectedRecordsModel</name>
    <message>
        <source>Place</source>
        <translation type="unfinished">Stelle</translation>
    </message>
    <message>
        <source>Why it was set aside</source>
        <translation type="unfinished">Grund der Zurückstellung</translation>
    </message>
</context>
<context>
    <name>tidemark::RuleDraft</name>
    <message>
        <source>Counting ...</source>
        <translation type="unfinished">Wird gezählt ...</translation>
    </message>
    <message>
        <source>Without a rule the theme is set by hand only.</source>
        <translation type="unfinished">Ohne Regel wird das Thema nur von Hand gesetzt.</translation>
    </message>
    <message>
        <source>Finds %1 of %2 stories in the rules&apos; language; against the rule in force %3 enter, %4 leave.</source>
        <translation type="unfinished">Findet %1 von %2 Berichten in der Sprache der Regeln; gegenüber der geltenden Regel kommen %3 hinzu, %4 fallen weg.</translation>
    </message>
    <message>
        <source>It matches no story: check its words.</source>
        <translation type="unfinished">Sie passt auf keinen Bericht: Prüfen Sie ihre Wörter.</translation>
    </message>
    <message>
        <source>It matches nearly every story: check its words.</source>
        <translation type="unfinished">Sie passt auf fast jeden Bericht: Prüfen Sie ihre Wörter.</translation>
    </message>
</context>
<context>
    <name>tidemark::RuleEditor</name>
    <message>
        <source>Stories that match</source>
        <translation type="unfinished">Berichte, die passen</translation>
    </message>
    <message>
        <source>Stories that enter</source>
        <translation type="unfinished">Berichte, die hinzukommen</translation>
    </message>
    <message>
        <source>Stories that leave</source>
        <translation type="unfinished">Berichte, die wegfallen</translation>
    </message>
    <message>
        <source>What each of the words brings</source>
        <translation type="unfinished">Was jedes der Wörter bringt</translation>
    </message>
    <message>
        <source>&amp;Keep what was judged as codings by hand when saving</source>
        <translation type="unfinished">&amp;Beurteiltes beim Speichern als Kodierungen von Hand behalten</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished">Regel</translation>
    </message>
    <message>
        <source>Words, &quot;phrases&quot;, beginnings*, NEAR(a b, 5), joined by OR, AND, NOT</source>
        <translation type="unfinished">Wörter, &quot;Wortfolgen&quot;, Anfänge*, NEAR(a b, 5), verbunden durch OR, AND, NOT</translation>
    </message>
    <message>
        <source>Wor&amp;ds</source>
        <translation type="unfinished">&amp;Wörter</translation>
    </message>
    <message>
        <source>M&amp;atch: %1</source>
        <translation type="unfinished">&amp;Passend: %1</translation>
    </message>
    <message>
        <source>En&amp;ter: %1</source>
        <translation type="unfinished">&amp;Hinzu: %1</translation>
    </message>
    <message>
        <source>&amp;Leave: %1</source>
        <translation type="unfinished">Fort: %1</translation>
    </message>
    <message>
        <source>A model codes this theme now, and the rule is only among what it learned from. “Back to the Rules” in Learn Themes lets the rule code it again.</source>
        <translation type="unfinished">Ein Modell kodiert dieses Thema zurzeit, und die Regel ist nur Teil dessen, woraus es gelernt hat. Mit „Zurück zu den Regeln“ unter „Themen lernen“ kodiert wieder die Regel.</translation>
    </message>
    <message>
        <source>Rule and what it codes</source>
        <translation type="unfinished">Regel und was sie kodiert</translation>
    </message>
    <message>
        <source>What the rule brings</source>
        <translation type="unfinished">Was die Regel bringt</translation>
    </message>
</context>
<context>
    <name>tidemark::RuleTermsModel</name>
    <message>
        <source>Words</source>
        <translation type="unfinished">Wörter</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Berichte</translation>
    </message>
    <message>
        <source>Only by These</source>
        <translation type="unfinished">Nur durch sie</translation>
    </message>
</context>
<context>
    <name>tidemark::SampleCommands</name>
    <message>
        <source>Sample of %1 by month, seed %2</source>
        <translation type="unfinished">Stichprobe von %1 nach Monat, Startwert %2</translation>
    </message>
    <message>
        <source>Sample of %1 by theme, seed %2</source>
        <translation type="unfinished">Stichprobe von %1 nach Thema, Startwert %2</translation>
    </message>
    <message>
        <source>Sample of %1 by platform, seed %2</source>
        <translation type="unfinished">Stichprobe von %1 nach Plattform, Startwert %2</translation>
    </message>
    <message>
        <source>Sample of %1, seed %2</source>
        <translation type="unfinished">Stichprobe von %1, Startwert %2</translation>
    </message>
    <message>
        <source>: %1 read, %2 coded by hand</source>
        <translation type="unfinished">: %1 gelesen, %2 von Hand kodiert</translation>
    </message>
</context>
<context>
    <name>tidemark::SampleDialog</name>
    <message>
        <source>Draw a Reading Sample</source>
        <translation type="unfinished">Lesestichprobe ziehen</translation>
    </message>
    <message>
        <source>Draws at random from the %1 of the selection, and keeps what was drawn as a saved filter. The same seed draws the same stories again.</source>
        <translation type="unfinished">Zieht zufällig aus der Auswahl (%1) und behält das Gezogene als gespeicherten Filter. Derselbe Startwert zieht wieder dieselben Berichte.</translation>
    </message>
    <message>
        <source>From all alike</source>
        <translation type="unfinished">Aus allen gleich</translation>
    </message>
    <message>
        <source>By month, in proportion</source>
        <translation type="unfinished">Nach Monat, anteilig</translation>
    </message>
    <message>
        <source>By theme, in proportion</source>
        <translation type="unfinished">Nach Thema, anteilig</translation>
    </message>
    <message>
        <source>By platform, in proportion</source>
        <translation type="unfinished">Nach Plattform, anteilig</translation>
    </message>
    <message>
        <source>&amp;Stories</source>
        <translation type="unfinished">&amp;Berichte</translation>
    </message>
    <message>
        <source>&amp;Drawn</source>
        <translation type="unfinished">&amp;Ziehung</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation type="unfinished">&amp;Startwert</translation>
    </message>
    <message>
        <source>Stories in the sample</source>
        <translation type="unfinished">Berichte in der Stichprobe</translation>
    </message>
    <message>
        <source>How they are drawn</source>
        <translation type="unfinished">Wie sie gezogen werden</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished">Startwert</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished">Ziehen</translation>
    </message>
</context>
<context>
    <name>tidemark::SampleView</name>
    <message>
        <source>The story</source>
        <translation type="unfinished">Der Bericht</translation>
    </message>
    <message>
        <source>Belongs (Y)</source>
        <translation type="unfinished">Gehört dazu (Y)</translation>
    </message>
    <message>
        <source>Doesn&apos;t (N)</source>
        <translation type="unfinished">Nicht (N)</translation>
    </message>
    <message>
        <source>Unjudged</source>
        <translation type="unfinished">Unbeurteilt</translation>
    </message>
</context>
<context>
    <name>tidemark::SavedFilters</name>
    <message>
        <source>It can&apos;t be read any more: %1</source>
        <translation type="unfinished">Er kann nicht mehr gelesen werden: %1</translation>
    </message>
    <message>
        <source>%1, %2 stories</source>
        <translation type="unfinished">%1, %2 Berichte</translation>
    </message>
</context>
<context>
    <name>tidemark::SavedFiltersView</name>
    <message>
        <source>Saved Filters</source>
        <translation type="unfinished">Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished">Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Save Filter</source>
        <translation type="unfinished">Filter speichern</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation type="unfinished">Name des Filters</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">Speichern</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished">&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Change to the Filter in Force</source>
        <translation type="unfinished">Durch aktuellen &amp;Filter ersetzen</translation>
    </message>
    <message>
        <source>Copy as &amp;Text</source>
        <translation type="unfinished">Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation type="unfinished">Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation type="unfinished">Nach u&amp;nten</translation>
    </message>
    <message>
        <source>Re&amp;move...</source>
        <translation type="unfinished">&amp;Entfernen...</translation>
    </message>
    <message>
        <source>Remove the saved filter %1? The stories stay.</source>
        <translation type="unfinished">Den gespeicherten Filter %1 entfernen? Die Berichte bleiben.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Entfernen</translation>
    </message>
    <message>
        <source>There is another saved filter %1. Replace it?</source>
        <translation type="unfinished">Es gibt einen anderen gespeicherten Filter %1. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished">Ersetzen</translation>
    </message>
</context>
<context>
    <name>tidemark::SearchBox</name>
    <message>
        <source>Search stories</source>
        <translation type="unfinished">Berichte suchen</translation>
    </message>
</context>
<context>
    <name>tidemark::SearchCompleter</name>
    <message>
        <source>Ways to go on</source>
        <translation type="unfinished">Mögliche Fortsetzungen</translation>
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
        <translation type="unfinished">Ä&amp;ndern</translation>
    </message>
    <message>
        <source>As &amp;Delivered</source>
        <translation type="unfinished">&amp;Voreinstellung</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished">Tastenkürzel</translation>
    </message>
    <message>
        <source>New key of the chosen command</source>
        <translation type="unfinished">Neue Taste des gewählten Befehls</translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished">Leertaste</translation>
    </message>
    <message>
        <source>Facets: include the value, or take that back</source>
        <translation type="unfinished">Facetten: den Wert einschließen oder dies zurücknehmen</translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation type="unfinished">Strg+Leertaste</translation>
    </message>
    <message>
        <source>Facets: include it as well</source>
        <translation type="unfinished">Facetten: ihn zusätzlich einschließen</translation>
    </message>
    <message>
        <source>Shift+Space, Del</source>
        <translation type="unfinished">Umschalt+Leertaste, Entf</translation>
    </message>
    <message>
        <source>Facets: exclude it</source>
        <translation type="unfinished">Facetten: ihn ausschließen</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation type="unfinished">Links, Rechts</translation>
    </message>
    <message>
        <source>Timeline: move; with Shift, widen the span; with Ctrl, only look</source>
        <translation type="unfinished">Zeitleiste: bewegen; mit Umschalt den Zeitraum erweitern; mit Strg nur ansehen</translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished">Eingabe</translation>
    </message>
    <message>
        <source>Timeline: choose the bar under the cursor</source>
        <translation type="unfinished">Zeitleiste: den Balken unter dem Cursor wählen</translation>
    </message>
    <message>
        <source>+, -, 0</source>
        <translation type="unfinished">+, -, 0</translation>
    </message>
    <message>
        <source>Timeline: closer, wider, everything</source>
        <translation type="unfinished">Zeitleiste: näher, weiter, alles</translation>
    </message>
    <message>
        <source>Z</source>
        <translation type="unfinished">Z</translation>
    </message>
    <message>
        <source>Timeline: only the selected span, and back</source>
        <translation type="unfinished">Zeitleiste: nur der ausgewählte Zeitraum, und zurück</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished">Esc</translation>
    </message>
    <message>
        <source>Timeline: clear the span</source>
        <translation type="unfinished">Zeitleiste: den Zeitraum aufheben</translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished">Entf</translation>
    </message>
    <message>
        <source>Chips: remove it from the filter</source>
        <translation type="unfinished">Filterchips: ihn aus dem Filter entfernen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished">Tasten</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation type="unfinished">Was sie tun</translation>
    </message>
    <message>
        <source>Press the key that “%1” is to have.</source>
        <translation type="unfinished">Drücken Sie die Taste, die „%1“ haben soll.</translation>
    </message>
    <message>
        <source>Choose a command to change its key. Those of the panes stay.</source>
        <translation type="unfinished">Wählen Sie einen Befehl, um seine Taste zu ändern. Die der Bereiche bleiben.</translation>
    </message>
    <message>
        <source>“%1” has this key, or one that begins alike. Give that another one first.</source>
        <translation type="unfinished">„%1“ hat diese Taste oder eine, die gleich beginnt. Geben Sie diesem Befehl zuerst eine andere.</translation>
    </message>
    <message>
        <source>Type to find a command or a key</source>
        <translation type="unfinished">Tippen, um einen Befehl oder eine Taste zu finden</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation type="unfinished">Befehl oder Taste finden</translation>
    </message>
    <message>
        <source>&amp;No Key</source>
        <translation type="unfinished">K&amp;eine Taste</translation>
    </message>
    <message>
        <source>Press the key that “%1” is to have in place of %2. It keeps %3.</source>
        <translation type="unfinished">Drücken Sie die Taste, die „%1“ statt %2 haben soll. Der Befehl behält %3.</translation>
    </message>
    <message>
        <source>Space, Shift+Space</source>
        <translation type="unfinished">Leertaste, Umschalt+Leertaste</translation>
    </message>
    <message>
        <source>Stories: a page on or back, and at its end the next or previous story</source>
        <translation type="unfinished">Berichte: eine Seite weiter oder zurück, und am Ende der nächste oder vorige Bericht</translation>
    </message>
    <message>
        <source>Ctrl+Down, Ctrl+Up</source>
        <translation type="unfinished">Strg+Ab, Strg+Auf</translation>
    </message>
    <message>
        <source>Story: next and previous link</source>
        <translation type="unfinished">Bericht: nächster und voriger Link</translation>
    </message>
    <message>
        <source>Story: open the link</source>
        <translation type="unfinished">Bericht: den Link öffnen</translation>
    </message>
    <message>
        <source>Ctrl+Return, Esc</source>
        <translation type="unfinished">Strg+Eingabe, Esc</translation>
    </message>
    <message>
        <source>Note: keep it and leave it</source>
        <translation type="unfinished">Notiz: sie behalten und verlassen</translation>
    </message>
    <message>
        <source>Names of columns: choose one; with Shift, change its width</source>
        <translation type="unfinished">Spaltennamen: einen wählen; mit Umschalt die Breite ändern</translation>
    </message>
    <message>
        <source>Names of columns: sort by it</source>
        <translation type="unfinished">Spaltennamen: danach sortieren</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation type="unfinished">Pfeiltasten</translation>
    </message>
    <message>
        <source>Borders: move; Return ends that, Esc puts the border back</source>
        <translation type="unfinished">Ränder: verschieben; Eingabe beendet das, Esc setzt den Rand zurück</translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished">Ab</translation>
    </message>
    <message>
        <source>Search box: choose from what it offers; while it is empty, earlier searches</source>
        <translation type="unfinished">Suchfeld: aus dem Angebotenen wählen; solange es leer ist, frühere Suchen</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished">Tabulator</translation>
    </message>
    <message>
        <source>Search box: take the only value that is left</source>
        <translation type="unfinished">Suchfeld: den einzigen Wert übernehmen, der bleibt</translation>
    </message>
    <message>
        <source>Saved filters: filter by it</source>
        <translation type="unfinished">Gespeicherte Filter: danach filtern</translation>
    </message>
    <message>
        <source>F2</source>
        <translation type="unfinished">F2</translation>
    </message>
    <message>
        <source>Saved filters: rename it</source>
        <translation type="unfinished">Gespeicherte Filter: ihn umbenennen</translation>
    </message>
    <message>
        <source>Saved filters: remove it</source>
        <translation type="unfinished">Gespeicherte Filter: ihn entfernen</translation>
    </message>
    <message>
        <source>Page Up, Page Down, Home, End</source>
        <translation type="unfinished">Bild auf, Bild ab, Pos1, Ende</translation>
    </message>
    <message>
        <source>Timeline: move further, and to either end</source>
        <translation type="unfinished">Zeitleiste: weiter bewegen, und an beide Enden</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Left, Ctrl+Shift+Right</source>
        <translation type="unfinished">Strg+Umschalt+Links, Strg+Umschalt+Rechts</translation>
    </message>
    <message>
        <source>Timeline: move what is shown</source>
        <translation type="unfinished">Zeitleiste: verschieben, was gezeigt wird</translation>
    </message>
</context>
<context>
    <name>tidemark::SourceCommands</name>
    <message>
        <source>Removing %1</source>
        <translation type="unfinished">%1 wird entfernt</translation>
    </message>
    <message>
        <source>Adding %1</source>
        <translation type="unfinished">%1 wird hinzugefügt</translation>
    </message>
    <message>
        <source>Changing %1</source>
        <translation type="unfinished">%1 wird geändert</translation>
    </message>
    <message>
        <source>Keeping the token</source>
        <translation type="unfinished">Token wird gespeichert</translation>
    </message>
    <message>
        <source>This system has no keyring, so the token is kept only until Tidemark is closed.</source>
        <translation type="unfinished">Dieses System hat keinen Schlüsselbund, darum wird das Token nur behalten, bis Tidemark geschlossen wird.</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation type="unfinished">Abruf läuft</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1: %2</translation>
    </message>
    <message>
        <source>Asking whether the stories still stand</source>
        <translation type="unfinished">Anfrage, ob die Berichte noch stehen</translation>
    </message>
    <message>
        <source>Out of sight there, hidden here and gone in seven days: %1.</source>
        <translation type="unfinished">Dort nicht zu sehen, hier ausgeblendet und in sieben Tagen entfernt: %1.</translation>
    </message>
    <message>
        <source>Nobody said anything of %1; they stay as they are.</source>
        <translation type="unfinished">Zu %1 kam keine Auskunft; sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>%1 stories still stand where they were shared.</source>
        <translation type="unfinished">%1 Berichte stehen noch, wo sie geteilt wurden.</translation>
    </message>
    <message>
        <source>Forgetting the token</source>
        <translation type="unfinished">Token wird vergessen</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation type="unfinished">Abrufen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished">Fragen</translation>
    </message>
    <message>
        <source>Deleted there and gone here: %1.</source>
        <translation type="unfinished">Dort gelöscht und hier entfernt: %1.</translation>
    </message>
    <message>
        <source>Hidden until now, and seen again: %1.</source>
        <translation type="unfinished">Bisher ausgeblendet, jetzt wieder zu sehen: %1.</translation>
    </message>
    <message>
        <source>Fetching by schedule: %1</source>
        <translation type="unfinished">Abruf nach Zeitplan: %1</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation type="unfinished">%1 wird abgerufen</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n new stories (%2).</source>
        <translation type="unfinished">
            <numerusform>%1: %n neuer Bericht (%2).</numerusform>
            <numerusform>%1: %n neue Berichte (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: nothing new, %n changed (%2).</source>
        <translation type="unfinished">
            <numerusform>%1: nichts Neues, %n geändert (%2).</numerusform>
            <numerusform>%1: nichts Neues, %n geändert (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: nothing new (%2).</source>
        <translation type="unfinished">%1: nichts Neues (%2).</translation>
    </message>
    <message numerus="yes">
        <source>And %n other sources.</source>
        <translation type="unfinished">
            <numerusform>Und %n weitere Quelle.</numerusform>
            <numerusform>Und %n weitere Quellen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records were set aside.</source>
        <translation type="unfinished">
            <numerusform>%n Datensatz wurde zurückgestellt.</numerusform>
            <numerusform>%n Datensätze wurden zurückgestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for saved copies</source>
        <translation type="unfinished">Gespeicherte Kopien werden gesucht</translation>
    </message>
</context>
<context>
    <name>tidemark::SourcesDialog</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished">Quellen</translation>
    </message>
    <message>
        <source>&amp;Add...</source>
        <translation type="unfinished">&amp;Hinzufügen...</translation>
    </message>
    <message>
        <source>&amp;Edit...</source>
        <translation type="unfinished">&amp;Bearbeiten...</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished">&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Remove...</source>
        <translation type="unfinished">&amp;Entfernen...</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation type="unfinished">&amp;Abrufen</translation>
    </message>
    <message>
        <source>Fetch A&amp;ll</source>
        <translation type="unfinished">A&amp;lle abrufen</translation>
    </message>
    <message>
        <source>No source is subscribed to. Nothing is fetched before you ask for it.</source>
        <translation type="unfinished">Keine Quelle ist abonniert. Nichts wird abgerufen, bevor Sie es verlangen.</translation>
    </message>
    <message>
        <source>Remove %1? It is asked no more.</source>
        <translation type="unfinished">%1 entfernen? Diese Quelle wird nicht mehr abgefragt.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Entfernen</translation>
    </message>
    <message>
        <source>&amp;Import List...</source>
        <translation type="unfinished">Liste &amp;importieren...</translation>
    </message>
    <message>
        <source>E&amp;xport List...</source>
        <translation type="unfinished">Liste e&amp;xportieren...</translation>
    </message>
    <message>
        <source>Import List of Feeds</source>
        <translation type="unfinished">Liste von Feeds importieren</translation>
    </message>
    <message>
        <source>Export List of Feeds</source>
        <translation type="unfinished">Liste von Feeds exportieren</translation>
    </message>
    <message>
        <source>The list was written to %1.</source>
        <translation type="unfinished">Die Liste wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Lists of feeds (*.opml *.xml)</source>
        <translation type="unfinished">Listen von Feeds (*.opml *.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished">Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation type="unfinished">For&amp;tsetzen</translation>
    </message>
    <message>
        <source>Remove the &amp;stories that only it brought, too</source>
        <translation type="unfinished">Auch die Berichte entfernen, die &amp;nur sie gebracht hat</translation>
    </message>
</context>
<context>
    <name>tidemark::SourcesModel</name>
    <message>
        <source>Source</source>
        <translation type="unfinished">Quelle</translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished">Format</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Berichte</translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished">Hinzugefügt</translation>
    </message>
</context>
<context>
    <name>tidemark::SplitDialog</name>
    <message>
        <source>Split Theme</source>
        <translation type="unfinished">Thema abspalten</translation>
    </message>
    <message>
        <source>Words, or any filter: bus OR train, platform:mastodon</source>
        <translation type="unfinished">Wörter oder ein beliebiger Filter: bus OR train, platform:mastodon</translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished">Abspalten</translation>
    </message>
    <message>
        <source>&amp;New theme</source>
        <translation type="unfinished">&amp;Neues Thema</translation>
    </message>
    <message>
        <source>&amp;Stories</source>
        <translation type="unfinished">&amp;Berichte</translation>
    </message>
    <message>
        <source>Name of the new theme</source>
        <translation type="unfinished">Name des neuen Themas</translation>
    </message>
    <message>
        <source>Filter for its stories</source>
        <translation type="unfinished">Filter für seine Berichte</translation>
    </message>
    <message>
        <source>The stories of %1 that match become a theme of their own.</source>
        <translation type="unfinished">Die Berichte von %1, die passen, werden ein eigenes Thema.</translation>
    </message>
    <message>
        <source>Counting ...</source>
        <translation type="unfinished">Wird gezählt ...</translation>
    </message>
    <message>
        <source>%1 stories go over: the rule is divided, and what was coded by hand goes with it.</source>
        <translation type="unfinished">%1 Berichte gehen über: Die Regel wird geteilt, und was von Hand kodiert wurde, geht mit.</translation>
    </message>
    <message>
        <source>%1 stories go over, coded by hand.</source>
        <translation type="unfinished">%1 Berichte gehen über, von Hand kodiert.</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryCommands</name>
    <message>
        <source>Marking %1</source>
        <translation type="unfinished">Wird markiert: %1</translation>
    </message>
    <message>
        <source>Setting a theme of %1</source>
        <translation type="unfinished">Thema wird gesetzt: %1</translation>
    </message>
    <message>
        <source>Setting the voice of %1</source>
        <translation type="unfinished">Stimme wird gesetzt: %1</translation>
    </message>
    <message>
        <source>Keeping the note</source>
        <translation type="unfinished">Notiz wird gespeichert</translation>
    </message>
    <message>
        <source>Forget %1? Text, author and record are deleted from this collection, and no later import brings them back. This can&apos;t be undone.</source>
        <translation type="unfinished">%1 vergessen? Text, Konto und Datensatz werden aus dieser Sammlung gelöscht, und kein späterer Import bringt sie zurück. Dies kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished">Vergessen</translation>
    </message>
    <message>
        <source>Forgetting %1</source>
        <translation type="unfinished">Wird vergessen: %1</translation>
    </message>
    <message>
        <source>Remove &amp;Star</source>
        <translation type="unfinished">&amp;Stern entfernen</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation type="unfinished">&amp;Stern setzen</translation>
    </message>
    <message>
        <source>Mark &amp;as Unread</source>
        <translation type="unfinished">&amp;Als ungelesen markieren</translation>
    </message>
    <message>
        <source>Mark &amp;as Read</source>
        <translation type="unfinished">&amp;Als gelesen markieren</translation>
    </message>
    <message>
        <source>May Be &amp;Quoted</source>
        <translation type="unfinished">Darf &amp;zitiert werden</translation>
    </message>
    <message>
        <source>Do Not &amp;Quote</source>
        <translation type="unfinished">Nicht &amp;zitieren</translation>
    </message>
    <message>
        <source>As the &amp;Rules Say</source>
        <translation type="unfinished">Den &amp;Regeln überlassen</translation>
    </message>
    <message>
        <source>Forgotten: %1.</source>
        <translation type="unfinished">Vergessen: %1.</translation>
    </message>
    <message>
        <source>Looking for saved copies</source>
        <translation type="unfinished">Gespeicherte Kopien werden gesucht</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryCover</name>
    <message>
        <source>Show This Story</source>
        <translation type="unfinished">Diesen Bericht zeigen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished">%1 · %2</translation>
    </message>
    <message>
        <source>No theme</source>
        <translation type="unfinished">Kein Thema</translation>
    </message>
    <message>
        <source>Marked as sensitive where it was shared</source>
        <translation type="unfinished">Am Ort der Veröffentlichung als heikel markiert</translation>
    </message>
    <message>
        <source>The author&apos;s warning: %1</source>
        <translation type="unfinished">Warnung im Original: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln words</source>
        <translation type="unfinished">
            <numerusform>%1 · %Ln Wort</numerusform>
            <numerusform>%1 · %Ln Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation type="unfinished">
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::StoryHeader</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished">Spalten</translation>
    </message>
    <message>
        <source>&amp;Fit Columns</source>
        <translation type="unfinished">Spalten &amp;anpassen</translation>
    </message>
    <message>
        <source>&amp;Usual Widths</source>
        <translation type="unfinished">&amp;Übliche Breiten</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln pixels wide</source>
        <translation type="unfinished">
            <numerusform>%1, %Ln Pixel breit</numerusform>
            <numerusform>%1, %Ln Pixel breit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::StoryListModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished">Zeit</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished">Plattform</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished">Anfang</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Themen</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished">Stimme</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished">Status</translation>
    </message>
    <message>
        <source>(covered)</source>
        <translation type="unfinished">(verdeckt)</translation>
    </message>
    <message>
        <source>+1 copy</source>
        <translation type="unfinished">+1 Kopie</translation>
    </message>
    <message>
        <source>+%1 copies</source>
        <translation type="unfinished">+%1 Kopien</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished">Ungelesen</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished">Mit Stern</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished">Notiz</translation>
    </message>
    <message>
        <source>Do not quote</source>
        <translation type="unfinished">Nicht zitieren</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation type="unfinished">Inhaltswarnung</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryListPane</name>
    <message>
        <source>This collection holds no story yet. Import a file to begin.</source>
        <translation type="unfinished">Diese Sammlung enthält noch keinen Bericht. Importieren Sie eine Datei, um zu beginnen.</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation type="unfinished">Importieren...</translation>
    </message>
    <message>
        <source>No story matches.</source>
        <translation type="unfinished">Kein Bericht passt.</translation>
    </message>
    <message>
        <source>Clear All</source>
        <translation type="unfinished">Filter leeren</translation>
    </message>
    <message>
        <source>No story matches. Without “%1” there would be %2.</source>
        <translation type="unfinished">Kein Bericht passt. Ohne „%1“ wären es %2.</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation type="unfinished">„%1“ entfernen</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished">Erneut versuchen</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Berichte</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryListView</name>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Berichte</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryText</name>
    <message>
        <source>Story</source>
        <translation type="unfinished">Bericht</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished">&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy with &amp;Names</source>
        <translation type="unfinished">Mit &amp;Namen kopieren</translation>
    </message>
    <message>
        <source>&amp;Note on the Selection</source>
        <translation type="unfinished">N&amp;otiz zur Auswahl</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation type="unfinished">&amp;Alles auswählen</translation>
    </message>
</context>
<context>
    <name>tidemark::SubscriptionDialog</name>
    <message>
        <source>Add Source</source>
        <translation type="unfinished">Quelle hinzufügen</translation>
    </message>
    <message>
        <source>Edit Source</source>
        <translation type="unfinished">Quelle bearbeiten</translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished">Hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">Speichern</translation>
    </message>
    <message>
        <source>&amp;Service:</source>
        <translation type="unfinished">&amp;Dienst:</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation type="unfinished">&amp;Adresse:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished">&amp;Name:</translation>
    </message>
    <message>
        <source>What it is called here</source>
        <translation type="unfinished">Wie sie hier heißt</translation>
    </message>
    <message>
        <source>Any of these &amp;hashtags:</source>
        <translation type="unfinished">Einer dieser &amp;Hashtags:</translation>
    </message>
    <message>
        <source>A&amp;ll of these:</source>
        <translation type="unfinished">A&amp;lle von diesen:</translation>
    </message>
    <message>
        <source>N&amp;one of these:</source>
        <translation type="unfinished">&amp;Keiner von diesen:</translation>
    </message>
    <message>
        <source>In the query language of the service</source>
        <translation type="unfinished">In der Abfragesprache des Dienstes</translation>
    </message>
    <message>
        <source>&amp;Token or app password:</source>
        <translation type="unfinished">&amp;Token oder App-Passwort:</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring</source>
        <translation type="unfinished">Im Schlüsselbund des Systems gespeichert</translation>
    </message>
    <message>
        <source>Search the &amp;full archive, not the last seven days</source>
        <translation type="unfinished">Das &amp;gesamte Archiv durchsuchen, nicht nur die letzten sieben Tage</translation>
    </message>
    <message>
        <source>Not &amp;before</source>
        <translation type="unfinished">Nicht &amp;vor</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation type="unfinished">Nicht vor</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation type="unfinished">Nur auf Verlangen</translation>
    </message>
    <message>
        <source>Every half hour, while Tidemark runs</source>
        <translation type="unfinished">Jede halbe Stunde, während Tidemark läuft</translation>
    </message>
    <message>
        <source>Every three hours, while Tidemark runs</source>
        <translation type="unfinished">Alle drei Stunden, während Tidemark läuft</translation>
    </message>
    <message>
        <source>Once a day, while Tidemark runs</source>
        <translation type="unfinished">Einmal am Tag, während Tidemark läuft</translation>
    </message>
    <message>
        <source>F&amp;etched:</source>
        <translation type="unfinished">Abr&amp;uf:</translation>
    </message>
    <message>
        <source>Give the address.</source>
        <translation type="unfinished">Geben Sie die Adresse an.</translation>
    </message>
    <message>
        <source>Sea&amp;rch for:</source>
        <translation type="unfinished">&amp;Suchen nach:</translation>
    </message>
    <message>
        <source>A&amp;ccount:</source>
        <translation type="unfinished">K&amp;onto:</translation>
    </message>
    <message>
        <source>Bu&amp;dget, posts a fetch:</source>
        <translation type="unfinished">&amp;Budget, Beiträge je Abruf:</translation>
    </message>
    <message>
        <source>Bud&amp;get, posts a month:</source>
        <translation type="unfinished">Budget je &amp;Monat, Beiträge:</translation>
    </message>
    <message>
        <source>Once so many were read in a month, the schedule rests until the next one.</source>
        <translation type="unfinished">Wurden in einem Monat so viele gelesen, ruht der Zeitplan bis zum nächsten.</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished">in %1</translation>
    </message>
    <message>
        <source>Throw away what you wrote?</source>
        <translation type="unfinished">Verwerfen, was Sie geschrieben haben?</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation type="unfinished">Verwerfen</translation>
    </message>
</context>
<context>
    <name>tidemark::SubscriptionsModel</name>
    <message>
        <source>Not fetched yet</source>
        <translation type="unfinished">Noch nicht abgerufen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished">Vollständig</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation type="unfinished">Geht weiter</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished">Wartet</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished">Offline</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished">Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished">Nicht mehr da</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished">Pausiert</translation>
    </message>
    <message>
        <source>When asked</source>
        <translation type="unfinished">Auf Verlangen</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation type="unfinished">Bald</translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished">Quelle</translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished">Dienst</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Berichte</translation>
    </message>
    <message>
        <source>Last fetch</source>
        <translation type="unfinished">Letzter Abruf</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished">Abgefragt</translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished">Nächster</translation>
    </message>
    <message>
        <source>%1 a fetch; %2 of %3 this month</source>
        <translation type="unfinished">%1 je Abruf; im Monat %2 von %3</translation>
    </message>
    <message>
        <source>%1 a fetch; %2 this month</source>
        <translation type="unfinished">%1 je Abruf; im Monat %2</translation>
    </message>
    <message>
        <source>Waits for a budget</source>
        <translation type="unfinished">Wartet auf ein Budget</translation>
    </message>
    <message>
        <source>Budget (posts)</source>
        <translation type="unfinished">Budget (Beiträge)</translation>
    </message>
</context>
<context>
    <name>tidemark::TableFormEditor</name>
    <message>
        <source>&amp;Encoding:</source>
        <translation type="unfinished">&amp;Kodierung:</translation>
    </message>
    <message>
        <source>&amp;Separator:</source>
        <translation type="unfinished">&amp;Trennzeichen:</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished">Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished">Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished">Tabulator</translation>
    </message>
    <message>
        <source>&amp;Quotation marks:</source>
        <translation type="unfinished">&amp;Anführungszeichen:</translation>
    </message>
    <message>
        <source>Doubled (&quot;&quot;)</source>
        <translation type="unfinished">Verdoppelt (&quot;&quot;)</translation>
    </message>
    <message>
        <source>Apostrophes (&apos;)</source>
        <translation type="unfinished">Apostrophe (&apos;)</translation>
    </message>
    <message>
        <source>Behind a backslash (\&quot;)</source>
        <translation type="unfinished">Hinter \ (\&quot;)</translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished">Keine</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation type="unfinished">&amp;Zeitzone:</translation>
    </message>
    <message>
        <source>Unknown, read as UTC</source>
        <translation type="unfinished">Unbekannt, als UTC gelesen</translation>
    </message>
    <message>
        <source>Of times in the file that name no zone, or one that means several</source>
        <translation type="unfinished">Von Zeiten in der Datei, die keine Zone nennen oder eine, die mehrere bedeutet</translation>
    </message>
    <message>
        <source>As found</source>
        <translation type="unfinished">Wie erkannt</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeCommands</name>
    <message>
        <source>%1 (unmeasured)</source>
        <translation type="unfinished">%1 (nicht gemessen)</translation>
    </message>
    <message>
        <source>Rules in Other Languages</source>
        <translation type="unfinished">Regeln in anderen Sprachen</translation>
    </message>
    <message>
        <source>The themes can be looked for in these languages, too, each in stories of that language only. Nobody has measured yet how well these rules find them: read what they bring before you count on it. Choosing them codes all stories anew, and can be undone.</source>
        <translation type="unfinished">Die Themen können auch in diesen Sprachen gesucht werden, jeweils nur in Berichten dieser Sprache. Wie gut diese Regeln sie finden, hat noch niemand gemessen: Lesen Sie, was sie bringen, bevor Sie sich darauf verlassen. Die Wahl kodiert alle Berichte neu und kann rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Coding the stories anew</source>
        <translation type="unfinished">Die Berichte werden neu kodiert</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeFields</name>
    <message>
        <source>Its stories open &amp;covered</source>
        <translation type="unfinished">Seine Berichte öffnen sich &amp;verdeckt</translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished">Keine</translation>
    </message>
    <message>
        <source>One a line, invented: a codebook is passed on</source>
        <translation type="unfinished">Eines pro Zeile, erfunden: Ein Codebuch wird weitergegeben</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished">&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation type="unfinished">&amp;Gruppe</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation type="unfinished">&amp;Taste</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation type="unfinished">Far&amp;be</translation>
    </message>
    <message>
        <source>&amp;Definition</source>
        <translation type="unfinished">&amp;Definition</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation type="unfinished">&amp;Beispiele</translation>
    </message>
    <message>
        <source>Stored and exported in these words; the window shows it as “%1”.</source>
        <translation type="unfinished">So gespeichert und exportiert; das Fenster zeigt es als „%1“.</translation>
    </message>
    <message>
        <source>What the theme is</source>
        <translation type="unfinished">Was das Thema ist</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemePage</name>
    <message>
        <source>Typical stories</source>
        <translation type="unfinished">Typische Berichte</translation>
    </message>
    <message>
        <source>Doubtful stories</source>
        <translation type="unfinished">Zweifelhafte Berichte</translation>
    </message>
    <message>
        <source>About a Theme</source>
        <translation type="unfinished">Über ein Thema</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished">Thema</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished">Regel</translation>
    </message>
    <message>
        <source>Volume of the theme over time</source>
        <translation type="unfinished">Umfang des Themas im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Words that set the theme apart</source>
        <translation type="unfinished">Wörter, die das Thema abheben</translation>
    </message>
    <message>
        <source>Themes that occur with it</source>
        <translation type="unfinished">Themen, die mit ihm vorkommen</translation>
    </message>
    <message>
        <source>Over Time</source>
        <translation type="unfinished">Im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished">Wörter</translation>
    </message>
    <message>
        <source>Themes That Occur With It</source>
        <translation type="unfinished">Themen, die mit ihm vorkommen</translation>
    </message>
    <message>
        <source>Typical Stories</source>
        <translation type="unfinished">Typische Berichte</translation>
    </message>
    <message>
        <source>Doubtful Stories</source>
        <translation type="unfinished">Zweifelhafte Berichte</translation>
    </message>
    <message>
        <source>Show Its &amp;Stories</source>
        <translation type="unfinished">Seine &amp;Berichte zeigen</translation>
    </message>
    <message>
        <source>It has no rule and is coded by hand only.</source>
        <translation type="unfinished">Es hat keine Regel und wird nur von Hand kodiert.</translation>
    </message>
    <message>
        <source>Being counted ...</source>
        <translation type="unfinished">Wird gezählt ...</translation>
    </message>
    <message>
        <source>(covered)</source>
        <translation type="unfinished">(verdeckt)</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemePalette</name>
    <message>
        <source>Set or Clear a Theme</source>
        <translation type="unfinished">Thema setzen oder zurücksetzen</translation>
    </message>
    <message>
        <source>Type to find a theme</source>
        <translation type="unfinished">Tippen, um ein Thema zu finden</translation>
    </message>
    <message>
        <source>Find a theme</source>
        <translation type="unfinished">Thema suchen</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Themen</translation>
    </message>
    <message>
        <source>No theme has this in its name or definition.</source>
        <translation type="unfinished">Kein Thema hat das in Namen oder Definition.</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeTableDialog</name>
    <message>
        <source>&amp;Heat map</source>
        <translation type="unfinished">&amp;Heatmap</translation>
    </message>
    <message>
        <source>Theme Tables</source>
        <translation type="unfinished">Tabellen der Themen</translation>
    </message>
    <message>
        <source>Themes by theme</source>
        <translation type="unfinished">Themen nach Thema</translation>
    </message>
    <message>
        <source>Themes by voice</source>
        <translation type="unfinished">Themen nach Stimme</translation>
    </message>
    <message>
        <source>Themes by platform</source>
        <translation type="unfinished">Themen nach Plattform</translation>
    </message>
    <message>
        <source>Themes by language</source>
        <translation type="unfinished">Themen nach Sprache</translation>
    </message>
    <message>
        <source>Themes by month</source>
        <translation type="unfinished">Themen nach Monat</translation>
    </message>
    <message>
        <source>What themes are counted by</source>
        <translation type="unfinished">Wonach Themen gezählt werden</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Berichte</translation>
    </message>
    <message>
        <source>Share of the row</source>
        <translation type="unfinished">Anteil an der Zeile</translation>
    </message>
    <message>
        <source>Share of the column</source>
        <translation type="unfinished">Anteil an der Spalte</translation>
    </message>
    <message>
        <source>What the cells say</source>
        <translation type="unfinished">Was die Zellen sagen</translation>
    </message>
    <message>
        <source>Save &amp;Picture...</source>
        <translation type="unfinished">&amp;Bild speichern...</translation>
    </message>
    <message>
        <source>Save &amp;Figures...</source>
        <translation type="unfinished">&amp;Zahlen speichern...</translation>
    </message>
    <message>
        <source>A story can have several themes, so rows don&apos;t add up to all stories.</source>
        <translation type="unfinished">Ein Bericht kann mehrere Themen haben, die Zeilen ergeben zusammen also nicht alle Berichte.</translation>
    </message>
    <message>
        <source>Undated stories are in no month; all stories count them, too.</source>
        <translation type="unfinished">Undatierte Berichte stehen in keinem Monat; bei allen Berichten zählen sie mit.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished">%1, %2: %3</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation type="unfinished">Bild speichern</translation>
    </message>
    <message>
        <source>Save Figures</source>
        <translation type="unfinished">Werte speichern</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished">CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>The table was written to %1.</source>
        <translation type="unfinished">Die Tabelle wurde in %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeTableModel</name>
    <message>
        <source>All stories</source>
        <translation type="unfinished">Alle Berichte</translation>
    </message>
    <message>
        <source>%1, %2: %3 stories, %4 of the row, %5 of the column</source>
        <translation type="unfinished">%1, %2: %3 Berichte, %4 der Zeile, %5 der Spalte</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeTableView</name>
    <message>
        <source>Themes as a table</source>
        <translation type="unfinished">Themen als Tabelle</translation>
    </message>
    <message>
        <source>Return shows the stories of a cell</source>
        <translation type="unfinished">Die Eingabetaste zeigt die Berichte einer Zelle</translation>
    </message>
    <message>
        <source>A click shows the stories of a cell</source>
        <translation type="unfinished">Ein Klick zeigt die Berichte einer Zelle</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeTree</name>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Themen</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeTreeModel</name>
    <message>
        <source>Without a Group</source>
        <translation type="unfinished">Ohne Gruppe</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation type="unfinished">Stillgelegt</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation type="unfinished">Gruppe %1</translation>
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
        <translation type="unfinished">%1, Taste %2</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation type="unfinished">%1, nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>tidemark::TicksDialog</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished">Speichern</translation>
    </message>
</context>
<context>
    <name>tidemark::TimeZoneDialog</name>
    <message>
        <source>Time Zone</source>
        <translation type="unfinished">Zeitzone</translation>
    </message>
    <message>
        <source>Times are shown, and days are counted, in this zone. The stories keep their own times.</source>
        <translation type="unfinished">In dieser Zone werden Zeiten gezeigt und Tage gezählt. Die Berichte behalten ihre eigenen Zeiten.</translation>
    </message>
    <message>
        <source>Search places</source>
        <translation type="unfinished">Orte suchen</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation type="unfinished">Zeitzonen</translation>
    </message>
    <message>
        <source>Use This Zone</source>
        <translation type="unfinished">Zone verwenden</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineCommands</name>
    <message>
        <source>Save Picture</source>
        <translation type="unfinished">Bild speichern</translation>
    </message>
    <message>
        <source>Save Figures</source>
        <translation type="unfinished">Werte speichern</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished">CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation type="unfinished">Nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineMenu</name>
    <message>
        <source>&amp;Chart</source>
        <translation type="unfinished">&amp;Diagramm</translation>
    </message>
    <message>
        <source>&amp;Bars</source>
        <translation type="unfinished">&amp;Balken</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation type="unfinished">&amp;Linien</translation>
    </message>
    <message>
        <source>Parts &amp;Together</source>
        <translation type="unfinished">Teile &amp;zusammen</translation>
    </message>
    <message>
        <source>Parts Side b&amp;y Side</source>
        <translation type="unfinished">Teile &amp;nebeneinander</translation>
    </message>
    <message>
        <source>Lo&amp;garithmic Scale</source>
        <translation type="unfinished">Lo&amp;garithmische Skala</translation>
    </message>
    <message>
        <source>&amp;Only the Selected Span</source>
        <translation type="unfinished">Nur &amp;ausgewählter Zeitraum</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation type="unfinished">&amp;Ereignisse</translation>
    </message>
    <message>
        <source>As a T&amp;able</source>
        <translation type="unfinished">Als &amp;Tabelle</translation>
    </message>
    <message>
        <source>Copy &amp;Picture</source>
        <translation type="unfinished">Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save Picture...</source>
        <translation type="unfinished">Bild &amp;speichern...</translation>
    </message>
    <message>
        <source>Copy &amp;Figures</source>
        <translation type="unfinished">&amp;Werte kopieren</translation>
    </message>
    <message>
        <source>Sa&amp;ve Figures...</source>
        <translation type="unfinished">We&amp;rte speichern...</translation>
    </message>
    <message>
        <source>P&amp;rint Chart...</source>
        <translation type="unfinished">&amp;Diagramm drucken...</translation>
    </message>
    <message>
        <source>&amp;Moving Average</source>
        <translation type="unfinished">Gleitendes &amp;Mittel</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation type="unfinished">&amp;Keines</translation>
    </message>
    <message>
        <source>Of %1 Steps</source>
        <translation type="unfinished">Über %1 Schritte</translation>
    </message>
    <message>
        <source>&amp;Compare the Selected Span</source>
        <translation type="unfinished">Ausgewählten Zeitraum &amp;vergleichen</translation>
    </message>
    <message>
        <source>With &amp;Nothing</source>
        <translation type="unfinished">&amp;Nicht vergleichen</translation>
    </message>
    <message>
        <source>With the Same Length &amp;Before</source>
        <translation type="unfinished">Mit gleicher Länge &amp;davor</translation>
    </message>
    <message>
        <source>With the &amp;Year Before</source>
        <translation type="unfinished">Mit dem &amp;Jahr davor</translation>
    </message>
    <message>
        <source>B&amp;ursts</source>
        <translation type="unfinished">&amp;Häufungen</translation>
    </message>
    <message>
        <source>&amp;Not Marked</source>
        <translation type="unfinished">&amp;Nicht markiert</translation>
    </message>
    <message>
        <source>%1 Times the Mean Rate</source>
        <translation type="unfinished">%1-fache mittlere Rate</translation>
    </message>
    <message>
        <source>Loo&amp;k Closer</source>
        <translation type="unfinished">Hine&amp;inzoomen</translation>
    </message>
    <message>
        <source>Look &amp;Wider</source>
        <translation type="unfinished">Hera&amp;uszoomen</translation>
    </message>
    <message>
        <source>Show Everyt&amp;hing</source>
        <translation type="unfinished">Ganze Zeita&amp;chse</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished">Zeit</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Berichte</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation type="unfinished">Beiträge</translation>
    </message>
    <message>
        <source>Distinct accounts</source>
        <translation type="unfinished">Verschiedene Konten</translation>
    </message>
    <message>
        <source>Whole collection</source>
        <translation type="unfinished">Ganze Sammlung</translation>
    </message>
    <message>
        <source>%1, mean of %2</source>
        <translation type="unfinished">%1, Mittel über %2</translation>
    </message>
    <message>
        <source>Mean of %1</source>
        <translation type="unfinished">Mittel über %1</translation>
    </message>
    <message>
        <source>%1, earlier span</source>
        <translation type="unfinished">%1, früherer Zeitraum</translation>
    </message>
    <message>
        <source>Earlier span</source>
        <translation type="unfinished">Früherer Zeitraum</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation type="unfinished">Häufung</translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished">Ereignisse</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelinePanel</name>
    <message>
        <source>Counted in</source>
        <translation type="unfinished">Gezählt in</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation type="unfinished">Geteilt nach</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished">Schritte</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished">Diagramm</translation>
    </message>
    <message>
        <source>How the timeline is shown</source>
        <translation type="unfinished">Wie die Zeitleiste gezeigt wird</translation>
    </message>
    <message>
        <source>stories</source>
        <translation type="unfinished">Berichte</translation>
    </message>
    <message>
        <source>posts with reposts</source>
        <translation type="unfinished">Beiträge mit Reposts</translation>
    </message>
    <message>
        <source>distinct accounts</source>
        <translation type="unfinished">verschiedene Konten</translation>
    </message>
    <message>
        <source>not split</source>
        <translation type="unfinished">ungeteilt</translation>
    </message>
    <message>
        <source>by theme</source>
        <translation type="unfinished">nach Thema</translation>
    </message>
    <message>
        <source>by voice</source>
        <translation type="unfinished">nach Stimme</translation>
    </message>
    <message>
        <source>by platform</source>
        <translation type="unfinished">nach Plattform</translation>
    </message>
    <message>
        <source>by language</source>
        <translation type="unfinished">nach Sprache</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished">automatisch</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished">Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished">Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished">Tage</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation type="unfinished">Wochen</translation>
    </message>
    <message>
        <source>months</source>
        <translation type="unfinished">Monate</translation>
    </message>
    <message>
        <source>years</source>
        <translation type="unfinished">Jahre</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation type="unfinished">pro Minute</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation type="unfinished">pro Stunde</translation>
    </message>
    <message>
        <source>a day</source>
        <translation type="unfinished">pro Tag</translation>
    </message>
    <message>
        <source>a week</source>
        <translation type="unfinished">pro Woche</translation>
    </message>
    <message>
        <source>a month</source>
        <translation type="unfinished">pro Monat</translation>
    </message>
    <message>
        <source>a year</source>
        <translation type="unfinished">pro Jahr</translation>
    </message>
    <message>
        <source>%1 undated</source>
        <translation type="unfinished">%1 ohne Datum</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished">Zeitleiste</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineTable</name>
    <message>
        <source>Timeline as a table</source>
        <translation type="unfinished">Zeitleiste als Tabelle</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished">Zeitleiste</translation>
    </message>
    <message>
        <source>Others</source>
        <translation type="unfinished">Andere</translation>
    </message>
    <message>
        <source>No dated stories</source>
        <translation type="unfinished">Keine Berichte mit Datum</translation>
    </message>
</context>
<context>
    <name>tidemark::UndoCommands</name>
    <message>
        <source>Undoing: %1</source>
        <translation type="unfinished">Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redoing: %1</source>
        <translation type="unfinished">Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished">&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation type="unfinished">&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation type="unfinished">&amp;Wiederholen: %1</translation>
    </message>
</context>
<context>
    <name>tidemark::WindowActions</name>
    <message>
        <source>&amp;New Collection...</source>
        <translation type="unfinished">&amp;Neue Sammlung...</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation type="unfinished">Ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation type="unfinished">&amp;Importieren...</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation type="unfinished">&amp;Exportieren...</translation>
    </message>
    <message>
        <source>Save a &amp;Copy...</source>
        <translation type="unfinished">&amp;Kopie speichern...</translation>
    </message>
    <message>
        <source>&amp;Sample Collection</source>
        <translation type="unfinished">Bei&amp;spielsammlung</translation>
    </message>
    <message>
        <source>&amp;Print Story...</source>
        <translation type="unfinished">Bericht &amp;drucken...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished">&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished">&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished">&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy with &amp;Names</source>
        <translation type="unfinished">Mit &amp;Namen kopieren</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished">&amp;Suchen</translation>
    </message>
    <message>
        <source>Sa&amp;ve Filter...</source>
        <translation type="unfinished">&amp;Filter speichern...</translation>
    </message>
    <message>
        <source>Dra&amp;w a Reading Sample...</source>
        <translation type="unfinished">&amp;Lesestichprobe ziehen...</translation>
    </message>
    <message>
        <source>Next Pa&amp;ne</source>
        <translation type="unfinished">&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Previ&amp;ous Pane</source>
        <translation type="unfinished">Vori&amp;ger Bereich</translation>
    </message>
    <message>
        <source>Show &amp;Authors</source>
        <translation type="unfinished">Verfassende &amp;anzeigen</translation>
    </message>
    <message>
        <source>Always Show Authors in &amp;This Collection</source>
        <translation type="unfinished">In dieser &amp;Sammlung immer Verfassende anzeigen</translation>
    </message>
    <message>
        <source>Fold &amp;Copies</source>
        <translation type="unfinished">&amp;Kopien einklappen</translation>
    </message>
    <message>
        <source>Co&amp;mpact</source>
        <translation type="unfinished">Ko&amp;mpakt</translation>
    </message>
    <message>
        <source>Alwa&amp;ys as Cards</source>
        <translation type="unfinished">&amp;Jeden Bericht als Karte</translation>
    </message>
    <message>
        <source>&amp;Newest First</source>
        <translation type="unfinished">&amp;Neueste zuerst</translation>
    </message>
    <message>
        <source>&amp;Oldest First</source>
        <translation type="unfinished">Äl&amp;teste zuerst</translation>
    </message>
    <message>
        <source>&amp;Explain Themes</source>
        <translation type="unfinished">Themen &amp;erklären</translation>
    </message>
    <message>
        <source>&amp;Show Covered Stories</source>
        <translation type="unfinished">Verde&amp;ckte Berichte anzeigen</translation>
    </message>
    <message>
        <source>&amp;Hide Everything</source>
        <translation type="unfinished">Alles ver&amp;bergen</translation>
    </message>
    <message>
        <source>Hi&amp;de by Shift Three Times</source>
        <translation type="unfinished">&amp;Dreimal Umschalt verbirgt alles</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished">Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished">&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished">&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation type="unfinished">&amp;Größerer Text</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation type="unfinished">&amp;Kleinerer Text</translation>
    </message>
    <message>
        <source>&amp;Usual Size</source>
        <translation type="unfinished">&amp;Normale Größe</translation>
    </message>
    <message>
        <source>Se&amp;rif</source>
        <translation type="unfinished">&amp;Serifenschrift</translation>
    </message>
    <message>
        <source>Sep&amp;ia</source>
        <translation type="unfinished">S&amp;epia</translation>
    </message>
    <message>
        <source>Show &amp;Hidden Characters</source>
        <translation type="unfinished">&amp;Verborgene Zeichen anzeigen</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation type="unfinished">&amp;Nächster</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation type="unfinished">&amp;Voriger</translation>
    </message>
    <message>
        <source>Next Un&amp;read</source>
        <translation type="unfinished">Nächster un&amp;gelesener</translation>
    </message>
    <message>
        <source>Previous Unr&amp;ead</source>
        <translation type="unfinished">Voriger unge&amp;lesener</translation>
    </message>
    <message>
        <source>Next &amp;Match</source>
        <translation type="unfinished">Nächste &amp;Fundstelle</translation>
    </message>
    <message>
        <source>Previous Matc&amp;h</source>
        <translation type="unfinished">Vorige Fun&amp;dstelle</translation>
    </message>
    <message>
        <source>Set or &amp;Clear a Theme...</source>
        <translation type="unfinished">Thema setzen oder zurü&amp;cksetzen...</translation>
    </message>
    <message>
        <source>Theme %1</source>
        <translation type="unfinished">Thema %1</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation type="unfinished">&amp;Stern setzen</translation>
    </message>
    <message>
        <source>Mark &amp;as Unread</source>
        <translation type="unfinished">&amp;Als ungelesen markieren</translation>
    </message>
    <message>
        <source>&amp;Note...</source>
        <translation type="unfinished">N&amp;otiz...</translation>
    </message>
    <message>
        <source>Do Not &amp;Quote</source>
        <translation type="unfinished">Nicht &amp;zitieren</translation>
    </message>
    <message>
        <source>Show C&amp;opies</source>
        <translation type="unfinished">&amp;Kopien anzeigen</translation>
    </message>
    <message>
        <source>&amp;Forget Story...</source>
        <translation type="unfinished">B&amp;ericht vergessen...</translation>
    </message>
    <message>
        <source>&amp;Themes...</source>
        <translation type="unfinished">&amp;Themen...</translation>
    </message>
    <message>
        <source>&amp;Sources...</source>
        <translation type="unfinished">&amp;Quellen...</translation>
    </message>
    <message>
        <source>&amp;Fetch All</source>
        <translation type="unfinished">&amp;Alle abrufen</translation>
    </message>
    <message>
        <source>Ask &amp;Whether Stories Still Stand</source>
        <translation type="unfinished">&amp;Fragen, ob Berichte noch stehen</translation>
    </message>
    <message>
        <source>&amp;Undo Import...</source>
        <translation type="unfinished">&amp;Import rückgängig machen...</translation>
    </message>
    <message>
        <source>&amp;Remove Source...</source>
        <translation type="unfinished">Quelle entfe&amp;rnen...</translation>
    </message>
    <message>
        <source>Time &amp;Zone...</source>
        <translation type="unfinished">&amp;Zeitzone...</translation>
    </message>
    <message>
        <source>&amp;Public Accounts...</source>
        <translation type="unfinished">Öffentli&amp;che Konten...</translation>
    </message>
    <message>
        <source>Columns &amp;About People...</source>
        <translation type="unfinished">&amp;Spalten über Personen...</translation>
    </message>
    <message>
        <source>Co&amp;vered Themes...</source>
        <translation type="unfinished">&amp;Verdeckte Themen...</translation>
    </message>
    <message>
        <source>Rejected Re&amp;cords...</source>
        <translation type="unfinished">Ab&amp;gewiesene Datensätze...</translation>
    </message>
    <message>
        <source>&amp;Events...</source>
        <translation type="unfinished">&amp;Ereignisse...</translation>
    </message>
    <message>
        <source>C&amp;heck</source>
        <translation type="unfinished">Prüfe&amp;n</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation type="unfinished">&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;Query Language</source>
        <translation type="unfinished">&amp;Abfragesprache</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished">&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Help&amp;lines</source>
        <translation type="unfinished">Hilfete&amp;lefone</translation>
    </message>
    <message>
        <source>&amp;About Tidemark</source>
        <translation type="unfinished">Ü&amp;ber Tidemark</translation>
    </message>
    <message>
        <source>Voice %1</source>
        <translation type="unfinished">Stimme %1</translation>
    </message>
    <message>
        <source>&amp;Learn Themes...</source>
        <translation type="unfinished">Themen &amp;lernen...</translation>
    </message>
    <message>
        <source>C&amp;ode Stories...</source>
        <translation type="unfinished">Berichte &amp;kodieren...</translation>
    </message>
    <message>
        <source>Coded, Ne&amp;xt</source>
        <translation type="unfinished">Kodiert, &amp;weiter</translation>
    </message>
    <message>
        <source>Pass O&amp;ver</source>
        <translation type="unfinished">Über&amp;gehen</translation>
    </message>
    <message>
        <source>En&amp;d Coding</source>
        <translation type="unfinished">Kodieren &amp;beenden</translation>
    </message>
    <message>
        <source>A&amp;greement of Coders...</source>
        <translation type="unfinished">Übereinsti&amp;mmung der Kodierenden...</translation>
    </message>
    <message>
        <source>Theme Ta&amp;bles...</source>
        <translation type="unfinished">Tabellen der T&amp;hemen...</translation>
    </message>
    <message>
        <source>About a The&amp;me...</source>
        <translation type="unfinished">Ü&amp;ber ein Thema...</translation>
    </message>
    <message>
        <source>Rules &amp;in Other Languages...</source>
        <translation type="unfinished">Regeln in anderen S&amp;prachen...</translation>
    </message>
    <message>
        <source>Note on Selected &amp;Words...</source>
        <translation type="unfinished">Notiz zu gewählten &amp;Wörtern...</translation>
    </message>
    <message>
        <source>Most &amp;Relevant First</source>
        <translation type="unfinished">Re&amp;levanteste zuerst</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation type="unfinished">Menüs</translation>
    </message>
    <message>
        <source>Context Menu</source>
        <translation type="unfinished">Kontextmenü</translation>
    </message>
    <message>
        <source>Resi&amp;ze Panes and Columns</source>
        <translation type="unfinished">Größe von Bereichen &amp;und Spalten ändern</translation>
    </message>
    <message>
        <source>Always &amp;Reduce Motion</source>
        <translation type="unfinished">Bewegung immer v&amp;erringern</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished">&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished">&amp;Vorwärts</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation type="unfinished">V&amp;ollbild</translation>
    </message>
</context>
<context>
    <name>tidemark::Workspace</name>
    <message>
        <source>%1 stories, being counted</source>
        <translation type="unfinished">%1 Berichte, werden gezählt</translation>
    </message>
    <message>
        <source>Keeping the saved filters</source>
        <translation type="unfinished">Die Filter werden gespeichert</translation>
    </message>
    <message>
        <source>Keeping which themes are covered</source>
        <translation type="unfinished">Es wird gespeichert, welche Themen verdeckt sind</translation>
    </message>
</context>
</TS>
