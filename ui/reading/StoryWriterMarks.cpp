// What is marked in the story's text: links, words of the search, what a note quotes.
#include "reading/StoryWriter.h"

#include "filter/WordMatcher.h"
#include "reading/Excerpts.h"
#include "reading/StoryLinks.h"

using namespace Qt::StringLiterals;

namespace tidemark {

void StoryWriter::markLinks()
{
    const QVector<TextLink> links = linksOf(m_story.text);
    for (const TextLink &link : links) {
        if (m_document.m_shown.isConcealed(link.start, link.length))
            continue;
        const ShownRange range = m_document.m_shown.fromStored(link.start, link.length);
        if (range.length == 0)
            continue;
        const int start = m_document.m_textStart + static_cast<int>(range.start);
        const int end = start + static_cast<int>(range.length);
        QTextCursor cursor(&m_document);
        cursor.setPosition(start);
        cursor.setPosition(end, QTextCursor::KeepAnchor);
        QTextCharFormat format;
        format.setForeground(m_settings.colours.accent);
        format.setFontUnderline(true);
        cursor.mergeCharFormat(format);
        m_document.m_links.append({start, end, link.target});
    }
}

void StoryWriter::mark(const Token &first, const Token &last, const QColor &ground,
                       QTextCharFormat::UnderlineStyle line)
{
    const ShownRange range = m_document.m_shown.fromStored(first.start, last.start + last.length - first.start);
    if (range.length == 0)
        return;
    QTextCursor cursor(&m_document);
    cursor.setPosition(m_document.m_textStart + static_cast<int>(range.start));
    cursor.setPosition(cursor.position() + static_cast<int>(range.length), QTextCursor::KeepAnchor);
    QTextCharFormat format;
    format.setBackground(ground);
    format.setUnderlineStyle(line);
    cursor.mergeCharFormat(format);
}

void StoryWriter::markWords()
{
    if (m_settings.words.isEmpty())
        return;
    const QVector<TokenRun> runs = WordMatcher(m_settings.words).runs(m_tokens);
    for (const TokenRun &run : runs) {
        const Token &first = m_tokens.at(run.first);
        const Token &last = m_tokens.at(run.first + run.count - 1);
        mark(first, last, m_settings.colours.match, QTextCharFormat::SingleUnderline);
        const ShownRange range = m_document.m_shown.fromStored(first.start, last.start + last.length - first.start);
        const int start = m_document.m_textStart + static_cast<int>(range.start);
        if (range.length > 0)
            m_document.m_matches.append({start, start + static_cast<int>(range.length)});
    }
}

/// Underlines with dots what the note quotes.
void StoryWriter::markExcerpts()
{
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::DotLine);
    format.setUnderlineColor(m_settings.colours.accent);
    const Excerpts excerpts(m_story.note);
    for (const auto &[start, end] : std::as_const(m_document.m_writings)) {
        QTextCursor cursor(&m_document);
        cursor.setPosition(start);
        cursor.setPosition(end, QTextCursor::KeepAnchor);
        const QVector<ShownRange> ranges = excerpts.in(cursor.selectedText());
        for (const ShownRange &range : ranges) {
            cursor.setPosition(start + static_cast<int>(range.start));
            cursor.setPosition(cursor.position() + static_cast<int>(range.length), QTextCursor::KeepAnchor);
            cursor.mergeCharFormat(format);
        }
    }
}

} // namespace tidemark
