#pragma once

#include "collection/Coding.h"
#include "collection/CollectionFacts.h"
#include "collection/FetchReport.h"
#include "collection/Job.h"
#include "collection/Learning.h"
#include "collection/RuleTrial.h"
#include "collection/Suggesting.h"
#include "import/ImportReport.h"
#include "index/Selection.h"
#include "source/Reader.h"
#include "store/CodebookTables.h"
#include "store/CoderTables.h"
#include "story/Result.h"
#include "story/StoredStory.h"
#include "story/StoryRow.h"
#include "theme/CodebookEditing.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace tidemark {

struct PortraitQuestion;
struct ThemePortrait;

/// What to ask of a filter, beside the stories themselves.
struct SelectionQuestion
{
    Filter filter;
    std::optional<TimelineQuestion> timeline;
    bool facets = true;
    /// true (the window): a facet with any-of choices, and the timeline, are answered without their own term, so
    /// that the alternatives stay visible; what is excluded, as if the filter said nothing of its facet. false (the
    /// command line): the whole filter applies everywhere.
    bool keepAlternatives = false;
    QStringList attributeFacets{}; ///< the attributes whose values are counted too
    /// With the order by relevance, where the filter looks for words and selects at most Selection::mostRanked.
    bool ranked = false;
    /// Until the index is there, the answer may be a Selection::isPreview(); otherwise it waits for the index.
    bool mayBePreview = false;
    bool askStoreAgain = false; ///< words and attributes anew, even if known from an earlier question
};

/// The face of one collection: open, select, read, import, code, mark, withdraw, undo. It hides that SQLite is
/// beneath: no rowids, SQL or connections.
///
/// Lives in the thread that opened it; every call returns at once with a QFuture, except where it says that it
/// only reads what is in memory. Answers may be waited for from the command line; the window uses watchers.
/// Signals come in the owner's thread.
class Collection final : public QObject
{
    Q_OBJECT

public:
    ~Collection() override; ///< cancels what runs and waits for it to stop whole

    /// Opens a collection, or makes an empty one at a path where nothing is (if create). Takes as long as
    /// reading the index does, as a rule: call it in the pool and move on with the answer, or wait on the command
    /// line. The returned object belongs to `owner`'s thread.
    enum class Missing { Fail, Create };
    /// Prompt (the window): what an import brings is there while it runs, and nobody waits for the index. It is
    /// read while what was kept of the answer to the empty filter can be shown (SelectionQuestion::mayBePreview);
    /// all other questions and all changes wait for it. Where the one that was kept is older than the stories, or
    /// isn't there, what is known is shown while a new one is made (facts().isCounting), and after great changes it
    /// is left to the next opening rather than written at closing.
    enum class Manner { Thorough, Prompt };
    static Result<std::unique_ptr<Collection>> open(const QString &path, Missing missing, QThread *owner = nullptr,
                                                    Manner manner = Manner::Thorough);

    // In memory, at once.
    [[nodiscard]] QString path() const;
    [[nodiscard]] CollectionFacts facts() const;
    [[nodiscard]] KnownNames names() const; ///< for parsing filters

    // Questions. A filter's words that the full text can't run come as an Error of kind Usage.
    QFuture<Result<Selection>> select(const SelectionQuestion &question);
    Job<Selection> ask(const SelectionQuestion &question); ///< the same, for those who may change their mind
    /// The question's answer is wanted no longer: it ends with an Error of kind Cancelled, if it didn't end before.
    void cancel(const Job<Selection> &question);
    /// What a rule that somebody writes would do.
    Job<RuleTrial> tryRule(const RuleQuestion &question);
    void cancel(const Job<RuleTrial> &question);
    /// How the stories of a filter are spread over themes and something else.
    Job<ThemeTable> tableThemes(const Filter &filter, const ThemeTableQuestion &question);
    /// What a theme is like within the stories of a filter: for its page.
    Job<ThemePortrait> portrayTheme(const PortraitQuestion &question);
    /// What a list shows. Openings with authors' names as they stand, or hidden as person-N.
    QFuture<Result<QVector<StoryRow>>> rows(const QVector<StoryId> &ids, bool authorsShown = false);
    QFuture<Result<StoryPage>> story(StoryId id);
    /// The stories that answer it, by time; at most so many.
    QFuture<Result<QVector<StoryId>>> repliesTo(StoryId id, int most);
    /// A story and its near-copies.
    QFuture<Result<QVector<StoryId>>> copiesOf(StoryId id);
    /// Whole stories in the order of the ids, in chunks, on one thread; visit returns an Error to stop.
    Job<std::monostate> stream(const QVector<StoryId> &ids, std::function<Result<>(const StoryPage &)> visit);
    /// For exports: stories as they lie in the store, on several threads, in chunks that are written in the order
    /// of the ids.
    using MakeChunk = std::function<std::unique_ptr<StoryChunk>()>;
    Job<std::monostate> streamChunks(const QVector<StoryId> &ids, const StoredParts &parts, MakeChunk make);
    /// What an import set aside, page by page: behind a record's number (0: from the first), at most so many, and
    /// fewer where they are long. An empty page ends them.
    QFuture<Result<QVector<RejectedRecord>>> rejectedRecords(qint64 run, qint64 after, qint64 most);

