#include "import/Importer.h"
#include "import/LabelImport.h"

#include "store/TemporaryCollection.h"

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

ReaderOptions labelled(const QString &labels)
{
    ColumnMapping mapping;
    mapping.guessRest = true;
    mapping.labels = valueOf(parseLabels(labels));
    return {.format = {}, .mapping = mapping};
}

ImportReport import(TemporaryCollection &collection, const QByteArray &csv, const QString &labels,
                    const QString &name = u"coded.csv"_s)
{
    auto reader = valueOf(openReader(csv, name, labelled(labels)));
    ImportOptions options;
    options.path = name;
    options.themes = themesByName(shippedCodebook());
    Progress progress;
    return valueOf(importRecords(*reader, collection.writer(), collection.rules(), options, {}, progress));
}

int number(const char *theme)
{
    return shippedCodebook().theme(QString::fromLatin1(theme))->number;
}

/// What people said of a story: "workplace family_partner:no".
QString codings(TemporaryCollection &collection, const QString &nativeId)
{
    const auto id = valueOf(collection.writer().importTables().find(u"twitter:"_s + nativeId));
    QStringList said;
    for (const ThemeCoding &coding : valueOf(collection.reader().page(id.value_or(noStory))).codings) {
        if (coding.by == CodedBy::Hand) {
            said << shippedCodebook().themes.at(coding.theme).id + (coding.present ? QString() : u":no"_s);
        }
    }
    said.sort();
    return said.join(u' ');
}

} // namespace

/// All texts are invented.
class tst_labels : public QObject
{
    Q_OBJECT

private slots:
    void readsCells_data();
    void readsCells();
    void columnsOfYesAndNoBecomeCodings();
    void takesATableOfDescriptionsAsItIs();
    void aListOfThemesBecomesCodings();
    void reachesStoriesThatAreThereAlready();
    void goesWithItsImport();
    void tellsWhoseCodingsGo();
    void leavesWhatSomebodyCodedHere();
    void doesNotComeBackWhenItsImportWasUndone();
    void saysWhatItDoesNotKnow();
    void whatACodedColumnIsCalledHidesNoRow();
};

void tst_labels::readsCells_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<int>("value");
    QTest::addColumn<QStringList>("themes");
    QTest::newRow("one") << u" 1 "_s << 1 << QStringList{u"1"_s};
    QTest::newRow("number") << u"0.0"_s << 0 << QStringList{u"0.0"_s};
    QTest::newRow("yes") << u"Yes"_s << 1 << QStringList{u"Yes"_s};
    QTest::newRow("nein") << u"nein"_s << 0 << QStringList{u"nein"_s};
    QTest::newRow("neither") << u"maybe"_s << -1 << QStringList{u"maybe"_s};
    QTest::newRow("semicolons") << u"workplace; Family, partner & date"_s << -1
                                << QStringList{u"workplace"_s, u"Family, partner & date"_s};
    QTest::newRow("json") << u"[\"workplace\", \"groping\"]"_s << -1 << QStringList{u"workplace"_s, u"groping"_s};
    QTest::newRow("empty") << QString() << -1 << QStringList();
}

void tst_labels::readsCells()
{
    QFETCH(QString, cell);
    const auto value = labelValue(cell);
    QTEST(value ? int(*value) : -1, "value");
    QTEST(listedThemes(cell), "themes");
}

void tst_labels::columnsOfYesAndNoBecomeCodings()
{
    TemporaryCollection collection;
    const auto report = import(collection,
                               "tweet_id,text,work,home\n1000000001,an invented story,1,0\n"
                               "1000000002,another one,no,\n1000000003,a third one,perhaps,yes\n",
                               u"workplace=work,family_partner=home"_s);
    QCOMPARE(report.counts.added, 3);
    QCOMPARE(codings(collection, u"1000000001"_s), u"family_partner:no workplace"_s);
    QCOMPARE(codings(collection, u"1000000002"_s), u"workplace:no"_s);
    QCOMPARE(codings(collection, u"1000000003"_s), u"family_partner"_s);
    QVERIFY(report.notes.join(u'\n').contains(u"neither yes nor no"_s));
}

