#include "support/TestData.h"
#include "text/HtmlText.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

QString textOf(const QString &html)
{
    return readHtml(html).text;
}

/// The same through the scanner for what Gumbo isn't given: a CDATA section is reason enough.
QString scannedText(const QString &html)
{
    return readHtml(html + u"<![CDATA[ ]]>"_s).text;
}

} // namespace

/// All texts are invented.
class tst_html : public QObject
{
    Q_OBJECT

private slots:
    void readsLikeThePage_data();
    void readsLikeThePage();
    void resolvesRelativeLinks();
    void givesDescriptionsOfPictures();
    void leavesOutTheInlineQuoteWhereAsked();
    void staysLinear_data();
    void staysLinear();
    void letsNoMarkupThrough_data();
    void letsNoMarkupThrough();
    void tellsHtmlFromText();
};

void tst_html::readsLikeThePage_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    const auto row
        = [](const char *name, const QString &html, const QString &text) { QTest::newRow(name) << html << text; };
    row("plain", u"nothing to do"_s, u"nothing to do"_s);
    row("paragraphs", u"<p>one</p><p>two<br>lines</p>"_s, u"one\n\ntwo\nlines"_s);
    row("white space", u"  a \n b\t<b> c </b>d "_s, u"a b c d"_s);
    row("entities", u"<p>a &amp; b &lt;3 &#233;&nbsp;x</p>"_s, u"a & b <3 é\u00a0x"_s);
    row("mastodon link",
        u"<p>see <a href=\"https://www.example.org/a/long/path\"><span class=\"invisible\">https://www.</span>"
        "<span class=\"ellipsis\">example.org/a/lo</span><span class=\"invisible\">ng/path</span></a> now</p>"_s,
        u"see https://www.example.org/a/long/path now"_s);
    row("shortened link", u"<a href=\"https://example.org/a/long/path\">example.org/a/lo\u2026</a>"_s,
        u"https://example.org/a/long/path"_s);
    row("hashtag",
        u"<p>I too <a href=\"https://example.org/tags/metoo\" class=\"mention hashtag\">#<span>metoo</span></a>!</p>"_s,
        u"I too #metoo!"_s);
    row("mention",
        u"<a href=\"https://example.org/@sample\" class=\"u-url mention\">@<span>sample</span></a> hello"_s,
        u"@sample hello"_s);
    row("worded link", u"<a href=\"https://example.org/x\">an invented page</a>."_s,
        u"an invented page (https://example.org/x)."_s);
    row("no address", u"<a href=\"javascript:alert(1)\">words</a> <a href=\"#here\">place</a> <a name=x>n</a>"_s,
        u"words place n"_s);
    row("picture link", u"<a href=\"https://example.org/p.jpg\"><img src=x></a>"_s, u"https://example.org/p.jpg"_s);
    row("lists", u"<p>Do:</p><ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul><ol><li>a<li>b</ol>"_s,
        u"Do:\n\n• one\n• two\n  • deep\n\n1. a\n2. b"_s);
    row("two lines in an item", u"<ul><li>one<br>more</li></ul>"_s, u"• one\n  more"_s);
    row("quote", u"<p>She wrote:</p><blockquote><p>one</p><p>two</p></blockquote><p>I agree</p>"_s,
        u"She wrote:\n\n> one\n>\n> two\n\nI agree"_s);
    row("preformatted", u"<pre>a  b\n c</pre>d"_s, u"a  b\n c\n\nd"_s);
    row("table", u"<table><tr><td>a<td>b<tr><td>c<td>d</table>"_s, u"a\tb\nc\td"_s);
    row("script and style", u"a<script>b()</script><style>c{}</style>d<!-- e --><title>f</title>"_s, u"ad"_s);
    row("inline marks", u"<b>b</b><i>i</i> <q>q</q> H<sub>2</sub>"_s, u"bi \u201cq\u201d H2"_s);
    row("signs that are no tags", u"I <3 you & me, a < b"_s, u"I <3 you & me, a < b"_s);
    row("misnested", u"<p><b>a<i>b</b>c</i></p>"_s, u"abc"_s);
    row("upper case", u"<P>A<BR>B</P><SCRIPT>x</SCRIPT>"_s, u"A\nB"_s);
    row("emoji picture", u"good <img class=\"emoji\" alt=\"\U0001F600\" src=x>"_s, u"good \U0001F600"_s);
    row("unclosed tag", u"a <b title=\"x"_s, u"a"_s);
    row("quotes in attributes", u"<a title=\"a > b\" href='https://example.org/?a=1&amp;b=2'>link</a>"_s,
        u"link (https://example.org/?a=1&b=2)"_s);
}

void tst_html::readsLikeThePage()
{
    QFETCH(QString, html);
    QTEST(textOf(html), "text");
    // The scanner builds no tree, but for what people write it comes to the same.
    QTEST(scannedText(html), "text");
}

void tst_html::resolvesRelativeLinks()
{
    const QString html = u"<a href=\"../b?c\">there</a>"_s;
    QCOMPARE(textOf(html), u"there"_s);
    QCOMPARE(readHtml(html, {.base = QUrl(u"https://example.org/x/y/z"_s)}).text,
             u"there (https://example.org/x/b?c)"_s);
}

