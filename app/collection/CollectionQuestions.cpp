#include "collection/CollectionPrivate.h"

#include "collection/Answer.h"
#include "collection/RejectedPage.h"
#include "collection/ThemePortrait.h"
#include "store/StoryChunks.h"

namespace tidemark {

QFuture<Result<Selection>> Collection::select(const SelectionQuestion &question)
{
    return ask(question).answer;
}

Job<Selection> Collection::ask(const SelectionQuestion &question)
{
    CollectionState &state = d->state;
    if (state.snapshot.isAwaited() && state.keptAnswer && state.keptAnswer->answers(question)) {
        return d->readers->ask<Selection>(
            [&state](StoreReader &, Progress &) { return Result<Selection>(state.keptAnswer->selection()); });
    }
    return d->readers->askHeld<Selection>([question, &state](StoreReader &reader, Progress &progress) {
        if (question.askStoreAgain)
            state.answers.clear();
        return answer(question, state.snapshot, reader, state.answers, progress);
    });
}

void Collection::cancel(const Job<Selection> &question)
{
    d->readers->cancel(question.progress);
}

Job<RuleTrial> Collection::tryRule(const RuleQuestion &question)
{
    return d->readers->askHeld<RuleTrial>([question, &state = d->state](StoreReader &reader, Progress &progress) {
        return tidemark::tryRule(question, state, reader, progress);
    });
}

void Collection::cancel(const Job<RuleTrial> &question)
{
    d->readers->cancel(question.progress);
}

QFuture<Result<QVector<CodebookVersion>>> Collection::codebookVersions()
{
    return d->readers
        ->ask<QVector<CodebookVersion>>([](StoreReader &reader, Progress &) { return reader.codebookVersions(); })
        .answer;
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

Job<ThemeTable> Collection::tableThemes(const Filter &filter, const ThemeTableQuestion &question)
{
    return d->readers->askHeld<ThemeTable>(
        [filter, question, &state = d->state](StoreReader &reader, Progress &progress) -> Result<ThemeTable> {
            const auto selection = answer({.filter = filter, .timeline = {}, .facets = false}, state.snapshot,
                                          reader, state.answers, progress);
            if (!selection)
                return selection.error();
            return selection->index().themeTable(question, selection->stories());
        });
}

Job<ThemePortrait> Collection::portrayTheme(const PortraitQuestion &question)
{
    return d->readers->askHeld<ThemePortrait>(
        [question, &state = d->state](StoreReader &reader, Progress &progress) -> Result<ThemePortrait> {
            const auto selection = answer({.filter = question.filter, .timeline = {}, .facets = false},
                                          state.snapshot, reader, state.answers, progress);
            if (!selection)
                return selection.error();
            return portray(question, *selection, state.facts.get()->codebook, reader, progress);
        });
}

QFuture<Result<QVector<StoryId>>> Collection::repliesTo(StoryId id, int most)
{
    return d->readers
        ->ask<QVector<StoryId>>([id, most](StoreReader &reader, Progress &) { return reader.repliesTo(id, most); })
        .answer;
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

QFuture<Result<QVector<RejectedRecord>>> Collection::rejectedRecords(qint64 run, qint64 after, qint64 most)
{
    return d->readers
        ->ask<QVector<RejectedRecord>>(
            [run, after, most](StoreReader &reader, Progress &) { return rejectedPage(reader, run, after, most); })
        .answer;
}

Job<Done> Collection::saveCopy(const QString &path)
{
    return d->readers->ask<Done>([path, d = d.get()](StoreReader &reader, Progress &progress) -> Result<Done> {
        if (const Result<> saved = reader.backup(path, progress); !saved || d->store->isReadOnly())
            return saved;
        return d->afterWriter<Done>([path](CollectionWriter &of, Progress &) {
            return of.set([path](StoreWriter &to) { return to.noteSavedCopy(path); }, {.settings = true});
        });
    });
}

Job<QStringList> Collection::check()
{
    return d->readers->ask<QStringList>(
        [](StoreReader &reader, Progress &progress) { return reader.check(progress); });
}

} // namespace tidemark
