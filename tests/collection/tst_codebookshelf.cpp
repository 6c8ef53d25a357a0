#include "store/Connection.h"
#include "support/RideStories.h"
#include "theme/CodebookEditing.h"

#include <QTest>
#include <QVariant>

using namespace Qt::StringLiterals;
using namespace tidemark;
using tidemark::test::waitFor;

/// Several codebooks in one collection, of which one is in force.
class tst_codebookshelf : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_collection.reset(); }

    void anotherCodebookIsAddedAndNothingElseChanges();
    void usingAnotherCodesAnewAndIsUndone();
    void codingsByHandStayWithTheirCodebook();
    void answersOfCodersStayWithTheirCodebook();
    void anUndoneAnswerLeavesNothing();
    void aVoiceByHandIsTheStorys();
    void whatComesMeanwhileIsCodedOnReturn();
    void anUndoneImportTakesItsCodingsFromTheShelf();
    void aStoryThatGoesLeavesNothingOnTheShelf();
    void namesAreOfOneCodebookEach();
    void renamingIsUndone_data();
    void renamingIsUndone();
    void aDeletedCodebookComesBackByUndo();
    void aDeletedCodebookIsGoneAfterReopening();
    void aDamagedCodebookIsFoundByTheCheck();
    void aStoppedSwitchChangesNothing();
    void whatWasMeantForTheCodebookBeforeIsNotDone();
    void anAddedThemeIsUndoneAfterAnImportCodedWithIt();

private:
    [[nodiscard]] QString having(const QString &theme) const;
    [[nodiscard]] CollectionFacts facts() const { return m_collection->facts(); }
    [[nodiscard]] qint64 number(const QString &title) const;
    void add(const QString &title, const QVector<Theme> &themes);
    void use(const QString &title) const;
    [[nodiscard]] qint64 rows(const QString &table) const;
    [[nodiscard]] qint64 importLabelled(const QString &column, const QByteArray &csv) const; ///< gives the run

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Collection> m_collection;
    qint64 m_rides = 0; ///< the codebook's number
};

namespace {

const QVector<Theme> night{{0, u"dark"_s, u"Dark"_s, {}, {}, u"night"_s},
                           {1, u"bus"_s, u"Late"_s, {}, {}, u"late"_s}};

CodedAnswers saysPresent(StoryId story, int theme, const QString &coder)
{
    CodedAnswers answers;
    answers.story = story;
    answers.coder = coder;
    answers.present.insert(theme);
    return answers;
}

} // namespace

void tst_codebookshelf::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_collection = test::collectionOfRides(*m_folder);
    QVERIFY(m_collection);
    QVERIFY(waitFor(m_collection->renameCodebook(facts().codebookNumber, u"Rides"_s)));
    m_rides = facts().codebookNumber;
    add(u"Night"_s, night);
}

QString tst_codebookshelf::having(const QString &theme) const
{
    SelectionQuestion question{.filter = {}, .timeline = {}, .facets = false};
    question.filter.facets = {{.facet = Facet::Theme, .attribute = {}, .values = {theme}}};
    const auto selection = waitFor(m_collection->select(question));
    if (!selection)
        return selection.error().message;
    QVector<StoryId> ids = selection->allIds(Order::OldestFirst);
    std::sort(ids.begin(), ids.end());
    QStringList words;
    for (const StoryId id : ids)
        words.append(QString::number(static_cast<qint64>(id)));
    return words.join(u' ');
}

qint64 tst_codebookshelf::number(const QString &title) const
{
    for (const ShelvedCodebook &known : facts().shelf) {
        if (known.codebook.title == title)
            return known.number;
    }
    return 0;
}

void tst_codebookshelf::add(const QString &title, const QVector<Theme> &themes)
{
    Codebook codebook;
    codebook.themes = themes;
    const auto added = waitFor(m_collection->addCodebook(newCodebook(title, codebook, facts().codebook)));
    QVERIFY2(added, added ? "" : qPrintable(added.error().message));
}

void tst_codebookshelf::use(const QString &title) const
{
    const auto used = waitFor(m_collection->useCodebook(number(title)));
    QVERIFY2(used, used ? "" : qPrintable(used.error().message));
}

qint64 tst_codebookshelf::rows(const QString &table) const
{
    auto connection = Connection::open(m_collection->path(), Connection::Access::Read);
    return connection ? connection.value()->value(u"SELECT count(*) FROM "_s + table)->toLongLong() : -1;
}

