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
    m_chosenBefore = collection->setting(settingKey()).split(u' ', Qt::SkipEmptyParts);
    m_chosenBefore.removeAll(chosen);
    adoptCodebook();
    connect(collection, &Collection::codebookWished, this, &Covering::coverAhead);
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
    if (!m_collection)
        return;
    const CollectionFacts facts = m_collection->facts();
    m_chosenBefore = facts.readOnly ? themes : QStringList();
    const auto job = m_collection->setSetting(settingKey(), (QStringList{chosen} + m_chosenBefore).join(u' '));
    Codebook codebook = facts.codebook;
    for (Theme &theme : codebook.themes)
        theme.isCoveredFirst = themes.contains(theme.id);
    if (!facts.readOnly) {
        emit keeping(job);
        if (codebook != facts.codebook)
            emit keeping(m_collection->setCodebook(codebook));
    }
    adopt(themes);
}

void Covering::adoptCodebook()
{
    QStringList themes = m_chosenBefore;
    const Codebook codebook = m_collection ? m_collection->facts().codebook : Codebook();
    for (const Theme &theme : codebook.themes) {
        if (theme.isCoveredFirst && !themes.contains(theme.id))
            themes.append(theme.id);
    }
    adopt(themes);
}

/// Stories may be read with a codebook's themes before its facts are known here, so what it covers is covered from
/// the moment it is asked for.
void Covering::coverAhead(const Codebook &codebook)
{
    for (const Theme &theme : codebook.themes) {
        if (theme.isCoveredFirst)
            m_numbers.insert(theme.number);
    }
    emit changed();
}

void Covering::adopt(const QStringList &themes)
{
    m_themes = themes;
    m_numbers = {};
    const CollectionFacts facts = m_collection ? m_collection->facts() : CollectionFacts();
    m_codebook = facts.codebookNumber;
    for (const Theme &theme : facts.codebook.themes) {
        if (themes.contains(theme.id))
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
    const ThemeSet themes = story.themes | story.hiddenThemes;
    const bool wished = story.hasWarning || (themes.bits() & m_numbers.bits()) != 0;
    return wished && !m_alwaysShown && !m_uncovered.contains(story.id);
}

} // namespace tidemark
