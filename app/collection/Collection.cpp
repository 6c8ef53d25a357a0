#include "collection/Collection.h"

#include "collection/CollectionPrivate.h"
#include "collection/ReadFacts.h"

#include <QDateTime>
#include <QFileInfo>
#include <QThread>

#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int readerThreads = 3;
constexpr std::chrono::milliseconds idleAfter(500); ///< that nobody asked anything
constexpr std::chrono::seconds idleAtLeastEvery(2); ///< for a command that asks without a pause

} // namespace

Result<std::unique_ptr<Collection::Private>> Collection::Private::load(const QString &path, Missing missing,
                                                                       Manner manner)
{
    auto store = Store::open(path, missing == Missing::Create ? Store::Missing::Create : Store::Missing::Fail);
    if (!store)
        return store.error();
    auto loaded = std::make_unique<Private>();
    loaded->store = std::move(store).value();
    loaded->manner = manner;
    loaded->state.showsJobs = manner == Manner::Prompt;
    const auto reader = loaded->store->reader();
    if (!reader)
        return reader.error();
    CollectionFacts facts;
    facts.path = loaded->store->path();
    facts.name = QFileInfo(facts.path).completeBaseName();
    facts.readOnly = loaded->store->isReadOnly();
    facts.readOnlyReason = loaded->store->readOnlyReason();
    if (const Result<> read
        = readFacts(facts, {.stories = true, .codebook = true, .settings = true}, *reader.value());
        !read)
        return read.error();
    const auto settings = reader.value()->settings();
    if (!settings)
        return settings.error();
    loaded->settings = settings->free;
    const auto hidden = reader.value()->hasHiddenBefore(QDateTime::currentMSecsSinceEpoch() - hiddenFor);
    if (!hidden)
        return hidden.error();
    loaded->hasHiddenToPurge = hidden.value() && !facts.readOnly;
    if (const Result<> index = loaded->openIndex(std::move(facts), *reader.value()); !index)
        return index.error();
    return loaded;
}

/// Leaves it to a reader thread, if meanwhile there is something to show.
Result<> Collection::Private::openIndex(CollectionFacts facts, StoreReader &reader)
{
    const auto overview = reader.overview(); // without one, it takes longer and that is all
    Snapshot snapshot;
    snapshot.isOverviewKept = overview && overview.value();
    if (manner == Manner::Prompt && snapshot.isOverviewKept) {
        countStories(facts, **overview);
        state.keptAnswer.emplace(**overview, RuleCoder(facts.codebook));
        state.snapshot.await();
        state.facts.set(std::move(facts));
        return {};
    }
    snapshot.rules = std::make_shared<const RuleCoder>(facts.codebook);
    if (const Result<> made = readIndex(snapshot, reader, oldIndex()); !made)
        return made.error();
    if (snapshot.isOld) {
        const auto count = reader.storyCount();
        if (!count)
            return count.error();
        facts.stories = count.value();
    }
    countStories(facts, snapshot);
    state.snapshot.set(std::move(snapshot));
    state.facts.set(std::move(facts));
    return {};
}

/// Who may not write has no thread that would make a new one.
OldIndex Collection::Private::oldIndex() const
{
    return manner == Manner::Prompt && !store->isReadOnly() ? OldIndex::Taken : OldIndex::MadeAnew;
}

void Collection::Private::startThreads()
{
    state.isShortChangeNext = [this] { return writer->isShortOneNext(); };
    state.letShortChangesPass = [this](CollectionWriter &of) { writer->letShortOnesPass(of); };
    const auto quiet = std::make_shared<Quiet>(idleAfter, idleAtLeastEvery);
    const auto makeReader = [this] { return store->reader(); };
    const auto makeLoader = [this] {
        auto reader = store->reader();
        if (!reader)
            giveUpIndex(reader.error());
        return reader;
    };
    const auto makeWriter = [this] {
        std::ignore = state.snapshot.get(); // is of what is in the file for as long as nobody writes
        return CollectionWriter::make(*store, state);
    };
    readers = std::make_unique<Readers>(u"reader"_s, readerThreads, Readers::WhenClosing::DropWaiting, makeReader,
                                        quiet);
    if (state.snapshot.isAwaited()) {
        readers->hold(); // whoever needs the index would only keep others from being answered
        loader = std::make_unique<Readers>(u"index reader"_s, 1, Readers::WhenClosing::DropWaiting, makeLoader);
        loader->ask<Done>([this](StoreReader &reader, Progress &) {
            const Result<> read = loadIndex(state, reader, oldIndex());
            readers->letHeldCome();
            return Result<Done>(read);
        });
    }
    writer = std::make_unique<Writer>(u"writer"_s, 1, Writer::WhenClosing::DoWaiting, makeWriter, quiet);
}

