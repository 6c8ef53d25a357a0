#include "store/CodedTexts.h"

#include "store/Statement.h"
#include "store/StoredNumbers.h"

#include <QCoreApplication>

namespace tidemark {

Result<> readCodedTexts(Connection &connection, std::span<const StoryId> ids,
                        const std::function<Result<>(CodedText &&)> &visit, Progress &progress)
{
    Statement texts(connection,
                    "SELECT language, hand_voice, text FROM story JOIN story_text ON story = id WHERE id = ?");
    Statement codings(connection, "SELECT theme, present FROM coding WHERE story = ? AND coded_by = 2");
    for (const StoryId id : ids) {
        if (progress.isCancelled())
            return Error{Error::Kind::Cancelled, QCoreApplication::translate("Store", "Stopped.")};
        const auto found = texts.bind(id).next();
        if (!found)
            return found.error();
        if (!found.value())
            continue;
        CodedText story{id, texts.text(2), texts.text(0), {}, {}, {}};
        if (!texts.isNull(1))
            story.voice = voiceOf(texts.number(1));
        auto coding = codings.bind(id).next();
        for (; coding && coding.value(); coding = codings.next())
            (codings.flag(1) ? story.present : story.absent).insert(codings.integer(0));
        if (!coding)
            return coding.error();
        if (const auto visited = visit(std::move(story)); !visited)
            return visited;
    }
    return {};
}

} // namespace tidemark
