<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Command</name>
    <message numerus="yes">
        <source>%n of the stories judged is a copy or near-copy of one learned from.</source>
        <translation type="unfinished">
            <numerusform>%n of the stories judged is a copy or near-copy of one learned from.</numerusform>
            <numerusform>%n of the stories judged are copies or near-copies of ones learned from.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records written to %1</source>
        <translation type="unfinished">
            <numerusform>%n record written to %1</numerusform>
            <numerusform>%n records written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrowdTangleReader</name>
    <message numerus="yes">
        <source>The time zone of %n stories is not certain: their times are read as UTC and marked so. If you know which zone CrowdTangle was set to, say it and import the file again.</source>
        <translation>
            <numerusform>The time zone of %n story is not certain: its time is read as UTC and marked so. If you know which zone CrowdTangle was set to, say it and import the file again.</numerusform>
            <numerusform>The time zone of %n stories is not certain: their times are read as UTC and marked so. If you know which zone CrowdTangle was set to, say it and import the file again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CsvReader</name>
    <message numerus="yes">
        <source>%n times could not be read; those stories are undated.</source>
        <translation>
            <numerusform>%n time could not be read; that story is undated.</numerusform>
            <numerusform>%n times could not be read; those stories are undated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The ids of %n stories were shortened by a spreadsheet (1.23E+17), so their last digits are lost. These stories are told apart by link, or by time, author and text. If you have the file as it was before it was opened there, import that instead.</source>
        <translation>
            <numerusform>The id of %n story was shortened by a spreadsheet (1.23E+17), so its last digits are lost. This story is told apart by link, or by time, author and text. If you have the file as it was before it was opened there, import that instead.</numerusform>
            <numerusform>The ids of %n stories were shortened by a spreadsheet (1.23E+17), so their last digits are lost. These stories are told apart by link, or by time, author and text. If you have the file as it was before it was opened there, import that instead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CsvTable</name>
    <message numerus="yes">
        <source>%n rows have fewer cells than the first line names.</source>
        <translation>
            <numerusform>%n row has fewer cells than the first line names.</numerusform>
            <numerusform>%n rows have fewer cells than the first line names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have more cells than the first line names; the further cells are kept.</source>
        <translation>
            <numerusform>%n row has more cells than the first line names; the further cells are kept.</numerusform>
            <numerusform>%n rows have more cells than the first line names; the further cells are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines above the names of the columns were passed over; the first one says “%1”.</source>
        <translation type="unfinished">
            <numerusform>%n line above the names of the columns was passed over; it says “%1”.</numerusform>
            <numerusform>%n lines above the names of the columns were passed over; the first one says “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntriesReader</name>
    <message numerus="yes">
        <source>In %1 there are no stories that Tidemark can read: none of its %n files is of a form that it knows.</source>
        <translation>
            <numerusform>In %1 there are no stories that Tidemark can read: its %n file is not of a form that it knows.</numerusform>
            <numerusform>In %1 there are no stories that Tidemark can read: none of its %n files is of a form that it knows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were read.</source>
        <translation>
            <numerusform>%n file was read.</numerusform>
            <numerusform>%n files were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files hold no stories that Tidemark can read and were passed over: %1.</source>
        <translation>
            <numerusform>%n file holds no stories that Tidemark can read and was passed over: %1.</numerusform>
            <numerusform>%n files hold no stories that Tidemark can read and were passed over: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedList</name>
    <message numerus="yes">
        <source>%n feeds were there already.</source>
        <translation type="unfinished">
            <numerusform>%n feed was there already.</numerusform>
            <numerusform>%n feeds were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds were left out because their addresses hold a name or password, which would be kept where everybody can read it.</source>
        <translation type="unfinished">
            <numerusform>%n feed was left out because its address holds a name or password, which would be kept where everybody can read it.</numerusform>
            <numerusform>%n feeds were left out because their addresses hold a name or password, which would be kept where everybody can read it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds were left out because they have no address of the web.</source>
        <translation type="unfinished">
            <numerusform>%n feed was left out because it has no address of the web.</numerusform>
            <numerusform>%n feeds were left out because they have no address of the web.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds were left out because their addresses are not https or lead into your own network. If you mean them, add them one by one.</source>
        <translation type="unfinished">
            <numerusform>%n feed was left out because its address is not https or leads into your own network. If you mean it, add it yourself.</numerusform>
            <numerusform>%n feeds were left out because their addresses are not https or lead into your own network. If you mean them, add them one by one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Namely: %1, and %n others.</source>
        <translation type="unfinished">
            <numerusform>Namely: %1, and %n other.</numerusform>
            <numerusform>Namely: %1, and %n others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedReader</name>
    <message numerus="yes">
        <source>%1 is a list of %n feeds, and there is nothing in it to import. Save the feeds that it names and import those.</source>
        <translation>
            <numerusform>%1 is a list of %n feed, and there is nothing in it to import. Save the feed that it names and import that.</numerusform>
            <numerusform>%1 is a list of %n feeds, and there is nothing in it to import. Save the feeds that it names and import those.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fetch</name>
    <message numerus="yes">
        <source>%n stories of %1 were not asked about: add a source of %1 first, through which it can be asked.</source>
        <translation>
            <numerusform>%n story of %1 was not asked about: add a source of %1 first, through which it can be asked.</numerusform>
            <numerusform>%n stories of %1 were not asked about: add a source of %1 first, through which it can be asked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stories of %1 had been edited there; here they read so now, too.</source>
        <translation type="unfinished">
            <numerusform>%n story of %1 had been edited there; here it reads so now, too.</numerusform>
            <numerusform>%n stories of %1 had been edited there; here they read so now, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stories had been out of sight for seven days, and are gone.</source>
        <translation type="unfinished">
            <numerusform>%n story had been out of sight for seven days, and is gone.</numerusform>
            <numerusform>%n stories had been out of sight for seven days, and are gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message numerus="yes">
        <source>%n chosen stories</source>
        <translation>
            <numerusform>%n chosen story</numerusform>
            <numerusform>%n chosen stories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n codings by hand came with the labels.</source>
        <translation>
            <numerusform>%n coding by hand came with the labels.</numerusform>
            <numerusform>%n codings by hand came with the labels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels found their story coded by hand already; that coding stays.</source>
        <translation>
            <numerusform>%n label found its story coded by hand already; that coding stays.</numerusform>
            <numerusform>%n labels found their story coded by hand already; that coding stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonReader</name>
    <message numerus="yes">
        <source>Of %n stories the file holds only the beginning of the text; they are marked as cut.</source>
        <translation>
            <numerusform>Of %n story the file holds only the beginning of the text; it is marked as cut.</numerusform>
            <numerusform>Of %n stories the file holds only the beginning of the text; they are marked as cut.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonRecords</name>
    <message numerus="yes">
        <source>%n characters could not be read and were replaced by the sign for an unreadable one.</source>
        <translation>
            <numerusform>%n character could not be read and was replaced by the sign for an unreadable one.</numerusform>
            <numerusform>%n characters could not be read and were replaced by the sign for an unreadable one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonTable</name>
    <message numerus="yes">
        <source>%n values under names that the first records don&apos;t have were left out.</source>
        <translation>
            <numerusform>%n value under a name that the first records don&apos;t have was left out.</numerusform>
            <numerusform>%n values under names that the first records don&apos;t have were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message numerus="yes">
        <source>%n labels say neither yes nor no and were left out.</source>
        <translation>
            <numerusform>%n label says neither yes nor no and was left out.</numerusform>
            <numerusform>%n labels say neither yes nor no and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueryParser</name>
    <message numerus="yes">
        <source>At most %n parentheses can stand inside each other.</source>
        <translation>
            <numerusform>At most %n parenthesis can stand inside each other.</numerusform>
            <numerusform>At most %n parentheses can stand inside each other.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextStream</name>
    <message numerus="yes">
        <source>%n characters could not be read and were replaced by the sign for an unreadable one.</source>
        <translation>
            <numerusform>%n character could not be read and was replaced by the sign for an unreadable one.</numerusform>
            <numerusform>%n characters could not be read and were replaced by the sign for an unreadable one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TwitterV2Reader</name>
    <message numerus="yes">
        <source>X didn&apos;t give %n posts that are referred to here: they were gone, or not for everyone to see. What the collection holds of them stays until you ask whether its stories still stand there.</source>
        <translation>
            <numerusform>X didn&apos;t give %n post that is referred to here: it was gone, or not for everyone to see. What the collection holds of it stays until you ask whether its stories still stand there.</numerusform>
            <numerusform>X didn&apos;t give %n posts that are referred to here: they were gone, or not for everyone to see. What the collection holds of them stays until you ask whether its stories still stand there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Xml</name>
    <message numerus="yes">
        <source>%n characters that XML doesn&apos;t allow were replaced by the sign for an unreadable one.</source>
        <translation>
            <numerusform>%n character that XML doesn&apos;t allow was replaced by the sign for an unreadable one.</numerusform>
            <numerusform>%n characters that XML doesn&apos;t allow were replaced by the sign for an unreadable one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signs &amp; that stood alone were taken as text.</source>
        <translation>
            <numerusform>%n sign &amp; that stood alone was taken as text.</numerusform>
            <numerusform>%n signs &amp; that stood alone were taken as text.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::ComparisonDialog</name>
    <message numerus="yes">
        <source>“%1”, version %2, with %n themes; in force is version %3.</source>
        <translation type="unfinished">
            <numerusform>“%1”, version %2, with %n theme; in force is version %3.</numerusform>
            <numerusform>“%1”, version %2, with %n themes; in force is version %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::EventsDialog</name>
    <message numerus="yes">
        <source>%Ln events were taken from the file; already there: %1.</source>
        <translation type="unfinished">
            <numerusform>%Ln event was taken from the file; already there: %1.</numerusform>
            <numerusform>%Ln events were taken from the file; already there: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::ImportDialog</name>
    <message numerus="yes">
        <source>Import All %n</source>
        <translation type="unfinished">
            <numerusform>Import All %n</numerusform>
            <numerusform>Import All %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::ImportReportDialog</name>
    <message numerus="yes">
        <source>%n files brought %1 new stories.</source>
        <translation type="unfinished">
            <numerusform>%n file brought %1 new stories.</numerusform>
            <numerusform>%n files brought %1 new stories.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln new stories</source>
        <translation type="unfinished">
            <numerusform>%1: %Ln new story</numerusform>
            <numerusform>%1: %Ln new stories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::JudgedStories</name>
    <message numerus="yes">
        <source>A sample of %n: judge each with Y or N whether it belongs to the theme.</source>
        <translation type="unfinished">
            <numerusform>A sample of %n: judge with Y or N whether it belongs to the theme.</numerusform>
            <numerusform>A sample of %n: judge each with Y or N whether it belongs to the theme.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::PaneBorder</name>
    <message numerus="yes">
        <source>%Ln pixels for the pane before it</source>
        <translation type="unfinished">
            <numerusform>%Ln pixel for the pane before it</numerusform>
            <numerusform>%Ln pixels for the pane before it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::SourceCommands</name>
    <message numerus="yes">
        <source>%1: %n new stories (%2).</source>
        <translation type="unfinished">
            <numerusform>%1: %n new story (%2).</numerusform>
            <numerusform>%1: %n new stories (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: nothing new, %n changed (%2).</source>
        <translation type="unfinished">
            <numerusform>%1: nothing new, %n changed (%2).</numerusform>
            <numerusform>%1: nothing new, %n changed (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n other sources.</source>
        <translation type="unfinished">
            <numerusform>And %n other source.</numerusform>
            <numerusform>And %n other sources.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records were set aside.</source>
        <translation type="unfinished">
            <numerusform>%n record was set aside.</numerusform>
            <numerusform>%n records were set aside.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::StoryCover</name>
    <message numerus="yes">
        <source>%1 · %Ln words</source>
        <translation type="unfinished">
            <numerusform>%1 · %Ln word</numerusform>
            <numerusform>%1 · %Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation type="unfinished">
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::StoryHeader</name>
    <message numerus="yes">
        <source>%1, %Ln pixels wide</source>
        <translation type="unfinished">
            <numerusform>%1, %Ln pixel wide</numerusform>
            <numerusform>%1, %Ln pixels wide</numerusform>
        </translation>
    </message>
</context>
</TS>
