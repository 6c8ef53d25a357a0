#include "text/Hashtags.h"

#include "text/Entities.h"
#include "text/Folding.h"
#include "text/Links.h"
#include "text/Tokens.h"

#include <QSet>

#include <algorithm>
#include <span>

namespace tidemark {

namespace {

/// The words of one tag as the tags column holds them.
QString joinTag(std::span<const Token> words)
{
    QString joined;
    bool previousAlone = false;
    for (const Token &token : words) {
        const bool alone = standsAlone(characterAt(token.word, 0));
        if (!joined.isEmpty() && (alone || previousAlone))
            joined.append(u' ');
        joined.append(token.word);
        previousAlone = alone;
    }
    return joined;
}

QStringList tagsOf(const Tokens &tokens)
{
    QStringList tags;
    for (qsizetype i = 0; i < tokens.size();) {
        qsizetype end = i + 1;
        if (tokens.at(i).kind == Token::Kind::Tag) {
            while (end < tokens.size() && tokens.at(end).kind == Token::Kind::Tag && !tokens.at(end).first)
                ++end;
            tags.append(joinTag(std::span(tokens).subspan(static_cast<size_t>(i), static_cast<size_t>(end - i))));
        }
        i = end;
    }
    return tags;
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
        const char32_t character = characterAt(text, end);
        const bool letter = isWordCharacter(character) && !isMark(character) && !QChar::isDigit(character);
        if (!letter && character != u'_' && !isWordCharacter(character) && !isDropped(character))
            break;
        if (letter && end == start && before == u'&')
            return {};
        hasLetter = hasLetter || letter;
        end += unitsOf(character);
    }
    return hasLetter ? TagPlace {start, end - start} : TagPlace {};
}

QString foldTag(QStringView tag)
{
    const Tokens words = tokenise(tag);
    return joinTag(words);
}

QStringList findHashtags(QStringView text)
{
    const DecodedText decoded(text);
    const QStringView plain = decoded.text();
    QStringList found;
    QSet<QString> seen;
    for (qsizetype at = 0; at < plain.size();) {
        if (const qsizetype length = linkLengthAt(plain, at)) {
            at += length;
            continue;
        }
        const TagPlace tag = isTagSign(plain.at(at)) ? tagAt(plain, at) : TagPlace {};
        if (tag.length == 0) {
            ++at;
            continue;
        }
        const QString name = plain.sliced(tag.start, tag.length).toString();
        if (const QString folded = foldTag(name); !seen.contains(folded)) {
            seen.insert(folded);
            found.append(name);
        }
        at = tag.start + tag.length;
    }
    return found;
}

IndexedText indexedText(const Tokens &tokens, const QStringList &hashtags)
{
    IndexedText indexed;
    for (const Token &token : tokens) {
        if (!indexed.text.isEmpty())
            indexed.text.append(u' ');
        indexed.text.append(token.word);
    }
    QStringList tags = tagsOf(tokens);
    QSet<QString> known(tags.cbegin(), tags.cend());
    for (const QString &tag : hashtags) {
        const QString folded = foldTag(tag);
        if (folded.isEmpty() || known.contains(folded))
            continue;
        known.insert(folded);
        tags.append(folded);
    }
    indexed.tags = tags.join(u' ');
    return indexed;
}

} // namespace tidemark
