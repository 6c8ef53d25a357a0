#include "support/TestData.h"
#include "text/Entities.h"
#include "text/Hashtags.h"
#include "text/Links.h"
#include "text/Tokens.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// FTS5 with the collection's tokenizer over one row, read back through its vocabulary: the independent means.
class FullText
{
public:
    FullText()
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"words"_s);
        m_database.setDatabaseName(u":memory:"_s);
        m_open = m_database.open();
        run(u"CREATE VIRTUAL TABLE t USING fts5(x, tokenize=\"unicode61 remove_diacritics 2 "
            "categories 'L* N* Co Mn Mc'\")"_s);
        run(u"CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')"_s);
    }
    ~FullText()
    {
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"words"_s);
    }

    QStringList words(const QString &text)
    {
        run(u"DELETE FROM t"_s);
        QSqlQuery insert(m_database);
        insert.prepare(u"INSERT INTO t(rowid, x) VALUES(1, ?)"_s);
        insert.addBindValue(text);
        if (!insert.exec())
            return {insert.lastError().text()};
        QSqlQuery read(m_database);
        read.exec(u"SELECT term FROM v ORDER BY \"offset\""_s);
        QStringList found;
        while (read.next())
            found.append(read.value(0).toString());
        return found;
    }

private:
    void run(const QString &statement)
    {
        QSqlQuery query(m_database);
        if (!query.exec(statement))
            qWarning() << query.lastError().text();
    }

    QSqlDatabase m_database;
    bool m_open = false;
};

QString joined(const Tokens &tokens)
{
    QStringList words;
    for (const Token &token : tokens)
        words.append(token.word.toString());
    return words.join(u' ');
}

/// "word:kind" for each token, with W, T or M, and a * on the first of a tag or name.
QString kinds(const Tokens &tokens)
{
    QStringList words;
    for (const Token &token : tokens) {
        const QChar kind = token.kind == Token::Kind::Word ? u'W' : token.kind == Token::Kind::Tag ? u'T' : u'M';
        words.append(token.word.toString() + u':' + kind + (token.first ? u"*"_s : QString()));
    }
    return words.join(u' ');
}

/// What each token covers in the stored text.
QString covered(const QString &text)
{
    QStringList parts;
    for (const Token &token : tokenise(text))
        parts.append(text.mid(token.start, token.length));
    return parts.join(u'|');
}

