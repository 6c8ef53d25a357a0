#pragma once

#include "source/Labels.h"
#include "theme/Codebook.h"

#include <QMap>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QStandardItemModel;

namespace tidemark {

/// The theme that a label means, as an import will know it: by key or name, in whatever case. Null: there is none.
const Theme *themeCalled(const Codebook &codebook, const QString &name);

/// In which columns of a file people coded its stories, and which theme each is about, set by hand.
class LabelEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit LabelEditor(const Codebook &codebook, QWidget *parent = nullptr);

    /// Begins anew with these labels; `offered` are columns that may be labels, too.
    void setLabels(const QVector<LabelColumn> &labels, const QStringList &offered);
    /// The columns that are nothing else; those of the labels among them can be chosen here.
    void setFreeColumns(const QStringList &columns);
    [[nodiscard]] QVector<LabelColumn> labels() const;

signals:
    void changed(); ///< labels(), by hand

private:
    QComboBox *addRow(const QString &column);

    Codebook m_codebook;
    QStandardItemModel *m_meanings; ///< what a column can mean; all rows choose from it
    QFormLayout *m_rows;
    QMap<QString, QComboBox *> m_columns;
    QStringList m_order; ///< of the rows
    QStringList m_free;
    QComboBox *m_further;
};

} // namespace tidemark
