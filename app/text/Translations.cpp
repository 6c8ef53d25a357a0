#include "text/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

void install(const QLocale &locale, const QString &name, const QString &folder, const QString &otherwise = {})
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, name, u"_"_s, folder) || translator->load(otherwise, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QStringList programLanguages()
{
    return {u"en"_s, u"de"_s, u"es"_s, u"fr"_s};
}

void speak(const QString &language)
{
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(language));
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, u"tidemark"_s, u":/translations"_s, u"tidemark_en"_s); // English has singulars of its own
}

} // namespace tidemark
