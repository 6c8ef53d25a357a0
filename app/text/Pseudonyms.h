#pragma once

#include "story/Platform.h"
#include "text/Identifiers.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

namespace tidemark {

/// A stretch of a text that was replaced.
struct Replacement
{
    Identifier::Kind kind = Identifier::Kind::Handle;
    qsizetype start = 0;  ///< in the original text
    qsizetype length = 0; ///< in the original text
    QString with;

    friend bool operator==(const Replacement &, const Replacement &) = default;
};

/// A text in which people's identifiers are replaced, and what was replaced.
struct ConcealedText
{
    QString text;
    QVector<Replacement> replacements; ///< in order

    /// Where a place of the original text stands in the concealed one (inside a replacement: its start).
    [[nodiscard]] qsizetype fromOriginal(qsizetype place) const;
    [[nodiscard]] qsizetype toOriginal(qsizetype place) const;
};

/// Gives people numbers instead of names.
///
/// Keyed (exports): `person-` and a number of 56 bits from HMAC-SHA-256 under a 256-bit key over platform and
/// case-folded handle, so that equal handles read alike wherever the same key is used and say nothing without it.
/// Numbered (screen): `person-1`, `person-2`, ... in order of appearance, afresh for each text.
class Pseudonyms
{
public:
    static Pseudonyms keyed(const QByteArray &key, const QStringList &publicAccounts);
    static Pseudonyms numbered(const QStringList &publicAccounts);

    /// The pseudonym of an account; the handle itself if it is a public account. Empty for an empty handle.
    [[nodiscard]] QString person(Platform platform, const QString &handle) const;

    /// The text with handles as persons (public accounts stay), mail addresses as `[mail address]`, phone numbers
    /// as `[phone number]`, profile links as `[profile link]`, story links as `[story link]`.
    [[nodiscard]] ConcealedText conceal(const QString &text, Platform platform) const;

private:
    QByteArray m_key;             ///< empty: numbered
    QStringList m_publicAccounts; ///< case-folded
};

} // namespace tidemark