    // Learning themes and voices from what was coded by hand.
    Job<Evaluation> evaluateThemes(const EvaluationQuestion &question);
    /// Learns and says how good it is and what it would change; changes nothing.
    Job<Training> trainThemes(const TrainingQuestion &question);
    /// Lets what was learned code these themes and voices over the whole collection. One undoable action.
    Job<std::monostate> applyTraining(const Training &training, const QVector<Label> &labels);
    Job<std::monostate> recode(); ///< applies the rules, and the models in force, to all stories anew
    Job<std::monostate> codeByRules(const QVector<Label> &labels); ///< likewise: back to the rules
    QFuture<Result<QVector<LabelCoder>>> labelCoders();            ///< the themes and voices that a model codes
    QFuture<Result<QVector<HandCount>>> handCounts();              ///< of each theme and voice coded by hand
    Job<SuggestedStories> suggestStories(const SuggestionQuestion &question);
    /// What spoke for and against a theme or a voice that a model codes, in one story.
    QFuture<Result<ThemeModel::Explanation>> explain(StoryId id, Label label);

    // Bringing stories in and taking them out.
    Job<ImportReport> import(const QString &path, const ReaderOptions &options);
    /// Reads the records that an import set aside once more, as a new import of the same source: with other
    /// options, and with the contents that were edited (by number of record). Those that still can't be read are
    /// set aside again.
    Job<ImportReport> retryRejected(qint64 run, const ReaderOptions &options,
                                    const QHash<qint64, QByteArray> &edited);
    /// Writes them to a new file (import/RejectedLines.h); gives their number.
    Job<qint64> exportRejected(const QVector<ImportRunFacts> &runs, const QString &path);
    Job<qint64> undoImport(qint64 run); ///< gives the number of stories that went
    Job<qint64> removeSource(qint64 source, bool withStories);
    /// Someone asks to be left out: text, author, full text and raw record go, a tombstone stays; gives the
    /// number of stories that were there. Not undoable. Ends when the words have left the file.
    Job<qint64> forget(const QVector<StoryId> &ids);

    // What is asked over the network. Nothing but these two opens a connection.
    /// Fetches what is new, one source after another; each page is there as soon as it came. How each went is in
    /// its outcome. Answered for every subscription that was asked for.
    Job<QVector<SourceFetch>> fetch(const FetchQuestion &question);
    /// Before recheck(): sentences about what may cost money.
    Job<QStringList> costsOfRecheck();
    /// Asks the platforms whether stories still stand: what was deleted there goes here, what is out of sight there
    /// is hidden (store/HiddenStories.h), and where nobody answers nothing changes. secrets: as FetchQuestion's.
    Job<RecheckReport> recheck(const QHash<qint64, QString> &secrets);

    Job<qint64> addSubscription(const Subscription &subscription); ///< gives its number
    Job<std::monostate> changeSubscription(const Subscription &subscription);
    Job<qint64> removeSubscription(qint64 number, bool withStories); ///< gives the number of stories that went
    /// Keeps a token or password for all subscriptions of this service, server and account; empty: takes it away.
    Job<SecretKept> keepSecret(const Subscription &subscription, const QString &secret);

    /// Codings by hand that stand in columns of the stories; with a coder's name, as what this one of several said.
    Job<LabelReport> label(const QVector<ColumnLabel> &labels, const QString &coder);
    QFuture<Result<CoderAnswers>> coderAnswers(int theme);
    QFuture<Result<CoderAnswers>> coderVoices();
    /// What a coder said of these stories already.
    QFuture<Result<QHash<StoryId, CoderSheet>>> coderSheets(const QString &coder, const QVector<StoryId> &ids);
    Job<QVector<ThemeAgreement>> agreements(quint32 seed = 1); ///< of what two coders answered on
    /// What a coder says of one story. Undoable.
    Job<std::monostate> recordAnswers(const CodedAnswers &answers);
    /// What coders agree upon who had differed becomes the coding by hand; their answers stay. Undoable.
    Job<std::monostate> settle(StoryId story, int theme, bool present);
    Job<std::monostate> settleVoice(StoryId story, Voice voice);

