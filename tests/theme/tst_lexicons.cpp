#include "theme/Lexicons.h"
#include "theme/RuleCoder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

Codebook withAll()
{
    Codebook codebook = shippedCodebook();
    codebook.lexicons = {u"de"_s, u"es"_s, u"fr"_s};
    return codebook;
}

QStringList themesOf(const RuleCoder &coder, const QString &text, const QString &language)
{
    const RuleCoding coding = coder.code(tokenise(text), language);
    QStringList themes;
    for (const Theme &theme : shippedCodebook().themes) {
        if (coding.themes.contains(theme.number))
            themes.append(theme.id);
    }
    return themes;
}

} // namespace

/// The shipped lexicons. The sentences are invented, and show that a rule is there and reads its language; how well
/// it finds a theme in real stories nobody has measured.
class TestLexicons : public QObject
{
    Q_OBJECT

private slots:
    void haveARuleForEveryTheme_data();
    void haveARuleForEveryTheme();
    void findThemesInTheirLanguageAlone_data();
    void findThemesInTheirLanguageAlone();
    void areOffUntilSwitchedOn();
    void changeNothingElse();
    void areKeptWithTheCodebook();
    void aDamagedOneIsASentence_data();
    void aDamagedOneIsASentence();
};

void TestLexicons::haveARuleForEveryTheme_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"de", "es", "fr"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

void TestLexicons::haveARuleForEveryTheme()
{
    QFETCH(const QString, language);
    const auto lexicon = std::ranges::find(shippedLexicons(), language, &Lexicon::language);
    QVERIFY(lexicon != shippedLexicons().cend());
    for (const Theme &theme : shippedCodebook().themes)
        QVERIFY2(!lexicon->rules.value(theme.id).isEmpty(), qPrintable(theme.id));
    QCOMPARE(lexicon->rules.size(), shippedCodebook().themes.size());
}

void TestLexicons::findThemesInTheirLanguageAlone_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QString>("text");
    const auto row = [](const QString &language, const QString &theme, const QString &text) {
        QTest::newRow(qPrintable(language + u' ' + theme)) << language << theme << text;
    };
    row(u"de"_s, u"workplace"_s, u"Ein KOLLEGE im Büro (erfunden)"_s);
    row(u"de"_s, u"commenting"_s, u"Immer diese anzüglichen Bemerkungen (erfunden)"_s);
    row(u"de"_s, u"groping"_s, u"Er begrapschte mich (erfunden)"_s);
    row(u"de"_s, u"street_transit"_s, u"Nachts auf der Straße (erfunden)"_s);
    row(u"de"_s, u"childhood"_s, u"Ich war 12 (erfunden)"_s);
    row(u"de"_s, u"silence"_s, u"Ich habe es niemandem erzählt (erfunden)"_s);
    row(u"de"_s, u"disbelief"_s, u"Du bist SELBST SCHULD (erfunden)"_s);
    row(u"es"_s, u"education"_s, u"Un profesor de la universidad (inventado)"_s);
    row(u"es"_s, u"disbelief"_s, u"Nadie me creyó (inventado)"_s);
    row(u"es"_s, u"intrusion"_s, u"Me siguio hasta mi casa (inventado)"_s); // as people type without accents
    row(u"es"_s, u"coercion"_s, u"Eso fue un abuso de poder (inventado)"_s);
    row(u"es"_s, u"childhood"_s, u"Tenía 9 (inventado)"_s);
    row(u"es"_s, u"effects"_s, u"Todavía tengo pesadillas (inventado)"_s);
    row(u"fr"_s, u"workplace"_s, u"Un collègue de bureau (inventé ici)"_s);
    row(u"fr"_s, u"silence"_s, u"J'avais peur (exemple)"_s);
    row(u"fr"_s, u"education"_s, u"C'était à l’école (exemple)"_s);
    row(u"fr"_s, u"dismissal"_s, u"C'était pour rire (exemple)"_s);
    row(u"fr"_s, u"street_transit"_s, u"Dans le métro (exemple)"_s);
    row(u"fr"_s, u"public_figures"_s, u"Le procès d’un député (exemple)"_s);
}

void TestLexicons::findThemesInTheirLanguageAlone()
{
    QFETCH(const QString, language);
    QFETCH(const QString, theme);
    QFETCH(const QString, text);
    const RuleCoder coder(withAll());
    QVERIFY2(themesOf(coder, text, language).contains(theme),
             qPrintable(themesOf(coder, text, language).join(u' ')));
    QVERIFY(themesOf(coder, text, language + u"-ZZ"_s).contains(theme));
    QVERIFY(themesOf(coder, text, u"it"_s).isEmpty());
    const QString other = language == "de"_L1 ? u"fr"_s : u"de"_s;
    QVERIFY(!themesOf(coder, text, other).contains(theme));
    const int number = shippedCodebook().theme(theme)->number;
    QVERIFY(!coder.explain(number, tokenise(text), language).isEmpty());
    QVERIFY(coder.explain(number, tokenise(text), u"it"_s).isEmpty());
}

void TestLexicons::areOffUntilSwitchedOn()
{
    QVERIFY(shippedCodebook().lexicons.isEmpty());
    const QString text = u"Nadie me creyó (inventado)"_s;
    const RuleCoder without(shippedCodebook());
    QVERIFY(themesOf(without, text, u"es"_s).isEmpty());
    QVERIFY(!without.reads(u"es"_s));
    Codebook german = shippedCodebook();
    german.lexicons = {u"de"_s};
    const RuleCoder coder(german);
    QVERIFY(coder.reads(u"de"_s));
    QVERIFY(!coder.reads(u"es"_s));
    QVERIFY(themesOf(coder, text, u"es"_s).isEmpty());
}

/// English and unknown languages are coded as before, and voices in no other language.
void TestLexicons::changeNothingElse()
{
    const RuleCoder before(shippedCodebook());
    const RuleCoder after(withAll());
    for (const QString &text : {u"My boss at work groped me (invented)"_s, u"Nadie me creyó (inventado)"_s,
                                u"Selbst schuld (erfunden)"_s, u"#MeToo"_s}) {
        for (const QString &language : {u"en"_s, u"en-GB"_s, QString()})
            QCOMPARE(after.code(tokenise(text), language), before.code(tokenise(text), language));
        for (const QString &language : {u"de"_s, u"es"_s, u"fr"_s, u"it"_s})
            QCOMPARE(after.code(tokenise(text), language).voice, before.code(tokenise(text), language).voice);
    }
}

void TestLexicons::areKeptWithTheCodebook()
{
    const auto read = codebookFromJson(codebookToJson(withAll()));
    QVERIFY(read.has_value());
    QCOMPARE(*read, withAll());
}

void TestLexicons::aDamagedOneIsASentence_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << QByteArray("{\"format\"") << u"not a lexicon"_s;
    QTest::newRow("another format") << QByteArray(R"({"format": "story-codebook", "format_version": 1})")
                                    << u"not a lexicon"_s;
    QTest::newRow("a term that can't be read")
        << QByteArray(R"({"format": "story-lexicon", "format_version": 1, "language": "de",)"
                      R"( "themes": {"workplace": {"terms": ["büro", "(am"]}}})")
        << u"workplace"_s;
}

void TestLexicons::aDamagedOneIsASentence()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, says);
    const auto read = lexiconFromJson(json);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
}

QTEST_APPLESS_MAIN(TestLexicons)
#include "tst_lexicons.moc"
