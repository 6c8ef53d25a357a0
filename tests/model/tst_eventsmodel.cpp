#include "model/EventsModel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace tidemark;
using namespace Qt::StringLiterals;

namespace {

QVector<DatedEvent> twoEvents()
{
    return {{QDate(2017, 10, 15), u"call"_s, u"a paper"_s}, {QDate(2018, 1, 1), u"fund"_s, {}}};
}

} // namespace

class tst_eventsmodel : public QObject
{
    Q_OBJECT

private slots:
    void isATableThatIsEdited();
    void takesNoDateThatIsNone_data();
    void takesNoDateThatIsNone();
    void leavesAWholeYearAsItIs();
    void givesEventsByDateAndOnlyThoseWithALabel();
    void mergesWhatIsNotThereYet();
};

void tst_eventsmodel::isATableThatIsEdited()
{
    EventsModel model(twoEvents());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.setData(model.index(0, EventsModel::LabelColumn), u"  the  call "_s));
    QCOMPARE(model.index(0, EventsModel::LabelColumn).data().toString(), u"the call"_s);
    QVERIFY(model.removeRow(0));
    QVERIFY(!model.removeRow(1));
    model.append({QDate(2016, 1, 1), u"earlier"_s, {}});
    QCOMPARE(model.rowCount(), 2);
}

void tst_eventsmodel::takesNoDateThatIsNone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("date");
    QTest::newRow("ISO") << u" 2019-06-21 "_s << u"2019-06-21"_s;
    QTest::newRow("no such day") << u"2019-02-30"_s << u"2017-10-15"_s;
    QTest::newRow("words") << u"yesterday"_s << u"2017-10-15"_s;
    QTest::newRow("short") << u"6/21/19"_s << u"2019-06-21"_s;
    QTest::newRow("short, last century") << u"6/21/99"_s << u"1999-06-21"_s;
    QTest::newRow("nothing") << QString() << u"2017-10-15"_s;
}

void tst_eventsmodel::takesNoDateThatIsNone()
{
    QFETCH(QString, text);
    QFETCH(QString, date);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    EventsModel model(twoEvents());
    const QModelIndex index = model.index(0, EventsModel::DateColumn);
    QCOMPARE(model.setData(index, text), date != "2017-10-15"_L1);
    QCOMPARE(index.data().toString(), date);
}

void tst_eventsmodel::leavesAWholeYearAsItIs()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    EventsModel model(twoEvents());
    const QModelIndex index = model.index(0, EventsModel::DateColumn);
    QVERIFY(model.setData(index, u"21/06/1919"_s));
    QCOMPARE(index.data().toString(), u"1919-06-21"_s);
}

void tst_eventsmodel::givesEventsByDateAndOnlyThoseWithALabel()
{
    EventsModel model(twoEvents());
    model.append({QDate(2016, 1, 1), {}, u"nothing to say"_s});
    model.append({QDate(2017, 12, 6), u"between"_s, {}});
    const QVector<DatedEvent> events = model.events();
    QCOMPARE(events.size(), 3);
    QCOMPARE(events.at(1).label, u"between"_s);
}

void tst_eventsmodel::mergesWhatIsNotThereYet()
{
    EventsModel model(twoEvents());
    QVector<DatedEvent> more = twoEvents();
    more.append({QDate(2017, 10, 15), u"another of that day"_s, {}});
    QCOMPARE(model.merge(more), 1);
    QCOMPARE(model.merge(more), 0);
    QCOMPARE(model.rowCount(), 3);
}

QTEST_APPLESS_MAIN(tst_eventsmodel)
#include "tst_eventsmodel.moc"
