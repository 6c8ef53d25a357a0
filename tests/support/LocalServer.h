#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QUrl>
#include <QVector>

#include <functional>
#include <memory>
#include <utility>

class QTcpSocket;

namespace tidemark::test {

/// A request as it came.
struct SeenRequest
{
    QByteArray method;
    QByteArray path;                                    ///< with the query, as it was written
    QVector<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// A server on loopback that does what a test tells it, however bad that is. Lives in the test's thread and works
/// while an event loop runs there.
class LocalServer : public QObject
{
public:
    /// Writes to the socket whatever it likes; nobody closes it afterwards but the script, or close().
    using Script = std::function<void(QTcpSocket &socket, const SeenRequest &request)>;

    /// certificate: a file of tests/data/tls without its ending; empty: plain http.
    explicit LocalServer(const QString &certificate = {});

    [[nodiscard]] QUrl address(const QString &path = QStringLiteral("/")) const;
    /// What to do for requests whose path begins so; the last one told is asked first.
    void on(const QByteArray &path, const Script &script) { m_scripts.prepend({path, script}); }
    /// The same with a fixed answer.
    void on(const QByteArray &path, const QByteArray &answer);

    [[nodiscard]] const QVector<SeenRequest> &requests() const { return m_requests; }
    void forgetRequests() { m_requests.clear(); }

    /// An answer in HTTP/1.1 with its length; each header is a whole line without its end.
    static QByteArray answer(int status, const QByteArray &body, const QList<QByteArray> &headers = {});
    static QByteArray gzipped(const QByteArray &bytes);

    /// Writes bytes a few at a time, with a pause in milliseconds, until the client is gone.
    static void drip(QTcpSocket &socket, const QByteArray &bytes, qsizetype step, int pause);
    /// Writes a piece again and again for as long as the client takes it.
    static void writeForever(QTcpSocket &socket, const QByteArray &piece);

private:
    void serve(QTcpSocket *socket);
    void takeRequest(QTcpSocket *socket, QByteArray &waiting);

    std::unique_ptr<QTcpServer> m_server;
    bool m_isSecret;
    QVector<std::pair<QByteArray, Script>> m_scripts;
    QVector<SeenRequest> m_requests;
};

} // namespace tidemark::test
