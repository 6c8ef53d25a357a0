#include "collection/Places.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

class tst_places : public QObject
{
    Q_OBJECT

private slots:
    void theDataFolderIsPrivate();
    void aFolderThatCantBeMadeIsASentence();
    void namesACollectionAfterTheFile_data();
    void namesACollectionAfterTheFile();
    void neverNamesAFileThatIsThere();
};

void tst_places::theDataFolderIsPrivate()
{
    const QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    const auto folder = dataFolder();
    QVERIFY(folder);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(QFileInfo(folder.value()).isDir());
    QCOMPARE(QFileInfo(folder.value()).permissions() & others, QFile::Permissions());
    QVERIFY(defaultCollectionPath().value().startsWith(folder.value()));
    QVERIFY(defaultCollectionPath().value() != sampleCollectionPath().value());
}

void tst_places::aFolderThatCantBeMadeIsASentence()
{
    const QTemporaryDir home;
    QFile inTheWay(home.filePath(u"file"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    qputenv("XDG_DATA_HOME", inTheWay.fileName().toUtf8());
    const auto folder = dataFolder();
    QVERIFY(!folder);
    QCOMPARE(folder.error().kind, Error::Kind::Denied);
    QVERIFY(folder.error().message.contains(inTheWay.fileName()));
}

void tst_places::namesACollectionAfterTheFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    QTest::addRow("plain") << u"/data/posts.csv"_s << u"posts.tidemark"_s;
    QTest::addRow("compressed") << u"posts.jsonl.gz"_s << u"posts.tidemark"_s;
    QTest::addRow("dots") << u"posts.2017.csv"_s << u"posts.2017.tidemark"_s;
    QTest::addRow("hidden") << u"/data/.csv"_s << u"stories.tidemark"_s;
}

void tst_places::namesACollectionAfterTheFile()
{
    QFETCH(QString, file);
    QFETCH(QString, name);
    const QTemporaryDir folder;
    QCOMPARE(freeCollectionPath(folder.path(), file), folder.filePath(name));
}

void tst_places::neverNamesAFileThatIsThere()
{
    const QTemporaryDir folder;
    for (const QString &name : {u"posts.tidemark"_s, u"posts 2.tidemark"_s}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QCOMPARE(freeCollectionPath(folder.path(), u"posts.csv"_s), folder.filePath(u"posts 3.tidemark"_s));
}

QTEST_GUILESS_MAIN(tst_places)
#include "tst_places.moc"
