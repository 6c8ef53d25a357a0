#include "import/RejectedLines.h"

#include "text/ExactText.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace tidemark {

QByteArray rejectedLine(const RejectedRecord &record, qint64 run, const QString &source)
{
    QJsonObject line{
        {u"run"_s, run}, {u"source"_s, source}, {u"record"_s, record.record}, {u"reason"_s, record.reason}};
    if (record.line > 0)
        line.insert(u"line"_s, record.line);
    const QString content = textFromUtf8(record.content);
    if (content.toUtf8() == record.content)
        line.insert(u"content"_s, content);
    else
        line.insert(u"content_base64"_s, QString::fromLatin1(record.content.toBase64()));
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

Result<> writeRejectedLines(const QString &path, const std::function<Result<QByteArray>()> &nextLines)
{
    if (QFile::exists(path)) {
        return Error{Error::Kind::Denied,
                     QCoreApplication::translate("Import", "“%1” is there already. Name another file.").arg(path)};
    }
    QSaveFile file(path);
    bool isWritten
        = file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    while (isWritten) {
        const auto lines = nextLines();
        if (!lines)
            return lines.error();
        if (lines->isEmpty())
            break;
        isWritten = file.write(*lines) == lines->size();
    }
    if (isWritten && file.commit())
        return {};
    return Error{Error::Kind::Denied,
                 QCoreApplication::translate("Import", "“%1” can't be written: %2. Name a file in another folder.")
                     .arg(path, file.errorString())};
}

Result<EditedRecords> readRejectedLines(const QByteArray &lines)
{
    EditedRecords edited;
    int number = 0;
    for (const QByteArray &line : lines.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const QJsonObject record = QJsonDocument::fromJson(line).object();
        const bool isText = record[u"content"_s].isString();
        if (!record[u"run"_s].isDouble() || !record[u"record"_s].isDouble()
            || (!isText && !record[u"content_base64"_s].isString())) {
            return Error{
                Error::Kind::Usage,
                QCoreApplication::translate("Import",
                                            "Line %1 is no rejected record: it needs run, record and content, "
                                            "as “tidemark rejected export” writes them.")
                    .arg(number)};
        }
        edited[record[u"run"_s].toInteger()].insert(
            record[u"record"_s].toInteger(),
            isText ? record[u"content"_s].toString().toUtf8()
                   : QByteArray::fromBase64(record[u"content_base64"_s].toString().toLatin1()));
    }
    return edited;
}

} // namespace tidemark
