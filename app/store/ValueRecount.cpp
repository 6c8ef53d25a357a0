#include "store/ValueRecount.h"

#include "store/AttributeTable.h"
#include "store/PackedAttributes.h"
#include "store/Statement.h"

#include <QCoreApplication>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Goes through stories until it is sure which values they have.
class Recount
{
public:
    explicit Recount(Connection &connection)
        : m_connection(connection),
          m_noted(connection, "SELECT value FROM attribute_value WHERE name = ?"),
          m_add(connection, "INSERT INTO attribute_value (name, value) VALUES (?, ?)"),
          m_remove(connection, "DELETE FROM attribute_value WHERE name = ? AND value = ?")
    {
    }

    Result<> doubt(qint64 name, const QSet<QByteArray> &values);
    Result<> countAnew(qint64 name);
    Result<> run(const Progress &progress);

private:
    /// Of one attribute.
    struct Open
    {
        bool isAnew = false;
        QSet<QByteArray> values = {}; ///< seen; where it isn't counted anew, those not seen yet
        QByteArray last = {};         ///< most often the next is the same
    };

    Result<> see(PackedAttributes &packed);
    Result<> removeUnseen();

    Connection &m_connection;
    Statement m_noted;
    Statement m_add;
    Statement m_remove;
    QHash<qint64, Open> m_open; ///< by the number of the name; not those that are sure
};

Result<> Recount::doubt(qint64 name, const QSet<QByteArray> &values)
{
    qsizetype noted = 0;
    QSet<QByteArray> doubted;
    auto row = m_noted.bind(name).next();
    for (; row && row.value(); row = m_noted.next()) {
        ++noted;
        if (const QByteArray value = m_noted.utf8(0).toByteArray(); values.contains(value))
            doubted.insert(value);
    }
    if (!row)
        return row.error();
    if (doubted.isEmpty())
        return {};
    if (noted >= mostAttributeValues) // others may have to take their places
        return countAnew(name);
    m_open.insert(name, {false, doubted});
    return {};
}

Result<> Recount::countAnew(qint64 name)
{
    const auto emptied = m_connection.select(u"DELETE FROM attribute_value WHERE name = ?"_s, {name});
    m_open.insert(name, {true});
    return emptied ? Result<>() : Result<>(emptied.error());
}

Result<> Recount::run(const Progress &progress)
{
    Statement all(m_connection, "SELECT json FROM packed_attributes");
    auto row = all.next();
    for (; row && row.value() && !m_open.isEmpty(); row = all.next()) {
        if (progress.isCancelled())
            return Error{Error::Kind::Cancelled, QCoreApplication::translate("Store", "Stopped.")};
        // Damage is told by who reads the story, and by a check: it must not keep stories from being taken out.
        PackedAttributes packed(all.utf8(0));
        while (packed.next()) {
            if (auto seen = see(packed); !seen)
                return seen;
        }
    }
    return row ? removeUnseen() : Result<>(row.error());
}

Result<> Recount::see(PackedAttributes &packed)
{
    const auto open = m_open.find(packed.name());
    if (open == m_open.end())
        return {};
    const QByteArrayView value = packed.value();
    if (!open->last.isNull() && open->last == value)
        return {};
    open->last = value.isEmpty() ? QByteArray("") : value.toByteArray();
    if (!open->isAnew) {
        if (open->values.remove(open->last) && open->values.isEmpty())
            m_open.remove(packed.name());
        return {};
    }
    if (open->values.contains(open->last))
        return {};
    open->values.insert(open->last);
    const auto added = m_add.run(packed.name(), QUtf8StringView(open->last));
    if (open->values.size() == mostAttributeValues)
        m_open.remove(packed.name());
    return added;
}

Result<> Recount::removeUnseen()
{
    for (auto open = m_open.cbegin(); open != m_open.cend(); ++open) {
        if (open->isAnew)
            continue;
        for (const QByteArray &value : open->values) {
            if (auto removed = m_remove.run(open.key(), QUtf8StringView(value)); !removed)
                return removed;
        }
    }
    return {};
}

} // namespace

Result<> recountAttributeValues(Connection &connection, const std::optional<ValuesByName> &doubted,
                                const Progress &progress)
{
    Recount recount(connection);
    if (doubted) {
        for (auto each = doubted->cbegin(); each != doubted->cend(); ++each) {
            if (auto noted = recount.doubt(each.key(), each.value()); !noted)
                return noted;
        }
        return recount.run(progress);
    }
    Statement names(connection, "SELECT id FROM attribute_name");
    auto row = names.next();
    for (; row && row.value(); row = names.next()) {
        if (auto noted = recount.countAnew(names.number(0)); !noted)
            return noted;
    }
    return row ? recount.run(progress) : Result<>(row.error());
}

} // namespace tidemark
