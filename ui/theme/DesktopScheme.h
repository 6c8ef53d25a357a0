#pragma once

#include "theme/Colours.h"

#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace tidemark {

/// Light or dark as the desktop's settings portal says (org.freedesktop.appearance, color-scheme), for Qt 6.4 has
/// no word for it. Asks and listens over D-Bus without waiting; silent where there is no portal.
class DesktopScheme final : public QObject
{
    Q_OBJECT

public:
    explicit DesktopScheme(QObject *parent = nullptr);

    /// Absent: no answer yet, no portal, or no preference.
    [[nodiscard]] std::optional<Scheme> scheme() const { return m_scheme; }

    /// What the portal's value says, however many variants it is wrapped in: 1 is dark, 2 light, else nothing.
    static std::optional<Scheme> read(const QVariant &value);

signals:
    void changed();

private slots:
    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void set(std::optional<Scheme> scheme);

    std::optional<Scheme> m_scheme;
};

} // namespace tidemark
