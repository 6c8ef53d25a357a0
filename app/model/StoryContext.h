#pragma once

#include "collection/Collection.h"

#include <QObject>
#include <QPointer>
#include <QSet>

namespace tidemark {

class Covering;

/// Fetches what stands around a story where the collection has it: what it quotes, what it answers, what that
/// answers in turn. A story that the reader wants covered is named and not fetched. The latest wish wins.
class StoryContext final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostRelations = 12;
    static constexpr qsizetype longestText = 4096; ///< of another story, in UTF-16 units

    StoryContext(Collection *collection, const Covering *covering, QObject *parent = nullptr);

    /// Gives the page to be shown meanwhile: what a related story of the collection says is left out until it is
    /// known not to be covered.
    StoryPage ask(const StoryPage &story);
    void cancel() { ++m_number; }

signals:
    /// The same story with the texts of its relations, and with further ones behind those that it came with.
    /// Once for each that was asked for last, maybe before ask() returns.
    void found(const tidemark::StoryPage &story);

private:
    void fetchFrom(qsizetype relation);
    void add(qsizetype relation, const StoryPage &other);

    QPointer<Collection> m_collection;
    const Covering *m_covering;
    StoryPage m_story;
    QSet<StoryId> m_seen;
    quint64 m_number = 0;
};

} // namespace tidemark
