#include "store/TemporaryCollection.h"

#include "store/Connection.h"

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

/// The index in the file: there as long as it is true, and no longer.
class tst_indexparts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void isReadBack();
    void isOnlyReadOfTheGenerationAskedFor();
    void anyChangeOfStoriesMakesItStale();
    void settingsLeaveItAlone();
    void isNotKeptForAnotherGeneration();
    void damageIsNoticed_data();
    void damageIsNoticed();
    void onlyChangedPartsAreWritten();
    void shrinksWithTheCollection();
    void forgettingTakesItOut();

private:
    void keep();
    std::optional<StoryIndex> kept();
    void change(const QByteArray &sql);
    QVector<qint64> checksums();

    std::unique_ptr<TemporaryCollection> m_collection;
    QVector<StoryId> m_ids;
};

void tst_indexparts::init()
{
    m_collection = std::make_unique<TemporaryCollection>();
    QVector<Story> stories;
    for (int i = 0; i < 20; ++i) {
        Story story;
        story.text = u"an invented text"_s;
        story.language = i % 2 == 0 ? u"en"_s : u"fr"_s;
        if (i % 5 != 0)
            story.postedAt = 1'508'025'600'000 + i / 3;
        stories.append(story);
    }
    m_ids = m_collection->add(stories);
}

void tst_indexparts::keep()
{
    const auto made = valueOf(m_collection->reader().makeIndex());
    QVERIFY(isWell(m_collection->writer().keepIndex(made.index, made.generation, Progress())));
}

std::optional<StoryIndex> tst_indexparts::kept()
{
    const auto found = valueOf(m_collection->reader().keptIndex());
    const bool isCurrent = found && found->generation == valueOf(m_collection->reader().generation());
    return isCurrent ? std::optional(found->index) : std::nullopt;
}

void tst_indexparts::change(const QByteArray &sql)
{
    const auto connection = valueOf(Connection::open(m_collection->path(), Connection::Access::Write));
    QVERIFY(isWell(connection->run(sql)));
}

QVector<qint64> tst_indexparts::checksums()
{
    const auto connection = valueOf(Connection::open(m_collection->path(), Connection::Access::Read));
    auto rows = valueOf(connection->select(u"SELECT checksum FROM index_part ORDER BY block, part"_s));
    QVector<qint64> found;
    while (rows.next())
        found.append(rows.value(0).toLongLong());
    return found;
}

void tst_indexparts::isReadBack()
{
    QVERIFY(!kept());
    keep();
    const auto index = kept();
    QVERIFY(index);
    QCOMPARE(index->size(), 20);
    QCOMPARE(index->datedCount(), 16);
    QCOMPARE(index->names().themes, valueOf(m_collection->reader().makeIndex()).index.names().themes);
    for (const StoryId id : m_ids) {
        const qint64 ordinal = index->ordinalOf(id).value_or(-1);
        QVERIFY(ordinal >= 0);
        QCOMPARE(index->story(ordinal).language, toNumber(id) % 2 == 1 ? u"en"_s : u"fr"_s);
    }
}

void tst_indexparts::isOnlyReadOfTheGenerationAskedFor()
{
    keep();
    const qint64 before = valueOf(m_collection->reader().generation());
    QVERIFY(valueOf(m_collection->reader().keptIndex(before)));
    const StoryId one[]{m_ids.at(3)};
    QVERIFY(m_collection->writer().setMark(one, StoryMark::Starred, true));
    const qint64 now = valueOf(m_collection->reader().generation());
    QVERIFY(!valueOf(m_collection->reader().keptIndex(now)));
    QCOMPARE(valueOf(m_collection->reader().keptIndex()).value().generation, before);
}

