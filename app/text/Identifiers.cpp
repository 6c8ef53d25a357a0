#include "text/Identifiers.h"

#include "text/Folding.h"
#include "text/Handles.h"
#include "text/HostNames.h"
#include "text/Links.h"
#include "text/NamedAccounts.h"
#include "text/PhoneNumbers.h"
#include "text/PlainSpelling.h"
#include "text/ProfileLinks.h"
#include "text/WrittenOutMail.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Which signs of ASCII are letters or digits: nearly every sign of a text is asked.
constexpr auto asciiWords = [] {
    std::array<bool, 0x80> words{};
    for (char16_t c = 0; c < words.size(); ++c)
        words.at(c) = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
    return words;
}();

bool isAsciiWord(QChar c)
{
    return c.unicode() < asciiWords.size() && asciiWords[c.unicode()];
}

bool isAsciiLetterOrDigit(char32_t c)
{
    return c < 0x80 && isAsciiWord(QChar(static_cast<char16_t>(c)));
}

/// What a name, a number, a written-out sign or a path can begin with, beside letters and digits.
bool isBeginningSign(QChar c)
{
    return c == u'@' || c == u'/' || c == u'+' || c == u'(' || c == u'[' || c == u'{' || c == u'<';
}

/// What stands behind the first word of a link, of an account's address or of a Reddit name.
bool goesOnInAddress(QChar c)
{
    return c == u'.' || c == u':' || c == u'/' || c == u'%' || c == u'-' || c == u'_';
}

/// With what a name or a number can begin beyond ASCII.
bool isForeignBeginning(QChar c)
{
    return isAtSign(c) || c == u'\uff0b' || c == u'\uff08' || c.isDigit();
}

bool isMailCharacter(char32_t c)
{
    if (c < 0x80)
        return isAsciiLetterOrDigit(c) || c == u'.' || c == u'_' || c == u'%' || c == u'+' || c == u'-';
    return isWordCharacter(c) && !standsAlone(c);
}

/// Walks a text once; what it looks at before and behind a place never reaches over another sign of that kind.
class IdentifierScan
{
public:
    explicit IdentifierScan(QStringView text) : m_spelling(text), m_text(m_spelling.text()) {}

    QVector<Identifier> all()
    {
        qsizetype at = 0;
        while (at < m_text.size()) {
            if (const qsizetype end = endOfOrdinaryWord(at))
                at = end;
            else
                at = mayBegin(at) ? step(at) : at + 1;
        }
        for (Identifier &identifier : m_found) {
            const qsizetype last = identifier.start + identifier.length - 1;
            identifier.start = m_spelling.begin(identifier.start);
            identifier.length = m_spelling.end(last) - identifier.start;
        }
        return m_found;
    }

private:
    /// The end of a word of ASCII with which nothing begins, as with most; 0 where it needs a closer look.
    [[nodiscard]] qsizetype endOfOrdinaryWord(qsizetype at) const
    {
        if (!isAsciiWord(m_text.at(at)) || m_text.at(at) <= u'9' || (at > 0 && isAsciiWord(m_text.at(at - 1))))
            return 0;
        qsizetype end = at + 1;
        while (end < m_text.size() && isAsciiWord(m_text.at(end)))
            ++end;
        if (end < m_text.size() && goesOnInAddress(m_text.at(end)))
            return 0;
        const QStringView word = m_text.sliced(at, end - at);
        const bool endsInNumber = word.back() <= u'9';
        if (endsInNumber || (word.size() == 2 && writtenAtSign(m_text, at).length > 0))
            return 0;
        return isServiceName(word) && namedAccountAt(m_text, at).length > 0 ? 0 : end;
    }

