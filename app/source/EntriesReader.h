#pragma once

#include "source/Container.h"
#include "source/Reader.h"

#include <QVector>

#include <functional>

namespace tidemark {

/// Makes the reader of one file in a container.
using EntryOpener
    = std::function<Result<std::unique_ptr<Reader>>(std::unique_ptr<ByteStream> bytes, const QString &name)>;

/// Reads the given files of a container one after another as one source. Records are numbered over all of them; a
/// record that is set aside names its file, and its bytes begin with what has to stand before them. A file that
/// can't be read costs one such record and the rest goes on; one that the opener refuses as Error::Kind::Usage
/// holds no stories, and is passed over and named in the notes.
///
/// An Error if none of the files can be read. format is the reader's key; empty: that of the first file's reader.
Result<std::unique_ptr<Reader>> readEntries(std::unique_ptr<Container> container, QVector<qsizetype> entries,
                                            EntryOpener opener, const QString &name, const QString &format = {});

/// Both lists, each sentence once.
QStringList joinedNotes(QStringList notes, const QStringList &more);

} // namespace tidemark
