#include "dialogs/MappingEditor.h"

#include "dialogs/CalmChoice.h"
#include "dialogs/LabelEditor.h"

#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Those that nearly every file has come first.
QVector<StoryField> fieldsInOrder()
{
    QVector<StoryField> fields{StoryField::Text, StoryField::PostedAt, StoryField::Platform, StoryField::Language,
                               StoryField::AuthorHandle};
    for (const StoryField field : allStoryFields()) {
        if (!fields.contains(field))
            fields.append(field);
    }
    return fields;
}

QStringList ticks(const QListWidget *list, Qt::CheckState state)
{
    QStringList names;
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->checkState() == state)
            names.append(list->item(row)->text());
    }
    return names;
}

void fillList(QListWidget *list, const QStringList &names, Qt::CheckState state, const QStringList &contrary)
{
    list->clear();
    for (const QString &name : names) {
        auto *item = new QListWidgetItem(name, list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool turned = contrary.contains(name);
        item->setCheckState(turned == (state == Qt::Checked) ? Qt::Unchecked : Qt::Checked);
    }
    list->parentWidget()->setVisible(!names.isEmpty()); // addList() made it for the list and its title alone
    list->updateGeometry();
}

} // namespace

MappingEditor::MappingEditor(const Codebook &codebook, QWidget *parent)
    : QWidget(parent),
      m_platform(new CalmChoice(this)),
      m_dayOrder(new CalmChoice(this)),
      m_labels(new LabelEditor(codebook, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(12);
    addFields(layout);
    m_labels->setObjectName(u"labels"_s);
    layout->addWidget(m_labels);
    connect(m_labels, &LabelEditor::changed, this, [this] {
        fillFurtherColumns();
        emit changed();
    });
    m_further = addList(layout, tr("Further columns, kept with each story:"), u"furtherColumns"_s);
    m_personal = addList(
        layout, tr("These columns look as if they were about people. They stay out of sight unless you tick them:"),
        u"personalColumns"_s);
    layout->addStretch(1);
}

void MappingEditor::addFields(QVBoxLayout *layout)
{
    auto *form = new QFormLayout;
    form->setVerticalSpacing(6);
    form->setHorizontalSpacing(12);
    const QVector<StoryField> fields = fieldsInOrder();
    for (const StoryField field : fields) {
        auto *box = new CalmChoice(this);
        box->setObjectName(u"field-"_s + storyFieldKey(field));
        box->setAccessibleName(storyFieldName(field));
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
        m_fields.insert(field, box);
        form->addRow(storyFieldName(field), box);
        connect(box, &QComboBox::activated, this, [this] {
            fillFurtherColumns();
            emit changed();
        });
    }
    for (const Platform platform : allPlatforms)
        m_platform->addItem(platformName(platform), int(platform));
    m_platform->setObjectName(u"filePlatform"_s);
    m_platform->setAccessibleName(tr("Platform of the whole file"));
    m_dayOrder->addItem(tr("As found in the file"));
    m_dayOrder->addItem(tr("Day before month (31/12/2017)"), true);
    m_dayOrder->addItem(tr("Month before day (12/31/2017)"), false);
    m_dayOrder->setObjectName(u"dayOrder"_s);
    m_dayOrder->setAccessibleName(tr("Order of day and month"));
    form->addRow(tr("Shared on"), m_platform);
    form->addRow(tr("Dates"), m_dayOrder);
    for (QComboBox *box : {m_platform, m_dayOrder})
        connect(box, &QComboBox::activated, this, &MappingEditor::changed);
    layout->addLayout(form);
    setTabOrder(m_fields.value(fields.constLast()), m_platform);
    setTabOrder(m_platform, m_dayOrder);
    setFocusProxy(m_fields.value(StoryField::Text));
}

QListWidget *MappingEditor::addList(QVBoxLayout *layout, const QString &title, const QString &name)
{
    auto *whole = new QWidget(this);
    auto *label = new QLabel(title, whole);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    auto *list = new QListWidget(whole);
    list->setObjectName(name);
    list->setAccessibleName(title);
    list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    label->setBuddy(list);
    auto *inside = new QVBoxLayout(whole);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(label);
    inside->addWidget(list);
    layout->addWidget(whole);
    connect(list, &QListWidget::itemChanged, this, [this] {
        if (!m_filling)
            emit changed();
    });
    return list;
}

void MappingEditor::setPreview(const Preview &preview, const QStringList &labelsOffered)
{
    const QScopedValueRollback filling(m_filling, true);
    m_header = preview.header;
    m_personalColumns = preview.personal;
    m_guessed = preview.mapping;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        QComboBox *box = field.value();
        box->clear();
        box->addItem(tr("(none)"));
        for (const QString &column : std::as_const(m_header))
            box->addItem(column, column);
        const QString column = preview.mapping.columns.value(field.key());
        box->setCurrentIndex(column.isEmpty() ? 0 : std::max(0, box->findData(column)));
    }
    m_platform->setCurrentIndex(std::max(0, m_platform->findData(int(preview.mapping.platform))));
    m_dayOrder->setCurrentIndex(preview.mapping.dayFirst ? m_dayOrder->findData(*preview.mapping.dayFirst) : 0);
    m_labels->setLabels(preview.mapping.labels, labelsOffered);
    fillFurtherColumns();
}

/// What is neither a field nor a label.
void MappingEditor::fillFurtherColumns()
{
    const QScopedValueRollback filling(m_filling, true);
    QStringList mapped;
    for (const QComboBox *box : std::as_const(m_fields)) {
        if (box->currentIndex() > 0)
            mapped.append(box->currentData().toString());
    }
    QStringList free = m_header;
    free.removeIf([&](const QString &column) { return mapped.contains(column); });
    m_labels->setFreeColumns(free);
    for (const LabelColumn &label : m_labels->labels())
        free.removeAll(label.column);
    QStringList further;
    QStringList personal;
    for (const QString &column : std::as_const(free))
        (m_personalColumns.contains(column) ? personal : further).append(column);
    const QStringList leftOut = ticks(m_further, Qt::Unchecked) + m_guessed.ignored;
    const QStringList shown = ticks(m_personal, Qt::Checked) + m_guessed.ticked;
    fillList(m_further, further, Qt::Checked, leftOut);
    fillList(m_personal, personal, Qt::Unchecked, shown);
}

ColumnMapping MappingEditor::mapping() const
{
    ColumnMapping mapping = m_guessed;
    mapping.columns.clear();
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        if (field.value()->currentIndex() > 0)
            mapping.columns.insert(field.key(), field.value()->currentData().toString());
    }
    mapping.platform = static_cast<Platform>(m_platform->currentData().toInt());
    mapping.dayFirst.reset();
    if (m_dayOrder->currentIndex() > 0)
        mapping.dayFirst = m_dayOrder->currentData().toBool();
    mapping.labels = m_labels->labels();
    mapping.ignored = ticks(m_further, Qt::Unchecked);
    mapping.ticked = ticks(m_personal, Qt::Checked);
    return mapping;
}

} // namespace tidemark
