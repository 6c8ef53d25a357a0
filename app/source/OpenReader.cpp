#include "source/Container.h"
#include "source/Decompression.h"
#include "source/Detection.h"
#include "source/EntriesReader.h"
#include "source/Formats.h"
#include "source/LimitedReader.h"
#include "source/TextStream.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 confirmedBy = 4096;
constexpr qsizetype decidingEntries = 3;

using Opened = Result<std::unique_ptr<Reader>>;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Reader)
};

/// A mapping that says nothing but the time zone leaves a known form what it is.
bool saysOnlyZone(const ReaderOptions &options)
{
    if (!options.mapping || options.mapping->timeZone.isEmpty())
        return false;
    ColumnMapping zone;
    zone.timeZone = options.mapping->timeZone;
    zone.guessRest = options.mapping->guessRest;
    return *options.mapping == zone;
}

/// A mapping by hand makes a CSV or JSON file of a known form an ordinary one.
bool isMapped(const ReaderOptions &options)
{
    return options.mapping && !saysOnlyZone(options) && !options.isPart
        && (options.mapping->guessRest || !options.mapping->columns.isEmpty());
}

/// UTF-16 and UTF-32, which tools on Windows write; tables and XML find their encoding by themselves.
bool isWide(QByteArrayView head)
{
    return head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff")
        || head.first(std::min<qsizetype>(4, head.size())).contains('\0');
}

Opened openStream(std::unique_ptr<ByteStream> bytes, const QString &name, const ReaderOptions &options)
{
    const QByteArray head = readHead(*bytes, detectionSize);
    if (head.isEmpty()) {
        std::array<char, 1> byte{};
        if (auto broken = bytes->read(byte); !broken)
            return broken.error();
    }
    QString key = options.format;
    if (key.isEmpty()) {
        auto detected = detectFormat(head, name);
        if (!detected)
            return detected.error();
        key = *detected;
    } else if (const auto refused = privateError(head, name)) {
        return *refused;
    }
    const Format *format = formatOf(keyForOneFile(key));
    if (!format) {
        return Error{Error::Kind::Usage,
                     Words::tr("There is no format “%1”. The formats are: %2.").arg(key, formatKeys())};
    }
    const QByteArray sign = head.trimmed().left(1);
    const bool isJsonHere = format->fitsJson && (!format->fitsText || sign == "[" || sign == "{");
    const bool isMappable = format->fitsHeader || isJsonHere;
    if (isMappable && options.format.isEmpty() && isMapped(options))
        format = formatOf(format->fitsJson ? u"json"_s : u"csv"_s);
    ReaderOptions used = options;
    if (!isMapped(options) && !saysOnlyZone(options) && !options.isPart)
        used.mapping.reset();
    bytes = withHead(head, std::move(bytes));
    const bool isJson = format->fitsJson || format->key == "json"_L1;
    if (isJson && isWide(head))
        bytes = std::make_unique<TextStream>(std::move(bytes));
    Opened reader = format->make(std::move(bytes), name, used);
    return reader && isJson ? Opened(limited(std::move(*reader))) : std::move(reader);
}

/// Office documents are zip archives too.
std::optional<Error> documentError(const QStringList &names, const QString &name)
{
    const auto hasFolder = [&](QLatin1StringView folder) {
        return std::any_of(names.cbegin(), names.cend(),
                           [&](const QString &entry) { return entry.startsWith(folder); });
    };
    const bool isOpenDocument = names.contains("mimetype"_L1) && names.contains("content.xml"_L1);
    if (hasFolder("xl/"_L1) || isOpenDocument) {
        return Error{Error::Kind::Usage,
                     Words::tr("%1 is a spreadsheet or another office document. Open it in LibreOffice or Excel, "
                               "save the sheet as CSV (UTF-8), and import that file.")
                         .arg(name)};
    }
    if (hasFolder("word/"_L1)) {
        return Error{
            Error::Kind::Usage,
            Words::tr("%1 is a text document. Tidemark reads tables, JSON, and archives of them.").arg(name)};
    }
    return std::nullopt;
}

/// Whether the container is a set of this form: by its names, and by how one of the first files of stories begins,
/// for one may be damaged. An Error where none of these can be opened.
Result<QVector<qsizetype>> entriesOf(const SetFormat &set, Container &container)
{
    QVector<qsizetype> entries = set.storiesIn(container.names());
    Result<QVector<qsizetype>> none = QVector<qsizetype>();
    for (const qsizetype entry : entries.first(std::min(decidingEntries, entries.size()))) {
        auto bytes = container.open(entry);
        if (!bytes)
            none = bytes.error();
        else if (set.confirms(readHead(**bytes, confirmedBy)))
            return entries;
    }
    return none;
}

/// The files of stories that belong to sets of known forms, and what opens each by its name.
struct FoundSets
{
    QVector<qsizetype> entries;
    QHash<QString, EntryOpener> openers;
    QString key; ///< of the form; empty where there are several
};

/// A folder may hold archives of several platforms.
Result<FoundSets> setsIn(Container &container, const ReaderOptions &options)
{
    FoundSets found;
    Result<> unopened;
    for (const SetFormat &set : setFormats()) {
        if (!options.format.isEmpty() && options.format != set.key)
            continue;
        const auto entries = entriesOf(set, container);
        if (!entries && unopened)
            unopened = entries.error();
        if (!entries || entries->isEmpty())
            continue;
        const EntryOpener opener = set.opener(container, *entries, options);
        for (const qsizetype entry : *entries)
            found.openers.insert(container.names().at(entry), opener);
        found.key = found.entries.isEmpty() ? set.key : QString();
        found.entries += *entries;
    }
    if (found.entries.isEmpty() && !unopened)
        return unopened.error();
    return found;
}

Opened openFiles(std::unique_ptr<Container> container, const QString &name, const ReaderOptions &options)
{
    if (const auto error = documentError(container->names(), name))
        return *error;
    auto sets = setsIn(*container, options);
    if (!sets)
        return sets.error();
    if (!sets->entries.isEmpty()) {
        const auto opener = [openers = sets->openers](std::unique_ptr<ByteStream> bytes, const QString &entry) {
            return openers.value(entry)(std::move(bytes), entry);
        };
        Opened reader = readEntries(std::move(container), sets->entries, opener, name, sets->key);
        return reader ? Opened(limited(std::move(*reader))) : std::move(reader);
    }
    ReaderOptions part = options;
    part.isPart = true;
    QVector<qsizetype> all(container->names().size());
    std::iota(all.begin(), all.end(), 0);
    const auto opener = [part](std::unique_ptr<ByteStream> bytes, const QString &entry) {
        return openStream(std::move(bytes), entry, part);
    };
    return readEntries(std::move(container), std::move(all), opener, name);
}

ContainerLimits limitsFrom(const ReaderOptions &options)
{
    ContainerLimits limits;
    limits.room = options.room;
    limits.window = options.window;
    return limits;
}

} // namespace

Opened openReader(const QString &path, const ReaderOptions &options)
{
    auto container = openContainer(path, limitsFrom(options));
    if (!container)
        return container.error();
    if (*container)
        return openFiles(std::move(*container), path, options);
    auto bytes = openFile(path, options.window);
    if (!bytes)
        return bytes.error();
    return openStream(std::move(*bytes), path, options);
}

Opened openReader(QByteArray bytes, const QString &name, const ReaderOptions &options)
{
    auto container = openContainer(bytes, name, limitsFrom(options));
    if (!container)
        return container.error();
    if (*container)
        return openFiles(std::move(*container), name, options);
    return openStream(openBytes(std::move(bytes)), name, options);
}

} // namespace tidemark
