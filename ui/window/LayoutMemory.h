#pragma once

#include <QString>
#include <QStringList>

class QAction;
class QHeaderView;
class QSplitter;
class QWidget;

namespace tidemark {

/// What the program remembers of itself between two starts: sizes, choices of the view, and where collections
/// are. Never a search, and nothing of a story: those belong to the collection.
namespace layoutMemory {

void saveSplitter(const QString &name, const QSplitter *splitter);
/// Gives the splitter its remembered sizes, or these.
void restoreSplitter(const QString &name, QSplitter *splitter, const QList<int> &sizes);

void saveColumns(const QString &name, const QHeaderView *header);
void restoreColumns(const QString &name, QHeaderView *header); ///< as they were left, if they ever were

void saveWindow(const QWidget *window);
void restoreWindow(QWidget *window);

[[nodiscard]] QString choice(const QString &name, const QString &otherwise = {});
void setChoice(const QString &name, const QString &value);
/// Checks the action as it was left, and remembers from now on how it is left.
void remember(QAction *action, const QString &name);

} // namespace layoutMemory

} // namespace tidemark
