#pragma once

#include "import/ImportReport.h"
#include "story/Result.h"

#include <QHash>

#include <functional>

namespace tidemark {

/// One line of JSON for a record that was set aside, for people who mend it by hand: run, source, record (its
/// number), reason and content; content_base64 where the content isn't UTF-8.
QByteArray rejectedLine(const RejectedRecord &record, qint64 run, const QString &source);

/// Writes such lines to a new file that only its owner can read; it is whole or isn't there. They are asked for
/// part by part; an empty part ends them.
Result<> writeRejectedLines(const QString &path, const std::function<Result<QByteArray>()> &nextLines);

/// The contents in such lines by run and number of record, as they were edited. The Error names the first line that
/// is none.
using EditedRecords = QHash<qint64, QHash<qint64, QByteArray>>;
Result<EditedRecords> readRejectedLines(const QByteArray &lines);

} // namespace tidemark
