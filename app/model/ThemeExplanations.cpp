#include "model/ThemeExplanations.h"

#include <QFutureWatcher>

namespace tidemark {

ThemeExplanations::ThemeExplanations(Collection *collection, QObject *parent)
    : QObject(parent), m_collection(collection)
{
}

void ThemeExplanations::ask(const StoryPage &story)
{
    ++m_number;
    m_story = story.row.id;
    m_labels.clear();
    m_waiting = 0;
    for (const ThemeCoding &coding : story.codings) {
        if (coding.by == CodedBy::Model)
            ask({Label::Kind::Theme, coding.theme});
    }
    if (story.voiceBy == CodedBy::Model && story.row.voice != Voice::Unknown)
        ask({Label::Kind::Voice, static_cast<int>(story.row.voice)});
}

void ThemeExplanations::ask(Label label)
{
    if (!m_collection)
        return;
    ++m_waiting;
    using Answer = Result<ThemeModel::Explanation>;
    auto *watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcher<Answer>::finished, this, [this, watcher, number = m_number, label] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            add(number, label, watcher->result());
    });
    watcher->setFuture(m_collection->explain(m_story, label));
}

void ThemeExplanations::add(quint64 number, Label label, const Result<ThemeModel::Explanation> &explanation)
{
    if (number != m_number)
        return;
    if (explanation)
        m_labels.insert(label, *explanation);
    if (--m_waiting == 0)
        emit found(m_story, m_labels);
}

} // namespace tidemark
