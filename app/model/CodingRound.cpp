#include "model/CodingRound.h"

#include <QFutureWatcher>

#include <algorithm>
#include <utility>

namespace tidemark {

CodingRound::CodingRound(Collection *collection, QObject *parent) : QObject(parent), m_collection(collection)
{
    connect(collection, &Collection::changed, this, &CodingRound::follow);
}

void CodingRound::begin(const CodingList &list)
{
    ++m_number;
    m_list = list;
    m_codebook = m_collection->facts().codebookNumber;
    m_sheets.clear();
    m_skipped.clear();
    m_at = -1;
    m_present = {};
    emit begun();
    readSheets(list.stories);
}

void CodingRound::end()
{
    ++m_number;
    m_list = {};
    m_at = -1;
    m_present = {};
    emit ended();
}

StoryId CodingRound::story() const
{
    return m_at < 0 ? noStory : m_list.stories.at(m_at);
}

qsizetype CodingRound::coded() const
{
    return std::ranges::count_if(m_list.stories, [this](StoryId story) { return isCoded(story); });
}

bool CodingRound::isCoded(StoryId story) const
{
    const CoderSheet sheet = m_sheets.value(story);
    return (m_list.themes - sheet.present - sheet.absent).isEmpty() && (!m_list.asksVoice || sheet.voice);
}

void CodingRound::goTo(StoryId story)
{
    const qsizetype at = m_list.stories.indexOf(story);
    if (at < 0 || at == m_at)
        return;
    takeUp(at);
}

void CodingRound::takeUp(qsizetype at)
{
    m_at = at;
    const CoderSheet sheet = m_sheets.value(story());
    m_present = sheet.present;
    m_voice = m_list.asksVoice ? sheet.voice : std::nullopt;
    emit storyChanged(story());
    emit answersChanged();
}

bool CodingRound::canRecord() const
{
    return story() != noStory && (!m_list.asksVoice || m_voice);
}

void CodingRound::set(int theme, bool present)
{
    if (story() == noStory)
        return;
    if (present)
        m_present.insert(theme);
    else
        m_present.remove(theme);
    emit answersChanged();
}

void CodingRound::setVoice(Voice voice)
{
    if (story() == noStory || !m_list.asksVoice)
        return;
    m_voice = voice;
    emit answersChanged();
}

Job<std::monostate> CodingRound::record()
{
    const CoderSheet before = m_sheets.value(story());
    const ThemeSet asked = m_list.themes | before.present; // what was said of another theme may be taken back
    const CodedAnswers answers{story(), m_list.coder, m_present, asked - m_present, m_voice, m_list.isBlind};
    m_sheets.insert(answers.story,
                    {m_present, (asked | before.absent) - m_present, m_voice ? m_voice : before.voice});
    m_skipped.remove(answers.story);
    emit progressed();
    goToNext(m_at);
    const Job<std::monostate> job = m_collection->recordAnswers(answers);
    m_recorded = job.answer; // the writer does one after the other
    readAgainUnlessKept(answers.story, job.answer);
    return job;
}

void CodingRound::readAgainUnlessKept(StoryId story, const QFuture<Result<std::monostate>> &recorded)
{
    auto *watcher = new QFutureWatcher<Result<std::monostate>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, story, number = m_number] {
        watcher->deleteLater();
        const bool isKept = watcher->future().resultCount() > 0 && watcher->result();
        if (number == m_number && !isKept)
            readSheets({story});
    });
    watcher->setFuture(recorded);
}

void CodingRound::skip()
{
    if (story() == noStory)
        return;
    m_skipped.insert(story());
    goToNext(m_at);
}

void CodingRound::goToNext(qsizetype behind)
{
    const qsizetype count = m_list.stories.size();
    qsizetype next = -1;
    for (qsizetype step = 1; step <= count && next < 0; ++step) {
        const qsizetype place = (behind + step) % count;
        const StoryId story = m_list.stories.at(place);
        if (!isCoded(story) && !m_skipped.contains(story))
            next = place;
    }
    takeUp(next);
}

void CodingRound::readSheets(const QVector<StoryId> &stories)
{
    using Sheets = Result<QHash<StoryId, CoderSheet>>;
    auto *watcher = new QFutureWatcher<Sheets>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, stories, number = m_number] {
        watcher->deleteLater();
        if (number == m_number && watcher->result())
            adopt(stories, watcher->result().value());
    });
    watcher->setFuture(m_collection->coderSheets(m_list.coder, stories));
}

void CodingRound::adopt(const QVector<StoryId> &stories, const QHash<StoryId, CoderSheet> &sheets)
{
    StoryId undone = noStory;
    for (const StoryId story : stories) {
        const bool was = isCoded(story);
        m_sheets.insert(story, sheets.value(story));
        if (was && !isCoded(story))
            undone = story;
    }
    emit progressed();
    if (undone != noStory)
        goTo(undone);
    else if (m_at < 0)
        goToNext(-1);
}

void CodingRound::follow(const CollectionChange &change)
{
    if (!isUnderWay() || !change.codings)
        return;
    if (m_collection->facts().codebookNumber != m_codebook)
        return end();
    QVector<StoryId> touched;
    std::ranges::copy_if(change.ids, std::back_inserter(touched),
                         [this](StoryId story) { return m_list.stories.contains(story); });
    if (change.ids.isEmpty() || !touched.isEmpty())
        readSheets(change.ids.isEmpty() ? m_list.stories : touched);
}

void hideCodings(StoryRow &row)
{
    row.hiddenThemes = std::exchange(row.themes, {});
    row.voice = Voice::Unknown;
}

StoryPage withoutCodings(StoryPage page)
{
    hideCodings(page.row);
    page.codings.clear();
    page.attributes.clear(); // labels come in columns
    page.voiceBy = CodedBy::Rule;
    page.voiceMadeAt.reset();
    page.voiceCoder.clear();
    page.voiceSettled = false;
    return page;
}

} // namespace tidemark
