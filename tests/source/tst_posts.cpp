#include "support/ReadAll.h"
#include "support/TestData.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

Everything readData(const QString &name)
{
    return readAll(openReader(dataFile(name)));
}

/// The body of a recorded answer, or the whole file.
QByteArray bodyOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    return bytes.startsWith("HTTP/") ? bytes.mid(bytes.indexOf("\r\n\r\n") + 4) : bytes;
}

QString relationOf(const Story &story, Relation::Kind kind)
{
    for (const Relation &relation : story.relations) {
        if (relation.kind == kind)
            return relation.nativeId;
    }
    return {};
}

} // namespace

/// Posts of our own are invented; tests/source/expected_posts.py reads the real ones by Python's json module.
class tst_posts : public QObject
{
    Q_OBJECT

private slots:
    void readsAnOutbox();
    void readsActivitiesOfOtherServers_data();
    void readsActivitiesOfOtherServers();
    void whoPassesOnIsLinkedIntoTheWebAlone_data();
    void whoPassesOnIsLinkedIntoTheWebAlone();
    void postsOfLinkAggregatorsKeepWhatTheyPassOn_data();
    void postsOfLinkAggregatorsKeepWhatTheyPassOn();
    void aPageIsOfItsSiteWithAndWithoutWww();
    void whatIsInADocumentIsNoWarning();
    void theOnlyLanguageOfAPostIsIts();
    void aCommunityPassesOnAPost();
    void readsStatuses();
    void readsBluesky();
    void readsAJsonFeed();
    void anEntryWithoutMarkupHasItsPlainText();
    void everyFormTellsTheSamePosts_data();
    void everyFormTellsTheSamePosts();
    void readsRealPostsAsPythonDoes_data();
    void readsRealPostsAsPythonDoes();
    void survivesTruncationAtEveryByte();

private:
    QJsonObject m_expected;
};

void tst_posts::readsAnOutbox()
{
    const Everything all = readData(u"mastodon/outbox.json"_s);
    QCOMPARE(all.error, QString());
    QCOMPARE(all.counts(), u"2 1 1 3 0"_s);
    const Story first = all.stories().at(0);
    QCOMPARE(first.platform, Platform::Mastodon);
    QCOMPARE(first.nativeId, u"https://social.example/users/invented/statuses/1"_s);
    QCOMPARE(first.permalink, u"https://social.example/@invented/1"_s);
    QCOMPARE(first.author.handle, u"invented@social.example"_s);
    QCOMPARE(first.text, u"An invented story #metoo"_s);
    QCOMPARE(first.contentWarning, u"invented"_s);
    QCOMPARE(first.sensitive, std::optional(true));
    QCOMPARE(first.postedAt, std::optional<Instant>(1508116860000));
    QCOMPARE(first.editedAt, std::optional<Instant>(1508120460000));
    QCOMPARE(first.language, u"en"_s);
    QCOMPARE(first.hashtags, QStringList{u"metoo"_s});
    QCOMPARE(first.mediaDescriptions, QStringList{u"a red square"_s});
    const Story second = all.stories().at(1);
    QCOMPARE(second.text, u"unlisted\n• yes\n• no"_s);
    QCOMPARE(second.attributes, (QVector<Attribute>{{u"visibility"_s, u"unlisted"_s, false}}));
    QVERIFY(first.attributes.isEmpty());
    QCOMPARE(relationOf(second, Relation::Kind::Reply), first.nativeId);
    QCOMPARE(relationOf(second, Relation::Kind::Quote), u"https://social.example/users/second/statuses/9"_s);
    const Repost boost = all.reposts().at(0);
    QCOMPARE(boost.originalNativeId, u"https://social.example/users/second/statuses/8"_s);
    QCOMPARE(boost.postedAt, std::optional<Instant>(1508126400000));
    QVERIFY(!boost.original);
}

