#include "command/Program.h"
#include "support/Csv.h"
#include "support/TestData.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

constexpr int longestConversion = 600'000; // milliseconds: an office suite starts slowly on a loaded machine

using Table = QVector<QStringList>;

/// Invented texts that readers of CSV are known to stumble over.
QStringList inventedTexts()
{
    return {
        u"Invented: he said \"smile\", and \"smile\" again"_s,
        u"\"Invented\""_s,
        u"Invented, with; every\tseparator|there is"_s,
        u"Invented\non two lines\n\nand a fourth"_s,
        u"Invented 💜 👩‍👩‍👧 🏳️‍🌈 and 𝓜𝓮𝓣𝓸𝓸"_s,
        u"مخترع: أنا أيضا، في العمل"_s,
        u"מומצא: גם אני \u202Bמימין לשמאל\u202C סוף"_s,
        u"これは作り話です。我也是。 발명된 이야기"_s,
        u"=1+1"_s,
        u"+49 or more of them invented"_s,
        u"-invented"_s,
        u"@ noon, invented"_s,
        u"=HYPERLINK(\"http://127.0.0.1/?\"&A1;\"more\")"_s,
        u" =1+1 behind a space"_s,
        u"\u200B=1+1 behind nothing to see"_s,
        u"＝1+1 in full width"_s,
        u"'tis invented"_s,
        u"''two apostrophes"_s,
        u"919999999999999999"_s,
        u"0049301234"_s,
        u"1E5"_s,
        u"3/4/2018"_s,
        u"3,14"_s,
        u"TRUE"_s,
        u"NA"_s,
        u"Invented \\ backslash \\\" and \\n"_s,
        u"# invented, no comment"_s,
        u"Invented & <b>bold</b> &amp; %s"_s,
        u"Ünïcödé \u0301accent, invented"_s,
    };
}

QString separatorName(const QString &separator)
{
    return separator == u"\t"_s ? u"tab"_s : separator;
}

} // namespace

class TestReadback : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void pythonReadsWhatWasStored_data();
    void pythonReadsWhatWasStored();
    void rReadsWhatWasStored_data();
    void rReadsWhatWasStored();
    void libreOfficeReadsWhatWasStored_data();
    void libreOfficeReadsWhatWasStored();
    void ourImportGivesTheExactTextsBack_data();
    void ourImportGivesTheExactTextsBack();

private:
    static void addForms();
    QString exported(const QString &reader, const QString &separator);
    static QStringList stored(const QString &reader);
    static void compare(const Table &read, const QString &reader);

    test::Program m_program;
};

void TestReadback::initTestCase()
{
    Table table{{u"text"_s, u"posted_at"_s, u"author"_s, u"platform"_s, u"native_id"_s, u"note_of_ours"_s}};
    const auto texts = inventedTexts();
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QString time = u"2017-10-15T20:%1:07Z"_s.arg(i, 2, 10, QLatin1Char('0'));
        table.append({texts.at(i), time, u"person%1"_s.arg(i), u"twitter"_s, u"9199999999999999%1"_s.arg(10 + i),
                      texts.at(texts.size() - 1 - i)});
    }
    const QString csv = m_program.write(u"texts.csv"_s, test::csvBytes(table));
    const test::Run run
        = m_program.ask(u"import"_s,
                        {csv, u"--json"_s, u"--map"_s,
                         u"text=text,posted_at=posted_at,author=author,platform=platform,native_id=native_id"_s,
                         u"--keep"_s, u"note_of_ours"_s});
    QVERIFY2(run.code == 0, run.errors.constData());
    QCOMPARE(run.json()[u"stories"].toInt(), int(texts.size()));
}

void TestReadback::addForms()
{
    QTest::addColumn<QString>("reader");
    QTest::addColumn<QString>("separator");
    QTest::addRow("analysis") << u"analysis"_s << u","_s;
    QTest::addRow("spreadsheet, comma") << u"spreadsheet"_s << u","_s;
    QTest::addRow("spreadsheet, semicolon") << u"spreadsheet"_s << u";"_s;
    QTest::addRow("spreadsheet, tab") << u"spreadsheet"_s << u"\t"_s;
}