void tst_indexparts::anyChangeOfStoriesMakesItStale()
{
    const StoryId one[]{m_ids.at(3)};
    const auto stale = [this] {
        const bool isStale = !kept();
        keep();
        return isStale;
    };
    keep();
    QVERIFY(m_collection->writer().setMark(one, StoryMark::Starred, true));
    QVERIFY(stale());
    QVERIFY(m_collection->writer().setTheme(1, one, true));
    QVERIFY(stale());
    QVERIFY(m_collection->writer().setVoice(one, Voice::Support));
    QVERIFY(stale());
    QVERIFY(m_collection->writer().setNotes({{m_ids.at(4), u"a note"_s}}));
    QVERIFY(stale());
    m_collection->add(u"one more"_s);
    QVERIFY(stale());
    Progress progress;
    QVERIFY(m_collection->writer().forget(one, progress));
    QVERIFY(stale());
    QVERIFY(kept());
}

void tst_indexparts::settingsLeaveItAlone()
{
    keep();
    QVERIFY(isWell(m_collection->writer().setSetting(u"last_filter"_s, u"theme:none"_s)));
    QVERIFY(isWell(m_collection->writer().setShowAuthors(true)));
    QVERIFY(kept());
    m_collection->close();
    m_collection->open();
    QVERIFY(kept());
}

void tst_indexparts::isNotKeptForAnotherGeneration()
{
    const auto made = valueOf(m_collection->reader().makeIndex());
    m_collection->add(u"one more"_s);
    QVERIFY(isWell(m_collection->writer().keepIndex(made.index, made.generation, Progress())));
    QVERIFY(!kept());
    Progress cancelled;
    cancelled.cancel();
    const auto now = valueOf(m_collection->reader().makeIndex());
    QVERIFY(!m_collection->writer().keepIndex(now.index, now.generation, cancelled));
    QVERIFY(!kept());
}

void tst_indexparts::damageIsNoticed_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("another byte") << QByteArray(
        "UPDATE index_part SET bytes = CAST(substr(bytes, 1, 20) || x'ff' || substr(bytes, 22) AS BLOB) "
        "WHERE block = 0 AND part = 1");
    QTest::newRow("cut off") << QByteArray(
        "UPDATE index_part SET bytes = substr(bytes, 1, 30) WHERE block = 0 AND part = 1");
    QTest::newRow("a part gone") << QByteArray("DELETE FROM index_part WHERE block = 0 AND part = 0");
    QTest::newRow("all gone") << QByteArray("DELETE FROM index_part");
    QTest::newRow("another checksum") << QByteArray("UPDATE index_part SET checksum = checksum + 1");
    QTest::newRow("not of this generation") << QByteArray("UPDATE index_stamp SET packed = packed - 1");
    QTest::newRow("never packed") << QByteArray("UPDATE index_stamp SET packed = NULL");
}

void tst_indexparts::damageIsNoticed()
{
    QFETCH(QByteArray, sql);
    keep();
    QVERIFY(kept());
    change(sql);
    QVERIFY(!kept());
    keep();
    QVERIFY(kept());
}

void tst_indexparts::onlyChangedPartsAreWritten()
{
    keep();
    const QVector<qint64> before = checksums();
    const StoryId one[]{m_ids.at(3)};
    QVERIFY(m_collection->writer().setMark(one, StoryMark::Read, true));
    keep();
    const QVector<qint64> after = checksums();
    QCOMPARE(before.size(), 4); // the head; columns, facets and marks of one block
    QCOMPARE(after.mid(0, 3), before.mid(0, 3));
    QVERIFY(after.at(3) != before.at(3));
    QVERIFY(kept()->story(*kept()->ordinalOf(m_ids.at(3))).read);
}

void tst_indexparts::shrinksWithTheCollection()
{
    keep();
    change("INSERT INTO index_part (block, part, checksum, bytes) VALUES (5, 0, 0, x'00')");
    QVERIFY(!kept());
    keep();
    QCOMPARE(checksums().size(), 4);
    QVERIFY(kept());
}

void tst_indexparts::forgettingTakesItOut()
{
    keep();
    const StoryId one[]{m_ids.at(3)};
    Progress progress;
    QVERIFY(m_collection->writer().forget(one, progress));
    QCOMPARE(checksums(), QVector<qint64>());
}

QTEST_GUILESS_MAIN(tst_indexparts)
#include "tst_indexparts.moc"
