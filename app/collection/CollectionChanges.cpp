#include "collection/CollectionPrivate.h"

#include "collection/RejectedPage.h"
#include "import/RejectedLines.h"

#include <QCoreApplication>
#include <QDateTime>

#include <functional>
#include <numeric>

namespace tidemark {

namespace {

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

Job<ImportReport> Collection::import(const QString &path, const ReaderOptions &options)
{
    return d->writer->ask<ImportReport>([path, options, d = d.get()](CollectionWriter &writer, Progress &progress) {
        auto report = writer.import(path, options, progress);
        d->keepIndexIfWorthIt();
        d->tidyUpLater();
        return report;
    });
}

Job<ImportReport> Collection::retryRejected(qint64 run, const ReaderOptions &options,
                                            const QHash<qint64, QByteArray> &edited)
{
    return d->writer->ask<ImportReport>(
        [run, options, edited, d = d.get()](CollectionWriter &writer, Progress &progress) {
            auto report = writer.retryRejected(run, options, edited, progress);
            d->keepIndexIfWorthIt();
            d->tidyUpLater();
            return report;
        });
}

Job<qint64> Collection::exportRejected(const QVector<ImportRunFacts> &runs, const QString &path)
{
    return d->readers->ask<qint64>([runs, path](StoreReader &reader, Progress &progress) -> Result<qint64> {
        progress.total = std::transform_reduce(runs.cbegin(), runs.cend(), qint64(0), std::plus<>(),
                                               [](const ImportRunFacts &run) { return run.rejected; });
        auto run = runs.cbegin();
        qint64 last = 0;
        const auto linesOfNextPage = [&]() -> Result<QByteArray> {
            while (run != runs.cend()) {
                if (progress.isCancelled())
                    return Error{Error::Kind::Cancelled, QCoreApplication::translate("Store", "Stopped.")};
                const auto page = rejectedPage(reader, run->number, last, recordsOfAPage);
                if (!page)
                    return page.error();
                last = page->isEmpty() ? 0 : page->constLast().number;
                if (page->isEmpty()) {
                    ++run;
                    continue;
                }
                QByteArray lines;
                for (const RejectedRecord &record : *page)
                    lines += rejectedLine(record, run->number, run->sourceName);
                progress.done += page->size();
                return lines;
            }
            return QByteArray();
        };
        const Result<> written = writeRejectedLines(path, linesOfNextPage);
        return written ? Result<qint64>(progress.done.load()) : Result<qint64>(written.error());
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
    return d->askOfStories<Done>(ids.size(),
                                 [ids, mark = storedMark(mark), on](CollectionWriter &of, Progress &progress) {
                                     return of.act(SetMarks{ids, mark, on}, progress);
                                 });
}

Job<Done> Collection::setTheme(const QVector<StoryId> &ids, int theme, std::optional<bool> present)
{
    // The writer makes the action: there may be millions of stories, and it is the window that asks.
    const auto set = [ids, theme, present](CollectionWriter &of, Progress &progress) {
        SetThemes action{theme, {}};
        action.values.reserve(ids.size());
        for (const StoryId id : ids)
            action.values.append({id, present, 0});
        return of.act(action, progress);
    };
    return d->askOfStories<Done>(ids.size(), d->ofCodebook<Done>(set));
}

Job<Done> Collection::setVoice(const QVector<StoryId> &ids, std::optional<Voice> voice)
{
    return d->askOfStories<Done>(
        ids.size(),
        [ids, voice, now = QDateTime::currentMSecsSinceEpoch()](CollectionWriter &of, Progress &progress) {
            SetVoices action;
            action.values.reserve(ids.size());
            for (const StoryId id : ids)
                action.values.append({id, voice, now});
            return of.act(action, progress);
        });
}

Job<Done> Collection::setNote(const QVector<StoryId> &ids, const QString &note)
{
    return d->askOfStories<Done>(ids.size(), [ids, note](CollectionWriter &of, Progress &progress) {
        SetNotes action;
        action.notes.reserve(ids.size());
        for (const StoryId id : ids)
            action.notes.append({id, note});
        return of.act(action, progress);
    });
}

Job<Done> Collection::setThemeDefinition(const Theme &theme)
{
    return d->act(SetDefinition{theme});
}

Job<Done> Collection::setCodebook(const Codebook &codebook, const QVector<HandThemes> &codings)
{
    emit codebookWished(codebook);
    return d->act(SetCodebook{{codebook, codings}});
}

Job<Done> Collection::mergeThemes(int kept, int gone)
{
    return d->askOfThemes<Done>(
        [kept, gone](CollectionWriter &of, Progress &progress) { return of.mergeThemes(kept, gone, progress); });
}

Job<Done> Collection::splitTheme(const ThemeSplit &split, const QVector<StoryId> &stories)
{
    return d->askOfThemes<Done>([split, stories](CollectionWriter &of, Progress &progress) {
        return of.splitTheme(split, stories, progress);
    });
}

Job<Done> Collection::addCodebook(const Codebook &codebook)
{
    return d->writer->ask<Done>([codebook](CollectionWriter &of, Progress &) { return of.addCodebook(codebook); });
}

Job<Done> Collection::renameCodebook(qint64 number, const QString &title)
{
    return d->writer->ask<Done>(
        [number, title](CollectionWriter &of, Progress &) { return of.giveTitle(number, title); });
}

Job<Done> Collection::deleteCodebook(qint64 number)
{
    return d->act(KeepCodebook{number, facts().titleOf(number), false});
}

Job<Done> Collection::useCodebook(qint64 number)
{
    return d->act(UseCodebook{number, facts().titleOf(number)});
}

Job<Done> Collection::setEvents(const QVector<DatedEvent> &events)
{
    return d->act(SetEvents{events});
}

Job<Done> Collection::noteRead(StoryId id)
{
    return d->writer->askShort<Done>([id](CollectionWriter &writer, Progress &) { return writer.noteRead(id); });
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
    return d->writer->askShort<Done>(
        [key, value](CollectionWriter &writer, Progress &) { return writer.setSetting(key, value); });
}

QString Collection::setting(const QString &key) const
{
    return d->settings.value(key);
}

} // namespace tidemark
