#include "source/TableForm.h"

#include "source/EncodingGuess.h"

#include <QCoreApplication>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TableForm)
};

Result<char> delimiterFrom(const QString &text)
{
    if (text == "tab"_L1 || text == "\\t"_L1)
        return '\t';
    const char sign = text.size() == 1 ? text.front().toLatin1() : '\0';
    const bool isUsable
        = sign > ' ' && sign <= '~' && sign != '"' && sign != '\'' && !text.front().isLetterOrNumber();
    if (isUsable || sign == '\t')
        return sign;
    return Error{
        Error::Kind::Usage,
        Words::tr("“%1” can't separate columns. Give one sign, such as ; or |, or the word tab.").arg(text)};
}

constexpr std::array quotings{
    std::pair(Quoting::Doubled, "double"_L1),
    std::pair(Quoting::Apostrophes, "single"_L1),
    std::pair(Quoting::Backslashes, "backslash"_L1),
    std::pair(Quoting::None, "none"_L1),
};

Result<Quoting> quotingFrom(const QString &text)
{
    for (const auto &[quoting, word] : quotings) {
        if (text == word)
            return quoting;
    }
    return Error{Error::Kind::Usage,
                 Words::tr("“quote” can be double, single, backslash or none, not “%1”.").arg(text)};
}

} // namespace

QString quotingWord(Quoting quoting)
{
    for (const auto &[known, word] : quotings) {
        if (known == quoting)
            return word;
    }
    return {};
}

Result<TableForm> parseTableForm(const QString &encoding, const QString &delimiter, const QString &quoting)
{
    TableForm form;
    form.encoding = encoding.toLatin1();
    if (!encoding.isEmpty() && !isEncoding(form.encoding)) {
        return Error{
            Error::Kind::Usage,
            Words::tr("There is no encoding “%1”. Write it like UTF-8, windows-1252, macintosh or Shift_JIS.")
                .arg(encoding)};
    }
    if (!delimiter.isEmpty()) {
        const auto sign = delimiterFrom(delimiter);
        if (!sign)
            return sign.error();
        form.delimiter = *sign;
    }
    if (!quoting.isEmpty()) {
        const auto way = quotingFrom(quoting);
        if (!way)
            return way.error();
        form.quoting = *way;
    }
    return form;
}

} // namespace tidemark
