#include "export/CsvFormat.h"
#include "source/SpreadsheetGuard.h"
#include "support/Csv.h"
#include "support/TestData.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// What TRUST calls dangerous, said anew: behind spaces and invisible signs stands one that starts a formula.
bool isDangerous(const QString &cell)
{
    static const QString triggers = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"_s + QChar(0);
    for (const QChar c : cell) {
        if (triggers.contains(c))
            return true;
        if (c.category() != QChar::Separator_Space && c.category() != QChar::Other_Format)
            return false;
    }
    return false;
}

struct CorpusCell
{
    QString id;
    QString cell;
    bool leading = false; ///< dangerous by its beginning
};

QVector<CorpusCell> corpusCells()
{
    QVector<CorpusCell> cells;
    QFile injections(test::sharedFile(u"corpora/csv-injection/cells.jsonl"_s));
    if (injections.open(QIODevice::ReadOnly)) {
        while (!injections.atEnd()) {
            const QJsonObject line = QJsonDocument::fromJson(injections.readLine()).object();
            const QString cell = line[u"cell"].toString();
            const bool leaks = line[u"note"].toString().contains("separator"_L1) || cell.startsWith(u'"')
                || cell.startsWith(u',') || cell.startsWith(u';') || cell.startsWith(u'\'');
            cells.append({line[u"id"].toString(), cell, line[u"dangerous"].toBool() && !leaks});
        }
    }
    for (const auto *name : {"blns.jsonl", "unicode-traps.jsonl"}) {
        QFile strings(test::sharedFile(u"corpora/naughty-strings/"_s + QLatin1String(name)));
        if (!strings.open(QIODevice::ReadOnly))
            continue;
        while (!strings.atEnd()) {
            const QJsonObject line = QJsonDocument::fromJson(strings.readLine()).object();
            const QByteArray bytes = QByteArray::fromBase64(line[u"b64"].toString().toLatin1());
            cells.append({line[u"id"].toString(), QString::fromUtf8(bytes), false});
        }
    }
    return cells;
}

QByteArray lineOf(const CsvFormat &format, const QString &cell)
{
    QByteArray line;
    format.appendValue(line, u"7");
    format.appendSeparator(line);
    format.appendText(line, cell);
    format.appendSeparator(line);
    format.appendValue(line, u"-5");
    format.endLine(line);
    return line;
}

/// What a spreadsheet reads in the cell of a text.
QString cellOf(const QString &text)
{
    QByteArray line;
    CsvFormat(ExportReader::Spreadsheet, u',').appendText(line, text);
    return line.isEmpty() ? QString() : test::csvRows(line + "\r\n").constFirst().constFirst();
}

} // namespace

class TestCsvFormat : public QObject
{
    Q_OBJECT

private slots:
    void quotesWhatNeedsIt_data();
    void quotesWhatNeedsIt();
    void quotesJoinedKeysThatHoldTheSeparator();
    void marksOnlySpreadsheetFiles();
    void guardsCellsThatStartAFormula_data();
    void guardsCellsThatStartAFormula();
    void leavesHarmlessCellsAlone_data();
    void leavesHarmlessCellsAlone();
    void neverGuardsNumbersAndDates_data();
    void neverGuardsNumbersAndDates();
    void keepsLongNumbersAsText();
    void neverGuardsForAnalysis();
    void everyCorpusCellIsSafeAndComesBackExactly_data();
    void everyCorpusCellIsSafeAndComesBackExactly();
    void everyCorpusCellComesBackExactlyFromAnalysis();
};

