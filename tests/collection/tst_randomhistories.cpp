#include "AgreementWithSql.h"
#include "store/TemporaryCollection.h"
#include "support/InventedPosts.h"
#include "support/Scale.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

constexpr int steps = 12;   ///< in a collection's history
constexpr int filters = 12; ///< asked after each

/// Times that few collections have: before 1970 to the millisecond, centuries away, and equal ones.
QVector<std::optional<Instant>> farTimes()
{
    QVector<std::optional<Instant>> times{std::nullopt, -1, 0, 1};
    for (const QDate day : {QDate(1066, 10, 14), QDate(1900, 2, 28), QDate(1969, 12, 31), QDate(2100, 1, 1),
                            QDate(2123, 4, 5), QDate(2400, 2, 29)})
        times.append(QDateTime(day, QTime(23, 59, 59, 999), QTimeZone::utc()).toMSecsSinceEpoch());
    return times;
}

/// Readers take no time to come, so these stories are put into the file itself. Some speak no rule's language.
void addFarStories(const QString &path, QRandomGenerator &random)
{
    TemporaryCollection made;
    QVector<Story> stories;
    const auto times = farTimes();
    for (int i = 0; i < 60; ++i) {
        Story story;
        story.postedAt = times.at(random.bounded(static_cast<int>(times.size())));
        story.platform = allPlatforms.at(static_cast<size_t>(random.bounded(int(allPlatforms.size()))));
        story.language = random.bounded(2) == 0 ? u"en"_s : QString();
        story.text = inventedText(random);
        story.nativeId = u"far-%1"_s.arg(i);
        stories.append(story);
    }
    made.add(stories, u"far.csv"_s);
    made.close();
    if (!QFile::copy(made.path(), path))
        qFatal("the far stories can't be copied");
}

/// A step's name where it went well.
template<typename T>
Result<QString> named(const QString &name, const Result<T> &done)
{
    return done ? Result<QString>(name) : Result<QString>(done.error());
}

} // namespace

/// Whatever was done to a collection, in whatever order: its answers are those of SQL over the same file.
class tst_randomhistories : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void agreesWithSqlAfterEachStep_data();
    void agreesWithSqlAfterEachStep();
    void cleanupTestCase();

private:
    Result<QString> step(int number, QRandomGenerator &random); ///< what was done, for the history
    Result<QString> importSome(QRandomGenerator &random);
    Result<QString> takeBackByImport(QRandomGenerator &random);
    Result<QString> takeAnImportBack(QRandomGenerator &random);
    Result<QString> recode(QRandomGenerator &random);
    Result<QString> mark(QRandomGenerator &random);
    Result<QString> code(QRandomGenerator &random);
    Result<QString> undoOrRedo(QRandomGenerator &random);
    Result<QString> reopen();
    [[nodiscard]] QVector<StoryId> someStories(QRandomGenerator &random) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Collection> m_collection;
    int m_file = 0;
    int m_asked = 0;
    int m_found = 0;
};

void tst_randomhistories::initTestCase()
{
    QVERIFY(isWell(prepareSqlite()));
}

void tst_randomhistories::agreesWithSqlAfterEachStep_data()
{
    QTest::addColumn<quint32>("seed");
    for (int i = 0; i < rounds(3, 60); ++i) {
        const quint32 seed = firstSeed() + static_cast<quint32>(i);
        QTest::addRow("seed %u", seed) << seed;
    }
}

void tst_randomhistories::agreesWithSqlAfterEachStep()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    m_collection.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    const QString path = m_folder->filePath(u"history.tidemark"_s);
    addFarStories(path, random);
    m_collection = valueOf(Collection::open(path, Collection::Missing::Fail));
    QStringList history;
    for (int i = 0; i < steps; ++i) {
        const auto done = step(i, random);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message + u" After: "_s + history.join(u", "_s)));
        history.append(*done);
        AgreementWithSql agreement(*m_collection, random.generate());
        const QString disagreement = agreement.disagreement(filters);
        m_asked += filters;
        m_found += agreement.found();
        QVERIFY2(disagreement.isEmpty(), qPrintable(disagreement + u"\nafter: "_s + history.join(u", "_s)));
    }
    const auto findings = waitFor(m_collection->check());
    QVERIFY2(findings && findings->isEmpty(), findings ? qPrintable(findings->join(u' ')) : "it can't be checked");
}

void tst_randomhistories::cleanupTestCase()
{
    m_collection.reset();
    QVERIFY2(m_found > m_asked / 5, "most filters find nothing: they prove little");
}

Result<QString> tst_randomhistories::step(int number, QRandomGenerator &random)
{
    switch (number == 0 ? 0 : random.bounded(10)) {
    case 0:
    case 1:
        return importSome(random);
    case 2:
        return takeBackByImport(random);
    case 3:
        return takeAnImportBack(random);
    case 4:
        return recode(random);
    case 5:
        return mark(random);
    case 6:
        return code(random);
    case 7:
        return named(u"forget"_s, waitFor(m_collection->forget(someStories(random))));
    case 8:
        return undoOrRedo(random);
    default:
        return reopen();
    }
}

