#include "coding/AnswerButton.h"

#include "dialogs/ForeignText.h"

using namespace Qt::StringLiterals;

namespace tidemark {

AnswerButton::AnswerButton(const QString &name, const QString &key, QWidget *parent)
    : QToolButton(parent), m_words(key.isEmpty() ? asLabel(name) : key + u"  "_s + asLabel(name))
{
    setAccessibleName(name);
    setToolTip(key.isEmpty() ? tr("Key T, then the theme’s name") : tr("Key %1").arg(key));
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setGiven(false);
}

void AnswerButton::setGiven(bool given)
{
    setChecked(given);
    setText(given ? u"\u2713 "_s + m_words : m_words);
}

} // namespace tidemark
