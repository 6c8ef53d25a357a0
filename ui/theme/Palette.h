#pragma once

#include "theme/Colours.h"

#include <QObject>

#include <optional>

namespace tidemark {

class DesktopSetting;

/// What the user wants: View > Appearance.
enum class Appearance : quint8 { System, Light, Dark };

/// Keeps the application's palette light or dark: as the desktop says, or as the user wants. A platform that
/// has a style of its own keeps its palette where it is of the wanted scheme; else ours is set. Make one, after
/// the QApplication; nothing asks it for colours (see coloursOf), widgets get a PaletteChange.
class Palette final : public QObject
{
    Q_OBJECT

public:
    explicit Palette(QObject *parent = nullptr);

    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);

    /// Whatever the desktop and the user say: for tests and pictures.
    void setScheme(Scheme scheme);
    [[nodiscard]] Scheme scheme() const;

    /// What the portal's color-scheme says: 1 is dark, 2 light, else nothing.
    static std::optional<Scheme> schemeSaid(const QVariant &colorScheme);

    /// Our own palette of a scheme.
    static QPalette paletteOf(Scheme scheme);

signals:
    void changed(tidemark::Scheme scheme);

private:
    void apply();

    DesktopSetting *m_desktop;
    Appearance m_appearance = Appearance::System;
    QPalette m_platform; ///< as it was found
    bool m_platformHasStyle;
    std::optional<Scheme> m_fixed;
    std::optional<Scheme> m_applied;
};

/// For the reading pane.
QPalette sepiaPalette();

} // namespace tidemark
