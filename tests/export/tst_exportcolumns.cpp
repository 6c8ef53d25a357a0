#include "export/AsStored.h"
#include "export/ExportColumns.h"
#include "support/Csv.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

// HMAC-SHA-256 under 32 bytes of 1 over "twitter\nboss_man" and "twitter\nanna", the first 64 bits modulo 10^15, by
// Python.
constexpr auto bossNumber = "person-9691993291848";
constexpr auto annaNumber = "person-177991310532903";

CollectionFacts inventedFacts()
{
    CollectionFacts facts;
    facts.codebook = shippedCodebook();
    facts.pseudonymKey = QByteArray(32, '\1');
    facts.sources = {{1, u"posts.csv"_s, u"csv"_s, 4, {}}, {3, u"@anna.jsonl"_s, u"twitter"_s, 9, {}}};
    facts.publicAccounts = QStringList{u"@TheDailyPaper"_s};
    facts.sources = {{1, u"posts.csv"_s, {}, 1, {}, false}, {3, u"@anna.jsonl"_s, {}, 1, {}, true}};
    facts.attributes = {{u"sector"_s, 3, false, false},
                        {u"balance"_s, 3, false, false},
                        {u"mail"_s, 60, true, false},
                        {u"nick"_s, 60, true, true},
                        {u"text"_s, 3, false, false}};
    return facts;
}

int themeNumber(QStringView id)
{
    return shippedCodebook().theme(id)->number;
}

/// An invented story that has everything.
StoryPage inventedStory()
{
    StoryPage story;
    story.row.id = StoryId{7};
    story.row.postedAt = 1508098860000; // 2017-10-15T20:21:00Z
    story.row.platform = Platform::Twitter;
    story.row.language = u"en"_s;
    story.row.voice = Voice::Testimony;
    story.row.themes.insert(themeNumber(u"workplace"));
    story.row.themes.insert(themeNumber(u"silence"));
    story.row.words = 6;
    story.row.starred = true;
    story.text = u"@Boss_Man wrote to anna@example.org #MeToo"_s;
    story.nativeId = u"919999999999999999"_s;
    story.permalink = u"https://twitter.com/anna/status/919999999999999999"_s;
    story.contentWarning = u"about @boss_man"_s;
    story.mediaDescriptions = QStringList{u"a letter from @boss_man"_s, u"a door"_s};
    story.hashtags = QStringList{u"MeToo"_s, u"@boss_man"_s};
    story.author = {u"55"_s, u"anna"_s, u"Anna Invented"_s, u"https://twitter.com/anna"_s};
    story.relations = {{{Relation::Kind::Reply, u"919"_s, {}, {}}, StoryId{3}},
                       {{Relation::Kind::Quote, u"918"_s, {}, {}}, noStory}};
    story.attributes = {{u"sector"_s, u"press, see @boss_man"_s, false},
                        {u"balance"_s, u"-3.5"_s, false},
                        {u"mail"_s, u"anna@example.org"_s, true},
                        {u"nick"_s, u"@anna of the paper"_s, true},
                        {u"text"_s, u"a column called text"_s, false}};
    story.provenances = {{1, u"posts.csv"_s, 4, 0}, {3, u"@anna.jsonl"_s, 9, 0}};
    story.codings = {{themeNumber(u"workplace"), CodedBy::Rule, true, {}},
                     {themeNumber(u"groping"), CodedBy::Rule, true, {}},
                     {themeNumber(u"groping"), CodedBy::Hand, false, {}},
                     {themeNumber(u"silence"), CodedBy::Hand, true, {}}};
    story.note = u"Ask @anna first"_s;
    story.reposts = 4;
    return story;
}

struct Written
{
    QStringList headings;
    QStringList cells;
    QHash<Identifier::Kind, qint64> replaced;
};

