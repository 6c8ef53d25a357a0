#include "model/EmptyCause.h"
#include "support/InventedPosts.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Over a collection of one story: "Invented boss", on Twitter, of 15 October 2017, in English.
class tst_emptycause : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void namesThePartWithoutWhichThereAreSome_data();
    void namesThePartWithoutWhichThereAreSome();
    void findsNothingWhereNoSinglePartIsTheCause();
    void theLatestQuestionWins();
    void aCancelledQuestionIsNotAnswered();
    void withoutCollectionNothingIsFound();

private:
    [[nodiscard]] Filter parsed(const QString &text) const
    {
        const auto filter = parseFilter(text, m_collection->names());
        return std::get<Filter>(filter);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Collection> m_collection;
};

void tst_emptycause::initTestCase()
{
    auto opened = Collection::open(m_folder.filePath(u"one.tidemark"_s), Collection::Missing::Create);
    QVERIFY(opened);
    m_collection = std::move(opened).value();
    const QString file = test::writeFile(m_folder, u"one.csv"_s,
                                         "text,posted_at,platform,language\nInvented boss,2017-10-15,twitter,en\n");
    QVERIFY(test::waitFor(m_collection->import(file, {})));
}

void tst_emptycause::namesThePartWithoutWhichThereAreSome_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("without");
    QTest::newRow("the words") << u"office platform:twitter"_s << u"platform:twitter"_s;
    QTest::newRow("the platform") << u"boss platform:mastodon"_s << u"boss"_s;
    QTest::newRow("the span") << u"boss since:2018-01-01"_s << u"boss"_s;
    QTest::newRow("one of two facets") << u"lang:es platform:twitter"_s << u"platform:twitter"_s;
    QTest::newRow("the only part") << u"is:starred"_s << QString();
}

void tst_emptycause::namesThePartWithoutWhichThereAreSome()
{
    QFETCH(QString, filter);
    QFETCH(QString, without);
    EmptyCause cause(m_collection.get());
    QSignalSpy found(&cause, &EmptyCause::found);
    QSignalSpy notFound(&cause, &EmptyCause::notFound);
    cause.ask(parsed(filter));
    QTRY_COMPARE(found.size() + notFound.size(), 1);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.at(0).at(0).value<FilterChip>().without, parsed(without));
    QCOMPARE(found.at(0).at(1).toLongLong(), 1);
}

void tst_emptycause::findsNothingWhereNoSinglePartIsTheCause()
{
    EmptyCause cause(m_collection.get());
    QSignalSpy found(&cause, &EmptyCause::found);
    QSignalSpy notFound(&cause, &EmptyCause::notFound);
    cause.ask(parsed(u"office platform:mastodon"_s));
    QTRY_COMPARE(notFound.size(), 1);
    QCOMPARE(found.size(), 0);
}

void tst_emptycause::theLatestQuestionWins()
{
    EmptyCause cause(m_collection.get());
    QSignalSpy found(&cause, &EmptyCause::found);
    cause.ask(parsed(u"office"_s));
    cause.ask(parsed(u"boss platform:mastodon"_s));
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found.at(0).at(0).value<FilterChip>().without, parsed(u"boss"_s));
    // A further answer proves that none of the first question was still to come.
    cause.ask(parsed(u"is:starred"_s));
    QTRY_COMPARE(found.size(), 2);
    QCOMPARE(found.at(1).at(0).value<FilterChip>().without, Filter());
}

void tst_emptycause::aCancelledQuestionIsNotAnswered()
{
    EmptyCause cause(m_collection.get());
    QSignalSpy found(&cause, &EmptyCause::found);
    QSignalSpy notFound(&cause, &EmptyCause::notFound);
    cause.ask(parsed(u"office"_s));
    cause.cancel();
    cause.ask(parsed(u"is:starred"_s));
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found.at(0).at(0).value<FilterChip>().without, Filter());
    QCOMPARE(notFound.size(), 0);
}

void tst_emptycause::withoutCollectionNothingIsFound()
{
    EmptyCause cause(nullptr);
    QSignalSpy notFound(&cause, &EmptyCause::notFound);
    Filter filter;
    filter.properties = {{Property::Starred}};
    cause.ask(filter);
    QCOMPARE(notFound.size(), 1);
}

QTEST_GUILESS_MAIN(tst_emptycause)
#include "tst_emptycause.moc"
