<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>1 story</source>
        <translation type="unfinished">1 relato</translation>
    </message>
    <message>
        <source>%1 stories</source>
        <translation type="unfinished">%1 relatos</translation>
    </message>
    <message>
        <source>What defines or codes a theme, or an event, is no action on stories.</source>
        <translation type="unfinished">Lo que define o codifica un tema, o un acontecimiento, no es una acción sobre relatos.</translation>
    </message>
    <message>
        <source>Star %1</source>
        <translation type="unfinished">Marcar con estrella %1</translation>
    </message>
    <message>
        <source>Remove the star of %1</source>
        <translation type="unfinished">Quitar la estrella de %1</translation>
    </message>
    <message>
        <source>Mark %1 as not to be quoted</source>
        <translation type="unfinished">Marcar %1 para no citar</translation>
    </message>
    <message>
        <source>Allow quoting of %1</source>
        <translation type="unfinished">Permitir citar %1</translation>
    </message>
    <message>
        <source>Mark %1 as read</source>
        <translation type="unfinished">Marcar %1 como leído</translation>
    </message>
    <message>
        <source>Mark %1 as unread</source>
        <translation type="unfinished">Marcar %1 como no leído</translation>
    </message>
    <message>
        <source>Clear theme %1 on %2</source>
        <translation type="unfinished">Borrar la codificación del tema %1 en %2</translation>
    </message>
    <message>
        <source>Set theme %1 on %2</source>
        <translation type="unfinished">Asignar el tema %1 a %2</translation>
    </message>
    <message>
        <source>Take theme %1 off %2</source>
        <translation type="unfinished">Quitar el tema %1 de %2</translation>
    </message>
    <message>
        <source>Set voice %1 on %2</source>
        <translation type="unfinished">Asignar la voz %1 a %2</translation>
    </message>
    <message>
        <source>Clear the voice set on %1</source>
        <translation type="unfinished">Borrar la voz asignada a %1</translation>
    </message>
    <message>
        <source>Change the events</source>
        <translation type="unfinished">Cambiar los acontecimientos</translation>
    </message>
    <message>
        <source>Change theme %1</source>
        <translation type="unfinished">Cambiar el tema %1</translation>
    </message>
    <message>
        <source>Remove the note on %1</source>
        <translation type="unfinished">Quitar la nota de %1</translation>
    </message>
    <message>
        <source>Write a note on %1</source>
        <translation type="unfinished">Escribir una nota en %1</translation>
    </message>
    <message>
        <source>Settle a difference on %1</source>
        <translation type="unfinished">Resolver una diferencia en %1</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation type="unfinished">Codificar %1</translation>
    </message>
    <message>
        <source>Code %1 themes or voices by what was learned</source>
        <translation type="unfinished">Codificar %1 temas o voces según lo aprendido</translation>
    </message>
    <message>
        <source>Code %1 themes or voices by their rules</source>
        <translation type="unfinished">Codificar %1 temas o voces según sus reglas</translation>
    </message>
    <message>
        <source>Keep what was judged</source>
        <translation type="unfinished">Conservar lo juzgado</translation>
    </message>
    <message>
        <source>Merge theme %1 into %2</source>
        <translation type="unfinished">Fusionar el tema %1 con %2</translation>
    </message>
    <message>
        <source>Split theme %1 off %2</source>
        <translation type="unfinished">Separar el tema %1 de %2</translation>
    </message>
    <message>
        <source>Add the codebook %1</source>
        <translation type="unfinished">Añadir el libro de códigos %1</translation>
    </message>
    <message>
        <source>Delete the codebook %1</source>
        <translation type="unfinished">Eliminar el libro de códigos %1</translation>
    </message>
    <message>
        <source>Name the codebook %1</source>
        <translation type="unfinished">Llamar %1 al libro de códigos</translation>
    </message>
    <message>
        <source>Use the codebook %1</source>
        <translation type="unfinished">Usar el libro de códigos %1</translation>
    </message>
</context>
<context>
    <name>ActivityPubReader</name>
    <message>
        <source>not public</source>
        <translation type="unfinished">no es público</translation>
    </message>
    <message>
        <source>It is neither an activity nor a post.</source>
        <translation type="unfinished">No es ni una actividad ni una publicación.</translation>
    </message>
    <message>
        <source>no post (%1)</source>
        <translation type="unfinished">no es una publicación (%1)</translation>
    </message>
    <message>
        <source>ActivityPub, as in the archive of a Mastodon account</source>
        <translation type="unfinished">ActivityPub, como en el archivo de una cuenta de Mastodon</translation>
    </message>
    <message>
        <source>the archive of a Mastodon account</source>
        <translation type="unfinished">el archivo de una cuenta de Mastodon</translation>
    </message>
</context>
<context>
    <name>BlueskyReader</name>
    <message>
        <source>no post (%1)</source>
        <translation type="unfinished">no es una publicación (%1)</translation>
    </message>
    <message>
        <source>an error message instead of a story</source>
        <translation type="unfinished">un mensaje de error en lugar de un relato</translation>
    </message>
    <message>
        <source>It is not a post of Bluesky.</source>
        <translation type="unfinished">No es una publicación de Bluesky.</translation>
    </message>
    <message>
        <source>its author shows it only to people who are logged in</source>
        <translation type="unfinished">su autor solo lo muestra a quienes han iniciado sesión</translation>
    </message>
    <message>
        <source>posts of Bluesky</source>
        <translation type="unfinished">publicaciones de Bluesky</translation>
    </message>
</context>
<context>
    <name>ByteStream</name>
    <message>
        <source>%1 can&apos;t be read any further: %2.</source>
        <translation type="unfinished">No se puede seguir leyendo %1: %2.</translation>
    </message>
    <message>
        <source>There is no file %1. Check the name and the folder.</source>
        <translation type="unfinished">No existe el archivo %1. Compruebe el nombre y la carpeta.</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose the files in it that hold stories.</source>
        <translation type="unfinished">%1 es una carpeta. Elija los archivos que contienen relatos.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2. Ask its owner for the right to read it, or copy it to a place of your own.</source>
        <translation type="unfinished">No se puede leer %1: %2. Pida a su propietario permiso de lectura o cópielo a un lugar propio.</translation>
    </message>
    <message>
        <source>The data</source>
        <translation type="unfinished">Los datos</translation>
    </message>
    <message>
        <source>%1 is damaged or cut off: the compressed data can&apos;t be read any further (%2). What came before is kept; get the file again for the rest.</source>
        <translation type="unfinished">%1: contenido dañado o incompleto; los datos comprimidos no se pueden seguir leyendo (%2). Lo anterior se conserva; obtenga de nuevo el archivo para leer el resto.</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation type="unfinished">termina antes de tiempo</translation>
    </message>
    <message>
        <source>%1 is compressed so that unpacking it takes up to 2 GiB of memory. Allow that, on the command line with --large-window, or unpack it first (zstd -d --long=31 FILE) and import the result.</source>
        <translation type="unfinished">%1 está comprimido de modo que descomprimirlo requiere hasta 2 GiB de memoria. Permítalo en la línea de órdenes con --large-window, o descomprímalo antes (zstd -d --long=31 FILE) e importe el resultado.</translation>
    </message>
    <message>
        <source>unpacking it takes more than a gigabyte of memory</source>
        <translation type="unfinished">descomprimirlo requiere más de un gigabyte de memoria</translation>
    </message>
</context>
<context>
    <name>ClearButton</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished">Vaciar</translation>
    </message>
</context>
<context>
    <name>Codebook</name>
    <message>
        <source>Two themes are named “%1”. Give one of them another name, and import the codebook again.</source>
        <translation type="unfinished">Hay dos temas con el nombre «%1». Dé otro nombre a uno de ellos y vuelva a importar el libro de códigos.</translation>
    </message>
    <message>
        <source>The table names no theme.</source>
        <translation type="unfinished">La tabla no nombra ningún tema.</translation>
    </message>
    <message>
        <source>Together the codebooks have %1 themes; at most 64 are possible.</source>
        <translation type="unfinished">Los libros de códigos suman %1 temas; se admiten 64 como máximo.</translation>
    </message>
    <message>
        <source>The codebook is not valid JSON: %1 at byte %2. Check the file at that place.</source>
        <translation type="unfinished">El libro de códigos no es JSON válido: %1 en el byte %2. Compruebe el archivo en ese lugar.</translation>
    </message>
    <message>
        <source>The file is not a codebook of this version of Tidemark: its &quot;format&quot; must be &quot;story-codebook&quot; and its &quot;format_version&quot; 1.</source>
        <translation type="unfinished">El archivo no es un libro de códigos de esta versión de Tidemark: su &quot;format&quot; debe ser &quot;story-codebook&quot; y su &quot;format_version&quot;, 1.</translation>
    </message>
    <message>
        <source>The rule of %1 can&apos;t be read at character %2: %3</source>
        <translation type="unfinished">La regla de %1 no se puede leer en el carácter %2: %3</translation>
    </message>
    <message>
        <source>The codebook has %1 themes; at most 64 are possible.</source>
        <translation type="unfinished">El libro de códigos tiene %1 temas; se admiten 64 como máximo.</translation>
    </message>
    <message>
        <source>the theme &quot;%1&quot;</source>
        <translation type="unfinished">el tema «%1»</translation>
    </message>
    <message>
        <source>Theme %1 of the codebook needs an id that no other theme has and that is not &quot;none&quot;.</source>
        <translation type="unfinished">El tema %1 del libro de códigos necesita un id que no tenga ningún otro tema y que no sea &quot;none&quot;.</translation>
    </message>
    <message>
        <source>The codebook has a voice &quot;%1&quot;; only testimony, solidarity, support and commentary are known.</source>
        <translation type="unfinished">El libro de códigos tiene una voz «%1»; solo se conocen testimony, solidarity, support y commentary.</translation>
    </message>
    <message>
        <source>the voice &quot;%1&quot;</source>
        <translation type="unfinished">la voz «%1»</translation>
    </message>
    <message>
        <source>The theme &quot;%1&quot; is in a group &quot;%2&quot; that the codebook doesn&apos;t name.</source>
        <translation type="unfinished">El tema «%1» está en un grupo «%2» que el libro de códigos no nombra.</translation>
    </message>
    <message>
        <source>The file is no REFI-QDA codebook that can be read: %1. Export it anew from the program that made it.</source>
        <translation type="unfinished">El archivo no es un libro de códigos REFI-QDA que se pueda leer: %1. Expórtelo de nuevo desde el programa que lo creó.</translation>
    </message>
    <message>
        <source>it is larger than 16 MiB</source>
        <translation type="unfinished">ocupa más de 16 MiB</translation>
    </message>
    <message>
        <source>it has a DOCTYPE, which a codebook doesn&apos;t need</source>
        <translation type="unfinished">tiene un DOCTYPE, que un libro de códigos no necesita</translation>
    </message>
    <message>
        <source>one of its tags has no end</source>
        <translation type="unfinished">una de sus etiquetas no está cerrada</translation>
    </message>
    <message>
        <source>its elements are nested too deeply</source>
        <translation type="unfinished">sus elementos están anidados a demasiada profundidad</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation type="unfinished">línea %1: %2</translation>
    </message>
    <message>
        <source>it has no CodeBook</source>
        <translation type="unfinished">no tiene CodeBook</translation>
    </message>
    <message>
        <source>it has no codes</source>
        <translation type="unfinished">no tiene códigos</translation>
    </message>
    <message>
        <source>It can&apos;t be read: %1</source>
        <translation type="unfinished">No se puede leer: %1</translation>
    </message>
    <message>
        <source>It is larger than a codebook can be (16 MiB).</source>
        <translation type="unfinished">Es más grande de lo que puede ser un libro de códigos (16 MiB).</translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished">nombre</translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished">grupo</translation>
    </message>
    <message>
        <source>definition</source>
        <translation type="unfinished">definición</translation>
    </message>
    <message>
        <source>examples</source>
        <translation type="unfinished">ejemplos</translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished">regla</translation>
    </message>
    <message>
        <source>retired</source>
        <translation type="unfinished">retirado</translation>
    </message>
    <message>
        <source>The theme “%1” has no name. Give it one, and save again.</source>
        <translation type="unfinished">El tema «%1» no tiene nombre. Dele uno y guarde de nuevo.</translation>
    </message>
    <message>
        <source>The rule of the theme %1 has a mistake at character %2: %3</source>
        <translation type="unfinished">La regla del tema %1 tiene un error en el carácter %2: %3</translation>
    </message>
    <message>
        <source>Two themes are named “%1”. Give one of them another name, and save again.</source>
        <translation type="unfinished">Hay dos temas con el nombre «%1». Dé otro nombre a uno de ellos y guarde de nuevo.</translation>
    </message>
    <message>
        <source>The key %1 sets both “%2” and “%3”. Give one of them another key, and save again.</source>
        <translation type="unfinished">La tecla %1 asigna tanto «%2» como «%3». Dé otra tecla a uno de ellos y guarde de nuevo.</translation>
    </message>
    <message>
        <source>The codebook has no theme “%1”.</source>
        <translation type="unfinished">El libro de códigos no tiene ningún tema «%1».</translation>
    </message>
    <message>
        <source>The codebook would have %1 themes, retired ones included; at most 64 are possible.</source>
        <translation type="unfinished">El libro de códigos tendría %1 temas, incluidos los retirados; se admiten 64 como máximo.</translation>
    </message>
    <message>
        <source>Change the codebook</source>
        <translation type="unfinished">Cambiar el libro de códigos</translation>
    </message>
    <message>
        <source>Add theme %1</source>
        <translation type="unfinished">Añadir el tema %1</translation>
    </message>
    <message>
        <source>Retire theme %1</source>
        <translation type="unfinished">Retirar el tema %1</translation>
    </message>
    <message>
        <source>Bring back theme %1</source>
        <translation type="unfinished">Recuperar el tema %1</translation>
    </message>
    <message>
        <source>Change theme %1</source>
        <translation type="unfinished">Cambiar el tema %1</translation>
    </message>
    <message>
        <source>This is not a lexicon of this version of Tidemark.</source>
        <translation type="unfinished">No es un léxico de esta versión de Tidemark.</translation>
    </message>
    <message>
        <source>colour</source>
        <translation type="unfinished">color</translation>
    </message>
    <message>
        <source>Form of harassment</source>
        <translation type="unfinished">Forma del acoso</translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished">Quién</translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished">Dónde</translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished">Poder</translation>
    </message>
    <message>
        <source>Aftermath</source>
        <translation type="unfinished">Después</translation>
    </message>
    <message>
        <source>Public talk</source>
        <translation type="unfinished">Debate público</translation>
    </message>
    <message>
        <source>Catcalling &amp; sexual comments</source>
        <translation type="unfinished">Piropos y comentarios sexuales</translation>
    </message>
    <message>
        <source>Words or sounds aimed at someone: catcalls, whistles, sexual remarks, jokes, name-calling, propositions.</source>
        <translation type="unfinished">Palabras o sonidos dirigidos a alguien: piropos, silbidos, comentarios sexuales, chistes, insultos, proposiciones.</translation>
    </message>
    <message>
        <source>Ogling &amp; staring</source>
        <translation type="unfinished">Miradas lascivas</translation>
    </message>
    <message>
        <source>Being looked at in a sexual way: staring, leering, winking, gestures, being looked up and down.</source>
        <translation type="unfinished">Ser mirada o mirado de forma sexual: miradas fijas o lascivas, guiños, gestos, que a alguien lo miren de arriba abajo.</translation>
    </message>
    <message>
        <source>Following, exposure &amp; images</source>
        <translation type="unfinished">Seguimiento, exhibicionismo e imágenes</translation>
    </message>
    <message>
        <source>Contact-free intrusion: being followed or stalked, flashed, watched, filmed, or sent or shown sexual images.</source>
        <translation type="unfinished">Intrusión sin contacto: que a alguien lo sigan, lo acosen, se exhiban ante él, lo observen, lo filmen o le envíen o muestren imágenes sexuales.</translation>
    </message>
    <message>
        <source>Groping &amp; unwanted touching</source>
        <translation type="unfinished">Manoseos y tocamientos no deseados</translation>
    </message>
    <message>
        <source>Unwanted physical contact short of rape: touching, grabbing, rubbing, pinching, forced kisses or hugs.</source>
        <translation type="unfinished">Contacto físico no deseado que no llega a violación: tocar, agarrar, frotarse, pellizcar, besos o abrazos forzados.</translation>
    </message>
    <message>
        <source>Rape &amp; sexual assault</source>
        <translation type="unfinished">Violación y agresión sexual</translation>
    </message>
    <message>
        <source>Rape, attempted rape or sexual assault, including drugged or incapacitated victims and coerced sex.</source>
        <translation type="unfinished">Violación, intento de violación o agresión sexual, también de personas drogadas o incapacitadas, y sexo bajo coacción.</translation>
    </message>
    <message>
        <source>Childhood &amp; teenage abuse</source>
        <translation type="unfinished">Abusos en la infancia y la adolescencia</translation>
    </message>
    <message>
        <source>Abuse or harassment of a child or teenager, told then or remembered later.</source>
        <translation type="unfinished">Abuso o acoso de una niña, un niño o adolescente, contado entonces o recordado más tarde.</translation>
    </message>
    <message>
        <source>Family, partner &amp; date</source>
        <translation type="unfinished">Familia, pareja y citas</translation>
    </message>
    <message>
        <source>The person responsible is a relative, partner, ex, date or family friend; includes domestic and marital abuse.</source>
        <translation type="unfinished">La persona responsable es un familiar, pareja, ex, cita o amigo de la familia; incluye la violencia doméstica y conyugal.</translation>
    </message>
    <message>
        <source>Workplace harassment</source>
        <translation type="unfinished">Acoso en el trabajo</translation>
    </message>
    <message>
        <source>Harassment or sexism at work: by a boss, colleague, client or customer, or in hiring.</source>
        <translation type="unfinished">Acoso o sexismo en el trabajo: por jefes, colegas, clientes, o al contratar.</translation>
    </message>
    <message>
        <source>School &amp; university</source>
        <translation type="unfinished">Escuela y universidad</translation>
    </message>
    <message>
        <source>Harassment at school, college or university: by teachers, professors, students or fraternities.</source>
        <translation type="unfinished">Acoso en la escuela o la universidad: por docentes, profesores, estudiantes o fraternidades.</translation>
    </message>
    <message>
        <source>Street, transport &amp; public space</source>
        <translation type="unfinished">Calle, transporte y espacio público</translation>
    </message>
    <message>
        <source>Harassment in public: street, bus, train, metro, taxi, station, market, park, bar, club or gym.</source>
        <translation type="unfinished">Acoso en público: calle, autobús, tren, metro, taxi, estación, mercado, parque, bar, discoteca o gimnasio.</translation>
    </message>
    <message>
        <source>Abuse of power &amp; sexual coercion</source>
        <translation type="unfinished">Abuso de poder y coacción sexual</translation>
    </message>
    <message>
        <source>Pressure by someone with power: quid pro quo, threats or promises about job, grade, role or home.</source>
        <translation type="unfinished">Presión de alguien con poder: favores a cambio, amenazas o promesas sobre empleo, nota, papel o vivienda.</translation>
    </message>
    <message>
        <source>Fear, silence &amp; retaliation</source>
        <translation type="unfinished">Miedo, silencio y represalias</translation>
    </message>
    <message>
        <source>Why people kept quiet: fear, shame, self-blame, threats, protecting others, or punishment for speaking.</source>
        <translation type="unfinished">Por qué se calló: miedo, vergüenza, culparse, amenazas, proteger a otros o castigo por hablar.</translation>
    </message>
    <message>
        <source>Disbelief &amp; victim-blaming</source>
        <translation type="unfinished">Incredulidad y culpa a la víctima</translation>
    </message>
    <message>
        <source>Not being believed, or being blamed: clothes, drink, behaviour, &quot;asking for it&quot;, &quot;why did you wait&quot;.</source>
        <translation type="unfinished">No ser creído o ser culpado: ropa, bebida, conducta, «lo buscaba», «por qué esperaste».</translation>
    </message>
    <message>
        <source>Dismissal, normalising &amp; backlash</source>
        <translation type="unfinished">Minimización, normalización y reacción</translation>
    </message>
    <message>
        <source>Playing it down or hitting back: &quot;boys will be boys&quot;, &quot;just a joke&quot;, &quot;locker room talk&quot;, &quot;witch hunt&quot;, &quot;false accusations&quot;.</source>
        <translation type="unfinished">Quitar importancia o contraatacar: «cosas de chicos», «era broma», «charla de vestuario», «caza de brujas», «denuncias falsas».</translation>
    </message>
    <message>
        <source>Impact &amp; healing</source>
        <translation type="unfinished">Consecuencias y recuperación</translation>
    </message>
    <message>
        <source>What it did and what helps: trauma, PTSD, fear, depression, therapy, recovery, surviving.</source>
        <translation type="unfinished">Lo que causó y lo que ayuda: trauma, TEPT, miedo, depresión, terapia, recuperación, sobrevivir.</translation>
    </message>
    <message>
        <source>Public figures &amp; news</source>
        <translation type="unfinished">Figuras públicas y noticias</translation>
    </message>
    <message>
        <source>Posts about known people, companies and news events rather than a private story.</source>
        <translation type="unfinished">Mensajes sobre personas conocidas, empresas y noticias, más que un relato personal.</translation>
    </message>
    <message>
        <source>#MeToo story codebook (proposal)</source>
        <translation type="unfinished">Libro de códigos de relatos #MeToo (propuesta)</translation>
    </message>
    <message>
        <source>covered first</source>
        <translation type="unfinished">cubierto al principio</translation>
    </message>
    <message>
        <source>GUID</source>
        <translation type="unfinished">GUID</translation>
    </message>
    <message>
        <source>Codebook %1</source>
        <translation type="unfinished">Libro de códigos %1</translation>
    </message>
    <message>
        <source>The table has no column “name”. It needs one, and may have “definition”, “id”, “group” and “rule”.</source>
        <translation type="unfinished">La tabla no tiene la columna «name». La necesita y puede tener «definition», «id», «group» y «rule».</translation>
    </message>
    <message>
        <source>A theme&apos;s id is made of letters, digits, _ and -, unlike “%1”.</source>
        <translation type="unfinished">El identificador de un tema se compone de letras, cifras, _ y -, a diferencia de «%1».</translation>
    </message>
    <message>
        <source>It has more than %1 rows, so it is no codebook: one has at most %2 themes.</source>
        <translation type="unfinished">Tiene más de %1 filas, así que no es un libro de códigos: uno tiene como máximo %2 temas.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished">No existe ese archivo.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation type="unfinished">Está vacío.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished">Deshacer: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation type="unfinished">Rehacer: %1</translation>
    </message>
    <message>
        <source>The first one</source>
        <translation type="unfinished">La primera</translation>
    </message>
</context>
<context>
    <name>CodingsPreview</name>
    <message>
        <source>%1 (not in the codebook)</source>
        <translation type="unfinished">%1 (no está en el libro de códigos)</translation>
    </message>
    <message>
        <source>not: %1</source>
        <translation type="unfinished">no: %1</translation>
    </message>
    <message>
        <source>a list of themes</source>
        <translation type="unfinished">una lista de temas</translation>
    </message>
    <message>
        <source>Codings by hand come from: %1.</source>
        <translation type="unfinished">Las codificaciones a mano vienen de: %1.</translation>
    </message>
</context>
<context>
    <name>Collection</name>
    <message>
        <source>The search has too many brackets inside brackets. Write it with fewer.</source>
        <translation type="unfinished">La búsqueda tiene demasiados paréntesis dentro de paréntesis. Escríbala con menos.</translation>
    </message>
    <message>
        <source>The import of “%1” was interrupted. Import the file again first; then its rejected records can be read once more.</source>
        <translation type="unfinished">La importación de «%1» se interrumpió. Importe primero el archivo de nuevo; después se podrán releer sus registros rechazados.</translation>
    </message>
    <message>
        <source>This collection has no import %1.</source>
        <translation type="unfinished">Esta colección no tiene ninguna importación %1.</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation type="unfinished">Consultado de nuevo</translation>
    </message>
    <message>
        <source>The stories are gone, but the collection&apos;s journal file could not be emptied, so their words stay in it until the collection is closed. Close it once.</source>
        <translation type="unfinished">Los relatos se han eliminado, pero no se pudo vaciar el archivo de diario de la colección, por lo que sus palabras permanecen en él hasta que se cierre. Ciérrela una vez.</translation>
    </message>
    <message>
        <source>Stopped. The records that weren&apos;t read again are still set aside.</source>
        <translation type="unfinished">Detenido. Los registros que no se volvieron a leer siguen apartados.</translation>
    </message>
    <message>
        <source>This collection has no theme %1.</source>
        <translation type="unfinished">Esta colección no tiene ningún tema %1.</translation>
    </message>
    <message>
        <source>This was stopped before it was done.</source>
        <translation type="unfinished">Se detuvo antes de terminar.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished">Detenido.</translation>
    </message>
    <message>
        <source>%1 (of %2)</source>
        <translation type="unfinished">%1 (del %2)</translation>
    </message>
    <message>
        <source>Their words have left the collection&apos;s file.</source>
        <translation type="unfinished">Sus palabras han salido del archivo de la colección.</translation>
    </message>
    <message>
        <source>Copies and backups of it still hold them.</source>
        <translation type="unfinished">Sus copias y copias de seguridad todavía las contienen.</translation>
    </message>
    <message>
        <source>A codebook needs a name.</source>
        <translation type="unfinished">Un libro de códigos necesita un nombre.</translation>
    </message>
    <message>
        <source>This collection has a codebook named “%1” already. Choose another name.</source>
        <translation type="unfinished">Esta colección ya tiene un libro de códigos llamado «%1». Elija otro nombre.</translation>
    </message>
    <message>
        <source>This codebook is not in the collection any more.</source>
        <translation type="unfinished">Este libro de códigos ya no está en la colección.</translation>
    </message>
    <message>
        <source>Another codebook is in force by now, so nothing was changed.</source>
        <translation type="unfinished">Ahora está vigente otro libro de códigos, así que no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Copies that were saved before still hold them, unless they are older than the stories: %1. So do backups by other programs.</source>
        <translation type="unfinished">Las copias guardadas antes todavía las contienen, salvo que sean más antiguas que los relatos: %1. También las copias de seguridad de otros programas.</translation>
    </message>
    <message>
        <source>These copies are not where they were saved any more; wherever else they are, they hold them, too: %1.</source>
        <translation type="unfinished">Estas copias ya no están donde se guardaron; dondequiera que estén, también las contienen: %1.</translation>
    </message>
</context>
<context>
    <name>ColourSwatch</name>
    <message>
        <source>Blue</source>
        <translation type="unfinished">Azul</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished">Naranja</translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished">Verde</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished">Rosa</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation type="unfinished">Ocre</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished">Verde azulado</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished">Violeta</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished">Gris</translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished">Ninguno</translation>
    </message>
</context>
<context>
    <name>ColumnMapping</name>
    <message>
        <source>A story has no field “%1”. The fields are %2.</source>
        <translation type="unfinished">Un relato no tiene ningún campo «%1». Los campos son %2.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Write it like Europe/Berlin or UTC.</source>
        <translation type="unfinished">No existe la zona horaria «%1». Escríbala como Europe/Berlin o UTC.</translation>
    </message>
    <message>
        <source>“dates” can be day-first, month-first or excel, not “%1”.</source>
        <translation type="unfinished">«dates» puede ser day-first, month-first o excel, no «%1».</translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished">Texto</translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished">Fecha y hora</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished">Plataforma</translation>
    </message>
    <message>
        <source>Number on the platform</source>
        <translation type="unfinished">Número en la plataforma</translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished">Enlace</translation>
    </message>
    <message>
        <source>Author&apos;s number</source>
        <translation type="unfinished">Número del autor</translation>
    </message>
    <message>
        <source>Author&apos;s handle</source>
        <translation type="unfinished">Cuenta del autor</translation>
    </message>
    <message>
        <source>Author&apos;s name</source>
        <translation type="unfinished">Nombre del autor</translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished">Idioma</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation type="unfinished">Aviso de contenido</translation>
    </message>
    <message>
        <source>Descriptions of pictures</source>
        <translation type="unfinished">Descripciones de imágenes</translation>
    </message>
    <message>
        <source>Hashtags</source>
        <translation type="unfinished">Hashtags</translation>
    </message>
    <message>
        <source>Reply to</source>
        <translation type="unfinished">Responde a</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished">Cita a</translation>
    </message>
    <message>
        <source>Marked as sensitive</source>
        <translation type="unfinished">Marcado como sensible</translation>
    </message>
    <message>
        <source>“%1” names no column. Write FIELD=COLUMN, for example text=body.</source>
        <translation type="unfinished">«%1» no nombra ninguna columna. Escriba FIELD=COLUMN, por ejemplo text=body.</translation>
    </message>
    <message>
        <source>The field “%1” is given two columns. Keep one of them.</source>
        <translation type="unfinished">El campo «%1» recibe dos columnas. Conserve una de ellas.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>What is to be measured? So far only: tidemark bench select.</source>
        <translation type="unfinished">¿Qué se debe medir? Por ahora solo: tidemark bench select.</translation>
    </message>
    <message>
        <source>--repeat takes a number from 1 on.</source>
        <translation type="unfinished">--repeat admite un número a partir de 1.</translation>
    </message>
    <message>
        <source>       count    median       p95     worst    median       p95     worst  filter</source>
        <translation type="unfinished">    recuento   mediana       p95      peor   mediana       p95      peor  filtro</translation>
    </message>
    <message>
        <source>             warm, ms                      store asked again, ms</source>
        <translation type="unfinished">             en caliente, ms               almacén consultado de nuevo, ms</translation>
    </message>
    <message>
        <source>measure how long whole answers take</source>
        <translation type="unfinished">mide cuánto tardan las respuestas completas</translation>
    </message>
    <message>
        <source>For each FILTER (quote it, so that it is one argument) the whole answer is asked for again and again: count, all facets, a timeline of at most 400 buckets, and the first 100 stories with their text. The median, the 95th percentile and the worst time are printed in milliseconds: first warm, then with words and attributes looked up in the full text each time.

With --json each filter gives one line: filter, count, warm and store_asked_again, each of these two with median_ms, p95_ms, worst_ms and samples_ms.</source>
        <translation type="unfinished">Para cada FILTER (entre comillas, para que sea un solo argumento) se pide una y otra vez la respuesta completa: recuento, todas las facetas, una línea de tiempo de 400 intervalos como máximo y los 100 primeros relatos con su texto. Se escriben en milisegundos la mediana, el percentil 95 y el peor tiempo: primero en caliente y después buscando cada vez las palabras y los atributos en el texto completo.

Con --json cada filtro da una línea: filter, count, warm y store_asked_again, estos dos con median_ms, p95_ms, worst_ms y samples_ms.</translation>
    </message>
    <message>
        <source>how often each answer is measured (9)</source>
        <translation type="unfinished">cuántas veces se mide cada respuesta (9)</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished">Comprobando</translation>
    </message>
    <message>
        <source>The collection is whole: %1 stories.</source>
        <translation type="unfinished">La colección está íntegra: %1 relatos.</translation>
    </message>
    <message>
        <source>look whether a collection is whole</source>
        <translation type="unfinished">comprueba si una colección está íntegra</translation>
    </message>
    <message>
        <source>Reads the whole file. Prints a sentence for each thing that is wrong.</source>
        <translation type="unfinished">Lee todo el archivo. Escribe una frase por cada cosa que esté mal.</translation>
    </message>
    <message>
        <source>There is neither a command nor a file “%1”; --help lists the commands.</source>
        <translation type="unfinished">No existe ni una orden ni un archivo «%1»; --help enumera las órdenes.</translation>
    </message>
    <message>
        <source>There is no display to open the window on. The commands work without one; --help lists them.</source>
        <translation type="unfinished">No hay ninguna pantalla en la que abrir la ventana. Las órdenes funcionan sin ella; --help las enumera.</translation>
    </message>
    <message>
        <source>print the number of stories that a filter selects</source>
        <translation type="unfinished">escribe el número de relatos que selecciona un filtro</translation>
    </message>
    <message>
        <source>%1 (%2) would bring:</source>
        <translation type="unfinished">%1 (%2) aportaría:</translation>
    </message>
    <message>
        <source>stories</source>
        <translation type="unfinished">relatos</translation>
    </message>
    <message>
        <source>reposts</source>
        <translation type="unfinished">republicaciones</translation>
    </message>
    <message>
        <source>(stories inside reposts)</source>
        <translation type="unfinished">(relatos dentro de republicaciones)</translation>
    </message>
    <message>
        <source>taken back by their authors</source>
        <translation type="unfinished">retirados por sus autores</translation>
    </message>
    <message>
        <source>records that would be skipped</source>
        <translation type="unfinished">registros que se omitirían</translation>
    </message>
    <message>
        <source>records that would be set aside</source>
        <translation type="unfinished">registros que se apartarían</translation>
    </message>
    <message>
        <source>--separator is a comma, a semicolon, | or tab, not “%1”.</source>
        <translation type="unfinished">--separator es una coma, un punto y coma, | o tab, no «%1».</translation>
    </message>
    <message>
        <source>--for is spreadsheet or analysis, not “%1”.</source>
        <translation type="unfinished">--for es spreadsheet o analysis, no «%1».</translation>
    </message>
    <message>
        <source>--themes is joined or wide, not “%1”.</source>
        <translation type="unfinished">--themes es joined o wide, no «%1».</translation>
    </message>
    <message>
        <source>--columns names no column.</source>
        <translation type="unfinished">--columns no nombra ninguna columna.</translation>
    </message>
    <message>
        <source>Say where to with --output FILE, or --output - for standard output.</source>
        <translation type="unfinished">Indique el destino con --output FILE, o con --output - para la salida estándar.</translation>
    </message>
    <message>
        <source>“%1” is there already. Name another file, or say --overwrite.</source>
        <translation type="unfinished">«%1» ya existe. Indique otro archivo o use --overwrite.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation type="unfinished">Exportando</translation>
    </message>
    <message>
        <source>Left out, for they look as if they were about people: %1. Name them in “settings shown-columns”, or export with --profile full.</source>
        <translation type="unfinished">Excluidas porque parecen referirse a personas: %1. Nómbrelas en «settings shown-columns» o exporte con --profile full.</translation>
    </message>
    <message>
        <source>1 story written to %1</source>
        <translation type="unfinished">1 relato escrito en %1</translation>
    </message>
    <message>
        <source>%1 stories written to %2</source>
        <translation type="unfinished">%1 relatos escritos en %2</translation>
    </message>
    <message>
        <source>write exactly the filtered stories to CSV</source>
        <translation type="unfinished">escribe en CSV exactamente los relatos filtrados</translation>
    </message>
    <message>
        <source>The file is whole or isn&apos;t there. Beside it stands NAME.manifest.json with the filter, the number of rows and what was replaced.

Columns: %1. Attributes are asked for by their names, or as attr:NAME where a column has that name.

The pseudonymous profile replaces people&apos;s handles, mail addresses, phone numbers and links; what people wrote stays, and can often be found again with a search engine.</source>
        <translation type="unfinished">El archivo está completo o no existe. Junto a él queda NAME.manifest.json con el filtro, el número de filas y lo que se sustituyó.

Columnas: %1. Los atributos se piden por su nombre, o como attr:NAME si una columna se llama igual.

El perfil pseudonymous sustituye nombres de cuenta, direcciones de correo, números de teléfono y enlaces de las personas; lo que escribieron se mantiene y a menudo se puede volver a encontrar con un buscador.</translation>
    </message>
    <message>
        <source>where to; - is standard output (then without a manifest)</source>
        <translation type="unfinished">el destino; - es la salida estándar (entonces sin manifiesto)</translation>
    </message>
    <message>
        <source>without the near-copies of earlier stories, as with is:original</source>
        <translation type="unfinished">sin las casi copias de relatos anteriores, como con is:original</translation>
    </message>
    <message>
        <source>analysis (R, Python, an archive: the default) or spreadsheet</source>
        <translation type="unfinished">analysis (R, Python, un archivo histórico: predeterminado) o spreadsheet</translation>
    </message>
    <message>
        <source>a comma (the default), a semicolon, | or tab</source>
        <translation type="unfinished">una coma (predeterminado), un punto y coma, | o tab</translation>
    </message>
    <message>
        <source>joined (one column, the default) or wide (one column of 0 and 1 each)</source>
        <translation type="unfinished">joined (una columna, predeterminado) o wide (una columna de 0 y 1 por tema)</translation>
    </message>
    <message>
        <source>pseudonyms that only this export uses</source>
        <translation type="unfinished">seudónimos que solo usa esta exportación</translation>
    </message>
    <message>
        <source>write no manifest</source>
        <translation type="unfinished">no escribe ningún manifiesto</translation>
    </message>
    <message>
        <source>replace a file that is there already</source>
        <translation type="unfinished">sustituye un archivo que ya existe</translation>
    </message>
    <message>
        <source>No story has an attribute “%1”.</source>
        <translation type="unfinished">Ningún relato tiene un atributo «%1».</translation>
    </message>
    <message>
        <source>print the count of every theme, voice, platform, language and source</source>
        <translation type="unfinished">escribe el recuento de cada tema, voz, plataforma, idioma y fuente</translation>
    </message>
    <message>
        <source>The whole filter applies to every facet. Themes overlap, so their counts don&apos;t add up; “none” is no theme.</source>
        <translation type="unfinished">El filtro entero se aplica a todas las facetas. Los temas se solapan, por lo que sus recuentos no suman el total; «none» es ningún tema.</translation>
    </message>
    <message>
        <source>count the values of this attribute too</source>
        <translation type="unfinished">cuenta también los valores de este atributo</translation>
    </message>
    <message>
        <source>Whose token is it? Name the source with --source.</source>
        <translation type="unfinished">¿De qué fuente es el token? Indíquela con --source.</translation>
    </message>
    <message>
        <source>%1: %2 new, %3 changed, %4 reposts, %5 left out</source>
        <translation type="unfinished">%1: %2 nuevos, %3 cambiados, %4 republicaciones, %5 excluidos</translation>
    </message>
    <message>
        <source>This collection has no subscription yet; tidemark sources add makes one.</source>
        <translation type="unfinished">Esta colección aún no tiene ninguna suscripción; tidemark sources add crea una.</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation type="unfinished">Descargando</translation>
    </message>
    <message>
        <source>The collection holds %1 stories.</source>
        <translation type="unfinished">La colección contiene %1 relatos.</translation>
    </message>
    <message>
        <source>bring in what is new at the sources that are subscribed to</source>
        <translation type="unfinished">trae lo nuevo de las fuentes a las que se está suscrito</translation>
    </message>
    <message>
        <source>the token for this fetch alone, where the keyring has none: a line of standard input, or an environment variable</source>
        <translation type="unfinished">el token solo para esta descarga, si el depósito de claves no tiene ninguno: una línea de la entrada estándar o una variable de entorno</translation>
    </message>
    <message>
        <source>“%1” is not a story&apos;s number.</source>
        <translation type="unfinished">«%1» no es el número de un relato.</translation>
    </message>
    <message>
        <source>Name the stories by their numbers, as list prints them.</source>
        <translation type="unfinished">Indique los relatos por sus números, tal como los escribe list.</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation type="unfinished">Olvidando</translation>
    </message>
    <message>
        <source>%1 of the named stories are not in the collection.</source>
        <translation type="unfinished">%1 de los relatos indicados no están en la colección.</translation>
    </message>
    <message>
        <source>take stories out for good, because someone asks to be left out</source>
        <translation type="unfinished">elimina relatos para siempre, porque alguien pide no figurar</translation>
    </message>
    <message>
        <source>A FILTER is the text of the search box: words (all of them), &quot;a phrase&quot;, pre*, AND, OR, NOT or -word, ( ), NEAR(a b, 5), #hashtag; theme:a,b (any of), theme:a theme:b (both), -theme:a, theme:none; voice:, platform:, lang: (a code, or unknown), source:&quot;name&quot;, attr:name=value, id:; since:2017-10-15 and until:2017-10-22 (both days included); is:unread, is:read, is:starred, is:undated, is:do-not-quote, is:original, is:copy, copies:&gt;10, has:note, has:theme, has:warning, coded:hand. Without a filter, all stories.</source>
        <translation type="unfinished">FILTER es el texto del cuadro de búsqueda: palabras (todas ellas), &quot;una frase&quot;, pre*, AND, OR, NOT o -palabra, ( ), NEAR(a b, 5), #hashtag; theme:a,b (cualquiera de ellos), theme:a theme:b (ambos), -theme:a, theme:none; voice:, platform:, lang: (un código, o unknown), source:&quot;nombre&quot;, attr:nombre=valor, id:; since:2017-10-15 y until:2017-10-22 (ambos días incluidos); is:unread, is:read, is:starred, is:undated, is:do-not-quote, is:original, is:copy, copies:&gt;10, has:note, has:theme, has:warning, coded:hand. Sin filtro, todos los relatos.</translation>
    </message>
    <message>
        <source>Usage: tidemark [FILE...]
       tidemark COMMAND [options] ...

</source>
        <translation type="unfinished">Uso: tidemark [FILE...]
     tidemark COMMAND [opciones] ...

</translation>
    </message>
    <message>
        <source>Without a command, the window opens: with a collection (*.tidemark), or with other files to import.</source>
        <translation type="unfinished">Sin una orden se abre la ventana: con una colección (*.tidemark) o con otros archivos para importar.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation type="unfinished">Órdenes:</translation>
    </message>
    <message>
        <source>Exit codes: %1</source>
        <translation type="unfinished">Códigos de salida: %1</translation>
    </message>
    <message>
        <source>Usage: tidemark %1 [options] %2</source>
        <translation type="unfinished">Uso: tidemark %1 [opciones] %2</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation type="unfinished">Opciones:</translation>
    </message>
    <message>
        <source>read what a movement said</source>
        <translation type="unfinished">leer lo que dijo un movimiento</translation>
    </message>
    <message>
        <source>Tidemark gathers publicly shared stories of a movement from files into one private local collection, filters them by theme, shows their volume over time, shows each as plain text, and exports exactly the filtered set to CSV.</source>
        <translation type="unfinished">Tidemark reúne en una colección local y privada los relatos de un movimiento compartidos públicamente, tomados de archivos; los filtra por tema, muestra su volumen a lo largo del tiempo, muestra cada uno como texto sin formato y exporta a CSV exactamente el conjunto filtrado.</translation>
    </message>
    <message>
        <source>A collection is an ordinary SQLite database with the views stories and story_themes. It is not encrypted: keep it on an encrypted disk.</source>
        <translation type="unfinished">Una colección es una base de datos SQLite corriente con las vistas stories y story_themes. No está cifrada: guárdela en un disco cifrado.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished">Importando</translation>
    </message>
    <message>
        <source>Name the files to import.</source>
        <translation type="unfinished">Indique los archivos que se deben importar.</translation>
    </message>
    <message>
        <source>The collection holds 1 story.</source>
        <translation type="unfinished">La colección contiene 1 relato.</translation>
    </message>
    <message>
        <source>bring the stories of files into a collection, which is made if it isn&apos;t there</source>
        <translation type="unfinished">trae los relatos de archivos a una colección, que se crea si no existe</translation>
    </message>
    <message>
        <source>which column of a CSV or JSON file is which field; the rest is guessed</source>
        <translation type="unfinished">qué columna de un archivo CSV o JSON es qué campo; el resto se deduce</translation>
    </message>
    <message>
        <source>keep only these other columns as attributes; without it, all that aren&apos;t mapped</source>
        <translation type="unfinished">conserva como atributos solo estas otras columnas; sin la opción, todas las no asignadas</translation>
    </message>
    <message>
        <source>columns that look as if they were about people, and are to be kept in sight</source>
        <translation type="unfinished">columnas que parecen referirse a personas y que deben quedar a la vista</translation>
    </message>
    <message>
        <source>columns that become codings by hand: 1 or 0 (yes or no) for a theme, or, with themes=COLUMN, a list of themes; the coder is the file&apos;s name</source>
        <translation type="unfinished">columnas que pasan a ser codificaciones a mano: 1 o 0 (sí o no) para un tema, o, con themes=COLUMN, una lista de temas; el codificador es el nombre del archivo</translation>
    </message>
    <message>
        <source>from now on the collection keeps no record as it came, which makes it smaller</source>
        <translation type="unfinished">desde ahora la colección no conserva ningún registro tal como llegó, lo que la hace más pequeña</translation>
    </message>
    <message>
        <source>from now on it keeps them again, as a new collection does</source>
        <translation type="unfinished">desde ahora los conserva de nuevo, como lo hace una colección nueva</translation>
    </message>
    <message>
        <source>the platform of a CSV file without such a column</source>
        <translation type="unfinished">la plataforma de un archivo CSV sin esa columna</translation>
    </message>
    <message>
        <source>take up to 2 GiB of memory for a zstd file that asks for it</source>
        <translation type="unfinished">usa hasta 2 GiB de memoria para un archivo zstd que lo requiera</translation>
    </message>
    <message>
        <source>There is no option --%1 here; --help lists them.</source>
        <translation type="unfinished">Aquí no existe la opción --%1; --help las enumera.</translation>
    </message>
    <message>
        <source>--%1 needs a value: %2.</source>
        <translation type="unfinished">--%1 necesita un valor: %2.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number, not “%2”.</source>
        <translation type="unfinished">--%1 admite un número entero, no «%2».</translation>
    </message>
    <message>
        <source>undated</source>
        <translation type="unfinished">sin fecha</translation>
    </message>
    <message>
        <source>print the first stories that a filter selects</source>
        <translation type="unfinished">escribe los primeros relatos que selecciona un filtro</translation>
    </message>
    <message>
        <source>With --json, one story a line. Handles in a text read person-1, person-2, ... in order of appearance, unless the profile is full.</source>
        <translation type="unfinished">Con --json, un relato por línea. Los nombres de cuenta de un texto se leen person-1, person-2, ... por orden de aparición, salvo con el perfil full.</translation>
    </message>
    <message>
        <source>at most so many; 20 without it</source>
        <translation type="unfinished">como máximo tantos; 20 sin la opción</translation>
    </message>
    <message>
        <source>There is no platform “%1”. There are: %2.</source>
        <translation type="unfinished">No existe la plataforma «%1». Existen: %2.</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation type="unfinished">Consultando</translation>
    </message>
    <message>
        <source>%1 stories still stand where they were shared.</source>
        <translation type="unfinished">%1 relatos siguen donde se compartieron.</translation>
    </message>
    <message>
        <source>%1 are out of sight there: hidden here, and gone in seven days.</source>
        <translation type="unfinished">%1 no están a la vista allí: quedan ocultos aquí y desaparecerán en siete días.</translation>
    </message>
    <message>
        <source>%1 that were hidden can be seen again.</source>
        <translation type="unfinished">%1 que estaban ocultos se pueden ver de nuevo.</translation>
    </message>
    <message>
        <source>Of %1 nobody said anything; they stay as they are.</source>
        <translation type="unfinished">De %1 nadie dijo nada; quedan como están.</translation>
    </message>
    <message>
        <source>ask the platforms whether the stories still stand there</source>
        <translation type="unfinished">pregunta a las plataformas si los relatos siguen allí</translation>
    </message>
    <message>
        <source>whose token --token-from gives</source>
        <translation type="unfinished">de qué fuente es el token que da --token-from</translation>
    </message>
    <message>
        <source>a token or app password where the keyring has none: a line of standard input, or an environment variable</source>
        <translation type="unfinished">un token o una contraseña de aplicación si el depósito de claves no tiene ninguno: una línea de la entrada estándar o una variable de entorno</translation>
    </message>
    <message>
        <source>There is no import %1 that set records aside.</source>
        <translation type="unfinished">No existe ninguna importación %1 que apartara registros.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read: %2.</source>
        <translation type="unfinished">No se puede leer «%1»: %2.</translation>
    </message>
    <message>
        <source>Say “rejected list”, “rejected export FILE” or “rejected retry”, with a file of edited records if you have one.</source>
        <translation type="unfinished">Escriba «rejected list», «rejected export FILE» o «rejected retry», con un archivo de registros corregidos si lo tiene.</translation>
    </message>
    <message>
        <source>list the records that imports set aside, write them to a file, or read them once more</source>
        <translation type="unfinished">enumera los registros que las importaciones apartaron, los escribe en un archivo o los lee de nuevo</translation>
    </message>
    <message>
        <source>export writes JSON Lines with run, source, record, reason and content. Mend the contents there and give the file to retry, or mend nothing and say with --map how the columns are to be understood. What can be read then comes in as stories of the same source; the rest stays set aside.</source>
        <translation type="unfinished">export escribe JSON Lines con run, source, record, reason y content. Corrija allí los contenidos y dé el archivo a retry, o no corrija nada e indique con --map cómo se deben entender las columnas. Lo que se pueda leer entra entonces como relatos de la misma fuente; el resto sigue apartado.</translation>
    </message>
    <message>
        <source>only what this import set aside</source>
        <translation type="unfinished">solo lo que apartó esta importación</translation>
    </message>
    <message>
        <source>retry: which column is which field, as for import</source>
        <translation type="unfinished">retry: qué columna es qué campo, como en import</translation>
    </message>
    <message>
        <source>retry: the other columns to keep, as for import</source>
        <translation type="unfinished">retry: las otras columnas que se conservan, como en import</translation>
    </message>
    <message>
        <source>retry: columns about people to keep in sight, as for import</source>
        <translation type="unfinished">retry: columnas sobre personas que deben quedar a la vista, como en import</translation>
    </message>
    <message>
        <source>retry: columns that become codings, as for import</source>
        <translation type="unfinished">retry: columnas que pasan a ser codificaciones, como en import</translation>
    </message>
    <message>
        <source>retry: the platform, as for import</source>
        <translation type="unfinished">retry: la plataforma, como en import</translation>
    </message>
    <message>
        <source>retry: the form of the records, if it isn&apos;t the file&apos;s</source>
        <translation type="unfinished">retry: la forma de los registros, si no es la del archivo</translation>
    </message>
    <message>
        <source>1 record read</source>
        <translation type="unfinished">1 registro leído</translation>
    </message>
    <message>
        <source>%1 records read</source>
        <translation type="unfinished">%1 registros leídos</translation>
    </message>
    <message>
        <source>new stories</source>
        <translation type="unfinished">relatos nuevos</translation>
    </message>
    <message>
        <source>already there</source>
        <translation type="unfinished">ya presentes</translation>
    </message>
    <message>
        <source>already there, now with more or a newer text</source>
        <translation type="unfinished">ya presentes, ahora con más contenido o un texto más reciente</translation>
    </message>
    <message>
        <source>(stories that came inside reposts)</source>
        <translation type="unfinished">(relatos que llegaron dentro de republicaciones)</translation>
    </message>
    <message>
        <source>taken back by their authors, or forgotten here</source>
        <translation type="unfinished">retirados por sus autores u olvidados aquí</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished">omitidos</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation type="unfinished">apartados</translation>
    </message>
    <message>
        <source>  An import of this file that was interrupted went on behind record %1.</source>
        <translation type="unfinished">  Una importación interrumpida de este archivo continuó después del registro %1.</translation>
    </message>
    <message>
        <source>  Stopped. Import the file again to go on where it stopped.</source>
        <translation type="unfinished">  Detenido. Importe de nuevo el archivo para continuar donde se detuvo.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. They are named like UTC and Europe/Berlin.</source>
        <translation type="unfinished">No existe la zona horaria «%1». Se nombran como UTC y Europe/Berlin.</translation>
    </message>
    <message>
        <source>Changing the time zone</source>
        <translation type="unfinished">Cambiando la zona horaria</translation>
    </message>
    <message>
        <source>Changing the public accounts</source>
        <translation type="unfinished">Cambiando las cuentas públicas</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t among the columns that look as if they were about people: %2.</source>
        <translation type="unfinished">«%1» no está entre las columnas que parecen referirse a personas: %2.</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation type="unfinished">no hay ninguna</translation>
    </message>
    <message>
        <source>Changing the shown columns</source>
        <translation type="unfinished">Cambiando las columnas mostradas</translation>
    </message>
    <message>
        <source>Say “settings time-zone ZONE”, “settings public-accounts A,B” or “settings shown-columns A,B”.</source>
        <translation type="unfinished">Escriba «settings time-zone ZONE», «settings public-accounts A,B» o «settings shown-columns A,B».</translation>
    </message>
    <message>
        <source>print the settings that go with a collection, or change one</source>
        <translation type="unfinished">escribe los ajustes que acompañan a una colección o cambia uno</translation>
    </message>
    <message>
        <source>time-zone: that of the days in since: and until:, of timelines, and of the date and time columns for spreadsheets; UTC at first.

public-accounts: handles of the public and of organisations, which stay as they are where people read as person-N; the list replaces the one before, and an empty one (&quot;&quot;) clears it.

shown-columns: those among the columns that look as if they were about people which are shown and exported pseudonymously all the same.</source>
        <translation type="unfinished">time-zone: la de los días en since: y until:, de las líneas de tiempo y de las columnas de fecha y hora para hojas de cálculo; al principio, UTC.

public-accounts: nombres de cuenta de la vida pública y de organizaciones, que se mantienen como están donde las personas se leen como person-N; la lista sustituye a la anterior, y una vacía (&quot;&quot;) la borra.

shown-columns: las columnas que, aunque parezcan referirse a personas, se muestran y se exportan también con el perfil pseudonymous.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished">sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished">no</translation>
    </message>
    <message>
        <source>Name a story by its number, as list prints it.</source>
        <translation type="unfinished">Indique un relato por su número, tal como lo escribe list.</translation>
    </message>
    <message>
        <source>print everything about stories</source>
        <translation type="unfinished">escribe todo sobre los relatos</translation>
    </message>
    <message>
        <source>There is no service “%1”: feed, mastodon, bluesky or x.</source>
        <translation type="unfinished">No existe el servicio «%1»: feed, mastodon, bluesky o x.</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation type="unfinished">Añadiendo</translation>
    </message>
    <message>
        <source>Keeping the token</source>
        <translation type="unfinished">Guardando el token</translation>
    </message>
    <message>
        <source>Its token is in the system&apos;s keyring.</source>
        <translation type="unfinished">Su token está en el depósito de claves del sistema.</translation>
    </message>
    <message>
        <source>This system has no keyring, so its token is kept nowhere: give it to each fetch with --token-from.</source>
        <translation type="unfinished">Este sistema no tiene depósito de claves, así que su token no se guarda en ninguna parte: indíquelo en cada descarga con --token-from.</translation>
    </message>
    <message>
        <source>Added “%1” (%2). Nothing is fetched before you ask: tidemark fetch.</source>
        <translation type="unfinished">Se añadió «%1» (%2). No se descarga nada hasta que se pida: tidemark fetch.</translation>
    </message>
    <message>
        <source> (paused)</source>
        <translation type="unfinished"> (en pausa)</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation type="unfinished">Eliminando</translation>
    </message>
    <message>
        <source>Removed “%1” and %2 stories that only it had brought.</source>
        <translation type="unfinished">Se eliminaron «%1» y %2 relatos que solo esta fuente había traído.</translation>
    </message>
    <message>
        <source>Removed “%1”. Its stories stay.</source>
        <translation type="unfinished">Se eliminó «%1». Sus relatos permanecen.</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation type="unfinished">Cambiando</translation>
    </message>
    <message>
        <source>Say what to do and with which: add ADDRESS, list, pause NAME, resume NAME, remove NAME, import FILE, opml.</source>
        <translation type="unfinished">Indique qué hacer y con cuál: add ADDRESS, list, pause NAME, resume NAME, remove NAME, import FILE, opml.</translation>
    </message>
    <message>
        <source>There is no “%1” here: add, list, pause, resume, remove, import, opml.</source>
        <translation type="unfinished">Aquí no existe «%1»: add, list, pause, resume, remove, import, opml.</translation>
    </message>
    <message>
        <source>There is no subscription “%1”; tidemark sources list shows them all.</source>
        <translation type="unfinished">No existe la suscripción «%1»; tidemark sources list las muestra todas.</translation>
    </message>
    <message>
        <source>“%1” is no date. Write it as 2017-10-15.</source>
        <translation type="unfinished">«%1» no es una fecha. Escríbala como 2017-10-15.</translation>
    </message>
    <message>
        <source>what brings stories: subscriptions to servers and feeds, and files</source>
        <translation type="unfinished">lo que trae relatos: suscripciones a servidores y canales, y archivos</translation>
    </message>
    <message>
        <source>A subscription is fetched when you ask for it (tidemark fetch) and at no other time. ADDRESS is that of a feed (RSS, Atom, JSON Feed) or of a page that names one; of a server with Mastodon&apos;s API, with the hashtags to follow; of your own Bluesky server (https://bsky.social); or https://api.x.com. Only https is used, except for servers in your own network whose address you type. import takes the feeds of an OPML file, opml writes one.

Authors who ask not to be found by searching, and those who show their posts only to people who are logged in, are left out.</source>
        <translation type="unfinished">Una suscripción se descarga cuando se pide (tidemark fetch) y en ningún otro momento. ADDRESS es la dirección de un canal (RSS, Atom, JSON Feed) o de una página que nombra uno; la de un servidor con la API de Mastodon, con los hashtags que se siguen; la de su propio servidor de Bluesky (https://bsky.social); o https://api.x.com. Solo se usa https, salvo para servidores de su propia red cuya dirección usted escriba. import toma los canales de un archivo OPML; opml escribe uno.

Se excluye a los autores que piden no ser encontrados mediante búsquedas y a los que muestran sus publicaciones solo a quienes han iniciado sesión.</translation>
    </message>
    <message>
        <source>feed, mastodon, bluesky or x; mastodon where hashtags are named, else feed</source>
        <translation type="unfinished">feed, mastodon, bluesky o x; mastodon si se indican hashtags; si no, feed</translation>
    </message>
    <message>
        <source>what to call it; without it, what it asks for and where</source>
        <translation type="unfinished">cómo llamarla; sin la opción, lo que pide y dónde</translation>
    </message>
    <message>
        <source>hashtags, of which a story has any</source>
        <translation type="unfinished">hashtags de los que un relato tiene alguno</translation>
    </message>
    <message>
        <source>hashtags, all of which it has</source>
        <translation type="unfinished">hashtags que tiene todos</translation>
    </message>
    <message>
        <source>hashtags, none of which it has</source>
        <translation type="unfinished">hashtags de los que no tiene ninguno</translation>
    </message>
    <message>
        <source>what Bluesky or X search for, in their own query language</source>
        <translation type="unfinished">lo que Bluesky o X buscan, en su propio lenguaje de consulta</translation>
    </message>
    <message>
        <source>your account on Bluesky, whose app password lets Tidemark search</source>
        <translation type="unfinished">su cuenta de Bluesky, cuya contraseña de aplicación permite a Tidemark buscar</translation>
    </message>
    <message>
        <source>where the token (Mastodon, X) or app password (Bluesky) comes from: a line of standard input, or an environment variable. It goes into the system&apos;s keyring</source>
        <translation type="unfinished">de dónde viene el token (Mastodon, X) o la contraseña de aplicación (Bluesky): una línea de la entrada estándar o una variable de entorno. Se guarda en el depósito de claves del sistema</translation>
    </message>
    <message>
        <source>how far back to fetch; without it, as far as the server goes</source>
        <translation type="unfinished">hasta qué fecha remontarse; sin la opción, hasta donde llegue el servidor</translation>
    </message>
    <message>
        <source>X: search the full archive, not the last seven days</source>
        <translation type="unfinished">X: busca en el archivo completo, no en los últimos siete días</translation>
    </message>
    <message>
        <source>X: how many posts one fetch may read at most, for each costs money</source>
        <translation type="unfinished">X: cuántas publicaciones puede leer como máximo una descarga, pues cada una cuesta dinero</translation>
    </message>
    <message>
        <source>remove: the stories that only it had brought go, too</source>
        <translation type="unfinished">remove: desaparecen también los relatos que solo ella había traído</translation>
    </message>
    <message>
        <source>The answer could not be written to standard output: %1.</source>
        <translation type="unfinished">La respuesta no se pudo escribir en la salida estándar: %1.</translation>
    </message>
    <message>
        <source>the collection; without it, the one that the window opens by default</source>
        <translation type="unfinished">la colección; sin la opción, la que la ventana abre de forma predeterminada</translation>
    </message>
    <message>
        <source>print JSON, for programs</source>
        <translation type="unfinished">escribe JSON, para programas</translation>
    </message>
    <message>
        <source>pseudonymous (people as person-N, the default) or full (names and links)</source>
        <translation type="unfinished">pseudonymous (personas como person-N, predeterminado) o full (nombres y enlaces)</translation>
    </message>
    <message>
        <source>--collection needs the name of a file.</source>
        <translation type="unfinished">--collection necesita el nombre de un archivo.</translation>
    </message>
    <message>
        <source>--profile is pseudonymous or full, not “%1”.</source>
        <translation type="unfinished">--profile es pseudonymous o full, no «%1».</translation>
    </message>
    <message>
        <source>Stories: %1</source>
        <translation type="unfinished">Relatos: %1</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation type="unfinished">Regla: %1</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation type="unfinished">Codificando</translation>
    </message>
    <message>
        <source>There is no theme “%1”; “tidemark themes” lists them.</source>
        <translation type="unfinished">No existe el tema «%1»; «tidemark themes» los enumera.</translation>
    </message>
    <message>
        <source>rule: a changed rule codes all stories anew; what was set by hand stays. A rule is a query over words: word, &quot;a phrase&quot;, pre*, NEAR(a b, 5), AND, OR, NOT, ( ).</source>
        <translation type="unfinished">rule: una regla cambiada codifica de nuevo todos los relatos; lo asignado a mano permanece. Una regla es una consulta de palabras: palabra, &quot;una frase&quot;, pre*, NEAR(a b, 5), AND, OR, NOT, ( ).</translation>
    </message>
    <message>
        <source>evaluate: learns from the stories of --train that were coded by hand and judges on those of --test. A story that nobody coded with a theme, present or absent, doesn&apos;t count for it; one that is not coded with all the themes doesn&apos;t count for the exact match. A story in both is only judged. support is the number of stories that have the theme, exact_match the share with all themes right, hamming_score the share of right answers among all, macro_f1 the mean of the themes&apos; F1; where nothing is said to be present, precision is 0. The name “voice” among the themes stands for the voices.</source>
        <translation type="unfinished">evaluate: aprende de los relatos de --train que se codificaron a mano y evalúa con los de --test. Un relato que nadie codificó con un tema, presente o ausente, no cuenta para él; uno que no está codificado con todos los temas no cuenta para la coincidencia exacta. Un relato que está en ambos solo se evalúa. support es el número de relatos que tienen el tema; exact_match, la proporción con todos los temas correctos; hamming_score, la proporción de respuestas correctas entre todas; macro_f1, la media de los F1 de los temas; donde no se da nada por presente, la precisión es 0. El nombre «voice» entre los temas representa las voces.</translation>
    </message>
    <message>
        <source>“themes %1” isn&apos;t understood; “tidemark themes --help” tells what can be said.</source>
        <translation type="unfinished">«themes %1» no se entiende; «tidemark themes --help» indica lo que se puede escribir.</translation>
    </message>
    <message>
        <source>--cut is accuracy, f1, or precision: with a share, such as precision:0.9; not “%1”.</source>
        <translation type="unfinished">--cut es accuracy, f1 o precision: con una proporción, como precision:0.9; no «%1».</translation>
    </message>
    <message>
        <source>list the themes, change their rules, learn them, and judge how well they are found</source>
        <translation type="unfinished">enumera los temas, cambia sus reglas, los aprende y evalúa lo bien que se encuentran</translation>
    </message>
    <message>
        <source>label: the columns that hold codings</source>
        <translation type="unfinished">label: las columnas que contienen codificaciones</translation>
    </message>
    <message>
        <source>label: the themes that they are codings of, in the same order</source>
        <translation type="unfinished">label: los temas que codifican, en el mismo orden</translation>
    </message>
    <message>
        <source>label: who coded them, where several did</source>
        <translation type="unfinished">label: quién los codificó, si fueron varias personas</translation>
    </message>
    <message>
        <source>train: the stories to learn from, table: those to count; without it, all</source>
        <translation type="unfinished">train: los relatos de los que aprender; table: los que contar; sin la opción, todos</translation>
    </message>
    <message>
        <source>train, import: say what would change, and change nothing</source>
        <translation type="unfinished">train, import: dice qué cambiaría y no cambia nada</translation>
    </message>
    <message>
        <source>train: learn from fewer stories, too, to see whether more coding would help</source>
        <translation type="unfinished">train: aprende también de menos relatos, para ver si codificar más ayudaría</translation>
    </message>
    <message>
        <source>evaluate: the stories to learn from</source>
        <translation type="unfinished">evaluate: los relatos de los que aprender</translation>
    </message>
    <message>
        <source>evaluate: the stories to judge on</source>
        <translation type="unfinished">evaluate: los relatos con los que evaluar</translation>
    </message>
    <message>
        <source>these themes; without it, all that are coded by hand, present and absent</source>
        <translation type="unfinished">estos temas; sin la opción, todos los codificados a mano, presentes y ausentes</translation>
    </message>
    <message>
        <source>table: theme, voice, platform, language or month. evaluate: judge the rule, the model (learned from the texts alone), or both (the rules&apos; hits are among what it learns from; the default)</source>
        <translation type="unfinished">table: theme, voice, platform, language o month. evaluate: evalúa rule (la regla), model (el modelo, aprendido solo de los textos) o both (ambos: aprende también de las coincidencias de las reglas; predeterminado)</translation>
    </message>
    <message>
        <source>another seed deals other folds; the same one gives the same model</source>
        <translation type="unfinished">otra semilla reparte otras particiones; la misma da el mismo modelo</translation>
    </message>
    <message>
        <source>--by is rule, model or both, not “%1”.</source>
        <translation type="unfinished">--by es rule, model o both, no «%1».</translation>
    </message>
    <message>
        <source>theme</source>
        <translation type="unfinished">tema</translation>
    </message>
    <message>
        <source>have it</source>
        <translation type="unfinished">con él</translation>
    </message>
    <message>
        <source>  accuracy  precision  recall      F1  cut</source>
        <translation type="unfinished"> exactitud  precisión sensib.      F1 corte</translation>
    </message>
    <message>
        <source>All labels right: %1 % of %2 stories that are coded with all of them.</source>
        <translation type="unfinished">Todas las etiquetas correctas: %1&#xa0;% de %2 relatos que están codificados con todas ellas.</translation>
    </message>
    <message>
        <source>Right answers among all: %1 %.</source>
        <translation type="unfinished">Respuestas correctas entre todas: %1&#xa0;%.</translation>
    </message>
    <message>
        <source>Name the stories to judge on: --test FILTER.</source>
        <translation type="unfinished">Indique los relatos con los que evaluar: --test FILTER.</translation>
    </message>
    <message>
        <source>Name the stories to learn from: --train FILTER.</source>
        <translation type="unfinished">Indique los relatos de los que aprender: --train FILTER.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished">Aprendiendo</translation>
    </message>
    <message>
        <source>Nothing is new in it.</source>
        <translation type="unfinished">No contiene nada nuevo.</translation>
    </message>
    <message>
        <source>Name the columns and as many themes: --from-columns Commenting,Ogling --as commenting,ogling.</source>
        <translation type="unfinished">Indique las columnas y otros tantos temas: --from-columns Commenting,Ogling --as commenting,ogling.</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation type="unfinished">no definida</translation>
    </message>
    <message>
        <source> (95 %: %1 to %2)</source>
        <translation type="unfinished"> (95&#xa0;%: %1 a %2)</translation>
    </message>
    <message>
        <source>%1 codings were taken from the columns.</source>
        <translation type="unfinished">Se tomaron %1 codificaciones de las columnas.</translation>
    </message>
    <message>
        <source>--by is theme, voice, platform, language or month, not “%1”.</source>
        <translation type="unfinished">--by es theme, voice, platform, language o month, no «%1».</translation>
    </message>
    <message>
        <source>%1 % (%2 to %3)</source>
        <translation type="unfinished">%1&#xa0;% (%2 a %3)</translation>
    </message>
    <message>
        <source>%1: precision %2, recall %3, F1 %4, right in %5 %</source>
        <translation type="unfinished">%1: precisión %2, sensibilidad %3, F1 %4, acierta en el %5&#xa0;%</translation>
    </message>
    <message>
        <source>Learned from %1 stories coded by hand, tried %2 times on a part that was kept aside; %3 are copies of others and were kept together.</source>
        <translation type="unfinished">Aprendido de %1 relatos codificados a mano, probado %2 veces con una parte reservada; %3 son copias de otros y se mantuvieron juntos.</translation>
    </message>
    <message>
        <source>%1 of them have the very words of another one, and other codings.</source>
        <translation type="unfinished">%1 de ellos tienen exactamente las mismas palabras que otro y otras codificaciones.</translation>
    </message>
    <message>
        <source>%1: %2 stories coded, %3 have it</source>
        <translation type="unfinished">%1: %2 relatos codificados, %3 lo tienen</translation>
    </message>
    <message>
        <source>learned</source>
        <translation type="unfinished">aprendido</translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished">regla</translation>
    </message>
    <message>
        <source>What was learned is not better than the rule, so the rule stays.</source>
        <translation type="unfinished">Lo aprendido no es mejor que la regla, así que la regla se mantiene.</translation>
    </message>
    <message>
        <source>Of the whole collection %1 stories have it now; %2 would enter and %3 leave.</source>
        <translation type="unfinished">De toda la colección, %1 relatos lo tienen ahora; %2 entrarían y %3 saldrían.</translation>
    </message>
    <message>
        <source>From %1 stories, F1 on the same fifth: %2</source>
        <translation type="unfinished">Con %1 relatos, F1 en la misma quinta parte: %2</translation>
    </message>
    <message>
        <source>Now coded by what was learned: %1. “tidemark themes recode --themes %2” goes back to the rules.</source>
        <translation type="unfinished">Codificado ahora según lo aprendido: %1. «tidemark themes recode --themes %2» vuelve a las reglas.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished">No se cambió nada.</translation>
    </message>
    <message>
        <source>All stories were coded anew by the rules; what was set by hand stays.</source>
        <translation type="unfinished">Todos los relatos se codificaron de nuevo según las reglas; lo asignado a mano permanece.</translation>
    </message>
    <message>
        <source>--split is theme, voice, platform or language, not “%1”.</source>
        <translation type="unfinished">--split es theme, voice, platform o language, no «%1».</translation>
    </message>
    <message>
        <source>--by is minute, hour, day, week, month or year, not “%1”.</source>
        <translation type="unfinished">--by es minute, hour, day, week, month o year, no «%1».</translation>
    </message>
    <message>
        <source>--count is stories, posts or accounts, not “%1”.</source>
        <translation type="unfinished">--count es stories, posts o accounts, no «%1».</translation>
    </message>
    <message>
        <source>The stories lie too far apart to be counted by %1. Narrow them with since: and until:, or say --by %2.</source>
        <translation type="unfinished">Los relatos están demasiado separados en el tiempo para contarlos por %1. Acótelos con since: y until:, o use --by %2.</translation>
    </message>
    <message>
        <source>print the volume over time</source>
        <translation type="unfinished">escribe el volumen a lo largo del tiempo</translation>
    </message>
    <message>
        <source>Buckets without a story are printed too. Stories without a date are counted apart: the buckets and the undated ones together are the filter&apos;s count (in stories). Times are in the collection&apos;s time zone.</source>
        <translation type="unfinished">Los intervalos sin relatos también se escriben. Los relatos sin fecha se cuentan aparte: los intervalos y los relatos sin fecha suman juntos el recuento del filtro (en relatos). Las horas están en la zona horaria de la colección.</translation>
    </message>
    <message>
        <source>minute, hour, day, week, month or year; without it, what fits</source>
        <translation type="unfinished">minute, hour, day, week, month o year; sin la opción, lo adecuado</translation>
    </message>
    <message>
        <source>stories (the default), posts (with reposts) or accounts (distinct in each bucket)</source>
        <translation type="unfinished">stories (predeterminado), posts (con republicaciones) o accounts (distintas en cada intervalo)</translation>
    </message>
    <message>
        <source>theme, voice, platform or language</source>
        <translation type="unfinished">theme, voice, platform o language</translation>
    </message>
    <message>
        <source>There is no token in “%1”.</source>
        <translation type="unfinished">No hay ningún token en «%1».</translation>
    </message>
    <message>
        <source>train: learns themes from the stories of --filter that were coded by hand (at least 50), says how good it is on parts that were kept aside, beside the rule over the same stories, and what would change; then codes the whole collection by it, where it is better than the rule. Codings by hand always win, and a theme is coded by its rule or by what was learned, never by both. Voices are learned where --themes names them (voice, voice:support); of those learned, the likeliest alone is asked whether it reaches its cut, and where it doesn&apos;t, the rules&apos; voice holds unless it is one of them.</source>
        <translation type="unfinished">train: aprende temas de los relatos de --filter que se codificaron a mano (al menos 50), dice cuál es su calidad en partes reservadas, junto a la de la regla sobre los mismos relatos, y qué cambiaría; después codifica con ello toda la colección, donde es mejor que la regla. Las codificaciones a mano siempre prevalecen, y un tema se codifica por su regla o por lo aprendido, nunca por ambas cosas. Las voces se aprenden donde --themes las nombra (voice, voice:support); de las aprendidas solo se pregunta a la más probable si alcanza su umbral, y si no, vale la voz de las reglas, salvo que sea una de ellas.</translation>
    </message>
    <message>
        <source>recode: applies the rules to all stories anew; themes and voices that a model codes go back to their rules, with --themes only these.</source>
        <translation type="unfinished">recode: aplica de nuevo las reglas a todos los relatos; los temas y las voces que codifica un modelo vuelven a sus reglas, con --themes solo estos.</translation>
    </message>
    <message>
        <source>A column is taken as a theme, or as “voice” where it names the voice.</source>
        <translation type="unfinished">Una columna se toma como tema, o como «voice» si nombra la voz.</translation>
    </message>
    <message>
        <source>%1 cells say neither yes nor no (1 or 0), or name no voice, and were left out.</source>
        <translation type="unfinished">%1 celdas no dicen ni sí ni no (1 o 0), o no nombran una voz, y se omitieron.</translation>
    </message>
    <message>
        <source>%1 (retired)</source>
        <translation type="unfinished">%1 (retirado)</translation>
    </message>
    <message>
        <source>table: how often each theme is said with each other theme, voice, platform, language or month (--by), as CSV: stories, or with --share the share of the row&apos;s or the column&apos;s stories. Themes overlap, so the counts don&apos;t add up; undated stories are in no month.</source>
        <translation type="unfinished">table: cuántas veces aparece cada tema con cada otro tema, voz, plataforma, idioma o mes (--by), como CSV: relatos o, con --share, la parte de los relatos de la fila o de la columna. Los temas se solapan, así que las cifras no suman; los relatos sin fecha no están en ningún mes.</translation>
    </message>
    <message>
        <source>lexicon: rules for the same themes in German (de), Spanish (es) and French (fr), each for stories in that language alone. Nobody has measured yet how well they find the themes, so each is off until it is switched on; switching codes all stories anew.</source>
        <translation type="unfinished">lexicon: reglas para los mismos temas en alemán (de), español (es) y francés (fr), cada una solo para relatos en ese idioma. Nadie ha medido todavía lo bien que encuentran los temas, así que cada uno está apagado hasta que se enciende; al cambiarlo se codifican de nuevo todos los relatos.</translation>
    </message>
    <message>
        <source>show: the codebook as it was in this version</source>
        <translation type="unfinished">show: el libro de códigos como era en esta versión</translation>
    </message>
    <message>
        <source>table: shares of the row (the theme) or of the column</source>
        <translation type="unfinished">table: partes de la fila (el tema) o de la columna</translation>
    </message>
    <message>
        <source>This collection has no version %1 of its codebook; “tidemark themes history” lists those that it has.</source>
        <translation type="unfinished">Esta colección no tiene la versión %1 de su libro de códigos; «tidemark themes history» enumera las que tiene.</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation type="unfinished">Grupo: %1</translation>
    </message>
    <message>
        <source>Version %1 of the codebook has no theme “%2”.</source>
        <translation type="unfinished">La versión %1 del libro de códigos no tiene ningún tema «%2».</translation>
    </message>
    <message>
        <source>%1 (unmeasured)</source>
        <translation type="unfinished">%1 (sin medir)</translation>
    </message>
    <message>
        <source>A lexicon is switched on or off, not “%1”.</source>
        <translation type="unfinished">Un léxico se enciende (on) o se apaga (off), no «%1».</translation>
    </message>
    <message>
        <source>There is no lexicon for “%1”; there are those for %2.</source>
        <translation type="unfinished">No hay léxico para «%1»; los hay para %2.</translation>
    </message>
    <message>
        <source>--share is row or column, not “%1”.</source>
        <translation type="unfinished">--share es row o column, no «%1».</translation>
    </message>
    <message>
        <source>the encoding of a CSV file, such as windows-1252, macintosh or Shift_JIS; without it, found</source>
        <translation type="unfinished">la codificación de un archivo CSV, como windows-1252, macintosh o Shift_JIS; sin ella, se reconoce</translation>
    </message>
    <message>
        <source>what separates the columns of a CSV file: one sign, or tab; without it, found</source>
        <translation type="unfinished">lo que separa las columnas de un archivo CSV: un signo, o tab; sin ello, se reconoce</translation>
    </message>
    <message>
        <source>how cells of a CSV file are quoted: double, single, backslash or none; without it, found</source>
        <translation type="unfinished">cómo van entre comillas las celdas de un archivo CSV: double, single, backslash o none; sin ello, se reconoce</translation>
    </message>
    <message>
        <source>--order is newest, oldest, relevance or stored, not “%1”.</source>
        <translation type="unfinished">--order es newest, oldest, relevance o stored, no «%1».</translation>
    </message>
    <message>
        <source>which columns, in this order; one whose name holds a comma in double quotes, &apos;&quot;Town, State&quot;,text&apos;</source>
        <translation type="unfinished">qué columnas, en este orden; una cuyo nombre contiene una coma, entre comillas dobles: &apos;&quot;Town, State&quot;,text&apos;</translation>
    </message>
    <message>
        <source>newest (the default), oldest, relevance, or stored: as they came in, which is the quickest</source>
        <translation type="unfinished">newest (por defecto), oldest, relevance o stored: como llegaron, que es lo más rápido</translation>
    </message>
    <message>
        <source>Text, author and raw record go; what is left is the time, the platform and the themes, and a mark that keeps later imports from bringing the story back. A story that came without an id, a link, a time and an author is known again by its words, if they are six or more. This can&apos;t be undone.</source>
        <translation type="unfinished">El texto, el autor y el registro original desaparecen; quedan la fecha, la plataforma y los temas, y una marca que evita que importaciones posteriores traigan de nuevo el relato. Un relato que llegó sin identificador, enlace, fecha ni autor se reconoce por sus palabras, si son seis o más. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>tidemark COMMAND --help tells more; tidemark manual prints the man page.</source>
        <translation type="unfinished">tidemark COMMAND --help da más información; tidemark manual muestra la página del manual.</translation>
    </message>
    <message>
        <source>Forgetting the token</source>
        <translation type="unfinished">Olvidando el token</translation>
    </message>
    <message>
        <source>newest (the default) or oldest first, undated stories last; or relevance, where the filter has words and at most a million stories match</source>
        <translation type="unfinished">newest (por defecto) u oldest primero, los relatos sin fecha al final; o relevance, si el filtro tiene palabras y coincide como mucho un millón de relatos</translation>
    </message>
    <message>
        <source>--order is newest, oldest or relevance, not “%1”.</source>
        <translation type="unfinished">--order es newest, oldest o relevance, no «%1».</translation>
    </message>
    <message numerus="yes">
        <source>%n of the stories judged is a copy or near-copy of one learned from.</source>
        <translation type="unfinished">
            <numerusform>%n de los relatos juzgados es una copia o casi copia de uno aprendido.</numerusform>
            <numerusform>%n de los relatos juzgados son copias o casi copias de otros aprendidos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forgotten: %1.</source>
        <translation type="unfinished">Olvidados: %1.</translation>
    </message>
    <message>
        <source>%1 were deleted there and are gone here.</source>
        <translation type="unfinished">%1 se eliminaron allí y ya no están aquí.</translation>
    </message>
    <message>
        <source>Formats: Twitter API v1.1 and v2, X&apos;s and Facebook&apos;s archives, twarc-csv, 4CAT, Zeeschuimer, CrowdTangle, Meta Content Library, Reddit dumps and answers, feeds (RSS, Atom, JSON Feed), ActivityPub archives, Mastodon&apos;s and Bluesky&apos;s answers, any CSV or TSV with a header, JSON of any shape, whose places are columns (post.author.name), Tidemark&apos;s own JSON Lines; plain or compressed, in a folder, zip or tar. The format is found from the content. A mapping, and an encoding, delimiter or quote that you name, are remembered by the names of the columns. Importing a file twice adds nothing; an interrupted import goes on where it stopped.

Fields for --map: text, posted_at, platform, native_id, permalink, author_id, author, author_name, language, content_warning, media_descriptions, hashtags, reply_to, quote_of, sensitive; besides dates=day-first, month-first or excel, and zone=Europe/Berlin for times without a zone.</source>
        <translation type="unfinished">Formatos: API de Twitter v1.1 y v2, archivos de X y de Facebook, twarc-csv, 4CAT, Zeeschuimer, CrowdTangle, Meta Content Library, volcados y respuestas de Reddit, canales (RSS, Atom, JSON Feed), archivos de ActivityPub, respuestas de Mastodon y de Bluesky, cualquier CSV o TSV con encabezado, JSON de cualquier forma, cuyos lugares son columnas (post.author.name), y JSON Lines propio de Tidemark; sin comprimir o comprimidos, en una carpeta, zip o tar. El formato se reconoce por el contenido. La asignación, y la codificación, el separador o las comillas que indique, se recuerdan por los nombres de las columnas. Importar un archivo dos veces no añade nada; una importación interrumpida continúa donde se detuvo.

Campos para --map: text, posted_at, platform, native_id, permalink, author_id, author, author_name, language, content_warning, media_descriptions, hashtags, reply_to, quote_of, sensitive; además, dates=day-first, month-first o excel, y zone=Europe/Berlin para horas sin zona.</translation>
    </message>
    <message>
        <source>%1 (themes: %2, version %3)</source>
        <translation type="unfinished">%1 (temas: %2, versión %3)</translation>
    </message>
    <message>
        <source>Renaming</source>
        <translation type="unfinished">Cambiando el nombre</translation>
    </message>
    <message>
        <source>“%1” is in force and can&apos;t be deleted. Use another codebook first.</source>
        <translation type="unfinished">«%1» está vigente y no se puede eliminar. Use antes otro libro de códigos.</translation>
    </message>
    <message>
        <source>This deletes “%1” with everything that was coded by hand under it. Say --yes to go on.</source>
        <translation type="unfinished">Esto elimina «%1» con todo lo que se codificó a mano con él. Indique --yes para continuar.</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation type="unfinished">Eliminando</translation>
    </message>
    <message>
        <source>This collection has no codebook named “%1”; “tidemark themes codebooks” lists those that it has.</source>
        <translation type="unfinished">Esta colección no tiene ningún libro de códigos llamado «%1»; «tidemark themes codebooks» enumera los que tiene.</translation>
    </message>
    <message>
        <source>Codebooks are changed by: codebooks add NAME [FILE], codebooks use NAME, codebooks rename NAME NEW, codebooks remove NAME.</source>
        <translation type="unfinished">Los libros de códigos se cambian con: codebooks add NAME [FILE], codebooks use NAME, codebooks rename NAME NEW, codebooks remove NAME.</translation>
    </message>
    <message>
        <source>codebooks: a collection may have several, one for each study or language; one is in force (*), and all else is about that one. add NAME: one more, without themes, with those of FILE (a codebook or another collection), or as a copy of --codebook NAME. use NAME: codes all stories anew by it; what was coded by hand under the one before is kept with that one, and back when it is used again. rename NAME NEW. remove NAME --yes: with all that was coded under it.</source>
        <translation type="unfinished">codebooks: una colección puede tener varios, uno por estudio o idioma; uno está vigente (*) y todo lo demás trata de ese. add NAME: uno más, sin temas, con los de FILE (un libro de códigos u otra colección) o como copia de --codebook NAME. use NAME: codifica de nuevo todos los relatos con él; lo codificado a mano con el anterior queda con aquel y vuelve cuando se usa otra vez. rename NAME NEW. remove NAME --yes: con todo lo codificado con él.</translation>
    </message>
    <message>
        <source>export, show --version: this codebook, which need not be in force; codebooks add: the one to copy</source>
        <translation type="unfinished">export, show --version: este libro de códigos, que no tiene que estar vigente; codebooks add: el que se copia</translation>
    </message>
    <message>
        <source>codebooks remove: go on</source>
        <translation type="unfinished">codebooks remove: continuar</translation>
    </message>
    <message>
        <source>only say what would come in, with what the collection remembers of such files; it isn&apos;t touched</source>
        <translation type="unfinished">solo decir qué entraría, con lo que la colección recuerda de archivos así; no se toca</translation>
    </message>
    <message>
        <source>import %1, %2, %3: %4</source>
        <translation type="unfinished">importación %1, %2, %3: %4</translation>
    </message>
    <message>
        <source>No story was coded by two coders. Bring in the second one&apos;s codings with “tidemark themes label --coder NAME”.</source>
        <translation type="unfinished">Ningún relato fue codificado por dos codificadores. Aporte las codificaciones del segundo con «tidemark themes label --coder NAME».</translation>
    </message>
    <message>
        <source>“tidemark %1” takes options alone, not “%2”; --help lists them.</source>
        <translation type="unfinished">«tidemark %1» solo admite opciones, no «%2»; --help las enumera.</translation>
    </message>
    <message>
        <source>--themes wide needs “themes” among the --columns.</source>
        <translation type="unfinished">--themes wide necesita «themes» entre las --columns.</translation>
    </message>
    <message>
        <source>--fresh-pseudonyms has no use with --profile full.</source>
        <translation type="unfinished">--fresh-pseudonyms no sirve de nada con --profile full.</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation type="unfinished">--%1 no lleva ningún valor.</translation>
    </message>
    <message>
        <source>--%1 is at most %2.</source>
        <translation type="unfinished">--%1 es como máximo %2.</translation>
    </message>
    <message>
        <source>“%1” has no use for --%2.</source>
        <translation type="unfinished">«%1» no hace nada con --%2.</translation>
    </message>
    <message>
        <source>“%1” looks as if it were about people. Name it in “settings shown-columns” first.</source>
        <translation type="unfinished">«%1» parece tratar de personas. Nómbrela primero en «settings shown-columns».</translation>
    </message>
    <message>
        <source>“%1” has %2 different values, too many to count each. Export the column instead.</source>
        <translation type="unfinished">«%1» tiene %2 valores distintos, demasiados para contar cada uno. Exporte la columna en su lugar.</translation>
    </message>
    <message>
        <source>Stopped. What had come stays, and the next fetch goes on.</source>
        <translation type="unfinished">Detenido. Lo que ya llegó se conserva, y la próxima descarga continúa.</translation>
    </message>
    <message>
        <source>--%1 is said twice. Say it once.</source>
        <translation type="unfinished">--%1 aparece dos veces. Indíquelo una sola vez.</translation>
    </message>
    <message>
        <source>Stopped before all stories were asked about.</source>
        <translation type="unfinished">Detenido antes de preguntar por todos los relatos.</translation>
    </message>
    <message>
        <source>export: replace a file that is there already</source>
        <translation type="unfinished">export: reemplazar un archivo que ya existe</translation>
    </message>
    <message numerus="yes">
        <source>%n records written to %1</source>
        <translation type="unfinished">
            <numerusform>%n registro escrito en %1</numerusform>
            <numerusform>%n registros escritos en %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying the rule</source>
        <translation type="unfinished">Prueba la regla</translation>
    </message>
    <message>
        <source>The rule finds no story: check its words.</source>
        <translation type="unfinished">La regla no encuentra ningún relato: revise sus palabras.</translation>
    </message>
    <message>
        <source>The rule finds nearly every story: check its words.</source>
        <translation type="unfinished">La regla encuentra casi todos los relatos: revise sus palabras.</translation>
    </message>
    <message>
        <source>It finds %1 of the %2 stories that rules read.</source>
        <translation type="unfinished">Encuentra %1 de los %2 relatos que las reglas leen.</translation>
    </message>
    <message>
        <source>Against the rule before, %1 entered and %2 left.</source>
        <translation type="unfinished">Frente a la regla anterior entraron %1 y salieron %2.</translation>
    </message>
    <message>
        <source>only this one, even if it is paused or gone; without it, all that aren&apos;t</source>
        <translation type="unfinished">solo esta, aunque esté en pausa o haya desaparecido; sin la opción, todas las que no estén ni en pausa ni desaparecidas</translation>
    </message>
    <message>
        <source>go back to this day once more, whatever was fetched before; what is older in a feed is left out</source>
        <translation type="unfinished">se remonta de nuevo a este día, sea lo que sea lo ya descargado; lo que sea más antiguo en un canal se omite</translation>
    </message>
    <message>
        <source>%1 is still to come: nothing can have been shared since.</source>
        <translation type="unfinished">%1 aún no ha llegado: desde entonces no puede haberse compartido nada.</translation>
    </message>
    <message>
        <source>The numbers are those that list prints and exports write as “story”. --explain says what each theme and the voice rest on: the words that a rule found, or how likely a model holds it, from which probability on it codes it, and the words that spoke most for it and against it.</source>
        <translation type="unfinished">Los números son los que muestra list y los que las exportaciones escriben como «story». --explain dice en qué se basan cada tema y la voz: las palabras que encontró una regla, o cuán probable lo considera un modelo, desde qué probabilidad lo codifica y qué palabras hablaron más a favor y en contra.</translation>
    </message>
    <message>
        <source>say what each theme and the voice rest on</source>
        <translation type="unfinished">dice en qué se basan cada tema y la voz</translation>
    </message>
    <message>
        <source>label: takes codings by hand out of columns that say 1 or 0, yes or no; as “voice”, out of one that names the voice (testimony, solidarity, support, commentary, unknown). With --coder they are kept as what this one said, and agreement tells, theme by theme and for the voice, how far coders agree: the share of answers alike, Cohen&apos;s kappa (of more than two coders Fleiss&apos;), and Krippendorff&apos;s alpha with its interval.</source>
        <translation type="unfinished">label: toma codificaciones a mano de columnas que dicen 1 o 0, sí o no; como «voice», de una que nombra la voz (testimony, solidarity, support, commentary, unknown). Con --coder se conservan como lo que dijo esa persona, y agreement indica, tema por tema y para la voz, hasta qué punto coinciden los codificadores: la proporción de respuestas iguales, la kappa de Cohen (de más de dos, la de Fleiss) y la alfa de Krippendorff con su intervalo.</translation>
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
        <translation type="unfinished">%1: %2 relatos de %3 codificadores, %4&#xa0;% iguales; %5; alfa de Krippendorff %6%7; difieren en %8 relatos</translation>
    </message>
    <message>
        <source>where the model says present: f1 (the default of train), accuracy (fewest errors, the default of evaluate), or precision:0.9</source>
        <translation type="unfinished">dónde dice el modelo que está presente: f1 (predeterminado de train), accuracy (menos errores, predeterminado de evaluate) o precision:0.9</translation>
    </message>
    <message>
        <source>Stories whose attributes are damaged, so that they count as having none: %1. “tidemark check” names them.</source>
        <translation type="unfinished">Relatos con atributos dañados, de modo que cuentan como si no tuvieran ninguno: %1. «tidemark check» los nombra.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1: %2</translation>
    </message>
    <message>
        <source>A first fetch goes back as far as the subscription says; later ones bring only what is new, and fill the gap that a stopped one left. Each page is in the collection as soon as it came, so a fetch may be stopped at any time. Servers that ask for patience get it.

The exit code is 4 where a source isn&apos;t complete yet and nothing failed: its server asked for patience, couldn&apos;t be reached, or has more than one run takes. Ask again later; each such source is named on standard error.</source>
        <translation type="unfinished">La primera descarga se remonta hasta donde diga la suscripción; las posteriores traen solo lo nuevo y completan el hueco que dejó una descarga detenida. Cada página entra en la colección en cuanto llega, así que una descarga se puede detener en cualquier momento. Se respeta a los servidores que piden paciencia.

El código de salida es 4 si una fuente aún no está completa y nada falló: su servidor pidió paciencia, no se pudo alcanzar o tiene más de lo que toma una ejecución. Vuelva a preguntar más tarde; cada una de esas fuentes se nombra en la salida de error.</translation>
    </message>
    <message>
        <source>0: done. 1: failed. 2: wrong usage, such as a filter that can&apos;t be understood. 3: done, with records that had to be set aside. 4: not all of it yet, since a server asked for patience, couldn&apos;t be reached, has more than one run takes, or said nothing of some stories; ask again later. Of several files or sources the worst counts, whichever came first: 1, then 2, then 4, then 3.</source>
        <translation type="unfinished">0: hecho. 1: falló. 2: uso incorrecto, como un filtro que no se entiende. 3: hecho, con registros que hubo que apartar. 4: aún no todo, porque un servidor pidió paciencia, no se pudo alcanzar, tiene más de lo que toma una ejecución o no dijo nada de algunos relatos; vuelva a preguntar más tarde. De varios archivos o fuentes cuenta el peor, sea cual sea el orden: 1, luego 2, luego 4, luego 3.</translation>
    </message>
    <message>
        <source>What was deleted there goes here and stays away; what was edited there reads so here; what is out of sight there (its account protected, suspended or gone, or shown to fewer people) is hidden and goes after seven days; so is what was found by searching and whose author doesn&apos;t want that any more; where nobody answers, nothing changes. Stories of Mastodon are asked about at their own servers, as a stranger, and where these let no stranger in with the token of a source at that very server; those of Bluesky and X through the first source of that service.

The exit code is 4 where nobody said anything of some stories: the lines behind the figures say why.</source>
        <translation type="unfinished">Lo que se eliminó allí desaparece aquí y no vuelve; lo que se editó allí se lee así también aquí; lo que no está a la vista allí (su cuenta está protegida, suspendida o ya no existe, o se muestra a menos personas) se oculta y desaparece después de siete días, al igual que lo que se encontró buscando cuando su autor ya no lo quiere; si nadie responde, no cambia nada. Por los relatos de Mastodon se pregunta a sus propios servidores, sin identificarse, y donde estos no lo admiten, con la clave de una fuente de ese mismo servidor; por los de Bluesky y X, a través de la primera fuente de ese servicio.

El código de salida es 4 si nadie dijo nada de algunos relatos: las líneas que siguen a las cifras dicen por qué.</translation>
    </message>
    <message>
        <source>history: the versions of the codebook, newest first. A rule that changes raises the version; an export&apos;s manifest names the one that it was made with; where several have one version, for no rule changed, they are told apart as N.1, N.2. show --version N (the last of these) or N.1: all themes as they were then, or with THEME this one.</source>
        <translation type="unfinished">history: las versiones del libro de códigos, la más nueva primero. Una regla que cambia eleva la versión; el manifiesto de una exportación nombra aquella con la que se hizo; si varias tienen la misma versión, porque no cambió ninguna regla, se distinguen como N.1, N.2. show --version N (la última de ellas) o N.1: todos los temas como eran entonces o, con THEME, ese tema.</translation>
    </message>
    <message>
        <source>--version takes a number that “tidemark themes history” lists, such as 3 or 3.2, not “%1”.</source>
        <translation type="unfinished">--version toma un número que muestra «tidemark themes history», como 3 o 3.2, no «%1».</translation>
    </message>
    <message>
        <source>import, export: the codebook as Tidemark&apos;s JSON, as CSV (name, definition and all else that is known of a theme), or as a REFI-QDA codebook (.qdc: names, definitions, groups, colours); export - writes JSON to standard output, import - reads JSON or .qdc from standard input. What is imported adds themes and renews those of the same id or name; none goes.</source>
        <translation type="unfinished">import, export: el libro de códigos como JSON de Tidemark, como CSV (nombre, definición y todo lo demás que se sabe de un tema) o como libro de códigos REFI-QDA (.qdc: nombres, definiciones, grupos, colores); export - escribe JSON en la salida estándar, import - lee JSON o .qdc de la entrada estándar. Lo que se importa añade temas y renueva los del mismo id o nombre; ninguno desaparece.</translation>
    </message>
</context>
<context>
    <name>Container</name>
    <message>
        <source>%1 unpacks to more than %2 times its size, as files do that were made to fill a disk. Reading it stopped at %3 MiB.</source>
        <translation type="unfinished">%1 se descomprime a más de %2 veces su tamaño, como hacen los archivos creados para llenar un disco. La lectura se detuvo a los %3 MiB.</translation>
    </message>
    <message>
        <source>%1 holds more than fits on the disk beside the 2 GiB that stay free. Reading it stopped at %2 MiB. Make room and import it again.</source>
        <translation type="unfinished">%1 contiene más de lo que cabe en el disco si han de quedar libres 2 GiB. La lectura se detuvo a los %2 MiB. Libere espacio e impórtelo de nuevo.</translation>
    </message>
    <message>
        <source>%1 is protected by a password. Unpack it, and import the folder.</source>
        <translation type="unfinished">%1 está protegido con contraseña. Descomprímalo e importe la carpeta.</translation>
    </message>
    <message>
        <source>%1 is a damaged or incomplete archive (%2). Get it again, or unpack what can be unpacked and import the folder.</source>
        <translation type="unfinished">%1 es un archivo comprimido dañado o incompleto (%2). Obténgalo de nuevo, o extraiga lo que se pueda e importe la carpeta.</translation>
    </message>
    <message>
        <source>%1 changed while it was read.</source>
        <translation type="unfinished">%1 cambió mientras se leía.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 files, which is more than one source. Unpack it, and import the folder or the files that hold the stories.</source>
        <translation type="unfinished">%1 contiene más de %2 archivos, demasiados para una sola fuente. Descomprímalo e importe la carpeta o los archivos que contienen los relatos.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 files, which is more than one source. Choose the folder or the files that hold the stories.</source>
        <translation type="unfinished">%1 contiene más de %2 archivos, demasiados para una sola fuente. Elija la carpeta o los archivos que contienen los relatos.</translation>
    </message>
</context>
<context>
    <name>ContentLibraryReader</name>
    <message>
        <source>The research terms of Meta&apos;s Content Library govern this file: keep to them.</source>
        <translation type="unfinished">Este archivo está sujeto a las condiciones de investigación de la Meta Content Library: respételas.</translation>
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
        <translation type="unfinished">1 relato</translation>
    </message>
    <message>
        <source>%1 stories</source>
        <translation type="unfinished">%1 relatos</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished">%1 de %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1: %2</translation>
    </message>
    <message>
        <source>%1 (invented)</source>
        <translation type="unfinished">%1 (inventado)</translation>
    </message>
    <message>
        <source>Newest first: at most %1 stories can be sorted by relevance.</source>
        <translation type="unfinished">Primero los más nuevos: como mucho %1 relatos se pueden ordenar por relevancia.</translation>
    </message>
    <message>
        <source>Newest first: only stories that words were searched for can be sorted by relevance.</source>
        <translation type="unfinished">Primero los más nuevos: solo se pueden ordenar por relevancia los relatos en los que se buscaron palabras.</translation>
    </message>
</context>
<context>
    <name>CrowdTangleReader</name>
    <message>
        <source>These are posts in groups. Some groups show their posts to members only; keep only what was public.</source>
        <translation type="unfinished">Son publicaciones en grupos. Algunos grupos muestran sus publicaciones solo a sus miembros; conserve solo lo que era público.</translation>
    </message>
    <message>
        <source>CrowdTangle&apos;s export of Facebook or Instagram, CSV</source>
        <translation type="unfinished">exportación de Facebook o Instagram hecha con CrowdTangle, CSV</translation>
    </message>
    <message numerus="yes">
        <source>The time zone of %n stories is not certain: their times are read as UTC and marked so. If you know which zone CrowdTangle was set to, say it and import the file again.</source>
        <translation type="unfinished">
            <numerusform>La zona horaria de %n relato no es segura: su hora se lee como UTC y queda marcada así. Si sabe qué zona tenía CrowdTangle, indíquela e importe de nuevo el archivo.</numerusform>
            <numerusform>La zona horaria de %n relatos no es segura: sus horas se leen como UTC y quedan marcadas así. Si sabe qué zona tenía CrowdTangle, indíquela e importe de nuevo el archivo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CsvReader</name>
    <message>
        <source>Columns were understood as: %1.</source>
        <translation type="unfinished">Las columnas se entendieron así: %1.</translation>
    </message>
    <message>
        <source>The columns “%1” and “%2” together are the time.</source>
        <translation type="unfinished">Las columnas «%1» y «%2» forman juntas la fecha y la hora.</translation>
    </message>
    <message>
        <source>Columns that look as if they were about people are kept out of sight: %1.</source>
        <translation type="unfinished">Las columnas que parecen referirse a personas no se muestran: %1.</translation>
    </message>
    <message>
        <source>Dates were read with the day first.</source>
        <translation type="unfinished">Las fechas se leyeron con el día primero.</translation>
    </message>
    <message>
        <source>Dates were read with the month first.</source>
        <translation type="unfinished">Las fechas se leyeron con el mes primero.</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation type="unfinished">columna %1</translation>
    </message>
    <message>
        <source>the line of column names once more</source>
        <translation type="unfinished">la línea con los nombres de las columnas, repetida</translation>
    </message>
    <message>
        <source>The file was written for a spreadsheet: the apostrophes that guard cells were taken off.</source>
        <translation type="unfinished">El archivo se escribió para una hoja de cálculo: se quitaron los apóstrofos que protegen las celdas.</translation>
    </message>
    <message numerus="yes">
        <source>%n times could not be read; those stories are undated.</source>
        <translation type="unfinished">
            <numerusform>%n fecha no se pudo leer; ese relato queda sin fecha.</numerusform>
            <numerusform>%n fechas no se pudieron leer; esos relatos quedan sin fecha.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no column “%2”. Its columns are: %3.</source>
        <translation type="unfinished">%1 no tiene ninguna columna «%2». Sus columnas son: %3.</translation>
    </message>
    <message>
        <source>The column “%1” can become one field only. Keep one of its uses.</source>
        <translation type="unfinished">La columna «%1» solo puede ser un campo. Conserve uno de sus usos.</translation>
    </message>
    <message>
        <source>%1 holds no whole record. It is cut off, damaged, or nested too deeply to be read.</source>
        <translation type="unfinished">%1 no contiene ningún registro completo. Está cortado, dañado o anidado a demasiada profundidad para leerlo.</translation>
    </message>
    <message>
        <source>CSV with a first line of column names</source>
        <translation type="unfinished">CSV con una primera línea de nombres de columnas</translation>
    </message>
    <message>
        <source>JSON of any shape</source>
        <translation type="unfinished">JSON de cualquier forma</translation>
    </message>
    <message numerus="yes">
        <source>The ids of %n stories were shortened by a spreadsheet (1.23E+17), so their last digits are lost. These stories are told apart by link, or by time, author and text. If you have the file as it was before it was opened there, import that instead.</source>
        <translation type="unfinished">
            <numerusform>Una hoja de cálculo acortó el número de %n historia (1,23E+17) y se perdieron sus últimas cifras. Esta historia se distingue por su enlace, o por hora, autor y texto. Si tiene el archivo como era antes de abrirlo allí, importe ese.</numerusform>
            <numerusform>Una hoja de cálculo acortó los números de %n historias (1,23E+17) y se perdieron sus últimas cifras. Estas historias se distinguen por su enlace, o por hora, autor y texto. Si tiene el archivo como era antes de abrirlo allí, importe ese.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 looks like plain text, not like a table. Tidemark reads tables with a first line of column names (delete the lines above it, if there are any), JSON, feeds, and what platforms give their users.</source>
        <translation type="unfinished">%1 parece texto sin formato, no una tabla. Tidemark lee tablas con una primera línea de nombres de columnas (borre las líneas que haya encima), JSON, canales y lo que las plataformas entregan a sus usuarios.</translation>
    </message>
    <message>
        <source>not public</source>
        <translation type="unfinished">no es público</translation>
    </message>
    <message>
        <source>In %1 no column could be recognised as the text. Its columns are: %2. Say which one it is, in the import window or with --map text=COLUMN.</source>
        <translation type="unfinished">En %1 no se pudo reconocer ninguna columna como el texto. Sus columnas son: %2. Indique cuál es, en la ventana de importación o con --map text=COLUMN.</translation>
    </message>
    <message>
        <source>Dates like 3/4/2018 can be read in two ways; the month was taken to come first. If it is the day, say so and import again.</source>
        <translation type="unfinished">Fechas como 3/4/2018 se pueden leer de dos maneras; se supuso que el mes va primero. Si es el día, indíquelo e importe de nuevo.</translation>
    </message>
    <message>
        <source>%1 looks like a log, in which a program notes what it does: “%2” holds words such as info and error. If its lines are stories, say so in the import window or with --map text=%3.</source>
        <translation type="unfinished">%1 parece un registro en el que un programa anota lo que hace: «%2» contiene palabras como info y error. Si sus líneas son relatos, indíquelo en la ventana de importación o con --map text=%3.</translation>
    </message>
    <message>
        <source>%1 has texts under “%2”, but nothing says when, where or by whom they were written, as in a file of settings. If they are stories, say so in the import window or with --map text=%2.</source>
        <translation type="unfinished">%1 contiene textos en «%2», pero nada dice cuándo, dónde o por quién fueron escritos, como en un archivo de configuración. Si son relatos, indíquelo en la ventana de importación o con --map text=%2.</translation>
    </message>
</context>
<context>
    <name>CsvTable</name>
    <message>
        <source>commas</source>
        <translation type="unfinished">comas</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation type="unfinished">puntos y comas</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation type="unfinished">tabuladores</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation type="unfinished">columna %1</translation>
    </message>
    <message>
        <source>The first line of %1, with the names of its columns, can&apos;t be used: %2</source>
        <translation type="unfinished">La primera línea de %1, con los nombres de sus columnas, no se puede usar: %2</translation>
    </message>
    <message>
        <source>%1 has no first line with the names of its columns.</source>
        <translation type="unfinished">%1 no tiene una primera línea con los nombres de sus columnas.</translation>
    </message>
    <message>
        <source>The file ends in the middle of this row.</source>
        <translation type="unfinished">El archivo termina en medio de esta fila.</translation>
    </message>
    <message>
        <source>Columns are separated by %1.</source>
        <translation type="unfinished">Las columnas están separadas por %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have fewer cells than the first line names.</source>
        <translation type="unfinished">
            <numerusform>%n fila tiene menos celdas que las que nombra la primera línea.</numerusform>
            <numerusform>%n filas tienen menos celdas que las que nombra la primera línea.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have more cells than the first line names; the further cells are kept.</source>
        <translation type="unfinished">
            <numerusform>%n fila tiene más celdas que las que nombra la primera línea; las celdas adicionales se conservan.</numerusform>
            <numerusform>%n filas tienen más celdas que las que nombra la primera línea; las celdas adicionales se conservan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cells are quoted with apostrophes.</source>
        <translation type="unfinished">Las celdas están entre apóstrofos.</translation>
    </message>
    <message>
        <source>Quotation marks in cells stand behind a backslash.</source>
        <translation type="unfinished">Las comillas en las celdas van tras una barra invertida.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines above the names of the columns were passed over; the first one says “%1”.</source>
        <translation type="unfinished">
            <numerusform>Se pasó por alto %n línea sobre los nombres de las columnas; la primera dice «%1».</numerusform>
            <numerusform>Se pasaron por alto %n líneas sobre los nombres de las columnas; la primera dice «%1».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CsvTokenizer</name>
    <message>
        <source>A cell or row is longer than 16 MiB.</source>
        <translation type="unfinished">Una celda o fila ocupa más de 16 MiB.</translation>
    </message>
    <message>
        <source>A quotation mark is opened and never closed.</source>
        <translation type="unfinished">Unas comillas se abren y nunca se cierran.</translation>
    </message>
    <message>
        <source>The file ends in the middle of this row.</source>
        <translation type="unfinished">El archivo termina en medio de esta fila.</translation>
    </message>
    <message>
        <source>The row has more than 10,000 cells.</source>
        <translation type="unfinished">La fila tiene más de 10&#xa0;000 celdas.</translation>
    </message>
</context>
<context>
    <name>Detection</name>
    <message>
        <source>a PDF document</source>
        <translation type="unfinished">un documento PDF</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation type="unfinished">una imagen</translation>
    </message>
    <message>
        <source>a picture, sound or film</source>
        <translation type="unfinished">una imagen, un sonido o un vídeo</translation>
    </message>
    <message>
        <source>a Parquet table</source>
        <translation type="unfinished">una tabla Parquet</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation type="unfinished">un archivo 7-Zip</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation type="unfinished">un archivo RAR</translation>
    </message>
    <message>
        <source>a program</source>
        <translation type="unfinished">un programa</translation>
    </message>
    <message>
        <source>a text document</source>
        <translation type="unfinished">un documento de texto</translation>
    </message>
    <message>
        <source>a sound or film</source>
        <translation type="unfinished">un sonido o un vídeo</translation>
    </message>
    <message>
        <source>%1 is an archive inside another one. Unpack it, and import what is in it.</source>
        <translation type="unfinished">%1 es un archivo comprimido dentro de otro. Descomprímalo e importe lo que contiene.</translation>
    </message>
    <message>
        <source>%1 is an old Excel or Word file. Open it there, save it as CSV (UTF-8), and import that file.</source>
        <translation type="unfinished">%1 es un archivo antiguo de Excel o Word. Ábralo allí, guárdelo como CSV (UTF-8) e importe ese archivo.</translation>
    </message>
    <message>
        <source>%1 is a database. If it is a Tidemark collection, open it with File &gt; Open or --collection; otherwise export its table as CSV and import that.</source>
        <translation type="unfinished">%1 es una base de datos. Si es una colección de Tidemark, ábrala con Archivo &gt; Abrir o con --collection; si no, exporte su tabla como CSV e impórtela.</translation>
    </message>
    <message>
        <source>%1 is %2, which holds no stories that Tidemark can read. It reads tables, JSON, and archives of them.</source>
        <translation type="unfinished">%1 es %2 y no contiene relatos que Tidemark pueda leer. Tidemark lee tablas, JSON y archivos comprimidos que los contengan.</translation>
    </message>
    <message>
        <source>%1 looks like %2. Tidemark can&apos;t read that; turn it into a CSV file with a first line of column names and import that.</source>
        <translation type="unfinished">%1 parece %2. Tidemark no puede leer eso; conviértalo en un archivo CSV con una primera línea de nombres de columnas e importe ese archivo.</translation>
    </message>
    <message>
        <source>%1 is empty: there is nothing to import.</source>
        <translation type="unfinished">%1 está vacío: no hay nada que importar.</translation>
    </message>
    <message>
        <source>%1 is a web page, perhaps the answer of a site that wanted you to log in. Download the data itself and import that.</source>
        <translation type="unfinished">%1 es una página web, quizá la respuesta de un sitio que pedía iniciar sesión. Descargue los datos mismos e impórtelos.</translation>
    </message>
    <message>
        <source>%1 is a list of bare ids: it says which posts are meant, not what they say. The posts have to be fetched first (“hydrated”), with a tool such as twarc or Hydrator; import what that writes.</source>
        <translation type="unfinished">%1 es una lista de solo identificadores: dice a qué publicaciones se refiere, no lo que dicen. Antes hay que descargar las publicaciones («hidratarlas») con una herramienta como twarc o Hydrator; importe lo que esta escriba.</translation>
    </message>
    <message>
        <source>%1 is not text, so there are no stories in it that Tidemark can read. It reads tables, JSON, and archives of them.</source>
        <translation type="unfinished">%1 no es texto, así que no contiene relatos que Tidemark pueda leer. Tidemark lee tablas, JSON y archivos comprimidos que los contengan.</translation>
    </message>
    <message>
        <source>%1 holds %2, which were not public and are never imported.</source>
        <translation type="unfinished">%1 contiene %2, que no eran públicos y no se importan nunca.</translation>
    </message>
    <message>
        <source>%1 is a recording of web traffic (WARC or HTTP): what servers answered, with their headers. Take the answers out of it, without the headers, and import those.</source>
        <translation type="unfinished">%1 es una grabación de tráfico web (WARC o HTTP): lo que respondieron los servidores, con sus encabezados. Extraiga las respuestas sin los encabezados e impórtelas.</translation>
    </message>
    <message>
        <source>%1 is a JSON list of bare texts or numbers: nothing says what they are, when they were written and where. Write them into a CSV file with a first line of column names, such as text, and import that.</source>
        <translation type="unfinished">%1 es una lista JSON de simples textos o números: nada dice qué son, cuándo se escribieron ni dónde. Escríbalos en un archivo CSV con una primera línea de nombres de columnas, como text, e impórtelo.</translation>
    </message>
</context>
<context>
    <name>EntriesReader</name>
    <message>
        <source>In %1 there are no stories that Tidemark can read: %2</source>
        <translation type="unfinished">En %1 no hay relatos que Tidemark pueda leer: %2</translation>
    </message>
    <message numerus="yes">
        <source>In %1 there are no stories that Tidemark can read: none of its %n files is of a form that it knows.</source>
        <translation type="unfinished">
            <numerusform>En %1 no hay relatos que Tidemark pueda leer: su %n archivo no tiene una forma que conozca.</numerusform>
            <numerusform>En %1 no hay relatos que Tidemark pueda leer: ninguno de sus %n archivos tiene una forma que conozca.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were read.</source>
        <translation type="unfinished">
            <numerusform>Se leyó %n archivo.</numerusform>
            <numerusform>Se leyeron %n archivos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files hold no stories that Tidemark can read and were passed over: %1.</source>
        <translation type="unfinished">
            <numerusform>%n archivo no contiene relatos que Tidemark pueda leer y se pasó por alto: %1.</numerusform>
            <numerusform>%n archivos no contienen relatos que Tidemark pueda leer y se pasaron por alto: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (In %2, record %3.)</source>
        <translation type="unfinished">%1 (En %2, registro %3.)</translation>
    </message>
    <message>
        <source>%1 (In %2.)</source>
        <translation type="unfinished">%1 (En %2.)</translation>
    </message>
    <message>
        <source>%1 (In %2, line %3.)</source>
        <translation type="unfinished">%1 (En %2, línea %3.)</translation>
    </message>
</context>
<context>
    <name>EventsFile</name>
    <message>
        <source>%1 holds no events: its first line has to name the columns date, label and source.</source>
        <translation type="unfinished">%1 no contiene acontecimientos: su primera línea tiene que nombrar las columnas date, label y source.</translation>
    </message>
    <message>
        <source>Line %1 of %2 has no date like 2017-10-15. Nothing was taken from the file.</source>
        <translation type="unfinished">La línea %1 de %2 no tiene una fecha como 2017-10-15. No se tomó nada del archivo.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 events.</source>
        <translation type="unfinished">%1 contiene más de %2 acontecimientos.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>The export could not be written: %1.</source>
        <translation type="unfinished">La exportación no se pudo escribir: %1.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2. Choose another place or make room there.</source>
        <translation type="unfinished">«%1» no se pudo escribir: %2. Elija otro lugar o libere espacio allí.</translation>
    </message>
    <message>
        <source>There is no column “%1”. There are: %2; and attributes by their names, or as attr:NAME.</source>
        <translation type="unfinished">No existe la columna «%1». Existen: %2; y los atributos por su nombre, o como attr:NAME.</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation type="unfinished">salida estándar</translation>
    </message>
    <message>
        <source>“%1” is a folder. Name a file in it.</source>
        <translation type="unfinished">«%1» es una carpeta. Indique un archivo dentro de ella.</translation>
    </message>
    <message>
        <source>Stories were taken out while the export ran, so it was not saved. Export again.</source>
        <translation type="unfinished">Durante la exportación se retiraron relatos, por lo que no se guardó. Exporte de nuevo.</translation>
    </message>
    <message>
        <source>“%1” is a collection or another database, and an export doesn&apos;t replace those. Name another file.</source>
        <translation type="unfinished">«%1» es una colección u otra base de datos, y una exportación no las sustituye. Indique otro archivo.</translation>
    </message>
    <message>
        <source>A REFI-QDA codebook (.qdc) has at least one code, and this one has no theme. Add a theme, or write it as .json.</source>
        <translation type="unfinished">Un libro de códigos REFI-QDA (.qdc) tiene al menos un código, y este no tiene ningún tema. Añada un tema o escríbalo como .json.</translation>
    </message>
</context>
<context>
    <name>ExportOutcome</name>
    <message>
        <source>%1 written to %2.</source>
        <translation type="unfinished">Escrito: %1 en %2.</translation>
    </message>
    <message>
        <source>%1 handles, addresses, numbers and links were replaced.</source>
        <translation type="unfinished">Se sustituyeron %1 nombres de cuenta, direcciones, números y enlaces.</translation>
    </message>
    <message>
        <source>Left out, for they look as if they were about people: %1. They can be ticked under Collection &gt; Columns About People.</source>
        <translation type="unfinished">Excluidas porque parecen referirse a personas: %1. Se pueden marcar en Colección &gt; Columnas sobre personas.</translation>
    </message>
    <message>
        <source>The further columns of %1 are damaged, so they are empty in the file.</source>
        <translation type="unfinished">Las otras columnas de %1 están dañadas, por lo que están vacías en el archivo.</translation>
    </message>
    <message>
        <source>%1 texts are longer than a spreadsheet&apos;s cell and will be cut there.</source>
        <translation type="unfinished">%1 textos son más largos que una celda de hoja de cálculo y allí quedarán cortados.</translation>
    </message>
    <message>
        <source>A spreadsheet shows only the first 1,048,576 rows.</source>
        <translation type="unfinished">Una hoja de cálculo muestra solo las primeras 1&#xa0;048&#xa0;576 filas.</translation>
    </message>
</context>
<context>
    <name>FacebookArchiveReader</name>
    <message>
        <source>It is not a post as Facebook&apos;s archives hold them.</source>
        <translation type="unfinished">No es una publicación como las que contienen los archivos de Facebook.</translation>
    </message>
    <message>
        <source>Facebook&apos;s archives don&apos;t say who could see a post. Keep only what was public.</source>
        <translation type="unfinished">Los archivos de Facebook no dicen quién podía ver una publicación. Conserve solo lo que era público.</translation>
    </message>
    <message>
        <source>Posts from an archive that Facebook gives its users</source>
        <translation type="unfinished">Publicaciones de un archivo que Facebook entrega a sus usuarios</translation>
    </message>
    <message>
        <source>Archive that Facebook gives its users</source>
        <translation type="unfinished">Archivo que Facebook entrega a sus usuarios</translation>
    </message>
</context>
<context>
    <name>Facet</name>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Temas</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation type="unfinished">Voces</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation type="unfinished">Plataformas</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished">Idiomas</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished">Fuentes</translation>
    </message>
    <message>
        <source>No theme</source>
        <translation type="unfinished">Ningún tema</translation>
    </message>
    <message>
        <source>Unknown language</source>
        <translation type="unfinished">Idioma desconocido</translation>
    </message>
</context>
<context>
    <name>FeedList</name>
    <message numerus="yes">
        <source>%n feeds were there already.</source>
        <translation type="unfinished">
            <numerusform>%n canal ya estaba.</numerusform>
            <numerusform>%n canales ya estaban.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds were left out because their addresses hold a name or password, which would be kept where everybody can read it.</source>
        <translation type="unfinished">
            <numerusform>Se omitió %n canal porque su dirección contiene un nombre o una contraseña, que quedaría guardada a la vista de todos.</numerusform>
            <numerusform>Se omitieron %n canales porque sus direcciones contienen un nombre o una contraseña, que quedaría guardada a la vista de todos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds were left out because they have no address of the web.</source>
        <translation type="unfinished">
            <numerusform>Se omitió %n canal porque no tiene dirección de la web.</numerusform>
            <numerusform>Se omitieron %n canales porque no tienen dirección de la web.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds were left out because their addresses are not https or lead into your own network. If you mean them, add them one by one.</source>
        <translation type="unfinished">
            <numerusform>Se omitió %n canal porque su dirección no es https o lleva a su propia red. Si lo quiere, añádalo usted mismo.</numerusform>
            <numerusform>Se omitieron %n canales porque sus direcciones no son https o llevan a su propia red. Si los quiere, añádalos uno por uno.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Namely: %1, and %n others.</source>
        <translation type="unfinished">
            <numerusform>A saber: %1 y %n más.</numerusform>
            <numerusform>A saber: %1 y %n más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Namely: %1.</source>
        <translation type="unfinished">A saber: %1.</translation>
    </message>
    <message>
        <source>Added %1 of %2 feeds.</source>
        <translation type="unfinished">Se añadieron %1 de %2 canales.</translation>
    </message>
</context>
<context>
    <name>FeedReader</name>
    <message>
        <source>%1 is one XML document of more than 64 MiB.</source>
        <translation type="unfinished">%1 es un único documento XML de más de 64 MiB.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read as XML. %2 Get the file again.</source>
        <translation type="unfinished">%1 no se puede leer como XML. %2 Obtenga de nuevo el archivo.</translation>
    </message>
    <message>
        <source>%1 could not be read to its end: %2</source>
        <translation type="unfinished">%1 no se pudo leer hasta el final: %2</translation>
    </message>
    <message>
        <source>The file breaks off in this entry.</source>
        <translation type="unfinished">El archivo se corta en esta entrada.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is a list of %n feeds, and there is nothing in it to import. Save the feeds that it names and import those.</source>
        <translation type="unfinished">
            <numerusform>%1 es una lista de %n canal y no contiene nada que importar. Guarde el canal que nombra e impórtelo.</numerusform>
            <numerusform>%1 es una lista de %n canales y no contiene nada que importar. Guarde los canales que nombra e impórtelos.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a feed in the Channel Definition Format, which Tidemark can&apos;t read.</source>
        <translation type="unfinished">%1 es un canal en Channel Definition Format, que Tidemark no puede leer.</translation>
    </message>
    <message>
        <source>%1 is XML but no feed: it begins with &lt;%2&gt;. Tidemark reads RSS and Atom.</source>
        <translation type="unfinished">%1 es XML, pero no un canal: empieza por &lt;%2&gt;. Tidemark lee RSS y Atom.</translation>
    </message>
    <message>
        <source>a feed, RSS or Atom</source>
        <translation type="unfinished">un canal, RSS o Atom</translation>
    </message>
    <message>
        <source>%1 is one document of more than 64 MiB.</source>
        <translation type="unfinished">%1 es un único documento de más de 64 MiB.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read as one JSON document. %2 Get the file again.</source>
        <translation type="unfinished">%1 no se puede leer como un único documento JSON. %2 Obtenga de nuevo el archivo.</translation>
    </message>
    <message>
        <source>It is not an entry of a feed.</source>
        <translation type="unfinished">No es una entrada de un canal.</translation>
    </message>
    <message>
        <source>a feed, JSON Feed</source>
        <translation type="unfinished">un canal, JSON Feed</translation>
    </message>
</context>
<context>
    <name>Fetch</name>
    <message>
        <source>This run has read as many posts as it may. Fetch again to go on.</source>
        <translation type="unfinished">Esta ejecución ha leído tantas publicaciones como puede. Descargue de nuevo para continuar.</translation>
    </message>
    <message>
        <source>%1 has more than one run takes. Fetch again to go on.</source>
        <translation type="unfinished">%1 tiene más de lo que admite una ejecución. Descargue de nuevo para continuar.</translation>
    </message>
    <message>
        <source>%1 sent a page that can&apos;t be read, so nothing of it was taken. %2</source>
        <translation type="unfinished">%1 envió una página que no se puede leer, así que no se tomó nada de ella. %2</translation>
    </message>
    <message>
        <source>%1 asks to be left alone until %2.</source>
        <translation type="unfinished">%1 pide que no se le consulte hasta %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n stories of %1 were not asked about: add a source of %1 first, through which it can be asked.</source>
        <translation type="unfinished">
            <numerusform>No se preguntó por %n relato de %1: añada antes una fuente de %1 a través de la cual se pueda preguntar.</numerusform>
            <numerusform>No se preguntó por %n relatos de %1: añada antes una fuente de %1 a través de la cual se pueda preguntar.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no address of the web. Only https addresses are fetched.</source>
        <translation type="unfinished">«%1» no es una dirección web. Solo se descargan direcciones https.</translation>
    </message>
    <message>
        <source>%1 is a host in your own network, and only addresses that you typed yourself lead there.</source>
        <translation type="unfinished">%1 es un servidor de su propia red, y allí solo llevan las direcciones que usted mismo escriba.</translation>
    </message>
    <message>
        <source>%1 was asked for over http, where anybody on the way can read along. Only https is used.</source>
        <translation type="unfinished">Se pidió %1 por http, donde cualquiera puede leer por el camino. Solo se usa https.</translation>
    </message>
    <message>
        <source>%1 sent a web page that names no feed. Give the address of the feed itself.</source>
        <translation type="unfinished">%1 envió una página web que no nombra ningún canal. Indique la dirección del canal mismo.</translation>
    </message>
    <message>
        <source>%1 sends from one address to the next and never to an end.</source>
        <translation type="unfinished">%1 remite de una dirección a otra sin llegar a ningún final.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished">Detenido.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached from here.</source>
        <translation type="unfinished">No se puede llegar a %1 desde aquí.</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation type="unfinished">
            <numerusform>%n segundo</numerusform>
            <numerusform>%n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent more than %2 of headers.</source>
        <translation type="unfinished">%1 envió más de %2 de encabezados.</translation>
    </message>
    <message>
        <source>%1 sent more than %2, the most that is taken of one answer.</source>
        <translation type="unfinished">%1 envió más de %2, el máximo que se acepta de una respuesta.</translation>
    </message>
    <message>
        <source>What %1 sent is packed, and damaged.</source>
        <translation type="unfinished">Lo que envió %1 está comprimido y dañado.</translation>
    </message>
    <message>
        <source>What %1 sent is packed in a way that nobody asked for.</source>
        <translation type="unfinished">Lo que envió %1 está comprimido de un modo que nadie pidió.</translation>
    </message>
    <message>
        <source>%1 didn&apos;t answer in full within %2.</source>
        <translation type="unfinished">%1 no respondió por completo en %2.</translation>
    </message>
    <message>
        <source>%1 sent nothing that can be understood for %2.</source>
        <translation type="unfinished">%1 no envió nada comprensible durante %2.</translation>
    </message>
    <message>
        <source>What %1 sent is no answer in HTTP.</source>
        <translation type="unfinished">Lo que envió %1 no es una respuesta HTTP.</translation>
    </message>
    <message>
        <source>%1 broke off before its answer was whole.</source>
        <translation type="unfinished">%1 cortó la conexión antes de completar su respuesta.</translation>
    </message>
    <message>
        <source>%1 takes no connection. Is the address right?</source>
        <translation type="unfinished">%1 no acepta conexiones. ¿Es correcta la dirección?</translation>
    </message>
    <message>
        <source>%1 can&apos;t prove that it is who it says, so nothing was sent: %2</source>
        <translation type="unfinished">%1 no puede demostrar que es quien dice ser, así que no se envió nada: %2</translation>
    </message>
    <message>
        <source>%1 could not be asked: %2</source>
        <translation type="unfinished">No se pudo consultar %1: %2</translation>
    </message>
    <message>
        <source>%1 lets nobody in without a valid token or password, or not here.</source>
        <translation type="unfinished">%1 no deja entrar a nadie sin un token o una contraseña válidos, o no aquí.</translation>
    </message>
    <message>
        <source>%1 has nothing at this address.</source>
        <translation type="unfinished">%1 no tiene nada en esta dirección.</translation>
    </message>
    <message>
        <source>%1 says that this is gone for good.</source>
        <translation type="unfinished">%1 dice que esto ha desaparecido para siempre.</translation>
    </message>
    <message>
        <source>%1 can&apos;t do what it was asked for.</source>
        <translation type="unfinished">%1 no puede hacer lo que se le pidió.</translation>
    </message>
    <message>
        <source>%1 has a trouble of its own (%2). Try again later.</source>
        <translation type="unfinished">%1 tiene un problema propio (%2). Inténtelo más tarde.</translation>
    </message>
    <message>
        <source>%1 answered with the status %2.</source>
        <translation type="unfinished">%1 respondió con el estado %2.</translation>
    </message>
    <message>
        <source>It says: “%1”.</source>
        <translation type="unfinished">Dice: «%1».</translation>
    </message>
    <message>
        <source>%1 is busy and asks for patience.</source>
        <translation type="unfinished">%1 está ocupado y pide paciencia.</translation>
    </message>
    <message numerus="yes">
        <source>%n stories of %1 had been edited there; here they read so now, too.</source>
        <translation type="unfinished">
            <numerusform>%n relato de %1 se había editado allí y ahora se lee así también aquí.</numerusform>
            <numerusform>%n relatos de %1 se habían editado allí y ahora se leen así también aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a name of the world, but leads into your own network. If you mean that host, type its number instead of its name.</source>
        <translation type="unfinished">%1 es un nombre público, pero lleva a su propia red. Si se refiere a ese equipo, escriba su número en lugar del nombre.</translation>
    </message>
    <message>
        <source>%1 sends to another address. %2</source>
        <translation type="unfinished">%1 remite a otra dirección. %2</translation>
    </message>
    <message>
        <source>%1 gives the same page again and again. The next fetch goes on from there.</source>
        <translation type="unfinished">%1 da la misma página una y otra vez. La próxima descarga continúa desde ahí.</translation>
    </message>
    <message>
        <source>%1 sent nothing at all instead of a feed. Try again later.</source>
        <translation type="unfinished">%1 no envió nada en lugar de un canal. Inténtelo de nuevo más tarde.</translation>
    </message>
    <message>
        <source>%1 sends to another page than the one that was asked for, so nothing of it was taken.</source>
        <translation type="unfinished">%1 remite a otra página que la pedida, así que no se tomó nada de ella.</translation>
    </message>
    <message>
        <source>%1 sent something else than it was asked for, so nothing of it was taken.</source>
        <translation type="unfinished">%1 envió algo distinto de lo que se le pidió, así que no se tomó nada.</translation>
    </message>
    <message>
        <source>%1 shows no posts any more, though it did before. What is here stays.</source>
        <translation type="unfinished">%1 ya no muestra ninguna publicación, aunque antes sí. Lo que hay aquí se queda.</translation>
    </message>
    <message>
        <source>%1 says that stories are gone, but doesn&apos;t show what must be there either. Perhaps it has moved, is shut down or keeps us out: its stories stay as they are.</source>
        <translation type="unfinished">%1 dice que hay relatos que ya no están, pero tampoco muestra lo que tiene que estar. Quizá se mudó, está cerrado o no nos deja entrar: sus relatos quedan como están.</translation>
    </message>
    <message>
        <source>Stopped before it was asked.</source>
        <translation type="unfinished">Detenido antes de preguntarle.</translation>
    </message>
    <message>
        <source>%1 leads to %2, which can&apos;t say what became of its stories. Perhaps it has moved: they stay as they are.</source>
        <translation type="unfinished">%1 lleva a %2, que no puede decir qué ha sido de sus relatos. Quizá se mudó: quedan como están.</translation>
    </message>
    <message numerus="yes">
        <source>%n stories had been out of sight for seven days, and are gone.</source>
        <translation type="unfinished">
            <numerusform>%n relato llevaba siete días oculto y ya no está.</numerusform>
            <numerusform>%n relatos llevaban siete días ocultos y ya no están.</numerusform>
        </translation>
    </message>
    <message>
        <source>This source is asked again only when you fetch it by itself, or change what it asks for.</source>
        <translation type="unfinished">A esta fuente solo se le vuelve a preguntar cuando usted la descarga por separado o cambia lo que pide.</translation>
    </message>
    <message>
        <source>%1 gave several empty pages, one after another, and says that more comes behind them. The next fetch goes on from there.</source>
        <translation type="unfinished">%1 dio varias páginas vacías seguidas y dice que detrás viene más. La próxima descarga sigue desde ahí.</translation>
    </message>
    <message>
        <source>%1 gave several empty pages, one after another, and says that more comes behind them. It was not asked for that.</source>
        <translation>%1 dio varias páginas vacías seguidas y dice que detrás viene más. Eso no se pidió.</translation>
    </message>
    <message>
        <source>It was asked through the proxy %1, as this system is set up: does that one work?</source>
        <translation type="unfinished">Se preguntó a través del proxy %1, como está configurado este sistema: ¿funciona?</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 lets nobody through without a name and a password, or not with these. Write both into its address where this system is set up: http://name:password@proxy.</source>
        <translation type="unfinished">El proxy en el camino hacia %1 no deja pasar a nadie sin nombre y contraseña, o no con estos. Escriba ambos en su dirección, donde se configura este sistema: http://nombre:contraseña@proxy.</translation>
    </message>
    <message>
        <source>Its address has moved for good, to %1.</source>
        <translation type="unfinished">La dirección se ha mudado definitivamente a %1.</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Folder</source>
        <translation type="unfinished">Carpeta</translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished">Archivos</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>since %1</source>
        <translation type="unfinished">desde %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished">hasta %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation type="unfinished">antes de %1</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation type="unfinished">¿Quiso decir %1?</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>not %1</source>
        <translation type="unfinished">excepto %1</translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"> o </translation>
    </message>
    <message>
        <source>theme: %1</source>
        <translation type="unfinished">tema: %1</translation>
    </message>
    <message>
        <source>voice: %1</source>
        <translation type="unfinished">voz: %1</translation>
    </message>
    <message>
        <source>platform: %1</source>
        <translation type="unfinished">plataforma: %1</translation>
    </message>
    <message>
        <source>language: %1</source>
        <translation type="unfinished">idioma: %1</translation>
    </message>
    <message>
        <source>source: %1</source>
        <translation type="unfinished">fuente: %1</translation>
    </message>
    <message>
        <source>: %1</source>
        <translation type="unfinished">: %1</translation>
    </message>
    <message>
        <source>no theme</source>
        <translation type="unfinished">ningún tema</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished">desconocido</translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished">leídos</translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished">no leídos</translation>
    </message>
    <message>
        <source>not starred</source>
        <translation type="unfinished">sin estrella</translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished">con estrella</translation>
    </message>
    <message>
        <source>may be quoted</source>
        <translation type="unfinished">se pueden citar</translation>
    </message>
    <message>
        <source>do not quote</source>
        <translation type="unfinished">no citar</translation>
    </message>
    <message>
        <source>dated</source>
        <translation type="unfinished">con fecha</translation>
    </message>
    <message>
        <source>undated</source>
        <translation type="unfinished">sin fecha</translation>
    </message>
    <message>
        <source>without a note</source>
        <translation type="unfinished">sin nota</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation type="unfinished">con nota</translation>
    </message>
    <message>
        <source>without a theme</source>
        <translation type="unfinished">sin tema</translation>
    </message>
    <message>
        <source>with a theme</source>
        <translation type="unfinished">con tema</translation>
    </message>
    <message>
        <source>without a content warning</source>
        <translation type="unfinished">sin aviso de contenido</translation>
    </message>
    <message>
        <source>with a content warning</source>
        <translation type="unfinished">con aviso de contenido</translation>
    </message>
    <message>
        <source>not coded by hand</source>
        <translation type="unfinished">no codificados a mano</translation>
    </message>
    <message>
        <source>coded by hand</source>
        <translation type="unfinished">codificados a mano</translation>
    </message>
    <message>
        <source>copies of earlier stories</source>
        <translation type="unfinished">copias de relatos anteriores</translation>
    </message>
    <message>
        <source>originals, without their copies</source>
        <translation type="unfinished">originales, sin sus copias</translation>
    </message>
    <message>
        <source>copies: more than %1</source>
        <translation type="unfinished">copias: más de %1</translation>
    </message>
    <message>
        <source>copies: %1</source>
        <translation type="unfinished">copias: %1</translation>
    </message>
    <message>
        <source>copies: fewer than %1</source>
        <translation type="unfinished">copias: menos de %1</translation>
    </message>
    <message>
        <source>copies: %1 to %2</source>
        <translation type="unfinished">copias: de %1 a %2</translation>
    </message>
    <message>
        <source>story number: %1</source>
        <translation type="unfinished">número de relato: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen stories</source>
        <translation type="unfinished">
            <numerusform>%n relato elegido</numerusform>
            <numerusform>%n relatos elegidos</numerusform>
        </translation>
    </message>
    <message>
        <source>All stories</source>
        <translation type="unfinished">Todos los relatos</translation>
    </message>
    <message>
        <source>Stories: %1</source>
        <translation type="unfinished">Relatos: %1</translation>
    </message>
    <message>
        <source>%1 (not in the codebook in force)</source>
        <translation type="unfinished">%1 (no está en el libro de códigos vigente)</translation>
    </message>
</context>
<context>
    <name>FilterReader</name>
    <message>
        <source>There is no theme %1.%2</source>
        <translation type="unfinished">No existe el tema %1.%2</translation>
    </message>
    <message>
        <source>There is no voice %1: a voice is testimony, solidarity, support, commentary or unknown.%2</source>
        <translation type="unfinished">No existe la voz %1: una voz es testimony, solidarity, support, commentary o unknown.%2</translation>
    </message>
    <message>
        <source>There is no platform %1.%2</source>
        <translation type="unfinished">No existe la plataforma %1.%2</translation>
    </message>
    <message>
        <source>There is no source %1 in this collection.%2</source>
        <translation type="unfinished">En esta colección no existe la fuente %1.%2</translation>
    </message>
    <message>
        <source>There is no attribute %1 in this collection.%2</source>
        <translation type="unfinished">En esta colección no existe el atributo %1.%2</translation>
    </message>
    <message>
        <source>%1 is no language code: write two or three letters, such as es, or unknown.</source>
        <translation type="unfinished">%1 no es un código de idioma: escriba dos o tres letras, como es, o unknown.</translation>
    </message>
    <message>
        <source>id: can&apos;t be turned round with - or NOT.</source>
        <translation type="unfinished">id: no se puede invertir con - ni con NOT.</translation>
    </message>
    <message>
        <source>id: stands twice. Write all the numbers behind one, such as id:12,15.</source>
        <translation type="unfinished">id: aparece dos veces. Escriba todos los números detrás de uno solo, como id:12,15.</translation>
    </message>
    <message>
        <source>%1 is no number of a story: write such as id:12 or id:12,15.</source>
        <translation type="unfinished">%1 no es el número de un relato: escriba, por ejemplo, id:12 o id:12,15.</translation>
    </message>
    <message>
        <source>One number is enough here, or two as in copies:2..10.</source>
        <translation type="unfinished">Aquí basta un número, o dos como en copies:2..10.</translation>
    </message>
    <message>
        <source>%1 is no number of copies: write such as copies:2, copies:&gt;10, copies:&lt;3 or copies:2..10.</source>
        <translation type="unfinished">%1 no es un número de copias: escriba, por ejemplo, copies:2, copies:&gt;10, copies:&lt;3 o copies:2..10.</translation>
    </message>
    <message>
        <source>since: can&apos;t be turned round; write until: instead.</source>
        <translation type="unfinished">since: no se puede invertir; escriba until: en su lugar.</translation>
    </message>
    <message>
        <source>until: can&apos;t be turned round; write since: instead.</source>
        <translation type="unfinished">until: no se puede invertir; escriba since: en su lugar.</translation>
    </message>
    <message>
        <source>%1 stands twice.</source>
        <translation type="unfinished">%1 aparece dos veces.</translation>
    </message>
    <message>
        <source>One date is enough here.</source>
        <translation type="unfinished">Aquí basta una fecha.</translation>
    </message>
    <message>
        <source>%1 is no date, or a time that doesn&apos;t exist. Dates are written 2017, 2017-10, 2017-10-15 or 2017-10-15T06:30.</source>
        <translation type="unfinished">%1 no es una fecha, o es una hora que no existe. Las fechas se escriben 2017, 2017-10, 2017-10-15 o 2017-10-15T06:30.</translation>
    </message>
    <message>
        <source>since: lies after until:, so that no story could be found.</source>
        <translation type="unfinished">since: es posterior a until:, por lo que no se podría encontrar ningún relato.</translation>
    </message>
    <message>
        <source>%1 takes one value; write it again for the next.</source>
        <translation type="unfinished">%1 admite un solo valor; escríbalo de nuevo para el siguiente.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be asked for with %2; possible are: %3.%4</source>
        <translation type="unfinished">%1 no se puede pedir con %2; valores posibles: %3.%4</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Gnip Activity Streams</source>
        <translation type="unfinished">Activity Streams de Gnip</translation>
    </message>
    <message>
        <source>posts of TikTok</source>
        <translation type="unfinished">publicaciones de TikTok</translation>
    </message>
    <message>
        <source>posts of Instagram as its pages hold them</source>
        <translation type="unfinished">publicaciones de Instagram tal como las contienen sus páginas</translation>
    </message>
    <message>
        <source>posts of Telegram as its program exports them</source>
        <translation type="unfinished">publicaciones de Telegram tal como las exporta su programa</translation>
    </message>
    <message>
        <source>an answer of YouTube&apos;s API</source>
        <translation type="unfinished">una respuesta de la API de YouTube</translation>
    </message>
    <message>
        <source>the included part of a Twitter answer, without its tweets</source>
        <translation type="unfinished">la parte incluida de una respuesta de Twitter, sin sus tuits</translation>
    </message>
    <message>
        <source>posts of Weibo, as its API gives them or Zeeschuimer or a scraper keeps them</source>
        <translation type="unfinished">publicaciones de Weibo, tal como las da su API o las guarda Zeeschuimer o un scraper</translation>
    </message>
    <message>
        <source>a recording of what a browser loaded (HAR)</source>
        <translation type="unfinished">una grabación de lo que cargó un navegador (HAR)</translation>
    </message>
</context>
<context>
    <name>FourCatCsvReader</name>
    <message>
        <source>the author asks not to be shown to people who aren&apos;t logged in</source>
        <translation type="unfinished">el autor pide que no se muestre a quienes no han iniciado sesión</translation>
    </message>
    <message>
        <source>4CAT&apos;s export, CSV</source>
        <translation type="unfinished">exportación de 4CAT, CSV</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Less than 200 MiB are free on the disk of “%1”. Make room, then import again.</source>
        <translation type="unfinished">Quedan menos de 200 MiB libres en el disco de «%1». Libere espacio e importe de nuevo.</translation>
    </message>
    <message>
        <source>The disk of “%1” is nearly full, so the import stopped after %2 records. Make room and import the file again: it goes on from there.</source>
        <translation type="unfinished">El disco de «%1» está casi lleno, así que la importación se detuvo después de %2 registros. Libere espacio e importe de nuevo el archivo: continúa desde ahí.</translation>
    </message>
    <message>
        <source>The codebook has no theme “%1”. Its themes are: %2.</source>
        <translation type="unfinished">El libro de códigos no tiene ningún tema «%1». Sus temas son: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n codings by hand came with the labels.</source>
        <translation type="unfinished">
            <numerusform>Llegó %n codificación a mano con las etiquetas.</numerusform>
            <numerusform>Llegaron %n codificaciones a mano con las etiquetas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels found their story coded by hand already; that coding stays.</source>
        <translation type="unfinished">
            <numerusform>%n etiqueta encontró su relato ya codificado a mano; esa codificación se mantiene.</numerusform>
            <numerusform>%n etiquetas encontraron su relato ya codificado a mano; esa codificación se mantiene.</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels that name no theme of the codebook were left out: %1%2.</source>
        <translation type="unfinished">Se excluyeron las etiquetas que no nombran ningún tema del libro de códigos: %1%2.</translation>
    </message>
    <message>
        <source>“%1” is there already. Name another file.</source>
        <translation type="unfinished">«%1» ya existe. Indique otro archivo.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written: %2. Name a file in another folder.</source>
        <translation type="unfinished">«%1» no se puede escribir: %2. Indique un archivo en otra carpeta.</translation>
    </message>
    <message>
        <source>Line %1 is no rejected record: it needs run, record and content, as “tidemark rejected export” writes them.</source>
        <translation type="unfinished">La línea %1 no es un registro rechazado: necesita run, record y content, tal como los escribe «tidemark rejected export».</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished">línea %1</translation>
    </message>
    <message>
        <source>record %1</source>
        <translation type="unfinished">registro %1</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>It is nested more than 64 levels deep.</source>
        <translation type="unfinished">Está anidado a más de 64 niveles de profundidad.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation type="unfinished">Está vacío.</translation>
    </message>
    <message>
        <source>It is not valid JSON: a text is not closed; the line may be cut off.</source>
        <translation type="unfinished">No es JSON válido: un texto no está cerrado; puede que la línea esté cortada.</translation>
    </message>
    <message>
        <source>It is not valid JSON (%1).</source>
        <translation type="unfinished">No es JSON válido (%1).</translation>
    </message>
</context>
<context>
    <name>JsonReader</name>
    <message numerus="yes">
        <source>Of %n stories the file holds only the beginning of the text; they are marked as cut.</source>
        <translation type="unfinished">
            <numerusform>De %n relato el archivo contiene solo el comienzo del texto; queda marcado como cortado.</numerusform>
            <numerusform>De %n relatos el archivo contiene solo el comienzo del texto; quedan marcados como cortados.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonRecords</name>
    <message>
        <source>The line is longer than 16 MiB.</source>
        <translation type="unfinished">La línea ocupa más de 16 MiB.</translation>
    </message>
    <message>
        <source>The record is longer than 16 MiB.</source>
        <translation type="unfinished">El registro ocupa más de 16 MiB.</translation>
    </message>
    <message>
        <source>It is not a JSON object.</source>
        <translation type="unfinished">No es un objeto JSON.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters could not be read and were replaced by the sign for an unreadable one.</source>
        <translation type="unfinished">
            <numerusform>%n carácter no se pudo leer y se sustituyó por el signo de carácter ilegible.</numerusform>
            <numerusform>%n caracteres no se pudieron leer y se sustituyeron por el signo de carácter ilegible.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file ends in the middle of this line.</source>
        <translation type="unfinished">El archivo termina en medio de esta línea.</translation>
    </message>
    <message>
        <source>The record has no end: the file breaks off in it, or a bracket or quotation mark in it is damaged.</source>
        <translation type="unfinished">El registro no tiene fin: el archivo se corta en él, o un corchete, una llave o unas comillas en él están dañados.</translation>
    </message>
</context>
<context>
    <name>JsonTable</name>
    <message>
        <source>It is not a JSON object.</source>
        <translation type="unfinished">No es un objeto JSON.</translation>
    </message>
    <message numerus="yes">
        <source>%n values under names that the first records don&apos;t have were left out.</source>
        <translation type="unfinished">
            <numerusform>Se excluyó %n valor con un nombre que los primeros registros no tienen.</numerusform>
            <numerusform>Se excluyeron %n valores con nombres que los primeros registros no tienen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>“%1” is no label. Write THEME=COLUMN, for example workplace=at_work, or themes=COLUMN for a column that lists themes.</source>
        <translation type="unfinished">«%1» no es una etiqueta. Escriba THEME=COLUMN, por ejemplo workplace=at_work, o themes=COLUMN para una columna que enumera temas.</translation>
    </message>
    <message numerus="yes">
        <source>%n labels say neither yes nor no and were left out.</source>
        <translation type="unfinished">
            <numerusform>%n etiqueta no dice ni sí ni no y se excluyó.</numerusform>
            <numerusform>%n etiquetas no dicen ni sí ni no y se excluyeron.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>No theme is coded by hand, present and absent, in both the stories to learn from and those to judge on. Code some, or bring codings in with “tidemark themes label”.</source>
        <translation type="unfinished">Ningún tema está codificado a mano, como presente y como ausente, tanto en los relatos de los que aprender como en aquellos con los que evaluar. Codifique algunos o aporte codificaciones con «tidemark themes label».</translation>
    </message>
    <message>
        <source>None of the stories to judge on is coded by hand with %1.</source>
        <translation type="unfinished">Ninguno de los relatos con los que evaluar está codificado a mano con %1.</translation>
    </message>
    <message>
        <source>the voice “%1”</source>
        <translation type="unfinished">la voz «%1»</translation>
    </message>
    <message>
        <source>the theme “%1”</source>
        <translation type="unfinished">el tema «%1»</translation>
    </message>
    <message>
        <source>There is no theme “%1”; “tidemark themes” lists them.</source>
        <translation type="unfinished">No existe el tema «%1»; «tidemark themes» los enumera.</translation>
    </message>
    <message>
        <source>%1 of the stories selected are coded by hand; learning needs at least %2. Code some more.</source>
        <translation type="unfinished">%1 de los relatos seleccionados están codificados a mano; para aprender se necesitan al menos %2. Codifique algunos más.</translation>
    </message>
    <message>
        <source>No theme can be learned: none is coded by hand as present in two of the stories selected and as absent in two.</source>
        <translation type="unfinished">No se puede aprender ningún tema: ninguno está codificado a mano como presente en dos de los relatos seleccionados y como ausente en otros dos.</translation>
    </message>
    <message>
        <source>No story has a column “%1”.</source>
        <translation type="unfinished">Ningún relato tiene una columna «%1».</translation>
    </message>
    <message>
        <source>No model codes this theme; its rule does.</source>
        <translation type="unfinished">Ningún modelo codifica este tema; lo hace su regla.</translation>
    </message>
    <message>
        <source>What was learned is too large to be kept. Learn fewer themes at once.</source>
        <translation type="unfinished">Lo aprendido es demasiado grande para guardarlo. Aprenda menos temas a la vez.</translation>
    </message>
    <message>
        <source>Stopped before it was done.</source>
        <translation type="unfinished">Se detuvo antes de terminar.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be learned: of the stories selected, %2 are coded by hand as having it and %3 as not having it, and both are needed. Code some more by hand.</source>
        <translation type="unfinished">No se puede aprender %1: de los relatos seleccionados, %2 están codificados a mano como que lo tienen y %3 como que no, y hacen falta ambos. Codifique algunos más a mano.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished">Detenido.</translation>
    </message>
    <message>
        <source>The codebook has this theme no longer. Choose another one.</source>
        <translation type="unfinished">El libro de códigos ya no tiene este tema. Elija otro.</translation>
    </message>
    <message>
        <source>What was learned can&apos;t be read: it is damaged or of another Tidemark. Train the themes again.</source>
        <translation type="unfinished">Lo aprendido no se puede leer: está dañado o es de otro Tidemark. Entrene de nuevo los temas.</translation>
    </message>
    <message>
        <source>%1 stories are coded by hand with this theme or voice; the learner can suggest some from %2 on. Begin with a sample.</source>
        <translation type="unfinished">%1 relatos están codificados a mano con este tema o esta voz; a partir de %2 se pueden sugerir algunos. Empiece con una muestra.</translation>
    </message>
</context>
<context>
    <name>LimitedReader</name>
    <message>
        <source>The record is longer than 16 MiB.</source>
        <translation type="unfinished">El registro ocupa más de 16 MiB.</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished">&amp;Archivo</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished">Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished">&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished">&amp;Ver</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation type="unfinished">&amp;Texto</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation type="unfinished">&amp;Línea de tiempo</translation>
    </message>
    <message>
        <source>A&amp;ppearance</source>
        <translation type="unfinished">Aspect&amp;o</translation>
    </message>
    <message>
        <source>&amp;Story</source>
        <translation type="unfinished">&amp;Relato</translation>
    </message>
    <message>
        <source>&amp;Themes</source>
        <translation type="unfinished">Te&amp;mas</translation>
    </message>
    <message>
        <source>&amp;Voice</source>
        <translation type="unfinished">&amp;Voz</translation>
    </message>
    <message>
        <source>&amp;Collection</source>
        <translation type="unfinished">&amp;Colección</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished">A&amp;yuda</translation>
    </message>
    <message>
        <source>O&amp;rder</source>
        <translation type="unfinished">O&amp;rden</translation>
    </message>
    <message>
        <source>Codi&amp;ng Round</source>
        <translation type="unfinished">Ro&amp;nda de codificación</translation>
    </message>
</context>
<context>
    <name>MastodonReader</name>
    <message>
        <source>an error message instead of a story</source>
        <translation type="unfinished">un mensaje de error en lugar de un relato</translation>
    </message>
    <message>
        <source>no status</source>
        <translation type="unfinished">no es un estado</translation>
    </message>
    <message>
        <source>an earlier version of a status, without its address</source>
        <translation type="unfinished">una versión anterior de un estado, sin su dirección</translation>
    </message>
    <message>
        <source>not public</source>
        <translation type="unfinished">no es público</translation>
    </message>
    <message>
        <source>its author asked not to be found by searching</source>
        <translation type="unfinished">su autor pidió no ser encontrado mediante búsquedas</translation>
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
        <translation type="unfinished">%1 no se puede leer o es mayor que cualquier lista de canales.</translation>
    </message>
    <message>
        <source>%1 is no list of feeds (OPML).</source>
        <translation type="unfinished">%1 no es una lista de canales (OPML).</translation>
    </message>
    <message>
        <source>%1 could not be read to its end, so nothing was added: %2 Get the file again.</source>
        <translation type="unfinished">%1 no se pudo leer hasta el final, así que no se añadió nada: %2 Consiga el archivo de nuevo.</translation>
    </message>
    <message>
        <source>%1 is a list of feeds (OPML) that names none.</source>
        <translation type="unfinished">%1 es una lista de canales (OPML) que no nombra ninguno.</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation type="unfinished">Imágenes PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation type="unfinished">Dibujos SVG (*.svg)</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation type="unfinished">Documentos PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>stories</source>
        <translation type="unfinished">relatos</translation>
    </message>
    <message>
        <source>The folder %1 for collections can&apos;t be made. Name a collection elsewhere, or make the folder yourself.</source>
        <translation type="unfinished">No se puede crear la carpeta %1 para las colecciones. Indique una colección en otro lugar o cree usted la carpeta.</translation>
    </message>
</context>
<context>
    <name>Platform</name>
    <message>
        <source>Blog or news</source>
        <translation type="unfinished">Blog o noticias</translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished">Otra</translation>
    </message>
</context>
<context>
    <name>PreviewRows</name>
    <message>
        <source>(a repost)</source>
        <translation type="unfinished">(una republicación)</translation>
    </message>
    <message>
        <source>(taken back by its author)</source>
        <translation type="unfinished">(retirado por su autor)</translation>
    </message>
    <message>
        <source>(skipped: %1)</source>
        <translation type="unfinished">(omitido: %1)</translation>
    </message>
    <message>
        <source>(set aside: %1)</source>
        <translation type="unfinished">(apartado: %1)</translation>
    </message>
</context>
<context>
    <name>PrivateContent</name>
    <message>
        <source>direct messages</source>
        <translation type="unfinished">mensajes directos</translation>
    </message>
    <message>
        <source>messages of a chat</source>
        <translation type="unfinished">mensajes de un chat</translation>
    </message>
    <message>
        <source>searches</source>
        <translation type="unfinished">búsquedas</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation type="unfinished">borradores</translation>
    </message>
    <message>
        <source>comments or group posts of a Facebook archive</source>
        <translation type="unfinished">comentarios o publicaciones de grupos de un archivo de Facebook</translation>
    </message>
    <message>
        <source>likes</source>
        <translation type="unfinished">«me gusta»</translation>
    </message>
    <message>
        <source>posts for a chosen circle</source>
        <translation type="unfinished">publicaciones para un círculo elegido</translation>
    </message>
</context>
<context>
    <name>ProgressSentence</name>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished">quedan %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation type="unfinished">quedan %1 min</translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <translation type="unfinished">%1 de unos %2</translation>
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
        <translation type="unfinished">un tema del libro de códigos</translation>
    </message>
    <message>
        <source>testimony, support, ...</source>
        <translation type="unfinished">testimony, support, ...</translation>
    </message>
    <message>
        <source>where it was shared</source>
        <translation type="unfinished">dónde se compartió</translation>
    </message>
    <message>
        <source>language, as en or es</source>
        <translation type="unfinished">idioma, como en o es</translation>
    </message>
    <message>
        <source>what brought it</source>
        <translation type="unfinished">lo que lo trajo</translation>
    </message>
    <message>
        <source>a further column, as attr:name=value</source>
        <translation type="unfinished">otra columna, como attr:name=value</translation>
    </message>
    <message>
        <source>a story&apos;s number</source>
        <translation type="unfinished">el número de un relato</translation>
    </message>
    <message>
        <source>the first day, as 2017-10-15</source>
        <translation type="unfinished">el primer día, como 2017-10-15</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation type="unfinished">el último día</translation>
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
        <translation type="unfinished">cuántas casi copias, como 2 o &gt;10</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished">a mano</translation>
    </message>
    <message>
        <source>no theme</source>
        <translation type="unfinished">ningún tema</translation>
    </message>
    <message>
        <source>nobody copied it</source>
        <translation type="unfinished">nadie lo copió</translation>
    </message>
    <message>
        <source>it has copies</source>
        <translation type="unfinished">tiene copias</translation>
    </message>
    <message>
        <source>more than ten</source>
        <translation type="unfinished">más de diez</translation>
    </message>
</context>
<context>
    <name>QueryHelp</name>
    <message>
        <source>both words, anywhere in the story</source>
        <translation type="unfinished">ambas palabras, en cualquier parte del relato</translation>
    </message>
    <message>
        <source>these words in a row</source>
        <translation type="unfinished">estas palabras seguidas</translation>
    </message>
    <message>
        <source>words that begin so</source>
        <translation type="unfinished">palabras que empiezan así</translation>
    </message>
    <message>
        <source>either word; round brackets group</source>
        <translation type="unfinished">una u otra palabra; los paréntesis agrupan</translation>
    </message>
    <message>
        <source>the first without the second; NOT film does the same</source>
        <translation type="unfinished">la primera sin la segunda; NOT film hace lo mismo</translation>
    </message>
    <message>
        <source>at most five words between</source>
        <translation type="unfinished">como máximo cinco palabras entre ellas</translation>
    </message>
    <message>
        <source>this hashtag</source>
        <translation type="unfinished">este hashtag</translation>
    </message>
    <message>
        <source>any of these themes</source>
        <translation type="unfinished">cualquiera de estos temas</translation>
    </message>
    <message>
        <source>without this theme; - works before every term</source>
        <translation type="unfinished">sin este tema; - sirve ante cualquier término</translation>
    </message>
    <message>
        <source>testimony, solidarity, support, commentary, unknown</source>
        <translation type="unfinished">testimony, solidarity, support, commentary, unknown</translation>
    </message>
    <message>
        <source>where it was shared, in which language</source>
        <translation type="unfinished">dónde se compartió, en qué idioma</translation>
    </message>
    <message>
        <source>which file brought it</source>
        <translation type="unfinished">qué archivo lo trajo</translation>
    </message>
    <message>
        <source>a further column of an imported file</source>
        <translation type="unfinished">otra columna de un archivo importado</translation>
    </message>
    <message>
        <source>from the first day to the last</source>
        <translation type="unfinished">del primer día al último</translation>
    </message>
    <message>
        <source>also has:note, has:theme, has:warning</source>
        <translation type="unfinished">también has:note, has:theme, has:warning</translation>
    </message>
    <message>
        <source>the first of those that say nearly the same; the later ones</source>
        <translation type="unfinished">el primero de los que dicen casi lo mismo; los posteriores</translation>
    </message>
    <message>
        <source>how many near-copies a story has</source>
        <translation type="unfinished">cuántas casi copias tiene un relato</translation>
    </message>
    <message>
        <source>somebody set a theme or the voice by hand</source>
        <translation type="unfinished">alguien asignó a mano un tema o la voz</translation>
    </message>
</context>
<context>
    <name>QueryLexer</name>
    <message>
        <source>%1 has no word in it that can be searched for; links, signs and emoji have none.</source>
        <translation type="unfinished">%1 no contiene ninguna palabra que se pueda buscar; los enlaces, los signos y los emojis no tienen ninguna.</translation>
    </message>
    <message>
        <source>%1 is no key of a filter.%2 To search for it as words, put it in quotes.</source>
        <translation type="unfinished">%1 no es una clave de filtro.%2 Para buscarlo como palabras, póngalo entre comillas.</translation>
    </message>
    <message>
        <source>The parenthesis of NEAR is not closed.</source>
        <translation type="unfinished">El paréntesis de NEAR no está cerrado.</translation>
    </message>
    <message>
        <source>NEAR needs words, such as NEAR(boss office, 5).</source>
        <translation type="unfinished">NEAR necesita palabras, como NEAR(jefe oficina, 5).</translation>
    </message>
    <message>
        <source>NEAR takes words and phrases only, such as NEAR(boss &quot;his office&quot;, 5).</source>
        <translation type="unfinished">NEAR solo admite palabras y frases, como NEAR(jefe &quot;su oficina&quot;, 5).</translation>
    </message>
    <message>
        <source>Behind the comma of NEAR stands one number, the most words between, and then the closing parenthesis.</source>
        <translation type="unfinished">Detrás de la coma de NEAR va un número, el máximo de palabras intermedias, y después el paréntesis de cierre.</translation>
    </message>
    <message>
        <source>An attribute is asked for as attr:name=value.</source>
        <translation type="unfinished">Un atributo se pide como attr:name=value.</translation>
    </message>
    <message>
        <source>Put a space behind the closing quote.</source>
        <translation type="unfinished">Ponga un espacio detrás de las comillas de cierre.</translation>
    </message>
    <message>
        <source>A value with a quote in it is put in quotes as a whole, the inner quote written twice.</source>
        <translation type="unfinished">Un valor que contiene comillas se pone entero entre comillas, con las comillas interiores escritas dos veces.</translation>
    </message>
    <message>
        <source>Behind %1 a value is missing.</source>
        <translation type="unfinished">Falta un valor detrás de %1.</translation>
    </message>
    <message>
        <source>This quote is not closed.</source>
        <translation type="unfinished">Estas comillas no están cerradas.</translation>
    </message>
    <message>
        <source>A * that stands for any letters comes at the end of a word, such as harass*. To search for it as words, put it in quotes.</source>
        <translation type="unfinished">Un * que representa letras cualesquiera va al final de una palabra, como acos*. Para buscarlo como palabras, póngalo entre comillas.</translation>
    </message>
</context>
<context>
    <name>QueryParser</name>
    <message>
        <source>This parenthesis closes none.</source>
        <translation type="unfinished">Este paréntesis no cierra ninguno.</translation>
    </message>
    <message>
        <source>%1 needs words on both sides. To search for it as a word, put it in quotes.</source>
        <translation type="unfinished">%1 necesita palabras a ambos lados. Para buscarlo como palabra, póngalo entre comillas.</translation>
    </message>
    <message>
        <source>OR and parentheses join words only; %1 is joined to the rest by &quot;and&quot;.</source>
        <translation type="unfinished">OR y los paréntesis solo unen palabras; %1 se une al resto con «y».</translation>
    </message>
    <message>
        <source>%1 needs a word behind it. To search for it as a word, put it in quotes.</source>
        <translation type="unfinished">%1 necesita una palabra detrás. Para buscarlo como palabra, póngalo entre comillas.</translation>
    </message>
    <message>
        <source>Only words can be asked for here. To search for %1 as words, put it in quotes.</source>
        <translation type="unfinished">Aquí solo se pueden pedir palabras. Para buscar %1 como palabras, póngalo entre comillas.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n parentheses can stand inside each other.</source>
        <translation type="unfinished">
            <numerusform>Como máximo puede haber %n paréntesis dentro de otro.</numerusform>
            <numerusform>Como máximo puede haber %n paréntesis unos dentro de otros.</numerusform>
        </translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation type="unfinished">Este paréntesis no está cerrado.</translation>
    </message>
    <message>
        <source>There are no words in this parenthesis.</source>
        <translation type="unfinished">No hay palabras en este paréntesis.</translation>
    </message>
    <message>
        <source>A filter has at most %L1 characters.</source>
        <translation type="unfinished">Un filtro tiene como máximo %L1 caracteres.</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Question</source>
        <translation type="unfinished">Pregunta</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished">Aviso</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>The text is longer than 1 MiB, which is no longer one story.</source>
        <translation type="unfinished">El texto ocupa más de 1 MiB, lo que ya no es un solo relato.</translation>
    </message>
    <message>
        <source>no text</source>
        <translation type="unfinished">sin texto</translation>
    </message>
    <message>
        <source>There is no format “%1”. The formats are: %2.</source>
        <translation type="unfinished">No existe el formato «%1». Los formatos son: %2.</translation>
    </message>
    <message>
        <source>%1 is a spreadsheet or another office document. Open it in LibreOffice or Excel, save the sheet as CSV (UTF-8), and import that file.</source>
        <translation type="unfinished">%1 es una hoja de cálculo u otro documento ofimático. Ábralo en LibreOffice o Excel, guarde la hoja como CSV (UTF-8) e importe ese archivo.</translation>
    </message>
    <message>
        <source>%1 is a text document. Tidemark reads tables, JSON, and archives of them.</source>
        <translation type="unfinished">%1 es un documento de texto. Tidemark lee tablas, JSON y archivos comprimidos que los contengan.</translation>
    </message>
    <message>
        <source>older than the day asked for</source>
        <translation type="unfinished">más antiguo que el día pedido</translation>
    </message>
</context>
<context>
    <name>RedditReader</name>
    <message>
        <source>It is neither a post nor a comment as Reddit writes them.</source>
        <translation type="unfinished">No es ni una publicación ni un comentario como los escribe Reddit.</translation>
    </message>
    <message>
        <source>not public</source>
        <translation type="unfinished">no es público</translation>
    </message>
    <message>
        <source>a stub for more comments, which the file doesn&apos;t hold</source>
        <translation type="unfinished">un marcador de más comentarios, que el archivo no contiene</translation>
    </message>
    <message>
        <source>a private message, which is never imported</source>
        <translation type="unfinished">un mensaje privado, que nunca se importa</translation>
    </message>
    <message>
        <source>an account, a community or another thing that is no story</source>
        <translation type="unfinished">una cuenta, una comunidad u otra cosa que no es un relato</translation>
    </message>
    <message>
        <source>Reddit, dump or answer of its API, JSON</source>
        <translation type="unfinished">Reddit, volcado o respuesta de su API, JSON</translation>
    </message>
</context>
<context>
    <name>SampleCollection</name>
    <message>
        <source>The sample collection can&apos;t be made at %1. Look whether the folder can be written and has space left.</source>
        <translation type="unfinished">No se puede crear la colección de ejemplo en %1. Compruebe si se puede escribir en la carpeta y si queda espacio.</translation>
    </message>
</context>
<context>
    <name>SplitterAccessible</name>
    <message>
        <source>Border between %1 and %2</source>
        <translation type="unfinished">Borde entre %1 y %2</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>Stopped. No copy was made.</source>
        <translation type="unfinished">Detenido. No se hizo ninguna copia.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Give the copy a name of its own in it.</source>
        <translation type="unfinished">«%1» es una carpeta. Dé a la copia un nombre propio dentro de ella.</translation>
    </message>
    <message>
        <source>“%1” is this very collection. Choose another name for the copy.</source>
        <translation type="unfinished">«%1» es esta misma colección. Elija otro nombre para la copia.</translation>
    </message>
    <message>
        <source>“%1” is open in Tidemark. Choose another name for the copy.</source>
        <translation type="unfinished">«%1» está abierta en Tidemark. Elija otro nombre para la copia.</translation>
    </message>
    <message>
        <source>The folder of “%1” can&apos;t be written. Choose another one for the copy.</source>
        <translation type="unfinished">No se puede escribir en la carpeta de «%1». Elija otra para la copia.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written (%2). Choose another place for the copy.</source>
        <translation type="unfinished">No se puede escribir «%1» (%2). Elija otro lugar para la copia.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished">Detenido.</translation>
    </message>
    <message>
        <source>“%1” is open in another Tidemark (process %2 on %3), so here it can only be read. Close it there to change it here.</source>
        <translation type="unfinished">«%1» está abierta en otro Tidemark (proceso %2 en %3), así que aquí solo se puede leer. Ciérrela allí para cambiarla aquí.</translation>
    </message>
    <message>
        <source>The folder of “%1” can&apos;t be written, so the collection can only be read. To change it, copy it to a folder of your own.</source>
        <translation type="unfinished">No se puede escribir en la carpeta de «%1», así que la colección solo se puede leer. Para cambiarla, cópiela a una carpeta propia.</translation>
    </message>
    <message>
        <source>There is no space left on the disk of “%1”. Nothing was lost; make room and try again.</source>
        <translation type="unfinished">No queda espacio en el disco de «%1». No se ha perdido nada; libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>“%1” is in use by another program. Close that program and try again.</source>
        <translation type="unfinished">Otro programa está usando «%1». Cierre ese programa e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>“%1” is damaged (%2). Open a copy that you saved earlier, or rescue what is left with: sqlite3 FILE .recover</source>
        <translation type="unfinished">«%1» está dañada (%2). Abra una copia que haya guardado antes o rescate lo que quede con: sqlite3 FILE .recover</translation>
    </message>
    <message>
        <source>“%1” is not a collection. To bring a file of stories in, import it.</source>
        <translation type="unfinished">«%1» no es una colección. Para incorporar un archivo de relatos, impórtelo.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written. Check the file&apos;s and the folder&apos;s permissions, or save a copy elsewhere.</source>
        <translation type="unfinished">No se puede escribir en «%1». Compruebe los permisos del archivo y de la carpeta, o guarde una copia en otro lugar.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be opened. Check the file&apos;s and the folder&apos;s permissions.</source>
        <translation type="unfinished">No se puede abrir «%1». Compruebe los permisos del archivo y de la carpeta.</translation>
    </message>
    <message>
        <source>Reading or writing “%1” failed (%2). Check the disk, then try again.</source>
        <translation type="unfinished">No se pudo leer o escribir «%1» (%2). Compruebe el disco e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Something is too large to be stored in “%1”.</source>
        <translation type="unfinished">Algo es demasiado grande para guardarlo en «%1».</translation>
    </message>
    <message>
        <source>SQLite failed on “%1”: %2.</source>
        <translation type="unfinished">SQLite falló en «%1»: %2.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing. Install libqt6sql6-sqlite.</source>
        <translation type="unfinished">Falta el controlador SQLite de Qt. Instale libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>Only words, tags and NEAR can be looked up by themselves.</source>
        <translation type="unfinished">Solo las palabras, los hashtags y NEAR se pueden buscar por sí solos.</translation>
    </message>
    <message>
        <source>The question has too many brackets within brackets.</source>
        <translation type="unfinished">La consulta tiene demasiados paréntesis dentro de paréntesis.</translation>
    </message>
    <message>
        <source>The database is damaged: %1.</source>
        <translation type="unfinished">La base de datos está dañada: %1.</translation>
    </message>
    <message>
        <source>A row of “%1” refers to a row of “%2” that isn&apos;t there.</source>
        <translation type="unfinished">Una fila de «%1» remite a una fila de «%2» que no existe.</translation>
    </message>
    <message>
        <source>The full text (%1) holds %2 stories instead of %3, so searches may miss some.</source>
        <translation type="unfinished">El texto completo (%1) contiene %2 relatos en lugar de %3, por lo que las búsquedas pueden pasar por alto algunos.</translation>
    </message>
    <message>
        <source>The full text can&apos;t be read: %1</source>
        <translation type="unfinished">No se puede leer el texto completo: %1</translation>
    </message>
    <message>
        <source>The view “stories” shows %1 stories instead of %2.</source>
        <translation type="unfinished">La vista «stories» muestra %1 relatos en lugar de %2.</translation>
    </message>
    <message>
        <source>Story %1 was taken back and is still there.</source>
        <translation type="unfinished">El relato %1 fue retirado y todavía está ahí.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be made (%2). Choose another place.</source>
        <translation type="unfinished">No se puede crear «%1» (%2). Elija otro lugar.</translation>
    </message>
    <message>
        <source>The theme “%1” can&apos;t leave the codebook, for stories were coded with it by hand.</source>
        <translation type="unfinished">El tema «%1» no puede salir del libro de códigos, porque hay relatos codificados a mano con él.</translation>
    </message>
    <message>
        <source>“%1” is a database, but not a collection of Tidemark. Open a file that ends in .tidemark, or start a new collection.</source>
        <translation type="unfinished">«%1» es una base de datos, pero no una colección de Tidemark. Abra un archivo que termine en .tidemark o cree una colección nueva.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Choose a collection in it: a file that ends in .tidemark.</source>
        <translation type="unfinished">«%1» es una carpeta. Elija una colección dentro de ella: un archivo que termine en .tidemark.</translation>
    </message>
    <message>
        <source>“%1” is not an ordinary file. Choose a collection.</source>
        <translation type="unfinished">«%1» no es un archivo corriente. Elija una colección.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read. Ask its owner for the permission to read it.</source>
        <translation type="unfinished">No se puede leer «%1». Pida a su propietario permiso de lectura.</translation>
    </message>
    <message>
        <source>“%1” is empty: not a collection. Choose another file or start a new collection.</source>
        <translation type="unfinished">«%1» está vacío: no es una colección. Elija otro archivo o cree una colección nueva.</translation>
    </message>
    <message>
        <source>There is no collection at “%1”. Check the name, or start a new collection there.</source>
        <translation type="unfinished">No hay ninguna colección en «%1». Compruebe el nombre o cree allí una colección nueva.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing or doesn&apos;t work. Install libqt6sql6-sqlite.</source>
        <translation type="unfinished">El controlador SQLite de Qt falta o no funciona. Instale libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>Tidemark runs SQLite %1 and Qt&apos;s driver SQLite %2. With two libraries a collection could be spoiled, so Tidemark stops here: build it against the SQLite that Qt uses.</source>
        <translation type="unfinished">Tidemark usa SQLite %1 y el controlador de Qt usa SQLite %2. Con dos bibliotecas una colección podría estropearse, así que Tidemark se detiene aquí: compílelo con el SQLite que usa Qt.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written, so it can only be read. To change it, save a copy elsewhere.</source>
        <translation type="unfinished">No se puede escribir en «%1», así que solo se puede leer. Para cambiarla, guarde una copia en otro lugar.</translation>
    </message>
    <message>
        <source>“%1” was made by a newer Tidemark, so here it can only be read. Update Tidemark to change it.</source>
        <translation type="unfinished">«%1» se creó con un Tidemark más reciente, así que aquí solo se puede leer. Actualice Tidemark para cambiarla.</translation>
    </message>
    <message>
        <source>“%1” was made by an older Tidemark and has to be brought up to date, but it can&apos;t be written. Copy it to a folder of your own and open the copy.</source>
        <translation type="unfinished">«%1» se creó con un Tidemark más antiguo y hay que actualizarla, pero no se puede escribir en ella. Cópiela a una carpeta propia y abra la copia.</translation>
    </message>
    <message>
        <source>The collection has no story %1.</source>
        <translation type="unfinished">La colección no tiene ningún relato %1.</translation>
    </message>
    <message>
        <source>“%1” is the collection&apos;s own setting.</source>
        <translation type="unfinished">«%1» es un ajuste propio de la colección.</translation>
    </message>
    <message>
        <source>“%1” changes without a pause. Try again when that is over.</source>
        <translation type="unfinished">«%1» cambia sin pausa. Inténtelo de nuevo cuando termine.</translation>
    </message>
    <message>
        <source>This collection has a source called “%1” already. Choose another name.</source>
        <translation type="unfinished">Esta colección ya tiene una fuente llamada «%1». Elija otro nombre.</translation>
    </message>
    <message>
        <source>This codebook is not in the collection any more.</source>
        <translation type="unfinished">Este libro de códigos ya no está en la colección.</translation>
    </message>
    <message>
        <source>Codebook %1, which is not in force, can&apos;t be read: %2</source>
        <translation type="unfinished">El libro de códigos %1, que no está en vigor, no se puede leer: %2</translation>
    </message>
    <message>
        <source>“%1” was changed or removed while it was fetched, so what came after that was not taken. Fetch it again.</source>
        <translation type="unfinished">«%1» se cambió o se quitó mientras se descargaba, por lo que no se tomó lo que llegó después. Descárguela de nuevo.</translation>
    </message>
    <message>
        <source>The view “%1” can&apos;t be read: %2</source>
        <translation type="unfinished">No se puede leer la vista «%1»: %2</translation>
    </message>
    <message>
        <source>The attributes of story %1 can&apos;t be read.</source>
        <translation type="unfinished">No se pueden leer los atributos del relato %1.</translation>
    </message>
    <message>
        <source>More is wrong; the first %1 findings are told.</source>
        <translation type="unfinished">Hay más errores; se indican los primeros %1.</translation>
    </message>
    <message>
        <source>An import into it isn&apos;t done: until that or the next opening for changes has ended, words find too few stories, and answers aren&apos;t linked to what they answer.</source>
        <translation type="unfinished">Una importación en ella no ha terminado: hasta que termine, o hasta que se abra la próxima vez para cambiarla, las palabras encuentran muy pocos relatos y las respuestas no están enlazadas con aquello a lo que responden.</translation>
    </message>
    <message>
        <source>An import into it isn&apos;t done: until that or the next opening for changes has ended, words find too few stories.</source>
        <translation type="unfinished">Una importación en ella no ha terminado: hasta que acabe, o hasta la próxima apertura para cambiarla, las palabras encuentran muy pocos relatos.</translation>
    </message>
    <message>
        <source>%1 keys that stories are known by can&apos;t be told any more: once forgotten, these stories may come in again.</source>
        <translation type="unfinished">%1 claves por las que se reconocen los relatos ya no se pueden indicar: una vez olvidados, estos relatos pueden volver a entrar.</translation>
    </message>
</context>
<context>
    <name>StoryDocument</name>
    <message>
        <source>by rule</source>
        <translation type="unfinished">por regla</translation>
    </message>
    <message>
        <source>by model</source>
        <translation type="unfinished">por modelo</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished">a mano</translation>
    </message>
    <message>
        <source>The record&apos;s time could not be read: %1</source>
        <translation type="unfinished">La fecha del registro no se pudo leer: %1</translation>
    </message>
    <message>
        <source>The record names no time zone; its time is read as UTC.</source>
        <translation type="unfinished">El registro no indica zona horaria; su hora se lee como UTC.</translation>
    </message>
    <message>
        <source>%1 (detected)</source>
        <translation type="unfinished">%1 (detectado)</translation>
    </message>
    <message>
        <source>The author&apos;s content warning: </source>
        <translation type="unfinished">Aviso de contenido del autor: </translation>
    </message>
    <message>
        <source>Marked as sensitive where it was shared.</source>
        <translation type="unfinished">Marcado como sensible donde se compartió.</translation>
    </message>
    <message>
        <source>This is the beginning of a text of %1 characters. </source>
        <translation type="unfinished">Este es el comienzo de un texto de %1 caracteres. </translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished">Mostrar más</translation>
    </message>
    <message>
        <source>The record holds only the beginning of this text.</source>
        <translation type="unfinished">El registro contiene solo el comienzo de este texto.</translation>
    </message>
    <message>
        <source>Pictures, as described by the author</source>
        <translation type="unfinished">Imágenes, según las describe el autor</translation>
    </message>
    <message>
        <source>In reply to</source>
        <translation type="unfinished">En respuesta a</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished">Cita a</translation>
    </message>
    <message>
        <source>Show story %1</source>
        <translation type="unfinished">Mostrar el relato %1</translation>
    </message>
    <message>
        <source>Not in this collection.</source>
        <translation type="unfinished">No está en esta colección.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished">Nota</translation>
    </message>
    <message>
        <source>Not %1 (%2)</source>
        <translation type="unfinished">No %1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished">%1 (%2)</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Temas</translation>
    </message>
    <message>
        <source>No theme</source>
        <translation type="unfinished">Ningún tema</translation>
    </message>
    <message>
        <source>Before it was edited, %1</source>
        <translation type="unfinished">Antes de editarse, %1</translation>
    </message>
    <message>
        <source>Before it was edited</source>
        <translation type="unfinished">Antes de editarse</translation>
    </message>
    <message>
        <source>Further columns</source>
        <translation type="unfinished">Otras columnas</translation>
    </message>
    <message>
        <source>%1: </source>
        <translation type="unfinished">%1: </translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished">editado</translation>
    </message>
    <message>
        <source>story %1</source>
        <translation type="unfinished">relato %1</translation>
    </message>
    <message>
        <source>Open at %1</source>
        <translation type="unfinished">Abrir en %1</translation>
    </message>
    <message>
        <source>Also %1</source>
        <translation type="unfinished">También %1</translation>
    </message>
    <message>
        <source>%1, record %2, imported %3</source>
        <translation type="unfinished">%1, registro %2, importado %3</translation>
    </message>
    <message>
        <source>for it its rule</source>
        <translation type="unfinished">a favor su regla</translation>
    </message>
    <message>
        <source>for it %1</source>
        <translation type="unfinished">a favor %1</translation>
    </message>
    <message>
        <source>against it %1</source>
        <translation type="unfinished">en contra %1</translation>
    </message>
    <message>
        <source>Replies in this collection</source>
        <translation type="unfinished">Respuestas en esta colección</translation>
    </message>
    <message>
        <source>covered</source>
        <translation type="unfinished">cubierto</translation>
    </message>
    <message>
        <source>%1 word</source>
        <translation type="unfinished">%1 palabra</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation type="unfinished">%1 palabras</translation>
    </message>
    <message>
        <source>reposted once</source>
        <translation type="unfinished">republicado una vez</translation>
    </message>
    <message>
        <source>reposted %1 times</source>
        <translation type="unfinished">republicado %1 veces</translation>
    </message>
    <message>
        <source>one near-copy in this collection</source>
        <translation type="unfinished">una casi copia en esta colección</translation>
    </message>
    <message>
        <source>%1 near-copies in this collection</source>
        <translation type="unfinished">%1 casi copias en esta colección</translation>
    </message>
    <message>
        <source>agreed upon by the coders</source>
        <translation type="unfinished">acordado por quienes codifican</translation>
    </message>
    <message>
        <source>by hand: %1</source>
        <translation type="unfinished">a mano: %1</translation>
    </message>
    <message>
        <source>the rule of no other voice holds</source>
        <translation type="unfinished">no se cumple la regla de ninguna otra voz</translation>
    </message>
    <message>
        <source>hardly a word beside tags, names and links</source>
        <translation type="unfinished">apenas una palabra aparte de etiquetas, nombres y enlaces</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished">Voz</translation>
    </message>
    <message>
        <source>probability %1, cut %2</source>
        <translation type="unfinished">probabilidad %1, umbral %2</translation>
    </message>
    <message>
        <source>What the file said in them is damaged and can&apos;t be read.</source>
        <translation type="unfinished">Lo que el archivo decía en ellas está dañado y no se puede leer.</translation>
    </message>
    <message>
        <source>Hidden in a blind round, as is the voice</source>
        <translation type="unfinished">Oculto en una ronda a ciegas, al igual que la voz</translation>
    </message>
</context>
<context>
    <name>Subscription</name>
    <message>
        <source>“%1” is no address. Give one like https://server.example.</source>
        <translation type="unfinished">«%1» no es una dirección. Indique una como https://server.example.</translation>
    </message>
    <message>
        <source>Name the hashtags that are to be followed.</source>
        <translation type="unfinished">Indique los hashtags que se deben seguir.</translation>
    </message>
    <message>
        <source>Servers take at most four hashtags together.</source>
        <translation type="unfinished">Los servidores admiten como máximo cuatro hashtags juntos.</translation>
    </message>
    <message>
        <source>Say what is to be searched for.</source>
        <translation type="unfinished">Indique lo que se debe buscar.</translation>
    </message>
    <message>
        <source>Bluesky lets nobody search without an account: name yours, and give an app password of it.</source>
        <translation type="unfinished">Bluesky no deja buscar a nadie sin cuenta: indique la suya y una contraseña de aplicación de ella.</translation>
    </message>
    <message>
        <source>X takes money for every post that is read: set a budget, how many one fetch may read at most (10 or more).</source>
        <translation type="unfinished">X cobra por cada publicación que se lee: fije un presupuesto, cuántas puede leer como máximo una descarga (10 o más).</translation>
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
        <translation type="unfinished">Canal</translation>
    </message>
    <message>
        <source>%1 lets nobody in without a password or token, and none is known here, so nothing was asked. Edit the source to give it.</source>
        <translation type="unfinished">%1 no deja entrar a nadie sin contraseña o token, y aquí no se conoce ninguno; por eso no se preguntó nada. Edite la fuente para indicarlo.</translation>
    </message>
    <message>
        <source>“%1” may read up to %2 posts of X, each of which costs money. In this month it has read %3.</source>
        <translation type="unfinished">«%1» puede leer hasta %2 publicaciones de X, cada una de las cuales cuesta dinero. Este mes ha leído %3.</translation>
    </message>
    <message>
        <source>By schedule, X is asked only within a budget for the month, since nobody is asked first: set one (10 or more), or have it fetched only when asked.</source>
        <translation type="unfinished">Según un horario, X solo se consulta dentro de un presupuesto para el mes, porque no se consulta a nadie antes: fije uno (10 o más), o haga que se descargue solo cuando se pida.</translation>
    </message>
    <message>
        <source>X takes money for each of its stories that still stands there. The collection holds %1 of X.</source>
        <translation type="unfinished">X cobra por cada uno de sus relatos que siga allí. La colección contiene %1 de X.</translation>
    </message>
    <message>
        <source>The address holds a name or password, which would be kept where everybody can read it. Leave it out.</source>
        <translation type="unfinished">La dirección contiene un nombre o una contraseña, que quedaría guardada a la vista de todos. Omítala.</translation>
    </message>
    <message>
        <source>“%1” is no hashtag: these have letters, digits and underscores alone.</source>
        <translation type="unfinished">«%1» no es una etiqueta: estas solo tienen letras, cifras y guiones bajos.</translation>
    </message>
    <message>
        <source>X takes at most %1 letters in a query, and this one has %2. Make it shorter, or split it in two sources.</source>
        <translation type="unfinished">X acepta como mucho %1 caracteres en una consulta, y esta tiene %2. Acórtela o repártala en dos fuentes.</translation>
    </message>
    <message>
        <source>“%1” would be asked over http, where anybody on the way can read along. Only https is used: try the address with https.</source>
        <translation type="unfinished">A «%1» se le preguntaría por http, donde cualquiera puede leer por el camino. Solo se usa https: pruebe la dirección con https.</translation>
    </message>
    <message>
        <source>“%1” asks for the very same already.</source>
        <translation type="unfinished">«%1» ya pide exactamente lo mismo.</translation>
    </message>
    <message>
        <source>There is a source called “%1” already. Choose another name.</source>
        <translation type="unfinished">Ya hay una fuente llamada «%1». Elija otro nombre.</translation>
    </message>
    <message>
        <source>The token or password holds a line break or the like, which none has. Copy it again, from its first letter to its last.</source>
        <translation type="unfinished">La clave o contraseña contiene un salto de línea o algo parecido, que ninguna tiene. Cópiela de nuevo, desde el primer carácter hasta el último.</translation>
    </message>
</context>
<context>
    <name>TableForm</name>
    <message>
        <source>“%1” can&apos;t separate columns. Give one sign, such as ; or |, or the word tab.</source>
        <translation type="unfinished">«%1» no puede separar columnas. Indique un signo, como ; o |, o la palabra tab.</translation>
    </message>
    <message>
        <source>“quote” can be double, single, backslash or none, not “%1”.</source>
        <translation type="unfinished">«quote» puede ser double, single, backslash o none, no «%1».</translation>
    </message>
    <message>
        <source>There is no encoding “%1”. Write it like UTF-8, windows-1252, macintosh or Shift_JIS.</source>
        <translation type="unfinished">No existe la codificación «%1». Escríbala como UTF-8, windows-1252, macintosh o Shift_JIS.</translation>
    </message>
</context>
<context>
    <name>TableReader</name>
    <message>
        <source>the line of column names once more</source>
        <translation type="unfinished">la línea con los nombres de las columnas, repetida</translation>
    </message>
    <message>
        <source>%1 lacks the column “%2” of the form that it was taken for. Import it as csv.</source>
        <translation type="unfinished">A %1 le falta la columna «%2» de la forma que se le supuso. Impórtelo como csv.</translation>
    </message>
    <message>
        <source>The id “%1” is not whole: a spreadsheet shortened it, so its last digits are lost. Take the file as it was before.</source>
        <translation type="unfinished">El id «%1» no está completo: una hoja de cálculo lo acortó, por lo que se han perdido sus últimas cifras. Use el archivo tal como estaba antes.</translation>
    </message>
    <message>
        <source>not public</source>
        <translation type="unfinished">no es público</translation>
    </message>
</context>
<context>
    <name>TextStream</name>
    <message>
        <source>The text is not UTF-8; it was read as %1. If letters look wrong, save the file as UTF-8 and import it again.</source>
        <translation type="unfinished">El texto no es UTF-8; se leyó como %1. Si hay letras incorrectas, guarde el archivo como UTF-8 e impórtelo de nuevo.</translation>
    </message>
    <message>
        <source>The text was read as %1.</source>
        <translation type="unfinished">El texto se leyó como %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters could not be read and were replaced by the sign for an unreadable one.</source>
        <translation type="unfinished">
            <numerusform>%n carácter no se pudo leer y se sustituyó por el signo de carácter ilegible.</numerusform>
            <numerusform>%n caracteres no se pudieron leer y se sustituyeron por el signo de carácter ilegible.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThemePage</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished">%1 (%2 a %3)</translation>
    </message>
    <message>
        <source>%1 of %2 have it, %3.</source>
        <translation type="unfinished">%1 de %2 lo tienen, %3.</translation>
    </message>
    <message>
        <source>A model that learned from codings by hand codes it.</source>
        <translation type="unfinished">Lo codifica un modelo que aprendió de codificaciones a mano.</translation>
    </message>
    <message>
        <source>Its rule codes it, where nobody did by hand.</source>
        <translation type="unfinished">Lo codifica su regla, donde nadie lo hizo a mano.</translation>
    </message>
    <message>
        <source>Beside %1 that people coded with it, present or absent, the rule has a precision of %2 and a recall of %3, with the 95 percent interval after Wilson.</source>
        <translation type="unfinished">Frente a %1 que alguien codificó con él, presente o ausente, la regla tiene una precisión de %2 y una exhaustividad de %3, con el intervalo de Wilson del 95 por ciento.</translation>
    </message>
    <message>
        <source>Nobody has coded it by hand here, so how good it is has not been measured.</source>
        <translation type="unfinished">Aquí nadie lo ha codificado a mano, así que no se ha medido lo bueno que es.</translation>
    </message>
    <message>
        <source>Words that set it apart: log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008), over %1 with it and %2 without, in the languages in which it is found, drawn evenly over time.</source>
        <translation type="unfinished">Palabras que lo distinguen: razón logarítmica de probabilidades con una distribución a priori de Dirichlet informativa (Monroe, Colaresi y Quinn 2008), sobre %1 con él y %2 sin él, en los idiomas en que se encuentra, tomados por igual a lo largo del tiempo.</translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished">Palabra</translation>
    </message>
    <message>
        <source>With it</source>
        <translation type="unfinished">Con él</translation>
    </message>
    <message>
        <source>Without</source>
        <translation type="unfinished">Sin él</translation>
    </message>
    <message>
        <source>z</source>
        <translation type="unfinished">z</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished">Tema</translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished">Ambos</translation>
    </message>
    <message>
        <source>Share of its stories</source>
        <translation type="unfinished">Parte de sus relatos</translation>
    </message>
    <message>
        <source>Times as often as by chance</source>
        <translation type="unfinished">Veces más que por azar</translation>
    </message>
    <message>
        <source>Typical stories are the most probable ones after the model, doubtful ones lie next to its cut.</source>
        <translation type="unfinished">Los relatos típicos son los más probables según el modelo; los dudosos quedan junto a su umbral.</translation>
    </message>
    <message>
        <source>Typical stories say most of the words above, doubtful ones least.</source>
        <translation type="unfinished">Los relatos típicos dicen más de las palabras de arriba; los dudosos, menos.</translation>
    </message>
    <message>
        <source>When it was learned, the model was tried on %1 coded by hand, each kept aside while the rest was learned: it has a precision of %2 and a recall of %3, with the 95 percent interval after Wilson.</source>
        <translation type="unfinished">Cuando se aprendió, el modelo se probó con %1 codificados a mano, cada uno reservado mientras se aprendía de los demás: tiene una precisión de %2 y una exhaustividad de %3, con el intervalo de Wilson del 95 por ciento.</translation>
    </message>
    <message>
        <source>How good the model is was not kept with it; learn the theme anew to know.</source>
        <translation type="unfinished">No se guardó con el modelo lo bueno que es; aprenda el tema de nuevo para saberlo.</translation>
    </message>
    <message>
        <source>Nobody has coded it by hand here, so the rule can&apos;t be set beside it.</source>
        <translation type="unfinished">Aquí nadie lo ha codificado a mano, así que no se puede comparar la regla con el modelo.</translation>
    </message>
</context>
<context>
    <name>TidemarkReader</name>
    <message>
        <source>It is not a JSON object.</source>
        <translation type="unfinished">No es un objeto JSON.</translation>
    </message>
    <message>
        <source>%1 does not begin with the line {&quot;format&quot;:&quot;tidemark-stories&quot;,&quot;version&quot;:1} that this form needs.</source>
        <translation type="unfinished">%1 no empieza por la línea {&quot;format&quot;:&quot;tidemark-stories&quot;,&quot;version&quot;:1} que esta forma necesita.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Tidemark. Update Tidemark to read it.</source>
        <translation type="unfinished">%1 se escribió con un Tidemark más reciente. Actualice Tidemark para leerlo.</translation>
    </message>
    <message>
        <source>All stories in this file are invented.</source>
        <translation type="unfinished">Todos los relatos de este archivo son inventados.</translation>
    </message>
    <message>
        <source>Tidemark&apos;s own JSON Lines</source>
        <translation type="unfinished">JSON Lines propio de Tidemark</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>Undated</source>
        <translation type="unfinished">Sin fecha</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation type="unfinished">Semana del %1</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished">%1 a %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished">%1 de %2</translation>
    </message>
    <message>
        <source>%1 story</source>
        <translation type="unfinished">%1 relato</translation>
    </message>
    <message>
        <source>%1 stories</source>
        <translation type="unfinished">%1 relatos</translation>
    </message>
    <message>
        <source>%1 post</source>
        <translation type="unfinished">%1 publicación</translation>
    </message>
    <message>
        <source>%1 posts</source>
        <translation type="unfinished">%1 publicaciones</translation>
    </message>
    <message>
        <source>%1 account</source>
        <translation type="unfinished">%1 cuenta</translation>
    </message>
    <message>
        <source>%1 distinct accounts</source>
        <translation type="unfinished">%1 cuentas distintas</translation>
    </message>
    <message>
        <source>So long a time has more than %1 %2, so %3 are shown. Select a shorter span and choose Chart &gt; Only the Selected Span.</source>
        <translation type="unfinished">Un tiempo tan largo tiene más de %1 %2, por lo que se muestran %3. Seleccione un tramo más corto y elija Gráfico &gt; Solo el tramo seleccionado.</translation>
    </message>
    <message>
        <source> (%1%2 %)</source>
        <translation type="unfinished"> (%1%2&#xa0;%)</translation>
    </message>
    <message>
        <source>Select a span to see an earlier one of the same length beside it.</source>
        <translation type="unfinished">Seleccione un tramo para ver a su lado otro anterior de la misma duración.</translation>
    </message>
    <message>
        <source>The collection has nothing as early as the span to compare with.</source>
        <translation type="unfinished">La colección no tiene nada tan temprano como el tramo con el que comparar.</translation>
    </message>
    <message>
        <source>Dashed: %1. Distinct accounts of several steps don&apos;t add up.</source>
        <translation type="unfinished">Discontinua: %1. Las cuentas distintas de varios intervalos no suman el total.</translation>
    </message>
    <message>
        <source>%1: %2%3. Dashed: %4: %5.</source>
        <translation type="unfinished">%1: %2%3. Discontinua: %4: %5.</translation>
    </message>
    <message>
        <source>No bursts</source>
        <translation type="unfinished">Sin ráfagas</translation>
    </message>
    <message>
        <source>Bracket: one burst</source>
        <translation type="unfinished">Corchete: una ráfaga</translation>
    </message>
    <message>
        <source>Brackets: %1 bursts</source>
        <translation type="unfinished">Corchetes: %1 ráfagas</translation>
    </message>
    <message>
        <source>%1, after Kleinberg&apos;s two-state model: %2 times the mean rate, price of a change %3.</source>
        <translation type="unfinished">%1, según el modelo de dos estados de Kleinberg: %2 veces la tasa media, coste de un cambio %3.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished">minutos</translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished">horas</translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished">días</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation type="unfinished">semanas</translation>
    </message>
    <message>
        <source>months</source>
        <translation type="unfinished">meses</translation>
    </message>
    <message>
        <source>years</source>
        <translation type="unfinished">años</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1: %2</translation>
    </message>
    <message>
        <source>burst, %1</source>
        <translation type="unfinished">ráfaga, %1</translation>
    </message>
    <message>
        <source>No dated stories</source>
        <translation type="unfinished">Ningún relato con fecha</translation>
    </message>
    <message>
        <source>A story with several themes counts once for each of them.</source>
        <translation type="unfinished">Un relato con varios temas cuenta una vez para cada uno de ellos.</translation>
    </message>
    <message>
        <source>Lines, for on a logarithmic scale stacked bars don&apos;t add up.</source>
        <translation type="unfinished">Líneas, porque en una escala logarítmica las barras apiladas no suman el total.</translation>
    </message>
    <message>
        <source>Mean of %1 %2, the one in the middle among them.</source>
        <translation type="unfinished">Media centrada de %1 %2.</translation>
    </message>
    <message>
        <source>Only %1 is shown.</source>
        <translation type="unfinished">Solo se muestra %1.</translation>
    </message>
    <message>
        <source>The span to compare with is out of sight as long as only the selected one is shown.</source>
        <translation type="unfinished">El tramo con el que comparar queda fuera de la vista mientras solo se muestre el seleccionado.</translation>
    </message>
</context>
<context>
    <name>TwarcCsvReader</name>
    <message>
        <source>Twitter API v2, CSV by twarc</source>
        <translation type="unfinished">API de Twitter v2, CSV de twarc</translation>
    </message>
</context>
<context>
    <name>TwitterCompliance</name>
    <message>
        <source>a notice of the stream</source>
        <translation type="unfinished">un aviso del flujo</translation>
    </message>
    <message>
        <source>a post of a protected account, which only its followers could see</source>
        <translation type="unfinished">una publicación de una cuenta protegida, que solo podían ver sus seguidores</translation>
    </message>
</context>
<context>
    <name>TwitterV1Reader</name>
    <message>
        <source>an error message instead of a story</source>
        <translation type="unfinished">un mensaje de error en lugar de un relato</translation>
    </message>
    <message>
        <source>a user, not a story</source>
        <translation type="unfinished">un usuario, no un relato</translation>
    </message>
    <message>
        <source>It is not a tweet as API v1.1 writes it.</source>
        <translation type="unfinished">No es un tuit como los escribe la API v1.1.</translation>
    </message>
    <message>
        <source>Twitter API v1.1, JSON Lines</source>
        <translation type="unfinished">API de Twitter v1.1, JSON Lines</translation>
    </message>
    <message>
        <source>a private message, which is never imported</source>
        <translation type="unfinished">un mensaje privado, que nunca se importa</translation>
    </message>
    <message>
        <source>a list of accounts, not a story</source>
        <translation type="unfinished">una lista de cuentas, no un relato</translation>
    </message>
</context>
<context>
    <name>TwitterV2Reader</name>
    <message>
        <source>a user, not a story</source>
        <translation type="unfinished">un usuario, no un relato</translation>
    </message>
    <message>
        <source>a list of accounts, not a story</source>
        <translation type="unfinished">una lista de cuentas, no un relato</translation>
    </message>
    <message>
        <source>a count, not a story</source>
        <translation type="unfinished">un recuento, no un relato</translation>
    </message>
    <message>
        <source>It is not a tweet as API v2 writes it.</source>
        <translation type="unfinished">No es un tuit como los escribe la API v2.</translation>
    </message>
    <message>
        <source>an error message instead of a story</source>
        <translation type="unfinished">un mensaje de error en lugar de un relato</translation>
    </message>
    <message>
        <source>a page without results</source>
        <translation type="unfinished">una página sin resultados</translation>
    </message>
    <message>
        <source>only what belongs to stories, without them</source>
        <translation type="unfinished">solo lo que acompaña a los relatos, sin ellos</translation>
    </message>
    <message>
        <source>Twitter API v2, JSON Lines</source>
        <translation type="unfinished">API de Twitter v2, JSON Lines</translation>
    </message>
    <message>
        <source>a private message, which is never imported</source>
        <translation type="unfinished">un mensaje privado, que nunca se importa</translation>
    </message>
    <message>
        <source>a live conversation, not a story</source>
        <translation type="unfinished">una conversación en directo, no un relato</translation>
    </message>
    <message numerus="yes">
        <source>X didn&apos;t give %n posts that are referred to here: they were gone, or not for everyone to see. What the collection holds of them stays until you ask whether its stories still stand there.</source>
        <translation type="unfinished">
            <numerusform>X no entregó %n publicación a la que aquí se hace referencia: ya no existía o no era visible para todos. Lo que la colección tiene de ella permanece hasta que pregunte si sus relatos siguen allí.</numerusform>
            <numerusform>X no entregó %n publicaciones a las que aquí se hace referencia: ya no existían o no eran visibles para todos. Lo que la colección tiene de ellas permanece hasta que pregunte si sus relatos siguen allí.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Testimony</source>
        <translation type="unfinished">Testimonio</translation>
    </message>
    <message>
        <source>Solidarity</source>
        <translation type="unfinished">Solidaridad</translation>
    </message>
    <message>
        <source>Support</source>
        <translation type="unfinished">Apoyo</translation>
    </message>
    <message>
        <source>Commentary</source>
        <translation type="unfinished">Comentario</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished">Desconocida</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Codebooks and collections (*.json *.csv *.tsv *.qdc *.tidemark)</source>
        <translation type="unfinished">Libros de códigos y colecciones (*.json *.csv *.tsv *.qdc *.tidemark)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished">Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>XArchiveReader</name>
    <message>
        <source>It is not a tweet as X&apos;s archives hold them.</source>
        <translation type="unfinished">No es un tuit como los que contienen los archivos de X.</translation>
    </message>
    <message>
        <source>Part of an archive that X gives its users</source>
        <translation type="unfinished">Parte de un archivo que X entrega a sus usuarios</translation>
    </message>
    <message>
        <source>Archive that X gives its users</source>
        <translation type="unfinished">Archivo que X entrega a sus usuarios</translation>
    </message>
    <message>
        <source>no tweet</source>
        <translation type="unfinished">ningún tuit</translation>
    </message>
</context>
<context>
    <name>Xml</name>
    <message>
        <source>The XML breaks off in line %1: %2.</source>
        <translation type="unfinished">El XML se corta en la línea %1: %2.</translation>
    </message>
    <message>
        <source>Files that the XML refers to were not read.</source>
        <translation type="unfinished">No se leyeron los archivos a los que remite el XML.</translation>
    </message>
    <message>
        <source>The XML is nested more than 256 levels deep.</source>
        <translation type="unfinished">El XML está anidado a más de 256 niveles de profundidad.</translation>
    </message>
    <message>
        <source>The XML has a tag of more than 64 KiB or 256 attributes.</source>
        <translation type="unfinished">El XML tiene una etiqueta de más de 64 KiB o de más de 256 atributos.</translation>
    </message>
    <message>
        <source>The XML&apos;s own entities stand for more than 64 KiB.</source>
        <translation type="unfinished">Las entidades propias del XML representan más de 64 KiB.</translation>
    </message>
    <message>
        <source>The XML&apos;s own entities refer to each other more than 16 levels deep.</source>
        <translation type="unfinished">Las entidades propias del XML remiten unas a otras a más de 16 niveles de profundidad.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters that XML doesn&apos;t allow were replaced by the sign for an unreadable one.</source>
        <translation type="unfinished">
            <numerusform>%n carácter que XML no permite se sustituyó por el signo de carácter ilegible.</numerusform>
            <numerusform>%n caracteres que XML no permite se sustituyeron por el signo de carácter ilegible.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signs &amp; that stood alone were taken as text.</source>
        <translation type="unfinished">
            <numerusform>%n signo &amp; que estaba suelto se tomó como texto.</numerusform>
            <numerusform>%n signos &amp; que estaban sueltos se tomaron como texto.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ZeeschuimerReader</name>
    <message>
        <source>a post of %1 as Zeeschuimer captures it, which Tidemark can&apos;t read</source>
        <translation type="unfinished">una publicación de %1 tal como la captura Zeeschuimer, que Tidemark no puede leer</translation>
    </message>
    <message>
        <source>a tweet that was not shown when it was captured</source>
        <translation type="unfinished">un tuit que no se mostraba cuando se capturó</translation>
    </message>
    <message>
        <source>Zeeschuimer capture of Twitter/X, JSON Lines</source>
        <translation type="unfinished">captura de Twitter/X con Zeeschuimer, JSON Lines</translation>
    </message>
</context>
<context>
    <name>tidemark::AboutDialog</name>
    <message>
        <source>About Tidemark</source>
        <translation type="unfinished">Acerca de Tidemark</translation>
    </message>
    <message>
        <source>Tidemark %1</source>
        <translation type="unfinished">Tidemark %1</translation>
    </message>
    <message>
        <source>Read what a movement said.</source>
        <translation type="unfinished">Leer lo que dijo un movimiento.</translation>
    </message>
    <message>
        <source>Everything stays on this computer: Tidemark has no account, sends nothing and fetches nothing that you did not ask for.</source>
        <translation type="unfinished">Todo permanece en este equipo: Tidemark no tiene cuentas, no envía nada y no descarga nada que usted no haya pedido.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished">Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.</translation>
    </message>
</context>
<context>
    <name>tidemark::AgreementDialog</name>
    <message>
        <source>Comparing ...</source>
        <translation type="unfinished">Comparando ...</translation>
    </message>
    <message>
        <source>Agreement by theme</source>
        <translation type="unfinished">Acuerdo por tema</translation>
    </message>
    <message>
        <source>Stories to settle</source>
        <translation type="unfinished">Relatos por resolver</translation>
    </message>
    <message>
        <source>Agreement of Coders</source>
        <translation type="unfinished">Acuerdo entre codificadores</translation>
    </message>
    <message>
        <source>The Theme Is &amp;There</source>
        <translation type="unfinished">El tema &amp;está presente</translation>
    </message>
    <message>
        <source>It Is &amp;Not There</source>
        <translation type="unfinished">&amp;No está presente</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Deshacer</translation>
    </message>
    <message>
        <source>Nothing was coded by two people yet. Collection &gt; Code Stories has a second, blind round; “tidemark themes label” takes a coder’s answers out of a column.</source>
        <translation type="unfinished">Todavía nada fue codificado por dos personas. Colección &gt; Codificar relatos ofrece una segunda ronda a ciegas; «tidemark themes label» toma las respuestas de una persona de una columna.</translation>
    </message>
    <message>
        <source>Over the stories that at least two coded. The interval holds 95 % (stories drawn anew a thousand times). What you settle becomes the coding by hand; the coders’ answers, and these figures, stay.</source>
        <translation type="unfinished">Sobre los relatos que codificaron al menos dos. El intervalo es del 95 % (relatos extraídos de nuevo mil veces). Lo que usted resuelva pasa a ser la codificación a mano; las respuestas de los codificadores y estas cifras se conservan.</translation>
    </message>
</context>
<context>
    <name>tidemark::AgreementModel</name>
    <message>
        <source>unnamed</source>
        <translation type="unfinished">sin nombre</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation type="unfinished">no definido</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished">%1 (%2 a %3)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished">%1&#xa0;%</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished">Tema</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished">Codificadores</translation>
    </message>
    <message>
        <source>Stories coded by two</source>
        <translation type="unfinished">Codificados por dos</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished">Acuerdo</translation>
    </message>
    <message>
        <source>Krippendorff’s alpha</source>
        <translation type="unfinished">Alfa de Krippendorff</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation type="unfinished">Por resolver</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation type="unfinished">Resueltos</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished">Voz</translation>
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
        <translation type="unfinished">Tecla %1</translation>
    </message>
    <message>
        <source>Key %1, then the theme’s name</source>
        <translation type="unfinished">Tecla %1 y luego el nombre del tema</translation>
    </message>
</context>
<context>
    <name>tidemark::Banners</name>
    <message>
        <source>These posts are invented. Import your own to begin.</source>
        <translation type="unfinished">Estas publicaciones son inventadas. Importe las suyas para empezar.</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation type="unfinished">Importar...</translation>
    </message>
    <message>
        <source>New Collection...</source>
        <translation type="unfinished">Nueva colección...</translation>
    </message>
    <message>
        <source>Collections are kept on this computer and are not encrypted. Keep them on an encrypted disk.</source>
        <translation type="unfinished">Las colecciones se guardan en este equipo y no están cifradas. Guárdelas en un disco cifrado.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished">Entendido</translation>
    </message>
    <message>
        <source>Some stories tell of violence. You can have chosen themes covered until you uncover them.</source>
        <translation type="unfinished">Algunos relatos hablan de violencia. Los temas que elija pueden quedar cubiertos hasta que usted los descubra.</translation>
    </message>
    <message>
        <source>Choose Themes...</source>
        <translation type="unfinished">Elegir temas...</translation>
    </message>
    <message>
        <source>Cover None</source>
        <translation type="unfinished">No cubrir ninguno</translation>
    </message>
    <message>
        <source>Tour, 2 of 3: Drag over the timeline to choose a span of time. Esc clears it.</source>
        <translation type="unfinished">Recorrido, 2 de 3: Arrastre sobre la línea de tiempo para elegir un tramo. Esc lo borra.</translation>
    </message>
    <message>
        <source>Tour, 3 of 3: Choose a story in the list. Space reads on, and ? shows all keys.</source>
        <translation type="unfinished">Recorrido, 3 de 3: Elija un relato de la lista. La barra espaciadora sigue leyendo y ? muestra todas las teclas.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished">Hecho</translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished">Siguiente</translation>
    </message>
    <message>
        <source>Skip the Tour</source>
        <translation type="unfinished">Omitir el recorrido</translation>
    </message>
    <message>
        <source>Tour, 1 of 3: Click one of the themes. The list, the timeline and all counts follow.</source>
        <translation type="unfinished">Recorrido, 1 de 3: Haga clic en uno de los temas. La lista, la línea de tiempo y todos los recuentos lo siguen.</translation>
    </message>
    <message>
        <source>These posts are invented.</source>
        <translation type="unfinished">Estas publicaciones son inventadas.</translation>
    </message>
</context>
<context>
    <name>tidemark::CodebookChoice</name>
    <message>
        <source>Codebook in force</source>
        <translation type="unfinished">Libro de códigos vigente</translation>
    </message>
    <message>
        <source>Codeboo&amp;k</source>
        <translation type="unfinished">Li&amp;bro de códigos</translation>
    </message>
    <message>
        <source>&amp;Add...</source>
        <translation type="unfinished">&amp;Añadir...</translation>
    </message>
    <message>
        <source>Rename...</source>
        <translation type="unfinished">Cambiar nombre...</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation type="unfinished">Eliminar...</translation>
    </message>
    <message>
        <source>The codebook in force can&apos;t be deleted. Use another one first.</source>
        <translation type="unfinished">El libro de códigos vigente no se puede eliminar. Use antes otro.</translation>
    </message>
    <message>
        <source>Coding the stories by %1</source>
        <translation type="unfinished">Codificando los relatos según %1</translation>
    </message>
    <message>
        <source>Adding %1</source>
        <translation type="unfinished">Añadiendo %1</translation>
    </message>
    <message>
        <source>Rename Codebook</source>
        <translation type="unfinished">Cambiar el nombre del libro de códigos</translation>
    </message>
    <message>
        <source>Name of the codebook in force</source>
        <translation type="unfinished">Nombre del libro de códigos vigente</translation>
    </message>
    <message>
        <source>Renaming the codebook</source>
        <translation type="unfinished">Cambiando el nombre del libro de códigos</translation>
    </message>
    <message>
        <source>Delete Codebook</source>
        <translation type="unfinished">Eliminar libro de códigos</translation>
    </message>
    <message>
        <source>Which codebook is to go? What was coded by hand under it goes with it. That can be undone until the collection is closed. The one in force isn&apos;t among them.</source>
        <translation type="unfinished">¿Qué libro de códigos se elimina? Con él desaparece lo codificado a mano. Se puede deshacer hasta que se cierre la colección. El vigente no figura entre ellos.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished">Eliminar</translation>
    </message>
    <message>
        <source>Deleting %1</source>
        <translation type="unfinished">Eliminando %1</translation>
    </message>
</context>
<context>
    <name>tidemark::CodebookDialog</name>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Temas</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished">T&amp;ema</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation type="unfinished">&amp;Regla</translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation type="unfinished">&amp;Nuevo</translation>
    </message>
    <message>
        <source>Ret&amp;ire</source>
        <translation type="unfinished">Ret&amp;irar</translation>
    </message>
    <message>
        <source>&amp;Merge...</source>
        <translation type="unfinished">&amp;Fusionar...</translation>
    </message>
    <message>
        <source>S&amp;plit...</source>
        <translation type="unfinished">Se&amp;parar...</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished">Rehacer</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished">&amp;Guardar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Cerrar</translation>
    </message>
    <message>
        <source>&amp;Versions and Others...</source>
        <translation type="unfinished">&amp;Versiones y otros...</translation>
    </message>
    <message>
        <source>E&amp;xport...</source>
        <translation type="unfinished">E&amp;xportar...</translation>
    </message>
    <message>
        <source>Br&amp;ing Back</source>
        <translation type="unfinished">Re&amp;cuperar</translation>
    </message>
    <message>
        <source>New theme</source>
        <translation type="unfinished">Tema nuevo</translation>
    </message>
    <message>
        <source>A codebook has at most 64 themes, retired ones included. Bring back a retired one instead.</source>
        <translation type="unfinished">Un libro de códigos tiene como máximo 64 temas, incluidos los retirados. Recupere en su lugar uno retirado.</translation>
    </message>
    <message>
        <source>Saving the codebook</source>
        <translation type="unfinished">Guardando el libro de códigos</translation>
    </message>
    <message>
        <source>Retiring %1</source>
        <translation type="unfinished">Retirando %1</translation>
    </message>
    <message>
        <source>Bringing back %1</source>
        <translation type="unfinished">Recuperando %1</translation>
    </message>
    <message>
        <source>Merge Theme</source>
        <translation type="unfinished">Fusionar tema</translation>
    </message>
    <message>
        <source>Into which theme does %1 go? That one finds what either rule found, and has what was coded by hand. %1 is retired.</source>
        <translation type="unfinished">¿En qué tema se integra %1? Ese encuentra lo que encontraba cualquiera de las dos reglas y tiene lo codificado a mano. %1 se retira.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished">Fusionar</translation>
    </message>
    <message>
        <source>Merging %1 into %2</source>
        <translation type="unfinished">Fusionando %1 con %2</translation>
    </message>
    <message>
        <source>Splitting off %1</source>
        <translation type="unfinished">Separando %1</translation>
    </message>
    <message>
        <source>Taking themes over</source>
        <translation type="unfinished">Tomando temas</translation>
    </message>
    <message>
        <source>Export Codebook</source>
        <translation type="unfinished">Exportar libro de códigos</translation>
    </message>
    <message>
        <source>Codebooks (*.json)</source>
        <translation type="unfinished">Libros de códigos (*.json)</translation>
    </message>
    <message>
        <source>Tables of names and definitions (*.csv)</source>
        <translation type="unfinished">Tablas de nombres y definiciones (*.csv)</translation>
    </message>
    <message>
        <source>REFI-QDA codebooks (*.qdc)</source>
        <translation type="unfinished">Libros de códigos REFI-QDA (*.qdc)</translation>
    </message>
    <message>
        <source>The codebook was written to %1.</source>
        <translation type="unfinished">El libro de códigos se escribió en %1.</translation>
    </message>
    <message>
        <source>Undoing: %1</source>
        <translation type="unfinished">Deshaciendo: %1</translation>
    </message>
    <message>
        <source>Redoing: %1</source>
        <translation type="unfinished">Rehaciendo: %1</translation>
    </message>
    <message>
        <source>A change is still being made. Wait for it, or stop it.</source>
        <translation type="unfinished">Todavía se está haciendo un cambio. Espere o deténgalo.</translation>
    </message>
    <message>
        <source>The codebook has changes that are not saved.</source>
        <translation type="unfinished">El libro de códigos tiene cambios sin guardar.</translation>
    </message>
    <message>
        <source>Discard Them</source>
        <translation type="unfinished">Descartarlos</translation>
    </message>
    <message>
        <source>The chosen theme</source>
        <translation type="unfinished">El tema elegido</translation>
    </message>
</context>
<context>
    <name>tidemark::CodingBar</name>
    <message>
        <source>Coding</source>
        <translation type="unfinished">Codificando</translation>
    </message>
    <message>
        <source>%1 of %2 coded</source>
        <translation type="unfinished">%1 de %2 codificados</translation>
    </message>
    <message>
        <source>blind: what others said is hidden</source>
        <translation type="unfinished">a ciegas: lo que dijeron otros está oculto</translation>
    </message>
    <message>
        <source>all is coded</source>
        <translation type="unfinished">todo está codificado</translation>
    </message>
    <message>
        <source>the rest was passed over; choose one in the list to code it</source>
        <translation type="unfinished">el resto se pasó por alto; elija uno en la lista para codificarlo</translation>
    </message>
    <message>
        <source>choose the voice</source>
        <translation type="unfinished">elija la voz</translation>
    </message>
</context>
<context>
    <name>tidemark::CodingCommands</name>
    <message>
        <source>Coding a story</source>
        <translation type="unfinished">Codificando un relato</translation>
    </message>
    <message>
        <source>Learning what to suggest for %1</source>
        <translation type="unfinished">Aprendiendo qué sugerir para %1</translation>
    </message>
    <message>
        <source>Suggested for %1 by what %2 codings taught: F1 %3 %.</source>
        <translation type="unfinished">Sugeridos para %1 según lo aprendido de %2 codificaciones: F1 %3 %.</translation>
    </message>
    <message>
        <source>None of the stories selected is to be coded this way.</source>
        <translation type="unfinished">Ninguno de los relatos seleccionados se puede codificar así.</translation>
    </message>
    <message>
        <source>To code: %1 stories, seed %2</source>
        <translation type="unfinished">Por codificar: %1 relatos, semilla %2</translation>
    </message>
    <message>
        <source>Settling a difference</source>
        <translation type="unfinished">Resolviendo una diferencia</translation>
    </message>
    <message>
        <source>Undoing: %1</source>
        <translation type="unfinished">Deshaciendo: %1</translation>
    </message>
    <message>
        <source>With 50 codings more it has lately changed by %1 points.</source>
        <translation type="unfinished">Con 50 codificaciones más cambió últimamente %1 puntos.</translation>
    </message>
</context>
<context>
    <name>tidemark::CodingDialog</name>
    <message>
        <source>And the &amp;voice</source>
        <translation type="unfinished">Y la &amp;voz</translation>
    </message>
    <message>
        <source>Code Stories</source>
        <translation type="unfinished">Codificar relatos</translation>
    </message>
    <message>
        <source>The stories selected, in the list’s order</source>
        <translation type="unfinished">Los relatos seleccionados, en el orden de la lista</translation>
    </message>
    <message>
        <source>A sample, from all alike</source>
        <translation type="unfinished">Una muestra, de todos por igual</translation>
    </message>
    <message>
        <source>A sample by month, in proportion</source>
        <translation type="unfinished">Una muestra por mes, en proporción</translation>
    </message>
    <message>
        <source>A sample by theme, in proportion</source>
        <translation type="unfinished">Una muestra por tema, en proporción</translation>
    </message>
    <message>
        <source>A sample by platform, in proportion</source>
        <translation type="unfinished">Una muestra por plataforma, en proporción</translation>
    </message>
    <message>
        <source>What the learner suggests</source>
        <translation type="unfinished">Lo que sugiere lo aprendido</translation>
    </message>
    <message>
        <source>A second, blind round over what others coded</source>
        <translation type="unfinished">Una segunda ronda a ciegas sobre lo que codificaron otros</translation>
    </message>
    <message>
        <source>Who codes; kept with each coding</source>
        <translation type="unfinished">Quién codifica; se guarda con cada codificación</translation>
    </message>
    <message>
        <source>What is coded</source>
        <translation type="unfinished">Qué se codifica</translation>
    </message>
    <message>
        <source>Stories to code</source>
        <translation type="unfinished">Relatos por codificar</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished">Semilla</translation>
    </message>
    <message>
        <source>Themes in question</source>
        <translation type="unfinished">Temas en cuestión</translation>
    </message>
    <message>
        <source>Coder’s name</source>
        <translation type="unfinished">Nombre de quien codifica</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation type="unfinished">&amp;Qué</translation>
    </message>
    <message>
        <source>&amp;Stories</source>
        <translation type="unfinished">&amp;Relatos</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation type="unfinished">&amp;Semilla</translation>
    </message>
    <message>
        <source>&amp;Themes</source>
        <translation type="unfinished">Te&amp;mas</translation>
    </message>
    <message>
        <source>&amp;Coder</source>
        <translation type="unfinished">&amp;Codifica</translation>
    </message>
    <message>
        <source>From the %1 of the selection. Each story is answered for every theme ticked: the themes that you set are there, the others are not.</source>
        <translation type="unfinished">De la selección: %1. Cada relato se responde para cada tema marcado: los temas que usted asigna están presentes, los demás no.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished">Empezar</translation>
    </message>
    <message>
        <source>At most so many of them, from the top.</source>
        <translation type="unfinished">Como máximo tantos de ellos, desde arriba.</translation>
    </message>
    <message>
        <source>The same seed draws the same stories again.</source>
        <translation type="unfinished">La misma semilla extrae de nuevo los mismos relatos.</translation>
    </message>
    <message>
        <source>For the first theme ticked: stories that the learner doubts, some that the theme is likely missing from, and some drawn at random. Needs 50 codings of it.</source>
        <translation type="unfinished">Para el primer tema marcado: relatos dudosos, algunos a los que probablemente les falta el tema y algunos al azar. Necesita 50 codificaciones del tema.</translation>
    </message>
    <message>
        <source>Themes and voice are hidden while you code. What the others said stays in force; Collection &gt; Agreement compares and settles.</source>
        <translation type="unfinished">Los temas y la voz están ocultos mientras codifica. Lo que dijeron los demás sigue vigente; Colección &gt; Acuerdo compara y resuelve.</translation>
    </message>
    <message>
        <source>What the learner suggests for the voice “%1”</source>
        <translation type="unfinished">Lo que se sugiere para la voz «%1»</translation>
    </message>
    <message>
        <source>Stories that the learner doubts, some that are likely of this voice and not known as such, and some drawn at random. Needs 50 stories whose voice was set by hand.</source>
        <translation type="unfinished">Relatos de los que duda lo aprendido, algunos que probablemente tienen esta voz sin que conste y algunos extraídos al azar. Requiere 50 relatos cuya voz se haya puesto a mano.</translation>
    </message>
    <message>
        <source>Tick the themes in question first.</source>
        <translation type="unfinished">Marque primero los temas de que se trata.</translation>
    </message>
</context>
<context>
    <name>tidemark::CollectionChooser</name>
    <message>
        <source>Tidemark collections (*.tidemark)</source>
        <translation type="unfinished">Colecciones de Tidemark (*.tidemark)</translation>
    </message>
    <message>
        <source>New Collection</source>
        <translation type="unfinished">Nueva colección</translation>
    </message>
    <message>
        <source>%1 exists already. Open it, or choose another name.</source>
        <translation type="unfinished">%1 ya existe. Ábrala o elija otro nombre.</translation>
    </message>
    <message>
        <source>Open Collection</source>
        <translation type="unfinished">Abrir colección</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished">Todos los archivos (*)</translation>
    </message>
    <message>
        <source>No Other Collection</source>
        <translation type="unfinished">Ninguna otra colección</translation>
    </message>
    <message>
        <source>Save a Copy</source>
        <translation type="unfinished">Guardar una copia</translation>
    </message>
</context>
<context>
    <name>tidemark::CollectionCommands</name>
    <message>
        <source>Keeping the setting</source>
        <translation type="unfinished">Guardando el ajuste</translation>
    </message>
    <message>
        <source>Undo Import</source>
        <translation type="unfinished">Deshacer importación</translation>
    </message>
    <message>
        <source>Undoing the import of %1</source>
        <translation type="unfinished">Deshaciendo la importación de %1</translation>
    </message>
    <message>
        <source>Remove Source</source>
        <translation type="unfinished">Eliminar fuente</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Eliminar</translation>
    </message>
    <message>
        <source>Remove the stories that only it brought, too</source>
        <translation type="unfinished">Eliminar también los relatos que solo ella trajo</translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation type="unfinished">Eliminando %1</translation>
    </message>
    <message>
        <source>Changing the time zone</source>
        <translation type="unfinished">Cambiando la zona horaria</translation>
    </message>
    <message>
        <source>Public Accounts</source>
        <translation type="unfinished">Cuentas públicas</translation>
    </message>
    <message>
        <source>Accounts of organisations and public figures, one a line. Their names stay where people become person- and a number.</source>
        <translation type="unfinished">Cuentas de organizaciones y personajes públicos, una por línea. Sus nombres se mantienen donde las personas pasan a ser person- y un número.</translation>
    </message>
    <message>
        <source>Keeping the accounts</source>
        <translation type="unfinished">Guardando las cuentas</translation>
    </message>
    <message>
        <source>No column of this collection looks as if it were about people.</source>
        <translation type="unfinished">Ninguna columna de esta colección parece referirse a personas.</translation>
    </message>
    <message>
        <source>Columns About People</source>
        <translation type="unfinished">Columnas sobre personas</translation>
    </message>
    <message>
        <source>These columns look as if they were about people. They are shown and exported pseudonymously only if they are ticked.</source>
        <translation type="unfinished">Estas columnas parecen referirse a personas. Solo se muestran y se exportan con seudónimos si están marcadas.</translation>
    </message>
    <message>
        <source>Covered Themes</source>
        <translation type="unfinished">Temas cubiertos</translation>
    </message>
    <message>
        <source>Stories with these themes open covered, with their time, themes and length in sight. A warning of the author always covers.</source>
        <translation type="unfinished">Los relatos con estos temas se abren cubiertos, con su fecha, temas y extensión a la vista. Un aviso del autor siempre cubre.</translation>
    </message>
    <message>
        <source>Reading the rejected records of %1 once more</source>
        <translation type="unfinished">Leyendo de nuevo los registros rechazados de %1</translation>
    </message>
    <message>
        <source>Writing the rejected records of %1</source>
        <translation type="unfinished">Escribiendo los registros rechazados de %1</translation>
    </message>
    <message>
        <source>Checking the collection</source>
        <translation type="unfinished">Comprobando la colección</translation>
    </message>
    <message>
        <source>The collection is whole.</source>
        <translation type="unfinished">La colección está íntegra.</translation>
    </message>
    <message>
        <source>Something is wrong with this collection. Import what you can again, or go back to a copy.</source>
        <translation type="unfinished">Algo está mal en esta colección. Importe de nuevo lo que pueda o vuelva a una copia.</translation>
    </message>
    <message>
        <source>Undoing an import takes out the stories that it brought, unless another source has them too. What you marked and wrote on those goes with them, and doesn&apos;t come back.</source>
        <translation type="unfinished">Deshacer una importación quita los relatos que trajo, salvo que otra fuente también los tenga. Lo que marcó y escribió en ellos se va con ellos y no vuelve.</translation>
    </message>
    <message>
        <source>Which source should go? What you marked and wrote on stories that go with it doesn&apos;t come back.</source>
        <translation type="unfinished">¿Qué fuente se debe quitar? Lo que marcó y escribió en los relatos que se van con ella no vuelve.</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation type="unfinished">Guardando una copia</translation>
    </message>
    <message>
        <source>A copy of the collection was saved as %1.</source>
        <translation type="unfinished">Se guardó una copia de la colección como %1.</translation>
    </message>
</context>
<context>
    <name>tidemark::ColumnChooser</name>
    <message>
        <source>Columns, in order</source>
        <translation type="unfinished">Columnas, en orden</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation type="unfinished">&amp;Subir</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation type="unfinished">&amp;Bajar</translation>
    </message>
</context>
<context>
    <name>tidemark::ComparisonDialog</name>
    <message>
        <source>The theme in force</source>
        <translation type="unfinished">El tema vigente</translation>
    </message>
    <message>
        <source>The theme in the other codebook</source>
        <translation type="unfinished">El tema en el otro libro de códigos</translation>
    </message>
    <message>
        <source>Versions and Other Codebooks</source>
        <translation type="unfinished">Versiones y otros libros de códigos</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished">Comparar con</translation>
    </message>
    <message>
        <source>Themes side by side</source>
        <translation type="unfinished">Temas uno junto a otro</translation>
    </message>
    <message>
        <source>&amp;File or Collection...</source>
        <translation type="unfinished">&amp;Archivo o colección...</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation type="unfinished">Comparar &amp;con</translation>
    </message>
    <message>
        <source>In force</source>
        <translation type="unfinished">Vigente</translation>
    </message>
    <message>
        <source>There</source>
        <translation type="unfinished">Allí</translation>
    </message>
    <message>
        <source>&amp;Take Over What Is Ticked</source>
        <translation type="unfinished">&amp;Tomar lo marcado</translation>
    </message>
    <message>
        <source>This codebook has no earlier version. Compare it with that of a file or of another collection.</source>
        <translation type="unfinished">Este libro de códigos no tiene ninguna versión anterior. Compárelo con el de un archivo o el de otra colección.</translation>
    </message>
    <message>
        <source>Compare with a Codebook</source>
        <translation type="unfinished">Comparar con un libro de códigos</translation>
    </message>
    <message numerus="yes">
        <source>“%1”, version %2, with %n themes; in force is version %3.</source>
        <translation type="unfinished">
            <numerusform>«%1», versión %2, con %n tema; está vigente la versión %3.</numerusform>
            <numerusform>«%1», versión %2, con %n temas; está vigente la versión %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation type="unfinished">(no está)</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation type="unfinished">Grupo: %1</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation type="unfinished">Retirado</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation type="unfinished">Ejemplo: %1</translation>
    </message>
    <message>
        <source>No rule</source>
        <translation type="unfinished">Sin regla</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation type="unfinished">Regla: %1</translation>
    </message>
    <message>
        <source>%1, version %2, from %3: %4</source>
        <translation type="unfinished">%1, versión %2, del %3: %4</translation>
    </message>
</context>
<context>
    <name>tidemark::ComparisonModel</name>
    <message>
        <source>Differs in %1</source>
        <translation type="unfinished">Difiere en: %1</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation type="unfinished">Solo aquí</translation>
    </message>
    <message>
        <source>Only there</source>
        <translation type="unfinished">Solo allí</translation>
    </message>
    <message>
        <source>The same</source>
        <translation type="unfinished">Igual</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished">Tema</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished">Diferencia</translation>
    </message>
</context>
<context>
    <name>tidemark::CutChooser</name>
    <message>
        <source>How the cut is chosen</source>
        <translation type="unfinished">Cómo se elige el umbral</translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation type="unfinished">Mejor F1</translation>
    </message>
    <message>
        <source>Precision of at least</source>
        <translation type="unfinished">Precisión de al menos</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished">A mano</translation>
    </message>
    <message>
        <source>Precision wished, in percent</source>
        <translation type="unfinished">Precisión deseada, en porcentaje</translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"> %</translation>
    </message>
    <message>
        <source>Cut, in thousandths of probability</source>
        <translation type="unfinished">Umbral, en milésimas de probabilidad</translation>
    </message>
    <message>
        <source>C&amp;ut:</source>
        <translation type="unfinished">&amp;Umbral:</translation>
    </message>
</context>
<context>
    <name>tidemark::DisagreementModel</name>
    <message>
        <source>%1: yes</source>
        <translation type="unfinished">%1: sí</translation>
    </message>
    <message>
        <source>%1: no</source>
        <translation type="unfinished">%1: no</translation>
    </message>
    <message>
        <source>Story</source>
        <translation type="unfinished">Relato</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished">Respuestas</translation>
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
        <translation type="unfinished">Guardando los acontecimientos</translation>
    </message>
</context>
<context>
    <name>tidemark::EventsDialog</name>
    <message>
        <source>Events</source>
        <translation type="unfinished">Acontecimientos</translation>
    </message>
    <message>
        <source>What happened on a day stands as a label on the timeline. Dates are written like 2017-10-15; the source says where one can read of it.</source>
        <translation type="unfinished">Lo que ocurrió un día figura como rótulo en la línea de tiempo. Las fechas se escriben como 2017-10-15; la fuente dice dónde se puede leer sobre ello.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished">&amp;Añadir</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished">&amp;Eliminar</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation type="unfinished">&amp;Importar...</translation>
    </message>
    <message>
        <source>E&amp;xport...</source>
        <translation type="unfinished">E&amp;xportar...</translation>
    </message>
    <message>
        <source>Import Events</source>
        <translation type="unfinished">Importar acontecimientos</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation type="unfinished">Tablas (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished">Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Export Events</source>
        <translation type="unfinished">Exportar acontecimientos</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished">Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>The events were written to %1.</source>
        <translation type="unfinished">Los acontecimientos se escribieron en %1.</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation type="unfinished">&amp;Guardar</translation>
    </message>
    <message>
        <source>The events have changes that are not kept.</source>
        <translation type="unfinished">Los acontecimientos tienen cambios que no se han guardado.</translation>
    </message>
    <message>
        <source>Discard Them</source>
        <translation type="unfinished">Descartarlos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events were taken from the file; already there: %1.</source>
        <translation type="unfinished">
            <numerusform>Se tomó %Ln acontecimiento del archivo; ya estaban: %1.</numerusform>
            <numerusform>Se tomaron %Ln acontecimientos del archivo; ya estaban: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::EventsModel</name>
    <message>
        <source>Date</source>
        <translation type="unfinished">Fecha</translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished">Acontecimiento</translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished">Fuente</translation>
    </message>
</context>
<context>
    <name>tidemark::ExportCommands</name>
    <message>
        <source>Exporting %1</source>
        <translation type="unfinished">Exportando %1</translation>
    </message>
</context>
<context>
    <name>tidemark::ExportDialog</name>
    <message>
        <source>New numbers for people and stories in this export alone</source>
        <translation type="unfinished">Números nuevos de personas y relatos solo en esta exportación</translation>
    </message>
    <message>
        <source>Write a manifest beside it: filter, count, columns, checksum</source>
        <translation type="unfinished">Escribir junto a él un manifiesto: filtro, recuento, columnas, suma de comprobación</translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished">Exportar</translation>
    </message>
    <message>
        <source>%1 will be written.</source>
        <translation type="unfinished">Se exportará lo siguiente: %1.</translation>
    </message>
    <message>
        <source>Who will read it</source>
        <translation type="unfinished">Quién lo leerá</translation>
    </message>
    <message>
        <source>A &amp;spreadsheet</source>
        <translation type="unfinished">Una &amp;hoja de cálculo</translation>
    </message>
    <message>
        <source>Opens in LibreOffice Calc or Excel with date and time in columns of their own. A cell that could be taken for a formula gets a leading apostrophe; no guard is perfect.</source>
        <translation type="unfinished">Se abre en LibreOffice Calc o Excel con la fecha y la hora en columnas propias. Una celda que podría tomarse por una fórmula recibe un apóstrofo inicial; ninguna protección es perfecta.</translation>
    </message>
    <message>
        <source>&amp;R, Python or an archive</source>
        <translation type="unfinished">&amp;R, Python o un archivo histórico</translation>
    </message>
    <message>
        <source>Every text exactly as it is, times in UTC.</source>
        <translation type="unfinished">Cada texto exactamente como es, horas en UTC.</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished">Coma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished">Punto y coma</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished">Tabulador</translation>
    </message>
    <message>
        <source>Between cells</source>
        <translation type="unfinished">Entre celdas</translation>
    </message>
    <message>
        <source>Between cells:</source>
        <translation type="unfinished">Entre celdas:</translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished">Personas</translation>
    </message>
    <message>
        <source>&amp;Pseudonymous</source>
        <translation type="unfinished">Con &amp;seudónimos</translation>
    </message>
    <message>
        <source>Authors and handles read person- and a number; mail addresses, phone numbers, links and ids are replaced or left out. Verbatim quotes can still often be found again by a search engine.</source>
        <translation type="unfinished">Los autores y los nombres de cuenta se leen person- y un número; las direcciones de correo, los números de teléfono, los enlaces y los identificadores se sustituyen o se excluyen. A menudo las citas literales se pueden volver a encontrar con un buscador.</translation>
    </message>
    <message>
        <source>&amp;Full</source>
        <translation type="unfinished">&amp;Completo</translation>
    </message>
    <message>
        <source>With names, handles, links and ids. Whoever gets the file can find the people in it.</source>
        <translation type="unfinished">Con nombres, nombres de cuenta, enlaces e identificadores. Quien reciba el archivo puede encontrar a las personas que aparecen en él.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished">Columnas</translation>
    </message>
    <message>
        <source>In one column, joined by ;</source>
        <translation type="unfinished">En una columna, unidos por ;</translation>
    </message>
    <message>
        <source>A column of 0 and 1 for each theme</source>
        <translation type="unfinished">Una columna de 0 y 1 por cada tema</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Temas</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished">Más recientes primero</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished">Más antiguos primero</translation>
    </message>
    <message>
        <source>Order of the rows</source>
        <translation type="unfinished">Orden de las filas</translation>
    </message>
    <message>
        <source>Themes:</source>
        <translation type="unfinished">Temas:</translation>
    </message>
    <message>
        <source>Rows:</source>
        <translation type="unfinished">Filas:</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation type="unfinished">Archivo que se escribirá</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation type="unfinished">&amp;Elegir...</translation>
    </message>
    <message>
        <source>File:</source>
        <translation type="unfinished">Archivo:</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation type="unfinished">Archivos CSV (*.csv);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1 exists already. Replace it?</source>
        <translation type="unfinished">%1 ya existe. ¿Desea sustituirlo?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished">Sustituir</translation>
    </message>
    <message>
        <source>Stays empty in a pseudonymous export</source>
        <translation type="unfinished">Queda vacía en una exportación seudónima</translation>
    </message>
    <message>
        <source>Most relevant first</source>
        <translation type="unfinished">Primero los más relevantes</translation>
    </message>
</context>
<context>
    <name>tidemark::FacetDelegate</name>
    <message>
        <source>Exclude no longer</source>
        <translation type="unfinished">Dejar de excluir</translation>
    </message>
    <message>
        <source>Exclude (Shift+Space)</source>
        <translation type="unfinished">Excluir (Mayús+Espacio)</translation>
    </message>
</context>
<context>
    <name>tidemark::FacetModel</name>
    <message>
        <source>%1 of %2 stories in the collection (%3 %)</source>
        <translation type="unfinished">%1 de %2 relatos de la colección (%3&#xa0;%)</translation>
    </message>
    <message>
        <source>%1, %2 stories</source>
        <translation type="unfinished">%1, %2 relatos</translation>
    </message>
    <message>
        <source>%1, included</source>
        <translation type="unfinished">%1, incluido</translation>
    </message>
    <message>
        <source>%1, excluded</source>
        <translation type="unfinished">%1, excluido</translation>
    </message>
    <message>
        <source>%1 (retired)</source>
        <translation type="unfinished">%1 (retirado)</translation>
    </message>
</context>
<context>
    <name>tidemark::FacetPanel</name>
    <message>
        <source>Facets</source>
        <translation type="unfinished">Facetas</translation>
    </message>
    <message>
        <source>%1 in languages that the rules don&apos;t read</source>
        <translation type="unfinished">%1 en idiomas que las reglas no leen</translation>
    </message>
    <message>
        <source>%1 whose columns are damaged</source>
        <translation type="unfinished">%1 con columnas dañadas</translation>
    </message>
</context>
<context>
    <name>tidemark::FacetSection</name>
    <message>
        <source>%1, section</source>
        <translation type="unfinished">%1, sección</translation>
    </message>
    <message>
        <source>%1, order of the values</source>
        <translation type="unfinished">%1, orden de los valores</translation>
    </message>
    <message>
        <source>As in the &amp;Codebook</source>
        <translation type="unfinished">Como en el libro de &amp;códigos</translation>
    </message>
    <message>
        <source>By &amp;Count</source>
        <translation type="unfinished">Por &amp;recuento</translation>
    </message>
    <message>
        <source>By &amp;Name</source>
        <translation type="unfinished">Por &amp;nombre</translation>
    </message>
    <message>
        <source>Search values</source>
        <translation type="unfinished">Buscar valores</translation>
    </message>
    <message>
        <source>%1, search values</source>
        <translation type="unfinished">%1, buscar valores</translation>
    </message>
    <message>
        <source>Show %1 More</source>
        <translation type="unfinished">Mostrar %1 más</translation>
    </message>
    <message>
        <source>Show Fewer</source>
        <translation type="unfinished">Mostrar menos</translation>
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
        <translation type="unfinished">Espacio incluye un valor, Mayús+Espacio lo excluye</translation>
    </message>
    <message>
        <source>&amp;Only This</source>
        <translation type="unfinished">&amp;Solo este</translation>
    </message>
    <message>
        <source>&amp;As Well (Any of These)</source>
        <translation type="unfinished">&amp;También (cualquiera de estos)</translation>
    </message>
    <message>
        <source>Also &amp;Required (All of These)</source>
        <translation type="unfinished">Además &amp;obligatorio (todos estos)</translation>
    </message>
    <message>
        <source>&amp;Exclude</source>
        <translation type="unfinished">&amp;Excluir</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation type="unfinished">&amp;Quitar</translation>
    </message>
    <message>
        <source>A&amp;bout This Theme...</source>
        <translation type="unfinished">Ac&amp;erca de este tema...</translation>
    </message>
</context>
<context>
    <name>tidemark::FilterChipButton</name>
    <message>
        <source>Switched off, bring back into the filter: %1</source>
        <translation type="unfinished">Desactivado, devolver al filtro: %1</translation>
    </message>
    <message>
        <source>Remove from the filter: %1</source>
        <translation type="unfinished">Quitar del filtro: %1</translation>
    </message>
    <message>
        <source>Locked: Clear All leaves it</source>
        <translation type="unfinished">Bloqueado: Borrar todo lo conserva</translation>
    </message>
    <message>
        <source>off: %1</source>
        <translation type="unfinished">inactivo: %1</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished">&amp;Quitar</translation>
    </message>
    <message>
        <source>&amp;Include Instead</source>
        <translation type="unfinished">&amp;Incluir en su lugar</translation>
    </message>
    <message>
        <source>&amp;Exclude Instead</source>
        <translation type="unfinished">&amp;Excluir en su lugar</translation>
    </message>
    <message>
        <source>&amp;Switch On</source>
        <translation type="unfinished">&amp;Activar</translation>
    </message>
    <message>
        <source>&amp;Switch Off</source>
        <translation type="unfinished">&amp;Desactivar</translation>
    </message>
    <message>
        <source>Un&amp;lock</source>
        <translation type="unfinished">Des&amp;bloquear</translation>
    </message>
    <message>
        <source>&amp;Lock Against Clear All</source>
        <translation type="unfinished">&amp;Bloquear frente a Borrar todo</translation>
    </message>
</context>
<context>
    <name>tidemark::FilterChips</name>
    <message>
        <source>Filter in force</source>
        <translation type="unfinished">Filtro vigente</translation>
    </message>
    <message>
        <source>Clear All</source>
        <translation type="unfinished">Borrar todo</translation>
    </message>
    <message>
        <source>All stories</source>
        <translation type="unfinished">Todos los relatos</translation>
    </message>
</context>
<context>
    <name>tidemark::HelpCommands</name>
    <message>
        <source>The handbook is not installed. Install Tidemark&apos;s whole package.</source>
        <translation type="unfinished">El manual no está instalado. Instale el paquete completo de Tidemark.</translation>
    </message>
    <message>
        <source>No program opens the handbook. Open this file in a browser: %1</source>
        <translation type="unfinished">Ningún programa abre el manual. Abra este archivo en un navegador: %1</translation>
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
        <translation type="unfinished">%1, hace más de un año</translation>
    </message>
    <message>
        <source>Helplines</source>
        <translation type="unfinished">Líneas de ayuda</translation>
    </message>
    <message>
        <source>Nobody has verified an entry yet, and a number that is wrong does harm. So this list is empty. If you are in danger, call the emergency number of your country.</source>
        <translation type="unfinished">Nadie ha verificado todavía ninguna entrada, y un número erróneo hace daño. Por eso esta lista está vacía. Si está en peligro, llame al número de emergencias de su país.</translation>
    </message>
    <message>
        <source>Each of these was verified by the person named, on that day.</source>
        <translation type="unfinished">Cada una de estas fue verificada por la persona nombrada, ese día.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished">País</translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished">Nombre</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished">Teléfono</translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished">Enlace</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished">Idiomas</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished">Horario</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished">Verificada</translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished">Fuente</translation>
    </message>
</context>
<context>
    <name>tidemark::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation type="unfinished">Importar</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation type="unfinished">Las primeras filas del archivo</translation>
    </message>
    <message>
        <source>The stories they make</source>
        <translation type="unfinished">Los relatos que forman</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Relatos</translation>
    </message>
    <message>
        <source>Looking at %1 ...</source>
        <translation type="unfinished">Examinando %1 ...</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1: %2</translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished">Archivo</translation>
    </message>
    <message>
        <source>Reading %1 takes %2 of memory, because of how it is compressed.</source>
        <translation type="unfinished">Leer %1 requiere %2 de memoria, por el modo en que está comprimido.</translation>
    </message>
    <message>
        <source>Read It</source>
        <translation type="unfinished">Leerlo</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation type="unfinished">Fecha (UTC)</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished">Plataforma</translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished">Texto</translation>
    </message>
    <message>
        <source>The stories go into a new collection that is named after the file.</source>
        <translation type="unfinished">Los relatos van a una colección nueva que lleva el nombre del archivo.</translation>
    </message>
    <message>
        <source>%1 is a database. If it is a collection of Tidemark, open it with File &gt; Open; from another database export its stories as CSV and import those.</source>
        <translation type="unfinished">%1 es una base de datos. Si es una colección de Tidemark, ábrala con Archivo &gt; Abrir; de otra base de datos, exporte los relatos como CSV e impórtelos.</translation>
    </message>
    <message>
        <source>Codings by hand</source>
        <translation type="unfinished">Codificaciones a mano</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation type="unfinished">Lo que contiene el archivo</translation>
    </message>
    <message numerus="yes">
        <source>Import All %n</source>
        <translation type="unfinished">
            <numerusform>Importar los %n</numerusform>
            <numerusform>Importar los %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Throw away what you said of the file?</source>
        <translation type="unfinished">¿Desea descartar lo que ha indicado sobre el archivo?</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation type="unfinished">Descartar</translation>
    </message>
</context>
<context>
    <name>tidemark::ImportQueue</name>
    <message>
        <source>Import</source>
        <translation type="unfinished">Importar</translation>
    </message>
    <message>
        <source>Files with stories (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.js *.xml *.rss *.atom *.zip *.tar *.tgz *.gz *.zst *.xz *.bz2)</source>
        <translation type="unfinished">Archivos con relatos (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.js *.xml *.rss *.atom *.zip *.tar *.tgz *.gz *.zst *.xz *.bz2)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished">Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>tidemark::ImportReportDialog</name>
    <message>
        <source>Imported</source>
        <translation type="unfinished">Importado</translation>
    </message>
    <message>
        <source>The file that the report is about</source>
        <translation type="unfinished">El archivo del que trata el informe</translation>
    </message>
    <message numerus="yes">
        <source>%n files brought %1 new stories.</source>
        <translation type="unfinished">
            <numerusform>%n archivo aportó %1 relatos nuevos.</numerusform>
            <numerusform>%n archivos aportaron %1 relatos nuevos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln new stories</source>
        <translation type="unfinished">
            <numerusform>%1: %Ln relato nuevo</numerusform>
            <numerusform>%1: %Ln relatos nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 set aside</source>
        <translation type="unfinished">%1, %2 apartados</translation>
    </message>
</context>
<context>
    <name>tidemark::ImportReportPage</name>
    <message>
        <source>%1 new stories came in before the file broke off. %2</source>
        <translation type="unfinished">Entraron %1 relatos nuevos antes de que el archivo se cortara. %2</translation>
    </message>
    <message>
        <source>The import of %1 was stopped after %2 new stories. Importing the file again goes on where it stopped.</source>
        <translation type="unfinished">La importación de %1 se detuvo después de %2 relatos nuevos. Si se importa de nuevo el archivo, continúa donde se detuvo.</translation>
    </message>
    <message>
        <source>%1 brought %2 new stories.</source>
        <translation type="unfinished">%1 trajo %2 relatos nuevos.</translation>
    </message>
    <message>
        <source>records read</source>
        <translation type="unfinished">registros leídos</translation>
    </message>
    <message>
        <source>added as new stories</source>
        <translation type="unfinished">añadidos como relatos nuevos</translation>
    </message>
    <message>
        <source>already there</source>
        <translation type="unfinished">ya presentes</translation>
    </message>
    <message>
        <source>already there, now with more</source>
        <translation type="unfinished">ya presentes, ahora con más</translation>
    </message>
    <message>
        <source>reposts</source>
        <translation type="unfinished">republicaciones</translation>
    </message>
    <message>
        <source>stories that came inside a repost</source>
        <translation type="unfinished">relatos que llegaron dentro de una republicación</translation>
    </message>
    <message>
        <source>taken back by their authors</source>
        <translation type="unfinished">retirados por sus autores</translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <translation type="unfinished">omitidos: %1</translation>
    </message>
    <message>
        <source>set aside because they can&apos;t be read</source>
        <translation type="unfinished">apartados porque no se pueden leer</translation>
    </message>
    <message>
        <source>Records set aside</source>
        <translation type="unfinished">Registros apartados</translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished">Lugar</translation>
    </message>
    <message>
        <source>Why it was set aside</source>
        <translation type="unfinished">Por qué se apartó</translation>
    </message>
</context>
<context>
    <name>tidemark::ImportRunsModel</name>
    <message>
        <source>Complete</source>
        <translation type="unfinished">Completa</translation>
    </message>
    <message>
        <source>Stopped before its end</source>
        <translation type="unfinished">Detenida antes del final</translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished">Fuente</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished">Importado</translation>
    </message>
    <message>
        <source>Stories added</source>
        <translation type="unfinished">Relatos añadidos</translation>
    </message>
    <message>
        <source>Records set aside</source>
        <translation type="unfinished">Registros apartados</translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished">Estado</translation>
    </message>
</context>
<context>
    <name>tidemark::JobBar</name>
    <message>
        <source>Running jobs</source>
        <translation type="unfinished">Tareas en curso</translation>
    </message>
</context>
<context>
    <name>tidemark::JobLine</name>
    <message>
        <source>Progress of: %1</source>
        <translation type="unfinished">Progreso de: %1</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation type="unfinished">Detener: %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished">Detener</translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation type="unfinished">Descartar: %1</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished">Descartar</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished">Deteniendo</translation>
    </message>
</context>
<context>
    <name>tidemark::JudgedStories</name>
    <message>
        <source>No story.</source>
        <translation type="unfinished">Ningún relato.</translation>
    </message>
    <message numerus="yes">
        <source>A sample of %n: judge each with Y or N whether it belongs to the theme.</source>
        <translation type="unfinished">
            <numerusform>Una muestra de %n: juzgue con Y o N si pertenece al tema.</numerusform>
            <numerusform>Una muestra de %n: juzgue cada uno con Y o N si pertenece al tema.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 judged belong: %3 % (%4 % to %5 %, 95 % interval)</source>
        <translation type="unfinished">%1 de %2 juzgados pertenecen: %3 % (de %4 % a %5 %, intervalo del 95 %)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished">Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished">No</translation>
    </message>
    <message>
        <source>Belongs</source>
        <translation type="unfinished">Pertenece</translation>
    </message>
    <message>
        <source>Story</source>
        <translation type="unfinished">Relato</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation type="unfinished">Sin juzgar</translation>
    </message>
    <message>
        <source>(covered)</source>
        <translation type="unfinished">(cubierto)</translation>
    </message>
</context>
<context>
    <name>tidemark::LabelEditor</name>
    <message>
        <source>No coding</source>
        <translation type="unfinished">Ninguna codificación</translation>
    </message>
    <message>
        <source>A list of themes</source>
        <translation type="unfinished">Una lista de temas</translation>
    </message>
    <message>
        <source>Another column with codings</source>
        <translation type="unfinished">Otra columna con codificaciones</translation>
    </message>
    <message>
        <source>Columns in which people coded the stories by hand: yes or no for a theme, or a list of themes. They come in as codings by hand.</source>
        <translation type="unfinished">Columnas en las que se codificaron los relatos a mano: sí o no para un tema, o una lista de temas. Entran como codificaciones a mano.</translation>
    </message>
    <message>
        <source>What %1 codes</source>
        <translation type="unfinished">Qué codifica %1</translation>
    </message>
    <message>
        <source>Another column...</source>
        <translation type="unfinished">Otra columna...</translation>
    </message>
</context>
<context>
    <name>tidemark::LanguageMenu</name>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished">&amp;Idioma</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished">Como el &amp;sistema</translation>
    </message>
    <message>
        <source>%1 (translated by machine, not reviewed)</source>
        <translation type="unfinished">%1 (traducción automática, sin revisar)</translation>
    </message>
    <message>
        <source>Tidemark speaks the language that you chose when it is started again.</source>
        <translation type="unfinished">Tidemark hablará el idioma elegido cuando se inicie de nuevo.</translation>
    </message>
</context>
<context>
    <name>tidemark::LearningCommands</name>
    <message>
        <source>Coding by what was learned</source>
        <translation type="unfinished">Codificando según lo aprendido</translation>
    </message>
    <message>
        <source>Going back to the rules</source>
        <translation type="unfinished">Volviendo a las reglas</translation>
    </message>
</context>
<context>
    <name>tidemark::LearningDialog</name>
    <message>
        <source>Too few stories are coded to tell whether more would help.</source>
        <translation type="unfinished">Hay demasiado pocos relatos codificados para saber si más ayudarían.</translation>
    </message>
    <message>
        <source>%1 %2 % from %3</source>
        <translation type="unfinished">%1 %2 % con %3</translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished">F1</translation>
    </message>
    <message>
        <source>%1 stories</source>
        <translation type="unfinished">%1 relatos</translation>
    </message>
    <message>
        <source>%1 %: %2 % of %3</source>
        <translation type="unfinished">%1 %: %2 % de %3</translation>
    </message>
    <message>
        <source>Said and found: %1.</source>
        <translation type="unfinished">Dicho y hallado: %1.</translation>
    </message>
    <message>
        <source>F1 by stories learned from</source>
        <translation type="unfinished">F1 por relatos aprendidos</translation>
    </message>
    <message>
        <source>Probability said, and share found</source>
        <translation type="unfinished">Probabilidad dicha y parte hallada</translation>
    </message>
    <message>
        <source>Learn Themes</source>
        <translation type="unfinished">Aprender temas</translation>
    </message>
    <message>
        <source>Themes and voices to learn</source>
        <translation type="unfinished">Temas y voces por aprender</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation type="unfinished">A&amp;prender</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation type="unfinished">&amp;Aplicar</translation>
    </message>
    <message>
        <source>Back to the &amp;Rules</source>
        <translation type="unfinished">Volver a las &amp;reglas</translation>
    </message>
    <message>
        <source>Counting what is coded by hand ...</source>
        <translation type="unfinished">Contando lo codificado a mano ...</translation>
    </message>
    <message>
        <source>Learning begins with 50 stories coded by hand with a theme, some that have it and some that don’t. Collection &gt; Code Stories helps to get there.</source>
        <translation type="unfinished">Se aprende a partir de 50 relatos codificados a mano con un tema, algunos que lo tienen y otros que no. Colección &gt; Codificar relatos ayuda a llegar allí.</translation>
    </message>
    <message>
        <source>What is ticked is learned from the stories coded by hand, and tried on stories kept aside. Nothing changes before you apply it.</source>
        <translation type="unfinished">Lo marcado se aprende de los relatos codificados a mano y se prueba con relatos reservados. Nada cambia antes de que lo aplique.</translation>
    </message>
    <message>
        <source>Learning from %1 stories</source>
        <translation type="unfinished">Aprendiendo de %1 relatos</translation>
    </message>
    <message>
        <source>Learned from %1 stories coded by hand and tried %2 times on a part that was kept aside. Copies among them, which were kept together: %3. Intervals hold 95 %.</source>
        <translation type="unfinished">Aprendido de %1 relatos codificados a mano y probado %2 veces con una parte reservada. Copias entre ellos, que se mantuvieron juntas: %3. Los intervalos son del 95 %.</translation>
    </message>
    <message>
        <source>Stories with the very words of another one, and other codings: %1.</source>
        <translation type="unfinished">Relatos con las mismas palabras que otro y otras codificaciones: %1.</translation>
    </message>
    <message>
        <source>With 50 codings more F1 has lately changed by %1 points.</source>
        <translation type="unfinished">Con 50 codificaciones más F1 cambió últimamente %1 puntos.</translation>
    </message>
</context>
<context>
    <name>tidemark::LearningModel</name>
    <message>
        <source>%1 % (%2 to %3), rule %4 %</source>
        <translation type="unfinished">%1 % (%2 a %3), regla %4 %</translation>
    </message>
    <message>
        <source>Voice: %1</source>
        <translation type="unfinished">Voz: %1</translation>
    </message>
    <message>
        <source>From %1 % on a story has it: precision %2 %, recall %3 %, F1 %4 %. Stories that have it now: %5; of these would leave: %6; would enter: %7.</source>
        <translation type="unfinished">A partir de %1 % un relato lo tiene: precisión %2 %, exhaustividad %3 %, F1 %4 %. Relatos que lo tienen ahora: %5; de ellos saldrían: %6; entrarían: %7.</translation>
    </message>
    <message>
        <source>No story is coded by hand with it.</source>
        <translation type="unfinished">Ningún relato está codificado a mano con él.</translation>
    </message>
    <message>
        <source>Only %1 coded by hand; learning begins with %2.</source>
        <translation type="unfinished">Solo %1 codificados a mano; se aprende a partir de %2.</translation>
    </message>
    <message>
        <source>None or one of the stories coded has it; code some that do.</source>
        <translation type="unfinished">Ninguno o uno de los relatos codificados lo tiene; codifique algunos que lo tengan.</translation>
    </message>
    <message>
        <source>All stories coded have it; code some that don’t, too.</source>
        <translation type="unfinished">Todos los relatos codificados lo tienen; codifique también algunos que no.</translation>
    </message>
    <message>
        <source>Coded by a model. %1</source>
        <translation type="unfinished">Codificado por un modelo. %1</translation>
    </message>
    <message>
        <source>Better than the rule.</source>
        <translation type="unfinished">Mejor que la regla.</translation>
    </message>
    <message>
        <source>Not better than the rule, so the rule stays.</source>
        <translation type="unfinished">No es mejor que la regla, así que la regla se mantiene.</translation>
    </message>
    <message>
        <source>Coded by a model; can be learned anew.</source>
        <translation type="unfinished">Codificado por un modelo; se puede aprender de nuevo.</translation>
    </message>
    <message>
        <source>Can be learned.</source>
        <translation type="unfinished">Se puede aprender.</translation>
    </message>
    <message>
        <source>%1 yes, %2 no</source>
        <translation type="unfinished">%1 sí, %2 no</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished">%1&#xa0;%</translation>
    </message>
    <message>
        <source>Theme or voice</source>
        <translation type="unfinished">Tema o voz</translation>
    </message>
    <message>
        <source>Coded by hand</source>
        <translation type="unfinished">Codificado a mano</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished">Precisión</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished">Exhaustividad</translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished">F1</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished">Umbral</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished">Entran</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished">Salen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished">Veredicto</translation>
    </message>
    <message>
        <source>Nearly every story would have it: a higher cut says more.</source>
        <translation type="unfinished">Casi todos los relatos lo tendrían: un umbral más alto dice más.</translation>
    </message>
    <message>
        <source>It says the same of all stories, so the rule stays.</source>
        <translation type="unfinished">Dice lo mismo de todos los relatos, así que la regla se queda.</translation>
    </message>
    <message>
        <source>These figures are of this very cut over all stories kept aside, so one that was chosen by them looks a little better than it is; those of the other ways to cut don’t.</source>
        <translation type="unfinished">Estas cifras son de este mismo umbral sobre todos los relatos reservados, así que uno elegido por ellas parece algo mejor de lo que es; las de las otras maneras de elegirlo, no.</translation>
    </message>
    <message>
        <source>For these figures each part kept aside was judged by the cut that the other parts ask for.</source>
        <translation type="unfinished">Para estas cifras, cada parte reservada se juzgó con el umbral que piden las demás.</translation>
    </message>
</context>
<context>
    <name>tidemark::LinesDialog</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished">Guardar</translation>
    </message>
    <message>
        <source>Throw away what you wrote?</source>
        <translation type="unfinished">¿Desea descartar lo que ha escrito?</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation type="unfinished">Descartar</translation>
    </message>
</context>
<context>
    <name>tidemark::LinkOpener</name>
    <message>
        <source>Open a page of %1 in your browser? The site will see that somebody came from this story.</source>
        <translation type="unfinished">¿Desea abrir una página de %1 en su navegador? El sitio verá que alguien llegó desde este relato.</translation>
    </message>
    <message>
        <source>Open Page</source>
        <translation type="unfinished">Abrir página</translation>
    </message>
</context>
<context>
    <name>tidemark::MainWindow</name>
    <message>
        <source>Hide</source>
        <translation type="unfinished">Ocultar</translation>
    </message>
    <message>
        <source>Hide everything</source>
        <translation type="unfinished">Ocultar todo</translation>
    </message>
    <message>
        <source>Stop and Open</source>
        <translation type="unfinished">Detener y abrir</translation>
    </message>
    <message>
        <source>the sample</source>
        <translation type="unfinished">el ejemplo</translation>
    </message>
    <message>
        <source>Opening %1 ...</source>
        <translation type="unfinished">Abriendo %1 ...</translation>
    </message>
    <message>
        <source>Open Another...</source>
        <translation type="unfinished">Abrir otra...</translation>
    </message>
    <message>
        <source>New Collection...</source>
        <translation type="unfinished">Nueva colección...</translation>
    </message>
    <message>
        <source>Sample Collection</source>
        <translation type="unfinished">Colección de ejemplo</translation>
    </message>
    <message>
        <source>%1 - Tidemark</source>
        <translation type="unfinished">%1 - Tidemark</translation>
    </message>
    <message>
        <source>Sample (invented)</source>
        <translation type="unfinished">Ejemplo (inventado)</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation type="unfinished">Importando %1</translation>
    </message>
    <message>
        <source>A job is still running. A stopped import keeps what came in and can go on later; anything else that is stopped is as if it had not begun.</source>
        <translation type="unfinished">Todavía hay una tarea en curso. Una importación detenida conserva lo que entró y puede continuar más tarde; cualquier otra cosa que se detenga queda como si no hubiera empezado.</translation>
    </message>
    <message>
        <source>Stop and Quit</source>
        <translation type="unfinished">Detener y salir</translation>
    </message>
    <message>
        <source>Make It</source>
        <translation type="unfinished">Crearla</translation>
    </message>
    <message>
        <source>Opening %1 ... Where an import was interrupted, its work is finished first, which takes minutes with millions of stories.</source>
        <translation type="unfinished">Abriendo %1 ... Donde se interrumpió una importación, primero se termina su trabajo; con millones de relatos eso tarda minutos.</translation>
    </message>
</context>
<context>
    <name>tidemark::MappingEditor</name>
    <message>
        <source>Further columns, kept with each story:</source>
        <translation type="unfinished">Otras columnas, guardadas con cada relato:</translation>
    </message>
    <message>
        <source>These columns look as if they were about people. They stay out of sight unless you tick them:</source>
        <translation type="unfinished">Estas columnas parecen referirse a personas. No se muestran salvo que las marque:</translation>
    </message>
    <message>
        <source>Platform of the whole file</source>
        <translation type="unfinished">Plataforma de todo el archivo</translation>
    </message>
    <message>
        <source>As found in the file</source>
        <translation type="unfinished">Según el archivo</translation>
    </message>
    <message>
        <source>Day before month (31/12/2017)</source>
        <translation type="unfinished">Día antes del mes (31/12/2017)</translation>
    </message>
    <message>
        <source>Month before day (12/31/2017)</source>
        <translation type="unfinished">Mes antes del día (12/31/2017)</translation>
    </message>
    <message>
        <source>Order of day and month</source>
        <translation type="unfinished">Orden de día y mes</translation>
    </message>
    <message>
        <source>Shared on</source>
        <translation type="unfinished">Compartido en</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished">Fechas</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation type="unfinished">(ninguna)</translation>
    </message>
</context>
<context>
    <name>tidemark::NewCodebookDialog</name>
    <message>
        <source>Add a Codebook</source>
        <translation type="unfinished">Añadir un libro de códigos</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished">Ninguno todavía</translation>
    </message>
    <message>
        <source>As in %1</source>
        <translation type="unfinished">Como en %1</translation>
    </message>
    <message>
        <source>&amp;File or Collection...</source>
        <translation type="unfinished">&amp;Archivo o colección...</translation>
    </message>
    <message>
        <source>Add and Use</source>
        <translation type="unfinished">Añadir y usar</translation>
    </message>
    <message>
        <source>A collection may have several codebooks, one for each study or language. One is in force: the stories are coded by it. What was coded by hand under the others is kept with them.</source>
        <translation type="unfinished">Una colección puede tener varios libros de códigos, uno por estudio o idioma. Uno está vigente: los relatos están codificados según él. Lo codificado a mano con los demás se conserva con ellos.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished">&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Themes</source>
        <translation type="unfinished">Te&amp;mas</translation>
    </message>
    <message>
        <source>Name of the codebook</source>
        <translation type="unfinished">Nombre del libro de códigos</translation>
    </message>
    <message>
        <source>Where its themes come from</source>
        <translation type="unfinished">De dónde vienen sus temas</translation>
    </message>
    <message>
        <source>Take Themes From</source>
        <translation type="unfinished">Tomar temas de</translation>
    </message>
    <message>
        <source>There is a codebook of this name already. Choose another one.</source>
        <translation type="unfinished">Ya hay un libro de códigos con este nombre. Elija otro.</translation>
    </message>
</context>
<context>
    <name>tidemark::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation type="unfinished">Nota</translation>
    </message>
    <message>
        <source>Note on this story</source>
        <translation type="unfinished">Nota sobre este relato</translation>
    </message>
    <message>
        <source>Keep Note</source>
        <translation type="unfinished">Guardar nota</translation>
    </message>
    <message>
        <source>Throw away what you wrote?</source>
        <translation type="unfinished">¿Desea descartar lo que ha escrito?</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation type="unfinished">Descartar</translation>
    </message>
    <message>
        <source>Note on these stories</source>
        <translation type="unfinished">Nota sobre estos relatos</translation>
    </message>
    <message>
        <source>This becomes the note of %1 stories and takes the place of notes that they have. Left empty, it removes them.</source>
        <translation type="unfinished">Esta será la nota de %1 relatos y sustituye las notas que tengan. Si se deja vacía, las quita.</translation>
    </message>
</context>
<context>
    <name>tidemark::NoteEditor</name>
    <message>
        <source>Note</source>
        <translation type="unfinished">Nota</translation>
    </message>
    <message>
        <source>A note on this story, for yourself</source>
        <translation type="unfinished">Una nota sobre este relato, para usted</translation>
    </message>
    <message>
        <source>Keep note</source>
        <translation type="unfinished">Guardar nota</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Cancelar</translation>
    </message>
</context>
<context>
    <name>tidemark::PaneBorder</name>
    <message>
        <source>Arrow keys move it, Enter ends that, Escape puts it back.</source>
        <translation type="unfinished">Las teclas de flecha lo mueven, Intro termina, Escape lo devuelve a su sitio.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pixels for the pane before it</source>
        <translation type="unfinished">
            <numerusform>%Ln píxel para el panel anterior</numerusform>
            <numerusform>%Ln píxeles para el panel anterior</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::PlainTable</name>
    <message>
        <source>Empty</source>
        <translation type="unfinished">Vacío</translation>
    </message>
</context>
<context>
    <name>tidemark::QueryHelp</name>
    <message>
        <source>Query Language</source>
        <translation type="unfinished">Lenguaje de consulta</translation>
    </message>
    <message>
        <source>Type words, terms or both; a story must match all of it.</source>
        <translation type="unfinished">Escriba palabras, términos o ambos; un relato debe cumplirlo todo.</translation>
    </message>
</context>
<context>
    <name>tidemark::QuickHide</name>
    <message>
        <source>Untitled</source>
        <translation type="unfinished">Sin título</translation>
    </message>
    <message>
        <source>%1 or a double click here goes back.</source>
        <translation type="unfinished">%1 o un doble clic aquí lleva de vuelta.</translation>
    </message>
</context>
<context>
    <name>tidemark::ReadingBar</name>
    <message>
        <source>Star</source>
        <translation type="unfinished">Estrella</translation>
    </message>
    <message>
        <source>Mark this story with a star</source>
        <translation type="unfinished">Marcar este relato con una estrella</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished">Nota</translation>
    </message>
    <message>
        <source>Write a note on this story</source>
        <translation type="unfinished">Escribir una nota sobre este relato</translation>
    </message>
    <message>
        <source>Do not quote</source>
        <translation type="unfinished">No citar</translation>
    </message>
    <message>
        <source>Remember not to quote this story</source>
        <translation type="unfinished">Recordar que este relato no se debe citar</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished">No leído</translation>
    </message>
    <message>
        <source>Mark this story as unread</source>
        <translation type="unfinished">Marcar este relato como no leído</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Temas</translation>
    </message>
    <message>
        <source>Set this story&apos;s themes by hand</source>
        <translation type="unfinished">Asignar a mano los temas de este relato</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished">Voz</translation>
    </message>
    <message>
        <source>Set this story&apos;s voice by hand</source>
        <translation type="unfinished">Asignar a mano la voz de este relato</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished">Explicar</translation>
    </message>
    <message>
        <source>Mark the words for which each theme&apos;s rule matched</source>
        <translation type="unfinished">Marcar las palabras por las que coincidió la regla de cada tema</translation>
    </message>
    <message>
        <source>%1 (by hand)</source>
        <translation type="unfinished">%1 (a mano)</translation>
    </message>
    <message>
        <source>%1 (not, by hand)</source>
        <translation type="unfinished">%1 (no, a mano)</translation>
    </message>
    <message>
        <source>%1 (by rule)</source>
        <translation type="unfinished">%1 (por regla)</translation>
    </message>
    <message>
        <source>Leave to the rules</source>
        <translation type="unfinished">Dejar a las reglas</translation>
    </message>
    <message>
        <source>By rule: %1</source>
        <translation type="unfinished">Por regla: %1</translation>
    </message>
    <message>
        <source>By model: %1</source>
        <translation type="unfinished">Por modelo: %1</translation>
    </message>
    <message>
        <source>%1 (by model)</source>
        <translation type="unfinished">%1 (por modelo)</translation>
    </message>
</context>
<context>
    <name>tidemark::ReadingCommands</name>
    <message>
        <source>Every story here is read.</source>
        <translation type="unfinished">Aquí todos los relatos están leídos.</translation>
    </message>
    <message>
        <source>No unread story comes before this one, but some come after it.</source>
        <translation type="unfinished">Antes de este relato no hay ninguno sin leer, pero después sí.</translation>
    </message>
    <message>
        <source>No unread story comes after this one, but some come before it.</source>
        <translation type="unfinished">Después de este relato no hay ninguno sin leer, pero antes sí.</translation>
    </message>
</context>
<context>
    <name>tidemark::ReadingPane</name>
    <message>
        <source>The filter doesn&apos;t select this story.</source>
        <translation type="unfinished">El filtro no selecciona este relato.</translation>
    </message>
    <message>
        <source>Reading pane</source>
        <translation type="unfinished">Panel de lectura</translation>
    </message>
    <message>
        <source>Choose a story to read it here.</source>
        <translation type="unfinished">Elija un relato para leerlo aquí.</translation>
    </message>
</context>
<context>
    <name>tidemark::RejectedRecordsDialog</name>
    <message>
        <source>&amp;Try Again</source>
        <translation type="unfinished">&amp;Intentar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation type="unfinished">&amp;Exportar...</translation>
    </message>
    <message>
        <source>Rejected Records</source>
        <translation type="unfinished">Registros rechazados</translation>
    </message>
    <message>
        <source>%1, %2: %3 set aside</source>
        <translation type="unfinished">%1, %2: %3 apartados</translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished">Importación</translation>
    </message>
    <message>
        <source>Records set aside</source>
        <translation type="unfinished">Registros apartados</translation>
    </message>
    <message>
        <source>Content of the record</source>
        <translation type="unfinished">Contenido del registro</translation>
    </message>
    <message>
        <source>Reads the records once more, with what you mended below</source>
        <translation type="unfinished">Lee de nuevo los registros, con lo que haya corregido abajo</translation>
    </message>
    <message>
        <source>No record was set aside: every one could be read.</source>
        <translation type="unfinished">No se apartó ningún registro: todos se pudieron leer.</translation>
    </message>
    <message>
        <source>Export Rejected Records</source>
        <translation type="unfinished">Exportar registros rechazados</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl);;All files (*)</source>
        <translation type="unfinished">JSON Lines (*.jsonl);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>tidemark::RejectedRecordsModel</name>
    <message>
        <source>Place</source>
        <translation type="unfinished">Lugar</translation>
    </message>
    <message>
        <source>Why it was set aside</source>
        <translation type="unfinished">Por qué se apartó</translation>
    </message>
</context>
<context>
    <name>tidemark::RuleDraft</name>
    <message>
        <source>Counting ...</source>
        <translation type="unfinished">Contando ...</translation>
    </message>
    <message>
        <source>Without a rule the theme is set by hand only.</source>
        <translation type="unfinished">Sin regla, el tema solo se asigna a mano.</translation>
    </message>
    <message>
        <source>Finds %1 of %2 stories in the rules&apos; language; against the rule in force %3 enter, %4 leave.</source>
        <translation type="unfinished">Encuentra %1 de %2 relatos en la lengua de las reglas; frente a la regla vigente entran %3 y salen %4.</translation>
    </message>
    <message>
        <source>It matches no story: check its words.</source>
        <translation type="unfinished">No coincide con ningún relato: revise sus palabras.</translation>
    </message>
    <message>
        <source>It matches nearly every story: check its words.</source>
        <translation type="unfinished">Coincide con casi todos los relatos: revise sus palabras.</translation>
    </message>
</context>
<context>
    <name>tidemark::RuleEditor</name>
    <message>
        <source>Stories that match</source>
        <translation type="unfinished">Relatos que coinciden</translation>
    </message>
    <message>
        <source>Stories that enter</source>
        <translation type="unfinished">Relatos que entran</translation>
    </message>
    <message>
        <source>Stories that leave</source>
        <translation type="unfinished">Relatos que salen</translation>
    </message>
    <message>
        <source>What each of the words brings</source>
        <translation type="unfinished">Lo que aporta cada palabra</translation>
    </message>
    <message>
        <source>&amp;Keep what was judged as codings by hand when saving</source>
        <translation type="unfinished">&amp;Conservar lo juzgado como codificaciones a mano al guardar</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished">Regla</translation>
    </message>
    <message>
        <source>Words, &quot;phrases&quot;, beginnings*, NEAR(a b, 5), joined by OR, AND, NOT</source>
        <translation type="unfinished">Palabras, &quot;frases&quot;, comienzos*, NEAR(a b, 5), unidos por OR, AND, NOT</translation>
    </message>
    <message>
        <source>Wor&amp;ds</source>
        <translation type="unfinished">Pala&amp;bras</translation>
    </message>
    <message>
        <source>M&amp;atch: %1</source>
        <translation type="unfinished">C&amp;oinciden: %1</translation>
    </message>
    <message>
        <source>En&amp;ter: %1</source>
        <translation type="unfinished">E&amp;ntran: %1</translation>
    </message>
    <message>
        <source>&amp;Leave: %1</source>
        <translation type="unfinished">Sa&amp;len: %1</translation>
    </message>
    <message>
        <source>A model codes this theme now, and the rule is only among what it learned from. “Back to the Rules” in Learn Themes lets the rule code it again.</source>
        <translation type="unfinished">Un modelo codifica ahora este tema, y la regla es solo una parte de aquello de lo que aprendió. «Volver a las reglas» en «Aprender temas» hace que la regla vuelva a codificarlo.</translation>
    </message>
    <message>
        <source>Rule and what it codes</source>
        <translation type="unfinished">Regla y lo que codifica</translation>
    </message>
    <message>
        <source>What the rule brings</source>
        <translation type="unfinished">Lo que aporta la regla</translation>
    </message>
</context>
<context>
    <name>tidemark::RuleTermsModel</name>
    <message>
        <source>Words</source>
        <translation type="unfinished">Palabras</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Relatos</translation>
    </message>
    <message>
        <source>Only by These</source>
        <translation type="unfinished">Solo por estas</translation>
    </message>
</context>
<context>
    <name>tidemark::SampleCommands</name>
    <message>
        <source>Sample of %1 by month, seed %2</source>
        <translation type="unfinished">Muestra de %1 por mes, semilla %2</translation>
    </message>
    <message>
        <source>Sample of %1 by theme, seed %2</source>
        <translation type="unfinished">Muestra de %1 por tema, semilla %2</translation>
    </message>
    <message>
        <source>Sample of %1 by platform, seed %2</source>
        <translation type="unfinished">Muestra de %1 por plataforma, semilla %2</translation>
    </message>
    <message>
        <source>Sample of %1, seed %2</source>
        <translation type="unfinished">Muestra de %1, semilla %2</translation>
    </message>
    <message>
        <source>: %1 read, %2 coded by hand</source>
        <translation type="unfinished">: %1 leídos, %2 codificados a mano</translation>
    </message>
</context>
<context>
    <name>tidemark::SampleDialog</name>
    <message>
        <source>Draw a Reading Sample</source>
        <translation type="unfinished">Extraer una muestra de lectura</translation>
    </message>
    <message>
        <source>Draws at random from the %1 of the selection, and keeps what was drawn as a saved filter. The same seed draws the same stories again.</source>
        <translation type="unfinished">Extrae al azar de la selección (%1) y guarda lo extraído como filtro guardado. La misma semilla extrae de nuevo los mismos relatos.</translation>
    </message>
    <message>
        <source>From all alike</source>
        <translation type="unfinished">De todos por igual</translation>
    </message>
    <message>
        <source>By month, in proportion</source>
        <translation type="unfinished">Por mes, en proporción</translation>
    </message>
    <message>
        <source>By theme, in proportion</source>
        <translation type="unfinished">Por tema, en proporción</translation>
    </message>
    <message>
        <source>By platform, in proportion</source>
        <translation type="unfinished">Por plataforma, en proporción</translation>
    </message>
    <message>
        <source>&amp;Stories</source>
        <translation type="unfinished">&amp;Relatos</translation>
    </message>
    <message>
        <source>&amp;Drawn</source>
        <translation type="unfinished">E&amp;xtracción</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation type="unfinished">&amp;Semilla</translation>
    </message>
    <message>
        <source>Stories in the sample</source>
        <translation type="unfinished">Relatos de la muestra</translation>
    </message>
    <message>
        <source>How they are drawn</source>
        <translation type="unfinished">Cómo se extraen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished">Semilla</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished">Extraer</translation>
    </message>
</context>
<context>
    <name>tidemark::SampleView</name>
    <message>
        <source>The story</source>
        <translation type="unfinished">El relato</translation>
    </message>
    <message>
        <source>Belongs (Y)</source>
        <translation type="unfinished">Pertenece (Y)</translation>
    </message>
    <message>
        <source>Doesn&apos;t (N)</source>
        <translation type="unfinished">No (N)</translation>
    </message>
    <message>
        <source>Unjudged</source>
        <translation type="unfinished">Sin juzgar</translation>
    </message>
</context>
<context>
    <name>tidemark::SavedFilters</name>
    <message>
        <source>It can&apos;t be read any more: %1</source>
        <translation type="unfinished">Ya no se puede leer: %1</translation>
    </message>
    <message>
        <source>%1, %2 stories</source>
        <translation type="unfinished">%1, %2 relatos</translation>
    </message>
</context>
<context>
    <name>tidemark::SavedFiltersView</name>
    <message>
        <source>Saved Filters</source>
        <translation type="unfinished">Filtros guardados</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished">Filtros guardados</translation>
    </message>
    <message>
        <source>Save Filter</source>
        <translation type="unfinished">Guardar filtro</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation type="unfinished">Nombre del filtro</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">Guardar</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished">Cambiar &amp;nombre</translation>
    </message>
    <message>
        <source>&amp;Change to the Filter in Force</source>
        <translation type="unfinished">&amp;Cambiar al filtro vigente</translation>
    </message>
    <message>
        <source>Copy as &amp;Text</source>
        <translation type="unfinished">Copiar como &amp;texto</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation type="unfinished">&amp;Subir</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation type="unfinished">&amp;Bajar</translation>
    </message>
    <message>
        <source>Re&amp;move...</source>
        <translation type="unfinished">&amp;Eliminar...</translation>
    </message>
    <message>
        <source>Remove the saved filter %1? The stories stay.</source>
        <translation type="unfinished">¿Desea eliminar el filtro guardado %1? Los relatos permanecen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Eliminar</translation>
    </message>
    <message>
        <source>There is another saved filter %1. Replace it?</source>
        <translation type="unfinished">Hay otro filtro guardado, %1. ¿Desea sustituirlo?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished">Sustituir</translation>
    </message>
</context>
<context>
    <name>tidemark::SearchBox</name>
    <message>
        <source>Search stories</source>
        <translation type="unfinished">Buscar relatos</translation>
    </message>
</context>
<context>
    <name>tidemark::SearchCompleter</name>
    <message>
        <source>Ways to go on</source>
        <translation type="unfinished">Formas de continuar</translation>
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
        <translation type="unfinished">&amp;Cambiar</translation>
    </message>
    <message>
        <source>As &amp;Delivered</source>
        <translation type="unfinished">&amp;Predeterminado</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished">Atajos de teclado</translation>
    </message>
    <message>
        <source>New key of the chosen command</source>
        <translation type="unfinished">Nueva tecla de la orden elegida</translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished">Espacio</translation>
    </message>
    <message>
        <source>Facets: include the value, or take that back</source>
        <translation type="unfinished">Facetas: incluir el valor o anularlo</translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation type="unfinished">Ctrl+Espacio</translation>
    </message>
    <message>
        <source>Facets: include it as well</source>
        <translation type="unfinished">Facetas: incluirlo también</translation>
    </message>
    <message>
        <source>Shift+Space, Del</source>
        <translation type="unfinished">Mayús+Espacio, Supr</translation>
    </message>
    <message>
        <source>Facets: exclude it</source>
        <translation type="unfinished">Facetas: excluirlo</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation type="unfinished">Izquierda, Derecha</translation>
    </message>
    <message>
        <source>Timeline: move; with Shift, widen the span; with Ctrl, only look</source>
        <translation type="unfinished">Línea de tiempo: mover; con Mayús, ampliar el tramo; con Ctrl, solo mirar</translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished">Intro</translation>
    </message>
    <message>
        <source>Timeline: choose the bar under the cursor</source>
        <translation type="unfinished">Línea de tiempo: elegir la barra bajo el cursor</translation>
    </message>
    <message>
        <source>+, -, 0</source>
        <translation type="unfinished">+, -, 0</translation>
    </message>
    <message>
        <source>Timeline: closer, wider, everything</source>
        <translation type="unfinished">Línea de tiempo: más cerca, más amplia, todo</translation>
    </message>
    <message>
        <source>Z</source>
        <translation type="unfinished">Z</translation>
    </message>
    <message>
        <source>Timeline: only the selected span, and back</source>
        <translation type="unfinished">Línea de tiempo: solo el tramo seleccionado, y volver</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished">Esc</translation>
    </message>
    <message>
        <source>Timeline: clear the span</source>
        <translation type="unfinished">Línea de tiempo: borrar el tramo</translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished">Supr</translation>
    </message>
    <message>
        <source>Chips: remove it from the filter</source>
        <translation type="unfinished">Condiciones del filtro: quitar una</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished">Teclas</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation type="unfinished">Qué hacen</translation>
    </message>
    <message>
        <source>Press the key that “%1” is to have.</source>
        <translation type="unfinished">Pulse la tecla que debe tener «%1».</translation>
    </message>
    <message>
        <source>Choose a command to change its key. Those of the panes stay.</source>
        <translation type="unfinished">Elija una orden para cambiar su tecla. Las de los paneles no cambian.</translation>
    </message>
    <message>
        <source>“%1” has this key, or one that begins alike. Give that another one first.</source>
        <translation type="unfinished">«%1» ya tiene esta tecla, u otra que empieza igual. Asígnele antes otra.</translation>
    </message>
    <message>
        <source>Type to find a command or a key</source>
        <translation type="unfinished">Escriba para encontrar una orden o una tecla</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation type="unfinished">Encontrar una orden o una tecla</translation>
    </message>
    <message>
        <source>&amp;No Key</source>
        <translation type="unfinished">&amp;Ninguna tecla</translation>
    </message>
    <message>
        <source>Press the key that “%1” is to have in place of %2. It keeps %3.</source>
        <translation type="unfinished">Pulse la tecla que debe tener «%1» en lugar de %2. Conserva %3.</translation>
    </message>
    <message>
        <source>Space, Shift+Space</source>
        <translation type="unfinished">Espacio, Mayús+Espacio</translation>
    </message>
    <message>
        <source>Stories: a page on or back, and at its end the next or previous story</source>
        <translation type="unfinished">Relatos: una página adelante o atrás, y al final el relato siguiente o anterior</translation>
    </message>
    <message>
        <source>Ctrl+Down, Ctrl+Up</source>
        <translation type="unfinished">Ctrl+Abajo, Ctrl+Arriba</translation>
    </message>
    <message>
        <source>Story: next and previous link</source>
        <translation type="unfinished">Relato: enlace siguiente y anterior</translation>
    </message>
    <message>
        <source>Story: open the link</source>
        <translation type="unfinished">Relato: abrir el enlace</translation>
    </message>
    <message>
        <source>Ctrl+Return, Esc</source>
        <translation type="unfinished">Ctrl+Intro, Esc</translation>
    </message>
    <message>
        <source>Note: keep it and leave it</source>
        <translation type="unfinished">Nota: conservarla y salir de ella</translation>
    </message>
    <message>
        <source>Names of columns: choose one; with Shift, change its width</source>
        <translation type="unfinished">Nombres de columnas: elegir uno; con Mayús, cambiar el ancho</translation>
    </message>
    <message>
        <source>Names of columns: sort by it</source>
        <translation type="unfinished">Nombres de columnas: ordenar por él</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation type="unfinished">Teclas de flecha</translation>
    </message>
    <message>
        <source>Borders: move; Return ends that, Esc puts the border back</source>
        <translation type="unfinished">Bordes: mover; Intro lo termina, Esc devuelve el borde a su sitio</translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished">Abajo</translation>
    </message>
    <message>
        <source>Search box: choose from what it offers; while it is empty, earlier searches</source>
        <translation type="unfinished">Cuadro de búsqueda: elegir entre lo que ofrece; si está vacío, búsquedas anteriores</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished">Tabulador</translation>
    </message>
    <message>
        <source>Search box: take the only value that is left</source>
        <translation type="unfinished">Cuadro de búsqueda: tomar el único valor que queda</translation>
    </message>
    <message>
        <source>Saved filters: filter by it</source>
        <translation type="unfinished">Filtros guardados: filtrar por él</translation>
    </message>
    <message>
        <source>F2</source>
        <translation type="unfinished">F2</translation>
    </message>
    <message>
        <source>Saved filters: rename it</source>
        <translation type="unfinished">Filtros guardados: cambiarle el nombre</translation>
    </message>
    <message>
        <source>Saved filters: remove it</source>
        <translation type="unfinished">Filtros guardados: quitarlo</translation>
    </message>
    <message>
        <source>Page Up, Page Down, Home, End</source>
        <translation type="unfinished">Re Pág, Av Pág, Inicio, Fin</translation>
    </message>
    <message>
        <source>Timeline: move further, and to either end</source>
        <translation type="unfinished">Línea de tiempo: mover más lejos, y a cada extremo</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Left, Ctrl+Shift+Right</source>
        <translation type="unfinished">Ctrl+Mayús+Izquierda, Ctrl+Mayús+Derecha</translation>
    </message>
    <message>
        <source>Timeline: move what is shown</source>
        <translation type="unfinished">Línea de tiempo: mover lo que se ve</translation>
    </message>
</context>
<context>
    <name>tidemark::SourceCommands</name>
    <message>
        <source>Removing %1</source>
        <translation type="unfinished">Eliminando %1</translation>
    </message>
    <message>
        <source>Adding %1</source>
        <translation type="unfinished">Añadiendo %1</translation>
    </message>
    <message>
        <source>Changing %1</source>
        <translation type="unfinished">Cambiando %1</translation>
    </message>
    <message>
        <source>Keeping the token</source>
        <translation type="unfinished">Guardando el token</translation>
    </message>
    <message>
        <source>This system has no keyring, so the token is kept only until Tidemark is closed.</source>
        <translation type="unfinished">Este sistema no tiene depósito de claves, así que el token solo se conserva hasta que se cierre Tidemark.</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation type="unfinished">Descargando</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1: %2</translation>
    </message>
    <message>
        <source>Asking whether the stories still stand</source>
        <translation type="unfinished">Preguntando si los relatos siguen allí</translation>
    </message>
    <message>
        <source>Out of sight there, hidden here and gone in seven days: %1.</source>
        <translation type="unfinished">No están a la vista allí; ocultos aquí y eliminados en siete días: %1.</translation>
    </message>
    <message>
        <source>Nobody said anything of %1; they stay as they are.</source>
        <translation type="unfinished">Nadie dijo nada de %1; quedan como están.</translation>
    </message>
    <message>
        <source>%1 stories still stand where they were shared.</source>
        <translation type="unfinished">%1 relatos siguen donde se compartieron.</translation>
    </message>
    <message>
        <source>Forgetting the token</source>
        <translation type="unfinished">Olvidando el token</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation type="unfinished">Descargar</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished">Preguntar</translation>
    </message>
    <message>
        <source>Deleted there and gone here: %1.</source>
        <translation type="unfinished">Eliminados allí y también aquí: %1.</translation>
    </message>
    <message>
        <source>Hidden until now, and seen again: %1.</source>
        <translation type="unfinished">Ocultos hasta ahora y de nuevo a la vista: %1.</translation>
    </message>
    <message>
        <source>Fetching by schedule: %1</source>
        <translation type="unfinished">Descarga según horario: %1</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation type="unfinished">Descargando %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n new stories (%2).</source>
        <translation type="unfinished">
            <numerusform>%1: %n relato nuevo (%2).</numerusform>
            <numerusform>%1: %n relatos nuevos (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: nothing new, %n changed (%2).</source>
        <translation type="unfinished">
            <numerusform>%1: nada nuevo, %n modificado (%2).</numerusform>
            <numerusform>%1: nada nuevo, %n modificados (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: nothing new (%2).</source>
        <translation type="unfinished">%1: nada nuevo (%2).</translation>
    </message>
    <message numerus="yes">
        <source>And %n other sources.</source>
        <translation type="unfinished">
            <numerusform>Y %n fuente más.</numerusform>
            <numerusform>Y %n fuentes más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records were set aside.</source>
        <translation type="unfinished">
            <numerusform>%n registro se apartó.</numerusform>
            <numerusform>%n registros se apartaron.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for saved copies</source>
        <translation type="unfinished">Buscando copias guardadas</translation>
    </message>
</context>
<context>
    <name>tidemark::SourcesDialog</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished">Fuentes</translation>
    </message>
    <message>
        <source>&amp;Add...</source>
        <translation type="unfinished">&amp;Añadir...</translation>
    </message>
    <message>
        <source>&amp;Edit...</source>
        <translation type="unfinished">E&amp;ditar...</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished">&amp;Pausar</translation>
    </message>
    <message>
        <source>&amp;Remove...</source>
        <translation type="unfinished">&amp;Eliminar...</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation type="unfinished">De&amp;scargar</translation>
    </message>
    <message>
        <source>Fetch A&amp;ll</source>
        <translation type="unfinished">Descargar &amp;todo</translation>
    </message>
    <message>
        <source>No source is subscribed to. Nothing is fetched before you ask for it.</source>
        <translation type="unfinished">No hay ninguna suscripción. No se descarga nada hasta que usted lo pida.</translation>
    </message>
    <message>
        <source>Remove %1? It is asked no more.</source>
        <translation type="unfinished">¿Desea eliminar %1? No se volverá a consultar.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Eliminar</translation>
    </message>
    <message>
        <source>&amp;Import List...</source>
        <translation type="unfinished">&amp;Importar lista...</translation>
    </message>
    <message>
        <source>E&amp;xport List...</source>
        <translation type="unfinished">E&amp;xportar lista...</translation>
    </message>
    <message>
        <source>Import List of Feeds</source>
        <translation type="unfinished">Importar lista de canales</translation>
    </message>
    <message>
        <source>Export List of Feeds</source>
        <translation type="unfinished">Exportar lista de canales</translation>
    </message>
    <message>
        <source>The list was written to %1.</source>
        <translation type="unfinished">La lista se escribió en %1.</translation>
    </message>
    <message>
        <source>Lists of feeds (*.opml *.xml)</source>
        <translation type="unfinished">Listas de canales (*.opml *.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished">Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation type="unfinished">&amp;Reanudar</translation>
    </message>
    <message>
        <source>Remove the &amp;stories that only it brought, too</source>
        <translation type="unfinished">Eliminar también los &amp;relatos que solo ella trajo</translation>
    </message>
</context>
<context>
    <name>tidemark::SourcesModel</name>
    <message>
        <source>Source</source>
        <translation type="unfinished">Fuente</translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished">Formato</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Relatos</translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished">Añadida</translation>
    </message>
</context>
<context>
    <name>tidemark::SplitDialog</name>
    <message>
        <source>Split Theme</source>
        <translation type="unfinished">Separar tema</translation>
    </message>
    <message>
        <source>Words, or any filter: bus OR train, platform:mastodon</source>
        <translation type="unfinished">Palabras o cualquier filtro: bus OR train, platform:mastodon</translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished">Separar</translation>
    </message>
    <message>
        <source>&amp;New theme</source>
        <translation type="unfinished">Tema &amp;nuevo</translation>
    </message>
    <message>
        <source>&amp;Stories</source>
        <translation type="unfinished">&amp;Relatos</translation>
    </message>
    <message>
        <source>Name of the new theme</source>
        <translation type="unfinished">Nombre del tema nuevo</translation>
    </message>
    <message>
        <source>Filter for its stories</source>
        <translation type="unfinished">Filtro para sus relatos</translation>
    </message>
    <message>
        <source>The stories of %1 that match become a theme of their own.</source>
        <translation type="unfinished">Los relatos de %1 que coinciden pasan a ser un tema propio.</translation>
    </message>
    <message>
        <source>Counting ...</source>
        <translation type="unfinished">Contando ...</translation>
    </message>
    <message>
        <source>%1 stories go over: the rule is divided, and what was coded by hand goes with it.</source>
        <translation type="unfinished">Pasan %1 relatos: la regla se divide y lo codificado a mano va con ella.</translation>
    </message>
    <message>
        <source>%1 stories go over, coded by hand.</source>
        <translation type="unfinished">Pasan %1 relatos, codificados a mano.</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryCommands</name>
    <message>
        <source>Marking %1</source>
        <translation type="unfinished">Marcando %1</translation>
    </message>
    <message>
        <source>Setting a theme of %1</source>
        <translation type="unfinished">Asignando un tema de %1</translation>
    </message>
    <message>
        <source>Setting the voice of %1</source>
        <translation type="unfinished">Asignando la voz de %1</translation>
    </message>
    <message>
        <source>Keeping the note</source>
        <translation type="unfinished">Guardando la nota</translation>
    </message>
    <message>
        <source>Forget %1? Text, author and record are deleted from this collection, and no later import brings them back. This can&apos;t be undone.</source>
        <translation type="unfinished">¿Desea olvidar %1? El texto, el autor y el registro se eliminan de esta colección, y ninguna importación posterior los trae de nuevo. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished">Olvidar</translation>
    </message>
    <message>
        <source>Forgetting %1</source>
        <translation type="unfinished">Olvidando %1</translation>
    </message>
    <message>
        <source>Remove &amp;Star</source>
        <translation type="unfinished">Quitar la &amp;estrella</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation type="unfinished">Marcar con &amp;estrella</translation>
    </message>
    <message>
        <source>Mark &amp;as Unread</source>
        <translation type="unfinished">Marcar como no leíd&amp;o</translation>
    </message>
    <message>
        <source>Mark &amp;as Read</source>
        <translation type="unfinished">Marcar como leíd&amp;o</translation>
    </message>
    <message>
        <source>May Be &amp;Quoted</source>
        <translation type="unfinished">Se puede ci&amp;tar</translation>
    </message>
    <message>
        <source>Do Not &amp;Quote</source>
        <translation type="unfinished">No ci&amp;tar</translation>
    </message>
    <message>
        <source>As the &amp;Rules Say</source>
        <translation type="unfinished">Según las &amp;reglas</translation>
    </message>
    <message>
        <source>Forgotten: %1.</source>
        <translation type="unfinished">Olvidados: %1.</translation>
    </message>
    <message>
        <source>Looking for saved copies</source>
        <translation type="unfinished">Buscando copias guardadas</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryCover</name>
    <message>
        <source>Show This Story</source>
        <translation type="unfinished">Mostrar este relato</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished">%1 · %2</translation>
    </message>
    <message>
        <source>No theme</source>
        <translation type="unfinished">Ningún tema</translation>
    </message>
    <message>
        <source>Marked as sensitive where it was shared</source>
        <translation type="unfinished">Marcado como sensible donde se compartió</translation>
    </message>
    <message>
        <source>The author&apos;s warning: %1</source>
        <translation type="unfinished">Aviso del autor: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln words</source>
        <translation type="unfinished">
            <numerusform>%1 · %Ln palabra</numerusform>
            <numerusform>%1 · %Ln palabras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation type="unfinished">
            <numerusform>%Ln palabra</numerusform>
            <numerusform>%Ln palabras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::StoryHeader</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished">Columnas</translation>
    </message>
    <message>
        <source>&amp;Fit Columns</source>
        <translation type="unfinished">&amp;Ajustar las columnas</translation>
    </message>
    <message>
        <source>&amp;Usual Widths</source>
        <translation type="unfinished">Anchos &amp;habituales</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln pixels wide</source>
        <translation type="unfinished">
            <numerusform>%1, %Ln píxel de ancho</numerusform>
            <numerusform>%1, %Ln píxeles de ancho</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::StoryListModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished">Fecha</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished">Plataforma</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished">Comienzo</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Temas</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished">Voz</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished">Marcas</translation>
    </message>
    <message>
        <source>(covered)</source>
        <translation type="unfinished">(cubierto)</translation>
    </message>
    <message>
        <source>+1 copy</source>
        <translation type="unfinished">+1 copia</translation>
    </message>
    <message>
        <source>+%1 copies</source>
        <translation type="unfinished">+%1 copias</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished">No leído</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished">Con estrella</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished">Nota</translation>
    </message>
    <message>
        <source>Do not quote</source>
        <translation type="unfinished">No citar</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation type="unfinished">Aviso de contenido</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryListPane</name>
    <message>
        <source>This collection holds no story yet. Import a file to begin.</source>
        <translation type="unfinished">Esta colección aún no contiene ningún relato. Importe un archivo para empezar.</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation type="unfinished">Importar...</translation>
    </message>
    <message>
        <source>No story matches.</source>
        <translation type="unfinished">Ningún relato coincide.</translation>
    </message>
    <message>
        <source>Clear All</source>
        <translation type="unfinished">Borrar todo</translation>
    </message>
    <message>
        <source>No story matches. Without “%1” there would be %2.</source>
        <translation type="unfinished">Ningún relato coincide. Si se quita «%1», quedarían %2.</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation type="unfinished">Quitar «%1»</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished">Intentar de nuevo</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Relatos</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryListView</name>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Relatos</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryText</name>
    <message>
        <source>Story</source>
        <translation type="unfinished">Relato</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished">&amp;Copiar</translation>
    </message>
    <message>
        <source>Copy with &amp;Names</source>
        <translation type="unfinished">Copiar con &amp;nombres</translation>
    </message>
    <message>
        <source>&amp;Note on the Selection</source>
        <translation type="unfinished">N&amp;ota sobre la selección</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation type="unfinished">&amp;Seleccionar todo</translation>
    </message>
</context>
<context>
    <name>tidemark::SubscriptionDialog</name>
    <message>
        <source>Add Source</source>
        <translation type="unfinished">Añadir fuente</translation>
    </message>
    <message>
        <source>Edit Source</source>
        <translation type="unfinished">Editar fuente</translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished">Añadir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">Guardar</translation>
    </message>
    <message>
        <source>&amp;Service:</source>
        <translation type="unfinished">&amp;Servicio:</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation type="unfinished">&amp;Dirección:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished">&amp;Nombre:</translation>
    </message>
    <message>
        <source>What it is called here</source>
        <translation type="unfinished">Cómo se llama aquí</translation>
    </message>
    <message>
        <source>Any of these &amp;hashtags:</source>
        <translation type="unfinished">Cualquiera de estos &amp;hashtags:</translation>
    </message>
    <message>
        <source>A&amp;ll of these:</source>
        <translation type="unfinished">&amp;Todos estos:</translation>
    </message>
    <message>
        <source>N&amp;one of these:</source>
        <translation type="unfinished">Ning&amp;uno de estos:</translation>
    </message>
    <message>
        <source>In the query language of the service</source>
        <translation type="unfinished">En el lenguaje de consulta del servicio</translation>
    </message>
    <message>
        <source>&amp;Token or app password:</source>
        <translation type="unfinished">To&amp;ken o contraseña de aplicación:</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring</source>
        <translation type="unfinished">Se guarda en el depósito de claves del sistema</translation>
    </message>
    <message>
        <source>Search the &amp;full archive, not the last seven days</source>
        <translation type="unfinished">Buscar en el archivo co&amp;mpleto, no en los últimos siete días</translation>
    </message>
    <message>
        <source>Not &amp;before</source>
        <translation type="unfinished">No &amp;antes de</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation type="unfinished">No antes de</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation type="unfinished">Solo cuando se pida</translation>
    </message>
    <message>
        <source>Every half hour, while Tidemark runs</source>
        <translation type="unfinished">Cada media hora, mientras Tidemark esté abierto</translation>
    </message>
    <message>
        <source>Every three hours, while Tidemark runs</source>
        <translation type="unfinished">Cada tres horas, mientras Tidemark esté abierto</translation>
    </message>
    <message>
        <source>Once a day, while Tidemark runs</source>
        <translation type="unfinished">Una vez al día, mientras Tidemark esté abierto</translation>
    </message>
    <message>
        <source>F&amp;etched:</source>
        <translation type="unfinished">D&amp;escarga:</translation>
    </message>
    <message>
        <source>Give the address.</source>
        <translation type="unfinished">Indique la dirección.</translation>
    </message>
    <message>
        <source>Sea&amp;rch for:</source>
        <translation type="unfinished">&amp;Buscar:</translation>
    </message>
    <message>
        <source>A&amp;ccount:</source>
        <translation type="unfinished">&amp;Cuenta:</translation>
    </message>
    <message>
        <source>Bu&amp;dget, posts a fetch:</source>
        <translation type="unfinished">&amp;Presupuesto, publicaciones por descarga:</translation>
    </message>
    <message>
        <source>Bud&amp;get, posts a month:</source>
        <translation type="unfinished">Presupuesto mensual, pub&amp;licaciones:</translation>
    </message>
    <message>
        <source>Once so many were read in a month, the schedule rests until the next one.</source>
        <translation type="unfinished">Cuando se han leído tantas en un mes, el horario descansa hasta el siguiente.</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished">en %1</translation>
    </message>
    <message>
        <source>Throw away what you wrote?</source>
        <translation type="unfinished">¿Desea descartar lo que ha escrito?</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation type="unfinished">Descartar</translation>
    </message>
</context>
<context>
    <name>tidemark::SubscriptionsModel</name>
    <message>
        <source>Not fetched yet</source>
        <translation type="unfinished">Aún sin descargar</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished">Completa</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation type="unfinished">Continúa</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished">En espera</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished">Sin conexión</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished">Error</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished">Desaparecida</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished">En pausa</translation>
    </message>
    <message>
        <source>When asked</source>
        <translation type="unfinished">Al pedirlo</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation type="unfinished">Pronto</translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished">Fuente</translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished">Servicio</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Relatos</translation>
    </message>
    <message>
        <source>Last fetch</source>
        <translation type="unfinished">Última descarga</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished">Consulta</translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished">Próxima</translation>
    </message>
    <message>
        <source>%1 a fetch; %2 of %3 this month</source>
        <translation type="unfinished">%1 por descarga; %2 de %3 este mes</translation>
    </message>
    <message>
        <source>%1 a fetch; %2 this month</source>
        <translation type="unfinished">%1 por descarga; %2 este mes</translation>
    </message>
    <message>
        <source>Waits for a budget</source>
        <translation type="unfinished">Espera un presupuesto</translation>
    </message>
    <message>
        <source>Budget (posts)</source>
        <translation type="unfinished">Presupuesto (publicaciones)</translation>
    </message>
</context>
<context>
    <name>tidemark::TableFormEditor</name>
    <message>
        <source>&amp;Encoding:</source>
        <translation type="unfinished">&amp;Codificación:</translation>
    </message>
    <message>
        <source>&amp;Separator:</source>
        <translation type="unfinished">&amp;Separador:</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished">Coma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished">Punto y coma</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished">Tabulador</translation>
    </message>
    <message>
        <source>&amp;Quotation marks:</source>
        <translation type="unfinished">C&amp;omillas:</translation>
    </message>
    <message>
        <source>Doubled (&quot;&quot;)</source>
        <translation type="unfinished">Dobladas (&quot;&quot;)</translation>
    </message>
    <message>
        <source>Apostrophes (&apos;)</source>
        <translation type="unfinished">Apóstrofos (&apos;)</translation>
    </message>
    <message>
        <source>Behind a backslash (\&quot;)</source>
        <translation type="unfinished">Tras barra invertida (\&quot;)</translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished">Ninguno</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation type="unfinished">&amp;Zona horaria:</translation>
    </message>
    <message>
        <source>Unknown, read as UTC</source>
        <translation type="unfinished">Desconocida, leída como UTC</translation>
    </message>
    <message>
        <source>Of times in the file that name no zone, or one that means several</source>
        <translation type="unfinished">De las horas del archivo que no indican zona, o indican una que significa varias</translation>
    </message>
    <message>
        <source>As found</source>
        <translation type="unfinished">Como se reconoció</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeCommands</name>
    <message>
        <source>%1 (unmeasured)</source>
        <translation type="unfinished">%1 (sin medir)</translation>
    </message>
    <message>
        <source>Rules in Other Languages</source>
        <translation type="unfinished">Reglas en otros idiomas</translation>
    </message>
    <message>
        <source>The themes can be looked for in these languages, too, each in stories of that language only. Nobody has measured yet how well these rules find them: read what they bring before you count on it. Choosing them codes all stories anew, and can be undone.</source>
        <translation type="unfinished">Los temas también se pueden buscar en estos idiomas, cada uno solo en relatos de ese idioma. Nadie ha medido todavía lo bien que los encuentran estas reglas: lea lo que traen antes de contar con ello. Elegirlas codifica de nuevo todos los relatos y se puede deshacer.</translation>
    </message>
    <message>
        <source>Coding the stories anew</source>
        <translation type="unfinished">Se codifican de nuevo los relatos</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeFields</name>
    <message>
        <source>Its stories open &amp;covered</source>
        <translation type="unfinished">Sus relatos se abren &amp;cubiertos</translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished">Ninguno</translation>
    </message>
    <message>
        <source>One a line, invented: a codebook is passed on</source>
        <translation type="unfinished">Uno por línea, inventado: un libro de códigos se comparte</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished">&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation type="unfinished">&amp;Grupo</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation type="unfinished">&amp;Tecla</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation type="unfinished">C&amp;olor</translation>
    </message>
    <message>
        <source>&amp;Definition</source>
        <translation type="unfinished">&amp;Definición</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation type="unfinished">&amp;Ejemplos</translation>
    </message>
    <message>
        <source>Stored and exported in these words; the window shows it as “%1”.</source>
        <translation type="unfinished">Así se guarda y se exporta; la ventana lo muestra como «%1».</translation>
    </message>
    <message>
        <source>What the theme is</source>
        <translation type="unfinished">Qué es el tema</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemePage</name>
    <message>
        <source>Typical stories</source>
        <translation type="unfinished">Relatos típicos</translation>
    </message>
    <message>
        <source>Doubtful stories</source>
        <translation type="unfinished">Relatos dudosos</translation>
    </message>
    <message>
        <source>About a Theme</source>
        <translation type="unfinished">Acerca de un tema</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished">Tema</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished">Regla</translation>
    </message>
    <message>
        <source>Volume of the theme over time</source>
        <translation type="unfinished">Volumen del tema a lo largo del tiempo</translation>
    </message>
    <message>
        <source>Words that set the theme apart</source>
        <translation type="unfinished">Palabras que distinguen el tema</translation>
    </message>
    <message>
        <source>Themes that occur with it</source>
        <translation type="unfinished">Temas que aparecen con él</translation>
    </message>
    <message>
        <source>Over Time</source>
        <translation type="unfinished">A lo largo del tiempo</translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished">Palabras</translation>
    </message>
    <message>
        <source>Themes That Occur With It</source>
        <translation type="unfinished">Temas que aparecen con él</translation>
    </message>
    <message>
        <source>Typical Stories</source>
        <translation type="unfinished">Relatos típicos</translation>
    </message>
    <message>
        <source>Doubtful Stories</source>
        <translation type="unfinished">Relatos dudosos</translation>
    </message>
    <message>
        <source>Show Its &amp;Stories</source>
        <translation type="unfinished">Mostrar sus &amp;relatos</translation>
    </message>
    <message>
        <source>It has no rule and is coded by hand only.</source>
        <translation type="unfinished">No tiene regla y solo se codifica a mano.</translation>
    </message>
    <message>
        <source>Being counted ...</source>
        <translation type="unfinished">Contando ...</translation>
    </message>
    <message>
        <source>(covered)</source>
        <translation type="unfinished">(cubierto)</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemePalette</name>
    <message>
        <source>Set or Clear a Theme</source>
        <translation type="unfinished">Asignar o quitar un tema</translation>
    </message>
    <message>
        <source>Type to find a theme</source>
        <translation type="unfinished">Escriba para encontrar un tema</translation>
    </message>
    <message>
        <source>Find a theme</source>
        <translation type="unfinished">Encontrar un tema</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Temas</translation>
    </message>
    <message>
        <source>No theme has this in its name or definition.</source>
        <translation type="unfinished">Ningún tema lo tiene en su nombre o definición.</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeTableDialog</name>
    <message>
        <source>&amp;Heat map</source>
        <translation type="unfinished">Mapa de &amp;calor</translation>
    </message>
    <message>
        <source>Theme Tables</source>
        <translation type="unfinished">Tablas de temas</translation>
    </message>
    <message>
        <source>Themes by theme</source>
        <translation type="unfinished">Temas por tema</translation>
    </message>
    <message>
        <source>Themes by voice</source>
        <translation type="unfinished">Temas por voz</translation>
    </message>
    <message>
        <source>Themes by platform</source>
        <translation type="unfinished">Temas por plataforma</translation>
    </message>
    <message>
        <source>Themes by language</source>
        <translation type="unfinished">Temas por idioma</translation>
    </message>
    <message>
        <source>Themes by month</source>
        <translation type="unfinished">Temas por mes</translation>
    </message>
    <message>
        <source>What themes are counted by</source>
        <translation type="unfinished">Según qué se cuentan los temas</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Relatos</translation>
    </message>
    <message>
        <source>Share of the row</source>
        <translation type="unfinished">Parte de la fila</translation>
    </message>
    <message>
        <source>Share of the column</source>
        <translation type="unfinished">Parte de la columna</translation>
    </message>
    <message>
        <source>What the cells say</source>
        <translation type="unfinished">Qué dicen las celdas</translation>
    </message>
    <message>
        <source>Save &amp;Picture...</source>
        <translation type="unfinished">Guardar &amp;imagen...</translation>
    </message>
    <message>
        <source>Save &amp;Figures...</source>
        <translation type="unfinished">Guardar ci&amp;fras...</translation>
    </message>
    <message>
        <source>A story can have several themes, so rows don&apos;t add up to all stories.</source>
        <translation type="unfinished">Un relato puede tener varios temas, así que las filas no suman todos los relatos.</translation>
    </message>
    <message>
        <source>Undated stories are in no month; all stories count them, too.</source>
        <translation type="unfinished">Los relatos sin fecha no están en ningún mes; en todos los relatos sí cuentan.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished">%1, %2: %3</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation type="unfinished">Guardar imagen</translation>
    </message>
    <message>
        <source>Save Figures</source>
        <translation type="unfinished">Guardar cifras</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished">Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>The table was written to %1.</source>
        <translation type="unfinished">La tabla se escribió en %1.</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeTableModel</name>
    <message>
        <source>All stories</source>
        <translation type="unfinished">Todos los relatos</translation>
    </message>
    <message>
        <source>%1, %2: %3 stories, %4 of the row, %5 of the column</source>
        <translation type="unfinished">%1, %2: %3 relatos, %4 de la fila, %5 de la columna</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeTableView</name>
    <message>
        <source>Themes as a table</source>
        <translation type="unfinished">Temas como tabla</translation>
    </message>
    <message>
        <source>Return shows the stories of a cell</source>
        <translation type="unfinished">Intro muestra los relatos de una celda</translation>
    </message>
    <message>
        <source>A click shows the stories of a cell</source>
        <translation type="unfinished">Un clic muestra los relatos de una celda</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeTree</name>
    <message>
        <source>Themes</source>
        <translation type="unfinished">Temas</translation>
    </message>
</context>
<context>
    <name>tidemark::ThemeTreeModel</name>
    <message>
        <source>Without a Group</source>
        <translation type="unfinished">Sin grupo</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation type="unfinished">Retirado</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation type="unfinished">Grupo %1</translation>
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
        <translation type="unfinished">%1, tecla %2</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation type="unfinished">%1, sin guardar</translation>
    </message>
</context>
<context>
    <name>tidemark::TicksDialog</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished">Guardar</translation>
    </message>
</context>
<context>
    <name>tidemark::TimeZoneDialog</name>
    <message>
        <source>Time Zone</source>
        <translation type="unfinished">Zona horaria</translation>
    </message>
    <message>
        <source>Times are shown, and days are counted, in this zone. The stories keep their own times.</source>
        <translation type="unfinished">Las horas se muestran y los días se cuentan en esta zona. Los relatos conservan sus propias horas.</translation>
    </message>
    <message>
        <source>Search places</source>
        <translation type="unfinished">Buscar lugares</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation type="unfinished">Zonas horarias</translation>
    </message>
    <message>
        <source>Use This Zone</source>
        <translation type="unfinished">Usar esta zona</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineCommands</name>
    <message>
        <source>Save Picture</source>
        <translation type="unfinished">Guardar imagen</translation>
    </message>
    <message>
        <source>Save Figures</source>
        <translation type="unfinished">Guardar cifras</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished">Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation type="unfinished">Escrito en %1.</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineMenu</name>
    <message>
        <source>&amp;Chart</source>
        <translation type="unfinished">&amp;Gráfico</translation>
    </message>
    <message>
        <source>&amp;Bars</source>
        <translation type="unfinished">&amp;Barras</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation type="unfinished">&amp;Líneas</translation>
    </message>
    <message>
        <source>Parts &amp;Together</source>
        <translation type="unfinished">Partes &amp;juntas</translation>
    </message>
    <message>
        <source>Parts Side b&amp;y Side</source>
        <translation type="unfinished">Partes una al la&amp;do de otra</translation>
    </message>
    <message>
        <source>Lo&amp;garithmic Scale</source>
        <translation type="unfinished">Escala lo&amp;garítmica</translation>
    </message>
    <message>
        <source>&amp;Only the Selected Span</source>
        <translation type="unfinished">&amp;Solo el tramo seleccionado</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation type="unfinished">&amp;Acontecimientos</translation>
    </message>
    <message>
        <source>As a T&amp;able</source>
        <translation type="unfinished">Como &amp;tabla</translation>
    </message>
    <message>
        <source>Copy &amp;Picture</source>
        <translation type="unfinished">Copiar &amp;imagen</translation>
    </message>
    <message>
        <source>&amp;Save Picture...</source>
        <translation type="unfinished">G&amp;uardar imagen...</translation>
    </message>
    <message>
        <source>Copy &amp;Figures</source>
        <translation type="unfinished">C&amp;opiar cifras</translation>
    </message>
    <message>
        <source>Sa&amp;ve Figures...</source>
        <translation type="unfinished">Gua&amp;rdar cifras...</translation>
    </message>
    <message>
        <source>P&amp;rint Chart...</source>
        <translation type="unfinished">Im&amp;primir gráfico...</translation>
    </message>
    <message>
        <source>&amp;Moving Average</source>
        <translation type="unfinished">&amp;Media móvil</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation type="unfinished">&amp;Ninguna</translation>
    </message>
    <message>
        <source>Of %1 Steps</source>
        <translation type="unfinished">De %1 intervalos</translation>
    </message>
    <message>
        <source>&amp;Compare the Selected Span</source>
        <translation type="unfinished">&amp;Comparar el tramo seleccionado</translation>
    </message>
    <message>
        <source>With &amp;Nothing</source>
        <translation type="unfinished">Con &amp;nada</translation>
    </message>
    <message>
        <source>With the Same Length &amp;Before</source>
        <translation type="unfinished">Con el tramo &amp;anterior de igual duración</translation>
    </message>
    <message>
        <source>With the &amp;Year Before</source>
        <translation type="unfinished">Con el mismo tramo del añ&amp;o anterior</translation>
    </message>
    <message>
        <source>B&amp;ursts</source>
        <translation type="unfinished">Rá&amp;fagas</translation>
    </message>
    <message>
        <source>&amp;Not Marked</source>
        <translation type="unfinished">&amp;Sin marcar</translation>
    </message>
    <message>
        <source>%1 Times the Mean Rate</source>
        <translation type="unfinished">%1 veces la tasa media</translation>
    </message>
    <message>
        <source>Loo&amp;k Closer</source>
        <translation type="unfinished">Ac&amp;ercar la vista</translation>
    </message>
    <message>
        <source>Look &amp;Wider</source>
        <translation type="unfinished">Alejar la &amp;vista</translation>
    </message>
    <message>
        <source>Show Everyt&amp;hing</source>
        <translation type="unfinished">Ver toda la exte&amp;nsión</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished">Periodo</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished">Relatos</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation type="unfinished">Publicaciones</translation>
    </message>
    <message>
        <source>Distinct accounts</source>
        <translation type="unfinished">Cuentas distintas</translation>
    </message>
    <message>
        <source>Whole collection</source>
        <translation type="unfinished">Toda la colección</translation>
    </message>
    <message>
        <source>%1, mean of %2</source>
        <translation type="unfinished">%1, media de %2</translation>
    </message>
    <message>
        <source>Mean of %1</source>
        <translation type="unfinished">Media de %1</translation>
    </message>
    <message>
        <source>%1, earlier span</source>
        <translation type="unfinished">%1, periodo anterior</translation>
    </message>
    <message>
        <source>Earlier span</source>
        <translation type="unfinished">Periodo anterior</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation type="unfinished">Ráfaga</translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished">Acontecimientos</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelinePanel</name>
    <message>
        <source>Counted in</source>
        <translation type="unfinished">Contado en</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation type="unfinished">Dividido por</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished">Intervalos</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished">Gráfico</translation>
    </message>
    <message>
        <source>How the timeline is shown</source>
        <translation type="unfinished">Cómo se muestra la línea de tiempo</translation>
    </message>
    <message>
        <source>stories</source>
        <translation type="unfinished">relatos</translation>
    </message>
    <message>
        <source>posts with reposts</source>
        <translation type="unfinished">publicaciones y republicaciones</translation>
    </message>
    <message>
        <source>distinct accounts</source>
        <translation type="unfinished">cuentas distintas</translation>
    </message>
    <message>
        <source>not split</source>
        <translation type="unfinished">sin dividir</translation>
    </message>
    <message>
        <source>by theme</source>
        <translation type="unfinished">por tema</translation>
    </message>
    <message>
        <source>by voice</source>
        <translation type="unfinished">por voz</translation>
    </message>
    <message>
        <source>by platform</source>
        <translation type="unfinished">por plataforma</translation>
    </message>
    <message>
        <source>by language</source>
        <translation type="unfinished">por idioma</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished">automático</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished">minutos</translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished">horas</translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished">días</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation type="unfinished">semanas</translation>
    </message>
    <message>
        <source>months</source>
        <translation type="unfinished">meses</translation>
    </message>
    <message>
        <source>years</source>
        <translation type="unfinished">años</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation type="unfinished">por minuto</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation type="unfinished">por hora</translation>
    </message>
    <message>
        <source>a day</source>
        <translation type="unfinished">por día</translation>
    </message>
    <message>
        <source>a week</source>
        <translation type="unfinished">por semana</translation>
    </message>
    <message>
        <source>a month</source>
        <translation type="unfinished">por mes</translation>
    </message>
    <message>
        <source>a year</source>
        <translation type="unfinished">por año</translation>
    </message>
    <message>
        <source>%1 undated</source>
        <translation type="unfinished">%1 sin fecha</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished">Línea de tiempo</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineTable</name>
    <message>
        <source>Timeline as a table</source>
        <translation type="unfinished">Línea de tiempo como tabla</translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished">Línea de tiempo</translation>
    </message>
    <message>
        <source>Others</source>
        <translation type="unfinished">Otros</translation>
    </message>
    <message>
        <source>No dated stories</source>
        <translation type="unfinished">Ningún relato con fecha</translation>
    </message>
</context>
<context>
    <name>tidemark::UndoCommands</name>
    <message>
        <source>Undoing: %1</source>
        <translation type="unfinished">Deshaciendo: %1</translation>
    </message>
    <message>
        <source>Redoing: %1</source>
        <translation type="unfinished">Rehaciendo: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished">&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation type="unfinished">&amp;Deshacer: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation type="unfinished">&amp;Rehacer: %1</translation>
    </message>
</context>
<context>
    <name>tidemark::WindowActions</name>
    <message>
        <source>&amp;New Collection...</source>
        <translation type="unfinished">&amp;Nueva colección...</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation type="unfinished">&amp;Abrir...</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation type="unfinished">&amp;Importar...</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation type="unfinished">&amp;Exportar...</translation>
    </message>
    <message>
        <source>Save a &amp;Copy...</source>
        <translation type="unfinished">Guardar una &amp;copia...</translation>
    </message>
    <message>
        <source>&amp;Sample Collection</source>
        <translation type="unfinished">Colección de e&amp;jemplo</translation>
    </message>
    <message>
        <source>&amp;Print Story...</source>
        <translation type="unfinished">I&amp;mprimir relato...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished">&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished">&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished">&amp;Copiar</translation>
    </message>
    <message>
        <source>Copy with &amp;Names</source>
        <translation type="unfinished">Copiar con &amp;nombres</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished">&amp;Buscar</translation>
    </message>
    <message>
        <source>Sa&amp;ve Filter...</source>
        <translation type="unfinished">&amp;Guardar filtro...</translation>
    </message>
    <message>
        <source>Dra&amp;w a Reading Sample...</source>
        <translation type="unfinished">E&amp;xtraer una muestra de lectura...</translation>
    </message>
    <message>
        <source>Next Pa&amp;ne</source>
        <translation type="unfinished">Panel siguie&amp;nte</translation>
    </message>
    <message>
        <source>Previ&amp;ous Pane</source>
        <translation type="unfinished">Panel &amp;anterior</translation>
    </message>
    <message>
        <source>Show &amp;Authors</source>
        <translation type="unfinished">Mostrar a&amp;utores</translation>
    </message>
    <message>
        <source>Always Show Authors in &amp;This Collection</source>
        <translation type="unfinished">Mostrar &amp;siempre los autores en esta colección</translation>
    </message>
    <message>
        <source>Fold &amp;Copies</source>
        <translation type="unfinished">Plegar &amp;copias</translation>
    </message>
    <message>
        <source>Co&amp;mpact</source>
        <translation type="unfinished">Co&amp;mpacto</translation>
    </message>
    <message>
        <source>Alwa&amp;ys as Cards</source>
        <translation type="unfinished">Siempre en fic&amp;has</translation>
    </message>
    <message>
        <source>&amp;Newest First</source>
        <translation type="unfinished">Más &amp;recientes primero</translation>
    </message>
    <message>
        <source>&amp;Oldest First</source>
        <translation type="unfinished">Más anti&amp;guos primero</translation>
    </message>
    <message>
        <source>&amp;Explain Themes</source>
        <translation type="unfinished">&amp;Explicar los temas</translation>
    </message>
    <message>
        <source>&amp;Show Covered Stories</source>
        <translation type="unfinished">Mostrar relatos cu&amp;biertos</translation>
    </message>
    <message>
        <source>&amp;Hide Everything</source>
        <translation type="unfinished">Ocultar to&amp;do</translation>
    </message>
    <message>
        <source>Hi&amp;de by Shift Three Times</source>
        <translation type="unfinished">Ocultar al pulsar Mayús tres &amp;veces</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished">Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished">&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished">&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation type="unfinished">Texto más &amp;grande</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation type="unfinished">Texto más &amp;pequeño</translation>
    </message>
    <message>
        <source>&amp;Usual Size</source>
        <translation type="unfinished">Tamaño &amp;habitual</translation>
    </message>
    <message>
        <source>Se&amp;rif</source>
        <translation type="unfinished">Con &amp;serifas</translation>
    </message>
    <message>
        <source>Sep&amp;ia</source>
        <translation type="unfinished">Sep&amp;ia</translation>
    </message>
    <message>
        <source>Show &amp;Hidden Characters</source>
        <translation type="unfinished">Mostrar caracteres &amp;ocultos</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation type="unfinished">&amp;Siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation type="unfinished">&amp;Anterior</translation>
    </message>
    <message>
        <source>Next Un&amp;read</source>
        <translation type="unfinished">Siguiente no &amp;leído</translation>
    </message>
    <message>
        <source>Previous Unr&amp;ead</source>
        <translation type="unfinished">Anterior no leí&amp;do</translation>
    </message>
    <message>
        <source>Next &amp;Match</source>
        <translation type="unfinished">Siguiente &amp;coincidencia</translation>
    </message>
    <message>
        <source>Previous Matc&amp;h</source>
        <translation type="unfinished">Anterior coinc&amp;idencia</translation>
    </message>
    <message>
        <source>Set or &amp;Clear a Theme...</source>
        <translation type="unfinished">Asignar o &amp;quitar un tema...</translation>
    </message>
    <message>
        <source>Theme %1</source>
        <translation type="unfinished">Tema %1</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation type="unfinished">Marcar con &amp;estrella</translation>
    </message>
    <message>
        <source>Mark &amp;as Unread</source>
        <translation type="unfinished">Marcar como no leíd&amp;o</translation>
    </message>
    <message>
        <source>&amp;Note...</source>
        <translation type="unfinished">&amp;Nota...</translation>
    </message>
    <message>
        <source>Do Not &amp;Quote</source>
        <translation type="unfinished">No ci&amp;tar</translation>
    </message>
    <message>
        <source>Show C&amp;opies</source>
        <translation type="unfinished">Mostrar co&amp;pias</translation>
    </message>
    <message>
        <source>&amp;Forget Story...</source>
        <translation type="unfinished">Olvidar &amp;relato...</translation>
    </message>
    <message>
        <source>&amp;Themes...</source>
        <translation type="unfinished">&amp;Temas...</translation>
    </message>
    <message>
        <source>&amp;Sources...</source>
        <translation type="unfinished">&amp;Fuentes...</translation>
    </message>
    <message>
        <source>&amp;Fetch All</source>
        <translation type="unfinished">&amp;Descargar todo</translation>
    </message>
    <message>
        <source>Ask &amp;Whether Stories Still Stand</source>
        <translation type="unfinished">Preguntar si los relatos si&amp;guen allí</translation>
    </message>
    <message>
        <source>&amp;Undo Import...</source>
        <translation type="unfinished">Des&amp;hacer importación...</translation>
    </message>
    <message>
        <source>&amp;Remove Source...</source>
        <translation type="unfinished">&amp;Eliminar fuente...</translation>
    </message>
    <message>
        <source>Time &amp;Zone...</source>
        <translation type="unfinished">&amp;Zona horaria...</translation>
    </message>
    <message>
        <source>&amp;Public Accounts...</source>
        <translation type="unfinished">Cuentas &amp;públicas...</translation>
    </message>
    <message>
        <source>Columns &amp;About People...</source>
        <translation type="unfinished">Columnas &amp;sobre personas...</translation>
    </message>
    <message>
        <source>Co&amp;vered Themes...</source>
        <translation type="unfinished">Temas cu&amp;biertos...</translation>
    </message>
    <message>
        <source>Rejected Re&amp;cords...</source>
        <translation type="unfinished">&amp;Registros rechazados...</translation>
    </message>
    <message>
        <source>&amp;Events...</source>
        <translation type="unfinished">A&amp;contecimientos...</translation>
    </message>
    <message>
        <source>C&amp;heck</source>
        <translation type="unfinished">&amp;Verificar</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation type="unfinished">&amp;Manual</translation>
    </message>
    <message>
        <source>&amp;Query Language</source>
        <translation type="unfinished">&amp;Lenguaje de consulta</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished">&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>Help&amp;lines</source>
        <translation type="unfinished">Líneas de a&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;About Tidemark</source>
        <translation type="unfinished">Acerca &amp;de Tidemark</translation>
    </message>
    <message>
        <source>Voice %1</source>
        <translation type="unfinished">Voz %1</translation>
    </message>
    <message>
        <source>&amp;Learn Themes...</source>
        <translation type="unfinished">&amp;Aprender temas...</translation>
    </message>
    <message>
        <source>C&amp;ode Stories...</source>
        <translation type="unfinished">C&amp;odificar relatos...</translation>
    </message>
    <message>
        <source>Coded, Ne&amp;xt</source>
        <translation type="unfinished">Codificado, s&amp;iguiente</translation>
    </message>
    <message>
        <source>Pass O&amp;ver</source>
        <translation type="unfinished">Pasar por al&amp;to</translation>
    </message>
    <message>
        <source>En&amp;d Coding</source>
        <translation type="unfinished">Terminar la co&amp;dificación</translation>
    </message>
    <message>
        <source>A&amp;greement of Coders...</source>
        <translation type="unfinished">Ac&amp;uerdo entre codificadores...</translation>
    </message>
    <message>
        <source>Theme Ta&amp;bles...</source>
        <translation type="unfinished">Tab&amp;las de temas...</translation>
    </message>
    <message>
        <source>About a The&amp;me...</source>
        <translation type="unfinished">Acerca de un te&amp;ma...</translation>
    </message>
    <message>
        <source>Rules &amp;in Other Languages...</source>
        <translation type="unfinished">Reglas en otros id&amp;iomas...</translation>
    </message>
    <message>
        <source>Note on Selected &amp;Words...</source>
        <translation type="unfinished">Nota so&amp;bre las palabras elegidas...</translation>
    </message>
    <message>
        <source>Most &amp;Relevant First</source>
        <translation type="unfinished">Primero &amp;lo más relevante</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation type="unfinished">Menús</translation>
    </message>
    <message>
        <source>Context Menu</source>
        <translation type="unfinished">Menú contextual</translation>
    </message>
    <message>
        <source>Resi&amp;ze Panes and Columns</source>
        <translation type="unfinished">Cambiar el tamaño de paneles &amp;y columnas</translation>
    </message>
    <message>
        <source>Always &amp;Reduce Motion</source>
        <translation type="unfinished">&amp;Reducir siempre el movimiento</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished">Volver al &amp;filtro o relato anterior</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished">Avan&amp;zar</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation type="unfinished">&amp;Pantalla completa</translation>
    </message>
</context>
<context>
    <name>tidemark::Workspace</name>
    <message>
        <source>%1 stories, being counted</source>
        <translation type="unfinished">%1 relatos, contando</translation>
    </message>
    <message>
        <source>Keeping the saved filters</source>
        <translation type="unfinished">Guardando los filtros</translation>
    </message>
    <message>
        <source>Keeping which themes are covered</source>
        <translation type="unfinished">Guardando qué temas están cubiertos</translation>
    </message>
</context>
</TS>
