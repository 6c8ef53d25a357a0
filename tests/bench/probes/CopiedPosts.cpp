#include "probes/CopiedPosts.h"

#include "text/WordRuns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark::bench {

namespace {

constexpr unsigned copiedOneIn = 10;
constexpr size_t remembered = 4096;
constexpr qsizetype shortened = 140;

} // namespace

CopiedPosts::CopiedPosts(qint64 count) : m_maker(1, static_cast<std::uint64_t>(count)), m_earlier(remembered) {}

CopiedPosts::Post CopiedPosts::make()
{
    const QString own = QString::fromStdString(m_maker.make(static_cast<std::uint64_t>(m_number)).text);
    ++m_number;
    const Original earlier = m_earlier[m_random() % remembered];
    if (m_random() % copiedOneIn == 0 && earlier.number > 0) {
        const size_t way = m_random() % ways.size();
        return {changed(earlier.text, way), earlier.number, way, earlier.text};
    }
    if (canBeCopied(tokenise(own)))
        m_earlier[m_random() % remembered] = {m_number, own};
    return {own, m_number};
}

QString CopiedPosts::changed(const QString &text, size_t way)
{
    switch (way) {
    case 1:
        return u"@invented1 "_s + text + u" #passiton https://s.example/1"_s;
    case 2:
        return anyWord() + u' ' + anyWord() + u' ' + anyWord() + u' ' + anyWord() + u' ' + anyWord() + u": "_s
            + text;
    case 3:
        return withWordsChanged(text, 20);
    case 4:
        return withWordsChanged(text, 10);
    case 5:
        return text.first(text.size() * 9 / 10);
    case 6:
        return text.size() <= shortened ? text : text.first(shortened - 1) + u'…';
    default:
        return text;
    }
}

QString CopiedPosts::withWordsChanged(const QString &text, unsigned oneIn)
{
    QStringList words = text.split(u' ');
    for (QString &word : words) {
        if (m_random() % oneIn == 0)
            word = anyWord();
    }
    return words.join(u' ');
}

/// Out of the posts themselves, so that it is as frequent as words are.
QString CopiedPosts::anyWord()
{
    const QStringList words = m_earlier[m_random() % remembered].text.split(u' ', Qt::SkipEmptyParts);
    return words.isEmpty() ? u"invented"_s : words.at(qsizetype(m_random() % unsigned(words.size())));
}

} // namespace tidemark::bench
