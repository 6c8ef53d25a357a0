#pragma once

#include "story/DatedEvent.h"

#include <QByteArray>
#include <QVector>

namespace tidemark {

/// Events as CSV with the columns date, label and source, which source/EventsFile.h reads back.
QByteArray eventsCsv(const QVector<DatedEvent> &events);

} // namespace tidemark
