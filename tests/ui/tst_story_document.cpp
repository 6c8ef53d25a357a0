#include "reading/StoryDocument.h"
#include "support/TestData.h"
#include "theme/RuleCoder.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextLayout>

using namespace tidemark;
using namespace Qt::StringLiterals;

namespace {

StorySettings settings()
{
    StorySettings settings;
    settings.facts.codebook = shippedCodebook();
    settings.font = QGuiApplication::font();
    settings.font.setPointSizeF(12.5);
    settings.colours = colours(Scheme::Light);
    return settings;
}

StoryPage page(const QString &text)
{
    StoryPage story;
    story.row.id = StoryId{7};
    story.row.platform = Platform::Mastodon;
    story.text = text;
    return story;
}

QString lastPart(const StoryDocument &document)
{
    return document.copied(document.textStart(), document.textEnd(), true);
}

/// The marked stretches of the story's own text.
QStringList marked(const StoryDocument &document, const QColor &ground)
{
    QStringList found;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextCharFormat format = part.fragment().charFormat();
            if (format.hasProperty(QTextFormat::BackgroundBrush) && format.background().color() == ground) {
                if (format.underlineStyle() != QTextCharFormat::NoUnderline)
                    found.append(part.fragment().text());
            }
        }
    }
    return found;
}

} // namespace

class StoryDocumentTest : public QObject
{
    Q_OBJECT

private slots:
    void showsForeignTextAsText_data();
    void showsForeignTextAsText();
    void marksWordsUnderHiddenHandles();
    void explainsThemes();
    void saysThatCodingsAreHidden();
    void explainsWhatAModelSays();
    void explainsTheVoice();
    void showsReplies();
    void hidesAuthorsUntilAsked();
    void numbersPeopleOfAPageTogether();
    void offersOnlySafeLinks();
    void laysOutHostileShapes_data();
    void laysOutHostileShapes();
    void readsFromTheRight();
    void ownLinesBesideForeignTextRunAsTheWindow();
    void namesUnseenCharactersOfEveryText();
    void copiesStoredCharacters();
    void hidesPersonalColumns();
};

void StoryDocumentTest::namesUnseenCharactersOfEveryText()
{
    StoryPage story = page(u"invented"_s);
    story.mediaDescriptions = {u"a\u200bpicture"_s};
    story.earlierTexts.resize(1);
    story.earlierTexts[0].text = u"an\u2060earlier text"_s;
    story.contentWarning = u"a\u00adwarning"_s;
    StorySettings wish = settings();
    wish.authorsShown = true;
    StoryDocument document;
    document.show(story, wish, nullptr);
    QVERIFY(!document.toPlainText().contains(u'⟨'));
    wish.signsNamed = true;
    document.show(story, wish, nullptr);
    const QString shown = document.toPlainText();
    QVERIFY(shown.contains(u"a⟨U+200B⟩picture"_s));
    QVERIFY(shown.contains(u"an⟨U+2060⟩earlier text"_s));
    QVERIFY(shown.contains(u"a⟨U+00AD⟩warning"_s));
}

void StoryDocumentTest::showsForeignTextAsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("markup") << u"<b>bold</b><img src=\"/dev/zero\"> &amp; **stars**"_s;
    for (const char *name :
         {"hostile-html/dompurify-fixtures.jsonl", "hostile-html/owasp-xss-filter-evasion.jsonl",
          "hostile-html/qt-rich-text.jsonl", "naughty-strings/blns.jsonl", "naughty-strings/unicode-traps.jsonl"}) {
        QFile file(test::sharedFile(u"corpora/"_s + QString::fromLatin1(name)));
        if (!file.open(QIODevice::ReadOnly)) {
            QTest::addRow("missing: %s", name) << QString();
            continue;
        }
        while (!file.atEnd()) {
            const QJsonObject record = QJsonDocument::fromJson(file.readLine()).object();
            const QString text = record.contains("html"_L1)
                ? record.value("html"_L1).toString()
                : QString::fromUtf8(QByteArray::fromBase64(record.value("b64"_L1).toString().toLatin1()));
            QTest::newRow(qPrintable(record.value("id"_L1).toString())) << text;
        }
    }
}

