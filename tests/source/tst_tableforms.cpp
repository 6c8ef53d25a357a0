#include "source/HeaderGuess.h"
#include "source/MappingMemory.h"
#include "source/Preview.h"
#include "source/Reader.h"
#include "support/ReadAll.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// How tables are written: found from their beginning, or said by hand. All texts are invented.
class tst_tableforms final : public QObject
{
    Q_OBJECT

private slots:
    void dialectsAreFound_data();
    void dialectsAreFound();
    void whatIsSaidCounts_data();
    void whatIsSaidCounts();
    void linesAboveTheNamesArePassedOver_data();
    void linesAboveTheNamesArePassedOver();
    void whatOnlyLooksLikeATitleIsRead_data();
    void whatOnlyLooksLikeATitleIsRead();
    void wrongWordsAreNamed_data();
    void wrongWordsAreNamed();
    void oldEncodingsAreFound_data();
    void oldEncodingsAreFound();
    void spoiledIdsCostNoStory();
    void idsThatOnlyLookSpoiledStay();
    void whatAProgramNotesIsNoStory_data();
    void whatAProgramNotesIsNoStory();
    void whatIsSkippedIsNoUndatedStory();
    void whatKeepsAnIdATextIsNoPartOfIt();
    void wordsForNothingNameNothing();
    void rowNumbersAreAboutNobody();
    void aTableInAnArchiveIsMapped();
    void keysAreThoseOfThePreview_data();
    void keysAreThoseOfThePreview();
    void aMappingHoldsWhereItsColumnsAre();

private:
    static QStringList textsOf(const QByteArray &bytes, const ReaderOptions &options = {});
};

QStringList tst_tableforms::textsOf(const QByteArray &bytes, const ReaderOptions &options)
{
    const test::Everything all = test::readAll(openReader(bytes, u"invented.csv"_s, options));
    QStringList texts{all.error};
    texts.removeAll(QString());
    for (const Story &story : all.stories())
        texts << story.text;
    return texts;
}

void tst_tableforms::dialectsAreFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto with = [](char delimiter) {
        return QByteArray("id;date;text\n1;2017-10-15;one, two\n2;2017-10-16;\"a \"\"b\"\"\"\n")
            .replace(';', delimiter);
    };
    QTest::newRow("carets") << with('^');
    QTest::newRow("tildes") << with('~');
    QTest::newRow("bars") << with('|');
    QTest::newRow("sep") << "sep=#\r\n" + with('#');
    QTest::newRow("backslashes") << "id,date,text\n1,2017-10-15,\"one, two\"\n2,2017-10-16,\"a \\\"b\\\"\"\n"_ba;
    QTest::newRow("backslashes before delimiters")
        << "id,date,text,x\n1,2017-10-15,\"one, two\",\"\\\"y\\\", z\"\n2,2017-10-16,\"a \\\"b\\\"\",\"\\\\\"\n"_ba;
}

void tst_tableforms::dialectsAreFound()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(textsOf(bytes), (QStringList{u"one, two"_s, u"a \"b\""_s}));
}

