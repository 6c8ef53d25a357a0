#include "theme/Motion.h"

#include "theme/DesktopSetting.h"
#include "theme/EdgedStyle.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

Motion::Motion(QObject *parent)
    : QObject(parent),
      m_reducedMotion(new DesktopSetting(u"org.freedesktop.appearance"_s, u"reduced-motion"_s, this)),
      m_enableAnimations(new DesktopSetting(u"org.gnome.desktop.interface"_s, u"enable-animations"_s, this))
{
    connect(m_reducedMotion, &DesktopSetting::changed, this, &Motion::apply);
    connect(m_enableAnimations, &DesktopSetting::changed, this, &Motion::apply);
}

bool Motion::canReduce()
{
    return qobject_cast<EdgedStyle *>(QApplication::style());
}

void Motion::setAlwaysReduced(bool always)
{
    m_always = always;
    apply();
}

bool Motion::isReduced() const
{
    return m_always || isReducedBy(m_reducedMotion->value(), m_enableAnimations->value());
}

bool Motion::isReducedBy(const QVariant &reducedMotion, const QVariant &enableAnimations)
{
    return reducedMotion.toUInt() == 1 || (enableAnimations.isValid() && !enableAnimations.toBool());
}

void Motion::apply()
{
    if (auto *style = qobject_cast<EdgedStyle *>(QApplication::style()))
        style->setStill(isReduced());
}

} // namespace tidemark
