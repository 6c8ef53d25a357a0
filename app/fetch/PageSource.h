#pragma once

#include "fetch/HttpMessage.h"
#include "source/Json.h"
#include "story/Result.h"
#include "story/Subscription.h"

#include <memory>
#include <optional>

namespace tidemark {

/// One answer of a server as the readers of app/source take it.
struct FetchedPage
{
    QByteArray bytes = {}; ///< a document of the format; empty: nothing to read in it
    QString format = {};   ///< a key of source/Formats.h
    QString place = {};    ///< how far the source is with this page; goes into the collection together with it
    std::optional<Milliseconds> rest = {}; ///< how long the source asks to be left alone by visits on a schedule
    int paid = 0;                          ///< posts in it that the server takes money for
    std::optional<Instant> since = {};     ///< what is older in it isn't wanted; absent: all is
};

/// Why a source gives up: a state to branch on and a sentence that names the host.
struct PageProblem
{
    FetchOutcome outcome = FetchOutcome::Failed;
    QString message;
};

/// Knows what to ask one subscription's server, page after page, and how to go on from its answers. Does nothing by
/// itself: whoever has the network asks what next() says and brings the answer to take(), so that every way through
/// can be tested without a network, and begun again from any place.
class PageSource
{
public:
    virtual ~PageSource() = default;

    /// What to ask next; nothing: everything that there was has come, or the run's share.
    virtual std::optional<HttpRequest> next() = 0;
    /// Understands the answer to it, whatever its status.
    virtual std::variant<FetchedPage, PageProblem> take(const HttpAnswer &answer) = 0;
    /// Posts that the server may take money for where its answer never comes, or not whole.
    [[nodiscard]] virtual int mostPaid() const { return 0; }
    /// Why there may be more behind what this run took; nothing: there isn't.
    [[nodiscard]] virtual std::optional<PageProblem> ending() const { return {}; }
};

/// What lets the program in where a server wants that.
struct Secret
{
    QString text; ///< a token, or Bluesky's app password; empty: none
};

class BlueskySessions;

/// The source for a subscription that was read so far. sessions: those of this run. since: back to there this time,
/// whatever was read before.
std::unique_ptr<PageSource> makePageSource(const Subscription &subscription, const QString &place,
                                           const Secret &secret, BlueskySessions &sessions,
                                           std::optional<Instant> since = {});

/// What an answer means that doesn't hold what was asked for, with the server's own words where it has any.
PageProblem problemOf(const HttpAnswer &answer);

/// Whether a body is JSON by its first character; a server in trouble likes to send a web page instead.
bool looksLikeJson(const QByteArray &body);
/// What it holds; nothing: it is no JSON. Not for use once the parser or the body is gone.
std::optional<Json> jsonIn(JsonParser &parser, const QByteArray &body);
PageProblem notWhatWasAsked(const HttpAnswer &answer); ///< a web page, say, or JSON about something else
class Walk;
/// Why there may be more behind a walk through a timeline of this server, or what is odd about it.
std::optional<PageProblem> endingOf(const Walk &walk, const QUrl &server);
PageProblem repetition(const QUrl &server);   ///< it gives the same page again
PageProblem barrenness(const QUrl &server);   ///< it gives empty pages, and leads from one to the next
PageProblem showsNothing(const QUrl &server); ///< it says that stories are gone, but has nothing else to show
PageProblem leadsElsewhere(const QUrl &server, const QUrl &other); ///< another one answers instead of it

} // namespace tidemark
