#pragma once

#include "collection/Collection.h"
#include "filter/FilterHistory.h"
#include "index/Selection.h"
#include "model/LatestQuestion.h"

#include <QObject>
#include <QPointer>

namespace tidemark {

/// The selection that the window shows: the answer to the filter in force, asked anew whenever the filter, the
/// collection or the timeline's question changes. The latest question wins; the old answer stays meanwhile. In a
/// collection that was just opened a preview comes first, if there is one, and then the same answer whole.
/// What all views listen to.
class CurrentSelection final : public QObject
{
    Q_OBJECT

public:
    explicit CurrentSelection(FilterHistory *history, QObject *parent = nullptr);

    void setCollection(Collection *collection); ///< null: an empty selection
    [[nodiscard]] Collection *collection() const { return m_collection; }

    [[nodiscard]] const Selection &selection() const { return m_selection; }
    [[nodiscard]] bool isBusy() const { return m_busy; }

    /// The zone is always the collection's.
    void setTimelineQuestion(const TimelineQuestion &question);
    void setRanked(bool ranked);                            ///< whether the order by relevance is asked for, too
    void setAttributeFacets(const QStringList &attributes); ///< those whose section is open

public slots:
    void ask(); ///< again

signals:
    void selectionChanged(const tidemark::Selection &selection);
    void busyChanged(bool busy);
    void failed(const tidemark::Error &error); ///< the old selection stays

private:
    void follow(const CollectionChange &change);
    void setBusy(bool busy);
    void askNow(bool mayBePreview);
    [[nodiscard]] bool isShown(const Selection &selection) const;
    void answered(const Result<Selection> &answer);

    FilterHistory *m_history;
    QPointer<Collection> m_collection;
    TimelineQuestion m_timeline;
    QStringList m_attributes;
    bool m_ranked = false;
    Selection m_selection;
    LatestQuestion<Selection> m_question;
    bool m_busy = false;
};

} // namespace tidemark
