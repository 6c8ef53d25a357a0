#include "model/ChosenParts.h"
#include "model/DerivedFigures.h"
#include "model/EarlierSpan.h"
#include "model/MovingAverage.h"

#include <QDateTime>
#include <QTest>

using namespace tidemark;
using namespace Qt::StringLiterals;

namespace {

Instant midnight(int year, int month, int day, const QTimeZone &zone = QTimeZone::utc())
{
    return QDate(year, month, day).startOfDay(zone).toMSecsSinceEpoch();
}

Timeline timelineOf(Granularity by, Instant from, Instant until, const QTimeZone &zone = QTimeZone::utc())
{
    Timeline timeline;
    timeline.by = by;
    timeline.starts = bucketStarts(by, from, until, zone, &timeline.end);
    return timeline;
}

} // namespace

class tst_timelinefigures : public QObject
{
    Q_OBJECT

private slots:
    void averagesNeighbours();
    void comparesWithTheSameLengthBefore();
    void comparesMonthsWithMonths();
    void comparesWithTheYearBeforeOverAClockChange();
    void comparesHoursWithTheSameHours();
    void comparesWhatTheTimelineHasOfASpan();
    void hasNothingToCompareWith();
    void sumsWhatIsThere();
    void derivesFiguresOfAllAndOfEachPart();
    void namesTheEventsOfEachBucket();
    void severalChosenPartsAreComparedAlone();
};

void tst_timelinefigures::averagesNeighbours()
{
    const QVector<qint64> counts{3, 6, 9, 0, 0};
    QCOMPARE(movingAverage(counts, 1), (QVector<double>{3, 6, 9, 0, 0}));
    QCOMPARE(movingAverage(counts, 0), (QVector<double>{3, 6, 9, 0, 0}));
    QCOMPARE(movingAverage(counts, 3), (QVector<double>{4.5, 6, 5, 3, 0}));
    QCOMPARE(movingAverage(counts, 31), QVector<double>(5, 3.6));
    QVERIFY(movingAverage({}, 3).isEmpty());
}

void tst_timelinefigures::comparesWithTheSameLengthBefore()
{
    const Timeline timeline = timelineOf(Granularity::Day, midnight(2017, 10, 1), midnight(2017, 11, 1));
    const TimeSpan week{midnight(2017, 10, 15), midnight(2017, 10, 22)};
    QCOMPARE(comparedBuckets(timeline, week, Earlier::Before, QTimeZone::utc()), (ComparedBuckets{14, 20, 7}));
    // Half of it lies before the first story: those days had none.
    const TimeSpan early{midnight(2017, 10, 3), midnight(2017, 10, 7)};
    QCOMPARE(comparedBuckets(timeline, early, Earlier::Before, QTimeZone::utc()), (ComparedBuckets{2, 5, 4}));
}

void tst_timelinefigures::comparesMonthsWithMonths()
{
    const Timeline timeline = timelineOf(Granularity::Month, midnight(2017, 1, 1), midnight(2018, 12, 31));
    const TimeSpan quarter{midnight(2018, 1, 1), midnight(2018, 4, 1)};
    QCOMPARE(comparedBuckets(timeline, quarter, Earlier::Before, QTimeZone::utc()), (ComparedBuckets{12, 14, 3}));
    QCOMPARE(comparedBuckets(timeline, quarter, Earlier::YearBefore, QTimeZone::utc()),
             (ComparedBuckets{12, 14, 12}));
}

void tst_timelinefigures::comparesWithTheYearBeforeOverAClockChange()
{
    // In Berlin the clock was set back on 29 October 2017 and on 28 October 2018.
    const QTimeZone berlin("Europe/Berlin");
    const Timeline timeline
        = timelineOf(Granularity::Day, midnight(2017, 10, 1, berlin), midnight(2018, 11, 15, berlin), berlin);
    const TimeSpan days{midnight(2018, 10, 28, berlin), midnight(2018, 10, 30, berlin)};
    const auto compared = comparedBuckets(timeline, days, Earlier::YearBefore, berlin);
    QVERIFY(compared);
    QCOMPARE(timeline.starts.at(compared->earlierOf(compared->first)), midnight(2017, 10, 28, berlin));
    QCOMPARE(compared->last - compared->first, 1);
}

