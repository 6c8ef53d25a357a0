#include "timeline/SeriesPaint.h"
#include "timeline/TimelineEvents.h"
#include "timeline/TimelinePaint.h"
#include "timeline/TimelinePicture.h"
#include "timeline/TimelineScene.h"
#include "timeline/TimelineWords.h"

#include <QDateTime>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

#include <cmath>

using namespace tidemark;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 86'400'000;

Instant october(int date)
{
    return QDateTime(QDate(2017, 10, date), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
}

/// October 2017 by day: 100 stories each, of which the first series has 60 and the second 50 (they overlap).
TimelineScene october2017(int series = 2)
{
    TimelineScene scene;
    for (int i = 1; i <= 31; ++i) {
        scene.timeline.starts.append(october(i));
        scene.timeline.counts.append(100);
        scene.timeline.whole.append(200);
    }
    scene.timeline.end = october(31) + day;
    for (int i = 0; i < series; ++i)
        scene.series.append({u"series %1"_s.arg(i), QVector<qint64>(31, 60 - 10 * i)});
    return scene;
}

TimelineScene laidOut(TimelineScene scene, const QSizeF &size = {470, 150})
{
    prepare(scene);
    layOut(scene, size, QFontMetricsF(QFont()));
    return scene;
}

TimelineQuestion splitBy(Facet facet)
{
    TimelineQuestion question;
    question.split = facet;
    return question;
}

TimelineQuestion inSteps(Granularity by)
{
    TimelineQuestion question;
    question.by = by;
    return question;
}

QString joined(const QStringList &notes)
{
    return notes.join(u'\n');
}

} // namespace

/// What a timeline's picture shows and where, and that it says what the picture alone doesn't.
class TimelineSceneTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void logarithmicScaleKeepsSmallCountsInSight();
    void scalesToWhatIsStacked();
    void showsManyPlotsInsideTheView_data();
    void showsManyPlotsInsideTheView();
    void findsThePlotUnderThePointer();
    void neverStacksLogarithmically();
    void saysThatThemesOverlap();
    void saysWhatWasTooFine();
    void saysWhatIsCompared();
    void saysTheMethodOfBursts();
    void marksEvents();
    void readsEventsAndBurstsOut();
    void everySeriesHasASecondSign();
    void picturesStandByThemselves();
};

void TimelineSceneTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void TimelineSceneTest::logarithmicScaleKeepsSmallCountsInSight()
{
    const CountScale scale(100'000, CountScale::Kind::Logarithmic);
    QCOMPARE(scale.top(), 100'000);
    QCOMPARE(scale.shareOf(0), 0.0);
    QVERIFY(std::abs(scale.shareOf(1) - std::log(2.0) / std::log(100'001.0)) < 1e-12);
    QCOMPARE(scale.shareOf(100'000), 1.0);
    QCOMPARE(scale.figures(), (QVector<qint64>{10, 1000, 100'000}));
    QCOMPARE(CountScale(700, CountScale::Kind::Logarithmic).figures(), (QVector<qint64>{1, 10, 100, 1000}));
    QCOMPARE(CountScale(0, CountScale::Kind::Logarithmic).top(), 10);
}

void TimelineSceneTest::scalesToWhatIsStacked()
{
    TimelineScene scene = october2017();
    QCOMPARE(laidOut(scene).geometry().scale().top(), CountScale(110).top()); // 60 + 50 lie on one another
    scene.look.shape = TimelineLook::Shape::Lines;
    QCOMPARE(laidOut(scene).geometry().scale().top(), CountScale(100).top());
    scene.look.places = TimelineLook::Places::SideBySide;
    QCOMPARE(laidOut(scene).geometry().scale().top(), CountScale(60).top());
}

void TimelineSceneTest::showsManyPlotsInsideTheView_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("usual") << QSizeF(470, 150);
    QTest::newRow("smallest") << QSizeF(160, 72);
    QTest::newRow("high") << QSizeF(300, 900);
    QTest::newRow("wide") << QSizeF(2000, 120);
}

void TimelineSceneTest::showsManyPlotsInsideTheView()
{
    QFETCH(QSizeF, size);
    TimelineScene scene = october2017(8);
    scene.look.places = TimelineLook::Places::SideBySide;
    scene = laidOut(scene, size);
    QCOMPARE(scene.panes.size(), 8);
    for (int i = 0; i < 8; ++i) {
        const QRectF plot = scene.panes.at(i).geometry.plot();
        QCOMPARE(scene.panes.at(i).series, i);
        QVERIFY(QRectF(QPointF(0, 0), size).contains(plot));
        QCOMPARE(plot.size(), scene.geometry().plot().size());
        for (int other = 0; other < i; ++other)
            QVERIFY(!plot.intersects(scene.panes.at(other).geometry.plot()));
    }
}

void TimelineSceneTest::findsThePlotUnderThePointer()
{
    TimelineScene scene = october2017(4);
    scene.look.places = TimelineLook::Places::SideBySide;
    scene = laidOut(scene);
    for (const TimelinePane &pane : std::as_const(scene.panes)) {
        const QPointF place = pane.geometry.plot().center();
        QCOMPARE(scene.paneAt(place).series, pane.series);
        QCOMPARE(pane.geometry.bucketAt(place.x()), 15);
    }
}

void TimelineSceneTest::neverStacksLogarithmically()
{
    TimelineScene scene = october2017();
    scene.look.scale = CountScale::Kind::Logarithmic;
    QVERIFY(scene.showsLines());
    QVERIFY(joined(timelineNotes(laidOut(scene), {})).contains(u"stacked bars don't add up"_s));
    scene.look.places = TimelineLook::Places::SideBySide;
    QVERIFY(!scene.showsLines());
    scene = october2017(0);
    scene.look.scale = CountScale::Kind::Logarithmic;
    QVERIFY(!scene.showsLines());
}

void TimelineSceneTest::saysThatThemesOverlap()
{
    const auto overlaps = u"A story with several themes counts once for each of them."_s;
    QVERIFY(timelineNotes(laidOut(october2017()), splitBy(Facet::Theme)).contains(overlaps));
    QVERIFY(!timelineNotes(laidOut(october2017()), splitBy(Facet::Voice)).contains(overlaps));
    QVERIFY(timelineNotes(laidOut(october2017(0)), {}).isEmpty());
}

void TimelineSceneTest::saysWhatWasTooFine()
{
    const QStringList notes = timelineNotes(laidOut(october2017(0)), inSteps(Granularity::Minute));
    QCOMPARE(notes.size(), 1);
    QVERIFY(notes.constFirst().contains(u"minutes, so days are shown"_s));
    QVERIFY(timelineNotes(laidOut(october2017(0)), inSteps(Granularity::Day)).isEmpty());
}

void TimelineSceneTest::saysWhatIsCompared()
{
    TimelineScene scene = october2017(0);
    scene.look.earlier = Earlier::Before;
    QVERIFY(timelineHint(laidOut(scene)).startsWith(u"Select a span"_s));
    QVERIFY(timelineNotes(laidOut(scene), {}).isEmpty()); // pictures are no place for it
    scene.timeline.counts[9] = 50;
    scene.selected = {october(10), october(12)};
    QCOMPARE(joined(timelineNotes(laidOut(scene), {})),
             u"10 Oct 2017 to 11 Oct 2017: 150 (-25 %). Dashed: 8 Oct 2017 to 9 Oct 2017: 200."_s);
    scene.selected = {october(1), october(3)};
    QVERIFY(joined(timelineNotes(laidOut(scene), {})).contains(u"nothing as early"_s));
    scene.selected = {october(10), october(12)};
    scene.timeline.counting = Counting::Accounts;
    QVERIFY(joined(timelineNotes(laidOut(scene), {})).contains(u"don't add up"_s));
}

void TimelineSceneTest::saysTheMethodOfBursts()
{
    TimelineScene scene = october2017(0);
    scene.look.burstRatio = 2;
    QVERIFY(joined(timelineNotes(laidOut(scene), {})).startsWith(u"No bursts, after Kleinberg's"_s));
    scene.timeline.counts[15] = 1000;
    scene = laidOut(scene);
    QCOMPARE(scene.bursts.size(), 1);
    QVERIFY(joined(timelineNotes(scene, {})).contains(u"2 times the mean rate, price of a change 1"_s));
}

void TimelineSceneTest::marksEvents()
{
    const TimelineScene scene = laidOut(october2017(0));
    const TimelineGeometry &geometry = scene.geometry();
    const QVector<DatedEvent> events{{QDate(2017, 9, 30), u"before"_s, {}},
                                     {QDate(2017, 10, 15), u"first"_s, {}},
                                     {QDate(2017, 10, 16), u"close behind"_s, {}},
                                     {QDate(2017, 11, 1), u"behind"_s, {}}};
    const QVector<EventMark> marks = eventMarks(geometry, events, QTimeZone::utc(), 40);
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks.at(0).label, u"first"_s);
    QCOMPARE(marks.at(0).x, geometry.xOf(october(15)));
    QCOMPARE(marks.at(0).room, 0.0); // a day is narrower than a word
    QCOMPARE(marks.at(1).room, geometry.plot().right() - geometry.xOf(october(16)));
    QCOMPARE(eventsIn(geometry, 15, events, QTimeZone::utc()), QStringList{u"close behind"_s});
    // Midnight in Tokyo is an afternoon before in UTC.
    QCOMPARE(eventsIn(geometry, 14, events, QTimeZone("Asia/Tokyo")), QStringList{u"close behind"_s});
}

void TimelineSceneTest::readsEventsAndBurstsOut()
{
    TimelineScene scene = october2017(0);
    scene.timeline.counts[14] = 1000;
    scene.timeline.whole[14] = 1000;
    scene.events = {{QDate(2017, 10, 15), u"The <b>call</b>"_s, {}}};
    scene.look.burstRatio = 2;
    scene = laidOut(scene);
    QCOMPARE(bucketSentence(scene, 14),
             u"15 Oct 2017: 1000 stories \u00b7 The <b>call</b> \u00b7 burst, 15 Oct 2017"_s);
    scene.look.events = false;
    QVERIFY(!bucketSentence(scene, 14).contains(u"call"_s));
}

void TimelineSceneTest::everySeriesHasASecondSign()
{
    // In shades of grey, where colours say nothing, no two areas and no two lines are alike.
    QSet<QByteArray> areas;
    QSet<QByteArray> lines;
    Colours grey = colours(Scheme::Light);
    grey.series.fill(QColor(0x55, 0x55, 0x55));
    for (int i = 0; i < 8; ++i) {
        QImage area(24, 24, QImage::Format_RGB32);
        area.fill(Qt::white);
        QPainter painter(&area);
        fillSeries(painter, area.rect(), i, grey);
        painter.end();
        areas.insert(QByteArray(reinterpret_cast<const char *>(area.constBits()), area.sizeInBytes()));
        QImage line(120, 4, QImage::Format_RGB32);
        line.fill(Qt::white);
        painter.begin(&line);
        painter.setPen(penOfSeries(i, grey));
        painter.drawLine(0, 2, 120, 2);
        painter.end();
        lines.insert(QByteArray(reinterpret_cast<const char *>(line.constBits()), line.sizeInBytes()));
    }
    QCOMPARE(areas.size(), 8);
    QCOMPARE(lines.size(), 8);
}

void TimelineSceneTest::picturesStandByThemselves()
{
    const TimelinePicture picture(laidOut(october2017()), u"100 stories: theme: <Work>"_s, {u"A note."_s}, QFont(),
                                  {600, 200});
    const QImage png = QImage::fromData(picture.png(), "PNG");
    QCOMPARE(png.size(), (picture.size() * 2).toSize());
    QCOMPARE(png.pixelColor(0, 0), QColor(Qt::white));
    const QByteArray svg = picture.svg();
    QVERIFY(svg.contains("&lt;Work&gt;"));
    QVERIFY(svg.contains("A note."));
    QVERIFY(!svg.contains("<Work>"));
    QVERIFY(picture.pdf().startsWith("%PDF-"));
}

QTEST_MAIN(TimelineSceneTest)
#include "tst_timeline_scene.moc"
