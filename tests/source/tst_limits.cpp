#include "source/CsvTokenizer.h"
#include "source/LineReader.h"
#include "source/Preview.h"
#include "story/Story.h"

#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// What a file in memory brings: S for a story, R for a record that was set aside, one letter a record.
QString outline(const QByteArray &bytes)
{
    auto reader = openReader(bytes, u"invented"_s);
    if (!reader)
        return reader.error().message;
    QString letters;
    for (;;) {
        auto record = (*reader)->next();
        if (!record)
            return record.error().message;
        if (!*record)
            return letters;
        letters += std::holds_alternative<Story>((*record)->content) ? u'S'
            : std::holds_alternative<Rejected>((*record)->content)   ? u'R'
                                                                     : u'-';
    }
}

Story firstStory(const QByteArray &bytes)
{
    auto reader = openReader(bytes, u"invented"_s);
    if (!reader)
        return {};
    auto record = (*reader)->next();
    if (!record || !*record || !std::holds_alternative<Story>((*record)->content))
        return {};
    return std::get<Story>((*record)->content);
}

/// A tweet of API v1.1 on a line of so many bytes, which a field that nobody reads fills up.
QByteArray lineOf(qsizetype size)
{
    const QByteArray front = R"({"id_str":"1","full_text":"invented","user":{"screen_name":"a"},"filler":")";
    return front + QByteArray(size - front.size() - 2, 'x') + "\"}";
}

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding, bool mark)
{
    QStringEncoder encode(encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encode(text);
}

} // namespace

/// Limits at their edge and one past it, and files that are not UTF-8. All texts are invented.
class tst_limits : public QObject
{
    Q_OBJECT

private slots:
    void aJsonLineOf16MiB();
    void aRecordOf16MiBThatComesFirst_data();
    void aRecordOf16MiBThatComesFirst();
    void aRecordOf16MiBInAPage_data();
    void aRecordOf16MiBInAPage();
    void nothingIsKeptOfAnOverlongRecordThatIsNotPublic();
    void anElementOf16MiB();
    void manyElementsWithoutEnd();
    void aCsvCellOf16MiB();
    void aStoryTextOf1MiB_data();
    void aStoryTextOf1MiB();
    void aRowOf10000Cells();
    void readsUtf16_data();
    void readsUtf16();
    void keepsAMarkThatIsPartOfTheText();
    void keepsTheBytesOfARow_data();
    void keepsTheBytesOfARow();
    void takesAMappingApart();
    void refusesAMappingThatSaysTooLittle_data();
    void refusesAMappingThatSaysTooLittle();
    void previewsATable();
    void previewsATableAsMapped();
    void previewsTweets();
    void previewsNoMoreThanFifty();
};

void tst_limits::aJsonLineOf16MiB()
{
    const QByteArray small = lineOf(200) + '\n';
    QCOMPARE(outline(small + lineOf(longestRecord) + '\n' + small), u"SSS"_s);
    QCOMPARE(outline(small + lineOf(longestRecord + 1) + '\n' + small), u"SRS"_s);
}

/// A long beginning is read as one document, of which a page may have more than that; a single record may not.
void tst_limits::aRecordOf16MiBThatComesFirst_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::newRow("v1") << R"("id_str":"1","full_text":"invented","user":{"screen_name":"a"})"_ba;
    QTest::newRow("v2") << R"("id":"1","text":"invented","author_id":"2")"_ba;
    QTest::newRow("Reddit")
        << R"("id":"a","subreddit":"s","body":"invented","author":"b","created_utc":1474842336)"_ba;
    QTest::newRow("of any shape") << R"("date":"2017-10-21","text":"invented words of some length")"_ba;
}

void tst_limits::aRecordOf16MiBThatComesFirst()
{
    QFETCH(QByteArray, members);
    const auto record = [&](qsizetype size) {
        const QByteArray front = '{' + members + ",\"filler\":\"";
        return front + QByteArray(size - front.size() - 2, 'x') + "\"}\n";
    };
    QCOMPARE(outline(record(longestRecord) + record(200)), u"SS"_s);
    QCOMPARE(outline(record(longestRecord + 1) + record(200)), u"RS"_s);
}

