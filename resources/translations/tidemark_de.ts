<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>1 story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What defines or codes a theme, or an event, is no action on stories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the star of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark %1 as not to be quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow quoting of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark %1 as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark %1 as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear theme %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set theme %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theme %1 off %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set voice %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the voice set on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code %1 themes by what was learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code %1 themes by their rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change theme %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityPubReader</name>
    <message>
        <source>not public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is neither an activity nor a post.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no post (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ActivityPub, as in the archive of a Mastodon account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the archive of a Mastodon account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlueskyReader</name>
    <message>
        <source>no post (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an error message instead of a story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a post of Bluesky.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its author shows it only to people who are logged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posts of Bluesky</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ByteStream</name>
    <message>
        <source>%1 can&apos;t be read any further: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file %1. Check the name and the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder. Choose the files in it that hold stories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2. Ask its owner for the right to read it, or copy it to a place of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged or cut off: the compressed data can&apos;t be read any further (%2). What came before is kept; get the file again for the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is compressed so that unpacking it takes up to 2 GiB of memory. Allow that, on the command line with --large-window, or unpack it first (zstd -d --long=31 FILE) and import the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpacking it takes more than a gigabyte of memory</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Codebook</name>
    <message>
        <source>Two themes are named “%1”. Give one of them another name, and import the codebook again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has no column “name”. It needs one, and may have “definition”, “id” and “group”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table names no theme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together the codebooks have %1 themes; at most 64 are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The codebook is not valid JSON: %1 at byte %2. Check the file at that place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a codebook of this version of Tidemark: its &quot;format&quot; must be &quot;story-codebook&quot; and its &quot;format_version&quot; 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule of %1 can&apos;t be read at character %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The codebook has %1 themes; at most 64 are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the theme &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme %1 of the codebook needs an id that no other theme has and that is not &quot;none&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The codebook has a voice &quot;%1&quot;; only testimony, solidarity, support and commentary are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the voice &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The theme &quot;%1&quot; is in a group &quot;%2&quot; that the codebook doesn&apos;t name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no REFI-QDA codebook that can be read: %1. Export it anew from the program that made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than 16 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a DOCTYPE, which a codebook doesn&apos;t need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of its tags has no end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its elements are nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no CodeBook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no codes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Collection</name>
    <message>
        <source>The search has too many brackets inside brackets. Write it with fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import of “%1” was interrupted. Import the file again first; then its rejected records can be read once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This collection has no import %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule of the theme %1 has a mistake at character %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stories are gone, but something still reads the collection, so their words stay in its journal file until it is closed. Close it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This collection has no theme %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was stopped before it was done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnMapping</name>
    <message>
        <source>A story has no field “%1”. The fields are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Write it like Europe/Berlin or UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“dates” can be day-first, month-first or excel, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number on the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author&apos;s handle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descriptions of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hashtags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” names no column. Write FIELD=COLUMN, for example text=body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field “%1” is given two columns. Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>What is to be measured? So far only: tidemark bench select.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--repeat takes a number from 1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>       count    median       p95     worst    median       p95     worst  filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>             warm, ms                      store asked again, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measure how long whole answers take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each FILTER (quote it, so that it is one argument) the whole answer is asked for again and again: count, all facets, a timeline of at most 400 buckets, and the first 100 stories with their text. The median, the 95th percentile and the worst time are printed in milliseconds: first warm, then with words and attributes looked up in the full text each time.

With --json each filter gives one line: filter, count, warm and store_asked_again, each of these two with median_ms, p95_ms, worst_ms and samples_ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how often each answer is measured (9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The collection is whole: %1 stories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look whether a collection is whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the whole file. Prints a sentence for each thing that is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is neither a command nor a file “%1”; --help lists the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display to open the window on. The commands work without one; --help lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the number of stories that a filter selects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) would bring:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reposts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(stories inside reposts)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back by their authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records that would be skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records that would be set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>              record %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--separator is a comma, a semicolon, | or tab, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--for is spreadsheet or analysis, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--order is newest, oldest or stored, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--themes is joined or wide, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--columns names no column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where to with --output FILE, or --output - for standard output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is there already. Name another file, or say --overwrite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, for they look as if they were about people: %1. Name them in “settings shown-columns”, or export with --profile full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 story written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stories written to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write exactly the filtered stories to CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is whole or isn&apos;t there. Beside it stands NAME.manifest.json with the filter, the number of rows and what was replaced.

Columns: %1. Attributes are asked for by their names, or as attr:NAME where a column has that name.

The pseudonymous profile replaces people&apos;s handles, mail addresses, phone numbers and links; what people wrote stays, and can often be found again with a search engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where to; - is standard output (then without a manifest)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which columns, in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without the near-copies of earlier stories, as with is:original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest (the default), oldest, or stored: as they came in, which is the quickest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>analysis (R, Python, an archive: the default) or spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma (the default), a semicolon, | or tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>joined (one column, the default) or wide (one column of 0 and 1 each)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pseudonyms that only this export uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write no manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replace a file that is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No story has an attribute “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the count of every theme, voice, platform, language and source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole filter applies to every facet. Themes overlap, so their counts don&apos;t add up; “none” is no theme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count the values of this attribute too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose token is it? Name the source with --source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” may read up to %2 posts of X, each of which costs money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 new, %3 changed, %4 reposts, %5 left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This collection has no subscription yet; tidemark sources add makes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The collection holds %1 stories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bring in what is new at the sources that are subscribed to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A first fetch goes back as far as the subscription says; later ones bring only what is new, and fill the gap that a stopped one left. Each page is in the collection as soon as it came, so a fetch may be stopped at any time. Servers that ask for patience get it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only this one, even if it is paused; without it, all that aren&apos;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go back to this day once more, whatever was fetched before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token for this fetch alone, where the keyring has none: a line of standard input, or an environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a story&apos;s number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the stories by their numbers, as list prints them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgotten: %1. Their words have left the collection&apos;s file; copies and backups of it still hold them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the named stories are not in the collection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take stories out for good, because someone asks to be left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, author and raw record go; what is left is the time, the platform and the themes, and a mark that keeps later imports from bringing the story back. This can&apos;t be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A FILTER is the text of the search box: words (all of them), &quot;a phrase&quot;, pre*, AND, OR, NOT or -word, ( ), NEAR(a b, 5), #hashtag; theme:a,b (any of), theme:a theme:b (both), -theme:a, theme:none; voice:, platform:, lang: (a code, or unknown), source:&quot;name&quot;, attr:name=value, id:; since:2017-10-15 and until:2017-10-22 (both days included); is:unread, is:read, is:starred, is:undated, is:do-not-quote, is:original, is:copy, copies:&gt;10, has:note, has:theme, has:warning, coded:hand. Without a filter, all stories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: done. 1: failed. 2: wrong usage, such as a filter that can&apos;t be understood. 3: done, with records that had to be set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: tidemark [FILE...]
       tidemark COMMAND [options] ...

</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a command, the window opens: with a collection (*.tidemark), or with other files to import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit codes: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tidemark COMMAND --help tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: tidemark %1 [options] %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read what a movement said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidemark gathers publicly shared stories of a movement from files into one private local collection, filters them by theme, shows their volume over time, shows each as plain text, and exports exactly the filtered set to CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A collection is an ordinary SQLite database with the views stories and story_themes. It is not encrypted: keep it on an encrypted disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the files to import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The collection holds 1 story.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bring the stories of files into a collection, which is made if it isn&apos;t there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats: Twitter API v1.1 and v2, X&apos;s and Facebook&apos;s archives, twarc-csv, 4CAT, Zeeschuimer, CrowdTangle, Meta Content Library, Reddit dumps and answers, feeds (RSS, Atom, JSON Feed), ActivityPub archives, Mastodon&apos;s and Bluesky&apos;s answers, any CSV or TSV with a header, JSON of any shape, whose places are columns (post.author.name), Tidemark&apos;s own JSON Lines; plain or compressed, in a folder, zip or tar. The format is found from the content. A mapping is remembered by the names of the columns. Importing a file twice adds nothing; an interrupted import goes on where it stopped.

Fields for --map: text, posted_at, platform, native_id, permalink, author_id, author, author_name, language, content_warning, media_descriptions, hashtags, reply_to, quote_of, sensitive; besides dates=day-first, month-first or excel, and zone=Europe/Berlin for times without a zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which column of a CSV or JSON file is which field; the rest is guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep only these other columns as attributes; without it, all that aren&apos;t mapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns that look as if they were about people, and are to be kept in sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns that become codings by hand: 1 or 0 (yes or no) for a theme, or, with themes=COLUMN, a list of themes; the coder is the file&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from now on the collection keeps no record as it came, which makes it smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from now on it keeps them again, as a new collection does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the platform of a CSV file without such a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only say what would come in; no collection is touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take up to 2 GiB of memory for a zstd file that asks for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option --%1 here; --help lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 needs a value: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes a whole number, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the first stories that a filter selects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --json, one story a line. Handles in a text read person-1, person-2, ... in order of appearance, unless the profile is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most so many; 20 without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no platform “%1”. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stories still stand where they were shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 were deleted there and are gone here; their words have left the collection&apos;s file. Copies and backups of it still hold them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are out of sight there: hidden here, and gone in seven days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 that were hidden can be seen again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %1 nobody said anything; they stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask the platforms whether the stories still stand there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was deleted there goes here and stays away; what is out of sight there (its account protected, suspended or gone) is hidden and goes after seven days; where nobody answers, nothing changes. Stories of Mastodon are asked about at their own servers, those of Bluesky and X through the first source of that service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whose token --token-from gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a token or app password where the keyring has none: a line of standard input, or an environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no import %1 that set records aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import %1, %2, record %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records written to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say “rejected list”, “rejected export FILE” or “rejected retry”, with a file of edited records if you have one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the records that imports set aside, write them to a file, or read them once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export writes JSON Lines with run, source, record, reason and content. Mend the contents there and give the file to retry, or mend nothing and say with --map how the columns are to be understood. What can be read then comes in as stories of the same source; the rest stays set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only what this import set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry: which column is which field, as for import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry: the other columns to keep, as for import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry: columns about people to keep in sight, as for import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry: columns that become codings, as for import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry: the platform, as for import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry: the form of the records, if it isn&apos;t the file&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 record read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already there, now with more or a newer text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(stories that came inside reposts)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back by their authors, or forgotten here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  An import of this file that was interrupted went on behind record %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  Stopped. Import the file again to go on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time zone “%1”. They are named like UTC and Europe/Berlin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the public accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” isn&apos;t among the columns that look as if they were about people: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the shown columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say “settings time-zone ZONE”, “settings public-accounts A,B” or “settings shown-columns A,B”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the settings that go with a collection, or change one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time-zone: that of the days in since: and until:, of timelines, and of the date and time columns for spreadsheets; UTC at first.

public-accounts: handles of the public and of organisations, which stay as they are where people read as person-N; the list replaces the one before, and an empty one (&quot;&quot;) clears it.

shown-columns: those among the columns that look as if they were about people which are shown and exported pseudonymously all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a story by its number, as list prints it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print everything about stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers are those that list prints and exports write as “story”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no service “%1”: feed, mastodon, bluesky or x.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its token is in the system&apos;s keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no keyring, so its token is kept nowhere: give it to each fetch with --token-from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added “%1” (%2). Nothing is fetched before you ask: tidemark fetch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (paused)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed “%1” and %2 stories that only it had brought.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed “%1”. Its stories stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added %1 of %2 feeds; the rest were there already or have no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what to do and with which: add ADDRESS, list, pause NAME, resume NAME, remove NAME, import FILE, opml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no “%1” here: add, list, pause, resume, remove, import, opml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no subscription “%1”; tidemark sources list shows them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no date. Write it as 2017-10-15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what brings stories: subscriptions to servers and feeds, and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A subscription is fetched when you ask for it (tidemark fetch) and at no other time. ADDRESS is that of a feed (RSS, Atom, JSON Feed) or of a page that names one; of a server with Mastodon&apos;s API, with the hashtags to follow; of your own Bluesky server (https://bsky.social); or https://api.x.com. Only https is used, except for servers in your own network whose address you type. import takes the feeds of an OPML file, opml writes one.

Authors who ask not to be found by searching, and those who show their posts only to people who are logged in, are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feed, mastodon, bluesky or x; mastodon where hashtags are named, else feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to call it; without it, what it asks for and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hashtags, of which a story has any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hashtags, all of which it has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hashtags, none of which it has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what Bluesky or X search for, in their own query language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your account on Bluesky, whose app password lets Tidemark search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the token (Mastodon, X) or app password (Bluesky) comes from: a line of standard input, or an environment variable. It goes into the system&apos;s keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how far back to fetch; without it, as far as the server goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X: search the full archive, not the last seven days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X: how many posts one fetch may read at most, for each costs money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove: the stories that only it had brought go, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer could not be written to standard output: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the collection; without it, the one that the window opens by default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print JSON, for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pseudonymous (people as person-N, the default) or full (names and links)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest (the default) or oldest first; undated stories come last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--collection needs the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--order is newest or oldest, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--profile is pseudonymous or full, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No story has it: check the rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly every story has it: check the rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stories: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no theme “%1”; “tidemark themes” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule: a changed rule codes all stories anew; what was set by hand stays. A rule is a query over words: word, &quot;a phrase&quot;, pre*, NEAR(a b, 5), AND, OR, NOT, ( ).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table: how often each theme is said with each other theme, voice, platform, language or month (--by), as CSV. Themes overlap, so the counts don&apos;t add up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import, export: the codebook as Tidemark&apos;s JSON, as CSV (name, definition), or as a REFI-QDA codebook (.qdc). What is imported adds themes and renews those of the same id or name; none goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label: takes codings by hand out of columns that say 1 or 0, yes or no. With --coder they are kept as what this one said, and agreement tells, theme by theme, how far coders agree: the share of answers alike, Cohen&apos;s kappa (of two), and Krippendorff&apos;s alpha with its interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train: learns themes from the stories of --filter that were coded by hand (at least 50), says how good it is on parts that were kept aside, beside the rule over the same stories, and what would change; then codes the whole collection by it, where it is better than the rule. Codings by hand always win, and a theme is coded by its rule or by what was learned, never by both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recode: applies the rules to all stories anew; themes that a model codes go back to their rules, with --themes only these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluate: learns from the stories of --train that were coded by hand and judges on those of --test. A story that nobody coded with a theme, present or absent, doesn&apos;t count for it; one that is not coded with all the themes doesn&apos;t count for the exact match. A story in both is only judged. support is the number of stories that have the theme, exact_match the share with all themes right, hamming_score the share of right answers among all, macro_f1 the mean of the themes&apos; F1; where nothing is said to be present, precision is 0. The name “voice” among the themes stands for the voices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“themes %1” isn&apos;t understood; “tidemark themes --help” tells what can be said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--cut is accuracy, f1, or precision: with a share, such as precision:0.9; not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the themes, change their rules, learn them, and judge how well they are found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label: the columns that hold codings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label: the themes that they are codings of, in the same order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label: who coded them, where several did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train: the stories to learn from, table: those to count; without it, all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train, import: say what would change, and change nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train: learn from fewer stories, too, to see whether more coding would help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluate: the stories to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluate: the stories to judge on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these themes; without it, all that are coded by hand, present and absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table: theme, voice, platform, language or month. evaluate: judge the rule, the model (learned from the texts alone), or both (the rules&apos; hits are among what it learns from; the default)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the model says present: accuracy (fewest errors, the default), f1, or precision:0.9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another seed deals other folds; the same one gives the same model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--by is rule, model or both, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  accuracy  precision  recall      F1  cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All labels right: %1 % of %2 stories that are coded with all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right answers among all: %1 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the stories to judge on: --test FILTER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the stories to learn from: --train FILTER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than a codebook can be (16 MiB).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is new in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the columns and as many themes: --from-columns Commenting,Ogling --as commenting,ogling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns can be taken as themes only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not defined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 stories by %3 coders, %4 % alike; Cohen&apos;s kappa %5; Krippendorff&apos;s alpha %6%7; they differ on %8 stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (95 %: %1 to %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 codings were taken from the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cells say neither yes nor no (1 or 0) and were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No story was coded with a theme by two coders. Bring in the second one&apos;s codings with “tidemark themes label --coder NAME”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--by is theme, voice, platform, language or month, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % (%2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: precision %2, recall %3, F1 %4, right in %5 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned from %1 stories coded by hand, tried %2 times on a part that was kept aside; %3 are copies of others and were kept together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of them have the very words of another one, and other codings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 stories coded, %3 have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was learned is not better than the rule, so the rule stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the whole collection %1 stories have it now; %2 would enter and %3 leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 stories, F1 on the same fifth: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now coded by what was learned: %1. “tidemark themes recode --themes %2” goes back to the rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All stories were coded anew by the rules; what was set by hand stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--split is theme, voice, platform or language, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--by is minute, hour, day, week, month or year, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--count is stories, posts or accounts, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stories lie too far apart to be counted by %1. Narrow them with since: and until:, or say --by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the volume over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buckets without a story are printed too. Stories without a date are counted apart: the buckets and the undated ones together are the filter&apos;s count (in stories). Times are in the collection&apos;s time zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minute, hour, day, week, month or year; without it, what fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stories (the default), posts (with reposts) or accounts (distinct in each bucket)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theme, voice, platform or language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no token in “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Container</name>
    <message>
        <source>%1 unpacks to more than %2 times its size, as files do that were made to fill a disk. Reading it stopped at %3 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds more than fits on the disk beside the 2 GiB that stay free. Reading it stopped at %2 MiB. Make room and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is protected by a password. Unpack it, and import the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a damaged or incomplete archive (%2). Get it again, or unpack what can be unpacked and import the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds more than %2 files, which is more than one source. Unpack it, and import the folder or the files that hold the stories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds more than %2 files, which is more than one source. Choose the folder or the files that hold the stories.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContentLibraryReader</name>
    <message>
        <source>The research terms of Meta&apos;s Content Library govern this file: keep to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta Content Library, CSV</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountSentence</name>
    <message>
        <source>1 story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrowdTangleReader</name>
    <message numerus="yes">
        <source>The time zone of %n stories is not certain: their times are read as UTC and marked so. If you know which zone CrowdTangle was set to, import the file again with such as --map zone=America/Chicago.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>These are posts in groups. Some groups show their posts to members only; keep only what was public.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CrowdTangle&apos;s export of Facebook or Instagram, CSV</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CsvReader</name>
    <message>
        <source>Columns were understood as: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns “%1” and “%2” together are the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns that look as if they were about people are kept out of sight: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates like 3/4/2018 can be read in two ways; the month was taken to come first. If it is the day, import again with dates=day-first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates were read with the day first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates were read with the month first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id %1 was shortened by a spreadsheet, so its last digits are lost. Take the file as it was before it was opened there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line of column names once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was written for a spreadsheet: the apostrophes that guard cells were taken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n times could not be read; those stories are undated.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no column “%2”. Its columns are: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “%1” can become one field only. Keep one of its uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 looks like plain text, not like a table. Tidemark reads tables with a first line of column names, JSON, feeds, and what platforms give their users.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no whole record. It is cut off, damaged, or nested too deeply to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1 no column could be recognised as the text. Its columns are: %2. Say which one it is, in the import window or with --map text=COLUMN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV with a first line of column names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON of any shape</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CsvTable</name>
    <message>
        <source>commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first line of %1, with the names of its columns, can&apos;t be used: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no first line with the names of its columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends in the middle of this row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns are separated by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rows have fewer cells than the first line names.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have more cells than the first line names; the further cells are kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CsvTokenizer</name>
    <message>
        <source>A cell or row is longer than 16 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark is opened and never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends in the middle of this row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row has more than 10,000 cells.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Detection</name>
    <message>
        <source>a PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture, sound or film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Parquet table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sound or film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is an archive inside another one. Unpack it, and import what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is an old Excel or Word file. Open it there, save it as CSV (UTF-8), and import that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a database. If it is a Tidemark collection, open it with File &gt; Open or --collection; otherwise export its table as CSV and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2, which holds no stories that Tidemark can read. It reads tables, JSON, and archives of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 looks like %2. Tidemark can&apos;t read that; turn it into a CSV file with a first line of column names and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty: there is nothing to import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a web page, perhaps the answer of a site that wanted you to log in. Download the data itself and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a list of bare ids: it says which posts are meant, not what they say. The posts have to be fetched first (“hydrated”), with a tool such as twarc or Hydrator; import what that writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not text, so there are no stories in it that Tidemark can read. It reads tables, JSON, and archives of them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntriesReader</name>
    <message>
        <source>In %1 there are no stories that Tidemark can read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>In %1 there are no stories that Tidemark can read: none of its %n files is of a form that it knows.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were read.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files hold no stories that Tidemark can read and were passed over: %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (In %2, record %3.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (In %2.)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventsFile</name>
    <message>
        <source>%1 holds no events: its first line has to name the columns date, label and source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 of %2 has no date like 2017-10-15. Nothing was taken from the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds more than %2 events.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>The export could not be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be written: %2. Choose another place or make room there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no column “%1”. There are: %2; and attributes by their names, or as attr:NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a folder. Name a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stories were taken out while the export ran, so it was not saved. Export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a collection or another database, and an export doesn&apos;t replace those. Name another file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FacebookArchiveReader</name>
    <message>
        <source>It is not a post as Facebook&apos;s archives hold them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facebook&apos;s archives don&apos;t say who could see a post. Keep only what was public.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts from an archive that Facebook gives its users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive that Facebook gives its users</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facet</name>
    <message>
        <source>Themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeedReader</name>
    <message>
        <source>%1 is one XML document of more than 64 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be read as XML. %2 Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read to its end: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file breaks off in this entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 is a list of %n feeds, and there is nothing in it to import. Save the feeds that it names and import those.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a feed in the Channel Definition Format, which Tidemark can&apos;t read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is XML but no feed: it begins with &lt;%2&gt;. Tidemark reads RSS and Atom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a feed, RSS or Atom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is one document of more than 64 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be read as one JSON document. %2 Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not an entry of a feed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a feed, JSON Feed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fetch</name>
    <message>
        <source>This run has read as many posts as it may. Fetch again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has more than one run takes. Fetch again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent a page that can&apos;t be read, so nothing of it was taken. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks to be left alone until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n stories of %1 were not asked about: add a source of %1 first, through which it can be asked.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no address of the web. Only https addresses are fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a host in your own network, and only addresses that you typed yourself lead there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was asked for over http, where anybody on the way can read along. Only https is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent a web page that names no feed. Give the address of the feed itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends from one address to the next and never to an end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent more than %2 of headers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent more than %2, the most that is taken of one answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 sent is packed, and damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 sent is packed in a way that nobody asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 didn&apos;t answer in full within %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent nothing that can be understood for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 sent is no answer in HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 broke off before its answer was whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no connection. Is the address right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t prove that it is who it says, so nothing was sent: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be asked: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lets nobody in without a valid token or password, or not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has nothing at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says that this is gone for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t do what it was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a trouble of its own (%2). Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with the status %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says: “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent something else than it was asked for (no JSON), so nothing of it was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is busy and asks for patience.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theme: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voice: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>platform: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a content warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a content warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not coded by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coded by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copies of earlier stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>originals, without their copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copies: more than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copies: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copies: fewer than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copies: %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>story number: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chosen stories</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stories: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterReader</name>
    <message>
        <source>There is no theme %1.%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no voice %1: a voice is testimony, solidarity, support, commentary or unknown.%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no platform %1.%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no source %1 in this collection.%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no attribute %1 in this collection.%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no language code: write two or three letters, such as es, or unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id: can&apos;t be turned round with - or NOT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id: stands twice. Write all the numbers behind one, such as id:12,15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no number of a story: write such as id:12 or id:12,15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One number is enough here, or two as in copies:2..10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no number of copies: write such as copies:2, copies:&gt;10, copies:&lt;3 or copies:2..10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since: can&apos;t be turned round; write until: instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until: can&apos;t be turned round; write since: instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stands twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One date is enough here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no date, or a time that doesn&apos;t exist. Dates are written 2017, 2017-10, 2017-10-15 or 2017-10-15T06:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since: lies after until:, so that no story could be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes one value; write it again for the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be asked for with %2; possible are: %3.%4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Gnip Activity Streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posts of Weibo, as Zeeschuimer or a scraper keeps them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posts of TikTok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posts of Instagram as its pages hold them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posts of Telegram as its program exports them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an answer of YouTube&apos;s API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comments or group posts of a Facebook archive, which were not public and are never imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the included part of a Twitter answer, without its tweets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FourCatCsvReader</name>
    <message>
        <source>the author asks not to be shown to people who aren&apos;t logged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4CAT&apos;s export, CSV</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Less than 200 MiB are free on the disk of “%1”. Make room, then import again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of “%1” is nearly full, so the import stopped after %2 records. Make room and import the file again: it goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The codebook has no theme “%1”. Its themes are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n codings by hand came with the labels.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels found their story coded by hand already; that coding stays.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Labels that name no theme of the codebook were left out: %1%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is there already. Name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written: %2. Name a file in another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 is no rejected record: it needs run, record and content, as “tidemark rejected export” writes them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>It is nested more than 64 levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not valid JSON: a text is not closed; the line may be cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not valid JSON (%1).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonReader</name>
    <message numerus="yes">
        <source>Of %n stories the file holds only the beginning of the text; they are marked as cut.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonRecords</name>
    <message>
        <source>The line is longer than 16 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record is longer than 16 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n characters could not be read and were replaced by the sign for an unreadable one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The file ends in the middle of this line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record has no end: the file breaks off in it, or a bracket or quotation mark in it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonTable</name>
    <message>
        <source>It is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n values under names that the first records don&apos;t have were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>“%1” is no label. Write THEME=COLUMN, for example workplace=at_work, or themes=COLUMN for a column that lists themes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n labels say neither yes nor no and were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>No theme is coded by hand, present and absent, in both the stories to learn from and those to judge on. Code some, or bring codings in with “tidemark themes label”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the stories to judge on is coded by hand with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the voice “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the theme “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no theme “%1”; “tidemark themes” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the stories selected are coded by hand; learning needs at least %2. Code some more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No theme can be learned: none is coded by hand as present in two of the stories selected and as absent in two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No story has a column “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model codes this theme; its rule does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was learned is too large to be kept. Learn fewer themes at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before it was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be learned: of the stories selected, %2 are coded by hand as having it and %3 as not having it, and both are needed. Code some more by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was learned can&apos;t be read: it is damaged or of a newer Tidemark. Train the themes again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ppearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MastodonReader</name>
    <message>
        <source>an error message instead of a story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an earlier version of a status, without its address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its author asked not to be found by searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mastodon&apos;s API</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opml</name>
    <message>
        <source>%1 can&apos;t be read, or is larger than any list of feeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no list of feeds (OPML).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 for collections can&apos;t be made. Name a collection elsewhere, or make the folder yourself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Platform</name>
    <message>
        <source>Blog or news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressSentence</name>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueryCompletion</name>
    <message>
        <source>a theme of the codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>testimony, support, ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where it was shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language, as en or es</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what brought it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a further column, as attr:name=value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a story&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first day, as 2017-10-15</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread, starred, undated, original, ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note, theme, warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many near-copies, as 2 or &gt;10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody copied it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than ten</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueryHelp</name>
    <message>
        <source>both words, anywhere in the story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these words in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words that begin so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>either word; round brackets group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first without the second; NOT film does the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most five words between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this hashtag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any of these themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without this theme; - works before every term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>testimony, solidarity, support, commentary, unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where it was shared, in which language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which file brought it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a further column of an imported file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the first day to the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also has:note, has:theme, has:warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first of those that say nearly the same; the later ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many near-copies a story has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody set a theme or the voice by hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueryLexer</name>
    <message>
        <source>%1 has no word in it that can be searched for; links, signs and emoji have none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no key of a filter.%2 To search for it as words, put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parenthesis of NEAR is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEAR needs words, such as NEAR(boss office, 5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEAR takes words and phrases only, such as NEAR(boss &quot;his office&quot;, 5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind the comma of NEAR stands one number, the most words between, and then the closing parenthesis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attribute is asked for as attr:name=value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a space behind the closing quote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value with a quote in it is put in quotes as a whole, the inner quote written twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind %1 a value is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This quote is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A * that stands for any letters comes at the end of a word, such as harass*. To search for it as words, put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueryParser</name>
    <message>
        <source>This parenthesis closes none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs words on both sides. To search for it as a word, put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OR and parentheses join words only; %1 is joined to the rest by &quot;and&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a word behind it. To search for it as a word, put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only words can be asked for here. To search for %1 as words, put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>At most %n parentheses can stand inside each other.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no words in this parenthesis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter has at most %L1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>The text is longer than 1 MiB, which is no longer one story.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no format “%1”. The formats are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a spreadsheet or another office document. Open it in LibreOffice or Excel, save the sheet as CSV (UTF-8), and import that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a text document. Tidemark reads tables, JSON, and archives of them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RedditReader</name>
    <message>
        <source>It is neither a post nor a comment as Reddit writes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a stub for more comments, which the file doesn&apos;t hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a private message, which is never imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an account, a community or another thing that is no story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reddit, dump or answer of its API, JSON</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleCollection</name>
    <message>
        <source>The sample collection can&apos;t be made at %1. Look whether the folder can be written and has space left.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>Stopped. No copy was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a folder. Give the copy a name of its own in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is this very collection. Choose another name for the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is open in Tidemark. Choose another name for the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of “%1” can&apos;t be written. Choose another one for the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written (%2). Choose another place for the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is open in another Tidemark (process %2 on %3), so here it can only be read. Close it there to change it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of “%1” can&apos;t be written, so the collection can only be read. To change it, copy it to a folder of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left on the disk of “%1”. Nothing was lost; make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is in use by another program. Close that program and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is damaged (%2). Open a copy that you saved earlier, or rescue what is left with: sqlite3 FILE .recover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a collection. To bring a file of stories in, import it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written. Check the file&apos;s and the folder&apos;s permissions, or save a copy elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can&apos;t be opened. Check the file&apos;s and the folder&apos;s permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading or writing “%1” failed (%2). Check the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is too large to be stored in “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite failed on “%1”: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing. Install libqt6sql6-sqlite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only words, tags and NEAR can be looked up by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question has too many brackets within brackets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row of “%1” refers to a row of “%2” that isn&apos;t there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The full text (%1) holds %2 stories instead of %3, so searches may miss some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The full text can&apos;t be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view “stories” can&apos;t be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view “stories” shows %1 stories instead of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view “story_themes” can&apos;t be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Story %1 was taken back and is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can&apos;t be made (%2). Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The theme “%1” can&apos;t leave the codebook, for stories were coded with it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a database, but not a collection of Tidemark. Open a file that ends in .tidemark, or start a new collection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a folder. Choose a collection in it: a file that ends in .tidemark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an ordinary file. Choose a collection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read. Ask its owner for the permission to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is empty: not a collection. Choose another file or start a new collection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no collection at “%1”. Check the name, or start a new collection there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing or doesn&apos;t work. Install libqt6sql6-sqlite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidemark runs SQLite %1 and Qt&apos;s driver SQLite %2. With two libraries a collection could be spoiled, so Tidemark stops here: build it against the SQLite that Qt uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written, so it can only be read. To change it, save a copy elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was made by a newer Tidemark, so here it can only be read. Update Tidemark to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was made by an older Tidemark and has to be brought up to date, but it can&apos;t be written. Copy it to a folder of your own and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The collection has no story %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is the collection&apos;s own setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” changes without a pause. Try again when that is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This collection has a source called “%1” already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoryDocument</name>
    <message>
        <source>by rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record&apos;s time could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record names no time zone; its time is read as UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (detected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The author&apos;s content warning: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as sensitive where it was shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the beginning of a text of %1 characters. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record holds only the beginning of this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures, as described by the author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In reply to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show story %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this collection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it was edited, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it was edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>story %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, record %2, imported %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Subscription</name>
    <message>
        <source>“%1” is no address. Give one like https://server.example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the hashtags that are to be followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers take at most four hashtags together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is to be searched for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bluesky lets nobody search without an account: name yours, and give an app password of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X takes money for every post that is read: set a budget, how many one fetch may read at most (10 or more).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mastodon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bluesky</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableReader</name>
    <message>
        <source>the line of column names once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lacks the column “%2” of the form that it was taken for. Import it as csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id “%1” is not whole: a spreadsheet shortened it, so its last digits are lost. Take the file as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextStream</name>
    <message>
        <source>The text is not UTF-8; it was read as %1. If letters look wrong, save the file as UTF-8 and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text was read as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n characters could not be read and were replaced by the sign for an unreadable one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TidemarkReader</name>
    <message>
        <source>It is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not begin with the line {&quot;format&quot;:&quot;tidemark-stories&quot;,&quot;version&quot;:1} that this form needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written by a newer Tidemark. Update Tidemark to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All stories in this file are invented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidemark&apos;s own JSON Lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>Undated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 distinct accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So long a time has more than %1 %2, so %3 are shown. Select a shorter span and choose Chart &gt; Only the Selected Span.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1%2 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a span to see an earlier one of the same length beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The collection has nothing as early as the span to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed: %1. Distinct accounts of several steps don&apos;t add up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2%3. Dashed: %4: %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bursts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bracket: one burst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brackets: %1 bursts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, after Kleinberg&apos;s two-state model: %2 times the mean rate, price of a change %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>burst, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dated stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A story with several themes counts once for each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines, for on a logarithmic scale stacked bars don&apos;t add up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of %1 %2, the one in the middle among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 is shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TwarcCsvReader</name>
    <message>
        <source>Twitter API v2, CSV by twarc</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TwitterCompliance</name>
    <message>
        <source>a notice of the stream</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TwitterV1Reader</name>
    <message>
        <source>an error message instead of a story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a user, not a story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a tweet as API v1.1 writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twitter API v1.1, JSON Lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TwitterV2Reader</name>
    <message>
        <source>a user, not a story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of accounts, not a story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a count, not a story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a tweet as API v2 writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an error message instead of a story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a page without results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only what belongs to stories, without them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twitter API v2, JSON Lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solidarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commentary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>XArchiveReader</name>
    <message>
        <source>It is not a tweet as X&apos;s archives hold them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of an archive that X gives its users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive that X gives its users</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Xml</name>
    <message>
        <source>The XML breaks off in line %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that the XML refers to were not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The XML is nested more than 256 levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The XML has a tag of more than 64 KiB or 256 attributes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The XML&apos;s own entities stand for more than 64 KiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The XML&apos;s own entities refer to each other more than 16 levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n characters that XML doesn&apos;t allow were replaced by the sign for an unreadable one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signs &amp; that stood alone were taken as text.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ZeeschuimerReader</name>
    <message>
        <source>a post of %1 as Zeeschuimer captures it, which Tidemark can&apos;t read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tweet that was not shown when it was captured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeeschuimer capture of Twitter/X, JSON Lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::AboutDialog</name>
    <message>
        <source>About Tidemark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidemark %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read what a movement said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer: Tidemark has no account, sends nothing and fetches nothing that you did not ask for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::Banners</name>
    <message>
        <source>These posts are invented. Import your own to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Collection...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collections are kept on this computer and are not encrypted. Keep them on an encrypted disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some stories tell of violence. You can have chosen themes covered until you uncover them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Themes...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour, 1 of 3: On the left, click a theme. The list, the timeline and all counts follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour, 2 of 3: Drag over the timeline to choose a span of time. Esc clears it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour, 3 of 3: Choose a story in the list. Space reads on, and ? shows all keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip the Tour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::CollectionCommands</name>
    <message>
        <source>Keeping the setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coding the stories anew for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoing an import takes out the stories that it brought, unless another source has them too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoing the import of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which source should go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the stories that only it brought, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts of organisations and public figures, one a line. Their names stay where people become person- and a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping the accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of this collection looks as if it were about people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns About People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These columns look as if they were about people. They are shown and exported pseudonymously only if they are ticked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered Themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stories with these themes open covered, with their time, themes and length in sight. A warning of the author always covers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the rejected records of %1 once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the rejected records of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The collection is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong with this collection. Import what you can again, or go back to a copy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::ColumnChooser</name>
    <message>
        <source>Columns, in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::EventCommands</name>
    <message>
        <source>Keeping the events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::EventsDialog</name>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened on a day stands as a label on the timeline. Dates are written like 2017-10-15; the source says where one can read of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events were taken from the file; %2 were there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events were written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::EventsModel</name>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::ExportDialog</name>
    <message>
        <source>New numbers for people and stories in this export alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a manifest beside it: filter, count, columns, checksum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who will read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens in LibreOffice Calc or Excel with date and time in columns of their own. A cell that could be taken for a formula gets a leading apostrophe; no guard is perfect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;R, Python or an archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every text exactly as it is, times in UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between cells:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pseudonymous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authors and handles read person- and a number; mail addresses, phone numbers, links and ids are replaced or left out. Verbatim quotes can still often be found again by a search engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With names, handles, links and ids. Whoever gets the file can find the people in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In one column, joined by ;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column of 0 and 1 for each theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Themes:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 written to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 handles, addresses, numbers and links were replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, for they look as if they were about people: %1. They can be ticked under Collection &gt; Columns About People.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 texts are longer than a spreadsheet&apos;s cell and will be cut there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spreadsheet shows only the first 1,048,576 rows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::FacetModel</name>
    <message>
        <source>%1 of %2 stories in the collection (%3 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, excluded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::FacetPanel</name>
    <message>
        <source>Facets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in languages that the rules don&apos;t read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::FacetSection</name>
    <message>
        <source>%1, section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, order of the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the &amp;Codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, search values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1 More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::FacetView</name>
    <message>
        <source>Space includes a value, Shift+Space excludes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only This</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;As Well (Any of These)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also &amp;Required (All of These)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Exclude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::FilterChipButton</name>
    <message>
        <source>Switched off, bring back into the filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked: Clear All leaves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Include Instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Exclude Instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Switch On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Switch Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un&amp;lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lock Against Clear All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::FilterChips</name>
    <message>
        <source>Filter in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::HelpCommands</name>
    <message>
        <source>The handbook is not installed. Install Tidemark&apos;s whole package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program opens the handbook. Open this file in a browser: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::HelplinesDialog</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, more than a year ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helplines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has verified an entry yet, and a number that is wrong does harm. So this list is empty. If you are in danger, call the emergency number of your country.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of these was verified by the person named, on that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::ImportDialog</name>
    <message>
        <source>(a repost)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(taken back by its author)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(skipped: %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(set aside: %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stories they make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at %1 ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1 takes %2 of memory, because of how it is compressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::ImportQueue</name>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files with stories (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.js *.zip *.tar *.tgz *.gz *.zst *.xz *.bz2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::ImportReportDialog</name>
    <message>
        <source>%1 new stories came in before the file broke off. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import of %1 was stopped after %2 new stories. Importing the file again goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 brought %2 new stories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added as new stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already there, now with more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reposts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stories that came inside a repost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back by their authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set aside because they can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it was set aside</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::ImportRunsModel</name>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stories added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::JobBar</name>
    <message>
        <source>Running jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::JobLine</name>
    <message>
        <source>Progress of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::LanguageMenu</name>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (translated by machine, not reviewed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidemark speaks the language that you chose when it is started again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::LinesDialog</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::LinkOpener</name>
    <message>
        <source>Open a page of %1 in your browser? The site will see that somebody came from this story.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::MainWindow</name>
    <message>
        <source>Tidemark collections (*.tidemark)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Other Collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists already. Open it, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1 ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Another...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Collection...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample Collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 - Tidemark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample (invented)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of the collection was saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is still running. A stopped import keeps what came in and can go on later; anything else that is stopped is as if it had not begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::MappingEditor</name>
    <message>
        <source>Further columns, kept with each story:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These columns look as if they were about people. They stay out of sight unless you tick them:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform of the whole file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As found in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day before month (31/12/2017)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month before day (12/31/2017)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of day and month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(none)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on this story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away what you wrote?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::NoteEditor</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note on this story, for yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::QueryHelp</name>
    <message>
        <source>Query Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type words, terms or both; a story must match all of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::QuickHide</name>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F9 goes back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::ReadingBar</name>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark this story with a star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note on this story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember not to quote this story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark this story as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set this story&apos;s themes by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set this story&apos;s voice by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the words for which each theme&apos;s rule matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (by hand)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not, by hand)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (by rule)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave to the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By rule: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::ReadingPane</name>
    <message>
        <source>The filter doesn&apos;t select this story.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a story to read it here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::RejectedRecordsDialog</name>
    <message>
        <source>&amp;Try Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3 set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the records once more, with what you mended below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record was set aside: every one could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it was set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Rejected Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::SampleCommands</name>
    <message>
        <source>Sample of %1 by month, seed %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample of %1 by theme, seed %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample of %1 by platform, seed %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample of %1, seed %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: %1 read, %2 coded by hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::SampleDialog</name>
    <message>
        <source>Draw a Reading Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws at random from the %1 of the selection, and keeps what was drawn as a saved filter. The same seed draws the same stories again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From all alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By month, in proportion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By theme, in proportion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By platform, in proportion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stories in the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::SavedFilters</name>
    <message>
        <source>It can&apos;t be read any more: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 stories</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::SavedFiltersView</name>
    <message>
        <source>Saved Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change to the Filter in Force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the saved filter %1? The stories stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::SearchBox</name>
    <message>
        <source>Search stories</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::SearchCompleter</name>
    <message>
        <source>Ways to go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::ShortcutsDialog</name>
    <message>
        <source>&amp;Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key of the chosen command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facets: include the value, or take that back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facets: include it as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Space, Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facets: exclude it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: move; with Shift, widen the span; with Ctrl, only look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: choose the bar under the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+, -, 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: closer, wider, everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: only the selected span, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: clear the span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chips: remove it from the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the key that “%1” is to have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a command to change its key. Those of the panes stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has this key, or one that begins alike. Give that another one first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::SourceCommands</name>
    <message>
        <source>Removing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no keyring, so the token is kept only until Tidemark is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking whether the stories still stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted there and gone here: %1. Their words have left the collection&apos;s file; copies and backups of it still hold them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of sight there, hidden here and gone in seven days: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody said anything of %1; they stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stories still stand where they were shared.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::SourcesDialog</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch A&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source is subscribed to. Nothing is fetched before you ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1? It is asked no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the stories that only it brought, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::SourcesModel</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::StoryCommands</name>
    <message>
        <source>Marking %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting a theme of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting the voice of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget %1? Text, author and record are deleted from this collection, and no later import brings them back. This can&apos;t be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgetting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redoing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove &amp;Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as &amp;Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as &amp;Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May Be &amp;Quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do Not &amp;Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;Rules Say</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::StoryCover</name>
    <message>
        <source>&amp;Show This Story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as sensitive where it was shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The author&apos;s warning: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::StoryListModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(covered)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+1 copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::StoryListPane</name>
    <message>
        <source>This collection holds no story yet. Import a file to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No story matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No story matches. Without %1 there would be %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::StoryListView</name>
    <message>
        <source>Stories</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::StoryText</name>
    <message>
        <source>Story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with &amp;Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note on the Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::SubscriptionDialog</name>
    <message>
        <source>Add Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Service:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is called here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any of these &amp;hashtags:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ll of these:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;one of these:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searc&amp;h for:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the query language of the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acc&amp;ount:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Token or app password:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the &amp;full archive, not the last seven days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Budget, posts a fetch:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not &amp;before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every half hour, while Tidemark runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every three hours, while Tidemark runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a day, while Tidemark runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;etched:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::SubscriptionsModel</name>
    <message>
        <source>Not fetched yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::ThemePalette</name>
    <message>
        <source>Set or Clear a Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to find a theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::ThemesDialog</name>
    <message>
        <source>Themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and Code Anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule is a search for words. What somebody set by hand stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a rule the theme is set by hand only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stories in any language hold these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::TicksDialog</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::TimeZoneDialog</name>
    <message>
        <source>Time Zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are shown, and days are counted, in this zone. The stories keep their own times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use This Zone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineCommands</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (invented)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineMenu</name>
    <message>
        <source>&amp;Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts &amp;Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts Side b&amp;y Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo&amp;garithmic Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only the Selected Span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a T&amp;able</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save Picture...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve Figures...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;rint Chart...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Moving Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %1 Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare the Selected Span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With &amp;Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the Same Length &amp;Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the &amp;Year Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B&amp;ursts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not Marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Times the Mean Rate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distinct accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole collection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::TimelinePanel</name>
    <message>
        <source>Counted in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the timeline is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posts with reposts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distinct accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 undated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineTable</name>
    <message>
        <source>Timeline as a table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dated stories</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::WindowActions</name>
    <message>
        <source>&amp;New Collection...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a &amp;Copy...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sample Collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print Story...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with &amp;Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the Filter Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve Filter...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dra&amp;w a Reading Sample...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Pa&amp;ne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;Authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always Show Authors in This &amp;Collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fo&amp;ld Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mpact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Newest First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Oldest First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Explain Themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Co&amp;vered Stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hi&amp;de by Shift Three Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;rif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sep&amp;ia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;Hidden Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Un&amp;read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Unr&amp;ead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Matc&amp;h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set or &amp;Clear a Theme...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as &amp;Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the Se&amp;lection...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do Not &amp;Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show C&amp;opies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget Story...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Themes...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sources...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fetch All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask Whether Stories Still Sta&amp;nd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo Import...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove Source...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time &amp;Zone...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Public Accounts...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns &amp;About People...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;vered Themes...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected Re&amp;cords...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Events...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;heck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Query Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help&amp;lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Tidemark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::Workspace</name>
    <message>
        <source>%1 stories, being counted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
