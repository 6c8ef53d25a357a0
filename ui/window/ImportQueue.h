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
    QString formKey;    ///< likewise options.form
};

/// Files that wait to be looked at: one import dialog after another.
class ImportQueue final : public QObject
{
    Q_OBJECT

public:
    /// isNew: whether what is imported now goes into a collection that is yet to be made; codebook: the one of the
    /// collection that it goes into.
    ImportQueue(ImportDialog::Recall recall, std::function<bool()> isNew, std::function<Codebook()> codebook,
                QWidget *window);

    void choose(); ///< files, by a dialog; they are not added yet
    void add(const QString &path);

signals:
    void chosen(const QStringList &paths);
    void importWished(const tidemark::ImportWish &wish);

private:
    void askForNext();

    ImportDialog::Recall m_recall;
    std::function<bool()> m_isNew;
    std::function<Codebook()> m_codebook;
    QWidget *m_window;
    QStringList m_paths; ///< the first one has its dialog open
};

} // namespace tidemark
