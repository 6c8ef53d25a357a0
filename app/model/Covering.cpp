#include "model/Covering.h"

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString settingKey()
{
    return u"covered_themes"_s;
}

/// A setting that is there even if no theme is.
const auto chosen = u"chosen"_s;

} // namespace

Covering::Covering(Collection *collection, QObject *parent) : QObject(parent), m_collection(collection)
{
    m_themes = collection->setting(settingKey()).split(u' ', Qt::SkipEmptyParts);
    m_themes.removeAll(chosen);
    adoptCodebook();
    connect(collection, &Collection::changed, this, [this](const CollectionChange &change) {
        if (change.codebook)
            adoptCodebook();
    });
}

bool Covering::wasAsked() const
{
    return m_collection && !m_collection->setting(settingKey()).isEmpty();
}

void Covering::setThemes(const QStringList &themes)
{
    m_themes = themes;
    if (m_collection)
        m_collection->setSetting(settingKey(), (QStringList{chosen} + themes).join(u' '));
    adoptCodebook();
}

void Covering::adoptCodebook()
{
    m_numbers = {};
    const Codebook codebook = m_collection ? m_collection->facts().codebook : Codebook();
    for (const Theme &theme : codebook.themes) {
        if (m_themes.contains(theme.id))
            m_numbers.insert(theme.number);
    }
    emit changed();
}

void Covering::setAlwaysShown(bool shown)
{
    m_alwaysShown = shown;
    emit changed();
}

void Covering::uncover(StoryId story)
{
    m_uncovered.insert(story);
    emit changed();
}

bool Covering::covers(const StoryRow &story) const
{
    const bool wished = story.hasWarning || (story.themes.bits() & m_numbers.bits()) != 0;
    return wished && !m_alwaysShown && !m_uncovered.contains(story.id);
}

} // namespace tidemark
