#pragma once

#include "store/ModelTables.h"

#include <memory>
#include <span>

namespace tidemark {

/// Codes stories whose texts came or changed by the models in force, in the very transaction that changes them:
/// what a model codes is never left to its rule, which is silent then.
class ModelCoding final
{
public:
    explicit ModelCoding(Connection &connection) : m_connection(connection) {}

    /// Within the caller's transaction.
    Result<> code(std::span<const StoryId> ids);

private:
    Connection &m_connection;
    ModelsByVersion m_unpacked;
    std::unique_ptr<const HitFinder> m_finder; ///< of the codebook in force
    int m_codebookVersion = 0;                 ///< its version; no codebook's otherwise
};

} // namespace tidemark
