#include "reading/StoryText.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int margin = 16;
constexpr int measureLetters = 68;

} // namespace

StoryText::StoryText(QWidget *parent) : QTextEdit(parent), m_document(new StoryDocument(this))
{
    setDocument(m_document);
    setReadOnly(true);
    setAcceptRichText(false);
    setAcceptDrops(false);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTabChangesFocus(true);
    viewport()->setMouseTracking(true);
    viewport()->setAcceptDrops(false);
    m_document->setDocumentMargin(0);
    setAccessibleName(tr("Story"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void StoryText::showStory(const StoryPage &story, const StorySettings &settings, const RuleCoder *coder)
{
    setFont(settings.font);
    const QTextCursor before = textCursor();
    const int anchor = before.anchor() - m_document->textStart();
    const int position = before.position() - m_document->textStart();
    const QString text = m_document->shownText().text();
    m_document->show(story, settings, coder);
    fitMeasure();
    QTextCursor cursor(m_document);
    // What stands around the text may have grown: there the same places are other words.
    const auto isOfText = [&text](int place) { return place >= 0 && place <= text.size(); };
    if (m_document->shownText().text() == text && isOfText(anchor) && isOfText(position)) {
        cursor.setPosition(m_document->textStart() + anchor);
        cursor.setPosition(m_document->textStart() + position, QTextCursor::KeepAnchor);
    }
    setTextCursor(cursor);
    verticalScrollBar()->setValue(0);
}

double StoryText::measure() const
{
    // An average letter of running text is a little narrower than the font's average over all its characters.
    const QFontMetricsF metrics(m_document->defaultFont());
    const auto sample = u"the quick sea carries what it was given and gives it back again"_s;
    return metrics.horizontalAdvance(sample) / static_cast<double>(sample.size()) * measureLetters;
}

void StoryText::fitMeasure()
{
    const int bar = verticalScrollBar()->sizeHint().width();
    const int spare = width() - bar - static_cast<int>(std::ceil(measure()));
    const int side = std::max(margin, spare / 2);
    setViewportMargins(side, 0, std::max(margin, side - bar), 0);
}

QString StoryText::selectedText(bool withNames) const
{
    const QTextCursor cursor = textCursor();
    return m_document->copied(cursor.selectionStart(), cursor.selectionEnd(), withNames);
}

QString StoryText::selectedWords() const
{
    const QTextCursor cursor = textCursor();
    return m_document->written(cursor.selectionStart(), cursor.selectionEnd());
}

void StoryText::copySelected(bool withNames) const
{
    QGuiApplication::clipboard()->setText(textCursor().hasSelection() ? selectedText(withNames)
                                                                      : m_document->shownText().whole(withNames));
}

QVariant StoryText::loadResource(int, const QUrl &)
{
    return {};
}

bool StoryText::canInsertFromMimeData(const QMimeData *) const
{
    return false;
}

void StoryText::insertFromMimeData(const QMimeData *) {}

QMimeData *StoryText::createMimeDataFromSelection() const
{
    auto copied = std::make_unique<QMimeData>();
    copied->setText(selectedText(false));
    return copied.release();
}

void StoryText::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy"), this, [this] { copySelected(false); });
    menu->addAction(tr("Copy with &Names"), this, [this] { copySelected(true); });
    menu->addAction(tr("&Note on the Selection"), this, &StoryText::excerptNoteWished)
        ->setEnabled(!selectedWords().isEmpty());
    menu->addSeparator();
    menu->addAction(tr("Select &All"), this, &StoryText::selectAll);
    menu->popup(event->globalPos());
}

void StoryText::goToLink(bool backward)
{
    const int place = m_document->nextLink(textCursor().position(), backward);
    if (place < 0)
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(m_document->linkEnd(place)); // selected, for a caret alone is easily overlooked
    cursor.setPosition(place, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void StoryText::goToMatch(bool backward)
{
    const QTextCursor now = textCursor();
    const auto match = m_document->nextMatch(backward ? now.selectionStart() : now.selectionEnd(), backward);
    if (!match)
        return;
    QTextCursor cursor(m_document);
    cursor.setPosition(match->start);
    cursor.setPosition(match->end, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void StoryText::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelected(false);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const StoryLink *link = m_document->linkAt(textCursor().position())) {
            const StoryLink copy = *link; // what it leads to may replace the document
            emit linkActivated(copy);
            return;
        }
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (control)
            return goToLink(event->key() == Qt::Key_Up);
        break;
    case Qt::Key_Space:
        return emit readOnWished(event->modifiers().testFlag(Qt::ShiftModifier));
    default:
        break;
    }
    QTextEdit::keyPressEvent(event);
}

const StoryLink *StoryText::linkUnder(const QPointF &place) const
{
    const QPointF inDocument = place + QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const int position = m_document->documentLayout()->hitTest(inDocument, Qt::ExactHit);
    return position < 0 ? nullptr : m_document->linkAt(position);
}

void StoryText::mousePressEvent(QMouseEvent *event)
{
    QTextEdit::mousePressEvent(event);
    const StoryLink *link = event->button() == Qt::LeftButton ? linkUnder(event->position()) : nullptr;
    m_pressed = link ? std::optional(*link) : std::nullopt;
}

void StoryText::mouseMoveEvent(QMouseEvent *event)
{
    QTextEdit::mouseMoveEvent(event);
    viewport()->setCursor(linkUnder(event->position()) ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void StoryText::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    const StoryLink *link = linkUnder(event->position());
    const bool clicked = event->button() == Qt::LeftButton && link && m_pressed && *m_pressed == *link
        && !textCursor().hasSelection();
    const std::optional<StoryLink> activated = clicked ? m_pressed : std::nullopt;
    m_pressed.reset();
    if (activated)
        emit linkActivated(*activated);
}

void StoryText::resizeEvent(QResizeEvent *event)
{
    fitMeasure();
    QTextEdit::resizeEvent(event);
}

void StoryText::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QTextEdit::wheelEvent(event);
    if (event->angleDelta().y() != 0)
        emit sizeWished(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

} // namespace tidemark
