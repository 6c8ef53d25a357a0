// How the story that is read is shown.
#include "reading/ReadingPane.h"

#include "reading/ReadingBar.h"
#include "reading/StoryText.h"
#include "theme/Palette.h"
#include "theme/RuleCoder.h"

#include <QScrollBar>

namespace tidemark {

template<typename Part>
bool ReadingPane::change(Part &part, const Part &value)
{
    if (part == value)
        return false;
    part = value;
    rebuild();
    return true;
}

void ReadingPane::setWords(const WordQuery &words)
{
    change(m_settings.words, words);
}

void ReadingPane::setAuthorsShown(bool shown)
{
    if (change(m_settings.authorsShown, shown) && m_story)
        showPage(); // a cover may name somebody, too
}

void ReadingPane::setCodingsHidden(bool hidden)
{
    m_settings.codingsHidden = hidden;
    m_bar->setCodingsHidden(hidden);
}

void ReadingPane::setExplained(bool explained)
{
    m_bar->setExplained(explained);
    change(m_settings.explained, explained);
}

void ReadingPane::setModelsExplained(StoryId of, const ExplainedLabels &labels)
{
    if (of != story())
        return;
    m_settings.models = labels;
    if (m_settings.explained)
        rebuild();
}

void ReadingPane::setReplies(StoryId of, const QVector<StoryRow> &replies)
{
    if (of == story())
        change(m_settings.replies, replies);
}

void ReadingPane::setSignsNamed(bool named)
{
    change(m_settings.signsNamed, named);
}

void ReadingPane::setPointSize(double points)
{
    if (change(m_font.size, ReadingFont::fitting(points)))
        emit pointSizeChanged(m_font.size);
}

void ReadingPane::enlarge()
{
    setPointSize(m_font.size + 1);
}

void ReadingPane::reduce()
{
    setPointSize(m_font.size - 1);
}

void ReadingPane::resetSize()
{
    setPointSize(ReadingFont::usualSize);
}

void ReadingPane::setSerif(bool serif)
{
    change(m_font.serif, serif);
}

void ReadingPane::setSepia(bool sepia)
{
    if (sepia == m_sepia)
        return;
    m_sepia = sepia;
    setPalette(sepia ? sepiaPalette() : QPalette());
}

/// Rules are made ready when an explanation is first asked for, and again when they change.
const RuleCoder *ReadingPane::coder()
{
    if (!m_coder || m_coderOf != m_settings.facts.codebook) {
        m_coderOf = m_settings.facts.codebook;
        m_coder = std::make_unique<RuleCoder>(m_coderOf);
    }
    return m_coder.get();
}

void ReadingPane::rebuild()
{
    if (!m_story)
        return;
    m_settings.font = m_font.font(font());
    m_settings.colours = coloursOf(palette());

    const int scrolled = m_text->verticalScrollBar()->value();
    m_text->showStory(*m_story, m_settings, m_settings.explained ? coder() : nullptr);
    m_text->verticalScrollBar()->setValue(scrolled);
}

} // namespace tidemark
