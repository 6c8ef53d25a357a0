#pragma once

#include <QTimer>
#include <QWidget>

namespace tidemark {

/// Dims another widget while a new answer is under way, once that takes longer than a moment. The old answer
/// stays legible and usable beneath.
class Veil final : public QWidget
{
    Q_OBJECT

public:
    explicit Veil(QWidget *over);

    void setBusy(bool busy);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_moment;
};

} // namespace tidemark