void tst_posts::readsActivitiesOfOtherServers_data()
{
    QTest::addColumn<QByteArray>("activity");
    QTest::addColumn<QString>("counts");
    QTest::newRow("a type among others")
        << R"({"type":["bw:Comment","Note"],"id":"https://a.example/1","content":"invented","to":"as:Public","inReplyTo":null})"_ba
        << u"1 0 0 0 0"_s;
    QTest::newRow("what is left of a post")
        << R"({"type":"Tombstone","id":"https://a.example/1","actor":"https://a.example/anna","object":null})"_ba
        << u"0 0 1 0 0"_s;
    QTest::newRow("a vote that a community passes on")
        << R"({"type":"Announce","id":"https://a.example/1","actor":"https://a.example/c","to":"as:Public",
        "object":{"type":"Like","actor":"https://a.example/anna","object":"https://a.example/2"}})"_ba
        << u"0 0 0 1 0"_s;
    QTest::newRow("a deletion that a community passes on")
        << R"({"type":"Announce","id":"https://a.example/1","actor":"https://a.example/c","to":"as:Public",
        "object":{"type":"Delete","actor":"https://a.example/anna","object":"https://a.example/2"}})"_ba
        << u"0 0 1 0 0"_s;
}

void tst_posts::readsActivitiesOfOtherServers()
{
    QFETCH(QByteArray, activity);
    QTEST(readAll(openReader(activity, u"invented.json"_s, {.format = u"activitypub"_s})).counts(), "counts");
}

void tst_posts::whoPassesOnIsLinkedIntoTheWebAlone_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("record");
    QTest::newRow("a status")
        << u"mastodon"_s
        << R"({"id":"3","uri":"https://a.example/s/3","visibility":"public","content":"","account":{"acct":"anna","url":"#"},
        "reblog":{"id":"8","uri":"https://b.example/s/8","visibility":"public","content":"invented","account":{"acct":"b"}}})"_ba;
    QTest::newRow("a status that passes on what is for few")
        << u"mastodon"_s
        << R"({"id":"3","uri":"https://a.example/s/3","visibility":"public","content":"","account":{"acct":"anna","url":"#"},
        "reblog":{"id":"8","uri":"https://b.example/s/8","visibility":"private","content":"","account":{"acct":"b"}}})"_ba;
    QTest::newRow("an activity")
        << u"activitypub"_s
        << R"({"type":"Announce","id":"https://a.example/1","actor":"#","to":"as:Public","object":"https://b.example/2"})"_ba;
}

void tst_posts::whoPassesOnIsLinkedIntoTheWebAlone()
{
    QFETCH(const QString, format);
    QFETCH(const QByteArray, record);
    const auto linkFrom = [&](const QByteArray &link) {
        const QByteArray bytes = QByteArray(record).replace('#', link);
        const auto reposts = readAll(openReader(bytes, u"invented.json"_s, {.format = format})).reposts();
        return reposts.size() == 1 ? reposts.constFirst().author.link : u"no repost"_s;
    };
    QCOMPARE(linkFrom("https://a.example/anna"), u"https://a.example/anna"_s);
    QCOMPARE(linkFrom("javascript:alert(1)"), QString());
}

void tst_posts::postsOfLinkAggregatorsKeepWhatTheyPassOn_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::newRow("older ones") << R"("url":"https://news.example/about")"_ba;
    QTest::newRow("newer ones")
        << R"("attachment":[{"type":"Link","href":"https://news.example/about","name":"About"}])"_ba;
}

void tst_posts::postsOfLinkAggregatorsKeepWhatTheyPassOn()
{
    QFETCH(QByteArray, link);
    const QByteArray page
        = R"({"type":"Page","id":"https://forum.example/post/1","name":"Invented","to":"as:Public",)"
          R"("attributedTo":"https://forum.example/u/anna",)"
        + link + '}';
    const auto stories = readAll(openReader(page, u"invented.json"_s)).stories();
    QCOMPARE(stories.size(), 1);
    QCOMPARE(stories.constFirst().permalink, u"https://forum.example/post/1"_s);
    QCOMPARE(stories.constFirst().text, u"Invented\n\nhttps://news.example/about"_s);
    QVERIFY(stories.constFirst().mediaDescriptions.isEmpty());
}

