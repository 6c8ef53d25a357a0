#pragma once

#include "collection/Collection.h"

#include <QObject>
#include <QPointer>

namespace tidemark {

class Covering;

/// Fetches the stories of the collection that answer one: by time, names hidden, and without the words of those
/// that the reader wants covered. The latest wish wins.
class StoryReplies final : public QObject
{
    Q_OBJECT

public:
    static constexpr int most = 20;

    StoryReplies(Collection *collection, const Covering *covering, QObject *parent = nullptr);

    void ask(StoryId story);

signals:
    /// Not sent where nothing answers it.
    void found(tidemark::StoryId story, const QVector<tidemark::StoryRow> &replies);

private:
    void fetch(const QVector<StoryId> &ids);
    void tell(QVector<StoryRow> replies);

    QPointer<Collection> m_collection;
    const Covering *m_covering;
    StoryId m_story = noStory;
    quint64 m_number = 0;
};

} // namespace tidemark
