#include "ui/OpenedWindow.h"

#include <QComboBox>
#include <QFile>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Several files at once in the real window. All texts are invented.
class tst_importqueue : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(OpenedWindow::prepare(m_folder)); }
    void init();
    void cleanup() { m_window.reset(); }

    void oneAfterAnotherIsAskedAbout();
    void theOthersComeWithOneThatWasLookedAt();
    void whatWasSaidOfOneHoldsForTheOthers();
    void whatIsDoubtfulIsAskedAboutAllTheSame();
    void oneAloneIsNoMore();
    void anotherCollectionsReportStandsApart();

private:
    QString written(const QString &name, const QByteArray &bytes) const;
    static QDialog *dialog() { return OpenedWindow::dialog(u"importDialog"_s); }
    static QPushButton *button(const QString &name) { return dialog()->findChild<QPushButton *>(name); }
    static void click(const QString &name);
    /// What the report's list of files says, after it was closed.
    static QStringList reported(int files);

    QTemporaryDir m_folder;
    std::unique_ptr<OpenedWindow> m_window;
};

void tst_importqueue::init()
{
    m_window = std::make_unique<OpenedWindow>(m_folder.path());
    QVERIFY(m_window->open()); // six stories
}

QString tst_importqueue::written(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void tst_importqueue::click(const QString &name)
{
    QTRY_VERIFY(dialog());
    QTRY_VERIFY(button(name)->isEnabled());
    QTest::mouseClick(button(name), Qt::LeftButton);
}

QStringList tst_importqueue::reported(int files)
{
    QStringList entries;
    const auto areThere = [&] {
        const QDialog *report = OpenedWindow::dialog(u"importReportDialog"_s);
        return report && report->findChild<QComboBox *>()->count() == files;
    };
    if (!QTest::qWaitFor(areThere, 30000))
        return entries;
    QDialog *report = OpenedWindow::dialog(u"importReportDialog"_s);
    const auto *list = report->findChild<QComboBox *>();
    for (int entry = 0; entry < list->count(); ++entry)
        entries << QString(list->itemText(entry)).remove(QChar(0x2068)).remove(QChar(0x2069));
    report->close();
    return entries;
}

void tst_importqueue::oneAfterAnotherIsAskedAbout()
{
    m_window->window()->importFiles({written(u"a.csv"_s, "text,posted_at\nInvented a,2017-10-15\n"),
                                     written(u"b.csv"_s, "text,posted_at\nInvented b,2017-10-15\n")});
    click(u"importButton"_s);
    QTRY_VERIFY(dialog() && dialog()->findChild<QLabel *>(u"importSentence"_s)->text().contains(u"b.csv"_s));
    click(u"importButton"_s);
    QCOMPARE(reported(2), (QStringList{u"a.csv: 1 new stories"_s, u"b.csv: 1 new stories"_s}));
    QTRY_COMPARE(m_window->count(), u"8 stories"_s);
}

void tst_importqueue::theOthersComeWithOneThatWasLookedAt()
{
    QStringList files;
    QStringList expected;
    for (int file = 0; file < 7; ++file) {
        const QString name = u"%1.csv"_s.arg(file);
        files << written(name,
                         "text,posted_at\nInvented and numbered " + QByteArray::number(file) + ",2017-10-15\n");
        expected << name + u": 1 new stories"_s;
    }
    m_window->window()->importFiles(files);
    QTRY_VERIFY(dialog());
    QCOMPARE(button(u"importAllButton"_s)->text(), u"Import All 7"_s);
    click(u"importAllButton"_s);
    QCOMPARE(reported(7), expected);
    QTRY_COMPARE(m_window->count(), u"13 stories"_s);
    QVERIFY(!dialog());
}

void tst_importqueue::whatWasSaidOfOneHoldsForTheOthers()
{
    const auto table = [](const QByteArray &words) { return "xone;xtwo\n" + words + ";2017-10-15\n"; };
    m_window->window()->importFiles(
        {written(u"one.csv"_s, table("Invented first")), written(u"two.csv"_s, table("Invented second"))});
    QTRY_VERIFY(dialog());
    QVERIFY(!button(u"importAllButton"_s)->isEnabled()); // no column is known as the text
    QTRY_VERIFY(dialog()->findChild<QComboBox *>(u"field-text"_s));
    auto *field = dialog()->findChild<QComboBox *>(u"field-text"_s);
    QTRY_VERIFY(field->findText(u"xone"_s) >= 0);
    field->setCurrentIndex(field->findText(u"xone"_s));
    emit field->activated(field->currentIndex());
    click(u"importAllButton"_s);
    QCOMPARE(reported(2).size(), 2);
    QTRY_COMPARE(m_window->count(), u"8 stories"_s);
}

void tst_importqueue::whatIsDoubtfulIsAskedAboutAllTheSame()
{
    m_window->window()->importFiles(
        {written(u"first.csv"_s, "text,posted_at\nInvented one,2017-10-15\n"),
         written(u"log.csv"_s,
                 "timestamp,level,message\n2026-01-01 00:00:00,INFO,started\n"
                 "2026-01-01 00:00:01,DEBUG,waiting\n2026-01-01 00:00:02,ERROR,fell over\n"),
         written(u"last.csv"_s, "text,posted_at\nInvented two,2017-10-15\n")});
    click(u"importAllButton"_s);
    QTRY_VERIFY(dialog() && dialog()->findChild<QLabel *>(u"importSentence"_s)->text().contains(u"log.csv"_s));
    dialog()->reject();
    QCOMPARE(reported(2), (QStringList{u"first.csv: 1 new stories"_s, u"last.csv: 1 new stories"_s}));
    QTRY_COMPARE(m_window->count(), u"8 stories"_s);
    QVERIFY(!dialog());
}

void tst_importqueue::oneAloneIsNoMore()
{
    m_window->window()->importFiles({written(u"alone.csv"_s, "text,posted_at\nInvented,2017-10-15\n")});
    QTRY_VERIFY(dialog());
    QVERIFY(!button(u"importAllButton"_s)->isVisible());
    click(u"importButton"_s);
    QTRY_VERIFY(OpenedWindow::dialog(u"importReportDialog"_s));
    QVERIFY(!OpenedWindow::dialog(u"importReportDialog"_s)->findChild<QComboBox *>()->isVisible());
}

void tst_importqueue::anotherCollectionsReportStandsApart()
{
    const auto import = [this](const QString &name) {
        m_window->window()->importFiles({written(name, "text,posted_at\nInvented,2017-10-15\n")});
        click(u"importButton"_s);
    };
    import(u"here.csv"_s);
    QTRY_VERIFY(OpenedWindow::dialog(u"importReportDialog"_s));
    const QPointer<QDialog> first = OpenedWindow::dialog(u"importReportDialog"_s);
    m_window->window()->openCollection(m_folder.filePath(u"other.tidemark"_s), Collection::Missing::Create);
    QTRY_COMPARE(m_window->count(), u"0 stories"_s);
    import(u"there.csv"_s);
    QTRY_COMPARE(m_window->window()->findChildren<QDialog *>(u"importReportDialog"_s).size(), 2);
    QCOMPARE(first->findChild<QComboBox *>()->count(), 1);
}

QTEST_MAIN(tst_importqueue)
#include "tst_importqueue.moc"
