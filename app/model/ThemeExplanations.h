#pragma once

#include "collection/Collection.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace tidemark {

/// By theme: what spoke for and against it, where a model coded it.
using ExplainedThemes = QHash<int, ThemeModel::Explanation>;

/// Fetches what a model's codings of a story are made of. The latest wish wins.
class ThemeExplanations final : public QObject
{
    Q_OBJECT

public:
    explicit ThemeExplanations(Collection *collection, QObject *parent = nullptr);

    void ask(const StoryPage &story);

signals:
    /// Not sent where no model coded the story.
    void found(tidemark::StoryId story, const tidemark::ExplainedThemes &themes);

private:
    void add(quint64 number, int theme, const Result<ThemeModel::Explanation> &explanation);

    QPointer<Collection> m_collection;
    StoryId m_story = noStory;
    ExplainedThemes m_themes;
    qsizetype m_waiting = 0;
    quint64 m_number = 0;
};

} // namespace tidemark
