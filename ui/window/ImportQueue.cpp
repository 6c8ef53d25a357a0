#include "window/ImportQueue.h"

#include "dialogs/FileChoice.h"

using namespace Qt::StringLiterals;

namespace tidemark {

ImportQueue::ImportQueue(ImportDialog::Recall recall, std::function<bool()> isNew,
                         std::function<Codebook()> codebook, QWidget *window)
    : QObject(window),
      m_recall(std::move(recall)),
      m_isNew(std::move(isNew)),
      m_codebook(std::move(codebook)),
      m_window(window)
{
}

void ImportQueue::choose()
{
    const QStringList paths = chooseFiles(m_window, tr("Import"), usualFolder(),
                                          tr("Files with stories (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.js "
                                             "*.xml *.rss *.atom *.zip *.tar *.tgz *.gz *.zst *.xz *.bz2)")
                                              + u";;"_s + tr("All files (*)"));
    if (!paths.isEmpty())
        emit chosen(paths);
}

void ImportQueue::add(const QString &path)
{
    m_paths.append(path);
    if (m_paths.size() == 1)
        askForNext();
}

void ImportQueue::askForNext()
{
    const QString path = m_paths.constFirst();
    auto *dialog = new ImportDialog(path, m_recall, m_codebook(), m_window);
    if (m_isNew())
        dialog->sayThatACollectionIsMade();
    connect(dialog, &QDialog::accepted, this, [this, dialog, path] {
        emit importWished({path, dialog->options(), dialog->memoryKey(), dialog->formKey()});
    });
    connect(dialog, &QDialog::finished, this, [this] {
        m_paths.removeFirst();
        if (!m_paths.isEmpty())
            askForNext();
    });
    dialog->open();
}

} // namespace tidemark
