#include "collection/Collection.h"
#include "collection/ThemePortrait.h"

#include "support/InventedPosts.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using tidemark::test::waitFor;

namespace {

constexpr int days = 28;

/// Invented posts, one of each kind a day: at work, at work and at school, at school, and of the weather. The first
/// and the last are by one word more at work than the others.
QByteArray posts()
{
    QByteArray csv = "text,posted_at,language,staring\n";
    for (int i = 0; i < days; ++i) {
        const QByteArray at = ",2018-02-" + QByteArray::number(i + 1).rightJustified(2, '0') + "T10:00:00Z,";
        csv += "My boss at the workplace (invented " + QByteArray::number(i) + ")" + at + "en,1\n";
        csv += "My boss and a teacher (invented " + QByteArray::number(i) + ")" + at + "en,1\n";
        csv += "That teacher on campus (invented " + QByteArray::number(i) + ")" + at + "en,0\n";
        csv += "Rain and wind again (invented " + QByteArray::number(i) + ")" + at + "en,0\n";
    }
    return csv + "Mi jefe en la oficina (inventado),2018-03-01T10:00:00Z,es,\n";
}

QStringList wordsOf(const ThemePortrait &portrait)
{
    QStringList words;
    for (const ContrastWord &word : portrait.words)
        words.append(word.word);
    return words;
}

} // namespace

/// What a theme's page is made of, and tables over a collection.
class TestThemePortrait : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void countsWithinTheFilter();
    void findsWordsThatSetApart();
    void namesTypicalAndDoubtfulStories();
    void measuresTheRuleByHand();
    void measuresTheModelBesideTheRule();
    void aThemeOfNobodyIsEmpty();
    void aThemeThatIsNotThereIsASentence();
    void tablesCountLikeFilters();
    void aLexiconCodesAndIsTakenBack();

private:
    [[nodiscard]] int number(const QString &theme) const
    {
        return m_collection->facts().codebook.theme(theme)->number;
    }
    [[nodiscard]] Filter filter(const QString &text) const
    {
        return std::get<Filter>(parseFilter(text, m_collection->names()));
    }
    [[nodiscard]] ThemePortrait portrait(const QString &theme, const QString &text = {})
    {
        const auto answer = waitFor(m_collection->portrayTheme({.theme = number(theme), .filter = filter(text)}));
        return answer ? *answer : ThemePortrait();
    }
    qint64 count(const QString &text)
    {
        const auto selection
            = m_collection->select({.filter = filter(text), .timeline = {}, .facets = false}).result();
        return selection ? selection->count() : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Collection> m_collection;
};

void TestThemePortrait::init()
{
    m_collection.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = Collection::open(m_folder->filePath(u"c.tidemark"_s), Collection::Missing::Create);
    QVERIFY(opened.has_value());
    m_collection = std::move(opened).value();
    QVERIFY(waitFor(m_collection->import(test::writeFile(*m_folder, u"invented.csv"_s, posts()), {})).has_value());
    QCOMPARE(m_collection->facts().stories, 4 * days + 1);
}

void TestThemePortrait::countsWithinTheFilter()
{
    const ThemePortrait all = portrait(u"workplace"_s);
    QCOMPARE(all.stories, 4 * days + 1);
    QCOMPARE(all.having, 2 * days);
    QCOMPARE(std::accumulate(all.volume.counts.cbegin(), all.volume.counts.cend(), qint64(0)), 2 * days);
    const auto school = std::ranges::find(all.companions, number(u"education"_s), &ThemePortrait::Companion::theme);
    QVERIFY(school != all.companions.cend());
    QCOMPARE(school->both, days);
    QCOMPARE(school->stories, 2 * days);
    QVERIFY(!all.isLearned);

    const ThemePortrait some = portrait(u"workplace"_s, u"until:2018-02-10"_s);
    QCOMPARE(some.stories, 40);
    QCOMPARE(some.having, 20);
}

void TestThemePortrait::findsWordsThatSetApart()
{
    const ThemePortrait found = portrait(u"workplace"_s);
    QCOMPARE(found.readWith, 2 * days);
    QCOMPARE(found.readWithout, 2 * days); // not the one in Spanish
    QCOMPARE(found.comparable, 4 * days);
    QCOMPARE(found.words.constFirst().word, u"boss"_s);
    QCOMPARE(found.words.constFirst().inside, 2 * days);
    QCOMPARE(found.words.constFirst().outside, 0);
    QVERIFY(!wordsOf(found).contains(u"rain"_s));
    QVERIFY(std::ranges::is_sorted(found.words, std::greater<>(), &ContrastWord::z));
}

