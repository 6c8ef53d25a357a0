#pragma once

#include "store/AuthorTable.h"
#include "store/ModelCoding.h"
#include "store/StoryTables.h"
#include "store/Tombstones.h"

namespace tidemark {

/// The tables that everything which writes stories shares.
struct WriterTables
{
    WriterTables(Connection &theConnection, const QByteArray &pseudonymKey)
        : connection(theConnection),
          authors(theConnection, pseudonymKey),
          stories(theConnection, authors),
          tombstones(theConnection, pseudonymKey),
          models(theConnection)
    {
    }

    /// After a rollback: what was remembered of it isn't there.
    void forgetCaches()
    {
        authors.forgetCache();
        stories.forgetCache();
        tombstones.forgetCache();
    }

    Connection &connection;
    AuthorTable authors;
    StoryTables stories;
    Tombstones tombstones;
    ModelCoding models;
};

} // namespace tidemark
