#pragma once

#include "collection/Collection.h"

#include <QDialog>
#include <QPointer>

#include <optional>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace tidemark {

class PlainTable;
class RejectedRecordsModel;

/// The records of an import that couldn't be read, with their line, the reason and the content, which can be mended
/// here and read once more, or written to a file.
class RejectedRecordsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit RejectedRecordsDialog(Collection *collection, QWidget *parent = nullptr);

signals:
    void retryWished(const tidemark::ImportRunFacts &run, const QHash<qint64, QByteArray> &edited);
    void exportWished(const tidemark::ImportRunFacts &run, const QString &path);

private:
    void layOut();
    void showRun();
    void say(const QString &sentence);
    void readContent();
    void showContent(const QByteArray &content);
    void keepEdit();
    void exportRecords();

    QPointer<Collection> m_collection;
    QVector<ImportRunFacts> m_facts; ///< the imports in m_runs
    RejectedRecordsModel *m_records;
    QHash<qint64, QByteArray> m_edited;    ///< contents by number of record
    std::optional<RejectedRecord> m_shown; ///< whose content is shown, or is being read
    QComboBox *m_runs;
    QLabel *m_sentence;
    PlainTable *m_table;
    QPlainTextEdit *m_content;
    QPushButton *m_retry;
    QPushButton *m_export;
};

} // namespace tidemark
