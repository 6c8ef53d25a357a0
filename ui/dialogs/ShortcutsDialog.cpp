#include "dialogs/ShortcutsDialog.h"

#include "dialogs/ClearButton.h"
#include "dialogs/PlainTable.h"
#include "dialogs/Shortcuts.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString keysIn(const QList<QKeySequence> &keys)
{
    return QKeySequence::listToString(keys, QKeySequence::NativeText).replace(u"; "_s, u", "_s);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(Shortcuts *shortcuts, QWidget *parent)
    : QDialog(parent),
      m_shortcuts(shortcuts),
      m_search(new QLineEdit(this)),
      m_table(new PlainTable(this)),
      m_key(new QKeySequenceEdit(this)),
      m_change(new QPushButton(tr("&Change"), this)),
      m_none(new QPushButton(tr("&No Key"), this)),
      m_reset(new QPushButton(tr("As &Delivered"), this)),
      m_sentence(new QLabel(this))
{
    setObjectName(u"shortcutsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard Shortcuts"));
    m_search->setObjectName(u"shortcutSearch"_s);
    m_search->setPlaceholderText(tr("Type to find a command or a key"));
    m_search->setAccessibleName(tr("Find a command or a key"));
    addClearButton(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsDialog::narrow);
    auto *toTable = new QAction(this);
    toTable->setShortcuts({QKeySequence(Qt::Key_Down), QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    toTable->setShortcutContext(Qt::WidgetShortcut);
    m_search->addAction(toTable);
    connect(toTable, &QAction::triggered, this, &ShortcutsDialog::chooseFirst);
    m_table->setAccessibleName(windowTitle());
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_key->setObjectName(u"shortcutKey"_s);
    m_key->setAccessibleName(tr("New key of the chosen command"));
    const QString keyName = m_key->accessibleName();
    const QList<QLineEdit *> lines = m_key->findChildren<QLineEdit *>();
    for (QLineEdit *line : lines)
        line->setAccessibleName(keyName); // it is what takes the focus
    m_change->setObjectName(u"changeShortcut"_s);
    m_none->setObjectName(u"noShortcut"_s);
    m_reset->setObjectName(u"resetShortcut"_s);
    m_sentence->setObjectName(u"shortcutSentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    for (QPushButton *button : {m_change, m_none, m_reset})
        button->setAutoDefault(false);
    connect(m_change, &QPushButton::clicked, this, &ShortcutsDialog::change);
    connect(m_none, &QPushButton::clicked, this, &ShortcutsDialog::takeAway);
    connect(m_reset, &QPushButton::clicked, this, &ShortcutsDialog::reset);
    fill();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ShortcutsDialog::showChosen);

    auto *changing = new QHBoxLayout;
    changing->addWidget(m_key, 1);
    changing->addWidget(m_change);
    changing->addWidget(m_none);
    changing->addWidget(m_reset);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_sentence);
    layout->addLayout(changing);
    layout->addWidget(buttons);
    resize(560, 520);
    m_search->setFocus();
    showChosen();
}

void ShortcutsDialog::fill()
{
    QVector<QStringList> rows;
    for (const QAction *action : m_shortcuts->actions())
        rows.append({keysIn(action->shortcuts()), m_shortcuts->name(action)});
    rows += paneKeys();
    m_table->setRows({tr("Keys"), tr("What they do")}, rows);
    narrow(m_search->text());
}

/// Those that can't be changed.
QVector<QStringList> ShortcutsDialog::paneKeys()
{
    return {{tr("Space, Shift+Space"), tr("Stories: a page on or back, and at its end the next or previous story")},
            {tr("Ctrl+Down, Ctrl+Up"), tr("Story: next and previous link")},
            {tr("Return"), tr("Story: open the link")},
            {tr("Ctrl+Return, Esc"), tr("Note: keep it and leave it")},
            {tr("Left, Right"), tr("Names of columns: choose one; with Shift, change its width")},
            {tr("Return"), tr("Names of columns: sort by it")},
            {tr("Arrow keys"), tr("Borders: move; Return ends that, Esc puts the border back")},
            {tr("Down"), tr("Search box: choose from what it offers; while it is empty, earlier searches")},
            {tr("Tab"), tr("Search box: take the only value that is left")},
            {tr("Return"), tr("Saved filters: filter by it")},
            {tr("F2"), tr("Saved filters: rename it")},
            {tr("Del"), tr("Saved filters: remove it")},
            {tr("Space"), tr("Facets: include the value, or take that back")},
            {tr("Ctrl+Space"), tr("Facets: include it as well")},
            {tr("Shift+Space, Del"), tr("Facets: exclude it")},
            {tr("Left, Right"), tr("Timeline: move; with Shift, widen the span; with Ctrl, only look")},
            {tr("Ctrl+Shift+Left, Ctrl+Shift+Right"), tr("Timeline: move what is shown")},
            {tr("Page Up, Page Down, Home, End"), tr("Timeline: move further, and to either end")},
            {tr("Return"), tr("Timeline: choose the bar under the cursor")},
            {tr("+, -, 0"), tr("Timeline: closer, wider, everything")},
            {tr("Z"), tr("Timeline: only the selected span, and back")},
            {tr("Esc"), tr("Timeline: clear the span")},
            {tr("Del"), tr("Chips: remove it from the filter")}};
}

void ShortcutsDialog::narrow(const QString &text)
{
    const QString wanted = text.trimmed();
    const QAbstractItemModel *rows = m_table->model();
    for (int row = 0; row < rows->rowCount(); ++row) {
        const auto has = [&](int column) {
            return rows->index(row, column).data().toString().contains(wanted, Qt::CaseInsensitive);
        };
        m_table->setRowHidden(row, !has(0) && !has(1));
    }
    if (m_table->isRowHidden(m_table->currentIndex().row()))
        m_table->setCurrentIndex({}); // or keys would go to a command that is out of sight
}

void ShortcutsDialog::chooseFirst()
{
    int row = 0;
    while (row < m_table->model()->rowCount() && m_table->isRowHidden(row))
        ++row;
    m_table->selectRow(row);
    m_table->setFocus();
}

QAction *ShortcutsDialog::chosen() const
{
    return m_shortcuts->actions().value(m_table->currentIndex().row());
}

void ShortcutsDialog::showChosen()
{
    const QAction *action = chosen();
    for (QWidget *widget : {static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_change)})
        widget->setEnabled(action);
    m_none->setEnabled(action && !action->shortcuts().isEmpty());
    m_reset->setEnabled(action && m_shortcuts->isChanged(action));
    m_key->setKeySequence(action ? action->shortcut() : QKeySequence());
    m_sentence->setText(action ? wish(action) : tr("Choose a command to change its key. Those of the panes stay."));
}