qint64 tst_codebookshelf::importLabelled(const QString &column, const QByteArray &csv) const
{
    ReaderOptions options;
    options.format = u"csv"_s;
    options.mapping = ColumnMapping();
    options.mapping->columns = {{StoryField::Text, u"text"_s}};
    options.mapping->labels = {{facts().codebook.themes.at(0).id, column}};
    const auto imported
        = waitFor(m_collection->import(test::writeFile(*m_folder, u"labelled.csv"_s, csv), options));
    if (!imported)
        qWarning("%s", qPrintable(imported.error().message));
    return imported ? facts().runs.constFirst().number : 0;
}

void tst_codebookshelf::anotherCodebookIsAddedAndNothingElseChanges()
{
    QCOMPARE(facts().codebook.title, u"Rides"_s);
    QCOMPARE(facts().shelf.size(), 1);
    QCOMPARE(facts().shelf.constFirst().codebook.themes, night);
    QCOMPARE(facts().shelf.constFirst().codebook.voices, facts().codebook.voices);
    QCOMPARE(having(u"bus"_s), u"1 2 3 6"_s);
    QCOMPARE(m_collection->undoText(), u"Add the codebook Night"_s);
    QVERIFY(waitFor(m_collection->undo()));
    QVERIFY(facts().shelf.isEmpty());
    QVERIFY(waitFor(m_collection->redo()));
    QCOMPARE(facts().shelf.size(), 1);
}

void tst_codebookshelf::usingAnotherCodesAnewAndIsUndone()
{
    const int before = facts().codebook.version;
    for (int round = 0; round < 2; ++round) {
        if (round == 0)
            use(u"Night"_s);
        else
            QVERIFY(waitFor(m_collection->redo()));
        QCOMPARE(facts().codebook.title, u"Night"_s);
        QVERIFY(facts().codebook.version > before);
        QCOMPARE(having(u"dark"_s), u"1 4"_s);
        QCOMPARE(having(u"bus"_s), u"5"_s); // this one's theme of the same id
        QCOMPARE(having(u"train"_s), QString());
        QCOMPARE(facts().shelf.constFirst().number, m_rides);
        QCOMPARE(m_collection->undoText(), u"Use the codebook Night"_s);
        QVERIFY(waitFor(m_collection->undo()));
        QCOMPARE(facts().codebook.title, u"Rides"_s);
        QCOMPARE(facts().codebookNumber, m_rides);
        QCOMPARE(having(u"bus"_s), u"1 2 3 6"_s);
        QCOMPARE(having(u"dark"_s), QString());
    }
}

void tst_codebookshelf::codingsByHandStayWithTheirCodebook()
{
    QVERIFY(waitFor(m_collection->setTheme({StoryId(7)}, 0, true)));
    QVERIFY(waitFor(m_collection->setTheme({StoryId(2)}, 0, false)));
    use(u"Night"_s);
    QCOMPARE(having(u"dark"_s), u"1 4"_s); // no coding of the theme with the same number
    QCOMPARE(rows(u"coding"_s), 0);
    QVERIFY(waitFor(m_collection->setTheme({StoryId(6)}, 0, true)));
    QCOMPARE(having(u"dark"_s), u"1 4 6"_s);
    use(u"Rides"_s);
    QCOMPARE(having(u"bus"_s), u"1 3 6 7"_s);
    use(u"Night"_s);
    QCOMPARE(having(u"dark"_s), u"1 4 6"_s);
    for (int steps = 0; steps < 4; ++steps) // three times used, once coded
        QVERIFY(waitFor(m_collection->undo()));
    QCOMPARE(having(u"bus"_s), u"1 3 6 7"_s);
    QVERIFY(waitFor(m_collection->undo()));
    QCOMPARE(having(u"bus"_s), u"1 2 3 6 7"_s);
}

void tst_codebookshelf::answersOfCodersStayWithTheirCodebook()
{
    CodedAnswers answers = saysPresent(StoryId(7), 0, u"Ada"_s);
    QVERIFY(waitFor(m_collection->recordAnswers(answers)));
    answers.coder = u"Ben"_s;
    answers.isBlind = true;
    QVERIFY(waitFor(m_collection->recordAnswers(answers)));
    QCOMPARE(waitFor(m_collection->coderAnswers(0))->answers.size(), 2);
    use(u"Night"_s);
    QVERIFY(waitFor(m_collection->coderAnswers(0))->answers.isEmpty());
    use(u"Rides"_s);
    QCOMPARE(waitFor(m_collection->coderAnswers(0))->answers.size(), 2);
    QCOMPARE(having(u"bus"_s), u"1 2 3 6 7"_s);
}

