#include "learning/CutChooser.h"

#include "model/LearningModel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

CutChooser::CutChooser(LearningModel *model, QWidget *parent)
    : QWidget(parent),
      m_model(model),
      m_way(new QComboBox(this)),
      m_precision(new QSpinBox(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_sentence(new QLabel(this))
{
    m_way->setObjectName(u"cutWay"_s);
    m_way->setAccessibleName(tr("How the cut is chosen"));
    m_way->addItem(tr("Best F1"), BestF1);
    m_way->addItem(tr("Precision of at least"), LeastPrecision);
    m_way->addItem(tr("By hand"), ByHand);
    m_precision->setObjectName(u"cutPrecision"_s);
    m_precision->setAccessibleName(tr("Precision wished, in percent"));
    m_precision->setRange(50, 99);
    m_precision->setValue(90);
    m_precision->setSuffix(tr(" %"));
    m_slider->setObjectName(u"cutSlider"_s);
    m_slider->setAccessibleName(tr("Cut, in thousandths of probability"));
    m_slider->setRange(1, LabelDifference::steps - 1);
    m_slider->setPageStep(50);
    m_sentence->setObjectName(u"cutSentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    auto *choice = new QHBoxLayout;
    auto *label = new QLabel(tr("C&ut:"), this);
    label->setBuddy(m_way);
    choice->addWidget(label);
    choice->addWidget(m_way);
    choice->addWidget(m_precision);
    choice->addWidget(m_slider, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(choice);
    layout->addWidget(m_sentence);
    connect(m_way, &QComboBox::activated, this, &CutChooser::choose);
    connect(m_precision, &QSpinBox::valueChanged, this, &CutChooser::choose);
    connect(m_slider, &QSlider::valueChanged, this, &CutChooser::slide);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { setRow(-1); });
    setRow(-1);
}

void CutChooser::setRow(int row)
{
    m_row = row >= 0 && m_model->isLearned(row) ? row : -1;
    setVisible(m_row >= 0);
    if (m_row < 0)
        return;
    const bool asksPrecision = m_model->wish(m_row).best == CutWish::For::Precision;
    m_way->setCurrentIndex(m_way->findData(m_model->isCutByHand(m_row) ? ByHand
                                               : asksPrecision         ? LeastPrecision
                                                                       : BestF1));
    const QSignalBlocker isOurs(m_precision);
    m_precision->setValue(qRound(100 * m_model->wish(m_row).precision));
    showCut();
}

void CutChooser::choose()
{
    CutWish wish;
    wish.best = m_way->currentData().toInt() == LeastPrecision ? CutWish::For::Precision : CutWish::For::F1;
    wish.precision = m_precision->value() / 100.0;
    if (m_way->currentData().toInt() == ByHand)
        m_model->setCut(m_row, m_model->cut(m_row)); // the same one, and from now on its own figures
    else
        m_model->setWish(m_row, wish);
    showCut();
}

void CutChooser::slide(int thousandths)
{
    m_way->setCurrentIndex(m_way->findData(ByHand));
    m_model->setCut(m_row, thousandths);
    showCut();
}

void CutChooser::showCut()
{
    m_precision->setVisible(m_way->currentData().toInt() == LeastPrecision);
    const QSignalBlocker isOurs(m_slider);
    m_slider->setValue(m_model->cut(m_row));
    m_sentence->setText(m_model->cutSentence(m_row));
}

} // namespace tidemark
