#include "text/Tokens.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// Without accents, as people type who have no key for them; only in Latin letters, where they may be left out. Not
/// with a dotless i, whose capital is that of another letter.
QString withoutAccents(const QString &tag)
{
    QString plain;
    for (const QChar c : tag.normalized(QString::NormalizationForm_D)) {
        if (!c.isMark())
            plain += c;
    }
    return plain;
}

bool isLatin(const QString &tag)
{
    return std::all_of(tag.begin(), tag.end(), [](QChar c) { return c.unicode() < 0x250 && c != u'\u0131'; });
}

} // namespace

/// The hashtags of all languages that the shipped codebook lists, as people write them.
class TestHashtags : public QObject
{
    Q_OBJECT

private slots:
    void eachIsRecognised_data();
    void eachIsRecognised();
};

void TestHashtags::eachIsRecognised_data()
{
    QTest::addColumn<QString>("tag");
    QFile file(u":/codebook.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray languages = QJsonDocument::fromJson(file.readAll()).object().value(u"hashtags"_s).toArray();
    QVERIFY(languages.size() >= 30);
    for (const QJsonValue &language : languages) {
        const QJsonArray tags = language.toObject().value(u"tags"_s).toArray();
        for (const QJsonValue &entry : tags) {
            const QString tag = entry.toObject().value(u"tag"_s).toString();
            QTest::addRow("%s", qUtf8Printable(tag)) << tag;
        }
    }
}

void TestHashtags::eachIsRecognised()
{
    QFETCH(const QString, tag);
    QVERIFY(tag.startsWith(u'#'));
    const QString name = tag.mid(1);
    const QString folded = foldTag(name);
    QVERIFY(!folded.isEmpty());
    QString wide = name;
    wide.replace(u'_', u'\uff3f');
    QStringList written{tag, u'\uff03' + name, u'\uff03' + wide, tag + u"https://t.co/invented"_s, u"# "_s + name};
    if (isLatin(name))
        written << withoutAccents(tag) << tag.toUpper() << tag.toLower();
    for (const QString &form : std::as_const(written)) {
        const QStringList found = findHashtags(u"invented "_s + form + u" text"_s);
        QCOMPARE(found.size(), 1);
        QCOMPARE(foldTag(found.constFirst()), folded);
        QCOMPARE(QString::fromUtf8(indexedText(tokenise(form), {}).tags), folded); // what a search asks
    }
}

QTEST_APPLESS_MAIN(TestHashtags)
#include "tst_hashtags.moc"