void tst_tableforms::whatIsSaidCounts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("delimiter");
    QTest::addColumn<QString>("quoting");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("an encoding for a few letters") << "date,text\n2017-10-15,f\x9Fr dich\n"_ba << u"macintosh"_s
                                                   << QString() << QString() << QStringList{u"für dich"_s};
    QTest::newRow("an encoding that nothing tells")
        << "date,text\n2017-10-15,\xB3\xF3\xBF\n"_ba << u"windows-1250"_s << QString() << QString()
        << QStringList{u"łóż"_s};
    QTest::newRow("UTF-8, though broken") << "date,text\n2017-10-15,a\xE9\xE8\xE7 b\n"_ba << u"UTF-8"_s << QString()
                                          << QString() << QStringList{u"a\uFFFD\uFFFD\uFFFD b"_s};
    QTest::newRow("a mark before it") << "\xEF\xBB\xBFtext\nfür\n"_ba << u"UTF-8"_s << QString() << QString()
                                      << QStringList{u"für"_s};
    QTest::newRow("a delimiter") << "date:text\n2017-10-15:one, two\n2017-10-16:three; four, five; six\n"_ba
                                 << QString() << u":"_s << QString()
                                 << QStringList{u"one, two"_s, u"three; four, five; six"_s};
    QTest::newRow("tabs") << "date\ttext\n2017-10-15\tone\n"_ba << QString() << u"tab"_s << QString()
                          << QStringList{u"one"_s};
    QTest::newRow("no quotes") << "date;text\n2017-10-15;\"open\n2017-10-16;\"and\" shut\n"_ba << QString()
                               << QString() << u"none"_s << QStringList{u"\"open"_s, u"\"and\" shut"_s};
    QTest::newRow("apostrophes") << "date;text\n2017-10-15;'a; \"b'\n"_ba << QString() << QString() << u"single"_s
                                 << QStringList{u"a; \"b"_s};
    QTest::newRow("backslashes") << "date;text\n2017-10-15;\"a \\\"b\\\\\"\n"_ba << QString() << QString()
                                 << u"backslash"_s << QStringList{u"a \"b\\"_s};
    QTest::newRow("doubled marks") << "date;text\n2017-10-15;\"a \\\"\"b\"\n"_ba << QString() << QString()
                                   << u"double"_s << QStringList{u"a \\\"b"_s};
}

void tst_tableforms::whatIsSaidCounts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(QString, delimiter);
    QFETCH(QString, quoting);
    const auto form = parseTableForm(encoding, delimiter, quoting);
    QVERIFY2(form, form ? "" : qPrintable(form.error().message));
    ReaderOptions options;
    options.form = *form;
    QTEST(textsOf(bytes, options), "texts");
}

void tst_tableforms::linesAboveTheNamesArePassedOver_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("note");
    const QByteArray table = "id,text,author\n1,an invented story,a\n2,\"another, invented\",b\n";
    const QString one = u"1 lines above the names of the columns were passed over; the first one says “%1”."_s;
    const QString three = QString(one).replace(u"1 lines"_s, u"3 lines"_s);
    const QString two
        = QString(one).replace(u"1 lines"_s, u"2 lines"_s); // a blank one before the names isn't counted
    QTest::newRow("a title") << "Invented posts\n" + table << one.arg(u"Invented posts"_s);
    QTest::newRow("a title with a comma") << "Invented posts, all\n" + table << one.arg(u"Invented posts, all"_s);
    QTest::newRow("a title with a quotation mark") << "The \"invented\n" + table << one.arg(u"The \"invented"_s);
    QTest::newRow("a title in cells") << "Invented posts,,\n" + table << one.arg(u"Invented posts,,"_s);
    QTest::newRow("title, date and a blank line")
        << "Invented posts\nmade,3 May\n\n" + table << two.arg(u"Invented posts"_s);
    QTest::newRow("comments") << "# made by hand\n# a, b, c, d, e\n#\n" + table << three.arg(u"# made by hand"_s);
    QTest::newRow("a blank line, then a title and another") << "\nInvented\n\n" + table << two.arg(u"Invented"_s);
    QTest::newRow("old line ends") << QByteArray("Invented posts\n" + table).replace('\n', "\r\n")
                                   << one.arg(u"Invented posts"_s);
    QTest::newRow("with the separator said") << "sep=;\nInvented posts\n"
            + QByteArray(table).replace("another, ", "another| ").replace(',', ';').replace('|', ',')
                                             << one.arg(u"Invented posts"_s);
}

