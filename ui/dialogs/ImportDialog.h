#pragma once

#include "source/Preview.h"
#include "theme/Codebook.h"

#include <QDialog>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;
class QScrollArea;
class QTabWidget;

namespace tidemark {

class MappingEditor;
class PlainTable;
class TableFormEditor;

/// What a file looks like before it is imported: what was understood, its first rows and the stories they make,
/// how a CSV file is written where that was found wrong, which column becomes what, and which ones become codings.
/// Reads the beginning of the file off the window's thread.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// recall gives what was remembered under a key (see MappingMemory), or an empty text. codebook: that of the
    /// collection that the stories come into.
    using Recall = std::function<QString(const QString &key)>;
    ImportDialog(const QString &path, Recall recall, Codebook codebook, QWidget *parent = nullptr);

    void sayThatACollectionIsMade(); ///< for what is open is the sample, or nothing
    [[nodiscard]] ReaderOptions options() const;
    /// So many more files wait; they can be wished with this one, without being looked at each.
    void offerOthers(int others);
    [[nodiscard]] QString memoryKey() const { return m_memoryKey; } ///< for the mapping; empty: there is none
    /// For what was said of how the file is written; empty: that is remembered already.
    [[nodiscard]] QString formKey() const;
    [[nodiscard]] bool isReady() const;

    void reject() override; ///< asks first if something was changed

signals:
    /// Also where it isn't shown: whether the file can be imported as it was understood, and nothing speaks against
    /// that.
    void looked(bool isSure);
    void othersWished();

private:
    void allowImport(bool allowed);
    void look();
    void lookAnew();
    void showPreview(const Result<Preview> &preview);
    void askForMemory(qint64 bytes);
    bool recallForm(const QString &key);
    void showColumns(const Preview &preview);
    void showStories(const QVector<Record> &records);
    [[nodiscard]] bool makesStories() const;

    QString m_path;
    Recall m_recall;
    Codebook m_codebook;
    QString m_memoryKey;
    QString m_formKey;
    QString m_doubt; ///< of the guess, while nobody has said more
    ZstdWindow m_window = ZstdWindow::Usual;
    bool m_hasColumns = false;
    bool m_mapped = false;   ///< the editor was filled once
    ColumnMapping m_offered; ///< with which it was
    quint64 m_number = 0;
    QTimer m_again;
    QLabel *m_sentence;
    QLabel *m_notes;
    QLabel *m_target;
    QTabWidget *m_tabs;
    PlainTable *m_rows;
    PlainTable *m_stories;
    TableFormEditor *m_form;
    MappingEditor *m_editor;
    QScrollArea *m_editorArea;
    QPushButton *m_import;
    QPushButton *m_importAll;
};

} // namespace tidemark
