#pragma once

#include "collection/Collection.h"
#include "index/Selection.h"

#include <QObject>
#include <QPointer>

namespace tidemark {

/// Finds the unread story that comes next in a list, however long: asks for the unread ones of the same filter, and
/// halves its way to the place. The latest question wins.
class NextUnread final : public QObject
{
    Q_OBJECT

public:
    explicit NextUnread(Collection *collection, QObject *parent = nullptr);

    /// Behind a row of the list, or (backward) before it; -1 stands before the first.
    void ask(const Selection &list, Order order, qint64 row, bool backward);

signals:
    void found(tidemark::StoryId story);
    /// All are read in that direction. anyElsewhere: there are unread ones in the other, besides the row's own.
    void notFound(bool anyElsewhere);
    void failed(const tidemark::Error &error);

private:
    QPointer<Collection> m_collection;
    quint64 m_number = 0;
};

/// Which of some stories of a list, given as a selection of their own in the same order, comes next; noStory: none.
StoryId nextOf(const Selection &some, const Selection &list, Order order, qint64 row, bool backward);

} // namespace tidemark
