#pragma once

#include <QByteArray>
#include <QString>

#include <simdjson.h>

#include <memory>
#include <optional>
#include <string_view>

namespace tidemark {

/// A place in a parsed JSON document that may not be there: what is missing reads as empty.
/// Valid as long as the JsonParser keeps the document.
class Json
{
public:
    Json() = default;
    explicit Json(simdjson::dom::element element) : m_element(element) {}

    [[nodiscard]] Json operator[](std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const { return !(*this)[key].isMissing(); }

    [[nodiscard]] bool isMissing() const { return !m_element || m_element->is_null(); }
    [[nodiscard]] bool isObject() const { return m_element && m_element->is_object(); }
    [[nodiscard]] bool isArray() const { return m_element && m_element->is_array(); }

    [[nodiscard]] QString text() const;                ///< of a string; of a number its digits, whole ones exact
    [[nodiscard]] std::optional<bool> boolean() const; ///< also of the words "true" and "false"
    [[nodiscard]] std::optional<qint64> integer() const;
    [[nodiscard]] QByteArray minified() const;

    /// Calls visit(Json) for each element of an array.
    template<typename Visit>
    void forEach(Visit visit) const
    {
        if (isArray()) {
            for (const simdjson::dom::element child : simdjson::dom::array(*m_element))
                visit(Json(child));
        }
    }

    /// Calls visit(QString key, Json) for each member of an object.
    template<typename Visit>
    void forEachMember(Visit visit) const
    {
        if (isObject()) {
            for (const auto member : simdjson::dom::object(*m_element))
                visit(QString::fromUtf8(member.key.data(), qsizetype(member.key.size())), Json(member.value));
        }
    }

private:
    std::optional<simdjson::dom::element> m_element;
};

/// Parses one document at a time, to its end, at most 64 levels deep. Lone surrogates and bytes that aren't UTF-8
/// become U+FFFD and are counted; a comma before a closing bracket, as some programs leave it, is passed over;
/// a number that no variable can hold is a text; everything else that RFC 8259 doesn't allow is refused.
class JsonParser
{
public:
    static constexpr size_t deepest = 64;

    JsonParser();

    /// The document, valid until the next call; nothing with problem() set to a sentence if it isn't one.
    std::optional<Json> parse(const QByteArray &bytes);

    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] qint64 repaired() const { return m_repaired; }

private:
    simdjson::dom::parser m_parser;
    QString m_problem;
    qint64 m_repaired = 0;
};

} // namespace tidemark
