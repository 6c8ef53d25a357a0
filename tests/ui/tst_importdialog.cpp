#include "dialogs/ImportDialog.h"
#include "dialogs/PlainTable.h"
#include "source/MappingMemory.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// The import dialog before anything is imported: how a file is written can be said, and is looked at anew. All
/// texts are invented.
class tst_importdialog final : public QObject
{
    Q_OBJECT

private slots:
    void namesFieldsAsTheWindowDoes();
    void theFileIsShownUntilItsTextIsNamed();
    void whatLooksLikeALogIsShownWithTheDoubt();
    void otherSignsMakeOtherColumns();
    void whatWasSaidIsRememberedByTheColumns();
    void theZoneOfAKnownFormCanBeSaid();
    void jsonHasNoSigns();
    void theWheelChoosesNothing();
    void labelsAreGuessedAndCorrectedByHand();
    void labelsAreRememberedByTheColumns();
    void aThemeThatTheCodebookLacksIsNone();
    void whatWasSaidIsAskedAboutBeforeItGoes();

private:
    QString written(const QString &name, const QByteArray &bytes);
    static void choose(const ImportDialog &dialog, const QString &name, const QString &text);

    QTemporaryDir m_folder;
};

namespace {

QString nothing(const QString & /*key*/)
{
    return {};
}

QString textOfFirstStory(const ImportDialog &dialog)
{
    const auto *stories = qobject_cast<PlainTable *>(dialog.findChild<QTabWidget *>()->widget(0));
    return stories->model()->rowCount() == 0 ? QString() : stories->model()->index(0, 2).data().toString();
}

QString codingsOfFirstStory(const ImportDialog &dialog)
{
    const auto *stories = qobject_cast<PlainTable *>(dialog.findChild<QTabWidget *>()->widget(0));
    return stories->model()->columnCount() < 4 ? QString() : stories->model()->index(0, 2).data().toString();
}

QString labelsOf(const ImportDialog &dialog)
{
    QStringList labels;
    const ColumnMapping mapping = dialog.options().mapping.value_or(ColumnMapping());
    for (const LabelColumn &label : mapping.labels)
        labels << label.theme + u'=' + label.column;
    return labels.join(u' ');
}

QString themeName(const char *key)
{
    return shippedCodebook().theme(QString::fromLatin1(key))->name;
}

} // namespace

QString tst_importdialog::written(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void tst_importdialog::choose(const ImportDialog &dialog, const QString &name, const QString &text)
{
    auto *box = dialog.findChild<QComboBox *>(name);
    QVERIFY(box);
    QVERIFY(box->isVisible());
    const int row = box->findText(text);
    QVERIFY(row >= 0);
    box->setFocus();
    box->setCurrentIndex(row);
    emit box->activated(row);
}

void tst_importdialog::whatWasSaidIsAskedAboutBeforeItGoes()
{
    const QString file = written(u"said.csv"_s, "text;created_at\nInvented;2017-10-15\n");
    const auto opened = [&] {
        auto *dialog = new ImportDialog(file, nothing, shippedCodebook());
        dialog->open();
        return QPointer(QTest::qWaitFor([&] { return dialog->isReady(); }) ? dialog : nullptr);
    };
    const auto isAsked = [](ImportDialog *dialog) {
        QTest::keyClick(dialog, Qt::Key_Escape);
        auto *question = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        const bool asked = question && question->objectName() == "question"_L1;
        if (asked)
            question->reject();
        return asked;
    };
    QPointer<ImportDialog> dialog = opened();
    QVERIFY(dialog);
    choose(*dialog, u"filePlatform"_s, u"Mastodon"_s);
    QVERIFY(isAsked(dialog));
    choose(*dialog, u"filePlatform"_s, u"Other"_s);
    choose(*dialog, u"fileZone"_s, u"Europe/Berlin"_s);
    QVERIFY(isAsked(dialog));
    choose(*dialog, u"fileZone"_s, u"Unknown, read as UTC"_s);
    choose(*dialog, u"fileDelimiter"_s, u"Semicolon"_s);
    QTRY_VERIFY(dialog->isReady());
    QVERIFY(isAsked(dialog));
    choose(*dialog, u"fileDelimiter"_s, u"As found"_s);
    QTRY_VERIFY(dialog->isReady());
    QVERIFY(!isAsked(dialog)); // as it was
    QVERIFY(!dialog || !dialog->isVisible());
}

void tst_importdialog::namesFieldsAsTheWindowDoes()
{
    ImportDialog dialog(written(u"fields.csv"_s, "text,created_at\nInvented,2017-10-15\n"), nothing,
                        shippedCodebook());
    dialog.open();
    QTRY_VERIFY(dialog.isReady());
    const auto labels = dialog.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->text().contains(u"Columns were understood as: Text = text, Time = created_at."_s);
    }));
}

