#include "window/LanguageMenu.h"

#include "dialogs/Question.h"
#include "text/Translations.h"
#include "window/LayoutMemory.h"

#include <QActionGroup>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// In the language itself, so that whoever reads it finds it.
QString ownName(const QString &language)
{
    QString name = QLocale(language).nativeLanguageName();
    if (language == "en"_L1)
        name = u"English"_s;
    return name.left(1).toUpper() + name.mid(1);
}

} // namespace

LanguageMenu::LanguageMenu(QWidget *parent) : QMenu(tr("&Language"), parent)
{
    setObjectName(u"languageMenu"_s);
    auto *group = new QActionGroup(this);
    const auto add = [this, group](const QString &language, const QString &text) {
        QAction *action = addAction(text);
        action->setObjectName(u"language-"_s + language);
        action->setCheckable(true);
        action->setChecked(chosen() == language);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, language] { choose(language); });
    };
    add({}, tr("As the &System"));
    for (const QString &language : programLanguages())
        add(language,
            language == "en"_L1 ? ownName(language)
                                : tr("%1 (translated by machine, not reviewed)").arg(ownName(language)));
}

QString LanguageMenu::chosen()
{
    const QString kept = layoutMemory::choice(u"language"_s);
    return programLanguages().contains(kept) ? kept : QString();
}

void LanguageMenu::choose(const QString &language)
{
    if (language == chosen())
        return;
    layoutMemory::setChoice(u"language"_s, language);
    inform(parentWidget(), tr("Tidemark speaks the language that you chose when it is started again."));
}

} // namespace tidemark
