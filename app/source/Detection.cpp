#include "source/Detection.h"

#include "source/Container.h"
#include "source/Decompression.h"
#include "source/Formats.h"
#include "source/JsonElements.h"
#include "source/JsonSigns.h"
#include "source/PrivateContent.h"
#include "source/TableBeginning.h"
#include "source/TextStream.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Detection)
};

Error notStories(const QString &sentence)
{
    return {Error::Kind::Usage, sentence};
}

struct Magic
{
    QByteArray bytes;
    const char *what;
};

/// What binary files begin with, and what to call them.
const std::array<Magic, 12> &magics()
{
    static const std::array<Magic, 12> table{
        Magic{"%PDF", QT_TRANSLATE_NOOP("Detection", "a PDF document")},
        Magic{"\x89PNG", QT_TRANSLATE_NOOP("Detection", "a picture")},
        Magic{"\xff\xd8\xff", QT_TRANSLATE_NOOP("Detection", "a picture")},
        Magic{"GIF8", QT_TRANSLATE_NOOP("Detection", "a picture")},
        Magic{"RIFF", QT_TRANSLATE_NOOP("Detection", "a picture, sound or film")},
        Magic{"\x49\x49\x2a", QT_TRANSLATE_NOOP("Detection", "a picture")},
        Magic{"PAR1", QT_TRANSLATE_NOOP("Detection", "a Parquet table")},
        Magic{"7z\xbc\xaf", QT_TRANSLATE_NOOP("Detection", "a 7-Zip archive")},
        Magic{"Rar!", QT_TRANSLATE_NOOP("Detection", "a RAR archive")},
        Magic{"\x7f"
              "ELF",
              QT_TRANSLATE_NOOP("Detection", "a program")},
        Magic{"{\\rtf", QT_TRANSLATE_NOOP("Detection", "a text document")},
        Magic{"OggS", QT_TRANSLATE_NOOP("Detection", "a sound or film")},
    };
    return table;
}

std::optional<Error> binaryError(const QByteArray &head, const QString &name)
{
    if (isArchive(head)) {
        return notStories(
            Words::tr("%1 is an archive inside another one. Unpack it, and import what is in it.").arg(name));
    }
    if (head.startsWith("\xd0\xcf\x11\xe0")) {
        return notStories(Words::tr("%1 is an old Excel or Word file. Open it there, save it as CSV (UTF-8), and "
                                    "import that file.")
                              .arg(name));
    }
    if (head.startsWith("SQLite format 3")) {
        return notStories(Words::tr("%1 is a database. If it is a Tidemark collection, open it with File > Open or "
                                    "--collection; otherwise export its table as CSV and import that.")
                              .arg(name));
    }
    for (const Magic &magic : magics()) {
        if (head.startsWith(magic.bytes)) {
            return notStories(Words::tr("%1 is %2, which holds no stories that Tidemark can read. It reads tables, "
                                        "JSON, and archives of them.")
                                  .arg(name, Words::tr(magic.what)));
        }
    }
    return std::nullopt;
}

QString textOf(const QByteArray &head)
{
    TextStream text(withHead(head, openBytes({})));
    return QString::fromUtf8(readHead(text, 4 * detectionSize));
}

bool looksBinary(const QString &text)
{
    const auto isControl = [](QChar c) {
        return (c.unicode() < 0x20 && c != u'\n' && c != u'\r' && c != u'\t' && c != u'\f')
            || c == QChar::ReplacementCharacter;
    };
    const auto controls = std::count_if(text.begin(), text.end(), isControl);
    return controls >= 4 && controls * 20 > text.size();
}

/// One long number a line, perhaps under a heading.
bool isListOfIds(const QString &text)
{
    static const QRegularExpression id(u"^\"?\\d{5,20}\"?$"_s);
    static const QRegularExpression heading(u"^\"?\\w*id(_str)?s?\"?$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QStringList lines = text.left(16 * 1024).split(QRegularExpression(u"[\\r\\n]+"_s), Qt::SkipEmptyParts);
    if (text.size() > 16 * 1024 && lines.size() > 1)
        lines.removeLast();
    if (!lines.isEmpty() && heading.match(lines.front().trimmed()).hasMatch())
        lines.removeFirst();
    return !lines.isEmpty() && std::all_of(lines.cbegin(), lines.cend(), [](const QString &line) {
        return id.match(line.trimmed()).hasMatch();
    });
}

constexpr qsizetype beginningOfList = 16 * 1024;

/// Whether a text begins as a JSON list of texts or numbers does, and not as a chat: "[15.10.17, 12:03] Anna: hi".
bool isListOfBareValues(const QString &text)
{
    static const QRegularExpression bare(
        uR"(\A\[\s*(?:"(?:[^"\\]++|\\.)*+"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?))" // a value,
        uR"(\s*(?:,\s*["\d\[{-]|\]\s*?$))"_s,                                  // and another one, or the list's end
        QRegularExpression::MultilineOption);
    return bare.match(text.left(beginningOfList).trimmed()).hasMatch();
}

/// The beginning of a JSON list of bare values, a line each.
QString linesOfList(const QString &list)
{
    return list.left(beginningOfList).trimmed().remove(u'[').remove(u']').replace(u',', u'\n');
}

