// What stands below a story: what it answers or quotes, answers to it, its earlier texts, its further columns.
#include "reading/StoryWriter.h"

#include "model/TimeText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StoryDocument)
};

} // namespace

void StoryWriter::writeRelations()
{
    for (const LinkedRelation &linked : m_story.relations) {
        writeHeading(linked.relation.kind == Relation::Kind::Reply ? Words::tr("In reply to")
                                                                   : Words::tr("Quotes"));
        if (!linked.relation.text.isEmpty())
            writeForeign(linked.relation.text, m_contextBlock, m_quiet);
        beginBlock(m_contextLine);
        if (linked.story != noStory)
            writeLink(Words::tr("Show story %1").arg(QLocale::c().toString(toNumber(linked.story))), linked.story);
        else
            m_cursor.insertText(Words::tr("Not in this collection."), m_quiet);
    }
}

void StoryWriter::writeReplies()
{
    if (m_settings.replies.isEmpty())
        return;
    writeHeading(Words::tr("Replies in this collection"));
    for (const StoryRow &reply : m_settings.replies) {
        if (!reply.opening.isEmpty())
            writeForeign(reply.opening, m_contextBlock, m_quiet);
        beginBlock(m_contextLine);
        m_cursor.insertText(timeText(reply.postedAt, m_settings.facts.zone) + dot, m_quiet);
        if (reply.opening.isEmpty())
            m_cursor.insertText(Words::tr("covered") + dot, m_quiet);
        writeLink(Words::tr("Show story %1").arg(QLocale::c().toString(toNumber(reply.id))), reply.id);
    }
}

void StoryWriter::writeEarlierTexts()
{
    for (const EarlierText &earlier : m_story.earlierTexts) {
        writeHeading(
            earlier.writtenAt
                ? Words::tr("Before it was edited, %1").arg(timeText(earlier.writtenAt, m_settings.facts.zone))
                : Words::tr("Before it was edited"));
        writeForeign(earlier.text, m_contextBlock, m_quiet);
    }
}

void StoryWriter::writeAttributes()
{
    bool headed = false;
    int written = 0;
    for (const Attribute &attribute : m_story.attributes) {
        const auto facts = std::ranges::find(m_settings.facts.attributes, attribute.name, &AttributeFacts::name);
        const bool visible = facts == m_settings.facts.attributes.cend() ? !attribute.personal : facts->isVisible();
        if (!visible || attribute.value.isEmpty() || ++written > mostListed)
            continue;
        if (!headed)
            writeHeading(Words::tr("Further columns"));
        headed = true;
        beginBlock(m_quietBlock);
        m_cursor.insertText(Words::tr("%1: ").arg(said(attribute.name)), m_quiet);
        QTextCharFormat value = m_quiet;
        value.setForeground(m_settings.colours.text);
        m_cursor.insertText(said(attribute.value), value);
    }
    if (m_story.attributesDamaged) {
        writeHeading(Words::tr("Further columns"));
        beginBlock(m_quietBlock);
        m_cursor.insertText(Words::tr("What the file said in them is damaged and can't be read."), m_quiet);
    }
}

} // namespace tidemark
