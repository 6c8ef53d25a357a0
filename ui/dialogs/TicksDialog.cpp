#include "dialogs/TicksDialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

TicksDialog::TicksDialog(const QString &title, const QString &sentence, const QVector<Entry> &entries,
                         QWidget *parent)
    : QDialog(parent), m_entries(entries), m_list(new QListWidget(this))
{
    setObjectName(u"ticksDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto *label = new QLabel(sentence, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_list->setAccessibleName(title);
    for (const Entry &entry : entries) {
        auto *item = new QListWidgetItem(entry.name, m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(entry.ticked ? Qt::Checked : Qt::Unchecked);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("Keep"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(420, 320);
}

bool TicksDialog::isTicked(int row) const
{
    return m_list->item(row)->checkState() == Qt::Checked;
}

QVector<TicksDialog::Entry> TicksDialog::changed() const
{
    QVector<Entry> changed;
    for (int row = 0; row < m_list->count(); ++row) {
        const bool ticked = isTicked(row);
        if (ticked != m_entries.at(row).ticked)
            changed.append({m_entries.at(row).name, ticked});
    }
    return changed;
}

} // namespace tidemark
