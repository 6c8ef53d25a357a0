#include "dialogs/LinesDialog.h"
#include "dialogs/Question.h"
#include "jobs/JobBar.h"

#include <QApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPromise>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

QStringList openNotices()
{
    QStringList said;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *window : windows) {
        if (const auto *box = qobject_cast<const QMessageBox *>(window); box && box->isVisible())
            said << box->text() + box->detailedText();
    }
    said.sort();
    return said;
}

QStringList linesOf(const JobBar &jobs)
{
    QStringList said;
    const auto lines = jobs.findChildren<JobLine *>();
    for (const JobLine *line : lines) {
        if (!line->isHidden())
            said << line->sentence();
    }
    return said;
}

} // namespace

/// What is told more often than it is read.
class tst_notices : public QObject
{
    Q_OBJECT

private slots:
    void saysTheSameOnce();
    void saysAgainWhatWasRead();
    void failuresOfOneReasonAreOneLine();
    void ofManyJobsTheFirstAreInSight();
    void linesThatWereChangedAreAskedAbout();
};

void tst_notices::linesThatWereChangedAreAskedAbout()
{
    const QPointer dialog = new LinesDialog(u"Public Accounts"_s, {}, {u"@invented"_s});
    dialog->open();
    auto *text = dialog->findChild<QPlainTextEdit *>();
    QTest::keyClicks(text, u"a"_s);
    QTest::keyClick(text, Qt::Key_Escape);
    auto *question = dialog->findChild<QMessageBox *>(u"question"_s);
    QVERIFY(question && dialog->isVisible());
    question->reject();
    QVERIFY(dialog->isVisible());
    QTest::keyClick(text, Qt::Key_Backspace); // as it was: nothing to keep
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!dialog || !dialog->isVisible());
}

void tst_notices::saysTheSameOnce()
{
    QWidget window;
    window.show();
    for (int i = 0; i < 3; ++i)
        inform(&window, u"Invented."_s);
    inform(&window, u"Invented."_s, {u"With more."_s});
    inform(&window, u"Something else."_s);
    QCOMPARE(openNotices(), (QStringList{u"Invented."_s, u"Invented.With more."_s, u"Something else."_s}));
}

void tst_notices::saysAgainWhatWasRead()
{
    QWidget window;
    window.show();
    inform(&window, u"Invented."_s);
    window.findChild<QMessageBox *>()->accept();
    QVERIFY(openNotices().isEmpty());
    inform(&window, u"Invented."_s);
    QCOMPARE(openNotices(), QStringList{u"Invented."_s});
}

void tst_notices::failuresOfOneReasonAreOneLine()
{
    JobBar jobs;
    jobs.showFailure(u"Marking"_s, u"The disk is full."_s);
    jobs.showFailure(u"Setting a theme"_s, u"The disk is full."_s);
    jobs.showFailure(u"Fetching"_s, u"Nobody answers."_s);
    QCOMPARE(linesOf(jobs), (QStringList{u"The disk is full."_s, u"Nobody answers."_s}));
    jobs.dismissFailures(u"Setting a theme"_s); // marking has failed still
    QCOMPARE(linesOf(jobs), (QStringList{u"The disk is full."_s, u"Nobody answers."_s}));
    jobs.dismissFailures(u"Marking"_s);
    QCOMPARE(linesOf(jobs), QStringList{u"Nobody answers."_s});
}

void tst_notices::ofManyJobsTheFirstAreInSight()
{
    JobBar jobs;
    std::vector<QPromise<Result<int>>> works(6);
    for (size_t i = 0; i < works.size(); ++i) {
        works[i].start();
        jobs.run(u"Job %1 (invented)"_s.arg(i), Job<int>{works[i].future(), std::make_shared<Progress>()});
    }
    const auto inSight = [&jobs] {
        QStringList titles;
        for (const QString &sentence : linesOf(jobs))
            titles << sentence.mid(4, 1);
        titles.sort();
        return titles.join(QString());
    };
    QTRY_COMPARE(inSight(), u"0123"_s);
    // The others are as old; they stay out of sight however old they become.
    const auto lines = jobs.findChildren<JobLine *>();
    const auto ageInSight = lines.constFirst()->elapsed();
    QTRY_VERIFY(lines.constLast()->elapsed() > 2 * ageInSight);
    QCOMPARE(inSight(), u"0123"_s);
    works[1].addResult(0);
    works[1].finish();
    QTRY_COMPARE(inSight(), u"0234"_s);
    for (auto &work : works) {
        if (!work.future().isFinished()) {
            work.addResult(0);
            work.finish();
        }
    }
    QTRY_COMPARE(inSight(), QString());
}

QTEST_MAIN(tst_notices)
#include "tst_notices.moc"
