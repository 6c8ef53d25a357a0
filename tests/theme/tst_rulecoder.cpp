#include "filter/FilterText.h"
#include "theme/RuleCoder.h"

#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// The full text as collections have it: the independent means.
class FullText
{
public:
    FullText()
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"fulltext"_s);
        m_database.setDatabaseName(u":memory:"_s);
        m_open = m_database.open()
            && QSqlQuery(m_database)
                   .exec(u"CREATE VIRTUAL TABLE t USING fts5(text, tags, tokenize=\"unicode61 "
                         "remove_diacritics 2 categories 'L* N* Co Mn Mc'\")"_s);
    }
    ~FullText()
    {
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"fulltext"_s);
    }
    [[nodiscard]] bool isOpen() const { return m_open; }

    void add(int row, const QString &text)
    {
        const IndexedText indexed = indexedText(tokenise(text), {});
        QSqlQuery insert(m_database);
        insert.prepare(u"INSERT INTO t(rowid, text, tags) VALUES(?, ?, ?)"_s);
        insert.addBindValue(row);
        insert.addBindValue(QString::fromUtf8(indexed.text));
        insert.addBindValue(QString::fromUtf8(indexed.tags));
        insert.exec();
    }

    QSet<int> match(const QString &query)
    {
        QSqlQuery select(m_database);
        select.prepare(u"SELECT rowid FROM t WHERE t MATCH ?"_s);
        select.addBindValue(query);
        if (!select.exec())
            qWarning() << query << select.lastError().text();
        QSet<int> rows;
        while (select.next())
            rows.insert(select.value(0).toInt());
        return rows;
    }

private:
    QSqlDatabase m_database;
    bool m_open = false;
};

QString randomWords(QRandomGenerator &random, int fewest, int most)
{
    static const QStringList vocabulary{u"a"_s, u"b"_s, u"c"_s, u"ab"_s, u"abc"_s, u"d"_s};
    QStringList words;
    const int count = random.bounded(fewest, most + 1);
    for (int i = 0; i < count; ++i)
        words.append(vocabulary.at(random.bounded(int(vocabulary.size()))));
    return words.join(u' ');
}

/// A random query in our language that means the same to FTS5.
QString randomQuery(QRandomGenerator &random, int depth)
{
    const int kind = random.bounded(depth > 0 ? 7 : 4);
    const auto phrase = [&random] {
        const QString words = u'"' + randomWords(random, 1, 3) + u'"';
        return random.bounded(3) == 0 ? words + u"*"_s : words;
    };
    const auto part = [&random, depth] { return u'(' + randomQuery(random, depth - 1) + u')'; };
    switch (kind) {
    case 0:
    case 1:
        return phrase();
    case 2:
    case 3: {
        QStringList phrases;
        const int count = random.bounded(2, 5);
        for (int i = 0; i < count; ++i)
            phrases.append(phrase());
        return u"NEAR(%1, %2)"_s.arg(phrases.join(u' ')).arg(random.bounded(4));
    }
    case 4:
        return part() + u" OR "_s + part();
    case 5:
        return part() + u" AND "_s + part();
    default:
        return part() + u" NOT "_s + part();
    }
}

WordQuery parsed(const QString &text)
{
    const auto query = parseWords(text);
    if (const Mistake *mistake = std::get_if<Mistake>(&query))
        qFatal("%s: %s", qPrintable(text), qPrintable(mistake->message));
    return std::get<WordQuery>(query);
}

Codebook codebookOf(const QStringList &rules)
{
    Codebook codebook;
    codebook.language = u"en"_s;
    for (const QString &rule : rules) {
        Theme theme;
        theme.number = int(codebook.themes.size());
        theme.id = QString::number(theme.number);
        theme.rule = rule;
        codebook.themes.append(theme);
    }
    return codebook;
}

QString themesOf(const RuleCoding &coding)
{
    QStringList ids;
    coding.themes.forEach([&ids](int theme) { ids.append(shippedCodebook().themes.at(theme).id); });
    return ids.join(u' ');
}

} // namespace

class tst_rulecoder : public QObject
{
    Q_OBJECT

private slots:
    void matchesAsTheFullTextDoes();
    void matchesTagsWhole();
    void givesTheRunsThatMatched_data();
    void givesTheRunsThatMatched();
    void codesInventedPosts_data();
    void codesInventedPosts();
    void readsOnlyItsLanguage_data();
    void readsOnlyItsLanguage();
    void shippedRulesMatchAsTheFullTextDoes();
    void explainsWhatItCoded();
    void leavesHandCodedThemesAlone();
    void standsHostileTexts();
    void costsMicroseconds();
};

