#include "source/TableCells.h"

#include <QRegularExpression>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// A number that a program shortened, such as 1.58968E+18 or Java's 1.58968E18. Reddit's ids may look like 7123e45.
bool isShortenedNumber(const QString &id)
{
    static const QRegularExpression pattern(u"^\\d+(?:[.,]\\d+)?[eE]\\+\\d{1,3}$|^\\d[.,]\\d+[eE]\\d{1,3}$"_s);
    return id.size() < 32 && id.contains(u'e', Qt::CaseInsensitive) && pattern.match(id).hasMatch();
}

} // namespace

bool saysNothing(const QString &cell)
{
    static const QSet<QString> words{u"NA"_s,  u"N/A"_s, u"#N/A"_s, u"<NA>"_s, u"NaN"_s,
                                     u"nan"_s, u"NaT"_s, u"null"_s, u"NULL"_s, u"None"_s};
    return cell.size() <= 4 && words.contains(cell);
}

std::optional<QString> damagedId(QString &id)
{
    static const QRegularExpression kept(u"^=?[\"'](\\d[^\"']*)[\"']?$"_s);
    if (!id.isEmpty() && !id.front().isLetterOrNumber()) {
        if (const auto match = kept.match(id); match.hasMatch())
            id = match.captured(1);
    }
    constexpr qint64 exact = qint64(1) << 53;
    if (isShortenedNumber(id))
        return std::exchange(id, {});
    bool isNumber = false;
    const qint64 number = id.endsWith(".0"_L1) ? QStringView(id).chopped(2).toLongLong(&isNumber) : 0;
    if (!isNumber)
        return std::nullopt;
    id.chop(2);
    return number > exact ? std::optional(u"possible"_s) : std::nullopt;
}

QStringList splitTags(const QString &cell)
{
    static const QRegularExpression breaks(u"[\\s;,|\\[\\]\"']+"_s);
    QStringList tags;
    if (cell.isEmpty())
        return tags;
    for (QString tag : cell.split(breaks, Qt::SkipEmptyParts)) {
        if (tag.startsWith(u'#') || tag.startsWith(u'\uFF03'))
            tag.remove(0, 1);
        if (!tag.isEmpty() && !tags.contains(tag))
            tags << tag;
    }
    return tags;
}

std::optional<bool> yesOrNo(const QString &cell)
{
    const QString word = cell.toLower();
    if (word == "true"_L1 || word == "1"_L1 || word == "yes"_L1 || word == "t"_L1)
        return true;
    if (word == "false"_L1 || word == "0"_L1 || word == "no"_L1 || word == "f"_L1)
        return false;
    return std::nullopt;
}

Platform platformOf(const QString &cell, Platform otherwise)
{
    const QString word = cell.trimmed().toLower();
    if (word.isEmpty())
        return otherwise;
    if (const auto platform = platformFromKey(word))
        return *platform;
    return word == "x"_L1 || word.startsWith("twitter"_L1) ? Platform::Twitter : Platform::Other;
}

} // namespace tidemark
