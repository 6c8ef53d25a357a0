#include "collection/Collection.h"

#include "collection/Answer.h"
#include "collection/CollectionWriter.h"
#include "collection/Fetching.h"
#include "collection/ReadFacts.h"
#include "collection/Workers.h"
#include "import/RejectedLines.h"
#include "store/StoryChunks.h"

#include <QDateTime>
#include <QFileInfo>
#include <QThread>

#include <limits>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int readerThreads = 3;
constexpr qint64 mostKeptPromptly = 20'000; ///< stories that changed: so much is packed and written within a blink

using Done = std::monostate;
using Readers = Workers<StoreReader>;
using Writer = Workers<CollectionWriter>;
using NetworkThread = Workers<Network>;

StoryMark storedMark(Collection::Mark mark)
{
    switch (mark) {
    case Collection::Mark::Starred:
        return StoryMark::Starred;
    case Collection::Mark::DoNotQuote:
        return StoryMark::DoNotQuote;
    case Collection::Mark::Read:
        break;
    }
    return StoryMark::Read;
}

} // namespace

class Collection::Private
{
public:
    std::shared_ptr<Store> store;
    CollectionState state;
    QHash<QString, QString> settings; ///< the owner's thread alone
    Manner manner = Manner::Thorough;
    bool hasHiddenToPurge = false; ///< at opening, and only where they can be taken out
    // Threads end before what they use.
    std::unique_ptr<Readers> readers;
    std::unique_ptr<Writer> writer;
    std::unique_ptr<NetworkThread> network; ///< made by the first fetch

    static Result<std::unique_ptr<Private>> load(const QString &path, Missing missing, Manner manner);
    void startThreads();

    /// Does the work that an import left for idle time, step by step, so that everything asked meanwhile comes
    /// first. Any thread.
    void tidyUpLater()
    {
        writer->ask<Done>([this](CollectionWriter &of, Progress &progress) -> Result<Done> {
            if (progress.isCancelled())
                return Done();
            const auto more = of.tidyUp();
            if (more && more.value())
                tidyUpLater();
            return more ? Result<Done>(Done()) : Result<Done>(more.error());
        });
    }

    NetworkThread &onNetwork()
    {
        if (!network) {
            network = std::make_unique<NetworkThread>(1, NetworkThread::WhenClosing::DropWaiting, [] {
                return Result<std::unique_ptr<Network>>(std::make_unique<Network>());
            });
        }
        return *network;
    }

    /// Any thread but the writer's: waits until the writer has done it.
    template<typename T>
    Result<T> afterWriter(std::function<Result<T>(CollectionWriter &, Progress &)> work)
    {
        return writer->ask<T>(std::move(work)).answer.result();
    }

    FetchSink fetchSink();
    RecheckSink recheckSink();
    [[nodiscard]] Result<QVector<StoredSubscription>> subscriptions()
    {
        using Stored = QVector<StoredSubscription>;
        return readers->ask<Stored>([](StoreReader &reader, Progress &) { return reader.subscriptions(); })
            .answer.result();
    }

    Job<Done> act(Action action)
    {
        return writer->ask<Done>([action = std::move(action)](CollectionWriter &of, Progress &progress) {
            return of.act(action, progress);
        });
    }

    Job<Done> set(CollectionWriter::Set set)
    {
        return writer->ask<Done>(
            [set = std::move(set)](CollectionWriter &of, Progress &) { return of.set(set, {.settings = true}); });
    }

    Job<qint64> takeOut(CollectionWriter::TakeOut takeOut)
    {
        auto job = writer->ask<qint64>([takeOut = std::move(takeOut)](CollectionWriter &of, Progress &progress) {
            return of.takeOut(takeOut, progress);
        });
        keepIndex();
        return job;
    }

    /// Once the writer comes to it. A failure costs time at the next opening and nothing else.
    void keepIndex()
    {
        writer->ask<Done>([](CollectionWriter &of, Progress &progress) { return of.keepIndex(progress); });
    }
};

