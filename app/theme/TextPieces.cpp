#include "theme/TextPieces.h"

#include <algorithm>

namespace tidemark {

namespace {

constexpr quint32 fnvBasis = 2166136261U;
constexpr quint32 fnvPrime = 16777619U;
constexpr size_t fewestCharacters = 3;
constexpr size_t mostCharacters = 5;
constexpr size_t mostWords = 3;

quint32 hashed(quint32 hash, char byte)
{
    return (hash ^ static_cast<unsigned char>(byte)) * fnvPrime;
}

quint32 hashed(quint32 hash, QByteArrayView bytes)
{
    for (const char byte : bytes)
        hash = hashed(hash, byte);
    return hash;
}

quint32 bucketOf(PieceKind kind, quint32 hash)
{
    return static_cast<quint32>(kind) * pieceBuckets + ((hash >> 18 ^ hash) & (pieceBuckets - 1));
}

/// A text's words in one line, " word word ".
struct Line
{
    struct Word
    {
        qsizetype token = 0;
        qsizetype start = 0;
        qsizetype end = 0;
    };
    QByteArray bytes{" "};
    std::vector<Word> words;

    explicit Line(const Tokens &tokens)
    {
        for (qsizetype i = 0; i < tokens.size(); ++i) {
            if (tokens.at(i).kind == Token::Kind::Mention)
                continue;
            const qsizetype start = bytes.size();
            bytes.append(tokens.at(i).word.toUtf8());
            words.push_back({i, start, bytes.size()});
            bytes.append(' ');
        }
    }

    [[nodiscard]] QByteArrayView spelling(const Word &word) const
    {
        return QByteArrayView(bytes).sliced(word.start, word.end - word.start);
    }
};

void addWords(const Line &line, std::vector<TextPiece> &pieces)
{
    for (size_t first = 0; first < line.words.size(); ++first) {
        const auto &word = line.words[first];
        quint32 hash = hashed(fnvBasis, line.spelling(word));
        pieces.push_back({bucketOf(PieceKind::Word, hash), {word.token, 1}});
        for (size_t last = first + 1; last < std::min(first + mostWords, line.words.size()); ++last) {
            const auto &next = line.words[last];
            hash = hashed(hashed(hash, ' '), line.spelling(next));
            pieces.push_back({bucketOf(PieceKind::Words, hash), {word.token, next.token - word.token + 1}});
        }
    }
}

bool continuesCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
}

/// The pieces that begin within a word or with the space before it, and end with the space behind it at the latest.
void addCharacters(const Line &line, std::vector<TextPiece> &pieces)
{
    for (const Line::Word &word : line.words) {
        for (qsizetype first = word.start - 1; first < word.end; ++first) {
            if (continuesCharacter(line.bytes.at(first)))
                continue;
            quint32 hash = fnvBasis;
            size_t characters = 0;
            for (qsizetype at = first; at <= word.end; ++at) {
                hash = hashed(hash, line.bytes.at(at));
                if (at < word.end && continuesCharacter(line.bytes.at(at + 1)))
                    continue;
                if (++characters > mostCharacters)
                    break;
                if (characters >= fewestCharacters)
                    pieces.push_back({bucketOf(PieceKind::Characters, hash), {word.token, 1}});
            }
        }
    }
}

} // namespace

quint32 pieceBucket(PieceKind kind, QByteArrayView utf8)
{
    return bucketOf(kind, hashed(fnvBasis, utf8));
}

std::vector<TextPiece> textPieces(const Tokens &tokens)
{
    std::vector<TextPiece> pieces;
    const Line line(tokens);
    if (line.words.empty())
        return pieces;
    pieces.reserve(static_cast<size_t>(line.bytes.size()) * 3 + line.words.size() * mostWords);
    addWords(line, pieces);
    addCharacters(line, pieces);
    return pieces;
}

} // namespace tidemark
