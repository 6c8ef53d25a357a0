// What is done with the story that is read.
#include "reading/ReadingPane.h"

#include "reading/Excerpts.h"
#include "reading/NoteEditor.h"
#include "reading/StoryText.h"
#include "theme/Palette.h"

using namespace Qt::StringLiterals;

namespace tidemark {

void ReadingPane::copy()
{
    if (!m_story || isCovered())
        return;
    m_text->copySelected(false);
}

void ReadingPane::copyWithNames()
{
    if (!m_story || isCovered())
        return;
    m_text->copySelected(true);
}

void ReadingPane::editNote()
{
    if (m_story && !m_settings.facts.readOnly)
        m_note->edit(m_story->row.id, m_story->note);
}

void ReadingPane::keepNote()
{
    m_note->keep();
}

void ReadingPane::noteOnSelection()
{
    if (!m_story || m_settings.facts.readOnly || isCovered())
        return;
    const QString excerpt = asExcerpt(m_text->selectedWords());
    if (excerpt.isEmpty())
        return editNote();
    const QString between = m_story->note.isEmpty() ? QString() : u"\n\n"_s;
    m_note->edit(m_story->row.id, m_story->note, between + excerpt + u'\n');
}

/// On white paper, whatever the pane looks like.
void ReadingPane::print(QPagedPaintDevice &paper) const
{
    if (!m_story || isCovered())
        return;
    StorySettings settings = m_settings;
    settings.colours = colours(Scheme::Light);
    settings.explained = false;
    StoryDocument document;
    document.show(*m_story, settings, nullptr);
    document.print(&paper);
}

} // namespace tidemark
