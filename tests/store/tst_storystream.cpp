#include "store/TemporaryCollection.h"

#include "store/Connection.h"
#include "store/HiddenStories.h"
#include "store/StoryStream.h"

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

constexpr int storyCount = 300;

/// Invented stories of which each part is on some and not on others.
QVector<Story> inventedStories()
{
    QVector<Story> stories;
    for (int i = 0; i < storyCount; ++i) {
        Story story;
        story.platform = Platform::Twitter;
        story.nativeId = QString::number(1000 + i);
        story.language = u"en"_s;
        story.text = u"invented %1, told at my office 💜"_s.arg(i);
        story.hashtags = QStringList{u"MeToo"_s};
        if (i % 2 == 0) {
            story.postedAt = 1508098860000 + i;
            story.author = {QString::number(i % 14), u"person%1"_s.arg(i % 14), {}, {}};
        }
        if (i % 5 == 0)
            story.relations = {{Relation::Kind::Reply, QString::number(1000 + i / 2), {}, {}},
                               {Relation::Kind::Quote, u"7"_s, {}, {}}};
        if (i % 7 == 0)
            story.attributes = {{u"sector"_s, u"press"_s, false}, {u"city"_s, QString::number(i), false}};
        if (i % 11 == 0)
            story.contentWarning = u"warned"_s;
        stories.append(story);
    }
    return stories;
}

/// A story as both ways of reading it tell it.
QString told(const StoryPage &page)
{
    QStringList parts{QString::number(toNumber(page.row.id)),
                      page.row.postedAt ? QString::number(*page.row.postedAt) : QString(),
                      page.row.language,
                      QString::number(int(page.row.voice)),
                      QString::number(page.row.themes.bits()),
                      QString::number(page.row.words),
                      QString::number(page.row.starred),
                      page.text,
                      page.nativeId,
                      page.contentWarning,
                      page.note,
                      page.author.nativeId + page.author.handle,
                      page.hashtags.join(u','),
                      QString::number(page.reposts)};
    for (const LinkedRelation &linked : page.relations)
        parts.append(linked.relation.nativeId + u'-' + QString::number(toNumber(linked.story)));
    for (const Attribute &attribute : page.attributes)
        parts.append(attribute.name + u'=' + attribute.value);
    for (const Provenance &provenance : page.provenances)
        parts.append(QString::number(provenance.source));
    for (const ThemeCoding &coding : page.codings)
        parts.append(u"%1/%2/%3"_s.arg(coding.theme).arg(int(coding.by)).arg(coding.present));
    return parts.join(u'|');
}

QString told(const StoredStory &story)
{
    StoryPage page;
    page.row.id = story.id;
    page.row.postedAt = story.postedAt;
    page.row.language = QString::fromUtf8(story.language);
    page.row.voice = story.voice;
    page.row.themes = story.themes;
    page.row.words = story.words;
    page.row.starred = story.starred;
    page.text = QString::fromUtf8(story.text);
    page.nativeId = QString::fromUtf8(story.nativeId);
    page.contentWarning = QString::fromUtf8(story.contentWarning);
    page.note = QString::fromUtf8(story.note);
    page.author.nativeId = QString::fromUtf8(story.author.nativeId);
    page.author.handle = QString::fromUtf8(story.author.handle);
    page.hashtags = story.hashtags;
    page.reposts = story.reposts;
    for (const StoredRelation &relation : story.relations)
        page.relations.append({{relation.kind, QString::fromUtf8(relation.nativeId), {}, {}}, relation.story});
    page.attributes = story.attributes;
    for (const qint64 source : story.sources)
        page.provenances.append({source, {}, 0, 0});
    page.codings = story.codings;
    return told(page);
}

} // namespace

class tst_storystream : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsWhatAPageHas_data();
    void readsWhatAPageHas();
    void passesOverWhatIsNotThere();
    void goesOnWhereAttributesAreDamaged();

private:
    std::unique_ptr<TemporaryCollection> m_collection;
    QVector<StoryId> m_ids;
};

