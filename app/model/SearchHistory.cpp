#include "model/SearchHistory.h"

#include "collection/Collection.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype longest = 4000; ///< signs; what is longer was pasted, and nobody looks for it here

QString settingKey()
{
    return u"search_history"_s;
}

} // namespace

SearchHistory::SearchHistory(Collection *collection) : m_collection(collection)
{
    const QJsonArray kept = QJsonDocument::fromJson(collection->setting(settingKey()).toUtf8()).array();
    for (const QJsonValue &text : kept)
        m_texts.append(text.toString());
}

void SearchHistory::add(const QString &text)
{
    const QString searched = text.trimmed();
    if (searched.isEmpty() || searched.size() > longest || (!m_texts.isEmpty() && m_texts.constFirst() == searched))
        return;
    m_texts.removeAll(searched);
    m_texts.prepend(searched);
    m_texts.resize(std::min(m_texts.size(), most));
    if (m_collection)
        m_collection->setSetting(
            settingKey(),
            QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(m_texts)).toJson(QJsonDocument::Compact)));
}

} // namespace tidemark
