#pragma once

#include "source/Helplines.h"

#include <QDialog>

namespace tidemark {

/// The helplines that somebody has verified, each with by whom, when and whence; or that there are none yet.
class HelplinesDialog final : public QDialog
{
    Q_OBJECT

public:
    HelplinesDialog(const Result<QVector<Helpline>> &lines, const QDate &today, QWidget *parent);
};

} // namespace tidemark
