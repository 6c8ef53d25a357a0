#include "store/StoryList.h"

namespace tidemark {

QString storyList(std::span<const StoryId> ids)
{
    QString list;
    list.reserve(static_cast<qsizetype>(ids.size()) * 8 + 2);
    list += u'[';
    for (const StoryId id : ids) {
        if (list.size() > 1)
            list += u',';
        list += QString::number(toNumber(id));
    }
    return list + u']';
}

} // namespace tidemark
