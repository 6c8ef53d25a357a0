#pragma once

#include "filter/WordQuery.h"
#include "index/CopyGroups.h"
#include "index/Overview.h"
#include "store/CodebookShelf.h"
#include "store/CodebookTables.h"
#include "store/CoderTables.h"
#include "store/FoundCopies.h"
#include "store/ModelTables.h"
#include "store/StoreFacts.h"
#include "store/SubscriptionTable.h"
#include "story/DatedEvent.h"
#include "story/Progress.h"
#include "story/Result.h"
#include "story/StoryRow.h"
#include "theme/Codebook.h"
#include "theme/CodedText.h"

#include <array>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace tidemark {

class Connection;
class Selection;
class Store;
class StoryPages;
class WordFinder;
struct FoundAttributes;
struct Ranking;
struct WantedAttribute;

/// Answers questions about a collection over a connection of its own. Used on one thread, the one that made it
/// (Store::reader()), except for interrupt(). Every question sees one moment of the collection,
/// but rows(): there each row does.
class StoreReader final
{
public:
    ~StoreReader();
    Q_DISABLE_COPY_MOVE(StoreReader)

    /// Any thread: the question under way ends with an Error of kind Cancelled; without one it does nothing.
    void interrupt();

    // What the index is made from. Themes and voices are those in force.
    struct GeneratedIndex
    {
        StoryIndex index;
        qint64 generation = 0; ///< of what it was made from
    };
    Result<GeneratedIndex> makeIndex(); ///< of all stories, which are read one by one
    /// The index that was kept (StoreWriter::keepIndex), if it is undamaged: of generation() or an older one,
    /// unless only one generation is asked for.
    Result<std::optional<GeneratedIndex>> keptIndex(std::optional<qint64> only = std::nullopt);
    /// What was kept of the answer to the empty filter: of generation(), and undamaged.
    Result<std::optional<Overview>> overview();
    /// An index of the stories that came last, for as long as there is none of all.
    Result<GeneratedIndex> newestIndex(int stories);
    Result<qint64> generation(); ///< raised by every change of what the index is made from
    Result<IndexContents> indexContents();
    Result<IndexContents> indexContents(std::span<const StoryId> ids); ///< unknown ids are passed over

    // Stories.
    enum class Authors { Hidden, Shown };
    /// In the order of the ids; unknown ids are passed over. Hidden: handles in the opening read person-N.
    Result<QVector<StoryRow>> rows(std::span<const StoryId> ids, Authors authors);
    Result<StoryPage> page(StoryId id); ///< the row's opening is as with Authors::Hidden
    /// Whole stories in the order of the ids; visit returns an Error to stop. progress counts stories.
    Result<> stream(std::span<const StoryId> ids, const std::function<Result<>(const StoryPage &)> &visit,
                    Progress &progress);
    Result<qint64> storyCount();
    /// Whether stories were hidden before a moment (store/HiddenStories.h).
    Result<bool> hasHiddenBefore(Instant moment);
    /// Stories as learners read them, in the order of the ids; see store/CodedTexts.h. Leaves progress to the
    /// caller.
    Result<> codedTexts(std::span<const StoryId> ids, const std::function<Result<>(CodedText &&)> &visit,
                        Progress &progress);

    // Words. A phrase without words matches nothing.
    /// One leaf: a phrase, a tag or a NEAR, as a set of the index's ordinals; stories that it doesn't know are
    /// passed over. Anything else is an Error of kind Usage. The halves of the full text are read at the same time.
    Result<Bitset> matchLeaf(const WordQuery &leaf, const StoryIndex &index);
    /// A whole question; an empty one matches every story. The ids ascend.
    Result<std::vector<StoryId>> match(const WordQuery &query);

    /// A selection's stories by how well they answer these leaves; see store/Relevance.h.
    Result<Ranking> rank(const QVector<WordQuery> &leaves, const Selection &selection);

    /// The author's number of every story of the index by ordinal; 0: unknown.
    Result<NumberColumn> accounts(const StoryIndex &index);

    Result<CopyGroups> copyGroups(const StoryIndex &index);                  ///< see store/CopyGrouping.h
    Result<std::optional<FoundCopies>> findCopies(const Progress &progress); ///< likewise
    Result<QVector<StoryId>> copiesOf(StoryId story);
    Result<QVector<StoryId>> repliesTo(StoryId story, int most); ///< see store/Replies.h

    // What was learned.
    Result<QVector<LabelCoder>> labelCoders(); ///< the themes and voices that a model codes
    Result<ThemeModel> model(qint64 version);
    /// What a model says of these stories (absent: of all), chunk by chunk; see store/ModelTables.h. The
    /// probabilities are by part of the model.
    Result<> scored(const ThemeModel &model, std::optional<std::span<const StoryId>> ids, const HitFinder &finder,
                    const VisitScored &visit, Progress &progress);

    Result<QVector<HandTheme>> handThemes(int theme); ///< what people said of it, by story
    Result<CoderAnswers> coderAnswers(int theme);
    Result<CoderAnswers> coderVoices();
    Result<QHash<StoryId, CoderSheet>> coderSheets(const QString &coder, std::span<const StoryId> ids);
    Result<QVector<HandCount>> handCounts();
    Result<QVector<StoryId>> codedStories(Label label); ///< coded by hand with it, ascending

    // Attributes.
    Result<QVector<StoredAttribute>> attributes();
    /// One scan over all stories; see store/AttributeFacts.h.
    Result<FoundAttributes> attributeValues(const QVector<WantedAttribute> &wanted, const Progress &progress);

    // The rest.
    Result<QVector<StoredSource>> sources();
    Result<QVector<StoredRun>> runs();                   ///< newest first
    Result<QString> tableForm(qint64 run);               ///< see tableFormToText(); empty: found from the file
    Result<QVector<StoredSubscription>> subscriptions(); ///< by name
    /// The stories that a platform can be asked about, hidden ones too.
    Result<QVector<AskedStory>> askedStories(Platform platform);
    Result<qint64> countAskedStories(Platform platform);
    /// A page of what an import set aside, behind a number (0: from the first): at most so many, and fewer where
    /// they are long. Empty: there are no more.
    Result<QVector<StoredRejection>> rejections(qint64 run, qint64 after, qint64 most);
    Result<StoreSettings> settings();
    Result<Codebook> codebook();
    Result<QVector<ShelvedCodebook>> shelvedCodebooks(); ///< those not in force, by title
    Result<qint64> codebookNumber();                     ///< of the one in force
    Result<QVector<CodebookVersion>> codebookVersions(); ///< newest first
    Result<QVector<DatedEvent>> events();                ///< by date

    /// A copy by SQLite's backup, whole or none, of one moment, without search history and last filter. Safe while
    /// others read and write.
    Result<> backup(const QString &path, Progress &progress);

    /// What is wrong with the file, one sentence each; empty: it is whole. Reads everything: takes minutes on
    /// a large collection.
    Result<QStringList> check(Progress &progress);

private:
    friend class Store;
    explicit StoreReader(std::unique_ptr<Connection> connection, std::unique_ptr<Connection> second);
    Result<WordFinder *> words();
    Result<QVector<StoryRow>> rowsOf(size_t part, std::span<const StoryId> ids,
                                     const std::optional<QStringList> &hide);

    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Connection> m_second; ///< for what two threads read: halves of the full text, of a page's rows
    std::unique_ptr<WordFinder> m_words;
    std::array<std::unique_ptr<StoryPages>, 2> m_pages; ///< one a connection
};

} // namespace tidemark
