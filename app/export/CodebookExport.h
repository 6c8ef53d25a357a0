#pragma once

#include "theme/Codebook.h"

#include <QByteArray>

namespace tidemark {

/// A codebook as a file of the kind that its name's ending says: .csv (a theme a row), .qdc (REFI-QDA: no rules),
/// else ours (JSON), which alone has everything. An Error where that kind of file can't hold it.
Result<QByteArray> codebookToBytes(const Codebook &codebook, const QString &fileName);

} // namespace tidemark
