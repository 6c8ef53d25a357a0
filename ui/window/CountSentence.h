#pragma once

#include <QString>

namespace tidemark {

/// "1,204 of 2,000 stories", "2,000 stories", "1 story", in the user's locale.
QString countSentence(qint64 selected, qint64 all, bool filtered);

} // namespace tidemark
