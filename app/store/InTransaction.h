#pragma once

#include "store/Connection.h"
#include "store/WriterTables.h"

namespace tidemark {

/// Does something whole or not at all, and forgets what was remembered of it if not.
template<typename Act>
auto inTransaction(WriterTables &tables, Act act, Transaction::Kind kind = Transaction::Kind::Write)
    -> decltype(act())
{
    Transaction transaction(tables.connection, kind);
    if (!transaction.begun())
        return transaction.begun().error();
    auto result = act();
    if (result) {
        if (auto committed = transaction.commit(); !committed)
            result = committed.error();
    }
    if (!result)
        tables.forgetCaches();
    return result;
}

} // namespace tidemark
