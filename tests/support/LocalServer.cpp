#include "support/LocalServer.h"

#include "support/TestData.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace tidemark::test {

namespace {

std::unique_ptr<QTcpServer> makeServer(const QString &certificate)
{
    if (certificate.isEmpty())
        return std::make_unique<QTcpServer>();
    auto server = std::make_unique<QSslServer>();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    const QSslCertificate own(dataBytes(u"tls/%1.pem"_s.arg(certificate)));
    if (own.isNull()) // it would turn everybody away, whatever a test means to see
        qFatal("there is no certificate %s", qPrintable(certificate));
    tls.setLocalCertificate(own);
    tls.setPrivateKey(QSslKey(dataBytes(u"tls/server.key"_s), QSsl::Ec));
    server->setSslConfiguration(tls);
    return server;
}

QByteArray reason(int status)
{
    return status == 200 ? "OK" : "Because";
}

} // namespace

QByteArray SeenRequest::header(QByteArrayView name) const
{
    const auto found = std::find_if(headers.cbegin(), headers.cend(),
                                    [name](const auto &header) { return header.first == name; });
    return found == headers.cend() ? QByteArray() : found->second;
}

LocalServer::LocalServer(const QString &certificate)
    : m_server(makeServer(certificate)), m_isSecret(!certificate.isEmpty())
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection())
            serve(socket);
    });
    m_server->listen(QHostAddress::LocalHost);
}

QUrl LocalServer::address(const QString &path) const
{
    const QString scheme = m_isSecret ? u"https"_s : u"http"_s;
    return QUrl(u"%1://%2:%3%4"_s.arg(scheme, m_isSecret ? u"localhost"_s : u"127.0.0.1"_s)
                    .arg(m_server->serverPort())
                    .arg(path));
}

void LocalServer::on(const QByteArray &path, const QByteArray &answer)
{
    on(path, [answer](QTcpSocket &socket, const SeenRequest &) { socket.write(answer); });
}

void LocalServer::serve(QTcpSocket *socket)
{
    auto waiting = std::make_shared<QByteArray>();
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, waiting] { takeRequest(socket, *waiting); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    takeRequest(socket, *waiting);
}

void LocalServer::takeRequest(QTcpSocket *socket, QByteArray &waiting)
{
    waiting += socket->readAll();
    const auto end = waiting.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    SeenRequest request;
    const QList<QByteArray> lines = waiting.left(end).split('\n');
    const QList<QByteArray> first = lines.constFirst().trimmed().split(' ');
    request.method = first.value(0);
    request.path = first.value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        request.headers.append({line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed()});
    }
    const qsizetype length = request.header("content-length").toLongLong();
    if (waiting.size() < end + 4 + length)
        return;
    request.body = waiting.mid(end + 4, length);
    waiting.remove(0, end + 4 + length);
    m_requests.append(request);
    for (const auto &[path, script] : std::as_const(m_scripts)) {
        if (request.path.startsWith(path)) {
            script(*socket, request);
            return;
        }
    }
    socket->write(answer(404, "no such page"));
}

QByteArray LocalServer::answer(int status, const QByteArray &body, const QList<QByteArray> &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason(status) + "\r\n";
    for (const QByteArray &header : headers)
        bytes += header + "\r\n";
    return bytes + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray LocalServer::gzipped(const QByteArray &bytes)
{
    QByteArray packed(qsizetype(compressBound(uLong(bytes.size()))) + 64, '\0');
    QByteArray input = bytes;
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = uInt(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

void LocalServer::drip(QTcpSocket &socket, const QByteArray &bytes, qsizetype step, int pause)
{
    auto *timer = new QTimer(&socket);
    auto rest = std::make_shared<QByteArray>(bytes);
    connect(timer, &QTimer::timeout, &socket, [&socket, timer, rest, step] {
        socket.write(rest->left(step));
        rest->remove(0, step);
        if (rest->isEmpty())
            timer->stop();
    });
    timer->start(pause);
}

void LocalServer::writeForever(QTcpSocket &socket, const QByteArray &piece)
{
    const auto write = [&socket, piece] {
        if (socket.bytesToWrite() < piece.size())
            socket.write(piece);
    };
    connect(&socket, &QTcpSocket::bytesWritten, &socket, write);
    write();
}

} // namespace tidemark::test
