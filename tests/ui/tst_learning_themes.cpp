#include "learning/CutChooser.h"
#include "learning/LearningPlot.h"
#include "model/CodedCollection.h"
#include "model/LearningModel.h"
#include "ui/OpenedWindow.h"

#include <QComboBox>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Learning from what was coded by hand, in the real window.
class tst_learning_themes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void saysWhatIsMissing();
    void learnsShowsAndApplies();
    void theBoxForTheCutSaysWhatItsRowWishes();
    void closingStopsTheLearning();

private:
    bool openCoded(OpenedWindow &window);

    QTemporaryDir m_folder;
};

void tst_learning_themes::initTestCase()
{
    QVERIFY(OpenedWindow::prepare(m_folder));
    QVERIFY(test::codedCollection(m_folder, 120, 60) != nullptr);
}

bool tst_learning_themes::openCoded(OpenedWindow &window)
{
    QFile::remove(m_folder.filePath(u"copy.tidemark"_s));
    if (!QFile::copy(m_folder.filePath(u"coded.tidemark"_s), m_folder.filePath(u"copy.tidemark"_s)))
        return false;
    window.window()->openCollection(m_folder.filePath(u"copy.tidemark"_s), Collection::Missing::Fail);
    return QTest::qWaitFor([&] { return window.workspace() && window.count() == "180 stories"_L1; }, 30000);
}

void tst_learning_themes::saysWhatIsMissing()
{
    OpenedWindow window(m_folder.path());
    QVERIFY(window.open());
    window.action(u"learnThemes"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"learningDialog"_s));
    QDialog *dialog = OpenedWindow::dialog(u"learningDialog"_s);
    auto *table = dialog->findChild<QTableView *>(u"learningTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    QCOMPARE(table->model()->index(0, LearningModel::VerdictColumn).data().toString(),
             u"No story is coded by hand with it."_s);
    QVERIFY(!dialog->findChild<QPushButton *>(u"learn"_s)->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!OpenedWindow::dialog(u"learningDialog"_s));
}

void tst_learning_themes::learnsShowsAndApplies()
{
    OpenedWindow window(m_folder.path());
    QVERIFY(openCoded(window));
    window.action(u"learnThemes"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"learningDialog"_s));
    QDialog *dialog = OpenedWindow::dialog(u"learningDialog"_s);
    auto *learn = dialog->findChild<QPushButton *>(u"learn"_s);
    auto *apply = dialog->findChild<QPushButton *>(u"applyLearned"_s);
    QTRY_VERIFY_WITH_TIMEOUT(learn->isEnabled(), 60000);
    QVERIFY(!apply->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return); // learning is what the dialog is for
    QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), 60000);
    QVERIFY(!learn->isEnabled());
    auto *table = dialog->findChild<QTableView *>(u"learningTable"_s);
    QCOMPARE(table->currentIndex().row(), test::ogling);
    QCOMPARE(table->currentIndex().siblingAtColumn(LearningModel::VerdictColumn).data().toString(),
             u"Better than the rule."_s);
    QVERIFY(!dialog->findChild<LearningPlot *>(u"learningCurve"_s)->words().isEmpty());
    QVERIFY(dialog->findChild<LearningPlot *>(u"learningCalibration"_s)->words().startsWith(u"Said and found"_s));

    auto *slider = dialog->findChild<QSlider *>(u"cutSlider"_s);
    auto *sentence = dialog->findChild<QLabel *>(u"cutSentence"_s);
    const QString before = sentence->text();
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    QVERIFY(sentence->text() != before);
    QVERIFY(sentence->text().startsWith(u"From 0.1 %"_s));
    QCOMPARE(dialog->findChild<QComboBox *>(u"cutWay"_s)->currentText(), u"By hand"_s);
    auto *way = dialog->findChild<QComboBox *>(u"cutWay"_s);
    way->setFocus();
    QTest::keyClick(way, Qt::Key_Home);
    QCOMPARE(sentence->text(), before); // best F1 again

    const QModelIndex entering = table->currentIndex().siblingAtColumn(LearningModel::EnteringColumn);
    const qsizetype expected = entering.data().toString().toInt()
        + test::storiesOf(*window.workspace()->collection(), u"theme:ogling"_s).size();
    QTest::mouseClick(apply, Qt::LeftButton);
    QTRY_VERIFY(!OpenedWindow::dialog(u"learningDialog"_s));
    Collection *collection = window.workspace()->collection();
    QTRY_COMPARE(test::storiesOf(*collection, u"theme:ogling"_s).size(), expected);
    QTRY_VERIFY(window.action(u"undo"_s)->isEnabled());
    window.action(u"undo"_s)->trigger();
    QTRY_VERIFY(test::storiesOf(*collection, u"theme:ogling"_s).size() < expected);
}

void tst_learning_themes::theBoxForTheCutSaysWhatItsRowWishes()
{
    OpenedWindow window(m_folder.path());
    QVERIFY(openCoded(window));
    window.action(u"learnThemes"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"learningDialog"_s));
    QDialog *dialog = OpenedWindow::dialog(u"learningDialog"_s);
    auto *learn = dialog->findChild<QPushButton *>(u"learn"_s);
    QTRY_VERIFY_WITH_TIMEOUT(learn->isEnabled(), 60000);
    learn->click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QPushButton *>(u"applyLearned"_s)->isEnabled(), 60000);
    auto *model = qobject_cast<LearningModel *>(dialog->findChild<QTableView *>(u"learningTable"_s)->model());
    auto *chooser = dialog->findChild<CutChooser *>();
    QVERIFY(chooser->isVisible());
    model->setWish(test::ogling, CutWish{CutWish::For::Precision, 0.7});
    const int cut = model->cut(test::ogling);
    chooser->setRow(0); // wasn't learned
    QVERIFY(!chooser->isVisible());
    chooser->setRow(test::ogling);
    QVERIFY(chooser->isVisible());
    QCOMPARE(dialog->findChild<QComboBox *>(u"cutWay"_s)->currentText(), u"Precision of at least"_s);
    QCOMPARE(dialog->findChild<QSpinBox *>(u"cutPrecision"_s)->value(), 70);
    QCOMPARE(dialog->findChild<QSlider *>(u"cutSlider"_s)->value(), cut);
    QCOMPARE(model->cut(test::ogling), cut); // to be shown moves nothing
    model->setWish(test::ogling, CutWish{CutWish::For::F1, 0.9});
    chooser->setRow(test::ogling);
    QCOMPARE(dialog->findChild<QSpinBox *>(u"cutPrecision"_s)->value(), 90); // what is asked for, should it be so
    chooser->setRow(-1);
    QVERIFY(!chooser->isVisible());
    dialog->reject();
}

void tst_learning_themes::closingStopsTheLearning()
{
    OpenedWindow window(m_folder.path());
    QVERIFY(openCoded(window));
    window.action(u"learnThemes"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"learningDialog"_s));
    QDialog *dialog = OpenedWindow::dialog(u"learningDialog"_s);
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"learn"_s)->isEnabled());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"learn"_s), Qt::LeftButton);
    QTRY_VERIFY(dialog->findChild<QWidget *>(u"jobLine"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!OpenedWindow::dialog(u"learningDialog"_s));
    QVERIFY(window.workspace()->collection()->labelCoders().result()->isEmpty());
}

QTEST_MAIN(tst_learning_themes)
#include "tst_learning_themes.moc"
