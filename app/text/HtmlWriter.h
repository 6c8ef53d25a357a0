#pragma once

#include "text/HtmlText.h"

#include <functional>

namespace tidemark {

/// Takes elements and text in document order and writes them as plain text; see readHtml. Elements may be left
/// open and closed without having been opened.
class HtmlWriter
{
public:
    explicit HtmlWriter(HtmlReading reading) : m_reading(std::move(reading)) {}

    /// attribute gives the decoded value of an attribute by name, or an empty text.
    void open(const QString &element, const std::function<QString(QStringView)> &attribute);
    void text(QStringView decoded);
    void close(const QString &element);

    ReadableText take();

private:
    struct List
    {
        bool isOrdered = false;
        int number = 0;
    };
    struct Link
    {
        QString target;
        qsizetype start = 0; ///< in m_text
    };

    void breakLine(int lines) { m_breaks = std::max(m_breaks, lines); }
    void put(QStringView words);
    void beginLine();
    void openLink(const QString &target);
    void closeLink();
    void putPicture(const QString &description, const QString &classes);

    HtmlReading m_reading;
    QString m_text;
    QStringList m_pictures;
    QVector<List> m_lists;
    QString m_marker; ///< of the list item that begins
    std::optional<Link> m_link;
    int m_quotes = 0;
    int m_lineQuotes = 0; ///< of the last line written
    int m_preformatted = 0;
    int m_cells = 0;      ///< of the table row
    int m_breaks = 0;     ///< line ends that come before the next word
    QChar m_space;        ///< what comes before the next word of the same line
    int m_hidden = 0;     ///< open elements whose text is not for readers
    bool m_skips = false; ///< inside of an inline quote that is left out
};

} // namespace tidemark