void tst_posts::aPageIsOfItsSiteWithAndWithoutWww()
{
    const QByteArray page
        = R"({"type":"Page","id":"https://forum.example/post/1","name":"Invented","to":"as:Public",)"
          R"("attributedTo":"https://forum.example/u/anna","url":"https://www.forum.example/post/1"})";
    const Story story = readAll(openReader(page, u"invented.json"_s)).stories().value(0);
    QCOMPARE(story.permalink, u"https://www.forum.example/post/1"_s);
    QCOMPARE(story.text, u"Invented"_s);
}

void tst_posts::whatIsInADocumentIsNoWarning()
{
    const QByteArray article
        = R"({"type":"Article","id":"https://a.example/1","name":"Invented","content":"<p>all</p>",)"
          R"("summary":"in short","to":"as:Public","attributedTo":"https://a.example/u/anna"})";
    const Story story = readAll(openReader(article, u"invented.json"_s)).stories().value(0);
    QCOMPARE(story.text, u"Invented\n\nall"_s);
    QCOMPARE(story.contentWarning, QString());
    const auto sensitive = QByteArray(article).replace(R"("to")", R"("sensitive":true,"to")");
    QCOMPARE(readAll(openReader(sensitive, u"invented.json"_s)).stories().value(0).contentWarning, u"in short"_s);
    const auto empty = QByteArray(article).replace("<p>all</p>", "");
    QCOMPARE(readAll(openReader(empty, u"invented.json"_s)).stories().value(0).text, u"Invented\n\nin short"_s);
}

void tst_posts::theOnlyLanguageOfAPostIsIts()
{
    const QByteArray note
        = R"({"type":"Note","id":"https://a.example/1","content":"eins","contentMap":{"de":"<b>eins</b>"},)"
          R"("to":"as:Public","attributedTo":"https://a.example/u/anna"})";
    const Story story = readAll(openReader(note, u"invented.json"_s)).stories().value(0);
    QCOMPARE(story.text, u"eins"_s);
    QCOMPARE(story.language, u"de"_s);
}

void tst_posts::aCommunityPassesOnAPost()
{
    const QByteArray announced
        = R"({"type":"Announce","id":"https://a.example/9","actor":"https://a.example/c/main","to":"as:Public","object":)"
          R"({"type":"Create","id":"https://a.example/8","actor":"https://a.example/u/anna","to":"as:Public","object":)"
          R"({"type":"Note","id":"https://a.example/1","attributedTo":"https://a.example/u/anna","content":"invented",)"
          R"("to":"as:Public"}}})";
    const auto reposts = readAll(openReader(announced, u"invented.json"_s)).reposts();
    QCOMPARE(reposts.size(), 1);
    QCOMPARE(reposts.constFirst().originalNativeId, u"https://a.example/1"_s);
    QVERIFY(reposts.constFirst().original);
    QCOMPARE(reposts.constFirst().original->text, u"invented"_s);
}

void tst_posts::readsStatuses()
{
    const Everything all = readData(u"mastodon/statuses.json"_s);
    QCOMPARE(all.error, QString());
    QCOMPARE(all.counts(), u"2 1 0 1 0"_s);
    const Story first = all.stories().at(0);
    QCOMPARE(first.nativeId, u"https://social.example/users/invented/statuses/2"_s);
    QCOMPARE(first.text, u"second"_s);
    QCOMPARE(first.contentWarning, u"invented"_s);
    QCOMPARE(first.author.handle, u"invented@social.example"_s);
    QCOMPARE(first.editedAt, std::optional<Instant>(1508123100000));
    QCOMPARE(relationOf(first, Relation::Kind::Quote), u"https://other.example/s/9"_s);
    QCOMPARE(relationOf(all.stories().at(1), Relation::Kind::Reply), first.nativeId);
    const Repost boost = all.reposts().at(0);
    QCOMPARE(boost.originalNativeId, u"https://other.example/s/8"_s);
    QCOMPARE(boost.original->text, u"first said elsewhere"_s);
    QCOMPARE(boost.postedAt, std::optional<Instant>(1508126400000));
}

