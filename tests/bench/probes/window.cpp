// The real window on a collection, as one JSON object; times in seconds, memory in bytes: window FILE JUMPS
// or nothing but an empty window, for whoever looks at the screen: window empty
//
// `empty` is a QMainWindow with nothing in it. `first_page` ends when the first row shows its words and the count
// is there, `complete` when the selection is that of the whole collection with its timeline. A jump is to a random
// row of the list: `painted` until the list is painted there, `shown` until the row's words are. A reset gives the
// list another selection and paints it; `bare_resets` is the same of a QTableView with as many rows and nothing in
// them, and `bare_resident` what that one holds.
#include "list/StoryListView.h"
#include "model/StoryListModel.h"
#include "probes/Measured.h"
#include "store/Store.h"
#include "window/MainWindow.h"
#include "window/Workspace.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QHeaderView>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QWindow>

#include <functional>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::bench;

namespace {

constexpr double longestWait = 600;
constexpr quint32 seed = 7;

/// Lets events be done until something holds; false if it never does.
bool waitUntil(const std::function<bool()> &holds)
{
    const Stopwatch watch;
    while (!holds()) {
        if (watch.seconds() > longestWait)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::ExcludeSocketNotifiers, 5);
    }
    return true;
}

double emptyWindow()
{
    const Stopwatch watch;
    QMainWindow window;
    window.resize(1280, 800);
    window.show();
    waitUntil([&window] { return window.windowHandle()->isExposed(); });
    window.repaint();
    return watch.seconds();
}

/// Rows that say nothing.
class EmptyRows final : public QAbstractTableModel
{
public:
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : m_rows; }
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 1; }
    [[nodiscard]] QVariant data(const QModelIndex &, int) const override { return {}; }
    void setRows(int rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }

private:
    int m_rows = 0;
};

void resetBareView(int all, int some, int times, QJsonObject &measured)
{
    const double before = residentBytes();
    EmptyRows rows;
    QTableView view;
    view.verticalHeader()->hide();
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setModel(&rows);
    view.resize(640, 400);
    view.show();
    waitUntil([&view] { return view.windowHandle()->isExposed(); });
    rows.setRows(all);
    view.viewport()->repaint();
    measured.insert(u"bare_resident"_s, residentBytes() - before);
    QJsonArray resets;
    for (int i = 0; i < times; ++i) {
        const Stopwatch watch;
        rows.setRows(i % 2 == 0 ? some : all);
        view.viewport()->repaint();
        resets.append(watch.seconds());
    }
    measured.insert(u"bare_resets"_s, resets);
}

bool isShown(const StoryListView &list, int row)
{
    return list.model()->index(row, 0).data(StoryListModel::LoadedRole).toBool();
}

bool jump(StoryListView &list, int times, QJsonObject &measured)
{
    QRandomGenerator random(seed);
    QJsonArray painted;
    QJsonArray shown;
    for (int i = 0; i < times; ++i) {
        const int row = random.bounded(list.model()->rowCount());
        const Stopwatch watch;
        list.verticalScrollBar()->setValue(row);
        list.viewport()->repaint();
        painted.append(watch.seconds());
        const int top = list.rowAt(1);
        if (!waitUntil([&] { return isShown(list, top); }))
            return false;
        list.viewport()->repaint();
        shown.append(watch.seconds());
    }
    measured.insert(u"painted"_s, painted);
    measured.insert(u"shown"_s, shown);
    return true;
}

bool reset(Workspace &workspace, StoryListView &list, int times, QJsonObject &measured)
{
    auto *model = qobject_cast<StoryListModel *>(list.model());
    const Selection all = workspace.selection();
    SelectionQuestion question;
    question.filter.facets.append({Facet::Platform, {}, {u"twitter"_s}, false});
    const auto some = workspace.collection()->select(question).result();
    if (!some)
        return false;
    QJsonArray resets;
    for (int i = 0; i < times; ++i) {
        const Stopwatch watch;
        model->setSelection(i % 2 == 0 ? some.value() : all);
        list.viewport()->repaint();
        resets.append(watch.seconds());
    }
    measured.insert(u"resets"_s, resets);
    measured.insert(u"resident"_s, residentBytes());
    resetBareView(static_cast<int>(all.count()), static_cast<int>(some->count()), times, measured);
    return true;
}

int measure(const QString &path, int jumps)
{
    QJsonObject measured{{u"empty"_s, emptyWindow()}};
    const Stopwatch watch;
    MainWindow window;
    window.resize(1280, 800);
    window.show();
    window.openCollection(path, Collection::Missing::Fail);
    StoryListView *list = nullptr;
    const auto firstPage = [&] {
        list = window.findChild<StoryListView *>(u"storyList"_s);
        return window.workspace() != nullptr && list != nullptr && list->model()->rowCount() > 0
            && isShown(*list, 0);
    };
    if (!waitUntil(firstPage))
        return failed(u"the first page never came"_s);
    window.repaint();
    measured.insert(u"first_page"_s, watch.seconds());
    Workspace &workspace = *window.workspace();
    if (!waitUntil([&] {
            return !workspace.selection().isPreview()
                && workspace.selection().count() == workspace.collection()->facts().stories
                && !workspace.selection().timeline.starts.isEmpty() && !workspace.selection().facets.isEmpty();
        }))
        return failed(u"the whole selection never came"_s);
    window.repaint();
    measured.insert(u"complete"_s, watch.seconds());
    measured.insert(u"resident_open"_s, residentBytes());
    if (!jump(*list, jumps, measured) || !reset(workspace, *list, jumps, measured))
        return failed(u"the list can't be measured"_s);
    print(measured);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir folder; // the user's own settings stay as they are
    qputenv("XDG_CONFIG_HOME", folder.path().toUtf8());
    qputenv("XDG_DATA_HOME", folder.path().toUtf8());
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tidemark"_s);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty())
        return failed(u"usage: window FILE [JUMPS] | window empty"_s);
    if (arguments.at(0) == "empty"_L1) {
        QMainWindow window;
        window.resize(1280, 800);
        window.show();
        return QApplication::exec();
    }
    if (const auto prepared = prepareSqlite(); !prepared)
        return failed(prepared.error().message);
    return measure(arguments.at(0), arguments.value(1, u"50"_s).toInt());
}
