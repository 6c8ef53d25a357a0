#include "text/Identifiers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

QString kindName(Identifier::Kind kind)
{
    switch (kind) {
    case Identifier::Kind::Handle:
        return u"handle"_s;
    case Identifier::Kind::Mail:
        return u"mail"_s;
    case Identifier::Kind::Phone:
        return u"phone"_s;
    case Identifier::Kind::ProfileLink:
        return u"profile"_s;
    case Identifier::Kind::StoryLink:
        return u"story"_s;
    }
    return {};
}

/// "handle[@ann] mail[a@b.cd]": what was found, as it stands in the text.
QString listed(const QString &text, const QVector<Identifier> &identifiers)
{
    QStringList parts;
    for (const Identifier &identifier : identifiers)
        parts.append(kindName(identifier.kind) + u'[' + text.mid(identifier.start, identifier.length) + u']');
    return parts.join(u' ');
}

void row(const QString &text, const QString &expected)
{
    QTest::addRow("%s", qPrintable(text)) << text << expected;
}

/// All of a text is one identifier of a kind, wherever the text stands in a sentence.
void whole(const QString &text, const QString &kind)
{
    row(text, kind + u'[' + text + u']');
}

void none(const QString &text)
{
    row(text, QString());
}

} // namespace

/// All names, addresses and numbers are invented.
class tst_identifiers : public QObject
{
    Q_OBJECT

private slots:
    void findsHandles_data();
    void findsHandles();
    void findsMailAddresses_data();
    void findsMailAddresses();
    void findsPhoneNumbers_data();
    void findsPhoneNumbers();
    void leavesOtherNumbers_data();
    void leavesOtherNumbers();
    void findsPersonalLinks_data();
    void findsPersonalLinks();
    void leavesOtherLinks_data();
    void leavesOtherLinks();
    void keepsOrderWithoutOverlap_data();
    void keepsOrderWithoutOverlap();
    void listsLinks();
    void staysLinear_data();
    void staysLinear();

private:
    static void columns();
    static void compare();
};

void tst_identifiers::columns()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
}

void tst_identifiers::compare()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(listed(text, findIdentifiers(text)), expected);
    const QString before = u"I wrote: "_s;
    const QString within = before + text + u" and waited"_s;
    QCOMPARE(listed(within, findIdentifiers(within)), expected);
}

