#include "model/ThemeTreeModel.h"
#include "support/TestData.h"
#include "text/ShippedWords.h"
#include "text/Translations.h"
#include "theme/Codebook.h"

#include <QAbstractItemModelTester>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

struct Text
{
    QString source;
    QStringList forms; ///< one, or a singular and a plural
    bool isCounted = false;
};

/// Our own files, as Qt's tools write them.
QVector<Text> textsOf(const QString &language)
{
    QFile file(test::sourceRoot() + u"/resources/translations/tidemark_"_s + language + u".ts"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QVector<Text> texts;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "message"_L1)
            texts.append({{}, {}, xml.attributes().value("numerus"_L1) == "yes"_L1});
        else if (xml.name() == "source"_L1)
            texts.last().source = xml.readElementText();
        else if (xml.name() == "numerusform"_L1 || (xml.name() == "translation"_L1 && !texts.last().isCounted))
            texts.last().forms.append(xml.readElementText());
    }
    return texts;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression placeholder(u"%L?[0-9]+"_s);
    QStringList found;
    for (auto matches = placeholder.globalMatch(text); matches.hasNext();)
        found.append(matches.next().captured());
    found.sort();
    return found;
}

} // namespace

class tst_translations final : public QObject
{
    Q_OBJECT

private slots:
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void placeholdersStay_data() { everyTextIsTranslated_data(); }
    void placeholdersStay();
    void theProgramSpeaksTheLanguage_data();
    void theProgramSpeaksTheLanguage();
    void theShippedCodebookSpeaksIt_data();
    void theShippedCodebookSpeaksIt();
    void theEditorShowsShippedNamesAndKeepsThem();
    void numbersChangeWords();
    void everyTextIsALiteral();
};

void tst_translations::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : programLanguages())
        QTest::newRow(qPrintable(language)) << language;
}

void tst_translations::everyTextIsTranslated()
{
    QFETCH(QString, language);
    const QVector<Text> texts = textsOf(language);
    QVERIFY(!texts.isEmpty());
    for (const Text &text : texts) {
        QCOMPARE(text.forms.size(), text.isCounted ? 2 : 1);
        for (const QString &form : text.forms)
            QVERIFY2(!form.trimmed().isEmpty(), qPrintable(text.source));
    }
}

void tst_translations::placeholdersStay()
{
    QFETCH(QString, language);
    for (const Text &text : textsOf(language)) {
        for (const QString &form : text.forms)
            QVERIFY2(placeholders(form) == placeholders(text.source), qPrintable(form));
    }
}

void tst_translations::theProgramSpeaksTheLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("fileMenu");
    QTest::newRow("German") << u"de"_s << u"Datei"_s;
    QTest::newRow("Spanish") << u"es"_s << u"Archivo"_s;
    QTest::newRow("French") << u"fr"_s << u"Fichier"_s;
}

void tst_translations::theProgramSpeaksTheLanguage()
{
    QFETCH(QString, language);
    QFETCH(QString, fileMenu);
    speak(language);
    QCOMPARE(QCoreApplication::translate("MainMenu", "&File").remove(u'&'), fileMenu);
    QCOMPARE(QLocale().language(), QLocale(language).language());
}

void tst_translations::theShippedCodebookSpeaksIt_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : programLanguages().mid(1))
        QTest::newRow(qPrintable(language)) << language;
}

void tst_translations::theShippedCodebookSpeaksIt()
{
    QFETCH(const QString, language);
    speak(language);
    QStringList words;
    for (const Theme &theme : shippedCodebook().themes)
        words += {theme.name, theme.definition};
    for (const ThemeGroup &group : shippedCodebook().groups)
        words.append(group.name);
    words.append(shippedCodebook().title);
    for (const QString &text : std::as_const(words))
        QVERIFY2(inReadersLanguage(text) != text, qPrintable(text));
    QCOMPARE(inReadersLanguage(u"A name that somebody wrote"_s), u"A name that somebody wrote"_s);
}

void tst_translations::theEditorShowsShippedNamesAndKeepsThem()
{
    speak(u"de"_s);
    ThemeTreeModel themes;
    const QAbstractItemModelTester tester(&themes);
    themes.setCodebook(shippedCodebook(), {});
    const QModelIndex group = themes.index(0, 0);
    const QString stored = shippedCodebook().groups.constFirst().name;
    QVERIFY(group.data().toString() != stored);
    QCOMPARE(group.data(Qt::EditRole).toString(), stored);
    const QString name = shippedCodebook().theme(u"workplace"_s)->name;
    QVERIFY(themes.indexOf(u"workplace"_s).data().toString().startsWith(inReadersLanguage(name)));
    QVERIFY(inReadersLanguage(name) != name);
}

void tst_translations::numbersChangeWords()
{
    speak(u"en"_s);
    QCOMPARE(QCoreApplication::translate("Fetch", "%n seconds", nullptr, 1), u"1 second"_s);
    QCOMPARE(QCoreApplication::translate("Fetch", "%n seconds", nullptr, 2), u"2 seconds"_s);
}

/// Qt's tools find no other; those here are named by QT_TRANSLATE_NOOP in the same context.
void tst_translations::everyTextIsALiteral()
{
    static const QRegularExpression variable(uR"(\btr\(\s*[A-Za-z_][^)]*\))"_s);
    static const QStringList named{u"tr(meanings.value(key, \"\")"_s, u"tr(magic.what)"_s};
    for (const QString &target : {u"/app"_s, u"/ui"_s}) {
        QDirIterator files(test::sourceRoot() + target, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString source = QString::fromUtf8(file.readAll());
            for (auto found = variable.globalMatch(source); found.hasNext();) {
                const QString text = found.next().captured();
                QVERIFY2(named.contains(text), qPrintable(file.fileName() + u": "_s + text));
            }
        }
    }
}

QTEST_GUILESS_MAIN(tst_translations)
#include "tst_translations.moc"
