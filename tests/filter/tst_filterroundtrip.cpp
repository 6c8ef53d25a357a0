#include "FilterNames.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// Random filters of every kind that the language can say.
class RandomFilter
{
public:
    RandomFilter(quint32 seed, const KnownNames &names) : m_random(seed), m_names(names) {}

    Filter make()
    {
        Filter filter;
        if (below(3) != 0)
            filter.words = words(0);
        for (int i = below(4); i > 0; --i)
            filter.facets.append(facet());
        for (int i = below(3); i > 0; --i)
            filter.properties.append({static_cast<Property>(below(9)), below(2) == 1});
        for (int i = below(3) == 0 ? below(5) : 0; i > 0; --i)
            filter.ids.append(StoryId(i * 1000 + below(1000)));
        for (int i = below(4) == 0 ? below(3) : 0; i > 0; --i) {
            CopiesTerm term{below(3), {}, below(3) == 0};
            if (term.least == 0 || below(2) == 0)
                term.most = term.least + below(3);
            filter.copies.append(term);
        }
        addSpan(filter.span);
        return filter;
    }

private:
    int below(int bound) { return static_cast<int>(m_random.bounded(bound)); }
    QString oneOf(const QStringList &list) { return list.at(below(static_cast<int>(list.size()))); }

    WordQuery phrase()
    {
        static const QStringList texts{
            u"boss"_s,
            u"me too"_s,
            u"AND"_s,
            u"OR"_s,
            u"NOT"_s,
            u"NEAR"_s,
            u"a\"b"_s,
            u"-x"_s,
            u"#tag"_s,
            u"x*y"_s,
            u"end*"_s,
            u"12:30"_s,
            u"theme:x"_s,
            u"(brackets)"_s,
            u"didn\u2019t"_s,
            u"\u201cq\u201d"_s,
            u"line\nbreak"_s,
            u"\u6211\u4e5f\u662f"_s,
            u"x, y"_s,
            u"no \U0001F600"_s,
            u"\u0645\u0631\u062d\u0628\u0627"_s,
            u" padded "_s,
            u"\"\"z\"\""_s,
            u"e\u0301"_s,
        };
        return WordQuery::phrase(oneOf(texts), below(4) == 0);
    }

    WordQuery words(int depth)
    {
        QVector<WordQuery> operands;
        const int kind = depth > 4 ? 0 : below(7);
        switch (kind) {
        case 1:
            return WordQuery::tag(oneOf({u"MeToo"_s, u"a b"_s, u"\u65e5\u672c"_s, u"x_y"_s}), below(4) == 0);
        case 2:
            return WordQuery::near({phrase(), phrase(), phrase()}, below(20));
        case 3:
            return WordQuery::negation(words(depth + 1));
        case 4:
        case 5:
            for (int i = 2 + below(3); i > 0; --i)
                operands.append(words(depth + 1));
            return kind == 4 ? WordQuery::all(operands) : WordQuery::any(operands);
        default:
            return phrase();
        }
    }

    FacetTerm facet()
    {
        FacetTerm term{static_cast<Facet>(below(6)), {}, {}, below(3) == 0};
        QStringList possible;
        switch (term.facet) {
        case Facet::Theme:
            possible = m_names.themes.keys() + QStringList{u"none"_s};
            break;
        case Facet::Voice:
            possible = {u"testimony"_s, u"unknown"_s, u"support"_s};
            break;
        case Facet::Platform:
            possible = {u"twitter"_s, u"other"_s, u"blog"_s};
            break;
        case Facet::Language:
            possible = {u"en"_s, u"unknown"_s, u"he"_s, u"fil"_s};
            break;
        case Facet::Source:
            possible = m_names.sources;
            break;
        case Facet::Attribute:
            term.attribute = oneOf(m_names.attributes);
            possible = {u""_s,      u"health"_s, u"a b"_s,     u"x\"y"_s,
                        u"1=2,3"_s, u"(p)"_s,    u"\u201dq"_s, u"2017-10-15T06:30"_s};
            break;
        }
        for (int i = 1 + below(3); i > 0; --i) {
            const QString value = oneOf(possible);
            if (!term.values.contains(value))
                term.values.append(value);
        }
        return term;
    }

    /// Some on round times, some near changes of the clock, some anywhere in the years 1900 to 2150.
    Instant instant()
    {
        const Instant any = -2'208'988'800'000 + static_cast<Instant>(m_random.generateDouble() * 7.9e12);
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(any, Qt::UTC);
        switch (below(5)) {
        case 0:
            return any - any % 3'600'000;
        case 1:
            return any - any % 86'400'000;
        case 2:
        case 3: {
            const auto change = m_names.zone.nextTransition(time);
            if (change.atUtc.isValid())
                return change.atUtc.toMSecsSinceEpoch() + (below(9) - 4) * 900'000
                    + (below(2) == 0 ? below(5) - 2 : 0);
            return any;
        }
        default:
            return any;
        }
    }

    void addSpan(TimeSpan &span)
    {
        const Instant a = instant();
        const Instant b = instant();
        const int kind = below(4);
        if (kind == 1 || (kind == 3 && a != b))
            span.from = std::min(a, b);
        if (kind == 2 || (kind == 3 && a != b))
            span.until = std::max(a, b);
    }

    QRandomGenerator m_random;
    const KnownNames &m_names;
};

} // namespace

class tst_filterroundtrip : public QObject
{
    Q_OBJECT

private slots:
    void textGivesTheSameFilterBack_data();
    void textGivesTheSameFilterBack();
    void deepestFilterStillReads();
};

void tst_filterroundtrip::textGivesTheSameFilterBack_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Kathmandu",
                             "Australia/Lord_Howe", "Pacific/Apia", "Europe/Amsterdam", "America/Havana"})
        QTest::addRow("%s", zone) << QByteArray(zone);
}

void tst_filterroundtrip::textGivesTheSameFilterBack()
{
    QFETCH(QByteArray, zone);
    const KnownNames names = filterTestNames(zone);
    QVERIFY(names.zone.isValid());
    RandomFilter random(20171015, names);
    for (int i = 0; i < 3000; ++i) {
        const Filter filter = random.make();
        const QString text = filterToText(filter, names);
        const auto parsed = parseFilter(text, names);
        if (const auto *mistake = std::get_if<Mistake>(&parsed))
            QFAIL(qPrintable(text + u"\n"_s + mistake->message));
        const Filter &again = std::get<Filter>(parsed);
        QVERIFY2(again == filter, qPrintable(text + u"\n"_s + filterToText(again, names)));
    }
}

void tst_filterroundtrip::deepestFilterStillReads()
{
    const KnownNames names = filterTestNames();
    QString text = u"x"_s;
    for (int i = 0; i < 64; ++i)
        text = u'(' + text + (i % 2 == 0 ? u" y)"_s : u" OR z)"_s);
    text += u" OR top theme:groping"_s;
    const Filter filter = std::get<Filter>(parseFilter(text, names));
    QVERIFY(std::get<Filter>(parseFilter(filterToText(filter, names), names)) == filter);
}

QTEST_APPLESS_MAIN(tst_filterroundtrip)
#include "tst_filterroundtrip.moc"
