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

/// A text's words in one line, " word word ", with where they and their characters stand.
struct Line
{
    struct Word
    {
        qsizetype token = 0;
        qsizetype start = 0;
        qsizetype end = 0;
    };
    QByteArray bytes;
    std::vector<Word> words;
    std::vector<qsizetype> characters; ///< where each begins, and the end
    std::vector<size_t> wordOf;        ///< of each character; a space belongs to the word before it

    explicit Line(const Tokens &tokens)
    {
        bytes.append(' ');
        for (qsizetype i = 0; i < tokens.size(); ++i) {
            if (tokens.at(i).kind == Token::Kind::Mention)
                continue;
            const qsizetype start = bytes.size();
            bytes.append(tokens.at(i).word.toUtf8());
            words.push_back({i, start, bytes.size()});
            bytes.append(' ');
        }
        size_t word = 0;
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            if ((static_cast<unsigned char>(bytes.at(at)) & 0xc0U) == 0x80U)
                continue;
            while (word + 1 < words.size() && at >= words[word + 1].start)
                ++word;
            characters.push_back(at);
            wordOf.push_back(word);
        }
        characters.push_back(bytes.size());
    }

    [[nodiscard]] TokenRun run(size_t first, size_t last) const
    {
        return {words[first].token, words[last].token - words[first].token + 1};
    }
};

void addWords(const Line &line, std::vector<TextPiece> &pieces)
{
    for (size_t first = 0; first < line.words.size(); ++first) {
        const QByteArrayView bytes(line.bytes);
        const auto &word = line.words[first];
        pieces.push_back({pieceBucket(PieceKind::Word, bytes.sliced(word.start, word.end - word.start)),
                          line.run(first, first)});
        quint32 hash = hashed(fnvBasis, bytes.sliced(word.start, word.end - word.start));
        for (size_t last = first + 1; last < std::min(first + mostWords, line.words.size()); ++last) {
            const auto &next = line.words[last];
            hash = hashed(hash, bytes.sliced(next.start - 1, next.end - next.start + 1));
            pieces.push_back({bucketOf(PieceKind::Words, hash), line.run(first, last)});
        }
    }
}

void addCharacters(const Line &line, std::vector<TextPiece> &pieces)
{
    const size_t count = line.wordOf.size();
    for (size_t first = 0; first + fewestCharacters <= count; ++first) {
        quint32 hash = fnvBasis;
        for (size_t last = first; last < std::min(first + mostCharacters, count); ++last) {
            hash = hashed(hash,
                          QByteArrayView(line.bytes)
                              .sliced(line.characters[last], line.characters[last + 1] - line.characters[last]));
            if (last + 1 - first < fewestCharacters)
                continue;
            // A space belongs to the word before it, unless the piece begins with it.
            const bool beginsWithSpace = first > 0 && line.bytes.at(line.characters[first]) == ' ';
            const size_t from = std::min(line.wordOf[first] + (beginsWithSpace ? 1 : 0), line.words.size() - 1);
            pieces.push_back(
                {bucketOf(PieceKind::Characters, hash), line.run(from, std::max(from, line.wordOf[last]))});
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
    pieces.reserve(line.characters.size() * 3 + line.words.size() * mostWords);
    addWords(line, pieces);
    addCharacters(line, pieces);
    return pieces;
}

} // namespace tidemark
