#include "search/SearchBox.h"

#include "dialogs/ClearButton.h"
#include "filter/FilterHistory.h"
#include "filter/QueryParser.h"
#include "model/QueryCompletion.h"
#include "model/QueryStyle.h"
#include "model/SearchHistory.h"
#include "model/TypedFilter.h"
#include "search/SearchCompleter.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextCharFormat>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tidemark {

SearchBox::SearchBox(FilterHistory *history, QWidget *parent)
    : QLineEdit(parent), m_history(history), m_completer(new SearchCompleter(this))
{
    setObjectName(u"searchBox"_s);
    setPlaceholderText(tr("Search stories"));
    setAccessibleName(tr("Search stories"));
    addClearButton(this);
    setMaxLength(static_cast<int>(longestQuery) + 1); // the parser refuses it, and says why
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, &SearchBox::apply);
    connect(this, &QLineEdit::textEdited, this, &SearchBox::textWasEdited);
    connect(this, &QLineEdit::textChanged, this, &SearchBox::formatText);
    connect(m_completer, &SearchCompleter::textChosen, this, &SearchBox::takeChosen);
    connect(this, &QLineEdit::returnPressed, this, [this] {
        if (finish())
            emit leaveWished();
        else
            m_completer->takeOnlyOne();
    });
    connect(history, &FilterHistory::filterChanged, this, &SearchBox::follow);
    follow(history->filter());
}

void SearchBox::textWasEdited()
{
    if (!m_base) {
        m_base = withoutWords(m_history->filter());
        m_typing = m_history->beginGesture();
    }
    m_pause.start();
    offerCompletions();
}

bool SearchBox::apply()
{
    m_pause.stop();
    if (!m_base)
        return true;
    const auto parsed = parseFilter(text(), m_names);
    if (const auto *mistake = std::get_if<Mistake>(&parsed)) {
        setMistake(*mistake);
        return false;
    }
    setMistake({});
    const Filter filter = withTyped(*m_base, std::get<Filter>(parsed));
    const QScopedValueRollback applying(m_applying, true);
    m_history->setFilterWithin(m_typing, filter);
    return true;
}

bool SearchBox::finish()
{
    if (!apply())
        return false;
    if (m_searches)
        m_searches->add(text());
    m_base.reset();
    follow(m_history->filter());
    return true;
}

void SearchBox::follow(const Filter &filter)
{
    if (m_applying)
        return;
    m_pause.stop();
    m_base.reset();
    setMistake({});
    const QString words = filter.words.toText();
    if (words != text())
        setText(words);
}

void SearchBox::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason && m_base)
        finish();
    QLineEdit::focusOutEvent(event);
}

/// A line of text takes Ctrl+E for the end of the line, as End is; here it exports.
bool SearchBox::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_E && key->modifiers() == Qt::ControlModifier) {
            event->ignore();
            return true;
        }
    }
    // Tab comes here and not to keyPressEvent(), for it would move the focus.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab
        && m_completer->takeByTab())
        return true;
    return QLineEdit::event(event);
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_completer->hasChosenRow()) {
        event->ignore(); // the completer takes it
        return;
    }
    if (event->key() == Qt::Key_Down && text().isEmpty() && m_searches) {
        m_completer->offerSearches(m_searches->texts());
        return;
    }
    if (event->key() == Qt::Key_Escape && !m_completer->popup()->isVisible()) {
        const QString before = text();
        follow(m_history->filter());
        if (text() == before)
            emit leaveWished();
        else if (m_searches)
            m_searches->add(before); // what wasn't understood is there to be mended
        return;
    }
    if (enter)
        m_completer->popup()->hide();
    QLineEdit::keyPressEvent(event);
    if (enter)
        event->accept(); // else the completer takes the row under the pointer
}

void SearchBox::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        formatText();
}

/// Files are for the window around it; their paths are nothing to search for.
void SearchBox::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->ignore();
    else
        QLineEdit::dragEnterEvent(event);
}

void SearchBox::offerCompletions()
{
    m_completer->offer(completionsAt(text(), cursorPosition(), m_names, m_facets));
}

void SearchBox::takeChosen(const QString &chosen, int cursor)
{
    setText(chosen);
    setCursorPosition(cursor);
    textWasEdited();
}

void SearchBox::setMistake(const std::optional<Mistake> &mistake)
{
    if (mistake == m_mistake)
        return;
    m_mistake = mistake;
    formatText();
    setAccessibleDescription(mistake ? mistake->message : QString());
    emit mistakeChanged(mistake ? mistake->message : QString());
}

namespace {

/// Kinds differ by weight and slant as well as by colour.
QTextCharFormat formatOf(QueryPart part, const QPalette &palette)
{
    const QColor accent = palette.color(QPalette::Link);
    QTextCharFormat format;
    switch (part) {
    case QueryPart::Key:
        format.setFontWeight(QFont::Bold);
        format.setForeground(accent);
        break;
    case QueryPart::Value:
        format.setForeground(accent);
        break;
    case QueryPart::Operator:
        format.setFontWeight(QFont::Bold);
        format.setForeground(palette.color(QPalette::PlaceholderText));
        break;
    case QueryPart::Tag:
        format.setFontUnderline(true);
        break;
    case QueryPart::Quoted:
        format.setFontItalic(true);
        break;
    }
    return format;
}

} // namespace

/// A line edit formats its text only for input methods, so formats are sent as from one.
void SearchBox::formatText()
{
    QList<QInputMethodEvent::Attribute> attributes;
    const auto add = [&](qsizetype start, qsizetype length, const QTextCharFormat &format) {
        attributes.append({QInputMethodEvent::TextFormat, static_cast<int>(start) - cursorPosition(),
                           static_cast<int>(length), format});
    };
    const QVector<StyledPart> parts = styledParts(text());
    for (const StyledPart &part : parts)
        add(part.place.position, part.place.length, formatOf(part.part, palette()));
    if (m_mistake) {
        const auto length = std::max<qsizetype>(m_mistake->length, 1);
        const auto start = std::min(m_mistake->position, std::max<qsizetype>(text().size() - length, 0));
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(QColor(0xC0392B));
        format.setFontWeight(QFont::Bold);
        add(start, length, format);
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(this, &event);
}

} // namespace tidemark
