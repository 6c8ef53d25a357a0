#include "store/FullTextSegments.h"

#include <QTest>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// A table of FTS5's in memory.
class Table
{
public:
    Table()
    {
        sqlite3_open(":memory:", &m_database);
        run("CREATE VIRTUAL TABLE words USING fts5 (a, b, content = '', columnsize = 0)");
    }
    ~Table() { sqlite3_close(m_database); }
    Q_DISABLE_COPY_MOVE(Table)

    void run(const QByteArray &sql)
    {
        QCOMPARE(sqlite3_exec(m_database, sql.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
    }

    /// Each in a segment of its own.
    void add(int row)
    {
        run("INSERT INTO words (rowid, a, b) VALUES (" + QByteArray::number(row) + ", 'one two', 'x')");
    }

    QByteArray record(int number)
    {
        QByteArray block;
        const auto take = [](void *into, int, char **values, char **) {
            *static_cast<QByteArray *>(into) = QByteArray::fromHex(values[0]);
            return 0;
        };
        const QByteArray sql = "SELECT hex(block) FROM words_data WHERE id = " + QByteArray::number(number);
        sqlite3_exec(m_database, sql.constData(), take, &block, nullptr);
        return block;
    }

private:
    sqlite3 *m_database = nullptr;
};

} // namespace

class tst_fulltextsegments : public QObject
{
    Q_OBJECT

private slots:
    void whatFts5WroteIsReadAndWrittenAlike_data();
    void whatFts5WroteIsReadAndWrittenAlike();
    void largeNumbersAreWrittenAsSqliteReadsThem_data();
    void largeNumbersAreWrittenAsSqliteReadsThem();
    void othersComeBehindAsTheNewest();
    void countsAreAddedUp();
    void damageIsSeen_data();
    void damageIsSeen();
};

void tst_fulltextsegments::whatFts5WroteIsReadAndWrittenAlike_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<size_t>("segments");
    QTest::newRow("none") << 0 << size_t(0);
    QTest::newRow("one") << 1 << size_t(1);
    QTest::newRow("some, unmerged") << 3 << size_t(3);
    QTest::newRow("many, on several levels") << 200 << size_t(0);
}

void tst_fulltextsegments::whatFts5WroteIsReadAndWrittenAlike()
{
    QFETCH(int, rows);
    QFETCH(size_t, segments);
    Table table;
    for (int row = 1; row <= rows; ++row)
        table.add(row);
    const QByteArray record = table.record(FullTextSegments::record);
    const auto read = FullTextSegments::fromBytes(record);
    QVERIFY(read);
    if (rows < 100)
        QCOMPARE(read->count(), segments);
    else
        QVERIFY(read->levels.size() > 1);
    QCOMPARE(read->toBytes(), record);
}

void tst_fulltextsegments::largeNumbersAreWrittenAsSqliteReadsThem_data()
{
    QTest::addColumn<quint64>("number");
    QTest::addColumn<QByteArray>("bytes"); // by SQLite's documentation of the file format
    QTest::newRow("0") << quint64(0) << QByteArray("00");
    QTest::newRow("one byte") << quint64(127) << QByteArray("7f");
    QTest::newRow("two bytes") << quint64(128) << QByteArray("8100");
    QTest::newRow("two full bytes") << quint64(16383) << QByteArray("ff7f");
    QTest::newRow("eight full bytes") << (quint64(1) << 56) - 1 << QByteArray("ffffffffffffff7f");
    QTest::newRow("nine bytes") << (quint64(1) << 56) << QByteArray("80c080808080808000");
    QTest::newRow("the largest") << ~quint64(0) << QByteArray("ffffffffffffffffff");
}

void tst_fulltextsegments::largeNumbersAreWrittenAsSqliteReadsThem()
{
    QFETCH(quint64, number);
    QFETCH(QByteArray, bytes);
    FullTextSegments segments;
    segments.cookie = QByteArray(4, '\0');
    segments.written = number;
    QCOMPARE(segments.toBytes().toHex(), "000000000000" + bytes);
    const auto read = FullTextSegments::fromBytes(segments.toBytes());
    QVERIFY(read);
    QCOMPARE(read->written, number);
}

void tst_fulltextsegments::othersComeBehindAsTheNewest()
{
    FullTextSegments there{"abcd", 5, {{1, {{3, 1, 9}, {7, 1, 2}}}, {0, {{1, 1, 100}}}}};
    const FullTextSegments others{"efgh", 2, {{0, {{2, 1, 4}}}, {0, {{1, 1, 6}}}}};
    there.append(others);
    QCOMPARE(there.cookie, QByteArray("abcd"));
    QCOMPARE(there.written, quint64(7));
    QCOMPARE(there.count(), size_t(5));
    QCOMPARE(there.levels.size(), size_t(2));
    QCOMPARE(there.levels[0].beingMerged, quint64(1));
    QList<quint64> numbers;
    for (const auto &segment : there.levels[0].segments)
        numbers.append(segment.number);
    QCOMPARE(numbers, QList<quint64>({3, 7, 8, 9})); // 1 of the others is older than their 2
    QCOMPARE(there.levels[0].segments.back().lastPage, quint64(4));

    FullTextSegments empty{"abcd", 0, {}};
    empty.append(others);
    QCOMPARE(empty.lastNumber(), quint64(2));
}

void tst_fulltextsegments::countsAreAddedUp()
{
    Table one;
    Table other;
    Table both;
    const QByteArray nothing = one.record(fullTextCountsRecord);
    QCOMPARE(addedFullTextCounts(nothing, nothing), std::optional(QByteArray()));
    for (int row = 1; row <= 300; ++row) {
        (row % 3 == 0 ? one : other).add(row);
        both.add(row);
    }
    const QByteArray sum = both.record(fullTextCountsRecord);
    QCOMPARE(addedFullTextCounts(one.record(fullTextCountsRecord), other.record(fullTextCountsRecord)),
             std::optional(sum));
    QCOMPARE(addedFullTextCounts(nothing, sum), std::optional(sum));
    QCOMPARE(addedFullTextCounts(sum, QByteArray("\x01")), std::nullopt);
}

void tst_fulltextsegments::damageIsSeen_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a cookie alone") << QByteArray("00000000");
    QTest::newRow("fewer segments than said") << QByteArray("00000000"
                                                            "010201"
                                                            "0001"
                                                            "010101");
    QTest::newRow("cut off") << QByteArray("00000000"
                                           "010101"
                                           "0001"
                                           "0101");
    QTest::newRow("more behind it") << QByteArray("00000000"
                                                  "010101"
                                                  "0001"
                                                  "010101"
                                                  "00");
    QTest::newRow("too many") << QByteArray("00000000"
                                            "9f7f9f7f01");
}

void tst_fulltextsegments::damageIsSeen()
{
    QFETCH(QByteArray, record);
    QVERIFY(!FullTextSegments::fromBytes(QByteArray::fromHex(record)));
}

QTEST_GUILESS_MAIN(tst_fulltextsegments)
#include "tst_fulltextsegments.moc"
