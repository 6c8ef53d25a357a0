#include "text/Hashtags.h"

#include "text/Entities.h"
#include "text/Folding.h"
#include "text/Links.h"
#include "text/Tokens.h"

#include <QSet>

#include <algorithm>

namespace tidemark {

namespace {

bool isAsciiOfTag(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

/// As a Japanese keyboard gives it, too.
bool isLowLine(char32_t c)
{
    return c == u'_' || c == u'\uff3f';
}

bool isAlone(const Token &token)
{
    return standsAlone(characterAt(token.word, 0));
}

/// The words of one tag or, with all tokens given, of a text that is one.
void appendTagWords(const Tokens &tokens, qsizetype from, qsizetype until, QVector<TagWord> &words)
{
    bool joins = false;
    for (qsizetype i = from; i < until; ++i) {
        const bool alone = isAlone(tokens.at(i));
        if (joins && !alone) {
            words.last().word.append(tokens.at(i).word);
            ++words.last().count;
        } else {
            words.append({tokens.at(i).word.toString(), i, 1});
        }
        joins = !alone;
    }
}

QString joinWords(const QVector<TagWord> &words)
{
    QString joined;
    for (const TagWord &word : words) {
        if (!joined.isEmpty())
            joined.append(u' ');
        joined.append(word.word);
    }
    return joined;
}

/// The end of the tag that begins with a token.
qsizetype tagEnd(const Tokens &tokens, qsizetype first)
{
    qsizetype end = first + 1;
    while (end < tokens.size() && tokens.at(end).kind == Token::Kind::Tag && !tokens.at(end).first)
        ++end;
    return end;
}

qsizetype nextTagSign(QStringView text, qsizetype from)
{
    return std::distance(text.begin(), std::find_if(text.begin() + from, text.end(), isTagSign));
}

/// Behind the last space between two places, or the first of them: a link that goes over the second begins there or
/// later.
qsizetype wordStart(QStringView text, qsizetype from, qsizetype place)
{
    while (place > from && text.at(place - 1) > u' ')
        --place;
    return place;
}

/// The end of the link that goes over a place, looked for from another on; the place itself where none does.
qsizetype behindLinks(QStringView text, qsizetype from, qsizetype place)
{
    while (from < place) {
        const qsizetype length = mayBeginLink(text, from) ? linkLengthAt(text, from) : 0;
        from += std::max<qsizetype>(length, 1);
    }
    return from;
}

/// Whether a token of a tag is not its first.
bool isWithinTag(const Tokens &tokens, qsizetype place)
{
    return !tokens.at(place).first && tokens.at(place - 1).kind == Token::Kind::Tag;
}

} // namespace

TagPlace tagAt(QStringView text, qsizetype sign)
{
    const char32_t before = characterBefore(text, sign);
    qsizetype start = sign + 1;
    if (start < text.size() && (text.at(start) == u' ' || text.at(start) == u'\u00a0') && !isWordCharacter(before))
        ++start;
    qsizetype end = start;
    bool hasLetter = false;
    while (end < text.size()) {
        if (end > start && mayBeginLink(text, end) && linkLengthAt(text, end) > 0) // glued to the tag by a scraper
            break;
        const char32_t character = characterAt(text, end);
        const bool letter = isWordCharacter(character) && !isMark(character) && !QChar::isDigit(character);
        if (!letter && !isLowLine(character) && !isWordCharacter(character) && !isDropped(character))
            break;
        if (letter && end == start && before == u'&')
            return {};
        hasLetter = hasLetter || letter;
        end += unitsOf(character);
    }
    return hasLetter ? TagPlace{start, end - start} : TagPlace{};
}

QVector<TagWord> tagWords(const Tokens &tokens)
{
    QVector<TagWord> words;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (tokens.at(i).kind != Token::Kind::Tag)
            continue;
        const qsizetype end = tagEnd(tokens, i);
        appendTagWords(tokens, i, end, words);
        i = end - 1;
    }
    return words;
}

QString foldTag(QStringView tag)
{
    if (std::all_of(tag.begin(), tag.end(), isAsciiOfTag)) // no link or entity can be made of these
        return tag.toString().remove(u'_').toLower();
    const Tokens tokens = tokenise(tag);
    QVector<TagWord> words;
    appendTagWords(tokens, 0, tokens.size(), words);
    return joinWords(words);
}

QStringList findHashtags(QStringView text)
{
    const DecodedText decoded(text);
    const QStringView plain = decoded.text();
    QStringList found;
    QSet<QString> seen;
    qsizetype at = 0;
    for (qsizetype sign = nextTagSign(plain, at); sign < plain.size(); sign = nextTagSign(plain, at)) {
        at = behindLinks(plain, wordStart(plain, at, sign), sign);
        if (at > sign)
            continue;
        const TagPlace tag = tagAt(plain, sign);
        at = tag.length > 0 ? tag.start + tag.length : sign + 1;
        if (tag.length == 0)
            continue;
        const QString name = plain.sliced(tag.start, tag.length).toString();
        if (const QString folded = foldTag(name); !seen.contains(folded)) {
            seen.insert(folded);
            found.append(name);
        }
    }
    return found;
}

IndexedText indexedText(const Tokens &tokens, const QStringList &hashtags)
{
    QStringList tags;
    QSet<QString> known;
    const auto add = [&tags, &known](const QString &folded) {
        if (!folded.isEmpty() && !known.contains(folded)) {
            known.insert(folded);
            tags.append(folded);
        }
    };
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (tokens.at(i).kind != Token::Kind::Tag || (i > 0 && isWithinTag(tokens, i)))
            continue;
        QVector<TagWord> words;
        appendTagWords(tokens, i, tagEnd(tokens, i), words);
        add(joinWords(words));
    }
    for (const QString &tag : hashtags)
        add(foldTag(tag));
    return {tokens.joined().toUtf8(), tags.join(u' ').toUtf8()};
}

} // namespace tidemark
