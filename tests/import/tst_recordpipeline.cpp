#include "import/RecordPipeline.h"
#include "theme/Codebook.h"

#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// Numbered invented posts, as many as asked for; breaks behind them on request.
class CountingReader final : public Reader
{
public:
    explicit CountingReader(qint64 posts) : m_posts(posts) {}

    QString format() const override { return u"counting"_s; }
    Result<std::optional<Record>> next() override
    {
        if (m_read == m_posts && breaks)
            return Error{Error::Kind::Damaged, u"the stream broke"_s};
        if (m_read == m_posts)
            return std::optional<Record>();
        Story story;
        story.platform = Platform::Twitter;
        story.nativeId = QString::number(++m_read);
        story.author.handle = u"Invented"_s + story.nativeId;
        // Texts of very different lengths, so that chunks take different times.
        story.text = u"Invented: me too, at my office. "_s.repeated(m_read % 300 == 0 ? 400 : 1) + story.nativeId;
        return std::optional(Record{m_read, m_read == 1 ? first : QByteArray(rawBytes, 'x'), std::move(story)});
    }
    qint64 consumed() const override { return m_read; }
    qint64 size() const override { return m_posts; }

    [[nodiscard]] qint64 read() const { return m_read; }

    bool breaks = false;
    qsizetype rawBytes = 10;
    QByteArray first = QByteArray(10, 'x'); ///< the bytes of the first record; detached: that record is gone

private:
    qint64 m_posts;
    std::atomic<qint64> m_read{0};
};

} // namespace

class TestRecordPipeline : public QObject
{
    Q_OBJECT

private slots:
    void givesEveryRecordInOrderAndPrepared();
    void endsWithTheReadersErrorBehindWhatCameBefore();
    void keepsARecordUntilTheNextOne();
    void freesWhatWasTaken();
    void freesWhatWasTakenBeforeItIsGone();
    void readsOnlySoFarAhead_data();
    void readsOnlySoFarAhead();
    void isGoneWhenNobodyTakesTheRest();

private:
    const RuleCoder m_rules{shippedCodebook()};
    const AuthorHash m_authors{"an invented key"};
};

void TestRecordPipeline::givesEveryRecordInOrderAndPrepared()
{
    constexpr qint64 posts = 5000;
    CountingReader reader(posts);
    RecordPipeline pipeline(reader, {m_rules, m_authors, "digest", true});
    for (qint64 number = 1; number <= posts; ++number) {
        const auto taken = pipeline.next();
        QVERIFY(taken && *taken);
        const PreparedRecord &record = **taken;
        QCOMPARE(record.record.number, number);
        QVERIFY(record.story);
        QCOMPARE(record.story->identity.keys, QStringList{u"twitter:"_s + QString::number(number)});
        const Story &story = std::get<Story>(record.record.content);
        QVERIFY(record.story->coded.authorKeys == m_authors.of(Platform::Twitter, story.author));
        QVERIFY(record.story->coded.indexed.text.startsWith("invented me too at my office"_L1));
        QVERIFY(!record.packed.isEmpty());
    }
    for (int again = 0; again < 2; ++again) {
        const auto end = pipeline.next();
        QVERIFY(end && !*end);
    }
    QCOMPARE(pipeline.consumed(), posts);
}

void TestRecordPipeline::endsWithTheReadersErrorBehindWhatCameBefore()
{
    CountingReader reader(700);
    reader.breaks = true;
    RecordPipeline pipeline(reader, {m_rules, m_authors, "digest", false});
    for (int i = 0; i < 700; ++i) {
        const auto taken = pipeline.next();
        QVERIFY(taken && *taken);
        QVERIFY((*taken)->packed.isEmpty());
    }
    const auto end = pipeline.next();
    QVERIFY(!end);
    QCOMPARE(end.error().message, u"the stream broke"_s);
}

void TestRecordPipeline::keepsARecordUntilTheNextOne()
{
    CountingReader reader(2);
    RecordPipeline pipeline(reader, {m_rules, m_authors, "digest", false});
    PreparedRecord *const record = pipeline.next().value();
    QVERIFY(!reader.first.isDetached());
    record->record.raw.clear();
    QVERIFY(reader.first.isDetached());
    QCOMPARE(record->story->coded.story.nativeId, u"1"_s);
    QCOMPARE(pipeline.next().value()->story->coded.story.nativeId, u"2"_s);
}

void TestRecordPipeline::freesWhatWasTaken()
{
    CountingReader reader(1000);
    RecordPipeline pipeline(reader, {m_rules, m_authors, "digest", false});
    for (int i = 0; i < 1000; ++i)
        QVERIFY(pipeline.next());
    QTRY_VERIFY(reader.first.isDetached()); // by another thread
}

void TestRecordPipeline::freesWhatWasTakenBeforeItIsGone()
{
    CountingReader reader(1000);
    {
        RecordPipeline pipeline(reader, {m_rules, m_authors, "digest", false});
        for (int i = 0; i < 300; ++i)
            QVERIFY(pipeline.next());
    }
    QVERIFY(reader.first.isDetached());
}

void TestRecordPipeline::readsOnlySoFarAhead_data()
{
    QTest::addColumn<qsizetype>("rawBytes");
    QTest::addColumn<qint64>("farthest");
    QTest::addRow("short records") << qsizetype(10) << qint64(10'000);
    QTest::addRow("records of a mebibyte") << qsizetype(1 << 20) << qint64(100);
}

void TestRecordPipeline::readsOnlySoFarAhead()
{
    QFETCH(qsizetype, rawBytes);
    QFETCH(qint64, farthest);
    CountingReader reader(1'000'000);
    reader.rawBytes = rawBytes;
    {
        RecordPipeline pipeline(reader, {m_rules, m_authors, "digest", false});
        for (int i = 0; i < 10; ++i)
            QVERIFY(pipeline.next());
    }
    QVERIFY2(reader.read() <= farthest, qPrintable(QString::number(reader.read())));
}

void TestRecordPipeline::isGoneWhenNobodyTakesTheRest()
{
    CountingReader reader(1'000'000);
    {
        const RecordPipeline pipeline(reader, {m_rules, m_authors, "digest", false});
    }
    QVERIFY(reader.read() < 1'000'000);
}

QTEST_GUILESS_MAIN(TestRecordPipeline)
#include "tst_recordpipeline.moc"
