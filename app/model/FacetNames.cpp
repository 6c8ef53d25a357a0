#include "model/FacetNames.h"

#include "story/Platform.h"
#include "story/Voice.h"
#include "text/Language.h"
#include "text/ShippedWords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

QString facetName(const FacetKey &facet)
{
    switch (facet.facet) {
    case Facet::Theme:
        return QCoreApplication::translate("Facet", "Themes");
    case Facet::Voice:
        return QCoreApplication::translate("Facet", "Voices");
    case Facet::Platform:
        return QCoreApplication::translate("Facet", "Platforms");
    case Facet::Language:
        return QCoreApplication::translate("Facet", "Languages");
    case Facet::Source:
        return QCoreApplication::translate("Facet", "Sources");
    case Facet::Attribute:
        break;
    }
    return facet.attribute;
}

QString facetValueName(Facet facet, const QString &value, const Codebook &codebook)
{
    switch (facet) {
    case Facet::Theme:
        if (const Theme *theme = codebook.theme(value))
            return inReadersLanguage(theme->name);
        return value == "none"_L1 ? QCoreApplication::translate("Facet", "No theme") : value;
    case Facet::Voice:
        if (const auto voice = voiceFromKey(value))
            return voiceName(*voice);
        return value;
    case Facet::Platform:
        if (const auto platform = platformFromKey(value))
            return platformName(*platform);
        return value;
    case Facet::Language:
        return value == "unknown"_L1 || value.isEmpty() ? QCoreApplication::translate("Facet", "Unknown language")
                                                        : languageName(value);
    case Facet::Source:
    case Facet::Attribute:
        break;
    }
    return value;
}

} // namespace tidemark
