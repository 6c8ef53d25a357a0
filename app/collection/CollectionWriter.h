#pragma once

#include "collection/Action.h"
#include "collection/CollectionState.h"
#include "collection/Learning.h"
#include "collection/UndoStack.h"
#include "fetch/PageSource.h"
#include "import/Importer.h"
#include "source/Reader.h"
#include "source/Record.h"
#include "store/Store.h"
#include "story/Progress.h"
#include "story/Result.h"
#include "theme/CodebookEditing.h"

#include <functional>
#include <future>
#include <limits>
#include <memory>

namespace tidemark {

/// What the writer thread owns: the writing connection, a reading one to see what came of it, and the undo stack.
/// After each change it publishes the new snapshot and facts and says so; only then is the job done.
class CollectionWriter final
{
public:
    /// On the writer thread. A read-only collection is an Error with the reason.
    static Result<std::unique_ptr<CollectionWriter>> make(const Store &store, CollectionState &state);

    void interrupt() { m_reader->interrupt(); } ///< any thread

    // Stories.
    Result<ImportReport> import(const QString &path, const ReaderOptions &options, Progress &progress);
    Result<ImportReport> retryRejected(qint64 run, const ReaderOptions &options,
                                       const QHash<qint64, QByteArray> &edited, Progress &progress);
    using TakeOut = std::function<Result<TouchedStories>(StoreWriter &, Progress &)>;
    Result<qint64> takeOut(const TakeOut &takeOut, Progress &progress); ///< gives the number that went

    /// Finds the near-copies among what is new, and tells of them. Cancelled: it goes on another time.
    Result<> groupCopies(const Progress &progress);
    Result<> groupCopiesAtClosing(); ///< those few that were left for idle time; tells nobody

    // What is fetched.
    Result<ImportReport> importPage(const StoredSubscription &stored, const FetchedPage &page, Progress &progress);
    Result<> finishPages(qint64 run);
    Result<qint64> importStandings(std::vector<Record> records, const QVector<StoryId> &visibleAgain,
                                   Progress &progress); ///< gives the number of stories that were changed

    // Actions.
    Result<> act(const Action &action, Progress &progress);
    Result<> unact(UndoStack::Direction direction, Progress &progress);
    Result<> noteRead(StoryId id);
    /// Takes codings out of columns of the stories: in force, or as what one of several coders said.
    Result<LabelReport> label(const QVector<ColumnLabel> &labels, const QString &coder, Progress &progress);
    /// See Collection.
    Result<> mergeThemes(int kept, int gone, Progress &progress);
    Result<> splitTheme(const ThemeSplit &split, const QVector<StoryId> &stories, Progress &progress);
    Result<> addCodebook(const Codebook &codebook);
    Result<> giveTitle(qint64 codebook, const QString &title);
    Result<> forgetDeletedCodebooks() { return m_writer->forgetDeletedCodebooks(); }
    Result<> labelVoices(QVector<HandVoice> voices, const QString &coder, Progress &progress);
    Result<> applyModel(const ThemeModel &model, const QVector<Label> &labels, Progress &progress);

    // Settings.
    using Set = std::function<Result<>(StoreWriter &)>;
    Result<> set(const Set &set, const CollectionChange &change);
    Result<> setSetting(const QString &key, const QString &value);

    /// Stories that changed: what a window's closing writes within a blink.
    static constexpr qint64 mostKeptAtClosing = 20'000;
    /// Writes into the file what of the index isn't there yet, for the next opening.
    /// Unless more stories than so many changed since it was kept.
    Result<> keepIndex(const Progress &progress, qint64 mostChanged = std::numeric_limits<qint64>::max());
    /// The same, unless so few stories changed that closing can do it.
    Result<> keepIndexIfWorthIt(const Progress &progress);
    /// Makes the index anew where it is older than the store.
    Result<> renewIndex(const Progress &progress);
    /// A piece of work for idle time: a short one, or one that ends when it is cancelled. True: there is more.
    Result<bool> tidyUp(const Progress &progress);

    Result<> recodeAll(Progress &progress); ///< by rules and models

private:
    CollectionWriter(const Store &store, std::unique_ptr<StoreWriter> writer, std::unique_ptr<StoreReader> reader,
                     CollectionState &state);

    Result<ImportReport> importFrom(Reader &reader, ImportOptions options, Progress &progress);
    /// New stories among many, which are left for idle time.
    Result<bool> hasFewUngrouped();
    /// As groupCopies(), but few are left.
    Result<> groupCopiesOfMany(const Progress &progress);
    /// allIsIn: see ImportOptions::whenAllIsIn.
    using ImportAll = std::function<Result<ImportReport>(const RuleCoder &rules, const BatchVisitor &visit,
                                                         const std::function<void()> &allIsIn)>;
    Result<ImportReport> importAndFollow(const ImportAll &import, const Progress &progress);
    Result<DoneAction> perform(const Action &action, Progress &progress);
    Result<DoneAction> setEvents(const SetEvents &action);
    Result<DoneAction> setCoders(const SetLabelCoders &action, Progress &progress);
    Result<DoneAction> define(const Theme &theme, Progress &progress);
    Result<DoneAction> changeCodebook(const SetCodebook &action, Progress &progress);
    Result<DoneAction> useCodebook(const UseCodebook &action, Progress &progress);
    Result<DoneAction> keepCodebook(const KeepCodebook &action);
    Result<DoneAction> renameCodebook(const RenameCodebook &action);
    Result<QVector<LabelCoder>> backToRules(const QVector<int> &themes);
    Result<> follow(const TouchedStories &touched, CollectionChange change);
    Result<> followChange(const TouchedStories &touched, CollectionChange change);
    /// Begins to find near-copies on a thread of its own, and then to make the index of all stories; whoever makes
    /// it anew next takes that one.
    void workAhead(const Progress &progress);
    /// Writes what was found ahead.
    Result<> groupFoundCopies();
    [[nodiscard]] bool needsNewIndex(const TouchedStories &touched) const; ///< too much to follow one by one; a
                                                                           ///< story that several batches touched
                                                                           ///< counts for each
    Result<> readIndexAnew(Snapshot &snapshot);
    Result<> followIndex(const TouchedStories &touched, const CollectionChange &change, Snapshot &snapshot);
    void publishUndo();

    const Store &m_store;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
    CollectionState &m_state;
    UndoStack m_undo;
    // Not valid: none was begun.
    std::future<Result<std::optional<FoundCopies>>> m_copiesAhead;
    std::future<Result<StoreReader::GeneratedIndex>> m_indexAhead;
    bool m_isBehind = false; ///< a change could not be followed: the snapshot isn't the store's
};

} // namespace tidemark