    /// Whether it is worth a closer look. Within a word of ASCII nothing begins but a number, and "http" and "pic"
    /// of a link that is glued to it.
    [[nodiscard]] bool mayBegin(qsizetype at) const
    {
        const QChar c = m_text.at(at);
        if (c.unicode() >= 0x80)
            return isForeignBeginning(c);
        if (!isAsciiWord(c))
            return isBeginningSign(c);
        if (at == 0 || !isAsciiWord(m_text.at(at - 1)))
            return true;
        if (c <= u'9')
            return m_text.at(at - 1) > u'9';
        return mayBeginLink(m_text, at);
    }

    qsizetype step(qsizetype at)
    {
        if (const qsizetype length = lengthWithWeiboName(at, linkAt(at))) {
            if (const auto kind = personalLinkKind(m_text.sliced(at, length)))
                add(*kind, at, length);
            m_free = at + length;
            return m_free;
        }
        if (const WrittenAtSign written = writtenAtSign(m_text, at); written.length > 0) {
            if (const qsizetype end = mailEnd(at, at + written.length, written.sign))
                return end;
        }
        const QChar c = m_text.at(at);
        if (isAsciiWord(c))
            return wordStep(at);
        if (isAtSign(c)) {
            if (const qsizetype end = mailEnd(at, at + 1, AtSign::Sure))
                return end;
            if (const qsizetype end = mailEndBesideSpaces(at))
                return end;
            if (const qsizetype length = handleLength(at))
                return add(Identifier::Kind::Handle, at, length);
        }
        if (const qsizetype length = redditNameLength(at))
            return add(Identifier::Kind::Handle, at, length);
        if (const qsizetype length = phoneNumberLengthAt(m_text, at); length > 0)
            return add(Identifier::Kind::Phone, at, length);
        return at + 1;
    }

    /// A name behind what isn't seen begins one, whatever word is before it.
    [[nodiscard]] qsizetype handleLength(qsizetype at)
    {
        if (m_spelling.isSeam(at) || isGluedMention(m_text, at))
            return handleLengthAt(m_text.sliced(at), 0);
        if (at + 1 < m_text.size() && m_text.at(at + 1) == u' ')
            return tornHandleLengthAt(m_text, at, isTorn());
        return handleLengthAt(m_text, at);
    }

    /// Whether the text has "# tag" instead of "#tag", as some programs hand posts out.
    [[nodiscard]] bool isTorn()
    {
        if (!m_isTorn) {
            const auto isTornTag = [this](qsizetype at) {
                return at + 2 < m_text.size() && m_text.at(at + 2).isLetter()
                    && !isWordCharacter(characterBefore(m_text, at));
            };
            qsizetype at = m_text.indexOf(u"# ");
            while (at >= 0 && !isTornTag(at))
                at = m_text.indexOf(u"# ", at + 1);
            m_isTorn = at >= 0;
        }
        return *m_isTorn;
    }

    /// At a letter or digit, with which neither a name nor a mail address's sign begins.
    qsizetype wordStep(qsizetype at)
    {
        if (const qsizetype length = beginsWord(at) ? accountAddressLengthAt(m_text, at) : 0) {
            const bool isPost = m_text.sliced(at, length).contains(u"/app.bsky.feed.post/");
            return add(isPost ? Identifier::Kind::StoryLink : Identifier::Kind::ProfileLink, at, length);
        }
        if (const NamedAccount named = namedAccountAt(m_text, at); named.length > 0 && beginsWord(at)) {
            m_found.append({Identifier::Kind::Handle, named.start, named.length}); // or a mail address's beginning
            return named.start + named.length;
        }
        const QChar c = m_text.at(at);
        if (c == u'u' || c == u'U') {
            if (const qsizetype length = redditNameLength(at))
                return add(Identifier::Kind::Handle, at, length);
        }
        if (const qsizetype length = c <= u'9' ? phoneNumberLengthAt(m_text, at) : 0; length > 0)
            return add(Identifier::Kind::Phone, at, length);
        return at + 1;
    }

