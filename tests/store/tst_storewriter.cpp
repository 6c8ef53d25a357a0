#include "store/TemporaryCollection.h"

#include "store/AttributeFacts.h"
#include "store/Connection.h"

#include <QFile>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What only these stories say: nobody else's words, so that the file can be searched for them.
Story secretStory()
{
    Story story;
    story.platform = Platform::Twitter;
    story.nativeId = u"77001"_s;
    story.permalink = u"https://twitter.com/zanzibella/status/77001"_s;
    story.author = {u"55"_s, u"zanzibella"_s, u"Zanzi Bella"_s, QString()};
    story.text = u"quixotryword told at last"_s;
    story.language = u"en"_s;
    story.contentWarning = u"warnquokka"_s;
    story.attributes = {{u"sector"_s, u"attrquagga"_s, false}};
    story.earlierTexts = {{std::nullopt, u"earlierquoll said"_s}};
    return story;
}

Story quotingStory()
{
    Story story;
    story.platform = Platform::Twitter;
    story.nativeId = u"77002"_s;
    story.text = u"I heard her"_s;
    story.language = u"en"_s;
    story.relations = {{Relation::Kind::Quote, u"77001"_s, QString(), u"quixotryword told at last"_s}};
    return story;
}

} // namespace

class tst_storewriter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void marksGiveWhatChanged();
    void themesByHandWinAndGoBack();
    void voicesByHandWinAndGoBack();
    void notesGiveThePrevious();
    void theIndexSeesWhatIsInForce();
    void recodingKeepsHands();
    void forgettingTakesTheWordsFromTheFile();
    void aStoppedRemovalLeavesTheSubscription();
    void aFetchThatBroughtAnOriginalAloneStays();
    void whatASubscriptionLeavesGoesToTheNextOfItsName();
    void anotherQuestionIsNotGone();
    void numbersAreNeverUsedAgain();
    void aCopyIsWholeAndWithoutSearches();
    void aCopyOntoItselfIsRefused();
    void settingsComeBack();
    void attributesAreCountedToALimit();
    void authorsAreConcealedInRows();
    void aPageHasAllParts();
};

void tst_storewriter::initTestCase()
{
    QVERIFY(isWell(prepareSqlite()));
}

void tst_storewriter::marksGiveWhatChanged()
{
    TemporaryCollection collection;
    const StoryId a = collection.add(u"one"_s);
    const StoryId b = collection.add(u"two"_s);
    const QVector<StoryId> both{a, b, StoryId{999}};
    QCOMPARE(valueOf(collection.writer().setMark({&a, 1}, StoryMark::Starred, true)), QVector<StoryId>{a});
    QCOMPARE(valueOf(collection.writer().setMark(both, StoryMark::Starred, true)), QVector<StoryId>{b});
    QCOMPARE(valueOf(collection.writer().setMark(both, StoryMark::Read, false)), QVector<StoryId>());
    const auto rows = valueOf(collection.reader().rows(both, StoreReader::Authors::Hidden));
    QCOMPARE(rows.size(), 2);
    QVERIFY(rows.at(0).starred && rows.at(1).starred && !rows.at(0).read);
}

void tst_storewriter::themesByHandWinAndGoBack()
{
    TemporaryCollection collection;
    const StoryId id = collection.add(u"a story of no theme"_s);
    const StoryId ids[]{id};
    const auto themes
        = [&] { return valueOf(collection.reader().rows(ids, StoreReader::Authors::Hidden)).at(0).themes; };
    const ThemeSet byRule = themes();
    const auto first = valueOf(collection.writer().setTheme(2, ids, true));
    QVERIFY(themes().contains(2));
    QCOMPARE(first.size(), 1);
    QCOMPARE(first.at(0).present, std::optional<bool>());
    const auto second = valueOf(collection.writer().setTheme(2, ids, false));
    QVERIFY(!themes().contains(2));
    QCOMPARE(second.at(0).present, std::optional(true));
    QVERIFY(collection.writer().setTheme(2, second));
    QVERIFY(themes().contains(2));
    QVERIFY(collection.writer().setTheme(2, first));
    QCOMPARE(themes(), byRule);
}

