#pragma once

#include "story/Result.h"
#include "theme/Codebook.h"

namespace tidemark {

/// The codebook that a file holds: ours (JSON), a table of names and definitions (CSV, TSV), a REFI-QDA codebook
/// (QDC), or another collection; "-" is standard input. What has no rules gives themes without them. Not for the
/// window's thread.
Result<Codebook> codebookOfFile(const QString &path);

} // namespace tidemark