QString TestReadback::exported(const QString &reader, const QString &separator)
{
    const QString path = m_program.path(u"%1-%2.csv"_s.arg(reader).arg(separator.at(0).unicode()));
    const test::Run run = m_program.ask(
        u"export"_s,
        {u"--overwrite"_s, u"--output"_s, path, u"--for"_s, reader, u"--separator"_s, separatorName(separator),
         u"--profile"_s, u"full"_s, u"--order"_s, u"oldest"_s, u"--columns"_s,
         u"story,posted_at,platform,source,language,voice,themes,author,native_id,text,"
         "attr:note_of_ours"_s});
    if (run.code != 0)
        qFatal("%s", run.errors.constData());
    return path;
}

/// The texts as the cells of such a file are meant to read: guarded by an apostrophe for a spreadsheet.
QStringList TestReadback::stored(const QString &reader)
{
    QStringList texts = inventedTexts();
    if (reader != "spreadsheet"_L1)
        return texts;
    for (QString &text : texts) {
        static const QStringList guarded{u"=1+1"_s,     u"+49"_s, u"-inv"_s, u"@ noon"_s, u"=HYPER"_s, u" =1+1"_s,
                                         u"\u200B=1"_s, u"＝1"_s, u"'tis"_s, u"''two"_s,  u"9199999"_s};
        for (const QString &start : guarded) {
            if (text.startsWith(start)) {
                text.prepend(u'\'');
                break;
            }
        }
    }
    return texts;
}

void TestReadback::compare(const Table &read, const QString &reader)
{
    const auto texts = stored(reader);
    QCOMPARE(read.size(), texts.size() + 1);
    QCOMPARE(test::csvColumn(read, u"text"_s), texts);
    QCOMPARE(test::csvColumn(read, u"note_of_ours"_s), QStringList(texts.crbegin(), texts.crend()));
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QString time = u"20:%1:07"_s.arg(i, 2, 10, QLatin1Char('0'));
        QCOMPARE(test::csvColumn(read, u"posted_at"_s).at(i), u"2017-10-15T"_s + time + u'Z');
        QCOMPARE(test::csvColumn(read, u"author"_s).at(i), u"person%1"_s.arg(i));
        const QString id = u"9199999999999999%1"_s.arg(10 + i);
        QCOMPARE(test::csvColumn(read, u"native_id"_s).at(i), reader == "spreadsheet"_L1 ? u'\'' + id : id);
    }
}

void TestReadback::pythonReadsWhatWasStored_data()
{
    addForms();
}

