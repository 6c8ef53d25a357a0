#include "text/NamedAccounts.h"

#include "text/ProfileLinks.h"

#include <algorithm>
#include <array>

namespace tidemark {

namespace {

constexpr std::array services{
    QStringView(u"ig"),       QStringView(u"insta"),  QStringView(u"instagram"), QStringView(u"snap"),
    QStringView(u"snapchat"), QStringView(u"sc"),     QStringView(u"twitter"),   QStringView(u"tiktok"),
    QStringView(u"telegram"), QStringView(u"kik"),    QStringView(u"skype"),     QStringView(u"discord"),
    QStringView(u"facebook"), QStringView(u"fb"),     QStringView(u"tumblr"),    QStringView(u"venmo"),
    QStringView(u"cashapp"),  QStringView(u"wechat"), QStringView(u"weixin"),    QStringView(u"line"),
};

constexpr qsizetype longestService = 9;

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isOfName(QChar c)
{
    return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'_' || c == u'.';
}

/// By first letter, the lengths that a service's name has: a bit each.
constexpr auto lengthsByLetter = [] {
    std::array<quint16, 26> lengths{};
    for (const QStringView service : services)
        lengths.at(service.front().unicode() - u'a') |= static_cast<quint16>(1U << service.size());
    return lengths;
}();

/// Letters and other signs: anna_b, anna99, anna.b.
bool isMixed(QStringView name)
{
    const bool hasLetter = std::any_of(name.begin(), name.end(), isLetter);
    return hasLetter && std::any_of(name.begin(), name.end(), [](QChar c) { return !isLetter(c); });
}

qsizetype endOf(QStringView text, qsizetype from, bool (*isPart)(QChar))
{
    while (from < text.size() && isPart(text.at(from)))
        ++from;
    return from;
}

} // namespace

bool isServiceName(QStringView word)
{
    const size_t letter = word.isEmpty() ? lengthsByLetter.size() : (word.front().unicode() | 0x20U) - u'a';
    if (letter >= lengthsByLetter.size() || word.size() > longestService
        || (lengthsByLetter.at(letter) >> word.size() & 1) == 0)
        return false;
    const auto isOf = [](QChar written, QChar small) { return (written.unicode() | 0x20U) == small.unicode(); };
    return std::any_of(services.begin(), services.end(), [&](QStringView service) {
        return service.size() == word.size() && std::equal(word.begin(), word.end(), service.begin(), isOf);
    });
}

NamedAccount namedAccountAt(QStringView text, qsizetype at)
{
    constexpr qsizetype shortestName = 3;
    constexpr qsizetype longestName = 32;
    const QStringView near = text.mid(at, longestService + 1);
    const qsizetype wordEnd = at + endOf(near, 0, isLetter);
    const QStringView word = text.sliced(at, wordEnd - at);
    if (!isServiceName(word))
        return {};
    const auto isBetween = [](QChar c) { return QStringView(u" :-=/>(\u2192").contains(c); };
    const QStringView between = text.mid(wordEnd, 4);
    const qsizetype start = wordEnd + endOf(between, 0, isBetween);
    const QStringView rest = text.mid(start, longestName + 1);
    qsizetype length = endOf(rest, 0, isOfName);
    while (length > 0 && rest.at(length - 1) == u'.')
        --length;
    const bool isName
        = start > wordEnd && length >= shortestName && length <= longestName && isMixed(rest.first(length));
    const bool isOpen = between.first(start - wordEnd).contains(u'(');
    if (!isName || (isOpen && rest.mid(length, 1) != u")") || bareLinkLengthAt(text, start) > 0)
        return {};
    return {start, length};
}

} // namespace tidemark
