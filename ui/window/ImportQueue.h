#pragma once

#include "dialogs/ImportDialog.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace tidemark {

/// A file that the user wants imported, and how.
struct ImportWish
{
    QString path;
    ReaderOptions options;
    QString mappingKey; ///< under which the mapping is to be remembered; empty: there is none
    QString formKey;    ///< likewise options.form
};

/// Files that wait to be looked at: one import dialog after another, until somebody wants all of them: then only
/// for those of which something has to be said.
class ImportQueue final : public QObject
{
    Q_OBJECT

public:
    /// isNew: whether what is imported now goes into a collection that is yet to be made; codebook: the one of the
    /// collection that it goes into.
    ImportQueue(ImportDialog::Recall recall, std::function<bool()> isNew, std::function<Codebook()> codebook,
                QWidget *window);

    void choose(); ///< files, by a dialog; they are not added yet
    void add(const QStringList &paths);

signals:
    void chosen(const QStringList &paths);
    void importWished(const tidemark::ImportWish &wish);

private:
    void askForNext();
    void take(const ImportDialog &dialog, const QString &path);
    [[nodiscard]] QString recall(const QString &key) const;

    ImportDialog::Recall m_recall;
    std::function<bool()> m_isNew;
    std::function<Codebook()> m_codebook;
    QWidget *m_window;
    QStringList m_paths; ///< the first one has its dialog open
    QPointer<ImportDialog> m_dialog;
    bool m_asksOfEach = true;
    QHash<QString, QString> m_said; ///< of this row's files, until the collection remembers it
};

} // namespace tidemark
