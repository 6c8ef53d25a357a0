#include "fetch/MastodonSource.h"
#include "support/ServerAnswers.h"
#include "support/TestData.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

/// An answer that was recorded, with its headers.
HttpAnswer recorded(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray bytes = file.readAll();
    const auto end = bytes.indexOf("\r\n\r\n") >= 0 ? bytes.indexOf("\r\n\r\n") : bytes.indexOf("\n\n");
    HttpAnswer answer;
    answer.address = QUrl(u"https://server.example/"_s);
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    answer.status = lines.constFirst().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1))
        answer.headers.append({line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed()});
    answer.body = bytes.mid(end).trimmed();
    return answer;
}

/// A status with further members, in quotation marks or single ones.
QByteArray statusWith(const QByteArray &members)
{
    return json("{'id':'1','uri':'https://a.example/1','content':'Invented'," + members + "}");
}

/// What accounts say of being found by those who search, and whether they wish to be.
void addWishes()
{
    QTest::addColumn<QByteArray>("wish");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("says nothing") << "'bot':false"_ba << true;
    QTest::newRow("wants to be found") << "'indexable':true,'noindex':false,'discoverable':true"_ba << true;
    QTest::newRow("says null") << "'indexable':null,'noindex':null,'discoverable':null"_ba << true;
    QTest::newRow("indexable") << "'indexable':false,'noindex':false,'discoverable':true"_ba << false;
    QTest::newRow("noindex") << "'indexable':true,'noindex':true,'discoverable':true"_ba << false;
    QTest::newRow("discoverable") << "'indexable':true,'noindex':false,'discoverable':false"_ba << false;
}

} // namespace

/// What is asked of a server with Mastodon's API, and what is made of its answers.
class TestMastodonSource : public QObject
{
    Q_OBJECT

private slots:
    void mastodonAsksForItsTags();
    void mastodonAsksForEachTagByItself();
    void mastodonLeavesOutWhatItsServerShouldHave_data();
    void mastodonLeavesOutWhatItsServerShouldHave();
    void mastodonFollowsTheLinkOfItsServer();
    void mastodonGoesOnWithoutLinks();
    void mastodonGoesOnBehindAnEmptyPage();
    void aLinkThatLeadsBackIsNotFollowed();
    void mastodonReadsRecordedAnswers();
    void authorsWhoShunSearchAreLeftOut_data() { addWishes(); }
    void authorsWhoShunSearchAreLeftOut();
    void authorsWhoShunSearchArePassedOnByNobody_data() { addWishes(); }
    void authorsWhoShunSearchArePassedOnByNobody();
    void wordsOfAuthorsWhoShunSearchAreNotKeptAsQuotes_data() { addWishes(); }
    void wordsOfAuthorsWhoShunSearchAreNotKeptAsQuotes();
    void whatIsNotForEverybodyIsLeftOut_data();
    void whatIsNotForEverybodyIsLeftOut();
    void whatIsNotForEverybodyIsNotKeptAsAQuote_data();
    void whatIsNotForEverybodyIsNotKeptAsAQuote();
    void aWebPageIsNoTimeline();
    void aTimelineThatWasEmptiedIsTold();
    void anErrorIsTold();
    void answersKnowWhatTheyAnswer();
    void aServersNumbersAreNamesOfItsOwn();
};

void TestMastodonSource::mastodonAsksForItsTags()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"métoo"_s, u"a b"_s};
    tags.allTags = {u"c"_s};
    tags.noneTags = {u"d"_s};
    MastodonSource source(tags, {}, {u"token"_s}, {});
    const auto request = source.next();
    QVERIFY(request);
    QCOMPARE(request->address.path(QUrl::FullyEncoded), u"/api/v1/timelines/tag/m%C3%A9too"_s);
    QCOMPARE(parameter(request, u"all[]"_s), u"c"_s);
    QCOMPARE(parameter(request, u"none[]"_s), u"d"_s);
    QCOMPARE(parameter(request, u"limit"_s), u"40"_s);
    QCOMPARE(request->credential->authorization, "Bearer token"_ba);
    QCOMPARE(request->credential->origin.host, u"server.example"_s);
}

