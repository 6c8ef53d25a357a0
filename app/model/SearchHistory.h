#pragma once

#include <QPointer>
#include <QStringList>

namespace tidemark {

class Collection;

/// What was searched for in a collection, the latest first; kept with it, and left out of its copies.
class SearchHistory
{
public:
    static constexpr qsizetype most = 30;

    explicit SearchHistory(Collection *collection);

    [[nodiscard]] const QStringList &texts() const { return m_texts; }
    void add(const QString &text); ///< moves to the front; blank texts are none

private:
    QPointer<Collection> m_collection;
    QStringList m_texts;
};

} // namespace tidemark
