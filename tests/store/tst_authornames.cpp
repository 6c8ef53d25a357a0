#include "store/AuthorNames.h"
#include "store/Connection.h"
#include "store/TemporaryCollection.h"

#include <limits>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

class tst_authornames : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tellsApartWhoShareAPlace();
    void nobodyHasNoNames();
    void allAreReadWhereManyStoriesAre();

private:
    void add(qint64 number, const QByteArray &names) const;

    std::unique_ptr<TemporaryCollection> m_collection;
    std::unique_ptr<Connection> m_connection;
};

void tst_authornames::init()
{
    m_connection.reset();
    m_collection = std::make_unique<TemporaryCollection>();
    auto opened = Connection::open(m_collection->path(), Connection::Access::Write);
    QVERIFY(opened.has_value());
    m_connection = std::move(opened).value();
}

void tst_authornames::add(qint64 number, const QByteArray &names) const
{
    const QByteArray row = QByteArray::number(number);
    const auto added = m_connection->run("INSERT INTO author (id, key, native_id, handle, name, link) VALUES ("
                                         + row + ", x'00" + row.rightJustified(20, '0') + "', " + names + ')');
    QVERIFY(added.has_value());
}

/// People whose numbers lie a power of two apart would have one place in any table of such a size.
void tst_authornames::tellsApartWhoShareAPlace()
{
    constexpr qint64 apart = qint64(1) << 32;
    add(7, "'id', 'invented', 'Invented Person', ''");
    add(7 + apart, "'', 'another', '', 'https://example.org/another'");
    AuthorNames names(*m_connection);
    for (int round = 0; round < 2; ++round) {
        const auto one = names.of(7);
        QVERIFY(one.has_value());
        QCOMPARE(one->nativeId, QByteArrayView("id"));
        QCOMPARE(one->handle, QByteArrayView("invented"));
        QCOMPARE(one->name, QByteArrayView("Invented Person"));
        QCOMPARE(one->link, QByteArrayView(""));
        const auto other = names.of(7 + apart);
        QVERIFY(other.has_value());
        QCOMPARE(other->nativeId, QByteArrayView(""));
        QCOMPARE(other->handle, QByteArrayView("another"));
        QCOMPARE(other->name, QByteArrayView(""));
        QCOMPARE(other->link, QByteArrayView("https://example.org/another"));
    }
}

void tst_authornames::nobodyHasNoNames()
{
    AuthorNames names(*m_connection);
    const auto nobody = names.of(1);
    QVERIFY(nobody.has_value());
    QVERIFY(nobody->nativeId.isEmpty() && nobody->handle.isEmpty() && nobody->name.isEmpty()
            && nobody->link.isEmpty());
}

void tst_authornames::allAreReadWhereManyStoriesAre()
{
    add(3, "'id', 'invented', 'Invented Person é', ''");
    add(5, "'', 'another', '', 'https://example.org/another'");
    const auto few = AllAuthorNames::read(*m_connection, 1, Progress());
    QVERIFY(few.has_value() && !few.value());
    const auto all = AllAuthorNames::read(*m_connection, 2, Progress());
    QVERIFY(all.has_value() && all.value());
    AuthorNames read(*m_connection, *all);
    AuthorNames lookedUp(*m_connection);
    for (const qint64 number : {-1, 0, 1, 2, 3, 4, 5, 6, 7}) {
        const auto one = read.of(number);
        const auto other = lookedUp.of(number);
        QVERIFY(one.has_value() && other.has_value());
        QCOMPARE(one->nativeId, other->nativeId);
        QCOMPARE(one->handle, other->handle);
        QCOMPARE(one->name, other->name);
        QCOMPARE(one->link, other->link);
    }
    QCOMPARE(all.value()->of(3).name, QByteArrayView("Invented Person é"));
    for (const qint64 farAway : {qint64(1) << 32, std::numeric_limits<qint64>::max()}) {
        add(farAway, "'', 'far away', '', ''");
        const auto tooMany = AllAuthorNames::read(*m_connection, std::numeric_limits<qint32>::max(), Progress());
        QVERIFY(tooMany.has_value() && !tooMany.value());
    }
}

QTEST_GUILESS_MAIN(tst_authornames)

#include "tst_authornames.moc"