void TestCsvFormat::quotesWhatNeedsIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<char>("separator");
    QTest::addColumn<QByteArray>("bytes");

    QTest::addRow("plain") << u"I was nineteen"_s << ',' << "I was nineteen"_ba;
    QTest::addRow("empty") << QString() << ',' << ""_ba;
    QTest::addRow("comma") << u"yes, me"_s << ',' << "\"yes, me\""_ba;
    QTest::addRow("comma between semicolons") << u"yes, me"_s << ';' << "yes, me"_ba;
    QTest::addRow("semicolon") << u"yes; me"_s << ';' << "\"yes; me\""_ba;
    QTest::addRow("tab") << u"yes\tme"_s << '\t' << "\"yes\tme\""_ba;
    QTest::addRow("quotes") << u"he said \"smile\""_s << ',' << "\"he said \"\"smile\"\"\""_ba;
    QTest::addRow("line feed") << u"one\ntwo"_s << ',' << "\"one\ntwo\""_ba;
    QTest::addRow("carriage return") << u"one\rtwo"_s << ',' << "\"one\rtwo\""_ba;
    QTest::addRow("spaces at the edges") << u" me "_s << ',' << "\" me \""_ba;
    QTest::addRow("emoji") << u"me 💜"_s << ',' << "me \xf0\x9f\x92\x9c"_ba;
}

void TestCsvFormat::quotesWhatNeedsIt()
{
    QFETCH(QString, text);
    QFETCH(char, separator);
    QFETCH(QByteArray, bytes);
    const CsvFormat format(ExportReader::Analysis, QLatin1Char(separator));
    QByteArray line;
    format.appendText(line, text);
    QCOMPARE(line, bytes);
}

void TestCsvFormat::quotesJoinedKeysThatHoldTheSeparator()
{
    const CsvFormat format(ExportReader::Spreadsheet, u';');
    QByteArray line;
    format.appendValue(line, u"workplace;silence");
    QCOMPARE(line, "\"workplace;silence\""_ba);
}

void TestCsvFormat::marksOnlySpreadsheetFiles()
{
    QCOMPARE(CsvFormat(ExportReader::Spreadsheet, u';').beginning(), "\xef\xbb\xbf"_ba);
    QCOMPARE(CsvFormat(ExportReader::Analysis, u',').beginning(), ""_ba);
}

void TestCsvFormat::guardsCellsThatStartAFormula_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &start : {u"="_s, u"+"_s, u"-"_s, u"@"_s, u"\t"_s, u"\r"_s, u"\n"_s, u"\uFF1D"_s,
                                 u"\uFF0B"_s, u"\uFF0D"_s, u"\uFF20"_s, QString(QChar(0))}) {
        for (const QString &before :
             {QString(), u" "_s, u"\u00A0"_s, u"\uFEFF"_s, u"\u200B"_s, u"\u200E"_s, u"\u202E"_s, u"\u2066"_s,
              u"\u061C"_s, u"\u3000"_s, u"  \u200B "_s, u"\u2003"_s, u"\u00AD"_s})
            QTest::addRow("U+%04X behind %d signs beginning U+%04X", start.at(0).unicode(), int(before.size()),
                          before.isEmpty() ? 0 : before.at(0).unicode())
                << before + start + u"1+1"_s;
    }
    QTest::addRow("an apostrophe already") << u"'tis true"_s;
    QTest::addRow("two apostrophes already") << u"''=1"_s;
}

void TestCsvFormat::guardsCellsThatStartAFormula()
{
    QFETCH(QString, text);
    QCOMPARE(cellOf(text), u'\'' + text);
    QCOMPARE(withoutGuard(cellOf(text)), text);
}

void TestCsvFormat::leavesHarmlessCellsAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("words") << u"It was my boss = my problem"_s;
    QTest::addRow("empty") << QString();
    QTest::addRow("a quotation mark") << u"\"=1\""_s;
    QTest::addRow("a hashtag") << u"#MeToo"_s;
    QTest::addRow("a date") << u"10/15/17"_s;
    QTest::addRow("per cent") << u"%metoo"_s;
    QTest::addRow("right to left") << u"أنا أيضا"_s;
    QTest::addRow("an apostrophe inside") << u"I'm = me"_s;
}