void tst_identifiers::findsHandles_data()
{
    columns();
    whole(u"@anna_example"_s, u"handle"_s);
    whole(u"@Anna_Example1"_s, u"handle"_s);
    whole(u"\uff20anna_example"_s, u"handle"_s);
    whole(u"\ufe6banna_example"_s, u"handle"_s);
    whole(u"\uff20\uff21\uff4e\uff4e\uff41\uff3f\uff22"_s, u"handle"_s);
    whole(u"@anna@server.social"_s, u"handle"_s);
    whole(u"@Anna@Server.Social"_s, u"handle"_s);
    whole(u"@anna@my-server.example.org"_s, u"handle"_s);
    whole(u"@anna.b.example"_s, u"handle"_s);
    whole(u"@anna._b"_s, u"handle"_s);
    whole(u"@anna.bsky.social"_s, u"handle"_s);
    whole(u"@Anna.Bsky.Social"_s, u"handle"_s);
    whole(u"@anna-b.bsky.social"_s, u"handle"_s);
    whole(u"@anna.example.com"_s, u"handle"_s);
    whole(u"u/anna_example"_s, u"handle"_s);
    whole(u"/u/anna-example"_s, u"handle"_s);
    whole(u"/U/Anna"_s, u"handle"_s);
    whole(u"@2cents"_s, u"handle"_s);
    whole(u"@12345"_s, u"handle"_s);
    whole(u"@_anna_"_s, u"handle"_s);
    whole(u"@\u200banna"_s, u"handle"_s);
    whole(u"@an\u00adna"_s, u"handle"_s);
    whole(u"@\u5f20\u4e09"_s, u"handle"_s);
    row(u"@anna."_s, u"handle[@anna]"_s);
    row(u"@anna..."_s, u"handle[@anna]"_s);
    row(u"(@anna),"_s, u"handle[@anna]"_s);
    row(u"\u201c@anna\u201d"_s, u"handle[@anna]"_s);
    row(u"@anna's boss"_s, u"handle[@anna]"_s);
    row(u"@anna\u2019s boss"_s, u"handle[@anna]"_s);
    row(u"u/anna's boss"_s, u"handle[u/anna]"_s);
    row(u"@anna@server.social's boss"_s, u"handle[@anna@server.social]"_s);
    row(u"@anna@server.social."_s, u"handle[@anna@server.social]"_s);
    row(u"@anna.bsky.social."_s, u"handle[@anna.bsky.social]"_s);
    row(u"@anna.Then he left"_s, u"handle[@anna]"_s);
    row(u"@anna-and he"_s, u"handle[@anna]"_s);
    row(u".@anna"_s, u"handle[@anna]"_s);
    row(u"RT @anna: me too"_s, u"handle[@anna]"_s);
    row(u"RT@anna: me too"_s, u"handle[@anna]"_s);
    row(u"@anna@berta"_s, u"handle[@anna]"_s);
    row(u"@anna,@berta/@clara"_s, u"handle[@anna] handle[@berta] handle[@clara]"_s);
    row(u"@@anna"_s, u"handle[@anna]"_s);
    row(u"#MeToo@anna"_s, u"handle[@anna]"_s);
    row(u"thanks@Anna"_s, u"handle[@Anna]"_s);
    row(u"in 2017@anna"_s, u"handle[@anna]"_s);
    row(u"thanks@anna_b"_s, u"handle[@anna_b]"_s);
    row(u"thanks\u200b@anna"_s, u"handle[@anna]"_s);
    row(u"@\u24d0\u24dd\u24dd\u24d0!"_s, u"handle[@\u24d0\u24dd\u24dd\u24d0]"_s);
    row(u"@\U0001D41A\U0001D427\U0001D427\U0001D41A, who"_s,
        u"handle[@\U0001D41A\U0001D427\U0001D427\U0001D41A]"_s);
    whole(u"@\U0001F150nna"_s, u"handle"_s);
    whole(u"@anna@server\u200b.social"_s, u"handle"_s);
    row(u"@anna\U0001F622@berta"_s, u"handle[@anna] handle[@berta]"_s);
    row(u"\u79c1\u3082@taro\u3055\u3093"_s, u"handle[@taro]"_s);
    row(u"\u8c22\u8c22u/anna_example"_s, u"handle[u/anna_example]"_s);
    row(u"(u/anna_example)"_s, u"handle[u/anna_example]"_s);
    none(u"@"_s);
    none(u"@ @ @"_s);
    none(u"@@@"_s);
    none(u"we met @ 5pm"_s);
    none(u"we met @5"_s);
    none(u"@...!"_s);
    row(u"IG: anna_b"_s, u"handle[anna_b]"_s);
    row(u"my snapchat anna99, please"_s, u"handle[anna99]"_s);
    row(u"Insta:anna.example."_s, u"handle[anna.example]"_s);
    row(u"\u5fae\u4fe1 wechat\uff1aanna_b"_s, u"handle[anna_b]"_s);
    row(u"anna_b.bsky.social"_s, u"profile[anna_b.bsky.social]"_s);
    row(u"IG/anna_bell99"_s, u"handle[anna_bell99]"_s);
    row(u"Instagram (anna_bell99)"_s, u"handle[anna_bell99]"_s);
    row(u"insta \u2192 annabell_99"_s, u"handle[annabell_99]"_s);
    row(u"IG: anna_b / snap: anna99"_s, u"handle[anna_b] handle[anna99]"_s);
    none(u"Facebook (2nd attempt)"_s);
    none(u"line/queue"_s);
    row(u"_@anna_"_s, u"handle[@anna_]"_s);
    row(u"__@anna_b__"_s, u"handle[@anna_b__]"_s);
    row(u"-u/annabell"_s, u"handle[u/annabell]"_s);
    row(u"_u/annabell_"_s, u"handle[u/annabell_]"_s);
    row(u"\u0441\u043f\u0430\u0441\u0438\u0431\u043e@anna_b"_s, u"handle[@anna_b]"_s);
    row(u"\u0647\u0644\u0627@anna_b"_s, u"handle[@anna_b]"_s);
    row(u"\u0394@anna"_s, u"handle[@anna]"_s);
    row(u"caf\u00e9@Anna"_s, u"handle[@Anna]"_s);
    row(u"h/t@annabell"_s, u"handle[@annabell]"_s);
    row(u"via@annabell"_s, u"handle[@annabell]"_s);
    none(u"b@by@home"_s);
    row(u"hello @ anna_b"_s, u"handle[@ anna_b]"_s);
    row(u"hello @ anna99, you"_s, u"handle[@ anna99]"_s);
    row(u"RT @ anna: wow"_s, u"handle[@ anna]"_s);
    row(u"# MeToo says @ anna"_s, u"handle[@ anna]"_s);
    row(u"&#64;anna_b"_s, u"handle[&#64;anna_b]"_s);
    none(u"alone @ home"_s);
    none(u"in C# code @ work"_s);
    none(u"meet @ noon.com"_s);
    none(u"it was @ 5pm @ 10th street"_s);
    none(u"me &amp; him &#38; her &commat; work"_s);
    none(u"on Twitter: everything"_s);
    none(u"a line 12 people long"_s);
    none(u"Facebook 2017"_s);
    none(u"a sh@t day"_s);
    none(u"he r@ped me"_s);
    none(u"SH@ME"_s);
    none(u"b@st@rds"_s);
    none(u"u/me"_s);
    none(u"you/anna_example"_s);
    none(u"menu/anna"_s);
    none(u"r/metoo"_s);
    none(u"u/abcdefghijklmnopqrstu"_s); // 21 characters, one more than Reddit takes
}

void tst_identifiers::findsHandles()
{
    compare();
}

