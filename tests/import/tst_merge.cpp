#include "import/Merge.h"

#include "store/StoryJson.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

Story edited(int edit, const QString &text)
{
    Story story;
    story.platform = Platform::Blog;
    story.nativeId = u"1"_s;
    story.text = text;
    story.postedAt = 100;
    if (edit > 0)
        story.editedAt = 100 + edit;
    return story;
}

Story version(const QString &id, const QStringList &versions, const QString &text)
{
    Story story;
    story.platform = Platform::Twitter;
    story.nativeId = id;
    story.editIds = versions;
    story.text = text;
    story.postedAt = 100;
    return story;
}

} // namespace

class tst_merge : public QObject
{
    Q_OBJECT

private slots:
    void nothingNewChangesNothing();
    void missingFieldsAreFilled();
    void aRelationIsNamedByWhateverRecordKnowsIt();
    void aStoryAnswersOneOther();
    void knownFieldsStay();
    void theNewestVersionWinsInEitherOrder();
    void theEditTimeDecides();
    void aTextThatAlwaysChangesKeepsItsFirstAndItsNewest();
    void longTextsKeepFewerVersions();
    void whatWasDroppedDoesNotComeBack();
    void arrivalDecidesNothing();
    void aWholeTextReplacesACutOne();
    void aKnownZoneCorrectsTheTime();
};

void tst_merge::nothingNewChangesNothing()
{
    Story story = version(u"1"_s, {}, u"text"_s);
    story.attributes = {{u"a"_s, u"1"_s, false}};
    story.relations = {{Relation::Kind::Reply, u"9"_s, QString(), QString()}};
    QCOMPARE(merged(story, story), story);
}

void tst_merge::missingFieldsAreFilled()
{
    const Story stored = version(u"1"_s, {}, u"text"_s);
    Story incoming = stored;
    incoming.permalink = u"https://twitter.com/a/status/1"_s;
    incoming.author.handle = u"a"_s;
    incoming.contentWarning = u"warning"_s;
    incoming.mediaDescriptions = {u"a lamp"_s};
    incoming.sensitive = true;
    incoming.language = u"en"_s;
    incoming.attributes = {{u"sector"_s, u"health"_s, false}};
    incoming.relations = {{Relation::Kind::Quote, u"9"_s, QString(), u"what they said"_s}};
    QCOMPARE(merged(stored, incoming), incoming);
    QCOMPARE(merged(incoming, stored), incoming);
}

/// Which a server calls by a number of its own, and another record by its address.
void tst_merge::aStoryAnswersOneOther()
{
    Story numbered;
    numbered.relations = {{Relation::Kind::Reply, u"https://b.example/api/v1/statuses/9"_s, {}, {}}};
    Story addressed;
    addressed.relations = {{Relation::Kind::Reply, u"https://a.example/9"_s, u"https://a.example/9"_s, {}}};
    QCOMPARE(merged(numbered, addressed).relations, addressed.relations);
    QCOMPARE(merged(addressed, numbered).relations, addressed.relations);
}

void tst_merge::aRelationIsNamedByWhateverRecordKnowsIt()
{
    Story named = version(u"1"_s, {}, u"text"_s);
    named.relations = {{Relation::Kind::Reply, u"9"_s, u"https://a.example/9"_s, QString()}};
    Story nameless = version(u"1"_s, {}, u"text"_s);
    nameless.relations = {{Relation::Kind::Reply, QString(), QString(), QString()}};
    QCOMPARE(merged(named, nameless), named);
    QCOMPARE(merged(nameless, named).relations, named.relations);
    nameless.relations.first().kind = Relation::Kind::Quote;
    QCOMPARE(merged(named, nameless).relations.size(), 2);
}

void tst_merge::knownFieldsStay()
{
    Story stored = version(u"1"_s, {}, u"text"_s);
    stored.contentWarning = u"one"_s;
    stored.attributes = {{u"likes"_s, u"3"_s, false}};
    Story incoming = stored;
    incoming.contentWarning = u"two"_s;
    incoming.attributes = {{u"likes"_s, u"5"_s, false}};
    QCOMPARE(merged(stored, incoming), stored);
}

