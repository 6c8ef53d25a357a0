#include "list/StoryListPane.h"

#include "dialogs/ForeignText.h"
#include "list/CountSentence.h"
#include "list/MessageCard.h"
#include "list/StoryListView.h"

using namespace Qt::StringLiterals;

namespace tidemark {

StoryListPane::StoryListPane(StoryListView *list, QWidget *parent)
    : QStackedWidget(parent), m_list(list), m_message(new MessageCard(this))
{
    setObjectName(u"storyListPane"_s);
    addWidget(m_list);
    addWidget(m_message);
}

void StoryListPane::showStories()
{
    setCurrentWidget(m_list);
}

void StoryListPane::showMessage()
{
    const bool hadFocus = m_list->hasFocus();
    setCurrentWidget(m_message);
    if (hadFocus)
        m_message->setFocus();
}

void StoryListPane::showEmptyCollection()
{
    m_message->say(tr("This collection holds no story yet. Import a file to begin."),
                   {{tr("Import..."), [this] { emit importWished(); }}});
    showMessage();
}

void StoryListPane::showNoMatch()
{
    m_message->say(tr("No story matches."), {{tr("Clear All"), [this] { emit clearWished(); }}});
    showMessage();
}

void StoryListPane::showCause(const FilterChip &chip, qint64 stories)
{
    m_message->say(
        tr("No story matches. Without %1 there would be %2.").arg(isolated(chip.label), storiesInWords(stories)),
        {{tr("Remove %1").arg(isolated(chip.label)), [this, filter = chip.without] { emit filterWished(filter); }},
         {tr("Clear All"), [this] { emit clearWished(); }}});
    showMessage();
}

void StoryListPane::showError(const Error &error)
{
    m_message->say(error.message, {{tr("Try Again"), [this] { emit retryWished(); }}});
    showMessage();
}

} // namespace tidemark
