#pragma once

#include "source/Labels.h"
#include "story/Story.h"

#include <QByteArray>

#include <variant>

namespace tidemark {

/// A wrapper that passes an existing story on. It is an event on the original, not a story.
struct Repost
{
    Platform platform = Platform::Other;
    QString nativeId;              ///< of the wrapper
    QString originalNativeId;      ///< empty if unknown
    std::optional<Story> original; ///< the story that was passed on, where the record holds it
    std::optional<Instant> postedAt;
    Author author; ///< who passed it on
};

/// The platform says that a story, or an account with all its stories, was taken back.
struct Withdrawal
{
    Platform platform = Platform::Other;
    QString nativeId;
    QString reason;         ///< as the record gives it: "deleted", "suspended", ...
    bool ofAccount = false; ///< nativeId is that of an account: all its stories
};

/// A record that is understood and rightly brings nothing (a user object, an error line).
struct Skipped
{
    QString reason; ///< a short phrase for the report; equal reasons are counted together
};

/// A record that couldn't be understood; it is set aside with its bytes.
struct Rejected
{
    QString reason; ///< a sentence
};

/// What a record brings.
using Content = std::variant<Story, Repost, Withdrawal, Skipped, Rejected>;

/// One top-level record of a source: counted exactly once in the import report.
struct Record
{
    qint64 number = 0; ///< grows from record to record: the line for line formats, else 1, 2, 3 ...
    QByteArray raw;    ///< the record as it came; empty: it holds words of others that are not to be kept
    Content content;
    QVector<StoryLabel> labels = {}; ///< codings by hand that the record brings for its story
    /// What other records of the same server call its story where they answer it, if that isn't its native id. Not
    /// by itself a sign that two stories are the same one.
    QString calledThere = {};
    qint64 line = 0; ///< of its file in which it begins, from 1; 0: not known
};

} // namespace tidemark
