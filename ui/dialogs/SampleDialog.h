#pragma once

#include "model/ReadingSample.h"

#include <QDialog>

class QComboBox;
class QSpinBox;

namespace tidemark {

/// How a reading sample is to be drawn.
class SampleDialog final : public QDialog
{
    Q_OBJECT

public:
    SampleDialog(qint64 stories, const SampleQuestion &question, QWidget *parent);

    [[nodiscard]] SampleQuestion question() const;

private:
    QSpinBox *m_size;
    QComboBox *m_strata;
    QSpinBox *m_seed;
};

} // namespace tidemark
