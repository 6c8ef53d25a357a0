#include "text/NameList.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

class tst_namelist : public QObject
{
    Q_OBJECT

private slots:
    void partsAtCommasOutsideQuotes_data();
    void partsAtCommasOutsideQuotes();
};

void tst_namelist::partsAtCommasOutsideQuotes_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("nothing") << QString() << QStringList{};
    QTest::newRow("commas only") << u", ,"_s << QStringList{};
    QTest::newRow("plain") << u"story, text ,posted_at"_s << QStringList{u"story"_s, u"text"_s, u"posted_at"_s};
    QTest::newRow("a name with a comma") << u"\"Town, State\",text"_s << QStringList{u"Town, State"_s, u"text"_s};
    QTest::newRow("doubled quotes") << u"\"the \"\"long\"\", one\""_s << QStringList{u"the \"long\", one"_s};
    QTest::newRow("behind an equals sign")
        << u"text=\"Story, in full\",language=lang"_s << QStringList{u"text=Story, in full"_s, u"language=lang"_s};
    QTest::newRow("inches") << u"5\" pipe,text"_s << QStringList{u"5\" pipe"_s, u"text"_s};
    QTest::newRow("never closed") << u"\"Town, State"_s << QStringList{u"Town, State"_s};
}

void tst_namelist::partsAtCommasOutsideQuotes()
{
    QFETCH(QString, list);
    QFETCH(QStringList, names);
    QCOMPARE(namesInList(list), names);
}

QTEST_APPLESS_MAIN(tst_namelist)
#include "tst_namelist.moc"