/// What was awaited doesn't come; it is to be made anew, and never to be kept.
void Collection::Private::giveUpIndex(const Error &why)
{
    if (!state.snapshot.isAwaited())
        return;
    CollectionFacts facts = *state.facts.get();
    Snapshot snapshot;
    snapshot.rules = std::make_shared<const RuleCoder>(facts.codebook);
    snapshot.isOld = true;
    snapshot.unread = why;
    countStories(facts, snapshot);
    state.facts.set(std::move(facts));
    state.snapshot.giveUp(std::move(snapshot));
    readers->letHeldCome();
}

Result<std::unique_ptr<Collection>> Collection::open(const QString &path, Missing missing, QThread *owner,
                                                     Manner manner)
{
    auto loaded = Private::load(path, missing, manner);
    if (!loaded)
        return loaded.error();
    std::unique_ptr<Collection> collection(new Collection(std::move(loaded).value()));
    if (owner)
        collection->moveToThread(owner);
    collection->d->startThreads();
    if (!collection->d->store->isReadOnly())
        collection->d->writer->ask<Done>(
            [](CollectionWriter &of, Progress &progress) { return of.renewIndex(progress); });
    if (collection->d->hasHiddenToPurge) {
        const Instant moment = QDateTime::currentMSecsSinceEpoch() - hiddenFor;
        const auto purge
            = [moment](StoreWriter &writer, Progress &progress) { return writer.purgeHidden(moment, progress); };
        collection->d->purge = collection->d->takeOut(purge).answer;
    }
    if (!collection->d->store->isReadOnly()) {
        collection->d->writer->ask<Done>(
            [](CollectionWriter &of, Progress &) { return of.forgetDeletedCodebooks(); });
        collection->d->keepIndex();
        collection->d->tidyUpLater();
    }
    return collection;
}

Collection::Collection(std::unique_ptr<Private> loaded) : d(std::move(loaded))
{
    qRegisterMetaType<CollectionChange>();
    d->state.tellChanged = [this](const CollectionChange &change) {
        QMetaObject::invokeMethod(
            this, [this, change] { emit changed(change); }, Qt::QueuedConnection);
    };
    d->state.tellUndoChanged = [this] {
        QMetaObject::invokeMethod(
            this, [this] { emit undoChanged(); }, Qt::QueuedConnection);
    };
}

Collection::~Collection()
{
    if (d->network)
        d->network->close();
    // The writer's connection goes last: only one that may write empties the journal into the file.
    d->readers->close();
    if (d->loader)
        d->loader->close();
    d->giveUpIndex({Error::Kind::Cancelled, QString()}); // if nobody came to read it: the writer waits
    if (!d->store->isReadOnly()) {
        if (d->manner == Manner::Thorough)
            d->writer->ask<Done>([](CollectionWriter &of, Progress &) { return of.groupCopiesAtClosing(); });
        const qint64 most = d->manner == Manner::Prompt ? CollectionWriter::mostKeptAtClosing
                                                        : std::numeric_limits<qint64>::max();
        d->writer->ask<Done>([most](CollectionWriter &of, Progress &) { return of.keepIndex(Progress(), most); });
    }
    d->writer->close();
}

QString Collection::path() const
{
    return d->store->path();
}

CollectionFacts Collection::facts() const
{
    return *d->state.facts.get();
}

KnownNames Collection::names() const
{
    const auto facts = d->state.facts.get();
    KnownNames names;
    for (const Theme &theme : facts->codebook.themes)
        names.themes.insert(theme.id, theme.name);
    for (const SourceFacts &source : facts->sources)
        names.sources.append(source.name);
    for (const SubscriptionFacts &each : facts->subscriptions) {
        if (!names.sources.contains(each.subscription.name)) // it brought nothing yet
            names.sources.append(each.subscription.name);
    }
    for (const AttributeFacts &attribute : facts->attributes) {
        if (attribute.isVisible())
            names.attributes.append(attribute.name);
    }
    names.zone = facts->zone;
    return names;
}

} // namespace tidemark
