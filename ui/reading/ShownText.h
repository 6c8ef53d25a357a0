#pragma once

#include "text/Pseudonyms.h"

#include <QString>
#include <QVector>

namespace tidemark {

/// A part of a text as it is shown, in places of the shown text.
struct ShownRange
{
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const ShownRange &, const ShownRange &) = default;
};

/// How much of a text is laid out at once. A layout's time grows with lines as well as with characters.
struct ShownLimits
{
    qsizetype units = 200 * 1024; ///< UTF-16
    qsizetype lines = 4000;
    bool signsNamed = false; ///< characters that show nothing are written out by their numbers
};

/// A foreign text made fit to be laid out: handles as persons where authors are hidden, endless words broken by
/// zero-width spaces, heaps of accents and of empty lines thinned, long texts cut, line ends made one, characters
/// that a document would take for something else replaced by pictures of themselves. Every step keeps the way
/// back, so that marks find their place and Copy gives what was stored. Linear in the text's length.
class ShownText
{
public:
    static constexpr qsizetype longestRun = 1000; ///< characters without a place to break
    static constexpr int mostMarks = 8;           ///< on one base
    static constexpr int mostLineEnds = 8;        ///< in a row

    ShownText() = default;
    /// concealed is the stored text with names hidden or, without replacements, the stored text itself.
    ShownText(const QString &stored, const ConcealedText &concealed, const ShownLimits &limits);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isCut() const { return m_cut; }

    /// Where a part of the stored text stands in what is shown; a part of something replaced is the whole
    /// replacement. Empty where it was cut off.
    [[nodiscard]] ShownRange fromStored(qsizetype start, qsizetype length) const;
    /// Whether a part of the stored text was replaced in part or whole.
    [[nodiscard]] bool isConcealed(qsizetype start, qsizetype length) const;

    /// What a part of the shown text is copied as: the stored characters, with persons for handles unless
    /// withNames.
    [[nodiscard]] QString copied(qsizetype from, qsizetype to, bool withNames) const;
    /// All of it, past what was cut off.
    [[nodiscard]] const QString &whole(bool withNames) const { return withNames ? m_stored : m_concealed.text; }

private:
    /// From here to the next step, shown and concealed text run side by side.
    struct Step
    {
        qsizetype shown = 0;
        qsizetype concealed = 0;
    };

    void makeFit(const ShownLimits &limits);
    void append(QStringView characters, qsizetype from, qsizetype taken);
    [[nodiscard]] qsizetype toConcealed(qsizetype shown) const;
    [[nodiscard]] qsizetype fromConcealed(qsizetype concealed) const;
    [[nodiscard]] qsizetype lastReplacementBefore(qsizetype stored) const;
    [[nodiscard]] qsizetype storedPlace(qsizetype concealed, bool end) const;

    QString m_stored;
    ConcealedText m_concealed;
    QVector<qsizetype> m_grown; ///< by how much the text grew before each replacement
    QString m_text;
    QVector<Step> m_steps{{}};
    bool m_cut = false;
};

/// What is shown of a foreign text within a line of ours.
inline constexpr ShownLimits limitsInALine{400, 1};

/// It on one line, isolated, and with no say over the line's direction.
QString inALine(const ShownText &shown);

} // namespace tidemark
