#include "theme/FeatureSpace.h"
#include "theme/TextPieces.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Pieces of texts and the features made from them. Expected hashes are the published FNV-1a test vectors.
class TestTextPieces : public QObject
{
    Q_OBJECT

private slots:
    void hashesAsPublished();
    void takesWordsRunsAndCharacters();
    void leavesOutNamesAndLinks();
    void knowsInWhichWordsAPieceStands();
    void weighsByHowRareAPieceIs();
    void addsTheRulesHits();
};

namespace {

quint32 folded(quint32 hash)
{
    return (hash >> 18 ^ hash) & (pieceBuckets - 1);
}

qsizetype countOf(const std::vector<TextPiece> &pieces, PieceKind kind, const char *text)
{
    const quint32 bucket = pieceBucket(kind, text);
    return std::count_if(pieces.begin(), pieces.end(),
                         [bucket](const TextPiece &piece) { return piece.bucket == bucket; });
}

} // namespace

void TestTextPieces::hashesAsPublished()
{
    QCOMPARE(pieceBucket(PieceKind::Characters, "foobar"), folded(0xbf9cf968U));
    QCOMPARE(pieceBucket(PieceKind::Word, "a"), pieceBuckets + folded(0xe40c292cU));
    QCOMPARE(pieceBucket(PieceKind::Words, ""), 2 * pieceBuckets + folded(0x811c9dc5U));
}

void TestTextPieces::takesWordsRunsAndCharacters()
{
    const auto pieces = textPieces(tokenise(u"Ab ÇD"_s)); // " ab cd "
    QCOMPARE(countOf(pieces, PieceKind::Word, "ab"), 1);
    QCOMPARE(countOf(pieces, PieceKind::Word, "cd"), 1);
    QCOMPARE(countOf(pieces, PieceKind::Words, "ab cd"), 1);
    for (const char *piece : {" ab", "ab ", " ab ", " cd", "cd ", " cd "})
        QCOMPARE(countOf(pieces, PieceKind::Characters, piece), 1);
    QCOMPARE(countOf(pieces, PieceKind::Characters, "b c"), 0); // not across words
    QCOMPARE(pieces.size(), size_t(3 + 6));
    const auto more = textPieces(tokenise(u"ныне"_s)); // six characters with its spaces, ten bytes
    QCOMPARE(countOf(more, PieceKind::Characters, "ныне "), 1);
    QCOMPARE(more.size(), size_t(1 + 4 + 3 + 2));
    QVERIFY(textPieces(tokenise(u"  ...  "_s)).empty());
}

void TestTextPieces::leavesOutNamesAndLinks()
{
    QCOMPARE(textPieces(tokenise(u"one @somebody two https://example.org/three"_s)).size(),
             textPieces(tokenise(u"one two"_s)).size());
}

void TestTextPieces::knowsInWhichWordsAPieceStands()
{
    for (const TextPiece &piece : textPieces(tokenise(u"@x ab cd"_s))) {
        QVERIFY(piece.words.first >= 1 && piece.words.first + piece.words.count <= 3);
        if (piece.bucket == pieceBucket(PieceKind::Characters, "ab "))
            QCOMPARE(piece.words, (TokenRun{1, 1}));
        if (piece.bucket == pieceBucket(PieceKind::Characters, " cd"))
            QCOMPARE(piece.words, (TokenRun{2, 1}));
        if (piece.bucket == pieceBucket(PieceKind::Words, "ab cd"))
            QCOMPARE(piece.words, (TokenRun{1, 2}));
    }
}

void TestTextPieces::weighsByHowRareAPieceIs()
{
    FeatureSpace space;
    space.count(tokenise(u"ab"_s));
    space.count(tokenise(u"ab"_s));
    space.count(tokenise(u"xy"_s)); // in one story only: left out
    space.finish();
    // Of "ab": characters " ab", "ab ", " ab " and the word, all equally rare; in "ab ab" each twice, and the run,
    // which was never seen and is left out. So each weighs 1 / sqrt(4).
    const auto features = space.features(tokenise(u"ab ab xy"_s), nullptr);
    QCOMPARE(features.size(), size_t(4));
    for (const Feature &feature : features)
        QVERIFY(std::abs(feature.value - 0.5F) < 1e-6F);
    QCOMPARE(space.number(pieceBucket(PieceKind::Word, "xy")), -1);
}

void TestTextPieces::addsTheRulesHits()
{
    FeatureSpace space;
    space.count(tokenise(u"ab"_s));
    space.finish();
    RuleHits rules;
    rules.themes.insert(3);
    rules.byVariant.insert(2);
    rules.voice = Voice::Support;
    const auto features = space.features(tokenise(u"ab"_s), &rules);
    const std::vector<Feature> expected{
        {space.themeHit(3), 0.5F}, {space.voiceHit(Voice::Support), 0.5F}, {space.variantHit(2), 0.5F}};
    QCOMPARE(features, expected);
    QVERIFY(space.features(tokenise(u"ab"_s), nullptr).empty());
}

QTEST_APPLESS_MAIN(TestTextPieces)
#include "tst_textpieces.moc"