void tst_identifiers::findsMailAddresses_data()
{
    columns();
    whole(u"anna@example.org"_s, u"mail"_s);
    whole(u"Anna.Example@Example.ORG"_s, u"mail"_s);
    whole(u"anna+metoo@example.org"_s, u"mail"_s);
    whole(u"anna_b-c%d@mail.sub.example.co.uk"_s, u"mail"_s);
    whole(u"anna\uff20example.org"_s, u"mail"_s);
    whole(u"anna\uff20example\uff0eorg"_s, u"mail"_s);
    whole(u"anna@my-firm.example"_s, u"mail"_s);
    whole(u"anna@xn--bcher-kva.example"_s, u"mail"_s);
    whole(u"anna@example.xn--p1ai"_s, u"mail"_s);
    whole(u"\u0430\u043d\u043d\u0430@\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444"_s, u"mail"_s);
    whole(u"o'neil@example.org"_s, u"mail"_s);
    whole(u"4155550123@example.org"_s, u"mail"_s);
    whole(u"anna.415-555-0123@example.org"_s, u"mail"_s);
    whole(u"maria [at] example.org"_s, u"mail"_s);
    whole(u"maria(at)example.org"_s, u"mail"_s);
    whole(u"maria {AT} example [dot] co (dot) org"_s, u"mail"_s);
    whole(u"maria@example [dot] org"_s, u"mail"_s);
    row(u"write to maria.lopez [ at ] example.org, please"_s, u"mail[maria.lopez [ at ] example.org]"_s);
    for (const QString &mail :
         {u"anna.bell @gmail.com"_s, u"anna.bell @ gmail.com"_s, u"anna.bell@ gmail.com"_s, u"anna @ gmail.com"_s,
          u"anna.bell @ firm.example"_s, u"anna.bell at gmail dot com"_s, u"anna.bell at gmail.com"_s,
          u"annabell99 at gmail.com"_s, u"anna.bell_at_gmail_dot_com"_s, u"anna.bell(a)gmail.com"_s,
          u"anna [\u00e4t] example.org"_s, u"anna(arroba)example.org"_s, u"anna[@]example.org"_s,
          u"anna@example dot org"_s, u"anna.bell&#64;gmail.com"_s, u"anna&#x40;example&#46;org"_s,
          u"anna.bell&commat;gmail.com"_s})
        whole(mail, u"mail"_s);
    row(u"skype anna.bell@example.org"_s, u"mail[anna.bell@example.org]"_s);
    row(u"insta: anna_b@example.org"_s, u"mail[anna_b@example.org]"_s);
    none(u"at work"_s);
    none(u"meet me at noon.com"_s);
    none(u"I read it at example.org, at home"_s);
    none(u"an account at gmail.com"_s);
    none(u"she worked @ amazon.com"_s);
    none(u"she worked at amazon dot com"_s);
    none(u"at 5.30 at example.org"_s);
    none(u"7 p.m. at example.org"_s);
    none(u"look_at_this.example"_s);
    none(u"see (a) example.org and (b) the rest"_s);
    none(u"connect the dots, dot by dot"_s);
    row(u"thanks @anna.bsky.social"_s, u"handle[@anna.bsky.social]"_s);
    row(u"met him (at) work"_s, QString());
    row(u"[at] example.org"_s, QString());
    row(u"mailto:anna@example.org"_s, u"mail[anna@example.org]"_s);
    row(u"<anna@example.org>"_s, u"mail[anna@example.org]"_s);
    row(u"'anna@example.org'"_s, u"mail[anna@example.org]"_s);
    row(u"anna@example.org."_s, u"mail[anna@example.org]"_s);
    row(u"anna@example.org's"_s, u"mail[anna@example.org]"_s);
    row(u"anna@example.org, berta@example.org"_s, u"mail[anna@example.org] mail[berta@example.org]"_s);
    row(u"...anna@example.org"_s, u"mail[anna@example.org]"_s);
    row(u"anna@example.org.5"_s, u"mail[anna@example.org]"_s);
    row(u"anna@example.org%20"_s, u"mail[anna@example.org]"_s);
    row(u"anna@example.org-"_s, u"mail[anna@example.org]"_s);
    row(u"\u90ae\u7bb1anna@example.org\u8bf7"_s, u"mail[anna@example.org]"_s);
    whole(u"anna@exam\u00adple.org"_s, u"mail"_s);
    whole(u"an\u200bna\u200b@example.org"_s, u"mail"_s);
    whole(u"anna@example\u3002org"_s, u"mail"_s);
    whole(u"anna@example\uff61org"_s, u"mail"_s);
    whole(u"anna@\u4f8b\u3048.jp"_s, u"mail"_s);
    whole(u"\u24d0nna@example.org"_s, u"mail"_s);
    row(u"anna@\u4f8b\u3048\u3002\u6b21"_s, QString());
    none(u"anna@localhost"_s);
    none(u"anna@example."_s);
    none(u"3@4.5"_s);
}

void tst_identifiers::findsMailAddresses()
{
    compare();
}

