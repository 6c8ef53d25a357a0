#include "window/AppearanceCommands.h"

#include "theme/Motion.h"
#include "theme/Palette.h"
#include "window/LayoutMemory.h"
#include "window/WindowActions.h"

#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tidemark {

void connectAppearance(const WindowActions &actions, Palette *palette, Motion *motion)
{
    layoutMemory::remember(actions.oldestFirst, u"oldestFirst"_s);
    layoutMemory::remember(actions.mostRelevant, u"mostRelevant"_s);
    layoutMemory::remember(actions.compact, u"compact"_s);
    layoutMemory::remember(actions.cards, u"cards"_s);
    layoutMemory::remember(actions.serif, u"readingSerif"_s);
    layoutMemory::remember(actions.sepia, u"readingSepia"_s);
    layoutMemory::remember(actions.shiftHides, u"shiftHides"_s);
    actions.reduceMotion->setVisible(Motion::canReduce());
    QObject::connect(actions.reduceMotion, &QAction::toggled, motion, &Motion::setAlwaysReduced);
    layoutMemory::remember(actions.reduceMotion, u"reduceMotion"_s);
    const std::array choices{
        std::tuple(actions.systemAppearance, Appearance::System, u"system"_s),
        std::tuple(actions.lightAppearance, Appearance::Light, u"light"_s),
        std::tuple(actions.darkAppearance, Appearance::Dark, u"dark"_s),
    };
    const QString kept = layoutMemory::choice(u"appearance"_s);
    for (const auto &[action, appearance, name] : choices) {
        QObject::connect(action, &QAction::triggered, palette, [palette, appearance = appearance, name = name] {
            palette->setAppearance(appearance);
            layoutMemory::setChoice(u"appearance"_s, name);
        });
        if (name == kept) {
            action->setChecked(true);
            palette->setAppearance(appearance);
        }
    }
}

} // namespace tidemark
