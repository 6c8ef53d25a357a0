#pragma once

#include "source/Reader.h"

#include <QStringList>
#include <QVector>

namespace tidemark::test {

/// All that a reader gives, for looking at.
struct Everything
{
    QVector<Record> records;
    QStringList notes;
    QString error; ///< why the reading ended early or never began

    [[nodiscard]] QVector<Story> stories() const;
    [[nodiscard]] QVector<Repost> reposts() const;

    /// Stories, reposts, withdrawals, skipped, rejected: "12 76 0 0 0".
    [[nodiscard]] QString counts() const;
};

Everything readAll(Result<std::unique_ptr<Reader>> reader);

} // namespace tidemark::test
