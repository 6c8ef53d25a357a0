#pragma once

#include "collection/Collection.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace tidemark {

/// By theme or voice: what spoke for and against it, where a model coded it.
using ExplainedLabels = QHash<Label, ThemeModel::Explanation>;

/// Fetches what a model's codings of a story are made of. The latest wish wins.
class ThemeExplanations final : public QObject
{
    Q_OBJECT

public:
    explicit ThemeExplanations(Collection *collection, QObject *parent = nullptr);

    void ask(const StoryPage &story);

signals:
    /// Not sent where no model coded the story.
    void found(tidemark::StoryId story, const tidemark::ExplainedLabels &labels);

private:
    void ask(Label label);
    void add(quint64 number, Label label, const Result<ThemeModel::Explanation> &explanation);

    QPointer<Collection> m_collection;
    StoryId m_story = noStory;
    ExplainedLabels m_labels;
    qsizetype m_waiting = 0;
    quint64 m_number = 0;
};

} // namespace tidemark
