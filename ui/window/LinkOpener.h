#pragma once

#include <QObject>
#include <QSet>
#include <QUrl>

class QWidget;

namespace tidemark {

/// Opens links of stories in the system's browser, after a question that names the host, once for each host in
/// this session. Only http and https.
class LinkOpener final : public QObject
{
    Q_OBJECT

public:
    explicit LinkOpener(QWidget *window);

    void open(const QUrl &link);

signals:
    void opened(const QUrl &link); ///< handed to the system

private:
    void hand(const QUrl &link);

    QWidget *m_window;
    QSet<QString> m_knownHosts;
};

} // namespace tidemark
