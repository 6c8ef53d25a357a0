#include "support/ReadAll.h"

#include <QStringConverter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

/// Single quotes for double ones, which reads better here.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

/// What streams and compliance jobs say of tweets and accounts, as X documents it.
class TestCompliance final : public QObject
{
    Q_OBJECT

private slots:
    void understandsWithdrawals_data();
    void understandsWithdrawals();
    void passesOverOtherNotices_data();
    void passesOverOtherNotices();
    void takesAWithheldTweetForATweet();
    void tellsOfPostsThatAPageWasNotGiven();
    void readsLinesInUtf16_data();
    void readsLinesInUtf16();
};

void TestCompliance::understandsWithdrawals_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("ofAccount");
    QTest::newRow("v1.1 deletion") << json("{'delete':{'status':{'id':1234,'id_str':'1234','user_id':3}}}")
                                   << u"1234"_s << u"deleted"_s << false;
    QTest::newRow("v1.1 suspension") << json("{'user_suspend':{'id':5,'timestamp_ms':'1'}}") << u"5"_s
                                     << u"suspended"_s << true;
    QTest::newRow("v1.1 protection") << json("{'user_protect':{'id':6}}") << u"6"_s << u"protected"_s << true;
    QTest::newRow("v1.1 end of an account")
        << json("{'user_delete':{'id':7}}") << u"7"_s << u"deactivated"_s << true;
    QTest::newRow("v2 deletion") << json(
        "{'data':{'delete':{'tweet':{'id':'8','author_id':'3'},'event_at':'2021'}}}")
                                 << u"8"_s << u"deleted"_s << false;
    QTest::newRow("v2 deletion, bare") << json("{'delete':{'tweet':{'id':'9','author_id':'3'},'event_at':'2021'}}")
                                       << u"9"_s << u"deleted"_s << false;
    QTest::newRow("v2 suspension") << json("{'data':{'user_suspend':{'user':{'id':'10'},'event_at':'2021'}}}")
                                   << u"10"_s << u"suspended"_s << true;
    QTest::newRow("v2 protection") << json("{'data':{'user_protect':{'user':{'id':'11'},'event_at':'2021'}}}")
                                   << u"11"_s << u"protected"_s << true;
    QTest::newRow("job") << json("{'id':'12','action':'delete','redacted_at':'2021','reason':'deactivated'}")
                         << u"12"_s << u"deactivated"_s << false;
}

void TestCompliance::understandsWithdrawals()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, id);
    QFETCH(QString, reason);
    QFETCH(bool, ofAccount);
    const Everything read = readAll(openReader(line + '\n' + line + '\n', u"notices.jsonl"_s));
    QCOMPARE(read.counts(), u"0 0 2 0 0"_s);
    const auto withdrawal = std::get<Withdrawal>(read.records.at(1).content);
    QCOMPARE(withdrawal.nativeId, id);
    QCOMPARE(withdrawal.reason, reason);
    QCOMPARE(withdrawal.ofAccount, ofAccount);
}

void TestCompliance::passesOverOtherNotices_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("limit") << json("{'limit':{'track':1234}}");
    QTest::newRow("withheld") << json("{'status_withheld':{'id':1,'withheld_in_countries':['DE']}}");
    QTest::newRow("back again") << json("{'user_unsuspend':{'id':1}}");
    QTest::newRow("edit") << json("{'data':{'tweet_edit':{'tweet':{'id':'1','edit_tweet_ids':['1','2']}}}}");
    QTest::newRow("job about places") << json(
        "{'id':'1','action':'scrub_geo','reason':'scrub_geo','redacted_at':'2021'}");
    QTest::newRow("place") << json("{'scrub_geo':{'user_id_str':'1','up_to_status_id_str':'2'}}");
}

void TestCompliance::passesOverOtherNotices()
{
    QFETCH(QByteArray, line);
    const QByteArray deletion = json("{'delete':{'status':{'id_str':'1'}}}");
    QCOMPARE(readAll(openReader(deletion + '\n' + line + '\n', u"notices.jsonl"_s)).counts(), u"0 0 1 1 0"_s);
}

void TestCompliance::takesAWithheldTweetForATweet()
{
    const QByteArray tweet
        = json("{'data':{'id':'1','text':'invented','author_id':'2','edit_history_tweet_ids':['1'],"
               "'withheld':{'copyright':false,'country_codes':['DE']}},'includes':{'users':[]}}");
    const Everything read = readAll(openReader(tweet + '\n', u"stream.jsonl"_s));
    QCOMPARE(read.counts(), u"1 0 0 0 0"_s);
    QCOMPARE(read.stories().at(0).withheldIn, QStringList{u"DE"_s});
}

/// An error beside the tweets of a page is older than what is known elsewhere may be: no notice of a deletion.
void TestCompliance::tellsOfPostsThatAPageWasNotGiven()
{
    const QByteArray missing = "{'resource_type':'tweet','resource_id':'5','title':'Not Found Error'}";
    const QByteArray forbidden = "{'resource_type':'tweet','resource_id':'6','title':'Authorization Error'}";
    const QByteArray others = "{'resource_type':'user','resource_id':'7','title':'Not Found Error'},"
                              "{'resource_type':'tweet','resource_id':'8','title':'Field Authorization Error'}";
    const auto page = [](const QByteArray &errors) {
        return json("{'data':[{'id':'1','text':'invented'}],'errors':[" + errors + "]}\n");
    };
    const Everything read
        = readAll(openReader(page(missing + ',' + others) + page(missing + ',' + forbidden), u"pages.jsonl"_s));
    QCOMPARE(read.counts(), u"2 0 0 0 0"_s);
    QCOMPARE(read.notes.size(), 1);
    QVERIFY2(read.notes.constFirst().contains("give 2 posts"_L1), qPrintable(read.notes.constFirst()));
    const Everything usual = readAll(openReader(page(others), u"pages.jsonl"_s));
    QCOMPARE(usual.notes, QStringList());
}

void TestCompliance::readsLinesInUtf16_data()
{
    QTest::addColumn<QStringConverter::Encoding>("encoding");
    QTest::newRow("little end first") << QStringConverter::Utf16LE;
    QTest::newRow("big end first") << QStringConverter::Utf16BE;
}

void TestCompliance::readsLinesInUtf16()
{
    QFETCH(QStringConverter::Encoding, encoding);
    QByteArray line
        = json("{'id_str':'1','full_text':'invented caf\xc3\xa9','user':{'id_str':'1','screen_name':'a'}}\r\n");
    line += QByteArray(line).replace("'1'", "'2'");
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    const QByteArray wide = encoder(QString::fromUtf8(line));
    const Everything read = readAll(openReader(wide, u"from-windows.jsonl"_s));
    QCOMPARE(read.counts(), u"2 0 0 0 0"_s);
    QCOMPARE(read.stories().at(0).text, u"invented caf\u00e9"_s);
}

QTEST_GUILESS_MAIN(TestCompliance)
#include "tst_compliance.moc"
