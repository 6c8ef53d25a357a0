#pragma once

#include "story/Result.h"

#include <QDate>
#include <QString>
#include <QVector>

namespace tidemark {

/// Where somebody who needs it is listened to. resources/helplines/README.md says what the parts mean.
struct Helpline
{
    QString country; ///< ISO 3166, two letters
    QString name;
    QString phone;
    QString link;
    QString languages;
    QString hours;
    QString verifiedBy;
    QDate verifiedOn;
    QString source;
};

/// The verified entries of a file, by country and name; an entry that nobody vouches for is left out.
Result<QVector<Helpline>> readHelplines(const QString &path);

} // namespace tidemark
