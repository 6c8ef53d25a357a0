#include "tables/ThemePage.h"

#include "collection/ThemePortrait.h"
#include "dialogs/Placement.h"
#include "dialogs/PlainTable.h"
#include "jobs/WhenDone.h"
#include "list/CountSentence.h"
#include "model/Covering.h"
#include "model/TypedFilter.h"
#include "tables/ThemePageWords.h"
#include "text/ShippedWords.h"
#include "timeline/TimelineView.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int ruleHeight = 76;
constexpr int volumeHeight = 130;
constexpr int tableHeight = 190;
constexpr int storiesHeight = 130;

} // namespace

ThemePage::ThemePage(Collection *collection, FilterHistory *history, Covering *covering, QWidget *parent)
    : QDialog(parent),
      m_collection(collection),
      m_history(history),
      m_covering(covering),
      m_filter(history->filter()),
      m_theme(new QComboBox(this)),
      m_scope(new QLabel(this)),
      m_definition(new QLabel(this)),
      m_rule(new QPlainTextEdit(this)),
      m_figures(new QLabel(this)),
      m_volume(new TimelineView(this)),
      m_wordsMethod(new QLabel(this)),
      m_words(new PlainTable(this)),
      m_companions(new PlainTable(this)),
      m_storiesMethod(new QLabel(this)),
      m_typical(makeStories(u"typicalStories"_s, tr("Typical stories"))),
      m_doubtful(makeStories(u"doubtfulStories"_s, tr("Doubtful stories")))
{
    setObjectName(u"themePage"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About a Theme"));
    m_theme->setObjectName(u"pageTheme"_s);
    m_theme->setAccessibleName(tr("Theme"));
    m_figures->setObjectName(u"pageFigures"_s);
    m_words->setObjectName(u"pageWords"_s);
    m_companions->setObjectName(u"pageCompanions"_s);
    m_rule->setReadOnly(true);
    m_rule->setTabChangesFocus(true);
    m_rule->setAccessibleName(tr("Rule"));
    m_rule->setFixedHeight(ruleHeight);
    m_volume->setAccessibleName(tr("Volume of the theme over time"));
    m_volume->setFixedHeight(volumeHeight);
    m_words->setAccessibleName(tr("Words that set the theme apart"));
    m_companions->setAccessibleName(tr("Themes that occur with it"));
    for (PlainTable *table : {m_words, m_companions})
        table->setFixedHeight(tableHeight);
    for (QLabel *label : {m_scope, m_definition, m_figures, m_wordsMethod, m_storiesMethod}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    for (QLabel *label : {m_scope, m_wordsMethod, m_storiesMethod})
        label->setForegroundRole(QPalette::PlaceholderText);
    layOut();
    fillThemes();
    connect(m_theme, &QComboBox::currentIndexChanged, this, &ThemePage::ask);
    connect(m_volume, &TimelineView::gestureBegan, this, [this] { m_gesture = m_history->beginGesture(); });
    connect(m_volume, &TimelineView::spanChosen, this, &ThemePage::filterBy);
    connect(collection, &Collection::changed, this, [this](const CollectionChange &change) {
        if (change.codebook)
            fillThemes();
        if (change.stories || change.codings || change.codebook)
            ask();
    });
}

QLabel *ThemePage::addHeading(QVBoxLayout *layout, const QString &text)
{
    auto *heading = new QLabel(text, this);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    layout->addWidget(heading);
    return heading;
}

QListWidget *ThemePage::makeStories(const QString &name, const QString &accessibleName)
{
    auto *list = new QListWidget(this);
    list->setObjectName(name);
    list->setAccessibleName(accessibleName);
    list->setFixedHeight(storiesHeight);
    list->setWordWrap(false);
    connect(list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        emit storyWished(StoryId{item->data(Qt::UserRole).toLongLong()});
    });
    return list;
}

void ThemePage::layOut()
{
    auto *page = new QWidget(this);
    auto *parts = new QVBoxLayout(page);
    parts->addWidget(m_definition);
    parts->addWidget(m_rule);
    parts->addWidget(m_figures);
    addHeading(parts, tr("Over Time"));
    parts->addWidget(m_volume);
    addHeading(parts, tr("Words"));
    parts->addWidget(m_words);
    parts->addWidget(m_wordsMethod);
    addHeading(parts, tr("Themes That Occur With It"));
    parts->addWidget(m_companions);
    addHeading(parts, tr("Typical Stories"));
    parts->addWidget(m_typical);
    addHeading(parts, tr("Doubtful Stories"));
    parts->addWidget(m_doubtful);
    parts->addWidget(m_storiesMethod);
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(windowTitle()); // it takes the focus, for keys that scroll
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *stories = buttons->addButton(tr("Show Its &Stories"), QDialogButtonBox::ActionRole);
    stories->setObjectName(u"showThemeStories"_s);
    for (QPushButton *button : {stories, buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false);
    connect(stories, &QPushButton::clicked, this, [this] {
        m_gesture = m_history->beginGesture();
        filterBy({});
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_theme);
    layout->addWidget(m_scope);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    resizeWithinScreen(this, {720, 760});
}

void ThemePage::fillThemes()
{
    const QString chosen = m_theme->currentData().toString();
    m_codebook = m_collection->facts().codebook;
    const QSignalBlocker quiet(m_theme);
    m_theme->clear();
    for (const Theme &theme : std::as_const(m_codebook.themes)) {
        if (!theme.isRetired)
            m_theme->addItem(inReadersLanguage(theme.name), theme.id);
    }
    m_theme->setCurrentIndex(std::max(0, m_theme->findData(chosen)));
}

void ThemePage::showTheme(const QString &id)
{
    const QSignalBlocker quiet(m_theme);
    m_theme->setCurrentIndex(std::max(0, m_theme->findData(id)));
    ask();
}

const Theme *ThemePage::theme() const
{
    return m_codebook.theme(m_theme->currentData().toString());
}

void ThemePage::ask()
{
    const quint64 number = ++m_number; // what comes of the theme before is passed over
    const Theme *asked = theme();
    if (!m_collection || !asked)
        return showNothing();
    const CollectionFacts facts = m_collection->facts();
    m_definition->setText(inReadersLanguage(asked->definition));
    m_rule->setPlainText(asked->rule.isEmpty() ? tr("It has no rule and is coded by hand only.") : asked->rule);
    m_figures->setText(tr("Being counted ..."));
    whenDone(m_collection->portrayTheme({.theme = asked->number, .filter = m_filter, .zone = facts.zone}).answer,
             this, [this, number](const Result<ThemePortrait> &portrait) {
                 if (number != m_number || !m_collection)
                     return;
                 if (portrait)
                     take(*portrait);
                 else
                     m_figures->setText(portrait.error().message);
             });
}

/// The codebook has no theme.
void ThemePage::showNothing()
{
    for (QLabel *label : {m_scope, m_definition, m_figures, m_wordsMethod, m_storiesMethod})
        label->clear();
    m_rule->clear();
    m_volume->setTimeline({}, {}, QTimeZone::utc());
    m_words->setRows(wordsHeader(), {});
    m_companions->setRows(companionsHeader(), {});
    m_typical->clear();
    m_doubtful->clear();
}

void ThemePage::take(const ThemePortrait &portrait)
{
    const CollectionFacts facts = m_collection->facts();
    m_scope->setText(
        selectionTitle(portrait.stories, facts.stories, m_filter, m_collection->names(), facts.invented));
    m_figures->setText(figuresOf(portrait));
    m_volume->setTimeline(portrait.volume, {}, facts.zone);
    m_words->setRows(wordsHeader(), wordRows(portrait));
    m_wordsMethod->setText(wordsMethod(portrait));
    m_companions->setRows(companionsHeader(), companionRows(portrait, m_codebook));
    m_storiesMethod->setText(storiesMethod(portrait));
    showStories(m_typical, portrait.typical);
    showStories(m_doubtful, portrait.doubtful);
}

void ThemePage::showStories(QListWidget *list, const QVector<StoryId> &ids)
{
    list->clear();
    whenDone(m_collection->rows(ids), list, [this, list, number = m_number](const Result<QVector<StoryRow>> &rows) {
        if (number != m_number || !rows)
            return;
        for (const StoryRow &row : *rows) {
            const bool isCovered = m_covering && m_covering->covers(row);
            auto *item = new QListWidgetItem(isCovered ? tr("(covered)") : row.opening, list);
            item->setData(Qt::UserRole, toNumber(row.id));
        }
    });
}

void ThemePage::filterBy(const TimeSpan &span)
{
    const Theme *asked = theme();
    if (!asked)
        return;
    Filter part;
    part.facets.append({.facet = Facet::Theme, .attribute = {}, .values = {asked->id}, .excluded = false});
    part.span = span;
    m_volume->setSelected(span);
    m_history->setFilterWithin(m_gesture, withPart(m_filter, part));
}

} // namespace tidemark
