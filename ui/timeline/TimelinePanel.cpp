#include "timeline/TimelinePanel.h"

#include "list/Veil.h"
#include "model/TimelineModel.h"
#include "timeline/TimelineMenu.h"
#include "timeline/TimelineTable.h"
#include "timeline/TimelineView.h"
#include "timeline/TimelineWords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int nothing = -1;

/// Has room for every choice where there is room, and else for what is chosen.
class QuietBox final : public QComboBox
{
public:
    QuietBox(QWidget *parent, const QString &name) : QComboBox(parent)
    {
        setAccessibleName(name);
        setAccessibleDescription(name); // where a box has no label, AT-SPI takes its choice for its name
        setFrame(false);
        setSizeAdjustPolicy(AdjustToContents);
        connect(this, &QComboBox::currentIndexChanged, this, &QWidget::updateGeometry);
    }

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QFontMetrics letters = fontMetrics();
        int widest = 0;
        for (int row = 0; row < count(); ++row)
            widest = std::max(widest, letters.horizontalAdvance(itemText(row)));
        const QSize whole = QComboBox::minimumSizeHint();
        return {whole.width() - widest + letters.horizontalAdvance(currentText()), whole.height()};
    }
};

void setQuietly(QComboBox *box, int data)
{
    const QSignalBlocker blocker(box);
    box->setCurrentIndex(std::max(0, box->findData(data)));
    box->updateGeometry();
}

bool isInside(const TimeSpan &inner, const TimeSpan &outer)
{
    return (!outer.from || (inner.from && *inner.from >= *outer.from))
        && (!outer.until || (inner.until && *inner.until <= *outer.until));
}

} // namespace

TimelinePanel::TimelinePanel(QWidget *parent)
    : QWidget(parent),
      m_view(new TimelineView(this)),
      m_model(new TimelineModel(this)),
      m_table(new TimelineTable(m_model, this)),
      m_pages(new QStackedWidget(this)),
      m_veil(new Veil(m_pages)),
      m_steps(new QLabel(this)),
      m_undated(new QLabel(this)),
      m_notes(new QLabel(this)),
      m_counting(new QuietBox(this, tr("Counted in"))),
      m_split(new QuietBox(this, tr("Split by"))),
      m_by(new QuietBox(this, tr("Steps"))),
      m_menu(new TimelineMenu(this)),
      m_menuButton(new QToolButton(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Timeline"));
    fillBoxes();
    dressParts();
    layOutParts();
    connectParts();
    addActions({m_menu->onlySelected(), m_menu->closer(), m_menu->wider(), m_menu->everything()});
    setFocusProxy(m_view);
    showSteps();
    showUndated(0);
    showNotes();
}

void TimelinePanel::dressParts()
{
    for (QLabel *label : {m_steps, m_undated, m_notes}) {
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_notes->setObjectName(u"timelineNotes"_s);
    m_notes->setWordWrap(true);
    m_notes->setContentsMargins(8, 0, 8, 3);
    m_menuButton->setObjectName(u"timelineMenuButton"_s);
    m_menuButton->setText(tr("Chart"));
    m_menuButton->setAccessibleName(tr("How the timeline is shown"));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setFocusPolicy(Qt::StrongFocus);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setMenu(m_menu);
}

void TimelinePanel::layOutParts()
{
    auto *header = new QHBoxLayout;
    header->setContentsMargins(8, 2, 4, 0);
    header->setSpacing(4);
    header->addWidget(m_counting);
    header->addWidget(m_steps);
    header->addStretch();
    header->addWidget(m_undated);
    header->addSpacing(4);
    header->addWidget(m_split);
    header->addWidget(m_by);
    header->addWidget(m_menuButton);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_notes);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_table);
}

void TimelinePanel::connectParts()
{
    for (QWidget *page : {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_table)}) {
        page->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(page, &QWidget::customContextMenuRequested, m_menu,
                [this, page](const QPoint &place) { m_menu->popup(page->mapToGlobal(place)); });
    }
    for (QComboBox *box : {m_counting, m_split, m_by})
        connect(box, &QComboBox::activated, this, [this] { emit questionChanged(question()); });
    connect(m_view, &TimelineView::gestureBegan, this, &TimelinePanel::gestureBegan);
    connect(m_view, &TimelineView::spanChosen, this, &TimelinePanel::spanChosen);
    connect(m_view, &TimelineView::sceneChanged, this, &TimelinePanel::showNotes);
    connect(m_view, &TimelineView::sceneChanged, this,
            [this] { m_model->setDerivation(m_view->scene().derivation()); });
    connect(m_menu, &TimelineMenu::lookChanged, m_view, &TimelineView::setLook);
    connect(m_menu->asTable(), &QAction::toggled, this, &TimelinePanel::showTable);
    connect(m_menu->onlySelected(), &QAction::triggered, this, &TimelinePanel::layOutSelectedAlone);
    connect(m_menu->closer(), &QAction::triggered, m_view, [this] { m_view->zoomBy(1 / TimelineView::zoomStep); });
    connect(m_menu->wider(), &QAction::triggered, m_view, [this] { m_view->zoomBy(TimelineView::zoomStep); });
    connect(m_menu->everything(), &QAction::triggered, m_view, &TimelineView::showEverything);
    connect(m_table, &TimelineTable::spanWished, this, [this](const TimeSpan &span) {
        emit gestureBegan();
        emit spanChosen(span);
    });
    connect(m_model, &QAbstractItemModel::modelReset, m_table, [this] { m_table->showSpan(m_view->selected()); });
}

