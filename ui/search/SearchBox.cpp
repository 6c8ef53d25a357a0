#include "search/SearchBox.h"

#include "filter/FilterHistory.h"
#include "model/TypedFilter.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QTextCharFormat>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tidemark {

SearchBox::SearchBox(FilterHistory *history, QWidget *parent) : QLineEdit(parent), m_history(history)
{
    setObjectName(u"searchBox"_s);
    setPlaceholderText(tr("Search stories"));
    setAccessibleName(tr("Search stories"));
    setClearButtonEnabled(true);
    setMaxLength(4000);
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, &SearchBox::apply);
    connect(this, &QLineEdit::textEdited, this, &SearchBox::textWasEdited);
    connect(this, &QLineEdit::returnPressed, this, &SearchBox::finish);
    connect(history, &FilterHistory::filterChanged, this, &SearchBox::follow);
    follow(history->filter());
}

void SearchBox::textWasEdited()
{
    if (!m_base) {
        m_base = withoutWords(m_history->filter());
        m_stepMade = false;
    }
    m_pause.start();
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
    if (filter == m_history->filter())
        return true;
    const QScopedValueRollback applying(m_applying, true);
    if (m_stepMade)
        m_history->adjustFilter(filter);
    else
        m_history->setFilter(filter);
    m_stepMade = true;
    return true;
}

void SearchBox::finish()
{
    if (!apply())
        return;
    m_base.reset();
    follow(m_history->filter());
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

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        follow(m_history->filter());
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchBox::setMistake(const std::optional<Mistake> &mistake)
{
    if (mistake == m_mistake)
        return;
    m_mistake = mistake;
    markMistake();
    setAccessibleDescription(mistake ? mistake->message : QString());
    emit mistakeChanged(mistake ? mistake->message : QString());
}

/// A line edit formats its text only for input methods, so the mark is sent as one.
void SearchBox::markMistake()
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (m_mistake) {
        const auto length = std::max<qsizetype>(m_mistake->length, 1);
        const auto start = std::min(m_mistake->position, std::max<qsizetype>(text().size() - length, 0));
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(QColor(0xC0392B));
        format.setForeground(QColor(0xC0392B));
        attributes.append({QInputMethodEvent::TextFormat, int(start) - cursorPosition(), int(length), format});
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(this, &event);
}

} // namespace tidemark
