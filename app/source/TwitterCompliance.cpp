#include "source/TwitterCompliance.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TwitterCompliance)
};

/// The id of the thing that a notice is about: beside it, or in an object of that name.
QString idIn(const Json &notice, std::string_view name)
{
    const Json thing = notice.has(name) ? notice[name] : notice;
    const QString text = thing["id_str"].text();
    return text.isEmpty() ? thing["id"].text() : text;
}

std::optional<Content> deletionIn(const Json &record)
{
    const Json deleted = record["delete"];
    const QString id = idIn(deleted, deleted.has("tweet") ? "tweet" : "status");
    if (id.isEmpty())
        return std::nullopt;
    return Withdrawal{Platform::Twitter, id, u"deleted"_s};
}

std::optional<Content> accountNoticeIn(const Json &record)
{
    // A deleted account may come back for thirty days.
    const std::array<std::pair<const char *, QString>, 3> notices{
        {{"user_delete", u"deactivated"_s}, {"user_protect", u"protected"_s}, {"user_suspend", u"suspended"_s}}};
    for (const auto &[name, reason] : notices) {
        const QString id = idIn(record[name], "user");
        if (!id.isEmpty())
            return Withdrawal{Platform::Twitter, id, reason, true};
    }
    return std::nullopt;
}

bool isOtherNotice(const Json &record)
{
    static constexpr std::array notices{"limit",          "scrub_geo",      "status_withheld",
                                        "user_withheld",  "warning",        "disconnect",
                                        "friends",        "event",          "user_undelete",
                                        "undelete",       "user_unprotect", "user_unsuspend",
                                        "user_scrub_geo", "withheld",       "drop",
                                        "undrop",         "tweet_edit",     "user_profile_modification"};
    return std::ranges::any_of(notices, [&](const char *notice) { return record.has(notice); });
}

/// A line of a compliance job.
std::optional<Content> jobResult(const Json &record)
{
    if (record["action"].text() != "delete"_L1 || !record.has("id"))
        return std::nullopt;
    const QString reason = record["reason"].text();
    return Withdrawal{Platform::Twitter, record["id"].text(), reason.isEmpty() ? u"deleted"_s : reason};
}

} // namespace

bool isProtected(const Json &account)
{
    return account["protected"].boolean().value_or(false)
        || account["legacy"]["protected"].boolean().value_or(false)
        || account["privacy"]["protected"].boolean().value_or(false);
}

Skipped ofProtectedAccount()
{
    return {Words::tr("a post of a protected account, which only its followers could see")};
}

std::optional<Content> complianceNotice(const Json &record)
{
    const Json notice = record["data"].isObject() ? record["data"] : record; // v2 wraps it
    if (notice.has("text")) // a tweet, which may say where it is withheld
        return std::nullopt;
    for (const auto read : {deletionIn, accountNoticeIn}) {
        if (auto content = read(notice))
            return content;
    }
    if (auto result = jobResult(record))
        return result;
    if (isOtherNotice(notice) || (record.has("action") && record.has("id") && !record.has("data")))
        return Skipped{Words::tr("a notice of the stream")};
    return std::nullopt;
}

} // namespace tidemark
