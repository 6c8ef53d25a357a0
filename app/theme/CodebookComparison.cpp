#include "theme/CodebookComparison.h"

#include "theme/CodebookEditing.h"
#include "theme/CodebookExchange.h"
#include "theme/CodebookGuid.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Codebook)
};

const Theme *themeLike(const Codebook &codebook, const Theme &theme)
{
    const auto by = [&codebook](auto same) {
        const auto found = std::find_if(codebook.themes.cbegin(), codebook.themes.cend(), same);
        return found == codebook.themes.cend() ? nullptr : &*found;
    };
    if (const Theme *same = by([&](const Theme &known) { return isSameGuid(guidOf(known), guidOf(theme)); }))
        return same;
    if (const Theme *same = codebook.theme(theme.id))
        return same;
    return by([&](const Theme &known) { return known.name.compare(theme.name, Qt::CaseInsensitive) == 0; });
}

QStringList differingFields(const ComparedTheme &pair)
{
    QStringList fields;
    const Theme &here = *pair.here;
    const Theme &there = *pair.there;
    const auto add = [&fields](bool differs, const QString &field) {
        if (differs)
            fields.append(field);
    };
    const auto isNews = [](const auto &before, const auto &after) { return !after.isEmpty() && before != after; };
    add(isNews(here.name, there.name), Words::tr("name"));
    add(isNews(pair.groupHere, pair.groupThere), Words::tr("group"));
    add(isNews(here.definition, there.definition), Words::tr("definition"));
    add(isNews(here.examples, there.examples), Words::tr("examples"));
    add(isNews(here.rule, there.rule), Words::tr("rule"));
    add(there.colour != 0 && here.colour != there.colour, Words::tr("colour"));
    add((!there.rule.isEmpty() || there.isRetired) && here.isRetired != there.isRetired, Words::tr("retired"));
    add(there.isCoveredFirst && !here.isCoveredFirst, Words::tr("covered first"));
    add(!there.guid.isEmpty() && !isSameGuid(guidOf(here), there.guid), Words::tr("GUID"));
    return fields;
}

} // namespace

QVector<ComparedTheme> compareCodebooks(const Codebook &here, const Codebook &there)
{
    using Kind = ComparedTheme::Kind;
    QVector<ComparedTheme> pairs;
    for (const Theme &theme : here.themes) {
        ComparedTheme pair{Kind::OnlyHere, theme.id, theme, {}, here.groupName(theme.group), {}, {}};
        if (const Theme *other = themeLike(there, theme)) {
            pair.there = *other;
            pair.groupThere = there.groupName(other->group);
            pair.fields = differingFields(pair);
            pair.kind = pair.fields.isEmpty() ? Kind::Same : Kind::Changed;
        }
        pairs.append(pair);
    }
    for (const Theme &theme : there.themes) {
        if (!themeLike(here, theme))
            pairs.append({Kind::OnlyThere, theme.id, {}, theme, {}, there.groupName(theme.group), {}});
    }
    return pairs;
}

Result<Codebook> withTakenOver(const Codebook &here, const Codebook &there, const QStringList &ids)
{
    Codebook chosen = there;
    chosen.themes.removeIf([&](const Theme &theme) { return !ids.contains(theme.id); });
    auto merged = mergedCodebook(here, chosen);
    return merged ? checkedCodebook(here, merged.value()) : merged;
}

} // namespace tidemark
