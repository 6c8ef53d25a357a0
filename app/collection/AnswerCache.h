#pragma once

#include "index/StoryIndex.h"

#include <QCache>
#include <QMutex>

#include <memory>

namespace tidemark {

/// The store's recent answers as sets over a snapshot's ordinals: words, and attributes with their values. Shared
/// by the reader threads. An answer holds for the Snapshot::texts that it was made under and no other.
class AnswerCache final
{
public:
    [[nodiscard]] std::shared_ptr<const Bitset> words(quint64 texts, const QString &leaf);
    void keepWords(quint64 texts, const QString &leaf, std::shared_ptr<const Bitset> stories);

    [[nodiscard]] std::shared_ptr<const AttributeValues> attribute(quint64 texts, const QString &name);
    void keepAttribute(quint64 texts, const QString &name, std::shared_ptr<const AttributeValues> values);

private:
    bool belongs(quint64 texts);

    QMutex m_mutex;
    quint64 m_texts = 0;
    QCache<QString, std::shared_ptr<const Bitset>> m_words{32};
    QCache<QString, std::shared_ptr<const AttributeValues>> m_attributes{8};
};

} // namespace tidemark