void tst_limits::aRecordOf16MiBInAPage_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("record");
    QTest::newRow("v2") << R"({"data":[%1,%2]})"_ba
                        << R"({"id":"1","text":"invented","author_id":"2","filler":"%"})"_ba;
    QTest::newRow("Reddit")
        << R"({"kind":"Listing","data":{"children":[{"kind":"t1","data":%1},{"kind":"t1","data":%2}]}})"_ba
        << R"({"id":"a","subreddit":"s","body":"invented","author":"b","created_utc":1474842336,"filler":"%"})"_ba;
    QTest::newRow("JSON Feed")
        << R"({"version":"https://jsonfeed.org/version/1.1","title":"invented","items":[%1,%2]})"_ba
        << R"({"id":"1","content_text":"invented","date_published":"2017-10-15T12:00:00Z","filler":"%"})"_ba;
}

void tst_limits::aRecordOf16MiBInAPage()
{
    QFETCH(QByteArray, page);
    QFETCH(QByteArray, record);
    const auto filled = [&](qsizetype size) {
        return QByteArray(record).replace("%", QByteArray(size - record.size() + 1, 'x'));
    };
    const auto withFirst = [&](qsizetype size) {
        return outline(QByteArray(page).replace("%1", filled(size)).replace("%2", filled(300)));
    };
    QCOMPARE(withFirst(longestRecord), u"SS"_s);
    QCOMPARE(withFirst(longestRecord + 1), u"RS"_s);
}

void tst_limits::nothingIsKeptOfAnOverlongRecordThatIsNotPublic()
{
    const QByteArray status = R"({"id":"1","uri":"https://a.example/1","created_at":"2017-10-15T12:00:00Z",)"
                              R"("content":"invented","visibility":"private","account":{"acct":"a"},"filler":")"
        + QByteArray(longestRecord, 'x') + "\"}\n";
    auto reader = openReader(status, u"invented"_s);
    QVERIFY(reader);
    const auto record = (*reader)->next();
    QVERIFY(record && *record);
    QVERIFY(std::holds_alternative<Skipped>((*record)->content));
    QVERIFY((*record)->raw.isEmpty());
}

/// However the list is laid out, what follows goes on.
void tst_limits::anElementOf16MiB()
{
    const QByteArray small = lineOf(200);
    for (const QByteArray &between : {","_ba, ",\n"_ba, "\n,\n  "_ba}) {
        const auto list = [&](qsizetype size) {
            return '[' + small + between + lineOf(size) + between + small + between + small + ']';
        };
        QCOMPARE(outline(list(longestRecord)), u"SSSS"_s);
        QCOMPARE(outline(list(longestRecord + 1)), u"SRSS"_s);
        QCOMPARE(outline(list(2 * longestRecord)), u"SRSS"_s);
    }
    QCOMPARE(outline(R"({"1":)" + small + R"(,"2":)" + lineOf(longestRecord + 1) + R"(,"3":)" + small + '}'),
             u"SRS"_s);
}

/// The work grows with the length of the file: by its square, this would outlast the watchdog of Qt Test.
void tst_limits::manyElementsWithoutEnd()
{
    constexpr qsizetype many = 500'000;
    const QByteArray story = lineOf(200);
    const QByteArray list
        = "[\n" + story + ",\n" + QByteArray("{\n").repeated(many) + story + ",\n" + story + "\n]";
    const QString read = outline(list);
    QCOMPARE(read.size(), many + 3);
    QCOMPARE(read.count(u'R'), many);
    QVERIFY(read.endsWith("SS"_L1));
    const QByteArray overTwoLines = QByteArray(story).replace(R"(,"full_text")", ",\n\"full_text\"");
    const QByteArray objects = overTwoLines + '\n' + QByteArray("{\"a\":{\n").repeated(many / 4) + story + '\n';
    QVERIFY(outline(objects).endsWith(u'S'));
}

void tst_limits::aCsvCellOf16MiB()
{
    // The long cell is no text, whose own limit is lower.
    const auto table
        = [](qsizetype size) { return "text,more\nfirst,x\nsecond," + QByteArray(size, 'x') + "\nthird,x\n"; };
    QCOMPARE(outline(table(longestRecord)), u"SSS"_s);
    QCOMPARE(outline(table(longestRecord + 1)), u"SRS"_s);
    const QByteArray inTheMiddle
        = "text,more,lang\nfirst,x,en\nsecond," + QByteArray(longestRecord + 1, 'x') + ",en\n";
    QCOMPARE(outline(inTheMiddle + "third,x,en\n"), u"SRS"_s);
}

