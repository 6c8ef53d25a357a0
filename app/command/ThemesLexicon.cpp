#include "command/ThemesCommand.h"
#include "text/Language.h"
#include "theme/Lexicons.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

QStringList shippedLanguages()
{
    QStringList languages;
    for (const Lexicon &lexicon : shippedLexicons())
        languages.append(lexicon.language);
    return languages;
}

} // namespace

int listLexicons(Collection &collection, const Invocation &invocation)
{
    const Codebook codebook = collection.facts().codebook;
    const QStringList languages = shippedLanguages();
    for (const QString &language : languages) {
        const bool isOn = codebook.lexicons.contains(language);
        if (invocation.has(u"json"_s))
            printJson({{u"language"_s, language}, {u"on"_s, isOn}, {u"measured"_s, false}});
        else
            printLine(language.leftJustified(4) + (isOn ? u"on   "_s : u"off  "_s)
                      + Words::tr("%1 (unmeasured)").arg(languageName(language)));
    }
    return finished(Done);
}

int switchLexicon(Collection &collection, const Invocation &invocation)
{
    const QString wish = invocation.positional().value(1);
    const QString language = invocation.positional().value(2);
    if (wish != "on"_L1 && wish != "off"_L1)
        return fail(Error{Error::Kind::Usage, Words::tr("A lexicon is switched on or off, not “%1”.").arg(wish)});
    if (!shippedLanguages().contains(language))
        return fail(Error{Error::Kind::Usage,
                          Words::tr("There is no lexicon for “%1”; there are those for %2.")
                              .arg(language, shippedLanguages().join(u", "_s))});
    Codebook after = collection.facts().codebook;
    const bool isOn = after.lexicons.contains(language);
    if (isOn == (wish == "on"_L1))
        return listLexicons(collection, invocation);
    if (isOn)
        after.lexicons.removeAll(language);
    else
        after.lexicons.append(language);
    ++after.version;
    const auto changed = waitFor(collection.setCodebook(after), Words::tr("Coding"));
    return changed ? listLexicons(collection, invocation) : fail(changed.error());
}

} // namespace tidemark
