#include "text/Language.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

QString languageOf(const QString &text)
{
    return detectLanguage(text, tokenise(text));
}

} // namespace

class tst_language : public QObject
{
    Q_OBJECT

private slots:
    void knowsLanguages_data();
    void knowsLanguages();
    void isSilentWithoutWords_data();
    void isSilentWithoutWords();
    void readsCodes_data();
    void readsCodes();
    void namesLanguages();
    void standsHostileTexts_data();
    void standsHostileTexts();
};

/// Invented sentences.
void tst_language::knowsLanguages_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("English") << u"My boss came up behind me in the storage room and nobody believed me. #MeToo"_s
                             << u"en"_s;
    QTest::newRow("Spanish")
        << u"Mi jefe me sigui\u00f3 hasta el almac\u00e9n y nadie quiso creerme cuando lo cont\u00e9"_s << u"es"_s;
    QTest::newRow("French") << u"Mon chef m'a suivie dans la r\u00e9serve et personne n'a voulu me croire ensuite"_s
                            << u"fr"_s;
    QTest::newRow("German") << u"Mein Chef ist mir in den Lagerraum gefolgt und niemand wollte mir danach glauben"_s
                            << u"de"_s;
    QTest::newRow("Italian") << u"Il mio capo mi ha seguita nel magazzino e dopo nessuno ha voluto credermi"_s
                             << u"it"_s;
    QTest::newRow("Portuguese")
        << u"O meu chefe seguiu-me at\u00e9 ao armaz\u00e9m e ningu\u00e9m quis acreditar em mim "
           "quando contei o que n\u00e3o esqueci"_s
        << u"pt"_s;
    QTest::newRow("Dutch") << u"Mijn baas volgde mij naar het magazijn en niemand wilde mij daarna geloven"_s
                           << u"nl"_s;
    QTest::newRow("Swedish")
        << u"Jag minns fortfarande den kv\u00e4llen n\u00e4r min chef f\u00f6ljde efter mig, och att "
           "ingen ville lyssna p\u00e5 vad jag hade att s\u00e4ga"_s
        << u"sv"_s;
    QTest::newRow("Russian") << u"\u041c\u043e\u0439 \u043d\u0430\u0447\u0430\u043b\u044c\u043d\u0438\u043a "
                                "\u043f\u043e\u0448\u0451\u043b \u0437\u0430 \u043c\u043d\u043e\u0439, \u0438 "
                                "\u043d\u0438\u043a\u0442\u043e \u043c\u043d\u0435 \u043d\u0435 "
                                "\u043f\u043e\u0432\u0435\u0440\u0438\u043b"_s
                             << u"ru"_s;
    QTest::newRow("Japanese")
        << u"\u4e0a\u53f8\u304c\u79c1\u306e\u3042\u3068\u3092\u3064\u3044\u3066\u304d\u3066\u3001"
           "\u8ab0\u3082\u4fe1\u3058\u3066\u304f\u308c\u307e\u305b\u3093\u3067\u3057\u305f"_s
        << u"ja"_s;
    QTest::newRow("Korean") << u"\uc0c1\uc0ac\uac00 \ub098\ub97c \ub530\ub77c\uc654\uace0 \uc544\ubb34\ub3c4 "
                               "\ub0b4 \ub9d0\uc744 \ubbff\uc9c0 \uc54a\uc558\ub2e4"_s
                            << u"ko"_s;
    QTest::newRow("Arabic") << u"\u062a\u0628\u0639\u0646\u064a \u0645\u062f\u064a\u0631\u064a \u0625\u0644\u0649 "
                               "\u0627\u0644\u0645\u062e\u0632\u0646 \u0648\u0644\u0645 "
                               "\u064a\u0635\u062f\u0642\u0646\u064a \u0623\u062d\u062f"_s
                            << u"ar"_s;
    QTest::newRow("Hebrew") << u"\u05d4\u05de\u05e0\u05d4\u05dc \u05e9\u05dc\u05d9 \u05d4\u05dc\u05da "
                               "\u05d0\u05d7\u05e8\u05d9 \u05d5\u05d0\u05e3 \u05d0\u05d7\u05d3 \u05dc\u05d0 "
                               "\u05d4\u05d0\u05de\u05d9\u05df \u05dc\u05d9"_s
                            << u"he"_s;
    QTest::newRow("Hindi")
        << u"\u092e\u0947\u0930\u0947 \u092e\u093e\u0932\u093f\u0915 \u0928\u0947 "
           "\u092e\u0947\u0930\u093e \u092a\u0940\u091b\u093e \u0915\u093f\u092f\u093e \u0914\u0930 "
           "\u0915\u093f\u0938\u0940 \u0928\u0947 \u0935\u093f\u0936\u094d\u0935\u093e\u0938 "
           "\u0928\u0939\u0940\u0902 \u0915\u093f\u092f\u093e"_s
        << u"hi"_s;
}

