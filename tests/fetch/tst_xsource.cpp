#include "fetch/XSource.h"
#include "support/ServerAnswers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

/// Of X's whole archive.
Subscription archiveSearch(Instant since)
{
    Subscription search = subscription(Service::X);
    search.budget = 1000;
    search.wholeArchive = true;
    search.since = since;
    return search;
}

} // namespace

/// What is asked of X, and what is made of its answers.
class TestXSource : public QObject
{
    Q_OBJECT

private slots:
    void xGoesOnBehindAnEmptyPage();
    void xKeepsToItsBudgetAndReadsNothingTwice();
    void xAsksTheSameWhileItTurnsPages();
    void xGoesBackFurtherWithoutReadingTwice();
    void xAsksForNothingBetweenALaterDayAndAnEarlierPost();
    void xGoesOnWithAWishThatWasStopped();
    void xIsAskedForNoMoreThanItReaches();
    void xIsLeftWhereItRepeatsItself();
};

void TestXSource::xKeepsToItsBudgetAndReadsNothingTwice()
{
    Subscription search = subscription(Service::X);
    search.words = u"metoo"_s;
    search.budget = 25;
    search.wholeArchive = true;
    const auto posts = [](int from, int to) {
        QByteArray data;
        for (int id = from; id >= to; --id)
            data
                += (data.isEmpty() ? "" : ",") + (json("{'id':'")) + QByteArray::number(id) + json("','text':'x'}");
        return data;
    };
    XSource first(search, {}, {u"token"_s}, {});
    QCOMPARE(parameter(first.next(), u"max_results"_s), u"25"_s);
    const FetchedPage read
        = page(first.take(answer(200, json("{'data':[") + posts(120, 101) + json("],'meta':{'next_token':'n'}}"))));
    QVERIFY(!first.next()); // five are left, and no page is so small
    QVERIFY(first.ending() && first.ending()->outcome == FetchOutcome::Partly);

    XSource second(search, read.place, {u"token"_s}, {});
    QCOMPARE(parameter(second.next(), u"until_id"_s), u"101"_s);
    QCOMPARE(parameter(second.next(), u"since_id"_s), u"1"_s); // without any, the archive gives a month
    const FetchedPage rest
        = page(second.take(answer(200, json("{'data':[") + posts(100, 95) + json("],'meta':{}}"))));
    QVERIFY(!second.next() && !second.ending());

    XSource third(search, rest.place, {u"token"_s}, {});
    QCOMPARE(parameter(third.next(), u"since_id"_s), u"120"_s);
    QVERIFY(parameter(third.next(), u"until_id"_s).isEmpty());
    QVERIFY(page(third.take(answer(200, json("{'meta':{'result_count':0}}")))).bytes.isEmpty());
    QVERIFY(!third.next());
}

namespace {

QString idAt(const QDateTime &at)
{
    return QString::number((at.toMSecsSinceEpoch() - 1288834974657) << 22);
}

HttpAnswer foundByX(const QStringList &ids, const QByteArray &token)
{
    QByteArrayList posts;
    for (const QString &id : ids)
        posts << json("{'id':'") + id.toUtf8() + json("','text':'x'}");
    return answer(200,
                  json("{'data':[") + posts.join(',') + json("],'meta':{")
                      + (token.isEmpty() ? QByteArray() : json("'next_token':'") + token + json("'")) + "}}");
}

} // namespace

/// A token belongs to the question that it came from.
void TestXSource::xAsksTheSameWhileItTurnsPages()
{
    Subscription search = subscription(Service::X);
    search.budget = 1000;
    search.wholeArchive = true;
    XSource first(search, {}, {u"token"_s}, {});
    const QString place = page(first.take(foundByX({u"90"_s, u"80"_s}, "n"))).place;
    XSource second(search, place, {u"token"_s}, {});
    QCOMPARE(parameter(second.next(), u"until_id"_s), u"80"_s);
    page(second.take(foundByX({u"70"_s, u"60"_s}, "m")));
    QCOMPARE(parameter(second.next(), u"next_token"_s), u"m"_s);
    QCOMPARE(parameter(second.next(), u"until_id"_s), u"80"_s);
}

void TestXSource::xGoesOnBehindAnEmptyPage()
{
    Subscription search = subscription(Service::X);
    search.budget = 1000;
    search.wholeArchive = true;
    XSource source(search, {}, {u"token"_s}, {});
    page(source.take(foundByX({u"90"_s, u"80"_s}, "n")));
    page(source.take(foundByX({}, "m")));
    QCOMPARE(parameter(source.next(), u"next_token"_s), u"m"_s);
    page(source.take(foundByX({u"70"_s}, "l")));
    QString place;
    for (int empty = 0; empty < 100; ++empty) {
        QVERIFY(source.next());
        place = page(source.take(foundByX({}, "k" + QByteArray::number(empty)))).place;
    }
    QVERIFY(!source.next());
    QCOMPARE(source.ending()->outcome, FetchOutcome::Failed);
    // The next run doesn't meet them again, but reads what is new.
    XSource later(search, place, {u"token"_s}, {});
    QCOMPARE(parameter(later.next(), u"since_id"_s), u"90"_s);
    QVERIFY(parameter(later.next(), u"until_id"_s).isEmpty());
    page(later.take(foundByX({u"95"_s}, {})));
    QVERIFY(!later.next() && !later.ending());
    XSource back(search, {}, {u"token"_s}, {});
    page(back.take(foundByX({u"90"_s}, "n")));
    page(back.take(foundByX({}, "n")));
    QVERIFY(!back.next() && !back.ending()); // it leads nowhere
}

