#include "model/Covering.h"
#include "model/StoryContext.h"
#include "model/StoryReplies.h"

#include "support/InventedPosts.h"

#include <QSignalSpy>
#include <QTest>

using namespace tidemark;
using namespace Qt::StringLiterals;
using tidemark::test::waitFor;

namespace {

/// An invented thread: 1 <- 2 <- 3, and 4 that quotes 1 and answers 5, which carries its author's warning; 6
/// answers a post that isn't there.
constexpr auto inventedThread = R"({"format": "tidemark-stories", "version": 1, "invented": true}
{"platform": "mastodon", "id": "1", "posted_at": "2017-10-15T10:00:00Z", "text": "The first of an invented thread."}
{"platform": "mastodon", "id": "2", "posted_at": "2017-10-15T10:01:00Z", "text": "An invented answer.", "reply_to": "1"}
{"platform": "mastodon", "id": "3", "posted_at": "2017-10-15T10:02:00Z", "text": "An invented answer to it.", "reply_to": "2"}
{"platform": "mastodon", "id": "4", "posted_at": "2017-10-15T10:03:00Z", "text": "An invented quote.", "reply_to": "5", "quote_of": "1"}
{"platform": "mastodon", "id": "5", "posted_at": "2017-10-15T10:04:00Z", "text": "Invented, with a warning.", "content_warning": "invented"}
{"platform": "mastodon", "id": "6", "posted_at": "2017-10-15T10:05:00Z", "text": "Invented, to nobody here.", "reply_to": "77"}
{"platform": "mastodon", "id": "7", "posted_at": "2017-10-15T10:06:00Z", "text": "Invented, and elsewhere."}
{"platform": "mastodon", "id": "8", "posted_at": "2017-10-15T10:07:00Z", "text": "Invented, and answered twice."}
{"platform": "mastodon", "id": "9", "posted_at": "2017-10-15T10:08:00Z", "text": "Invented, with one.", "reply_to": "8", "content_warning": "invented"}
{"platform": "mastodon", "id": "10", "posted_at": "2017-10-15T10:09:00Z", "text": "Invented, without one.", "reply_to": "8"}
)";

} // namespace

class tst_storycontext : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void followsAThreadUp();
    void namesACoveredStoryOnly();
    void hasNothingToAdd();
    void theLatestWishWins();
    void findsRepliesByTime();
    void hidesTheWordsOfCoveredReplies();

private:
    [[nodiscard]] StoryPage story(qint64 number) const;

    QTemporaryDir m_folder;
    std::unique_ptr<Collection> m_collection;
};

void tst_storycontext::initTestCase()
{
    auto opened = Collection::open(m_folder.filePath(u"thread.tidemark"_s), Collection::Missing::Create);
    QVERIFY(opened);
    m_collection = std::move(opened).value();
    const QString path = test::writeFile(m_folder, u"thread.jsonl"_s, QByteArray(inventedThread));
    const auto report = waitFor(m_collection->import(path, {}));
    QVERIFY(report && report->counts.added == 10);
}

StoryPage tst_storycontext::story(qint64 number) const
{
    auto page = waitFor(m_collection->story(StoryId{number}));
    return page ? page.value() : StoryPage();
}

void tst_storycontext::followsAThreadUp()
{
    StoryContext context(m_collection.get(), nullptr);
    QSignalSpy found(&context, &StoryContext::found);
    context.ask(story(3));
    QVERIFY(found.wait());
    const auto page = found.constFirst().constFirst().value<StoryPage>();
    QCOMPARE(page.row.id, StoryId{3});
    QCOMPARE(page.relations.size(), 2);
    QCOMPARE(page.relations.at(0).relation.text, u"An invented answer."_s);
    QCOMPARE(page.relations.at(1).relation.text, u"The first of an invented thread."_s);
}

void tst_storycontext::namesACoveredStoryOnly()
{
    const Covering covering(m_collection.get());
    StoryContext context(m_collection.get(), &covering);
    QSignalSpy found(&context, &StoryContext::found);
    StoryPage asked = story(4);
    for (LinkedRelation &linked : asked.relations)
        linked.relation.text = u"What the record has of the other one."_s;
    const StoryPage meanwhile = context.ask(asked);
    for (const LinkedRelation &linked : meanwhile.relations)
        QVERIFY(linked.story == noStory || linked.relation.text.isEmpty());
    QVERIFY(found.wait());
    const auto page = found.constFirst().constFirst().value<StoryPage>();
    QCOMPARE(page.relations.size(), 2);
    for (const LinkedRelation &linked : page.relations) {
        const bool isCovered = linked.story == StoryId{5};
        QCOMPARE(linked.relation.text, isCovered ? QString() : u"The first of an invented thread."_s);
    }
}

void tst_storycontext::hasNothingToAdd()
{
    StoryContext context(m_collection.get(), nullptr);
    const QSignalSpy found(&context, &StoryContext::found);
    context.ask(story(6));
    QCOMPARE(found.count(), 1);
    const auto page = found.constFirst().constFirst().value<StoryPage>();
    QCOMPARE(page.row.id, StoryId{6});
    QCOMPARE(page.relations, story(6).relations);
}

void tst_storycontext::theLatestWishWins()
{
    StoryContext context(m_collection.get(), nullptr);
    QSignalSpy found(&context, &StoryContext::found);
    context.ask(story(3));
    context.ask(story(2));
    QVERIFY(found.wait());
    QCoreApplication::processEvents();
    QCOMPARE(found.count(), 1);
    QCOMPARE(found.constFirst().constFirst().value<StoryPage>().row.id, StoryId{2});
}

void tst_storycontext::findsRepliesByTime()
{
    StoryReplies replies(m_collection.get(), nullptr);
    QSignalSpy found(&replies, &StoryReplies::found);
    replies.ask(StoryId{3}); // nothing answers it
    replies.ask(StoryId{1});
    QVERIFY(found.wait());
    QCOMPARE(found.count(), 1);
    QCOMPARE(found.constFirst().at(0).value<StoryId>(), StoryId{1});
    const auto rows = found.constFirst().at(1).value<QVector<StoryRow>>();
    QCOMPARE(rows.size(), 1); // a quote is no reply
    QCOMPARE(rows.constFirst().id, StoryId{2});
    QCOMPARE(rows.constFirst().opening, u"An invented answer."_s);
}

void tst_storycontext::hidesTheWordsOfCoveredReplies()
{
    Covering covering(m_collection.get());
    StoryReplies replies(m_collection.get(), &covering);
    QSignalSpy found(&replies, &StoryReplies::found);
    replies.ask(StoryId{8}); // its reply has a warning
    QVERIFY(found.wait());
    const auto rows = found.constFirst().at(1).value<QVector<StoryRow>>();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).id, StoryId{9});
    QVERIFY(rows.at(0).opening.isEmpty());
    QCOMPARE(rows.at(1).opening, u"Invented, without one."_s);
}

QTEST_GUILESS_MAIN(tst_storycontext)
#include "tst_storycontext.moc"