/// Smaller servers don't heed a wish for any of several.
void TestMastodonSource::mastodonAsksForEachTagByItself()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"a"_s, u"b"_s};
    MastodonSource source(tags, {}, {}, {});
    const auto asked = [&source] { return source.next() ? source.next()->address.path() : QString(); };
    const auto give = [&source](const QByteArray &body) { return page(source.take(answer(200, json(body)))); };
    QCOMPARE(asked(), u"/api/v1/timelines/tag/a"_s);
    QVERIFY(!give("[{'id':'9','uri':'u9'},{'id':'8','uri':'u8'}]").bytes.isEmpty());
    QCOMPARE(asked(), u"/api/v1/timelines/tag/b"_s);
    const FetchedPage other = give("[{'id':'9','uri':'u9'},{'id':'7','uri':'u7'}]");
    QVERIFY(!other.bytes.contains("u9") && other.bytes.contains("u7"));
    QCOMPARE(parameter(source.next(), u"max_id"_s), u"8"_s);

    MastodonSource later(tags, other.place, {}, {});
    QVERIFY(parameter(later.next(), u"max_id"_s).isEmpty());
    page(later.take(answer(200, json("[{'id':'9','uri':'u9'}]")))); // known
    page(later.take(answer(200, json("[{'id':'7','uri':'u7'}]"))));
    QCOMPARE(parameter(later.next(), u"max_id"_s), u"8"_s); // where it was left
}

void TestMastodonSource::mastodonLeavesOutWhatItsServerShouldHave_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("has all") << "'tags':[{'name':'metoo'},{'name':'Job'}]"_ba << true;
    QTest::newRow("lacks one") << "'tags':[{'name':'metoo'}]"_ba << false;
    QTest::newRow("has an unwanted one") << "'tags':[{'name':'job'},{'name':'SPAM'}]"_ba << false;
    QTest::newRow("doesn't say") << "'content':'x'"_ba << true;
    QTest::newRow("passes on what has all") << "'tags':[],'reblog':{'tags':[{'name':'job'}]}"_ba << true;
    QTest::newRow("passes on what lacks one") << "'tags':[],'reblog':{'tags':[]}"_ba << false;
}

void TestMastodonSource::mastodonLeavesOutWhatItsServerShouldHave()
{
    QFETCH(const QByteArray, status);
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    tags.allTags = {u"job"_s, u"café"_s}; // which the server may call cafe
    tags.noneTags = {u"spam"_s};
    MastodonSource source(tags, {}, {}, {});
    const FetchedPage taken = page(source.take(answer(200, json("[{'id':'9','uri':'u9'," + status + "}]"))));
    QTEST(!taken.bytes.isEmpty(), "isTaken");
    QCOMPARE(parameter(source.next(), u"max_id"_s), u"9"_s);
}

void TestMastodonSource::mastodonFollowsTheLinkOfItsServer()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    MastodonSource source(tags, {}, {}, {});
    const auto first = source.next();
    page(source.take(
        answer(200, json("[{'id':'9','uri':'u9','content':'','created_at':'2026-01-01T00:00:00Z'}]"),
               "<https://elsewhere.example/steal?max_id=7>; rel=\"next\", <https://x.example/?min_id=9>; "
               "rel=\"prev\"")));
    const auto next = source.next();
    QCOMPARE(parameter(next, u"max_id"_s), u"7"_s);
    QCOMPARE(next->address.host(), u"server.example"_s);
    QCOMPARE(next->address.path(), first->address.path());
}

void TestMastodonSource::mastodonGoesOnWithoutLinks()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    MastodonSource source(tags, {}, {}, {});
    (void)source.next();
    page(source.take(answer(200, json("[{'id':'9','uri':'u9'},{'id':'8','uri':'u8'}]"))));
    QCOMPARE(parameter(source.next(), u"max_id"_s), u"8"_s);
    page(source.take(answer(200, "[]")));
    QVERIFY(!source.next());
}

