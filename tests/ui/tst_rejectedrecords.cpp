#include "model/RejectedRecordsModel.h"
#include "ui/OpenedWindow.h"

#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Records that an import set aside, mended in the real window.
class tst_rejectedrecords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(OpenedWindow::prepare(m_folder)); }
    void aMendedRecordComesIn();
    void manyComePageByPage();

private:
    QTemporaryDir m_folder;
};

void tst_rejectedrecords::aMendedRecordComesIn()
{
    // Invented, like every text here.
    const QByteArray good
        = QByteArray("{'id_str':'11','full_text':'an invented tweet','created_at':'Wed Oct 18 20:19:24 "
                     "+0000 2017','user':{'id_str':'1','screen_name':'a'}}")
              .replace('\'', '"');
    QFile file(m_folder.filePath(u"tweets.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(good + '\n' + good.first(60) + '\n');
    file.close();
    OpenedWindow window(m_folder.path());
    QVERIFY(window.open());
    QVERIFY(window.import(file.fileName()));
    QTRY_COMPARE(window.count(), u"7 stories"_s);
    window.action(u"rejectedRecords"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"rejectedRecordsDialog"_s));
    QDialog *dialog = OpenedWindow::dialog(u"rejectedRecordsDialog"_s);
    auto *content = dialog->findChild<QPlainTextEdit *>(u"rejectedContent"_s);
    QTRY_COMPARE(content->toPlainText().toUtf8(), good.first(60));
    content->setFocus();
    content->selectAll();
    QTest::keyClick(content, Qt::Key_Delete);
    const QByteArray mended = QByteArray(good).replace("11", "12").replace("an invented", "an\u00a0invented");
    content->insertPlainText(QString::fromUtf8(mended));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"retryRejected"_s), Qt::LeftButton);
    QTRY_COMPARE(window.count(), u"8 stories"_s);
    const auto added = window.workspace()->collection()->story(StoryId{8}).result();
    QVERIFY(added);
    QCOMPARE(added->text, u"an\u00a0invented tweet"_s);
    QTRY_VERIFY(OpenedWindow::dialog(u"importReportDialog"_s));
    OpenedWindow::dialog(u"importReportDialog"_s)->close();
    window.action(u"rejectedRecords"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"rejectedRecordsDialog"_s));
    QVERIFY(!OpenedWindow::dialog(u"rejectedRecordsDialog"_s)->findChild<QPlainTextEdit *>()->isVisible());
    OpenedWindow::dialog(u"rejectedRecordsDialog"_s)->close();
}

void tst_rejectedrecords::manyComePageByPage()
{
    QFile file(m_folder.filePath(u"many.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"id_str\":\"21\",\"full_text\":\"an invented tweet\",\"created_at\":\"Wed Oct 18 20:19:24 +0000 "
               "2017\",\"user\":{\"id_str\":\"1\",\"screen_name\":\"a\"}}\n");
    for (int i = 0; i < 1250; ++i)
        file.write("{\"broken\": " + QByteArray::number(i) + '\n');
    file.close();
    OpenedWindow window(m_folder.path());
    QVERIFY(window.open());
    QVERIFY(window.import(file.fileName()));
    window.action(u"rejectedRecords"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"rejectedRecordsDialog"_s));
    QDialog *dialog = OpenedWindow::dialog(u"rejectedRecordsDialog"_s);
    auto *table = dialog->findChild<QTableView *>();
    auto *content = dialog->findChild<QPlainTextEdit *>(u"rejectedContent"_s);
    QTRY_COMPARE(content->toPlainText(), u"{\"broken\": 0"_s);
    QVERIFY(table->model()->rowCount() < 1250);
    QTRY_VERIFY((QTest::keyClick(table, Qt::Key_End, Qt::ControlModifier), table->model()->rowCount() == 1250));
    QTest::keyClick(table, Qt::Key_End, Qt::ControlModifier);
    QTRY_COMPARE(content->toPlainText(), u"{\"broken\": 1249"_s);
    RejectedRecordsModel records(window.workspace()->collection());
    const qint64 run = window.workspace()->collection()->facts().runs.constFirst().number;
    records.setRun(run);
    records.setRun(run); // chosen again, before the first answer
    QTRY_VERIFY((records.fetchMore({}), records.rowCount() >= 1250));
    QCOMPARE(records.rowCount(), 1250);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"retryRejected"_s), Qt::LeftButton); // more than a page
    QTRY_VERIFY_WITH_TIMEOUT(OpenedWindow::dialog(u"importReportDialog"_s), 30000); // sanitizers take their time
    OpenedWindow::dialog(u"importReportDialog"_s)->close();
    const auto runs = window.workspace()->collection()->facts().runs;
    QCOMPARE(runs.constFirst().rejected, 1250);
    QCOMPARE(runs.at(1).rejected, 0);
}

QTEST_MAIN(tst_rejectedrecords)
#include "tst_rejectedrecords.moc"
