#include "collection/CollectionPrivate.h"

#include <QDateTime>

namespace tidemark {

Job<Evaluation> Collection::evaluateThemes(const EvaluationQuestion &question)
{
    return d->readers->ask<Evaluation>([question, &state = d->state](StoreReader &reader, Progress &progress) {
        return answerEvaluation(question, state.facts.get()->codebook, reader, progress);
    });
}

Job<Training> Collection::trainThemes(const TrainingQuestion &question)
{
    return d->readers->ask<Training>([question, &state = d->state](StoreReader &reader, Progress &progress) {
        const auto facts = state.facts.get();
        auto training = train(question, facts->codebook, reader, progress);
        if (training)
            training->codebook = facts->codebookNumber;
        return training;
    });
}

Job<Done> Collection::applyTraining(const Training &training, const QVector<Label> &labels)
{
    return d->askOfThemes<Done>(
        [model = training.model, labels](CollectionWriter &of, Progress &progress) {
            return of.applyModel(*model, labels, progress);
        },
        training.codebook);
}

Job<Done> Collection::recode()
{
    return d->writer->ask<Done>([](CollectionWriter &of, Progress &progress) { return of.recodeAll(progress); });
}

Job<Done> Collection::codeByRules(const QVector<Label> &labels)
{
    SetLabelCoders action;
    for (const Label label : labels)
        action.coders.append({label, 0});
    return d->act(std::move(action));
}

QFuture<Result<QVector<LabelCoder>>> Collection::labelCoders()
{
    return d->readers
        ->ask<QVector<LabelCoder>>([](StoreReader &reader, Progress &) { return reader.labelCoders(); })
        .answer;
}

QFuture<Result<ThemeModel::Explanation>> Collection::explain(StoryId id, Label label)
{
    return d->readers
        ->ask<ThemeModel::Explanation>([id, label, &state = d->state](StoreReader &reader, Progress &) {
            return tidemark::explain(id, label, state.facts.get()->codebook, reader);
        })
        .answer;
}

Job<LabelReport> Collection::label(const QVector<ColumnLabel> &labels, const QString &coder)
{
    return d->askOfThemes<LabelReport>(
        [labels, coder](CollectionWriter &of, Progress &progress) { return of.label(labels, coder, progress); });
}

QFuture<Result<CoderAnswers>> Collection::coderAnswers(int theme)
{
    return d->readers
        ->ask<CoderAnswers>([theme](StoreReader &reader, Progress &) { return reader.coderAnswers(theme); })
        .answer;
}

QFuture<Result<CoderAnswers>> Collection::coderVoices()
{
    return d->readers->ask<CoderAnswers>([](StoreReader &reader, Progress &) { return reader.coderVoices(); })
        .answer;
}

QFuture<Result<QVector<HandCount>>> Collection::handCounts()
{
    return d->readers->ask<QVector<HandCount>>([](StoreReader &reader, Progress &) { return reader.handCounts(); })
        .answer;
}

Job<SuggestedStories> Collection::suggestStories(const SuggestionQuestion &question)
{
    return d->readers->ask<SuggestedStories>(
        [question, &state = d->state](StoreReader &reader, Progress &progress) {
            return answerSuggestions(question, state.facts.get()->codebook, reader, progress);
        });
}

QFuture<Result<QHash<StoryId, CoderSheet>>> Collection::coderSheets(const QString &coder,
                                                                    const QVector<StoryId> &ids)
{
    using Sheets = QHash<StoryId, CoderSheet>;
    return d->readers
        ->ask<Sheets>([coder, ids](StoreReader &reader, Progress &) { return reader.coderSheets(coder, ids); })
        .answer;
}

Job<QVector<ThemeAgreement>> Collection::agreements(quint32 seed)
{
    return d->readers->ask<QVector<ThemeAgreement>>(
        [seed, &state = d->state](StoreReader &reader, Progress &progress) {
            return agreementsOf(state.facts.get()->codebook, seed, reader, progress);
        });
}

Job<Done> Collection::recordAnswers(const CodedAnswers &answers)
{
    RecordAnswers action;
    action.inForce = answers.isBlind ? InForce::Kept : InForce::Replaced;
    const auto add = [&](ThemeSet themes, bool present) {
        themes.forEach([&](int theme) {
            action.answers.ofCoders.append({theme, {answers.story, present, 0, answers.coder, {}}});
        });
    };
    add(answers.present, true);
    add(answers.absent, false);
    action.answers.inForce = action.answers.ofCoders;
    if (answers.voice) {
        const Instant now = QDateTime::currentMSecsSinceEpoch();
        action.answers.voices = {{answers.story, answers.voice, now, answers.coder}};
        action.answers.voicesOfCoders = action.answers.voices;
    }
    return d->act(std::move(action));
}

Job<Done> Collection::settle(StoryId story, int theme, bool present)
{
    RecordAnswers action;
    action.answers.inForce = {{theme, {story, present, 0, {}, {}, true}}};
    return d->act(std::move(action));
}

Job<Done> Collection::settleVoice(StoryId story, Voice voice)
{
    RecordAnswers action;
    action.answers.voices = {{story, voice, QDateTime::currentMSecsSinceEpoch(), {}, true}};
    return d->act(std::move(action));
}

} // namespace tidemark
