#include "text/Tokens.h"

#include "text/Entities.h"
#include "text/Folding.h"
#include "text/Handles.h"
#include "text/Hashtags.h"
#include "text/Links.h"

#include <algorithm>
#include <utility>

namespace tidemark {

namespace {

bool isAsciiWord(QChar c)
{
    return (c.unicode() | 0x20U) - u'a' < 26U || c.unicode() - unsigned{u'0'} < 10U;
}

/// Walks a text once. A word grows until something ends it; a run (a tag or a name) gives its kind to the words
/// that stand in it.
class Tokeniser
{
public:
    explicit Tokeniser(QStringView stored) : m_source(stored), m_text(m_source.text()) {}

    Tokens words()
    {
        m_tokens.reserve(m_text.size() / 5 + 1);
        m_joined.reserve(m_text.size());
        qsizetype at = 0;
        while (at < m_text.size())
            at = step(at);
        endWord();
        if (m_joined.endsWith(u' '))
            m_joined.chop(1);
        return {std::move(m_joined), std::move(m_tokens)};
    }

private:
    qsizetype step(qsizetype at)
    {
        if (m_runEnd >= 0 && at >= m_runEnd)
            endRun();
        if (const qsizetype length = mayBeginLink(m_text, at) ? linkLengthAt(m_text, at) : 0) {
            endWord();
            return at + length;
        }
        const QChar c = m_text.at(at);
        if (isTagSign(c)) {
            if (const TagPlace tag = tagAt(m_text, at); tag.length > 0)
                return beginRun(Token::Kind::Tag, tag.start, tag.start + tag.length);
        } else if (isAtSign(c)) {
            if (const qsizetype length = handleLengthAt(m_text, at))
                return beginRun(Token::Kind::Mention, at + 1, at + length);
        }
        if (c.unicode() >= 0x80 || !nextIsPlain(at))
            return takeSegment(at);
        if (isAsciiWord(c))
            return takeAsciiWord(at);
        endWord();
        return at + 1;
    }

    /// Below U+0300 nothing joins the character before it.
    [[nodiscard]] bool nextIsPlain(qsizetype at) const
    {
        return at + 1 >= m_text.size() || m_text.at(at + 1).unicode() < 0x300;
    }

    /// The letters and digits from a place on, at once.
    qsizetype takeAsciiWord(qsizetype at)
    {
        const qsizetype limit = m_runEnd >= 0 ? m_runEnd : m_text.size();
        qsizetype end = at + 1;
        while (end < limit && isAsciiWord(m_text.at(end)))
            ++end;
        if (end - at > 1 && !nextIsPlain(end - 1))
            --end;
        else if (end < m_text.size() && (m_text.at(end) == u':' || m_text.at(end) == u'.'))
            end = gluedLinkIn(at + 1, end);
        if (m_alone)
            endWord();
        if (isBetweenWords())
            m_start = at;
        const qsizetype had = m_joined.size();
        m_joined.resize(had + end - at);
        std::transform(m_text.begin() + at, m_text.begin() + end, m_joined.begin() + had,
                       [](QChar c) { return c >= u'A' && c <= u'Z' ? QChar(c.unicode() + 0x20) : c; });
        m_end = end;
        return end;
    }

    /// Where a link begins within a word, as "http" does behind others that a scraper glued to it; else the word's
    /// end.
    [[nodiscard]] qsizetype gluedLinkIn(qsizetype from, qsizetype end) const
    {
        for (qsizetype at = from; at < end; ++at) {
            if (mayBeginLink(m_text, at) && linkLengthAt(m_text, at) > 0)
                return at;
        }
        return end;
    }

    qsizetype takeSegment(qsizetype at)
    {
        const qsizetype end = at + segmentLength(m_text, at);
        foldSegment(m_text.sliced(at, end - at), m_folded);
        for (qsizetype i = 0; i < m_folded.size();) {
            const char32_t character = characterAt(m_folded, i);
            i += unitsOf(character);
            if (isWordCharacter(character))
                append(character, at, end);
            else
                endWord();
        }
        return end;
    }

    void append(char32_t character, qsizetype start, qsizetype end)
    {
        const bool joins = character < 0x80 ? !m_alone : isMark(character) || (!m_alone && !standsAlone(character));
        if (!joins)
            endWord();
        if (isBetweenWords()) {
            m_start = start;
            m_alone = standsAlone(character);
        }
        if (character > 0xffff) {
            m_joined.append(QChar(QChar::highSurrogate(character)));
            m_joined.append(QChar(QChar::lowSurrogate(character)));
        } else {
            m_joined.append(QChar(static_cast<char16_t>(character)));
        }
        m_end = end;
    }

    [[nodiscard]] bool isBetweenWords() const { return m_joined.size() == m_wordBegins; }

    void endWord()
    {
        m_alone = false;
        if (isBetweenWords())
            return;
        m_joined.append(u' ');
        m_wordBegins = m_joined.size();
        const qsizetype start = m_source.storedPlace(m_start);
        m_tokens.append({{}, start, m_source.storedPlace(m_end) - start, m_kind, m_first});
        m_first = false;
    }

    qsizetype beginRun(Token::Kind kind, qsizetype start, qsizetype end)
    {
        endWord();
        m_kind = kind;
        m_first = true;
        m_runEnd = end;
        return start;
    }

    void endRun()
    {
        endWord();
        m_kind = Token::Kind::Word;
        m_first = false;
        m_runEnd = -1;
    }

    DecodedText m_source;
    QStringView m_text;
    QVector<Token> m_tokens;
    QString m_joined;           ///< each word with a space behind it
    qsizetype m_wordBegins = 0; ///< in m_joined
    QString m_folded;
    qsizetype m_start = 0;
    qsizetype m_end = 0;
    qsizetype m_runEnd = -1;
    Token::Kind m_kind = Token::Kind::Word;
    bool m_alone = false; ///< the word is a character of a script without spaces
    bool m_first = false; ///< the next word is the first of its run
};

} // namespace

Tokens::Tokens(QString joined, QVector<Token> tokens) : m_joined(std::move(joined)), m_tokens(std::move(tokens))
{
    const QStringView all(m_joined);
    qsizetype at = 0;
    for (Token &token : m_tokens) {
        const qsizetype end = all.indexOf(u' ', at);
        token.word = all.sliced(at, (end < 0 ? all.size() : end) - at);
        at = end + 1;
    }
}

Tokens tokenise(QStringView text)
{
    return Tokeniser(text).words();
}

QStringList queryWords(QStringView text)
{
    const Tokens tokens = tokenise(text);
    QStringList words;
    words.reserve(tokens.size());
    for (const Token &token : tokens)
        words.append(token.word.toString());
    return words;
}

} // namespace tidemark
