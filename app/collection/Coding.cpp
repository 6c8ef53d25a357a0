#include "collection/Coding.h"

#include "store/StoreReader.h"

#include <QCoreApplication>

#include <algorithm>

namespace tidemark {

namespace {

Result<QVector<Disagreement>> openAmong(const CoderAnswers &all, int theme, StoreReader &reader)
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
    for (const StoryRow &row : *rows)
        open.append({row.id, theme, row.opening, {}});
    for (const CoderAnswer &answer : all.answers) {
        const auto found = std::ranges::find(open, StoryId{answer.unit}, &Disagreement::story);
        if (found != open.end())
            found->answers.append({all.coders.at(answer.coder), answer.answer != 0});
    }
    return open;
}

} // namespace

Result<QVector<ThemeAgreement>> agreementsOf(const Codebook &codebook, quint32 seed, StoreReader &reader,
                                             Progress &progress)
{
    QVector<ThemeAgreement> agreements;
    progress.total = codebook.themes.size();
    for (const Theme &theme : codebook.themes) {
        if (progress.isCancelled())
            return Error{Error::Kind::Cancelled, QCoreApplication::translate("Learning", "Stopped.")};
        const auto answers = reader.coderAnswers(theme.number);
        if (!answers)
            return answers.error();
        ++progress.done;
        if (answers->coders.size() < 2)
            continue;
        auto open = openAmong(*answers, theme.number, reader);
        if (!open)
            return open.error();
        agreements.append({theme.number, answers->coders, agreement(answers->answers, seed),
                           std::move(open).value(), answers->settled.size()});
    }
    return agreements;
}

} // namespace tidemark
