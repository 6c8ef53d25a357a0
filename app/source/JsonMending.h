#pragma once

#include <QByteArray>

namespace tidemark {

/// What programs write that is nearly JSON, made JSON. All of these take linear time.

/// JSON without the commas between a value and a closing bracket.
QByteArray withoutTrailingCommas(const QByteArray &json);

/// JSON with every escaped half of a surrogate pair that stands alone as \uFFFD; `repaired` grows by their number.
QByteArray withoutLoneSurrogates(const QByteArray &json, qint64 &repaired);

/// JSON with every number that neither 64 bits nor a double can hold in quotation marks, digit by digit as it was.
QByteArray withLargeNumbersQuoted(const QByteArray &json);

} // namespace tidemark
