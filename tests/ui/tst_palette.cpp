#include "theme/DesktopSetting.h"
#include "theme/Palette.h"

#include <QApplication>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <cmath>

using namespace tidemark;

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;
Q_DECLARE_METATYPE(Matrix)

namespace {

Triple times(const Matrix &matrix, const Triple &value)
{
    Triple product{};
    for (std::size_t i = 0; i < product.size(); ++i)
        product.at(i) = matrix.at(i)[0] * value[0] + matrix.at(i)[1] * value[1] + matrix.at(i)[2] * value[2];
    return product;
}

/// CIE L*a*b* (D65) of an sRGB colour as an eye sees it.
Triple labOf(const QColor &colour, const Matrix &sees)
{
    const auto linear = [](float part) {
        const double value = static_cast<double>(part);
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    const Triple rgb{linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
    constexpr Matrix toXyz{
        {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    const Triple xyz = times(toXyz, times(sees, rgb));
    const auto root = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = root(xyz[0] / 0.95047);
    const double y = root(xyz[1]);
    const double z = root(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

} // namespace

/// WCAG 2.1: 4.5:1 for text, and 7:1 or more where stories stand.
class PaletteTest : public QObject
{
    Q_OBJECT

private slots:
    void knowsContrast_data();
    void knowsContrast();
    void textReachesContrast_data();
    void textReachesContrast();
    void neighboursDifferForEveryEye_data();
    void neighboursDifferForEveryEye();
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

void PaletteTest::neighboursDifferForEveryEye_data()
{
    // Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency"
    // (2009), severity 1, over linear RGB.
    QTest::addColumn<Matrix>("sees");
    QTest::newRow("usual") << Matrix{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
    QTest::newRow("protanopia") << Matrix{
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
    QTest::newRow("deuteranopia") << Matrix{
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    QTest::newRow("tritanopia") << Matrix{
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
}

/// Colours that lie on one another in a stack are told apart by every eye. Others may not be (blue and violet look
/// alike without green cones): for them there are patterns, which tst_timeline_scene compares.
void PaletteTest::neighboursDifferForEveryEye()
{
    QFETCH(Matrix, sees);
    constexpr double clearlyDifferent = 9; // CIE 1976; about 2.3 is just noticeable
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const auto &series = colours(scheme).series;
        for (std::size_t i = 0; i + 1 < series.size(); ++i) {
            const auto a = labOf(series.at(i), sees);
            const auto b = labOf(series.at(i + 1), sees);
            const double difference = std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
            QVERIFY2(difference >= clearlyDifferent, qPrintable(QString::number(difference)));
        }
    }
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
    QCOMPARE(DesktopSetting::unwrapped(wrapped(1)), QVariant(1U));
    QCOMPARE(DesktopSetting::unwrapped(1U), QVariant(1U));
    QCOMPARE(Palette::schemeSaid(1U), std::optional(Scheme::Dark));
    QCOMPARE(Palette::schemeSaid(2U), std::optional(Scheme::Light));
    QCOMPARE(Palette::schemeSaid(0U), std::optional<Scheme>());
    QCOMPARE(Palette::schemeSaid(QVariant()), std::optional<Scheme>());
}

QTEST_MAIN(PaletteTest)
#include "tst_palette.moc"
