#pragma once

#include "store/CodebookShelf.h"
#include "store/CodebookTables.h"
#include "store/CodedStory.h"
#include "store/CoderTables.h"
#include "store/FoundCopies.h"
#include "store/HiddenStories.h"
#include "store/ModelTables.h"
#include "store/StoreFacts.h"
#include "story/DatedEvent.h"
#include "story/Progress.h"
#include "story/Result.h"
#include "story/Subscription.h"
#include "theme/Codebook.h"
#include "theme/RuleCoder.h"
#include "theme/ThemeModel.h"

#include <memory>
#include <span>

namespace tidemark {

class Connection;
class ImportTables;
class Store;
struct WriterTables;

/// What a new model codes from now on, and what coded it before.
struct AppliedModel
{
    QVector<LabelCoder> coders;
    QVector<LabelCoder> before;
};

/// Changes a collection, over a connection of its own, on one thread: the one that made it (Store::writer()).
/// Every function is one transaction: done whole or not at all. Setters give the previous values in the form
/// that they take, so that undoing is setting.
class StoreWriter final
{
public:
    ~StoreWriter();
    Q_DISABLE_COPY_MOVE(StoreWriter)

    // What a reader does.
    /// Gives the stories whose mark is different now: undo is setMark(those, mark, !on).
    Result<QVector<StoryId>> setMark(std::span<const StoryId> ids, StoryMark mark, bool on);
    Result<QVector<HandTheme>> setTheme(int theme, const QVector<HandTheme> &values);
    Result<QVector<HandTheme>> setTheme(int theme, std::span<const StoryId> ids, std::optional<bool> present);
    Result<QVector<HandVoice>> setVoice(const QVector<HandVoice> &values);
    Result<QVector<HandVoice>> setVoice(std::span<const StoryId> ids, std::optional<Voice> voice);
    Result<QVector<HandNote>> setNotes(const QVector<HandNote> &notes);

    /// What one of several coders said; see store/CoderTables.h.
    Result<> addCoderCodings(int theme, const QString &coder, const QVector<HandTheme> &values);
    /// Answers in force, and of coders, at once; gives what was different before. See store/CoderTables.h.
    Result<RecordedAnswers> record(const RecordedAnswers &answers, InForce inForce);

    Result<QVector<DatedEvent>> setEvents(const QVector<DatedEvent> &events);

    /// Changes the codebook and codes every story anew where its version changed; gives what takes it back.
    /// Cancelled or failed: nothing changed.
    Result<CodebookChange> changeCodebook(const CodebookChange &change, Progress &progress);
    // Several codebooks; see store/CodebookShelf.h.
    Result<qint64> addCodebook(const Codebook &codebook); ///< gives its number; it isn't kept yet
    Result<bool> keepCodebook(qint64 number, bool kept);
    Result<bool> renameCodebook(qint64 number, const QString &title);
    Result<qint64> useCodebook(qint64 number, Progress &progress); ///< gives the number of the one before
    Result<> forgetDeletedCodebooks();
    /// Codes every story by the rules in force, noting their version, and by the models. Cancelled or failed:
    /// nothing changed.
    Result<> recode(Progress &progress);

    // What was learned.
    /// Keeps a model and lets it code these themes and voices from now on, over all stories.
    Result<AppliedModel> applyModel(const ThemeModel &model, int codebookVersion, const QVector<Label> &labels,
                                    const HitFinder &finder, Progress &progress);
    /// Lets rule or model code these themes and voices from now on, over all stories; gives what coded them before.
    Result<QVector<LabelCoder>> setLabelCoders(const QVector<LabelCoder> &coders, const HitFinder &finder,
                                               Progress &progress);

    // Taking stories out. Progress counts stories. Each returns when their words have left the file and its WAL.
    /// Takes an import back: its stories go unless another source brought them too; its reposts, attributes and
    /// newer texts go. Stories taken back by their authors stay away.
    Result<TouchedStories> undoRun(qint64 run, Progress &progress);
    /// Without stories: they stay and no longer name the source.
    Result<TouchedStories> removeSource(qint64 source, bool withStories, Progress &progress);
    /// Everything about the stories goes, a keyed tombstone stays, and no later import brings them back.
    Result<TouchedStories> forget(std::span<const StoryId> ids, Progress &progress);
    /// The same for stories that were hidden before a moment (store/HiddenStories.h).
    Result<TouchedStories> purgeHidden(Instant hiddenBefore, Progress &progress);

    /// Whether an import took stories back whose traces it takes out at its end (store/Purging.h).
    Result<bool> isPurgeDue();

    /// Finds the near-copies among the stories that came or changed (store/CopyGrouping.h), as far as it gets
    /// before it is cancelled, which is no Error. True: some were compared.
    Result<bool> groupCopies(const Progress &progress);
    /// Writes what was found since the last change of stories.
    Result<> writeCopies(FoundCopies found);
    /// How many stories it would have to compare with the others.
    Result<qint64> ungroupedStories();

    /// Takes the first records that an import set aside out of the collection.
    Result<> forgetRejections(qint64 run, qint64 count);

    /// Forgets the values of attributes that no story has any more, where an import that ended too early left that.
    Result<> settleValues(const Progress &progress);
    /// A short step of the merging that a large import leaves to idle time. True: there is more to do.
    Result<bool> mergeFullTextStep();

    // What is asked over the network.
    Result<qint64> addSubscription(const Subscription &subscription); ///< gives its number
    Result<> changeSubscription(const Subscription &subscription);
    Result<> noteOutcome(qint64 subscription, const SubscriptionState &state); ///< of a fetch
    Result<> notePlace(qint64 subscription, const QString &place);
    Result<> notePaid(qint64 subscription, int posts);
    Result<> checkQuestion(const Subscription &subscription); ///< that it is the one in the collection
    /// Its stories stay unless they are to go as well; those that another source brought stay in any case.
    Result<TouchedStories> removeSubscription(qint64 subscription, bool withStories, Progress &progress);

    // Settings.
    Result<> setTimeZone(const QTimeZone &zone);
    Result<> setShowAuthors(bool show);
    Result<> setPublicAccounts(const QStringList &handles);
    Result<> setInvented(bool invented);
    Result<> setKeepRawRecords(bool keep);
    Result<> setTicked(const QString &attribute, bool ticked);
    Result<> setSetting(const QString &key, const QString &value); ///< free-form; empty value: removed
    Result<> noteSavedCopy(const QString &path); ///< a copy of the collection was saved there just now

    /// Keeps the index that was made from a generation (StoreReader::generation()) in the collection, so that the
    /// next opening reads it back. Nothing happens if the collection has moved on since.
    Result<> keepIndex(const StoryIndex &index, qint64 generation, const Progress &progress);
    /// The same with its overview alone, which keepIndex() keeps too, but in the time zone of that moment.
    Result<> keepOverview(const StoryIndex &index, qint64 generation);

    /// The part that imports use: stories with identity and provenance, reposts, withdrawals, runs.
    [[nodiscard]] ImportTables &importTables() { return *m_imports; }

    [[nodiscard]] QString path() const;

private:
    friend class Store;
    Result<TouchedStories> takeBackForGood(const QVector<LeavingStory> &stories, Progress &progress);

    StoreWriter(std::unique_ptr<Connection> connection, const QByteArray &pseudonymKey);

    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<WriterTables> m_tables;
    std::unique_ptr<ImportTables> m_imports;
};

} // namespace tidemark
