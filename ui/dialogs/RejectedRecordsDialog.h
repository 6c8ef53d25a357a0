#pragma once

#include "collection/Collection.h"

#include <QDialog>
#include <QPointer>

class QComboBox;
class QLabel;

namespace tidemark {

class PlainTable;

/// The records of an import that couldn't be read, with their line and the reason.
class RejectedRecordsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit RejectedRecordsDialog(Collection *collection, QWidget *parent = nullptr);

private:
    void show();

    QPointer<Collection> m_collection;
    QComboBox *m_runs;
    QLabel *m_sentence;
    PlainTable *m_table;
};

} // namespace tidemark
