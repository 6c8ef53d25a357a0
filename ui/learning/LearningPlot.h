#pragma once

#include <QPointF>
#include <QVector>
#include <QWidget>

namespace tidemark {

/// A small plot of shares between 0 and 1: points from left to right, joined by a line, with the diagonal on which
/// they ought to lie where there is one. What it shows is said in words beneath it, too.
class LearningPlot final : public QWidget
{
    Q_OBJECT

public:
    struct Picture
    {
        QVector<QPointF> points; ///< x and y between 0 and 1, x ascending
        bool hasDiagonal = false;
        QString left;  ///< under the axis, at its beginning
        QString right; ///< and at its end
        QString words; ///< the same for those who don't see it
    };

    explicit LearningPlot(const QString &title, QWidget *parent = nullptr);

    void setPicture(const Picture &picture);
    [[nodiscard]] QString words() const { return m_picture.words; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    Picture m_picture;
};

} // namespace tidemark
