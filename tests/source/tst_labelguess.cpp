#include "source/LabelGuess.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Which columns of a table seem to be codings by hand. All cells are invented.
class tst_labelguess final : public QObject
{
    Q_OBJECT

private slots:
    void columnsAreKnownByNameAndCells_data();
    void columnsAreKnownByNameAndCells();
    void aThemeIsGivenOneColumn();
};

namespace {

const QVector<KnownTheme> themes{{u"workplace"_s, u"Workplace harassment"_s},
                                 {u"street_transit"_s, u"Street, transport & public space"_s}};

QString written(const LabelGuess &guess)
{
    QStringList parts;
    for (const LabelColumn &label : guess.labels)
        parts << (label.theme.isEmpty() ? u"themes"_s : label.theme) + u'=' + label.column;
    for (const QString &column : guess.unclear)
        parts << u"?="_s + column;
    return parts.join(u' ');
}

} // namespace

void tst_labelguess::columnsAreKnownByNameAndCells_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QString>("guess");
    const QStringList yesAndNo{u"1"_s, u"0"_s, QString(), u"1"_s};
    QTest::newRow("a theme's key") << u"workplace"_s << yesAndNo << u"workplace=workplace"_s;
    QTest::newRow("a theme's name") << u"Workplace_Harassment"_s << yesAndNo << u"workplace=Workplace_Harassment"_s;
    QTest::newRow("of several words") << u"streetTransit"_s << yesAndNo << u"street_transit=streetTransit"_s;
    QTest::newRow("said to be a code") << u"theme.workplace"_s << yesAndNo << u"workplace=theme.workplace"_s;
    QTest::newRow("words for yes and no")
        << u"workplace"_s << QStringList{u"ja"_s, u"Nein"_s} << u"workplace=workplace"_s;
    QTest::newRow("of another theme") << u"violence"_s << yesAndNo << u"?=violence"_s;
    QTest::newRow("a theme's key over other cells")
        << u"workplace"_s << QStringList{u"office"_s, u"home"_s} << QString();
    QTest::newRow("a theme's key over nothing") << u"workplace"_s << QStringList{QString(), QString()} << QString();
    QTest::newRow("lists of keys") << u"what"_s << QStringList{u"workplace; street_transit"_s, u"workplace"_s}
                                   << u"themes=what"_s;
    QTest::newRow("a JSON list of names")
        << u"codes"_s << QStringList{u"[\"Workplace harassment\"]"_s, u"[]"_s} << u"themes=codes"_s;
    QTest::newRow("lists of others") << u"codes"_s << QStringList{u"joy; anger"_s} << u"?=codes"_s;
    QTest::newRow("counts") << u"likes"_s << QStringList{u"3"_s, u"0"_s} << QString();
    QTest::newRow("texts") << u"text"_s << QStringList{u"invented, workplace"_s, u"invented"_s} << QString();
}

void tst_labelguess::columnsAreKnownByNameAndCells()
{
    QFETCH(QString, column);
    QFETCH(QStringList, cells);
    QVector<QStringList> rows;
    for (const QString &cell : std::as_const(cells))
        rows << QStringList{u"before"_s, cell};
    QTEST(written(guessLabels({u"other"_s, column}, rows, themes)), "guess");
}

void tst_labelguess::aThemeIsGivenOneColumn()
{
    const LabelGuess guess = guessLabels({u"workplace"_s, u"code_workplace"_s}, {{u"1"_s, u"0"_s}}, themes);
    QCOMPARE(written(guess), u"workplace=workplace ?=code_workplace"_s);
    const LabelGuess byBoth = guessLabels({u"workplace"_s, u"Workplace harassment"_s}, {{u"1"_s, u"0"_s}}, themes);
    QCOMPARE(written(byBoth), u"workplace=workplace ?=Workplace harassment"_s);
}

QTEST_APPLESS_MAIN(tst_labelguess)
#include "tst_labelguess.moc"