void tst_storystream::initTestCase()
{
    QVERIFY(isWell(prepareSqlite()));
    m_collection = std::make_unique<TemporaryCollection>();
    m_ids = m_collection->add(inventedStories());
    StoreWriter &writer = m_collection->writer();
    for (qsizetype i = 0; i < m_ids.size(); ++i) {
        const StoryId id = m_ids.at(i);
        const StoryId alone[]{id};
        if (i % 3 == 0)
            valueOf(writer.setTheme(int(i % 4), alone, i % 2 == 0));
        if (i % 13 == 0)
            valueOf(writer.setMark(alone, StoryMark::Starred, true));
        if (i % 17 == 0)
            valueOf(writer.setNotes({{id, u"ask first"_s}}));
        if (i % 19 == 0)
            valueOf(writer.setVoice(alone, Voice::Support));
    }
}

/// Steps between the numbers that are asked for, so that rows are stepped through, jumped over and gone back to.
void tst_storystream::readsWhatAPageHas_data()
{
    QTest::addColumn<QVector<int>>("steps");
    QTest::addRow("one after another") << QVector<int>{1};
    QTest::addRow("some") << QVector<int>{1, 3, 2, 7};
    QTest::addRow("few") << QVector<int>{29, 31, 1, 1, 40};
    QTest::addRow("back again") << QVector<int>{20, 1, 1, -19, 2, 2, 60, -40};
}

void tst_storystream::readsWhatAPageHas()
{
    QFETCH(QVector<int>, steps);
    auto connection = valueOf(Connection::open(m_collection->path(), Connection::Access::Read));
    StoryStream stream(*connection, StoredParts());
    qsizetype step = 0;
    int compared = 0;
    for (qsizetype at = 0; at < m_ids.size() && compared < 2 * storyCount; at += steps.at(step++ % steps.size())) {
        const StoredStory *const story = valueOf(stream.read(m_ids.at(at)));
        QVERIFY(story);
        QCOMPARE(told(*story), told(valueOf(m_collection->reader().page(m_ids.at(at)))));
        ++compared;
    }
    QVERIFY(compared > 8);
}

void tst_storystream::passesOverWhatIsNotThere()
{
    TemporaryCollection collection;
    const auto ids = collection.add(inventedStories().first(10));
    {
        auto writing = valueOf(Connection::open(collection.path(), Connection::Access::Write));
        QVERIFY(valueOf(hideStory(*writing, ids.at(4), u"protected"_s, 1)));
    }
    auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Read));
    StoryStream stream(*connection, StoredParts());
    QVERIFY(valueOf(stream.read(ids.at(3))));
    QVERIFY(!valueOf(stream.read(ids.at(4))));
    QVERIFY(valueOf(stream.read(ids.at(5))));
    QVERIFY(!valueOf(stream.read(StoryId{toNumber(ids.constLast()) + 1})));
    QVERIFY(!valueOf(stream.read(StoryId{toNumber(ids.constLast()) + 5000})));
    QVERIFY(valueOf(stream.read(ids.constFirst())));
}

void tst_storystream::goesOnWhereAttributesAreDamaged()
{
    TemporaryCollection collection;
    const auto ids = collection.add(inventedStories().first(15)); // the first, the eighth and the last have some
    {
        auto writing = valueOf(Connection::open(collection.path(), Connection::Access::Write));
        QVERIFY(isWell(writing->run("UPDATE packed_attributes SET json = '{\"1\":\"press\",' WHERE story = 8")));
    }
    auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Read));
    StoryStream stream(*connection, StoredParts());
    for (const StoryId id : ids) {
        const StoredStory *const story = valueOf(stream.read(id));
        QVERIFY(story);
        QCOMPARE(story->attributesDamaged, toNumber(id) == 8);
        QCOMPARE(story->attributes.size(), id == ids.constFirst() || id == ids.constLast() ? 2 : 0);
    }
}

QTEST_GUILESS_MAIN(tst_storystream)
#include "tst_storystream.moc"
