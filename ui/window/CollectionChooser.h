#pragma once

#include "collection/Collection.h"

#include <QObject>

#include <optional>

class QMenu;
class QWidget;

namespace tidemark {

/// Asks which collection is to be open, by dialog or out of those that were open lately. It opens none.
class CollectionChooser final : public QObject
{
    Q_OBJECT

public:
    explicit CollectionChooser(QWidget *window);

    void create();
    void open();
    void fillRecent(QMenu *menu);

    /// Where new collections go unless somebody says otherwise.
    [[nodiscard]] static QString usualFolder();
    /// A file for a copy; nothing: the user chose none.
    [[nodiscard]] static std::optional<QString> copyTarget(QWidget *window, const QString &original);

signals:
    void chosen(const QString &path, tidemark::Collection::Missing missing);

private:
    QWidget *m_window;
};

} // namespace tidemark
