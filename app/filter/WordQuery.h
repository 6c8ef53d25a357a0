#pragma once

#include <QString>
#include <QVector>

#include <memory>

namespace tidemark {

/// A question about words, as a tree: the words of a search and of a codebook's rule alike. A value: cheap to
/// copy, immutable, compared by content.
///
/// Grammar (words only): `word`, `"a phrase"`, `pre*`, `"phrase pref"*` (also `"phrase pref" *`),
/// `NEAR(a b, n)` (n: at most n words between, 10 where it is left out, as FTS5 counts it), `#tag`, AND, OR,
/// NOT or `-word`, `( )`; words side by side are joined by AND. NOT binds tightest, then side-by-side and AND,
/// then OR.
class WordQuery
{
public:
    enum class Kind {
        Phrase, ///< words in a row; one word is a phrase of one
        Tag,    ///< a hashtag
        Near,   ///< phrases (operands, all of Kind::Phrase) within distance words of each other
        And,
        Or,
        Not, ///< one operand
    };

    struct Node
    {
        Kind kind = Kind::Phrase;
        QString text;        ///< Phrase, Tag: as written, without quotes, # or *
        bool prefix = false; ///< Phrase, Tag: the last word is only the beginning of one
        int distance = 0;    ///< Near
        QVector<WordQuery> operands;
    };

    WordQuery() = default; ///< asks nothing; matches every story
    explicit WordQuery(Node node);

    static WordQuery phrase(const QString &text, bool prefix = false);
    static WordQuery tag(const QString &text, bool prefix = false);
    static WordQuery near(QVector<WordQuery> phrases, int distance);
    static WordQuery all(QVector<WordQuery> operands); ///< of one operand: that operand; of none: empty
    static WordQuery any(QVector<WordQuery> operands);
    static WordQuery negation(WordQuery operand);

    [[nodiscard]] bool isEmpty() const { return !m_node; }
    [[nodiscard]] const Node &node() const { return *m_node; } ///< only if not empty

    /// The text form; parsing it gives the same tree back (of trees made by the functions above, which take
    /// nested AND and OR of one kind and double NOT apart).
    [[nodiscard]] QString toText() const;

    friend bool operator==(const WordQuery &a, const WordQuery &b);

private:
    std::shared_ptr<const Node> m_node;
};

} // namespace tidemark
