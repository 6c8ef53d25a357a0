#pragma once

#include "collection/Collection.h"

#include "collection/CollectionState.h"
#include "collection/CollectionWriter.h"
#include "collection/Fetching.h"
#include "collection/ReadFacts.h"
#include "collection/Workers.h"

#include <QCoreApplication>
#include <QFuture>
#include <QHash>

#include <optional>
#include <variant>

namespace tidemark {

using Done = std::monostate;
using Readers = Workers<StoreReader>;
using Writer = Workers<CollectionWriter>;
using NetworkThread = Workers<Network>;

/// What is behind a collection's face. The files Collection*.cpp are its parts: opening and closing, questions,
/// changes, learning, fetching.
class Collection::Private
{
public:
    std::shared_ptr<Store> store;
    CollectionState state;
    QHash<QString, QString> settings; ///< the owner's thread alone
    Manner manner = Manner::Thorough;
    bool hasHiddenToPurge = false;                ///< at opening, and only where they can be taken out
    std::optional<QFuture<Result<qint64>>> purge; ///< of these, and how many went
    // Threads end before what they use.
    std::unique_ptr<Readers> readers;
    std::unique_ptr<Readers> loader; ///< reads the index, where something is shown meanwhile
    std::unique_ptr<Writer> writer;
    std::unique_ptr<NetworkThread> network; ///< made by the first fetch

    static Result<std::unique_ptr<Private>> load(const QString &path, Missing missing, Manner manner);
    Result<> openIndex(CollectionFacts facts, StoreReader &reader);
    void startThreads();
    void giveUpIndex(const Error &why);
    [[nodiscard]] OldIndex oldIndex() const;

    /// Does the work that an import left for idle time, step by step, so that everything asked meanwhile comes
    /// first. Any thread.
    void tidyUpLater()
    {
        writer->askWhenIdle<Done>([this](CollectionWriter &of, Progress &progress) -> Result<Done> {
            const auto more = progress.isCancelled() ? Result<bool>(true) : of.tidyUp(progress);
            if (more && more.value())
                tidyUpLater();
            return more ? Result<Done>(Done()) : Result<Done>(more.error());
        });
    }

    NetworkThread &onNetwork()
    {
        if (!network) {
            network = std::make_unique<NetworkThread>(
                QStringLiteral("network"), 1, NetworkThread::WhenClosing::DropWaiting,
                [] { return Result<std::unique_ptr<Network>>(std::make_unique<Network>()); });
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

    /// For what is set on stories. A few of them don't wait for the end of an import.
    template<typename T>
    Job<T> askOfStories(qsizetype stories, std::function<Result<T>(CollectionWriter &, Progress &)> work)
    {
        constexpr qsizetype few = 10'000;
        return stories <= few ? writer->askShort<T>(std::move(work)) : writer->ask<T>(std::move(work));
    }

    /// For what names themes by their numbers, or is made of a codebook: it is of this one (absent: of the one that
    /// is in force when it is asked), and changes nothing if another one is when its turn comes.
    template<typename T>
    Job<T> askOfThemes(std::function<Result<T>(CollectionWriter &, Progress &)> work,
                       std::optional<qint64> codebook = {})
    {
        return writer->ask<T>(ofCodebook<T>(std::move(work), codebook));
    }

    template<typename T>
    std::function<Result<T>(CollectionWriter &, Progress &)>
    ofCodebook(std::function<Result<T>(CollectionWriter &, Progress &)> work, std::optional<qint64> codebook = {})
    {
        const qint64 meant = codebook.value_or(state.facts.get()->codebookNumber);
        return [this, work = std::move(work), meant](CollectionWriter &of, Progress &progress) -> Result<T> {
            if (state.facts.get()->codebookNumber != meant)
                return anotherInForce();
            return work(of, progress);
        };
    }

    Job<Done> act(Action action)
    {
        const bool isOfThemes = namesThemes(action);
        auto work = [action = std::move(action)](CollectionWriter &of, Progress &progress) {
            return of.act(action, progress);
        };
        return isOfThemes ? askOfThemes<Done>(std::move(work)) : writer->ask<Done>(std::move(work));
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
        tidyUpLater();
        return job;
    }

    /// Once the writer comes to it. A failure costs time at the next opening and nothing else.
    void keepIndex()
    {
        writer->ask<Done>([](CollectionWriter &of, Progress &progress) { return of.keepIndex(progress); });
    }
    void keepIndexIfWorthIt()
    {
        writer->ask<Done>([](CollectionWriter &of, Progress &progress) { return of.keepIndexIfWorthIt(progress); });
    }

private:
    static bool namesThemes(const Action &action)
    {
        return std::holds_alternative<SetThemes>(action) || std::holds_alternative<SetDefinition>(action)
            || std::holds_alternative<SetCodebook>(action) || std::holds_alternative<SetLabelCoders>(action)
            || std::holds_alternative<RecordAnswers>(action);
    }

    static Error anotherInForce()
    {
        return {Error::Kind::Usage,
                QCoreApplication::translate("Collection",
                                            "Another codebook is in force by now, so nothing was changed.")};
    }
};

} // namespace tidemark