void tst_tableforms::linesAboveTheNamesArePassedOver()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, note);
    const test::Everything all = test::readAll(openReader(bytes, u"invented.csv"_s));
    QCOMPARE(all.error, QString());
    QCOMPARE(all.counts(), u"2 0 0 0 0"_s);
    QCOMPARE(all.stories().at(0).text, u"an invented story"_s);
    QCOMPARE(all.stories().at(1).text, u"another, invented"_s);
    QCOMPARE(all.stories().at(1).author.handle, u"b"_s);
    QVERIFY2(all.notes.contains(note), qPrintable(all.notes.join(u'\n')));
    const QByteArray lastRow = bytes.trimmed().split('\n').constLast().trimmed();
    QCOMPARE(all.records.constLast().raw, lastRow);
    QCOMPARE(all.records.constLast().number, bytes.count('\n'));
}

void tst_tableforms::whatOnlyLooksLikeATitleIsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("a column alone, with commas in it")
        << "text\nI, too\nMe, too\nYou, too\n"_ba << QStringList{u"I"_s, u"Me"_s, u"You"_s};
    QTest::newRow("names within a cell")
        << "text,author\n\"one\nid,text,author\nline\",a\n"_ba << QStringList{u"one\nid,text,author\nline"_s};
    QTest::newRow("a name that begins like a comment")
        << "#,text,author\n1,invented,a\n2,more,b\n"_ba << QStringList{u"invented"_s, u"more"_s};
    QTest::newRow("names that nobody knows, the first like a comment")
        << "#;q1;q2\n1;invented;1\n2;more;2\n3;most;3\n"_ba << QStringList();
    QTest::newRow("names that nobody knows") << "q1;q2\ninvented;1\nmore;2\nmost;3\n"_ba << QStringList();
}

void tst_tableforms::whatOnlyLooksLikeATitleIsRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, texts);
    const test::Everything all = test::readAll(openReader(bytes, u"invented.csv"_s));
    QStringList found;
    for (const Story &story : all.stories())
        found << story.text;
    QCOMPARE(found, texts);
    QVERIFY(!all.notes.join(u' ').contains("were passed over"_L1));
    if (texts.isEmpty())
        QVERIFY2(all.error.contains("q1, q2"_L1), qPrintable(all.error));
}

void tst_tableforms::wrongWordsAreNamed_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("encoding") << QStringList{u"utf-nine"_s, {}, {}};
    QTest::newRow("two signs") << QStringList{{}, u"||"_s, {}};
    QTest::newRow("a letter") << QStringList{{}, u"x"_s, {}};
    QTest::newRow("a quotation mark") << QStringList{{}, u"\""_s, {}};
    QTest::newRow("quoting") << QStringList{{}, {}, u"triple"_s};
}

void tst_tableforms::wrongWordsAreNamed()
{
    QFETCH(QStringList, words);
    const auto form = parseTableForm(words.at(0), words.at(1), words.at(2));
    QVERIFY(!form);
    QVERIFY2(form.error().message.contains(words.join(QString())), qPrintable(form.error().message));
}

void tst_tableforms::oldEncodingsAreFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QString german = u"Größere Äpfel für schöne Bäume, weiß"_s;
    const QString french = u"Cet été à la fête, ça m’a gênée"_s;
    const auto tenTimes = [](const QByteArray &row) { return "text\n" + ('"' + row + "\"\n").repeated(10); };
    QTest::newRow("German on a Mac") << tenTimes("Gr\x9A\xA7"
                                                 "ere \x80pfel f\x9Fr sch\x9Ane B\x8Aume, wei\xA7")
                                     << german;
    QTest::newRow("French on a Mac") << tenTimes("Cet \x8Et\x8E \x88 la f\x90te, \x8D"
                                                 "a m\xD5"
                                                 "a g\x90n\x8E"
                                                 "e")
                                     << french;
    QTest::newRow("German under DOS") << tenTimes("Gr\x94\xE1"
                                                  "ere \x8Epfel f\x81r sch\x94ne B\x84ume, wei\xE1")
                                      << german;
    QTest::newRow("German on Windows") << tenTimes("Gr\xF6\xDF"
                                                   "ere \xC4pfel f\xFCr sch\xF6ne B\xE4ume, wei\xDF")
                                       << german;
    QTest::newRow("French on Windows") << tenTimes("Cet \xE9t\xE9 \xE0 la f\xEAte, \xE7"
                                                   "a m\x92"
                                                   "a g\xEAn\xE9"
                                                   "e")
                                       << french;
    QTest::newRow("Czech on Windows") << tenTimes("P\xF8\xEDli\x9A \x9Elu\x9Dou\xE8k\xFD k\xF9\xF2 \xFAp\xECl")
                                      << u"Příliš žluťoučký kůň úpěl"_s;
}

