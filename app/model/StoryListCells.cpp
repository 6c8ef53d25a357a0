// What the list's cells say of a story.
#include "model/StoryListModel.h"

#include "model/Covering.h"
#include "model/TimeText.h"
#include "text/ShippedWords.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

QString StoryListModel::opening(const StoryRow &story) const
{
    return m_covering && m_covering->covers(story) ? tr("(covered)") : story.opening;
}

QString StoryListModel::themeNames(ThemeSet themes) const
{
    QStringList names;
    themes.forEach([&](int theme) {
        if (theme < m_codebook.themes.size())
            names.append(inReadersLanguage(m_codebook.themes.at(theme).name));
    });
    return names.join(u", "_s);
}

QString StoryListModel::copiesText(qint64 copies)
{
    return copies == 1 ? tr("+1 copy") : tr("+%1 copies").arg(QLocale().toString(copies));
}

QString StoryListModel::markNames(const StoryRow &story) const
{
    QStringList marks;
    if (!story.read)
        marks.append(tr("Unread"));
    if (story.starred)
        marks.append(tr("Starred"));
    if (story.hasNote)
        marks.append(tr("Note"));
    if (story.doNotQuote)
        marks.append(tr("Do not quote"));
    if (story.hasWarning)
        marks.append(tr("Content warning"));
    if (story.copies > 0)
        marks.append(copiesText(story.copies));
    return marks.join(u", "_s);
}

QVariant StoryListModel::display(const StoryRow &story, int column) const
{
    switch (column) {
    case TimeColumn:
        return timeText(story.postedAt, m_zone);
    case PlatformColumn:
        return platformName(story.platform);
    case OpeningColumn:
        return opening(story);
    case ThemesColumn:
        return themeNames(story.themes);
    case VoiceColumn:
        return m_codingsHidden ? QString() : voiceName(story.voice);
    case MarksColumn:
        return markNames(story);
    default:
        return {};
    }
}

QVariant StoryListModel::raw(const StoryRow &story, int column) const
{
    switch (column) {
    case TimeColumn:
        return story.postedAt ? QVariant(*story.postedAt) : QVariant();
    case PlatformColumn:
        return platformKey(story.platform);
    case OpeningColumn:
        return story.opening;
    case ThemesColumn:
        return story.themes.bits();
    case VoiceColumn:
        return voiceKey(story.voice);
    default:
        return {};
    }
}

QString StoryListModel::accessible(const StoryRow &story) const
{
    const QStringList parts{opening(story),
                            timeText(story.postedAt, m_zone),
                            platformName(story.platform),
                            m_codingsHidden ? QString() : voiceName(story.voice),
                            themeNames(story.themes),
                            markNames(story)};
    QStringList said;
    std::copy_if(parts.cbegin(), parts.cend(), std::back_inserter(said),
                 [](const QString &part) { return !part.isEmpty(); });
    return said.join(u"; "_s);
}

} // namespace tidemark
