// Codebooks, and the codings by rules, models and people.
#include "store/StoreWriter.h"

#include "store/InTransaction.h"
#include "store/Recoding.h"
#include "store/VoiceTables.h"

using namespace Qt::StringLiterals;

namespace tidemark {

Result<CodebookChange> StoreWriter::changeCodebook(const CodebookChange &change, Progress &progress)
{
    return inTransaction(*m_tables, [&] { return tidemark::changeCodebook(*m_tables, change, progress); });
}

Result<qint64> StoreWriter::addCodebook(const Codebook &codebook)
{
    return inTransaction(
        *m_tables, [&] { return addToShelf(*m_connection, codebook); }, Transaction::Kind::WriteBesideIndex);
}

Result<bool> StoreWriter::keepCodebook(qint64 number, bool kept)
{
    return inTransaction(
        *m_tables, [&] { return keepOnShelf(*m_connection, number, kept); }, Transaction::Kind::WriteBesideIndex);
}

Result<bool> StoreWriter::renameCodebook(qint64 number, const QString &title)
{
    return inTransaction(
        *m_tables, [&] { return renameOnShelf(*m_connection, number, title); },
        Transaction::Kind::WriteBesideIndex);
}

Result<qint64> StoreWriter::useCodebook(qint64 number, Progress &progress)
{
    return inTransaction(*m_tables, [&] { return bringIntoForce(*m_tables, number, progress); });
}

Result<> StoreWriter::forgetDeletedCodebooks()
{
    return inTransaction(
        *m_tables, [&] { return clearShelf(*m_connection); }, Transaction::Kind::WriteBesideIndex);
}

Result<> StoreWriter::recode(Progress &progress)
{
    return inTransaction(*m_tables, [&]() -> Result<> {
        const auto codebook = readCodebook(*m_connection);
        if (!codebook)
            return codebook.error();
        if (auto done = recodeStories(*m_tables, RuleCoder(*codebook), codebook->version, progress); !done)
            return done;
        const auto coders = readLabelCoders(*m_connection);
        if (!coders)
            return coders.error();
        const auto done = tidemark::setLabelCoders(*m_connection, *coders, HitFinder(*codebook), progress);
        return done ? Result<>() : Result<>(done.error());
    });
}

Result<AppliedModel> StoreWriter::applyModel(const ThemeModel &model, int codebookVersion,
                                             const QVector<Label> &labels, const HitFinder &finder,
                                             Progress &progress)
{
    return inTransaction(*m_tables, [&]() -> Result<AppliedModel> {
        const auto version = addModel(*m_connection, model, codebookVersion);
        if (!version)
            return version.error();
        AppliedModel applied;
        for (const Label label : labels)
            applied.coders.append({label, version.value()});
        auto before = tidemark::setLabelCoders(*m_connection, applied.coders, finder, progress);
        if (!before)
            return before.error();
        applied.before = std::move(before).value();
        return applied;
    });
}

Result<QVector<LabelCoder>> StoreWriter::setLabelCoders(const QVector<LabelCoder> &coders, const HitFinder &finder,
                                                        Progress &progress)
{
    return inTransaction(*m_tables,
                         [&] { return tidemark::setLabelCoders(*m_connection, coders, finder, progress); });
}

Result<> StoreWriter::addCoderCodings(int theme, const QString &coder, const QVector<HandTheme> &values)
{
    return inTransaction(*m_tables, [&] { return tidemark::addCoderCodings(*m_connection, theme, coder, values); });
}

Result<RecordedAnswers> StoreWriter::record(const RecordedAnswers &answers, InForce inForce)
{
    return inTransaction(*m_tables, [&]() -> Result<RecordedAnswers> {
        auto ofCoders = setCoderAnswers(*m_connection, answers.ofCoders);
        if (!ofCoders)
            return ofCoders.error();
        auto before = setAnswersInForce(*m_connection, answers.inForce, inForce);
        if (!before)
            return before.error();
        auto voicesOfCoders = setCoderVoices(*m_connection, answers.voicesOfCoders);
        if (!voicesOfCoders)
            return voicesOfCoders.error();
        auto voices = setHandVoices(*m_connection, answers.voices, inForce);
        if (!voices)
            return voices.error();
        return RecordedAnswers{std::move(before).value(), std::move(ofCoders).value(), std::move(voices).value(),
                               std::move(voicesOfCoders).value()};
    });
}

} // namespace tidemark
