#include "window/SingleInstance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int patience = 2000; ///< milliseconds for the other window
constexpr qint64 longestMessage = 1024 * 1024;

/// The socket of a collection; empty where there is no folder for it.
QString socketOf(const QString &collection)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QString path = QFileInfo(collection).canonicalFilePath();
    if (folder.isEmpty() || path.isEmpty())
        return {};
    const QByteArray name = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return folder + u"/tidemark-"_s + QString::fromLatin1(name);
}

} // namespace

SingleInstance::SingleInstance(QObject *parent) : QObject(parent), m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &SingleInstance::take);
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::handOver(const QString &collection, const QStringList &files)
{
    const QString name = socketOf(collection);
    if (name.isEmpty())
        return false;
    QLocalSocket socket;
    socket.connectToServer(name);
    if (!socket.waitForConnected(patience))
        return false;
    QDataStream stream(&socket);
    stream << files;
    socket.flush();
    // The other one closes when it has read everything.
    return socket.state() == QLocalSocket::UnconnectedState || socket.waitForDisconnected(patience);
}

void SingleInstance::listenFor(const QString &collection)
{
    m_server->close();
    const QString name = socketOf(collection);
    if (name.isEmpty())
        return;
    QLocalSocket other;
    other.connectToServer(name);
    if (other.waitForConnected(0))
        return;                       // another window has it, and has it for writing
    QLocalServer::removeServer(name); // what a crash may have left
    m_server->listen(name);
}

void SingleInstance::take()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > longestMessage)
                return socket->abort();
            QDataStream stream(socket);
            stream.startTransaction();
            QStringList files;
            stream >> files;
            if (!stream.commitTransaction())
                return;
            socket->disconnectFromServer();
            emit raiseWished();
            if (!files.isEmpty())
                emit filesHandedOver(files);
        });
    }
}

} // namespace tidemark