void tst_merge::theNewestVersionWinsInEitherOrder()
{
    const Story first = version(u"1"_s, {u"1"_s}, u"frist"_s);
    const Story second = version(u"2"_s, {u"1"_s, u"2"_s}, u"first"_s);
    for (const Story &story : {merged(first, second), merged(second, first)}) {
        QCOMPARE(story.text, u"first"_s);
        QCOMPARE(story.nativeId, u"2"_s);
        QCOMPARE(story.editIds, (QStringList{u"1"_s, u"2"_s}));
        QCOMPARE(story.earlierTexts, (QVector<EarlierText>{{100, u"frist"_s}}));
    }
}

void tst_merge::theEditTimeDecides()
{
    Story before = version(u"1"_s, {}, u"before"_s);
    Story after = version(u"1"_s, {}, u"after"_s);
    after.editedAt = 200;
    QCOMPARE(merged(before, after).text, u"after"_s);
    QCOMPARE(merged(after, before).text, u"after"_s);
    QCOMPARE(merged(after, before).earlierTexts, (QVector<EarlierText>{{100, u"before"_s}}));
    before.editedAt = 300;
    QCOMPARE(merged(after, before).text, u"before"_s);
    QCOMPARE(merged(after, before).editedAt, std::optional<Instant>(300));
}

void tst_merge::aTextThatAlwaysChangesKeepsItsFirstAndItsNewest()
{
    Story story = edited(0, u"text 0"_s);
    for (int edit = 1; edit <= 1000; ++edit)
        story = merged(story, edited(edit, u"text %1"_s.arg(edit)));
    QCOMPARE(story.text, u"text 1000"_s);
    QCOMPARE(story.earlierTexts.size(), 50);
    QCOMPARE(story.earlierTexts.constFirst().text, u"text 0"_s);
    QCOMPARE(story.earlierTexts.constLast().text, u"text 999"_s);
    QCOMPARE(story.earlierTexts.at(1).text, u"text 951"_s);
}

/// A story with its versions has to fit into 32 MiB of JSON, where a letter may take six bytes.
void tst_merge::longTextsKeepFewerVersions()
{
    const auto longText = [](int edit) { return QString(1024 * 1024 - 2, QChar(u'\1')) + QString::number(edit); };
    Story story = edited(0, longText(0));
    for (int edit = 1; edit <= 40; ++edit)
        story = merged(story, edited(edit, longText(edit)));
    QCOMPARE(story.text, longText(40));
    QCOMPARE(story.earlierTexts.constFirst().text, longText(0));
    QCOMPARE(story.earlierTexts.constLast().text, longText(39));
    QVERIFY(storyToJson(story).toUtf8().size() < 32 * 1024 * 1024);
}

/// A file of all versions that comes again changes nothing.
void tst_merge::whatWasDroppedDoesNotComeBack()
{
    QVector<Story> versions;
    for (int edit = 0; edit <= 200; ++edit)
        versions.append(edited(edit, u"text %1"_s.arg(edit)));
    Story story = versions.constFirst();
    for (const Story &version : std::as_const(versions))
        story = merged(story, version);
    for (const Story &version : std::as_const(versions))
        QCOMPARE(merged(story, version), story);
}

void tst_merge::arrivalDecidesNothing()
{
    const Story stored = version(u"1"_s, {}, u"one text"_s);
    const Story incoming = version(u"1"_s, {}, u"another text"_s);
    QCOMPARE(merged(stored, incoming), stored);
}

void tst_merge::aWholeTextReplacesACutOne()
{
    Story cut = version(u"1"_s, {}, u"the begin…"_s);
    cut.textCut = true;
    const Story whole = version(u"1"_s, {}, u"the beginning and the end"_s);
    QCOMPARE(merged(cut, whole), whole);
    QCOMPARE(merged(whole, cut), whole);
}

void tst_merge::aKnownZoneCorrectsTheTime()
{
    Story stored = version(u"1"_s, {}, u"text"_s);
    stored.zoneKnown = false;
    Story incoming = version(u"1"_s, {}, u"text"_s);
    incoming.postedAt = 7200;
    QCOMPARE(merged(stored, incoming).postedAt, std::optional<Instant>(7200));
    QCOMPARE(merged(incoming, stored).postedAt, std::optional<Instant>(7200));
}

QTEST_APPLESS_MAIN(tst_merge)
#include "tst_merge.moc"
