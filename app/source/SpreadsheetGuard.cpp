#include "source/SpreadsheetGuard.h"

#include <algorithm>

namespace tidemark {

namespace {

bool isInvisible(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format;
}

bool startsFormula(QChar c)
{
    static constexpr QStringView starters = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20\u2212";
    return c.isNull() || starters.contains(c);
}

bool isLongNumber(QStringView text)
{
    return text.size() >= 16
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

QString withoutGuard(const QString &cell)
{
    if (!cell.startsWith(u'\''))
        return cell;
    const QStringView rest = QStringView(cell).sliced(1);
    const auto *first
        = std::find_if(rest.begin(), rest.end(), [](QChar c) { return startsFormula(c) || !isInvisible(c); });
    const bool guarded
        = rest.startsWith(u'\'') || isLongNumber(rest) || (first != rest.end() && startsFormula(*first));
    return guarded ? rest.toString() : cell;
}

} // namespace tidemark