void tst_language::knowsLanguages()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    QCOMPARE(languageOf(text), code);
    QCOMPARE(languageOf(u"#MeToo @anna_example "_s + text + u" https://t.co/AbCdEf"_s), code);
}

void tst_language::isSilentWithoutWords_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {QString(), u" \n\t"_s, u"#MeToo"_s, u"#MeToo #TimesUp #BalanceTonPorc #YoTambien"_s,
          u"@anna_example @berta_example"_s, u"https://example.org/a/long/story/in/english"_s, u"Me too."_s,
          u"\U0001F622\U0001F622\U0001F622"_s, u"2017 10 15"_s, u"xkqzv wqrtp zzxkv"_s})
        QTest::addRow("%s", qPrintable(text)) << text;
}

void tst_language::isSilentWithoutWords()
{
    QFETCH(QString, text);
    QCOMPARE(languageOf(text), QString());
}

void tst_language::readsCodes_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("code");
    const auto row = [](const QString &given, const QString &code) {
        QTest::addRow("%s", qPrintable(given)) << given << code;
    };
    row(u"en"_s, u"en"_s);
    row(u"EN"_s, u"en"_s);
    row(u"en-US"_s, u"en"_s);
    row(u"pt_BR"_s, u"pt"_s);
    row(u"zh-Hant-TW"_s, u"zh"_s);
    row(u"in"_s, u"id"_s);
    row(u"IN"_s, u"id"_s);
    row(u"iw"_s, u"he"_s);
    row(u"iw-IL"_s, u"he"_s);
    row(u"ji"_s, u"yi"_s);
    row(u"jw"_s, u"jv"_s);
    row(u"mo"_s, u"ro"_s);
    row(u"eng"_s, u"en"_s);
    row(u"spa"_s, u"es"_s);
    row(u"ckb"_s, u"ckb"_s);
    for (const QString &nothing :
         {QString(), u"und"_s, u"zxx"_s, u"mul"_s, u"mis"_s, u"art"_s, u"un"_s,      u"qme"_s, u"qht"_s, u"qst"_s,
          u"qam"_s,  u"qct"_s, u"qaa"_s, u"UND"_s, u"x"_s,   u"-"_s,   u"english"_s, u"12"_s,  u"e1"_s,  u"e n"_s})
        row(nothing, QString());
}

void tst_language::readsCodes()
{
    QFETCH(QString, given);
    QFETCH(QString, code);
    QCOMPARE(languageCode(given), code);
}

void tst_language::namesLanguages()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(languageName(u"es"_s), u"Spanish"_s);
    QCOMPARE(languageName(u"he"_s), u"Hebrew"_s);
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(languageName(u"es"_s), u"Spanisch"_s);
    QCOMPARE(languageName(u"qzq"_s), u"qzq"_s);
}

void tst_language::standsHostileTexts_data()
{
    QTest::addColumn<QString>("text");
    constexpr qsizetype many = 1'000'000;
    QTest::newRow("one letter") << QString(many, u'a');
    QTest::newRow("unpaired surrogates") << QString(many, QChar(0xd800));
    QTest::newRow("nulls") << QString(many, QChar(0));
    QTest::newRow("marks") << u"a"_s + QString(many, QChar(0x301));
    QTest::newRow("tags") << u"#a "_s.repeated(many / 3);
}

void tst_language::standsHostileTexts()
{
    QFETCH(QString, text);
    QVERIFY(languageOf(text).size() <= 3);
}

QTEST_APPLESS_MAIN(tst_language)
#include "tst_language.moc"
