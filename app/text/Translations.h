#pragma once

#include <QString>
#include <QStringList>

namespace tidemark {

/// The languages that the program's own words exist in, as ISO 639 codes; English first.
QStringList programLanguages();

/// Lets the program speak this language, and write dates and numbers in its way; empty: as the user's system does.
/// Call it once, early, in the thread of the application object: what is already shown stays as it is.
void speak(const QString &language);

} // namespace tidemark