Written write(const ExportSettings &settings, const StoryPage &story = inventedStory(),
              const CollectionFacts &facts = inventedFacts())
{
    QStringList attributes;
    for (const AttributeFacts &attribute : facts.attributes)
        attributes.append(attribute.name);
    const auto columns = ExportColumns::make(settings, ExportContext(facts, settings), attributes);
    if (!columns)
        qFatal("%s", qPrintable(columns.error().message));
    const CsvFormat format(settings.reader, settings.separator);
    CsvBlock block;
    CsvLines lines(format, block);
    columns->write(test::AsStored(story), lines);
    return {columns->headings(), test::csvRows(block.bytes).value(0), block.replaced};
}

QString cellOf(const QString &column, ExportProfile profile, const StoryPage &story = inventedStory())
{
    ExportSettings settings;
    settings.profile = profile;
    settings.columns = QStringList{column};
    return write(settings, story).cells.value(0);
}

} // namespace

class TestExportColumns : public QObject
{
    Q_OBJECT

private slots:
    void writesEachColumnUnderEachProfile_data();
    void writesEachColumnUnderEachProfile();
    void namesNobodyInAnyColumn();
    void countsWhatItReplaced();
    void takesTheRecordsOwnLinksOutOfTheText();
    void leavesPublicAccountsAsTheyAre();
    void knowsAPersonWhereverTheKeyIsTheSame();
    void freshPseudonymsHaveNothingInCommonWithOthers();
    void freshStoryNumbersAreUnique();
    void keepsPersonalColumnsOutUntilTicked();
    void writesNumbersAsNumbers();
    void prefixesAnAttributeNamedLikeAColumn();
    void noTwoColumnsAreNamedAlike();
    void writesAColumnForEachTheme();
    void addsDateAndTimeInTheZoneForSpreadsheets();
    void leavesTheTimesOfUndatedStoriesEmpty();
    void keepsMillisecondsWhereThereAreSome();
    void startsNoSpreadsheetWithId();
    void namesAColumnThatIsNotThere();
};

void TestExportColumns::writesEachColumnUnderEachProfile_data()
{
    QTest::addColumn<QString>("full");
    QTest::addColumn<QString>("pseudonymous");
    const QString boss = QString::fromLatin1(bossNumber);
    const QString anna = QString::fromLatin1(annaNumber);
    const auto same = [](const char *column, const QString &both) { QTest::newRow(column) << both << both; };

    same("story", u"7"_s);
    same("posted_at", u"2017-10-15T20:21:00Z"_s);
    same("platform", u"twitter"_s);
    QTest::newRow("source") << u"posts.csv;@anna.jsonl"_s << u"posts.csv;source-3"_s;
    same("language", u"en"_s);
    same("voice", u"testimony"_s);
    same("themes", u"workplace;silence"_s);
    QTest::newRow("author") << u"anna"_s << anna;
    QTest::newRow("permalink") << u"https://twitter.com/anna/status/919999999999999999"_s << QString();
    QTest::newRow("native_id") << u"919999999999999999"_s << QString();
    same("relation", u"reply;quote"_s);
    QTest::newRow("related_to") << u"3;twitter:918"_s << u"3;"_s;
    QTest::newRow("content_warning") << u"about @boss_man"_s << u"about "_s + boss;
    QTest::newRow("text") << u"@Boss_Man wrote to anna@example.org #MeToo"_s
                          << boss + u" wrote to [mail address] #MeToo"_s;
    same("coded_by", u"voice=rule;workplace=rule;-groping=hand;silence=hand"_s);
    QTest::newRow("note") << u"Ask @anna first"_s << u"Ask "_s + anna + u" first"_s;
    same("starred", u"1"_s);
    QTest::newRow("hashtags") << u"MeToo;@boss_man"_s << u"MeToo;"_s + boss;
    same("words", u"6"_s);
    same("reposts", u"4"_s);
    QTest::newRow("media_descriptions")
        << u"a letter from @boss_man\na door"_s << u"a letter from "_s + boss + u"\na door"_s;
    QTest::newRow("attr:sector") << u"press, see @boss_man"_s << u"press, see "_s + boss;
    QTest::newRow("attr:nick") << u"@anna of the paper"_s << anna + u" of the paper"_s;
}

