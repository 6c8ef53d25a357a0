#include "theme/EdgedStyle.h"
#include "theme/Motion.h"
#include "theme/Palette.h"
#include "ui/OpenedWindow.h"

#include <QAbstractAnimation>
#include <QDBusConnection>
#include <QDBusVariant>
#include <QFile>
#include <QProcess>
#include <QProgressBar>
#include <QProxyStyle>
#include <QStandardPaths>
#include <QTest>

using namespace tidemark;
using namespace Qt::StringLiterals;

namespace {

/// No folders of services: the bus starts nothing, least of all this machine's portal.
constexpr auto busConfig = "<busconfig><type>session</type><listen>unix:dir=%1</listen>"
                           "<policy context=\"default\"><allow send_destination=\"*\"/><allow "
                           "receive_sender=\"*\"/><allow own=\"*\"/></policy>"
                           "</busconfig>"_L1;

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

/// How many of a picture's pixels clearly differ from another's.
double shareOfOthers(const QImage &one, const QImage &other)
{
    int differ = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            differ += qAbs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 40 ? 1 : 0;
    }
    return differ / double(one.width() * one.height());
}

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
    void theMenuOffersItForOurStyleAlone();

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
    QFile config(m_folder.filePath(u"bus.conf"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(busConfig.arg(m_folder.path()).toUtf8());
    config.close();
    m_bus.start(program, {u"--config-file="_s + config.fileName(), u"--nofork"_s, u"--print-address"_s});
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
    QTest::newRow("no preference, no animations") << QVariant(0U) << QVariant(false) << true;
    QTest::newRow("less motion, animations") << QVariant(1U) << QVariant(true) << true;
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
    QTRY_VERIFY_WITH_TIMEOUT(motion.isReduced(), 60000);
    QCOMPARE(animationTime(), 0);
    emit desktop.SettingChanged(u"org.gnome.desktop.interface"_s, u"enable-animations"_s, QDBusVariant(true));
    QTRY_VERIFY_WITH_TIMEOUT(!motion.isReduced(), 60000);
    QCOMPARE(animationTime(), usual);
    emit desktop.SettingChanged(u"org.freedesktop.appearance"_s, u"reduced-motion"_s, QDBusVariant(1U));
    QTRY_COMPARE_WITH_TIMEOUT(animationTime(), 0, 60000);
    bus.unregisterService(u"org.freedesktop.portal.Desktop"_s);
}

void tst_motion::aBusyBarStandsStill()
{
    const Palette palette;
    auto *style = qobject_cast<EdgedStyle *>(QApplication::style());
    QVERIFY(style);
    QProgressBar bar;
    bar.setTextVisible(false);
    bar.setFixedSize(120, 6); // as in the line of a job
    bar.setRange(0, 0);
    const auto isMoved = [&bar] { return bar.findChild<QAbstractAnimation *>() != nullptr; };
    const Paintings paintings(&bar);
    bar.show();
    QTRY_VERIFY_WITH_TIMEOUT(paintings.count() > 3, 60000); // it moves by itself
    QVERIFY(isMoved());

    style->setStill(true);
    QTRY_VERIFY_WITH_TIMEOUT(!isMoved(), 60000);
    const QImage still = bar.grab().toImage();
    QVERIFY(!isMoved());

    const int before = paintings.count();
    style->setStill(false);
    QTRY_VERIFY_WITH_TIMEOUT(paintings.count() > before + 3, 60000);
    QVERIFY(isMoved());

    // Nor does it look as if nothing went on, or all were done.
    bar.setRange(0, 1);
    bar.setValue(0);
    QVERIFY(shareOfOthers(still, bar.grab().toImage()) > 0.1);
    bar.setValue(1);
    QVERIFY(shareOfOthers(still, bar.grab().toImage()) > 0.6);
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

void tst_motion::theMenuOffersItForOurStyleAlone()
{
    {
        const MainWindow window;
        QVERIFY(window.findChild<QAction *>(u"reduceMotion"_s)->isVisible());
    }
    QApplication::setStyle(new QProxyStyle); // as a platform's own
    const MainWindow window;
    QVERIFY(!window.findChild<QAction *>(u"reduceMotion"_s)->isVisible());
}

QTEST_MAIN(tst_motion)
#include "tst_motion.moc"