void tst_limits::aStoryTextOf1MiB_data()
{
    QTest::addColumn<QByteArray>("letter");
    QTest::newRow("one byte a letter") << QByteArray("x");
    QTest::newRow("two bytes a letter") << QByteArray("\xC3\xA9");
    QTest::newRow("four bytes a letter") << QByteArray("\xF0\x9F\x92\x9C");
}

void tst_limits::aStoryTextOf1MiB()
{
    QFETCH(QByteArray, letter);
    constexpr qsizetype mebibyte = 1024 * 1024;
    const QByteArray whole = letter.repeated(mebibyte / letter.size());
    const auto table = [](const QByteArray &text) { return "text,lang\nfirst,en\n" + text + ",en\nthird,en\n"; };
    QCOMPARE(outline(table(whole)), u"SSS"_s);
    QCOMPARE(outline(table(whole + 'x')), u"SRS"_s);
    QCOMPARE(firstStory("text,lang\n" + whole + ",en\n").text.toUtf8(), whole);
}

void tst_limits::aRowOf10000Cells()
{
    const auto row = [](qsizetype cells) { return "invented" + QByteArray(cells - 1, ','); };
    const QByteArray header = "text,lang\n";
    QCOMPARE(outline(header + row(mostColumns) + "\nlast,en\n"), u"SS"_s);
    QCOMPARE(outline(header + row(mostColumns + 1) + "\nlast,en\n"), u"RS"_s);
}

void tst_limits::readsUtf16_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text
        = u"text;lang\r\nEr sagte \u201Ekomm\u201C, und ich ging nicht. \u2014 Erfunden \U0001F49C;de\r\n"_s;
    QTest::newRow("little end first") << utf16(text, QStringConverter::Utf16LE, true);
    QTest::newRow("big end first") << utf16(text, QStringConverter::Utf16BE, true);
    QTest::newRow("little end first, no mark") << utf16(text, QStringConverter::Utf16LE, false);
    QTest::newRow("big end first, no mark") << utf16(text, QStringConverter::Utf16BE, false);
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text.toUtf8();
}

void tst_limits::readsUtf16()
{
    QFETCH(QByteArray, bytes);
    const Story story = firstStory(bytes);
    QCOMPARE(story.text, u"Er sagte \u201Ekomm\u201C, und ich ging nicht. \u2014 Erfunden \U0001F49C"_s);
    QCOMPARE(story.language, u"de"_s);
}

void tst_limits::keepsAMarkThatIsPartOfTheText()
{
    QCOMPARE(firstStory("lang,text\nen,\xEF\xBB\xBFinvented\n").text, u"\uFEFFinvented"_s);
    QCOMPARE(firstStory("lang,text\nen,\"\xEF\xBB\xBF\xEF\xBB\xBFinvented\"\n").text, u"\uFEFF\uFEFFinvented"_s);
    const QByteArray tweet = R"({"id_str":"1","full_text":"\ufeffinvented","user":{"screen_name":"a"}})";
    QCOMPARE(firstStory(tweet + '\n').text, u"\uFEFFinvented"_s);
}

void tst_limits::keepsTheBytesOfARow_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("row");
    const QByteArray header = "text;lang\n";
    QTest::newRow("UTF-8") << header << QByteArray("caf\xC3\xA9, invented;fr");
    QTest::newRow("Windows-1252") << header << QByteArray("caf\xE9 \x96 invented, \xFC;fr");
    QTest::newRow("UTF-8 with bad bytes") << header + QByteArray("caf\xC3\xA9 in French;fr\n").repeated(40)
            + "bad \xFF before;en\n" << QByteArray("one \xFF, \xEF and a surrogate \xED\xA0\x80 in \xC3\xA9;en");
    QTest::newRow("far behind, in another window") << header + QByteArray("caf\xC3\xA9;fr\n").repeated(30'000)
            + "bad \xFF before;en\n" << QByteArray("last \xFE invented;en");
}

void tst_limits::keepsTheBytesOfARow()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, row);
    auto reader = openReader(before + row + "\nafter;en\n", u"invented"_s);
    QVERIFY2(reader, reader ? "" : qPrintable(reader.error().message));
    QVector<QByteArray> rows;
    for (;;) {
        auto record = (*reader)->next();
        QVERIFY(record);
        if (!*record)
            break;
        rows.append((*record)->raw);
    }
    QVERIFY(rows.size() >= 2);
    QCOMPARE(rows.at(rows.size() - 2), row);
    QCOMPARE(rows.last(), QByteArray("after;en"));
}

