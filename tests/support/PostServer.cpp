#include "support/PostServer.h"

#include <QTcpSocket>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark::test {

namespace {

QByteArray truth(bool value)
{
    return value ? "true" : "false";
}

} // namespace

PostServer::PostServer(Paging paging, int pageSize, Lists lists)
    : m_paging(paging), m_pageSize(pageSize), m_lists(lists)
{
    on("/users/invented-",
       [this](QTcpSocket &socket, const SeenRequest &request) { answerAccount(socket, request); });
    on("/api/v1/timelines/tag/",
       [this](QTcpSocket &socket, const SeenRequest &request) { answerTimeline(socket, request); });
    on("/api/v1/statuses?",
       [this](QTcpSocket &socket, const SeenRequest &request) { answerList(socket, request); });
    on("/users/invented/statuses/",
       [this](QTcpSocket &socket, const SeenRequest &request) { answerPost(socket, request); });
}

void PostServer::add(int count)
{
    const QDateTime first(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    for (int i = 0; i < count; ++i) {
        const qint64 number = m_posts.isEmpty() ? 1001 : m_posts.constLast().number + 1;
        m_posts.append({number, u"Invented post %1 #MeToo"_s.arg(number), first.addSecs((number - 1001) * 3600)});
    }
}

QString PostServer::uri(qint64 number) const
{
    return address(u"/users/invented/statuses/%1"_s.arg(number)).toString();
}

QByteArray PostServer::json(const InventedPost &post) const
{
    const QByteArray id = QByteArray::number(post.number);
    const QByteArray link = uri(post.number).toUtf8();
    return R"({"id":")" + id + R"(","uri":")" + link + R"(","url":")" + link + R"(","created_at":")"
        + post.at.toString(Qt::ISODateWithMs).toUtf8() + R"(","visibility":")" + post.visibility
        + R"(","edited_at":)"
        + (post.edited.isValid() ? '"' + post.edited.toString(Qt::ISODateWithMs).toUtf8() + '"'
                                 : QByteArray("null"))
        + R"(,"spoiler_text":"","sensitive":false,"language":"en","content":"<p>)" + post.text.toUtf8()
        + R"(</p>","account":{"id":"7","acct":"invented","display_name":"Invented","url":"http://127.0.0.1/@invented",)"
          R"("indexable":)"
        + truth(post.isFindable)
        + R"(,"noindex":false,"discoverable":true},"tags":[{"name":"metoo"}],"media_attachments":[])" + post.more
        + '}';
}

void PostServer::answerTimeline(QTcpSocket &socket, const SeenRequest &request)
{
    const QUrlQuery query(QUrl::fromEncoded(request.path));
    const qint64 below = query.queryItemValue(u"max_id"_s).toLongLong();
    QList<QByteArray> statuses;
    qint64 last = 0;
    for (auto post = m_posts.crbegin(); post != m_posts.crend() && statuses.size() < m_pageSize; ++post) {
        if (below > 0 && post->number >= below && m_paging != Paging::SameAgain)
            continue;
        statuses.append(json(*post));
        last = post->number;
    }
    QList<QByteArray> headers{"Content-Type: application/json"};
    if (m_paging == Paging::Links && last > 0) {
        headers.append("Link: <http://inside.example/api/v1/timelines/tag/metoo?max_id=" + QByteArray::number(last)
                       + ">; rel=\"next\", <http://inside.example/x?min_id=1>; rel=\"prev\"");
    }
    const QByteArray whole = answer(200, '[' + statuses.join(',') + ']', headers);
    const bool breaksOff = m_breakOffAt > 0 && --m_breakOffAt == 0;
    socket.write(breaksOff ? whole.left(whole.size() / 2) : whole);
    if (breaksOff)
        socket.disconnectFromHost();
}

void PostServer::answerList(QTcpSocket &socket, const SeenRequest &request)
{
    if (m_lists == Lists::No) {
        socket.write(answer(404, R"({"error":"Record not found"})"));
        return;
    }
    const QStringList wanted = QUrlQuery(QUrl::fromEncoded(request.path)).allQueryItemValues(u"id[]"_s);
    QList<QByteArray> statuses;
    for (const InventedPost &post : std::as_const(m_posts)) {
        if (wanted.contains(QString::number(post.number)))
            statuses.append(json(post));
    }
    socket.write(answer(200, '[' + statuses.join(',') + ']'));
}

void PostServer::answerPost(QTcpSocket &socket, const SeenRequest &request)
{
    const qint64 number = request.path.mid(request.path.lastIndexOf('/') + 1).toLongLong();
    const auto post = std::find_if(m_posts.cbegin(), m_posts.cend(),
                                   [number](const InventedPost &each) { return each.number == number; });
    if (post == m_posts.cend()) {
        socket.write(answer(404, R"({"error":"Record not found"})"));
        return;
    }
    const QByteArray edited = post->edited.isValid()
        ? R"(,"updated":")" + post->edited.toString(Qt::ISODateWithMs).toUtf8() + '"'
        : QByteArray();
    const QByteArray account = address(u"/users/invented-%1"_s.arg(number)).toString().toUtf8();
    const QByteArray audience
        = post->visibility == "public" ? "https://www.w3.org/ns/activitystreams#Public" : account + "/followers";
    socket.write(answer(200,
                        R"({"type":"Note","id":")" + uri(number).toUtf8() + R"(","attributedTo":")" + account
                            + R"(","to":[")" + audience + R"("],"published":")"
                            + post->at.toString(Qt::ISODateWithMs).toUtf8() + R"(","content":"<p>)"
                            + post->text.toUtf8() + R"(</p>")" + edited + '}'));
}

void PostServer::answerAccount(QTcpSocket &socket, const SeenRequest &request)
{
    const qint64 number = request.path.mid(request.path.lastIndexOf('-') + 1).toLongLong();
    const QByteArray account = address(QString::fromLatin1(request.path)).toString().toUtf8();
    const bool isFindable = std::any_of(m_posts.cbegin(), m_posts.cend(), [number](const InventedPost &post) {
        return post.number == number && post.isFindable;
    });
    socket.write(
        answer(200, R"({"type":"Person","id":")" + account + R"(","indexable":)" + truth(isFindable) + '}'));
}

} // namespace tidemark::test