void tst_posts::readsBluesky()
{
    const Everything all = readData(u"bluesky/search.json"_s);
    QCOMPARE(all.error, QString());
    QCOMPARE(all.counts(), u"2 0 0 1 0"_s);
    const Story first = all.stories().at(0);
    QCOMPARE(first.text, u"Üben: https://example.org/a/long und hier (https://example.org/b) #MeToo"_s);
    QCOMPARE(first.permalink, u"https://bsky.app/profile/did:plc:invented/post/1"_s);
    QCOMPARE(first.hashtags, (QStringList{u"MeToo"_s, u"hidden"_s}));
    QCOMPARE(first.language, u"de"_s);
    QCOMPARE(first.contentWarning, u"graphic-media"_s);
    QCOMPARE(first.sensitive, std::optional(true));
    QCOMPARE(first.mediaDescriptions, QStringList{u"a red square"_s});
    QCOMPARE(relationOf(first, Relation::Kind::Reply), u"at://did:plc:other/app.bsky.feed.post/9"_s);
    QCOMPARE(relationOf(first, Relation::Kind::Quote), u"at://did:plc:other/app.bsky.feed.post/7"_s);
    QCOMPARE(first.relations.size(), 2);
    const Story last = all.stories().at(1);
    QVERIFY(!last.zoneKnown);
    QCOMPARE(last.postedAt, std::optional<Instant>(1508116860500));
}

void tst_posts::readsAJsonFeed()
{
    const Everything all = readData(u"feeds/feed.json"_s);
    QCOMPARE(all.error, QString());
    QCOMPARE(all.counts(), u"2 0 0 1 1"_s);
    const Story first = all.stories().at(0);
    QCOMPARE(first.text, u"Enough\n\nThe text (https://example.org/2)"_s);
    QCOMPARE(first.postedAt, std::optional<Instant>(1508116860000));
    QCOMPARE(first.author.name, u"Invented Person"_s);
    QCOMPARE(first.mediaDescriptions, QStringList{u"a red square"_s});
    const Story second = all.stories().at(1);
    QCOMPARE(second.nativeId, u"https://example.org/ 17"_s);
    QCOMPARE(second.text, u"a <b> is no tag here\n\nhttps://example.org/about"_s);
    QCOMPARE(second.author.name, u"Second Person"_s);
}

void tst_posts::anEntryWithoutMarkupHasItsPlainText()
{
    const Everything all = readAll(openReader(
        R"({"version":"https://jsonfeed.org/version/1.1","title":"Invented","items":[)"
        R"({"id":"1","content_html":"","content_text":"plain"},{"id":"2","content_html":" ","summary":"short"}]})"_ba,
        u"feed.json"_s));
    QCOMPARE(all.counts(), u"2 0 0 0 0"_s);
    QCOMPARE(all.stories().at(0).text, u"plain"_s);
    QCOMPARE(all.stories().at(1).text, u"short"_s);
}

void tst_posts::everyFormTellsTheSamePosts_data()
{
    QTest::addColumn<QString>("file");
    for (const auto &folder : {u"posts"_s, u"archives"_s}) {
        for (const QString &name : QDir(dataFile(folder)).entryList(QDir::Files)) {
            if (folder == u"posts"_s || name.startsWith("posts"_L1))
                QTest::newRow(qPrintable(name)) << folder + u'/' + name;
        }
    }
}

/// The same three invented posts, written as each form of a line or row writes them.
void tst_posts::everyFormTellsTheSamePosts()
{
    QFETCH(QString, file);
    const Everything all = readData(file);
    QCOMPARE(all.error, QString());
    QCOMPARE(all.counts(), u"3 0 0 0 0"_s);
    const QStringList texts{u"An invented story for the tests. #metoo"_s,
                            u"Nobody wrote this: it is invented & <plain>,\nover two lines with \"marks\"."_s,
                            u"\u00dcberall erfunden \U0001f642 @invented0 https://example.org/a"_s};
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const Story story = all.stories().at(i);
        QString text = story.text;
        text.remove(u"invented\n\n"_s); // a title, of Reddit's
        if (file.contains("mastodon"_L1))
            text.replace(u"plain>, over"_s, u"plain>,\nover"_s); // white space of HTML
        QCOMPARE(text, texts.at(i));
        const Instant zone = file.contains("crowdtangle"_L1) ? 4 * 3'600'000 : 0; // EDT
        QCOMPARE(story.postedAt.value_or(0), 1'508'100'000'000 + i * 3'600'000 + zone);
        QVERIFY(!story.author.isEmpty()
                || file.endsWith("json.jsonl"_L1)); // writer.name is no name that is guessed
        QVERIFY(!story.nativeId.isEmpty() || !story.permalink.isEmpty());
    }
}

