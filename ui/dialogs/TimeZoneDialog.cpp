#include "dialogs/TimeZoneDialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStringListModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QStringList zoneNames()
{
    QStringList names;
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
    names.reserve(ids.size());
    for (const QByteArray &id : ids)
        names.append(QString::fromLatin1(id));
    return names;
}

} // namespace

TimeZoneDialog::TimeZoneDialog(const QTimeZone &zone, QWidget *parent)
    : QDialog(parent), m_found(new QSortFilterProxyModel(this)), m_list(new QListView(this))
{
    setObjectName(u"timeZoneDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Time Zone"));
    auto *label = new QLabel(tr("Times are shown, and days are counted, in this zone. The stories keep their own "
                                "times."),
                             this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    auto *box = new QLineEdit(this);
    box->setObjectName(u"zoneSearch"_s);
    box->setPlaceholderText(tr("Search places"));
    box->setAccessibleName(tr("Search places"));
    m_found->setSourceModel(new QStringListModel(zoneNames(), this));
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_found);
    m_list->setObjectName(u"zoneList"_s);
    m_list->setAccessibleName(tr("Time zones"));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_use = buttons->addButton(tr("Use This Zone"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListView::activated, this, &QDialog::accept);
    connect(box, &QLineEdit::textChanged, this, &TimeZoneDialog::search);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(box);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(380, 440);
    select(QString::fromLatin1(zone.id()));
}

void TimeZoneDialog::search(const QString &text)
{
    const QString before = QString::fromLatin1(zone().id());
    m_found->setFilterFixedString(QString(text).replace(u' ', u'_'));
    select(before);
}

void TimeZoneDialog::select(const QString &id)
{
    const QModelIndexList at = m_found->match(m_found->index(0, 0), Qt::DisplayRole, id, 1, Qt::MatchExactly);
    const QModelIndex index = at.isEmpty() ? m_found->index(0, 0) : at.first();
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_use->setEnabled(index.isValid());
}

QTimeZone TimeZoneDialog::zone() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? QTimeZone(index.data().toString().toLatin1()) : QTimeZone();
}

} // namespace tidemark
