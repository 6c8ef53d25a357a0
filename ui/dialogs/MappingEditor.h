#pragma once

#include "source/Preview.h"
#include "theme/Codebook.h"

#include <QWidget>

class QComboBox;
class QListWidget;
class QVBoxLayout;

namespace tidemark {

class LabelEditor;

/// Which column of a file becomes which part of a story, set by hand.
class MappingEditor final : public QWidget
{
    Q_OBJECT

public:
    /// codebook: whose themes a column may code.
    explicit MappingEditor(const Codebook &codebook, QWidget *parent = nullptr);

    /// labelsOffered: columns that may be labels, besides those that the mapping names.
    void setPreview(const Preview &preview, const QStringList &labelsOffered);
    [[nodiscard]] ColumnMapping mapping() const;

signals:
    void changed();

private:
    void addFields(QVBoxLayout *layout);
    void fillFurtherColumns();
    QListWidget *addList(QVBoxLayout *layout, const QString &title, const QString &name);

    QHash<StoryField, QComboBox *> m_fields;
    QComboBox *m_platform;
    QComboBox *m_dayOrder;
    LabelEditor *m_labels;
    QListWidget *m_further;
    QListWidget *m_personal;
    QStringList m_header;
    QStringList m_personalColumns;
    ColumnMapping m_guessed;
    bool m_filling = false;
};

} // namespace tidemark