void tst_codebookshelf::aVoiceByHandIsTheStorys()
{
    QVERIFY(waitFor(m_collection->setVoice({StoryId(7)}, Voice::Support)));
    use(u"Night"_s);
    QCOMPARE(waitFor(m_collection->story(StoryId(7)))->row.voice, Voice::Support);
}

void tst_codebookshelf::whatComesMeanwhileIsCodedOnReturn()
{
    use(u"Night"_s);
    QVERIFY(waitFor(m_collection->import(
        test::writeFile(*m_folder, u"more.csv"_s, "text,language\nAn invented bus at night and more,en\n"), {})));
    QCOMPARE(having(u"dark"_s), u"1 4 9"_s);
    use(u"Rides"_s);
    QCOMPARE(having(u"bus"_s), u"1 2 3 6 9"_s);
}

void tst_codebookshelf::anUndoneImportTakesItsCodingsFromTheShelf()
{
    const qint64 run
        = importLabelled(u"marked"_s, "text,marked\nInvented: nothing was said at all,1\nAn invented boat,1\n");
    QVERIFY(run > 0);
    QVERIFY(having(u"bus"_s).startsWith(u"1 2 3 6 "_s));
    use(u"Night"_s);
    QVERIFY(rows(u"shelved_coding"_s) > 0);
    QVERIFY(waitFor(m_collection->undoImport(run)));
    QCOMPARE(rows(u"shelved_coding"_s), 0);
    use(u"Rides"_s);
    QCOMPARE(having(u"bus"_s), u"1 2 3 6"_s);
}

void tst_codebookshelf::aStoryThatGoesLeavesNothingOnTheShelf()
{
    QVERIFY(waitFor(m_collection->recordAnswers(saysPresent(StoryId(7), 0, u"Ada"_s))));
    use(u"Night"_s);
    QCOMPARE(rows(u"shelved_coding"_s), 1);
    QCOMPARE(rows(u"shelved_coder_coding"_s), 1);
    QVERIFY(waitFor(m_collection->forget({StoryId(7)})));
    QCOMPARE(rows(u"shelved_coding"_s), 0);
    QCOMPARE(rows(u"shelved_coder_coding"_s), 0);
    use(u"Rides"_s);
    QCOMPARE(having(u"bus"_s), u"1 2 3 6"_s);
}

void tst_codebookshelf::namesAreOfOneCodebookEach()
{
    const auto same = waitFor(m_collection->addCodebook(newCodebook(u" rides"_s, {}, facts().codebook)));
    QVERIFY(!same);
    QVERIFY(same.error().message.contains(u"has a codebook named “rides” already"_s));
    QVERIFY(!waitFor(m_collection->renameCodebook(number(u"Night"_s), u"RIDES"_s)));
    QVERIFY(!waitFor(m_collection->renameCodebook(number(u"Night"_s), u"  "_s)));
    QVERIFY(waitFor(m_collection->renameCodebook(number(u"Night"_s), u"NIGHT"_s))); // its own
    QCOMPARE(facts().shelf.size(), 1);
}

void tst_codebookshelf::renamingIsUndone_data()
{
    QTest::addColumn<QString>("before");
    QTest::newRow("in force") << u"Rides"_s;
    QTest::newRow("on the shelf") << u"Night"_s;
}

void tst_codebookshelf::renamingIsUndone()
{
    QFETCH(QString, before);
    const auto titles = [this] {
        return QStringList{facts().codebook.title, facts().shelf.constFirst().codebook.title};
    };
    const QStringList old = titles();
    const int version = facts().codebook.version;
    QStringList renamed = old;
    renamed.replaceInStrings(before, u"Pilot"_s);
    const qint64 which = before == facts().codebook.title ? m_rides : number(before);
    QVERIFY(waitFor(m_collection->renameCodebook(which, u"Pilot"_s)));
    QCOMPARE(titles(), renamed);
    QCOMPARE(m_collection->undoText(), u"Name the codebook Pilot"_s);
    QCOMPARE(facts().codebook.version, version); // no rule is another
    QVERIFY(waitFor(m_collection->undo()));
    QCOMPARE(titles(), old);
    QVERIFY(waitFor(m_collection->redo()));
    QCOMPARE(titles(), renamed);
}

