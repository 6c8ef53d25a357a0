#include "store/LookupCount.h"
#include "store/TemporaryCollection.h"

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

class tst_lookupcount : public QObject
{
    Q_OBJECT

private slots:
    void loadingPaysAfterAShareOfTheStories_data();
    void loadingPaysAfterAShareOfTheStories();
    void beginsAnew();
};

void tst_lookupcount::loadingPaysAfterAShareOfTheStories_data()
{
    QTest::addColumn<qint64>("newestStory");
    QTest::addColumn<int>("lookups");
    QTest::newRow("an empty collection") << qint64(0) << 2000;
    QTest::newRow("a small one") << qint64(100'000) << 2000;
    QTest::newRow("a large one") << qint64(1'000'000) << 20'000;
}

void tst_lookupcount::loadingPaysAfterAShareOfTheStories()
{
    QFETCH(qint64, newestStory);
    QFETCH(int, lookups);
    const TemporaryCollection collection;
    const auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
    if (newestStory > 0) {
        QVERIFY(connection->select(
            u"INSERT INTO story (id, platform, language, language_detected, words, "
            "residual_words, me_too_outside_tags, warned, rule_themes, rule_voice, rule_version) "
            "VALUES (?, 1, '', 0, 0, 0, 0, 0, 0, 0, 1)"_s,
            {newestStory}));
    }
    LookupCount count(*connection);
    for (int i = 0; i < lookups; ++i)
        QVERIFY(!valueOf(count.isLoadingWorthIt()));
    QVERIFY(valueOf(count.isLoadingWorthIt()));
}

void tst_lookupcount::beginsAnew()
{
    const TemporaryCollection collection;
    const auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
    LookupCount count(*connection);
    while (!valueOf(count.isLoadingWorthIt()))
        continue;
    count.restart();
    QVERIFY(!valueOf(count.isLoadingWorthIt()));
}

QTEST_GUILESS_MAIN(tst_lookupcount)
#include "tst_lookupcount.moc"
