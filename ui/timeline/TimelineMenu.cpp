#include "timeline/TimelineMenu.h"

#include <QActionGroup>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

void check(const QActionGroup *group, const QVariant &value)
{
    const QList<QAction *> actions = group->actions();
    for (QAction *action : actions) {
        if (action->data() == value)
            action->setChecked(true);
    }
}

} // namespace

TimelineMenu::TimelineMenu(QWidget *parent)
    : QMenu(tr("&Chart"), parent),
      m_shape(new QActionGroup(this)),
      m_places(new QActionGroup(this)),
      m_averaged(new QActionGroup(this)),
      m_earlier(new QActionGroup(this)),
      m_burstRatio(new QActionGroup(this))
{
    setObjectName(u"timelineMenu"_s);
    choice(this, m_shape, tr("&Bars"), int(TimelineLook::Shape::Bars));
    choice(this, m_shape, tr("&Lines"), int(TimelineLook::Shape::Lines));
    addSeparator();
    choice(this, m_places, tr("Parts &Together"), int(TimelineLook::Places::Together));
    choice(this, m_places, tr("Parts Side b&y Side"), int(TimelineLook::Places::SideBySide));
    addSeparator();
    m_logarithmic = toggle(tr("Lo&garithmic Scale"));
    m_onlySelected = toggle(tr("&Only the Selected Span"));
    m_onlySelected->setObjectName(u"onlySelectedSpan"_s);
    m_onlySelected->setShortcut(QKeySequence(u"Z"_s));
    m_onlySelected->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_closer = zoom(tr("Loo&k Closer"), {Qt::Key_Plus, Qt::Key_Equal});
    m_wider = zoom(tr("Look &Wider"), {Qt::Key_Minus});
    m_everything = zoom(tr("Show Everyt&hing"), {Qt::Key_0});
    addSeparator();
    fillAverages();
    fillEarlier();
    fillBursts();
    m_events = toggle(tr("&Events"));
    addSeparator();
    m_asTable = toggle(tr("As a T&able"));
    m_asTable->setObjectName(u"timelineAsTable"_s);
    m_copyPicture = addAction(tr("Copy &Picture"));
    m_savePicture = addAction(tr("&Save Picture..."));
    m_copyFigures = addAction(tr("Copy &Figures"));
    m_saveFigures = addAction(tr("Sa&ve Figures..."));
    m_print = addAction(tr("P&rint Chart..."));
    m_print->setObjectName(u"printTimeline"_s);
    setLook({});
    for (QActionGroup *group : {m_shape, m_places, m_averaged, m_earlier, m_burstRatio})
        connect(group, &QActionGroup::triggered, this, [this] { emit lookChanged(look()); });
    for (QAction *action : {m_logarithmic, m_events})
        connect(action, &QAction::triggered, this, [this] { emit lookChanged(look()); });
}

QAction *TimelineMenu::choice(QMenu *menu, QActionGroup *group, const QString &text, const QVariant &value)
{
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setData(value);
    group->addAction(action);
    return action;
}

QAction *TimelineMenu::toggle(const QString &text)
{
    QAction *action = addAction(text);
    action->setCheckable(true);
    return action;
}

QAction *TimelineMenu::zoom(const QString &text, const QList<QKeySequence> &keys)
{
    QAction *action = addAction(text);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

void TimelineMenu::fillAverages()
{
    QMenu *menu = addMenu(tr("&Moving Average"));
    choice(menu, m_averaged, tr("&None"), 0);
    for (const int steps : {3, 7, 15, 31})
        choice(menu, m_averaged, tr("Of %1 Steps").arg(steps), steps);
}

void TimelineMenu::fillEarlier()
{
    QMenu *menu = addMenu(tr("&Compare the Selected Span"));
    choice(menu, m_earlier, tr("With &Nothing"), int(Earlier::None));
    choice(menu, m_earlier, tr("With the Same Length &Before"), int(Earlier::Before));
    choice(menu, m_earlier, tr("With the &Year Before"), int(Earlier::YearBefore));
}

void TimelineMenu::fillBursts()
{
    QMenu *menu = addMenu(tr("B&ursts"));
    choice(menu, m_burstRatio, tr("&Not Marked"), 0.0);
    for (const double ratio : {1.5, 2.0, 3.0, 5.0})
        choice(menu, m_burstRatio, tr("%1 Times the Mean Rate").arg(QLocale().toString(ratio)), ratio);
}

TimelineLook TimelineMenu::look() const
{
    TimelineLook look;
    look.shape = static_cast<TimelineLook::Shape>(m_shape->checkedAction()->data().toInt());
    look.places = static_cast<TimelineLook::Places>(m_places->checkedAction()->data().toInt());
    look.scale = m_logarithmic->isChecked() ? CountScale::Kind::Logarithmic : CountScale::Kind::Linear;
    look.averaged = m_averaged->checkedAction()->data().toInt();
    look.earlier = static_cast<Earlier>(m_earlier->checkedAction()->data().toInt());
    look.burstRatio = m_burstRatio->checkedAction()->data().toDouble();
    look.events = m_events->isChecked();
    return look;
}

void TimelineMenu::setLook(const TimelineLook &look)
{
    check(m_shape, int(look.shape));
    check(m_places, int(look.places));
    check(m_averaged, look.averaged);
    check(m_earlier, int(look.earlier));
    check(m_burstRatio, look.burstRatio);
    m_logarithmic->setChecked(look.scale == CountScale::Kind::Logarithmic);
    m_events->setChecked(look.events);
}

} // namespace tidemark
