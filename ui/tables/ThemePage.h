#pragma once

#include "collection/Collection.h"
#include "filter/FilterHistory.h"

#include <QDialog>
#include <QPointer>

class QComboBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QVBoxLayout;

namespace tidemark {

class Covering;
class PlainTable;
class TimelineView;
struct ThemePortrait;

/// The page of a theme, over the stories of the filter that was in force when it was opened: what it means, what
/// finds it, how good that is, when it was said, in which words, with which other themes, and in which stories.
class ThemePage final : public QDialog
{
    Q_OBJECT

public:
    ThemePage(Collection *collection, FilterHistory *history, Covering *covering, QWidget *parent);

    void showTheme(const QString &id); ///< the codebook's first, where it has none of that id

signals:
    void storyWished(tidemark::StoryId story);

private:
    void layOut();
    QLabel *addHeading(QVBoxLayout *layout, const QString &text);
    QListWidget *makeStories(const QString &name, const QString &accessibleName);
    void fillThemes();
    void ask();
    void showNothing();
    void take(const ThemePortrait &portrait);
    void showStories(QListWidget *list, const QVector<StoryId> &ids);
    void filterBy(const TimeSpan &span);      ///< the theme, and a span of it
    [[nodiscard]] const Theme *theme() const; ///< null: the codebook has none

    QPointer<Collection> m_collection;
    FilterHistory *m_history;
    QPointer<Covering> m_covering;
    Filter m_filter;
    Codebook m_codebook;
    FilterHistory::Gesture m_gesture = FilterHistory::Gesture::None;
    quint64 m_number = 0;
    QComboBox *m_theme;
    QLabel *m_scope;
    QLabel *m_definition;
    QPlainTextEdit *m_rule;
    QLabel *m_figures;
    TimelineView *m_volume;
    QLabel *m_wordsMethod;
    PlainTable *m_words;
    PlainTable *m_companions;
    QLabel *m_storiesMethod;
    QListWidget *m_typical;
    QListWidget *m_doubtful;
};

} // namespace tidemark
