#pragma once

#include "source/Record.h"
#include "theme/Codebook.h"

namespace tidemark {

/// Where what a file says was coded stands among time, platform and text, if it says so of any.
inline constexpr int codingsPlace = 2;

[[nodiscard]] bool haveCodings(const QVector<Record> &records);

/// What the records of a file will be, a row each: time, platform, codings where they have any, text.
[[nodiscard]] QVector<QStringList> previewRows(const QVector<Record> &records, const Codebook &codebook);

} // namespace tidemark
