#include "dialogs/RowChooser.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

RowChooser::RowChooser(const QString &title, const QString &sentence, const QString &verb,
                       QAbstractItemModel *model, QWidget *parent)
    : QDialog(parent), m_table(new QTableView(this)), m_offer(new QCheckBox(this))
{
    setObjectName(u"rowChooser"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    model->setParent(this);
    auto *label = new QLabel(sentence, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_table->setModel(model);
    m_table->setAccessibleName(title);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setVisible(model->columnCount() > 1);
    m_table->resizeColumnsToContents();
    m_offer->hide();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *go = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    go->setObjectName(u"chooseRow"_s);
    go->setEnabled(model->rowCount() > 0);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_offer);
    layout->addWidget(buttons);
    if (model->rowCount() > 0)
        m_table->selectRow(0);
    resize(620, 320);
}

void RowChooser::offer(const QString &text, bool on)
{
    m_offer->setText(text);
    m_offer->setChecked(on);
    m_offer->show();
}

bool RowChooser::isOffered() const
{
    return m_offer->isChecked();
}

int RowChooser::row() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

} // namespace tidemark