void tst_storewriter::voicesByHandWinAndGoBack()
{
    TemporaryCollection collection;
    const StoryId ids[]{collection.add(u"a story of some words"_s)};
    const auto voice
        = [&] { return valueOf(collection.reader().rows(ids, StoreReader::Authors::Hidden)).at(0).voice; };
    const Voice byRule = voice();
    const auto before = valueOf(collection.writer().setVoice(ids, Voice::Commentary));
    QCOMPARE(voice(), Voice::Commentary);
    QCOMPARE(valueOf(collection.reader().page(ids[0])).voiceBy, CodedBy::Hand);
    QVERIFY(collection.writer().setVoice(before));
    QCOMPARE(voice(), byRule);
}

void tst_storewriter::notesGiveThePrevious()
{
    TemporaryCollection collection;
    const StoryId id = collection.add(u"a story"_s);
    const StoryId other = collection.add(u"another story"_s);
    const auto noted = [&](StoryId story) { return valueOf(collection.reader().page(story)).note; };
    using Notes = QVector<HandNote>;
    QCOMPARE(valueOf(collection.writer().setNotes({{id, u"first"_s}})), (Notes{{id, {}}}));
    QCOMPARE(
        valueOf(collection.writer().setNotes({{id, u"second"_s}, {other, u"second"_s}, {StoryId(99), u"x"_s}})),
        (Notes{{id, u"first"_s}, {other, {}}}));
    QCOMPARE(noted(id), u"second"_s);
    QCOMPARE(noted(other), u"second"_s);
    QCOMPARE(valueOf(collection.writer().setNotes({{id, {}}, {other, u"second"_s}})), (Notes{{id, u"second"_s}}));
    QVERIFY(!valueOf(collection.reader().page(id)).row.hasNote);
}

void tst_storewriter::theIndexSeesWhatIsInForce()
{
    TemporaryCollection collection;
    const StoryId plain = collection.add(u"a plain story"_s);
    const StoryId ids[]{collection.add(secretStory().text)};
    QVERIFY(collection.writer().setTheme(1, ids, true));
    QVERIFY(collection.writer().setVoice(ids, Voice::Support));
    QVERIFY(collection.writer().setMark(ids, StoryMark::DoNotQuote, true));
    QVERIFY(collection.writer().setNotes({{ids[0], u"n"_s}}));
    const IndexContents all = valueOf(collection.reader().indexContents());
    QCOMPARE(all.stories.size(), 2);
    QCOMPARE(all.stories.at(0).id, plain);
    QVERIFY(!all.stories.at(0).codedByHand && !all.stories.at(0).note);
    QCOMPARE(all.stories.at(0).sources.size(), 1);
    const IndexedStory &story = all.stories.at(1);
    QVERIFY(story.themes.contains(1) && story.codedByHand && story.doNotQuote && story.note && !story.read);
    QCOMPARE(story.voice, Voice::Support);
    const IndexContents some = valueOf(collection.reader().indexContents(ids));
    QCOMPARE(some.stories.size(), 1);
    QCOMPARE(some.stories.at(0).id, ids[0]);
    QCOMPARE(some.stories.at(0).voice, Voice::Support);
}

void tst_storewriter::recodingKeepsHands()
{
    TemporaryCollection collection;
    const StoryId ids[]{collection.add(u"the gardener spoke to me"_s)};
    Codebook codebook = shippedCodebook();
    QVERIFY(collection.writer().setTheme(0, ids, false));
    codebook.themes[0].rule = u"gardener"_s;
    codebook.themes[1].rule = u"gardener"_s;
    ++codebook.version;
    Progress progress;
    const auto back = valueOf(collection.writer().changeCodebook({codebook}, progress));
    QCOMPARE(back.codebook, shippedCodebook());
    const auto row = valueOf(collection.reader().rows(ids, StoreReader::Authors::Hidden)).at(0);
    QVERIFY(!row.themes.contains(0));
    QVERIFY(row.themes.contains(1));
    QCOMPARE(progress.done.load(), 1);
    QCOMPARE(valueOf(collection.reader().codebook()).version, codebook.version);
}

