#pragma once

#include "text/Identifiers.h"

#include <optional>

namespace tidemark {

/// Whether a link leads to a person's page or to a single post: on the known platforms by their paths, on any
/// host by /@name and /users/name, as Mastodon's many servers have them; and by a link, a mail address, an @name
/// or a phone number that it carries inside, percent-encoded or not. The scheme may be missing.
std::optional<Identifier::Kind> personalLinkKind(QStringView link);

/// The length of a link without a scheme to a known platform ("twitter.com/name") or to a person's page
/// ("server.social/@name", "name.bsky.social") that begins at a place; 0 if
/// none does.
qsizetype bareLinkLengthAt(QStringView text, qsizetype at);

/// The length of a Bluesky account or record in its own notation (did:plc:..., at://name/collection/key) that
/// begins at a place; 0 if none does.
qsizetype accountAddressLengthAt(QStringView text, qsizetype at);

} // namespace tidemark
