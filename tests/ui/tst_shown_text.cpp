#include "reading/ShownText.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::StringLiterals;

namespace {

ShownText plain(const QString &text, const ShownLimits &limits = {})
{
    return ShownText(text, {text, {}}, limits);
}

ShownText hidden(const QString &text)
{
    return ShownText(text, Pseudonyms::numbered({}).conceal(text, Platform::Twitter), {});
}

} // namespace

class ShownTextTest : public QObject
{
    Q_OBJECT

private slots:
    void breaksEndlessWords();
    void thinsAccents();
    void thinsEmptyLines();
    void cutsLongTexts();
    void replacesWhatADocumentMistakes();
    void copiesWhatWasStored();
    void findsPlacesUnderHiddenHandles();
    void namesUnseenCharactersOnRequest();
    void namesWhatUnicodeCountsAmongVisibleOnes();
};

void ShownTextTest::breaksEndlessWords()
{
    const QString word(1'000'000, u'x');
    const ShownText shown = plain(word, {.units = 2'000'000, .lines = 10});
    qsizetype run = 0;
    qsizetype longest = 0;
    for (const QChar c : shown.text()) {
        run = c == QChar(0x200b) ? 0 : run + 1;
        longest = std::max(longest, run);
    }
    QCOMPARE(longest, ShownText::longestRun);
    QCOMPARE(shown.text().size(), 1'000'000 + 999);
    QCOMPARE(shown.copied(0, shown.text().size(), false), word);
    QCOMPARE(shown.copied(999, 1002, false), u"xx"_s);
}

void ShownTextTest::thinsAccents()
{
    const QString text = u'a' + QString(300'000, QChar(0x301)) + u"b"_s;
    const ShownText shown = plain(text, {.units = 1'000'000, .lines = 10});
    QCOMPARE(shown.text(), u'a' + QString(8, QChar(0x301)) + u"b"_s);
    QCOMPARE(shown.copied(0, shown.text().size(), false), text);
    QCOMPARE(shown.fromStored(300'001, 1), (ShownRange{9, 1}));
}

void ShownTextTest::thinsEmptyLines()
{
    const QString text = u"a"_s + QString(5000, u'\n') + u"b"_s;
    const ShownText shown = plain(text);
    QCOMPARE(shown.text(), u"a"_s + QString(8, u'\n') + u"b"_s);
    QCOMPARE(shown.copied(0, 10, false), text);
}

void ShownTextTest::cutsLongTexts()
{
    const QString text = u"word "_s.repeated(100'000);
    const ShownText shown = plain(text);
    QVERIFY(shown.isCut());
    QCOMPARE(shown.text().size(), 200 * 1024);
    QVERIFY(text.startsWith(shown.text()));
    QCOMPARE(shown.fromStored(400'000, 4).length, 0);
    QVERIFY(plain(u"a\n"_s.repeated(5000)).isCut());
    QVERIFY(!plain(u"short"_s).isCut());
}

void ShownTextTest::replacesWhatADocumentMistakes()
{
    const QString text = u"a\u2029b\r\nc\rd"_s + QChar(0xfdd0) + QChar(0xfffc) + QChar(0) + u'\t' + QChar(0x2028);
    const ShownText shown = plain(text);
    QCOMPARE(shown.text(), u"a\nb\nc\nd\ufffd\ufffd\u2400\t\u2028"_s);
    QCOMPARE(shown.copied(0, shown.text().size(), false), text);
}

void ShownTextTest::copiesWhatWasStored()
{
    const QString text = u"ask @someone\u00a0now"_s;
    const ShownText shown = hidden(text);
    QCOMPARE(shown.text(), u"ask person-1\u00a0now"_s);
    QCOMPARE(shown.copied(0, 16, false), u"ask person-1\u00a0now"_s);
    QCOMPARE(shown.copied(0, 16, true), text);
    QCOMPARE(shown.copied(6, 8, true), u"@someone"_s);
    QCOMPARE(shown.copied(12, 16, true), u"\u00a0now"_s);
}

void ShownTextTest::findsPlacesUnderHiddenHandles()
{
    const QString text = u"@a1 and @b2 said boss"_s;
    const ShownText shown = hidden(text);
    QCOMPARE(shown.text(), u"person-1 and person-2 said boss"_s);
    QCOMPARE(shown.fromStored(17, 4), (ShownRange{27, 4})); // boss
    QCOMPARE(shown.fromStored(9, 2), (ShownRange{13, 8}));  // b2, within its handle
    QCOMPARE(shown.fromStored(0, 11), (ShownRange{0, 21})); // both
    QVERIFY(shown.isConcealed(8, 1));
    QVERIFY(!shown.isConcealed(4, 3));
}

void ShownTextTest::namesUnseenCharactersOnRequest()
{
    // A direction sign, a zero-width joiner, a hard space, a bell, one beyond the first plane, variation selectors
    // of both planes; a tab and a line end stay.
    const QString text
        = u"a\u202eb\u200dc\u00a0d\u0007e"_s + QString::fromUcs4(U"\U000E0041\uFE0F\U000E0100", 3) + u"\tf\ng"_s;
    const ShownText shown = plain(text, {.signsNamed = true});
    QCOMPARE(shown.text(), u"a⟨U+202E⟩b⟨U+200D⟩c⟨U+00A0⟩d⟨U+0007⟩e⟨U+E0041⟩⟨U+FE0F⟩⟨U+E0100⟩\tf\ng"_s);
    QCOMPARE(shown.copied(0, shown.text().size(), false), text);
    QCOMPARE(shown.fromStored(2, 1), (ShownRange{9, 1})); // b
    QVERIFY(!plain(text).text().contains(u'⟨'));
}

void ShownTextTest::namesWhatUnicodeCountsAmongVisibleOnes()
{
    // A grapheme joiner, fillers, inherent vowels, Mongolian selectors, spaces that don't break, a blank of
    // Braille.
    const QString text = u"\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2007\u202f\u2800\u3164\uffa0"_s;
    QString named;
    for (const QChar c : text)
        named += u"⟨U+%1⟩"_s.arg(int(c.unicode()), 4, 16, QChar(u'0'));
    QCOMPARE(plain(text, {.signsNamed = true}).text().toLower(), named.toLower());
}

QTEST_APPLESS_MAIN(ShownTextTest)
#include "tst_shown_text.moc"
