#include "command/MappingOptions.h"
#include "text/NameList.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

QStringList platformKeys()
{
    QStringList keys;
    for (const Platform platform : allPlatforms)
        keys.append(platformKey(platform));
    return keys;
}

} // namespace

Result<std::optional<ColumnMapping>> mappingFrom(const Invocation &invocation)
{
    const QStringList about{u"map"_s, u"attributes"_s, u"platform"_s, u"keep"_s, u"labels"_s};
    if (std::none_of(about.cbegin(), about.cend(), [&](const QString &option) { return invocation.has(option); }))
        return std::optional<ColumnMapping>();
    std::optional<QString> attributes;
    if (invocation.has(u"attributes"_s))
        attributes = invocation.value(u"attributes"_s);
    auto mapping = parseMapping(invocation.value(u"map"_s), attributes);
    if (!mapping)
        return mapping.error();
    if (invocation.has(u"labels"_s)) {
        auto labels = parseLabels(invocation.value(u"labels"_s));
        if (!labels)
            return labels.error();
        mapping->labels = *labels;
    }
    if (invocation.has(u"keep"_s))
        mapping->ticked = namesInList(invocation.value(u"keep"_s));
    if (invocation.has(u"platform"_s)) {
        const auto platform = platformFromKey(invocation.value(u"platform"_s));
        if (!platform)
            return Error{Error::Kind::Usage,
                         Words::tr("There is no platform “%1”. There are: %2.")
                             .arg(invocation.value(u"platform"_s), platformKeys().join(u", "_s))};
        mapping->platform = *platform;
    }
    return std::optional(*mapping);
}

} // namespace tidemark
