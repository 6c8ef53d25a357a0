#include "window/ImportQueue.h"

#include "dialogs/FileChoice.h"
#include "source/MappingMemory.h"

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

void ImportQueue::add(const QStringList &paths)
{
    m_paths += paths;
    if (m_dialog)
        m_dialog->offerOthers(int(m_paths.size()) - 1);
    else if (!m_paths.isEmpty())
        askForNext();
}

QString ImportQueue::recall(const QString &key) const
{
    const auto said = m_said.constFind(key);
    return said == m_said.constEnd() ? m_recall(key) : *said;
}

void ImportQueue::take(const ImportDialog &dialog, const QString &path)
{
    const ImportWish wish{path, dialog.options(), dialog.memoryKey(), dialog.formKey()};
    if (!wish.mappingKey.isEmpty() && wish.options.mapping)
        m_said.insert(wish.mappingKey, mappingToText(*wish.options.mapping));
    if (!wish.formKey.isEmpty())
        m_said.insert(wish.formKey, tableFormToText(wish.options.form));
    emit importWished(wish);
}

void ImportQueue::askForNext()
{
    const QString path = m_paths.constFirst();
    auto *dialog = new ImportDialog(
        path, [this](const QString &key) { return recall(key); }, m_codebook(), m_window);
    m_dialog = dialog;
    dialog->offerOthers(int(m_paths.size()) - 1);
    if (m_isNew())
        dialog->sayThatACollectionIsMade();
    connect(dialog, &ImportDialog::othersWished, this, [this] { m_asksOfEach = false; });
    connect(dialog, &QDialog::accepted, this, [this, dialog, path] { take(*dialog, path); });
    connect(dialog, &QDialog::finished, this, [this, dialog] {
        dialog->deleteLater();
        m_dialog = nullptr;
        m_paths.removeFirst();
        if (!m_paths.isEmpty())
            return askForNext();
        m_asksOfEach = true;
        m_said.clear();
    });
    if (m_asksOfEach)
        return dialog->open();
    connect(dialog, &ImportDialog::looked, dialog, [dialog](bool isSure) {
        if (dialog->isHidden())
            isSure ? dialog->accept() : dialog->open();
    });
}

} // namespace tidemark
