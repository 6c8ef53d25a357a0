#pragma once

#include "collection/Collection.h"
#include "export/Exporter.h"
#include "support/Csv.h"

#include <QFile>
#include <QTemporaryDir>

namespace tidemark::test {

/// A collection of invented stories, imported from a CSV file in a folder of its own.
class InventedCollection
{
public:
    /// Rows below the header text,posted_at,author,platform,sector.
    explicit InventedCollection(const QVector<QStringList> &rows)
    {
        QVector<QStringList> table{{QStringLiteral("text"), QStringLiteral("posted_at"), QStringLiteral("author"),
                                    QStringLiteral("platform"), QStringLiteral("sector")}};
        table += rows;
        QFile file(path(QStringLiteral("invented.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(csvBytes(table)) < 0)
            qFatal("the invented stories can't be written");
        file.close();
        auto opened = Collection::open(path(QStringLiteral("c.tidemark")), Collection::Missing::Create);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_collection = std::move(opened).value();
        auto import = m_collection->import(file.fileName(), {});
        if (const auto report = import.answer.result(); !report)
            qFatal("%s", qPrintable(report.error().message));
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    Collection &collection() { return *m_collection; }

    Selection select(const QString &filter = {})
    {
        const auto parsed = parseFilter(filter, m_collection->names());
        if (!std::holds_alternative<Filter>(parsed))
            qFatal("%s", qPrintable(std::get<Mistake>(parsed).message));
        const auto selection = m_collection->select({.filter = std::get<Filter>(parsed), .timeline = {}}).result();
        if (!selection)
            qFatal("%s", qPrintable(selection.error().message));
        return *selection;
    }

    Result<ExportReport> write(const Selection &selection, const ExportSettings &settings, const QString &to)
    {
        return exportSelection(*m_collection, selection, settings, to).answer.result();
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Collection> m_collection;
};

/// Six invented stories: five with a time, one without; two of one person.
inline QVector<QStringList> inventedRows()
{
    const auto row = [](const char *text, const char *time, const char *author, const char *sector) {
        return QStringList{QString::fromUtf8(text), QString::fromUtf8(time), QString::fromUtf8(author),
                           QStringLiteral("twitter"), QString::fromUtf8(sector)};
    };
    return {
        row("Invented: my boss, \"a friend\"; he said\nsmile more", "2017-10-15T20:21:00Z", "anna", "press"),
        row("=1+1 is invented too, @anna", "2017-10-16T08:00:00Z", "berta", "-5"),
        row("'tis invented, write to berta@example.org", "2017-10-16T09:00:00Z", "carla", "health"),
        row("Invented, أنا أيضا 我也是 💜 👩‍👩‍👧", "2017-10-17T00:00:00Z", "anna", ""),
        row("Invented: 919999999999999999", "2017-11-01T12:00:00Z", "dora", "919999999999999999"),
        row("Invented and without a date at my office", "", "emma", "press"),
    };
}

inline QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace tidemark::test
