#include "FilterNames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

Filter filterOf(QStringView text)
{
    return std::get<Filter>(parseFilter(text, filterTestNames()));
}

} // namespace

class tst_filterchips : public QObject
{
    Q_OBJECT

private slots:
    void eachPartIsAChip();
    void chipsRemoveAndTurnRound();
    void saysWhatTheCodebookHasNot();
    void foreignTextStandsInIsolates();
    void describesTheWhole();
};

void tst_filterchips::eachPartIsAChip()
{
    const auto chips
        = filterChips(filterOf(u"boss -secret theme:workplace,groping -platform:twitter is:unread id:7 "
                               u"since:2017-10-15 until:2017-10-22"),
                      filterTestNames());
    QStringList labels;
    for (const FilterChip &chip : chips)
        labels.append(QString(chip.label).remove(QChar(0x2068)).remove(QChar(0x2069)));
    QCOMPARE(
        labels,
        QStringList({u"boss"_s, u"not secret"_s, u"theme: Workplace harassment or Groping"_s,
                     u"not platform: Twitter"_s, u"unread"_s, u"story number: 7"_s, u"15\u201322 Oct 2017"_s}));
}

void tst_filterchips::chipsRemoveAndTurnRound()
{
    const Filter filter = filterOf(u"boss -secret theme:workplace since:2017");
    const auto chips = filterChips(filter, filterTestNames());
    QCOMPARE(chips.size(), 4);
    QVERIFY(chips[0].without == filterOf(u"-secret theme:workplace since:2017"));
    QVERIFY(chips[0].inverted == filterOf(u"-boss -secret theme:workplace since:2017"));
    QVERIFY(chips[1].excluded);
    QVERIFY(chips[1].inverted == filterOf(u"boss secret theme:workplace since:2017"));
    QVERIFY(chips[2].without == filterOf(u"boss -secret since:2017"));
    QVERIFY(chips[2].inverted == filterOf(u"boss -secret -theme:workplace since:2017"));
    QVERIFY(chips[3].without == filterOf(u"boss -secret theme:workplace"));
    QVERIFY(chips[3].inverted == filter);
}

void tst_filterchips::saysWhatTheCodebookHasNot()
{
    const Filter filter = filterOf(u"theme:workplace"); // then another codebook came into force
    const auto chips = filterChips(filter, KnownNames());
    QVERIFY2(chips.constFirst().label.contains(u"workplace\u2069 (not in the codebook in force)"_s),
             qPrintable(chips.constFirst().label));
    QVERIFY(describeFilter(filter, KnownNames()).contains(u"(not in the codebook in force)"_s));
}

void tst_filterchips::foreignTextStandsInIsolates()
{
    const auto chips
        = filterChips(filterOf(u"source:\"\u05e9\u05dc\u05d5\u05dd\" attr:sector=%1%2"), filterTestNames());
    QCOMPARE(chips[0].label, u"source: \u2068\u05e9\u05dc\u05d5\u05dd\u2069"_s);
    QCOMPARE(chips[1].label, u"\u2068sector\u2069: \u2068%1%2\u2069"_s);
}

void tst_filterchips::describesTheWhole()
{
    QCOMPARE(describeFilter({}, filterTestNames()), u"All stories"_s);
    QCOMPARE(describeFilter(filterOf(u"theme:none is:starred"), filterTestNames()),
             u"Stories: theme: no theme; starred"_s);
}

QTEST_APPLESS_MAIN(tst_filterchips)
#include "tst_filterchips.moc"
