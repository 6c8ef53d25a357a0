#include "source/MappingMemory.h"
#include "source/Preview.h"
#include "source/Table.h"
#include "support/ReadAll.h"
#include "support/TestData.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

Everything readBytes(const QByteArray &bytes, const QString &map = {}, const QString &labels = {})
{
    ReaderOptions options;
    if (!map.isEmpty() || !labels.isEmpty()) {
        options.mapping = parseMapping(map).value();
        options.mapping->labels = parseLabels(labels).value();
    }
    return readAll(openReader(bytes, u"invented.jsonl"_s, options));
}

/// A beginning, and then nothing but a failure.
class BreakingStream final : public ByteStream
{
public:
    Result<qint64> read(std::span<char> buffer) override
    {
        if (m_beginning.isEmpty())
            return Error{Error::Kind::Damaged, u"It broke off."_s};
        const QByteArray given = std::exchange(m_beginning, {});
        std::copy(given.cbegin(), given.cend(), buffer.begin());
        return given.size();
    }
    [[nodiscard]] qint64 consumed() const override { return 0; }
    [[nodiscard]] qint64 size() const override { return -1; }

private:
    QByteArray m_beginning = "{\"text\":\"inven";
};

} // namespace

/// JSON of any shape is read as a table. All texts are invented.
class tst_jsontable : public QObject
{
    Q_OBJECT

private slots:
    void guessesWhatPlacesMean();
    void takesAMappingByHand();
    void readsAnArrayAndTheSameLinesAlike();
    void unwrapsTheOneListOfADocument();
    void keepsNumbersExact();
    void readsLabels();
    void setsAsideWhatIsNoObject();
    void mapsAKnownFormWhereAsked();
    void readsTheRealFile();
    void isPreviewedLikeATable();
    void aMappingComesBackFromItsText();
    void saysWhyNothingIsWhole();
};

void tst_jsontable::guessesWhatPlacesMean()
{
    const auto all = readBytes(
        R"({"key":7,"entry":{"message":"an invented story","created_at":"2017-10-16T01:21:00Z","tags":["MeToo","work"]},"who":{"screen_name":"@invented"},"likes":3,"seen":true})"
        "\n");
    QCOMPARE(all.error, QString());
    QCOMPARE(all.counts(), u"1 0 0 0 0"_s);
    const Story story = all.stories().at(0);
    QCOMPARE(story.text, u"an invented story"_s);
    QCOMPARE(story.postedAt, std::optional<Instant>(1508116860000));
    QCOMPARE(story.author.handle, u"invented"_s);
    QCOMPARE(story.hashtags, (QStringList{u"MeToo"_s, u"work"_s}));
    QCOMPARE(story.attributes,
             (QVector<Attribute>{
                 {u"key"_s, u"7"_s, false}, {u"likes"_s, u"3"_s, false}, {u"seen"_s, u"true"_s, false}}));
}

void tst_jsontable::takesAMappingByHand()
{
    const QByteArray lines = R"({"a":{"b":[{"c":"an invented story"},{"c":"more"}]},"d":"2017-10-16"})"
                             "\n";
    QVERIFY(readBytes(lines).error.contains(u"a.b[0].c"_s));
    const auto all = readBytes(lines, u"text=a.b[0].c,posted_at=d"_s);
    QCOMPARE(all.stories().at(0).text, u"an invented story"_s);
    QCOMPARE(all.stories().at(0).attributes.at(0).name, u"a.b[1].c"_s);
    QVERIFY(readBytes(lines, u"text=a.x"_s).error.contains(u"“a.x”"_s));
}

void tst_jsontable::readsAnArrayAndTheSameLinesAlike()
{
    const QByteArray one = R"({"body":"first","date":"2017-10-16"})";
    const QByteArray two = R"({"body":"second","place":"somewhere"})";
    const auto lines = readBytes(one + '\n' + two + '\n').stories();
    const auto array = readBytes("[\n" + one + ",\n" + two + "\n]").stories();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(array, lines);
}

void tst_jsontable::unwrapsTheOneListOfADocument()
{
    const QByteArray posts = R"([{"text":"first","date":"2017-10-16"},{"text":"second"}])";
    for (const QByteArray &document : {"{\"exported\":\"2018\",\"count\":2,\"posts_of_ours\":" + posts + "}\n\n",
                                       "{\n \"posts_of_ours\":\n" + posts + "\n}\n"})
        QCOMPARE(readBytes(document).stories().size(), 2);
    // A story with a list of its own, and lines that each hold a list, are what they are.
    QCOMPARE(readBytes(R"({"text":"an invented story","pictures":[{"alt":"a"},{"alt":"b"}]})").stories().size(), 1);
    const QByteArray line = R"({"entries":[{"text":"a"},{"text":"b"}]})"
                            "\n";
    QCOMPARE(readBytes(line + line).stories().size(), 2);
}

