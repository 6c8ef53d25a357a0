#include "store/HalfFullText.h"

#include "store/PrivateFile.h"

#include <QFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr size_t mostWaiting = 2; ///< batches

// What is lost with the process is made anew from the stored texts: no journal on disk, no waiting for it.
constexpr char pragmas[] = "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA secure_delete = OFF; "
                           "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -8192";

} // namespace

HalfFullText::HalfFullText(int half, QString path, QByteArray schema)
    : m_half(half), m_path(std::move(path)), m_schema(std::move(schema))
{
    m_thread.reset(QThread::create([this] { m_outcome = fill(); }));
    m_thread->setObjectName(u"full text"_s);
    m_thread->start();
}

HalfFullText::~HalfFullText()
{
    close();
    QFile::remove(m_path);
}

QString HalfFullText::pathBeside(const QString &collection, int half)
{
    return collection + (half == 0 ? u"-words-even"_s : u"-words-odd"_s);
}

void HalfFullText::take(std::vector<Change> changes)
{
    if (changes.empty())
        return;
    std::unique_lock lock(m_mutex);
    while (m_waiting.size() >= mostWaiting)
        m_changed.wait(lock);
    m_waiting.push_back(std::move(changes));
    m_changed.notify_all();
}

Result<> HalfFullText::finish()
{
    close();
    return m_outcome;
}

void HalfFullText::endInput()
{
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    m_changed.notify_all();
}

void HalfFullText::close()
{
    endInput();
    m_thread->wait();
}

std::vector<HalfFullText::Change> HalfFullText::next()
{
    std::unique_lock lock(m_mutex);
    while (m_waiting.empty() && !m_isClosed)
        m_changed.wait(lock);
    if (m_waiting.empty())
        return {};
    std::vector<Change> changes = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_changed.notify_all();
    return changes;
}

Result<> HalfFullText::prepare(Connection &connection) const
{
    if (auto done = connection.run(pragmas); !done)
        return done;
    if (auto done = connection.run(m_schema); !done)
        return done;
    return FullText::configureForMany(connection, m_half);
}

/// After a failure what comes is taken and left, so that nobody waits for it.
Result<> HalfFullText::fill()
{
    QFile::remove(m_path);
    Result<> outcome = makePrivateFile(m_path);
    std::unique_ptr<Connection> connection;
    if (outcome) {
        auto opened = Connection::open(m_path, Connection::Access::Write);
        outcome = opened ? Result<>() : Result<>(opened.error());
        if (opened)
            connection = std::move(opened).value();
    }
    if (outcome)
        outcome = prepare(*connection);
    if (outcome)
        outcome = connection->run("BEGIN");
    std::optional<FullText> fullText;
    if (outcome)
        fullText.emplace(*connection);
    for (auto changes = next(); !changes.empty(); changes = next()) {
        for (const Change &change : changes) {
            if (outcome)
                outcome = change.isRemoval ? fullText->remove(change.story, change.text)
                                           : fullText->add(change.story, change.text);
        }
    }
    return outcome ? connection->run("COMMIT") : outcome;
}

} // namespace tidemark