void tst_tableforms::oldEncodingsAreFound()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(textsOf(bytes).value(0), text);
}

void tst_tableforms::spoiledIdsCostNoStory()
{
    const test::Everything all = test::readAll(openReader("tweet_id,created_at,user_id,text,in_reply_to_status_id\n"
                                                          "1.23E+17,2017-10-15 12:00:00,\"4,56E+08\",one,1.2E+17\n"
                                                          "1.23E+17,2017-10-15 12:00:01,,two,\n"
                                                          "920000000000000512.0,2017-10-15 12:00:02,12.0,three,\n"
                                                          "123456789012345678,2017-10-15 12:00:03,,four,\n"_ba,
                                                          u"spoiled.csv"_s));
    QCOMPARE(all.counts(), u"4 0 0 0 0"_s);
    const auto stories = all.stories();
    QCOMPARE(stories.at(0).nativeId, QString());
    QCOMPARE(stories.at(0).author.nativeId, QString());
    QVERIFY(stories.at(0).relations.isEmpty());
    QVERIFY(stories.at(0).attributes.contains({u"rounded_id"_s, u"1.23E+17"_s, false}));
    QCOMPARE(stories.at(2).nativeId, u"920000000000000512"_s);
    QCOMPARE(stories.at(2).author.nativeId, u"12"_s);
    QVERIFY(stories.at(2).attributes.contains({u"rounded_id"_s, u"possible"_s, false}));
    QCOMPARE(stories.at(3).nativeId, u"123456789012345678"_s);
    QVERIFY(stories.at(3).attributes.isEmpty());
    QVERIFY2(all.notes.join(u' ').contains(u"2 stories"_s), qPrintable(all.notes.join(u' ')));
}

void tst_tableforms::idsThatOnlyLookSpoiledStay()
{
    const auto stories = test::readAll(openReader("post_id,text\n7123e45,one\n5e12345,two\n1.58968E18,three\n"
                                                  "\"1,58968E+018\",four\n2E+18,five\n"_ba,
                                                  u"ids.csv"_s))
                             .stories();
    QStringList ids;
    for (const Story &story : stories)
        ids << story.nativeId;
    QCOMPARE(ids, (QStringList{u"7123e45"_s, u"5e12345"_s, QString(), QString(), QString()}));
}

void tst_tableforms::whatAProgramNotesIsNoStory_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isLog");
    QTest::newRow("a table") << "timestamp,level,message\n2026-01-01 00:00:00,INFO,started\n"
                                "2026-01-01 00:00:01,DEBUG,waiting\n2026-01-01 00:00:02,ERROR,fell over\n"_ba
                             << true;
    QTest::newRow("lines of JSON") << R"({"time":"2026-01-01T00:00:00Z","log.level":"info","message":"started"})"
                                      "\n"
                                      R"({"time":"2026-01-01T00:00:01Z","log.level":"warn","message":"waiting"})"
                                      "\n"
                                      R"({"time":"2026-01-01T00:00:02Z","log.level":"info","message":"done"})"_ba
                                   << true;
    QTest::newRow("two lines tell too little")
        << "timestamp,level,message\n2026-01-01 00:00:00,INFO,one\n2026-01-01 00:00:01,INFO,two\n"_ba << false;
    QTest::newRow("levels of people") << "timestamp,level,message\n2026-01-01,senior,one\n2026-01-02,junior,two\n"
                                         "2026-01-03,info,three\n2026-01-04,junior,four\n"_ba
                                      << false;
    QTest::newRow("how grave stories are")
        << "date,severity,text\n2026-01-01,severe,one\n2026-01-02,critical,two\n2026-01-03,mild,three\n"_ba
        << false;
}

