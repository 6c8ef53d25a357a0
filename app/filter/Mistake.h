#pragma once

#include <QString>

namespace tidemark {

/// What is wrong in a filter's text: a sentence and the place, in UTF-16 units of the text as given.
struct Mistake
{
    QString message;
    qsizetype position = 0;
    qsizetype length = 0;

    friend bool operator==(const Mistake &, const Mistake &) = default;
};

} // namespace tidemark
