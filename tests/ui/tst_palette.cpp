#include "theme/DesktopScheme.h"
#include "theme/Palette.h"

#include <QApplication>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace tidemark;

/// WCAG 2.1: 4.5:1 for text, and 7:1 or more where stories stand.
class PaletteTest : public QObject
{
    Q_OBJECT

private slots:
    void knowsContrast_data();
    void knowsContrast();
    void textReachesContrast_data();
    void textReachesContrast();
    void setsThePalette();
    void readsThePortal();
};

void PaletteTest::knowsContrast_data()
{
    QTest::addColumn<QRgb>("a");
    QTest::addColumn<QRgb>("b");
    QTest::addColumn<double>("ratio");
    QTest::newRow("black on white") << 0x000000U << 0xffffffU << 21.0;
    QTest::newRow("alike") << 0x336699U << 0x336699U << 1.0;
    QTest::newRow("the classic grey") << 0x767676U << 0xffffffU << 4.54;
}

void PaletteTest::knowsContrast()
{
    QFETCH(QRgb, a);
    QFETCH(QRgb, b);
    QFETCH(double, ratio);
    QVERIFY(std::abs(contrast(QColor::fromRgb(a), QColor::fromRgb(b)) - ratio) < 0.01);
    QVERIFY(std::abs(contrast(QColor::fromRgb(b), QColor::fromRgb(a)) - ratio) < 0.01);
}

void PaletteTest::textReachesContrast_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const Colours &own = colours(scheme);
        const char *name = scheme == Scheme::Light ? "light" : "dark";
        QTest::addRow("%s: text", name) << own.text << own.base;
        QTest::addRow("%s: text on panels", name) << own.text << own.window;
        QTest::addRow("%s: secondary", name) << own.secondary << own.base;
        QTest::addRow("%s: secondary on panels", name) << own.secondary << own.window;
        QTest::addRow("%s: link", name) << own.accent << own.base;
        QTest::addRow("%s: selected", name) << own.onAccent << own.accent;
        QTest::addRow("%s: match", name) << own.text << own.match;
        QTest::addRow("%s: explanation", name) << own.text << own.explanation;
        for (std::size_t i = 0; i < own.series.size(); ++i)
            QTest::addRow("%s: series %d", name, static_cast<int>(i)) << own.series.at(i) << own.base;
        const QPalette palette = Palette::paletteOf(scheme);
        QTest::addRow("%s: button", name) << palette.color(QPalette::ButtonText) << palette.color(QPalette::Button);
        QTest::addRow("%s: tool tip", name)
            << palette.color(QPalette::ToolTipText) << palette.color(QPalette::ToolTipBase);
    }
    const Colours &sepia = sepiaColours();
    QTest::newRow("sepia: text") << sepia.text << sepia.base;
    QTest::newRow("sepia: text on panels") << sepia.text << sepia.window;
    QTest::newRow("sepia: secondary") << sepia.secondary << sepia.base;
    QTest::newRow("sepia: link") << sepia.accent << sepia.base;
    QTest::newRow("sepia: match") << sepia.text << sepia.match;
    QTest::newRow("sepia: explanation") << sepia.text << sepia.explanation;
}

void PaletteTest::textReachesContrast()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    const double ratio = contrast(text, ground);
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

void PaletteTest::setsThePalette()
{
    Palette palette;
    palette.setScheme(Scheme::Light);
    const QSignalSpy changed(&palette, &Palette::changed);
    palette.setScheme(Scheme::Dark);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(schemeOf(QApplication::palette()), Scheme::Dark);
    palette.setScheme(Scheme::Dark);
    QCOMPARE(changed.count(), 1);
    palette.setAppearance(Appearance::Light);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(schemeOf(QApplication::palette()), Scheme::Light);
    QCOMPARE(coloursOf(QApplication::palette()).accent, colours(Scheme::Light).accent);
}

void PaletteTest::readsThePortal()
{
    const auto wrapped
        = [](uint value) { return QVariant::fromValue(QDBusVariant(QVariant::fromValue(QDBusVariant(value)))); };
    QCOMPARE(DesktopScheme::read(1U), std::optional(Scheme::Dark));
    QCOMPARE(DesktopScheme::read(wrapped(1)), std::optional(Scheme::Dark));
    QCOMPARE(DesktopScheme::read(wrapped(2)), std::optional(Scheme::Light));
    QCOMPARE(DesktopScheme::read(wrapped(0)), std::optional<Scheme>());
    QCOMPARE(DesktopScheme::read(QVariant()), std::optional<Scheme>());
}

QTEST_MAIN(PaletteTest)
#include "tst_palette.moc"