void tst_identifiers::findsPhoneNumbers_data()
{
    columns();
    for (const QString &number :
         {u"+1 415 555 0123"_s,
          u"+14155550123"_s,
          u"(415) 555-0123"_s,
          u"415-555-0123"_s,
          u"415.555.0123"_s,
          u"555-123-4567"_s,
          u"415 555 0123"_s,
          u"1-800-555-0199"_s,
          u"4155550123"_s,
          u"555-0123"_s,
          u"+44 (0)20 7946 0958"_s,
          u"+44 20 7946 0958"_s,
          u"020 7946 0958"_s,
          u"07700 900123"_s,
          u"06 12 34 56 78"_s,
          u"06.12.34.56.78"_s,
          u"+33 6 12 34 56 78"_s,
          u"030 1234567"_s,
          u"0171/1234567"_s,
          u"0049 151 23456789"_s,
          u"+49 (0) 151-23456789"_s,
          u"612 345 678"_s,
          u"612 34 56 78"_s,
          u"91 123 45 67"_s,
          u"+34 612 345 678"_s,
          u"98765 43210"_s,
          u"+91 98765 43210"_s,
          u"9876543211"_s,
          u"13800138001"_s,
          u"138 0013 8001"_s,
          u"+86 138 0013 8001"_s,
          u"010-1234-5678"_s,
          u"090-1234-5678"_s,
          u"03-1234-5678"_s,
          u"(11) 91234-5678"_s,
          u"11 91234-5678"_s,
          u"55 1234 5678"_s,
          u"0412 345 678"_s,
          u"0532 123 45 67"_s,
          u"532 123 45 67"_s,
          u"8 912 345-67-89"_s,
          u"+7 912 345-67-89"_s,
          u"050-123-4567"_s,
          u"+972-50-123-4567"_s,
          u"\uff0b\uff11 415 555 0123"_s,
          u"\uff10\uff19\uff10\uff0d\uff11\uff12\uff13\uff14\uff0d\uff15\uff16\uff17\uff18"_s,
          u"\u0660\u0665\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667"_s,
          u"0151\u00a0234\u00a056789"_s,
          u"415\u2011555\u20110123"_s,
          u"415-\u200b555-\u200b0123"_s,
          u"(02) 1234 5678"_s,
          u"(11) 9123 4567"_s,
          u"+49 1 7 1 1 2 3 4 5 6 7"_s,
          u"415\u2009555\u20090123"_s,
          u"415\u00b7555\u00b70123"_s,
          u"415\u2014555\u20140123"_s,
          u"\u2463\u2460\u2464-555-0123"_s})
        whole(number, u"phone"_s);
    row(u"\u96fb\u8a71\u306f090-1234-5678\u3067\u3059"_s, u"phone[090-1234-5678]"_s);
    row(u"\u624b\u673a13812345678\u8bf7"_s, u"phone[13812345678]"_s);
    row(u"\u898b\u3066+49 170 1234567\u3067\u3059"_s, u"phone[+49 170 1234567]"_s);
    row(u"\u898b\u3066(555) 123-4567\u3067\u3059"_s, u"phone[(555) 123-4567]"_s);
    row(u"phone=0301234567"_s, u"phone[0301234567]"_s);
    row(u"call 5551234"_s, u"phone[5551234]"_s);
    row(u"tel+491711234567"_s, u"phone[+491711234567]"_s);
    row(u"Call415-555-0123"_s, u"phone[415-555-0123]"_s);
    row(u"call4155550123"_s, u"phone[4155550123]"_s);
    row(u"Tel.: 5551234"_s, u"phone[5551234]"_s);
    row(u"tel:+1-415-555-0123"_s, u"phone[+1-415-555-0123]"_s);
    row(u"Telefon 12 34 56 78"_s, u"phone[12 34 56 78]"_s);
    row(u"(415-555-0123)"_s, u"phone[(415-555-0123)]"_s);
    row(u"(+44 20 7946 0958)"_s, u"phone[+44 20 7946 0958]"_s);
    row(u"415-555-0123."_s, u"phone[415-555-0123]"_s);
    row(u"415-555-0123, 415-555-0124"_s, u"phone[415-555-0123] phone[415-555-0124]"_s);
    row(u"in 2017 415-555-0123"_s, u"phone[415-555-0123]"_s);
    row(u"415-555-0123!"_s, u"phone[415-555-0123]"_s);
}

void tst_identifiers::findsPhoneNumbers()
{
    compare();
}