void tst_rulecoder::matchesAsTheFullTextDoes()
{
    FullText fullText;
    QVERIFY(fullText.isOpen());
    QRandomGenerator random(2017);
    constexpr int texts = 60;
    constexpr int rounds = 40;
    QVector<Tokens> tokens;
    for (int row = 0; row < texts; ++row) {
        const QString text = randomWords(random, 0, 14);
        fullText.add(row, text);
        tokens.append(tokenise(text));
    }
    qint64 hits = 0;
    for (int round = 0; round < rounds; ++round) {
        QStringList queries;
        for (int i = 0; i < ThemeSet::capacity; ++i)
            queries.append(randomQuery(random, 3));
        const RuleCoder coder(codebookOf(queries));
        for (int i = 0; i < queries.size(); ++i) {
            const QSet<int> expected = fullText.match(queries.at(i));
            const WordMatcher matcher(parsed(queries.at(i)));
            hits += expected.size();
            for (int row = 0; row < texts; ++row) {
                const bool should = expected.contains(row);
                QVERIFY2(matcher.matches(tokens.at(row)) == should, qPrintable(queries.at(i)));
                QVERIFY2(coder.code(tokens.at(row), {}).themes.contains(i) == should, qPrintable(queries.at(i)));
            }
        }
    }
    QVERIFY(hits > 10'000);
}

void tst_rulecoder::matchesTagsWhole()
{
    const Tokens tokens = tokenise(u"metoo #TimesUp #\u79c1\u3082 #Me_Too"_s);
    const auto says = [&tokens](const QString &query) {
        const bool matches = WordMatcher(parsed(query)).matches(tokens);
        return matches == RuleCoder(codebookOf({query})).code(tokens, {}).themes.contains(0) && matches;
    };
    QVERIFY(says(u"#timesup"_s));
    QVERIFY(says(u"#TimesUp"_s));
    QVERIFY(says(u"#\u79c1\u3082"_s));
    QVERIFY(says(u"#metoo"_s));
    QVERIFY(!says(u"#times"_s));
    QVERIFY(!WordMatcher(parsed(u"#metoo"_s)).matches(tokenise(u"metoo"_s)));
    QCOMPARE(WordMatcher(parsed(u"#\u79c1\u3082"_s)).runs(tokens), (QVector<TokenRun>{{2, 2}}));
}

void tst_rulecoder::givesTheRunsThatMatched_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QVector<TokenRun>>("runs");

    // a=0 b=1 c=2 a=3 x=4 b=5
    QTest::newRow("word") << u"a"_s << QVector<TokenRun>{{0, 1}, {3, 1}};
    QTest::newRow("phrase") << u"\"a b\""_s << QVector<TokenRun>{{0, 2}};
    QTest::newRow("or") << u"c OR \"a b\""_s << QVector<TokenRun>{{0, 2}, {2, 1}};
    QTest::newRow("and fails") << u"(c AND nothing) OR x"_s << QVector<TokenRun>{{4, 1}};
    QTest::newRow("not") << u"c NOT z"_s << QVector<TokenRun>{{2, 1}};
    QTest::newRow("not holds") << u"c NOT x"_s << QVector<TokenRun>{};
    QTest::newRow("near") << u"NEAR(c x, 1)"_s << QVector<TokenRun>{{2, 1}, {4, 1}};
    QTest::newRow("near fails") << u"NEAR(c b, 0) AND NEAR(c x, 0)"_s << QVector<TokenRun>{};
    QTest::newRow("each once") << u"c OR c"_s << QVector<TokenRun>{{2, 1}};
}

void tst_rulecoder::givesTheRunsThatMatched()
{
    QFETCH(QString, query);
    QTEST(WordMatcher(parsed(query)).runs(tokenise(u"a b c a x b"_s)), "runs");
}

