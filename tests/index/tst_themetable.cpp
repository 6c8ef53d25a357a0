#include "PlainStories.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

constexpr Instant october = 1'508'025'600'000; // 2017-10-15
constexpr qint64 day = 86'400'000;
constexpr int stories = 140'000; // more than one block of the index

/// Invented stories; the last theme is nobody's.
PlainStories inventedStories()
{
    PlainStories plain;
    plain.names.themes = {u"work"_s, u"school"_s, u"street"_s, u"nobody"_s};
    QRandomGenerator random(11);
    for (int id = 1; id <= stories; ++id) {
        IndexedStory story;
        story.id = StoryId{id};
        if (random.bounded(20) != 0)
            story.postedAt = october + random.bounded(400) * day;
        story.platform = allPlatforms[random.bounded(3)];
        story.voice = allVoices[random.bounded(4)];
        for (int theme = 0; theme < 3; ++theme) {
            if (random.bounded(4) == 0)
                story.themes.insert(theme);
        }
        story.language = id % 9000 == 0 ? u"fr"_s : QStringList{u""_s, u"en"_s, u"es"_s}.at(random.bounded(3));
        plain.stories.emplace(story.id, story);
    }
    return plain;
}

} // namespace

/// Tables of themes beside a loop over all stories.
class TestThemeTable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void countsLikeALoop_data();
    void countsLikeALoop();
    void countsMonthsWhereTheyBegin();
    void countsALongTimeByYears();
    void namesColumns_data();
    void namesColumns();
    void hasNoColumnsOfNothing();

private:
    [[nodiscard]] Bitset everySecond() const
    {
        Bitset chosen(m_index->size());
        for (qint64 ordinal = 0; ordinal < m_index->size(); ordinal += 2)
            chosen.insert(ordinal);
        return chosen;
    }

    PlainStories m_plain;
    std::unique_ptr<StoryIndex> m_index;
};

void TestThemeTable::initTestCase()
{
    m_plain = inventedStories();
    m_index = std::make_unique<StoryIndex>(m_plain.ordered(), QVector<IndexedRepost>(), m_plain.names);
}

void TestThemeTable::countsLikeALoop_data()
{
    QTest::addColumn<TableBy>("by");
    for (const TableBy by : {TableBy::Theme, TableBy::Voice, TableBy::Platform, TableBy::Language, TableBy::Month})
        QTest::newRow(qPrintable(tableByKey(by))) << by;
}

void TestThemeTable::countsLikeALoop()
{
    QFETCH(const TableBy, by);
    const Bitset chosen = everySecond();
    QMap<QString, qint64> rows;
    QMap<QString, qint64> columns;
    QMap<std::pair<QString, QString>, qint64> cells;
    const QVector<IndexedStory> ordered = m_plain.ordered();
    for (qsizetype i = 0; i < ordered.size(); i += 2) {
        const IndexedStory &story = ordered.at(i);
        QStringList values;
        if (const auto facet = facetOf(by))
            values = m_plain.valuesOf(*facet, story);
        else if (story.postedAt)
            values = {QDateTime::fromMSecsSinceEpoch(*story.postedAt, Qt::UTC).toString(u"yyyy-MM"_s)};
        for (const QString &value : std::as_const(values))
            ++columns[value];
        const QStringList themes = m_plain.valuesOf(Facet::Theme, story);
        for (const QString &theme : themes) {
            ++rows[theme];
            for (const QString &value : std::as_const(values))
                ++cells[{theme, value}];
        }
    }

    const ThemeTable table = m_index->themeTable({.by = by}, chosen);
    QCOMPARE(table.stories, chosen.count());
    QCOMPARE(table.rows.size(), 5);
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        QCOMPARE(table.rows.at(row).stories, rows.value(table.rows.at(row).theme));
        for (const ThemeTable::Column &column : table.columns)
            QCOMPARE(column.counts.at(row), cells.value({table.rows.at(row).theme, column.key}));
    }
    QStringList keys;
    for (const ThemeTable::Column &column : table.columns) {
        QCOMPARE(column.stories, columns.value(column.key));
        keys.append(column.key);
    }
    for (auto it = columns.cbegin(); it != columns.cend(); ++it)
        QVERIFY2(keys.contains(it.key()), qPrintable(it.key()));
}

void TestThemeTable::countsMonthsWhereTheyBegin()
{
    // Midnight of the first of November in Berlin is still October in UTC.
    const Instant midnight = QDateTime(QDate(2017, 10, 31), QTime(23, 0), Qt::UTC).toMSecsSinceEpoch();
    IndexedStory before;
    before.id = StoryId{1};
    before.postedAt = midnight - 1;
    IndexedStory after = before;
    after.id = StoryId{2};
    after.postedAt = midnight;
    const StoryIndex index({before, after}, {}, {});
    const ThemeTable berlin
        = index.themeTable({.by = TableBy::Month, .zone = QTimeZone("Europe/Berlin")}, Bitset(2, true));
    QCOMPARE(berlin.columns.size(), 2);
    QCOMPARE(berlin.columns.at(0).key, u"2017-10"_s);
    QCOMPARE(berlin.columns.at(1).key, u"2017-11"_s);
    QCOMPARE(berlin.columns.at(1).span.from, std::optional(midnight));
    QCOMPARE(index.themeTable({.by = TableBy::Month}, Bitset(2, true)).columns.size(), 1);
}

void TestThemeTable::countsALongTimeByYears()
{
    const ThemeTable table = m_index->themeTable({.by = TableBy::Month, .mostMonths = 3}, everySecond());
    QCOMPARE(table.columns.size(), 2);
    QCOMPARE(table.columns.at(0).key, u"2017"_s);
    QCOMPARE(table.columns.at(1).key, u"2018"_s);
}

void TestThemeTable::namesColumns_data()
{
    QTest::addColumn<TableBy>("by");
    QTest::addColumn<QStringList>("keys");
    QTest::newRow("themes in their order")
        << TableBy::Theme << QStringList{u"work"_s, u"school"_s, u"street"_s, u"nobody"_s, u"none"_s};
    QTest::newRow("only what the set has") << TableBy::Language << QStringList{u"fr"_s};
}

void TestThemeTable::namesColumns()
{
    QFETCH(const TableBy, by);
    QFETCH(const QStringList, keys);
    Filter french;
    french.facets.append({.facet = Facet::Language, .attribute = {}, .values = {u"fr"_s}, .excluded = false});
    QStringList found;
    const ThemeTable table = m_index->themeTable({.by = by}, m_index->select(french, {}));
    for (const ThemeTable::Column &column : table.columns)
        found.append(column.key);
    QCOMPARE(found, keys);
}

void TestThemeTable::hasNoColumnsOfNothing()
{
    for (const TableBy by : {TableBy::Voice, TableBy::Month}) {
        const ThemeTable table = m_index->themeTable({.by = by}, Bitset(m_index->size()));
        QCOMPARE(table.stories, 0);
        QVERIFY(table.columns.isEmpty());
        QCOMPARE(table.rows.size(), 5);
    }
}

QTEST_APPLESS_MAIN(TestThemeTable)
#include "tst_themetable.moc"