void tst_storewriter::forgettingTakesTheWordsFromTheFile()
{
    TemporaryCollection collection;
    const auto ids = collection.add({secretStory(), quotingStory()});
    const StoryId gone[]{ids.at(0)};
    QVERIFY(collection.writer().setNotes({{ids.at(0), u"notequetzal"_s}}));
    for (int i = 0; i < 50; ++i)
        collection.add(u"other stories stand beside it %1"_s.arg(i));
    const auto before = bytesOf(collection.path()) + bytesOf(collection.path() + u"-wal"_s);
    QVERIFY(before.contains("quixotryword"));

    Progress progress;
    const auto touched = valueOf(collection.writer().forget(gone, progress));
    QCOMPARE(touched.removed, QVector<StoryId>{ids.at(0)});
    QVERIFY(!touched.wordsLinger);
    const auto after = bytesOf(collection.path()) + bytesOf(collection.path() + u"-wal"_s);
    for (const char *word : {"quixotryword", "zanzibella", "Zanzi Bella", "warnquokka", "attrquagga",
                             "earlierquoll", "notequetzal", "77001", "quixotry"})
        QVERIFY2(!after.contains(word), word);
    QVERIFY(!collection.reader().page(ids.at(0)));
    const StoryPage quoting = valueOf(collection.reader().page(ids.at(1)));
    QCOMPARE(quoting.relations.size(), 1);
    QCOMPARE(quoting.relations.at(0).relation.text, QString());
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
    QVERIFY(valueOf(collection.writer().importTables().isTakenBack(u"twitter:77001"_s)));
    QVERIFY(!valueOf(collection.writer().importTables().isTakenBack(u"twitter:77002"_s)));
}

/// A repost's original that came again with it: nothing is added by itself.
void tst_storewriter::aFetchThatBroughtAnOriginalAloneStays()
{
    TemporaryCollection collection;
    ImportTables &tables = collection.writer().importTables();
    StoredRun run = valueOf(tables.openRun({u"blog"_s, u"feed"_s, 0, QByteArray("blog")}));
    QVERIFY(isWell(tables.beginBatch()));
    Story story;
    story.text = u"invented"_s;
    const StoryId id = valueOf(tables.add(codeStory(story, collection.rules()), 1, {u"invented:1"_s}, {1, {}}));
    run.read = run.duplicates = run.originals = 1;
    QVERIFY(tables.commitBatch(run));
    tables.closeRun();
    QVERIFY(tables.finishFetch(run.number));
    QCOMPARE(valueOf(collection.reader().page(id)).provenances.size(), 1);
}

void tst_storewriter::whatASubscriptionLeavesGoesToTheNextOfItsName()
{
    TemporaryCollection collection;
    StoreWriter &writer = collection.writer();
    const auto blog = [](const QString &name, const QString &address) {
        Subscription subscription;
        subscription.name = name;
        subscription.address = QUrl(address);
        return subscription;
    };
    const auto digest = [&] { return valueOf(collection.reader().subscriptions()).constFirst().digest; };
    const qint64 first = valueOf(writer.addSubscription(blog(u"blog"_s, u"https://blog.example/1"_s)));
    const QByteArray left = digest();
    for (const auto &[name, size] : {std::pair(u"blog"_s, qint64{0}), std::pair(u"file"_s, qint64{9})}) {
        const auto run = valueOf(
            writer.importTables().openRun({name, u"feed"_s, size, size == 0 ? left : QByteArray("file")}));
        writer.importTables().closeRun();
        QVERIFY(writer.importTables().finishFetch(run.number));
    }
    Progress progress;
    QVERIFY(writer.removeSubscription(first, false, progress));
    Subscription other = blog(u"other"_s, u"https://blog.example/2"_s);
    other.number = valueOf(writer.addSubscription(other));
    QVERIFY(digest() != left);
    for (const QString &taken : {u"blog"_s, u"file"_s}) { // it has a source of its own
        Subscription renamed = other;
        renamed.name = taken;
        QVERIFY(!writer.changeSubscription(renamed));
    }
    QVERIFY(!writer.addSubscription(blog(u"file"_s, u"https://blog.example/3"_s)));
    Subscription ofAnotherService = blog(u"blog"_s, u"https://blog.example"_s);
    ofAnotherService.service = Service::Mastodon;
    QVERIFY(!writer.addSubscription(ofAnotherService));
    QVERIFY(writer.addSubscription(blog(u"blog"_s, u"https://blog.example/3"_s)));
    QCOMPARE(digest(), left); // by name, and "blog" is the first
}

void tst_storewriter::anotherQuestionIsNotGone()
{
    TemporaryCollection collection;
    StoreWriter &writer = collection.writer();
    Subscription feed;
    feed.name = u"blog"_s;
    feed.address = QUrl(u"https://blog.example/1"_s);
    feed.number = valueOf(writer.addSubscription(feed));
    SubscriptionState gone;
    gone.outcome = FetchOutcome::Gone;
    gone.message = u"An invented sentence"_s;
    QVERIFY(writer.noteOutcome(feed.number, gone));
    const auto state = [&] { return valueOf(collection.reader().subscriptions()).constFirst().state; };
    feed.paused = true;
    QVERIFY(writer.changeSubscription(feed));
    QCOMPARE(state().outcome, FetchOutcome::Gone);
    feed.address = QUrl(u"https://blog.example/2"_s);
    QVERIFY(writer.changeSubscription(feed));
    QCOMPARE(state().outcome, FetchOutcome::Never);
    QCOMPARE(state().message, QString());
}