QVector<QByteArray> naughtyStrings()
{
    QVector<QByteArray> strings;
    for (const QString &name : {u"blns.jsonl"_s, u"unicode-traps.jsonl"_s}) {
        QFile file(test::sharedFile(u"corpora/naughty-strings/"_s + name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        while (!file.atEnd()) {
            const QJsonObject record = QJsonDocument::fromJson(file.readLine()).object();
            strings.append(QByteArray::fromBase64(record.value("b64"_L1).toString().toLatin1()));
        }
    }
    return strings;
}

/// What findHashtags() gives, by a look at each place of the text.
QStringList hashtagsByPlace(QStringView text)
{
    const DecodedText decoded(text);
    const QStringView plain = decoded.text();
    QStringList found;
    QStringList known;
    for (qsizetype at = 0; at < plain.size();) {
        if (const qsizetype link = linkLengthAt(plain, at)) {
            at += link;
            continue;
        }
        const TagPlace tag = isTagSign(plain.at(at)) ? tagAt(plain, at) : TagPlace{};
        if (tag.length > 0) {
            const QString name = plain.sliced(tag.start, tag.length).toString();
            if (const QString folded = foldTag(name); !known.contains(folded)) {
                known.append(folded);
                found.append(name);
            }
        }
        at = tag.length > 0 ? tag.start + tag.length : at + 1;
    }
    return found;
}

} // namespace

class tst_tokens : public QObject
{
    Q_OBJECT

private slots:
    void foldsWords_data();
    void foldsWords();
    void givesWordsTheirKinds_data();
    void givesWordsTheirKinds();
    void coversTheStoredText_data();
    void coversTheStoredText();
    void agreesWithTheFullTextOnManyScripts_data();
    void agreesWithTheFullTextOnManyScripts();
    void agreesWithTheFullTextOnEveryCharacter();
    void agreesWithTheFullTextOnNaughtyStrings();
    void keepsOffsetsWithinTheText();
    void foldsTags_data();
    void foldsTags();
    void findsHashtagsOnce();
    void findsHashtagsAsALookAtEachPlaceDoes();
    void indexesTagsWhole();
    void addsTheSourcesHashtags();
    void countsWhatVoicesNeed_data();
    void countsWhatVoicesNeed();
    void standsHostileTexts_data();
    void standsHostileTexts();
    void queriesFoldAlike();
};

void tst_tokens::foldsWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");

    QTest::newRow("ascii") << u"Hello, World 42"_s << u"hello world 42"_s;
    QTest::newRow("apostrophe") << u"I didn't"_s << u"i didn t"_s;
    QTest::newRow("curly apostrophe") << u"didn\u2019t"_s << u"didn t"_s;
    QTest::newRow("underscore splits") << u"me_too"_s << u"me too"_s;
    QTest::newRow("accents") << u"Cu\u00e9ntalo TAMBI\u00c9N"_s << u"cuentalo tambien"_s;
    QTest::newRow("decomposed accents") << u"cue\u0301ntalo"_s << u"cuentalo"_s;
    QTest::newRow("sharp s") << u"Stra\u00dfe"_s << u"strasse"_s;
    QTest::newRow("final sigma") << u"\u039b\u03cc\u03b3\u03bf\u03c2"_s << u"\u03bb\u03bf\u03b3\u03bf\u03c3"_s;
    QTest::newRow("dotted capital i") << u"\u0130stanbul"_s << u"istanbul"_s;
    QTest::newRow("dotless i stays") << u"k\u0131z"_s << u"k\u0131z"_s;
    QTest::newRow("Vietnamese") << u"Ng\u1eebng Im L\u1eb7ng"_s << u"ngung im lang"_s;
    QTest::newRow("full width") << u"\uff2d\uff45\uff34\uff4f\uff4f"_s << u"metoo"_s;
    QTest::newRow("mathematical") << u"\U0001d40c\U0001d41e \U0001d413\U0001d428\U0001d428"_s << u"me too"_s;
    QTest::newRow("superscript") << u"x\u00b2"_s << u"x2"_s;
    QTest::newRow("ligature") << u"\ufb01nal"_s << u"final"_s;
    QTest::newRow("soft hyphen") << u"ha\u00adrass"_s << u"harass"_s;
    QTest::newRow("zero width space") << u"ra\u200bpe"_s << u"rape"_s;
    QTest::newRow("bidi marks") << u"\u202eme\u202c too\u200f"_s << u"me too"_s;
    QTest::newRow("Arabic vowels and tatweel") << u"\u0623\u064e\u0646\u0640\u0627"_s << u"\u0627\u0646\u0627"_s;
    QTest::newRow("Hebrew points") << u"\u05d2\u05bc\u05b7\u05dd"_s << u"\u05d2\u05dd"_s;
    QTest::newRow("Hindi keeps vowel signs")
        << u"\u092e\u0948\u0902 \u092d\u0940"_s << u"\u092e\u0948\u0902 \u092d\u0940"_s;
    QTest::newRow("Chinese") << u"\u6211\u4e5f\u662f"_s << u"\u6211 \u4e5f \u662f"_s;
    QTest::newRow("Chinese among Latin") << u"MeToo\u5728\u4e2d\u56fd"_s << u"metoo \u5728 \u4e2d \u56fd"_s;
    QTest::newRow("Katakana with long sound")
        << u"\u30df\u30fc\u30c8\u30a5\u30fc"_s << u"\u30df \u30fc \u30c8 \u30a5 \u30fc"_s;
    QTest::newRow("half-width kana with voicing") << u"\uff76\uff9e"_s << u"\u30ac"_s;
    QTest::newRow("kana with combining voicing") << u"\u304b\u3099"_s << u"\u304c"_s;
    QTest::newRow("Hangul") << u"\ubbf8\ud22c"_s << u"\ubbf8 \ud22c"_s;
    QTest::newRow("Hangul from jamo") << u"\u1106\u1175\u1110\u116e"_s << u"\ubbf8 \ud22c"_s;
    QTest::newRow("Thai with tone marks")
        << u"\u0e09\u0e31\u0e19\u0e14\u0e49"_s << u"\u0e09\u0e31 \u0e19 \u0e14\u0e49"_s;
    QTest::newRow("emoji are no words") << u"\U0001f49c me \U0001f44f\U0001f3fd too"_s << u"me too"_s;
    QTest::newRow("keycap") << u"1\ufe0f\u20e3 day"_s << u"1 day"_s;
    QTest::newRow("unpaired surrogate") << u"a"_s + QChar(0xd800) + u"b"_s + QChar(0xdc00) << u"a b"_s;
    QTest::newRow("entities") << u"her &amp; me &#39;too&#x27; &eacute;t&eacute;"_s << u"her me too ete"_s;
    QTest::newRow("entities once") << u"&amp;eacute;"_s << u"eacute"_s;
    QTest::newRow("no entity") << u"R&D; &; &bogus; &#xD800; &#99999999;"_s << u"r d bogus xd800 99999999"_s;
    QTest::newRow("links") << u"see https://t.co/AbC1 and http://a.example/b?c=d#e now"_s << u"see and now"_s;
    QTest::newRow("links glued") << u"metoohttps://t.co/x pic.twitter.com/Ab too"_s << u"metoo too"_s;
    QTest::newRow("glued picture") << u"#MeToopic.twitter.com/Ab12"_s << u"metoo"_s;
    QTest::newRow("www and t.co") << u"www.example.org/x t.co/ab ewww.b"_s << u"ewww b"_s;
    QTest::newRow("link before Japanese") << u"https://t.co/ab\u79c1"_s << u"\u79c1"_s;
    QTest::newRow("empty") << QString() << QString();
}