void tst_jsontable::keepsNumbersExact()
{
    const auto all = readBytes(R"({"tweet_id":9007199254740993,"text":"a","score":0.1})"
                               "\n");
    QCOMPARE(all.stories().at(0).nativeId, u"9007199254740993"_s);
    QCOMPARE(all.stories().at(0).attributes.at(0).value.left(3), u"0.1"_s);
}

void tst_jsontable::readsLabels()
{
    const auto all = readBytes(R"({"text":"a","codes":{"work":1,"home":false,"other":["groping","ogling"]}})"
                               "\n",
                               {}, u"workplace=codes.work,family_partner=codes.home,themes=codes.other"_s);
    QCOMPARE(all.error, QString());
    QCOMPARE(all.records.at(0).labels,
             (QVector<StoryLabel>{
                 {u"workplace"_s, true}, {u"family_partner"_s, false}, {u"groping"_s, true}, {u"ogling"_s, true}}));
}

void tst_jsontable::setsAsideWhatIsNoObject()
{
    const auto all = readBytes("{\"text\":\"a\"}\n7\n{\"text\":\n{\"text\":\"b\"}\n");
    QCOMPARE(all.counts(), u"2 0 0 0 2"_s);
    QCOMPARE(all.records.at(1).number, 2);
}

void tst_jsontable::mapsAKnownFormWhereAsked()
{
    const QByteArray tweet
        = R"({"id_str":"1","text":"an invented story","user":{"screen_name":"a","description":"b"}})"
          "\n";
    QCOMPARE(readBytes(tweet).stories().at(0).platform, Platform::Twitter);
    const auto mapped = readBytes(tweet, u"text=user.description"_s);
    QCOMPARE(mapped.stories().at(0).text, u"b"_s);
}

void tst_jsontable::readsTheRealFile()
{
    const QString path = sharedFile(u"samples/jsonl/constructed/nested-paths.jsonl"_s);
    if (path.isEmpty())
        QSKIP("the shared samples are not here");
    // By hand: three objects (the second without a text), a list of three words and a word.
    const auto all = readAll(openReader(path));
    QCOMPARE(all.error, QString());
    QCOMPARE(all.stories().size(), 2);
    QCOMPARE(all.stories().at(0).text, u"big integer id, over 2^53"_s);
    QCOMPARE(all.stories().at(1).text, u"same id again"_s);
}

void tst_jsontable::isPreviewedLikeATable()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"invented.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"([{"a":{"text":"an invented story"}}])");
    file.close();
    const auto preview = previewFile(file.fileName());
    QVERIFY(preview);
    QCOMPARE(preview->format, u"json"_s);
    QCOMPARE(preview->header, QStringList{u"a.text"_s});
    QCOMPARE(preview->mapping.columns.value(StoryField::Text), u"a.text"_s);
    QCOMPARE(preview->records.size(), 1);
}

void tst_jsontable::aMappingComesBackFromItsText()
{
    ColumnMapping mapping
        = parseMapping(u"text=a.b,posted_at=c,dates=day-first,zone=Europe/Berlin"_s, u"d,e"_s).value();
    mapping.labels = parseLabels(u"workplace=f,themes=g"_s).value();
    mapping.platform = Platform::Reddit;
    mapping.ticked = {u"h"_s};
    mapping.ignored = {u"i"_s};
    QCOMPARE(mappingFromText(mappingToText(mapping)), std::optional(mapping));
    QCOMPARE(mappingFromText(mappingToText({})), std::optional(ColumnMapping()));
    QVERIFY(!mappingFromText({}));
    QVERIFY(mappingKey({u"a"_s, u"b"_s}) != mappingKey({u"b"_s, u"a"_s}));
}

void tst_jsontable::saysWhyNothingIsWhole()
{
    const auto table = openTable(u"json"_s, std::make_unique<BreakingStream>(), u"invented.json"_s);
    QVERIFY(!table);
    QCOMPARE(table.error().message, u"It broke off."_s);
}

QTEST_GUILESS_MAIN(tst_jsontable)
#include "tst_jsontable.moc"
