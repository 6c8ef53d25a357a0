#include "theme/Codebook.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace tidemark {

const Theme *Codebook::theme(QStringView id) const
{
    for (const Theme &theme : themes) {
        if (theme.id == id)
            return &theme;
    }
    return nullptr;
}

const Theme *Codebook::themeAtKey(int key) const
{
    for (const Theme &theme : themes) {
        if (key != 0 && theme.key == key && !theme.isRetired)
            return &theme;
    }
    return nullptr;
}

QString Codebook::groupName(QStringView key) const
{
    for (const ThemeGroup &group : groups) {
        if (group.key == key)
            return group.name;
    }
    return key.toString();
}

const Codebook &shippedCodebook()
{
    static const Codebook codebook = [] {
        QFile file(u":/codebook.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The program's own codebook is missing from it.");
        const Result<Codebook> read = codebookFromJson(file.readAll());
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return *read;
    }();
    return codebook;
}

} // namespace tidemark
