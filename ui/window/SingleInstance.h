#pragma once

#include <QObject>
#include <QStringList>

class QLocalServer;

namespace tidemark {

/// One window a collection: whoever starts the program on a collection that a window of the same user has open
/// already, hands it the files to import and goes. It speaks over a socket of the user's own in the runtime folder,
/// not over any network; without that folder, each start has its own window.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Before there is a window: true if another one has the collection and has taken the files. Waits for it
    /// shortly.
    static bool handOver(const QString &collection, const QStringList &files);

    void listenFor(const QString &collection); ///< instead of the one before; empty: for none

signals:
    void raiseWished();
    void filesHandedOver(const QStringList &files);

private:
    void take();

    QLocalServer *m_server;
};

} // namespace tidemark
