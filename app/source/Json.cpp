#include "source/Json.h"

#include "source/JsonMending.h"
#include "source/Utf8.h"
#include "text/ExactText.h"

#include <QCoreApplication>
#include <QVarLengthArray>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Json)
};

QString explained(simdjson::error_code error)
{
    switch (error) {
    case simdjson::DEPTH_ERROR:
        return Words::tr("It is nested more than 64 levels deep.");
    case simdjson::EMPTY:
        return Words::tr("It is empty.");
    case simdjson::UNCLOSED_STRING:
        return Words::tr("It is not valid JSON: a text is not closed; the line may be cut off.");
    default:
        return Words::tr("It is not valid JSON (%1).").arg(QString::fromLatin1(simdjson::error_message(error)));
    }
}

enum class Mending : quint8 { Texts, Commas, Numbers };

/// What may make JSON of bytes with such an error.
std::optional<Mending> mendingOf(simdjson::error_code error)
{
    switch (error) {
    case simdjson::UTF8_ERROR:
    case simdjson::STRING_ERROR:
        return Mending::Texts;
    case simdjson::TAPE_ERROR:
        return Mending::Commas;
    case simdjson::NUMBER_ERROR:
        return Mending::Numbers;
    default:
        return std::nullopt;
    }
}

QByteArray mendedBy(Mending mending, const QByteArray &bytes, qint64 &repaired)
{
    switch (mending) {
    case Mending::Texts:
        return withoutLoneSurrogates(repairedUtf8(bytes, repaired), repaired);
    case Mending::Commas:
        return withoutTrailingCommas(bytes);
    case Mending::Numbers:
        return withLargeNumbersQuoted(bytes);
    }
    return bytes;
}

} // namespace

Json Json::operator[](std::string_view key) const
{
    if (!isObject())
        return {};
    simdjson::dom::element value;
    return simdjson::dom::object(*m_element).at_key(key).get(value) == simdjson::SUCCESS ? Json(value) : Json();
}

QString Json::text() const
{
    if (!m_element)
        return {};
    switch (m_element->type()) {
    case simdjson::dom::element_type::STRING: {
        const std::string_view text = *m_element;
        return textFromUtf8({text.data(), qsizetype(text.size())});
    }
    case simdjson::dom::element_type::INT64:
        return QString::number(int64_t(*m_element));
    case simdjson::dom::element_type::UINT64:
        return QString::number(uint64_t(*m_element));
    case simdjson::dom::element_type::DOUBLE:
        return QString::number(double(*m_element), 'g', 17);
    default:
        return {};
    }
}

std::optional<bool> Json::boolean() const
{
    if (m_element && m_element->is_bool())
        return bool(*m_element);
    const QString word = text().toLower();
    if (word == "true"_L1 || word == "false"_L1)
        return word == "true"_L1;
    return std::nullopt;
}

std::optional<qint64> Json::integer() const
{
    bool ok = false;
    const qint64 value = text().toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

QByteArray Json::minified() const
{
    return m_element ? QByteArray::fromStdString(simdjson::minify(*m_element)) : QByteArray();
}

JsonParser::JsonParser()
{
    [[maybe_unused]] const auto state = m_parser.allocate(size_t(1) << 16, deepest);
}

std::optional<Json> JsonParser::parse(const QByteArray &bytes)
{
    simdjson::dom::element root;
    auto error = m_parser.parse(bytes.constData(), size_t(bytes.size())).get(root);
    QByteArray mended = bytes;
    qint64 repaired = 0;
    QVarLengthArray<Mending, 3> used;
    for (auto mending = mendingOf(error); mending && !used.contains(*mending); mending = mendingOf(error)) {
        used.append(*mending);
        mended = mendedBy(*mending, mended, repaired);
        error = m_parser.parse(mended.constData(), size_t(mended.size())).get(root);
    }
    if (error == simdjson::SUCCESS) {
        m_repaired += repaired;
        return Json(root);
    }
    m_problem = explained(error);
    return std::nullopt;
}

} // namespace tidemark