void TestXSource::xGoesBackFurtherWithoutReadingTwice()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto daysAgo = [&](int days) { return idAt(now.addDays(-days)); };
    const auto since = [&](int days) { return now.addDays(-days).toMSecsSinceEpoch(); };
    const Subscription search = archiveSearch(since(10));
    XSource first(search, {}, {u"token"_s}, {});
    QVERIFY(!parameter(first.next(), u"start_time"_s).isEmpty());
    const QString known = page(first.take(foundByX({daysAgo(1), daysAgo(9)}, {}))).place;
    QVERIFY(!first.next());

    // What is new, then what lies below, down to the earlier day.
    XSource further(search, known, {u"token"_s}, since(30));
    QCOMPARE(parameter(further.next(), u"since_id"_s), daysAgo(1));
    page(further.take(foundByX({}, {})));
    QCOMPARE(parameter(further.next(), u"until_id"_s), daysAgo(9));
    QCOMPARE(parameter(further.next(), u"since_id"_s), daysAgo(30));
    QVERIFY(parameter(further.next(), u"next_token"_s).isEmpty());
    const QString stopped = page(further.take(foundByX({daysAgo(12), daysAgo(20)}, "n"))).place;

    XSource again(search, stopped, {u"token"_s}, since(30));
    page(again.take(foundByX({}, {})));
    QCOMPARE(parameter(again.next(), u"until_id"_s), daysAgo(20));
    const QString done = page(again.take(foundByX({daysAgo(31)}, "n"))).place;
    QVERIFY(!again.next() && !again.ending());

    // The same once more, and a later day, bring only what is new.
    for (const int days : {30, 10}) {
        XSource same(search, done, {u"token"_s}, since(days));
        QCOMPARE(parameter(same.next(), u"since_id"_s), daysAgo(1));
        page(same.take(foundByX({}, {})));
        QVERIFY(!same.next());
    }
}

/// What is to be above isn't below: such a question is refused.
void TestXSource::xAsksForNothingBetweenALaterDayAndAnEarlierPost()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto daysAgo = [&](int days) { return idAt(now.addDays(-days)); };
    const auto since = [&](int days) { return now.addDays(-days).toMSecsSinceEpoch(); };
    Subscription search = subscription(Service::X);
    search.budget = 1000;
    search.wholeArchive = true;
    search.since = since(30);
    XSource stopped(search, {}, {u"token"_s}, {});
    const QString place = page(stopped.take(foundByX({daysAgo(1), daysAgo(20)}, "n"))).place;

    search.since = since(10);
    XSource later(search, place, {u"token"_s}, {});
    QCOMPARE(parameter(later.next(), u"since_id"_s), daysAgo(1));
    QVERIFY(parameter(later.next(), u"until_id"_s).isEmpty());
    const QString known = page(later.take(foundByX({}, {}))).place;
    QVERIFY(!later.next() && !later.ending());

    search.since = since(15); // all above the twentieth day was read
    XSource within(search, known, {u"token"_s}, {});
    page(within.take(foundByX({}, {})));
    QVERIFY(!within.next());

    search.since = since(30);
    XSource back(search, known, {u"token"_s}, {});
    page(back.take(foundByX({}, {})));
    QCOMPARE(parameter(back.next(), u"until_id"_s), daysAgo(20));
    QCOMPARE(parameter(back.next(), u"since_id"_s), daysAgo(30));
}

/// By itself, with the next run, and no longer than until it is fulfilled.
void TestXSource::xGoesOnWithAWishThatWasStopped()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto daysAgo = [&](int days) { return idAt(now.addDays(-days)); };
    const auto since = [&](int days) { return now.addDays(-days).toMSecsSinceEpoch(); };
    const Subscription search = archiveSearch(since(10));
    XSource first(search, {}, {u"token"_s}, {});
    const QString known = page(first.take(foundByX({daysAgo(1), daysAgo(9)}, {}))).place;
    XSource wish(search, known, {u"token"_s}, since(30));
    page(wish.take(foundByX({}, {})));
    const QString stopped = page(wish.take(foundByX({daysAgo(12)}, "n"))).place;

    XSource plain(search, stopped, {u"token"_s}, {});
    QCOMPARE(parameter(plain.next(), u"since_id"_s), daysAgo(1));
    page(plain.take(foundByX({}, {})));
    QCOMPARE(parameter(plain.next(), u"until_id"_s), daysAgo(12));
    QCOMPARE(parameter(plain.next(), u"since_id"_s), daysAgo(30));
    const QString done = page(plain.take(foundByX({daysAgo(31)}, "n"))).place;
    QVERIFY(!plain.next() && !plain.ending());
    QVERIFY(!done.contains(u"wish"_s));

    // The same where it was stopped in the first run of all.
    XSource begun(search, {}, {u"token"_s}, since(30));
    XSource goesOn(search, page(begun.take(foundByX({daysAgo(1), daysAgo(20)}, "n"))).place, {u"token"_s}, {});
    QCOMPARE(parameter(goesOn.next(), u"until_id"_s), daysAgo(20));
    QCOMPARE(parameter(goesOn.next(), u"since_id"_s), daysAgo(30));
}