void tst_tokens::foldsWords()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    QCOMPARE(joined(tokenise(text)), words);
}

void tst_tokens::givesWordsTheirKinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kinds");

    QTest::newRow("tag") << u"say #MeToo now"_s << u"say:W metoo:T* now:W"_s;
    QTest::newRow("tag in parts") << u"#me_too x"_s << u"me:T* too:T x:W"_s;
    QTest::newRow("tag in parts, full width") << u"\uff03me\uff3ftoo x"_s << u"me:T* too:T x:W"_s;
    QTest::newRow("tags side by side") << u"#a#b"_s << u"a:T* b:T*"_s;
    QTest::newRow("spaced tag") << u"so # MeToo yes"_s << u"so:W metoo:T* yes:W"_s;
    QTest::newRow("C sharp") << u"C# is"_s << u"c:W is:W"_s;
    QTest::newRow("number sign") << u"#1 reason"_s << u"1:W reason:W"_s;
    QTest::newRow("full-width sign") << u"\uff03\u79c1\u3082"_s << u"\u79c1:T* \u3082:T"_s;
    QTest::newRow("tag's end") << u"#MeToo's"_s << u"metoo:T* s:W"_s;
    QTest::newRow("entity sign") << u"&#35;MeToo"_s << u"metoo:T*"_s;
    QTest::newRow("name") << u".@some_one: hi"_s << u"some:M* one:M hi:W"_s;
    QTest::newRow("name with server") << u"@ann@social.example hi"_s << u"ann:M* social:M example:M hi:W"_s;
    QTest::newRow("Bluesky name") << u"@ann.bsky.social hi"_s << u"ann:M* bsky:M social:M hi:W"_s;
    QTest::newRow("sentence glued") << u"@ann.Then"_s << u"ann:M* then:W"_s;
    QTest::newRow("mail is no name") << u"ann@example.org"_s << u"ann:W example:W org:W"_s;
    QTest::newRow("name before kana") << u"@taro\u3055\u3093"_s << u"taro:M* \u3055:W \u3093:W"_s;
    QTest::newRow("name in Chinese") << u"@\u5f20\u4e09 \u4f60"_s << u"\u5f20:M* \u4e09:M \u4f60:W"_s;
    QTest::newRow("full-width name") << u"\uff20ann hi"_s << u"ann:M* hi:W"_s;
    QTest::newRow("two names") << u"@ann @bob"_s << u"ann:M* bob:M*"_s;
}

void tst_tokens::givesWordsTheirKinds()
{
    QFETCH(QString, text);
    QTEST(kinds(tokenise(text)), "kinds");
}

