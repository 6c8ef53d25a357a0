#include "text/FileNames.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Endings of files that hold stories, one behind another: ".csv.gz".
QString withoutEndings(QString name)
{
    static const QRegularExpression ending(
        u"\\.(csv|tsv|tab|txt|json|jsonl|ndjson|js|xml|rss|atom|opml|html?|zip|tar|tgz|gz|zst|bz2|xz)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (QRegularExpressionMatch match = ending.match(name); match.hasMatch(); match = ending.match(name))
        name.truncate(match.capturedStart());
    return name;
}

bool isUsualWord(const QString &word)
{
    static const QSet<QString> usual{
        u"tweets"_s,    u"tweet"_s,    u"posts"_s,   u"post"_s,     u"stories"_s,  u"story"_s,      u"data"_s,
        u"export"_s,    u"archive"_s,  u"search"_s,  u"timeline"_s, u"outbox"_s,   u"feed"_s,       u"feeds"_s,
        u"user"_s,      u"account"_s,  u"backup"_s,  u"download"_s, u"twitter"_s,  u"facebook"_s,   u"reddit"_s,
        u"instagram"_s, u"mastodon"_s, u"bluesky"_s, u"tumblr"_s,   u"comments"_s, u"submissions"_s};
    static const QRegularExpression number(u"^\\d+$"_s);
    return usual.contains(word.toLower()) || number.match(word).hasMatch();
}

} // namespace

QStringList accountsInFileName(const QString &name)
{
    static const QRegularExpression breaks(u"[\\s_-]+"_s);
    const QString stem = withoutEndings(name);
    QString rest = stem;
    while (true) {
        const QString first = rest.section(breaks, 0, 0);
        const QString last = rest.section(breaks, -1);
        if (rest == first)
            break;
        if (isUsualWord(first) || first.isEmpty())
            rest = rest.section(breaks, 1);
        else if (isUsualWord(last) || last.isEmpty())
            rest = rest.section(breaks, 0, -2);
        else
            break;
    }
    QStringList accounts;
    for (QString account : {stem, rest}) {
        if (account.startsWith(u'@'))
            account.remove(0, 1);
        if (!account.isEmpty() && !isUsualWord(account) && !accounts.contains(account))
            accounts.append(account);
    }
    return accounts;
}

} // namespace tidemark
