#include "store/AuthorTable.h"
#include "store/TemporaryCollection.h"

#include <QMessageAuthenticationCode>

#include <algorithm>
#include <random>
#include <span>
#include <sqlite3.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

const QByteArray pseudonymKey = "an invented key";

/// The rules of AuthorTable over a list: who bears a handle is asked of the newest.
class ListOfAuthors
{
public:
    qint64 number(const Author &author)
    {
        const QString handle = author.handle.isEmpty() ? QString() : u"handle "_s + author.handle.toLower();
        const QString key = author.nativeId.isEmpty() ? handle : u"id "_s + author.nativeId;
        Row *row = newest([&](const Row &each) { return each.key == key; });
        if (!row && !handle.isEmpty() && key == handle)
            row = newest([&](const Row &each) { return each.handle == handle; });
        if (!row && !handle.isEmpty())
            row = newest([&](const Row &each) { return each.key == handle; });
        if (!row)
            row = &m_rows.emplace_back(Row{static_cast<qint64>(m_rows.size()) + 1, key, handle});
        if (!author.nativeId.isEmpty())
            row->key = key;
        return row->number;
    }

private:
    struct Row
    {
        qint64 number;
        QString key;
        QString handle;
    };

    template<typename Accepts>
    Row *newest(Accepts accepts)
    {
        const auto found = std::find_if(m_rows.rbegin(), m_rows.rend(), accepts);
        return found == m_rows.rend() ? nullptr : &*found;
    }

    std::vector<Row> m_rows;
};

Author person(const QString &nativeId, const QString &handle, const QString &name = {})
{
    return {nativeId, handle, name, {}};
}

/// People who come again and again, by id, by handle or by both, and take over each other's handles.
std::vector<Author> visits(int count, int people)
{
    std::mt19937 draw(7);
    std::vector<Author> all;
    for (int i = 0; i < count; ++i) {
        const auto who = static_cast<int>(draw() % static_cast<unsigned>(people));
        const QString handle
            = (draw() % 2 == 0 ? u"Person%1"_s : u"person%1"_s).arg(draw() % 20 == 0 ? (who + 1) % people : who);
        const unsigned form = draw() % 4;
        all.push_back(person(form == 0 ? QString() : QString::number(who), form == 1 ? QString() : handle,
                             draw() % 10 == 0 ? u"another name"_s : u"a name"_s));
    }
    return all;
}

} // namespace

class tst_authortable : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keysAreKeyedHashesOfIdAndFoldedHandle();
    void whoIsKnownByTheirHandleGetsAnId();
    void aHandleAloneFindsWhoeverBoreItLast();
    void whoIsNamedByNothingIsNobody();
    void preparedKeysAreTaken();
    void namesAreWrittenOnlyWhereTheyDiffer();
    void whoPassesOnHasNoNamesUntilTheyShare();
    void forgetsWhoWasRolledBack();
    void findsTheSameHoweverManyAreInMemory_data();
    void findsTheSameHoweverManyAreInMemory();
    void findsAfterLoadingWhoWasThereBefore_data();
    void findsAfterLoadingWhoWasThereBefore();
    void memoryKnowsAsManyAsThereIsRoomFor();
    void memoryTakesAnotherInPlaceOfWhoWasKnown();

private:
    qint64 numberOf(AuthorTable &authors, const Author &author) const;
    QString contents() const;
    int changes() const { return sqlite3_total_changes(m_connection->handle()); }

    std::unique_ptr<TemporaryCollection> m_collection;
    std::unique_ptr<Connection> m_connection;
};

void tst_authortable::init()
{
    m_collection = std::make_unique<TemporaryCollection>();
    m_connection = valueOf(Connection::open(m_collection->path(), Connection::Access::Write));
}

void tst_authortable::cleanup()
{
    m_connection.reset();
    m_collection.reset();
}

qint64 tst_authortable::numberOf(AuthorTable &authors, const Author &author) const
{
    return valueOf(authors.author(Platform::Twitter, author)).value_or(0);
}

QString tst_authortable::contents() const
{
    return valueOf(m_connection->value(u"SELECT group_concat(id || hex(key) || coalesce(hex(handle_key), '') || "
                                       "native_id || handle || name, char(10)) FROM author"_s))
        .toString();
}

