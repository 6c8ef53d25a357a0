#include "source/EntriesReader.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype mostNamed = 5;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EntriesReader)
};

class EntriesReader final : public Reader
{
public:
    EntriesReader(std::unique_ptr<Container> container, QVector<qsizetype> entries, EntryOpener opener,
                  QString format)
        : m_container(std::move(container)),
          m_entries(std::move(entries)),
          m_opener(std::move(opener)),
          m_format(std::move(format))
    {
    }

    /// Goes to the first file that can be read; an Error if there is none.
    Result<> start(const QString &name)
    {
        while (!m_current && m_next < m_entries.size())
            openNext();
        if (m_format.isEmpty() && m_current)
            m_format = m_current->format();
        if (m_current)
            return {};
        if (m_failures.isEmpty() && m_container->breakOff())
            return *m_container->breakOff();
        const Error first = m_failures.isEmpty() ? m_firstPassedOver : m_failures.constFirst().error;
        return Error{
            first.kind,
            m_entries.size() == 1 && !first.message.isEmpty()
                ? Words::tr("In %1 there are no stories that Tidemark can read: %2").arg(name, first.message)
                : Words::tr("In %1 there are no stories that Tidemark can read: none of its %n files is of "
                            "a form that it knows.",
                            nullptr, int(m_entries.size()))
                      .arg(name)};
    }

    [[nodiscard]] QString format() const override { return m_format; }
    [[nodiscard]] qint64 consumed() const override { return m_container->consumed(); }
    [[nodiscard]] qint64 size() const override { return m_container->size(); }

    [[nodiscard]] QStringList notes() const override
    {
        QStringList notes = m_current ? joinedNotes(m_notes, m_current->notes()) : m_notes;
        if (m_read > 1)
            notes.prepend(Words::tr("%n files were read.", nullptr, m_read));
        if (m_passedOver.isEmpty())
            return notes;
        QString named = m_passedOver.first(std::min(mostNamed, m_passedOver.size())).join(", "_L1);
        if (m_passedOver.size() > mostNamed)
            named += u" …"_s;
        notes << Words::tr("%n files hold no stories that Tidemark can read and were passed over: %1.", nullptr,
                           int(m_passedOver.size()))
                     .arg(named);
        return notes;
    }

    Result<std::optional<Record>> next() override
    {
        while (true) {
            if (!m_failures.isEmpty())
                return std::optional(fromFailure(m_failures.takeFirst()));
            if (m_current) {
                auto record = m_current->next();
                if (record && *record)
                    return std::optional(numbered(std::move(**record)));
                if (!record)
                    m_failures << Failure{name(), record.error()};
                closeCurrent();
            } else if (m_next < m_entries.size()) {
                openNext();
            } else if (m_container->breakOff()) {
                return *m_container->breakOff();
            } else {
                return std::optional<Record>();
            }
        }
    }

private:
    struct Failure
    {
        QString name;
        Error error;
    };

    [[nodiscard]] QString name() const { return m_container->names().at(m_entries.at(m_next - 1)); }

    void openNext()
    {
        auto bytes = m_container->open(m_entries.at(m_next++));
        auto reader = bytes ? m_opener(std::move(*bytes), name()) : Result<std::unique_ptr<Reader>>(bytes.error());
        if (reader) {
            m_current = std::move(*reader);
            ++m_read;
        } else if (reader.error().kind == Error::Kind::Usage) {
            m_passedOver << name();
            if (m_firstPassedOver.message.isEmpty())
                m_firstPassedOver = reader.error();
        } else {
            m_failures << Failure{name(), reader.error()};
        }
    }

    void closeCurrent()
    {
        m_notes = joinedNotes(std::move(m_notes), m_current->notes());
        m_current.reset();
        m_before = m_number;
    }

    Record numbered(Record record)
    {
        if (auto *rejected = std::get_if<Rejected>(&record.content)) {
            const QString place
                = record.line > 0 ? Words::tr("%1 (In %2, line %3.)") : Words::tr("%1 (In %2, record %3.)");
            rejected->reason
                = place.arg(rejected->reason, name()).arg(record.line > 0 ? record.line : record.number);
            record.raw.prepend(m_current->preamble()); // each file has its own
        }
        m_number = std::max(m_number + 1, m_before + record.number);
        record.number = m_number;
        return record;
    }

    Record fromFailure(const Failure &failure)
    {
        m_before = ++m_number;
        const QString reason = failure.error.message.contains(failure.name)
            ? failure.error.message
            : Words::tr("%1 (In %2.)").arg(failure.error.message, failure.name);
        return {m_number, failure.name.toUtf8(), Rejected{reason}};
    }

    std::unique_ptr<Container> m_container;
    QVector<qsizetype> m_entries;
    EntryOpener m_opener;
    QString m_format;
    std::unique_ptr<Reader> m_current; ///< reads from m_container: gone before it
    qsizetype m_next = 0;
    int m_read = 0;
    qint64 m_number = 0; ///< of the last record
    qint64 m_before = 0; ///< records of the files before the present one
    QStringList m_notes;
    QStringList m_passedOver;
    Error m_firstPassedOver;
    QVector<Failure> m_failures; ///< wait to be given as records
};

} // namespace

QStringList joinedNotes(QStringList notes, const QStringList &more)
{
    for (const QString &note : more) {
        if (!notes.contains(note))
            notes << note;
    }
    return notes;
}

Result<std::unique_ptr<Reader>> readEntries(std::unique_ptr<Container> container, QVector<qsizetype> entries,
                                            EntryOpener opener, const QString &name, const QString &format)
{
    auto reader
        = std::make_unique<EntriesReader>(std::move(container), std::move(entries), std::move(opener), format);
    if (auto started = reader->start(name); !started)
        return started.error();
    return std::unique_ptr<Reader>(std::move(reader));
}

} // namespace tidemark
