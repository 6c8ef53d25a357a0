#pragma once

#include "fetch/PageSource.h"
#include "fetch/Walk.h"

#include <QSet>
#include <QStringList>
#include <QVector>

namespace tidemark {

/// The ways through the timelines of hashtags of which any will do. Each goes by itself, in turn, with a place of
/// its own: what a server makes of several tags in one question differs.
class TagWalks final
{
public:
    /// place: what text() gave, or a single walk did; empty: from the beginning.
    TagWalks(const QStringList &anyTags, const QString &place, std::optional<Instant> since,
             std::optional<Instant> again);

    [[nodiscard]] const QString &tag() const { return m_ways.at(m_turn).tag; } ///< empty: there is one way alone
    [[nodiscard]] const Walk &walk() const { return m_ways.at(m_turn).walk; }
    /// Its cursor is one that the server gave in this run.
    [[nodiscard]] bool hasCursor() const { return m_ways.at(m_turn).hasCursor; }

    bool takesFirst(const QString &id); ///< a post, which several tags may lead to; false: it came before
    /// A page of the present walk came; the next one has its turn.
    void take(const QVector<SeenPost> &posts, const QString &next, Walk::Cursor kind = Walk::Cursor::Given);
    void restart() { m_ways[m_turn].walk.restart(); } ///< the present one

    [[nodiscard]] std::optional<PageProblem> ending(const QUrl &server) const;
    [[nodiscard]] QString text() const; ///< to go on from another time

private:
    struct Way
    {
        QString tag;
        Walk walk;
        QString place; ///< as the walk says once it has read a page; until then as it was before
        bool hasCursor = false;
    };

    QVector<Way> m_ways;
    qsizetype m_turn = 0; ///< whose page is next, if any is left
    QSet<QString> m_taken;
};

} // namespace tidemark