void StoryDocumentTest::showsForeignTextAsText()
{
    QFETCH(QString, text);
    if (text.isNull())
        QSKIP("the shared files are not here");
    StoryPage story = page(text);
    story.contentWarning = text;
    story.mediaDescriptions = {text};
    story.note = text;
    LinkedRelation answered;
    answered.relation.text = text;
    story.relations = {answered};
    story.attributes = {{text, text, false}};
    story.provenances = {{1, text, 1, 0}};
    StoryDocument document;
    document.show(story, settings(), nullptr);
    QCOMPARE(lastPart(document), text);

    QVERIFY(document.rootFrame()->childFrames().isEmpty());
    const QVector<QTextFormat> formats = document.allFormats();
    for (const QTextFormat &format : formats) {
        QVERIFY(!format.isImageFormat() && !format.isTableFormat() && !format.isListFormat());
        QVERIFY(!format.hasProperty(QTextFormat::AnchorHref));
        QVERIFY(!format.hasProperty(QTextFormat::ImageName));
    }
}

void StoryDocumentTest::marksWordsUnderHiddenHandles()
{
    StorySettings wanted = settings();
    wanted.words = WordQuery::phrase(u"boss"_s);
    StoryDocument document;
    document.show(page(u"@someone.long told @another that the boss knew"_s), wanted, nullptr);
    QCOMPARE(marked(document, wanted.colours.match), QStringList{u"boss"_s});
    wanted.authorsShown = true;
    document.show(page(u"@someone.long told @another that the boss knew"_s), wanted, nullptr);
    QCOMPARE(marked(document, wanted.colours.match), QStringList{u"boss"_s});
}

/// "No theme" or "Unknown" would be said of a story of which a second coder may not know it.
void StoryDocumentTest::saysThatCodingsAreHidden()
{
    StorySettings hidden = settings();
    hidden.codingsHidden = true;
    StoryDocument document;
    document.show(page(u"An invented text."_s), hidden, nullptr);
    const QString said = document.toPlainText();
    QVERIFY(said.contains(u"Hidden in a blind round"_s));
    QVERIFY(!said.contains(u"No theme"_s) && !said.contains(u"Unknown"_s));
}

void StoryDocumentTest::explainsThemes()
{
    StorySettings wanted = settings();
    wanted.explained = true;
    Codebook codebook;
    codebook.language = u"en"_s;
    codebook.themes = {{0, u"work"_s, u"Work & pay"_s, {}, {}, u"boss OR office"_s}};
    wanted.facts.codebook = codebook;
    const RuleCoder coder(codebook);
    StoryPage story = page(u"My boss came to the office"_s);
    story.codings = {{0, CodedBy::Rule, true, {}}};
    StoryDocument document;
    document.show(story, wanted, &coder);
    QCOMPARE(marked(document, wanted.colours.explanation), (QStringList{u"boss"_s, u"office"_s}));
    QVERIFY(document.toPlainText().contains(u"Work & pay"_s));
}

void StoryDocumentTest::explainsTheVoice()
{
    StorySettings wanted = settings();
    const RuleCoder coder(wanted.facts.codebook);
    StoryPage story = page(u"To every woman who wrote today: we hear you, always"_s);
    story.row.voice = Voice::Support;
    StoryDocument document;
    document.show(story, wanted, &coder);
    QVERIFY(!document.toPlainText().contains(u"by rule"_s)); // nobody asked
    wanted.explained = true;
    document.show(story, wanted, &coder);
    QVERIFY2(document.toPlainText().contains(u"%1 (by rule): "_s.arg(voiceName(Voice::Support))),
             qPrintable(document.toPlainText()));
    QVERIFY(marked(document, wanted.colours.explanation).contains(u"we hear you"_s));

    story.voiceBy = CodedBy::Model;
    wanted.models.insert({Label::Kind::Voice, static_cast<int>(Voice::Support)},
                         {{0, 0, 0, 0, 0, 0, 0, 0, 0, 3}, {}, 0, 0.6}); // the last word alone: 95 of 100
    document.show(story, wanted, &coder);
    QVERIFY(document.toPlainText().contains(u"(by model): probability 95%, cut 60%"_s));
    QCOMPARE(marked(document, wanted.colours.explanation), QStringList{u"always"_s});

    story.voiceBy = CodedBy::Hand;
    story.voiceCoder = u"Ada"_s;
    story.voiceMadeAt = 1'508'025'600'000;
    document.show(story, wanted, &coder);
    QVERIFY(document.toPlainText().contains(u"(by hand: Ada, "_s));

    story = page(u"The paper prints a long piece on the hashtag and what it may change"_s);
    story.row.voice = Voice::Commentary;
    document.show(story, wanted, &coder);
    QVERIFY(document.toPlainText().contains(u"the rule of no other voice holds"_s));
}