void TimelinePanel::fillBoxes()
{
    const auto add
        = [](QComboBox *box, const QString &text, auto value) { box->addItem(text, static_cast<int>(value)); };
    add(m_counting, tr("stories"), Counting::Stories);
    add(m_counting, tr("posts with reposts"), Counting::Posts);
    add(m_counting, tr("distinct accounts"), Counting::Accounts);
    add(m_split, tr("not split"), nothing);
    add(m_split, tr("by theme"), Facet::Theme);
    add(m_split, tr("by voice"), Facet::Voice);
    add(m_split, tr("by platform"), Facet::Platform);
    add(m_split, tr("by language"), Facet::Language);
    add(m_by, tr("automatic"), nothing);
    add(m_by, tr("minutes"), Granularity::Minute);
    add(m_by, tr("hours"), Granularity::Hour);
    add(m_by, tr("days"), Granularity::Day);
    add(m_by, tr("weeks"), Granularity::Week);
    add(m_by, tr("months"), Granularity::Month);
    add(m_by, tr("years"), Granularity::Year);
}

void TimelinePanel::setFacts(const CollectionFacts &facts)
{
    m_facts = facts;
    m_view->setEvents(facts.events);
    m_model->setFacts(facts);
    showTimeline();
}

void TimelinePanel::setTimeline(const Timeline &timeline, const TimeSpan &selected)
{
    m_timeline = timeline;
    m_answered = question(); // what was asked before it is answered no longer
    const bool isElsewhere = selected != m_view->selected();
    m_view->setSelected(selected);
    showTimeline();
    if (!isElsewhere)
        return;
    m_table->showSpan(selected);
    if (!selected.isOpen() && !isInside(selected, m_within))
        layOutSelectedAlone(true); // what is shown alone would be another span
}

void TimelinePanel::setBusy(bool busy)
{
    m_veil->setBusy(busy);
}

TimelineQuestion TimelinePanel::question() const
{
    TimelineQuestion question;
    question.zone = m_facts.zone;
    question.counting = static_cast<Counting>(m_counting->currentData().toInt());
    if (const int split = m_split->currentData().toInt(); split != nothing)
        question.split = static_cast<Facet>(split);
    if (const int by = m_by->currentData().toInt(); by != nothing)
        question.by = static_cast<Granularity>(by);
    question.within = m_within;
    return question;
}

void TimelinePanel::setQuestion(const TimelineQuestion &question)
{
    setQuietly(m_counting, static_cast<int>(question.counting));
    setQuietly(m_split, question.split ? static_cast<int>(*question.split) : nothing);
    setQuietly(m_by, question.by ? static_cast<int>(*question.by) : nothing);
    showSteps();
}

void TimelinePanel::showTimeline()
{
    m_model->setTimeline(m_timeline, m_answered.split);
    m_view->setTimeline(m_timeline, m_model->seriesNames(), m_facts.zone);
    showSteps();
    showUndated(m_timeline.undated);
}

void TimelinePanel::showSteps()
{
    const auto words = [](Granularity by) {
        switch (by) {
        case Granularity::Minute:
            return tr("a minute");
        case Granularity::Hour:
            return tr("an hour");
        case Granularity::Day:
            return tr("a day");
        case Granularity::Week:
            return tr("a week");
        case Granularity::Month:
            return tr("a month");
        case Granularity::Year:
            break;
        }
        return tr("a year");
    };
    m_steps->setText(words(m_timeline.by));
}

void TimelinePanel::showUndated(qint64 undated)
{
    m_undated->setVisible(undated > 0);
    m_undated->setText(tr("%1 undated").arg(QLocale().toString(undated)));
}

QStringList TimelinePanel::notes() const
{
    return timelineNotes(m_view->scene(), m_answered);
}

void TimelinePanel::showTable(bool table)
{
    const bool hadFocus = m_pages->isAncestorOf(focusWidget());
    m_pages->setCurrentIndex(table ? 1 : 0);
    for (QAction *zoom : {m_menu->closer(), m_menu->wider(), m_menu->everything()})
        zoom->setEnabled(!table); // a table has nothing to look closer at
    setFocusProxy(m_pages->currentWidget());
    if (table)
        m_table->fitColumns();
    if (hadFocus)
        m_pages->currentWidget()->setFocus();
}

void TimelinePanel::showNotes()
{
    QStringList said = notes();
    if (const QString hint = timelineHint(m_view->scene()); !hint.isEmpty())
        said.prepend(hint);
    m_notes->setVisible(!said.isEmpty());
    m_notes->setText(said.join(u' '));
    m_menu->onlySelected()->setEnabled(!m_within.isOpen() || !m_view->selected().isOpen());
}

void TimelinePanel::layOutSelectedAlone(bool alone)
{
    m_within = alone ? m_view->selected() : TimeSpan();
    m_view->showEverything();
    emit questionChanged(question());
}

} // namespace tidemark