void tst_posts::readsRealPostsAsPythonDoes_data()
{
    QTest::addColumn<QString>("path");
    QStringList paths;
    for (const char *kind : {"mastodon-api", "mastodon-archive", "bluesky"}) {
        const QString folder = sharedFile(u"samples/"_s + QLatin1StringView(kind));
        if (folder.isEmpty())
            continue;
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            paths << files.next();
    }
    for (const QString &path : std::as_const(paths))
        QTest::newRow(qPrintable(path.section(u'/', -2))) << path;
    if (paths.isEmpty()) {
        QTest::newRow("none") << QString();
        return;
    }
    QProcess python;
    python.start(u"python3"_s, QStringList{sourceRoot() + u"/tests/source/expected_posts.py"_s} + paths);
    if (python.waitForFinished(60'000))
        m_expected = QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

void tst_posts::readsRealPostsAsPythonDoes()
{
    QFETCH(QString, path);
    if (path.isEmpty() || m_expected.isEmpty())
        QSKIP("the shared samples or python3 are not here");
    const Everything all = readAll(openReader(bodyOf(path), u"real.json"_s));
    const QJsonArray expected = m_expected.value(path).toArray();
    const auto isStory = [](const QJsonValue &entry) { return entry.toArray().at(0) != u"skipped"_s; };
    if (std::none_of(expected.begin(), expected.end(), isStory)) {
        QVERIFY(all.stories().isEmpty());
        return;
    }
    QCOMPARE(all.error, QString());
    QCOMPARE(all.records.size(), expected.size());
    for (qsizetype place = 0; place < all.records.size(); ++place) {
        const QJsonArray entry = expected.at(place).toArray();
        const Content &content = all.records.at(place).content;
        const Instant time = Instant(entry.at(2).toDouble());
        if (const auto *story = std::get_if<Story>(&content)) {
            QCOMPARE(entry.at(0).toString(), u"story"_s);
            QCOMPARE(story->nativeId, entry.at(1).toString());
            QCOMPARE(story->postedAt.value_or(0), time);
            qsizetype from = 0;
            for (const auto &word : entry.at(3).toArray()) {
                from = story->text.indexOf(word.toString(), from);
                QVERIFY2(from >= 0, qPrintable(story->text));
            }
            QCOMPARE(relationOf(*story, Relation::Kind::Reply), entry.at(4).toString());
            QCOMPARE(relationOf(*story, Relation::Kind::Quote), entry.at(5).toString());
        } else if (const auto *repost = std::get_if<Repost>(&content)) {
            QCOMPARE(entry.at(0).toString(), u"repost"_s);
            QCOMPARE(repost->nativeId, entry.at(1).toString());
            QCOMPARE(repost->postedAt.value_or(0), time);
        } else {
            QCOMPARE(entry.at(0).toString(), u"skipped"_s);
        }
    }
}

void tst_posts::survivesTruncationAtEveryByte()
{
    for (const QString &name : {u"mastodon/outbox.json"_s, u"mastodon/statuses.json"_s, u"bluesky/search.json"_s}) {
        const QByteArray whole = dataBytes(name);
        for (qsizetype length = 0; length <= whole.size(); length += 7)
            QVERIFY(readAll(openReader(whole.left(length), u"invented.json"_s)).records.size() <= 7);
    }
}

QTEST_APPLESS_MAIN(tst_posts)
#include "tst_posts.moc"