void StoryDocumentTest::explainsWhatAModelSays()
{
    StorySettings wanted = settings();
    wanted.explained = true;
    Codebook codebook;
    codebook.language = u"en"_s;
    codebook.themes = {{0, u"work"_s, u"Work"_s, {}, {}, u"nothing"_s}};
    wanted.facts.codebook = codebook;
    const RuleCoder coder(codebook);
    StoryPage story = page(u"@teller The boss smiled, boss, at dinner"_s);
    story.codings = {{0, CodedBy::Model, true, {}}};
    StoryDocument document;
    document.show(story, wanted, &coder);
    QVERIFY(!document.toPlainText().contains(u"probability"_s)); // not known yet

    // teller the boss smiled boss at dinner; said twice, a word counts twice. In all 3 logits: 95 of 100.
    wanted.models.insert({Label::Kind::Theme, 0},
                         {{9, 0.01, 0.75, 0, 0.75, 0, -0.5}, {{{Label::Kind::Theme, 0}, 1}}, -8.01});
    document.show(story, wanted, &coder);
    const QString text = document.toPlainText();
    QVERIFY2(text.contains(u"probability 95%, cut 50%"_s), qPrintable(text));
    QVERIFY(text.contains(u"for it its rule"_s));
    QCOMPARE(marked(document, wanted.colours.explanation), (QStringList{u"boss"_s, u"boss"_s}));
    QVERIFY(text.section(u"against it"_s, 1).contains(u"dinner"_s));
    QVERIFY(!text.section(u"for it"_s, 1).contains(u"teller"_s)); // whoever it is

    story.codings.append({0, CodedBy::Hand, true, 1'508'025'600'000});
    document.show(story, wanted, &coder);
    QVERIFY(document.toPlainText().contains(u"by hand, 15 Oct 2017"_s));
    QVERIFY(!document.toPlainText().contains(u"probability"_s));
    story.codings.last().coder = u"Ada"_s;
    document.show(story, wanted, &coder);
    QVERIFY(document.toPlainText().contains(u"by hand: Ada, 15 Oct 2017"_s));
    story.codings.last().settled = true;
    document.show(story, wanted, &coder);
    QVERIFY(document.toPlainText().contains(u"agreed upon by the coders, 15 Oct 2017"_s));
}

void StoryDocumentTest::showsReplies()
{
    StorySettings wanted = settings();
    StoryRow said;
    said.id = StoryId{8};
    said.opening = u"An invented <b>reply"_s;
    StoryRow covered;
    covered.id = StoryId{9};
    wanted.replies = {said, covered};
    StoryDocument document;
    document.show(page(u"What they answer"_s), wanted, nullptr);
    QVERIFY(document.toPlainText().contains(u"An invented <b>reply"_s));
    QVERIFY(document.toPlainText().contains(u"covered"_s));
    int links = 0;
    for (int at = document.nextLink(0, false); at >= 0; at = document.nextLink(at, false)) {
        const auto *story = std::get_if<StoryId>(document.linkAt(at));
        links += story && (*story == StoryId{8} || *story == StoryId{9}) ? 1 : 0;
    }
    QCOMPARE(links, 2);
}

void StoryDocumentTest::hidesAuthorsUntilAsked()
{
    StoryPage story = page(u"thanks @helper_9"_s);
    story.author = {u"1"_s, u"teller_5"_s, u"Teller Name"_s, {}};
    story.permalink = u"https://social.example/@teller_5/1"_s;
    StoryDocument document;
    document.show(story, settings(), nullptr);
    for (const auto &name : {u"helper_9"_s, u"teller_5"_s, u"Teller Name"_s})
        QVERIFY(!document.toPlainText().contains(name));
    StorySettings wanted = settings();
    wanted.authorsShown = true;
    document.show(story, wanted, nullptr);
    for (const auto &name : {u"helper_9"_s, u"teller_5"_s, u"Teller Name"_s})
        QVERIFY(document.toPlainText().contains(name));
}

void StoryDocumentTest::numbersPeopleOfAPageTogether()
{
    StoryPage story = page(u"I told @first_one"_s);
    LinkedRelation answered;
    answered.relation.text = u"@second_one asked @first_one"_s;
    story.relations = {answered};
    StoryDocument document;
    document.show(story, settings(), nullptr);
    QVERIFY(document.toPlainText().contains(u"I told person-1"_s));
    QVERIFY(document.toPlainText().contains(u"person-2 asked person-1"_s));
}

