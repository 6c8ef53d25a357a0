#include "store/StoryTexts.h"

#include "store/StoryJson.h"
#include "story/UtcText.h"

#include <QUtf8StringView>

#include <algorithm>
#include <array>

namespace tidemark {

namespace {

struct WrittenForm
{
    PostedAtForm stored;
    UtcText::Form form;
};
constexpr std::array writtenForms{WrittenForm{PostedAtForm::Iso, UtcText::Form::Iso},
                                  WrittenForm{PostedAtForm::IsoMilliseconds, UtcText::Form::IsoMilliseconds},
                                  WrittenForm{PostedAtForm::Twitter, UtcText::Form::Twitter}};

PostedAtForm formOf(const Story &story)
{
    if (!story.postedAt || story.postedAtText.isEmpty())
        return PostedAtForm::AsGiven;
    for (const WrittenForm &each : writtenForms) {
        const UtcText written(*story.postedAt, each.form);
        if (story.postedAtText == QLatin1StringView(QByteArrayView(written)))
            return each.stored;
    }
    return PostedAtForm::AsGiven;
}

/// A permalink is start, what the row holds, behind, and the native id.
struct PermalinkForm
{
    int stored; ///< in permalink_cut
    QByteArrayView start;
    QByteArrayView behind;
};
/// Where several fit, the first is taken, so that those that say more stand before. Stored in collections: forms
/// may be added, never changed.
constexpr std::array permalinkForms{PermalinkForm{6, "https://twitter.com/", "/status/"},
                                    PermalinkForm{7, "https://x.com/", "/status/"},
                                    PermalinkForm{8, "https://www.facebook.com/", "/posts/"},
                                    PermalinkForm{9, "https://bsky.app/profile/", "/post/"},
                                    PermalinkForm{10, "https://mastodon.social/@", "/"},
                                    PermalinkForm{2, "https://", "/status/"},
                                    PermalinkForm{3, "https://", "/posts/"},
                                    PermalinkForm{4, "https://", "/post/"},
                                    PermalinkForm{5, "https://", "/"},
                                    PermalinkForm{1, "", ""}};

/// Leaves of the permalink what its form doesn't say.
int cutPermalink(QByteArray &permalink, const QByteArray &nativeId)
{
    if (nativeId.isEmpty() || !permalink.endsWith(nativeId))
        return 0;
    permalink.chop(nativeId.size());
    const auto *const form = std::find_if(permalinkForms.begin(), permalinkForms.end(), [&](const auto &each) {
        return permalink.size() >= each.start.size() + each.behind.size() && permalink.startsWith(each.start)
            && permalink.endsWith(each.behind);
    });
    permalink = permalink.mid(form->start.size(), permalink.size() - form->start.size() - form->behind.size());
    return form->stored;
}

bool isWord(const QString &string)
{
    return !string.isEmpty() && std::all_of(string.begin(), string.end(), [](QChar each) { return each > u' '; });
}

} // namespace

StoryTexts storyTexts(const Story &story)
{
    StoryTexts texts;
    texts.language = story.language.toUtf8();
    texts.text = story.text.toUtf8();
    texts.nativeId = story.nativeId.toUtf8();
    texts.permalink = story.permalink.toUtf8();
    texts.permalinkForm = cutPermalink(texts.permalink, texts.nativeId);
    texts.postedAtForm = formOf(story);
    if (texts.postedAtForm == PostedAtForm::AsGiven)
        texts.postedAtText = story.postedAtText.toUtf8();
    texts.contentWarning = story.contentWarning.toUtf8();
    texts.mediaDescriptions = stringsToColumn(story.mediaDescriptions).toUtf8();
    texts.hashtags = stringsToColumn(story.hashtags).toUtf8();
    texts.withheldIn = stringsToColumn(story.withheldIn).toUtf8();
    texts.editIds = stringsToColumn(story.editIds).toUtf8();
    return texts;
}

QByteArray wholePermalink()
{
    QByteArray sql("CASE permalink_cut WHEN 0 THEN permalink");
    for (const PermalinkForm &form : permalinkForms) {
        sql += " WHEN " + QByteArray::number(form.stored) + " THEN '" + form.start.toByteArray()
            + "' || permalink || '" + form.behind.toByteArray() + "' || story_text.native_id";
    }
    return '(' + sql + " END)";
}

QString stringsToColumn(const QStringList &strings)
{
    const bool areWords = std::all_of(strings.begin(), strings.end(), isWord);
    const bool looksLikeJson = !strings.isEmpty() && strings.constFirst().startsWith(u'[');
    return areWords && !looksLikeJson ? strings.join(u' ') : stringsToJson(strings);
}

QStringList stringsFromColumn(const QString &column)
{
    return column.startsWith(u'[') ? stringsFromJson(column) : column.split(u' ', Qt::SkipEmptyParts);
}

QString postedAtText(const QString &stored, qint64 form, std::optional<Instant> postedAt)
{
    if (postedAt) {
        for (const WrittenForm &each : writtenForms) {
            if (form == static_cast<qint64>(each.stored))
                return QString::fromLatin1(QByteArrayView(UtcText(*postedAt, each.form)));
        }
    }
    return stored;
}

} // namespace tidemark
