#pragma once

#include "story/TimeSpan.h"

#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace tidemark {

/// What a page of a timeline shows of a post.
struct SeenPost
{
    QString id; ///< the same wherever and whenever it is seen
    std::optional<Instant> at;
};

/// The way through a timeline that is given page by page, newest posts first.
///
/// A first walk goes from the top down to a date. A later one goes from the top down to what was seen at the top
/// the time before. Where a walk was stopped, the stretch between its last page and what it was to reach stays
/// open, and the next run reads the new top first and then every open stretch: gaps are filled from where they
/// begin.
///
///     top ----------> reached | stretch left open ------> reached | read long ago
///
/// A stretch ends at a page of which every post is known or too old, behind the known posts, and at the end of the
/// timeline. Some servers give posts in the order in which these came to them, whenever they were shared: a page
/// whose times rise says nothing of what lies below. An empty page is the end unless the server gives a cursor
/// behind it: some take posts out of a page that they don't show everybody. A server that gives a cursor twice, or
/// three pages that show nothing new, is not followed: the stretch stays open for another day, when such pages are
/// passed on the way to where it was left.
class Walk final
{
public:
    /// place: what text() gave; empty: from the beginning. since: no older posts; earlier than before: from the top
    /// back to there. again: back to there from the top, even if the way is known; for the first walk, instead of
    /// since.
    Walk(const QString &place, std::optional<Instant> since, std::optional<Instant> again = {});

    /// Whether the server gave the cursor behind a page, or it was made of the page's last post. Then nothing but
    /// repetition tells that the end is reached.
    enum class Cursor { Given, Made };

    [[nodiscard]] bool isDone() const { return m_open.isEmpty() || m_isRepeating; }
    /// The server repeats itself: nothing more is asked of it in this run, though there may be more.
    [[nodiscard]] bool isRepeating() const { return m_isRepeating; }
    /// The last ones of those pages were empty.
    [[nodiscard]] bool isBarren() const { return m_isBarren; }
    /// The server shows nothing at all, though it did before.
    [[nodiscard]] bool isEmptied() const { return m_isEmptied; }
    [[nodiscard]] QString cursor() const; ///< of the page to ask for; empty: the top
    /// How far down the present stretch goes, where that is a time.
    [[nodiscard]] std::optional<Instant> floor() const;
    [[nodiscard]] bool wants(const SeenPost &post) const; ///< it isn't older than anybody asked for, then or now

    /// A page came, and this is the cursor behind it; empty: there is nothing behind it.
    void take(const QVector<SeenPost> &posts, const QString &next, Cursor kind = Cursor::Given);
    /// The server doesn't know the cursor any more: the stretch begins at the top again.
    void restart();

    [[nodiscard]] QString text() const; ///< to go on from another time

private:
    struct Stretch
    {
        QString cursor;
        std::optional<Instant> floor;
        QStringList known; ///< ids that lie right below it
    };

    void beginAnew();
    void goOn();
    void noteTop(const QVector<SeenPost> &posts, bool isAll);
    [[nodiscard]] bool isReached(const QVector<SeenPost> &posts) const;
    bool liesBehindKnown(const QVector<SeenPost> &posts);

    std::optional<Instant> m_since;
    QVector<Stretch> m_open;          ///< the last one is read first
    QStringList m_top;                ///< ids of the newest posts that were seen
    std::optional<Instant> m_topAt;   ///< when the oldest of those was shared
    std::optional<Instant> m_reached; ///< nothing is missing down to here but what is open; absent: to the end
    QSet<QString> m_seen;             ///< in the present stretch
    QSet<QString> m_cursors;          ///< likewise
    QSet<QString> m_met;              ///< likewise, of the known posts
    int m_barren = 0;                 ///< pages without anything new, one after another
    bool m_isAtTop = false;           ///< the present stretch began there, and no post was seen yet
    bool m_isRepeating = false;
    bool m_isBarren = false;
    bool m_isEmptied = false;
};

} // namespace tidemark
