#pragma once

#include "filter/Filter.h"

#include <QObject>
#include <QVector>

namespace tidemark {

/// The filter in force and the way back and forward, as in a browser. The one object that may change the
/// filter; every view only listens.
class FilterHistory final : public QObject
{
    Q_OBJECT

public:
    explicit FilterHistory(QObject *parent = nullptr);

    [[nodiscard]] const Filter &filter() const { return m_steps.at(m_current); }
    [[nodiscard]] bool canGoBack() const { return m_current > 0; }
    [[nodiscard]] bool canGoForward() const { return m_current + 1 < m_steps.size(); }

    void setFilter(const Filter &filter);    ///< a new step; equal filters are no step
    void adjustFilter(const Filter &filter); ///< replaces the current step, for drags and typing
    void goBack();
    void goForward();

signals:
    void filterChanged(const tidemark::Filter &filter);

private:
    QVector<Filter> m_steps{Filter()};
    qsizetype m_current = 0;
};

} // namespace tidemark
