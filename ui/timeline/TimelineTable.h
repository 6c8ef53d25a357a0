#pragma once

#include "model/TimelineModel.h"
#include "story/TimeSpan.h"

#include <QHash>
#include <QTableView>

namespace tidemark {

/// The timeline as a table: for screen readers, and for those who prefer figures. The rows that are selected become
/// the filter's span with Return or a double click. Columns are as wide as what they hold, or as somebody made
/// them.
class TimelineTable final : public QTableView
{
    Q_OBJECT

public:
    explicit TimelineTable(TimelineModel *model, QWidget *parent = nullptr);

    void showSpan(const TimeSpan &span); ///< scrolls to it
    void fitColumns();

signals:
    void spanWished(const tidemark::TimeSpan &span);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void wishSelected();
    [[nodiscard]] QString columnName(int column) const;

    TimelineModel *m_model;
    QHash<QString, int> m_widths; ///< that somebody gave, by the column's name
    bool m_fits = false;
};

} // namespace tidemark
