#pragma once

#include <QStringView>
#include <QVector>

namespace tidemark {

/// Something in a text by which a person can be found.
struct Identifier
{
    enum class Kind : quint8 { Handle, Mail, Phone, ProfileLink, StoryLink };

    Kind kind = Kind::Handle;
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const Identifier &, const Identifier &) = default;
};

/// All identifiers of a text, in order, not overlapping: @name, @name@server, mail addresses, phone numbers,
/// links to profiles and to single posts on the known platforms. Linear in the text's length. Any thread.
QVector<Identifier> findIdentifiers(QStringView text);

/// Links of any kind (http and https), in order. The kind is ProfileLink where one leads to a person, else
/// StoryLink, whatever it leads to.
QVector<Identifier> findLinks(QStringView text);

} // namespace tidemark
