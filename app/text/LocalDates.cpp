#include "text/LocalDates.h"

#include <QHash>
#include <QLocale>

#include <unicode/udatpg.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// ICU's "y" is a year in full, QLocale's only in "yyyy"; its "L" is a month by itself. Quoted parts stay.
QString asQtPattern(QStringView pattern)
{
    QString result;
    bool quoted = false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar sign = pattern[i];
        if (sign == u'\'')
            quoted = !quoted;
        if (quoted || (sign != u'y' && sign != u'L'))
            result += sign;
        else if (sign == u'L')
            result += u'M';
        else if (i + 1 == pattern.size() || pattern[i + 1] != u'y')
            result += u"yyyy"_s;
    }
    return result;
}

QString askIcu(const QByteArray &locale, const QString &parts)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UDateTimePatternGenerator, decltype(&udatpg_close)> generator(
        udatpg_open(locale.constData(), &status), &udatpg_close);
    std::array<char16_t, 128> buffer{};
    const std::u16string skeleton = parts.toStdU16String();
    const int length = udatpg_getBestPattern(generator.get(), skeleton.c_str(), static_cast<int>(skeleton.size()),
                                             buffer.data(), static_cast<int>(buffer.size()), &status);
    if (U_FAILURE(status) || length > static_cast<int>(buffer.size()))
        return QLocale().dateFormat(QLocale::ShortFormat);
    return asQtPattern(QStringView(buffer.data(), length));
}

} // namespace

QByteArray dateLocaleName()
{
    const QLocale locale;
    return (locale.language() == QLocale::C ? "en_GB"_ba : locale.name().toLatin1()) + "@calendar=gregorian";
}

QString localDatePattern(const QString &parts)
{
    thread_local QHash<std::pair<QByteArray, QString>, QString> known; // a generator is dear, and lists are long
    const QByteArray locale = dateLocaleName();
    QString &pattern = known[{locale, parts}];
    if (pattern.isEmpty())
        pattern = askIcu(locale, parts);
    return pattern;
}

QString localMinute(const QDateTime &moment)
{
    return QLocale().toString(moment, localDatePattern(u"yMMMd"_s) + u" HH:mm"_s);
}

} // namespace tidemark