void tst_storewriter::aStoppedRemovalLeavesTheSubscription()
{
    TemporaryCollection collection;
    Subscription subscription;
    subscription.name = u"An invented blog"_s;
    subscription.address = QUrl(u"https://blog.example/feed"_s);
    const qint64 number = valueOf(collection.writer().addSubscription(subscription));
    const QByteArray digest = valueOf(collection.reader().subscriptions()).constFirst().digest;
    ImportTables &tables = collection.writer().importTables();
    const auto run = valueOf(tables.openRun({subscription.name, u"rss"_s, 0, digest}));
    QVERIFY(isWell(tables.beginBatch()));
    Story story;
    story.text = u"an invented entry"_s;
    valueOf(tables.add(codeStory(story, collection.rules()), 1, {u"test:1"_s}, {1, {}}));
    valueOf(tables.commitBatch(run));
    QVERIFY(isWell(tables.finishRun(run.number)));

    Progress stopped;
    stopped.cancel();
    QVERIFY(!collection.writer().removeSubscription(number, true, stopped));
    QCOMPARE(valueOf(collection.reader().storyCount()), 1);
    QCOMPARE(valueOf(collection.reader().subscriptions()).size(), 1);
    Progress progress;
    const auto gone = valueOf(collection.writer().removeSubscription(number, true, progress));
    QCOMPARE(gone.removed.size(), 1);
    QVERIFY(valueOf(collection.reader().subscriptions()).isEmpty());
    QVERIFY(valueOf(collection.reader().sources()).isEmpty());
}

void tst_storewriter::numbersAreNeverUsedAgain()
{
    TemporaryCollection collection;
    const StoryId last[]{collection.add(u"goes"_s)};
    Progress progress;
    QVERIFY(collection.writer().forget(last, progress));
    collection.close();
    collection.open();
    QVERIFY(collection.add(u"comes"_s) > last[0]);
}

void tst_storewriter::aCopyIsWholeAndWithoutSearches()
{
    TemporaryCollection collection;
    const StoryId id = collection.add(u"a story to keep"_s);
    QVERIFY(isWell(collection.writer().setSetting(u"search_history"_s, u"searchquince"_s)));
    QVERIFY(isWell(collection.writer().setSetting(u"last_filter"_s, u"filterquince"_s)));
    QVERIFY(isWell(collection.writer().setSetting(u"last_locks"_s, u"lockquince"_s)));
    QVERIFY(isWell(collection.writer().setSetting(u"columns"_s, u"kept"_s)));
    const QString path = collection.folder() + u"/copy.tidemark"_s;
    Progress progress;
    QVERIFY(isWell(collection.reader().backup(path, progress)));
    QVERIFY(!QFile::exists(path + u".part"_s));
    QVERIFY(!bytesOf(path).contains("quince"));
    auto store = valueOf(Store::open(path, Store::Missing::Fail));
    auto reader = valueOf(store->reader());
    QCOMPARE(valueOf(reader->page(id)).text, u"a story to keep"_s);
    QCOMPARE(valueOf(reader->settings()).free.value(u"columns"_s), u"kept"_s);
    QCOMPARE(valueOf(reader->check(progress)), QStringList());
    QCOMPARE(valueOf(collection.reader().settings()).free.value(u"last_filter"_s), u"filterquince"_s);

    // A cancelled copy leaves the old one.
    Progress cancelled;
    cancelled.cancel();
    for (int i = 0; i < 300; ++i)
        collection.add(QString(u"more and more words "_s).repeated(500));
    reader.reset();
    store.reset();
    const QByteArray old = bytesOf(path);
    const auto stopped = collection.reader().backup(path, cancelled);
    QVERIFY(!stopped);
    QCOMPARE(int(stopped.error().kind), int(Error::Kind::Cancelled));
    QCOMPARE(bytesOf(path), old);
}

void tst_storewriter::aCopyOntoItselfIsRefused()
{
    TemporaryCollection collection;
    Progress progress;
    QVERIFY(!collection.reader().backup(collection.path(), progress));
    QVERIFY(!collection.reader().backup(collection.folder(), progress));
    QVERIFY(!collection.reader().backup(u"/nowhere/at/all/copy.tidemark"_s, progress)
            || QFile::remove(u"/nowhere/at/all/copy.tidemark"_s));
}