void TestExportColumns::writesEachColumnUnderEachProfile()
{
    QFETCH(QString, full);
    QFETCH(QString, pseudonymous);
    const QString column = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(cellOf(column, ExportProfile::Full), full);
    QCOMPARE(cellOf(column, ExportProfile::Pseudonymous), pseudonymous);
}

void TestExportColumns::namesNobodyInAnyColumn()
{
    for (const bool fresh : {false, true}) {
        ExportSettings settings;
        settings.freshPseudonyms = fresh;
        settings.columns = allExportColumns() + QStringList{u"attr:sector"_s, u"attr:mail"_s, u"attr:nick"_s};
        const Written written = write(settings);
        for (const QString &cell : written.cells) {
            for (const QLatin1StringView name :
                 {"boss_man"_L1, "anna"_L1, "example.org"_L1, "9199999"_L1, "http"_L1, "Invented"_L1})
                QVERIFY2(!cell.contains(name, Qt::CaseInsensitive), qPrintable(cell));
        }
    }
}

void TestExportColumns::countsWhatItReplaced()
{
    ExportSettings settings;
    settings.columns = QStringList{u"text"_s, u"note"_s, u"content_warning"_s};
    const Written written = write(settings);
    QCOMPARE(written.replaced.value(Identifier::Kind::Handle), 3);
    QCOMPARE(written.replaced.value(Identifier::Kind::Mail), 1);
    QCOMPARE(written.replaced.value(Identifier::Kind::Phone), 0);

    settings.profile = ExportProfile::Full;
    QVERIFY(write(settings).replaced.isEmpty());
}

void TestExportColumns::takesTheRecordsOwnLinksOutOfTheText()
{
    StoryPage page = inventedStory();
    page.permalink = u"https://anna.example.org/2017/me-too"_s;
    page.author.link = u"https://anna.example.org/"_s;
    page.text = u"My story: https://anna.example.org/2017/me-too, more on https://anna.example.org/"_s;
    const QString text = cellOf(u"text"_s, ExportProfile::Pseudonymous, page);
    QCOMPARE(text, u"My story: [story link], more on [profile link]"_s);
    QCOMPARE(cellOf(u"text"_s, ExportProfile::Full, page), page.text);
}

void TestExportColumns::leavesPublicAccountsAsTheyAre()
{
    StoryPage story = inventedStory();
    story.author.handle = u"thedailypaper"_s;
    story.text = u"@TheDailyPaper and @THEDAILYPAPER, not @boss_man"_s;
    QCOMPARE(cellOf(u"author"_s, ExportProfile::Pseudonymous, story), u"thedailypaper"_s);
    QCOMPARE(cellOf(u"text"_s, ExportProfile::Pseudonymous, story),
             u"@TheDailyPaper and @THEDAILYPAPER, not "_s + QString::fromLatin1(bossNumber));
}

void TestExportColumns::knowsAPersonWhereverTheKeyIsTheSame()
{
    StoryPage story = inventedStory();
    story.author.handle = u"Boss_Man"_s;
    QCOMPARE(cellOf(u"author"_s, ExportProfile::Pseudonymous, story), QString::fromLatin1(bossNumber));

    ExportSettings settings;
    settings.columns = QStringList{u"author"_s};
    CollectionFacts other = inventedFacts();
    other.pseudonymKey = QByteArray(32, '\2');
    QVERIFY(write(settings, story, other).cells.at(0) != QString::fromLatin1(bossNumber));
}

