#include "source/Reader.h"
#include "support/ReadAll.h"
#include "support/TestData.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Files that say nothing of their encoding. Their texts are invented.
class tst_encodings final : public QObject
{
    Q_OBJECT

private slots:
    void theEncodingIsFound_data();
    void theEncodingIsFound();
};

void tst_encodings::theEncodingIsFound_data()
{
    QTest::addColumn<QString>("beginning");
    QTest::newRow("korean") << u"지어낸 글입니다."_s;
    QTest::newRow("polish") << u"Zmyślona opowieść: w pracy łapał mnie"_s;
    QTest::newRow("czech") << u"Vymyšlený příběh: šéf mi říkal"_s;
    QTest::newRow("greek") << u"Φανταστική ιστορία: στη δουλειά"_s;
    QTest::newRow("turkish") << u"Uydurma bir hikâye: işyerinde bana"_s;
    QTest::newRow("french") << u"Récit inventé : à l’école, il me"_s;
}

void tst_encodings::theEncodingIsFound()
{
    QFETCH(QString, beginning);
    const QString name = QString::fromLatin1(QTest::currentDataTag()) + u".csv"_s;
    const test::Everything all = test::readAll(openReader(test::dataFile(u"encodings/"_s + name)));
    QCOMPARE(all.error, QString());
    QCOMPARE(all.stories().size(), 3);
    QVERIFY2(all.stories().constFirst().text.startsWith(beginning), qPrintable(all.stories().constFirst().text));
}

QTEST_APPLESS_MAIN(tst_encodings)
#include "tst_encodings.moc"
