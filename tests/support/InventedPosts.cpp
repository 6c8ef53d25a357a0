#include "support/InventedPosts.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tidemark::test {

namespace {

struct Words
{
    QString language;
    QStringList words;
};

const QVector<Words> &vocabulary()
{
    static const QVector<Words> words{
        {u"en"_s,
         u"me too my boss at work said so and I left the office when I was 19 he followed me home on the bus "
         u"nobody "
         u"believed me I believe you we stand with you reporter hearing teacher school didn't speak café"_s.split(
             u' ')},
        {u"es"_s, u"yo también en mi trabajo el jefe acoso calle niña años no dije nada te creo"_s.split(u' ')},
        {u"fr"_s, u"moi aussi à l'école mon patron m'a suivie été ça je te crois dans le métro"_s.split(u' ')},
        {u"de"_s, u"ich auch mein Chef im Büro Straße sagte nichts wir glauben euch"_s.split(u' ')},
        {u"zh"_s, {u"我也是"_s, u"老板"_s, u"在办公室"_s, u"那年我十九岁"_s, u"没有人"_s}},
        {u"ja"_s, {u"私も"_s, u"会社の上司"_s, u"学校で"_s, u"言えなかった"_s}},
        {u"ar"_s, {u"أنا"_s, u"أيضا"_s, u"في"_s, u"العمل"_s, u"مَدرسة"_s}},
        {QString(), {u"#MeToo"_s, u"😔"_s, u"https://example.org/a"_s, u"@someone"_s}},
    };
    return words;
}

const QStringList &tags()
{
    static const QStringList list{u"#MeToo"_s, u"#metoo"_s, u"#YoTambién"_s, u"#BalanceTonPorc"_s, u"＃MeToo"_s};
    return list;
}

template<typename List>
const auto &oneOf(const List &list, QRandomGenerator &random)
{
    return list.at(random.bounded(static_cast<int>(list.size())));
}

QString textIn(const Words &words, QRandomGenerator &random)
{
    QStringList text;
    const int start = random.bounded(static_cast<int>(words.words.size()));
    const int count = 1 + random.bounded(12);
    // Runs of the vocabulary, so that phrases occur in more than one post.
    for (int i = 0; i < count; ++i)
        text.append(words.words.at((start + i) % words.words.size()));
    if (random.bounded(2) == 0)
        text.append(oneOf(tags(), random));
    if (random.bounded(6) == 0)
        text.append(u"@friend%1"_s.arg(random.bounded(5)));
    return text.join(u' ');
}

/// From forty instants, so that many posts share theirs.
QDateTime someTime(QRandomGenerator &random)
{
    const QDateTime first(QDate(2017, 10, 15), QTime(20, 21), QTimeZone::utc());
    const int step = random.bounded(40);
    return first.addSecs(qint64(step) * step * 7411);
}

QString quoted(QString cell)
{
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

QString tweetTime(const QDateTime &time)
{
    return QLocale::c().toString(time, u"ddd MMM dd HH:mm:ss +0000 yyyy"_s);
}

QJsonObject account(int number)
{
    return {{u"id_str"_s, QString::number(9000 + number)},
            {u"id"_s, 9000 + number},
            {u"screen_name"_s, u"account%1"_s.arg(number)},
            {u"name"_s, u"Account %1"_s.arg(number)}};
}

QJsonObject tweet(qint64 id, const QString &text, const QString &language, const QDateTime &time, int by)
{
    return {{u"id_str"_s, QString::number(id)},
            {u"id"_s, id},
            {u"full_text"_s, text},
            {u"lang"_s, language.isEmpty() ? u"und"_s : language},
            {u"created_at"_s, tweetTime(time)},
            {u"user"_s, account(by)}};
}

} // namespace

QString inventedText(QRandomGenerator &random)
{
    return textIn(oneOf(vocabulary(), random), random);
}

QByteArray inventedCsv(int posts, quint32 seed)
{
    static const QStringList platforms{u"twitter"_s, u"facebook"_s, u"mastodon"_s, u"reddit"_s, u"blog"_s};
    static const QStringList sectors{u"health"_s, u"film"_s, u"politics"_s, QString()};
    static const QStringList regions{u"north"_s, u"south"_s, u"Île-de-France"_s, QString()};
    QRandomGenerator random(seed);
    QStringList lines{u"post,shared,where,who,words,tongue,warning,sector,region"_s};
    for (int number = 0; number < posts; ++number) {
        const Words &words = oneOf(vocabulary(), random);
        const QString time
            = random.bounded(12) == 0 ? QString() : someTime(random).toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
        const QStringList cells{u"csv-%1-%2"_s.arg(seed).arg(number),
                                time,
                                oneOf(platforms, random),
                                u"writer%1"_s.arg(random.bounded(30)),
                                quoted(textIn(words, random)),
                                words.language,
                                random.bounded(10) == 0 ? u"harassment"_s : QString(),
                                oneOf(sectors, random),
                                oneOf(regions, random)};
        lines.append(cells.join(u','));
    }
    return (lines.join(u"\r\n"_s) + u"\r\n"_s).toUtf8();
}

ReaderOptions inventedCsvOptions()
{
    ColumnMapping mapping;
    mapping.columns = {{StoryField::NativeId, u"post"_s},
                       {StoryField::PostedAt, u"shared"_s},
                       {StoryField::Platform, u"where"_s},
                       {StoryField::AuthorHandle, u"who"_s},
                       {StoryField::Text, u"words"_s},
                       {StoryField::Language, u"tongue"_s},
                       {StoryField::ContentWarning, u"warning"_s}};
    ReaderOptions options;
    options.format = u"csv"_s;
    options.mapping = mapping;
    return options;
}

QByteArray inventedTweets(int posts, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray lines;
    QVector<QJsonObject> originals;
    for (int number = 0; number < posts; ++number) {
        const Words &words = oneOf(vocabulary(), random);
        const qint64 id = qint64(seed) * 1'000'000 + number;
        QJsonObject made = tweet(id, textIn(words, random), words.language, someTime(random), random.bounded(25));
        if (random.bounded(8) == 0)
            made.insert(u"possibly_sensitive"_s, true);
        if (!originals.isEmpty() && random.bounded(3) == 0) {
            made.insert(u"retweeted_status"_s, oneOf(originals, random));
            made.insert(u"full_text"_s, u"RT @account1: ..."_s);
        } else {
            originals.append(made);
        }
        lines += QJsonDocument(made).toJson(QJsonDocument::Compact) + '\n';
    }
    return lines;
}

QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qWarning("%s could not be written", qPrintable(file.fileName()));
    return file.fileName();
}

std::unique_ptr<Collection> collectionOfInventedPosts(const QTemporaryDir &folder, int posts, const QString &name)
{
    auto opened = Collection::open(folder.filePath(name + u".tidemark"_s), Collection::Missing::Create);
    if (!opened) {
        qWarning("%s", qPrintable(opened.error().message));
        return nullptr;
    }
    std::unique_ptr<Collection> collection = std::move(opened).value();
    const QString csv = writeFile(folder, name + u".csv"_s, inventedCsv(posts, 1));
    const QString tweets = writeFile(folder, name + u".jsonl"_s, inventedTweets(posts, 2));
    const auto first = waitFor(collection->import(csv, inventedCsvOptions()));
    const auto second = waitFor(collection->import(tweets, {}));
    if (!first || !second) {
        qWarning("%s", qPrintable((first ? second : first).error().message));
        return nullptr;
    }
    return collection;
}

} // namespace tidemark::test