/// Invented posts; the codings were worked out by hand from the codebook's rules.
void tst_rulecoder::codesInventedPosts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("themes");
    QTest::addColumn<Voice>("voice");

    const auto post = [](const char *name, const QString &text, const QString &themes, Voice voice) {
        QTest::newRow(name) << text << themes << voice;
    };
    post("bare tag", u"#MeToo"_s, QString(), Voice::Solidarity);
    post("bare words", u"Me too."_s, QString(), Voice::Solidarity);
    post("three words beside it", u"#MeToo yes every day"_s, QString(), Voice::Solidarity);
    post("four words beside it", u"#MeToo yes every single day"_s, QString(), Voice::Commentary);
    post("me too and eight words", u"Me too, one two three four five six seven eight"_s, QString(),
         Voice::Solidarity);
    post("me too and nine words", u"Me too, one two three four five six seven eight nine"_s, QString(),
         Voice::Commentary);
    post("short but telling", u"#MeToo raped by uncle"_s, u"assault"_s, Voice::Testimony);
    post("call to post",
         u"Reply to this tweet so that all of our friends and neighbours can see how common it is"_s, QString(),
         Voice::Solidarity);
    post("testimony comes before support", u"I was followed home once and I hope others find courage to tell it"_s,
         QString(), Voice::Testimony);
    post("support", u"To every woman who wrote today: I believe you and we hear you, always"_s, QString(),
         Voice::Support);
    post("commentary", u"The paper prints a long piece on the hashtag and what it may change"_s, QString(),
         Voice::Commentary);
    post("commenting", u"A stranger whistled and kept going until somebody else turned around to look"_s,
         u"commenting"_s, Voice::Commentary);
    post("commenting by near", u"They would pass a rude comment whenever we walked by their shop"_s,
         u"commenting"_s, Voice::Commentary);
    post("ogling", u"He stared from across the room for an hour and nobody said anything"_s, u"ogling"_s,
         Voice::Commentary);
    post("intrusion", u"Someone I barely knew followed me for weeks and waited by the door"_s, u"intrusion"_s,
         Voice::Testimony);
    post("groping by near", u"He put his hand on my knee under the table at dinner"_s, u"groping"_s,
         Voice::Commentary);
    post("assault", u"They say one in five is sexually assaulted before leaving; think of that number"_s,
         u"assault"_s, Voice::Commentary);
    post("childhood", u"When I was little a neighbour did things that I still can't write down"_s, u"childhood"_s,
         Voice::Testimony);
    post("age in the macro", u"It began at home and I was 16 then, nobody asked why"_s, u"childhood"_s,
         Voice::Testimony);
    post("age past the macro", u"It began at home and I was 17 then, nobody asked why"_s, QString(),
         Voice::Testimony);
    post("family needs more than a relative",
         u"Today my uncle baked bread for the whole street party downtown here"_s, u"street_transit"_s,
         Voice::Commentary);
    post("family", u"The neighbours knew that my uncle abused children and nobody did anything"_s,
         u"family_partner"_s, Voice::Commentary);
    post("workplace", u"My boss asked for pictures and said that everybody on the team sends them"_s,
         u"workplace"_s, Voice::Testimony);
    post("education", u"A professor here gives better marks to those who laugh along with him"_s, u"education"_s,
         Voice::Commentary);
    post("street", u"On the bus this morning a man moved closer at every single stop"_s, u"street_transit"_s,
         Voice::Commentary);
    post("coercion", u"In that industry a part is given in exchange for dinner and silence"_s, u"coercion"_s,
         Voice::Commentary);
    post("silence", u"I never told anyone for twenty years because who would have listened to that"_s, u"silence"_s,
         Voice::Testimony);
    post("curly apostrophe", u"We didn\u2019t report it, for the form had no line for it"_s, u"silence"_s,
         Voice::Commentary);
    post("disbelief", u"What were you wearing is the first question they put to anyone at all"_s, u"disbelief"_s,
         Voice::Commentary);
    post("dismissal", u"Boys will be boys, they said, and closed the folder right in front of us"_s, u"dismissal"_s,
         Voice::Commentary);
    post("effects", u"Years later the nightmares come back whenever somebody closes a door too loudly"_s,
         u"effects"_s, Voice::Commentary);
    post("public figures", u"The senator steps down today, says the evening news, after a long week"_s,
         u"public_figures"_s, Voice::Commentary);
    post("tag words count", u"#WhyIDidntReport because the desk officer laughed before it was even typed in"_s,
         u"silence"_s, Voice::Commentary);
    post("entity and link",
         u"She was groped &amp; nobody helped https://t.co/my-boss and everyone simply looked away then"_s,
         u"groping"_s, Voice::Commentary);
    post("scraper's tag", u"# MeToo pic.twitter.com/abc"_s, QString(), Voice::Solidarity);
    post("nothing", QString(), QString(), Voice::Solidarity);
}

void tst_rulecoder::codesInventedPosts()
{
    static const RuleCoder coder(shippedCodebook());
    QFETCH(QString, text);
    QFETCH(Voice, voice);
    const RuleCoding coding = coder.code(tokenise(text), u"en"_s);
    QTEST(themesOf(coding), "themes");
    QCOMPARE(coding.voice, voice);
}

