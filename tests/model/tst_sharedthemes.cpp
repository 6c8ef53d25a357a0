#include "model/SharedThemes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

IndexedStory storyWith(qint64 id, quint64 themes)
{
    IndexedStory story;
    story.id = StoryId{id};
    story.themes = ThemeSet::fromBits(themes);
    return story;
}

/// Four stories: themes a and b; a; b and c; none.
StoryIndex inventedIndex()
{
    return {{storyWith(1, 0b011), storyWith(2, 0b001), storyWith(3, 0b110), storyWith(4, 0)},
            {},
            {{u"a"_s, u"b"_s, u"c"_s}, {}}};
}

} // namespace

class TestSharedThemes : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatAllAndWhatSomeHave_data();
    void saysWhatAllAndWhatSomeHave();
};

void TestSharedThemes::saysWhatAllAndWhatSomeHave_data()
{
    QTest::addColumn<QVector<qint64>>("stories");
    QTest::addColumn<quint64>("ofAll");
    QTest::addColumn<quint64>("ofSome");
    QTest::newRow("one") << QVector<qint64>{1} << quint64(0b011) << quint64(0);
    QTest::newRow("one without") << QVector<qint64>{4} << quint64(0) << quint64(0);
    QTest::newRow("two that share one") << QVector<qint64>{1, 2} << quint64(0b001) << quint64(0b010);
    QTest::newRow("all") << QVector<qint64>{4, 3, 2, 1} << quint64(0) << quint64(0b111);
    QTest::newRow("one that is gone") << QVector<qint64>{3, 99} << quint64(0b110) << quint64(0);
    QTest::newRow("none") << QVector<qint64>{} << quint64(0) << quint64(0);
}

void TestSharedThemes::saysWhatAllAndWhatSomeHave()
{
    QFETCH(const QVector<qint64>, stories);
    std::vector<StoryId> ids;
    for (const qint64 story : stories)
        ids.push_back(StoryId{story});
    const SharedThemes shared = sharedThemes(inventedIndex(), ids);
    QTEST(shared.ofAll.bits(), "ofAll");
    QTEST(shared.ofSome.bits(), "ofSome");
}

QTEST_APPLESS_MAIN(TestSharedThemes)
#include "tst_sharedthemes.moc"
