#include "text/Identifiers.h"

#include "text/Folding.h"
#include "text/Handles.h"
#include "text/Links.h"
#include "text/PhoneNumbers.h"
#include "text/ProfileLinks.h"

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

bool isAsciiLetterOrDigit(char32_t c)
{
    return c < 0x80 && QChar(static_cast<char16_t>(c)).isLetterOrNumber();
}

bool isMailCharacter(char32_t c)
{
    if (c < 0x80)
        return isAsciiLetterOrDigit(c) || QStringView(u"._%+-").contains(QChar(static_cast<char16_t>(c)));
    return isWordCharacter(c) && !standsAlone(c);
}

/// Walks a text once; what it looks at before and behind a place never reaches over another sign of that kind.
class IdentifierScan
{
public:
    explicit IdentifierScan(QStringView text) : m_text(text) {}

    QVector<Identifier> all()
    {
        qsizetype at = 0;
        while (at < m_text.size())
            at = step(at);
        return m_found;
    }

private:
    qsizetype step(qsizetype at)
    {
        if (const qsizetype length = linkAt(at)) {
            if (const auto kind = personalLinkKind(m_text.sliced(at, length)))
                add(*kind, at, length);
            return at + length;
        }
        if (isAtSign(m_text.at(at))) {
            if (const qsizetype end = mailEnd(at))
                return end;
            if (const qsizetype length = handleLengthAt(m_text, at))
                return add(Identifier::Kind::Handle, at, length);
        }
        if (const qsizetype length = redditNameLength(at))
            return add(Identifier::Kind::Handle, at, length);
        if (const qsizetype length = phoneNumberLengthAt(m_text, at); length > 0)
            return add(Identifier::Kind::Phone, at, length);
        return at + 1;
    }

    qsizetype add(Identifier::Kind kind, qsizetype start, qsizetype length)
    {
        m_found.append({kind, start, length});
        m_free = start + length;
        return m_free;
    }

    [[nodiscard]] bool beginsWord(qsizetype at) const
    {
        const char32_t before = characterBefore(m_text, at);
        return !isMailCharacter(before) && before != u'@' && before != u'/' && before != u'#';
    }

    [[nodiscard]] qsizetype linkAt(qsizetype at) const
    {
        if (const qsizetype length = linkLengthAt(m_text, at))
            return length;
        return isAsciiLetterOrDigit(m_text.at(at).unicode()) && beginsWord(at) ? bareLinkLengthAt(m_text, at) : 0;
    }

    /// Adds the mail address around a sign and gives its end; 0 if there is none.
    qsizetype mailEnd(qsizetype sign)
    {
        qsizetype start = sign;
        while (start > m_free && isMailCharacter(characterBefore(m_text, start)))
            start -= unitsOf(characterBefore(m_text, start));
        while (start < sign && QStringView(u".%+-").contains(m_text.at(start)))
            ++start;
        const qsizetype end = hostEnd(sign + 1);
        return start < sign && end > 0 ? add(Identifier::Kind::Mail, start, end - start) : 0;
    }

    /// The end of a host's name with a dot and a top-level name of two letters or more; 0 if there is none.
    [[nodiscard]] qsizetype hostEnd(qsizetype from) const
    {
        constexpr qsizetype shortestTopLevel = 2;
        qsizetype end = from;
        qsizetype lastDot = -1;
        while (end < m_text.size()) {
            const char32_t character = characterAt(m_text, end);
            const bool dot = character == u'.' && end > from && end + 1 < m_text.size()
                && isWordCharacter(characterAt(m_text, end + 1));
            if (dot)
                lastDot = end;
            else if (character != u'-' && (character == u'_' || !isMailCharacter(character) || character == u'.'))
                break;
            end += unitsOf(character);
        }
        while (end > from && m_text.at(end - 1) == u'-')
            --end;
        const bool whole = lastDot > from && end - lastDot - 1 >= shortestTopLevel && m_text.at(end - 1).isLetter();
        return whole ? end : 0;
    }

    /// "/u/name" and "u/name".
    [[nodiscard]] qsizetype redditNameLength(qsizetype at) const
    {
        constexpr qsizetype shortestName = 3;
        constexpr qsizetype longestName = 20;
        const QChar first = m_text.at(at);
        if ((first != u'/' && first != u'u' && first != u'U') || !beginsWord(at))
            return 0;
        const QStringView rest = m_text.mid(at, longestName + 4);
        const QStringView plain = first == u'/' ? rest.mid(1) : rest;
        if (!plain.startsWith("u/"_L1, Qt::CaseInsensitive))
            return 0;
        const QStringView name = plain.mid(2);
        qsizetype size = 0;
        while (size < name.size()
               && (isAsciiLetterOrDigit(name.at(size).unicode()) || name.at(size) == u'_' || name.at(size) == u'-'))
            ++size;
        return size >= shortestName ? rest.size() - name.size() + size : 0;
    }

    QStringView m_text;
    QVector<Identifier> m_found;
    qsizetype m_free = 0; ///< the end of what was found last
};

} // namespace

QVector<Identifier> findIdentifiers(QStringView text)
{
    return IdentifierScan(text).all();
}

QVector<Identifier> findLinks(QStringView text)
{
    QVector<Identifier> links;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = linkLengthAt(text, at);
        if (length == 0) {
            ++at;
            continue;
        }
        const QStringView link = text.sliced(at, length);
        if (link.startsWith("http"_L1, Qt::CaseInsensitive) && link.size() > QStringView(u"https://").size())
            links.append({personalLinkKind(link).value_or(Identifier::Kind::StoryLink), at, length});
        at += length;
    }
    return links;
}

} // namespace tidemark
