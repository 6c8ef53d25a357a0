#include "fetch/Keyring.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QThread>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <memory>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr Milliseconds lookEvery{50};
constexpr Milliseconds longest{120'000}; ///< somebody may have to unlock the keyring

QString program()
{
    return u"org.tidemark.Tidemark"_s;
}

/// QtKeychain does its jobs one after another, and learns that one has ended on the thread that asked first. If
/// that one were gone, with the collection that it belonged to, no later job would ever begin.
class KeyringThread final : public QThread
{
public:
    static KeyringThread &instance()
    {
        static KeyringThread thread;
        return thread;
    }
    ~KeyringThread() override
    {
        quit();
        wait();
    }
    Q_DISABLE_COPY_MOVE(KeyringThread)

    /// With all that belongs to it: what is made elsewhere and moved there leaves its inner parts behind.
    template<typename KeyringJob>
    std::unique_ptr<KeyringJob> make()
    {
        std::unique_ptr<KeyringJob> job;
        QMetaObject::invokeMethod(
            &m_home, [&job] { job = std::make_unique<KeyringJob>(program()); }, Qt::BlockingQueuedConnection);
        return job;
    }

private:
    KeyringThread()
    {
        m_home.moveToThread(this);
        start();
    }

    QObject m_home;
};

/// Does a job there, which ends it by itself. Gives what done says of it once it went well; nothing: it didn't, or
/// nobody waits for it any more.
template<typename KeyringJob>
std::optional<QString> outcomeOf(std::unique_ptr<KeyringJob> job, QString (*done)(const KeyringJob &),
                                 const Progress &progress)
{
    job->setInsecureFallback(false);
    QEventLoop loop;
    bool isDone = false;
    const auto outcome = std::make_shared<std::optional<QString>>(); // it may outlive whoever waits
    QObject::connect(
        job.get(), &QKeychain::Job::finished, job.get(),
        [outcome, done](const QKeychain::Job *ended) {
            if (ended->error() == QKeychain::NoError)
                *outcome = done(static_cast<const KeyringJob &>(*ended));
        },
        Qt::DirectConnection);
    QObject::connect(job.get(), &QKeychain::Job::finished, &loop, [&] {
        isDone = true;
        loop.quit();
    });
    QElapsedTimer sinceStart;
    sinceStart.start();
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (progress.isCancelled() || sinceStart.elapsed() > longest.count())
            loop.quit();
    });
    look.start(lookEvery);
    QMetaObject::invokeMethod(job.release(), &QKeychain::Job::start, Qt::QueuedConnection);
    loop.exec();
    return isDone ? *outcome : std::nullopt;
}

} // namespace

QString Keyring::keyOf(const Subscription &subscription)
{
    const Origin origin = originOf(subscription.address);
    return u"%1 %2://%3:%4 %5"_s
        .arg(serviceKey(subscription.service), origin.scheme, origin.host, QString::number(origin.port),
             subscription.account)
        .trimmed();
}

Secret Keyring::read(const QString &key, const Progress &progress) const
{
    if (const auto known = m_session.constFind(key); known != m_session.cend())
        return *known;
    auto job = KeyringThread::instance().make<QKeychain::ReadPasswordJob>();
    job->setKey(key);
    const auto text = outcomeOf<QKeychain::ReadPasswordJob>(
        std::move(job), [](const auto &read) { return read.textData(); }, progress);
    return {text.value_or(QString())};
}

Keyring::Kept Keyring::write(const QString &key, const Secret &secret, const Progress &progress)
{
    auto job = KeyringThread::instance().make<QKeychain::WritePasswordJob>();
    job->setKey(key);
    job->setTextData(secret.text);
    if (outcomeOf<QKeychain::WritePasswordJob>(
            std::move(job), [](const auto &) { return QString(); }, progress)) {
        m_session.remove(key);
        return Kept::InKeyring;
    }
    m_session.insert(key, secret);
    return Kept::ForThisSession;
}

void Keyring::remove(const QString &key, const Progress &progress)
{
    m_session.remove(key);
    auto job = KeyringThread::instance().make<QKeychain::DeletePasswordJob>();
    job->setKey(key);
    static_cast<void>(outcomeOf<QKeychain::DeletePasswordJob>(
        std::move(job), [](const auto &) { return QString(); }, progress));
}

} // namespace tidemark
