#include "dialogs/Shortcuts.h"

#include <QAction>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString settingOf(const QAction *action)
{
    return u"shortcuts/"_s + action->objectName();
}

} // namespace

Shortcuts::Shortcuts(const QList<QAction *> &actions, QObject *parent) : QObject(parent)
{
    const QSettings settings;
    for (QAction *action : actions) {
        if (action->objectName().isEmpty())
            continue;
        m_actions.append(action);
        m_names.insert(action, action->text().remove(u'&'));
        m_defined.insert(action, action->shortcuts());
        const QVariant kept = settings.value(settingOf(action));
        if (kept.isValid())
            action->setShortcuts(QKeySequence::listFromString(kept.toString(), QKeySequence::PortableText));
    }
}

QAction *Shortcuts::owner(const QKeySequence &key, const QAction *besides) const
{
    for (QAction *action : m_actions) {
        if (action == besides)
            continue;
        const QList<QKeySequence> taken = action->shortcuts();
        for (const QKeySequence &other : taken) {
            if (key.matches(other) != QKeySequence::NoMatch || other.matches(key) != QKeySequence::NoMatch)
                return action;
        }
    }
    return nullptr;
}

bool Shortcuts::isChanged(const QAction *action) const
{
    return action->shortcuts() != m_defined.value(action);
}

void Shortcuts::setKey(QAction *action, const QKeySequence &key)
{
    QList<QKeySequence> keys;
    if (!key.isEmpty()) {
        keys = action->shortcuts().mid(1);
        keys.removeAll(key);
        keys.prepend(key);
    }
    action->setShortcuts(keys);
    QSettings().setValue(settingOf(action), QKeySequence::listToString(keys, QKeySequence::PortableText));
}

void Shortcuts::reset(QAction *action)
{
    action->setShortcuts(m_defined.value(action));
    QSettings().remove(settingOf(action));
}

} // namespace tidemark
