#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QVariant>

namespace tidemark {

/// One setting of the desktop, as its settings portal says (org.freedesktop.portal.Settings), for Qt 6.4 asks for
/// few of them. Asks and listens over D-Bus without waiting; silent where there is no portal.
class DesktopSetting final : public QObject
{
    Q_OBJECT

public:
    DesktopSetting(const QString &space, const QString &key, QObject *parent = nullptr);

    /// Invalid: no answer yet, no portal, or no such setting.
    [[nodiscard]] QVariant value() const { return m_value; }

    /// What the portal says, however many variants it is wrapped in.
    static QVariant unwrapped(const QVariant &value);

signals:
    void changed();

private slots:
    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void set(const QVariant &value);

    QString m_space;
    QString m_key;
    QVariant m_value;
};

} // namespace tidemark
