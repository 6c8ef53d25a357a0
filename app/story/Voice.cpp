#include "story/Voice.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

QString voiceKey(Voice voice)
{
    switch (voice) {
    case Voice::Unknown:
        return u"unknown"_s;
    case Voice::Testimony:
        return u"testimony"_s;
    case Voice::Solidarity:
        return u"solidarity"_s;
    case Voice::Support:
        return u"support"_s;
    case Voice::Commentary:
        return u"commentary"_s;
    }
    return u"unknown"_s;
}

std::optional<Voice> voiceFromKey(QStringView key)
{
    for (const Voice voice : allVoices) {
        if (key.compare(voiceKey(voice), Qt::CaseInsensitive) == 0)
            return voice;
    }
    return std::nullopt;
}

QString voiceName(Voice voice)
{
    switch (voice) {
    case Voice::Testimony:
        return QCoreApplication::translate("Voice", "Testimony");
    case Voice::Solidarity:
        return QCoreApplication::translate("Voice", "Solidarity");
    case Voice::Support:
        return QCoreApplication::translate("Voice", "Support");
    case Voice::Commentary:
        return QCoreApplication::translate("Voice", "Commentary");
    case Voice::Unknown:
        break;
    }
    return QCoreApplication::translate("Voice", "Unknown");
}

} // namespace tidemark
