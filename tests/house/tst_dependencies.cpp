#include "support/TestData.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Which rooms of app/ each room may include, as ARCHITECTURE.md draws it.
const QMap<QString, QStringList> &allowedRooms()
{
    static const QMap<QString, QStringList> rooms{
        {u"story"_s, {}},
        {u"text"_s, {u"story"_s}},
        {u"filter"_s, {u"story"_s, u"text"_s}},
        {u"store"_s, {u"story"_s, u"text"_s, u"filter"_s, u"theme"_s, u"index"_s}},
        {u"index"_s, {u"story"_s, u"filter"_s}},
        {u"source"_s, {u"story"_s, u"text"_s}},
        {u"fetch"_s, {u"story"_s, u"text"_s, u"source"_s}},
        {u"theme"_s, {u"story"_s, u"text"_s, u"filter"_s}},
        {u"import"_s, {u"story"_s, u"text"_s, u"source"_s, u"store"_s, u"theme"_s}},
        {u"collection"_s,
         {u"story"_s, u"text"_s, u"filter"_s, u"store"_s, u"index"_s, u"source"_s, u"fetch"_s, u"theme"_s,
          u"import"_s}},
        {u"model"_s, {u"story"_s, u"text"_s, u"filter"_s, u"index"_s, u"theme"_s, u"collection"_s}},
        {u"export"_s, {u"story"_s, u"text"_s, u"filter"_s, u"index"_s, u"theme"_s, u"collection"_s}},
        {u"command"_s,
         {u"story"_s, u"text"_s, u"filter"_s, u"store"_s, u"index"_s, u"source"_s, u"fetch"_s, u"theme"_s,
          u"import"_s, u"collection"_s, u"export"_s}},
    };
    return rooms;
}

struct IncludeLine
{
    QString file; ///< relative to the folder that was searched
    QString room; ///< the first folder of file
    QString included;
};

QVector<IncludeLine> includeLines(const QString &folder)
{
    static const QRegularExpression pattern(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s);
    const QDir root(tidemark::test::sourceRoot() + u'/' + folder);
    QVector<IncludeLine> lines;
    QDirIterator files(root.path(), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const QString name = root.relativeFilePath(file.fileName());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        while (!file.atEnd()) {
            const auto match = pattern.match(QString::fromUtf8(file.readLine()));
            if (match.hasMatch())
                lines.append({name, name.section(u'/', 0, 0), match.captured(1)});
        }
    }
    return lines;
}

} // namespace

/// The house has one direction: this reads the include lines of the whole source and checks them.
class tst_dependencies : public QObject
{
    Q_OBJECT

private slots:
    void roomsIncludeOnlyWhatTheyMay();
    void appKnowsNoWidget();
    void uiKnowsNoSqlAndNoNetwork();
    void onlyOneRoomTouchesTheNetwork();
    void theReaderSeesIncludeLines();
};

void tst_dependencies::roomsIncludeOnlyWhatTheyMay()
{
    for (const IncludeLine &line : includeLines(u"app"_s)) {
        const QString target = line.included.section(u'/', 0, 0);
        if (!line.file.contains(u'/') || !allowedRooms().contains(target))
            continue;
        QVERIFY2(allowedRooms().contains(line.room), qPrintable(line.file + u" is in an unknown room"_s));
        QVERIFY2(target == line.room || allowedRooms().value(line.room).contains(target),
                 qPrintable(line.file + u" must not include "_s + line.included));
    }
}

void tst_dependencies::appKnowsNoWidget()
{
    static const QRegularExpression widget(
        u"^(Qt(Widgets|Gui)/|QWidget|QApplication|QMainWindow|QDialog|QMessageBox|QPainter|QColor|QFont|QIcon)"_s);
    for (const IncludeLine &line : includeLines(u"app"_s)) {
        if (line.file != "main.cpp"_L1)
            QVERIFY2(!widget.match(line.included).hasMatch(), qPrintable(line.file + u": "_s + line.included));
    }
}

void tst_dependencies::uiKnowsNoSqlAndNoNetwork()
{
    static const QRegularExpression forbidden(
        u"^(QSql|QtSql|QNetwork|QtNetwork|QTcp|QSsl|sqlite3|store/|import/Importer)"_s);
    for (const IncludeLine &line : includeLines(u"ui"_s))
        QVERIFY2(!forbidden.match(line.included).hasMatch(), qPrintable(line.file + u": "_s + line.included));
}

void tst_dependencies::onlyOneRoomTouchesTheNetwork()
{
    static const QRegularExpression network(u"^(QNetwork|QtNetwork|QTcp|QUdp|QSsl|QHostInfo|QHostAddress)"_s);
    for (const IncludeLine &line : includeLines(u"app"_s)) {
        if (line.room != "fetch"_L1)
            QVERIFY2(!network.match(line.included).hasMatch(), qPrintable(line.file + u": "_s + line.included));
    }
}

void tst_dependencies::theReaderSeesIncludeLines()
{
    QVERIFY(includeLines(u"app"_s).size() > 50);
}

QTEST_APPLESS_MAIN(tst_dependencies)
#include "tst_dependencies.moc"
