#include "store/TemporaryCollection.h"

#include "store/FullTextQuery.h"

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

/// What the full text finds, by languages and by the kinds of a question. The stories are numbered from 1 in the
/// order of texts().
class tst_fulltext : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsWordsOfManyScripts_data();
    void findsWordsOfManyScripts();
    void combinesQuestions();
    void nothingBreaksTheQuestion_data();
    void nothingBreaksTheQuestion();
    void bothHalvesAreAsked();
    void anInnerNodeIsNoLeaf();

private:
    static QVector<qint64> numbersOf(const Result<std::vector<StoryId>> &ids);

    std::unique_ptr<TemporaryCollection> m_collection;
};

namespace {

QStringList texts()
{
    return {
        u"My boss never let it go at the office"_s,          // 1
        u"Le métro était plein, personne n'a réagi"_s,       // 2
        u"我也是受害者"_s,                                   // 3
        u"電車の中で触られました"_s,                         // 4
        u"나도 당했다 #미투"_s,                              // 5
        u"ฉันก็เคยโดน"_s,                                      // 6
        u"They walked home. Nobody walks alone #MeToo"_s,    // 7
        u"home was never a place to be for long, my boss"_s, // 8
        u"me too"_s,                                         // 9
    };
}

} // namespace

QVector<qint64> tst_fulltext::numbersOf(const Result<std::vector<StoryId>> &ids)
{
    QVector<qint64> numbers;
    if (!ids) {
        qWarning("%s", qUtf8Printable(ids.error().message));
        return {-1};
    }
    for (const StoryId id : *ids)
        numbers.append(toNumber(id));
    return numbers;
}

void tst_fulltext::initTestCase()
{
    QVERIFY(isWell(prepareSqlite()));
    m_collection = std::make_unique<TemporaryCollection>();
    for (const QString &text : texts())
        m_collection->add(text);
}

void tst_fulltext::findsWordsOfManyScripts_data()
{
    QTest::addColumn<WordQuery>("query");
    QTest::addColumn<QVector<qint64>>("found");
    const auto phrase = [](const QString &text, bool prefix = false) { return WordQuery::phrase(text, prefix); };
    QTest::newRow("a word") << phrase(u"boss"_s) << QVector<qint64>{1, 8};
    QTest::newRow("case") << phrase(u"BOSS"_s) << QVector<qint64>{1, 8};
    QTest::newRow("a phrase") << phrase(u"walked home"_s) << QVector<qint64>{7};
    QTest::newRow("a phrase over a full stop") << phrase(u"home nobody"_s) << QVector<qint64>{7};
    QTest::newRow("words apart are no phrase") << phrase(u"home alone"_s) << QVector<qint64>{};
    QTest::newRow("a prefix") << phrase(u"walk"_s, true) << QVector<qint64>{7};
    QTest::newRow("a whole word is no prefix") << phrase(u"walk"_s) << QVector<qint64>{};
    QTest::newRow("a phrase with a prefix") << phrase(u"nobody wal"_s, true) << QVector<qint64>{7};
    QTest::newRow("accents folded in the text") << phrase(u"metro etait"_s) << QVector<qint64>{2};
    QTest::newRow("accents folded in the question") << phrase(u"réagi"_s) << QVector<qint64>{2};
    QTest::newRow("Chinese") << phrase(u"受害"_s) << QVector<qint64>{3};
    QTest::newRow("Chinese in another order") << phrase(u"害受"_s) << QVector<qint64>{};
    QTest::newRow("Japanese") << phrase(u"触られ"_s) << QVector<qint64>{4};
    QTest::newRow("Korean") << phrase(u"당했"_s) << QVector<qint64>{5};
    QTest::newRow("Thai") << phrase(u"เคยโดน"_s) << QVector<qint64>{6};
    QTest::newRow("a tag") << WordQuery::tag(u"metoo"_s) << QVector<qint64>{7};
    QTest::newRow("a tag in full width") << WordQuery::tag(u"ＭeＴoo"_s) << QVector<qint64>{7};
    QTest::newRow("a Korean tag") << WordQuery::tag(u"미투"_s) << QVector<qint64>{5};
    QTest::newRow("the words of a tag are no tag") << phrase(u"me too"_s) << QVector<qint64>{9};
    QTest::newRow("near") << WordQuery::near({phrase(u"never"_s), phrase(u"office"_s)}, 5) << QVector<qint64>{1};
    QTest::newRow("not near enough") << WordQuery::near({phrase(u"never"_s), phrase(u"office"_s)}, 2)
                                     << QVector<qint64>{};
    QTest::newRow("nothing asked") << WordQuery() << QVector<qint64>{1, 2, 3, 4, 5, 6, 7, 8, 9};
}

