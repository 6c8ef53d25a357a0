#pragma once

#include "collection/CollectionFacts.h"
#include "filter/WordQuery.h"
#include "reading/ShownText.h"
#include "story/StoryRow.h"
#include "theme/Colours.h"

#include <QFont>
#include <QString>
#include <QTextDocument>
#include <QUrl>
#include <QVector>

#include <variant>

namespace tidemark {

class RuleCoder;

/// What a click in a story's document means.
struct ShowMore
{
    friend bool operator==(const ShowMore &, const ShowMore &) = default;
};
using StoryLink = std::variant<QUrl, StoryId, ShowMore>;

/// How a story is to be shown.
struct StorySettings
{
    CollectionFacts facts; ///< zone, codebook, visible attributes, public accounts
    WordQuery words;       ///< marked in the text
    bool authorsShown = false;
    bool explained = false; ///< the words for which each theme's rule matched
    bool whole = false;     ///< not only the beginning of a very long text
    QFont font;
    Colours colours;
};

/// A story as a document that we lay out ourselves: every foreign string goes in by QTextCursor::insertText
/// with a format of ours, so nothing in a story is ever markup, and no resource is ever loaded (TRUST.md, 4).
class StoryDocument final : public QTextDocument
{
    Q_OBJECT

public:
    /// A text of at most so many UTF-16 units is shown at once.
    static constexpr qsizetype firstPart = 200 * 1024;

    explicit StoryDocument(QObject *parent = nullptr);

    /// Replaces what it shows. coder is needed where settings.explained is set, and may be null.
    void show(const StoryPage &story, const StorySettings &settings, const RuleCoder *coder);

    /// What stands between two positions: the story's own text as stored, by offset, with authors as shown or,
    /// withNames, as stored; anything else as it reads.
    [[nodiscard]] QString copied(int from, int to, bool withNames = false) const;

    [[nodiscard]] const StoryLink *linkAt(int position) const;  ///< null: nothing to click
    [[nodiscard]] int textStart() const { return m_textStart; } ///< where the story's own text stands
    [[nodiscard]] int textEnd() const { return m_textEnd; }
    [[nodiscard]] const ShownText &shownText() const { return m_shown; }

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    friend class StoryWriter;

    ShownText m_shown;
    QVector<StoryLink> m_links; ///< a format's property says which
    int m_textStart = 0;
    int m_textEnd = 0;
};

} // namespace tidemark
