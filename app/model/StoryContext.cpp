#include "model/StoryContext.h"

#include "model/Covering.h"

#include <QFutureWatcher>

namespace tidemark {

StoryContext::StoryContext(Collection *collection, const Covering *covering, QObject *parent)
    : QObject(parent), m_collection(collection), m_covering(covering)
{
}

StoryPage StoryContext::ask(const StoryPage &story)
{
    ++m_number;
    m_story = story;
    for (LinkedRelation &linked : m_story.relations) {
        if (linked.story != noStory)
            linked.relation.text.clear();
    }
    m_seen = {story.row.id};
    const StoryPage meanwhile = m_story;
    fetchFrom(0);
    return meanwhile;
}

/// The first story from this relation on that wasn't fetched yet; none: that was all.
void StoryContext::fetchFrom(qsizetype relation)
{
    const auto &relations = m_story.relations;
    while (relation < relations.size()
           && (relations.at(relation).story == noStory || m_seen.contains(relations.at(relation).story)))
        ++relation;
    if (relation >= relations.size() || !m_collection) {
        emit found(m_story);
        return;
    }
    m_seen.insert(relations.at(relation).story);
    using Answer = Result<StoryPage>;
    auto *watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcher<Answer>::finished, this, [this, watcher, relation, number = m_number] {
        watcher->deleteLater();
        if (number != m_number || watcher->future().resultCount() == 0)
            return;
        if (const Answer other = watcher->result())
            add(relation, other.value());
        fetchFrom(relation + 1);
    });
    watcher->setFuture(m_collection->story(relations.at(relation).story));
}

void StoryContext::add(qsizetype relation, const StoryPage &other)
{
    if (m_covering && m_covering->covers(other.row))
        return;
    for (LinkedRelation &linked : m_story.relations) {
        if (linked.story == other.row.id)
            linked.relation.text = other.text.left(longestText);
    }
    if (m_story.relations.at(relation).relation.kind != Relation::Kind::Reply)
        return;
    for (const LinkedRelation &further : other.relations) {
        const bool isThread = further.relation.kind == Relation::Kind::Reply && further.story != noStory;
        if (isThread && m_story.relations.size() < mostRelations) {
            m_story.relations.append(further);
            m_story.relations.last().relation.text.clear(); // until that one is known not to be covered
        }
    }
}

} // namespace tidemark
