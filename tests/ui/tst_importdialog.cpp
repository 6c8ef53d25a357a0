#include "dialogs/ImportDialog.h"
#include "dialogs/PlainTable.h"
#include "source/MappingMemory.h"

#include <QComboBox>
#include <QFile>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// The import dialog before anything is imported: how a file is written can be said, and is looked at anew. All
/// texts are invented.
class tst_importdialog final : public QObject
{
    Q_OBJECT

private slots:
    void otherSignsMakeOtherColumns();
    void whatWasSaidIsRememberedByTheColumns();
    void theZoneOfAKnownFormCanBeSaid();
    void jsonHasNoSigns();

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
    QVERIFY(row > 0);
    box->setFocus();
    box->setCurrentIndex(row);
    emit box->activated(row);
}

void tst_importdialog::otherSignsMakeOtherColumns()
{
    ImportDialog dialog(written(u"rows.csv"_s,
                                "when#text\n2017-10-15#f\x9F"
                                "r dich\n"),
                        nothing);
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
                            recall);
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
                        recall);
    dialog.open();
    QTRY_COMPARE(textOfFirstStory(dialog), u"über mich"_s);
    QTRY_VERIFY(dialog.isReady());
    QCOMPARE(dialog.findChild<QComboBox *>(u"fileDelimiter"_s)->currentText(), u"#"_s);
    QCOMPARE(dialog.findChild<QComboBox *>(u"fileEncoding"_s)->currentText(), u"macintosh"_s);
    QCOMPARE(dialog.formKey(), QString()); // nothing new to remember
    ImportDialog other(written(u"other.csv"_s, "when,words,text\n2017-10-16,1,plain\n"), recall);
    other.open();
    QTRY_VERIFY(other.isReady());
    QCOMPARE(other.options().form, TableForm());
}

void tst_importdialog::theZoneOfAKnownFormCanBeSaid()
{
    ImportDialog dialog(written(u"crowdtangle.csv"_s,
                                "Account,User Name,Post Created,Total Interactions,URL,Description\n"
                                "Anna,anna,2021-07-05 18:02:45 CST,3,https://www.instagram.com/p/AbC/,one\n"),
                        nothing);
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
    ImportDialog dialog(written(u"lines.jsonl"_s, R"({"text":"invented","date":"2017-10-15"})"), nothing);
    dialog.open();
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(!dialog.findChild<QComboBox *>(u"fileDelimiter"_s)->isVisible());
}

QTEST_MAIN(tst_importdialog)
#include "tst_importdialog.moc"
