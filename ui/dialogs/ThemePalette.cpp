#include "dialogs/ThemePalette.h"

#include "dialogs/ClearButton.h"
#include "dialogs/ForeignText.h"
#include "text/ShippedWords.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int numberRole = Qt::UserRole + 1;
constexpr int definitionRole = Qt::UserRole + 2;

} // namespace

ThemePalette::ThemePalette(const Codebook &codebook, const SharedThemes &present, QWidget *parent)
    : QDialog(parent),
      m_search(new QLineEdit(this)),
      m_themes(new QListWidget(this)),
      m_nothing(new QLabel(tr("No theme has this in its name or definition."), this))
{
    setObjectName(u"themePalette"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Set or Clear a Theme"));
    m_search->setObjectName(u"themeSearch"_s);
    m_search->setPlaceholderText(tr("Type to find a theme"));
    m_search->setAccessibleName(tr("Find a theme"));
    addClearButton(m_search);
    m_search->installEventFilter(this);
    m_themes->setAccessibleName(tr("Themes"));
    for (const Theme &theme : codebook.themes) {
        if (theme.isRetired && !(present.ofAll | present.ofSome).contains(theme.number))
            continue;
        auto *item = new QListWidgetItem(inReadersLanguage(theme.name), m_themes);
        item->setData(numberRole, theme.number);
        item->setData(definitionRole, inReadersLanguage(theme.definition));
        item->setToolTip(asToolTip(inReadersLanguage(theme.definition)));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(present.ofAll.contains(theme.number)        ? Qt::Checked
                                : present.ofSome.contains(theme.number) ? Qt::PartiallyChecked
                                                                        : Qt::Unchecked);
    }
    m_nothing->setObjectName(u"noTheme"_s);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_nothing);
    layout->addWidget(m_themes);
    connect(m_search, &QLineEdit::textChanged, this, &ThemePalette::narrow);
    connect(m_search, &QLineEdit::returnPressed, this, &ThemePalette::choose);
    connect(m_themes, &QListWidget::itemClicked, this, &ThemePalette::choose);
    connect(m_themes, &QListWidget::itemActivated, this, &ThemePalette::choose);
    narrow({});
    m_search->setFocus();
    resize(340, 420);
}

/// To the themes that are called so; where none is, to those whose definition has it.
void ThemePalette::narrow(const QString &text)
{
    const QString wanted = text.trimmed();
    const int role = m_themes->findItems(wanted, Qt::MatchContains).isEmpty() ? definitionRole : Qt::DisplayRole;
    int first = -1;
    for (int row = 0; row < m_themes->count(); ++row) {
        QListWidgetItem *item = m_themes->item(row);
        item->setHidden(!item->data(role).toString().contains(wanted, Qt::CaseInsensitive));
        if (first < 0 && !item->isHidden())
            first = row;
    }
    m_themes->setCurrentRow(first);
    m_nothing->setVisible(first < 0);
}

void ThemePalette::choose()
{
    const QListWidgetItem *item = m_themes->currentItem();
    if (!item || item->isHidden())
        return;
    emit themeChosen(item->data(numberRole).toInt(), item->checkState() != Qt::Checked);
    accept();
}

bool ThemePalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool moves
            = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
        if (moves)
            return QCoreApplication::sendEvent(m_themes, event);
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace tidemark
