#include "dialogs/PreviewRows.h"

#include "dialogs/CodingsPreview.h"
#include "model/TimeText.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PreviewRows)
};

/// What a record will be, as a row of the preview.
struct RecordRow
{
    QStringList operator()(const Story &story) const
    {
        return {timeText(story.postedAt, QTimeZone::utc()), platformName(story.platform), story.text};
    }
    QStringList operator()(const Repost &repost) const
    {
        return {timeText(repost.postedAt, QTimeZone::utc()), platformName(repost.platform),
                Words::tr("(a repost)")};
    }
    QStringList operator()(const Withdrawal &withdrawal) const
    {
        return {QString(), platformName(withdrawal.platform), Words::tr("(taken back by its author)")};
    }
    QStringList operator()(const Skipped &skipped) const
    {
        return {QString(), QString(), Words::tr("(skipped: %1)").arg(skipped.reason)};
    }
    QStringList operator()(const Rejected &rejected) const
    {
        return {QString(), QString(), Words::tr("(set aside: %1)").arg(rejected.reason)};
    }
};

} // namespace

bool haveCodings(const QVector<Record> &records)
{
    return std::any_of(records.cbegin(), records.cend(),
                       [](const Record &record) { return !record.labels.isEmpty(); });
}

QVector<QStringList> previewRows(const QVector<Record> &records, const Codebook &codebook)
{
    const bool areLabelled = haveCodings(records);
    QVector<QStringList> rows;
    rows.reserve(records.size());
    for (const Record &record : records) {
        QStringList row = std::visit(RecordRow(), record.content);
        if (areLabelled)
            row.insert(codingsPlace, codingsText(record.labels, codebook));
        rows.append(row);
    }
    return rows;
}

} // namespace tidemark
