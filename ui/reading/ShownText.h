#pragma once

#include "story/Platform.h"
#include "text/Pseudonyms.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace tidemark {

/// A part of a text as it is shown, in places of the shown text.
struct ShownRange
{
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const ShownRange &, const ShownRange &) = default;
};

/// A foreign text made fit to be laid out: handles as persons where authors are hidden, endless words broken by
/// zero-width spaces, heaps of accents thinned, long texts cut, characters that a document would take for
/// something else replaced. Every step keeps the way back, so that marks find their place and Copy gives what was
/// stored. Linear in the text's length.
class ShownText
{
public:
    static constexpr qsizetype longestRun = 1000; ///< characters without a place to break
    static constexpr int mostMarks = 8;           ///< on one base

    ShownText() = default;
    /// concealed is the text with names hidden or, without replacements, the stored text itself.
    ShownText(QString stored, ConcealedText concealed, qsizetype most);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isCut() const { return m_cut; }

    /// Where a part of the stored text stands in what is shown; empty where it was cut off.
    [[nodiscard]] ShownRange fromStored(qsizetype start, qsizetype length) const;

    /// What a part of the shown text is copied as: the stored characters, with persons for handles unless
    /// withNames.
    [[nodiscard]] QString copied(qsizetype from, qsizetype to, bool withNames) const;

private:
    /// The shown text from here on, to the next change, stands in the concealed text at the same distance.
    struct Step
    {
        qsizetype shown = 0;
        qsizetype concealed = 0;
    };

    void makeFit(qsizetype most);
    [[nodiscard]] qsizetype toConcealed(qsizetype shown) const;
    [[nodiscard]] qsizetype fromConcealed(qsizetype concealed) const;

    QString m_stored;
    ConcealedText m_concealed;
    QString m_text;
    QVector<Step> m_steps;
    bool m_cut = false;
};

} // namespace tidemark