void tst_authortable::keysAreKeyedHashesOfIdAndFoldedHandle()
{
    const auto hmac = [](const QByteArray &message) {
        return QMessageAuthenticationCode::hash(message, pseudonymKey, QCryptographicHash::Sha256).left(16);
    };
    const AuthorHash hash(pseudonymKey);
    const QByteArray ofHandle = hmac(QByteArray("twitter\0handle\0zanzibella", 25));
    const AuthorKeys both = hash.of(Platform::Twitter, person(u"55"_s, u"ZanziBella"_s, u"Zanzi"_s));
    QCOMPARE(both.key.bytes(), hmac(QByteArray("twitter\0id\00055", 13)));
    QCOMPARE(both.handleKey.bytes(), ofHandle);
    const AuthorKeys handle = hash.of(Platform::Twitter, person({}, u"zanzibella"_s, u"Zanzi"_s));
    QCOMPARE(handle.key.bytes(), ofHandle);
    QCOMPARE(handle.handleKey.bytes(), ofHandle);
    const AuthorKeys name = hash.of(Platform::Blog, person({}, {}, u"Zanzi"_s));
    QCOMPARE(name.key.bytes(), hmac(QByteArray("blog\0name\0zanzi", 15)));
    QVERIFY(name.handleKey.isEmpty());
    QVERIFY(hash.of(Platform::Twitter, {}).isEmpty());
}

void tst_authortable::whoIsKnownByTheirHandleGetsAnId()
{
    AuthorTable authors(*m_connection, pseudonymKey);
    const qint64 number = numberOf(authors, person({}, u"mary"_s));
    QCOMPARE(numberOf(authors, person(u"1"_s, u"Mary"_s)), number);
    QCOMPARE(numberOf(authors, person(u"1"_s, u"maria"_s)), number); // another handle now
    QCOMPARE(numberOf(authors, person(u"1"_s, {})), number);
    QCOMPARE(numberOf(authors, person({}, u"mary"_s)), number);
    QCOMPARE(valueOf(authors.find(Platform::Twitter, u"1"_s)), std::optional(number));
    QCOMPARE(valueOf(authors.find(Platform::Mastodon, u"1"_s)), std::optional<qint64>());
}

void tst_authortable::aHandleAloneFindsWhoeverBoreItLast()
{
    AuthorTable authors(*m_connection, pseudonymKey);
    const qint64 first = numberOf(authors, person(u"1"_s, u"mary"_s));
    QCOMPARE(numberOf(authors, person({}, u"mary"_s)), first);
    const qint64 second = numberOf(authors, person(u"2"_s, u"mary"_s));
    QVERIFY(second != first);
    QCOMPARE(numberOf(authors, person({}, u"mary"_s)), second);
    authors.forgetCache();
    QCOMPARE(numberOf(authors, person({}, u"mary"_s)), second);
    QCOMPARE(numberOf(authors, person(u"1"_s, u"mary"_s)), first);
}

void tst_authortable::whoIsNamedByNothingIsNobody()
{
    AuthorTable authors(*m_connection, pseudonymKey);
    const Author nobody{{}, {}, {}, u"https://social.example/"_s};
    QCOMPARE(valueOf(authors.author(Platform::Twitter, nobody)), std::optional<qint64>());
    QCOMPARE(valueOf(authors.account(Platform::Twitter, nobody)), std::optional<qint64>());
    QCOMPARE(contents(), QString());
}

void tst_authortable::preparedKeysAreTaken()
{
    AuthorTable authors(*m_connection, pseudonymKey);
    const Author mary = person(u"1"_s, u"mary"_s);
    const AuthorKeys keys = AuthorHash(pseudonymKey).of(Platform::Twitter, mary);
    const auto prepared = valueOf(authors.author(Platform::Twitter, mary, keys));
    QCOMPARE(valueOf(authors.author(Platform::Twitter, mary)), prepared);
    QCOMPARE(valueOf(authors.account(Platform::Twitter, mary, keys)), prepared);
    QCOMPARE(valueOf(authors.account(Platform::Twitter, mary)), prepared);
}

void tst_authortable::namesAreWrittenOnlyWhereTheyDiffer()
{
    AuthorTable authors(*m_connection, pseudonymKey);
    const qint64 number = numberOf(authors, person(u"1"_s, u"mary"_s, u"Mary"_s));
    const int before = changes();
    numberOf(authors, person(u"1"_s, u"mary"_s, u"Mary"_s));
    QCOMPARE(changes(), before);
    numberOf(authors, person(u"1"_s, {}, u"Maria"_s));
    QCOMPARE(changes(), before + 1);
    QCOMPARE(valueOf(authors.read(number)), person(u"1"_s, u"mary"_s, u"Maria"_s));
    authors.forgetCache();
    numberOf(authors, person(u"1"_s, {}, u"Maria"_s));
    QCOMPARE(changes(), before + 1);
}

void tst_authortable::whoPassesOnHasNoNamesUntilTheyShare()
{
    AuthorTable authors(*m_connection, pseudonymKey);
    const Author mary = person(u"1"_s, u"mary"_s, u"Mary"_s);
    const qint64 number = valueOf(authors.account(Platform::Twitter, mary)).value_or(0);
    QCOMPARE(valueOf(authors.read(number)), Author());
    QCOMPARE(numberOf(authors, mary), number);
    QCOMPARE(valueOf(authors.read(number)), mary);
    QCOMPARE(valueOf(authors.account(Platform::Twitter, person(u"1"_s, u"other"_s))), std::optional(number));
    QCOMPARE(valueOf(authors.read(number)), mary);
}