void StoryDocumentTest::offersOnlySafeLinks()
{
    StoryDocument document;
    document.show(page(u"see https://user:secret@example.org/a and javascript:alert(1) file:///etc/passwd"_s),
                  settings(), nullptr);
    int links = 0;
    for (int place = document.nextLink(-1, false); place >= 0; place = document.nextLink(place, false)) {
        const auto *address = std::get_if<QUrl>(document.linkAt(place));
        QVERIFY(address);
        QVERIFY(address->scheme() == u"https"_s || address->scheme() == u"http"_s);
        QVERIFY(address->userInfo().isEmpty());
        ++links;
    }
    QVERIFY(links <= 1);
}

void StoryDocumentTest::laysOutHostileShapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("an endless word") << QString(1'000'000, u'x');
    QTest::newRow("a heap of accents") << u'a' + QString(300'000, QChar(0x301));
    QTest::newRow("a long story") << u"a story of many words "_s.repeated(4600);
    QTest::newRow("empty lines") << QString(100'000, u'\n');
    QTest::newRow("many handles") << u"@a1 @b2 "_s.repeated(12'000);
}

void StoryDocumentTest::laysOutHostileShapes()
{
    QFETCH(QString, text);
    StoryDocument document;
    document.show(page(text), settings(), nullptr);
    document.setTextWidth(520);
    QVERIFY(document.size().height() > 0);
    QVERIFY(document.characterCount() < 250 * 1024);
    QVERIFY(document.blockCount() < 4100);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (int i = 0; i < block.layout()->lineCount(); ++i)
            QVERIFY(block.layout()->lineAt(i).textLength() <= 1100);
    }
}

void StoryDocumentTest::readsFromTheRight()
{
    StoryDocument document;
    StoryPage story = page(u"كنت في التاسعة عشرة\nI was nineteen"_s);
    story.provenances = {{1, u"قصص"_s, 1, 0}};
    document.show(story, settings(), nullptr);
    const QTextBlock first = document.findBlock(document.textStart());
    QCOMPARE(first.textDirection(), Qt::RightToLeft);
    QCOMPARE(first.next().textDirection(), Qt::LeftToRight);
    QCOMPARE(document.lastBlock().textDirection(), Qt::LeftToRight); // what we say runs as the window does
}

void StoryDocumentTest::ownLinesBesideForeignTextRunAsTheWindow()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    StoryPage story = page(u"Invented"_s);
    LinkedRelation answered;
    answered.relation.kind = Relation::Kind::Reply;
    answered.relation.text = u"Invented, from the left"_s;
    story.relations = {answered};
    StorySettings wanted = settings();
    StoryRow reply;
    reply.id = StoryId{9};
    reply.opening = u"An invented reply"_s;
    wanted.replies = {reply};
    StoryDocument document;
    document.show(story, wanted, nullptr);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    const auto direction = [&document](const QString &text) {
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            if (block.text().contains(text))
                return block.textDirection();
        }
        return Qt::LayoutDirectionAuto;
    };
    QCOMPARE(direction(u"Not in this collection"_s), Qt::RightToLeft);
    QCOMPARE(direction(u"Show story 9"_s), Qt::RightToLeft);
    QCOMPARE(direction(u"Invented, from the left"_s), Qt::LeftToRight);
    QCOMPARE(direction(u"An invented reply"_s), Qt::LeftToRight);
}

void StoryDocumentTest::copiesStoredCharacters()
{
    const QString text = u"a\u00a0b\u2028c\r\nd @someone_3"_s;
    StoryDocument document;
    document.show(page(text), settings(), nullptr);
    const int start = document.textStart();
    QCOMPARE(document.copied(start, document.textEnd()), u"a\u00a0b\u2028c\r\nd person-1"_s);
    QCOMPARE(document.copied(start, document.textEnd(), true), text);
    QCOMPARE(document.copied(start, start + 2), u"a\u00a0"_s);
    QVERIFY(document.copied(0, document.textEnd()).startsWith(u"Undated"_s));
}

void StoryDocumentTest::hidesPersonalColumns()
{
    StoryPage story = page(u"text"_s);
    story.attributes = {{u"sector"_s, u"health"_s, false}, {u"contact"_s, u"Someone Real"_s, true}};
    StoryDocument document;
    StorySettings wanted = settings();
    document.show(story, wanted, nullptr);
    QVERIFY(document.toPlainText().contains(u"health"_s));
    QVERIFY(!document.toPlainText().contains(u"Someone Real"_s));
    wanted.facts.attributes = {{u"contact"_s, 1, true, true}};
    document.show(story, wanted, nullptr);
    QVERIFY(document.toPlainText().contains(u"Someone Real"_s));
}

QTEST_MAIN(StoryDocumentTest)
#include "tst_story_document.moc"
