#include "reading/ReadingPane.h"

#include "list/Veil.h"
#include "model/Covering.h"
#include "reading/NoteEditor.h"
#include "reading/ReadingBar.h"
#include "reading/StoryCover.h"
#include "reading/StoryText.h"
#include "theme/RuleCoder.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

ReadingPane::ReadingPane(QWidget *parent)
    : QWidget(parent),
      m_pages(new QStackedWidget(this)),
      m_text(new StoryText),
      m_message(new QLabel),
      m_outside(new QLabel(tr("The filter doesn't select this story."))),
      m_cover(new StoryCover),
      m_storyPage(new QWidget),
      m_body(new QBoxLayout(QBoxLayout::TopToBottom)),
      m_note(new NoteEditor),
      m_bar(new ReadingBar),
      m_veil(new Veil(m_pages))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Reading pane"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMargin(24);
    m_message->setForegroundRole(QPalette::PlaceholderText);

    m_outside->setObjectName(u"outsideNotice"_s);
    m_outside->setTextFormat(Qt::PlainText);
    m_outside->setWordWrap(true);
    m_outside->setContentsMargins(16, 8, 16, 0);
    m_outside->setForegroundRole(QPalette::PlaceholderText);
    m_outside->hide();

    auto *storyLayout = new QVBoxLayout(m_storyPage);
    storyLayout->setContentsMargins(0, 0, 0, 0);
    storyLayout->setSpacing(0);
    storyLayout->addWidget(m_outside);
    storyLayout->addLayout(m_body, 1);
    m_body->addWidget(m_text, 1);
    m_body->addWidget(m_note);
    storyLayout->addWidget(m_bar);
    m_pages->addWidget(m_message);
    m_pages->addWidget(m_storyPage);
    m_pages->addWidget(m_cover);
    connect(m_pages, &QStackedWidget::currentChanged, this, &ReadingPane::pageTurned);
    connect(m_cover, &StoryCover::uncoverWished, this, &ReadingPane::uncover);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    setFocusProxy(m_text);

    connectBar();
    connect(m_text, &StoryText::linkActivated, this, &ReadingPane::activate);
    connect(m_text, &StoryText::excerptNoteWished, this, &ReadingPane::noteOnSelection);
    connect(m_text, &StoryText::sizeWished, this, [this](int steps) { setPointSize(m_font.size + steps); });
    connect(m_note, &NoteEditor::edited, this, &ReadingPane::noteEdited);
    showNothing();
}

ReadingPane::~ReadingPane() = default;

void ReadingPane::connectBar()
{
    connect(m_bar, &ReadingBar::starWished, this, [this](bool starred) { emit starToggled(story(), starred); });
    connect(m_bar, &ReadingBar::readWished, this, [this](bool read) { emit readToggled(story(), read); });
    connect(m_bar, &ReadingBar::doNotQuoteWished, this,
            [this](bool doNotQuote) { emit doNotQuoteToggled(story(), doNotQuote); });
    connect(m_bar, &ReadingBar::noteWished, this, &ReadingPane::editNote);
    connect(m_bar, &ReadingBar::themeWished, this,
            [this](int theme, std::optional<bool> present) { emit themeChanged(story(), theme, present); });
    connect(m_bar, &ReadingBar::voiceWished, this,
            [this](std::optional<Voice> voice) { emit voiceChanged(story(), voice); });
    connect(m_bar, &ReadingBar::explainWished, this, [this](bool explained) {
        setExplained(explained);
        emit explainedChanged(explained);
    });
}

void ReadingPane::setFacts(const CollectionFacts &facts)
{
    m_settings.facts = facts;
    m_bar->setCodebook(facts.codebook);
    m_bar->setWritable(!facts.readOnly);
    rebuild();
}

void ReadingPane::setOutside(bool outside)
{
    m_outside->setVisible(outside);
}

