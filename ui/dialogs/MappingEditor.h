#pragma once

#include "source/Preview.h"

#include <QWidget>

class QComboBox;
class QListWidget;
class QVBoxLayout;

namespace tidemark {

/// Which column of a file becomes which part of a story, set by hand.
class MappingEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit MappingEditor(QWidget *parent = nullptr);

    void setPreview(const Preview &preview);
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
    QListWidget *m_further;
    QListWidget *m_personal;
    QStringList m_header;
    QStringList m_personalColumns;
    ColumnMapping m_guessed;
    bool m_filling = false;
};

} // namespace tidemark
