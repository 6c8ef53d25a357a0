#pragma once

#include "support/InventedPosts.h"

namespace tidemark::test {

/// A collection of eight invented stories about rides, in the order of their ids from 1 on; the last one is German.
/// Its codebook has three themes: Bus (bus), Train (train) and Silence (no rule).
inline std::unique_ptr<Collection> collectionOfRides(const QTemporaryDir &folder)
{
    const QString csv = writeFile(folder, QStringLiteral("rides.csv"),
                                  "text,tongue\n"
                                  "An invented ride on the bus at night,en\n"
                                  "An invented ride on the bus by day,en\n"
                                  "Invented: the bus and the coach,en\n"
                                  "Invented: a coach at night,en\n"
                                  "Invented: the train was late,en\n"
                                  "Invented: a train and a bus,en\n"
                                  "Invented: nothing was said at all,en\n"
                                  "Erfunden: der Bus kam in der Nacht,de\n");
    auto opened = Collection::open(folder.filePath(QStringLiteral("rides.tidemark")), Collection::Missing::Create);
    if (!opened)
        return nullptr;
    std::unique_ptr<Collection> collection = std::move(opened).value();
    ColumnMapping mapping;
    mapping.columns
        = {{StoryField::Text, QStringLiteral("text")}, {StoryField::Language, QStringLiteral("tongue")}};
    ReaderOptions options;
    options.format = QStringLiteral("csv");
    options.mapping = mapping;
    if (const auto imported = waitFor(collection->import(csv, options)); !imported) {
        qWarning("%s", qPrintable(imported.error().message));
        return nullptr;
    }
    Codebook codebook = collection->facts().codebook;
    codebook.groups = {{QStringLiteral("ways"), QStringLiteral("Ways")}};
    const auto theme = [](int number, const QString &name, const QString &group, const QString &rule) {
        return Theme{number, name.toLower(), name, group, {}, rule};
    };
    codebook.themes = {theme(0, QStringLiteral("Bus"), QStringLiteral("ways"), QStringLiteral("bus")),
                       theme(1, QStringLiteral("Train"), QStringLiteral("ways"), QStringLiteral("train")),
                       theme(2, QStringLiteral("Silence"), {}, {})};
    const auto changed = waitFor(collection->setCodebook(codebook));
    if (!changed)
        qWarning("%s", qPrintable(changed.error().message));
    return changed ? std::move(collection) : nullptr;
}

} // namespace tidemark::test