bool ReadingPane::readOn(bool backward)
{
    if (isCovered()) { // reading on uncovers first
        uncover();
        return true;
    }
    QScrollBar *bar = m_text->verticalScrollBar();
    const int before = bar->value();
    const int page = bar->pageStep() - m_text->fontMetrics().lineSpacing(); // a line stays in sight
    if (m_story)
        bar->setValue(before + (backward ? -page : page));
    return bar->value() != before;
}

void ReadingPane::showStory(const StoryPage &story)
{
    const bool same = m_story && m_story->row.id == story.row.id;
    if (!same) {
        m_note->keep();
        m_settings.parts = 1;
        m_settings.models.clear();
        m_settings.replies.clear();
    }
    m_story = story;
    m_readUnder = m_covering ? m_covering->codebook() : 0;
    m_bar->setStory(story);
    showPage();
    setLoading(false);
    rebuild();
    if (!same) {
        m_text->moveCursor(QTextCursor::Start);
        m_text->verticalScrollBar()->setValue(0);
    }
    emit storyShown();
}

void ReadingPane::setCovering(Covering *covering)
{
    if (m_covering)
        m_covering->disconnect(this);
    m_covering = covering;
    if (covering)
        connect(covering, &Covering::changed, this, [this] {
            if (m_story && m_covering->codebook() == m_readUnder) // else the story is being read anew
                showPage();
        });
}

bool ReadingPane::isCovered() const
{
    return m_pages->currentWidget() == m_cover;
}

bool ReadingPane::isTextShown() const
{
    return m_pages->currentWidget() == m_storyPage && !m_loading;
}

void ReadingPane::showPage()
{
    const bool hadFocus = m_pages->currentWidget()->isAncestorOf(QApplication::focusWidget());
    const bool covered = m_covering && m_covering->covers(m_story->row);
    if (covered)
        m_cover->cover(*m_story, m_settings.facts, m_settings.authorsShown, m_settings.codingsHidden);
    QWidget *page = covered ? static_cast<QWidget *>(m_cover) : m_storyPage;
    const bool turned = page != m_pages->currentWidget();
    m_pages->setCurrentWidget(page);
    setFocusProxy(covered ? static_cast<QWidget *>(m_cover) : m_text);
    if (hadFocus && turned) // else it may be in a note that is being written
        setFocus();
    const StoryId inSight = covered ? noStory : story();
    if (std::exchange(m_inSight, inSight) != inSight && inSight != noStory)
        emit storyInSight();
}

void ReadingPane::uncover()
{
    if (m_covering && m_story)
        m_covering->uncover(m_story->row.id);
}

void ReadingPane::showMessage(const QString &message)
{
    m_note->keep();
    m_story.reset();
    m_inSight = noStory;
    m_message->setText(message);
    m_pages->setCurrentWidget(m_message);
    setLoading(false);
}

void ReadingPane::showNothing()
{
    showMessage(tr("Choose a story to read it here."));
}

void ReadingPane::showError(const Error &error)
{
    showMessage(error.message);
}

void ReadingPane::setLoading(bool loading)
{
    if (loading) // whatever comes is looked at anew
        m_inSight = noStory;
    m_veil->setBusy(loading);
    if (std::exchange(m_loading, loading) != loading)
        emit pageTurned();
}

StoryId ReadingPane::story() const
{
    return m_story ? m_story->row.id : noStory;
}

const StoryRow *ReadingPane::row() const
{
    return m_story ? &m_story->row : nullptr;
}

void ReadingPane::activate(const StoryLink &link)
{
    if (const auto *address = std::get_if<QUrl>(&link)) {
        emit linkActivated(*address);
    } else if (const auto *related = std::get_if<StoryId>(&link)) {
        emit storyActivated(*related);
    } else {
        constexpr int growth = 4;
        m_settings.parts *= growth;
        rebuild();
    }
}

/// A note stands below the story, or beside it where the pane is low.
void ReadingPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int narrowNote = 300;
    const bool low = width() > 2 * height();
    m_body->setDirection(low ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_note->setMaximumWidth(low ? narrowNote : QWIDGETSIZE_MAX);
}

void ReadingPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace tidemark
