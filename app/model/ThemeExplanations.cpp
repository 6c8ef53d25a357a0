#include "model/ThemeExplanations.h"

#include <QFutureWatcher>

namespace tidemark {

ThemeExplanations::ThemeExplanations(Collection *collection, QObject *parent)
    : QObject(parent), m_collection(collection)
{
}

void ThemeExplanations::ask(const StoryPage &story)
{
    const quint64 number = ++m_number;
    m_story = story.row.id;
    m_themes.clear();
    m_waiting = 0;
    for (const ThemeCoding &coding : story.codings) {
        if (coding.by != CodedBy::Model || !m_collection)
            continue;
        ++m_waiting;
        using Answer = Result<ThemeModel::Explanation>;
        auto *watcher = new QFutureWatcher<Answer>(this);
        connect(watcher, &QFutureWatcher<Answer>::finished, this, [this, watcher, number, theme = coding.theme] {
            watcher->deleteLater();
            if (watcher->future().resultCount() > 0)
                add(number, theme, watcher->result());
        });
        watcher->setFuture(m_collection->explainTheme(story.row.id, coding.theme));
    }
}

void ThemeExplanations::add(quint64 number, int theme, const Result<ThemeModel::Explanation> &explanation)
{
    if (number != m_number)
        return;
    if (explanation)
        m_themes.insert(theme, *explanation);
    if (--m_waiting == 0)
        emit found(m_story, m_themes);
}

} // namespace tidemark
