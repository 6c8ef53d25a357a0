#pragma once

#include "theme/Codebook.h"

#include <QByteArray>

namespace tidemark {

/// A codebook as a file of the kind that its name's ending says: .csv (name, definition, id, group), .qdc
/// (REFI-QDA), else ours (JSON), which alone has rules.
QByteArray codebookToBytes(const Codebook &codebook, const QString &fileName);

} // namespace tidemark
