#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;
class QSpinBox;

namespace tidemark {

class LearningModel;

/// Where one theme's learner cuts: where F1 is best, where a wished precision is reached, or where the slider says;
/// with what that changes, said at once.
class CutChooser final : public QWidget
{
    Q_OBJECT

public:
    explicit CutChooser(LearningModel *model, QWidget *parent = nullptr);

    void setRow(int row); ///< of the model; -1: none

private:
    enum Way { BestF1, LeastPrecision, ByHand };

    void choose();
    void slide(int thousandths);
    void showCut();

    LearningModel *m_model;
    int m_row = -1;
    QComboBox *m_way;
    QSpinBox *m_precision;
    QSlider *m_slider;
    QLabel *m_sentence;
};

} // namespace tidemark