void tst_identifiers::leavesOtherNumbers_data()
{
    columns();
    for (const QString &text : {u"2017"_s,
                                u"in 2015, 2016 and 2017"_s,
                                u"2015-2016"_s,
                                u"2015-2016-2017"_s,
                                u"2017-10-15"_s,
                                u"2017-10-15 12:30"_s,
                                u"2017-10-15T12:30:00Z"_s,
                                u"2017/10/15"_s,
                                u"15.10.2017"_s,
                                u"15.10.2017 20:30"_s,
                                u"05.10.17 20.30"_s,
                                u"10/15/17"_s,
                                u"10/15/2017"_s,
                                u"12-13-2017"_s,
                                u"01.10.2017-05.10.2017"_s,
                                u"20171015"_s,
                                u"12:30"_s,
                                u"12:30:45"_s,
                                u"20.30"_s,
                                u"1,000,000"_s,
                                u"1 000 000"_s,
                                u"1.000.000"_s,
                                u"1 000 000 000"_s,
                                u"650 000 000"_s,
                                u"700 000 000 people"_s,
                                u"(200 000 000 people)"_s,
                                u"7000000000"_s,
                                u"30 000 - 40 000"_s,
                                u"1000000"_s,
                                u"$1,234,567"_s,
                                u"$4155550123"_s,
                                u"\u20ac1.234.567,89"_s,
                                u"3.99"_s,
                                u"99.9%"_s,
                                u"1/2"_s,
                                u"24/7"_s,
                                u"6-4 6-3 7-5"_s,
                                u"3-2"_s,
                                u"0-6 0-6 6-0 6-0 6-0"_s,
                                u"919677012345678901"_s,
                                u"1012345678901234567"_s,
                                u"1234567890123456"_s,
                                u"DE89 3704 0044 0532 0130 00"_s,
                                u"GB82 WEST 1234 5698 7654 32"_s,
                                u"DE89370400440532013000"_s,
                                u"4111 1111 1111 1111"_s,
                                u"978-3-16-148410-0"_s,
                                u"192.168.100.100"_s,
                                u"40.712776, -74.005974"_s,
                                u"3.1415926535"_s,
                                u"555-0150"_s,
                                u"100-2000"_s,
                                u"pages 123-4567"_s,
                                u"#4155550123"_s,
                                u"911"_s,
                                u"0800"_s,
                                u"room 12-34"_s,
                                u"version 1.2.3.4"_s,
                                u"A4155550123"_s,
                                u"4155550123x"_s,
                                u"abc415-555-0123"_s,
                                u"model4155550123"_s,
                                u"from 1990\u20142000 on"_s,
                                u"2017 10 15 2017 10 16"_s})
        none(text);
}

void tst_identifiers::leavesOtherNumbers()
{
    compare();
}

