#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace tidemark {

/// Whether there is an encoding of this name.
bool isEncoding(const QByteArray &name);

/// What texts that declare an encoding, in capitals, are written in: its wider kin.
QByteArray asPublished(const QByteArray &declared);

/// The encoding of a text that says nothing of it and isn't UTF-8, from its first byte beyond ASCII on: old Mac and
/// DOS encodings by their letters, else what uchardet says, for which short or doubtful samples mean Windows-1252.
QByteArray guessedEncoding(QByteArrayView bytes);

} // namespace tidemark
