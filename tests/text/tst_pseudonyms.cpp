#include "text/Pseudonyms.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

QByteArray keyOf(char c)
{
    return QByteArray(32, c);
}

/// The pseudonym that a text which is a handle and nothing else gets.
QString inText(const Pseudonyms &pseudonyms, const QString &handle, Platform platform = Platform::Twitter)
{
    return pseudonyms.conceal(handle, platform).text;
}

} // namespace

/// All names, addresses and numbers are invented.
class tst_pseudonyms : public QObject
{
    Q_OBJECT

private slots:
    void numbersInOrderOfAppearance();
    void replacesEveryKind();
    void spellingsAreOnePerson_data();
    void spellingsAreOnePerson();
    void authorAndMentionAreOnePerson_data();
    void authorAndMentionAreOnePerson();
    void isHmacSha256();
    void drawsNumbersForOneExport();
    void aBareNameIsOfTheAuthorsServer();
    void doesNotLink();
    void publicAccountsStay_data();
    void publicAccountsStay();
    void emptyHandleIsNobody();
    void takesOutAStorysOwnLinks();
    void leavesPlainTextAlone();
    void staysLinear();
};

void tst_pseudonyms::numbersInOrderOfAppearance()
{
    const Pseudonyms numbered = Pseudonyms::numbered({});
    QCOMPARE(numbered.conceal(u"@berta saw @anna, @BERTA's friend"_s, Platform::Twitter).text,
             u"person-1 saw person-2, person-1's friend"_s);
    QCOMPARE(numbered.conceal(u"@clara"_s, Platform::Twitter).text, u"person-1"_s);
}

void tst_pseudonyms::replacesEveryKind()
{
    const ConcealedText concealed = Pseudonyms::numbered({}).conceal(
        u"@anna anna@example.org 415-555-0123 twitter.com/anna https://t.co/Ab https://example.org/a"_s,
        Platform::Twitter);
    QCOMPARE(concealed.text,
             u"person-1 [mail address] [phone number] [profile link] [story link] https://example.org/a"_s);
    QCOMPARE(concealed.replacements.size(), 5);
    QCOMPARE(concealed.replacements.at(1), (Replacement{Identifier::Kind::Mail, 6, 16, u"[mail address]"_s}));
}

void tst_pseudonyms::spellingsAreOnePerson_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("case") << u"@anna_example"_s << u"@ANNA_Example"_s;
    QTest::newRow("full-width sign") << u"@anna"_s << u"\uff20anna"_s;
    QTest::newRow("small sign") << u"@anna"_s << u"\ufe6banna"_s;
    QTest::newRow("full-width letters") << u"@anna_b1"_s << u"\uff20\uff21\uff2e\uff2e\uff21\uff3f\uff42\uff11"_s;
    QTest::newRow("zero-width space") << u"@anna"_s << u"@\u200banna"_s;
    QTest::newRow("soft hyphen") << u"@anna"_s << u"@an\u00adna"_s;
    QTest::newRow("Reddit") << u"u/anna"_s << u"/U/Anna"_s;
    QTest::newRow("server") << u"@anna@server.social"_s << u"@Anna@Server.Social"_s;
    QTest::newRow("Bluesky") << u"@anna.bsky.social"_s << u"@Anna.Bsky.Social"_s;
}

void tst_pseudonyms::spellingsAreOnePerson()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    const Pseudonyms keyed = Pseudonyms::keyed(keyOf('k'), {});
    static const QRegularExpression form(u"^person-[0-9]{1,15}$"_s);
    QVERIFY2(form.match(inText(keyed, one)).hasMatch(), qPrintable(inText(keyed, one)));
    QCOMPARE(inText(keyed, other), inText(keyed, one));
    QCOMPARE(Pseudonyms::numbered({}).conceal(one + u' ' + other, Platform::Twitter).text, u"person-1 person-1"_s);
}

