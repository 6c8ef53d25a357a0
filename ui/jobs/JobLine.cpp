#include "jobs/JobLine.h"

#include "jobs/ProgressSentence.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tidemark {

JobLine::JobLine(const QString &title, std::shared_ptr<Progress> progress, QWidget *parent)
    : QWidget(parent),
      m_title(title),
      m_titles(title),
      m_progress(std::move(progress)),
      m_sentence(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_button(new QToolButton(this))
{
    m_clock.start();
    setObjectName(u"jobLine"_s);

    m_sentence->setObjectName(u"jobSentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setAccessibleName(title);

    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(120, 6);
    m_bar->setAccessibleName(tr("Progress of: %1").arg(title));

    m_button->setObjectName(u"jobButton"_s);
    m_button->setAutoRaise(true);
    m_button->setText(u"\u2715"_s); // in the colour of text, in light and dark
    m_button->setAccessibleName(tr("Stop: %1").arg(title));
    m_button->setToolTip(tr("Stop"));
    m_button->setFocusPolicy(Qt::StrongFocus);
    connect(m_button, &QToolButton::clicked, this, &JobLine::stopOrDismiss);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(12);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_button);
    refresh();
}

QString JobLine::sentence() const
{
    return m_sentence->text();
}

void JobLine::refresh()
{
    if (m_failed)
        return;
    const ProgressMoment moment{m_progress->done.load(), m_progress->total.load(), m_progress->items.load(),
                                m_clock.elapsed()};
    const QString far = progressSentence(moment);
    m_sentence->setText(far.isEmpty() ? m_title : m_title + u"   "_s + far);
    const int share = progressShare(moment);
    m_bar->setRange(0, share < 0 ? 0 : 1000);
    m_bar->setValue(share);
}

void JobLine::standFor(const QStringList &titles)
{
    m_titles += titles;
    m_titles.removeDuplicates();
}

bool JobLine::standsForNothingWithout(const QString &title)
{
    return m_titles.removeAll(title) > 0 && m_titles.isEmpty();
}

void JobLine::fail(const QString &sentence)
{
    m_failed = true;
    m_bar->hide();
    m_sentence->setText(sentence);
    m_sentence->setAccessibleName(sentence);
    m_button->setAccessibleName(tr("Dismiss: %1").arg(sentence));
    m_button->setToolTip(tr("Dismiss"));
    m_button->setEnabled(true);
}

void JobLine::stopOrDismiss()
{
    if (m_failed) {
        emit dismissed();
        return;
    }
    stop();
}

void JobLine::stop()
{
    if (m_failed)
        return;
    m_progress->cancel();
    m_button->setEnabled(false);
    m_button->setToolTip(tr("Stopping"));
}

} // namespace tidemark
