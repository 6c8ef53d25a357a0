#include "reading/ReadingBar.h"

#include "dialogs/ForeignText.h"
#include "search/FlowLayout.h"
#include "text/ShippedWords.h"

#include <QActionGroup>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace tidemark {

namespace {

/// The coding in force: the last one, for those by hand come last.
const ThemeCoding *codingOf(const StoryPage &story, int theme)
{
    const auto found = std::find_if(story.codings.crbegin(), story.codings.crend(),
                                    [theme](const ThemeCoding &coding) { return coding.theme == theme; });
    return found == story.codings.crend() ? nullptr : &*found;
}

/// What QMenu::clear() leaves: the menus and groups that the entries were of.
void empty(QMenu *menu)
{
    menu->clear();
    qDeleteAll(menu->findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    qDeleteAll(menu->findChildren<QActionGroup *>(Qt::FindDirectChildrenOnly));
}

} // namespace

ReadingBar::ReadingBar(QWidget *parent) : QWidget(parent)
{
    auto *layout = new FlowLayout(this, 2);
    layout->setContentsMargins(8, 4, 8, 4);
    m_star = addButton(tr("Star"), tr("Mark this story with a star"), true);
    m_note = addButton(tr("Note"), tr("Write a note on this story"), false);
    m_doNotQuote = addButton(tr("Do not quote"), tr("Remember not to quote this story"), true);
    m_unread = addButton(tr("Unread"), tr("Mark this story as unread"), true);
    m_themes = addButton(tr("Themes"), tr("Set this story's themes by hand"), false);
    m_voice = addButton(tr("Voice"), tr("Set this story's voice by hand"), false);
    m_explain = addButton(tr("Explain"), tr("Mark the words for which each theme's rule matched"), true);
    for (QToolButton *button : {m_themes, m_voice}) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setMenu(new QMenu(button));
    }
    connect(m_star, &QToolButton::clicked, this, &ReadingBar::starWished);
    connect(m_note, &QToolButton::clicked, this, &ReadingBar::noteWished);
    connect(m_doNotQuote, &QToolButton::clicked, this, &ReadingBar::doNotQuoteWished);
    connect(m_unread, &QToolButton::clicked, this, [this](bool unread) { emit readWished(!unread); });
    connect(m_explain, &QToolButton::clicked, this, &ReadingBar::explainWished);
    connect(m_themes->menu(), &QMenu::aboutToShow, this, &ReadingBar::fillThemes);
    connect(m_voice->menu(), &QMenu::aboutToShow, this, &ReadingBar::fillVoices);
}

QToolButton *ReadingBar::addButton(const QString &text, const QString &toolTip, bool checkable)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleDescription(toolTip);
    button->setCheckable(checkable);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    return button;
}

void ReadingBar::setStory(const StoryPage &story)
{
    m_story = story;
    m_star->setChecked(story.row.starred);
    m_doNotQuote->setChecked(story.row.doNotQuote);
    m_unread->setChecked(!story.row.read);
}

void ReadingBar::setWritable(bool writable)
{
    for (QToolButton *button : {m_star, m_note, m_doNotQuote, m_unread, m_themes, m_voice})
        button->setEnabled(writable);
}

void ReadingBar::setExplained(bool explained)
{
    m_explain->setChecked(explained);
}

void ReadingBar::fillThemes()
{
    QMenu *menu = m_themes->menu();
    empty(menu);
    QVector<const Theme *> byHand;
    QString group;
    for (const Theme &theme : std::as_const(m_codebook.themes)) {
        const bool present = m_story.row.themes.contains(theme.number);
        if (theme.isRetired && !present)
            continue;
        if (theme.group != group && !menu->isEmpty())
            menu->addSeparator();
        group = theme.group;
        const ThemeCoding *coding = codingOf(m_story, theme.number);
        const bool hand = coding && coding->by == CodedBy::Hand;
        if (hand)
            byHand.append(&theme);
        QString text = asLabel(inReadersLanguage(theme.name));
        if (hand)
            text = present ? tr("%1 (by hand)").arg(text) : tr("%1 (not, by hand)").arg(text);
        else if (present)
            text = (coding && coding->by == CodedBy::Model ? tr("%1 (by model)") : tr("%1 (by rule)")).arg(text);
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(present);
        connect(action, &QAction::triggered, this,
                [this, number = theme.number](bool checked) { emit themeWished(number, checked); });
    }
    if (byHand.isEmpty())
        return;
    menu->addSeparator();
    QMenu *back = menu->addMenu(tr("Leave to the rules"));
    for (const Theme *theme : std::as_const(byHand)) {
        connect(back->addAction(asLabel(inReadersLanguage(theme->name))), &QAction::triggered, this,
                [this, number = theme->number] { emit themeWished(number, std::nullopt); });
    }
}

void ReadingBar::fillVoices()
{
    QMenu *menu = m_voice->menu();
    empty(menu);
    auto *group = new QActionGroup(menu);
    const bool hand = m_story.voiceBy == CodedBy::Hand;
    for (const Voice voice : allVoices) {
        QAction *action = group->addAction(menu->addAction(voiceName(voice)));
        action->setCheckable(true);
        action->setChecked(hand && m_story.row.voice == voice);
        connect(action, &QAction::triggered, this, [this, voice] { emit voiceWished(voice); });
    }
    menu->addSeparator();
    const QString byItself = m_story.voiceBy == CodedBy::Model ? tr("By model: %1") : tr("By rule: %1");
    QAction *rules = group->addAction(menu->addAction(
        hand || m_codingsHidden ? tr("Leave to the rules") : byItself.arg(voiceName(m_story.row.voice))));
    rules->setCheckable(true);
    rules->setChecked(!hand);
    connect(rules, &QAction::triggered, this, [this] { emit voiceWished(std::nullopt); });
}

} // namespace tidemark
