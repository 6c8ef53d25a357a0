#pragma once

#include "support/LocalServer.h"

#include <QDateTime>
#include <QVector>

namespace tidemark::test {

/// An invented post.
struct InventedPost
{
    qint64 number = 0; ///< larger is newer
    QString text;
    QDateTime at;
    QByteArray more = {};   ///< further members, each with a comma before it
    bool isFindable = true; ///< what its account says of being found by those who search
    QByteArray visibility = "public";
    QDateTime edited = {};
};

/// A server that answers as Mastodon's hashtag timeline and its lists of statuses do, over posts that a test adds,
/// edits and takes away.
class PostServer final : public LocalServer
{
public:
    enum class Paging { Links, NoLinks, SameAgain };
    /// Whether it lists many statuses at once, as Mastodon does from 4.3 on.
    enum class Lists { Yes, No };

    explicit PostServer(Paging paging = Paging::Links, int pageSize = 40, Lists lists = Lists::Yes);

    void add(int count);                               ///< newer ones
    QVector<InventedPost> &posts() { return m_posts; } ///< oldest first
    [[nodiscard]] QByteArray json(const InventedPost &post) const;
    [[nodiscard]] QString uri(qint64 number) const;

    /// The n-th request from now on (from 1) breaks off in the middle of its answer; 0: none does.
    void breakOffAt(int request) { m_breakOffAt = request; }

private:
    void answerTimeline(QTcpSocket &socket, const SeenRequest &request);
    void answerList(QTcpSocket &socket, const SeenRequest &request);
    void answerPost(QTcpSocket &socket, const SeenRequest &request);
    void answerAccount(QTcpSocket &socket, const SeenRequest &request);

    Paging m_paging;
    int m_pageSize;
    Lists m_lists;
    int m_breakOffAt = 0;
    QVector<InventedPost> m_posts;
};

} // namespace tidemark::test
