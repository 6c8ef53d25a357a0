#pragma once

#include "store/StoreFacts.h"
#include "story/Result.h"

#include <QElapsedTimer>

#include <functional>

namespace tidemark {

/// Passes an import's batches on: while it runs, where somebody looks on, and then not more often than they can be
/// taken in.
class BatchPublisher final
{
public:
    using Publish = std::function<Result<>(const TouchedStories &)>;
    BatchPublisher(bool showsAtOnce, Publish publish);

    void add(const TouchedStories &batch);
    void flush(); ///< passes on what there is

    [[nodiscard]] const TouchedStories &gathered() const { return m_gathered; } ///< not passed on yet
    [[nodiscard]] const Result<> &outcome() const { return m_outcome; }         ///< the first failure, if any

private:
    void gather(const TouchedStories &batch);

    Publish m_publish;
    bool m_showsAtOnce;
    TouchedStories m_gathered;
    QElapsedTimer m_sinceLast;
    qint64 m_lastCost = 0; ///< milliseconds
    Result<> m_outcome;
};

} // namespace tidemark
