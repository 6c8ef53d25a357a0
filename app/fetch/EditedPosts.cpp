#include "fetch/EditedPosts.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

void EditedPosts::begin()
{
    m_statuses.clear();
    m_objects.clear();
}

void EditedPosts::noteStatus(const Json &status)
{
    if (!status["edited_at"].text().isEmpty())
        m_statuses << status.minified();
}

void EditedPosts::noteObject(const Json &object)
{
    if (!object["updated"].text().isEmpty())
        m_objects << object.minified();
}

QVector<FetchedPage> EditedPosts::pages() const
{
    QVector<FetchedPage> pages;
    for (const auto &[edited, format] :
         {std::pair(m_statuses, u"mastodon"_s), std::pair(m_objects, u"activitypub"_s)}) {
        if (!edited.isEmpty())
            pages.append({'[' + edited.join(',') + ']', format});
    }
    return pages;
}

} // namespace tidemark
