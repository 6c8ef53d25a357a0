#pragma once

#include "dialogs/ImportDialog.h"

#include <QObject>

namespace tidemark {

/// A file that the user wants imported, and how.
struct ImportWish
{
    QString path;
    ReaderOptions options;
    QString mappingKey; ///< under which the mapping is to be remembered; empty: there is none
};

/// Files that wait to be looked at: one import dialog after another.
class ImportQueue final : public QObject
{
    Q_OBJECT

public:
    ImportQueue(ImportDialog::Recall recall, QWidget *window);

    void choose(); ///< files, by a dialog
    void add(const QString &path);

signals:
    void importWished(const tidemark::ImportWish &wish);

private:
    void askForNext();

    ImportDialog::Recall m_recall;
    QWidget *m_window;
    QStringList m_paths; ///< the first one has its dialog open
};

} // namespace tidemark
