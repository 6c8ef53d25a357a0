#include "search/SearchCompleter.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int insertRole = Qt::UserRole + 1;

} // namespace

SearchCompleter::SearchCompleter(QLineEdit *box) : QCompleter(box), m_box(box), m_rows(new QStandardItemModel(this))
{
    setModel(m_rows);
    setWidget(box);
    setCompletionMode(UnfilteredPopupCompletion);
    setMaxVisibleItems(10);
    popup()->setObjectName(u"searchCompletions"_s);
    popup()->setAccessibleName(tr("Ways to go on"));
    connect(this, qOverload<const QModelIndex &>(&QCompleter::activated), this, &SearchCompleter::take);
}

void SearchCompleter::offer(const Completions &completions)
{
    m_rows->clear();
    m_start = completions.start;
    m_areValues = completions.areValues;
    m_replacesAll = false;
    for (const Completion &completion : completions.offers) {
        auto *row = new QStandardItem(
            completion.meaning.isEmpty() ? completion.text : tr("%1  %2").arg(completion.text, completion.meaning));
        row->setData(completion.text, insertRole);
        m_rows->appendRow(row);
    }
    showRows();
}

void SearchCompleter::offerSearches(const QStringList &texts)
{
    m_rows->clear();
    m_areValues = false;
    m_replacesAll = true;
    for (const QString &text : texts) {
        auto *row = new QStandardItem(text);
        row->setData(text, insertRole);
        m_rows->appendRow(row);
    }
    showRows();
}

bool SearchCompleter::hasChosenRow() const
{
    return m_chosenByKey && popup()->isVisible() && popup()->currentIndex().isValid();
}

/// A list that opens under a resting pointer makes the row there its current one, which nobody chose.
bool SearchCompleter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        m_chosenByKey
            |= key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp;
    }
    return QCompleter::eventFilter(watched, event);
}

bool SearchCompleter::takeByTab()
{
    const bool isOffered = popup()->isVisible();
    const QModelIndex row = hasChosenRow() ? popup()->currentIndex() : m_rows->index(0, 0);
    const bool isClear = hasChosenRow() || (m_areValues && m_rows->rowCount() == 1);
    popup()->hide();
    const qsizetype typed = m_box->cursorPosition() - m_start;
    if (!isOffered || !isClear || row.data(insertRole).toString() == m_box->text().mid(m_start, typed))
        return false;
    take(row);
    return true;
}

void SearchCompleter::takeOnlyOne()
{
    if (m_rows->rowCount() == 1)
        take(m_rows->index(0, 0));
}

void SearchCompleter::showRows()
{
    m_chosenByKey = false;
    if (m_rows->rowCount() == 0) {
        popup()->hide();
        return;
    }
    complete();
}

void SearchCompleter::take(const QModelIndex &index)
{
    const QString insert = index.data(insertRole).toString();
    if (m_replacesAll) {
        emit textChosen(insert, static_cast<int>(insert.size()));
        return;
    }
    // A key wants its value, an attribute too; behind a value the next word begins.
    const bool wantsMore = insert.endsWith(u':') || insert.endsWith(u'=');
    const QString text = m_box->text();
    const QString before = text.first(std::min(m_start, text.size())) + insert + (wantsMore ? u""_s : u" "_s);
    emit textChosen(before + text.sliced(std::min<qsizetype>(m_box->cursorPosition(), text.size())),
                    static_cast<int>(before.size()));
}

} // namespace tidemark