void tst_codebookshelf::aDeletedCodebookComesBackByUndo()
{
    use(u"Night"_s);
    QVERIFY(waitFor(m_collection->setTheme({StoryId(6)}, 0, true)));
    use(u"Rides"_s);
    QVERIFY(waitFor(m_collection->deleteCodebook(number(u"Night"_s))));
    QVERIFY(facts().shelf.isEmpty());
    QCOMPARE(m_collection->undoText(), u"Delete the codebook Night"_s);
    add(u"Night"_s, {}); // its name is free
    QVERIFY(waitFor(m_collection->undo()));
    QVERIFY(waitFor(m_collection->undo()));
    use(u"Night"_s);
    QCOMPARE(having(u"dark"_s), u"1 4 6"_s);
}

void tst_codebookshelf::aDeletedCodebookIsGoneAfterReopening()
{
    QVERIFY(waitFor(m_collection->setTheme({StoryId(7)}, 0, true)));
    use(u"Night"_s);
    QVERIFY(waitFor(m_collection->deleteCodebook(m_rides)));
    const QString path = m_collection->path();
    m_collection.reset();
    m_collection = Collection::open(path, Collection::Missing::Fail).value();
    QVERIFY(waitFor(m_collection->setTheme({StoryId(1)}, 0, false))); // behind what opening left to the writer
    QCOMPARE(facts().codebook.title, u"Night"_s);
    QVERIFY(facts().shelf.isEmpty());
    QCOMPARE(rows(u"shelved_codebook"_s), 0);
    QCOMPARE(rows(u"shelved_coding"_s), 0);
}

/// It isn't offered any more; the check says why.
void tst_codebookshelf::aDamagedCodebookIsFoundByTheCheck()
{
    const auto findings = waitFor(m_collection->check());
    QVERIFY(findings && findings->isEmpty());
    {
        const auto connection = Connection::open(m_collection->path(), Connection::Access::Write);
        QVERIFY(connection);
        QVERIFY(connection.value()->run("UPDATE shelved_codebook SET json = x'00'"));
    }
    const auto damaged = waitFor(m_collection->check());
    QVERIFY(damaged);
    QCOMPARE(damaged->size(), 1);
    QVERIFY2(damaged->constFirst().contains(u"Codebook %1"_s.arg(number(u"Night"_s))),
             qPrintable(damaged->constFirst()));
}

void tst_codebookshelf::aStoppedSwitchChangesNothing()
{
    QVERIFY(waitFor(m_collection->setTheme({StoryId(7)}, 0, true)));
    const auto import
        = m_collection->import(test::writeFile(*m_folder, u"more.jsonl"_s, test::inventedTweets(500, 5)), {});
    const auto job = m_collection->useCodebook(number(u"Night"_s));
    job.progress->cancel();
    const auto done = waitFor(job);
    QVERIFY(waitFor(import));
    QVERIFY(!done);
    QCOMPARE(facts().codebook.title, u"Rides"_s);
    QCOMPARE(facts().shelf.size(), 1);
    QVERIFY(having(u"bus"_s).startsWith(u"1 2 3 6 7"_s));
    QCOMPARE(rows(u"shelved_coding"_s), 0);
}

/// Themes are named by numbers, and the same number is another theme in another codebook.
void tst_codebookshelf::whatWasMeantForTheCodebookBeforeIsNotDone()
{
    const Codebook rides = facts().codebook;
    const auto import
        = m_collection->import(test::writeFile(*m_folder, u"more.jsonl"_s, test::inventedTweets(500, 5)), {});
    const auto used = m_collection->useCodebook(number(u"Night"_s)); // waits for the import
    const QVector<Job<std::monostate>> meant{
        m_collection->setTheme({StoryId(7)}, 0, true),
        m_collection->setThemeDefinition(rides.themes.at(0)),
        m_collection->setCodebook(rides),
        m_collection->mergeThemes(0, 1),
        m_collection->splitTheme({rides.themes.at(0).id, u"Trams"_s, {}}, {StoryId(7)}),
        m_collection->recordAnswers(saysPresent(StoryId(7), 0, u"Ada"_s)),
        m_collection->settle(StoryId(7), 0, true),
        m_collection->codeByRules({{Label::Kind::Theme, 0}}),
    };
    const auto labelled = m_collection->label({{u"marked"_s, 0}}, {});
    const auto starred = m_collection->setMark({StoryId(7)}, Collection::Mark::Starred, true);
    QVERIFY(waitFor(import));
    QVERIFY(waitFor(used));
    const QString sentence = u"Another codebook is in force by now, so nothing was changed."_s;
    for (const Job<std::monostate> &job : meant)
        QCOMPARE(waitFor(job).error().message, sentence);
    QCOMPARE(waitFor(labelled).error().message, sentence);
    QVERIFY(waitFor(starred)); // of no codebook
    QCOMPARE(facts().codebook.themes, night);
    QCOMPARE(rows(u"coding"_s), 0);
    QVERIFY(waitFor(m_collection->setTheme({StoryId(7)}, 0, true)));
    QVERIFY(having(u"dark"_s).contains(u'7'));
}

