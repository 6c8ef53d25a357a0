#pragma once

#include "source/Reader.h"

namespace tidemark {

/// For readers that read whole documents, which may be longer than a record may be: of a record of more than
/// longestRecord, alone or in a page, only the beginning is kept, and it is Rejected. What is passed over stays
/// passed over, and nothing of it is kept.
std::unique_ptr<Reader> limited(std::unique_ptr<Reader> reader);

} // namespace tidemark