Result<QString> jsonFormatOf(const QByteArray &text, const QString &name)
{
    const Format *unread = nullptr;
    bool sawErrors = false;
    const QVector<JsonShape> shapes = jsonShapes(text);
    for (const JsonShape &shape : shapes) {
        const auto fits = [&](const Format &format) { return format.fitsJson && format.fitsJson(shape); };
        const auto read = std::find_if(formats().cbegin(), formats().cend(), fits);
        if (read != formats().cend())
            return read->key;
        const auto known = std::find_if(unreadFormats().cbegin(), unreadFormats().cend(), fits);
        if (!unread && known != unreadFormats().cend())
            unread = &*known;
        sawErrors |= shape.hasAny({"errors", "error"});
    }
    // Nothing but error messages: the v2 reader says so record by record.
    if (!unread && sawErrors)
        return u"twitter-v2"_s;
    if (!unread)
        return u"json"_s;
    return notStories(Words::tr("%1 looks like %2. Tidemark can't read that; turn it into a CSV file with a first "
                                "line of column names and import that.")
                          .arg(name, unread->name));
}

/// The names in a first line, roughly: enough to know them by.
QStringList headerIn(const QString &firstLine)
{
    static const QRegularExpression between(u"[,;\\t|]"_s);
    QStringList names = firstLine.split(between);
    for (QString &column : names)
        column = column.trimmed().remove(u'"');
    return names;
}

std::optional<Error> textError(const QString &text, const QString &name)
{
    const QString start = text.left(512).trimmed().toLower();
    if (start.isEmpty())
        return notStories(Words::tr("%1 is empty: there is nothing to import.").arg(name));
    if (start.startsWith("<!doctype html"_L1) || start.startsWith("<html"_L1) || start.startsWith("<head"_L1)
        || start.startsWith("<body"_L1)) {
        return notStories(Words::tr("%1 is a web page, perhaps the answer of a site that wanted you to log in. "
                                    "Download the data itself and import that.")
                              .arg(name));
    }
    if (start.startsWith("warc/"_L1) || start.startsWith("http/1."_L1) || start.startsWith("http/2"_L1)) {
        return notStories(
            Words::tr("%1 is a recording of web traffic (WARC or HTTP): what servers answered, with "
                      "their headers. Take the answers out of it, without the headers, and import those.")
                .arg(name));
    }
    const bool isBareList = isListOfBareValues(text);
    if (isListOfIds(isBareList ? linesOfList(text) : text)) {
        return notStories(
            Words::tr("%1 is a list of bare ids: it says which posts are meant, not what they say. The "
                      "posts have to be fetched first (“hydrated”), with a tool such as twarc or "
                      "Hydrator; import what that writes.")
                .arg(name));
    }
    if (isBareList) {
        return notStories(
            Words::tr("%1 is a JSON list of bare texts or numbers: nothing says what they are, when they "
                      "were written and where. Write them into a CSV file with a first line of column "
                      "names, such as text, and import that.")
                .arg(name));
    }
    return std::nullopt;
}

std::optional<Error> refusalOf(const QByteArray &utf8, const QString &name)
{
    const QString what = privateContentOf(utf8);
    if (what.isEmpty())
        return std::nullopt;
    return notStories(Words::tr("%1 holds %2, which were not public and are never imported.").arg(name, what));
}

} // namespace

std::optional<Error> privateError(const QByteArray &head, const QString &name)
{
    return refusalOf(textOf(head).toUtf8(), name);
}

Result<QString> detectFormat(const QByteArray &head, const QString &name)
{
    if (head.isEmpty())
        return notStories(Words::tr("%1 is empty: there is nothing to import.").arg(name));
    if (auto error = binaryError(head, name))
        return *error;
    const QString text = textOf(head);
    if (looksBinary(text)) {
        return notStories(
            Words::tr("%1 is not text, so there are no stories in it that Tidemark can read. It reads "
                      "tables, JSON, and archives of them.")
                .arg(name));
    }
    const QByteArray utf8 = text.toUtf8();
    if (auto error = refusalOf(utf8, name))
        return *error;
    QString start = text.left(4096).trimmed();
    if (start.startsWith(QLatin1Char(JsonElements::recordSeparator)))
        start = start.mid(1).trimmed();
    const auto &table = formats();
    const auto ofText = std::find_if(table.cbegin(), table.cend(), [&](const Format &format) {
        return format.fitsText && format.fitsText(start);
    });
    if (ofText != table.cend())
        return ofText->key;
    if (auto error = textError(text, name))
        return *error;
    if (start.startsWith(u'{') || start.startsWith(u'['))
        return jsonFormatOf(utf8, name);
    const qsizetype above = beginningOf(utf8, false, {}).above.size();
    const QString below = text.section(u'\n', above);
    const auto names = std::find_if(below.cbegin(), below.cend(), [](QChar c) { return c != u'\n' && c != u'\r'; });
    const QStringList header = headerIn(below.sliced(names - below.cbegin()).section(u'\n', 0, 0));
    const auto ofTable = std::find_if(table.cbegin(), table.cend(), [&](const Format &format) {
        return format.fitsHeader && format.fitsHeader(header);
    });
    return ofTable == table.cend() ? table.back().key : ofTable->key;
}

} // namespace tidemark