    qsizetype add(Identifier::Kind kind, qsizetype start, qsizetype length)
    {
        m_found.append({kind, start, length});
        if (kind != Identifier::Kind::Phone)
            m_free = start + length;
        return start + length;
    }

    /// A sign such as _ continues a word only where a letter or digit stands before it.
    [[nodiscard]] bool beginsWord(qsizetype at) const
    {
        const char32_t before = characterBefore(m_text, at);
        if (before < 0x80 && isMailCharacter(before) && !isAsciiLetterOrDigit(before))
            return !isWordCharacter(characterBefore(m_text, at - 1));
        return !isMailCharacter(before) && before != u'@' && before != u'/' && before != u'#';
    }

    [[nodiscard]] qsizetype linkAt(qsizetype at) const
    {
        if (const qsizetype length = linkLengthAt(m_text, at))
            return length;
        const char32_t before = characterBefore(m_text, at);
        const bool begins = before == u'/' || before == u'%' || before == u'#' || beginsWord(at);
        return isAsciiLetterOrDigit(m_text.at(at).unicode()) && begins ? bareLinkLengthAt(m_text, at) : 0;
    }

    /// People set a sign off by spaces so that no program finds the address.
    qsizetype mailEndBesideSpaces(qsizetype sign)
    {
        const auto isSpace
            = [this](qsizetype at) { return at >= 0 && at < m_text.size() && m_text.at(at) == u' '; };
        if (isSpace(sign + 1))
            return mailEnd(sign, sign + 2, AtSign::Apart);
        return isSpace(sign - 1) ? mailEnd(sign, sign + 1, AtSign::Behind) : 0;
    }

    /// Adds the mail address around a sign and gives its end; 0 if there is none. What looked like a phone number
    /// or a name may turn out to be the beginning of one.
    qsizetype mailEnd(qsizetype sign, qsizetype host, AtSign written)
    {
        constexpr qsizetype longestLocal = 64;
        const qsizetype end = hostEndAt(m_text, host);
        if (end == 0)
            return 0;
        const bool isPlain = written == AtSign::Sure && host == sign + 1;
        for (int spaces = 0; !isPlain && spaces < 2 && sign > m_free && m_text.at(sign - 1) == u' '; ++spaces)
            --sign;
        const qsizetype first = written == AtSign::Sure ? m_free : std::max(m_free, sign - longestLocal);
        qsizetype start = sign;
        while (start > first && isLocalCharacter(characterBefore(m_text, start)))
            start -= unitsOf(characterBefore(m_text, start));
        while (start < sign && QStringView(u".%+-'").contains(m_text.at(start)))
            ++start;
        const bool isMail = start < sign
            && isMailAround(m_text.sliced(start, sign - start), m_text.sliced(host, end - host), written);
        if (!isMail)
            return 0;
        while (!m_found.isEmpty() && m_found.last().start + m_found.last().length > start) {
            start = std::min(start, m_found.last().start);
            m_found.removeLast();
        }
        return add(Identifier::Kind::Mail, start, end - start);
    }

    static bool isLocalCharacter(char32_t c) { return isMailCharacter(c) || c == u'\''; }

    /// Weibo's people stand in links by their names, where the text seems to go on.
    [[nodiscard]] qsizetype lengthWithWeiboName(qsizetype at, qsizetype length) const
    {
        if (!m_text.sliced(at, length).endsWith("weibo.com/n/"_L1, Qt::CaseInsensitive))
            return length;
        qsizetype end = at + length;
        while (end < m_text.size() && isWordCharacter(characterAt(m_text, end)))
            end += unitsOf(characterAt(m_text, end));
        return end - at;
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
        return size >= shortestName && size <= longestName ? rest.size() - name.size() + size : 0;
    }

    PlainSpelling m_spelling;
    QStringView m_text;
    QVector<Identifier> m_found;
    qsizetype m_free = 0; ///< the end of the last link, name or mail address
    std::optional<bool> m_isTorn;
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
