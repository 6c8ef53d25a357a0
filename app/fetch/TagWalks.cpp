#include "fetch/TagWalks.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tidemark {

TagWalks::TagWalks(const QStringList &anyTags, const QString &place, std::optional<Instant> since,
                   std::optional<Instant> again)
{
    const QJsonValue places = QJsonDocument::fromJson(place.toUtf8())["searches"_L1];
    const QStringList tags = anyTags.isEmpty() ? QStringList(QString()) : anyTags;
    for (const QString &tag : tags) {
        const QString stored = places.isObject() ? places[tag].toString() : place;
        m_ways.append({tag, Walk(stored, since, again), stored});
    }
}

bool TagWalks::takesFirst(const QString &id)
{
    if (m_taken.contains(id))
        return false;
    if (!id.isEmpty()) // what has none can't be told from others
        m_taken.insert(id);
    return true;
}

void TagWalks::take(const QVector<SeenPost> &posts, const QString &next, Walk::Cursor kind)
{
    Way &way = m_ways[m_turn];
    way.walk.take(posts, next, kind);
    way.place = way.walk.text();
    way.hasCursor = !next.isEmpty() && way.walk.cursor() == next;
    for (qsizetype passed = 0; passed < m_ways.size(); ++passed) {
        m_turn = (m_turn + 1) % m_ways.size();
        if (!m_ways.at(m_turn).walk.isDone())
            return;
    }
}

std::optional<PageProblem> TagWalks::ending(const QUrl &server) const
{
    // One way that shows no posts any more says nothing of the server.
    std::optional<PageProblem> ending;
    bool isOfAll = true;
    for (const Way &way : m_ways) {
        ending = endingOf(way.walk, server);
        if (ending && ending->outcome != FetchOutcome::Done)
            return ending;
        isOfAll = isOfAll && ending;
    }
    return isOfAll ? ending : std::nullopt;
}

QString TagWalks::text() const
{
    QJsonObject places;
    for (const Way &way : m_ways)
        places.insert(way.tag, way.place);
    return QString::fromUtf8(QJsonDocument(QJsonObject{{u"searches"_s, places}}).toJson(QJsonDocument::Compact));
}

} // namespace tidemark