Result<QString> tst_randomhistories::importSome(QRandomGenerator &random)
{
    const QString name = QString::number(++m_file);
    const int posts = 30 + random.bounded(150);
    // Of few seeds, so that some posts come more than once.
    const auto seed = static_cast<quint32>(random.bounded(1, 5));
    if (random.bounded(2) == 0) {
        const QString path = writeFile(*m_folder, name + u".csv"_s, inventedCsv(posts, seed));
        return named(u"import CSV"_s, waitFor(m_collection->import(path, inventedCsvOptions())));
    }
    const QString path = writeFile(*m_folder, name + u".jsonl"_s, inventedTweets(posts, seed));
    return named(u"import tweets"_s, waitFor(m_collection->import(path, {})));
}

/// Twitter's notices that tweets were deleted: of some that are there, and of some that aren't.
Result<QString> tst_randomhistories::takeBackByImport(QRandomGenerator &random)
{
    QByteArray notices;
    for (int i = 0; i < 30; ++i) {
        const int id = random.bounded(1, 5) * 1'000'000 + random.bounded(200);
        notices += R"({"delete":{"status":{"id_str":")" + QByteArray::number(id) + "\"}}}\n";
    }
    const QString path = writeFile(*m_folder, u"%1.jsonl"_s.arg(++m_file), notices);
    return named(u"take back"_s, waitFor(m_collection->import(path, {})));
}

Result<QString> tst_randomhistories::takeAnImportBack(QRandomGenerator &random)
{
    const QVector<ImportRunFacts> runs = m_collection->facts().runs;
    if (runs.size() < 2)
        return u"nothing to take back"_s;
    const ImportRunFacts &run = runs.at(random.bounded(static_cast<int>(runs.size())));
    if (random.bounded(2) == 0)
        return named(u"undo import"_s, waitFor(m_collection->undoImport(run.number)));
    return named(u"remove source"_s, waitFor(m_collection->removeSource(run.source, random.bounded(2) == 0)));
}

Result<QString> tst_randomhistories::recode(QRandomGenerator &random)
{
    static const QStringList rules{u"office OR bus OR \"me too\""_s, u"NEAR(boss work, 3)"_s, u"scho*"_s,
                                   u"me NOT boss"_s, u"nothingsaysthis"_s};
    const QVector<Theme> themes = m_collection->facts().codebook.themes;
    Theme theme = themes.at(random.bounded(static_cast<int>(themes.size())));
    theme.rule = rules.at(random.bounded(static_cast<int>(rules.size())));
    return named(u"recode"_s, waitFor(m_collection->setThemeDefinition(theme)));
}

Result<QString> tst_randomhistories::mark(QRandomGenerator &random)
{
    if (random.bounded(4) == 0)
        return named(u"note"_s, waitFor(m_collection->setNote(someStories(random), u"a note"_s)));
    const auto which = static_cast<Collection::Mark>(random.bounded(3));
    return named(u"mark"_s, waitFor(m_collection->setMark(someStories(random), which, random.bounded(3) > 0)));
}

Result<QString> tst_randomhistories::code(QRandomGenerator &random)
{
    const auto oneOfThree = [&](auto some, auto other) {
        const int choice = random.bounded(3);
        return choice == 0 ? std::nullopt : std::optional(choice == 1 ? some : other);
    };
    if (random.bounded(2) == 0) {
        const auto voice = oneOfThree(Voice::Testimony, Voice::Commentary);
        return named(u"set voice"_s, waitFor(m_collection->setVoice(someStories(random), voice)));
    }
    const auto present = oneOfThree(true, false);
    return named(u"set theme"_s, waitFor(m_collection->setTheme(someStories(random), random.bounded(6), present)));
}

Result<QString> tst_randomhistories::undoOrRedo(QRandomGenerator &random)
{
    if (random.bounded(3) > 0 && !m_collection->undoText().isEmpty())
        return named(u"undo"_s, waitFor(m_collection->undo()));
    if (!m_collection->redoText().isEmpty())
        return named(u"redo"_s, waitFor(m_collection->redo()));
    return u"nothing to undo"_s;
}

Result<QString> tst_randomhistories::reopen()
{
    const QString path = m_collection->path();
    m_collection.reset();
    m_collection = valueOf(Collection::open(path, Collection::Missing::Fail));
    return u"reopen"_s;
}

/// Some that are there: a run of rows, so that they share days and sources.
QVector<StoryId> tst_randomhistories::someStories(QRandomGenerator &random) const
{
    const auto all = waitFor(m_collection->select({.filter = {}, .timeline = {}, .facets = false}));
    if (!all || all->count() == 0)
        return {noStory};
    return all->ids(random.bounded(static_cast<int>(all->count())), 1 + random.bounded(30), Order::NewestFirst);
}

QTEST_GUILESS_MAIN(tst_randomhistories)
#include "tst_randomhistories.moc"
