#pragma once

#include "fetch/PageSource.h"

#include <QByteArrayList>

namespace tidemark {

/// What a server of the fediverse showed of posts that were edited at some time: their readers tell whether they
/// say something else here.
class EditedPosts final
{
public:
    void begin();                        ///< with a batch: nothing was shown yet
    void noteStatus(const Json &status); ///< of the API
    void noteObject(const Json &object); ///< a page of ActivityPub
    [[nodiscard]] QVector<FetchedPage> pages() const;

private:
    QByteArrayList m_statuses;
    QByteArrayList m_objects;
};

} // namespace tidemark
