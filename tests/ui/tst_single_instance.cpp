#include "command/Program.h"
#include "window/SingleInstance.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

using namespace tidemark;
using namespace Qt::StringLiterals;

class SingleInstanceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void nobodyTakesWhatNobodyHas();
    void theFirstTakesFilesAndIsRaised();
    void eachCollectionHasItsOwn();
    void aCrashLeavesNothingInTheWay();
    void aSecondStartHandsOverAllItsFiles_data();
    void aSecondStartHandsOverAllItsFiles();

private:
    [[nodiscard]] QString collection(const QString &name) const;
    /// As another process would, while this one's events go on.
    static bool handOver(const QString &collection, const QStringList &files);

    QTemporaryDir m_folder;
};

void SingleInstanceTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder.path()));
}

QString SingleInstanceTest::collection(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) ? file.fileName() : QString();
}

bool SingleInstanceTest::handOver(const QString &collection, const QStringList &files)
{
    const auto handed = QtConcurrent::run([=] { return SingleInstance::handOver(collection, files); });
    return QTest::qWaitFor([&] { return handed.isFinished(); }, 30000) && handed.result();
}

void SingleInstanceTest::nobodyTakesWhatNobodyHas()
{
    QVERIFY(!handOver(collection(u"lonely.tidemark"_s), {}));
    QVERIFY(!handOver(m_folder.filePath(u"missing.tidemark"_s), {}));
}

void SingleInstanceTest::theFirstTakesFilesAndIsRaised()
{
    SingleInstance first;
    const QSignalSpy raised(&first, &SingleInstance::raiseWished);
    const QSignalSpy handed(&first, &SingleInstance::filesHandedOver);
    const QString path = collection(u"one.tidemark"_s);
    first.listenFor(path);
    QVERIFY(handOver(path, {u"/tmp/a b.csv"_s, u"/tmp/ü.csv"_s}));
    QTRY_COMPARE(raised.count(), 1);
    QCOMPARE(handed.constFirst().constFirst().toStringList(), (QStringList{u"/tmp/a b.csv"_s, u"/tmp/ü.csv"_s}));
    QVERIFY(handOver(path, {}));
    QTRY_COMPARE(raised.count(), 2);
    QCOMPARE(handed.count(), 1);
}

void SingleInstanceTest::eachCollectionHasItsOwn()
{
    SingleInstance first;
    SingleInstance second;
    const QSignalSpy raised(&second, &SingleInstance::raiseWished);
    first.listenFor(collection(u"one.tidemark"_s));
    second.listenFor(collection(u"two.tidemark"_s));
    QVERIFY(handOver(collection(u"two.tidemark"_s), {}));
    QTRY_COMPARE(raised.count(), 1);
    second.listenFor({});
    QVERIFY(!handOver(collection(u"two.tidemark"_s), {}));
}

void SingleInstanceTest::aCrashLeavesNothingInTheWay()
{
    // A socket's file without anybody behind it: what a killed process leaves.
    const QString path = collection(u"crashed.tidemark"_s);
    {
        SingleInstance gone;
        gone.listenFor(path);
        const QStringList sockets = QDir(m_folder.path()).entryList({u"tidemark-*"_s}, QDir::System | QDir::Files);
        QCOMPARE(sockets.size(), 1);
        gone.listenFor({});
        QFile left(m_folder.filePath(sockets.constFirst()));
        QVERIFY(left.open(QIODevice::WriteOnly));
    }
    QVERIFY(!handOver(path, {}));
    SingleInstance next;
    const QSignalSpy raised(&next, &SingleInstance::raiseWished);
    next.listenFor(path);
    QVERIFY(handOver(path, {}));
    QTRY_COMPARE(raised.count(), 1);
}

void SingleInstanceTest::aSecondStartHandsOverAllItsFiles_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("collection first") << QStringList{u"study.tidemark"_s, u"a.csv"_s, u"b.tidemark"_s};
    QTest::newRow("collection between") << QStringList{u"a.csv"_s, u"study.tidemark"_s, u"b.tidemark"_s};
    QTest::newRow("collection by option")
        << QStringList{u"a.csv"_s, u"b.tidemark"_s, u"--collection"_s, u"study.tidemark"_s};
    QTest::newRow("the last collection") << QStringList{u"a.csv"_s, u"b.txt"_s};
}

void SingleInstanceTest::aSecondStartHandsOverAllItsFiles()
{
    QFETCH(const QStringList, arguments);
    SingleInstance first;
    const QSignalSpy handed(&first, &SingleInstance::filesHandedOver);
    const QString study = collection(u"study.tidemark"_s);
    first.listenFor(study);
    QVERIFY(!collection(u"a.csv"_s).isEmpty()); // the first argument has to be there
    QSettings(m_folder.filePath(u"tidemark/tidemark.conf"_s), QSettings::IniFormat)
        .setValue(u"recent/collections"_s, QStringList{study});
    QProcess second;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.path());
    second.setProcessEnvironment(environment);
    second.setWorkingDirectory(m_folder.path());
    second.start(test::Program::executable(), arguments);
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 60000);
    QCOMPARE(second.exitCode(), 0);
    QTRY_COMPARE(handed.count(), 1);
    QStringList files = arguments;
    files.removeAll(u"--collection"_s);
    files.removeAll(u"study.tidemark"_s);
    for (QString &file : files)
        file = m_folder.filePath(file);
    QCOMPARE(handed.constFirst().constFirst().toStringList(), files);
}

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "tst_single_instance.moc"
