#include "text/Translations.h"
#include "ui/OpenedWindow.h"

#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace tidemark;
using namespace Qt::StringLiterals;

namespace {

/// The letter that chooses an entry; null: none.
QChar letterOf(const QString &text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text.at(i) == u'&' && text.at(i + 1) != u'&')
            return text.at(i + 1).toLower();
        if (text.at(i) == u'&')
            ++i;
    }
    return {};
}

/// Entries that are data and no words of ours: recent collections, themes, voices, languages, figures.
bool isData(const QString &menu, const QString &text)
{
    static const QStringList menus{u"recentMenu"_s, u"themesMenu"_s, u"voiceMenu"_s, u"languageMenu"_s};
    return menus.contains(menu) || std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
}

/// What is wrong with the letters of a menu and those below it.
void gatherFaults(const QString &title, const QString &name, const QList<QAction *> &entries, QStringList &faults)
{
    QHash<QChar, QString> taken;
    for (const QAction *entry : entries) {
        if (entry->isSeparator())
            continue;
        const QString text = entry->text();
        const QChar letter = letterOf(text);
        if (letter.isNull()) {
            if (!isData(name, text))
                faults.append(u"%1: no letter in “%2”"_s.arg(title, text));
        } else if (taken.contains(letter)) {
            faults.append(u"%1: “%2” and “%3”"_s.arg(title, taken.value(letter), text));
        }
        taken.insert(letter, text);
        if (const auto *menu = entry->menu())
            gatherFaults(text, menu->objectName(), menu->actions(), faults);
    }
}

/// Buttons that take a letter from the menu bar: it would only move the focus then.
void gatherRivals(const QWidget *window, const QList<QAction *> &menus, QStringList &faults)
{
    const QList<QAbstractButton *> buttons = window->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        const QChar letter = letterOf(button->text());
        for (const QAction *menu : menus) {
            if (button->window() == window && !letter.isNull() && letterOf(menu->text()) == letter)
                faults.append(u"menu “%1” and button “%2”"_s.arg(menu->text(), button->text()));
        }
    }
}

} // namespace

class tst_menus final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(OpenedWindow::prepare(m_folder)); }
    void cleanup() { qDeleteAll(qApp->findChildren<QTranslator *>()); }
    void everyLetterChoosesOneEntry_data();
    void everyLetterChoosesOneEntry();
    void keysOpenTheMenus_data();
    void keysOpenTheMenus();
    void aKeyOpensTheMenuOfWhatHasTheFocus();

private:
    QTemporaryDir m_folder;
};

void tst_menus::everyLetterChoosesOneEntry_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : programLanguages())
        QTest::newRow(qPrintable(language)) << language;
}

void tst_menus::everyLetterChoosesOneEntry()
{
    QFETCH(QString, language);
    const QLocale before;
    speak(language);
    MainWindow window;
    const QSignalSpy opened(&window, &MainWindow::opened);
    window.show();
    window.openSample();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60000);

    QStringList faults;
    const auto gather = [&] { gatherFaults(u"menu bar"_s, {}, window.menuBar()->actions(), faults); };
    gather();
    auto *list = window.findChild<StoryListView *>();
    QTRY_VERIFY(list->model()->rowCount() > 0);
    QTest::keyClick(list, Qt::Key_Down);
    auto *star = window.findChild<QAction *>(u"star"_s);
    QTRY_VERIFY(star->isEnabled());
    star->trigger(); // now the words of the marks are the other ones
    QTRY_VERIFY(window.findChild<QAction *>(u"undo"_s)->isEnabled());
    gather();
    gatherRivals(&window, window.menuBar()->actions(), faults);
    QLocale::setDefault(before);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void tst_menus::keysOpenTheMenus_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<QString>("title");
    QTest::newRow("F10") << int(Qt::Key_F10) << int(Qt::NoModifier) << u"&File"_s;
    QTest::newRow("Alt+S") << int(Qt::Key_S) << int(Qt::AltModifier) << u"&Story"_s;
    QTest::newRow("Alt+C") << int(Qt::Key_C) << int(Qt::AltModifier) << u"&Collection"_s;
}

void tst_menus::keysOpenTheMenus()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(QString, title);
    OpenedWindow opened(m_folder.path());
    QVERIFY(opened.open());
    opened.window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(opened.window()));
    QTest::keyClick(opened.list(), static_cast<Qt::Key>(key), Qt::KeyboardModifiers(modifiers));
    const QWidget *popup = nullptr;
    QTRY_VERIFY((popup = QApplication::activePopupWidget()) != nullptr);
    const auto *menu = qobject_cast<const QMenu *>(popup);
    QVERIFY(menu);
    QCOMPARE(menu->title(), title);
    QVERIFY(menu->activeAction()); // so that the arrow keys go on from there
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
}

void tst_menus::aKeyOpensTheMenuOfWhatHasTheFocus()
{
    OpenedWindow opened(m_folder.path());
    QVERIFY(opened.open());
    opened.window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(opened.window()));
    opened.clickFacet(Facet::Platform, u"mastodon"_s);
    QTRY_COMPARE(opened.chips().size(), 1);
    opened.chips().constFirst()->setFocus();
    QTest::keyClick(opened.chips().constFirst(), Qt::Key_F10, Qt::ShiftModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QCOMPARE(QApplication::activePopupWidget()->objectName(), u"chipMenu"_s);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
}

QTEST_MAIN(tst_menus)
#include "tst_menus.moc"
