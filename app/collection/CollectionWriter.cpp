#include "collection/CollectionWriter.h"

#include "collection/ReadFacts.h"
#include "import/LabelImport.h"
#include "store/Purging.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 groupedBeyond = 20;   ///< a twentieth is new: all sketches are read, which takes as long for one
constexpr qint64 fewSketches = 50'000; ///< which are read in no time

bool isRule(const LabelCoder &coder)
{
    return coder.model == 0;
}

/// Whether the stories that nobody compared with the others yet are too few to read all sketches for at once.
} // namespace

Result<std::unique_ptr<CollectionWriter>> CollectionWriter::make(const Store &store, CollectionState &state)
{
    auto writer = store.writer();
    if (!writer)
        return writer.error();
    auto reader = store.reader();
    if (!reader)
        return reader.error();
    return std::unique_ptr<CollectionWriter>(
        new CollectionWriter(store, std::move(writer).value(), std::move(reader).value(), state));
}

CollectionWriter::CollectionWriter(const Store &store, std::unique_ptr<StoreWriter> writer,
                                   std::unique_ptr<StoreReader> reader, CollectionState &state)
    : m_store(store), m_writer(std::move(writer)), m_reader(std::move(reader)), m_state(state)
{
}

Result<> CollectionWriter::groupCopies(const Progress &progress)
{
    const auto anyNew = m_writer->groupCopies(progress);
    if (!anyNew)
        return anyNew.error();
    return anyNew.value() ? follow({}, {.stories = true}) : Result<>();
}

Result<bool> CollectionWriter::hasFewUngrouped()
{
    const auto ungrouped = m_writer->ungroupedStories();
    if (!ungrouped)
        return ungrouped.error();
    const qint64 stories = m_state.snapshot.get()->index->size();
    return stories > fewSketches && ungrouped.value() * groupedBeyond < stories;
}

Result<> CollectionWriter::groupCopiesAtClosing()
{
    const auto few = hasFewUngrouped();
    const auto grouped = few && few.value() ? m_writer->groupCopies(Progress()) : few;
    return grouped ? Result<>() : Result<>(grouped.error());
}

Result<> CollectionWriter::groupCopiesOfMany(const Progress &progress)
{
    const auto few = hasFewUngrouped();
    if (!few)
        return few.error();
    return few.value() ? Result<>() : groupCopies(progress);
}

Result<qint64> CollectionWriter::takeOut(const TakeOut &takeOut, Progress &progress)
{
    const auto touched = takeOut(*m_writer, progress);
    if (!touched)
        return touched.error();
    if (const Result<> followed = follow(touched.value(), {.stories = true}); !followed)
        return followed.error();
    if (const Result<> grouped = groupCopiesOfMany(progress); !grouped) // a text may be again what it was
        return grouped.error();
    if (touched->wordsLinger)
        return Error{Error::Kind::Busy, wordsLinger()};
    return touched->removed.size();
}

Result<> CollectionWriter::act(const Action &action, Progress &progress)
{
    const Codebook codebook = m_state.facts.get()->codebook;
    const auto done = perform(action, progress);
    if (!done)
        return done.error();
    if (done->touched.isEmpty() && !done->change.codebook && !done->change.settings)
        return {};
    const auto *ofCodebook = std::get_if<SetCodebook>(&done->contrary);
    const qsizetype stories = ofCodebook ? storiesRemembered(*ofCodebook) : done->touched.size();
    m_undo.push({actionText(action, done->touched.size(), codebook), done->contrary, stories});
    publishUndo();
    return {};
}

Result<> CollectionWriter::unact(UndoStack::Direction direction, Progress &progress)
{
    const UndoStack::Step *step = m_undo.next(direction);
    if (!step)
        return {};
    const auto done = perform(step->contrary, progress);
    const bool isGone = !done && done.error().kind == Error::Kind::NotFound;
    if (!done && !isGone)
        return done.error();
    if (isGone)
        m_undo.drop(direction);
    else
        m_undo.taken(direction, done->contrary);
    publishUndo();
    return {};
}

Result<LabelReport> CollectionWriter::label(const QVector<ColumnLabel> &labels, const QString &coder,
                                            Progress &progress)
{
    const auto read = columnCodings(labels, *m_reader, progress);
    if (!read)
        return read.error();
    LabelReport report;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const ColumnCodings &column = read->at(i);
        report.codings += column.codings.size() + column.voices.size();
        report.unclear += column.unclear;
        const std::optional<int> theme = labels.at(i).theme;
        const Result<> done = !theme ? labelVoices(column.voices, coder, progress)
            : coder.isEmpty()        ? act(SetThemes{*theme, column.codings}, progress)
                                     : m_writer->addCoderCodings(*theme, coder, column.codings);
        if (!done)
            return done.error();
    }
    if (!coder.isEmpty()) {
        if (const Result<> followed = follow({}, {.codings = true}); !followed)
            return followed.error();
    }
    return report;
}