void tst_tokens::coversTheStoredText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("parts");

    QTest::newRow("plain") << u"Me, too"_s << u"Me|too"_s;
    QTest::newRow("decomposed") << u"x cue\u0301ntalo y"_s << u"x|cue\u0301ntalo|y"_s;
    QTest::newRow("accent at the end") << u"te\u0301 y"_s << u"te\u0301|y"_s;
    QTest::newRow("jamo") << u"a \u1106\u1175\u1110\u116e"_s << u"a|\u1106\u1175|\u1110\u116e"_s;
    QTest::newRow("half-width kana") << u"\uff76\uff9e\uff71"_s << u"\uff76\uff9e|\uff71"_s;
    QTest::newRow("one square of two") << u"a\u3300"_s << u"a|\u3300|\u3300|\u3300|\u3300"_s;
    QTest::newRow("entities") << u"a &eacute;t&eacute; b"_s << u"a|&eacute;t&eacute;|b"_s;
    QTest::newRow("soft hyphen inside") << u"ha\u00adrass"_s << u"ha\u00adrass"_s;
    QTest::newRow("astral") << u"\U0001d40c\U0001d41e too"_s << u"\U0001d40c\U0001d41e|too"_s;
    QTest::newRow("after a link") << u"https://t.co/x me"_s << u"me"_s;
}

void tst_tokens::coversTheStoredText()
{
    QFETCH(QString, text);
    QTEST(covered(text), "parts");
}

void tst_tokens::agreesWithTheFullTextOnManyScripts_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("Turkish") << u"\u0130\u015eYER\u0130NDE k\u0131zg\u0131n UykularınızKa\u00e7s\u0131n I\u0131"_s;
    QTest::newRow("German") << u"GRO\u1e9eE Stra\u00dfe \u00c4rger"_s;
    QTest::newRow("Greek") << u"\u039a\u03b1\u03b9 \u0395\u03b3\u03ce \u1fb3 \u1f08\u03bd\u03ae\u03c1"_s;
    QTest::newRow("Vietnamese") << u"T\u00f4i c\u0169ng v\u1eady \u0110\u01b0\u1ee3c"_s;
    QTest::newRow("Hindi") << u"\u092e\u0948\u0902 \u092d\u0940 \u0915\u093c \u0958 \u0951"_s;
    QTest::newRow("Bengali, Tamil") << u"\u0986\u09ae\u09bf\u0993 \u0ba8\u0bbe\u0ba9\u0bc1\u0bae\u0bcd"_s;
    QTest::newRow("Thai") << u"\u0e09\u0e31\u0e19\u0e14\u0e49\u0e27\u0e22 \u0e33 \u0e40\u0e01"_s;
    QTest::newRow("Lao, Khmer, Burmese")
        << u"\u0e82\u0ec9\u0ead\u0e8d \u1781\u17d2\u1789\u17bb\u17c6 \u1000\u103b\u102d"_s;
    QTest::newRow("Arabic")
        << u"\u0623\u064e\u0646\u064e\u0627 \u0643\u064e\u0645\u064e\u0627\u0646 \u0640\u0670\u0622 \ufdfa"_s;
    QTest::newRow("Hebrew") << u"\u05d2\u05bc\u05b7\u05dd \u05d0\u05b2\u05e0\u05b4\u05d9 \ufb2a"_s;
    QTest::newRow("CJK")
        << u"\u6211\u4e5f\u662f \u79c1\u3082 \u30ac\uff76\uff9e \u3231 \u3300 \ubbf8\ud22c \u3147\u3147"_s;
    QTest::newRow("Cyrillic") << u"\u042f \u043d\u0435 \u0431\u043e\u044e\u0441\u044c \u0451\u0439 \u0457\u0491"_s;
    QTest::newRow("emoji")
        << u"\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f 1\ufe0f\u20e3 \U0001f1eb\U0001f1f7"_s;
    QTest::newRow("mathematical") << u"\U0001d4d6\U0001d7d8 \u210c\u2115 \u00bd \u00b2 \u2460 \u24b6 \u2122"_s;
    QTest::newRow("Adlam, Cherokee, Deseret") << u"\U0001e900\U0001e922 \u13a0\uab70 \U00010400\U00010428"_s;
    QTest::newRow("private use") << u"\ue000\uf8ff \U000f0000"_s;
}

void tst_tokens::agreesWithTheFullTextOnManyScripts()
{
    QFETCH(QString, text);
    FullText fullText;
    const QString words = joined(tokenise(text));
    QCOMPARE(fullText.words(words).join(u' '), words);
}

