#include "list/StoryListPane.h"

#include "dialogs/ForeignText.h"
#include "dialogs/PlainLabel.h"
#include "list/CountSentence.h"
#include "list/MessageCard.h"
#include "list/StoryListView.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

StoryListPane::StoryListPane(StoryListView *list, QWidget *parent)
    : QStackedWidget(parent),
      m_list(list),
      m_stories(new QWidget(this)),
      m_remark(plainLabel({}, m_stories)),
      m_message(new MessageCard(this))
{
    setObjectName(u"storyListPane"_s);
    setAccessibleName(tr("Stories"));
    m_remark->setObjectName(u"listRemark"_s);
    m_remark->setContentsMargins(8, 4, 8, 4);
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    m_remark->hide();
    auto *layout = new QVBoxLayout(m_stories);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_remark);
    layout->addWidget(m_list, 1);
    m_stories->setFocusProxy(m_list);
    addWidget(m_stories);
    addWidget(m_message);
}

void StoryListPane::showStories(const QString &remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    setCurrentWidget(m_stories);
}

void StoryListPane::showMessage()
{
    const bool hadFocus = window()->focusWidget() == m_list;
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
        tr("No story matches. Without “%1” there would be %2.").arg(isolated(chip.label), storiesInWords(stories)),
        {{tr("Remove “%1”").arg(isolated(chip.label)),
          [this, filter = chip.without] { emit filterWished(filter); }},
         {tr("Clear All"), [this] { emit clearWished(); }}});
    showMessage();
}

void StoryListPane::showError(const Error &error)
{
    m_message->say(error.message, {{tr("Try Again"), [this] { emit retryWished(); }}});
    showMessage();
}

} // namespace tidemark
