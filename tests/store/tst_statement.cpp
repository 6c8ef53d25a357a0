#include "store/TemporaryCollection.h"

#include "store/Connection.h"
#include "store/Statement.h"

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

class tst_statement : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(isWell(prepareSqlite())); }
    void isPreparedOnceItCanBe();
};

/// As where an interrupt came just then: the question that is asked next doesn't end by it.
void tst_statement::isPreparedOnceItCanBe()
{
    const TemporaryCollection collection;
    const auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
    Statement statement(*connection, "SELECT number FROM later WHERE name = ?");
    const auto refused = statement.bind(u"two"_s).next();
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"later"_s), qUtf8Printable(refused.error().message));
    QVERIFY(isWell(connection->run("CREATE TABLE later (name TEXT, number INTEGER); "
                                   "INSERT INTO later VALUES ('one', 1), ('two', 2)")));
    QVERIFY(valueOf(statement.bind(u"two"_s).next()));
    QCOMPARE(statement.number(0), 2);
}

QTEST_GUILESS_MAIN(tst_statement)
#include "tst_statement.moc"