void tst_identifiers::findsPersonalLinks_data()
{
    columns();
    for (const QString &link : {u"https://twitter.com/anna"_s,
                                u"http://www.twitter.com/anna"_s,
                                u"https://mobile.twitter.com/anna/"_s,
                                u"HTTPS://TWITTER.COM/ANNA"_s,
                                u"twitter.com/anna"_s,
                                u"www.twitter.com/anna"_s,
                                u"Twitter.com/anna"_s,
                                u"mobile.twitter.com/anna"_s,
                                u"https://x.com/anna"_s,
                                u"x.com/anna"_s,
                                u"https://twitter.com/%40anna"_s,
                                u"https://twitter.com/@anna"_s,
                                u"https://twitter.com:443/anna"_s,
                                u"https://twitter.com./anna"_s,
                                u"https://twitter.com/anna?lang=en"_s,
                                u"https://twitter.com/anna#top"_s,
                                u"https://twitter.com/#!/anna"_s,
                                u"https://user:secret@twitter.com/anna"_s,
                                u"https://twitter.com/i/user/123"_s,
                                u"https://twitter.com/intent/user?user_id=12"_s,
                                u"https://twitter.com/intent/follow?screen_name=anna"_s,
                                u"https://twitter.com/search?q=from%3Aanna"_s,
                                u"https://twitter.com/httpfan"_s,
                                u"https://www.facebook.com/anna.example"_s,
                                u"https://m.facebook.com/profile.php?id=1000"_s,
                                u"https://de-de.facebook.com/anna.example"_s,
                                u"facebook.com/anna.example"_s,
                                u"fb.com/anna.example"_s,
                                u"https://www.facebook.com/people/Anna-Example/1000"_s,
                                u"https://facebook.com/groups/12/user/34"_s,
                                u"https://www.instagram.com/anna.example/"_s,
                                u"instagram.com/_anna_"_s,
                                u"https://instagr.am/anna"_s,
                                u"https://bsky.app/profile/anna.bsky.social"_s,
                                u"https://bsky.app/profile/did:plc:abc123"_s,
                                u"https://anna.bsky.social"_s,
                                u"anna.bsky.social"_s,
                                u"https://www.reddit.com/user/anna"_s,
                                u"https://old.reddit.com/u/anna"_s,
                                u"reddit.com/user/anna"_s,
                                u"https://www.reddit.com/r/u_anna"_s,
                                u"https://anna.tumblr.com"_s,
                                u"https://www.linkedin.com/in/anna-example-12"_s,
                                u"de.linkedin.com/in/anna"_s,
                                u"https://www.linkedin.com/pub/anna/1/2/3"_s,
                                u"https://www.youtube.com/user/anna"_s,
                                u"https://youtube.com/channel/UCinvented"_s,
                                u"https://www.youtube.com/@anna"_s,
                                u"https://www.snapchat.com/add/anna"_s,
                                u"linktr.ee/anna"_s,
                                u"anna.tumblr.com"_s,
                                u"https://www.tumblr.com/anna"_s,
                                u"https://www.tumblr.com/blog/anna"_s,
                                u"https://mastodon.social/@anna"_s,
                                u"https://server.social/@anna@other.social"_s,
                                u"https://server.social/users/anna"_s,
                                u"https://server.social/web/@anna"_s,
                                u"https://xn--bcher-kva.example/@anna"_s,
                                u"https://mastodon.social/%40anna"_s,
                                u"server.social/@anna"_s,
                                u"server.social/users/anna"_s,
                                u"https://www.threads.net/@anna"_s,
                                u"https://t.me/anna"_s,
                                u"https://wa.me/14155550123"_s,
                                u"https://example.org/go?to=https%3A%2F%2Ftwitter.com%2Fanna"_s,
                                u"https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.instagram.com%2Fanna%2F"_s,
                                u"https://example.org/?mail=anna@example.org"_s,
                                u"https://example.org/?mail=anna%40example.org"_s,
                                u"https://anna@example.org/"_s,
                                u"https://twit\u00adter.com/anna"_s,
                                u"https://twitter\uff0ecom/anna"_s,
                                u"https://twitter\u3002com/anna"_s,
                                u"twitter.com%2Fanna"_s,
                                u"https://nitter.net/anna"_s,
                                u"nitter.example.org/anna"_s,
                                u"https://xcancel.com/anna"_s,
                                u"https://redlib.example.org/u/anna"_s,
                                u"https://threadreaderapp.com/user/anna"_s,
                                u"https://anna.wordpress.com"_s,
                                u"anna.substack.com"_s,
                                u"https://telegram.me/anna"_s,
                                u"https://weibo.com/u/1234567890"_s,
                                u"weibo.com/n/anna"_s,
                                u"https://anna.medium.com"_s,
                                u"https://www.pinterest.com/anna/"_s,
                                u"https://www.quora.com/profile/Anna-Example"_s,
                                u"https://www.flickr.com/people/anna"_s,
                                u"did:plc:abcdefghijklmnopqrstuvwx"_s,
                                u"did:web:anna.example"_s,
                                u"at://anna.example"_s,
                                u"https://plc.directory/did:plc:abc"_s,
                                u"https://www.google.com/url?q=twitter.com/annabell"_s,
                                u"https://www.google.com/url?q=twitter.com%2Fannabell"_s,
                                u"https://archive.ph/twitter.com/annabell"_s,
                                u"https://en.twitter.com/annabell"_s,
                                u"en.twitter.com/annabell"_s,
                                u"https://api.twitter.com/annabell"_s,
                                u"https://en.instagram.com/anna.bell"_s,
                                u"https://weibo.com/n/\u5b89\u5a1c\u8d1d\u5c14"_s,
                                u"https://api.whatsapp.com/send?phone=491512345678"_s,
                                u"https://signal.me/#p/+4915123456789"_s,
                                u"https://m.me/anna"_s,
                                u"m.me/anna"_s,
                                u"https://venmo.com/u/anna"_s,
                                u"cash.app/$anna"_s,
                                u"https://www.gofundme.com/f/help-anna"_s,
                                u"https://www.xing.com/profile/Anna_Example"_s,
                                u"https://myspace.com/anna"_s,
                                u"https://www.deviantart.com/anna"_s,
                                u"https://anna.deviantart.com"_s,
                                u"https://www.last.fm/user/anna"_s,
                                u"https://steamcommunity.com/id/anna"_s,
                                u"https://keybase.io/anna"_s,
                                u"https://github.com/anna"_s,
                                u"anna.carrd.co"_s,
                                u"https://anna.wixsite.com"_s})
        whole(link, u"profile"_s);
    for (const QString &link : {u"https://twitter.com/anna/status/919677012345678901"_s,
                                u"http://mobile.twitter.com/anna/status/9196"_s,
                                u"twitter.com/anna/status/9196?s=20"_s,
                                u"https://x.com/anna/status/9196/photo/1"_s,
                                u"https://twitter.com/i/web/status/9196"_s,
                                u"HTTPS://TWITTER.COM/ANNA/STATUS/9196"_s,
                                u"https://twitter.com/statuses/9196"_s,
                                u"https://twitter.com/#!/anna/status/9196"_s,
                                u"https://t.co/AbCdEf"_s,
                                u"t.co/AbCdEf"_s,
                                u"pic.twitter.com/AbCdEf"_s,
                                u"https://www.facebook.com/anna.example/posts/1000"_s,
                                u"https://facebook.com/story.php?story_fbid=1&id=2"_s,
                                u"https://www.facebook.com/groups/12/permalink/34/"_s,
                                u"https://fb.watch/abc/"_s,
                                u"https://www.instagram.com/p/AbC-d_/"_s,
                                u"instagram.com/reel/AbC"_s,
                                u"https://www.instagram.com/anna/p/AbC/"_s,
                                u"https://www.instagram.com/stories/anna/12/"_s,
                                u"https://bsky.app/profile/anna.bsky.social/post/3k"_s,
                                u"bsky.app/profile/did:plc:abc/post/3k"_s,
                                u"https://www.reddit.com/r/metoo/comments/abc/my_story/"_s,
                                u"https://redd.it/abc"_s,
                                u"https://www.reddit.com/r/metoo/s/AbC"_s,
                                u"https://v.redd.it/abc"_s,
                                u"https://www.reddit.com/user/anna/comments/abc/x/"_s,
                                u"https://anna.tumblr.com/post/12/my-story"_s,
                                u"https://www.linkedin.com/posts/anna-example_metoo-activity-12"_s,
                                u"anna.tumblr.com/post/12"_s,
                                u"https://www.tumblr.com/anna/12/my-story"_s,
                                u"https://mastodon.social/@anna/99"_s,
                                u"https://server.social/users/anna/statuses/99"_s,
                                u"server.social/@anna/99"_s,
                                u"https://www.threads.net/@anna/post/Ab"_s,
                                u"https://www.threads.net/t/Ab"_s,
                                u"https://nitter.net/anna/status/9196"_s,
                                u"fixupx.com/anna/status/9196"_s,
                                u"https://threadreaderapp.com/thread/9196.html"_s,
                                u"https://anna.blogspot.com/2017/10/my-story.html"_s,
                                u"at://did:plc:abc/app.bsky.feed.post/3k"_s,
                                u"https://medium.com/@anna/my-story-12"_s,
                                u"https://vm.tiktok.com/AbCdEf/"_s,
                                u"https://archive.ph/twitter.com/anna/status/9196"_s,
                                u"https://web.archive.org/web/2017/https://twitter.com/anna/status/9196"_s})
        whole(link, u"story"_s);
    row(u"telegram: t.me/anna_bell"_s, u"profile[t.me/anna_bell]"_s);
    row(u"fb: facebook.com/anna.bell"_s, u"profile[facebook.com/anna.bell]"_s);
    row(u"insta instagram.com/anna_bell99"_s, u"profile[instagram.com/anna_bell99]"_s);
    row(u"twitter: mobile.twitter.com/annabell"_s, u"profile[mobile.twitter.com/annabell]"_s);
    row(u"tumblr annabell.tumblr.com/post/123"_s, u"story[annabell.tumblr.com/post/123]"_s);
    row(u"-twitter.com/annabell"_s, u"profile[twitter.com/annabell]"_s);
    row(u"_twitter.com/annabell_"_s, u"profile[twitter.com/annabell_]"_s);
    row(u".twitter.com/annabell"_s, u"profile[twitter.com/annabell]"_s);
    row(u"(https://twitter.com/anna)."_s, u"profile[https://twitter.com/anna]"_s);
    row(u"https://twitter.com/anna, who"_s, u"profile[https://twitter.com/anna]"_s);
    row(u"<https://twitter.com/anna>"_s, u"profile[https://twitter.com/anna]"_s);
    row(u"twitter.com/anna!"_s, u"profile[twitter.com/anna]"_s);
    row(u"anna.tumblr.com."_s, u"profile[anna.tumblr.com]"_s);
    row(u"see:https://t.co/Ab\u2026"_s, u"story[https://t.co/Ab]"_s);
    row(u"toohttps://t.co/Ab"_s, u"story[https://t.co/Ab]"_s);
    row(u"toopic.twitter.com/Ab"_s, u"story[pic.twitter.com/Ab]"_s);
    row(u"https:/twitter.com/anna"_s, u"profile[twitter.com/anna]"_s);
    row(u"\u79c1\u3082https://twitter.com/anna\u3067\u3059"_s, u"profile[https://twitter.com/anna]"_s);
}

