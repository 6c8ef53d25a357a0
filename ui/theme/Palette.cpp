#include "theme/Palette.h"

#include "theme/DesktopSetting.h"
#include "theme/EdgedStyle.h"

#include <QApplication>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

bool platformHasStyle()
{
    if (qobject_cast<EdgedStyle *>(QApplication::style())) // an earlier Palette's
        return false;
    const QString style = QApplication::style()->name();
    return style.compare("fusion"_L1, Qt::CaseInsensitive) != 0
        && style.compare("windows"_L1, Qt::CaseInsensitive) != 0;
}

QColor mixed(const QColor &a, const QColor &b, double shareOfA)
{
    const auto part = [shareOfA](int x, int y) { return static_cast<int>(x * shareOfA + y * (1 - shareOfA)); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

QPalette madeOf(const Colours &own, bool dark)
{
    const QColor button = dark ? own.window.lighter(125) : own.base;

    QPalette palette(button, own.window);
    palette.setColor(QPalette::WindowText, own.text);
    palette.setColor(QPalette::Base, own.base);
    palette.setColor(QPalette::AlternateBase, own.window);
    palette.setColor(QPalette::Text, own.text);
    palette.setColor(QPalette::ButtonText, own.text);
    palette.setColor(QPalette::BrightText, own.base);
    palette.setColor(QPalette::PlaceholderText, own.secondary);
    palette.setColor(QPalette::Highlight, own.accent);
    palette.setColor(QPalette::HighlightedText, own.onAccent);
    palette.setColor(QPalette::Link, own.accent);
    palette.setColor(QPalette::LinkVisited, own.accent);
    palette.setColor(QPalette::ToolTipBase, dark ? own.window : own.base);
    palette.setColor(QPalette::ToolTipText, own.text);
    palette.setColor(QPalette::Light, dark ? own.window.lighter(140) : own.base);
    palette.setColor(QPalette::Midlight, dark ? own.window.lighter(120) : own.window);
    palette.setColor(QPalette::Mid, own.line);
    palette.setColor(QPalette::Dark, dark ? own.base.darker(120) : own.line.darker(115));
    const QColor faded = mixed(own.text, own.window, 0.5);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, own.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, own.text);
    return palette;
}

} // namespace

Palette::Palette(QObject *parent)
    : QObject(parent),
      m_desktop(new DesktopSetting(u"org.freedesktop.appearance"_s, u"color-scheme"_s, this)),
      m_platform(QGuiApplication::palette()),
      m_platformHasStyle(platformHasStyle())
{
    connect(m_desktop, &DesktopSetting::changed, this, &Palette::apply);
    if (!m_platformHasStyle)
        QApplication::setStyle(new EdgedStyle);
    apply();
}

void Palette::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    m_fixed.reset();
    apply();
}

void Palette::setScheme(Scheme scheme)
{
    m_fixed = scheme;
    apply();
}

Scheme Palette::scheme() const
{
    if (m_fixed)
        return *m_fixed;
    switch (m_appearance) {
    case Appearance::Light:
        return Scheme::Light;
    case Appearance::Dark:
        return Scheme::Dark;
    case Appearance::System:
        break;
    }
    return schemeSaid(m_desktop->value()).value_or(schemeOf(m_platform));
}

std::optional<Scheme> Palette::schemeSaid(const QVariant &colorScheme)
{
    switch (colorScheme.toUInt()) {
    case 1:
        return Scheme::Dark;
    case 2:
        return Scheme::Light;
    default:
        return {};
    }
}

QPalette Palette::paletteOf(Scheme scheme)
{
    return madeOf(colours(scheme), scheme == Scheme::Dark);
}

QPalette sepiaPalette()
{
    return madeOf(sepiaColours(), false);
}

void Palette::apply()
{
    const Scheme wanted = scheme();
    const bool keepsPlatform = !m_fixed && m_platformHasStyle && schemeOf(m_platform) == wanted;
    QApplication::setPalette(keepsPlatform ? QPalette() : paletteOf(wanted));
    if (m_applied == wanted)
        return;
    m_applied = wanted;
    emit changed(wanted);
}

} // namespace tidemark
