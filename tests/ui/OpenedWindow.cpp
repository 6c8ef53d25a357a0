#include "ui/OpenedWindow.h"

#include "store/Store.h"

#include <QContextMenuEvent>
#include <QFile>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr auto inventedCsv = "text,posted_at,platform,sector\r\n"
                             "\"My boss at the office kept making vulgar remarks (invented)\",2017-10-15T10:00:00Z,"
                             "mastodon,health\r\n"
                             "\"A colleague at work groped me near the copier (invented)\",2017-10-16T11:00:00Z,"
                             "mastodon,health\r\n"
                             "\"The manager at my workplace wrote lewd mails to all of us (invented)\","
                             "2017-10-17T12:00:00Z,twitter,law\r\n"
                             "#MeToo,2017-10-18T13:00:00Z,twitter,law\r\n"
                             "\"I believe all of you who told it (invented)\",2017-10-19T14:00:00Z,twitter,\r\n"
                             "\"Nadie me creyó cuando lo conté en la escuela (invented)\",2017-10-20T15:00:00Z,"
                             "mastodon,\r\n";

int collections = 0;

} // namespace

bool OpenedWindow::prepare(const QTemporaryDir &folder)
{
    qputenv("XDG_DATA_HOME", QFile::encodeName(folder.filePath(u"data"_s)));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder.filePath(u"config"_s)));
    QApplication::setApplicationName(u"tidemark"_s);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QFile csv(folder.filePath(u"posts.csv"_s));
    return folder.isValid() && prepareSqlite() && csv.open(QIODevice::WriteOnly) && csv.write(inventedCsv) > 0;
}

OpenedWindow::OpenedWindow(const QString &folder)
    : m_folder(folder), m_window(std::make_unique<MainWindow>()), m_number(++collections)
{
    m_window->resize(1280, 800);
    m_window->show();
}

bool OpenedWindow::open()
{
    const QSignalSpy opened(m_window.get(), &MainWindow::opened);
    m_window->openCollection(m_folder + u"/%1.tidemark"_s.arg(m_number), Collection::Missing::Create);
    return QTest::qWaitForWindowExposed(m_window.get())
        && QTest::qWaitFor([&] { return opened.size() == 1; }, 30000) && import(m_folder + u"/posts.csv"_s)
        && QTest::qWaitFor([this] { return count() == "6 stories"_L1; }, 30000);
}

bool OpenedWindow::import(const QString &path)
{
    m_window->importFiles({path});
    const auto ready = [] {
        const QDialog *asked = dialog(u"importDialog"_s);
        return asked && asked->findChild<QPushButton *>(u"importButton"_s)->isEnabled();
    };
    if (!QTest::qWaitFor(ready, 30000))
        return false;
    dialog(u"importDialog"_s)->findChild<QPushButton *>(u"importButton"_s)->click();
    if (!QTest::qWaitFor([] { return dialog(u"importReportDialog"_s) != nullptr; }, 30000))
        return false;
    dialog(u"importReportDialog"_s)->close();
    return QTest::qWaitFor([] { return dialog(u"importReportDialog"_s) == nullptr; }, 30000);
}

FacetView *OpenedWindow::facet(Facet facet) const
{
    return child<FacetPanel>(u"facetPanel"_s)->section({facet, {}})->view();
}

QList<QAbstractButton *> OpenedWindow::chips() const
{
    QList<QAbstractButton *> visible = m_window->findChildren<QAbstractButton *>(u"filterChip"_s);
    visible.removeIf([](const QAbstractButton *chip) { return chip->isHidden(); });
    return visible;
}

void OpenedWindow::clickFacet(Facet facet, const QString &key, Qt::KeyboardModifiers modifiers) const
{
    FacetView *view = this->facet(facet);
    const auto *model = qobject_cast<FacetModel *>(view->model());
    const QModelIndex index = model->index(model->rowOf(key));
    QVERIFY(index.isValid());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, view->visualRect(index).center());
}

void OpenedWindow::chooseFromMenu(QWidget *widget, const QPoint &place, const QString &text)
{
    QContextMenuEvent wish(QContextMenuEvent::Mouse, place, widget->mapToGlobal(place));
    QApplication::sendEvent(widget, &wish);
    QPointer<QMenu> menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        if (action->text().remove(u'&') == text)
            action->trigger();
    }
    if (menu)
        menu->close();
}

} // namespace tidemark
