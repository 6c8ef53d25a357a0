#include "collection/Coding.h"

#include "store/StoreReader.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace tidemark {

namespace {

Result<QVector<Disagreement>> openAmong(const CoderAnswers &all, std::optional<int> theme, StoreReader &reader)
{
    QVector<StoryId> stories;
    for (const qint64 story : disagreements(all.answers)) {
        if (!std::binary_search(all.settled.cbegin(), all.settled.cend(), story))
            stories.append(StoryId{story});
    }
    const auto rows = reader.rows(stories, StoreReader::Authors::Hidden);
    if (!rows)
        return rows.error();
    QVector<Disagreement> open;
    QHash<qint64, qsizetype> places;
    for (const StoryRow &row : *rows) {
        places.insert(toNumber(row.id), open.size());
        open.append({row.id, theme, row.opening, {}});
    }
    for (const CoderAnswer &answer : all.answers) {
        if (const auto place = places.constFind(answer.unit); place != places.cend())
            open[*place].answers.append({all.coders.at(answer.coder), answer.answer});
    }
    return open;
}

/// Only of these do the figures tell; all, where no two of them coded the same story.
QStringList codersInCommon(const CoderAnswers &all)
{
    QHash<qint64, QSet<int>> byStory;
    for (const CoderAnswer &answer : all.answers)
        byStory[answer.unit].insert(answer.coder);
    QSet<int> inCommon;
    for (const QSet<int> &coders : std::as_const(byStory)) {
        if (coders.size() > 1)
            inCommon.unite(coders);
    }
    QStringList names;
    for (int coder = 0; coder < all.coders.size(); ++coder) {
        if (inCommon.isEmpty() || inCommon.contains(coder))
            names.append(all.coders.at(coder));
    }
    return names;
}

} // namespace

Result<QVector<ThemeAgreement>> agreementsOf(const Codebook &codebook, quint32 seed, StoreReader &reader,
                                             Progress &progress)
{
    QVector<ThemeAgreement> agreements;
    QVector<std::optional<int>> questions;
    for (const Theme &theme : codebook.themes)
        questions.append(theme.number);
    questions.append(std::nullopt);
    progress.total = questions.size();
    for (const std::optional<int> theme : std::as_const(questions)) {
        if (progress.isCancelled())
            return Error{Error::Kind::Cancelled, QCoreApplication::translate("Learning", "Stopped.")};
        const auto answers = theme ? reader.coderAnswers(*theme) : reader.coderVoices();
        if (!answers)
            return answers.error();
        ++progress.done;
        if (answers->coders.size() < 2)
            continue;
        auto open = openAmong(*answers, theme, reader);
        if (!open)
            return open.error();
        agreements.append({theme, codersInCommon(*answers), agreement(answers->answers, seed),
                           std::move(open).value(), answers->settled.size()});
    }
    return agreements;
}

} // namespace tidemark