/// With a coder's name beside what others said; what is in force stays.
Result<> CollectionWriter::labelVoices(QVector<HandVoice> voices, const QString &coder, Progress &progress)
{
    const Instant now = QDateTime::currentMSecsSinceEpoch();
    for (HandVoice &voice : voices) {
        voice.madeAt = now;
        voice.coder = coder;
    }
    if (coder.isEmpty())
        return act(SetVoices{voices}, progress);
    return act(RecordAnswers{{{}, {}, voices, voices}, InForce::Kept}, progress);
}

Result<> CollectionWriter::applyModel(const ThemeModel &model, const QVector<Label> &labels, Progress &progress)
{
    const Codebook codebook = m_state.facts.get()->codebook;
    const auto applied = m_writer->applyModel(model, codebook.version, labels, HitFinder(codebook), progress);
    if (!applied)
        return applied.error();
    if (const Result<> followed = follow({}, {.codings = true, .codebook = true}); !followed)
        return followed;
    m_undo.push({actionText(SetLabelCoders{applied->coders}, 0, codebook), SetLabelCoders{applied->before}});
    publishUndo();
    return {};
}

Result<> CollectionWriter::noteRead(StoryId id)
{
    const auto different = m_writer->setMark({&id, 1}, StoryMark::Read, true);
    if (!different)
        return different.error();
    if (different->isEmpty())
        return {};
    return follow({different.value(), {}, {}}, {.marks = true});
}

Result<> CollectionWriter::set(const Set &set, const CollectionChange &change)
{
    if (const Result<> done = set(*m_writer); !done)
        return done;
    return follow({}, change);
}

Result<> CollectionWriter::recodeAll(Progress &progress)
{
    const auto done = m_writer->recode(progress);
    return done ? follow({}, {.codings = true, .codebook = true}) : done;
}

Result<DoneAction> CollectionWriter::perform(const Action &action, Progress &progress)
{
    if (const auto *definition = std::get_if<SetDefinition>(&action))
        return define(definition->theme, progress);
    if (const auto *codebook = std::get_if<SetCodebook>(&action))
        return changeCodebook(*codebook, progress);
    if (const auto *coders = std::get_if<SetLabelCoders>(&action))
        return setCoders(*coders, progress);
    if (const auto *other = std::get_if<UseCodebook>(&action))
        return useCodebook(*other, progress);
    if (const auto *kept = std::get_if<KeepCodebook>(&action))
        return keepCodebook(*kept);
    if (const auto *named = std::get_if<RenameCodebook>(&action))
        return renameCodebook(*named);
    if (const auto *events = std::get_if<SetEvents>(&action))
        return setEvents(*events);
    auto done = doOnStories(action, *m_writer);
    if (!done || done->touched.isEmpty())
        return done;
    if (const Result<> followed = follow({done->touched, {}, {}}, done->change); !followed)
        return followed.error();
    return done;
}

Result<DoneAction> CollectionWriter::setEvents(const SetEvents &action)
{
    const auto before = m_writer->setEvents(action.events);
    if (!before)
        return before.error();
    if (before.value() == action.events)
        return DoneAction{SetEvents{before.value()}, {}, {}};
    DoneAction done{SetEvents{before.value()}, {}, {.settings = true}};
    if (const Result<> followed = follow({}, done.change); !followed)
        return followed.error();
    return done;
}

Result<DoneAction> CollectionWriter::setCoders(const SetLabelCoders &action, Progress &progress)
{
    const auto before = m_writer->setLabelCoders(action.coders, HitFinder(m_state.facts.get()->codebook), progress);
    if (!before)
        return before.error();
    if (before.value() == action.coders && std::all_of(action.coders.cbegin(), action.coders.cend(), isRule))
        return DoneAction{SetLabelCoders{before.value()}, {}, {}};
    DoneAction done{SetLabelCoders{before.value()}, {}, {.codings = true, .codebook = true}};
    if (const Result<> followed = follow({}, done.change); !followed)
        return followed.error();
    return done;
}

Result<bool> CollectionWriter::tidyUp(const Progress &progress)
{
    if (const Result<> grouped = groupCopies(progress); !grouped)
        return grouped.error();
    const Result<> settled = m_writer->settleValues(progress);
    if (progress.isCancelled())
        return true;
    return settled ? m_writer->mergeFullTextStep() : Result<bool>(settled.error());
}

void CollectionWriter::publishUndo()
{
    m_state.undoTexts.set(m_undo.texts());
    m_state.tellUndoChanged();
}

} // namespace tidemark
