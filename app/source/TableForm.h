#pragma once

#include "story/Result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tidemark {

/// How cells of a delimited file are quoted.
enum class Quoting {
    Doubled,     ///< "a ""b""", RFC 4180
    Apostrophes, ///< 'a ''b'''
    Backslashes, ///< "a \"b\""
    None,        ///< a quotation mark is a sign like any other
};

/// How a delimited file is written, as far as the user says so. What is absent is found from its beginning.
struct TableForm
{
    QByteArray encoding{}; ///< one that isEncoding() knows
    std::optional<char> delimiter{};
    std::optional<Quoting> quoting{};

    friend bool operator==(const TableForm &, const TableForm &) = default;
};

/// The word for it, as parseTableForm() understands it.
QString quotingWord(Quoting quoting);

/// Such a form as the command line writes it: an encoding, a character or "tab", and "double", "single",
/// "backslash" or "none"; an empty text says nothing.
Result<TableForm> parseTableForm(const QString &encoding, const QString &delimiter, const QString &quoting);

} // namespace tidemark