/// A server takes posts out of a page that it doesn't show to whoever asks.
void TestMastodonSource::mastodonGoesOnBehindAnEmptyPage()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    MastodonSource source(tags, {}, {}, {});
    const auto give = [&source](const QByteArray &body, const QByteArray &next) {
        HttpAnswer given = answer(200, body);
        given.headers = {{"link", "<https://server.example/x?max_id=" + next + ">; rel=\"next\""}};
        page(source.take(given));
    };
    (void)source.next();
    give(json("[{'id':'9','uri':'u9'}]"), "9");
    give("[]", "8");
    QCOMPARE(parameter(source.next(), u"max_id"_s), u"8"_s);
    give("[]", "7");
    give("[]", "6");
    QVERIFY(!source.next());
    QCOMPARE(source.ending()->outcome, FetchOutcome::Partly);
    QVERIFY2(source.ending()->message.contains(u"server.example"_s), qPrintable(source.ending()->message));
}

void TestMastodonSource::aLinkThatLeadsBackIsNotFollowed()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    MastodonSource source(tags, {}, {}, {});
    (void)source.next();
    page(source.take(answer(200, json("[{'id':'9','uri':'u9'}]"), "<https://server.example/?max_id=9>; rel=next")));
    QCOMPARE(parameter(source.next(), u"max_id"_s), u"9"_s);
    page(source.take(answer(200, json("[{'id':'8','uri':'u8'}]"), "<https://server.example/?max_id=9>; rel=next")));
    QCOMPARE(parameter(source.next(), u"max_id"_s), u"8"_s);
    // A server that gives that page whatever it is asked for is left.
    page(source.take(answer(200, json("[{'id':'8','uri':'u8'}]"), "<https://server.example/?max_id=9>; rel=next")));
    QVERIFY(!source.next());
}

void TestMastodonSource::mastodonReadsRecordedAnswers()
{
    const QString mastodon
        = test::sharedFile(u"samples/mastodon-api/Mastodon.py/tests/cassettes/test_hashtag_tl/timeline.http"_s);
    const QString snac = test::sharedFile(u"samples/mastodon-api/snac2/tag-page1.http"_s);
    if (mastodon.isEmpty() || snac.isEmpty())
        QSKIP("the recorded answers are not here");
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"hoot"_s};
    MastodonSource source(tags, {}, {}, {});
    (void)source.next();
    QCOMPARE(stories(page(source.take(recorded(mastodon)))), 1);
    QCOMPARE(parameter(source.next(), u"max_id"_s), u"117020593741189701"_s);
    MastodonSource other(tags, {}, {}, {});
    (void)other.next();
    QVERIFY(stories(page(other.take(recorded(snac)))) >= 1);
    QVERIFY(other.next());
}

void TestMastodonSource::authorsWhoShunSearchAreLeftOut()
{
    QFETCH(const QByteArray, wish);
    QFETCH(const bool, isFound);
    const FetchedPage page{
        statusWith("'visibility':'public','account':{'acct':'a'," + wish + "}"), u"mastodon"_s, {}};
    QCOMPARE(read(page).counts(), isFound ? u"1 0 0 0 0"_s : u"0 0 0 1 0"_s);
}

void TestMastodonSource::authorsWhoShunSearchArePassedOnByNobody()
{
    QFETCH(const QByteArray, wish);
    QFETCH(const bool, isFound);
    const QByteArray open = "'account':{'acct':'b','indexable':true}";
    const QByteArray inner = "{'uri':'https://b.example/2','content':'Invented','visibility':'public',";
    const QByteArray boost = statusWith("'visibility':'public'," + open + ",'reblog':" + inner
                                        + "'account':{'acct':'a'," + wish + "}}");
    QCOMPARE(read({boost, u"mastodon"_s, {}}).counts(), isFound ? u"0 1 0 0 0"_s : u"0 0 0 1 0"_s);
    // Who passes on what somebody else said is not its author.
    const QByteArray other
        = statusWith("'visibility':'public','account':{'acct':'a'," + wish + "},'reblog':" + inner + open + "}");
    QCOMPARE(read({other, u"mastodon"_s, {}}).counts(), u"0 1 0 0 0"_s);
}