void tst_timelinefigures::comparesHoursWithTheSameHours()
{
    constexpr Instant hour = 3'600'000;
    const Timeline timeline = timelineOf(Granularity::Hour, midnight(2017, 1, 1), midnight(2018, 6, 1));
    const TimeSpan afternoon{midnight(2018, 3, 5) + 14 * hour, midnight(2018, 3, 5) + 18 * hour};
    const auto compared = comparedBuckets(timeline, afternoon, Earlier::YearBefore, QTimeZone::utc());
    QVERIFY(compared);
    QCOMPARE(timeline.starts.at(compared->earlierOf(compared->first)), midnight(2017, 3, 5) + 14 * hour);
}

/// The first story is of March 2017, the last of December 2018.
void tst_timelinefigures::comparesWhatTheTimelineHasOfASpan()
{
    const Timeline timeline = timelineOf(Granularity::Month, midnight(2017, 3, 1), midnight(2018, 12, 31));
    const auto compared = [&](const TimeSpan &span, Earlier earlier) {
        return comparedBuckets(timeline, span, earlier, QTimeZone::utc());
    };
    const TimeSpan fromEarlierOn{midnight(2016, 6, 1), midnight(2018, 6, 1)};
    QCOMPARE(compared(fromEarlierOn, Earlier::YearBefore), (ComparedBuckets{0, 14, 12}));
    const TimeSpan untilThen{std::nullopt, midnight(2018, 6, 1)};
    QCOMPARE(compared(untilThen, Earlier::YearBefore), (ComparedBuckets{0, 14, 12}));
    QVERIFY(!compared(untilThen, Earlier::Before));
    // January and February of 2017 had none.
    const TimeSpan ofAYear{midnight(2018, 1, 1), midnight(2019, 1, 1)};
    QCOMPARE(compared(ofAYear, Earlier::YearBefore), (ComparedBuckets{10, 21, 12}));
    const TimeSpan outOfSight{midnight(2016, 1, 1), midnight(2016, 6, 1)};
    QVERIFY(!compared(outOfSight, Earlier::YearBefore));
    QVERIFY(!compared(outOfSight, Earlier::Before));
}

void tst_timelinefigures::hasNothingToCompareWith()
{
    const Timeline timeline = timelineOf(Granularity::Day, midnight(2017, 10, 1), midnight(2017, 11, 1));
    const TimeSpan first{midnight(2017, 10, 1), midnight(2017, 10, 3)};
    const TimeSpan week{midnight(2017, 10, 15), midnight(2017, 10, 22)};
    QVERIFY(!comparedBuckets(timeline, first, Earlier::Before, QTimeZone::utc()));
    QVERIFY(!comparedBuckets(timeline, week, Earlier::YearBefore, QTimeZone::utc()));
    QVERIFY(!comparedBuckets(timeline, week, Earlier::None, QTimeZone::utc()));
    QVERIFY(!comparedBuckets(timeline, {}, Earlier::Before, QTimeZone::utc()));
    QVERIFY(!comparedBuckets({}, week, Earlier::Before, QTimeZone::utc()));
}

void tst_timelinefigures::sumsWhatIsThere()
{
    QCOMPARE(sumOf({1, 2, 4}, 0, 2), 7);
    QCOMPARE(sumOf({1, 2, 4}, -5, 1), 3);
    QCOMPARE(sumOf({1, 2, 4}, 2, 9), 4);
    QCOMPARE(sumOf({1, 2, 4}, -5, -1), 0);
}

