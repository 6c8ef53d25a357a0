#pragma once

#include "filter/Filter.h"
#include "filter/ReadingPlace.h"

#include <QObject>
#include <QVector>

namespace tidemark {

/// The filter in force and the way back and forward, as in a browser. The one object that may change the
/// filter; every view only listens.
class FilterHistory final : public QObject
{
    Q_OBJECT

public:
    /// A drag, a run of keys, typing: several changes that are one step.
    enum class Gesture : quint64 { None };

    explicit FilterHistory(QObject *parent = nullptr);

    [[nodiscard]] const Filter &filter() const { return m_steps.at(m_current).filter; }
    [[nodiscard]] bool canGoBack() const { return m_current > 0; }
    [[nodiscard]] bool canGoForward() const { return m_current + 1 < m_steps.size(); }

    void setFilter(const Filter &filter); ///< a new step; equal filters are no step
    [[nodiscard]] Gesture beginGesture();
    /// A new step, or the same again if this gesture made the last one; a gesture that ends where it began is none.
    void setFilterWithin(Gesture gesture, const Filter &filter);
    void adjustFilter(const Filter &filter); ///< replaces the current step
    void goToStory(StoryId story); ///< a new step under the same filter, for a story that another one leads to
    void goBack();
    void goForward();
    void clear(); ///< a new step without all parts but the locked ones

    [[nodiscard]] const Filter &locked() const { return m_locked; } ///< parts that survive clearing
    void setLocked(const Filter &parts);

    [[nodiscard]] const ReadingPlace &place() const { return m_steps.at(m_current).place; } ///< of the current step
    void notePlace(const ReadingPlace &place); ///< likewise; signals nothing

signals:
    void filterChanged(const tidemark::Filter &filter);
    void lockedChanged();

private:
    struct Step
    {
        Filter filter;
        ReadingPlace place;
    };

    void goTo(qsizetype step);

    QVector<Step> m_steps{Step()};
    qsizetype m_current = 0;
    Filter m_locked;
    Gesture m_gesture = Gesture::None; ///< that made the current step
    quint64 m_gestures = 0;
};

} // namespace tidemark
