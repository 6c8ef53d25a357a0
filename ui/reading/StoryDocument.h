#pragma once

#include "collection/CollectionFacts.h"
#include "filter/WordQuery.h"
#include "model/ThemeExplanations.h"
#include "reading/ShownText.h"
#include "story/StoryRow.h"
#include "theme/Colours.h"

#include <QFont>
#include <QString>
#include <QTextDocument>
#include <QUrl>
#include <QVector>

#include <optional>
#include <variant>

namespace tidemark {

class RuleCoder;

/// The wish to see more of a very long text.
struct ShowMore
{
    friend bool operator==(const ShowMore &, const ShowMore &) = default;
};

/// What a click in a story's document means.
using StoryLink = std::variant<QUrl, StoryId, ShowMore>;

/// How a story is to be shown.
struct StorySettings
{
    CollectionFacts facts; ///< zone, codebook, visible attributes, public accounts
    WordQuery words;       ///< marked in the text
    bool authorsShown = false;
    bool explained = false;     ///< the words for which each theme's rule matched, or a model said it
    ExplainedLabels models;     ///< what the models' codings of this story rest on, as far as it is known
    QVector<StoryRow> replies;  ///< stories that answer it; those without opening words are covered
    bool codingsHidden = false; ///< in a blind round: the page has none, and it is told why
    bool signsNamed = false;    ///< characters that show nothing are written out by their numbers
    int parts = 1;              ///< of a very long text, so many times the first part
    QFont font;
    Colours colours;
};

/// A story as a document that we lay out ourselves: every foreign string goes in by QTextCursor::insertText
/// with a format of ours, so nothing in a story is ever markup, and no resource is ever loaded (TRUST.md, 4).
class StoryDocument final : public QTextDocument
{
    Q_OBJECT

public:
    explicit StoryDocument(QObject *parent = nullptr);

    /// Replaces what it shows. coder is asked where settings.explained is set, and may be null.
    void show(const StoryPage &story, const StorySettings &settings, const RuleCoder *coder);

    /// What stands between two positions: of the story's own text what is stored, by offset, with authors as
    /// shown or, withNames, as stored; anything else as it reads.
    [[nodiscard]] QString copied(int from, int to, bool withNames = false) const;

    [[nodiscard]] const StoryLink *linkAt(int position) const; ///< null: nothing to click
    /// The first position of the next link behind a position, or before it; -1 if there is none.
    [[nodiscard]] int nextLink(int position, bool backward) const;
    [[nodiscard]] int linkEnd(int start) const; ///< of the link that begins there

    /// A searched word in the text, as positions.
    struct Match
    {
        int start = 0;
        int end = 0;
    };
    /// The next one behind a position, or before it, round the end; nothing if there is none at all.
    [[nodiscard]] std::optional<Match> nextMatch(int position, bool backward) const;

    [[nodiscard]] int textStart() const { return m_textStart; } ///< where the story's own text stands
    [[nodiscard]] int textEnd() const { return m_textStart + static_cast<int>(m_shown.text().size()); }
    [[nodiscard]] const ShownText &shownText() const { return m_shown; }

    /// What people wrote between two positions, as copied() gives it, of the first text that is touched: the
    /// story's own, one that it answers or quotes, a picture's description, an earlier text. Nothing of ours.
    [[nodiscard]] QString written(int from, int to) const;

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    friend class StoryWriter;

    struct PlacedLink
    {
        int start = 0;
        int end = 0;
        StoryLink link;
    };

    /// A stretch that somebody wrote, as positions.
    struct Writing
    {
        int start = 0;
        int end = 0;
    };

    ShownText m_shown;
    QVector<Writing> m_writings; ///< in order; the first one is the story's own text
    QVector<PlacedLink> m_links; ///< in order
    QVector<Match> m_matches;    ///< in order
    int m_textStart = 0;
};

} // namespace tidemark
