#pragma once

#include <QByteArray>
#include <QString>
#include <QStringDecoder>
#include <QStringList>
#include <QVector>

namespace tidemark::test {

/// RFC 4180 read the plain way, so that a test doesn't check our writer with our own reader.
inline QVector<QStringList> csvRows(const QByteArray &bytes, char separator = ',')
{
    QVector<QStringList> rows;
    QStringList row;
    QByteArray cell;
    bool quoted = false;
    const auto endCell = [&] {
        // fromUtf8() would drop a byte-order mark that begins the cell.
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
        row.append(decoder(cell));
        cell.clear();
    };
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (quoted && c == '"' && i + 1 < bytes.size() && bytes.at(i + 1) == '"') {
            cell += bytes.at(++i);
        } else if (c == '"' && (quoted || cell.isEmpty())) {
            quoted = !quoted;
        } else if (quoted) {
            cell += c;
        } else if (c == separator) {
            endCell();
        } else if (c == '\r' && i + 1 < bytes.size() && bytes.at(i + 1) == '\n') {
            endCell();
            rows.append(row);
            row.clear();
            ++i;
        } else {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
        endCell();
        rows.append(row);
    }
    return rows;
}

/// Rows as CSV, every cell quoted.
inline QByteArray csvBytes(const QVector<QStringList> &rows)
{
    QByteArray bytes;
    for (const QStringList &row : rows) {
        QByteArrayList cells;
        for (const QString &cell : row)
            cells.append('"' + cell.toUtf8().replace('"', "\"\"") + '"');
        bytes += cells.join(',') + "\r\n";
    }
    return bytes;
}

/// One column of rows whose first names the columns.
inline QStringList csvColumn(const QVector<QStringList> &rows, const QString &name)
{
    QStringList values;
    const qsizetype column = rows.isEmpty() ? -1 : rows.constFirst().indexOf(name);
    for (qsizetype row = 1; row < rows.size(); ++row)
        values.append(rows.at(row).value(column));
    return values;
}

} // namespace tidemark::test