/// A question for more is refused.
void TestXSource::xIsAskedForNoMoreThanItReaches()
{
    const auto place = [](const QString &key, const QString &id) {
        return QString::fromUtf8(json("{'")) + key + QString::fromUtf8(json("':'")) + id
            + QString::fromUtf8(json("'}"));
    };
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString yesterday = idAt(now.addDays(-1));
    const QString longAgo = idAt(now.addDays(-20));
    const auto start = [&](auto &&source) {
        return QDateTime::fromString(parameter(source.next(), u"start_time"_s), Qt::ISODate);
    };
    Subscription search = subscription(Service::X);
    search.budget = 100;
    search.since = now.addDays(-30).toMSecsSinceEpoch();

    QVERIFY(start(XSource(search, {}, {u"token"_s}, {})) > now.addDays(-7));
    XSource known(search, place(u"newest"_s, yesterday), {u"token"_s}, {});
    QCOMPARE(parameter(known.next(), u"since_id"_s), yesterday);
    XSource left(search, place(u"newest"_s, longAgo), {u"token"_s}, {});
    QVERIFY(parameter(left.next(), u"since_id"_s).isEmpty());
    QVERIFY(start(left) > now.addDays(-7));
    // A stopped run goes on below, without a beginning, which the server doesn't take together with an end.
    XSource stopped(search, place(u"before"_s, yesterday), {u"token"_s}, {});
    QCOMPARE(parameter(stopped.next(), u"until_id"_s), yesterday);
    QVERIFY(parameter(stopped.next(), u"start_time"_s).isEmpty());
    page(stopped.take(answer(200,
                             json("{'data':[{'text':'x','id':'") + idAt(now.addDays(-31)).toUtf8()
                                 + json("'}],'meta':{'next_token':'n'}}"))));
    QVERIFY(!stopped.next() && !stopped.ending());
    XSource stoppedLongAgo(search, place(u"before"_s, longAgo), {u"token"_s}, {});
    QVERIFY(parameter(stoppedLongAgo.next(), u"until_id"_s).isEmpty());

    search.wholeArchive = true;
    QVERIFY(start(XSource(search, {}, {u"token"_s}, {})) < now.addDays(-29));
}

/// And what is behind isn't taken for read.
void TestXSource::xIsLeftWhereItRepeatsItself()
{
    Subscription search = subscription(Service::X);
    search.budget = 1000;
    search.wholeArchive = true;
    XSource source(search, {}, {u"token"_s}, {});
    QString place;
    for (const char *id : {"9", "8"}) {
        QVERIFY(source.next());
        place = page(source.take(answer(
                         200, json("{'data':[{'id':'") + id + json("','text':'x'}],'meta':{'next_token':'n'}}"))))
                    .place;
    }
    QVERIFY(!source.next());
    QVERIFY(source.ending() && source.ending()->outcome == FetchOutcome::Failed);
    XSource later(search, place, {u"token"_s}, {});
    QCOMPARE(parameter(later.next(), u"until_id"_s), u"8"_s);

    XSource circle(search, {}, {u"token"_s}, {});
    page(circle.take(foundByX({u"9"_s}, "n")));
    page(circle.take(foundByX({u"8"_s}, "m")));
    QVERIFY(circle.next());
    page(circle.take(foundByX({u"7"_s}, "n")));
    QVERIFY(!circle.next());
    QVERIFY(circle.ending() && circle.ending()->outcome == FetchOutcome::Failed);

    XSource old(search, {}, {u"token"_s}, {}); // the same posts under ever other tokens
    page(old.take(foundByX({u"9"_s, u"8"_s}, "n")));
    page(old.take(foundByX({u"7"_s}, "m")));
    place = page(old.take(foundByX({u"9"_s, u"8"_s}, "l"))).place;
    QVERIFY(!old.next());
    QVERIFY(old.ending() && old.ending()->outcome == FetchOutcome::Failed);
    XSource goesOn(search, place, {u"token"_s}, {});
    QCOMPARE(parameter(goesOn.next(), u"until_id"_s), u"7"_s);
}

QTEST_APPLESS_MAIN(TestXSource)
#include "tst_xsource.moc"
