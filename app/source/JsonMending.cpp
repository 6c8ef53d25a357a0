#include "source/JsonMending.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// The value of the escape \uXXXX at a place, or -1.
int escapedUnit(QByteArrayView json, qsizetype place)
{
    if (place + 6 > json.size() || json[place] != '\\' || json[place + 1] != 'u')
        return -1;
    bool ok = false;
    const int unit = QByteArray(json.data() + place + 2, 4).toInt(&ok, 16);
    return ok ? unit : -1;
}

bool isOfNumber(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// A number as JSON writes it, and beyond what a variable holds.
bool isTooLarge(const QByteArray &number)
{
    static const QRegularExpression form(u"^-?(?:0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$"_s);
    const auto match = form.match(QString::fromLatin1(number));
    if (!match.hasMatch())
        return false;
    bool isHeld = false;
    if (match.lastCapturedIndex() > 0) {
        (void)number.toDouble(&isHeld);
        return !isHeld;
    }
    (void)number.toLongLong(&isHeld);
    if (!isHeld)
        (void)number.toULongLong(&isHeld);
    return !isHeld;
}

} // namespace

QByteArray withoutTrailingCommas(const QByteArray &json)
{
    QByteArray result;
    result.reserve(json.size());
    bool inText = false;
    qsizetype filled = 0; // behind the last sign that is no blank
    char before = '[';    // the one before it
    for (qsizetype place = 0; place < json.size(); ++place) {
        const char c = json[place];
        const bool isBlank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!inText && (c == ']' || c == '}') && filled > 0 && result[filled - 1] == ',' && before != '['
            && before != '{' && before != ',') {
            result.remove(--filled, 1);
        }
        if (inText && c == '\\' && place + 1 < json.size())
            result.append(json[place++]);
        else if (c == '"')
            inText = !inText;
        if (!isBlank || inText) {
            before = filled > 0 ? result[filled - 1] : '[';
            filled = result.size() + 1;
        }
        result.append(json[place]);
    }
    return result;
}

QByteArray withoutLoneSurrogates(const QByteArray &json, qint64 &repaired)
{
    QByteArray result = json;
    for (qsizetype place = result.indexOf('\\'); place >= 0; place = result.indexOf('\\', place)) {
        const int unit = escapedUnit(result, place);
        if (unit < 0) {
            place += 2; // another escape, a doubled backslash among them
            continue;
        }
        const int second = escapedUnit(result, place + 6);
        const bool isPair = (unit & 0xFC00) == 0xD800 && second >= 0 && (second & 0xFC00) == 0xDC00;
        if ((unit & 0xF800) == 0xD800 && !isPair) {
            result.replace(place + 2, 4, "FFFD");
            ++repaired;
        }
        place += isPair ? 12 : 6;
    }
    return result;
}

QByteArray withLargeNumbersQuoted(const QByteArray &json)
{
    QByteArray result;
    bool inText = false;
    qsizetype taken = 0;
    for (qsizetype place = 0; place < json.size(); ++place) {
        const char c = json[place];
        if (inText && c == '\\') {
            ++place;
        } else if (c == '"') {
            inText = !inText;
        } else if (!inText && isOfNumber(c)) {
            const qsizetype end = std::find_if_not(json.cbegin() + place, json.cend(), isOfNumber) - json.cbegin();
            const QByteArray number = json.mid(place, end - place);
            if (isTooLarge(number)) {
                result += json.mid(taken, place - taken) + '"' + number + '"';
                taken = end;
            }
            place = end - 1;
        }
    }
    return result + json.mid(taken);
}

} // namespace tidemark
