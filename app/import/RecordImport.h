#pragma once

#include "import/ImportReport.h"
#include "import/PreparedRecord.h"
#include "store/ImportTables.h"

#include <QHash>

namespace tidemark {

/// Puts one record after another into the store's open batch, and counts what became of each.
class RecordImport final
{
public:
    /// fetchedAt: when a server gave the records; absent: they come out of a file.
    RecordImport(ImportTables &tables, const RuleCoder &rules, int codebookVersion, QByteArray fileDigest,
                 std::optional<Instant> fetchedAt = {});

    /// The stories were asked about and nothing more: none is added, and none has come from here.
    void askAgain() { m_isAskedAgain = true; }

    /// Counts in run. What the record refers to and may not be kept is taken out of it.
    Result<> take(PreparedRecord &record, StoredRun &run);
    [[nodiscard]] const QVector<RejectedRecord> &rejections() const { return m_rejections; } ///< the first 100
    [[nodiscard]] qint64 cutTexts() const { return m_cutTexts; } ///< stories added whose text isn't whole
    /// The story that the last record became, or was found to be; absent: it was no story, or one taken back.
    [[nodiscard]] std::optional<StoryId> lastStory() const { return m_lastStory; }

private:
    enum class Outcome { Added, Duplicate, Updated, TakenBack };
    enum class Role { Record, OriginalOfRepost, AskedAgain };

    Result<Outcome> takeStory(const Story &story, PreparedStory &prepared, const RecordPlace &place, Role role);
    Result<Outcome> mergeStory(StoryId id, const Story &story, const Identity &identity, const RecordPlace &place,
                               Role role);
    Result<> takeRepost(const Repost &repost, const AuthorKeys &reposter, std::optional<PreparedStory> &original,
                        const RecordPlace &place, StoredRun &run);
    Result<> nameByRepost(Identity &original, const Repost &repost, const QString &key);
    Result<> takeWithdrawal(const Withdrawal &withdrawal, StoredRun &run);
    Result<> takeRejected(const Rejected &rejected, const RecordPlace &place, StoredRun &run);
    Result<> tellApart(Identity &identity, qint64 record);
    Result<bool> isOfAnotherRecord(const QString &key, qint64 record);
    Result<std::optional<StoryId>> find(const Identity &identity, const Story &story);
    Result<bool> isTakenBack(const QStringList &keys);
    Result<bool> isTakenBack(const QStringList &keys, const CodedStory &coded);
    Result<bool> forgetTakenBackRelations(Story &story);
    void dateEdit(Story &incoming, const Story &stored) const;

    ImportTables &m_tables;
    const RuleCoder &m_rules;
    int m_codebookVersion;
    QByteArray m_digest;
    std::optional<Instant> m_fetchedAt;
    QHash<QString, qint64> m_repeated; ///< by key: how many records of this file had it, from two on
    QVector<RejectedRecord> m_rejections;
    qint64 m_cutTexts = 0;
    std::optional<StoryId> m_lastStory;
    bool m_isAskedAgain = false;
};

} // namespace tidemark
