#include "store/StoryTexts.h"

#include "store/StoryJson.h"
#include "story/UtcText.h"

#include <QUtf8StringView>

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

} // namespace

StoryTexts storyTexts(const Story &story)
{
    StoryTexts texts;
    texts.language = story.language.toUtf8();
    texts.text = story.text.toUtf8();
    texts.nativeId = story.nativeId.toUtf8();
    texts.permalink = story.permalink.toUtf8();
    if (!texts.nativeId.isEmpty() && texts.permalink.endsWith(texts.nativeId)) {
        texts.permalink.chop(texts.nativeId.size());
        texts.isPermalinkCut = true;
    }
    texts.postedAtForm = formOf(story);
    if (texts.postedAtForm == PostedAtForm::AsGiven)
        texts.postedAtText = story.postedAtText.toUtf8();
    texts.contentWarning = story.contentWarning.toUtf8();
    texts.mediaDescriptions = stringsToJson(story.mediaDescriptions).toUtf8();
    texts.hashtags = stringsToJson(story.hashtags).toUtf8();
    texts.withheldIn = stringsToJson(story.withheldIn).toUtf8();
    texts.editIds = stringsToJson(story.editIds).toUtf8();
    return texts;
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
