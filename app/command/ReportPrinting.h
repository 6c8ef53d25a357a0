#pragma once

#include "import/ImportReport.h"

#include <QJsonObject>

namespace tidemark {

QJsonObject countsObject(const ImportCounts &counts);
QJsonObject reportObject(const ImportReport &report);
void printReport(const ImportReport &report); ///< for people

QJsonObject rejectionObject(const RejectedRecord &rejected); ///< without its content
QString rejectionLine(const RejectedRecord &rejected);       ///< for people

} // namespace tidemark
