#pragma once

#include "filter/Mistake.h"
#include "filter/WordQuery.h"

#include <QCoreApplication>
#include <QString>
#include <QStringView>
#include <QVector>

#include <optional>

namespace tidemark {

/// A stretch of the text as given, in UTF-16 units.
struct Place
{
    qsizetype position = 0;
    qsizetype length = 0;
};

/// A value of a term, and where it stands.
struct TermValue
{
    QString text;
    Place place;
};

/// `key:value,value` or `attr:name=value,value` as written, not yet understood.
struct QueryTerm
{
    QString key;         ///< one of queryKeys(), lower case
    TermValue attribute; ///< of `attr:`
    QVector<TermValue> values;
    bool excluded = false;
    Place place;
};

/// The keys of the query language: theme, voice, ...
const QStringList &queryKeys();

/// One step of the query language.
struct QueryToken
{
    enum class Kind { Words, Term, And, Or, Not, Open, Close, End };

    Kind kind = Kind::End;
    WordQuery words; ///< Kind::Words: a phrase, tag or NEAR
    QueryTerm term;  ///< Kind::Term
    Place place;
};

/// Cuts a filter's text into tokens, each character looked at a bounded number of times. After a mistake it
/// gives only End.
class QueryLexer
{
    Q_DECLARE_TR_FUNCTIONS(QueryLexer)

public:
    explicit QueryLexer(QStringView text);

    QueryToken next();
    [[nodiscard]] const std::optional<Mistake> &mistake() const { return m_mistake; }

private:
    [[nodiscard]] QueryToken token(QueryToken::Kind kind, qsizetype start) const;
    QueryToken fail(const QString &message, qsizetype start, qsizetype length);
    QueryToken words(const WordQuery &query, qsizetype start);

    QueryToken phrase(QStringView furtherEnds = {});
    QueryToken tag();
    QueryToken bareWord();
    QueryToken colonWord(qsizetype start, QStringView run, qsizetype colon);
    QueryToken near(qsizetype start);
    QueryToken term(qsizetype start, const QString &key);

    void skipSpace();
    [[nodiscard]] bool at(QChar c) const;
    [[nodiscard]] bool atQuote() const;
    QStringView bareRun(QStringView furtherEnds);
    std::optional<QString> quoted();
    bool chopStars(QStringView &run, bool isTag = false);
    bool takeStar();
    std::optional<WordQuery> nearPhrase();
    std::optional<int> nearDistance();
    std::optional<TermValue> termValue(QStringView furtherEnds);

    QStringView m_text;
    qsizetype m_at = 0;
    std::optional<Mistake> m_mistake;
};

} // namespace tidemark