void tst_pseudonyms::authorAndMentionAreOnePerson_data()
{
    QTest::addColumn<int>("platform");
    QTest::addColumn<QString>("author");
    QTest::addColumn<QString>("mention");
    const auto row = [](Platform platform, const QString &author, const QString &mention) {
        QTest::addRow("%s %s", qPrintable(platformKey(platform)), qPrintable(author))
            << int(platform) << author << mention;
    };
    row(Platform::Twitter, u"anna_example"_s, u"@anna_example"_s);
    row(Platform::Twitter, u"@Anna_Example"_s, u"@anna_example"_s);
    row(Platform::Twitter, u" anna_example "_s, u"@anna_example"_s);
    row(Platform::Instagram, u"anna.b.example"_s, u"@anna.b.example"_s);
    row(Platform::Mastodon, u"anna@server.social"_s, u"@anna@server.social"_s);
    row(Platform::Bluesky, u"anna.bsky.social"_s, u"@anna.bsky.social"_s);
    row(Platform::Reddit, u"anna-example"_s, u"u/anna-example"_s);
    row(Platform::Reddit, u"u/anna-example"_s, u"/u/anna-example"_s);
    row(Platform::Tumblr, u"anna"_s, u"@anna"_s);
}

void tst_pseudonyms::authorAndMentionAreOnePerson()
{
    QFETCH(int, platform);
    QFETCH(QString, author);
    QFETCH(QString, mention);
    const Pseudonyms keyed = Pseudonyms::keyed(keyOf('k'), {});
    const auto on = static_cast<Platform>(platform);
    const ConcealedText concealed = keyed.conceal(u"I told "_s + mention + u", who"_s, on);
    QCOMPARE(concealed.text, u"I told "_s + keyed.person(on, author) + u", who"_s);
}

/// The number was made with Python: int.from_bytes(hmac.new(b"k"*32, b"twitter\nanna", "sha256").digest()[:8]) %
/// 10**15.
void tst_pseudonyms::isHmacSha256()
{
    QCOMPARE(Pseudonyms::keyed(keyOf('k'), {}).person(Platform::Twitter, u"@Anna"_s), u"person-37284548749636"_s);
}

void tst_pseudonyms::drawsNumbersForOneExport()
{
    const Pseudonyms drawn = Pseudonyms::drawn({});
    const Pseudonyms copy = drawn;
    const QString anna = drawn.person(Platform::Twitter, u"anna"_s);
    QCOMPARE(copy.conceal(u"@ANNA"_s, Platform::Twitter).text, anna);
    QVERIFY(drawn.person(Platform::Mastodon, u"anna"_s) != anna);
    const Pseudonyms other = Pseudonyms::drawn({});
    QSet<QString> persons;
    int alike = 0;
    for (int i = 1; i <= 998; ++i) { // with the two above, a thousand
        const QString handle = u"invented%1"_s.arg(i);
        const QString person = drawn.person(Platform::Twitter, handle);
        const int number = person.mid(7).toInt();
        QVERIFY2(number >= 1 && number <= 1000, qPrintable(person));
        persons.insert(person);
        alike += other.person(Platform::Twitter, handle) == person ? 1 : 0;
    }
    QCOMPARE(persons.size(), 998);
    QVERIFY2(alike < 50, "two exports agree no more than by chance"); // one is expected
    QVERIFY(drawn.person(Platform::Twitter, u"the next"_s).mid(7).toInt() > 1000);
}

void tst_pseudonyms::aBareNameIsOfTheAuthorsServer()
{
    const Pseudonyms keyed = Pseudonyms::keyed(keyOf('k'), {u"help@home.example"_s});
    const QString author = u"Berta@Home.Example"_s;
    const QString anna = keyed.person(Platform::Mastodon, u"anna@home.example"_s);
    QCOMPARE(keyed.conceal(u"@anna and @anna@home.example"_s, Platform::Mastodon, author).text,
             anna + u" and "_s + anna);
    QVERIFY(keyed.conceal(u"@anna@else.example"_s, Platform::Mastodon, author).text != anna);
    QCOMPARE(keyed.conceal(u"@help, please"_s, Platform::Mastodon, author).text, u"@help, please"_s);
    QCOMPARE(Pseudonyms::numbered({}).conceal(u"@anna @anna@home.example"_s, Platform::Mastodon, author).text,
             u"person-1 person-1"_s);
    QCOMPARE(keyed.conceal(u"@anna"_s, Platform::Twitter, author).text, keyed.person(Platform::Twitter, u"anna"_s));
}

