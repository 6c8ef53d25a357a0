#pragma once

#include "story/Platform.h"
#include "text/Identifiers.h"
#include "text/Sha256.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>
#include <optional>

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
};

/// Gives people numbers instead of names.
///
/// Keyed (exports): `person-` and a number of at most 15 digits from HMAC-SHA-256 under a 256-bit key over platform
/// and case-folded handle, so that equal handles read alike wherever the same key is used and say nothing without
/// it. Fifteen digits are what a spreadsheet, R and JSON hold exactly as a number; among a million people two share
/// one in one collection of two thousand. Drawn (an export that no other is to be joined with): small numbers that
/// are drawn by lot, the first thousand people below 1001, the next below 2001 and so on. The object and its copies
/// agree; not to be shared between threads. Numbered (screen): `person-1`, `person-2`, ... in order of appearance,
/// afresh for each text.
class Pseudonyms
{
public:
    static Pseudonyms keyed(const QByteArray &key, const QStringList &publicAccounts);
    static Pseudonyms drawn(const QStringList &publicAccounts);
    static Pseudonyms numbered(const QStringList &publicAccounts);

    /// The pseudonym of an account; the handle itself if it is a public account. Empty for an empty handle.
    [[nodiscard]] QString person(Platform platform, const QString &handle) const;

    /// The text with handles as persons (public accounts stay), mail addresses as `[mail address]`, phone numbers
    /// as `[phone number]`, profile links as `[profile link]`, story links as `[story link]`. On Mastodon a name
    /// without a server is one of the author's own server, so that @anna and @anna@server.example are one person.
    [[nodiscard]] ConcealedText conceal(const QString &text, Platform platform, const QString &author = {}) const;

private:
    struct Lots
    {
        QMutex guard;                    ///< exports conceal on several threads
        QHash<quint64, qsizetype> drawn; ///< by the keyed number
        QVector<qsizetype> waiting;

        qsizetype of(quint64 keyed);
    };

    [[nodiscard]] QString personOf(Platform platform, const QString &folded) const;

    std::optional<KeyedSha256> m_key; ///< absent: numbered
    std::shared_ptr<Lots> m_lots;     ///< null: not drawn
    QStringList m_publicAccounts;     ///< case-folded
};

/// Replaces a story's own link, whose host need not look like a person's, in a text (UTF-8) that is concealed else.
/// Gives how often it stood there.
qsizetype concealOwnLink(QByteArray &text, QByteArrayView link, Identifier::Kind kind);

} // namespace tidemark
