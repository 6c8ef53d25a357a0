#include "window/TimelineMemory.h"

#include "timeline/TimelineMenu.h"
#include "timeline/TimelinePanel.h"
#include "timeline/TimelineView.h"
#include "window/LayoutMemory.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tidemark::timelineMemory {

namespace {

template<typename Value>
QString written(const std::optional<Value> &value)
{
    return value ? QString::number(static_cast<int>(*value)) : QString();
}

/// Nothing where the text is no number from 0 to last.
template<typename Value>
std::optional<Value> read(const QString &text, Value last)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < 0 || number > static_cast<int>(last))
        return std::nullopt;
    return static_cast<Value>(number);
}

} // namespace

void save(const TimelinePanel *panel)
{
    const TimelineQuestion question = panel->question();
    layoutMemory::setChoice(u"timelineCounting"_s, QString::number(static_cast<int>(question.counting)));
    layoutMemory::setChoice(u"timelineSplit"_s, written(question.split));
    layoutMemory::setChoice(u"timelineSteps"_s, written(question.by));
    const TimelineLook look = panel->menu()->look();
    layoutMemory::setChoice(u"timelineShape"_s, QString::number(static_cast<int>(look.shape)));
    layoutMemory::setChoice(u"timelinePlaces"_s, QString::number(static_cast<int>(look.places)));
    layoutMemory::setChoice(u"timelineScale"_s, QString::number(static_cast<int>(look.scale)));
    layoutMemory::setChoice(u"timelineAverage"_s, QString::number(look.averaged));
    layoutMemory::setChoice(u"timelineEarlier"_s, QString::number(static_cast<int>(look.earlier)));
    layoutMemory::setChoice(u"timelineBursts"_s, QString::number(look.burstRatio));
    layoutMemory::setChoice(u"timelineEvents"_s, look.events ? u"1"_s : u"0"_s);
    layoutMemory::setChoice(u"timelineTable"_s, panel->menu()->asTable()->isChecked() ? u"1"_s : u"0"_s);
}

void restore(TimelinePanel *panel)
{
    const auto kept = [](const QString &name) { return layoutMemory::choice(name); };
    TimelineQuestion question = panel->question();
    question.counting = read(kept(u"timelineCounting"_s), Counting::Accounts).value_or(Counting::Stories);
    question.split = read(kept(u"timelineSplit"_s), Facet::Language);
    question.by = read(kept(u"timelineSteps"_s), Granularity::Year);
    panel->setQuestion(question);
    using Shape = TimelineLook::Shape;
    using Places = TimelineLook::Places;
    using Scale = CountScale::Kind;
    TimelineLook look;
    look.shape = read(kept(u"timelineShape"_s), Shape::Lines).value_or(Shape::Bars);
    look.places = read(kept(u"timelinePlaces"_s), Places::SideBySide).value_or(Places::Together);
    look.scale = read(kept(u"timelineScale"_s), Scale::Logarithmic).value_or(Scale::Linear);
    look.averaged = kept(u"timelineAverage"_s).toInt();
    look.earlier = read(kept(u"timelineEarlier"_s), Earlier::YearBefore).value_or(Earlier::None);
    look.burstRatio = kept(u"timelineBursts"_s).toDouble();
    look.events = kept(u"timelineEvents"_s) != "0"_L1;
    panel->menu()->setLook(look);
    panel->view()->setLook(panel->menu()->look());
    panel->menu()->asTable()->setChecked(kept(u"timelineTable"_s) == "1"_L1);
}

} // namespace tidemark::timelineMemory
