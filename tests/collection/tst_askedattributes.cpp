// What a question needs of attributes, from one look at the stories or from the questions before.
#include "collection/AskedAttributes.h"
#include "collection/Collection.h"
#include "store/Connection.h"
#include "store/TemporaryCollection.h"

#include <QVariant>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

FacetTerm term(const QString &attribute, const QStringList &values)
{
    return {.facet = Facet::Attribute, .attribute = attribute, .values = values};
}

} // namespace

class tst_askedattributes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void facetsAndTermsAreWhatSqlFinds();
    void whatWasAskedBeforeIsNotLookedForAgain();
    void allOpenFacetsAreKept();
    void damagedOnesAreCounted();
    void aQuestionIsStopped();

private:
    AskedAttributes ask(const QStringList &facets, const QVector<FacetTerm> &terms);
    [[nodiscard]] qint64 inSql(const QString &attribute, const QString &values);
    void run(const QByteArray &sql);

    TemporaryCollection m_collection;
    Snapshot m_snapshot;
    AnswerCache m_cache;
};

void tst_askedattributes::initTestCase()
{
    QVERIFY(isWell(prepareSqlite()));
    QVector<Story> stories;
    for (int i = 0; i < 300; ++i) {
        Story story;
        story.text = u"invented"_s;
        for (int column = 0; column < 6; ++column) {
            if (i % (column + 2) != 0)
                story.attributes.append({u"c%1"_s.arg(column), QString::number(i % (column + 3))});
        }
        stories.append(story);
    }
    m_collection.add(stories);
    m_snapshot.index = std::make_shared<const StoryIndex>(valueOf(m_collection.reader().makeIndex()).index);
    m_snapshot.texts = 1;
}

AskedAttributes tst_askedattributes::ask(const QStringList &facets, const QVector<FacetTerm> &terms)
{
    SelectionQuestion question;
    question.attributeFacets = facets;
    question.filter.facets = terms;
    return valueOf(askForAttributes(question, m_snapshot, m_collection.reader(), m_cache, Progress()));
}

qint64 tst_askedattributes::inSql(const QString &attribute, const QString &values)
{
    const auto connection = valueOf(Connection::open(m_collection.path(), Connection::Access::Read));
    return valueOf(connection->value(
                       u"SELECT count(*) FROM story_attributes WHERE attribute = ? AND value IN (%1)"_s.arg(values),
                       {attribute}))
        .toLongLong();
}

void tst_askedattributes::run(const QByteArray &sql)
{
    QVERIFY(isWell(valueOf(Connection::open(m_collection.path(), Connection::Access::Write))->run(sql)));
}

void tst_askedattributes::facetsAndTermsAreWhatSqlFinds()
{
    const auto asked
        = ask({u"c0"_s, u"c3"_s, u"of nobody"_s},
              {term(u"c1"_s, {u"1"_s, u"2"_s}), term(u"c3"_s, {u"4"_s, u"none"_s}), term(u"c1"_s, {})});
    QCOMPARE(asked.facets.size(), 3);
    QCOMPARE(asked.terms.size(), 3);
    for (const auto &facet : {asked.facets.at(0), asked.facets.at(1)}) {
        qint64 sum = 0;
        for (auto value = facet->values.cbegin(); value != facet->values.cend(); ++value) {
            QCOMPARE(value->count(), inSql(facet->attribute, u"'%1'"_s.arg(value.key())));
            sum += value->count();
        }
        QVERIFY(sum > 0);
    }
    QVERIFY(asked.facets.at(2)->values.isEmpty());
    QCOMPARE(asked.terms.at(0)->count(), inSql(u"c1"_s, u"'1', '2'"_s));
    QCOMPARE(asked.terms.at(1)->count(), inSql(u"c3"_s, u"'4'"_s));
    QCOMPARE(asked.terms.at(2)->count(), 0);
}

/// The store says something else behind the cache's back; the snapshot is the same.
void tst_askedattributes::whatWasAskedBeforeIsNotLookedForAgain()
{
    const qint64 count = ask({}, {term(u"c5"_s, {u"1"_s})}).terms.at(0)->count();
    QVERIFY(count > 0);
    const auto facets = ask({u"c4"_s}, {}).facets;
    run("CREATE TABLE kept AS SELECT * FROM packed_attributes; UPDATE packed_attributes SET json = '{}'");
    QCOMPARE(ask({}, {term(u"c5"_s, {u"1"_s})}).terms.at(0)->count(), count);
    QCOMPARE(ask({}, {term(u"c4"_s, {u"2"_s})}).terms.at(0)->count(), facets.at(0)->values.value(u"2"_s).count());
    ++m_snapshot.texts;
    QCOMPARE(ask({}, {term(u"c5"_s, {u"1"_s})}).terms.at(0)->count(), 0);
    run("UPDATE packed_attributes SET json = (SELECT json FROM kept WHERE kept.story = packed_attributes.story)");
    ++m_snapshot.texts;
}

void tst_askedattributes::allOpenFacetsAreKept()
{
    const QStringList all{u"c0"_s, u"c1"_s, u"c2"_s, u"c3"_s, u"c4"_s, u"c5"_s};
    const auto first = ask(all, {});
    const auto second = ask(all, {});
    for (qsizetype i = 0; i < all.size(); ++i)
        QCOMPARE(second.facets.at(i).get(), first.facets.at(i).get());
}

void tst_askedattributes::damagedOnesAreCounted()
{
    run("UPDATE packed_attributes SET json = substr(json, 1, 9) WHERE story IN (7, 11)");
    ++m_snapshot.texts;
    QCOMPARE(ask({}, {}).damaged, 0);
    QCOMPARE(ask({u"c0"_s}, {}).damaged, 2);
    QCOMPARE(ask({u"c0"_s}, {}).damaged, 2); // known
}

void tst_askedattributes::aQuestionIsStopped()
{
    ++m_snapshot.texts;
    Progress progress;
    progress.cancel();
    SelectionQuestion question;
    question.attributeFacets = {u"c0"_s};
    const auto asked = askForAttributes(question, m_snapshot, m_collection.reader(), m_cache, progress);
    QVERIFY(!asked);
    QCOMPARE(asked.error().kind, Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(tst_askedattributes)
#include "tst_askedattributes.moc"
