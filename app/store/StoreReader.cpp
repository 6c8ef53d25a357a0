#include "store/StoreReader.h"

#include "store/CodedTexts.h"
#include "store/Connection.h"
#include "store/CopyGrouping.h"
#include "store/FullTextQuery.h"
#include "store/HandThemes.h"
#include "store/HiddenStories.h"
#include "store/InOneMoment.h"
#include "store/IndexParts.h"
#include "store/IndexScan.h"
#include "store/KeptOverview.h"
#include "store/Relevance.h"
#include "store/Replies.h"
#include "store/Settings.h"
#include "store/Statement.h"
#include "store/StoryPages.h"
#include "store/VoiceTables.h"
#include "store/WordFinder.h"

#include <QCoreApplication>
#include <QVariant>

#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

StoreReader::StoreReader(std::unique_ptr<Connection> connection, std::unique_ptr<Connection> second)
    : m_connection(std::move(connection)), m_second(std::move(second))
{
}

StoreReader::~StoreReader() = default;

void StoreReader::interrupt()
{
    m_connection->interrupt();
    m_second->interrupt();
}

Result<StoreReader::GeneratedIndex> StoreReader::makeIndex()
{
    return inOneMoment(*m_connection, [this]() -> Result<GeneratedIndex> {
        const auto generation = indexGeneration(*m_connection);
        if (!generation)
            return generation.error();
        auto index = scanWholeIndex(*m_connection);
        if (!index)
            return index.error();
        return GeneratedIndex{std::move(index).value(), generation.value()};
    });
}

Result<std::optional<StoreReader::GeneratedIndex>> StoreReader::keptIndex(std::optional<qint64> only)
{
    using Kept = std::optional<GeneratedIndex>;
    return inOneMoment(*m_connection, [&]() -> Result<Kept> {
        auto packed = readPackedIndex(*m_connection, only);
        if (!packed)
            return packed.error();
        return packed.value() ? Kept(GeneratedIndex{std::move((*packed)->index), (*packed)->generation}) : Kept();
    });
}

Result<std::optional<Overview>> StoreReader::overview()
{
    return inOneMoment(*m_connection, [this] { return readOverview(*m_connection); });
}

Result<StoreReader::GeneratedIndex> StoreReader::newestIndex(int stories)
{
    return inOneMoment(*m_connection, [this, stories]() -> Result<GeneratedIndex> {
        Statement newest(*m_connection, "SELECT id FROM story ORDER BY id DESC LIMIT ?");
        std::vector<StoryId> ids;
        auto row = newest.bind(stories).next();
        for (; row && row.value(); row = newest.next())
            ids.push_back(newest.story(0));
        if (!row)
            return row.error();
        auto contents = scanForIndex(*m_connection, ids);
        if (!contents)
            return contents.error();
        return GeneratedIndex{StoryIndex(contents->stories, contents->reposts, std::move(contents->names)), 0};
    });
}

Result<qint64> StoreReader::generation()
{
    return indexGeneration(*m_connection);
}

Result<IndexContents> StoreReader::indexContents()
{
    return inOneMoment(*m_connection, [this] { return scanForIndex(*m_connection, std::nullopt); });
}

Result<IndexContents> StoreReader::indexContents(std::span<const StoryId> ids)
{
    return inOneMoment(*m_connection, [&] { return scanForIndex(*m_connection, ids); });
}

Result<> StoreReader::stream(std::span<const StoryId> ids, const std::function<Result<>(const StoryPage &)> &visit,
                             Progress &progress)
{
    progress.total = static_cast<qint64>(ids.size());
    return inOneMoment(*m_connection, [&]() -> Result<> {
        auto settings = readSettings(*m_connection);
        if (!settings)
            return settings.error();
        StoryPages pages(*m_connection);
        for (const StoryId id : ids) {
            if (progress.isCancelled())
                return Error{Error::Kind::Cancelled, QCoreApplication::translate("Store", "Stopped.")};
            auto page = pages.page(id, settings->publicAccounts);
            if (!page)
                return page.error();
            if (page.value()) {
                if (auto visited = visit(**page); !visited)
                    return visited.error();
                ++progress.items;
            }
            ++progress.done;
        }
        return {};
    });
}

Result<qint64> StoreReader::storyCount()
{
    auto count
        = m_connection->value(u"SELECT (SELECT count(*) FROM story) - (SELECT count(*) FROM hidden_story)"_s);
    return count ? Result<qint64>(count->toLongLong()) : Result<qint64>(count.error());
}

Result<bool> StoreReader::hasHiddenBefore(Instant moment)
{
    auto stories = hiddenBefore(*m_connection, moment);
    return stories ? Result<bool>(!stories->isEmpty()) : Result<bool>(stories.error());
}

