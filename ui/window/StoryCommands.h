#pragma once

#include "collection/Collection.h"
#include "model/SharedMarks.h"
#include "model/SharedThemes.h"

#include <QObject>
#include <QTimer>

#include <functional>

class QMenu;
class QWidget;

namespace tidemark {

class CodingRound;
class JobBar;
class NoteDialog;
class ReadingPane;
class StoryListModel;
class StoryListView;
class WindowActions;
struct LiveMenus;

/// What a reader does to stories: marks, notes, themes and voice by hand, forgetting. Works on what is selected in
/// the list, or on a story that is read though it isn't listed, as one action, which can be undone where it isn't
/// forgetting.
class StoryCommands final : public QObject
{
    Q_OBJECT

public:
    StoryCommands(Collection *collection, StoryListView *list, StoryListModel *model, JobBar *jobs,
                  WindowActions *actions, const LiveMenus &menus, QWidget *window);

    /// While a round is under way, keys, menus and palette answer for the story that is coded.
    void setCodingRound(CodingRound *round) { m_round = round; }

    /// Where a note on the story that is read is written, and what dialogs about it leave in sight.
    void setReading(ReadingPane *reading);

    void setMark(const QVector<StoryId> &stories, Collection::Mark mark, bool on);
    void setTheme(const QVector<StoryId> &stories, int theme, std::optional<bool> present);
    void setVoice(const QVector<StoryId> &stories, std::optional<Voice> voice);
    void setNote(const QVector<StoryId> &stories, const QString &note);

signals:
    void readMarked(); ///< by hand, as read or unread

private:
    [[nodiscard]] const StoryRow *known(StoryId story) const; ///< listed, or in the pane; null: not loaded
    /// Whose marks say what a command would do: the current story's, or those of the first chosen. Null: none, or
    /// not loaded.
    [[nodiscard]] const StoryRow *decidingRow() const;
    /// Of the one that is chosen, or (from the pool) what all that are chosen share.
    void withMarks(const std::function<void(const QVector<StoryId> &, const SharedMarks &)> &then);
    void toggleMark(Collection::Mark mark);
    void sayMarks(const SharedMarks &marks); ///< in the words of the actions
    void sayMarksOfChosen();
    void editNote();
    NoteDialog *openNote(const QVector<StoryId> &stories, const QString &note);
    void withSharedThemes(const std::function<void(const QVector<StoryId> &, const SharedThemes &)> &then);
    template<typename Shared, typename Look>
    void withShared(Look look, const std::function<void(const QVector<StoryId> &, const Shared &)> &then);
    [[nodiscard]] bool isOneChosen() const;
    [[nodiscard]] bool isBlind() const;
    [[nodiscard]] bool isChosenCoding() const;
    [[nodiscard]] bool isCoding(const QVector<StoryId> &stories) const; ///< they are the one story of a round
    void toggleTheme(int theme);
    void openThemePalette();
    void forgetSelected();
    void tellForgotten(qint64 gone);
    void updateWords(); ///< of the actions whose words depend on the story
    void fillThemes(QMenu *menu);
    void fillVoices(QMenu *menu);

    Collection *m_collection;
    StoryListView *m_list;
    StoryListModel *m_model;
    JobBar *m_jobs;
    WindowActions *m_actions;
    QWidget *m_window;
    ReadingPane *m_reading = nullptr;
    CodingRound *m_round = nullptr;
    QTimer m_wordsSoon; ///< what is chosen changes many times at once
};

} // namespace tidemark
