#include "coding/AnswerButton.h"

#include "dialogs/ForeignText.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace tidemark {

AnswerButton::AnswerButton(const QString &name, const QAction *key, const QAction *palette, QWidget *parent)
    : QToolButton(parent), m_name(asLabel(name)), m_key(key), m_palette(palette)
{
    setAccessibleName(name);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    for (const QAction *action : {key, palette}) {
        if (action)
            connect(action, &QAction::changed, this, &AnswerButton::showKey);
    }
    showKey();
}

void AnswerButton::setGiven(bool given)
{
    setChecked(given);
    showKey();
}

void AnswerButton::showKey()
{
    const auto shortcutOf = [](const QAction *action) {
        return action ? action->shortcut().toString(QKeySequence::NativeText) : QString();
    };
    const QString key = shortcutOf(m_key);
    const QString palette = shortcutOf(m_palette);
    if (key.isEmpty())
        setToolTip(palette.isEmpty() ? QString() : tr("Key %1, then the theme’s name").arg(palette));
    else
        setToolTip(tr("Key %1").arg(key));
    const QString words = key.isEmpty() ? m_name : key + u"  "_s + m_name;
    setText(isChecked() ? u"\u2713 "_s + words : words);
}

} // namespace tidemark
