#include "collection/ReadFacts.h"

#include "store/Settings.h"
#include "store/SubscriptionTable.h"
#include "story/FreedMemory.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tidemark {

namespace {

constexpr int fewStories = 1000;

QDateTime dateTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant, QTimeZone::utc());
}

Result<> readSources(CollectionFacts &facts, StoreReader &store)
{
    const auto sources = store.sources();
    if (!sources)
        return sources.error();
    const auto runs = store.runs();
    if (!runs)
        return runs.error();
    facts.sources.clear();
    for (const StoredSource &source : sources.value())
        facts.sources.append({source.number, source.name, source.format, 0, dateTime(source.addedAt),
                              source.namesPerson, isFetched(source.size, source.format)});
    facts.runs.clear();
    for (const StoredRun &run : runs.value()) {
        facts.runs.append({run.number, run.source, run.sourceName, dateTime(run.startedAt), run.added, run.setAside,
                           run.finishedAt.has_value()});
    }
    return {};
}

Result<> readSubscriptions(CollectionFacts &facts, StoreReader &store)
{
    const auto subscriptions = store.subscriptions();
    if (!subscriptions)
        return subscriptions.error();
    facts.subscriptions.clear();
    for (const StoredSubscription &stored : subscriptions.value())
        facts.subscriptions.append({stored.subscription, stored.state});
    return {};
}

Result<> readAttributes(CollectionFacts &facts, StoreReader &store)
{
    const auto attributes = store.attributes();
    if (!attributes)
        return attributes.error();
    facts.attributes.clear();
    for (const StoredAttribute &attribute : attributes.value())
        facts.attributes.append({attribute.name, attribute.values, attribute.personal, attribute.ticked});
    return {};
}

QMap<QString, Instant> savedCopiesIn(const QString &setting)
{
    const QJsonObject saved = QJsonDocument::fromJson(setting.toUtf8()).object();
    QMap<QString, Instant> copies;
    for (auto copy = saved.constBegin(); copy != saved.constEnd(); ++copy)
        copies.insert(copy.key(), copy.value().toInteger());
    return copies;
}

Result<> readSettings(CollectionFacts &facts, StoreReader &store)
{
    const auto settings = store.settings();
    if (!settings)
        return settings.error();
    facts.zone = settings->zone;
    facts.showAuthors = settings->showAuthors;
    facts.invented = settings->invented;
    facts.publicAccounts = settings->publicAccounts;
    facts.pseudonymKey = settings->pseudonymKey;
    facts.savedCopies = savedCopiesIn(settings->free.value(QString::fromLatin1(savedCopiesKey)));
    const auto events = store.events();
    if (!events)
        return events.error();
    facts.events = events.value();
    return {};
}

Result<> readCodebook(CollectionFacts &facts, StoreReader &store)
{
    auto codebook = store.codebook();
    if (!codebook)
        return codebook.error();
    facts.codebook = codebook.value();
    return {};
}

Result<> readShelf(CollectionFacts &facts, StoreReader &store)
{
    auto shelf = store.shelvedCodebooks();
    if (!shelf)
        return shelf.error();
    const auto number = store.codebookNumber();
    if (!number)
        return number.error();
    facts.shelf = std::move(shelf).value();
    facts.codebookNumber = number.value();
    return {};
}

} // namespace

Result<> readFacts(CollectionFacts &facts, const CollectionChange &change, StoreReader &store)
{
    Result<> done;
    if (change.stories)
        done = readSources(facts, store);
    if (done && (change.stories || change.settings))
        done = readAttributes(facts, store);
    if (done && (change.stories || change.settings))
        done = readSubscriptions(facts, store);
    if (done && change.settings)
        done = readSettings(facts, store);
    if (done && change.codebook)
        done = readCodebook(facts, store);
    if (done && (change.codebook || change.settings))
        done = readShelf(facts, store);
    return done;
}

Result<> readIndex(Snapshot &snapshot, StoreReader &store, OldIndex old)
{
    const auto generation = store.generation();
    if (!generation)
        return generation.error();
    // What would only be thrown away isn't read: it would stand beside the one before and the one that is made.
    auto kept = store.keptIndex(old == OldIndex::Taken ? std::nullopt : std::optional(generation.value()));
    // A damaged page among the parts is no worse than a missing part.
    if (!kept && kept.error().kind != Error::Kind::Damaged)
        return kept.error();
    const bool isThere = kept && kept.value();
    snapshot.isKept = isThere && (*kept)->generation == generation.value();
    snapshot.isOld = !snapshot.isKept && old == OldIndex::Taken;
    auto index = snapshot.isKept || (isThere && snapshot.isOld) ? Result(std::move(**kept))
        : snapshot.isOld                                        ? store.newestIndex(fewStories)
                                                                : store.makeIndex();
    if (!index)
        return index.error();
    takeIndex(snapshot, std::move(index).value());
    giveBackFreedMemory(); // of the packed parts, or of the making
    return {};
}

void takeIndex(Snapshot &snapshot, StoreReader::GeneratedIndex index)
{
    snapshot.index = std::make_shared<const StoryIndex>(std::move(index.index));
    snapshot.generation = index.generation;
    snapshot.unkept = snapshot.isKept ? 0 : snapshot.index->size();
    snapshot.unread.reset();
}

Result<> loadIndex(CollectionState &state, StoreReader &store, OldIndex old)
{
    Snapshot snapshot;
    CollectionFacts facts = *state.facts.get();
    snapshot.rules = std::make_shared<const RuleCoder>(facts.codebook);
    const Result<> read = readIndex(snapshot, store, old);
    if (!read) {
        snapshot.isOld = true;
        snapshot.unread = read.error();
    }
    snapshot.isOverviewKept = true;
    countStories(facts, snapshot);
    state.facts.set(std::move(facts));
    state.snapshot.set(std::move(snapshot));
    return read;
}

void countStories(CollectionFacts &facts, const Overview &overview)
{
    facts.stories = overview.count;
    for (SourceFacts &source : facts.sources)
        source.stories = overview.fromSource.value(source.number);
}

void countStories(CollectionFacts &facts, const Snapshot &snapshot)
{
    facts.isCounting = snapshot.isOld;
    if (!snapshot.isOld)
        facts.stories = snapshot.index->size();
    for (SourceFacts &source : facts.sources)
        source.stories = snapshot.index->countFrom(source.number);
}

} // namespace tidemark
