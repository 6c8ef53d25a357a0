#pragma once

#include "model/TimelineModel.h"
#include "story/TimeSpan.h"

#include <QTableView>

namespace tidemark {

/// The timeline as a table: for screen readers, and for those who prefer figures. The rows that are selected become
/// the filter's span with Return or a double click.
class TimelineTable final : public QTableView
{
    Q_OBJECT

public:
    explicit TimelineTable(TimelineModel *model, QWidget *parent = nullptr);

    void showSpan(const TimeSpan &span); ///< scrolls to it

signals:
    void spanWished(const tidemark::TimeSpan &span);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void wishSelected();

    TimelineModel *m_model;
};

} // namespace tidemark
