#pragma once

#include <QObject>

class QVariant;

namespace tidemark {

class DesktopSetting;

/// Keeps the application's style still where the desktop asks for less motion, or the user always wants it. That is
/// our style; a platform's own follows the desktop by itself, and can't be told. Make one, behind the Palette,
/// which sets it.
class Motion final : public QObject
{
    Q_OBJECT

public:
    explicit Motion(QObject *parent = nullptr);

    [[nodiscard]] static bool canReduce(); ///< whether the style is ours
    void setAlwaysReduced(bool always);    ///< View > Appearance; else as the desktop says
    [[nodiscard]] bool isReduced() const;

    /// What the portal's values say: 1 of org.freedesktop.appearance's reduced-motion, or false of
    /// org.gnome.desktop.interface's enable-animations, which is older.
    static bool isReducedBy(const QVariant &reducedMotion, const QVariant &enableAnimations);

private:
    void apply();

    DesktopSetting *m_reducedMotion;
    DesktopSetting *m_enableAnimations;
    bool m_always = false;
};

} // namespace tidemark
