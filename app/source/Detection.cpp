#include "source/Detection.h"

#include "source/Decompression.h"
#include "source/JsonSigns.h"
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

Error zipError(const QByteArray &head, const QString &name)
{
    if (head.contains("opendocument.spreadsheet") || head.contains("xl/") || head.contains("[Content_Types].xml")) {
        return notStories(Words::tr("%1 is a spreadsheet. Open it in LibreOffice or Excel, save the sheet as CSV "
                                    "(UTF-8), and import that file.")
                              .arg(name));
    }
    return notStories(
        Words::tr("%1 is a zip archive. Unpack it first, and import the files in it that hold stories.").arg(name));
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
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"))
        return zipError(head, name);
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
            return notStories(
                Words::tr("%1 is %2, which holds no stories that Tidemark can read. It reads CSV files "
                          "and Twitter's JSON lines.")
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

Error jsonError(const JsonSigns &signs, const QString &name)
{
    const QString what
        = signs.unsupported.isEmpty() ? Words::tr("JSON of a shape that Tidemark doesn't know") : signs.unsupported;
    return notStories(Words::tr("%1 looks like %2. Tidemark can't read that; turn it into a CSV file with a first "
                                "line of column names and import that.")
                          .arg(name, what));
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
    if (start.startsWith("<?xml"_L1) || start.startsWith("<rss"_L1) || start.startsWith("<feed"_L1)) {
        return notStories(
            Words::tr("%1 is XML. Tidemark can't read that; turn it into a CSV file and import that.").arg(name));
    }
    if (start.startsWith("window.ytd."_L1) || start.startsWith("grailbird.data"_L1)) {
        return notStories(
            Words::tr("%1 is a part of an X archive. Tidemark can't read that; turn it into a CSV file "
                      "and import that.")
                .arg(name));
    }
    if (isListOfIds(text)) {
        return notStories(
            Words::tr("%1 is a list of bare ids: it says which posts are meant, not what they say. The "
                      "posts have to be fetched first (“hydrated”), with a tool such as twarc or "
                      "Hydrator; import what that writes.")
                .arg(name));
    }
    return std::nullopt;
}

} // namespace

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
                      "CSV files and Twitter's JSON lines.")
                .arg(name));
    }
    if (auto error = textError(text, name))
        return *error;
    const QString start = text.left(4096).trimmed();
    if (start.startsWith(u'{') || start.startsWith(u'[')) {
        const JsonSigns signs = jsonSigns(text.toUtf8());
        return signs.format.isEmpty() ? Result<QString>(jsonError(signs, name)) : Result<QString>(signs.format);
    }
    const QString firstLine = text.section(u'\n', 0, 0);
    const bool isTwarc = firstLine.contains("author.username"_L1) && firstLine.contains("public_metrics."_L1);
    return isTwarc ? u"twarc-csv"_s : u"csv"_s;
}

} // namespace tidemark
