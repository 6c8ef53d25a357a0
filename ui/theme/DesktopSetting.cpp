#include "theme/DesktopSetting.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto interface = "org.freedesktop.portal.Settings"_L1;

} // namespace

DesktopSetting::DesktopSetting(const QString &space, const QString &key, QObject *parent)
    : QObject(parent), m_space(space), m_key(key)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    qRegisterMetaType<QDBusVariant>(); // connecting fails where Qt hasn't met one yet
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question.setArguments({space, key});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            set(reply.value().variant());
    });
}

QVariant DesktopSetting::unwrapped(const QVariant &value)
{
    QVariant inner = value;
    constexpr int mostWraps = 4;
    for (int i = 0; i < mostWraps && inner.metaType() == QMetaType::fromType<QDBusVariant>(); ++i)
        inner = inner.value<QDBusVariant>().variant();
    return inner;
}

void DesktopSetting::settingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == m_space && key == m_key)
        set(value.variant());
}

void DesktopSetting::set(const QVariant &value)
{
    const QVariant plain = unwrapped(value);
    if (plain == m_value)
        return;
    m_value = plain;
    emit changed();
}

} // namespace tidemark