void TestCsvFormat::leavesHarmlessCellsAlone()
{
    QFETCH(QString, text);
    QCOMPARE(cellOf(text), text);
    QCOMPARE(withoutGuard(text), text);
}

void TestCsvFormat::neverGuardsNumbersAndDates_data()
{
    QTest::addColumn<QString>("value");
    for (const QString &value : {u"-5"_s, u"-3.14"_s, u"0"_s, u"123456789012345"_s, u"2017-10-15"_s, u"20:21:00"_s,
                                 u"-0044-03-15T00:00:00Z"_s})
        QTest::addRow("%s", qUtf8Printable(value)) << value;
}

void TestCsvFormat::neverGuardsNumbersAndDates()
{
    QFETCH(QString, value);
    const CsvFormat format(ExportReader::Spreadsheet, u';');
    QByteArray line;
    format.appendValue(line, value);
    QCOMPARE(line, value.toUtf8());
}

void TestCsvFormat::keepsLongNumbersAsText()
{
    const CsvFormat format(ExportReader::Spreadsheet, u';');
    QByteArray line;
    format.appendText(line, u"919999999999999999");
    format.appendSeparator(line);
    format.appendText(line, u"123456789012345");
    QCOMPARE(line, "'919999999999999999;123456789012345"_ba);
    QCOMPARE(withoutGuard(u"'919999999999999999"_s), u"919999999999999999"_s);
}

void TestCsvFormat::neverGuardsForAnalysis()
{
    const CsvFormat format(ExportReader::Analysis, u',');
    QByteArray line;
    format.appendText(line, u"=1+1");
    format.appendSeparator(line);
    format.appendText(line, u"'tis");
    format.appendSeparator(line);
    format.appendText(line, u"919999999999999999");
    QCOMPARE(line, "=1+1,'tis,919999999999999999"_ba);
}

void TestCsvFormat::everyCorpusCellIsSafeAndComesBackExactly_data()
{
    QTest::addColumn<char>("separator");
    QTest::addRow("comma") << ',';
    QTest::addRow("semicolon") << ';';
    QTest::addRow("tab") << '\t';
    QTest::addRow("bar") << '|';
}

void TestCsvFormat::everyCorpusCellIsSafeAndComesBackExactly()
{
    QFETCH(char, separator);
    const auto cells = corpusCells();
    if (cells.isEmpty())
        QSKIP("the shared corpora are not here");
    const CsvFormat format(ExportReader::Spreadsheet, QLatin1Char(separator));
    qsizetype leading = 0;
    for (const CorpusCell &corpus : cells) {
        const QByteArray line = lineOf(format, corpus.cell);
        const auto rows = test::csvRows(line, separator);
        QVERIFY2(rows.size() == 1 && rows.at(0).size() == 3, qPrintable(corpus.id));
        const QString &written = rows.at(0).at(1);
        QVERIFY2(!isDangerous(written), qPrintable(corpus.id));
        QVERIFY2(!corpus.leading || written == u'\'' + corpus.cell, qPrintable(corpus.id));
        QVERIFY2(withoutGuard(written) == corpus.cell, qPrintable(corpus.id));
        QCOMPARE(rows.at(0).at(2), u"-5"_s);
        leading += corpus.leading ? 1 : 0;
    }
    QVERIFY(leading > 50);
}

void TestCsvFormat::everyCorpusCellComesBackExactlyFromAnalysis()
{
    const auto cells = corpusCells();
    if (cells.isEmpty())
        QSKIP("the shared corpora are not here");
    const CsvFormat format(ExportReader::Analysis, u',');
    for (const CorpusCell &corpus : cells) {
        const auto rows = test::csvRows(lineOf(format, corpus.cell));
        QVERIFY2(rows.size() == 1 && rows.at(0).size() == 3 && rows.at(0).at(1) == corpus.cell,
                 qPrintable(corpus.id));
    }
}

QTEST_APPLESS_MAIN(TestCsvFormat)
#include "tst_csvformat.moc"
