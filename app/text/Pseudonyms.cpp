#include "text/Pseudonyms.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// A handle as it is compared: without its sign or "/u/", in NFKC, case-folded, without zero-width characters.
QString foldHandle(const QString &handle)
{
    const QString normal = handle.normalized(QString::NormalizationForm_KC).toCaseFolded();
    QString folded;
    folded.reserve(normal.size());
    for (const QChar c : normal) {
        if (c.category() != QChar::Other_Format && !c.isSpace())
            folded.append(c);
    }
    for (const QLatin1StringView front : {"/u/"_L1, "u/"_L1, "@"_L1}) {
        if (folded.startsWith(front))
            return folded.mid(front.size());
    }
    return folded;
}

QStringList foldHandles(const QStringList &handles)
{
    QStringList folded;
    folded.reserve(handles.size());
    for (const QString &handle : handles)
        folded.append(foldHandle(handle));
    return folded;
}

QString numberedPerson(qsizetype number)
{
    return u"person-"_s + QString::number(number);
}

QString keyedPerson(const QByteArray &key, Platform platform, const QString &folded)
{
    constexpr int bytesUsed = 7; // 56 bits
    const QByteArray message = platformKey(platform).toUtf8() + '\n' + folded.toUtf8();
    const QByteArray code = QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
    quint64 number = 0;
    for (int i = 0; i < bytesUsed; ++i)
        number = number << 8 | static_cast<uchar>(code.at(i));
    return u"person-"_s + QString::number(number);
}

QString plainReplacement(Identifier::Kind kind)
{
    switch (kind) {
    case Identifier::Kind::Mail:
        return u"[mail address]"_s;
    case Identifier::Kind::Phone:
        return u"[phone number]"_s;
    case Identifier::Kind::ProfileLink:
        return u"[profile link]"_s;
    case Identifier::Kind::StoryLink:
        return u"[story link]"_s;
    case Identifier::Kind::Handle:
        break;
    }
    return {};
}

} // namespace

qsizetype ConcealedText::fromOriginal(qsizetype place) const
{
    qsizetype grown = 0;
    for (const Replacement &replacement : replacements) {
        if (place < replacement.start)
            break;
        if (place < replacement.start + replacement.length)
            return replacement.start + grown;
        grown += replacement.with.size() - replacement.length;
    }
    return place + grown;
}

qsizetype ConcealedText::toOriginal(qsizetype place) const
{
    qsizetype grown = 0;
    for (const Replacement &replacement : replacements) {
        const qsizetype start = replacement.start + grown;
        if (place < start)
            break;
        if (place < start + replacement.with.size())
            return replacement.start;
        grown += replacement.with.size() - replacement.length;
    }
    return place - grown;
}

Pseudonyms Pseudonyms::keyed(const QByteArray &key, const QStringList &publicAccounts)
{
    Pseudonyms pseudonyms;
    pseudonyms.m_key = key;
    pseudonyms.m_publicAccounts = foldHandles(publicAccounts);
    return pseudonyms;
}

Pseudonyms Pseudonyms::numbered(const QStringList &publicAccounts)
{
    return keyed({}, publicAccounts);
}

QString Pseudonyms::person(Platform platform, const QString &handle) const
{
    const QString folded = foldHandle(handle);
    if (folded.isEmpty() || m_publicAccounts.contains(folded))
        return handle;
    return m_key.isEmpty() ? numberedPerson(1) : keyedPerson(m_key, platform, folded);
}

ConcealedText Pseudonyms::conceal(const QString &text, Platform platform) const
{
    ConcealedText concealed;
    QHash<QString, QString> persons;
    qsizetype copied = 0;
    const QVector<Identifier> identifiers = findIdentifiers(text);
    for (const Identifier &identifier : identifiers) {
        QString with = plainReplacement(identifier.kind);
        if (identifier.kind == Identifier::Kind::Handle) {
            const QString folded = foldHandle(text.mid(identifier.start, identifier.length));
            if (m_publicAccounts.contains(folded))
                continue;
            QString &person = persons[folded];
            if (person.isEmpty())
                person = m_key.isEmpty() ? numberedPerson(persons.size()) : keyedPerson(m_key, platform, folded);
            with = person;
        }
        concealed.text.append(QStringView(text).sliced(copied, identifier.start - copied));
        concealed.text.append(with);
        concealed.replacements.append({identifier.kind, identifier.start, identifier.length, with});
        copied = identifier.start + identifier.length;
    }
    concealed.text.append(QStringView(text).sliced(copied));
    return concealed;
}

} // namespace tidemark
