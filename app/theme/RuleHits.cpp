#include "theme/RuleHits.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// The shipped codebook's variants: theme id -> rule.
QVector<QJsonObject> shippedVariants()
{
    QFile file(u":/codebook.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QVector<QJsonObject> variants;
    const QJsonArray all = QJsonDocument::fromJson(file.readAll()).object().value("variants"_L1).toArray();
    for (const QJsonValue &variant : all)
        variants.append(variant.toObject().value("queries"_L1).toObject());
    return variants;
}

} // namespace

HitFinder::HitFinder(const Codebook &codebook) : m_rules(std::make_unique<const RuleCoder>(codebook))
{
    for (const QJsonObject &rules : shippedVariants()) {
        Codebook variant;
        for (Theme theme : codebook.themes) {
            theme.rule = rules.value(theme.id).toString();
            variant.themes.append(theme);
        }
        m_variants.push_back(std::make_unique<const RuleCoder>(variant));
    }
}

RuleHits HitFinder::find(const Tokens &tokens) const
{
    const RuleCoding coding = m_rules->code(tokens, QString());
    RuleHits hits{coding.themes, {}, coding.voice};
    for (const auto &variant : m_variants)
        hits.byVariant = hits.byVariant | variant->code(tokens, QString()).themes;
    return hits;
}

} // namespace tidemark
