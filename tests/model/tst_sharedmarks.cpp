#include "model/SharedMarks.h"

#include <QTest>

using namespace tidemark;

namespace {

IndexedStory storyWith(qint64 id, bool read, bool starred, bool doNotQuote)
{
    IndexedStory story;
    story.id = StoryId{id};
    story.read = read;
    story.starred = starred;
    story.doNotQuote = doNotQuote;
    return story;
}

} // namespace

class TestSharedMarks : public QObject
{
    Q_OBJECT

private slots:
    void saysWhichMarksAllHave_data();
    void saysWhichMarksAllHave();
};

void TestSharedMarks::saysWhichMarksAllHave_data()
{
    QTest::addColumn<QVector<qint64>>("stories");
    QTest::addColumn<bool>("read");
    QTest::addColumn<bool>("starred");
    QTest::addColumn<bool>("doNotQuote");
    QTest::newRow("none") << QVector<qint64>{1} << false << false << false;
    QTest::newRow("all") << QVector<qint64>{3} << true << true << true;
    QTest::newRow("some are unread") << QVector<qint64>{1, 2, 3} << false << false << false;
    QTest::newRow("all are read, some starred") << QVector<qint64>{2, 3} << true << false << false;
    QTest::newRow("one that is gone") << QVector<qint64>{3, 99} << true << true << true;
}

void TestSharedMarks::saysWhichMarksAllHave()
{
    QFETCH(const QVector<qint64>, stories);
    const StoryIndex index(
        {storyWith(1, false, false, false), storyWith(2, true, false, false), storyWith(3, true, true, true)}, {},
        {});
    std::vector<StoryId> ids;
    for (const qint64 story : stories)
        ids.push_back(StoryId{story});
    const SharedMarks shared = sharedMarks(index, ids);
    QTEST(shared.read, "read");
    QTEST(shared.starred, "starred");
    QTEST(shared.doNotQuote, "doNotQuote");
}

QTEST_GUILESS_MAIN(TestSharedMarks)
#include "tst_sharedmarks.moc"