QString ShortcutsDialog::wish(const QAction *action) const
{
    const QString name = m_shortcuts->name(action);
    const QList<QKeySequence> keys = action->shortcuts();
    if (keys.size() < 2)
        return tr("Press the key that “%1” is to have.").arg(name);
    return tr("Press the key that “%1” is to have in place of %2. It keeps %3.")
        .arg(name, keysIn(keys.first(1)), keysIn(keys.mid(1)));
}

void ShortcutsDialog::change()
{
    const QKeySequence key = m_key->keySequence();
    if (isTaken(key))
        return;
    m_shortcuts->setKey(chosen(), key);
    showChanged();
}

/// And says by which command.
bool ShortcutsDialog::isTaken(const QKeySequence &key)
{
    const QAction *owner = key.isEmpty() ? nullptr : m_shortcuts->owner(key, chosen());
    if (owner) {
        m_sentence->setText(tr("“%1” has this key, or one that begins alike. Give that another one first.")
                                .arg(m_shortcuts->name(owner)));
    }
    return owner;
}

void ShortcutsDialog::takeAway()
{
    m_shortcuts->setKey(chosen(), {});
    showChanged();
}

void ShortcutsDialog::reset()
{
    const QList<QKeySequence> keys = m_shortcuts->defined(chosen());
    if (std::any_of(keys.cbegin(), keys.cend(), [this](const QKeySequence &key) { return isTaken(key); }))
        return;
    m_shortcuts->reset(chosen());
    showChanged();
}

void ShortcutsDialog::showChanged()
{
    const int row = m_table->currentIndex().row();
    fill();
    m_table->selectRow(row);
    m_table->setFocus(); // or it falls to the next button that isn't grey, and Return takes back what was just done
    showChosen();
}

} // namespace tidemark