/// The quote stays as a link, and neither as words nor in the record as it came.
void TestMastodonSource::wordsOfAuthorsWhoShunSearchAreNotKeptAsQuotes()
{
    QFETCH(const QByteArray, wish);
    QFETCH(const bool, isFound);
    const QByteArray quote
        = "'visibility':'public','account':{'acct':'b'},'quote':{'state':'accepted','quoted_status':"
          "{'uri':'https://b.example/2','url':'https://b.example/2','content':'Words of another',"
          "'visibility':'public','account':{'acct':'a',"
        + wish + "}}}";
    const test::Everything all = read({statusWith(quote), u"mastodon"_s, {}});
    QCOMPARE(all.counts(), u"1 0 0 0 0"_s);
    const Relation relation = all.stories().constFirst().relations.value(0);
    QCOMPARE(relation.nativeId, u"https://b.example/2"_s);
    QCOMPARE(relation.text, isFound ? u"Words of another"_s : QString());
    QCOMPARE(all.records.front().raw.contains("Words of another"), isFound);
}

void TestMastodonSource::whatIsNotForEverybodyIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("audience");
    QTest::addColumn<QString>("mark"); // what the story is marked with
    QTest::addColumn<bool>("isForAll");
    QTest::newRow("public") << "'visibility':'public'"_ba << QString() << true;
    QTest::newRow("public, and for other servers, too")
        << "'visibility':'public','local_only':false"_ba << QString() << true;
    QTest::newRow("unlisted") << "'visibility':'unlisted'"_ba << u"unlisted"_s << true;
    QTest::newRow("public, for those of its server")
        << "'visibility':'public','local_only':true"_ba << QString() << false;
    for (const char *narrow : {"private", "direct", "limited", "mutuals_only", "local", "list", "none", ""}) {
        QTest::addRow("“%s”", narrow) << "'visibility':'" + QByteArray(narrow) + "'" << QString() << false;
    }
    QTest::newRow("null") << "'visibility':null"_ba << QString() << false;
}

void TestMastodonSource::whatIsNotForEverybodyIsLeftOut()
{
    QFETCH(const QByteArray, audience);
    QFETCH(const QString, mark);
    QFETCH(const bool, isForAll);
    const test::Everything all
        = read({statusWith(audience + ",'account':{'acct':'a','indexable':true}"), u"mastodon"_s, {}});
    QCOMPARE(all.counts(), isForAll ? u"1 0 0 0 0"_s : u"0 0 0 1 0"_s);
    if (isForAll)
        QCOMPARE(all.stories().constFirst().attributes.value(0).value, mark);
}

void TestMastodonSource::whatIsNotForEverybodyIsNotKeptAsAQuote_data()
{
    QTest::addColumn<QByteArray>("quoted"); // what it says of itself, and the quote of it
    QTest::addColumn<bool>("isKept");
    QTest::newRow("public") << "'visibility':'public'},'state':'accepted'"_ba << true;
    QTest::newRow("unlisted") << "'visibility':'unlisted'},'state':'accepted'"_ba << true;
    QTest::newRow("for followers") << "'visibility':'private'},'state':'accepted'"_ba << false;
    QTest::newRow("for one person") << "'visibility':'direct'},'state':'accepted'"_ba << false;
    QTest::newRow("for those of its server")
        << "'visibility':'public','local_only':true},'state':'accepted'"_ba << false;
    for (const char *state : {"pending", "rejected", "revoked", "deleted", "unauthorized", "blocked_account", ""})
        QTest::addRow("“%s”", state) << "'visibility':'public'},'state':'" + QByteArray(state) + "'" << false;
}

void TestMastodonSource::whatIsNotForEverybodyIsNotKeptAsAQuote()
{
    QFETCH(const QByteArray, quoted);
    QFETCH(const bool, isKept);
    const test::Everything all = read({statusWith("'visibility':'public','account':{'acct':'b'},'quote':{"
                                                  "'quoted_status':{'uri':'https://b.example/2','content':"
                                                  "'Words of another','account':{'acct':'a'},"
                                                  + quoted + "}"),
                                       u"mastodon"_s,
                                       {}});
    QCOMPARE(all.counts(), u"1 0 0 0 0"_s);
    QCOMPARE(all.stories().constFirst().relations.size(), isKept ? 1 : 0);
    QCOMPARE(all.records.front().raw.contains("Words of another"), isKept);
}

void TestMastodonSource::aWebPageIsNoTimeline()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    for (const QByteArray &body :
         {"<html>Down for repair</html>"_ba, json("{'a':1}"), "{}"_ba, "[{}]"_ba, "[{\"id\":\"1\""_ba, ""_ba}) {
        MastodonSource source(tags, {}, {}, {});
        (void)source.next();
        const auto taken = source.take(answer(200, body));
        QVERIFY2(std::holds_alternative<PageProblem>(taken), body.constData());
        QVERIFY(std::get<PageProblem>(taken).message.contains(u"server.example"_s));
    }
}

