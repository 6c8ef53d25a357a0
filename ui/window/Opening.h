#pragma once

#include "collection/Collection.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace tidemark {

/// Collections on their way. Each is opened in the pool, once however often it is wished meanwhile: a second time
/// it would find itself locked. The one that was wished last comes; the others are closed again.
class Opening final : public QObject
{
    Q_OBJECT

public:
    /// isHeldUp: whether what is there must not come yet.
    Opening(std::function<bool()> isHeldUp, QObject *parent);

    void wish(const QString &path, Collection::Missing missing);
    void wishSample(); ///< which is made if it isn't there
    void wishNothing();
    [[nodiscard]] bool isUnderWay() const { return m_wished.has_value(); }

signals:
    void came(std::unique_ptr<tidemark::Collection> &collection); ///< to be taken over
    void failed(const tidemark::Error &error, const QString &path);
    void takesLong();

private:
    using Opened = std::shared_ptr<Result<std::unique_ptr<Collection>>>;

    void wish(const QString &path, const std::function<Result<std::unique_ptr<Collection>>()> &open);
    void end(const QString &path, bool wasFree);

    std::function<bool()> m_isHeldUp;
    std::optional<QString> m_wished;          ///< its path; empty: the sample
    QHash<QString, QFuture<Opened>> m_opened; ///< by path; end() has yet to come for each
};

} // namespace tidemark
