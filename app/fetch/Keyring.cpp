#include "fetch/Keyring.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr Milliseconds lookEvery{50};
constexpr Milliseconds longest{120'000}; ///< somebody may have to unlock the keyring

QString program()
{
    return u"org.tidemark.Tidemark"_s;
}

/// Whether the job came to its end without an error.
template<typename KeyringJob>
bool runs(KeyringJob &job, const Progress &progress)
{
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    QEventLoop loop;
    bool isDone = false;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
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
    job.start();
    if (!isDone)
        loop.exec();
    return isDone && job.error() == QKeychain::NoError;
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
    QKeychain::ReadPasswordJob job(program());
    job.setKey(key);
    return runs(job, progress) ? Secret{job.textData()} : Secret{};
}

Keyring::Kept Keyring::write(const QString &key, const Secret &secret, const Progress &progress)
{
    QKeychain::WritePasswordJob job(program());
    job.setKey(key);
    job.setTextData(secret.text);
    if (runs(job, progress)) {
        m_session.remove(key);
        return Kept::InKeyring;
    }
    m_session.insert(key, secret);
    return Kept::ForThisSession;
}

void Keyring::remove(const QString &key, const Progress &progress)
{
    m_session.remove(key);
    QKeychain::DeletePasswordJob job(program());
    job.setKey(key);
    static_cast<void>(runs(job, progress));
}

} // namespace tidemark