void tst_fulltext::findsWordsOfManyScripts()
{
    QFETCH(WordQuery, query);
    QFETCH(QVector<qint64>, found);
    QCOMPARE(numbersOf(m_collection->reader().match(query)), found);
}

void tst_fulltext::combinesQuestions()
{
    const WordQuery boss = WordQuery::phrase(u"boss"_s);
    const WordQuery home = WordQuery::phrase(u"home"_s);
    const auto match = [this](const WordQuery &query) { return numbersOf(m_collection->reader().match(query)); };
    QCOMPARE(match(WordQuery::all({boss, home})), (QVector<qint64>{8}));
    QCOMPARE(match(WordQuery::any({boss, home})), (QVector<qint64>{1, 7, 8}));
    QCOMPARE(match(WordQuery::all({boss, WordQuery::negation(home)})), (QVector<qint64>{1}));
    QCOMPARE(match(WordQuery::negation(boss)), (QVector<qint64>{2, 3, 4, 5, 6, 7, 9}));
    QCOMPARE(match(WordQuery::negation(WordQuery::any({boss, home}))), (QVector<qint64>{2, 3, 4, 5, 6, 9}));
    QCOMPARE(match(WordQuery::all({WordQuery::negation(boss), WordQuery::negation(home)})),
             (QVector<qint64>{2, 3, 4, 5, 6, 9}));
    QCOMPARE(match(WordQuery::negation(WordQuery::negation(boss))), (QVector<qint64>{1, 8}));
    QCOMPARE(match(WordQuery::any({home, WordQuery::negation(home)})),
             (QVector<qint64>{1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

void tst_fulltext::nothingBreaksTheQuestion_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words : {"", " ", "\"", "*", "!?", "a\"b", "NOT", "AND OR", "text:boss", "(", "^boss", "-",
                              "{tags}", "NEAR(", "';--", "\\", "a*b"})
        QTest::newRow(words) << QString::fromLatin1(words);
}

void tst_fulltext::nothingBreaksTheQuestion()
{
    QFETCH(QString, words);
    for (const bool prefix : {false, true}) {
        const WordQuery phrase = WordQuery::phrase(words, prefix);
        QVERIFY(m_collection->reader().match(phrase));
        QVERIFY(m_collection->reader().match(WordQuery::tag(words, prefix)));
        QVERIFY(m_collection->reader().match(WordQuery::near({phrase, phrase}, 3)));
        if (queryWords(words).isEmpty())
            QCOMPARE(numbersOf(m_collection->reader().match(phrase)), QVector<qint64>());
    }
}

void tst_fulltext::bothHalvesAreAsked()
{
    TemporaryCollection collection;
    collection.add(u"first half"_s);
    collection.close();
    {
        auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
        QVERIFY(isWell(connection->run("UPDATE sqlite_sequence SET seq = 65535 WHERE name = 'story'")));
    }
    collection.open();
    QCOMPARE(toNumber(collection.add(u"second half"_s)), 65536);
    QCOMPARE(numbersOf(collection.reader().match(WordQuery::phrase(u"half"_s))), (QVector<qint64>{1, 65536}));
    Progress progress;
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
    const StoryId second[]{StoryId{65536}};
    QVERIFY(collection.writer().forget(second, progress));
    QCOMPARE(numbersOf(collection.reader().match(WordQuery::phrase(u"half"_s))), (QVector<qint64>{1}));
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
}

void tst_fulltext::anInnerNodeIsNoLeaf()
{
    const WordQuery boss = WordQuery::phrase(u"boss"_s);
    const StoryIndex index = valueOf(m_collection->reader().makeIndex()).index;
    QVERIFY(m_collection->reader().matchLeaf(boss, index));
    const auto inner = m_collection->reader().matchLeaf(WordQuery::negation(boss), index);
    QVERIFY(!inner);
    QCOMPARE(int(inner.error().kind), int(Error::Kind::Usage));
}

QTEST_GUILESS_MAIN(tst_fulltext)
#include "tst_fulltext.moc"
