#pragma once

#include "collection/Collection.h"

#include <QObject>
#include <QPointer>

namespace tidemark {

/// What one coder sets out to code.
struct CodingList
{
    QVector<StoryId> stories; ///< in the order in which they are to be coded
    ThemeSet themes;          ///< each is answered with yes or no for every story
    QString coder;
    bool asksVoice = false; ///< and the voice is to be chosen
    bool isBlind = false;   ///< what others said is hidden, and stays in force
    QString remark = {};    ///< what the coder is told along with the progress
};

/// A coder's way through a list: the story to code, its answers so far, recording them, passing over. Where it is
/// undone, a story is to be coded again, and the round goes back to it. Where another codebook comes into force,
/// the round ends: its themes are not that one's.
class CodingRound final : public QObject
{
    Q_OBJECT

public:
    explicit CodingRound(Collection *collection, QObject *parent = nullptr);

    void begin(const CodingList &list); ///< and finds out what this coder coded of it before
    void end();

    [[nodiscard]] bool isUnderWay() const { return !m_list.stories.isEmpty(); }
    [[nodiscard]] const CodingList &list() const { return m_list; }
    [[nodiscard]] StoryId story() const; ///< noStory: all is coded or passed over, or nothing is under way
    [[nodiscard]] ThemeSet present() const { return m_present; }         ///< what is answered and not recorded yet
    [[nodiscard]] std::optional<Voice> voice() const { return m_voice; } ///< likewise
    [[nodiscard]] bool canRecord() const;  ///< a story is there, and its voice is chosen where that is asked
    [[nodiscard]] qsizetype coded() const; ///< stories with an answer on all that is asked

    void goTo(StoryId story); ///< one of the list's
    void set(int theme, bool present);
    void setVoice(Voice voice);
    /// The answers on the story, and goes to the next one that isn't coded; back to it where they can't be written.
    Job<std::monostate> record();
    void skip();
    /// Done once all that was recorded is written, or couldn't be.
    [[nodiscard]] QFuture<Result<std::monostate>> recorded() const { return m_recorded; }

signals:
    void begun(); ///< before anything is known of its stories
    void storyChanged(tidemark::StoryId story);
    void answersChanged();
    void progressed();
    void ended();

private:
    [[nodiscard]] bool isCoded(StoryId story) const;
    void readSheets(const QVector<StoryId> &stories);
    void adopt(const QVector<StoryId> &stories, const QHash<StoryId, CoderSheet> &sheets);
    void readAgainUnlessKept(StoryId story, const QFuture<Result<std::monostate>> &recorded);
    void follow(const CollectionChange &change);
    void takeUp(qsizetype at); ///< the story at a place of the list; -1: none
    /// The first one behind this place that isn't coded, from the beginning at the end.
    void goToNext(qsizetype behind);

    QPointer<Collection> m_collection;
    CodingList m_list;
    QHash<StoryId, CoderSheet> m_sheets;
    QSet<StoryId> m_skipped;
    QFuture<Result<std::monostate>> m_recorded
        = QtFuture::makeReadyFuture(Result<std::monostate>(std::monostate()));
    qsizetype m_at = -1;
    ThemeSet m_present;
    std::optional<Voice> m_voice;
    qint64 m_codebook = 0; ///< the one whose themes are in question
    quint64 m_number = 0;  ///< of the list; what was asked about an earlier one is void
};

/// What a coder may see of a story in a blind round: no codings, and no columns, which may hold some.
void hideCodings(StoryRow &row);
StoryPage withoutCodings(StoryPage page);

} // namespace tidemark