void tst_rulecoder::readsOnlyItsLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("themes");
    QTest::addColumn<Voice>("voice");

    const QString telling = u"He groped me on the bus when I was small"_s;
    QTest::newRow("English") << u"en"_s << telling << u"groping street_transit"_s << Voice::Testimony;
    QTest::newRow("British") << u"en-gb"_s << telling << u"groping street_transit"_s << Voice::Testimony;
    QTest::newRow("unknown") << QString() << telling << u"groping street_transit"_s << Voice::Testimony;
    QTest::newRow("German") << u"de"_s << telling << QString() << Voice::Unknown;
    QTest::newRow("not English") << u"enm"_s << telling << QString() << Voice::Unknown;
    QTest::newRow("Chinese") << u"zh"_s << u"\u6211\u4e5f\u662f"_s << QString() << Voice::Unknown;
    QTest::newRow("bare tags and emoji")
        << u"es"_s << u"#YoTambi\u00e9n @ana \U0001f49c https://t.co/x"_s << QString() << Voice::Solidarity;
}

void tst_rulecoder::readsOnlyItsLanguage()
{
    static const RuleCoder coder(shippedCodebook());
    QFETCH(QString, language);
    QFETCH(QString, text);
    QFETCH(Voice, voice);
    const RuleCoding coding = coder.code(tokenise(text), language);
    QTEST(themesOf(coding), "themes");
    QCOMPARE(coding.voice, voice);
}

void tst_rulecoder::shippedRulesMatchAsTheFullTextDoes()
{
    FullText fullText;
    const RuleCoder coder(shippedCodebook());
    QRandomGenerator random(15);
    QStringList vocabulary;
    for (const Theme &theme : shippedCodebook().themes) {
        const QStringList words = queryWords(theme.rule);
        vocabulary += words;
    }
    constexpr int texts = 2'000;
    QVector<RuleCoding> codings;
    for (int row = 0; row < texts; ++row) {
        QStringList words;
        for (int i = random.bounded(2, 30); i > 0; --i) {
            const qsizetype at = random.bounded(int(vocabulary.size() - 3));
            words += vocabulary.mid(at, random.bounded(1, 4)); // neighbours make the rules' own phrases
        }
        const QString text = words.join(u' ');
        fullText.add(row, text);
        codings.append(coder.code(tokenise(text), u"en"_s));
    }
    for (const Theme &theme : shippedCodebook().themes) {
        const QSet<int> expected = fullText.match(u"text : ("_s + theme.rule + u')');
        QVERIFY2(!expected.isEmpty(), qPrintable(theme.id));
        for (int row = 0; row < texts; ++row)
            QVERIFY2(codings.at(row).themes.contains(theme.number) == expected.contains(row), qPrintable(theme.id));
    }
}

void tst_rulecoder::explainsWhatItCoded()
{
    const RuleCoder coder(shippedCodebook());
    const Tokens tokens = tokenise(u"My boss put his hand on my arm at work"_s);
    QCOMPARE(coder.explain(7, tokens, u"en"_s), (QVector<TokenRun>{{0, 2}, {8, 2}}));
    QCOMPARE(coder.explain(7, tokens, u"fr"_s), QVector<TokenRun>());
    QCOMPARE(coder.explain(63, tokens, u"en"_s), QVector<TokenRun>());
}

void tst_rulecoder::leavesHandCodedThemesAlone()
{
    const RuleCoder coder(codebookOf({QString(), u"broken OR ("_s, u"word"_s}));
    QCOMPARE(coder.code(tokenise(u"broken word"_s), {}).themes.bits(), quint64(4));
}

void tst_rulecoder::standsHostileTexts()
{
    const RuleCoder coder(shippedCodebook());
    const Tokens same = tokenise(u"my hand "_s.repeated(50'000));
    QVERIFY(coder.code(same, {}).themes.contains(3));
    QVERIFY(!coder.explain(3, same, {}).isEmpty());
    QCOMPARE(coder.code(tokenise(QString(1'000'000, u'm')), {}).voice, Voice::Solidarity);
}

void tst_rulecoder::costsMicroseconds()
{
    const RuleCoder coder(shippedCodebook());
    const Tokens tokens
        = tokenise(u"When I was at work my boss used to pass me in the hall and put his hand on my back "
                   "and say things about my clothes until I told him to stop and then quit"_s);
    RuleCoding coding;
    QBENCHMARK
    {
        coding = coder.code(tokens, {});
    }
    QVERIFY(coding.themes.contains(7));
}

QTEST_GUILESS_MAIN(tst_rulecoder)
#include "tst_rulecoder.moc"
