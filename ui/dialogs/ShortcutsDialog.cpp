#include "dialogs/ShortcutsDialog.h"

#include "dialogs/PlainTable.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"shortcutsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard Shortcuts"));
    QVector<QStringList> rows;
    for (const QAction *action : actions) {
        QStringList keys;
        const QList<QKeySequence> shortcuts = action->shortcuts();
        for (const QKeySequence &shortcut : shortcuts)
            keys.append(shortcut.toString(QKeySequence::NativeText));
        if (!keys.isEmpty())
            rows.append({keys.join(u", "_s), action->text().remove(u'&')});
    }
    rows += {{tr("Space"), tr("Facets: include the value, or take that back")},
             {tr("Ctrl+Space"), tr("Facets: include it as well")},
             {tr("Shift+Space, Del"), tr("Facets: exclude it")},
             {tr("Left, Right"), tr("Timeline: move; with Shift, widen the span")},
             {tr("Esc"), tr("Timeline: clear the span")},
             {tr("Del"), tr("Chips: remove it from the filter")}};
    auto *table = new PlainTable(this);
    table->setAccessibleName(windowTitle());
    table->setRows({tr("Keys"), tr("What they do")}, rows);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    resize(520, 460);
}

} // namespace tidemark
