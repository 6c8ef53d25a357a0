// How what a window sees follows what was written: the index, and the facts beside it.
#include "collection/CollectionWriter.h"

#include "collection/ReadFacts.h"
#include "store/StoreFacts.h"
#include "story/FreedMemory.h"

#include <algorithm>
#include <future>
#include <utility>

namespace tidemark {

namespace {

constexpr qsizetype mostIdsTold = 1000;
constexpr qsizetype readAnewBeyond = 4; ///< a quarter of the index changed: it is made afresh
constexpr qint64 keptBeyond = 50;       ///< a fiftieth changed: it is packed, which takes as long for one story

void sortOut(QVector<StoryId> &ids)
{
    std::sort(ids.begin(), ids.end());
    ids.resize(std::distance(ids.begin(), std::unique(ids.begin(), ids.end())));
}

} // namespace

Result<> CollectionWriter::renewIndex(const Progress &progress)
{
    const bool isDue = !progress.isCancelled() && m_state.snapshot.get()->isOld;
    return isDue ? follow({}, {.stories = true}) : Result<>();
}

Result<> CollectionWriter::keepIndex(const Progress &progress, qint64 mostChanged)
{
    Snapshot snapshot = *m_state.snapshot.get();
    if (snapshot.isOld || m_isBehind || snapshot.unkept > mostChanged
        || (snapshot.isKept && snapshot.isOverviewKept))
        return {};
    const Result<> kept = snapshot.isKept ? m_writer->keepOverview(*snapshot.index, snapshot.generation)
                                          : m_writer->keepIndex(*snapshot.index, snapshot.generation, progress);
    if (!kept)
        return kept;
    snapshot.isKept = true;
    snapshot.isOverviewKept = true;
    snapshot.unkept = 0;
    m_state.snapshot.set(std::move(snapshot));
    return {};
}

Result<> CollectionWriter::setSetting(const QString &key, const QString &value)
{
    if (key == QLatin1String(lastPlaceKey)) { // around which the overview is to know the rows
        Snapshot snapshot = *m_state.snapshot.get();
        snapshot.isOverviewKept = false;
        m_state.snapshot.set(std::move(snapshot));
    }
    return m_writer->setSetting(key, value);
}

Result<> CollectionWriter::keepIndexIfWorthIt(const Progress &progress)
{
    const auto snapshot = m_state.snapshot.get();
    const bool isLeft
        = snapshot->unkept <= mostKeptAtClosing && snapshot->unkept * keptBeyond < snapshot->index->size();
    return isLeft ? Result<>() : keepIndex(progress);
}

Result<> CollectionWriter::follow(const TouchedStories &touched, CollectionChange change)
{
    const Result<> followed = followChange(touched, std::move(change));
    m_isBehind = !followed;
    return followed;
}

Result<> CollectionWriter::followChange(const TouchedStories &touched, CollectionChange change)
{
    CollectionFacts facts = *m_state.facts.get();
    Snapshot snapshot = *m_state.snapshot.get();
    const QTimeZone zone = facts.zone;
    if (const Result<> read = readFacts(facts, change, *m_reader); !read)
        return read;
    snapshot.isOverviewKept = snapshot.isOverviewKept && facts.zone == zone;
    if (change.codebook)
        snapshot.rules = std::make_shared<const RuleCoder>(facts.codebook);
    if (const Result<> followed = followIndex(touched, change, snapshot); !followed)
        return followed;
    countStories(facts, snapshot);
    m_state.snapshot.set(std::move(snapshot));
    m_state.facts.set(std::move(facts));
    if (touched.changed.size() + touched.removed.size() <= mostIdsTold)
        change.ids = touched.changed + touched.removed;
    m_state.tellChanged(change);
    return {};
}

/// One after the other, for each takes much memory.
void CollectionWriter::workAhead(const Progress &progress)
{
    std::promise<Result<std::optional<FoundCopies>>> promised;
    m_copiesAhead = promised.get_future();
    auto work = [&store = m_store, &progress,
                 promised = std::move(promised)]() mutable -> Result<StoreReader::GeneratedIndex> {
        auto copies = std::move(promised); // so that an exception breaks the promise
        const auto reader = store.reader();
        if (!reader) {
            copies.set_value(reader.error());
            return reader.error();
        }
        copies.set_value(reader.value()->findCopies(progress));
        giveBackFreedMemory();
        return reader.value()->makeIndex();
    };
    m_indexAhead = std::async(std::launch::async, std::move(work));
}

bool CollectionWriter::needsNewIndex(const TouchedStories &touched) const
{
    const qsizetype all = touched.changed.size() + touched.removed.size();
    return touched.needsNewIndex || all > m_state.snapshot.get()->index->size() / readAnewBeyond;
}

Result<> CollectionWriter::readIndexAnew(Snapshot &snapshot)
{
    if (!m_indexAhead.valid())
        return readIndex(snapshot, *m_reader, OldIndex::MadeAnew);
    auto ahead = m_indexAhead.get();
    const auto generation = m_reader->generation();
    if (!generation)
        return generation.error();
    if (!ahead || ahead->generation != generation.value())
        return readIndex(snapshot, *m_reader, OldIndex::MadeAnew);
    snapshot.isKept = false;
    snapshot.isOld = false;
    takeIndex(snapshot, std::move(ahead).value());
    giveBackFreedMemory(); // of the making, and of the copies that were found meanwhile
    return {};
}

Result<> CollectionWriter::followIndex(const TouchedStories &touched, const CollectionChange &change,
                                       Snapshot &snapshot)
{
    const StoryIndex &index = *snapshot.index;
    const bool isBehind = m_isBehind || snapshot.isOld;
    const bool isRecoded = change.codebook || (change.codings && touched.changed.isEmpty());
    const bool isNamed = change.stories; // sources come and go with stories
    if (!isRecoded && !isNamed && touched.changed.isEmpty() && !isBehind)
        return {};
    if (change.stories || isBehind)
        ++snapshot.texts;
    if (isRecoded || isBehind || needsNewIndex(touched))
        return readIndexAnew(snapshot);
    const auto generation = m_reader->generation();
    if (!generation)
        return generation.error();
    snapshot.generation = generation.value();
    snapshot.isKept = false;
    QVector<StoryId> changed = touched.changed;
    sortOut(changed);
    snapshot.unkept += changed.size() + touched.removed.size();
    const auto contents = m_reader->indexContents(changed);
    if (!contents)
        return contents.error();
    snapshot.index = index.with(contents->stories, touched.removed, touched.reposts);
    if (isNamed)
        snapshot.index = snapshot.index->withNames(contents->names);
    return {};
}

} // namespace tidemark
