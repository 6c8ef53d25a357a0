#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>
#include <QVector>

namespace tidemark {

/// The version of the normalised form that index, rules and features share. A change of what tokenise()
/// gives is a new number, and collections refill their full text.
inline constexpr int normalVersion = 2; // 2: a full-width low line stands in hashtags

/// One word in normalised form, and where it stands in the text that it was made from.
struct Token
{
    QStringView word;     ///< NFKC, case and accents folded; a character of a script without spaces is a word
    qsizetype start = 0;  ///< in UTF-16 units of the stored text
    qsizetype length = 0; ///< likewise
    enum class Kind : quint8 {
        Word,
        Tag,     ///< part of a #hashtag (a tag can be several tokens)
        Mention, ///< part of an @name
    } kind = Kind::Word;
    bool first = false; ///< the first word of its tag or name

    friend bool operator==(const Token &, const Token &) = default;
};

/// The words of a text in order. Their spelling is one string for all of them: they are made by the million.
class Tokens
{
public:
    Tokens() = default;
    /// As many tokens as there are words in joined, which are parted by single spaces.
    Tokens(QString joined, QVector<Token> tokens);

    [[nodiscard]] const QString &joined() const { return m_joined; } ///< by single spaces
    [[nodiscard]] qsizetype size() const { return m_tokens.size(); }
    [[nodiscard]] bool isEmpty() const { return m_tokens.isEmpty(); }
    [[nodiscard]] const Token &at(qsizetype place) const { return m_tokens.at(place); }
    [[nodiscard]] auto begin() const { return m_tokens.cbegin(); }
    [[nodiscard]] auto end() const { return m_tokens.cend(); }

private:
    QString m_joined; ///< never changed: copies share it, so that their tokens' words stay where they are
    QVector<Token> m_tokens;
};

/// The words of a text in order: entities decoded once, links and pic.twitter.com addresses left out, "# tag"
/// joined to "#tag", zero-width characters, soft hyphens, Arabic and Hebrew points dropped, apostrophes split
/// ("didn't" is "didn", "t"). A word is what FTS5's unicode61 with categories 'L* N* Co Mn Mc' takes for one, so
/// that full text, rules and highlights agree. Linear in the text's length. Any thread.
Tokens tokenise(QStringView text);

/// The words of one phrase or word of a query, folded the same way.
QStringList queryWords(QStringView text);

/// The two columns of the full text: all words, and the hashtags' words (each whole tag folded to one word
/// where its script has spaces), joined by single spaces. UTF-8.
struct IndexedText
{
    QByteArray text;
    QByteArray tags;
};
IndexedText indexedText(const Tokens &tokens, const QStringList &hashtags);

/// A hashtag folded for comparison and for the tags column: "#MeToo" and full-width forms give "metoo".
QString foldTag(QStringView tag);

/// The hashtags of a text as written, without #, in order, each once.
QStringList findHashtags(QStringView text);

/// What the voice rules count.
struct WordFigures
{
    int words = 0;                 ///< tokens in all
    int residualWords = 0;         ///< without links, @names, #tags and the words "me too"/"metoo"
    bool meTooOutsideTags = false; ///< "me too" stands after tags and @names are removed
};
WordFigures wordFigures(const Tokens &tokens);

} // namespace tidemark