void tst_identifiers::findsPersonalLinks()
{
    compare();
}

void tst_identifiers::leavesOtherLinks_data()
{
    columns();
    for (const QString &link : {u"https://example.org/story"_s,
                                u"http://www.example.org"_s,
                                u"https://example.org/a/b?c=d#e"_s,
                                u"https://twitter.com"_s,
                                u"https://twitter.com/"_s,
                                u"https://twitter.com/hashtag/MeToo?src=hash"_s,
                                u"https://twitter.com/search?q=%23MeToo"_s,
                                u"https://twitter.com/explore"_s,
                                u"https://www.facebook.com/hashtag/metoo"_s,
                                u"https://www.facebook.com/events/12"_s,
                                u"https://www.instagram.com/explore/tags/metoo/"_s,
                                u"https://www.reddit.com/r/metoo/"_s,
                                u"https://bsky.app/hashtag/metoo"_s,
                                u"https://www.tumblr.com/tagged/metoo"_s,
                                u"https://www.linkedin.com/company/example"_s,
                                u"https://www.youtube.com/watch?v=invented"_s,
                                u"https://mastodon.social/tags/metoo"_s,
                                u"https://nottwitter.com/anna"_s,
                                u"https://twitter.com.example.org/about"_s,
                                u"example.org/twitter"_s,
                                u"twitter.com"_s,
                                u"https://en.wikipedia.org/wiki/Me_Too_movement"_s,
                                u"http://"_s,
                                u"https://"_s,
                                u"www."_s,
                                u"https://example.org/2017/10/15/415-555-0123"_s,
                                u"https://help.twitter.com/en/safety"_s,
                                u"https://developers.example/?next=example.org/a"_s,
                                u"https://example.org/?q=metoo+2017-10-15+20"_s,
                                u"https://example.org/story/4155550123"_s,
                                u"https://www.gofundme.com/about"_s,
                                u"https://medium.com/about"_s,
                                u"http://xn--bcher-kva.example/a"_s})
        none(link);
}

