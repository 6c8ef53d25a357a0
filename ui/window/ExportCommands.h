#pragma once

#include "collection/Collection.h"

#include <QObject>

class QWidget;

namespace tidemark {

class ExportDialog;
class JobBar;
class StoryListModel;
class WindowActions;
struct ExportSettings;

/// Exporting what the list shows. Where an export fails the dialog is there again, with what was chosen and the
/// reason.
class ExportCommands final : public QObject
{
    Q_OBJECT

public:
    ExportCommands(Collection *collection, const StoryListModel *list, WindowActions *actions, JobBar *jobs,
                   QWidget *window);

private:
    ExportDialog *openDialog(const Selection &selection, Order order);
    /// whole: what the selection is a preview of; where that fails the dialog is there again, too.
    void writeWhole(const Job<Selection> &whole, const Selection &selection, const ExportDialog &dialog);
    void showAgain(const Selection &selection, Order order, const QString &path, const Error &error);
    [[nodiscard]] static QString titleOf(const QString &path);
    void write(const Selection &selection, const ExportSettings &settings, const QString &path);

    Collection *m_collection;
    const StoryListModel *m_list;
    JobBar *m_jobs;
    QWidget *m_window;
};

} // namespace tidemark