void tst_importdialog::theFileIsShownUntilItsTextIsNamed()
{
    ImportDialog dialog(written(u"unnamed.csv"_s, "k1,k2\nInvented words,2017-10-15\n"), nothing,
                        shippedCodebook());
    dialog.open();
    const auto *tabs = dialog.findChild<QTabWidget *>();
    QTRY_COMPARE(tabs->count(), 2);
    QCOMPARE(tabs->currentIndex(), 1);
    QVERIFY(!dialog.isReady());
    choose(dialog, u"field-text"_s, u"k1"_s);
    QTRY_VERIFY(dialog.isReady());
    QCOMPARE(tabs->currentIndex(), 0);
    QCOMPARE(textOfFirstStory(dialog), u"Invented words"_s);
}

void tst_importdialog::whatLooksLikeALogIsShownWithTheDoubt()
{
    ImportDialog dialog(written(u"log.csv"_s,
                                "timestamp,level,message\n2026-01-01 00:00:00,INFO,started\n"
                                "2026-01-01 00:00:01,DEBUG,waiting\n"
                                "2026-01-01 00:00:02,ERROR,fell over\n"),
                        nothing, shippedCodebook());
    dialog.open();
    QTRY_VERIFY(dialog.isReady());
    const auto labels = dialog.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"log.csv looks like a log"_s);
    }));
}

void tst_importdialog::otherSignsMakeOtherColumns()
{
    ImportDialog dialog(written(u"rows.csv"_s,
                                "when#text\n2017-10-15#f\x9F"
                                "r dich\n"),
                        nothing, shippedCodebook());
    dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QTRY_VERIFY(dialog.findChild<QComboBox *>(u"fileDelimiter"_s)->isVisible());
    QVERIFY(!dialog.isReady());
    choose(dialog, u"fileDelimiter"_s, u"#"_s);
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(textOfFirstStory(dialog).endsWith(" dich"_L1));
    choose(dialog, u"fileEncoding"_s, u"macintosh"_s);
    QTRY_COMPARE(textOfFirstStory(dialog), u"für dich"_s);
    QTRY_VERIFY(dialog.isReady());
    const ReaderOptions options = dialog.options();
    QCOMPARE(options.form.delimiter.value_or(0), '#');
    QCOMPARE(options.form.encoding, "macintosh"_ba);
    QCOMPARE(options.mapping.value_or(ColumnMapping()).columns.value(StoryField::Text), u"text"_s);
    QVERIFY(!dialog.memoryKey().isEmpty());
}

void tst_importdialog::whatWasSaidIsRememberedByTheColumns()
{
    QHash<QString, QString> memory;
    const auto recall = [&](const QString &key) { return memory.value(key); };
    {
        ImportDialog dialog(written(u"first.csv"_s,
                                    "when#text\n2017-10-15#f\x9F"
                                    "r dich\n"),
                            recall, shippedCodebook());
        dialog.open();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QTRY_VERIFY(dialog.findChild<QComboBox *>(u"fileDelimiter"_s)->isVisible());
        QCOMPARE(dialog.formKey(), QString());
        choose(dialog, u"fileDelimiter"_s, u"#"_s);
        choose(dialog, u"fileEncoding"_s, u"macintosh"_s);
        QTRY_VERIFY(dialog.isReady());
        QVERIFY(!dialog.formKey().isEmpty());
        memory.insert(dialog.formKey(), tableFormToText(dialog.options().form));
    }
    ImportDialog dialog(written(u"second.csv"_s,
                                "when#text\n2017-10-16#\x9F"
                                "ber mich\n"),
                        recall, shippedCodebook());
    dialog.open();
    QTRY_COMPARE(textOfFirstStory(dialog), u"über mich"_s);
    QTRY_VERIFY(dialog.isReady());
    QCOMPARE(dialog.findChild<QComboBox *>(u"fileDelimiter"_s)->currentText(), u"#"_s);
    QCOMPARE(dialog.findChild<QComboBox *>(u"fileEncoding"_s)->currentText(), u"macintosh"_s);
    QCOMPARE(dialog.formKey(), QString()); // nothing new to remember
    ImportDialog other(written(u"other.csv"_s, "when,words,text\n2017-10-16,1,plain\n"), recall, shippedCodebook());
    other.open();
    QTRY_VERIFY(other.isReady());
    QCOMPARE(other.options().form, TableForm());
}