void tst_tableforms::whatAProgramNotesIsNoStory()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isLog);
    const auto all = test::readAll(openReader(bytes, u"invented"_s));
    QVERIFY2(all.error.contains("log"_L1) == isLog, qPrintable(all.error));
    QCOMPARE(all.stories().isEmpty(), isLog);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"invented"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const auto preview = previewFile(file.fileName());
    QVERIFY(preview);
    QVERIFY(!preview->records.isEmpty());
    QVERIFY2(preview->doubt.contains("log"_L1) == isLog, qPrintable(preview->doubt));
    ColumnMapping said;
    said.columns.insert(StoryField::Text, bytes.contains("text") ? u"text"_s : u"message"_s);
    said.guessRest = true;
    QCOMPARE(previewFile(file.fileName(), {.format = {}, .mapping = said})->doubt, QString());
    QVERIFY(!test::readAll(openReader(bytes, u"invented"_s, {.format = {}, .mapping = said})).stories().isEmpty());
}

void tst_tableforms::whatIsSkippedIsNoUndatedStory()
{
    const test::Everything all = test::readAll(openReader("tweet_id,created_at,text\n"
                                                          "920000000000000001,2017-10-15 12:00:00,one\n"
                                                          "1.23E+17,some day,\n"_ba,
                                                          u"skipped.csv"_s));
    QCOMPARE(all.counts(), u"1 0 0 1 0"_s);
    const QString notes = all.notes.join(u' ');
    QVERIFY2(!notes.contains(u"undated"_s) && !notes.contains(u"shortened"_s), qPrintable(notes));
}

