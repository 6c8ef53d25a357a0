#include "RandomFilters.h"

#include "support/InventedPosts.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tidemark::test {

RandomFilters::RandomFilters(const CollectionFacts &facts, quint32 seed) : m_facts(facts), m_random(seed) {}

Filter RandomFilters::next()
{
    Filter filter;
    if (m_random.bounded(2) == 0)
        filter.words = words(0);
    for (int terms = m_random.bounded(4); terms > 0; --terms)
        filter.facets.append(facetTerm());
    for (int terms = m_random.bounded(3) - 1; terms > 0; --terms)
        filter.properties.append({static_cast<Property>(m_random.bounded(9)), m_random.bounded(2) == 0});
    if (m_random.bounded(8) == 0)
        filter.copies.append({m_random.bounded(3), 2 + m_random.bounded(9), m_random.bounded(3) == 0});
    if (m_random.bounded(10) == 0) {
        for (int ids = 1 + m_random.bounded(60); ids > 0; --ids)
            filter.ids.append(StoryId(1 + m_random.bounded(static_cast<int>(m_facts.stories) + 20)));
    }
    if (m_random.bounded(4) == 0)
        filter.span.from = someDay() + qint64(m_random.bounded(60)) * 86'400'000;
    if (m_random.bounded(4) == 0)
        filter.span.until = filter.span.from.value_or(someDay()) + qint64(m_random.bounded(1, 60)) * 43'200'000;
    return filter;
}

/// Mostly when the invented posts begin; sometimes far off, where some collections have stories too.
qint64 RandomFilters::someDay()
{
    static const QVector<QDate> days{{2017, 10, 14}, {2017, 10, 14}, {2017, 10, 14}, {2017, 10, 14},
                                     {1969, 12, 1},  {1900, 2, 1},   {2100, 1, 1}};
    const QDate day = days.at(m_random.bounded(static_cast<int>(days.size())));
    return QDateTime(day, QTime(), QTimeZone::utc()).toMSecsSinceEpoch();
}

WordQuery RandomFilters::leaf()
{
    const QStringList text = inventedText(m_random).split(u' ');
    const qsizetype at = m_random.bounded(static_cast<int>(text.size()));
    const QString word = text.at(at);
    const QString following = text.value(at + 1, word);
    switch (m_random.bounded(5)) {
    case 0:
        return WordQuery::phrase(word + u' ' + following);
    case 1:
        return WordQuery::phrase(word.left(3), true);
    case 2:
        return WordQuery::tag(m_random.bounded(2) == 0 ? u"MeToo"_s : u"yotam"_s, m_random.bounded(2) == 0);
    case 3:
        if (word.at(0).isLetter() && following.at(0).isLetter())
            return WordQuery::near({WordQuery::phrase(word), WordQuery::phrase(following)}, m_random.bounded(6));
        break;
    default:
        break;
    }
    return WordQuery::phrase(word);
}

WordQuery RandomFilters::words(int depth)
{
    switch (depth > 2 ? 9 : m_random.bounded(8)) {
    case 0:
        return WordQuery::negation(words(depth + 1));
    case 1:
        return WordQuery::all({words(depth + 1), words(depth + 1)});
    case 2:
        return WordQuery::any({words(depth + 1), words(depth + 1), words(depth + 1)});
    default:
        return leaf();
    }
}

QStringList RandomFilters::someOf(const QStringList &values)
{
    QStringList some;
    for (int count = 1 + m_random.bounded(3); count > 0; --count)
        some.append(values.at(m_random.bounded(static_cast<int>(values.size()))));
    some.removeDuplicates();
    return some;
}

FacetTerm RandomFilters::facetTerm()
{
    FacetTerm term;
    term.facet = static_cast<Facet>(m_random.bounded(6));
    term.excluded = m_random.bounded(4) == 0;
    QStringList values;
    switch (term.facet) {
    case Facet::Theme:
        for (const Theme &theme : std::as_const(m_facts.codebook.themes))
            values.append(theme.id);
        values.append(u"none"_s);
        break;
    case Facet::Voice:
        for (const Voice voice : allVoices)
            values.append(voiceKey(voice));
        break;
    case Facet::Platform:
        for (const Platform platform : allPlatforms)
            values.append(platformKey(platform));
        break;
    case Facet::Language:
        values = {u"en"_s, u"es"_s, u"fr"_s, u"de"_s, u"zh"_s, u"ja"_s, u"ar"_s, u"unknown"_s};
        break;
    case Facet::Source:
        for (const SourceFacts &source : std::as_const(m_facts.sources))
            values.append(source.name);
        if (values.isEmpty()) // of a collection that was interrupted before its first batch
            values.append(u"a source that isn't there"_s);
        break;
    case Facet::Attribute:
        term.attribute = m_random.bounded(2) == 0 ? u"sector"_s : u"region"_s;
        values = {u"health"_s, u"film"_s, u"north"_s, u"Île-de-France"_s};
        break;
    }
    term.values = someOf(values);
    return term;
}

} // namespace tidemark::test
