#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

/// The sample collection's posts are invented, varied, and say so: checked on the resource itself.
class tst_sample : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void saysThatItIsInvented();
    void hasAboutTwoThousandPostsInManyLanguagesFromAllPlatforms();
    void beginsOnTheFirstEveningAndHasALongTail();
    void noTwoPostsShareAnOpeningOfEightWords();
    void fewRunsOfSixWordsRepeat();
    void namesNobody();

private:
    QJsonObject m_header;
    QVector<QJsonObject> m_posts;
    QVector<QStringList> m_words; ///< of m_posts, case-folded
};

void tst_sample::initTestCase()
{
    QFile file(u":/sample/stories.jsonl"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression word(u"\\w+"_s, QRegularExpression::UseUnicodePropertiesOption);
    m_header = QJsonDocument::fromJson(file.readLine()).object();
    while (!file.atEnd()) {
        const QJsonObject post = QJsonDocument::fromJson(file.readLine()).object();
        QVERIFY(!post.isEmpty());
        if (!post.contains(u"text"_s))
            continue;
        QStringList words;
        for (auto match = word.globalMatch(post.value(u"text"_s).toString().toCaseFolded()); match.hasNext();)
            words.append(match.next().captured());
        m_posts.append(post);
        m_words.append(words);
    }
}

void tst_sample::saysThatItIsInvented()
{
    QCOMPARE(m_header.value(u"invented"_s), QJsonValue(true));
    QVERIFY(m_header.value(u"note"_s).toString().contains("invented"_L1));
}

void tst_sample::hasAboutTwoThousandPostsInManyLanguagesFromAllPlatforms()
{
    QSet<QString> languages;
    QSet<QString> platforms;
    for (const QJsonObject &post : std::as_const(m_posts)) {
        languages.insert(post.value(u"language"_s).toString());
        platforms.insert(post.value(u"platform"_s).toString());
    }
    QVERIFY2(m_posts.size() >= 1900 && m_posts.size() <= 2100, qPrintable(QString::number(m_posts.size())));
    QVERIFY(languages.size() >= 6);
    const QSet<QString> expected{u"twitter"_s, u"facebook"_s, u"instagram"_s, u"mastodon"_s,
                                 u"bluesky"_s, u"reddit"_s,   u"tumblr"_s,    u"blog"_s};
    QVERIFY((expected - platforms).isEmpty());
}

void tst_sample::beginsOnTheFirstEveningAndHasALongTail()
{
    QStringList times;
    for (const QJsonObject &post : std::as_const(m_posts)) {
        if (post.contains(u"posted_at"_s))
            times.append(post.value(u"posted_at"_s).toString());
    }
    times.sort();
    QVERIFY(times.first() >= "2017-10-15T20:21:00Z"_L1);
    const auto firstWeek
        = std::count_if(times.cbegin(), times.cend(), [](const QString &time) { return time < "2017-10-23"_L1; });
    const auto later
        = std::count_if(times.cbegin(), times.cend(), [](const QString &time) { return time > "2018"_L1; });
    QVERIFY(firstWeek > times.size() / 4);
    QVERIFY(later > times.size() / 10);
    QVERIFY(times.size() < m_posts.size()); // some are undated
}

void tst_sample::noTwoPostsShareAnOpeningOfEightWords()
{
    QHash<QString, qsizetype> openings;
    for (qsizetype i = 0; i < m_posts.size(); ++i) {
        const QString opening = m_words.at(i).mid(0, 8).join(u' ');
        QVERIFY2(!openings.contains(opening), qPrintable(opening));
        openings.insert(opening, i);
    }
}

void tst_sample::fewRunsOfSixWordsRepeat()
{
    QHash<QString, int> runs;
    int total = 0;
    for (const QStringList &words : std::as_const(m_words)) {
        for (qsizetype i = 0; i + 6 <= words.size(); ++i, ++total)
            ++runs[words.mid(i, 6).join(u' ')];
    }
    int repeated = 0;
    for (const int count : std::as_const(runs))
        repeated += count > 1 ? count : 0;
    QVERIFY(total > 20000);
    QVERIFY2(repeated * 20 <= total, qPrintable(QString::number(repeated)));
}

void tst_sample::namesNobody()
{
    static const QRegularExpression mention(u"@(\\w+)"_s);
    for (const QJsonObject &post : std::as_const(m_posts)) {
        QVERIFY(post.value(u"author"_s).toString().startsWith("invented_"_L1));
        const QString text = post.value(u"text"_s).toString();
        for (auto match = mention.globalMatch(text); match.hasNext();) {
            const QString name = match.next().captured(1);
            QVERIFY2(name.startsWith("example_"_L1) || name.startsWith("invented"_L1), qPrintable(text));
        }
    }
}

QTEST_APPLESS_MAIN(tst_sample)
#include "tst_sample.moc"
