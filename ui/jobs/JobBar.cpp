#include "jobs/JobBar.h"

#include <QAccessible>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tidemark {

namespace {

/// A job shorter than this (a star, a theme set by hand) is not worth a look.
constexpr qint64 showAfter = 300;
/// What waits behind these comes into sight when they are done.
constexpr qsizetype mostRunning = 4;

} // namespace

JobBar::JobBar(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this)), m_told(new QLabel(this))
{
    setObjectName(u"jobBar"_s);
    setAccessibleName(tr("Running jobs"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_clock.setInterval(100ms);
    connect(&m_clock, &QTimer::timeout, this, &JobBar::refresh);
    m_told->setObjectName(u"told"_s);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->setContentsMargins(12, 4, 8, 4);
    m_told->hide();
    m_layout->addWidget(m_told);
    m_toldLongEnough.setSingleShot(true);
    m_toldLongEnough.setInterval(8s);
    connect(&m_toldLongEnough, &QTimer::timeout, this, &JobBar::stopTelling);
    hide();
}

template<typename Which>
void JobBar::dismissFailures(Which which)
{
    const QVector<JobLine *> lines = m_lines;
    for (JobLine *line : lines) {
        if (line->hasFailed() && which(line))
            remove(line);
    }
}

/// What several jobs failed of is said once, for all of them.
void JobBar::takeOver(JobLine *line, const QString &sentence)
{
    dismissFailures([&](JobLine *other) {
        const bool isSame = other->sentence() == sentence;
        if (isSame)
            line->standFor(other->titles());
        return isSame;
    });
}

JobLine *JobBar::begin(const QString &title, const std::shared_ptr<Progress> &progress)
{
    dismissFailures(title);
    auto *line = new JobLine(title, progress ? progress : std::make_shared<Progress>(), this);
    line->hide();
    connect(line, &JobLine::dismissed, this, [this, line] { remove(line); });
    m_layout->addWidget(line);
    m_lines.append(line);
    m_clock.start();
    return line;
}

void JobBar::end(JobLine *line, const Error *error)
{
    if (!line)
        return;
    if (error && error->kind != Error::Kind::Cancelled) {
        takeOver(line, error->message);
        line->fail(error->message);
        line->show();
        showIfNeeded();
    } else {
        remove(line);
    }
    if (!isBusy()) {
        m_clock.stop();
        emit becameIdle();
    }
}

void JobBar::tell(const QString &sentence)
{
    m_told->setText(sentence);
    m_told->show();
    m_toldLongEnough.start();
    showIfNeeded();
    QAccessibleEvent alert(m_told, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void JobBar::stopTelling()
{
    m_toldLongEnough.stop();
    m_told->hide();
    showIfNeeded();
}

void JobBar::showFailure(const QString &sentence)
{
    showFailure(sentence, sentence);
}

void JobBar::showFailure(const QString &title, const QString &sentence)
{
    const Error error{Error::Kind::Other, sentence};
    end(begin(title, nullptr), &error);
}

void JobBar::dismissFailures(const QString &title)
{
    dismissFailures([&](JobLine *line) { return line->standsForNothingWithout(title); });
}

void JobBar::dismissFailures()
{
    dismissFailures([](const JobLine *) { return true; });
}

bool JobBar::isBusy() const
{
    return std::any_of(m_lines.begin(), m_lines.end(), [](const JobLine *line) { return !line->hasFailed(); });
}

void JobBar::stopAll()
{
    for (JobLine *line : std::as_const(m_lines))
        line->stop();
}

void JobBar::refresh()
{
    qsizetype running = 0;
    for (JobLine *line : std::as_const(m_lines)) {
        line->refresh();
        running += line->hasFailed() ? 0 : 1;
        if (running <= mostRunning && line->elapsed() >= showAfter)
            line->show();
    }
    showIfNeeded();
}

void JobBar::remove(JobLine *line)
{
    m_lines.removeOne(line);
    line->hide();
    line->deleteLater();
    showIfNeeded();
}

void JobBar::showIfNeeded()
{
    setVisible(!m_told->isHidden() || std::any_of(m_lines.begin(), m_lines.end(), [](const JobLine *line) {
        return !line->isHidden();
    }));
}

} // namespace tidemark
