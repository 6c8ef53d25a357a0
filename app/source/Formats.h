#pragma once

#include "source/Reader.h"

namespace tidemark {

/// The makers of the readers, one a format; bytes are decompressed, name is the file's, for sentences. Whether the
/// content is of the format was found out before: see Detection.h.
Result<std::unique_ptr<Reader>> makeCsvReader(std::unique_ptr<ByteStream> bytes, const QString &name,
                                              const ReaderOptions &options);
Result<std::unique_ptr<Reader>> makeTwarcCsvReader(std::unique_ptr<ByteStream> bytes, const QString &name);
Result<std::unique_ptr<Reader>> makeTwitterV1Reader(std::unique_ptr<ByteStream> bytes, const QString &name);
Result<std::unique_ptr<Reader>> makeTwitterV2Reader(std::unique_ptr<ByteStream> bytes, const QString &name);
Result<std::unique_ptr<Reader>> makeTidemarkReader(std::unique_ptr<ByteStream> bytes, const QString &name);

/// The longest text that a story may have, in bytes of UTF-8.
inline constexpr qsizetype longestStoryText = 1024 * 1024;

/// The story as content, or the reason why it is set aside (its text is too long) or passed over (it has none).
std::variant<Story, Repost, Withdrawal, Skipped, Rejected> checkedStory(Story story);

} // namespace tidemark
