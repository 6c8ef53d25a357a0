#include "model/ReadingSample.h"

#include <QDateTime>
#include <QTest>

#include <map>
#include <numeric>
#include <set>

using namespace tidemark;
using namespace Qt::StringLiterals;

namespace {

/// 600 stories: 300 in October 2017, 200 in November, 90 in December, 10 undated; every third on Mastodon; the
/// first theme on every second, the second one on every fourth of those.
Selection sixHundred()
{
    const auto month
        = [](int number) { return QDateTime(QDate(2017, number, 2), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch(); };
    QVector<IndexedStory> stories;
    for (int i = 0; i < 600; ++i) {
        IndexedStory story;
        story.id = StoryId{i + 1};
        if (i < 590)
            story.postedAt = (i < 300 ? month(10) : i < 500 ? month(11) : month(12)) + i;
        story.platform = i % 3 == 0 ? Platform::Mastodon : Platform::Twitter;
        if (i % 2 == 0)
            story.themes.insert(0);
        if (i % 8 == 0)
            story.themes.insert(1);
        story.read = i % 2 == 0;
        story.codedByHand = i == 8;
        stories.append(story);
    }
    const auto index
        = std::make_shared<const StoryIndex>(stories, QVector<IndexedRepost>(), IndexNames{{u"a"_s, u"b"_s}, {}});
    IndexQuestion question;
    question.facets = {Facet::Theme, Facet::Platform};
    IndexAnswer answer = index->answer(question);
    Selection selection(index, {}, std::move(answer.stories));
    selection.facets = answer.facets;
    return selection;
}

std::map<QString, int> counted(const Selection &from, const QVector<StoryId> &sample,
                               const std::function<QString(const IndexedStory &)> &stratum)
{
    std::map<QString, int> counts;
    for (const StoryId id : sample)
        ++counts[stratum(from.index().story(*from.index().ordinalOf(id)))];
    return counts;
}

} // namespace

class tst_readingsample : public QObject
{
    Q_OBJECT

private slots:
    void sharesAreInProportion_data();
    void sharesAreInProportion();
    void theSameSeedDrawsTheSame();
    void everyStoryHasTheSameChance();
    void drawsByMonth();
    void drawsByThemeEachStoryOnce();
    void drawsByPlatform();
    void givesAllWhereThereAreNoMore();
    void saysHowFarReadingHasCome();
};

void tst_readingsample::sharesAreInProportion_data()
{
    QTest::addColumn<QVector<qint64>>("sizes");
    QTest::addColumn<qint64>("wanted");
    QTest::addColumn<QVector<qint64>>("shares");
    QTest::newRow("exactly") << QVector<qint64>{301, 201, 101} << qint64(9) << QVector<qint64>{4, 3, 2};
    QTest::newRow("one at least") << QVector<qint64>{1'000'000, 1, 0, 1} << qint64(10)
                                  << QVector<qint64>{8, 1, 0, 1};
    QTest::newRow("too few for each") << QVector<qint64>{50, 30, 20} << qint64(2) << QVector<qint64>{1, 1, 0};
    QTest::newRow("all") << QVector<qint64>{3, 4} << qint64(9) << QVector<qint64>{3, 4};
    QTest::newRow("none") << QVector<qint64>{3, 4} << qint64(0) << QVector<qint64>{0, 0};
    QTest::newRow("nothing there") << QVector<qint64>{0, 0} << qint64(5) << QVector<qint64>{0, 0};
}

void tst_readingsample::sharesAreInProportion()
{
    QFETCH(QVector<qint64>, sizes);
    QFETCH(qint64, wanted);
    QFETCH(QVector<qint64>, shares);
    QCOMPARE(sharesOf(sizes, wanted), shares);
}

void tst_readingsample::theSameSeedDrawsTheSame()
{
    const Selection from = sixHundred();
    const SampleQuestion question{Strata::Month, 50, 42};
    const QVector<StoryId> sample = readingSample(from, question, QTimeZone::utc());
    QCOMPARE(sample.size(), 50);
    QVERIFY(std::ranges::is_sorted(sample, std::less_equal<>())
            && std::set(sample.begin(), sample.end()).size() == 50);
    QCOMPARE(readingSample(from, question, QTimeZone::utc()), sample);
    QVERIFY(readingSample(from, {Strata::Month, 50, 43}, QTimeZone::utc()) != sample);
}

void tst_readingsample::everyStoryHasTheSameChance()
{
    // 6 of 600 a thousand times: each is expected 10 times; that one of 600 is drawn more than 30 times has a
    // chance below one in ten thousand, and the seeds are fixed.
    const Selection from = sixHundred();
    std::map<StoryId, int> drawn;
    for (quint32 seed = 0; seed < 1000; ++seed) {
        for (const StoryId id : readingSample(from, {Strata::None, 6, seed}, QTimeZone::utc()))
            ++drawn[id];
    }
    QVERIFY(drawn.size() > 595);
    for (const auto &[id, times] : drawn)
        QVERIFY(times <= 30);
}

void tst_readingsample::drawsByMonth()
{
    const Selection from = sixHundred();
    const auto counts = counted(
        from, readingSample(from, {Strata::Month, 64, 7}, QTimeZone::utc()), [](const IndexedStory &story) {
            return story.postedAt ? QDateTime::fromMSecsSinceEpoch(*story.postedAt, Qt::UTC).toString(u"yyyy-MM"_s)
                                  : u"undated"_s;
        });
    // 60 in proportion to 299, 199, 89 and 9 of 596, and one from each besides.
    QCOMPARE(
        counts,
        (std::map<QString, int>{{u"2017-10"_s, 31}, {u"2017-11"_s, 21}, {u"2017-12"_s, 10}, {u"undated"_s, 2}}));
}

void tst_readingsample::drawsByThemeEachStoryOnce()
{
    const Selection from = sixHundred();
    const QVector<StoryId> sample = readingSample(from, {Strata::Theme, 60, 7}, QTimeZone::utc());
    QCOMPARE(std::set(sample.begin(), sample.end()).size(), size_t(60));
    const auto counts = counted(from, sample, [](const IndexedStory &story) {
        return story.themes.contains(0) ? u"a"_s : story.themes.contains(1) ? u"b"_s : u"none"_s;
    });
    QCOMPARE(counts, (std::map<QString, int>{{u"a"_s, 30}, {u"none"_s, 30}}));
}

void tst_readingsample::drawsByPlatform()
{
    const Selection from = sixHundred();
    const auto counts = counted(from, readingSample(from, {Strata::Platform, 62, 7}, QTimeZone::utc()),
                                [](const IndexedStory &story) { return platformKey(story.platform); });
    // 60 in proportion to 399 and 199 of 598, and one from each besides.
    QCOMPARE(counts, (std::map<QString, int>{{u"mastodon"_s, 21}, {u"twitter"_s, 41}}));
}

void tst_readingsample::givesAllWhereThereAreNoMore()
{
    const Selection from = sixHundred();
    QCOMPARE(readingSample(from, {Strata::Month, 1000, 7}, QTimeZone::utc()).size(), 600);
    QVERIFY(readingSample(Selection(), {Strata::Month, 10, 7}, QTimeZone::utc()).isEmpty());
}

void tst_readingsample::saysHowFarReadingHasCome()
{
    QCOMPARE(progressOf(sixHundred()), (SampleProgress{300, 1}));
    QCOMPARE(progressOf(Selection()), SampleProgress());
}

QTEST_APPLESS_MAIN(tst_readingsample)
#include "tst_readingsample.moc"