void tst_authortable::forgetsWhoWasRolledBack()
{
    AuthorTable authors(*m_connection, pseudonymKey);
    const std::vector<Author> all = visits(5000, 3000);
    QString once;
    for (int time = 0; time < 2; ++time) {
        {
            const Transaction transaction(*m_connection, Transaction::Kind::Write);
            QVERIFY(isWell(transaction.begun()));
            for (const Author &author : all)
                numberOf(authors, author);
            if (time == 1)
                QCOMPARE(contents(), once);
            once = contents();
        }
        authors.forgetCache();
        QCOMPARE(contents(), QString());
    }
}

void tst_authortable::findsTheSameHoweverManyAreInMemory_data()
{
    QTest::addColumn<size_t>("mostKnown");
    QTest::addColumn<bool>("isPrepared");
    for (const bool isPrepared : {false, true}) {
        for (const size_t most : {0, 640, 6400, 4'000'000})
            QTest::addRow("%zu, %s", most, isPrepared ? "prepared" : "worked out here") << most << isPrepared;
    }
}

void tst_authortable::findsTheSameHoweverManyAreInMemory()
{
    QFETCH(size_t, mostKnown);
    QFETCH(bool, isPrepared);
    AuthorTable authors(*m_connection, pseudonymKey, mostKnown);
    ListOfAuthors expected;
    Transaction transaction(*m_connection, Transaction::Kind::Write);
    for (const Author &author : visits(12'000, 4000)) {
        const AuthorKeys keys = isPrepared ? authors.hash().of(Platform::Twitter, author) : AuthorKeys();
        const auto number = valueOf(authors.author(Platform::Twitter, author, keys));
        QCOMPARE(number.value_or(0), expected.number(author));
        if (!author.nativeId.isEmpty())
            QCOMPARE(valueOf(authors.read(*number)).nativeId, author.nativeId);
    }
    QVERIFY(isWell(transaction.commit()));
}

void tst_authortable::findsAfterLoadingWhoWasThereBefore_data()
{
    QTest::addColumn<size_t>("mostKnown");
    for (const size_t most : {640, 3000, 4'000'000})
        QTest::addRow("%zu", most) << most;
}

void tst_authortable::findsAfterLoadingWhoWasThereBefore()
{
    QFETCH(size_t, mostKnown);
    const std::vector<Author> all = visits(12'000, 4000);
    const auto [earlier, later] = std::pair(std::span(all).first(6000), std::span(all).subspan(6000));
    ListOfAuthors expected;
    Transaction transaction(*m_connection, Transaction::Kind::Write);
    {
        AuthorTable before(*m_connection, pseudonymKey);
        for (const Author &author : earlier)
            QCOMPARE(numberOf(before, author), expected.number(author));
    }
    AuthorTable authors(*m_connection, pseudonymKey, mostKnown);
    for (const Author &author : later)
        QCOMPARE(numberOf(authors, author), expected.number(author));
    QVERIFY(isWell(transaction.commit()));
}

void tst_authortable::memoryKnowsAsManyAsThereIsRoomFor()
{
    constexpr size_t most = 6400;
    std::mt19937_64 draw(5);
    KnownAuthors known(most);
    std::vector<AuthorKey> keys;
    for (qint64 number = 1; number <= 20'000; ++number) {
        keys.push_back({{draw(), draw()}});
        known.put(keys.back(), number);
        QVERIFY(known.isWhole() || number > qint64(most / 2));
    }
    QVERIFY(!known.isWhole());
    size_t found = 0;
    for (size_t i = 0; i < keys.size(); ++i) {
        const auto *author = known.find(keys[i]);
        QVERIFY(!author || author->number == i + 1);
        found += author ? 1 : 0;
    }
    QCOMPARE(found, most);
    known.clear();
    QVERIFY(known.isWhole());
    QVERIFY(!known.find(keys.front()));
}

void tst_authortable::memoryTakesAnotherInPlaceOfWhoWasKnown()
{
    KnownAuthors known(64);
    const AuthorKey key{{1, 2}};
    const AuthorKey sameBeginning{{1, 3}};
    known.put(key, 1, 10);
    known.put(key, 2);
    QCOMPARE(known.find(key)->number, 2U);
    QCOMPARE(known.find(key)->names, 0U);
    QVERIFY(!known.find(sameBeginning));
    QVERIFY(known.isWhole());
    known.put(sameBeginning, 3); // there is room for one of each 64th
    QVERIFY(!known.isWhole());
    known.put(key, 4);
    QCOMPARE(known.find(key)->number, 4U);
    KnownAuthors roomy(1000);
    roomy.put(key, qint64{1} << 32); // more than an entry holds
    QVERIFY(!roomy.isWhole());
    QVERIFY(!roomy.find(key));
}

QTEST_GUILESS_MAIN(tst_authortable)
#include "tst_authortable.moc"
