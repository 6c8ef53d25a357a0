#include "filter/FilterHistory.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

Filter words(const QString &text)
{
    Filter filter;
    filter.words = WordQuery::phrase(text);
    return filter;
}

} // namespace

class tst_filterhistory : public QObject
{
    Q_OBJECT

private slots:
    void goesBackAndForward();
    void equalFiltersAreNoStep();
    void adjustingReplacesTheStep();
};

void tst_filterhistory::goesBackAndForward()
{
    FilterHistory history;
    QSignalSpy changes(&history, &FilterHistory::filterChanged);
    QVERIFY(!history.canGoBack());
    history.setFilter(words(u"a"_s));
    history.setFilter(words(u"b"_s));
    history.goBack();
    QVERIFY(history.filter() == words(u"a"_s));
    QVERIFY(history.canGoForward());
    history.goForward();
    QVERIFY(history.filter() == words(u"b"_s));
    history.goForward();
    history.goBack();
    history.goBack();
    history.goBack();
    QVERIFY(history.filter().isEmpty());
    QCOMPARE(changes.size(), 6);
    history.setFilter(words(u"c"_s));
    QVERIFY(!history.canGoForward());
}

void tst_filterhistory::equalFiltersAreNoStep()
{
    FilterHistory history;
    QSignalSpy changes(&history, &FilterHistory::filterChanged);
    history.setFilter({});
    history.setFilter(words(u"a"_s));
    history.setFilter(words(u"a"_s));
    QCOMPARE(changes.size(), 1);
    history.goBack();
    QVERIFY(!history.canGoBack());
}

void tst_filterhistory::adjustingReplacesTheStep()
{
    FilterHistory history;
    history.setFilter(words(u"a"_s));
    history.adjustFilter(words(u"ab"_s));
    history.adjustFilter(words(u"abc"_s));
    QVERIFY(history.filter() == words(u"abc"_s));
    history.goBack();
    QVERIFY(history.filter().isEmpty());
}

QTEST_APPLESS_MAIN(tst_filterhistory)
#include "tst_filterhistory.moc"
