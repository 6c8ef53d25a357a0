#include "theme/EdgedStyle.h"
#include "theme/Motion.h"
#include "theme/Palette.h"
#include "ui/OpenedWindow.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QProcess>
#include <QProgressBar>
#include <QStandardPaths>
#include <QTest>

using namespace tidemark;
using namespace Qt::StringLiterals;

namespace {

int animationTime()
{
    return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration);
}

/// Counts how often a widget is painted.
class Paintings final : public QObject
{
public:
    explicit Paintings(QWidget *widget) { widget->installEventFilter(this); }
    [[nodiscard]] int count() const { return m_count; }

    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

private:
    int m_count = 0;
};

} // namespace

/// The settings portal of a desktop whose user wants no animations.
class StillDesktop final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public slots:
    // NOLINTNEXTLINE(readability-identifier-naming): as the portal calls it
    QDBusVariant Read(const QString &space, const QString &key)
    {
        if (space == u"org.gnome.desktop.interface"_s && key == u"enable-animations"_s)
            return QDBusVariant(QVariant::fromValue(QDBusVariant(false)));
        return QDBusVariant(QVariant::fromValue(QDBusVariant(0U)));
    }

signals:
    // NOLINTNEXTLINE(readability-identifier-naming)
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
};

class tst_motion final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void isReducedAsThePortalSays_data();
    void isReducedAsThePortalSays();
    void followsTheDesktop();
    void aBusyBarStandsStill();
    void theMenuReducesItAlways();

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
};

/// A bus of its own, before anything asks for the session's.
void tst_motion::initTestCase()
{
    QVERIFY(OpenedWindow::prepare(m_folder));
    const QString program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    if (program.isEmpty())
        return;
    m_bus.start(program, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY(m_bus.waitForReadyRead());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
}

void tst_motion::cleanupTestCase()
{
    m_bus.kill();
    m_bus.waitForFinished();
}

void tst_motion::isReducedAsThePortalSays_data()
{
    QTest::addColumn<QVariant>("reducedMotion");
    QTest::addColumn<QVariant>("enableAnimations");
    QTest::addColumn<bool>("reduced");
    QTest::newRow("no portal") << QVariant() << QVariant() << false;
    QTest::newRow("no preference") << QVariant(0U) << QVariant(true) << false;
    QTest::newRow("less motion") << QVariant(1U) << QVariant() << true;
    QTest::newRow("no animations") << QVariant() << QVariant(false) << true;
    QTest::newRow("unknown value") << QVariant(7U) << QVariant() << false;
}

void tst_motion::isReducedAsThePortalSays()
{
    QFETCH(QVariant, reducedMotion);
    QFETCH(QVariant, enableAnimations);
    QFETCH(bool, reduced);
    QCOMPARE(Motion::isReducedBy(reducedMotion, enableAnimations), reduced);
}

void tst_motion::followsTheDesktop()
{
    if (m_bus.state() != QProcess::Running)
        QSKIP("dbus-daemon is not installed");
    QDBusConnection bus
        = QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), u"portal"_s);
    StillDesktop desktop;
    QVERIFY(bus.registerObject(u"/org/freedesktop/portal/desktop"_s, &desktop,
                               QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));

    const Palette palette;
    const int usual = animationTime();
    QVERIFY(usual > 0);
    const Motion motion;
    QTRY_VERIFY(motion.isReduced());
    QCOMPARE(animationTime(), 0);
    emit desktop.SettingChanged(u"org.gnome.desktop.interface"_s, u"enable-animations"_s, QDBusVariant(true));
    QTRY_VERIFY(!motion.isReduced());
    QCOMPARE(animationTime(), usual);
    emit desktop.SettingChanged(u"org.freedesktop.appearance"_s, u"reduced-motion"_s, QDBusVariant(1U));
    QTRY_COMPARE(animationTime(), 0);
    bus.unregisterService(u"org.freedesktop.portal.Desktop"_s);
}

void tst_motion::aBusyBarStandsStill()
{
    const Palette palette;
    auto *style = qobject_cast<EdgedStyle *>(QApplication::style());
    QVERIFY(style);
    QProgressBar bar;
    bar.setRange(0, 0);
    const Paintings paintings(&bar);
    bar.show();
    QTRY_VERIFY(paintings.count() > 3); // it moves by itself

    style->setStill(true);
    const int before = paintings.count();
    QTRY_VERIFY(paintings.count() > before); // the last time
    const QImage still = bar.grab().toImage();
    const int after = paintings.count();
    QTest::qWait(200);
    QVERIFY(paintings.count() <= after + 1);
    QCOMPARE(bar.grab().toImage(), still);
    bar.setRange(0, 1);
    bar.setValue(0);
    QVERIFY(bar.grab().toImage() != still); // nor does it look as if nothing went on
}

void tst_motion::theMenuReducesItAlways()
{
    {
        const MainWindow window;
        QVERIFY(animationTime() > 0);
        window.findChild<QAction *>(u"reduceMotion"_s)->trigger();
        QCOMPARE(animationTime(), 0);
    }
    const MainWindow window;
    QCOMPARE(animationTime(), 0); // at the next start too
    window.findChild<QAction *>(u"reduceMotion"_s)->trigger();
    QVERIFY(animationTime() > 0);
}

QTEST_MAIN(tst_motion)
#include "tst_motion.moc"