void tst_tokens::agreesWithTheFullTextOnEveryCharacter()
{
    FullText fullText;
    constexpr char32_t blockSize = 0x4000;
    for (char32_t block = 0; block <= QChar::LastValidCodePoint; block += blockSize) {
        QString text;
        for (char32_t c = std::max<char32_t>(block, 1); c < block + blockSize; ++c) {
            if (QChar::isSurrogate(c) || c == U'&' || c == U'#' || c == U'@')
                continue;
            text += u"a "_s + QString::fromUcs4(&c, 1) + u"b "_s;
        }
        const QString words = joined(tokenise(text));
        QVERIFY(fullText.words(words).join(u' ') == words);
    }
}

void tst_tokens::agreesWithTheFullTextOnNaughtyStrings()
{
    const QVector<QByteArray> strings = naughtyStrings();
    if (strings.isEmpty())
        QSKIP("no naughty strings beside the source tree");
    FullText fullText;
    for (const QByteArray &bytes : strings) {
        const QString text = QString::fromUtf8(bytes);
        const QString words = joined(tokenise(text));
        QVERIFY2(fullText.words(words).join(u' ') == words, qPrintable(text));
    }
}

void tst_tokens::keepsOffsetsWithinTheText()
{
    const QVector<QByteArray> strings = naughtyStrings();
    if (strings.isEmpty())
        QSKIP("no naughty strings beside the source tree");
    for (const QByteArray &bytes : strings) {
        const QString text = QString::fromUtf8(bytes);
        qsizetype previous = 0;
        for (const Token &token : tokenise(text)) {
            QVERIFY2(token.start >= previous && token.length > 0, qPrintable(text));
            QVERIFY2(token.start + token.length <= text.size(), qPrintable(text));
            previous = token.start;
        }
    }
}

void tst_tokens::foldsTags_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("folded");

    QTest::newRow("sign and case") << u"#MeToo"_s << u"metoo"_s;
    QTest::newRow("without sign") << u"MeToo"_s << u"metoo"_s;
    QTest::newRow("full width") << u"\uff03\uff2d\uff45\uff34\uff4f\uff4f"_s << u"metoo"_s;
    QTest::newRow("accents") << u"#Cu\u00e9ntalo"_s << u"cuentalo"_s;
    QTest::newRow("Arabic with underscore")
        << u"#\u0623\u0646\u0627_\u0643\u0645\u0627\u0646"_s << u"\u0627\u0646\u0627\u0643\u0645\u0627\u0646"_s;
    QTest::newRow("full-width low line") << u"\uff03Me\uff3fToo"_s << u"metoo"_s;
    QTest::newRow("Chinese") << u"#\u6211\u4e5f\u662f"_s << u"\u6211 \u4e5f \u662f"_s;
    QTest::newRow("mixed") << u"#MeToo\u5728\u4e2d\u56fd"_s << u"metoo \u5728 \u4e2d \u56fd"_s;
    QTest::newRow("Hindi") << u"#\u092e\u0948\u0902\u092d\u0940"_s << u"\u092e\u0948\u0902\u092d\u0940"_s;
}

void tst_tokens::foldsTags()
{
    QFETCH(QString, tag);
    QTEST(foldTag(tag), "folded");
}

void tst_tokens::findsHashtagsOnce()
{
    const QString text = u"#MeToo and #metoo, # TimesUp https://a.example/#no #1 #Cu\u00e9ntalo_ya"_s;
    QCOMPARE(findHashtags(text), (QStringList{u"MeToo"_s, u"TimesUp"_s, u"Cu\u00e9ntalo_ya"_s}));
}