Result<std::unique_ptr<Collection::Private>> Collection::Private::load(const QString &path, Missing missing,
                                                                       Manner manner)
{
    auto store = Store::open(path, missing == Missing::Create ? Store::Missing::Create : Store::Missing::Fail);
    if (!store)
        return store.error();
    auto loaded = std::make_unique<Private>();
    loaded->store = std::move(store).value();
    loaded->manner = manner;
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
    Snapshot snapshot;
    snapshot.rules = std::make_shared<const RuleCoder>(facts.codebook);
    // Who may not write has no thread that would make a new one.
    const OldIndex old = manner == Manner::Prompt && !facts.readOnly ? OldIndex::Taken : OldIndex::MadeAnew;
    if (const Result<> made = readIndex(snapshot, *reader.value(), old); !made)
        return made.error();
    if (snapshot.isOld) {
        const auto count = reader.value()->storyCount();
        if (!count)
            return count.error();
        facts.stories = count.value();
    }
    countStories(facts, snapshot);
    loaded->state.snapshot.set(std::move(snapshot));
    loaded->state.facts.set(std::move(facts));
    return loaded;
}

void Collection::Private::startThreads()
{
    readers = std::make_unique<Readers>(readerThreads, Readers::WhenClosing::DropWaiting,
                                        [this] { return store->reader(); });
    writer = std::make_unique<Writer>(1, Writer::WhenClosing::DoWaiting,
                                      [this] { return CollectionWriter::make(*store, state); });
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
    if (collection->facts().isCounting)
        collection->d->writer->ask<Done>([](CollectionWriter &of, Progress &) { return of.renewIndex(); });
    if (collection->d->hasHiddenToPurge) {
        const Instant moment = QDateTime::currentMSecsSinceEpoch() - hiddenFor;
        collection->d->takeOut(
            [moment](StoreWriter &writer, Progress &progress) { return writer.purgeHidden(moment, progress); });
    }
    if (!collection->d->store->isReadOnly() && collection->d->settings.contains(CollectionWriter::recodingKey())) {
        collection->d->writer->ask<Done>(
            [](CollectionWriter &of, Progress &progress) { return of.finishRecoding(progress); });
    }
    if (!collection->d->store->isReadOnly()) {
        collection->d->keepIndex();
        collection->d->writer->ask<Done>(
            [](CollectionWriter &of, Progress &progress) { return of.groupCopies(progress); });
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
    if (!d->store->isReadOnly()) {
        const qint64 most = d->manner == Manner::Prompt ? mostKeptPromptly : std::numeric_limits<qint64>::max();
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
    for (const AttributeFacts &attribute : facts->attributes) {
        if (attribute.isVisible())
            names.attributes.append(attribute.name);
    }
    names.zone = facts->zone;
    return names;
}

QFuture<Result<Selection>> Collection::select(const SelectionQuestion &question)
{
    return ask(question).answer;
}

Job<Selection> Collection::ask(const SelectionQuestion &question)
{
    return d->readers->ask<Selection>([question, &state = d->state](StoreReader &reader, Progress &) {
        if (question.askStoreAgain)
            state.answers.clear();
        return answer(question, state.snapshot, reader, state.answers);
    });
}

void Collection::cancel(const Job<Selection> &question)
{
    d->readers->cancel(question.progress);
}

QFuture<Result<QVector<StoryRow>>> Collection::rows(const QVector<StoryId> &ids, bool authorsShown)
{
    const auto authors = authorsShown ? StoreReader::Authors::Shown : StoreReader::Authors::Hidden;
    return d->readers
        ->ask<QVector<StoryRow>>(
            [ids, authors](StoreReader &reader, Progress &) { return reader.rows(ids, authors); })
        .answer;
}

QFuture<Result<StoryPage>> Collection::story(StoryId id)
{
    return d->readers->ask<StoryPage>([id](StoreReader &reader, Progress &) { return reader.page(id); }).answer;
}

QFuture<Result<QVector<StoryId>>> Collection::copiesOf(StoryId id)
{
    return d->readers->ask<QVector<StoryId>>([id](StoreReader &reader, Progress &) { return reader.copiesOf(id); })
        .answer;
}

Job<Done> Collection::stream(const QVector<StoryId> &ids, std::function<Result<>(const StoryPage &)> visit)
{
    return d->readers->ask<Done>([ids, visit = std::move(visit)](StoreReader &reader, Progress &progress) {
        return reader.stream(ids, visit, progress);
    });
}

Job<Done> Collection::streamChunks(const QVector<StoryId> &ids, const StoredParts &parts, MakeChunk make)
{
    return d->readers->ask<Done>(
        [ids, parts, make = std::move(make), store = d->store](StoreReader &, Progress &progress) {
            return tidemark::streamChunks(*store, ids, parts, make, progress);
        });
}

QFuture<Result<QVector<RejectedRecord>>> Collection::rejectedRecords(qint64 run)
{
    using Records = QVector<RejectedRecord>;
    return d->readers
        ->ask<Records>([run](StoreReader &reader, Progress &) -> Result<Records> {
            const auto stored = reader.rejections(run);
            if (!stored)
                return stored.error();
            Records records;
            records.reserve(stored->size());
            for (const StoredRejection &rejection : stored.value())
                records.append({rejection.record, rejection.reason, rejection.bytes});
            return records;
        })
        .answer;
}

Job<Evaluation> Collection::evaluateThemes(const EvaluationQuestion &question)
{
    return d->readers->ask<Evaluation>([question, &state = d->state](StoreReader &reader, Progress &progress) {
        return answerEvaluation(question, state.facts.get()->codebook, reader, progress);
    });
}

Job<Training> Collection::trainThemes(const TrainingQuestion &question)
{
    return d->readers->ask<Training>([question, &state = d->state](StoreReader &reader, Progress &progress) {
        return train(question, state.facts.get()->codebook, reader, progress);
    });
}

Job<Done> Collection::applyTraining(const Training &training, const QVector<int> &themes)
{
    return d->writer->ask<Done>([training, themes](CollectionWriter &of, Progress &progress) {
        return of.applyModel(*training.model, themes, progress);
    });
}

Job<Done> Collection::recode()
{
    return d->writer->ask<Done>([](CollectionWriter &of, Progress &progress) { return of.recodeAll(progress); });
}

Job<Done> Collection::codeByRules(const QVector<int> &themes)
{
    SetThemeCoders action;
    for (const int theme : themes)
        action.coders.append({theme, 0});
    return d->act(std::move(action));
}

QFuture<Result<QVector<ThemeCoder>>> Collection::themeCoders()
{
    return d->readers
        ->ask<QVector<ThemeCoder>>([](StoreReader &reader, Progress &) { return reader.themeCoders(); })
        .answer;
}

QFuture<Result<ThemeModel::Explanation>> Collection::explainTheme(StoryId id, int theme)
{
    return d->readers
        ->ask<ThemeModel::Explanation>([id, theme, &state = d->state](StoreReader &reader, Progress &) {
            return explain(id, theme, state.facts.get()->codebook, reader);
        })
        .answer;
}

Job<ImportReport> Collection::import(const QString &path, const ReaderOptions &options)
{
    auto job
        = d->writer->ask<ImportReport>([path, options, d = d.get()](CollectionWriter &writer, Progress &progress) {
              auto report = writer.import(path, options, progress);
              d->tidyUpLater();
              return report;
          });
    d->keepIndex();
    return job;
}

Job<ImportReport> Collection::retryRejected(qint64 run, const ReaderOptions &options,
                                            const QHash<qint64, QByteArray> &edited)
{
    auto job = d->writer->ask<ImportReport>(
        [run, options, edited, d = d.get()](CollectionWriter &writer, Progress &progress) {
            auto report = writer.retryRejected(run, options, edited, progress);
            d->tidyUpLater();
            return report;
        });
    d->keepIndex();
    return job;
}

Job<qint64> Collection::exportRejected(const QVector<ImportRunFacts> &runs, const QString &path)
{
    return d->readers->ask<qint64>([runs, path](StoreReader &reader, Progress &) -> Result<qint64> {
        QByteArray lines;
        qint64 count = 0;
        for (const ImportRunFacts &run : runs) {
            const auto stored = reader.rejections(run.number);
            if (!stored)
                return stored.error();
            for (const StoredRejection &one : stored.value())
                lines += rejectedLine({one.record, one.reason, one.bytes}, run.number, run.sourceName);
            count += stored->size();
        }
        const Result<> written = writeRejectedLines(path, lines);
        return written ? Result<qint64>(count) : Result<qint64>(written.error());
    });
}

FetchSink Collection::Private::fetchSink()
{
    FetchSink sink;
    sink.take = [this](const StoredSubscription &stored, const FetchedPage &page) {
        return afterWriter<ImportReport>([stored, page](CollectionWriter &of, Progress &progress) {
            return of.importPage(stored, page, progress);
        });
    };
    sink.finish = [this](qint64 run) {
        return afterWriter<Done>([run](CollectionWriter &of, Progress &) { return of.finishPages(run); });
    };
    sink.note = [this](qint64 number, const SubscriptionState &outcome) {
        return afterWriter<Done>([number, outcome](CollectionWriter &of, Progress &) {
            return of.set([number, outcome](StoreWriter &to) { return to.noteOutcome(number, outcome); },
                          {.settings = true});
        });
    };
    return sink;
}

RecheckSink Collection::Private::recheckSink()
{
    RecheckSink sink;
    sink.stories = [this](Platform platform) {
        using Stories = QVector<AskedStory>;
        return readers
            ->ask<Stories>([platform](StoreReader &reader, Progress &) { return reader.askedStories(platform); })
            .answer.result();
    };
    sink.take = [this](std::vector<Record> records, const QVector<StoryId> &visibleAgain) {
        return afterWriter<Done>(
            [records = std::move(records), visibleAgain](CollectionWriter &of, Progress &progress) {
                return of.importStandings(records, visibleAgain, progress);
            });
    };
    return sink;
}

Job<QVector<SourceFetch>> Collection::fetch(const FetchQuestion &question)
{
    using Fetches = QVector<SourceFetch>;
    return d->onNetwork().ask<Fetches>(
        [question, d = d.get()](Network &network, Progress &progress) -> Result<Fetches> {
            const auto subscriptions = d->subscriptions();
            if (!subscriptions)
                return subscriptions.error();
            Fetches fetches;
            for (const StoredSubscription &stored : *subscriptions) {
                const Subscription &subscription = stored.subscription;
                const bool isMeant = question.subscriptions.isEmpty()
                    ? !subscription.paused
                    : question.subscriptions.contains(subscription.number);
                if (!isMeant || progress.isCancelled())
                    continue;
                const bool needsSecret = subscription.service != Service::Feed;
                const Secret secret = question.secrets.contains(subscription.number)
                    ? Secret{question.secrets.value(subscription.number)}
                    : needsSecret ? network.keyring().read(Keyring::keyOf(subscription), progress)
                                  : Secret{};
                fetches.append(fetchSource(stored, secret, question.since, network, d->fetchSink(), progress));
            }
            d->keepIndex();
            d->tidyUpLater();
            return fetches;
        });
}

Job<RecheckReport> Collection::recheck(const QHash<qint64, QString> &secrets)
{
    return d->onNetwork().ask<RecheckReport>(
        [secrets, d = d.get()](Network &network, Progress &progress) -> Result<RecheckReport> {
            const auto subscriptions = d->subscriptions();
            if (!subscriptions)
                return subscriptions.error();
            return recheckStories(*subscriptions, secrets, network, d->recheckSink(), progress);
        });
}

Job<qint64> Collection::addSubscription(const Subscription &subscription)
{
    return d->writer->ask<qint64>([subscription](CollectionWriter &of, Progress &) -> Result<qint64> {
        qint64 number = 0;
        const Result<> added = of.set(
            [&](StoreWriter &store) -> Result<> {
                const auto stored = store.addSubscription(subscription);
                if (!stored)
                    return stored.error();
                number = stored.value();
                return {};
            },
            {.settings = true});
        return added ? Result<qint64>(number) : Result<qint64>(added.error());
    });
}

Job<Done> Collection::changeSubscription(const Subscription &subscription)
{
    return d->writer->ask<Done>([subscription](CollectionWriter &of, Progress &) {
        return of.set([subscription](StoreWriter &store) { return store.changeSubscription(subscription); },
                      {.stories = true, .settings = true});
    });
}

Job<qint64> Collection::removeSubscription(qint64 number, bool withStories)
{
    return d->takeOut([number, withStories](StoreWriter &writer, Progress &progress) {
        return writer.removeSubscription(number, withStories, progress);
    });
}

Job<SecretKept> Collection::keepSecret(const Subscription &subscription, const QString &secret)
{
    return d->onNetwork().ask<SecretKept>(
        [subscription, secret](Network &network, Progress &progress) -> Result<SecretKept> {
            const QString key = Keyring::keyOf(subscription);
            if (secret.isEmpty()) {
                network.keyring().remove(key, progress);
                return SecretKept::InKeyring;
            }
            const auto kept = network.keyring().write(key, {secret}, progress);
            return kept == Keyring::Kept::InKeyring ? SecretKept::InKeyring : SecretKept::ForThisSession;
        });
}

Job<qint64> Collection::undoImport(qint64 run)
{
    return d->takeOut([run](StoreWriter &writer, Progress &progress) { return writer.undoRun(run, progress); });
}

Job<qint64> Collection::removeSource(qint64 source, bool withStories)
{
    return d->takeOut([source, withStories](StoreWriter &writer, Progress &progress) {
        return writer.removeSource(source, withStories, progress);
    });
}

Job<qint64> Collection::forget(const QVector<StoryId> &ids)
{
    return d->takeOut([ids](StoreWriter &writer, Progress &progress) { return writer.forget(ids, progress); });
}

Job<Done> Collection::setMark(const QVector<StoryId> &ids, Mark mark, bool on)
{
    return d->act(SetMarks{ids, storedMark(mark), on});
}

Job<Done> Collection::setTheme(const QVector<StoryId> &ids, int theme, std::optional<bool> present)
{
    SetThemes action{theme, {}};
    action.values.reserve(ids.size());
    for (const StoryId id : ids)
        action.values.append({id, present, 0});
    return d->act(std::move(action));
}

Job<Done> Collection::setVoice(const QVector<StoryId> &ids, std::optional<Voice> voice)
{
    SetVoices action;
    action.values.reserve(ids.size());
    for (const StoryId id : ids)
        action.values.append({id, voice});
    return d->act(std::move(action));
}

Job<Done> Collection::setNote(StoryId id, const QString &note)
{
    return d->act(SetNote{id, note});
}

Job<Done> Collection::setThemeDefinition(const Theme &theme)
{
    return d->act(SetDefinition{theme});
}

Job<Done> Collection::setCodebook(const Codebook &codebook)
{
    return d->act(SetCodebook{codebook});
}

Job<Done> Collection::setEvents(const QVector<DatedEvent> &events)
{
    return d->act(SetEvents{events});
}

Job<LabelReport> Collection::label(const QVector<ColumnLabel> &labels, const QString &coder)
{
    return d->writer->ask<LabelReport>(
        [labels, coder](CollectionWriter &of, Progress &progress) { return of.label(labels, coder, progress); });
}

QFuture<Result<CoderAnswers>> Collection::coderAnswers(int theme)
{
    return d->readers
        ->ask<CoderAnswers>([theme](StoreReader &reader, Progress &) { return reader.coderAnswers(theme); })
        .answer;
}

Job<Done> Collection::noteRead(StoryId id)
{
    return d->writer->ask<Done>([id](CollectionWriter &writer, Progress &) { return writer.noteRead(id); });
}

QString Collection::undoText() const
{
    return d->state.undoTexts.get()->undo;
}

QString Collection::redoText() const
{
    return d->state.undoTexts.get()->redo;
}

Job<Done> Collection::undo()
{
    return d->writer->ask<Done>([](CollectionWriter &writer, Progress &progress) {
        return writer.unact(UndoStack::Direction::Undo, progress);
    });
}

Job<Done> Collection::redo()
{
    return d->writer->ask<Done>([](CollectionWriter &writer, Progress &progress) {
        return writer.unact(UndoStack::Direction::Redo, progress);
    });
}

Job<Done> Collection::setTimeZone(const QTimeZone &zone)
{
    return d->set([zone](StoreWriter &writer) { return writer.setTimeZone(zone); });
}

Job<Done> Collection::setShowAuthors(bool show)
{
    return d->set([show](StoreWriter &writer) { return writer.setShowAuthors(show); });
}

Job<Done> Collection::setPublicAccounts(const QStringList &handles)
{
    return d->set([handles](StoreWriter &writer) { return writer.setPublicAccounts(handles); });
}

Job<Done> Collection::setKeepRawRecords(bool keep)
{
    return d->set([keep](StoreWriter &writer) { return writer.setKeepRawRecords(keep); });
}

Job<Done> Collection::setTicked(const QString &attribute, bool ticked)
{
    return d->set([attribute, ticked](StoreWriter &writer) { return writer.setTicked(attribute, ticked); });
}

Job<Done> Collection::setSetting(const QString &key, const QString &value)
{
    d->settings.insert(key, value);
    return d->writer->ask<Done>(
        [key, value](CollectionWriter &writer, Progress &) { return writer.setSetting(key, value); });
}

QString Collection::setting(const QString &key) const
{
    return d->settings.value(key);
}

Job<Done> Collection::saveCopy(const QString &path)
{
    return d->readers->ask<Done>(
        [path](StoreReader &reader, Progress &progress) { return reader.backup(path, progress); });
}

Job<QStringList> Collection::check()
{
    return d->readers->ask<QStringList>(
        [](StoreReader &reader, Progress &progress) { return reader.check(progress); });
}

} // namespace tidemark
