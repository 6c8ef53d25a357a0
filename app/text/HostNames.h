#pragma once

#include <QStringView>

namespace tidemark {

/// The end of the host's name of a mail address that begins at a place: labels with dots between, which may be
/// written out, and a top-level name of two characters or more. 0: there is none.
qsizetype hostEndAt(QStringView text, qsizetype from);

} // namespace tidemark