void tst_pseudonyms::doesNotLink()
{
    const Pseudonyms one = Pseudonyms::keyed(keyOf('k'), {});
    const Pseudonyms other = Pseudonyms::keyed(keyOf('l'), {});
    QVERIFY(inText(one, u"@anna"_s) != inText(other, u"@anna"_s));
    QVERIFY(inText(one, u"@anna"_s) != inText(one, u"@berta"_s));
    QVERIFY(inText(one, u"@anna"_s, Platform::Twitter) != inText(one, u"@anna"_s, Platform::Instagram));
}

void tst_pseudonyms::publicAccountsStay_data()
{
    QTest::addColumn<QString>("listed");
    QTest::addColumn<QString>("written");
    const QStringList spellings{u"@HelpLine"_s, u"@helpline"_s, u"\uff20helpline"_s,
                                u"@\uff28\uff45\uff4c\uff50line"_s, u"@\u200bhelpline"_s};
    for (const QString &listed : {u"helpline"_s, u"@HelpLine"_s, u" \uff20HELPLINE "_s}) {
        for (const QString &written : spellings)
            QTest::addRow("%s as %s", qPrintable(listed), qPrintable(written)) << listed << written;
    }
    QTest::newRow("Reddit") << u"u/HelpLine"_s << u"/u/helpline"_s;
    QTest::newRow("server") << u"@help@server.social"_s << u"@Help@Server.Social"_s;
}

void tst_pseudonyms::publicAccountsStay()
{
    QFETCH(QString, listed);
    QFETCH(QString, written);
    for (const Pseudonyms &pseudonyms :
         {Pseudonyms::keyed(keyOf('k'), {u"other"_s, listed}), Pseudonyms::numbered({u"other"_s, listed})}) {
        QCOMPARE(pseudonyms.person(Platform::Twitter, written), written);
        const QString text = u"call "_s + written + u"'s people"_s;
        QCOMPARE(pseudonyms.conceal(text, Platform::Twitter).text, text);
        QVERIFY(pseudonyms.conceal(text + u" @anna"_s, Platform::Twitter).replacements.size() == 1);
    }
}

void tst_pseudonyms::emptyHandleIsNobody()
{
    QVERIFY(Pseudonyms::keyed(keyOf('k'), {}).person(Platform::Twitter, QString()).isEmpty());
    QVERIFY(Pseudonyms::numbered({}).person(Platform::Twitter, QString()).isEmpty());
}

void tst_pseudonyms::leavesPlainTextAlone()
{
    const QString text = u"In 2017 I said it: #MeToo \U0001F622 @ 5pm, https://example.org/a"_s;
    const ConcealedText concealed = Pseudonyms::numbered({}).conceal(text, Platform::Twitter);
    QCOMPARE(concealed.text, text);
    QVERIFY(concealed.replacements.isEmpty());
}

void tst_pseudonyms::takesOutAStorysOwnLinks()
{
    QByteArray text = "see https://example.org/a or https://example.org/a";
    QCOMPARE(concealOwnLink(text, "https://example.org/a", Identifier::Kind::StoryLink), 2);
    QCOMPARE(text, "see [story link] or [story link]"_ba);
    QCOMPARE(concealOwnLink(text, "", Identifier::Kind::ProfileLink), 0);
    QCOMPARE(concealOwnLink(text, "https://example.org/b", Identifier::Kind::ProfileLink), 0);
}

void tst_pseudonyms::staysLinear()
{
    constexpr qsizetype many = 200'000;
    const ConcealedText concealed = Pseudonyms::numbered({}).conceal(u"@ann "_s.repeated(many), Platform::Twitter);
    QCOMPARE(concealed.replacements.size(), many);
    QCOMPARE(concealed.text, u"person-1 "_s.repeated(many));
}

QTEST_APPLESS_MAIN(tst_pseudonyms)
#include "tst_pseudonyms.moc"