void tst_tableforms::whatKeepsAnIdATextIsNoPartOfIt()
{
    const test::Everything all = test::readAll(openReader("tweet_id,user_id,text\n"
                                                          R"("=""920000000000000001""","=""7""",one)"
                                                          "\n'920000000000000002,'8,two\n"
                                                          R"("""920000000000000003""",9,three)"
                                                          "\n"_ba,
                                                          u"kept.csv"_s));
    QStringList ids;
    QStringList people;
    for (const Story &story : all.stories()) {
        ids << story.nativeId;
        people << story.author.nativeId;
    }
    QCOMPARE(ids, (QStringList{u"920000000000000001"_s, u"920000000000000002"_s, u"920000000000000003"_s}));
    QCOMPARE(people, (QStringList{u"7"_s, u"8"_s, u"9"_s}));
}

void tst_tableforms::wordsForNothingNameNothing()
{
    const auto stories = test::readAll(openReader("tweet_id,created_at,lang,permalink,in_reply_to_status_id,text\n"
                                                  "NA,NA,NA,NA,NA,one\n"
                                                  "nan,NaT,nan,null,NaN,NA\n"_ba,
                                                  u"nothing.csv"_s))
                             .stories();
    QCOMPARE(stories.size(), 2);
    for (const Story &story : stories) {
        QCOMPARE(story.nativeId, QString());
        QCOMPARE(story.permalink, QString());
        QCOMPARE(story.language, QString());
        QCOMPARE(story.postedAtText, QString());
        QVERIFY(story.relations.isEmpty());
    }
    QCOMPARE(stories.at(1).text, u"NA"_s);
}

void tst_tableforms::rowNumbersAreAboutNobody()
{
    const QStringList header{u"id"_s, u"user_id"_s, u"text"_s};
    const QVector<QStringList> rows{{u"1"_s, u"7"_s, u"one"_s}, {u"2"_s, u"8"_s, u"two"_s}};
    QCOMPARE(personalColumns(header, rows), QStringList{u"user_id"_s});
    const QVector<QStringList> again{{u"1"_s, u"7"_s, u"one"_s}, {u"1"_s, u"8"_s, u"two"_s}};
    QCOMPARE(personalColumns(header, again), (QStringList{u"id"_s, u"user_id"_s}));
}

void tst_tableforms::aTableInAnArchiveIsMapped()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"a/b"_s));
    QFile table(folder.filePath(u"a/b/rows.csv"_s));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("what;when\none, invented;15.10.2017\ntwo;16.10.2017\n");
    table.close();
    const QString archive = folder.filePath(u"rows.tar.gz"_s);
    QCOMPARE(QProcess::execute(u"tar"_s, {u"-czf"_s, archive, u"-C"_s, folder.path(), u"a"_s}), 0);

    const auto preview = previewFile(archive);
    QVERIFY2(preview, "no column says that it is the text, and the columns are shown nevertheless");
    QCOMPARE(preview->header, (QStringList{u"what"_s, u"when"_s}));
    QVERIFY(preview->records.isEmpty());
    ReaderOptions options;
    options.mapping = parseMapping(u"text=what,posted_at=when"_s).value();
    const auto mapped = previewFile(archive, options);
    QVERIFY2(mapped, mapped ? "" : qPrintable(mapped.error().message));
    QCOMPARE(mapped->header, (QStringList{u"what"_s, u"when"_s}));
    QCOMPARE(mapped->mapping.columns.value(StoryField::Text), u"what"_s);
    QVERIFY(mapped->isDelimited);
    QCOMPARE(test::readAll(openReader(archive, options)).counts(), u"2 0 0 0 0"_s);
}

void tst_tableforms::keysAreThoseOfThePreview_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said"); ///< of how the columns are separated
    QTest::addColumn<bool>("isTable");
    QTest::newRow("CSV") << "text,posted_at\nInvented,2017-10-15\n"_ba << QString() << true;
    QTest::newRow("semicolons") << "text;posted_at\nInvented, too;2017-10-15\n"_ba << QString() << true;
    QTest::newRow("said") << "text;posted_at,b\nInvented;2017-10-15,1\n"_ba << u";"_s << true;
    QTest::newRow("no text") << "what,when\nInvented,2017-10-15\n"_ba << QString() << true;
    QTest::newRow("JSON of any shape") << R"([{"body":"Invented","published":"2017-10-15"}])"_ba << QString()
                                       << true;
    QTest::newRow("4CAT") << "id,thread_id,timestamp,body,author,author_fullname,is_retweet\n"
                             "919677012345678901,919677012345678901,2017-10-15 12:00:00,Invented,anna,Anna,no\n"_ba
                          << QString() << false;
    QTest::newRow("X") << R"({"id":"919677012345678901","text":"Invented","author_id":"1"})"_ba << QString()
                       << false;
    QTest::newRow("nothing") << ""_ba << QString() << false;
}

void tst_tableforms::keysAreThoseOfThePreview()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    QFETCH(bool, isTable);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"invented"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    ReaderOptions options;
    options.form = parseTableForm({}, said, {}).value();
    const TableKeys keys = tableKeys(file.fileName(), options);
    const auto preview = previewFile(file.fileName(), options);
    QCOMPARE(keys.form, preview ? preview->formKey : QString());
    QCOMPARE(!keys.mapping.isEmpty(), isTable);
    if (isTable)
        QCOMPARE(keys.mapping, mappingKey(preview->header));
}

void tst_tableforms::aMappingHoldsWhereItsColumnsAre()
{
    QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(write(u"a.csv"_s, "first,text\nthis one,not this\n"));
    QVERIFY(write(u"b.csv"_s, "text,date\nanother,2017-10-15\n"));
    QVERIFY(write(u"c.jsonl"_s, R"({"id_str":"1","full_text":"a tweet","user":{"id_str":"9"}})"));
    ReaderOptions options;
    options.mapping.emplace().columns.insert(StoryField::Text, u"first"_s);
    QStringList texts;
    for (const Story &story : test::readAll(openReader(folder.path(), options)).stories())
        texts << story.text;
    QCOMPARE(texts, (QStringList{u"this one"_s, u"another"_s, u"a tweet"_s}));
}

QTEST_APPLESS_MAIN(tst_tableforms)
#include "tst_tableforms.moc"