void tst_labels::takesATableOfDescriptionsAsItIs()
{
    // Neither ids nor times, and the same words twice, coded differently: each row is a story of its own.
    TemporaryCollection collection;
    const auto report = import(collection,
                               "Description,Commenting,Ogling,Groping,split\nan invented story,1,0,0,train\n"
                               "\"another, with a comma\",0,0,1,train\nan invented story,0,1,,test\n",
                               u"commenting=Commenting,ogling=Ogling,groping=Groping"_s);
    QCOMPARE(report.counts.added, 3);
    const auto counts = valueOf(collection.reader().handCounts());
    QVERIFY(counts.contains(HandCount{{Label::Kind::Theme, number("commenting")}, 1, 2}));
    QVERIFY(counts.contains(HandCount{{Label::Kind::Theme, number("ogling")}, 1, 2}));
    QVERIFY(
        counts.contains(HandCount{{Label::Kind::Theme, number("groping")}, 1, 1})); // an empty cell says nothing
}

void tst_labels::aListOfThemesBecomesCodings()
{
    TemporaryCollection collection;
    import(collection,
           "tweet_id;text;codes\n1000000001;an invented story;workplace|Ogling & staring\n"
           "1000000002;another one;\n",
           u"themes=codes"_s);
    QCOMPARE(codings(collection, u"1000000001"_s), u"ogling workplace"_s);
    QCOMPARE(codings(collection, u"1000000002"_s), QString());
}

void tst_labels::reachesStoriesThatAreThereAlready()
{
    TemporaryCollection collection;
    import(collection, "tweet_id,text\n1000000001,an invented story\n", {}, u"plain.csv"_s);
    const auto report
        = import(collection, "tweet_id,text,work\n1000000001,an invented story,1\n", u"workplace=work"_s);
    QCOMPARE(report.counts.duplicates, 1);
    QCOMPARE(codings(collection, u"1000000001"_s), u"workplace"_s);
}

void tst_labels::goesWithItsImport()
{
    TemporaryCollection collection;
    import(collection, "tweet_id,text\n1000000001,an invented story\n", {}, u"plain.csv"_s);
    const auto report = import(collection, "tweet_id,text,work\n1000000001,an invented story,1\n1000000002,new,1\n",
                               u"workplace=work"_s);
    Progress progress;
    QVERIFY(collection.writer().undoRun(report.run, progress));
    QCOMPARE(codings(collection, u"1000000001"_s), QString());
    QCOMPARE(valueOf(collection.reader().storyCount()), 1);
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
}

/// A second import of the same file brings codings and no story: the index must hear of them all the same.
void tst_labels::tellsWhoseCodingsGo()
{
    TemporaryCollection collection;
    const QByteArray file = "tweet_id,text,work\n1000000001,an invented story,1\n";
    import(collection, file, u"workplace=work"_s);
    const auto id = valueOf(collection.writer().importTables().find(u"twitter:1000000001"_s)).value();
    valueOf(collection.writer().setTheme(number("workplace"), std::array{id}, std::nullopt));
    const auto again = import(collection, file, u"workplace=work"_s);
    QCOMPARE(codings(collection, u"1000000001"_s), u"workplace"_s);
    Progress progress;
    const auto touched = valueOf(collection.writer().undoRun(again.run, progress));
    QCOMPARE(codings(collection, u"1000000001"_s), QString());
    QCOMPARE(touched.changed, QVector<StoryId>{id});
}