void tst_limits::takesAMappingApart()
{
    const auto mapping
        = parseMapping(u"text=body, posted_at = when,dates=day-first,zone=Europe/Berlin"_s, u"sector, region"_s);
    QVERIFY(mapping);
    QCOMPARE(mapping->columns.size(), 2);
    QCOMPARE(mapping->columns.value(StoryField::Text), u"body"_s);
    QCOMPARE(mapping->columns.value(StoryField::PostedAt), u"when"_s);
    QCOMPARE(mapping->attributes, std::optional(QStringList{u"sector"_s, u"region"_s}));
    QCOMPARE(mapping->dayFirst, std::optional(true));
    QCOMPARE(mapping->timeZone, u"Europe/Berlin"_s);
    QVERIFY(mapping->guessRest);
    const auto empty = parseMapping(QString());
    QVERIFY(empty);
    QVERIFY(empty->columns.isEmpty());
    QVERIFY(!empty->attributes);
    QVERIFY(!empty->dayFirst);
}

void tst_limits::refusesAMappingThatSaysTooLittle_data()
{
    QTest::addColumn<QString>("map");
    QTest::addColumn<QString>("word");
    QTest::newRow("no column") << u"text"_s << u"text"_s;
    QTest::newRow("an empty column") << u"text="_s << u"text="_s;
    QTest::newRow("a field that isn't") << u"likes=n"_s << u"likes"_s;
    QTest::newRow("a field twice") << u"text=a,text=b"_s << u"text"_s;
    QTest::newRow("an order of dates that isn't") << u"dates=backwards"_s << u"backwards"_s;
    QTest::newRow("a zone that isn't") << u"zone=Europe/Atlantis"_s << u"Atlantis"_s;
}

void tst_limits::refusesAMappingThatSaysTooLittle()
{
    QFETCH(QString, map);
    QFETCH(QString, word);
    const auto mapping = parseMapping(map);
    QVERIFY(!mapping);
    QCOMPARE(int(mapping.error().kind), int(Error::Kind::Usage));
    QVERIFY2(mapping.error().message.contains(word), qPrintable(mapping.error().message));
}

void tst_limits::previewsATable()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"invented.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("body;when;username;sector\nInvented \xE9"
               "crit;15.10.2017;anna_b;press\nMore;16.10.2017;berta_c;law\n");
    file.close();
    const auto preview = previewFile(file.fileName());
    QVERIFY2(preview, preview ? "" : qPrintable(preview.error().message));
    QCOMPARE(preview->format, u"csv"_s);
    QCOMPARE(preview->header, (QStringList{u"body"_s, u"when"_s, u"username"_s, u"sector"_s}));
    QCOMPARE(preview->rows.size(), 2);
    QCOMPARE(preview->rows.at(0).at(0), u"Invented \u00E9crit"_s);
    QCOMPARE(preview->mapping.columns.value(StoryField::Text), u"body"_s);
    QCOMPARE(preview->records.size(), 2);
    QVERIFY(preview->notes.join(u' ').contains(u"1252"_s));
}

void tst_limits::previewsATableAsMapped()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"invented.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a,b\nInvented words,other words\n");
    file.close();
    ReaderOptions options;
    options.mapping = *parseMapping(u"text=b"_s);
    const auto preview = previewFile(file.fileName(), options);
    QVERIFY2(preview, preview ? "" : qPrintable(preview.error().message));
    QCOMPARE(std::get<Story>(preview->records.at(0).content).text, u"other words"_s);
}

void tst_limits::previewsTweets()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"invented.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lineOf(300) + '\n');
    file.close();
    const auto preview = previewFile(file.fileName());
    QVERIFY2(preview, preview ? "" : qPrintable(preview.error().message));
    QCOMPARE(preview->format, u"twitter-v1"_s);
    QVERIFY(!preview->formatName.isEmpty());
    QVERIFY(preview->header.isEmpty());
    QCOMPARE(preview->records.size(), 1);
}

void tst_limits::previewsNoMoreThanFifty()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"invented.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("text,lang\n" + QByteArray("invented,en\n").repeated(51));
    file.close();
    const auto preview = previewFile(file.fileName());
    QVERIFY(preview);
    QCOMPARE(preview->rows.size(), 50);
    QCOMPARE(preview->records.size(), 50);
}

QTEST_APPLESS_MAIN(tst_limits)
#include "tst_limits.moc"
