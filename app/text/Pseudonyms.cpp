#include "text/Pseudonyms.h"

#include "text/RandomKey.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// A handle as it is compared: without its sign or "/u/", in NFKC, case-folded, without zero-width characters.
QString foldHandle(const QString &handle)
{
    const bool isAscii = std::all_of(handle.begin(), handle.end(), [](QChar c) { return c.unicode() < 0x80; });
    const QString normal
        = isAscii ? handle.toLower() : handle.normalized(QString::NormalizationForm_KC).toCaseFolded();
    QString folded;
    folded.reserve(normal.size());
    for (const QChar c : normal) {
        const bool isLeftOut = c.isSpace() || (!isAscii && c.category() == QChar::Other_Format);
        if (!isLeftOut)
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

quint64 keyedNumber(const KeyedSha256 &key, Platform platform, const QString &folded)
{
    const QString message = platformKey(platform) + u'\n' + folded;
    return qFromBigEndian<quint64>(key.of(message.toUtf8()).constData());
}

/// The folded name of a server behind a folded handle, with its sign; empty if it has none.
QString serverOf(const QString &folded)
{
    const qsizetype sign = folded.indexOf(u'@');
    return sign < 0 ? QString() : folded.mid(sign);
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

Pseudonyms Pseudonyms::keyed(const QByteArray &key, const QStringList &publicAccounts)
{
    Pseudonyms pseudonyms;
    if (!key.isEmpty())
        pseudonyms.m_key.emplace(key);
    pseudonyms.m_publicAccounts = foldHandles(publicAccounts);
    return pseudonyms;
}

Pseudonyms Pseudonyms::drawn(const QStringList &publicAccounts)
{
    Pseudonyms pseudonyms = keyed(randomKey(), publicAccounts);
    pseudonyms.m_lots = std::make_shared<Lots>();
    return pseudonyms;
}

qsizetype Pseudonyms::Lots::of(quint64 keyed)
{
    constexpr qsizetype atOnce = 1000;
    const QMutexLocker lock(&guard);
    if (const auto known = drawn.constFind(keyed); known != drawn.cend())
        return *known;
    if (waiting.isEmpty()) {
        waiting.resize(atOnce);
        std::iota(waiting.begin(), waiting.end(), drawn.size() + 1);
        std::shuffle(waiting.begin(), waiting.end(), *QRandomGenerator::system());
    }
    return *drawn.insert(keyed, waiting.takeLast());
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
    return !m_key ? numberedPerson(1) : personOf(platform, folded);
}

QString Pseudonyms::personOf(Platform platform, const QString &folded) const
{
    constexpr quint64 numbers = 1'000'000'000'000'000;
    const quint64 number = keyedNumber(*m_key, platform, folded);
    return u"person-"_s + (m_lots ? QString::number(m_lots->of(number)) : QString::number(number % numbers));
}

ConcealedText Pseudonyms::conceal(const QString &text, Platform platform, const QString &author) const
{
    ConcealedText concealed;
    const QString home = platform == Platform::Mastodon ? serverOf(foldHandle(author)) : QString();
    QHash<QString, QString> persons;
    qsizetype copied = 0;
    const QVector<Identifier> identifiers = findIdentifiers(text);
    if (identifiers.isEmpty()) {
        concealed.text = text;
        return concealed;
    }
    for (const Identifier &identifier : identifiers) {
        QString with = plainReplacement(identifier.kind);
        if (identifier.kind == Identifier::Kind::Handle) {
            QString folded = foldHandle(text.mid(identifier.start, identifier.length));
            if (m_publicAccounts.contains(folded))
                continue;
            if (serverOf(folded).isEmpty())
                folded += home;
            if (m_publicAccounts.contains(folded))
                continue;
            QString &person = persons[folded];
            if (person.isEmpty())
                person = !m_key ? numberedPerson(persons.size()) : personOf(platform, folded);
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

qsizetype concealOwnLink(QByteArray &text, QByteArrayView link, Identifier::Kind kind)
{
    const qsizetype times = link.isEmpty() ? 0 : text.count(link);
    if (times > 0)
        text.replace(link, plainReplacement(kind).toUtf8());
    return times;
}

} // namespace tidemark
