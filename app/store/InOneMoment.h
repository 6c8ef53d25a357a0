#pragma once

#include "store/Connection.h"

namespace tidemark {

/// Answers a question within one read transaction, so that all of it sees the same moment.
template<typename Ask>
auto inOneMoment(Connection &connection, Ask ask) -> decltype(ask())
{
    Transaction transaction(connection, Transaction::Kind::Read);
    if (!transaction.begun())
        return transaction.begun().error();
    return ask();
}

} // namespace tidemark
