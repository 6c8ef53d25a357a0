#include "reading/ConcealedPage.h"

#include <QStringList>

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QStringList textsOf(const StoryPage &story)
{
    QStringList texts{story.text, story.contentWarning};
    texts += story.mediaDescriptions;
    for (const LinkedRelation &linked : story.relations)
        texts.append(linked.relation.text);
    for (const EarlierText &earlier : story.earlierTexts)
        texts.append(earlier.text);
    for (const Attribute &attribute : story.attributes)
        texts.append(attribute.value);
    return texts;
}

} // namespace

ConcealedPage::ConcealedPage(const StoryPage &story, const QStringList &publicAccounts)
    : m_pseudonyms(Pseudonyms::numbered(publicAccounts)),
      m_platform(story.row.platform),
      m_author(story.author.handle)
{
    // Nothing that identifies a person goes on over lines that hold nothing but a dash.
    const auto between = u"\n\u2014\n"_s;
    const QStringList texts = textsOf(story);
    const ConcealedText joined = m_pseudonyms.conceal(texts.join(between), m_platform, m_author);

    qsizetype begins = 0; // in the joined text
    qsizetype grown = 0;  // by the replacements so far
    auto next = joined.replacements.cbegin();
    for (const QString &text : texts) {
        ConcealedText part;
        const qsizetype from = begins + grown;
        for (; next != joined.replacements.cend() && next->start < begins + text.size(); ++next) {
            part.replacements.append({next->kind, next->start - begins, next->length, next->with});
            grown += next->with.size() - next->length;
        }
        part.text = joined.text.mid(from, begins + text.size() + grown - from);
        m_texts.insert(text, part);
        begins += text.size() + between.size();
    }
}

ConcealedText ConcealedPage::concealed(const QString &text) const
{
    const auto known = m_texts.constFind(text);
    return known == m_texts.cend() ? m_pseudonyms.conceal(text, m_platform, m_author) : *known;
}

} // namespace tidemark