void tst_storewriter::settingsComeBack()
{
    TemporaryCollection collection;
    StoryId id = collection.add(u"x"_s);
    Q_UNUSED(id)
    QVERIFY(isWell(collection.writer().setTimeZone(QTimeZone("America/New_York"))));
    QVERIFY(isWell(collection.writer().setShowAuthors(true)));
    QVERIFY(isWell(collection.writer().setPublicAccounts({u"MeTooMvmt"_s, u"a \"b\""_s})));
    QVERIFY(isWell(collection.writer().setInvented(true)));
    QVERIFY(!collection.writer().setSetting(u"collection.pseudonym_key"_s, u"00"_s));
    const QByteArray key = valueOf(collection.reader().settings()).pseudonymKey;
    collection.close();
    collection.open();
    const StoreSettings settings = valueOf(collection.reader().settings());
    QCOMPARE(settings.zone.id(), QByteArray("America/New_York"));
    QVERIFY(settings.showAuthors && settings.invented && settings.keepRawRecords);
    QCOMPARE(settings.publicAccounts, (QStringList{u"MeTooMvmt"_s, u"a \"b\""_s}));
    QCOMPARE(settings.pseudonymKey, key);
}

void tst_storewriter::attributesAreCountedToALimit()
{
    TemporaryCollection collection;
    QVector<Story> stories;
    for (int i = 0; i < 60; ++i) {
        Story story;
        story.text = u"story %1"_s.arg(i);
        story.attributes = {{u"many"_s, QString::number(i), false}, {u"few"_s, i % 2 ? u"odd"_s : QString(), true}};
        stories.append(story);
    }
    const auto ids = collection.add(stories);
    const auto attributes = valueOf(collection.reader().attributes());
    QCOMPARE(attributes.size(), 2);
    QCOMPARE(attributes.at(0).name, u"many"_s);
    QCOMPARE(attributes.at(0).values, 51);
    QCOMPARE(attributes.at(1).values, 2);
    QVERIFY(attributes.at(1).personal && !attributes.at(1).ticked);
    const auto found = valueOf(
        collection.reader().attributeValues({{u"many"_s, {{u"3"_s, u"none"_s}}}, {u"few"_s}}, Progress()));
    QCOMPARE(found.values.at(0).size(), 1);
    QCOMPARE(found.values.at(0).at(0).stories, std::vector<StoryId>{ids.at(3)});
    const auto values = found.values.at(1);
    QCOMPARE(values.size(), 2);
    QCOMPARE(values.at(0).value, QString());
    QCOMPARE(values.at(1).stories.size(), size_t(30));
}

void tst_storewriter::authorsAreConcealedInRows()
{
    TemporaryCollection collection;
    const StoryId ids[]{collection.add(u"I told\n@maryexample and @publicvoice"_s)};
    QVERIFY(isWell(collection.writer().setPublicAccounts({u"publicvoice"_s})));
    const QString hidden = valueOf(collection.reader().rows(ids, StoreReader::Authors::Hidden)).at(0).opening;
    QVERIFY2(!hidden.contains("mary"_L1) && hidden.contains("publicvoice"_L1) && !hidden.contains(u'\n'),
             qUtf8Printable(hidden));
    QCOMPARE(valueOf(collection.reader().rows(ids, StoreReader::Authors::Shown)).at(0).opening,
             u"I told @maryexample and @publicvoice"_s);
}

void tst_storewriter::aPageHasAllParts()
{
    TemporaryCollection collection;
    const auto ids = collection.add({secretStory(), quotingStory()});
    const StoryPage page = valueOf(collection.reader().page(ids.at(0)));
    QCOMPARE(page.text, secretStory().text);
    QCOMPARE(page.author, secretStory().author);
    QCOMPARE(page.attributes, secretStory().attributes);
    QCOMPARE(page.earlierTexts, secretStory().earlierTexts);
    QCOMPARE(page.provenances.size(), 1);
    QCOMPARE(page.provenances.at(0).sourceName, u"a.csv"_s);
    QVERIFY(page.row.hasWarning);
    QCOMPARE(valueOf(collection.reader().page(ids.at(1))).relations.at(0).story, ids.at(0));
}

QTEST_GUILESS_MAIN(tst_storewriter)
#include "tst_storewriter.moc"