void TestThemePortrait::namesTypicalAndDoubtfulStories()
{
    const ThemePortrait found = portrait(u"workplace"_s);
    QCOMPARE(found.typical.size(), 5);
    QCOMPARE(found.doubtful.size(), 5);
    for (const StoryId id : found.typical) {
        const auto page = waitFor(m_collection->story(id));
        QVERIFY2(page->text.contains(u"workplace"_s), qPrintable(page->text)); // two words of it, and no teacher
        QVERIFY(!found.doubtful.contains(id));
    }
    for (const StoryId id : found.doubtful)
        QVERIFY(waitFor(m_collection->story(id))->text.contains(u"teacher"_s));
}

void TestThemePortrait::measuresTheRuleByHand()
{
    QVERIFY(!portrait(u"workplace"_s).byHand);
    QVERIFY(waitFor(m_collection->label({{u"staring"_s, number(u"workplace"_s)}}, {})).has_value());
    const StoryId wrong = portrait(u"workplace"_s).typical.constFirst();
    QVERIFY(waitFor(m_collection->setTheme({wrong}, number(u"workplace"_s), false)).has_value());
    const ThemePortrait found = portrait(u"workplace"_s);
    QVERIFY(found.byHand.has_value());
    QCOMPARE(found.byHand->hits, 2 * days - 1);
    QCOMPARE(found.byHand->falseAlarms, 1);
    QCOMPARE(found.byHand->misses, 0);
    QCOMPARE(found.byHand->rightlyNot, 2 * days);
    QVERIFY(found.doubtful.isEmpty()); // people coded them all
    const auto quick = waitFor(m_collection->portrayTheme(
        {.theme = number(u"workplace"_s), .filter = filter(u"coded:hand"_s), .mostRead = 5}));
    QVERIFY(quick);
    QCOMPARE(quick->byHand->stories(), 5); // as few as it was asked to read
}

void TestThemePortrait::measuresTheModelBesideTheRule()
{
    const Label workplace{Label::Kind::Theme, number(u"workplace"_s)};
    QVERIFY(waitFor(m_collection->label({{u"staring"_s, workplace.number}}, {})).has_value());
    const auto coded = m_collection->select({.filter = filter(u"coded:hand"_s), .timeline = {}, .facets = false});
    const auto stories = coded.result()->allIds(Order::OldestFirst);
    const auto training = waitFor(m_collection->trainThemes({stories, {workplace}, {}, false}));
    QVERIFY(training.has_value());
    QVERIFY(!portrait(u"workplace"_s).byModel); // it doesn't code yet
    QVERIFY(waitFor(m_collection->applyTraining(*training, {workplace})).has_value());
    const ThemePortrait found = portrait(u"workplace"_s);
    QVERIFY(found.isLearned);
    QVERIFY(found.byModel.has_value());
    QCOMPARE(*found.byModel, training->labels.constFirst().learned);
    QCOMPARE(found.byModel->stories(), 4 * days);
    QVERIFY(found.byHand.has_value()); // the rule's
}

void TestThemePortrait::aThemeOfNobodyIsEmpty()
{
    const ThemePortrait found = portrait(u"coercion"_s);
    QCOMPARE(found.having, 0);
    QVERIFY(found.words.isEmpty());
    QVERIFY(found.typical.isEmpty());
    QVERIFY(found.companions.isEmpty());
}

void TestThemePortrait::aThemeThatIsNotThereIsASentence()
{
    const auto answer = waitFor(m_collection->portrayTheme({.theme = 60, .filter = {}}));
    QVERIFY(!answer);
    QVERIFY(!answer.error().message.isEmpty());
}

void TestThemePortrait::tablesCountLikeFilters()
{
    const auto table = waitFor(m_collection->tableThemes(filter(u"teacher"_s), {.by = TableBy::Theme}));
    QVERIFY(table.has_value());
    QCOMPARE(table->stories, 2 * days);
    for (const ThemeTable::Column &column : table->columns) {
        for (qsizetype row = 0; row < table->rows.size(); ++row)
            QCOMPARE(column.counts.at(row),
                     count(u"teacher theme:%1 theme:%2"_s.arg(table->rows.at(row).theme, column.key)));
    }
}

void TestThemePortrait::aLexiconCodesAndIsTakenBack()
{
    QCOMPARE(count(u"lang:es theme:workplace"_s), 0);
    Codebook codebook = m_collection->facts().codebook;
    codebook.lexicons = {u"es"_s};
    ++codebook.version;
    QVERIFY(waitFor(m_collection->setCodebook(codebook)).has_value());
    QCOMPARE(count(u"lang:es theme:workplace"_s), 1);
    QCOMPARE(count(u"theme:workplace"_s), 2 * days + 1);
    QVERIFY(waitFor(m_collection->undo()).has_value());
    QCOMPARE(count(u"lang:es theme:workplace"_s), 0);
    QVERIFY(m_collection->facts().codebook.lexicons.isEmpty());
}

QTEST_GUILESS_MAIN(TestThemePortrait)
#include "tst_themeportrait.moc"