void TestReadback::pythonReadsWhatWasStored()
{
    QFETCH(QString, reader);
    QFETCH(QString, separator);
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        QSKIP("python3 is not here");
    const QString path = exported(reader, separator);
    QProcess python;
    python.start(u"python3"_s, {test::sourceRoot() + u"/tests/command/read_csv.py"_s, path, separator});
    QVERIFY(python.waitForFinished(120'000));
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    Table read;
    const auto rows = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
    for (const QJsonValue &row : rows) {
        QStringList cells;
        const auto values = row.toArray();
        for (const QJsonValue &value : values)
            cells.append(value.toString());
        read.append(cells);
    }
    QVERIFY(!read.isEmpty());
    compare(read, reader);
}

void TestReadback::rReadsWhatWasStored_data()
{
    addForms();
}

void TestReadback::rReadsWhatWasStored()
{
    QFETCH(QString, reader);
    QFETCH(QString, separator);
    if (QStandardPaths::findExecutable(u"Rscript"_s).isEmpty())
        QSKIP("Rscript is not here");
    const QString path = exported(reader, separator);
    QProcess r;
    r.start(u"Rscript"_s, {u"--vanilla"_s, test::sourceRoot() + u"/tests/command/read_csv.R"_s, path, separator});
    QVERIFY(r.waitForFinished(300'000));
    QVERIFY2(r.exitCode() == 0, r.readAllStandardError().constData());
    Table read;
    const auto lines = r.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty())
            continue;
        QStringList cells;
        const auto codes = line.split(',');
        for (const QByteArray &code : codes)
            cells.append(QString::fromUtf8(QByteArray::fromHex(code)));
        read.append(cells);
    }
    QVERIFY(!read.isEmpty());
    compare(read, reader);
}

void TestReadback::libreOfficeReadsWhatWasStored_data()
{
    QTest::addColumn<QString>("reader");
    QTest::addColumn<QString>("separator");
    QTest::addColumn<QString>("locale");
    for (const QString &locale : {u"en-US"_s, u"de-DE"_s}) {
        QTest::addRow("%s, analysis", qPrintable(locale)) << u"analysis"_s << u","_s << locale;
        QTest::addRow("%s, spreadsheet, comma", qPrintable(locale)) << u"spreadsheet"_s << u","_s << locale;
        QTest::addRow("%s, spreadsheet, semicolon", qPrintable(locale)) << u"spreadsheet"_s << u";"_s << locale;
    }
}

void TestReadback::libreOfficeReadsWhatWasStored()
{
    QFETCH(QString, reader);
    QFETCH(QString, separator);
    QFETCH(QString, locale);
    const QString office = QStandardPaths::findExecutable(u"soffice"_s);
    if (office.isEmpty())
        QSKIP("LibreOffice is not here");
    const QString path = exported(reader, separator);

    // A profile of its own, whose one setting is the locale: numbers, dates and formulas are read by it.
    const QString profile = m_program.path(u"office-"_s + locale);
    QVERIFY(QDir().mkpath(profile + u"/user"_s));
    m_program.write(u"office-%1/user/registrymodifications.xcu"_s.arg(locale),
                    R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
           xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>)"
                        + locale.toUtf8() + R"(</value></prop></item>
</oor:items>
)");
    // Read: separator, quotation mark, UTF-8, from line 1, quoted cells as text and no detection of numbers, as a
    // person chooses "Text"; evaluate no formulas. Every column is of the kind text (2).
    QStringList kinds;
    for (int column = 1; column <= 20; ++column)
        kinds.append(u"%1/2"_s.arg(column));
    const QString code = QString::number(separator.at(0).unicode());
    const QString import
        = u"CSV:"_s + code + u",34,76,1,"_s + kinds.join(u'/') + u",0,true,false,false,false,false,-1"_s;
    const QString folder = m_program.path(u"read-%1-%2-%3"_s.arg(locale, reader, code));
    QProcess process;
    const QString userInstallation = u"-env:UserInstallation=file://"_s + profile;
    process.start(office,
                  {userInstallation, u"--headless"_s, u"--norestore"_s, u"--infilter="_s + import,
                   u"--convert-to"_s, u"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false"_s, u"--outdir"_s,
                   folder, path});
    if (!process.waitForFinished(longestConversion)) {
        process.kill();
        process.waitForFinished();
        QFAIL("LibreOffice did not end");
    }
    const QByteArray said = process.readAll() + process.readAllStandardError();
    const auto results = QDir(folder).entryInfoList({u"*.csv"_s}, QDir::Files);
    QVERIFY2(results.size() == 1, said.constData());
    QFile result(results.constFirst().filePath());
    QVERIFY(result.open(QIODevice::ReadOnly));
    QByteArray bytes = result.readAll();
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes.remove(0, 3);
    // LibreOffice ends lines as the system does.
    bytes.replace("\r\n", "\n");
    Table read;
    QByteArray unixLines;
    bool quoted = false;
    for (const char c : std::as_const(bytes)) {
        quoted = c == '"' ? !quoted : quoted;
        if (c == '\n' && !quoted)
            unixLines += '\r';
        unixLines += c;
    }
    read = test::csvRows(unixLines);
    compare(read, reader);
}

void TestReadback::ourImportGivesTheExactTextsBack_data()
{
    addForms();
}

void TestReadback::ourImportGivesTheExactTextsBack()
{
    QFETCH(QString, reader);
    QFETCH(QString, separator);
    const QString path = exported(reader, separator);
    test::Program other;
    const test::Run run = other.ask(u"import"_s, {u"--json"_s, path});
    QVERIFY2(run.code == 0, run.errors.constData());
    const auto texts = inventedTexts();
    QCOMPARE(run.json()[u"added"].toInt(), int(texts.size()));
    const auto stories
        = other
              .ask(u"list"_s,
                   {u"--json"_s, u"--profile"_s, u"full"_s, u"--order"_s, u"oldest"_s, u"--limit"_s, u"1000"_s})
              .jsonLines();
    QCOMPARE(stories.size(), texts.size());
    for (qsizetype i = 0; i < texts.size(); ++i)
        QCOMPARE(stories.at(i)[u"text"].toString(), texts.at(i));
}

QTEST_GUILESS_MAIN(TestReadback)
#include "tst_readback.moc"
