#pragma once

#include "reading/ShownText.h"

#include <QRegularExpression>
#include <QString>
#include <QVector>

namespace tidemark {

/// Selected words as a line of a note that is about them: "> the words", on one line, cut after some 300
/// characters. Empty where nothing but spaces is selected.
QString asExcerpt(const QString &selected);

/// The lines of a note that begin with ">".
class Excerpts
{
public:
    explicit Excerpts(const QString &note);

    /// Where they stand in a text, whatever spaces or line ends are between their words; each at its first place.
    /// Names are compared as they are shown.
    [[nodiscard]] QVector<ShownRange> in(const QString &shown) const;

private:
    QVector<QRegularExpression> m_excerpts;
};

} // namespace tidemark
