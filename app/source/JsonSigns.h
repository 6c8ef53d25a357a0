#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QSet>
#include <QString>
#include <QVector>

#include <initializer_list>

namespace tidemark {

/// The names of the members of a JSON value and of those within them, at most three levels deep, with dots between
/// the levels; lists count as what they hold. The value may be cut off anywhere.
QSet<QByteArray> memberPaths(QByteArrayView json);

/// What one JSON value is made of, for telling its format. Not for use once its bytes are gone.
class JsonShape
{
public:
    /// id: a member that stands before it, see memberForId(); empty: none.
    explicit JsonShape(QByteArrayView json, const QByteArray &id = {}) : m_json(json), m_paths(memberPaths(json))
    {
        if (!id.isEmpty())
            m_paths.insert(id);
    }

    [[nodiscard]] bool has(const char *path) const { return m_paths.contains(path); }
    [[nodiscard]] bool hasAll(std::initializer_list<const char *> paths) const;
    [[nodiscard]] bool hasAny(std::initializer_list<const char *> paths) const;
    [[nodiscard]] bool contains(QByteArrayView bytes) const { return m_json.contains(bytes); }

private:
    QByteArrayView m_json;
    QSet<QByteArray> m_paths;
};

/// The values that decide about a JSON file: its first 50 lines, or the one document that it is.
QVector<JsonShape> jsonShapes(QByteArrayView head);

} // namespace tidemark
