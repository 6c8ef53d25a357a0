#pragma once

#include "collection/Collection.h"

#include <QObject>
#include <QPointer>
#include <QSet>

namespace tidemark {

/// Which stories a reader wants to meet covered first: those with certain themes, and always those that carry a
/// warning of their author. The codebook marks the themes; in a collection that can't be written, the choice lasts
/// until it is closed. What was uncovered counts for this session.
class Covering final : public QObject
{
    Q_OBJECT

public:
    explicit Covering(Collection *collection, QObject *parent = nullptr);

    [[nodiscard]] bool wasAsked() const; ///< the reader has chosen, if only to cover nothing
    [[nodiscard]] const QStringList &themes() const { return m_themes; } ///< their ids
    void setThemes(const QStringList &themes);
    /// The number of the codebook that a story's themes must be of, to be judged.
    [[nodiscard]] qint64 codebook() const { return m_codebook; }

    void setAlwaysShown(bool shown); ///< nothing is covered, in this session
    void uncover(StoryId story);     ///< this one, in this session
    [[nodiscard]] bool covers(const StoryRow &story) const;

signals:
    void changed();
    void keeping(const tidemark::Job<std::monostate> &job); ///< the choice is being written into the collection

private:
    void adoptCodebook();
    void coverAhead(const Codebook &codebook);
    void adopt(const QStringList &themes);

    QPointer<Collection> m_collection;
    QStringList m_chosenBefore; ///< where earlier versions kept them
    QStringList m_themes;
    ThemeSet m_numbers;
    qint64 m_codebook = 0;
    QSet<StoryId> m_uncovered;
    bool m_alwaysShown = false;
};

} // namespace tidemark