void TestExportColumns::freshPseudonymsHaveNothingInCommonWithOthers()
{
    ExportSettings settings;
    settings.freshPseudonyms = true;
    settings.columns = QStringList{u"author"_s, u"story"_s, u"related_to"_s};
    const Written one = write(settings);
    const Written two = write(settings);
    QVERIFY(one.cells.at(0).startsWith("person-"_L1));
    QVERIFY(one.cells.at(0) != QString::fromLatin1(annaNumber));
    QVERIFY2(one.cells.at(0).size() <= 11, "small numbers"); // people: tst_pseudonyms
    QVERIFY(one.cells.at(1) != u"7"_s);
    QVERIFY(one.cells.at(1) != two.cells.at(1));
    QVERIFY(one.cells.at(2) != u"3;"_s);
    QVERIFY(one.cells.at(2) != two.cells.at(2));
}

void TestExportColumns::freshStoryNumbersAreUnique()
{
    ExportSettings settings;
    settings.freshPseudonyms = true;
    const ExportContext context(inventedFacts(), settings);
    QSet<QByteArray> numbers;
    for (qint64 id = 1; id <= 5000; ++id) {
        const QByteArray number = context.storyNumber(StoryId{id});
        QVERIFY2(number.size() <= 15, "a spreadsheet keeps no more digits");
        QCOMPARE(number, context.storyNumber(StoryId{id}));
        numbers.insert(number);
    }
    QCOMPARE(numbers.size(), 5000);
    QCOMPARE(context.storyNumber(noStory), QByteArray());
}

void TestExportColumns::keepsPersonalColumnsOutUntilTicked()
{
    ExportSettings settings;
    settings.columns = QStringList{u"story"_s, u"attr:mail"_s, u"attr:nick"_s};
    QCOMPARE(write(settings).headings, (QStringList{u"story"_s, u"nick"_s}));
    settings.profile = ExportProfile::Full;
    QCOMPARE(write(settings).headings, (QStringList{u"story"_s, u"mail"_s, u"nick"_s}));
    QCOMPARE(write(settings).cells.at(1), u"anna@example.org"_s);
}

/// A spreadsheet's guard stands before what is no number, and only there.
void TestExportColumns::writesNumbersAsNumbers()
{
    ExportSettings settings;
    settings.reader = ExportReader::Spreadsheet;
    settings.columns = QStringList{u"attr:balance"_s, u"story"_s, u"text"_s};
    StoryPage story = inventedStory();
    story.text = u"-3.5"_s;
    QCOMPARE(write(settings, story).cells, (QStringList{u"-3.5"_s, u"7"_s, u"'-3.5"_s}));

    for (const QString &text : {u"-3\n"_s, u"-3+2"_s, u"=3"_s, u"- 3"_s, u"9199999999999999"_s}) {
        story.attributes = {{u"balance"_s, text, false}};
        QCOMPARE(write(settings, story).cells.at(0), u'\'' + text);
    }
}

void TestExportColumns::prefixesAnAttributeNamedLikeAColumn()
{
    ExportSettings settings;
    settings.columns = QStringList{u"text"_s, u"attr:text"_s};
    const Written written = write(settings);
    QCOMPARE(written.headings, (QStringList{u"text"_s, u"attr:text"_s}));
    QCOMPARE(written.cells.at(1), u"a column called text"_s);
}

void TestExportColumns::writesAColumnForEachTheme()
{
    ExportSettings settings;
    settings.themes = ThemeForm::Wide;
    settings.columns = QStringList{u"story"_s, u"themes"_s, u"voice"_s};
    const Written written = write(settings);
    const auto themes = shippedCodebook().themes;
    QCOMPARE(written.headings.size(), themes.size() + 2);
    QVERIFY(!written.headings.contains(u"themes"_s));
    for (qsizetype i = 0; i < themes.size(); ++i) {
        const QString id = themes.at(i).id;
        QCOMPARE(written.headings.at(i + 1), id);
        QCOMPARE(written.cells.at(i + 1), id == "workplace"_L1 || id == "silence"_L1 ? u"1"_s : u"0"_s);
    }
    QCOMPARE(written.headings.constLast(), u"voice"_s);
}