void tst_timelinefigures::derivesFiguresOfAllAndOfEachPart()
{
    Timeline timeline = timelineOf(Granularity::Day, midnight(2017, 10, 1), midnight(2017, 10, 6));
    timeline.counts = {3, 6, 9, 0, 0};
    timeline.series = {{u"work"_s, {0, 3, 6, 0, 0}}};
    QVERIFY(derivedFigures(timeline, {}).isEmpty());

    using Kind = DerivedFigures::Kind;
    const Derivation derivation{.averaged = 3,
                                .compares = true,
                                .compared = ComparedBuckets{1, 2, 2},
                                .bursts = QVector<Burst>{{1, 2, 4}, {4, 4, 2}}};
    const std::optional<double> none;
    const QVector<DerivedFigures> expected{
        {Kind::Mean, -1, {4.5, 6.0, 5.0, 3.0, 0.0}},    {Kind::Earlier, -1, {none, none, 3.0, none, none}},
        {Kind::Mean, 0, {1.5, 3.0, 3.0, 2.0, 0.0}},     {Kind::Earlier, 0, {none, none, 0.0, none, none}},
        {Kind::Burst, -1, {none, 1.0, 1.0, none, 2.0}},
    };
    QCOMPARE(derivedFigures(timeline, derivation), expected);
}

void tst_timelinefigures::namesTheEventsOfEachBucket()
{
    // In Berlin 29 October 2017 began two hours before it did in Greenwich, and had 25 hours.
    const QTimeZone berlin("Europe/Berlin");
    const Timeline timeline
        = timelineOf(Granularity::Day, midnight(2017, 10, 28, berlin), midnight(2017, 10, 31, berlin), berlin);
    const auto on = [](int day, const QString &label) { return DatedEvent{QDate(2017, 10, day), label, {}}; };
    const Derivation derivation{.events = {on(29, u"A march"_s), on(27, u"Before"_s), on(29, u"A law"_s),
                                           on(30, u"A vote"_s), on(31, u"After"_s)},
                                .zone = berlin};
    const QVector<DerivedFigures> figures = derivedFigures(timeline, derivation);
    QCOMPARE(figures.size(), 1);
    QCOMPARE(figures.first().kind, DerivedFigures::Kind::Events);
    QCOMPARE(figures.first().words, (QStringList{{}, u"A march; A law"_s, u"A vote"_s}));
    QVERIFY(derivedFigures({}, derivation).isEmpty());
    QVERIFY(
        derivedFigures(timeline, {.events = {on(27, u"Before"_s), on(31, u"After"_s)}, .zone = berlin}).isEmpty());
    QVERIFY(derivedFigures(timeline, {}).isEmpty());
}

void tst_timelinefigures::severalChosenPartsAreComparedAlone()
{
    Timeline timeline;
    timeline.series = {{u"workplace"_s, {5}}, {u"groping"_s, {4}}, {u"ogling"_s, {3}}, {u"education"_s, {1}}};
    const auto parts = [&](const QVector<FacetTerm> &terms, std::optional<Facet> split) {
        Filter filter;
        filter.facets = terms;
        QStringList keys;
        const Timeline shown = withChosenParts(timeline, filter, split);
        for (const TimelineSeries &part : shown.series)
            keys.append(part.key);
        return keys.join(u' ');
    };
    const QString all = u"workplace groping ogling education"_s;
    const FacetTerm two{Facet::Theme, {}, {u"education"_s, u"workplace"_s}};
    QCOMPARE(parts({two}, Facet::Theme), u"workplace education"_s);
    QCOMPARE(parts({two, {Facet::Theme, {}, {u"ogling"_s, u"effects"_s}}}, Facet::Theme),
             u"workplace ogling education"_s);
    // What is asked for beside them is compared, too; where none of them is there, it is split by something else.
    QCOMPARE(parts({two, {Facet::Theme, {}, {u"ogling"_s}}}, Facet::Theme), u"workplace ogling education"_s);
    QCOMPARE(parts({{Facet::Theme, {}, {u"a"_s, u"b"_s}}}, Facet::Theme), all);
    QCOMPARE(parts({two}, Facet::Voice), all);
    QCOMPARE(parts({two}, {}), all);
    QCOMPARE(parts({}, Facet::Theme), all);
    // One alone: what it comes with is of interest. Excluded ones are gone anyway.
    QCOMPARE(parts({{Facet::Theme, {}, {u"workplace"_s}}}, Facet::Theme), all);
    QCOMPARE(parts({{Facet::Theme, {}, {u"solidarity"_s, u"effects"_s}, true}}, Facet::Theme), all);
}

QTEST_APPLESS_MAIN(tst_timelinefigures)
#include "tst_timelinefigures.moc"
