#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;

namespace tidemark {

/// The keys of the window's commands, as the user wants them: those that they were defined with, and what was
/// changed, which is kept from one start to the next.
class Shortcuts final : public QObject
{
    Q_OBJECT

public:
    /// Sets the keys that were kept.
    explicit Shortcuts(const QList<QAction *> &actions, QObject *parent = nullptr);

    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; }
    /// The command that has a key already, or one that begins or goes on with it; null: it is free.
    [[nodiscard]] QAction *owner(const QKeySequence &key, const QAction *besides) const;
    [[nodiscard]] QString name(const QAction *action) const { return m_names.value(action); }
    [[nodiscard]] bool isChanged(const QAction *action) const;

    /// In place of its first key; further ones stay. Empty: it has no key any more.
    void setKey(QAction *action, const QKeySequence &key);
    [[nodiscard]] QList<QKeySequence> defined(const QAction *action) const { return m_defined.value(action); }
    void reset(QAction *action); ///< as it was defined

private:
    QList<QAction *> m_actions;
    QHash<const QAction *, QList<QKeySequence>> m_defined;
    QHash<const QAction *, QString> m_names; ///< without what an action says of the story at hand
};

} // namespace tidemark
