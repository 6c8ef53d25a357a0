#pragma once

#include <QString>
#include <QStringView>

namespace tidemark {

/// A piece of HTML: a tag, or the text between two.
struct HtmlToken
{
    enum class Kind { Text, Open, Close, End };

    Kind kind = Kind::End;
    QStringView text;         ///< as written, entities not decoded; of a tag the whole of it
    QString name = {};        ///< of a tag, lower case
    QStringView attributes{}; ///< of a tag, as written
    bool isRaw = false;       ///< text that holds no entities: what stands in script, style and their like
};

/// Takes HTML apart in one pass, as the HTML standard's tokenizer does: comments, declarations and processing
/// instructions are passed over, and what stands in script, style, title and the like is one text. A tag that isn't
/// closed when the text ends is dropped, as browsers do. Linear.
class HtmlLexer
{
public:
    explicit HtmlLexer(QStringView html) : m_html(html) {}

    HtmlToken next();

private:
    [[nodiscard]] QChar at(qsizetype place) const { return place < m_html.size() ? m_html[place] : QChar(); }
    [[nodiscard]] bool opensMarkup(qsizetype place) const;
    [[nodiscard]] qsizetype endOfAttributes(qsizetype place) const;
    void skipComment();
    HtmlToken takeTag();
    HtmlToken takeRawText();

    QStringView m_html;
    qsizetype m_place = 0;
    QString m_rawElement; ///< whose text comes next
};

/// The decoded value of one of a tag's attributes; empty if it has none of that name (lower case).
QString htmlAttribute(QStringView attributes, QStringView name);

} // namespace tidemark