void tst_html::givesDescriptionsOfPictures()
{
    const ReadableText read = readHtml(u"a<img alt=\"a  red\nsquare\"><img alt=\"\"><img src=x>b"_s);
    QCOMPARE(read.text, u"ab"_s);
    QCOMPARE(read.pictures, QStringList{u"a red square"_s});
}

void tst_html::leavesOutTheInlineQuoteWhereAsked()
{
    const QString html = u"<p class=\"quote-inline\">RE: <a href=\"https://example.org/1\">x</a></p><p>mine</p>"_s;
    QCOMPARE(readHtml(html, {.skipsInlineQuote = true}).text, u"mine"_s);
    QCOMPARE(textOf(html), u"RE: x (https://example.org/1)\n\nmine"_s);
}

void tst_html::staysLinear_data()
{
    // Each takes minutes, or all memory, when anything in the way is quadratic.
    QTest::addColumn<QString>("html");
    QTest::newRow("div") << u"<div>"_s.repeated(200'000) + u"end"_s;
    QTest::newRow("table") << u"<table>"_s.repeated(100'000) + u"end"_s;
    QTest::newRow("formatting") << [] {
        QString html;
        for (int number = 0; number < 6000; ++number)
            html += u"<p><b id=%1></p>"_s.arg(number);
        return html + u"end"_s;
    }();
    QTest::newRow("formatting behind comments") << [] {
        QString html;
        for (int number = 0; number < 6000; ++number)
            html += u"<p><b id=%1></p><!--</b>-->"_s.arg(number);
        return html + u"end"_s;
    }();
    QTest::newRow("attributes") << u"<a "_s + u"b "_s.repeated(200'000) + u">end"_s;
    QTest::newRow("many tags with attributes")
        << (u"<a "_s + u"b\n"_s.repeated(4000) + u">"_s).repeated(15) + u"end"_s;
    QTest::newRow("open comments") << u"<!--"_s.repeated(200'000) + u"--><p>end"_s;
    QTest::newRow("open brackets") << u"<a"_s.repeated(400'000) + u"><p>end"_s;
    QTest::newRow("scripts") << u"<script><!--</script>"_s.repeated(50'000) + u"end"_s;
    QTest::newRow("quotes") << u"<blockquote>a<br>"_s.repeated(50'000) + u"end"_s;
    QTest::newRow("lists") << u"<ul><li>a"_s.repeated(50'000) + u"end"_s;
    QTest::newRow("links") << u"<a href=https://example.org/>"_s.repeated(50'000) + u"end"_s;
    QTest::newRow("entities") << u"&amp"_s.repeated(200'000) + u" end"_s;
    QTest::newRow("one word") << QString(1'000'000, u'a') + u"end"_s;
}

void tst_html::staysLinear()
{
    QFETCH(QString, html);
    QVERIFY(textOf(html).contains(u"end"_s));
}

void tst_html::letsNoMarkupThrough_data()
{
    QTest::addColumn<QString>("html");
    for (const char *name : {"dompurify-fixtures", "owasp-xss-filter-evasion", "qt-rich-text"}) {
        QFile file(test::sharedFile(u"corpora/hostile-html/%1.jsonl"_s.arg(QLatin1StringView(name))));
        if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly))
            continue;
        while (!file.atEnd()) {
            const QJsonObject record = QJsonDocument::fromJson(file.readLine()).object();
            QString html = record.value(u"html"_s).toString();
            const QJsonObject made = record.value(u"gen"_s).toObject();
            if (!made.isEmpty()) {
                html = made.value(u"pre"_s).toString()
                    + made.value(u"unit"_s).toString().repeated(made.value(u"n"_s).toInt())
                    + made.value(u"post"_s).toString();
            }
            QTest::newRow(qPrintable(record.value(u"id"_s).toString())) << html;
        }
    }
    if (test::sharedFile(u"corpora"_s).isEmpty())
        QTest::newRow("none") << QString();
}

void tst_html::letsNoMarkupThrough()
{
    QFETCH(QString, html);
    if (html.isEmpty())
        QSKIP("the shared corpora are not here");
    static const QRegularExpression tag(u"<(/?[a-z]|!--)[^<]*>"_s, QRegularExpression::CaseInsensitiveOption);
    // Text that was written with entities, or in an element of raw text, may look like a tag and is none.
    static const QRegularExpression asText(u"&(lt|#)|<(xmp|textarea|plaintext)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QString text = textOf(html);
    if (!asText.match(html).hasMatch())
        QVERIFY2(!tag.match(text).hasMatch(), qPrintable(text));
    if (html.startsWith("<p>before"_L1) && html.endsWith("after</p>"_L1)) {
        QVERIFY2(text.startsWith("before"_L1), qPrintable(text));
        QVERIFY2(text.endsWith("after"_L1), qPrintable(text));
    }
}

void tst_html::tellsHtmlFromText()
{
    QVERIFY(looksLikeHtml(u"a<br>b"_s));
    QVERIFY(looksLikeHtml(u"a &amp; b"_s));
    QVERIFY(!looksLikeHtml(u"I <3 you & me, 1 < 2"_s));
}

QTEST_APPLESS_MAIN(tst_html)
#include "tst_html.moc"