    // What a reader does. Each is one undoable action over all the ids. Themes are those of the codebook in
    // force when it is asked: if another one is when its turn comes, nothing is done, and an Error says so.
    enum class Mark { Read, Starred, DoNotQuote };
    Job<std::monostate> setMark(const QVector<StoryId> &ids, Mark mark, bool on);
    Job<std::monostate> setTheme(const QVector<StoryId> &ids, int theme, std::optional<bool> present);
    Job<std::monostate> setVoice(const QVector<StoryId> &ids, std::optional<Voice> voice);
    Job<std::monostate> setNote(const QVector<StoryId> &ids, const QString &note); ///< empty: removes it
    /// Changes a theme's name, definition or rule; a changed rule re-codes the collection. Undoable.
    Job<std::monostate> setThemeDefinition(const Theme &theme);
    /// The whole codebook at once; what is to change may be seen with codebookChanges(). With it, what somebody
    /// said of stories while changing it. Undoable.
    Job<std::monostate> setCodebook(const Codebook &codebook, const QVector<HandThemes> &codings = {});
    /// One theme becomes part of another (theme/CodebookEditing.h). What people said has the one that goes has the
    /// kept one then; what they said hasn't it stays with the retired one. Undoable.
    Job<std::monostate> mergeThemes(int kept, int gone);
    /// A part of a theme becomes one of its own. stories: those of the theme that are meant; where words don't
    /// divide the rules, they are coded by hand. Undoable.
    Job<std::monostate> splitTheme(const ThemeSplit &split, const QVector<StoryId> &stories);
    QFuture<Result<QVector<CodebookVersion>>> codebookVersions(); ///< newest first: the one in force

    // Several codebooks (facts().shelf), of which one is in force, by their numbers. Undoable.
    /// Adds one; its title is to be one of its own.
    Job<std::monostate> addCodebook(const Codebook &codebook);
    Job<std::monostate> renameCodebook(qint64 number, const QString &title); ///< the one in force, too
    /// Not the one in force. With it goes what was coded under it, when the collection is opened the next time.
    Job<std::monostate> deleteCodebook(qint64 number);
    /// Brings another one into force: every story is coded anew by its rules and models, and what people said under
    /// it is back; what they said under the one before is kept with that one. Stopped or failed: nothing changed.
    Job<std::monostate> useCodebook(qint64 number);
    /// All dated events at once. Undoable.
    Job<std::monostate> setEvents(const QVector<DatedEvent> &events);
    /// Opening a story marks it read without making an undoable action.
    Job<std::monostate> noteRead(StoryId id);

    [[nodiscard]] QString undoText() const; ///< "Star 3 stories"; empty: nothing to undo
    [[nodiscard]] QString redoText() const;
    Job<std::monostate> undo();
    Job<std::monostate> redo();

    // Settings that go with the collection.
    Job<std::monostate> setTimeZone(const QTimeZone &zone);
    Job<std::monostate> setShowAuthors(bool show);
    Job<std::monostate> setPublicAccounts(const QStringList &handles);
    Job<std::monostate> setKeepRawRecords(bool keep); ///< each record as it came, for imports from now on
    Job<std::monostate> setTicked(const QString &attribute, bool ticked); ///< a personal-looking column
    /// Free-form, e.g. the last filter. No change is signalled; a read-only collection remembers it until closed.
    Job<std::monostate> setSetting(const QString &key, const QString &value);
    [[nodiscard]] QString setting(const QString &key) const; ///< in memory

    // The file as a whole.
    /// SQLite's backup: safe while open. The collection remembers the copy, which holds what is forgotten later on.
    Job<std::monostate> saveCopy(const QString &path);
    Job<QStringList> check(); ///< what is wrong, one sentence each; empty: the collection is whole

signals:
    void codebookWished(const tidemark::Codebook &codebook); ///< asked for, and not in force yet
    void changed(const tidemark::CollectionChange &change);
    void undoChanged();

private:
    class Private;
    explicit Collection(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace tidemark
