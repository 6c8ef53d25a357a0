#pragma once

#include "filter/WordMatcher.h"

#include <QString>
#include <QVector>

#include <vector>

namespace tidemark {

/// A part of a text that a search asked for.
struct MarkedPart
{
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const MarkedPart &, const MarkedPart &) = default;
};

/// An opening as a line that shows its first mark.
struct MarkedOpening
{
    QString text;
    QVector<MarkedPart> parts;

    friend bool operator==(const MarkedOpening &, const MarkedOpening &) = default;
};

/// The opening as it is if its first mark ends within the characters that fit, else from a few words before that
/// mark on, behind three dots. What stands before an opening stays before it, and isn't marked.
MarkedOpening openingWithMark(const QString &opening, const QVector<MarkedPart> &parts, qsizetype fitting,
                              const QString &before = {});

/// Finds the words of a search in the opening of a story. Unlike in the whole text, each word or phrase is marked
/// by itself, for the others may stand further on; what is searched for under a NOT is not.
class WordMarks
{
public:
    WordMarks() = default; ///< marks nothing
    explicit WordMarks(const WordQuery &query);

    [[nodiscard]] bool isEmpty() const { return m_leaves.empty(); }
    [[nodiscard]] QVector<MarkedPart> in(const QString &opening) const; ///< in order; none overlap

private:
    void gather(const WordQuery &query);

    std::vector<WordMatcher> m_leaves;
};

} // namespace tidemark
