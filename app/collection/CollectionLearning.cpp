#include "collection/CollectionPrivate.h"

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

} // namespace tidemark
