#include "source/Audience.h"

#include "source/TwitterCompliance.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

bool isForEverybody(const Json &audience)
{
    bool found = false;
    forOneOrEach(audience, [&](const Json &who) {
        const QString address = objectAddress(who);
        found |= address == "https://www.w3.org/ns/activitystreams#Public"_L1 || address == "as:Public"_L1
            || address == "Public"_L1;
    });
    return found;
}

/// The letters of a word in lower case, without accents: "Followers-only" and "followersOnly" are the same.
QString lettersOf(const QString &word)
{
    QString letters;
    const QString apart = word.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : apart) {
        if (c.isLetter())
            letters += c;
    }
    return letters;
}

/// Words for people whom the writer knows, and for nobody else: they are enough, whatever stands beside them.
bool namesCircle(const QString &audience)
{
    static const QSet<QString> circles{
        u"private"_s,  u"privat"_s,    u"privado"_s,     u"privada"_s,     u"prive"_s,        u"privee"_s,
        u"friend"_s,   u"friends"_s,   u"freunde"_s,     u"freunden"_s,    u"amigos"_s,       u"amigas"_s,
        u"amis"_s,     u"amies"_s,     u"follower"_s,    u"followers"_s,   u"seguidores"_s,   u"abonnes"_s,
        u"kontakte"_s, u"contactos"_s, u"contacts"_s,    u"connections"_s, u"members"_s,      u"mitglieder"_s,
        u"miembros"_s, u"membres"_s,   u"subscribers"_s, u"abonnenten"_s,  u"suscriptores"_s, u"mentioned"_s,
        u"specific"_s};
    static const QRegularExpression between(u"[\\W_]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = audience.split(between);
    return std::any_of(words.cbegin(), words.cend(),
                       [](const QString &word) { return circles.contains(lettersOf(word)); });
}

bool isForFew(const Json &record)
{
    if (isNarrowAudience(record["visibility"].text()) || record["subreddit_type"].text() == "private"_L1)
        return true;
    if (isProtected(record["user"]) || isProtected(record["author"]))
        return true;
    const bool isActivity = record.has("type") && (record.has("to") || record.has("cc"));
    return (isActivity && !isOpenObject(record)) || isForMembersOnly(record);
}

} // namespace

bool isNarrowAudience(const QString &audience)
{
    static const QSet<QString> narrow{
        u"direct"_s,           u"limited"_s,   u"followersonly"_s, u"specified"_s,     u"mutuals"_s,
        u"mutualsonly"_s,      u"mentioned"_s, u"friendsonly"_s,   u"allfriends"_s,    u"members"_s,
        u"friendsoffriends"_s, u"onlyme"_s,    u"self"_s,          u"selfonly"_s,      u"custom"_s,
        u"circle"_s,           u"nurich"_s,    u"soloyo"_s,        u"moiuniquement"_s, u"seulementmoi"_s,
        u"protected"_s,        u"closed"_s,    u"secret"_s,        u"draft"_s,         u"membersonly"_s};
    return !audience.isEmpty() && (narrow.contains(lettersOf(audience)) || namesCircle(audience));
}

bool isOpenStatus(const Json &status)
{
    const bool isLocal = status["local_only"].boolean().value_or(false);
    return !isLocal && (status["visibility"].text() == "public"_L1 || isUnlistedStatus(status));
}

bool isOpenObject(const Json &object)
{
    return isForEverybody(object["to"]) || isForEverybody(object["cc"]);
}

void markUnlisted(Story &story, bool isUnlisted)
{
    if (isUnlisted)
        story.attributes << Attribute{u"visibility"_s, u"unlisted"_s, false};
}

bool isUnlistedStatus(const Json &status)
{
    return status["visibility"].text() == "unlisted"_L1;
}

bool isUnlistedObject(const Json &object)
{
    return isForEverybody(object["cc"]) && !isForEverybody(object["to"]);
}

bool shunsSearch(const Json &account)
{
    return account["noindex"].boolean().value_or(false) || !account["indexable"].boolean().value_or(true)
        || !account["discoverable"].boolean().value_or(true);
}

bool isOpenAudience(const QString &audience)
{
    static const QSet<QString> words{
        QString(),        u"public"_s,     u"publicly"_s,      u"quietpublic"_s, u"everyone"_s,    u"everybody"_s,
        u"anyone"_s,      u"all"_s,        u"world"_s,         u"open"_s,        u"unlisted"_s,    u"notlisted"_s,
        u"home"_s,        u"null"_s,       u"nan"_s,           u"offentlich"_s,  u"oeffentlich"_s, u"alle"_s,
        u"jeder"_s,       u"ungelistet"_s, u"nichtgelistet"_s, u"publico"_s,     u"publica"_s,     u"todos"_s,
        u"todoelmundo"_s, u"nolistado"_s,  u"nolistada"_s,     u"publique"_s,    u"tous"_s,        u"toutlemonde"_s,
        u"nonliste"_s,    u"nonlistee"_s,  u"nonrepertorie"_s};
    return words.contains(lettersOf(audience));
}

bool saysThatItIsForFew(const Json &record)
{
    return isForFew(record) || isForFew(record["status"]) || isForFew(record["object"]) || isForFew(record["data"]);
}

bool isForMembersOnly(const Json &view)
{
    const auto asks = [](const Json &labels) { return blueskyLabels(labels).contains("!no-unauthenticated"_L1); };
    return asks(view["labels"]) || asks(view["author"]["labels"])
        || asks(blueskyRecordIn(view)["labels"]["values"]);
}

QStringList blueskyLabels(const Json &list)
{
    QStringList labels;
    QStringList takenBack;
    list.forEach([&](const Json &label) {
        (label["neg"].boolean().value_or(false) ? takenBack : labels) << label["val"].text();
    });
    for (const QString &label : std::as_const(takenBack))
        labels.removeAll(label);
    return labels;
}

Json blueskyRecordIn(const Json &view)
{
    if (view["record"].isObject())
        return view["record"];
    return view["value"].isObject() ? view["value"] : view;
}

QStringList blueskyTags(const Json &record)
{
    QStringList tags;
    record["facets"].forEach([&](const Json &facet) {
        facet["features"].forEach([&](const Json &feature) { tags << feature["tag"].text(); });
    });
    record["tags"].forEach([&](const Json &tag) { tags << tag.text(); });
    tags.removeAll(QString());
    tags.removeDuplicates();
    return tags;
}

QString objectAddress(const Json &object)
{
    if (!object.isObject())
        return object.text();
    return object.has("id") ? object["id"].text() : object["href"].text();
}

} // namespace tidemark
