#include "filter/ReadingPlace.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tidemark {

QString readingPlaceToText(const ReadingPlace &place)
{
    return u"%1 %2"_s.arg(toNumber(place.story)).arg(toNumber(place.top));
}

ReadingPlace readingPlaceFromText(const QString &text)
{
    const QStringList numbers = text.split(u' ');
    return {StoryId(numbers.value(0).toLongLong()), StoryId(numbers.value(1).toLongLong())};
}

} // namespace tidemark