void tst_labels::leavesWhatSomebodyCodedHere()
{
    TemporaryCollection collection;
    import(collection, "tweet_id,text\n1000000001,an invented story\n", {}, u"plain.csv"_s);
    const auto id = valueOf(collection.writer().importTables().find(u"twitter:1000000001"_s)).value();
    const std::array ids{id};
    valueOf(collection.writer().setTheme(number("workplace"), ids, false));
    const auto report
        = import(collection, "tweet_id,text,work\n1000000001,an invented story,1\n", u"workplace=work"_s);
    QCOMPARE(codings(collection, u"1000000001"_s), u"workplace:no"_s);

    // Changed here and changed back, a coding still goes with the import that brought it.
    const auto second = import(collection, "tweet_id,text,look\n1000000001,an invented story,1\n", u"ogling=look"_s,
                               u"second.csv"_s);
    const auto before = valueOf(collection.writer().setTheme(number("ogling"), ids, std::nullopt));
    QCOMPARE(codings(collection, u"1000000001"_s), u"workplace:no"_s);
    valueOf(collection.writer().setTheme(number("ogling"), before));
    QCOMPARE(codings(collection, u"1000000001"_s), u"ogling workplace:no"_s);
    Progress progress;
    QVERIFY(collection.writer().undoRun(second.run, progress));
    QVERIFY(collection.writer().undoRun(report.run, progress));
    QCOMPARE(codings(collection, u"1000000001"_s), u"workplace:no"_s);
}

/// A coder's answer over an imported one can be taken back though the import was undone in between.
void tst_labels::doesNotComeBackWhenItsImportWasUndone()
{
    TemporaryCollection collection;
    import(collection, "tweet_id,text\n1000000001,an invented story\n", {}, u"plain.csv"_s);
    const auto id = valueOf(collection.writer().importTables().find(u"twitter:1000000001"_s)).value();
    const auto report
        = import(collection, "tweet_id,text,work\n1000000001,an invented story,1\n", u"workplace=work"_s);
    const ThemeAnswer absent{number("workplace"), {id, false, 0, u"Ada"_s, {}}};
    const auto before = valueOf(collection.writer().record({{absent}, {}, {}, {}}, InForce::Replaced));
    QCOMPARE(codings(collection, u"1000000001"_s), u"workplace:no"_s);
    const auto imported = valueOf(collection.writer().record(before, InForce::Replaced));
    QCOMPARE(codings(collection, u"1000000001"_s), u"workplace"_s);
    valueOf(collection.writer().record(imported, InForce::Replaced));

    Progress progress;
    QVERIFY(collection.writer().undoRun(report.run, progress));
    QCOMPARE(codings(collection, u"1000000001"_s), u"workplace:no"_s);
    valueOf(collection.writer().record(before, InForce::Replaced));
    QCOMPARE(codings(collection, u"1000000001"_s), QString());
}

void tst_labels::saysWhatItDoesNotKnow()
{
    TemporaryCollection collection;
    const auto report
        = import(collection, "tweet_id,text,codes\n1000000001,an invented story,weather\n", u"themes=codes"_s);
    QVERIFY2(report.notes.join(u'\n').contains(u"weather (1)"_s), qPrintable(report.notes.join(u'\n')));
    QVERIFY(!parseLabels(u"workplace"_s));
    const auto checked = checkLabels(valueOf(parseLabels(u"weather=x"_s)), shippedCodebook());
    QVERIFY(!checked && checked.error().message.contains(u"workplace"_s));
    const auto missing = openReader("text,a\nb,c\n", u"coded.csv"_s, labelled(u"workplace=work"_s));
    QVERIFY(!missing && missing.error().message.contains(u"“work”"_s));
}

void tst_labels::whatACodedColumnIsCalledHidesNoRow()
{
    TemporaryCollection collection;
    const auto report = import(collection, "tweet_id,text,is_private\n1000000001,an invented story,1\n",
                               u"family_partner=is_private"_s);
    QCOMPARE(report.counts.added, 1);
    QCOMPARE(codings(collection, u"1000000001"_s), u"family_partner"_s);
}

QTEST_GUILESS_MAIN(tst_labels)
#include "tst_labels.moc"
