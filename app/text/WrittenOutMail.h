#pragma once

#include <QStringView>

namespace tidemark {

/// The length of an at sign that is written out at a place, with the spaces behind it: "[at]", "(at)", "{at}" in
/// any case; 0 if there is none.
qsizetype writtenOutAtSign(QStringView text, qsizetype at);

/// The length of a dot at a place: ".", its full-width form, or one written out as " [dot] ", "(dot)" and the like,
/// with the spaces around it; 0 if there is none.
qsizetype writtenOutDot(QStringView text, qsizetype at);

} // namespace tidemark