void TestExportColumns::addsDateAndTimeInTheZoneForSpreadsheets()
{
    CollectionFacts facts = inventedFacts();
    facts.zone = QTimeZone("Europe/Berlin");
    StoryPage story = inventedStory();
    story.row.postedAt = 1508110200000; // 2017-10-15T23:30:00Z, in Berlin half past one of the next day
    ExportSettings settings;
    settings.reader = ExportReader::Spreadsheet;
    settings.columns = QStringList{u"story"_s, u"posted_at"_s, u"text"_s};
    const Written written = write(settings, story, facts);
    QCOMPARE(written.headings, (QStringList{u"story"_s, u"posted_at"_s, u"date"_s, u"time"_s, u"text"_s}));
    QCOMPARE(written.cells.at(1), u"2017-10-15T23:30:00Z"_s);
    QCOMPARE(written.cells.at(2), u"2017-10-16"_s);
    QCOMPARE(written.cells.at(3), u"01:30:00"_s);
    settings.reader = ExportReader::Analysis;
    QVERIFY(!write(settings, story, facts).headings.contains(u"date"_s));
}

void TestExportColumns::leavesTheTimesOfUndatedStoriesEmpty()
{
    StoryPage story = inventedStory();
    story.row.postedAt.reset();
    ExportSettings settings;
    settings.reader = ExportReader::Spreadsheet;
    settings.columns = QStringList{u"posted_at"_s};
    QCOMPARE(write(settings, story).cells, (QStringList{QString(), QString(), QString()}));
}

void TestExportColumns::keepsMillisecondsWhereThereAreSome()
{
    StoryPage story = inventedStory();
    story.row.postedAt = 1508098860042;
    QCOMPARE(cellOf(u"posted_at"_s, ExportProfile::Full, story), u"2017-10-15T20:21:00.042Z"_s);
}

void TestExportColumns::startsNoSpreadsheetWithId()
{
    QVERIFY(write(ExportSettings()).headings.constFirst() != u"ID"_s);
    CollectionFacts facts = inventedFacts();
    facts.attributes = {{u"ID"_s, 3, false, false}};
    ExportSettings settings;
    settings.reader = ExportReader::Spreadsheet;
    settings.columns = QStringList{u"attr:ID"_s, u"text"_s};
    QVERIFY(!write(settings, inventedStory(), facts).headings.constFirst().startsWith("ID"_L1));
}

void TestExportColumns::namesAColumnThatIsNotThere()
{
    ExportSettings settings;
    for (const QString &name : {u"likes"_s, u"attr:likes"_s, u""_s, u"Text"_s}) {
        settings.columns = QStringList{u"text"_s, name};
        const auto columns = ExportColumns::make(settings, ExportContext(inventedFacts(), settings), {});
        QVERIFY(!columns);
        QCOMPARE(columns.error().kind, Error::Kind::Usage);
        QVERIFY(columns.error().message.contains(name));
        QVERIFY(columns.error().message.contains("media_descriptions"_L1));
    }
}

void TestExportColumns::noTwoColumnsAreNamedAlike()
{
    ExportSettings settings;
    settings.reader = ExportReader::Spreadsheet;
    settings.columns = QStringList{u"posted_at"_s, u"attr:date"_s, u"attr:time"_s};
    const auto columns
        = ExportColumns::make(settings, ExportContext(inventedFacts(), settings), {u"date"_s, u"time"_s});
    QVERIFY(columns);
    QCOMPARE(columns->headings(),
             (QStringList{u"posted_at"_s, u"date"_s, u"time"_s, u"attr:date"_s, u"attr:time"_s}));
}

QTEST_APPLESS_MAIN(TestExportColumns)
#include "tst_exportcolumns.moc"