/// A link hides the signs in it, wherever it begins; thrown together from what tags, links and entities are made
/// of.
void tst_tokens::findsHashtagsAsALookAtEachPlaceDoes()
{
    const QStringList parts{
        u"#"_s,     u"\uff03"_s, u"http://"_s, u"https://"_s, u"www."_s,   u"t.co/"_s,  u"pic.twitter.com/"_s,
        u"_"_s,     u","_s,      u")"_s,       u" "_s,        u"\n"_s,     u"&"_s,      u"&#35;"_s,
        u"&amp;"_s, u"a"_s,      u"b"_s,       u"1"_s,        u"\u6211"_s, u"\u00e9"_s, u"/"_s};
    std::mt19937 draw(8);
    qsizetype tags = 0;
    for (int i = 0; i < 50'000; ++i) {
        QString text;
        for (auto length = draw() % 14; length > 0; --length)
            text += parts.at(static_cast<qsizetype>(draw() % static_cast<size_t>(parts.size())));
        const QStringList found = findHashtags(text);
        QCOMPARE(found, hashtagsByPlace(text));
        tags += found.size();
    }
    QVERIFY(tags > 10'000);
}

void tst_tokens::indexesTagsWhole()
{
    const IndexedText indexed = indexedText(tokenise(u"I say #Me_Too #\u79c1\u3082 @ann"_s), {});
    QCOMPARE(QString::fromUtf8(indexed.text), u"i say me too \u79c1 \u3082 ann"_s);
    QCOMPARE(QString::fromUtf8(indexed.tags), u"metoo \u79c1 \u3082"_s);
}

void tst_tokens::addsTheSourcesHashtags()
{
    const IndexedText indexed = indexedText(tokenise(u"yes #MeToo"_s), {u"metoo"_s, u"TimesUp"_s, u"timesup"_s});
    QCOMPARE(QString::fromUtf8(indexed.text), u"yes metoo"_s);
    QCOMPARE(QString::fromUtf8(indexed.tags), u"metoo timesup"_s);
}

void tst_tokens::countsWhatVoicesNeed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("words");
    QTest::addColumn<int>("residual");
    QTest::addColumn<bool>("meToo");

    QTest::newRow("bare tag") << u"#MeToo"_s << 1 << 0 << false;
    QTest::newRow("me too") << u"Me too. #MeToo @ann https://t.co/x"_s << 4 << 0 << true;
    QTest::newRow("metoo as a word") << u"metoo indeed"_s << 2 << 1 << false;
    QTest::newRow("tag between") << u"me #x too"_s << 3 << 0 << true;
    QTest::newRow("me me too too") << u"me me too too"_s << 4 << 2 << true;
    QTest::newRow("digits are kept") << u"#MeToo 1 2"_s << 3 << 2 << false;
    QTest::newRow("contraction is two") << u"I didn't"_s << 3 << 3 << false;
    QTest::newRow("none") << QString() << 0 << 0 << false;
}

void tst_tokens::countsWhatVoicesNeed()
{
    QFETCH(QString, text);
    const WordFigures figures = wordFigures(tokenise(text));
    QTEST(figures.words, "words");
    QTEST(figures.residualWords, "residual");
    QTEST(figures.meTooOutsideTags, "meToo");
}

void tst_tokens::standsHostileTexts_data()
{
    constexpr qsizetype many = 300'000;
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("tokens");

    QTest::newRow("one long word") << QString(1'000'000, u'a') << 1;
    QTest::newRow("marks on one letter") << u"e"_s + QString(many, QChar(0x301)) << 1;
    QString mixed = u"e"_s;
    for (qsizetype i = 0; i < many / 2; ++i)
        mixed += u"\u0301\u0316"_s;
    QTest::newRow("marks of two classes") << mixed << 1;
    QTest::newRow("voicing marks") << QString(many, QChar(0x3099)) << 1;
    QTest::newRow("unpaired surrogates") << QString(many, QChar(0xd801)) << 0;
    QTest::newRow("number signs") << QString(many, u'#') << 0;
    QTest::newRow("number signs and spaces") << u"# "_s.repeated(many) << 0;
    QTest::newRow("at signs") << u"@a"_s.repeated(many) << int(many);
    QTest::newRow("names with hyphens") << u"@"_s + u"a-"_s.repeated(many) << int(many);
    QTest::newRow("ampersands") << u"&#"_s.repeated(many) << 0;
    QTest::newRow("link beginnings") << u"http://,"_s.repeated(many / 10) << 0;
    QTest::newRow("digits as a tag") << u"#"_s + QString(many, u'1') << 1;
    QTest::newRow("zero width") << QString(many, QChar(0x200d)) << 0;
}

void tst_tokens::standsHostileTexts()
{
    QFETCH(QString, text);
    QTEST(int(tokenise(text).size()), "tokens");
    findHashtags(text);
}

void tst_tokens::queriesFoldAlike()
{
    QCOMPARE(queryWords(u"didn\u2019t"_s), (QStringList{u"didn"_s, u"t"_s}));
    QCOMPARE(queryWords(u"\u79c1\u3082"_s), (QStringList{u"\u79c1"_s, u"\u3082"_s}));
    QCOMPARE(queryWords(u"\U0001f49c"_s), QStringList());
}

QTEST_GUILESS_MAIN(tst_tokens)
#include "tst_tokens.moc"
