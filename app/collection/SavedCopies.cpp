#include "collection/SavedCopies.h"

#include "store/Settings.h"
#include "text/LocalDates.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Collection)
};

/// When each was saved, by its path.
QJsonObject savedCopies(const Collection &collection)
{
    return QJsonDocument::fromJson(collection.setting(QString::fromLatin1(savedCopiesKey)).toUtf8()).object();
}

QString named(const QString &path, const QJsonValue &savedAt)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(savedAt.toInteger());
    return Words::tr("%1 (of %2)")
        .arg(path, QLocale().toString(moment, localDatePattern(u"yMMMd"_s) + u" HH:mm"_s));
}

} // namespace

Job<std::monostate> noteSavedCopy(Collection &collection, const QString &path)
{
    QJsonObject copies = savedCopies(collection);
    copies.insert(QFileInfo(path).absoluteFilePath(), QDateTime::currentMSecsSinceEpoch());
    return collection.setSetting(QString::fromLatin1(savedCopiesKey),
                                 QString::fromUtf8(QJsonDocument(copies).toJson(QJsonDocument::Compact)));
}

QString whereWordsAreStill(const Collection &collection)
{
    const QJsonObject copies = savedCopies(collection);
    QStringList names;
    for (auto copy = copies.constBegin(); copy != copies.constEnd(); ++copy)
        names << named(copy.key(), copy.value());
    QString words = Words::tr("Their words have left the collection's file.") + u' ';
    if (names.isEmpty())
        return words + Words::tr("Copies and backups of it still hold them.");
    return words
        + Words::tr("Copies that were saved before still hold them: %1. So do backups by other programs.")
              .arg(names.join(u", "_s));
}

} // namespace tidemark