/// Nothing new isn't the same as nothing at all.
void TestMastodonSource::aTimelineThatWasEmptiedIsTold()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    MastodonSource first(tags, {}, {}, {});
    (void)first.next();
    page(first.take(answer(200, "[]")));
    QVERIFY(!first.next() && !first.ending()); // nobody uses the tag
    MastodonSource read(tags, {}, {}, {});
    (void)read.next();
    const QString place = page(read.take(answer(200, json("[{'id':'9','uri':'u9'}]")))).place;
    MastodonSource later(tags, place, {}, {});
    (void)later.next();
    const QString kept = page(later.take(answer(200, "[]"))).place;
    QCOMPARE(parameter(later.next(), u"max_id"_s), u"9"_s); // that stretch was left open
    QVERIFY(later.ending() && later.ending()->outcome == FetchOutcome::Done);
    QVERIFY2(later.ending()->message.contains(u"server.example"_s), qPrintable(later.ending()->message));
    QVERIFY(kept.contains(u"u9"_s));
}

void TestMastodonSource::anErrorIsTold()
{
    const PageProblem problem = problemOf(answer(422, json("{'error':'Nur für Angemeldete'}")));
    QVERIFY2(problem.message.contains(u"Nur für Angemeldete"_s) && problem.message.contains(u"server.example"_s),
             qPrintable(problem.message));
}

/// A reply names its parent by number, and the parent is the older one, further down on the page.
void TestMastodonSource::answersKnowWhatTheyAnswer()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    MastodonSource source(tags, {}, {}, {});
    (void)source.next();
    const auto status = [](int id, const char *more) {
        return json("{'id':'") + QByteArray::number(id) + json("','uri':'https://a.example/")
            + QByteArray::number(id) + json("','content':'Invented','visibility':'public','account':{'acct':'a'}")
            + json(more) + '}';
    };
    const FetchedPage read = page(source.take(
        answer(200, '[' + status(9, ",'in_reply_to_id':'8'") + ',' + status(8, ",'in_reply_to_id':null") + ']')));
    QStringList answered;
    auto reader = formatOf(read.format)->make(openBytes(read.bytes), u"page"_s, {.format = read.format});
    QVERIFY(reader);
    for (auto record = reader.value()->next(); record && record->has_value(); record = reader.value()->next()) {
        for (const Relation &relation : std::get<Story>((*record)->content).relations)
            answered << relation.nativeId;
    }
    QCOMPARE(answered, QStringList{u"https://a.example/8"_s});
}

/// What a number means is known once its post comes, on whatever page.
void TestMastodonSource::aServersNumbersAreNamesOfItsOwn()
{
    const QByteArray statuses
        = json("[{'id':'9','uri':'https://a.example/9','content':'Invented','visibility':'public','account':{},"
               "'in_reply_to_id':'8'},{'id':'10','content':'','visibility':'public','account':{},"
               "'uri':'https://a.example/10','reblog':{'id':'7','uri':'https://b.example/7','content':'Invented',"
               "'visibility':'public','account':{}}}]");
    auto reader = formatOf(u"mastodon"_s)
                      ->make(openBytes(statuses), u"page"_s,
                             {.format = u"mastodon"_s, .isFetched = true, .server = u"https://c.example"_s});
    QVERIFY(reader);
    const auto answers = reader.value()->next();
    QVERIFY(answers && answers->has_value());
    QCOMPARE((*answers)->calledThere, u"https://c.example/api/v1/statuses/9"_s);
    QCOMPARE(std::get<Story>((*answers)->content).relations.constFirst().nativeId,
             u"https://c.example/api/v1/statuses/8"_s);
    const auto boost = reader.value()->next();
    QVERIFY(boost && boost->has_value());
    QCOMPARE((*boost)->calledThere, u"https://c.example/api/v1/statuses/7"_s); // what was passed on
}

QTEST_APPLESS_MAIN(TestMastodonSource)
#include "tst_mastodonsource.moc"