void tst_identifiers::leavesOtherLinks()
{
    compare();
}

void tst_identifiers::keepsOrderWithoutOverlap_data()
{
    columns();
    row(u"@anna told u/berta at anna@example.org or 415-555-0123, https://twitter.com/anna, t.co/Ab"_s,
        u"handle[@anna] handle[u/berta] mail[anna@example.org] phone[415-555-0123] "
        "profile[https://twitter.com/anna] story[t.co/Ab]"_s);
    row(u"t.co/Ab 415-555-0123@example.org @anna"_s,
        u"story[t.co/Ab] mail[415-555-0123@example.org] handle[@anna]"_s);
    row(u"@a@b@c.de@f"_s, u"handle[@a] mail[b@c.de]"_s);
    row(u"https://twitter.com/@anna@example.org"_s, u"profile[https://twitter.com/@anna@example.org]"_s);
    row(u"@twitter.com/anna 030 1234567 030 1234568"_s,
        u"handle[@twitter.com] phone[030 1234567] phone[030 1234568]"_s);
}

void tst_identifiers::keepsOrderWithoutOverlap()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const QVector<Identifier> found = findIdentifiers(text);
    QCOMPARE(listed(text, found), expected);
    qsizetype end = 0;
    for (const Identifier &identifier : found) {
        QVERIFY(identifier.start >= end);
        QVERIFY(identifier.length > 0);
        end = identifier.start + identifier.length;
    }
    QVERIFY(end <= text.size());
}

void tst_identifiers::listsLinks()
{
    const QString text = u"http:// https://example.org/a https://twitter.com/anna www.example.org "
                         "(http://twitter.com/anna/status/1)"_s;
    QCOMPARE(listed(text, findLinks(text)),
             u"story[https://example.org/a] profile[https://twitter.com/anna] "
             "story[http://twitter.com/anna/status/1]"_s);
}

void tst_identifiers::staysLinear_data()
{
    QTest::addColumn<QString>("piece");
    for (const QString &piece : {u"@"_s,
                                 u"1"_s,
                                 u"a@"_s,
                                 u"http://"_s,
                                 u"."_s,
                                 u"a.b@"_s,
                                 u"@5.cd 415-555-0123 "_s,
                                 u"@a@"_s,
                                 u"@a-"_s,
                                 u"(1"_s,
                                 u"u/a"_s,
                                 u"1 "_s,
                                 u"0-"_s,
                                 u"http://a@"_s,
                                 u"http://%40"_s,
                                 u"://"_s,
                                 u"a'"_s,
                                 u"\u200b@"_s,
                                 u"+1 "_s,
                                 u"AB12 "_s,
                                 u"&"_s,
                                 u"&#64;"_s,
                                 u"_"_s,
                                 u" "_s,
                                 u"# "_s,
                                 u"@ "_s,
                                 u"@ a"_s,
                                 u" at "_s,
                                 u"a at "_s,
                                 u"_at_b.cd"_s,
                                 u"b at c.de "_s,
                                 u" dot "_s,
                                 u"(a"_s,
                                 u"("_s,
                                 u"\uff08"_s,
                                 u"-"_s,
                                 u"a1"_s,
                                 u"/t.co"_s,
                                 u"=x.com/home"_s,
                                 u"\u2014"_s,
                                 u"IG/"_s,
                                 u"ig ("_s,
                                 u"\u00e9@"_s,
                                 u"-u/"_s,
                                 u"via@"_s})
        QTest::addRow("%s", qPrintable(piece)) << piece;
}

/// Quadratic work over a megabyte would go on for hours and be ended by the test runner.
void tst_identifiers::staysLinear()
{
    constexpr qsizetype megabyte = 1'000'000;
    QFETCH(QString, piece);
    const QString text = piece.repeated(megabyte / piece.size());
    const QVector<Identifier> found = findIdentifiers(text);
    qsizetype end = 0;
    for (const Identifier &identifier : found) {
        QVERIFY(identifier.start >= end);
        end = identifier.start + identifier.length;
    }
    QVERIFY(end <= text.size());
    QVERIFY(findLinks(text).size() <= text.size());
    QVERIFY(findIdentifiers(u"http://a.b/"_s + text).size() <= text.size());
}

QTEST_APPLESS_MAIN(tst_identifiers)
#include "tst_identifiers.moc"
