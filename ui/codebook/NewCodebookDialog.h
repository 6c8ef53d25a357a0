#pragma once

#include "collection/CollectionFacts.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tidemark {

/// Makes one more codebook: its name, and where its themes come from.
class NewCodebookDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NewCodebookDialog(const CollectionFacts &facts, QWidget *parent = nullptr);

    /// The themes of a codebook's file or of another collection; read beside the window.
    void takeFrom(const QString &path);

    [[nodiscard]] Codebook codebook() const;

private:
    void chooseByDialog();
    void check();

    CollectionFacts m_facts;
    QVector<Codebook> m_sources; ///< by row
    QLineEdit *m_name;
    QComboBox *m_source;
    QLabel *m_sentence;
    QPushButton *m_go = nullptr;
};

} // namespace tidemark
