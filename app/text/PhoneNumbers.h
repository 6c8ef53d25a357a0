#pragma once

#include <QStringView>

namespace tidemark {

/// The length of the phone number that begins at a place; 0 if none does. Years, dates, prices, counts, ranges
/// and long ids are no phone numbers; a number after a word such as "call" needs less to be one. Looks at no more
/// than a few dozen characters.
qsizetype phoneNumberLengthAt(QStringView text, qsizetype at);

} // namespace tidemark