void tst_importdialog::theZoneOfAKnownFormCanBeSaid()
{
    ImportDialog dialog(written(u"crowdtangle.csv"_s,
                                "Account,User Name,Post Created,Total Interactions,URL,Description\n"
                                "Anna,anna,2021-07-05 18:02:45 CST,3,https://www.instagram.com/p/AbC/,one\n"),
                        nothing, shippedCodebook());
    dialog.open();
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(!dialog.options().mapping);
    choose(dialog, u"fileZone"_s, u"Asia/Shanghai"_s);
    const auto *stories = qobject_cast<PlainTable *>(dialog.findChild<QTabWidget *>()->widget(0));
    QTRY_VERIFY(stories->model()->index(0, 0).data().toString().contains(u"10:02"_s));
    QCOMPARE(dialog.options().mapping.value_or(ColumnMapping()).timeZone, u"Asia/Shanghai"_s);
    QVERIFY(dialog.memoryKey().isEmpty());
}

void tst_importdialog::jsonHasNoSigns()
{
    ImportDialog dialog(written(u"lines.jsonl"_s, R"({"text":"invented","date":"2017-10-15"})"), nothing,
                        shippedCodebook());
    dialog.open();
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(!dialog.findChild<QComboBox *>(u"fileDelimiter"_s)->isVisible());
}

void tst_importdialog::theWheelChoosesNothing()
{
    ImportDialog dialog(written(u"wheel.csv"_s, "when,text,workplace\n2017-10-15,invented,1\n"), nothing,
                        shippedCodebook());
    dialog.open();
    QTRY_COMPARE(labelsOf(dialog), u"workplace=workplace"_s);
    QTRY_VERIFY(dialog.isReady());
    const ColumnMapping before = dialog.options().mapping.value_or(ColumnMapping());
    for (const auto &name : {u"field-text"_s, u"filePlatform"_s, u"dayOrder"_s, u"label-workplace"_s}) {
        auto *box = dialog.findChild<QComboBox *>(name);
        const QPointF middle = QRectF(box->rect()).center();
        QWheelEvent turn(middle, box->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                         Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(box, &turn);
    }
    QCOMPARE(dialog.options().mapping.value_or(ColumnMapping()), before);
}

void tst_importdialog::labelsAreGuessedAndCorrectedByHand()
{
    ImportDialog dialog(
        written(u"coded.csv"_s,
                "when,text,workplace,violence,all\n"
                "2017-10-15,invented,1,0,workplace; childhood; joy\n2017-10-16,more,0,1,education\n"),
        nothing, shippedCodebook());
    dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QTRY_VERIFY(codingsOfFirstStory(dialog).contains("joy (not in the codebook)"_L1));
    QVERIFY(codingsOfFirstStory(dialog).startsWith("Workplace"_L1));
    QCOMPARE(labelsOf(dialog), u"workplace=workplace =all"_s);
    choose(dialog, u"label-violence"_s, themeName("assault"));
    QTRY_VERIFY(codingsOfFirstStory(dialog).contains("not: "_L1));
    choose(dialog, u"label-all"_s, u"No coding"_s);
    QTRY_VERIFY(!codingsOfFirstStory(dialog).contains("joy"_L1));
    QCOMPARE(labelsOf(dialog), u"workplace=workplace assault=violence"_s);
    choose(dialog, u"field-"_s + storyFieldKey(StoryField::MediaDescriptions), u"workplace"_s);
    QTRY_COMPARE(labelsOf(dialog), u"assault=violence"_s);
}

void tst_importdialog::labelsAreRememberedByTheColumns()
{
    const QByteArray rows = "when,text,workplace,violence\n2017-10-15,invented,1,0\n";
    ColumnMapping mapping;
    mapping.columns = {{StoryField::Text, u"text"_s}, {StoryField::PostedAt, u"when"_s}};
    mapping.labels = {{u"Rape & sexual assault"_s, u"violence"_s}};
    const QString key = mappingKey({u"when"_s, u"text"_s, u"workplace"_s, u"violence"_s});
    const auto recall = [&](const QString &asked) { return asked == key ? mappingToText(mapping) : QString(); };
    ImportDialog dialog(written(u"again.csv"_s, rows), recall, shippedCodebook());
    dialog.open();
    QTRY_VERIFY(codingsOfFirstStory(dialog).startsWith("not: "_L1));
    QCOMPARE(labelsOf(dialog), u"assault=violence"_s);
    QCOMPARE(dialog.memoryKey(), key);
}

void tst_importdialog::aThemeThatTheCodebookLacksIsNone()
{
    ColumnMapping mapping;
    mapping.columns = {{StoryField::Text, u"text"_s}};
    mapping.labels = {{u"gone"_s, u"violence"_s}};
    const auto recall = [&](const QString &) { return mappingToText(mapping); };
    ImportDialog dialog(written(u"gone.csv"_s, "text,violence\ninvented,1\n"), recall, shippedCodebook());
    dialog.open();
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(dialog.findChild<QComboBox *>(u"label-violence"_s));
    QCOMPARE(labelsOf(dialog), QString());
}

QTEST_MAIN(tst_importdialog)
#include "tst_importdialog.moc"
