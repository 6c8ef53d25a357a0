#pragma once

#include "story/StoryRow.h"
#include "text/Pseudonyms.h"

#include <QHash>
#include <QString>

namespace tidemark {

/// The texts of one story's page with names hidden, numbered together: the same person has the same number in
/// the story, in what it answers and in its earlier versions, and two persons never share one.
class ConcealedPage
{
public:
    ConcealedPage(const StoryPage &story, const QStringList &publicAccounts);

    /// One of the page's texts; any other text is numbered by itself.
    [[nodiscard]] ConcealedText concealed(const QString &text) const;

private:
    Pseudonyms m_pseudonyms;
    Platform m_platform;
    QString m_author; ///< whose server a Mastodon name without one belongs to
    QHash<QString, ConcealedText> m_texts;
};

} // namespace tidemark
