#include "window/LinkOpener.h"

#include "dialogs/ForeignText.h"
#include "dialogs/Question.h"

#include <QDesktopServices>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace tidemark {

LinkOpener::LinkOpener(QWidget *window) : QObject(window), m_window(window) {}

void LinkOpener::open(const QUrl &link)
{
    const bool web = link.scheme() == "https"_L1 || link.scheme() == "http"_L1;
    const QString host = link.host(QUrl::FullyEncoded);
    if (!web || host.isEmpty())
        return;
    QUrl bare = link;
    bare.setUserInfo(QString());
    if (m_knownHosts.contains(host)) {
        hand(bare);
        return;
    }
    ask(m_window,
        tr("Open a page of %1 in your browser? The site will see that somebody came from this story.")
            .arg(isolated(host)),
        tr("Open Page"), [this, bare, host] {
            m_knownHosts.insert(host);
            hand(bare);
        });
}

void LinkOpener::hand(const QUrl &link)
{
    emit opened(link);
    QDesktopServices::openUrl(link);
}

} // namespace tidemark
