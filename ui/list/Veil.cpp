#include "list/Veil.h"

#include <QEvent>
#include <QPainter>

#include <chrono>

using namespace std::chrono_literals;

namespace tidemark {

Veil::Veil(QWidget *over) : QWidget(over)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    over->installEventFilter(this);
    m_moment.setSingleShot(true);
    m_moment.setInterval(150ms);
    connect(&m_moment, &QTimer::timeout, this, [this] {
        setGeometry(parentWidget()->rect());
        raise();
        show();
    });
    hide();
}

void Veil::setBusy(bool busy)
{
    if (!busy) {
        m_moment.stop();
        hide();
    } else if (!m_moment.isActive() && isHidden()) {
        m_moment.start();
    }
}

bool Veil::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void Veil::paintEvent(QPaintEvent *)
{
    QColor ground = palette().color(QPalette::Base);
    ground.setAlpha(130);
    QPainter(this).fillRect(rect(), ground);
}

} // namespace tidemark