Result<> StoreReader::codedTexts(std::span<const StoryId> ids, const std::function<Result<>(CodedText &&)> &visit,
                                 Progress &progress)
{
    return inOneMoment(*m_connection, [&] { return readCodedTexts(*m_connection, ids, visit, progress); });
}

Result<QVector<LabelCoder>> StoreReader::labelCoders()
{
    return readLabelCoders(*m_connection);
}

Result<ThemeModel> StoreReader::model(qint64 version)
{
    return readModel(*m_connection, version);
}

Result<> StoreReader::scored(const ThemeModel &model, std::optional<std::span<const StoryId>> ids,
                             const HitFinder &finder, const VisitScored &visit, Progress &progress)
{
    constexpr qint64 unkept = 1;
    QVector<LabelCoder> coders;
    for (const ThemeModel::Part &part : model.parts())
        coders.append({part.label, unkept});
    const ModelsByVersion models{{unkept, std::make_shared<const ThemeModel>(model)}};
    return inOneMoment(*m_connection,
                       [&] { return scoreStories(*m_connection, coders, models, ids, finder, visit, progress); });
}

Result<QVector<HandTheme>> StoreReader::handThemes(int theme)
{
    return readHandThemes(*m_connection, theme);
}

Result<CoderAnswers> StoreReader::coderAnswers(int theme)
{
    return inOneMoment(*m_connection, [&] { return readCoderAnswers(*m_connection, theme); });
}

Result<CoderAnswers> StoreReader::coderVoices()
{
    return inOneMoment(*m_connection, [&] { return readCoderVoices(*m_connection); });
}

Result<QHash<StoryId, CoderSheet>> StoreReader::coderSheets(const QString &coder, std::span<const StoryId> ids)
{
    return inOneMoment(*m_connection, [&] { return readCoderSheets(*m_connection, coder, ids); });
}

Result<QVector<HandCount>> StoreReader::handCounts()
{
    return inOneMoment(*m_connection, [&] { return readHandCounts(*m_connection); });
}

Result<QVector<StoryId>> StoreReader::codedStories(Label label)
{
    return readCodedStories(*m_connection, label);
}

Result<WordFinder *> StoreReader::words()
{
    if (!m_words) {
        auto made = WordFinder::make(*m_connection, *m_second);
        if (!made)
            return made.error();
        m_words = std::move(made).value();
    }
    return m_words.get();
}

Result<Bitset> StoreReader::matchLeaf(const WordQuery &leaf, const StoryIndex &index)
{
    const auto finder = words();
    if (!finder)
        return finder.error();
    // The halves' stories lie between each other in time, so each thread fills a set of its own.
    std::array<Bitset, 2> halves{Bitset(index.size()), Bitset(index.size())};
    const auto into = [&index](Bitset &stories) {
        return [&index, &stories](StoryId id) {
            if (const auto ordinal = index.ordinalOf(id))
                stories.insert(*ordinal);
        };
    };
    if (auto found = finder.value()->find(leaf, {into(halves[0]), into(halves[1])}); !found)
        return found.error();
    halves[0] |= halves[1];
    return std::move(halves[0]);
}

Result<std::vector<StoryId>> StoreReader::match(const WordQuery &query)
{
    const auto finder = words();
    if (!finder)
        return finder.error();
    return inOneMoment(*m_connection, [&] { return matchWords(*m_connection, **finder, query); });
}

Result<Ranking> StoreReader::rank(const QVector<WordQuery> &leaves, const Selection &selection)
{
    const auto finder = words();
    if (!finder)
        return finder.error();
    return inOneMoment(*m_connection, [&] { return rankByRelevance(*m_connection, **finder, leaves, selection); });
}

Result<NumberColumn> StoreReader::accounts(const StoryIndex &index)
{
    return inOneMoment(*m_connection, [&] { return scanAccounts(*m_connection, index); });
}

Result<CopyGroups> StoreReader::copyGroups(const StoryIndex &index)
{
    return inOneMoment(*m_connection, [&] { return readCopyGroups(*m_connection, index); });
}

Result<std::optional<FoundCopies>> StoreReader::findCopies(const Progress &progress)
{
    return tidemark::findCopies(*m_connection, progress);
}

Result<QVector<StoryId>> StoreReader::copiesOf(StoryId story)
{
    return inOneMoment(*m_connection, [&] { return readCopiesOf(*m_connection, story); });
}

Result<QVector<StoryId>> StoreReader::repliesTo(StoryId story, int most)
{
    return inOneMoment(*m_connection, [&] { return readReplies(*m_connection, story, most); });
}

} // namespace tidemark
