#include "reading/StoryDocument.h"

#include "reading/StoryWriter.h"

#include <QTextCursor>
#include <QTextFrame>

#include <algorithm>

namespace tidemark {

namespace {

constexpr double edge = 16;

} // namespace

StoryDocument::StoryDocument(QObject *parent) : QTextDocument(parent)
{
    setUndoRedoEnabled(false);
}

void StoryDocument::show(const StoryPage &story, const StorySettings &settings, const RuleCoder *coder)
{
    clear();
    m_writings.clear();
    m_links.clear();
    m_matches.clear();
    setDefaultFont(settings.font);
    QTextFrameFormat edges = rootFrame()->frameFormat();
    edges.setTopMargin(edge);
    edges.setBottomMargin(edge);
    rootFrame()->setFrameFormat(edges);
    QTextCursor cursor(this);
    cursor.beginEditBlock();
    StoryWriter(*this, cursor, story, settings, coder).write();
    cursor.endEditBlock();
}

QString StoryDocument::copied(int from, int to, bool withNames) const
{
    const auto asItReads = [this](int start, int end) {
        QTextCursor cursor(const_cast<StoryDocument *>(this));
        cursor.setPosition(start);
        cursor.setPosition(std::max(start, end), QTextCursor::KeepAnchor);
        return cursor.selectedText().replace(QChar(QChar::ParagraphSeparator), u'\n');
    };
    const int start = textStart();
    const int end = textEnd();
    QString copy;
    if (from < start)
        copy += asItReads(from, std::min(to, start));
    if (from < end && to > start)
        copy += m_shown.copied(std::max(from, start) - start, std::min(to, end) - start, withNames);
    if (to > end)
        copy += asItReads(std::max(from, end), to);
    return copy;
}

QString StoryDocument::written(int from, int to) const
{
    for (const Writing &writing : m_writings) {
        const int start = std::max(from, writing.start);
        const int end = std::min(to, writing.end);
        if (start < end)
            return copied(start, end);
    }
    return {};
}

const StoryLink *StoryDocument::linkAt(int position) const
{
    const auto next = std::upper_bound(m_links.cbegin(), m_links.cend(), position,
                                       [](int place, const PlacedLink &link) { return place < link.start; });
    if (next == m_links.cbegin())
        return nullptr;
    const PlacedLink &link = *std::prev(next);
    return position < link.end ? &link.link : nullptr;
}

int StoryDocument::nextLink(int position, bool backward) const
{
    int found = -1;
    for (const PlacedLink &link : m_links) {
        if (backward && link.start < position)
            found = link.start;
        else if (!backward && link.start > position)
            return link.start;
    }
    return found;
}

int StoryDocument::linkEnd(int start) const
{
    const auto link = std::ranges::find(m_links, start, &PlacedLink::start);
    return link == m_links.cend() ? start : link->end;
}

std::optional<StoryDocument::Match> StoryDocument::nextMatch(int position, bool backward) const
{
    if (m_matches.isEmpty())
        return std::nullopt;
    const auto next = std::find_if(m_matches.cbegin(), m_matches.cend(), [&](const Match &match) {
        return backward ? match.end >= position : match.start >= position;
    });
    if (!backward)
        return next == m_matches.cend() ? m_matches.constFirst() : *next;
    return next == m_matches.cbegin() ? m_matches.constLast() : *std::prev(next);
}

QVariant StoryDocument::loadResource(int, const QUrl &)
{
    return {};
}

} // namespace tidemark