void tst_codebookshelf::anAddedThemeIsUndoneAfterAnImportCodedWithIt()
{
    use(u"Night"_s);
    Codebook after = facts().codebook;
    after.themes.append({2, u"boats"_s, u"Boats"_s, {}, {}, {}});
    QVERIFY(waitFor(m_collection->setCodebook(after)));
    ReaderOptions options;
    options.format = u"csv"_s;
    options.mapping = ColumnMapping();
    options.mapping->columns = {{StoryField::Text, u"text"_s}};
    options.mapping->labels = {{u"boats"_s, u"marked"_s}};
    const QString csv = test::writeFile(*m_folder, u"boats.csv"_s,
                                        "text,marked,second\nAn invented boat,1,1\nAn invented car,0,\n");
    QVERIFY(waitFor(m_collection->import(csv, options)));
    QCOMPARE(having(u"boats"_s), u"9"_s);
    QVERIFY(waitFor(m_collection->label({{u"second"_s, 2}}, u"Ada"_s)));
    QCOMPARE(rows(u"coder_coding"_s), 2); // what was in force is kept as an answer of its coder's
    const auto undone = waitFor(m_collection->undo());
    QVERIFY2(undone, undone ? "" : qPrintable(undone.error().message));
    QCOMPARE(facts().codebook.themes.size(), 2);
    QCOMPARE(rows(u"coding"_s), 0);
    QCOMPARE(rows(u"coder_coding"_s), 0);
    QVERIFY(waitFor(m_collection->redo()));
    QCOMPARE(having(u"boats"_s), u"9"_s);
    QCOMPARE(rows(u"coding"_s), 2);
    QVERIFY(rows(u"coder_coding"_s) > 0);
    // And where the import is undone meanwhile, nothing of it comes back.
    QVERIFY(waitFor(m_collection->undo()));
    QVERIFY(waitFor(m_collection->undoImport(facts().runs.constFirst().number)));
    QVERIFY(waitFor(m_collection->redo()));
    QCOMPARE(having(u"boats"_s), QString());
}

/// The second coder's answer writes the first one's down beside it; undone, neither stands there.
void tst_codebookshelf::anUndoneAnswerLeavesNothing()
{
    const auto story = StoryId(7);
    QVERIFY(waitFor(m_collection->setTheme({story}, 0, true)));
    QVERIFY(waitFor(m_collection->setVoice({story}, Voice::Testimony)));
    CodedAnswers second = saysPresent(story, 0, u"Ben"_s);
    second.voice = Voice::Support;
    second.isBlind = true;
    for (int round = 0; round < 2; ++round) {
        QVERIFY(waitFor(m_collection->recordAnswers(second)));
        QCOMPARE(waitFor(m_collection->coderAnswers(0))->answers.size(), 2);
        QVERIFY(waitFor(m_collection->undo()));
        QVERIFY(waitFor(m_collection->coderAnswers(0))->answers.isEmpty());
        const auto connection = Connection::open(m_collection->path(), Connection::Access::Read);
        QCOMPARE(connection.value()->value(u"SELECT count(*) FROM coder_voice"_s)->toInt(), 0);
    }
    QVERIFY(waitFor(m_collection->redo()));
    QCOMPARE(waitFor(m_collection->coderAnswers(0))->answers.size(), 2);
}

QTEST_GUILESS_MAIN(tst_codebookshelf)
#include "tst_codebookshelf.moc"
